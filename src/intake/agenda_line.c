/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A line of an agenda that is no table, as a whole (agenda.h): marks of Markdown off, what stands before its title
 * (agenda_number.c), its columns (agenda_columns.c). What the line is meant as is not decided here: a paragraph of a report may
 * look the same. */
#include "config.h"

#include "src/intake/agenda.h"

#include <ctype.h>
#include <string.h>

#define TAB_COLUMNS 4
#define FAR 5            /* blanks between two columns */
#define PAGES_LONGEST 16 /* bytes of "15 - 42)" */

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
    size_t length = strlen(text);
    if (length > 2 && strchr("*_", *text) && text[1] != *text && text[length - 1] == *text && text[length - 2] != *text) { /* "*Pages 3 to 8*" */
        text[length - 1] = '\0';
        text++;
    }
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
    char *begin = pages ? text : agenda_take_left(parent, line, agenda_take_hour(parent, line, text)), *rest = pages ? text : agenda_take_number(line, begin);
    bool even = *line->number.text && !memchr(text, '\t', (size_t)(begin - text));
    line->columns += even ? (size_t)(begin - text) : 0;
    rest = *line->number.text ? agenda_take_hour(parent, line, rest) : rest;
    line->title_columns = line->columns + (size_t)(rest - text);
    size_t before = *line->number.text ? (size_t)(rest - begin) : 0;
    agenda_read_columns(parent, line, rest);
    size_t blanks = 0;
    while (blanks < before && strchr(" \t", begin[before - blanks - 1]))
        blanks++;
    if (before > 0) /* what stands far behind it is in another column */
        line->whole = mem_printf(parent, "%.*s%s%s", (int)(before - blanks), begin, *line->title && blanks < FAR ? " " : "", blanks < FAR ? line->title : "");
    line->paged = line->pages || agenda_names_pages(line->title);
    return true;
}

/* "* Denotes exempt information", "# Not for publication by virtue of paragraph 3": does LINE explain MARK? */
static bool explains(const struct agenda_line *line, char mark)
{
    const char *at = line->at + strspn(line->at, " \t");
    if (line->n == 0 || *at != mark || line->n > AGENDA_LONGEST || *line->number.text)
        return false;
    static const char *const words[] = {"exempt", "confidential", "not for publication", "in private", "excluded", "not open to the public"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strcasestr(line->title, words[i]))
            return true;
    return false;
}

/* The star that LINE, an item's, wears before its title or behind it: "4. * Sale of land", "Sale of land *"; 0 none. */
static char star_of_title(const struct agenda_line *line)
{
    size_t n = strlen(line->title);
    if (n < 3)
        return 0;
    if (strchr("*#+", *line->title) && line->title[1] == ' ')
        return *line->title;
    return strchr("*#+", line->title[n - 1]) ? line->title[n - 1] : 0;
}

/* Stars before numbers or behind titles mark what is exempt, where a line of the paper says so. */
static void settle_marks(struct agenda_lines *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        struct agenda_line *line = &lines->at[i];
        if (*line->number.text && !line->mark)
            line->mark = star_of_title(line);
    }
    for (const char *mark = "*#+"; *mark; mark++) {
        bool explained = false;
        for (size_t i = 0; i < lines->n && !explained; i++)
            explained = explains(&lines->at[i], *mark);
        for (size_t i = 0; i < lines->n && explained; i++)
            if (lines->at[i].mark == *mark) {
                lines->at[i].exempt = true;
                lines->at[i].title += *lines->at[i].title == *mark ? 2 : 0;
            }
    }
}

/* "... Discharge Team (Pages" and below it "15 - 42)": the bracket was broken at the margin. */
static void close_pages(const void *parent, struct agenda_lines *lines)
{
    for (size_t i = 0; i + 1 < lines->n; i++) {
        struct agenda_line *line = &lines->at[i], *next = line + 1;
        char *open = next->gap || line->pages ? NULL : strrchr(line->title, '(');
        size_t blanks = strspn(next->at, " \t"), n = next->n > blanks ? next->n - blanks : 0;
        if (!open || strchr(open, ')') || !pack_words_at(PACK_PAGE_AS_PRINTED, open + 1) || n == 0 || n > PAGES_LONGEST)
            continue;
        char *inside = mem_printf(parent, "%s %.*s", open, (int)n, next->at + blanks);
        if (!agenda_is_pages(text_trim(inside), &line->page))
            continue;
        line->pages = text_trim(inside);
        line->paged = true;
        while (open > line->title && open[-1] == ' ')
            open--;
        *open = '\0';
        next->number = (struct item_number){0};
        next->title = mem_strdup(parent, "");
        next->pages = next->more = next->weak = NULL;
        next->paged = false;
    }
}

/* Pages that stand below a numbered title, "(Pages 3 - 58)" alone or behind the title's second line, are as good as beside it; so
 * are those below a title whose number stands alone above it. */
static void page_numbered(struct agenda_lines *lines)
{
    for (size_t i = 0; i + 1 < lines->n; i++) {
        struct agenda_line *line = &lines->at[i];
        bool alone = !*line->title;
        if (!*line->number.text || line->paged)
            continue;
        for (size_t k = i + 1; k < lines->n && k <= i + 2 && !line->paged; k++) {
            const struct agenda_line *next = &lines->at[k];
            if (*next->number.text || (next->gap && !alone) || next->n > AGENDA_LONGEST)
                break;
            line->paged = agenda_names_pages(next->title) || (alone && k == i + 2 && !*next->title && next->pages);
        }
    }
}

/* What a number says of its year the numbers above and below it tell. */
static void settle_years(struct agenda_lines *lines)
{
    struct agenda_line *before = NULL;
    for (size_t i = 0; i < lines->n; i++) {
        struct agenda_line *line = &lines->at[i];
        if (!*line->number.text)
            continue;
        if (before) {
            item_number_settle(&line->number, &before->number);
            item_number_settle(&before->number, &line->number);
        }
        before = line;
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
    close_pages(parent, &lines);
    page_numbered(&lines);
    settle_marks(&lines);
    settle_years(&lines);
    return lines;
}
