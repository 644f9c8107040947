/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* "1Apologies for absence", "2Minutes": a page whose table was copied without what parts its cells. Where lines that begin so count
 * on by ones, the numbers are parted from the titles. */
#include "config.h"

#include "src/intake/bytes.h"
#include "src/intake/readers.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS_MOST 3
#define GLUED_LEAST 4 /* lines that count on */

/* Digits of the number that a capitalised word is glued to at LINE; 0: none. */
static size_t glued_at(const char *line)
{
    size_t n = strspn(line, "0123456789");
    bool glued = n > 0 && n <= DIGITS_MOST && *line != '0' && isupper((unsigned char)line[n]) && islower((unsigned char)line[n + 1]);
    return glued ? n : 0;
}

/* The line behind the one at AT; NULL at the end. */
static const char *next_line(const char *at)
{
    const char *stop = strchr(at, '\n');
    return stop ? stop + 1 : NULL;
}

/* TEXT into OUT (NULL: only counted) with the numbers parted that count on from the first of them; how many they are. */
static size_t part(const char *text, struct buf *out)
{
    size_t parted = 0;
    long last = 0;
    for (const char *line = text; line; line = next_line(line)) {
        size_t blanks = strspn(line, " \t"), n = glued_at(line + blanks);
        long number = n > 0 ? strtol(line + blanks, NULL, 10) : 0;
        bool counts = n > 0 && (parted == 0 || number == last + 1);
        last = counts ? number : last;
        parted += counts;
        if (!out)
            continue;
        size_t length = strcspn(line, "\n"), before = counts ? blanks + n : 0;
        buf_add(out, line, before);
        buf_puts(out, counts ? ". " : "");
        buf_add(out, line + before, length - before + (line[length] == '\n'));
    }
    return parted;
}

char *text_with_numbers_apart(const void *parent, char *text)
{
    if (part(text, NULL) < GLUED_LEAST)
        return text;
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    (void)part(text, &out);
    talloc_free(text);
    return buf_take(&out);
}
