/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands behind the number on a line of an agenda (agenda.h): the title, further columns, the pages at the right behind
 * dots, blanks or a TAB. One blank before figures tells nothing: whether these are pages only all lines show. */
#include "config.h"

#include "src/intake/agenda.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define COLUMN_BLANKS 3 /* that part two columns; sentences have two behind a stop */
#define DOTS_MIN 3      /* of a leader */

/* Bytes of dots of a leader at TEXT, with blanks between them: "....", ". . .", "…". */
static size_t leader_at(const char *text)
{
    size_t n = 0, dots = 0;
    for (;;) {
        size_t used = text_starts(text + n, "\xE2\x80\xA6") ? 3 : text[n] == '.' || text[n] == '_' ? 1 : 0;
        if (used == 0)
            break;
        dots += used;
        n += used;
        n += strspn(text + n, " ");
    }
    return dots >= DOTS_MIN ? n : 0;
}

/* The last place of TEXT where a column begins behind MIN blanks, a TAB or a leader; *BEFORE is the end of what stands
 * before. NULL: there is none. */
static char *last_column(char *text, size_t min, size_t *before)
{
    char *found = NULL;
    for (size_t i = 0; text[i]; i++) {
        size_t leader = i ? leader_at(text + i) : 0, blanks = 0;
        size_t n = leader ? leader : strspn(text + i, " \t");
        for (size_t k = 0; k < n && !leader; k++)
            blanks += text[i + k] == '\t' ? min : 1;
        bool parts = i > 0 && (leader || blanks >= min);
        if (n == 0)
            continue;
        n += strspn(text + i + n, " \t");
        if (parts && text[i + n]) {
            found = text + i + n;
            *before = i;
        }
        i += n - 1;
    }
    return found;
}

char *agenda_take_pages(const void *parent, char *text)
{
    size_t before = 0;
    int first;
    char *last = last_column(text, COLUMN_BLANKS, &before);
    if (!last || !agenda_is_pages(last, &first) || first == 0)
        return NULL;
    char *pages = mem_strdup(parent, last);
    text[before] = '\0';
    return pages;
}

/* The bytes of a column that begins at TEXT, up to the blanks before the next; its end where there is none. */
static size_t column_length(const char *text)
{
    size_t n = 0;
    while (text[n] && text[n] != '\t' && strncmp(text + n, "   ", COLUMN_BLANKS) != 0)
        n++;
    return n;
}

/* "1 - 10      Chair" behind a title: a stretch of pages with a further column behind it. What is left of MORE; all where there are none. */
static char *take_middle_pages(const void *parent, struct agenda_line *line, char *more)
{
    bool range = false;
    size_t n = column_length(more), blanks = strspn(more + n, " \t");
    if (line->pages || !more[n] || !more[n + blanks] || agenda_range_at(more, &line->page, &range) != n || !range)
        return more;
    line->pages = mem_strndup(parent, more, n);
    return more + n + blanks;
}

/* "2026": the end of a title rather than a page. */
static bool is_year(const char *text)
{
    return strlen(text) == 4 && strspn(text, "0123456789") == 4 && (text_starts(text, "19") || text_starts(text, "20"));
}

/* The last place from FROM on where figures begin behind a blank that are a stretch of pages up to the end N, "2026-27 13 - 94"; N: none. */
static size_t range_behind(const char *text, size_t from, size_t n)
{
    size_t found = n;
    for (size_t at = from; at < n; at++) {
        bool range;
        int first;
        bool begins = at > 1 && text[at - 1] == ' ' && isdigit((unsigned char)text[at]);
        if (begins && agenda_range_at(text + at, &first, &range) == n - at && range)
            found = at;
    }
    return found;
}

/* Take a stretch of digits off the end of TEXT that may be pages: one blank before it, no leader. */
static char *weak_pages(const void *parent, char *text, int *first)
{
    size_t n = strlen(text), at = n;
    bool range;
    while (at > 0 && (isdigit((unsigned char)text[at - 1]) || strchr(" -", text[at - 1]) || (unsigned char)text[at - 1] >= 0x80))
        at--;
    while (text[at] && !isdigit((unsigned char)text[at]))
        at++;
    size_t stretch = range_behind(text, at, n);
    at = stretch < n ? stretch : at;
    if (at > 1 && text[at - 1] == ' ' && agenda_range_at(text + at, first, &range) != n - at) { /* "13 November 2024 1" */
        at = n;
        while (at > 0 && isdigit((unsigned char)text[at - 1]))
            at--;
        if (at > 1 && !isdigit((unsigned char)text[at - 2]))
            return NULL; /* a dash before it: a stretch that is none */
    }
    if (at < 2 || text[at - 1] != ' ' || agenda_range_at(text + at, first, &range) != n - at)
        return NULL;
    return is_year(text + at) || (!range && n - at > 3) ? NULL : mem_strdup(parent, text + at);
}

static char *clean(const void *parent, const char *text, size_t n)
{
    char *words = markup_read(parent, text, n, MARKUP_CELL).text;
    for (char *c = words; *c; c++)
        *c = *c == '\n' ? ' ' : *c;
    char *kept = text_trim(words);
    size_t length = strlen(kept);
    while (length > 0 && strchr(" \t_", kept[length - 1]))
        kept[--length] = '\0';
    return kept;
}

/* "23/01200/FULL", "DC-2023-99": the number of an application is the first word of its title, whatever column it has. */
static bool is_reference(const char *title)
{
    return *title && !strchr(title, ' ') && strpbrk(title, "0123456789") && strpbrk(title, "/-");
}

/* "15 -": pages whose end stands on the next line. */
static bool is_open_range(const char *words, int *first)
{
    size_t digits = strspn(words, "0123456789");
    bool is = digits > 0 && digits < 5 && strcmp(words + digits, " -") == 0;
    *first = is ? (int)strtol(words, NULL, 10) : *first;
    return is;
}

/* TEXT without the dots that lead to pages which are not there. */
static void drop_leader(char *text)
{
    size_t n = strlen(text), kept = n;
    while (kept > 0 && strchr(" \t._", text[kept - 1]))
        kept--;
    if (kept > 0 && leader_at(text + kept + blanks_at(text + kept)) > DOTS_MIN)
        text[kept] = '\0';
}

/* "Item 5", "Appendix 2" in a column of its own: which paper it is, no page. */
static bool names_paper(const char *words)
{
    static const char *const names[] = {"Item ", "Agenda Item ", "Appendix ", "Annex ", "Paper ", "Report ", "Enclosure ", "Enc "};
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        if (strncasecmp(words, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

/* "Breaches log      7       10" below "From    To": the first page and the last in columns of their own. */
static void join_ends(const void *parent, struct agenda_line *line)
{
    size_t n = line->more && line->pages ? strspn(line->more, "0123456789") : 0;
    bool both = n > 0 && n < 5 && !line->more[n] && line->pages[strspn(line->pages, "0123456789")] == '\0';
    if (!both || strtol(line->more, NULL, 10) > line->page)
        return;
    line->page = (int)strtol(line->more, NULL, 10);
    line->pages = mem_printf(parent, "%s - %s", line->more, line->pages);
    line->more = NULL;
}

/* "Staffing Review To follow": a column that came a single blank apart, as it does from some viewers. */
static void take_follow(const void *parent, struct agenda_line *line)
{
    static const char words[] = "To follow";
    size_t n = strlen(line->title), length = strlen(words), at = n > length + 1 ? n - length : 0;
    if (line->pages || at == 0 || line->title[at] != words[0] || line->title[at - 1] != ' ' || line->title[at + 1] != 'o' || strcasecmp(line->title + at, words) != 0)
        return;
    line->pages = mem_strdup(parent, line->title + at);
    line->title[at - 1] = '\0';
}

void agenda_read_columns(const void *parent, struct agenda_line *line, char *rest)
{
    size_t before = 0;
    drop_leader(rest);
    char *last = last_column(rest, AGENDA_PAGES_BLANKS, &before);
    char *words = last ? clean(parent, last, strlen(last)) : NULL;
    if (line->pages)
        last = NULL; /* at the left */
    else if (words && (agenda_is_pages(words, &line->page) || is_open_range(words, &line->page))) {
        line->pages = words;
        line->pages_columns = line->title_columns + (size_t)(last - rest);
        rest[before] = '\0';
    } else if (!line->pages && !is_year(rest) && agenda_is_pages(rest, &line->page)) { /* a line of its own */
        line->pages = clean(parent, rest, strlen(rest));
        *rest = '\0';
    }
    for (char *at = strpbrk(rest, " \t"); at; at = strpbrk(at + 1, " \t")) {
        size_t blanks = strspn(at, " "), n = strspn(at, " \t");
        if (blanks < COLUMN_BLANKS && blanks == n)
            continue;
        char *more = at[n] ? take_middle_pages(parent, line, at + n) : NULL;
        if (at > rest && more)
            line->more = clean(parent, more, strlen(more));
        line->more_columns = line->title_columns + (size_t)(at - rest) + n;
        if (line->more && !*line->more)
            line->more = NULL;
        *at = '\0';
        break;
    }
    line->title = clean(parent, rest, strlen(rest));
    if (line->more && is_reference(line->title)) {
        line->title = mem_printf(parent, "%s %s", line->title, line->more);
        line->more = NULL;
    }
    int page = 0;
    join_ends(parent, line);
    take_follow(parent, line);
    if (!line->pages && !(line->more && names_paper(line->more)) && (line->weak = weak_pages(parent, line->more ? line->more : line->title, &page)) != NULL)
        line->page = page;
}
