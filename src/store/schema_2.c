/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What schema 2 added to schema 1: what the sweep found in each meeting, the state of a follow-up, meetings
 * entered by hand, papers that are not needed, lines typed at prompts. A new store is made as schema 1 and
 * brought here by the same statements, so that it has the very form of a migrated one. Released: a further
 * change is schema 3.
 *
 * The columns added to the user's table `action` are worth nothing where they stand at their defaults: they
 * enter neither the check value of the row nor its JSON (user_rows.c), so that the rows and the history that
 * schema 1 wrote stay valid, byte for byte. */
#include "config.h"

#include "src/store/private.h"
#include "src/store/schema_sql.h"

static const struct schema_table published[] = {
    {"candidate", /* a follow-up that a rule found; numbers and title are those of its item */
     "CREATE TABLE candidate("
     " meeting INTEGER NOT NULL REFERENCES meeting(id),"
     " n INTEGER NOT NULL," /* reading order */
     " candidate_id TEXT NOT NULL,"
     " item_position INTEGER NOT NULL," /* 0: of no item */
     " class TEXT NOT NULL, kind TEXT,"
     " untracked" TRUTH("untracked") ","
     " rule TEXT, confidence INTEGER NOT NULL," /* per cent */
     " source_sha256 TEXT, quote TEXT,"
     " quote_truncated" TRUTH("quote_truncated") ","
     " quote_exempt" TRUTH("quote_exempt") ","
     " quote_place TEXT," /* "minutes:1204" */
     " owner TEXT, recipient TEXT, subject TEXT,"
     " due_text TEXT, due_from TEXT" DAY_CHECK("due_from") ", due_to TEXT" DAY_CHECK("due_to") ", due_basis TEXT,"
     " UNIQUE (meeting, n)"
     ") STRICT;"
     "CREATE INDEX candidate_name ON candidate(candidate_id);",
     false},
    {"cited_meeting", /* a meeting that a text of this one names by its day */
     "CREATE TABLE cited_meeting("
     " meeting INTEGER NOT NULL REFERENCES meeting(id),"
     " n INTEGER NOT NULL,"
     " date TEXT NOT NULL" DAY_CHECK("date") ","
     " item_position INTEGER NOT NULL,"
     " times INTEGER NOT NULL,"
     " quote TEXT,"
     " UNIQUE (meeting, n)"
     ") STRICT;"
     "CREATE INDEX cited_meeting_date ON cited_meeting(date);",
     false},
};
const struct schema_list schema_published_2 = {published, MB_LENGTH(published)};

static const struct schema_table user[] = {
    {"entered_meeting", /* by hand, because no paper of it is held */
     "CREATE TABLE entered_meeting("
     " id TEXT NOT NULL PRIMARY KEY," /* UUID */
     " committee TEXT NOT NULL,"
     " date TEXT NOT NULL" DAY_CHECK("date") ","
     " starts INTEGER NOT NULL CHECK (starts BETWEEN -1 AND 1439)," /* minutes after midnight, -1 not said */
     " venue TEXT," ROW_TAIL
     ") STRICT;",
     false},
    {"wanted_mark", /* what the member says of a paper that is not held; id is its key */
     "CREATE TABLE wanted_mark("
     " id TEXT NOT NULL PRIMARY KEY,"
     " mark TEXT NOT NULL," ROW_TAIL
     ") STRICT;",
     false},
    {"prompt_history", /* lines typed at the prompts called `name`, the newest with the highest seq; no events */
     "CREATE TABLE prompt_history("
     " id TEXT NOT NULL PRIMARY KEY," /* UUID */
     " name TEXT NOT NULL, line TEXT NOT NULL,"
     " seq INTEGER NOT NULL CHECK (seq > 0),"
     " h TEXT NOT NULL CHECK (length(h) = 16),"
     " UNIQUE (name, line)"
     ") STRICT;"
     "CREATE INDEX prompt_history_order ON prompt_history(name, seq);",
     false},
};
const struct schema_list schema_user_2 = {user, MB_LENGTH(user)};

/* `swept` names the rules that a meeting was swept with, NULL: it was not. */
const char schema_2_columns[] =
    "ALTER TABLE meeting ADD COLUMN swept TEXT;"
    "ALTER TABLE action ADD COLUMN state TEXT NOT NULL DEFAULT 'confirmed' CHECK (state IN ('confirmed', 'dismissed'));"
    "ALTER TABLE action ADD COLUMN candidate_id TEXT;"
    "ALTER TABLE action ADD COLUMN untracked INTEGER NOT NULL DEFAULT 0 CHECK (untracked IN (0, 1));"
    "ALTER TABLE action ADD COLUMN rule TEXT;"
    "ALTER TABLE action ADD COLUMN confidence INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE action ADD COLUMN reason TEXT;"
    "CREATE INDEX action_candidate ON action(candidate_id) WHERE candidate_id IS NOT NULL;";
