/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where a query's words stand in a text. The text is cut into words by the index's own tokenizer, so
 * what is marked is what was found. */
#include "config.h"

#include "match.h"

#include <string.h>

static bool word_fits(const struct tokens *wanted, bool prefix, size_t i, const char *word)
{
    if (prefix && i + 1 == wanted->n)
        return text_starts(word, wanted->at[i].word);
    return strcmp(word, wanted->at[i].word) == 0;
}

static bool words_fit(const struct tokens *wanted, bool prefix, const struct tokens *tokens, size_t at)
{
    if (at + wanted->n > tokens->n)
        return false;
    for (size_t i = 0; i < wanted->n; i++)
        if (!word_fits(wanted, prefix, i, tokens->at[at + i].word))
            return false;
    return true;
}

/* How many words of the text from AT on are the term's, the most it or what was added to it can take. */
static size_t term_fits(const struct query_term *term, const struct tokens *tokens, size_t at)
{
    size_t n = words_fit(term->tokens, term->kind == TERM_PREFIX, tokens, at) ? term->tokens->n : 0;
    for (size_t i = 0; i < term->n_also; i++)
        if (term->also[i].tokens->n > n && words_fit(term->also[i].tokens, false, tokens, at))
            n = term->also[i].tokens->n;
    return n;
}

struct matches matches_of(const void *parent, const struct query *query, const char *text, size_t n)
{
    struct matches matches = {.tokens = tokenizer_run(parent, query->tokenizer, text, n)};
    matches.terms = mem_zero_named(matches.tokens, sizeof(uint64_t) * (matches.tokens->n + 1), "matches");
    for (size_t t = 0; t < query->n_terms && t < QUERY_TERMS_MAX; t++) {
        const struct query_term *term = &query->terms[t];
        for (size_t at = 0; !term->negated && at < matches.tokens->n; at++) {
            size_t words = term_fits(term, matches.tokens, at);
            for (size_t i = 0; i < words; i++)
                matches.terms[at + i] |= (uint64_t)1 << t;
        }
    }
    return matches;
}

struct mark *query_marks(const void *parent, const struct query *query, const char *text, size_t n, size_t *n_marks)
{
    struct matches matches = matches_of(NULL, query, text, n);
    struct mark *marks = NULL;
    *n_marks = 0;
    for (size_t i = 0; i < matches.tokens->n; i++)
        if (matches.terms[i])
            *mem_append(parent, marks, *n_marks) =
                (struct mark){matches.tokens->at[i].start, matches.tokens->at[i].len};
    talloc_free(matches.tokens);
    return marks;
}
