/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One change of the user's rows from beginning to end (reliability.md 2.3, 2.5): under the lock, in one
 * transaction, every row with its event and its place in the index, and the next number of the one
 * order that all changes of the store have. What each kind of edit writes stands in edit_*.c and undo.c. */
#include "config.h"

#include "src/store/index.h"
#include "src/store/publish.h"
#include "src/store/user_rows.h"

#include <stdlib.h>
#include <string.h>

#define WHO_MAX 64

/* ---- a change ----------------------------------------------------------------------------------- */

/* Who typed: the login name, where the environment has a sane one. */
static char *who_now(const void *parent)
{
    const char *name = getenv("LOGNAME");
    if (!name || !*name || strlen(name) > WHO_MAX || !text_is_utf8(name, strlen(name)))
        return NULL;
    return mem_strdup(parent, name);
}

enum status change_begin(const void *parent, struct store *store, struct user_change *change, struct err *err)
{
    static const char SQL_SEQ[] = "SELECT max(seq) FROM event";
    *change = (struct user_change){.db = store->db};
    enum status status = db_begin(change->db, err);
    int64_t seq = 0;
    if (status == STATUS_OK)
        status = db_number(change->db, SQL_SEQ, 0, &seq, err);
    change->first = change->next = seq + 1;
    change->stamp = change_stamp(parent, store);
    change->who = who_now(parent);
    return status;
}

static enum status add_event(struct user_change *change, const struct user_table *table, const void *before, const void *row,
                             struct field_change field, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "event");
    struct event_row event = {.change = change->first, .reverses = change->reverses};
    event.event.id = uuid_new(scratch);
    event.event.seq = change->next;
    event.event.stamp = change->stamp;
    event.event.row_table = mem_strdup(scratch, table->name);
    event.event.row_id = mem_strdup(scratch, ROW_VALUE(char *, row, table->id));
    event.event.what = mem_strdup(scratch, change->what);
    event.event.field = mem_strdup(scratch, field.name);
    event.event.from = mem_strdup(scratch, field.from);
    event.event.to = mem_strdup(scratch, field.to);
    event.who = change->who;
    event.sentence = change->whole ? mem_strdup(scratch, change->whole) : change->sentence;
    event.row_before = before ? row_json(scratch, table, before) : NULL;
    event.row_after = row_json(scratch, table, row);
    enum status status = row_put(change->db, &event_table, &event, err);
    talloc_free(scratch);
    return status;
}

/* What is found by an entry is its follow-up. */
static enum status index_entry(struct db *db, const struct action_entry *entry, struct err *err)
{
    void *found = NULL;
    enum status status = row_get(NULL, db, &action_table, entry->action_id, &found, err);
    if (status == STATUS_OK && found)
        status = index_mine_put(db, &((struct action_row *)found)->action, err);
    talloc_free(found);
    return status;
}

enum status change_row(struct user_change *change, const struct user_table *table, const void *before, void *row,
                       struct field_change field, struct err *err)
{
    ROW_MEMBER(int64_t, row, table->version) = before ? ROW_VALUE(int64_t, before, table->version) + 1 : 1;
    ROW_MEMBER(int64_t, row, table->seq) = change->next;
    enum status status = row_put(change->db, table, row, err);
    if (status == STATUS_OK)
        status = add_event(change, table, before, row, field, err);
    if (status == STATUS_OK && table == &action_table)
        status = index_mine_put(change->db, row, err);
    if (status == STATUS_OK && table == &entry_table)
        status = index_entry(change->db, row, err);
    if (status == STATUS_OK && table == &note_table)
        status = index_note_put(change->db, row, err);
    if (table == &ruling_table || table == &correction_table || table == &apart_table || table == &committee_table)
        change->rules = true;
    change->next++;
    return status;
}

enum status change_finish(struct user_change *change, enum status status, struct err *err)
{
    struct db *db = change->db;
    status = db_finish(db, status, err);
    if (status != STATUS_OK || !change->rules)
        return status;
    /* The member's word is saved; where this fails, the next start publishes it. */
    struct err inner = {0};
    status = publish_rules(db->store, &inner);
    if (status != STATUS_OK)
        err_set(err, status, "saved (%s), but the meetings could not be made anew yet: %s", change->sentence, inner.text);
    return status;
}

char *short_text(const void *parent, const char *text, int width)
{
    void *scratch = talloc_named_const(NULL, 0, "short_text");
    struct safe safe = safe_line(scratch, text);
    char *squeezed = text_squeeze(scratch, safe.text, safe.len);
    char *cut = text_cut(parent, squeezed, width, false);
    talloc_free(scratch);
    return cut;
}

/* ---- settings ----------------------------------------------------------------------------------- */

enum status edit_setting(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    void *found = NULL;
    if (!edit->field || !*edit->field)
        return err_set(err, STATUS_USAGE, "a setting needs a name");
    change->what = "set";
    change->sentence = mem_printf(parent, "%s set", edit->field);
    enum status status = row_get(parent, change->db, &setting_table, edit->field, &found, err);
    if (status != STATUS_OK)
        return status;
    struct setting_record *before = found, row = {.deleted = !edit->value};
    row.id = mem_strdup(parent, edit->field);
    row.value = mem_strdup(parent, edit->value);
    struct field_change field = {edit->field, before ? before->value : NULL, edit->value};
    out->id = row.id;
    out->sentence = change->sentence;
    return change_row(change, &setting_table, before, &row, field, err);
}

/* ---- several as one ------------------------------------------------------------------------------ */

/* What follow-ups become by EDIT; ACTION_TO_CHECK where it does something else. */
static enum action_state state_of(const struct edit *edit)
{
    enum action_state state = ACTION_TO_CHECK;
    if (edit->kind == EDIT_ACTION_ADD && edit->action && edit->action->candidate_id)
        return edit->action->state;
    if (edit->kind == EDIT_ACTION_STATE && edit->value && !action_state_parse(edit->value, &state))
        state = ACTION_TO_CHECK;
    return state;
}

/* "3 follow-ups on the tracker", "2 are not follow-ups"; "4 changes" where they differ. */
static char *several_words(const void *parent, const struct edit *edit)
{
    enum action_state state = edit->n_edits ? state_of(&edit->edits[0]) : ACTION_TO_CHECK;
    for (size_t i = 1; i < edit->n_edits; i++)
        if (state_of(&edit->edits[i]) != state)
            state = ACTION_TO_CHECK;
    if (state == ACTION_KEPT)
        return mem_printf(parent, "%zu follow-ups on the tracker", edit->n_edits);
    if (state == ACTION_REFUSED)
        return mem_printf(parent, "%zu are not follow-ups", edit->n_edits);
    return mem_printf(parent, "%zu changes", edit->n_edits);
}

/* Kinds that bring rows with events, and so can be undone with the others. */
static bool may_be_one_of_several(enum edit_kind kind)
{
    return kind != EDIT_SEVERAL && kind != EDIT_UNDO && kind != EDIT_REDO && kind != EDIT_SETTING && kind != EDIT_HISTORY &&
           kind != EDIT_LOOKED;
}

static enum status run_one(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err);

enum status edit_several(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    enum status status = STATUS_OK;
    if (!edit->edits || edit->n_edits == 0)
        return err_set(err, STATUS_USAGE, "there is nothing to change");
    if (edit->n_edits == 1 && !edit->value)
        return run_one(parent, change, &edit->edits[0], out, err);
    change->whole = edit->value ? mem_strdup(parent, edit->value) : several_words(parent, edit);
    for (size_t i = 0; i < edit->n_edits && status == STATUS_OK; i++) {
        struct edit_result one = {0};
        struct edit part = edit->edits[i];
        part.day = date_is_set(part.day) ? part.day : edit->day;
        if (!may_be_one_of_several(part.kind))
            return err_set(err, STATUS_USAGE, "this cannot be one of several changes");
        status = run_one(parent, change, &part, &one, err);
        if (i == 0)
            *out = one;
    }
    change->sentence = mem_strdup(parent, change->whole);
    out->sentence = change->sentence;
    return status;
}

/* ---- every kind --------------------------------------------------------------------------------- */

static edit_run *const runs[] = {
    [EDIT_ACTION_ADD] = edit_action_add,
    [EDIT_ACTION_STATE] = edit_action_state,
    [EDIT_ACTION_SET] = edit_action_set,
    [EDIT_ACTION_JOIN] = edit_action_join,
    [EDIT_ENTRY_ADD] = edit_entry_add,
    [EDIT_ENTRY_WITHDRAW] = edit_entry_withdraw,
    [EDIT_MEETING_PART] = edit_meeting_part,
    [EDIT_MEETING_JOIN] = edit_meeting_join,
    [EDIT_MEETING_DETAIL] = edit_meeting_detail,
    [EDIT_MEETING_ENTER] = edit_meeting_enter,
    [EDIT_MEETING_WITHDRAW] = edit_meeting_withdraw,
    [EDIT_WANTED] = edit_wanted,
    [EDIT_MEETING_APART] = edit_meeting_apart,
    [EDIT_COMMITTEE_MERGE] = edit_committee_merge,
    [EDIT_COMMITTEE_SPLIT] = edit_committee_split,
    [EDIT_COUNCIL_SITE] = edit_council_site,
    [EDIT_NOTE_ADD] = edit_note_add,
    [EDIT_NOTE_SET] = edit_note_set,
    [EDIT_NOTE_WITHDRAW] = edit_note_withdraw,
    [EDIT_SEARCH_SAVE] = edit_search_save,
    [EDIT_SEARCH_DROP] = edit_search_drop,
    [EDIT_LOOKED] = edit_looked,
    [EDIT_SETTING] = edit_setting,
    [EDIT_HISTORY] = edit_history,
    [EDIT_SEVERAL] = edit_several,
    [EDIT_UNDO] = edit_undo,
    [EDIT_REDO] = edit_redo,
};

static enum status run_one(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    return runs[edit->kind](parent, change, edit, out, err);
}

enum status store_edit(const void *parent, struct store *store, const struct edit *edit, struct edit_result **out, struct err *err)
{
    enum status status = store_may_write(store, err);
    if (status == STATUS_OK && store_looks_back(store))
        status = err_set(err, STATUS_USAGE, "rows are shown as they stood on %s; nothing is changed in them", date_words(parent, store->looks_back));
    if (status != STATUS_OK)
        return status;
    struct edit_result *result = mem_new(parent, struct edit_result);
    struct user_change change;
    status = change_begin(result, store, &change, err);
    if (status == STATUS_OK)
        status = run_one(result, &change, edit, result, err);
    status = change_finish(&change, status, err);
    if (status != STATUS_OK)
        talloc_free(result);
    else
        *out = result;
    return status;
}
