/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What may wait: an edit of the user's rows or an import. A job is made by the browser, run on a
 * thread of its own with a connection of its own, and comes back with its outcome. */
#include "config.h"

#include "job.h"
#include "pairs.h"

#include <string.h>

static int job_free(struct job *job)
{
    (void)pthread_mutex_destroy(&job->lock);
    return 0;
}

void job_make_way(struct browser *browser)
{
    struct job *job = browser->job_out;
    if (!job || job->kind != JOB_SWEEP)
        return;
    (void)pthread_mutex_lock(&job->lock);
    job->makes_way = true;
    (void)pthread_mutex_unlock(&job->lock);
}

void browser_leave(struct browser *browser)
{
    browser->leaving = true;
    job_make_way(browser);
}

unsigned job_queue(struct browser *browser, struct job *job)
{
    job_make_way(browser);
    browser->jobs[browser->n_jobs++] = talloc_steal(browser, job);
    return browser->job_out ? REACT_REDRAW : REACT_JOB | REACT_REDRAW;
}

/* What stood is not changed any more, and half of what is written down would not be seen. */
static bool refused_looking_back(struct browser *browser)
{
    if (!browser_looks_back(browser))
        return false;
    void *local = talloc_named_const(NULL, 0, "day");
    (void)browser_refuse(browser, "shown is what stood on %s, and nothing is changed in that. :as-at leads back", date_words(local, browser->program->as_at));
    talloc_free(local);
    return true;
}

bool job_refused(struct browser *browser)
{
    if (refused_looking_back(browser))
        return true;
    bool newer = browser->store && store_is_read_only(browser->store) && store_newer(browser->store);
    if (browser->program->read_only || newer)
        browser_say(browser, true, "read-only: nothing was changed");
    return browser->program->read_only || newer;
}

bool job_waits(struct browser *browser)
{
    bool waits = browser->job_out || browser->n_jobs > 0;
    if (waits)
        browser_say(browser, true, "wait until the work that is running is done; Ctrl-C stops it");
    return waits;
}

/* A copy of the store and the sample, which has a store of its own, change nothing of the member's. */
static bool changes_the_store(enum job_kind kind)
{
    return kind != JOB_MAIL && kind != JOB_BACKUP && kind != JOB_EXPORT && kind != JOB_SAMPLE && kind != JOB_EVIDENCE &&
           kind != JOB_IMPACT && kind != JOB_LETTER && kind != JOB_EXPLAIN && kind != JOB_TOPIC;
}

struct job *job_new(struct browser *browser, enum job_kind kind)
{
    if (changes_the_store(kind) && job_refused(browser))
        return NULL;
    if (browser->n_jobs >= JOBS_MAX) {
        browser_say(browser, true, "still busy with what you asked before");
        return NULL;
    }
    struct job *job = mem_new(NULL, struct job);
    job->kind = kind;
    (void)pthread_mutex_init(&job->lock, NULL);
    talloc_set_destructor(job, job_free);
    job->store_path = mem_strdup(job, browser->program->store_path);
    job->today = browser->today;
    job->looks_back = browser_looks_back(browser) ? browser->program->as_at : (struct date){0};
    job->rules = mem_strdup(job, program_rules(browser->program));
    return job;
}

static void copy_strings(struct job *job, struct edit *edit)
{
    edit->target = mem_strdup(job, edit->target);
    edit->field = mem_strdup(job, edit->field);
    edit->value = mem_strdup(job, edit->value);
    edit->reason = mem_strdup(job, edit->reason);
}

/* The parts of EDIT_SEVERAL; they hold strings only. */
static void copy_parts(struct job *job, const struct edit *edit)
{
    struct edit *parts = NULL;
    size_t n = 0;
    for (size_t i = 0; i < edit->n_edits; i++) {
        struct edit *part = mem_append(job, parts, n);
        *part = edit->edits[i];
        copy_strings(job, part);
    }
    job->edit.edits = parts;
}

unsigned job_queue_edit(struct browser *browser, const struct edit *edit)
{
    struct job *job = job_new(browser, JOB_EDIT);
    if (!job)
        return REACT_REDRAW;
    job->edit = *edit;
    copy_strings(job, &job->edit);
    job->edit.action = talloc_steal(job, edit->action);
    job->edit.note = talloc_steal(job, edit->note);
    copy_parts(job, edit);
    if (edit->entered) {
        struct entered_meeting *entered = mem_new(job, struct entered_meeting);
        *entered = *edit->entered;
        entered->id = mem_strdup(entered, edit->entered->id);
        entered->committee = mem_strdup(entered, edit->entered->committee);
        entered->venue = mem_strdup(entered, edit->entered->venue);
        job->edit.entered = entered;
    }
    return job_queue(browser, job);
}

unsigned job_queue_history(struct browser *browser, const char *name, const char *line)
{
    bool refused = browser->program->read_only || browser_looks_back(browser) || browser->program->history == 0 || !browser->store ||
                   store_newer(browser->store) || browser->n_jobs >= JOBS_MAX;
    struct job *job = refused ? NULL : job_new(browser, JOB_HISTORY);
    if (!job)
        return 0;
    job->edit = (struct edit){.kind = EDIT_HISTORY, .field = mem_strdup(job, name), .value = mem_strdup(job, line)};
    return job_queue(browser, job);
}

/* A look is no work: nothing is said of it, and where nothing may be written it is not kept. */
unsigned job_queue_looked(struct browser *browser, const struct edit *edit)
{
    bool refused = browser->program->read_only || browser_looks_back(browser) || !browser->store || store_newer(browser->store) ||
                   browser->n_jobs >= JOBS_MAX;
    struct job *job = refused ? NULL : job_new(browser, JOB_HISTORY);
    if (!job)
        return 0;
    job->edit = *edit;
    copy_strings(job, &job->edit);
    return job_queue(browser, job);
}

static unsigned queue_papers(struct browser *browser, enum job_kind kind, const struct import_request *papers)
{
    struct job *job = job_new(browser, kind);
    if (!job)
        return REACT_REDRAW;
    job->to_own_store = browser->program->sample && browser->program->own_store_path;
    if (job->to_own_store) {
        job->store_path = mem_strdup(job, browser->program->own_store_path);
        job->rules = mem_strdup(job, browser->program->rules_folder);
    }
    import_request_copy(job, papers, &job->papers);
    return job_queue(browser, job);
}

unsigned job_queue_import(struct browser *browser, const struct import_request *papers)
{
    return queue_papers(browser, JOB_IMPORT, papers);
}

unsigned job_queue_look(struct browser *browser, const struct import_request *papers)
{
    return queue_papers(browser, JOB_LOOK, papers);
}

struct job *browser_job(struct browser *browser)
{
    if (browser->n_jobs == 0 || browser->job_out)
        return NULL;
    struct job *job = browser->jobs[0];
    memmove(&browser->jobs[0], &browser->jobs[1], (browser->n_jobs - 1) * sizeof browser->jobs[0]);
    browser->n_jobs--;
    browser->job_out = job;
    return talloc_steal(NULL, job);
}

/* ---- on the worker's thread ------------------------------------------------------------------------ */

bool watch_progress(void *to, size_t done, size_t total, const char *path)
{
    struct watch *watch = to;
    (void)pthread_mutex_lock(&watch->job->lock);
    pace_step(&watch->job->pace, done, total, path);
    (void)pthread_mutex_unlock(&watch->job->lock);
    watch->job->stopped = watch->cancelled && watch->cancelled(watch->to);
    return !watch->job->stopped;
}

static enum status run_edit(struct job *job, struct store *store, struct watch *watch)
{
    (void)watch;
    return store_edit(job, store, &job->edit, &job->edited, &job->err);
}

enum status job_run_import(struct job *job, struct store *store, struct watch *watch)
{
    const struct import_request *papers = &job->papers;
    const struct import_options options = {
        .council = papers->council,
        .committee = papers->committee,
        .date = papers->date,
        .meeting = job->attaching.meeting_id,
        .item_position = job->attaching.position,
        .url = job->attaching.url,
    };
    return intake_import(job, intake_new(job, false), store, papers->paths.at, papers->paths.n, papers->form, &options,
                         watch_progress, watch, &job->run, &job->err);
}

static unsigned history_kept(struct browser *browser, struct job *job)
{
    return job->edit.kind == EDIT_LOOKED ? browser_refresh(browser) : 0; /* a list of what is new shows it */
}

static const struct {
    enum status (*run)(struct job *, struct store *, struct watch *);
    unsigned (*done)(struct browser *, struct job *); /* back in the browser, if it went well */
    bool needs_store;
} kinds[JOB_KINDS] = {
    [JOB_EDIT] = {run_edit, job_edited, true},
    [JOB_HISTORY] = {run_edit, history_kept, true},
    [JOB_IMPORT] = {job_run_import, job_imported, true},
    [JOB_LOOK] = {job_run_look, job_looked, false},
    [JOB_SAMPLE] = {job_run_sample, job_sample_made, false},
    [JOB_BACKUP] = {job_run_backup, job_backed_up, true},
    [JOB_EXPORT] = {job_run_export, job_exported, true},
    [JOB_JUDGE] = {job_run_judging, job_edited, true},
    [JOB_FOLLOW] = {job_run_follow, job_edited, true},
    [JOB_IMPACT] = {job_run_impact, job_impact_counted, true},
    [JOB_EXPLAIN] = {job_run_explain, job_explained, true},
    [JOB_LETTER] = {job_run_letter, job_exported, true},
    [JOB_MAIL] = {job_run_mail, job_mailed, true},
    [JOB_EVIDENCE] = {job_run_evidence, job_evidence_found, true},
    [JOB_TOPIC] = {job_run_topic, job_topic_read, true},
    [JOB_SWEEP] = {job_run_sweep, job_swept, true},
};

enum status job_open_store(struct job *job, struct store **store)
{
    struct strings faults = {0};
    enum status status = store_open(job, job->store_path, STORE_WRITE, store, &job->err);
    if (status == STATUS_OK)
        store_set_day(*store, job->today);
    if (status == STATUS_OK)
        status = sweep_attach(*store, job->rules, &faults, &job->err);
    for (size_t i = 0; i < faults.n; i++)
        strings_add(job, &job->rule_faults, faults.at[i]);
    return status;
}

void job_run(struct job *job, bool (*cancelled)(void *), void *to)
{
    struct watch watch = {job, cancelled, to};
    struct store *store = NULL;
    job->status = STATUS_OK;
    if (kinds[job->kind].needs_store && (changes_the_store(job->kind) || job->mailing.record))
        job->status = job_open_store(job, &store);
    else if (kinds[job->kind].needs_store)
        job->status = store_open(job, job->store_path, STORE_READ, &store, &job->err);
    if (store)
        store_look_back(store, job->looks_back);
    if (job->status == STATUS_OK)
        job->status = kinds[job->kind].run(job, store, &watch);
    talloc_free(store);
}

void job_progress(const struct job *job, struct pace *out)
{
    pthread_mutex_t *lock = (pthread_mutex_t *)&job->lock; /* a lock changes, the job does not */
    (void)pthread_mutex_lock(lock);
    *out = job->pace;
    (void)pthread_mutex_unlock(lock);
    pace_now(out);
}

bool job_failed(const struct job *job)
{
    return job->status != STATUS_OK && job->kind != JOB_HISTORY;
}

/* ---- back in the browser ----------------------------------------------------------------------------- */

/* How the due words of what was added were understood: a day without its year, or with a slip, is not what the
 * member meant. */
static char *due_understood(struct job *job)
{
    const struct action *action = job->edit.kind == EDIT_ACTION_ADD ? job->edit.action : NULL;
    if (!action || !action->due_text)
        return mem_strdup(job, "");
    if (!date_is_set(action->due.to))
        return mem_printf(job, "; “%s” gives no day to count", action->due_text);
    bool day = date_compare(action->due.from, action->due.to) == 0;
    return mem_printf(job, ", due %s", day ? date_words(job, action->due.to) : action->due_text);
}

unsigned job_edited(struct browser *browser, struct job *job)
{
    unsigned reactions = browser_refresh(browser);
    bool stepped = job->edit.kind == EDIT_UNDO || job->edit.kind == EDIT_REDO;
    const char *sentence = job->edited->sentence, *due = due_understood(job);
    bool cut = strlen(sentence) >= strlen("…") && strcmp(sentence + strlen(sentence) - strlen("…"), "…") == 0;
    bool ends = *sentence && (sentence[strlen(sentence) - 1] == '?' || cut) && !*due;
    if (job->edit.kind == EDIT_MEETING_JOIN && browser_top(browser)->context == CONTEXT_PAIRS)
        return reactions | pairs_say_joined(browser, sentence);
    return reactions | browser_sayf(browser, stepped ? "%s%s" : ends ? "%s%s u undoes." : "%s%s. u undoes.", sentence, due);
}

/* Did it go where the member said, so that there is something to take back? */
static bool was_attached(const struct job *job)
{
    const struct import_run *run = job->run;
    return job->attaching.meeting_id && run->n_lines == 1 &&
           (run->lines[0].result->outcome == IMPORT_NEW || run->lines[0].result->outcome == IMPORT_UPDATED);
}

/* What the import said, as the command line says it; after the sample it is said on the own store. */
unsigned job_imported(struct browser *browser, struct job *job)
{
    unsigned reactions = browser_refresh(browser);
    bool any = false;
    for (size_t i = 0; i < job->run->n_lines; i++)
        any = any || !job->run->lines[i].refusal;
    if (job->run->n_lines == 0)
        return reactions | browser_sayf(browser, "no papers there to read");
    talloc_free(browser->report);
    browser->report = import_report_read(browser, job->store_path, browser->program, job->run);
    if (job->to_own_store && any)
        return REACT_REOPEN | REACT_REDRAW;
    struct import_report *report = browser_take_report(NULL, browser);
    browser_report(browser, report);
    talloc_free(report);
    return was_attached(job) ? reactions | browser_sayf(browser, "the paper is attached. u undoes.") : reactions;
}

struct import_report *browser_take_report(const void *parent, struct browser *browser)
{
    struct import_report *report = talloc_steal(parent, browser->report);
    browser->report = NULL;
    return report;
}

void browser_report(struct browser *browser, const struct import_report *report)
{
    if (report)
        (void)browser_push(browser, import_report_new(browser, report));
}

unsigned browser_job_done(struct browser *browser, struct job *job)
{
    unsigned reactions;
    browser->job_out = NULL;
    if (job_failed(job))
        reactions = browser_fail(browser, &job->err);
    else
        reactions = kinds[job->kind].done(browser, job);
    if (kinds[job->kind].needs_store && (changes_the_store(job->kind) || job->mailing.record))
        rules_complain(browser, &job->rule_faults, job->kind == JOB_IMPORT || job->kind == JOB_SWEEP);
    talloc_free(job);
    return reactions | REACT_REDRAW | (browser->n_jobs ? REACT_JOB : 0);
}

void job_pause(void)
{
    store_pause();
}

void job_resume(void)
{
    store_resume();
}
