/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Statements of one connection: prepared once and kept, values bound with their checks, rows read
 * into talloc trees, SQLite's answers turned into our outcomes. No transactions (transaction.c). */
#include "config.h"

#include "src/store/private.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

int64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- what SQLite answered ------------------------------------------------------------------ */

struct answer {
    int code; /* primary result code */
    enum status status;
    const char *format; /* takes the path, then SQLite's message */
};

static const struct answer answers[] = {
    {SQLITE_BUSY, STATUS_BUSY, "another program holds the store \"%s\"; nothing was changed, try again (%s)"},
    {SQLITE_LOCKED, STATUS_BUSY, "another program holds the store \"%s\"; nothing was changed, try again (%s)"},
    {SQLITE_AUTH, STATUS_DENIED, "a write that may not be made here was refused in \"%s\": %s"},
    {SQLITE_INTERRUPT, STATUS_CANCELLED, "reading \"%s\" was stopped (%s)"},
    {SQLITE_FULL, STATUS_STORE, "the disk is full: \"%s\" was not changed (%s); make room and try again"},
    {SQLITE_IOERR, STATUS_STORE, "cannot read or write \"%s\": %s; nothing was changed"},
    {SQLITE_CORRUPT, STATUS_STORE, "the store \"%s\" is damaged (%s); nothing more is written to it, run: minutebook check"},
    {SQLITE_NOTADB, STATUS_STORE, "\"%s\" is not a store of minutebook (%s); name another with --store"},
    {SQLITE_READONLY, STATUS_STORE, "the store \"%s\" cannot be written: %s"},
    {SQLITE_CANTOPEN, STATUS_STORE, "cannot open the store \"%s\": %s"},
    {SQLITE_PERM, STATUS_STORE, "no permission to open the store \"%s\": %s"},
    {SQLITE_NOMEM, STATUS_STORE, "not enough memory for the store \"%s\" (%s)"},
};

enum status db_error(struct db *db, int rc, struct err *err)
{
    const char *path = db->store->path ? db->store->path : "";
    const char *message = db->handle ? sqlite3_errmsg(db->handle) : sqlite3_errstr(rc);
    for (size_t i = 0; i < MB_LENGTH(answers); i++)
        if (answers[i].code == (rc & 0xFF)) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the formats stand in the table above */
            return err_set(err, answers[i].status, answers[i].format, path, message);
#pragma GCC diagnostic pop
        }
    return err_set(err, STATUS_STORE, "the store \"%s\" refused a statement: %s", path, message);
}

/* ---- statements ---------------------------------------------------------------------------- */

static int prepare(struct db *db, const char *sql, unsigned flags, sqlite3_stmt **out)
{
    return sqlite3_prepare_v3(db->handle, sql, -1, flags, out, NULL);
}

/* The kept statement of SQL, or a passing one where the kept one is running. */
static int take_statement(struct db *db, const char *sql, sqlite3_stmt **out, bool *cached)
{
    *cached = true;
    for (size_t i = 0; i < db->n_cache; i++) {
        if (db->cache[i].sql != sql)
            continue;
        if (db->cache[i].busy) {
            *cached = false;
            return prepare(db, sql, 0, out);
        }
        db->cache[i].busy = true;
        *out = db->cache[i].stmt;
        return SQLITE_OK;
    }
    int rc = prepare(db, sql, SQLITE_PREPARE_PERSISTENT, out);
    if (rc == SQLITE_OK)
        *mem_append(db, db->cache, db->n_cache) = (struct db_statement){.sql = sql, .stmt = *out, .busy = true};
    return rc;
}

static void give_back(struct db *db, sqlite3_stmt *stmt, bool cached)
{
    if (!cached) {
        sqlite3_finalize(stmt);
        return;
    }
    sqlite3_reset(stmt);
    sqlite3_clear_bindings(stmt);
    for (size_t i = 0; i < db->n_cache; i++)
        if (db->cache[i].stmt == stmt)
            db->cache[i].busy = false;
}

/* ---- values in ----------------------------------------------------------------------------- */

struct value v_text(const char *text)
{
    return text ? (struct value){.kind = VALUE_TEXT, .bytes = text, .n = strlen(text)} : v_null();
}

struct value v_date(struct date date)
{
    return date_is_set(date) ? (struct value){.kind = VALUE_DATE, .date = date} : v_null();
}

enum status store_bind_text(sqlite3_stmt *stmt, int index, const char *text, size_t n, struct err *err)
{
    if (!text_is_utf8(text, n))
        return err_set(err, STATUS_INPUT, "text that is not valid UTF-8 cannot be stored (%zu bytes)", n);
    int rc = sqlite3_bind_text64(stmt, index, text, n, SQLITE_STATIC, SQLITE_UTF8);
    if (rc != SQLITE_OK)
        return err_set(err, STATUS_STORE, "a text of %zu bytes cannot be stored: %s", n, sqlite3_errstr(rc));
    return STATUS_OK;
}

static enum status bind_date(sqlite3_stmt *stmt, int index, struct date date)
{
    char iso[40];
    snprintf(iso, sizeof iso, "%04d-%02d-%02d", date.year, date.month, date.day);
    return sqlite3_bind_text(stmt, index, iso, -1, SQLITE_TRANSIENT) == SQLITE_OK ? STATUS_OK : STATUS_STORE;
}

static enum status bind_value(sqlite3_stmt *stmt, int index, const struct value *value, struct err *err)
{
    int rc = SQLITE_OK;
    switch (value->kind) {
    case VALUE_TEXT:
        return store_bind_text(stmt, index, value->bytes, value->n, err);
    case VALUE_DATE:
        return bind_date(stmt, index, value->date);
    case VALUE_BLOB:
        rc = sqlite3_bind_blob64(stmt, index, value->n ? value->bytes : "", value->n, SQLITE_STATIC);
        break;
    case VALUE_INT:
        rc = sqlite3_bind_int64(stmt, index, value->number);
        break;
    case VALUE_NULL:
        break;
    }
    if (rc != SQLITE_OK)
        return err_set(err, STATUS_STORE, "a value cannot be stored: %s", sqlite3_errstr(rc));
    return STATUS_OK;
}

/* ---- rows out ------------------------------------------------------------------------------ */

struct rows db_select_values(struct db *db, const char *sql, struct err *err, const struct value *values, size_t n)
{
    struct rows rows = {.db = db, .err = err};
    int rc = take_statement(db, sql, &rows.stmt, &rows.cached);
    if (rc != SQLITE_OK) {
        rows.status = db_error(db, rc, err);
        return rows;
    }
    if ((size_t)sqlite3_bind_parameter_count(rows.stmt) != n)
        rows.status = err_set(err, STATUS_STORE, "a statement of the store was given %zu values", n);
    for (size_t i = 0; i < n && rows.status == STATUS_OK; i++)
        rows.status = bind_value(rows.stmt, (int)i + 1, &values[i], err);
    if (!db->can_write)
        db->stop_at = clock_ms() + STORE_QUERY_MS;
    return rows;
}

bool rows_next(struct rows *rows)
{
    if (rows->status != STATUS_OK)
        return false;
    int rc = sqlite3_step(rows->stmt);
    if (rc == SQLITE_ROW)
        return true;
    if (rc != SQLITE_DONE)
        rows->status = db_error(rows->db, rc, rows->err);
    return false;
}

enum status rows_end(struct rows *rows)
{
    if (rows->stmt)
        give_back(rows->db, rows->stmt, rows->cached);
    rows->stmt = NULL;
    return rows->status;
}

bool rows_is_null(struct rows *rows, int column)
{
    return sqlite3_column_type(rows->stmt, column) == SQLITE_NULL;
}

char *rows_text(const void *parent, struct rows *rows, int column)
{
    const char *text = (const char *)sqlite3_column_text(rows->stmt, column);
    return text ? mem_strndup(parent, text, (size_t)sqlite3_column_bytes(rows->stmt, column)) : NULL;
}

int64_t rows_int(struct rows *rows, int column)
{
    return sqlite3_column_int64(rows->stmt, column);
}

double rows_double(struct rows *rows, int column)
{
    return sqlite3_column_double(rows->stmt, column);
}

bool rows_bool(struct rows *rows, int column)
{
    return rows_int(rows, column) != 0;
}

struct date rows_date(struct rows *rows, int column)
{
    struct date date = {0};
    const char *text = (const char *)sqlite3_column_text(rows->stmt, column);
    if (!text || !date_parse_iso(text, &date))
        return (struct date){0};
    return date;
}

const void *rows_blob(struct rows *rows, int column, size_t *n)
{
    const void *bytes = sqlite3_column_blob(rows->stmt, column);
    *n = (size_t)sqlite3_column_bytes(rows->stmt, column);
    return bytes;
}

/* ---- running ------------------------------------------------------------------------------- */

enum status db_run_values(struct db *db, const char *sql, struct err *err, const struct value *values, size_t n)
{
    struct rows rows = db_select_values(db, sql, err, values, n);
    while (rows_next(&rows))
        ;
    return rows_end(&rows);
}

enum status db_number_values(struct db *db, const char *sql, int64_t missing, int64_t *out, struct err *err,
                             const struct value *values, size_t n)
{
    *out = missing;
    struct rows rows = db_select_values(db, sql, err, values, n);
    if (rows_next(&rows) && !rows_is_null(&rows, 0))
        *out = rows_int(&rows, 0);
    return rows_end(&rows);
}

enum status db_script(struct db *db, const char *sql, struct err *err)
{
    int rc = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
    return rc == SQLITE_OK ? STATUS_OK : db_error(db, rc, err);
}

int64_t db_last_id(struct db *db)
{
    return sqlite3_last_insert_rowid(db->handle);
}

int db_changes(struct db *db)
{
    return sqlite3_changes(db->handle);
}
