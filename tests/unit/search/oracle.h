/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The slow way to the same answer: every text of a store is read and looked through. It knows the language of a search as a tree that it
 * made itself, and shares no code with the search room: what a word is, what stands together and what a field means are written here
 * once more. */
#ifndef MINUTEBOOK_TESTS_SEARCH_ORACLE_H
#define MINUTEBOOK_TESTS_SEARCH_ORACLE_H

#include "unit/store/support.h"

/* ---- chance ----------------------------------------------------------------------------------------- */

void chance_begin(uint32_t seed);
int chance_below(int n);

/* ---- words ------------------------------------------------------------------------------------------ */

/* Twenty-four, of which some begin alike. */
const char *oracle_word(void);
/* From LOW to HIGH of them, in sentences. */
char *oracle_words(const void *parent, int low, int high);

/* ---- a question ------------------------------------------------------------------------------------- */

#define ORACLE_OVERDUE "in progress"  /* a follow-up that stands so is overdue in these tests */
#define ORACLE_TABLE_WORD "tabulated" /* each table has it, and nothing else */

struct oracle_node;
struct oracle_query {
    char *words;              /* as a member types it */
    struct oracle_node *root;
    struct date from, to;     /* both included; unset: open */
    char *member;             /* NULL: any */
    bool asks_routine, asks_overdue;
    struct oracle_node *last; /* the word that the line ends with, where it is one and may go on; NULL */
};
/* What may stand behind a field's name. */
struct oracle_values {
    const char *const *committees, *const *councils, *const *members; /* NULL last */
};
struct oracle_query *oracle_query(const void *parent, const struct oracle_values *values);

/* ---- its answer ------------------------------------------------------------------------------------- */

struct oracle_hit {
    int64_t id;
    bool mine;
    const char *meeting_id; /* NULL: of none */
};
struct oracle_answer {
    struct oracle_hit *at; /* newest first */
    size_t n;
    int meetings;
    int routine;       /* that were left out */
    bool only_routine; /* nothing else was found */
};
/* TYPING: the last word is the beginning of one. ROUTINE: with routine texts. Strings are PARENT's. */
struct oracle_answer oracle_ask(const void *parent, struct store *store, const struct oracle_query *query, bool typing, bool routine);

/* ---- what is read ----------------------------------------------------------------------------------- */

/* That the texts in which oracle_ask() looks are those that the store gives to read: each text of each meeting, follow-up and note as it
 * now is, and no other. The first that is not, in a sentence, PARENT's; NULL if all are. */
char *oracle_odd_text(const void *parent, struct store *store);

#endif
