/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The loop never waits but in one poll(): keyboard, worker, signals. curses' own queue of keys is
 * emptied before, the screen is drawn once when all that came is served. The browser says in
 * reactions what is to be done; a typed line is the same loop, entered again from libedit's callback. */
#include "config.h"

#include "loop.h"

#include <poll.h>
#include <signal.h>
#include <string.h>

#include "loop_private.h"
#include "signals.h"

#define IDLE_MS 1000    /* how often the store is asked whether another program changed it */
#define WORKING_MS 150  /* how often progress is told */

/* ---- drawing and size ----------------------------------------------------------------------------- */

void loop_measure(struct loop *loop)
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

void loop_draw(struct loop *loop)
{
    if (!loop->dirty)
        return;
    loop->dirty = false;
    browser_draw(loop->browser, loop->grid);
    painter_paint(loop->painter, loop->grid);
}

/* Read aloud, results that come with each key would drown the line. */
void loop_browse(struct loop *loop)
{
    if (!loop->program->plain)
        browser_search_live(loop->browser);
}

void loop_suspend(struct loop *loop, bool typed)
{
    display_leave(loop->display);
    job_pause();
    signals_stop(typed);
    job_resume();
    display_return(loop->display);
    loop_measure(loop);
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
        if (loop->pace.total)
            browser_pace(loop->browser, NULL); /* how far it was is past */
        loop->pace = (struct pace){0};
        if (job_failed(job))
            loop->quitting = false; /* what could not be done is read before it is left */
        loop_react(loop, browser_job_done(loop->browser, job) | REACT_REDRAW);
    }
    if (loop->quitting && !worker_busy(loop->worker))
        loop->over = true;
}

/* Read aloud, a number that changes all the time would drown the screen: it is told ten times in all. */
static bool worth_telling(const struct loop *loop, const struct pace *pace)
{
    bool other = pace->done != loop->pace.done || pace->total != loop->pace.total;
    if (!pace->total || (!other && pace->total == 1))
        return false;
    if (!loop->program->plain || !loop->pace.total)
        return other || pace->milliseconds / 1000 != loop->pace.milliseconds / 1000;
    return pace->done * 10 / pace->total != loop->pace.done * 10 / loop->pace.total;
}

static void loop_tell_progress(struct loop *loop)
{
    struct pace pace;
    worker_progress(loop->worker, &pace);
    if (worth_telling(loop, &pace)) {
        loop->pace = pace;
        browser_pace(loop->browser, &pace);
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
                           {.fd = signals_fd(), .events = POLLIN},
                           {.fd = browser_search_fd(loop->browser), .events = POLLIN}};
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
    if (fds[3].revents)
        loop_react(loop, browser_searched(loop->browser));
}

/* The next input, everything else served meanwhile; false when the loop is over. */
bool loop_input(struct loop *loop, struct input *input)
{
    while (!loop->over) {
        loop_signals(loop);
        if (loop->over)
            break;
        if (loop->script ? loop_play(loop, input) : keys_next(loop->keys, input))
            return true;
        if (loop->over)
            break;
        loop_draw(loop);
        loop_wait(loop);
    }
    return false;
}

/* ---- keys ---------------------------------------------------------------------------------------------- */

/* Keys that wait for their next one are shown, with what that can be, and a key that means nothing here is
 * named: silence would leave one guessing whether it arrived. */
static void loop_tell_no_command(struct loop *loop, const struct keymap *map, const struct key_result *result)
{
    char *said = NULL, *keys = key_sequence_label(loop, &result->keys);
    if (result->pending)
        said = key_state_words(loop, &loop->typed, map, browser_context(loop->browser));
    else if (result->keys.n)
        said = mem_printf(loop, "%s does nothing on this screen: ? lists what does", keys);
    browser_show(loop->browser, false, said);
    talloc_free(keys);
    talloc_free(said);
}

static void loop_key(struct loop *loop, uint32_t key)
{
    if (loop->quitting && key != KEY_STOP && key != KEY_SUSPEND && key != KEY_REPAINT)
        return;
    const struct keymap *map = settings_keymap(browser_settings(loop->browser));
    struct key_result result = key_feed(&loop->typed, map, browser_context(loop->browser), key);
    if (result.command != CMD_NONE)
        loop_react(loop, browser_do(loop->browser, result.command, result.count, result.arguments));
    else
        loop_tell_no_command(loop, map, &result);
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
    if (loop->worker) {
        browser_leave(loop->browser);
        worker_cancel(loop->worker);
    }
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
    loop_browse(loop);
    enum status status = worker_new(loop, &loop->worker, err);
    if (status == STATUS_OK)
        status = prompt_new(loop, display_cooked(display), &loop_line_ops, loop, &loop->prompt, err);
    if (status != STATUS_OK) {
        talloc_free(loop);
        return status;
    }
    loop->keys = keys_new(loop);
    loop->painter = painter_new(loop, program->plain ? COLOR_NEVER : program->color);
    display_escape_delay(program->escape_delay);
    loop_measure(loop);
    *out = loop;
    return STATUS_OK;
}

void loop_use_script(struct loop *loop, struct script *script)
{
    loop->script = talloc_steal(loop, script);
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
