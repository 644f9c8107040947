/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The member's notes and questions, for `note list` alone: no export of papers or follow-ups holds them. */
#include "config.h"

#include "documents.h"
#include "table.h"

static void write_note(struct json *json, const struct note *note, const struct export_options *options)
{
    bool withheld = note->exempt && !options->exempt;
    json_object(json, NULL);
    json_text(json, "id", note->id);
    json_text(json, "kind", note->kind);
    json_text(json, "committee", note->committee);
    json_text(json, "meeting_id", note->meeting_id);
    json_date(json, "meeting_date", note->meeting_date);
    json_text(json, "agenda_number", note->agenda_number);
    json_text(json, "minute_number", note->minute_number);
    json_text(json, "item_title", note->item_title);
    json_text(json, "quote", withheld ? NULL : note->quote);
    json_text(json, "text", withheld ? NULL : note->text);
    json_text(json, "for_whom", note->for_whom);
    json_text(json, "asked_by", note->asked_by);
    json_date(json, "asked_on", note->asked_on);
    json_text(json, "answer", withheld ? NULL : note->answer);
    json_date(json, "answered_on", note->answered_on);
    json_text(json, "tags", note->tags);
    json_bool(json, "exempt", note->exempt);
    json_object_end(json);
}

enum status export_notes(struct sink *sink, struct store *store, const char *meeting_id, const struct export_options *options, struct err *err)
{
    struct json json;
    struct notes notes = {0};
    json_start(&json, sink);
    enum status status = store_notes(json.scratch, store, meeting_id, &notes, err);
    if (status != STATUS_OK)
        return json_give_up(&json, status);
    document_open_list(&json, "minutebook-notes", options, "notes");
    for (size_t i = 0; i < notes.n && !json.cancelled; i++)
        write_note(&json, notes.at[i], options);
    document_close_list(&json);
    return json_end(&json, err);
}

static const char *const note_columns[] = {"meeting_date", "committee",  "meeting_id", "agenda_number", "minute_number", "item_title", "kind",
                                           "text",         "for_whom",   "answer",     "quote",         "exempt",        "id",         NULL};

enum status export_notes_table(struct sink *sink, struct store *store, const char *meeting_id, enum table_format format,
                               const struct export_options *options, struct err *err)
{
    struct table table;
    struct notes notes = {0};
    table_start(&table, sink, format);
    enum status status = store_notes(table.scratch, store, meeting_id, &notes, err);
    if (status == STATUS_OK)
        table_head(&table, note_columns, &options->as_at);
    for (size_t i = 0; i < notes.n && status == STATUS_OK && !table.cancelled; i++) {
        const struct note *note = notes.at[i];
        bool withheld = note->exempt && !options->exempt;
        const char *const texts[] = {note->committee, note->meeting_id, note->agenda_number, note->minute_number, note->item_title, note->kind,
                                     withheld ? NULL : note->text, note->for_whom, withheld ? NULL : note->answer, withheld ? NULL : note->quote};
        table_date(&table, note->meeting_date);
        for (size_t t = 0; t < MB_LENGTH(texts); t++)
            table_text(&table, texts[t]);
        table_bool(&table, note->exempt);
        table_text(&table, note->id);
        table_row_end(&table);
    }
    return table_end(&table, status, err);
}
