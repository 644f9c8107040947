/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What schema 6 added: what became of a follow-up. The columns of published trackers on its row, the things that happened to
 * it as rows of their own, the files kept with them; of what a rule found its limb, what it hangs under and where it is
 * said again. As in schema_2.c, columns at their defaults enter neither check value nor history. */
#include "config.h"

#include "src/store/private.h"
#include "src/store/schema_sql.h"

static const struct schema_table user[] = {
    {"action_entry", /* an update, a chase, an answer, a piece of evidence */
     "CREATE TABLE action_entry("
     " id TEXT NOT NULL PRIMARY KEY," /* UUID */
     " action_id TEXT NOT NULL,"
     " kind TEXT NOT NULL CHECK (kind IN ('update', 'chase', 'answer', 'evidence')),"
     " date TEXT" DAY_CHECK("date") ","
     " text TEXT, source TEXT, meeting_id TEXT, item TEXT, url TEXT,"
     " file_name TEXT, file_sha256 TEXT, file_text TEXT,"
     " told" TRUTH("told") ","
     " exempt" TRUTH("exempt") "," ROW_TAIL
     ") STRICT;"
     "CREATE INDEX action_entry_action ON action_entry(action_id);",
     false},
    {"kept_file", /* named by its SHA-256, which is its check value; stays when its entry is undone */
     "CREATE TABLE kept_file("
     " sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),"
     " bytes BLOB NOT NULL"
     ") STRICT;",
     false},
};
const struct schema_list schema_user_6 = {user, MB_LENGTH(user)};

const char schema_6_columns[] =
    "ALTER TABLE action ADD COLUMN limb TEXT;"
    "ALTER TABLE action ADD COLUMN under TEXT;"
    "ALTER TABLE action ADD COLUMN step TEXT;"
    "ALTER TABLE action ADD COLUMN status_word TEXT;"
    "ALTER TABLE action ADD COLUMN rag TEXT;"
    "ALTER TABLE action ADD COLUMN raised_by TEXT;"
    "ALTER TABLE action ADD COLUMN portfolio TEXT;"
    "ALTER TABLE action ADD COLUMN executive_date TEXT" DAY_CHECK("executive_date") ";"
    "ALTER TABLE action ADD COLUMN response TEXT;"
    "ALTER TABLE action ADD COLUMN response_date TEXT" DAY_CHECK("response_date") ";"
    "ALTER TABLE action ADD COLUMN outcome TEXT;"
    "ALTER TABLE action ADD COLUMN closed_by TEXT;"
    "ALTER TABLE action ADD COLUMN closed_on TEXT" DAY_CHECK("closed_on") ";"
    "ALTER TABLE action ADD COLUMN superseded_by TEXT;"
    "ALTER TABLE action ADD COLUMN carried_to TEXT;"
    "ALTER TABLE action ADD COLUMN tags TEXT;"
    "ALTER TABLE action ADD COLUMN also_place TEXT;"
    "ALTER TABLE candidate ADD COLUMN limb TEXT;"
    "ALTER TABLE candidate ADD COLUMN under TEXT;"
    "ALTER TABLE candidate ADD COLUMN also_place TEXT;";
