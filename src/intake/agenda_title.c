/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Does the title of an item of an agenda in lines go on in the next (agenda.h)? A title breaks where the next word has no room
 * before the margin, or before the column of pages; what explains an item begins although there is room, or as a sentence
 * does. How far titles go only all of them together show. */
#include "config.h"

#include "src/intake/agenda.h"

#include <string.h>

#define WRAPPED_FROM 55    /* columns: a title that goes so far may go on below */
#define SECOND_LONGEST 110 /* bytes of a title's second line */
#define BESIDE_FROM 30     /* bytes of a title beside pages that may go on below */
#define APART_MIN 1        /* explanations below a blank line that show the manner */
#define RIGHT_MIN 45       /* columns: narrower titles do not show where they would break */
#define EDGE_SLACK 12      /* columns between the starts of pages that stand in one column */
#define LINES_MAX 4        /* of a title */
#define BOLD_SHARE 8       /* a bold letter is wider than others by one part of so many */

/* "a) to note the accounts", "(i) Salt bins": a point of the item, never a title's second line. */
static bool is_point(const char *text)
{
    return mark_scan(text, strlen(text)).kind != MARK_NONE;
}

/* "(HP/0125/0047 KT)": the number of an application, no remark. */
static bool is_reference(const char *text)
{
    size_t n = strcspn(text, ")");
    return *text == '(' && text[n] && memchr(text, '/', n) && strcspn(text, "0123456789") < n;
}

/* Pages alone on a line: "(Pages 13 - 24)", "7 - 12". */
static bool is_only_pages(const struct agenda_line *line)
{
    return (!*line->title && line->pages) || (*line->title == '(' && agenda_names_pages(line->title) && line->title[strlen(line->title) - 1] == ')');
}

/* "Lead officer: D Crewe", "Wards: all": a remark with its label, unless the title before it cannot end there. */
static bool is_labelled(const char *text)
{
    return strchr(text, ':') != NULL;
}

/* May NEXT be a further line of any title? */
static bool may_go_on(const struct agenda_line *next, bool open)
{
    const char *text = next->title;
    return !next->gap && !*next->number.text && *text && strlen(text) <= SECOND_LONGEST && !next->bullet && !is_point(text) && !next->more &&
           (!strchr("([", *text) || is_reference(text) || (open && !agenda_names_pages(text))) && !pack_words_at(PACK_AUTHOR, text) &&
           !pack_words_at(PACK_OPENING, text) && !pack_line_says(PACK_COLUMN_OF_PAGES, text);
}

static bool in_pairs(const struct agenda_line *a, const struct agenda_line *b)
{
    return (a->bold && b->bold) || (text_in_capitals(a->title) && text_in_capitals(b->title) && strlen(b->title) > 3);
}

/* ---- how titles are set ---------------------------------------------------------------------------------------- */

/* Columns to the end of the words of LINE, without its pages. */
static size_t end_of(const struct agenda_line *line)
{
    return line->title_columns + strlen(line->title);
}

/* Where the pages at the right begin; SIZE_MAX where they stand in no column. */
static size_t pages_edge(const struct agenda_lines *lines, const struct agenda_run *run)
{
    size_t least = SIZE_MAX, most = 0;
    for (size_t k = 0; k < run->n; k++) {
        size_t at = lines->at[run->at[k]].pages_columns;
        least = at > 0 && at < least ? at : least;
        most = at > most ? at : most;
    }
    return least <= most && most - least <= EDGE_SLACK ? least : SIZE_MAX;
}

/* Does a blank line stand between title and explanation wherever there is one, and somewhere? */
static bool set_apart(const struct agenda_lines *lines, const struct agenda_run *run)
{
    size_t apart = 0, direct = 0;
    for (size_t k = 0; k + 1 < run->n; k++) {
        const struct agenda_line *line = &lines->at[run->at[k]], *next = line + 1;
        if (run->at[k] + 1 == run->at[k + 1])
            continue;
        apart += next->gap;
        direct += !next->gap && (!line->pages || text_stops(next->title));
    }
    return apart >= APART_MIN && direct == 0;
}

struct agenda_shape agenda_shape_of(const struct agenda_lines *lines, const struct agenda_run *run)
{
    struct agenda_shape shape = {.apart = set_apart(lines, run)};
    size_t edge = pages_edge(lines, run), last = run->n > 0 ? run->at[run->n - 1] + 1 : 0;
    for (size_t i = run->n > 0 ? run->at[0] : 0; i <= last && i < lines->n; i++) {
        size_t end = end_of(&lines->at[i]);
        if (!lines->at[i].more && end > shape.right && end < edge)
            shape.right = end;
    }
    shape.right = shape.right >= RIGHT_MIN ? shape.right : 0;
    return shape;
}

/* Had the first word of NEXT no room behind LINE? BOLD: its letters may be wider than those of other lines. */
static bool is_full(const struct agenda_shape *shape, const struct agenda_line *line, const struct agenda_line *next, bool bold)
{
    size_t end = end_of(line) + 1 + strcspn(next->title, " ");
    end += bold ? strlen(line->title) / BOLD_SHARE : 0;
    return shape->right > 0 && end > shape->right;
}

/* ---- does it go on? ---------------------------------------------------------------------------------------------- */

/* Does what begins on line I end as prose does: with a stop, or only after several lines? */
static bool is_prose(const struct agenda_lines *lines, const struct agenda_shape *shape, size_t i, size_t end)
{
    size_t n = 1;
    while (i + 1 < end && n < LINES_MAX && may_go_on(&lines->at[i + 1], false) && is_full(shape, &lines->at[i], &lines->at[i + 1], true)) {
        i++;
        n++;
    }
    return n == LINES_MAX || text_stops(lines->at[i].title);
}

/* Pages in brackets below the lines from I on close what is a title up to them. */
static bool pages_close(const struct agenda_lines *lines, size_t i, size_t end)
{
    for (size_t k = i; k < end && k < i + LINES_MAX && !lines->at[k].gap; k++)
        if (is_only_pages(&lines->at[k]))
            return k > i;
        else if (agenda_names_pages(lines->at[k].title))
            return true;
        else if (!may_go_on(&lines->at[k], true))
            return false;
    return false;
}

/* The title's next word had no room on its line, and what follows is no prose. */
static bool breaks_at_margin(const struct agenda_lines *lines, const struct agenda_shape *shape, const struct agenda_title *title)
{
    const struct agenda_line *line = &lines->at[title->next - 1], *next = &lines->at[title->next];
    bool bold = pages_close(lines, title->next, title->end) || next->columns == line->title_columns;
    return !is_labelled(next->title) && strlen(title->words) >= BESIDE_FROM && is_full(shape, line, next, bold) &&
           !is_prose(lines, shape, title->next, title->end);
}

/* A wide title, and a line below it that is set in or has the pages. */
static bool is_wrapped(const struct agenda_line *line, const struct agenda_line *next, bool paged)
{
    bool wrapped = line->width >= WRAPPED_FROM && next->title[strlen(next->title) - 1] != '.' && !is_labelled(next->title);
    return !paged && (next->pages ? next->columns > line->columns || wrapped : wrapped && next->columns > line->columns);
}

/* Beside further columns a title's second line stands alone below its first: "Bus franchising: outcome of the   Director",
 * "consultation". It is set in like the title, or begins small. */
static bool goes_on_in_column(const struct agenda_line *line, const struct agenda_line *next)
{
    const char *title = next->title;
    if (!may_go_on(next, false) || next->columns <= line->columns || text_stops(line->title))
        return false;
    size_t set_in = line->title_columns > next->columns ? line->title_columns - next->columns : next->columns - line->title_columns;
    return set_in <= 1 && !text_stops(title);
}

/* Where each item's explanation stands apart below a blank line, what follows a title with pages at the right directly, set in
 * as the title is, is its second line: "Elective Home Education and Children Missing      13 - 28", "Education". */
static bool goes_on_beside_pages(const struct agenda_shape *shape, const struct agenda_line *line, const struct agenda_line *next)
{
    return shape->apart && line->pages && strlen(line->title) >= BESIDE_FROM && !next->pages && next->columns == line->title_columns &&
           !text_stops(next->title);
}

bool agenda_title_goes_on(const struct agenda_lines *lines, const struct agenda_shape *shape, const struct agenda_title *title)
{
    const struct agenda_line *first = &lines->at[title->first], *line = &lines->at[title->next - 1], *next = &lines->at[title->next];
    bool second = title->next == title->first + 1;
    if (first->more)
        return second && goes_on_in_column(first, next);
    bool closed = agenda_names_pages(title->words), open = !closed && title_is_open(title->words);
    if (text_stops(title->words) || !may_go_on(next, open) || (title->paged && next->pages) || title->next > title->first + LINES_MAX)
        return false;
    if (text_starts_small(next->title) || in_pairs(line, next))
        return next->columns >= line->columns;
    if (second && goes_on_beside_pages(shape, first, next))
        return true;
    return is_wrapped(line, next, title->paged) || (!closed && (open || breaks_at_margin(lines, shape, title)));
}
