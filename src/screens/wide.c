/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tables that are wider than their page: which columns are in sight, letting others go by, and what is said of
 * those that are not seen. Nothing is laid out anew for it. Pure: no grid, no store. */
#include "config.h"

#include "table.h"

#include <string.h>

int wide_last(const struct wide *wide)
{
    int last = wide->n - 1, room = wide->right - wide->stays + TABLE_GAP;
    while (last > 0 && wide->at[wide->n] - wide->at[last - 1] <= room)
        last--;
    return last < 0 ? 0 : last;
}

void wide_seen(const struct wide *wide, int aside, int *first, int *end)
{
    int last = wide_last(wide), room = wide->right - wide->stays + TABLE_GAP;
    *first = aside < last ? aside : last;
    *end = *first + 1;
    while (*end < wide->n && wide->at[*end + 1] - wide->at[*first] <= room)
        (*end)++;
}

int wide_column(const struct wide *wide, int x)
{
    int column = wide->n - 1;
    if (x < wide->at[0])
        return -1;
    while (column > 0 && wide->at[column] > x)
        column--;
    return column;
}

const struct wide *view_wide(const struct view *view)
{
    const struct wide *best = NULL;
    for (size_t line = view->top; view->page && line < view_last_line(view); line++) {
        const struct wide *wide = view->page->lines[line].wide;
        if (wide && wide != best && (!best || wide_last(wide) > wide_last(best)))
            best = wide;
    }
    return best;
}

bool view_aside(struct view *view, enum command_id command, int count)
{
    const struct wide *wide = view_wide(view);
    if (!wide)
        return false;
    int last = wide_last(wide), before = view->aside < last ? view->aside : last;
    int by = count > 0 ? count < last ? count : last : 1;
    int to = command == CMD_RIGHT ? before + by : before - by;
    view->aside = to < 0 ? 0 : to > last ? last : to;
    return view->aside != before;
}

void view_show_hit(struct view *view)
{
    const struct row *row = view_row(view);
    for (size_t l = row ? row->first : 0; row && l < row->first + row->n; l++) {
        const struct line *line = &view->page->lines[l];
        for (size_t s = 0; s < line->n_spans && line->wide; s++) {
            int column = wide_column(line->wide, line->spans[s].x), first, end;
            wide_seen(line->wide, view->aside, &first, &end);
            if (line->spans[s].style != STYLE_HIT || column < 0)
                continue;
            if (column < first || column >= end)
                view->aside = column;
            return;
        }
    }
}

/* ---- what is said ------------------------------------------------------------------------------------ */

#define BREVITIES 3 /* from all words to none */

static char *say(const void *parent, bool after, int n, int brevity, const char *key)
{
    const char *mark = after ? "›" : "‹", *more = after ? " more" : "";
    if (n <= 0)
        return mem_strdup(parent, "");
    if (brevity == 0)
        return mem_printf(parent, "%s %d%s %s: %s", mark, n, more, n == 1 ? "column" : "columns", key);
    return brevity == 1 ? mem_printf(parent, "%s %d%s: %s", mark, n, more, key) : mem_printf(parent, "%s %s", mark, key);
}

struct wide_words wide_words(const void *parent, const struct wide *wide, int aside, const char *left, const char *right)
{
    struct wide_words words = {"", ""};
    int first, end, room = wide->right - wide->stays;
    wide_seen(wide, aside, &first, &end);
    for (int brevity = 0; brevity < BREVITIES; brevity++) {
        words.before = say(parent, false, first, brevity, left);
        words.after = say(parent, true, wide->n - end, brevity, right);
        if (text_width(words.before, strlen(words.before)) + 2 + text_width(words.after, strlen(words.after)) <= room)
            break;
    }
    return words;
}
