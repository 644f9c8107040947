/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Taking away what nobody sees: rows that an interrupted import left under a loading edition, drafts
 * and meetings that were replaced, sources that were forgotten. Some rows a statement, each hold of
 * the lock short, so that it may be interrupted and go on at the next start. */
#include "config.h"

#include "src/store/index.h"
#include "src/store/publish.h"
#include "src/store/user.h"

/* Rows of one owner that go, some at a time; children before parents. */
#define SOME(table, where) "DELETE FROM " table " WHERE rowid IN (SELECT t.rowid FROM " table " t " where " LIMIT 200)"

static const char *const of_meeting[] = {
    SOME("block_cell", "JOIN block b ON b.id = t.block JOIN item i ON i.id = b.item WHERE i.meeting = ?1"),
    SOME("block", "JOIN item i ON i.id = t.item WHERE i.meeting = ?1"),
    SOME("passage", "JOIN item i ON i.id = t.item WHERE i.meeting = ?1"),
    SOME("vote", "JOIN item i ON i.id = t.item WHERE i.meeting = ?1"),
    SOME("item_link", "JOIN item i ON i.id = t.item WHERE i.meeting = ?1"),
    SOME("attachment", "JOIN item i ON i.id = t.item WHERE i.meeting = ?1"),
    SOME("item_line", "JOIN item i ON i.id = t.item WHERE i.meeting = ?1"),
    SOME("item", "WHERE t.meeting = ?1"),
    SOME("programme_when", "JOIN programme_entry e ON e.id = t.entry JOIN programme p ON p.id = e.programme WHERE p.meeting = ?1"),
    SOME("programme_entry", "JOIN programme p ON p.id = t.programme WHERE p.meeting = ?1"),
    SOME("programme_champion", "JOIN programme p ON p.id = t.programme WHERE p.meeting = ?1"),
    SOME("programme_meeting", "JOIN programme p ON p.id = t.programme WHERE p.meeting = ?1"),
    SOME("programme", "WHERE t.meeting = ?1"),
    SOME("candidate", "WHERE t.meeting = ?1"),
    SOME("cited_meeting", "WHERE t.meeting = ?1"),
    SOME("meeting_paper", "WHERE t.meeting = ?1"),
    SOME("alternative", "WHERE t.meeting = ?1"),
    SOME("person", "WHERE t.meeting = ?1"),
    SOME("vacancy", "WHERE t.meeting = ?1"),
    SOME("meeting_alias", "WHERE t.meeting = ?1"),
    SOME("meeting_source", "WHERE t.meeting = ?1"),
    SOME("meeting", "WHERE t.id = ?1"),
};
static const char *const of_draft[] = {
    SOME("draft_value", "WHERE t.draft = ?1"),
    SOME("draft_telephone", "WHERE t.draft = ?1"),
    SOME("draft_named", "WHERE t.draft = ?1"),
    SOME("listed_meeting", "WHERE t.draft = ?1"),
    SOME("listed_committee", "WHERE t.draft = ?1"),
    SOME("draft", "WHERE t.id = ?1"),
};
static const char *const of_source[] = {
    SOME("source_chunk", "WHERE t.source = ?1"),
    SOME("source", "WHERE t.id = ?1"),
};

static const char SQL_MEETINGS[] = "SELECT id FROM meeting WHERE edition <> 1";
static const char SQL_DRAFTS[] =
    "SELECT d.id FROM draft d JOIN source s ON s.id = d.source WHERE d.state <> 'live' OR s.state <> 'whole'";
static const char SQL_SOURCES[] = "SELECT id FROM source WHERE state <> 'whole'";
static const char SQL_EDITIONS[] = "DELETE FROM edition WHERE state = 'loading'";
static const char SQL_ANYTHING[] =
    "SELECT EXISTS (SELECT 1 FROM source WHERE state <> 'whole') OR EXISTS (SELECT 1 FROM draft WHERE state <> 'live')"
    " OR EXISTS (SELECT 1 FROM meeting WHERE edition > 1) OR EXISTS (SELECT 1 FROM edition WHERE state = 'loading')";

static enum status remove_rows(struct db *db, const char *const *steps, size_t n, int64_t owner, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < n && status == STATUS_OK; i++)
        do {
            status = db_run(db, steps[i], err, v_int(owner));
            int changes = db_changes(db);
            if (status == STATUS_OK)
                status = db_breathe(db, err);
            if (changes == 0)
                break;
        } while (status == STATUS_OK);
    return status;
}

static enum status read_ids(const void *parent, struct db *db, const char *sql, struct ids *ids, struct err *err)
{
    struct rows rows = db_select(db, sql, err);
    while (rows_next(&rows))
        ids_add(parent, ids, rows_int(&rows, 0));
    return rows_end(&rows);
}

static enum status remove_each(struct db *db, const char *which, const char *const *steps, size_t n, bool indexed, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "sweep");
    struct ids ids = {0};
    enum status status = read_ids(scratch, db, which, &ids, err);
    for (size_t i = 0; i < ids.n && status == STATUS_OK; i++) {
        if (indexed)
            status = index_remove(db, ids.at[i], err);
        if (status == STATUS_OK)
            status = remove_rows(db, steps, n, ids.at[i], err);
    }
    talloc_free(scratch);
    return status;
}

static enum status clean(struct db *db, struct err *err)
{
    enum status status = remove_each(db, SQL_MEETINGS, of_meeting, MB_LENGTH(of_meeting), true, err);
    if (status == STATUS_OK)
        status = remove_each(db, SQL_DRAFTS, of_draft, MB_LENGTH(of_draft), false, err);
    if (status == STATUS_OK)
        status = remove_each(db, SQL_SOURCES, of_source, MB_LENGTH(of_source), false, err);
    if (status == STATUS_OK)
        status = db_run(db, SQL_EDITIONS, err);
    return status;
}

enum status publish_clean(struct store *store, struct err *err)
{
    struct db *db;
    int64_t anything = 0;
    enum status status = store_import_db(store, &db, err);
    if (status == STATUS_OK)
        status = db_number(db, SQL_ANYTHING, 0, &anything, err);
    if (status != STATUS_OK || !anything)
        return status;
    status = db_begin(db, err);
    if (status == STATUS_OK)
        status = clean(db, err);
    return db_finish(db, status, err);
}

/* A correction or ruling that was saved and then, killed in between, not published. */
static enum status is_behind(struct store *store, bool *behind, struct err *err)
{
    static const char SQL_PUBLISHED_SEQ[] = "SELECT user_seq FROM published WHERE id = 1";
    int64_t published = 0, newest = 0;
    enum status status = db_number(store->db, SQL_PUBLISHED_SEQ, 0, &published, err);
    if (status == STATUS_OK)
        status = user_rules_seq(store->db, &newest, err);
    *behind = newest > published;
    return status;
}

/* At opening: the import lock is not waited for, because who holds it is not interrupted but at work. */
enum status publish_sweep(struct store *store, struct err *err)
{
    int64_t anything = 0;
    bool behind = false, changed;
    struct change nothing = {0};
    enum status status = db_number(store->db, SQL_ANYTHING, 0, &anything, err);
    if (status == STATUS_OK)
        status = is_behind(store, &behind, err);
    if (status != STATUS_OK || (!anything && !behind) || store_import_lock(store, 0, NULL) != STATUS_OK)
        return status;
    status = publish_clean(store, err);
    if (status == STATUS_OK && behind)
        status = publish_change(store, &nothing, &changed, err);
    if (status == STATUS_OK && behind)
        status = publish_clean(store, err);
    store_import_unlock(store);
    return status;
}
