/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Why a sentence is a follow-up to check, or none: the item under the cursor, sentence by sentence, in words. The worker reads
 * the rules and judges; what it says is shown as lines, at the sentence that was asked about. */
#include "config.h"

#include "job.h"

#include <minutebook/actions_explain.h>

#include <string.h>

/* ---- asking ------------------------------------------------------------------------------------------------------- */

/* The meeting, item and sentence that are meant: those of the follow-up under the cursor, else of the text that is read. */
static void mean(struct browser *browser, struct job *job, const void *local)
{
    struct screen *screen = browser_top(browser);
    struct actions meant = check_meant(screen, local);
    if (meant.n) {
        job->attaching.meeting_id = mem_strdup(job, meant.at[0]->meeting_id);
        job->attaching.position = meant.at[0]->item_position;
        strings_add(job, &job->paths, meant.at[0]->quote ? meant.at[0]->quote : "");
    } else if (screen->ops->adding) {
        struct add_place *place = mem_new(local, struct add_place);
        screen->ops->adding(screen, place);
        job->attaching.meeting_id = mem_strdup(job, place->meeting_id);
        job->attaching.position = place->position;
        strings_add(job, &job->paths, place->quote ? place->quote : "");
    }
}

unsigned do_explain(struct browser *browser, const struct request *request)
{
    (void)request;
    struct job *job = browser->store ? job_new(browser, JOB_EXPLAIN) : NULL;
    if (!job)
        return browser_sayf(browser, "no papers yet");
    void *local = talloc_named_const(NULL, 0, "explain");
    mean(browser, job, local);
    talloc_free(local);
    if (!job->attaching.meeting_id) {
        talloc_free(job);
        return browser_sayf(browser, "no sentence of a meeting under the cursor");
    }
    return job_queue(browser, job);
}

/* ---- the worker ------------------------------------------------------------------------------------------------------ */

static const char *const what_words[] = {
    [EXPLAINED_FOUND] = "to check",        [EXPLAINED_RECORD] = "for the record", [EXPLAINED_TWICE] = "said twice",
    [EXPLAINED_REFUSED] = "none",          [EXPLAINED_LEAD] = "leads in",         [EXPLAINED_TAG] = "names who",
    [EXPLAINED_SKIPPED] = "not looked at", [EXPLAINED_NOTHING] = "none",
};

static void put_sentence(const void *local, struct buf *out, const struct explained *row)
{
    buf_printf(out, "[%s%s] %s\n", what_words[row->what], row->exempt ? ", exempt" : "", text_squeeze(local, row->words, strlen(row->words)));
    buf_printf(out, "    %s", row->why);
    if (row->rule)
        buf_printf(out, " (%s, %s:%d)", row->rule, row->file, row->line);
    buf_puts(out, "\n");
    for (size_t i = 0; i < row->n_refusals; i++)
        buf_printf(out, "    not by %s (%s:%d): %s\n", row->refusals[i].rule, row->refusals[i].file, row->refusals[i].line, row->refusals[i].why);
    buf_puts(out, "\n");
}

/* Is ROW the sentence that was asked about? */
static bool is_asked(const struct explained *row, const char *quote)
{
    return *quote && (strstr(row->words, quote) || strstr(quote, row->words));
}

/* All of it as lines; *at is where the sentence begins that was asked about. */
static char *explanation_text(struct job *job, const struct explanation *explanation, int *at)
{
    const char *quote = job->paths.n ? job->paths.at[0] : "";
    const struct item *item = NULL;
    struct buf out;
    bool found = false;
    buf_init(&out, job, BUF_MAX_DOCUMENT);
    *at = 0;
    for (size_t i = 0; i < explanation->n; i++) {
        const struct explained *row = &explanation->at[i];
        if (row->item != item)
            buf_printf(&out, "%s  %s\n\n", row->item->minute_number ? row->item->minute_number : row->item->agenda_number ? row->item->agenda_number : "",
                       row->item->title ? row->item->title : "");
        item = row->item;
        if (!found && is_asked(row, quote)) {
            *at = (int)out.len;
            found = true;
        }
        put_sentence(job, &out, row);
    }
    if (explanation->n == 0)
        buf_puts(&out, "No minute or decision of this item is held.\n");
    return buf_take(&out);
}

enum status job_run_explain(struct job *job, struct store *store, struct watch *watch)
{
    struct rules *rules;
    struct meeting *meeting;
    struct explanation explanation = {0};
    (void)watch;
    enum status status = rules_load_sound(job, job->rules, NULL, &rules, &job->err);
    if (status == STATUS_OK)
        status = store_meeting(job, store, job->attaching.meeting_id, &meeting, &job->err);
    if (status == STATUS_OK)
        status = sweep_explain(job, rules, meeting, job->attaching.position, &explanation, &job->err);
    if (status == STATUS_OK)
        job->written = explanation_text(job, &explanation, &job->rows);
    return status;
}

unsigned job_explained(struct browser *browser, struct job *job)
{
    unsigned reactions = browser_refresh(browser);
    struct screen *screen = report_new(browser, "Why, sentence by sentence", job->written);
    pane_go(screen, 0, NULL, (size_t)job->rows);
    screen->panes[0].lifted = true;
    return reactions | browser_push(browser, screen);
}
