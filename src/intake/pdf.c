/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The reader of PDFs (pdf.h): which paper it is, told by what it holds, and who reads its pieces or lines. */
#include "config.h"

#include "src/intake/pdf.h"
#include "src/intake/readers.h"
#include "src/intake/report.h"

#include <string.h>

#define LOOSE_MIN 40 /* blocks below an agenda that are more than notes on it: reports, though of no item */

bool pdf_looks_like(const char *text)
{
    const char *root = strstr(text, "<pdf2xml");
    return root && root - text < 400 && *text == '<';
}

/* ---- pages without words ------------------------------------------------------------------------------ */

/* Pages FIRST to LAST show no words: pictures of paper, or letters that a font hides. Blank ones look the same. */
static void say_no_text(struct draft *draft, int first, int last)
{
    if (first == last)
        draft_warn(draft, "no text found on page %d (a scan, or a font we cannot read)", first);
    else
        draft_warn(draft, "no text found on pages %d to %d (scans, or a font we cannot read)", first, last);
}

static size_t report_blank_pages(struct draft *draft, const struct pdf *pdf)
{
    size_t blank = 0;
    for (size_t i = 0; i < pdf->n;) {
        size_t end = i;
        while (end < pdf->n && pdf->pages[end].blank)
            end++;
        if (end > i)
            say_no_text(draft, pdf->pages[i].number, pdf->pages[end - 1].number);
        blank += end - i;
        i = end > i ? end : i + 1;
    }
    return blank;
}

/* Pages that ended pdftohtml are left out of what it wrote (pdf_parts.c). */
static void say_gap(struct draft *draft, int before, int after)
{
    draft->incomplete = true;
    if (after - before == 2)
        draft_warn(draft, "INCOMPLETE: page %d could not be read; all others are kept", before + 1);
    else
        draft_warn(draft, "INCOMPLETE: pages %d to %d could not be read; all others are kept", before + 1, after - 1);
}

static void say_what_is_missing(struct draft *draft, const struct pdf *pdf)
{
    for (size_t i = 0; i < pdf->n; i++)
        if (pdf->pages[i].after_gap)
            say_gap(draft, i ? pdf->pages[i - 1].number : 0, pdf->pages[i].number);
    if (!pdf->cut)
        return;
    draft->incomplete = true;
    draft_warn(draft, "INCOMPLETE: the PDF could be read to page %d only", pdf->pages[pdf->n - 1].number);
}

/* ---- the reader ------------------------------------------------------------------------------------------ */

static bool has_report(const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting->items[i].n_blocks)
            return true;
    return false;
}

static bool is_printed(enum form form)
{
    return form == FORM_MINUTES_PDF || form == FORM_DECISIONS_PDF;
}

static bool is_agenda(enum form form)
{
    return form == FORM_PACK_PDF || form == FORM_FRONTSHEET_PDF || form == FORM_SUPPLEMENT_PDF;
}

/* Is the head of an agenda's table among the pieces? */
static bool has_table(const struct pack *pack)
{
    for (size_t i = 0; i < pack->n; i++)
        if (pack->pieces[i].kind == PIECE_ROW && pack_has_table(pack->pieces[i].text))
            return true;
    return false;
}

static void make_pieces_anew(struct pdf *pdf, struct pack *pack)
{
    pack->n = pack->cells = 0;
    pdf_make_pieces(pdf, pack);
}

/* As a paper with an agenda. What is found by names alone is one only where nothing else can be meant. */
static bool read_agenda(struct draft *draft, struct pack *pack, struct pdf *pdf, enum form form)
{
    bool any = form == FORM_UNKNOWN;
    if (!any && !is_agenda(form))
        return false; /* what is named a report keeps the lines of a list in it */
    if (!has_table(pack) && pdf_list_agenda(pdf, pack, !any))
        make_pieces_anew(pdf, pack);
    if (!pack_read_pieces(pack)) {
        if (pack->listed) {
            pack->listed = NULL;
            make_pieces_anew(pdf, pack);
        }
        return false;
    }
    draft->form = !any               ? form
                  : pack->supplement ? FORM_SUPPLEMENT_PDF
                  : has_report(draft->meeting) || pack->loose.n >= LOOSE_MIN ? FORM_PACK_PDF
                                                                             : FORM_FRONTSHEET_PDF;
    return true;
}

/* As FORM, or as what it is; the draft's form says afterwards. An agenda with pages is a pack, whatever else stands in
 * it: packs hold the minutes of the last meeting. */
static enum status read_pieces(struct draft *draft, struct pack *pack, struct pdf *pdf, enum form form, struct err *err)
{
    bool any = form == FORM_UNKNOWN;
    if (read_agenda(draft, pack, pdf, form))
        return STATUS_OK;
    if (is_agenda(form))
        return err_set(err, STATUS_INPUT, "no agenda with item numbers, subjects and pages, neither as a table nor as a list");
    enum form printed = is_printed(form) ? form : any ? pdf_printed_form(pdf) : FORM_UNKNOWN;
    draft->form = printed != FORM_UNKNOWN ? printed : FORM_REPORT_PDF;
    return printed != FORM_UNKNOWN ? pdf_read_printed(draft, pdf, err) : report_read_single(pack, err);
}

enum status pdf_read(struct draft *draft, const char *text, size_t n, struct err *err)
{
    struct pdf pdf = {.scratch = talloc_named_const(NULL, 0, "pdf")};
    struct pack pack = {.scratch = talloc_named_const(NULL, 0, "pack"), .draft = draft, .meeting = draft->meeting};
    enum form form = draft->form;
    enum status status = pdf_read_xml(&pdf, text, n, err);
    if (status == STATUS_OK) {
        say_what_is_missing(draft, &pdf);
        size_t blank = report_blank_pages(draft, &pdf);
        pdf_make_all_lines(&pdf);
        pdf_make_pieces(&pdf, &pack);
        if (blank == pdf.n) {
            draft->incomplete = true;
            draft->form = form == FORM_UNKNOWN ? FORM_REPORT_PDF : form;
        } else {
            status = read_pieces(draft, &pack, &pdf, form, err);
            pdf_settle(&pdf, draft->meeting);
        }
    }
    talloc_free(pack.scratch);
    talloc_free(pdf.scratch);
    return status;
}
