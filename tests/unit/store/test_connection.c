/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Opening and refusing stores, settings, transactions, the lock and the importer's authorizer. */
#include "unit/store/support.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* ---- files ----------------------------------------------------------------------------------- */

static void a_new_store_is_made_whole_and_private(void **state)
{
    char *path = scratch_path(*state, "new/deeper/minutebook.db");
    assert_false(store_exists(path));
    mode_t before = umask(0); /* the worst one */
    struct store *store = open_store(*state, path, STORE_WRITE);
    assert_int_equal(umask(before), 0);
    assert_true(store_exists(path));
    assert_false(store_is_read_only(store));
    struct stat found;
    assert_int_equal(stat(path, &found), 0);
    assert_int_equal(found.st_mode & 07777, 0600);
    static const char *const beside[] = {"-wal", "-shm", ".lock"};
    for (size_t i = 0; i < MB_LENGTH(beside); i++) {
        assert_int_equal(stat(mem_printf(*state, "%s%s", path, beside[i]), &found), 0);
        assert_int_equal(found.st_mode & 07777, 0600);
    }
    assert_int_equal(stat(scratch_path(*state, "new"), &found), 0);
    assert_int_equal(found.st_mode & 07777, 0700);
    int64_t tables = 0;
    struct err err;
    assert_ok(db_number(store->db, "SELECT count(*) FROM sqlite_schema WHERE name IN ('meeting', 'action', 'f')", 0, &tables, &err), err);
    assert_int_equal(tables, 3);
}

static void a_file_of_nothing_becomes_a_store(void **state)
{
    char *path = scratch_path(*state, "touched.db");
    close(open(path, O_CREAT | O_WRONLY, 0600));
    assert_false(store_is_read_only(open_store(*state, path, STORE_WRITE)));
}

static void reading_makes_no_store(void **state)
{
    char *path = scratch_path(*state, "none.db");
    assert_refused(*state, path, STORE_READ, "there is no store");
    assert_false(store_exists(path));
}

static void a_half_built_store_of_a_killed_start_is_built_anew(void **state)
{
    char *path = scratch_path(*state, "half.db");
    char *beside = mem_printf(*state, "%s.new", path);
    int fd = open(beside, O_CREAT | O_WRONLY, 0600);
    assert_int_equal(write(fd, "SQLite format 3", 15), 15);
    close(fd);
    open_store(*state, path, STORE_WRITE);
    assert_int_not_equal(access(beside, F_OK), 0);
}

static void stores_that_cannot_be_trusted_are_refused(void **state)
{
    char *path = scratch_path(*state, "one.db");
    talloc_free(open_store(*state, path, STORE_WRITE));
    char *link_path = scratch_path(*state, "link.db");
    assert_int_equal(symlink(path, link_path), 0);
    assert_refused(*state, link_path, STORE_WRITE, "is a link");
    assert_int_equal(chmod(path, 0620), 0);
    assert_refused(*state, path, STORE_WRITE, "written by others");
    assert_int_equal(chmod(path, 0602), 0);
    assert_refused(*state, path, STORE_READ, "written by others");
    assert_int_equal(chmod(path, 0600), 0);
    char *second = scratch_path(*state, "second.db");
    assert_int_equal(link(path, second), 0);
    assert_refused(*state, path, STORE_WRITE, "second name");
    assert_int_equal(unlink(second), 0);
    assert_refused(*state, scratch_path(*state, "."), STORE_WRITE, "names no file");
    char *pipe_path = scratch_path(*state, "pipe");
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    assert_refused(*state, pipe_path, STORE_WRITE, "is no file");
    open_store(*state, path, STORE_WRITE);
}

static void a_linked_folder_is_followed(void **state)
{
    assert_int_equal(mkdir(scratch_path(*state, "real"), 0700), 0);
    assert_int_equal(symlink("real", scratch_path(*state, "linked")), 0);
    open_store(*state, scratch_path(*state, "linked/a.db"), STORE_WRITE);
    assert_int_equal(access(scratch_path(*state, "real/a.db"), F_OK), 0);
}

static void another_programs_file_is_refused_and_left_alone(void **state)
{
    char *path = scratch_path(*state, "theirs.db");
    sqlite3 *theirs;
    assert_int_equal(sqlite3_open(path, &theirs), SQLITE_OK);
    assert_int_equal(sqlite3_exec(theirs, "PRAGMA application_id=77; CREATE TABLE t(x)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(theirs);
    assert_refused(*state, path, STORE_WRITE, "belongs to another program");
    char *text = scratch_path(*state, "letter.txt");
    int fd = open(text, O_CREAT | O_WRONLY, 0600);
    for (int i = 0; i < 100; i++)
        assert_int_equal(write(fd, "Dear Chairman, this is no store.\n", 33), 33);
    close(fd);
    assert_refused(*state, text, STORE_WRITE, "is not a store");
    struct stat found;
    assert_int_equal(stat(text, &found), 0);
    assert_int_equal(found.st_size, 3300);
}

static void a_newer_store_is_read_and_never_written(void **state)
{
    char *path = scratch_path(*state, "newer.db");
    struct store *store = open_store(*state, path, STORE_WRITE);
    struct err err;
    assert_ok(db_script(store->db, "PRAGMA user_version=99", &err), err);
    assert_int_equal(db_begin(store->db, &err), STATUS_STORE); /* the program that had it open stops too */
    assert_non_null(strstr(err.text, "another version"));
    talloc_free(store);
    store = open_store(*state, path, STORE_WRITE);
    assert_true(store_newer(store));
    assert_true(store_is_read_only(store));
    assert_int_equal(db_begin(store->db, &err), STATUS_STORE);
    assert_int_equal(db_script(store->db, "DELETE FROM meeting", &err), STATUS_STORE);
}

static void a_replaced_file_is_not_written(void **state)
{
    char *path = scratch_path(*state, "moved.db");
    struct store *store = open_store(*state, path, STORE_WRITE);
    assert_int_equal(rename(path, scratch_path(*state, "elsewhere.db")), 0);
    struct err err;
    assert_int_equal(db_begin(store->db, &err), STATUS_STORE);
    assert_non_null(strstr(err.text, "replaced"));
}

/* ---- settings ---------------------------------------------------------------------------------- */

static int64_t setting_of(struct db *db, const char *pragma)
{
    int64_t value = -1;
    struct err err;
    assert_ok(db_number(db, pragma, -1, &value, &err), err);
    return value;
}

static void every_connection_has_its_settings(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "s.db"), STORE_WRITE);
    struct store *reader = open_store(*state, store_path(store), STORE_READ);
    struct db *import = NULL;
    struct err err;
    assert_ok(store_import_db(store, &import, &err), err);
    assert_int_equal(setting_of(store->db, "PRAGMA synchronous"), 2);
    assert_int_equal(setting_of(store->db, "PRAGMA foreign_keys"), 1);
    assert_int_equal(setting_of(store->db, "PRAGMA wal_autocheckpoint"), 0);
    assert_int_equal(setting_of(store->db, "PRAGMA trusted_schema"), 0);
    assert_int_equal(setting_of(reader->db, "PRAGMA mmap_size"), 0);
    assert_int_equal(setting_of(reader->db, "PRAGMA temp_store"), 2);
    struct rows rows = db_select(reader->db, "PRAGMA journal_mode", &err);
    assert_true(rows_next(&rows));
    assert_string_equal(rows_text(*state, &rows, 0), "wal");
    assert_ok(rows_end(&rows), err);
    struct db *all[] = {store->db, reader->db, import};
    for (size_t i = 0; i < MB_LENGTH(all); i++) {
        int on = -1;
        sqlite3_db_config(all[i]->handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
        assert_int_equal(on, 1);
        assert_int_equal(sqlite3_limit(all[i]->handle, SQLITE_LIMIT_LENGTH, -1), 64 << 20);
        assert_int_equal(sqlite3_limit(all[i]->handle, SQLITE_LIMIT_ATTACHED, -1), 0);
    }
}

static void a_reading_connection_cannot_write(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "r.db"), STORE_WRITE);
    struct store *reader = open_store(*state, store_path(store), STORE_READ);
    struct err err;
    assert_int_equal(db_script(reader->db, "DELETE FROM action", &err), STATUS_STORE);
    assert_int_equal(db_begin(reader->db, &err), STATUS_STORE);
}

static void an_endless_query_of_a_reader_is_stopped(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "q.db"), STORE_WRITE);
    struct store *reader = open_store(*state, store_path(store), STORE_READ);
    struct err err;
    int64_t began = clock_ms(), n;
    assert_int_equal(db_number(reader->db, "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c",
                               0, &n, &err),
                     STATUS_CANCELLED);
    assert_in_range(clock_ms() - began, STORE_QUERY_MS - 100, STORE_QUERY_MS + 2000);
}

/* ---- values ------------------------------------------------------------------------------------- */

static void text_that_is_not_utf8_does_not_enter(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "u.db"), STORE_WRITE);
    struct err err;
    int64_t n;
    assert_int_equal(db_number(store->db, "SELECT length(?)", 0, &n, &err, v_text("caf\xE9")), STATUS_INPUT);
    struct value with_nul = {.kind = VALUE_TEXT, .bytes = "a\0b", .n = 3};
    assert_int_equal(db_number(store->db, "SELECT length(?)", 0, &n, &err, with_nul), STATUS_INPUT);
    assert_ok(db_number(store->db, "SELECT length(?)", 0, &n, &err, v_text("caf\xC3\xA9")), err);
    assert_int_equal(n, 4);
}

static void values_come_back_as_they_went_in(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "v.db"), STORE_WRITE);
    struct err err;
    struct rows rows = db_select(store->db, "SELECT ?, ?, ?, ?, ?", &err, v_int(-7), v_text("Panel"), v_date((struct date){2031, 2, 9}),
                                 v_null(), v_blob("\x00\xFF", 2));
    assert_true(rows_next(&rows));
    assert_int_equal(rows_int(&rows, 0), -7);
    assert_string_equal(rows_text(*state, &rows, 1), "Panel");
    assert_int_equal(date_compare(rows_date(&rows, 2), (struct date){2031, 2, 9}), 0);
    assert_null(rows_text(*state, &rows, 3));
    size_t n;
    assert_memory_equal(rows_blob(&rows, 4, &n), "\x00\xFF", 2);
    assert_int_equal(n, 2);
    assert_false(rows_next(&rows));
    assert_ok(rows_end(&rows), err);
}

static void one_statement_may_run_inside_itself(void **state)
{
    static const char SQL[] = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name LIMIT 2";
    struct store *store = open_store(*state, scratch_path(*state, "w.db"), STORE_WRITE);
    struct err err;
    int pairs = 0;
    struct rows outer = db_select(store->db, SQL, &err);
    while (rows_next(&outer)) {
        struct rows inner = db_select(store->db, SQL, &err);
        while (rows_next(&inner))
            pairs++;
        assert_ok(rows_end(&inner), err);
    }
    assert_ok(rows_end(&outer), err);
    assert_int_equal(pairs, 4);
}

/* ---- transactions and the lock -------------------------------------------------------------------- */

static const char SQL_COUNT[] = "INSERT INTO edition(id, state) VALUES (?, 'loading')";

static int64_t counters(struct store *store)
{
    int64_t n = -1;
    struct err err;
    assert_ok(db_number(store->db, "SELECT count(*) FROM edition WHERE state = 'loading'", 0, &n, &err), err);
    return n;
}

static void a_failed_transaction_leaves_nothing(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "t.db"), STORE_WRITE);
    struct err err;
    unguard(store);
    assert_ok(db_begin(store->db, &err), err);
    assert_ok(db_run(store->db, SQL_COUNT, &err, v_int(7)), err);
    assert_int_equal(db_finish(store->db, db_run(store->db, SQL_COUNT, &err, v_int(7)), &err), STATUS_STORE);
    assert_false(store->locked);
    assert_int_equal(counters(store), 0);
    assert_ok(db_begin(store->db, &err), err);
    assert_ok(db_finish(store->db, db_run(store->db, SQL_COUNT, &err, v_int(7)), &err), err);
    assert_int_equal(counters(store), 1);
}

static void others_changes_raise_the_generation(void **state)
{
    struct store *writer = open_store(*state, scratch_path(*state, "g.db"), STORE_WRITE);
    struct store *reader = open_store(*state, store_path(writer), STORE_READ);
    struct err err;
    unguard(writer);
    int64_t before = store_generation(reader), own = store_generation(writer);
    assert_int_equal(store_generation(reader), before);
    assert_ok(db_begin(writer->db, &err), err);
    assert_ok(db_finish(writer->db, db_run(writer->db, SQL_COUNT, &err, v_int(7)), &err), err);
    assert_true(store_generation(reader) > before);
    assert_true(store_generation(writer) > own);
}

static void what_is_closed_is_in_the_one_file(void **state)
{
    char *path = scratch_path(*state, "c.db");
    struct store *writer = open_store(*state, path, STORE_WRITE);
    struct store *reader = open_store(*state, path, STORE_READ);
    assert_int_equal(counters(reader), 0); /* a reader that stays open keeps SQLite's own close from it */
    struct err err;
    unguard(writer);
    assert_ok(db_begin(writer->db, &err), err);
    assert_ok(db_finish(writer->db, db_run(writer->db, SQL_COUNT, &err, v_int(7)), &err), err);
    talloc_free(writer);
    struct stat found;
    assert_int_equal(stat(mem_printf(*state, "%s-wal", path), &found), 0);
    assert_int_equal(found.st_size, 0);
}

/* The file and its WAL as a crash leaves them: copied while the program has them open, and by a child,
 * because closing a descriptor would drop this process's locks. */
static void copy_file(const char *from, const char *to)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        static char bytes[1 << 20];
        int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ssize_t n;
        while ((n = read(in, bytes, sizeof bytes)) > 0)
            if (write(out, bytes, (size_t)n) != n)
                _exit(1);
        _exit(n == 0 ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void after_a_crash_the_store_is_looked_at_before_it_is_written(void **state)
{
    char *path = scratch_path(*state, "running.db"), *crashed = scratch_path(*state, "crashed.db");
    struct store *store = open_store(*state, path, STORE_WRITE);
    struct edit edit = {.kind = EDIT_SETTING, .field = "theme", .value = "plain"};
    struct edit_result *result;
    struct err err;
    assert_ok(store_edit(*state, store, &edit, &result, &err), err);
    copy_file(path, crashed);
    copy_file(mem_printf(*state, "%s-wal", path), mem_printf(*state, "%s-wal", crashed));
    talloc_free(store);

    store = open_store(*state, crashed, STORE_WRITE); /* sound: its WAL is worked in */
    assert_false(store_is_read_only(store));
    struct stat found;
    assert_int_equal(stat(mem_printf(*state, "%s-wal", crashed), &found), 0);
    assert_int_equal(found.st_size, 0);
    assert_string_equal(store_setting(*state, store, "theme"), "plain");

    /* the same with one of the user's rows changed behind the program's back */
    char *bad = scratch_path(*state, "bad.db");
    assert_ok(db_script(store->db, "UPDATE setting SET value = 'other'", &err), err);
    copy_file(crashed, bad);
    copy_file(mem_printf(*state, "%s-wal", crashed), mem_printf(*state, "%s-wal", bad));
    talloc_free(store);
    store = open_store(*state, bad, STORE_WRITE);
    assert_true(store_is_read_only(store));
    assert_int_equal(store_edit(*state, store, &edit, &result, &err), STATUS_STORE);
    assert_non_null(strstr(err.text, "only read, because"));
}

static void who_has_the_store_open_is_known(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "use.db"), STORE_WRITE);
    assert_false(lock_others(store->lock_fd));
    struct store *reader = open_store(*state, store_path(store), STORE_READ);
    assert_true(lock_others(store->lock_fd));
    talloc_free(reader);
    assert_false(lock_others(store->lock_fd));
}

static void no_room_on_the_disk_is_said_before_anything_is_written(void **state)
{
    struct err err;
    assert_int_equal(path_room(talloc_get_name(*state), UINT64_MAX / 2, &err), STATUS_STORE);
    assert_non_null(strstr(err.text, "nearly full"));
    assert_ok(path_room(talloc_get_name(*state), 1, &err), err);
}

/* A child that takes the lock, says so and holds it for MS. */
static pid_t hold_lock_in_child(const char *path, int ms)
{
    int said[2];
    assert_int_equal(pipe(said), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (fd < 0 || flock(fd, LOCK_EX) != 0 || write(said[1], "x", 1) != 1)
            _exit(1);
        nanosleep(&(struct timespec){.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L}, NULL);
        _exit(0);
    }
    char byte;
    assert_int_equal(read(said[0], &byte, 1), 1);
    close(said[0]);
    close(said[1]);
    return child;
}

static void a_held_lock_is_waited_for(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "l.db"), STORE_WRITE);
    pid_t child = hold_lock_in_child(store->lock_path, 300);
    struct err err;
    int64_t began = clock_ms();
    assert_ok(db_begin(store->db, &err), err);
    assert_in_range(clock_ms() - began, 150, 4000);
    db_rollback(store->db);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

static void a_lock_that_is_never_given_up_ends_the_wait(void **state)
{
    char *path = scratch_path(*state, "busy.lock");
    int fd;
    struct err err;
    assert_ok(lock_open(path, &fd, &err), err);
    pid_t child = hold_lock_in_child(path, 20000);
    int64_t began = clock_ms();
    assert_int_equal(lock_take(fd, 400, &err), STATUS_BUSY);
    assert_in_range(clock_ms() - began, 350, 3000);
    assert_int_equal(lock_take(fd, 0, &err), STATUS_BUSY);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_ok(lock_take(fd, 5000, &err), err); /* the dead let go */
    close(fd);
}

static volatile sig_atomic_t interrupts;
static void count_interrupt(int number)
{
    (void)number;
    interrupts++;
}

static void an_interrupt_waits_until_the_lock_is_released(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "i.db"), STORE_WRITE);
    struct sigaction before, counting = {.sa_handler = count_interrupt};
    sigaction(SIGINT, &counting, &before);
    interrupts = 0;
    struct err err;
    assert_ok(db_begin(store->db, &err), err);
    raise(SIGINT);
    assert_int_equal(interrupts, 0);
    assert_ok(db_commit(store->db, &err), err);
    assert_int_equal(interrupts, 1);
    sigaction(SIGINT, &before, NULL);
}

/* ---- the importer --------------------------------------------------------------------------------- */

static void assert_wipes_are_refused(void *context, struct db *db, const struct schema_list *list)
{
    struct err err;
    for (size_t i = 0; i < list->n; i++) {
        char *wipe = mem_printf(context, "DELETE FROM %s", list->tables[i].name);
        if (db_script(db, wipe, &err) != STATUS_DENIED)
            fail_msg("not refused: %s (%s)", wipe, err.text);
    }
}

static void an_edit_cannot_write_what_imports_write(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "edit.db"), STORE_WRITE);
    struct schema_list index = schema_index;
    struct err err;
    index.n -= 2; /* the last two are only views of words */
    assert_string_equal(index.tables[index.n].name, "f_words");
    assert_ok(db_begin(store->db, &err), err);
    assert_wipes_are_refused(*state, store->db, &schema_published);
    for (size_t i = 0; i < schema_steps_n; i++)
        if (schema_steps[i].published)
            assert_wipes_are_refused(*state, store->db, schema_steps[i].published);
    assert_wipes_are_refused(*state, store->db, &index);
    assert_int_equal(db_script(store->db, "UPDATE meeting SET swept = NULL", &err), STATUS_DENIED);
    assert_int_equal(db_script(store->db, "INSERT INTO edition(state) VALUES ('loading')", &err), STATUS_DENIED);
    assert_ok(db_script(store->db, "INSERT INTO mine(rowid, title, body) VALUES (1, 'a', 'b')", &err), err);
    db_rollback(store->db);
}

static void an_import_cannot_write_the_users_rows(void **state)
{
    static const char *const planted[] = {
        "DELETE FROM action",
        "UPDATE action SET note = 'ours now'",
        "INSERT INTO event SELECT * FROM event",
        "REPLACE INTO setting SELECT * FROM setting",
        "UPDATE correction SET value = NULL",
        "DELETE FROM ruling",
        "INSERT INTO mine(rowid, title, body) VALUES (1, 'a', 'b')",
        "DROP TABLE action",
        "ALTER TABLE action RENAME TO gone",
        "CREATE TABLE more(x)",
        "CREATE TEMP TABLE more(x)",
        "CREATE TRIGGER t AFTER INSERT ON meeting BEGIN DELETE FROM action; END",
        "CREATE INDEX i ON action(status)",
        "CREATE VIEW v AS SELECT 1",
        "PRAGMA user_version=7",
        "PRAGMA foreign_keys=OFF",
        "PRAGMA writable_schema=ON",
        "ATTACH ':memory:' AS other",
        "SAVEPOINT s",
        "ANALYZE",
        "REINDEX",
    };
    struct store *store = open_store(*state, scratch_path(*state, "import.db"), STORE_WRITE);
    struct db *import = NULL;
    struct err err;
    assert_ok(store_import_db(store, &import, &err), err);
    assert_ok(db_begin(import, &err), err);
    for (size_t i = 0; i < MB_LENGTH(planted); i++)
        if (db_script(import, planted[i], &err) != STATUS_DENIED)
            fail_msg("not refused: %s (%s)", planted[i], err.text);
    assert_wipes_are_refused(*state, import, &schema_user);
    for (size_t i = 0; i < schema_steps_n; i++)
        if (schema_steps[i].user)
            assert_wipes_are_refused(*state, import, schema_steps[i].user);
    assert_int_equal(db_script(import, "INSERT INTO sqlite_master(type, name) VALUES ('table', 'x')", &err), STATUS_STORE);
    assert_int_equal(db_script(import, "UPDATE sqlite_master SET sql = ''", &err), STATUS_STORE);
    assert_int_equal(db_script(import, "INSERT INTO f_data(id, block) VALUES (99, x'00')", &err), STATUS_STORE);
    assert_int_equal(db_script(import, "DELETE FROM mine_data", &err), STATUS_STORE);
    assert_ok(db_script(import, "INSERT INTO edition(state) VALUES ('loading')", &err), err);
    assert_ok(db_script(import, "INSERT INTO f(rowid, title, body, meta) VALUES (1, 'a', 'b', '')", &err), err);
    assert_ok(db_script(import, "INSERT INTO p(rowid, t) VALUES (1, 'a')", &err), err);
    assert_ok(db_commit(import, &err), err);
}

struct paused_lock {
    struct store *store;
    atomic_bool had;
};

static void *take_lock(void *arg)
{
    struct paused_lock *paused = arg;
    if (store_lock(paused->store, STORE_WAIT_MS, NULL) != STATUS_OK)
        return NULL;
    paused->had = true;
    store_unlock(paused->store);
    return NULL;
}

/* ^Z stops all threads of a program: no other program may wait for one of them. */
static void a_paused_program_holds_no_lock(void **state)
{
    char *path = scratch_path(*state, "paused.db");
    struct paused_lock paused = {.store = open_store(*state, path, STORE_WRITE)};
    struct store *other = open_store(*state, path, STORE_WRITE);
    pthread_t thread;
    struct err err;
    store_pause();
    assert_int_equal(pthread_create(&thread, NULL, take_lock, &paused), 0);
    nanosleep(&(struct timespec){.tv_nsec = 50000000}, NULL);
    assert_false(paused.had);
    int fd = -1; /* as another program would: on a descriptor of its own */
    assert_ok(lock_open(other->lock_path, &fd, &err), err);
    assert_ok(lock_take(fd, 0, &err), err);
    lock_release(fd);
    close(fd);
    store_resume();
    pthread_join(thread, NULL);
    assert_true(paused.had);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_new_store_is_made_whole_and_private),
        STORE_CASE(a_paused_program_holds_no_lock),
        STORE_CASE(a_file_of_nothing_becomes_a_store),
        STORE_CASE(reading_makes_no_store),
        STORE_CASE(a_half_built_store_of_a_killed_start_is_built_anew),
        STORE_CASE(stores_that_cannot_be_trusted_are_refused),
        STORE_CASE(a_linked_folder_is_followed),
        STORE_CASE(another_programs_file_is_refused_and_left_alone),
        STORE_CASE(a_newer_store_is_read_and_never_written),
        STORE_CASE(a_replaced_file_is_not_written),
        STORE_CASE(every_connection_has_its_settings),
        STORE_CASE(a_reading_connection_cannot_write),
        STORE_CASE(an_endless_query_of_a_reader_is_stopped),
        STORE_CASE(text_that_is_not_utf8_does_not_enter),
        STORE_CASE(values_come_back_as_they_went_in),
        STORE_CASE(one_statement_may_run_inside_itself),
        STORE_CASE(a_failed_transaction_leaves_nothing),
        STORE_CASE(others_changes_raise_the_generation),
        STORE_CASE(what_is_closed_is_in_the_one_file),
        STORE_CASE(after_a_crash_the_store_is_looked_at_before_it_is_written),
        STORE_CASE(who_has_the_store_open_is_known),
        STORE_CASE(no_room_on_the_disk_is_said_before_anything_is_written),
        STORE_CASE(a_held_lock_is_waited_for),
        STORE_CASE(a_lock_that_is_never_given_up_ends_the_wait),
        STORE_CASE(an_interrupt_waits_until_the_lock_is_released),
        STORE_CASE(an_import_cannot_write_the_users_rows),
        STORE_CASE(an_edit_cannot_write_what_imports_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
