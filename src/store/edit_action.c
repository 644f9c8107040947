/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Follow-ups: adding one, keeping or refusing one, and setting one field of one. What the words mean (due times, the line's
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

/* What the member made of it: "555/7 on the tracker", "555/7 is not a follow-up". */
static char *state_sentence(const void *parent, const struct action *action)
{
    return mem_printf(parent, "%s %s%s", action->reference, action->state == ACTION_REFUSED ? "is " : "", action_state_words(action->state));
}

static enum status may_add(const struct action *action, struct err *err)
{
    if (action->state == ACTION_TO_CHECK)
        return err_set(err, STATUS_USAGE, "a follow-up is either on the tracker or not a follow-up");
    if (!action_status_is_open(action->status) && !action->closed_by)
        return err_set(err, STATUS_USAGE, "a follow-up is closed by a minute or a paper, or for a reason: say which");
    return says_something(action) ? STATUS_OK : err_set(err, STATUS_USAGE, "the follow-up says nothing yet");
}

/* What the member made before of what a rule found: *LIVE is a row that stands; *UNDONE a sound one that was
 * undone, whose reference stays its own. */
static enum status find_found(const void *parent, struct db *db, const char *candidate_id, struct action_row **live,
                              struct action_row **undone, struct err *err)
{
    static const char SQL_FOUND[] = "SELECT id FROM action WHERE candidate_id = ?1 ORDER BY deleted, seq DESC";
    struct strings ids = {0};
    *live = *undone = NULL;
    if (!candidate_id)
        return STATUS_OK;
    struct rows rows = db_select(db, SQL_FOUND, err, v_text(candidate_id));
    while (rows_next(&rows))
        *mem_append(parent, ids.at, ids.n) = rows_text(parent, &rows, 0);
    enum status status = rows_end(&rows);
    for (size_t i = 0; i < ids.n && status == STATUS_OK && !*live; i++) {
        void *found;
        status = row_get(parent, db, &action_table, ids.at[i], &found, err);
        struct action_row *row = found;
        if (row && !row->action.deleted)
            *live = row;
        else if (row && !row->action.damaged && !*undone)
            *undone = row;
    }
    return status;
}

#define REFERENCE_LONGEST 60 /* bytes of one that was given elsewhere */

/* ELSEWHERE: the row comes with an id and bears the reference that was given to it there, whatever that is, if it is free. */
static enum status add_row(struct user_change *change, struct action_row *row, const struct action_row *undone, bool elsewhere, struct err *err)
{
    struct action *action = &row->action;
    bool is_free = false;
    enum status status = STATUS_OK;
    if (elsewhere && !undone && action->reference && strlen(action->reference) <= REFERENCE_LONGEST)
        status = reference_is_free(change->db, action->reference, &is_free, err);
    if (undone) {
        action->id = mem_strdup(row, undone->action.id);
        action->reference = mem_strdup(row, undone->action.reference);
    } else if (status == STATUS_OK && !is_free) {
        status = reference_choose(row, change->db, action, &action->reference, err);
    }
    if (status != STATUS_OK)
        return status;
    change->what = action->candidate_id ? action_state_words(action->state) : "added";
    change->sentence = action->candidate_id || action->state == ACTION_REFUSED ? state_sentence(row, action)
                                                                              : mem_printf(row, "%s added", action->reference);
    return change_row(change, &action_table, undone, row, (struct field_change){0}, err);
}

/* An id from elsewhere is one that no row has, or *UNDONE, which comes back. */
static enum status take_id(struct user_change *change, struct action_row *row, const char *id, struct action_row **undone, struct err *err)
{
    void *known = NULL;
    *undone = NULL;
    if (!id)
        return STATUS_OK;
    if (!store_is_id(id))
        return err_set(err, STATUS_USAGE, "\"%.60s\" is no id of a follow-up", id);
    enum status status = row_get(row, change->db, &action_table, id, &known, err);
    *undone = known;
    if (status == STATUS_OK && known && (!(*undone)->action.deleted || (*undone)->action.damaged))
        return err_set(err, STATUS_CONFLICT, "a follow-up has the id %s", id);
    row->action.id = mem_strdup(row, id);
    return status;
}

enum status edit_action_add(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct action_row *live, *undone, *of_id;
    if (!edit->action)
        return err_set(err, STATUS_USAGE, "there is no follow-up to add");
    struct action_row *row = new_row(parent, edit->action);
    enum status status = may_add(&row->action, err);
    if (status == STATUS_OK)
        status = take_id(change, row, edit->target, &of_id, err);
    if (status == STATUS_OK)
        status = find_found(parent, change->db, row->action.candidate_id, &live, &undone, err);
    if (status == STATUS_OK && live)
        status = err_set(err, STATUS_CONFLICT, "%s was decided on before: it is %s", live->action.reference,
                         action_state_words(live->action.state));
    if (status == STATUS_OK)
        status = add_row(change, row, edit->target ? of_id : undone, edit->target != NULL, err);
    out->id = row->action.id;
    out->reference = row->action.reference;
    out->sentence = change->sentence;
    return status;
}

/* ---- setting a field -------------------------------------------------------------------------------- */

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
    {"rag", "red, amber, green", false, action_rags},
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

/* Nothing is written over a row that is not as the member saw it, is undone, or is damaged. COLUMN NULL: its
 * state is what is set. */
static enum status may_set(const struct action *action, const struct edit *edit, const struct column *column, struct err *err)
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

static bool same_text(const char *a, const char *b)
{
    return (!a && !b) || (a && b && strcmp(a, b) == 0);
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
    enum status status = may_set(&row->action, edit, column, err);
    if (status == STATUS_OK)
        status = set_column(row, column, edit, err);
    if (status == STATUS_OK && strcmp(field->field, "status") == 0)
        status = close_or_open(row, edit, err);
    if (status != STATUS_OK)
        return status;
    char *from = shown_value(row, column, &before), *to = shown_value(row, column, row);
    out->id = row->action.id;
    out->reference = row->action.reference;
    bool same = same_text(from, to) && same_text(before.action.closed_by, row->action.closed_by);
    char *told = told_value(row, field, column, to); /* "555/7 status: complete, minute 562", "555/7 note: empty, as before" */
    change->sentence = mem_printf(row, "%s %s: %s%s", row->action.reference, field->words, told, same ? ", as before" : "");
    if (strcmp(field->field, "status") == 0)
        to = told;
    out->sentence = change->sentence;
    change->what = "set";
    return same ? STATUS_OK : change_row(change, &action_table, &before, row, (struct field_change){field->field, from, to}, err);
}

/* The whole sentence in the place of the one that was cut off. The row stays the answer to what it answered, and its old
 * words stay in the history. */
static enum status write_quote(struct user_change *change, struct action_row *row, const struct edit *edit, struct edit_result *out, struct err *err)
{
    const struct action_row before = *row;
    struct action *action = &row->action;
    struct fuller fuller = {0};
    char digest[SHA256_HEX];
    enum status status = may_set(action, edit, column_get("quote"), err);
    if (status == STATUS_OK)
        status = fuller_find(row, change->db, action, &fuller, err);
    if (status == STATUS_OK && !(fuller.quote && edit->value && strcmp(fuller.quote, edit->value) == 0))
        status = err_set(err, STATUS_CONFLICT, "%s keeps its sentence: the papers held %s", action->reference,
                         fuller.quote ? "tell another one whole" : "tell no fuller one");
    if (status != STATUS_OK)
        return status;
    sha256_hex(fuller.quote, strlen(fuller.quote), digest);
    row->quote_sha256 = mem_strdup(row, digest);
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

/* ---- on the tracker, or not a follow-up -------------------------------------------------------------- */

static enum status write_state(struct user_change *change, struct action_row *row, const struct edit *edit,
                               enum action_state state, struct edit_result *out, struct err *err)
{
    const struct action_row before = *row;
    struct action *action = &row->action;
    enum status status = may_set(action, edit, NULL, err);
    if (status != STATUS_OK)
        return status;
    action->state = state;
    action->reason = state == ACTION_REFUSED && edit->reason && *edit->reason ? mem_strdup(row, edit->reason) : NULL;
    bool same_state = before.action.state == state, same = same_state && same_text(before.action.reason, action->reason);
    struct field_change field = {"state", action_state_words(before.action.state), action_state_words(state)};
    if (same_state)
        field = (struct field_change){"reason", before.action.reason, action->reason};
    char *sentence = state_sentence(row, action);
    change->sentence = same ? mem_printf(row, "%s, as before", sentence) : sentence;
    change->what = "set";
    out->id = action->id;
    out->reference = action->reference;
    out->sentence = change->sentence;
    return same ? STATUS_OK : change_row(change, &action_table, &before, row, field, err);
}

enum status edit_action_state(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct action_row *row;
    enum action_state state;
    if (!edit->value || !action_state_parse(edit->value, &state) || state == ACTION_TO_CHECK)
        return err_set(err, STATUS_USAGE, "\"%s\" is no state: confirmed or dismissed", edit->value ? edit->value : "");
    enum status status = action_find(parent, change->db, edit->target ? edit->target : "", &row, err);
    return status == STATUS_OK ? write_state(change, row, edit, state, out, err) : status;
}
