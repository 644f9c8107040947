/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tables of papers on a page: columns that share the width fairly, figures to the right, cells wrapped. A table
 * with more columns than the page can hold is laid out whole all the same, for the window to move along it
 * (wide.c); where there is no window its columns stand below each other, or cells behind their headings. */
#include "config.h"

#include "table.h"

#include <string.h>

/* ---- cells ------------------------------------------------------------------------------------------ */

/* Where a cell stands in the text the table is of, close behind *AT, which is set behind it. */
static size_t find_cell(const struct flow *flow, size_t *at, const struct safe *cell)
{
    char *one_line = mem_strndup(NULL, cell->text, cell->len); /* as item_report_text() writes it */
    for (char *c = one_line; *c; c++)
        if (*c == '\n')
            *c = ' ';
    size_t place = SIZE_MAX;
    if (flow_find(flow, at, one_line, cell->len)) {
        place = *at;
        *at += cell->len;
    }
    talloc_free(one_line);
    return place;
}

static void clean_cells(struct table *table, size_t *at)
{
    const struct block *block = table->block;
    for (size_t r = 0; r < block->n_rows; r++)
        if (block->rows[r].n_cells > table->n_columns)
            table->n_columns = block->rows[r].n_cells;
    table->n_rows = block->n_rows;
    table->cells = mem_zero_named(table->local, (table->n_rows + 1) * sizeof(struct shown *), "rows");
    table->columns = mem_zero_named(table->local, (table->n_columns + 1) * sizeof(struct column), "columns");
    for (size_t r = 0; r < table->n_rows; r++) {
        table->cells[r] = mem_zero_named(table->local, (table->n_columns + 1) * sizeof(struct shown), "cells");
        for (size_t c = 0; c < table->n_columns; c++) {
            const char *text = c < block->rows[r].n_cells ? block->rows[r].cells[c] : "";
            struct safe clean = safe_text(table->local, text, strlen(text), SAFE_TEXT);
            size_t place = find_cell(table->flow, at, &clean);
            table->cells[r][c] = flow_show(table->local, table->flow, clean.text, clean.len, place);
        }
    }
}

/* Where a row begins in the text; where it cannot be told it is where the one before does. */
static size_t row_place(const struct table *table, size_t r, size_t before)
{
    for (size_t c = 0; c < table->n_columns; c++)
        if (table->cells[r][c].place != SIZE_MAX)
            return table->cells[r][c].place;
    return before;
}

/* A cell wrapped: where several entries stand in it, the lines an entry takes hang by one cell. */
struct cell_lines {
    struct cell_line {
        struct line_span span; /* of the cell's text */
        int hang;
    } * at;
    size_t n;
};

static struct cell_lines wrap_cell(const struct table *table, const struct shown *cell, int width)
{
    struct cell_lines lines = {0};
    bool entries = memchr(cell->text, '\n', cell->len) != NULL && width > 4;
    for (size_t at = 0, n; at < cell->len; at += n + 1) {
        const char *end = memchr(cell->text + at, '\n', cell->len - at);
        n = end ? (size_t)(end - cell->text) - at : cell->len - at;
        struct line_spans spans = text_wrap(table->local, cell->text + at, n, width, 0, entries ? 1 : 0);
        for (size_t i = 0; i < spans.n; i++) {
            struct cell_line *line = mem_append(table->local, lines.at, lines.n);
            line->span = (struct line_span){spans.at[i].start + at, spans.at[i].len};
            line->hang = entries && i > 0;
        }
    }
    return lines;
}

/* Headings of figures stand above them; a word among them stands as words do. */
static int cell_indent(const struct column *column, const char *text, size_t n, bool heading, int hang)
{
    int width = text_width(text, n);
    if (!column->figures || !(heading || is_figure(text, n)))
        return hang;
    int right = column->width - (heading ? 0 : column->tail - figure_tail(text, n));
    return right > width ? right - width : 0;
}

static void put_cell_line(const struct table *table, int x, const struct column *column, bool heading,
                          const struct shown *cell, const struct cell_line *line)
{
    x += cell_indent(column, cell->text + line->span.start, line->span.len, heading, line->hang);
    shown_put(table->page, x, heading ? STYLE_TABLE_HEAD : STYLE_TEXT, table->flow, cell, line->span.start, line->span.len);
}

/* ---- rows -------------------------------------------------------------------------------------------- */

/* Columns that are laid out beside each other: the first one and those of FROM to before TO. */
struct columns {
    size_t from, to;
    const struct wide *wide; /* NULL: all are in sight */
};

/* Where the column after C begins, if C begins at X. */
static int next_x(const struct table *table, const struct columns *columns, size_t c, int x)
{
    return x + table->columns[c].width + (columns->wide && c == 0 ? STAYS_GAP : TABLE_GAP);
}

static void begin_line(const struct table *table, const struct columns *columns, size_t place)
{
    page_row(table->page, NULL, place);
    page_line(table->page);
    table->page->lines[table->page->n_lines - 1].wide = columns->wide;
}

static size_t next_column(const struct columns *columns, size_t c)
{
    return c == 0 ? columns->from : c + 1;
}

static void put_row(const struct table *table, const struct columns *columns, size_t r, size_t place)
{
    size_t high = 1;
    struct cell_lines *lines = mem_zero_named(table->local, (table->n_columns + 1) * sizeof(struct cell_lines), "lines");
    for (size_t c = 0; c < columns->to; c = next_column(columns, c)) {
        lines[c] = wrap_cell(table, &table->cells[r][c], table->columns[c].width);
        high = lines[c].n > high ? lines[c].n : high;
    }
    for (size_t l = 0; l < high; l++) {
        begin_line(table, columns, place);
        int x = table->x;
        for (size_t c = 0; c < columns->to; c = next_column(columns, c)) {
            if (l < lines[c].n && lines[c].at[l].span.len)
                put_cell_line(table, x, &table->columns[c], r == 0 && table->has_head, &table->cells[r][c], &lines[c].at[l]);
            x = next_x(table, columns, c, x);
        }
    }
}

/* A thin line under the headings, column by column; of a wide table the marks stand on it. */
static void put_rule(const struct table *table, const struct columns *columns, size_t place)
{
    begin_line(table, columns, place);
    table->page->lines[table->page->n_lines - 1].says = columns->wide != NULL;
    int x = table->x;
    for (size_t c = 0; c < columns->to && table->has_head; c = next_column(columns, c)) {
        struct buf rule;
        buf_init(&rule, table->local, 8192);
        for (int i = 0; i < table->columns[c].width; i++)
            buf_puts(&rule, "─");
        page_put_clean(table->page, x, STYLE_RULE, rule.data ? rule.data : "", rule.len);
        x = next_x(table, columns, c, x);
    }
}

static void put_columns(const struct table *table, const struct columns *columns, size_t place)
{
    if (!table->has_head && columns->wide)
        put_rule(table, columns, place);
    struct page *page = table->page;
    size_t head = page->n_lines, n_head = 0;
    for (size_t r = 0; r < table->n_rows; r++) {
        size_t first = page->n_lines;
        place = row_place(table, r, place);
        put_row(table, columns, r, place);
        if (r == 0 && table->has_head) {
            put_rule(table, columns, place);
            n_head = page->n_lines - head;
            continue;
        }
        for (size_t l = first; l < page->n_lines; l++)
            page->lines[l].head = head, page->lines[l].n_head = n_head;
    }
}

/* ---- tables for which there is no room ------------------------------------------------------------------ */

/* "Heading: cell", one under the other. */
static void put_records(const struct table *table, size_t place)
{
    for (size_t r = table->has_head; r < table->n_rows; r++) {
        place = row_place(table, r, place);
        for (size_t c = 0; c < table->n_columns; c++) {
            const struct shown *cell = &table->cells[r][c], *head = table->has_head && c > 0 ? &table->cells[0][c] : NULL;
            if (cell->len == 0)
                continue;
            page_row(table->page, NULL, cell->place == SIZE_MAX ? place : cell->place);
            page_wrap(table->page, table->x + (c ? 2 : 0), table->x + (c ? 4 : 2), table->right - table->x, STYLE_TEXT,
                      mem_printf(table->local, "%.*s%s%.*s", head ? (int)head->len : 0, head ? head->text : "",
                                 head && head->len ? ": " : "", (int)cell->len, cell->text));
        }
    }
}

/* As many columns as fit beside the first one, then the others in the same way. */
static void put_parts(const struct table *table, size_t place)
{
    int stays = table->columns[0].width + TABLE_GAP;
    for (size_t from = 1, to; from < table->n_columns; from = to) {
        int x = table->x + stays + table->columns[from].width;
        for (to = from + 1; to < table->n_columns && x + TABLE_GAP + table->columns[to].width <= table->right; to++)
            x += TABLE_GAP + table->columns[to].width;
        if (from > 1)
            page_blank(table->page);
        put_columns(table, &(struct columns){.from = from, .to = to}, place);
    }
}

static const struct wide *wide_of(const struct table *table)
{
    struct wide *wide = mem_new(table->page, struct wide);
    int x = table->x + table->columns[0].width + STAYS_GAP;
    wide->stays = x;
    wide->right = table->right;
    wide->n = (int)table->n_columns - 1;
    wide->at = mem_zero_named(wide, ((size_t)wide->n + 1) * sizeof(int), "at");
    for (int i = 0; i < wide->n; i++) {
        wide->at[i] = x;
        x += table->columns[i + 1].width + TABLE_GAP;
    }
    wide->at[wide->n] = x;
    return wide;
}

static void put_wide(struct table *table, size_t place)
{
    enum too_wide manner = table->page->too_wide;
    table_widen(table);
    if (table->n_columns < 2 || manner == TOO_WIDE_IN_ROWS || (manner == TOO_WIDE_IN_PARTS && !table_is_flat(table)))
        put_records(table, place);
    else if (manner == TOO_WIDE_IN_PARTS)
        put_parts(table, place);
    else
        put_columns(table, &(struct columns){1, table->n_columns, wide_of(table)}, place);
}

static void put_table(struct page *page, const struct block *block, const struct flow *flow, size_t *at, bool has_head,
                      const char *caption)
{
    int right = page->width > 20 ? page->width - 1 : page->width;
    struct table table = {.page = page, .flow = flow, .block = block, .x = flow->margin, .right = right, .has_head = has_head};
    size_t place = *at;
    table.local = talloc_named_const(NULL, 0, "table");
    clean_cells(&table, at);
    table_measure(&table);
    if (caption) {
        page_row(page, NULL, place);
        page_wrap(page, table.x, table.x, right - table.x, STYLE_HEADING, caption);
    }
    if (table_fit(&table))
        put_columns(&table, &(struct columns){1, table.n_columns, NULL}, place);
    else
        put_wide(&table, place);
    talloc_free(table.local);
}

void page_table(struct page *page, const struct block *block, const struct flow *flow, size_t *at, bool with_caption)
{
    put_table(page, block, flow, at, block->n_rows > 1, with_caption ? block->caption : NULL);
}

void page_table_plain(struct page *page, const struct block *block, const struct flow *flow, size_t *at, bool has_head)
{
    put_table(page, block, flow, at, has_head, NULL);
}
