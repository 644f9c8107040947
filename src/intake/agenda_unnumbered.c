/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* An agenda without numbers (agenda.h): titles at one margin, with pages at the right that rise, and among them what every agenda
 * has. A supplement needs one title with its pages. One without pages, too, begins with what every agenda has, right below its heading. */
#include "config.h"

#include "src/intake/agenda.h"

#include <string.h>

#define WRAPPED_FROM 45 /* columns: so far a line goes that is broken below */
#define ABOVE_MAX 12    /* items above the first that has pages */
#define BARE_LINES 150  /* of an agenda that has neither numbers nor pages; what is longer has reports or minutes below it */
#define BARE_ROUTINE 2  /* of its items that every meeting has */

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

/* ---- neither numbers nor pages ------------------------------------------------------------------------------------------- */

/* Does what stands below the agenda begin with LINE: whom to ask, who is sent it? */
static bool ends_bare(const struct agenda_line *line)
{
    size_t label = strcspn(line->title, ":");
    char *head = mem_strndup(NULL, line->title, label);
    bool contact = line->title[label] && pack_line_says(PACK_CONTACT_LABEL, head);
    talloc_free(head);
    return contact || pack_line_says(PACK_ABOUT_THE_AGENDA, line->title);
}

/* Is LINE a title of an agenda whose first is FIRST? What explains one is a sentence, or begins as such texts do. */
static bool is_bare_title(const struct agenda_line *line, const struct agenda_line *first, bool gaps)
{
    if (*line->number.text || line->more || line->bullet != first->bullet || line->columns > first->columns + AGENDA_INDENT_SLACK)
        return false;
    bool text = pack_words_at(PACK_OPENING, line->title) || pack_words_at(PACK_AUTHOR, line->title) || text_stops(line->title);
    return (line->gap || !gaps) && !text && agenda_may_be_title(line) && !paragraph_is_private(line->title) && private_part_of(line->title) == PRIVATE_NOT;
}

/* Does the line below title I explain it: does it begin as such texts do, or is it a sentence? */
static bool is_explained(const struct agenda_lines *lines, size_t i)
{
    const char *below = i + 1 < lines->n ? lines->at[i + 1].title : "";
    return *below && (pack_words_at(PACK_OPENING, below) || pack_words_at(PACK_AUTHOR, below) || text_stops(below));
}

/* Where titles are explained, the last ones that are not are who signed it, when and where: no items, but for what every meeting has. */
static void drop_signature(const struct agenda_lines *lines, struct agenda_run *run)
{
    size_t explained = 0, n = run->n;
    for (size_t k = 0; k < run->n; k++)
        explained += is_explained(lines, run->at[k]);
    while (n > 0 && explained * 2 > run->n && !is_explained(lines, run->at[n - 1]) && !agenda_is_routine(lines->at[run->at[n - 1]].title))
        n--;
    run->n = n;
}

bool agenda_find_bare(const void *parent, const struct agenda_lines *lines, size_t head, struct agenda_run *run)
{
    size_t first = head + 1, routine = 0;
    *run = (struct agenda_run){0};
    if (first + 1 >= lines->n || lines->n - first > BARE_LINES || !agenda_is_routine(lines->at[first].title))
        return false;
    bool gaps = false, dense = !lines->at[first + 1].gap && is_bare_title(&lines->at[first + 1], &lines->at[first], false);
    for (size_t i = first + 1; i < lines->n && !dense; i++)
        gaps |= lines->at[i].gap;
    for (size_t i = first; i < lines->n && !ends_bare(&lines->at[i]) && (!dense || i == first || !lines->at[i].gap); i++) {
        if (*lines->at[i].number.text)
            return false; /* numbers make no agenda without them */
        if (!is_bare_title(&lines->at[i], &lines->at[first], gaps))
            continue;
        *mem_append(parent, run->at, run->n) = i;
        routine += agenda_is_routine(lines->at[i].title);
    }
    drop_signature(lines, run);
    return run->n >= AGENDA_ITEMS_MIN && routine >= BARE_ROUTINE;
}
