/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The typed line: libedit's editing (emacs and vi, ~/.editrc) without libedit's own screen. Nothing of
 * libedit shows here; history and completion will come in through struct prompt_ops. */
#ifndef MINUTEBOOK_TERMINAL_PROMPT_H
#define MINUTEBOOK_TERMINAL_PROMPT_H

#include "keys.h"

#include <termios.h>

struct prompt_ops {
    /* Wait for the next input and serve everything else meanwhile; false gives the line up. Must not
     * read another line. */
    bool (*next)(void *to, struct input *input);
    /* The line stands so now: UTF-8 and not yet through the gate, CURSOR in bytes. */
    void (*changed)(void *to, const char *line, size_t cursor);
};

struct prompt;

/* To be made after curses has started and freed before it ends. COOKED are the terminal's modes of
 * before curses. STATUS_STORE where neither a private terminal nor /dev/tty can be had. */
enum status prompt_new(const void *parent, const struct termios *cooked, const struct prompt_ops *ops, void *to,
                       struct prompt **out, struct err *err) MB_MUST_CHECK;

/* Read a line that begins as INITIAL. UTF-8, a child of PARENT; NULL when it was given up. */
char *prompt_read(struct prompt *prompt, const void *parent, const char *initial);

#endif
