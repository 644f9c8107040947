/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The loop: sizes, suspending, the worker. */
#include "terminal/standin.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

/* ---- sizes ------------------------------------------------------------------------------------- */

/* bugs of others: crash when narrower than a side pane (calcurse 455, weechat 1634) */
static void every_size_down_to_one_cell_is_survived(void **state)
{
    static const int sizes[] = {79, 60, 41, 40, 39, 20, 10, 5, 3, 2, 1};
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    for (size_t i = 0; i < MB_LENGTH(sizes); i++)
        for (size_t j = 0; j < MB_LENGTH(sizes); j++) {
            tty_resize(tty, sizes[i], sizes[j]);
            tty_wait_corner(tty, (char)STANDIN_MARK(sizes[i], sizes[j]));
        }
    tty_resize(tty, 80, 24);
    tty_wait(tty, "stand-in 80x24");
    tty_type(tty, "j");
    tty_wait(tty, "> row 1");
    standin_quit(tty);
}

static void it_starts_in_one_cell_and_grows(void **state)
{
    const char *arguments[] = {standin_path(*state), NULL};
    struct tty *tty = tty_start(*state, &(struct tty_options){.columns = 1, .rows = 1, .arguments = arguments});
    tty_wait_corner(tty, (char)STANDIN_MARK(1, 1));
    tty_resize(tty, 100, 30);
    tty_wait(tty, "stand-in 100x30");
    standin_quit(tty);
}

static void many_resizes_at_once_settle_on_the_last(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    int sizes[40][2];
    for (int i = 0; i < 40; i++) {
        sizes[i][0] = 50 + i;
        sizes[i][1] = 15 + i % 7;
    }
    tty_resize_through(tty, sizes, MB_LENGTH(sizes), false);
    tty_wait(tty, "stand-in 89x19");
    tty_wait(tty, "last: redraw");
    standin_quit(tty);
}

/* bugs of others: blank lines after one jump (neomutt 1931) */
static void a_jump_from_tall_and_narrow_to_short_and_wide_leaves_no_gap(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){.columns = 30, .rows = 60});
    tty_resize(tty, 140, 12);
    tty_wait(tty, "stand-in 140x12");
    tty_wait(tty, "last: ready");
    for (int row = 0; row < 11; row++)
        assert_string_not_equal(tty_row(tty, row), "");
    assert_int_equal(tty_find(tty, "row 0", NULL), 3);
    standin_quit(tty);
}

static void the_cursor_stands_on_the_current_row(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_wait_cursor(tty, 0, 3);
    tty_type(tty, "jjj"); /* typed ahead */
    tty_wait_cursor(tty, 0, 6);
    tty_type(tty, "k");
    tty_wait_cursor(tty, 0, 5);
    standin_quit(tty);
}

static void only_what_changed_is_sent(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    size_t before, after;
    tty_settle(tty);
    tty_raw(tty, &before);
    tty_type(tty, "j");
    tty_wait(tty, "> row 1");
    tty_settle(tty);
    tty_raw(tty, &after);
    assert_in_range(after - before, 1, 700); /* two rows and a status line, not a screen of 1,920 cells */
    tty_type(tty, "\014");
    tty_wait_raw(tty, "\033[H\033[2J");
    standin_quit(tty);
}

/* ---- suspending ------------------------------------------------------------------------------------ */

/* An interactive shell that starts the stand-in, which leaves its pid in the home folder. */
static struct tty *shell_start(void *parent)
{
    const char *environment[] = {"PS1=SH> ", NULL};
    const char *arguments[] = {"/bin/sh", "-i", NULL};
    struct tty *tty = tty_start(parent, &(struct tty_options){.environment = environment, .arguments = arguments});
    tty_wait(tty, "SH>");
    tty_type(tty, mem_printf(tty, "sh -c 'echo $$ >$HOME/pid; exec %s'\n", standin_path(tty)));
    tty_wait(tty, "last: ready");
    return tty;
}

static void shell_exit(struct tty *tty)
{
    tty_type(tty, "q");
    tty_wait_prompt(tty, "SH>");
    tty_type(tty, "echo it said $?.\n");
    tty_wait(tty, "it said 0.");
    tty_type(tty, "exit\n");
    assert_int_equal(tty_exit(tty), 0);
}

static void expect_the_shells_terminal(struct tty *tty)
{
    tty_wait_prompt(tty, "SH>");
    tty_type(tty, "clear; stty -a | tr ' ;' '\\n\\n' | grep -xE -e '-?(icanon|echo|isig|onlcr)' | tr '\\n' ,; echo\n");
    tty_wait(tty, "isig,icanon,echo,");
    tty_wait_prompt(tty, "SH>");
    assert_true(tty_shows(tty, "onlcr,") && !tty_shows(tty, "-onlcr"));
}

/* bugs of others: suspend and fg leave the terminal wrong (lazygit 5309) */
static void suspending_by_key_gives_the_shell_its_terminal_and_comes_back(void **state)
{
    struct tty *tty = shell_start(*state);
    tty_type(tty, "j\032");
    expect_the_shells_terminal(tty);
    tty_resize(tty, 90, 26);
    tty_type(tty, "fg\n");
    tty_wait(tty, "stand-in 90x26");
    tty_wait(tty, "> row 1");
    tty_type(tty, "j");
    tty_wait(tty, "> row 2");
    shell_exit(tty);
}

static void suspending_in_a_typed_line_keeps_the_line(void **state)
{
    struct tty *tty = shell_start(*state);
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_type(tty, "abc\032");
    expect_the_shells_terminal(tty);
    tty_type(tty, "fg\n");
    tty_wait(tty, "find: abc");
    tty_type(tty, "d\n");
    tty_wait(tty, "got [abcd]");
    shell_exit(tty);
}

static pid_t pid_in_home(struct tty *tty)
{
    char line[32] = "";
    FILE *file = fopen(mem_printf(tty, "%s/pid", tty_home(tty)), "re");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    fclose(file);
    return (pid_t)strtol(line, NULL, 10);
}

static void suspending_by_signal_does_the_same(void **state)
{
    struct tty *tty = shell_start(*state);
    kill(pid_in_home(tty), SIGTSTP);
    expect_the_shells_terminal(tty);
    tty_type(tty, "fg\n");
    tty_wait(tty, "last: ready");
    shell_exit(tty);
}

static void where_nobody_can_continue_it_the_key_is_ignored(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0}); /* a session of its own: orphaned */
    tty_type(tty, "\032");
    tty_wait(tty, "last: suspend");
    tty_type(tty, "j");
    tty_wait(tty, "> row 1");
    standin_quit(tty);
}

static void continued_without_having_been_asked_it_paints_anew(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_settle(tty);
    kill(tty_pid(tty), SIGSTOP);
    kill(tty_pid(tty), SIGCONT);
    tty_wait_output(tty);
    tty_type(tty, "j");
    tty_wait(tty, "> row 1");
    standin_quit(tty);
}

/* ---- the worker -------------------------------------------------------------------------------------- */

static void a_job_runs_beside_the_keys_and_can_be_stopped(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "M");
    tty_wait(tty, "working");
    tty_type(tty, "j");
    tty_wait(tty, "> row 1");
    tty_type(tty, "\003");
    tty_wait(tty, "last: job stopped");
    tty_type(tty, "\003");
    tty_wait(tty, "no work is running");
    standin_quit(tty);
}

static void jobs_wait_for_each_other_and_none_is_lost(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "Maaaa");
    tty_wait(tty, "last: add");
    tty_type(tty, "\003");
    tty_wait(tty, "last: job done jobs 5");
    standin_quit(tty);
}

static void job_go(struct tty *tty)
{
    int file = open(mem_printf(tty, "%s/go", tty_home(tty)), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    assert_true(file >= 0);
    close(file);
}

static void what_is_told_of_work_goes_with_it(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "W");
    tty_wait(tty, "working");
    job_go(tty);
    tty_wait(tty, "last: job done");
    tty_wait_gone(tty, "working");
    standin_quit(tty);
}

static void quitting_waits_for_the_work_and_says_so(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "W");
    tty_wait(tty, "working");
    tty_type(tty, "q");
    tty_wait(tty, "quits when the work that is running is done");
    tty_type(tty, "j");
    job_go(tty);
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

static void work_is_stopped_by_control_c_while_quitting(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "M");
    tty_wait(tty, "working");
    tty_type(tty, "q");
    tty_wait(tty, "quits when");
    tty_type(tty, "\003");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

static void work_that_fails_while_quitting_is_told_before_the_end(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "u");
    tty_wait(tty, "working");
    tty_type(tty, "q");
    tty_wait(tty, "quits when");
    job_go(tty);
    tty_wait(tty, "last: job failed");
    standin_quit(tty);
}

static void a_signal_stops_the_work_at_a_safe_point(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "M");
    tty_wait(tty, "working");
    kill(tty_pid(tty), SIGTERM);
    assert_int_equal(tty_exit(tty), SIGNALLED(SIGTERM));
    tty_expect_restored(tty);
}

static void a_job_that_ends_while_a_line_is_typed_leaves_the_line(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "W");
    tty_wait(tty, "working");
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    tty_type(tty, "abc");
    tty_wait(tty, "find: abc");
    job_go(tty);
    tty_wait(tty, "last: job done");
    tty_type(tty, "d\n");
    tty_wait(tty, "got [abcd]");
    standin_quit(tty);
}

static void what_another_program_changed_is_seen_when_idle(void **state)
{
    struct tty *tty = standin_start(*state, (struct tty_options){0});
    tty_type(tty, "R");
    tty_wait(tty, "last: store changed");
    standin_quit(tty);
}

static void the_own_store_replaces_the_sample_with_its_own_day(void **state)
{
    const char *demo[] = {standin_path(*state), "--demo", NULL};
    struct tty *tty = standin_start(*state, (struct tty_options){.arguments = demo});
    tty_wait(tty, "last: ready with the sample jobs 0 in 2001");
    tty_type(tty, "\005");
    tty_wait(tty, "last: ready jobs 0 in 2024");
    tty_wait(tty, "what the import did");
    standin_quit(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_size_down_to_one_cell_is_survived),
        TEST_CASE(it_starts_in_one_cell_and_grows),
        TEST_CASE(many_resizes_at_once_settle_on_the_last),
        TEST_CASE(a_jump_from_tall_and_narrow_to_short_and_wide_leaves_no_gap),
        TEST_CASE(the_cursor_stands_on_the_current_row),
        TEST_CASE(only_what_changed_is_sent),
        TEST_CASE(suspending_by_key_gives_the_shell_its_terminal_and_comes_back),
        TEST_CASE(suspending_in_a_typed_line_keeps_the_line),
        TEST_CASE(suspending_by_signal_does_the_same),
        TEST_CASE(where_nobody_can_continue_it_the_key_is_ignored),
        TEST_CASE(continued_without_having_been_asked_it_paints_anew),
        TEST_CASE(a_job_runs_beside_the_keys_and_can_be_stopped),
        TEST_CASE(jobs_wait_for_each_other_and_none_is_lost),
        TEST_CASE(what_is_told_of_work_goes_with_it),
        TEST_CASE(quitting_waits_for_the_work_and_says_so),
        TEST_CASE(work_is_stopped_by_control_c_while_quitting),
        TEST_CASE(work_that_fails_while_quitting_is_told_before_the_end),
        TEST_CASE(a_signal_stops_the_work_at_a_safe_point),
        TEST_CASE(a_job_that_ends_while_a_line_is_typed_leaves_the_line),
        TEST_CASE(the_own_store_replaces_the_sample_with_its_own_day),
        TEST_CASE(what_another_program_changed_is_seen_when_idle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
