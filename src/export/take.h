/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What both ways in share (private): a row that comes, and how it is merged. */
#ifndef EXPORT_TAKE_PRIVATE_H
#define EXPORT_TAKE_PRIVATE_H

#include <minutebook/base_lookup.h>
#include <minutebook/export_take.h>

/* A row that comes from outside. */
struct coming {
    struct action action; /* state ACTION_KEPT; texts NULL where empty */
    struct action_entry *entries;
    size_t n_entries;
    int line;
};

/* What is held here, and the plan that grows. */
struct taking {
    const void *parent;
    const struct take_options *options;
    struct actions held;           /* as the plan so far leaves them: another row of the file may meet the same one */
    size_t n_held;                 /* of these, before the plan */
    struct action_entries entries; /* with those that the plan adds */
    const struct coming **added;   /* rows that the plan adds: of a file each is added once */
    size_t n_added;
    struct lookup *by; /* of `held`, `entries` and `added`, by what they are found by (take_find.c) */
    struct take *out;
    char *source; /* "tracker.csv, as at 3 December 2025": who says what is kept beside ours */
    struct edit *edits;
    size_t n_edits;
};
enum status taking_start(struct taking *taking, const void *parent, struct store *store, const struct take_options *options, struct take *out,
                         struct err *err) MB_MUST_CHECK;
/* Merge ROW, which must live as long as the parent. */
void taking_row(struct taking *taking, const struct coming *row);
void taking_end(struct taking *taking);

/* ---- which row is it? (take_find.c) ---- */

/* What a row says that can be followed up; NULL nothing. */
const char *take_said(const struct action *action);
/* Do the rows say the same of the same meeting? */
bool take_same_matter(const struct action *ours, const struct action *theirs);
/* The fields that a row that is held may take from one that comes. */
struct merged {
    const char *field, *words;
    size_t at;
    bool day;
};
extern const struct merged take_merged[];
extern const size_t take_n_merged;

void taking_index(struct taking *taking);                     /* all that is held */
void taking_index_words(struct taking *taking, size_t held); /* what that row says by now */
size_t taking_find(const struct taking *taking, const struct action *theirs); /* of `held`; LOOKUP_NONE */
bool taking_has_entry(const struct taking *taking, const char *row_id, const struct action_entry *entry);
void taking_add_entry(struct taking *taking, struct action_entry *entry); /* with its action_id */
void taking_add_row(struct taking *taking, const struct coming *row, const char *id); /* ID: what it is added with */
/* The row of the file that ROW, which is not held here, says again; NULL: none. Of rows that differ in one word both may be meant. */
const struct coming *taking_first(const struct taking *taking, const struct coming *row);

/* ---- tables (take_cells.c) ---- */
struct cells {
    char **at;
    size_t n;
    int line;
};
struct grid {
    struct cells *rows;
    size_t n;
    int unclosed; /* the line of a quote that nothing closes; 0: none. What stands behind it is one cell. */
};
/* TEXT parted by DELIMITER, with quotes as RFC 4180 has them; '|' is a table of Markdown. */
struct grid grid_read(const void *parent, const char *text, char delimiter);

#endif
