/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The four places of every screen as rectangles: head, content, foot, and the columns of the content.
 * A pure function of what the screen wishes and of the terminal's size. */
#include "config.h"

#include "page.h"

#define LOW_TERMINAL 16 /* rows below which there is no room for lines under the panes */
#define SHARE_WHOLE 120

/* Columns by their shares; what a column may not use goes to the others, the last one takes the rest. */
static void divide(struct layout *layout, const struct layout_wish *wish, int width)
{
    int n = wish->n_columns, cells[COLUMNS_MAX] = {0}, room = width - (n - 1), spare = room;
    for (int i = 0; i < n; i++) {
        cells[i] = (room + n - 1) * wish->share[i] / SHARE_WHOLE;
        if (wish->most[i] && cells[i] > wish->most[i])
            cells[i] = wish->most[i];
        spare -= cells[i];
    }
    /* the widest share is the reading column: it takes what is left over, or gives what is missing */
    int reading = 0;
    for (int i = 1; i < n; i++)
        if (wish->share[i] > wish->share[reading])
            reading = i;
    cells[reading] += spare;
    int x = 0;
    for (int i = 0; i < n; i++) {
        layout->column[i] = (struct rect){.x = x, .width = cells[i]};
        x += cells[i] + 1;
    }
}

struct layout layout_make(const struct layout_wish *wish, int width, int height)
{
    struct layout layout = {.note = -1, .detail_rule = -1, .n_columns = 1};
    layout.too_small = width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT;
    if (layout.too_small)
        return layout;
    layout.rule = 1;
    if (wish->note) {
        layout.note = 1;
        layout.rule = 2;
    }
    layout.hints = height - 1;
    layout.status = height - 2;
    layout.foot_rule = height - 3;
    int end = layout.foot_rule;
    if (wish->strip) {
        int lines = height >= LOW_TERMINAL ? wish->strip : 1;
        end -= lines;
        layout.strip = (struct rect){0, end, width, lines};
    }
    if (wish->detail && height >= LOW_TERMINAL) {
        layout.detail_rule = end - wish->detail - 1;
        layout.detail = (struct rect){0, layout.detail_rule + 1, width, wish->detail};
        end = layout.detail_rule;
    }
    layout.side_by_side = wish->n_columns > 1 && !wish->one_after_another && width >= SIDE_BY_SIDE_FROM;
    layout.column[0] = (struct rect){.width = width};
    if (layout.side_by_side) {
        layout.n_columns = wish->n_columns;
        divide(&layout, wish, width);
    }
    for (int i = 0; i < layout.n_columns; i++) {
        layout.column[i].y = layout.rule + 1;
        layout.column[i].height = end - layout.rule - 1;
    }
    return layout;
}
