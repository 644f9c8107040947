/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The ids of whole editions. A search asks for the few that are hidden, usually none. */
#include "config.h"

#include "index_range.h"

size_t id_ranges_find(const struct id_ranges *ranges, int64_t id)
{
    size_t low = 0, high = ranges->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ranges->at[middle].last < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < ranges->n && ranges->at[low].first <= id ? low : ranges->n;
}

static enum status read_ranges(const void *parent, struct rows *rows, struct id_ranges *out)
{
    while (rows_next(rows))
        *mem_append(parent, out->at, out->n) = (struct id_range){rows_int(rows, 0), rows_int(rows, 1)};
    return rows_end(rows);
}

enum status index_ranges_hidden(const void *parent, struct db *db, struct id_ranges *out, struct err *err)
{
    static const char SQL_HIDDEN[] = "SELECT first, last FROM search_edition WHERE shown = 0 ORDER BY first";
    struct rows rows = db_select(db, SQL_HIDDEN, err);
    return read_ranges(parent, &rows, out);
}

enum status index_ranges_shown(const void *parent, struct db *db, struct id_ranges *out, struct err *err)
{
    static const char SQL_SHOWN[] = "SELECT first, last FROM search_edition WHERE shown = 1 ORDER BY first";
    struct rows rows = db_select(db, SQL_SHOWN, err);
    return read_ranges(parent, &rows, out);
}

/* Those of RANGES that OTHERS has, too. */
static void keep_common(struct id_ranges *ranges, const struct id_ranges *others)
{
    size_t n = 0;
    for (size_t i = 0; i < ranges->n; i++)
        if (id_ranges_find(others, ranges->at[i].first) < others->n)
            ranges->at[n++] = ranges->at[i];
    ranges->n = n;
}

enum status index_ranges_of(const void *parent, struct db *db, const struct strings *names, struct id_ranges *out, struct err *err)
{
    static const char SQL_OF[] = "SELECT first, last FROM search_edition WHERE shown = 1 AND edition IN"
                                 " (SELECT meeting FROM person WHERE instr(lower(name), lower(?1))) ORDER BY first";
    enum status status = STATUS_OK;
    for (size_t i = 0; i < names->n && status == STATUS_OK; i++) {
        struct id_ranges named = {0};
        struct rows rows = db_select(db, SQL_OF, err, v_text(names->at[i]));
        status = read_ranges(parent, &rows, &named);
        if (i == 0)
            *out = named;
        else
            keep_common(out, &named);
    }
    return status;
}

enum status index_range_of_meeting(struct db *db, const char *meeting_id, struct id_range *out, struct err *err)
{
    static const char SQL_OF[] = "SELECT first, last FROM search_edition WHERE meeting_id = ?1 AND shown = 1";
    *out = (struct id_range){0, -1};
    struct rows rows = db_select(db, SQL_OF, err, v_text(meeting_id));
    if (rows_next(&rows))
        *out = (struct id_range){rows_int(&rows, 0), rows_int(&rows, 1)};
    return rows_end(&rows);
}

enum status index_range_enter(struct db *db, int64_t edition, const char *meeting_id, struct id_range range,
                              struct err *err)
{
    static const char SQL_ENTER[] =
        "INSERT INTO search_edition(edition, meeting_id, first, last, shown) VALUES (?1, ?2, ?3, ?4, 0)";
    return db_run(db, SQL_ENTER, err, v_int(edition), v_text(meeting_id), v_int(range.first), v_int(range.last));
}

enum status index_range_show(struct db *db, int64_t edition, bool shown, struct err *err)
{
    static const char SQL_SHOW[] = "UPDATE search_edition SET shown = ?2 WHERE edition = ?1";
    return db_run(db, SQL_SHOW, err, v_int(edition), v_bool(shown));
}

enum status index_range_leave(struct db *db, int64_t edition, struct err *err)
{
    static const char SQL_LEAVE[] = "DELETE FROM search_edition WHERE edition = ?1";
    return db_run(db, SQL_LEAVE, err, v_int(edition));
}
