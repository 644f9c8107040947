/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the tests that use the stand-in share (standin.c). */
#ifndef MINUTEBOOK_TESTS_STANDIN_H
#define MINUTEBOOK_TESTS_STANDIN_H

#include "terminal/standin_mark.h"
#include "terminal/tty.h"

#define SIGNALLED(number) (128 + (number))

static inline const char *standin_path(const void *parent)
{
    return mem_printf(parent, "%s/tests/terminal/standin", test_env("MINUTEBOOK_BUILDDIR"));
}

/* Start it with what OPTIONS says beside the program, and wait until it is there. */
static inline struct tty *standin_start(void *parent, struct tty_options options)
{
    const char *arguments[] = {standin_path(parent), NULL};
    if (!options.arguments)
        options.arguments = arguments;
    struct tty *tty = tty_start(parent, &options);
    int columns, rows;
    tty_size(tty, &columns, &rows);
    tty_wait(tty, "last: ready");
    tty_wait_corner(tty, (char)STANDIN_MARK(columns, rows));
    return tty;
}

static inline void standin_quit(struct tty *tty)
{
    tty_type(tty, "q");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

#endif
