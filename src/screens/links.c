/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Links of a text, and addresses that stand in it: the numbers they get, where these stand, and the list of addresses
 * under it. The paper's own footnotes keep their numbers; those of links go on behind them, in the order of the text. Where
 * in an item a link stands is not kept, so it is told by its words: where these stand as often as there are links, else
 * where they stand once between the links before and behind; where that tells nothing none is marked. */
#include "config.h"

#include "links.h"

#include <stdlib.h>
#include <string.h>

/* ---- which text a link is of ---------------------------------------------------------------------------- */

static bool has_words(const char *text, const char *words)
{
    return text && words && strstr(text, words);
}

static bool block_has_words(const struct block *block, const char *words)
{
    bool has = has_words(block->text, words);
    for (size_t r = 0; r < block->n_rows && !has; r++)
        for (size_t c = 0; c < block->rows[r].n_cells && !has; c++)
            has = has_words(block->rows[r].cells[c], words);
    return has;
}

/* Has ITEM its WORDS in TEXT? */
static bool text_has_words(const struct item *item, enum item_text text, const char *words)
{
    const char *const texts[TEXT_COUNT] = {
        [TEXT_MINUTE] = item->minutes_text, [TEXT_AGENDA] = item->agenda_text, [TEXT_DECISION] = item->decision_text};
    bool has = has_words(texts[text], words);
    for (size_t i = 0; text == TEXT_REPORT && i < item->n_blocks && !has; i++)
        has = block_has_words(&item->blocks[i], words);
    return has;
}

static bool elsewhere(const struct item *item, enum item_text text, const struct link *link)
{
    bool has = false;
    for (size_t i = 0; i < TEXT_COUNT; i++)
        has = has || (i != (size_t)text && text_has_words(item, (enum item_text)i, link->text));
    return has;
}

/* It is told under the texts that have its words, and one whose words are in none of them under the first. */
static bool link_is_of(const struct item *item, enum item_text text, const struct safe *clean, const struct link *link)
{
    bool first = true;
    for (size_t i = 0; i < (size_t)text; i++)
        first = first && !item_has_text(item, (enum item_text)i);
    return has_words(clean->text, link->text) || (first && !elsewhere(item, text, link));
}

/* An address without what all have alike: "www.fenwick.example" is https://www.fenwick.example/. */
static struct line_span core(const char *url)
{
    static const char *const schemes[] = {"mailto:", "https://", "http://", "tel:"};
    size_t start = 0;
    for (size_t i = 0; i < MB_LENGTH(schemes); i++)
        start += text_starts(url + start, schemes[i]) ? strlen(schemes[i]) : 0;
    size_t n = strlen(url + start);
    return (struct line_span){start, n - (n > 0 && url[start + n - 1] == '/')};
}

static int compare_urls(const char *a, const char *b)
{
    struct line_span x = core(a), y = core(b);
    int order = memcmp(a + x.start, b + y.start, x.len < y.len ? x.len : y.len);
    return order ? order : x.len < y.len ? -1 : x.len > y.len;
}

/* The words of a link are its address. */
static bool says_its_address(const struct link *link)
{
    return core(link->url).len > 0 && (!link->text || compare_urls(link->text, link->url) == 0);
}

/* "clerk@fenwick.example" leads to mailto:clerk@fenwick.example: there is nothing to add. */
static bool is_of_the_web(const char *url)
{
    return !text_starts(url, "mailto:") && !text_starts(url, "tel:");
}

/* ---- where it stands ------------------------------------------------------------------------------------ */

static bool is_of_word(const char *text, size_t at)
{
    unsigned char c = (unsigned char)text[at];
    return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The first place of WORDS, as whole words, from FROM on: the byte behind them; 0 for none. */
static size_t find_words(const struct safe *text, const char *words, size_t from)
{
    size_t n = strlen(words);
    while (n > 0 && from < text->len) {
        const char *found = strstr(text->text + from, words);
        if (!found)
            return 0;
        size_t at = (size_t)(found - text->text), end = at + n;
        bool inside = (at > 0 && is_of_word(text->text, at - 1) && is_of_word(words, 0)) ||
                      (end < text->len && is_of_word(text->text, end) && is_of_word(words, n - 1));
        if (!inside)
            return end;
        from = at + 1;
    }
    return 0;
}

static size_t count_places(const struct safe *text, const char *words)
{
    size_t n = 0;
    for (size_t at = 0; (at = find_words(text, words, at)) > 0;)
        n++;
    return n;
}

static size_t count_links(const struct text_links *links, const char *words)
{
    size_t n = 0;
    for (size_t i = 0; i < links->n; i++)
        n += links->at[i].link->text && strcmp(links->at[i].link->text, words) == 0;
    return n;
}

#define LINKS_PLACED 300 /* of more none is looked for: the list under the text has them all */

static bool same_words(const struct link *a, const struct link *b)
{
    return a->text && b->text && strcmp(a->text, b->text) == 0;
}

/* The place of each link whose words stand as often as there are links is the next of them. */
static void find_even(const struct safe *text, struct text_links *links)
{
    for (size_t i = 0; i < links->n; i++) {
        struct text_link *one = &links->at[i];
        size_t after = 0;
        if (!one->link->text || count_places(text, one->link->text) != count_links(links, one->link->text))
            continue;
        for (size_t before = 0; before < i; before++)
            if (same_words(links->at[before].link, one->link))
                after = links->at[before].end;
        one->end = find_words(text, one->link->text, after);
    }
}

/* Are the links that have a place in the order of the text? */
static bool in_order(const struct text_links *links)
{
    size_t last = 0;
    bool rise = true;
    for (size_t i = 0; i < links->n; i++) {
        rise = rise && (links->at[i].end == 0 || links->at[i].end > last);
        last = links->at[i].end ? links->at[i].end : last;
    }
    return rise;
}

/* "West quay" in a cell and again below the table: between the links before and behind it its words stand once. */
static void find_between(const struct safe *text, const struct item *item, enum item_text which, struct text_links *links)
{
    size_t from = 0;
    for (size_t i = 0; i < links->n; from = links->at[i].end ? links->at[i].end : from, i++) {
        struct text_link *one = &links->at[i];
        const char *words = one->link->text;
        if (one->end || !words || elsewhere(item, which, one->link))
            continue;
        size_t next = i + 1, to = text->len, place = find_words(text, words, from);
        while (next < links->n && !links->at[next].end && !same_words(links->at[next].link, one->link))
            next++;
        if (next < links->n)
            to = links->at[next].end ? links->at[next].end - strlen(links->at[next].link->text) : 0;
        size_t second = place ? find_words(text, words, place) : 0;
        one->end = place && place < to && (second == 0 || second >= to) ? place : 0;
    }
}

static void find_places(const struct safe *text, const struct item *item, enum item_text which, struct text_links *links)
{
    if (links->n > LINKS_PLACED)
        return;
    find_even(text, links);
    if (in_order(links))
        find_between(text, item, which, links);
}

/* ---- addresses in the text ------------------------------------------------------------------------------ */

static int by_end(const void *a, const void *b)
{
    const struct text_link *x = a, *y = b;
    return x->end < y->end ? -1 : x->end > y->end;
}

/* Behind the address, and behind the bracket that is round it alone: "the plan (https://...)". */
static size_t end_of(const struct safe *text, const struct line_span *found)
{
    size_t end = found->start + found->len;
    char open = found->start > 0 ? text->text[found->start - 1] : ' ', close = end < text->len ? text->text[end] : ' ';
    return end + ((open == '(' && close == ')') || (open == '<' && close == '>'));
}

/* A link that is placed at an address already says where it leads. */
static void add_addresses(const void *parent, const struct safe *text, struct text_links *links)
{
    size_t n = links->n, next = 0;
    struct text_link *placed = mem_zero_named(parent, (n + 1) * sizeof *placed, "placed");
    for (size_t i = 0; i < n; i++)
        placed[i] = links->at[i];
    if (n > 1)
        qsort(placed, n, sizeof *placed, by_end);
    for (struct line_span found = {0}; text_web_address(text->text, text->len, found.start + found.len, &found);) {
        size_t end = end_of(text, &found);
        while (next < n && placed[next].end <= found.start)
            next++;
        if (next < n && placed[next].end <= end)
            continue;
        struct link *link = mem_new(parent, struct link);
        link->url = mem_strndup(link, text->text + found.start, found.len);
        *mem_append(parent, links->at, links->n) = (struct text_link){
            .link = link, .end = end, .itself = true, .apart = end == found.start + found.len};
    }
    talloc_free(placed);
}

/* ---- numbers -------------------------------------------------------------------------------------------- */

#define NUMBER_MOST 999

/* "[12]": bytes of it, 0 for none. */
static size_t bracketed(const char *text, size_t n, int *number)
{
    size_t at = 1;
    *number = 0;
    while (at < n && text[at] >= '0' && text[at] <= '9' && *number <= NUMBER_MOST)
        *number = *number * 10 + (text[at++] - '0');
    return *number > 0 && *number <= NUMBER_MOST && at < n && text[at] == ']' ? at + 1 : 0;
}

/* "¹²" */
static size_t raised(const char *text, size_t n, int *number)
{
    static const char *const digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    size_t at = 0;
    *number = 0;
    for (size_t digit = 0; digit < MB_LENGTH(digits) && *number <= NUMBER_MOST;) {
        size_t length = strlen(digits[digit]);
        bool here = at + length <= n && memcmp(text + at, digits[digit], length) == 0;
        *number = here ? *number * 10 + (int)digit : *number;
        at += here ? length : 0;
        digit = here ? 0 : digit + 1;
    }
    return *number > 0 && *number <= NUMBER_MOST ? at : 0;
}

static bool begins_line(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] == ' ')
        at--;
    return at == 0 || text[at - 1] == '\n';
}

/* The paper's own numbers; the highest of its footnotes is returned. */
static int own_numbers(const void *parent, const struct safe *text, struct text_links *links)
{
    int highest = 0, number;
    for (size_t at = 0, used; at < text->len; at += used ? used : 1) {
        unsigned char c = (unsigned char)text->text[at];
        used = c == '[' ? bracketed(text->text + at, text->len - at, &number)
               : c == 0xC2 || c == 0xE2 ? raised(text->text + at, text->len - at, &number)
                                        : 0;
        if (used == 0)
            continue;
        *mem_append(parent, links->own, links->n_own) = (struct own_number){at, number, begins_line(text->text, at)};
        bool counts = c == '[' || begins_line(text->text, at); /* "m²" is no footnote */
        highest = counts && number > highest ? number : highest;
    }
    return highest;
}

/* A link with what orders it: its place, or that of the one before. */
struct ordered {
    struct text_link link;
    size_t place, nth;
    struct ordered *first; /* of those that lead to the same address */
};

static int by_order(const void *a, const void *b)
{
    const struct ordered *x = a, *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    return x->nth < y->nth ? -1 : x->nth > y->nth;
}

static int by_url(const void *a, const void *b)
{
    struct ordered *const *x = a, *const *y = b;
    int order = compare_urls((*x)->link.link->url, (*y)->link.link->url);
    return order ? order : by_order(*x, *y);
}

static void put_in_order(struct ordered *all, const struct text_links *links)
{
    size_t place = 0;
    for (size_t i = 0; i < links->n; i++) {
        place = links->at[i].end ? links->at[i].end : place;
        all[i] = (struct ordered){.link = links->at[i], .place = place, .nth = i};
    }
    qsort(all, links->n, sizeof *all, by_order);
}

/* Numbers in the order of the text, from behind LAST on; links to one address have one number. */
static void give_numbers(struct text_links *links, int last)
{
    void *local = talloc_named_const(NULL, 0, "numbers");
    size_t n = links->n;
    struct ordered *all = mem_zero_named(local, (n + 1) * sizeof *all, "all");
    struct ordered **alike = mem_zero_named(local, (n + 1) * sizeof *alike, "alike");
    put_in_order(all, links);
    for (size_t i = 0; i < n; i++)
        alike[i] = &all[i];
    qsort(alike, n, sizeof(struct ordered *), by_url);
    for (size_t i = 0; i < n; i++) {
        bool same = i > 0 && compare_urls(alike[i - 1]->link.link->url, alike[i]->link.link->url) == 0;
        alike[i]->first = same ? alike[i - 1]->first : alike[i];
    }
    for (size_t i = 0; i < n; i++) {
        all[i].link.number = all[i].first == &all[i] ? ++last : all[i].first->link.number;
        links->at[i] = all[i].link;
    }
    talloc_free(local);
}

void links_of_text(const void *parent, const struct item *item, enum item_text text, const struct safe *clean, struct text_links *links)
{
    *links = (struct text_links){0};
    int last = own_numbers(parent, clean, links);
    for (size_t i = 0; i < item->n_links; i++) {
        const struct link *link = &item->links[i];
        bool itself = link->url && says_its_address(link);
        if (!link->url || (itself && !is_of_the_web(link->url)) || !link_is_of(item, text, clean, link))
            continue;
        *mem_append(parent, links->at, links->n) = (struct text_link){.link = link, .itself = itself, .apart = itself};
    }
    find_places(clean, item, text, links);
    add_addresses(parent, clean, links);
    if (links->n)
        give_numbers(links, last);
    for (size_t i = 0; i < links->n; i++) {
        const struct text_link *one = &links->at[i];
        if (one->end)
            *mem_append(parent, links->places, links->n_places) = (struct flow_link){one->end, one->number, one->apart};
    }
}

/* ---- the list ------------------------------------------------------------------------------------------- */

/* "[1]  Scheme of delegation: https://..." */
void links_page(struct page *page, const struct flow *flow, const struct text_links *links)
{
    int said = 0;
    for (size_t i = 0; i < links->n; i++) {
        const struct text_link *one = &links->at[i];
        if (one->number <= said)
            continue;
        if (said == 0)
            page_heading(page, flow->margin, "Links");
        said = one->number;
        char *number = mem_printf(NULL, "[%d]  ", one->number);
        const char *says = one->itself || !one->link->text ? "" : one->link->text;
        char *words = mem_printf(number, "%s%s%s%s", number, says, *says ? ": " : "", one->link->url);
        page_row(page, mem_printf(number, LINK_KEY "%d", one->number), flow->text.len);
        page_wrap(page, flow->margin, flow->margin + (int)strlen(number), page->width - flow->margin - 1, STYLE_TEXT, words);
        page_no_row(page);
        talloc_free(number);
    }
}
