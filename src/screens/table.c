/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tables of reports: columns that share the width fairly, figures to the right, cells wrapped. A table
 * with more columns than the pane can hold is shown row by row, each cell after its heading. */
#include "config.h"

#include "page.h"

#include <string.h>

#define TABLE_GAP 2   /* cells between columns */
#define WORD_WHOLE 12 /* cells up to which a column keeps its longest word whole */
#define FIGURE_MAX 20 /* bytes of a cell that can be a figure */

/* A table being laid out; all on `local`. */
struct table {
    struct page *page;
    const struct flow *flow;
    const struct block *block;
    size_t n_columns, *at;
    int *widths, x, right;
    bool *figures;       /* columns of figures stand to the right */
    bool fits;           /* the columns can stand side by side */
    struct safe **cells; /* of each row, n_columns */
    void *local;
};

static void *zeroes(struct table *table, size_t n, size_t size)
{
    return mem_zero_named(table->local, (n + 1) * size, "table");
}

/* What a column gets if every column may take LEVEL cells. */
static int column_at(int level, int least, int wanted)
{
    int most = wanted > least ? wanted : least;
    return level < least ? least : level > most ? most : level;
}

static int width_at(int level, const int *least, const int *wanted, size_t n)
{
    int sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += column_at(level, least[i], wanted[i]);
    return sum;
}

void share_columns(int *widths, const int *least, const int *wanted, size_t n, int width, int gap)
{
    int room = width - (n ? (int)(n - 1) * gap : 0), level = 1;
    while (level < room && width_at(level + 1, least, wanted, n) <= room)
        level++;
    int spare = room - width_at(level, least, wanted, n);
    for (size_t i = 0; i < n; i++) {
        widths[i] = column_at(level, least[i], wanted[i]);
        if (spare > 0 && widths[i] == level && wanted[i] > level) {
            widths[i]++;
            spare--;
        }
    }
}

static bool is_figure(const struct safe *cell)
{
    static const char *const none[] = {"n/a", "N/A", "-", "–", "..", "*"};
    for (size_t i = 0; i < MB_LENGTH(none); i++)
        if (strcmp(cell->text, none[i]) == 0)
            return true;
    if (cell->len > FIGURE_MAX || !strpbrk(cell->text, "0123456789"))
        return false;
    const char *at = cell->text;
    if (strncmp(at, "£", strlen("£")) == 0)
        at += strlen("£");
    return strspn(at, "0123456789.,%()+-kmbn ") == strlen(at);
}

static int widest_line(const struct safe *cell)
{
    int widest = 0;
    for (const char *at = cell->text; *at;) {
        size_t n = strcspn(at, "\n");
        int width = text_width(at, n);
        widest = width > widest ? width : widest;
        at += n + (at[n] == '\n');
    }
    return widest;
}

static int longest_word(const struct safe *cell)
{
    int longest = 1;
    for (const char *at = cell->text; *at;) {
        size_t n = strcspn(at, " \n");
        int width = text_width(at, n);
        longest = width > longest ? width : longest;
        at += n + strspn(at + n, " \n");
    }
    return longest;
}

static void clean_cells(struct table *table)
{
    const struct block *block = table->block;
    for (size_t r = 0; r < block->n_rows; r++)
        if (block->rows[r].n_cells > table->n_columns)
            table->n_columns = block->rows[r].n_cells;
    table->cells = zeroes(table, block->n_rows, sizeof(struct safe *));
    for (size_t r = 0; r < block->n_rows; r++) {
        table->cells[r] = zeroes(table, table->n_columns, sizeof(struct safe));
        for (size_t c = 0; c < table->n_columns; c++) {
            const char *text = c < block->rows[r].n_cells ? block->rows[r].cells[c] : "";
            table->cells[r][c] = safe_text(table->local, text, strlen(text), SAFE_TEXT);
        }
    }
}

/* Are all cells of a column below its heading figures? */
static bool column_of_figures(const struct table *table, size_t column)
{
    bool any = false;
    for (size_t r = 1; r < table->block->n_rows; r++) {
        const struct safe *cell = &table->cells[r][column];
        if (cell->len && !is_figure(cell))
            return false;
        any = any || cell->len;
    }
    return any;
}

/* Words stay whole up to WORD_WHOLE cells, figures always; where the columns do not fit so, the table is
 * told row by row. */
static void measure(struct table *table)
{
    size_t n = table->n_columns;
    int *wanted = zeroes(table, n, sizeof(int)), *least = zeroes(table, n, sizeof(int));
    int room = table->right - table->x, needed = n ? -TABLE_GAP : 0;
    table->widths = zeroes(table, n, sizeof(int));
    table->figures = zeroes(table, n, sizeof(bool));
    for (size_t c = 0; c < n; c++) {
        table->figures[c] = column_of_figures(table, c);
        least[c] = 1;
        for (size_t r = 0; r < table->block->n_rows; r++) {
            const struct safe *cell = &table->cells[r][c];
            int width = widest_line(cell), word = longest_word(cell);
            word = word < WORD_WHOLE || (table->figures[c] && r > 0) ? word : WORD_WHOLE;
            wanted[c] = width > wanted[c] ? width : wanted[c];
            least[c] = word > least[c] ? word : least[c];
        }
        needed = needed > room ? needed : needed + least[c] + TABLE_GAP;
    }
    table->fits = needed <= room;
    if (table->fits)
        share_columns(table->widths, least, wanted, n, room, TABLE_GAP);
}

/* Where a cell stands in the report's text; SIZE_MAX where it is not found. */
static size_t cell_place(struct table *table, const struct safe *cell)
{
    char *one_line = mem_strndup(NULL, cell->text, cell->len); /* as item_report_text() writes it */
    for (char *c = one_line; *c; c++)
        if (*c == '\n')
            *c = ' ';
    size_t place = SIZE_MAX;
    if (flow_find(table->flow, table->at, one_line, cell->len)) {
        place = *table->at;
        *table->at += cell->len;
    }
    talloc_free(one_line);
    return place;
}

/* A cell wrapped: where several entries stand in it, the lines an entry takes hang by one cell. */
struct cell_lines {
    struct cell_line {
        struct line_span span; /* of the cell's text */
        int hang;
    } * at;
    size_t n, place; /* place: of the cell in the report's text */
};

static struct cell_lines wrap_cell(struct table *table, const struct safe *cell, int width)
{
    struct cell_lines lines = {.place = cell_place(table, cell)};
    bool entries = strchr(cell->text, '\n') != NULL && width > 4;
    for (const char *at = cell->text; *at;) {
        size_t n = strcspn(at, "\n");
        struct line_spans spans = text_wrap(table->local, at, n, width, 0, entries ? 1 : 0);
        for (size_t i = 0; i < spans.n; i++) {
            struct cell_line *line = mem_append(table->local, lines.at, lines.n);
            line->span = (struct line_span){spans.at[i].start + (size_t)(at - cell->text), spans.at[i].len};
            line->hang = entries && i > 0;
        }
        at += n + (at[n] == '\n');
    }
    return lines;
}

static void put_cell_line(struct table *table, int x, size_t column, enum style style, const struct safe *cell,
                          const struct cell_lines *lines, size_t l)
{
    struct line_span span = lines->at[l].span;
    const char *text = cell->text + span.start;
    x += table->figures[column] ? table->widths[column] - text_width(text, span.len) : lines->at[l].hang;
    if (lines->place == SIZE_MAX)
        page_put_clean(table->page, x, style, text, span.len);
    else
        flow_put(table->page, x, style, table->flow, text, span.len, lines->place + span.start);
}

static void put_row(struct table *table, size_t r)
{
    size_t n = table->n_columns, high = 1, start = *table->at;
    struct cell_lines *lines = zeroes(table, n, sizeof(struct cell_lines));
    for (size_t c = 0; c < n; c++) {
        lines[c] = wrap_cell(table, &table->cells[r][c], table->widths[c]);
        if (c == 0 && lines[c].place != SIZE_MAX)
            start = lines[c].place;
        high = lines[c].n > high ? lines[c].n : high;
    }
    enum style style = r == 0 ? STYLE_TABLE_HEAD : STYLE_TEXT;
    for (size_t l = 0; l < high; l++) {
        page_row(table->page, NULL, start);
        page_line(table->page);
        int x = table->x;
        for (size_t c = 0; c < n; c++) {
            if (l < lines[c].n && lines[c].at[l].span.len)
                put_cell_line(table, x, c, style, &table->cells[r][c], &lines[c], l);
            x += table->widths[c] + TABLE_GAP;
        }
    }
}

/* A thin line under the headings, column by column. */
static void put_rule(struct table *table)
{
    struct buf rule;
    page_row(table->page, NULL, *table->at);
    page_line(table->page);
    int x = table->x;
    for (size_t c = 0; c < table->n_columns; c++) {
        buf_init(&rule, NULL, 8192);
        for (int i = 0; i < table->widths[c]; i++)
            buf_puts(&rule, "─");
        page_put_clean(table->page, x, STYLE_RULE, rule.data ? rule.data : "", rule.len);
        buf_release(&rule);
        x += table->widths[c] + TABLE_GAP;
    }
}

/* Too many columns to stand side by side: "Heading: cell", one under the other. */
static void put_record(struct table *table, size_t r)
{
    size_t start = *table->at;
    bool heads = table->block->n_rows > 1; /* else the row of headings is all there is */
    for (size_t c = 0; c < table->n_columns; c++) {
        const struct safe *cell = &table->cells[r][c], *head = &table->cells[0][c];
        if (cell->len == 0)
            continue;
        size_t place = cell_place(table, cell);
        if (heads && r == 0)
            continue;
        page_row(table->page, NULL, place == SIZE_MAX ? start : place);
        char *words = c == 0 || head->len == 0 ? mem_strdup(table->local, cell->text)
                                               : mem_printf(table->local, "%s: %s", head->text, cell->text);
        page_wrap(table->page, table->x + (c ? 2 : 0), table->x + (c ? 4 : 2), table->right - table->x, STYLE_TEXT,
                  words);
    }
}

void page_table(struct page *page, const struct block *block, const struct flow *flow, size_t *at, bool with_caption)
{
    int right = page->width > 20 ? page->width - 1 : page->width;
    struct table table = {.page = page, .flow = flow, .block = block, .at = at, .x = flow->margin, .right = right};
    table.local = talloc_named_const(NULL, 0, "table");
    clean_cells(&table);
    measure(&table);
    if (block->caption && with_caption) {
        page_row(page, NULL, *at);
        page_wrap(page, table.x, table.x, right - table.x, STYLE_HEADING, block->caption);
    }
    for (size_t r = 0; r < block->n_rows; r++) {
        if (table.fits)
            put_row(&table, r);
        else
            put_record(&table, r);
        if (r == 0 && table.fits && block->n_rows > 1)
            put_rule(&table);
    }
    talloc_free(table.local);
}
