/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Is a paper a supplement, which brings what was missing from the agenda (field.md 3.7)? Its first lines call it so, or its letter does. */
#include "config.h"

#include "src/intake/agenda.h"

#define SUPPLEMENT_WITHIN 40
#define HEADING_LONGEST 90 /* bytes */

/* "Please find attached the following report, which was not available when the agenda was despatched", over lines. */
static bool says_it_comes_later(const struct agenda_lines *lines, size_t end)
{
    struct buf head;
    buf_init(&head, NULL, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < lines->n && i < end && i < SUPPLEMENT_WITHIN; i++) {
        if (agenda_is_entry(&lines->at[i]) && agenda_is_routine(lines->at[i].title))
            break;
        buf_printf(&head, "%s ", lines->at[i].n <= AGENDA_LONGEST ? lines->at[i].title : "");
    }
    bool says = head.data && pack_line_says(PACK_SUPPLEMENT_SENTENCE, head.data);
    buf_release(&head);
    return says;
}

bool agenda_is_supplement(const struct agenda_lines *lines, size_t end)
{
    if (says_it_comes_later(lines, end))
        return true;
    for (size_t i = 0; i < lines->n && i < end && i < SUPPLEMENT_WITHIN; i++) {
        const struct agenda_line *line = &lines->at[i];
        if (agenda_is_entry(line) && (agenda_is_routine(line->title) || (!*line->title && i + 1 < lines->n && agenda_is_routine(line[1].title))))
            return false; /* the agenda itself has begun */
        const char *words = line->title && !*line->title && line->pages && !*line->number.text ? line->pages : line->title; /* "Papers to follow" */
        if (line->n <= HEADING_LONGEST && words && !text_stops(words) && pack_line_says(PACK_SUPPLEMENT, words))
            return true;
    }
    return false;
}
