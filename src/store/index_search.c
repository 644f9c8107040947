/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is found, as rows to be shown; which it is says index_scan.h. */
#include "config.h"

#include "index_range.h"
#include "index_scan.h"

#include <string.h>

#define COUNTED_MAX 1000 /* beyond it a count is "1,000+" */
#define LIMIT_MAX 100000

const char *passage_kind_words(enum passage_kind kind)
{
    static const char *const words[PASSAGE_KINDS] = {
        [PASSAGE_AGENDA] = "agenda", [PASSAGE_MINUTES] = "minute",           [PASSAGE_DECISION] = "decision",
        [PASSAGE_REPORT] = "report", [PASSAGE_PROGRAMME] = "work programme", [PASSAGE_ACTION] = "follow-up",
        [PASSAGE_NOTE] = "note",     [PASSAGE_QUESTION] = "question", [PASSAGE_ITEM] = "item",
    };
    return words[kind];
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
    row->page = rows_text(parent, rows, 14);
    row->routine = rows_bool(rows, 15);
}

static enum status read_hit(const void *parent, struct db *db, struct hit hit, struct search_rows *out, struct err *err)
{
#define OF_PLACE(page, routine)                                                                                                      \
    "SELECT meeting_id, committee, date, kind, position, place.title, agenda_number, minute_number, start, exempt, truncated, "       \
    "coalesce(verbatim, body), NULL, NULL, " page ", " routine " FROM search_place AS place JOIN search_text AS text"                 \
    " ON text.id = place.id WHERE place.id = ?1"
#define OF_MINE(kind, note_id)                                                                                                        \
    "SELECT meeting_id, committee, date, " kind ", 0, title, agenda_number, minute_number, 0, exempt, truncated, "                    \
    "coalesce(verbatim, body), action_id, " note_id ", NULL, 0 FROM mine WHERE rowid = ?1"
    static const char SQL_PLACE[] = OF_PLACE("page", "routine"), SQL_PLACE_OLD[] = OF_PLACE("NULL", "0");
    static const char SQL_MINE[] = OF_MINE("kind", "note_id"), SQL_MINE_OLD[] = OF_MINE("'action'", "NULL");
    const char *place = db->store->schema < INDEX_RANGES ? SQL_PLACE_OLD : SQL_PLACE;
    const char *mine = db->store->schema < INDEX_MINE_META ? SQL_MINE_OLD : SQL_MINE;
    struct rows rows = db_select(db, hit.mine ? mine : place, err, v_int(hit.id));
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
    size_t least = request->order == SEARCH_BEST ? SEARCH_RANKED_MAX : COUNTED_MAX;
    size_t wanted = from + limit > least ? from + limit : least;
    void *scratch = talloc_named_const(NULL, 0, "search");
    struct hits hits = {0};
    enum status status = index_scan(scratch, db, request, (int64_t)wanted + 1, &hits, err);
    if (status == STATUS_OK && request->order == SEARCH_BEST)
        status = index_rank(db, request, &hits, err);
    for (size_t i = from; status == STATUS_OK && i < hits.n && i < from + limit; i++)
        status = read_hit(parent, db, hits.at[i], out, err);
    if (status == STATUS_OK) {
        out->order = request->order;
        out->more = hits.n > COUNTED_MAX;
        out->total = out->more ? COUNTED_MAX : (int)hits.n;
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

/* ---- what is behind ------------------------------------------------------------------------- */

enum status store_search_lags(struct store *store, int *meetings, struct err *err)
{
    static const char SQL_BEHIND[] = "SELECT count(*) FROM meeting WHERE edition = 1 AND made_from = ''";
    int64_t n = 0;
    enum status status = store->schema >= INDEX_RANGES ? db_number(store->db, SQL_BEHIND, 0, &n, err) : STATUS_OK;
    *meetings = (int)n;
    return status;
}

/* ---- how many ------------------------------------------------------------------------------- */

enum status store_search_count(struct store *store, const struct search_request *request, struct search_counts *out,
                               struct err *err)
{
    *out = (struct search_counts){0};
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    status = index_count(store->db, request, out, err);
    db_read_end(store->db);
    return status;
}

enum status store_search_places(struct store *store, const struct search_request *request, int64_t *places, struct err *err)
{
    *places = 0;
    enum status status = request->match ? db_read_begin(store->db, err) : STATUS_OK;
    if (status != STATUS_OK || !request->match)
        return status;
    status = index_count_places(store->db, request, places, err);
    db_read_end(store->db);
    return status;
}

/* ---- passages of some committees ------------------------------------------------------------- */

/* MATCH within the papers of COMMITTEES, whose words stand in every passage; what is said of an item is no text of theirs. */
static char *match_within(const void *parent, const struct strings *committees, const char *match)
{
    struct buf out;
    char *item = store_search_word(NULL, META_KIND, passage_kind_name(PASSAGE_ITEM));
    buf_init(&out, parent, SIZE_MAX / 2);
    buf_puts(&out, "(");
    for (size_t i = 0; i < committees->n; i++)
        buf_printf(&out, "%s\"%s\"", i ? " OR " : "(", index_committee_word(parent, committees->at[i]));
    buf_puts(&out, ")");
    if (match)
        buf_printf(&out, " AND (%s)", match);
    buf_printf(&out, ") NOT \"%s\"", item);
    talloc_free(item);
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
        *mem_append(scratch, hits.at, hits.n) = (struct hit){.id = rows_int(&rows, 0)};
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
    int64_t n = 0;
    *count = 0;
    if (committees->n == 0)
        return STATUS_OK;
    enum status status = db_read_begin(store->db, err);
    if (status != STATUS_OK)
        return status;
    void *scratch = talloc_named_const(NULL, 0, "count");
    const struct search_request request = {.match = match_within(scratch, committees, match), .words_only = true};
    status = index_count_places(store->db, &request, &n, err);
    talloc_free(scratch);
    db_read_end(store->db);
    *count = (int)n;
    return status;
}
