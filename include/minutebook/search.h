/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* search: a member's words to a query, and hits to lines that can be read. This release: words (all
 * of them), "phrases", prefix*, -not; newest first. */
#ifndef MINUTEBOOK_SEARCH_H
#define MINUTEBOOK_SEARCH_H

#include <minutebook/store.h>

enum term_kind { TERM_WORD, TERM_PREFIX, TERM_PHRASE };
struct query_term {
    enum term_kind kind;
    bool negated;
    char *text;            /* as typed, without its marks */
    struct tokens *tokens; /* its words as the index has them: more than one stand together, as in a phrase */
};
struct query {
    struct query_term *terms;
    size_t n_terms;
    char *match;     /* FTS5 expression; every word of the user's quoted */
    bool words_only; /* no term has more than one word (struct search_request) */
    struct tokenizer *tokenizer;
};

#define QUERY_TERMS_MAX 64

/* STATUS_USAGE with what is wrong and where ('"school is not closed, at character 8'): a quote that is
 * not closed, no word, only words to leave out, more than QUERY_TERMS_MAX terms. Straight and curly
 * quotes are one; `*` counts at the end of a word, `-` at its beginning; whatever else FTS5 would read
 * as an operator is a word. Terms without a letter or digit are left out. */
enum status query_parse(const void *parent, const char *words, struct query **out, struct err *err) MB_MUST_CHECK;

struct mark {
    size_t start, len; /* bytes of the text */
};
struct snippet {
    char *text;         /* a sentence or less, or parts of a few; blanks squeezed, `…` where it was cut; already as
                           safe_line() shows it */
    struct mark *marks; /* matched words in `text`, in order */
    size_t n_marks;
    size_t at;          /* byte offset, in the item's text, of the match it was made around */
};
/* The part of the row's body where most of the query's terms stand together, the first such place, and those where
 * terms stand that neither it nor the title shows; about WIDTH cells long. Without a match (only the title
 * matched): the beginning. */
struct snippet snippet_make(const void *parent, const struct search_row *row, const struct query *query, int width);

/* All matches of the query's words in TEXT, as the tokenizer sees them (case, accents folded), a mark a
 * word. Of a term of several words only those that stand together. */
struct mark *query_marks(const void *parent, const struct query *query, const char *text, size_t n, size_t *n_marks);

struct search_wish {
    int limit, offset; /* hits of a page, and how many stand before it */
    enum search_order order;
};
/* Parse WORDS and search: the rows and the query, owned by PARENT. STATUS_NONE where nothing is found. */
enum status search_run(const void *parent, struct store *store, const char *words, struct search_wish wish, struct query **query,
                       struct search_rows *rows, struct err *err) MB_MUST_CHECK;
/* How many there are of WORDS, all counted. STATUS_NONE where there is none. */
enum status search_count(const void *parent, struct store *store, const char *words, struct search_counts *out,
                         struct err *err) MB_MUST_CHECK;

#endif
