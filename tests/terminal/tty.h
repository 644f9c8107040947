/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A program in a terminal of ours: it runs in a pseudo-terminal, libvterm reads what it writes, and
 * tests look at the screen, type, resize and end it. Nothing here sleeps: every wait has something it
 * waits for and a deadline, and a wait in vain fails the test and prints the screen.
 *
 * Rules that keep tests steady: wait for the visible effect of a key before the next one, always
 * after Esc (Esc and a key within ESCDELAY are Alt and that key); a process of its own for each test. */
#ifndef MINUTEBOOK_TESTS_TTY_H
#define MINUTEBOOK_TESTS_TTY_H

#include "support/test.h"

#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

/* An empty folder below the build; it and all in it goes when the string is freed. */
char *folder_new(const void *parent);

struct tty;

struct tty_options {
    int columns, rows;              /* 0: 80 and 24 */
    const char *term;               /* NULL: xterm-256color */
    const char *const *environment; /* "NAME=VALUE"..., NULL at the end, over the fixed ones */
    const char *const *arguments;   /* the program first, NULL at the end */
    bool stdin_is_pipe;             /* the program's standard input is an empty pipe, not the terminal */
};

/* Start the program; the tty is a talloc child of PARENT and freeing it ends the program. Its
 * environment is fixed: TERM, LC_ALL=C.UTF-8, TZ=UTC, HOME and TMPDIR a folder of its own (tty_home),
 * PATH, ESCDELAY=25; of ours only what sanitizers and coverage need. */
struct tty *tty_start(const void *parent, const struct tty_options *options);
const char *tty_home(const struct tty *tty);
pid_t tty_pid(const struct tty *tty);

/* ---- what is typed: through libvterm's encoder, as a terminal would send it ---------------------- */

void tty_type(struct tty *tty, const char *utf8); /* '\n' is Enter */
void tty_key(struct tty *tty, VTermKey key);
void tty_paste(struct tty *tty, const char *utf8); /* marked as a paste if the program asked for it */
void tty_send(struct tty *tty, const char *bytes, size_t n);
void tty_resize(struct tty *tty, int columns, int rows); /* only where the program is idle */
/* Through SIZES (columns, rows) to the last of them, WAITing for output after each or not. What is
 * painted on the way is not emulated, because libvterm 0.1.4 writes outside its memory when it is told
 * to scroll by a program that still believes in a larger screen; at the end Ctrl-L has it painted anew. */
void tty_resize_through(struct tty *tty, const int (*sizes)[2], size_t n, bool wait);
void tty_hang_up(struct tty *tty); /* the terminal goes away */

/* ---- what is seen ------------------------------------------------------------------------------- */

void tty_wait(struct tty *tty, const char *needle);      /* until a row holds NEEDLE; may not end in blanks */
void tty_wait_gone(struct tty *tty, const char *needle); /* until none does */
void tty_wait_corner(struct tty *tty, char mark); /* until it stands in the last column of the last row */
void tty_wait_prompt(struct tty *tty, const char *prompt); /* a shell's: first screen, the cursor's row reads so */
void tty_wait_cursor(struct tty *tty, int column, int row);
/* Until CONDITION holds; false: it did not before the deadline. */
bool tty_until(struct tty *tty, bool (*condition)(struct tty *, const void *), const void *argument);
void tty_wait_raw(struct tty *tty, const char *bytes);   /* until the program has written BYTES */
void tty_wait_output(struct tty *tty);                   /* until it has written anything more */
void tty_settle(struct tty *tty); /* until nothing came for 60 ms; only before negative checks and goldens */
void tty_press(struct tty *tty, const char *keys); /* keys that change what is seen, and what they have left */
/* Press KEYS until the row with the cursor holds NEEDLE, 60 times at most; how often they were pressed. */
int tty_press_until_here(struct tty *tty, const char *keys, const char *needle);
bool tty_shows(struct tty *tty, const char *needle);
int tty_find(struct tty *tty, const char *needle, int *column); /* the row, -1 none */
char *tty_row(struct tty *tty, int row);                        /* trimmed at the right; child of the tty */
void tty_print(struct tty *tty);                                /* all rows and the cursor, with a failure */
bool tty_row_is_reverse(struct tty *tty, int row);              /* every cell of it */
bool tty_row_is_marked(struct tty *tty, int row, int column);   /* reverse at COLUMN, from its '>' on */
bool tty_has_colors(struct tty *tty);                           /* any cell not in the terminal's own */
/* All rows, each with its end, and how they look: a line "@ROWS:COLUMNS bold underline reverse colour-N
 * ground-N" for each run of cells that is not plain, rows alike as one. Children of PARENT. */
char *tty_text(const void *parent, struct tty *tty);
char *tty_runs(const void *parent, struct tty *tty);
void tty_size(const struct tty *tty, int *columns, int *rows);
bool tty_alternate(const struct tty *tty);                      /* the second screen is on */
bool tty_cursor(struct tty *tty, int *column, int *row);        /* false: hidden */
const char *tty_raw(const struct tty *tty, size_t *n);          /* every byte the program has written */
bool tty_raw_has(const struct tty *tty, const char *bytes, size_t n);

/* Write the screen as SVG, for documents: `rsvg-convert -o FILE.png FILE.svg` makes the picture. */
bool tty_save_svg(struct tty *tty, const char *path);

/* ---- the end -------------------------------------------------------------------------------------- */

/* Wait for the end: the exit status, or 128 + signal. A sanitizer's report fails the test. */
int tty_exit(struct tty *tty);
/* The same where a report is expected: whether there was one. */
bool tty_exit_reported(struct tty *tty);

/* The terminal is as it was before the program: modes, first screen, cursor, no marked pastes; and no
 * mouse mode was ever sent. To be called after tty_exit(). */
void tty_expect_restored(struct tty *tty);

#endif
