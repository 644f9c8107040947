/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers to get, as JSON and as rows: what the papers held speak of and the store lacks. */
#include "config.h"

#include "documents.h"
#include "table.h"

static const char *kind_name(enum wanted_kind kind)
{
    static const char *const names[WANTED_KINDS] = {
        [WANTED_MINUTE] = "cut-minute", [WANTED_PAPER] = "paper", [WANTED_MINUTES] = "minutes", [WANTED_MEETING] = "meeting"};
    return names[(unsigned)kind < WANTED_KINDS ? kind : WANTED_PAPER];
}

static void write_wanted(struct json *json, const struct wanted *paper)
{
    json_object(json, NULL);
    json_text(json, "kind", kind_name(paper->kind));
    json_text(json, "key", paper->key);
    json_text(json, "meeting_id", paper->meeting_id);
    json_text(json, "committee", paper->committee);
    json_date(json, "date", paper->date);
    json_text(json, "agenda_number", paper->agenda_number);
    json_text(json, "minute_number", paper->minute_number);
    json_text(json, "item_title", paper->item_title);
    json_text(json, "title", paper->title);
    json_text(json, "format", paper->format);
    json_text(json, "size", paper->size);
    json_text(json, "url", paper->url);
    json_bool(json, "to_follow", paper->to_follow);
    json_bool(json, "published", paper->published);
    if (paper->kind == WANTED_MEETING)
        json_int(json, "times", paper->times);
    else
        json_null(json, "times");
    json_text(json, "quote", paper->quote);
    json_bool(json, "not_needed", paper->not_needed);
    json_object_end(json);
}

enum status export_wanted(struct sink *sink, struct store *store, const struct export_options *options, struct err *err)
{
    struct json json;
    struct wanted_papers papers = {0};
    json_start(&json, sink);
    enum status status = store_wanted(json.scratch, store, options->as_at, &papers, err);
    if (status != STATUS_OK)
        return json_give_up(&json, status);
    document_open_list(&json, "minutebook-to-get", options, "papers");
    for (size_t i = 0; i < papers.n && !json.cancelled; i++)
        write_wanted(&json, &papers.at[i]);
    document_close_list(&json);
    return json_end(&json, err);
}

static const char *const wanted_columns[] = {
    "kind",  "date",   "committee", "agenda_number", "minute_number", "item_title", "title", "format", "size",
    "times", "to_follow", "published", "not_needed", "meeting_id",    "key",        NULL,
};

static void wanted_line(struct table *table, const struct wanted *paper)
{
    table_text(table, kind_name(paper->kind));
    table_date(table, paper->date);
    const char *const texts[] = {paper->committee, paper->agenda_number, paper->minute_number, paper->item_title,
                                 paper->title,     paper->format,        paper->size};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        table_text(table, texts[i]);
    table_int(table, paper->times);
    table_bool(table, paper->to_follow);
    table_bool(table, paper->published);
    table_bool(table, paper->not_needed);
    table_text(table, paper->meeting_id);
    table_text(table, paper->key);
    table_row_end(table);
}

enum status export_wanted_table(struct sink *sink, struct store *store, enum table_format format,
                                const struct export_options *options, struct err *err)
{
    struct table table;
    struct wanted_papers papers = {0};
    table_start(&table, sink, format);
    enum status status = store_wanted(table.scratch, store, options->as_at, &papers, err);
    if (status == STATUS_OK)
        table_head(&table, wanted_columns, &options->as_at);
    for (size_t i = 0; i < papers.n && status == STATUS_OK && !table.cancelled; i++)
        wanted_line(&table, &papers.at[i]);
    return table_end(&table, status, err);
}
