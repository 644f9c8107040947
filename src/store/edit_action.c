/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Follow-ups: adding one, and setting one field of one. What the words mean (due times, the line's
 * grammar) is not known here: src/actions works it out. */
#include "config.h"

#include "src/store/user_rows.h"

#include <string.h>

#define SHOWN_CELLS 60 /* of a value in a sentence */

/* ---- adding --------------------------------------------------------------------------------------- */

/* A text of the new row: NULL where it was left empty. */
static void keep_texts(struct action_row *row, const struct action *given)
{
    struct action_row from = {.action = *given};
    row->action = *given;
    for (size_t i = 0; i < action_table.n_columns; i++) {
        const struct column *column = &action_table.columns[i];
        if (column->kind != COLUMN_TEXT)
            continue;
        const char *text = ROW_VALUE(char *, &from, column->at);
        ROW_MEMBER(char *, row, column->at) = text && *text ? mem_strdup(row, text) : NULL;
    }
}

static struct action_row *new_row(const void *parent, const struct action *given)
{
    struct action_row *row = mem_new(parent, struct action_row);
    keep_texts(row, given);
    struct action *action = &row->action;
    action->id = uuid_new(row);
    action->deleted = action->damaged = false;
    if (!action->class)
        action->class = mem_strdup(row, "action");
    if (!action->status)
        action->status = mem_strdup(row, "not started");
    if (action->quote) {
        char digest[SHA256_HEX];
        sha256_hex(action->quote, strlen(action->quote), digest);
        row->quote_sha256 = mem_strdup(row, digest);
    }
    return row;
}

static bool says_something(const struct action *action)
{
    return action->quote || action->own_words || action->subject || action->owner || action->recipient || action->note;
}

enum status edit_action_add(const void *parent, struct store *store, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct user_change change;
    if (!edit->action)
        return err_set(err, STATUS_USAGE, "there is no follow-up to add");
    struct action_row *row = new_row(parent, edit->action);
    struct action *action = &row->action;
    if (!says_something(action))
        return err_set(err, STATUS_USAGE, "the follow-up says nothing yet");
    enum status status = change_begin(parent, store, &change, err);
    if (status == STATUS_OK)
        status = reference_next(row, change.db, action, &action->reference, err);
    if (status == STATUS_OK) {
        change.what = "added";
        change.sentence = mem_printf(parent, "%s added", action->reference);
        status = change_row(&change, &action_table, NULL, row, (struct field_change){0}, err);
        out->id = action->id;
        out->reference = action->reference;
        out->sentence = change.sentence;
    }
    return change_finish(&change, status, err);
}

/* ---- setting a field -------------------------------------------------------------------------------- */

/* What may be set, and the word of screens.md 2 for it. */
static const struct settable {
    const char *field, *words;
    bool required;
} settable[] = {
    {"owner", "by whom", false},      {"recipient", "to whom", false}, {"subject", "what", false},
    {"due_text", "due", false},       {"chase_date", "chase", false},  {"status", "status", true},
    {"note", "note", false},          {"class", "class", true},        {"kind", "kind", false},
    {"own_words", "own words", false},
};

static const struct settable *settable_get(const char *field)
{
    for (size_t i = 0; field && i < MB_LENGTH(settable); i++)
        if (strcmp(settable[i].field, field) == 0)
            return &settable[i];
    return NULL;
}

static const struct column *column_get(const char *name)
{
    for (size_t i = 0; i < action_table.n_columns; i++)
        if (strcmp(action_table.columns[i].name, name) == 0)
            return &action_table.columns[i];
    return NULL;
}

/* The value of COLUMN as the history shows it. */
static char *shown_value(const void *parent, const struct column *column, const void *row)
{
    if (column->kind == COLUMN_TEXT)
        return mem_strdup(parent, ROW_VALUE(char *, row, column->at));
    struct date date = ROW_VALUE(struct date, row, column->at);
    return date_is_set(date) ? date_iso(parent, date) : NULL;
}

/* A due text brings the time it allows: what the caller worked out, else what the words say by themselves. */
static void set_due(struct action_row *row, const struct edit *edit, const char *value)
{
    struct action *action = &row->action;
    action->due = (struct date_span){0};
    action->due_basis = NULL;
    if (value && edit->action) {
        action->due = edit->action->due;
        action->due_basis = mem_strdup(row, edit->action->due_basis);
    } else if (value) {
        action->due = date_span_of_words(value);
        action->due_basis = date_is_set(action->due.from) ? mem_strdup(row, "the time in the text") : NULL;
    }
}

static enum status set_column(struct action_row *row, const struct column *column, const struct edit *edit, struct err *err)
{
    const char *value = edit->value && *edit->value ? edit->value : NULL;
    if (column->kind == COLUMN_TEXT) {
        ROW_MEMBER(char *, row, column->at) = mem_strdup(row, value);
    } else {
        struct date date = {0};
        if (value && !date_parse_iso(value, &date))
            return err_set(err, STATUS_USAGE, "\"%s\" is not a day: write YYYY-MM-DD", value);
        ROW_MEMBER(struct date, row, column->at) = date;
    }
    if (strcmp(column->name, "due_text") == 0)
        set_due(row, edit, value);
    return STATUS_OK;
}

/* Nothing is written over a row that is not as the member saw it, is undone, or is damaged. */
static enum status may_set(const struct action *action, const struct edit *edit, const struct column *column, struct err *err)
{
    if (action->damaged)
        return row_is_sound(&action_table, action, action->reference, err);
    if (action->deleted)
        return err_set(err, STATUS_USAGE, "%s was undone; redo brings it back", action->reference);
    if (edit->version == 0 || edit->version == action->version)
        return STATUS_OK;
    char *now = shown_value(NULL, column, action);
    enum status status = err_set(err, STATUS_CONFLICT, "%s was changed meanwhile and was not written over; it now says \"%s\"",
                                 action->reference, now ? now : "");
    talloc_free(now);
    return status;
}

static enum status write_field(struct user_change *change, struct action_row *row, const struct edit *edit,
                               const struct settable *field, struct edit_result *out, struct err *err)
{
    const struct column *column = column_get(field->field);
    const struct action_row before = *row; /* set_column() puts new strings in, it changes none */
    enum status status = may_set(&row->action, edit, column, err);
    if (status == STATUS_OK)
        status = set_column(row, column, edit, err);
    if (status != STATUS_OK)
        return status;
    char *from = shown_value(row, column, &before), *to = shown_value(row, column, row);
    out->id = row->action.id;
    out->reference = row->action.reference;
    bool same = (!from && !to) || (from && to && strcmp(from, to) == 0);
    const char *now = to ? short_text(row, to, SHOWN_CELLS) : "empty";
    if (to && column->kind == COLUMN_DATE)
        now = date_words(row, row->action.chase_date);
    change->sentence = mem_printf(out, "%s %s: %s%s", row->action.reference, field->words, now, same ? ", as before" : "");
    out->sentence = change->sentence;
    change->what = "set";
    return same ? STATUS_OK : change_row(change, &action_table, &before, row, (struct field_change){field->field, from, to}, err);
}

enum status edit_action_set(const void *parent, struct store *store, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct user_change change;
    struct action_row *row;
    const struct settable *field = settable_get(edit->field);
    if (!field)
        return err_set(err, STATUS_USAGE, "\"%s\" is not a field of a follow-up that can be set", edit->field ? edit->field : "");
    if (field->required && (!edit->value || !*edit->value))
        return err_set(err, STATUS_USAGE, "the %s cannot be empty", field->words);
    enum status status = change_begin(parent, store, &change, err);
    if (status == STATUS_OK)
        status = action_find(parent, store->db, edit->target ? edit->target : "", &row, err);
    if (status == STATUS_OK)
        status = write_field(&change, row, edit, field, out, err);
    return change_finish(&change, status, err);
}
