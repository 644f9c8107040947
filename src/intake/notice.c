/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The day that a notice to the public names as the last working day before a meeting (field.md 4,
 * "Inferring a date"). The words differ from council to council; what they share is "working day",
 * "before" or "prior", and a day that an aside explains it with. */
#include "config.h"

#include "src/intake/page.h"
#include "src/intake/readers.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define ASIDE_WITHIN 90  /* bytes from "working day" to the day behind it */
#define BEFORE_WITHIN 40 /* bytes from a day to "working day" behind that */

/* "working day" at TEXT, one of them: its bytes. */
static size_t working_day_at(const char *text)
{
    if (strncasecmp(text, "working", 7) != 0)
        return 0;
    size_t blanks = blanks_at(text + 7);
    const char *day = text + 7 + blanks;
    return blanks && strncasecmp(day, "day", 3) == 0 && !isalnum((unsigned char)day[3]) ? 7 + blanks + 3 : 0;
}

static bool holds_any(const char *from, const char *to, const char *const *words, size_t n)
{
    for (const char *at = from; at < to; at++)
        for (size_t i = 0; i < n; i++)
            if (strncasecmp(at, words[i], strlen(words[i])) == 0)
                return true;
    return false;
}

/* Does the working day [START, END) stand before the meeting, and not after something else? */
static bool is_before_meeting(const char *text, const char *start, const char *end)
{
    static const char *const after[] = {"before", "prior", "preceding", "in advance of", "immediately"};
    static const char *const ahead[] = {"preceding", "previous"};
    const char *limit = end + strnlen(end, 24);
    const char *back = start - text > 16 ? start - 16 : text;
    return holds_any(end, limit, after, MB_LENGTH(after)) || holds_any(back, start, ahead, MB_LENGTH(ahead));
}

/* The day of an aside behind END: "(in this case 2 November 2022)", ", i.e. Wednesday 14 January 2026". A
 * day that only says when the meeting is ("before the meeting on 3 November 2022") is none. */
static bool day_behind(const char *end, struct date *named)
{
    static const char *const asides[] = {"(",           "[",        "in this case",  "i.e", "ie ", "namely",
                                         "that is",     "which is", "which will be", ":",   " - ", "\xE2\x80\x93",
                                         "\xE2\x80\x94"};
    const char *limit = end + strnlen(end, ASIDE_WITHIN);
    for (const char *at = end; at < limit; at++) {
        struct date date;
        bool has_year;
        if (isalnum((unsigned char)at[-1]) || date_scan(at, &date, &has_year) == 0)
            continue;
        *named = date;
        return has_year && holds_any(end, at, asides, MB_LENGTH(asides));
    }
    return false;
}

/* The day right before START: "on Wednesday 2 November 2022 (the last working day before the meeting)". */
static bool day_before(const char *text, const char *start, struct date *named)
{
    const char *from = start - text > 80 ? start - 80 : text;
    bool found = false;
    for (const char *at = from; at < start; at++) {
        struct date date;
        bool has_year;
        size_t used = at == text || !isalnum((unsigned char)at[-1]) ? date_scan(at, &date, &has_year) : 0;
        if (used == 0)
            continue;
        found = has_year && at + used <= start && start - (at + used) <= BEFORE_WITHIN;
        *named = date;
        at += used - 1;
    }
    return found;
}

bool notice_scan(const char *text, struct date *named)
{
    bool found = false;
    for (const char *at = text; *at; at++) {
        struct date date;
        size_t n = working_day_at(at);
        if (n == 0 || !is_before_meeting(text, at, at + n))
            continue;
        if (!day_behind(at + n, &date) && !day_before(text, at, &date))
            continue;
        if (found && date_compare(*named, date) != 0)
            return false;
        *named = date;
        found = true;
    }
    return found;
}
