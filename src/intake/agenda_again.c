/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A later part of an agenda whose numbers begin at 1 again: "PART II - PRIVATE" above "1.  Sale of the Depot" (agenda.h). Reports
 * behind an agenda have parts and numbers, too: the heading stands near the last item and right above the number, which is set
 * as the first of all was, has a title and no sentence behind it, and no page falls. */
#include "config.h"

#include "src/intake/agenda.h"

#include <string.h>

#define HEADING_WITHIN 12 /* lines of the last item's explanation */
#define REMARK_WITHIN 6   /* lines between the heading and the number: why the press may be sent out */

static bool heads_later_part(const struct agenda_line *line)
{
    const char *words = line->title ? line->title : "";
    return !*line->number.text && *words && (mark_part(words) > 1 || heads_private_part(words, line->gap));
}

static bool is_first_again(const struct agenda_line *first, const struct agenda_line *last, const struct agenda_line *line)
{
    size_t off = first->columns > line->columns ? first->columns - line->columns : line->columns - first->columns;
    bool falls = line->page > 0 && line->page < last->page;
    return line->number.main == 1 && line->number.sub == 0 && strcmp(first->number.prefix, line->number.prefix) == 0 && off <= AGENDA_INDENT_SLACK &&
           line->stop == first->stop && !falls && line->n <= AGENDA_LONGEST && title_worth(line->title) >= TITLE_GOOD;
}

size_t agenda_begins_again(const struct agenda_lines *lines, size_t first, size_t last)
{
    const struct agenda_line *one = &lines->at[first];
    size_t heading = last + 1;
    if (one->number.main != 1 || one->number.sub != 0)
        return lines->n;
    while (heading < lines->n && heading <= last + HEADING_WITHIN && !heads_later_part(&lines->at[heading]))
        heading++;
    if (heading > last + HEADING_WITHIN)
        return lines->n;
    for (size_t i = heading + 1; i < lines->n && i <= heading + REMARK_WITHIN; i++)
        if (*lines->at[i].number.text)
            return is_first_again(one, &lines->at[last], &lines->at[i]) ? i : lines->n;
    return lines->n;
}
