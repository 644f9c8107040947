/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Vague words of time as their first and last possible day (field.md 3.9 and 5). Where the words leave
 * the year, or one end, open there is no span: the words themselves are kept elsewhere and shown. */
#include "config.h"

#include "scan.h"

#include <minutebook/text.h>

#include <ctype.h>
#include <string.h>

#define MAX_PARTS 32 /* days and months in one cell; more of them is prose */

/* A day, or a month when `day` is 0; `joined` if only "and", "/" or the like part it from the next. */
struct part {
    struct date date;
    bool joined;
};

struct parts {
    struct part at[MAX_PARTS];
    size_t n;
};

static struct date_span month_span(int year, int month)
{
    return (struct date_span){{year, month, 1}, {year, month, date_month_length(year, month)}};
}

/* "2022/23", "2022-2023": the year of account from April to March. */
static size_t scan_account_year(const char *text, int *year)
{
    int last = 0;
    size_t n = scan_number(text, 4, year);
    size_t dash = text[n] == '/' ? 1 : scan_dash(text + n);
    if (n != 4 || dash == 0)
        return 0;
    size_t end = scan_number(text + n + dash, 4, &last);
    int modulus = end == 4 ? 10000 : end == 2 ? 100 : end == 1 ? 10 : 0;
    return modulus && (*year + 1) % modulus == last && scan_at_word_end(text + n + dash + end) ? n + dash + end : 0;
}

/* "Q2", "Quarter 2" */
static size_t scan_quarter(const char *text, int *quarter)
{
    size_t word = scan_word(text, "quarter");
    size_t n = word ? word + scan_blanks(text + word) : (size_t)(text[0] == 'Q' || text[0] == 'q');
    size_t digit = n ? scan_number(text + n, 1, quarter) : 0;
    return digit && *quarter >= 1 && *quarter <= 4 && scan_at_word_end(text + n + digit) ? n + digit : 0;
}

/* The whole text is "2023", "2022/23" or "Q2 2022/23". */
static bool span_of_year(const char *text, struct date_span *span)
{
    int year = 0, quarter = 0;
    text += scan_blanks(text);
    size_t n = scan_quarter(text, &quarter);
    n += n ? scan_blanks(text + n) : 0;
    n += n && scan_word(text + n, "of") ? 2 + scan_blanks(text + n + 2) : 0;
    size_t account = scan_account_year(text + n, &year);
    size_t plain = account || quarter ? 0 : scan_year(text + n, &year);
    n += account + plain;
    if (account + plain == 0 || text[n + scan_blanks(text + n)])
        return false;
    if (plain) {
        *span = (struct date_span){{year, 1, 1}, {year, 12, 31}};
        return true;
    }
    int first = quarter ? 3 * quarter : 3, last = quarter ? first + 2 : 14; /* months from January, 0 */
    span->from = month_span(year + first / 12, first % 12 + 1).from;
    span->to = month_span(year + last / 12, last % 12 + 1).to;
    return true;
}

/* "March 2023", "March"; a month in small letters only with a year, because "may" is a verb too. */
static size_t scan_month_part(const char *text, struct date *date)
{
    *date = (struct date){0};
    size_t n = scan_month(text, &date->month);
    if (n == 0)
        return 0;
    size_t joint = text[n] == ',' ? 1 : 0;
    joint += scan_blanks(text + n + joint);
    if (joint == 0)
        joint = scan_dash(text + n);
    int account = 0;
    size_t year = joint && !scan_account_year(text + n + joint, &account) ? scan_year(text + n + joint, &date->year) : 0;
    if (year == 0 && islower((unsigned char)text[0]))
        return 0;
    return year ? n + joint + year : n;
}

/* Only joints stand in the N bytes of TEXT: "/", ",", "and", "or", "to", "&", dashes, blanks. */
static bool is_joint(const char *text, size_t n)
{
    static const char *const words[] = {"and", "or", "to"};
    size_t i = 0;
    while (i < n) {
        size_t step = scan_blanks(text + i) + scan_dash(text + i);
        for (size_t w = 0; step == 0 && w < MB_LENGTH(words); w++)
            step = scan_word(text + i, words[w]);
        if (step == 0)
            step = strchr("/,&", text[i]) != NULL;
        if (step == 0)
            return false;
        i += step;
    }
    return true;
}

/* The words leave an end open ("by March 2023", "post July 2022") or name a day that is past. */
static bool is_open_ended(const char *text)
{
    static const char *const words[] = {"after", "before",    "by",   "following", "from", "onwards",
                                        "post",  "postponed", "pre",  "prior",     "since", "until"};
    for (size_t i = 0; text[i]; i++)
        for (size_t w = 0; scan_at_word_start(text, i) && w < MB_LENGTH(words); w++)
            if (scan_word(text + i, words[w]))
                return true;
    return false;
}

/* A number of one or two digits stands before the month at text[i]: a day no calendar has ("31 June"). */
static bool follows_number(const char *text, size_t i)
{
    while (i > 0 && text[i - 1] == ' ')
        i--;
    size_t end = i;
    while (i > 0 && scan_is_digit(text[i - 1]))
        i--;
    return i < end && end - i <= 2 && scan_at_word_start(text, i);
}

/* Every day and month of TEXT in its order; false if there are too many or one is impossible. */
static bool find_parts(const char *text, struct parts *parts)
{
    size_t end = 0;
    for (size_t i = 0; text[i];) {
        struct date date = {0};
        bool has_year;
        size_t n = scan_at_word_start(text, i) ? date_scan(text + i, &date, &has_year) : 0;
        if (n == 0 && scan_at_word_start(text, i))
            n = scan_month_part(text + i, &date);
        if (n && (parts->n == MAX_PARTS || (date.day == 0 && follows_number(text, i))))
            return false;
        if (n) {
            if (parts->n)
                parts->at[parts->n - 1].joined = is_joint(text + end, i - end);
            parts->at[parts->n++] = (struct part){.date = date};
            end = i + n;
        }
        i += n ? n : 1;
    }
    return true;
}

/* Give each part without a year the year of the part it is joined to: "December/January 2023" runs over
 * the new year. False if one stays without. */
static bool fill_years(struct parts *parts)
{
    for (size_t i = parts->n; i-- > 0;) {
        struct part *part = &parts->at[i];
        if (part->date.year)
            continue;
        if (!part->joined)
            return false;
        const struct date *next = &parts->at[i + 1].date;
        part->date.year = next->year - (part->date.month > next->month);
    }
    return parts->n > 0;
}

struct date_span date_span_of_words(const char *text)
{
    struct date_span span = {0};
    struct parts parts = {0};
    if (span_of_year(text, &span))
        return span;
    if (is_open_ended(text) || !find_parts(text, &parts) || !fill_years(&parts))
        return (struct date_span){0};
    for (size_t i = 0; i < parts.n; i++) {
        struct date date = parts.at[i].date;
        struct date_span part = date.day ? (struct date_span){date, date} : month_span(date.year, date.month);
        if (!date_is_real(part.from))
            return (struct date_span){0};
        if (!date_is_set(span.from) || date_compare(part.from, span.from) < 0)
            span.from = part.from;
        if (!date_is_set(span.to) || date_compare(part.to, span.to) > 0)
            span.to = part.to;
    }
    return span;
}
