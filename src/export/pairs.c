/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Meetings that may be one and wait for the member, as JSON and as rows: both sides, and what speaks for and against. */
#include "config.h"

#include "documents.h"
#include "table.h"

static void write_side(struct json *json, const char *key, const char *id, const struct offer_side *side)
{
    const struct meeting timed = {.minutes_after_midnight = side->minutes_after_midnight};
    json_object(json, key);
    json_text(json, "meeting_id", id);
    json_text(json, "council", side->council);
    json_text(json, "committee", side->committee);
    json_date(json, "date", side->date);
    json_text(json, "time", meeting_time(json->scratch, &timed));
    json_text(json, "venue", side->venue);
    json_int(json, "items", side->items);
    json_int(json, "sources", side->sources);
    json_object_end(json);
}

static void write_pair(struct json *json, const struct join_offer *offer)
{
    json_object(json, NULL);
    write_side(json, "one", offer->meeting_id, &offer->one);
    write_side(json, "other", offer->other_id, &offer->other);
    json_text(json, "reason", offer->reason);
    json_strings(json, "speaks_for", &offer->speaks_for);
    json_strings(json, "speaks_against", &offer->speaks_against);
    json_array(json, "titles");
    for (size_t i = 0; i < offer->n_titles; i++) {
        json_object(json, NULL);
        json_text(json, "one", offer->titles[i].one);
        json_text(json, "other", offer->titles[i].other);
        json_object_end(json);
    }
    json_array_end(json);
    json_object_end(json);
}

enum status export_pairs(struct sink *sink, struct store *store, const struct export_options *options, struct err *err)
{
    struct json json;
    struct join_offers offers = {0};
    json_start(&json, sink);
    enum status status = store_join_offers(json.scratch, store, &offers, err);
    if (status != STATUS_OK)
        return json_give_up(&json, status);
    document_open_list(&json, "minutebook-pairs", options, "pairs");
    for (size_t i = 0; i < offers.n && !json.cancelled; i++)
        write_pair(&json, &offers.at[i]);
    document_close_list(&json);
    return json_end(&json, err);
}

static const char *const pair_columns[] = {"meeting_id", "other_id", "committee", "other_committee", "date",
                                           "other_date", "reason",   NULL};

enum status export_pairs_table(struct sink *sink, struct store *store, enum table_format format, const struct export_options *options,
                               struct err *err)
{
    struct table table;
    struct join_offers offers = {0};
    table_start(&table, sink, format);
    enum status status = store_join_offers(table.scratch, store, &offers, err);
    if (status == STATUS_OK)
        table_head(&table, pair_columns, &options->as_at);
    for (size_t i = 0; i < offers.n && status == STATUS_OK && !table.cancelled; i++) {
        const struct join_offer *offer = &offers.at[i];
        table_text(&table, offer->meeting_id);
        table_text(&table, offer->other_id);
        table_text(&table, offer->one.committee);
        table_text(&table, offer->other.committee);
        table_date(&table, offer->one.date);
        table_date(&table, offer->other.date);
        table_text(&table, offer->reason);
        table_row_end(&table);
    }
    return table_end(&table, status, err);
}
