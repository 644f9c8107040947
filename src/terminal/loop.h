/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The loop between the terminal, the browser and the worker. */
#ifndef MINUTEBOOK_TERMINAL_LOOP_H
#define MINUTEBOOK_TERMINAL_LOOP_H

#include "display.h"

#include <minutebook/screens.h>

struct loop;

/* A loop over the open DISPLAY that shows BROWSER, which was opened for PROGRAM and is the loop's from
 * now on, also on error. To be freed before the display. */
enum status loop_new(const void *parent, struct program *program, struct browser *browser, struct display *display,
                     struct loop **out, struct err *err) MB_MUST_CHECK;

/* Play SCRIPT, which is the loop's from now on, in the place of the keyboard. */
struct script;
void loop_use_script(struct loop *loop, struct script *script);

/* Until the browser quits, the terminal goes or a signal ends us: *ending is that signal, 0 none. The
 * status and sentence are those of a store that could not be opened on the way, or of a script's line that could
 * not be done. */
enum status loop_run(struct loop *loop, int *ending, struct err *err) MB_MUST_CHECK;

#endif
