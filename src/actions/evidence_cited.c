/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A minute that a later text cites: "minute 214 refers", "(Min. No. 214)", "Minute 214/3", a reference of the tracker. A number
 * alone is none, and where a day stands beside it, it is that of the meeting. */
#include "config.h"

#include "evidence.h"

#include <string.h>
#include <strings.h>

static bool is_number_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Does NUMBER stand at TEXT as a number of its own? A limb or place may follow: "214(a)", "214/3". */
static bool number_at(const char *text, size_t n, const char *number)
{
    size_t len = strlen(number);
    if (len == 0 || n < len || strncasecmp(text, number, len) != 0)
        return false;
    return n == len || !is_number_byte(text[len]);
}

/* Bytes of "minute", "minutes no.", "min." and blanks at TEXT. */
static size_t minute_at(const char *text, size_t n)
{
    static const char *const words[] = {"minutes", "minute", "mins", "min"};
    static const char *const numbers[] = {"numbers", "number", "nos", "no"};
    size_t used = 0;
    for (size_t i = 0; i < MB_LENGTH(words) && !used; i++)
        if (n > strlen(words[i]) && strncasecmp(text, words[i], strlen(words[i])) == 0)
            used = strlen(words[i]);
    if (!used || is_number_byte(text[used]))
        return 0;
    while (used < n && strchr(". ", text[used]))
        used++;
    for (size_t i = 0; i < MB_LENGTH(numbers); i++) {
        size_t len = strlen(numbers[i]);
        if (n - used > len && strncasecmp(text + used, numbers[i], len) == 0 && !is_number_byte(text[used + len])) {
            used += len;
            break;
        }
    }
    while (used < n && strchr(". ", text[used]))
        used++;
    return used;
}

/* "of the meeting held on" and the like: what may stand between a number and the day of its meeting. */
static bool only_leads(const char *text, size_t n)
{
    static const char *const words[] = {"of", "the", "meeting", "minutes", "held", "on", "dated", "at", "from", "refers"};
    for (size_t at = 0; at < n;) {
        size_t len = 0;
        bool known = false;
        while (at + len < n && is_number_byte(text[at + len]))
            len++;
        for (size_t i = 0; i < MB_LENGTH(words) && len; i++)
            known |= words_equal(text + at, len, words[i]);
        if (len ? !known : !strchr(" (,)", text[at]))
            return false;
        at += len ? len : 1;
    }
    return true;
}

/* Is the number that ends where TEXT begins told to be of a meeting of another day than MADE? */
static bool of_another_day(const char *text, size_t n, struct date made)
{
    char *copy = mem_strndup(NULL, text, n);
    struct date date;
    bool has_year;
    size_t limb = copy[0] == '/' || copy[0] == '(' ? 1 + strspn(copy + 1, "0123456789abcdefgivx)") : 0, length;
    size_t at = date_find(copy + limb, &length, &date, &has_year);
    bool other = length && only_leads(copy + limb, at) &&
                 (date.month != made.month || date.day != made.day || (has_year && date.year != made.year));
    talloc_free(copy);
    return other;
}

const char *cites_minute(const char *text, size_t n, const char *number, const char *reference, struct date made)
{
    for (size_t at = 0; at < n; at++) {
        if (at > 0 && is_number_byte(text[at - 1]))
            continue;
        size_t used = number ? minute_at(text + at, n - at) : 0;
        if (used && number_at(text + at + used, n - at - used, number)) {
            size_t end = at + used + strlen(number);
            if (!of_another_day(text + end, n - end, made))
                return number;
        }
        if (reference && strchr(reference, '/') && number_at(text + at, n - at, reference))
            return reference;
    }
    return NULL;
}
