/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the files of the loop share: loop.c waits and serves, react.c does what the browser asks for, line.c
 * has a line typed, play.c plays a script. */
#ifndef MINUTEBOOK_TERMINAL_LOOP_PRIVATE_H
#define MINUTEBOOK_TERMINAL_LOOP_PRIVATE_H

#include "display.h"
#include "keys.h"
#include "paint.h"
#include "prompt.h"
#include "script.h"
#include "worker.h"

#include <minutebook/screens.h>

#define KEY_SUSPEND 26 /* ^Z, ^L and ^C: served also where the browser's commands are not */
#define KEY_REPAINT 12
#define KEY_STOP 3

struct loop {
    struct program *program;
    struct display *display;
    struct painter *painter;
    struct keys *keys;
    struct worker *worker;
    struct prompt *prompt;
    struct script *script; /* NULL: none, or it is over */
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
    struct pace pace; /* of the job that runs, as it was told last; `total` 0: nothing was */
    enum status status;
    struct err err;
};

void loop_browse(struct loop *loop);               /* another browser has come */
void loop_measure(struct loop *loop);              /* the terminal has another size, or another browser shows */
void loop_suspend(struct loop *loop, bool typed);  /* until continued */
void loop_draw(struct loop *loop);                 /* if anything has changed */
unsigned loop_repaint(struct loop *loop);          /* all of it, at the next drawing */
/* The next input, everything else served meanwhile; false when the loop is over. */
bool loop_input(struct loop *loop, struct input *input);
unsigned loop_job(struct loop *loop);              /* the browser's next job to the worker */
void loop_react(struct loop *loop, unsigned reactions); /* do what these bits ask for */

/* The script's next key; false where there is none now: its work runs, it is over, or it has ended the loop. */
bool loop_play(struct loop *loop, struct input *input);

extern const struct prompt_ops loop_line_ops;
unsigned loop_ask(struct loop *loop); /* have the line typed that the browser wants */

#endif
