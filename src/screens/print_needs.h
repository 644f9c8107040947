/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What an import asks of the member, and how it is answered. */
#ifndef MINUTEBOOK_SCREENS_PRINT_NEEDS_H
#define MINUTEBOOK_SCREENS_PRINT_NEEDS_H

#include "private.h"

struct needing {
    const void *local; /* what comes of it is on this */
    struct store *store;
    const struct program *program;
    const struct meeting *meeting;
    const char *address;  /* how the meeting is named on the command line */
    const char *unplaced; /* the file of a report of which nobody knows the item; NULL: it is none */
    bool inside;          /* asked in the browser */
};
/* "Which committee? Probably Health: its name is in minute 271. Which day?"; NULL where nothing is asked. */
enum status needs_question(const struct needing *needing, char **question, struct err *err) MB_MUST_CHECK;
/* "(to say it: minutebook meeting details 2022-11-03 --committee NAME)" */
struct strings needs_answers(const struct needing *needing);
/* Is what was imported a report of which nobody knows the item? */
bool needs_place(const struct import_result *result);
/* Below a list of papers that need details, of MEETINGS or REPORTS or both: how they are given. */
void needs_of_many(struct page *page, const struct program *program, bool inside, bool meetings, bool reports);

#endif
