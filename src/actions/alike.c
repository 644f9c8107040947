/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of a text that tell what it is about: not those that every minute has, and without their endings. */
#include "config.h"

#include "alike.h"

#include <stdlib.h>
#include <string.h>

/* Words that minutes use whatever the matter is. */
static const char *const common[] = {
    "a",     "all",   "also",      "an",    "and",       "as",      "at",       "be",      "been",     "by",     "for",    "from",
    "has",   "have",  "in",        "is",    "it",        "its",     "may",      "of",      "on",       "or",     "that",   "the",
    "their", "them",  "these",     "they",  "this",      "to",      "was",      "were",    "which",    "will",   "with",   "would",
    "agree", "agreed", "resolved", "request", "requested", "requests", "asked", "ask", "should", "shall", "members", "member",
    "committee", "panel", "board", "action", "recommended", "undertook", "noted", "note",
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

struct telling telling_words(const void *parent, const char *quote)
{
    struct words all;
    struct telling key = {.n = 0};
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

size_t telling_shared(const struct telling *a, const struct telling *b)
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
