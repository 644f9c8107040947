/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The loop never waits but in one poll(): keyboard, worker, signals. curses' own queue of keys is
 * emptied before, the screen is drawn once when all that came is served. The browser says in
 * reactions what is to be done; a typed line is the same loop, entered again from libedit's callback. */
#include "config.h"

#include "loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "keys.h"
#include "paint.h"
#include "prompt.h"
#include "signals.h"
#include "worker.h"

#define KEY_SUSPEND 26 /* ^Z, ^L and ^C: served also where the browser's commands are not */
#define KEY_REPAINT 12
#define KEY_STOP 3
#define KEY_ESC 27 /* takes a count back */
#define IDLE_MS 1000    /* how often the store is asked whether another program changed it */
#define WORKING_MS 150  /* how often progress is told */
#define PROGRESS_MAX 256

struct loop {
    struct program *program;
    struct display *display;
    struct painter *painter;
    struct keys *keys;
    struct worker *worker;
    struct prompt *prompt;
    struct browser *browser;
    struct grid *grid;
    struct key_state typed;
    bool dirty;
    bool asking;          /* a line is being typed */
    bool quitting;        /* the browser has quit; the worker finishes */
    bool over;
    unsigned postponed;   /* reactions that came while a line was typed */
    const char *prefix;   /* of that line */
    int ending;           /* the signal that ends us */
    char progress[PROGRESS_MAX];
    enum status status;
    struct err err;
};

static void loop_react(struct loop *loop, unsigned reactions);

/* ---- drawing and size ----------------------------------------------------------------------------- */

static void loop_measure(struct loop *loop)
{
    int width, height;
    display_size(loop->display, &width, &height);
    if (!loop->grid || loop->grid->width != width || loop->grid->height != height) {
        talloc_free(loop->grid);
        loop->grid = grid_new(loop, width, height);
    }
    browser_resize(loop->browser, width, height);
    painter_forget(loop->painter);
    loop->dirty = true;
}

static void loop_draw(struct loop *loop)
{
    if (!loop->dirty)
        return;
    loop->dirty = false;
    browser_draw(loop->browser, loop->grid);
    painter_paint(loop->painter, loop->grid);
}

static void loop_suspend(struct loop *loop, bool typed)
{
    display_leave(loop->display);
    job_pause();
    signals_stop(typed);
    job_resume();
    display_return(loop->display);
    loop_measure(loop);
}

/* ---- reactions -------------------------------------------------------------------------------------- */

static unsigned loop_redraw(struct loop *loop)
{
    loop->dirty = true;
    return 0;
}

static unsigned loop_repaint(struct loop *loop)
{
    painter_forget(loop->painter);
    loop->dirty = true;
    return 0;
}

static unsigned loop_job(struct loop *loop)
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
    char *report = browser_take_report(loop, loop->browser);
    TALLOC_FREE(loop->browser);
    loop->status = browser_new(loop, loop->program, &loop->browser, &loop->err);
    if (loop->status == STATUS_OK) {
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
    loop_open(loop);
    return 0;
}

/* A look round the sample: it has a day of its own unless the member gave one. */
static unsigned loop_sample(struct loop *loop)
{
    struct program *program = loop->program;
    struct err err = {0};
    program->as_at = program->given_as_at;
    if (program->open_sample(loop, program, &err) != STATUS_OK) {
        program->as_at = program->own_as_at;
        browser_say(loop->browser, true, err.text);
        return 0;
    }
    program->sample_visited = true;
    loop_open(loop);
    if (!loop->over)
        browser_say(loop->browser, false, "a council that does not exist, to look round in: q on this screen leads back");
    return 0;
}

static unsigned loop_ask(struct loop *loop)
{
    struct prompt_request request = browser_prompt(loop->browser);
    void *local = talloc_new(loop);
    loop->prefix = mem_strdup(local, request.prefix);
    loop->asking = true;
    char *line = prompt_read(loop->prompt, local, request.initial);
    loop->asking = false;
    loop->prefix = NULL;
    unsigned reactions = loop->over ? 0 : browser_answer(loop->browser, line) | REACT_REDRAW;
    talloc_free(local);
    unsigned postponed = loop->postponed;
    loop->postponed = 0;
    return reactions | postponed;
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

static void loop_react(struct loop *loop, unsigned reactions)
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

/* ---- what comes from elsewhere ------------------------------------------------------------------------ */

static void loop_signals(struct loop *loop)
{
    struct signals_seen seen = signals_take();
    if (seen.ending) {
        loop->ending = seen.ending;
        loop->over = true;
        return;
    }
    if (seen.stop)
        loop_suspend(loop, false);
    if (seen.continued)
        display_retake(loop->display);
    else if (seen.resized)
        display_resize(loop->display);
    if (seen.continued || seen.resized)
        loop_measure(loop);
}

static void loop_worker(struct loop *loop)
{
    struct job *job;
    while ((job = worker_done(loop->worker)) != NULL) {
        loop->progress[0] = '\0';
        if (job_failed(job))
            loop->quitting = false; /* what could not be done is read before it is left */
        loop_react(loop, browser_job_done(loop->browser, job) | REACT_REDRAW);
    }
    if (loop->quitting && !worker_busy(loop->worker))
        loop->over = true;
}

static void loop_tell_progress(struct loop *loop)
{
    char progress[PROGRESS_MAX];
    worker_progress(loop->worker, progress, sizeof progress);
    if (progress[0] && strcmp(progress, loop->progress) != 0) {
        memcpy(loop->progress, progress, sizeof progress);
        browser_say(loop->browser, false, progress);
        loop->dirty = true;
    }
}

static void loop_idle(struct loop *loop, bool working)
{
    if (keys_silence(loop->keys)) {
        browser_say(loop->browser, true, "the end of the pasted text did not come; nothing was taken");
        loop->dirty = true;
    }
    if (working)
        loop_tell_progress(loop);
    else if (!loop->asking)
        loop_react(loop, browser_refresh(loop->browser));
}

/* Wait for something to serve; keys are left for keys_next(). */
static void loop_wait(struct loop *loop)
{
    struct pollfd fds[] = {{.fd = display_keyboard(loop->display), .events = POLLIN},
                           {.fd = worker_fd(loop->worker), .events = POLLIN},
                           {.fd = signals_fd(), .events = POLLIN}};
    bool working = worker_busy(loop->worker);
    int ready = poll(fds, MB_LENGTH(fds), working ? WORKING_MS : IDLE_MS);
    if (ready == 0)
        loop_idle(loop, working);
    if (ready <= 0)
        return;
    if (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
        loop->ending = SIGHUP;
        loop->over = true;
    }
    if (fds[1].revents)
        loop_worker(loop);
}

/* The next input, everything else served meanwhile; false when the loop is over. */
static bool loop_input(struct loop *loop, struct input *input)
{
    while (!loop->over) {
        loop_signals(loop);
        if (loop->over)
            break;
        if (keys_next(loop->keys, input))
            return true;
        loop_draw(loop);
        loop_wait(loop);
    }
    return false;
}

/* ---- the typed line --------------------------------------------------------------------------------- */

static bool loop_line_input(void *to, struct input *input)
{
    struct loop *loop = to;
    while (loop_input(loop, input)) {
        if (input->kind == INPUT_KEY && input->key == KEY_SUSPEND)
            loop_suspend(loop, true);
        else if (input->kind == INPUT_KEY && input->key == KEY_REPAINT)
            loop_repaint(loop);
        else
            return true;
    }
    return false;
}

static void loop_line_changed(void *to, const char *line, size_t cursor)
{
    struct loop *loop = to;
    browser_typing(loop->browser, loop->prefix, line, cursor);
    loop->dirty = true;
}

static const struct prompt_ops line_ops = {loop_line_input, loop_line_changed};

/* ---- keys ---------------------------------------------------------------------------------------------- */

/* A count that waits for its command is shown, and a key that means nothing here is named: silence would
 * leave one guessing whether it arrived. */
static void loop_tell_no_command(struct loop *loop, uint32_t key, bool pending)
{
    char said[128];
    char *spelling = key_spelling(NULL, key);
    if (pending)
        snprintf(said, sizeof said, "%d: a count for the next key; Esc takes it back", loop->typed.count);
    else
        snprintf(said, sizeof said, "%s does nothing on this screen: ? lists what does", spelling);
    browser_say(loop->browser, false, pending || key != KEY_ESC ? said : NULL);
    talloc_free(spelling);
}

static void loop_key(struct loop *loop, uint32_t key)
{
    int count = 0;
    bool pending = false;
    if (loop->quitting && key != KEY_STOP && key != KEY_SUSPEND && key != KEY_REPAINT)
        return;
    enum command_id command = key_feed(&loop->typed, browser_context(loop->browser), key, &count, &pending);
    if (command != CMD_NONE)
        loop_react(loop, browser_do(loop->browser, command, count, NULL));
    else
        loop_tell_no_command(loop, key, pending);
}

/* Alt belongs to the user's own keys, which this release does not have; a paste outside a line is
 * swallowed, or a pasted q would quit. */
static void loop_serve(struct loop *loop, const struct input *input)
{
    if (input->kind == INPUT_KEY)
        loop_key(loop, input->key);
    else if (input->kind == INPUT_PASTE)
        browser_say(loop->browser, false, "pasted text is only taken where a line is typed");
    loop->dirty = true;
}

/* ---- from start to end ------------------------------------------------------------------------------------ */

/* Let the worker come to an end: an import stops between two papers, what the user has changed is
 * written, also changes that wait behind it. */
static void loop_finish(struct loop *loop)
{
    if (loop->worker)
        worker_cancel(loop->worker);
    while (loop->worker && worker_busy(loop->worker)) {
        struct pollfd done = {.fd = worker_fd(loop->worker), .events = POLLIN};
        struct job *job = poll(&done, 1, -1) > 0 ? worker_done(loop->worker) : NULL;
        if (job && (browser_job_done(loop->browser, job) & REACT_JOB))
            loop_job(loop);
    }
}

static int loop_end(struct loop *loop)
{
    loop_finish(loop);
    /* The worker ends before the browser whose jobs it runs, the line before curses. */
    TALLOC_FREE(loop->worker);
    TALLOC_FREE(loop->prompt);
    TALLOC_FREE(loop->browser);
    return 0;
}

enum status loop_new(const void *parent, struct program *program, struct browser *browser, struct display *display,
                     struct loop **out, struct err *err)
{
    struct loop *loop = mem_new(parent, struct loop);
    talloc_set_destructor(loop, loop_end);
    loop->program = program;
    loop->display = display;
    loop->browser = talloc_steal(loop, browser);
    enum status status = worker_new(loop, &loop->worker, err);
    if (status == STATUS_OK)
        status = prompt_new(loop, display_cooked(display), &line_ops, loop, &loop->prompt, err);
    if (status != STATUS_OK) {
        talloc_free(loop);
        return status;
    }
    loop->keys = keys_new(loop);
    loop->painter = painter_new(loop, program->plain ? COLOR_NEVER : program->color);
    loop_measure(loop);
    *out = loop;
    return STATUS_OK;
}

enum status loop_run(struct loop *loop, int *ending, struct err *err)
{
    struct input input;
    while (loop_input(loop, &input))
        loop_serve(loop, &input);
    *ending = loop->ending;
    *err = loop->err;
    return loop->status;
}
