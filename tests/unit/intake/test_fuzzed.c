/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What fuzzing and damage found, a line each: bytes of which a reader made what no draft may be, or did not end. The
 * names say what was wrong then. */
#include "intake/sound.h"
#include "reading.h"
#include "support/growth.h"

static const struct found {
    const char *what;
    enum form form; /* FORM_UNKNOWN: as sniffed */
    const char *bytes;
} all_found[] = {
    {"a page that breaks off in its first row had an item without a name", FORM_UNKNOWN,
     "<html><body><div id=modgov><h1 class=mgMainTitleTxt>Agenda</h1><h2 class=mgSubTitleTxt>Ferries Panel - Tuesday 11th June 2024</h2>"
     "<table id=mgItemTable><tr><td "},
    {"a row whose subject is nothing but dashes had an empty title", FORM_PACK_MARKDOWN,
     "# AGENDA\n\n| Page | No. | Agenda item |\n|---|---|---|\n| | 1. | **Apologies** |\n| | 2. | **--- |\n"},
    {"a page of one item whose title is a mark of a table had an item without a name", FORM_ITEM_TEXT,
     "Agenda item\n|\n| --- | --- |\nMeeting of Ferries Panel\n\nMinutes:\n\nThe Panel agreed.\n"},
    {"who attended was read behind the end of a line whose words before a colon are no heading", FORM_MINUTES_TEXT,
     "MINUTES OF A MEETING OF THE FERRIES PANEL\nHELD ON WEDNESDAY, 6 MARCH 2024\n\nPRESENT\n\nCouncillor Ada Quill\n\nALSO IN ATTENDANCE\n\n"
     "Ann Lee, Bo Ray, Cy Dow and everybody else who had come along: Jo\n\n1. APOLOGIES\n\nNone.\n\n2. FARES\n\nNoted.\n"},
    {"a label with nothing but a vertical TAB behind it gave a report an empty title", FORM_REPORT_TEXT,
     "Report to:\tAudit Committee\n\nDate:\t19 March 2024\n\nTitle:\t\v\n\nReport of:\tChief Internal Auditor\n\nPurpose of report:\tTo present the plan.\n\n"
     "Officer recommendation(s):\tTo approve the plan.\n\n1. Background\n\n1.1 The plan is set each year.\n"},
    {"a motion that ends with the number of an item was read behind its end", FORM_PAGE_TEXT,
     "Agenda\n\nFerries Panel - Tuesday 11th June 2024 6.30 pm\n\nNo. Item\n\n1.\n\nApologies\n\n2.\n\nExclusion of the public\n\n"
     "To decide whether the public should be excluded, for exempt information would be heard, for item 3\n\n3.\n\nTenders\n"},
    {"a line of nothing but a day was read behind its end for the body that meets then", FORM_PAGE_TEXT,
     "Agenda\n\nFerries Panel\n\n11 June 2024\n\n6.30 pm\n\nNo. Item\n\n1.\n\nApologies\n\n2.\n\nFares\n"},
    {"the first word of a title in a list, longer than any number, was copied behind the end of the number's room", FORM_PAGE_HTML,
     "<html><body><h1>Ferries Panel - 11 June 2024</h1><ol><li><h3>1. Apologies</h3><p>None.</p></li><li><h3>2. "
     "Fares-of-all-the-boats-in-winter-and-in-summer-with-those-of-the-night-boat-and-of-the-boat-to-the-far-island-and-back</h3>"
     "<p>Noted.</p></li><li><h3>3. Boats</h3></li></ol></body></html>"},
    {"an address alone, below the words to whom enquiries go, gave a pack a contact without a name", FORM_PACK_MARKDOWN,
     "Ferries Panel\nTuesday 11 June 2024, 6.30 pm\n\nEnquiries to\nboats&ferries@ferries.example\n\nAgenda\n\n1. Apologies for absence\n\n"
     "2. Fares of the night boat \t3 - 14\nTo consider the report.\n\n3. Boats \t15 - 22\n\n4. Piers \t23 - 30\n"},
    {"the name behind MINUTES began inside the sign of a quotation", FORM_MINUTES_TEXT,
     "Minutes \xE2\x80\x98Night Boat\xE2\x80\x99 Panel - Wednesday 6 March 2024\n\nPresent: Councillors Ada Quill and Bo Ray\n\n"
     "1. APOLOGIES\n\nNone.\n\n2. FARES\n\nRESOLVED: that the fares be agreed.\n"},
    {"a name before the day ended inside its last letter", FORM_MINUTES_TEXT,
     "MINUTES\n\nFERRIES PANEL, GN\xC3\x93 - Wednesday 6 March 2024\n\nPresent: Councillors Ada Quill and Bo Ray\n\n"
     "1. APOLOGIES\n\nNone.\n\n2. FARES\n\nRESOLVED: that the fares be agreed.\n"},
};

static void nothing_found_comes_again(void **state)
{
    for (size_t i = 0; i < MB_LENGTH(all_found); i++) {
        const struct found *found = &all_found[i];
        struct draft *draft = NULL;
        struct err err = {0};
        enum status status = intake_read(*state, intake_here(*state), document_of(*state, found->bytes, strlen(found->bytes)), found->form, &draft, &err);
        const char *fault = status == STATUS_OK ? draft_fault(draft) : err.text[0] ? NULL : "refused without a sentence";
        if (fault)
            fail_msg("%s: %s", found->what, fault);
    }
}

/* Cut in the middle of a character it was no text, and no store took it. */
static void a_very_long_recommendation_ends_with_a_whole_character(void **state)
{
    for (size_t shift = 0; shift < 2; shift++) {
        struct buf text;
        buf_init(&text, *state, BUF_MAX_DOCUMENT);
        buf_puts(&text, "# Ferries Panel\n\nItem No\tSubject\tPage No\n1.\tFares\t1 - 4\n\n# Fares\n\n## Recommendations\n\n- note ");
        buf_puts(&text, shift ? "x" : "");
        for (int i = 0; i < 3000; i++)
            buf_puts(&text, "\xC3\xA9");
        buf_puts(&text, "\n");
        struct draft *draft = draft_of(*state, buf_take(&text));
        assert_int_equal(draft->meeting->items[0].asked.n, 1);
        assert_null(draft_fault(draft));
    }
}

/* Each of these lines looked through all that follow: a page of a megabyte took minutes. */
static void a_page_of_nothing_but_the_words_above_a_title_ends(void **state)
{
    struct draft *draft = NULL;
    struct err err = {0};
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    for (int i = 0; i < 60000; i++)
        buf_puts(&text, "Agenda item\n");
    buf_puts(&text, "Fares\nMeeting of Ferries Panel\n\nMinutes:\n\nThe Panel agreed.\n");
    size_t n = text.len;
    struct document *page = document_of(*state, buf_take(&text), n);
    assert_int_equal(intake_read(*state, intake_here(*state), page, FORM_ITEM_TEXT, &draft, &err), STATUS_OK);
    assert_string_equal(draft->meeting->items[0].title, "Fares");
}

/* Where a member named it a report, its list of items was an empty paragraph: the words were gone. */
static void a_pdf_named_a_report_keeps_the_words_of_a_list_in_it(void **state)
{
    static const char *const lines[] = {"Fares of the winter boats", "Ferries Panel", "Tuesday, 11 June 2024", "Agenda",
                                        "1.", "Apologies for absence", "(Pages 3 - 4)",
                                        "2.", "Fares of the night boat", "(Pages 5 - 9)", "Ann Lee, Democratic Services"};
    struct draft *draft = NULL;
    struct err err = {0};
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    buf_puts(&text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE pdf2xml SYSTEM \"pdf2xml.dtd\">\n<pdf2xml>\n"
                    "<page number=\"1\" position=\"absolute\" top=\"0\" left=\"0\" height=\"1262\" width=\"892\">\n"
                    "<fontspec id=\"0\" size=\"18\" family=\"Serif\" color=\"#000000\"/>\n");
    int top = 100;
    for (size_t i = 0; i < MB_LENGTH(lines); i++) {
        bool title = i == 5 || i == 8, pages = i == 6 || i == 9;
        top += title || pages ? 0 : 42;
        buf_printf(&text, "<text top=\"%d\" left=\"%d\" width=\"%zu\" height=\"20\" font=\"0\">%s</text>\n", top,
                   pages ? 694 : title ? 154 : 94, strlen(lines[i]) * 8, lines[i]);
    }
    buf_puts(&text, "</page>\n</pdf2xml>\n");
    size_t n = text.len;
    struct document *paper = document_of(*state, buf_take(&text), n);
    if (intake_read(*state, intake_here(*state), paper, FORM_REPORT_PDF, &draft, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    assert_null(draft_fault(draft));
    bool kept = false;
    for (size_t i = 0; i < draft->meeting->items[0].n_blocks; i++) {
        const struct block *block = &draft->meeting->items[0].blocks[i];
        kept |= block->text && strstr(block->text, "Fares of the night boat");
        for (size_t r = 0; r < block->n_rows; r++)
            for (size_t c = 0; c < block->rows[r].n_cells; c++)
                kept |= strcmp(block->rows[r].cells[c], "Fares of the night boat") == 0;
    }
    assert_true(kept);
}

/* What these read is a head, a line said TIMES times and a foot. */
struct swollen {
    enum form form;
    const char *head, *line, *foot;
};

static void read_swollen(const void *context, void *to, size_t times)
{
    const struct swollen *swollen = to;
    struct draft *draft = NULL;
    struct err err = {0};
    struct buf text;
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    buf_puts(&text, swollen->head);
    for (size_t i = 0; i < times; i++)
        buf_puts(&text, swollen->line);
    buf_puts(&text, swollen->foot);
    size_t n = text.len;
    enum status status = intake_read(context, intake_here(context), document_of(context, buf_take(&text), n), swollen->form, &draft, &err);
    assert_true(status == STATUS_OK || err.text[0]);
}

static void a_title_in_capitals_over_many_lines_takes_no_longer_for_each(void **state)
{
    (void)state;
    struct swollen minutes = {FORM_MINUTES_TEXT, "MINUTES OF A MEETING OF THE FERRIES PANEL\nHELD ON WEDNESDAY, 6 MARCH 2024\n\n1. APOLOGIES\n",
                              "THE FARES OF ALL BOATS\n", "\nNone.\n\n2. FARES\n\nNoted.\n"};
    test_cost_grows_with(read_swollen, &minutes, 12000 / TEST_STRIDE(3));
}

static void a_line_of_nothing_but_dashes_below_the_day_takes_no_longer_for_each(void **state)
{
    (void)state;
    struct swollen minutes = {FORM_MINUTES_TEXT, "Minutes\n\nFerries Panel\n\nDate: Wednesday 6 March 2024\n", "- ", "\n\n1. FARES\n\nNoted.\n"};
    test_cost_grows_with(read_swollen, &minutes, 16000 / TEST_STRIDE(3));
    minutes.line = "( ";
    test_cost_grows_with(read_swollen, &minutes, 16000 / TEST_STRIDE(3));
}

/* Each cell counted the cells before it, and looked for the head of a table that has none. */
static void a_row_of_many_cells_takes_no_longer_for_each(void **state)
{
    (void)state;
    struct swollen page = {FORM_PAGE_HTML,
                           "<html><body><h1>Ferries Panel</h1><p>Wednesday 6 March 2024</p><table><tr><th>No.</th><th>Item</th></tr>"
                           "<tr><td>1.</td><td>Apologies</td></tr><tr><td>2.</td><td>Fares</td></tr><tr><td>3.</td><td>Boats</td>",
                           "<td>as said</td>", "</tr></table></body></html>"};
    test_cost_grows_with(read_swollen, &page, 40000 / TEST_STRIDE(3));
}

static void a_page_of_many_second_titles_takes_no_longer_for_each(void **state)
{
    (void)state;
    struct swollen page = {FORM_PAGE_HTML, "<html><body><div id=modgov><h1 class=mgMainTitleTxt>Agenda</h1>",
                           "<h2 class=mgSubTitleTxt>Ferries Panel - Tuesday 11th June 2024 6.30 pm</h2>\n",
                           "<table id=mgItemTable><tr><td class=mgItemNumberCell>1.</td><td><p class=mgAiTitleTxt>Fares</p></td></tr></table></div></body></html>"};
    test_cost_grows_with(read_swollen, &page, 12000 / TEST_STRIDE(3));
}

/* Each asked all titles above it, and each "for (" of a vote where its bracket is closed. */
static void what_is_private_and_who_voted_takes_no_longer_for_each(void **state)
{
    (void)state;
    struct swollen page = {FORM_PAGE_HTML,
                           "<html><body><div id=modgov><h1 class=mgMainTitleTxt>Agenda</h1><h2 class=mgSubTitleTxt>Ferries Panel - Tuesday 11th June 2024 6.30 pm</h2>"
                           "<table id=mgItemTable><tr><td></td><td><p class=mgAiTitleTxt>Part 2 - exempt items</p></td></tr>",
                           "<tr><td class=mgItemNumberCell>1.</td><td><p class=mgAiTitleTxt>Fares</p></td></tr>\n", "</table></div></body></html>"};
    test_cost_grows_with(read_swollen, &page, 16000 / TEST_STRIDE(3));
    page.form = FORM_PAGE_TEXT;
    page.head = "Minutes\n\nFerries Panel - Tuesday 11th June 2024 6.30 pm\n\nNo. Item\n\n1.\n\nFares\n\nMinutes:\n\nFor (2): Ada Quill, Bo Ray";
    page.line = " for (";
    page.foot = "\n\n2.\n\nBoats\n\nMinutes:\n\nNoted.\n";
    test_cost_grows_with(read_swollen, &page, 60000 / TEST_STRIDE(3));
}

/* Each bracket was followed to the next figure, and each size of a file back to the beginning of its line. */
static void what_may_be_pages_or_a_file_takes_no_longer_for_each(void **state)
{
    (void)state;
    struct swollen agenda = {FORM_PACK_MARKDOWN, "# Ferries Panel\n\n11 June 2024\n\nAGENDA\n\n1. Apologies (Page 1)\n\n2. Fares (Pages 2 - 4)\n\n3. Boats (Pages 5 - 9)\n\n",
                             "(page ", "\n\n4. Piers (Pages 10 - 12)\n\n5. Ropes (Pages 13 - 14)\n"};
    test_cost_grows_with(read_swollen, &agenda, 60000 / TEST_STRIDE(3));
    struct swollen page = {FORM_PAGE_TEXT, "Agenda\n\nFerries Panel - Tuesday 11th June 2024 6.30 pm\n\n| No. | Item |\n| --- | --- |\n| 1. | Fares Minutes: Noted. |\n"
                                           "| 2. | Boats Minutes: Noted. |\n| 3. | ",
                           "9KB ", " Additional documents: |\n| 4. | Ropes Minutes: Noted. |\n"};
    test_cost_grows_with(read_swollen, &page, 60000 / TEST_STRIDE(3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(nothing_found_comes_again),
        TEST_CASE(a_very_long_recommendation_ends_with_a_whole_character),
        TEST_CASE(a_page_of_nothing_but_the_words_above_a_title_ends),
        TEST_CASE(a_pdf_named_a_report_keeps_the_words_of_a_list_in_it),
        TEST_CASE(a_title_in_capitals_over_many_lines_takes_no_longer_for_each),
        TEST_CASE(a_line_of_nothing_but_dashes_below_the_day_takes_no_longer_for_each),
        TEST_CASE(a_row_of_many_cells_takes_no_longer_for_each),
        TEST_CASE(a_page_of_many_second_titles_takes_no_longer_for_each),
        TEST_CASE(what_is_private_and_who_voted_takes_no_longer_for_each),
        TEST_CASE(what_may_be_pages_or_a_file_takes_no_longer_for_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
