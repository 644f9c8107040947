/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Hour and place of a meeting that only a sentence of the head says: "will be held in the Council Chamber, County Hall, on",
 * "The meeting commenced at 10.05am", "at half past two o'clock in the afternoon" (field.md 3.8, 3.9). Nothing is taken
 * that a line of its own has said already. */
#include "config.h"

#include "src/intake/pack.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define SAID_LONGEST ((size_t)6000) /* bytes of a head that are looked through */
#define PLACE_LONGEST 160
#define SENTENCE_LONGEST ((size_t)300)
#define HOUR_WITHIN 60 /* bytes behind "meeting" */
#define HALF_DAY 720

/* Bytes of TEXT to the end of its sentence; "6.00 p.m. in" goes on. */
static size_t sentence_length(const char *text)
{
    size_t n = 0;
    for (; text[n] && text[n] != '\f' && n < SENTENCE_LONGEST; n++) {
        bool clock = n > 2 && text[n - 2] == '.' && (text[n - 1] | 0x20) == 'm';
        if (text[n] == '.' && text[n + 1] == ' ' && !clock)
            break;
    }
    return n;
}

/* ---- the hour ------------------------------------------------------------------------------------------------------ */

static int number_word(const char *text, size_t *n)
{
    static const char *const names[] = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    for (size_t i = 0; i < MB_LENGTH(names); i++) {
        *n = strlen(names[i]);
        if (strncasecmp(text, names[i], *n) == 0 && !isalpha((unsigned char)text[*n]))
            return (int)i + 1;
    }
    *n = strspn(text, "0123456789");
    int value = 0;
    for (size_t i = 0; i < *n && i < 2; i++)
        value = value * 10 + (text[i] - '0');
    return *n == 1 || *n == 2 ? value : 0;
}

/* "half past two", "a quarter to eleven", "seven": minutes after midnight of the morning; -1. */
static int hour_in_words(const char *text, size_t *used)
{
    static const struct {
        const char *words;
        int minutes;
    } parts[] = {{"half past ", 30}, {"half-past ", 30}, {"a quarter past ", 15}, {"quarter past ", 15}, {"a quarter to ", -15}, {"quarter to ", -15}};
    size_t at = 0, n;
    int minutes = 0;
    for (size_t i = 0; i < MB_LENGTH(parts); i++)
        if (strncasecmp(text, parts[i].words, strlen(parts[i].words)) == 0) {
            at = strlen(parts[i].words);
            minutes = parts[i].minutes;
            break;
        }
    int hour = number_word(text + at, &n);
    if (hour < 1 || hour > 12)
        return -1;
    at += n;
    if (minutes == 0 && strchr(".:", text[at]) && text[at] && isdigit((unsigned char)text[at + 1]) && isdigit((unsigned char)text[at + 2])) {
        minutes = (text[at + 1] - '0') * 10 + text[at + 2] - '0';
        at += 3;
    }
    *used = at;
    return hour % 12 * 60 + minutes;
}

/* "half past two o'clock in the afternoon", "7 o'clock in the evening", "2.00 o'r gloch y prynhawn"; -1. */
static int oclock_at(const char *text)
{
    static const char *const clocks[] = {" o'clock", (" o\xE2\x80\x99" "clock"), " o'r gloch", " o\xE2\x80\x99r gloch"};
    static const char *const late[] = {"afternoon", "evening", "p.m", "pm", "prynhawn", "hwyr", "y.p", "yp", "y.h", "yh", "nos"};
    static const char *const early[] = {"morning", "forenoon", "a.m", "am", "bore", "y.b", "yb"};
    size_t n = 0, clock = 0;
    int minutes = hour_in_words(text, &n);
    for (size_t i = 0; minutes >= 0 && i < MB_LENGTH(clocks); i++)
        clock = strncasecmp(text + n, clocks[i], strlen(clocks[i])) == 0 ? strlen(clocks[i]) : clock;
    if (clock == 0 && strncasecmp(text + n, " in the ", 8) != 0)
        return -1;
    char *rest = mem_strndup(NULL, text + n + clock, strnlen(text + n + clock, 24));
    bool is_late = false, is_early = false;
    for (size_t i = 0; i < MB_LENGTH(late); i++)
        is_late |= strcasestr(rest, late[i]) != NULL;
    for (size_t i = 0; i < MB_LENGTH(early); i++)
        is_early |= strcasestr(rest, early[i]) != NULL;
    talloc_free(rest);
    if (!is_late && !is_early)
        return -1;
    return is_late ? (minutes + HALF_DAY) % (2 * HALF_DAY) : minutes;
}

/* Any hour right at TEXT; -1. */
static int hour_at(const char *text)
{
    int minutes = oclock_at(text), end;
    if (minutes >= 0)
        return minutes;
    if (clock_scan_span(text, &minutes, &end) > 0 || clock_scan(text, &minutes) > 0)
        return minutes;
    return -1;
}

/* Behind words that say when it begins: other hours of a head are those of notices. */
static int hour_said(const char *text)
{
    static const char *const begins[] = {"commenced at ", "commencing at ", "commences at ", "commence at ", "commencing ",  "began at ", "begins at ",
                                         "beginning at ", "started at ",    "starting at ",  "starts at ",   "start at ",    "opened at ", "convened at ",
                                         "above date at ", "same date at ", "meeting at ",   "held at ",      "take place at ",       "meet at ",      "met at ",      "dechrau am ",  "dechreuodd am ", "from "};
    for (size_t i = 0; i < MB_LENGTH(begins); i++)
        for (const char *at = text; (at = strcasestr(at, begins[i])); at++) {
            int minutes = hour_at(at + strlen(begins[i]));
            if (minutes >= 0)
                return minutes;
        }
    for (const char *at = text; (at = strcasestr(at, "meeting")); at++) {
        bool before = at - text >= 4 && (strncasecmp(at - 4, "pre-", 4) == 0 || strncasecmp(at - 4, "pre ", 4) == 0);
        size_t near = sentence_length(at);
        for (size_t i = 0; i < near && i < HOUR_WITHIN && !before; i++)
            if (strncasecmp(at + i, " at ", 4) == 0 && hour_at(at + i + 4) >= 0)
                return hour_at(at + i + 4);
    }
    for (const char *at = text; (at = strcasestr(at, " at ")); at++)
        if (oclock_at(at + 4) >= 0)
            return oclock_at(at + 4);
    return -1;
}

/* Bytes of the first of WORDS that TEXT begins with; 0 if none. */
static size_t one_of(const char *text, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strncasecmp(text, words[i], strlen(words[i])) == 0)
            return strlen(words[i]);
    return 0;
}
#define ONE_OF(text, words) one_of(text, words, MB_LENGTH(words))

int head_hour_begun(const char *line)
{
    static const char *const whole[] = {"duration of meeting: ", "duration of the meeting: ", "time of meeting: ", "meeting times: "};
    static const char *const meetings[] = {"the meeting ", "meeting ", "the proceedings ", "y cyfarfod "};
    static const char *const between[] = {"which was ", "which ", "was formally ", "was duly ", "was ", "formally ", "duly "};
    static const char *const begins[] = {"started at ", "commenced at ", "began at ", "opened at ", "convened at ", "start time: ", "start: ", "started: ",
                                         "commenced: ", "started ", "commenced ", "began "};
    line += strspn(line, "([*_ ");
    size_t n = ONE_OF(line, whole);
    if (n > 0)
        return hour_at(line + n);
    if (strncasecmp(line, "dechreuodd y cyfarfod am ", 25) == 0)
        return hour_at(line + 25);
    if ((n = ONE_OF(line, meetings)) == 0)
        return -1;
    line += n;
    line += ONE_OF(line, between);
    n = ONE_OF(line, begins);
    return n > 0 ? hour_at(line + n) : -1;
}

/* ---- the place ------------------------------------------------------------------------------------------------------ */

/* Where a place ends: before the day, the hour, other ways to attend, or with its sentence. */
static size_t place_length(const char *text)
{
    static const char *const ends[] = {" on ",  " at ", ". ",     "; ",     " or ",       " and via", " and by ", " and on", " and will", " and remotely",
                                       " from ", " (",  " commencing", " starting", " and began", " and commenced", " and started", " beginning", " published", " when ", " to consider", " for the ", " which ", " to transact", " to discuss", " ar ", " am "};
    size_t length = strcspn(text, "\f"); /* a blank line */
    for (size_t i = 0; i < MB_LENGTH(ends); i++)
        for (const char *at = text; (at = strcasestr(at, ends[i])) && (size_t)(at - text) < length; at++) {
            const char *behind = at + strlen(ends[i]);
            struct date date;
            bool has_year;
            bool on = strcmp(ends[i], " on ") == 0 && !isdigit((unsigned char)*behind) && date_scan(behind, &date, &has_year) == 0 && islower((unsigned char)*behind) == 0;
            bool in_place = strcmp(ends[i], " at ") == 0 && isupper((unsigned char)*behind); /* "Room 2 at County Hall" */
            bool short_word = strcmp(ends[i], ". ") == 0 && at - text < 4;
            if (!on && !in_place && !short_word) {
                length = (size_t)(at - text);
                break;
            }
        }
    struct date date;
    size_t used, day = text_find_date(text, 0, &date, &used);
    return day < length ? day : length;
}

/* The place at TEXT, "the Council Chamber, County Hall"; NULL. */
static char *place_at(const void *parent, const char *text)
{
    if (text_starts(text, "the ")) /* "The Forum" is a name */
        text += 4;
    else if (strncasecmp(text, "y ", 2) == 0)
        text += 2;
    int minutes;
    if (!(isupper((unsigned char)*text) || isdigit((unsigned char)*text)) || clock_scan(text, &minutes) > 0)
        return NULL;
    size_t n = place_length(text);
    while (n > 0 && strchr(" ,.;:-", text[n - 1]))
        n--;
    if (n < 3 || n > PLACE_LONGEST)
        return NULL;
    char *place = mem_strndup(parent, text, n);
    if (pack_line_says(PRINT_PLACE, place) && !strchr(place, '@') && !strchr(place, ':'))
        return place;
    talloc_free(place);
    return NULL;
}

static char *place_said(const void *parent, const char *text)
{
    static const char *const holds[] = {"be held",         "held",       "take place",   "took place", "will meet",  "taking place", "attendance at this meeting",
                                        "meeting is being", "in person", "meeting in ", "meeting of ", "meeting starts", "meeting will start", "meeting begins", "meeting will begin", "meeting commences", "meeting will commence", "is called",  "gynhelir",   "a gynhaliwyd", "convened", "attend", " met ", "meets in", "meeting in the", "meeting at the",
                                        "meeting opened", "meeting commenced", "meeting began", "meeting started"};
    static const char *const words[] = {" in ", " at ", " yn ", " ym ", " yng ", " via "};
    for (size_t i = 0; i < MB_LENGTH(holds); i++)
        for (const char *held = text; (held = strcasestr(held, holds[i])); held++) {
            const char *from = held + strlen(holds[i]) - (holds[i][strlen(holds[i]) - 1] == ' ');
            size_t sentence = sentence_length(from);
            for (const char *at = from; at < from + sentence && *at; at++)
                for (size_t w = 0; w < MB_LENGTH(words); w++) {
                    char *place = strncasecmp(at, words[w], strlen(words[w])) == 0 ? place_at(parent, at + strlen(words[w])) : NULL;
                    if (place)
                        return place;
                }
        }
    return NULL;
}

/* ---- labels ---------------------------------------------------------------------------------------------------------- */

/* "Status: Occurred", "Status: Cancelled", "Status: Meeting held". */
static void read_status(struct meeting *meeting, const char *value)
{
    static const struct {
        const char *word, *status;
    } words[] = {{"occurred", "held"},      {"held", "held"},           {"completed", "held"},      {"complete", "held"},      {"finished", "held"},
                 {"cancelled", "cancelled"}, {"canceled", "cancelled"}, {"withdrawn", "cancelled"}, {"postponed", "postponed"}, {"scheduled", "scheduled"},
                 {"confirmed", "scheduled"}, {"planned", "scheduled"}};
    static const char whose[] = "meeting ";
    value += strncasecmp(value, whose, strlen(whose)) == 0 ? strlen(whose) : 0;
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = strlen(words[i].word);
        if (strncasecmp(value, words[i].word, n) != 0 || isalpha((unsigned char)value[n]))
            continue;
        talloc_free(meeting->status);
        meeting->status = mem_strdup(meeting, words[i].status);
        return;
    }
}

static void read_day(struct meeting *meeting, const char *value)
{
    struct date date;
    bool has_year;
    int minutes;
    size_t used = date_scan(value, &date, &has_year);
    if (!used || !has_year || date_is_set(meeting->date))
        return;
    meeting->date = date;
    meeting->date_basis = DATE_STATED;
    value += used + strspn(value + used, " ,-@");
    value += strncasecmp(value, "at ", 3) == 0 ? 3 : 0;
    if (meeting->minutes_after_midnight < 0 && clock_scan(value, &minutes) > 0)
        meeting->minutes_after_midnight = minutes;
}

/* Is VALUE, behind the label "Committee", a body's name? A council itself may meet. */
static bool names_body(const char *value)
{
    return pack_line_says(PACK_BODY, value) || (pack_line_says(PACK_WEAKER_BODY, value) && !pack_line_says(PACK_NO_BODY, value));
}

/* "Rivers Panel, 04/03/2025 18:30" behind a label: the name alone. */
static char *before_its_day(struct meeting *meeting, const char *value)
{
    struct date date;
    size_t used, n = text_find_date(value, 0, &date, &used);
    n = n == SIZE_MAX || n == 0 ? strlen(value) : n;
    while (n > 1 && strchr(" ,-(:|", value[n - 1]))
        n--;
    return mem_strndup(meeting, value, n);
}

void head_read_labels(struct meeting *meeting, const struct strings *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        const char *line = lines->at[i], *date = label_value(line, PACK_DATE_LABEL), *time = label_value(line, PACK_TIME_LABEL);
        const char *venue = label_value(line, PACK_VENUE_LABEL), *committee = label_value(line, PACK_COMMITTEE_LABEL);
        if (date || committee || time) /* "Meeting: Tuesday 4 March 2025, 6.30pm", "Start: 04 Mar 2025 18:30" */
            read_day(meeting, date ? date : committee ? committee : time);
        if (time && meeting->minutes_after_midnight < 0 && hour_at(time) >= 0)
            meeting->minutes_after_midnight = hour_at(time);
        if (venue && !meeting->venue && strlen(venue) <= PLACE_LONGEST)
            meeting->venue = mem_strdup(meeting, venue);
        if (committee && !meeting->committee && strlen(committee) <= PLACE_LONGEST && names_body(committee))
            meeting->committee = before_its_day(meeting, committee);
        size_t label = strncasecmp(line, "status", 6) == 0 ? 6 : strncasecmp(line, "meeting status", 14) == 0 ? 14 : 0;
        if (label && line[label] && strchr(":\t", line[label]))
            read_status(meeting, line + label + 1 + strspn(line + label + 1, " \t"));
    }
}

/* ---- both ------------------------------------------------------------------------------------------------------------ */

char *head_read_said(struct meeting *meeting, const struct strings *lines)
{
    struct buf text;
    buf_init(&text, NULL, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < lines->n && text.len < SAID_LONGEST; i++)
        buf_printf(&text, "%s%s%s", pack_line_says(PACK_HEAD_OF_AGENDA, lines->at[i]) ? "\f" : "", lines->at[i], *lines->at[i] ? " " : "\f");
    char *said = buf_take(&text);
    if (meeting->minutes_after_midnight < 0)
        meeting->minutes_after_midnight = hour_said(said);
    char *place = place_said(meeting, said);
    talloc_free(said);
    return place;
}
