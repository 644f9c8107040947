/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What form a document is, told from its content alone (field.md 3.2); the name of the file is never
 * looked at. What no reader of this release reads is told apart, too, so that the refusal can say what
 * the paper is and what to do. The form of a text is that of the reading that is kept (choose.c). */
#include "config.h"

#include "src/intake/bytes.h"
#include "src/intake/worker.h"

#include <string.h>

#define REFUSE_CUT "cut short: it ends in the middle of a character; get it again"
#define REFUSE_LETTER "a letter or a page saved as one file, without a web page in it: save the page again as HTML"
#define REFUSE_JSON "data (JSON), no paper; follow-ups that another store wrote are taken in by import-tracker"
#define REFUSE_PDF "a PDF: it is read with the help of pdftohtml, in a box"

/* ---- the answer -------------------------------------------------------------------------------- */

/* What the pages of a PDF are shows only when they are read. */
static struct sniffed sniff_pdf(const char *text, size_t n)
{
    struct draft *draft = mem_new(NULL, struct draft);
    draft->meeting = mem_new(draft, struct meeting);
    struct sniffed sniffed = {FORM_UNKNOWN, text_refusal(text)};
    if (pdf_read(draft, text, n, NULL) == STATUS_OK)
        sniffed = (struct sniffed){draft->form, NULL};
    talloc_free(draft);
    return sniffed;
}

/* Text is read to tell what it is, as an import reads it: the two never disagree. */
static struct sniffed sniff_text(const char *text, size_t n)
{
    struct sniffed sniffed = {FORM_UNKNOWN, NULL};
    if (pdf_looks_like(text))
        return sniff_pdf(text, n);
    if (markup_sniff(text, n, &sniffed.form, &sniffed.refusal))
        return sniffed;
    struct draft *draft;
    if (text_choose(NULL, text, n, &sniffed.form, &draft, NULL) == STATUS_OK)
        talloc_free(draft);
    return sniffed.form != FORM_UNKNOWN ? sniffed : (struct sniffed){FORM_UNKNOWN, text_refusal(text)};
}

const char *bytes_unread(const unsigned char *bytes, size_t n)
{
    const char *refusal = bytes_are_pdf(bytes, n) ? REFUSE_PDF : bytes_are_mhtml(bytes, n) ? REFUSE_LETTER
                          : bytes_are_json(bytes, n) ? REFUSE_JSON : bytes_refusal(bytes, n);
    return !refusal && bytes_cut_short(bytes, n) ? REFUSE_CUT : refusal;
}

static struct sniffed sniff_bytes(const unsigned char *bytes, size_t n)
{
    const char *refusal = bytes_unread(bytes, n);
    if (refusal)
        return (struct sniffed){FORM_UNKNOWN, refusal};
    size_t length;
    char *text = text_prepare(NULL, text_decode(NULL, bytes, n, &length, NULL), &length);
    struct sniffed sniffed = sniff_text(text, length);
    talloc_free(text);
    return sniffed;
}

struct sniffed sniff_here(const unsigned char *bytes, size_t n)
{
    if (!bytes_are_mhtml(bytes, n))
        return sniff_bytes(bytes, n);
    size_t page_n;
    char *page = mhtml_page(NULL, bytes, n, &page_n);
    struct sniffed sniffed = {FORM_UNKNOWN, REFUSE_LETTER};
    if (page)
        sniffed = sniff_bytes((const unsigned char *)page, page_n);
    talloc_free(page);
    return sniffed;
}

/* A mark of PDF, or is the first byte that of mark-up, after blanks, a BOM, or the other half of a character of UTF-16? */
enum family family_of(const unsigned char *bytes, size_t n)
{
    if (bytes_are_pdf(bytes, n))
        return FAMILY_PDF;
    if (bytes_are_mhtml(bytes, n))
        return FAMILY_MARKUP;
    for (size_t i = 0; i < n; i++)
        if (bytes[i] == '<')
            return FAMILY_MARKUP;
        else if (!strchr(" \t\n\r\f\v\xEF\xBB\xBF\xFE\xFF", bytes[i]))
            break; /* NUL is found by strchr, too */
    return n > TEXT_HERE_MAX ? FAMILY_LARGE_TEXT : FAMILY_TEXT;
}

struct sniffed intake_sniff(struct intake *intake, const struct document *document)
{
    const char *refusal = bytes_refusal(document->bytes, document->n);
    if (refusal)
        return (struct sniffed){FORM_UNKNOWN, refusal};
    if (intake->here || family_of(document->bytes, document->n) == FAMILY_TEXT)
        return sniff_here(document->bytes, document->n);
    return sniff_boxed(intake, document->bytes, document->n);
}
