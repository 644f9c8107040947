/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The lists as rows for a spreadsheet. Columns are named as in the JSON documents. */
#include "config.h"

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
    (void)options;
    struct table table;
    struct meeting_rows rows = {0};
    table_start(&table, sink, format);
    enum status status = store_meetings(table.scratch, store, &rows, err);
    if (status == STATUS_OK)
        table_head(&table, meeting_columns);
    for (size_t i = 0; i < rows.n && status == STATUS_OK && !table.cancelled; i++)
        meeting_line(&table, &rows.at[i]);
    return table_end(&table, status, err);
}

/* ---- follow-ups ----------------------------------------------------------------------------- */

static const char *const action_columns[] = {
    "reference",  "status",    "overdue", "committee", "meeting_date", "agenda_number", "minute_number", "item_title",
    "owner",      "recipient", "subject", "quote",     "own_words",    "due_text",      "due_from",      "due_to",
    "chase_date", "note",      "exempt",  "id",        NULL,
};

static void action_line_of(struct table *table, const struct action *action, const struct export_options *options)
{
    table_text(table, action->reference);
    table_text(table, action->status);
    table_bool(table, action_is_overdue(action, options->as_at));
    table_text(table, action->committee);
    table_date(table, action->meeting_date);
    const char *const texts[] = {action->agenda_number,
                                 action->minute_number,
                                 action->item_title,
                                 action->owner,
                                 action->recipient,
                                 action->subject,
                                 action->quote_exempt && !options->exempt ? NULL : action->quote,
                                 action->own_words,
                                 action->due_text};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        table_text(table, texts[i]);
    table_date(table, action->due.from);
    table_date(table, action->due.to);
    table_date(table, action->chase_date);
    table_text(table, action->note);
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
    enum status status = store_actions(table.scratch, store, &actions, err);
    if (status == STATUS_OK)
        table_head(&table, action_columns);
    for (size_t i = 0; i < actions.n && status == STATUS_OK && !table.cancelled; i++)
        if (!actions.at[i]->deleted)
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
    (void)options;
    struct table table;
    struct programmes programmes = {0};
    table_start(&table, sink, format);
    enum status status = store_programmes(table.scratch, store, NULL, &programmes, err);
    if (status == STATUS_OK)
        table_head(&table, programme_columns);
    for (size_t i = 0; i < programmes.n && status == STATUS_OK && !table.cancelled; i++)
        for (size_t e = 0; e < programmes.at[i]->n_entries; e++)
            entry_line(&table, programmes.at[i], &programmes.at[i]->entries[e]);
    return table_end(&table, status, err);
}
