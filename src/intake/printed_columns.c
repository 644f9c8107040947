/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A table of decisions that a text sets in columns of blanks ("Item Title    Committee Decision    Officer to Action"), its
 * cells over several lines: rows with TABs, as other texts have them. Where a line runs across the columns, the table ends. */
#include "config.h"

#include "src/intake/printed.h"

#include <ctype.h>
#include <string.h>
#include <unistr.h>

#define COLUMNS_MAX 8
#define LINE_LONGEST 400
#define SLACK 3       /* columns that a cell may begin before its name */
#define PARTED_BY 2   /* blanks between two cells */
#define ROOM 6        /* columns that a cell's line leaves empty though the next word would fit: it ends there */
#define GAPS_MAX 5    /* blank lines within a table */

struct chunk {
    size_t at, n;  /* bytes */
    size_t column; /* where it begins */
};

struct column_table {
    const void *parent;
    size_t starts[COLUMNS_MAX], n;
    size_t ends[COLUMNS_MAX]; /* of their names */
    struct buf cells[COLUMNS_MAX];
    size_t lasts[COLUMNS_MAX]; /* columns of the last line in each */
    bool open, any; /* a row is being read; one was */
};

/* The stretches of LINE that PARTED_BY blanks part; how many. */
static size_t chunks_of(const char *line, size_t n, struct chunk chunks[COLUMNS_MAX])
{
    size_t count = 0, column = 0, measured = 0;
    for (size_t i = 0; i < n && count < COLUMNS_MAX;) {
        while (i < n && line[i] == ' ')
            i++;
        size_t from = i, blanks = 0;
        for (; i < n && blanks < PARTED_BY; i++)
            blanks = line[i] == ' ' ? blanks + 1 : 0;
        size_t end = i - blanks;
        if (end <= from)
            continue;
        column += u8_mbsnlen((const uint8_t *)line + measured, from - measured);
        measured = from;
        chunks[count++] = (struct chunk){from, end - from, column};
    }
    return count;
}

/* Is the line the head of such a table? Its columns go into TABLE, and their names are its first row. */
static bool read_head(struct column_table *table, const char *line, size_t n)
{
    struct chunk chunks[COLUMNS_MAX];
    size_t count = n <= LINE_LONGEST && !memchr(line, '\t', n) && !memchr(line, '|', n) ? chunks_of(line, n, chunks) : 0;
    if (count < 2)
        return false;
    struct buf row;
    buf_init(&row, table->parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < count; i++)
        buf_printf(&row, "%s%.*s", i ? "\t" : "", (int)chunks[i].n, line + chunks[i].at);
    bool heads = printed_heads_table(row.data);
    buf_release(&row);
    if (!heads)
        return false;
    for (size_t i = 0; i < count; i++) {
        table->starts[i] = chunks[i].column;
        table->ends[i] = chunks[i].column + u8_mbsnlen((const uint8_t *)line + chunks[i].at, chunks[i].n);
        buf_init(&table->cells[i], table->parent, BUF_MAX_DOCUMENT);
        buf_add(&table->cells[i], line + chunks[i].at, chunks[i].n);
    }
    table->n = count;
    table->any = false;
    table->open = true;
    return true;
}

/* A name may stand in the middle of its column: the first line of a row, whose cells end with the last column, says where it begins. */
static void widen(struct column_table *table, const struct chunk *chunks, size_t count)
{
    for (size_t i = 1; i < table->n && count >= table->n; i++) {
        size_t begins = chunks[count - table->n + i].column;
        if (begins < table->starts[i] && begins > table->ends[i - 1])
            table->starts[i] = begins;
    }
}

static size_t column_of(const struct column_table *table, size_t at)
{
    size_t column = 0;
    for (size_t i = 1; i < table->n; i++)
        if (at + SLACK >= table->starts[i])
            column = i;
    return column;
}

/* Does a chunk run into the next column? Then the line is none of the table. */
static bool runs_across(const struct column_table *table, const struct chunk *chunk)
{
    size_t next = column_of(table, chunk->column) + 1;
    return next < table->n && chunk->column + chunk->n > table->starts[next] + SLACK;
}

static void end_row(struct column_table *table, struct buf *out)
{
    for (size_t i = 0; i < table->n && table->open; i++) {
        buf_printf(out, "%s%s", i ? "\t" : "", table->cells[i].data ? table->cells[i].data : "");
        buf_clear(&table->cells[i]);
    }
    if (table->open)
        buf_puts(out, "\n");
    table->open = false;
}

/* Does a sentence begin with the N bytes of TEXT, though the line above it in COLUMN had much room for its first word? */
static bool begins_text(const struct column_table *table, const char *text, size_t n, size_t column)
{
    if (column == 0 || column + 1 >= table->n || !isupper((unsigned char)*text) || text[n - 1] != '.')
        return false;
    size_t word = 0, width = table->starts[column + 1] - table->starts[column];
    while (word < n && text[word] != ' ')
        word++;
    return table->lasts[column] + 1 + word + ROOM <= width;
}

static void add_chunk(struct column_table *table, const char *text, size_t n, size_t column, bool gap)
{
    struct buf *cell = &table->cells[column];
    struct list_mark mark = mark_scan(text, n);
    bool entry = column > 0 && mark.kind != MARK_NONE;
    if (cell->len > 0)
        buf_puts(cell, entry || gap || begins_text(table, text, n, column) ? "<br>" : " ");
    buf_add(cell, text, n);
    table->lasts[column] = u8_mbsnlen((const uint8_t *)text, n);
}

/* A line of the table; false: it ends it. */
static bool read_line(struct column_table *table, const char *line, size_t n, bool gap, struct buf *out)
{
    struct chunk chunks[COLUMNS_MAX];
    size_t count = n <= LINE_LONGEST ? chunks_of(line, n, chunks) : 0;
    if (count == 0 || memchr(line, '\t', n))
        return false;
    struct item_number number;
    char *first = mem_strndup(NULL, line + chunks[0].at, chunks[0].n);
    bool numbered = column_of(table, chunks[0].column) == 0 && (item_number_parse_bare(first, &number) || item_number_begins(first, &number));
    talloc_free(first);
    if (!numbered && !table->any && gap)
        return false; /* no table after all */
    if (numbered) {
        end_row(table, out);
        widen(table, chunks, count);
    }
    for (size_t i = 0; i < count; i++)
        if (runs_across(table, &chunks[i]))
            return false;
    table->open = true; /* the names of the columns, too, may stand on two lines */
    table->any |= numbered;
    for (size_t i = 0; i < count; i++)
        add_chunk(table, line + chunks[i].at, chunks[i].n, column_of(table, chunks[i].column), gap);
    return true;
}

char *printed_columns(const void *parent, const char *text, size_t n)
{
    struct column_table table = {.parent = parent};
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    bool inside = false, found = false;
    size_t gaps = 0;
    for (const char *at = text, *end = text + n; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((stop ? stop : end) - at);
        bool blank = strspn(at, " \t\f") >= length;
        if (inside && blank)
            gaps++;
        else if (inside && gaps <= GAPS_MAX && read_line(&table, at, length, gaps > 0, &out))
            gaps = 0;
        else {
            end_row(&table, &out);
            inside = read_head(&table, at, length);
            found |= inside;
            buf_puts(&out, gaps > 0 ? "\n" : "");
            if (!inside) {
                buf_add(&out, at, length);
                buf_puts(&out, "\n");
            }
            gaps = 0;
        }
        at += length + (stop != NULL);
    }
    end_row(&table, &out);
    if (found)
        return buf_take(&out);
    buf_release(&out);
    return NULL;
}
