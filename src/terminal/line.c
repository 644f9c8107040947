/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The typed line between libedit (prompt.c) and the browser: while it is typed the loop goes on, entered again
 * from libedit's callback. What was typed before and how a line can go on is the browser's to say. */
#include "config.h"

#include "loop_private.h"

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

static void loop_line_history(void *to, const void *parent, const char *name, struct strings *lines)
{
    struct loop *loop = to;
    browser_history(parent, loop->browser, name, lines);
}

static void loop_line_complete(void *to, const void *parent, const char *line, size_t cursor, struct completion *out)
{
    struct loop *loop = to;
    browser_complete(parent, loop->browser, line, cursor, out);
}

static void loop_line_choices(void *to, const struct completion *completion, size_t chosen)
{
    struct loop *loop = to;
    browser_choices(loop->browser, completion, chosen);
    loop->dirty = true;
}

const struct prompt_ops loop_line_ops = {loop_line_input, loop_line_changed, loop_line_history, loop_line_complete,
                                         loop_line_choices};

unsigned loop_ask(struct loop *loop)
{
    struct prompt_request request = browser_prompt(loop->browser);
    void *local = talloc_new(loop);
    loop->prefix = mem_strdup(local, request.prefix);
    loop->asking = true;
    char *history = mem_strdup(local, request.history);
    char *line = prompt_read(loop->prompt, local, history, request.initial);
    loop->asking = false;
    loop->prefix = NULL;
    unsigned reactions = loop->over ? 0 : browser_answer(loop->browser, line) | REACT_REDRAW;
    talloc_free(local);
    unsigned postponed = loop->postponed;
    loop->postponed = 0;
    return reactions | postponed;
}
