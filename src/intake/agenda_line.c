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
    char *begin = pages ? text : agenda_take_left(parent, line, agenda_take_hour(parent, line, text)), *rest = pages ? text : agenda_take_number(line, begin);
    bool even = *line->number.text && !memchr(text, '\t', (size_t)(begin - text));
    line->columns += even ? (size_t)(begin - text) : 0;
    rest = *line->number.text ? agenda_take_hour(parent, line, rest) : rest;
    line->title_columns = line->columns + (size_t)(rest - text);
    agenda_read_columns(parent, line, rest);
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
