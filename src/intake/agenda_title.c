/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Does the title of an item of an agenda in lines go on in the next (agenda.h)? A title breaks where the next word has no room
 * before the margin, or before the column of pages; what explains an item begins although there is room, or as a sentence
 * does. How far titles go only all of them together show. */
#include "config.h"

#include "src/intake/agenda.h"

#include <string.h>
#include <strings.h>

#define WRAPPED_FROM 55    /* columns: a title that goes so far may go on below */
#define SECOND_LONGEST 110 /* bytes of a title's second line */
#define BESIDE_FROM 30     /* bytes of a title beside pages that may go on below */
#define APART_MIN 1        /* explanations below a blank line that show the manner */
#define RIGHT_MIN 45       /* columns: narrower titles do not show where they would break */
#define EDGE_SLACK 12      /* columns between the starts of pages that stand in one column */
#define WORD_LONGEST 16    /* bytes of a title's last word alone */
#define LINES_MAX 4        /* of a title */
#define SAID_AGAIN 5       /* bytes of a title with which its explanation may begin, too */
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

/* "(Update Report) (Pages 3 - 6)": a remark of the title's before its pages. */
static bool is_remark_before_pages(const char *text)
{
    return *text == '(' && strchr(text + 1, '(') && !pack_words_at(PACK_PAGE_AS_PRINTED, text + 1) && agenda_names_pages(strchr(text + 1, '('));
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

const char *agenda_words(const struct agenda_line *line)
{
    return *line->number.text && line->whole ? line->whole : line->title;
}

/* Does what looks like a number stand where titles do, right of the numbers: "2025." below "3 November"? */
static bool is_item_number(const struct agenda_line *first, const struct agenda_line *next)
{
    return *next->number.text && !(next->whole && first->title_columns > first->columns && next->columns == first->title_columns);
}

/* "NOT FOR PUBLICATION" alone. */
static bool is_mark_alone(const char *text)
{
    char *reason;
    enum exempt_mark mark = mark_exempt(NULL, text, &reason);
    talloc_free(reason);
    return mark != EXEMPT_NOT;
}

/* May NEXT be a further line of the title that begins on FIRST? */
static bool may_go_on(const struct agenda_line *first, const struct agenda_line *next, bool open)
{
    const char *text = agenda_words(next);
    return !next->gap && !is_item_number(first, next) && *text && strlen(text) <= SECOND_LONGEST && !next->bullet && (*next->number.text || !is_point(text)) &&
           (!strchr("([", *text) || is_reference(text) || is_remark_before_pages(text) || (open && !agenda_names_pages(text))) && !pack_words_at(PACK_AUTHOR, text) &&
           !pack_words_at(PACK_OPENING, text) && !pack_line_says(PACK_COLUMN_OF_PAGES, text) && !is_mark_alone(text);
}

/* "... Committee of 26" and below it "November 2025": the margin broke a day. */
static bool breaks_a_day(const char *words, const struct agenda_line *next)
{
    const char *last = strrchr(words, ' ');
    struct date date;
    size_t used;
    if (!last || !strchr("123", last[1]) || next->n > SECOND_LONGEST)
        return false;
    char *day = mem_printf(NULL, "%s %s", last + 1, agenda_words(next));
    bool breaks = text_find_date(day, 0, &date, &used) == 0 && used > strlen(last);
    talloc_free(day);
    return breaks;
}

/* "AND YEAR END (Pages 5 - 20)": capitals but for the pages. */
static bool in_capitals(const char *title)
{
    const char *bracket = strrchr(title, '(');
    bool pages = bracket && bracket > title && agenda_names_pages(bracket);
    char *words = mem_strndup(NULL, title, pages ? (size_t)(bracket - title) : strlen(title));
    bool capitals = text_in_capitals(words);
    talloc_free(words);
    return capitals;
}

static bool in_pairs(const struct agenda_line *a, const struct agenda_line *b)
{
    return (a->bold && b->bold) || (in_capitals(a->title) && in_capitals(b->title) && strlen(b->title) > 3);
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

/* Do the titles of items that have one line end with a stop, most of them? */
static bool titles_stop(const struct agenda_lines *lines, const struct agenda_run *run)
{
    size_t all = 0, stopped = 0;
    for (size_t k = 0; k < run->n; k++) {
        const struct agenda_line *line = &lines->at[run->at[k]];
        bool alone = run->at[k] + 1 >= lines->n || line[1].gap || (k + 1 < run->n && run->at[k] + 1 == run->at[k + 1]);
        size_t n = strlen(line->title);
        if (!alone || n == 0 || pack_words_at(PACK_OPENING, line->title))
            continue;
        all++;
        stopped += line->title[n - 1] == '.';
    }
    return stopped > 1 && stopped * 2 > all;
}

/* The right end of titles, their further lines, and of what explains them in their column; what explains may run below the
 * pages elsewhere. */
static size_t right_of(const struct agenda_lines *lines, const struct agenda_run *run)
{
    size_t right = 0, edge = pages_edge(lines, run);
    for (size_t k = 0; k < run->n; k++) {
        const struct agenda_line *first = &lines->at[run->at[k]];
        size_t end = k + 1 < run->n ? run->at[k + 1] : run->at[k] + 2;
        bool apart = false;
        for (size_t i = run->at[k]; i < end && i < lines->n; i++) {
            const struct agenda_line *line = &lines->at[i];
            size_t at = line == first ? end_of(line) : line->columns + strlen(agenda_words(line));
            apart |= line != first && line->gap;
            bool counts = !line->more && (edge == SIZE_MAX || !apart) && (line == first || line->columns <= first->title_columns + 1);
            right = counts && at < edge && at > right ? at : right;
        }
    }
    return right >= RIGHT_MIN ? right : 0;
}

struct agenda_shape agenda_shape_of(const struct agenda_lines *lines, const struct agenda_run *run)
{
    return (struct agenda_shape){.right = right_of(lines, run), .apart = set_apart(lines, run), .stopped = titles_stop(lines, run)};
}

/* Had the first word of NEXT no room behind LINE? BOLD: its letters may be wider than those of other lines. */
static bool is_full(const struct agenda_shape *shape, const struct agenda_line *line, const struct agenda_line *next, bool bold)
{
    size_t end = end_of(line) + 1 + strcspn(agenda_words(next), " ");
    end += bold ? strlen(line->title) / BOLD_SHARE : 0;
    return shape->right > 0 && end > shape->right;
}

/* ---- does it go on? ---------------------------------------------------------------------------------------------- */

/* Does what begins on line I, below FIRST, end as prose does: with a stop where titles have none, or only after several lines? */
static bool is_prose(const struct agenda_lines *lines, const struct agenda_shape *shape, size_t first, size_t i, size_t end)
{
    size_t n = 1;
    while (i + 1 < end && n < LINES_MAX && may_go_on(&lines->at[first], &lines->at[i + 1], false) && is_full(shape, &lines->at[i], &lines->at[i + 1], true)) {
        i++;
        n++;
    }
    const char *words = agenda_words(&lines->at[i]);
    bool stop = shape->stopped && *words && words[strlen(words) - 1] == '.' ? false : text_stops(words);
    return n == LINES_MAX || stop;
}

/* Pages in brackets below the lines from I on close what is a title up to them. */
static bool pages_close(const struct agenda_lines *lines, size_t first, size_t i, size_t end)
{
    for (size_t k = i; k < end && k < i + LINES_MAX && !lines->at[k].gap; k++)
        if (is_only_pages(&lines->at[k]))
            return k > i;
        else if (agenda_names_pages(lines->at[k].title))
            return true;
        else if (!may_go_on(&lines->at[first], &lines->at[k], true))
            return false;
    return false;
}

/* The title's next word had no room on its line, and what follows is no prose. */
static bool breaks_at_margin(const struct agenda_lines *lines, const struct agenda_shape *shape, const struct agenda_title *title)
{
    const struct agenda_line *line = &lines->at[title->next - 1], *next = &lines->at[title->next];
    bool bold = pages_close(lines, title->first, title->next, title->end) || next->columns == line->title_columns;
    return !is_labelled(agenda_words(next)) && strlen(title->words) >= BESIDE_FROM && is_full(shape, line, next, bold) &&
           !is_prose(lines, shape, title->first, title->next, title->end);
}

/* "... Notices Served and Cases" and below it "Closed": one word that explains nothing. */
static bool is_last_word(const struct agenda_lines *lines, const struct agenda_shape *shape, const struct agenda_title *title)
{
    const struct agenda_line *line = &lines->at[title->next - 1], *next = &lines->at[title->next];
    const char *word = agenda_words(next);
    bool alone = title->next + 1 == title->end || next[1].gap;
    return alone && next->columns == line->title_columns && strlen(word) <= WORD_LONGEST && !strchr(word, ' ') && !text_stops(word) &&
           strlen(title->words) >= BESIDE_FROM && end_of(line) * 4 >= shape->right * 3 && !pack_words_at(PACK_INSTEAD_OF_PAGES, word);
}

/* A wide title, and a line below it that is set in or has the pages. */
static bool is_wrapped(const struct agenda_line *line, const struct agenda_line *next, bool paged)
{
    const char *words = agenda_words(next);
    bool wrapped = line->width >= WRAPPED_FROM && (!*words || words[strlen(words) - 1] != '.') && !is_labelled(words);
    return !paged && (next->pages ? next->columns > line->columns || wrapped : wrapped && next->columns > line->columns);
}

/* Beside further columns a title's second line stands below its first: "Bus franchising: outcome of the   Director",
 * "consultation". It is set in like the title; what stands beside it goes on with what stands beside the first. */
static bool goes_on_in_column(const struct agenda_shape *shape, const struct agenda_line *first, const struct agenda_line *next, bool second)
{
    const char *title = agenda_words(next);
    size_t n = strlen(title);
    if (!may_go_on(first, next, false) || next->columns <= first->columns || (text_stops(first->title) && (!*first->title || first->title[strlen(first->title) - 1] != ':')))
        return false;
    size_t set_in = first->title_columns > next->columns ? first->title_columns - next->columns : next->columns - first->title_columns;
    size_t beside = first->more_columns > next->more_columns ? first->more_columns - next->more_columns : next->more_columns - first->more_columns;
    bool stop = text_stops(title) && !(shape->stopped && title[n - 1] == '.');
    return set_in <= 1 && !stop && (next->more ? beside <= 1 : second);
}

/* Where each item's explanation stands apart below a blank line, what follows a title with pages at the right directly, set in
 * as the title is, is its second line: "Elective Home Education and Children Missing      13 - 28", "Education". */
static bool goes_on_beside_pages(const struct agenda_shape *shape, const struct agenda_line *line, const struct agenda_line *next)
{
    return shape->apart && line->pages && strlen(line->title) >= BESIDE_FROM && !next->pages && next->columns == line->title_columns &&
           !text_stops(agenda_words(next));
}

/* "ESTATE REVIEW:" and "SECOND STAGE" set in below it, or where the margin broke it; else points follow the colon. */
static bool goes_on_behind_colon(const struct agenda_shape *shape, const struct agenda_line *line, const struct agenda_line *next)
{
    return in_pairs(line, next) || (next->columns == line->title_columns && is_full(shape, line, next, true));
}

bool agenda_title_goes_on(const struct agenda_lines *lines, const struct agenda_shape *shape, const struct agenda_title *title)
{
    const struct agenda_line *first = &lines->at[title->first], *line = &lines->at[title->next - 1], *next = &lines->at[title->next];
    bool second = title->next == title->first + 1;
    if (title->next > title->first + LINES_MAX)
        return false;
    if (first->more)
        return goes_on_in_column(shape, first, next, second || in_pairs(line, next));
    bool closed = agenda_names_pages(title->words), open = !closed && (title_is_open(title->words) || breaks_a_day(title->words, next));
    size_t n = strlen(title->words);
    if (n >= SAID_AGAIN && strncasecmp(next->title, title->words, n) == 0 && text_stops(next->title))
        return false; /* "Minutes", and below it the sentence that explains it: "Minutes of the meeting held on 3 July, attached." */
    bool colon = n > 0 && title->words[n - 1] == ':';
    if ((!colon && text_stops(title->words)) || !may_go_on(first, next, open) || next->more || (title->paged && next->pages))
        return false;
    if (colon)
        return goes_on_behind_colon(shape, line, next);
    if (text_starts_small(next->title) || in_pairs(line, next))
        return next->columns >= line->columns;
    if (second && (goes_on_beside_pages(shape, first, next) || is_last_word(lines, shape, title)))
        return true;
    return is_wrapped(line, next, title->paged) || (!closed && is_remark_before_pages(next->title)) || (!closed && (open || breaks_at_margin(lines, shape, title)));
}
