/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The columns of a table whose lines are known (pdf_grid.c): what stands below one another is a column. A heading at the left of
 * its cell and figures at the right of theirs need not overlap, and are put together here. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

/* What stands below one another: which lines it is on, and whether it looks like figures set to the right. */
struct column {
    struct pdf_column at;
    size_t first, last, count; /* lines of the table */
    int right_least;
    size_t figures;
    unsigned char on[PDF_TABLE_LINES_MAX];
};

bool pdf_is_figure(const char *text)
{
    return strpbrk(text, "0123456789") && strspn(text, "0123456789.,%-+()\xC2\xA3 /k\xE2\x80\x93m") == strlen(text);
}

/* Does SEGMENT reach over two things that stand apart on another line? */
static bool is_spanning(const struct pdf_page *page, size_t first, size_t end, const struct pdf_segment *segment)
{
    for (size_t i = first; i < end; i++) {
        const struct pdf_line *line = &page->lines[i];
        size_t touched = 0;
        for (size_t k = 0; k < line->n && touched < 2; k++)
            touched += pdf_overlap(segment->left, segment->right, line->segments[k].left, line->segments[k].right) >= PDF_TOUCH;
        if (touched > 1)
            return true;
    }
    return false;
}

static void column_take(struct column *column, size_t line, const struct pdf_segment *segment)
{
    if (column->count == 0)
        *column = (struct column){.at = {segment->left, segment->right}, .first = line, .right_least = segment->right};
    column->at.left = segment->left < column->at.left ? segment->left : column->at.left;
    column->at.right = segment->right > column->at.right ? segment->right : column->at.right;
    column->right_least = segment->right < column->right_least ? segment->right : column->right_least;
    column->last = line > column->last ? line : column->last;
    column->first = line < column->first ? line : column->first;
    column->figures += pdf_is_figure(segment->text);
    column->count++;
    column->on[line] = 1;
}

static void column_join(struct column *into, const struct column *from)
{
    into->at.left = from->at.left < into->at.left ? from->at.left : into->at.left;
    into->at.right = from->at.right > into->at.right ? from->at.right : into->at.right;
    into->right_least = from->right_least < into->right_least ? from->right_least : into->right_least;
    into->first = from->first < into->first ? from->first : into->first;
    into->last = from->last > into->last ? from->last : into->last;
    into->count += from->count;
    into->figures += from->figures;
    for (size_t i = 0; i < PDF_TABLE_LINES_MAX; i++)
        into->on[i] |= from->on[i];
}

struct found {
    const struct pdf_segment *segment;
    size_t line;
};

static int compare_found(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    if (x->segment->left != y->segment->left)
        return x->segment->left < y->segment->left ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

/* The columns as they show by themselves. */
static size_t gather(const struct pdf_page *page, size_t first, size_t end, struct column *columns)
{
    struct found *found = NULL;
    size_t n = 0, n_columns = 0;
    void *scratch = talloc_named_const(NULL, 0, "columns");
    for (size_t i = first; i < end; i++)
        for (size_t k = 0; k < page->lines[i].n; k++)
            if (!is_spanning(page, first, end, &page->lines[i].segments[k]))
                *mem_append(scratch, found, n) = (struct found){&page->lines[i].segments[k], i - first};
    if (n)
        qsort(found, n, sizeof *found, compare_found);
    for (size_t i = 0; i < n; i++) {
        struct column *last = n_columns ? &columns[n_columns - 1] : NULL;
        if (!last || (found[i].segment->left >= last->at.right - PDF_TOUCH && n_columns < PDF_COLUMNS_MAX)) {
            last = &columns[n_columns++];
            last->count = 0;
        }
        column_take(last, found[i].line, found[i].segment);
    }
    talloc_free(scratch);
    return n_columns;
}

static bool meet(const struct column *a, const struct column *b)
{
    for (size_t i = 0; i < PDF_TABLE_LINES_MAX; i++)
        if (a->on[i] && b->on[i])
            return true;
    return false;
}

/* How ill it would fit that LEFT and RIGHT are a heading and what stands below it; -1: they are not. Figures stand at the
 * right of their cell, words at the left. */
static int misfit(const struct column *left, const struct column *right)
{
    const struct column *head = left->last < right->first ? left : right->last < left->first ? right : NULL;
    int gap = right->at.left - left->at.right;
    if (!head || meet(left, right))
        return -1;
    const struct column *below = head == left ? right : left;
    bool figures = below->figures * 2 >= below->count || below->at.right - below->right_least <= PDF_TOUCH;
    bool natural = figures ? head == left : head == right;
    return natural ? gap * 3 / 10 : gap * 3 + 50;
}

/* Join headings and what is below them, the likeliest first. */
static size_t join_headings(struct column *columns, size_t n, int limit)
{
    for (;;) {
        int least = limit;
        size_t at = n;
        for (size_t i = 0; i + 1 < n; i++) {
            int cost = misfit(&columns[i], &columns[i + 1]);
            if (cost >= 0 && cost < least) {
                least = cost;
                at = i;
            }
        }
        if (at == n)
            return n;
        column_join(&columns[at], &columns[at + 1]);
        memmove(columns + at + 1, columns + at + 2, (n - at - 2) * sizeof *columns);
        n--;
    }
}

void pdf_find_columns(const struct pdf_page *page, size_t first, size_t end, struct pdf_grid *grid)
{
    void *scratch = talloc_named_const(NULL, 0, "grid");
    struct column *columns = mem_zero_named(scratch, PDF_COLUMNS_MAX * sizeof *columns, "columns");
    size_t n = gather(page, first, end, columns);
    n = join_headings(columns, n, 5 * pdf_height_of(&page->lines[first]));
    grid->n = n;
    for (size_t i = 0; i < n; i++)
        grid->columns[i] = columns[i].at;
    talloc_free(scratch);
}
