/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Shared by join_offers.c and part_offers.c: two meetings that may be one. */
#ifndef MINUTEBOOK_STORE_OFFERS_H
#define MINUTEBOOK_STORE_OFFERS_H

#include "src/store/private.h"

/* One side of a pair. */
struct side {
    int64_t row;
    char *id, *council;
    int starts, items;
};
struct pair {
    struct side a, b;
    bool same_titles;
    char *reason; /* NULL: worked out from the two */
};
struct pairs {
    struct pair *at;
    size_t n;
};

/* From five columns of ROWS: id, meeting_id, council, starts (-1 not known), items. */
struct side side_read(const void *parent, struct rows *rows, int column);
/* Add PAIR, its sides in the order of their ids, if the two may be one and do not stand there yet. */
void pairs_add(const void *parent, struct pairs *pairs, struct pair pair);

/* The pairs of pages of one item that name no meeting, and meetings with such an item. */
enum status part_offers(const void *parent, struct db *db, struct pairs *out, struct err *err) MB_MUST_CHECK;

#endif
