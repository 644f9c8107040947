/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Stores as each schema was released (tests/fault/store/schema-N.sql), and what is asked of them. A schema that is released is
 * a row of `released`. */
#ifndef MINUTEBOOK_TESTS_RELEASED_H
#define MINUTEBOOK_TESTS_RELEASED_H

#include "unit/store/support.h"

#include <sqlite3.h>

struct released {
    int schema;
    const char *actions;    /* shown_actions() */
    const char *lines[4];   /* of store_text() */
    const char *typed;      /* the line that was typed after "find" */
    const char *not_needed; /* key of a paper */
    const char *kept;       /* a follow-up on the tracker */
    const char *damaged;    /* another one, that is damaged in a test */
    int64_t open, meetings;
    size_t found, swept;    /* in the store as released; by the sweep of these tests */
};
extern const struct released released[]; /* by schema */
extern const size_t released_n;
#define FOR_EACH_RELEASED(old) for (const struct released *old = released; old < released + released_n; old++)

/* A file called NAME that is the store of OLD, as it was released. */
char *old_store(void **state, const struct released *old, const char *name);
int version_of(void **state, const char *path);

/* A connection of our own to the file. */
sqlite3 *plain(const char *path);
/* The rows of a query, every value quoted. */
char *rows_text_of(void *context, sqlite3 *db, const char *sql);

/* What reads all that the member's own tables of the store at PATH hold: those whose rows have a check value `h`.
 * Asked of a store as it was released, it reads the same of one that was brought on. */
struct strings user_queries(void **state, const char *path);
char *user_text(void **state, const char *path, struct strings queries);

void assert_sound(void **state, struct store *store);
char *shown_actions(void **state, struct store *store);
/* STORE shows what the release wrote. */
void assert_shown(void **state, struct store *store, const struct released *old);

#endif
