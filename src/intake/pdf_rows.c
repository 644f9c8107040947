/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The lines of a table as rows. A cell is wrapped where its next word would have had no room; a row is new where there is
 * more room above it than between the lines of a cell, or where a cell that had ended begins again. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

static int height_of(const struct pdf_line *line)
{
    return line->bottom - line->top > 4 ? line->bottom - line->top : 4;
}

/* ---- words to cells ---------------------------------------------------------------------------------- */

/* Words with what the reader of rows would take for mark-up kept as it is. */
static void add_escaped(struct buf *cell, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char c = text[i];
        if (c == '&')
            buf_puts(cell, "&amp;");
        else if (c == '<')
            buf_puts(cell, "&lt;");
        else if (c == '*' || c == '_' || c == '\\' || c == '`' || c == '[')
            buf_printf(cell, "&#%d;", c);
        else
            buf_putc(cell, c == '\t' || c == '\n' ? ' ' : c);
    }
}

/* Bold words that go on with bold ones are one stretch. JOINT stands between them. */
static void add_words(struct buf *cell, const char *joint, const char *text, size_t n, size_t bold)
{
    static const char end[] = "</b>";
    size_t tail = sizeof end - 1;
    bold = bold < n ? bold : n;
    bool on = bold && cell->len >= tail && memcmp(cell->data + cell->len - tail, end, tail) == 0;
    if (on)
        cell->len -= tail;
    buf_puts(cell, joint);
    if (bold) {
        buf_puts(cell, on ? "" : "<b>");
        add_escaped(cell, text, bold);
        buf_puts(cell, "</b>");
    }
    add_escaped(cell, text + bold, n - bold);
}

/* The column in which most of LEFT to RIGHT stands, else the nearest. */
static size_t column_of(const struct pdf_grid *grid, int left, int right)
{
    size_t best = 0;
    int most = INT_MIN;
    for (size_t i = 0; i < grid->n; i++) {
        int from = left > grid->columns[i].left ? left : grid->columns[i].left;
        int to = right < grid->columns[i].right ? right : grid->columns[i].right;
        if (to - from > most) {
            most = to - from;
            best = i;
        }
    }
    return best;
}

/* A part of a segment that stands in one column. */
struct part {
    size_t column, from, to; /* bytes of the segment's text */
    int left, right;
};

/* SEGMENT in the columns that it stands in: pdftohtml joins words of two columns where they are near. What stands ALONE on
 * its line is rather one wide cell. */
static size_t parts_of(const struct pdf_grid *grid, const struct pdf_segment *segment, int height, bool alone,
                       struct part *parts)
{
    size_t n = 0, from = 0;
    int left = segment->left;
    for (size_t c = 1; c < grid->n; c++) {
        int start = grid->columns[c].left;
        if (start <= left + height || start >= segment->right || (alone && segment->bold))
            continue;
        size_t at = pdf_word_at(segment, from, start, alone ? height / 3 : height, alone ? height / 3 : height / 2);
        if (!at)
            continue;
        parts[n++] = (struct part){column_of(grid, left, start - 1), from, at - 1, left, start - height / 2};
        from = at;
        left = start;
    }
    parts[n++] = (struct part){column_of(grid, left, segment->right), from, strlen(segment->text), left, segment->right};
    return n;
}

static size_t parts_of_line(const struct pdf_grid *grid, const struct pdf_line *line, struct part *parts,
                            const struct pdf_segment **of)
{
    size_t n = 0;
    for (size_t i = 0; i < line->n && n + grid->n <= 2 * PDF_COLUMNS_MAX; i++) {
        size_t added = parts_of(grid, &line->segments[i], height_of(line), line->n == 1, parts + n);
        for (size_t k = 0; k < added; k++)
            of[n + k] = &line->segments[i];
        n += added;
    }
    return n;
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
static bool has_room(const struct pdf_table *table, const struct part *part, const struct pdf_segment *segment, int height)
{
    size_t n = part->to - part->from, word = strcspn(segment->text + part->from, " ");
    int width = n ? (int)((size_t)(part->right - part->left) * (word < n ? word : n) / n) : 0;
    const struct pdf_row *row = table->held.last && !table->row.last ? &table->held : &table->row;
    return row->rights[part->column] + width + height / 3 < table->grid.columns[part->column].right - height / 2;
}

/* Does a row begin with LINE, PITCH below the one before? */
static bool begins_row(const struct pdf_table *table, const struct pdf_line *line, const struct spacing *spacing, int pitch,
                       const struct part *parts, const struct pdf_segment *const *of, size_t n)
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
        room |= row->here[c] && (has_room(table, &parts[i], of[i], height) || pdf_is_figure(of[i]->text));
    }
    if (again)
        return true;
    return !spacing->padded && !(row->all_bold && line->bold) && (late || room);
}

static void take_line(struct pdf_table *table, const struct pdf_line *line, const struct part *parts,
                      const struct pdf_segment *const *of, size_t n)
{
    struct pdf_row *row = &table->row;
    bool here[PDF_COLUMNS_MAX] = {0};
    for (size_t i = 0; i < n; i++) {
        size_t c = parts[i].column;
        struct buf *cell = &row->cells[c];
        const char *text = of[i]->text + parts[i].from;
        size_t length = parts[i].to - parts[i].from;
        struct list_mark mark = mark_scan(text, length);
        const char *joint = !cell->len                              ? ""
                            : mark.kind == MARK_BULLET && !here[c]         ? "<br>"
                            : pdf_joins(cell->data, cell->len, text) ? ""
                                                                            : " ";
        size_t bold = of[i]->bold_bytes > parts[i].from ? of[i]->bold_bytes - parts[i].from : 0;
        add_words(cell, joint, text, length, bold);
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
static bool is_torn(const struct pdf_table *table, const struct part *parts, const struct pdf_segment *const *of, size_t n,
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
    struct part parts[3 * PDF_COLUMNS_MAX];
    const struct pdf_segment *of[3 * PDF_COLUMNS_MAX];
    if (table->row.last || table->held.last) { /* a page ended */
        end_page(table);
        table->gap = true;
    }
    for (size_t i = first; i < end; i++) {
        const struct pdf_line *line = &page->lines[i];
        size_t n = parts_of_line(&table->grid, line, parts, of);
        int pitch = i > first ? line->top - (line - 1)->top : 0;
        if (i == first || begins_row(table, line, &spacing, pitch, parts, of, n)) {
            end_row(table);
            begin_row(table, page, table->held.last && is_torn(table, parts, of, n, height_of(line)));
        }
        take_line(table, line, parts, of, n);
    }
}
