/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Cells, pages, views, lay-outs, running text and tables: the pure half of the screens. */
#include "support/test.h"

#include "screens/golden.h"
#include "src/screens/desk.h"
#include "src/screens/programme.h"

#include <locale.h>

/* A literal where the structs of the model want a string of their own. */
#define T(literal) ((char *)(literal))

static bool collect(void *to, const char *bytes, size_t n)
{
    buf_add(to, bytes, n);
    return true;
}

static char *written(const void *parent, const struct page *page, bool ascii)
{
    struct buf out;
    struct sink sink = {collect, &out};
    buf_init(&out, parent, (size_t)1 << 20);
    assert_true(page_write(page, &sink, ascii));
    return buf_take(&out);
}

/* ---- cells -------------------------------------------------------------------------------------------- */

#define ADDRESS "https://democracy.ferris.example/moderngov/ieListDocuments.aspx?CId=71&MId=901"

static void an_address_that_is_printed_is_never_broken(void **state)
{
    struct page *page = page_new(*state, 40);
    page->whole_addresses = true;
    page_wrap(page, 2, 4, 0, STYLE_TEXT, "Open " ADDRESS ", save that page and import it with the others that you have.");
    page_wrap(page, 2, 4, 0, STYLE_TEXT, ADDRESS);
    page_wrap(page, 0, 0, 0, STYLE_TEXT, "A short one: https://a.example stays.");
    assert_string_equal(written(*state, page, false), "  Open\n    " ADDRESS "\n    save that page and import it with\n    the others that you have.\n"
                                                      "  " ADDRESS "\nA short one: https://a.example stays.\n");
}

static void text_is_cut_with_a_mark_and_never_in_a_cluster(void **state)
{
    struct grid *grid = grid_new(*state, 8, 3);
    assert_int_equal(grid_text(grid, 0, 0, 8, STYLE_TEXT, "Apologies and welcome"), 8);
    assert_int_equal(grid_text(grid, 0, 1, 4, STYLE_TEXT, "日本語"), 3);
    assert_int_equal(grid_text(grid, 0, 2, 8, STYLE_TEXT, "e\xCC\x81t\xC3\xA9"), 3);
    assert_string_equal(grid_print(*state, grid, false), "Apologi…\n日…\ne\xCC\x81t\xC3\xA9\n");
    assert_string_equal(grid_at(grid, 0, 2)->text, "e\xCC\x81");
    assert_int_equal(grid_at(grid, 1, 1)->width, 0);
}

static void half_a_wide_character_is_never_left(void **state)
{
    struct grid *grid = grid_new(*state, 6, 1);
    grid_text(grid, 0, 0, 6, STYLE_TEXT, "日本語");
    grid_text(grid, 1, 0, 1, STYLE_TEXT, "x");
    assert_string_equal(grid_print(*state, grid, false), " x本語\n");
    grid_fill(grid, 3, 0, 1, 1, STYLE_TEXT);
    assert_string_equal(grid_print(*state, grid, false), " x  語\n");
    grid_text(grid, 5, 0, 6, STYLE_TEXT, "日");
    assert_int_equal(grid_at(grid, 5, 0)->width, 0); /* no room for two: it stays out */
}

static void what_a_paper_hides_never_reaches_a_cell(void **state)
{
    struct grid *grid = grid_new(*state, 60, 1);
    grid_text(grid, 0, 0, 60, STYLE_TEXT,
              "a\x1b[31mb\xC2\x9B"
              "c\xE2\x80\xAE"
              "d\xE2\x80\x8B"
              "e\x07");
    for (int x = 0; x < grid->width; x++)
        for (const unsigned char *c = (const unsigned char *)grid_at(grid, x, 0)->text; *c; c++) {
            assert_true(*c >= 0x20 && *c != 0x7F);
            assert_false(c[0] == 0xC2 && c[1] >= 0x80 && c[1] <= 0x9F);
            assert_false(c[0] == 0xE2 && c[1] == 0x80 && (c[2] == 0xAE || c[2] == 0x8B));
        }
}

static void what_lies_outside_the_grid_is_left_out(void **state)
{
    struct grid *grid = grid_new(*state, 4, 2);
    grid_text(grid, -2, 0, 10, STYLE_TEXT, "abcdef");
    grid_text(grid, 0, 7, 4, STYLE_TEXT, "no");
    grid_text(grid, 2, 1, 10, STYLE_TEXT, "abcdef");
    grid_fill(grid, -5, -5, 100, 100, STYLE_HEAD);
    assert_null(grid_at(grid, 4, 0));
    assert_null(grid_at(grid, 0, 2));
    assert_string_equal(grid_print(*state, grid, false), "\n\n");
}

static void styles_are_printed_as_runs(void **state)
{
    struct grid *grid = grid_new(*state, 10, 2);
    grid_fill(grid, 0, 1, 10, 1, STYLE_SELECTED);
    grid_text(grid, 0, 1, 10, STYLE_SELECTED, ">x");
    grid_text(grid, 4, 0, 3, STYLE_HIT, "bus");
    assert_string_equal(grid_print(*state, grid, true), "    bus\n>x\n@0:4-6 hit\n@1:0-9 selected\n");
}

static void every_style_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++)
        for (int j = 0; j < i; j++)
            assert_string_not_equal(style_name((enum style)i), style_name((enum style)j));
}

/* ---- lay-outs ------------------------------------------------------------------------------------------- */

static const struct layout_wish three = {.note = true, .n_columns = 3, .share = {37, 53, 30}, .most = {50, 0, 46}};

static void three_columns_stand_side_by_side_from_100_cells(void **state)
{
    (void)state;
    struct layout wide = layout_make(&three, 120, 36);
    assert_true(wide.side_by_side);
    assert_int_equal(wide.column[0].width, 36 + 1);
    assert_int_equal(wide.column[0].width + wide.column[1].width + wide.column[2].width + 2, 120);
    assert_int_equal(wide.column[1].x, wide.column[0].width + 1);
    assert_int_equal(wide.column[0].y, 3);
    assert_int_equal(wide.column[0].height, 36 - 6);
    assert_false(layout_make(&three, 99, 36).side_by_side);
    assert_int_equal(layout_make(&three, 80, 24).column[0].height, 18);
}

static void columns_fill_every_width_without_a_gap(void **state)
{
    (void)state;
    for (int width = SIDE_BY_SIDE_FROM; width < 400; width++) {
        struct layout layout = layout_make(&three, width, 24);
        int x = 0;
        for (int i = 0; i < layout.n_columns; i++) {
            assert_int_equal(layout.column[i].x, x);
            assert_true(layout.column[i].width >= 20);
            x += layout.column[i].width + 1;
        }
        assert_int_equal(x - 1, width);
    }
}

static void no_size_makes_a_negative_place(void **state)
{
    (void)state;
    const struct layout_wish detailed = {.note = true, .n_columns = 1, .detail = 4};
    for (int width = 1; width < 130; width += 3)
        for (int height = 1; height < 50; height++) {
            struct layout layout = layout_make(&detailed, width, height);
            assert_int_equal(layout.too_small, width < 40 || height < 10);
            if (!layout.too_small)
                assert_true(layout.column[0].height >= 4 && layout.column[0].width == width);
        }
    assert_true(layout_make(&detailed, 80, 24).detail_rule > 0);
    assert_int_equal(layout_make(&detailed, 80, 12).detail_rule, -1);
}

/* ---- views ----------------------------------------------------------------------------------------------- */

/* Rows named a, b, c..., of two lines each, under a heading. */
static struct page *list_page(const void *parent, const char *keys)
{
    struct page *page = page_new(parent, 20);
    page_say(page, 1, STYLE_HEADING, "Heading");
    for (const char *key = keys; *key; key++) {
        char name[2] = {*key, '\0'};
        page_row(page, name, 0);
        page_say(page, 1, STYLE_TEXT, name);
        page_say(page, 1, STYLE_QUIET, "facts");
    }
    page_no_row(page);
    page_say(page, 1, STYLE_TEXT, "end");
    return page;
}

static void the_cursor_stays_on_its_row_when_others_come_and_go(void **state)
{
    struct view view = {0};
    view_show(&view, list_page(*state, "abcdef"), 5);
    assert_true(view_go(&view, "d", 0));
    size_t depth = view.page->rows[view.row].first - view.top;
    view_show(&view, list_page(*state, "xyzabcdef"), 5);
    assert_string_equal(view_row(&view)->key, "d");
    assert_int_equal(view.page->rows[view.row].first - view.top, depth);
    view_show(&view, list_page(*state, "abc"), 5);
    assert_string_equal(view_row(&view)->key, "c"); /* gone: the nearest that is left */
    view_show(&view, page_new(*state, 20), 5);
    assert_null(view_row(&view));
    view_show(&view, list_page(*state, "ab"), 5);
    assert_non_null(view_row(&view));
}

static void moving_shows_whole_rows_their_heading_and_the_end(void **state)
{
    struct view view = {0};
    view_show(&view, list_page(*state, "abcdef"), 4);
    assert_int_equal(view.top, 0);
    assert_true(view_do(&view, CMD_DOWN, 2));
    assert_string_equal(view_row(&view)->key, "c");
    assert_int_equal(view.top, 3); /* both lines of c are seen */
    assert_true(view_do(&view, CMD_LAST, 0));
    assert_int_equal(view_last_line(&view), view.page->n_lines);
    assert_true(view_do(&view, CMD_UP, 100));
    assert_int_equal(view.row, 0);
    assert_int_equal(view.top, 0); /* the heading is seen with the first row */
    assert_true(view_do(&view, CMD_LAST, 3));
    assert_string_equal(view_row(&view)->key, "c");
    assert_false(view_do(&view, CMD_OPEN, 0));
}

static void paging_stops_at_the_ends(void **state)
{
    struct view view = {0};
    view_show(&view, list_page(*state, "abcdefghij"), 6);
    for (int i = 0; i < 20; i++)
        view_do(&view, CMD_PAGE_DOWN, 0);
    assert_string_equal(view_row(&view)->key, "j");
    assert_int_equal(view_last_line(&view), view.page->n_lines);
    for (int i = 0; i < 20; i++)
        view_do(&view, CMD_HALF_UP, 0);
    assert_string_equal(view_row(&view)->key, "a");
    view_do(&view, CMD_SCROLL_DOWN, 3);
    assert_int_equal(view.top, 3);
    assert_true(view_row(&view)->first >= 3); /* the cursor follows what is seen */
}

/* ---- running text ------------------------------------------------------------------------------------------ */

static struct flow flow_of(const void *parent, const char *text)
{
    return (struct flow){.text = safe_text(parent, text, strlen(text), SAFE_TEXT), .margin = FLOW_MARGIN};
}

static void lists_hang_and_paragraphs_keep_their_distance(void **state)
{
    struct flow flow = flow_of(*state, "The Panel was told that buses had been late.\n\n·  Drivers were few and the "
                                       "depot was closed.\n(iv) a limb of it\n7. A numbered paragraph of some length");
    struct page *page = page_new(*state, 34);
    page_flow(page, &flow);
    assert_string_equal(written(*state, page, false),
                        "    The Panel was told that buses\n    had been late.\n\n    · Drivers were few and the\n     "
                        " depot was closed.\n"
                        "    (iv) a limb of it\n    7. A numbered paragraph of\n       some length\n");
}

static void a_year_or_a_figure_is_no_number_of_a_list(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t mark;
    } rows[] = {{"2022 was a year", 0}, {"3.5 million", 0}, {"7. Seven", 3}, {"7) Seven", 3},
                {"a) one", 3},          {"(b) two", 4},     {"· dot", 3},    {"-5 degrees", 0},
                {"I) roman", 3},        {"and) not", 0},    {"2.1  two", 5}, {"o  ring", 3},
                {"of it", 0},           {"·", 0},           {"12.", 0},      {"", 0},
                {"a. one", 3},          {"iv. four", 4},    {"e.g. this", 0}, {"J. Harbour", 0},
                {"A. This report answers a petition that was handed in last July.", 3}};
    for (size_t i = 0; i < MB_LENGTH(rows); i++)
        if (flow_list_mark(rows[i].text, strlen(rows[i].text)) != rows[i].mark)
            fail_msg("\"%s\": %zu", rows[i].text, flow_list_mark(rows[i].text, strlen(rows[i].text)));
}

static void every_line_knows_its_byte_of_the_text(void **state)
{
    const char *text = "One two three four five six.\n\n· Seven eight nine ten eleven";
    struct flow flow = flow_of(*state, text);
    struct page *page = page_new(*state, 24);
    page_flow(page, &flow);
    for (size_t i = 0; i < page->n_rows; i++) {
        const struct line *line = &page->lines[page->rows[i].first];
        if (line->n_spans == 0)
            continue;
        const char *first = line->spans[0].text;
        assert_memory_equal(text + page->rows[i].offset, first, strlen(first) < 3 ? strlen(first) : 3);
    }
    struct view view = {0};
    view_show(&view, page, 3);
    assert_true(view_go(&view, NULL, (size_t)(strstr(text, "ten") - text)));
    struct page *narrower = page_new(*state, 17);
    page_flow(narrower, &flow);
    view_show(&view, narrower, 3);
    assert_true(view_row(&view)->offset <= (size_t)(strstr(text, "ten") - text));
    assert_true(view_row(&view)->offset >= (size_t)(strstr(text, "Seven") - text));
}

static void hits_are_marked_also_where_a_line_breaks_within_them(void **state)
{
    const char *text = "Late school buses were seen";
    struct flow flow = flow_of(*state, text);
    struct mark marks[] = {{5, 12}}; /* "school buses" */
    flow.marks = marks;
    flow.n_marks = 1;
    struct page *page = page_new(*state, 17);
    page_flow(page, &flow);
    size_t hits = 0;
    for (size_t i = 0; i < page->n_lines; i++)
        for (size_t s = 0; s < page->lines[i].n_spans; s++)
            if (page->lines[i].spans[s].style == STYLE_HIT)
                hits += strlen(page->lines[i].spans[s].text);
    assert_int_equal(hits, strlen("schoolbuses"));
    assert_int_equal(page->n_lines, 3);
}

static void numbers_of_follow_ups_stand_in_the_margin(void **state)
{
    const char *text = "First sentence.\n\nIt was agreed to write.";
    struct flow flow = flow_of(*state, text);
    struct margin_note notes[] = {{(size_t)(strstr(text, "It was") - text), "555/7", false}};
    flow.notes = notes;
    flow.n_notes = 1;
    flow.margin = 7;
    struct page *page = page_new(*state, 60);
    page_flow(page, &flow);
    assert_string_equal(written(*state, page, false), "       First sentence.\n\n 555/7 It was agreed to write.\n");
}

static void a_clean_place_leads_back_to_the_byte_of_the_paper(void **state)
{
    (void)state;
    const char *source = "a\xE2\x80\x8B"
                         "b\tc\xE2\x80\xAE"
                         "d \xC3\xA9 end";
    for (size_t i = 0; source[i]; i++) {
        if (((unsigned char)source[i] & 0xC0) == 0x80)
            continue;
        size_t clean = flow_clean_offset(source, i), back = flow_source_offset(source, clean);
        assert_int_equal(flow_clean_offset(source, back), clean);
    }
    size_t end = (size_t)(strstr(source, "end") - source);
    assert_int_equal(flow_source_offset(source, flow_clean_offset(source, end)), end);
    assert_int_equal(flow_source_offset("", 5), 0);
}

/* ---- tables ------------------------------------------------------------------------------------------------- */

static char *cells_a[] = {T("Measure"), T("2021/22"), T("2022/23")};
static char *cells_b[] = {T("Pupils with a pass"), T("1,204"), T("987")};
static char *cells_c[] = {T("Late buses\nby more than an hour"), T("3"), T("£12")};
static struct table_row table_rows[] = {{cells_a, 3}, {cells_b, 3}, {cells_c, 3}};

static struct block school_table(void)
{
    return (struct block){.kind = BLOCK_TABLE, .caption = T("School transport"), .rows = table_rows, .n_rows = 3};
}

static struct page *report_page_as(const void *parent, struct block *blocks, size_t n, int width, enum too_wide too_wide)
{
    struct item item = {.blocks = blocks, .n_blocks = n};
    struct flow flow = flow_of(parent, item_report_text(parent, &item));
    flow.margin = 1;
    struct page *page = page_new(parent, width);
    page->too_wide = too_wide;
    page_blocks(page, blocks, n, &flow);
    return page;
}

static struct page *report_page(const void *parent, struct block *blocks, size_t n, int width)
{
    return report_page_as(parent, blocks, n, width, TOO_WIDE_GOES_BY);
}

static void figures_stand_to_the_right_and_cells_wrap(void **state)
{
    struct block blocks[] = {school_table()};
    assert_string_equal(written(*state, report_page(*state, blocks, 1, 60), true),
                        " School transport\n"
                        " Measure               2021/22  2022/23\n"
                        " --------------------  -------  -------\n"
                        " Pupils with a pass      1,204      987\n"
                        " Late buses                  3      £12\n"
                        " by more than an hour\n");
    assert_string_equal(written(*state, report_page(*state, blocks, 1, 34), true), " School transport\n"
                                                                                   " Measure         2021/22  2022/23\n"
                                                                                   " --------------  -------  -------\n"
                                                                                   " Pupils with a     1,204      987\n"
                                                                                   " pass\n"
                                                                                   " Late buses            3      £12\n"
                                                                                   " by more than\n"
                                                                                   "  an hour\n");
}

static void without_a_window_a_wide_table_is_told_row_by_row(void **state)
{
    struct block blocks[] = {school_table()};
    assert_string_equal(written(*state, report_page_as(*state, blocks, 1, 20, TOO_WIDE_IN_ROWS), false),
                        " School transport\n Pupils with a pass\n   2021/22: 1,204\n   2022/23: 987\n"
                        " Late buses\n   by more than an\n   hour\n   2021/22: 3\n   2022/23: £12\n");
}

static void widths_are_shared_fairly(void **state)
{
    (void)state;
    static const int wanted[] = {4, 60, 10, 80}, least[] = {4, 8, 10, 8};
    int widths[4];
    share_columns(widths, least, wanted, 4, 66, 2);
    assert_int_equal(widths[0], 4);
    assert_int_equal(widths[2], 10);
    assert_int_equal(widths[1], 23);
    assert_int_equal(widths[3], 23);
    share_columns(widths, least, wanted, 4, 200, 2);
    assert_int_equal(widths[1], 60);
    assert_int_equal(widths[3], 80);
    for (int width = -5; width < 30; width++) {
        share_columns(widths, least, wanted, 4, width, 2);
        for (int i = 0; i < 4; i++)
            assert_true(widths[i] >= least[i]);
    }
}

static void a_report_is_headings_paragraphs_lists_and_tables(void **state)
{
    struct block blocks[] = {
        {.kind = BLOCK_HEADING, .text = T("Background"), .level = 2},
        {.kind = BLOCK_PARA, .text = T("1. The Panel asked for the number of late buses at its meeting in July.")},
        {.kind = BLOCK_LIST, .text = T("- from the north"), .level = 1},
        {.kind = BLOCK_LIST, .text = T("- from the south of the district and beyond"), .level = 2},
        school_table(),
        {.kind = BLOCK_PARA, .text = T("2. The Panel is asked to comment.")},
    };
    golden_check("report-50", written(*state, report_page(*state, blocks, MB_LENGTH(blocks), 50), false));
    struct page *page = report_page(*state, blocks, MB_LENGTH(blocks), 50);
    struct item item = {.blocks = blocks, .n_blocks = MB_LENGTH(blocks)};
    char *text = item_report_text(*state, &item);
    struct view view = {0};
    view_show(&view, page, 4);
    assert_true(view_go(&view, NULL, (size_t)(strstr(text, "987") - text)));
    assert_non_null(strstr(page->lines[view_row(&view)->first].spans[0].text, "Pupils"));
}

/* Readers of packs take bullets away and leave "(a)"; what continues an entry stands below its words. */
static void an_entry_without_its_bullet_is_given_one(void **state)
{
    struct block blocks[] = {
        {.kind = BLOCK_LIST, .text = T("comment on the figures; and"), .level = 1},
        {.kind = BLOCK_LIST, .text = T("say whether more is needed\nbefore the summer"), .level = 2},
        {.kind = BLOCK_LIST, .text = T("(c) a limb"), .level = 1},
    };
    assert_string_equal(written(*state, report_page(*state, blocks, MB_LENGTH(blocks), 24), false),
                        " · comment on the\n   figures; and\n   · say whether more\n     is needed\n"
                        "     before the summer\n (c) a limb\n");
}

static void ragged_and_empty_tables_do_no_harm(void **state)
{
    static char *one[] = {T("a")}, *none[] = {T("")},
                *many[] = {T("1"), T("2"),  T("3"),  T("4"),  T("5"),  T("6"),  T("7"),  T("8"),
                           T("9"), T("10"), T("11"), T("12"), T("13"), T("14"), T("15"), T("16")};
    struct table_row ragged[] = {{one, 1}, {many, 16}, {NULL, 0}, {none, 1}};
    struct block blocks[] = {
        {.kind = BLOCK_TABLE, .rows = ragged, .n_rows = 4}, {.kind = BLOCK_TABLE}, {.kind = BLOCK_PARA, .text = T("")}};
    for (int width = 1; width < 130; width++) {
        struct page *page = report_page(*state, blocks, MB_LENGTH(blocks), width);
        for (size_t i = 0; i < page->n_rows; i++)
            assert_true(page->rows[i].first + page->rows[i].n <= page->n_lines);
        talloc_free(page);
    }
}

static void the_desk_lays_out_the_newest_meetings_and_counts_the_others(void **state)
{
    struct desk_facts facts = {.counts = {.sources = 10000}};
    struct program program = {.spelling = "minutebook", .as_at = {2024, 6, 14}};
    for (int i = 0; i < 10000; i++) {
        struct meeting_row *row = mem_append(*state, facts.meetings.at, facts.meetings.n);
        row->id = mem_printf(*state, "m-%d", i);
        row->committee = mem_strdup(*state, "Roads Panel");
        row->date = date_from_days(45000 - i);
        row->has_minutes = true;
    }
    struct page *page = page_new(*state, 80);
    desk_page(page, &facts, &program, "M");
    assert_in_range(page->n_lines, 40, 100);
    assert_string_equal(page->rows[page->n_rows - 1].key, "all");
    assert_string_equal(page->lines[page->n_lines - 1].spans[0].text, "and 9,970 older meetings");
}

/* A council's own note may name the day it was asked for, beside more words, or not at all. */
static void a_day_that_the_note_names_is_said_once(void **state)
{
    struct programme_entry entries[] = {
        {.issue = mem_strdup(*state, "Buses"), .section = SECTION_DATED, .state = ENTRY_TBC, .requested_on = {2024, 2, 3}},
        {.issue = mem_strdup(*state, "Parks"), .section = SECTION_DATED, .state = ENTRY_TBC, .requested_on = {2024, 2, 4}},
        {.issue = mem_strdup(*state, "Roads"), .section = SECTION_DATED, .state = ENTRY_TBC, .requested_on = {2024, 2, 5}},
    };
    entries[0].notes = mem_strdup(*state, "Asked for 3 February 2024 by the youth council and the parish councils");
    entries[1].notes = mem_strdup(*state, "Requested 04/02/2024");
    entries[2].notes = mem_strdup(*state, "After the review");
    struct programme programme = {.entries = entries, .n_entries = MB_LENGTH(entries)};
    struct programme_pages pages = {.programme = &programme};
    struct page *page = page_new(*state, 100);
    programme_no_date(page, &pages);
    struct buf out;
    buf_init(&out, *state, 4096);
    for (size_t i = 0; i < page->n_lines; i++)
        for (size_t s = 0; s < page->lines[i].n_spans; s++)
            buf_printf(&out, "%s|", page->lines[i].spans[s].text);
    assert_non_null(strstr(out.data, "|Asked for 3 February 2024 by the youth council"));
    assert_null(strstr(out.data, "asked for 3 February 2024|"));
    assert_non_null(strstr(out.data, "|asked for 4 February 2024|"));
    assert_null(strstr(out.data, "Requested 04/02/2024"));
    assert_non_null(strstr(out.data, "|asked for 5 February 2024|"));
    assert_non_null(strstr(out.data, "|After the review|"));
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(an_address_that_is_printed_is_never_broken),
        TEST_CASE(text_is_cut_with_a_mark_and_never_in_a_cluster),
        TEST_CASE(half_a_wide_character_is_never_left),
        TEST_CASE(what_a_paper_hides_never_reaches_a_cell),
        TEST_CASE(what_lies_outside_the_grid_is_left_out),
        TEST_CASE(styles_are_printed_as_runs),
        TEST_CASE(every_style_has_a_name_of_its_own),
        TEST_CASE(three_columns_stand_side_by_side_from_100_cells),
        TEST_CASE(columns_fill_every_width_without_a_gap),
        TEST_CASE(no_size_makes_a_negative_place),
        TEST_CASE(the_cursor_stays_on_its_row_when_others_come_and_go),
        TEST_CASE(moving_shows_whole_rows_their_heading_and_the_end),
        TEST_CASE(paging_stops_at_the_ends),
        TEST_CASE(lists_hang_and_paragraphs_keep_their_distance),
        TEST_CASE(a_year_or_a_figure_is_no_number_of_a_list),
        TEST_CASE(every_line_knows_its_byte_of_the_text),
        TEST_CASE(hits_are_marked_also_where_a_line_breaks_within_them),
        TEST_CASE(numbers_of_follow_ups_stand_in_the_margin),
        TEST_CASE(a_clean_place_leads_back_to_the_byte_of_the_paper),
        TEST_CASE(figures_stand_to_the_right_and_cells_wrap),
        TEST_CASE(without_a_window_a_wide_table_is_told_row_by_row),
        TEST_CASE(widths_are_shared_fairly),
        TEST_CASE(a_report_is_headings_paragraphs_lists_and_tables),
        TEST_CASE(an_entry_without_its_bullet_is_given_one),
        TEST_CASE(ragged_and_empty_tables_do_no_harm),
        TEST_CASE(the_desk_lays_out_the_newest_meetings_and_counts_the_others),
        TEST_CASE(a_day_that_the_note_names_is_said_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
