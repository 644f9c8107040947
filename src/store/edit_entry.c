/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What happens to a follow-up that is on the tracker: entries of its record, and the sentence that the minutes bring for what
 * was noted in the room. */
#include "config.h"

#include "src/store/user_rows.h"

#include <string.h>

#define SHOWN_CELLS 60 /* of a text in a sentence */

/* ---- entries -------------------------------------------------------------------------------------- */

static char *kept(const void *parent, const char *text)
{
    return text && *text ? mem_strdup(parent, text) : NULL;
}

static struct action_entry *new_entry(const void *parent, const struct action_entry *given, const char *action_id)
{
    struct action_entry *entry = mem_new(parent, struct action_entry);
    entry->id = uuid_new(entry);
    entry->action_id = mem_strdup(entry, action_id);
    entry->kind = given->kind;
    entry->date = given->date;
    entry->text = kept(entry, given->text);
    entry->source = kept(entry, given->source);
    entry->meeting_id = kept(entry, given->meeting_id);
    entry->item = kept(entry, given->item);
    entry->url = kept(entry, given->url);
    entry->file_name = kept(entry, given->file_name);
    entry->file_text = kept(entry, given->file_text);
    entry->told = given->told;
    entry->exempt = given->exempt;
    return entry;
}

/* An entry says something; only that somebody was chased needs no words. */
static enum status may_add(const struct action *action, const struct action_entry *entry, const struct edit *edit, struct err *err)
{
    bool says = entry->text || entry->url || entry->meeting_id || edit->file;
    if (action->damaged)
        return row_is_sound(&action_table, action, action->reference, err);
    if (action->deleted)
        return err_set(err, STATUS_USAGE, "%s was undone; redo brings it back", action->reference);
    if (action->state != ACTION_KEPT)
        return err_set(err, STATUS_USAGE, "%s is not on the tracker", action->reference);
    if (edit->file && (edit->file_n == 0 || edit->file_n > STORE_FILE_MAX))
        return err_set(err, STATUS_USAGE, "a file of %zu bytes is not kept; at most %zu MB are", edit->file_n, STORE_FILE_MAX >> 20);
    return says || entry->kind == ENTRY_CHASE ? STATUS_OK : err_set(err, STATUS_USAGE, "the %s says nothing yet", entry_kind_name(entry->kind));
}

/* The bytes under their sum, once. */
static enum status keep_file(struct user_change *change, struct action_entry *entry, const struct edit *edit, struct err *err)
{
    static const char SQL_KEEP[] = "INSERT INTO kept_file(sha256, bytes) VALUES (?1, ?2) ON CONFLICT(sha256) DO NOTHING";
    char digest[SHA256_HEX];
    if (!edit->file)
        return STATUS_OK;
    sha256_hex(edit->file, edit->file_n, digest);
    entry->file_sha256 = mem_strdup(entry, digest);
    return db_run(change->db, SQL_KEEP, err, v_text(digest), v_blob(edit->file, edit->file_n));
}

/* As the history shows it; words of an exempt paper stay in the entry. */
static char *event_what(const void *parent, const struct action_entry *entry)
{
    return entry->exempt ? mem_strdup(parent, entry_kind_name(entry->kind)) : entry_words(parent, entry);
}

/* An id from elsewhere is one that no entry has, or *UNDONE of the same follow-up, which comes back. */
static enum status take_id(struct user_change *change, struct action_entry *entry, const char *id, struct action_entry **undone, struct err *err)
{
    void *known = NULL;
    *undone = NULL;
    if (!id)
        return STATUS_OK;
    if (!store_is_id(id))
        return err_set(err, STATUS_USAGE, "\"%.60s\" is no id of an entry", id);
    enum status status = row_get(entry, change->db, &entry_table, id, &known, err);
    *undone = known;
    if (status == STATUS_OK && known && (!(*undone)->deleted || (*undone)->damaged || strcmp((*undone)->action_id, entry->action_id) != 0))
        return err_set(err, STATUS_CONFLICT, "an entry has the id %s", id);
    entry->id = mem_strdup(entry, id);
    return status;
}

enum status edit_entry_add(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct action_row *row;
    if (!edit->entry)
        return err_set(err, STATUS_USAGE, "there is nothing to add");
    enum status status = action_find(parent, change->db, edit->target ? edit->target : "", &row, err);
    if (status != STATUS_OK)
        return status;
    struct action_entry *entry = new_entry(parent, edit->entry, row->action.id);
    struct action_entry *undone;
    status = take_id(change, entry, edit->value, &undone, err);
    if (status == STATUS_OK)
        status = may_add(&row->action, entry, edit, err);
    if (status == STATUS_OK)
        status = keep_file(change, entry, edit, err);
    if (status != STATUS_OK)
        return status;
    out->id = entry->id;
    out->reference = row->action.reference;
    out->sentence = change->sentence = mem_printf(entry, "%s %s", row->action.reference, entry_words(entry, entry));
    change->what = event_what(entry, entry);
    return change_row(change, &entry_table, undone, entry, (struct field_change){0}, err);
}

enum status edit_entry_withdraw(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    void *found = NULL, *owner = NULL;
    enum status status = row_get(parent, change->db, &entry_table, edit->target ? edit->target : "", &found, err);
    if (status != STATUS_OK)
        return status;
    struct action_entry *entry = found;
    if (!entry || entry->deleted)
        return err_set(err, STATUS_USAGE, "there is no entry \"%s\"", edit->target ? edit->target : "");
    status = row_is_sound(&entry_table, entry, "the entry", err);
    if (status == STATUS_OK)
        status = row_get(parent, change->db, &action_table, entry->action_id, &owner, err);
    if (status == STATUS_OK && !owner)
        status = err_set(err, STATUS_STORE, "the entry is of a follow-up that is not there; run: minutebook check");
    if (status != STATUS_OK)
        return status;
    const struct action *action = &((struct action_row *)owner)->action;
    struct action_entry before = *entry;
    entry->deleted = true;
    out->id = entry->id;
    out->reference = action->reference;
    out->sentence = change->sentence = mem_printf(entry, "withdrawn: %s %s", action->reference, entry_words(entry, entry));
    change->what = "withdrawn";
    return change_row(change, &entry_table, &before, entry, (struct field_change){0}, err);
}

/* ---- noted in the room, and then in the minutes ----------------------------------------------------- */

/* A row is of the meeting of its paper, whatever that is called now; one without a meeting may be of any. */
static enum status of_one_meeting(struct db *db, const struct action *action, const struct action *find, struct err *err)
{
    struct meeting_now now;
    if (!action->meeting_id)
        return STATUS_OK;
    enum status status = meeting_now(action, db, action->source_sha256, action->meeting_id, &now, err);
    if (status != STATUS_OK)
        return status;
    const char *id = now.id ? now.id : action->meeting_id;
    return find->meeting_id && strcmp(id, find->meeting_id) == 0
               ? STATUS_OK
               : err_set(err, STATUS_CONFLICT, "%s was noted at another meeting than that sentence", action->reference);
}

static enum status may_join(struct db *db, const struct action *action, const struct action *find, const struct edit *edit, struct err *err)
{
    static const char SQL_ANSWERED[] = "SELECT count(*) FROM action WHERE candidate_id = ?1 AND deleted = 0";
    int64_t answered = 0;
    if (action->damaged)
        return row_is_sound(&action_table, action, action->reference, err);
    if (action->deleted || action->state != ACTION_KEPT)
        return err_set(err, STATUS_USAGE, "%s is not on the tracker", action->reference);
    if (action->quote)
        return err_set(err, STATUS_CONFLICT, "%s has its sentence: \"%s\"", action->reference, short_text(action, action->quote, SHOWN_CELLS));
    if (edit->version && edit->version != action->version)
        return err_set(err, STATUS_CONFLICT, "%s was changed meanwhile and was not joined", action->reference);
    enum status status = of_one_meeting(db, action, find, err);
    if (status == STATUS_OK)
        status = db_number(db, SQL_ANSWERED, 0, &answered, err, v_text(find->candidate_id));
    if (status == STATUS_OK && answered)
        return err_set(err, STATUS_CONFLICT, "that sentence has been decided on before");
    return status;
}

/* What the minutes give; what the member wrote stays, and of what they left empty the paper's word is taken. */
static void take_find(struct action_row *row, const struct action *find)
{
    struct action *action = &row->action;
    char digest[SHA256_HEX];
    char **const fill[] = {&action->owner, &action->recipient, &action->kind, &action->source_sha256, &action->item_title,
                           &action->agenda_number, &action->minute_number, &action->limb, &action->under,
                           &action->committee, &action->meeting_id};
    char *const from[] = {find->owner, find->recipient, find->kind, find->source_sha256, find->item_title,
                          find->agenda_number, find->minute_number, find->limb, find->under, find->committee, find->meeting_id};
    for (size_t i = 0; i < MB_LENGTH(fill); i++)
        if (!*fill[i])
            *fill[i] = mem_strdup(row, from[i]);
    if (!date_is_set(action->meeting_date))
        action->meeting_date = find->meeting_date;
    if (!action->due_text) {
        action->due_text = mem_strdup(row, find->due_text);
        action->due = find->due;
        action->due_basis = mem_strdup(row, find->due_basis);
    }
    if (find->quote) {
        sha256_hex(find->quote, strlen(find->quote), digest);
        row->quote_sha256 = mem_strdup(row, digest);
    }
    if (find->class && strcmp(action->class, "action") == 0)
        action->class = mem_strdup(row, find->class);
    action->candidate_id = mem_strdup(row, find->candidate_id);
    action->quote = mem_strdup(row, find->quote);
    action->quote_place = mem_strdup(row, find->quote_place);
    action->also_place = mem_strdup(row, find->also_place);
    action->quote_truncated = find->quote_truncated;
    action->quote_exempt = find->quote_exempt;
    action->rule = mem_strdup(row, find->rule);
    action->confidence = find->confidence;
}

enum status edit_action_join(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    struct action_row *row;
    const struct action *find = edit->action;
    if (!find || !find->candidate_id || !find->quote)
        return err_set(err, STATUS_USAGE, "there is no sentence of the minutes to join");
    enum status status = action_find(parent, change->db, edit->target ? edit->target : "", &row, err);
    if (status == STATUS_OK)
        status = may_join(change->db, &row->action, find, edit, err);
    if (status != STATUS_OK)
        return status;
    const struct action_row before = *row;
    take_find(row, find);
    out->id = row->action.id;
    out->reference = row->action.reference;
    out->sentence = change->sentence = mem_printf(row, "%s joined: %s", row->action.reference, short_text(row, find->quote, SHOWN_CELLS));
    change->what = "joined";
    return change_row(change, &action_table, &before, row, (struct field_change){"quote", NULL, find->quote}, err);
}
