/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which item of a meeting an entry of a work programme was taken at: by the words that both share.
 * An offer with its reason, made anew each time and stored nowhere. Pure. */
#include "config.h"

#include "words.h"

#include <string.h>

#define LEAST_SHARED 2 /* words of weight; one will do where it is all a title has */

/* Words that say what kind of paper it is, or nothing: on any agenda several titles share them. */
static const char *const weak_words[] = {
    "a",         "an",           "and",      "annual", "as",        "at",       "be",      "by",       "children",
    "childrens", "council",      "councils", "county", "following", "for",      "from",    "in",       "including",
    "into",      "is",           "item",     "its",    "of",        "on",       "or",      "overview", "people",
    "plan",      "presentation", "progress", "report", "review",    "scrutiny", "service", "services", "strategy",
    "the",       "their",        "to",       "update", "updates",   "with",     "work",    "year",     "young",
};

static bool is_weak(const char *word)
{
    if (strlen(word) < 2 || strspn(word, "0123456789/") == strlen(word))
        return true;
    for (size_t i = 0; i < MB_LENGTH(weak_words); i++)
        if (strcmp(weak_words[i], word) == 0)
            return true;
    return false;
}

/* The folded words of TEXT that carry weight, each once; brackets are no part of a word. */
static struct strings words_of(const void *parent, const char *text)
{
    struct strings words = {0};
    char *folded = text_fold(parent, text ? text : "");
    for (char *at = folded; *at;) {
        size_t n = strcspn(at, " ()[]{}/");
        char *word = mem_strndup(parent, at, n);
        bool known = n == 0 || is_weak(word);
        for (size_t i = 0; i < words.n && !known; i++)
            known = strcmp(words.at[i], word) == 0;
        if (!known)
            strings_add(parent, &words, word);
        at += n;
        at += strspn(at, " ()[]{}/");
    }
    return words;
}

static struct strings shared(const void *parent, const struct strings *a, const struct strings *b)
{
    struct strings both = {0};
    for (size_t i = 0; i < a->n; i++)
        for (size_t j = 0; j < b->n; j++)
            if (strcmp(a->at[i], b->at[j]) == 0)
                strings_add(parent, &both, a->at[i]);
    return both;
}

/* Shared words in a thousandth of the shorter side's, for choosing between two that share as many. */
static size_t closeness(size_t n, size_t a, size_t b)
{
    size_t shorter = a < b ? a : b;
    return n * 1000 + (shorter ? n * 999 / shorter : 0);
}

struct pairing pair_entry(const void *parent, const char *issue, const struct meeting *meeting)
{
    void *local = talloc_named_const(NULL, 0, "pair");
    struct strings wanted = words_of(local, issue), why = {0};
    size_t best = 0;
    bool tie = false;
    struct pairing pairing = {0};
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        if (item_is_routine(item))
            continue;
        struct strings title = words_of(local, item->title);
        struct strings both = shared(local, &wanted, &title);
        bool enough = both.n >= LEAST_SHARED || (both.n && (both.n == title.n || both.n == wanted.n));
        size_t close = closeness(both.n, title.n, wanted.n);
        if (!enough || close < best)
            continue;
        tie = close == best;
        best = close;
        why = both;
        pairing.position = item->position;
    }
    if (tie)
        pairing.position = 0; /* two items fit as well: nothing is offered */
    if (pairing.position)
        pairing.reason = mem_printf(parent, "both say: %s", words_join(local, &why, ", "));
    talloc_free(local);
    return pairing;
}
