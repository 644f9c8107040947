/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What can be said of a PDF's items once they are read: the printed page of each block, and which item a link stands in.
 * Until here a block's page is its place in the PDF. The numbers at the edges of pages say how far that is from the
 * printed one (pdf_edges.c); where none are printed, or they are no pages of the pack (a browser counts its own), the
 * agenda does: a report begins on the first of the pages that it names. */
#include "config.h"

#include "src/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

#define LINK_SHORTEST 2 /* bytes of words that can be found again */

/* ---- pages ------------------------------------------------------------------------------------------ */

/* The pages that the agenda names for an item: "11 - 16", "17". */
struct range {
    int first, last;
};

static bool read_range(const struct item *item, struct range *range)
{
    char *rest;
    long first = item->pages ? strtol(item->pages, &rest, 10) : 0, last = first;
    if (first < 1 || first > (long)PDF_PAGES_MAX)
        return false;
    rest += strspn(rest, " -\xE2\x80\x93\x94");
    if (*rest >= '1' && *rest <= '9')
        last = strtol(rest, NULL, 10);
    *range = (struct range){(int)first, last < first || last > (long)PDF_PAGES_MAX ? (int)first : (int)last};
    return true;
}

static int place_of(const struct block *block)
{
    return block->page ? (int)strtol(block->page, NULL, 10) : 0;
}

/* How far the pages that the agenda names for ITEM are from where its report stands; PDF_NO_SHIFT where it has none. */
static int shift_of(const struct item *item, struct range *range)
{
    if (item->n_blocks == 0 || place_of(&item->blocks[0]) == 0 || !read_range(item, range))
        return PDF_NO_SHIFT;
    return range->first - place_of(&item->blocks[0]);
}

/* One shift for all, or PDF_NO_SHIFT: each item has its own, or none. What is printed on the pages
 * counts where it fits one of the agenda's. */
static int common_shift(const struct pdf *pdf, const struct meeting *meeting)
{
    int common = PDF_NO_SHIFT;
    bool same = true;
    for (size_t i = 0; i < meeting->n_items; i++) {
        struct range range;
        int shift = shift_of(&meeting->items[i], &range);
        if (shift == PDF_NO_SHIFT)
            continue;
        if (shift == pdf->shift)
            return shift;
        same &= common == PDF_NO_SHIFT || common == shift;
        common = shift;
    }
    return common == PDF_NO_SHIFT ? pdf->shift : same ? common : PDF_NO_SHIFT;
}

static void number_block(const void *owner, struct block *block, int shift, int last)
{
    int page = place_of(block) && shift != PDF_NO_SHIFT ? place_of(block) + shift : 0;
    talloc_free(block->page);
    block->page = page > 0 && (last == 0 || page <= last) ? mem_printf(owner, "%d", page) : NULL;
}

static void number_pages(const struct pdf *pdf, struct meeting *meeting)
{
    int common = common_shift(pdf, meeting);
    for (size_t i = 0; i < meeting->n_items; i++) {
        struct item *item = &meeting->items[i];
        struct range range = {0, 0};
        int shift = common != PDF_NO_SHIFT ? common : shift_of(item, &range);
        for (size_t k = 0; k < item->n_blocks; k++)
            number_block(meeting, &item->blocks[k], shift, common != PDF_NO_SHIFT ? 0 : range.last);
    }
}

/* ---- links ------------------------------------------------------------------------------------------ */

static bool table_holds(const struct block *block, const char *words)
{
    for (size_t r = 0; r < block->n_rows; r++)
        for (size_t c = 0; c < block->rows[r].n_cells; c++)
            if (strstr(block->rows[r].cells[c], words))
                return true;
    return false;
}

static bool text_holds(const char *text, const char *words)
{
    return text && strstr(text, words) != NULL;
}

/* 2: the words stand in ITEM on that page or begin on the one before; 1: the page is one of its own; 0: neither. */
static int fits_report(const struct item *item, const struct pdf_link *link)
{
    int fit = 0;
    for (size_t i = 0; i < item->n_blocks; i++) {
        const struct block *block = &item->blocks[i];
        int page = place_of(block), next = i + 1 < item->n_blocks ? place_of(&item->blocks[i + 1]) : page;
        if (page > link->page || (page < link->page && next < link->page && block->kind != BLOCK_TABLE))
            continue;
        fit = fit || page == link->page;
        if (text_holds(block->text, link->text) || table_holds(block, link->text))
            return 2;
    }
    return fit;
}

static int fits(const struct item *item, const struct pdf_link *link)
{
    bool spoken = text_holds(item->agenda_text, link->text) || text_holds(item->minutes_text, link->text) ||
                  text_holds(item->decision_text, link->text);
    return spoken && item->n_blocks == 0 ? 2 : fits_report(item, link);
}

/* The one item that LINK fits best; NULL where two do, or none. */
static struct item *item_of(struct meeting *meeting, const struct pdf_link *link)
{
    struct item *best = NULL;
    int most = 0;
    bool only = true;
    for (size_t i = 0; i < meeting->n_items; i++) {
        int fit = fits(&meeting->items[i], link);
        only = fit > most || (only && fit < most) || fit == 0;
        if (fit > most) {
            most = fit;
            best = &meeting->items[i];
        }
    }
    return only ? best : NULL;
}

static void place_links(const struct pdf *pdf, struct meeting *meeting)
{
    for (size_t i = 0; i < pdf->n_links; i++) {
        const struct pdf_link *link = &pdf->links[i];
        struct item *item = strlen(link->text) >= LINK_SHORTEST ? item_of(meeting, link) : NULL;
        if (!item)
            continue;
        struct link *kept = mem_append(meeting, item->links, item->n_links);
        kept->text = mem_strdup(meeting, link->text);
        kept->url = mem_strdup(meeting, link->url);
    }
}

void pdf_settle(const struct pdf *pdf, struct meeting *meeting)
{
    place_links(pdf, meeting);
    number_pages(pdf, meeting);
}
