/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How much of what a saved search finds is new. */
#include "config.h"

#include <minutebook/search.h>

enum status search_news(struct store *store, const struct saved_search *saved, const struct query_options *options, int *out, struct err *err)
{
    struct query *query = NULL;
    void *local = talloc_named_const(NULL, 0, "news");
    *out = 0;
    enum status status = query_parse(local, saved->words, options, &query, NULL, err);
    if (status == STATUS_OK)
        status = query_plan(query, saved->words, store, options, NULL, err);
    if (status == STATUS_OK)
        status = store_search_news(store, saved->id, &query->request, out, err);
    talloc_free(local);
    return status;
}
