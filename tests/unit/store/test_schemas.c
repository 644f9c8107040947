/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Stores as each schema was released under this program: all are here, each is read as it is, and none is touched that is
 * damaged. The store of this program's own schema needs no bringing on, and will once the schema rises. */
#include "unit/store/many.h"
#include "unit/store/released.h"
#include "unit/store/rows.h"

static void every_schema_that_was_released_is_here(void **state)
{
    int schema = 0;
    FOR_EACH_RELEASED(old) {
        assert_int_equal(old->schema, ++schema);
        assert_int_equal(version_of(state, old_store(state, old, "old.db")), schema);
    }
    assert_true(schema == STORE_SCHEMA || schema == STORE_SCHEMA - 1);
}

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(every_schema_that_was_released_is_here),
        STORE_CASE(an_old_store_is_read_as_it_is),
        STORE_CASE(a_new_store_has_the_form_of_one_brought_on),
        STORE_CASE(damage_in_an_old_store_is_told_and_never_brought_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
