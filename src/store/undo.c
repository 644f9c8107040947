/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Undo and redo (design.md 4). Nothing is taken out of the history: undoing a change writes the rows as
 * they were before it, with events of their own that name the change they turn; redoing writes them as
 * they were after it. So both survive a restart, and a change is in effect while an even number of
 * changes turned it. A row that is not as the change left it is left alone. */
#include "config.h"

#include "src/store/user_rows.h"

#include <string.h>

/* Changes that can be turned: made through this store, no settings, no undo themselves. */
#define CHANGES " FROM event e WHERE e.reverses = 0 AND e.origin IS NULL AND e.row_table <> 'setting'"
#define TURNS " FROM event u WHERE u.reverses = e.change)"
static const char SQL_NEWEST_DONE[] = "SELECT e.change" CHANGES " AND (SELECT count(DISTINCT u.change)" TURNS " % 2 = 0"
                                      " ORDER BY e.seq DESC LIMIT 1";
static const char SQL_NEWEST[] = "SELECT max(e.change)" CHANGES;
/* What was undone after the newest change was made, the last undone first: a new change ends redoing. */
static const char SQL_OLDEST_UNDONE[] = "SELECT e.change" CHANGES " AND (SELECT count(DISTINCT u.change)" TURNS " % 2 = 1"
                                        " AND (SELECT max(u.change)" TURNS " > ?1 ORDER BY e.seq LIMIT 1";
/* The rows of a change, newest first. */
static const char SQL_EVENTS[] = "SELECT row_table, row_id, row_before, row_after, field, from_value, to_value, sentence, what"
                                 " FROM event WHERE change = ?1 ORDER BY seq DESC";

/* One event that is to be turned. */
struct turn {
    char *row_table, *row_id, *before, *after, *field, *from, *to, *sentence, *what;
};
struct turns {
    struct turn *at;
    size_t n;
};

static enum status read_turns(const void *parent, struct db *db, int64_t change, struct turns *out, struct err *err)
{
    struct rows rows = db_select(db, SQL_EVENTS, err, v_int(change));
    while (rows_next(&rows)) {
        struct turn *turn = mem_append(parent, out->at, out->n);
        char **const texts[] = {&turn->row_table, &turn->row_id, &turn->before, &turn->after,
                                &turn->field, &turn->from, &turn->to, &turn->sentence, &turn->what};
        for (size_t i = 0; i < MB_LENGTH(texts); i++)
            *texts[i] = rows_text(parent, &rows, (int)i);
    }
    return rows_end(&rows);
}

/* The row as it was before the change (a row that the change made: marked as undone) or after it. */
static enum status row_of(const void *parent, struct db *db, const struct user_table *table, const struct turn *turn,
                          bool before, void **out, struct err *err)
{
    const char *json = before && turn->before ? turn->before : turn->after;
    enum status status = row_parse(parent, db, table, json, out, err);
    if (status == STATUS_OK && !*out)
        status = err_set(err, STATUS_STORE, "the history of this change cannot be read; run: minutebook check");
    if (status == STATUS_OK && before && !turn->before)
        ROW_MEMBER(bool, *out, table->deleted) = true;
    return status;
}

/* Do two rows say the same? Their version and seq differ, because every change counts. */
static bool same_words(const struct user_table *table, void *a, void *b)
{
    char hash_a[ROW_HASH], hash_b[ROW_HASH];
    void *const rows[] = {a, b};
    char *const hashes[] = {hash_a, hash_b};
    for (size_t i = 0; i < 2; i++) {
        int64_t version = ROW_VALUE(int64_t, rows[i], table->version), seq = ROW_VALUE(int64_t, rows[i], table->seq);
        ROW_MEMBER(int64_t, rows[i], table->version) = ROW_MEMBER(int64_t, rows[i], table->seq) = 0;
        row_hash(table, rows[i], hashes[i]);
        ROW_MEMBER(int64_t, rows[i], table->version) = version;
        ROW_MEMBER(int64_t, rows[i], table->seq) = seq;
    }
    return strcmp(hash_a, hash_b) == 0;
}

static enum status turn_row(const void *parent, struct user_change *change, const struct turn *turn, bool undo, struct err *err)
{
    const struct user_table *table = user_table_get(turn->row_table);
    void *now = NULL, *left = NULL, *row = NULL;
    if (!table)
        return err_set(err, STATUS_STORE, "the history names a table \"%s\" that is not known", turn->row_table);
    enum status status = row_get(parent, change->db, table, turn->row_id, &now, err);
    if (status == STATUS_OK && now)
        status = row_is_sound(table, now, turn->sentence, err);
    if (status == STATUS_OK)
        status = row_of(parent, change->db, table, turn, !undo, &left, err);
    if (status == STATUS_OK && (!now || !same_words(table, now, left)))
        status = err_set(err, STATUS_CONFLICT, "not %s: what \"%s\" changed has been changed since", undo ? "undone" : "redone",
                         turn->sentence);
    if (status == STATUS_OK)
        status = row_of(parent, change->db, table, turn, undo, &row, err);
    if (status != STATUS_OK)
        return status;
    change->what = undo ? "undone" : "redone";
    if (table == &entry_table && turn->what) /* "undone: chase, 4 June 2024: telephoned" */
        change->what = mem_printf(parent, "%s: %s", undo ? "undone" : "redone", turn->what);
    struct field_change field = {turn->field, undo ? turn->to : turn->from, undo ? turn->from : turn->to};
    return change_row(change, table, now, row, field, err);
}

/* The change to turn; 0 if there is none. */
static enum status find_change(struct db *db, bool undo, int64_t *out, struct err *err)
{
    int64_t newest = 0;
    if (undo)
        return db_number(db, SQL_NEWEST_DONE, 0, out, err);
    enum status status = db_number(db, SQL_NEWEST, 0, &newest, err);
    return status == STATUS_OK ? db_number(db, SQL_OLDEST_UNDONE, 0, out, err, v_int(newest)) : status;
}

static enum status turn_change(const void *parent, struct user_change *change, bool undo, struct edit_result *out, struct err *err)
{
    struct turns turns = {0};
    enum status status = find_change(change->db, undo, &change->reverses, err);
    if (status == STATUS_OK && change->reverses == 0)
        status = err_set(err, STATUS_USAGE, "nothing to %s", undo ? "undo" : "redo");
    if (status == STATUS_OK)
        status = read_turns(parent, change->db, change->reverses, &turns, err);
    if (status != STATUS_OK || turns.n == 0)
        return status;
    change->sentence = mem_printf(parent, "%s: %s", undo ? "undone" : "redone", turns.at[0].sentence);
    for (size_t i = 0; i < turns.n && status == STATUS_OK; i++)
        status = turn_row(parent, change, &turns.at[undo ? i : turns.n - 1 - i], undo, err);
    out->id = turns.at[0].row_id;
    out->sentence = change->sentence;
    return status;
}

/* The reference of the follow-up that was turned, or whose entry was, for whoever shows its row. */
static enum status add_reference(struct user_change *change, struct edit_result *out, struct err *err)
{
    void *found = NULL, *entry = NULL;
    enum status status = row_get(out, change->db, &action_table, out->id, &found, err);
    if (status == STATUS_OK && !found)
        status = row_get(out, change->db, &entry_table, out->id, &entry, err);
    if (status == STATUS_OK && entry)
        status = row_get(out, change->db, &action_table, ((struct action_entry *)entry)->action_id, &found, err);
    if (found)
        out->reference = ((struct action_row *)found)->action.reference;
    return status;
}

static enum status turn(const void *parent, struct user_change *change, bool undo, struct edit_result *out, struct err *err)
{
    enum status status = turn_change(parent, change, undo, out, err);
    return status == STATUS_OK ? add_reference(change, out, err) : status;
}

enum status edit_undo(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    (void)edit;
    return turn(parent, change, true, out, err);
}

enum status edit_redo(const void *parent, struct user_change *change, const struct edit *edit, struct edit_result *out, struct err *err)
{
    (void)edit;
    return turn(parent, change, false, out, err);
}
