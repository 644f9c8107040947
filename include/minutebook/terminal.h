/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* terminal: the face with a screen. The only room that knows curses and libedit: keys in, cells out,
 * the typed line, resizing, suspending, one worker thread for what may wait. */
#ifndef MINUTEBOOK_TERMINAL_H
#define MINUTEBOOK_TERMINAL_H

#include <minutebook/screens.h>

/* Can a browser be shown: stdout is a terminal, and keys can be read (stdin, else /dev/tty)? */
bool terminal_available(void);

/* Run the browser until it is quit; returns the exit code: 0, 2 for a terminal that cannot move its
 * cursor and a script with a fault, 4 for a store that cannot be read. The terminal is as before, also after a signal, which is
 * raised again once it is. */
int terminal_run(struct program *program);

#endif
