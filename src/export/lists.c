/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The lists as rows for a spreadsheet. Columns are named as in the JSON documents. */
#include "config.h"

#include "exempt.h"
#include "table.h"

#include <string.h>

/* ---- meetings ------------------------------------------------------------------------------- */

static const char *const meeting_columns[] = {
    "id",      "date",    "date_basis",  "time",         "council",           "committee",        "venue",
    "items",   "minutes", "minutes_cut", "reports_held", "reports_to_follow", "reports_not_held", "exempt_items",
    "sources", NULL,
};

static void meeting_line(struct table *table, const struct meeting_row *row)
{
    struct meeting start = {.minutes_after_midnight = row->minutes_after_midnight};
    char *time = meeting_time(table->scratch, &start);
    table_text(table, row->id);
    table_date(table, row->date);
    table_text(table, date_basis_name(row->date_basis));
    table_text(table, time);
    table_text(table, row->council);
    table_text(table, row->committee);
    table_text(table, row->venue);
    const int counts[] = {row->items,
                          row->minutes,
                          row->minutes_cut,
                          row->reports_held,
                          row->reports_to_follow,
                          row->reports_not_held,
                          row->exempt_items,
                          row->sources};
    for (size_t i = 0; i < MB_LENGTH(counts); i++)
        table_int(table, counts[i]);
    table_row_end(table);
    talloc_free(time);
}

enum status export_meetings_table(struct sink *sink, struct store *store, enum table_format format,
                                  const struct export_options *options, struct err *err)
{
    struct table table;
    struct meeting_rows rows = {0};
    table_start(&table, sink, format);
    enum status status = store_meetings(table.scratch, store, &rows, err);
    if (status == STATUS_OK)
        table_head(&table, meeting_columns, &options->as_at);
    for (size_t i = 0; i < rows.n && status == STATUS_OK && !table.cancelled; i++)
        meeting_line(&table, &rows.at[i]);
    return table_end(&table, status, err);
}

/* ---- follow-ups ----------------------------------------------------------------------------- */

static const char *const action_columns[] = {
    "reference",  "state",     "status",    "overdue", "committee", "meeting_date", "agenda_number", "minute_number", "item_title",
    "owner",      "recipient", "subject", "quote",     "own_words",    "due_text",      "due_from",      "due_to",
    "chase_date", "note",      "exempt",  "id",        NULL,
};

static void action_line_of(struct table *table, const struct action *action, const struct export_options *options)
{
    table_text(table, action->reference);
    table_text(table, action_state_name(action->state));
    table_text(table, action->state == ACTION_TO_CHECK ? NULL : action->status);
    table_bool(table, action_is_overdue(action, options->as_at));
    table_text(table, action->committee);
    table_date(table, action->meeting_date);
    const char *const texts[] = {action->agenda_number,
                                 action->minute_number,
                                 action->item_title,
                                 action->owner,
                                 action->recipient,
                                 exempt_subject(action) && !options->exempt ? NULL : action->subject,
                                 action->quote_exempt && !options->exempt ? NULL : action->quote,
                                 action_own_words(table->scratch, action, options->notes),
                                 action->due_text};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        table_text(table, texts[i]);
    table_date(table, action->due.from);
    table_date(table, action->due.to);
    table_date(table, action->chase_date);
    table_text(table, options->notes ? action->note : NULL);
    table_bool(table, action->quote_exempt);
    table_text(table, action->id);
    table_row_end(table);
}

enum status export_actions_table(struct sink *sink, struct store *store, enum table_format format,
                                 const struct export_options *options, struct err *err)
{
    struct table table;
    struct actions actions = {0};
    table_start(&table, sink, format);
    enum status status = follow_ups_read(table.scratch, store, NULL, &actions, err);
    if (status == STATUS_OK)
        table_head(&table, action_columns, &options->as_at);
    for (size_t i = 0; i < actions.n && status == STATUS_OK && !table.cancelled; i++)
        if (!export_leaves_out(options, actions.at[i]))
            action_line_of(&table, actions.at[i], options);
    return table_end(&table, status, err);
}

/* ---- work programmes ------------------------------------------------------------------------ */

static const char *const programme_columns[] = {
    "committee",  "published_for", "title",        "section", "state",        "planned",   "planned_from",
    "planned_to", "issue",         "last_reports", "notes",   "requested_on", "frequency", NULL,
};

/* The words of several times in one cell. */
static char *whens_text(const void *parent, const struct when *whens, size_t n, const char *instead)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_puts(&out, "; ");
        buf_puts(&out, whens[i].text ? whens[i].text : "");
    }
    if (n == 0 && instead)
        buf_puts(&out, instead);
    return buf_take(&out);
}

static void entry_line(struct table *table, const struct programme *programme, const struct programme_entry *entry)
{
    struct date_span span = {0};
    if (entry->n_planned > 0)
        span = (struct date_span){entry->planned[0].span.from, entry->planned[entry->n_planned - 1].span.to};
    char *planned = whens_text(table->scratch, entry->planned, entry->n_planned, NULL);
    char *last = whens_text(table->scratch, entry->last_reports, entry->n_last_reports, entry->last_reports_text);
    table_text(table, programme->committee);
    table_date(table, programme->published_for);
    table_text(table, programme->title);
    table_text(table, programme_section_name(entry->section));
    table_text(table, programme_state_name(entry->state));
    table_text(table, planned);
    table_date(table, span.from);
    table_date(table, span.to);
    table_text(table, entry->issue);
    table_text(table, last);
    table_text(table, entry->notes);
    table_date(table, entry->requested_on);
    table_text(table, entry->frequency);
    table_row_end(table);
    talloc_free(planned);
    talloc_free(last);
}

enum status export_programmes_table(struct sink *sink, struct store *store, enum table_format format,
                                    const struct export_options *options, struct err *err)
{
    struct table table;
    struct programmes programmes = {0};
    table_start(&table, sink, format);
    enum status status = store_programmes(table.scratch, store, NULL, &programmes, err);
    if (status == STATUS_OK)
        table_head(&table, programme_columns, &options->as_at);
    for (size_t i = 0; i < programmes.n && status == STATUS_OK && !table.cancelled; i++)
        for (size_t e = 0; e < programmes.at[i]->n_entries; e++)
            entry_line(&table, programmes.at[i], &programmes.at[i]->entries[e]);
    return table_end(&table, status, err);
}

/* ---- the items of a meeting ------------------------------------------------------------------- */

static const char *const item_columns[] = {
    "position", "agenda_number", "minute_number", "title",     "kind",        "timing",       "pages",         "pages_note",
    "exempt",   "truncated",     "asked",         "invited",   "agenda_text", "minutes_text", "decision_text", NULL,
};

static char *lines_of(const void *parent, const struct strings *lines)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < lines->n; i++)
        buf_printf(&out, "%s%s", i ? "; " : "", lines->at[i]);
    return buf_take(&out);
}

static void item_line(struct table *table, const struct item *item, bool exempt)
{
    const char *const texts[] = {item->agenda_number, item->minute_number, item->title, item->kind,
                                 item->timing,        item->pages,         item->pages_note};
    table_int(table, item->position);
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        table_text(table, texts[i]);
    table_bool(table, item->exempt);
    table_bool(table, item->truncated);
    table_text(table, item->report_exempt && !exempt ? NULL : lines_of(table->scratch, &item->asked));
    table_text(table, item->report_exempt && !exempt ? NULL : lines_of(table->scratch, &item->invited));
    table_text(table, item->agenda_exempt && !exempt ? NULL : item->agenda_text);
    table_text(table, item->minutes_exempt && !exempt ? NULL : item->minutes_text);
    table_text(table, item->minutes_exempt && !exempt ? NULL : item->decision_text);
    table_row_end(table);
}

enum status export_meeting_table(struct sink *sink, struct store *store, const char *id, int item_position,
                                 enum table_format format, const struct export_options *options, struct err *err)
{
    struct table table;
    struct meeting *meeting = NULL;
    table_start(&table, sink, format);
    enum status status = store_meeting(table.scratch, store, id, &meeting, err);
    if (status == STATUS_OK)
        table_head(&table, item_columns, &options->as_at);
    for (size_t i = 0; status == STATUS_OK && i < meeting->n_items && !table.cancelled; i++)
        if (item_position == 0 || meeting->items[i].position == item_position)
            item_line(&table, &meeting->items[i], options->exempt);
    return table_end(&table, status, err);
}

/* ---- the hits of a search ---------------------------------------------------------------------- */

#define HIT_CELLS 160 /* of the text around a hit */

static const char *const hit_columns[] = {
    "date", "committee", "meeting_id", "kind", "agenda_number", "minute_number", "title", "text", "exempt", "truncated",
    "page", "citation", NULL,
};

static void hit_line(struct table *table, const struct search_row *row, const struct query *query, bool exempt)
{
    struct snippet snippet = {0};
    if (!row->exempt || exempt)
        snippet = snippet_make(table->scratch, row, query, HIT_CELLS);
    const char *const texts[] = {row->committee,     row->meeting_id, passage_kind_words(row->kind), row->agenda_number,
                                 row->minute_number, row->title,      snippet.text};
    table_date(table, row->date);
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        table_text(table, texts[i]);
    table_bool(table, row->exempt);
    table_bool(table, row->truncated);
    table_text(table, row->page);
    table_text(table, search_citation(table->scratch, row));
    table_row_end(table);
}

enum status export_search_table(struct sink *sink, const struct query *query, const struct search_rows *rows,
                                enum table_format format, const struct export_options *options, struct err *err)
{
    struct table table;
    table_start(&table, sink, format);
    table_head(&table, hit_columns, &options->as_at);
    for (size_t i = 0; i < rows->n && !table.cancelled; i++)
        hit_line(&table, &rows->at[i], query, options->exempt);
    return table_end(&table, STATUS_OK, err);
}
