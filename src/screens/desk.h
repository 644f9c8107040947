/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Desk from inside: desk_page.c has its facts and its page, desk.c is the screen. */
#ifndef MINUTEBOOK_SCREENS_DESK_H
#define MINUTEBOOK_SCREENS_DESK_H

#include "wanted.h"

/* What the Desk knows; the overview that is printed is the same page. On PARENT; empty without a store. */
struct desk_facts {
    struct meeting_rows meetings;
    struct store_counts counts;
    struct survey survey;
    const struct meeting_row *next; /* the next meeting that is held or entered, of `meetings` */
    struct printed_next printed;    /* where it is not, what programmes print */
    struct join_offers offers;
    struct fuller_quotes fuller; /* rows that were cut off and whose sentence is now whole */
    int wanted[WANTED_KINDS]; /* papers to get that are needed */
    bool unswept; /* some papers have not been looked through for follow-ups */
};
enum status desk_read(const void *parent, struct store *store, struct date as_at, struct desk_facts *facts,
                      struct err *err) MB_MUST_CHECK;
bool desk_is_empty(const struct desk_facts *facts);
const struct meeting_row *desk_first(const struct desk_facts *facts); /* the first of `meetings` that stands there; NULL: none */
/* MEETINGS_KEY shows all meetings; NULL: there are no keys, and subcommands are named instead. */
void desk_page(struct page *page, const struct desk_facts *facts, const struct program *program, const char *meetings_key);

#endif
