/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Plain words of English for the readers of this room: split, lower case, compared. Made for due words
 * and abbreviations, which are ASCII in every paper; names and titles are compared by text_fold(). */
#include "config.h"

#include "private.h"

#include <string.h>

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool in_word(char c)
{
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

/* Bytes of an apostrophe at TEXT, straight or curly; 0 if there is none. */
static size_t apostrophe(const char *text)
{
    return *text == '\'' ? 1 : text_starts(text, "\xE2\x80\x99") ? 3 : 0;
}

bool words_equal(const char *word, size_t len, const char *lower_word)
{
    if (strlen(lower_word) != len)
        return false;
    for (size_t i = 0; i < len; i++) {
        if (lower(word[i]) != lower_word[i])
            return false;
    }
    return true;
}

void words_split(const void *parent, const char *text, struct words *words)
{
    struct buf word;
    buf_init(&word, parent, 1000);
    words->n = 0;
    for (const char *p = text; words->n < WORDS_MAX; p++) {
        size_t quote = word.len && *p ? apostrophe(p) : 0;
        if (quote) {
            p += quote - 1;
        } else if (in_word(*p)) {
            buf_putc(&word, lower(*p));
        } else if (word.len) {
            words->at[words->n++] = buf_take(&word);
        }
        if (!*p)
            break;
    }
    buf_release(&word);
}
