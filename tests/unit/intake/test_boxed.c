/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Mark-up is read in a box: what comes out is what a reader makes of it, whole or up to where it was ended, and
 * nothing that a reader which was taken over might send harms who asked. */
#include "reading.h"

#define HEAD                                                                                                       \
    "<html><body><div id='modgov'><h1 class='mgMainTitleTxt'>Agenda and minutes</h1>"                               \
    "<h2 class='mgSubTitleTxt'>Ferries Panel - Thursday 3 November 2022 10.00 am</h2><table id='mgItemTable'>"
#define ITEM(number, title, minutes)                                                                                \
    "<tr><td class='mgItemNumberCell'><a name='AI70" number "'></a>" number ".</td><td><p class='mgAiTitleTxt'>" title \
    "</p><p class='mgSubItemTitleTxt'>Minutes:</p><div class='mgWordPara'><p>" minutes "</p></div></td></tr>"
#define FOOT "</table></div></body></html>"

static const char page[] = HEAD ITEM("7", "Caf&eacute;s on board", "The Panel&#146;s view.") ITEM("8", "Piers", "Noted.") FOOT;

static void emit(void *to, int depth, const char *name, const char *value)
{
    buf_printf(to, "%d %s %s\n", depth, name, value ? value : "");
}

static char *flat(const void *parent, const struct draft *draft)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    record_write(&draft_type, draft, emit, &out);
    return buf_take(&out);
}

static enum status read_with(void **state, struct intake *intake, const char *text, size_t n, struct draft **draft, struct err *err)
{
    return intake_read(*state, intake, document_of(*state, text, n), FORM_UNKNOWN, draft, err);
}

static void a_page_read_in_a_box_is_the_same_draft(void **state)
{
    struct intake *intake = intake_new(*state, false);
    struct draft *boxed, *here;
    for (int i = 0; i < 2; i++)
        assert_int_equal(read_with(state, intake, page, sizeof page - 1, &boxed, NULL), STATUS_OK);
    assert_int_equal(read_with(state, intake_here(*state), page, sizeof page - 1, &here, NULL), STATUS_OK);
    assert_string_equal(flat(*state, boxed), flat(*state, here));
    assert_int_equal(boxed->meeting->n_items, 2);
    assert_text(boxed->meeting->items[0].title, "Caf\xC3\xA9s on board");
    assert_text(boxed->path, "paper.txt");
    assert_int_equal(boxed->meeting->minutes_after_midnight, 600);
}

static void text_starts_no_process(void **state)
{
    static const char text[] = "No. Item\n\n7.\n\nFerries\n\nMinutes:\n\nNone.\n\n8.\n\nPiers\n\nMinutes:\n\nNone.\n";
    struct intake *intake = intake_new(*state, false);
    struct draft *draft;
    assert_int_equal(read_with(state, intake, text, sizeof text - 1, &draft, NULL), STATUS_OK);
    assert_null(intake->box);
    assert_int_equal(intake_sniff(intake, document_of(*state, text, sizeof text - 1)).form, FORM_PAGE_TEXT);
    assert_null(intake->box);
}

static void a_text_that_is_said_to_be_mark_up_is_read_in_a_box(void **state)
{
    struct intake *intake = intake_new(*state, false);
    struct draft *draft = NULL;
    struct err err = {0};
    assert_int_equal(intake_read(*state, intake, document_of(*state, "Minutes: none", 13), FORM_PAGE_HTML, &draft, &err), STATUS_INPUT);
    assert_non_null(intake->box);
    assert_true(err.text[0] != '\0' && !draft);
}

static void the_look_at_a_paper_tells_its_form(void **state)
{
    struct intake *intake = intake_new(*state, false);
    assert_int_equal(intake_sniff(intake, document_of(*state, page, sizeof page - 1)).form, FORM_PAGE_HTML);
    struct sniffed login = intake_sniff(intake, document_of(*state, "<html><title>Sign in</title><body></body></html>", 48));
    assert_int_equal(login.form, FORM_UNKNOWN);
    assert_non_null(strstr(login.refusal, "log in"));
    assert_int_equal(intake_sniff(intake, document_of(*state, "\xFF\xFE<\0p\0", 6)).form, FORM_UNKNOWN);
    assert_non_null(intake->refusal); /* UTF-16 began with mark-up, too: the worker said it */
}

static void what_the_reader_refuses_is_refused_by_name(void **state)
{
    static const char feed[] = "<?xml version='1.0'?><rss><channel><title>Ferries Panel</title></channel></rss>";
    struct draft *draft = NULL;
    struct err err = {0};
    assert_int_equal(read_with(state, intake_new(*state, false), feed, sizeof feed - 1, &draft, &err), STATUS_INPUT);
    assert_null(draft);
    assert_non_null(strstr(err.text, "\"paper.txt\": a news feed"));
}

static void a_text_larger_than_any_frame_comes_whole(void **state)
{
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    buf_puts(&text, HEAD "<tr><td class='mgItemNumberCell'>7.</td><td><p class='mgAiTitleTxt'>Piers</p>"
                         "<p class='mgSubItemTitleTxt'>Minutes:</p><div class='mgWordPara'><p>");
    for (int i = 0; i < 200000; i++)
        buf_puts(&text, "na\xC3\xAFve \xE2\x82\xAC ");
    buf_puts(&text, "end.</p></div></td></tr>" FOOT);
    struct draft *boxed, *here;
    assert_int_equal(read_with(state, intake_new(*state, false), text.data, text.len, &boxed, NULL), STATUS_OK);
    assert_int_equal(read_with(state, intake_here(*state), text.data, text.len, &here, NULL), STATUS_OK);
    assert_true(strlen(boxed->meeting->items[0].minutes_text) > BOX_FRAME_MAX * 2);
    assert_string_equal(boxed->meeting->items[0].minutes_text, here->meeting->items[0].minutes_text);
}

#define LETTER(encoding)                                                                                             \
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/css\r\n\r\np {}\r\n" \
    "--xx\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: " encoding "\r\n\r\n"

static void a_page_saved_as_one_file_is_read_whatever_its_encoding(void **state)
{
    static const char base64[] = LETTER("base64")
    "PGh0bWw+PGJvZHk+PGRpdiBpZD1tb2Rnb3Y+PGgxPkFnZW5kYTwvaDE+PGgyIGNsYXNzPW1nU3ViVGl0bGVUeHQ+RmVycmllcyBQ\r\n"
    "YW5lbCAtIFRodXJzZGF5IDMgTm92ZW1iZXIgMjAyMiAxMC4wMCBhbTwvaDI+PHRhYmxlIGlkPW1nSXRlbVRhYmxlPjx0cj48dGQg\r\n"
    "Y2xhc3M9bWdJdGVtTnVtYmVyQ2VsbD43Ljx0ZD48cCBjbGFzcz1tZ0FpVGl0bGVUeHQ+Q2Fmw6lzPC90YWJsZT48L2Rpdj48L2Jv\r\n"
    "ZHk+PC9odG1sPiA=\r\n"
    "--xx--\r\n";
    static const char none[] = LETTER("8bit") HEAD ITEM("7", "Caf\xC3\xA9s", "Noted.") FOOT "\r\n--xx--\r\n";
    const char *const letters[] = {base64, none};
    for (size_t i = 0; i < MB_LENGTH(letters); i++) {
        struct draft *draft;
        assert_int_equal(read_with(state, intake_new(*state, false), letters[i], strlen(letters[i]), &draft, NULL), STATUS_OK);
        assert_int_equal(draft->form, FORM_PAGE_HTML);
        assert_text(draft->meeting->items[0].title, "Caf\xC3\xA9s");
    }
    static const char empty[] = "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nDear Ada,\r\n";
    struct intake *intake = intake_new(*state, false);
    assert_non_null(strstr(intake_sniff(intake, document_of(*state, empty, sizeof empty - 1)).refusal, "without a web page"));
}

static void a_page_that_breaks_off_is_kept_and_marked(void **state)
{
    struct draft *draft;
    assert_int_equal(read_with(state, intake_new(*state, false), page, sizeof page - sizeof FOOT - 20, &draft, NULL), STATUS_OK);
    assert_true(draft->incomplete);
    assert_true(warns(draft, "INCOMPLETE"));
    assert_int_equal(draft->meeting->n_items, 2);
}

static void a_page_that_needs_too_much_memory_says_so(void **state)
{
    if (TEST_LEAKS_ARE_REPORTED)
        skip(); /* a sanitised worker has no limit of memory */
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    buf_puts(&text, HEAD);
    for (int i = 0; i < 1500000; i++)
        buf_puts(&text, "<i id=a>b</i>");
    struct draft *draft = NULL;
    struct err err = {0};
    assert_int_equal(read_with(state, intake_new(*state, false), text.data, INTAKE_TEXT_MAX - 1, &draft, &err), STATUS_INPUT);
    assert_non_null(strstr(err.text, "needs too much memory"));
    assert_null(draft);
}

static void what_no_reader_writes_is_put_right(void **state)
{
    struct record_reader *reader = record_reader_new(*state, &draft_type);
    static const struct {
        int depth;
        const char *name, *value;
    } lies[] = {{0, "form", "2"},          {0, "meeting", NULL},  {1, "id", "mine"},       {1, "date", "2022-02-31"},
                {1, "date_basis", "77"},   {1, "minutes_after_midnight", "99999"},         {1, "items", NULL},
                {2, "position", "-5"},     {2, "part", "12"},     {2, "follow", "9"},      {2, "blocks", NULL},
                {3, "kind", "88"},         {3, "level", "-7"},    {1, "items", NULL},      {2, "title", "Piers"}};
    for (size_t i = 0; i < MB_LENGTH(lies); i++)
        record_read(reader, lies[i].depth, lies[i].name, lies[i].value);
    struct draft *draft = record_reader_take(reader, *state);
    draft_mend(draft);
    assert_null(draft->meeting->id);
    assert_false(date_is_set(draft->meeting->date));
    assert_int_equal(draft->meeting->date_basis, DATE_UNKNOWN);
    assert_int_equal(draft->meeting->minutes_after_midnight, -1);
    assert_int_equal(draft->meeting->items[0].position, 1);
    assert_int_equal(draft->meeting->items[0].part, 0);
    assert_int_equal(draft->meeting->items[0].follow, FOLLOW_NONE);
    assert_non_null(draft->meeting->items[0].title);
    assert_int_equal(draft->meeting->items[0].blocks[0].kind, BLOCK_PARA);
    assert_non_null(draft->meeting->items[0].blocks[0].text);
    assert_int_equal(draft->meeting->items[1].position, 2);
    draft_mend(mem_new(*state, struct draft)); /* nothing at all came */
}

int main(int argc, char **argv)
{
    intake_serve(argc, argv);
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_page_read_in_a_box_is_the_same_draft),
        TEST_CASE(text_starts_no_process),
        TEST_CASE(a_text_that_is_said_to_be_mark_up_is_read_in_a_box),
        TEST_CASE(the_look_at_a_paper_tells_its_form),
        TEST_CASE(what_the_reader_refuses_is_refused_by_name),
        TEST_CASE(a_text_larger_than_any_frame_comes_whole),
        TEST_CASE(a_page_saved_as_one_file_is_read_whatever_its_encoding),
        TEST_CASE(a_page_that_breaks_off_is_kept_and_marked),
        TEST_CASE(a_page_that_needs_too_much_memory_says_so),
        TEST_CASE(what_no_reader_writes_is_put_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
