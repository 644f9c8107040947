/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* For test_sequences.c: edits by chance. */
#ifndef MINUTEBOOK_TESTS_SEQUENCES_H
#define MINUTEBOOK_TESTS_SEQUENCES_H

#include "unit/store/many.h"

struct chance {
    uint64_t state; /* never 0 */
};
static inline size_t chance_below(struct chance *chance, size_t n)
{
    chance->state ^= chance->state << 13;
    chance->state ^= chance->state >> 7;
    chance->state ^= chance->state << 17;
    return (size_t)(chance->state % n);
}

/* Strings are SCRATCH's. */
struct edit any_edit(void *scratch, struct store *store, struct chance *chance);

#endif
