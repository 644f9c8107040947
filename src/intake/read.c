/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* From a document to a draft: the table of readers, what every draft has before its reader starts, and which of them
 * run in a box. A new form is a line in MODEL_FORMS, a reader and a line here. */
#include "config.h"

#include "src/intake/bytes.h"
#include "src/intake/worker.h"

#include <stdarg.h>
#include <string.h>

#define WARNINGS_MAX 200

static const struct {
    enum form form;
    reader_read *read;
    bool boxed; /* a library takes its mark-up apart */
} readers[] = {
    {FORM_PAGE_TEXT, page_text_read, false}, {FORM_ITEM_TEXT, page_item_read, false},
    {FORM_PAGE_HTML, page_html_read, true},  {FORM_ITEM_HTML, item_html_read, true},
    {FORM_MINUTES_TEXT, printed_read, false}, {FORM_DECISIONS_TEXT, printed_read, false},
    {FORM_PACK_TEXT, pack_read, false},      {FORM_PACK_MARKDOWN, pack_read, false},
    {FORM_FRONTSHEET_TEXT, pack_read, false}, {FORM_SUPPLEMENT_TEXT, pack_read, false},
    {FORM_SUPPLEMENT_PDF, pdf_read, true},
    {FORM_SERVICE_XML, service_read, true},  {FORM_LIST_XML, service_list_read, true},
    {FORM_LIST_HTML, list_html_read, true},  {FORM_COMMITTEE_HTML, committee_html_read, true},
    {FORM_PACK_PDF, pdf_read, true},         {FORM_FRONTSHEET_PDF, pdf_read, true},
    {FORM_REPORT_TEXT, report_text_read, false}, {FORM_REPORT_PDF, pdf_read, true},
    {FORM_MINUTES_PDF, pdf_read, true},      {FORM_DECISIONS_PDF, pdf_read, true},
};

reader_read *reader_of(enum form form)
{
    for (size_t i = 0; i < MB_LENGTH(readers); i++)
        if (readers[i].form == form)
            return readers[i].read;
    return NULL;
}

bool form_has_reader(enum form form)
{
    return reader_of(form) != NULL;
}

bool form_is_boxed(enum form form)
{
    for (size_t i = 0; i < MB_LENGTH(readers); i++)
        if (readers[i].form == form)
            return readers[i].boxed;
    return false;
}

void draft_warn(struct draft *draft, const char *format, ...)
{
    if (draft->warnings.n >= WARNINGS_MAX)
        return; /* a bomb says the same of each of its items */
    va_list arguments;
    va_start(arguments, format);
    char *sentence = talloc_vasprintf(draft, format, arguments);
    va_end(arguments);
    strings_add(draft, &draft->warnings, sentence ? sentence : format);
    talloc_free(sentence);
}

struct draft *draft_begin(const void *parent, enum form form)
{
    struct draft *draft = mem_new(parent, struct draft);
    draft->form = form;
    draft->meeting = mem_new(draft, struct meeting);
    draft->meeting->minutes_after_midnight = -1;
    return draft;
}

static void report_mending(struct draft *draft, const struct decode_report *report)
{
    if (report->replaced > 0)
        draft_warn(draft, "%zu %s not UTF-8 and %s read as windows-1252", report->replaced,
                   report->replaced == 1 ? "byte was" : "bytes were", report->replaced == 1 ? "was" : "were");
    if (report->nuls > 0)
        draft_warn(draft, "%zu NUL %s replaced", report->nuls, report->nuls == 1 ? "byte was" : "bytes were");
}

/* TEXT by the reader of FORM; where that is FORM_UNKNOWN by the one whose form it is. */
static enum status read_text(const void *parent, const char *text, size_t n, enum form form, struct draft **out, struct err *err)
{
    const char *refusal = NULL;
    enum form seen;
    bool any = form == FORM_UNKNOWN, pages = any && pdf_looks_like(text); /* their reader tells the form */
    if (any && !pages && !markup_sniff(text, n, &form, &refusal))
        return text_choose(parent, text, n, &seen, out, err);
    if (refusal)
        return err_set(err, STATUS_INPUT, "%s", refusal);
    reader_read *read = pages ? pdf_read : reader_of(form);
    if (!read)
        return err_set(err, STATUS_INPUT, "%s: this release cannot read it yet", form_words(form));
    *out = draft_begin(parent, form);
    enum status status = read(*out, text, n, err);
    if (status != STATUS_OK)
        talloc_free(*out);
    return status;
}

static bool pages_of_pdf(const unsigned char *bytes, size_t n)
{
    char start[512];
    size_t length = n < sizeof start ? n : sizeof start - 1;
    memcpy(start, bytes, length);
    start[length] = '\0';
    return pdf_looks_like(start);
}

/* What cannot be text is refused even where the member names a form. */
static enum status read_bytes(const void *parent, const unsigned char *bytes, size_t n, enum form form, struct draft **out,
                              struct err *err)
{
    bool pages = form == FORM_UNKNOWN && pages_of_pdf(bytes, n);
    const char *refusal = pages ? NULL : form == FORM_UNKNOWN ? bytes_unread(bytes, n) : bytes_refusal(bytes, n);
    if (refusal)
        return err_set(err, STATUS_INPUT, "%s", refusal);
    struct decode_report report = {0};
    size_t length;
    char *text = text_prepare(NULL, text_decode(NULL, bytes, n, &length, &report), &length);
    struct draft *draft;
    enum status status = read_text(parent, text, length, form, &draft, err);
    if (status == STATUS_OK) {
        report_mending(draft, &report);
        if (draft->meeting->committee)
            draft->meeting->committee = committee_in_full(draft->meeting, committee_alone(draft->meeting, draft->meeting->committee), text);
        *out = draft;
    }
    talloc_free(text);
    return status;
}

enum status read_here(const void *parent, const unsigned char *bytes, size_t n, enum form form, struct draft **out,
                      struct err *err)
{
    size_t page_n;
    char *page = bytes_are_mhtml(bytes, n) ? mhtml_page(NULL, bytes, n, &page_n) : NULL;
    enum status status = page ? read_bytes(parent, (const unsigned char *)page, page_n, form, out, err)
                              : read_bytes(parent, bytes, n, form, out, err);
    talloc_free(page);
    return status;
}

/* ---- who reads ------------------------------------------------------------------------------------ */

struct intake *intake_new(const void *parent, bool unboxed)
{
    struct intake *intake = mem_new(parent, struct intake);
    intake->unboxed = unboxed;
    return intake;
}

struct intake *intake_here(const void *parent)
{
    struct intake *intake = intake_new(parent, false);
    intake->here = true;
    return intake;
}

/* The member names a form that the bytes cannot have. */
static const char *cannot_be(const struct intake *intake, enum family family, enum form form)
{
    if (form == FORM_UNKNOWN)
        return NULL;
    if (family == FAMILY_PDF)
        return reader_of(form) != pdf_read ? "a PDF, which cannot be read as that" : NULL;
    return reader_of(form) == pdf_read && !intake->here ? "no PDF, and cannot be read as one" : NULL; /* here: the words of a PDF, say */
}

enum status intake_read(const void *parent, struct intake *intake, const struct document *document, enum form form,
                        struct draft **out, struct err *err)
{
    struct err why = {0};
    enum family family = family_of(document->bytes, document->n);
    const char *unfit = cannot_be(intake, family, form), *refusal = unfit ? unfit : bytes_refusal(document->bytes, document->n);
    bool text = !form_is_boxed(form) && family == FAMILY_TEXT;
    enum status status = refusal ? err_set(&why, STATUS_INPUT, "%s", refusal)
                         : text || intake->here
                             ? read_here(parent, document->bytes, document->n, form, out, &why)
                             : read_boxed(parent, intake, document->bytes, document->n, form, out, &why);
    if (status != STATUS_OK)
        return err_set(err, status, "\"%s\": %s", document->path, why.text);
    (*out)->path = mem_strdup(*out, document->path);
    memcpy((*out)->sha256, document->sha256, sizeof (*out)->sha256);
    (*out)->reader_version = INTAKE_READER_VERSION;
    return STATUS_OK;
}
