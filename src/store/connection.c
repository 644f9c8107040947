/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One connection to the store's file with every setting of reliability.md 2.2, in that order. */
#include "config.h"

#include "src/store/private.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* sqlite3_limit(): twice what our statements need, so that a hostile file or query is stopped. Measured:
 * depth below 20; operations below 600, but quick_check of the whole schema below 8,000. */
static const struct limit {
    int which, value;
} limits[] = {
    {SQLITE_LIMIT_LENGTH, 64 << 20},         {SQLITE_LIMIT_SQL_LENGTH, 100000}, {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000}, {SQLITE_LIMIT_EXPR_DEPTH, 40},    {SQLITE_LIMIT_VDBE_OP, 16000},
};

/* DEFENSIVE keeps shadow tables out of reach, the rest keeps anything planted in the schema from running. */
static const struct config {
    int which, value;
} configs[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
};

#define PROGRESS_STEPS 2000 /* virtual machine steps between two looks at the clock: about 0.1 ms */

static const char settings_common[] = "PRAGMA foreign_keys=ON;"
                                      "PRAGMA cell_size_check=ON;"
                                      "PRAGMA mmap_size=0;"
                                      "PRAGMA temp_store=MEMORY;";
static const char settings_wal[] = "PRAGMA journal_mode=WAL;";
static const char settings_network[] = "PRAGMA journal_mode=DELETE;"; /* reliability.md 2.8 */
static const char settings_write[] = "PRAGMA synchronous=FULL;"
                                     "PRAGMA wal_autocheckpoint=0;";

static int stop_long_query(void *to)
{
    const struct db *db = to;
    return (db->cancelled && db->cancelled(db->cancelled_to)) || (db->stop_at != 0 && clock_ms() > db->stop_at);
}

void store_use_cancel(struct store *store, bool (*cancelled)(void *), void *to)
{
    store->db->cancelled = cancelled;
    store->db->cancelled_to = to;
}

void store_interrupt(struct store *store)
{
    sqlite3_interrupt(store->db->handle);
}

static int note_long_wal(void *to, sqlite3 *handle, const char *name, int pages)
{
    (void)handle, (void)name;
    struct db *db = to;
    db->wal_pages = pages;
    return SQLITE_OK;
}

static int db_close(struct db *db)
{
    for (size_t i = 0; i < db->n_cache; i++)
        sqlite3_finalize(db->cache[i].stmt);
    sqlite3_close_v2(db->handle);
    return 0;
}

static enum status configure(struct db *db, enum db_kind kind, struct err *err)
{
    for (size_t i = 0; i < MB_LENGTH(configs); i++) {
        int rc = sqlite3_db_config(db->handle, configs[i].which, configs[i].value, NULL);
        if (rc != SQLITE_OK)
            return db_error(db, rc, err);
    }
    /* The timeout stands before the first statement that may have to wait. */
    sqlite3_busy_timeout(db->handle, STORE_WAIT_MS);
    enum status status = STATUS_OK;
    if (kind == DB_READ)
        sqlite3_db_config(db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL); /* so it may close without the lock */
    else
        status = db_script(db, db->store->on_network ? settings_network : settings_wal, err);
    if (status == STATUS_OK && kind != DB_READ)
        status = db_script(db, settings_write, err);
    if (status == STATUS_OK)
        status = db_script(db, settings_common, err);
    for (size_t i = 0; i < MB_LENGTH(limits); i++)
        sqlite3_limit(db->handle, limits[i].which, limits[i].value);
    if (kind == DB_READ)
        sqlite3_progress_handler(db->handle, PROGRESS_STEPS, stop_long_query, db);
    else
        sqlite3_wal_hook(db->handle, note_long_wal, db);
    if (kind == DB_IMPORT)
        sqlite3_set_authorizer(db->handle, import_authorizer, NULL); /* last: it refuses the PRAGMAs above */
    return status;
}

/* A WAL that SQLite could read needs an index beside it, which cannot be made in a folder that nobody here
 * may write (a stick, a backup, another's disk). Where neither stands there the file is whole by itself. */
static bool is_still(const char *path)
{
    static const char *const suffixes[] = {"-wal", "-shm"};
    char *name = mem_strndup(NULL, path, (size_t)(strrchr(path, '/') - path) + 1);
    bool still = access(name, W_OK) != 0;
    talloc_free(name);
    for (size_t i = 0; i < MB_LENGTH(suffixes) && still; i++) {
        name = mem_printf(NULL, "%s%s", path, suffixes[i]);
        still = access(name, F_OK) != 0;
        talloc_free(name);
    }
    return still;
}

/* PATH as SQLite's URI for a file that does not change; every byte that could mean something is escaped. */
static char *still_uri(const void *parent, const char *path)
{
    struct buf uri;
    buf_init(&uri, parent, BUF_MAX_DOCUMENT);
    buf_puts(&uri, "file:");
    for (const char *p = path; *p; p++)
        buf_printf(&uri, strchr("%?#", *p) ? "%%%02X" : "%c", (unsigned char)*p);
    buf_puts(&uri, "?immutable=1");
    return buf_take(&uri);
}

enum status db_open(struct store *store, const char *path, enum db_kind kind, bool create, struct db **out, struct err *err)
{
    struct db *db = mem_new(store, struct db);
    db->store = store;
    db->can_write = kind != DB_READ;
    int flags = kind == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0);
    const char *name = path;
    if (kind == DB_READ && is_still(path)) {
        name = still_uri(db, path);
        flags |= SQLITE_OPEN_URI;
    }
    int rc = sqlite3_open_v2(name, &db->handle, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    talloc_set_destructor(db, db_close);
    enum status status = rc == SQLITE_OK ? configure(db, kind, err) : db_error(db, rc, err);
    if (status != STATUS_OK) {
        talloc_free(db);
        return status;
    }
    *out = db;
    return STATUS_OK;
}
