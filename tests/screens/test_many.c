/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A list of more follow-ups than are at hand: whoever walks through it sees the whole list and no end that is
 * none, and what is held for it does not grow with the store. The council does not exist. */
#include "support/test.h"

#include "screens/walk.h"
#include "src/screens/actions.h"
#include "unit/store/papers.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#define FEW 18
#define MANY_MEETINGS 40
#define ITEMS 7
#define STEPS 400

/* ---- a store ---------------------------------------------------------------------------------------------- */

static struct draft *minutes_of(const void *parent, int meeting)
{
    struct draft *draft = paper((void *)parent, mem_printf(parent, "m%d", meeting), FORM_PAGE_TEXT);
    paper_committee(draft, meeting % 2 ? "Roads Scrutiny Panel" : "Parks Scrutiny Panel");
    paper_on(draft, 2020 + meeting / 12, 1 + meeting % 12, 14, DATE_STATED);
    for (int i = 0; i < ITEMS; i++) {
        struct item *item = paper_item(draft, mem_printf(parent, "Matter %d of meeting %d", i, meeting));
        item->minute_number = mem_printf(draft->meeting, "%d", 10 * meeting + i);
        item->minutes_text = mem_printf(draft->meeting, "It was agreed that the Chair would write to the Cabinet Member regarding lamp %d of street %d.",
                                        i, meeting);
    }
    return draft;
}

static char *store_of(const void *parent, int meetings)
{
    char *path = town_path(parent);
    struct store *store;
    struct import_result *result;
    struct err err = {0};
    if (store_open(parent, path, STORE_WRITE, &store, &err) != STATUS_OK || sweep_attach(store, NULL, NULL, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    for (int i = 0; i < meetings; i++) {
        struct draft *draft = minutes_of(parent, i);
        if (store_import(parent, store, draft, draft->path, strlen(draft->path), NULL, &result, &err) != STATUS_OK)
            fail_msg("%s", err.text);
    }
    talloc_free(store);
    return path;
}

/* ---- the list and the screen --------------------------------------------------------------------------------- */

static struct slice *slice_here(struct walk *walk)
{
    return actions_of(browser_top(walk->browser))->slice;
}

static void read_list(struct walk *walk, struct actions *list)
{
    struct err err;
    if (follow_ups_read(walk, walk->browser->store, NULL, list, &err) != STATUS_OK)
        fail_msg("%s", err.text);
}

/* The cursor is on the row of the whole list that its number says, and no end that is none is seen. */
static void assert_true_to(struct walk *walk, const struct actions *list, const char *after)
{
    struct screen *screen = browser_top(walk->browser);
    browser_draw(walk->browser, walk->grid);
    const struct view *view = &screen->panes[0].view;
    const struct slice *slice = slice_here(walk);
    size_t row = actions_row_here(screen);
    if (row >= list->n || strcmp(screen_key(screen), list->at[row]->id) != 0)
        fail_msg("after %s row %zu is another", after, row);
    if ((view->top == 0 && slice->first != 0) || (view_last_line(view) == view->page->n_lines && slice->end != slice->n_pieces))
        fail_msg("after %s an end is seen that is none", after);
}

static void a_walk_through_a_long_list_sees_all_of_it(void **state)
{
    struct walk *walk = walk_new(*state, store_of(*state, MANY_MEETINGS), 120, 30);
    struct actions list;
    type_keys(walk, "A");
    read_list(walk, &list);
    assert_true(list.n >= (size_t)MANY_MEETINGS * ITEMS);
    assert_int_equal(slice_here(walk)->n_rows, list.n);
    assert_false(slice_is_whole(slice_here(walk)));
    for (size_t i = 0; i < list.n; i++) {
        assert_int_equal(actions_row_here(browser_top(walk->browser)), i);
        assert_true_to(walk, &list, "j");
        type_keys(walk, "j");
    }
    type_keys(walk, "g");
    assert_int_equal(actions_row_here(browser_top(walk->browser)), 0);
    assert_true_to(walk, &list, "g");
    type_keys(walk, "G");
    assert_int_equal(actions_row_here(browser_top(walk->browser)), list.n - 1);
    for (size_t i = list.n; i > 0; i--) {
        assert_true_to(walk, &list, "k");
        type_keys(walk, "k");
    }
    type_keys(walk, "200G");
    assert_int_equal(actions_row_here(browser_top(walk->browser)), 199);
    assert_true_to(walk, &list, "200G");
}

static void any_way_through_a_long_list_stays_on_it(void **state)
{
    static const char *const ways[] = {"j", "k", "G", "g", "150G", ">", "<", "25j", "60k", "R", "\x06", "\x02", "\x04", "\x15", "300G", "30<", "7>", "jjj"};
    struct walk *walk = walk_new(*state, store_of(*state, FEW), 120, 30);
    struct actions list;
    unsigned seed = 7;
    type_keys(walk, "A");
    read_list(walk, &list);
    for (int i = 0; i < STEPS; i++) {
        seed = seed * 1664525u + 1013904223u;
        const char *way = ways[(seed >> 12) % MB_LENGTH(ways)];
        type_keys(walk, way);
        if (i % 25 == 0)
            resize(walk, i % 50 ? 80 : 120, 12 + (int)(seed >> 20) % 50);
        assert_true_to(walk, &list, way);
    }
}

static void what_is_at_hand_does_not_grow_with_the_list(void **state)
{
    size_t held[2], rows[2];
    const int meetings[] = {FEW, MANY_MEETINGS};
    for (int i = 0; i < 2; i++) {
        struct walk *walk = walk_new(*state, store_of(*state, meetings[i]), 120, 24);
        type_keys(walk, "A60GjjG50gg");
        browser_draw(walk->browser, walk->grid);
        held[i] = talloc_total_blocks(slice_here(walk)->held);
        rows[i] = browser_top(walk->browser)->panes[0].view.page->n_rows;
        talloc_free(walk);
    }
    assert_in_range(held[1], 1, held[0] + held[0] / 10);
    assert_in_range(rows[1], 1, rows[0] + rows[0] / 10);
}

static void all_are_marked_and_words_are_found_though_they_are_not_at_hand(void **state)
{
    struct walk *walk = walk_new(*state, store_of(*state, FEW), 120, 24);
    struct actions list;
    type_keys(walk, "A");
    read_list(walk, &list);
    assert_false(slice_is_whole(slice_here(walk)));
    do_line(walk, "search-text street 2.");
    assert_non_null(strstr(list.at[actions_row_here(browser_top(walk->browser))]->quote, "street 2."));
    type_keys(walk, "\x1bgV");
    assert_int_equal(browser_top(walk->browser)->marks.n, list.n);
    type_keys(walk, "Vvvc");
    assert_int_equal(slice_here(walk)->survey.rows.n, 2);
    read_list(walk, &list);
    assert_true_to(walk, &list, "c");
}

/* What was marked is asked for so and so many times a row, however many rows there are. */
static void marking_all_asks_for_each_row_as_often_in_a_long_list(void **state)
{
    const int meetings[] = {FEW, MANY_MEETINGS};
    size_t asked[2], rows[2];
    for (int i = 0; i < 2; i++) {
        struct walk *walk = walk_new(*state, store_of(*state, meetings[i]), 120, 24);
        type_keys(walk, "AV");
        browser_draw(walk->browser, walk->grid);
        rows[i] = browser_top(walk->browser)->marks.n;
        type_keys(walk, "vvG");
        browser_draw(walk->browser, walk->grid);
        asked[i] = id_set_asked(&browser_top(walk->browser)->marks);
        talloc_free(walk);
    }
    assert_int_equal(rows[0], FEW * ITEMS);
    assert_int_equal(rows[1], MANY_MEETINGS * ITEMS);
    assert_true(asked[0] > 0);
    assert_in_range(asked[1] * rows[0], 1, asked[0] * rows[1] * 3 / 2);
}

static void a_set_has_what_was_put_in_and_not_taken(void **state)
{
    struct id_set set = {0};
    struct strings two = {0};
    assert_false(id_set_has(&set, "a"));
    id_set_take(&set, "a");
    for (int i = 0; i < 3000; i++)
        id_set_put(*state, &set, mem_printf(*state, "%d", i % 1000));
    assert_int_equal(set.n, 1000);
    id_set_take(&set, "7");
    id_set_take(&set, "7");
    assert_int_equal(set.n, 999);
    assert_false(id_set_has(&set, "7"));
    assert_true(id_set_has(&set, "999"));
    id_set_put(*state, &set, "7");
    assert_true(id_set_has(&set, "7"));
    id_set_clear(&set);
    assert_false(id_set_has(&set, "7"));
    strings_add(*state, &two, "x");
    strings_add(*state, &two, "y");
    set = id_set_of(*state, &two);
    assert_true(set.n == 2 && id_set_has(&set, "y"));
    id_set_clear(&set);
}

/* Each meeting is looked at when the filter is set, and again only where something has changed. */
static void a_filter_looks_at_a_meeting_once(void **state)
{
    struct walk *walk = walk_new(*state, store_of(*state, MANY_MEETINGS), 80, 24);
    type_keys(walk, "A");
    do_line(walk, "filter lamp 3");
    const struct actions_filter *filter = actions_of(browser_top(walk->browser))->filter;
    assert_int_equal(filter->looks, MANY_MEETINGS);
    assert_int_equal(slice_here(walk)->n_rows, MANY_MEETINGS);
    type_keys(walk, "RR");
    assert_int_equal(filter->looks, MANY_MEETINGS);
    type_keys(walk, "jjc"); /* one is kept: of its meeting nothing is to check that says so */
    assert_int_equal(filter->looks, MANY_MEETINGS + 1);
    assert_int_equal(slice_here(walk)->n_rows, MANY_MEETINGS);
    assert_int_equal(slice_to_check(slice_here(walk)), MANY_MEETINGS - 1);
    type_keys(walk, "u");
    assert_int_equal(filter->looks, MANY_MEETINGS + 2);
    assert_int_equal(slice_to_check(slice_here(walk)), MANY_MEETINGS);
    do_line(walk, "filter lamp 4");
    assert_int_equal(slice_to_check(slice_here(walk)), MANY_MEETINGS);
    assert_shows(walk, "lamp 4");
    assert_hides(walk, "lamp 3");
}

/* ---- what is found ---------------------------------------------------------------------------------------------- */

/* All that the searcher has to say. */
static void hear(struct walk *walk)
{
    while (browser_is_searching(walk->browser)) {
        struct pollfd news = {.fd = browser_search_fd(walk->browser), .events = POLLIN};
        if (poll(&news, 1, 50) > 0)
            (void)browser_searched(walk->browser);
    }
}

/* The whole text of the hit under the cursor stands beside the list, whatever came behind. */
static void assert_whole_text(struct walk *walk)
{
    const struct page *whole = browser_top(walk->browser)->panes[1].view.page;
    assert_non_null(whole);
    assert_true(whole->n_lines > 3);
}

/* By a thread beside, or, without one, at once; in each order the cursor stays on its hit, and the list ends with the last of all. */
static void what_is_found_goes_on_to_the_end(void **state)
{
    static const char *const orders[] = {"newest", "oldest", "best"};
    char *path = store_of(*state, MANY_MEETINGS);
    for (int beside = 0; beside < 2; beside++) {
        struct walk *walk = walk_new(*state, path, 100, 30);
        if (beside)
            browser_search_live(walk->browser);
        for (size_t i = 0; i < MB_LENGTH(orders); i++) {
            do_line(walk, "find lamp");
            do_line(walk, mem_printf(*state, "search-order %s", orders[i]));
            hear(walk);
            assert_shows(walk, "hit 1 of 100");
            assert_whole_text(walk);
            char *last = NULL;
            for (int n = 200; n <= 300; n += 100) {
                type_keys(walk, "G");
                last = row_here(walk);
                hear(walk);
                assert_string_equal(row_here(walk), last);
                assert_whole_text(walk);
                assert_shows(walk, mem_printf(*state, "of %d", n < MANY_MEETINGS * ITEMS ? n : MANY_MEETINGS * ITEMS));
            }
            type_keys(walk, "G");
            hear(walk);
            assert_shows(walk, mem_printf(*state, "hit %d of %d", MANY_MEETINGS * ITEMS, MANY_MEETINGS * ITEMS));
            assert_hides(walk, "More places");
        }
        talloc_free(walk);
    }
}

/* ---- patterns ----------------------------------------------------------------------------------------------------- */

/* What it found before stands, and that it is not all is said, while it is typed and after. */
static void a_pattern_that_is_given_up_is_said_beside_what_it_found(void **state)
{
    char *path = store_of(*state, 1);
    struct store *store;
    struct import_result *result;
    struct err err = {0};
    if (store_open(*state, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    struct draft *draft = paper(*state, "kites", FORM_PAGE_TEXT);
    paper_committee(draft, "Kites Scrutiny Panel");
    paper_on(draft, 2030, 3, 6, DATE_STATED);
    paper_item(draft, "Kites")->minutes_text = mem_strdup(draft->meeting, "Kites were flown, kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk!");
    if (store_import(*state, store, draft, draft->path, strlen(draft->path), NULL, &result, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(store);
    struct walk *walk = walk_new(*state, path, 140, 30);
    do_line(walk, "find flown");
    type_keys(walk, "\r");
    assert_true(browser_do(walk->browser, CMD_SEARCH_TEXT, 0, NULL) & REACT_PROMPT);
    browser_typing(walk->browser, browser_prompt(walk->browser).prefix, "/flown|(k+)+$", strlen("/flown|(k+)+$"));
    assert_shows(walk, "1 of 1, then: the pattern takes too long");
    serve(walk, browser_answer(walk->browser, "/flown|(k+)+$"));
    assert_shows(walk, "1 of 1, then: the pattern takes too long");
}

/* ---- help --------------------------------------------------------------------------------------------------------- */

/* Where the papers say elsewhere what stands on the line, or the field knows it; and the keys are there as ever. */
static void help_explains_the_abbreviations_of_the_line(void **state)
{
    char *path = store_of(*state, 1);
    struct store *store;
    struct import_result *result;
    struct err err = {0};
    static const char *const texts[] = {"The Lamp Posts Board (LPB) met.\x1B[31m", "The LPB and the LAC were told, not the QQZ: FLOODING."};
    if (store_open(*state, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    for (int i = 0; i < 2; i++) {
        struct draft *draft = paper(*state, mem_printf(*state, "p%d", i), FORM_PAGE_TEXT);
        paper_committee(draft, "Lamps Scrutiny Panel");
        paper_on(draft, 2030 + i, 3, 6, DATE_STATED);
        paper_item(draft, "Lamps")->minutes_text = mem_strdup(draft->meeting, texts[i]);
        if (store_import(*state, store, draft, draft->path, strlen(draft->path), NULL, &result, &err) != STATUS_OK)
            fail_msg("%s", err.text);
    }
    if (store_settle(store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(store);
    struct walk *walk = walk_new(*state, path, 100, 30);
    do_line(walk, "find told");
    type_keys(walk, "\r");
    do_line(walk, "search-text LPB");
    type_keys(walk, "?");
    assert_shows(walk, "On the line you were on");
    assert_shows(walk, "Lamp Posts Board (first in Lamps Scrutiny Panel, 6 March 2030)");
    assert_shows(walk, "looked after child");
    assert_hides(walk, "QQZ");
    assert_hides(walk, "FLOODING"); /* a word in capitals, of which others mean the same */
    assert_shows(walk, "open what is under the cursor");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_pattern_that_is_given_up_is_said_beside_what_it_found),
        TEST_CASE(help_explains_the_abbreviations_of_the_line),
        TEST_CASE(what_is_found_goes_on_to_the_end),
        TEST_CASE(a_filter_looks_at_a_meeting_once),
        TEST_CASE(a_walk_through_a_long_list_sees_all_of_it),
        TEST_CASE(any_way_through_a_long_list_stays_on_it),
        TEST_CASE(what_is_at_hand_does_not_grow_with_the_list),
        TEST_CASE(all_are_marked_and_words_are_found_though_they_are_not_at_hand),
        TEST_CASE(marking_all_asks_for_each_row_as_often_in_a_long_list),
        TEST_CASE(a_set_has_what_was_put_in_and_not_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
