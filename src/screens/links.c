/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Links of a text: the numbers they get, where these stand in it, and the list of addresses under it. The paper's own
 * footnotes keep their numbers; those of links go on behind them. Where in an item a link stands is not kept, so it is
 * told by its words, and where these stand more often than there are links none is marked. */
#include "config.h"

#include "links.h"

#include <stdlib.h>
#include <string.h>

/* ---- which text a link is of ---------------------------------------------------------------------------- */

static bool has_words(const char *text, const char *words)
{
    return text && words && strstr(text, words);
}

/* It is told under the texts that have its words, and one whose words are in none of them under the first. */
static bool link_is_of(const struct item *item, enum item_text text, const struct safe *clean, const struct link *link)
{
    const char *const others[] = {item->minutes_text, item->decision_text, item->agenda_text};
    bool elsewhere = false, first = true;
    for (size_t i = 0; i < MB_LENGTH(others); i++)
        elsewhere = elsewhere || has_words(others[i], link->text);
    for (size_t i = 0; i < item->n_blocks; i++)
        elsewhere = elsewhere || has_words(item->blocks[i].text, link->text);
    for (size_t i = 0; i < (size_t)text; i++)
        first = first && !item_has_text(item, (enum item_text)i);
    return has_words(clean->text, link->text) || (!elsewhere && first);
}

/* "www.fenwick.example" leads to https://www.fenwick.example/: there is nothing to add. */
static bool says_its_address(const struct link *link)
{
    static const char *const schemes[] = {"mailto:", "https://", "http://", "tel:"};
    const char *url = link->url, *words = link->text ? link->text : "";
    for (size_t i = 0; i < MB_LENGTH(schemes); i++) {
        url += text_starts(url, schemes[i]) ? strlen(schemes[i]) : 0;
        words += text_starts(words, schemes[i]) ? strlen(schemes[i]) : 0;
    }
    size_t n = strlen(url);
    n -= n > 0 && url[n - 1] == '/';
    return n > 0 && strncmp(words, url, n) == 0 && strspn(words + n, "/") == strlen(words + n);
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

/* The place of each link is the next of its words. */
static void find_places(const struct safe *text, struct text_links *links)
{
    if (links->n > LINKS_PLACED)
        return;
    for (size_t i = 0; i < links->n; i++) {
        struct text_link *one = &links->at[i];
        size_t after = 0;
        if (!one->link->text || count_places(text, one->link->text) != count_links(links, one->link->text))
            continue;
        for (size_t before = 0; before < i; before++)
            if (links->at[before].link->text && strcmp(links->at[before].link->text, one->link->text) == 0)
                after = links->at[before].end;
        one->end = find_words(text, one->link->text, after);
    }
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

/* Links to one address have one number. */
static int number_of(const struct text_links *links, const struct link *link, int *last)
{
    for (size_t i = 0; i < links->n; i++)
        if (strcmp(links->at[i].link->url, link->url) == 0)
            return links->at[i].number;
    return ++*last;
}

static int by_place(const void *a, const void *b)
{
    const struct flow_link *x = a, *y = b;
    return x->end < y->end ? -1 : x->end > y->end;
}

void links_of_text(const void *parent, const struct item *item, enum item_text text, const struct safe *clean, struct text_links *links)
{
    *links = (struct text_links){0};
    int last = own_numbers(parent, clean, links);
    for (size_t i = 0; i < item->n_links; i++) {
        const struct link *link = &item->links[i];
        if (!link->url || says_its_address(link) || !link_is_of(item, text, clean, link))
            continue;
        int number = number_of(links, link, &last);
        *mem_append(parent, links->at, links->n) = (struct text_link){.link = link, .number = number};
    }
    find_places(clean, links);
    for (size_t i = 0; i < links->n; i++)
        if (links->at[i].end)
            *mem_append(parent, links->places, links->n_places) = (struct flow_link){links->at[i].end, links->at[i].number};
    if (links->n_places > 1)
        qsort(links->places, links->n_places, sizeof *links->places, by_place);
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
        if (i == 0)
            page_heading(page, flow->margin, "Links");
        said = one->number;
        char *number = mem_printf(NULL, "[%d]  ", one->number);
        char *words = mem_printf(number, "%s%s%s%s", number, one->link->text ? one->link->text : "",
                                 one->link->text ? ": " : "", one->link->url);
        page_row(page, mem_printf(number, LINK_KEY "%d", one->number), flow->text.len);
        page_wrap(page, flow->margin, flow->margin + (int)strlen(number), page->width - flow->margin - 1, STYLE_TEXT, words);
        page_no_row(page);
        talloc_free(number);
    }
}
