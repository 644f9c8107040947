/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lining up open follow-ups against later papers, by the worker: all papers of a committee may have to be looked at. */
#include "config.h"

#include "evidence.h"
#include "job.h"

#include <string.h>

unsigned do_evidence(struct browser *browser, const struct request *request)
{
    (void)request;
    if (!browser->store)
        return browser_refuse(browser, "no papers yet: there is nothing to look at");
    struct job *job = job_new(browser, JOB_EVIDENCE);
    if (!job)
        return REACT_REDRAW;
    void *local = talloc_named_const(NULL, 0, "here");
    struct actions here = check_meant(browser_top(browser), local);
    job->program = *browser->program;
    if (here.n)
        strings_add(job, &job->judged.ids, here.at[0]->id);
    talloc_free(local);
    job->pace = (struct pace){.total = 1, .doing = "lining up open follow-ups with later papers"};
    unsigned reactions = job_queue(browser, job);
    return reactions | browser_sayf(browser, "looking through later papers");
}

struct looking {
    struct watch *watch;
    struct evidence_looked *looked;
};

static bool take_traced(void *to, size_t i, struct traced *traced)
{
    struct looking *looking = to;
    looking->looked->traced[i] = talloc_steal(looking->looked, traced);
    return !looking->watch->cancelled || !looking->watch->cancelled(looking->watch->to);
}

/* What there is to decide comes first, then where nothing was found, then where there was nothing to look at. */
static int rank_of(const struct traced *traced)
{
    return traced->n ? 0 : traced->topic.standing != TOPIC_NOT_ASKED ? 1 : traced->n_later ? 2 : 3;
}

static void to_decide_first(struct evidence_looked *looked)
{
    struct actions asked = {0};
    struct traced **traced = mem_zero_named(looked, (looked->asked.n + 1) * sizeof *traced, "traced");
    for (int rank = 0; rank <= 3; rank++)
        for (size_t i = 0; i < looked->asked.n; i++)
            if (rank_of(looked->traced[i]) == rank) {
                traced[asked.n] = looked->traced[i];
                *mem_append(looked, asked.at, asked.n) = looked->asked.at[i];
            }
    looked->traced = traced;
    looked->asked = asked;
}

enum status job_run_evidence(struct job *job, struct store *store, struct watch *watch)
{
    struct evidence_looked *looked = mem_new(job, struct evidence_looked);
    struct survey survey;
    enum status status = survey_read(looked, store, &survey, &job->err);
    looked->as_at = job->program.as_at;
    for (size_t i = 0; i < survey.rows.n && status == STATUS_OK; i++)
        if (follow_up_is_kept(survey.rows.at[i]) && evidence_is_asked(survey.rows.at[i]))
            *mem_append(looked, looked->asked.at, looked->asked.n) = survey.rows.at[i];
    looked->traced = mem_zero_named(looked, (looked->asked.n + 1) * sizeof *looked->traced, "traced");
    struct looking looking = {watch, looked};
    if (status == STATUS_OK)
        status = evidence_find_all(store, looked->asked.at, looked->asked.n, looked->as_at, take_traced, &looking, &job->err);
    if (status != STATUS_OK)
        return status;
    to_decide_first(looked);
    looked->now = mem_zero_named(looked, (looked->asked.n + 1) * sizeof *looked->now, "rows now");
    for (size_t i = 0; i < looked->asked.n; i++)
        looked->now[i] = looked->asked.at[i];
    job->looked = looked;
    return STATUS_OK;
}

unsigned job_evidence_found(struct browser *browser, struct job *job)
{
    const char *here = job->judged.ids.n ? job->judged.ids.at[0] : NULL;
    unsigned reactions = browser_refresh(browser);
    if (browser_context(browser) == CONTEXT_EVIDENCE) /* asked again: the new one takes the place of the old */
        (void)browser_pop(browser);
    browser_say(browser, false, NULL);
    return reactions | browser_push(browser, evidence_new(browser, job->looked, here));
}
