/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A search as the faces ask for it: words in, rows out. */
#include "config.h"

#include <minutebook/search.h>

static enum status nothing(const char *words, struct err *err)
{
    return err_set(err, STATUS_NONE, "nothing found for “%s”", words);
}

static enum status query_of(const void *parent, struct store *store, const char *words, const struct search_wish *wish,
                            struct query **query, struct err *err)
{
    *query = NULL;
    enum status status = query_parse(parent, words, &wish->options, query, wish->fault, err);
    return status == STATUS_OK ? query_plan(*query, words, store, &wish->options, wish->fault, err) : status;
}

enum status search_run(const void *parent, struct store *store, const char *words, struct search_wish wish,
                       struct query **query, struct search_rows *rows, struct err *err)
{
    *rows = (struct search_rows){0};
    enum status status = query_of(parent, store, words, &wish, query, err);
    if (status != STATUS_OK)
        return status;
    struct search_request request = (*query)->request;
    request.limit = wish.limit;
    request.offset = wish.offset;
    request.order = wish.order;
    status = store_search(parent, store, &request, rows, err);
    return status == STATUS_OK && rows->total == 0 ? nothing(words, err) : status;
}

enum status search_count(const void *parent, struct store *store, const char *words, struct search_wish wish,
                         struct search_counts *out, struct err *err)
{
    struct query *query = NULL;
    *out = (struct search_counts){0};
    enum status status = query_of(parent, store, words, &wish, &query, err);
    if (status == STATUS_OK)
        status = store_search_count(store, &query->request, out, err);
    return status == STATUS_OK && out->places == 0 ? nothing(words, err) : status;
}
