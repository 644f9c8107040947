/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which texts a search finds. Ids follow days, so that either end streams out first and nothing is ranked or sorted;
 * what may not be seen is a few ranges of ids that are left out as they pass. A store of an older schema is asked for
 * each hit's edition. */
#include "config.h"

#include "index_range.h"
#include "index_scan.h"

#include <string.h>

#define FOUND(table) " FROM " table " WHERE " table " MATCH ?1 AND rowid BETWEEN ?2 AND ?3"
#define FOUND_IDS(table, way) "SELECT rowid" FOUND(table) " ORDER BY rowid " way
#define SHOWN(table)                                                                                                   \
    " FROM " table " CROSS JOIN search_place AS place ON place.id = " table ".rowid WHERE " table                      \
    " MATCH ?1 AND " table ".rowid BETWEEN ?2 AND ?3 AND place.edition IN (SELECT edition FROM search_shown)"
#define SHOWN_IDS(table, way) "SELECT " table ".rowid" SHOWN(table) " ORDER BY " table ".rowid " way
#define MINE FOUND("mine") " AND (?4 IS NULL OR instr(?4, ' ' || action_id || ' '))"
#define MINE_IDS(way) "SELECT rowid" MINE " ORDER BY rowid " way

enum status index_refused(struct db *db, enum status status, struct err *err)
{
    if (status == STATUS_STORE && (sqlite3_errcode(db->handle) & 0xFF) == SQLITE_ERROR)
        return err_set(err, STATUS_USAGE, "the store cannot search for these words together; fewer may do");
    return status;
}

/* ---- what may be found ---------------------------------------------------------------------------- */

struct id_range index_days(const struct search_request *request)
{
    bool after = date_is_set(request->after), before = date_is_set(request->before);
    return (struct id_range){after    ? index_first_id(request->after)
                             : before ? INDEX_SERIALS
                                      : INT64_MIN,
                             before ? index_first_id(request->before) + INDEX_SERIALS - 1 : INT64_MAX};
}

/* The ids of REQUEST's follow-ups as one text, each between blanks; NULL: any may be found. */
static struct value ids_wanted(const void *parent, const struct search_request *request)
{
    struct buf out;
    if (!request->actions)
        return v_null();
    buf_init(&out, parent, SIZE_MAX / 2);
    buf_puts(&out, " ");
    for (size_t i = 0; i < request->actions->n; i++)
        buf_printf(&out, "%s ", request->actions->at[i]);
    return v_text(buf_take(&out));
}

enum status index_see(const void *parent, struct db *db, const struct search_request *request, struct index_sight *sight,
                       struct err *err)
{
    *sight = (struct index_sight){.ranges = db->store->schema >= INDEX_RANGES, .narrowed = request->members != NULL};
    if (!sight->ranges)
        return STATUS_OK;
    enum status status = index_ranges_hidden(parent, db, &sight->hidden, err);
    if (status == STATUS_OK && sight->narrowed)
        status = index_ranges_of(parent, db, request->members, &sight->within, err);
    return status;
}

bool index_is_seen(const struct index_sight *sight, int64_t id)
{
    if (id_ranges_find(&sight->hidden, id) < sight->hidden.n)
        return false;
    return !sight->narrowed || id_ranges_find(&sight->within, id) < sight->within.n;
}

/* ---- ids, by their day ------------------------------------------------------------------------------ */

static struct rows published_rows(struct db *db, const struct index_sight *sight, const struct search_request *request,
                                  struct err *err)
{
    static const char *const found[2][2] = {{FOUND_IDS("f", "DESC"), FOUND_IDS("p", "DESC")},
                                            {FOUND_IDS("f", "ASC"), FOUND_IDS("p", "ASC")}};
    static const char *const shown[2][2] = {{SHOWN_IDS("f", "DESC"), SHOWN_IDS("p", "DESC")},
                                            {SHOWN_IDS("f", "ASC"), SHOWN_IDS("p", "ASC")}};
    struct id_range days = index_days(request);
    const char *sql = (sight->ranges ? found : shown)[request->order == SEARCH_OLDEST][request->words_only];
    return db_select(db, sql, err, v_text(request->match), v_int(days.first), v_int(days.last));
}

static enum status scan_published(struct db *db, const struct index_sight *sight, const struct search_request *request,
                                  int64_t most, struct hits *hits, struct err *err)
{
    if (!request->match || (sight->narrowed && !sight->ranges))
        return STATUS_OK;
    struct rows rows = published_rows(db, sight, request, err);
    while ((int64_t)hits->n < most && rows_next(&rows))
        if (index_is_seen(sight, rows_int(&rows, 0)))
            *mem_append(hits, hits->at, hits->n) = (struct hit){.id = rows_int(&rows, 0)};
    return index_refused(db, rows_end(&rows), err);
}

/* The member's rows stand in no meeting's record of people. */
static enum status scan_mine(struct db *db, const struct search_request *request, int64_t most, struct hits *hits,
                             struct err *err)
{
    static const char *const ids[] = {MINE_IDS("DESC"), MINE_IDS("ASC")};
    struct id_range days = index_days(request);
    if (!request->mine_match || request->members)
        return STATUS_OK;
    struct rows rows = db_select(db, ids[request->order == SEARCH_OLDEST], err, v_text(request->mine_match), v_int(days.first),
                                 v_int(days.last), ids_wanted(hits, request));
    while ((int64_t)hits->n < most && rows_next(&rows))
        *mem_append(hits, hits->at, hits->n) = (struct hit){.id = rows_int(&rows, 0), .mine = true};
    return index_refused(db, rows_end(&rows), err);
}

/* Two lists, each in ORDER, as one; on one id what is published comes first. */
static struct hits *merged(const void *parent, enum search_order order, const struct hits *a, const struct hits *b)
{
    struct hits *all = mem_new(parent, struct hits);
    for (size_t i = 0, j = 0; i < a->n || j < b->n;) {
        bool both = i < a->n && j < b->n;
        bool first =
            both ? (order == SEARCH_OLDEST ? a->at[i].id <= b->at[j].id : a->at[i].id >= b->at[j].id) : j == b->n;
        *mem_append(all, all->at, all->n) = first ? a->at[i++] : b->at[j++];
    }
    return all;
}

enum status index_scan(const void *parent, struct db *db, const struct search_request *request, int64_t most,
                       struct hits *out, struct err *err)
{
    struct index_sight sight;
    void *scratch = talloc_named_const(NULL, 0, "scan");
    struct hits *published = mem_new(scratch, struct hits), *mine = mem_new(scratch, struct hits);
    enum status status = index_see(scratch, db, request, &sight, err);
    if (status == STATUS_OK)
        status = scan_published(db, &sight, request, most, published, err);
    if (status == STATUS_OK)
        status = scan_mine(db, request, most, mine, err);
    if (status == STATUS_OK) {
        const struct hits *all = merged(parent, request->order, published, mine);
        *out = *all;
    }
    talloc_free(scratch);
    return status;
}

/* ---- how many --------------------------------------------------------------------------------------- */

#define SHOWN_COUNT(table)                                                                                             \
    "SELECT count(*), count(DISTINCT meeting_id) FROM (SELECT place.meeting_id AS meeting_id" SHOWN(                   \
        table) " UNION ALL SELECT meeting_id FROM mine WHERE mine MATCH ?4 AND rowid BETWEEN ?2 AND ?3 AND"            \
               " (?5 IS NULL OR instr(?5, ' ' || action_id || ' ')))"
#define NO_WORD "\"\"" /* as an expression: found nowhere */

static enum status count_joined(struct db *db, const void *scratch, const struct search_request *request,
                                struct search_counts *out, struct err *err)
{
    static const char SQL_EXACT[] = SHOWN_COUNT("f"), SQL_WORDS[] = SHOWN_COUNT("p");
    struct id_range days = index_days(request);
    struct rows rows =
        db_select(db, request->words_only ? SQL_WORDS : SQL_EXACT, err,
                  v_text(request->match ? request->match : NO_WORD), v_int(days.first), v_int(days.last),
                  v_text(request->mine_match ? request->mine_match : NO_WORD), ids_wanted(scratch, request));
    if (rows_next(&rows))
        *out = (struct search_counts){.places = rows_int(&rows, 0), .meetings = rows_int(&rows, 1)};
    return index_refused(db, rows_end(&rows), err);
}

/* Meetings in which something was found, a mark for each of the ranges that may be seen. */
struct counting {
    struct id_ranges meetings;
    bool *met;
};

static void count_hit(struct counting *counting, int64_t id, size_t *at, struct search_counts *out)
{
    const struct id_ranges *meetings = &counting->meetings;
    if (*at >= meetings->n || id < meetings->at[*at].first || id > meetings->at[*at].last)
        *at = id_ranges_find(meetings, id);
    out->places++;
    if (*at < meetings->n && !counting->met[*at]) {
        counting->met[*at] = true;
        out->meetings++;
    }
}

static enum status count_published(struct db *db, const struct index_sight *sight, const struct search_request *request,
                                   struct counting *counting, struct search_counts *out, struct err *err)
{
    size_t at = 0;
    if (!request->match)
        return STATUS_OK;
    struct rows rows = published_rows(db, sight, request, err);
    while (rows_next(&rows))
        if (index_is_seen(sight, rows_int(&rows, 0)))
            count_hit(counting, rows_int(&rows, 0), &at, out);
    return index_refused(db, rows_end(&rows), err);
}

/* A meeting of the member's rows is counted once, also beside what its papers have. */
static enum status count_meetings(struct db *db, const struct strings *meetings, const struct counting *counting,
                                  struct search_counts *out, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < meetings->n && status == STATUS_OK; i++) {
        struct id_range range;
        status = index_range_of_meeting(db, meetings->at[i], &range, err);
        bool held = range.first <= range.last;
        size_t at = held ? id_ranges_find(&counting->meetings, range.first) : counting->meetings.n;
        out->meetings += at == counting->meetings.n || !counting->met[at];
    }
    return status;
}

static enum status count_mine(struct db *db, const void *scratch, const struct search_request *request,
                              const struct counting *counting, struct search_counts *out, struct err *err)
{
    static const char SQL_MEETINGS[] = "SELECT meeting_id, count(*)" MINE " GROUP BY meeting_id";
    struct id_range days = index_days(request);
    struct strings meetings = {0};
    if (!request->mine_match || request->members)
        return STATUS_OK;
    struct rows rows = db_select(db, SQL_MEETINGS, err, v_text(request->mine_match), v_int(days.first),
                                 v_int(days.last), ids_wanted(scratch, request));
    while (rows_next(&rows)) {
        out->places += rows_int(&rows, 1);
        if (!rows_is_null(&rows, 0))
            strings_add(scratch, &meetings, rows_text(scratch, &rows, 0));
    }
    enum status status = index_refused(db, rows_end(&rows), err);
    return status == STATUS_OK ? count_meetings(db, &meetings, counting, out, err) : status;
}

enum status index_count(struct db *db, const struct search_request *request, struct search_counts *out, struct err *err)
{
    struct index_sight sight;
    struct counting counting = {0};
    void *scratch = talloc_named_const(NULL, 0, "count");
    *out = (struct search_counts){0};
    enum status status = index_see(scratch, db, request, &sight, err);
    if (status == STATUS_OK && !sight.ranges) {
        status = count_joined(db, scratch, request, out, err);
    } else if (status == STATUS_OK) {
        status = index_ranges_shown(scratch, db, &counting.meetings, err);
        counting.met = mem_zero_named(scratch, counting.meetings.n + 1, "met");
        if (status == STATUS_OK)
            status = count_published(db, &sight, request, &counting, out, err);
        if (status == STATUS_OK)
            status = count_mine(db, scratch, request, &counting, out, err);
    }
    talloc_free(scratch);
    return status;
}

/* Where nothing is hidden SQLite counts by itself. */
enum status index_count_places(struct db *db, const struct search_request *request, int64_t *places, struct err *err)
{
    static const char SQL_ALL[] = "SELECT count(*)" FOUND("p");
    struct index_sight sight;
    void *scratch = talloc_named_const(NULL, 0, "places");
    *places = 0;
    enum status status = index_see(scratch, db, request, &sight, err);
    if (status == STATUS_OK && sight.ranges && sight.hidden.n == 0 && !sight.narrowed && request->words_only) {
        struct id_range days = index_days(request);
        status = db_number(db, SQL_ALL, 0, places, err, v_text(request->match), v_int(days.first), v_int(days.last));
        status = index_refused(db, status, err);
    } else if (status == STATUS_OK) {
        struct rows rows = published_rows(db, &sight, request, err);
        while (rows_next(&rows))
            *places += index_is_seen(&sight, rows_int(&rows, 0));
        status = index_refused(db, rows_end(&rows), err);
    }
    talloc_free(scratch);
    return status;
}
