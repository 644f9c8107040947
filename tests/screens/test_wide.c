/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tables of reports: what is a figure, where figures stand, and tables that are wider than their pane, along which
 * the reader moves. The council does not exist. */
#include "support/test.h"

#include "screens/walk.h"
#include "src/screens/private.h"
#include "src/screens/table.h"
#include "unit/store/papers.h"

#include <locale.h>
#include <string.h>

/* ---- figures -------------------------------------------------------------------------------------------- */

static void figures_are_told_from_words(void **state)
{
    (void)state;
    static const char *const figures[] = {"7", "1,204", "1 204", "12.5", ".5", "£12", "£1.2m", "(£1,204)", "£(12)", "-3.4%", "−2",
                                          "–2", "88%", "88.4 %", "12*", "12†", "<5", "n/a", "N/A", "-", "–", "..", "10–15", "£3bn",
                                          "2022", "4.5k", "12¹"};
    static const char *const words[] = {"", "Good", "2 of 3", "1st", "26.01.2022", "01905 844962", "Q1", "£", "%", "12 May", "a7",
                                        "item 4", "1,204 pupils in all schools of the city", "2019/20 a"};
    for (size_t i = 0; i < MB_LENGTH(figures); i++)
        if (!is_figure(figures[i], strlen(figures[i])))
            fail_msg("%s is a figure", figures[i]);
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (is_figure(words[i], strlen(words[i])))
            fail_msg("%s is none", words[i]);
    assert_int_equal(figure_tail("(12)", 4), 1);
    assert_int_equal(figure_tail("12", 2), 0);
    assert_int_equal(figure_tail("*", 1), 0);
}

/* ---- a page ------------------------------------------------------------------------------------------------ */

static bool take(void *to, const char *bytes, size_t n)
{
    buf_add(to, bytes, n);
    return true;
}

static char *written(const void *parent, const struct page *page)
{
    struct buf buf;
    buf_init(&buf, parent, 1 << 20);
    struct sink sink = {.write = take, .to = &buf};
    assert_true(page_write(page, &sink, false));
    return buf_take(&buf);
}

/* Lines are rows, strokes part cells. */
static struct block table_of(const void *parent, const char *text)
{
    struct block block = {.kind = BLOCK_TABLE};
    while (*text) {
        size_t n = strcspn(text, "\n");
        struct table_row *row = mem_append(parent, block.rows, block.n_rows);
        for (size_t at = 0; at <= n;) {
            size_t length = strcspn(text + at, "|\n");
            *mem_append(parent, row->cells, row->n_cells) = mem_strndup(parent, text + at, length);
            at += length + 1;
        }
        text += n + (text[n] == '\n');
    }
    return block;
}

static struct page *table_page(const void *parent, const char *text, int width, enum too_wide too_wide)
{
    struct item item = {.n_blocks = 1};
    struct block block = table_of(parent, text);
    item.blocks = &block;
    char *report = item_report_text(parent, &item);
    struct flow flow = {.text = safe_text(parent, report ? report : "", report ? strlen(report) : 0, SAFE_TEXT), .margin = 1};
    struct page *page = page_new(parent, width);
    page->too_wide = too_wide;
    page_blocks(page, &block, 1, &flow);
    return page;
}

static void negatives_in_brackets_and_what_is_not_known_stand_in_line(void **state)
{
    assert_string_equal(written(*state, table_page(*state,
                                                   "Service|Budget|Variance|Trend\nBuses|£1,204|(35)|Up\nRoads|£87|12|n/a\n"
                                                   "Bridges|N/A|4*|Down\nHarbours|not yet told|(1)|-",
                                                   60, TOO_WIDE_GOES_BY)),
                        " Service         Budget  Variance  Trend\n"
                        " ────────  ────────────  ────────  ─────\n"
                        " Buses           £1,204      (35)  Up\n"
                        " Roads              £87       12   n/a\n"
                        " Bridges            N/A        4*  Down\n"
                        " Harbours  not yet told       (1)  -\n");
}

static void wide_marks_and_wide_letters_keep_the_columns(void **state)
{
    assert_string_equal(written(*state, table_page(*state,
                                                   "Ysgol|Nifer\nLlanŵnda|12\nYsgol Gymraeg Tŷ Du|7\ne\xCC\x81" "cole|3\n\xE5\xAD\xA6\xE6\xA0\xA1|41",
                                                   40, TOO_WIDE_GOES_BY)),
                        " Ysgol                Nifer\n"
                        " ───────────────────  ─────\n"
                        " Llanŵnda                12\n"
                        " Ysgol Gymraeg Tŷ Du      7\n"
                        " e\xCC\x81" "cole                    3\n"
                        " \xE5\xAD\xA6\xE6\xA0\xA1                    41\n");
}

static void a_long_address_in_a_cell_is_cut_at_its_joints(void **state)
{
    char *text = written(*state, table_page(*state, "Paper|Where\nThe plan|https://papers.harbour.example/documents/s4711/plan.pdf", 40,
                                            TOO_WIDE_GOES_BY));
    assert_string_equal(text, " Paper     Where\n"
                              " ────────  ────────────────────────────\n"
                              " The plan  https://papers.harbour.\n"
                              "           example/documents/s4711/\n"
                              "           plan.pdf\n");
}

static char *figures_of_years(const void *parent, int first, int last, int rows)
{
    struct buf text;
    buf_init(&text, parent, 1 << 20);
    for (int r = 0; r <= rows; r++) {
        if (r > 0)
            buf_printf(&text, "\nHarbour %d", r);
        else
            buf_puts(&text, "Harbour");
        for (int year = first; year <= last; year++)
            buf_printf(&text, "|%d", r ? (r * year) % 1000 : year);
    }
    return buf_take(&text);
}

static void where_there_is_no_window_columns_stand_below_each_other(void **state)
{
    assert_string_equal(written(*state, table_page(*state, figures_of_years(*state, 2016, 2022, 2), 40, TOO_WIDE_IN_PARTS)),
                        " Harbour    2016  2017  2018  2019\n"
                        " ─────────  ────  ────  ────  ────\n"
                        " Harbour 1    16    17    18    19\n"
                        " Harbour 2    32    34    36    38\n"
                        "\n"
                        " Harbour    2020  2021  2022\n"
                        " ─────────  ────  ────  ────\n"
                        " Harbour 1    20    21    22\n"
                        " Harbour 2    40    42    44\n");
}

static void read_aloud_each_cell_has_its_heading(void **state)
{
    assert_string_equal(written(*state, table_page(*state, figures_of_years(*state, 2016, 2022, 1), 24, TOO_WIDE_IN_ROWS)),
                        " Harbour 1\n   2016: 16\n   2017: 17\n   2018: 18\n   2019: 19\n   2020: 20\n   2021: 21\n   2022: 22\n");
}

/* ---- tables in running text ------------------------------------------------------------------------------------- */

static char *flowed(const void *parent, const char *text, int width)
{
    struct flow flow = {.text = safe_text(parent, text, strlen(text), SAFE_TEXT), .raw = text, .margin = 1};
    struct page *page = page_new(parent, width);
    page_flow(page, &flow);
    for (size_t i = 0; i < page->n_rows; i++) /* what is read from the paper by a row's place is what stands there */
        assert_true(page->rows[i].offset <= flow.text.len);
    return written(parent, page);
}

static void tables_in_minutes_have_columns(void **state)
{
    assert_string_equal(flowed(*state,
                               "The votes were:\n\nFor\t7\nAgainst\t12\n\nCarried.\n\nName\tOf\tInterest\nCllr Du\tTŷ Gwyn\tGovernor\n"
                               "Cllr Li\t\tTrustee, and a good deal more than stands on one line\n",
                               40),
                        " The votes were:\n\n For       7\n Against  12\n\n Carried.\n\n"
                        " Name     Of       Interest\n"
                        " ───────  ───────  ────────────────────\n"
                        " Cllr Du  Tŷ Gwyn  Governor\n"
                        " Cllr Li           Trustee, and a good\n"
                        "                   deal more than\n"
                        "                   stands on one line\n");
}

static void lists_with_tabs_stay_lists(void **state)
{
    assert_string_equal(flowed(*state, "Resolved:\n(a)\tthat the plan be noted; and\n(b)\tthat it be printed.\n\none\ttab", 34),
                        " Resolved:\n (a) that the plan be noted; and\n (b) that it be printed.\n\n one     tab\n");
}

/* ---- columns that go by ---------------------------------------------------------------------------------------- */

static const struct wide *wide_of_page(const struct page *page)
{
    for (size_t i = 0; i < page->n_lines; i++)
        if (page->lines[i].wide)
            return page->lines[i].wide;
    return NULL;
}

static void every_column_comes_into_sight_and_none_twice(void **state)
{
    for (int width = 21; width < 150; width++) {
        struct page *page = table_page(*state, figures_of_years(*state, 1985, 2024, 2), width, TOO_WIDE_GOES_BY);
        const struct wide *wide = wide_of_page(page);
        assert_non_null(wide);
        assert_int_equal(wide->n, 40);
        int last = wide_last(wide), first, end, before = 0;
        for (int aside = 0; aside <= last; aside++) {
            wide_seen(wide, aside, &first, &end);
            assert_int_equal(first, aside);
            assert_true(end > first && end >= before && end <= wide->n);
            assert_true(end == first + 1 || wide->at[end] - TABLE_GAP - wide->at[first] <= wide->right - wide->stays);
            before = end;
        }
        assert_int_equal(before, wide->n);
        wide_seen(wide, last + 1000, &first, &end);
        assert_int_equal(first, last);
        talloc_free(page);
    }
}

static void what_is_said_of_columns_fits_where_they_stood(void **state)
{
    for (int width = 30; width < 150; width++) {
        struct page *page = table_page(*state, figures_of_years(*state, 1985, 2024, 2), width, TOO_WIDE_GOES_BY);
        const struct wide *wide = wide_of_page(page);
        for (int aside = 0; aside <= wide_last(wide); aside++) {
            struct wide_words words = wide_words(page, wide, aside, "(", ")");
            int first, end;
            wide_seen(wide, aside, &first, &end);
            assert_true((*words.before != '\0') == (first > 0));
            assert_true((*words.after != '\0') == (end < wide->n));
            assert_true(text_width(words.before, strlen(words.before)) + text_width(words.after, strlen(words.after)) <
                        wide->right - wide->stays);
        }
        talloc_free(page);
    }
}

/* ---- headings that stay ----------------------------------------------------------------------------------------- */

static struct view long_table_view(const void *parent, int height)
{
    struct view view = {0};
    view_show(&view, table_page(parent, figures_of_years(parent, 2020, 2023, 60), 60, TOO_WIDE_GOES_BY), height);
    return view;
}

static size_t first_seen(const struct view *view)
{
    size_t head;
    return view->top + view_stays(view, &head);
}

static void the_cursor_is_never_under_the_headings_of_a_table(void **state)
{
    static const enum command_id moves[] = {CMD_DOWN, CMD_UP, CMD_HALF_DOWN, CMD_HALF_UP, CMD_PAGE_DOWN, CMD_PAGE_UP,
                                            CMD_SCROLL_DOWN, CMD_SCROLL_UP, CMD_LAST, CMD_FIRST};
    for (int height = 1; height < 20; height++) {
        struct view view = long_table_view(*state, height);
        unsigned chance = 7;
        for (int i = 0; i < 500; i++) {
            chance = chance * 1103515245u + 12345u;
            unsigned move = chance >> 16;
            (void)view_do(&view, moves[move % (move % 40 ? MB_LENGTH(moves) - 2 : MB_LENGTH(moves))], (int)(move % 3));
            if (i % 50 == 49)
                view_go_line(&view, move % view.page->n_lines);
            const struct row *row = view_row(&view);
            if (row->first < first_seen(&view) || row->first >= view_last_line(&view))
                fail_msg("height %d, move %d: line %zu of %zu to %zu", height, i, row->first, first_seen(&view), view_last_line(&view));
        }
    }
}

static void pages_of_a_long_table_leave_no_line_out(void **state)
{
    for (int height = 3; height < 20; height++) {
        struct view view = long_table_view(*state, height);
        (void)view_do(&view, CMD_DOWN, height - 1); /* at the foot of the window: the cursor does not hold it back */
        for (size_t end = view_last_line(&view); view_last_line(&view) < view.page->n_lines; end = view_last_line(&view)) {
            assert_true(view_do(&view, CMD_PAGE_DOWN, 0) && view_last_line(&view) > end);
            assert_true(first_seen(&view) <= end);
        }
        while (view.row > 0 && view.page->rows[view.row - 1].first >= first_seen(&view))
            view.row--;
        for (size_t first = first_seen(&view); view.top > 0; first = first_seen(&view)) {
            assert_true(view_do(&view, CMD_PAGE_UP, 0) && first_seen(&view) < first);
            assert_true(view_last_line(&view) >= first);
        }
    }
}

static void headings_stay_while_rows_of_their_table_are_in_sight(void **state)
{
    struct view view = long_table_view(*state, 9);
    size_t head, bottom = view.page->n_lines;
    assert_int_equal(view_stays(&view, &head), 0); /* they stand where they are */
    (void)view_do(&view, CMD_SCROLL_DOWN, 20);
    assert_int_equal(view_stays(&view, &head), 2);
    assert_int_equal(head, 0);
    view_show(&view, view.page, 5);
    assert_int_equal(view_stays(&view, &head), 0); /* they would be too much of a low window */
    for (int i = 0; i < 9; i++)
        page_say(view.page, 1, STYLE_TEXT, "What follows.");
    view_show(&view, view.page, 9);
    view.top = bottom - 2;
    assert_int_equal(view_stays(&view, &head), 0); /* of the table nothing else would be left */
    view.top = bottom - 3;
    assert_int_equal(view_stays(&view, &head), 2);
}

/* ---- a meeting with such a report -------------------------------------------------------------------------------- */

static void add_table(struct draft *draft, struct item *item, const char *text, const char *caption)
{
    struct block *block = mem_append(draft->meeting, item->blocks, item->n_blocks);
    *block = table_of(draft->meeting, text);
    block->caption = mem_strdup(draft->meeting, caption);
}

static void add_para(struct draft *draft, struct item *item, const char *text)
{
    struct block *block = mem_append(draft->meeting, item->blocks, item->n_blocks);
    block->kind = BLOCK_PARA;
    block->text = mem_strdup(draft->meeting, text);
}

static char *harbour_store_of(const void *parent, int harbours)
{
    char *path = town_path(parent);
    struct store *store;
    struct import_result *result;
    struct err err = {0};
    struct draft *draft = paper((void *)parent, "harbours", FORM_PACK_TEXT);
    paper_committee(draft, "Harbours Scrutiny Panel");
    paper_on(draft, 2023, 6, 8, DATE_STATED);
    struct item *item = paper_item(draft, "Use of the Harbours");
    add_para(draft, item, "1. The Panel is told how many ships used each harbour.");
    add_table(draft, item, figures_of_years(parent, 2004, 2023, harbours), "Ships by harbour and year");
    add_para(draft, item, "2. What is to be done, and by whom, stands below.");
    add_table(draft, item,
              "Matter|What is to be done in the year that comes|By whom|When|What it costs, and from which budget it is to be paid\n"
              "Dredging|A survey of the outer basin, and a plan for what it finds|Harbour Master|March|£12,000 of the "
              "maintenance budget\nLights|Two lights are to be renewed before the winter|Engineer|October|(£300), "
              "for less is used than was set aside",
              "What is to be done");
    paper_item(draft, "Work Programme");
    if (store_open(parent, path, STORE_WRITE, &store, &err) != STATUS_OK ||
        store_import(parent, store, draft, draft->path, strlen(draft->path), NULL, &result, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    talloc_free(store);
    return path;
}

static char *harbour_store(const void *parent)
{
    return harbour_store_of(parent, 4);
}

static struct walk *at_the_report(const void *parent, const char *path, int width, int height)
{
    struct walk *walk = walk_new(parent, path, width, height);
    do_line(walk, "meetings");
    type_keys(walk, "\n\n");
    return walk;
}

static void a_wide_table_at_three_sizes(void **state)
{
    static const int sizes[][2] = {{140, 45}, {80, 24}, {40, 10}};
    char *path = harbour_store(*state);
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct walk *walk = at_the_report(*state, path, sizes[i][0], sizes[i][1]);
        golden(walk, "wide");
        type_keys(walk, "8j3)");
        golden(walk, "wide-aside");
        talloc_free(walk);
    }
}

static struct view *view_here(struct walk *walk)
{
    return &screen_pane(browser_top(walk->browser))->view;
}

static void keys_move_along_and_stop_at_both_ends(void **state)
{
    struct walk *walk = at_the_report(*state, harbour_store(*state), 80, 24);
    assert_non_null(strstr(shown(walk), "2004"));
    assert_non_null(strstr(shown(walk), "more columns: )"));
    assert_null(strstr(shown(walk), "2022"));
    type_keys(walk, "(");
    assert_non_null(strstr(shown(walk), "these are the first columns"));
    struct page *page = view_here(walk)->page;
    type_keys(walk, ")");
    assert_null(strstr(shown(walk), "2004"));
    assert_non_null(strstr(shown(walk), "‹ 1 column: ("));
    assert_non_null(strstr(shown(walk), "Harbour 3")); /* the first column stays */
    type_keys(walk, "99)");
    assert_non_null(strstr(shown(walk), "2023"));
    assert_null(strstr(shown(walk), "more"));
    type_keys(walk, ")");
    assert_non_null(strstr(shown(walk), "these are the last columns"));
    assert_ptr_equal(view_here(walk)->page, page); /* nothing was laid out anew */
    type_keys(walk, "99(");
    assert_non_null(strstr(shown(walk), "2004"));
}

static void headings_stay_on_the_screen(void **state)
{
    struct walk *walk = at_the_report(*state, harbour_store_of(*state, 60), 80, 24);
    type_keys(walk, "40j");
    assert_non_null(strstr(shown(walk), "Harbour 36"));
    assert_null(strstr(shown(walk), "Harbour 9 "));
    assert_non_null(strstr(shown(walk), "2004"));
    assert_non_null(strstr(shown(walk), "more columns: )"));
    type_keys(walk, ")");
    assert_null(strstr(shown(walk), "2004")); /* they go by with their columns */
    assert_non_null(strstr(shown(walk), "lines 26–41 of 80")); /* without what the headings cover */
}

static void the_place_is_kept_with_its_text(void **state)
{
    struct walk *walk = at_the_report(*state, harbour_store(*state), 80, 24);
    type_keys(walk, "4)");
    assert_non_null(strstr(shown(walk), "‹ 4 columns: ("));
    type_keys(walk, "\t\t\t");
    type_keys(walk, "R");
    type_keys(walk, "jjk");
    assert_int_equal(view_here(walk)->aside, 4);
    resize(walk, 120, 36);
    assert_int_equal(view_here(walk)->aside, 4);
}

static void what_is_searched_comes_into_sight(void **state)
{
    struct walk *walk = at_the_report(*state, harbour_store(*state), 80, 24);
    do_line(walk, "search-text 2023");
    assert_non_null(strstr(shown(walk), "2023"));
    assert_non_null(strstr(shown(walk), "columns: ("));
    do_line(walk, "search-text 2004");
    assert_non_null(strstr(shown(walk), "2004"));
}

static void where_nothing_is_wider_the_keys_say_so(void **state)
{
    struct walk *walk = at_the_report(*state, harbour_store(*state), 80, 24);
    assert_non_null(strstr(shown(walk), ") columns"));
    type_keys(walk, "]");
    assert_null(strstr(shown(walk), ") columns"));
    type_keys(walk, ")");
    assert_non_null(strstr(shown(walk), "no table in sight is wider than its pane"));
}

static void plain_mode_tells_cells_by_their_headings(void **state)
{
    struct walk *walk = walk_new(*state, harbour_store(*state), 80, 24);
    walk->program->plain = true;
    do_line(walk, "meetings");
    type_keys(walk, "\n\n");
    assert_non_null(strstr(shown(walk), "2004: 4"));
    assert_null(strstr(shown(walk), "more columns"));
}

static void ascii_has_marks_of_its_own(void **state)
{
    struct walk *walk = walk_new(*state, harbour_store(*state), 80, 24);
    walk->program->ascii = true;
    do_line(walk, "meetings");
    type_keys(walk, "\n\n");
    type_keys(walk, ")");
    assert_non_null(strstr(shown(walk), "< 1 column: ("));
    assert_non_null(strstr(shown(walk), "more columns: )"));
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(figures_are_told_from_words),
        TEST_CASE(negatives_in_brackets_and_what_is_not_known_stand_in_line),
        TEST_CASE(wide_marks_and_wide_letters_keep_the_columns),
        TEST_CASE(a_long_address_in_a_cell_is_cut_at_its_joints),
        TEST_CASE(where_there_is_no_window_columns_stand_below_each_other),
        TEST_CASE(read_aloud_each_cell_has_its_heading),
        TEST_CASE(tables_in_minutes_have_columns),
        TEST_CASE(lists_with_tabs_stay_lists),
        TEST_CASE(every_column_comes_into_sight_and_none_twice),
        TEST_CASE(what_is_said_of_columns_fits_where_they_stood),
        TEST_CASE(the_cursor_is_never_under_the_headings_of_a_table),
        TEST_CASE(pages_of_a_long_table_leave_no_line_out),
        TEST_CASE(headings_stay_while_rows_of_their_table_are_in_sight),
        TEST_CASE(headings_stay_on_the_screen),
        TEST_CASE(a_wide_table_at_three_sizes),
        TEST_CASE(keys_move_along_and_stop_at_both_ends),
        TEST_CASE(the_place_is_kept_with_its_text),
        TEST_CASE(what_is_searched_comes_into_sight),
        TEST_CASE(where_nothing_is_wider_the_keys_say_so),
        TEST_CASE(plain_mode_tells_cells_by_their_headings),
        TEST_CASE(ascii_has_marks_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
