/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Files written by the worker: a list of the store that is shown (":export actions tracker.csv"), the tracker in a council's
 * columns, a letter. What is in them is the work of src/export. */
#include "config.h"

#include "job.h"

#include <minutebook/export_chase.h>

#include <string.h>

#define PROFILE_DEFAULT "plain"

/* ---- the tracker in columns of a council, as a calendar -------------------------------------------------------- */

struct tracker_job {
    struct store *store;
    const struct profile *profile;
    enum sheet_format format;
    struct export_options options;
    int rows;
};

static enum status write_sheet(struct sink *sink, void *with, struct err *err)
{
    struct tracker_job *tracker = with;
    return export_tracker(sink, tracker->store, tracker->profile, tracker->format, &tracker->options, &tracker->rows, err);
}

static enum status write_calendar(struct sink *sink, void *with, struct err *err)
{
    struct tracker_job *tracker = with;
    return export_calendar(sink, tracker->store, &tracker->options, &tracker->rows, err);
}

/* Is it one of those, and no list as export_file() writes it? */
static bool is_sheet(const char *list, const char *format, const char *profile)
{
    enum sheet_format sheet;
    bool table = strcmp(format, "csv") == 0 || strcmp(format, "tsv") == 0;
    return strcmp(list, "actions") == 0 && (*profile || strcmp(format, "ics") == 0 || (sheet_format_parse(format, &sheet) && !table));
}

static enum status run_sheet(struct job *job, struct store *store)
{
    const char *format = job->paths.at[1], *path = job->paths.at[2], *name = job->paths.at[3];
    struct tracker_job tracker = {.store = store, .options = {.as_at = job->program.as_at}};
    struct profiles *profiles;
    enum status status = STATUS_OK;
    bool calendar = strcmp(format, "ics") == 0;
    if (!calendar && !sheet_format_parse(format, &tracker.format))
        return err_set(&job->err, STATUS_USAGE, "in the columns of a profile there are the formats txt, csv, tsv, md and html, not “%s”", format);
    if (!calendar) {
        profiles_load(job, settings_beside(job, &job->program, "profiles"), &profiles, NULL);
        status = profile_find(profiles, *name ? name : PROFILE_DEFAULT, &tracker.profile, &job->err);
    }
    if (status == STATUS_OK)
        status = export_new_file(path, false, calendar ? write_calendar : write_sheet, &tracker, &job->err);
    job->rows = tracker.rows;
    return status;
}

/* ---- a list ------------------------------------------------------------------------------------------------------- */

/* paths: the list, the format, the file, the profile or "" */
enum status job_run_export(struct job *job, struct store *store, struct watch *watch)
{
    (void)watch;
    const struct export_options options = {.as_at = job->program.as_at};
    char **words = job->paths.at;
    if (is_sheet(words[0], words[1], words[3]))
        return run_sheet(job, store);
    return export_file(words[2], words[0], words[1], store, &options, &job->rows, &job->err);
}

unsigned job_exported(struct browser *browser, struct job *job)
{
    const char *of = browser->program->sample ? " of the sample" : "";
    if (job->rows < 0)
        return browser_sayf(browser, "written%s: \"%s\"", of, job->paths.at[2]);
    return browser_sayf(browser, "written: %d row%s%s to \"%s\"", job->rows, job->rows == 1 ? "" : "s", of, job->paths.at[2]);
}

/* [--profile NAME] LIST [FORMAT] FILE; a format that is not said is told by the end of the file's name. */
static enum status read_words(struct job *job, const char *line, struct err *err)
{
    struct strings words = {0};
    enum status status = command_split(job, line, &words, err);
    bool named = status == STATUS_OK && words.n > 2 && strcmp(words.at[0], "--profile") == 0;
    char **at = words.at + (named ? 2 : 0);
    size_t n = words.n - (named ? 2 : 0);
    if (status == STATUS_OK && (n < 2 || n > 3))
        status = err_set(err, STATUS_USAGE, "export takes a list and a file: export actions tracker.csv");
    if (status != STATUS_OK)
        return status;
    const char *file = at[n - 1], *ending = strrchr(file, '.');
    const char *format = n == 3 ? at[1] : ending ? ending + 1 : "none", *profile = named ? words.at[1] : "";
    format = strcmp(format, "txt") == 0 ? "text" : format;
    if (!is_sheet(at[0], format, profile) && !export_knows(at[0], format, err))
        return STATUS_USAGE;
    strings_add(job, &job->paths, at[0]);
    strings_add(job, &job->paths, format);
    strings_add(job, &job->paths, file);
    strings_add(job, &job->paths, profile);
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

static enum status write_letter(struct sink *sink, void *with, struct err *err)
{
    struct letter_job *letter = with;
    struct job *job = letter->job;
    struct people *people;
    const char *path = job->paths.at[2], *ending = strrchr(path, '.');
    const struct export_options options = {.as_at = job->program.as_at};
    char *list = job->program.sample ? NULL : settings_beside(job, &job->program, "people");
    enum status status = people_load(job, list, &people, err);
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
    job->rows = -1;
    return status == STATUS_OK ? export_new_file(job->paths.at[2], false, write_letter, &letter, &job->err) : status;
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
        for (int i = 0; i < 3; i++)
            strings_add(job, &job->paths, i == 2 ? words.at[0] : "");
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
    if (job && job->paths.n) {
        job->program = *browser->program;
        reactions = job_queue(browser, job);
    } else {
        talloc_free(job);
    }
    talloc_free(local);
    return reactions;
}
