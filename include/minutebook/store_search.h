/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* store, search: the full-text index of published texts and of the member's own, asked by expressions that the search room made. */
#ifndef MINUTEBOOK_STORE_SEARCH_H
#define MINUTEBOOK_STORE_SEARCH_H

#include <minutebook/model.h>

struct store;

enum search_order {
    SEARCH_NEWEST, /* what has no day stands last */
    SEARCH_OLDEST, /* ... first */
    SEARCH_BEST,   /* the newest SEARCH_RANKED_MAX by how much they say of the words, those in titles most; then the others, newest first */
};
#define SEARCH_RANKED_MAX 5000

/* What the search room asks for, in FTS5 expressions that it quoted itself. */
struct search_request {
    const char *match;            /* of what is published; NULL: none of it */
    const char *mine_match;       /* of the member's own rows; NULL: none of them */
    bool words_only;              /* MATCH holds single words and their beginnings, no phrase: the faster index serves */
    int limit, offset;
    enum search_order order;
    struct date after, before;    /* days of meetings, both included; unset: that side is open. One set leaves out what has no day */
    const struct strings *members; /* only texts of meetings in whose record of people all of these stand; NULL: any */
    const struct strings *actions; /* of the member's rows only these follow-ups; NULL: any */
};

/* Beside its own words each text bears words that no member can type, so that what is filtered by is found as any word is. */
enum search_meta {
    META_KIND,      /* of a kind: index name as passage_kind_name() has it */
    META_COMMITTEE, /* of a committee, by the name that its meetings are published with */
    META_COUNCIL,
    META_ITEM,      /* its number in the agenda or in the minutes, as printed */
    META_PAGE,      /* label of the page that it begins on */
    META_ROUTINE, META_EXEMPT, META_CUT, META_TO_FOLLOW, META_TABLE, /* without a value: it is so */
};
/* The word for VALUE, to be quoted as any other. */
char *store_search_word(const void *parent, enum search_meta meta, const char *value);
/* Whether the texts of STORE, which its schema tells, bear such words: what is published, or the member's own rows. */
bool store_search_knows(const struct store *store, enum search_meta meta, bool mine);
/* How many meetings were published by an earlier release, whose texts bear but the first two of these words until store_republish() has
 * been there. */
enum status store_search_lags(struct store *store, int *meetings, struct err *err) MB_MUST_CHECK;
enum passage_kind { PASSAGE_AGENDA, PASSAGE_MINUTES, PASSAGE_DECISION, PASSAGE_REPORT, PASSAGE_PROGRAMME, PASSAGE_ACTION,
                    PASSAGE_NOTE, PASSAGE_QUESTION,
                    PASSAGE_ITEM, /* what is said of an item beside its texts: author, who is invited, titles of its papers, a line each */
                    PASSAGE_KINDS };
const char *passage_kind_words(enum passage_kind kind); /* "minute", "report", ... */
const char *passage_kind_name(enum passage_kind kind);  /* for META_KIND */
struct search_row {
    int64_t id;            /* rises with the date: newest first is descending id */
    enum passage_kind kind;
    char *meeting_id, *committee, *title; /* title of the item, topic or follow-up */
    struct date date;
    int position;          /* item of the meeting, entry of the programme (1 up); 0 none */
    char *agenda_number, *minute_number;
    char *action_id;       /* PASSAGE_ACTION */
    char *note_id;         /* PASSAGE_NOTE, PASSAGE_QUESTION; their place in the meeting: note_position() */
    char *body;            /* the text that was searched */
    int64_t offset;        /* byte of BODY's start in the item's text of this kind */
    bool exempt, truncated;
    char *page;            /* label of the page it begins on; NULL not known */
    bool routine;
};
struct search_rows {
    struct search_row *at; /* in the order that was asked for */
    size_t n;
    enum search_order order;
    int total;      /* exact up to 1,000, then 1,000 with `more` set */
    bool more;
};
/* STATUS_USAGE with a sentence if FTS5 refuses the expression. */
enum status store_search(const void *parent, struct store *store, const struct search_request *request, struct search_rows *out,
                         struct err *err) MB_MUST_CHECK;

/* All of them counted, however many: places, and the meetings they are of. It takes as long as there are places; LIMIT, OFFSET and ORDER
 * do not matter. */
struct search_counts {
    int64_t places, meetings;
    int64_t routine; /* places that were left out as routine; the store leaves it 0 (search_count()) */
};
enum status store_search_count(struct store *store, const struct search_request *request, struct search_counts *out,
                               struct err *err) MB_MUST_CHECK;

/* Only the places of what is published, which takes less. */
enum status store_search_places(struct store *store, const struct search_request *request, int64_t *places, struct err *err) MB_MUST_CHECK;

/* The same for whoever compares texts: passages of the papers of COMMITTEES, by the names that their meetings are published with, of
 * meetings from the day FROM to the day TO, that MATCH, an expression of single words; oldest meeting first, at most MOST (`more`
 * where there are others; `total` is what came). */
struct passage_request {
    const struct strings *committees;
    struct date from, to;
    const char *match;
    int most;
};
enum status store_passages(const void *parent, struct store *store, const struct passage_request *request, struct search_rows *out,
                           struct err *err) MB_MUST_CHECK;
/* In how many passages of COMMITTEES' papers MATCH holds; NULL: how many there are. */
enum status store_count_passages(struct store *store, const struct strings *committees, const char *match, int *count,
                                 struct err *err) MB_MUST_CHECK;

/* Whether WORD, folded, stands in a published text; of the newest import only once it is over. */
enum status store_knows_word(struct store *store, const char *word, bool *known, struct err *err) MB_MUST_CHECK;

/* The words of published texts that begin with BEGINNING, folded, in their order. KNOWN is false where they are not told: none, more than
 * MOST, or an import is not over and has brought others. */
enum status store_words_of(const void *parent, struct store *store, const char *beginning, int most, struct strings *out, bool *known,
                           struct err *err) MB_MUST_CHECK;

/* What published texts themselves explain, "Elective Home Education (EHE)": of one of WORDS, N folded, what it stands for ("elective home
 * education", folded), of several what stands for them ("ehe"); those that most passages explain first, MOST of them, PARENT's. Of texts
 * published by an earlier release nothing is known until they are published anew, of the newest import once it is over. */
enum status store_acronyms(const void *parent, struct store *store, const char *const *words, size_t n, int most, struct strings *out,
                           struct err *err) MB_MUST_CHECK;
/* A word for `meta` expressions, as store_search_word() makes them: of the texts that explain ACRONYM as WORDS, both as store_acronyms()
 * tells them. */
char *store_acronym_word(const void *parent, const char *acronym, const char *words);

/* Words as the index sees them: SQLite's own tokenizer (unicode61 remove_diacritics 2), with the hidden
 * characters of reliability.md 3 left out. It serves one thread at a time. */
struct tokenizer;
struct token {
    size_t start, len; /* bytes of the text */
    char *word;        /* folded: lower case, without accents */
};
struct tokens {
    struct token *at;
    size_t n;
};
enum status tokenizer_new(const void *parent, struct tokenizer **out, struct err *err) MB_MUST_CHECK;
struct tokens *tokenizer_run(const void *parent, struct tokenizer *tokenizer, const char *text, size_t n);
/* TEXT without those hidden characters: what may stand in an expression for store_search(). */
char *tokenizer_clean(const void *parent, const char *text);

#endif
