/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* `/` in a screen: the words are marked in all panes that are seen, the cursor goes to them in the pane in
 * focus, and n and N lead on. The search for words in everything is search.c. */
#include "config.h"

#include "private.h"

#include <string.h>

void text_search_clear(struct screen *screen)
{
    if (screen->marked)
        screen_stale(screen);
    screen->marked = false;
}

static void show_marks(struct screen *screen)
{
    screen->marked = true;
    screen_stale(screen);
    screen_lay_out(screen);
}

/* The line from which the next or previous place is looked for; of a row the whole has been seen. */
static size_t line_here(const struct view *view, int step)
{
    const struct row *row = view_row(view);
    if (view->found_line && view->found_row == view->row)
        return view->found_line - 1;
    if (!row)
        return view->top;
    return step > 0 && row->n ? row->first + row->n - 1 : row->first;
}

/* The hit after or before LINE, LINE's own where STEP is 0; past the end *WRAPPED is set. */
static size_t hit_from(const struct page *page, size_t line, int step, bool *wrapped)
{
    size_t n = page->n_hits, at = 0;
    if (step < 0) {
        while (at < n && page->hits[n - 1 - at] >= line)
            at++;
        *wrapped = at == n;
        return *wrapped ? n - 1 : n - 1 - at;
    }
    while (at < n && (step > 0 ? page->hits[at] <= line : page->hits[at] < line))
        at++;
    *wrapped = at == n;
    return *wrapped ? 0 : at;
}

static unsigned say_hit(struct browser *browser, const struct page *page, size_t hit, int step, bool wrapped)
{
    const char *from = !wrapped ? "" : step < 0 ? "from the end again: " : "from the top again: ";
    char *counted = mem_printf(NULL, "%s“%.200s” %zu of %zu", from, browser->text_words, hit + 1, page->n_hits);
    browser_show(browser, false, counted);
    talloc_free(counted);
    return REACT_REDRAW;
}

/* What is not in the pane in focus may be in another that is seen. */
static unsigned say_none(struct screen *screen)
{
    bool columns = screen_side_by_side(screen);
    const char *words = screen->browser->text_words;
    for (size_t i = 0; columns && i < screen->n_panes; i++) {
        const struct pane *pane = &screen->panes[i];
        bool is_seen = pane_is_there(pane, columns) && screen->shown[pane->column] == i;
        if (is_seen && i != screen->focus && pane->view.page && pane->view.page->n_hits)
            return browser_sayf(screen->browser, "“%.200s” is not in this pane, but in another: Tab, then n", words);
    }
    screen->marked = false; /* nothing to put out */
    return browser_sayf(screen->browser, "“%.200s” is not found %s", words,
                        screen->n_panes > 1 ? "in this pane" : "here");
}

static unsigned go(struct browser *browser, int step)
{
    struct screen *screen = browser_top(browser);
    if (!screen->marked)
        show_marks(screen);
    struct view *view = &screen_pane(screen)->view;
    if (!view->page || view->page->n_hits == 0)
        return say_none(screen);
    bool wrapped;
    const struct row *row = view_row(view);
    size_t line = step == 0 ? (row ? row->first : view->top) : line_here(view, step);
    size_t hit = hit_from(view->page, line, step, &wrapped);
    view_go_line(view, view->page->hits[hit]);
    view_show_hit(view);
    return say_hit(browser, view->page, hit, step, wrapped);
}

unsigned text_search_start(struct browser *browser, const char *words)
{
    bool again = words[strspn(words, " \t")] == '\0';
    if (!again) {
        char *kept = mem_strdup(browser, words);
        talloc_free(browser->text_words);
        browser->text_words = kept;
    }
    browser->text_is_last = true;
    browser_top(browser)->marked = false;
    return go(browser, again ? 1 : 0);
}

unsigned text_search_step(struct browser *browser, int step)
{
    return go(browser, step);
}
