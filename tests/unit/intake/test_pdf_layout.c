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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
