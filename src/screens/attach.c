/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers attached by hand: the file that is named is the paper of the meeting and item under the cursor. Which these
 * are the screen on top says; reading and placing it is an import (job.c). */
#include "config.h"

#include "job.h"

#include <sys/stat.h>

unsigned job_queue_attach(struct browser *browser, const char *path, const struct attaching *attaching)
{
    struct job *job = job_new(browser, JOB_IMPORT);
    if (!job)
        return REACT_REDRAW;
    strings_add(job, &job->papers.paths, path);
    job->attaching = (struct attaching){.meeting_id = mem_strdup(job, attaching->meeting_id),
                                        .position = attaching->position,
                                        .url = mem_strdup(job, attaching->url)};
    return job_queue(browser, job);
}

static enum status one_file(const void *local, const char *line, char **path, struct err *err)
{
    struct strings words = {0};
    struct stat at;
    enum status status = command_split(local, line, &words, err);
    if (status == STATUS_OK && words.n != 1)
        status = err_set(err, STATUS_USAGE, "attach takes one file; a name with blanks stands in quotes");
    if (status == STATUS_OK && stat(words.at[0], &at) == 0 && S_ISDIR(at.st_mode))
        status = err_set(err, STATUS_USAGE, "\"%s\" is a folder: attach takes one file", words.at[0]);
    *path = status == STATUS_OK ? words.at[0] : NULL;
    return status;
}

static bool is_listed(const struct item *item)
{
    for (size_t i = 0; i < item->n_attachments; i++)
        if (!item->attachments[i].held && !item->attachments[i].exempt)
            return true;
    return false;
}

/* What will come of the file, before it is named. */
static void say_what_follows(struct browser *browser, const void *local, const struct attaching *attaching)
{
    struct meeting *meeting;
    if (store_meeting(local, browser->store, attaching->meeting_id, &meeting, NULL) != STATUS_OK)
        return; /* attaching it will say why */
    const struct item *item = attaching->position ? meeting_item(meeting, attaching->position) : NULL;
    const char *number = item ? fact_item_number(local, item) : NULL;
    if (!item)
        (void)browser_sayf(browser, "it becomes a paper of this meeting; u undoes");
    else if (attaching->url || is_listed(item))
        (void)browser_sayf(browser, "it becomes the report of %s, so the paper listed there is held; u undoes", number);
    else
        (void)browser_sayf(browser, "no paper is listed with %s: what you name becomes its report; u undoes", number);
}

/* LINE is what was typed after the command; NULL: it is asked for. */
static unsigned attach(struct browser *browser, const void *local, const char *line)
{
    struct screen *screen = browser_top(browser);
    struct attaching attaching = {0};
    struct err err;
    char *path;
    if (!screen->ops->attaching)
        return browser_refuse(browser, "no paper under the cursor");
    if (screen->ops->attaching(screen, local, &attaching, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    if (!line) {
        say_what_follows(browser, local, &attaching);
        return browser_ask(browser, PROMPT_ATTACH);
    }
    if (one_file(local, line, &path, &err) != STATUS_OK)
        return browser_ask_again(browser, PROMPT_ATTACH, line, &err);
    return job_queue_attach(browser, path, &attaching);
}

unsigned do_attach(struct browser *browser, const struct request *request)
{
    if (job_refused(browser))
        return REACT_REDRAW;
    if (browser->program->sample)
        return browser_refuse(browser, "this is the sample: no paper of yours is of its meetings");
    void *local = talloc_named_const(NULL, 0, "attach");
    unsigned reactions = attach(browser, local, request->arguments);
    talloc_free(local);
    return reactions;
}

unsigned attach_answer(struct browser *browser, const char *line)
{
    return browser_do(browser, CMD_ATTACH, 0, line);
}
