/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the files of the harness share. Tests include tty.h. */
#ifndef MINUTEBOOK_TESTS_TTY_PRIVATE_H
#define MINUTEBOOK_TESTS_TTY_PRIVATE_H

#include "terminal/tty.h"

#define RAW_MAX ((size_t)64 << 20)

struct tty {
    VTerm *vterm;
    VTermScreen *screen;
    int master, slave, unused_stdin;
    int columns, rows;
    pid_t pid;
    bool reaped, alternate, cursor_visible;
    bool blind; /* bytes are kept and not emulated */
    int status;
    struct termios before;
    struct buf raw;
    char *home;
};

VTermScreenCell tty_cell(struct tty *tty, int column, int row);
bool cell_is_second_half(const VTermScreenCell *cell);
/* The cell's characters, a blank for an empty one; bytes written, and a NUL. */
size_t cell_utf8(const VTermScreenCell *cell, char out[VTERM_MAX_CHARS_PER_CELL * 4 + 1]);

#endif
