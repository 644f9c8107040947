/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What every draft keeps to, whatever bytes it was made of (model.h, conventions): asked by the tests that damage
 * papers and by the fuzzers. */
#ifndef MINUTEBOOK_TESTS_SOUND_H
#define MINUTEBOOK_TESTS_SOUND_H

#include <minutebook/model.h>

/* What is wrong with DRAFT, in a few words; NULL: nothing. */
const char *draft_fault(const struct draft *draft);
/* How many values it holds: a draft of a paper has some. */
size_t draft_values(const struct draft *draft);

#endif
