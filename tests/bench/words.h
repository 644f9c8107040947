/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Chance, and words drawn by it: the same seed gives the same, so that figures of two days are of the same papers. */
#ifndef MINUTEBOOK_BENCH_WORDS_H
#define MINUTEBOOK_BENCH_WORDS_H

#include <stddef.h>
#include <stdint.h>

/* Begin anew: a vocabulary of N words, ours first and the others made of syllables, to be drawn by Zipf's law. */
void words_begin(size_t n, uint64_t seed);

int chance_below(int n);
double chance_part(void); /* from 0 up to 1 */
#define CHANCE_OF(table) ((table)[chance_below((int)(sizeof(table) / sizeof *(table)))])

const char *word_any(void);
const char *word_of_rank(size_t rank); /* 0: the commonest */

#endif
