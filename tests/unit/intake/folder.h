/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A folder of its own for a test, gone with the test's context. */
#ifndef MINUTEBOOK_TESTS_FOLDER_H
#define MINUTEBOOK_TESTS_FOLDER_H

#include "support/test.h"

#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

static int remove_entry(const char *path, const struct stat *info, int kind, struct FTW *walk)
{
    (void)info, (void)kind, (void)walk;
    return remove(path);
}

static int folder_destroy(char **folder)
{
    return nftw(*folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static inline const char *folder_new(const void *parent)
{
    const char *temp = getenv("TMPDIR");
    char **folder = mem_new(parent, char *);
    *folder = mem_printf(folder, "%s/minutebook-XXXXXX", temp ? temp : "/tmp");
    assert_non_null(mkdtemp(*folder));
    talloc_set_destructor(folder, folder_destroy);
    return *folder;
}

static inline char *file_new(const void *parent, const char *folder, const char *name, const char *bytes, size_t n)
{
    char *path = mem_printf(parent, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
    return path;
}

#endif
