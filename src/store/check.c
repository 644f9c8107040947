/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* `minutebook check`: one sentence for everything in the store that is not as it was written. SQLite's
 * own checks see a broken structure and almost no changed byte (reliability.md 2.5), so that every row
 * of the user's is compared with its check value and with its history, and the index with its text. */
#include "config.h"

#include "src/store/index.h"
#include "src/store/user_rows.h"

#include <inttypes.h>
#include <string.h>

#define MESSAGES_MAX 20 /* of quick_check */
#define SHOWN_CELLS 40

static void found(const void *parent, struct strings *findings, char *sentence)
{
    strings_add(parent, findings, sentence);
    talloc_free(sentence);
}

/* ---- the file ------------------------------------------------------------------------------------ */

/* Damage is a finding, not a failure of the check. */
static enum status note_damage(const void *parent, struct db *db, enum status status, const char *sentence, struct strings *findings)
{
    int code = sqlite3_errcode(db->handle) & 0xFF;
    if (status == STATUS_OK || (code != SQLITE_CORRUPT && code != SQLITE_NOTADB))
        return status;
    found(parent, findings, mem_strdup(NULL, sentence));
    return STATUS_OK;
}

enum status check_structure(const void *parent, struct db *db, struct strings *findings, struct err *err)
{
    static const char SQL_CHECK[] = "PRAGMA quick_check(20)";
    static const char SQL_KEYS[] = "SELECT count(*) FROM pragma_foreign_key_check";
    int64_t orphans = 0;
    struct rows rows = db_select(db, SQL_CHECK, err);
    for (int i = 0; i < MESSAGES_MAX && rows_next(&rows); i++) {
        char *message = rows_text(NULL, &rows, 0);
        if (message && strcmp(message, "ok") != 0)
            found(parent, findings, mem_printf(NULL, "the file is damaged: %s", message));
        talloc_free(message);
    }
    enum status status = note_damage(parent, db, rows_end(&rows), "the file is damaged and cannot be looked through", findings);
    if (status == STATUS_OK)
        status = db_number(db, SQL_KEYS, 0, &orphans, err);
    if (status == STATUS_OK && orphans > 0)
        found(parent, findings, mem_printf(NULL, "imported rows that belong to nothing: %" PRId64, orphans));
    return note_damage(parent, db, status, "the file is damaged: what belongs together cannot be followed", findings);
}

/* ---- the user's rows ------------------------------------------------------------------------------- */

/* How a row is named to the member. */
static char *row_name(const void *parent, const struct user_table *table, const void *row)
{
    const char *id = ROW_VALUE(char *, row, table->id);
    if (table == &action_table) {
        const struct action *action = row;
        return mem_printf(parent, "follow-up %s", action->reference ? short_text(parent, action->reference, SHOWN_CELLS) : "without a reference");
    }
    if (table == &saved_table)
        return mem_printf(parent, "saved search %s", id ? short_text(parent, id, SHOWN_CELLS) : "without a name");
    return mem_printf(parent, "%s %s", table->name, id ? short_text(parent, id, SHOWN_CELLS) : "without a name");
}

/* The row as its newest event left it; a change from outside that has a fitting check value shows here. */
static enum status check_history(const void *parent, struct db *db, const struct user_table *table, const void *row,
                                 struct strings *findings, struct err *err)
{
    static const char SQL_LAST[] = "SELECT row_after FROM event WHERE row_id = ?1 AND row_table = ?2 ORDER BY seq DESC LIMIT 1";
    void *scratch = talloc_named_const(NULL, 0, "history");
    char *json = NULL;
    struct rows rows = db_select(db, SQL_LAST, err, v_text(ROW_VALUE(char *, row, table->id)), v_text(table->name));
    if (rows_next(&rows))
        json = rows_text(scratch, &rows, 0);
    enum status status = rows_end(&rows);
    if (status == STATUS_OK && !json)
        found(parent, findings, mem_printf(NULL, "%s has no history", row_name(scratch, table, row)));
    else if (status == STATUS_OK && strcmp(json, row_json(scratch, table, row)) != 0)
        found(parent, findings, mem_printf(NULL, "%s is not as its history says", row_name(scratch, table, row)));
    talloc_free(scratch);
    return status;
}

static enum status check_table(const void *parent, struct db *db, const struct user_table *table, struct strings *findings, struct err *err)
{
    enum status status = STATUS_OK;
    struct rows rows = rows_of(db, table, err);
    while (status == STATUS_OK && rows_next(&rows)) {
        void *row = row_read(NULL, &rows, table);
        if (ROW_VALUE(bool, row, table->damaged))
            found(parent, findings, mem_printf(NULL, "%s is damaged; its history holds it as it was", row_name(row, table, row)));
        else
            status = check_history(parent, db, table, row, findings, err);
        talloc_free(row);
    }
    enum status ended = rows_end(&rows);
    return status == STATUS_OK ? ended : status;
}

/* Lines typed at prompts and marks of what was looked at have no history of their own. */
static enum status check_lines(const void *parent, struct db *db, const struct user_table *table, const char *words, struct strings *findings,
                               struct err *err)
{
    int damaged = 0;
    struct rows rows = rows_of(db, table, err);
    while (rows_next(&rows)) {
        void *row = row_read(NULL, &rows, table);
        damaged += ROW_VALUE(bool, row, table->damaged);
        talloc_free(row);
    }
    enum status status = rows_end(&rows);
    if (status == STATUS_OK && damaged > 0)
        found(parent, findings, mem_printf(NULL, "%s that are damaged: %d", words, damaged));
    return status;
}

/* Events are numbered without a gap and each fits its check value. */
static enum status check_events(const void *parent, struct db *db, struct strings *findings, struct err *err)
{
    int64_t expected = 1, missing = 0;
    struct rows rows = db_select(db, event_table.sql_all, err);
    while (rows_next(&rows)) {
        struct event_row *row = row_read(NULL, &rows, &event_table);
        if (row->damaged)
            found(parent, findings, mem_printf(NULL, "event %" PRId64 " of the history is damaged", row->event.seq));
        if (row->event.seq > expected)
            missing += row->event.seq - expected;
        expected = row->event.seq + 1;
        talloc_free(row);
    }
    enum status status = rows_end(&rows);
    if (status == STATUS_OK && missing > 0)
        found(parent, findings, mem_printf(NULL, "of the history %" PRId64 " event%s missing", missing, missing == 1 ? " is" : "s are"));
    return status;
}

/* Every follow-up that is kept and not undone is in the index of the user's words once, and nothing else is; so with notes. */
static enum status check_mine(const void *parent, struct db *db, struct strings *findings, struct err *err)
{
#define MISSED(table, key, live) "(SELECT count(*) FROM " table " a WHERE " live " AND (SELECT count(*) FROM mine m WHERE m." key " = a.id) <> 1)"
#define BESIDE(table, key, live) "NOT EXISTS (SELECT 1 FROM " table " a WHERE a.id = m." key " AND " live ")"
#define ODD(live) "SELECT " MISSED("action", "action_id", live) " + (SELECT count(*) FROM mine m WHERE " BESIDE("action", "action_id", live) ")"
#define KEPT "a.deleted = 0 AND a.state = 'confirmed'"
    static const char SQL_ODD_1[] = ODD("a.deleted = 0"), SQL_ODD_2[] = ODD(KEPT);
    static const char SQL_ODD[] =
        "SELECT " MISSED("action", "action_id", KEPT) " + " MISSED("note", "note_id", "a.deleted = 0")
        " + (SELECT count(*) FROM mine m WHERE (m.action_id IS NULL) = (m.note_id IS NULL)"
        " OR (m.action_id IS NOT NULL AND " BESIDE("action", "action_id", KEPT) ")"
        " OR (m.note_id IS NOT NULL AND " BESIDE("note", "note_id", "a.deleted = 0") "))";
    int64_t odd = 0;
    const char *sql = db->store->schema < 2 ? SQL_ODD_1 : table_is_there(db, &note_table) ? SQL_ODD : SQL_ODD_2;
    enum status status = db_number(db, sql, 0, &odd, err);
    if (status == STATUS_OK && odd > 0)
        found(parent, findings, mem_printf(NULL, "follow-ups or notes that are not in the search index as they should be: %" PRId64, odd));
    return status;
}

/* A file that was kept is what its name says. */
static enum status check_files(const void *parent, struct db *db, struct strings *findings, struct err *err)
{
    static const char SQL_FILES[] = "SELECT sha256, bytes FROM kept_file ORDER BY sha256";
    if (!table_is_there(db, &entry_table))
        return STATUS_OK;
    struct rows rows = db_select(db, SQL_FILES, err);
    while (rows_next(&rows)) {
        size_t n;
        char digest[SHA256_HEX], *name = rows_text(NULL, &rows, 0);
        const void *bytes = rows_blob(&rows, 1, &n);
        sha256_hex(bytes ? bytes : "", n, digest);
        if (!name || strcmp(name, digest) != 0)
            found(parent, findings, mem_printf(NULL, "a file kept with a follow-up is damaged: %.12s", name ? name : ""));
        talloc_free(name);
    }
    return rows_end(&rows);
}

enum status check_user_rows(const void *parent, struct db *db, struct strings *findings, struct err *err)
{
    enum status status = db_read_begin(db, err);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < user_tables_n && status == STATUS_OK; i++)
        status = check_table(parent, db, user_tables[i], findings, err);
    if (status == STATUS_OK)
        status = check_lines(parent, db, &history_table, "lines of the prompts' history", findings, err);
    if (status == STATUS_OK)
        status = check_lines(parent, db, &looked_table, "marks of what was read", findings, err);
    if (status == STATUS_OK)
        status = check_events(parent, db, findings, err);
    if (status == STATUS_OK)
        status = check_mine(parent, db, findings, err);
    if (status == STATUS_OK)
        status = check_files(parent, db, findings, err);
    db_read_end(db);
    return note_damage(parent, db, status, "the file is damaged: your own rows cannot all be read", findings);
}

/* ---- all of it ------------------------------------------------------------------------------------- */

enum status store_check(const void *parent, struct store *store, struct strings *findings, struct err *err)
{
    struct db *import = NULL;
    *findings = (struct strings){0};
    enum status status = check_structure(parent, store->db, findings, err);
    if (status == STATUS_OK)
        status = check_user_rows(parent, store->db, findings, err);
    if (status == STATUS_OK)
        status = note_damage(parent, store->db, check_published(parent, store, findings, err),
                             "the file is damaged: what was imported cannot all be read", findings);
    /* FTS5's own check is an INSERT: a store that is only read is checked without it. */
    if (status == STATUS_OK && !store->read_only)
        status = store_import_db(store, &import, err);
    if (status == STATUS_OK && !store->read_only)
        status = index_check(parent, import, store->db, findings, err);
    if (status == STATUS_OK && findings->n)
        status = err_set(err, STATUS_STORE, "the store \"%s\" is not as it was written: %zu finding%s", store->path, findings->n,
                         findings->n == 1 ? "" : "s");
    return status;
}
