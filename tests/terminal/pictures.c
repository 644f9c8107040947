/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The pictures of the README: the real program on the sample, in a terminal of ours, each screen written as
 * SVG into the folder $MINUTEBOOK_PICTURES. Not a test of the program; `make pictures` calls it, and it fails
 * where a screen does not come. */
#include "terminal/tty.h"

struct shot {
    const char *name; /* of the file */
    int columns, rows;
    /* What to wait for, then what to type, in turn; ends with a wait. */
    const char *steps[16];
};

static const struct shot shots[] = {
    {"meeting", 120, 36, {"Desk", "/9 Oct 2025\n", "1 of", "\n", "item 5 of", "]]", "item 7 of", "\t>", "> 228/"}},
    {"actions", 120, 36, {"Desk", "A", "Actions >"}},
};

static void take(const void *parent, const struct shot *shot, const char *folder)
{
    const char *const arguments[] = {test_env("MINUTEBOOK_BIN"), "--demo", NULL};
    const char *const environment[] = {
        mem_printf(parent, "MINUTEBOOK_DATADIR=%s/assets", test_env("MINUTEBOOK_SRCDIR")), NULL};
    struct tty *tty = tty_start(parent, &(struct tty_options){.columns = shot->columns,
                                                              .rows = shot->rows,
                                                              .arguments = arguments,
                                                              .environment = environment});
    for (size_t i = 0; i < MB_LENGTH(shot->steps) && shot->steps[i]; i++) {
        if (i % 2)
            tty_type(tty, shot->steps[i]);
        else
            tty_wait(tty, shot->steps[i]);
    }
    tty_settle(tty);
    assert_true(tty_save_svg(tty, mem_printf(tty, "%s/%s.svg", folder, shot->name)));
    talloc_free(tty);
}

static void the_sample_is_pictured(void **state)
{
    const char *folder = test_env("MINUTEBOOK_PICTURES");
    for (size_t i = 0; i < MB_LENGTH(shots); i++)
        take(*state, &shots[i], folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST_CASE(the_sample_is_pictured)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
