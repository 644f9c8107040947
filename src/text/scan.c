/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The small words of the scanners of days and clock times: blanks, numbers, names of months. They know
 * ASCII and a few blanks and dashes, and never the locale. */
#include "config.h"

#include "scan.h"

#include <minutebook/base.h>

#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <unistr.h>

#define FIRST_SHORT 24 /* where the shortened names of months begin */
#define FIRST_YEAR 1700
#define LAST_YEAR 2199

bool scan_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word_character(ucs4_t c)
{
    return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                    : uc_is_property_alphabetic(c);
}

bool scan_at_word_end(const char *text)
{
    ucs4_t c = 0;
    return !u8_next(&c, (const uint8_t *)text) || !is_word_character(c);
}

bool scan_at_word_start(const char *text, size_t i)
{
    ucs4_t c = 0;
    return !u8_prev(&c, (const uint8_t *)text + i, (const uint8_t *)text) || !is_word_character(c);
}

/* The one of the N strings AT that TEXT begins with: its length. */
static size_t scan_any(const char *text, const char *const *at, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t length = strlen(at[i]);
        if (strncmp(text, at[i], length) == 0)
            return length;
    }
    return 0;
}

size_t scan_blanks(const char *text)
{
    /* no-break, figure, thin, hair and narrow no-break space */
    static const char *const wide[] = {"\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\xAF"};
    size_t n = 0;
    for (;;) {
        size_t step = text[n] == ' ' ? 1 : scan_any(text + n, wide, MB_LENGTH(wide));
        if (step == 0)
            return n;
        n += step;
    }
}

size_t scan_number(const char *text, size_t max, int *number)
{
    size_t n = 0;
    *number = 0;
    while (n < max && scan_is_digit(text[n]))
        *number = *number * 10 + (text[n++] - '0');
    return scan_is_digit(text[n]) ? 0 : n;
}

size_t scan_word(const char *text, const char *word)
{
    size_t n = strlen(word);
    return strncasecmp(text, word, n) == 0 && scan_at_word_end(text + n) ? n : 0;
}

size_t scan_dash(const char *text)
{
    /* hyphen, no-break hyphen, figure dash, en dash, em dash, minus */
    static const char *const dashes[] = {"-",            "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
                                         "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
    return scan_any(text, dashes, MB_LENGTH(dashes));
}

size_t scan_month(const char *text, int *month)
{
    static const struct {
        const char *name;
        int month;
    } names[] = {
        {"January", 1}, {"February", 2}, {"March", 3}, {"April", 4}, {"May", 5}, {"June", 6}, {"July", 7},
        {"August", 8}, {"September", 9}, {"October", 10}, {"November", 11}, {"December", 12},
        {"Ionawr", 1}, {"Chwefror", 2}, {"Mawrth", 3}, {"Ebrill", 4}, {"Mai", 5}, {"Mehefin", 6}, {"Gorffennaf", 7},
        {"Awst", 8}, {"Medi", 9}, {"Hydref", 10}, {"Tachwedd", 11}, {"Rhagfyr", 12}, /* Welsh */
        {"Jan", 1}, {"Feb", 2}, {"Mar", 3}, {"Apr", 4}, {"Jun", 6}, {"Jul", 7}, {"Aug", 8},
        {"Sept", 9}, {"Sep", 9}, {"Oct", 10}, {"Nov", 11}, {"Dec", 12},
    };
    for (size_t i = 0; i < MB_LENGTH(names); i++) {
        size_t n = scan_word(text, names[i].name);
        if (n == 0)
            continue;
        *month = names[i].month;
        return n + (i >= FIRST_SHORT && text[n] == '.');
    }
    return 0;
}

size_t scan_year(const char *text, int *year)
{
    int read;
    if (scan_number(text, 4, &read) != 4 || read < FIRST_YEAR || read > LAST_YEAR || !scan_at_word_end(text + 4))
        return 0;
    *year = read;
    return 4;
}
