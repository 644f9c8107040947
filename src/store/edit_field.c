/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Setting one field of a follow-up, its status and its whole sentence among them. What the words mean (due times, the line's grammar) is
 * not known here: src/actions works it out. */
#include "config.h"

#include "src/store/user_rows.h"

#include <string.h>

#define SHOWN_CELLS 60 /* of a value in a sentence */

/* What may be set, and the word of screens.md 2 for it; WORDS, where only those of a list will do. */
static const struct settable {
    const char *field, *words;
    bool required;
    const char *const *only;
} settable[] = {
    {"owner", "by whom", false, NULL},
    {"recipient", "to whom", false, NULL},
    {"subject", "what", false, NULL},
    {"due_text", "due", false, NULL},
    {"chase_date", "chase", false, NULL},
    {"status", "status", true, action_statuses},
    {"note", "note", false, NULL},
    {"class", "class", true, NULL},
    {"kind", "kind", false, NULL},
    {"own_words", "own words", false, NULL},
    {"limb", "limb", false, NULL},
    {"under", "under", false, NULL},
    {"step", "step", false, action_steps},
    {"status_word", "council's word", false, NULL},
    {"rag", "RAG", false, action_rags},
    {"raised_by", "raised by", false, NULL},
    {"portfolio", "portfolio", false, NULL},
    {"executive_date", "at the executive", false, NULL},
    {"response", "response", false, action_responses},
    {"response_date", "response on", false, NULL},
    {"outcome", "outcome", false, NULL},
    {"superseded_by", "superseded by", false, NULL},
    {"carried_to", "carried to", false, NULL},
    {"tags", "tags", false, NULL},
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

enum status action_may_set(const struct action *action, const struct edit *edit, const struct column *column, struct err *err)
{
    if (action->damaged)
        return row_is_sound(&action_table, action, action->reference, err);
    if (action->deleted)
        return err_set(err, STATUS_USAGE, "%s was undone; redo brings it back", action->reference);
    if (edit->version == 0 || edit->version == action->version)
        return STATUS_OK;
    char *now = column ? shown_value(NULL, column, action) : mem_strdup(NULL, action_state_words(action->state));
    enum status status = err_set(err, STATUS_CONFLICT, "%s was changed meanwhile and was not written over; it now says \"%s\"",
                                 action->reference, now ? now : "");
    talloc_free(now);
    return status;
}

/* A row is closed by a minute or a paper, or for a reason that is kept with it; whatever opens it again empties both. */
static enum status close_or_open(struct action_row *row, const struct edit *edit, struct err *err)
{
    struct action *action = &row->action;
    bool open = action_status_is_open(action->status);
    if (!open && (!edit->reason || !*edit->reason))
        return err_set(err, STATUS_USAGE, "%s is closed by a minute or a paper, or for a reason: say which", action->reference);
    action->closed_by = open ? NULL : mem_strdup(row, edit->reason);
    action->closed_on = open ? (struct date){0} : edit->day;
    return STATUS_OK;
}

static bool is_one_of(const char *const *list, const char *value)
{
    for (size_t i = 0; list[i]; i++)
        if (strcmp(list[i], value) == 0)
            return true;
    return false;
}

/* VALUE, of the column called FIELD, as sentences and the history tell it: a status that closes with what it is closed by. */
static char *told_value(const struct action_row *row, const struct settable *field, const struct column *column, const char *value)
{
    const struct action *action = &row->action;
    if (!value)
        return mem_strdup(row, "empty");
    if (column->kind == COLUMN_DATE)
        return date_words(row, ROW_VALUE(struct date, row, column->at));
    const char *shown = short_text(row, value, SHOWN_CELLS);
    bool closed = strcmp(field->field, "status") == 0 && action->closed_by;
    return closed ? mem_printf(row, "%s, %s", shown, short_text(row, action->closed_by, SHOWN_CELLS)) : mem_strdup(row, shown);
}

static enum status write_field(struct user_change *change, struct action_row *row, const struct edit *edit,
                               const struct settable *field, struct edit_result *out, struct err *err)
{
    const struct column *column = column_get(field->field);
    const struct action_row before = *row; /* set_column() puts new strings in, it changes none */
    enum status status = action_may_set(&row->action, edit, column, err);
    if (status == STATUS_OK)
        status = set_column(row, column, edit, err);
    if (status == STATUS_OK && strcmp(field->field, "status") == 0)
        status = close_or_open(row, edit, err);
    if (status != STATUS_OK)
        return status;
    char *from = shown_value(row, column, &before), *to = shown_value(row, column, row);
    out->id = row->action.id;
    out->reference = row->action.reference;
    bool same = value_unchanged(from, to) && value_unchanged(before.action.closed_by, row->action.closed_by);
    char *told = told_value(row, field, column, to); /* "555/7 status: complete, minute 562", "555/7 note: empty, as before" */
    change->sentence = mem_printf(row, "%s %s: %s%s", row->action.reference, field->words, told, same ? ", as before" : "");
    if (strcmp(field->field, "status") == 0)
        to = told;
    out->sentence = change->sentence;
    change->what = "set";
    return same ? STATUS_OK : change_row(change, &action_table, &before, row, (struct field_change){field->field, from, to}, err);
}

/* What the row is about, where that broke off with the sentence; as it was where the member worded it. */
static char *whole_subject(const void *parent, const struct action *action, const char *quote)
{
    size_t n = action->subject ? strlen(action->subject) : 0, old = strlen(action->quote);
    const char *at = n > 0 && n <= old && strcmp(action->quote + old - n, action->subject) == 0 ? strstr(quote, action->subject) : NULL;
    if (!at)
        return action->subject;
    char *whole = mem_strdup(parent, at);
    size_t length = strlen(whole);
    whole[length - (whole[length - 1] == '.')] = '\0';
    return whole;
}

/* The whole sentence in the place of the one that was cut off. The row stays the answer to what it answered, and its old
 * words stay in the history. */
static enum status write_quote(struct user_change *change, struct action_row *row, const struct edit *edit, struct edit_result *out, struct err *err)
{
    const struct action_row before = *row;
    struct action *action = &row->action;
    struct fuller fuller = {0};
    char digest[SHA256_HEX];
    enum status status = action_may_set(action, edit, column_get("quote"), err);
    if (status == STATUS_OK)
        status = fuller_find(row, change->db, action, &fuller, err);
    if (status == STATUS_OK && !(fuller.quote && edit->value && strcmp(fuller.quote, edit->value) == 0))
        status = err_set(err, STATUS_CONFLICT, "%s keeps its sentence: the papers held %s", action->reference,
                         fuller.quote ? "tell another one whole" : "tell no fuller one");
    if (status != STATUS_OK)
        return status;
    sha256_hex(fuller.quote, strlen(fuller.quote), digest);
    row->quote_sha256 = mem_strdup(row, digest);
    action->subject = whole_subject(row, action, fuller.quote);
    action->quote = fuller.quote;
    action->quote_place = fuller.quote_place;
    action->quote_truncated = false;
    action->quote_exempt |= fuller.exempt;
    out->id = action->id;
    out->reference = action->reference;
    out->sentence = change->sentence = mem_printf(row, "%s sentence: %s", action->reference, short_text(row, action->quote, SHOWN_CELLS));
    change->what = "set";
    return change_row(change, &action_table, &before, row, (struct field_change){"quote", before.action.quote, action->quote}, err);
}

enum status edit_action_set(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct action_row *row;
    const struct settable *field = settable_get(edit->field);
    bool quote = edit->field && strcmp(edit->field, "quote") == 0;
    if (!field && !quote)
        return err_set(err, STATUS_USAGE, "\"%s\" is not a field of a follow-up that can be set", edit->field ? edit->field : "");
    if (field && field->required && (!edit->value || !*edit->value))
        return err_set(err, STATUS_USAGE, "the %s cannot be empty", field->words);
    if (field && field->only && edit->value && *edit->value && !is_one_of(field->only, edit->value))
        return err_set(err, STATUS_USAGE, "\"%s\" is no %s of a follow-up", edit->value, field->words);
    enum status status = action_find(parent, change->db, edit->target ? edit->target : "", &row, err);
    if (status != STATUS_OK)
        return status;
    return quote ? write_quote(change, row, edit, out, err) : write_field(change, row, edit, field, out, err);
}
