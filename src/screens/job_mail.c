/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* ":mail --overdue FOLDER": a message to everybody who is asked, of the marked rows or of all that are open, as drafts in a folder; and
 * that they were chased, where that is asked for. What is in them is the work of src/export. */
#include "config.h"

#include "job.h"

#include <string.h>

/* ---- asking ------------------------------------------------------------------------------------------------------- */

static enum status read_words(struct job *job, const char *line, struct err *err)
{
    struct strings words = {0};
    struct chase_options *options = &job->mailing.options;
    const struct {
        const char *name;
        bool *flag;
    } flags[] = {{"--overdue", &options->overdue_only}, {"--over", &options->over}, {"--record", &job->mailing.record}};
    enum status status = command_split(job, line, &words, err);
    size_t at = 0;
    options->eml = true;
    for (; status == STATUS_OK && at < words.n && text_starts(words.at[at], "--"); at++) {
        size_t i = 0;
        while (i < MB_LENGTH(flags) && strcmp(flags[i].name, words.at[at]) != 0)
            i++;
        if (i < MB_LENGTH(flags))
            *flags[i].flag = true;
        else if (strcmp(words.at[at], "--text") == 0)
            options->eml = false;
        else
            status = err_set(err, STATUS_USAGE, "\"%s\" is none of --overdue, --record, --over and --text", words.at[at]);
    }
    if (status == STATUS_OK && words.n != at + 1)
        status = err_set(err, STATUS_USAGE, "mail takes a folder for the messages: mail --overdue messages");
    if (status == STATUS_OK)
        options->folder = words.at[at];
    return status;
}

/* Marked rows are meant; without any, all. */
static void mean_marked(struct browser *browser, struct job *job)
{
    struct screen *screen = browser_top(browser);
    if (screen->marks.n == 0)
        return;
    void *local = talloc_named_const(NULL, 0, "meant");
    struct actions meant = check_meant(screen, local);
    for (size_t i = 0; i < meant.n; i++)
        if (follow_up_is_kept(meant.at[i]))
            strings_add(job, &job->mailing.options.only, meant.at[i]->id);
    talloc_free(local);
}

unsigned do_mail(struct browser *browser, const struct request *request)
{
    struct err err;
    if (!request->arguments)
        return browser_sayf(browser, "the folder for the messages; --overdue: of what is overdue, --record: they were chased today") |
               browser_ask_with(browser, PROMPT_COMMAND, "mail ");
    struct job *job = job_new(browser, JOB_MAIL);
    if (!job)
        return REACT_REDRAW;
    bool nobody = false;
    enum status status = read_words(job, request->arguments, &err);
    mean_marked(browser, job);
    nobody = browser_top(browser)->marks.n > 0 && job->mailing.options.only.n == 0;
    bool refused = status == STATUS_OK && job->mailing.record && job_refused(browser);
    if (status == STATUS_OK && !nobody && !refused) {
        job->program = *browser->program;
        return job_queue(browser, job);
    }
    talloc_free(job);
    return status != STATUS_OK ? browser_fail(browser, &err) : refused ? REACT_REDRAW : browser_sayf(browser, "none of the marked rows is on the tracker");
}

/* ---- the worker ------------------------------------------------------------------------------------------------------ */

static enum status record(struct job *job, struct store *store)
{
    struct strings ids = {0};
    struct edit edit;
    for (size_t i = 0; i < job->mailing.result.n; i++)
        for (size_t k = 0; k < job->mailing.result.at[i].ids.n; k++)
            strings_add(job, &ids, job->mailing.result.at[i].ids.at[k]);
    if (ids.n == 0)
        return STATUS_OK;
    enum status status = action_prepare_chases(job, store, &ids, job->today, &edit, &job->err);
    return status == STATUS_OK ? store_edit(job, store, &edit, &job->edited, &job->err) : status;
}

enum status job_run_mail(struct job *job, struct store *store, struct watch *watch)
{
    struct people *people;
    const struct export_options options = {.as_at = job->program.as_at};
    (void)watch;
    job->mailing.options.as_at = job->program.as_at;
    enum status status = job_people(job, &people, &job->err);
    if (status == STATUS_OK)
        status = export_chase(job, store, people, &job->mailing.options, &options, &job->mailing.result, &job->err);
    return status == STATUS_OK && job->mailing.record ? record(job, store) : status;
}

/* "written: 3 messages of 7 rows in \"out\"; 226/1 says of nobody that they are to answer" */
unsigned job_mailed(struct browser *browser, struct job *job)
{
    const struct chase_result *result = &job->mailing.result;
    const struct strings *nobody = &result->nobody;
    size_t rows = 0, unknown = 0;
    for (size_t i = 0; i < result->n; i++) {
        rows += result->at[i].ids.n;
        unknown += result->at[i].address == NULL;
    }
    unsigned reactions = job->edited ? browser_refresh(browser) : 0;
    const char *none = nobody->n == 0   ? ""
                       : nobody->n == 1 ? mem_printf(job, "; %s says of nobody that they are to answer", nobody->at[0])
                                        : mem_printf(job, "; %zu say of nobody that they are to answer", nobody->n);
    if (result->n == 0)
        return reactions | browser_sayf(browser, "nothing to write%s", *none ? none : ": no open follow-up is so");
    const char *cut = result->cut.n == 0   ? ""
                      : result->cut.n == 1 ? mem_printf(job, "; the sentence of %s is cut off", result->cut.at[0])
                                           : mem_printf(job, "; %zu sentences are cut off", result->cut.n);
    const char *address = unknown ? mem_printf(job, " (%zu without an address in your list of people)", unknown) : "";
    if (job->edited || browser_top(browser)->marks.n)
        marks_clear(browser_top(browser));
    return reactions | browser_sayf(browser, "written: %zu message%s of %zu row%s in \"%s\"%s%s%s%s", result->n, result->n == 1 ? "" : "s", rows,
                                    rows == 1 ? "" : "s", job->mailing.options.folder, address, none, cut, job->edited ? "; chased today. u undoes." : "");
}
