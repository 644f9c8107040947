/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where the meeting of a page is, and whom to ask: labelled lines of the head, and the place that stands below the day without a
 * label. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define LABEL_LONGEST 30 /* bytes of a label before its colon */
#define PLACE_LINES 5    /* of an address */

bool page_is_hour_line(const struct page *page, size_t i)
{
    const char *line = i < page->head_end ? page->lines[i].text : "";
    int minutes, end;
    line += strncasecmp(line, "at ", 3) == 0 ? 3 : 0;
    size_t span = clock_scan_span(line, &minutes, &end);
    return *line && (clock_parse(line, &minutes) || (span > 0 && line[span + strspn(line + span, " .)")] == '\0'));
}

/* ---- labelled lines -------------------------------------------------------------------------- */

bool page_is_label(const char *line)
{
    return page_word(WORD_VENUE, line) || page_word(WORD_CONTACT, line) || page_word(WORD_HEAD, line) ||
           page_word_is(WORD_ITEMS, line) || label_value(line, PACK_DATE_LABEL) || label_value(line, PACK_TIME_LABEL);
}

/* Does LINE go on with telephone or e-mail? */
static bool continues_contact(const char *line)
{
    return page_word(WORD_TELEPHONE, line) || page_word(WORD_EMAIL, line) ||
           (strchr(line, '@') && strlen(line) < PAGE_HEADING_MAX);
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
    while (n < PLACE_LINES && *i + n + 1 < page->head_end && !page->lines[*i + n + 1].gap && !page_is_label(page->lines[*i + n + 1].text)) {
        below[n] = before_directions(page, page->lines[*i + n + 1].text);
        n++;
    }
    n = head_place_lines(place, below, n, labelled);
    *i += n;
    return head_place_joined(page->scratch, place, below, n);
}

bool page_calls_meeting(const char *line)
{
    static const char *const begins[] = {"the meeting ", "this meeting ", "a meeting ", "notice is hereby given "};
    static const char *const calls[] = {"held", "start", "commenc", "begin", "take place", "takes place", "meet at", "meet in"};
    bool begun = false, called = false;
    for (size_t i = 0; i < MB_LENGTH(begins); i++)
        begun |= strncasecmp(line, begins[i], strlen(begins[i])) == 0;
    for (size_t i = 0; i < MB_LENGTH(calls); i++)
        called |= strcasestr(line, calls[i]) != NULL;
    return begun && called && strlen(line) <= PAGE_HEADING_MAX && !pack_line_says(PACK_ANOTHER_MEETING, line);
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
        if (page_is_label(next->text) || (!empty && page_calls_meeting(next->text)) || (!contact && !empty && begins_with_label(next->text)) || !(goes_on || empty))
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

bool page_read_labelled(struct page *page, size_t *i)
{
    const char *line = page->lines[*i].text;
    size_t n = page_word(WORD_VENUE, line);
    if (n > 0) {
        char *value = label_lines(page, i, n, false);
        value = with_address(page, value, i, true);
        if (!page->meeting->venue)
            read_venue(page, value);
        return true;
    }
    n = page_word(WORD_CONTACT, line);
    if (n > 0)
        page_read_contact(page, label_lines(page, i, n, true));
    return n > 0;
}

/* ---- below the day --------------------------------------------------------------------------- */

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

void page_read_place_below(struct page *page, size_t day)
{
    while (day + 1 < page->head_end && strcmp(page->lines[day].text, page->lines[day + 1].text) == 0)
        day++; /* the heading of the tab above that of the page */
    day += day + 2 < page->head_end && strcasecmp(page->lines[day + 1].text, "Occurred") == 0;
    day += day + 2 < page->head_end && page_is_body_alone(page->lines[day + 1].text);
    const char *line = day + 1 < page->head_end ? page->lines[day + 1].text : "";
    if (day + 2 < page->head_end && page_is_hour_line(page, day + 1)) { /* "18:30 - 20:30" */
        read_time_once(page->meeting, line);
        line = page->lines[++day + 1].text;
    } else {
        line = behind_hour_of_place(page, line);
    }
    char *first = mem_strndup(page->scratch, line, strcspn(line, " "));
    bool room = strcasecmp(first, "room") == 0; /* "Room 12, Town Hall" */
    bool labelled = page_is_label(line) || (!room && pack_line_says(PACK_VENUE_LABEL, first)); /* "Venue Room 2", from a table */
    struct date date;
    size_t used, last = day + 1;
    static const char *const leads[] = {"to be held in the ", "to be held at the ", "to be held in ", "to be held at ", "held in the ", "held at the ", "held in ", "held at ", "at the ", "in the ", "at ", "in "};
    for (size_t i = 0; i < MB_LENGTH(leads); i++)
        if (strncasecmp(line, leads[i], strlen(leads[i])) == 0) {
            line += strlen(leads[i]);
            break;
        }
    if (!labelled && !page_calls_meeting(line) && !page->meeting->venue && *line && strlen(line) <= PAGE_HEADING_MAX / 2 && !strpbrk(line, ":>|\t@") && line[strlen(line) - 1] != '.' &&
        pack_line_says(PRINT_PLACE, line) && !pack_line_says(PACK_NO_VENUE, line) && text_find_date(line, 0, &date, &used) == SIZE_MAX)
        page->meeting->venue = page_tidy(page->meeting, with_address(page, line, &last, false));
}
