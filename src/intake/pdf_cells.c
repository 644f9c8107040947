/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A line of a table as parts that stand in one column each, and their words as the reader of rows takes them. */
#include "config.h"

#include "src/intake/pdf.h"

#include <string.h>

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
void pdf_cell_add(struct buf *cell, const char *joint, const char *text, size_t n, size_t bold)
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

/* SEGMENT in the columns that it stands in: pdftohtml joins words of two columns where they are near. What stands ALONE on
 * its line is rather one wide cell. */
static size_t parts_of(const struct pdf_grid *grid, const struct pdf_segment *segment, int height, bool alone,
                       struct pdf_part *parts)
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
        parts[n++] = (struct pdf_part){column_of(grid, left, start - 1), from, at - 1, left, start - height / 2};
        from = at;
        left = start;
    }
    parts[n++] = (struct pdf_part){column_of(grid, left, segment->right), from, strlen(segment->text), left, segment->right};
    return n;
}

size_t pdf_parts_of_line(const struct pdf_grid *grid, const struct pdf_line *line, struct pdf_part *parts,
                            const struct pdf_segment **of)
{
    int height = line->bottom - line->top > 4 ? line->bottom - line->top : 4;
    size_t n = 0;
    for (size_t i = 0; i < line->n && n + grid->n <= 2 * PDF_COLUMNS_MAX; i++) {
        size_t added = parts_of(grid, &line->segments[i], height, line->n == 1, parts + n);
        for (size_t k = 0; k < added; k++)
            of[n + k] = &line->segments[i];
        n += added;
    }
    return n;
}
