/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Searching: the newest or oldest hits of published text and of the user's rows as one list. Never ranked by
 * SQLite (performance.md 1, point 1): ids follow dates, so either end streams out first. */
#include "config.h"

#include "index.h"

#include <string.h>

#define COUNTED_MAX 1000 /* beyond it a count is "1,000+" */
#define LIMIT_MAX 100000

const char *passage_kind_words(enum passage_kind kind)
{
    static const char *const words[PASSAGE_KINDS] = {
        [PASSAGE_AGENDA] = "agenda", [PASSAGE_MINUTES] = "minute",           [PASSAGE_DECISION] = "decision",
        [PASSAGE_REPORT] = "report", [PASSAGE_PROGRAMME] = "work programme", [PASSAGE_ACTION] = "follow-up",
        [PASSAGE_NOTE] = "note",     [PASSAGE_QUESTION] = "question",
    };
    return words[kind];
}

/* ---- ids, by their day ---------------------------------------------------------------------- */

struct hit {
    int64_t id;
    bool mine;
};
struct hits {
    struct hit *at;
    size_t n;
};

#define SHOWN(table)                                                                                                   \
    " FROM " table " CROSS JOIN search_place AS place ON place.id = " table ".rowid"                                   \
    " WHERE " table " MATCH ?1 AND " table                                                                             \
    ".rowid BETWEEN ?2 AND ?3 AND place.edition IN (SELECT edition FROM search_shown)"
#define SHOWN_HITS(table, way) "SELECT " table ".rowid" SHOWN(table) " ORDER BY " table ".rowid " way " LIMIT ?4"
#define MINE(match)                                                                                                    \
    " FROM mine WHERE mine MATCH " match                                                                               \
    " AND rowid BETWEEN ?2 AND ?3 AND (?5 IS NULL OR instr(?5, ' ' || action_id || ' '))"
#define MINE_HITS(way) "SELECT rowid" MINE("?1") " ORDER BY rowid " way " LIMIT ?4"

/* What SQLite dislikes about an expression is the caller's usage, not the store's fault. */
static enum status refused(struct db *db, enum status status, struct err *err)
{
    if (status == STATUS_STORE && (sqlite3_errcode(db->handle) & 0xFF) == SQLITE_ERROR)
        return err_set(err, STATUS_USAGE, "the store cannot search for these words together; fewer may do");
    return status;
}

/* The ids of REQUEST's days. What has no day has an id of the first day there is, which no meeting is on. */
struct id_range {
    int64_t first, last;
};
static struct id_range ids_of_days(const struct search_request *request)
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

/* One side of a search, what is published or what is the member's own; a side without an expression has no hit. */
struct side {
    const char *sql, *match;
    bool mine;
};
static enum status collect(struct db *db, const struct side *side, const struct search_request *request, int64_t limit,
                           struct hits *hits, struct err *err)
{
    if (!side->match)
        return STATUS_OK;
    struct id_range days = ids_of_days(request);
    struct value match = v_text(side->match), first = v_int(days.first), last = v_int(days.last);
    struct rows rows = side->mine
                           ? db_select(db, side->sql, err, match, first, last, v_int(limit), ids_wanted(hits, request))
                           : db_select(db, side->sql, err, match, first, last, v_int(limit));
    while (rows_next(&rows))
        *mem_append(hits, hits->at, hits->n) = (struct hit){rows_int(&rows, 0), side->mine};
    return refused(db, rows_end(&rows), err);
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

static enum status find_hits(const void *parent, struct db *db, const struct search_request *request, int64_t limit,
                             struct hits **out, struct err *err)
{
    static const char *const exact[] = {
        [SEARCH_NEWEST] = SHOWN_HITS("f", "DESC"), [SEARCH_OLDEST] = SHOWN_HITS("f", "ASC")};
    static const char *const words[] = {
        [SEARCH_NEWEST] = SHOWN_HITS("p", "DESC"), [SEARCH_OLDEST] = SHOWN_HITS("p", "ASC")};
    static const char *const own[] = {[SEARCH_NEWEST] = MINE_HITS("DESC"), [SEARCH_OLDEST] = MINE_HITS("ASC")};
    struct hits *published = mem_new(parent, struct hits), *mine = mem_new(parent, struct hits);
    const struct side papers = {(request->words_only ? words : exact)[request->order], request->match, false};
    const struct side rows = {own[request->order], request->mine_match, true};
    enum status status = collect(db, &papers, request, limit, published, err);
    if (status == STATUS_OK)
        status = collect(db, &rows, request, limit, mine, err);
    if (status == STATUS_OK)
        *out = merged(parent, request->order, published, mine);
    return status;
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void fill_row(struct search_row *row, const void *parent, struct rows *rows)
{
    row->meeting_id = rows_text(parent, rows, 0);
    row->committee = rows_text(parent, rows, 1);
    row->date = rows_date(rows, 2);
    char *kind = rows_text(parent, rows, 3);
    row->kind = index_kind_of(kind);
    talloc_free(kind);
    row->position = (int)rows_int(rows, 4);
    row->title = rows_text(parent, rows, 5);
    row->agenda_number = rows_text(parent, rows, 6);
    row->minute_number = rows_text(parent, rows, 7);
    row->offset = rows_int(rows, 8);
    row->exempt = rows_bool(rows, 9);
    row->truncated = rows_bool(rows, 10);
    row->body = rows_text(parent, rows, 11);
    row->action_id = rows_text(parent, rows, 12);
    row->note_id = rows_text(parent, rows, 13);
}

static enum status read_hit(const void *parent, struct db *db, struct hit hit, struct search_rows *out, struct err *err)
{
    static const char SQL_PLACE[] =
        "SELECT meeting_id, committee, date, kind, position, place.title, agenda_number, minute_number, start, exempt, "
        "truncated, coalesce(verbatim, body), NULL, NULL FROM search_place AS place JOIN search_text AS text ON text.id = "
        "place.id "
        "WHERE place.id = ?1";
#define OF_MINE(kind, note_id)                                                                                         \
    "SELECT meeting_id, committee, date, " kind ", 0, title, agenda_number, minute_number, 0, exempt, truncated, "     \
    "coalesce(verbatim, body), action_id, " note_id " FROM mine WHERE rowid = ?1"
    static const char SQL_MINE[] = OF_MINE("kind", "note_id"), SQL_MINE_OLD[] = OF_MINE("'action'", "NULL");
    const char *mine = db->store->schema < INDEX_MINE_META ? SQL_MINE_OLD : SQL_MINE;
    struct rows rows = db_select(db, hit.mine ? mine : SQL_PLACE, err, v_int(hit.id));
    if (rows_next(&rows)) {
        struct search_row *row = mem_append(parent, out->at, out->n);
        row->id = hit.id;
        fill_row(row, parent, &rows);
    }
    return rows_end(&rows);
}

static enum status search_once(const void *parent, struct db *db, const struct search_request *request,
                               struct search_rows *out, struct err *err)
{
    size_t from = request->offset > 0 ? (size_t)request->offset : 0;
    size_t limit = request->limit > 0 && request->limit < LIMIT_MAX ? (size_t)request->limit : LIMIT_MAX;
    size_t wanted = from + limit > COUNTED_MAX ? from + limit : COUNTED_MAX;
    void *scratch = talloc_named_const(NULL, 0, "search");
    struct hits *hits = NULL;
    enum status status = find_hits(scratch, db, request, (int64_t)wanted + 1, &hits, err);
    for (size_t i = from; status == STATUS_OK && i < hits->n && i < from + limit; i++)
        status = read_hit(parent, db, hits->at[i], out, err);
    if (status == STATUS_OK) {
        out->order = request->order;
        out->more = hits->n > COUNTED_MAX;
        out->total = out->more ? COUNTED_MAX : (int)hits->n;
    }
    talloc_free(scratch);
    return status;
}

enum status store_search(const void *parent, struct store *store, const struct search_request *request,
                         struct search_rows *out, struct err *err)
{
    *out = (struct search_rows){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = search_once(parent, store->db, request, out, err);
    db_read_end(store->db);
    return status;
}

/* ---- how many ------------------------------------------------------------------------------- */

#define SHOWN_COUNT(table)                                                                                             \
    "SELECT count(*), count(DISTINCT meeting_id) FROM (SELECT place.meeting_id AS meeting_id" SHOWN(                   \
        table) " UNION ALL SELECT meeting_id" MINE("?4") ")"
#define NO_WORD "\"\"" /* as an expression: found nowhere */

static enum status count_once(struct db *db, const void *scratch, const struct search_request *request,
                              struct search_counts *out, struct err *err)
{
    static const char SQL_EXACT[] = SHOWN_COUNT("f"), SQL_WORDS[] = SHOWN_COUNT("p");
    struct id_range days = ids_of_days(request);
    struct rows rows =
        db_select(db, request->words_only ? SQL_WORDS : SQL_EXACT, err,
                  v_text(request->match ? request->match : NO_WORD), v_int(days.first), v_int(days.last),
                  v_text(request->mine_match ? request->mine_match : NO_WORD), ids_wanted(scratch, request));
    if (rows_next(&rows))
        *out = (struct search_counts){rows_int(&rows, 0), rows_int(&rows, 1)};
    return refused(db, rows_end(&rows), err);
}

enum status store_search_count(struct store *store, const struct search_request *request, struct search_counts *out,
                               struct err *err)
{
    *out = (struct search_counts){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    void *scratch = talloc_named_const(NULL, 0, "count");
    status = count_once(store->db, scratch, request, out, err);
    talloc_free(scratch);
    db_read_end(store->db);
    return status;
}

/* ---- passages of some committees ------------------------------------------------------------- */

/* MATCH within the papers of COMMITTEES; their words stand in every passage. */
static char *match_within(const void *parent, const struct strings *committees, const char *match)
{
    struct buf out;
    buf_init(&out, parent, SIZE_MAX / 2);
    for (size_t i = 0; i < committees->n; i++)
        buf_printf(&out, "%s\"%s\"", i ? " OR " : "(", index_committee_word(parent, committees->at[i]));
    buf_puts(&out, ")");
    if (match)
        buf_printf(&out, " AND (%s)", match);
    return buf_take(&out);
}

static enum status passages_once(const void *parent, struct db *db, const struct passage_request *request,
                                 struct search_rows *out, struct err *err)
{
    static const char SQL_BETWEEN[] =
        "SELECT p.rowid FROM p CROSS JOIN search_place AS place ON place.id = p.rowid"
        " WHERE p MATCH ?1 AND p.rowid >= ?2 AND p.rowid < ?3 AND place.edition IN (SELECT edition FROM search_shown)"
        " ORDER BY p.rowid LIMIT ?4";
    void *scratch = talloc_named_const(NULL, 0, "passages");
    struct hits hits = {0};
    char *match = match_within(scratch, request->committees, request->match);
    struct rows rows = db_select(db, SQL_BETWEEN, err, v_text(match), v_int(index_first_id(request->from)),
                                 v_int(index_first_id(request->to) + INDEX_SERIALS), v_int(request->most + 1));
    while (rows_next(&rows))
        *mem_append(scratch, hits.at, hits.n) = (struct hit){rows_int(&rows, 0), false};
    enum status status = rows_end(&rows);
    for (size_t i = 0; i < hits.n && i < (size_t)request->most && status == STATUS_OK; i++)
        status = read_hit(parent, db, hits.at[i], out, err);
    out->total = (int)out->n;
    out->more = hits.n > (size_t)request->most;
    talloc_free(scratch);
    return status;
}

enum status store_passages(const void *parent, struct store *store, const struct passage_request *request,
                           struct search_rows *out, struct err *err)
{
    *out = (struct search_rows){0};
    if (request->committees->n == 0 || !date_is_set(request->from) || !date_is_set(request->to))
        return STATUS_OK;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = passages_once(parent, store->db, request, out, err);
    db_read_end(store->db);
    return status;
}

enum status store_count_passages(struct store *store, const struct strings *committees, const char *match, int *count,
                                 struct err *err)
{
    static const char SQL_COUNT[] = "SELECT count(*) FROM p CROSS JOIN search_place AS place ON place.id = p.rowid"
                                    " WHERE p MATCH ?1 AND place.edition IN (SELECT edition FROM search_shown)";
    int64_t n = 0;
    *count = 0;
    if (committees->n == 0)
        return STATUS_OK;
    void *scratch = talloc_named_const(NULL, 0, "count");
    enum status status = db_number(store->db, SQL_COUNT, 0, &n, err, v_text(match_within(scratch, committees, match)));
    talloc_free(scratch);
    *count = (int)n;
    return status;
}
