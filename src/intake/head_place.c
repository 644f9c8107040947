/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The place of a meeting that stands on several lines, as on an envelope: "Council Chamber" above "Town Hall, High Street" above
 * "Farnley FN1 2AB" (field.md 3.7, 3.8). A line belongs to it that looks like a part of an address, where the line above ends
 * with a comma, or the lines lead to a postcode, or it says what kind of place it is. Where the place begins is told by
 * whoever reads the head. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define ADDRESS_LINES 5    /* below the first */
#define ADDRESS_LONGEST 70 /* bytes of one of them */

/* Does TEXT end with a postcode: "FN1 2AB", "W1E 6QP."? */
static bool ends_with_postcode(const char *text)
{
    size_t n = strlen(text);
    while (n > 0 && strchr(" .,", text[n - 1]))
        n--;
    if (n < 6 || !isupper((unsigned char)text[n - 1]) || !isupper((unsigned char)text[n - 2]) || !isdigit((unsigned char)text[n - 3]))
        return false;
    size_t from = n - 3;
    from -= text[from - 1] == ' ';
    size_t end = from;
    while (from > 0 && isalnum((unsigned char)text[from - 1]))
        from--;
    bool digit = false;
    for (size_t i = from; i < end; i++)
        digit |= isdigit((unsigned char)text[i]) != 0;
    return end - from >= 2 && end - from <= 4 && digit && isupper((unsigned char)text[from]);
}

/* Is each word of TEXT one of a name, but for those that join names? */
static bool is_in_names(const char *text)
{
    static const char *const joints[] = {"of", "the", "and", "upon", "on", "in", "at", "by", "le", "with", "under",
                                         "y",  "yr",  "a",   "off",  "floor"};
    for (const char *at = text; *at; at += strspn(at, " ,")) {
        size_t n = strcspn(at, " ,");
        bool joint = false;
        for (size_t i = 0; i < MB_LENGTH(joints); i++)
            joint |= strlen(joints[i]) == n && strncmp(at, joints[i], n) == 0;
        if (islower((unsigned char)*at) && !joint)
            return false;
        at += n;
    }
    return true;
}

/* May LINE be a part of an address? None of the other things that stand in a head. */
static bool is_address_line(const char *line)
{
    size_t n = strlen(line), used;
    struct date date;
    int minutes;
    bool postcode = ends_with_postcode(line);
    if (n < 3 || n > ADDRESS_LONGEST || islower((unsigned char)*line) || strpbrk(line, ":@\t|;*") || (line[n - 1] == '.' && !postcode))
        return false;
    bool body = pack_line_says(PACK_BODY, line) && !pack_line_says(PACK_NO_BODY, line);
    return !body && is_in_names(line) && !pack_line_says(PACK_OTHER_LABEL, line) && !pack_line_says(PACK_NO_VENUE, line) &&
           clock_scan(line, &minutes) == 0 && text_find_date(line, 0, &date, &used) == SIZE_MAX;
}

size_t head_place_lines(const char *place, const char *const *below, size_t n, bool labelled)
{
    size_t length = strlen(place), sure = 0;
    bool open = length > 0 && place[length - 1] == ',';
    for (size_t i = 0; i < n && i < ADDRESS_LINES && !ends_with_postcode(place) && is_address_line(below[i]); i++) {
        bool kind = sure == i && (labelled || head_is_place(place)) && pack_line_says(PRINT_PLACE, below[i]);
        place = below[i];
        sure = (open && sure == i) || kind || ends_with_postcode(place) ? i + 1 : sure;
        open = place[strlen(place) - 1] == ',';
    }
    return sure;
}

char *head_place_joined(const void *parent, const char *place, const char *const *below, size_t n)
{
    char *whole = mem_strdup(parent, place);
    for (size_t i = 0; i < n; i++) {
        bool open = *whole && whole[strlen(whole) - 1] == ',';
        whole = mem_printf(parent, "%s%s %s", whole, open ? "" : ",", below[i]);
    }
    return whole;
}

const char *head_place_of_meeting(const char *call)
{
    static const char *const words[] = {" in the ", " at the ", " in ", " at ", " via ", " within "};
    const char *meeting = strcasestr(call, "meeting"), *first = NULL;
    for (size_t i = 0; i < MB_LENGTH(words) && meeting; i++) {
        const char *at = strcasestr(meeting, words[i]);
        first = at && (!first || at < first) ? at : first;
    }
    return first && pack_line_says(PRINT_PLACE, first) ? first + 1 : NULL;
}

const char *head_room_beside_screen(const char *text)
{
    static const char *const screens[] = {"video", "teams", "zoom", "remote", "online", "virtual", "electronic"};
    static const char *const joints[] = {" and in ", " and at ", " and within "};
    static const char person[] = "in person and ", *const places[] = {" in the ", " at the ", " in ", " at "};
    for (size_t i = 0; i < MB_LENGTH(places) && strncasecmp(text, person, strlen(person)) == 0; i++) { /* "in person and by video link in the Town Hall" */
        const char *place = strcasestr(text + strlen(person), places[i]);
        if (place && pack_line_says(PRINT_PLACE, place))
            return place + 1;
    }
    for (size_t i = 0; i < MB_LENGTH(joints); i++) {
        const char *joint = strcasestr(text, joints[i]);
        for (size_t k = 0; joint && k < MB_LENGTH(screens); k++) {
            const char *screen = strcasestr(text, screens[k]);
            if (screen && screen < joint && pack_line_says(PRINT_PLACE, joint))
                return joint + strlen(" and ");
        }
    }
    return text;
}

/* Where the day begins that TEXT says, with its weekday and the joint before it: "Town Hall, Tuesday 4 March 2025"; its end. */
static size_t before_day(const char *text)
{
    struct date date;
    size_t used, day = text_find_date(text, 0, &date, &used), n = strlen(text);
    if (day == SIZE_MAX || day == 0)
        return n;
    while (day > 0 && strchr(" ,-(", text[day - 1]))
        day--;
    size_t word = day;
    while (word > 0 && isalpha((unsigned char)text[word - 1]))
        word--;
    return page_weekday_named(text + word) && word > 0 ? word : day;
}

char *head_place_held(char *text)
{
    static const char *const verbs[] = {"held ", "took place ", "convened ", "met "};
    static const char *const words[] = {"in ", "at ", "within ", "via "};
    text[before_day(text)] = '\0';
    char *place = text;
    for (size_t i = 0; i < MB_LENGTH(verbs); i++) {
        char *held = strcasestr(place, verbs[i]), *rest = held ? held + strlen(verbs[i]) : NULL;
        for (size_t k = 0; held && k < MB_LENGTH(words); k++)
            if ((held == place || held[-1] == ' ') && strncasecmp(rest, words[k], strlen(words[k])) == 0 && pack_line_says(PRINT_PLACE, rest)) {
                place = rest;
                break;
            }
    }
    return place + strspn(place, " ,;-.");
}
