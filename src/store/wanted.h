/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers to get, shared by the file that works them out and the one that marks them. */
#ifndef MINUTEBOOK_STORE_WANTED_H
#define MINUTEBOOK_STORE_WANTED_H

#include "src/store/user_rows.h"

/* As store_wanted(), inside a read or a write. */
enum status wanted_read(const void *parent, struct db *db, struct date as_at, struct wanted_papers *out, struct err *err) MB_MUST_CHECK;

struct mark {
    struct mark_record *row;
    char *key;       /* as its meeting is called now */
    int64_t meeting; /* its row; 0 none */
};
struct marks {
    struct mark *at;
    size_t n;
};
enum status marks_read(const void *parent, struct db *db, struct marks *out, struct err *err) MB_MUST_CHECK;
const struct mark *mark_find(const struct marks *marks, const char *key); /* one that stands before an undone one; NULL */

bool mark_stands(const struct mark *mark); /* NULL does not */

char *wanted_key(const void *parent, const struct wanted *wanted); /* before it is told from another of its meeting */
/* What belongs to one meeting, as wanted_read() finds it but in no order. */
enum status wanted_read_of(const void *parent, struct db *db, int64_t meeting, struct date as_at, const struct marks *marks,
                           struct wanted_papers *out, struct err *err) MB_MUST_CHECK;

/* What is read and what is counted must be the same. */
#define WANTED_WITHOUT_MINUTES                                                                               \
    " FROM meeting m WHERE m.edition = 1 AND m.date < ?1 AND m.has_agenda = 1 AND m.has_minutes = 0"         \
    " AND coalesce(m.status, '') NOT IN ('cancelled', 'postponed')"
#define WANTED_NAMED " FROM cited_meeting c JOIN meeting m ON m.id = c.meeting AND m.edition = 1 AND m.committee IS NOT NULL"
#define WANTED_NAMED_WHERE                                                                                   \
    " WHERE c.date < ?1 AND NOT EXISTS (SELECT 1 FROM meeting h WHERE h.edition = 1"                         \
    " AND h.committee_key = m.committee_key AND h.date = c.date)"

/* A meeting of which no paper is held and whose minutes are published, as a list says: its minutes are wanted from the
 * day after it. */
struct entered;
struct entered_list;
bool wanted_as_listed(const struct entered *entered, struct date as_at);
/* Is the day that a text names of COMMITTEE that of such a meeting? Then it is to get once, for its minutes. */
bool wanted_day_is_listed(const struct entered_list *list, const char *committee, struct date day, struct date as_at);

/* How many papers listed and not held are not needed or, in an older store, restricted: what the count for the Desk leaves out. */
enum status wanted_papers_marked(struct db *db, int *out, struct err *err) MB_MUST_CHECK;

#endif
