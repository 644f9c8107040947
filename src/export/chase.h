/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What letters and messages share (private). */
#ifndef EXPORT_CHASE_PRIVATE_H
#define EXPORT_CHASE_PRIVATE_H

#include "exempt.h"
#include "people.h"

/* A follow-up and what became of it. */
struct chase_row {
    const struct action *action;
    const struct action_entries *entries;
};
enum status chase_rows_of(const void *parent, struct store *store, const struct actions *actions, struct chase_row **rows, size_t *n,
                          struct err *err) MB_MUST_CHECK;

/* One letter: rows of one committee and one who is asked. */
struct letter {
    struct chase_row *rows;
    size_t n;
    const struct people *people;
    const struct meeting *meeting; /* NULL: none is held */
    struct date by;
    const struct export_options *options;
};

/* "Getting to School, minute 214(b) of 10 July 2025" */
char *chase_place(const void *parent, const struct action *action);
char *chase_when(const void *parent, const struct action *action, struct date as_at);
char *chase_before(const void *parent, const struct action_entries *entries);
/* "What is asked: a list of piers.", "The matter: the crossing."; NULL where nothing beside the sentence says it. */
char *chase_asked(const void *parent, const struct action *action, const struct export_options *options);
char *chase_quote(const void *parent, const struct action *action, const struct export_options *options);

#endif
