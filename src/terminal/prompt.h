/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The typed line: libedit's editing (emacs and vi, ~/.editrc) without libedit's own screen. Nothing of
 * libedit shows here; lines typed before and ways to go on come in through struct prompt_ops. */
#ifndef MINUTEBOOK_TERMINAL_PROMPT_H
#define MINUTEBOOK_TERMINAL_PROMPT_H

#include "keys.h"

#include <termios.h>

#include <minutebook/screens.h>

struct prompt_ops {
    /* Wait for the next input and serve everything else meanwhile; false gives the line up. Must not
     * read another line. */
    bool (*next)(void *to, struct input *input);
    /* The line stands so now: UTF-8 and not yet through the gate, CURSOR in bytes. */
    void (*changed)(void *to, const char *line, size_t cursor);
    /* Lines typed at the prompts called NAME in earlier runs, oldest first; asked once for each name. */
    void (*history)(void *to, const void *parent, const char *name, struct strings *lines);
    /* How LINE can go on at CURSOR; choices are children of PARENT. */
    void (*complete)(void *to, const void *parent, const char *line, size_t cursor, struct completion *out);
    /* Choices to be shown, CHOSEN of them put in (n: none yet); NULL takes them away. */
    void (*choices)(void *to, const struct completion *completion, size_t chosen);
};

struct prompt;

/* To be made after curses has started and freed before it ends. COOKED are the terminal's modes of
 * before curses. STATUS_STORE where neither a private terminal nor /dev/tty can be had. */
enum status prompt_new(const void *parent, const struct termios *cooked, const struct prompt_ops *ops, void *to,
                       struct prompt **out, struct err *err) MB_MUST_CHECK;

/* Read a line that begins as INITIAL, with the lines before it that HISTORY names; it joins them. UTF-8, a child
 * of PARENT; NULL when it was given up. */
char *prompt_read(struct prompt *prompt, const void *parent, const char *history, const char *initial);

#endif
