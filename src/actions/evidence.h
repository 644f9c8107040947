/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Shared by the files that line follow-ups up with later papers (actions_evidence.h):
 *
 *   evidence.c         which papers are later, asking the index, what comes out and in which order
 *   evidence_take.c    a place taken as evidence, proposed or named by the member
 *   evidence_words.c   words by their stems, and how much each tells among the papers of the committee
 *   evidence_asked.c   the follow-up made ready to be compared, and what the index is asked for
 *   evidence_units.c   a passage taken apart into sentences and rows, and what each says by its words
 *   evidence_judge.c   what a passage says of the follow-up, and how sure that is
 *   evidence_lexicon.c assets/words/evidence-words: what tells nothing; what tells done from promised, put off, asked again
 *   evidence_cited.c   a minute that a text cites
 *   evidence_topic.c   a topic in later work programmes
 *   evidence_said.c    results in words for people */
#ifndef MINUTEBOOK_ACTIONS_EVIDENCE_PRIVATE_H
#define MINUTEBOOK_ACTIONS_EVIDENCE_PRIVATE_H

#include "private.h"

#include <minutebook/actions_evidence.h>

/* ---- words by their stems -------------------------------------------------------------------------- */

/* The next word of N bytes of TEXT at or behind *AT, folded to lower case and without the endings of plural and tense; false at
 * the end. *START is its first byte. Apostrophes part words, as in the index. */
#define STEM_SIZE 40
bool stem_next(const char *text, size_t n, size_t *at, char stem[STEM_SIZE], size_t *start);

/* assets/words/evidence-words. */
enum phrase_group { PHRASES_DONE, PHRASES_TOLD, PHRASES_BACK, PHRASES_PROMISED, PHRASES_OPEN, PHRASES_REST, PHRASES_PUT_OFF, PHRASES_REPLIED,
                    PHRASES_WRITTEN, PHRASES_STATUS, PHRASES_LISTING, PHRASE_GROUPS };
struct lexicon {
    struct strings plain; /* stems, sorted */
    struct strings phrases[PHRASE_GROUPS];
};
struct lexicon *lexicon_new(const void *parent);
/* Is STEM of a word that every minute has, or a number? It tells nothing. */
bool lexicon_is_plain(const struct lexicon *lexicon, const char *stem);
/* Which groups have a phrase in the N bytes of TEXT. One that PROMISE (folded, NULL: none) itself has tells nothing of how it
 * stands: "stops that were withdrawn". */
void lexicon_look(const struct lexicon *lexicon, const char *promise, const char *text, size_t n, bool found[PHRASE_GROUPS]);

/* A word that tells what a follow-up is about. */
struct told_word {
    char *stem, *printed; /* `printed`: as the follow-up writes it */
    char *match;          /* its forms in the papers, for the index: "\"taxi\" OR \"taxis\""; NULL where there is none */
    int weight;           /* 0 to WEIGHT_MOST, by how rare it is among the papers of the committee */
};
#define WEIGHT_MOST 4
struct told_words {
    struct told_word *at; /* the rarest first */
    size_t n;
    int weight;           /* of all */
};
#define TOLD_WORDS_MOST 24

/* ---- one run over the papers ------------------------------------------------------------------------- */

/* The names one committee has in the papers, how many passages these have, and its programmes, once they are asked for. */
struct watched {
    char *key; /* the names a follow-up gave, folded */
    struct strings names;
    int passages;
    struct weighed *weighed; /* words already looked up */
    size_t n_weighed;
    struct programmes programmes;
    bool has_programmes;
};
struct evidence_run {
    struct store *store;
    struct date as_at;
    const struct lexicon *lexicon;
    struct meeting_rows meetings;
    struct committees committees;
    struct watched **watched;
    size_t n_watched;
};

/* The words of TEXT, the sentence of ACTION or what it is about, that tell something, weighed among the papers of WATCHED. */
enum status evidence_weigh(const void *parent, struct evidence_run *run, struct watched *watched, const struct action *action,
                           const char *text, struct told_words *out, struct err *err) MB_MUST_CHECK;

/* The name that entries give an item: "m562", "a5", "@3". */
char *evidence_item(const void *parent, const char *minute_number, const char *agenda_number, int position);

/* ---- judging -------------------------------------------------------------------------------------------- */

/* Which of the two TEXT cites: the minute NUMBER ("minute 214 refers", "214/1"), or the tracker's REFERENCE; NULL neither. Either may be
 * NULL. MADE is the day of the meeting that it must not contradict. */
const char *cites_minute(const char *text, size_t n, const char *number, const char *reference, struct date made);

/* A follow-up while it is lined up. */
struct asked {
    const struct action *action;
    const struct lexicon *lexicon;
    struct told_words words;
    char *quote;             /* folded; NULL without one */
    char *owner, *recipient; /* folded, without "the"; NULL */
    bool letter, brought; /* a letter; something to be brought to the committee */
    struct strings deeds;    /* stems of all words of the promise: "provide", "investigate" */
    struct strings topic;    /* of what is to be brought, all words that a title may have */
};
/* A sentence or a clause of it, or a row of a table, and which of the told words are in it, a bit each. */
struct unit {
    const char *at;
    size_t n;
    uint32_t words;
    bool row;
    const char *sentence; /* what it is a clause of */
    size_t sentence_n;
};
struct units {
    struct unit *at;
    size_t n;
};
void units_split(const void *parent, const struct told_words *words, const char *text, struct units *out);
/* Those of WORDS that are in N bytes of TEXT, a bit each, and what the words of such a set weigh. */
uint32_t told_words_in(const struct told_words *words, const char *text, size_t n);
int told_weight(const struct told_words *words, uint32_t found);

/* What a unit says of how things stand. LISTED: of an item that lists earlier promises, where one word tells it. */
struct said {
    bool cue[PHRASE_GROUPS];
};
struct said unit_look(const struct asked *asked, const struct unit *unit, bool listed);
/* What the sentence behind unit I adds. */
void unit_look_on(const struct asked *asked, const struct units *units, size_t i, struct said *said);

/* Is it the title of a routine item or of the one on the work programme? They have words of everything. */
bool title_is_of_everything(const char *title);
struct asked asked_of(const void *parent, const struct lexicon *lexicon, const struct action *action);
/* What the index is asked for: an expression; NULL where its words tell too little. */
char *asked_match(const void *parent, const struct asked *asked);
bool strings_have(const struct strings *list, const char *text);
/* What ROW of the index says of it, in OUT (a child of PARENT); false where it says nothing. TITLE_ONLY: only the item's title has
 * been looked at. */
bool evidence_judge(const void *parent, const struct asked *asked, const struct search_row *row, struct evidence *out);

/* ---- topics ------------------------------------------------------------------------------------------------ */

enum status evidence_topic(const void *parent, struct evidence_run *run, struct watched *watched, const struct asked *asked,
                           struct topic *out, struct err *err) MB_MUST_CHECK;

#endif
