/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Five papers that touch each other in every way, and all that a store shows of them as one text. */
#ifndef MINUTEBOOK_TESTS_STORE_MANY_H
#define MINUTEBOOK_TESTS_STORE_MANY_H

#include "unit/store/papers.h"
#include "unit/store/support.h"

#define MANY 5

/* A pack and its page; another pack of the same committee on the same evening; a page without committee
 * or day; a pack of another day with a programme. LONG makes the first pack's report of some hundred
 * blocks, so that an import has many holds of the lock. */
void many_papers(void *context, struct draft *papers[MANY], bool long_);

/* A sweep that takes every minute for a follow-up and names one meeting by its day. */
extern const struct sweep many_sweep;

/* Meetings, programmes, counts, offers, what a sweep found, papers to get and what a search finds. */
char *store_text(void *context, struct store *store);

void import_paper(void *context, struct store *store, const struct draft *draft);

#endif
