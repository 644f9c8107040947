/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* From a document to a draft: the table of readers, and what every draft has before its reader starts.
 * A new form is a line in MODEL_FORMS, a reader and a line here. */
#include "config.h"

#include "src/intake/bytes.h"
#include "src/intake/readers.h"

#include <stdarg.h>
#include <string.h>

static const struct {
    enum form form;
    reader_read *read;
} readers[] = {
    {FORM_PAGE_TEXT, page_text_read},
    {FORM_ITEM_TEXT, page_item_read},
    {FORM_PAGE_HTML, page_html_read},
    {FORM_ITEM_HTML, item_html_read},
    {FORM_PACK_TEXT, pack_read},
    {FORM_PACK_MARKDOWN, pack_read},
};

static reader_read *reader_of(enum form form)
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

void draft_warn(struct draft *draft, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *sentence = talloc_vasprintf(draft, format, arguments);
    va_end(arguments);
    strings_add(draft, &draft->warnings, sentence ? sentence : format);
    talloc_free(sentence);
}

static struct draft *draft_new(const void *parent, const struct document *document, enum form form)
{
    struct draft *draft = mem_new(parent, struct draft);
    draft->path = mem_strdup(draft, document->path);
    memcpy(draft->sha256, document->sha256, sizeof draft->sha256);
    draft->form = form;
    draft->reader_version = INTAKE_READER_VERSION;
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

/* The form to read DOCUMENT as. What cannot be text is refused even where the member names a form. */
static enum status settle_form(const struct document *document, enum form *form, struct err *err)
{
    struct sniffed sniffed = {*form, NULL};
    if (*form == FORM_UNKNOWN)
        sniffed = intake_sniff(document);
    else
        sniffed.refusal = bytes_refusal(document->bytes, document->n);
    *form = sniffed.form;
    if (sniffed.refusal)
        return err_set(err, STATUS_INPUT, "\"%s\": %s", document->path, sniffed.refusal);
    return STATUS_OK;
}

enum status intake_read(const void *parent, const struct document *document, enum form form, struct draft **out,
                        struct err *err)
{
    enum status status = settle_form(document, &form, err);
    if (status != STATUS_OK)
        return status;
    reader_read *read = reader_of(form);
    if (!read)
        return err_set(err, STATUS_INPUT, "\"%s\": %s: this release cannot read it yet", document->path,
                       form_words(form));
    struct draft *draft = draft_new(parent, document, form);
    struct decode_report report = {0};
    size_t n;
    char *text = text_decode(draft, document->bytes, document->n, &n, &report);
    report_mending(draft, &report);
    struct err why = {0};
    status = read(draft, text, n, &why);
    talloc_free(text);
    if (status != STATUS_OK) {
        talloc_free(draft);
        return err_set(err, status, "\"%s\": %s", document->path, why.text);
    }
    *out = draft;
    return STATUS_OK;
}
