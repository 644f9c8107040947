/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The cells of a table row: a line whose cells are parted by TABs, or in Markdown by '|'. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>

struct span pack_cell(const char *row, size_t nth)
{
    const char *at = row;
    for (; nth > 0; nth--) {
        at = strchr(at, '\t');
        if (!at)
            return (struct span){"", 0};
        at++;
    }
    size_t n = strcspn(at, "\t");
    while (n && pack_blank(at)) {
        n -= pack_blank(at);
        at += pack_blank(at);
    }
    while (n && at[n - 1] == ' ')
        n--;
    return (struct span){at, n};
}

struct strings pack_cells(const void *parent, const char *row)
{
    struct strings cells = {0};
    for (const char *at = row;;) {
        size_t n = strcspn(at, "\t");
        char **cell = mem_append(parent, cells.at, cells.n);
        *cell = markup_read(cells.at, at, n, MARKUP_CELL).text;
        if (!at[n])
            return cells;
        at += n + 1;
    }
}

char *pack_row(const void *parent, const char *line, size_t n)
{
    while (n && line[n - 1] == ' ')
        n--;
    size_t at = strspn(line, " ");
    if (at + 3 > n || line[at] != '|' || line[n - 1] != '|')
        return memchr(line, '\t', n) ? mem_strndup(parent, line, n) : NULL;
    struct buf row;
    buf_init(&row, parent, BUF_MAX_DOCUMENT);
    bool ruler = true;
    for (size_t i = at + 1; i + 1 < n; i++) {
        bool escaped = line[i] == '\\' && line[i + 1] == '|' && i + 2 < n;
        ruler &= strchr("|-: ", line[i]) != NULL;
        i += escaped;
        buf_putc(&row, line[i] == '|' && !escaped ? '\t' : line[i]);
    }
    if (ruler)
        buf_clear(&row);
    return buf_take(&row);
}
