/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The ids of whole editions (private to this room): the passages of one stand together in the index, so that what of it may be seen, and of
 * whom, is told by the ends alone, without a look at each hit. From INDEX_RANGES on. */
#ifndef STORE_INDEX_RANGE_H
#define STORE_INDEX_RANGE_H

#include "index.h"

#define INDEX_RANGES 8 /* the schema that has them */

struct id_range {
    int64_t first, last;
};
/* By their ends, none in another. */
struct id_ranges {
    struct id_range *at;
    size_t n;
};

/* Place of the range that holds ID; RANGES->n if none does. */
size_t id_ranges_find(const struct id_ranges *ranges, int64_t id);

/* Those that no search may see: written and not yet shown, or hidden and not yet taken away. */
enum status index_ranges_hidden(const void *parent, struct db *db, struct id_ranges *out, struct err *err) MB_MUST_CHECK;
enum status index_ranges_shown(const void *parent, struct db *db, struct id_ranges *out, struct err *err) MB_MUST_CHECK;
/* Those shown in whose record of people each of NAMES stands, in any case; part of a name will do. */
enum status index_ranges_of(const void *parent, struct db *db, const struct strings *names, struct id_ranges *out,
                            struct err *err) MB_MUST_CHECK;
/* Those shown of MEETING_ID: of one meeting there is one. */
enum status index_range_of_meeting(struct db *db, const char *meeting_id, struct id_range *out, struct err *err) MB_MUST_CHECK;

/* EDITION will have these ids, and is not shown. Before its first passage is written. */
enum status index_range_enter(struct db *db, int64_t edition, const char *meeting_id, struct id_range range, struct err *err) MB_MUST_CHECK;
enum status index_range_show(struct db *db, int64_t edition, bool shown, struct err *err) MB_MUST_CHECK;
/* Once its last passage is gone. */
enum status index_range_leave(struct db *db, int64_t edition, struct err *err) MB_MUST_CHECK;

#endif
