/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Rows of cells as CSV or TSV (private to this room). Every cell passes the safe-text gate; one that a
 * spreadsheet would take for a formula gets a leading apostrophe, and one of TSV that begins with a quote is quoted: any other
 * begins a cell there that goes on to the next quote, whatever lies between. */
#ifndef EXPORT_TABLE_H
#define EXPORT_TABLE_H

#include <minutebook/export.h>

struct table {
    struct sink *sink;
    enum table_format format;
    void *scratch; /* talloc context of the writer; callers may use it for short-lived strings */
    struct buf line;
    size_t cells; /* of the line so far */
    const struct date *as_at; /* of the list: the last cell of each row; NULL none */
    bool cancelled;
};

void table_start(struct table *table, struct sink *sink, enum table_format format);
/* NAMES ends with NULL. Behind them stands as_at, the day of the list, which each row has behind its own cells: a line above the
 * names would be no row to programs that read it, and a last column is in nobody's way. It is kept by its address. */
void table_head(struct table *table, const char *const *names, const struct date *as_at);
void table_text(struct table *table, const char *text);         /* NULL is an empty cell */
/* The same for people: a number of a minute, a reference or a name that a spreadsheet would take for a day or another number
 * ("12/3", "007", "10.10") gets the apostrophe, too. */
void table_words(struct table *table, const char *text);
bool number_would_change(const char *text);
void table_int(struct table *table, int64_t value);
void table_bool(struct table *table, bool value); /* yes, or an empty cell */
void table_date(struct table *table, struct date value);
void table_row_end(struct table *table);
/* STATUS unless it is STATUS_OK and the sink refused: then STATUS_CANCELLED. */
enum status table_end(struct table *table, enum status status, struct err *err);

#endif
