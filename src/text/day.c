/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Civil days: counting, weekdays, and the ways we write them. No clock, no zone, no locale: a meeting
 * on 3 November stays there wherever the program runs (reliability.md 2.8). */
#include "config.h"

#include <minutebook/text.h>

#include <string.h>

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

bool date_is_set(struct date date)
{
    return date.year != 0;
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

static bool is_leap_year(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && is_leap_year(year));
}

bool date_is_real(struct date date)
{
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= date_month_length(date.year, date.month);
}

/* Days before 1 January of YEAR, counted from 1 January of the year 1 (Gregorian throughout). */
static int days_before_year(int year)
{
    int past = year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400;
}

int date_days(struct date date)
{
    int days = days_before_year(date.year) - days_before_year(1900) + date.day - 1;
    for (int month = 1; month < date.month; month++)
        days += date_month_length(date.year, month);
    return days;
}

struct date date_from_days(int days)
{
    int all = days + days_before_year(1900);
    struct date date = {.year = (int)((int64_t)all * 400 / 146097) + 1, .month = 1};
    while (days_before_year(date.year) > all)
        date.year--;
    while (days_before_year(date.year + 1) <= all)
        date.year++;
    int rest = all - days_before_year(date.year);
    while (rest >= date_month_length(date.year, date.month))
        rest -= date_month_length(date.year, date.month++);
    date.day = rest + 1;
    return date;
}

struct date date_add(struct date date, int days)
{
    return date_from_days(date_days(date) + days);
}

int date_weekday(struct date date)
{
    int past_monday = date_days(date) % 7; /* 1 January 1900 was a Monday */
    return (past_monday < 0 ? past_monday + 7 : past_monday) + 1;
}

static int two_digits(const char *text)
{
    return (text[0] - '0') * 10 + text[1] - '0';
}

bool date_parse_iso(const char *text, struct date *date)
{
    static const char shape[] = "dddd-dd-dd";
    if (!text || strlen(text) != sizeof shape - 1)
        return false;
    for (size_t i = 0; shape[i]; i++)
        if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
            return false;
    struct date read = {two_digits(text) * 100 + two_digits(text + 2), two_digits(text + 5), two_digits(text + 8)};
    if (!date_is_real(read))
        return false;
    *date = read;
    return true;
}

/* The writers below give "" for no day, so that a face never prints "0 January 0". */

char *date_iso(const void *parent, struct date date)
{
    if (!date_is_real(date))
        return mem_strdup(parent, "");
    return mem_printf(parent, "%04d-%02d-%02d", date.year, date.month, date.day);
}

char *date_words(const void *parent, struct date date)
{
    if (!date_is_real(date))
        return mem_strdup(parent, "");
    return mem_printf(parent, "%d %s %d", date.day, months[date.month - 1], date.year);
}

char *date_long(const void *parent, struct date date)
{
    if (!date_is_real(date))
        return mem_strdup(parent, "");
    return mem_printf(parent, "%s %d %s %d", weekdays[date_weekday(date) - 1], date.day, months[date.month - 1],
                      date.year);
}

char *date_short(const void *parent, struct date date)
{
    if (!date_is_real(date))
        return mem_strdup(parent, "");
    return mem_printf(parent, "%.3s %2d %.3s %d", weekdays[date_weekday(date) - 1], date.day, months[date.month - 1],
                      date.year);
}
