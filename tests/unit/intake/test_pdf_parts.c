/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A page that ends pdftohtml costs that page: the others are read, and which are missing is said. Run with a program of
 * ours in its place (pages_program.c). */
#include "reading.h"
#include "src/intake/pdf_parts.h"
#include "support/growth.h"
#include "src/intake/pdf_parts.h"
#include "support/growth.h"

#include <stdlib.h>

static struct box_program program = {.name = "pages_program", .package = "none", .known = "%PDF-1.4 pages 1", .n_known = 16};

static struct draft *read_pages(void **state, const char *pdf)
{
    static const char *const no_words[] = {NULL};
    struct intake *intake = intake_new(*state, false);
    program.path = mem_printf(*state, "%s/tests/unit/intake/pages_program", getenv("MINUTEBOOK_BUILDDIR"));
    program.arguments = no_words;
    intake->pdf = &program;
    struct draft *draft = NULL;
    struct err err = {0};
    enum status status = intake_read(*state, intake, document_of(*state, pdf, strlen(pdf)), FORM_UNKNOWN, &draft, &err);
    if (status != STATUS_OK)
        print_message("# %s\n", err.text);
    return status == STATUS_OK ? draft : NULL;
}

/* The pages whose lines are all there, in order: "1 2 4". */
static char *pages_in(void **state, const struct draft *draft)
{
    struct buf out;
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    size_t lines[100] = {0};
    const struct item *item = &draft->meeting->items[0];
    for (size_t i = 0; i < item->n_blocks; i++) {
        const char *of = item->blocks[i].text ? strstr(item->blocks[i].text, " of page ") : NULL;
        long page = of ? strtol(of + strlen(" of page "), NULL, 10) : 0;
        if (page > 0 && page < 100 && ++lines[page] == 12)
            buf_printf(&out, "%s%ld", out.len ? " " : "", page);
    }
    return buf_take(&out);
}

static void a_pdf_without_bad_pages_is_whole(void **state)
{
    struct draft *draft = read_pages(state, "%PDF-1.4 pages 4");
    assert_non_null(draft);
    assert_string_equal(pages_in(state, draft), "1 2 3 4");
    assert_false(draft->incomplete);
}

static void a_page_that_ends_the_program_costs_that_page_alone(void **state)
{
    struct draft *draft = read_pages(state, "%PDF-1.4 pages 12 dies 5");
    assert_non_null(draft);
    assert_string_equal(pages_in(state, draft), "1 2 3 4 6 7 8 9 10 11 12");
    assert_true(draft->incomplete);
    assert_true(warns(draft, "page 5 could not be read"));
    assert_int_equal(draft->warnings.n, 1);
    assert_text(draft->meeting->items[0].title, "Ferries in Winter");
}

static void so_do_several(void **state)
{
    struct draft *draft = read_pages(state, "%PDF-1.4 pages 14 dies 3 7 8 11");
    assert_non_null(draft);
    assert_string_equal(pages_in(state, draft), "1 2 4 5 6 9 10 12 13 14");
    assert_true(warns(draft, "page 3 could not be read"));
    assert_true(warns(draft, "pages 7 to 8 could not be read"));
    assert_true(warns(draft, "page 11 could not be read"));
}

static void a_bad_last_page_is_missed(void **state)
{
    struct draft *draft = read_pages(state, "%PDF-1.4 pages 6 dies 6");
    assert_non_null(draft);
    assert_string_equal(pages_in(state, draft), "1 2 3 4 5");
    assert_true(draft->incomplete);
    assert_true(warns(draft, "could be read to page 5 only"));
}

static void behind_too_many_bad_pages_reading_ends(void **state)
{
    struct draft *draft = read_pages(state, "%PDF-1.4 pages 40 dies 4 8 12 16 20 24 28");
    assert_non_null(draft);
    assert_string_equal(pages_in(state, draft), "1 2 3 5 6 7 9 10 11 13 14 15 17 18 19 21 22 23");
    assert_true(draft->incomplete);
    assert_true(warns(draft, "could be read to page 23 only"));
}

static void where_no_page_can_be_read_the_reason_is_told(void **state)
{
    assert_null(read_pages(state, "%PDF-1.4 pages 3 dies 1 2 3"));
}

static void read_openings(const void *context, void *to, size_t times)
{
    struct buf xml;
    buf_init(&xml, context, BUF_MAX_DOCUMENT);
    buf_puts(&xml, "<pdf2xml>");
    for (size_t i = 0; i < times; i++)
        buf_puts(&xml, "<page number=\"7\">");
    buf_puts(&xml, to);
    size_t n = xml.len;
    assert_int_equal(pdf_whole_pages((const unsigned char *)buf_take(&xml), n), 7);
}

/* Each opening was followed to the one end behind them all. */
static void pages_that_open_and_do_not_end_take_no_longer_for_each(void **state)
{
    (void)state;
    char end[] = "</page>";
    test_cost_grows_with(read_openings, end, 80000 / TEST_STRIDE(3));
}

int main(int argc, char **argv)
{
    intake_serve(argc, argv);
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_pdf_without_bad_pages_is_whole),
        TEST_CASE(a_page_that_ends_the_program_costs_that_page_alone),
        TEST_CASE(so_do_several),
        TEST_CASE(a_bad_last_page_is_missed),
        TEST_CASE(behind_too_many_bad_pages_reading_ends),
        TEST_CASE(where_no_page_can_be_read_the_reason_is_told),
        TEST_CASE(pages_that_open_and_do_not_end_take_no_longer_for_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
