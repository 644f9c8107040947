/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* `/` in a screen: while words are typed they are marked in all panes that are seen, and the view of the pane in focus
 * goes to the first of them; Esc leads back to where one was, Enter stays, and n and N lead on. The search for words in
 * everything is search.c. */
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

/* A pattern that was given up has found only some. */
static const char *given_up(const struct page *page)
{
    return page->find_fault ? mem_printf(page, ", then: %s", page->find_fault) : "";
}

static unsigned say_hit(struct browser *browser, const struct page *page, size_t hit, int step, bool wrapped)
{
    const char *from = !wrapped ? "" : step < 0 ? "from the end again: " : "from the top again: ";
    char *counted = mem_printf(NULL, "%s“%.200s” %zu of %zu%s", from, browser->text_words, hit + 1, page->n_hits, given_up(page));
    browser_show(browser, false, counted);
    talloc_free(counted);
    return REACT_REDRAW;
}

/* What is not in the pane in focus may be in another that is seen. */
static bool is_in_other_pane(const struct screen *screen)
{
    bool columns = screen_side_by_side(screen);
    for (size_t i = 0; columns && i < screen->n_panes; i++) {
        const struct pane *pane = &screen->panes[i];
        bool is_seen = pane_is_there(pane, columns) && screen->shown[pane->column] == i;
        if (is_seen && i != screen->focus && pane->view.page && pane->view.page->n_hits)
            return true;
    }
    return false;
}

static char *none_words(const void *parent, const struct screen *screen)
{
    const char *words = screen->browser->text_words;
    const struct page *page = screen->panes[screen->focus].view.page;
    if (page && page->find_fault)
        return mem_strdup(parent, page->find_fault);
    if (is_in_other_pane(screen))
        return mem_printf(parent, "“%.200s” is not in this pane, but in another: Tab, then n", words);
    return mem_printf(parent, "“%.200s” is not found %s", words, screen->n_panes > 1 ? "in this pane" : "here");
}

static unsigned say_none(struct screen *screen)
{
    char *words = none_words(NULL, screen);
    screen->marked = is_in_other_pane(screen); /* else there is nothing to put out */
    unsigned reactions = browser_sayf(screen->browser, "%s", words);
    talloc_free(words);
    return reactions;
}

/* The hit that is gone to from where the cursor is; false where the pane in focus has none. */
static bool go_to_hit(struct screen *screen, int step, size_t *hit, bool *wrapped)
{
    struct view *view = &screen_pane(screen)->view;
    if (!screen->marked)
        show_marks(screen);
    if (!view->page || view->page->n_hits == 0)
        return false;
    const struct row *row = view_row(view);
    size_t line = step == 0 ? (row ? row->first : view->top) : line_here(view, step);
    *hit = hit_from(view->page, line, step, wrapped);
    view_go_line(view, view->page->hits[*hit]);
    view_show_hit(view);
    return true;
}

static unsigned go(struct browser *browser, int step)
{
    struct screen *screen = browser_top(browser);
    bool wrapped;
    size_t hit;
    if (!go_to_hit(screen, step, &hit, &wrapped))
        return say_none(screen);
    return say_hit(browser, screen_pane(screen)->view.page, hit, step, wrapped);
}

/* ---- marks of a search in everything ------------------------------------------------------------------------ */

static unsigned go_to_place(struct screen *screen, size_t hit)
{
    struct view *view = &screen_pane(screen)->view;
    view_go_line(view, view->page->hits[hit]);
    view_show_hit(view);
    char *counted = mem_printf(NULL, "“%.200s” %zu of %zu in this text", screen->browser->searching->words, hit + 1, view->page->n_hits);
    browser_show(screen->browser, false, counted);
    talloc_free(counted);
    return REACT_REDRAW;
}

bool text_place_step(struct browser *browser, int step)
{
    struct screen *screen = browser_top(browser);
    const struct view *view = &screen_pane(screen)->view;
    bool is_text = screen->of_hit && screen->ops->context == CONTEXT_MEETING && !screen->marked;
    bool wrapped = true;
    if (!is_text || !view->page || view->page->n_hits == 0)
        return false;
    size_t hit = hit_from(view->page, line_here(view, step), step, &wrapped);
    if (!wrapped)
        (void)go_to_place(screen, hit);
    return !wrapped;
}

void text_place_end(struct browser *browser, int step)
{
    struct screen *screen = browser_top(browser);
    bool is_text = screen->of_hit && screen->ops->context == CONTEXT_MEETING;
    (void)screen_lay_out(screen);
    const struct page *page = screen_pane(screen)->view.page;
    if (is_text && page && page->n_hits > 0)
        (void)go_to_place(screen, step > 0 ? 0 : page->n_hits - 1);
}

/* ---- while it is typed -------------------------------------------------------------------------------- */

/* Where one was before the line was opened; it goes with its screen. */
struct looking {
    struct browser *browser;
    struct view before; /* its page may be gone: only its place is meant */
    size_t n_lines;
    int width;
    bool marked;
    char *words; /* of the search before; NULL */
    bool whole;
    char *line;  /* that was looked for last */
};

static int looking_free(struct looking *looking)
{
    looking->browser->looking = NULL;
    return 0;
}

static struct looking *looking_new(struct browser *browser)
{
    struct screen *screen = browser_top(browser);
    const struct view *view = &screen_pane(screen)->view;
    struct looking *looking = mem_new(screen, struct looking);
    *looking = (struct looking){.browser = browser, .before = *view, .marked = screen->marked};
    looking->n_lines = view->page ? view->page->n_lines : 0;
    looking->width = view->page ? view->page->width : 0;
    looking->whole = browser->text_whole;
    looking->words = browser->text_words ? mem_strdup(looking, browser->text_words) : NULL;
    talloc_set_destructor(looking, looking_free);
    browser->looking = looking;
    return looking;
}

static void set_words(struct browser *browser, const char *words)
{
    char *kept = words ? mem_strdup(browser, words) : NULL;
    talloc_free(browser->text_words);
    browser->text_words = kept;
}

/* The same lines of the same page: after the terminal has another size one stays where one is. */
static void put_back_place(const struct looking *looking)
{
    struct view *view = &screen_pane(browser_top(looking->browser))->view;
    const struct view *before = &looking->before;
    if (!view->page || view->page->width != looking->width || view->page->n_lines != looking->n_lines)
        return;
    view->top = before->top;
    view->row = before->row;
    view->aside = before->aside;
    view->found_line = before->found_line;
    view->found_row = before->found_row;
}

static void put_back(struct looking *looking)
{
    struct screen *screen = browser_top(looking->browser);
    set_words(looking->browser, looking->words);
    looking->browser->text_whole = looking->whole;
    if (screen->marked || looking->marked) {
        screen->marked = looking->marked;
        screen_stale(screen);
        screen_lay_out(screen);
    }
    put_back_place(looking);
}

static void tell(struct browser *browser, char *words)
{
    talloc_free(browser->typing.told);
    browser->typing.told = words;
}

static void look_for(struct looking *looking, const char *line)
{
    struct browser *browser = looking->browser;
    struct screen *screen = browser_top(browser);
    size_t hit;
    bool wrapped;
    set_words(browser, line);
    browser->text_whole = false;
    show_marks(screen);
    put_back_place(looking);
    if (go_to_hit(screen, 0, &hit, &wrapped))
        tell(browser, mem_printf(browser, "%s%zu of %zu%s; Enter stays there, Esc leads back", wrapped ? "from the top again: " : "",
                                 hit + 1, screen_pane(screen)->view.page->n_hits, given_up(screen_pane(screen)->view.page)));
    else
        tell(browser, none_words(browser, screen));
}

void text_search_typed(struct browser *browser, const char *line)
{
    struct looking *looking = browser->looking ? browser->looking : looking_new(browser);
    if (looking->line && strcmp(looking->line, line) == 0)
        return; /* only the cursor has moved */
    talloc_free(looking->line);
    looking->line = mem_strdup(looking, line);
    if (line[strspn(line, " \t")] != '\0') {
        look_for(looking, line);
        return;
    }
    tell(browser, NULL);
    put_back(looking);
}

void text_search_typed_end(struct browser *browser)
{
    tell(browser, NULL);
    if (!browser->looking)
        return;
    put_back(browser->looking);
    talloc_free(browser->looking);
}

/* ---- when it is ended ----------------------------------------------------------------------------------- */

unsigned text_search_start(struct browser *browser, const char *words)
{
    bool again = words[strspn(words, " \t")] == '\0';
    if (!again) {
        set_words(browser, words);
        browser->text_whole = false;
    }
    browser->text_is_last = true;
    browser_top(browser)->marked = false;
    return go(browser, again ? 1 : 0);
}

unsigned text_search_step(struct browser *browser, int step)
{
    return go(browser, step);
}

/* ---- a word that is seen ---------------------------------------------------------------------------------- */

/* The next word of the row under the cursor: first the first of them, each time it is asked again the one behind. */
unsigned text_search_here(struct browser *browser)
{
    struct screen *screen = browser_top(browser);
    const struct view *view = &screen_pane(screen)->view;
    struct text_turn *turn = &browser->text_turn;
    struct strings words = {0};
    void *local = talloc_named_const(NULL, 0, "words");
    if (view->page && view->page->n_rows)
        words = row_words(local, view->page, view_row(view));
    bool again = turn->screen == screen && turn->row == view->row && turn->word + 1 < words.n;
    *turn = (struct text_turn){screen, view->row, again ? turn->word + 1 : 0};
    unsigned reactions = REACT_REDRAW;
    if (words.n == 0) {
        reactions = browser_refuse(browser, "there is no word to look for in this line");
    } else {
        set_words(browser, words.at[turn->word]);
        browser->text_whole = browser->text_is_last = true;
        screen->marked = false;
        reactions = go(browser, 0);
        turn->row = screen_pane(screen)->view.row;
    }
    talloc_free(local);
    return reactions;
}
