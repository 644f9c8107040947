/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Jobs about what was found in the papers: keeping or refusing it in one change, and looking through papers
 * that an older release or older rules published. */
#include "config.h"

#include "job.h"

#include <minutebook/base_lookup.h>

#include <string.h>

/* ---- keeping and refusing -------------------------------------------------------------------------------- */

unsigned job_queue_judging(struct browser *browser, const struct judged *judged, enum action_state state, const char *reason)
{
    struct job *job = job_new(browser, JOB_JUDGE);
    if (!job)
        return REACT_REDRAW;
    job->state = state;
    job->edit.reason = mem_strdup(job, reason);
    job->judged.meeting_id = mem_strdup(job, judged->meeting_id);
    for (size_t i = 0; i < judged->ids.n; i++)
        strings_add(job, &job->judged.ids, judged->ids.at[i]);
    return job_queue(browser, job);
}

/* The edits for those that do not stand there already: a key may be faster than the store. */
static enum status prepare(struct job *job, const struct actions *all, struct edit **edits, size_t *n)
{
    enum status status = STATUS_OK;
    struct lookup *ids = rows_by_id(NULL, all);
    for (size_t i = 0; i < job->judged.ids.n && status == STATUS_OK; i++) {
        size_t at = lookup_first(ids, job->judged.ids.at[i]);
        const struct action *action = at == LOOKUP_NONE ? NULL : all->at[at];
        if (!action || action->state == job->state)
            continue;
        struct edit *edit = mem_append(job, *edits, *n);
        status = follow_up_prepare(action, job->state, job->edit.reason, edit, &job->err);
    }
    talloc_free(ids);
    return status;
}

enum status job_run_judging(struct job *job, struct store *store, struct watch *watch)
{
    struct actions all;
    struct edit *edits = NULL;
    size_t n = 0;
    (void)watch;
    enum status status = follow_ups_read(job, store, job->judged.meeting_id, &all, &job->err);
    if (status == STATUS_OK)
        status = prepare(job, &all, &edits, &n);
    if (status != STATUS_OK)
        return status;
    if (n == 0)
        return err_set(&job->err, STATUS_USAGE, "nothing was changed: it stands so already, or the papers have changed");
    struct edit several = {.kind = EDIT_SEVERAL, .edits = edits, .n_edits = n};
    return store_edit(job, store, &several, &job->edited, &job->err);
}

/* ---- looking through ---------------------------------------------------------------------------------------- */

bool browser_swept(struct browser *browser)
{
    struct err err;
    struct strings faults = {0};
    if (browser->sweep == SWEEP_UNKNOWN && browser->store) {
        bool known = sweep_attach(browser->store, program_rules(browser->program), &faults, &err) == STATUS_OK;
        rules_complain(browser, &faults, false);
        browser->sweep = known && !store_sweep_is_due(browser->store) ? SWEEP_DONE : SWEEP_DUE;
    }
    return browser->sweep == SWEEP_DONE;
}

static void begin_sweep(struct job *job)
{
    job->pace = (struct pace){
        .total = 1, .doing = "looking for follow-ups in the minutes you hold", .title = "Looking for follow-ups in the minutes you hold", .of_what = "meeting"};
}

unsigned job_look_through(struct browser *browser)
{
    if (!browser->store || browser->sweep_asked || browser_swept(browser))
        return 0;
    browser->sweep_asked = true;
    unsigned reactions = browser_reload(browser, browser_top(browser)); /* it says so */
    if (browser->program->read_only || store_newer(browser->store) || browser->n_jobs == JOBS_MAX)
        return reactions;
    struct job *job = job_new(browser, JOB_SWEEP);
    if (!job)
        return reactions;
    begin_sweep(job);
    return reactions | job_queue(browser, job);
}

/* From one meeting to the next: on, unless it was stopped, or somebody's edit waits. */
static bool sweep_on(void *to, size_t done, size_t total, const char *meeting)
{
    struct watch *watch = to;
    struct job *job = watch->job;
    bool on = watch_progress(watch, done, total, meeting);
    (void)pthread_mutex_lock(&job->lock);
    on = on && !job->makes_way;
    (void)pthread_mutex_unlock(&job->lock);
    return on;
}

enum status job_run_sweep(struct job *job, struct store *store, struct watch *watch)
{
    return store_republish_watched(store, sweep_on, watch, &job->err);
}

/* Behind what waited for it. Not said, and nothing is drawn anew: the rest is still to come. */
static unsigned sweep_later(struct browser *browser)
{
    struct job *job = browser->leaving ? NULL : job_new(browser, JOB_SWEEP);
    if (!job)
        return 0;
    begin_sweep(job);
    return job_queue(browser, job);
}

/* What was found is said once; how to go on stands on the Desk and behind A. */
unsigned job_swept(struct browser *browser, struct job *job)
{
    struct actions actions;
    struct err err;
    if (job->stopped)
        return browser_refresh(browser) | browser_sayf(browser, "looking for follow-ups was stopped; it goes on when minutebook is started again");
    if (job->makes_way)
        return sweep_later(browser);
    unsigned reactions = browser_refresh(browser);
    browser->sweep = SWEEP_DONE;
    reactions |= browser_reload(browser, browser_top(browser));
    void *local = talloc_named_const(NULL, 0, "swept");
    if (follow_ups_read(local, browser->store, NULL, &actions, &err) != STATUS_OK)
        reactions |= browser_fail(browser, &err);
    else if (follow_ups_count(&actions).to_check)
        reactions |= browser_sayf(browser, "looked through your minutes: %d to check (A)", follow_ups_count(&actions).to_check);
    talloc_free(local);
    return reactions;
}
