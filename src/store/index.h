/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The full-text index of the store (private to this room; performance.md 1 and 2). It stands on its
 * own tables and reads no others, so that it can be thrown away and filled again:
 *
 *   search_text(id, title, body, meta)   what is indexed; id = days since 1900 << 32 | serial
 *   search_place(id, edition, ...)       where that text stands, and what a hit shows
 *   search_shown(edition)                the editions that a search may see
 *   f, p                                 exact index; index for single words and their beginnings
 *   terms(term, df)                      every word and in how many passages, filled after imports
 *   mine                                 the user's own rows (follow-ups, notes); an import never writes it
 *
 * An EDITION is any number the publisher chooses for one published state of one meeting (its programme
 * included). Its rows are written while nobody sees them (index_write), shown and the former edition
 * hidden in the publisher's last transaction (index_show, index_hide), and the former rows taken away
 * after that (index_remove). All of it but the searching stands inside db_begin() ... db_finish(). */
#ifndef STORE_INDEX_H
#define STORE_INDEX_H

#include "private.h"

#include <minutebook/store_notes.h>

/* The one tokenizer: the words of every index, of the marks and of the query are the same. */
#define INDEX_TOKENIZER "unicode61 remove_diacritics 2"

/* The user's own rows in words, as schema 1 made it; one of the tables of schema_user. What a hit shows stands beside. Schema 7 made
 * it anew (schema_7.c). */
#define INDEX_MINE_SQL                                                                                                 \
    "CREATE VIRTUAL TABLE mine USING fts5(title, body, action_id UNINDEXED, meeting_id UNINDEXED, "                    \
    "committee UNINDEXED, date UNINDEXED, agenda_number UNINDEXED, minute_number UNINDEXED, "                          \
    "exempt UNINDEXED, truncated UNINDEXED, verbatim UNINDEXED, tokenize='" INDEX_TOKENIZER "')"

/* ---- what is indexed (pure) ------------------------------------------------------------------ */

struct index_passage {
    enum passage_kind kind;
    int position;        /* item, or entry of the programme, 1 up; 0: the programme as a whole */
    const char *heading; /* indexed as title: the item's, with the first section of its report only; "" */
    const char *title;   /* shown: item's title, entry's issue */
    const char *agenda_number, *minute_number;
    const char *body; /* verbatim, N bytes, no NUL behind them */
    size_t n;
    size_t start; /* byte of `body` in the item's text of this kind */
    const char *page; /* label of the page it begins on; NULL not known */
    bool exempt, truncated;
    bool to_follow; /* its item lacks a paper that is to come */
    bool table;     /* there is one in it */
    bool routine;   /* item_text_is_routine() */
};

/* All passages of a meeting and of the programmes published with it, in reading order: minutes,
 * decision, agenda and report by section of each item. Strings of MEETING and PROGRAMMES are borrowed. */
struct index_passages {
    struct index_passage *at;
    size_t n;
    const struct meeting *meeting;
};
struct index_passages *index_passages_of(const void *parent, const struct meeting *meeting,
                                         struct programme *const *programmes, size_t n_programmes);

/* TEXT as it is indexed: the "removed" characters of reliability.md 3 left out, so that a soft hyphen
 * hides no word; Word's private bullets as U+2022. *SHIFTS leads back to the source. */
struct index_shift {
    size_t clean, source; /* from byte `clean` of the result on, the source is at `source` + distance */
};
struct index_shifts {
    struct index_shift *at;
    size_t n;
};
char *index_clean(const void *parent, const char *text, size_t n, size_t *clean_n, struct index_shifts *shifts);
size_t index_source_offset(const struct index_shifts *shifts, size_t clean);

/* ---- writing, on the importer's connection ----------------------------------------------------- */

/* All of PASSAGES under EDITION, which must have none yet. Breathes (db_breathe). */
enum status index_write(struct db *db, int64_t edition, const struct index_passages *passages,
                        struct err *err) MB_MUST_CHECK;

/* In the transaction that makes an edition the published one. */
enum status index_show(struct db *db, int64_t edition, struct err *err) MB_MUST_CHECK;
enum status index_hide(struct db *db, int64_t edition, struct err *err) MB_MUST_CHECK;

/* Take away the passages of EDITION; hide it first. Breathes. */
enum status index_remove(struct db *db, int64_t edition, struct err *err) MB_MUST_CHECK;

/* Fill `terms` anew and merge the index. Breathes. */
enum status index_settle(struct db *db, struct err *err) MB_MUST_CHECK;

/* ---- the user's rows, on the ordinary connection, in the edit's transaction --------------------- */

/* The row of ACTION as it now is; one that was undone or is refused is taken out. */
enum status index_mine_put(struct db *db, const struct action *action, struct err *err) MB_MUST_CHECK;
/* The same of a note; one that was taken back is taken out. */
enum status index_note_put(struct db *db, const struct note *note, struct err *err) MB_MUST_CHECK;
/* The row of the follow-up ACTION_ID again, under ID, in a table that was made anew. */
enum status index_mine_refill(struct db *db, const char *action_id, int64_t id, struct err *err) MB_MUST_CHECK;

/* The words of `meta` for a text: one for each of WORDS that has a value ("" where the word says it all). */
struct meta_word {
    enum search_meta meta;
    const char *value; /* NULL: it is not so, or not known */
};
char *index_meta(const void *parent, const struct meta_word *words, size_t n);
/* For `meta`, too: what the short forms that TEXT explains stand for, a word with a blank before it for each; "" for none. */
char *index_acronym_words(const void *parent, const char *text, size_t n);
char *index_meta_of_passage(const void *parent, const struct meeting *meeting, const struct index_passage *passage);
/* The word for a committee there, begun by a private character that no text brings into the index and no member types. */
#define INDEX_OWN_MARK "\xEE\x80\x80"
char *index_committee_word(const void *parent, const char *committee);

/* The words that `terms` has are not all of them, before a passage is written, and are, once they were gathered. */
enum status index_words_open(struct db *db, struct err *err);
enum status index_words_close(struct db *db, struct err *err);

/* ---- shared by the files of the index ---------------------------------------------------------- */

enum passage_kind index_kind_of(const char *name);
#define INDEX_MINE_META 7 /* the schema since which `mine` has columns for filters */
#define INDEX_SERIALS ((int64_t)1 << 32)  /* ids of one day */
int64_t index_first_id(struct date date); /* the lowest id of a day */
/* FTS5's calls, by the way that its manual gives (fts5.html, section 7); NULL where this SQLite has none. */
fts5_api *index_fts5(sqlite3 *handle);
struct value index_clean_value(const void *parent, const char *text, size_t n, bool *changed);

/* ---- care --------------------------------------------------------------------------------------- */

/* One sentence a finding: FTS5's own checks of `f` (on PUBLISHED, the importer's connection) and `mine`
 * (on USER; either may be NULL: left out), text without a place, places without text, words in `p` that
 * a fresh index has not. Outside a transaction: FTS5's check is an INSERT and takes the lock itself; it
 * and the comparison of `p` are left out above 50 MB of text (reliability.md 2.7). */
enum status index_check(const void *parent, struct db *published, struct db *user, struct strings *findings,
                        struct err *err) MB_MUST_CHECK;

#endif
