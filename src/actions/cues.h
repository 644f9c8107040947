/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a text must hold for a pattern to match in it, read off the pattern: several sets of words, of each of
 * which one stands in every text that the pattern matches. */
#ifndef MINUTEBOOK_ACTIONS_CUES_H
#define MINUTEBOOK_ACTIONS_CUES_H

#include "rules.h"

#define CUE_SHORTEST 3 /* bytes: what is shorter stands in every sentence */
#define CUE_LONGEST 9 /* what is longer says little more, and takes room: the automaton holds all of them */

/* Words of ASCII in small letters, without doubles. */
struct cue_set {
    char **at;
    size_t n;
};
struct cue_sets {
    struct cue_set *at;
    size_t n;
};

/* Reads patterns of one source; words that many of them share are read once. */
struct cue_reader;
struct cue_reader *cue_reader_new(const void *parent, const struct rule_source *source);
/* The sets of PATTERN, in which {NAME} stands for words of the source. None where nothing can be told: such a
 * pattern is always tried. They are the reader's. */
struct cue_sets cues_of(struct cue_reader *reader, const char *pattern);

#endif
