/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* For test_orders.c: papers of one council in every form, what a store makes of them as one text, and rows of every
 * table of the member's. */
#ifndef MINUTEBOOK_TESTS_ORDERS_H
#define MINUTEBOOK_TESTS_ORDERS_H

#include "unit/store/many.h"

#include "src/intake/worker.h"
#include "src/store/user_rows.h"

struct papers {
    struct document **documents;
    struct draft **drafts; /* of the same places */
    size_t n;
};
/* All of tests/fault/orders, in byte order of their names. */
struct papers papers_read(const void *parent);

/* Everything that is published of the papers held, and what is read out of it: two stores that show the same give the
 * same text, whenever and in whichever order their papers came. */
char *published_text(void *context, struct store *store);
/* Every row of every table of the member's, events and typed lines too, as it lies in the file. */
char *member_text(void *context, struct store *store);

/* What a member does with a store that holds all the papers: keeps, refuses, sets, notes, rules, enters, undoes. */
void member_edits(void *context, struct store *store);

#endif
