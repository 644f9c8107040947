/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the papers say that an abbreviation stands for, as they print it: the index knows which texts explain it, and how, in small letters;
 * the first of these is read. */
#include "config.h"

#include <minutebook/search_words.h>
#include <minutebook/store.h>
#include <minutebook/text.h>
#include <minutebook/text_acronyms.h>

#include <ctype.h>
#include <string.h>

#define MEANINGS_MOST 4 /* "PA" is a personal adviser, a public address ... */

/* MEANING as TEXT prints it; NULL where it does not. */
static char *printed(const void *parent, const char *text, const char *meaning)
{
    size_t n = text ? strlen(text) : 0;
    struct acronym found;
    for (size_t at = 0; text_acronym(text, n, at, &found);) {
        size_t brief = found.brief + found.brief_n, words = found.words + found.words_n;
        char *spelt = text_squeeze(parent, text + found.words, found.words_n);
        if (text_same_words(spelt, meaning))
            return spelt;
        talloc_free(spelt);
        at = brief > words ? brief : words;
    }
    return NULL;
}

/* "Elective Home Education (first in Schools Panel, 3 November 2022)" */
static char *told(const void *parent, const struct search_row *row, const char *meaning)
{
    void *local = talloc_named_const(NULL, 0, "told");
    const char *words = printed(local, row->body, meaning), *day = date_is_set(row->date) ? date_words(local, row->date) : NULL;
    struct buf out;
    buf_init(&out, local, BUF_MAX_DOCUMENT);
    buf_printf(&out, "%s", words ? words : meaning);
    if (row->committee || day)
        buf_printf(&out, " (first in %s%s%s)", row->committee ? row->committee : "", row->committee && day ? ", " : "", day ? day : "");
    char *all = mem_strdup(parent, out.data);
    talloc_free(local);
    return all;
}

/* By the first of the texts that explain it so. */
static enum status tell(const void *parent, struct store *store, const char *word, const char *meaning, struct strings *out, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "first");
    struct search_rows rows;
    const char *match = mem_printf(scratch, "\"%s\"", store_acronym_word(scratch, word, meaning));
    const struct search_request request = {.match = match, .words_only = true, .limit = 1, .order = SEARCH_OLDEST};
    enum status status = store_search(scratch, store, &request, &rows, err);
    if (status == STATUS_OK && rows.n)
        strings_add(parent, out, told(scratch, &rows.at[0], meaning));
    talloc_free(scratch);
    return status;
}

enum status acronym_meanings(const void *parent, struct store *store, const char *word, struct strings *out, struct err *err)
{
    struct strings meanings = {0};
    char *small = mem_strdup(NULL, word);
    for (char *c = small; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    const char *const one[] = {small};
    enum status status = store_acronyms(small, store, one, 1, MEANINGS_MOST, &meanings, err);
    for (size_t i = 0; i < meanings.n && status == STATUS_OK; i++)
        status = tell(parent, store, small, meanings.at[i], out, err);
    talloc_free(small);
    return status;
}
