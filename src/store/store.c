/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Opening and closing the store: the file is looked at before SQLite sees it, made whole under
 * another name where there is none, told from other programs' files and from newer ones, and closed
 * under the write lock. */
#include "config.h"

#include "src/store/publish.h"
#include "src/store/user_rows.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CLOSE_WAIT_MS 2000

static const char SQL_APPLICATION_ID[] = "PRAGMA application_id";
static const char SQL_USER_VERSION[] = "PRAGMA user_version";
static const char SQL_DATA_VERSION[] = "PRAGMA data_version";

const char *store_path(const struct store *store)
{
    return store->path;
}

bool store_is_read_only(const struct store *store)
{
    return store->read_only;
}

bool store_newer(const struct store *store)
{
    return store->newer;
}

enum status store_may_write(const struct store *store, struct err *err)
{
    if (!store->read_only)
        return STATUS_OK;
    if (store->newer)
        return err_set(err, STATUS_STORE, "the store \"%s\" was written by a newer minutebook and is only read", store->path);
    if (store->damage)
        return err_set(err, STATUS_STORE, "the store \"%s\" is only read, because %s; run: minutebook check", store->path, store->damage);
    return err_set(err, STATUS_STORE, "the store \"%s\" is open for reading only", store->path);
}

/* Seen by this connection: others' commits by data_version, its own by what it changed. */
int64_t store_generation(struct store *store)
{
    int64_t version = 0;
    if (db_number(store->db, SQL_DATA_VERSION, 0, &version, NULL) != STATUS_OK)
        return 0;
    return version + sqlite3_total_changes64(store->db->handle);
}

/* ---- closing ---------------------------------------------------------------------------------- */

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* Every close that may checkpoint stands under the lock. Where it is not had, SQLite is told not to:
 * the last plain close would checkpoint without asking, and the next start does it instead. */
static void close_writers(struct store *store)
{
    enum status status = store->written && !store->damage ? db_checkpoint(store->db, true, NULL) : STATUS_OK;
    bool locked = status == STATUS_OK && !store->damage && store_lock(store, CLOSE_WAIT_MS, NULL) == STATUS_OK;
    struct db *connections[] = {store->import, store->db};
    for (size_t i = 0; i < MB_LENGTH(connections); i++) {
        if (connections[i] && !locked)
            sqlite3_db_config(connections[i]->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        talloc_free(connections[i]);
    }
    if (locked)
        store_unlock(store);
}

static int store_close(struct store *store)
{
    if (store->import && store->import->in_write)
        db_rollback(store->import);
    if (store->db && store->db->in_write)
        db_rollback(store->db);
    if (store->db && store->db->can_write)
        close_writers(store);
    close_fd(&store->lock_fd);
    close_fd(&store->import_fd);
    return 0;
}

/* ---- a new store --------------------------------------------------------------------------------- */

static void remove_new(const char *path)
{
    static const char *const suffixes[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < MB_LENGTH(suffixes); i++) {
        char *name = mem_printf(NULL, "%s%s", path, suffixes[i]);
        unlink(name);
        talloc_free(name);
    }
}

/* A rename is on the disk only when its folder is. */
static void sync_folder_of(const char *path)
{
    char *folder = mem_strndup(NULL, path, (size_t)(strrchr(path, '/') - path) + 1);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    talloc_free(folder);
}

/* Under the lock: build the whole schema in a file of another name, which then takes the store's. A
 * crash leaves no store or a whole one. */
static enum status build_new(struct store *store, struct err *err)
{
    char *path = mem_printf(store, "%s.new", store->path);
    remove_new(path);
    struct db *db = NULL;
    enum status status = db_open(store, path, DB_EDIT, true, &db, err);
    if (status == STATUS_OK && chmod(path, 0600) != 0)
        status = err_set(err, STATUS_STORE, "cannot make the store \"%s\": %s", store->path, strerror(errno));
    if (status == STATUS_OK)
        status = schema_create(db, err);
    talloc_free(db);
    if (status == STATUS_OK && rename(path, store->path) != 0)
        status = err_set(err, STATUS_STORE, "cannot make the store \"%s\": %s", store->path, strerror(errno));
    if (status == STATUS_OK)
        sync_folder_of(store->path);
    else
        remove_new(path);
    talloc_free(path);
    return status;
}

static enum status make_if_missing(struct store *store, struct err *err)
{
    if (store_exists(store->path))
        return STATUS_OK;
    enum status status = store_lock(store, STORE_WAIT_MS, err);
    if (status != STATUS_OK)
        return status;
    if (!store_exists(store->path)) /* else another program was faster */
        status = build_new(store, err);
    store_unlock(store);
    return status;
}

/* ---- opening --------------------------------------------------------------------------------------- */

static enum status check_header(struct store *store, struct err *err)
{
    int64_t application = 0, version = 0;
    enum status status = db_number(store->db, SQL_APPLICATION_ID, 0, &application, err);
    if (status == STATUS_OK)
        status = db_number(store->db, SQL_USER_VERSION, 0, &version, err);
    if (status != STATUS_OK)
        return status;
    if (application != STORE_APPLICATION_ID || version < 1)
        return err_set(err, STATUS_STORE, "\"%s\" belongs to another program; name another file with --store", store->path);
    store->schema = (int)version;
    store->newer = version > STORE_SCHEMA;
    return STATUS_OK;
}

/* A newer store is never written: its connection is opened again for reading. */
static enum status connect(struct store *store, struct err *err)
{
    bool write = store->mode == STORE_WRITE;
    store->on_network = path_on_network(store->path);
    enum status status = db_open(store, store->path, DB_READ, false, &store->db, err);
    if (status == STATUS_OK)
        status = check_header(store, err);
    store->read_only = !write || store->newer;
    if (status != STATUS_OK || store->read_only)
        return status;
    TALLOC_FREE(store->db);
    status = store_lock(store, STORE_WAIT_MS, err); /* the journal mode may have to be set */
    if (status != STATUS_OK)
        return status;
    status = db_open(store, store->path, DB_EDIT, false, &store->db, err);
    store_unlock(store);
    return status;
}

/* A WAL with something in it that nobody uses was left by a crash. What SQLite made of it is looked at
 * before the first write (reliability.md 2.7); a store that fails is read and not written. */
static enum status look_after_crash(struct store *store, struct err *err)
{
    struct strings findings = {0};
    enum status status = check_structure(store, store->db, &findings, err);
    if (status == STATUS_OK)
        status = check_user_rows(store, store->db, &findings, err);
    if (status == STATUS_OK && findings.n == 0)
        return db_checkpoint(store->db, true, err);
    if (status == STATUS_OK) {
        store->damage = findings.at[0];
        store->read_only = true;
    }
    return status;
}

static enum status open_existing(struct store *store, struct err *err)
{
    bool exists = false;
    enum status status = path_check(store->path, &exists, &store->device, &store->inode, err);
    if (status != STATUS_OK)
        return status;
    if (!store_exists(store->path))
        return err_set(err, STATUS_STORE, "there is no store at \"%s\"; import a paper to begin one", store->path);
    /* A reader in a folder that it may not write does without: it only says that it is there. */
    bool write = store->mode == STORE_WRITE;
    if (store->lock_fd < 0 && lock_open(store->lock_path, &store->lock_fd, write ? err : NULL) != STATUS_OK && write)
        return STATUS_STORE;
    bool crashed = write && path_wal_size(store->path) > 0 && !lock_others(store->lock_fd);
    if (store->lock_fd >= 0)
        lock_announce(store->lock_fd);
    status = connect(store, err);
    return status == STATUS_OK && crashed && !store->read_only ? look_after_crash(store, err) : status;
}

enum status store_open(const void *parent, const char *path, enum store_mode mode, struct store **out, struct err *err)
{
    struct store *store = mem_new(parent, struct store);
    *store = (struct store){.mode = mode, .lock_fd = -1, .import_fd = -1};
    talloc_set_destructor(store, store_close);
    enum status status = path_resolve(store, path, mode == STORE_WRITE, &store->path, err);
    bool exists;
    if (status == STATUS_OK)
        status = path_check(store->path, &exists, &store->device, &store->inode, err);
    if (status == STATUS_OK) {
        store->lock_path = mem_printf(store, "%s.lock", store->path);
        status = mode == STORE_WRITE ? make_if_missing(store, err) : STATUS_OK;
    }
    if (status == STATUS_OK)
        status = open_existing(store, err);
    if (status == STATUS_OK && !store->read_only && store->schema < STORE_SCHEMA)
        status = store_migrate(store, err);
    if (status == STATUS_OK && !store->read_only)
        sqlite3_set_authorizer(store->db->handle, edit_authorizer, NULL);
    if (status == STATUS_OK && !store->read_only)
        status = publish_sweep(store, err);
    if (status != STATUS_OK) {
        talloc_free(store);
        return status;
    }
    *out = store;
    return STATUS_OK;
}

enum status store_import_db(struct store *store, struct db **out, struct err *err)
{
    enum status status = store_may_write(store, err);
    if (status == STATUS_OK && !store->import) {
        status = store_lock(store, STORE_WAIT_MS, err);
        if (status == STATUS_OK) {
            status = db_open(store, store->path, DB_IMPORT, false, &store->import, err);
            store_unlock(store);
        }
    }
    *out = store->import;
    return status;
}
