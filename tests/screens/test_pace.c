/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How far an import of many papers is, and what it says when it is done. */
#include "support/test.h"

#include "screens/golden.h"
#include "screens/walk.h"

#include <locale.h>
#include <stdio.h>

static char *store_file;
static void *town;

static void assert_pace(void **state, struct pace pace, bool short_of_room, const char *expected)
{
    assert_string_equal(pace_words(*state, &pace, short_of_room), expected);
}

static void count_rate_and_time_left_are_told(void **state)
{
    assert_pace(state, (struct pace){.done = 119, .total = 2000, .milliseconds = 2903}, false,
                "paper 120 of 2,000 · 41 a second · about 46 s left");
    assert_pace(state, (struct pace){.done = 5, .total = 25, .milliseconds = 60000}, false,
                "paper 6 of 25 · 5 a minute · about 4 minutes left");
    assert_pace(state, (struct pace){.done = 1, .total = 1234567, .milliseconds = 4000}, false,
                "paper 2 of 1,234,567 · 15 a minute · about 1372 hours left");
    assert_pace(state, (struct pace){.done = 119, .total = 2000, .milliseconds = 2903}, true, "120 of 2,000 · 46 s left");
}

static void what_cannot_be_told_yet_is_not_guessed(void **state)
{
    assert_pace(state, (struct pace){.done = 0, .total = 3, .milliseconds = 9000}, false, "paper 1 of 3");
    assert_pace(state, (struct pace){.done = 2, .total = 300, .milliseconds = 10}, false, "paper 3 of 300");
}

static void of_a_long_path_the_end_is_kept(void **state)
{
    struct pace pace = {0};
    char path[400];
    (void)state;
    memset(path, 'x', sizeof path);
    (void)snprintf(path + 380, 20, "/minutes-é.txt");
    memcpy(path + 140, "é", 2); /* the first byte that is kept would be its second */
    pace_step(&pace, 7, 9, path);
    assert_int_equal(pace.done, 7);
    assert_true(strlen(pace.path) < sizeof pace.path);
    assert_string_equal(pace.path + strlen(pace.path) - 15, "/minutes-é.txt");
    assert_int_not_equal((unsigned char)pace.path[0] & 0xC0, 0x80);
}

/* ---- the pane ------------------------------------------------------------------------------------------------ */

static const struct pace half_way = {
    .done = 119, .total = 2000, .milliseconds = 2903, .path = "papers/health/2024-03-05-minutes.txt"};

static void a_pane_shows_how_far_an_import_is_while_one_reads(void **state)
{
    static const int sizes[][2] = {{120, 36}, {80, 24}, {40, 12}, {40, 10}, {20, 5}};
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct walk *walk = walk_new(*state, store_file, sizes[i][0], sizes[i][1]);
        browser_pace(walk->browser, &half_way);
        type_keys(walk, "j");
        golden(walk, "pace-desk");
    }
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    browser_pace(walk->browser, &half_way);
    do_command(walk, CMD_OPEN);
    golden(walk, "pace-meeting");
}

static void the_pane_goes_when_the_work_is_over(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    char *before = shown(walk);
    browser_pace(walk->browser, &half_way);
    assert_string_not_equal(shown(walk), before);
    browser_pace(walk->browser, NULL);
    assert_string_equal(shown(walk), before);
}

static void work_that_is_done_at_once_has_no_pane(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    char *before = shown(walk);
    struct pace begun = {.done = 3, .total = 9, .began = 1, .milliseconds = 120, .path = "papers/page.txt"};
    browser_pace(walk->browser, &begun);
    assert_string_equal(shown(walk), before);
    begun.milliseconds = 900;
    browser_pace(walk->browser, &begun);
    assert_shows(walk, "Reading papers");
    begun.title = "What is there";
    browser_pace(walk->browser, &begun);
    assert_shows(walk, "What is there");
    assert_null(strstr(shown(walk), "Reading papers"));
}

static void one_paper_needs_no_pane(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    struct pace one = {.total = 1, .path = "papers/page.txt"};
    browser_pace(walk->browser, &one);
    assert_non_null(strstr(shown(walk), "reading page.txt"));
    assert_null(strstr(shown(walk), "Reading papers"));
}

/* ---- the report of many papers -------------------------------------------------------------------------------- */

static bool collect(void *to, const char *bytes, size_t n)
{
    buf_add(to, bytes, n);
    return true;
}

static void add_line(struct import_run *run, enum import_outcome outcome, const char *meeting_id, const char *path)
{
    struct import_line *line = mem_append(run, run->lines, run->n_lines);
    line->path = mem_strdup(run, path);
    line->result = mem_new(run, struct import_result);
    line->result->outcome = outcome;
    line->result->meeting_id = mem_strdup(run, meeting_id);
    if (outcome == IMPORT_REFUSED)
        line->refusal = mem_printf(run, "\"%s\" is a picture", path);
}

/* Papers of each outcome: one refused, one that needs its committee, an updated one, N new and a hundred as many unchanged. */
static struct import_run *many_papers(const void *parent, const struct meeting_rows *rows, size_t n)
{
    struct import_run *run = mem_new(parent, struct import_run);
    const char *placed = rows->at[0].id, *unplaced = rows->at[rows->n - 1].id;
    add_line(run, IMPORT_REFUSED, NULL, "papers/plan.png");
    add_line(run, IMPORT_NEEDS_DETAILS, unplaced, "papers/health/page.txt");
    add_line(run, IMPORT_NEEDS_DETAILS, placed, "papers/health/since-joined.txt");
    add_line(run, IMPORT_UPDATED, placed, "papers/roads/minutes.txt");
    for (size_t i = 0; i < n; i++)
        add_line(run, IMPORT_NEW, placed, mem_printf(run, "papers/roads/%02zu.txt", i));
    for (size_t i = 0; i < 100 * n; i++)
        add_line(run, IMPORT_UNCHANGED, placed, mem_printf(run, "papers/old/%04zu.txt", i));
    return run;
}

static char *report(void **state, size_t n, bool all)
{
    struct err err = {0};
    struct buf out;
    struct sink sink = {collect, &out};
    struct meeting_rows rows;
    struct program *program = town_program(*state, store_file);
    struct store *store;
    buf_init(&out, *state, (size_t)1 << 22);
    assert_int_equal(store_open(*state, store_file, STORE_READ, &store, &err), STATUS_OK);
    assert_int_equal(store_meetings(*state, store, &rows, &err), STATUS_OK);
    assert_int_equal(import_report_print(&sink, store, program, many_papers(*state, &rows, n), 80, all, &err), STATUS_OK);
    talloc_free(store);
    return buf_take(&out);
}

static void papers_are_listed_by_what_became_of_them(void **state)
{
    golden_check("print-import-many", report(state, 13, false));
}

static size_t count_of(const char *text, const char *needle)
{
    size_t n = 0;
    while ((text = strstr(text, needle))) {
        n++;
        text += strlen(needle);
    }
    return n;
}

static void a_long_list_is_counted_and_whole_when_asked_for(void **state)
{
    const char *some = report(state, 13, false), *all = report(state, 13, true);
    assert_non_null(strstr(some, "Unchanged (1,300)"));
    assert_non_null(strstr(some, "and 1,281 more"));
    assert_int_equal(count_of(some, "old/"), 19);
    assert_null(strstr(all, " more"));
    assert_int_equal(count_of(all, "old/"), 1300);
}

static int setup(void **state)
{
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    talloc_free(town);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(count_rate_and_time_left_are_told),
        TEST_CASE(what_cannot_be_told_yet_is_not_guessed),
        TEST_CASE(of_a_long_path_the_end_is_kept),
        TEST_CASE(a_pane_shows_how_far_an_import_is_while_one_reads),
        TEST_CASE(the_pane_goes_when_the_work_is_over),
        TEST_CASE(work_that_is_done_at_once_has_no_pane),
        TEST_CASE(one_paper_needs_no_pane),
        TEST_CASE(papers_are_listed_by_what_became_of_them),
        TEST_CASE(a_long_list_is_counted_and_whole_when_asked_for),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
