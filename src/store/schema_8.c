/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What schema 8 changed in schema 7: the ids of each edition stand in a row of their own, so that a search asks which are hidden and not,
 * for every hit, which edition it is of; a hit knows the page it begins on and whether its text is routine; texts bear more words to
 * filter by (index_meta.c). The index is not emptied: meetings are due to be published anew (store_sweep_is_due()), one at a time, and
 * are found by their words until then. */
#include "config.h"

#include "src/store/private.h"

static const struct schema_table tables[] = {
    {"search_edition",
     "CREATE TABLE search_edition("
     " edition INTEGER NOT NULL PRIMARY KEY,"
     " meeting_id TEXT NOT NULL,"
     " first INTEGER NOT NULL, last INTEGER NOT NULL," /* ids of its texts; none stands between two of another's */
     " shown INTEGER NOT NULL CHECK (shown IN (0, 1))"
     ") STRICT;"
     "CREATE INDEX search_edition_ids ON search_edition(first, last);"
     "CREATE INDEX search_edition_meeting ON search_edition(meeting_id);"
     "CREATE INDEX search_edition_hidden ON search_edition(first) WHERE shown = 0;"
     "INSERT INTO search_edition(edition, meeting_id, first, last, shown)"
     " SELECT edition, max(meeting_id), min(id), max(id), edition IN (SELECT edition FROM search_shown) FROM search_place GROUP BY edition;",
     false},
};
const struct schema_list schema_published_8 = {tables, MB_LENGTH(tables)};

const char schema_8_columns[] = "ALTER TABLE search_place ADD COLUMN page TEXT;"
                                "ALTER TABLE search_place ADD COLUMN routine INTEGER NOT NULL DEFAULT 0;"
                                "UPDATE meeting SET made_from = '' WHERE edition = 1;";
