/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Stores as each schema was released (tests/fault/store/schema-N.sql) under this program: read as they are, brought
 * on without losing anything, broken off anywhere. The store of this program's own schema needs no bringing on, and
 * will once the schema rises: a schema that is released is a row of `released`, and every promise here holds for it. */
#include "unit/store/many.h"
#include "unit/store/rows.h"

#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define KILLS (40 / TEST_STRIDE(8))

/* ---- the old stores ------------------------------------------------------------------------------------ */

#define SUMMER "children-and-young-people-scrutiny-panel-2025-07-10"
#define AUTUMN "children-and-young-people-scrutiny-panel-2025-10-09"

static const struct released {
    int schema;
    const char *actions;    /* shown_actions() */
    const char *lines[4];   /* of store_text() */
    const char *typed;      /* the line that was typed after "find" */
    const char *not_needed; /* key of a paper */
    const char *kept;       /* a follow-up on the tracker */
    const char *damaged;    /* another one, that is damaged in a test */
    int64_t open, meetings;
    size_t found, swept;    /* in the store as released; by the sweep of these tests */
} released[] = {
    {.schema = 1,
     .actions = "43/1 housing-scrutiny-panel-2031-03-06-1000 the backlog not started rang, no answer 0 on the tracker\n"
                "41/1 housing-2023-09-12 damp \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                "41/2 housing-2023-09-12 lifts complete - 0 on the tracker\n",
     .lines = {"== housing-scrutiny-panel-2031-03-06-1000: 4 items"},
     .kept = "43/1", .damaged = "41/1", .open = 2, .meetings = 4, .found = 0, .swept = 8},
    {.schema = 2,
     .actions = "226/1 " AUTUMN " the waiting times of young carers for an assessment, district by district not started - 0 not a follow-up\n"
                "226/2 " AUTUMN " four schools not started - 0 on the tracker\n"
                "a5/1 " AUTUMN " waiting times \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                "214/1 " SUMMER " send Members the number of late arrivals at each school for the spring term in progress rang, no answer 0"
                " on the tracker\n"
                "214/2 " SUMMER " the Chairman would write to the Cabinet Member for Highways about the crossing outside Fallowbridge Primary"
                " not started - 0 on the tracker\n"
                "215/1 " SUMMER " a report on young carers be brought to the meeting in October 2025 not started - 0 on the tracker\n",
     .lines = {"== " AUTUMN ": 8 items", "== children-and-young-people-scrutiny-panel-2025-12-11: 0 items"},
     .typed = "young carers", .not_needed = "paper " SUMMER " work-programme-2025-26 work-programme-2025-26",
     .kept = "214/2", .damaged = "226/2", .open = 5, .meetings = 4, .found = 8, .swept = 13},
    {.schema = 3,
     .actions = "226/1 " AUTUMN " the waiting times of young carers for an assessment, district by district not started - 0 not a follow-up\n"
                "226/2 " AUTUMN " waiting times \xE2\x80\x93 na\xC3\xAFve \"quotes\" not started - 0 on the tracker\n"
                "226/3 " AUTUMN " four schools not started to ask in December 0 on the tracker\n"
                "214/1 " SUMMER " send Members the number of late arrivals in progress rang, no answer 0 on the tracker\n"
                "214/2 " SUMMER " the Chairman would write to the Cabinet Member for Highways about the crossing outside Fallowbridge Primary"
                " not started - 0 on the tracker\n"
                "215/1 " SUMMER " a report on young carers be brought to the meeting in October 2025 not started - 0 on the tracker\n"
                "32/2 harbour-and-ferries-scrutiny-panel-2024-05-14 the Director write to the maker not started - 0 on the tracker\n",
     .lines = {"== " AUTUMN ": 8 items", "== harbour-and-ferries-scrutiny-panel-2024-03-04: 2 items", "== rivers-and-bridges-scrutiny-committee-2024-11-06: "},
     .typed = "young carers", .not_needed = "paper " SUMMER " work-programme-2025-26 work-programme-2025-26",
     .kept = "214/2", .damaged = "226/2", .open = 6, .meetings = 10, .found = 10, .swept = 22},
};
#define FOR_EACH_RELEASED(old) for (const struct released *old = released; old < released + MB_LENGTH(released); old++)

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

static char *old_store(void **state, const struct released *old, const char *name)
{
    char *path = scratch_path(*state, mem_printf(*state, "%d-%s", old->schema, name)), *message = NULL;
    char *file = mem_printf(*state, "%s/tests/fault/store/schema-%d.sql", test_env("MINUTEBOOK_SRCDIR"), old->schema);
    char *sql = read_whole(*state, file);
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

/* What reads all that the member's own tables of the store at PATH hold: those whose rows have a check value `h`.
 * Asked of a store as it was released, it reads the same of one that was brought on. */
static struct strings user_queries(void **state, const char *path)
{
    static const char SQL_QUERIES[] =
        "SELECT 'SELECT ' || group_concat(c.name, ', ') || ' FROM ' || m.name || ' ORDER BY 1'"
        " FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' GROUP BY m.name"
        " HAVING sum(c.name = 'h') ORDER BY m.name";
    struct strings queries = {0};
    sqlite3 *db = plain(path);
    sqlite3_stmt *stmt = NULL;
    assert_int_equal(sqlite3_prepare_v2(db, SQL_QUERIES, -1, &stmt, NULL), SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW)
        strings_add(*state, &queries, (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    assert_true(queries.n >= 5);
    strings_add(*state, &queries, "SELECT rowid, title, body, action_id FROM mine ORDER BY rowid");
    return queries;
}

static char *user_text(void **state, const char *path, struct strings queries)
{
    sqlite3 *db = plain(path);
    struct buf all;
    buf_init(&all, *state, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < queries.n; i++)
        buf_puts(&all, rows_text_of(*state, db, queries.at[i]));
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

/* STORE shows what the release wrote. */
static void assert_shown(void **state, struct store *store, const struct released *old)
{
    const char *text = store_text(*state, store);
    struct strings typed;
    struct wanted_papers wanted;
    struct err err;
    size_t marks = 0;
    assert_string_equal(shown_actions(state, store), old->actions);
    for (size_t i = 0; i < MB_LENGTH(old->lines) && old->lines[i]; i++)
        if (!strstr(text, old->lines[i]))
            fail_msg("not shown: %s in %s", old->lines[i], text);
    assert_ok(store_prompt_history(*state, store, "find", 5, &typed, &err), err);
    assert_int_equal(typed.n, old->typed ? 1 : 0);
    if (old->typed)
        assert_string_equal(typed.at[0], old->typed);
    assert_ok(store_wanted(*state, store, (struct date){2025, 11, 12}, &wanted, &err), err);
    for (size_t i = 0; i < wanted.n; i++)
        if (wanted.at[i].not_needed)
            assert_string_equal(wanted.at[i].key, marks++ == 0 && old->not_needed ? old->not_needed : "");
    assert_int_equal(marks, old->not_needed ? 1 : 0);
}

static void every_schema_that_was_released_is_here(void **state)
{
    int schema = 0;
    FOR_EACH_RELEASED(old) {
        assert_int_equal(old->schema, ++schema);
        assert_int_equal(version_of(state, old_store(state, old, "old.db")), schema);
    }
    assert_true(schema == STORE_SCHEMA || schema == STORE_SCHEMA - 1);
}

/* ---- read as it is ---------------------------------------------------------------------------------------- */

static void an_old_store_is_read_as_it_is(void **state)
{
    FOR_EACH_RELEASED(old) {
        char *path = old_store(state, old, "old.db");
        struct store *store = open_store(*state, path, STORE_READ);
        struct store_counts counts;
        struct actions found;
        struct err err;
        assert_int_equal(store->schema, old->schema);
        assert_false(store_newer(store));
        assert_ok(store_count(store, &counts, &err), err);
        assert_int_equal(counts.actions_open, old->open);
        assert_int_equal(counts.meetings, old->meetings);
        assert_ok(store_candidates(*state, store, NULL, &found, &err), err);
        assert_int_equal(found.n, old->found);
        assert_false(store_sweep_is_due(store));
        store_use_sweep(store, &many_sweep);
        assert_true(store_sweep_is_due(store));
        assert_shown(state, store, old);
        assert_sound(state, store);
        talloc_free(store);
        assert_int_equal(version_of(state, path), old->schema);
    }
}

/* ---- brought on -------------------------------------------------------------------------------------------- */

static void opened_to_write_it_has_this_schema_and_every_row_and_event(void **state)
{
    FOR_EACH_RELEASED(old) {
        char *path = old_store(state, old, "old.db");
        struct strings queries = user_queries(state, path);
        char *rows = user_text(state, path, queries);
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
        assert_string_equal(user_text(state, path, queries), rows);
    }
}

/* The one copy in the folder of copies, or NULL if there is none. */
static char *copy_in(void **state, const char *folder)
{
    char *copy = NULL;
    DIR *dir = opendir(folder);
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.' && strcmp(entry->d_name + strlen(entry->d_name) - 3, ".db") == 0) {
            assert_null(copy);
            copy = mem_printf(*state, "%s/%s", folder, entry->d_name);
        }
    if (dir)
        closedir(dir);
    return copy;
}

static void a_whole_copy_is_made_before_a_store_is_brought_on_and_none_where_it_need_not_be(void **state)
{
    FOR_EACH_RELEASED(old) {
        char *path = old_store(state, old, "old.db");
        struct strings queries = user_queries(state, path);
        char *rows = user_text(state, path, queries);
        struct store *store = open_store(*state, path, STORE_WRITE);
        const char *folder;
        struct err err;
        assert_ok(store_state_folder(store, &folder, &err), err);
        char *copy = copy_in(state, mem_printf(*state, "%s/backups", folder));
        assert_int_equal(copy != NULL, old->schema < STORE_SCHEMA);
        if (copy) {
            assert_int_equal(version_of(state, copy), old->schema);
            assert_string_equal(user_text(state, copy, queries), rows);
        }
    }
}

static void what_an_old_store_never_swept_so_is_swept(void **state)
{
    FOR_EACH_RELEASED(old) {
        struct store *store = open_store(*state, old_store(state, old, "old.db"), STORE_WRITE);
        struct actions found;
        struct err err;
        store_use_sweep(store, &many_sweep);
        assert_true(store_sweep_is_due(store));
        assert_ok(store_republish(store, &err), err);
        assert_false(store_sweep_is_due(store));
        assert_ok(store_candidates(*state, store, NULL, &found, &err), err);
        assert_int_equal(found.n, old->swept);
        assert_sound(state, store);
    }
}

/* Turn changes until there is none to turn; how many. */
static size_t turn_all(void **state, struct store *store, enum edit_kind kind)
{
    struct edit_result *result;
    struct err err;
    size_t n = 0;
    while (store_edit(*state, store, &(struct edit){.kind = kind}, &result, &err) == STATUS_OK)
        n++;
    assert_int_equal(err.status, STATUS_USAGE);
    return n;
}

static void every_change_of_the_old_program_is_undone_and_redone(void **state)
{
    FOR_EACH_RELEASED(old) {
        struct store *store = open_store(*state, old_store(state, old, "old.db"), STORE_WRITE);
        size_t undone = turn_all(state, store, EDIT_UNDO);
        assert_true(undone >= 5);
        assert_int_equal(live_rows(state, store), 0);
        assert_sound(state, store);
        assert_int_equal(turn_all(state, store, EDIT_REDO), undone);
        assert_shown(state, store, old);
        assert_sound(state, store);
    }
}

static void undoing_tells_what_the_old_program_did(void **state)
{
    struct store *store = open_store(*state, old_store(state, &released[0], "old.db"), STORE_WRITE);
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
    FOR_EACH_RELEASED(old) {
        char *path = old_store(state, old, "old.db");
        struct store *store = open_store(*state, path, STORE_WRITE);
        edit(state, store, &(struct edit){.kind = EDIT_ACTION_STATE, .target = old->kept, .value = "dismissed", .reason = "said twice"});
        struct action *row = get(state, store, old->kept);
        assert_int_equal(row->state, ACTION_REFUSED);
        assert_string_equal(row->reason, "said twice");
        assert_false(row->damaged);
        talloc_free(store);
        store = open_store(*state, path, STORE_WRITE);
        assert_sound(state, store);
        undo(state, store);
        assert_int_equal(get(state, store, old->kept)->state, ACTION_KEPT);
        assert_sound(state, store);
    }
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
    char *new_ = scratch_path(*state, "new.db");
    talloc_free(open_store(*state, new_, STORE_WRITE));
    FOR_EACH_RELEASED(old) {
        char *path = old_store(state, old, "old.db");
        talloc_free(open_store(*state, path, STORE_WRITE));
        assert_string_equal(form_of(state, path), form_of(state, new_));
    }
}

static void damage_in_an_old_store_is_told_and_never_brought_on(void **state)
{
    FOR_EACH_RELEASED(old) {
        char *path = old_store(state, old, "old.db");
        sqlite3 *db = plain(path);
        char *damage = mem_printf(*state, "UPDATE action SET subject = 'lamp' WHERE reference = '%s'", old->damaged);
        assert_int_equal(sqlite3_exec(db, damage, NULL, NULL, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_changes(db), 1);
        sqlite3_close(db);
        if (old->schema < STORE_SCHEMA)
            assert_refused(*state, path, STORE_WRITE, "no verified copy of it could be made first");
        assert_int_equal(version_of(state, path), old->schema);
        struct store *store = open_store(*state, path, STORE_READ);
        assert_true(get(state, store, old->damaged)->damaged);
        assert_false(get(state, store, old->kept)->damaged);
    }
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

/* ROUNDS times: brought on, killed after a part of the time it takes, opened again; how often it was the old one. */
static int kill_rounds(void **state, const struct released *release, int rounds)
{
    char *path = old_store(state, release, "whole.db");
    struct strings queries = user_queries(state, path);
    char *rows = user_text(state, path, queries);
    int64_t began = now_us();
    int status, old = 0;
    pid_t child = start(path);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    int64_t whole = now_us() - began;
    for (int round = 0; round < rounds; round++) {
        path = old_store(state, release, mem_printf(*state, "%d.db", round));
        child = start(path);
        usleep((unsigned)(whole * (round + 1) / rounds));
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, &status, 0), child);
        old += version_of(state, path) == release->schema;
        struct store *store = open_store(*state, path, STORE_WRITE);
        assert_int_equal(store->schema, STORE_SCHEMA);
        assert_sound(state, store);
        talloc_free(store);
        assert_string_equal(user_text(state, path, queries), rows);
    }
    return old;
}

static void killed_anywhere_it_is_the_old_store_or_the_new(void **state)
{
    FOR_EACH_RELEASED(old) {
        if (old->schema == STORE_SCHEMA)
            continue;
        int killed = kill_rounds(state, old, KILLS);
        print_message("%d of %d were killed before the last step from schema %d was done\n", killed, KILLS, old->schema);
        assert_true(killed > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(every_schema_that_was_released_is_here),
        STORE_CASE(an_old_store_is_read_as_it_is),
        STORE_CASE(opened_to_write_it_has_this_schema_and_every_row_and_event),
        STORE_CASE(a_whole_copy_is_made_before_a_store_is_brought_on_and_none_where_it_need_not_be),
        STORE_CASE(what_an_old_store_never_swept_so_is_swept),
        STORE_CASE(every_change_of_the_old_program_is_undone_and_redone),
        STORE_CASE(undoing_tells_what_the_old_program_did),
        STORE_CASE(old_rows_take_their_new_fields),
        STORE_CASE(a_new_store_has_the_form_of_one_brought_on),
        STORE_CASE(damage_in_an_old_store_is_told_and_never_brought_on),
        STORE_CASE(killed_anywhere_it_is_the_old_store_or_the_new),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
