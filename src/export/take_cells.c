/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A table as text taken apart into cells. Whatever it is, it comes out as some table: what it means is found out elsewhere. */
#include "config.h"

#include "take.h"

#include <string.h>

#define ROWS_MOST 100000
#define CELLS_MOST 200

static void add_cell(const void *parent, struct cells *row, struct buf *cell)
{
    char *text = buf_take(cell);
    if (row->n < CELLS_MOST)
        *mem_append(parent, row->at, row->n) = text_trim(text);
}

/* A spreadsheet's guard against formulas is no part of the text: an apostrophe before one of them. */
static void unguard_cells(struct cells *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (row->at[i][0] == '\'' && row->at[i][1] && strchr("=+-@", row->at[i][1]))
            row->at[i]++;
}

static bool says_nothing(const struct cells *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (*row->at[i])
            return false;
    return true;
}

static void end_row(const void *parent, struct grid *grid, struct cells *row, int line)
{
    unguard_cells(row);
    if (!says_nothing(row) && grid->n < ROWS_MOST) {
        row->line = line;
        *mem_append(parent, grid->rows, grid->n) = *row;
    }
    *row = (struct cells){0};
}

/* A quoted cell from behind its first quote; the first byte behind it. */
static const char *read_quoted(struct buf *cell, const char *at, int *lines)
{
    for (; *at; at++) {
        if (*at == '"' && at[1] != '"')
            return at + 1;
        at += *at == '"';
        *lines += *at == '\n';
        buf_putc(cell, *at);
    }
    return at;
}

static struct grid read_parted(const void *parent, const char *text, char delimiter)
{
    struct grid grid = {0};
    struct cells row = {0};
    struct buf cell;
    int line = 1, lines = 0;
    buf_init(&cell, parent, BUF_MAX_DOCUMENT);
    for (const char *at = text; *at;) {
        if (*at == '"' && cell.len == 0) {
            at = read_quoted(&cell, at + 1, &lines);
        } else if (*at == delimiter) {
            add_cell(parent, &row, &cell);
            at++;
        } else if (*at == '\n') {
            add_cell(parent, &row, &cell);
            end_row(parent, &grid, &row, line);
            line += lines + 1;
            lines = 0;
            at++;
        } else {
            buf_putc(&cell, *at++);
        }
    }
    add_cell(parent, &row, &cell);
    end_row(parent, &grid, &row, line);
    return grid;
}

/* ---- Markdown ------------------------------------------------------------------------------------------ */

static void markdown_line(const void *parent, struct cells *row, const char *line, size_t n)
{
    struct buf cell;
    buf_init(&cell, parent, BUF_MAX_DOCUMENT);
    size_t at = n && line[0] == '|' ? 1 : 0;
    for (; at < n; at++) {
        if (line[at] == '\\' && at + 1 < n) {
            buf_putc(&cell, line[++at]);
        } else if (strncmp(line + at, "<br>", 4) == 0) {
            buf_putc(&cell, '\n');
            at += 3;
        } else if (line[at] == '|') {
            add_cell(parent, row, &cell);
        } else {
            buf_putc(&cell, line[at]);
        }
    }
    if (cell.len)
        add_cell(parent, row, &cell);
}

static struct grid read_markdown(const void *parent, const char *text)
{
    struct grid grid = {0};
    int number = 0;
    for (const char *line = text, *end; *line; line = *end ? end + 1 : end) {
        struct cells row = {0};
        end = strchr(line, '\n');
        end = end ? end : line + strlen(line);
        size_t n = (size_t)(end - line);
        number++;
        if (strspn(line, "|-: ") < n)
            markdown_line(parent, &row, line, n);
        end_row(parent, &grid, &row, number);
    }
    return grid;
}

struct grid grid_read(const void *parent, const char *text, char delimiter)
{
    return delimiter == '|' ? read_markdown(parent, text) : read_parted(parent, text, delimiter);
}
