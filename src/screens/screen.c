/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What all screens have in common: panes in columns or one after another, which of them is in focus,
 * and laying out what is visible for the size of the terminal. */
#include "config.h"

#include "private.h"

struct screen *screen_make(struct browser *browser, const struct screen_ops *ops, size_t size)
{
    struct screen *screen = mem_zero_named(browser, size, ops->name);
    screen->ops = ops;
    screen->browser = browser;
    screen->context = ops->context;
    return screen;
}

struct pane *screen_pane(struct screen *screen)
{
    return &screen->panes[screen->focus];
}

void screen_stale(struct screen *screen)
{
    for (size_t i = 0; i < screen->n_panes; i++)
        screen->panes[i].stale = true;
}

void screen_focus(struct screen *screen, size_t pane)
{
    screen->focus = pane;
    screen->shown[screen->panes[pane].column] = pane;
}

static struct layout_wish wish_of(const struct screen *screen)
{
    struct layout_wish wish = screen->wish ? *screen->wish : screen->ops->wish;
    wish.strip = pace_lines(screen->browser);
    wish.one_after_another = wish.one_after_another || screen->zoomed || screen->browser->program->plain;
    return wish;
}

bool screen_side_by_side(const struct screen *screen)
{
    struct layout_wish wish = wish_of(screen);
    return layout_make(&wish, screen->browser->width, screen->browser->height).side_by_side;
}

bool pane_is_there(const struct pane *pane, bool columns)
{
    return pane->present && !(columns ? pane->narrow_only : pane->wide_only);
}

/* A column whose pane is gone shows the next one it has; so does the focus. */
static void settle_focus(struct screen *screen, bool columns)
{
    for (size_t column = 0; column < COLUMNS_MAX; column++) {
        size_t shown = screen->shown[column];
        for (size_t i = screen->n_panes; i > 0; i--) {
            const struct pane *now = &screen->panes[shown], *other = &screen->panes[i - 1];
            bool keep = pane_is_there(now, columns) && (size_t)now->column == column;
            if ((!keep || other->wide_only) && (size_t)other->column == column && pane_is_there(other, columns))
                shown = i - 1;
        }
        screen->shown[column] = shown;
    }
    if (!columns && screen_pane(screen)->wide_only)
        screen_focus(screen, screen_pane(screen)->instead);
    if (!pane_is_there(screen_pane(screen), columns))
        screen->focus = screen->shown[screen_pane(screen)->column];
    if (!pane_is_there(screen_pane(screen), columns))
        screen->focus = 0; /* the first pane of a screen is always there */
}

struct pane *screen_add_pane(struct screen *screen, int column, const char *title,
                             void (*fill)(struct screen *, struct page *))
{
    struct pane *pane = &screen->panes[screen->n_panes++];
    *pane = (struct pane){.column = column, .present = true, .title = title, .fill = fill};
    return pane;
}

void pane_go(struct screen *screen, size_t pane, const char *key, size_t offset)
{
    struct pane *to = &screen->panes[pane];
    talloc_free(to->go_key);
    to->go_key = mem_strdup(screen, key);
    to->go_offset = offset;
    to->go = to->stale = true;
}

const char *screen_key(struct screen *screen)
{
    const struct row *row = view_row(&screen_pane(screen)->view);
    return row ? row->key : NULL;
}

/* What must be said above a scrolled text; on a low pane it gets no more than a third. */
static int lay_out_banner(struct screen *screen, struct pane *pane, const struct rect *rect)
{
    if (!pane->fill_banner)
        return 0;
    talloc_free(pane->banner);
    pane->banner = page_new(screen, rect->width);
    pane->fill_banner(screen, pane->banner);
    int most = rect->height / 3, lines = (int)pane->banner->n_lines;
    if (lines > most && most > 0 && pane->banner->lines[most].n_spans > 0)
        page_keep(pane->banner, (size_t)most, rect->width - 1);
    return lines < most ? lines : most;
}

/* A place that was gone to stands with a few lines above it. */
static void go_in_pane(struct pane *pane)
{
    struct view *view = &pane->view;
    const struct row *row;
    if (!view_go(view, pane->go_key, pane->go_offset) || !(row = view_row(view)))
        return;
    size_t above = (size_t)view->height / 3;
    int by = row->first > above ? (int)(row->first - above) - (int)view->top : 0;
    bool in_text = row->key == NULL || text_starts(row->key, PAGE_KEY);
    if (in_text && by != 0)
        view_do(view, by > 0 ? CMD_SCROLL_DOWN : CMD_SCROLL_UP, by > 0 ? by : -by);
    if (pane->lifted)
        view_lift(view);
    view_show_hit(view);
}

/* Of `/`, or those of the search that this was opened from: the texts of a meeting bring these themselves. */
static void mark_words(const struct screen *screen, struct page *page)
{
    const struct browser *browser = screen->browser;
    if (screen->marked && browser->text_words) {
        page_find(page, browser->text_words, browser->text_whole);
    } else if (screen->of_hit && browser->searching) {
        if (screen->ops->context != CONTEXT_MEETING)
            page_find_query(page, browser->searching->query);
        page_note_hits(page);
    }
}

static void lay_out_pane(struct screen *screen, struct pane *pane, const struct rect *rect)
{
    bool same = pane->view.page && !pane->stale && pane->view.page->width == rect->width;
    screen->filling = pane;
    if (!same || (pane->banner && pane->view.height + pane->banner_lines != rect->height))
        pane->banner_lines = lay_out_banner(screen, pane, rect);
    int height = rect->height - pane->banner_lines;
    if (same) {
        view_show(&pane->view, pane->view.page, height);
        return;
    }
    struct page *page = page_new(screen, rect->width);
    page->too_wide = screen->browser->program->plain ? TOO_WIDE_IN_ROWS : TOO_WIDE_GOES_BY;
    pane->fill(screen, page);
    mark_words(screen, page);
    view_show(&pane->view, page, height);
    if (pane->go)
        go_in_pane(pane);
    pane->stale = pane->go = false;
}

struct layout screen_lay_out(struct screen *screen)
{
    if (screen->ops->settle)
        screen->ops->settle(screen);
    struct layout_wish wish = wish_of(screen);
    struct layout layout = layout_make(&wish, screen->browser->width, screen->browser->height);
    if (layout.too_small)
        return layout;
    settle_focus(screen, layout.side_by_side);
    for (int i = 0; i < layout.n_columns; i++) {
        struct pane *pane = layout.side_by_side ? &screen->panes[screen->shown[i]] : screen_pane(screen);
        lay_out_pane(screen, pane, &layout.column[i]);
    }
    return layout;
}

unsigned screen_next_pane(struct screen *screen, int step)
{
    bool columns = screen_side_by_side(screen);
    int n = (int)screen->n_panes, at = (int)screen->focus;
    for (int i = 0; i < n; i++) {
        at = (at + step + n) % n;
        const struct pane *pane = &screen->panes[at];
        if (!pane_is_there(pane, columns) || (columns && pane->column == screen_pane(screen)->column))
            continue;
        screen_focus(screen, columns ? screen->shown[pane->column] : (size_t)at);
        break;
    }
    return REACT_REDRAW;
}
