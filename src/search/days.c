/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The days that a value of date:, after: or before: names. */
#include "config.h"

#include <minutebook/search.h>

#include <ctype.h>
#include <string.h>

#define VALUE_MOST 60

/* "2022", "2022-03": digits where the pattern has 0, else its own sign. */
static bool is_like(const char *value, const char *pattern)
{
    for (; *pattern && *value; pattern++, value++)
        if (*pattern == '0' ? !isdigit((unsigned char)*value) : *pattern != *value)
            return false;
    return *pattern == *value;
}

static int number(const char *digits, size_t n)
{
    int value = 0;
    for (size_t i = 0; i < n; i++)
        value = 10 * value + (digits[i] - '0');
    return value;
}

static struct date_span months(int year, int first, int last)
{
    return (struct date_span){{year, first, 1}, {year, last, date_month_length(year, last)}};
}

/* One day, month or year, in figures or as papers write them. */
static bool one_span(const char *value, struct date_span *out)
{
    struct date day;
    bool has_year;
    *out = (struct date_span){0};
    if (is_like(value, "0000")) {
        *out = months(number(value, 4), 1, 12);
    } else if (is_like(value, "0000-00")) {
        int month = number(value + 5, 2);
        if (month < 1 || month > 12)
            return false;
        *out = months(number(value, 4), month, month);
    } else if (date_parse_iso(value, &day)) {
        *out = (struct date_span){day, day};
    } else if (date_scan(value, &day, &has_year) == strlen(value) && has_year && date_is_real(day)) {
        *out = (struct date_span){day, day};
    } else {
        *out = date_span_of_words(value);
    }
    return date_is_real(out->from) && date_is_real(out->to);
}

bool query_days(const char *value, struct date_span *out)
{
    const char *dots = strstr(value, "..");
    char side[VALUE_MOST];
    struct date_span last = {0};
    *out = (struct date_span){0};
    if (strlen(value) >= VALUE_MOST)
        return false;
    if (!dots)
        return one_span(value, out);
    snprintf(side, sizeof(side), "%.*s", (int)(dots - value), value);
    const char *behind = dots + 2 + strspn(dots + 2, ".");
    if ((!*side && !*behind) || (*side && !one_span(side, out)) || (*behind && !one_span(behind, &last)))
        return false;
    out->to = last.to;
    return !*side || !*behind || date_compare(out->from, out->to) <= 0;
}
