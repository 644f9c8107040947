/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: the work programme in a pack (field.md 5). Its tables are told by their columns
 * (programme_columns.c), their rows read (programme_rows.c), their cells taken apart (programme_cells.c);
 * programme.c finds the tables and what stands around them. */
#ifndef MINUTEBOOK_INTAKE_PROGRAMME_H
#define MINUTEBOOK_INTAKE_PROGRAMME_H

#include "src/intake/pack.h"

#define PROGRAMME_NO_COLUMN SIZE_MAX

/* Which column of a programme's table says what. */
struct programme_columns {
    size_t planned, issue, last, notes; /* PROGRAMME_NO_COLUMN where there is none */
    size_t count;                       /* of the header; other columns go to the notes with their head */
    char **heads;                       /* as printed */
};

/* Is BLOCK a programme's table by its header row? NEAR: the text around it says "work programme". APART:
 * its dates stand above it or in rows of their own, so that no column need hold them (York). */
bool programme_header(const struct block *block, bool near, bool apart, struct programme_columns *columns);

/* Read the rows of BLOCK from row FIRST on. STATE goes on from one part of the table to the next. */
struct programme_reading {
    enum programme_section section;
    bool champions;       /* rows are topics and names */
    bool section_in_row;  /* the section's name stood before an entry; a date ends it */
    size_t planned_from;  /* entry whose date an empty date cell inherits; SIZE_MAX none */
    struct when *heading; /* a date that stands alone in a row, for the rows below it */
    size_t n_heading;
};
void programme_rows(struct programme *programme, const struct block *block, size_t first,
                    const struct programme_columns *columns, struct programme_reading *state);

/* A heading between two tables may name a section, or the date of what follows: then STATE is in it. */
bool programme_section_line(const char *text, struct programme_reading *state);
void programme_time_line(struct programme *programme, const char *text, struct programme_reading *state);
/* An entry that is no row: a TOPIC in a list below the line of its date or section; a deeper one (DEPTH over
 * 1) goes on with the topic above. */
void programme_topic(struct programme *programme, const char *topic, int depth, struct programme_reading *state);
/* The only filled cell of ROW, if that is a date or the like; else NULL. */
const char *programme_lone_time(const struct table_row *row);

/* ---- cells ------------------------------------------------------------------------------------ */

/* The dates of CELL, if it holds nothing else: several days, or one or more months with a year. False
 * where it holds other words (or none); nothing is added then. */
bool programme_dates(const void *owner, const char *cell, struct when **at, size_t *n);
/* The whole days in CELL, whatever stands around them. */
void programme_days(const void *owner, const char *cell, struct when **at, size_t *n);

/* What CELL allows to be computed: "6 March 2019 (tbc)" and "Wednesday 6 March 2019, 2pm" name a day. */
struct date_span programme_span(const char *cell);
bool programme_is_tbc(const char *cell);  /* and no date beside it */
bool programme_is_time(const char *cell); /* a date, month, season, quarter, TBC: no topic */
/* The same of a line outside a table, where words are no topics but may be prose ("The Panel may:"). */
bool programme_is_time_line(const char *text);
struct date programme_requested_on(const char *notes);
const char *programme_frequency(const char *text); /* "annually", "quarterly" or NULL */
enum programme_state programme_state_of(const char *planned, const char *notes);

#endif
