/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The foot: what is said can be read whole, what is typed is explained and not lost, and the hints say what
 * a key does on this screen. */
#include "support/test.h"

#include "screens/town.h"
#include "src/screens/private.h"

#include <locale.h>

static char *store_file;
static void *town;

struct desk_walk {
    struct program *program;
    struct browser *browser;
};

static struct desk_walk start(const void *parent, int width, int height)
{
    struct err err = {0};
    struct desk_walk walk = {.program = town_program(parent, store_file)};
    if (browser_new(parent, walk.program, &walk.browser, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    browser_resize(walk.browser, width, height);
    return walk;
}

/* The screen as one line of words, so that a wrapped sentence can be looked for. */
static char *words_shown(const void *parent, struct browser *browser, bool lines)
{
    struct grid *grid = grid_new(parent, browser->width, browser->height);
    browser_draw(browser, grid);
    char *text = grid_print(parent, grid, false);
    if (lines)
        return text;
    size_t to = 0;
    for (size_t i = 0; text[i]; i++) {
        char c = text[i] == '\n' ? ' ' : text[i];
        if (c != ' ' || (to && text[to - 1] != ' '))
            text[to++] = c;
    }
    text[to] = '\0';
    return text;
}

static void assert_says(const void *parent, struct browser *browser, const char *sentence)
{
    const char *all = words_shown(parent, browser, false);
    if (!strstr(all, sentence))
        fail_msg("“%s” is not in:\n%s", sentence, words_shown(parent, browser, true));
}

static void back_closes_a_long_message_before_it_leaves_the_screen(void **state)
{
    static const char sentence[] = "The ferry list was read, and each of its sailings was set beside the tide table of its day; two of them "
                                   "fall on the day of the regatta and are named by the harbour master alone.";
    struct desk_walk walk = start(*state, 80, 24);
    (void)browser_do(walk.browser, CMD_HELP, 0, NULL);
    unsigned help = browser_context(walk.browser);
    browser_say(walk.browser, false, sentence);
    assert_says(*state, walk.browser, "harbour master alone");
    (void)browser_do(walk.browser, CMD_BACK, 0, NULL);
    assert_null(strstr(words_shown(*state, walk.browser, false), "harbour master"));
    assert_int_equal(browser_context(walk.browser), help);
    browser_say(walk.browser, false, "a short one"); /* hides nothing but the hints */
    (void)browser_do(walk.browser, CMD_BACK, 0, NULL);
    assert_int_not_equal(browser_context(walk.browser), help);
}

static void a_long_error_is_read_in_full_until_a_key_is_pressed(void **state)
{
    static const char sentence[] = "The papers in that folder cannot be read because nobody may enter it, "
                                   "neither you nor the group you are in; ask whoever owns it, or copy it.";
    static const int widths[] = {40, 80, 120};
    for (size_t i = 0; i < MB_LENGTH(widths); i++) {
        struct browser *browser = start(*state, widths[i], 12).browser;
        browser_say(browser, true, sentence);
        assert_says(*state, browser, sentence);
        (void)browser_refresh(browser); /* an idle second takes nothing away */
        assert_says(*state, browser, sentence);
        (void)browser_do(browser, CMD_DOWN, 0, NULL);
        assert_null(strstr(words_shown(*state, browser, false), "nobody may enter"));
    }
}

static void the_longest_error_leaves_the_head_and_the_smallest_screen_whole(void **state)
{
    char sentence[1000];
    struct browser *browser = start(*state, 40, 10).browser;
    memset(sentence, 'x', sizeof sentence - 1);
    sentence[sizeof sentence - 1] = '\0';
    browser_say(browser, true, sentence);
    assert_says(*state, browser, "minutebook");
}

static void a_prompt_says_how_its_line_is_written(void **state)
{
    struct browser *browser = start(*state, 80, 24).browser;
    assert_true(browser_do(browser, CMD_ADD, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(browser).prefix, "add: ");
    browser_typing(browser, browser_prompt(browser).prefix, "Chair", 5);
    assert_says(*state, browser, "by whom > to whom: what; by when");
    assert_says(*state, browser, "add: Chair");
    (void)browser_answer(browser, NULL);
    assert_null(strstr(words_shown(*state, browser, false), "by whom > to whom"));
}

static void a_line_that_cannot_be_understood_is_asked_again_with_the_reason(void **state)
{
    static const struct {
        enum command_id command;
        const char *line, *reason;
    } lines[] = {
        {CMD_DETAILS, "day 3", "a detail begins with"},
        {CMD_DETAILS, "date soon", "is no day with its year"},
        {CMD_JOIN, "no-such-meeting", "no-such-meeting"},
        {CMD_IMPORT, "'half a quote", "is not closed"},
    };
    for (size_t i = 0; i < MB_LENGTH(lines); i++) {
        struct browser *browser = start(*state, 80, 24).browser;
        assert_true(browser_do(browser, lines[i].command, 0, NULL) & REACT_PROMPT);
        assert_true(browser_answer(browser, lines[i].line) & REACT_PROMPT);
        assert_string_equal(browser_prompt(browser).initial, lines[i].line);
        browser_typing(browser, browser_prompt(browser).prefix, lines[i].line, 0);
        assert_says(*state, browser, lines[i].reason);
        assert_false(browser_answer(browser, NULL) & REACT_PROMPT); /* Esc gives it up */
        assert_true(browser_do(browser, lines[i].command, 0, NULL) & REACT_PROMPT);
        assert_string_equal(browser_prompt(browser).initial, "");
    }
}

static void read_only_asks_for_no_line_in_vain(void **state)
{
    static const enum command_id commands[] = {CMD_ADD, CMD_DETAILS, CMD_JOIN, CMD_IMPORT};
    struct desk_walk walk = start(*state, 80, 24);
    walk.program->read_only = true;
    for (size_t i = 0; i < MB_LENGTH(commands); i++) {
        assert_false(browser_do(walk.browser, commands[i], 0, NULL) & REACT_PROMPT);
        assert_says(*state, walk.browser, "read-only: nothing was changed");
    }
}

static void q_is_called_quit_only_where_it_quits(void **state)
{
    struct browser *browser = start(*state, 120, 36).browser;
    assert_says(*state, browser, "q quit");
    (void)browser_do(browser, CMD_MEETINGS, 0, NULL);
    assert_says(*state, browser, "q close");
    assert_true(browser_do(browser, CMD_CLOSE, 0, NULL) != REACT_QUIT);
    assert_true(browser_do(browser, CMD_CLOSE, 0, NULL) & REACT_QUIT);
}

/* screens.md 4.1: on the Desk without papers 1, 2 and 3 choose; elsewhere a digit begins a count. */
static void a_number_chooses_among_the_ways_to_begin(void **state)
{
    struct err err = {0};
    struct browser *browser;
    struct key_state keys = {0};
    struct program *program = town_program(*state, (char *)"/nowhere/minutebook.db");
    assert_int_equal(browser_new(*state, program, &browser, &err), STATUS_OK);
    const struct keymap *map = settings_keymap(browser_settings(browser));
    struct key_result typed = key_feed(&keys, map, browser_context(browser), '3');
    assert_int_equal(typed.command, CMD_CHOOSE);
    (void)browser_do(browser, typed.command, typed.count, NULL);
    assert_says(*state, browser, "Put all of them in one folder");
    (void)browser_do(browser, CMD_CLOSE, 0, NULL);
    typed = key_feed(&keys, map, browser_context(browser), '1');
    assert_true(browser_do(browser, typed.command, typed.count, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(browser).prefix, "import: ");
    browser = start(*state, 80, 24).browser;
    assert_true(key_feed(&keys, map, browser_context(browser), '3').pending);
}

/* The page without a committee: one key asks, with what its papers point to, and nothing is stored yet. */
static void a_missing_committee_is_asked_for_in_a_form(void **state)
{
    struct browser *browser = start(*state, 80, 24).browser;
    assert_says(*state, browser, "which committee met");
    (void)browser_do(browser, CMD_FIRST, 0, NULL);
    while (!text_starts(screen_key(browser_top(browser)), "tell:"))
        (void)browser_do(browser, CMD_DOWN, 0, NULL);
    (void)browser_do(browser, CMD_OPEN, 0, NULL);
    assert_int_equal(browser_context(browser), CONTEXT_DETAILS);
    assert_null(browser_job(browser));
    (void)browser_do(browser, CMD_BACK, 0, NULL);
    (void)browser_do(browser, CMD_DETAILS, 0, NULL); /* the same by its key */
    assert_int_equal(browser_context(browser), CONTEXT_DETAILS);
    (void)browser_do(browser, CMD_BACK, 0, NULL);
    (void)browser_do(browser, CMD_WHY_JOINED, 0, NULL); /* and where the reasons are read */
    (void)browser_do(browser, CMD_DETAILS, 0, NULL);
    assert_int_equal(browser_context(browser), CONTEXT_DETAILS);
}

static int make_town(void **state)
{
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    return 0;
}

static int leave_town(void **state)
{
    (void)state;
    talloc_free(town);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(back_closes_a_long_message_before_it_leaves_the_screen),
        TEST_CASE(a_long_error_is_read_in_full_until_a_key_is_pressed),
        TEST_CASE(the_longest_error_leaves_the_head_and_the_smallest_screen_whole),
        TEST_CASE(a_prompt_says_how_its_line_is_written),
        TEST_CASE(a_line_that_cannot_be_understood_is_asked_again_with_the_reason),
        TEST_CASE(read_only_asks_for_no_line_in_vain),
        TEST_CASE(a_number_chooses_among_the_ways_to_begin),
        TEST_CASE(a_missing_committee_is_asked_for_in_a_form),
        TEST_CASE(q_is_called_quit_only_where_it_quits),
    };
    return cmocka_run_group_tests(tests, make_town, leave_town);
}
