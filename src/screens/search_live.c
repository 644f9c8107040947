/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Results while words are typed at the prompt that finds. A Search screen of its own stands over the others as long as
 * the line is open and takes the place of the last search; what was there before comes back with Esc, and Enter
 * searches for the whole words (search.c). A line that is wrong or not finished leaves the last right answer standing.
 */
#include "config.h"

#include "search.h"

#include <minutebook/search_live.h>

#include <string.h>

struct live {
    struct browser *browser;
    struct searcher *searcher; /* made when the first word is typed */
    char *asked;               /* the line of the newest question; NULL: none */
    uint64_t counting, growing; /* the questions about a search that stands: how many there are, and which else; 0: none */
    struct screen *screen;     /* shows what was found, often not on the top: a job that ends puts its own over it; NULL: none does */
    struct searching *before;  /* what was the last search until then */
};

static struct live *live_of(const struct browser *browser)
{
    return browser->live;
}

void browser_search_live(struct browser *browser)
{
    browser->live = mem_new(browser, struct live);
    *browser->live = (struct live){.browser = browser};
}

int browser_search_fd(const struct browser *browser)
{
    const struct live *live = live_of(browser);
    return live && live->searcher ? searcher_fd(live->searcher) : -1;
}

bool browser_is_searching(const struct browser *browser)
{
    const struct live *live = live_of(browser);
    return live && live->searcher && searcher_busy(live->searcher);
}

static bool has_searcher(struct live *live)
{
    struct err err;
    if (live->searcher || !live->browser->store)
        return live->searcher != NULL;
    return searcher_new(live, live->browser->program->store_path, &live->searcher, &err) == STATUS_OK;
}

static struct search_ask ask_of(struct browser *browser, const char *words, const struct search_manner *manner)
{
    return (struct search_ask){.words = words,
                               .wish = search_wish_of(browser, manner),
                               .look_back = browser_looks_back(browser) ? browser->program->as_at : (struct date){0}};
}

bool search_is_live(const struct browser *browser)
{
    return browser->live && browser->live->screen;
}

/* ---- while it is typed ------------------------------------------------------------------------------ */

static void say_fault(struct browser *browser, const char *sentence)
{
    TALLOC_FREE(browser->typing.fault);
    if (sentence)
        browser->typing.fault = mem_strdup(browser, sentence);
}

/* The screens are as they were before the line was opened. */
static void hide(struct live *live)
{
    struct browser *browser = live->browser;
    struct screen *screen = live->screen;
    if (!screen)
        return;
    live->screen = NULL;
    talloc_free(browser->searching);
    browser->searching = live->before;
    live->before = NULL;
    (void)browser_take_away(browser, screen);
}

/* A hit takes two lines at least; what is typed on is not read to its end. */
static int screenful(const struct browser *browser)
{
    int hits = browser->height / 2;
    return hits < 10 ? 10 : hits > HITS_AT_ONCE ? HITS_AT_ONCE : hits;
}

static struct search_manner manner_of_typing(const struct browser *browser)
{
    return (struct search_manner){.limit = screenful(browser), .typing = true, .order = search_order_now(browser)};
}

void search_typed(struct browser *browser, const char *line)
{
    struct live *live = live_of(browser);
    bool blank = line[strspn(line, " \t")] == '\0';
    if (!live || !has_searcher(live) || (live->asked && strcmp(live->asked, line) == 0))
        return;
    TALLOC_FREE(live->asked);
    live->asked = mem_strdup(live, line);
    live->counting = live->growing = 0;
    const struct search_manner manner = manner_of_typing(browser);
    const struct search_ask ask = ask_of(browser, blank ? NULL : line, &manner);
    (void)searcher_ask(live->searcher, &ask);
    if (blank) {
        say_fault(browser, NULL);
        hide(live);
    }
}

void search_typed_end(struct browser *browser)
{
    struct live *live = live_of(browser);
    if (!live || !live->searcher)
        return;
    say_fault(browser, NULL);
    TALLOC_FREE(live->asked);
    (void)searcher_ask(live->searcher, &(struct search_ask){.words = NULL});
    hide(live);
}

/* A screen of its own for what was found; where it cannot be read everything is as before. */
static unsigned push(struct live *live, struct searching *found)
{
    struct browser *browser = live->browser;
    struct screen *screen = search_new(browser);
    live->before = browser->searching;
    browser->searching = found;
    live->screen = screen;
    unsigned reactions = browser_push(browser, screen);
    if (browser_top(browser) != screen) {
        live->screen = NULL;
        browser->searching = live->before;
        live->before = NULL;
        talloc_free(found);
    }
    return reactions;
}

/* Not if so many others have come since that it gave way. */
static bool is_there(const struct live *live)
{
    const struct browser *browser = live->browser;
    for (size_t i = 0; i < browser->depth; i++)
        if (browser->stack[i] == live->screen)
            return true;
    return false;
}

static unsigned show(struct live *live, struct search_answer *answer)
{
    struct browser *browser = live->browser;
    const struct search_manner manner = manner_of_typing(browser);
    struct searching *found = searching_of_answer(browser, live->asked, &manner, answer);
    if (!live->screen)
        return push(live, found);
    talloc_free(browser->searching);
    browser->searching = found;
    if (is_there(live)) {
        search_renew(live->screen);
        screen_lay_out(live->screen);
    }
    return REACT_REDRAW;
}

/* ---- how many ----------------------------------------------------------------------------------------- */

void search_count_behind(struct browser *browser)
{
    struct live *live = live_of(browser);
    const struct searching *searching = browser->searching;
    bool all_known = hits_are_all(&searching->rows) && !searching->query->routine_match;
    if (!live || all_known || !has_searcher(live))
        return;
    const struct search_manner manner = search_manner_of(searching);
    struct search_ask ask = ask_of(browser, searching->words, &manner);
    ask.only_count = true;
    live->counting = searcher_ask(live->searcher, &ask);
    live->growing = 0;
}

/* ---- which else ---------------------------------------------------------------------------------------- */

/* Counts that are still to come give way and are asked for again. */
bool search_go_on_behind(struct browser *browser)
{
    struct live *live = live_of(browser);
    const struct searching *searching = browser->searching;
    if (!live || !has_searcher(live))
        return false;
    if (live->growing)
        return true;
    struct search_manner manner = search_manner_of(searching);
    manner.limit += HITS_AT_ONCE;
    struct search_ask ask = ask_of(browser, searching->words, &manner);
    live->counting = live->growing = searcher_ask(live->searcher, &ask);
    return true;
}

static unsigned counted(struct live *live, const struct search_answer *answer)
{
    struct searching *searching = live->browser->searching;
    bool typed = live->asked && live->screen;
    if (!searching || !(typed || answer->number == live->counting))
        return 0;
    if (answer->kinds_counted) {
        searching->kinds_counted = true;
        memcpy(searching->of_kind, answer->of_kind, sizeof searching->of_kind);
        search_grown_everywhere(live->browser);
        return REACT_REDRAW;
    }
    searching->counts = answer->counts;
    searching->counted = true;
    return REACT_REDRAW;
}

/* ---- what the searcher brings ---------------------------------------------------------------------------- */

static unsigned took(struct live *live, struct search_answer *answer)
{
    unsigned reactions = 0;
    if (live->asked && answer->rows_known) {
        say_fault(live->browser, NULL);
        return show(live, answer);
    }
    if (answer->rows_known && answer->number == live->growing && live->browser->searching) {
        live->growing = 0;
        return search_take_longer(live->browser, answer);
    }
    if (answer->counted || answer->kinds_counted)
        reactions = counted(live, answer);
    else if (live->asked) {
        say_fault(live->browser, answer->err.text);
        reactions = REACT_REDRAW;
    }
    talloc_free(answer);
    return reactions;
}

unsigned browser_searched(struct browser *browser)
{
    struct live *live = live_of(browser);
    struct search_answer *answer;
    unsigned reactions = 0;
    while (live && live->searcher && (answer = searcher_take(live, live->searcher)) != NULL)
        reactions |= took(live, answer);
    return reactions;
}
