/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which texts a search finds, as ids in the order of their days (private to this room; performance.md 1, points 1, 6 and 7). */
#ifndef STORE_INDEX_SCAN_H
#define STORE_INDEX_SCAN_H

#include "index_range.h"

struct hit {
    int64_t id;
    bool mine;    /* of the member's rows */
    double worth; /* index_rank() */
};
struct hits {
    struct hit *at;
    size_t n;
};

/* The ids of REQUEST's days. What has no day has an id of the first day there is, which no meeting is on. */
struct id_range index_days(const struct search_request *request);

/* What a published hit must be in, and what it must not; read once a search. */
struct index_sight {
    bool ranges;   /* the store has them; else its statements join */
    bool narrowed; /* `within` counts */
    struct id_ranges hidden, within;
};
enum status index_see(const void *parent, struct db *db, const struct search_request *request, struct index_sight *sight,
                      struct err *err) MB_MUST_CHECK;
bool index_is_seen(const struct index_sight *sight, int64_t id);

/* The first MOST of REQUEST, in its order, for SEARCH_BEST newest first; on one id what is published comes first. Inside db_read_begin(). */
enum status index_scan(const void *parent, struct db *db, const struct search_request *request, int64_t most, struct hits *out,
                       struct err *err) MB_MUST_CHECK;
/* Put the newest SEARCH_RANKED_MAX of HITS, which stand newest first, in the order of what they are worth. */
enum status index_rank(struct db *db, const struct search_request *request, struct hits *hits, struct err *err) MB_MUST_CHECK;
/* All of them. */
enum status index_count(struct db *db, const struct search_request *request, struct search_counts *out, struct err *err) MB_MUST_CHECK;
/* How many places of what is published, of however many meetings; REQUEST has a `match`. */
enum status index_count_places(struct db *db, const struct search_request *request, int64_t *places, struct err *err) MB_MUST_CHECK;

/* What SQLite dislikes about an expression is the caller's usage, not the store's fault: STATUS as it is to be told. */
enum status index_refused(struct db *db, enum status status, struct err *err);

#endif
