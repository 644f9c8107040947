/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* S: a menu of what is new and of the searches that were saved, each with how many of its places are new since it was looked at.
 * Enter looks, and what is there now is looked at by that. */
#include "config.h"

#include "search.h"

#include <string.h>

#define SAVED_KEY "saved:" /* before the id */
#define NEWS_KEY "news"
#define PRESENT_KEY "present"
#define COUNTED_MAX 1000

struct saved_screen {
    struct screen screen;
    struct saved_searches *searches; /* child of the screen */
    int *fresh;                      /* of each; -1: its words cannot be searched for any more; on `searches` */
    struct news news;                /* on `searches` */
};

static struct saved_screen *saved_of(struct screen *screen)
{
    return (struct saved_screen *)screen;
}

static enum status read_all(struct saved_screen *ss, struct saved_searches *all, int **fresh, struct news *news, struct err *err)
{
    struct browser *browser = ss->screen.browser;
    const struct query_options options = search_wish_of(browser, &(struct search_manner){0}).options;
    enum status status = store_saved_searches(all, browser->store, all, err);
    *fresh = mem_zero_named(all, (all->n + 1) * sizeof **fresh, "fresh");
    for (size_t i = 0; i < all->n && status == STATUS_OK; i++)
        if (search_news(browser->store, all->at[i], &options, &(*fresh)[i], NULL) != STATUS_OK)
            (*fresh)[i] = -1;
    return status == STATUS_OK ? store_news(all, browser->store, news, err) : status;
}

static enum status saved_load(struct screen *screen, struct err *err)
{
    struct saved_screen *ss = saved_of(screen);
    struct saved_searches *all = mem_new(screen, struct saved_searches);
    struct news news = {0};
    int *fresh = NULL;
    enum status status = screen->browser->store ? read_all(ss, all, &fresh, &news, err) : STATUS_OK;
    if (status != STATUS_OK) {
        talloc_free(all);
        return status;
    }
    talloc_free(ss->searches);
    ss->searches = all;
    ss->fresh = fresh;
    ss->news = news;
    screen_stale(screen);
    return STATUS_OK;
}

/* ---- what is shown ---------------------------------------------------------------------------------------------- */

static const char *fresh_words(const void *parent, int fresh)
{
    if (fresh < 0)
        return "its words cannot be searched for";
    return fresh > COUNTED_MAX ? "1,000+ new" : fresh ? mem_printf(parent, "%d new", fresh) : "nothing new";
}

static void menu_row(struct page *page, const char *key, const char *name, const char *words, const char *standing)
{
    void *local = talloc_named_const(NULL, 0, "row");
    page_row(page, key, 0);
    page_wrap(page, 1, 3, page->width - 2, STYLE_TEXT, mem_printf(local, "%s \xC2\xB7 %s", name, standing));
    if (words)
        page_wrap(page, 3, 5, page->width - 4, STYLE_QUIET, words);
    page_no_row(page);
    talloc_free(local);
}

static void saved_fill(struct screen *screen, struct page *page)
{
    const struct saved_screen *ss = saved_of(screen);
    const struct searching *present = screen->browser->searching;
    void *local = talloc_named_const(NULL, 0, "menu");
    char *meetings = words_count(local, (int)ss->news.n, "meeting", "meetings");
    menu_row(page, NEWS_KEY, "What's new", NULL, ss->news.n ? mem_printf(local, "papers of %s", meetings) : "nothing");
    page_heading(page, 1, "Saved searches");
    for (size_t i = 0; i < ss->searches->n; i++) {
        const struct saved_search *one = ss->searches->at[i];
        menu_row(page, mem_printf(local, SAVED_KEY "%s", one->id), one->name, one->words, fresh_words(local, ss->fresh[i]));
    }
    if (ss->searches->n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, "None yet: find something, then save it here under a name.");
    if (present) {
        page_blank(page);
        menu_row(page, PRESENT_KEY, "Save the last search", present->words, "Enter asks for its name");
    }
    talloc_free(local);
}

static void saved_frame(struct screen *screen, struct frame *frame)
{
    frame->title = "What's new, and saved searches";
    frame->where = "Saved";
    frame->position = mem_printf(frame->context, "%zu saved", saved_of(screen)->searches->n);
}

/* ---- what is done ------------------------------------------------------------------------------------------------ */

static const struct saved_search *saved_here(struct screen *screen)
{
    const struct saved_searches *all = saved_of(screen)->searches;
    const char *key = screen_key(screen);
    for (size_t i = 0; key && text_starts(key, SAVED_KEY) && i < all->n; i++)
        if (strcmp(all->at[i]->id, key + strlen(SAVED_KEY)) == 0)
            return all->at[i];
    return NULL;
}

static unsigned open_saved(struct browser *browser, const struct saved_search *saved)
{
    char *words = mem_strdup(NULL, saved->words);
    unsigned reactions = job_queue_looked(browser, &(struct edit){.kind = EDIT_LOOKED, .field = "search", .target = saved->id});
    enum search_order order = SEARCH_NEWEST; /* of one of a later release that is not known here, too */
    for (size_t i = 0; search_order_names[i]; i++)
        if (strcmp(search_order_names[i], saved->sort) == 0)
            order = (enum search_order)i;
    reactions |= search_start_in(browser, words, order);
    talloc_free(words);
    return reactions;
}

/* Without a search there is nothing to save. */
static unsigned save(struct browser *browser, const char *name)
{
    if (!browser->searching)
        return browser_refuse(browser, "nothing has been searched for yet: f finds, then it can be saved");
    if (job_refused(browser))
        return REACT_REDRAW;
    return name ? saved_answer(browser, name) : browser_ask(browser, PROMPT_SAVE_SEARCH);
}

unsigned saved_answer(struct browser *browser, const char *line)
{
    char *name = text_squeeze(NULL, line, strlen(line));
    struct edit edit = {.kind = EDIT_SEARCH_SAVE, .field = name, .value = browser->searching ? browser->searching->words : NULL,
                        .reason = browser->searching ? search_order_names[browser->searching->order] : NULL};
    unsigned reactions = job_queue_edit(browser, &edit);
    talloc_free(name);
    return reactions;
}

unsigned do_save_search(struct browser *browser, const struct request *request)
{
    return save(browser, request->arguments);
}

static unsigned open_row(struct screen *screen)
{
    const char *key = screen_key(screen);
    const struct saved_search *saved = saved_here(screen);
    if (saved)
        return open_saved(screen->browser, saved);
    if (key && strcmp(key, NEWS_KEY) == 0)
        return browser_push(screen->browser, news_new(screen->browser));
    return key ? save(screen->browser, NULL) : REACT_REDRAW;
}

static unsigned saved_act(struct screen *screen, const struct request *request)
{
    const struct saved_search *saved = saved_here(screen);
    if (request->command == CMD_OPEN)
        return open_row(screen);
    if (request->command != CMD_DROP_SEARCH)
        return NOT_MINE;
    if (!saved)
        return browser_sayf(screen->browser, "no saved search here");
    struct edit edit = {.kind = EDIT_SEARCH_DROP, .target = saved->id};
    return job_refused(screen->browser) ? REACT_REDRAW : job_queue_edit(screen->browser, &edit);
}

static enum offer saved_offers(struct screen *screen, enum command_id command)
{
    return command != CMD_DROP_SEARCH ? OFFER_UNKNOWN : saved_here(screen) ? OFFER_YES : OFFER_NO;
}

static const struct screen_ops saved_ops = {
    .name = "Saved",
    .context = CONTEXT_SAVED,
    .open_words = "look",
    .wish = {.note = true, .n_columns = 1, .share = {100}},
    .offers = saved_offers,
    .load = saved_load,
    .frame = saved_frame,
    .act = saved_act,
};

unsigned do_saved(struct browser *browser, const struct request *request)
{
    (void)request;
    if (browser_context(browser) == CONTEXT_SAVED)
        return REACT_REDRAW;
    struct saved_screen *ss = screen_new(browser, struct saved_screen, &saved_ops);
    screen_add_pane(&ss->screen, 0, NULL, saved_fill);
    return browser_push(browser, &ss->screen);
}
