/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Transactions under the write lock, long writes in short holds, reads of one state, checkpoints
 * (reliability.md 2.3 and 2.4). */
#include "config.h"

#include "src/store/private.h"

#include <assert.h>
#include <sys/stat.h>
#include <time.h>

#define CHECKPOINT_BUSY_MS 100
#define WAL_PAUSE_MS 100

static const char SQL_BEGIN[] = "BEGIN IMMEDIATE";
static const char SQL_BEGIN_READ[] = "BEGIN";
static const char SQL_COMMIT[] = "COMMIT";
static const char SQL_ROLLBACK[] = "ROLLBACK";
static const char SQL_USER_VERSION[] = "PRAGMA user_version";

/* The file may have been replaced by a restored one, or migrated by a newer program, since we opened. */
static enum status still_ours(struct db *db, struct err *err)
{
    struct store *store = db->store;
    struct stat now;
    if (stat(store->path, &now) != 0 || now.st_dev != store->device || now.st_ino != store->inode)
        return err_set(err, STATUS_STORE, "the store \"%s\" was replaced meanwhile; nothing was changed, start again", store->path);
    int64_t schema = 0;
    enum status status = db_number(db, SQL_USER_VERSION, 0, &schema, err);
    if (status == STATUS_OK && schema != store->schema)
        return err_set(err, STATUS_STORE, "another version of minutebook has taken over the store \"%s\"; nothing was changed, start again",
                       store->path);
    return status;
}

enum status db_begin(struct db *db, struct err *err)
{
    assert(!db->in_write && db->in_read == 0);
    enum status status = store_may_write(db->store, err);
    if (status == STATUS_OK)
        status = store_lock(db->store, STORE_WAIT_MS, err);
    if (status != STATUS_OK)
        return status;
    db->hold_since = clock_ms();
    status = db_run(db, SQL_BEGIN, err);
    if (status != STATUS_OK) {
        store_unlock(db->store);
        return status;
    }
    db->in_write = true;
    status = still_ours(db, err);
    if (status != STATUS_OK)
        db_rollback(db);
    return status;
}

void db_rollback(struct db *db)
{
    assert(db->in_write);
    /* After some errors SQLite has rolled back already. */
    if (!sqlite3_get_autocommit(db->handle) && db_run(db, SQL_ROLLBACK, NULL) != STATUS_OK)
        sqlite3_interrupt(db->handle);
    db->in_write = false;
    store_unlock(db->store);
}

enum status db_commit(struct db *db, struct err *err)
{
    assert(db->in_write);
    enum status status = db_run(db, SQL_COMMIT, err);
    if (status != STATUS_OK) {
        db_rollback(db);
        return status;
    }
    db->in_write = false;
    db->store->written = true;
    store_unlock(db->store);
    return STATUS_OK;
}

enum status db_finish(struct db *db, enum status status, struct err *err)
{
    if (!db->in_write)
        return status;
    if (status == STATUS_OK)
        return db_commit(db, err);
    db_rollback(db);
    return status;
}

static void sleep_ms(long ms)
{
    nanosleep(&(struct timespec){.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000}, NULL);
}

/* Keep the WAL short. Frames that somebody still reads cannot be taken over: a very long one is waited for. */
static enum status keep_wal_short(struct db *db, struct err *err)
{
    int64_t until = clock_ms() + STORE_WAIT_MS;
    enum status status = db_checkpoint(db, false, err);
    while (status == STATUS_OK && db->wal_pages >= STORE_WAL_PAGES_MAX && db->wal_left > 0) {
        if (clock_ms() > until)
            return err_set(err, STATUS_BUSY, "another program has been reading the store \"%s\" for long and holds up the import; end it and try again",
                           db->store->path);
        sleep_ms(WAL_PAUSE_MS);
        status = db_checkpoint(db, false, err);
    }
    return status;
}

enum status db_breathe(struct db *db, struct err *err)
{
    if (clock_ms() - db->hold_since < STORE_BATCH_MS)
        return STATUS_OK;
    enum status status = db_commit(db, err);
    if (status == STATUS_OK && db->wal_pages >= STORE_WAL_PAGES)
        status = keep_wal_short(db, err);
    if (status != STATUS_OK)
        return status;
    sleep_ms(STORE_PAUSE_MS);
    return db_begin(db, err);
}

enum status db_read_begin(struct db *db, struct err *err)
{
    if (db->in_write || db->in_read > 0) {
        db->in_read++;
        return STATUS_OK;
    }
    enum status status = db_run(db, SQL_BEGIN_READ, err);
    if (status == STATUS_OK)
        db->in_read = 1;
    return status;
}

void db_read_end(struct db *db)
{
    assert(db->in_read > 0);
    if (--db->in_read > 0 || db->in_write)
        return;
    /* The end of it may itself be hit by store_interrupt(), but not twice by the same. */
    for (int tries = 0; tries < 3 && !sqlite3_get_autocommit(db->handle); tries++)
        if (db_run(db, SQL_COMMIT, NULL) == STATUS_OK)
            return;
    if (!sqlite3_get_autocommit(db->handle))
        sqlite3_interrupt(db->handle);
}

enum status db_checkpoint(struct db *db, bool truncate, struct err *err)
{
    if (db->store->on_network)
        return STATUS_OK; /* no WAL there */
    enum status status = store_lock(db->store, STORE_WAIT_MS, err);
    if (status != STATUS_OK)
        return status;
    sqlite3_busy_timeout(db->handle, CHECKPOINT_BUSY_MS);
    int pages = 0, done = 0;
    int rc = sqlite3_wal_checkpoint_v2(db->handle, "main", truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
                                       &pages, &done);
    sqlite3_busy_timeout(db->handle, STORE_WAIT_MS);
    store_unlock(db->store);
    db->wal_left = pages > done ? pages - done : 0;
    if (db->wal_left == 0)
        db->wal_pages = 0; /* the next writer begins at its start again */
    if (rc == SQLITE_OK && truncate)
        db->store->written = false;
    return rc == SQLITE_OK || rc == SQLITE_BUSY || rc == SQLITE_LOCKED ? STATUS_OK : db_error(db, rc, err);
}
