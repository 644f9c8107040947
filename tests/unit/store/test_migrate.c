/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Stores of each schema that was released, brought on: every row of the member's and every event is there and can be turned, a
 * copy was made first, and killed anywhere it is the old store or the new. */
#include "unit/store/many.h"
#include "unit/store/released.h"
#include "unit/store/rows.h"

#include <dirent.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define KILLS (40 / TEST_STRIDE(8))

/* ---- nothing is lost ------------------------------------------------------------------------------------- */

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

/* ---- its history goes on --------------------------------------------------------------------------------- */

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

/* ---- schema 5: committees whose name has an article, or none ------------------------------------------------------ */

static const char *id_named(void **state, struct store *store, const char *words)
{
    char *id = NULL;
    struct err err;
    assert_ok(store_find_meeting(*state, store, words, (struct date){2025, 11, 12}, &id, &err), err);
    return id;
}

static struct store *worked_out(void **state, const char *path)
{
    struct store *store = open_store(*state, path, STORE_WRITE);
    struct err err;
    assert_true(store_sweep_is_due(store)); /* also without rules at hand */
    assert_ok(store_republish(store, &err), err);
    assert_false(store_sweep_is_due(store));
    assert_sound(state, store);
    return store;
}

static void committees_that_an_article_told_apart_are_one_and_printed_ids_answer(void **state)
{
    struct store *store = worked_out(state, old_store(state, &released[3], "article.db"));
    struct meeting_rows rows;
    struct committees committees;
    struct err err;
    assert_string_equal(id_named(state, store, "the-quays-and-moorings-panel-2025-05-13"), "quays-and-moorings-panel-2025-05-13");
    assert_string_equal(id_named(state, store, "the-quays-and-moorings-panel-2025-06-10"), "quays-and-moorings-panel-2025-06-10");
    assert_string_equal(id_named(state, store, "the-quays-and-moorings-panel-2025-12-09"), "quays-and-moorings-panel-2025-12-09");
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_int_equal(rows.n, released[3].meetings - 1); /* two papers of 13 May are of one meeting */
    assert_ok(store_committees(*state, store, &committees, &err), err);
    size_t found = 0;
    for (size_t i = 0; i < committees.n; i++)
        found += strstr(committees.at[i].id, "quays") != NULL;
    assert_int_equal(found, 1);
}

static void what_the_member_split_stays_two(void **state)
{
    struct store *store = worked_out(state, old_store(state, &released[3], "split.db"));
    assert_string_equal(id_named(state, store, "the-lights-board-2025-05-14"), "the-lights-board-2025-05-14");
    undo(state, store); /* the note */
    for (int i = 0; i < 6; i++) /* what was entered and added, then the split */
        if (strstr(undo(state, store)->sentence, "two committees"))
            break;
    assert_string_equal(id_named(state, store, "the-lights-board-2025-05-14"), "lights-board-2025-05-14");
    assert_sound(state, store);
}

static void no_row_of_the_members_is_changed_by_it(void **state)
{
    char *path = old_store(state, &released[3], "rows.db");
    struct strings queries = user_queries(state, path);
    char *rows = user_text(state, path, queries);
    struct store *store = worked_out(state, path);
    assert_string_equal(get(state, store, "83/1")->meeting_id, "quays-and-moorings-panel-2025-06-10");
    talloc_free(store);
    assert_string_equal(user_text(state, path, queries), rows);
}

/* ---- broken off ------------------------------------------------------------------------------------------ */

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
        STORE_CASE(opened_to_write_it_has_this_schema_and_every_row_and_event),
        STORE_CASE(a_whole_copy_is_made_before_a_store_is_brought_on_and_none_where_it_need_not_be),
        STORE_CASE(what_an_old_store_never_swept_so_is_swept),
        STORE_CASE(every_change_of_the_old_program_is_undone_and_redone),
        STORE_CASE(undoing_tells_what_the_old_program_did),
        STORE_CASE(old_rows_take_their_new_fields),
        STORE_CASE(committees_that_an_article_told_apart_are_one_and_printed_ids_answer),
        STORE_CASE(what_the_member_split_stays_two),
        STORE_CASE(no_row_of_the_members_is_changed_by_it),
        STORE_CASE(killed_anywhere_it_is_the_old_store_or_the_new),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
