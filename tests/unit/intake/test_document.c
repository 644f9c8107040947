/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* From a path to bytes to a form: what is opened, what is refused and how it is said. */
#include "folder.h"
#include "reading.h"

#include "src/intake/readers.h"

static void check_refused(void **state, const char *path, const char *words)
{
    struct document *document = NULL;
    struct err err = {0};
    assert_int_equal(document_open(*state, path, &document, &err), STATUS_INPUT);
    assert_null(document);
    if (!strstr(err.text, words) || !strstr(err.text, path))
        fail_msg("\"%s\" says neither \"%s\" nor the path", err.text, words);
}

/* ---- opening ------------------------------------------------------------------------------------- */

static void a_file_is_read_whole_with_its_hash(void **state)
{
    char *path = file_new(*state, folder_new(*state), "a.txt", "abc\0d", 5);
    struct document *document;
    assert_int_equal(document_open(*state, path, &document, NULL), STATUS_OK);
    assert_int_equal(document->n, 5);
    assert_memory_equal(document->bytes, "abc\0d", 5);
    char hash[SHA256_HEX];
    sha256_hex("abc\0d", 5, hash);
    assert_string_equal(document->sha256, hash);
    assert_string_equal(document->path, path);
}

static void what_is_no_paper_is_refused_by_name(void **state)
{
    const char *folder = folder_new(*state);
    check_refused(state, mem_printf(*state, "%s/absent.txt", folder), "No such file");
    check_refused(state, folder, "no ordinary file");
    check_refused(state, file_new(*state, folder, "empty.txt", "", 0), "is empty");
    check_refused(state, file_new(*state, folder, "blank.txt", " \n\n\t ", 5), "nothing but blanks");
    char *pipe = mem_printf(*state, "%s/pipe", folder);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    check_refused(state, pipe, "no ordinary file");
}

static void a_file_that_may_not_be_read_is_refused(void **state)
{
    if (geteuid() == 0)
        skip(); /* root reads everything */
    char *path = file_new(*state, folder_new(*state), "a.txt", "abc", 3);
    assert_int_equal(chmod(path, 0), 0);
    check_refused(state, path, "Permission denied");
}

static void a_file_over_the_limit_is_refused_and_one_at_it_is_not(void **state)
{
    const char *folder = folder_new(*state);
    char *path = file_new(*state, folder, "big.txt", "abc", 3);
    assert_int_equal(truncate(path, (off_t)INTAKE_TEXT_MAX), 0);
    struct document *document;
    assert_int_equal(document_open(*state, path, &document, NULL), STATUS_OK);
    assert_int_equal(document->n, INTAKE_TEXT_MAX);
    assert_int_equal(truncate(path, (off_t)INTAKE_TEXT_MAX + 1), 0);
    check_refused(state, path, "nor text");
    char *pages = mem_zero_named(*state, INTAKE_TEXT_MAX + 1, "pages");
    memset(pages, 'x', INTAKE_TEXT_MAX + 1);
    check_refused(state, file_new(*state, folder, "long.txt", pages, INTAKE_TEXT_MAX + 1), "too large (17 MB, limit 16 MB)");
    char *pdf = file_new(*state, folder, "big.pdf", "%PDF-1.7\n", 9);
    assert_int_equal(truncate(pdf, (off_t)20 << 20), 0);
    assert_int_equal(document_open(*state, pdf, &document, NULL), STATUS_OK);
    assert_int_equal(truncate(pdf, (off_t)INTAKE_PDF_MAX + 1), 0);
    check_refused(state, pdf, "too large (201 MB, limit 200 MB)");
}

/* ---- telling the form ------------------------------------------------------------------------------ */

static struct sniffed sniff(void **state, const char *bytes, size_t n)
{
    return intake_sniff(intake_here(*state), document_of(*state, bytes, n));
}
#define SNIFF(literal) sniff(state, literal, sizeof(literal) - 1)

static void formats_we_do_not_read_are_told_by_their_content(void **state)
{
    static const struct {
        const char *bytes;
        size_t n;
        const char *words;
    } cases[] = {
#define CASE(bytes, words) {bytes, sizeof(bytes) - 1, words}
        CASE("%PDF-1.7\nMinutes:", "a PDF"),
        CASE("\n\n%PDF-1.4\n", "a PDF"),
        CASE("PK\x03\x04 word/document.xml", "Word document"),
        CASE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Office"),
        CASE("{\\rtf1 Minutes:}", "rich text"),
        CASE("\xEF\xBB\xBF{\n \"committee\": \"Lanterns Panel\",\n \"items\": [\"1. Apologies\"]}\n", "import-tracker"),
        CASE("[\n  {\"date\": \"2026-02-25\"}]", "import-tracker"),
        CASE("\x1F\x8B\x08", "compressed"),
        CASE("\x89PNG\r\n", "a picture"),
        CASE("\xFF\xD8\xFF\xE0", "a picture"),
        CASE("SQLite format 3\0", "SQLite"),
        CASE("7.\n\nFerries\n\nMinutes:\0\0\0\0\0\0\0", "nor text"),
        CASE("\x01\x02\x03\xFF\xFE\x04\x05Minutes:\n\n7.\n\nFerries", "nor text"),
        CASE("<!DOCTYPE html><html><body>Minutes:", "web page"),
        CASE("\xEF\xBB\xBF \n<html lang=en>", "web page"),
        CASE("<!-- saved from url=(0040) --><HTML>", "web page"),
        CASE("<?xml version=\"1.0\"?><list/>", "XML"),
        CASE("<list><meetingid>7</meetingid></list>\n", "XML"),
        CASE("<!-- nothing else -->\n", "XML"),
        CASE("Dear Ada,\n\nthank you for the ferry.", "not a paper"),
        CASE("No. Item\n\n7.\n\nCaf\xC3\xA9s\n\nMinutes:\n\nNone \xE2\x80", "cut short"),
#undef CASE
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct sniffed sniffed = sniff(state, cases[i].bytes, cases[i].n);
        assert_int_equal(sniffed.form, FORM_UNKNOWN);
        assert_non_null(sniffed.refusal);
        if (!strstr(sniffed.refusal, cases[i].words))
            fail_msg("case %zu: \"%s\" does not say \"%s\"", i, sniffed.refusal, cases[i].words);
    }
}

static void a_refusal_names_the_file(void **state)
{
    struct draft *draft = NULL;
    struct err err = {0};
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, "%PDF-1.7", 8), FORM_UNKNOWN, &draft, &err), STATUS_INPUT);
    assert_non_null(strstr(err.text, "\"paper.txt\": a PDF"));
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, "%PDF-1.7", 8), FORM_PAGE_TEXT, &draft, &err), STATUS_INPUT);
    assert_null(draft);
}

static void pages_and_packs_are_told_apart(void **state)
{
    assert_int_equal(SNIFF("No. Item\n\n7.\n\nFerries\n\nMinutes:\n\nNone.").form, FORM_PAGE_TEXT);
    assert_int_equal(SNIFF("7.\n\nFerries\n\nMinutes:\n\nNone.").form, FORM_PAGE_TEXT);
    assert_int_equal(SNIFF("7.\n\nFerries pdf icon PDF 8 KB\n\nText.").form, FORM_PAGE_TEXT);
    assert_int_equal(SNIFF("Agenda\n\nItem No\tSubject\tPage No\n1\tApologies\t\n").form, FORM_FRONTSHEET_TEXT);
    assert_int_equal(SNIFF("Agenda\n\n<b>Item No</b>\t<b>Subject</b>\t<b>Page No</b>\n1\tApologies\t\n").form, FORM_FRONTSHEET_TEXT);
    assert_int_equal(SNIFF("# Agenda\n\n## Panel\n\n### Items\n\nItem No\tSubject\tPage No\n1\tApologies\t\n").form, FORM_FRONTSHEET_TEXT);
    assert_int_equal(SNIFF("# Agenda\n\n## Panel\n\n### Items\n\n| Item | Title | Pages |\n").form, FORM_PACK_MARKDOWN);
}

/* The help of --form lists them all. */
static void every_form_has_a_reader(void **state)
{
    (void)state;
    for (int form = FORM_UNKNOWN + 1; form < FORM_COUNT; form++)
        assert_true(form_has_reader((enum form)form));
}

/* What lists pages and is no agenda of a meeting, and what is one without a table. */
static void agendas_in_lines_are_told_from_contents(void **state)
{
    assert_int_equal(SNIFF("Housing Strategy 2024\n\nContents\n\n1. Introduction ........ 3\n2. Our homes ........ 5\n3. Targets ...... 9\n").form,
                     FORM_UNKNOWN);
    assert_int_equal(SNIFF("Agenda\n\nHousing Panel\n9 May 2024\n\n1. Apologies\n2. Damp ........ 5\n3. Voids ...... 9\n").form,
                     FORM_FRONTSHEET_TEXT);
    assert_int_equal(SNIFF("Supplementary agenda\n\nHousing Panel\n9 May 2024\n\n7. Damp (Pages 5 - 8)\n").form, FORM_SUPPLEMENT_TEXT);
    assert_int_equal(SNIFF("Housing Panel\n9 May 2024\n\n7. Damp (Pages 5 - 8)\n").form, FORM_UNKNOWN);
    assert_int_equal(SNIFF("AGENDA\n\n1. Apologies\n2. Declarations of interest\n3. Minutes\n4. Damp\n").form, FORM_FRONTSHEET_TEXT);
    assert_int_equal(SNIFF("AGENDA\n\n1. Coffee\n2. Walk round the lake\n3. Lunch\n4. Songs\n").form, FORM_UNKNOWN);
}

/* A list of steps is no meeting. */
static void numbered_lines_alone_make_no_page(void **state)
{
    assert_int_equal(SNIFF("How to cook\n\n1.\n\nBoil water\n\n2.\n\nAdd rice\n\n3.\n\nWait").form, FORM_UNKNOWN);
}

#define PRINTED_ITEMS "41. Apologies\n\nNone.\n\n42. Damp in council homes\n\nThe report was noted.\n\nRESOLVED: that it be noted.\n"

static void printed_papers_are_told_from_pages_packs_and_reports(void **state)
{
    assert_int_equal(SNIFF("Minutes of the Housing Panel held on 9 May 2024\n\nPresent: Cllr A Quill\n\n" PRINTED_ITEMS).form,
                     FORM_MINUTES_TEXT);
    assert_int_equal(SNIFF("Housing Panel\n9 May 2024\n\n" PRINTED_ITEMS).form, FORM_MINUTES_TEXT);
    assert_int_equal(SNIFF("Decisions taken by Cabinet on 9 May 2024\n\n" PRINTED_ITEMS).form, FORM_DECISIONS_TEXT);
    /* pages, though numbers and titles share their lines */
    assert_int_equal(SNIFF("Agenda and minutes\n\nHousing Panel - Thursday 9 May 2024 6.30 pm\n\nItems\n\n41. Apologies\n\n"
                           "Minutes\n\nNone.\n\n42. Damp\n\nMinutes\n\nRESOLVED: that it be noted.\n")
                         .form,
                     FORM_PAGE_TEXT);
    /* a frontsheet with its pages, and reports that quote minutes */
    assert_int_equal(SNIFF("Housing Panel\n9 May 2024\n\n1. Apologies\n\n2. Minutes (Pages 5 - 10)\n\n3. Damp (Pages 11 - 20)\n").form,
                     FORM_FRONTSHEET_TEXT);
    assert_int_equal(SNIFF("Report to: Housing Panel\n9 May 2024\n\nPurpose of report\n\n1. Background\n\nText.\n\n2. History\n\n"
                           "AGREED in 2019 was the plan.\n")
                         .form,
                     FORM_REPORT_TEXT);
    assert_int_equal(SNIFF("How to grow leeks\n\nSummary\n\nLeeks like rich soil.\n\nRecommendations\n\n1. Sow in March.\n").form, FORM_UNKNOWN);
    assert_int_equal(SNIFF("Shopping\n\n1. Bread\n\n2. Milk\n\n3. The minutes of the last hour\n").form, FORM_UNKNOWN);
}

static void the_name_of_a_file_tells_nothing(void **state)
{
    static const char text[] = "No. Item\n\n7.\n\nFerries\n\nMinutes:\n\nNone.";
    struct document *document = document_of(*state, text, sizeof text - 1);
    document->path = mem_strdup(document, "pack.pdf");
    assert_int_equal(intake_sniff(intake_here(*state), document).form, FORM_PAGE_TEXT);
}

static void windows_1252_and_utf_16_are_read(void **state)
{
    static const char latin[] = "No. Item\n\n7.\n\nCaf\xE9 \x96 Ferries\n\nMinutes:\n\nNone.";
    struct draft *draft = draft_of(*state, latin);
    assert_text(draft->meeting->items[0].title, "Caf\xC3\xA9 \xE2\x80\x93 Ferries");
    assert_true(warns(draft, "2 bytes"));
    const char *wide = "No. Item\n\n7.\n\nFerries\n\nMinutes:\n\nNone.";
    struct buf bytes;
    buf_init(&bytes, *state, 1000);
    buf_puts(&bytes, "\xFF\xFE");
    for (const char *c = wide; *c; c++) {
        buf_putc(&bytes, *c);
        buf_putc(&bytes, '\0');
    }
    struct draft *other;
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, bytes.data, bytes.len), FORM_UNKNOWN, &other, NULL), STATUS_OK);
    assert_text(other->meeting->items[0].title, "Ferries");
}

/* What such characters do is the gate's business (reliability.md 3): the paper is read. */
static void a_paper_full_of_control_characters_is_still_a_paper(void **state)
{
    static const char text[] = "No. Item\n\n7.\n\nFer\x1B[31mries\x01\x02\x03\x04\x05\x06\x07\x0E\x0F\x7F\xC2\x9B\n\nMinutes:\n\n"
                               "\x1B]52;c;eA==\x07 \xE2\x80\xAE None \0.";
    struct draft *draft = NULL;
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, text, sizeof text - 1), FORM_UNKNOWN, &draft, NULL), STATUS_OK);
    assert_int_equal(draft->meeting->n_items, 1);
    assert_true(warns(draft, "1 NUL byte"));
}

/* ---- walking ------------------------------------------------------------------------------------------ */

static void folders_are_walked_in_byte_order(void **state)
{
    const char *folder = folder_new(*state);
    char *inner = mem_printf(*state, "%s/Papers", folder);
    assert_int_equal(mkdir(inner, 0700), 0);
    file_new(*state, folder, "b.txt", "b", 1);
    file_new(*state, folder, "B.txt", "B", 1);
    file_new(*state, folder, "a.txt", "a", 1);
    file_new(*state, folder, ".hidden", "h", 1);
    file_new(*state, inner, "z.txt", "z", 1);
    assert_int_equal(symlink(folder, mem_printf(*state, "%s/round", inner)), 0);
    assert_int_equal(symlink("z.txt", mem_printf(*state, "%s/link.txt", inner)), 0);
    char *paths[] = {mem_strdup(*state, "first.txt"), mem_printf(*state, "%s/", folder)};
    struct strings papers = intake_walk(*state, paths, 2);
    static const char *const wanted[] = {"B.txt", "Papers/link.txt", "Papers/z.txt", "a.txt", "b.txt"};
    assert_int_equal(papers.n, 1 + MB_LENGTH(wanted));
    assert_string_equal(papers.at[0], "first.txt");
    for (size_t i = 0; i < MB_LENGTH(wanted); i++)
        assert_string_equal(papers.at[i + 1], mem_printf(*state, "%s/%s", folder, wanted[i]));
}

static void an_empty_path_and_standard_input_are_left_as_they_are(void **state)
{
    char *paths[] = {mem_strdup(*state, ""), mem_strdup(*state, "-")};
    struct strings papers = intake_walk(*state, paths, 2);
    assert_int_equal(papers.n, 2);
    assert_string_equal(papers.at[1], "-");
    check_refused(state, "", "cannot be read");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_file_is_read_whole_with_its_hash),
        TEST_CASE(what_is_no_paper_is_refused_by_name),
        TEST_CASE(a_file_that_may_not_be_read_is_refused),
        TEST_CASE(a_file_over_the_limit_is_refused_and_one_at_it_is_not),
        TEST_CASE(formats_we_do_not_read_are_told_by_their_content),
        TEST_CASE(a_refusal_names_the_file),
        TEST_CASE(pages_and_packs_are_told_apart),
        TEST_CASE(every_form_has_a_reader),
        TEST_CASE(agendas_in_lines_are_told_from_contents),
        TEST_CASE(numbered_lines_alone_make_no_page),
        TEST_CASE(printed_papers_are_told_from_pages_packs_and_reports),
        TEST_CASE(the_name_of_a_file_tells_nothing),
        TEST_CASE(windows_1252_and_utf_16_are_read),
        TEST_CASE(a_paper_full_of_control_characters_is_still_a_paper),
        TEST_CASE(folders_are_walked_in_byte_order),
        TEST_CASE(an_empty_path_and_standard_input_are_left_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
