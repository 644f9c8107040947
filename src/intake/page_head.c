/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands above the items of a page: form, committee, day, time, status, venue, contact. Each is
 * taken where the page states it and nowhere else. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define BRIEF_LONGEST 40 /* bytes of a line that says when the meeting begins */
#define HEADING_WITHIN 3 /* lines below the path to the page */
#define BRIEF 20 /* bytes behind the word that a meeting is off */

/* ---- lines that say the day ------------------------------------------------------------------- */

/* The line above a day that stands alone: a committee, if it is named like one (field.md 3.6; taxonomy 4,
 * "committee and date on two lines"). */
static void read_committee_above(struct page *page, size_t place)
{
    const char *line = place > 0 ? page->lines[place - 1].text : "";
    if (place > 1 && page_word_is(WORD_FORM_AGENDA, line))
        line = page->lines[place - 2].text; /* the paper's kind stands between */
    if (strlen(line) > PAGE_HEADING_MAX / 2 || !(page_word_first(WORD_BODY, line, NULL) || page_is_whole_body(line)) || strpbrk(line, ":>|\t"))
        return;
    page_read_committee(page, line, strlen(line));
}

/* "14 Nov 2024 - 13:30" and no more, below the committee. */
static bool is_day_and_hour(const char *line)
{
    struct date date;
    bool has_year;
    int minutes;
    size_t used = date_scan(line, &date, &has_year);
    size_t joint = used ? strspn(line + used, " ,-@") : 0;
    if (used && strncasecmp(line + used + joint, "at ", 3) == 0)
        joint += 3;
    int end;
    size_t clock = used && has_year ? clock_scan_span(line + used + joint, &minutes, &end) : 0;
    if (used && has_year && clock == 0)
        clock = clock_scan(line + used + joint, &minutes);
    return clock > 0 && joint > 0 && line[used + joint + clock + strspn(line + used + joint + clock, " .")] == '\0';
}

/* Does line I say an hour, alone or behind its label: "18:30", "Time: 1.30pm"? */
static bool says_hour(const struct page *page, size_t i)
{
    const char *time = i < page->head_end ? label_value(page->lines[i].text, PACK_TIME_LABEL) : NULL;
    int minutes;
    return page_is_hour_line(page, i) || (time && clock_scan(time, &minutes) > 0);
}

/* A day alone between a body's name and an hour: one heading in three lines. The path to the page may have named the body already, in
 * the same words. */
static bool read_day_of_three(struct page *page, size_t place)
{
    const char *line = page->lines[place].text;
    struct date date;
    bool has_year;
    size_t used = date_scan(line, &date, &has_year);
    if (!used || !has_year || line[used + strspn(line + used, " .,")] != '\0' || !says_hour(page, place + 1))
        return false;
    const char *named = page->meeting->committee, *next = page->lines[place + 1].text, *time = label_value(next, PACK_TIME_LABEL);
    if (named && (place == 0 || strcasecmp(page->lines[place - 1].text, named) != 0))
        return false;
    if (!named)
        read_committee_above(page, place);
    if (!page->meeting->committee)
        return false;
    page_read_day(page, line, used, date);
    page_read_time(page->meeting, time ? time : next);
    return true;
}

/* The day behind the hour that LINE begins with: "6.30 pm on Tuesday 4 March 2025"; LINE where there is none. */
static const char *behind_hour(const char *line)
{
    struct date date;
    bool has_year;
    int minutes;
    size_t used = clock_scan(line, &minutes);
    const char *day = line + used + strspn(line + used, " ,-");
    day += strncasecmp(day, "on ", 3) == 0 ? 3 : 0;
    return used > 0 && date_scan(day, &date, &has_year) > 0 && has_year ? day : line;
}

/* "Thursday 1st September 2022 10:00am" alone: with its time, for a site may print today's date, too. */
static bool read_day_line(struct page *page, size_t place)
{
    const char *line = page->lines[place].text;
    struct date date;
    bool has_year;
    int minutes;
    const char *day = behind_hour(line);
    if (day > line && clock_scan(line, &minutes) > 0 && page->meeting->minutes_after_midnight < 0) { /* "6.30 pm, Tuesday 4 March 2025" */
        if (!page->meeting->committee)
            read_committee_above(page, place);
        page_read_day(page, day, date_scan(day, &date, &has_year), date);
        page->meeting->minutes_after_midnight = minutes;
        return true;
    }
    size_t used = page_weekday_named(line) || is_day_and_hour(line) ? date_scan(line, &date, &has_year) : 0;
    if (!used || !has_year)
        return read_day_of_three(page, place);
    const char *rest = line + used + strspn(line + used, " ,-");
    rest += strncasecmp(rest, "at ", 3) == 0 ? 3 : 0;
    if (clock_scan(rest + blanks_at(rest), &minutes) == 0)
        return read_day_of_three(page, place);
    if (!page->meeting->committee)
        read_committee_above(page, place);
    page_read_day(page, line, used, date);
    return true;
}

/* The heading said again, this time with the hour, or that it is off: "Date: Thursday 6th March, 2025 9.30 am, POSTPONED". */
static bool read_hour_again(struct page *page, const char *line)
{
    struct meeting *meeting = page->meeting;
    struct date date;
    size_t used, at = text_find_date(line, 0, &date, &used);
    if (at == SIZE_MAX || !date_is_set(meeting->date) || date_compare(date, meeting->date) != 0)
        return false;
    int before = meeting->minutes_after_midnight;
    bool open = !meeting->status;
    page_read_time(meeting, line + at + used);
    if (before >= 0)
        meeting->minutes_after_midnight = before;
    return before != meeting->minutes_after_midnight || (open && meeting->status);
}

/* ---- the whole head -------------------------------------------------------------------------- */

const char *page_form_words(const char *line)
{
    const char *form = line;
    for (const char *at = line; *at; at++)
        if (page_dash_at(at))
            form = at + page_dash_at(at);
    return form;
}

static void read_form(struct page *page, const char *line)
{
    const char *form = page_form_words(line);
    page->form_draft |= page_word_is(WORD_FORM_DRAFT, form);
    page->form_minutes |= page_word_is(WORD_FORM_MINUTES, form);
    page->form_agenda |= page_word_is(WORD_FORM_AGENDA, form);
}

/* "CANCELLED", "*** Meeting cancelled ***", "This meeting has been cancelled": but an application may be withdrawn, too. */
static bool says_cancelled(const char *line)
{
    size_t n = 0;
    const char *word = page_word_first(WORD_CANCELLED, line, &n);
    bool begins = word && strcspn(line, LETTERS) == (size_t)(word - line);
    bool alone = begins && word[n + strcspn(word + n, LETTERS)] == '\0';
    bool brief = begins && strlen(line) <= n + BRIEF && !text_stops(line);
    return word && (alone || brief || strcasestr(line, "meeting") || strcasestr(line, "cyfarfod") || pack_line_says(PACK_BODY, line));
}

/* A short line of its own that says the meeting is off. */
static bool is_notice_of_status(const char *line)
{
    return strlen(line) < PAGE_HEADING_MAX / 2 &&
           (says_cancelled(line) || page_word_is(WORD_POSTPONED, line) || (strcasestr(line, "meeting") && page_word_first(WORD_POSTPONED, line, NULL)));
}

#define BROKEN_LEAST 40 /* characters of a line that may be broken */

/* A heading that was broken in its day: "Rivers Panel - Wednesday, 15th" above "March, 2023 6.15 pm". */
static bool read_broken_heading(struct page *page, size_t *i)
{
    const struct page_line *line = &page->lines[*i], *next = line + 1;
    if (*i + 1 >= page->head_end || next->gap || line->width < BROKEN_LEAST || page_is_label(next->text) ||
        strlen(next->text) > PAGE_HEADING_MAX)
        return false;
    char *both = mem_printf(page->scratch, "%s %s", line->text, next->text);
    bool read = page_read_heading(page, both, false);
    *i += read;
    return read;
}

static void read_line(struct page *page, size_t *i)
{
    char *line = page->lines[*i].text;
    const char *path = site_path_heading(page->scratch, line);
    if (path) {
        bool said = false; /* by the page's own heading, in full */
        for (size_t k = *i + 1; k < page->head_end && k <= *i + HEADING_WITHIN && !said; k++) {
            said = page_read_heading(page, page->lines[k].text, false);
            if (said)
                page_read_place_below(page, k);
        }
        if (!page->meeting->committee && *path)
            (void)page_read_heading(page, path, false);
    } else if (page_read_labelled(page, i)) {
        return;
    } else if (!page_word(WORD_HEAD, line) && strlen(line) < PAGE_HEADING_MAX) {
        read_form(page, line);
        bool dated = date_is_set(page->meeting->date);
        if ((!page->meeting->committee || !dated) && page_read_heading(page, line, false)) {
            page_read_place_below(page, *i);
            return;
        }
        if (!dated && read_day_line(page, *i)) {
            page_read_place_below(page, *i);
            return;
        }
        if (!page->meeting->committee && read_broken_heading(page, i)) {
            page_read_place_below(page, *i);
            return;
        }
        if (read_hour_again(page, line)) {
            page_read_place_below(page, *i);
            return;
        }
        if (!page->meeting->status && strcasecmp(line, "Occurred") == 0)
            page->meeting->status = mem_strdup(page->meeting, "held");
        if (!page->meeting->status && is_notice_of_status(line))
            page_set_status(page->meeting, line);
    }
}

/* "Starts at 6.30pm", in a short line of its own, or in a sentence that calls the meeting: other long lines are notices, with other
 * hours. */
static void read_said(struct page *page)
{
    struct strings brief = {0}, calls = {0};
    for (size_t i = 0; i < page->head_end; i++) {
        const char *line = page->lines[i].text;
        if (page_calls_meeting(line))
            strings_add(page->scratch, &calls, line);
        if (strlen(line) <= BRIEF_LONGEST)
            strings_add(page->scratch, &brief, line);
    }
    char *place = head_read_said(page->meeting, &calls);
    if (place && !page->meeting->venue)
        page->meeting->venue = page_tidy(page->meeting, place);
    talloc_free(place);
    if (page->meeting->minutes_after_midnight < 0)
        talloc_free(head_read_said(page->meeting, &brief));
}

/* Labels that other products print: "Date: ...", "Time: ...", "Committee: ...", "Status: Occurred". */
static void read_labels(struct page *page)
{
    struct strings lines = {0};
    for (size_t i = 0; i < page->head_end; i++)
        strings_add(page->scratch, &lines, page->lines[i].text);
    head_part(page->scratch, &lines);
    bool dated = date_is_set(page->meeting->date);
    head_read_labels(page->meeting, &lines);
    if (!dated && date_is_set(page->meeting->date))
        page_committee_above_labels(page);
    if (page->meeting->minutes_after_midnight < 0 || !page->meeting->venue)
        read_said(page);
}

void page_read_head(struct page *page)
{
    for (size_t i = 0; i < page->head_end; i++)
        read_line(page, &i);
    read_labels(page);
    page_find_committee(page);
    if (page->form_draft)
        page->meeting->minutes_status = mem_strdup(page->meeting, "draft");
}
