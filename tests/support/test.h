/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What every cmocka program of ours includes: cmocka with the headers it wants first, and the paths
 * the harness hands down. */
#ifndef MINUTEBOOK_TESTS_TEST_H
#define MINUTEBOOK_TESTS_TEST_H

#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <minutebook/base.h>

/* The step of a large sweep: 1, so that it is whole; N in a sanitised build, which runs it ten times slower and looks
 * for wrong memory, not for one wrong value among a million; half of N in the quick check (MINUTEBOOK_QUICK). */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define TEST_IS_SANITISED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define TEST_IS_SANITISED 1
#endif
#endif
#ifndef TEST_IS_SANITISED
#define TEST_IS_SANITISED 0
#endif
#define TEST_STRIDE(n) test_stride(n)
static inline int test_stride(int n)
{
    const char *quick = getenv("MINUTEBOOK_QUICK");
    return TEST_IS_SANITISED ? n : quick ? (n + 1) / 2 : 1;
}

/* A leak is reported at the end of each program: AddressSanitizer brings LeakSanitizer. */
#if defined(__SANITIZE_ADDRESS__)
#define TEST_LEAKS_ARE_REPORTED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TEST_LEAKS_ARE_REPORTED 1
#endif
#endif
#ifndef TEST_LEAKS_ARE_REPORTED
#define TEST_LEAKS_ARE_REPORTED 0
#endif

/* The value of an environment variable the harness must set (MINUTEBOOK_SRCDIR...); fails without it. */
static inline const char *test_env(const char *name)
{
    const char *value = getenv(name);
    if (!value)
        fail_msg("%s is not set: run by `make check`", name);
    return value;
}

/* Set-up and tear-down around each case: *state is a talloc context, and what a test leaves on it is
 * freed; ASan reports what it leaves elsewhere. */
static inline int test_context_new(void **state)
{
    *state = talloc_named_const(NULL, 0, "test");
    return 0;
}
static inline int test_context_free(void **state)
{
    return talloc_free(*state);
}
#define TEST_CASE(function) cmocka_unit_test_setup_teardown(function, test_context_new, test_context_free)

#endif
