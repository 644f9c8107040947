/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Keeping sources: the file's bytes, what its reader made of it, and what joining looks at. All calls
 * that write stand between db_begin() and db_finish() on the import connection, and breathe. */
#ifndef MINUTEBOOK_STORE_KEEP_H
#define MINUTEBOOK_STORE_KEEP_H

#include "src/store/private.h"
#include "src/store/reconcile.h"

/* SHA-256 of all that DRAFT says, without its path: equal means the same draft. */
char *draft_sum(const void *parent, const struct draft *draft);

/* A source in state 'loading' with its bytes (NULL: not kept) and its draft, loading too. CAME as in struct import_options. */
enum status keep_source(struct db *db, const struct draft *draft, const void *bytes, size_t n, const char *came, int64_t *source, int64_t *kept,
                        struct err *err) MB_MUST_CHECK;
/* A new draft in state 'loading' of a source that is there. */
enum status keep_draft(struct db *db, int64_t source, const struct draft *draft, int64_t *kept, struct err *err) MB_MUST_CHECK;
/* The same of one that was read anew: the source is taken for what the draft is. */
enum status keep_again(struct db *db, int64_t source, const struct draft *draft, int64_t *kept, struct err *err) MB_MUST_CHECK;

/* A kept draft whole. */
enum status keep_load(const void *parent, struct db *db, int64_t kept, struct draft **out, struct err *err) MB_MUST_CHECK;
/* What joining looks at in the draft KEPT, without corrections. Strings are owned by PARENT. */
enum status keep_head(const void *parent, struct db *db, int64_t kept, struct head *out, struct err *err) MB_MUST_CHECK;
/* Its items as joining compares them: `items` of HEAD, whose draft KEPT is. */
enum status keep_head_items(const void *parent, struct db *db, int64_t kept, struct head *head, struct err *err) MB_MUST_CHECK;

/* The whole source of SHA256 and its live draft; 0 where there is none. */
enum status keep_find(struct db *db, const char *sha256, int64_t *source, int64_t *kept, struct err *err) MB_MUST_CHECK;

#endif
