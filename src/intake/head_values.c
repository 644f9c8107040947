/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the label of a head has behind it besides its own: "Held: Room 4 at 7.15 pm" is a place and an hour, "Time: 7 pm, Town Hall"
 * an hour and a place, "At: Council Chamber" a place, since what it says is one (field.md 3.7, 3.8). Each becomes a line of its own
 * with the label that its reader looks for. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define VALUE_LONGEST 200 /* bytes of a line that says hour or place */

bool head_is_place(const char *value)
{
    return *value && !islower((unsigned char)*value) && !strchr(value, '@') && pack_line_says(PRINT_PLACE, value) &&
           pack_words_at(PACK_HONORIFIC, value) == 0 && !page_is_body_alone(value) && !pack_line_says(PACK_NO_VENUE, value);
}

/* "Venue: VALUE", and the hour at its end on a line of its own. */
static void add_place(const void *parent, const char *value, struct strings *out)
{
    const char *clock;
    size_t before = head_hour_ends(value, &clock);
    before = before == SIZE_MAX ? strlen(value) : before;
    while (before > 0 && strchr(" ,;-(", value[before - 1]))
        before--;
    if (before > 0)
        strings_add(parent, out, mem_printf(parent, "Venue: %.*s", (int)before, value));
    if (value[before] != '\0' && before < strlen(value) && head_hour_ends(value, &clock) != SIZE_MAX)
        strings_add(parent, out, mem_printf(parent, "Time: %s", clock));
}

/* The place behind the hour that VALUE begins with: "7.15 pm, Room 2, Town Hall"; NULL. */
static const char *place_behind_hour(const char *value)
{
    struct meeting none = {.minutes_after_midnight = -1};
    const char *rest = head_take_time(&none, value);
    if (rest == value)
        return NULL;
    rest = head_skip_joint(rest);
    static const char *const leads[] = {"in the ", "at the ", "in ", "at "};
    for (size_t i = 0; i < MB_LENGTH(leads); i++)
        if (strncasecmp(rest, leads[i], strlen(leads[i])) == 0)
            rest += strlen(leads[i]);
    return head_is_place(rest) ? rest : NULL;
}

void head_add_values(const void *parent, const char *line, struct strings *out)
{
    bool brief = strlen(line) <= VALUE_LONGEST;
    const char *weak = brief ? label_value(line, PACK_WEAK_VENUE_LABEL) : NULL, *venue = brief ? label_value(line, PACK_VENUE_LABEL) : NULL;
    if (weak && head_take_time(&(struct meeting){.minutes_after_midnight = -1}, weak) != weak) { /* "At: 6.30 pm" */
        line = mem_printf(parent, "Time: %s", weak);
        weak = NULL;
    }
    const char *time = brief ? label_value(line, PACK_TIME_LABEL) : NULL, *place = time ? place_behind_hour(time) : NULL, *clock;
    if (place) {
        strings_add(parent, out, mem_printf(parent, "%.*s", (int)(place - line), line));
        strings_add(parent, out, mem_printf(parent, "Venue: %s", place));
    } else if (weak && head_is_place(weak)) {
        add_place(parent, weak, out);
    } else if (venue && head_hour_ends(venue, &clock) != SIZE_MAX) {
        add_place(parent, venue, out);
    } else {
        strings_add(parent, out, line);
    }
}
