/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What schema 3 added: the ids of the council's system, recorded votes and links, what lists of meetings and
 * committees name, and what the member rules on committees, on meetings that are two, and on the address of a
 * council's site. A new store is made as schema 1 and takes every step since. */
#include "config.h"

#include "src/store/private.h"
#include "src/store/reconcile.h"
#include "src/store/schema_sql.h"

static const struct schema_table published[] = {
    {"vote", /* as recorded with an item */
     "CREATE TABLE vote("
     " item INTEGER NOT NULL REFERENCES item(id),"
     " n INTEGER NOT NULL,"
     " title TEXT, type TEXT, text TEXT, result TEXT,"
     " UNIQUE (item, n)"
     ") STRICT;",
     false},
    {"item_link", /* that stands in a text of the item */
     "CREATE TABLE item_link("
     " item INTEGER NOT NULL REFERENCES item(id),"
     " n INTEGER NOT NULL,"
     " text TEXT, url TEXT,"
     " UNIQUE (item, n)"
     ") STRICT;",
     false},
    {"listed_meeting", /* as a list of the council names it; hangs on the list's draft */
     "CREATE TABLE listed_meeting("
     " draft INTEGER NOT NULL REFERENCES draft(id),"
     " n INTEGER NOT NULL,"
     " council TEXT, site TEXT,"
     " site_key TEXT," /* as in draft */
     " committee TEXT, committee_service_id TEXT, service_id TEXT,"
     " base_id TEXT,"  /* what the meeting would be called: as in meeting */
     " date TEXT" DAY_CHECK("date") ","
     " starts INTEGER CHECK (starts BETWEEN 0 AND 1439),"
     " venue TEXT, status TEXT, status_text TEXT,"
     " has_agenda" TRUTH("has_agenda") ","
     " has_decisions" TRUTH("has_decisions") ","
     " has_minutes" TRUTH("has_minutes") ","
     " UNIQUE (draft, n)"
     ") STRICT;"
     "CREATE INDEX listed_meeting_service ON listed_meeting(service_id) WHERE service_id IS NOT NULL;",
     false},
    {"listed_committee",
     "CREATE TABLE listed_committee("
     " draft INTEGER NOT NULL REFERENCES draft(id),"
     " n INTEGER NOT NULL,"
     " council TEXT, site TEXT, site_key TEXT,"
     " name TEXT, service_id TEXT, category TEXT,"
     " expired" TRUTH("expired") ","
     " deleted" TRUTH("deleted") ","
     " UNIQUE (draft, n)"
     ") STRICT;",
     false},
};
const struct schema_list schema_published_3 = {published, MB_LENGTH(published)};

static const struct schema_table user[] = {
    {"kept_apart", /* meetings that may look like one: no paper of `first` is of one meeting with any of `second` */
     "CREATE TABLE kept_apart("
     " id TEXT NOT NULL PRIMARY KEY," /* UUID */
     " first TEXT NOT NULL, second TEXT NOT NULL," ROW_TAIL /* sha-256 of papers, separated by blanks */
     ") STRICT;",
     false},
    {"committee_ruling", /* merge: `first` is another name of `second`; split: `first` is a committee of its own */
     "CREATE TABLE committee_ruling("
     " id TEXT NOT NULL PRIMARY KEY," /* UUID */
     " kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),"
     " council TEXT," /* NULL: their papers name none */
     " first TEXT NOT NULL, second TEXT," ROW_TAIL
     ") STRICT;",
     false},
    {"council_site", /* id: the council's name folded, "-" where papers name none */
     "CREATE TABLE council_site("
     " id TEXT NOT NULL PRIMARY KEY,"
     " council TEXT, site TEXT NOT NULL," ROW_TAIL
     ") STRICT;",
     false},
};
const struct schema_list schema_user_3 = {user, MB_LENGTH(user)};

/* `site_key` is the site without its scheme, in lower case; `item_ids`: its items bear ids of the system. */
const char schema_3_columns[] =
    "ALTER TABLE draft ADD COLUMN site_key TEXT;"
    "ALTER TABLE draft ADD COLUMN service_id TEXT;"
    "ALTER TABLE draft ADD COLUMN committee_service_id TEXT;"
    "ALTER TABLE draft ADD COLUMN committee_key TEXT;"
    "ALTER TABLE draft ADD COLUMN minutes_status TEXT;"
    "ALTER TABLE draft ADD COLUMN item_ids INTEGER NOT NULL DEFAULT 0 CHECK (item_ids IN (0, 1));"
    "CREATE INDEX draft_service ON draft(service_id) WHERE service_id IS NOT NULL;"
    "CREATE INDEX draft_committee ON draft(committee_key) WHERE committee_key IS NOT NULL;"
    "CREATE INDEX draft_committee_service ON draft(committee_service_id) WHERE committee_service_id IS NOT NULL;"
    "ALTER TABLE meeting ADD COLUMN contact_email TEXT;"
    "ALTER TABLE meeting ADD COLUMN site TEXT;"
    "ALTER TABLE meeting ADD COLUMN site_key TEXT;"
    "ALTER TABLE meeting ADD COLUMN service_id TEXT;"
    "ALTER TABLE meeting ADD COLUMN agenda_service_id TEXT;"
    "ALTER TABLE meeting ADD COLUMN committee_service_id TEXT;"
    "CREATE INDEX meeting_service ON meeting(service_id) WHERE service_id IS NOT NULL;"
    "ALTER TABLE item ADD COLUMN service_id TEXT;"
    "CREATE INDEX item_service ON item(service_id) WHERE service_id IS NOT NULL;"
    "ALTER TABLE attachment ADD COLUMN service_id TEXT;"
    "UPDATE draft SET minutes_status = (SELECT v.value FROM draft_value v WHERE v.draft = draft.id AND v.depth = 1"
    " AND v.name = 'minutes_status');";

/* What later papers are told by, of the papers that are kept already. */
enum status schema_3_keys(struct db *db, struct err *err)
{
    static const char SQL_NAMES[] = "SELECT DISTINCT committee FROM draft WHERE committee IS NOT NULL AND committee_key IS NULL";
    static const char SQL_KEY[] = "UPDATE draft SET committee_key = ?2 WHERE committee = ?1";
    struct strings names = {0};
    void *scratch = talloc_named_const(NULL, 0, "names");
    struct rows rows = db_select(db, SQL_NAMES, err);
    while (rows_next(&rows))
        *mem_append(scratch, names.at, names.n) = rows_text(scratch, &rows, 0);
    enum status status = rows_end(&rows);
    for (size_t i = 0; i < names.n && status == STATUS_OK; i++)
        status = db_run(db, SQL_KEY, err, v_text(names.at[i]), v_text(committee_key(scratch, names.at[i])));
    talloc_free(scratch);
    return status;
}
