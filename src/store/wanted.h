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
    char *key; /* as its meeting is called now */
};
struct marks {
    struct mark *at;
    size_t n;
};
enum status marks_read(const void *parent, struct db *db, struct marks *out, struct err *err) MB_MUST_CHECK;
const struct mark *mark_find(const struct marks *marks, const char *key); /* one that stands before an undone one; NULL */

/* How many papers listed and not held are not needed: what the count for the Desk leaves out. */
enum status wanted_papers_marked(struct db *db, int *out, struct err *err) MB_MUST_CHECK;

#endif
