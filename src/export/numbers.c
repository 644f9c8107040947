/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which texts a spreadsheet would not leave as they are, because it takes them for a day, a time or a number: tried with
 * LibreOffice Calc and Gnumeric (tests/cli/test_sheets.sh). What is shown as it is written ("214", "10.5", "226/2", "2025/26")
 * is left to it. */
#include "config.h"

#include "table.h"

#include <stdlib.h>
#include <string.h>

#define GROUPS 3
#define DIGITS_KEPT 15 /* of a number in a spreadsheet */

/* "12/3", "10:30", "007": digits, and between them one sort of mark. */
struct groups {
    struct {
        const char *at;
        size_t n;
    } of[GROUPS];
    size_t n;
    char mark; /* '\0' for one group */
};

static bool take_groups(const char *text, struct groups *groups)
{
    *groups = (struct groups){0};
    while (groups->n < GROUPS) {
        size_t n = strspn(text, "0123456789");
        groups->of[groups->n].at = text;
        groups->of[groups->n++].n = n;
        text += n;
        if (n == 0 || !*text)
            return n > 0;
        if (!strchr("/-.:eE", *text) || (groups->mark && *text != groups->mark))
            return false;
        groups->mark = *text++;
    }
    return false;
}

static bool is_month(const struct groups *groups, size_t i)
{
    long value = strtol(groups->of[i].at, NULL, 10);
    return groups->of[i].n <= 2 && value >= 1 && value <= 12;
}

/* Day and month, month and year, or all three, in whatever order. */
static bool is_day(const struct groups *groups)
{
    bool month = false;
    for (size_t i = 0; i < groups->n; i++) {
        if (groups->of[i].n == 3 || groups->of[i].n > 4)
            return false;
        month = month || is_month(groups, i);
    }
    return month;
}

static bool is_time(const struct groups *groups)
{
    for (size_t i = 0; i < groups->n; i++)
        if (groups->of[i].n > 2)
            return false;
    return true;
}

/* "007", "10.10", more digits than are kept. */
static bool loses_digits(const struct groups *groups)
{
    const char *first = groups->of[0].at, *last = groups->of[groups->n - 1].at;
    size_t n = groups->of[groups->n - 1].n, digits = groups->of[0].n + (groups->n > 1 ? n : 0);
    return (first[0] == '0' && groups->of[0].n > 1) || (groups->n > 1 && last[n - 1] == '0') || digits > DIGITS_KEPT;
}

bool number_would_change(const char *text)
{
    struct groups groups;
    if (!take_groups(text, &groups))
        return false;
    switch (groups.mark) {
    case '\0':
        return loses_digits(&groups);
    case '.': /* three are no number, and a day only abroad */
        return groups.n == 2 && loses_digits(&groups);
    case ':':
        return is_time(&groups);
    case '/':
    case '-':
        return is_day(&groups);
    default: /* 1e5 */
        return groups.n == 2;
    }
}
