/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Do two texts tell of the same matter? By the words that tell something, each once. */
#ifndef MINUTEBOOK_ACTIONS_ALIKE_H
#define MINUTEBOOK_ACTIONS_ALIKE_H

#include "private.h"

struct telling {
    char *words[WORDS_MAX];
    size_t n;
};

/* The telling words of TEXT in the order of their bytes, without the endings that change with the mood of the verb. */
struct telling telling_words(const void *parent, const char *text);
/* How many words are in both. */
size_t telling_shared(const struct telling *a, const struct telling *b);

#endif
