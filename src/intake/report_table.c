/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A run of TAB rows as a table (field.md 3.7): parts that a page break tore are one table, a header that
 * is said again is no row, and what only looks like a table (a table of contents, a single row) becomes
 * list lines or a paragraph. */
#include "config.h"

#include "src/intake/report.h"

#include <string.h>

#define NOTE_LONGEST 160 /* bytes of a remark between a caption and its table */
#define NOTES_MAX 2
#define LEADER_SHORTEST 3 /* dots */

static bool same_cells(const struct table_row *a, const struct strings *b)
{
    if (a->n_cells != b->n)
        return false;
    for (size_t i = 0; i < b->n; i++) {
        if (strcmp(a->cells[i], b->at[i]) != 0)
            return false;
    }
    return true;
}

static size_t cell_count(const char *row)
{
    size_t count = 1;
    for (; (row = strchr(row, '\t')); row++)
        count++;
    return count;
}

/* Does the row NEXT belong to TABLE? After a blank line only if it is as wide; or narrower, where a
 * converter has cut off empty cells at the ends of other rows too. */
static bool goes_on(const struct block *table, bool ragged, const struct piece *next)
{
    if (next->kind != PIECE_ROW || !next->gap)
        return next->kind == PIECE_ROW;
    size_t width = cell_count(next->text), header = table->rows[0].n_cells;
    return ragged ? width <= header : width == header;
}

static size_t gather_rows(struct pack *pack, size_t first, size_t end, const void *owner, struct block *table)
{
    size_t i = first;
    bool ragged = false;
    do {
        struct strings cells = pack_cells(owner, pack->pieces[i].text);
        bool again = table->n_rows && pack->pieces[i].gap && same_cells(&table->rows[0], &cells);
        if (again)
            talloc_free(cells.at);
        else
            *mem_append(owner, table->rows, table->n_rows) = (struct table_row){cells.at, cells.n};
        ragged |= !again && cells.n < table->rows[0].n_cells;
        i++;
    } while (i < end && goes_on(table, ragged, &pack->pieces[i]));
    return i;
}

/* ---- what is no table ---------------------------------------------------------------------------------- */

static size_t without_leader(const char *text)
{
    size_t n = strlen(text);
    while (n && strchr(". ", text[n - 1]))
        n--;
    while (n >= 3 && memcmp(text + n - 3, "\xE2\x80\xA6", 3) == 0)
        n -= 3;
    return n;
}

/* "Aims .....", "2": a line of a table of contents. */
static bool is_contents_row(const struct table_row *row)
{
    if (row->n_cells != 2)
        return false;
    const char *text = row->cells[0], *page = row->cells[1];
    return strlen(text) >= without_leader(text) + LEADER_SHORTEST && page[0] &&
           strspn(page, "0123456789ivx") == strlen(page);
}

static bool is_contents(const struct block *table)
{
    size_t lines = 0;
    for (size_t i = 0; i < table->n_rows; i++)
        lines += is_contents_row(&table->rows[i]);
    return lines * 2 > table->n_rows;
}

/* The cells of a lone row as one line of text. */
static void add_line(struct blocks *blocks, const struct table_row *row)
{
    struct buf line;
    buf_init(&line, NULL, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < row->n_cells; i++) {
        if (row->cells[i][0] && line.len)
            buf_putc(&line, ' ');
        buf_puts(&line, row->cells[i]);
    }
    if (line.len)
        blocks_add(blocks, BLOCK_PARA, line.data, 0);
    buf_release(&line);
}

static void add_contents(struct blocks *blocks, const struct block *table)
{
    for (size_t i = 0; i < table->n_rows; i++) {
        const struct table_row *row = &table->rows[i];
        if (!is_contents_row(row)) {
            add_line(blocks, row);
            continue;
        }
        char *line =
            mem_printf(NULL, "%.*s, page %s", (int)without_leader(row->cells[0]), row->cells[0], row->cells[1]);
        blocks_add(blocks, BLOCK_LIST, line, 1);
        talloc_free(line);
    }
}

static void free_rows(struct block *table)
{
    for (size_t i = 0; i < table->n_rows; i++)
        talloc_free(table->rows[i].cells);
    talloc_free(table->rows);
}

/* ---- the caption ------------------------------------------------------------------------------------------ */

static bool is_note(const struct block *block)
{
    return block->kind == BLOCK_PARA && strlen(block->text) <= NOTE_LONGEST &&
           mark_scan(block->text, strlen(block->text)).kind == MARK_NONE;
}

/* The bold line or heading right above, short remarks left out. */
static const char *caption_of(const struct blocks *blocks)
{
    size_t notes = 0;
    for (size_t i = blocks->n; i > 0 && notes <= NOTES_MAX; i--) {
        const struct block *block = &blocks->at[i - 1];
        if (block->kind == BLOCK_HEADING)
            return block->text;
        if (!is_note(block))
            return NULL;
        notes++;
    }
    return NULL;
}

size_t report_table(struct pack *pack, size_t first, size_t end, struct blocks *blocks)
{
    struct block table = {.kind = BLOCK_TABLE};
    size_t next = gather_rows(pack, first, end, blocks->owner, &table);
    bool contents = is_contents(&table);
    if (contents || table.n_rows == 1) {
        if (contents)
            add_contents(blocks, &table);
        else
            add_line(blocks, &table.rows[0]);
        free_rows(&table);
        return next;
    }
    table.caption = mem_strdup(blocks->owner, caption_of(blocks));
    *mem_append(blocks->owner, blocks->at, blocks->n) = table;
    return next;
}
