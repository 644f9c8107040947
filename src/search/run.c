/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A search as the faces ask for it: words in, rows out. */
#include "config.h"

#include <minutebook/search.h>

enum status search_run(const void *parent, struct store *store, const char *words, int limit, int offset,
                       struct query **query, struct search_rows *rows, struct err *err)
{
    *rows = (struct search_rows){0};
    *query = NULL;
    enum status status = query_parse(parent, words, query, err);
    if (status != STATUS_OK)
        return status;
    struct search_request request = {
        .match = (*query)->match, .limit = limit, .offset = offset, .words_only = (*query)->words_only};
    status = store_search(parent, store, &request, rows, err);
    if (status == STATUS_OK && rows->total == 0)
        return err_set(err, STATUS_NONE, "nothing found for “%s”", words);
    return status;
}
