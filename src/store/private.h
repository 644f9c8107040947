/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the files of this room share: the open store, its connections, prepared statements, values in
 * and out, the write lock and transactions. reliability.md 2 is the source of the rules.
 *
 * A read:
 *     struct rows rows = db_select(store->db, SQL_TAGS, err, v_text(id));
 *     while (rows_next(&rows))
 *         strings_add(parent, &tags, rows_text(tags, &rows, 0));
 *     return rows_end(&rows);
 * A write:
 *     enum status status = db_begin(store->db, err);
 *     if (status == STATUS_OK)
 *         status = db_run(store->db, SQL_ADD_TAG, err, v_text(id), v_text(tag));
 *     return db_finish(store->db, status, err);
 *
 * A statement is a constant with static storage (`static const char SQL_TAGS[] = "..."`): it is
 * prepared once a connection and found again by its address. */
#ifndef MINUTEBOOK_STORE_PRIVATE_H
#define MINUTEBOOK_STORE_PRIVATE_H

#include <minutebook/store.h>

#include <signal.h>
#include <sqlite3.h>
#include <sys/types.h>

#define STORE_APPLICATION_ID 0x4D6E426B /* "MnBk" */
#define STORE_SCHEMA 8                  /* user_version */
#define STORE_WAIT_MS 5000              /* for the write lock */
#define STORE_HOLD_MS 50                /* longest hold of it */
#define STORE_BATCH_MS 20               /* db_breathe() commits and begins again after this */
#define STORE_PAUSE_MS 2                /* an importer's sleep between two holds */
#define STORE_QUERY_MS 2000             /* a reading connection's statement is stopped after this */
#define STORE_WAL_PAGES 4000            /* an importer checkpoints from here on */
#define STORE_WAL_PAGES_MAX 65536       /* 256 MB: an importer waits for who reads */

/* ---- connections ------------------------------------------------------------------------- */

struct db_statement {
    const char *sql;
    sqlite3_stmt *stmt;
    bool busy;
};

/* One connection. `import` may write published rows only; `db` writes the user's (never the published). */
struct db {
    sqlite3 *handle;
    struct store *store;
    struct db_statement *cache;
    size_t n_cache;
    bool can_write;
    bool in_write;       /* between db_begin and db_commit or db_rollback */
    bool ranks;          /* SQL knows worth(): index_rank() */
    int in_read;         /* depth of db_read_begin */
    int wal_pages;       /* as the WAL hook saw it last */
    int wal_left;        /* of these, what the last checkpoint had to leave */
    int64_t hold_since;  /* of the write lock: clock_ms() */
    int64_t stop_at;     /* of the running statement: clock_ms(), 0 never */
    bool (*cancelled)(void *); /* store_use_cancel(); NULL: nobody asks */
    void *cancelled_to;
};

struct store {
    char *path;       /* absolute, its folder resolved */
    char *lock_path;  /* path.lock: every write, checkpoint, close */
    char *state_path; /* folder of backups, edit log, rescue files; made by store_state_folder() */
    enum store_mode mode;
    bool read_only, newer, on_network;
    char *damage;     /* found at opening: then it is only read */
    int schema;       /* below STORE_SCHEMA only where it is only read */
    const struct sweep *sweep; /* store_use_sweep(); NULL none */
    struct date today;      /* store_set_day(); unset: by the clock */
    struct date looks_back; /* store_look_back(); unset: rows as they are */
    struct strings unread;  /* store_unread() */
    struct kept_committees *committees; /* store_committees_known() */
    dev_t device;     /* of the file we opened */
    ino_t inode;
    int lock_fd;      /* -1 while not opened; also says that somebody has the store open */
    int import_fd;    /* -1; path.import: one import at a time */
    bool locked;
    sigset_t signals_before; /* while locked: the thread's mask as it was */
    bool written;     /* since the last checkpoint */
    struct db *db;      /* reads; the user's rows */
    struct db *import;  /* NULL until store_import_db() */
};

int64_t clock_ms(void); /* monotonic */

/* The connection whose authorizer lets it write published rows and nothing else (authorizer.c). */
enum status store_import_db(struct store *store, struct db **out, struct err *err) MB_MUST_CHECK;
/* STATUS_STORE with a sentence where STORE is open for reading only. */
enum status store_may_write(const struct store *store, struct err *err) MB_MUST_CHECK;
/* Make the state folder where needed and yield its path (borrowed). */
enum status store_state_folder(struct store *store, const char **path, struct err *err) MB_MUST_CHECK;

enum db_kind { DB_READ, DB_EDIT, DB_IMPORT };
/* A connection with the settings of reliability.md 2.2 to the file at the absolute PATH; CREATE makes
 * it. The talloc destructor finalizes its statements and closes it; take the write lock first. */
enum status db_open(struct store *store, const char *path, enum db_kind kind, bool create, struct db **out, struct err *err) MB_MUST_CHECK;

/* ---- values and rows --------------------------------------------------------------------- */

struct value {
    enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_BLOB, VALUE_DATE } kind;
    int64_t number;
    const void *bytes; /* borrowed until the statement is done */
    size_t n;
    struct date date;
};
static inline struct value v_null(void)
{
    return (struct value){0};
}
static inline struct value v_int(int64_t number)
{
    return (struct value){.kind = VALUE_INT, .number = number};
}
static inline struct value v_bool(bool truth)
{
    return v_int(truth);
}
struct value v_text(const char *text); /* NULL is NULL */
struct value v_date(struct date date); /* text YYYY-MM-DD; none is NULL */
static inline struct value v_blob(const void *bytes, size_t n)
{
    return (struct value){.kind = VALUE_BLOB, .bytes = bytes, .n = n};
}

/* Bind N bytes as text; STATUS_INPUT if they are not valid UTF-8 or hold NUL: the only way text
 * enters the store (reliability.md 2.5). The value binders below go through it. */
enum status store_bind_text(sqlite3_stmt *stmt, int index, const char *text, size_t n, struct err *err) MB_MUST_CHECK;

/* A running SELECT. Errors wait until rows_end(). */
struct rows {
    struct db *db;
    sqlite3_stmt *stmt;
    struct err *err;
    enum status status;
    bool cached;
};
struct rows db_select_values(struct db *db, const char *sql, struct err *err, const struct value *values, size_t n);
bool rows_next(struct rows *rows);
enum status rows_end(struct rows *rows) MB_MUST_CHECK; /* resets the statement; STATUS_OK at the end of the rows */
char *rows_text(const void *parent, struct rows *rows, int column); /* NULL stays NULL */
int64_t rows_int(struct rows *rows, int column);
double rows_double(struct rows *rows, int column);
bool rows_bool(struct rows *rows, int column);
bool rows_is_null(struct rows *rows, int column);
struct date rows_date(struct rows *rows, int column);
const void *rows_blob(struct rows *rows, int column, size_t *n); /* until the next rows_ call */

/* Run a statement to its end, dropping rows. */
enum status db_run_values(struct db *db, const char *sql, struct err *err, const struct value *values, size_t n) MB_MUST_CHECK;
/* The first column of the first row; MISSING where there is no row or it is NULL. */
enum status db_number_values(struct db *db, const char *sql, int64_t missing, int64_t *out, struct err *err, const struct value *values, size_t n) MB_MUST_CHECK;

/* The leading v_null() lets the list be empty; it is skipped. */
#define DB_VALUES(...) (const struct value[]){v_null(), __VA_ARGS__} + 1, MB_LENGTH(((const struct value[]){v_null(), __VA_ARGS__})) - 1
#define db_select(db, sql, err, ...) db_select_values((db), (sql), (err), DB_VALUES(__VA_ARGS__))
#define db_run(db, sql, err, ...) db_run_values((db), (sql), (err), DB_VALUES(__VA_ARGS__))
#define db_number(db, sql, missing, out, err, ...) db_number_values((db), (sql), (missing), (out), (err), DB_VALUES(__VA_ARGS__))

/* Several statements without values, not kept: schema and settings. */
enum status db_script(struct db *db, const char *sql, struct err *err) MB_MUST_CHECK;
int64_t db_last_id(struct db *db);
int db_changes(struct db *db); /* rows changed by the last statement */

/* The sentence and outcome of SQLite's answer RC; err_set() style. */
enum status db_error(struct db *db, int rc, struct err *err);

/* ---- the write lock and transactions ------------------------------------------------------- */

/* Take the lock (at most 5 s), BEGIN IMMEDIATE, check that file and schema are still those we opened.
 * Signals that end or stop the program wait until the lock is released. Not recursive. */
enum status db_begin(struct db *db, struct err *err) MB_MUST_CHECK;
enum status db_commit(struct db *db, struct err *err) MB_MUST_CHECK; /* rolls back where it fails */
void db_rollback(struct db *db);
/* Commit if STATUS is STATUS_OK, else roll back; returns the first failure. Does nothing but hand STATUS
 * on where no transaction is open, so that it may follow a failed db_begin(). */
enum status db_finish(struct db *db, enum status status, struct err *err) MB_MUST_CHECK;
/* Between the rows of a long write: where the hold has lasted STORE_BATCH_MS commit, let others in, begin again. */
enum status db_breathe(struct db *db, struct err *err) MB_MUST_CHECK;

/* Reads that must see one state of the store. May be nested, and stand inside a write. */
enum status db_read_begin(struct db *db, struct err *err) MB_MUST_CHECK;
void db_read_end(struct db *db);

/* Checkpoint under the lock; a busy one is no error (reliability.md 2.4). */
enum status db_checkpoint(struct db *db, bool truncate, struct err *err) MB_MUST_CHECK;

/* lock.c: an flock with a timed wait. Returns STATUS_BUSY after WAIT_MS, 0 tries once. */
enum status lock_take(int fd, int wait_ms, struct err *err) MB_MUST_CHECK;
void lock_release(int fd);
enum status lock_open(const char *path, int *fd, struct err *err) MB_MUST_CHECK;
/* Say that the store is in use, and ask whether anybody else does; beside the lock and without waiting. */
void lock_announce(int fd);
bool lock_others(int fd);
/* The store's write lock; also blocks the signals. */
enum status store_lock(struct store *store, int wait_ms, struct err *err) MB_MUST_CHECK;
void store_unlock(struct store *store);
/* One import (or republishing) at a time, beside the write lock and taken before it. */
enum status store_import_lock(struct store *store, int wait_ms, struct err *err) MB_MUST_CHECK;
void store_import_unlock(struct store *store);

/* ---- files (path.c) ------------------------------------------------------------------------ */

/* The absolute path of PATH with its folder resolved; with MAKE, missing folders are made (0700). */
enum status path_resolve(const void *parent, const char *path, bool make, char **out, struct err *err) MB_MUST_CHECK;
/* STATUS_STORE: a link, hard-linked, not a regular file, not ours, or others may write it. *exists as found. */
enum status path_check(const char *path, bool *exists, dev_t *device, ino_t *inode, struct err *err) MB_MUST_CHECK;
bool path_on_network(const char *path); /* reliability.md 2.8 */
/* STATUS_STORE where the disk has no room for BYTES more beside what waits in the WAL. */
enum status path_room(const char *path, uint64_t bytes, struct err *err) MB_MUST_CHECK;
uint64_t path_wal_size(const char *path);
enum status path_make_folders(const char *path, struct err *err) MB_MUST_CHECK;

/* For SQL: the names of the forms that are of one item, in brackets. */
#define PICK_OF_MEETING(name) ""
#define PICK_OF_ITEM(name) ", '" name "'"
#define PICK_OF_COUNCIL(name) ""
#define PICK_FORM(id, name, words, several, rank, extent) PICK_##extent(name)
#define SQL_PART_FORMS "(''" MODEL_FORMS(PICK_FORM) ")"

/* ---- schema -------------------------------------------------------------------------------- */

/* What one CREATE makes. The lists say who may write: published and index tables the importer,
 * user tables the ordinary connection. `shadows` of an FTS5 table are written through it. */
struct schema_table {
    const char *name;
    const char *sql; /* one or more statements: the table and its indexes */
    bool fts5;
};
struct schema_list {
    const struct schema_table *tables;
    size_t n;
};
extern const struct schema_list schema_published; /* schema_published.c */
extern const struct schema_list schema_index;     /* index_schema.c: of published text */
extern const struct schema_list schema_user;      /* user_schema.c, with `mine` */
enum status schema_create_list(struct db *db, const struct schema_list *list, struct err *err) MB_MUST_CHECK;

/* What makes schema `to` of schema `to` - 1, in this order; each may be missing. What the step N needs stands in schema_N.c. */
struct migration {
    int to;
    const char *sql;                            /* columns and rows of tables that were there */
    const struct schema_list *published, *user; /* new tables, by who may write them */
    enum status (*run)(struct db *db, struct err *err);
};
extern const struct migration schema_steps[]; /* from schema 1 on (migrate.c) */
extern const size_t schema_steps_n;
extern const struct schema_list schema_published_2, schema_user_2, schema_published_3, schema_user_3, schema_published_4, schema_user_6,
    schema_user_7, schema_published_8;
extern const char schema_2_columns[], schema_3_columns[], schema_4_rows[], schema_5_rows[], schema_6_columns[], schema_8_columns[];
enum status schema_3_keys(struct db *db, struct err *err) MB_MUST_CHECK;
enum status schema_7_mine(struct db *db, struct err *err) MB_MUST_CHECK;

/* Make schema STORE_SCHEMA in the empty file, in one transaction under the lock. */
enum status schema_create(struct db *db, struct err *err) MB_MUST_CHECK;

/* May the importer write TABLE? (authorizer.c) */
bool schema_importer_writes(const char *table);
/* And the other way round: the connection of the edits writes no published rows. */
int edit_authorizer(void *unused, int action, const char *first, const char *second, const char *database, const char *trigger);
int import_authorizer(void *unused, int action, const char *first, const char *second, const char *database, const char *trigger);

#endif
