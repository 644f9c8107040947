/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include "screens/golden.h"

static char *read_golden(const void *parent, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return mem_strdup(parent, "(no such file)\n");
    struct buf out;
    char block[4096];
    size_t n;
    buf_init(&out, parent, (size_t)1 << 22);
    while ((n = fread(block, 1, sizeof block, file)) > 0)
        buf_add(&out, block, n);
    fclose(file);
    return buf_take(&out);
}

static void write_golden(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    if (!file || fputs(text, file) < 0 || fclose(file) != 0)
        fail_msg("cannot write %s", path);
}

/* The first line that differs, so that a failure can be read without a diff. */
static void say_difference(const char *name, const char *wanted, const char *got)
{
    size_t line = 1, at = 0;
    while (wanted[at] && wanted[at] == got[at])
        line += wanted[at++] == '\n';
    while (at > 0 && wanted[at - 1] != '\n')
        at--;
    print_error("golden %s differs at line %zu\n  wanted: %.*s\n  got:    %.*s\n----\n%s----\n", name, line,
                (int)strcspn(wanted + at, "\n"), wanted + at, (int)strcspn(got + at, "\n"), got + at, got);
}

void golden_check(const char *name, const char *text)
{
    void *local = talloc_named_const(NULL, 0, "golden");
    const char *path = mem_printf(local, "%s/tests/screens/golden/%s.txt", test_env("MINUTEBOOK_SRCDIR"), name);
    const char *update = getenv("UPDATE_SNAPSHOTS");
    if (update && *update == '1')
        write_golden(path, text);
    char *wanted = read_golden(local, path);
    bool same = strcmp(wanted, text) == 0;
    if (!same)
        say_difference(name, wanted, text);
    talloc_free(local);
    assert_true(same);
}
