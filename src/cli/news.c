/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* news: which papers came since the member said that all is seen, and which items say more by them. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <string.h>

static char *list_of(const void *parent, const struct strings *words)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < words->n; i++)
        buf_printf(&out, "%s%s", i ? ", " : "", words->at[i]);
    return buf_take(&out);
}

static void print_meeting(const void *parent, const struct news_meeting *news)
{
    const char *name = news->committee ? news->committee : news->meeting_id;
    const char *day = date_is_set(news->date) ? mem_printf(parent, ", %s", date_words(parent, news->date)) : "";
    out_line("%s%s: %s%s", name, day, list_of(parent, &news->papers), news->first ? "; nothing of it was held before" : "");
    for (size_t i = 0; i < news->n_items; i++) {
        const struct news_item *item = &news->items[i];
        out_line("  %s%s%s (%s)", item->number ? item->number : "", item->number ? "  " : "", item->title ? item->title : "no title",
                 item->came ? "new" : "says more");
    }
}

static enum status print_news(struct call *call, struct store *store, struct err *err)
{
    struct news news;
    enum status status = store_news(call->parent, store, &news, err);
    for (size_t i = 0; i < news.n && status == STATUS_OK; i++)
        print_meeting(call->parent, &news.at[i]);
    if (status == STATUS_OK && news.n == 0)
        out_line("Nothing new.");
    return status;
}

enum status run_news(struct call *call, struct err *err)
{
    struct store *store;
    struct edit_result *seen;
    if (call->n > 0)
        return call_usage(call, err);
    bool mark = call_option(call, "seen");
    enum status status = call_store(call, mark ? STORE_WRITE : STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    status = print_news(call, store, err);
    if (status == STATUS_OK && mark)
        status = store_edit(call->parent, store, &(struct edit){.kind = EDIT_LOOKED, .field = "news"}, &seen, err);
    talloc_free(store);
    return status;
}
