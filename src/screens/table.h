/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A table while it is laid out: columns.c says how wide its columns are, table.c puts them on a page. */
#ifndef MINUTEBOOK_SCREENS_TABLE_H
#define MINUTEBOOK_SCREENS_TABLE_H

#include "page.h"

#define TABLE_GAP 2 /* cells between columns */
#define STAYS_GAP 3 /* behind the first column, where others go by: a mark stands in it */

struct column {
    int width;   /* what it gets */
    int least;   /* its longest word, within reason; figures whole */
    int wanted;  /* its widest line */
    int tail;    /* cells that brackets and stars take behind its figures */
    bool figures; /* they stand to the right */
};

/* All on `local`. */
struct table {
    void *local;
    struct page *page;
    const struct flow *flow;
    const struct block *block;
    struct shown **cells; /* of each row n_columns; `place`: where it stands in the text the table is of */
    struct column *columns;
    size_t n_rows, n_columns;
    bool has_head; /* the first row is headings */
    int x, right;
};

/* Look at the cells: which columns hold figures, what each needs and wants. */
void table_measure(struct table *table);
/* Share the room between the columns; false where it is too small for them all. */
bool table_fit(struct table *table);
/* Widths for a table of which only some columns are seen at a time. */
void table_widen(struct table *table);
/* Is every cell on lines of its own, once table_widen() has said how wide they are? */
bool table_is_flat(const struct table *table);

/* "1,204", "£12.5m", "(3)", "-4%", "10–15", and "N/A" or "-" beside them. */
bool is_figure(const char *text, size_t n);
/* Cells of brackets, stars and raised numbers that stand behind a figure's last digit or sign. */
int figure_tail(const char *text, size_t n);

#endif
