/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A walk with the real program: an agenda pack is issued again, and what changed is read in a terminal, in colour and
 * without, at three sizes. */
#include "terminal/papers.h"

#include <stdio.h>

static const struct {
    const char *said, *then;
} changed[] = {{"Eleven footpaths", "Fourteen footpaths"}, {"Weir Lane\t2\t9", "Weir Lane\t2\t11"}, {"2.45 to 3.20pm", "2.45 to 3.30pm"}};

/* pack.txt of FOLDER with other words, as again.txt beside it. */
static void issue_again(void *parent, const char *folder)
{
    struct buf text;
    char block[4096];
    FILE *from = fopen(mem_printf(parent, "%s/pack.txt", folder), "rb"), *to = fopen(mem_printf(parent, "%s/again.txt", folder), "wb");
    assert_non_null(from);
    assert_non_null(to);
    buf_init(&text, parent, (size_t)1 << 20);
    for (size_t n; (n = fread(block, 1, sizeof block, from)) > 0;)
        buf_add(&text, block, n);
    const char *at = text.data;
    while (*at) {
        size_t i = 0;
        while (i < MB_LENGTH(changed) && strncmp(at, changed[i].said, strlen(changed[i].said)) != 0)
            i++;
        bool here = i < MB_LENGTH(changed);
        assert_true(here ? fputs(changed[i].then, to) >= 0 : fputc(*at, to) != EOF);
        at += here ? strlen(changed[i].said) : 1;
    }
    fclose(from);
    assert_int_equal(fclose(to), 0);
}

static void read_what_changed(struct tty *tty)
{
    tty_wait(tty, "Desk");
    tty_type(tty, "M");
    tty_wait(tty, "12 Jun 2024");
    tty_type(tty, "C");
    tty_wait(tty, "[-gone-] {+new+}");
    tty_wait(tty, "2 changes in 2 items");
    tty_type(tty, "]");
    tty_wait(tty, "change 2 of 2");
    tty_type(tty, "j");
    tty_wait(tty, "{+3.30pm+}");
    tty_type(tty, "[");
    tty_wait(tty, "change 1 of 2");
    tty_type(tty, "G");
    tty_wait(tty, "change 2 of 2");
    tty_type(tty, "\n");
    tty_wait(tty, "item 6");
    tty_type(tty, "I");
    tty_wait(tty, "Where this meeting come");
    tty_type(tty, "q");
    tty_wait_gone(tty, "Where this meeting come");
    tty_type(tty, "C");
    tty_wait(tty, "change 2 of 2"); /* at the item that was read */
}

static void walk(void *parent, int columns, int rows, const char *term)
{
    char *folder = folder_new(parent);
    papers_write(folder, "");
    issue_again(parent, folder);
    minutebook_run(parent, folder, 0, WORDS("import", mem_printf(parent, "%s/pack.txt", folder)));
    minutebook_run(parent, folder, 0, WORDS("import", mem_printf(parent, "%s/again.txt", folder)));
    struct tty *tty = minutebook_start(parent, folder, (struct tty_options){.columns = columns, .rows = rows, .term = term},
                                       WORDS("--as-at", "2024-06-20"));
    read_what_changed(tty);
    tty_type(tty, "Q");
    assert_int_equal(tty_exit(tty), 0);
    tty_expect_restored(tty);
}

static void a_pack_issued_again_is_read_at_every_size(void **state)
{
    walk(*state, 140, 45, "xterm-256color");
    walk(*state, 80, 24, "xterm-256color");
    walk(*state, 40, 10, "xterm-256color");
}

static void without_colour_the_signs_say_the_same(void **state)
{
    walk(*state, 80, 24, "vt100");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_pack_issued_again_is_read_at_every_size),
        TEST_CASE(without_colour_the_signs_say_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
