/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The tables that imports write (design.md 4): sources with their drafts, and what is published of
 * them. Plain tables that any SQLite can read: names are those of design.md 5.3, days are text
 * YYYY-MM-DD, truths are 0 and 1, a missing value is NULL.
 *
 * A meeting is visible while its edition is the one in state 'live'. An import writes under an edition
 * in state 'loading', and one small transaction moves its meetings to the live edition and what they
 * replace to the one in state 'gone'. Rows under 'loading' and 'gone' are swept. */
#include "config.h"

#include "src/store/private.h"
#include "src/store/schema_sql.h"

static const struct schema_table published[] = {
    /* ---- sources ---------------------------------------------------------------------------- */
    {"source",
     "CREATE TABLE source("
     " id INTEGER PRIMARY KEY,"
     " sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),"
     " path TEXT NOT NULL,"    /* as named at the first import */
     " form TEXT NOT NULL,"
     " reader_version INTEGER NOT NULL,"
     " bytes INTEGER NOT NULL,"
     " imported TEXT NOT NULL," /* UTC */
     " exempt INTEGER NOT NULL CHECK (exempt IN (0, 1)),"
     " incomplete INTEGER NOT NULL CHECK (incomplete IN (0, 1)),"
     " state TEXT NOT NULL CHECK (state IN ('loading', 'whole', 'leaving'))"
     ") STRICT;"
     "CREATE INDEX source_unfinished ON source(state) WHERE state <> 'whole';",
     false},
    {"source_chunk", /* the file's bytes */
     "CREATE TABLE source_chunk("
     " source INTEGER NOT NULL REFERENCES source(id),"
     " n INTEGER NOT NULL,"
     " bytes BLOB NOT NULL,"
     " UNIQUE (source, n)"
     ") STRICT;",
     false},
    {"draft", /* what a reader made of a source; a re-read keeps the old one until the new one is whole */
     "CREATE TABLE draft("
     " id INTEGER PRIMARY KEY,"
     " source INTEGER NOT NULL REFERENCES source(id),"
     " state TEXT NOT NULL CHECK (state IN ('loading', 'live', 'gone')),"
     " sha256 TEXT NOT NULL," /* of its values: "the same draft" */
     " council TEXT, committee TEXT,"
     " date TEXT" DAY_CHECK("date") ","
     " date_basis TEXT CHECK (date_basis IN ('stated', 'inferred', 'given')),"
     " starts INTEGER CHECK (starts BETWEEN 0 AND 1439)," /* minutes after midnight */
     " venue TEXT,"
     " titles_key TEXT NOT NULL," /* equal where all titles are the same words in the same order */
     " titles INTEGER NOT NULL,"
     " telling INTEGER NOT NULL" /* titles that are not routine */
     ") STRICT;"
     "CREATE INDEX draft_source ON draft(source);"
     "CREATE INDEX draft_titles ON draft(titles_key, date);"
     "CREATE INDEX draft_unfinished ON draft(state) WHERE state <> 'live';",
     false},
    {"draft_telephone",
     "CREATE TABLE draft_telephone("
     " draft INTEGER NOT NULL REFERENCES draft(id),"
     " number TEXT NOT NULL,"
     " UNIQUE (draft, number)"
     ") STRICT;"
     "CREATE INDEX draft_telephone_number ON draft_telephone(number);",
     false},
    {"draft_named", /* committees its text names, and where */
     "CREATE TABLE draft_named("
     " draft INTEGER NOT NULL REFERENCES draft(id),"
     " n INTEGER NOT NULL,"
     " committee TEXT NOT NULL,"
     " place TEXT," /* "minute 271" */
     " UNIQUE (draft, n)"
     ") STRICT;",
     false},
    {"draft_value", /* the draft whole, value by value in reading order (src/model/fields.c) */
     "CREATE TABLE draft_value("
     " draft INTEGER NOT NULL REFERENCES draft(id),"
     " n INTEGER NOT NULL,"
     " depth INTEGER NOT NULL,"
     " name TEXT NOT NULL,"
     " value TEXT," /* NULL opens a record */
     " UNIQUE (draft, n)"
     ") STRICT;",
     false},
    /* ---- meetings --------------------------------------------------------------------------- */
    {"edition",
     "CREATE TABLE edition("
     " id INTEGER PRIMARY KEY,"
     " state TEXT NOT NULL CHECK (state IN ('live', 'gone', 'loading'))"
     ") STRICT;"
     "CREATE UNIQUE INDEX edition_state ON edition(state) WHERE state <> 'loading';"
     "INSERT INTO edition(id, state) VALUES (1, 'live'), (2, 'gone');",
     false},
    {"published", /* one row: how far the user's corrections and rulings are worked in */
     "CREATE TABLE published("
     " id INTEGER PRIMARY KEY CHECK (id = 1),"
     " user_seq INTEGER NOT NULL"
     ") STRICT;"
     "INSERT INTO published(id, user_seq) VALUES (1, 0);",
     false},
    {"meeting",
     "CREATE TABLE meeting("
     " id INTEGER PRIMARY KEY,"
     " edition INTEGER NOT NULL REFERENCES edition(id),"
     " meeting_id TEXT NOT NULL,"  /* as shown: children-and-families-2022-11-03 */
     " base_id TEXT NOT NULL,"     /* the same before what tells two meetings of a day apart */
     " made_from TEXT NOT NULL,"   /* SHA-256 of all that it follows from: equal means it would come out the same */
     " fingerprint TEXT NOT NULL," /* SHA-256 of all that is published of it */
     " council TEXT, committee TEXT,"
     " committee_key TEXT,"        /* folded for comparing */
     " date TEXT" DAY_CHECK("date") ","
     " date_basis TEXT CHECK (date_basis IN ('stated', 'inferred', 'given')),"
     " date_reason TEXT,"
     " starts INTEGER CHECK (starts BETWEEN 0 AND 1439),"
     " venue TEXT, contact TEXT,"
     " status TEXT, status_text TEXT, minutes_status TEXT,"
     " joined_because TEXT,"
     /* counted for lists, so that these need no texts */
     " items INTEGER NOT NULL, minutes INTEGER NOT NULL, minutes_cut INTEGER NOT NULL,"
     " reports_held INTEGER NOT NULL, reports_to_follow INTEGER NOT NULL, reports_not_held INTEGER NOT NULL,"
     " exempt_items INTEGER NOT NULL, sources INTEGER NOT NULL, papers_to_get INTEGER NOT NULL,"
     " has_agenda INTEGER NOT NULL CHECK (has_agenda IN (0, 1)),"
     " has_minutes INTEGER NOT NULL CHECK (has_minutes IN (0, 1)),"
     " has_programme INTEGER NOT NULL CHECK (has_programme IN (0, 1))"
     ") STRICT;"
     "CREATE INDEX meeting_date ON meeting(edition, date);"
     "CREATE INDEX meeting_committee ON meeting(edition, committee_key, date);"
     "CREATE UNIQUE INDEX meeting_name ON meeting(edition, meeting_id) WHERE edition = 1;"
     "CREATE INDEX meeting_base ON meeting(base_id);",
     false},
    {"meeting_alias", /* former ids and ids it would have without another source */
     "CREATE TABLE meeting_alias("
     " meeting INTEGER NOT NULL REFERENCES meeting(id),"
     " alias TEXT NOT NULL,"
     " UNIQUE (meeting, alias)"
     ") STRICT;"
     "CREATE INDEX meeting_alias_alias ON meeting_alias(alias);",
     false},
    {"meeting_source",
     "CREATE TABLE meeting_source("
     " meeting INTEGER NOT NULL REFERENCES meeting(id),"
     " n INTEGER NOT NULL,"
     " source INTEGER NOT NULL REFERENCES source(id),"
     " UNIQUE (meeting, n)"
     ") STRICT;"
     "CREATE INDEX meeting_source_source ON meeting_source(source);",
     false},
    {"alternative", /* a value that lost against a better source */
     "CREATE TABLE alternative("
     " meeting INTEGER NOT NULL REFERENCES meeting(id),"
     " n INTEGER NOT NULL,"
     " field TEXT NOT NULL,"
     " value TEXT NOT NULL,"
     " sha256 TEXT NOT NULL," /* of the source that says so */
     " UNIQUE (meeting, n)"
     ") STRICT;",
     false},
    {"person", /* membership and attendance */
     "CREATE TABLE person("
     " meeting INTEGER NOT NULL REFERENCES meeting(id),"
     " n INTEGER NOT NULL,"
     " name TEXT NOT NULL,"
     " role TEXT, capacity TEXT, attendance TEXT,"
     " UNIQUE (meeting, n)"
     ") STRICT;",
     false},
    {"vacancy",
     "CREATE TABLE vacancy("
     " meeting INTEGER NOT NULL REFERENCES meeting(id),"
     " n INTEGER NOT NULL,"
     " seat TEXT NOT NULL,"
     " UNIQUE (meeting, n)"
     ") STRICT;",
     false},
    /* ---- items ------------------------------------------------------------------------------ */
    {"item",
     "CREATE TABLE item("
     " id INTEGER PRIMARY KEY,"
     " meeting INTEGER NOT NULL REFERENCES meeting(id),"
     " position INTEGER NOT NULL,"
     " agenda_number TEXT, minute_number TEXT," /* as printed */
     " title TEXT, kind TEXT,"
     " part INTEGER,"
     " exempt INTEGER NOT NULL CHECK (exempt IN (0, 1)),"
     " exempt_reason TEXT,"
     " timing TEXT, pages TEXT, pages_note TEXT,"
     " follow TEXT CHECK (follow IN ('to follow', 'published, not held', 'held')),"
     " truncated INTEGER NOT NULL CHECK (truncated IN (0, 1)),"
     " author TEXT,"
     " report_exempt INTEGER NOT NULL CHECK (report_exempt IN (0, 1)),"
     " in_latest INTEGER NOT NULL CHECK (in_latest IN (0, 1)),"
     " UNIQUE (meeting, position)"
     ") STRICT;",
     false},
    {"passage", /* a text of an item */
     "CREATE TABLE passage("
     " item INTEGER NOT NULL REFERENCES item(id),"
     " kind TEXT NOT NULL CHECK (kind IN ('agenda', 'minutes', 'decision')),"
     " text TEXT NOT NULL,"
     " exempt INTEGER NOT NULL CHECK (exempt IN (0, 1)),"
     " sha256 TEXT NOT NULL," /* of the text, for `check` */
     " UNIQUE (item, kind)"
     ") STRICT;",
     false},
    {"block", /* of a report, in reading order */
     "CREATE TABLE block("
     " id INTEGER PRIMARY KEY,"
     " item INTEGER NOT NULL REFERENCES item(id),"
     " n INTEGER NOT NULL,"
     " kind TEXT NOT NULL CHECK (kind IN ('heading', 'para', 'list', 'table')),"
     " text TEXT, level INTEGER, caption TEXT, page TEXT,"
     " sha256 TEXT NOT NULL," /* of the text and cells */
     " UNIQUE (item, n)"
     ") STRICT;",
     false},
    {"block_cell", /* row 1 is the header */
     "CREATE TABLE block_cell("
     " block INTEGER NOT NULL REFERENCES block(id),"
     " row INTEGER NOT NULL,"
     " n INTEGER NOT NULL,"
     " text TEXT NOT NULL,"
     " UNIQUE (block, row, n)"
     ") STRICT;",
     false},
    {"attachment",
     "CREATE TABLE attachment("
     " item INTEGER NOT NULL REFERENCES item(id),"
     " n INTEGER NOT NULL,"
     " title TEXT, format TEXT, size TEXT, url TEXT,"
     " exempt INTEGER NOT NULL CHECK (exempt IN (0, 1)),"
     " held INTEGER NOT NULL CHECK (held IN (0, 1)),"
     " UNIQUE (item, n)"
     ") STRICT;",
     false},
    {"item_line", /* what a report asks the committee to do; who is invited for it */
     "CREATE TABLE item_line("
     " item INTEGER NOT NULL REFERENCES item(id),"
     " kind TEXT NOT NULL CHECK (kind IN ('asked', 'invited')),"
     " n INTEGER NOT NULL,"
     " text TEXT NOT NULL,"
     " UNIQUE (item, kind, n)"
     ") STRICT;",
     false},
    /* ---- work programmes -------------------------------------------------------------------- */
    {"programme", /* an edition of a committee's work programme, printed with a meeting's papers */
     "CREATE TABLE programme("
     " id INTEGER PRIMARY KEY,"
     " meeting INTEGER NOT NULL REFERENCES meeting(id),"
     " n INTEGER NOT NULL,"
     " committee TEXT,"
     " published_for TEXT" DAY_CHECK("published_for") ","
     " title TEXT, preamble TEXT,"
     " item_position INTEGER,"
     " UNIQUE (meeting, n)"
     ") STRICT;",
     false},
    {"programme_entry",
     "CREATE TABLE programme_entry("
     " id INTEGER PRIMARY KEY,"
     " programme INTEGER NOT NULL REFERENCES programme(id),"
     " n INTEGER NOT NULL,"
     " inherited INTEGER NOT NULL CHECK (inherited IN (0, 1)),"
     " section TEXT NOT NULL, state TEXT NOT NULL,"
     " issue TEXT, last_reports_text TEXT, notes TEXT,"
     " requested_on TEXT" DAY_CHECK("requested_on") ","
     " frequency TEXT,"
     " UNIQUE (programme, n)"
     ") STRICT;",
     false},
    {"programme_when", /* the words, and the first and last day they allow */
     "CREATE TABLE programme_when("
     " entry INTEGER NOT NULL REFERENCES programme_entry(id),"
     " kind TEXT NOT NULL CHECK (kind IN ('planned', 'last report')),"
     " n INTEGER NOT NULL,"
     " text TEXT,"
     " first TEXT" DAY_CHECK("first") ","
     " last TEXT" DAY_CHECK("last") ","
     " UNIQUE (entry, kind, n)"
     ") STRICT;",
     false},
    {"programme_champion",
     "CREATE TABLE programme_champion("
     " programme INTEGER NOT NULL REFERENCES programme(id),"
     " n INTEGER NOT NULL,"
     " topic TEXT, name TEXT,"
     " UNIQUE (programme, n)"
     ") STRICT;",
     false},
    {"programme_meeting", /* "Dates of future meetings" */
     "CREATE TABLE programme_meeting("
     " programme INTEGER NOT NULL REFERENCES programme(id),"
     " n INTEGER NOT NULL,"
     " date TEXT NOT NULL" DAY_CHECK("date") ","
     " UNIQUE (programme, n)"
     ") STRICT;",
     false},
};

const struct schema_list schema_published = {published, MB_LENGTH(published)};
