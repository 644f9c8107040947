/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A page through a window: which lines are visible, which row the cursor is on, and how both stay
 * where they are when the page is laid out anew. Pure: no grid, no store. */
#include "config.h"

#include "page.h"

#include <string.h>

const struct row *view_row(const struct view *view)
{
    return view->page && view->row < view->page->n_rows ? &view->page->rows[view->row] : NULL;
}

static size_t window(const struct view *view)
{
    return view->height > 0 ? (size_t)view->height : 1;
}

static size_t last_top(const struct view *view)
{
    size_t n = view->page ? view->page->n_lines : 0;
    return n > window(view) ? n - window(view) : 0;
}

size_t view_last_line(const struct view *view)
{
    size_t n = view->page ? view->page->n_lines : 0, end = view->top + window(view);
    return end < n ? end : n;
}

/* Where the headings of a table would take more than a third of the window, or cover all that is left of it, they go. */
static size_t stays_at(const struct view *view, size_t top)
{
    const struct page *page = view->page;
    const struct line *line = page && top < page->n_lines ? &page->lines[top] : NULL;
    if (!line || line->n_head == 0 || line->n_head * 3 > window(view) || top + line->n_head >= page->n_lines)
        return 0;
    const struct line *below = line + line->n_head;
    return below->n_head > 0 && below->head == line->head ? line->n_head : 0;
}

size_t view_stays(const struct view *view, size_t *first)
{
    size_t n = stays_at(view, view->top);
    *first = n ? view->page->lines[view->top].head : 0;
    return n;
}

/* The first line that belongs with a row: headings above it, but not those of the row before. */
static size_t row_begins(const struct page *page, size_t row)
{
    if (row == 0)
        return 0;
    const struct row *before = &page->rows[row - 1];
    return before->first + before->n;
}

/* Scroll as little as needed so that the cursor's row is seen, its heading too where both fit. */
static void show_row(struct view *view)
{
    const struct row *row = view_row(view);
    if (!row) {
        if (view->top > last_top(view))
            view->top = last_top(view);
        return;
    }
    size_t begins = row_begins(view->page, view->row), end = row->first + row->n;
    if (view->row + 1 == view->page->n_rows)
        end = view->page->n_lines; /* what stands below the last row can only be seen with it */
    if (end > row->first + window(view))
        end = row->first + window(view);
    if (end > view->top + window(view))
        view->top = end - window(view);
    if (row->first < view->top)
        view->top = row->first;
    if (begins < view->top && end <= begins + window(view))
        view->top = begins;
    if (view->top > last_top(view))
        view->top = last_top(view);
    size_t stays = stays_at(view, view->top);
    if (row->first < view->top + stays)
        view->top = row->first - stays;
}

/* After scrolling the cursor goes to the nearest row that is seen. */
static void follow_window(struct view *view)
{
    const struct page *page = view->page;
    size_t begin = view->top + stays_at(view, view->top);
    while (view->row + 1 < page->n_rows && page->rows[view->row].first < begin)
        view->row++;
    size_t end = view_last_line(view);
    while (view->row > 0 && page->rows[view->row].first >= end)
        view->row--;
}

void view_row_bytes(const struct view *view, size_t *from, size_t *to)
{
    const struct row *row = view_row(view);
    *from = row ? row->offset : 0;
    *to = SIZE_MAX;
    for (size_t i = view->row + 1; row && i < view->page->n_rows && *to == SIZE_MAX; i++)
        if (view->page->rows[i].offset > *from)
            *to = view->page->rows[i].offset;
}

static bool same_key(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool view_go(struct view *view, const char *key, size_t offset)
{
    bool found = false;
    for (size_t i = 0; view->page && i < view->page->n_rows; i++) {
        const struct row *row = &view->page->rows[i];
        if (!same_key(row->key, key) || (found && row->offset > offset))
            continue;
        /* of several lines at one offset the first is the place */
        if (found && view->page->rows[view->row].offset == row->offset)
            continue;
        view->row = i;
        found = true;
    }
    if (found)
        show_row(view);
    return found;
}

static bool same_place(const struct row *a, const struct row *b)
{
    return a->offset == b->offset && same_key(a->key, b->key);
}

/* How many rows before ROW have its key and offset: rows of one key are told apart by their order. */
static size_t nth_of_place(const struct page *page, size_t row)
{
    size_t nth = 0;
    for (size_t i = 0; i < row; i++)
        nth += same_place(&page->rows[i], &page->rows[row]);
    return nth;
}

/* From the first row of a place on to the NTH other one, or the last there is. */
static void go_on_to_nth(struct view *view, size_t nth)
{
    const struct page *page = view->page;
    for (size_t i = view->row + 1; nth > 0 && i < page->n_rows; i++)
        if (same_place(&page->rows[i], &page->rows[view->row])) {
            view->row = i;
            nth--;
        }
}

/* The row of BEFORE that the cursor was on, on the page that is shown now; false if there is none. */
static bool find_again(struct view *view, const struct page *before)
{
    const struct row *row = &before->rows[view->row];
    size_t nth = nth_of_place(before, view->row);
    if (!view_go(view, row->key, row->offset))
        return false;
    go_on_to_nth(view, nth);
    return true;
}

void view_show(struct view *view, struct page *page, int height)
{
    struct page *before = view->page;
    const struct row *row = view_row(view);
    size_t depth = row && row->first >= view->top ? row->first - view->top : 0;
    bool again = row != NULL;
    view->page = page;
    view->height = height;
    if (before != page)
        view->found_line = 0;
    if (again && before != page)
        again = find_again(view, before);
    if (page->n_rows == 0)
        view->row = 0;
    else if (view->row >= page->n_rows)
        view->row = page->n_rows - 1;
    if (again && page->rows[view->row].first >= depth)
        view->top = page->rows[view->row].first - depth;
    show_row(view);
    if (before != page)
        talloc_free(before);
}

void view_go_line(struct view *view, size_t line)
{
    const struct page *page = view->page;
    size_t row = 0;
    while (row + 1 < page->n_rows && page->rows[row].first + page->rows[row].n <= line)
        row++;
    bool seen = line >= view->top + stays_at(view, view->top) && line < view->top + window(view);
    view->row = row;
    if (!seen) {
        size_t above = window(view) / 3;
        view->top = line > above ? line - above : 0;
    }
    if (view->top > last_top(view))
        view->top = last_top(view);
    bool in_row = row < page->n_rows && line >= page->rows[row].first && line < page->rows[row].first + page->rows[row].n;
    if (in_row && page->rows[row].n <= window(view))
        show_row(view);
    else if (!in_row && page->n_rows)
        follow_window(view);
    view->found_line = line + 1;
    view->found_row = view->row;
}

static bool is_heading(const struct page *page, size_t row)
{
    const struct line *line = &page->lines[page->rows[row].first];
    for (size_t i = 0; page->rows[row].n > 0 && i < line->n_spans; i++)
        if (line->spans[i].style == STYLE_HEADING)
            return true;
    return false;
}

static bool begins_heading(const struct page *page, size_t row)
{
    return is_heading(page, row) && !(row > 0 && is_heading(page, row - 1));
}

bool view_heading(struct view *view, enum command_id command, int count)
{
    const struct page *page = view->page;
    size_t row = view->row, found = view->row, step = command == CMD_NEXT_HEADING ? 1 : (size_t)-1;
    for (int left = count > 0 ? count : 1; page && left > 0 && (row += step) < page->n_rows;)
        if (begins_heading(page, row)) {
            found = row;
            left--;
        }
    if (found == view->row)
        return false;
    view->row = found;
    view->top = page->rows[found].first < last_top(view) ? page->rows[found].first : last_top(view);
    return true;
}

static void move_rows(struct view *view, long by)
{
    long last = (long)view->page->n_rows - 1, to = (long)view->row + by;
    view->row = (size_t)(to < 0 ? 0 : to > last ? last : to);
    show_row(view);
}

static void scroll_lines(struct view *view, long by)
{
    long to = (long)view->top + by, last = (long)last_top(view);
    view->top = (size_t)(to < 0 ? 0 : to > last ? last : to);
    if (view->page->n_rows)
        follow_window(view);
}

void view_lift(struct view *view)
{
    const struct row *row = view_row(view);
    size_t above = window(view) / 3;
    if (row && row->first + row->n > view->top + window(view) * 3 / 4 && row->first > above)
        scroll_lines(view, (long)(row->first - above) - (long)view->top);
}

/* A page, less what headings that stay will cover at line TOP, so that no line is passed over. */
static long page_step(const struct view *view, size_t top)
{
    long stays = (long)stays_at(view, top);
    return (view->height > 2 ? view->height - 1 : 1) - (stays > 1 ? stays - 1 : 0);
}

/* Half a page or a page: the window and the cursor move together, and stop at the ends. */
static void move_lines(struct view *view, long by)
{
    if (view->page->n_rows == 0) {
        scroll_lines(view, by);
        return;
    }
    size_t row = 0, before = view->row;
    long line = (long)view->page->rows[before].first + by;
    scroll_lines(view, by);
    while (row + 1 < view->page->n_rows && (long)view->page->rows[row + 1].first <= line)
        row++;
    if (by > 0 && row == before && row + 1 < view->page->n_rows)
        row++; /* a heading that fills the window is no end */
    view->row = row;
    show_row(view);
}

bool view_do(struct view *view, enum command_id command, int count)
{
    long times = count > 0 ? count : 1;
    long half = view->height > 3 ? view->height / 2 : 1;
    if (times > 1000000)
        times = 1000000; /* no page is longer; the products below stay small */
    if (!view->page)
        return false;
    switch (command) {
    case CMD_DOWN:
    case CMD_UP:
        if (view->page->n_rows)
            move_rows(view, command == CMD_DOWN ? times : -times);
        else
            scroll_lines(view, command == CMD_DOWN ? times : -times);
        return true;
    case CMD_HALF_DOWN:
        move_lines(view, half * times);
        return true;
    case CMD_HALF_UP:
        move_lines(view, -half * times);
        return true;
    case CMD_PAGE_DOWN:
        move_lines(view, page_step(view, view->top + window(view) - 1) * times);
        return true;
    case CMD_PAGE_UP:
        move_lines(view, -page_step(view, view->top) * times);
        return true;
    case CMD_FIRST:
    case CMD_LAST:
        view->row = command == CMD_FIRST || view->page->n_rows == 0 ? 0 : view->page->n_rows - 1;
        view->top = command == CMD_FIRST ? 0 : last_top(view);
        if (count > 0 && view->page->n_rows)
            view->row = (size_t)count <= view->page->n_rows ? (size_t)count - 1 : view->page->n_rows - 1;
        show_row(view);
        return true;
    case CMD_SCROLL_DOWN:
        scroll_lines(view, times);
        return true;
    case CMD_SCROLL_UP:
        scroll_lines(view, -times);
        return true;
    default:
        return false;
    }
}
