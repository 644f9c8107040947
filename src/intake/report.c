/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The reports of a pack under their items: each stretch of pieces becomes blocks, and from them what the
 * committee is asked to do and who is invited. */
#include "config.h"

#include "src/intake/report.h"

#include <string.h>

#define REPORT_PIECES ((size_t)4) /* a letter's end below an agenda has fewer */

void report_read_item(struct pack *pack, size_t first, size_t end, struct item *item)
{
    if (first < end && pack->pieces[first].kind == PIECE_HEADING) /* its title heads it, however the paper marks it */
        pack->pieces[first].level = 1;
    struct blocks blocks = {pack->meeting, item->blocks, item->n_blocks};
    report_blocks(pack, first, end, &blocks);
    item->blocks = blocks.at;
    item->n_blocks = blocks.n;
    pack_place_links(pack, first, end, item);
}

static bool same_words(const char *a, const char *b)
{
    char *folded = text_fold(NULL, a), *other = text_fold(folded, b ? b : "");
    bool same = strcmp(folded, other) == 0;
    talloc_free(folded);
    return same;
}

#define AUTHOR_WITHIN 5 /* blocks at a report's front */
#define AUTHOR_LONGEST 200

/* "Report of the Director of Place" at its front or below the title in the agenda, unless that is the item's own title.
 */
static void read_author(const void *owner, struct item *item)
{
    for (size_t i = 0; i < item->n_blocks && i < AUTHOR_WITHIN && !item->author; i++) {
        const struct block *block = &item->blocks[i];
        bool line = block->text && strlen(block->text) <= AUTHOR_LONGEST && !strchr(block->text, '\n');
        if (line && pack_words_at(PACK_AUTHOR, block->text) && !same_words(block->text, item->title))
            item->author = mem_strdup(owner, block->text);
    }
    bool said = item->agenda_text && strlen(item->agenda_text) <= AUTHOR_LONGEST && !strchr(item->agenda_text, '\n');
    if (said && !item->author && pack_words_at(PACK_AUTHOR, item->agenda_text))
        item->author = mem_strdup(owner, item->agenda_text);
}

void report_finish_item(struct meeting *meeting, struct item *item)
{
    read_author(meeting, item);
    report_asked(meeting, item);
    report_invited(meeting, item);
}

/* A supplement with one item and what is more than notes below it: that is its report, whatever heads it. */
static bool is_all_of_one(const struct pack *pack, const struct reports *reports)
{
    return pack->supplement && reports->n == 0 && pack->meeting->n_items == 1 && pack->n >= pack->agenda_end + REPORT_PIECES;
}

void report_read_all(struct pack *pack)
{
    struct reports reports = report_find(pack);
    if (is_all_of_one(pack, &reports))
        *mem_append(pack->scratch, reports.at, reports.n) =
            (struct report){.first = pack->agenda_end, .body = pack->agenda_end, .end = pack->n, .item = 0};
    size_t first = reports.n ? reports.at[0].first : pack->n;
    pack->loose = (struct blocks){.owner = pack->scratch};
    report_blocks(pack, pack->agenda_end, first, &pack->loose);
    for (size_t i = 0; i < reports.n; i++) {
        if (reports.at[i].item >= 0)
            report_read_item(pack, reports.at[i].body, reports.at[i].end, &pack->meeting->items[reports.at[i].item]);
        else
            report_blocks(pack, reports.at[i].body, reports.at[i].end, &pack->loose);
    }
    for (size_t i = 0; i < pack->meeting->n_items; i++)
        report_finish_item(pack->meeting, &pack->meeting->items[i]);
}
