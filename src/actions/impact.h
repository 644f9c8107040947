/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the files of the impact view share (private). */
#ifndef MINUTEBOOK_ACTIONS_IMPACT_PRIVATE_H
#define MINUTEBOOK_ACTIONS_IMPACT_PRIVATE_H

#include "private.h"

#include <minutebook/actions_impact.h>
#include <minutebook/base_lookup.h>

/* All that is read once for all years; on SCRATCH but for what comes out. */
struct impact_reading {
    const void *parent; /* of what comes out */
    void *scratch;
    struct store *store;
    struct meeting_rows rows;
    struct programmes programmes;
    struct date as_at;
    struct lookup *by_id, *years; /* of `rows`; of all countings, by year and committee */
    struct impact_named *named;   /* what the programmes plan (impact_topics.c) */
};

/* A year's counts while they are made. */
struct counting {
    struct impact *impact;
    int first; /* the year of its May; 0 undated */
    struct lookup *people; /* of the impact, by who they are */
    size_t *meetings;      /* of the reading's rows, newest first */
    size_t n_meetings;
    int *days; /* of all answers */
    size_t n_days;
};

/* The day of the first answer to each row that has one (impact_rows.c). */
struct answer_days {
    struct lookup *rows;
    struct date *first;
    size_t n;
};
enum status impact_answer_days(struct impact_reading *reading, struct answer_days *out, struct err *err) MB_MUST_CHECK;
/* ACTION, kept or to check, is of this year. */
void impact_add_row(struct counting *counting, const struct action *action, struct date as_at);
/* The days to the answer of ACTIONS, which were added. */
void impact_count_days(const void *scratch, struct counting *counting, const struct actions *actions, const struct answer_days *answers);
/* "the Head of Transport" and "Head of Transport" are one. */
const char *impact_without_article(const char *who);

/* The first and last day of the municipal year that begins on 1 May of YEAR. */
struct date_span impact_year_span(int year);
int impact_year_of(struct date day); /* 0: undated */

/* The programmes of READING that can be known on its day, newest first (impact_topics.c). */
enum status impact_editions(struct impact_reading *reading, struct err *err) MB_MUST_CHECK;
/* Topics by meeting and what was planned, of the committee and year of COUNTING (impact_topics.c). */
enum status impact_topics(struct impact_reading *reading, const struct counting *counting, struct err *err) MB_MUST_CHECK;

#endif
