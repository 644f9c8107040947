/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the files of the impact view share (private). */
#ifndef MINUTEBOOK_ACTIONS_IMPACT_PRIVATE_H
#define MINUTEBOOK_ACTIONS_IMPACT_PRIVATE_H

#include "private.h"

#include <minutebook/actions_impact.h>

/* All that is read once for all years; on SCRATCH but for what comes out. */
struct impact_reading {
    const void *parent; /* of what comes out */
    void *scratch;
    struct store *store;
    struct meeting_rows rows;
    struct programmes programmes;
    struct date as_at;
};

/* Do the committees have one name? */
bool impact_same_committee(const char *a, const char *b);

/* The first and last day of the municipal year that begins on 1 May of YEAR. */
struct date_span impact_year_span(int year);

/* The programmes of READING that can be known on its day, newest first (impact_topics.c). */
enum status impact_editions(struct impact_reading *reading, struct err *err) MB_MUST_CHECK;
/* Topics by meeting and what was planned, of the committee and year of IMPACT (impact_topics.c). */
enum status impact_topics(struct impact_reading *reading, struct impact *impact, struct date_span year, struct err *err) MB_MUST_CHECK;

#endif
