/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Small questions about words that every part of the pack reader asks. No rule of a paper's form is here. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>

#define QUOTED_LONGEST 100 /* bytes of a title in a warning */


static bool is_letter_or_digit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

bool words_in(const char *folded, const char *phrase)
{
    size_t n = strlen(phrase);
    for (const char *at = strstr(folded, phrase); at; at = strstr(at + 1, phrase)) {
        bool starts = at == folded || !is_letter_or_digit(at[-1]);
        if (starts && !is_letter_or_digit(at[n]))
            return true;
    }
    return false;
}

bool words_start(const char *folded, const char *phrase)
{
    size_t n = strlen(phrase);
    return strncmp(folded, phrase, n) == 0 && !is_letter_or_digit(folded[n]);
}

bool words_in_one(const char *folded, const char *const *phrases)
{
    for (; *phrases; phrases++) {
        if (words_in(folded, *phrases))
            return true;
    }
    return false;
}

bool line_has(const char *line, const char *const *phrases)
{
    char *folded = text_fold(NULL, line);
    bool has = words_in_one(folded, phrases);
    talloc_free(folded);
    return has;
}

bool text_in_capitals(const char *text)
{
    bool letter = false;
    for (; *text; text++) {
        if (*text >= 'a' && *text <= 'z')
            return false;
        letter |= *text >= 'A' && *text <= 'Z';
    }
    return letter;
}

bool text_starts_small(const char *text)
{
    return text[0] >= 'a' && text[0] <= 'z';
}

char *text_short(const void *parent, const char *text)
{
    size_t n = strcspn(text, "\n");
    if (n <= QUOTED_LONGEST)
        return mem_strndup(parent, text, n);
    n = QUOTED_LONGEST;
    while (n && ((unsigned char)text[n] & 0xC0) == 0x80)
        n--;
    return mem_printf(parent, "%.*s…", (int)n, text);
}

bool text_stops(const char *text)
{
    size_t n = strlen(text);
    while (n && strchr(")]\"'", text[n - 1]))
        n--;
    while (n >= 3 && (memcmp(text + n - 3, "\xE2\x80\x99", 3) == 0 || memcmp(text + n - 3, "\xE2\x80\x9D", 3) == 0))
        n -= 3;
    return n == 0 || strchr(".!?:;", text[n - 1]) || (n >= 3 && memcmp(text + n - 3, "\xE2\x80\xA6", 3) == 0);
}

size_t text_find_date(const char *text, size_t from, struct date *date, size_t *used)
{
    bool has_year = false;
    for (size_t at = from; text[at]; at += *used) {
        at += date_find(text + at, used, date, &has_year);
        if (*used == 0)
            return SIZE_MAX;
        if (has_year)
            return at;
    }
    return SIZE_MAX;
}
