/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A search as the faces ask for it: words in, rows out. */
#include "config.h"

#include <minutebook/search.h>

#include <string.h>
#include <unistr.h>

#define RANKED_LETTERS_MIN 3

const char *const search_order_names[] = {[SEARCH_NEWEST] = "newest", [SEARCH_OLDEST] = "oldest", [SEARCH_BEST] = "best", NULL};

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

/* Only routine texts match: these are better than nothing. */
static enum status find_routine(const void *parent, struct store *store, struct query *query, struct search_request *request,
                                struct search_rows *rows, struct err *err)
{
    request->match = query->routine_match;
    request->mine_match = NULL;
    enum status status = store_search(parent, store, request, rows, err);
    query->only_routine = status == STATUS_OK && rows->total > 0;
    if (query->only_routine)
        query->request = *request;
    return status;
}

/* What begins with one or two letters stands in most texts: how often says nothing, and finding it out takes long. */
static enum search_order order_of(const struct query *query, enum search_order wanted)
{
    for (size_t i = 0; wanted == SEARCH_BEST && i < query->n_terms; i++) {
        const struct query_term *term = &query->terms[i];
        const char *word = term->tokens->n == 1 ? term->tokens->at[0].word : "";
        if (term->kind == TERM_PREFIX && u8_mbsnlen((const uint8_t *)word, strlen(word)) < RANKED_LETTERS_MIN)
            return SEARCH_NEWEST;
    }
    return wanted;
}

enum status search_run(const void *parent, struct store *store, const char *words, struct search_wish wish, struct query **query,
                       struct search_rows *rows, struct err *err)
{
    *rows = (struct search_rows){0};
    enum status status = query_of(parent, store, words, &wish, query, err);
    if (status != STATUS_OK)
        return status;
    struct search_request request = (*query)->request;
    request.limit = wish.limit;
    request.offset = wish.offset;
    request.order = order_of(*query, wish.order);
    status = store_search(parent, store, &request, rows, err);
    if (status == STATUS_OK && rows->total == 0 && (*query)->routine_match)
        status = find_routine(parent, store, *query, &request, rows, err);
    return status == STATUS_OK && rows->total == 0 ? nothing(words, err) : status;
}

static struct search_request routine_of(const struct query *query)
{
    struct search_request routine = query->request;
    routine.match = query->routine_match;
    routine.mine_match = NULL;
    return routine;
}

enum status search_count_routine(struct store *store, const struct query *query, int64_t *out, struct err *err)
{
    const struct search_request routine = routine_of(query);
    return store_search_places(store, &routine, out, err);
}

static enum status count_all(struct store *store, struct query *query, struct search_counts *out, struct err *err)
{
    enum status status = store_search_count(store, &query->request, out, err);
    if (status != STATUS_OK || !query->routine_match)
        return status;
    if (out->places > 0)
        return search_count_routine(store, query, &out->routine, err);
    struct search_request routine = routine_of(query);
    return store_search_count(store, &routine, out, err); /* as search_run() finds them */
}

enum status search_count(const void *parent, struct store *store, const char *words, struct search_wish wish, struct search_counts *out,
                         struct err *err)
{
    struct query *query = NULL;
    *out = (struct search_counts){0};
    enum status status = query_of(parent, store, words, &wish, &query, err);
    if (status == STATUS_OK)
        status = count_all(store, query, out, err);
    return status == STATUS_OK && out->places == 0 ? nothing(words, err) : status;
}

/* ---- how many of each kind -------------------------------------------------------------------------- */

static const char *of_kind(const void *parent, const char *match, enum passage_kind kind)
{
    return mem_printf(parent, "(%s) AND \"%s\"", match, store_search_word(parent, META_KIND, passage_kind_name(kind)));
}

static enum status count_kind(const void *parent, struct store *store, const struct search_request *all, enum passage_kind kind,
                              int64_t *out, struct err *err)
{
    struct search_request published = *all, mine = *all;
    struct search_counts counts = {0};
    published.match = all->match ? of_kind(parent, all->match, kind) : NULL;
    mine.match = NULL;
    mine.mine_match = all->mine_match ? of_kind(parent, all->mine_match, kind) : NULL;
    enum status status = store_search_places(store, &published, out, err);
    if (status == STATUS_OK && mine.mine_match)
        status = store_search_count(store, &mine, &counts, err);
    *out += counts.places;
    return status;
}

enum status search_count_kinds(const void *parent, struct store *store, const char *words, struct search_wish wish,
                               int64_t counts[PASSAGE_KINDS], struct err *err)
{
    struct query *query = NULL;
    enum status status = query_of(parent, store, words, &wish, &query, err);
    if (status == STATUS_OK && !(store_search_knows(store, META_KIND, false) && store_search_knows(store, META_KIND, true)))
        status = err_set(err, STATUS_USAGE, "this store does not know kinds yet");
    for (enum passage_kind kind = 0; kind < PASSAGE_KINDS && status == STATUS_OK; kind++)
        status = count_kind(query, store, &query->request, kind, &counts[kind], err);
    return status;
}
