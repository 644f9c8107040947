/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The reports of a pack under their items: each stretch of pieces becomes blocks, and from them what the
 * committee is asked to do and who is invited. */
#include "config.h"

#include "src/intake/report.h"

/* A report's own title heads it, however the paper marks it. */
static void raise_title(struct pack *pack, const struct report *report)
{
    if (report->body < report->end && pack->pieces[report->body].kind == PIECE_HEADING)
        pack->pieces[report->body].level = 1;
}

static void read_one(struct pack *pack, const struct report *report)
{
    struct meeting *meeting = pack->meeting;
    struct item *item = &meeting->items[report->item];
    raise_title(pack, report);
    struct blocks blocks = {meeting, item->blocks, item->n_blocks};
    report_blocks(pack, report->body, report->end, &blocks);
    item->blocks = blocks.at;
    item->n_blocks = blocks.n;
}

void report_read_all(struct pack *pack)
{
    struct reports reports = report_find(pack);
    size_t first = reports.n ? reports.at[0].first : pack->n;
    pack->loose = (struct blocks){.owner = pack->scratch};
    report_blocks(pack, pack->agenda_end, first, &pack->loose);
    for (size_t i = 0; i < reports.n; i++) {
        if (reports.at[i].item >= 0)
            read_one(pack, &reports.at[i]);
        else
            report_blocks(pack, reports.at[i].body, reports.at[i].end, &pack->loose);
    }
    for (size_t i = 0; i < pack->meeting->n_items; i++) {
        report_asked(pack->meeting, &pack->meeting->items[i]);
        report_invited(pack->meeting, &pack->meeting->items[i]);
    }
}
