/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* For tests of the user's rows: short ways to add, set, undo and read follow-ups of a Housing Scrutiny
 * Panel that does not exist. */
#ifndef MINUTEBOOK_TESTS_STORE_ROWS_H
#define MINUTEBOOK_TESTS_STORE_ROWS_H

#include "unit/store/support.h"

#include "src/store/user_rows.h"

struct store *new_store(void **state); /* "store.db" in the folder of the case, for writing; made if missing */

/* A follow-up of minute 41, agenda item 6, of 12 September 2023; the result is the caller's to change. */
struct action *follow_up(void **state, const char *subject);

/* An edit that must succeed. */
struct edit_result *edit(void **state, struct store *store, const struct edit *edit);
struct edit_result *add(void **state, struct store *store, const struct action *action);
struct edit_result *add_subject(void **state, struct store *store, const char *subject);
/* A status that closes is given by minute 44. */
struct edit_result *set(void **state, struct store *store, const char *target, const char *field, const char *value);
struct edit_result *undo(void **state, struct store *store);
struct edit_result *redo(void **state, struct store *store);

/* An edit that must end with STATUS; the sentence. */
char *refused(void **state, struct store *store, const struct edit *edit, enum status status);

struct action *get(void **state, struct store *store, const char *which);
size_t live_rows(void **state, struct store *store);

/* Change the store behind the program's back: SQL on a connection of another program. */
void plant(void **state, const char *sql);
int mine_hits(struct store *store, const char *match);

#endif
