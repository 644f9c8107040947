/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The first look at a sentence: one pass over it answers many questions of the form "does any of these words stand
 * in it?", so that the patterns that cannot match need not be tried. A word is found anywhere, also within another. */
#ifndef MINUTEBOOK_ACTIONS_LOOK_H
#define MINUTEBOOK_ACTIONS_LOOK_H

#include <minutebook/base.h>

struct first_look;
struct first_look *first_look_new(const void *parent);
/* Ask for any of the N WORDS (ASCII, small); the number of the question, 1 up, the same for the same words. 0 where
 * there is no room for more, or a word is no such word: nothing can be told then. */
unsigned first_look_add(struct first_look *look, char *const *words, size_t n);
void first_look_done(struct first_look *look); /* no more questions */

/* The answers for TEXT, a child of PARENT, for first_look_has(). Capitals are as small letters, and so are the two characters
 * beyond ASCII that PCRE2 takes for k and s where capitals do not matter. */
uint64_t *first_look_at(const void *parent, const struct first_look *look, const char *text, size_t n);
static inline bool first_look_has(const uint64_t *answers, unsigned question)
{
    return question == 0 || (answers[question / 64] >> (question % 64) & 1);
}

#endif
