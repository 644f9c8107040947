/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* For tests of the store: a folder of its own for every case, removed with it, and short ways to open
 * a store and to say that a call did not fail. */
#ifndef MINUTEBOOK_TESTS_STORE_SUPPORT_H
#define MINUTEBOOK_TESTS_STORE_SUPPORT_H

#include "support/test.h"

#include "src/store/private.h"

int store_case_new(void **state);  /* *state is a talloc context whose name is the folder */
int store_case_free(void **state);
#define STORE_CASE(function) cmocka_unit_test_setup_teardown(function, store_case_new, store_case_free)

char *scratch_path(void *context, const char *name); /* NAME in the folder of the case */
struct store *open_store(void *context, const char *path, enum store_mode mode);
/* Let STORE's own connection write what imports write, as a disk or another program may. */
void unguard(struct store *store);
void assert_refused(void *context, const char *path, enum store_mode mode, const char *words);

#define assert_ok(call, err)                                                                      \
    do {                                                                                          \
        if ((call) != STATUS_OK)                                                                  \
            fail_msg("%s: %s", #call, (err).text);                                                \
    } while (0)

#endif
