/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The layout of a PDF, from what pdftohtml tells of its places to the pieces that readers work on: each test draws a page
 * or two and says the pieces, a line each, "kind page words", cells parted by " | ". */
#include "src/intake/pdf.h"

#include "reading.h"

#include <stdarg.h>

/* ---- drawing ------------------------------------------------------------------------------------------------- */

enum font { BODY, LARGE, SMALL, TINY };
static const int sizes[] = {18, 24, 14, 10};

struct paper {
    struct buf xml;
    int page;
};

static struct paper paper_new(const void *parent)
{
    struct paper paper = {.page = 0};
    buf_init(&paper.xml, parent, BUF_MAX_DOCUMENT);
    buf_puts(&paper.xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pdf2xml producer=\"poppler\" version=\"22.12.0\">\n");
    return paper;
}

static void new_page(struct paper *paper)
{
    buf_printf(&paper->xml, "%s<page number=\"%d\" position=\"absolute\" top=\"0\" left=\"0\" height=\"1263\" width=\"892\">\n",
               paper->page ? "</page>\n" : "", paper->page + 1);
    for (size_t i = 0; i < MB_LENGTH(sizes) && paper->page == 0; i++)
        buf_printf(&paper->xml, "<fontspec id=\"%zu\" size=\"%d\" family=\"Harbour\" color=\"#000000\"/>\n", i, sizes[i]);
    paper->page++;
}

/* Letters are half as wide as high. */
static int width_of(const char *words, enum font font)
{
    int letters = 0;
    for (bool tag = false; *words; words++) {
        tag |= *words == '<';
        letters += !tag && ((unsigned char)*words & 0xC0) != 0x80;
        tag &= *words != '>';
    }
    return letters * sizes[font] / 2;
}

static void put_wide(struct paper *paper, enum font font, int left, int top, int width, const char *words)
{
    buf_printf(&paper->xml, "<text top=\"%d\" left=\"%d\" width=\"%d\" height=\"%d\" font=\"%d\">%s</text>\n", top, left, width,
               sizes[font], (int)font, words);
}

static void put(struct paper *paper, enum font font, int left, int top, const char *words)
{
    put_wide(paper, font, left, top, width_of(words, font), words);
}

/* Lines of prose, 22 apart. */
static void put_lines(struct paper *paper, int left, int top, const char *const *lines)
{
    for (; *lines; lines++, top += 22)
        put(paper, BODY, left, top, *lines);
}

/* ---- reading -------------------------------------------------------------------------------------------------- */

static char *pieces_of(void **state, struct paper *paper)
{
    static const char kinds[] = {'P', 'H', 'L', 'R', 'A'};
    struct pdf pdf = {.scratch = *state};
    struct pack pack = {.scratch = *state, .draft = mem_new(*state, struct draft)};
    struct err err = {0};
    struct buf out;
    buf_puts(&paper->xml, "</page>\n</pdf2xml>\n");
    assert_int_equal(pdf_read_xml(&pdf, paper->xml.data, paper->xml.len, &err), STATUS_OK);
    pdf_make_all_lines(&pdf);
    pdf_make_pieces(&pdf, &pack);
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < pack.n; i++) {
        const struct piece *piece = &pack.pieces[i];
        buf_printf(&out, "%c%d ", kinds[piece->kind], piece->page);
        for (const char *at = piece->text; *at; at++)
            buf_printf(&out, *at == '\t' ? " | " : *at == '\n' ? " / " : "%c", *at);
        buf_putc(&out, '\n');
    }
    return buf_take(&out);
}

#define assert_pieces(paper, ...) assert_text(pieces_of(state, &(paper)), __VA_ARGS__)

/* ---- paragraphs ------------------------------------------------------------------------------------------------ */

#define FULL "The ferry was late on fourteen of ninety days in this winter, as in the last,"

static void lines_without_room_are_one_paragraph(void **state)
{
    struct paper paper = paper_new(*state);
    static const char *const first[] = {FULL, FULL, "and the pier was closed twice.", NULL}, *const second[] = {"A second boat would help.", NULL};
    new_page(&paper);
    put_lines(&paper, 90, 200, first);
    put_lines(&paper, 90, 290, second);
    assert_pieces(paper, "P1 " FULL " " FULL " and the pier was closed twice.\nP1 A second boat would help.\n");
}

static void a_paragraph_goes_on_over_the_end_of_a_page(void **state)
{
    struct paper paper = paper_new(*state);
    static const char *const foot[] = {FULL, FULL, NULL}, *const head[] = {"and the pier was closed twice.", NULL};
    new_page(&paper);
    put_lines(&paper, 90, 1000, foot);
    new_page(&paper);
    put_lines(&paper, 90, 200, head);
    assert_pieces(paper, "P1 " FULL " " FULL " and the pier was closed twice.\n");
}

static void a_word_parted_at_its_hyphen_is_one_word(void **state)
{
    static const struct {
        const char *end, *start, *joined;
    } cases[] = {
        {"a report of the pre-", "season survey", "a report of the pre-season survey"},
        {"checks by the pre-", "Ofsted team", "checks by the pre-Ofsted team"},
        {"to the end of Jun-", "22 and later", "to the end of Jun-22 and later"},
        {"provision for 2-", "year-olds", "provision for 2-year-olds"},
        {"the sites of North/", "South Quay", "the sites of North/South Quay"},
        {"plans for the short-", "and long-term moorings", "plans for the short- and long-term moorings"},
        {"Deputy Leader -", "Councillor Quill", "Deputy Leader - Councillor Quill"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct paper paper = paper_new(*state);
        new_page(&paper);
        put(&paper, BODY, 90, 200, FULL);
        put_wide(&paper, BODY, 90, 222, width_of(FULL, BODY), cases[i].end);
        put(&paper, BODY, 90, 244, cases[i].start);
        assert_pieces(paper, mem_printf(*state, "P1 " FULL " %s\n", cases[i].joined));
    }
}

static void ligatures_and_invisible_marks_are_letters_or_nothing(void **state)
{
    struct paper paper = paper_new(*state);
    new_page(&paper);
    put(&paper, BODY, 90, 200, "The o\xEF\xAC\x83" "cer \xEF\xAC\x81lled a \xEF\xAC\x82oating \xEF\xAC\x80 pier\xE2\x80\x8B\xEF\xBB\xBF.");
    assert_pieces(paper, "P1 The officer filled a floating ff pier.\n");
}

static void words_printed_twice_at_one_place_are_there_once(void **state)
{
    struct paper paper = paper_new(*state);
    new_page(&paper);
    put(&paper, BODY, 90, 200, "Winter timetable");
    put(&paper, BODY, 91, 200, "Winter timetable");
    assert_pieces(paper, "P1 Winter timetable\n");
}

static void larger_letters_are_a_heading(void **state)
{
    struct paper paper = paper_new(*state);
    static const char *const lines[] = {FULL, FULL, "and so on.", NULL};
    new_page(&paper);
    put(&paper, LARGE, 90, 200, "<b>Ferries in Winter</b>");
    put_lines(&paper, 90, 250, lines);
    assert_pieces(paper, "H1 Ferries in Winter\nP1 " FULL " " FULL " and so on.\n");
}

/* ---- lists ------------------------------------------------------------------------------------------------------ */

static void marks_begin_entries_and_numbers_paragraphs(void **state)
{
    struct paper paper = paper_new(*state);
    static const char *const lines[] = {FULL, FULL, "and so on.", NULL};
    new_page(&paper);
    put_lines(&paper, 90, 200, lines);
    put(&paper, BODY, 90, 300, "12. The Panel is asked to:");
    put(&paper, BODY, 130, 340, "\xE2\x80\xA2 note the report");
    put(&paper, BODY, 130, 362, "\xE2\x80\xA2 ask for another");
    assert_pieces(paper, "P1 " FULL " " FULL " and so on.\nP1 12. The Panel is asked to:\nL1 note the report\nL1 ask for another\n");
}

/* Browsers draw their bullets, which pdftohtml does not tell. */
static void below_words_that_lead_to_a_list_indented_lines_are_entries(void **state)
{
    struct paper paper = paper_new(*state);
    static const char *const lines[] = {FULL, FULL, "and so on.", NULL}, *const next[] = {"All papers are public.", NULL};
    new_page(&paper);
    put_lines(&paper, 90, 200, lines);
    put(&paper, BODY, 90, 300, "12. The Panel is asked to:");
    put(&paper, BODY, 135, 340, "note what the Head of Piers says about the boats of this winter and the");
    put(&paper, BODY, 135, 362, "last; and");
    put(&paper, BODY, 135, 384, "ask for another report about boats before the summer timetable begins.");
    put(&paper, BODY, 135, 406, "Send its comments to the Cabinet Member");
    put_lines(&paper, 90, 450, next);
    assert_pieces(paper, "P1 " FULL " " FULL " and so on.\nP1 12. The Panel is asked to:\n"
                         "L1 note what the Head of Piers says about the boats of this winter and the last; and\n"
                         "L1 ask for another report about boats before the summer timetable begins.\n"
                         "L1 Send its comments to the Cabinet Member\nP1 All papers are public.\n");
}

static void one_indented_paragraph_is_no_list(void **state)
{
    struct paper paper = paper_new(*state);
    static const char *const lines[] = {FULL, FULL, "and so on.", NULL};
    new_page(&paper);
    put_lines(&paper, 90, 200, lines);
    put(&paper, BODY, 90, 300, "The Minister wrote:");
    put(&paper, BODY, 135, 340, "I have read what the Panel says about the boats of this winter and of the");
    put(&paper, BODY, 135, 362, "last.");
    assert_pieces(paper, "P1 " FULL " " FULL " and so on.\nP1 The Minister wrote:\n"
                         "P1 I have read what the Panel says about the boats of this winter and of the last.\n");
}

/* ---- tables ----------------------------------------------------------------------------------------------------- */

/* A row: cells at the places of AT, "" for none. */
static void put_row(struct paper *paper, int top, const int *at, const char *const *cells, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (cells[i][0])
            put(paper, BODY, at[i], top, cells[i]);
}

static void what_stands_below_one_another_is_a_column(void **state)
{
    static const int at[] = {90, 300, 500};
    static const char *const rows[][3] = {{"<b>Pier</b>", "<b>Boats</b>", "<b>Note</b>"}, {"North", "12", "open"}, {"South", "", "closed"}};
    struct paper paper = paper_new(*state);
    new_page(&paper);
    for (int i = 0; i < 3; i++)
        put_row(&paper, 200 + 30 * i, at, rows[i], 3);
    assert_pieces(paper, "R1 <b>Pier</b> | <b>Boats</b> | <b>Note</b>\nR1 North | 12 | open\nR1 South |  | closed\n");
}

static void figures_set_to_the_right_stand_below_their_heading(void **state)
{
    struct paper paper = paper_new(*state);
    new_page(&paper);
    put(&paper, BODY, 90, 200, "<b>Pier</b>");
    put(&paper, BODY, 300, 200, "<b>Spent</b>");
    for (int i = 0; i < 2; i++) {
        put(&paper, BODY, 90, 230 + 30 * i, i ? "South" : "North");
        put(&paper, BODY, i ? 370 : 361, 230 + 30 * i, i ? "\xC2\xA3" "94" : "\xC2\xA3" "1,9");
    }
    assert_pieces(paper, "R1 <b>Pier</b> | <b>Spent</b>\nR1 North | \xC2\xA3" "1,9\nR1 South | \xC2\xA3" "94\n");
}

static void a_cell_of_several_lines_is_one_cell(void **state)
{
    static const int at[] = {90, 300};
    struct paper paper = paper_new(*state);
    new_page(&paper);
    put_row(&paper, 200, at, (const char *const[]){"<b>Pier</b>", "<b>What is said of it in the plan</b>"}, 2);
    put_row(&paper, 230, at, (const char *const[]){"North", "Open in winter as in the"}, 2);
    put(&paper, BODY, 300, 250, "years before, and lit");
    put_row(&paper, 280, at, (const char *const[]){"South", "Closed"}, 2);
    assert_pieces(paper, "R1 <b>Pier</b> | <b>What is said of it in the plan</b>\nR1 North | Open in winter as in the years before, and lit\n"
                         "R1 South | Closed\n");
}

static void a_table_goes_on_over_a_page_and_says_its_head_once(void **state)
{
    static const int at[] = {90, 300, 500};
    static const char *const head[] = {"<b>Pier</b>", "<b>Boats</b>", "<b>Note</b>"};
    struct paper paper = paper_new(*state);
    new_page(&paper);
    put_row(&paper, 1000, at, head, 3);
    put_row(&paper, 1030, at, (const char *const[]){"North", "12", "open"}, 3);
    new_page(&paper);
    put_row(&paper, 200, at, head, 3);
    put_row(&paper, 230, at, (const char *const[]){"South", "3", "closed"}, 3);
    assert_pieces(paper, "R1 <b>Pier</b> | <b>Boats</b> | <b>Note</b>\nR1 North | 12 | open\nR2 <b>Pier</b> | <b>Boats</b> | <b>Note</b>\n"
                         "R2 South | 3 | closed\n");
}

/* pdftohtml parts runs only where there is more room than a line is high. */
static void figures_of_narrow_columns_are_told_apart(void **state)
{
    struct paper paper = paper_new(*state);
    static const char *const lines[] = {FULL, FULL, "and so on.", NULL};
    new_page(&paper);
    for (int i = 0; i < 3; i++) /* as wide as Helvetica */
        put_wide(&paper, BODY, 90, 200 + 22 * i, i < 2 ? 576 : 76, lines[i]);
    put_wide(&paper, BODY, 250, 300, 4 * 51 + 40, "2021 2022 2023 2024 2025");
    put(&paper, BODY, 90, 330, "Primary");
    put_wide(&paper, BODY, 250, 330, 4 * 51 + 36, "96% 95% 94% 93% 92%");
    put_wide(&paper, BODY, 90, 360, 160 + 4 * 51 + 36, "Secondary school 81% 82% 83% 84% 85%");
    put(&paper, BODY, 90, 390, "Special");
    put_wide(&paper, BODY, 250, 390, 3 * 51 + 36, "71% n/a 73% 74%");
    put_wide(&paper, BODY, 454, 390, 36, "75%");
    assert_pieces(paper, "P1 " FULL " " FULL " and so on.\nR1  | 2021 | 2022 | 2023 | 2024 | 2025\nR1 Primary | 96% | 95% | 94% | 93% | 92%\n"
                         "R1 Secondary school | 81% | 82% | 83% | 84% | 85%\nR1 Special | 71% | n/a | 73% | 74% | 75%\n");
}

static void figures_in_prose_are_words_of_it(void **state)
{
    static const char *const lines[] = {FULL, "The ferry was late on 14 of 90 days in 2024, and on 12 of 90 days in 2025, and", "so on in 2026.", NULL};
    struct paper paper = paper_new(*state);
    new_page(&paper);
    put(&paper, BODY, 90, 178, FULL);
    put_lines(&paper, 90, 200, lines);
    put_wide(&paper, BODY, 90, 280, 14 * 9 + 6, "Minutes 11 12 13");
    assert_pieces(paper, "P1 " FULL " " FULL " The ferry was late on 14 of 90 days in 2024, and on 12 of 90 days in 2025, and so on in 2026.\n"
                         "P1 Minutes 11 12 13\n");
}

static void bullets_in_cells_are_entries_and_no_column(void **state)
{
    struct paper paper = paper_new(*state);
    static const char *const left[] = {"The pier was mended before the", "Lights were set on it", "A bench"};
    static const char *const right[] = {"Fewer people fell into the water", "Boats find the pier", "People rest"};
    new_page(&paper);
    put(&paper, BODY, 90, 200, "Progress");
    put(&paper, BODY, 480, 200, "Impact");
    for (int i = 0, top = 240, beside = 240; i < 3; i++, top += 22, beside += 22) {
        put(&paper, BODY, 120, top, "\xE2\x80\xA2");
        put(&paper, BODY, 142, top, left[i]);
        put(&paper, BODY, 510, beside, "\xE2\x80\xA2");
        put(&paper, BODY, 532, beside, right[i]);
        if (i == 0)
            put(&paper, BODY, 142, top += 22, "winter of this year");
    }
    assert_pieces(paper, "R1 Progress | Impact\nR1 \xE2\x80\xA2 The pier was mended before the winter of this year<br>\xE2\x80\xA2 Lights were set on it<br>"
                         "\xE2\x80\xA2 A bench | \xE2\x80\xA2 Fewer people fell into the water<br>\xE2\x80\xA2 Boats find the pier<br>\xE2\x80\xA2 People rest\n");
}

static void a_bold_line_above_other_columns_begins_another_table(void **state)
{
    static const int at[] = {90, 250, 350, 450}, other[] = {90, 210, 290, 370};
    struct paper paper = paper_new(*state);
    new_page(&paper);
    put_row(&paper, 200, at, (const char *const[]){"", "2023", "2024", "2025"}, 4);
    put_row(&paper, 240, at, (const char *const[]){"North", "1", "2", "3"}, 4);
    put(&paper, BODY, 90, 280, "<b>National</b>");
    put_row(&paper, 320, other, (const char *const[]){"", "2023", "2024", "2025"}, 4);
    put_row(&paper, 360, other, (const char *const[]){"South", "7", "8", "9"}, 4);
    assert_pieces(paper, "R1  | 2023 | 2024 | 2025\nR1 North | 1 | 2 | 3\nP1 National\nR1  | 2023 | 2024 | 2025\nR1 South | 7 | 8 | 9\n");
}

/* ---- edges of pages ------------------------------------------------------------------------------------------------ */

/* Pages with a running head, a number at the foot and one paragraph. */
static void put_pages(struct paper *paper, int count, int first)
{
    for (int i = 0; i < count; i++) {
        new_page(paper);
        put(paper, SMALL, 90, 40, "Harbour Council - Ferries Panel");
        put(paper, BODY, 90, 200, i == 0 ? FULL " so it was." : "The Panel heard of it.");
        put(paper, SMALL, 420, 1215, mem_printf(paper->xml.parent, "Page %d", first + i));
    }
}

static void running_heads_and_page_numbers_go_and_tell_the_pages(void **state)
{
    struct paper paper = paper_new(*state);
    put_pages(&paper, 4, 27);
    assert_pieces(paper, "P1 " FULL " so it was.\nP2 The Panel heard of it.\nP3 The Panel heard of it.\nP4 The Panel heard of it.\n");
}

static void of_the_stamps_of_a_report_the_first_stays(void **state)
{
    struct paper paper = paper_new(*state);
    for (int i = 0; i < 4; i++) {
        new_page(&paper);
        put(&paper, BODY, 700, 30, i < 2 ? "Agenda Item 5" : "Agenda Item 6");
        put(&paper, BODY, 90, 200, "The Panel heard of it.");
    }
    assert_pieces(paper, "P1 Agenda Item 5\nP1 The Panel heard of it.\nP2 The Panel heard of it.\nP3 Agenda Item 6\nP3 The Panel heard of it.\n"
                         "P4 The Panel heard of it.\n");
}

static void footnotes_follow_their_paragraph_over_the_page(void **state)
{
    static const char *const foot[] = {FULL, FULL, NULL}, *const rest[] = {"and so on.", "", NULL};
    struct paper paper = paper_new(*state);
    new_page(&paper);
    put_lines(&paper, 90, 1000, foot);
    put(&paper, TINY, 90 + width_of(FULL, BODY), 1020, "1");
    put(&paper, TINY, 90, 1140, "1");
    put(&paper, SMALL, 98, 1140, "Counted from November.");
    new_page(&paper);
    put(&paper, BODY, 90, 200, rest[0]);
    assert_pieces(paper, "P1 " FULL " " FULL "\xC2\xB9 and so on.\nP1 \xC2\xB9 Counted from November.\n");
}

/* ---- words that do not run from left to right ------------------------------------------------------------------- */

/* As pdftohtml tells them: no width, and the place where they begin. */
static void words_up_the_side_stand_below_their_paragraph(void **state)
{
    static const char *const foot[] = {FULL, FULL, NULL};
    struct paper paper = paper_new(*state);
    for (int i = 0; i < 2; i++) {
        new_page(&paper);
        put_wide(&paper, BODY, 30, 900, 0, "Kept for the");
        put_wide(&paper, BODY, 30, 780, 0, "record");
        put_wide(&paper, BODY, 55, 900, 0, "Do not remove");
        if (i == 0)
            put_lines(&paper, 90, 1000, foot);
        else
            put(&paper, BODY, 90, 200, "and so on.");
    }
    assert_pieces(paper, "P1 " FULL " " FULL " and so on.\nP1 Kept for the record / Do not remove\n");
}

static void a_page_of_turned_words_is_turned(void **state)
{
    static const int at[] = {90, 400, 700};
    static const char *const rows[][3] = {{"Pier", "Boats at the pier", "What is said of it"}, {"North pier", "12", "open"}, {"South pier", "3", "closed"}};
    for (int up = 0; up < 2; up++) {
        struct paper paper = paper_new(*state);
        new_page(&paper);
        put(&paper, BODY, 700, 30, "Agenda Item 5");
        for (int r = 0; r < 3; r++)
            for (int c = 0; c < 3; c++)
                put_wide(&paper, BODY, up ? 200 + 30 * r : 892 - 200 - 30 * r, up ? 1263 - at[c] : at[c], 0, rows[r][c]);
        assert_pieces(paper, "P1 Agenda Item 5\nR1 Pier | Boats at the pier | What is said of it\nR1 North pier | 12 | open\n"
                             "R1 South pier | 3 | closed\n");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(lines_without_room_are_one_paragraph),
        TEST_CASE(a_paragraph_goes_on_over_the_end_of_a_page),
        TEST_CASE(a_word_parted_at_its_hyphen_is_one_word),
        TEST_CASE(ligatures_and_invisible_marks_are_letters_or_nothing),
        TEST_CASE(words_printed_twice_at_one_place_are_there_once),
        TEST_CASE(larger_letters_are_a_heading),
        TEST_CASE(marks_begin_entries_and_numbers_paragraphs),
        TEST_CASE(below_words_that_lead_to_a_list_indented_lines_are_entries),
        TEST_CASE(one_indented_paragraph_is_no_list),
        TEST_CASE(what_stands_below_one_another_is_a_column),
        TEST_CASE(figures_set_to_the_right_stand_below_their_heading),
        TEST_CASE(a_cell_of_several_lines_is_one_cell),
        TEST_CASE(a_table_goes_on_over_a_page_and_says_its_head_once),
        TEST_CASE(figures_of_narrow_columns_are_told_apart),
        TEST_CASE(figures_in_prose_are_words_of_it),
        TEST_CASE(bullets_in_cells_are_entries_and_no_column),
        TEST_CASE(a_bold_line_above_other_columns_begins_another_table),
        TEST_CASE(running_heads_and_page_numbers_go_and_tell_the_pages),
        TEST_CASE(of_the_stamps_of_a_report_the_first_stays),
        TEST_CASE(words_up_the_side_stand_below_their_paragraph),
        TEST_CASE(a_page_of_turned_words_is_turned),
        TEST_CASE(footnotes_follow_their_paragraph_over_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
