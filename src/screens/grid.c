/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The grid of cells that every screen fills. Text enters it here and only through the gate, cut
 * between clusters; what a style looks like is known above. */
#include "config.h"

#include <minutebook/screens.h>

#include <string.h>

#define GRID_SIDE_MAX 4096 /* cells; a wider or higher terminal shows the rest empty */
#define CLUSTER_MAX (sizeof((struct cell *)0)->text - 1)

static const char *const style_names[STYLE_COUNT] = {
    [STYLE_TEXT] = "text",
    [STYLE_HEAD] = "head",
    [STYLE_RULE] = "rule",
    [STYLE_PANE] = "pane",
    [STYLE_PANE_FOCUSED] = "pane-focused",
    [STYLE_SELECTED] = "selected",
    [STYLE_SELECTED_ELSEWHERE] = "selected-elsewhere",
    [STYLE_SELECTED_HIT] = "selected-hit",
    [STYLE_HEADING] = "heading",
    [STYLE_TABLE_HEAD] = "table-head",
    [STYLE_QUIET] = "quiet",
    [STYLE_WARNING] = "warning",
    [STYLE_HIT] = "hit",
    [STYLE_FOUND] = "found",
    [STYLE_SELECTED_FOUND] = "selected-found",
    [STYLE_GONE] = "gone",
    [STYLE_NEW] = "new",
    [STYLE_STATUS] = "status",
    [STYLE_HINT] = "hint",
    [STYLE_MESSAGE] = "message",
    [STYLE_ERROR] = "error",
};

const char *style_name(enum style style)
{
    return (unsigned)style < STYLE_COUNT ? style_names[style] : "text";
}

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

static void cell_blank(struct cell *cell, enum style style)
{
    memset(cell->text, 0, sizeof cell->text);
    cell->text[0] = ' ';
    cell->width = 1;
    cell->style = (unsigned char)style;
}

struct grid *grid_new(const void *parent, int width, int height)
{
    struct grid *grid = mem_new(parent, struct grid);
    grid->width = clamp(width, 1, GRID_SIDE_MAX);
    grid->height = clamp(height, 1, GRID_SIDE_MAX);
    grid->cursor_x = grid->cursor_y = -1;
    size_t n = (size_t)grid->width * (size_t)grid->height;
    grid->cells = mem_resize_named(grid, NULL, sizeof *grid->cells, n, "cells");
    for (size_t i = 0; i < n; i++)
        cell_blank(&grid->cells[i], STYLE_TEXT);
    return grid;
}

struct cell *grid_at(struct grid *grid, int x, int y)
{
    return x >= 0 && y >= 0 && x < grid->width && y < grid->height ? &grid->cells[y * grid->width + x] : NULL;
}

/* A cell is about to be overwritten: a wide character that loses one half loses both. */
static void break_wide(struct grid *grid, int x, int y)
{
    struct cell *cell = grid_at(grid, x, y), *left = grid_at(grid, x - 1, y), *right = grid_at(grid, x + 1, y);
    if (cell->width == 0 && left && left->width == 2)
        cell_blank(left, left->style);
    if (cell->width == 2 && right && right->width == 0)
        cell_blank(right, right->style);
}

static void put_cluster(struct grid *grid, int x, int y, enum style style, const char *text, size_t n, int width)
{
    struct cell *cell = grid_at(grid, x, y);
    struct cell *second = width == 2 ? grid_at(grid, x + 1, y) : NULL;
    if (!cell || (width == 2 && !second))
        return;
    break_wide(grid, x, y);
    if (second)
        break_wide(grid, x + 1, y);
    cell_blank(cell, style);
    memset(cell->text, 0, sizeof cell->text);
    memcpy(cell->text, text, n < CLUSTER_MAX ? n : CLUSTER_MAX);
    cell->width = (unsigned char)width;
    if (second) {
        cell_blank(second, style);
        second->text[0] = '\0';
        second->width = 0;
    }
}

/* Marks without a base of their own join the cell before them, while they fit. */
static void join_marks(struct grid *grid, int x, int y, const char *text, size_t n)
{
    struct cell *cell = grid_at(grid, x, y);
    if (cell && cell->width == 0)
        cell = grid_at(grid, x - 1, y);
    if (!cell || cell->text[0] == '\0')
        return;
    size_t used = strlen(cell->text);
    if (used + n <= CLUSTER_MAX)
        memcpy(cell->text + used, text, n);
}

static int put_clusters(struct grid *grid, int x, int y, int width, enum style style, const char *text, size_t n)
{
    int used = 0;
    while (n > 0) {
        int cells = 0;
        size_t bytes = text_cluster(text, n, &cells);
        if (bytes == 0 || used + cells > width)
            break;
        if (cells == 0 && used > 0)
            join_marks(grid, x + used - 1, y, text, bytes);
        else if (cells > 0)
            put_cluster(grid, x + used, y, style, text, bytes, cells);
        used += cells;
        text += bytes;
        n -= bytes;
    }
    return used;
}

int grid_safe(struct grid *grid, int x, int y, int width, enum style style, struct safe text)
{
    if (width <= 0 || y < 0 || y >= grid->height)
        return 0;
    if (text_width(text.text, text.len) <= width)
        return put_clusters(grid, x, y, width, style, text.text, text.len);
    char *cut = text_cut(NULL, text.text, width, grid->ascii);
    int used = put_clusters(grid, x, y, width, style, cut, strlen(cut));
    talloc_free(cut);
    return used;
}

int grid_text(struct grid *grid, int x, int y, int width, enum style style, const char *text)
{
    void *local = talloc_named_const(NULL, 0, "grid_text");
    int used = grid_safe(grid, x, y, width, style, safe_line(local, text));
    talloc_free(local);
    return used;
}

void grid_fill(struct grid *grid, int x, int y, int width, int height, enum style style)
{
    int right = clamp(x + width, 0, grid->width), foot = clamp(y + height, 0, grid->height);
    for (int row = clamp(y, 0, grid->height); row < foot; row++)
        for (int column = clamp(x, 0, grid->width); column < right; column++) {
            break_wide(grid, column, row);
            cell_blank(grid_at(grid, column, row), style);
        }
}

static void print_row(struct buf *out, const struct grid *grid, int y)
{
    const struct cell *row = &grid->cells[y * grid->width];
    int end = grid->width;
    while (end > 0 && strcmp(row[end - 1].text, " ") == 0)
        end--;
    for (int x = 0; x < end; x++)
        buf_puts(out, row[x].text);
    buf_putc(out, '\n');
}

static void print_runs(struct buf *out, const struct grid *grid, int y)
{
    const struct cell *row = &grid->cells[y * grid->width];
    for (int x = 0; x < grid->width;) {
        int end = x + 1;
        while (end < grid->width && row[end].style == row[x].style)
            end++;
        if (row[x].style != STYLE_TEXT)
            buf_printf(out, "@%d:%d-%d %s\n", y, x, end - 1, style_name((enum style)row[x].style));
        x = end;
    }
}

char *grid_print(const void *parent, const struct grid *grid, bool styles)
{
    struct buf out;
    buf_init(&out, parent, (size_t)GRID_SIDE_MAX * GRID_SIDE_MAX);
    for (int y = 0; y < grid->height; y++)
        print_row(&out, grid, y);
    for (int y = 0; styles && y < grid->height; y++)
        print_runs(&out, grid, y);
    return buf_take(&out);
}
