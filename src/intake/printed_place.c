/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The hour and the place that stand before and behind the day in the head of printed minutes and decisions: "held in the Town Hall on
 * ... at 6.30 pm", "(County Buildings; 10.00 am)" (field.md 3.8). */
#include "config.h"

#include "src/intake/printed.h"

#include <string.h>
#include <strings.h>

#define VENUE_LONGEST 160

void printed_set_venue(struct meeting *meeting, const char *text, size_t n)
{
    static const char *const words[] = {"in person at the ", "in person at ", "in person in the ", "in the ", "at the ", "within the ", "within ", "in ", "at ", "via ", "by ", "yn ", "ym ", "yng "};
    char *venue = text_squeeze(NULL, text, n);
    char *place = head_place_held(venue);
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t length = strlen(words[i]);
        if (strncasecmp(place, words[i], length) == 0 && !(text_starts(place + 3, "The ") && length > 4)) { /* "in The Guildhall" */
            place += length;
            break;
        }
    }
    size_t length = strlen(place);
    while (length > 0 && strchr(" .,;:", place[length - 1]))
        place[--length] = '\0';
    if (!meeting->venue && length > 2 && length <= VENUE_LONGEST)
        meeting->venue = mem_strdup(meeting, place);
    talloc_free(venue);
}

/* "in the Town Hall", or words of which one is a place's. */
bool printed_is_place(const char *text)
{
    text += strspn(text, " ,;-");
    bool said = strncasecmp(text, "in ", 3) == 0 || strncasecmp(text, "at ", 3) == 0 || strncasecmp(text, "within ", 7) == 0;
    return *text && (said || pack_line_says(PRINT_PLACE, text));
}

/* TEXT without "on" and the like at its end. */
char *printed_before_day(char *text)
{
    static const char *const tails[] = {" on", " ar", " ddydd", " dydd", ",", " llun", " mawrth", " mercher", " iau", " gwener", " sadwrn",
                                        " sul"};
    text = text_trim(text);
    for (size_t i = 0; i < MB_LENGTH(tails); i++) {
        size_t n = strlen(text), tail = strlen(tails[i]);
        if (n < tail || strcasecmp(text + n - tail, tails[i]) != 0)
            continue;
        text[n - tail] = '\0';
        text = text_trim(text);
        i = (size_t)-1; /* from the start again */
    }
    return strcasecmp(text, "on") == 0 || strcasecmp(text, "ar") == 0 ? text + 2 : text;
}

/* Place and time before the day: "held in the Town Hall on", "held at 7.00 pm on", "a gynhaliwyd yn y Siambr ar". */
void printed_read_before(struct meeting *meeting, const char *call, size_t day)
{
    static const char *const words[] = {" held ", " a gynhaliwyd "};
    const char *held = NULL;
    for (size_t i = 0; i < MB_LENGTH(words) && !held; i++)
        if ((held = strcasestr(call, words[i])) != NULL)
            held += strlen(words[i]);
    if (!held)
        held = head_place_of_meeting(call);
    if (!held || held >= call + day)
        return;
    char *copy = mem_strndup(NULL, held, (size_t)(call + day - held)), *text = printed_before_day(copy);
    const char *rest = head_take_time(meeting, text);
    char *place = rest == text ? head_before_hour(meeting, text) : NULL;
    rest = place ? place : rest;
    rest = head_room_beside_screen(rest);
    bool welsh = strncasecmp(rest, "yn ", 3) == 0 || strncasecmp(rest, "ym ", 3) == 0 || strncasecmp(rest, "yng ", 4) == 0;
    if (printed_is_place(rest) || welsh)
        printed_set_venue(meeting, rest, strlen(rest));
    talloc_free(copy);
}

/* "(County Buildings, Larkwater; 10.00 am)" right behind the day: the hour, with the place or without. A bracket that
 * holds no hour is left to the line behind it. */
static bool read_bracket(struct meeting *meeting, const char *rest)
{
    rest += blanks_at(rest);
    size_t n = *rest == '(' ? strcspn(rest + 1, "()") : 0;
    if (n == 0 || rest[n + 1] != ')' || n > VENUE_LONGEST)
        return false;
    char *inside = mem_strndup(NULL, rest + 1, n);
    for (char *at = inside; (at = strchr(at, ';')) != NULL;)
        *at = ',';
    const char *text = head_take_time(meeting, inside); /* first: "7.00 - 9.10 pm" is a span */
    char *place = text == inside ? head_before_hour(meeting, inside) : NULL;
    bool taken = place || text != inside;
    if (taken && printed_is_place(text))
        printed_set_venue(meeting, text, strlen(text));
    talloc_free(inside);
    return taken;
}

void printed_read_after(struct meeting *meeting, const char *rest)
{
    if (read_bracket(meeting, rest))
        return;
    rest = head_take_time(meeting, rest);
    if (!printed_is_place(rest))
        return;
    size_t n = strlen(rest);
    const char *end = strcasestr(rest, " commencing"), *stop = strstr(rest, ". ");
    n = end ? (size_t)(end - rest) : n;
    n = stop && (size_t)(stop - rest) < n && (size_t)(stop - rest) > 4 ? (size_t)(stop - rest) : n;
    char *place = mem_strndup(NULL, rest, n), *bracket = strstr(place, " (");
    const char *clock;
    if (bracket) { /* "in the Moot Hall at 10 am (hybrid)" */
        *bracket = '\0';
        if (head_hour_ends(place, &clock) == SIZE_MAX)
            *bracket = ' ';
    }
    head_before_hour(meeting, place);
    printed_set_venue(meeting, place, strlen(place));
    talloc_free(place);
    if (end)
        head_take_time(meeting, end);
}
