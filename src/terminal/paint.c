/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The painter. A grid's cells have passed the gate already; what comes in here all the same and is no
 * printable character is replaced, so that this file can be read alone to see that no control
 * character leaves it. Names of looks become attributes by one table: the terminal's own foreground
 * and background, the selected row reverse with and without colour, dim never. */
#include "config.h"

#include "paint.h"

#include <curses.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define MARKS_MAX 4 /* CCHARW_MAX is a base and four marks */

/* Colours readable on light and dark grounds alike: one of 256, and the nearest of 8. */
struct look {
    attr_t attributes;
    short color256, color8; /* -1: the terminal's own */
};

static const struct look looks[STYLE_COUNT] = {
    [STYLE_TEXT] = {A_NORMAL, -1, -1},
    [STYLE_HEAD] = {A_BOLD, -1, -1},
    [STYLE_RULE] = {A_NORMAL, 244, -1},
    [STYLE_PANE] = {A_NORMAL, 244, -1},
    [STYLE_PANE_FOCUSED] = {A_BOLD, 31, COLOR_CYAN},
    [STYLE_SELECTED] = {A_REVERSE, -1, -1},
    [STYLE_SELECTED_ELSEWHERE] = {A_BOLD, -1, -1},
    [STYLE_SELECTED_HIT] = {A_REVERSE | A_BOLD | A_UNDERLINE, -1, -1},
    [STYLE_HEADING] = {A_BOLD, -1, -1},
    [STYLE_TABLE_HEAD] = {A_UNDERLINE, -1, -1},
    [STYLE_QUIET] = {A_NORMAL, 244, -1},
    [STYLE_WARNING] = {A_BOLD, 166, COLOR_MAGENTA},
    [STYLE_HIT] = {A_BOLD | A_UNDERLINE, 31, COLOR_CYAN},
    [STYLE_FOUND] = {A_UNDERLINE, -1, -1},
    [STYLE_SELECTED_FOUND] = {A_REVERSE | A_UNDERLINE, -1, -1},
    [STYLE_GONE] = {A_NORMAL, 166, COLOR_MAGENTA},
    [STYLE_NEW] = {A_BOLD, 31, COLOR_CYAN},
    [STYLE_STATUS] = {A_NORMAL, -1, -1},
    [STYLE_HINT] = {A_NORMAL, 244, -1},
    [STYLE_MESSAGE] = {A_NORMAL, 31, COLOR_CYAN},
    [STYLE_ERROR] = {A_BOLD, 160, COLOR_RED},
};

struct painter {
    bool colors;
    struct grid *shown; /* what was painted last; NULL: unknown */
};

static bool wants_color(enum color_choice choice)
{
    const char *refusal = getenv("NO_COLOR"); /* no-color.org: set and not empty */
    if (choice == COLOR_AUTO)
        return !(refusal && *refusal);
    return choice == COLOR_ALWAYS;
}

struct painter *painter_new(const void *parent, enum color_choice choice)
{
    struct painter *painter = mem_new(parent, struct painter);
    painter_choose(painter, choice);
    return painter;
}

void painter_choose(struct painter *painter, enum color_choice choice)
{
    painter->colors = wants_color(choice) && has_colors() && start_color() == OK && use_default_colors() == OK;
    for (short style = 0; painter->colors && style < STYLE_COUNT; style++)
        init_pair((short)(style + 1), COLORS >= 256 ? looks[style].color256 : looks[style].color8, -1);
}

void painter_forget(struct painter *painter)
{
    TALLOC_FREE(painter->shown);
    clearok(curscr, TRUE);
}

/* ---- one cell ----------------------------------------------------------------------------------- */

/* The cell's characters as curses wants them: a base of one or two columns, then marks. */
static void cell_characters(const struct cell *cell, wchar_t out[MARKS_MAX + 2])
{
    size_t left = strnlen(cell->text, sizeof cell->text), n = 0;
    const char *at = cell->text;
    mbstate_t state = {0};
    while (left > 0 && n <= MARKS_MAX) {
        wchar_t wide;
        size_t used = mbrtowc(&wide, at, left, &state);
        if (used == 0 || used > left)
            break;
        int width = wcwidth(wide);
        if (n == 0 ? width != cell->width : width != 0)
            break;
        out[n++] = wide;
        at += used;
        left -= used;
    }
    if (n == 0)
        out[n++] = cell->text[0] && strcmp(cell->text, " ") != 0 ? 0xFFFD : L' ';
    out[n] = 0;
}

static void paint_cell(const struct painter *painter, int x, int y, const struct cell *cell)
{
    wchar_t characters[MARKS_MAX + 2];
    cchar_t out;
    unsigned style = cell->style < STYLE_COUNT ? cell->style : STYLE_TEXT;
    cell_characters(cell, characters);
    if (setcchar(&out, characters, looks[style].attributes, painter->colors ? (short)(style + 1) : 0, NULL) == OK)
        mvadd_wch(y, x, &out); /* ERR in the last corner only says that the cursor cannot go on */
}

/* ---- the grid ------------------------------------------------------------------------------------ */

static bool row_is_shown(const struct painter *painter, const struct grid *grid, int y)
{
    const struct grid *shown = painter->shown;
    if (!shown || shown->width != grid->width || shown->height != grid->height)
        return false;
    size_t start = (size_t)y * (size_t)grid->width;
    for (size_t i = start; i < start + (size_t)grid->width; i++) {
        const struct cell *a = &shown->cells[i], *b = &grid->cells[i];
        if (a->style != b->style || a->width != b->width || strncmp(a->text, b->text, sizeof a->text) != 0)
            return false;
    }
    return true;
}

static void painter_remember(struct painter *painter, const struct grid *grid)
{
    size_t size = (size_t)grid->width * (size_t)grid->height * sizeof *grid->cells;
    if (!painter->shown || painter->shown->width != grid->width || painter->shown->height != grid->height) {
        TALLOC_FREE(painter->shown);
        painter->shown = mem_new(painter, struct grid);
        painter->shown->cells = mem_zero_named(painter->shown, size, "cells");
    }
    struct cell *cells = painter->shown->cells;
    memcpy(cells, grid->cells, size);
    *painter->shown = *grid;
    painter->shown->cells = cells;
}

static void paint_row(const struct painter *painter, const struct grid *grid, int y)
{
    const struct cell *row = grid->cells + (size_t)y * (size_t)grid->width;
    move(y, 0);
    clrtoeol(); /* nothing stays of wide cells that are gone, nor of cells nobody filled */
    for (int x = 0; x < grid->width; x++)
        if (row[x].width > 0 && x + row[x].width <= grid->width)
            paint_cell(painter, x, y, &row[x]);
}

void painter_paint(struct painter *painter, const struct grid *grid)
{
    for (int y = 0; y < grid->height; y++)
        if (!row_is_shown(painter, grid, y))
            paint_row(painter, grid, y);
    painter_remember(painter, grid);
    bool visible = grid->cursor_x >= 0 && grid->cursor_x < grid->width && grid->cursor_y >= 0 &&
                   grid->cursor_y < grid->height;
    if (visible)
        move(grid->cursor_y, grid->cursor_x);
    curs_set(visible);
    refresh();
}
