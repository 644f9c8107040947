/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Jobs that go round a store: what a folder holds before anything of it is stored, making the sample, and a
 * verified copy of the store. */
#include "config.h"

#include "job.h"

#include <string.h>
#include <sys/stat.h>

#define REFUSALS_TOLD 200 /* in a look; the rest is counted */

/* ---- a look at papers ------------------------------------------------------------------------------ */

static bool any_folder(const struct strings *paths)
{
    struct stat at;
    for (size_t i = 0; i < paths->n; i++)
        if (stat(paths->at[i], &at) == 0 && S_ISDIR(at.st_mode))
            return true;
    return false;
}

/* In the words in which the report of an import would say it. */
static void refuse(struct job *job, const char *path, const char *why)
{
    job->look.unreadable++;
    if (job->look.refusals.n < REFUSALS_TOLD)
        strings_add(job, &job->look.refusals, words_refusal(job, why, path, job->look.folder));
}

static void look_at(struct job *job, struct intake *intake, const char *path)
{
    struct err err;
    struct document *document;
    void *local = talloc_named_const(NULL, 0, "look");
    if (document_open(local, path, &document, &err) != STATUS_OK) {
        refuse(job, path, err.text);
    } else {
        struct sniffed sniffed = {.form = job->papers.form};
        if (sniffed.form == FORM_UNKNOWN)
            sniffed = intake_sniff(intake, document);
        if (sniffed.form == FORM_UNKNOWN) {
            refuse(job, path, mem_printf(local, "\"%s\": %s", path, sniffed.refusal ? sniffed.refusal : "of a form that is not read"));
        } else {
            job->look.forms[sniffed.form]++;
            job->look.readable++;
        }
    }
    talloc_free(local);
}

/* Files that were named are imported at once: only what a folder holds is not known to who named it. */
enum status job_run_look(struct job *job, struct store *store, struct watch *watch)
{
    (void)store;
    if (!any_folder(&job->papers.paths)) {
        struct store *own = NULL;
        job->kind = JOB_IMPORT;
        enum status status = job_open_store(job, &own);
        if (status == STATUS_OK)
            status = job_run_import(job, own, watch);
        talloc_free(own);
        return status;
    }
    struct strings paths = intake_walk(job, job->papers.paths.at, job->papers.paths.n);
    job->look.folder = words_shared_folder(&paths);
    (void)pthread_mutex_lock(&job->lock);
    job->pace.title = LOOK_TITLE;
    (void)pthread_mutex_unlock(&job->lock);
    struct intake *intake = intake_new(job, false);
    for (size_t i = 0; i < paths.n && !job->look.cancelled; i++) {
        job->look.cancelled = !watch_progress(watch, i, paths.n, paths.at[i]);
        if (!job->look.cancelled)
            look_at(job, intake, paths.at[i]);
    }
    return STATUS_OK;
}

/* "  2 agenda packs": forms that are called the same are counted together. */
static void add_forms(const void *local, struct buf *out, const struct look *look)
{
    for (size_t i = 0; i < FORM_COUNT; i++) {
        const char *words = form_words((enum form)i);
        int n = 0;
        bool told = false;
        for (size_t k = 0; k < FORM_COUNT; k++) {
            bool same = strcmp(form_words((enum form)k), words) == 0;
            n += same ? look->forms[k] : 0;
            told = told || (same && k < i);
        }
        if (n > 0 && !told)
            buf_printf(out, "  %s %s\n", words_thousands(local, (size_t)n), n == 1 ? words : form_words_several((enum form)i));
    }
}

static char *look_text(const void *parent, const struct look *look)
{
    struct buf out;
    void *local = talloc_named_const(NULL, 0, "look");
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    size_t can = (size_t)look->readable, cannot = (size_t)look->unreadable;
    buf_printf(&out, "%s %s I can read%s", words_thousands(local, can), can == 1 ? "paper" : "papers",
               cannot ? mem_printf(local, ", %s I cannot.", words_thousands(local, cannot)) : ".");
    buf_puts(&out, can ? " Enter imports, Esc leaves them.\n\n" : "\n\n");
    add_forms(local, &out, look);
    if (cannot)
        buf_printf(&out, "\nRefused (%s)\n", words_thousands(local, cannot));
    for (size_t i = 0; i < look->refusals.n; i++)
        buf_printf(&out, "  %s\n", look->refusals.at[i]);
    if (cannot > look->refusals.n)
        buf_printf(&out, "  and %s more\n", words_thousands(local, cannot - look->refusals.n));
    talloc_free(local);
    return buf_take(&out);
}

unsigned job_looked(struct browser *browser, struct job *job)
{
    const struct look *look = &job->look;
    if (look->cancelled)
        return browser_sayf(browser, "stopped; nothing was imported");
    if (look->readable + look->unreadable == 0)
        return browser_sayf(browser, "no papers there to read");
    char *text = look_text(job, look);
    return browser_push(browser, look_new(browser, text, look->readable ? &job->papers : NULL));
}

/* ---- the sample ---------------------------------------------------------------------------------------- */

enum status job_run_sample(struct job *job, struct store *store, struct watch *watch)
{
    (void)store;
    return job->program.open_sample(job, &job->program, watch_progress, watch, &job->err);
}

/* It is made: opening it takes no time now, and is done where the program is known. */
unsigned job_sample_made(struct browser *browser, struct job *job)
{
    (void)browser, (void)job;
    return REACT_SAMPLE;
}

unsigned job_queue_sample(struct browser *browser)
{
    struct job *job = job_new(browser, JOB_SAMPLE);
    if (!job)
        return REACT_REDRAW;
    job->program = *browser->program;
    job->program.as_at = browser->program->given_as_at;
    job->program.today = browser->program->given_today;
    (void)browser_sayf(browser, "the sample is being made");
    return job_queue(browser, job);
}

/* ---- a backup ------------------------------------------------------------------------------------------- */

enum status job_run_backup(struct job *job, struct store *store, struct watch *watch)
{
    (void)watch;
    return store_backup(job, store, job->paths.n ? job->paths.at[0] : NULL, &job->written, &job->err);
}

unsigned job_backed_up(struct browser *browser, struct job *job)
{
    return browser_sayf(browser, "a copy of your papers and notes, read back and found sound: %s", job->written);
}

unsigned do_backup(struct browser *browser, const struct request *request)
{
    struct err err;
    if (!browser->store)
        return browser_refuse(browser, "no papers yet: there is nothing to copy");
    struct job *job = job_new(browser, JOB_BACKUP);
    if (!job)
        return REACT_REDRAW;
    enum status status = request->arguments ? command_split(job, request->arguments, &job->paths, &err) : STATUS_OK;
    if (status == STATUS_OK && job->paths.n > 1)
        status = err_set(&err, STATUS_USAGE, "backup takes one file; a name with blanks stands in quotes");
    if (status == STATUS_OK)
        return job_queue(browser, job);
    talloc_free(job);
    return browser_fail(browser, &err);
}

/* ---- where things are -------------------------------------------------------------------------------------- */

/* ".../minutebook/minutebook.db (2.3 MB)" */
static char *file_words(const void *parent, const char *path)
{
    struct stat at;
    if (stat(path, &at) != 0)
        return mem_printf(parent, "%s (made with the first paper)", path);
    double megabytes = (double)at.st_size / 1e6;
    return mem_printf(parent, "%s (%.1f MB)", path, megabytes < 0.1 ? 0.1 : megabytes);
}

unsigned do_where(struct browser *browser, const struct request *request)
{
    const struct program *program = browser->program;
    (void)request;
    void *local = talloc_named_const(NULL, 0, "where");
    const char *own = program->sample && program->own_store_path ? program->own_store_path : program->store_path;
    const char *sample = program->sample ? mem_printf(local, "; the sample that you see: %s", program->store_path) : "";
    unsigned reactions =
        browser_sayf(browser, "your papers and notes: %s%s. :backup makes a copy.", file_words(local, own), sample);
    talloc_free(local);
    return reactions;
}
