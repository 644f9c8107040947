/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Meetings of which no paper is held, because the member entered them by hand or a list of the council names them, as the
 * other reading files see them: worked in while reading,
 * never published, so that one gives way by itself to a meeting whose papers come, and is back without them. */
#ifndef MINUTEBOOK_STORE_ENTERED_H
#define MINUTEBOOK_STORE_ENTERED_H

#include "src/store/listed.h"
#include "src/store/user_rows.h"

struct entered {
    struct entered_record *row; /* its committee as that is called now; of one that is only listed: what the list says, `id` NULL */
    char *base;   /* base_id() */
    char *former; /* the same by the name as it was entered or listed, where the committee is called otherwise; NULL */
    char *id;   /* the same, with the time where another meeting of theirs bears it that day */
    const struct listing *listed; /* NULL: not listed */
};
struct entered_list {
    struct entered *at; /* those entered by hand by day, then time; the others by name */
    size_t n;
};
/* Those that no meeting with papers stands for. */
enum status entered_read(const void *parent, struct db *db, struct entered_list *out, struct err *err) MB_MUST_CHECK;
/* The one called ID, or that was or might have been; NULL. */
const struct entered *entered_find(const struct entered_list *list, const char *id);

/* Is TYPED the name of a committee of a meeting held or entered? If not, *NEAREST is the known name that may be meant,
 * NULL for none; on PARENT. */
enum status committee_is_known(const void *parent, struct db *db, const char *typed, bool *known, char **nearest,
                               struct err *err) MB_MUST_CHECK;

#endif
