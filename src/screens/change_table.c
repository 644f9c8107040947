/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Two tables: their columns are set beside each other by their headings, their rows by what stands in the first of
 * them, and each row that differs is told with the cells that do: "Fenwick High · 2023/24: [-41-] {+43+}". */
#include "config.h"

#include "changes.h"

#include <string.h>

#define NO_COLUMN SIZE_MAX
#define HANG 2        /* cells by which the lines of a row hang */
#define LOOK_AHEAD 64 /* rows within which one is looked for */
#define COLUMNS_MOST 256 /* of a table that is compared cell by cell: a wider one is no table that anybody reads */

/* The words of a table's cells, blanks and lines as one blank. */
struct words_table {
    struct strings *rows;
    size_t n_rows, n_columns;
};

/* A column of either table, or of both. */
struct column {
    size_t old, new; /* NO_COLUMN where it is not */
};

struct tables {
    struct page *page;
    struct words_table old, new;
    char **old_rows, **new_rows; /* the cells of each row as one text, by `columns` */
    struct column *columns;
    size_t n_columns;
    const char *key;
    size_t place;
    int x;
    void *local;
};

static struct words_table words_of(const void *local, const struct block *table)
{
    struct words_table words = {.n_rows = table->n_rows};
    words.rows = mem_zero_named(local, (words.n_rows + 1) * sizeof *words.rows, "rows");
    for (size_t r = 0; r < table->n_rows; r++) {
        for (size_t c = 0; c < table->rows[r].n_cells; c++) {
            char *cell = text_squeeze(NULL, table->rows[r].cells[c], strlen(table->rows[r].cells[c]));
            strings_add(words.rows, &words.rows[r], cell);
            talloc_free(cell);
        }
        words.n_columns = words.rows[r].n > words.n_columns ? words.rows[r].n : words.n_columns;
    }
    return words;
}

static const char *cell_at(const struct words_table *table, size_t row, size_t column)
{
    bool there = row < table->n_rows && column < table->rows[row].n;
    return there ? table->rows[row].at[column] : "";
}

static bool same_words(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* ---- are they one table? ------------------------------------------------------------------------------ */

static size_t shared_labels(const struct words_table *old, const struct words_table *new)
{
    size_t shared = 0;
    for (size_t i = 1, j = 1; i < old->n_rows && j < new->n_rows; i++) {
        size_t at = j, end = j + LOOK_AHEAD < new->n_rows ? j + LOOK_AHEAD : new->n_rows;
        while (at < end && !same_words(cell_at(old, i, 0), cell_at(new, at, 0)))
            at++;
        if (at < end) {
            shared++;
            j = at + 1;
        }
    }
    return shared;
}

bool tables_are_one(const struct block *old, const struct block *new)
{
    if (old->caption && new->caption && same_words(old->caption, new->caption))
        return true;
    void *local = talloc_named_const(NULL, 0, "tables");
    struct words_table a = words_of(local, old), b = words_of(local, new);
    size_t same = 0, rows = a.n_rows < b.n_rows ? a.n_rows : b.n_rows;
    for (size_t c = 0; c < b.n_columns && c < COLUMNS_MOST; c++)
        same += same_words(cell_at(&a, 0, c), cell_at(&b, 0, c));
    bool one = (same == b.n_columns && same == a.n_columns) || (rows > 1 && shared_labels(&a, &b) * 2 >= rows - 1);
    talloc_free(local);
    return one;
}

/* ---- columns --------------------------------------------------------------------------------------------- */

static bool same_heading(const void *context, size_t old, size_t new)
{
    const struct tables *tables = context;
    return same_words(cell_at(&tables->old, 0, old), cell_at(&tables->new, 0, new));
}

static void add_column(struct tables *tables, size_t old, size_t new)
{
    *mem_append(tables->local, tables->columns, tables->n_columns) = (struct column){old, new};
}

/* As many columns gone as new at one place are taken for the same, with other headings. */
static void pair_columns(struct tables *tables)
{
    struct change_runs runs = changes_of(tables->local, tables->old.n_columns, tables->new.n_columns, same_heading, tables);
    for (size_t i = 0; i < runs.n; i++) {
        const struct change_run *run = &runs.at[i], *next = i + 1 < runs.n ? run + 1 : NULL;
        bool renamed = run->kind == CHANGE_GONE && next && next->kind == CHANGE_NEW && next->n == run->n;
        for (size_t k = 0; k < run->n; k++)
            add_column(tables, run->kind == CHANGE_NEW ? NO_COLUMN : run->old + k,
                       run->kind == CHANGE_GONE && !renamed ? NO_COLUMN : (renamed ? next->new : run->new) + k);
        i += renamed;
    }
}

static const char *old_cell(const struct tables *tables, size_t row, size_t column)
{
    size_t c = tables->columns[column].old;
    return c == NO_COLUMN ? "" : cell_at(&tables->old, row, c);
}

static const char *new_cell(const struct tables *tables, size_t row, size_t column)
{
    size_t c = tables->columns[column].new;
    return c == NO_COLUMN ? "" : cell_at(&tables->new, row, c);
}

/* ---- rows ------------------------------------------------------------------------------------------------- */

static char **rows_of(const struct tables *tables, size_t n, const char *(*cell)(const struct tables *, size_t, size_t))
{
    struct buf out;
    char **rows = mem_zero_named(tables->local, (n + 1) * sizeof *rows, "rows");
    for (size_t r = 0; r < n; r++) {
        buf_init(&out, rows, BUF_MAX_DOCUMENT);
        for (size_t c = 0; c < tables->n_columns; c++)
            buf_printf(&out, "%s\t", cell(tables, r, c));
        rows[r] = buf_take(&out);
    }
    return rows;
}

/* Row I of the lists that are compared is the I-th below the headings. */
static bool same_row(const void *context, size_t old, size_t new)
{
    const struct tables *tables = context;
    return same_words(tables->old_rows[old + 1], tables->new_rows[new + 1]);
}

/* Cells with words that are the same in both, and how many have words in either. */
static size_t same_cells(const struct tables *tables, size_t old, size_t new, size_t *filled)
{
    size_t same = 0;
    *filled = 0;
    for (size_t c = 0; c < tables->n_columns; c++) {
        const char *before = old_cell(tables, old, c), *now = new_cell(tables, new, c);
        *filled += *before || *now;
        same += *now && same_words(before, now);
    }
    return same;
}

static bool rows_are_one(const struct tables *tables, size_t old, size_t new)
{
    size_t filled, same = same_cells(tables, old, new, &filled);
    const char *label = tables->n_columns ? old_cell(tables, old, 0) : "";
    return (*label && same_words(label, new_cell(tables, new, 0))) || same * 2 > filled;
}

/* Places within a table are those of the table: its cells are found by eye. */
static void end_row(struct tables *tables, struct changed_text *text)
{
    for (size_t i = 0; i < text->n; i++)
        text->at[i].place = tables->place;
    changed_text_page(tables->page, text, tables->x, tables->x + HANG, tables->key);
}

/* "· 2023/24:" before a cell of a row, "·" before a heading. */
static void lead_to(struct tables *tables, struct changed_text *text, size_t row, size_t column)
{
    const char *heading = *new_cell(tables, 0, column) ? new_cell(tables, 0, column) : old_cell(tables, 0, column);
    if (text->n > 0)
        changed_text_put(text, STYLE_TEXT, "·", strlen("·"), 0);
    if (row == 0 || !*heading)
        return;
    char *words = mem_printf(tables->local, "%s:", heading);
    changed_text_put(text, STYLE_TEXT, words, strlen(words), 0);
}

/* The first cell of a row names it; it is told even where it is the same. */
static void tell_changed(struct tables *tables, size_t old, size_t new)
{
    struct changed_text text;
    changed_text_start(&text, tables->local);
    for (size_t c = 0; c < tables->n_columns; c++) {
        const char *before = old_cell(tables, old, c), *now = new_cell(tables, new, c);
        if (c > 0 && same_words(before, now))
            continue;
        if (c > 0)
            lead_to(tables, &text, old, c);
        changed_text_compare(&text, before, now, 0, false);
    }
    end_row(tables, &text);
}

/* A row that only one of them has, all of its cells: "{+St Mary's · 3 · 5+}". */
static void tell_single(struct tables *tables, size_t row, enum change_kind kind)
{
    struct changed_text text;
    struct strings cells = {0};
    for (size_t c = 0; c < tables->n_columns; c++) {
        const char *cell = kind == CHANGE_NEW ? new_cell(tables, row, c) : old_cell(tables, row, c);
        if (*cell)
            strings_add(tables->local, &cells, cell);
    }
    if (cells.n == 0)
        return;
    char *words = words_join(tables->local, &cells, " · ");
    const char *lead = kind == CHANGE_NEW ? "new row" : "row gone";
    changed_text_start(&text, tables->local);
    changed_text_put(&text, STYLE_TEXT, lead, strlen(lead), 0);
    changed_text_mark(&text, kind, words, strlen(words), 0);
    end_row(tables, &text);
}

/* The old row, of those from OLD to END, that the new one seems to have been; END if there is none. Where as many are
 * gone as came, the one in its place will do if a cell of it is the same. */
static size_t row_before(const struct tables *tables, size_t old, size_t end, size_t new, bool as_many)
{
    size_t filled, last = old + LOOK_AHEAD < end ? old + LOOK_AHEAD : end;
    for (size_t at = old; at < last; at++)
        if (rows_are_one(tables, at, new))
            return at;
    return as_many && old < end && same_cells(tables, old, new, &filled) > 0 ? old : end;
}

/* Rows that differ at one place: those that seem to be one are told as changed, in their order. */
static void tell_rows(struct tables *tables, size_t old, size_t old_end, size_t new, size_t new_end)
{
    bool as_many = old_end - old == new_end - new;
    for (; new < new_end; new++) {
        size_t at = row_before(tables, old, old_end, new, as_many);
        if (at == old_end) {
            tell_single(tables, new, CHANGE_NEW);
            continue;
        }
        for (; old < at; old++)
            tell_single(tables, old, CHANGE_GONE);
        tell_changed(tables, old++, new);
    }
    for (; old < old_end; old++)
        tell_single(tables, old, CHANGE_GONE);
}

static void tell_all_rows(struct tables *tables)
{
    size_t n_old = tables->old.n_rows ? tables->old.n_rows - 1 : 0, n_new = tables->new.n_rows ? tables->new.n_rows - 1 : 0;
    struct change_runs runs = changes_of(tables->local, n_old, n_new, same_row, tables);
    for (size_t i = 0; i < runs.n; i++) {
        const struct change_run *run = &runs.at[i], *next = i + 1 < runs.n ? run + 1 : NULL;
        if (run->kind == CHANGE_SAME)
            continue;
        bool both = run->kind == CHANGE_GONE && next && next->kind == CHANGE_NEW;
        size_t gone = run->kind == CHANGE_GONE ? run->n : 0, came = run->kind == CHANGE_NEW ? run->n : both ? next->n : 0;
        tell_rows(tables, run->old + 1, run->old + 1 + gone, run->new + 1, run->new + 1 + came);
        i += both;
    }
}

/* ---- a table ------------------------------------------------------------------------------------------------ */

static void say_table(struct tables *tables, const char *lead, const struct block *table)
{
    struct page *page = tables->page;
    struct strings headings = {0};
    for (size_t c = 0; c < tables->new.n_columns; c++)
        if (*cell_at(&tables->new, 0, c))
            strings_add(tables->local, &headings, cell_at(&tables->new, 0, c));
    char *words = table->caption ? mem_printf(tables->local, "%s “%s”", lead, table->caption)
                                 : mem_printf(tables->local, "%s: %s", lead, words_join(tables->local, &headings, ", "));
    page_row(page, tables->key, tables->place);
    page_wrap_most(page, tables->x, tables->x + HANG, page->width - tables->x - 1, STYLE_TABLE_HEAD, words, 2);
    page_no_row(page);
    tables->x += HANG;
}

static struct tables tables_new(struct page *page, const struct block *old, const struct block *new, size_t place, int x, const char *key)
{
    void *local = talloc_named_const(NULL, 0, "tables");
    return (struct tables){.page = page, .old = words_of(local, old), .new = words_of(local, new), .key = key, .place = place,
                           .x = x, .local = local};
}

/* The rows as lines. */
static char *lines_of(const struct words_table *table, const void *local)
{
    struct buf out;
    buf_init(&out, local, BUF_MAX_DOCUMENT);
    for (size_t r = 0; r < table->n_rows; r++)
        for (size_t c = 0; c < table->rows[r].n; c++)
            buf_printf(&out, "%s%s", table->rows[r].at[c], c + 1 < table->rows[r].n ? " " : "\n");
    return buf_take(&out);
}

static void tell_in_words(struct tables *tables)
{
    struct changed_text text;
    changed_text_start(&text, tables->local);
    changed_text_compare(&text, lines_of(&tables->old, tables->local), lines_of(&tables->new, tables->local), 0, true);
    end_row(tables, &text);
}

static void tell_in_cells(struct tables *tables)
{
    pair_columns(tables);
    tables->old_rows = rows_of(tables, tables->old.n_rows, old_cell);
    tables->new_rows = rows_of(tables, tables->new.n_rows, new_cell);
    if (tables->old.n_rows && tables->new.n_rows && !same_words(tables->old_rows[0], tables->new_rows[0]))
        tell_changed(tables, 0, 0);
    tell_all_rows(tables);
}

void changed_table_page(struct page *page, const struct block *old, const struct block *new, size_t place, int x, const char *key)
{
    struct tables tables = tables_new(page, old, new, place, x, key);
    say_table(&tables, "Table", new);
    if (tables.old.n_columns > COLUMNS_MOST || tables.new.n_columns > COLUMNS_MOST)
        tell_in_words(&tables);
    else
        tell_in_cells(&tables);
    talloc_free(tables.local);
}

void single_table_page(struct page *page, const struct block *table, enum change_kind kind, size_t place, int x, const char *key)
{
    struct tables tables = tables_new(page, table, table, place, x, key);
    say_table(&tables, kind == CHANGE_NEW ? "New table" : "Table gone", table);
    for (size_t c = 0; c < tables.new.n_columns && c < COLUMNS_MOST; c++)
        add_column(&tables, c, c);
    for (size_t r = 1; r < table->n_rows; r++)
        tell_single(&tables, r, kind);
    talloc_free(tables.local);
}
