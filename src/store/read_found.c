/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What was found in the papers as far as lists need it: how much of it each meeting has, which of it a row
 * of the user's bears by its id, where the items of a meeting stand. No sentence and no text is read here, so
 * that a list costs what it shows and not what the store holds; swept.c reads finds whole. */
#include "config.h"

#include "src/store/read.h"
#include "src/store/user_rows.h"

/* ---- counted ------------------------------------------------------------------------------------------- */

/* The inner statement goes through the finds once, in the order in which they were written. */
static const char SQL_COUNTS[] =
    "SELECT m.meeting_id, m.committee, m.date, s.n - s.untracked, s.untracked, m.fingerprint"
    " FROM (SELECT meeting, count(*) AS n, sum(untracked) AS untracked FROM candidate GROUP BY meeting) s"
    " JOIN meeting m ON m.id = s.meeting AND m.edition = 1 ORDER BY m.date IS NULL, m.date DESC, m.meeting_id";

enum status store_count_candidates(const void *parent, struct store *store, struct found_counts *out, struct err *err)
{
    *out = (struct found_counts){0};
    if (store->schema < 2)
        return STATUS_OK;
    struct rows rows = db_select(store->db, SQL_COUNTS, err);
    while (rows_next(&rows)) {
        struct found_count *count = mem_append(parent, out->at, out->n);
        count->meeting_id = rows_text(parent, &rows, 0);
        count->committee = rows_text(parent, &rows, 1);
        count->date = rows_date(&rows, 2);
        count->tracked = (int)rows_int(&rows, 3);
        count->untracked = (int)rows_int(&rows, 4);
        count->fingerprint = rows_text(parent, &rows, 5);
        out->n -= store_is_ahead(store, count->date);
    }
    return rows_end(&rows);
}

/* ---- borne by rows ------------------------------------------------------------------------------------- */

static const char SQL_ANSWERED[] =
    "SELECT a.id, m.meeting_id, c.n, c.item_position, c.untracked FROM action a"
    " JOIN candidate c ON c.candidate_id = a.candidate_id JOIN meeting m ON m.id = c.meeting AND m.edition = 1"
    " WHERE a.candidate_id IS NOT NULL AND a.deleted = 0"
    " ORDER BY m.date IS NULL, m.date DESC, m.starts, m.meeting_id, c.n";

enum status store_answered(const void *parent, struct store *store, struct answered_finds *out, struct err *err)
{
    *out = (struct answered_finds){0};
    if (store->schema < 2)
        return STATUS_OK;
    struct rows rows = db_select(store->db, SQL_ANSWERED, err);
    while (rows_next(&rows)) {
        struct answered_find *find = mem_append(parent, out->at, out->n);
        find->row_id = rows_text(parent, &rows, 0);
        find->meeting_id = rows_text(parent, &rows, 1);
        find->n = (size_t)rows_int(&rows, 2);
        find->item_position = (int)rows_int(&rows, 3);
        find->untracked = rows_bool(&rows, 4);
    }
    return rows_end(&rows);
}

enum status store_candidate_meeting(const void *parent, struct store *store, const char *candidate_id, char **out, struct err *err)
{
    static const char SQL_MEETING[] = "SELECT m.meeting_id FROM candidate c JOIN meeting m ON m.id = c.meeting AND m.edition = 1"
                                      " WHERE c.candidate_id = ?1 ORDER BY m.meeting_id LIMIT 1";
    *out = NULL;
    if (store->schema < 2)
        return STATUS_OK;
    struct rows rows = db_select(store->db, SQL_MEETING, err, v_text(candidate_id));
    if (rows_next(&rows))
        *out = rows_text(parent, &rows, 0);
    return rows_end(&rows);
}

/* ---- items --------------------------------------------------------------------------------------------- */

static enum status read_places(const void *parent, struct db *db, int64_t row, struct item_places *out, struct err *err)
{
    static const char SQL_PLACES[] = "SELECT position, agenda_number, minute_number, title FROM item WHERE meeting = ?1 ORDER BY position";
    struct rows rows = db_select(db, SQL_PLACES, err, v_int(row));
    while (rows_next(&rows)) {
        struct item_place *place = mem_append(parent, out->at, out->n);
        place->position = (int)rows_int(&rows, 0);
        place->agenda_number = rows_text(parent, &rows, 1);
        place->minute_number = rows_text(parent, &rows, 2);
        place->title = rows_text(parent, &rows, 3);
    }
    return rows_end(&rows);
}

enum status store_item_places(const void *parent, struct store *store, const char *meeting_id, struct item_places *out, struct err *err)
{
    int64_t row = 0;
    *out = (struct item_places){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = read_meeting_row(store->db, meeting_id, &row, err);
    if (status == STATUS_OK && row)
        status = read_places(parent, store->db, row, out, err);
    db_read_end(store->db);
    return status;
}
