/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A profile as it was read, and what its fields mean (private). */
#ifndef EXPORT_PROFILE_H
#define EXPORT_PROFILE_H

#include <minutebook/export_chase.h>

/* ---- fields ------------------------------------------------------------------------------------- */

/* A follow-up with all that a column may show. */
struct tracked {
    const struct action *action;
    struct action_entries *entries; /* of this row, by day */
    int nth; /* the how many-th of its committee and municipal year it is; 0 not told */
    const struct profile *profile;
    const struct export_options *options;
};
/* A field of a follow-up by its name; the text is PARENT's, NULL where it is empty. */
struct cell_field {
    const char *name;
    char *(*text)(const void *parent, const struct tracked *tracked);
};
const struct cell_field *tracker_field(const char *name);
const char *tracker_field_name(const struct cell_field *field);

/* "owner | recipient", "committee + minute": of alternatives the first that says anything; of several joined all that do. */
struct column_expression {
    const struct cell_field *fields[8];
    size_t n;
    bool joined; /* by "; " */
};
/* Are they all a day, or words for one? */
bool column_is_day(const struct column_expression *expression);
char *column_text(const void *parent, const struct column_expression *expression, const struct tracked *tracked);

/* ---- a profile ------------------------------------------------------------------------------------ */

struct profile_column {
    char *name;
    struct column_expression expression;
    char *key;           /* for reading a table in: the name folded, */
    struct strings also; /* and other headings of it, folded */
};
struct profile_word {
    char *ours, *theirs;
};
struct programme_column {
    char *name;
    int field; /* of programme_fields[] */
};

enum profile_order { ORDER_MINUTE, ORDER_NEWEST, ORDER_DUE };
struct profile {
    char *name, *title, *about, *file;
    int line;
    char *fault; /* "FILE:LINE: ..." of the first; NULL: sound */
    char *date;  /* "D Month YYYY" */
    bool bom, as_at_column, grouped;
    bool open, closed; /* which rows */
    enum profile_order order;
    struct profile_column *columns;
    size_t n_columns;
    struct profile_word *statuses, *responses, *meanings; /* meanings: words by which a status is known when a table is read */
    size_t n_statuses, n_responses, n_meanings;
    struct programme_column *programme;
    size_t n_programme;
};
struct profiles {
    struct profile **at;
    size_t n;
};

/* DATE in the style of PROFILE; "" for none. */
char *profile_date(const void *parent, const struct profile *profile, struct date date);
bool profile_date_is_style(const char *style);
/* PROFILE's word for OURS, else OURS. */
const char *profile_word(const struct profile_word *words, size_t n, const char *ours);

/* Names of the fields of a row of a work programme, NULL last. */
extern const char *const programme_fields[];
bool programme_field_is_day(int field);

/* The profiles compiled in, made from assets/profiles/. */
struct profile_file {
    const char *name;
    const char *const *lines;
};
extern const struct profile_file profile_files[];

#endif
