/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A whole import: paper after paper from the paths to the store. What one paper does wrong is its own
 * line in the report; only what stops the store stops the run. */
#include "config.h"

#include <minutebook/intake.h>

struct importing {
    struct intake *intake;
    struct store *store;
    enum form form;
    struct import_options options;
    struct import_run *run;
};

static struct import_line *refuse(struct importing *importing, struct import_line *line, const struct err *err)
{
    line->refusal = mem_strdup(importing->run, err->text);
    line->result = mem_new(importing->run, struct import_result);
    line->result->outcome = IMPORT_REFUSED;
    importing->run->refused = true;
    return line;
}

/* What the member said at an earlier import holds until they say otherwise. AGAIN: what is kept may be of another form. */
static enum status stated_before(const struct importing *importing, const struct document *document, enum form *form, bool *again, struct err *err)
{
    bool ever;
    enum status status = store_stated_form(importing->store, document->sha256, form, &ever, err);
    *again |= ever;
    return status;
}

/* What this reader made of the same bytes before stands for reading them again, unless the member asks for that or says what they are. */
static enum status draft_paper(const struct importing *importing, const void *parent, const struct document *document, enum form form, bool again,
                               struct draft **draft, struct err *err)
{
    *draft = NULL;
    if (!again && form == FORM_UNKNOWN) {
        enum status status = store_kept_draft(parent, importing->store, document->sha256, INTAKE_READER_VERSION, draft, err);
        if (status != STATUS_OK)
            return status;
    }
    if (!*draft)
        return intake_read(parent, importing->intake, document, form, draft, err);
    (*draft)->path = mem_strdup(*draft, document->path);
    return STATUS_OK;
}

/* One paper. A fault of the paper is kept in its line; the status returned is the store's. */
static enum status import_paper(struct importing *importing, const char *path, struct err *err)
{
    void *context = talloc_named_const(NULL, 0, "paper");
    struct import_line *line = mem_append(importing->run, importing->run->lines, importing->run->n_lines);
    line->path = mem_strdup(importing->run, path);
    struct document *document;
    struct draft *draft;
    struct err why = {0};
    struct import_options options = importing->options;
    enum form form = importing->form;
    enum status status = document_open(context, path, &document, &why);
    if (status == STATUS_OK && form == FORM_UNKNOWN)
        status = stated_before(importing, document, &form, &options.again, &why);
    if (status == STATUS_OK)
        status = draft_paper(importing, context, document, form, options.again, &draft, &why);
    if (status != STATUS_OK) {
        refuse(importing, line, &why);
        talloc_free(context);
        return STATUS_OK;
    }
    line->form = draft->form;
    status = store_import(importing->run, importing->store, draft, document->bytes, document->n, &options, &line->result, &why);
    if (status == STATUS_INPUT || status == STATUS_USAGE) {
        refuse(importing, line, &why);
        status = STATUS_OK;
    }
    if (status != STATUS_OK)
        (void)err_set(err, status, "%s", why.text);
    talloc_free(context);
    return status;
}

enum status intake_import(const void *parent, struct intake *intake, struct store *store, char *const *paths, size_t n,
                          enum form form, const struct import_options *options, import_progress *progress, void *to,
                          struct import_run **out, struct err *err)
{
    struct import_run *run = mem_new(parent, struct import_run);
    struct importing importing = {intake, store, form, options ? *options : (struct import_options){0}, run};
    importing.options.came = store_stamp(run);
    importing.options.form = form;
    importing.options.again |= form != FORM_UNKNOWN; /* what a paper held is taken for is overruled, too */
    struct strings papers = intake_walk(run, paths, n);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < papers.n && status == STATUS_OK && !run->cancelled; i++) {
        run->cancelled = progress && !progress(to, i, papers.n, papers.at[i]);
        if (!run->cancelled)
            status = import_paper(&importing, papers.at[i], err);
    }
    if (status == STATUS_OK && run->n_lines > 0)
        status = store_settle(store, err);
    if (status != STATUS_OK) {
        talloc_free(run);
        return status;
    }
    *out = run;
    return STATUS_OK;
}
