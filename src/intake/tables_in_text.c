/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tables that a converter leaves as HTML in Markdown, "<table><tr><td>1</td><td>Apologies</td></tr></table>", become rows with bars, as
 * the readers know them. A page of HTML never comes here: it has readers of its own. */
#include "config.h"

#include "src/intake/bytes.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define TAG_LONGEST ((size_t)300) /* bytes of a tag with its attributes */

/* Bytes of the tag NAME at TEXT, opening or closing; 0 if it is none. */
static size_t tag_at(const char *text, const char *name, bool closing)
{
    size_t slash = closing ? 1 : 0, n = strlen(name);
    if (text[0] != '<' || (closing && text[1] != '/') || strncasecmp(text + 1 + slash, name, n) != 0 || isalnum((unsigned char)text[1 + slash + n]))
        return 0;
    const char *end = memchr(text, '>', strnlen(text, TAG_LONGEST));
    return end ? (size_t)(end - text) + 1 : 0;
}

static size_t any_of_table_at(const char *text)
{
    static const char *const names[] = {"table", "thead", "tbody", "tfoot", "colgroup", "col", "caption"};
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        for (int closing = 0; closing < 2; closing++) {
            size_t n = tag_at(text, names[i], closing);
            if (n > 0)
                return n;
        }
    return 0;
}

/* What the tag at TEXT, *N bytes, becomes: a bar before a cell, the end of a row, nothing; NULL where it is none of a table. */
static const char *instead_of(const char *text, size_t *n)
{
    if ((*n = tag_at(text, "td", false)) > 0 || (*n = tag_at(text, "th", false)) > 0)
        return "| ";
    if ((*n = tag_at(text, "td", true)) > 0 || (*n = tag_at(text, "th", true)) > 0)
        return " ";
    if ((*n = tag_at(text, "tr", false)) > 0)
        return "\n";
    if ((*n = tag_at(text, "tr", true)) > 0)
        return "|\n";
    return (*n = any_of_table_at(text)) > 0 ? "" : NULL;
}

static void end_line(struct buf *out)
{
    if (out->len > 0 && out->data[out->len - 1] != '\n')
        buf_putc(out, '\n');
}

/* The table at TEXT, "<table>" and what stands before "</table>", to OUT; its bytes. Lines within a cell are blanks. */
static size_t put_table(struct buf *out, const char *text)
{
    size_t at = 0, n;
    for (bool row = false; text[at] && !tag_at(text + at, "table", true); at += n) {
        const char *instead = text[at] == '<' ? instead_of(text + at, &n) : NULL;
        if (instead) {
            row = *instead == '|' ? instead[1] == ' ' : *instead == ' ' && row;
            if (*instead == '\n')
                end_line(out);
            else
                buf_puts(out, instead);
            continue;
        }
        n = 1;
        if (text[at] == '|' && row)
            buf_putc(out, '\\');
        if (text[at] != '\n')
            buf_putc(out, text[at]);
        else if (row)
            buf_putc(out, ' ');
        else
            end_line(out);
    }
    end_line(out);
    return at + tag_at(text + at, "table", true);
}

char *text_without_tables(const void *parent, char *text)
{
    const char *table = strcasestr(text, "<table"), *last = text;
    for (const char *end = text; (end = strcasestr(end, "</table")); end++)
        last = end; /* a table that never ends is none */
    if (!table || table > last)
        return text;
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    const char *at = text;
    for (; table && table < last; table = strcasestr(at, "<table")) {
        buf_add(&out, at, (size_t)(table - at));
        size_t n = tag_at(table, "table", false) > 0 ? put_table(&out, table) : strlen("<table");
        if (n == strlen("<table"))
            buf_add(&out, table, n);
        at = table + n;
    }
    buf_puts(&out, at);
    talloc_free(text);
    return buf_take(&out);
}
