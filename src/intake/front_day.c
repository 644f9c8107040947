/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which day of a cover is that of the meeting (field.md 3.7, 3.9). A cover says it on a line of its own, behind a label, beside the
 * committee, or in the sentence that calls the meeting. A summons is a letter, too, and has the day on which it was written above
 * that sentence: whoever takes it sends a member to an empty room, so that the sentence is believed before any day that stands
 * alone. */
#include "config.h"

#include "src/intake/front.h"
#include "src/intake/page.h"

#include <string.h>
#include <strings.h>

#define LINE_LONGEST 300  /* bytes of a line that may be a heading */
#define MEETING_LONGEST 80 /* bytes of the words before a day that say that it is a meeting's */
#define CALLED_WITHIN 100 /* days from a letter to the meeting that it calls */

/* "10.00 am, ", "10.30am on " and nothing else in the N bytes of TEXT? */
static bool is_clock(const char *text, size_t n)
{
    int minutes;
    size_t used = clock_scan(text, &minutes);
    size_t joint = used + strspn(text + used, " ,-");
    joint += strncasecmp(text + joint, "on ", 3) == 0 ? 3 : 0;
    return used > 0 && used <= n && joint >= n;
}

static bool has_clock(const char *text)
{
    int minutes;
    return clock_scan(head_skip_joint(text), &minutes) > 0;
}

/* "Meeting on", "Agenda for the ordinary meeting to be held on" and no more, before the day. */
static bool says_meeting(const char *before)
{
    static const char *const tails[] = {"meeting on", "meeting", "meeting of"};
    size_t n = strlen(before);
    if (n > MEETING_LONGEST || pack_line_says(PACK_ANOTHER_MEETING, before) || pack_line_says(PRINT_OTHER_DAY, before) || pack_line_says(PRINT_MINUTES, before))
        return false;
    for (size_t i = 0; i < MB_LENGTH(tails); i++) {
        size_t tail = strlen(tails[i]);
        if (n >= tail && strcasecmp(before + n - tail, tails[i]) == 0 && (n == tail || before[n - tail - 1] == ' '))
            return true;
    }
    return false;
}

/* A day counts where a cover states one: first in its line, after a label, at the end of a short line
 * ("Health Panel - Thursday 3 November 2022"), or in the sentence that calls the meeting. */
bool front_line_states_day(const char *line, struct stated *stated)
{
    const char *value = head_day_value(line);
    size_t from = value ? (size_t)(value - line) : 0;
    bool calls = pack_line_says(PACK_CALLS_THE_MEETING, line);
    if (strlen(line) > LINE_LONGEST && !calls)
        return false;
    stated->at = text_find_date(line, from, &stated->date, &stated->used);
    if (stated->at == SIZE_MAX)
        return false;
    bool on = false;
    static const char *const leads[] = {"on ", "held on ", "to be held on ", "meeting held on "};
    for (size_t i = 0; i < MB_LENGTH(leads); i++)
        on |= stated->at == from + strlen(leads[i]) && strncasecmp(line + from, leads[i], strlen(leads[i])) == 0;
    bool first = stated->at == from || on || is_clock(line + from, stated->at - from);
    head_say_day_last(line, stated->date, &stated->at, &stated->used);
    if (first || calls)
        return true;
    char *before = mem_strndup(NULL, line, front_joint_before(line, stated->at));
    bool alone = !line[stated->at + stated->used] && page_dash_at(line + strlen(before)); /* "Full Council - Tuesday 24 February 2026" */
    bool council = front_names_committee(before, false) && (strcasestr(before, "council") || page_is_whole_body(committee_alone(before, before))) && (alone || has_clock(line + stated->at + stated->used)) &&
                   !pack_line_says(PRINT_OTHER_DAY, before) && !pack_line_says(PACK_ANOTHER_MEETING, before);
    bool heading = before[0] && !text_stops(line) && (council || front_names_committee(before, true) || says_meeting(before));
    talloc_free(before);
    return heading;
}

bool front_states_day(const struct pack *pack, size_t from, struct stated *stated)
{
    for (size_t i = from; i < pack->front.n; i++) {
        stated->line = i;
        if (front_line_states_day(pack->front.at[i], stated))
            return true;
    }
    return false;
}

/* ---- the day of a letter ------------------------------------------------------------------------------------------- */

/* May the day on STATED's line be that of the letter alone: no hour beside or below it, no committee before it, no call? */
static bool may_be_of_letter(const struct pack *pack, const struct stated *stated)
{
    const char *line = pack->front.at[stated->line];
    const char *next = stated->line + 1 < pack->front.n ? pack->front.at[stated->line + 1] : "";
    const char *value = head_day_value(line);
    size_t from = value ? (size_t)(value - line) : 0, used;
    struct date date;
    bool alone = text_find_date(line, from, &date, &used) == from; /* in two languages it stands there twice */
    bool hour = has_clock(line + stated->at + stated->used) || has_clock(next) || label_value(next, PACK_TIME_LABEL) != NULL;
    return alone && !hour && !pack_line_says(PACK_CALLS_THE_MEETING, line);
}

/* The year in which DAY, a day of this WEEKDAY, comes soon behind the LETTER's; 0 if none. */
static int year_of(struct date day, int weekday, struct date letter)
{
    for (int year = letter.year; year <= letter.year + 1; year++) {
        struct date date = {year, day.month, day.day};
        int days = date_is_real(date) ? date_days(date) - date_days(letter) : -1;
        if (days >= 0 && days <= CALLED_WITHIN && date_weekday(date) == weekday)
            return year;
    }
    return 0;
}

/* The first day in LINE that has its weekday and no year, which the LETTER's tells. */
static bool day_without_year(const char *line, struct date letter, struct stated *called)
{
    bool begins = true, has_year;
    for (size_t at = 0; line[at]; begins = line[at] == ' ', at++) {
        int weekday = begins ? page_weekday_named(line + at) : 0;
        size_t used = weekday ? date_scan(line + at, &called->date, &has_year) : 0;
        if (used == 0 || has_year)
            continue;
        called->date.year = year_of(called->date, weekday, letter);
        called->at = at;
        called->used = used;
        called->no_year = true;
        return called->date.year != 0;
    }
    return false;
}

/* The sentence below STATED that calls a meeting on another day, not long after it. */
static bool called_below(const struct pack *pack, const struct stated *stated, struct stated *called)
{
    for (size_t i = stated->line + 1; i < pack->front.n; i++) {
        const char *line = pack->front.at[i];
        if (!pack_line_says(PACK_CALLS_THE_MEETING, line) || pack_line_says(PACK_ANOTHER_MEETING, line))
            continue;
        called->line = i;
        bool with_year = front_line_states_day(line, called);
        if (!with_year && !day_without_year(line, stated->date, called))
            continue;
        int days = date_days(called->date) - date_days(stated->date);
        return days > 0 && days <= CALLED_WITHIN;
    }
    return false;
}

/* Has the cover labels for hour or place? Then its label "Date" is that of the meeting. */
static bool is_labelled(const struct pack *pack, const struct stated *stated)
{
    return head_day_value(pack->front.at[stated->line]) && (front_value(pack, PACK_TIME_LABEL) || front_value(pack, PACK_VENUE_LABEL));
}

/* A second label "Date:", with the hour of the meeting below it: the first is that of the letter or of the paper. */
static bool labelled_again(const struct pack *pack, const struct stated *stated, struct stated *again)
{
    for (size_t i = stated->line + 1; i < pack->front.n && head_day_value(pack->front.at[stated->line]); i++) {
        const char *line = pack->front.at[i], *next = i + 1 < pack->front.n ? pack->front.at[i + 1] : "";
        again->line = i;
        if (!head_day_value(line) || !front_line_states_day(line, again))
            continue;
        int days = date_days(again->date) - date_days(stated->date);
        return days > 0 && days <= CALLED_WITHIN && (label_value(next, PACK_TIME_LABEL) || has_clock(line + again->at + again->used));
    }
    return false;
}

bool front_find_day(const struct pack *pack, struct stated *stated)
{
    struct stated called = {0};
    if (!front_states_day(pack, 0, stated))
        return false;
    size_t letter = pack_letter_ends(&pack->front, stated->line);
    if (letter && pack_line_says(PACK_CALLS_THE_MEETING, pack->front.at[letter - 1]))
        letter--; /* "Dear Councillor, you are summoned ..." on one line */
    bool alone = may_be_of_letter(pack, stated);
    if ((letter && front_states_day(pack, letter, &called)) || (alone && called_below(pack, stated, &called)) ||
        (alone && labelled_again(pack, stated, &called))) {
        *stated = called; /* the day above "Dear ...", or above the call, is that of the letter */
        return true;
    }
    return !letter || !alone || is_labelled(pack, stated);
}
