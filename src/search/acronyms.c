/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Abbreviations that the papers explain themselves. Nothing is kept of them: the newest places that have the word are read, or the oldest
 * where these do not say it, so that what is found is never older than the store, and takes as long in a large one. */
#include "config.h"

#include <minutebook/search_words.h>
#include <minutebook/store.h>
#include <minutebook/text.h>
#include <minutebook/text_acronyms.h>

#include <stdlib.h>
#include <string.h>

#define PLACES_READ 100
#define MEANINGS_MOST 4 /* "PA" is a personal adviser, a public address ... */

struct meaning {
    char *text;
    int times;
};
struct meanings {
    struct meaning *at;
    size_t n;
};

static void count(struct meanings *meanings, const void *parent, const char *text, size_t n)
{
    char *squeezed = text_squeeze(parent, text, n);
    for (size_t i = 0; i < meanings->n; i++)
        if (text_same_words(meanings->at[i].text, squeezed)) {
            meanings->at[i].times++;
            return;
        }
    *mem_append(parent, meanings->at, meanings->n) = (struct meaning){squeezed, 1};
}

static int by_times(const void *left, const void *right)
{
    const struct meaning *a = left, *b = right;
    return a->times != b->times ? b->times - a->times : strcmp(a->text, b->text);
}

static bool is_brief(const char *text, const struct acronym *found, const char *word)
{
    return strlen(word) == found->brief_n && strncasecmp(text + found->brief, word, found->brief_n) == 0;
}

/* What stands beside WORD, or, TURNED, beside the words that it is. */
static void read_text(struct meanings *meanings, const void *parent, const char *text, const char *word, bool turned)
{
    size_t n = text ? strlen(text) : 0;
    struct acronym found;
    for (size_t at = 0; text_acronym(text, n, at, &found);) {
        size_t brief = found.brief + found.brief_n, words = found.words + found.words_n;
        char *spelt = mem_strndup(parent, text + found.words, found.words_n);
        if (!turned && is_brief(text, &found, word))
            count(meanings, parent, text + found.words, found.words_n);
        else if (turned && text_same_words(spelt, word))
            count(meanings, parent, text + found.brief, found.brief_n);
        at = brief > words ? brief : words;
    }
}

/* Its first places in ORDER; whether there are others is told in *MORE. */
static enum status read_places(const void *scratch, struct store *store, const char *match, enum search_order order, const char *word,
                               bool turned, struct meanings *meanings, bool *more, struct err *err)
{
    struct search_rows rows;
    const struct search_request request = {.match = match, .words_only = !turned, .limit = PLACES_READ, .order = order};
    enum status status = store_search(scratch, store, &request, &rows, err);
    for (size_t i = 0; status == STATUS_OK && i < rows.n; i++)
        read_text(meanings, scratch, rows.at[i].body, word, turned);
    *more = status == STATUS_OK && rows.total > PLACES_READ;
    return status;
}

static enum status learn(const void *parent, struct store *store, const char *match, const char *word, bool turned, struct strings *out,
                         struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "acronyms");
    struct meanings meanings = {0};
    bool more;
    enum status status = read_places(scratch, store, match, SEARCH_NEWEST, word, turned, &meanings, &more, err);
    if (status == STATUS_OK && meanings.n == 0 && more) /* explained when it was new, and used without a word since */
        status = read_places(scratch, store, match, SEARCH_OLDEST, word, turned, &meanings, &more, err);
    if (meanings.n)
        qsort(meanings.at, meanings.n, sizeof *meanings.at, by_times);
    for (size_t i = 0; i < meanings.n && i < MEANINGS_MOST; i++)
        strings_add(parent, out, meanings.at[i].text);
    talloc_free(scratch);
    return status;
}

/* A string of FTS5's of WORDS, which are letters, digits and what joins words. */
static char *phrase_of(const void *parent, const char *words)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    buf_putc(&out, '"');
    for (const char *c = words; *c; c++)
        buf_putc(&out, *c == '"' ? ' ' : *c);
    buf_putc(&out, '"');
    return buf_take(&out);
}

enum status acronym_meanings(const void *parent, struct store *store, const char *word, struct strings *out, struct err *err)
{
    bool one = strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == strlen(word); /* "O&S" is two to the index */
    char *match = phrase_of(NULL, word);
    enum status status = *word && one ? learn(parent, store, match, word, false, out, err) : STATUS_OK;
    talloc_free(match);
    return status;
}

enum status acronyms_of(const void *parent, struct store *store, const char *words, struct strings *out, struct err *err)
{
    char *match = phrase_of(NULL, words);
    enum status status = strchr(words, ' ') ? learn(parent, store, match, words, true, out, err) : STATUS_OK;
    talloc_free(match);
    return status;
}
