/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The tables of the user's own rows (design.md 4). No foreign key points from here to a published row
 * and none from there to here: the link to a passage is its place and the quoted words with their
 * hash. `version` counts the changes of a row, `seq` is the event that changed it last, `h` the first
 * 8 bytes of a SHA-256 over all its other fields, in hexadecimal. A row that was undone stays, with
 * `deleted` 1. Days are YYYY-MM-DD, stamps UTC. */
#include "config.h"

#include "src/store/index.h"
#include "src/store/user.h"
#include "src/store/schema_sql.h"

static const struct schema_table user[] = {
    {"action", /* a follow-up on the tracker; column names are those of design.md 5.3 */
     "CREATE TABLE action("
     " id TEXT NOT NULL PRIMARY KEY,"                  /* UUID */
     " reference TEXT NOT NULL UNIQUE COLLATE NOCASE," /* frozen */
     " class TEXT NOT NULL, kind TEXT,"
     " committee TEXT, meeting_id TEXT, meeting_date TEXT" DAY_CHECK("meeting_date") ","
     " agenda_number TEXT, minute_number TEXT, item_title TEXT, source_sha256 TEXT,"
     " quote TEXT, quote_sha256 TEXT,"
     " quote_truncated INTEGER NOT NULL CHECK (quote_truncated IN (0, 1)),"
     " quote_exempt INTEGER NOT NULL CHECK (quote_exempt IN (0, 1)),"
     " quote_place TEXT,"                              /* "minutes:1204" */
     " own_words TEXT, owner TEXT, recipient TEXT, subject TEXT,"
     " due_text TEXT, due_from TEXT" DAY_CHECK("due_from") ", due_to TEXT" DAY_CHECK("due_to") ", due_basis TEXT,"
     " chase_date TEXT" DAY_CHECK("chase_date") ","
     " status TEXT NOT NULL, note TEXT," ROW_TAIL
     ") STRICT;"
     "CREATE INDEX action_meeting ON action(meeting_id);"
     "CREATE INDEX action_source ON action(source_sha256);",
     false},
    {"ruling", /* join or part meetings; first and second: sha-256 of sources, separated by blanks (user.h) */
     "CREATE TABLE ruling("
     " id TEXT NOT NULL PRIMARY KEY,"
     " kind TEXT NOT NULL CHECK (kind IN ('part', 'join')),"
     " first TEXT NOT NULL, second TEXT," ROW_TAIL
     ") STRICT;",
     false},
    {"correction", /* what the member states of a source; value NULL where it was taken back */
     "CREATE TABLE correction("
     " id TEXT NOT NULL PRIMARY KEY,"
     " sha256 TEXT NOT NULL, field TEXT NOT NULL, value TEXT," ROW_TAIL
     ", UNIQUE (sha256, field)"
     ") STRICT;",
     false},
    {"setting", /* id is its name */
     "CREATE TABLE setting("
     " id TEXT NOT NULL PRIMARY KEY,"
     " value TEXT," ROW_TAIL
     ") STRICT;",
     false},
    /* Every change of a row above, never updated and never deleted. `seq` orders, whatever the clock
     * says. `change` is the seq of the first event of the same edit, `reverses` the change that an undo
     * or redo turned (0: none). `field` went from `from_value` to `to_value` where it was one field; the whole
     * rows stand as JSON. `origin` is NULL for what this store did itself, else the store it came from. */
    {"event",
     "CREATE TABLE event("
     " id TEXT NOT NULL PRIMARY KEY,"
     " seq INTEGER NOT NULL UNIQUE CHECK (seq > 0),"
     " change INTEGER NOT NULL, reverses INTEGER NOT NULL,"
     " origin TEXT, who TEXT, stamp TEXT NOT NULL,"
     " row_table TEXT NOT NULL, row_id TEXT NOT NULL,"
     " what TEXT NOT NULL, field TEXT, from_value TEXT, to_value TEXT,"
     " sentence TEXT NOT NULL,"
     " row_before TEXT, row_after TEXT NOT NULL,"
     " h TEXT NOT NULL CHECK (length(h) = 16)"
     ") STRICT;"
     "CREATE INDEX event_row ON event(row_id, row_table, seq);"
     "CREATE INDEX event_change ON event(change);"
     "CREATE INDEX event_reverses ON event(reverses) WHERE reverses > 0;",
     false},
    {"mine", INDEX_MINE_SQL, true},
};

const struct schema_list schema_user = {user, MB_LENGTH(user)};
