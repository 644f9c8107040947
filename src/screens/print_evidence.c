/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What later papers tell of follow-ups, printed: each promise, and below it what is proposed with its sentence and reasons, or that
 * there is no trace, and how little that may mean. */
#include "config.h"

#include "private.h"
#include "words.h"

#include <minutebook/actions_evidence.h>

#include <string.h>

#define PRINT_WIDTH_MIN 40
#define QUOTE_LINES 6

static void print_proposal(struct page *page, const void *local, const struct evidence *evidence, size_t nth)
{
    struct buf reasons;
    page_wrap(page, 2, 5, 0, STYLE_TEXT, mem_printf(local, "%zu  %s: %s%s", nth, evidence_words(local, evidence),
              evidence->item_title ? evidence->item_title : "no title", evidence->exempt ? " (exempt)" : ""));
    if (evidence->quote)
        page_wrap_most(page, 5, 5, 0, STYLE_TEXT, mem_printf(local, "“%s”", text_squeeze(local, evidence->quote, strlen(evidence->quote))), QUOTE_LINES);
    buf_init(&reasons, local, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < evidence->reasons.n; i++)
        buf_printf(&reasons, "%s%s", i ? "; " : "", evidence->reasons.at[i]);
    page_wrap(page, 5, 5, 0, STYLE_QUIET, mem_printf(local, "%s: %s", evidence_grade_name(evidence->grade), buf_take(&reasons)));
}

static void print_traced(struct page *page, const struct action *action, const struct traced *traced)
{
    void *local = talloc_named_const(NULL, 0, "traced");
    const char *caution = traced_caution(local, traced);
    page_wrap(page, 0, 2, 0, STYLE_HEAD, mem_printf(local, "%s  %s", action->reference ? action->reference : action->id, action_summary(action)));
    if (traced->n == 0 || traced->topic.standing != TOPIC_NOT_ASKED)
        page_wrap(page, 2, 2, 0, STYLE_TEXT, traced_words(local, traced));
    for (size_t i = 0; i < traced->n; i++)
        print_proposal(page, local, &traced->at[i], i + 1);
    if (caution && (traced->n == 0 || traced->at[0].grade == EVIDENCE_POSSIBLE))
        page_wrap(page, 2, 2, 0, STYLE_QUIET, caution);
    page_blank(page);
    talloc_free(local);
}

enum status evidence_print(struct sink *sink, const struct program *program, struct action *const *actions, struct traced *const *traced, size_t n,
                           int width, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "evidence");
    struct page *page = page_new(local, width < PRINT_WIDTH_MIN ? PRINT_WIDTH_MIN : width);
    page_wrap(page, 0, 2, 0, STYLE_QUIET, words_as_at(local, program, false));
    page_blank(page);
    if (n == 0)
        page_wrap(page, 0, 0, 0, STYLE_TEXT, "Nothing open is on the tracker.");
    for (size_t i = 0; i < n; i++)
        print_traced(page, actions[i], traced[i]);
    bool written = page_write(page, sink, program->ascii);
    talloc_free(local);
    return written ? STATUS_OK : err_set(err, STATUS_CANCELLED, "the output was closed");
}
