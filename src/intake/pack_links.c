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

bool markup_next_link(const char *raw, size_t n, size_t from, struct markup_link *link)
{
    size_t open = SIZE_MAX;
    for (size_t at = from; at < n; at++) {
        if (raw[at] == '[' && !is_escaped(raw, at))
            open = at > 0 && raw[at - 1] == '!' ? SIZE_MAX : at; /* a picture is no link */
        if (raw[at] != ']' || is_escaped(raw, at))
            continue;
        size_t address = open != SIZE_MAX && at + 1 < n && raw[at + 1] == '(' ? markup_address(raw + at + 2, n - at - 2) : 0;
        if (address) {
            *link = (struct markup_link){{open, at + 2 + address - open}, {open + 1, at - open - 1}, {at + 2, address - 1}};
            return true;
        }
        open = SIZE_MAX;
    }
    return false;
}

char *markup_link_href(const void *parent, const char *raw, const struct markup_link *link)
{
    char *inside = mem_strndup(parent, raw + link->inside.start, link->inside.len);
    size_t lead = strspn(inside, " <");
    memmove(inside, inside + lead, strlen(inside + lead) + 1);
    inside[strcspn(inside, " >")] = '\0';
    return inside;
}

/* Where it leads; NULL where that is nowhere outside the paper. */
static char *address_of(const void *parent, const char *raw, const struct markup_link *link)
{
    char *href = markup_link_href(parent, raw, link);
    char *url = strchr(href, ':') ? link_address(parent, href, NULL) : NULL;
    talloc_free(href);
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
    struct markup_link link = {0};
    while (pack->n_links < LINKS_MOST && markup_next_link(raw, n, link.all.start + link.all.len, &link)) {
        char *url = address_of(pack->scratch, raw, &link);
        if (url)
            add_link(pack, raw + link.words.start, link.words.len, url);
    }
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
