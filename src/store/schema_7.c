/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What schema 7 added to schema 6: the member's notes, searches they saved, and marks of what they have looked at. The index of
 * the member's own rows takes the words that a search may ask for by name; FTS5 adds no column to a table, so that it is made anew,
 * every row under the id it had. Released: a further change is schema 8. */
#include "config.h"

#include "src/store/index.h"
#include "src/store/schema_sql.h"

static const struct schema_table user[] = {
    {"note", /* a note or a question on an item, or on a meeting as a whole */
     "CREATE TABLE note("
     " id TEXT NOT NULL PRIMARY KEY," /* UUID */
     " kind TEXT NOT NULL CHECK (kind IN ('note', 'question')),"
     " committee TEXT, meeting_id TEXT, meeting_date TEXT" DAY_CHECK("meeting_date") ","
     " agenda_number TEXT, minute_number TEXT, item_title TEXT, source_sha256 TEXT,"
     " quote TEXT, quote_sha256 TEXT, quote_place TEXT," /* "minutes:1204" */
     " text TEXT NOT NULL,"
     " for_whom TEXT, asked_by TEXT, asked_on TEXT" DAY_CHECK("asked_on") ","
     " answer TEXT, answered_on TEXT" DAY_CHECK("answered_on") ", tags TEXT,"
     " exempt" TRUTH("exempt") "," ROW_TAIL
     ") STRICT;"
     "CREATE INDEX note_meeting ON note(meeting_id);",
     false},
    {"saved_search",
     "CREATE TABLE saved_search("
     " id TEXT NOT NULL PRIMARY KEY," /* UUID */
     " name TEXT NOT NULL, words TEXT NOT NULL, sort TEXT NOT NULL," ROW_TAIL
     ") STRICT;",
     false},
    /* What was looked at, up to where; no events. An item bears the sum of its texts as they were read; a search and the list
     * of what is new bear the newest paper that was held then, by the time it was imported and its number. */
    {"read_mark",
     "CREATE TABLE read_mark("
     " id TEXT NOT NULL PRIMARY KEY," /* kind and place */
     " kind TEXT NOT NULL CHECK (kind IN ('item', 'search', 'news')),"
     " meeting_id TEXT, item TEXT, sum TEXT,"
     " imported TEXT, paper INTEGER NOT NULL,"
     " seq INTEGER NOT NULL CHECK (seq > 0),"
     " h TEXT NOT NULL CHECK (length(h) = 16)"
     ") STRICT;"
     "CREATE INDEX read_mark_meeting ON read_mark(meeting_id);",
     false},
};
const struct schema_list schema_user_7 = {user, MB_LENGTH(user)};

#define MINE_SQL                                                                                                       \
    "CREATE VIRTUAL TABLE mine USING fts5(title, body, meta, owner, recipient, status, kind UNINDEXED, "               \
    "action_id UNINDEXED, note_id UNINDEXED, meeting_id UNINDEXED, committee UNINDEXED, date UNINDEXED, "              \
    "agenda_number UNINDEXED, minute_number UNINDEXED, item_title UNINDEXED, exempt UNINDEXED, truncated UNINDEXED, "  \
    "verbatim UNINDEXED, tokenize='" INDEX_TOKENIZER "')"

struct old_row {
    int64_t id;
    char *action_id;
};

/* The rows as they were, before the table goes. */
static enum status read_old(const void *scratch, struct db *db, struct old_row **rows, size_t *n, struct err *err)
{
    static const char SQL_OLD[] = "SELECT rowid, action_id FROM mine ORDER BY rowid";
    struct rows old = db_select(db, SQL_OLD, err);
    while (rows_next(&old))
        *mem_append(scratch, *rows, *n) = (struct old_row){rows_int(&old, 0), rows_text(scratch, &old, 1)};
    return rows_end(&old);
}

enum status schema_7_mine(struct db *db, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "mine");
    struct old_row *rows = NULL;
    size_t n = 0;
    enum status status = read_old(scratch, db, &rows, &n, err);
    if (status == STATUS_OK)
        status = db_script(db, "DROP TABLE mine;" MINE_SQL, err);
    for (size_t i = 0; i < n && status == STATUS_OK; i++)
        status = index_mine_refill(db, rows[i].action_id, rows[i].id, err);
    talloc_free(scratch);
    return status;
}
