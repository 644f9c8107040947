/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A table as text taken apart into cells. Whatever it is, it comes out as some table: what it means is found out elsewhere. CSV quotes as
 * RFC 4180 has it. Of tables with TABs some programs never quote (ours, Google's), some quote what needs it (Excel's file and
 * clipboard, LibreOffice), some all: a quote there counts only where it closes a cell and something in the file shows why it stands. */
#include "config.h"

#include "table.h"
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

/* A guard against what a spreadsheet makes of a text is no part of it: an apostrophe before a formula, or a number that it would change. */
static void unguard_cells(struct cells *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (row->at[i][0] == '\'' && row->at[i][1] && (strchr("=+-@", row->at[i][1]) || number_would_change(row->at[i] + 1)))
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

/* A quoted cell from behind its first quote; the first byte behind it. Whether it is CLOSED. */
static const char *read_quoted(struct buf *cell, const char *at, int *lines, bool *closed)
{
    *closed = true;
    for (; *at; at++) {
        if (*at == '"' && at[1] != '"')
            return at + 1;
        at += *at == '"';
        *lines += *at == '\n';
        buf_putc(cell, *at);
    }
    *closed = false;
    return at;
}

/* ---- quotes in a table with TABs ---------------------------------------------------------------------------- */

static size_t cells_of_line(const char *line)
{
    size_t n = 1;
    for (; *line && *line != '\n'; line++)
        n += *line == '\t';
    return n;
}

/* What the lines of a file show of the program that wrote it. */
struct habits {
    size_t full; /* cells of a whole row: the most that two lines have */
    bool all;    /* every cell of its first whole row is quoted */
    bool commas; /* whatever holds a comma is quoted, as Excel's text files have it */
    const char *line; /* that was counted last, so that a long one is not for each of its cells */
    size_t cells;
};

/* The lone quote that ends the cell whose first quote is at OPEN; NULL where none does, or it stands within a cell. *DOUBLED: it has
 * doubled ones. */
static const char *closing_quote(const char *open, bool *doubled)
{
    *doubled = false;
    for (const char *at = open + 1; *at; at++) {
        if (*at != '"')
            continue;
        if (at[1] != '"')
            return at[1] == '\t' || at[1] == '\n' || at[1] == '\0' ? at : NULL;
        *doubled = true;
        at++;
    }
    return NULL;
}

static void look_at_cells(struct habits *habits, const char *line, bool first, size_t *wrapped, size_t *loose)
{
    for (const char *cell = line; cell; cell = *cell == '\t' ? cell + 1 : NULL) {
        size_t n = strcspn(cell, "\t\n");
        bool doubled, quoted = *cell == '"' && closing_quote(cell, &doubled) == cell + n - 1 && n > 1;
        if (memchr(cell, ',', n))
            *(quoted ? wrapped : loose) += 1;
        if (first && n > 0)
            habits->all = habits->all && quoted;
        cell += n;
    }
}

static size_t full_line(const char *text)
{
    size_t lines[CELLS_MOST + 1] = {0}, full = 0;
    for (const char *line = text; line; line = strchr(line, '\n'), line = line ? line + 1 : NULL) {
        size_t n = cells_of_line(line);
        if (n <= CELLS_MOST && ++lines[n] > 1 && n > full)
            full = n;
    }
    return full;
}

static struct habits habits_of(const char *text)
{
    struct habits habits = {.full = full_line(text), .all = true};
    size_t wrapped = 0, loose = 0;
    bool first = true;
    for (const char *line = text; line; line = strchr(line, '\n'), line = line ? line + 1 : NULL)
        if (cells_of_line(line) == habits.full) {
            look_at_cells(&habits, line, first, &wrapped, &loose);
            first = false;
        }
    habits.all = habits.all && !first;
    habits.commas = wrapped > 1 && loose == 0;
    return habits;
}

/* Is one of the lines from LINE to the one that holds END no whole row by itself? Rows that are whole were not one cell. */
static bool joins_parts(const struct habits *habits, const char *line, const char *end)
{
    for (; line && line <= end; line = strchr(line, '\n'), line = line ? line + 1 : NULL)
        if (cells_of_line(line) < habits->full)
            return true;
    return false;
}

/* Is the cell at OPEN, in the line that begins at LINE, a quoted one? HABITS NULL: quotes always count. */
static bool is_quoted(struct habits *habits, const char *line, const char *open)
{
    bool doubled;
    if (!habits || *open != '"')
        return *open == '"';
    const char *close = closing_quote(open, &doubled);
    if (!close)
        return false;
    size_t n = (size_t)(close - open);
    if (memchr(open, '\n', n))
        return joins_parts(habits, line, close);
    if (memchr(open, '\t', n)) {
        if (habits->line != line)
            habits->cells = cells_of_line(line);
        habits->line = line;
        return habits->cells > habits->full;
    }
    return doubled || habits->all || (habits->commas && memchr(open, ',', n));
}

static struct grid read_parted(const void *parent, const char *text, char delimiter)
{
    struct grid grid = {0};
    struct cells row = {0};
    struct buf cell;
    struct habits tabs = delimiter == '\t' ? habits_of(text) : (struct habits){0};
    struct habits *habits = delimiter == '\t' ? &tabs : NULL;
    const char *start = text, *first = text; /* of the cell, of its line */
    int line = 1, lines = 0;
    buf_init(&cell, parent, BUF_MAX_DOCUMENT);
    for (const char *at = text; *at;) {
        if (at == start && is_quoted(habits, first, at)) {
            bool closed;
            at = read_quoted(&cell, at + 1, &lines, &closed);
            grid.unclosed = closed ? grid.unclosed : line;
            for (const char *end = start; (end = memchr(end, '\n', (size_t)(at - end))) != NULL;)
                first = ++end;
        } else if (*at == delimiter) {
            add_cell(parent, &row, &cell);
            start = ++at;
        } else if (*at == '\n') {
            add_cell(parent, &row, &cell);
            end_row(parent, &grid, &row, line);
            line += lines + 1;
            lines = 0;
            start = first = ++at;
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
