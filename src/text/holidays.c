/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* England's working days: Monday to Friday and no bank holiday. The rules are here, what a proclamation
 * changed stands in assets/calendar/bank-holidays-england. Local closing days of a council are not known
 * to anybody but the council and are not counted (field.md 4). */
#include "config.h"

#include <minutebook/text.h>

#include <string.h>

#define FRIDAY 5
#define MONDAY 1
#define TUESDAY 2
#define ISO_LENGTH 10

extern const char *const asset_bank_holidays[]; /* src/text/holidays_data.c, made by assets/embed.awk */

/* Easter Sunday of the Gregorian calendar: the "Anonymous" algorithm (Nature, 20 April 1876; Meeus). */
static struct date easter_sunday(int year)
{
    int golden = year % 19, century = year / 100, rest = year % 100;
    int leaps = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    int moon = (19 * golden + leaps + 15) % 30;
    int week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    int late = (golden + 11 * moon + 22 * week) / 451;
    int day = moon + week - 7 * late + 114;
    return (struct date){year, day / 31, day % 31 + 1};
}

static bool is_easter_holiday(struct date date)
{
    int days = date_days(date) - date_days(easter_sunday(date.year));
    return days == -2 || days == 1; /* Good Friday, Easter Monday */
}

/* 1 January, and the Monday after it when it falls on a weekend. */
static bool is_new_year_holiday(struct date date, int weekday)
{
    return date.month == 1 && (date.day == 1 || (date.day <= 3 && weekday == MONDAY));
}

/* 25 and 26 December; those of them at a weekend move to the Monday and Tuesday after. */
static bool is_christmas_holiday(struct date date, int weekday)
{
    if (date.month != 12 || date.day < 25 || date.day > 28)
        return false;
    return date.day <= 26 || weekday == MONDAY || weekday == TUESDAY;
}

/* The first and the last Monday in May, the last Monday in August. */
static bool is_monday_holiday(struct date date, int weekday)
{
    return weekday == MONDAY && ((date.month == 5 && date.day <= 7) ||
                                 ((date.month == 5 || date.month == 8) && date.day >= 25));
}

/* The sign before the day in the list of exceptions, or 0. */
static char exception_sign(struct date date)
{
    for (const char *const *line = asset_bank_holidays; *line; line++) {
        char iso[ISO_LENGTH + 1] = "";
        struct date exception;
        if (strlen(*line) < 2 + ISO_LENGTH)
            continue;
        memcpy(iso, *line + 2, ISO_LENGTH);
        if (date_parse_iso(iso, &exception) && date_compare(exception, date) == 0)
            return (*line)[0];
    }
    return 0;
}

static bool is_bank_holiday(struct date date)
{
    char sign = exception_sign(date);
    if (sign)
        return sign == '+';
    int weekday = date_weekday(date);
    return is_new_year_holiday(date, weekday) || is_christmas_holiday(date, weekday) ||
           is_monday_holiday(date, weekday) || is_easter_holiday(date);
}

bool date_is_working_day(struct date date)
{
    return date_weekday(date) <= FRIDAY && !is_bank_holiday(date);
}

struct date date_next_working_day(struct date date)
{
    do
        date = date_add(date, 1);
    while (!date_is_working_day(date));
    return date;
}

struct date date_add_working_days(struct date date, int days)
{
    int step = days < 0 ? -1 : 1;
    while (days != 0) {
        date = date_add(date, step);
        if (date_is_working_day(date))
            days -= step;
    }
    return date;
}
