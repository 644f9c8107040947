/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Rows of the index in and out. No triggers (reliability.md 2.2): every table is written by plain
 * statements, and the index that keeps no text is told the old text when a row goes. */
#include "config.h"

#include "index_range.h"

#include <stdlib.h>
#include <string.h>

#define REMOVE_AT_ONCE 64
#define TERMS_AT_ONCE 500 /* the lists of the commonest are long: a step stays far below STORE_HOLD_MS */
#define MERGE_PAGES 64

#define P_OF(title, body, meta) title " || char(10) || " body " || char(10) || " meta
#define P_TEXT P_OF("title", "body", "meta")

static const char *const kind_names[PASSAGE_KINDS] = {
    [PASSAGE_AGENDA] = "agenda", [PASSAGE_MINUTES] = "minutes",     [PASSAGE_DECISION] = "decision",
    [PASSAGE_REPORT] = "report", [PASSAGE_PROGRAMME] = "programme", [PASSAGE_ACTION] = "action",
    [PASSAGE_NOTE] = "note",     [PASSAGE_QUESTION] = "question", [PASSAGE_ITEM] = "item",
};

const char *passage_kind_name(enum passage_kind kind)
{
    return kind_names[kind];
}

enum passage_kind index_kind_of(const char *name)
{
    for (int kind = 0; name && kind < PASSAGE_KINDS; kind++)
        if (strcmp(name, kind_names[kind]) == 0)
            return kind;
    return PASSAGE_AGENDA;
}

/* ---- ids ------------------------------------------------------------------------------------ */

int64_t index_first_id(struct date date)
{
    int days = date_is_set(date) ? date_days(date) : 0;
    return (int64_t)(days > 0 ? days : 0) * INDEX_SERIALS;
}

/* The place of a meeting within its day follows from its id, so that two meetings of one day stand in
 * the same order whichever was imported first. */
static uint32_t serial_of(const char *meeting_id)
{
    char hex[SHA256_HEX];
    sha256_hex(meeting_id, strlen(meeting_id), hex);
    hex[8] = '\0';
    return (uint32_t)strtoul(hex, NULL, 16);
}

/* N free ids in a row: the meeting's own place, else behind what stands there (its former edition). */
static enum status choose_ids(struct db *db, const struct meeting *meeting, size_t n, int64_t *first, struct err *err)
{
    /* Also of an edition that is half taken away: what is hidden by its ends would hide the new one. */
    static const char SQL_TAKEN[] = "SELECT max(taken) FROM (SELECT max(id) AS taken FROM search_text WHERE id >= ?1 AND id < ?2"
                                    " UNION ALL SELECT max(last) FROM search_edition WHERE last >= ?1 AND first < ?2)";
    int64_t day = index_first_id(meeting->date), last = day + INDEX_SERIALS - (int64_t)n;
    int64_t id = day + serial_of(meeting->id);
    for (bool wrapped = false;;) {
        if (id > last) {
            if (wrapped)
                return err_set(err, STATUS_STORE, "the index has no room for a meeting's %zu passages", n);
            wrapped = true;
            id = day;
        }
        int64_t taken;
        enum status status = db_number(db, SQL_TAKEN, -1, &taken, err, v_int(id), v_int(id + (int64_t)n));
        if (status != STATUS_OK || taken < 0) {
            *first = id;
            return status;
        }
        id = taken + 1;
    }
}

/* ---- writing -------------------------------------------------------------------------------- */

struct value index_clean_value(const void *parent, const char *text, size_t n, bool *changed)
{
    struct index_shifts shifts;
    struct value value = {.kind = VALUE_TEXT};
    char *clean = index_clean(parent, text, n, &value.n, &shifts);
    *changed = value.n != n || memcmp(clean, text, n) != 0;
    value.bytes = clean;
    return value;
}

/* Values, not a SELECT of the row just written: with a SELECT in it SQLite opens a savepoint for the statement, and at
 * each of those FTS5 writes what it has gathered to the disk, a segment a passage (a quarter of an import). */
static enum status write_text(struct db *db, const void *scratch, int64_t id, const struct meeting *meeting,
                              const struct index_passage *passage, bool *changed, struct err *err)
{
    static const char SQL_TEXT[] = "INSERT INTO search_text(id, title, body, meta) VALUES (?1, ?2, ?3, ?4)";
    static const char SQL_F[] = "INSERT INTO f(rowid, title, body, meta) VALUES (?1, ?2, ?3, ?4)";
    static const char SQL_P[] = "INSERT INTO p(rowid, t) VALUES (?1, " P_OF("?2", "?3", "?4") ")";
    bool ignored;
    struct value title = index_clean_value(scratch, passage->heading, strlen(passage->heading), &ignored);
    struct value body = index_clean_value(scratch, passage->body, passage->n, changed);
    struct value meta = v_text(index_meta_of_passage(scratch, meeting, passage));
    enum status status = db_run(db, SQL_TEXT, err, v_int(id), title, body, meta);
    if (status == STATUS_OK)
        status = db_run(db, SQL_F, err, v_int(id), title, body, meta);
    if (status == STATUS_OK)
        status = db_run(db, SQL_P, err, v_int(id), title, body, meta);
    return status;
}

static enum status write_passage(struct db *db, int64_t edition, int64_t id, const struct meeting *meeting,
                                 const struct index_passage *passage, struct err *err)
{
    static const char SQL_PLACE[] =
        "INSERT INTO search_place(id, edition, meeting_id, committee, date, kind, position, title, agenda_number, "
        "minute_number, start, exempt, truncated, verbatim, page, routine) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
        "?12, ?13, ?14, ?15, ?16)";
    void *scratch = talloc_named_const(NULL, 0, "passage");
    bool changed = false;
    enum status status = write_text(db, scratch, id, meeting, passage, &changed, err);
    struct value verbatim = v_null();
    if (changed)
        verbatim = (struct value){.kind = VALUE_TEXT, .bytes = passage->body, .n = passage->n};
    if (status == STATUS_OK)
        status = db_run(db, SQL_PLACE, err, v_int(id), v_int(edition), v_text(meeting->id), v_text(meeting->committee),
                        v_date(meeting->date), v_text(kind_names[passage->kind]), v_int(passage->position),
                        v_text(passage->title), v_text(passage->agenda_number), v_text(passage->minute_number),
                        v_int((int64_t)passage->start), v_bool(passage->exempt), v_bool(passage->truncated), verbatim,
                        v_text(passage->page), v_bool(passage->routine));
    talloc_free(scratch);
    return status;
}

/* The last passage gets the lowest id: newest first then reads a meeting from its beginning. */
enum status index_write(struct db *db, int64_t edition, const struct index_passages *passages, struct err *err)
{
    int64_t id = 0;
    enum status status = index_words_open(db, err);
    if (status == STATUS_OK)
        status = choose_ids(db, passages->meeting, passages->n, &id, err);
    if (status == STATUS_OK)
        status = index_range_enter(db, edition, passages->meeting->id, (struct id_range){id, id + (int64_t)passages->n - 1}, err);
    for (size_t i = passages->n; i-- > 0 && status == STATUS_OK;) {
        status = write_passage(db, edition, id++, passages->meeting, &passages->at[i], err);
        if (status == STATUS_OK)
            status = db_breathe(db, err);
    }
    return status;
}

enum status index_show(struct db *db, int64_t edition, struct err *err)
{
    static const char SQL_SHOW[] =
        "INSERT INTO search_shown(edition) SELECT ?1 WHERE ?1 NOT IN (SELECT edition FROM search_shown)";
    enum status status = db_run(db, SQL_SHOW, err, v_int(edition));
    return status == STATUS_OK ? index_range_show(db, edition, true, err) : status;
}

enum status index_hide(struct db *db, int64_t edition, struct err *err)
{
    static const char SQL_HIDE[] = "DELETE FROM search_shown WHERE edition = ?1";
    enum status status = db_run(db, SQL_HIDE, err, v_int(edition));
    return status == STATUS_OK ? index_range_show(db, edition, false, err) : status;
}

/* ---- removing ------------------------------------------------------------------------------- */

static enum status remove_passage(struct db *db, int64_t id, struct err *err)
{
    static const char SQL_F[] = "INSERT INTO f(f, rowid, title, body, meta) SELECT 'delete', id, title, body, meta "
                                "FROM search_text WHERE id = ?1";
    static const char SQL_P[] =
        "INSERT INTO p(p, rowid, t) SELECT 'delete', id, " P_TEXT " FROM search_text WHERE id = ?1";
    static const char SQL_TEXT[] = "DELETE FROM search_text WHERE id = ?1";
    static const char SQL_PLACE[] = "DELETE FROM search_place WHERE id = ?1";
    static const char *const steps[] = {SQL_F, SQL_P, SQL_TEXT, SQL_PLACE};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < MB_LENGTH(steps) && status == STATUS_OK; i++)
        status = db_run(db, steps[i], err, v_int(id));
    return status;
}

enum status index_remove(struct db *db, int64_t edition, struct err *err)
{
    static const char SQL_IDS[] = "SELECT id FROM search_place WHERE edition = ?1 ORDER BY id LIMIT ?2";
    enum status status = STATUS_OK;
    size_t n = 1;
    while (n > 0 && status == STATUS_OK) {
        int64_t ids[REMOVE_AT_ONCE];
        n = 0;
        struct rows rows = db_select(db, SQL_IDS, err, v_int(edition), v_int(REMOVE_AT_ONCE));
        while (n < REMOVE_AT_ONCE && rows_next(&rows))
            ids[n++] = rows_int(&rows, 0);
        status = rows_end(&rows);
        for (size_t i = 0; i < n && status == STATUS_OK; i++) {
            status = remove_passage(db, ids[i], err);
            if (status == STATUS_OK)
                status = db_breathe(db, err);
        }
    }
    return status == STATUS_OK ? index_range_leave(db, edition, err) : status;
}

/* ---- settling ------------------------------------------------------------------------------- */

/* The next words after *AFTER into `terms`, replacing what stood between; *AFTER moves on, NULL at the end. */
static enum status refresh_terms(struct db *db, char **after, struct err *err)
{
    static const char SQL_LAST[] =
        "SELECT max(term) FROM (SELECT term FROM f_words WHERE term > ?1 ORDER BY term LIMIT ?2)";
    static const char SQL_CLEAR[] = "DELETE FROM terms WHERE term > ?1 AND (?2 IS NULL OR term <= ?2)";
    static const char SQL_FILL[] =
        "INSERT INTO terms(term, df) SELECT term, doc FROM f_words WHERE term > ?1 AND term <= ?2";
    char *last = NULL;
    struct rows rows = db_select(db, SQL_LAST, err, v_text(*after), v_int(TERMS_AT_ONCE));
    if (rows_next(&rows))
        last = rows_text(NULL, &rows, 0);
    enum status status = rows_end(&rows);
    if (status == STATUS_OK)
        status = db_run(db, SQL_CLEAR, err, v_text(*after), v_text(last));
    if (status == STATUS_OK && last)
        status = db_run(db, SQL_FILL, err, v_text(*after), v_text(last));
    talloc_free(*after);
    *after = last;
    return status;
}

/* A merge step that changes fewer than two rows has found nothing to do (fts5.html, 'merge'). */
static enum status merge_some(struct db *db, const char *sql, bool *more, struct err *err)
{
    int before = sqlite3_total_changes(db->handle);
    enum status status = db_run(db, sql, err, v_int(MERGE_PAGES));
    *more = sqlite3_total_changes(db->handle) - before >= 2;
    return status;
}

enum status index_settle(struct db *db, struct err *err)
{
    static const char SQL_MERGE_F[] = "INSERT INTO f(f, rank) VALUES ('merge', ?1)";
    static const char SQL_MERGE_P[] = "INSERT INTO p(p, rank) VALUES ('merge', ?1)";
    static const char *const merges[] = {SQL_MERGE_F, SQL_MERGE_P};
    enum status status = STATUS_OK;
    char *after = mem_strdup(NULL, "");
    while (after && status == STATUS_OK) {
        status = refresh_terms(db, &after, err);
        if (status == STATUS_OK)
            status = db_breathe(db, err);
    }
    talloc_free(after);
    if (status == STATUS_OK)
        status = index_words_close(db, err);
    for (size_t i = 0; i < MB_LENGTH(merges); i++) {
        for (bool more = true; more && status == STATUS_OK;) {
            status = merge_some(db, merges[i], &more, err);
            if (status == STATUS_OK)
                status = db_breathe(db, err);
        }
    }
    return status;
}
