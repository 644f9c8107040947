/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The walk of a chase on the sample, with the real program: all that is to check of one meeting with one hand, what is
 * overdue asked for again, what a later paper tells of a promise seen, the promise closed by that minute, and the
 * tracker printed as at the day when the papers of the next meeting are to be out. Keys are counted. */
#include "terminal/tty.h"

#include <stdio.h>
#include <stdlib.h>

/* The minutes of the meeting that is gone through: Environment and Communities, 12 November 2025. */
#define MINUTE_FIRST 85
#define MINUTE_LAST  91

static struct tty *sample_start(const void *parent, int columns, int rows)
{
    const char *const arguments[] = {test_env("MINUTEBOOK_BIN"), "--demo", NULL};
    const char *const environment[] = {
        mem_printf(parent, "MINUTEBOOK_DATADIR=%s/assets", test_env("MINUTEBOOK_SRCDIR")), NULL};
    return tty_start(parent, &(struct tty_options){.columns = columns, .rows = rows, .arguments = arguments, .environment = environment});
}

/* The minute whose follow-up stands under the cursor: its reference begins the row. */
static long minute_here(struct tty *tty)
{
    int x, y;
    assert_true(tty_cursor(tty, &x, &y));
    return strtol(tty_row(tty, y) + strspn(tty_row(tty, y), "> "), NULL, 10);
}

/* Each is kept by `c`, every fourth refused by `D` and Enter; the cursor goes on by itself. The keys it took. */
static int judge_all_of_the_meeting(struct tty *tty)
{
    int judged = 0, keys = tty_press_until_here(tty, ">", "88/1");
    for (long minute; minute = minute_here(tty), minute >= MINUTE_FIRST && minute <= MINUTE_LAST; judged++) {
        bool refused = judged % 4 == 3;
        if (refused) {
            tty_type(tty, "D");
            tty_wait(tty, "not a follow-up because:");
        }
        tty_press(tty, refused ? "\n" : "c");
        keys += refused ? 2 : 1;
        assert_true(judged < 30);
    }
    assert_true(judged >= 8); /* the sample's */
    assert_true(keys <= 2 * judged);
    tty_type(tty, "}"); /* the next group to check is another meeting's */
    tty_settle(tty);
    assert_false(tty_shows(tty, "To check \u00b7 Environment and Communities, 12 November"));
    return keys;
}

static int chase_the_first_that_is_overdue(struct tty *tty)
{
    tty_press(tty, "g");
    tty_wait(tty, "25 days overdue");
    tty_type(tty, "C");
    tty_wait(tty, "chased:");
    tty_type(tty, "\n");
    tty_wait(tty, "210/1 chase, 3 December 2025. u undoes.");
    return 3;
}

/* What a later paper says stands beside the promise; done by the minute that says it, which is in the line already. */
static int see_what_was_answered_and_close_it(struct tty *tty)
{
    tty_type(tty, ":");
    tty_settle(tty);
    tty_type(tty, "evidence\n");
    tty_wait(tty, "with a trace in later papers");
    tty_type(tty, "g");
    int keys = 11 + tty_press_until_here(tty, "j", "probably reported at minute");
    tty_wait(tty, "probably reported at minute 235");
    tty_type(tty, "td");
    tty_wait(tty, "done: minute 235, 27 November 2025");
    tty_type(tty, "\n");
    tty_wait(tty, "226/2 status: complete, minute 235, 27 November 2025. u undoes.");
    return keys + 3;
}

static void read_printed(const void *parent, const char *path, const char *as_at)
{
    char text[1 << 15];
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    size_t n = fread(text, 1, sizeof text - 1, file);
    text[n] = '\0';
    assert_int_equal(fclose(file), 0);
    assert_non_null(strstr(text, mem_printf(parent, "as at %s\n", as_at)));
    assert_non_null(strstr(text, "minute 235, 27 November 2025")); /* closed by */
    assert_non_null(strstr(text, "3 December 2025: asked again"));
}

/* The papers of the next meeting, on 11 December, are to be out five clear working days before it (1972 Act, 100B). */
static int print_as_at_the_despatch(struct tty *tty)
{
    const char *path = mem_printf(tty, "%s/tracker.txt", tty_home(tty));
    char *line = mem_printf(tty, "export actions %s\n", path);
    tty_type(tty, "q:");
    tty_settle(tty);
    tty_type(tty, "as-at despatch\n");
    tty_wait(tty, "as at Wednesday 3 December 2025");
    tty_type(tty, ":");
    tty_settle(tty);
    tty_type(tty, line);
    tty_wait(tty, "written: ");
    read_printed(tty, path, "3 December 2025");
    return 18 + (int)strlen("export actions tracker.txt\n");
}

static void walk_at(const void *parent, int columns, int rows)
{
    struct tty *tty = sample_start(parent, columns, rows);
    tty_wait(tty, "Desk");
    tty_type(tty, "A");
    tty_wait(tty, "Overdue");
    int judged = judge_all_of_the_meeting(tty), chased = chase_the_first_that_is_overdue(tty);
    int closed = see_what_was_answered_and_close_it(tty), printed = print_as_at_the_despatch(tty);
    print_message("# %dx%d, keys: all of a meeting judged %d, one chased %d, evidence seen and closed %d, printed %d\n", columns, rows, judged,
                  chased, closed, printed);
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

static void the_chase_on_a_wide_terminal(void **state)
{
    walk_at(*state, 120, 36);
}

static void the_chase_on_a_usual_terminal(void **state)
{
    walk_at(*state, 80, 24);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_chase_on_a_wide_terminal),
        TEST_CASE(the_chase_on_a_usual_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
