/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A promise is often written twice: as it was made and as it was resolved, under "Decision" and under
 * "Minutes", in the text and in the list of actions at its end. The fuller one is kept. Two sentences say
 * the same where all but a few of the telling words of the shorter are in the longer. */
#include "config.h"

#include "sweep.h"

#include "private.h"

#include <stdlib.h>
#include <string.h>

#define COMPARED_MOST 400 /* findings of an item that are compared with each other */
#define WORDS_LEAST 4     /* telling words, below which likeness says nothing */
#define SHARE_LEAST 80    /* per cent of the shorter's words */

/* Words that minutes use whatever the matter is. */
static const char *const common[] = {
    "a",     "all",   "also",      "an",    "and",       "as",      "at",       "be",      "been",     "by",     "for",    "from",
    "has",   "have",  "in",        "is",    "it",        "its",     "may",      "of",      "on",       "or",     "that",   "the",
    "their", "them",  "these",     "they",  "this",      "to",      "was",      "were",    "which",    "will",   "with",   "would",
    "agree", "agreed", "resolved", "request", "requested", "requests", "asked", "ask", "should", "shall", "members", "member",
    "committee", "panel", "board", "action", "recommended", "undertook", "noted", "note",
};

struct key {
    char *words[WORDS_MAX];
    size_t n;
};

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_common(const char *word)
{
    for (size_t i = 0; i < MB_LENGTH(common); i++) {
        if (strcmp(common[i], word) == 0)
            return true;
    }
    return false;
}

/* The telling words of a quote, each once, without the endings that change with the mood of the verb. */
static struct key key_of(const void *parent, const char *quote)
{
    struct words all;
    struct key key = {.n = 0};
    words_split(parent, quote, &all);
    for (size_t i = 0; i < all.n; i++) {
        char *word = all.at[i];
        size_t n = strlen(word);
        if (is_common(word))
            continue;
        if (n > 5 && strcmp(word + n - 3, "ing") == 0)
            word[n -= 3] = '\0';
        else if (n > 4 && (strcmp(word + n - 2, "ed") == 0 || strcmp(word + n - 2, "es") == 0))
            word[n -= 2] = '\0';
        else if (n > 3 && (word[n - 1] == 's' || word[n - 1] == 'e'))
            word[n -= 1] = '\0';
        key.words[key.n++] = word;
    }
    if (key.n)
        qsort(key.words, key.n, sizeof *key.words, compare_words);
    size_t kept = 0;
    for (size_t i = 0; i < key.n; i++) {
        if (kept == 0 || strcmp(key.words[kept - 1], key.words[i]) != 0)
            key.words[kept++] = key.words[i];
    }
    key.n = kept;
    return key;
}

static size_t shared_words(const struct key *a, const struct key *b)
{
    size_t shared = 0, i = 0, k = 0;
    while (i < a->n && k < b->n) {
        int order = strcmp(a->words[i], b->words[k]);
        shared += order == 0;
        i += order <= 0;
        k += order >= 0;
    }
    return shared;
}

static bool say_the_same(const struct key *a, const struct key *b)
{
    size_t least = a->n < b->n ? a->n : b->n, most = a->n < b->n ? b->n : a->n;
    size_t shared = shared_words(a, b);
    if (least < WORDS_LEAST)
        return least == most && shared == least && least > 0;
    return shared * 100 >= least * SHARE_LEAST;
}

/* How full a finding is: one that can be tracked, whole, by whom, and then the longer. */
static size_t fullness(const struct finding *finding)
{
    const struct action *action = finding->action;
    return (action->untracked ? 0 : 100000) + (action->quote_truncated ? 0 : 40000) + (action->owner ? 20000 : 0) +
           strlen(action->quote) % 10000;
}

/* Two of one text on one line are two, however like: "requested figures for May and requested figures for June". */
static bool can_restate(const struct finding *a, const struct finding *b)
{
    return !a->gone && !b->gone && a->item == b->item && (a->text != b->text || a->unit != b->unit);
}

void findings_unite(struct findings *findings)
{
    void *scratch = talloc_new(NULL);
    struct key *keys = mem_resize_named(scratch, NULL, sizeof *keys, findings->n + 1, "keys");
    for (size_t i = 0; i < findings->n; i++)
        keys[i] = key_of(scratch, findings->at[i].action->quote);
    for (size_t i = 0; i < findings->n; i++) {
        for (size_t k = i + 1; k < findings->n && k - i < COMPARED_MOST; k++) {
            struct finding *a = &findings->at[i], *b = &findings->at[k];
            if (!can_restate(a, b) || !say_the_same(&keys[i], &keys[k]))
                continue;
            if (fullness(a) >= fullness(b))
                b->gone = true;
            else
                a->gone = true;
        }
    }
    talloc_free(scratch);
}
