/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The list of what was found: its groups, and what stands beside the hits: what it could not see, and what was looked for as well. */
#include "support/test.h"

#include "screens/walk.h"
#include "src/screens/private.h"
#include "unit/store/papers.h"

#include <locale.h>
#include <poll.h>
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

/* ---- groups ----------------------------------------------------------------------------------------------------- */

#define MEETINGS 40
#define ITEMS 3

/* MEETINGS of two panels, whose minutes and agendas tell of lamps. */
static char *store_of_lamps(const void *parent, int meetings, int items)
{
    char *path = town_path(parent);
    struct store *store;
    struct import_result *result;
    struct err err = {0};
    assert_int_equal(store_open(parent, path, STORE_WRITE, &store, &err), STATUS_OK);
    for (int i = 0; i < meetings; i++) {
        struct draft *draft = paper((void *)parent, mem_printf(parent, "l%d", i), FORM_PAGE_TEXT);
        paper_committee(draft, i % 2 ? "Roads Scrutiny Panel" : "Parks Scrutiny Panel");
        paper_on(draft, 2020 + i / 12, 1 + i % 12, 14, DATE_STATED);
        for (int k = 0; k < items; k++) {
            struct item *item = paper_item(draft, mem_printf(parent, "Matter %d of meeting %d", k, i));
            item->minute_number = mem_printf(draft->meeting, "%d", 10 * i + k);
            item->minutes_text = mem_printf(draft->meeting, "The Panel heard about lamp %d of street %d.", k, i);
            item->agenda_text = mem_printf(draft->meeting, "To hear about lamp %d.", k);
        }
        assert_int_equal(store_import(parent, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), STATUS_OK);
    }
    assert_int_equal(store_settle(store, &err), STATUS_OK);
    talloc_free(store);
    return path;
}

/* All that the searcher has to say. */
static void hear(struct walk *walk)
{
    while (browser_is_searching(walk->browser)) {
        struct pollfd news = {.fd = browser_search_fd(walk->browser), .events = POLLIN};
        if (poll(&news, 1, 50) > 0)
            (void)browser_searched(walk->browser);
    }
}

static size_t times(const char *text, const char *words)
{
    size_t n = 0;
    for (const char *at = text; (at = strstr(at, words)) != NULL; at += strlen(words))
        n++;
    return n;
}

static void a_meeting_stands_once_above_its_hits(void **state)
{
    struct walk *walk = walk_new(*state, store_of_lamps(*state, 2, ITEMS), 80, 30);
    do_line(walk, "set related off");
    do_line(walk, "find lamp");
    golden(walk, "search-kinds");
    type_keys(walk, "j");
    assert_here(walk, "minute 11   Matter 1 of meeting 1");
    type_keys(walk, "o");
    assert_shows(walk, "by meeting; o turns it");
    assert_here(walk, "minute 11   Matter 1 of meeting 1"); /* the cursor stays on it */
    golden(walk, "search-meetings");
    assert_int_equal(times(shown(walk), "14 February 2020"), 1);
    assert_int_equal(times(shown(walk), "14 January 2020"), 1);
    type_keys(walk, "o");
    assert_here(walk, "minute 11   Matter 1 of meeting 1");
    assert_shows(walk, "Minutes (6)");
    assert_shows(walk, "Agendas (6)");
}

static void a_key_goes_from_group_to_group(void **state)
{
    struct walk *walk = walk_new(*state, store_of_lamps(*state, 2, ITEMS), 80, 30);
    do_line(walk, "find lamp");
    type_keys(walk, "}");
    assert_shows(walk, "hit 7 of 12");
    type_keys(walk, "}");
    assert_shows(walk, "no group below");
    assert_shows(walk, "hit 7 of 12");
    type_keys(walk, "j{");
    assert_shows(walk, "hit 7 of 12");
    type_keys(walk, "{");
    assert_shows(walk, "hit 1 of 12");
    type_keys(walk, "o}");
    assert_here(walk, "Matter 0 of meeting 0");
    do_line(walk, "search-order best");
    type_keys(walk, "o");
    assert_shows(walk, "the best stand each for itself");
}

/* All of a kind are counted, not only those that are there. */
static void a_heading_says_how_many_there_are_in_all(void **state)
{
    struct walk *walk = walk_new(*state, store_of_lamps(*state, MEETINGS, ITEMS), 100, 30);
    browser_search_live(walk->browser);
    do_line(walk, "find lamp");
    hear(walk);
    assert_shows(walk, "hit 1 of 100");
    assert_shows(walk, mem_printf(*state, "Minutes (%d)", MEETINGS * ITEMS));
    type_keys(walk, "}");
    hear(walk);
    assert_shows(walk, mem_printf(*state, "Agendas (%d)", MEETINGS * ITEMS));
    type_keys(walk, "o");
    hear(walk);
    assert_shows(walk, "by meeting");
    type_keys(walk, "o");
    hear(walk);
    assert_shows(walk, mem_printf(*state, "(%d)", MEETINGS * ITEMS)); /* still known */
}

/* ---- going on ----------------------------------------------------------------------------------------------------- */

/* N all the way: every hit once, kind after kind, also those that were not there at first. From texts, too. */
static void n_goes_through_all_hits_of_all_pages(void **state)
{
    char *path = store_of_lamps(*state, MEETINGS, ITEMS);
    for (int way = 0; way < 4; way++) {
        bool beside = way & 1, in_texts = way & 2;
        struct walk *walk = walk_new(*state, path, 100, 30);
        struct strings met = {0};
        if (beside)
            browser_search_live(walk->browser);
        do_line(walk, "set related off");
        do_line(walk, "find lamp");
        hear(walk);
        if (in_texts)
            type_keys(walk, "\r");
        for (int i = 0; i < 2 * MEETINGS * ITEMS; i++) {
            const struct searching *searching = walk->browser->searching;
            const struct search_row *row = &searching->rows.at[searching->current];
            char *name = mem_printf(*state, "%d %s %d", (int)row->kind, row->meeting_id, row->position);
            for (size_t k = 0; k < met.n; k++)
                if (strcmp(met.at[k], name) == 0)
                    fail_msg("way %d: %s comes again after %zu hits", way, name, met.n);
            strings_add(*state, &met, name);
            type_keys(walk, "n");
            hear(walk);
            if (browser_context(walk->browser) == CONTEXT_MEETING)
                assert_true(in_texts);
        }
        assert_shows(walk, "from the first hit again");
        talloc_free(walk);
    }
}

/* Where it is as long as it gets it says so. */
static void the_longest_list_says_what_it_lacks(void **state)
{
    struct walk *walk = walk_new(*state, store_of_lamps(*state, 30, 18), 100, 30);
    browser_search_live(walk->browser);
    do_line(walk, "find lamp");
    hear(walk);
    for (int i = 0; i < 12; i++) {
        type_keys(walk, "G");
        hear(walk);
    }
    assert_shows(walk, "hit 1000 of 1000");
    assert_shows(walk, "1,080 places in 30 meetings, the newest 1000 shown");
    type_keys(walk, "\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05\x05");
    assert_shows(walk, "There are more:");
}

static void a_search_keeps_its_order_and_gives_it_to_no_other(void **state)
{
    struct walk *walk = walk_new(*state, store_of_lamps(*state, 3, ITEMS), 100, 30);
    do_line(walk, "set search-order = oldest");
    do_line(walk, "find lamp");
    assert_shows(walk, "oldest first");
    assert_here(walk, "14 January 2020");
    do_line(walk, "save-search lamps");
    type_keys(walk, "s");
    assert_shows(walk, "best first");
    do_line(walk, "find lamp");
    assert_shows(walk, "best first"); /* turned once it stays so */
    do_line(walk, "set search-order = newest");
    do_line(walk, "saved");
    type_keys(walk, "gj\r");
    assert_shows(walk, "oldest first");
    do_command(walk, CMD_RELOAD);
    assert_shows(walk, "oldest first");
    do_line(walk, "find street");
    assert_shows(walk, "newest first");
}

/* A paper that comes publishes its meeting anew: the hit has another row of the index and the same place. */
static void the_cursor_stays_on_its_hit_after_an_import(void **state)
{
    char *path = store_of_lamps(*state, 3, ITEMS);
    struct walk *walk = walk_new(*state, path, 100, 30);
    struct store *store;
    struct import_result *result;
    struct err err = {0};
    do_line(walk, "find lamp");
    type_keys(walk, "jjjj");
    assert_here(walk, "minute 11");
    struct draft *draft = paper(*state, "l1 again", FORM_PAGE_TEXT);
    paper_committee(draft, "Roads Scrutiny Panel");
    paper_on(draft, 2020, 2, 14, DATE_STATED);
    for (int k = 0; k < ITEMS; k++) {
        struct item *item = paper_item(draft, mem_printf(*state, "Matter %d of meeting 1", k));
        item->minute_number = mem_printf(draft->meeting, "1%d", k);
        item->minutes_text = mem_printf(draft->meeting, "The Panel heard about lamp %d of street 1%s.", k, k ? "" : ", a lamp");
    }
    assert_int_equal(store_open(*state, path, STORE_WRITE, &store, &err), STATUS_OK);
    assert_int_equal(store_import(*state, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), STATUS_OK);
    talloc_free(store);
    do_command(walk, CMD_RELOAD);
    assert_here(walk, "minute 11");
    assert_shows(walk, "hit 5 of");
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
        TEST_CASE(a_meeting_stands_once_above_its_hits),
        TEST_CASE(a_key_goes_from_group_to_group),
        TEST_CASE(n_goes_through_all_hits_of_all_pages),
        TEST_CASE(the_longest_list_says_what_it_lacks),
        TEST_CASE(a_search_keeps_its_order_and_gives_it_to_no_other),
        TEST_CASE(the_cursor_stays_on_its_hit_after_an_import),
        TEST_CASE(a_heading_says_how_many_there_are_in_all),
    };
    return cmocka_run_group_tests_name("screens: a list of what was found", tests, make_town, leave_town);
}
