/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* An agenda without numbers (agenda.h): titles at one margin, with pages at the right that rise, and among them what every agenda
 * has. A supplement needs one title with its pages. */
#include "config.h"

#include "src/intake/agenda.h"

#include <string.h>

#define WRAPPED_FROM 45 /* columns: so far a line goes that is broken below */
#define ABOVE_MAX 12    /* items above the first that has pages */

/* The lines with pages at the right: how many, the first and the last; none where the pages do not rise. */
static size_t find_paged(const struct agenda_lines *lines, size_t from, size_t *first, size_t *last)
{
    size_t n = 0;
    int before = 0;
    for (size_t i = from; i < lines->n; i++) {
        const struct agenda_line *line = &lines->at[i];
        if (n > 0 && i > *last + AGENDA_BETWEEN)
            break;
        if (*line->number.text || !line->paged || (!agenda_may_be_title(line) && *line->title) || line->page < (line->page ? before : 0))
            continue;
        *first = n ? *first : i;
        *last = i;
        before = line->page ? line->page : before;
        n++;
    }
    return n;
}

/* Is line I an item, or the first line of one's title? BASE: where items begin. */
static bool is_item(const struct agenda_lines *lines, size_t i, size_t base, bool gaps)
{
    const struct agenda_line *line = &lines->at[i];
    if (*line->number.text || line->columns > base + AGENDA_INDENT_SLACK || !agenda_may_be_title(line) || line->more)
        return false;
    return line->paged || agenda_is_routine(line->title) || !gaps || line->gap;
}

bool agenda_find_unnumbered(const void *parent, const struct agenda_lines *lines, size_t head, bool supplement, struct agenda_run *run)
{
    size_t first = 0, last = 0, within = 0;
    bool headed = head < lines->n;
    if (!headed && !supplement)
        return false;
    size_t from = headed ? head + 1 : 0;
    size_t paged = find_paged(lines, from, &first, &last), routine = 0;
    if (paged < (supplement ? 1U : AGENDA_PAGED_MIN))
        return false;
    size_t base = lines->at[first].columns;
    for (size_t i = first + 1; i <= last; i++)
        within += lines->at[i].gap;
    bool gaps = within > 0;
    while (first > from && lines->at[first].title && first + ABOVE_MAX > from && !agenda_is_headed(&lines->at[first - 1]) &&
           is_item(lines, first - 1, base, gaps) && (agenda_is_routine(lines->at[first - 1].title) || (!lines->at[first].gap && !gaps)))
        first--;
    while (last + 1 < lines->n && is_item(lines, last + 1, base, gaps) &&
           (agenda_is_routine(lines->at[last + 1].title) || (!gaps && !lines->at[last + 1].gap)))
        last++;
    *run = (struct agenda_run){0};
    for (size_t i = first; i <= last; i++) {
        bool begins = is_item(lines, i, base, gaps);
        bool second = i > first && !lines->at[i].gap && run->n && run->at[run->n - 1] == i - 1 && !lines->at[i - 1].paged &&
                      (gaps || (lines->at[i - 1].width >= WRAPPED_FROM && !agenda_is_routine(lines->at[i].title) && lines->at[i].paged));
        if (!begins || second)
            continue;
        *mem_append(parent, run->at, run->n) = i;
        routine += agenda_is_routine(lines->at[i].title);
    }
    return run->n > 0 && (supplement || (run->n >= AGENDA_ITEMS_MIN && routine > 0));
}
