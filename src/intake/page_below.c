/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Items of a page that stand below a heading with a number, "5. Housing" above "5.1 Garage Rents" and "5.2 Repairs": titles with their
 * texts and files. Paragraphs of minutes are numbered so, too, but they are sentences, and text stands above the first of them. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define TITLE_LONGEST 160 /* bytes */

/* Bytes of "5.2" at the head of LINE, with the blanks behind it, where it is the point SUB of item MAIN and a title follows; else 0. */
static size_t point_at(const char *line, int main, int sub)
{
    size_t digits = strspn(line, "0123456789"), n = digits > 0 && digits < 5 && line[digits] == '.' ? digits + 1 : 0, more = n ? strspn(line + n, "0123456789") : 0;
    if (more == 0 || more > 3 || strtol(line, NULL, 10) != main || strtol(line + n, NULL, 10) != sub)
        return 0;
    n += more;
    n += line[n] == '.';
    size_t blanks = blanks_at(line + n), length = strlen(line);
    const char *title = line + n + blanks;
    bool may = blanks > 0 && isupper((unsigned char)*title) && length <= TITLE_LONGEST && !text_stops(line) && !strchr(":;,", line[length - 1]);
    return may ? n + blanks : 0;
}

/* How many points, all of them titles, stand below ITEM, whose title the first follows at once. */
static size_t count_points(const struct page *page, const struct page_item *item)
{
    size_t n = 0;
    for (size_t i = item->first + 1; i < item->end; i++) {
        const char *line = page->lines[i].text;
        if (point_at(line, item->number.main, (int)n + 1) > 0)
            n++;
        else if (i == item->first + 1)
            return 0;
    }
    return n;
}

/* Each becomes an item behind the heading's. */
static void add_points(struct page *page, struct page_item **items, size_t *n_items, const struct page_item *heading)
{
    size_t end = heading->end;
    int sub = 0;
    for (size_t i = heading->first + 1; i < end; i++) {
        size_t n = point_at(page->lines[i].text, heading->number.main, sub + 1);
        if (n == 0)
            continue;
        (*items)[*n_items - 1].end = i;
        struct page_item *item = mem_append(page->scratch, *items, *n_items);
        *item = (struct page_item){.first = i, .end = end, .exempt = heading->exempt};
        item->number = (struct item_number){.main = heading->number.main, .sub = ++sub};
        size_t length = strcspn(page->lines[i].text, " \t");
        length -= page->lines[i].text[length - 1] == '.';
        memcpy(item->number.text, page->lines[i].text, length < sizeof item->number.text ? length : 0);
        page->lines[i].text += n;
    }
}

void page_part_below(struct page *page)
{
    struct page_item *items = NULL;
    size_t n_items = 0, parted = 0;
    for (size_t k = 0; k < page->n_items; k++) {
        struct page_item item = page->items[k];
        bool plain = item.number.main > 0 && item.number.sub == 0 && !*item.number.prefix;
        size_t points = plain && item.own_end == 0 ? count_points(page, &item) : 0;
        *mem_append(page->scratch, items, n_items) = item;
        if (points > 0)
            add_points(page, &items, &n_items, &item);
        parted += points > 0;
    }
    if (parted > 0) {
        page->items = items;
        page->n_items = n_items;
    }
}
