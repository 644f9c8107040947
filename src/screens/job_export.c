/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A list of the store that is shown, written to a file by the worker: ":export actions tracker.csv". What is in the
 * file is the work of src/export. */
#include "config.h"

#include "job.h"

#include <minutebook/export.h>

#include <string.h>

/* paths: the list, the format, the file */
enum status job_run_export(struct job *job, struct store *store, struct watch *watch)
{
    (void)watch;
    const struct export_options options = {.as_at = job->program.as_at};
    char **words = job->paths.at;
    return export_file(words[2], words[0], words[1], store, &options, &job->rows, &job->err);
}

unsigned job_exported(struct browser *browser, struct job *job)
{
    const char *of = browser->program->sample ? " of the sample" : "";
    if (job->rows < 0)
        return browser_sayf(browser, "written%s: \"%s\"", of, job->paths.at[2]);
    return browser_sayf(browser, "written: %d row%s%s to \"%s\"", job->rows, job->rows == 1 ? "" : "s", of, job->paths.at[2]);
}

/* LIST [FORMAT] FILE; a format that is not said is told by the end of the file's name. */
static enum status read_words(struct job *job, const char *line, struct err *err)
{
    struct strings words = {0};
    enum status status = command_split(job, line, &words, err);
    if (status == STATUS_OK && (words.n < 2 || words.n > 3))
        status = err_set(err, STATUS_USAGE, "export takes a list and a file: export actions tracker.csv");
    if (status != STATUS_OK)
        return status;
    const char *file = words.at[words.n - 1], *ending = strrchr(file, '.');
    const char *format = words.n == 3 ? words.at[1] : ending ? ending + 1 : "none";
    if (!export_knows(words.at[0], format, err))
        return STATUS_USAGE;
    strings_add(job, &job->paths, words.at[0]);
    strings_add(job, &job->paths, format);
    strings_add(job, &job->paths, file);
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
