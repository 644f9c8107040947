/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Moving: from anywhere every row of every pane can be reached, at every size, and what is to check is gone
 * through without passing one over. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>

static char *store_file; /* the town's store, made once: no test here writes to it */
static void *town;

static const struct {
    int width, height;
} sizes[] = {{120, 36}, {100, 30}, {160, 12}, {80, 24}, {40, 12}, {47, 10}};
static const char *const ways[] = {"", "\r", "\rP", "\r]]]]]", "\r]]]]]p", "j\r", "W", "A", "AE", "M", "T", "?", "??"};

static struct view *view_here(struct walk *walk)
{
    browser_draw(walk->browser, walk->grid);
    return &screen_pane(browser_top(walk->browser))->view;
}

/* The row the cursor stands on is seen, its first line at least. */
static void assert_seen(const struct view *view, const char *where)
{
    const struct row *row = view_row(view);
    if (row && (row->first < view->top || row->first >= view_last_line(view)))
        fail_msg("%s: row %zu on line %zu is not among the lines %zu to %zu", where, view->row, row->first, view->top,
                 view_last_line(view));
}

/* One COMMAND moves by one row or stays at the end, and the lines never run the other way while the pane has its width
 * (beside a text alone the agenda is wider than beside two, and has fewer lines). */
static void assert_step(struct walk *walk, enum command_id command, const char *where)
{
    struct view *view = view_here(walk);
    size_t n = view->page->n_rows, row = view->row, top = view->top;
    int width = view->page->width;
    size_t wanted = command == CMD_DOWN ? (row + 1 < n ? row + 1 : row) : (row > 0 ? row - 1 : 0);
    do_command(walk, command);
    view = view_here(walk);
    if (n && view->row != wanted)
        fail_msg("%s: from row %zu of %zu to %zu, not to %zu", where, row, n, view->row, wanted);
    if (view->page->width == width && (command == CMD_DOWN ? view->top < top : view->top > top))
        fail_msg("%s: from row %zu the lines run the other way, from %zu to %zu", where, row, top, view->top);
    assert_seen(view, where);
}

/* With the last row what stands below it, where the window is high enough for both. */
static void assert_end_is_seen(const struct view *view, const char *where)
{
    const struct row *row = view_row(view);
    bool fits = row && row->first + (size_t)view->height >= view->page->n_lines;
    if (fits && view_last_line(view) != view->page->n_lines)
        fail_msg("%s: of %zu lines the last seen is %zu", where, view->page->n_lines, view_last_line(view));
}

static void walk_pane(struct walk *walk, const char *where)
{
    do_command(walk, CMD_FIRST);
    size_t n = view_here(walk)->page->n_rows;
    for (size_t i = 0; i < n + 1; i++)
        assert_step(walk, CMD_DOWN, where);
    assert_int_equal(view_here(walk)->row, n ? n - 1 : 0);
    assert_end_is_seen(view_here(walk), where);
    for (size_t i = 0; i < n + 1; i++)
        assert_step(walk, CMD_UP, where);
    assert_int_equal(view_here(walk)->row, 0);
}

static void every_row_of_every_pane_is_reached_a_row_at_a_time(void **state)
{
    for (size_t s = 0; s < MB_LENGTH(sizes); s++)
        for (size_t w = 0; w < MB_LENGTH(ways); w++) {
            struct walk *walk = walk_new(*state, store_file, sizes[s].width, sizes[s].height);
            type_keys(walk, ways[w]);
            for (size_t pane = 0; pane < browser_top(walk->browser)->n_panes; pane++) {
                char *where = mem_printf(walk, "%zux%zu \"%s\" pane %zu", (size_t)sizes[s].width,
                                         (size_t)sizes[s].height, ways[w], browser_top(walk->browser)->focus);
                walk_pane(walk, where);
                do_command(walk, CMD_NEXT_PANE);
            }
            talloc_free(walk);
        }
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

/* The same after the window and the size were moved about. */
static void from_any_place_a_step_is_one_row(void **state)
{
    static const enum command_id about[] = {CMD_HALF_DOWN, CMD_HALF_UP,   CMD_PAGE_DOWN, CMD_PAGE_UP, CMD_FIRST,
                                            CMD_LAST,      CMD_SCROLL_UP, CMD_SCROLL_DOWN, CMD_NEXT_PANE, CMD_ZOOM};
    uint32_t seed = 20240614;
    for (size_t w = 0; w < MB_LENGTH(ways); w++) {
        struct walk *walk = walk_new(*state, store_file, 120, 36);
        type_keys(walk, ways[w]);
        for (int step = 0; step < 60; step++) {
            uint32_t dice = next_random(&seed) % 16;
            if (dice < MB_LENGTH(about))
                serve(walk, browser_do(walk->browser, about[dice], (int)(next_random(&seed) % 4), NULL));
            else if (dice == 15)
                resize(walk, 40 + (int)(next_random(&seed) % 120), 10 + (int)(next_random(&seed) % 30));
            else
                assert_step(walk, dice % 2 ? CMD_DOWN : CMD_UP, ways[w]);
        }
        talloc_free(walk);
    }
}

static void rows_of_one_key_are_rows_of_their_own(void **state)
{
    struct view view = {0};
    struct page *page = NULL;
    for (int turn = 0; turn < 2; turn++) { /* laid out once, then anew */
        page = page_new(*state, 40);
        for (int i = 0; i < 4; i++) {
            page_row(page, i ? "same" : "other", 0);
            page_say(page, 1, STYLE_TEXT, "a row");
            page_no_row(page);
        }
        view_show(&view, page, 2);
        if (turn == 0) {
            assert_true(view_do(&view, CMD_LAST, 0));
            assert_int_equal(view.row, 3);
        }
    }
    assert_int_equal(view.row, 3);
    view_show(&view, page, 3);
    assert_int_equal(view.row, 3);
    assert_int_equal(view.top, 1);
}

/* ---- what is to check, and a text beside ---------------------------------------------------------------- */

static void the_next_to_check_is_not_passed_over_from_another_text(void **state)
{
    for (size_t s = 0; s < MB_LENGTH(sizes); s++) {
        struct walk *walk = walk_new(*state, store_file, sizes[s].width, sizes[s].height);
        type_keys(walk, "\r>");
        assert_here(walk, "A Member asked");
        type_keys(walk, "p>");
        assert_here(walk, "The Head of Passenger");
        type_keys(walk, "pG<");
        assert_here(walk, "The Head of Passenger");
        type_keys(walk, "<");
        assert_here(walk, "A Member asked");
        type_keys(walk, ">>p>");
        assert_here(walk, "It was agreed that school"); /* the next item: of this one all were seen */
        talloc_free(walk);
    }
}

static void a_text_that_nobody_was_in_is_looked_through_whole(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\r\rpG>"); /* from the end of the report */
    assert_here(walk, "A Member asked");
    type_keys(walk, "][pG<");
    assert_here(walk, "Members asked for the same");
}

static void a_text_goes_on_beside_where_it_was_read(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 14);
    type_keys(walk, "\r>>");
    assert_here(walk, "The Head of Passenger");
    type_keys(walk, "pP");
    assert_non_null(strstr(shown(walk), "The Head of Passenger Transport undertook"));
    type_keys(walk, "\t");
    assert_here(walk, "The Head of Passenger");
    type_keys(walk, "j"); /* and back in the middle where it was read beside */
    size_t offset = view_row(view_here(walk))->offset;
    type_keys(walk, "\t\tp");
    const struct row *row = view_row(view_here(walk)); /* its line may be broken elsewhere */
    assert_true(row->offset <= offset && row[1].offset > offset);
}

static void another_item_begins_where_it_begins(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 14);
    type_keys(walk, "\r\rP\tGp]");
    assert_int_equal(view_here(walk)->row, 0);
    type_keys(walk, "[");
    assert_int_equal(view_here(walk)->row, 0);
}

/* A key that can do nothing says so, and does not wait for a wider terminal to act. */
static void z_says_why_one_pane_stays_alone(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 60, 24);
    type_keys(walk, "\rz");
    assert_non_null(strstr(shown(walk), "one pane is shown at a time here"));
    resize(walk, 120, 36);
    assert_non_null(strstr(shown(walk), "│"));
    type_keys(walk, "z");
    assert_null(strstr(shown(walk), "│"));
}

static void the_short_help_of_a_meeting_has_its_pairs_of_keys(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 40);
    static const char *const keys[] = {" F ", " < ", " > ", " ], J", " [, K", " / ", " = ", " z "};
    type_keys(walk, "\r?");
    for (size_t i = 0; i < MB_LENGTH(keys); i++)
        if (!strstr(shown(walk), keys[i]))
            fail_msg("\"%s\" is not in the help:\n%s", keys[i], shown(walk));
}

static int town_up(void **state)
{
    (void)state;
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    return 0;
}

static int town_down(void **state)
{
    (void)state;
    return talloc_free(town);
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(rows_of_one_key_are_rows_of_their_own),
        TEST_CASE(every_row_of_every_pane_is_reached_a_row_at_a_time),
        TEST_CASE(from_any_place_a_step_is_one_row),
        TEST_CASE(the_next_to_check_is_not_passed_over_from_another_text),
        TEST_CASE(a_text_that_nobody_was_in_is_looked_through_whole),
        TEST_CASE(a_text_goes_on_beside_where_it_was_read),
        TEST_CASE(z_says_why_one_pane_stays_alone),
        TEST_CASE(the_short_help_of_a_meeting_has_its_pairs_of_keys),
        TEST_CASE(another_item_begins_where_it_begins),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
