/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The typed line as the browser sees it: how it goes on, what is shown above it; and what it can change of the
 * browser itself. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <fcntl.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

static char *store_file;
static void *town;
static char folder[] = "/tmp/minutebook-typing-XXXXXX";

/* At the prompt of COMMAND, LINE typed: its completion. */
static struct completion complete_at(void **state, struct walk *walk, enum command_id command, const char *line)
{
    struct completion out;
    if (walk->browser->prompt == PROMPT_NONE)
        assert_true(browser_do(walk->browser, command, 0, NULL) & REACT_PROMPT);
    browser_typing(walk->browser, browser_prompt(walk->browser).prefix, line, strlen(line));
    browser_complete(*state, walk->browser, line, strlen(line), &out);
    assert_true(out.start <= strlen(line));
    return out;
}

static char *joined(void **state, const struct completion *completion)
{
    return words_join(*state, &completion->choices, "|");
}

static struct walk *town_walk(void **state, int width, int height)
{
    return walk_new(*state, store_file, width, height);
}

/* ---- going on ------------------------------------------------------------------------------------------ */

static void paths_go_on_as_they_must_be_typed(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    char *line = mem_printf(*state, "import %s/", folder);
    struct completion all = complete_at(state, walk, CMD_LINE, line);
    assert_string_equal(joined(state, &all),
                        mem_printf(*state, "%s/a\\ folder/|%s/a\\ page.txt|%s/it\\'s|%s/pack.txt", folder, folder, folder, folder));
    assert_int_equal(all.shared, strlen(folder) + 1);
    struct completion quoted = complete_at(state, walk, CMD_LINE, mem_printf(*state, "import '%s/a p", folder));
    assert_string_equal(joined(state, &quoted), mem_printf(*state, "%s/a\\ page.txt", folder));
    assert_int_equal(quoted.start, 7);
    struct strings words;
    struct err err;
    assert_int_equal(command_split(*state, quoted.choices.at[0], &words, &err), STATUS_OK);
    assert_string_equal(words.at[0], mem_printf(*state, "%s/a page.txt", folder));
    struct completion hidden = complete_at(state, walk, CMD_LINE, mem_printf(*state, "import %s/.", folder));
    assert_string_equal(joined(state, &hidden), mem_printf(*state, "%s/.hidden", folder));
    struct completion none = complete_at(state, walk, CMD_LINE, "import /nowhere/at/all/x");
    assert_int_equal(none.choices.n, 0);
}

static void forms_are_offered_after_the_option_that_takes_one(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    struct completion forms = complete_at(state, walk, CMD_LINE, "import --form page-");
    assert_string_equal(joined(state, &forms), "page-html|page-text");
    forms = complete_at(state, walk, CMD_LINE, "import --form ");
    assert_int_equal(forms.choices.n, FORM_COUNT - 1);
}

static void a_path_at_home_keeps_its_tilde(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    setenv("HOME", folder, 1);
    struct completion home = complete_at(state, walk, CMD_IMPORT, "~/pa");
    assert_string_equal(joined(state, &home), "~/pack.txt");
    struct completion quoted = complete_at(state, walk, CMD_IMPORT, "'~/pa"); /* no home in quotes */
    assert_int_equal(quoted.choices.n, 0);
}

static void a_folder_of_very_many_files_keeps_no_key_waiting(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    char *many = mem_printf(*state, "%s/a folder", folder);
    for (int i = 0; i < 700; i++) {
        int fd = open(mem_printf(*state, "%s/%03d", many, i), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
        assert_true(fd >= 0);
        close(fd);
    }
    struct completion all = complete_at(state, walk, CMD_LINE, mem_printf(*state, "import %s/a\\ folder/", folder));
    assert_int_equal(all.choices.n, 500);
    for (int i = 0; i < 700; i++)
        unlink(mem_printf(*state, "%s/%03d", many, i));
}

static void commands_options_and_screens_go_on(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    struct completion commands = complete_at(state, walk, CMD_LINE, "save-sc");
    assert_string_equal(joined(state, &commands), "save-screen");
    assert_string_equal(commands.after, " ");
    struct completion values = complete_at(state, walk, CMD_LINE, "set color = ");
    assert_string_equal(joined(state, &values), "always|auto|never");
    struct completion screens = complete_at(state, walk, CMD_LINE, "bind des");
    assert_string_equal(joined(state, &screens), "desk");
}

static void meetings_and_committees_come_from_the_store(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    struct completion meetings = complete_at(state, walk, CMD_LINE, "join ");
    assert_true(meetings.choices.n > 1);
    struct meeting_rows rows;
    struct err err;
    assert_int_equal(store_meetings(*state, walk->browser->store, &rows, &err), STATUS_OK);
    assert_int_equal(meetings.choices.n, rows.n);
    size_t named = 0;
    while (named < rows.n && !rows.at[named].committee)
        named++;
    assert_true(named < rows.n);
    char *lower = mem_strndup(*state, rows.at[named].committee, 4);
    lower[0] = (char)(lower[0] | 0x20); /* people type small letters */
    struct completion committees = complete_at(state, walk, CMD_LINE, mem_printf(*state, "details committee %s", lower));
    assert_true(committees.choices.n >= 1);
    assert_non_null(strstr(joined(state, &committees), rows.at[named].committee));
    assert_string_equal(committees.after, "");
    struct completion empty = complete_at(state, walk_new(*state, "/nowhere/minutebook.db", 80, 24), CMD_LINE, "details committee ");
    assert_int_equal(empty.choices.n, 0);
}

static void the_fields_of_a_follow_up_go_on_with_their_words(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    struct completion fields = complete_at(state, walk, CMD_LINE, "set-row st");
    assert_string_equal(joined(state, &fields), "status");
    struct completion words = complete_at(state, walk, CMD_LINE, "set-row status In");
    assert_string_equal(joined(state, &words), "in progress");
    struct completion none = complete_at(state, walk, CMD_LINE, "add Chair");
    assert_int_equal(none.choices.n, 0);
}

/* The words are the member's own; fields and what they can be are offered. */
static void the_fields_of_a_search_go_on(void **state)
{
    static const struct {
        const char *line, *choices;
        size_t start;
    } cases[] = {
        {"im", "", 0},
        {"co", "committee:|council:", 0},
        {"bus ki", "kind:", 4},
        {"bus -(own", "owner:", 6},
        {"bus kind:re", "kind:report", 4},
        {"kind:work", "kind:work-programme", 0},
        {"is:", "is:overdue|is:exempt|is:cut|is:tofollow|is:routine", 0},
        {"bus committee:tran", "committee:\"Roads and Transport Overview and Scrutiny Panel\"", 4},
        {"bus committee:\"overv", "committee:\"Roads and Transport Overview and Scrutiny Panel\"", 4},
        {"nosuch:x", "", 0},
        {"\"co", "", 0},
    };
    struct walk *walk = town_walk(state, 80, 24);
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct completion found = complete_at(state, walk, CMD_FIND, cases[i].line);
        assert_string_equal(joined(state, &found), cases[i].choices);
        if (found.choices.n)
            assert_int_equal(found.start, cases[i].start);
    }
    assert_string_equal(complete_at(state, walk, CMD_FIND, "ki").after, "");
    assert_true(complete_at(state, walk, CMD_FIND, "bus ").choices.n > 10);
}

/* ---- the row above the line -------------------------------------------------------------------------------- */

static void choices_stand_in_one_row_and_the_chosen_one_is_seen(void **state)
{
    static const int widths[] = {120, 80, 40};
    for (size_t w = 0; w < MB_LENGTH(widths); w++) {
        struct walk *walk = town_walk(state, widths[w], 24);
        char *before = shown(walk);
        struct completion commands = complete_at(state, walk, CMD_LINE, "");
        assert_true(commands.choices.n > 40);
        for (size_t chosen = 0; chosen <= commands.choices.n; chosen++) {
            browser_choices(walk->browser, &commands, chosen);
            char *text = shown(walk);
            if (chosen < commands.choices.n && !strstr(text, commands.choices.at[chosen]))
                fail_msg("%s is not seen in:\n%s", commands.choices.at[chosen], text);
            assert_memory_equal(text, before, strcspn(before, "\n")); /* the screen has not scrolled away */
        }
        browser_choices(walk->browser, NULL, 0);
        assert_null(strstr(shown(walk), "next-item"));
        (void)browser_answer(walk->browser, NULL);
        assert_string_equal(shown(walk), before);
    }
}

static void a_folders_path_is_not_repeated_with_each_choice(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    struct completion all = complete_at(state, walk, CMD_LINE, mem_printf(*state, "import %s/", folder));
    browser_choices(walk->browser, &all, 0);
    assert_non_null(strstr(shown(walk), "a\\ folder/  a\\ page.txt  it\\'s  pack.txt"));
}

static void the_command_of_a_line_says_what_it_takes(void **state)
{
    struct walk *walk = town_walk(state, 120, 24);
    static const struct {
        const char *line, *said;
    } lines[] = {{"join ", "join MEETING: "}, {"save-screen", "save-screen FILE: "}, {"joi", NULL}, {"s", NULL},
                 {"nonsense x", NULL}, {"", NULL}};
    for (size_t i = 0; i < MB_LENGTH(lines); i++) {
        (void)complete_at(state, walk, CMD_LINE, lines[i].line);
        char *text = shown(walk);
        if (lines[i].said ? !strstr(text, lines[i].said) : strstr(text, "FILE: ") || strstr(text, "MEETING: "))
            fail_msg("\"%s\" in:\n%s", lines[i].line, text);
    }
}

static void a_choice_longer_than_the_row_is_cut_with_a_mark(void **state)
{
    struct walk *walk = town_walk(state, 40, 24);
    struct completion two = {.after = ""};
    strings_add(*state, &two.choices, "a name that is much longer than the narrow row it is shown in");
    strings_add(*state, &two.choices, "b\xC2\x9B[31m");
    (void)complete_at(state, walk, CMD_LINE, "");
    for (size_t chosen = 0; chosen <= 2; chosen++) {
        browser_choices(walk->browser, &two, chosen);
        char *text = shown(walk);
        assert_non_null(strstr(text, "\u2026"));
        assert_null(strstr(text, "\xC2\x9B"));
    }
}

/* ---- what the line changes of the browser ---------------------------------------------------------------------- */

static void an_option_acts_at_once(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    assert_non_null(strstr(shown(walk), "? help"));
    do_line(walk, "set hints = off");
    assert_non_null(strstr(shown(walk), "hints is off"));
    do_command(walk, CMD_REDRAW);
    assert_null(strstr(shown(walk), "? help"));
    assert_non_null(strstr(shown(walk), "\u2500"));
    do_line(walk, "set ascii on");
    assert_null(strstr(shown(walk), "\u2500"));
    do_line(walk, "set ascii = maybe");
    assert_non_null(strstr(shown(walk), "ascii takes on or off, not \"maybe\""));
}

/* bugs of others: reading place lost after a changed option (newsboat 1463, 2100) */
static void a_changed_option_keeps_the_reading_place(void **state)
{
    static const char *const lines[] = {"set hints = off", "set ascii = on", "bind all , down", "set color = never"};
    struct walk *walk = town_walk(state, 80, 24);
    type_keys(walk, "\r]\r");
    for (int i = 0; i < 4; i++)
        do_command(walk, CMD_DOWN);
    (void)shown(walk);
    char *here = row_here(walk);
    size_t top = screen_pane(browser_top(walk->browser))->view.top;
    for (size_t i = 0; i < MB_LENGTH(lines); i++) {
        do_line(walk, lines[i]);
        do_command(walk, CMD_REDRAW);
        (void)shown(walk);
        assert_string_equal(row_here(walk), here);
        assert_int_equal(screen_pane(browser_top(walk->browser))->view.top, top);
    }
}

static void a_bound_key_works_and_the_hints_say_so(void **state)
{
    struct walk *walk = town_walk(state, 120, 24);
    do_line(walk, "bind all e find");
    do_line(walk, "bind all f none");
    do_command(walk, CMD_REDRAW);
    assert_non_null(strstr(shown(walk), "e find"));
    assert_null(strstr(shown(walk), "f find"));
    do_line(walk, "bind all gg meetings");
    type_keys(walk, "gg");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETINGS);
}

static void what_a_file_says_wrongly_is_told_at_the_start(void **state)
{
    char *path = mem_printf(*state, "%s/config", folder);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fputs("set hints = off\nbind nowhere x down\nnonsense\n", file);
    assert_int_equal(fclose(file), 0);
    struct program *program = town_program(*state, store_file);
    struct browser *browser;
    struct err err;
    program->config_path = path;
    program->settings = settings_new(*state, program);
    settings_start(program->settings);
    assert_int_equal(browser_new(*state, program, &browser, &err), STATUS_OK);
    assert_true(browser->message_is_error);
    assert_non_null(strstr(browser->message, "/config:2: no screen \"nowhere\""));
    assert_non_null(strstr(browser->message, "1 more"));
    assert_true(program->hints_hidden);
    unlink(path);
}

static void a_file_is_sourced_live(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    char *path = mem_printf(*state, "%s/more", folder);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fputs("bind all , meetings\n", file);
    assert_int_equal(fclose(file), 0);
    do_line(walk, mem_printf(*state, "source %s", path));
    type_keys(walk, ",");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETINGS);
    do_line(walk, "source /nowhere");
    assert_non_null(strstr(shown(walk), "/nowhere cannot be read"));
    unlink(path);
}

static void the_screen_is_saved_without_the_line_and_never_over_a_file(void **state)
{
    struct walk *walk = town_walk(state, 80, 24);
    char *path = mem_printf(*state, "%s/screen", folder), *before = shown(walk), bytes[16384] = "";
    do_line(walk, mem_printf(*state, "save-screen %s", path));
    assert_non_null(strstr(shown(walk), "is written to"));
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(bytes, before);
    do_line(walk, mem_printf(*state, "save-screen %s", path));
    assert_non_null(strstr(shown(walk), "is there already"));
    do_line(walk, "save-screen");
    assert_non_null(strstr(shown(walk), "one file"));
    do_line(walk, "save-screen /nowhere/at/all");
    assert_non_null(strstr(shown(walk), "No such file"));
    unlink(path);
}

static int make_town(void **state)
{
    static const char *const names[] = {"a page.txt", "pack.txt", "it's", ".hidden"};
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    if (!mkdtemp(folder) || mkdir(mem_printf(town, "%s/a folder", folder), 0700) != 0)
        return -1;
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        close(open(mem_printf(town, "%s/%s", folder, names[i]), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    return 0;
}

static int leave_town(void **state)
{
    static const char *const names[] = {"a page.txt", "pack.txt", "it's", ".hidden", "a folder", ""};
    (void)state;
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        remove(mem_printf(town, "%s/%s", folder, names[i]));
    talloc_free(town);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(paths_go_on_as_they_must_be_typed),
        TEST_CASE(forms_are_offered_after_the_option_that_takes_one),
        TEST_CASE(a_path_at_home_keeps_its_tilde),
        TEST_CASE(a_folder_of_very_many_files_keeps_no_key_waiting),
        TEST_CASE(commands_options_and_screens_go_on),
        TEST_CASE(meetings_and_committees_come_from_the_store),
        TEST_CASE(the_fields_of_a_follow_up_go_on_with_their_words),
        TEST_CASE(the_fields_of_a_search_go_on),
        TEST_CASE(choices_stand_in_one_row_and_the_chosen_one_is_seen),
        TEST_CASE(a_folders_path_is_not_repeated_with_each_choice),
        TEST_CASE(the_command_of_a_line_says_what_it_takes),
        TEST_CASE(a_choice_longer_than_the_row_is_cut_with_a_mark),
        TEST_CASE(an_option_acts_at_once),
        TEST_CASE(a_changed_option_keeps_the_reading_place),
        TEST_CASE(a_bound_key_works_and_the_hints_say_so),
        TEST_CASE(what_a_file_says_wrongly_is_told_at_the_start),
        TEST_CASE(a_file_is_sourced_live),
        TEST_CASE(the_screen_is_saved_without_the_line_and_never_over_a_file),
    };
    return cmocka_run_group_tests(tests, make_town, leave_town);
}
