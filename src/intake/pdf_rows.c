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
        size_t at = pdf_word_at(segment, from, start, alone ? height / 3 : height / 2);
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

void pdf_table_begin(struct pdf_table *table, struct pack *pack, const struct pdf_grid *grid)
{
    *table = (struct pdf_table){.pack = pack, .grid = *grid, .gap = true};
    for (size_t i = 0; i < grid->n; i++)
        buf_init(&table->cells[i], pack->scratch, BUF_MAX_DOCUMENT);
}

static void end_row(struct pdf_table *table)
{
    if (!table->last)
        return;
    struct buf row;
    buf_init(&row, table->pack->scratch, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < table->grid.n; i++) {
        if (i)
            buf_putc(&row, '\t');
        buf_add(&row, table->cells[i].data ? table->cells[i].data : "", table->cells[i].len);
        buf_clear(&table->cells[i]);
        table->here[i] = table->used[i] = false;
    }
    pack_add_row(table->pack, row.data ? row.data : "", table->grid.n, table->gap, table->page);
    buf_release(&row);
    table->gap = table->new_page;
    table->new_page = false;
    table->last = NULL;
}

void pdf_table_end(struct pdf_table *table)
{
    end_row(table);
    for (size_t i = 0; i < table->grid.n; i++)
        buf_release(&table->cells[i]);
    *table = (struct pdf_table){0};
}

/* How the lines of a table stand: the least room between two, and whether there are two kinds of room. */
struct spacing {
    int least;
    bool padded;
};

static struct spacing spacing_of(const struct pdf_page *page, size_t first, size_t end)
{
    struct spacing spacing = {.least = 0};
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = first + 1; i < end; i++) {
            int pitch = page->lines[i].top - page->lines[i - 1].top;
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
    return table->rights[part->column] + width + height / 3 < table->grid.columns[part->column].right - height / 2;
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
    bool late = false, again = false, room = false;
    for (size_t i = 0; i < n; i++) {
        size_t c = parts[i].column;
        again |= table->used[c] && !table->here[c];
        late |= !table->used[c];
        room |= table->here[c] && (has_room(table, &parts[i], of[i], height) || pdf_is_figure(of[i]->text));
    }
    if (again)
        return true;
    return !spacing->padded && !(table->all_bold && line->bold) && (late || room);
}

static void take_line(struct pdf_table *table, const struct pdf_line *line, const struct part *parts,
                      const struct pdf_segment *const *of, size_t n)
{
    bool here[PDF_COLUMNS_MAX] = {0};
    for (size_t i = 0; i < n; i++) {
        size_t c = parts[i].column;
        struct buf *cell = &table->cells[c];
        const char *text = of[i]->text + parts[i].from;
        size_t length = parts[i].to - parts[i].from;
        struct list_mark mark = mark_scan(text, length);
        const char *joint = !cell->len                              ? ""
                            : mark.kind == MARK_BULLET && !here[c]         ? "<br>"
                            : pdf_joins(cell->data, cell->len, text) ? ""
                                                                            : " ";
        size_t bold = of[i]->bold_bytes > parts[i].from ? of[i]->bold_bytes - parts[i].from : 0;
        add_words(cell, joint, text, length, bold);
        here[c] = table->used[c] = true;
        table->rights[c] = parts[i].right;
    }
    memcpy(table->here, here, sizeof here);
    table->all_bold &= line->bold;
    table->last = line;
}

/* A row that a page's end tore: only what was going on there may go on. */
static bool is_torn(const struct pdf_table *table, const struct part *parts, const struct pdf_segment *const *of, size_t n,
                    int height)
{
    for (size_t i = 0; i < n; i++)
        if (!table->here[parts[i].column] || has_room(table, &parts[i], of[i], height) || parts[i].column == 0)
            return false;
    return true;
}

void pdf_table_add(struct pdf_table *table, const struct pdf_page *page, size_t first, size_t end)
{
    struct spacing spacing = spacing_of(page, first, end);
    struct part parts[3 * PDF_COLUMNS_MAX];
    const struct pdf_segment *of[3 * PDF_COLUMNS_MAX];
    for (size_t i = first; i < end; i++) {
        const struct pdf_line *line = &page->lines[i];
        size_t n = parts_of_line(&table->grid, line, parts, of);
        bool begins = true;
        if (i > first)
            begins = begins_row(table, line, &spacing, line->top - (line - 1)->top, parts, of, n);
        else if (table->last)
            begins = !is_torn(table, parts, of, n, height_of(line));
        if (i == first && table->last)
            table->new_page = true;
        if (begins) {
            end_row(table);
            table->all_bold = true;
            table->page = page->number;
        }
        take_line(table, line, parts, of, n);
    }
}
