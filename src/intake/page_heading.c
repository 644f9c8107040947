/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The line that heads the table of a page's items, "No. Item", and the one above a table that has lost it (field.md 3.4, 3.6). */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <string.h>

#define HEADING_MAX 60 /* bytes of the table's heading, with its mark-up */

size_t page_items_heading(const struct page *page)
{
    for (size_t i = 0; i < page->n; i++) {
        if (strlen(page->lines[i].text) > HEADING_MAX)
            continue;
        const char *next =
            i + 1 < page->n && strlen(page->lines[i + 1].text) < HEADING_MAX ? page->lines[i + 1].text : "";
        char *plain = line_plain(page->scratch, page->lines[i].text);
        char *both = line_plain(page->scratch, mem_printf(plain, "%s %s", plain, next)); /* "No." above "Item" */
        bool found = page_word_is(WORD_ITEMS, plain), broken = !found && page_word_is(WORD_ITEMS, both);
        talloc_free(both);
        talloc_free(plain);
        if (found || broken)
            return i + broken;
    }
    return page->n;
}

#define HEAD_WITHIN 8 /* lines below a link "Items" in which the head says its day */

/* Does the page's head stand below line I, "Items", which then is a link to them? */
static bool is_above_head(const struct page *page, size_t i)
{
    for (size_t k = i + 1; k < page->n && k <= i + HEAD_WITHIN; k++)
        if (label_value(page->lines[k].text, PACK_DATE_LABEL))
            return true;
    return false;
}

/* The heading above a table that has lost its own: "Items". */
size_t page_heading_above(const struct page *page)
{
    size_t i = 0;
    while (i < page->n && (!page_word_is(WORD_ITEMS_ABOVE, page->lines[i].text) || is_above_head(page, i)))
        i++;
    return i;
}
