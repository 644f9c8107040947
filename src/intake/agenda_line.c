/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A line of an agenda that is no table (agenda.h): its number, its title, further columns, its pages. What the line is
 * meant as is not decided here: a paragraph of a report may look the same. */
#include "config.h"

#include "src/intake/agenda.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define TAB_COLUMNS 4
#define COLUMN_BLANKS 3 /* that part two columns; sentences have two behind a stop */
#define PAGES_BLANKS 2  /* before pages */
#define DOTS_MIN 3      /* of a leader */
#define PAGE_MAX 100000
#define WORDS_LONGEST 40 /* bytes of words in the place of pages */

/* ---- pages -------------------------------------------------------------------------------------------------- */

static size_t dash_at(const char *text)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x90", "\xE2\x80\x91", "to ", "i "};
    for (size_t i = 0; i < MB_LENGTH(dashes); i++)
        if (text_starts(text, dashes[i]))
            return strlen(dashes[i]);
    return 0;
}

/* "12", "5 - 10", "5 to 10": bytes, 0 if none. */
static size_t range_at(const char *text, int *first, bool *range)
{
    size_t n = strspn(text, "0123456789");
    if (n == 0 || n > 5)
        return 0;
    *first = (int)strtol(text, NULL, 10);
    size_t blanks = strspn(text + n, " "), dash = dash_at(text + n + blanks);
    const char *second = text + n + blanks + dash;
    second += strspn(second, " ");
    size_t digits = strspn(second, "0123456789");
    *range = dash > 0 && digits > 0 && digits <= 5 && strtol(second, NULL, 10) >= *first;
    return *range ? (size_t)(second - text) + digits : n;
}

bool agenda_is_pages(const char *text, int *first)
{
    bool range, bracket = *text == '(' || *text == '[';
    *first = 0;
    text += bracket;
    text += strspn(text, " ");
    size_t word = pack_words_at(PACK_PAGE_AS_PRINTED, text);
    const char *rest = text + word + strspn(text + word, " ");
    size_t n = range_at(rest, first, &range);
    if (n == 0 && word == 0) { /* "To follow" */
        n = pack_words_at(PACK_INSTEAD_OF_PAGES, text);
        rest = text;
    }
    const char *end = rest + n + (n ? strspn(rest + n, " .") : 0);
    return n > 0 && strlen(text) <= WORDS_LONGEST && (end[0] == '\0' || (bracket && strchr(")]", end[0]) && end[1] == '\0'));
}

bool agenda_names_pages(const char *text)
{
    for (const char *at = text; (at = strpbrk(at, "([")); at++) {
        size_t n = strcspn(at, ")]");
        int first;
        if (n > WORDS_LONGEST || at[n] == '\0')
            continue;
        char *inside = mem_strndup(NULL, at, n + 1);
        bool pages = agenda_is_pages(inside, &first) && (!first || pack_words_at(PACK_PAGE_AS_PRINTED, inside + 1 + strspn(inside + 1, " ")));
        talloc_free(inside);
        if (pages)
            return true;
    }
    return false;
}

/* ---- columns ------------------------------------------------------------------------------------------------ */

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

/* Take a stretch of digits off the end of TEXT that may be pages: one blank before it, no leader. */
static char *weak_pages(const void *parent, char *text, int *first)
{
    size_t n = strlen(text), at = n;
    bool range;
    while (at > 0 && (isdigit((unsigned char)text[at - 1]) || strchr(" -", text[at - 1]) || (unsigned char)text[at - 1] >= 0x80))
        at--;
    while (text[at] && !isdigit((unsigned char)text[at]))
        at++;
    if (at > 1 && text[at - 1] == ' ' && range_at(text + at, first, &range) != n - at) { /* "13 November 2024 1" */
        at = n;
        while (at > 0 && isdigit((unsigned char)text[at - 1]))
            at--;
        if (at > 1 && !isdigit((unsigned char)text[at - 2]))
            return NULL; /* a dash before it: a stretch that is none */
    }
    if (at < 2 || text[at - 1] != ' ' || range_at(text + at, first, &range) != n - at)
        return NULL;
    bool year = *first >= 1900 && *first <= 2100;
    return year || (!range && n - at > 3) ? NULL : mem_strdup(parent, text + at);
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

/* REST, behind the number: title, further columns, pages. */
static void read_columns(const void *parent, struct agenda_line *line, char *rest)
{
    size_t before = 0;
    char *last = last_column(rest, PAGES_BLANKS, &before);
    char *words = last ? clean(parent, last, strlen(last)) : NULL;
    if (line->pages)
        last = NULL; /* at the left */
    else if (words && agenda_is_pages(words, &line->page)) {
        line->pages = words;
        rest[before] = '\0';
    } else if (!line->pages && agenda_is_pages(rest, &line->page)) { /* a line of its own */
        line->pages = clean(parent, rest, strlen(rest));
        *rest = '\0';
    }
    for (char *at = strpbrk(rest, " \t"); at; at = strpbrk(at + 1, " \t")) {
        size_t blanks = strspn(at, " "), n = strspn(at, " \t");
        if (blanks < COLUMN_BLANKS && blanks == n)
            continue;
        if (at > rest && at[n])
            line->more = clean(parent, at + n, strlen(at + n));
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
    if (!line->pages && (line->weak = weak_pages(parent, line->more ? line->more : line->title, &page)) != NULL)
        line->page = page;
}

/* ---- the number --------------------------------------------------------------------------------------------- */

/* "Agenda Item ", "Item No. ", "Eitem ": bytes. */
static size_t lead_at(const char *text)
{
    static const char *const words[] = {"Agenda Item Number", "Agenda Item No", "Agenda Item", "Agenda Number", "Agenda No",
                                        "Item Number",        "Item No",        "Item",        "Eitem Agenda",  "Eitem"};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = strlen(words[i]);
        if (strncasecmp(text, words[i], n) != 0)
            continue;
        size_t joint = strspn(text + n, ".: \t");
        const char *number = text + n + joint;
        bool figure = isdigit((unsigned char)*number) || (isupper((unsigned char)*number) && isdigit((unsigned char)number[1]));
        return joint > 0 && (figure || (strchr(" \t", text[n]) && isupper((unsigned char)*number))) ? n + joint : 0;
    }
    return 0;
}

/* A number without a point: "7" and a blank, "7)", "(7)"; a letter with its point, "C. "; bytes, 0 if none. */
static size_t bare_number(const char *text, struct item_number *number, bool *stop)
{
    size_t bracket = *text == '(', n = bracket + strspn(text + bracket, "0123456789");
    *number = (struct item_number){0};
    if (n == bracket && text[0] >= 'A' && text[0] <= 'Z' && (text[1] == '.' || text[1] == ')') && strchr(" \t", text[2])) {
        *stop = text[2] != '\0';
        number->main = text[0] - 'A' + 1;
        number->text[0] = text[0];
        number->prefix[0] = '@'; /* follows no figure */
        return *stop ? 2 : 0;
    }
    size_t part = text[0] >= 'A' && text[0] <= 'Z' ? strspn(text + 1, "0123456789") : 0;
    if (part > 0 && part <= 2 && (text_starts(text + 1 + part, "  ") || text[1 + part] == '\t')) { /* "A4   Car Parking" */
        number->main = (int)strtol(text + 1, NULL, 10);
        memcpy(number->text, text, 1 + part);
        number->prefix[0] = text[0];
        *stop = true;
        return 1 + part;
    }
    if (n == bracket || n > bracket + 3)
        return 0;
    number->main = (int)strtol(text + bracket, NULL, 10);
    memcpy(number->text, text + bracket, n - bracket);
    bool closed = text[n] == ')';
    *stop = closed || text_starts(text + n, "  ") || text[n] == '\t';
    n += closed;
    bool ends = text[n] == '\0' || strchr(" \t", text[n]);
    return ends && bracket <= (size_t)closed ? n : 0;
}

static char *take_number(struct agenda_line *line, char *text)
{
    if (pack_part_of(text) || pack_words_at(PACK_PAGE_AS_PRINTED, text)) /* "PART 2" is no number with a prefix */
        return text;
    size_t lead = lead_at(text), n = item_number_begins(text + lead, &line->number), used;
    struct date date;
    line->lead = lead > 0;
    line->stop = n > 0;
    if (n == 0 && (lead ? item_number_parse_bare : item_number_parse)(text + lead, &line->number)) { /* nothing but the number */
        line->stop = true;
        n = strlen(text + lead);
    }
    if (n == 0)
        n = bare_number(text + lead, &line->number, &line->stop);
    char *rest = text + lead + n;
    if (n > 0 && text_find_date(text + lead, 0, &date, &used) == 0)
        n = 0;
    if (n == 0) {
        line->number = (struct item_number){0};
        line->lead = line->stop = false;
        return text;
    }
    rest += blanks_at(rest);
    if (lead > 0)
        rest += strspn(rest, "-: ");
    if (lead > 0 && text_starts(rest, "\xE2\x80\x93"))
        rest += 3;
    return rest + blanks_at(rest);
}

/* ---- the hour of an item ------------------------------------------------------------------------------------- */

/* Bytes of an hour, or of a span of hours, at TEXT with what parts it from what it stands before: a column's blanks, the bracket
 * round it, a dash; 0 if none. */
static size_t hour_at(const char *text, size_t *length)
{
    size_t bracket = *text == '(' || *text == '[';
    int from, to;
    *length = clock_scan_span(text + bracket, &from, &to);
    if (*length == 0)
        *length = clock_scan(text + bracket, &from);
    if (*length == 0)
        return 0;
    const char *behind = text + bracket + *length;
    if (bracket)
        return strchr(")]", *behind) && *behind ? bracket + *length + 1 + strspn(behind + 1, " \t-:") : 0;
    size_t blanks = strspn(behind, " \t");
    bool column = blanks >= PAGES_BLANKS || *behind == '\t';
    return column && behind[blanks] ? *length + blanks : 0;
}

/* TEXT behind the pages that stand in a column before a number with its stop, "5-7       2.    Minutes", or behind the mark of an
 * exempt paper there, "E1   10.   Purchase of Land". */
static char *take_left(const void *parent, struct agenda_line *line, char *text)
{
    int first;
    bool range;
    size_t mark = (*text == 'E' || *text == 'P') && isdigit((unsigned char)text[1]) ? 1 + strspn(text + 1, "0123456789") : 0;
    size_t pages = mark ? 0 : range_at(text, &first, &range), n = mark ? mark : pages, blanks = strspn(text + n, " \t");
    struct item_number number;
    char *rest = text + n + blanks;
    bool column = n > 0 && (blanks >= PAGES_BLANKS || text[n] == '\t');
    if (!column || !isdigit((unsigned char)*rest) || !item_number_begins(rest, &number) || number.text[0] == '\0')
        return text;
    line->exempt = mark > 0;
    if (pages > 0) {
        line->pages = mem_strndup(parent, text, pages);
        line->page = first;
    }
    return rest;
}

/* TEXT behind the hour that stands there before a number, or before a title in its column. */
static char *take_hour(const void *parent, struct agenda_line *line, char *text)
{
    size_t length, n = line->timing ? 0 : hour_at(text, &length);
    if (n == 0)
        return text;
    line->timing = mem_strndup(parent, text + (*text == '(' || *text == '['), length);
    return text + n;
}

/* ---- a line -------------------------------------------------------------------------------------------------- */

/* LINE without marks of Markdown, NULL for the ruler of a table; its blanks are kept. */
static char *plain(const void *parent, struct agenda_line *line, const char *at, size_t n)
{
    char *row = pack_row(parent, at, n), *text = mem_strndup(parent, row ? row : at, row ? strlen(row) : n);
    if (row && !*row)
        return NULL;
    size_t hashes = strspn(text, "#");
    line->heading = hashes > 0 && hashes < 7 && text[hashes] == ' ';
    text += line->heading ? hashes + strspn(text + hashes, " ") : 0;
    struct list_mark mark = mark_scan(text, strlen(text));
    line->bullet = mark.kind == MARK_BULLET && !text_starts(text, "**");
    text += line->bullet ? mark.len : 0;
    line->bold = text_starts(text, "**") || text_starts(text, "__");
    char *to = text;
    for (const char *from = text; *from; from++) {
        bool mark_of_bold = from[0] == from[1] && (from[0] == '*' || (from[0] == '_' && from[2] != '_' && from != text && from[-1] != '_'));
        if (mark_of_bold)
            from++;
        else if (!(from[0] == '\\' && ispunct((unsigned char)from[1])))
            *to++ = *from;
    }
    *to = '\0';
    return text + strspn(text, " \t");
}

static bool read_line(const void *parent, struct agenda_line *line)
{
    size_t indent = 0;
    for (size_t blank; indent < line->n && (blank = pack_void(line->at + indent)) > 0; indent += blank)
        line->columns += line->at[indent] == '\t' ? TAB_COLUMNS : 1;
    size_t n = line->n;
    while (n > indent && strchr(" \t\r\f", line->at[n - 1]))
        n--;
    if (n == indent || pack_is_system_mark(line->at + indent, n - indent))
        return false;
    line->width = line->columns + (n - indent);
    if (n - indent > AGENDA_LONGEST) {
        line->title = mem_strdup(parent, "");
        return true;
    }
    char *text = plain(parent, line, line->at + indent, n - indent);
    if (!text || pack_is_page_noise(text))
        return false;
    bool pages = agenda_is_pages(text, &line->page) && strspn(text, "0123456789. ()") < strlen(text);
    char *begin = pages ? text : take_left(parent, line, take_hour(parent, line, text)), *rest = pages ? text : take_number(line, begin);
    bool even = *line->number.text && !memchr(text, '\t', (size_t)(begin - text));
    line->columns += even ? (size_t)(begin - text) : 0;
    rest = *line->number.text ? take_hour(parent, line, rest) : rest;
    line->title_columns = line->columns + (size_t)(rest - text);
    read_columns(parent, line, rest);
    line->paged = line->pages || agenda_names_pages(line->title);
    return true;
}

/* "(Pages 3 - 58)" alone below a numbered title stands beside it, as one may say. */
static void page_numbered(struct agenda_lines *lines)
{
    for (size_t i = 0; i + 1 < lines->n; i++) {
        struct agenda_line *line = &lines->at[i], *next = line + 1;
        if (*line->number.text && *line->title && !line->paged && !next->gap && *next->title == '(' && agenda_names_pages(next->title))
            line->paged = true;
    }
}

struct agenda_lines agenda_split(const void *parent, const char *text, size_t n)
{
    struct agenda_lines lines = {0};
    bool gap = true;
    for (const char *at = text, *end = text + n; at < end && lines.n < AGENDA_LINES_MAX;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct agenda_line line = {.at = at, .n = (size_t)((stop ? stop : end) - at)};
        gap |= line.n > 0 && memchr(at, '\f', line.n);
        while (line.n > 0 && *line.at == '\f') {
            line.at++;
            line.n--;
        }
        at += (size_t)((stop ? stop : end) - at) + (stop != NULL);
        bool kept = read_line(parent, &line);
        line.gap = gap;
        gap = !kept;
        if (kept)
            *mem_append(parent, lines.at, lines.n) = line;
    }
    page_numbered(&lines);
    return lines;
}
