/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands on the list of what was found beside the hits: what it could not see, and what was looked for as well. */
#include "support/test.h"

#include "screens/walk.h"
#include "src/screens/private.h"
#include "unit/store/papers.h"

#include <locale.h>
#include <string.h>

#define CUT_MEETINGS 9

static char *store_file; /* the town's store, made once: no test writes to it */
static void *town;

/* ---- what it could not see ---------------------------------------------------------------------------------- */

static void a_thin_answer_names_the_minutes_that_are_cut_and_opens_them(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    do_line(walk, "find zeppelin");
    assert_here(walk, "16 May 2024");
    assert_here(walk, "minute 34");
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "minute 34");
    assert_shows(walk, "Cut off on the council's page");
    type_keys(walk, "hG");
    assert_here(walk, "1 paper named in your papers is not held");
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_TO_GET);
}

/* Minutes of other days, or of other kinds of text, say nothing of an answer that was narrowed. */
static void only_where_was_looked_something_can_be_missed(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    do_line(walk, "find zeppelin date:2023");
    assert_shows(walk, "1 of the minutes that it looked in is cut off");
    assert_shows(walk, "9 November 2023");
    assert_hides(walk, "16 May 2024");
    do_line(walk, "find zeppelin kind:report");
    assert_hides(walk, "cut off");
    assert_shows(walk, "1 paper named in your papers is not held");
    do_line(walk, "find zeppelin");
    assert_shows(walk, "2 of the 9 minutes held are cut off");
}

/* A follow-up hangs on what is under the cursor, not on a hit above it. */
static void a_row_that_is_no_hit_adds_nothing_to_one(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    do_line(walk, "find buses");
    type_keys(walk, "G");
    assert_here(walk, "1 paper named");
    assert_hides(walk, "hit 3 of");
    browser_add_here(walk->browser);
    assert_null(walk->browser->adding->meeting_id);
    type_keys(walk, "g");
    browser_add_here(walk->browser);
    assert_non_null(walk->browser->adding->meeting_id);
}

static char *store_of_cut_minutes(const void *parent)
{
    char *path = town_path(parent);
    struct store *store;
    struct import_result *result;
    struct err err = {0};
    assert_int_equal(store_open(parent, path, STORE_WRITE, &store, &err), STATUS_OK);
    for (int i = 0; i < CUT_MEETINGS; i++) {
        struct draft *draft = paper((void *)parent, mem_printf(parent, "m%d", i), FORM_PAGE_TEXT);
        paper_committee(draft, "Roads Scrutiny Panel");
        paper_on(draft, 2021, 1 + i, 14, DATE_STATED);
        for (int k = 0; k < 2; k++) {
            struct item *item = paper_item(draft, mem_printf(parent, "Matter %d of meeting %d", k, i));
            item->minute_number = mem_printf(draft->meeting, "%d", 10 * i + k);
            item->minutes_text = mem_strdup(draft->meeting, "The Panel heard about the lamps and ");
            item->truncated = true;
        }
        assert_int_equal(store_import(parent, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), STATUS_OK);
    }
    assert_int_equal(store_settle(store, &err), STATUS_OK);
    talloc_free(store);
    return path;
}

/* Where there are too many to be named the newest are, and the others are a key away. */
static void of_many_the_newest_are_named(void **state)
{
    struct walk *walk = walk_new(*state, store_of_cut_minutes(*state), 80, 24);
    do_line(walk, "find zeppelin");
    assert_shows(walk, "14 September 2021   Roads Scrutiny Panel   minutes 80, 81");
    assert_shows(walk, "14 April 2021");
    assert_hides(walk, "14 March 2021");
    type_keys(walk, "6j");
    assert_here(walk, "older ones: Enter lists all");
    do_line(walk, "find lamps");
    assert_shows(walk, "18 places in the minutes"); /* not thin: */
    type_keys(walk, "G");
    assert_hides(walk, "Enter opens one");
}

/* ---- what was looked for as well ------------------------------------------------------------------------------ */

static void what_was_added_stands_in_the_head(void **state)
{
    struct walk *walk = walk_new(*state, store_of_cut_minutes(*state), 120, 30);
    do_line(walk, "find lamp heard about panel");
    assert_shows(walk, "also: lamps");
    assert_int_equal(browser_top(walk->browser)->panes[0].view.page->rows[0].first, 1); /* below its heading, nothing before that */
    type_keys(walk, "G");
    assert_hides(walk, ":set related off");
    resize(walk, 40, 30);
    type_keys(walk, "G");
    assert_shows(walk, ":set related off"); /* no room in the head */
    do_line(walk, "set related off");
    do_line(walk, "find lamp");
    assert_hides(walk, "also:");
}

static int make_town(void **state)
{
    (void)state;
    setlocale(LC_ALL, "C.UTF-8");
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
        TEST_CASE(a_thin_answer_names_the_minutes_that_are_cut_and_opens_them),
        TEST_CASE(only_where_was_looked_something_can_be_missed),
        TEST_CASE(a_row_that_is_no_hit_adds_nothing_to_one),
        TEST_CASE(of_many_the_newest_are_named),
        TEST_CASE(what_was_added_stands_in_the_head),
    };
    return cmocka_run_group_tests_name("screens: beside the hits of a search", tests, make_town, leave_town);
}
