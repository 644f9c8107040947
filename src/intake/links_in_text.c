/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Links that a converter leaves as HTML in a text, <a href="https://...">the plan</a>, become those of Markdown, which the readers
 * know: "[the plan](https://...)". Only whole ones of the web on one line do; anchors and what jumps within the page stay as they are. */
#include "config.h"

#include "src/intake/bytes.h"

#include <string.h>
#include <strings.h>

#define TAG_LONGEST ((size_t)4500) /* bytes of a tag with its attributes */
#define WORDS_LONGEST ((size_t)1000)

/* The address in the opening tag at TEXT, of N bytes; bytes of it in *LENGTH, NULL where it is none of the web or would end the link. */
static const char *address_in(const char *text, size_t n, size_t *length)
{
    const char *href = NULL;
    for (size_t i = 2; i + 8 < n && !href; i++)
        if ((text[i] == ' ' || text[i] == '\t') && strncasecmp(text + i + 1, "href=", 5) == 0)
            href = text + i + 6;
    if (!href)
        return NULL;
    char quote = *href == '"' || *href == '\'' ? *href : '\0';
    const char *end = text + n - 1;
    href += quote ? 1 : 0;
    const char *close = memchr(href, quote ? quote : ' ', (size_t)(end - href));
    *length = (size_t)((close ? close : end) - href);
    bool web = strncasecmp(href, "http://", 7) == 0 || strncasecmp(href, "https://", 8) == 0;
    for (size_t i = 0; i < *length && web; i++)
        web = (unsigned char)href[i] > ' ' && !strchr("()[]<>", href[i]);
    return web ? href : NULL;
}

/* A link at TEXT: its words and address to OUT, its bytes returned; 0 where it is none. */
static size_t put_link(struct buf *out, const char *text)
{
    size_t line = strnlen(text, TAG_LONGEST + WORDS_LONGEST), length = 0; /* no more of it is asked for one link */
    const char *stop = memchr(text, '\n', line), *tag;
    line = stop ? (size_t)(stop - text) : line;
    tag = memchr(text, '>', line < TAG_LONGEST ? line : TAG_LONGEST);
    size_t n = tag ? (size_t)(tag - text) + 1 : 0;
    const char *href = n ? address_in(text, n, &length) : NULL;
    for (size_t at = n; href && at < line && at < n + WORDS_LONGEST; at++) {
        if (strchr("[]", text[at]) || strncasecmp(text + at, "<a", 2) == 0)
            return 0;
        if (strncasecmp(text + at, "</a>", 4) != 0)
            continue;
        buf_putc(out, '[');
        buf_add(out, text + n, at - n);
        buf_puts(out, "](");
        buf_add(out, href, length);
        buf_putc(out, ')');
        return at + 4;
    }
    return 0;
}

char *text_with_links(const void *parent, char *text)
{
    const char *at = text, *link = strcasestr(text, "<a ");
    if (!link)
        return text;
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (; link; link = strcasestr(at, "<a ")) {
        buf_add(&out, at, (size_t)(link - at));
        size_t n = put_link(&out, link);
        if (n == 0)
            buf_add(&out, link, n = 2);
        at = link + n;
    }
    buf_puts(&out, at);
    talloc_free(text);
    return buf_take(&out);
}
