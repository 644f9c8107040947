/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The links of a pack in Markdown, "[words](address)" (CommonMark, inline links). The words stay in the text, which
 * pack_markup.c cleans; addresses are gathered here in reading order, and each item gets those of its report. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/tree.h"

#include <string.h>

#define LINKS_MOST ((size_t)4000) /* of one pack */

static bool is_escaped(const char *raw, size_t at)
{
    size_t strokes = 0;
    while (strokes < at && raw[at - strokes - 1] == '\\')
        strokes++;
    return strokes % 2 == 1;
}

/* The address between AT and its ')', N bytes with it, without angle brackets and title; NULL where it leads nowhere outside
 * the paper. */
static char *address_in(const void *parent, const char *at, size_t n)
{
    char *inside = mem_strndup(parent, at, n - 1), *href = inside + strspn(inside, " <");
    href[strcspn(href, " >")] = '\0';
    char *url = strchr(href, ':') ? link_address(parent, href, NULL) : NULL;
    talloc_free(inside);
    return url;
}

static void add_link(struct pack *pack, const char *words, size_t n, char *url)
{
    char *clean = markup_read(pack->scratch, words, n, MARKUP_TEXT).text;
    char *text = text_squeeze(pack->scratch, clean, strlen(clean));
    talloc_free(clean);
    if (!*text)
        return;
    struct link *link = mem_append(pack->scratch, pack->links, pack->n_links);
    link->text = text;
    link->url = url;
}

void pack_gather_links(struct pack *pack, const char *raw, size_t n)
{
    char *text = mem_strndup(NULL, raw, n);
    size_t open = SIZE_MAX;
    n = strlen(text);
    for (size_t at = 0; at < n && pack->n_links < LINKS_MOST; at++) {
        if (text[at] == '[' && !is_escaped(text, at))
            open = at > 0 && text[at - 1] == '!' ? SIZE_MAX : at; /* a picture is no link */
        if (text[at] != ']' || is_escaped(text, at))
            continue;
        size_t address = open != SIZE_MAX && text[at + 1] == '(' ? markup_address(text + at + 2, n - at - 2) : 0;
        char *url = address ? address_in(pack->scratch, text + at + 2, address) : NULL;
        if (url)
            add_link(pack, text + open + 1, at - open - 1, url);
        open = SIZE_MAX;
    }
    talloc_free(text);
}

void pack_place_links(const struct pack *pack, size_t first, size_t end, struct item *item)
{
    size_t from = first > 0 ? pack->pieces[first - 1].links : 0, to = end > first ? pack->pieces[end - 1].links : from;
    for (size_t i = from; i < to && i < pack->n_links; i++) {
        struct link *link = mem_append(pack->meeting, item->links, item->n_links);
        link->text = mem_strdup(pack->meeting, pack->links[i].text);
        link->url = mem_strdup(pack->meeting, pack->links[i].url);
    }
}
