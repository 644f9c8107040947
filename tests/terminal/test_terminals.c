/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How the face starts on terminals of all kinds and leaves them as they were, whatever ends it. */
#include "terminal/standin.h"

#include <signal.h>

static void the_terminal_is_as_before(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    assert_true(tty_alternate(tty));
    standin_quit(tty);
}

static void the_same_text_on_every_type_of_terminal(void **state)
{
    static const char *const types[] = {"xterm", "xterm-256color", "screen", "tmux-256color",
                                        "linux", "vt100",          "vt220"};
    for (size_t i = 0; i < MB_LENGTH(types); i++) {
        struct tty *tty = standin_start(*state, (struct tty_options){.term = types[i]});
        tty_wait(tty, "caf\u00e9 \u00a312 \u2013 \u65e5\u672c e\u0301 |end");
        tty_key(tty, VTERM_KEY_DOWN);
        tty_wait(tty, "> row 1");
        assert_true(tty_row_is_reverse(tty, tty_find(tty, "> row 1", NULL)));
        standin_quit(tty);
    }
}

static void expect_refusal(void *parent, const char *type, const char *sentence)
{
    const char *arguments[] = {standin_path(parent), NULL};
    struct tty *tty = tty_start(parent, &(struct tty_options){.term = type, .arguments = arguments});
    assert_int_equal(tty_exit(tty), 2);
    assert_true(tty_shows(tty, sentence));
    assert_false(tty_raw_has(tty, "\033", 1));
    tty_expect_restored(tty);
}

static void a_terminal_that_cannot_move_its_cursor_is_refused_in_one_sentence(void **state)
{
    expect_refusal(*state, "dumb", "terminal type 'dumb' cannot move its cursor");
    expect_refusal(*state, "no-such-terminal", "terminal type 'no-such-terminal' is unknown here");
    expect_refusal(*state, "", "terminal type '' is unknown here");
    expect_refusal(*state, "bad\033]0;title\007", "terminal type 'bad^[]0;title^G' is unknown here");
}

static void a_store_that_cannot_be_opened_flashes_no_screen(void **state)
{
    const char *arguments[] = {standin_path(*state), "/nonexistent/store", NULL};
    struct tty *tty = tty_start(*state, &(struct tty_options){.arguments = arguments});
    assert_int_equal(tty_exit(tty), 4);
    assert_true(tty_shows(tty, "minutebook: cannot open '/nonexistent/store'^[[31m"));
    assert_false(tty_raw_has(tty, "\033", 1));
}

static void a_locale_that_is_not_utf8_still_shows_utf8(void **state)
{
    const char *environment[] = {"LC_ALL=C", "LANG=C", NULL};
    struct tty *tty = standin_start(*state, (struct tty_options){.environment = environment});
    tty_wait(tty, "caf\u00e9 \u00a312 \u2013 \u65e5\u672c");
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_type(tty, "\u00e9\u2019\n");
    tty_wait(tty, "got [\u00e9\u2019]");
    standin_quit(tty);
}

static void the_real_size_beats_the_environment(void **state)
{
    const char *environment[] = {"LINES=50", "COLUMNS=132", NULL};
    struct tty *tty = standin_start(*state, (struct tty_options){.environment = environment});
    tty_wait(tty, "stand-in 80x24");
    standin_quit(tty);
}

static void without_colour_the_selected_row_is_reverse(void **state)
{
    const char *no_color[] = {"NO_COLOR=1", NULL};
    struct tty *tty = standin_start(*state, (struct tty_options){.environment = no_color});
    assert_false(tty_has_colors(tty));
    assert_true(tty_row_is_reverse(tty, tty_find(tty, "> row 0", NULL)));
    standin_quit(tty);
}

static void color_option_overrules_no_color(void **state)
{
    const char *no_color[] = {"NO_COLOR=1", NULL}, *empty[] = {"NO_COLOR=", NULL};
    const char *always[] = {standin_path(*state), "--color=always", NULL};
    const char *never[] = {standin_path(*state), "--color=never", NULL};
    const struct {
        struct tty_options options;
        bool colors;
    } cases[] = {{{.environment = no_color, .arguments = always}, true},
                 {{.arguments = never}, false},
                 {{.environment = empty}, true},
                 {{.term = "vt100", .arguments = always}, false}};
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct tty *tty = standin_start(*state, cases[i].options);
        assert_int_equal(tty_has_colors(tty), cases[i].colors);
        standin_quit(tty);
    }
}

/* bugs of others: keys dead when standard input is a pipe (jj 8442) */
static void keys_come_from_the_terminal_when_stdin_is_a_pipe(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){.stdin_is_pipe = true});
    tty_type(tty, "j");
    tty_wait(tty, "> row 1");
    standin_quit(tty);
}

static void without_a_terminal_on_stdout_there_is_no_screen(void **state)
{
    const char *arguments[] = {"/bin/sh", "-c", mem_printf(*state, "%s | cat", standin_path(*state)), NULL};
    struct tty *tty = tty_start(*state, &(struct tty_options){.arguments = arguments});
    tty_wait(tty, "overview");
    assert_int_equal(tty_exit(tty), 0);
    assert_false(tty_raw_has(tty, "\033", 1));
}

static void what_is_no_printable_character_never_leaves_the_painter(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_wait(tty, "\uFFFD\uFFFD\uFFFD|hostile cells");
    assert_false(tty_raw_has(tty, "\xC2\x9B", 2));
    assert_false(tty_raw_has(tty, "\u202e", 3));
    standin_quit(tty);
}

static void signals_end_it_cleanly_and_are_passed_on(void **state)
{
    static const int numbers[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
    for (size_t i = 0; i < MB_LENGTH(numbers); i++) {
        struct tty *tty = standin_start(*state, (struct tty_options){0});
        if (i % 2) { /* half of them while a line is typed */
            tty_type(tty, "f");
            tty_wait(tty, "find:");
        }
        kill(tty_pid(tty), numbers[i]);
        assert_int_equal(tty_exit(tty), SIGNALLED(numbers[i]));
        tty_expect_restored(tty);
    }
}

static void it_ends_when_the_terminal_goes_away(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_hang_up(tty);
    assert_int_equal(tty_exit(tty), SIGNALLED(SIGHUP));
}

static void a_crash_gives_the_terminal_back(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "I");
    assert_int_equal(tty_exit(tty), SIGNALLED(SIGABRT));
    tty_expect_restored(tty);
}

static void exhausted_memory_gives_the_terminal_back_and_says_so(void **state)
{
    static const char *const keys[] = {"?" /* on the loop's thread */, "A" /* on the worker's */};
    for (size_t i = 0; i < MB_LENGTH(keys); i++) {
        struct tty *tty = standin_start(*state, (struct tty_options){0});
        tty_type(tty, keys[i]);
        assert_int_equal(tty_exit(tty), 70);
        assert_true(tty_shows(tty, "minutebook: out of memory"));
        tty_expect_restored(tty);
    }
}

/* The suppressions of what the libraries keep must not hide a leak of ours, in or below libedit's loop. */
static void a_leak_while_a_line_is_typed_is_reported(void **state)
{
    if (!TEST_LEAKS_ARE_REPORTED)
        skip();
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_type(tty, "leak\n");
    tty_wait(tty, "got [leak]");
    tty_type(tty, "q");
    assert_true(tty_exit_reported(tty));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_terminal_is_as_before),
        TEST_CASE(the_same_text_on_every_type_of_terminal),
        TEST_CASE(a_terminal_that_cannot_move_its_cursor_is_refused_in_one_sentence),
        TEST_CASE(a_store_that_cannot_be_opened_flashes_no_screen),
        TEST_CASE(a_locale_that_is_not_utf8_still_shows_utf8),
        TEST_CASE(the_real_size_beats_the_environment),
        TEST_CASE(without_colour_the_selected_row_is_reverse),
        TEST_CASE(color_option_overrules_no_color),
        TEST_CASE(keys_come_from_the_terminal_when_stdin_is_a_pipe),
        TEST_CASE(without_a_terminal_on_stdout_there_is_no_screen),
        TEST_CASE(what_is_no_printable_character_never_leaves_the_painter),
        TEST_CASE(signals_end_it_cleanly_and_are_passed_on),
        TEST_CASE(it_ends_when_the_terminal_goes_away),
        TEST_CASE(a_crash_gives_the_terminal_back),
        TEST_CASE(exhausted_memory_gives_the_terminal_back_and_says_so),
        TEST_CASE(a_leak_while_a_line_is_typed_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
