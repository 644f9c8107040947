/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A sink that keeps what it is given, and SQLite's opinion of it as JSON. */
#ifndef TESTS_MEMORY_SINK_H
#define TESTS_MEMORY_SINK_H

#include "support/test.h"

#include <minutebook/export.h>

#include <sqlite3.h>

struct memory_sink {
    struct sink sink;
    struct buf got;
    size_t allowed; /* bytes after which it refuses; 0 is no limit */
};

static inline bool memory_write(void *to, const char *bytes, size_t n)
{
    struct memory_sink *memory = to;
    buf_add(&memory->got, bytes, n);
    return memory->allowed == 0 || memory->got.len <= memory->allowed;
}

static inline struct sink *memory_open(struct memory_sink *memory, const void *parent)
{
    *memory = (struct memory_sink){.sink = {memory_write, memory}};
    buf_init(&memory->got, parent, SIZE_MAX / 2);
    return &memory->sink;
}

/* The text at PATH of the JSON document TEXT, as SQLite reads it ("$.meetings[0].id"); NULL for null.
 * Fails where TEXT is no JSON. */
static inline char *json_at(const void *parent, const char *text, const char *path)
{
    sqlite3 *db;
    sqlite3_stmt *query;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT json_valid(?1), ?1 ->> ?2", -1, &query, NULL), SQLITE_OK);
    sqlite3_bind_text(query, 1, text, -1, SQLITE_STATIC);
    sqlite3_bind_text(query, 2, path, -1, SQLITE_STATIC);
    if (sqlite3_step(query) != SQLITE_ROW || sqlite3_column_int(query, 0) != 1)
        fail_msg("no JSON: %s", text);
    char *value = mem_strdup(parent, (const char *)sqlite3_column_text(query, 1));
    sqlite3_finalize(query);
    sqlite3_close(db);
    return value;
}

#endif
