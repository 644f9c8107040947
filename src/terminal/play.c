/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A script in the place of the keyboard: its keys are typed, its commands done, each line when the work of the
 * one before is done and its screen painted. Of the real keyboard only Ctrl-C counts: it gives the keyboard back. */
#include "config.h"

#include "loop_private.h"

static void play_stop(struct loop *loop)
{
    TALLOC_FREE(loop->script);
    browser_say(loop->browser, false, "the script was stopped; the keyboard goes on");
    loop->dirty = true;
}

/* Keys that are typed meanwhile: dropped, but for Ctrl-C. False once the script is stopped. */
static bool play_watch(struct loop *loop)
{
    struct input typed;
    while (loop->script && keys_next(loop->keys, &typed))
        if (typed.kind == INPUT_KEY && typed.key == KEY_STOP)
            play_stop(loop);
    return loop->script != NULL;
}

static void play_command(struct loop *loop, const struct script_step *step)
{
    if (loop->asking) {
        loop->status = script_fail(loop->script, "a line is being typed: end it with <Enter> or <Esc> before a command",
                                   &loop->err);
        loop->over = true;
        return;
    }
    loop_react(loop, browser_do(loop->browser, step->command, 0, step->arguments) | REACT_REDRAW);
}

/* After the last line: as `:quit`, and what a line that was never ended asks for is given up. */
static void play_end(struct loop *loop)
{
    TALLOC_FREE(loop->script);
    if (loop->asking)
        loop->over = true;
    else
        loop_react(loop, REACT_QUIT);
}

bool loop_play(struct loop *loop, struct input *input)
{
    while (!loop->over && !loop->quitting && play_watch(loop)) {
        if (!script_in_line(loop->script)) {
            loop_draw(loop);
            if (worker_busy(loop->worker) || browser_is_searching(loop->browser))
                return false;
        }
        struct script_step step = script_next(loop->script);
        *input = (struct input){.kind = INPUT_KEY, .key = step.key};
        if (step.kind == SCRIPT_KEY)
            return true;
        if (step.kind == SCRIPT_COMMAND)
            play_command(loop, &step);
        else
            play_end(loop);
    }
    return false;
}
