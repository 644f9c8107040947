/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* search, words: what else a word goes by. Related words of the field (assets/words/related-words and the member's own) and the forms
 * of an English word (assets/words/word-forms). */
#ifndef MINUTEBOOK_SEARCH_WORDS_H
#define MINUTEBOOK_SEARCH_WORDS_H

#include <minutebook/base.h>

struct store;

/* ---- related words ------------------------------------------------------------------------------ */

/* Never changed once it is read, so threads may share it. */
struct related;

/* What is compiled in, then the files *.words of FOLDER (NULL, or not there: none). What is wrong in one is told in FAULTS, file and
 * line, and its line left out. A line is a group: "LAC = CLA = looked after children" are one to each other, of "WSoA -> APP" what
 * stands before the arrow leads to what stands behind it and not back, "!PEP" is also a word of its own: it leads where it is typed
 * in capitals, and nothing leads to it. */
struct related *related_new(const void *parent, const char *folder, struct strings *faults);
/* The words that a member who types WORDS, one word or several, may mean as well, as they are written in their files; each once. WORDS
 * are compared whole, without regard to case, accents and punctuation, and in singular and plural. False where there are none. */
bool related_of(const void *parent, const struct related *related, const char *words, struct strings *out);
/* Whether one of its lines says that WORDS, an abbreviation, is a word of its own, too: "!PEP". */
bool related_is_word(const struct related *related, const char *words);
size_t related_longest(const struct related *related); /* words of the longest entry */

/* ---- acronyms ----------------------------------------------------------------------------------- */

/* What the papers in STORE say that WORD, an abbreviation in any case, stands for, as the first that says it prints it, and which that is
 * ("EHE": "Elective Home Education (first in Schools Panel, 3 November 2022)"); commonest first, a few at most. */
enum status acronym_meanings(const void *parent, struct store *store, const char *word, struct strings *out, struct err *err) MB_MUST_CHECK;

/* ---- forms of a word ------------------------------------------------------------------------------ */

#define WORD_FORMS_MOST 200

/* Whether WORD, folded as the index folds, stands in the texts that are searched. */
typedef bool word_known(void *to, const char *word);
/* The other forms of WORD (folded: small letters) that are KNOWN: plural and singular, -ed, -ing, irregular ones. Never a word that is
 * made from it another way (general, generation), nor one of those that live for themselves (park, parking). At most WORD_FORMS_MOST. */
void word_forms(const void *parent, const char *word, word_known *known, void *to, struct strings *out);
/* WORD in the other number, be it known or not: "plans" of "plan", "child" of "children"; NULL where that is not surely told. */
char *word_other_number(const void *parent, const char *word);

#endif
