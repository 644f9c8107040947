/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Signals as bytes in a pipe, so that the loop meets them between two keys and never inside curses. */
#ifndef MINUTEBOOK_TERMINAL_SIGNALS_H
#define MINUTEBOOK_TERMINAL_SIGNALS_H

#include <minutebook/base.h>

/* What has come since the last look. */
struct signals_seen {
    bool resized, stop, continued;
    int ending; /* TERM, HUP, INT or QUIT; 0 none */
};

/* Take over the signals; to be called before curses starts, which then installs no handlers of its
 * own. ON_CRASH is called inside the handler of a crash (async-signal-safe calls only), which then
 * takes its course. A signal that was ignored stays ignored. */
enum status signals_open(void (*on_crash)(void), struct err *err) MB_MUST_CHECK;
void signals_close(void); /* the handlers of before */
int signals_fd(void);     /* readable when there is something to take */
struct signals_seen signals_take(void);

/* Stop as the terminal's driver would have done: GROUP stops the whole job (a typed ^Z), else only
 * this process (a SIGTSTP from outside). Returns when continued, or at once where nothing can
 * continue us (an orphaned process group). */
void signals_stop(bool group);

#endif
