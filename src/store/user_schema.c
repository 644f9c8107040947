/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The tables of the user's own rows. No foreign key points from here to a published row and none from
 * there to here: the link to a passage is its place, the quoted words and the row's hash. `h` of every
 * row is the first 8 bytes of a SHA-256 over all its other fields, in hexadecimal. Days are
 * YYYY-MM-DD, stamps UTC. A row that was undone stays, with `deleted` 1. */
#include "config.h"

#include "src/store/index.h"

/* A follow-up. `reference` is frozen; `n` is the row's number in `mine`. */
#define ACTION                                                                                                  \
    "CREATE TABLE action("                                                                                      \
    " n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, reference TEXT NOT NULL UNIQUE COLLATE NOCASE,"           \
    " class TEXT NOT NULL, kind TEXT, committee TEXT, meeting_id TEXT, meeting_date TEXT,"                      \
    " agenda_number TEXT, minute_number TEXT, item_title TEXT, source_sha256 TEXT,"                             \
    " quote TEXT, quote_truncated INTEGER NOT NULL, quote_exempt INTEGER NOT NULL, quote_place TEXT,"           \
    " own_words TEXT, owner TEXT, recipient TEXT, subject TEXT,"                                                \
    " due_text TEXT, due_from TEXT, due_to TEXT, due_basis TEXT, chase_date TEXT,"                              \
    " status TEXT NOT NULL, note TEXT,"                                                                         \
    " deleted INTEGER NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, h TEXT NOT NULL);"              \
    "CREATE INDEX action_meeting ON action(meeting_id)"

/* The places given before a stroke: "555" or "cf 555". `last` only ever rises, whatever is undone, so
 * that no reference is given twice. */
#define NUMBERING                                                                                               \
    "CREATE TABLE numbering("                                                                                   \
    " id TEXT PRIMARY KEY, meeting_id TEXT, number TEXT NOT NULL, last INTEGER NOT NULL,"                       \
    " deleted INTEGER NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, h TEXT NOT NULL) WITHOUT ROWID"

/* kind: part or join. first, second: sha-256 of sources separated by blanks (user.h). */
#define RULING                                                                                                  \
    "CREATE TABLE ruling("                                                                                      \
    " id TEXT PRIMARY KEY, kind TEXT NOT NULL, first TEXT NOT NULL, second TEXT,"                               \
    " deleted INTEGER NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, h TEXT NOT NULL) WITHOUT ROWID"

/* What the member states of a source; the value NULL where it was taken back. */
#define CORRECTION                                                                                              \
    "CREATE TABLE correction("                                                                                  \
    " id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, field TEXT NOT NULL, value TEXT,"                              \
    " deleted INTEGER NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, h TEXT NOT NULL,"               \
    " UNIQUE(sha256, field)) WITHOUT ROWID"

#define SETTING                                                                                                 \
    "CREATE TABLE setting("                                                                                     \
    " id TEXT PRIMARY KEY, value TEXT,"                                                                         \
    " deleted INTEGER NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, h TEXT NOT NULL) WITHOUT ROWID"

/* Every change of a row above, never updated and never deleted. `seq` orders, whatever the clock says.
 * `change` is the seq of the first event of the same edit; `reverses` the change that an undo or redo
 * turned. `field` from `old` to `new` where one field changed; `row_before` and `row_after` are the
 * whole rows as JSON. `origin` is NULL for what this store did itself, else where it was merged from. */
#define EVENT                                                                                                   \
    "CREATE TABLE event("                                                                                       \
    " seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, change INTEGER NOT NULL, reverses INTEGER,"             \
    " origin TEXT, who TEXT, stamp TEXT NOT NULL, row_table TEXT NOT NULL, row_id TEXT NOT NULL,"               \
    " what TEXT NOT NULL, field TEXT, old TEXT, new TEXT, sentence TEXT NOT NULL,"                              \
    " row_before TEXT, row_after TEXT NOT NULL, h TEXT NOT NULL);"                                              \
    "CREATE INDEX event_row ON event(row_id, row_table);"                                                       \
    "CREATE INDEX event_change ON event(change);"                                                               \
    "CREATE INDEX event_reverses ON event(reverses) WHERE reverses IS NOT NULL"

static const struct schema_table tables[] = {
    {"action", ACTION, false},         {"numbering", NUMBERING, false}, {"ruling", RULING, false},
    {"correction", CORRECTION, false}, {"setting", SETTING, false},     {"event", EVENT, false},
    {"mine", INDEX_MINE_SQL, true},
};

const struct schema_list schema_user = {tables, MB_LENGTH(tables)};
