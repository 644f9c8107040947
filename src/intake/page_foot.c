/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What stands on a page below its last item and is none of its text: the site's menu, the meeting's own sections (field.md 3.6). */
#include "config.h"

#include "src/intake/page.h"

#include <string.h>

#define FOOT_MIN 3 /* lines of the site's menu in a row that are surely no text */

/* A line of the site's menu, or of its list of letters from A to Z. */
static bool is_foot(const char *line)
{
    return page_word_is(WORD_FOOT, line) || (*line >= 'A' && *line <= 'Z' && line[1] == '\0');
}

/* "Additional Meeting Documents", apart from the last item: what is of the meeting. */
static bool is_below_items(const struct page_line *line)
{
    return line->gap && page_word_is(WORD_BELOW_ITEMS, line->text);
}

/* "Agenda pack PDF 6 MB": a file of the whole meeting. */
static bool is_file_of_meeting(const char *line)
{
    return page_word(WORD_FILE_OF_MEETING, line) && file_at_end(line, strlen(line));
}

/* The line from which what stands down to I is below the items: a heading, "Documents", apart from the last item, or I. */
static size_t foot_above(const struct page *page, const struct page_item *last, size_t i)
{
    const struct page_line *above = &page->lines[i - 1];
    bool heads = i - 1 > last->first && above->gap && !strchr(above->text, ' ') &&
                 !file_at_end(above->text, strlen(above->text)) && !page_word(WORD_DOCUMENTS, above->text);
    return heads ? i - 1 : i;
}

void page_drop_foot(struct page *page)
{
    struct page_item *last = page->n_items ? &page->items[page->n_items - 1] : NULL;
    size_t run = 0;
    for (size_t i = last ? last->first + 1 : page->n; i < page->n; i++) {
        run = is_foot(page->lines[i].text) ? run + 1 : 0;
        if (run == FOOT_MIN || is_below_items(&page->lines[i])) {
            last->end = run == FOOT_MIN ? i + 1 - FOOT_MIN : i;
            return;
        }
        if (page->lines[i].gap && is_file_of_meeting(page->lines[i].text)) {
            last->end = foot_above(page, last, i);
            return;
        }
    }
}
