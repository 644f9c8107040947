/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of a page that name the meeting: its committee, its day and hour, and whether it is off (field.md 3.6, 3.9).
 * Which lines of the head they stand in is told by page_head.c. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

void page_set_status(struct meeting *meeting, const char *words)
{
    const char *cancelled = page_word_first(WORD_CANCELLED, words, NULL);
    const char *postponed = page_word_first(WORD_POSTPONED, words, NULL);
    if (!cancelled && !postponed)
        return;
    talloc_free(meeting->status);
    meeting->status = mem_strdup(meeting, cancelled ? "cancelled" : "postponed");
    if (!meeting->status_text)
        meeting->status_text = mem_strdup(meeting, words);
}

/* "Thursday" of "Thursday 1st September": 1 Monday to 7 Sunday, 0 where no weekday is named. */
int page_weekday_named(const char *text)
{
    static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    static const char *const welsh[] = {"llu", "maw", "mer", "iau", "gwe", "sad", "sul"};
    bool dydd = strncasecmp(text, "Dydd ", 5) == 0;
    for (int i = 0; i < 7; i++)
        if (strncasecmp(dydd ? text + 5 : text, dydd ? welsh[i] : names[i], 3) == 0)
            return i + 1;
    return 0;
}

/* A word in capitals behind the clock, "NEW" or "MOVED", is kept as printed, whatever it means. */
static bool is_remark(const char *words)
{
    size_t capitals = 0;
    for (const char *c = words; *c; c++) {
        if (islower((unsigned char)*c) || isdigit((unsigned char)*c))
            return false;
        capitals += isupper((unsigned char)*c) != 0;
    }
    return capitals > 2;
}

/* TEXT behind what may part a day from its hour: blanks, commas, dashes, bars, dots. */
static const char *behind_joint(const char *text)
{
    static const char *const joints[] = {",", "@", "-", "|", "/", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7"};
    for (size_t used = 1; used > 0; text += used) {
        used = blank_at(text);
        for (size_t i = 0; i < MB_LENGTH(joints) && used == 0; i++)
            used = text_starts(text, joints[i]) ? strlen(joints[i]) : 0;
    }
    return text;
}

/* "in the Council Chamber, Town Hall", "Council Chamber" behind the hour. */
static bool read_place_behind(struct meeting *meeting, const char *words)
{
    static const char *const leads[] = {"in the ", "at the ", "in ", "at ", "via ", "yn y ", "yn ", ""};
    for (size_t i = 0; i < MB_LENGTH(leads); i++) {
        const char *place = words + strlen(leads[i]);
        if (strncasecmp(words, leads[i], strlen(leads[i])) != 0 || text_starts_small(place) || strstr(place, ". ") ||
            !(*leads[i] ? pack_line_says(PRINT_PLACE, place) : head_is_place(place)))
            continue;
        if (!meeting->venue)
            meeting->venue = page_tidy(meeting, place);
        return true;
    }
    return false;
}

/* What stands behind a day: ", 10.00 am", then perhaps ", CANCELLED". */
void page_read_time(struct meeting *meeting, const char *rest)
{
    int minutes;
    rest = behind_joint(rest);
    static const char *const leads[] = {"at ", "am ", "from ", "("};
    for (size_t i = 0; i < MB_LENGTH(leads); i++)
        if (strncasecmp(rest, leads[i], strlen(leads[i])) == 0 && clock_scan(rest + strlen(leads[i]), &minutes) > 0) {
            rest += strlen(leads[i]);
            break;
        }
    size_t used = clock_scan(rest, &minutes);
    if (used > 0)
        meeting->minutes_after_midnight = minutes;
    rest += used;
    for (const char *before = NULL; rest != before;) {
        before = rest;
        rest = behind_joint(rest);
        rest += strspn(rest, ";:([.");
    }
    size_t length = strcspn(rest, ")]");
    if (memchr(rest, '(', length)) /* "Planning Committee (North)" */
        length = strlen(rest);
    char *words = length ? text_squeeze(meeting, rest, length) : NULL;
    if (words)
        page_set_status(meeting, words);
    bool body = words && (page_is_body_alone(words) || page_is_whole_body(words)); /* "Thursday 9 May 2024 10.00 am, Rivers Panel" */
    if (body && !meeting->committee)
        meeting->committee = mem_strdup(meeting, words);
    else if (words && !read_place_behind(meeting, words) && !meeting->status_text && is_remark(words))
        meeting->status_text = mem_strdup(meeting, words);
    talloc_free(words);
}

void page_read_day(struct page *page, const char *day, size_t used, struct date date)
{
    struct meeting *meeting = page->meeting;
    meeting->date = date;
    meeting->date_basis = DATE_STATED;
    int named = page_weekday_named(day);
    if (named && named != date_weekday(date))
        draft_warn(page->draft, "the page says \"%.*s\", which was another day of the week", (int)used, day);
    page_read_time(meeting, day + used);
}

/* The bytes of a dash between blanks at TEXT: " - ", " – ", " — ". */
size_t page_dash_at(const char *text)
{
    size_t before = blanks_at(text);
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; before && i < MB_LENGTH(dashes); i++) {
        size_t n = strlen(dashes[i]);
        size_t after = strncmp(text + before, dashes[i], n) == 0 ? blanks_at(text + before + n) : 0;
        if (after)
            return before + n + after;
    }
    return 0;
}

/* Bytes of "Agenda and minutes, " before a name on the form's own line. */
static size_t form_lead(struct page *page, const char *line)
{
    static const enum page_word forms[] = {WORD_FORM_DRAFT, WORD_FORM_MINUTES, WORD_FORM_AGENDA};
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        size_t n = page_word(forms[i], line), joint = n ? strspn(line + n, ",:") : 0;
        size_t dash = n && !joint ? page_dash_at(line + n) : 0;
        if (!joint && !dash)
            continue;
        page->form_draft |= forms[i] == WORD_FORM_DRAFT;
        page->form_minutes |= forms[i] == WORD_FORM_MINUTES;
        page->form_agenda |= forms[i] == WORD_FORM_AGENDA;
        n += joint + dash;
        return n + blanks_at(line + n);
    }
    return 0;
}

/* COMMITTEE ends before "held in the Corn Exchange", which is the place. */
static void cut_place(struct page *page, char *committee)
{
    static const char *const joints[] = {" held in the ", " held at the ", " held in ", " held at "};
    for (size_t i = 0; i < MB_LENGTH(joints); i++) {
        char *at = strcasestr(committee, joints[i]);
        if (!at || at == committee)
            continue;
        if (!page->meeting->venue)
            page->meeting->venue = page_tidy(page->meeting, at + strlen(joints[i]));
        *at = '\0';
        return;
    }
}

/* "Rivers Panel meeting" is the Rivers Panel; "Meeting", "Committee meeting" name no body at all. */
static void cut_meeting(char *committee)
{
    static const char *const none[] = {"", "the", "committee", "council", "full", "public", "next"};
    size_t n = strlen(committee), word = strlen("meeting");
    if (n < word || strcasecmp(committee + n - word, "meeting") != 0 || (n > word && committee[n - word - 1] != ' '))
        return;
    for (n -= word; n > 0 && committee[n - 1] == ' ';)
        n--;
    char *before = mem_strndup(NULL, committee, n);
    bool empty = false;
    for (size_t i = 0; i < MB_LENGTH(none); i++)
        empty |= strcasecmp(before, none[i]) == 0;
    if (empty || pack_line_says(PACK_BODY, before))
        committee[empty ? 0 : n] = '\0';
    talloc_free(before);
}

/* "CANCELLED, Rivers Panel", "Virtual Meeting, Rivers Panel" and "Agenda for Rivers Panel" are the Rivers
 * Panel. */
void page_read_committee(struct page *page, const char *name, size_t n)
{
    char *committee = text_squeeze(page->meeting, name, n);
    static const char *const leads[] = {"Minutes of the meeting of the ", "Minutes of the meeting of ", "Minutes of a meeting of the ", "Minutes of a meeting of ", "Minutes of meeting of ", "Agenda for the ", "Agenda for ", "Meeting of the ", "Meeting of ", "Minutes of the ", "Minutes of ", "Agenda - ", "Cyfarfod y "};
    size_t form = strspn(committee, "> ");
    form += form_lead(page, committee + form);
    for (size_t i = 0; i < MB_LENGTH(leads); i++)
        if (strncasecmp(committee + form, leads[i], strlen(leads[i])) == 0) {
            page->form_minutes |= text_starts(leads[i], "Minutes of");
            form += strlen(leads[i]);
            break;
        }
    size_t status = page_word(WORD_CANCELLED, committee);
    if (!status)
        status = page_word(WORD_POSTPONED, committee);
    if (status && (committee[status] == ',' || committee[status] == ':')) {
        committee[status] = '\0';
        page_set_status(page->meeting, committee);
        form = status + 1;
    }
    form += blanks_at(committee + form);
    size_t manner = page_word(WORD_MANNER, committee + form);
    if (manner && strchr(",:", committee[form + manner]))
        form += manner + (committee[form + manner] != '\0');
    char *rest = mem_strdup(page->meeting, committee + form + blanks_at(committee + form));
    talloc_free(committee);
    cut_place(page, rest);
    cut_meeting(rest);
    if (*rest)
        page->meeting->committee = rest;
    else
        talloc_free(rest);
}

/* What may part a committee's name from its day: a dash, a bar, a stroke, a bracket, a comma before the day of the week (or ANY_COMMA),
 * or " on " in a page's title. */
static size_t parting_at(const char *text, bool any_comma)
{
    size_t dash = page_dash_at(text);
    static const char *const marks[] = {" | ", " / ", " (", " \xC2\xB7 ", " \xE2\x80\xA2 "};
    for (size_t i = 0; i < MB_LENGTH(marks) && dash == 0; i++)
        dash = text_starts(text, marks[i]) ? strlen(marks[i]) : 0;
    size_t colon = text[0] == ':' ? blanks_at(text + 1) : 0;
    if (colon > 0)
        return 1 + colon;
    size_t comma = text[0] == ',' ? 1 + blanks_at(text + 1) : 0;
    if (comma > 1 && (any_comma || page_weekday_named(text + comma)))
        return comma;
    return dash ? dash : strncasecmp(text, " on ", 4) == 0 ? 4 : 0;
}

#define NAME_LONGEST 300 /* bytes of a body's name and what its paper is called */

/* May the N bytes at NAME be what meets "on" a day? A body, or what its paper is called; "our offices close at 4 pm" is neither. */
static bool meets_on(const char *name, size_t n)
{
    if (n > NAME_LONGEST)
        return false; /* a heading of a million days is not read again for each */
    char *words = mem_strndup(NULL, name, n);
    bool may = page_word_first(WORD_BODY, words, NULL) || page_word_first(WORD_MEETING_OF, words, NULL) || pack_line_says(PACK_BODY, words) || text_starts(words, "Agenda");
    may &= !strstr(words, ". ") && !strstr(words, ": ");
    talloc_free(words);
    return may;
}

/* "Rivers Panel" of "Rivers Panel: 9 May 2024"; not the label "Next committee". */
static bool is_body(const char *name, size_t n)
{
    char *words = n <= NAME_LONGEST ? mem_strndup(NULL, name, n) : NULL;
    bool body = words && (page_is_body_alone(words) || page_is_whole_body(words)) && strchr(words, ' ') && !pack_line_says(PACK_ANOTHER_MEETING, words) &&
                strncasecmp(words, "next ", 5) != 0;
    talloc_free(words);
    return body;
}

/* Are the N bytes of NAME a paper of the meeting, and no committee: "Agenda - 20 May 2025"? */
static bool names_file(const char *name, size_t n)
{
    static const char *const papers[] = {"agenda", "minutes", "decisions", "supplement", "printed minutes", "draft minutes", "agenda pack", "public document pack"};
    bool names = false;
    for (size_t i = 0; i < MB_LENGTH(papers); i++)
        names |= strlen(papers[i]) == n && strncasecmp(name, papers[i], n) == 0;
    return names;
}

/* "Rivers Panel Thursday 9 May 2024": a body and a day of the week with nothing between them. */
static bool read_unparted(struct page *page, const char *line)
{
    struct date date;
    bool has_year;
    for (size_t i = 1; line[i - 1] && line[i] && i <= NAME_LONGEST; i++) { /* LINE may be empty */
        size_t blank = page_weekday_named(line + i) ? blanks_at(line + i - 1) : 0;
        size_t used = blank ? date_scan(line + i, &date, &has_year) : 0;
        if (!used || !has_year || !is_body(line, i - 1))
            continue;
        page_read_committee(page, line, i - 1);
        page_read_day(page, line + i, used, date);
        return true;
    }
    return false;
}

/* Do the N bytes at TEXT end with a day of the week, whose day of the month follows? */
static bool ends_with_weekday(const char *text, size_t n)
{
    size_t from = n;
    while (from > 0 && isalpha((unsigned char)text[from - 1]))
        from--;
    return page_weekday_named(text + from) > 0;
}

/* "4 March 2025: Rivers Panel", "Meeting: 04/03/2025 - Rivers Panel": the day first. */
static bool read_day_first(struct page *page, const char *line)
{
    static const char *const joints[] = {": ", " - ", " \xE2\x80\x93 ", ", ", " | "};
    struct date date;
    bool has_year;
    const char *value = label_value(line, PACK_COMMITTEE_LABEL);
    const char *day = value ? value : line;
    size_t used = date_scan(day, &date, &has_year);
    for (size_t i = 0; used > 0 && has_year && i < MB_LENGTH(joints); i++) {
        if (!text_starts(day + used, joints[i]))
            continue;
        const char *name = day + used + strlen(joints[i]);
        bool body = page_is_body_alone(name) || page_is_whole_body(name); /* "Cabinet", too */
        if (!body || pack_line_says(PACK_ANOTHER_MEETING, name))
            continue;
        page_read_committee(page, name, strlen(name));
        page_read_day(page, day, used, date);
        return true;
    }
    return false;
}

/* "Safer Streets Committee - Thursday 1st September 2022 10:00am": parted at the last dash (or colon) before a day,
 * because names hold dashes and commas, too (field.md 3.9). */
bool page_read_heading(struct page *page, const char *line, bool any_comma)
{
    struct date date;
    bool has_year;
    int minutes;
    if (read_day_first(page, line))
        return true;
    const char *value = label_value(line, PACK_COMMITTEE_LABEL);
    line = value ? value : line;
    for (size_t i = strlen(line); i-- > 0;) {
        size_t parting = parting_at(line + i, any_comma);
        if (parting == 0 && line[i] == ',' && is_body(line, i) && !ends_with_weekday(line, i)) /* "Rivers Panel, 04/03/2025" */
            parting = parting_at(line + i, true);
        size_t used = parting ? date_scan(line + i + parting, &date, &has_year) : 0;
        if (!used || !has_year || (line[i + 1] == 'o' && !meets_on(line, i)) || (line[i] == ':' && !is_body(line, i)))
            continue;
        if (i > 0 && (clock_scan(line, &minutes) >= i || (ends_with_weekday(line, i) && !memchr(line, ' ', i))))
            return false; /* "6.30 pm, Tuesday 4 March 2025", "Tuesday, 4 March 2025" name no body */
        if (!names_file(line, i))
            page_read_committee(page, line, i);
        page_read_day(page, line + i + parting, used, date);
        return true;
    }
    return read_unparted(page, line);
}

bool page_read_meeting(struct page *page, const char *words)
{
    struct date date;
    bool has_year;
    size_t used = date_scan(words, &date, &has_year);
    size_t dash = used && has_year ? page_dash_at(words + used) : 0;
    int minutes;
    if (used && has_year && clock_scan(head_skip_joint(words + used), &minutes) > 0) { /* "Tuesday, 16th September, 2025 6.30 pm, Rivers Panel" */
        page_read_day(page, words, used, date);
        return true;
    }
    if (!dash)
        return page_read_heading(page, words, false) || page_read_heading(page, words, true);
    page_read_day(page, words, used, date);
    page_read_committee(page, words + used + dash, strlen(words + used + dash));
    return true;
}
