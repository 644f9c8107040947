/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Ways to damage a paper (reliability.md 7, rows 19 and 20): by accident, as a cut download or a bad save, and on
 * purpose, as somebody who wants the reader to crash, to hang or to take all memory. */
#ifndef MINUTEBOOK_TESTS_DAMAGES_H
#define MINUTEBOOK_TESTS_DAMAGES_H

#include <minutebook/intake.h>

/* Numbers that follow from the seed alone (xorshift): 0 to BELOW - 1. */
size_t chance(uint64_t *seed, size_t below);

/* PAPER, damaged, goes to OUT; OTHER is a second paper of any form. */
typedef void damage_do(struct buf *out, const struct document *paper, const struct document *other, uint64_t *seed);
struct damage {
    const char *name;
    damage_do *apply;
    size_t rounds; /* of the short test of each paper of the corpus */
};
extern const struct damage damages[];
extern const size_t n_damages;

/* The N bytes of a line of PAPER round FROM, its end included; returns where it begins. */
size_t line_at(const struct document *paper, size_t from, size_t *n);

#endif
