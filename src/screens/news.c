/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What's new: the meetings of which papers came since the member looked, and in those that were known before the items that came or
 * changed. It stays until it is said to be seen. */
#include "config.h"

#include "private.h"

#include <stdio.h>
#include <string.h>

struct news_screen {
    struct screen screen;
    struct news *news; /* child of the screen */
};

static struct news_screen *news_of(struct screen *screen)
{
    return (struct news_screen *)screen;
}

static enum status news_load(struct screen *screen, struct err *err)
{
    struct news *news = mem_new(screen, struct news);
    enum status status = screen->browser->store ? store_news(news, screen->browser->store, news, err) : STATUS_OK;
    if (status != STATUS_OK) {
        talloc_free(news);
        return status;
    }
    talloc_free(news_of(screen)->news);
    news_of(screen)->news = news;
    screen_stale(screen);
    return STATUS_OK;
}

static void put_meeting(struct page *page, const struct news_meeting *news)
{
    void *local = talloc_named_const(NULL, 0, "news");
    const char *name = news->committee ? news->committee : news->meeting_id;
    page_row(page, mem_printf(local, "0 %s", news->meeting_id), 0);
    page_wrap(page, 1, 3, page->width - 2, STYLE_HEADING,
              mem_printf(local, "%s%s%s", date_is_set(news->date) ? date_words(local, news->date) : "", date_is_set(news->date) ? "  " : "", name));
    page_wrap(page, 3, 5, page->width - 4, STYLE_TEXT,
              mem_printf(local, "%s came%s", words_join(local, &news->papers, ", "), news->first ? "; nothing of it was held before" : ""));
    page_no_row(page);
    for (size_t i = 0; i < news->n_items; i++) {
        const struct news_item *item = &news->items[i];
        page_row(page, mem_printf(local, "%d %s", item->position, news->meeting_id), 0);
        page_wrap(page, 3, 5, page->width - 4, STYLE_TEXT,
                  mem_printf(local, "%s%s%s \xC2\xB7 %s", item->number ? item->number : "", item->number ? "  " : "", item->title ? item->title : "no title",
                             item->came ? "new" : "more text"));
        page_no_row(page);
    }
    if (!news->first && news->n_items == 0)
        page_wrap(page, 3, 5, page->width - 4, STYLE_QUIET, "no item says more than before");
    talloc_free(local);
}

static void news_fill(struct screen *screen, struct page *page)
{
    const struct news *news = news_of(screen)->news;
    for (size_t i = 0; i < news->n; i++) {
        if (i)
            page_blank(page);
        put_meeting(page, &news->at[i]);
    }
    if (news->n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, "Nothing new: no paper came since you said that all is seen.");
}

static void news_frame(struct screen *screen, struct frame *frame)
{
    const struct news *news = news_of(screen)->news;
    frame->title = "What's new";
    frame->title_right = news->n ? mem_printf(frame->context, "papers of %zu meeting%s%s", news->n, news->n == 1 ? "" : "s", news->looked ? "" : ", all that is held") : NULL;
    frame->where = "What's new";
}

/* "3 MEETING": the item and the meeting of the row under the cursor; false where there is none. */
static bool place_here(struct screen *screen, int *position, const char **meeting_id)
{
    const char *key = screen_key(screen);
    const char *blank = key ? strchr(key, ' ') : NULL;
    if (!blank || sscanf(key, "%d", position) != 1)
        return false;
    *meeting_id = blank + 1;
    return true;
}

static const char *news_meeting_id(struct screen *screen)
{
    int position;
    const char *id = NULL;
    return place_here(screen, &position, &id) ? id : NULL;
}

static unsigned all_seen(struct browser *browser)
{
    unsigned reactions = job_queue_looked(browser, &(struct edit){.kind = EDIT_LOOKED, .field = "news"});
    return reactions | browser_sayf(browser, "all of it is seen: what comes from now on is new");
}

static unsigned news_act(struct screen *screen, const struct request *request)
{
    int position;
    const char *id;
    if (request->command == CMD_ALL_SEEN)
        return all_seen(screen->browser);
    if (request->command != CMD_OPEN || !place_here(screen, &position, &id))
        return NOT_MINE;
    return browser_push(screen->browser, meeting_new(screen->browser, id, position, PASSAGE_KINDS, 0));
}

static const struct screen_ops news_ops = {
    .name = "What's new",
    .context = CONTEXT_NEWS,
    .wish = {.note = true, .n_columns = 1, .share = {100}},
    .load = news_load,
    .frame = news_frame,
    .act = news_act,
    .meeting_id = news_meeting_id,
};

struct screen *news_new(struct browser *browser)
{
    struct news_screen *ns = screen_new(browser, struct news_screen, &news_ops);
    screen_add_pane(&ns->screen, 0, NULL, news_fill);
    return &ns->screen;
}

unsigned do_news(struct browser *browser, const struct request *request)
{
    (void)request;
    return browser_context(browser) == CONTEXT_NEWS ? REACT_REDRAW : browser_push(browser, news_new(browser));
}
