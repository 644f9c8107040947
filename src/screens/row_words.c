/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of a row that one may want to look for elsewhere: those of some length, and abbreviations. */
#include "config.h"

#include "page.h"

#include <string.h>
#include <unictype.h>
#include <unistr.h>

#define LETTERS_MIN 4
#define CAPITALS_MIN 2 /* "EHE", "SEND" */

static bool has_word(const struct strings *words, const char *word)
{
    for (size_t i = 0; i < words->n; i++)
        if (strcmp(words->at[i], word) == 0)
            return true;
    return false;
}

static void add_word(const void *parent, struct strings *words, const char *text, size_t n, size_t letters, size_t capitals)
{
    if (letters < LETTERS_MIN && capitals < CAPITALS_MIN)
        return;
    char *word = mem_strndup(NULL, text, n);
    if (!has_word(words, word))
        strings_add(parent, words, word);
    talloc_free(word);
}

static void add_words(const void *parent, struct strings *words, const char *text)
{
    size_t n = strlen(text), start = 0, letters = 0, capitals = 0;
    for (size_t at = 0; at <= n;) {
        ucs4_t sign = 0;
        int used = at < n ? u8_mbtouc(&sign, (const uint8_t *)text + at, n - at) : 1;
        bool of_word = at < n && uc_is_alnum(sign);
        if (!of_word && letters)
            add_word(parent, words, text + start, at - start, letters, capitals);
        start = of_word && letters == 0 ? at : start;
        letters = of_word ? letters + 1 : 0;
        capitals = of_word ? capitals + uc_is_upper(sign) : 0;
        at += used > 0 ? (size_t)used : 1;
    }
}

struct strings row_words(const void *parent, const struct page *page, const struct row *row)
{
    struct strings words = {0};
    for (size_t line = row->first; line < row->first + row->n && line < page->n_lines; line++)
        for (size_t i = 0; i < page->lines[line].n_spans; i++)
            if (row->key || page->lines[line].spans[i].style != STYLE_QUIET)
                add_words(parent, &words, page->lines[line].spans[i].text);
    return words;
}
