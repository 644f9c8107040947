/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* --script FILE: keys and commands from a file, played by the real program in a real terminal. */
#include "terminal/papers.h"

#include <unistd.h>

static char *script_write(const char *folder, const char *text)
{
    char *path = mem_printf(folder, "%s/script", folder);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    return path;
}

static struct tty *play(void **state, const char *folder, const char *text, struct tty_options options)
{
    return minutebook_start(*state, folder, options, WORDS("--as-at", "2024-06-20", "--script", script_write(folder, text)));
}

/* Play TEXT to its end: its exit status, and every word it left on the terminal. */
static struct tty *play_out(void **state, const char *folder, const char *text, int status)
{
    struct tty *tty = play(state, folder, text, (struct tty_options){.columns = 240, .rows = 30});
    assert_int_equal(tty_exit(tty), status);
    tty_expect_restored(tty);
    return tty;
}

static char *file_text(const void *parent, const char *path)
{
    char *text = mem_zero_named(parent, 65536, "text");
    FILE *file = fopen(path, "re");
    if (!file)
        fail_msg("%s was not written", path);
    text[fread(text, 1, 65535, file)] = '\0';
    fclose(file);
    return text;
}

static void the_work_of_a_line_is_done_before_the_next(void **state)
{
    char *folder = folder_new(*state), *screen = mem_printf(folder, "%s/screen", folder);
    papers_write(folder, "");
    play_out(state, folder, mem_printf(*state, "# papers in, the meeting opened\n\n:import %s/pack.txt %s/page.txt\n:desk\n  G <Enter>\n"
                                               ":save-screen %s\n:quit\n:nothing is read after the end\n", folder, folder, screen), 2);
    assert_int_not_equal(access(screen, F_OK), 0); /* its last line was no command: nothing was done at all */
    play_out(state, folder, mem_printf(*state, "# papers in, the meeting opened\n\n:import %s/pack.txt %s/page.txt\n:desk\n  G <Enter>\n"
                                               ":save-screen %s\n:quit\n", folder, folder, screen), 0);
    char *text = file_text(*state, screen);
    if (!strstr(text, "Flooding of") || !strstr(text, "item 5 of"))
        fail_msg("the meeting is not open in:\n%s", text);
}

static void a_line_is_typed_by_its_keys_and_the_script_ends_by_itself(void **state)
{
    char *folder = folder_new(*state), *screen = mem_printf(folder, "%s/screen", folder);
    papers_write(folder, "");
    play_out(state, folder, mem_printf(*state, ":import %s/pack.txt\n:desk\nf community<Space>tran <C-h>n s <Left><Right> port<Enter>\n"
                                               ":save-screen %s\n", folder, screen), 0);
    char *text = file_text(*state, screen);
    if (!strstr(text, "community transport"))
        fail_msg("not searched:\n%s", text);
}

static void commands_in_keys_open_a_line_that_later_lines_type(void **state)
{
    char *folder = folder_new(*state), *screen = mem_printf(folder, "%s/screen", folder);
    papers_write(folder, "");
    play_out(state, folder, mem_printf(*state, ":import\n%s/pack.txt\n<Enter>\n:save-screen %s\n", folder, screen), 0);
    assert_non_null(strstr(file_text(*state, screen), "Import"));
}

static void what_is_wrong_in_a_script_is_told_with_its_line_before_anything_is_done(void **state)
{
    static const struct {
        const char *text, *said;
    } scripts[] = {
        {"j\n:desk\n:nonsense x\n", "script:3: no command \"nonsense\""},
        {":mee\n# two\n:next\n", "script:3: \"next\" may be"},
        {"j\xC2\x85j\n", "script:1: what stands here is no key"},
    };
    for (size_t i = 0; i < MB_LENGTH(scripts); i++) {
        char *folder = folder_new(*state);
        struct tty *tty = play_out(state, folder, scripts[i].text, 2);
        if (!tty_shows(tty, scripts[i].said)) {
            tty_print(tty);
            fail_msg("not said: %s", scripts[i].said);
        }
        size_t n;
        assert_null(strstr(tty_raw(tty, &n), "\033[?1049h")); /* no screen flashed */
    }
    struct tty *tty = minutebook_run(*state, folder_new(*state), 2, WORDS("--script", "/nowhere/script"));
    assert_true(tty_shows(tty, "/nowhere/script cannot be read"));
}

static void a_command_in_the_middle_of_a_line_ends_it_with_the_place(void **state)
{
    char *folder = folder_new(*state);
    struct tty *tty = play_out(state, folder, ":import\nabc\n:desk\n", 2);
    if (!tty_shows(tty, "script:3: a line is being typed")) {
        tty_print(tty);
        fail_msg("not said");
    }
}

static void a_line_left_open_at_the_end_is_given_up(void **state)
{
    play_out(state, folder_new(*state), ":import\nabc\n", 0);
}

static void control_c_gives_the_keyboard_back(void **state)
{
    char *folder = folder_new(*state), *many = mem_printf(*state, "j\n");
    for (int i = 0; i < 16; i++)
        many = mem_printf(*state, "%s%s", many, many); /* 65,536 lines */
    struct tty *tty = play(state, folder, many, (struct tty_options){0});
    tty_wait(tty, "minutebook");
    tty_type(tty, "Q\003"); /* what is typed meanwhile does not count */
    tty_wait(tty, "the keyboard goes on");
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

static void without_a_terminal_a_script_is_refused(void **state)
{
    char *folder = folder_new(*state);
    struct tty *tty = minutebook_run(*state, folder, 2, WORDS("--script", script_write(folder, "j\n"), "meetings"));
    assert_true(tty_shows(tty, "needs a terminal and no subcommand"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_work_of_a_line_is_done_before_the_next),
        TEST_CASE(a_line_is_typed_by_its_keys_and_the_script_ends_by_itself),
        TEST_CASE(commands_in_keys_open_a_line_that_later_lines_type),
        TEST_CASE(what_is_wrong_in_a_script_is_told_with_its_line_before_anything_is_done),
        TEST_CASE(a_command_in_the_middle_of_a_line_ends_it_with_the_place),
        TEST_CASE(a_line_left_open_at_the_end_is_given_up),
        TEST_CASE(control_c_gives_the_keyboard_back),
        TEST_CASE(without_a_terminal_a_script_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
