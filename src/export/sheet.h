/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A list of named columns in every form for people (private): told row by row, written as text, CSV, TSV, Markdown or HTML.
 * Here is the one place where Markdown and HTML are escaped. */
#ifndef EXPORT_SHEET_H
#define EXPORT_SHEET_H

#include "table.h"

#include <minutebook/export_chase.h>

struct sheet_about {
    const char *title, *as_at; /* "Outstanding Actions", "3 December 2025" */
    bool bom, as_at_column;
    const char *const *heads;
    const bool *days; /* of each head: a spreadsheet may take what stands below it for a day */
    size_t n;
};
struct sheet {
    struct sheet_about about;
    enum sheet_format format;
    struct table table; /* of CSV and TSV; else its sink, scratch and line */
    int rows;
    bool in_table; /* a table of Markdown or HTML is open */
};

void sheet_start(struct sheet *sheet, struct sink *sink, enum sheet_format format, const struct sheet_about *about);
/* A heading over the rows to come; tables for programs have none. */
void sheet_group(struct sheet *sheet, const char *words);
/* One text for each head, NULL is empty; done: shown fainter where that can be shown. */
void sheet_row(struct sheet *sheet, char *const *cells, bool done);
enum status sheet_end(struct sheet *sheet, enum status status, struct err *err);

/* TEXT as the inside of Markdown or HTML, LINE_BREAK for each end of a line; through the gate first. */
void markdown_puts(struct buf *out, const char *text, const char *line_break);
void html_puts(struct buf *out, const char *text, const char *line_break);

#endif
