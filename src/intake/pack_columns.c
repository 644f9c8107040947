/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The header of an agenda table (pack.h): which of its columns is which. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>

static void place_column(struct pack_columns *columns, const char *folded, size_t at, size_t *either)
{
    if (pack_says(PACK_COLUMN_OF_NUMBERS, folded) && columns->number == PACK_NO_COLUMN)
        columns->number = at;
    else if (pack_says(PACK_COLUMN_OF_SUBJECTS, folded) && columns->subject == PACK_NO_COLUMN)
        columns->subject = at;
    else if (pack_says(PACK_COLUMN_OF_PAGES, folded))
        columns->page = at;
    else if (pack_says(PACK_COLUMN_OF_LETTERS, folded))
        columns->letter = at;
    else if (pack_says(PACK_COLUMN_OF_FILES, folded))
        columns->files = at;
    else if (pack_says(PACK_COLUMN_OF_TIMES, folded))
        columns->timing = at;
    else if (pack_says(PACK_COLUMN_OF_ITEMS, folded) && *either == PACK_NO_COLUMN)
        *either = at;
}

/* "", or what a converter makes of it: "Col2". */
static bool is_nameless(const char *cell)
{
    size_t name = text_starts(cell, "Col") ? strlen("Col") : 0;
    return !*cell || (name > 0 && cell[name] && cell[name + strspn(cell + name, "0123456789")] == '\0');
}

/* One column without a name is what the others leave: the subjects beside numbers and pages, or the pages at the end. */
static void place_nameless(struct pack_columns *columns, const struct strings *cells)
{
    size_t nameless = PACK_NO_COLUMN, n = 0;
    for (size_t i = 0; i < cells->n; i++)
        if (is_nameless(cells->at[i])) {
            nameless = i;
            n++;
        }
    if (n != 1 || cells->n != 3 || columns->number == PACK_NO_COLUMN)
        return;
    if (columns->subject == PACK_NO_COLUMN && columns->page != PACK_NO_COLUMN)
        columns->subject = nameless;
    else if (columns->subject != PACK_NO_COLUMN && columns->page == PACK_NO_COLUMN && nameless == cells->n - 1)
        columns->page = nameless;
}

bool pack_read_header(const char *row, struct pack_columns *columns)
{
    if (strlen(row) > PACK_HEADER_LONGEST)
        return false;
    size_t either = PACK_NO_COLUMN;
    *columns = (struct pack_columns){PACK_NO_COLUMN, PACK_NO_COLUMN, PACK_NO_COLUMN, PACK_NO_COLUMN, PACK_NO_COLUMN, PACK_NO_COLUMN, 0, false};
    struct strings cells = pack_cells(NULL, row);
    for (size_t i = 0; i < cells.n; i++) {
        char *folded = text_fold(cells.at, cells.at[i]);
        place_column(columns, folded, i, &either);
    }
    columns->count = cells.n;
    columns->named = columns->subject != PACK_NO_COLUMN;
    bool numbers_first = either == 1 && cells.n == 3 && is_nameless(cells.at[0]) && columns->subject == PACK_NO_COLUMN; /* "| | Item | Page |" */
    if (numbers_first && columns->number == PACK_NO_COLUMN)
        columns->number = 0;
    if (either != PACK_NO_COLUMN && columns->number == PACK_NO_COLUMN)
        columns->number = either;
    else if (either != PACK_NO_COLUMN && columns->subject == PACK_NO_COLUMN)
        columns->subject = either;
    place_nameless(columns, &cells);
    talloc_free(cells.at);
    return columns->number != PACK_NO_COLUMN && columns->subject != PACK_NO_COLUMN &&
           (columns->page != PACK_NO_COLUMN || columns->files != PACK_NO_COLUMN || columns->letter != PACK_NO_COLUMN);
}

/* "1", "1." in the first of the cells, and words behind it. */
static bool is_first_row(const char *row)
{
    struct span number = pack_cell(row, 0);
    return number.n > 0 && number.n <= 2 && number.at[0] == '1' && (number.n == 1 || number.at[1] == '.') && pack_cell(row, 1).n > 0;
}

bool pack_read_bare_header(const char *row, const char *next, struct pack_columns *columns)
{
    if (pack_read_header(row, columns) || columns->count != 2 || columns->number != 0 || !columns->named || !is_first_row(next))
        return false;
    columns->page = columns->count; /* "To follow" may stand there */
    return true;
}
