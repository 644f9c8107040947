/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lists of days in which a year is written once for several ("last reported 29 September, 20 July, 23
 * March 2022": field.md 3.9). */
#include "config.h"

#include "scan.h"

#include <minutebook/text.h>

#include <string.h>

/* A range that crosses the new year, "30 December to 2 January 2023": the joint is a range word. */
static bool is_range_joint(const char *from, size_t n)
{
    size_t blanks = scan_blanks(from);
    size_t joint = scan_dash(from + blanks);
    if (joint == 0)
        joint = scan_word(from + blanks, "to");
    return joint && blanks + joint + scan_blanks(from + blanks + joint) == n;
}

/* Give days FIRST to LAST - 1, which have no year, the year of day LAST. */
static void spread_year(struct dates *list, size_t first, size_t last, bool range)
{
    for (size_t i = first; i < last; i++) {
        struct date *day = &list->at[i];
        bool year_before = range && i + 1 == last && day->month > list->at[last].month;
        day->year = list->at[last].year - year_before;
        if (!date_is_real(*day)) /* 29 February of a year without it */
            day->year = 0;
    }
}

struct dates date_list(const void *parent, const char *text)
{
    struct dates list = {0};
    struct date date;
    bool has_year;
    size_t undated = 0; /* the first day that still waits for a year */
    for (size_t length, joint = date_find(text, &length, &date, &has_year); length;
         joint = date_find(text, &length, &date, &has_year)) {
        bool range = is_range_joint(text, joint);
        *mem_append(parent, list.at, list.n) = date;
        if (has_year) {
            spread_year(&list, undated, list.n - 1, range);
            undated = list.n;
        }
        text += joint + length;
    }
    return list;
}
