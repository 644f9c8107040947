/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The cover of a pack: committee, date, time and venue (field.md 3.7, 3.9). A cover says them in lines
 * ("Thursday, 3 November 2022, 10.00 am" below the committee, the venue after it), with labels
 * ("Date: ...", "Venue: ..."), or in a sentence ("will be held on ... at ... in ..."). */
#include "config.h"

#include "src/intake/front.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define FRONT_LINES_MAX 5000
#define FRONT_LINE_MAX 4000 /* bytes kept of a line: a long membership is shorter */
#define VENUE_LONGEST 160
#define HOUR_WITHIN 5 /* lines below the day where an hour may stand alone */
#define DAY_WITHIN 12 /* bytes before the day on a line that says little else */
#define COMMITTEE_LONGEST 140

/* ---- lines --------------------------------------------------------------------------------------- */

static void front_add_text(struct pack *pack, const char *text)
{
    for (const char *at = text; *at && pack->front.n < FRONT_LINES_MAX;) {
        size_t n = strcspn(at, "\n");
        size_t kept = n < FRONT_LINE_MAX ? n : FRONT_LINE_MAX;
        while (kept && kept < n && ((unsigned char)at[kept] & 0xC0) == 0x80)
            kept--;
        char *line = mem_strndup(pack->scratch, at, kept);
        const char *path = site_path_heading(pack->scratch, text_trim(line));
        strings_add(pack->scratch, &pack->front, path ? path : text_trim(line));
        talloc_free(line);
        at += n + (at[n] == '\n');
    }
}

static bool is_labelled_fact(const char *line)
{
    static const enum pack_words labels[] = {PACK_DATE_LABEL, PACK_TIME_LABEL, PACK_VENUE_LABEL, PACK_COMMITTEE_LABEL};
    for (size_t i = 0; i < MB_LENGTH(labels); i++)
        if (label_value(line, labels[i]))
            return true;
    return false;
}

/* A row of the cover: "Date:" and its value are one line, anything else a line a cell. */
static void front_add_row(struct pack *pack, const char *row)
{
    struct strings cells = pack_cells(pack->scratch, row);
    size_t i = 0;
    char *pair = cells.n == 2 && cells.at[0][0] ? mem_printf(pack->scratch, "%s: %s", cells.at[0], cells.at[1]) : NULL;
    if (pair && is_labelled_fact(pair)) { /* "Committee | Rivers Panel" */
        front_add_text(pack, pair);
        i = 2;
    } else if (cells.n > 1 && cells.at[0][0] && cells.at[0][strlen(cells.at[0]) - 1] == ':') {
        char *line = mem_printf(pack->scratch, "%s %s", cells.at[0], cells.at[1]);
        front_add_text(pack, line);
        talloc_free(line);
        i = 2;
    }
    for (; i < cells.n; i++)
        front_add_text(pack, cells.at[i]);
    talloc_free(cells.at);
}

static void front_lines(struct pack *pack)
{
    for (size_t i = 0; i < pack->front_end && pack->front.n < FRONT_LINES_MAX; i++) {
        if (pack->pieces[i].kind == PIECE_ROW)
            front_add_row(pack, pack->pieces[i].text);
        else
            front_add_text(pack, pack->pieces[i].text);
    }
    head_part(pack->scratch, &pack->front);
    pack_mend_front(pack->scratch, &pack->front);
}

const char *front_value(const struct pack *pack, enum pack_words labels)
{
    for (size_t i = 0; i < pack->front.n; i++) {
        const char *value = label_value(pack->front.at[i], labels);
        if (value)
            return value;
    }
    return NULL;
}

bool front_names_committee(const char *line, bool strict)
{
    size_t n = strlen(line);
    return n && n <= COMMITTEE_LONGEST && line[n - 1] != '.' && !pack_line_says(PACK_NO_BODY, line) &&
           pack_line_says(strict ? PACK_BODY : PACK_WEAKER_BODY, line);
}

size_t front_joint_before(const char *line, size_t at)
{
    for (;;) {
        if (at && strchr(" ,-", line[at - 1]))
            at--;
        else if (at >= 3 && memcmp(line + at - 3, "\xE2\x80\x93", 3) == 0)
            at -= 3;
        else if (at >= 3 && strncasecmp(line + at - 3, " on", 3) == 0)
            at -= 3;
        else
            return at;
    }
}

/* ---- what stands after the day ------------------------------------------------------------------- */

/* "CANCELLED" and its like after the time (field.md 3.4): a status, no venue. */
static const char *take_status(struct meeting *meeting, const char *text)
{
    static const struct {
        const char *word, *status;
    } words[] = {{"CANCELLED", "cancelled"},
                 {"POSTPONED", "postponed"},
                 {"WITHDRAWN", "cancelled"},
                 {"NEW", "scheduled"},
                 {"MOVED", "scheduled"}};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = strlen(words[i].word);
        if (!text_starts(text, words[i].word) || (text[n] >= 'A' && text[n] <= 'Z'))
            continue;
        talloc_free(meeting->status);
        meeting->status = mem_strdup(meeting, words[i].status);
        meeting->status_text = mem_strdup(meeting, words[i].word);
        return text + n;
    }
    return text;
}

/* A line that may name a place: short, no sentence, none of the other things a cover says. */
static bool may_be_venue(const char *line)
{
    struct stated stated;
    return line[0] && strlen(line) <= VENUE_LONGEST && line[strlen(line) - 1] != '.' && !strchr(line, '@') &&
           !strchr(line, ':') && !strcasestr(line, " will ") && !front_names_committee(line, true) && !front_line_states_day(line, &stated) &&
           !pack_line_says(PACK_NO_VENUE, line);
}

#define ABBREVIATED 3 /* letters before a stop that end a sentence and shorten no word */

/* Bytes of PLACE before what the meeting is for: " for the transaction of", " to consider"; all where nothing says so. "Centre for the
 * Arts" is a name. */
static size_t before_purpose(const char *place)
{
    static const char *const begins[] = {" for the ", " for ", " to ", " when "};
    size_t n = strlen(place);
    for (size_t i = 0; i < MB_LENGTH(begins); i++) {
        const char *at = strcasestr(place, begins[i]);
        if (at && at > place && strncasecmp(at, " to be ", 7) != 0 && (size_t)(at - place) < n && islower((unsigned char)at[strlen(begins[i])]))
            n = (size_t)(at - place);
    }
    const char *stop = strstr(place, ". "); /* the next sentence, not "St. Mary's Hall" */
    while (stop && (stop - place < ABBREVIATED || !islower((unsigned char)stop[-1]) || !islower((unsigned char)stop[-ABBREVIATED])))
        stop = strstr(stop + 1, ". ");
    return stop && (size_t)(stop - place) < n ? (size_t)(stop - place) : n;
}

static void take_venue(struct meeting *meeting, const char *text)
{
    static const char *const words[] = {"to be held ", "held ", "in person ", "in the ", "at the ", "in ", "at ", "yn y ", "yn "};
    static const char *const ends[] = {", the agenda", ", the business", ", when ", " and your attendance", "; and your attendance"};
    static const char *const calls[] = {"the meeting will take place ", "the meeting will be held ", "this meeting will be held ", "this meeting will take place ", "meeting to be held ", "minutes of the meeting "};
    text += strspn(text, " ,;:-.|");
    for (size_t i = 0; i < MB_LENGTH(calls); i++)
        text += strncasecmp(text, calls[i], strlen(calls[i])) == 0 ? strlen(calls[i]) : 0;
    const char *bracket = *text == '(' ? strchr(text, ')') : NULL; /* "10.00 am (or on the rising of the Board)" */
    text = bracket ? bracket + 1 + strspn(bracket + 1, " ,;-.") : text;
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        bool loud = text_in_capitals(text) && strncasecmp(text, words[i], strlen(words[i])) == 0;
        if (loud || (tolower((unsigned char)*text) == *words[i] && text_starts(text + 1, words[i] + 1))) /* "in The Lantern Room" keeps its article */
            text += strlen(words[i]);
    }
    const char *clock;
    size_t n = head_hour_ends(text, &clock);
    n = n == SIZE_MAX ? strlen(text) : n;
    if (islower((unsigned char)*text) && strncmp(text, "the ", 4) != 0 && !pack_line_says(PRINT_PLACE, text))
        return; /* "for the purpose of transacting the following business" */
    for (size_t i = 0; i < MB_LENGTH(ends); i++) {
        const char *end = strcasestr(text, ends[i]);
        n = end && end > text && (size_t)(end - text) < n ? (size_t)(end - text) : n;
    }
    n = before_purpose(text) < n ? before_purpose(text) : n;
    bool body = !pack_line_says(PRINT_PLACE, text) && (page_is_body_alone(text) || pack_line_says(PACK_NO_VENUE, text)); /* "4 March 2025 - Rivers Panel" */
    if (meeting->venue || n == 0 || n > VENUE_LONGEST || body)
        return;
    if (head_hour_ends(text, &clock) != SIZE_MAX)
        (void)head_take_time(meeting, clock);
    n -= n > 1 && strchr(".,;", text[n - 1]);
    meeting->venue = mem_strndup(meeting, text, n);
}

/* "in the Council Chamber, Town Hall on" before the day, where a sentence calls the meeting. */
static void read_call(struct pack *pack, const struct stated *stated)
{
    const char *line = pack->front.at[stated->line];
    static const char *const words[] = {"be held", "take place", "will meet", "gynhelir", " held"};
    const char *held = NULL;
    for (size_t i = 0; i < MB_LENGTH(words) && !held; i++) {
        held = strcasestr(line, words[i]);
        held = held && held < line + stated->at ? held + strlen(words[i]) : NULL;
    }
    if (!held)
        return;
    size_t n = (size_t)(line + stated->at - held);
    while (n && pack_blank(held + n - 1))
        n--;
    if (n >= 2 && strncasecmp(held + n - 2, "on", 2) == 0)
        n -= 2;
    char *place = mem_strndup(pack->scratch, held, n);
    char *text = text_trim(place);
    const char *rest = head_take_time(pack->meeting, text);
    rest = rest == text && head_before_hour(pack->meeting, text) ? text : rest;
    take_venue(pack->meeting, text_trim(mem_strdup(pack->scratch, rest)));
}

static void read_date_line(struct pack *pack, const struct stated *stated)
{
    const char *line = pack->front.at[stated->line];
    const char *value = label_value(line, PACK_DATE_LABEL);
    head_take_time(pack->meeting, value ? value : line); /* "10.00 am, Thursday ..." */
    const char *rest = head_take_time(pack->meeting, head_skip_joint(line + stated->at + stated->used));
    rest = take_status(pack->meeting, head_skip_joint(rest));
    take_venue(pack->meeting, rest);
}

/* The place on line I, with what goes on with it below. */
static const char *whole_place(const struct pack *pack, size_t i)
{
    const char *const *below = (const char *const *)pack->front.at + i + 1;
    return head_place_joined(pack->scratch, pack->front.at[i], below, head_place_lines(pack->front.at[i], below, pack->front.n - i - 1, false));
}

/* The line right above the day, where it says nothing but a place: "Council Chamber, Civic Centre"; NULL. Above a line that names the
 * body, too, it is the address of the council. */
static const char *place_above(const struct pack *pack, size_t day)
{
    const char *body = pack->meeting->committee;
    if (body && strcasestr(pack->front.at[day], body))
        return NULL;
    while (day > 0 && !*pack->front.at[day - 1])
        day--;
    const char *line = day > 0 ? pack->front.at[day - 1] : "";
    return may_be_venue(line) && pack_line_says(PRINT_PLACE, line) ? line : NULL;
}

/* The place right below the day where the cover says it again: a title page stands above the agenda's own head. NULL where none does. */
static const char *place_below_again(const struct pack *pack, const struct stated *stated)
{
    struct stated again;
    for (size_t i = stated->line + 1; i + 1 < pack->front.n; i++) {
        const char *below = pack->front.at[i + 1];
        bool same = front_line_states_day(pack->front.at[i], &again) && again.at < DAY_WITHIN && date_compare(again.date, stated->date) == 0;
        if (same && may_be_venue(below) && pack_line_says(PRINT_PLACE, below))
            return whole_place(pack, i + 1);
    }
    return NULL;
}

/* "at", "in the" and no more: the place stands below. */
static bool is_only_joint(const char *line)
{
    static const char *const words[] = {"at", "in", "in the", "at the", "venue", "yn"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strcasecmp(line, words[i]) == 0)
            return true;
    return false;
}

/* The line below the day, or the place that a sentence names: the surer first. */
static void read_weak_venue(struct pack *pack, const struct stated *stated, size_t next)
{
    struct meeting *meeting = pack->meeting;
    struct stated again;
    while (next < pack->front.n && (!*pack->front.at[next] || is_only_joint(pack->front.at[next]) || (front_line_states_day(pack->front.at[next], &again) && again.at < DAY_WITHIN &&
                                    date_compare(again.date, meeting->date) == 0)))
        next++; /* the same day in another language */
    const char *guess = next < pack->front.n && may_be_venue(pack->front.at[next]) ? whole_place(pack, next) : NULL;
    guess = guess && (pack_line_says(PRINT_PLACE, guess) || strchr(guess, ',')) ? guess : NULL; /* "Share this page" below the day is none */
    bool part = guess && meeting->venue && strlen(meeting->venue) < strlen(guess) && strstr(guess, meeting->venue) && head_is_place(guess);
    if (part) { /* the cover says it again, and shorter: "Council Chamber, Shirehall", then "Shirehall" */
        talloc_free(meeting->venue);
        meeting->venue = NULL;
    }
    char *said = head_read_said(meeting, &pack->front);
    if (guess && (!said || pack_line_says(PRINT_PLACE, guess)))
        take_venue(meeting, guess);
    else if (said)
        take_venue(meeting, said);
    else if (!meeting->venue && place_above(pack, stated->line))
        take_venue(meeting, place_above(pack, stated->line));
    else if (!meeting->venue && place_below_again(pack, stated))
        take_venue(meeting, place_below_again(pack, stated));
    talloc_free(said);
}

/* An hour that stands alone below the day, behind the place: "Zoom Video Conference", "5.00 pm". */
static void read_hour_below(struct pack *pack, size_t day)
{
    for (size_t i = day + 2; i < pack->front.n && i <= day + HOUR_WITHIN && pack->meeting->minutes_after_midnight < 0; i++) {
        const char *rest = head_take_time(pack->meeting, pack->front.at[i]);
        if (rest[strspn(rest, " .,")] != '\0')
            pack->meeting->minutes_after_midnight = -1;
    }
}

static void read_time_and_venue(struct pack *pack, const struct stated *stated)
{
    struct meeting *meeting = pack->meeting;
    const char *time = front_value(pack, PACK_TIME_LABEL), *venue = front_value(pack, PACK_VENUE_LABEL);
    if (time)
        head_take_time(meeting, time);
    if (venue)
        take_venue(meeting, venue);
    struct stated again = *stated;
    size_t next = stated->line + 1;
    do { /* the cover is often said twice, the second time on one line */
        bool open = meeting->minutes_after_midnight < 0;
        if (date_compare(again.date, stated->date) == 0) {
            read_call(pack, &again);
            read_date_line(pack, &again);
        }
        next = open && meeting->minutes_after_midnight >= 0 ? again.line + 1 : next;
    } while (front_states_day(pack, again.line + 1, &again));
    if (meeting->minutes_after_midnight < 0 && next < pack->front.n) {
        const char *line = pack->front.at[next], *rest = head_take_time(meeting, head_skip_joint(line));
        next += rest != line && meeting->minutes_after_midnight >= 0;
        take_venue(meeting, meeting->minutes_after_midnight >= 0 && *rest ? rest : "");
    }
    read_hour_below(pack, stated->line);
    read_weak_venue(pack, stated, next);
}

/* ---- the whole cover ------------------------------------------------------------------------------ */

void pack_read_front(struct pack *pack)
{
    front_lines(pack);
    pack->meeting->status = mem_strdup(pack->meeting, "scheduled");
    struct stated stated = {0};
    bool found = front_find_day(pack, &stated);
    front_read_committee(pack, found ? &stated : NULL);
    if (!found) {
        head_read_labels(pack->meeting, &pack->front);
        return;
    }
    pack->meeting->date = stated.date;
    pack->meeting->date_basis = stated.no_year ? DATE_INFERRED : DATE_STATED;
    if (stated.no_year)
        pack->meeting->date_reason = mem_strdup(pack->meeting, "the sentence that calls the meeting says no year, the letter that it stands in does");
    read_time_and_venue(pack, &stated);
    head_read_labels(pack->meeting, &pack->front);
}
