/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where a table stands on a page, and its columns. A PDF knows no tables and its rules are not told: what stands below one
 * another is a column. A heading at the left of its cell and figures at the right of theirs need not overlap, and words of
 * two narrow columns may have come as one run; both are put right here. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

#define LINES_MAX ((size_t)200) /* of a table on one page */
#define LEFTS_MAX ((size_t)200)
#define TOUCH 3                 /* pixels by which two things must overlap to stand below one another */

static int height_of(const struct pdf_line *line)
{
    return line->bottom - line->top > 4 ? line->bottom - line->top : 4;
}

static int overlap(int left, int right, int other_left, int other_right)
{
    int from = left > other_left ? left : other_left, to = right < other_right ? right : other_right;
    return to - from;
}

/* Two cells at least: not a list mark and its text. */
static bool has_cells(const struct pdf_line *line)
{
    return line->n > 2 || (line->n == 2 && !pdf_is_marked(line));
}

/* ---- how far it reaches --------------------------------------------------------------------------- */

/* The lines of a table while they are found: what was seen below one another so far, from left to right. */
struct reach {
    struct pdf_column seen[PDF_COLUMNS_MAX];
    size_t n, with_cells;
    int left, right, pitch; /* pitch: the widest so far */
    int lefts[LEFTS_MAX];   /* where something began */
    int rights[LEFTS_MAX];  /* and ended */
    size_t n_lefts;
};

static void reach_add(struct reach *reach, int left, int right)
{
    size_t i = 0, end;
    while (i < reach->n && reach->seen[i].right <= left)
        i++;
    for (end = i; end < reach->n && reach->seen[end].left < right; end++) {
        left = reach->seen[end].left < left ? reach->seen[end].left : left;
        right = reach->seen[end].right > right ? reach->seen[end].right : right;
    }
    if (end == i && reach->n == PDF_COLUMNS_MAX)
        return;
    memmove(reach->seen + i + 1, reach->seen + end, (reach->n - end) * sizeof *reach->seen);
    reach->seen[i] = (struct pdf_column){left, right};
    reach->n = reach->n + 1 - (end - i);
}

static size_t seen_by(const struct reach *reach, const struct pdf_segment *segment)
{
    size_t count = 0;
    for (size_t i = 0; i < reach->n; i++)
        count += overlap(segment->left, segment->right, reach->seen[i].left, reach->seen[i].right) >= TOUCH;
    return count;
}

static bool starts_at_column(const struct reach *reach, int left)
{
    for (size_t i = 0; i < reach->n; i++)
        if (abs(reach->seen[i].left - left) <= TOUCH)
            return true;
    for (size_t i = 0; i < reach->n_lefts; i++)
        if (abs(reach->lefts[i] - left) <= TOUCH)
            return true;
    return false;
}

/* Did something begin or end where SEGMENT does? BOTH: one that did both. */
static bool is_edge(const struct reach *reach, const struct pdf_segment *segment, bool both)
{
    for (size_t i = 0; i < reach->n_lefts; i++) {
        bool left = abs(reach->lefts[i] - segment->left) <= TOUCH, right = abs(reach->rights[i] - segment->right) <= TOUCH;
        if (both ? left && right : left || right)
            return true;
    }
    return false;
}

/* What joins columns that were seen apart tells nothing of columns. */
static void reach_line(struct reach *reach, const struct pdf_line *line)
{
    for (size_t i = 0; i < line->n; i++)
        if (seen_by(reach, &line->segments[i]) < 2)
            reach_add(reach, line->segments[i].left, line->segments[i].right);
    for (size_t i = 0; i < line->n; i++)
        if (reach->n_lefts < LEFTS_MAX && !is_edge(reach, &line->segments[i], true)) {
            reach->rights[reach->n_lefts] = line->segments[i].right;
            reach->lefts[reach->n_lefts++] = line->segments[i].left;
        }
    reach->left = line->left < reach->left ? line->left : reach->left;
    reach->right = line->right > reach->right ? line->right : reach->right;
    reach->with_cells += has_cells(line);
}

/* Does LINE, which shows no cells of its own, stand in the columns? */
static bool fits(const struct reach *reach, const struct pdf_line *line)
{
    if (line->left < reach->left - TOUCH || line->right > reach->right + 3 * height_of(line))
        return false;
    for (size_t i = 0; i < line->n; i++)
        if (seen_by(reach, &line->segments[i]) > 1)
            return false;
    return true;
}

/* The words of two cells side by side that came as one run (see pdf_rows.c): the second column begins at a word. */
static bool is_joined(const struct reach *reach, const struct pdf_line *line)
{
    const struct pdf_segment *segment = &line->segments[0];
    if (line->n != 1 || segment->bold || seen_by(reach, segment) != 2 || segment->right > reach->right)
        return false;
    size_t i = 0;
    while (i < reach->n && reach->seen[i].right - segment->left < TOUCH)
        i++;
    return i + 1 < reach->n && abs(reach->seen[i].left - segment->left) <= TOUCH &&
           pdf_word_at(segment, 0, reach->seen[i + 1].left, height_of(line) / 3, height_of(line) / 3) > 0;
}

/* Does a word of the heads, which came as one run, stand at LEFT? */
static bool starts_below_word(const struct pdf_line *head, int left)
{
    for (size_t i = 0; i < head->n; i++)
        if (head->segments[i].left < left && head->segments[i].right > left &&
            pdf_word_at(&head->segments[i], 0, left, height_of(head), height_of(head) / 2))
            return true;
    return false;
}

static bool goes_on(const struct reach *reach, const struct pdf_line *before, const struct pdf_line *line, bool first)
{
    int pitch = line->top - before->top, height = height_of(before);
    int widest = reach->pitch * 16 / 10 > height * 24 / 10 ? reach->pitch * 16 / 10 : height * 24 / 10;
    if (pitch > (first ? 3 * height : widest))
        return false;
    if (has_cells(line))
        return line->left < reach->right && line->right > reach->left;
    if (is_joined(reach, line) && pitch * 4 <= reach->pitch * 5)
        return true;
    if (!fits(reach, line))
        return false;
    if (pitch * 100 <= PDF_TIGHT * line->size)
        return true;
    bool rows_seen = reach->pitch * 100 > PDF_TIGHT * before->size;
    if (!first && rows_seen && pitch * 4 > reach->pitch * 5)
        return false;
    return starts_at_column(reach, line->left) || (first && has_cells(before) && starts_below_word(before, line->left));
}

/* Do the cells of LINE begin or end where others did? */
static bool stands_below(const struct reach *reach, const struct pdf_line *line)
{
    size_t below = 0;
    for (size_t i = 0; i < line->n; i++)
        below += is_edge(reach, &line->segments[i], false);
    return below * 2 >= line->n;
}

/* Is line I the title of another table, whose columns are others? */
static bool is_next_title(const struct pdf_page *page, size_t i, const struct reach *reach)
{
    const struct pdf_line *line = &page->lines[i];
    bool title = line->n == 1 && line->bold && line->left <= reach->left + TOUCH;
    return title && i + 1 < page->n && page->lines[i + 1].n > 2 && !stands_below(reach, &page->lines[i + 1]);
}

static size_t reach_of(const struct pdf_page *page, size_t first, struct reach *reach)
{
    size_t end = first;
    for (; end < page->n && end < first + LINES_MAX; end++) {
        const struct pdf_line *line = &page->lines[end];
        if (end > first) {
            if (!goes_on(reach, line - 1, line, reach->pitch == 0) || is_next_title(page, end, reach))
                break;
            int pitch = line->top - (line - 1)->top;
            reach->pitch = pitch > reach->pitch ? pitch : reach->pitch;
        }
        reach_line(reach, line);
    }
    return end;
}

/* ---- columns ------------------------------------------------------------------------------------------- */

/* What stands below one another: which lines it is on, and whether it looks like figures set to the right. */
struct column {
    struct pdf_column at;
    size_t first, last, count; /* lines of the table */
    int right_least;
    size_t figures;
    unsigned char on[LINES_MAX];
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
            touched += overlap(segment->left, segment->right, line->segments[k].left, line->segments[k].right) >= TOUCH;
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
    for (size_t i = 0; i < LINES_MAX; i++)
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
        if (!last || (found[i].segment->left >= last->at.right - TOUCH && n_columns < PDF_COLUMNS_MAX)) {
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
    for (size_t i = 0; i < LINES_MAX; i++)
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
    bool figures = below->figures * 2 >= below->count || below->at.right - below->right_least <= TOUCH;
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

static void find_columns(const struct pdf_page *page, size_t first, size_t end, struct pdf_grid *grid)
{
    void *scratch = talloc_named_const(NULL, 0, "grid");
    struct column *columns = mem_zero_named(scratch, PDF_COLUMNS_MAX * sizeof *columns, "columns");
    size_t n = gather(page, first, end, columns);
    n = join_headings(columns, n, 5 * height_of(&page->lines[first]));
    grid->n = n;
    for (size_t i = 0; i < n; i++)
        grid->columns[i] = columns[i].at;
    talloc_free(scratch);
}

/* ---- tables that go on ------------------------------------------------------------------------------------ */

/* Do the lines stand in the columns of a table on the page before? */
static bool stands_in(const struct pdf_page *page, size_t first, size_t end, const struct pdf_grid *grid)
{
    size_t placed = 0, all = 0;
    for (size_t i = first; i < end; i++)
        for (size_t k = 0; k < page->lines[i].n; k++) {
            const struct pdf_segment *segment = &page->lines[i].segments[k];
            size_t touched = 0;
            bool aligned = false;
            for (size_t c = 0; c < grid->n; c++) {
                const struct pdf_column *column = &grid->columns[c];
                touched += overlap(segment->left, segment->right, column->left, column->right) >= TOUCH;
                aligned |= abs(segment->left - column->left) <= TOUCH || abs(segment->right - column->right) <= TOUCH;
            }
            placed += touched <= 1 && (aligned || touched);
            all++;
        }
    return all && placed * 10 >= all * 9;
}

static size_t find_rest(const struct pdf_page *page, const struct pdf_grid *before, struct pdf_grid *grid)
{
    struct reach reach = {.left = before->columns[0].left, .right = before->columns[before->n - 1].right};
    for (size_t i = 0; i < before->n; i++)
        reach_add(&reach, before->columns[i].left, before->columns[i].right);
    const struct pdf_line *line = page->lines;
    if (!has_cells(line) && (!fits(&reach, line) || !starts_at_column(&reach, line->left)))
        return 0;
    size_t end = reach_of(page, 0, &reach);
    if (!stands_in(page, 0, end, before))
        return 0;
    bool one_by_one = end == 1 && !has_cells(line) && page->n > 1; /* a heading where the table has ended */
    if (one_by_one && line->bold)
        return 0;
    *grid = *before;
    return end;
}

/* Do cells begin here, perhaps with the first line of one that reaches above the others? */
static bool starts_cells(const struct pdf_page *page, size_t first)
{
    for (size_t i = first; i < page->n && i < first + 4; i++) {
        if (has_cells(&page->lines[i]))
            return true;
        if (i + 1 == page->n || (page->lines[i + 1].top - page->lines[i].top) * 100 > 75 * height_of(&page->lines[i]))
            return false;
    }
    return false;
}

size_t pdf_find_table(const struct pdf_page *page, size_t first, const struct pdf_grid *before, struct pdf_grid *grid)
{
    if (first == 0 && before && page->n) {
        size_t end = find_rest(page, before, grid);
        if (end)
            return end;
    }
    if (!starts_cells(page, first))
        return first;
    struct reach reach = {.left = page->lines[first].left, .right = page->lines[first].right};
    size_t end = reach_of(page, first, &reach);
    while (end > first && !has_cells(&page->lines[end - 1]) && page->lines[end - 1].bold && end - 1 > first &&
           page->lines[end - 1].top - page->lines[end - 2].top > page->lines[end - 1].size * PDF_TIGHT / 100)
        end--; /* a heading below the table */
    find_columns(page, first, end, grid);
    return grid->n > 1 ? end : first;
}
