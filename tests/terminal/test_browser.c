/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The real program where the stand-in cannot speak for it: its own screens at all sizes and with a
 * line being typed, an import from inside, a start without papers. */
#include "terminal/papers.h"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY "--as-at", "2024-06-20"

/* A folder with both papers and a store that holds them. */
static char *filled(void *parent)
{
    char *folder = folder_new(parent);
    papers_write(folder, "");
    minutebook_run(parent, folder, 0, WORDS("import", mem_printf(parent, "%s/pack.txt", folder),
                                            mem_printf(parent, "%s/page.txt", folder)));
    return folder;
}

static void quit(struct tty *tty)
{
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

static void shrink_and_grow(struct tty *tty)
{
    static const int sizes[][2] = {{60, 24}, {41, 11}, {40, 10}, {39, 10}, {40, 9},   {20, 5},
                                   {10, 30}, {3, 2},   {2, 3},   {1, 80},  {1, 1},    {80, 1},
                                   {200, 3}, {300, 90}, {100, 30}, {99, 30}, {80, 24}};
    tty_resize_through(tty, sizes, MB_LENGTH(sizes), true);
}

/* bugs of others: crashes in small windows (calcurse 455), dialogs that keep the old size (neomutt 3238) */
static void every_screen_survives_every_size(void **state)
{
    static const struct {
        const char *keys, *seen;
    } screens[] = {{"", "Desk"},         {"M", "Meetings"},     {"\n", "minute"},       {"\t", "Flooding"},
                   {"\t", "Flooding"},   {"z", "Flooding"},     {"W", "Work programme"}, {"\t", "Work programme"},
                   {"A", "Actions"},     {"?", "keys"},         {"ffootpaths\n", "Find >"}, {"\t", "Find >"},
                   {"fhalf a wo", "half a wo"}};
    char *folder = filled(*state);
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){0}, WORDS(DAY));
    tty_wait(tty, "Desk");
    for (size_t i = 0; i < MB_LENGTH(screens); i++) {
        tty_type(tty, screens[i].keys);
        tty_wait(tty, screens[i].seen);
        shrink_and_grow(tty);
        tty_wait(tty, screens[i].seen);
    }
    tty_type(tty, "\003"); /* the line is given up */
    tty_wait_gone(tty, "half a wo");
    quit(tty);
}

static void it_starts_at_every_size(void **state)
{
    static const int sizes[][2] = {{120, 40}, {40, 10}, {39, 10}, {20, 5}, {3, 2}, {1, 1}, {400, 100}};
    char *folder = filled(*state);
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct tty_options size = {.columns = sizes[i][0], .rows = sizes[i][1]};
        struct tty *tty = minutebook_start(*state, folder, size, WORDS(DAY));
        tty_wait_output(tty);
        tty_resize_through(tty, (const int[][2]){{80, 24}}, 1, true);
        tty_wait(tty, "Desk");
        quit(tty);
    }
}

static void a_long_line_scrolls_sideways_under_its_cursor(void **state)
{
    char *folder = filled(*state);
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){0}, WORDS(DAY));
    tty_wait(tty, "Desk");
    tty_type(tty, "f");
    tty_wait(tty, "find:");
    for (int i = 0; i < 40; i++)
        tty_type(tty, "\u65e5\u672c" "e\u0301-");
    tty_type(tty, "end");
    tty_wait(tty, "-end");
    tty_wait_cursor(tty, 78, 23); /* a wide character would not fit in the one column that is free */
    tty_type(tty, "\001");
    tty_wait(tty, "find: \u65e5\u672c");
    tty_wait_cursor(tty, 7, 23);
    tty_type(tty, "\026\005"); /* a quoted control character is two cells: ^E */
    tty_wait(tty, "find: ^E\u65e5");
    tty_wait_cursor(tty, 9, 23);
    tty_type(tty, "\003");
    tty_wait_gone(tty, "find:");
    quit(tty);
}

/* What stands on each row after the same keys. */
static char *rows_after(void *parent, const char *folder, const char *const *environment, const char *keys)
{
    struct buf out;
    buf_init(&out, parent, (size_t)1 << 20);
    struct tty *tty = minutebook_start(parent, folder, (struct tty_options){.environment = environment}, WORDS(DAY));
    tty_wait(tty, "Desk");
    tty_type(tty, keys);
    tty_settle(tty);
    tty_wait(tty, "Flooding");
    for (int row = 0; row < 24; row++)
        buf_printf(&out, "%s\n", tty_row(tty, row));
    assert_int_equal(tty_has_colors(tty), environment == NULL);
    quit(tty);
    return buf_take(&out);
}

static void no_color_changes_attributes_only(void **state)
{
    const char *no_color[] = {"NO_COLOR=1", NULL};
    char *folder = filled(*state);
    assert_string_equal(rows_after(*state, folder, NULL, "G\n"), rows_after(*state, folder, no_color, "G\n"));
}

static void a_day_before_today_is_looked_back_on_and_left_alone(void **state)
{
    const char *today[] = {"MINUTEBOOK_AS_AT=2024-06-22", NULL};
    char *folder = filled(*state);
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){.environment = today}, WORDS(DAY));
    tty_wait(tty, "as they stood on 20 June 2024");
    tty_type(tty, "a");
    tty_wait(tty, "nothing is changed in that");
    tty_type(tty, ":as-at\n");
    tty_wait(tty, "as at today, 22 June 2024");
    tty_type(tty, "a");
    tty_wait(tty, "add:");
    tty_type(tty, "the Clerk: fares\n");
    tty_wait(tty, "u undoes");
    quit(tty);
}

static void papers_are_imported_from_inside(void **state)
{
    char *folder = folder_new(*state);
    char *papers = mem_printf(*state, "%s/papers", folder);
    assert_int_equal(mkdir(papers, 0700), 0);
    papers_write(papers, "");
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){0}, WORDS(DAY));
    tty_wait(tty, "No papers yet");
    tty_type(tty, ":");
    tty_wait(tty, ":");
    tty_type(tty, mem_printf(tty, "import '%s'\n", papers));
    tty_wait(tty, "2 papers I can read."); /* nothing of them is stored yet */
    tty_type(tty, "\n");
    tty_wait(tty, "2 papers read, 1 meeting.");
    tty_type(tty, "q");
    tty_wait(tty, "12 Jun 2024");
    quit(tty);
}

static void a_key_without_a_meaning_is_named(void **state)
{
    char *folder = filled(*state);
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){0}, WORDS(DAY));
    tty_wait(tty, "Desk");
    tty_type(tty, "X");
    tty_wait(tty, "X does nothing on this screen: ? lists what does");
    tty_type(tty, "j");
    tty_wait_gone(tty, "does nothing");
    tty_type(tty, "12");
    tty_wait(tty, "12: a count");
    tty_type(tty, "\033");
    tty_wait_gone(tty, "12: a count");
    quit(tty);
}

/* screens.md 4.1: `2` on the empty Desk opens the sample, `q` there returns. */
static void the_sample_is_visited_from_the_empty_desk(void **state)
{
    char *folder = folder_new(*state);
    const char *environment[] = {mem_printf(*state, "XDG_DATA_HOME=%s", folder),
                                 mem_printf(*state, "MINUTEBOOK_DATADIR=%s/assets", test_env("MINUTEBOOK_SRCDIR")), NULL};
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){.environment = environment}, WORDS("--plain"));
    tty_wait(tty, "No papers yet");
    tty_type(tty, "j\n");
    tty_wait(tty, "sample meetings, not your papers");
    tty_wait(tty, "q on this screen leads back");
    tty_type(tty, "M");
    tty_wait(tty, "row 1 of");
    tty_type(tty, "qq");
    tty_wait(tty, "No papers yet");
    assert_int_not_equal(access(mem_printf(tty, "%s/store", folder), F_OK), 0); /* the own store was not touched */
    tty_type(tty, "q");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

static void a_signal_during_an_import_leaves_a_sound_store(void **state)
{
    char *folder = folder_new(*state);
    papers_write(folder, "");
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){0}, WORDS(DAY));
    tty_wait(tty, "No papers yet");
    tty_type(tty, mem_printf(tty, ":import %s/pack.txt %s/page.txt\n", folder, folder));
    tty_wait_gone(tty, ":import");
    kill(tty_pid(tty), SIGTERM);
    assert_int_equal(tty_exit(tty), 128 + SIGTERM);
    tty_expect_restored(tty);
    minutebook_run(*state, folder, 0, WORDS("check"));
}

/* A paper read from standard input waits for its end: meanwhile the line stands and ^C is noted. */
static void an_import_on_a_terminal_tells_how_far_it_is_and_stops_between_papers(void **state)
{
    char *folder = folder_new(*state);
    papers_write(folder, "");
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){0},
                                       WORDS(DAY, "import", mem_printf(*state, "%s/pack.txt", folder), "-",
                                             mem_printf(*state, "%s/page.txt", folder)));
    tty_wait(tty, "paper 2 of 3");
    tty_send(tty, "\003", 1);
    tty_settle(tty);
    tty_send(tty, "\004", 1);
    tty_wait(tty, "1 paper read");
    tty_wait(tty, "Stopped before the end");
    tty_wait_gone(tty, "paper 2 of 3");
    assert_int_equal(tty_exit(tty), 128 + SIGINT);
    tty = minutebook_run(*state, folder, 0, WORDS(DAY, "meetings"));
    tty_wait(tty, "agenda");
    assert_false(tty_shows(tty, "minutes ("));
    minutebook_run(*state, folder, 0, WORDS("check"));
}

static void with_plain_no_line_is_written_over(void **state)
{
    char *folder = folder_new(*state);
    papers_write(folder, "");
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){0},
                                       WORDS("--plain", DAY, "import", mem_printf(*state, "%s/pack.txt", folder),
                                             mem_printf(*state, "%s/page.txt", folder)));
    assert_int_equal(tty_exit(tty), 0);
    assert_false(tty_raw_has(tty, "paper 1 of", strlen("paper 1 of")));
}

static void a_terminal_that_cannot_is_refused_before_the_store_is_touched(void **state)
{
    char *folder = folder_new(*state);
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){.term = "dumb"}, WORDS(DAY));
    assert_int_equal(tty_exit(tty), 2);
    tty_wait(tty, "cannot move its cursor");
    assert_int_not_equal(access(mem_printf(tty, "%s/store", folder), F_OK), 0);
}

static void a_store_that_is_none_is_refused_in_one_sentence(void **state)
{
    char *folder = folder_new(*state);
    char *path = mem_printf(*state, "%s/store", folder);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    for (int i = 0; i < 40; i++)
        fputs("this is a letter and no store\n", file);
    assert_int_equal(fclose(file), 0);
    struct tty *tty = minutebook_start(*state, folder, (struct tty_options){0}, WORDS(DAY));
    assert_int_equal(tty_exit(tty), 4);
    assert_false(tty_raw_has(tty, "\033", 1));
    tty_wait(tty, "minutebook: ");
}

/* It takes a second or two, in which nothing was to be seen. */
static void the_sample_is_spoken_of_while_it_is_made(void **state)
{
    const char *const arguments[] = {test_env("MINUTEBOOK_BIN"), "--demo", NULL};
    const char *const environment[] = {
        mem_printf(*state, "MINUTEBOOK_DATADIR=%s/assets", test_env("MINUTEBOOK_SRCDIR")), NULL};
    struct tty *tty = tty_start(*state, &(struct tty_options){.arguments = arguments, .environment = environment});
    tty_wait_raw(tty, "Making the sample council: paper 1 of ");
    tty_wait(tty, "Desk");
    assert_false(tty_shows(tty, "Making the sample"));
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
    assert_false(tty_shows(tty, "Making the sample"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_screen_survives_every_size),
        TEST_CASE(the_sample_is_spoken_of_while_it_is_made),
        TEST_CASE(it_starts_at_every_size),
        TEST_CASE(a_long_line_scrolls_sideways_under_its_cursor),
        TEST_CASE(no_color_changes_attributes_only),
        TEST_CASE(a_day_before_today_is_looked_back_on_and_left_alone),
        TEST_CASE(papers_are_imported_from_inside),
        TEST_CASE(a_key_without_a_meaning_is_named),
        TEST_CASE(the_sample_is_visited_from_the_empty_desk),
        TEST_CASE(a_signal_during_an_import_leaves_a_sound_store),
        TEST_CASE(an_import_on_a_terminal_tells_how_far_it_is_and_stops_between_papers),
        TEST_CASE(with_plain_no_line_is_written_over),
        TEST_CASE(a_terminal_that_cannot_is_refused_before_the_store_is_touched),
        TEST_CASE(a_store_that_is_none_is_refused_in_one_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
