/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Links of a pasted page: those of Markdown, "[words](address)", and addresses that a mail program copied behind what they link,
 * "words <https://...>". They are gathered while the lines are as they came; an item gets those of its own lines, and a file that it
 * lists its address. An address that is text itself, "see https://...", stays in the text and is no link of it. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"
#include "src/intake/tree.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LINKS_MOST ((size_t)4000) /* of one page */
#define WORDS_MOST ((size_t)40)   /* bytes before an address that are taken for the words it links */
#define FILE_LONGEST ((size_t)400) /* bytes of a file's name */
#define FILES_ASKED 20            /* for one link */

/* ---- gathering ------------------------------------------------------------------------------------------ */

/* The words of RAW from byte START on, N of them, lead to URL. */
static void add_link(struct page *page, const char *raw, size_t start, size_t n, char *url, size_t source)
{
    char *clean = url && page->n_links < LINKS_MOST ? markup_read(page->scratch, raw + start, n, MARKUP_TEXT).text : NULL;
    char *text = clean ? text_squeeze(page->scratch, clean, strlen(clean)) : NULL;
    if (text && *text)
        *mem_append(page->scratch, page->links, page->n_links) = (struct page_link){text, url, source, start};
    talloc_free(clean);
}

/* Does HREF lead to the site's own pages and papers: "documents/s12/Plan.pdf", "mgAi.aspx?ID=5"? "[1](b)" is no link. */
static bool is_of_the_site(const char *href)
{
    return strcasestr(href, "documents/") || strcasestr(href, ".aspx");
}

/* RAW without the brackets and addresses of those of its links that lead anywhere. */
static char *without_markup(struct page *page, char *raw, size_t source)
{
    size_t n = strlen(raw), used = 0;
    struct markup_link link = {0};
    struct buf out;
    buf_init(&out, page->scratch, BUF_MAX_DOCUMENT);
    while (markup_next_link(raw, n, link.all.start + link.all.len, &link)) {
        char *href = markup_link_href(page->scratch, raw, &link);
        char *url = strchr(href, ':') || is_of_the_site(href) ? link_address(page->scratch, href, NULL) : NULL;
        talloc_free(href);
        if (!url)
            continue;
        add_link(page, raw, link.words.start, link.words.len, url, source);
        buf_add(&out, raw + used, link.all.start - used);
        buf_add(&out, raw + link.words.start, link.words.len);
        used = link.all.start + link.all.len;
    }
    if (used == 0)
        return raw;
    buf_add(&out, raw + used, n - used);
    return buf_take(&out);
}

/* Where the words begin that the address at AT stands behind: all from FROM on of a file, else a few, of the same sentence and cell. */
static size_t words_before(const char *raw, size_t from, size_t at)
{
    size_t start = at > from + WORDS_MOST ? at - WORDS_MOST : from, end = at;
    bool whole = start == from;
    if (from == 0 && at <= FILE_LONGEST && file_at_end(raw, at))
        return (size_t)(page_without_bullet(raw) - raw);
    while (end > from && strchr(" (", raw[end - 1]))
        end--;
    for (size_t i = start; i + 1 < end; i++)
        if (strchr("\t()[]", raw[i]) || (strchr(".:;?!", raw[i]) && raw[i + 1] == ' ') || (!whole && raw[i] == ' ')) {
            start = i + 1;
            whole = true;
        }
    return whole ? start : end;
}

/* "the old chart <https://...>": page_mend.c takes the address off. */
static void gather_addresses(struct page *page, const char *raw, size_t source)
{
    size_t from = 0;
    for (const char *at = raw; (at = strchr(at, '<')); at++) {
        const char *end = strncasecmp(at, "<http", 5) == 0 ? strchr(at, '>') : NULL;
        if (!end && strncasecmp(at, "<http", 5) == 0)
            return; /* none behind it is closed either */
        if (!end || (at > raw + 1 && at[-1] == '(' && at[-2] == ']')) /* the address of a link of Markdown */
            continue;
        size_t start = words_before(raw, from, (size_t)(at - raw));
        char *href = mem_strndup(page->scratch, at + 1, (size_t)(end - at) - 1);
        add_link(page, raw, start, (size_t)(at - raw) - start, link_address(page->scratch, href, NULL), source);
        from = (size_t)(end - raw) + 1;
        at = end;
    }
}

static int by_place(const void *a, const void *b)
{
    const struct page_link *x = a, *y = b;
    return x->at < y->at ? -1 : x->at > y->at;
}

char *page_gather_links(struct page *page, char *raw, size_t source)
{
    size_t first = page->n_links;
    if (strchr(raw, '<'))
        gather_addresses(page, raw, source);
    char *line = strstr(raw, "](") ? without_markup(page, raw, source) : raw;
    if (page->n_links > first + 1) /* both manners in one line */
        qsort(page->links + first, page->n_links - first, sizeof *page->links, by_place);
    return line;
}

/* ---- placing -------------------------------------------------------------------------------------------- */

/* The first line of the text as it came that lines [FIRST, END) are made of; 0 where none tells. */
static size_t first_source(const struct page *page, size_t first, size_t end)
{
    for (size_t i = first; i < end && i < page->n; i++)
        if (page->lines[i].source)
            return page->lines[i].source;
    return 0;
}

/* "Minutes PDF 97 KB" gives a file that ITEM lists its address; the files stand in the order of their links, *NEXT is the first to
 * be asked. */
static bool is_file(struct page *page, struct item *item, const struct page_link *link, size_t *next)
{
    char *words = mem_strdup(page->scratch, link->words);
    struct attachment suffix = {0}, *file = NULL;
    (void)file_suffix(page->scratch, words, &suffix);
    char *folded = text_fold(page->scratch, words);
    for (size_t i = *next; i < item->n_attachments && i < *next + FILES_ASKED && !file; i++) {
        const char *title = item->attachments[i].title ? item->attachments[i].title : item->title;
        char *other = title && !item->attachments[i].url ? text_fold(page->scratch, title) : NULL;
        file = other && *other && strcmp(other, folded) == 0 ? &item->attachments[i] : NULL;
        talloc_free(other);
    }
    if (file) {
        file->url = mem_strdup(page->meeting, link->url);
        *next = (size_t)(file - item->attachments) + 1;
    }
    talloc_free(folded);
    talloc_free(words);
    return file != NULL;
}

void page_place_links(struct page *page)
{
    size_t at = 0, n = page->n_items < page->meeting->n_items ? page->n_items : page->meeting->n_items;
    for (size_t i = 0; i < n && page->n_links; i++) {
        struct item *item = &page->meeting->items[i];
        size_t from = first_source(page, page->items[i].first, page->items[i].end);
        size_t to = first_source(page, i + 1 < page->n_items ? page->items[i + 1].first : page->items[i].end, page->n);
        size_t file = 0;
        while (at < page->n_links && page->links[at].source < from)
            at++;
        for (; from && at < page->n_links && (to == 0 || page->links[at].source < to); at++) {
            bool cut = page_word_first(WORD_CUT, page->links[at].words, NULL); /* to the whole of the text: page_cut.c says so */
            if (cut || is_file(page, item, &page->links[at], &file))
                continue;
            struct link *link = mem_append(page->meeting, item->links, item->n_links);
            link->text = mem_strdup(page->meeting, page->links[at].words);
            link->url = mem_strdup(page->meeting, page->links[at].url);
        }
    }
}
