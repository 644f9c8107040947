/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a converter leaves in a text of things that are no words: pictures, comments, anchors, numbers between pages. Lines of nothing
 * else become blank lines, so that readers see what a reader of the page sees (field.md 3.7, "Converter traces"). Comments and
 * pictures among words stay: the readers of Markdown know them. */
#include "config.h"

#include "src/intake/bytes.h"
#include "src/intake/pack.h"

#include <string.h>

#define ANCHOR_LONGEST ((size_t)200) /* bytes of its tag */
#define ADDRESS_LONGEST ((size_t)2000) /* bytes of a picture's address; one that is the picture itself ends its line */

/* Bytes of TEXT, which has N, up to and with the first CLOSE within LIMIT; 0: there is none. */
static size_t up_to(const char *text, size_t n, const char *close, size_t limit)
{
    const char *end = memmem(text, n < limit ? n : limit, close, strlen(close));
    return end ? (size_t)(end - text) + strlen(close) : 0;
}

/* "![Logo](media/logo.png){width="1in"}", "![][image1]". */
static size_t picture_at(const char *text, size_t n)
{
    if (n < 2 || memcmp(text, "![", 2) != 0)
        return 0;
    size_t words = up_to(text, n, "]", ADDRESS_LONGEST), at = words;
    if (words == 0 || at >= n || (text[at] != '(' && text[at] != '['))
        return 0;
    size_t address = up_to(text + at, n - at, text[at] == '(' ? ")" : "]", n);
    at += address;
    bool sized = address > 0 && at < n && text[at] == '{';
    return address == 0 ? 0 : at + (sized ? up_to(text + at, n - at, "}", ADDRESS_LONGEST) : 0);
}

/* "{12}------------" between two pages. */
static size_t page_break_at(const char *text, size_t n)
{
    size_t digits = n > 1 && *text == '{' ? strspn(text + 1, "0123456789") : 0;
    size_t dashes = digits > 0 && digits + 2 < n && text[digits + 1] == '}' ? strspn(text + digits + 2, "-") : 0;
    return dashes > 2 ? digits + 2 + dashes : 0;
}

static size_t trace_at(const char *text, size_t n)
{
    size_t comment = n >= 4 && memcmp(text, "<!--", 4) == 0 ? up_to(text, n, "-->", n) : 0;
    size_t picture = comment ? comment : picture_at(text, n);
    return picture ? picture : page_break_at(text, n);
}

/* Is a line nothing but traces, or where a picture stands that the text names elsewhere: "[image1]: <data:..."? */
static bool is_trace(const char *line, size_t n)
{
    size_t traces = 0, label = n > 1 && *line == '[' ? up_to(line, n, "]: <data:", ANCHOR_LONGEST) : 0;
    for (size_t at = 0, used; at < n; at += used) {
        used = pack_void(line + at);
        if (used > 0)
            continue;
        used = trace_at(line + at, n - at);
        if (used == 0)
            return label > 0;
        traces++;
    }
    return traces > 0;
}

/* An anchor without words, "<span id="page-3-0"></span>", "<a name="item5"></a>": bytes; 0 if there is none. */
static size_t anchor_at(const char *text)
{
    static const struct {
        const char *open, *close;
    } anchors[] = {{"<span id=", "></span>"}, {"<a id=", "></a>"}, {"<a name=", "></a>"}};
    for (size_t i = 0; i < MB_LENGTH(anchors); i++)
        if (text_starts(text, anchors[i].open)) {
            size_t n = strnlen(text, ANCHOR_LONGEST), used = up_to(text, n, anchors[i].close, ANCHOR_LONGEST);
            return used > 0 && !memchr(text + 1, '<', used - strlen(anchors[i].close)) ? used : 0;
        }
    return 0;
}

/* "<AI1>", "</AI1>", "<TRAILER_SECTION>" that the agenda system left among the words of a line; alone on theirs they part items, and
 * stay (pack_is_system_mark). */
static size_t system_mark_at(const char *text, const char *line, const char *end)
{
    size_t n = 1 + (text[1] == '/');
    n += strspn(text + n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    bool mark = text[n] == '>' && pack_is_system_mark(text, n + 1);
    bool before = (size_t)(text - line) > strspn(line, " \t"), behind = text + n + 1 + strspn(text + n + 1, " \t\r") < end;
    return mark && (before || behind) ? n + 1 : 0;
}

char *text_untraced(const void *parent, char *text)
{
    if (!strstr(text, "<!--") && !strstr(text, "![") && !strstr(text, "></") && !strstr(text, "}---") && !strstr(text, "<AI"))
        return text;
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (const char *at = text; *at;) {
        size_t n = strcspn(at, "\n");
        const char *end = at + n;
        bool trace = is_trace(at, n);
        const char *line = at;
        for (size_t used; !trace && at < end; at += used) {
            used = *at == '<' ? anchor_at(at) : 0;
            used = *at == '<' && used == 0 ? system_mark_at(at, line, end) : used;
            const char *next = used ? NULL : memchr(at + 1, '<', (size_t)(end - at - 1));
            if (used == 0)
                buf_add(&out, at, used = (size_t)((next ? next : end) - at));
        }
        at = end + (*end == '\n');
        if (*end)
            buf_putc(&out, '\n');
    }
    talloc_free(text);
    return buf_take(&out);
}
