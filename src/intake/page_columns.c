/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Pasted tables with the items in one column and their papers in the next ("6. Moorings<TAB>Report (PDF, 120KB)"): each cell
 * becomes a line of its own (field.md 3.6). */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>

#define COLUMN_LEAST 2 /* rows with a file in their second cell that show such a table */

/* The cell behind the first of LINE, which has words of its own; NULL where there is none. */
static const char *second_cell(const struct page *page, const char *line)
{
    const char *tab = strchr(line, '\t');
    const char *cell = tab && tab > line ? tab + strspn(tab, "\t ") : "";
    if (!*cell || strchr(cell, '\t'))
        return NULL;
    char *first = mem_strndup(page->scratch, line, (size_t)(tab - line));
    struct item_number number;
    bool words = !item_number_parse_bare(first, &number) && strpbrk(first, "abcdefghijklmnopqrstuvwxyz");
    talloc_free(first);
    return words ? cell : NULL;
}

/* Is CELL a file with a name of its own: "Report (PDF, 120KB)"? */
static bool is_file(const struct page *page, const char *cell)
{
    struct attachment file = {0};
    char *name = mem_strdup(page->scratch, cell);
    bool is = file_suffix(name, name, &file) && isalpha((unsigned char)*name);
    talloc_free(name);
    return is;
}

void page_split_columns(struct page *page)
{
    size_t files = 0;
    for (size_t i = 0; i < page->n && files < COLUMN_LEAST; i++) {
        const char *cell = second_cell(page, page->lines[i].text);
        files += cell && is_file(page, cell);
    }
    if (files < COLUMN_LEAST)
        return;
    struct page_line *old = page->lines;
    size_t n_old = page->n;
    page->lines = NULL;
    page->n = 0;
    for (size_t i = 0; i < n_old; i++) {
        const char *cell = second_cell(page, old[i].text);
        struct page_line line = old[i];
        if (cell)
            line.text = text_squeeze(page->scratch, line.text, strcspn(line.text, "\t"));
        *mem_append(page->scratch, page->lines, page->n) = line;
        if (!cell)
            continue;
        line.text = mem_strdup(page->scratch, cell);
        line.gap = true; /* a name of its own, no second line of a title */
        *mem_append(page->scratch, page->lines, page->n) = line;
    }
}
