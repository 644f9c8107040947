/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What both ways in share (private): a row that comes, and how it is merged. */
#ifndef EXPORT_TAKE_PRIVATE_H
#define EXPORT_TAKE_PRIVATE_H

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
    struct action_entries entries; /* with those that the plan adds */
    const struct coming **added;   /* rows that the plan adds: of a file each is added once */
    size_t n_added;
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

/* ---- tables (take_cells.c) ---- */
struct cells {
    char **at;
    size_t n;
    int line;
};
struct grid {
    struct cells *rows;
    size_t n;
};
/* TEXT parted by DELIMITER, with quotes as RFC 4180 has them; '|' is a table of Markdown. */
struct grid grid_read(const void *parent, const char *text, char delimiter);

#endif
