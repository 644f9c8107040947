/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Addresses of the web as they stand in running text: "https://...", "http://...", "www...". Which bytes may stand in one is
 * RFC 3986's; that the stop behind it is the sentence's, and a bracket that was not opened in it the text's, is what writers mean. */
#include "config.h"

#include <minutebook/text.h>

#include <string.h>
#include <strings.h>

#define ADDRESS_MOST ((size_t)4096) /* bytes; what is longer is none */

static bool is_letter_or_digit(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Bytes of the scheme at TEXT, or of none before "www."; *FOUND: an address may go on behind them. */
static size_t scheme_at(const char *text, size_t n, bool *found)
{
    static const char *const schemes[] = {"https://", "http://"};
    for (size_t i = 0; i < MB_LENGTH(schemes); i++) {
        size_t length = strlen(schemes[i]);
        *found = n > length && strncasecmp(text, schemes[i], length) == 0;
        if (*found)
            return length;
    }
    *found = n > 4 && strncasecmp(text, "www.", 4) == 0;
    return 0;
}

/* May an address begin AT? Not within a word, a name or another address. */
static bool begins_at(const char *text, size_t at)
{
    char before = at > 0 ? text[at - 1] : ' ';
    return !is_letter_or_digit(before) && before != '.' && before != '/' && before != '@';
}

/* Bytes of the character at TEXT if it may stand in an address: what RFC 3986 allows without square brackets, and letters beyond
 * ASCII, not their quotes, dashes, blanks and what stands for a byte that was none. */
static size_t byte_of_address(const char *text, size_t n)
{
    unsigned char c = (unsigned char)text[0], next = n > 1 ? (unsigned char)text[1] : 0;
    if (c < 0x80)
        return is_letter_or_digit((char)c) || (c && strchr("-._~:/?#@!$&'()*+,;=%", c)) ? 1 : 0;
    bool sign = c == 0xC2 || (c == 0xE2 && next >= 0x80 && next <= 0x81) || (c == 0xE3 && next == 0x80) || c == 0xEF;
    return sign || c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

/* Bytes that may stand in an address, up to a bracket that closes round it. */
static size_t run_of_address(const char *text, size_t n)
{
    size_t at = 0, open = 0;
    for (size_t bytes; at < n && (bytes = byte_of_address(text + at, n - at)) > 0 && bytes <= n - at; at += bytes) {
        if (text[at] == ')' && open == 0)
            break;
        open += text[at] == '(';
        open -= text[at] == ')';
    }
    return at;
}

/* N bytes without the stops, quotes and marks at their end; an open bracket there is the text's, too. */
static size_t without_stops(const char *text, size_t n)
{
    while (n > 0 && strchr(".,;:!?'*_(&", text[n - 1]))
        n--;
    return n;
}

/* "www.x", "http://-": has it a host? A host without scheme has a stop within. */
static bool has_host(const char *text, size_t n, size_t scheme)
{
    size_t end = scheme;
    while (end < n && !strchr("/?#", text[end]))
        end++;
    const char *first = text + scheme + (scheme ? 0 : 4);
    size_t length = (size_t)(text + end - first);
    return end > scheme && text + end > first && is_letter_or_digit(*first) && (scheme || memchr(first, '.', length));
}

bool text_web_address(const char *text, size_t n, size_t from, struct line_span *found)
{
    for (size_t at = from; at < n; at++) {
        char c = (char)(text[at] | 0x20);
        if ((c != 'h' && c != 'w') || !begins_at(text, at))
            continue;
        bool begins;
        size_t scheme = scheme_at(text + at, n - at, &begins);
        size_t run = begins ? run_of_address(text + at, n - at) : 0, length = without_stops(text + at, run);
        if (length > scheme && length <= ADDRESS_MOST && has_host(text + at, length, scheme)) {
            *found = (struct line_span){at, length};
            return true;
        }
        at += run > 0 ? run - 1 : 0;
    }
    return false;
}
