/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How a line of words under assets/words/ is found in a text (private to this room). */
#ifndef MODEL_PHRASE_H
#define MODEL_PHRASE_H

#include <stdbool.h>

/* Whether FOLDED (text_fold()) holds the words of LINE, which stand folded, too: whole words, a plural's s apart. ^ ties them
 * to its beginning, $ to its end, and behind a digit at their end a year may go on. */
bool phrase_fits(const char *line, const char *folded);

#endif
