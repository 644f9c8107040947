/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tables that stand in running text: lines whose cells are parted by TAB, as minutes of saved pages have them. They
 * are laid out like those of reports; numbers and bullets with a TAB behind them are the lists they look like. */
#include "config.h"

#include "table.h"

#include <string.h>

/* A stretch of lines of the text as it is stored. */
struct stretch {
    const char *at;
    size_t n, lines;
    bool table;
};

static size_t line_bytes(const char *line)
{
    size_t n = strcspn(line, "\n");
    return n + (line[n] == '\n');
}

static bool has_tab(const char *line)
{
    return line[strcspn(line, "\t\n")] == '\t';
}

/* "(a)<TAB>that the plan be noted" */
static bool is_entry(const char *line)
{
    char mark[16];
    size_t cell = strcspn(line, "\t\n"), rest = line[cell] == '\t' ? strcspn(line + cell + 1, "\t\n") : 0;
    if (cell == 0 || cell + 3 > sizeof mark || line[cell + 1 + rest] == '\t')
        return false;
    memcpy(mark, line, cell);
    memcpy(mark + cell, " x", 3);
    return flow_list_mark(mark, cell + 2) == cell + 1;
}

/* The lines from TEXT on that are of one kind; two at least make a table. */
static struct stretch next_stretch(const char *text)
{
    struct stretch stretch = {.at = text, .table = has_tab(text)};
    bool entries = true;
    while (text[stretch.n] && has_tab(text + stretch.n) == stretch.table) {
        entries = entries && is_entry(text + stretch.n);
        stretch.n += line_bytes(text + stretch.n);
        stretch.lines++;
    }
    stretch.table = stretch.table && stretch.lines > 1 && !entries;
    return stretch;
}

static void read_rows(const void *local, const struct stretch *stretch, struct block *block)
{
    for (size_t at = 0; at < stretch->n; at += line_bytes(stretch->at + at)) {
        const char *line = stretch->at + at;
        struct table_row *row = mem_append(local, block->rows, block->n_rows);
        for (size_t end = strcspn(line, "\n"), from = 0; from <= end;) {
            size_t n = strcspn(line + from, "\t\n");
            *mem_append(local, row->cells, row->n_cells) = mem_strndup(local, line + from, n);
            from += n + 1;
        }
    }
}

/* Are the cells of the first row headings? Nothing says so but that all are words, over figures or in three columns. */
static bool begins_with_headings(const struct block *block)
{
    const struct table_row *first = &block->rows[0];
    bool figures = false;
    for (size_t c = 0; c < first->n_cells; c++)
        if (first->cells[c][0] == '\0' || is_figure(first->cells[c], strlen(first->cells[c])))
            return false;
    for (size_t c = 0; c < block->rows[1].n_cells; c++)
        figures = figures || is_figure(block->rows[1].cells[c], strlen(block->rows[1].cells[c]));
    return figures || first->n_cells > 2;
}

void flow_with_tables(struct page *page, const struct flow *flow)
{
    size_t at = 0;
    for (const char *text = flow->raw; *text;) {
        void *local = talloc_named_const(NULL, 0, "stretch");
        struct stretch stretch = next_stretch(text);
        struct block block = {.kind = BLOCK_TABLE};
        size_t clean = safe_text(local, stretch.at, stretch.n, SAFE_TEXT).len, place = at;
        if (stretch.table) {
            read_rows(local, &stretch, &block);
            page_table_plain(page, &block, flow, &place, begins_with_headings(&block));
        } else {
            flow_part(page, flow, at, clean);
        }
        at += clean;
        text += stretch.n;
        talloc_free(local);
    }
}
