/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The head of printed minutes and decisions (field.md 3.8): one sentence mostly says all, "Minutes of a meeting of the
 * Rivers Panel held on Tuesday, 29 June 2021 at 6.30 pm in the Town Hall", else lines and labels as on a pack's cover.
 * A day on which something was published is none of the meeting. */
#include "config.h"

#include "src/intake/printed.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define CALL_LINES 5        /* that the sentence may be spread over */
#define VENUE_LONGEST 160
#define MINUTES_OF_LONGEST 90
#define HEADING_LONGEST 300
#define PLACE_LINES 5 /* of an address */
#define VENUE_WITHIN 3 /* lines below the day where a place may stand */

/* "Parks Working Group - Minutes", "Planning Committee Draft Minutes", no number before it. */
static bool names_minutes_of(const char *line)
{
    static const char word[] = "minutes";
    size_t n = strlen(line), tail = sizeof word - 1;
    if (n <= tail || n > MINUTES_OF_LONGEST || strcasecmp(line + n - tail, word) != 0 || !isupper((unsigned char)*line))
        return false;
    char *body = mem_strndup(NULL, line, n - tail);
    bool names = printed_names_committee(text_trim(body), true) && !strcasestr(body, "approv") && !strcasestr(body, "previous");
    talloc_free(body);
    return names;
}

size_t printed_body_before_minutes(const char *line)
{
    const char *minutes = strcasestr(line, " minutes of ");
    char *name = minutes ? mem_strndup(NULL, line, (size_t)(minutes - line)) : NULL;
    bool body = name && (page_is_body_alone(name) || page_is_whole_body(name) || (text_in_capitals(name) && pack_line_says(PACK_WEAKER_BODY, name))) &&
                !pack_line_says(PACK_NO_BODY, name);
    talloc_free(name);
    return body && strcasestr(minutes, "meeting") && strcasestr(minutes, " held ") ? (size_t)(minutes - line) : 0;
}

bool printed_is_minutes(const char *line)
{
    bool held = strncasecmp(line, "a meeting of ", 13) == 0 && (strcasestr(line, " was held ") || strcasestr(line, " took place "));
    bool labelled = strncasecmp(line, "minutes", 7) == 0 && (line[7] == ':' || line[7] == '\t' || text_starts(line + 7, "   ") || text_starts(line + 7, " - ") || text_starts(line + 7, " \xE2\x80\x93 "));
    bool denied = strcasestr(line, "not the minute") || strcasestr(line, "not minutes") || strcasestr(line, "are not the formal minutes");
    return strlen(line) <= HEADING_LONGEST && !denied && (labelled || held || pack_line_says(PRINT_MINUTES, line) || names_minutes_of(line) || printed_body_before_minutes(line) > 0);
}

bool printed_is_decisions(const char *line)
{
    struct date date;
    size_t used;
    bool dated = strncasecmp(line, "decisions", 9) == 0 && text_find_date(line, 0, &date, &used) != SIZE_MAX;
    return strlen(line) <= HEADING_LONGEST && (dated || pack_line_says(PRINT_DECISIONS, line));
}

/* ---- the day ---------------------------------------------------------------------------------------------------------- */

static void set_day(struct page *page, struct date date)
{
    page->meeting->date = date;
    page->meeting->date_basis = DATE_STATED;
}

/* Bytes of the N of TEXT before the joint that ends them: blanks, commas, a dash; whole characters. */
static size_t before_joint(const char *text, size_t n)
{
    for (size_t dash = 1; n > 0 && dash > 0; n -= dash)
        dash = strchr(" ,:-(", text[n - 1]) ? 1 : n >= 3 && text_starts(text + n - 3, "\xE2\x80\x93") ? 3 : 0;
    return n;
}

/* "Cabinet - Wednesday, 8 February 2023 at 6.30 pm", "Date: ...", "Wednesday 8 February 2023". NAMED: only where the
 * committee stands before it. */
static bool read_day(struct page *page, size_t i, bool named)
{
    const char *line = page->lines[i].text, *value = head_day_value(line);
    struct date date;
    size_t used, day = text_find_date(value ? value : line, 0, &date, &used);
    if (day == SIZE_MAX || strlen(line) > HEADING_LONGEST || pack_line_says(PRINT_OTHER_DAY, line))
        return false;
    const char *text = value ? value : line;
    size_t n = before_joint(text, day);
    char *before = mem_strndup(page->scratch, text, n);
    int minutes;
    if (n > 0 && clock_scan(before, &minutes) == n && page->meeting->minutes_after_midnight < 0) { /* "10.30 am, Thursday 5 December 2024, Council Chamber" */
        page->meeting->minutes_after_midnight = minutes;
        n = 0;
    }
    if (n > 0 ? !(printed_names_committee(before, true) || page_is_whole_body(before)) || strcasestr(before, " held ") : named)
        return false; /* "COMMITTEE held on 4 May": the end of a sentence that began above */
    if (n > 0)
        printed_set_committee(page, before, n);
    set_day(page, date);
    head_say_day_last(text, date, &day, &used);
    printed_read_after(page->meeting, text + day + used);
    return true;
}

/* Line I goes on with the sentence above it: "commencing at 10.30 am", with no blank line between. */
static bool says_the_hour(const struct page *page, size_t i)
{
    static const char *const words[] = {"at ", "commencing ", "starting ", "in the ", "in ", "via ", "by "};
    const struct page_line *line = &page->lines[i];
    for (size_t w = 0; w < MB_LENGTH(words) && i < page->head_end && !line->gap && !printed_is_people(line->text); w++)
        if (strncmp(line->text, words[w], strlen(words[w])) == 0)
            return true;
    return false;
}

/* Does line I end the place that PLACE, what stands behind the day, begins: "at Council" above "Chamber, Market Street, Larkwater."? */
static bool says_the_place(const struct page *page, size_t i, const char *place)
{
    const struct page_line *line = &page->lines[i];
    place += strspn(place, " ,");
    bool begun = (strncasecmp(place, "at ", 3) == 0 || strncasecmp(place, "in ", 3) == 0) && !strpbrk(place, ".0123456789:(");
    bool ends = text_stops(line->text) || pack_line_says(PRINT_PLACE, line->text);
    return begun && ends && !line->gap && !strpbrk(line->text, ":()*@") && !printed_is_people(line->text) && pack_words_at(PACK_HONORIFIC, line->text) == 0;
}

/* Is TEXT a sentence that cannot end here: "on 3 March 2026 at 7 pm in", "... in the"? */
static bool is_open(const char *text)
{
    static const char *const joints[] = {"in", "at", "the", "within", "via", "of", "held"};
    size_t n = strlen(text), word = n;
    while (word > 0 && text[word - 1] != ' ')
        word--;
    bool open = n > 0 && text[n - 1] == ',';
    for (size_t i = 0; i < MB_LENGTH(joints); i++)
        open |= strcasecmp(text + word, joints[i]) == 0;
    return open;
}

/* Does CALL so far end with the body's name, and NEXT say something else? */
static bool ends_with_body(const struct page *page, const char *call, const char *next)
{
    size_t n;
    const char *name = pack_words_find(PRINT_MEETING_OF, call, &n);
    char *rest = name ? mem_strdup(page->scratch, name + n) : NULL;
    return rest && printed_names_committee(text_trim(rest), true) && !strcasestr(next, "held") && !printed_names_committee(next, true);
}

/* PLACE, whose last line is I, with the lines of the head below that go on with it. */
static char *with_address(const struct page *page, const char *place, size_t i)
{
    const char *below[PLACE_LINES];
    size_t n = 0;
    while (n < PLACE_LINES && i + n + 1 < page->head_end && !page->lines[i + n + 1].gap) {
        below[n] = page->lines[i + n + 1].text;
        n++;
    }
    return head_place_joined(page->scratch, place, below, head_place_lines(place, below, n, false));
}

/* "Rivers Panel held on 4 March 2025" on one of the lines from FIRST to LAST of a sentence whose first says only what the paper is. */
static void committee_before_held(struct page *page, size_t first, size_t last)
{
    for (size_t i = first; i <= last && !page->meeting->committee; i++) {
        const char *line = page->lines[i].text, *held = strcasestr(line, " held ");
        char *before = held ? mem_strndup(page->scratch, line, (size_t)(held - line)) : NULL;
        if (before && printed_names_committee(before, true))
            printed_set_committee(page, before, strlen(before));
    }
}

/* "Note: those who wish to speak must register by Friday 28 February.": a sentence of its own, apart from the one above it. */
static bool is_note(const struct page_line *line)
{
    size_t n = strlen(line->text);
    bool hour = n > 3 && strcasecmp(line->text + n - 2, "m.") == 0; /* "10.00 a.m." */
    return line->gap && text_stops(line->text) && !hour && !strcasestr(line->text, "held");
}

/* The sentence that begins on line I; it goes on below until it has said the day, on line *LAST, and the hour. */
static bool read_call(struct page *page, size_t i, size_t *last)
{
    const char *line = page->lines[i].text;
    bool calls = printed_is_minutes(line) || printed_is_decisions(line) || strcasestr(line, " held ") || strcasestr(line, " a gynhaliwyd ") || strncasecmp(line, "held ", 5) == 0;
    if (!calls || strlen(line) > 2 * HEADING_LONGEST)
        return false;
    struct date date;
    size_t used, day = SIZE_MAX;
    char *call = mem_strdup(page->scratch, line);
    size_t k, body = 0;
    for (k = 0; k < CALL_LINES; k++) {
        day = text_find_date(call, 0, &date, &used);
        const char *next = i + k + 1 < page->head_end ? page->lines[i + k + 1].text : NULL;
        if (day != SIZE_MAX || !next || is_note(&page->lines[i + k + 1]) || printed_is_people(next) || pack_line_says(PRINT_OTHER_DAY, next) || label_value(next, PACK_DATE_LABEL))
            break;
        if (read_day(page, i + k + 1, true)) {
            *last = i + k + 1;
            return true;
        }
        if (!body && ends_with_body(page, call, next))
            body = strlen(call);
        call = mem_printf(page->scratch, "%s %s", call, next);
    }
    if (day == SIZE_MAX) {
        printed_committee_of_call(page, call, strlen(call));
        return false;
    }
    size_t next = i + k + 1;
    if (next < page->head_end && (says_the_hour(page, next) || says_the_place(page, next, call + day + used)))
        call = mem_printf(page->scratch, "%s %s", call, page->lines[next++].text);
    if (next < page->head_end && is_open(call) && !page->lines[next].gap && !printed_is_people(page->lines[next].text))
        call = mem_printf(page->scratch, "%s %s", call, page->lines[next++].text);
    call = with_address(page, call, next - 1);
    set_day(page, date);
    *last = i + k;
    printed_committee_of_call(page, call, body ? body : day);
    committee_before_held(page, i + 1, i + k);
    char *before = printed_before_day(mem_strndup(page->scratch, call, day));
    if (k == 0 && (printed_names_committee(before, true) || strstr(before, " - ") || strstr(before, " \xE2\x80\x93 "))) /* "Decision Notice - Rivers Panel, 3 May 2022" */
        printed_set_committee(page, call, day);
    printed_read_before(page->meeting, call, day);
    printed_read_after(page->meeting, call + day + used);
    return true;
}

/* "The decisions below were taken on 28 January 2026. Unless called in ...": of a line only its first sentence is read. */
static bool read_day_of_sentence(struct page *page, size_t i)
{
    static const char *const leads[] = {"taken on", "made on", "meeting on", "meeting of"};
    const char *line = page->lines[i].text, *stop = strstr(line, ". ");
    char *sentence = mem_strndup(page->scratch, line, stop ? (size_t)(stop - line) : strlen(line));
    struct date date;
    size_t used, day = text_find_date(sentence, 0, &date, &used);
    if (day == SIZE_MAX || strlen(sentence) > HEADING_LONGEST || pack_line_says(PRINT_OTHER_DAY, sentence))
        return false;
    sentence[day] = '\0';
    char *before = text_trim(sentence);
    for (size_t k = 0, n = strlen(before); k < MB_LENGTH(leads); k++) {
        size_t lead = strlen(leads[k]);
        if (n < lead || strcasecmp(before + n - lead, leads[k]) != 0)
            continue;
        set_day(page, date);
        return true;
    }
    return false;
}

/* ---- all of it ---------------------------------------------------------------------------------------------------------- */

static void read_labels(struct page *page)
{
    struct meeting *meeting = page->meeting;
    for (size_t i = 0; i < page->head_end; i++) {
        const char *line = page->lines[i].text;
        const char *time = label_value(line, PACK_TIME_LABEL), *venue = label_value(line, PACK_VENUE_LABEL);
        const char *committee = label_value(line, PACK_COMMITTEE_LABEL);
        if (time)
            head_take_time(meeting, time);
        if (venue)
            printed_set_venue(meeting, venue, strlen(venue));
        if (committee)
            printed_set_committee(page, committee, strlen(committee));
        if (strlen(line) <= HEADING_LONGEST && pack_line_says(PRINT_DRAFT, line) && !meeting->minutes_status)
            meeting->minutes_status = mem_strdup(meeting, "draft");
    }
}

/* LINE behind what the paper is, which stands in the left column: "Minutes      6.30pm, Corn Exchange". */
static const char *behind_form(const char *line)
{
    static const char *const forms[] = {"minutes ", "draft minutes ", "decisions "};
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        int minutes;
        size_t n = strlen(forms[i]);
        if (strncasecmp(line, forms[i], n) == 0 && clock_scan(line + n, &minutes) > 0)
            return line + n;
    }
    return line;
}

/* LINE behind the day of the meeting, which it says again: "Tuesday 4 March 2025, 6.30pm, Corn Exchange". */
static const char *behind_same_day(const struct page *page, const char *line)
{
    struct date date;
    size_t used, at = text_find_date(line, 0, &date, &used);
    bool same = at == 0 && date_compare(date, page->meeting->date) == 0;
    return same ? head_skip_joint(line + used) : line;
}

/* Below the sentence that calls the meeting, or between its first line CALL and the DAY: time and place on lines of their own. */
static void read_below_day(struct page *page, size_t call, size_t day)
{
    struct meeting *meeting = page->meeting;
    for (size_t i = call + 1; i < page->head_end && i <= day + VENUE_WITHIN; i++) {
        const char *line = page->lines[i].text;
        if (printed_is_people(line) || pack_line_says(PRINT_OTHER_DAY, line))
            return;
        line = behind_form(line);
        line = behind_same_day(page, line + (*line == '(' && line[strlen(line) - 1] == ')')); /* all of it in brackets */
        const char *rest = meeting->minutes_after_midnight < 0 ? head_take_time(meeting, line) : line;
        char *before = rest == line && meeting->minutes_after_midnight < 0 ? head_before_hour(meeting, mem_strdup(page->scratch, line)) : NULL;
        rest = before ? before : rest; /* "Town Hall, Larkwater - 1.30 p.m." */
        bool place = head_hour_begun(line) < 0 && printed_is_place(rest) && !strpbrk(rest, ":@\t") && strlen(rest) <= VENUE_LONGEST &&
                     rest[strlen(rest) - 1] != '.' && !printed_names_committee(rest, true) && !printed_is_minutes(rest);
        const char *whole = place && !meeting->venue ? with_address(page, rest, i) : "";
        if (*whole)
            printed_set_venue(meeting, whole, strlen(whole));
    }
}

/* A head in two languages calls the meeting twice, and only one of the sentences may say hour and place. */
static void read_calls_again(struct page *page)
{
    for (size_t i = 0; i < page->head_end; i++) {
        const char *line = page->lines[i].text;
        struct date date;
        size_t used, day = strlen(line) <= 2 * HEADING_LONGEST && strcasestr(line, " held ") ? text_find_date(line, 0, &date, &used) : SIZE_MAX;
        if (day == SIZE_MAX || date_compare(date, page->meeting->date) != 0 || pack_line_says(PRINT_OTHER_DAY, line))
            continue;
        printed_read_before(page->meeting, line, day);
        printed_read_after(page->meeting, line + day + used);
    }
}

/* The lines of the head with what parts them, at which a sentence ends. */
static struct strings with_gaps(const struct page *page)
{
    struct strings lines = {0};
    for (size_t i = 0; i < page->head_end; i++) {
        if (i > 0 && page->lines[i].gap)
            strings_add(page->scratch, &lines, "");
        strings_add(page->scratch, &lines, page->lines[i].text);
    }
    return lines;
}

/* "(10.00am - 12.12pm)", alone on a line of the head. */
static void read_span(struct page *page)
{
    for (size_t i = 0; i < page->head_end && page->meeting->minutes_after_midnight < 0; i++) {
        const char *line = page->lines[i].text + strspn(page->lines[i].text, "( ");
        int from, to;
        size_t n = clock_scan_span(line, &from, &to);
        if (n > 0 && line[n + strspn(line + n, ") .")] == '\0')
            page->meeting->minutes_after_midnight = from;
    }
}

/* The head laid out by its labels, as a page of its own; what a sentence says of hour and place is taken last. */
static struct page laid_out(const struct page *page, struct strings *lines)
{
    struct page head = *page;
    for (size_t i = 0; i < page->head_end; i++) {
        const char *path = site_path_heading(page->scratch, page->lines[i].text);
        strings_add(page->scratch, lines, path ? path : page->lines[i].text);
    }
    head_part(page->scratch, lines);
    head.lines = NULL;
    head.n = 0;
    for (size_t i = 0, from = 0; i < lines->n; i++) {
        while (from + 1 < page->head_end && strcmp(page->lines[from].text, lines->at[i]) != 0 && from < i)
            from++;
        struct page_line line = {.text = lines->at[i], .gap = from < page->head_end && page->lines[from].gap};
        *mem_append(page->scratch, head.lines, head.n) = line;
    }
    head.head_end = head.n;
    return head;
}

void printed_read_head(struct page *whole)
{
    struct strings lines = {0};
    struct page head = laid_out(whole, &lines), *page = &head;
    size_t day = page->head_end, last = 0, place = 0;
    read_labels(page);
    for (size_t i = 0; i < page->head_end && day == page->head_end; i++)
        if (read_call(page, i, &last))
            day = i;
    for (size_t i = 0; i < page->head_end && day == page->head_end; i++)
        if (read_day(page, i, false))
            day = i;
    for (size_t i = 0; i < page->head_end && day == page->head_end; i++)
        if (read_day_of_sentence(page, i))
            day = i;
    place = day < page->head_end ? day : 0;
    read_calls_again(page);
    if (day < page->head_end)
        read_below_day(page, day, last > day ? last : day);
    read_span(page);
    struct strings parts = with_gaps(page);
    char *said = head_read_said(page->meeting, &parts);
    if (said)
        printed_set_venue(page->meeting, said, strlen(said));
    talloc_free(said);
    if (!page->meeting->committee)
        printed_committee_beside(page, place);
}
