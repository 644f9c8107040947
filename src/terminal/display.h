/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The terminal as a thing that is taken, given back, resized and left for a while. No curses types:
 * what stands on it is paint.h, what is typed on it is keys.h. */
#ifndef MINUTEBOOK_TERMINAL_DISPLAY_H
#define MINUTEBOOK_TERMINAL_DISPLAY_H

#include <minutebook/base.h>

#include <termios.h>

struct display;

/* Keys come from standard input, else from /dev/tty: an open descriptor, -1 where there is neither.
 * *mine says whether the caller has to close it. */
int display_keyboard_open(bool *mine);

/* Can this type of terminal show a screen? Asked of its description; nothing is written to it.
 * STATUS_USAGE with a sentence where it is unknown or cannot move its cursor. */
enum status display_judge(struct err *err) MB_MUST_CHECK;

/* The sentence of a failure on standard error, through the gate; before the terminal is taken. */
void display_complain(const struct err *err);

/* Take the terminal, judged before: raw keys, the second screen, pastes marked where it can.
 * STATUS_USAGE with a sentence where it does not answer. */
enum status display_open(const void *parent, struct display **out, struct err *err) MB_MUST_CHECK;
void display_close(struct display *display); /* as before display_open(); frees DISPLAY */

int display_keyboard(const struct display *display);                 /* for poll() */
const struct termios *display_cooked(const struct display *display); /* the modes of before */
void display_escape_delay(int milliseconds); /* $ESCDELAY overrules it */
void display_size(const struct display *display, int *width, int *height);

void display_resize(struct display *display); /* take the size the terminal has now */
void display_leave(struct display *display);  /* to the shell for a while (^Z) */
void display_return(struct display *display); /* and back; all is to be painted again */
void display_retake(struct display *display); /* continued without having left (kill -STOP, -CONT) */

/* Give the terminal back at once, from any thread or a signal handler: for crashes and exhausted
 * memory. Does nothing while no display is open. */
void display_abandon(void);

#endif
