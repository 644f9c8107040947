/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What changed between the papers of meetings, as JSON and as rows: whole texts, before and after. Which words of them
 * differ is for whoever shows it. Texts of which either is exempt are null unless asked for. */
#include "config.h"

#include "documents.h"
#include "table.h"

#include <string.h>

/* One meeting and what changed in it. */
struct changed_meeting {
    struct meeting *meeting;
    struct meeting_changes changes;
};

static const char *kind_name(enum meeting_change_kind kind)
{
    static const char *const names[] = {[CHANGE_TEXT] = "text", [CHANGE_ITEM_CAME] = "item-came", [CHANGE_ITEM_GONE] = "item-gone"};
    return names[(unsigned)kind < MB_LENGTH(names) ? kind : CHANGE_TEXT];
}

static bool paper_is_exempt(const struct meeting *meeting, const struct changed_paper *paper)
{
    for (size_t i = 0; i < meeting->n_sources; i++)
        if (strcmp(meeting->sources[i].sha256, paper->sha256) == 0)
            return meeting->sources[i].exempt;
    return false;
}

/* What stands in the texts of an item; its title and numbers are on the public agenda. */
static bool is_text(const char *field)
{
    size_t n = field ? strlen(field) : 0;
    return n > 5 && strcmp(field + n - 5, "_text") == 0;
}

static bool is_exempt(const struct meeting *meeting, const struct meeting_change *change)
{
    return is_text(change->field) && (paper_is_exempt(meeting, &change->old_paper) || paper_is_exempt(meeting, &change->new_paper));
}

/* ---- one meeting, or all ------------------------------------------------------------------------------- */

typedef void put_meeting(void *to, const struct changed_meeting *changed);

static enum status one_meeting(struct store *store, const char *id, bool quiet, put_meeting *put, void *to, struct err *err)
{
    struct changed_meeting changed = {0};
    void *local = talloc_named_const(NULL, 0, "changes");
    enum status status = store_meeting(local, store, id, &changed.meeting, err);
    if (status == STATUS_OK)
        status = store_changes(local, store, changed.meeting->id, &changed.changes, err);
    if (status == STATUS_OK && (changed.changes.n || !quiet))
        put(to, &changed);
    talloc_free(local);
    return status;
}

/* ID NULL: every meeting that has any. */
static enum status each_meeting(struct store *store, const char *id, put_meeting *put, void *to, const bool *cancelled, struct err *err)
{
    struct meeting_rows rows = {0};
    if (id)
        return one_meeting(store, id, false, put, to, err);
    void *local = talloc_named_const(NULL, 0, "rows");
    enum status status = store_meetings(local, store, &rows, err);
    for (size_t i = 0; i < rows.n && status == STATUS_OK && !*cancelled; i++)
        if (rows.at[i].sources > 1)
            status = one_meeting(store, rows.at[i].id, true, put, to, err);
    talloc_free(local);
    return status;
}

/* ---- JSON ------------------------------------------------------------------------------------------------ */

struct writing {
    struct json json;
    const struct export_options *options;
};

static void write_paper(struct json *json, const char *key, const struct changed_paper *paper)
{
    json_object(json, key);
    json_text(json, "path", document_base_name(paper->path));
    json_text(json, "form", form_name(paper->form));
    json_text(json, "sha256", paper->sha256);
    json_date(json, "came", paper->day);
    json_object_end(json);
}

static void write_change(struct writing *writing, const struct meeting *meeting, const struct meeting_change *change)
{
    struct json *json = &writing->json;
    bool exempt = is_exempt(meeting, change), shown = !exempt || writing->options->exempt;
    json_object(json, NULL);
    json_text(json, "kind", kind_name(change->kind));
    if (change->position)
        json_int(json, "position", change->position);
    else
        json_null(json, "position");
    json_text(json, "agenda_number", change->agenda_number);
    json_text(json, "minute_number", change->minute_number);
    json_text(json, "item_title", change->item_title);
    json_text(json, "field", change->field);
    json_text(json, "old_text", shown ? change->old_text : NULL);
    json_text(json, "new_text", shown ? change->new_text : NULL);
    json_bool(json, "exempt", exempt);
    json_bool(json, "fuller", change->fuller);
    json_bool(json, "old_cut", change->old_cut);
    write_paper(json, "old_paper", &change->old_paper);
    write_paper(json, "new_paper", &change->new_paper);
    json_object_end(json);
}

static void write_meeting(void *to, const struct changed_meeting *changed)
{
    struct writing *writing = to;
    struct json *json = &writing->json;
    json_object(json, NULL);
    json_text(json, "id", changed->meeting->id);
    json_text(json, "committee", changed->meeting->committee);
    json_date(json, "date", changed->meeting->date);
    json_array(json, "changes");
    for (size_t i = 0; i < changed->changes.n; i++)
        write_change(writing, changed->meeting, &changed->changes.at[i]);
    json_array_end(json);
    json_object_end(json);
}

enum status export_changes(struct sink *sink, struct store *store, const char *id, const struct export_options *options, struct err *err)
{
    struct writing writing = {.options = options};
    json_start(&writing.json, sink);
    document_open_list(&writing.json, "minutebook-changes", options, "meetings");
    enum status status = each_meeting(store, id, write_meeting, &writing, &writing.json.cancelled, err);
    if (status != STATUS_OK)
        return json_give_up(&writing.json, status);
    document_close_list(&writing.json);
    return json_end(&writing.json, err);
}

/* ---- rows -------------------------------------------------------------------------------------------------- */

static const char *const columns[] = {
    "meeting_id", "date",   "agenda_number", "minute_number", "item_title", "kind",      "field",    "old_text",
    "new_text",   "exempt", "fuller",        "old_cut",       "old_paper",  "old_came", "new_paper", "new_came", NULL,
};

struct rows_writing {
    struct table table;
    const struct export_options *options;
};

static void put_rows(void *to, const struct changed_meeting *changed)
{
    struct rows_writing *writing = to;
    struct table *table = &writing->table;
    for (size_t i = 0; i < changed->changes.n && !table->cancelled; i++) {
        const struct meeting_change *change = &changed->changes.at[i];
        bool exempt = is_exempt(changed->meeting, change), shown = !exempt || writing->options->exempt;
        table_text(table, changed->meeting->id);
        table_date(table, changed->meeting->date);
        const char *const texts[] = {change->agenda_number, change->minute_number, change->item_title, kind_name(change->kind),
                                     change->field, shown ? change->old_text : NULL, shown ? change->new_text : NULL};
        for (size_t t = 0; t < MB_LENGTH(texts); t++)
            table_text(table, texts[t]);
        table_bool(table, exempt);
        table_bool(table, change->fuller);
        table_bool(table, change->old_cut);
        table_text(table, document_base_name(change->old_paper.path));
        table_date(table, change->old_paper.day);
        table_text(table, document_base_name(change->new_paper.path));
        table_date(table, change->new_paper.day);
        table_row_end(table);
    }
}

enum status export_changes_table(struct sink *sink, struct store *store, const char *id, enum table_format format,
                                 const struct export_options *options, struct err *err)
{
    struct rows_writing writing = {.options = options};
    table_start(&writing.table, sink, format);
    table_head(&writing.table, columns, &options->as_at);
    enum status status = each_meeting(store, id, put_rows, &writing, &writing.table.cancelled, err);
    return table_end(&writing.table, status, err);
}
