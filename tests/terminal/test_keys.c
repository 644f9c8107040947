/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Keys and the typed line. */
#include "terminal/standin.h"

/* ---- keys outside a line -------------------------------------------------------------------------- */

static void a_paste_outside_a_line_is_swallowed(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_paste(tty, "q\rQjjj");
    tty_wait(tty, "pasted text is only taken where a line is typed");
    assert_true(tty_shows(tty, "> row 0"));
    tty_type(tty, "j");
    tty_wait(tty, "> row 1");
    standin_quit(tty);
}

static void a_paste_that_never_ends_does_not_take_the_keyboard(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_send(tty, "\033[200~qqq", 9);
    tty_wait(tty, "the end of the pasted text did not come");
    tty_type(tty, "j");
    tty_wait(tty, "> row 1");
    standin_quit(tty);
}

static void escape_acts_at_once_and_alone(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_send(tty, "\033", 1);
    tty_wait(tty, "last: back 0");
    tty_send(tty, "\033\033", 2);
    tty_settle(tty); /* Esc and a key at once would be Alt and that key */
    tty_type(tty, "j");
    tty_wait(tty, "> row 1");
    standin_quit(tty);
}

static void sequences_nobody_bound_leave_no_keys_behind(void **state)
{
    static const char *const sequences[] = {
        "\033[99;7~", "\033[1;9Q", "\033Oz", "\033]11;rgb:0/0/q\007", "\033P1q\033\\", "\033[<0;3;4M",
        "\033q" /* Alt with q is not q */};
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    for (size_t i = 0; i < MB_LENGTH(sequences); i++) {
        tty_send(tty, sequences[i], strlen(sequences[i]));
        tty_settle(tty);
        if (!tty_shows(tty, "last: ready"))
            fail_msg("sequence %zu left a key behind: %s", i, tty_row(tty, 22));
    }
    tty_type(tty, "j");
    tty_wait(tty, "last: down 0");
    standin_quit(tty);
}

static void a_count_goes_with_its_command(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "12");
    tty_wait(tty, "12: a count for the next key");
    tty_type(tty, "G");
    tty_wait(tty, "last: last 12");
    tty_type(tty, "7");
    tty_wait(tty, "7: a count");
    tty_send(tty, "\033", 1);
    tty_wait_gone(tty, "a count");
    tty_type(tty, "j");
    tty_wait(tty, "last: down 0");
    standin_quit(tty);
}

static void special_keys_are_known_to_every_type_of_terminal(void **state)
{
    static const char *const types[] = {"xterm-256color", "tmux-256color"};
    static const struct {
        VTermKey key;
        const char *command;
    } keys[] = {{VTERM_KEY_DOWN, "down"},   {VTERM_KEY_UP, "up"},      {VTERM_KEY_PAGEDOWN, "page-down"},
                {VTERM_KEY_HOME, "first"},  {VTERM_KEY_END, "last"},   {VTERM_KEY_PAGEUP, "page-up"},
                {VTERM_KEY_ENTER, "open"},  {VTERM_KEY_LEFT, "back"},  {VTERM_KEY_FUNCTION(5), "reload"}};
    for (size_t i = 0; i < MB_LENGTH(types); i++) {
        struct tty *tty = standin_start(*state, (struct tty_options){.term = types[i]});
        for (size_t j = 0; j < MB_LENGTH(keys); j++) {
            tty_key(tty, keys[j].key);
            tty_wait(tty, mem_printf(tty, "last: %s 0", keys[j].command));
        }
        standin_quit(tty);
    }
}

/* ---- the typed line --------------------------------------------------------------------------------- */

static struct tty *line_start(void *parent, struct tty_options options)
{
    struct tty *tty = standin_start(parent, options);
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    return tty;
}

/* The line being typed reads LINE now. */
static void expect_line(struct tty *tty, const char *line)
{
    tty_wait(tty, mem_printf(tty, "find: %s", line));
}

static void editing_keys_work(struct tty *tty)
{
    tty_type(tty, "abc");
    tty_key(tty, VTERM_KEY_LEFT);
    tty_key(tty, VTERM_KEY_LEFT);
    tty_type(tty, "X");
    expect_line(tty, "aXbc");
    tty_wait_cursor(tty, 8, 23);
    tty_key(tty, VTERM_KEY_HOME);
    tty_type(tty, "\u00e9");
    tty_key(tty, VTERM_KEY_END);
    tty_type(tty, "\u2019\u2013\U0001F600z");
    tty_key(tty, VTERM_KEY_BACKSPACE);
    expect_line(tty, "\u00e9aXbc\u2019\u2013\U0001F600");
    tty_key(tty, VTERM_KEY_HOME);
    tty_key(tty, VTERM_KEY_DEL);
    tty_type(tty, "\n");
    tty_wait(tty, "got [aXbc\u2019\u2013\U0001F600]");
}

static void a_line_is_edited_as_in_emacs(void **state)
{
    struct tty *tty = line_start(*state, (struct tty_options){0});
    editing_keys_work(tty);
    tty_type(tty, "f");
    tty_type(tty, "one two three\027");
    expect_line(tty, "one two");
    tty_send(tty, "\033b", 2); /* Alt-b: a word back */
    tty_type(tty, "X");
    expect_line(tty, "one Xtwo");
    tty_type(tty, "\001\013");
    tty_wait_gone(tty, "one");
    tty_type(tty, "ab\026\001c\n"); /* a control character typed on purpose is seen and harmless */
    tty_wait(tty, "got [ab^Ac]");
    standin_quit(tty);
}

static const char *vi_editrc(void *parent)
{
    char *path = mem_printf(parent, "%s/tests/terminal/editrc-vi", test_env("MINUTEBOOK_BUILDDIR"));
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fputs("bind -v\nedit off\n", file);
    assert_int_equal(fclose(file), 0);
    return mem_printf(parent, "EDITRC=%s", path);
}

static void a_line_is_edited_as_in_vi_when_editrc_says_so(void **state)
{
    const char *environment[] = {vi_editrc(*state), NULL};
    struct tty *tty = line_start(*state, (struct tty_options){.environment = environment});
    editing_keys_work(tty);
    tty_type(tty, "f");
    tty_type(tty, "one twx");
    expect_line(tty, "one twx");
    tty_send(tty, "\033", 1);
    tty_wait_cursor(tty, 12, 23);
    tty_type(tty, "ro");
    expect_line(tty, "one two");
    tty_type(tty, "bdw\n");
    tty_wait(tty, "got [one ]");
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_send(tty, "\033", 1); /* on an empty line Esc gives up */
    tty_wait(tty, "last: cancelled");
    standin_quit(tty);
}

static void a_line_is_edited_without_a_pseudo_terminal_too(void **state)
{
    const char *environment[] = {"STANDIN_NO_PTY=1", NULL};
    struct tty *tty = line_start(*state, (struct tty_options){.environment = environment});
    editing_keys_work(tty);
    tty_type(tty, "j\003j");
    tty_wait(tty, "> row 2");
    standin_quit(tty);
}

static void a_line_starts_with_the_text_it_is_given(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, ":");
    tty_wait(tty, ":start");
    tty_type(tty, "here\n");
    tty_wait(tty, "got [start here]");
    standin_quit(tty);
}

static void a_line_is_given_up_by_escape_and_control_keys(void **state)
{
    static const char *const keys[] = {"\033", "\003", "\007"};
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    for (size_t i = 0; i < MB_LENGTH(keys); i++) {
        tty_type(tty, "f");
        tty_wait(tty, "find:");
        tty_type(tty, "abc");
        expect_line(tty, "abc");
        tty_send(tty, keys[i], 1);
        tty_wait(tty, "last: cancelled");
        tty_wait_gone(tty, "abc");
    }
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_type(tty, "\004"); /* end of input on an empty line */
    tty_wait(tty, "last: cancelled");
    standin_quit(tty);
}

static void a_character_split_over_two_reads_arrives_whole(void **state)
{
    struct tty *tty = line_start(*state, (struct tty_options){0});
    static const char *const parts[] = {"\xC3", "\xA9", "\xE2", "\x82", "\xAC", "\xFF", "\xE2(", "!"};
    for (size_t i = 0; i < MB_LENGTH(parts); i++) {
        tty_send(tty, parts[i], strlen(parts[i]));
        tty_settle(tty);
    }
    expect_line(tty, "\u00e9\u20ac(!");
    tty_type(tty, "\n");
    tty_wait(tty, "got [\u00e9\u20ac(!]");
    standin_quit(tty);
}

static void a_paste_into_a_line_is_one_clean_line(void **state)
{
    struct tty *tty = line_start(*state, (struct tty_options){0});
    tty_paste(tty, "two\rlines\twith\007 \xC2\x9Bm \u2019q\u2019");
    expect_line(tty, "two lines with m \u2019q\u2019");
    tty_type(tty, "\n");
    tty_wait(tty, "got [two lines with m \u2019q\u2019]");
    standin_quit(tty);
}

static void a_line_ends_at_its_maximum(void **state)
{
    struct tty *tty = line_start(*state, (struct tty_options){0});
    char much[6001];
    memset(much, 'm', 6000);
    much[6000] = '\0';
    tty_paste(tty, much);
    tty_wait(tty, "mmm");
    tty_type(tty, "x\001S"); /* no room for either */
    tty_paste(tty, "p");
    tty_type(tty, "\n");
    tty_wait(tty, "got [mmm");
    standin_quit(tty);
}

/* bugs of others: prompt not redrawn on resize (calcurse 145) */
static void a_resize_keeps_the_line_and_its_cursor(void **state)
{
    struct tty *tty = line_start(*state, (struct tty_options){0});
    tty_type(tty, "hello");
    tty_key(tty, VTERM_KEY_LEFT);
    tty_wait_cursor(tty, 10, 23);
    tty_resize(tty, 100, 30);
    tty_wait(tty, "stand-in 100x30");
    tty_wait_cursor(tty, 10, 29);
    tty_resize(tty, 3, 2);
    tty_wait_corner(tty, (char)STANDIN_MARK(3, 2));
    tty_resize(tty, 44, 12);
    tty_wait(tty, "stand-in 44x12");
    tty_wait_cursor(tty, 10, 11);
    tty_type(tty, "\n");
    tty_wait(tty, "got [hello]");
    standin_quit(tty);
}

/* bugs of others: a letter typed in a prompt moves the list (htop 34) */
static void every_printable_key_is_text_in_a_line(void **state)
{
    struct tty *tty = line_start(*state, (struct tty_options){.columns = 120});
    char all[96] = "";
    for (int c = ' '; c < 127; c++)
        all[c - ' '] = (char)c;
    tty_type(tty, all);
    tty_type(tty, "\n");
    tty_wait(tty, mem_printf(tty, "got [%s]", all));
    assert_true(tty_shows(tty, "> row 0"));
    standin_quit(tty);
}

static void the_screen_can_be_repainted_while_a_line_is_typed(void **state)
{
    struct tty *tty = line_start(*state, (struct tty_options){0});
    tty_type(tty, "abc");
    expect_line(tty, "abc");
    tty_type(tty, "\014");
    tty_wait_output(tty);
    tty_type(tty, "d\n");
    tty_wait(tty, "got [abcd]");
    standin_quit(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_paste_outside_a_line_is_swallowed),
        TEST_CASE(a_paste_that_never_ends_does_not_take_the_keyboard),
        TEST_CASE(escape_acts_at_once_and_alone),
        TEST_CASE(sequences_nobody_bound_leave_no_keys_behind),
        TEST_CASE(a_count_goes_with_its_command),
        TEST_CASE(special_keys_are_known_to_every_type_of_terminal),
        TEST_CASE(a_line_is_edited_as_in_emacs),
        TEST_CASE(a_line_is_edited_as_in_vi_when_editrc_says_so),
        TEST_CASE(a_line_is_edited_without_a_pseudo_terminal_too),
        TEST_CASE(a_line_starts_with_the_text_it_is_given),
        TEST_CASE(a_line_is_given_up_by_escape_and_control_keys),
        TEST_CASE(a_character_split_over_two_reads_arrives_whole),
        TEST_CASE(a_paste_into_a_line_is_one_clean_line),
        TEST_CASE(a_line_ends_at_its_maximum),
        TEST_CASE(a_resize_keeps_the_line_and_its_cursor),
        TEST_CASE(every_printable_key_is_text_in_a_line),
        TEST_CASE(the_screen_can_be_repainted_while_a_line_is_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
