/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Committees, as JSON and as rows: under which names their papers come, and what is known of each. */
#include "config.h"

#include "documents.h"
#include "table.h"

static void write_committee(struct json *json, const struct committee_row *row)
{
    const struct meeting members = {.people = row->members, .n_people = row->n_members};
    json_object(json, NULL);
    json_text(json, "id", row->id);
    json_text(json, "name", row->name);
    json_text(json, "council", row->council);
    json_strings(json, "other_names", &row->names);
    json_bool(json, "merged", row->merged);
    json_text(json, "site", row->site);
    json_text(json, "service_id", row->service_id);
    json_text(json, "category", row->category);
    json_int(json, "meetings", row->meetings);
    json_date(json, "first", row->first);
    json_date(json, "last", row->last);
    json_bool(json, "listed", row->listed);
    json_bool(json, "expired", row->expired);
    json_bool(json, "deleted", row->deleted);
    document_people(json, &members);
    json_object_end(json);
}

enum status export_committees(struct sink *sink, struct store *store, const struct export_options *options, struct err *err)
{
    struct json json;
    struct committees list = {0};
    json_start(&json, sink);
    enum status status = store_committees(json.scratch, store, &list, err);
    if (status != STATUS_OK)
        return json_give_up(&json, status);
    document_open_list(&json, "minutebook-committees", options, "committees");
    for (size_t i = 0; i < list.n && !json.cancelled; i++)
        write_committee(&json, &list.at[i]);
    document_close_list(&json);
    return json_end(&json, err);
}

static const char *const committee_columns[] = {"council", "name",    "other_names", "merged",     "meetings", "first",    "last",
                                                "listed",  "expired", "deleted",     "site",       "service_id", "category", "id", NULL};

static void committee_line(struct table *table, const struct committee_row *row)
{
    struct buf names;
    buf_init(&names, table->scratch, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < row->names.n; i++)
        buf_printf(&names, "%s%s", i ? "; " : "", row->names.at[i]);
    table_text(table, row->council);
    table_text(table, row->name);
    table_text(table, names.data);
    table_bool(table, row->merged);
    table_int(table, row->meetings);
    table_date(table, row->first);
    table_date(table, row->last);
    table_bool(table, row->listed);
    table_bool(table, row->expired);
    table_bool(table, row->deleted);
    const char *const texts[] = {row->site, row->service_id, row->category, row->id};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        table_text(table, texts[i]);
    table_row_end(table);
    buf_release(&names);
}

enum status export_committees_table(struct sink *sink, struct store *store, enum table_format format,
                                    const struct export_options *options, struct err *err)
{
    struct table table;
    struct committees list = {0};
    table_start(&table, sink, format);
    enum status status = store_committees(table.scratch, store, &list, err);
    if (status == STATUS_OK)
        table_head(&table, committee_columns, &options->as_at);
    for (size_t i = 0; i < list.n && status == STATUS_OK && !table.cancelled; i++)
        committee_line(&table, &list.at[i]);
    return table_end(&table, status, err);
}
