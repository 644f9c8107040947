/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the files of src/actions share: plain words of English, compared without regard to case. */
#ifndef MINUTEBOOK_ACTIONS_PRIVATE_H
#define MINUTEBOOK_ACTIONS_PRIVATE_H

#include <minutebook/actions.h>

/* Is WORD of LEN bytes the lower-case ASCII word LOWER, whatever its capitals? */
bool words_equal(const char *word, size_t len, const char *lower);

/* TEXT as lower-case words of ASCII letters and digits; all else separates them, apostrophes are
 * dropped. At most WORDS_MAX, more are left out. */
#define WORDS_MAX 64
struct words {
    char *at[WORDS_MAX];
    size_t n;
};
void words_split(const void *parent, const char *text, struct words *words);

/* Do WORDS say when: a day, a counted time, or one of the usual vague phrases? */
bool due_says_when(const char *words, struct date meeting_date);

/* Days behind the day it is, of whose meetings the papers are known: agendas are public five clear days before (field.md 7), and some
 * councils print them earlier. */
#define PAPERS_AHEAD 14

/* How the basis of a due date ends that the member has set on a row. */
#define DUE_BY_HAND ", set by hand"

/* Said of words that are no day to chase on, and of none else. */
#define CHASE_REFUSED "“%.60s” is no day to chase on: write 16 Nov, 10 May 2019 or 2019-05-10"
#define DAY_REFUSED "“%.60s” is no day: write 16 Nov, 10 May 2019 or 2019-05-10"
/* The day at the very start of TEXT; one without a year is the first such day on or after MEETING_DATE.
 * The bytes used, 0 if there is none; *date is unset where the year cannot be told. */
size_t due_day_at(const char *text, struct date meeting_date, struct date *date, bool *has_year);

/* Is the body that is NAMED the committee whose minutes these are (folded; NULL or "": not known)? */
bool body_is_ours(const char *committee, const char *named);

#endif
