/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* search: a member's words to a query, and hits to lines that can be read. The language is that of minutebook-query(7): words (all of
 * them), "phrases", beginnings*, OR, brackets, -what is left out, NEAR, and the fields of search_fields.h. */
#ifndef MINUTEBOOK_SEARCH_H
#define MINUTEBOOK_SEARCH_H

#include <minutebook/search_fields.h>
#include <minutebook/store.h>

struct related;

/* ---- a query ---------------------------------------------------------------------------------- */

enum term_kind { TERM_WORD, TERM_PREFIX, TERM_PHRASE };
/* A form of a term's word, or what it means as well: it finds and marks as the term itself does. */
struct query_also {
    char *text;
    struct tokens *tokens;
};
struct query_term {
    enum term_kind kind;
    bool negated;
    bool implied;          /* not typed as a phrase: words that mean something together */
    char *text;            /* as typed, without its marks */
    struct tokens *tokens; /* its words as the index has them: more than one stand together, as in a phrase */
    struct query_also *also; /* see query_options */
    size_t n_also;
};

enum query_node_kind {
    QUERY_TERM,  /* `term` */
    QUERY_NEAR,  /* its parts, terms all, within `near` words of each other */
    QUERY_ALL,   /* every part holds */
    QUERY_ANY,   /* one of the parts holds */
    QUERY_NOT,   /* its one part does not */
    QUERY_FIELD, /* `field` is `value` */
};
struct query_node {
    enum query_node_kind kind;
    size_t from, to; /* bytes of what was typed */
    size_t term;     /* its place among the query's terms */
    enum search_field field;
    char *value;     /* without its quotes, not empty */
    int near;
    struct query_node **parts;
    size_t n_parts;
};

struct query {
    struct query_node *root;   /* everything hangs on the query; never NULL */
    struct query_term *terms;  /* all words and phrases of the tree, in the order in which they were typed */
    size_t n_terms;
    struct search_request request; /* what the store is asked; empty until query_plan() */
    struct strings added;          /* what query_plan() added, to be shown: related words, forms */
    bool expanded;
    const char *routine_match;     /* in its place, for the routine texts that REQUEST leaves out; NULL: it leaves none out */
    bool only_routine;             /* nothing else was found, so that these were looked for after all (search_run()) */
    struct tokenizer *tokenizer;
};

#define QUERY_TERMS_MAX 64
#define QUERY_DEPTH_MAX 16 /* brackets in brackets */
#define QUERY_NEAR_DEFAULT 10
#define QUERY_ALSO_MAX 200 /* of one term */

/* How words are to be taken; {0} is a whole query. */
struct query_options {
    bool typing; /* it may go on: the last word is the beginning of one, what is still open is closed, what lacks its other half left out */
    const struct related *related;   /* words that mean the same are added to those typed (search_words.h); NULL: none */
    bool forms;                      /* forms of the words are added */
    bool routine;                    /* with routine texts (item_text_is_routine()), which are left out unless is:routine asks for them */
    struct date as_at;               /* day on which follow-ups are overdue */
    /* Ids of the follow-ups that are overdue on AS_AT, owned by PARENT: for is:overdue, since what is overdue is known above this room.
     * NULL: the field cannot be asked. */
    enum status (*overdue)(const void *parent, struct store *store, struct date as_at, struct strings *ids, struct err *err);
};

/* Where in what was typed a query is wrong: bytes. */
struct query_fault {
    size_t from, to;
};

/* STATUS_USAGE with what is wrong and at which character (“OR” needs a word on both sides, at character 8), its place in *FAULT (may be
 * NULL): a quote or bracket that is not closed, no word, only words to leave out (also as one side of an OR), a field that there is not,
 * one without or with a wrong value, a field of BY_ALONE beside OR, below brackets or left out, more than QUERY_TERMS_MAX words.
 * Straight and curly quotes are one; `*` counts at the end of a word, `-` at its beginning, OR, AND, NOT and NEAR in capitals; what else
 * FTS5 would read as an operator is a word. Terms without a letter or digit are left out. */
enum status query_parse(const void *parent, const char *words, const struct query_options *options, struct query **out,
                        struct query_fault *fault, struct err *err) MB_MUST_CHECK;

/* Fill the query's request from its tree: names are looked up in STORE, expressions written. STATUS_USAGE as above, where STORE knows
 * no such committee, council or person, or its index does not hold what a field asks for. STORE NULL: no name is looked up. */
enum status query_plan(struct query *query, const char *words, struct store *store, const struct query_options *options,
                       struct query_fault *fault, struct err *err) MB_MUST_CHECK;

/* The days that a value of VALUES_DAYS names, both included: "2022", "2022-03", "2022-03-14", "14 March 2022", "March 2022", with ..
 * between two of these or beside one. False where it names none. */
bool query_days(const char *value, struct date_span *out);

/* How LINE can go on, CURSOR bytes of it being typed: names of fields, or the values of one; committees and councils are STORE's (NULL:
 * none are offered). The choices are PARENT's. */
struct query_choices {
    size_t start;           /* byte of LINE from which to the cursor a choice is put in */
    struct strings choices; /* whole words, in the order of the tables */
    const char *after;      /* what follows one: " ", "" behind a field's colon */
};
enum status query_complete(const void *parent, struct store *store, const char *line, size_t cursor, struct query_choices *out,
                           struct err *err) MB_MUST_CHECK;

/* ---- what matched ------------------------------------------------------------------------------ */

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

/* "Harbour Scrutiny Panel, 3 February 2031, minute 40 (Ferry Tolls)": where ROW stands, in words to be pasted, safe as safe_line() has
 * them. */
const char *search_citation(const void *parent, const struct search_row *row);

/* "newest", "oldest", "best", by enum search_order; NULL last. */
extern const char *const search_order_names[];

/* ---- a search as the faces ask for it -------------------------------------------------------------- */

struct search_wish {
    int limit, offset; /* hits of a page, and how many stand before it */
    enum search_order order;
    struct query_options options;
    struct query_fault *fault; /* may be NULL */
};
/* Parse WORDS and search: the rows and the query, owned by PARENT. STATUS_NONE where nothing is found. Where only routine texts match they
 * are found at once, and the query says so. For SEARCH_BEST a beginning of one or two letters is answered newest first; ROWS says so. */
enum status search_run(const void *parent, struct store *store, const char *words, struct search_wish wish, struct query **query,
                       struct search_rows *rows, struct err *err) MB_MUST_CHECK;
/* How many places were left out as routine by the search that made QUERY. */
enum status search_count_routine(struct store *store, const struct query *query, int64_t *out, struct err *err) MB_MUST_CHECK;
/* How many places that SAVED finds are new since it was looked at: store_search_news(). */
enum status search_news(struct store *store, const struct saved_search *saved, const struct query_options *options, int *out,
                        struct err *err) MB_MUST_CHECK;
/* How many there are of WORDS, all counted, and how many routine ones were left out. STATUS_NONE where there is none. */
enum status search_count(const void *parent, struct store *store, const char *words, struct search_wish wish,
                         struct search_counts *out, struct err *err) MB_MUST_CHECK;
/* How many places of each kind search_run() finds of WORDS, all counted. STATUS_USAGE where the store does not know kinds yet. */
enum status search_count_kinds(const void *parent, struct store *store, const char *words, struct search_wish wish,
                               int64_t counts[PASSAGE_KINDS], struct err *err) MB_MUST_CHECK;

#endif
