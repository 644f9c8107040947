/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include "screens/golden.h"

static char *golden_path(const void *parent, const char *file)
{
    return mem_printf(parent, "%s/%s", test_env("MINUTEBOOK_SRCDIR"), file);
}

bool golden_updates(void)
{
    const char *update = getenv("UPDATE_SNAPSHOTS");
    return update && *update == '1';
}

char *golden_read(const void *parent, const char *name)
{
    FILE *file = fopen(golden_path(parent, name), "rb");
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

void golden_check_file(const char *file, const char *text)
{
    void *local = talloc_named_const(NULL, 0, "golden");
    if (golden_updates())
        write_golden(golden_path(local, file), text);
    char *wanted = golden_read(local, file);
    bool same = strcmp(wanted, text) == 0;
    if (!same)
        say_difference(file, wanted, text);
    talloc_free(local);
    assert_true(same);
}

void golden_check(const char *name, const char *text)
{
    char *file = mem_printf(NULL, "tests/screens/golden/%s.txt", name);
    golden_check_file(file, text);
    talloc_free(file);
}
