/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "unit/store/support.h"

#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

int store_case_new(void **state)
{
    const char *base = getenv("TMPDIR");
    char *folder = mem_printf(NULL, "%s/minutebook-store-XXXXXX", base && base[0] == '/' ? base : "/tmp");
    if (!mkdtemp(folder))
        return -1;
    *state = talloc_named(NULL, 0, "%s", folder);
    talloc_free(folder);
    return 0;
}

static int remove_one(const char *path, const struct stat *found, int what, struct FTW *where)
{
    (void)found, (void)what, (void)where;
    return remove(path);
}

int store_case_free(void **state)
{
    char *folder = mem_strdup(NULL, talloc_get_name(*state));
    talloc_free(*state);
    int rc = nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    talloc_free(folder);
    return rc;
}

char *scratch_path(void *context, const char *name)
{
    return mem_printf(context, "%s/%s", talloc_get_name(context), name);
}

struct store *open_store(void *context, const char *path, enum store_mode mode)
{
    struct store *store = NULL;
    struct err err;
    assert_ok(store_open(context, path, mode, &store, &err), err);
    return store;
}

void unguard(struct store *store)
{
    sqlite3_set_authorizer(store->db->handle, NULL, NULL);
}

void assert_refused(void *context, const char *path, enum store_mode mode, const char *words)
{
    struct store *store = NULL;
    struct err err;
    assert_int_equal(store_open(context, path, mode, &store, &err), STATUS_STORE);
    if (!strstr(err.text, words))
        fail_msg("\"%s\" is not in: %s", words, err.text);
}
