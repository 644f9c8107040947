/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where a table stands on a page. A PDF knows no tables and its rules are not told: lines whose cells stand below one another are
 * one, though words of two narrow columns may have come as one run. pdf_columns.c tells its columns then. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

#define LEFTS_MAX ((size_t)200)

int pdf_height_of(const struct pdf_line *line)
{
    return line->bottom - line->top > 4 ? line->bottom - line->top : 4;
}

int pdf_overlap(int left, int right, int other_left, int other_right)
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
        count += pdf_overlap(segment->left, segment->right, reach->seen[i].left, reach->seen[i].right) >= PDF_TOUCH;
    return count;
}

static bool starts_at_column(const struct reach *reach, int left)
{
    for (size_t i = 0; i < reach->n; i++)
        if (abs(reach->seen[i].left - left) <= PDF_TOUCH)
            return true;
    for (size_t i = 0; i < reach->n_lefts; i++)
        if (abs(reach->lefts[i] - left) <= PDF_TOUCH)
            return true;
    return false;
}

/* Did something begin or end where SEGMENT does? BOTH: one that did both. */
static bool is_edge(const struct reach *reach, const struct pdf_segment *segment, bool both)
{
    for (size_t i = 0; i < reach->n_lefts; i++) {
        bool left = abs(reach->lefts[i] - segment->left) <= PDF_TOUCH, right = abs(reach->rights[i] - segment->right) <= PDF_TOUCH;
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
    if (line->left < reach->left - PDF_TOUCH || line->right > reach->right + 3 * pdf_height_of(line))
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
    while (i < reach->n && reach->seen[i].right - segment->left < PDF_TOUCH)
        i++;
    return i + 1 < reach->n && abs(reach->seen[i].left - segment->left) <= PDF_TOUCH &&
           pdf_word_at(segment, 0, reach->seen[i + 1].left, pdf_height_of(line) / 3, pdf_height_of(line) / 3) > 0;
}

/* Does a word of the heads, which came as one run, stand at LEFT? */
static bool starts_below_word(const struct pdf_line *head, int left)
{
    for (size_t i = 0; i < head->n; i++)
        if (head->segments[i].left < left && head->segments[i].right > left &&
            pdf_word_at(&head->segments[i], 0, left, pdf_height_of(head), pdf_height_of(head) / 2))
            return true;
    return false;
}

static bool goes_on(const struct reach *reach, const struct pdf_line *before, const struct pdf_line *line, bool first)
{
    int pitch = line->top - before->top, height = pdf_height_of(before);
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
    bool title = line->n == 1 && line->bold && line->left <= reach->left + PDF_TOUCH;
    return title && i + 1 < page->n && page->lines[i + 1].n > 2 && !stands_below(reach, &page->lines[i + 1]);
}

static size_t reach_of(const struct pdf_page *page, size_t first, struct reach *reach)
{
    size_t end = first;
    for (; end < page->n && end < first + PDF_TABLE_LINES_MAX; end++) {
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
                touched += pdf_overlap(segment->left, segment->right, column->left, column->right) >= PDF_TOUCH;
                aligned |= abs(segment->left - column->left) <= PDF_TOUCH || abs(segment->right - column->right) <= PDF_TOUCH;
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
        if (i + 1 == page->n || (page->lines[i + 1].top - page->lines[i].top) * 100 > 75 * pdf_height_of(&page->lines[i]))
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
    pdf_find_columns(page, first, end, grid);
    return grid->n > 1 ? end : first;
}
