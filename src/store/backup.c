/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Full copies (reliability.md 2.7): written under another name by VACUUM INTO, looked through as a store
 * of its own, put on the disk, and only then given the name; nothing is ever written over. The two
 * newest copies in the state folder are kept, and one goes only after a newer one was found sound. */
#include "config.h"

#include "src/store/index.h"
#include "src/store/user_rows.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define COPIES_KEPT 2
#define NAMES_TRIED 100
#define COPY_PREFIX "minutebook-"
#define COPY_SUFFIX ".db"

/* ---- writing ----------------------------------------------------------------------------------- */

static enum status file_error(const char *what, const char *path, struct err *err)
{
    return err_set(err, STATUS_STORE, "cannot %s \"%s\": %s", what, path, strerror(errno));
}

/* VACUUM INTO takes a file that is empty: made here, it is nobody else's to read. */
static enum status make_empty(const char *path, struct err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return file_error("write the copy", path, err);
    int rc = fchmod(fd, 0600);
    close(fd);
    return rc == 0 ? STATUS_OK : file_error("write the copy", path, err);
}

/* Its connection reads only; it may attach the copy and takes the time it needs (reliability.md 2.2). */
static enum status vacuum_into(struct store *store, const char *path, struct err *err)
{
    static const char SQL_VACUUM[] = "VACUUM INTO ?1";
    struct db *db;
    enum status status = db_open(store, store->path, DB_READ, false, &db, err);
    if (status != STATUS_OK)
        return status;
    sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 1);
    sqlite3_progress_handler(db->handle, 0, NULL, NULL);
    status = db_run(db, SQL_VACUUM, err, v_text(path));
    talloc_free(db);
    return status;
}

static enum status sync_path(const char *path, int flags, struct err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | flags);
    if (fd < 0)
        return file_error("open", path, err);
    int rc = fsync(fd);
    close(fd);
    return rc == 0 ? STATUS_OK : file_error("write to the disk", path, err);
}

static char *folder_of(const void *parent, const char *path)
{
    const char *slash = strrchr(path, '/');
    return mem_strndup(parent, path, slash == path ? 1 : (size_t)(slash - path));
}

/* FROM takes the name TO if nothing has it. Where the file system cannot do that in one step the name
 * is taken first. */
static enum status rename_new(const char *from, const char *to, struct err *err)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return STATUS_OK;
    if (errno == EEXIST)
        return err_set(err, STATUS_STORE, "\"%s\" exists already and is not written over", to);
    int fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return file_error("write the copy", to, err);
    close(fd);
    if (rename(from, to) == 0)
        return STATUS_OK;
    enum status status = file_error("write the copy", to, err);
    unlink(to);
    return status;
}

/* ---- verifying ----------------------------------------------------------------------------------- */

static void remove_beside(const char *path)
{
    static const char *const suffixes[] = {"-wal", "-shm", "-journal", ".lock", ".import"};
    for (size_t i = 0; i < MB_LENGTH(suffixes); i++) {
        char *name = mem_printf(NULL, "%s%s", path, suffixes[i]);
        unlink(name);
        talloc_free(name);
    }
}

static int copy_close(struct store *copy)
{
    TALLOC_FREE(copy->import);
    TALLOC_FREE(copy->db);
    if (copy->lock_fd >= 0)
        close(copy->lock_fd);
    if (copy->import_fd >= 0)
        close(copy->import_fd);
    remove_beside(copy->path);
    return 0;
}

/* The copy as a store that only we know: no sweeping, no migrating, nothing of it changed. */
static enum status open_copy(const void *parent, struct store *store, const char *path, struct store **out, struct err *err)
{
    static const char SQL_VERSION[] = "PRAGMA user_version";
    int64_t version = 0;
    bool exists;
    struct store *copy = mem_new(parent, struct store);
    *copy = (struct store){.mode = STORE_WRITE, .lock_fd = -1, .import_fd = -1, .on_network = true}; /* no WAL beside it */
    copy->path = mem_strdup(copy, path);
    copy->lock_path = mem_printf(copy, "%s.lock", path);
    talloc_set_destructor(copy, copy_close);
    enum status status = path_check(path, &exists, &copy->device, &copy->inode, err);
    if (status == STATUS_OK)
        status = db_open(copy, path, DB_EDIT, false, &copy->db, err);
    if (status == STATUS_OK)
        status = db_number(copy->db, SQL_VERSION, 0, &version, err);
    copy->schema = (int)version;
    if (status == STATUS_OK)
        status = db_open(copy, path, DB_IMPORT, false, &copy->import, err);
    if (status == STATUS_OK && version != store->schema)
        status = err_set(err, STATUS_STORE, "the copy \"%s\" is not of the same form as the store", path);
    *out = copy;
    return status;
}

enum status backup_verify(const void *parent, struct store *store, const char *path, struct strings *findings, struct err *err)
{
    struct store *copy = NULL;
    enum status status = open_copy(parent, store, path, &copy, err);
    if (status == STATUS_OK)
        status = check_structure(parent, copy->db, findings, err);
    if (status == STATUS_OK && copy->schema <= STORE_SCHEMA && findings->n == 0)
        status = index_check(parent, copy->import, copy->db, findings, err);
    if (status == STATUS_OK && copy->schema <= STORE_SCHEMA && findings->n == 0)
        status = check_user_rows(parent, copy->db, findings, err);
    if (status == STATUS_OK && copy->schema <= STORE_SCHEMA && findings->n == 0)
        status = check_published(parent, copy, findings, err);
    talloc_free(copy);
    return status;
}

/* ---- counting ------------------------------------------------------------------------------------ */

/* "table=rows ..." of every ordinary table, in one state of the store. */
static enum status count_rows(const void *parent, struct store *store, const char *path, char **out, struct err *err)
{
    struct db *db;
    enum status status = db_open(store, path, DB_READ, false, &db, err);
    if (status != STATUS_OK)
        return status;
    sqlite3_stmt *names = NULL, *count = NULL;
    struct buf counts;
    buf_init(&counts, parent, 100000);
    int rc = sqlite3_exec(db->handle, "BEGIN", NULL, NULL, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_prepare_v2(db->handle, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
                                            " AND name NOT LIKE 'sqlite%' ORDER BY name", -1, &names, NULL);
    while (rc == SQLITE_OK && sqlite3_step(names) == SQLITE_ROW) {
        char *sql = sqlite3_mprintf("SELECT count(*) FROM \"%w\"", sqlite3_column_text(names, 0));
        rc = sqlite3_prepare_v2(db->handle, sql, -1, &count, NULL);
        sqlite3_free(sql);
        if (rc == SQLITE_OK && sqlite3_step(count) == SQLITE_ROW)
            buf_printf(&counts, "%s=%lld ", sqlite3_column_text(names, 0), (long long)sqlite3_column_int64(count, 0));
        sqlite3_finalize(count);
    }
    if (rc != SQLITE_OK)
        status = db_error(db, rc, err);
    sqlite3_finalize(names);
    talloc_free(db);
    *out = buf_take(&counts);
    return status;
}

/* As many rows as the store had; where the store changed meanwhile nothing can be compared. */
static enum status compare_counts(struct store *store, const char *path, const char *before, struct err *err)
{
    char *after = NULL, *copied = NULL;
    void *scratch = talloc_named_const(NULL, 0, "counts");
    enum status status = count_rows(scratch, store, path, &copied, err);
    if (status == STATUS_OK)
        status = count_rows(scratch, store, store->path, &after, err);
    if (status == STATUS_OK && strcmp(before, after) == 0 && strcmp(copied, before) != 0)
        status = err_set(err, STATUS_STORE, "the copy \"%s\" has not the rows of the store", path);
    talloc_free(scratch);
    return status;
}

/* ---- a copy -------------------------------------------------------------------------------------- */

static enum status write_and_verify(struct store *store, const char *path, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "copy");
    struct strings findings = {0};
    char *before = NULL;
    enum status status = count_rows(scratch, store, store->path, &before, err);
    if (status == STATUS_OK)
        status = vacuum_into(store, path, err);
    if (status == STATUS_OK)
        status = backup_verify(scratch, store, path, &findings, err);
    if (status == STATUS_OK && findings.n)
        status = err_set(err, STATUS_STORE, "the copy is not sound and was not kept: %s", findings.at[0]);
    if (status == STATUS_OK)
        status = compare_counts(store, path, before, err);
    if (status == STATUS_OK)
        status = sync_path(path, O_NOFOLLOW, err);
    talloc_free(scratch);
    return status;
}

enum status backup_write(struct store *store, const char *path, struct err *err)
{
    char *part = mem_printf(NULL, "%s.part-%ld", path, (long)getpid());
    enum status status = store_exists(path) ? err_set(err, STATUS_STORE, "\"%s\" exists already and is not written over", path)
                                            : make_empty(part, err);
    if (status == STATUS_OK) {
        status = write_and_verify(store, part, err);
        if (status == STATUS_OK)
            status = rename_new(part, path, err);
        if (status != STATUS_OK)
            unlink(part);
    }
    if (status == STATUS_OK) {
        char *folder = folder_of(part, path);
        status = sync_path(folder, O_DIRECTORY, err);
    }
    talloc_free(part);
    return status;
}

/* ---- the state folder ------------------------------------------------------------------------------ */

static enum status copies_folder(const void *parent, struct store *store, char **out, struct err *err)
{
    const char *state;
    enum status status = store_state_folder(store, &state, err);
    if (status != STATUS_OK)
        return status;
    *out = mem_printf(parent, "%s/backups", state);
    return path_make_folders(*out, err);
}

static bool is_copy_name(const char *name)
{
    size_t n = strlen(name), suffix = strlen(COPY_SUFFIX);
    return text_starts(name, COPY_PREFIX) && n > suffix && strcmp(name + n - suffix, COPY_SUFFIX) == 0;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names of our copies, oldest first: they begin with the day and time. */
static struct strings copies_in(const void *parent, const char *folder)
{
    struct strings names = {0};
    DIR *dir = opendir(folder);
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir))
        if (is_copy_name(entry->d_name))
            strings_add(parent, &names, entry->d_name);
    if (dir)
        closedir(dir);
    if (names.n)
        qsort(names.at, names.n, sizeof *names.at, compare_names);
    return names;
}

/* WRITTEN was just verified; of the others the newest stay. */
static void remove_old_copies(const char *folder, const char *written)
{
    void *scratch = talloc_named_const(NULL, 0, "copies");
    struct strings names = copies_in(scratch, folder);
    size_t kept = 1;
    for (size_t i = names.n; i-- > 0;) {
        char *path = mem_printf(scratch, "%s/%s", folder, names.at[i]);
        if (strcmp(path, written) != 0 && ++kept > COPIES_KEPT)
            unlink(path);
    }
    talloc_free(scratch);
}

/* A name of the time that nothing has yet. */
static enum status name_by_time(const void *parent, const char *folder, char **out, struct err *err)
{
    char stamp[32];
    time_t now = time(NULL);
    struct tm utc;
    if (!gmtime_r(&now, &utc) || strftime(stamp, sizeof stamp, "%Y-%m-%d-%H%M%S", &utc) == 0)
        return err_set(err, STATUS_STORE, "the clock gives no time to name a copy by");
    *out = mem_printf(parent, "%s/" COPY_PREFIX "%s" COPY_SUFFIX, folder, stamp);
    for (int i = 2; store_exists(*out) && i < NAMES_TRIED; i++) {
        talloc_free(*out);
        *out = mem_printf(parent, "%s/" COPY_PREFIX "%s-%d" COPY_SUFFIX, folder, stamp, i);
    }
    return STATUS_OK;
}

static enum status backup_named_by_time(const void *parent, struct store *store, char **written, struct err *err)
{
    char *folder = NULL;
    enum status status = copies_folder(parent, store, &folder, err);
    if (status == STATUS_OK)
        status = name_by_time(parent, folder, written, err);
    if (status == STATUS_OK)
        status = backup_write(store, *written, err);
    if (status == STATUS_OK)
        remove_old_copies(folder, *written);
    talloc_free(folder);
    return status;
}

enum status store_backup(const void *parent, struct store *store, const char *path, char **written, struct err *err)
{
    if (!path)
        return backup_named_by_time(parent, store, written, err);
    enum status status = path_resolve(parent, path, false, written, err);
    return status == STATUS_OK ? backup_write(store, *written, err) : status;
}

enum status backups_holding(const void *parent, struct store *store, const char *sha256, struct strings *out, struct err *err)
{
    static const char SQL_HELD[] = "SELECT count(*) FROM source WHERE sha256 = ?1";
    char *folder;
    enum status status = copies_folder(parent, store, &folder, err);
    if (status != STATUS_OK)
        return status;
    struct strings names = copies_in(folder, folder);
    for (size_t i = 0; i < names.n; i++) {
        char *path = mem_printf(folder, "%s/%s", folder, names.at[i]);
        struct db *db;
        int64_t held = 0;
        /* What cannot be read is named too: it may hold the paper. */
        bool read = db_open(store, path, DB_READ, false, &db, NULL) == STATUS_OK;
        if (!read || db_number(db, SQL_HELD, 0, &held, NULL, v_text(sha256)) != STATUS_OK || held > 0)
            strings_add(parent, out, path);
        if (read)
            talloc_free(db);
    }
    talloc_free(folder);
    return STATUS_OK;
}
