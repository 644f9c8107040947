/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Files written by the worker: a list of the store that is shown (":export actions tracker.csv"), the tracker in a council's
 * columns, a letter. What is in them is the work of src/export; messages: job_mail.c. */
#include "config.h"

#include "job.h"

#include <string.h>

/* ---- a list --------------------------------------------------------------------------------------------------------- */

static enum status write_planned(struct job *job, struct store *store)
{
    struct export_plan plan;
    struct profiles *profiles;
    profiles_load(job, settings_beside(job, &job->program, "profiles"), &profiles, NULL);
    enum status status = export_plan_read(profiles, &job->wish, &job->options, &plan, &job->err);
    plan.store = store;
    if (status == STATUS_OK)
        status = export_new_file(job->file, false, export_plan_write, &plan, &job->err);
    job->rows = plan.rows;
    return status;
}

enum status job_run_export(struct job *job, struct store *store, struct watch *watch)
{
    (void)watch;
    job->options.as_at = job->program.as_at;
    if (export_is_planned(&job->wish))
        return write_planned(job, store);
    return export_file(job->file, job->wish.list, job->wish.format, store, &job->options, &job->rows, &job->err);
}

/* Another day than today's is said: the tracker of the day on which papers are despatched. */
static char *as_at_words(const void *parent, const struct browser *browser)
{
    bool today = date_compare(browser->program->as_at, browser->today) == 0;
    return today ? mem_strdup(parent, "") : mem_printf(parent, ", as at %s", date_words(parent, browser->program->as_at));
}

unsigned job_exported(struct browser *browser, struct job *job)
{
    const char *of = browser->program->sample ? " of the sample" : "", *path = job->file, *day = as_at_words(job, browser);
    const char *cut = job->cut == 0 ? "" : job->cut == 1 ? "; a sentence in it is cut off" : "; sentences in it are cut off";
    if (job->rows < 0)
        return browser_sayf(browser, "written%s: \"%s\"%s%s", of, path, day, cut);
    return browser_sayf(browser, "written: %d row%s%s to \"%s\"%s", job->rows, job->rows == 1 ? "" : "s", of, path, day);
}

/* The option at *AT of WORDS, which goes behind it and its value. */
static enum status read_option(struct job *job, const struct strings *words, size_t *at, struct err *err)
{
    const struct {
        const char *name;
        const char **value; /* NULL: it takes none */
        bool *flag;
    } options[] = {{"--profile", &job->wish.profile, NULL},        {"--committee", &job->wish.committee, NULL},
                   {"--format", &job->wish.format, NULL},          {"--with-changes", NULL, &job->wish.with_changes},
                   {"--exempt", NULL, &job->options.exempt},       {"--notes", NULL, &job->options.notes}};
    const char *word = words->at[(*at)++];
    size_t i = 0;
    while (i < MB_LENGTH(options) && strcmp(options[i].name, word) != 0)
        i++;
    if (i == MB_LENGTH(options))
        return err_set(err, STATUS_USAGE, "\"%s\" is none of --profile, --format, --with-changes, --committee, --exempt and --notes", word);
    if (options[i].value && *at == words->n)
        return err_set(err, STATUS_USAGE, "%s needs a value", word);
    if (options[i].value)
        *options[i].value = words->at[(*at)++];
    else
        *options[i].flag = true;
    return STATUS_OK;
}

/* LIST [FORMAT] FILE, options anywhere; a format that is not said is told by the end of the file's name. */
static enum status read_words(struct job *job, const char *line, struct err *err)
{
    struct strings words = {0};
    const char *named[3] = {NULL};
    size_t n = 0;
    enum status status = command_split(job, line, &words, err);
    for (size_t at = 0; status == STATUS_OK && at < words.n;) {
        if (text_starts(words.at[at], "--"))
            status = read_option(job, &words, &at, err);
        else if (n++ < MB_LENGTH(named))
            named[n - 1] = words.at[at++];
        else
            at++;
    }
    if (status == STATUS_OK && (n < 2 || n > 3))
        status = err_set(err, STATUS_USAGE, "export takes a list and a file: export actions tracker.csv");
    if (status != STATUS_OK)
        return status;
    const char *file = named[n - 1], *ending = strrchr(file, '.');
    struct export_wish *wish = &job->wish;
    wish->list = named[0];
    wish->format = n == 3 ? named[1] : wish->format ? wish->format : ending ? ending + 1 : "none";
    wish->format = strcmp(wish->format, "txt") == 0 ? "text" : wish->format;
    if (!export_is_planned(wish) && !export_knows(wish->list, wish->format, err))
        return STATUS_USAGE;
    job->file = mem_strdup(job, file);
    return STATUS_OK;
}

unsigned do_export(struct browser *browser, const struct request *request)
{
    struct err err;
    if (!browser->store)
        return browser_refuse(browser, "no papers yet: there is nothing to export");
    struct job *job = job_new(browser, JOB_EXPORT);
    if (!job)
        return REACT_REDRAW;
    job->program = *browser->program;
    if (read_words(job, request->arguments ? request->arguments : "", &err) == STATUS_OK)
        return job_queue(browser, job);
    talloc_free(job);
    return browser_fail(browser, &err);
}

/* ---- a letter ------------------------------------------------------------------------------------------------------ */

struct letter_job {
    struct job *job;
    struct store *store;
    struct actions actions;
};

enum status job_people(struct job *job, struct people **people, struct err *err)
{
    return people_load(job, program_people(job, &job->program), people, err);
}

static enum status write_letter(struct sink *sink, void *with, struct err *err)
{
    struct letter_job *letter = with;
    struct job *job = letter->job;
    struct people *people;
    const char *path = job->file, *ending = strrchr(path, '.');
    const struct export_options options = {.as_at = job->program.as_at};
    enum status status = job_people(job, &people, err);
    return status == STATUS_OK ? export_letters(sink, letter->store, &letter->actions, people, ending && strcmp(ending, ".md") == 0, job->follow.day,
                                                &options, err)
                               : status;
}

enum status job_run_letter(struct job *job, struct store *store, struct watch *watch)
{
    struct letter_job letter = {.job = job, .store = store};
    enum status status = STATUS_OK;
    (void)watch;
    for (size_t i = 0; i < job->judged.ids.n && status == STATUS_OK; i++)
        status = store_action(job, store, job->judged.ids.at[i], mem_append(job, letter.actions.at, letter.actions.n), &job->err);
    for (size_t i = 0; i < letter.actions.n && status == STATUS_OK; i++)
        job->cut += letter.actions.at[i]->quote_truncated;
    job->rows = -1;
    return status == STATUS_OK ? export_new_file(job->file, false, write_letter, &letter, &job->err) : status;
}

/* "[by DAY] FILE" */
static enum status letter_words(struct job *job, const char *line, struct date today, struct err *err)
{
    bool has_year = true;
    size_t used = 0;
    if (text_starts(line, "by ")) {
        line += 3 + strspn(line + 3, " ");
        used = date_scan(line, &job->follow.day, &has_year);
        if (used == 0)
            return err_set(err, STATUS_USAGE, "by which day? letter by 12 January 2026 letter.txt");
        if (!has_year) {
            job->follow.day.year = today.year;
            if (date_compare(job->follow.day, today) < 0)
                job->follow.day.year++;
        }
    }
    struct strings words = {0};
    enum status status = command_split(job, line + used, &words, err);
    if (status == STATUS_OK && words.n != 1)
        status = err_set(err, STATUS_USAGE, "letter takes a file: letter by 12 January letter.txt");
    if (status == STATUS_OK)
        job->file = mem_strdup(job, words.at[0]);
    return status;
}

unsigned do_letter(struct browser *browser, const struct request *request)
{
    struct err err;
    void *local = talloc_named_const(NULL, 0, "letter");
    struct actions meant = check_meant(browser_top(browser), local);
    struct job *job = NULL;
    unsigned reactions = REACT_REDRAW;
    if (!request->arguments)
        reactions = browser_sayf(browser, "the letter's file, and the day an answer is asked for by") | browser_ask_with(browser, PROMPT_COMMAND, "letter ");
    else
        job = job_new(browser, JOB_LETTER);
    for (size_t i = 0; job && i < meant.n; i++)
        if (follow_up_is_kept(meant.at[i]))
            strings_add(job, &job->judged.ids, meant.at[i]->id);
    if (job && job->judged.ids.n == 0)
        reactions = browser_sayf(browser, "no follow-up on the tracker under the cursor");
    else if (job && letter_words(job, request->arguments, browser->today, &err) != STATUS_OK)
        reactions = browser_fail(browser, &err);
    if (job && job->file) {
        job->program = *browser->program;
        reactions = job_queue(browser, job);
    } else {
        talloc_free(job);
    }
    talloc_free(local);
    return reactions;
}
