/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* "Turn to page 27": the page of an agenda pack by its printed number. Packs that were read as PDF mark their
 * pages; of a text only the pages of each item are known, and that is said. */
#include "config.h"

#include "meeting.h"

#include <stdlib.h>
#include <string.h>

/* Is NUMBER among the pages of ITEM, "25 - 30"? */
static bool item_has_page(const struct item *item, const char *number)
{
    char *end;
    long page = strtol(number, &end, 10), first, last;
    if (*end || !item->pages)
        return false;
    first = last = strtol(item->pages, &end, 10);
    const char *more = end + strcspn(end, "0123456789");
    if (*more)
        last = strtol(more, NULL, 10);
    return end != item->pages && page >= first && page <= last;
}

static bool report_marks_page(const struct item *item, const char *number)
{
    for (size_t i = 0; i < item->n_blocks; i++)
        if (item->blocks[i].page && strcmp(item->blocks[i].page, number) == 0)
            return true;
    return false;
}

static const struct item *find_item(const struct meeting *meeting, const char *number,
                                    bool (*has)(const struct item *, const char *))
{
    for (size_t i = 0; i < meeting->n_items; i++)
        if (has(&meeting->items[i], number))
            return &meeting->items[i];
    return NULL;
}

/* The report is opened where it has that page, else at its beginning. */
static void open_report(struct meeting_screen *ms, const struct item *item, const char *number)
{
    void *local = talloc_named_const(NULL, 0, "page");
    meeting_go(ms, item->position);
    if (item_has_text(item, TEXT_REPORT)) {
        screen_focus(&ms->screen, PANE_TEXTS + TEXT_REPORT);
        if (number)
            pane_go(&ms->screen, PANE_TEXTS + TEXT_REPORT, mem_printf(local, PAGE_KEY "%s", number), 0);
    }
    talloc_free(local);
}

/* Its number is the one among its pages that the item gives. */
static unsigned open_unmarked(struct meeting_screen *ms, const struct item *item, const char *number)
{
    void *local = talloc_named_const(NULL, 0, "page");
    const char *pages = words_range(local, item->pages), *which = fact_item_number(local, item);
    open_report(ms, item, NULL);
    unsigned reactions =
        item_has_text(item, TEXT_REPORT)
            ? browser_sayf(ms->screen.browser, "page %s is in this report, pages %s; the text held does not mark where its pages begin", number, pages)
            : browser_sayf(ms->screen.browser, "page %s belongs to %s, pages %s, whose report is not held", number, which, pages);
    talloc_free(local);
    return reactions;
}

unsigned meeting_turn_to(struct meeting_screen *ms, const char *number)
{
    if (!number || !*number)
        return browser_refuse(ms->screen.browser, "page takes the number of a page: :page 27");
    const struct item *item = find_item(ms->meeting, number, report_marks_page);
    if (item) {
        open_report(ms, item, number);
        return REACT_REDRAW;
    }
    item = find_item(ms->meeting, number, item_has_page);
    return item ? open_unmarked(ms, item, number)
                : browser_refuse(ms->screen.browser, "no paper held of this meeting has a page %s", number);
}
