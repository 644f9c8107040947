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
#define LABEL_LONGEST 30 /* bytes of a label before its colon */
#define PLACE_LINES 5    /* of an address */
#define HEADING_MAX 300 /* bytes of a heading; a longer line is a notice */

/* ---- lines that say the day ------------------------------------------------------------------- */

/* The line above a day that stands alone: a committee, if it is named like one (field.md 3.6; taxonomy 4,
 * "committee and date on two lines"). */
static void read_committee_above(struct page *page, size_t place)
{
    const char *line = place > 0 ? page->lines[place - 1].text : "";
    if (place > 1 && page_word_is(WORD_FORM_AGENDA, line))
        line = page->lines[place - 2].text; /* the paper's kind stands between */
    if (strlen(line) > HEADING_MAX / 2 || !page_word_first(WORD_BODY, line, NULL) || strpbrk(line, ":>|\t"))
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

/* Is line I nothing but an hour: "10.00 am", "at 18:30"? */
static bool is_hour_line(const struct page *page, size_t i)
{
    const char *line = i < page->head_end ? page->lines[i].text : "";
    int minutes, end;
    line += strncasecmp(line, "at ", 3) == 0 ? 3 : 0;
    size_t span = clock_scan_span(line, &minutes, &end);
    return *line && (clock_parse(line, &minutes) || (span > 0 && line[span + strspn(line + span, " .)")] == '\0'));
}

/* A day alone between a body's name and an hour alone: one heading in three lines. */
static bool read_day_of_three(struct page *page, size_t place)
{
    const char *line = page->lines[place].text;
    struct date date;
    bool has_year;
    size_t used = date_scan(line, &date, &has_year);
    if (!used || !has_year || line[used + strspn(line + used, " .,")] != '\0' || !is_hour_line(page, place + 1) || page->meeting->committee)
        return false;
    read_committee_above(page, place);
    if (!page->meeting->committee)
        return false;
    page_read_day(page, line, used, date);
    page_read_time(page->meeting, page->lines[place + 1].text);
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

/* ---- labelled lines -------------------------------------------------------------------------- */

static bool is_label(const char *line)
{
    return page_word(WORD_VENUE, line) || page_word(WORD_CONTACT, line) || page_word(WORD_HEAD, line) ||
           page_word_is(WORD_ITEMS, line) || label_value(line, PACK_DATE_LABEL) || label_value(line, PACK_TIME_LABEL);
}

/* Does LINE go on with telephone or e-mail? */
static bool continues_contact(const char *line)
{
    return page_word(WORD_TELEPHONE, line) || page_word(WORD_EMAIL, line) ||
           (strchr(line, '@') && strlen(line) < HEADING_MAX);
}

/* Does LINE begin with a label of some kind: "Clerk: Ann Lee", "Meeting Status: Confirmed"? */
static bool begins_with_label(const char *line)
{
    size_t n = strcspn(line, ":");
    return n > 2 && n <= LABEL_LONGEST && line[n] == ':' && isupper((unsigned char)*line) && strcspn(line, ",.;0123456789") > n && (blank_at(line + n + 1) || line[n + 1] == '\0');
}

/* LINE without the link to a map at its end. */
static const char *before_directions(const struct page *page, const char *line)
{
    const char *link = page_word_last(WORD_DIRECTIONS, line, NULL);
    return link && link > line ? text_squeeze(page->scratch, line, (size_t)(link - line)) : line;
}

/* PLACE, whose last line is I, with the lines of the head below that go on with it; *I is the last of them. */
static char *with_address(const struct page *page, const char *place, size_t *i, bool labelled)
{
    const char *below[PLACE_LINES];
    size_t n = 0;
    while (n < PLACE_LINES && *i + n + 1 < page->head_end && !page->lines[*i + n + 1].gap && !is_label(page->lines[*i + n + 1].text)) {
        below[n] = before_directions(page, page->lines[*i + n + 1].text);
        n++;
    }
    n = head_place_lines(place, below, n, labelled);
    *i += n;
    return head_place_joined(page->scratch, place, below, n);
}

/* The value of the label of N bytes that line I begins with: its rest, the next line where the rest is
 * empty, and lines that follow directly. *I is the last line used. */
static char *label_lines(const struct page *page, size_t *i, size_t n, bool contact)
{
    struct buf value;
    buf_init(&value, page->scratch, BUF_MAX_DOCUMENT);
    buf_puts(&value, page->lines[*i].text + n);
    while (*i + 1 < page->head_end) {
        const struct page_line *next = &page->lines[*i + 1];
        bool goes_on = !next->gap && (!page->compact || (contact && continues_contact(next->text)));
        bool empty = blanks_at(value.data) == value.len;
        if (is_label(next->text) || (!contact && !empty && begins_with_label(next->text)) || !(goes_on || empty))
            break;
        buf_puts(&value, " ");
        buf_puts(&value, next->text);
        ++*i;
    }
    char *squeezed = text_squeeze(page->scratch, value.data, value.len);
    buf_release(&value);
    return squeezed;
}

static void read_venue(struct page *page, char *value)
{
    size_t n;
    char *contact = (char *)page_word_first(WORD_CONTACT, value, &n);
    if (contact && contact > value) { /* beside it: "Venue: Town Hall    Contact: Ann Lee" */
        *contact = '\0';
        page_read_contact(page, contact + n);
    }
    char *link = (char *)page_word_last(WORD_DIRECTIONS, value, NULL);
    if (link && link > value)
        *link = '\0';
    page->meeting->venue = page_tidy(page->meeting, value);
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
    return strlen(line) < HEADING_MAX / 2 &&
           (says_cancelled(line) || page_word_is(WORD_POSTPONED, line) || (strcasestr(line, "meeting") && page_word_first(WORD_POSTPONED, line, NULL)));
}

#define BROKEN_LEAST 40 /* characters of a line that may be broken */

/* A heading that was broken in its day: "Rivers Panel - Wednesday, 15th" above "March, 2023 6.15 pm". */
static bool read_broken_heading(struct page *page, size_t *i)
{
    const struct page_line *line = &page->lines[*i], *next = line + 1;
    if (*i + 1 >= page->head_end || next->gap || line->width < BROKEN_LEAST || is_label(next->text) ||
        strlen(next->text) > HEADING_MAX)
        return false;
    char *both = mem_printf(page->scratch, "%s %s", line->text, next->text);
    bool read = page_read_heading(page, both, false);
    *i += read;
    return read;
}

/* "The meeting will be held in the Council Chamber at 6.30pm": a sentence that calls this meeting, and no notice about it. */
static bool calls_meeting(const char *line)
{
    static const char *const begins[] = {"the meeting ", "this meeting ", "a meeting ", "notice is hereby given "};
    static const char *const calls[] = {"held", "start", "commenc", "begin", "take place", "takes place", "meet at", "meet in"};
    bool begun = false, called = false;
    for (size_t i = 0; i < MB_LENGTH(begins); i++)
        begun |= strncasecmp(line, begins[i], strlen(begins[i])) == 0;
    for (size_t i = 0; i < MB_LENGTH(calls); i++)
        called |= strcasestr(line, calls[i]) != NULL;
    return begun && called && strlen(line) <= HEADING_MAX && !pack_line_says(PACK_ANOTHER_MEETING, line);
}

/* The hour that LINE says, where none is known yet. */
static void read_time_once(struct meeting *meeting, const char *line)
{
    int minutes, end;
    line += strncasecmp(line, "at ", 3) == 0 ? 3 : 0;
    bool says = clock_scan_span(line, &minutes, &end) > 0 || clock_scan(line, &minutes) > 0;
    if (says && meeting->minutes_after_midnight < 0)
        meeting->minutes_after_midnight = minutes;
}

/* "6.30pm, Council Chamber, Town Hall" below the day: the place behind the hour, which is read; else LINE. */
static const char *behind_hour_of_place(struct page *page, const char *line)
{
    int minutes;
    const char *hour = line + (strncasecmp(line, "at ", 3) == 0 ? 3 : 0);
    size_t used = clock_scan(hour, &minutes);
    const char *place = used ? head_skip_joint(hour + used + strspn(hour + used, " ,;")) : line;
    if (used == 0 || !*place)
        return line;
    read_time_once(page->meeting, hour);
    return place;
}

/* The line below the day, or below the committee that stands there, where it names a place and nothing else: "Council Chamber,
 * Town Hall, Hill Street". */
static void read_place_below(struct page *page, size_t day)
{
    while (day + 1 < page->head_end && strcmp(page->lines[day].text, page->lines[day + 1].text) == 0)
        day++; /* the heading of the tab above that of the page */
    day += day + 2 < page->head_end && strcasecmp(page->lines[day + 1].text, "Occurred") == 0;
    day += day + 2 < page->head_end && page_is_body_alone(page->lines[day + 1].text);
    const char *line = day + 1 < page->head_end ? page->lines[day + 1].text : "";
    if (day + 2 < page->head_end && is_hour_line(page, day + 1)) { /* "18:30 - 20:30" */
        read_time_once(page->meeting, line);
        line = page->lines[++day + 1].text;
    } else {
        line = behind_hour_of_place(page, line);
    }
    char *first = mem_strndup(page->scratch, line, strcspn(line, " "));
    bool room = strcasecmp(first, "room") == 0; /* "Room 12, Town Hall" */
    bool labelled = is_label(line) || (!room && pack_line_says(PACK_VENUE_LABEL, first)); /* "Venue Room 2", from a table */
    struct date date;
    size_t used, last = day + 1;
    static const char *const leads[] = {"to be held in the ", "to be held at the ", "to be held in ", "to be held at ", "held in the ", "held at the ", "held in ", "held at ", "at the ", "in the ", "at ", "in "};
    for (size_t i = 0; i < MB_LENGTH(leads); i++)
        if (strncasecmp(line, leads[i], strlen(leads[i])) == 0) {
            line += strlen(leads[i]);
            break;
        }
    if (!labelled && !calls_meeting(line) && !page->meeting->venue && *line && strlen(line) <= HEADING_MAX / 2 && !strpbrk(line, ":>|\t@") && line[strlen(line) - 1] != '.' &&
        pack_line_says(PRINT_PLACE, line) && !pack_line_says(PACK_NO_VENUE, line) && text_find_date(line, 0, &date, &used) == SIZE_MAX)
        page->meeting->venue = page_tidy(page->meeting, with_address(page, line, &last, false));
}

static void read_line(struct page *page, size_t *i)
{
    char *line = page->lines[*i].text;
    const char *path = site_path_heading(page->scratch, line);
    size_t n;
    if (path) {
        bool said = false; /* by the page's own heading, in full */
        for (size_t k = *i + 1; k < page->head_end && k <= *i + HEADING_WITHIN && !said; k++)
            said = page_read_heading(page, page->lines[k].text, false);
        if (!page->meeting->committee && *path)
            (void)page_read_heading(page, path, false);
    } else if ((n = page_word(WORD_VENUE, line)) > 0) {
        char *value = label_lines(page, i, n, false);
        value = with_address(page, value, i, true);
        if (!page->meeting->venue)
            read_venue(page, value);
    } else if ((n = page_word(WORD_CONTACT, line)) > 0) {
        page_read_contact(page, label_lines(page, i, n, true));
    } else if (!page_word(WORD_HEAD, line) && strlen(line) < HEADING_MAX) {
        read_form(page, line);
        bool dated = date_is_set(page->meeting->date);
        if ((!page->meeting->committee || !dated) && page_read_heading(page, line, false)) {
            read_place_below(page, *i);
            return;
        }
        if (!dated && read_day_line(page, *i)) {
            read_place_below(page, *i);
            return;
        }
        if (!page->meeting->committee && read_broken_heading(page, i)) {
            read_place_below(page, *i);
            return;
        }
        if (read_hour_again(page, line)) {
            read_place_below(page, *i);
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
        if (calls_meeting(line))
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
