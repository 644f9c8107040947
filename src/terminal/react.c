/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the browser asks for, as a table: redraw, run a job, ask a line, open another store, quit. Nothing here
 * waits. */
#include "config.h"

#include "loop_private.h"

static unsigned loop_redraw(struct loop *loop)
{
    loop->dirty = true;
    return 0;
}

unsigned loop_repaint(struct loop *loop)
{
    painter_choose(loop->painter, loop->program->plain ? COLOR_NEVER : loop->program->color);
    painter_forget(loop->painter);
    display_escape_delay(loop->program->escape_delay);
    loop->dirty = true;
    return 0;
}

unsigned loop_job(struct loop *loop)
{
    struct job *job = browser_job(loop->browser);
    if (job)
        worker_give(loop->worker, job);
    return 0;
}

static unsigned loop_cancel(struct loop *loop)
{
    if (worker_busy(loop->worker))
        worker_cancel(loop->worker);
    else
        browser_say(loop->browser, false, "no work is running; q closes this screen, Q quits");
    loop->dirty = true;
    return 0;
}

static unsigned loop_suspend_typed(struct loop *loop)
{
    loop_suspend(loop, true);
    return 0;
}

static unsigned loop_quit(struct loop *loop)
{
    loop->quitting = true;
    browser_leave(loop->browser);
    if (worker_busy(loop->worker)) {
        browser_say(loop->browser, false, "minutebook quits when the work that is running is done; Ctrl-C stops it");
        loop->dirty = true;
    } else {
        loop->over = true;
    }
    return 0;
}

/* Another store stands behind the browser from now on. */
static void loop_open(struct loop *loop)
{
    struct import_report *report = browser_take_report(loop, loop->browser);
    TALLOC_FREE(loop->browser);
    loop->status = browser_new(loop, loop->program, &loop->browser, &loop->err);
    if (loop->status == STATUS_OK) {
        loop_browse(loop);
        loop_measure(loop);
        browser_report(loop->browser, report);
    } else {
        loop->over = true;
    }
    talloc_free(report);
}

/* The member's own store takes the place of the sample. */
static unsigned loop_reopen(struct loop *loop)
{
    struct program *program = loop->program;
    program->sample = program->sample_visited = false;
    program->store_path = program->own_store_path;
    program->as_at = program->own_as_at;
    program->today = program->own_today;
    loop_open(loop);
    return 0;
}

/* A look round the sample: it has a day of its own unless the member gave one. */
static unsigned loop_sample(struct loop *loop)
{
    struct program *program = loop->program;
    struct err err = {0};
    program->as_at = program->given_as_at;
    program->today = program->given_today;
    if (program->open_sample(loop, program, NULL, NULL, &err) != STATUS_OK) {
        program->as_at = program->own_as_at;
        program->today = program->own_today;
        browser_say(loop->browser, true, err.text);
        return 0;
    }
    program->sample_visited = true;
    loop_open(loop);
    if (!loop->over)
        browser_say(loop->browser, false, "a council that does not exist, to look round in: q on this screen leads back");
    return 0;
}

/* In the order in which they are served. What a function returns is served after it. */
static const struct {
    enum reaction bit;
    unsigned (*serve)(struct loop *loop);
    bool nested; /* also while a line is typed */
} reaction_table[] = {
    {REACT_REDRAW, loop_redraw, true},   {REACT_REPAINT, loop_repaint, true}, {REACT_CANCEL, loop_cancel, true},
    {REACT_JOB, loop_job, true},         {REACT_SUSPEND, loop_suspend_typed, true},
    {REACT_REOPEN, loop_reopen, false},  {REACT_SAMPLE, loop_sample, false},  {REACT_PROMPT, loop_ask, false},
    {REACT_QUIT, loop_quit, false},
};

void loop_react(struct loop *loop, unsigned reactions)
{
    while (reactions && !loop->over) {
        size_t i = 0;
        while (i < MB_LENGTH(reaction_table) && !(reactions & reaction_table[i].bit))
            i++;
        if (i == MB_LENGTH(reaction_table))
            return;
        reactions &= ~(unsigned)reaction_table[i].bit;
        if (loop->asking && !reaction_table[i].nested)
            loop->postponed |= reaction_table[i].bit;
        else
            reactions |= reaction_table[i].serve(loop);
    }
}
