/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The user's own rows as the other files of this room use them: what joining needs of what the member
 * ruled and stated, what importing saves, what opening needs of care. How the rows are read and written
 * stands in user_rows.h. */
#ifndef MINUTEBOOK_STORE_USER_H
#define MINUTEBOOK_STORE_USER_H

#include "src/store/private.h"

/* ---- what the member ruled, for joining and publishing --------------------------------------- */

/* PART: no two of `left` are of one meeting (`right` is empty). JOIN: those of `left` and those of
 * `right` are of one meeting. APART: none of `left` is of one meeting with any of `right`.
 * PLACE: the one of `left` was attached by hand to the meeting of `right`; kept as a correction. Both lists are sha-256 of sources. A later ruling (higher seq) decides. */
enum ruling_kind { RULING_PART, RULING_JOIN, RULING_APART, RULING_PLACE };
struct ruling_row {
    enum ruling_kind kind;
    struct strings left, right;
    int64_t seq;
};
struct ruling_rows {
    struct ruling_row *at; /* by seq */
    size_t n;
};
enum status user_rulings(const void *parent, struct db *db, struct ruling_rows *out, struct err *err) MB_MUST_CHECK;

/* What the member states of one source: `field` is "committee", "council" or "date" (YYYY-MM-DD); "meeting", "item" or "url"
 * as placed.h says. */
struct correction_row {
    char *sha256, *field, *value;
};
struct correction_rows {
    struct correction_row *at; /* by sha256 and field */
    size_t n;
};
enum status user_corrections(const void *parent, struct db *db, struct correction_rows *out, struct err *err) MB_MUST_CHECK;

/* All that the member ever stated of sources, also what was stated otherwise or taken back since: the
 * committees and days that meetings were named by. */
enum status user_former_details(const void *parent, struct db *db, struct correction_rows *out, struct err *err) MB_MUST_CHECK;

/* The seq of the newest change of a ruling or correction, undone ones included; 0 if there is none. */
enum status user_rules_seq(struct db *db, int64_t *out, struct err *err) MB_MUST_CHECK;

/* Save what the member states of the source SHA256, in a transaction of its own with its event; VALUE
 * NULL takes it back. *CHANGED is false where it is stated so already. Does not publish. */
enum status user_correct(struct store *store, const char *sha256, const char *field, const char *value, bool *changed,
                         struct err *err) MB_MUST_CHECK;

/* Follow-ups of the source SHA256, and those that are open. */
enum status user_notes_of_source(struct db *db, const char *sha256, int *out, struct err *err) MB_MUST_CHECK;
enum status user_open_actions(struct db *db, int *out, struct err *err) MB_MUST_CHECK;

/* ---- care ------------------------------------------------------------------------------------- */

/* Bring a store of an older schema to STORE_SCHEMA: a verified full copy first, then one transaction a
 * step (reliability.md 2.7). Where it fails the store is as it was. */
enum status store_migrate(struct store *store, struct err *err) MB_MUST_CHECK;
/* The same steps in an empty file of schema 1, inside the transaction that makes it. */
enum status migrate_new(struct db *db, struct err *err) MB_MUST_CHECK;

/* The full copies in the state folder that hold the source SHA256. */
enum status backups_holding(const void *parent, struct store *store, const char *sha256, struct strings *out, struct err *err) MB_MUST_CHECK;

#endif
