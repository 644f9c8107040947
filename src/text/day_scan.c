/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Days and clock times as council papers write them (field.md 3.9), read at the start of a text. What is
 * not surely a day is none: "3 Mayor", "May 2022", "item 5, 6 March" holds one day only. */
#include "config.h"

#include "scan.h"

#include <minutebook/text.h>

#include <string.h>

/* "Dydd Iau" of Welsh papers; 0 if no weekday. Without its first word "Mawrth" is a month, too. */
static size_t scan_dydd(const char *text)
{
    static const char *const names[] = {"Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"};
    size_t n = scan_word(text, "Dydd"), blanks = n ? scan_blanks(text + n) : 0;
    for (size_t i = 0; blanks && i < MB_LENGTH(names); i++) {
        size_t name = scan_word(text + n + blanks, names[i]);
        if (name)
            return n + blanks + name;
    }
    return 0;
}

/* "Thursday", "Thu." and a comma, with the blanks after; 0 if no weekday. */
static size_t scan_weekday(const char *text)
{
    static const char *const names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
                                        "Mon",    "Tues",    "Tue",       "Weds",     "Wed",    "Thurs",    "Thur",
                                        "Thu",    "Fri",     "Sat",       "Sun"};
    size_t n = scan_dydd(text);
    for (size_t i = 0; n == 0 && i < MB_LENGTH(names); i++)
        n = scan_word(text, names[i]);
    if (n == 0)
        return 0;
    n += text[n] == '.';
    n += text[n] == ',';
    size_t blanks = scan_blanks(text + n), the = blanks ? scan_word(text + n + blanks, "the") : 0;
    the += the ? scan_blanks(text + n + blanks + the) : 0; /* "Wednesday the 12th day of March" */
    return blanks ? n + blanks + the : 0;
}

/* "3", "3rd", "3 rd" (a raised ending that lost its markup): the day of a month. */
static size_t scan_month_day(const char *text, int *day)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", "af", "il", "ydd", "fed", "ed", "eg", "ain"}; /* Welsh behind the English */
    size_t n = scan_number(text, 2, day);
    if (n == 0 || *day < 1 || *day > 31)
        return 0;
    size_t blanks = scan_blanks(text + n);
    for (size_t i = 0; i < MB_LENGTH(endings); i++) {
        size_t ending = scan_word(text + n + blanks, endings[i]);
        if (ending)
            return n + blanks + ending;
    }
    return scan_at_word_end(text + n) ? n : 0;
}

/* What may stand between the parts of a day: blanks, "of", a comma, or one hyphen ("15-Jan-2026"). */
static size_t scan_joint(const char *text)
{
    size_t n = scan_blanks(text);
    if (n == 0 && text[0] == '-')
        return 1;
    size_t day = n ? scan_word(text + n, "day") : 0; /* "12th day of March", of a summons */
    if (day && scan_word(text + n + day + scan_blanks(text + n + day), "of"))
        n += day + scan_blanks(text + n + day);
    size_t of = n ? scan_word(text + n, "of") : 0;
    if (of)
        return n + of + scan_blanks(text + n + of);
    if (text[n] == ',')
        return n + 1 + scan_blanks(text + n + 1);
    return n;
}

/* ", 2022" after a day and month. */
static size_t scan_year_after(const char *text, int *year)
{
    size_t joint = scan_joint(text);
    size_t n = joint ? scan_year(text + joint, year) : 0;
    return n ? joint + n : 0;
}

/* "3rd November[, 2022]" */
static size_t scan_day_first(const char *text, struct date *date)
{
    size_t n = scan_month_day(text, &date->day);
    size_t joint = n ? scan_joint(text + n) : 0;
    size_t month = joint ? scan_month(text + n + joint, &date->month) : 0;
    if (month == 0)
        return 0;
    n += joint + month;
    return n + scan_year_after(text + n, &date->year);
}

/* "July 11th[, 2024]", "July 11, 2024"; with a capital, because "may 2 members" is no day, and with "th" or
 * a year, because "September 22" is as often the month of 2022. */
static size_t scan_month_first(const char *text, struct date *date)
{
    size_t n = text[0] >= 'A' && text[0] <= 'Z' ? scan_month(text, &date->month) : 0;
    size_t blanks = n ? scan_blanks(text + n) : 0;
    size_t day = blanks ? scan_month_day(text + n + blanks, &date->day) : 0;
    if (day == 0)
        return 0;
    n += blanks + day;
    bool ordinal = !scan_is_digit(text[n - 1]);
    size_t year = scan_year_after(text + n, &date->year);
    return ordinal || year ? n + year : 0;
}

/* "26/01/2011", "26.1.2011", "26-01-2011", day first as everywhere in the United Kingdom. */
static size_t scan_numeric(const char *text, struct date *date)
{
    size_t day = scan_number(text, 2, &date->day);
    char joint = text[day];
    if (day == 0 || joint == '\0' || !strchr("/.-", joint))
        return 0;
    size_t n = day + 1;
    size_t month = scan_number(text + n, 2, &date->month);
    if (month == 0 || text[n + month] != joint)
        return 0;
    n += month + 1;
    size_t year = scan_year(text + n, &date->year);
    bool goes_on = year && text[n + year] == joint && (joint != '.' || scan_is_digit(text[n + year + 1]));
    return year && !goes_on ? n + year : 0;
}

/* "2025-09-30", as programs write it and members type it (ISO 8601). */
static size_t scan_iso(const char *text, struct date *date)
{
    const size_t length = sizeof "2025-09-30" - 1;
    char day[sizeof "2025-09-30"];
    size_t n = strnlen(text, length + 1);
    if (n < length || (n > length && scan_is_digit(text[length])))
        return 0;
    memcpy(day, text, length);
    day[length] = '\0';
    return date_parse_iso(day, date) ? length : 0;
}

/* After "8" of "8 and 9 January": what joins days that share a month, 0 if nothing does. */
static size_t scan_and(const char *text)
{
    static const char *const words[] = {"and", "&", "to", "or"};
    size_t blanks = scan_blanks(text);
    if (text[blanks] == '/')
        return blanks + 1 + scan_blanks(text + blanks + 1);
    for (size_t i = 0; blanks && i < MB_LENGTH(words); i++) {
        size_t n = scan_word(text + blanks, words[i]);
        size_t after = n ? scan_blanks(text + blanks + n) : 0;
        if (after)
            return blanks + n + after;
    }
    return 0;
}

/* The rest of "8 and 9 January 2019" or "8, 9 and 10 January" after "8": a comma counts only where "and"
 * follows later, since "item 5, 6 March" is one day. */
static size_t scan_shared(const char *text, struct date *date)
{
    size_t n = scan_month_day(text, &date->day);
    size_t used = n;
    for (int day, commas = 0; n && commas < 8; commas++) {
        size_t joint = scan_and(text + n);
        joint += joint ? scan_weekday(text + n + joint) : 0;
        struct date last = {0};
        if (joint && scan_day_first(text + n + joint, &last)) {
            date->month = last.month;
            date->year = last.year;
            return used;
        }
        if (text[n] != ',')
            return 0;
        size_t comma = 1 + scan_blanks(text + n + 1);
        size_t next = scan_month_day(text + n + comma, &day);
        n = next ? n + comma + next : 0;
    }
    return 0;
}

size_t date_scan(const char *text, struct date *date, bool *has_year)
{
    static size_t (*const forms[])(const char *, struct date *) = {scan_day_first, scan_month_first, scan_iso, scan_numeric,
                                                                   scan_shared};
    size_t weekday = scan_weekday(text);
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        struct date read = {0};
        size_t n = forms[i](text + weekday, &read);
        struct date in_leap_year = {read.year ? read.year : 2000, read.month, read.day};
        if (n == 0 || !date_is_real(in_leap_year))
            continue;
        *date = read;
        *has_year = read.year != 0;
        return weekday + n;
    }
    return 0;
}

/* A digit, or the first letter of a month or weekday. */
static bool may_begin_day(char c)
{
    return scan_is_digit(c) || (c && strchr("JFMASONDTWjfmasondtw", c));
}

size_t date_find(const char *text, size_t *length, struct date *date, bool *has_year)
{
    size_t i = 0;
    for (*length = 0; text[i]; i++) {
        if (!may_begin_day(text[i]) || !scan_at_word_start(text, i))
            continue;
        *length = date_scan(text + i, date, has_year);
        if (*length)
            break;
    }
    return i;
}
