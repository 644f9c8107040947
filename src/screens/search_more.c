/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A list of hits goes on: more are read as the cursor comes near the end of those that are there, by the searcher where there is one. */
#include "config.h"

#include "search.h"

#include <minutebook/search_live.h>

#include <string.h>

#define GO_ON_BEFORE 10 /* hits */

static bool same_words(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_place(const struct search_row *a, const struct search_row *b)
{
    return a->kind == b->kind && a->position == b->position && a->offset == b->offset && same_words(a->meeting_id, b->meeting_id) &&
           same_words(a->action_id, b->action_id) && same_words(a->note_id, b->note_id);
}

size_t search_place_of(const struct search_rows *rows, const struct search_row *row)
{
    for (size_t i = 0; row && i < rows->n; i++)
        if (same_place(&rows->at[i], row))
            return i;
    return 0;
}

void search_keep_counts(struct searching *searching, const struct searching *before)
{
    searching->counted = before->counted;
    searching->counts = before->counts;
    searching->kinds_counted = before->kinds_counted;
    memcpy(searching->of_kind, before->of_kind, sizeof searching->of_kind);
}

void search_grown_everywhere(struct browser *browser)
{
    for (size_t i = 0; i < browser->depth; i++)
        if (browser->stack[i]->context == CONTEXT_SEARCH)
            search_grown(browser->stack[i]);
}

unsigned search_take_longer(struct browser *browser, struct search_answer *answer)
{
    struct searching *before = browser->searching;
    struct search_manner manner = search_manner_of(before);
    manner.limit += HITS_AT_ONCE;
    struct searching *longer = searching_of_answer(browser, before->words, &manner, answer);
    search_keep_counts(longer, before);
    longer->current = search_place_of(&longer->rows, before->current < before->rows.n ? &before->rows.at[before->current] : NULL);
    browser->searching = longer;
    talloc_free(before);
    search_grown_everywhere(browser);
    return REACT_REDRAW;
}

/* ---- when ------------------------------------------------------------------------------------------------------- */

bool search_can_grow(const struct searching *searching)
{
    return !hits_are_all(&searching->rows) && searching->limit < HITS_MOST;
}

size_t search_kind_end(const struct searching *searching, size_t hit)
{
    const struct search_rows *rows = &searching->rows;
    size_t end = hit + 1;
    while (end < rows->n && rows->at[end].kind == rows->at[hit].kind)
        end++;
    return end;
}

bool search_kind_grows(const struct searching *searching, size_t hit)
{
    const struct search_rows *rows = &searching->rows;
    int64_t there = 0;
    if (rows->order == SEARCH_BEST || searching->by_meeting || !search_can_grow(searching))
        return false;
    for (size_t i = 0; i < rows->n; i++)
        there += rows->at[i].kind == rows->at[hit].kind;
    return !searching->kinds_counted || there < searching->of_kind[rows->at[hit].kind];
}

/* More is read before the end is come to, of all that is there or of a kind that is not all there. */
static bool is_near_end(const struct searching *searching, size_t hit)
{
    size_t n = searching->rows.n;
    return hit + GO_ON_BEFORE >= n || (search_kind_grows(searching, hit) && hit + GO_ON_BEFORE >= search_kind_end(searching, hit));
}

unsigned search_go_on(struct browser *browser, size_t hit)
{
    struct err err;
    const struct searching *searching = browser->searching;
    if (search_is_live(browser) || !search_can_grow(searching) || !is_near_end(searching, hit) || search_go_on_behind(browser))
        return REACT_REDRAW;
    struct search_manner manner = search_manner_of(searching);
    manner.limit += HITS_AT_ONCE;
    if (search_run_again(browser, &manner, &err) != STATUS_OK)
        return browser_fail(browser, &err);
    search_grown_everywhere(browser);
    return REACT_REDRAW;
}
