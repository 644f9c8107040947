/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A search as the faces ask for it: words in, rows out. */
#include "config.h"

#include <minutebook/search.h>

static enum status nothing(const char *words, struct err *err)
{
    return err_set(err, STATUS_NONE, "nothing found for “%s”", words);
}

enum status search_run(const void *parent, struct store *store, const char *words, struct search_wish wish,
                       struct query **query, struct search_rows *rows, struct err *err)
{
    *rows = (struct search_rows){0};
    *query = NULL;
    enum status status = query_parse(parent, words, query, err);
    if (status != STATUS_OK)
        return status;
    struct search_request request = {.match = (*query)->match,
                                     .mine_match = (*query)->match,
                                     .limit = wish.limit,
                                     .offset = wish.offset,
                                     .order = wish.order,
                                     .words_only = (*query)->words_only};
    status = store_search(parent, store, &request, rows, err);
    return status == STATUS_OK && rows->total == 0 ? nothing(words, err) : status;
}

enum status search_count(const void *parent, struct store *store, const char *words, struct search_counts *out,
                         struct err *err)
{
    struct query *query = NULL;
    *out = (struct search_counts){0};
    enum status status = query_parse(parent, words, &query, err);
    if (status != STATUS_OK)
        return status;
    status = store_search_count(
        store,
        &(struct search_request){.match = query->match, .mine_match = query->match, .words_only = query->words_only},
        out, err);
    return status == STATUS_OK && out->places == 0 ? nothing(words, err) : status;
}
