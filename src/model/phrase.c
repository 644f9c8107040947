/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The one way in which lines of words are compared with titles and sentences. */
#include "config.h"

#include "phrase.h"

#include <minutebook/text.h>

#include <ctype.h>

/* Does a word end or begin between the bytes A and B? */
static bool is_boundary(char a, char b)
{
    return !text_is_word_byte(a) || !text_is_word_byte(b);
}

/* The words of one line of the file: without the marks that tie them. */
struct words {
    const char *at;
    size_t n;
    bool at_start, at_end;
};

static bool holds_words(const char *title, const struct words *words)
{
    for (const char *at = title; words->n && (at = strchr(at, *words->at)); at++) {
        bool begins = at == title || (!words->at_start && is_boundary(at[-1], *at));
        if (begins && strncmp(at, words->at, words->n) == 0) {
            const char *end = at + words->n + (at[words->n] == 's'); /* a plural is the same word */
            bool year = isdigit((unsigned char)words->at[words->n - 1]); /* "work programme 20" of 2024 */
            if (*end == '\0' || year || (!words->at_end && is_boundary(end[-1], *end)))
                return true;
        }
        if (words->at_start)
            break;
    }
    return false;
}

bool phrase_fits(const char *line, const char *folded)
{
    line += strspn(line, " \t");
    bool at_start = *line == '^';
    size_t n = strlen(line);
    bool at_end = n > 0 && line[n - 1] == '$';
    struct words words = {line + at_start, n - at_start - at_end, at_start, at_end};
    return holds_words(folded, &words);
}
