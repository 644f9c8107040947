/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The lines of a table as rows. A cell is wrapped where its next word would have had no room; a row is new where there is
 * more room above it than between the lines of a cell, or where a cell that had ended begins again. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

#define WIDE_CELL 10 /* heights of a line: where titles and explanations stand */

static int height_of(const struct pdf_line *line)
{
    return line->bottom - line->top > 4 ? line->bottom - line->top : 4;
}

/* ---- rows ------------------------------------------------------------------------------------------------- */

static void row_open(struct pdf_table *table, struct pdf_row *row)
{
    *row = (struct pdf_row){.all_bold = true};
    for (size_t i = 0; i < table->grid.n; i++)
        buf_init(&row->cells[i], table->pack->scratch, BUF_MAX_DOCUMENT);
}

void pdf_table_begin(struct pdf_table *table, struct pack *pack, const struct pdf_grid *grid)
{
    *table = (struct pdf_table){.pack = pack, .grid = *grid, .gap = true};
    row_open(table, &table->row);
    row_open(table, &table->held);
}

static void row_release(struct pdf_table *table, struct pdf_row *row)
{
    for (size_t i = 0; i < table->grid.n; i++)
        buf_release(&row->cells[i]);
    row_open(table, row);
}

static char *row_text(const struct pdf_table *table, const struct pdf_row *row)
{
    struct buf text;
    buf_init(&text, table->pack->scratch, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < table->grid.n; i++) {
        if (i)
            buf_putc(&text, '\t');
        buf_add(&text, row->cells[i].data ? row->cells[i].data : "", row->cells[i].len);
    }
    return buf_take(&text);
}

static void write_row(struct pdf_table *table, const char *text, bool gap, int page)
{
    pack_add_row(table->pack, text, table->grid.n, gap, page);
    if (!table->head)
        table->head = mem_strdup(table->pack->scratch, text);
}

static void write_held(struct pdf_table *table)
{
    if (table->held.last) {
        char *text = row_text(table, &table->held);
        write_row(table, text, table->held.gap, table->held.page);
        talloc_free(text);
        row_release(table, &table->held);
    }
    if (table->head_again)
        write_row(table, table->head_again, true, table->head_page);
    talloc_free(table->head_again);
    table->head_again = NULL;
}

/* Does the first row of a page belong to the last one of the page before? It was torn; or cells that are centred in a high
 * row stood on the other page alone. */
static bool belongs(const struct pdf_table *table)
{
    const struct pdf_row *held = &table->held, *row = &table->row;
    if (!held->last || !row->last || row->torn)
        return held->last && row->last;
    for (size_t i = 0; i < table->grid.n; i++)
        if (row->own[i] && (held->used[i] || i == 0))
            return false;
    return true;
}

static void join_held(struct pdf_table *table)
{
    struct pdf_row *held = &table->held, *row = &table->row;
    for (size_t i = 0; i < table->grid.n; i++) {
        if (!row->cells[i].len)
            continue;
        bool joined = !held->cells[i].len || pdf_joins(held->cells[i].data, held->cells[i].len, row->cells[i].data);
        buf_puts(&held->cells[i], joined ? "" : " ");
        buf_add(&held->cells[i], row->cells[i].data, row->cells[i].len);
        held->used[i] = true;
        held->rights[i] = row->rights[i];
    }
    held->last = row->last;
    memcpy(held->tops, row->tops, sizeof held->tops);
    talloc_free(table->head_again);
    table->head_again = NULL;
    row_release(table, row);
}

static void end_row(struct pdf_table *table)
{
    struct pdf_row *row = &table->row;
    if (!row->last)
        return;
    char *text = row_text(table, row);
    if (table->held.last && !table->head_again && table->head && strcmp(text, table->head) == 0) {
        table->head_again = mem_strdup(table->pack->scratch, text);
        table->head_page = row->page;
    } else if (belongs(table)) {
        join_held(table);
        write_held(table);
        table->gap = true;
    } else {
        write_held(table);
        write_row(table, text, row->gap, row->page);
    }
    talloc_free(text);
    row_release(table, row);
}

/* The last row of a page is held back; where one of the page before still is, all of this page may be its rest. */
static void end_page(struct pdf_table *table)
{
    if (!table->row.last)
        return;
    if (belongs(table)) {
        join_held(table);
        return;
    }
    write_held(table);
    table->held = table->row;
    row_open(table, &table->row);
}

void pdf_table_end(struct pdf_table *table)
{
    end_row(table);
    write_held(table);
    for (size_t i = 0; i < table->grid.n; i++) {
        buf_release(&table->row.cells[i]);
        buf_release(&table->held.cells[i]);
    }
    talloc_free(table->head);
    *table = (struct pdf_table){0};
}

#define LOOK_BACK ((size_t)8) /* lines: cells that are centred stand between those of others */

/* From a line of a cell to the next: between what begins at the same place on LINE and on a line above it. 0: none does. */
static int pitch_in_cell(const struct pdf_page *page, size_t first, size_t line)
{
    const struct pdf_line *at = &page->lines[line];
    for (size_t i = line; i > first && i + LOOK_BACK > line;) {
        const struct pdf_line *above = &page->lines[--i];
        for (size_t k = 0; k < at->n; k++)
            for (size_t m = 0; m < above->n; m++)
                if (abs(at->segments[k].left - above->segments[m].left) <= 2)
                    return at->top - above->top;
    }
    return 0;
}

/* How the lines of a table stand: the least room between two of a cell, and whether there are two kinds of room. */
struct spacing {
    int least;
    bool padded;
};

static struct spacing spacing_of(const struct pdf_page *page, size_t first, size_t end)
{
    struct spacing spacing = {.least = 0};
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = first + 1; i < end; i++) {
            int pitch = pass ? page->lines[i].top - page->lines[i - 1].top : pitch_in_cell(page, first, i);
            bool tight = pitch * 100 > 75 * height_of(&page->lines[i]) && pitch * 100 <= PDF_TIGHT * page->lines[i].size;
            if (pass == 0 && tight && (spacing.least == 0 || pitch < spacing.least))
                spacing.least = pitch;
            spacing.padded |= pass == 1 && spacing.least && pitch * 10 > spacing.least * 12;
        }
    return spacing;
}

/* Had the first word of a PART found room behind what stands above it in its column? */
static bool has_room(const struct pdf_table *table, const struct pdf_part *part, const struct pdf_segment *segment, int height)
{
    size_t n = part->to - part->from, word = strcspn(segment->text + part->from, " ");
    int width = n ? (int)((size_t)(part->right - part->left) * (word < n ? word : n) / n) : 0;
    const struct pdf_row *row = table->held.last && !table->row.last ? &table->held : &table->row;
    return row->rights[part->column] + width + height / 3 < table->grid.columns[part->column].right - height / 2;
}

static bool is_entry(const struct pdf_part *part, const struct pdf_segment *segment)
{
    return mark_scan(segment->text + part->from, part->to - part->from).kind == MARK_BULLET;
}

/* Does a row begin with LINE, PITCH below the one before? */
static bool begins_row(const struct pdf_table *table, const struct pdf_line *line, const struct spacing *spacing, int pitch,
                       const struct pdf_part *parts, const struct pdf_segment *const *of, size_t n)
{
    int height = height_of(line);
    if (pitch * 100 <= 75 * height)
        return false;
    if (pitch * 100 > PDF_TIGHT * line->size || (spacing->padded && pitch * 10 > spacing->least * 12))
        return true;
    const struct pdf_row *row = &table->row;
    bool late = false, again = false, room = false;
    for (size_t i = 0; i < n; i++) {
        size_t c = parts[i].column;
        again |= row->used[c] && !row->here[c];
        late |= !row->used[c];
        room |= row->here[c] && !is_entry(&parts[i], of[i]) && (has_room(table, &parts[i], of[i], height) || pdf_is_figure(of[i]->text));
    }
    if (again)
        return true;
    return !spacing->padded && !(row->all_bold && line->bold) && (late || room);
}

/* Did the line above PART end long before its column does, though the next word is short? Then a new line was meant. */
static bool ends_early(const struct pdf_table *table, const struct pdf_part *part, const struct pdf_segment *segment,
                       const struct pdf_line *line)
{
    const struct pdf_column *column = &table->grid.columns[part->column];
    const struct pdf_row *row = &table->row;
    int height = height_of(line);
    bool wide = column->right - column->left > WIDE_CELL * height;
    return wide && row->own[part->column] && row->tops[part->column] < line->top && has_room(table, part, segment, height) &&
           (column->right - row->rights[part->column]) * 4 > column->right - column->left;
}

static void take_line(struct pdf_table *table, const struct pdf_line *line, const struct pdf_part *parts,
                      const struct pdf_segment *const *of, size_t n)
{
    struct pdf_row *row = &table->row;
    bool here[PDF_COLUMNS_MAX] = {0};
    for (size_t i = 0; i < n; i++) {
        size_t c = parts[i].column;
        struct buf *cell = &row->cells[c];
        const char *text = of[i]->text + parts[i].from;
        size_t length = parts[i].to - parts[i].from;
        bool apart = is_entry(&parts[i], of[i]) || ends_early(table, &parts[i], of[i], line);
        const char *joint = !cell->len                               ? ""
                            : apart && !here[c]                       ? "<br>"
                            : pdf_joins(cell->data, cell->len, text) ? ""
                                                                      : " ";
        size_t bold = of[i]->bold_bytes > parts[i].from ? of[i]->bold_bytes - parts[i].from : 0;
        pdf_cell_add(cell, joint, text, length, bold);
        here[c] = row->used[c] = row->own[c] = true;
        row->rights[c] = parts[i].right;
        row->tops[c] = line->top;
    }
    for (size_t c = 0; c < table->grid.n && row->torn; c++) /* what is not seen yet on this page may still go on */
        here[c] |= !row->own[c] && row->here[c];
    memcpy(row->here, here, sizeof here);
    row->all_bold &= line->bold;
    row->last = line;
}

/* A row that a page's end tore: only what was going on at its foot may go on. */
static bool is_torn(const struct pdf_table *table, const struct pdf_part *parts, const struct pdf_segment *const *of, size_t n,
                    int height)
{
    const struct pdf_row *held = &table->held;
    for (size_t i = 0; i < n; i++) {
        size_t c = parts[i].column;
        bool going_on = held->used[c] && (held->last->top - held->tops[c]) * 100 <= PDF_TIGHT * height;
        if (!going_on || has_room(table, &parts[i], of[i], height) || c == 0)
            return false;
    }
    return true;
}

static void begin_row(struct pdf_table *table, const struct pdf_page *page, bool torn)
{
    struct pdf_row *row = &table->row;
    row_open(table, row);
    row->page = page->number;
    row->torn = torn;
    row->gap = table->gap;
    table->gap = false;
    for (size_t c = 0; c < table->grid.n && torn; c++) {
        row->used[c] = row->here[c] = table->held.used[c];
        row->rights[c] = table->held.rights[c];
    }
}

void pdf_table_add(struct pdf_table *table, const struct pdf_page *page, size_t first, size_t end)
{
    struct spacing spacing = spacing_of(page, first, end);
    struct pdf_part parts[3 * PDF_COLUMNS_MAX];
    const struct pdf_segment *of[3 * PDF_COLUMNS_MAX];
    if (table->row.last || table->held.last) { /* a page ended */
        end_page(table);
        table->gap = true;
    }
    for (size_t i = first; i < end; i++) {
        const struct pdf_line *line = &page->lines[i];
        size_t n = pdf_parts_of_line(&table->grid, line, parts, of);
        int pitch = i > first ? line->top - (line - 1)->top : 0;
        if (i == first || begins_row(table, line, &spacing, pitch, parts, of, n)) {
            end_row(table);
            begin_row(table, page, table->held.last && is_torn(table, parts, of, n, height_of(line)));
        }
        take_line(table, line, parts, of, n);
    }
}
