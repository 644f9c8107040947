/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Writing, changing and taking back notes and questions. A sentence of the history names the place and the member's own words, never
 * the words of the paper, which may be exempt. */
#include "config.h"

#include "src/store/user_rows.h"

#include <string.h>

#define SHOWN_CELLS 40 /* of a text in a sentence */

static char *kept(const void *parent, const char *text)
{
    return text && *text ? mem_strdup(parent, text) : NULL;
}

static bool is_kind(const char *kind)
{
    return kind && (strcmp(kind, NOTE_NOTE) == 0 || strcmp(kind, NOTE_QUESTION) == 0);
}

/* "note on minute 56: ask about boats". */
static char *told(const void *parent, const struct note *note, const char *words)
{
    const char *where = note->minute_number ? "minute " : note->agenda_number ? "item " : note->item_title ? "" : NULL;
    const char *which = note->minute_number ? note->minute_number : note->agenda_number ? note->agenda_number : note->item_title;
    char *on = where ? mem_printf(parent, " on %s%s", where, short_text(parent, which, SHOWN_CELLS)) : mem_strdup(parent, "");
    return mem_printf(parent, "%s%s%s%s", note->kind, on, words ? ": " : "", words ? short_text(parent, words, SHOWN_CELLS) : "");
}

/* ---- a new one -------------------------------------------------------------------------------------- */

static struct note_row *new_note(const void *parent, const struct note *given)
{
    struct note_row *row = mem_zero_named(parent, sizeof *row, "note");
    struct note *note = &row->note;
    *note = *given;
    char **const texts[] = {&note->kind, &note->committee, &note->meeting_id, &note->agenda_number, &note->minute_number,
                            &note->item_title, &note->source_sha256, &note->quote, &note->quote_place, &note->text, &note->for_whom,
                            &note->asked_by, &note->answer, &note->tags};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        *texts[i] = kept(row, *texts[i]);
    note->id = uuid_new(row);
    note->deleted = note->damaged = false;
    if (note->quote) {
        char digest[SHA256_HEX];
        sha256_hex(note->quote, strlen(note->quote), digest);
        row->quote_sha256 = mem_strdup(row, digest);
    }
    return row;
}

enum status edit_note_add(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    if (!edit->note || !edit->note->text || !*edit->note->text)
        return err_set(err, STATUS_USAGE, "the note says nothing yet");
    if (!is_kind(edit->note->kind))
        return err_set(err, STATUS_USAGE, "it is either a note or a question");
    struct note_row *row = new_note(parent, edit->note);
    out->id = row->note.id;
    out->sentence = change->sentence = told(row, &row->note, row->note.text);
    change->what = "added";
    return change_row(change, &note_table, NULL, row, (struct field_change){0}, err);
}

/* ---- one that stands -------------------------------------------------------------------------------- */

static enum status find_note(const void *parent, struct user_change *change, const char *which, struct note_row **out, struct err *err)
{
    struct note *named;
    void *row = NULL;
    enum status status = store_note(parent, change->db->store, which ? which : "", &named, err);
    if (status == STATUS_OK) /* the row as it is kept, with the place it was given */
        status = row_get(parent, change->db, &note_table, named->id, &row, err);
    if (status == STATUS_OK && !row)
        status = err_set(err, STATUS_USAGE, "there is no note \"%s\"", which);
    *out = row;
    return status == STATUS_OK ? row_is_sound(&note_table, row, "the note", err) : status;
}

static const struct column *settable_column(const char *field)
{
    static const char *const settable[] = {"text", "kind", "for_whom", "asked_by", "asked_on", "answer", "answered_on", "tags"};
    for (size_t i = 0; field && i < MB_LENGTH(settable); i++)
        for (size_t c = 0; c < note_table.n_columns; c++)
            if (strcmp(settable[i], field) == 0 && strcmp(note_table.columns[c].name, field) == 0)
                return &note_table.columns[c];
    return NULL;
}

static enum status set_value(struct note_row *row, const struct column *column, const char *value, struct err *err)
{
    struct date date = {0};
    if (column->kind == COLUMN_TEXT) {
        ROW_MEMBER(char *, row, column->at) = mem_strdup(row, value);
        return STATUS_OK;
    }
    if (value && !date_parse_iso(value, &date))
        return err_set(err, STATUS_USAGE, "\"%s\" is not a day: write YYYY-MM-DD", value);
    ROW_MEMBER(struct date, row, column->at) = date;
    return STATUS_OK;
}

static char *value_text(const void *parent, const struct column *column, const void *row)
{
    if (column->kind == COLUMN_TEXT)
        return mem_strdup(parent, ROW_VALUE(char *, row, column->at));
    struct date date = ROW_VALUE(struct date, row, column->at);
    return date_is_set(date) ? date_iso(parent, date) : NULL;
}

/* What a field must hold. */
static enum status may_hold(const struct column *column, const char *value, struct err *err)
{
    if (strcmp(column->name, "text") == 0 && !value)
        return err_set(err, STATUS_USAGE, "a note without words is none: take it back instead");
    if (strcmp(column->name, "kind") == 0 && !is_kind(value))
        return err_set(err, STATUS_USAGE, "it is either a note or a question");
    return STATUS_OK;
}

enum status edit_note_set(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    const char *value = edit->value && *edit->value ? edit->value : NULL;
    const struct column *column = settable_column(edit->field);
    struct note_row *row = NULL;
    if (!column)
        return err_set(err, STATUS_USAGE, "\"%s\" is not a field of a note that can be set", edit->field ? edit->field : "");
    enum status status = may_hold(column, value, err);
    if (status == STATUS_OK)
        status = find_note(parent, change, edit->target, &row, err);
    if (status == STATUS_OK && edit->version && edit->version != row->note.version)
        status = err_set(err, STATUS_CONFLICT, "the note was changed meanwhile and was not written over; it now says \"%s\"",
                         short_text(row, row->note.text, SHOWN_CELLS));
    if (status != STATUS_OK)
        return status;
    const struct note_row before = *row; /* set_value() puts new strings in, it changes none */
    status = set_value(row, column, value, err);
    if (status != STATUS_OK)
        return status;
    char *from = value_text(row, column, &before), *to = value_text(row, column, row);
    bool is_text = strcmp(column->name, "text") == 0, same = value_unchanged(from, to);
    out->id = row->note.id;
    char *now = mem_printf(row, "%s%s%s", is_text ? "" : column->name, is_text ? "" : " ", to ? to : "emptied");
    for (char *c = now; !is_text && *c && *c != ' '; c++)
        *c = *c == '_' ? ' ' : *c; /* "for whom the Director" */
    out->sentence = change->sentence = mem_printf(row, "%s%s", told(row, &row->note, now), same ? ", as before" : "");
    change->what = "set";
    return same ? STATUS_OK : change_row(change, &note_table, &before, row, (struct field_change){edit->field, from, to}, err);
}

enum status edit_note_withdraw(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct note_row *row = NULL;
    enum status status = find_note(parent, change, edit->target, &row, err);
    if (status != STATUS_OK)
        return status;
    const struct note_row before = *row;
    row->note.deleted = true;
    out->id = row->note.id;
    out->sentence = change->sentence = mem_printf(row, "taken back: %s", told(row, &row->note, row->note.text));
    change->what = "withdrawn";
    return change_row(change, &note_table, &before, row, (struct field_change){0}, err);
}
