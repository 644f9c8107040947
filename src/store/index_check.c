/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Is the index what its text says? FTS5's own check sees `f` and `mine`; it does not see a ghost in
 * `p`, which keeps no text: its words are compared with those of a fresh index in memory
 * (reliability.md 2.7). */
#include "config.h"

#include "index_range.h"

#include <inttypes.h>
#include <string.h>

#define CHECKED_MAX ((int64_t)50 << 20) /* bytes of text */

static void found(const void *parent, struct strings *findings, char *sentence)
{
    strings_add(parent, findings, sentence);
    talloc_free(sentence);
}

/* SQLITE_CORRUPT is a finding, not a failure of the check. */
static enum status check_fts(const void *parent, struct db *db, const char *sql, const char *table,
                             struct strings *findings, struct err *err)
{
    enum status status = db_begin(db, err);
    if (status != STATUS_OK)
        return status;
    status = db_run(db, sql, err);
    bool damaged = status != STATUS_OK && (sqlite3_errcode(db->handle) & 0xFF) == SQLITE_CORRUPT;
    status = db_finish(db, status, err);
    if (!damaged)
        return status;
    found(parent, findings, mem_printf(NULL, "the search index “%s” does not agree with its text", table));
    return STATUS_OK;
}

static enum status check_places(const void *parent, struct db *db, struct strings *findings, struct err *err)
{
    static const char SQL_TEXT[] = "SELECT count(*) FROM search_text WHERE id NOT IN (SELECT id FROM search_place)";
    static const char SQL_PLACE[] = "SELECT count(*) FROM search_place WHERE id NOT IN (SELECT id FROM search_text)";
    int64_t texts = 0, places = 0;
    enum status status = db_number(db, SQL_TEXT, 0, &texts, err);
    if (status == STATUS_OK)
        status = db_number(db, SQL_PLACE, 0, &places, err);
    if (status == STATUS_OK && texts > 0)
        found(parent, findings, mem_printf(NULL, "%" PRId64 " texts in the search index belong to no meeting", texts));
    if (status == STATUS_OK && places > 0)
        found(parent, findings, mem_printf(NULL, "%" PRId64 " places in the search index have no text", places));
    return status;
}

/* Each text stands between the ends of its edition, and what those tell of seeing it is so. */
static enum status check_ranges(const void *parent, struct db *db, struct strings *findings, struct err *err)
{
    static const char SQL_OUTSIDE[] =
        "SELECT count(*) FROM search_place AS place WHERE edition IS NOT (SELECT range.edition FROM search_edition AS "
        "range"
        " WHERE range.first <= place.id AND range.last >= place.id ORDER BY range.first DESC LIMIT 1)";
    static const char SQL_SEEN[] =
        "SELECT count(*) FROM search_edition WHERE shown <> (edition IN (SELECT edition FROM search_shown))";
    int64_t outside = 0, seen = 0;
    if (db->store->schema < INDEX_RANGES)
        return STATUS_OK;
    enum status status = db_number(db, SQL_OUTSIDE, 0, &outside, err);
    if (status == STATUS_OK)
        status = db_number(db, SQL_SEEN, 0, &seen, err);
    if (status == STATUS_OK && outside > 0)
        found(parent, findings,
              mem_printf(NULL, "%" PRId64 " texts in the search index stand outside their meeting's", outside));
    if (status == STATUS_OK && seen > 0)
        found(parent, findings,
              mem_printf(NULL, "%" PRId64 " meetings in the search index are shown and hidden", seen));
    return status;
}

/* ---- the index that keeps no text ------------------------------------------------------------ */

static int fresh_close(sqlite3 **fresh)
{
    return sqlite3_close_v2(*fresh) == SQLITE_OK ? 0 : -1;
}

static enum status fresh_error(sqlite3 *fresh, struct err *err)
{
    return err_set(err, STATUS_STORE, "the search index cannot be rebuilt for comparing: %s", sqlite3_errmsg(fresh));
}

/* The table p again, in memory, from the text that stands in the store. */
static enum status fill_fresh(struct db *db, sqlite3 *fresh, struct err *err)
{
    static const char SQL_TEXT[] =
        "SELECT id, title || char(10) || body || char(10) || meta FROM search_text ORDER BY id";
    static const char SQL_MAKE[] =
        "BEGIN;CREATE VIRTUAL TABLE p USING fts5(t, content='', columnsize=0, detail=none, tokenize='" INDEX_TOKENIZER
        "');"
        "CREATE VIRTUAL TABLE w USING fts5vocab(p, row)";
    sqlite3_stmt *add = NULL;
    if (sqlite3_exec(fresh, SQL_MAKE, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(fresh, "INSERT INTO p(rowid, t) VALUES (?1, ?2)", -1, &add, NULL) != SQLITE_OK)
        return fresh_error(fresh, err);
    int rc = SQLITE_DONE;
    struct rows rows = db_select(db, SQL_TEXT, err);
    while (rc == SQLITE_DONE && rows_next(&rows)) {
        size_t n;
        const void *text = rows_blob(&rows, 1, &n);
        sqlite3_bind_int64(add, 1, rows_int(&rows, 0));
        sqlite3_bind_text(add, 2, text, (int)n, SQLITE_STATIC);
        rc = sqlite3_step(add);
        sqlite3_reset(add);
    }
    sqlite3_finalize(add);
    enum status status = rows_end(&rows);
    if (status == STATUS_OK && (rc != SQLITE_DONE || sqlite3_exec(fresh, "COMMIT", NULL, NULL, NULL) != SQLITE_OK))
        status = fresh_error(fresh, err);
    return status;
}

/* Both lists of words come in the same order: the first that differs settles it. */
static enum status compare_words(const void *parent, struct db *db, sqlite3 *fresh, struct strings *findings,
                                 struct err *err)
{
    static const char SQL_WORDS[] = "SELECT term, doc FROM p_words ORDER BY term";
    sqlite3_stmt *other = NULL;
    if (sqlite3_prepare_v2(fresh, "SELECT term, doc FROM w ORDER BY term", -1, &other, NULL) != SQLITE_OK)
        return fresh_error(fresh, err);
    bool same = true;
    struct rows rows = db_select(db, SQL_WORDS, err);
    while (same && rows_next(&rows)) {
        char *word = rows_text(NULL, &rows, 0);
        same = sqlite3_step(other) == SQLITE_ROW && word &&
               strcmp(word, (const char *)sqlite3_column_text(other, 0)) == 0 &&
               rows_int(&rows, 1) == sqlite3_column_int64(other, 1);
        talloc_free(word);
    }
    enum status status = rows_end(&rows);
    if (same && sqlite3_step(other) == SQLITE_ROW)
        same = false;
    sqlite3_finalize(other);
    if (status == STATUS_OK && !same)
        found(parent, findings, mem_printf(NULL, "the search index “p” does not agree with its text"));
    return status;
}

static enum status check_p(const void *parent, struct db *db, struct strings *findings, struct err *err)
{
    sqlite3 **fresh = mem_new(NULL, sqlite3 *);
    talloc_set_destructor(fresh, fresh_close);
    enum status status = STATUS_OK;
    if (sqlite3_open_v2(":memory:", fresh, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, NULL) != SQLITE_OK)
        status = fresh_error(*fresh, err);
    if (status == STATUS_OK)
        status = fill_fresh(db, *fresh, err);
    if (status == STATUS_OK)
        status = compare_words(parent, db, *fresh, findings, err);
    talloc_free(fresh);
    return status;
}

enum status index_check(const void *parent, struct db *published, struct db *user, struct strings *findings,
                        struct err *err)
{
    static const char SQL_SIZE[] = "SELECT total(length(CAST(body AS BLOB))) FROM search_text";
    static const char SQL_F[] = "INSERT INTO f(f, rank) VALUES ('integrity-check', 1)";
    static const char SQL_MINE[] = "INSERT INTO mine(mine, rank) VALUES ('integrity-check', 1)";
    int64_t bytes = 0;
    enum status status = STATUS_OK;
    if (published)
        status = check_places(parent, published, findings, err);
    if (published && status == STATUS_OK)
        status = check_ranges(parent, published, findings, err);
    if (published && status == STATUS_OK)
        status = db_number(published, SQL_SIZE, 0, &bytes, err);
    bool checked = published && bytes <= CHECKED_MAX;
    if (checked && status == STATUS_OK)
        status = check_fts(parent, published, SQL_F, "f", findings, err);
    if (checked && status == STATUS_OK)
        status = check_p(parent, published, findings, err);
    if (user && status == STATUS_OK)
        status = check_fts(parent, user, SQL_MINE, "mine", findings, err);
    return status;
}
