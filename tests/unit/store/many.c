/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "unit/store/many.h"

static void lengthen(struct draft *pack)
{
    struct item *item = &pack->meeting->items[2];
    for (int i = 0; i < 300; i++) {
        struct block *block = mem_append(pack->meeting, item->blocks, item->n_blocks);
        block->kind = i % 10 == 0 ? BLOCK_HEADING : BLOCK_PARA;
        block->text = mem_printf(pack->meeting, "%d. Of the repairs in ward %d of Elmsworth, %d are overdue and the tenants were told.", i, i % 7, i * 3 % 41);
    }
}

void many_papers(void *context, struct draft *papers[MANY], bool long_)
{
    papers[0] = elmsworth_pack(context, "pack");
    papers[1] = elmsworth_page(context, "page");
    papers[2] = elmsworth_other_pack(context, "evening");
    paper_on(papers[2], 2031, 3, 6, DATE_STATED);
    papers[3] = elmsworth_page(context, "undated");
    paper_on(papers[3], 0, 0, 0, DATE_UNKNOWN);
    papers[3]->meeting->items[3].title = mem_strdup(papers[3], "Parking Permits");
    papers[4] = elmsworth_other_pack(context, "other");
    strings_add(papers[3], &papers[3]->telephones, "05550100");
    if (long_)
        lengthen(papers[0]);
}

void import_paper(void *context, struct store *store, const struct draft *draft)
{
    struct import_result *result;
    struct err err;
    assert_ok(store_import(context, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), err);
}

static void add_meetings(void *scratch, struct store *store, struct buf *all)
{
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(scratch, store, &rows, &err), err);
    for (size_t i = 0; i < rows.n; i++) {
        const struct meeting_row *row = &rows.at[i];
        struct meeting *meeting;
        struct committee_offer *offer;
        assert_ok(store_meeting(scratch, store, row->id, &meeting, &err), err);
        buf_printf(all, "== %s: %d items, %d minutes (%d cut), reports %d held %d to follow %d not held, %d%d%d\n", row->id, row->items,
                   row->minutes, row->minutes_cut, row->reports_held, row->reports_to_follow, row->reports_not_held, row->has_agenda,
                   row->has_minutes, row->has_programme);
        buf_puts(all, record_text(scratch, &meeting_type, meeting));
        assert_ok(store_offer_committee(scratch, store, row->id, &offer, &err), err);
        for (size_t r = 0; offer && r < offer->reasons.n; r++)
            buf_printf(all, "offered %s because %s\n", offer->committee, offer->reasons.at[r]);
    }
}

static void add_programmes(void *scratch, struct store *store, struct buf *all)
{
    struct programmes programmes;
    struct err err;
    assert_ok(store_programmes(scratch, store, NULL, &programmes, &err), err);
    for (size_t i = 0; i < programmes.n; i++)
        buf_printf(all, "== programme\n%s", record_text(scratch, &programme_type, programmes.at[i]));
}

static void add_offers(void *scratch, struct store *store, struct buf *all)
{
    struct join_offers offers;
    struct err err;
    assert_ok(store_join_offers(scratch, store, &offers, &err), err);
    for (size_t i = 0; i < offers.n; i++)
        buf_printf(all, "offered %s with %s: %s\n", offers.at[i].meeting_id, offers.at[i].other_id, offers.at[i].reason);
}

static enum status sweep_many(const void *parent, const struct meeting *meeting, const void *rules, struct swept *out, struct err *err)
{
    (void)rules, (void)err;
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        if (!item->minutes_text)
            continue;
        struct action *action = mem_new(parent, struct action);
        char hex[SHA256_HEX], *key = mem_printf(action, "%s %s", meeting->id, item->minutes_text);
        sha256_hex(key, strlen(key), hex);
        action->candidate_id = mem_printf(action, "c-%.10s", hex);
        action->item_position = item->position;
        action->quote = mem_strdup(action, item->minutes_text);
        action->quote_place = mem_strdup(action, "minutes:0");
        *mem_append(parent, out->candidates, out->n_candidates) = action;
        if (out->n_cited == 0)
            *mem_append(parent, out->cited, out->n_cited) = (struct cited_meeting){{2030, 6, 16}, item->position, 1, action->quote};
    }
    return STATUS_OK;
}

const struct sweep many_sweep = {"many 1", sweep_many, NULL};

static void add_finds(void *scratch, struct store *store, struct buf *all)
{
    struct actions found;
    struct wanted_papers wanted;
    struct err err;
    assert_ok(store_candidates(scratch, store, NULL, &found, &err), err);
    for (size_t i = 0; i < found.n; i++)
        buf_printf(all, "found %s in %s item %d (%s): %s\n", found.at[i]->id, found.at[i]->meeting_id, found.at[i]->item_position,
                   found.at[i]->minute_number, found.at[i]->quote);
    assert_ok(store_wanted(scratch, store, (struct date){2032, 1, 1}, &wanted, &err), err);
    for (size_t i = 0; i < wanted.n; i++)
        buf_printf(all, "to get %s %d\n", wanted.at[i].key, wanted.at[i].times);
}

static void add_hits(void *scratch, struct store *store, struct buf *all)
{
    struct search_request request = {.match = "\"the\"", .mine_match = "\"the\"", .limit = 1000};
    struct search_rows rows;
    struct err err;
    assert_ok(store_search(scratch, store, &request, &rows, &err), err);
    buf_printf(all, "== %d hits\n", rows.total);
    for (size_t i = 0; i < rows.n; i++)
        buf_printf(all, "%s item %d kind %d at %d: %s\n", rows.at[i].meeting_id, rows.at[i].position, (int)rows.at[i].kind,
                   (int)rows.at[i].offset, rows.at[i].body);
}

char *store_text(void *context, struct store *store)
{
    void *scratch = talloc_named_const(NULL, 0, "store text");
    struct buf all;
    buf_init(&all, context, BUF_MAX_DOCUMENT);
    add_meetings(scratch, store, &all);
    add_programmes(scratch, store, &all);
    add_offers(scratch, store, &all);
    add_finds(scratch, store, &all);
    add_hits(scratch, store, &all);
    talloc_free(scratch);
    return buf_take(&all);
}
