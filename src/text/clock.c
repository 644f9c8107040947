/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Clock times as council papers write them (field.md 3.9): minutes since midnight, read at the start of
 * a text. */
#include "config.h"

#include "scan.h"

#include <minutebook/text.h>

#include <string.h>

#define HALF_DAY 720

enum half { HALF_UNSAID, HALF_AM, HALF_PM };

struct clock {
    int hour, minute;
    enum half half;
    bool bare; /* an hour alone: a clock only where a later one says am or pm */
};

/* "am", "p.m.", "PM", "noon" after optional blanks; Welsh "yb" and "yp" (y bore, y prynhawn), "yh" (yr hwyr). */
static size_t scan_half(const char *text, enum half *half)
{
    static const struct {
        const char *word;
        enum half half;
    } words[] = {{"a.m.", HALF_AM}, {"p.m.", HALF_PM}, {"a.m", HALF_AM},  {"p.m", HALF_PM},
                 {"am", HALF_AM},   {"pm", HALF_PM},   {"noon", HALF_PM}, {"midday", HALF_PM},
                 {"y.b.", HALF_AM}, {"y.p.", HALF_PM}, {"y.h.", HALF_PM}, {"yb", HALF_AM},
                 {"yp", HALF_PM},   {"yh", HALF_PM},   {"o'r gloch y bore", HALF_AM}, {"o'r gloch y prynhawn", HALF_PM},
                 {"o'r gloch yr hwyr", HALF_PM}, {"y bore", HALF_AM}, {"y prynhawn", HALF_PM}, {"yr hwyr", HALF_PM}};
    size_t blanks = scan_blanks(text);
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = scan_word(text + blanks, words[i].word);
        if (n == 0)
            continue;
        *half = words[i].half;
        return blanks + n;
    }
    return 0;
}

/* "1000 hours", "1830hrs", "14:00 hours": what the services and some clerks write; bytes of the word. */
static size_t scan_hours(const char *text)
{
    static const char *const words[] = {"hours", "hrs", "hrs.", "hour", "h"};
    size_t blanks = scan_blanks(text);
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = scan_word(text + blanks, words[i]);
        if (n > 0)
            return blanks + n;
    }
    return 0;
}

static size_t scan_military(const char *text, struct clock *clock)
{
    int number;
    size_t n = scan_number(text, 4, &number), hours = n == 4 ? scan_hours(text + n) : 0;
    if (hours == 0 || number / 100 > 23 || number % 100 > 59)
        return 0;
    *clock = (struct clock){.hour = number / 100, .minute = number % 100};
    return n + hours;
}

/* True if the number goes on at TEXT, so that it was no clock: "10.305", "10.30.15", "10.5%". */
static bool number_goes_on(const char *text)
{
    return scan_is_digit(text[0]) || text[0] == '%' || !scan_at_word_end(text) ||
           ((text[0] == '.' || text[0] == ':' || text[0] == '/') && scan_is_digit(text[1]));
}

/* ":00" of "18:30:00", as software prints an hour. */
static size_t scan_seconds(const char *text)
{
    int seconds;
    bool are = text[0] == ':' && scan_number(text + 1, 2, &seconds) == 2 && seconds < 60;
    return are && !scan_is_digit(text[3]) && scan_at_word_end(text + 3) ? 3 : 0;
}

static size_t scan_clock(const char *text, struct clock *clock)
{
    *clock = (struct clock){0};
    size_t n = scan_number(text, 2, &clock->hour);
    if (n == 0)
        return scan_military(text, clock);
    bool minutes = (text[n] == '.' || text[n] == ':') && scan_number(text + n + 1, 2, &clock->minute) == 2;
    n += minutes ? 3 : 0;
    n += minutes ? scan_seconds(text + n) : 0;
    size_t half = scan_half(text + n, &clock->half);
    n += minutes && !half ? scan_hours(text + n) : 0;
    clock->bare = !minutes && !half;
    if (clock->hour > 23 || clock->minute > 59 || (!half && number_goes_on(text + n)) ||
        (clock->half == HALF_AM && clock->hour > 12) || (!minutes && half && (clock->hour > 12 || clock->hour == 0)))
        return 0;
    return n + half;
}

static int clock_minutes(const struct clock *clock)
{
    int hour = clock->half && clock->hour == 12 ? 0 : clock->hour;
    bool afternoon = clock->half == HALF_PM && hour < 12;
    return hour * 60 + clock->minute + (afternoon ? HALF_DAY : 0);
}

size_t clock_scan(const char *text, int *minutes)
{
    struct clock clock;
    size_t n = scan_word(text, "noon");
    if (n) {
        *minutes = HALF_DAY;
        return n;
    }
    n = scan_clock(text, &clock);
    if (n == 0 || clock.bare)
        return 0;
    *minutes = clock_minutes(&clock);
    return n;
}

bool clock_parse(const char *text, int *minutes)
{
    text += scan_blanks(text);
    size_t n = clock_scan(text, minutes);
    return n > 0 && text[n + strspn(text + n, " \t.,")] == '\0';
}

/* " to ", " - ", "–" between two clock times. */
static size_t scan_until(const char *text)
{
    size_t blanks = scan_blanks(text);
    size_t n = scan_dash(text + blanks);
    if (n == 0)
        n = scan_word(text + blanks, "to");
    return n ? blanks + n + scan_blanks(text + blanks + n) : 0;
}

size_t clock_scan_span(const char *text, int *from, int *to)
{
    struct clock first, last;
    size_t n = scan_clock(text, &first);
    size_t until = n ? scan_until(text + n) : 0;
    size_t rest = until ? scan_clock(text + n + until, &last) : 0;
    if (rest == 0 || last.bare || (first.bare && !last.half))
        return 0;
    int end = clock_minutes(&last), start = clock_minutes(&first);
    if (!first.half && last.half && first.hour <= 12) {
        first.half = last.half;
        start = clock_minutes(&first);
        if (start > end) {
            first.half = HALF_AM;
            start = clock_minutes(&first);
        }
    }
    if (start > end)
        return 0;
    *from = start;
    *to = end;
    return n + until + rest;
}
