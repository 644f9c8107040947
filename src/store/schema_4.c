/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What schema 4 added to schema 3: papers of a whole meeting that are to be got (frontsheet, pack, printed minutes and
 * decisions, supplements). Released: a further change is schema 5.
 *
 * Of meetings that are published already nothing is listed here until they are published anew; what the council restricts is
 * no longer counted among their papers to get. */
#include "config.h"

#include "src/store/private.h"

static const struct schema_table published[] = {
    {"meeting_paper", /* as a page lists it above its items */
     "CREATE TABLE meeting_paper("
     " meeting INTEGER NOT NULL REFERENCES meeting(id),"
     " n INTEGER NOT NULL,"
     " title TEXT, format TEXT, size TEXT, url TEXT, service_id TEXT,"
     " UNIQUE (meeting, n)"
     ") STRICT;",
     false},
};
const struct schema_list schema_published_4 = {published, MB_LENGTH(published)};

const char schema_4_rows[] =
    "UPDATE meeting SET papers_to_get = papers_to_get - (SELECT count(*) FROM item i JOIN attachment a ON a.item = i.id"
    " WHERE i.meeting = meeting.id AND a.held = 0 AND a.exempt = 1)"
    " WHERE papers_to_get > 0;";
