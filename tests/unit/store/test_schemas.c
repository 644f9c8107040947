/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A store as schema 1 was released (tests/fault/store/schema-1.sql) under this program: read as it is, brought
 * on without losing anything, broken off anywhere. */
#include "unit/store/many.h"
#include "unit/store/rows.h"

#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define KILLS (40 / TEST_STRIDE(8))

/* ---- the old store ------------------------------------------------------------------------------------- */

static char *read_whole(void *context, const char *path)
{
    FILE *file = fopen(path, "rb");
    struct buf text;
    char piece[4096];
    size_t n;
    if (!file)
        fail_msg("cannot read %s", path);
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    while ((n = fread(piece, 1, sizeof piece, file)) > 0)
        buf_add(&text, piece, n);
    fclose(file);
    return buf_take(&text);
}

static sqlite3 *plain(const char *path)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_busy_timeout(db, 5000);
    return db;
}

static char *old_store(void **state, const char *name)
{
    char *path = scratch_path(*state, name), *message = NULL;
    char *sql = read_whole(*state, mem_printf(*state, "%s/tests/fault/store/schema-1.sql", test_env("MINUTEBOOK_SRCDIR")));
    sqlite3 *db = plain(path);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    assert_int_equal(chmod(path, 0600), 0);
    return path;
}

/* The rows of a query, every value quoted. */
static char *rows_text_of(void *context, sqlite3 *db, const char *sql)
{
    sqlite3_stmt *stmt = NULL;
    struct buf text;
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(stmt); i++) {
            const unsigned char *value = sqlite3_column_text(stmt, i);
            buf_printf(&text, "%s|", value ? (const char *)value : "NULL");
        }
        buf_putc(&text, '\n');
    }
    sqlite3_finalize(stmt);
    return buf_take(&text);
}

/* All that the member's own tables of schema 1 hold in the store at PATH, their check values included. */
static char *user_text(void **state, const char *path)
{
    static const char ACTIONS[] =
        "SELECT id, reference, class, kind, committee, meeting_id, meeting_date, agenda_number, minute_number, item_title, source_sha256,"
        " quote, quote_sha256, quote_truncated, quote_exempt, quote_place, own_words, owner, recipient, subject, due_text, due_from,"
        " due_to, due_basis, chase_date, status, note, deleted, version, seq, h FROM action ORDER BY id";
    static const char EVENTS[] =
        "SELECT id, seq, change, reverses, origin, who, stamp, row_table, row_id, what, field, from_value, to_value, sentence, row_before,"
        " row_after, h FROM event ORDER BY seq";
    static const char *const queries[] = {
        ACTIONS,
        EVENTS,
        "SELECT id, kind, first, second, deleted, version, seq, h FROM ruling ORDER BY id",
        "SELECT id, sha256, field, value, deleted, version, seq, h FROM correction ORDER BY id",
        "SELECT id, value, deleted, version, seq, h FROM setting ORDER BY id",
        "SELECT rowid, title, body, action_id FROM mine ORDER BY rowid",
    };
    sqlite3 *db = plain(path);
    struct buf all;
    buf_init(&all, *state, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < MB_LENGTH(queries); i++)
        buf_puts(&all, rows_text_of(*state, db, queries[i]));
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return buf_take(&all);
}

static int version_of(void **state, const char *path)
{
    sqlite3 *db = plain(path);
    int version = atoi(rows_text_of(*state, db, "PRAGMA user_version"));
    sqlite3_close(db);
    return version;
}

static void assert_sound(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

static char *shown_actions(void **state, struct store *store)
{
    struct actions all;
    struct err err;
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    assert_ok(store_actions(*state, store, &all, &err), err);
    for (size_t i = 0; i < all.n; i++) {
        const struct action *action = all.at[i];
        buf_printf(&text, "%s %s %s %s %s %d %s\n", action->reference, action->meeting_id, action->subject, action->status,
                   action->note ? action->note : "-", action->damaged, action_state_words(action->state));
    }
    return buf_take(&text);
}

/* ---- read as it is ---------------------------------------------------------------------------------------- */

static void an_old_store_is_read_as_it_is(void **state)
{
    char *path = old_store(state, "old.db");
    struct store *store = open_store(*state, path, STORE_READ);
    struct store_counts counts;
    struct actions found;
    struct err err;
    assert_int_equal(store->schema, 1);
    assert_false(store_newer(store));
    assert_string_equal(shown_actions(state, store),
                        "43/1 housing-scrutiny-panel-2031-03-06-1000 the backlog not started rang, no answer 0 on the tracker\n"
                        "41/1 housing-2023-09-12 damp \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                        "41/2 housing-2023-09-12 lifts complete - 0 on the tracker\n");
    assert_ok(store_count(store, &counts, &err), err);
    assert_int_equal(counts.actions_open, 2);
    assert_int_equal(counts.meetings, 4);
    assert_ok(store_candidates(*state, store, NULL, &found, &err), err);
    assert_int_equal(found.n, 0);
    assert_false(store_sweep_is_due(store));
    store_use_sweep(store, &many_sweep);
    assert_true(store_sweep_is_due(store));
    assert_non_null(strstr(store_text(*state, store), "housing-scrutiny-panel-2031-03-06-1000: 4 items"));
    assert_sound(state, store);
    talloc_free(store);
    assert_int_equal(version_of(state, path), 1);
}

/* ---- brought on -------------------------------------------------------------------------------------------- */

static void bringing_it_on_keeps_every_row_and_event(void **state)
{
    char *path = old_store(state, "old.db"), *rows = user_text(state, path);
    struct store *store = open_store(*state, path, STORE_READ);
    char *shown = store_text(*state, store), *actions = shown_actions(state, store);
    talloc_free(store);
    store = open_store(*state, path, STORE_WRITE);
    assert_int_equal(store->schema, STORE_SCHEMA);
    assert_string_equal(store_text(*state, store), shown);
    assert_string_equal(shown_actions(state, store), actions);
    assert_sound(state, store);
    talloc_free(store);
    assert_int_equal(version_of(state, path), STORE_SCHEMA);
    assert_string_equal(user_text(state, path), rows);
}

static void a_whole_copy_of_the_old_store_is_made_first(void **state)
{
    char *path = old_store(state, "old.db"), *rows = user_text(state, path), *copy = NULL;
    struct store *store = open_store(*state, path, STORE_WRITE);
    const char *folder;
    struct err err;
    assert_ok(store_state_folder(store, &folder, &err), err);
    char *backups = mem_printf(*state, "%s/backups", folder);
    DIR *dir = opendir(backups);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.' && strcmp(entry->d_name + strlen(entry->d_name) - 3, ".db") == 0) {
            assert_null(copy);
            copy = mem_printf(*state, "%s/%s", backups, entry->d_name);
        }
    closedir(dir);
    assert_non_null(copy);
    assert_int_equal(version_of(state, copy), 1);
    assert_string_equal(user_text(state, copy), rows);
}

static void what_an_old_store_never_swept_is_swept(void **state)
{
    struct store *store = open_store(*state, old_store(state, "old.db"), STORE_WRITE);
    struct actions found;
    struct err err;
    store_use_sweep(store, &many_sweep);
    assert_true(store_sweep_is_due(store));
    assert_ok(store_republish(store, &err), err);
    assert_false(store_sweep_is_due(store));
    assert_ok(store_candidates(*state, store, NULL, &found, &err), err);
    assert_int_equal(found.n, 8);
    assert_sound(state, store);
}

static void changes_of_the_old_program_are_undone_and_redone(void **state)
{
    struct store *store = open_store(*state, old_store(state, "old.db"), STORE_WRITE);
    assert_string_equal(get(state, store, "43/1")->owner, "the Head of Repairs");
    assert_string_equal(undo(state, store)->sentence, "undone: 43/1 by whom: the Head of Repairs");
    assert_string_equal(get(state, store, "43/1")->owner, "Officers");
    assert_string_equal(undo(state, store)->sentence, "undone: date of Parking Panel: 2031-02-07");
    assert_string_equal(undo(state, store)->sentence, "undone: committee of unplaced-5c61ecd4: Parking Panel");
    assert_string_equal(undo(state, store)->sentence, "undone: 41/2 status: complete");
    assert_string_equal(undo(state, store)->sentence, "undone: 43/1 note: rang, no answer");
    assert_string_equal(undo(state, store)->sentence, "undone: 41/2 added");
    assert_int_equal(live_rows(state, store), 2);
    assert_string_equal(redo(state, store)->sentence, "redone: 41/2 added");
    assert_string_equal(redo(state, store)->sentence, "redone: 43/1 note: rang, no answer");
    assert_string_equal(get(state, store, "43/1")->note, "rang, no answer");
    assert_sound(state, store);
}

static void old_rows_take_their_new_fields(void **state)
{
    char *path = old_store(state, "old.db");
    struct store *store = open_store(*state, path, STORE_WRITE);
    edit(state, store, &(struct edit){.kind = EDIT_ACTION_STATE, .target = "43/1", .value = "dismissed", .reason = "said twice"});
    struct action *row = get(state, store, "43/1");
    assert_int_equal(row->state, ACTION_REFUSED);
    assert_string_equal(row->reason, "said twice");
    assert_false(row->damaged);
    talloc_free(store);
    store = open_store(*state, path, STORE_WRITE);
    assert_sound(state, store);
    undo(state, store);
    assert_int_equal(get(state, store, "43/1")->state, ACTION_KEPT);
    assert_sound(state, store);
}

/* Every table and index, and every column, as a text. */
static char *form_of(void **state, const char *path)
{
    sqlite3 *db = plain(path);
    char *form = mem_printf(*state, "%s%s", rows_text_of(*state, db, "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"),
                            rows_text_of(*state, db, "SELECT m.name, c.* FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
                                                     " ORDER BY m.name, c.cid"));
    sqlite3_close(db);
    return form;
}

static void a_new_store_has_the_form_of_one_brought_on(void **state)
{
    char *old = old_store(state, "old.db"), *new_ = scratch_path(*state, "new.db");
    talloc_free(open_store(*state, old, STORE_WRITE));
    talloc_free(open_store(*state, new_, STORE_WRITE));
    assert_string_equal(form_of(state, old), form_of(state, new_));
}

static void a_damaged_old_store_is_not_brought_on(void **state)
{
    char *path = old_store(state, "old.db");
    sqlite3 *db = plain(path);
    assert_int_equal(sqlite3_exec(db, "UPDATE action SET subject = 'lamp' WHERE reference = '41/1'", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    assert_refused(*state, path, STORE_WRITE, "no verified copy of it could be made first");
    assert_int_equal(version_of(state, path), 1);
    struct store *store = open_store(*state, path, STORE_READ);
    assert_true(get(state, store, "41/1")->damaged);
    assert_false(get(state, store, "43/1")->damaged);
}

/* ---- broken off ----------------------------------------------------------------------------------------------- */

static pid_t start(const char *path)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct store *store = NULL;
        enum status status = store_open(NULL, path, STORE_WRITE, &store, NULL);
        talloc_free(store);
        _exit(status == STATUS_OK ? 0 : 1);
    }
    return child;
}

static int64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void killed_anywhere_it_is_the_old_store_or_the_new(void **state)
{
    char *path = old_store(state, "whole.db"), *rows = user_text(state, path);
    int64_t began = now_us();
    int status, old = 0;
    pid_t child = start(path);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    int64_t whole = now_us() - began;
    for (int round = 0; round < KILLS; round++) {
        path = old_store(state, mem_printf(*state, "%d.db", round));
        child = start(path);
        usleep((unsigned)(whole * (round + 1) / KILLS));
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, &status, 0), child);
        old += version_of(state, path) == 1;
        struct store *store = open_store(*state, path, STORE_WRITE);
        assert_int_equal(store->schema, STORE_SCHEMA);
        assert_sound(state, store);
        talloc_free(store);
        assert_string_equal(user_text(state, path), rows);
    }
    print_message("%d of %d were killed before the last step was done\n", old, KILLS);
    assert_true(old > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(an_old_store_is_read_as_it_is),
        STORE_CASE(bringing_it_on_keeps_every_row_and_event),
        STORE_CASE(a_whole_copy_of_the_old_store_is_made_first),
        STORE_CASE(what_an_old_store_never_swept_is_swept),
        STORE_CASE(changes_of_the_old_program_are_undone_and_redone),
        STORE_CASE(old_rows_take_their_new_fields),
        STORE_CASE(a_new_store_has_the_form_of_one_brought_on),
        STORE_CASE(a_damaged_old_store_is_not_brought_on),
        STORE_CASE(killed_anywhere_it_is_the_old_store_or_the_new),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
