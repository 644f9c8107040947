/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the parts of the reading of cues share: cue_sets.c (sets of words), cue_atoms.c (the least things of a pattern),
 * cues.c (groups, rows, choices). */
#ifndef MINUTEBOOK_ACTIONS_CUES_READ_H
#define MINUTEBOOK_ACTIONS_CUES_READ_H

#include "cues.h"

#define EXACT_MOST 128 /* texts that a part may stand for, one by one */
#define WORD_LONGEST 60

/* What is known of a part of a pattern. */
struct part {
    bool exact;           /* it matches one of `texts` and nothing else; "" may be among them */
    bool zero;            /* it stands for no bytes, so that what is before and behind it touch */
    struct cue_set texts;
    struct cue_sets sets; /* of a part that is not exact */
};

struct parser {
    struct cue_reader *reader;
    const char *at;
    int depth;
    bool lost; /* something was not understood */
};

/* ---- cue_sets.c: sets of words; they are children of PARENT ---- */
struct cue_set cue_set_new(const void *parent, size_t room);
struct cue_set cue_set_of(const void *parent, const char *text);
void cue_set_tidy(struct cue_set *set); /* in order, without doubles */
struct cue_set cue_set_union(const void *parent, const struct cue_set *a, const struct cue_set *b);
bool cue_set_join(const void *parent, const struct cue_set *a, const struct cue_set *b, struct cue_set *out);
struct cue_set cue_set_cut(const void *parent, const struct cue_set *whole);
void cue_sets_add(const void *parent, struct cue_sets *sets, struct cue_set set); /* where it says enough to be asked for */
const struct cue_set *cue_sets_best(const struct cue_sets *sets);                 /* NULL: there is none */

/* ---- cue_atoms.c ---- */
bool cue_is_plain(char c); /* a letter or blank that stands for itself */
struct part cue_exact(struct parser *parser, const char *text);
struct part cue_lose(struct parser *parser);
struct part cue_read_class(struct parser *parser);
struct part cue_read_escape(struct parser *parser);
struct part cue_read_letters(struct parser *parser);
bool cue_read_count(struct parser *parser, unsigned long *least, bool *once);

#endif
