/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Follow-ups: adding one, keeping or refusing one. Setting a field of one: edit_field.c. What the words mean (due times, the line's
 * grammar) is not known here: src/actions works it out. */
#include "config.h"

#include "src/store/user_rows.h"

#include <string.h>

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

/* ---- on the tracker, or not a follow-up -------------------------------------------------------------- */

static enum status write_state(struct user_change *change, struct action_row *row, const struct edit *edit,
                               enum action_state state, struct edit_result *out, struct err *err)
{
    const struct action_row before = *row;
    struct action *action = &row->action;
    enum status status = action_may_set(action, edit, NULL, err);
    if (status != STATUS_OK)
        return status;
    action->state = state;
    action->reason = state == ACTION_REFUSED && edit->reason && *edit->reason ? mem_strdup(row, edit->reason) : NULL;
    bool same_state = before.action.state == state, same = same_state && value_unchanged(before.action.reason, action->reason);
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
