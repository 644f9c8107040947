/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Clocks of law and custom that may set a date of a follow-up, and the municipal year (field.md 6 and 7). A clock is offered
 * with where its length comes from; none is ever set by itself, and each may be overruled. */
#include "config.h"

#include "private.h"

#include <string.h>

#define YEAR_BEGINS 5 /* May */

static struct date months_later(struct date day, int months)
{
    int month = day.month - 1 + months;
    struct date later = {day.year + month / 12, month % 12 + 1, day.day};
    int length = date_month_length(later.year, later.month);
    if (later.day > length)
        later.day = length;
    return later;
}

/* What field.md 7 lists, by class or kind; the source says how sure the length is. */
static const struct {
    const char *class, *kind, *what;
    int months, days;
    const char *length, *source;
} clocks[] = {
    {"recommendation", NULL, "response of the executive", 2, 0, "two months from the notice; counted from the meeting",
     "Local Government Act 2000, section 9FE (England); not checked against the statute"},
    {"recommendation", NULL, "first review", 6, 0, "six months", "custom of some councils"},
    {"recommendation", NULL, "second review", 12, 0, "twelve months", "custom of some councils"},
    {"information_request", NULL, "answer", 0, 14, "a fortnight, then the Chief Executive", "custom of some councils"},
    {NULL, "letter", "answer", 1, 0, "one month", "custom of some councils"},
};

static bool fits(const char *wanted, const char *word)
{
    return !wanted || (word && strcmp(wanted, word) == 0);
}

size_t action_clocks(const void *parent, const struct action *action, struct clock_offer **out)
{
    size_t n = 0;
    *out = NULL;
    for (size_t i = 0; i < MB_LENGTH(clocks) && date_is_set(action->meeting_date); i++) {
        if (!fits(clocks[i].class, action->class) || !fits(clocks[i].kind, action->kind))
            continue;
        struct date by = date_add(months_later(action->meeting_date, clocks[i].months), clocks[i].days);
        *mem_append(parent, *out, n) = (struct clock_offer){
            .what = mem_strdup(parent, clocks[i].what), .by = by, .length = clocks[i].length, .source = clocks[i].source};
    }
    return n;
}

#define CLEAR_DAYS 5

struct date action_despatch_day(struct date meeting)
{
    return date_add_working_days(meeting, -(CLEAR_DAYS + 1)); /* neither the day of the notice nor that of the meeting counts */
}

static bool takes_place(const struct meeting_row *row)
{
    return !row->status || (strcmp(row->status, "cancelled") != 0 && strcmp(row->status, "postponed") != 0);
}

const struct meeting_row *action_meeting_to_come(const struct meeting_rows *rows, const char *committee, struct date today)
{
    const struct meeting_row *next = NULL;
    for (size_t i = 0; i < rows->n; i++) {
        const struct meeting_row *row = &rows->at[i];
        bool of_it = !*committee || (row->committee && strcmp(row->committee, committee) == 0);
        bool comes = date_is_set(row->date) && date_compare(row->date, today) >= 0 && takes_place(row);
        if (of_it && comes && (!next || date_compare(row->date, next->date) < 0))
            next = row;
    }
    return next;
}

static int first_year(struct date day)
{
    return day.month >= YEAR_BEGINS ? day.year : day.year - 1;
}

char *municipal_year(const void *parent, struct date day)
{
    if (!date_is_set(day))
        return NULL;
    return mem_printf(parent, "%d/%02d", first_year(day), (first_year(day) + 1) % 100);
}

char *action_reference_of_year(const void *parent, const struct action *action, int nth)
{
    if (!date_is_set(action->meeting_date))
        return NULL;
    char *letters = committee_letters(parent, action->committee ? action->committee : "");
    int year = first_year(action->meeting_date);
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (const char *c = letters ? letters : ""; *c; c++)
        buf_putc(&out, *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c);
    buf_printf(&out, "%s(%02d/%02d) %02d", out.len ? " " : "", year % 100, (year + 1) % 100, nth);
    return buf_take(&out);
}
