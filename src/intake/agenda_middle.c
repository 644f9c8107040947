/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Columns between the numbers and the titles of an agenda in lines (agenda.h): "7    Beck Ward    25/04 - BATHS ROAD", wards or
 * the rule that keeps an item private, which most items leave empty. Where these begin their titles, the others do. */
#include "config.h"

#include "src/intake/agenda.h"

#include <string.h>

#define MIDDLE_MIN 8 /* columns between a number and the titles */
#define EMPTY_MIN 2  /* items that leave the middle empty */
#define SLACK 1
#define PARTED_BY 2 /* blanks between two cells */

static bool near(size_t a, size_t b)
{
    return a <= b + SLACK && b <= a + SLACK;
}

/* The byte of LINE at COLUMN, where a cell begins there behind the blanks of another; its length if there is none. */
static size_t cell_at(const struct agenda_line *line, size_t column)
{
    size_t i = 0;
    for (size_t c = 0; i < line->n && c < column; c++)
        for (i++; i < line->n && (line->at[i] & 0xC0) == 0x80;)
            i++;
    bool cell = i > PARTED_BY && i < line->n && line->at[i] != ' ' && strncmp(line->at + i - PARTED_BY, "  ", PARTED_BY) == 0;
    return cell ? i : line->n;
}

/* Where the titles begin of items that leave the columns before them empty; 0 where there are no such columns. */
static size_t column_of_titles(const struct agenda_lines *lines, const struct agenda_run *run)
{
    size_t column = 0, empty = 0, filled = 0;
    for (size_t k = 0; k < run->n; k++) {
        const struct agenda_line *line = &lines->at[run->at[k]];
        if (!*line->title || line->more || line->title_columns < line->columns + MIDDLE_MIN)
            continue;
        empty += column == 0 || near(line->title_columns, column);
        column = column ? column : line->title_columns;
    }
    for (size_t k = 0; k < run->n; k++) {
        const struct agenda_line *line = &lines->at[run->at[k]];
        filled += line->more && column > 0 && cell_at(line, column) < line->n && line->title_columns + MIDDLE_MIN <= column;
    }
    return empty >= EMPTY_MIN && filled > 0 ? column : 0;
}

/* What stands at COLUMN of LINE is its title, or the title's next line; what stands before it a further column. */
static void take_title(const void *parent, struct agenda_line *line, size_t column)
{
    size_t from = line->title_columns + MIDDLE_MIN <= column && *line->title ? cell_at(line, column) : line->n;
    if (from == line->n || !line->more)
        return;
    size_t end = from;
    while (end < line->n && strncmp(line->at + end, "   ", 3) != 0 && line->at[end] != '\t')
        end++;
    const char *middle = memmem(line->at, from, line->title, strlen(line->title));
    line->more = middle ? text_squeeze(parent, middle, (size_t)(line->at + from - middle)) : line->title;
    line->more_columns = line->title_columns;
    line->title = text_squeeze(parent, line->at + from, end - from);
    line->title_columns = column;
    line->columns = *line->number.text ? line->columns : column;
}

/* "15 -" beside a title and "32" below it: pages that their narrow column broke. */
static void close_range(const void *parent, struct agenda_line *line, struct agenda_line *next)
{
    size_t n = line->pages ? strlen(line->pages) : 0;
    if (n < 2 || line->pages[n - 1] != '-')
        return;
    bool alone = *next->number.text && !*next->title && next->columns + SLACK >= line->pages_columns; /* it looks like a number */
    const char *end = alone ? next->number.text : next->pages;
    bool closes = !next->gap && end && strspn(end, "0123456789") == strlen(end);
    line->pages = closes ? mem_printf(parent, "%s %s", line->pages, end) : text_squeeze(parent, line->pages, n - 1);
    if (!closes)
        return;
    next->number = alone ? (struct item_number){0} : next->number;
    next->pages = NULL;
    next->paged = false;
}

void agenda_settle_titles(const void *parent, struct agenda_lines *lines, const struct agenda_run *run)
{
    size_t column = column_of_titles(lines, run);
    for (size_t i = run->at[0]; i < lines->n; i++) {
        if (i + 1 < lines->n)
            close_range(parent, &lines->at[i], &lines->at[i + 1]);
        if (column > 0)
            take_title(parent, &lines->at[i], column);
    }
}
