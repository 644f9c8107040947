/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Undo and redo over restarts: the newest change first, nothing taken out of the history, and what
 * somebody else changed left alone. */
#include "support/growth.h"
#include "unit/store/rows.h"

static struct events history(void **state, struct store *store, const char *id)
{
    struct events events;
    struct err err;
    assert_ok(store_history(*state, store, id, &events, &err), err);
    return events;
}

static struct store *restart(void **state, struct store *store)
{
    talloc_free(store);
    return new_store(state);
}

static const struct edit undo_edit = {.kind = EDIT_UNDO}, redo_edit = {.kind = EDIT_REDO};

static void undo_takes_the_newest_change_and_names_it(void **state)
{
    struct store *store = new_store(state);
    struct edit_result *added = add_subject(state, store, "damp");
    set(state, store, "41/1", "owner", "the Leader");
    struct edit_result *result = undo(state, store);
    assert_string_equal(result->sentence, "undone: 41/1 by whom: the Leader");
    assert_string_equal(result->id, added->id);
    assert_string_equal(result->reference, "41/1");
    assert_null(get(state, store, "41/1")->owner);
    assert_string_equal(undo(state, store)->sentence, "undone: 41/1 added");
    assert_int_equal(live_rows(state, store), 0);
    assert_string_equal(refused(state, store, &undo_edit, STATUS_USAGE), "nothing to undo");
}

static void undo_and_redo_go_on_after_a_restart(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    set(state, store, "41/1", "status", "in progress");
    set(state, store, "41/1", "status", "complete");
    store = restart(state, store);
    undo(state, store);
    store = restart(state, store);
    assert_string_equal(get(state, store, "41/1")->status, "in progress");
    undo(state, store);
    undo(state, store);
    store = restart(state, store);
    assert_int_equal(live_rows(state, store), 0);
    assert_string_equal(redo(state, store)->sentence, "redone: 41/1 added");
    store = restart(state, store);
    assert_string_equal(get(state, store, "41/1")->status, "not started");
    redo(state, store);
    redo(state, store);
    assert_string_equal(get(state, store, "41/1")->status, "complete");
    assert_string_equal(refused(state, store, &redo_edit, STATUS_USAGE), "nothing to redo");
    undo(state, store);
    assert_string_equal(get(state, store, "41/1")->status, "in progress");
}

static void a_new_change_ends_redoing(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    set(state, store, "41/1", "owner", "the Leader");
    undo(state, store);
    set(state, store, "41/1", "note", "rang");
    refused(state, store, &redo_edit, STATUS_USAGE);
    assert_string_equal(undo(state, store)->sentence, "undone: 41/1 note: rang");
    assert_string_equal(undo(state, store)->sentence, "undone: 41/1 added");
    assert_string_equal(redo(state, store)->sentence, "redone: 41/1 added");
    assert_string_equal(redo(state, store)->sentence, "redone: 41/1 note: rang");
    assert_null(get(state, store, "41/1")->owner);
}

static void nothing_is_taken_out_of_the_history(void **state)
{
    struct store *store = new_store(state);
    struct edit_result *added = add_subject(state, store, "damp");
    set(state, store, "41/1", "owner", "the Leader");
    undo(state, store);
    undo(state, store);
    redo(state, store);
    struct events events = history(state, store, added->id);
    static const char *const what[] = {"added", "set", "undone", "undone", "redone"};
    assert_int_equal(events.n, MB_LENGTH(what));
    for (size_t i = 0; i < events.n; i++) {
        assert_string_equal(events.at[i].what, what[i]);
        assert_int_equal(events.at[i].seq, i + 1);
    }
    assert_string_equal(events.at[2].field, "owner");
    assert_string_equal(events.at[2].from, "the Leader");
    assert_null(events.at[2].to);
}

static void an_undone_follow_up_is_hidden_and_not_written_to(void **state)
{
    struct store *store = new_store(state);
    struct edit_result *added = add_subject(state, store, "damp");
    undo(state, store);
    struct action *row = get(state, store, added->id);
    assert_true(row->deleted);
    assert_string_equal(row->reference, "41/1");
    struct edit late = {.kind = EDIT_ACTION_SET, .target = added->id, .field = "note", .value = "x"};
    refused(state, store, &late, STATUS_USAGE);
    assert_int_equal(history(state, store, added->id).n, 2);
}

static void undo_gives_back_every_field_of_a_due_time(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "damp");
    action->due_text = mem_strdup(action, "within two weeks");
    action->due.from = action->due.to = (struct date){2023, 9, 26};
    action->due_basis = mem_strdup(action, "2 weeks counted from the meeting");
    add(state, store, action);
    set(state, store, "41/1", "due_text", NULL);
    undo(state, store);
    struct action *row = get(state, store, "41/1");
    assert_string_equal(row->due_text, "within two weeks");
    assert_string_equal(row->due_basis, "2 weeks counted from the meeting");
    assert_int_equal(row->due.to.day, 26);
}

static void texts_come_back_byte_for_byte(void **state)
{
    static const char odd[] = "\"\\ \x01\x1B[1m\t\n \xC2\x9B \xE2\x80\xAE \xE2\x80\x8B \xF0\x9F\x8F\xA0 e\xCC\x81";
    struct store *store = new_store(state);
    struct action *action = follow_up(state, odd);
    action->note = mem_strdup(action, odd);
    add(state, store, action);
    set(state, store, "41/1", "note", "plain");
    undo(state, store);
    assert_string_equal(get(state, store, "41/1")->note, odd);
    undo(state, store);
    redo(state, store);
    assert_string_equal(get(state, store, "41/1")->subject, odd);
}

static void settings_are_not_undone(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    edit(state, store, &(struct edit){.kind = EDIT_SETTING, .field = "theme", .value = "plain"});
    assert_string_equal(undo(state, store)->sentence, "undone: 41/1 added");
    assert_string_equal(store_setting(*state, store, "theme"), "plain");
}

/* What another store made and a merge brought in is not ours to undo, and holds back what it sits on. */
static void a_row_changed_from_elsewhere_is_left_alone(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    set(state, store, "41/1", "owner", "the Leader");
    plant(state, "UPDATE event SET origin = 'elsewhere' WHERE seq = 2");
    assert_non_null(strstr(refused(state, store, &undo_edit, STATUS_CONFLICT), "41/1 added"));
    assert_string_equal(get(state, store, "41/1")->owner, "the Leader");
}

static void two_programs_undo_one_order_of_changes(void **state)
{
    struct store *store = new_store(state), *other = new_store(state);
    add_subject(state, store, "ours");
    add_subject(state, other, "theirs");
    assert_string_equal(undo(state, store)->sentence, "undone: 41/2 added");
    assert_string_equal(redo(state, other)->sentence, "redone: 41/2 added");
    undo(state, other);
    undo(state, store);
    assert_int_equal(live_rows(state, store), 0);
}

/* Many random changes: undoing all of them leaves nothing, redoing all gives the same rows. */
static char *all_rows(void **state, struct store *store)
{
    struct actions all;
    struct err err;
    struct buf out;
    buf_init(&out, *state, 1000000);
    assert_ok(store_actions(*state, store, &all, &err), err);
    for (size_t i = 0; i < all.n; i++)
        buf_printf(&out, "%s|%s|%s|%s\n", all.at[i]->reference, all.at[i]->status, all.at[i]->note ? all.at[i]->note : "-",
                   all.at[i]->due_text ? all.at[i]->due_text : "-");
    return buf_take(&out);
}

static void any_run_of_changes_is_undone_and_redone_whole(void **state)
{
    static const char *const fields[] = {"owner", "note", "due_text"};
    struct store *store = new_store(state);
    unsigned seed = 20231;
    int changes = 0, rows = 0;
    for (; changes < 60; changes++) {
        seed = seed * 1103515245u + 12345u;
        unsigned pick = seed >> 16;
        if (rows == 0 || pick % 5 == 0) {
            add_subject(state, store, "damp");
            rows++;
        } else {
            char *which = mem_printf(*state, "41/%u", pick % (unsigned)rows + 1);
            set(state, store, which, fields[pick / 7 % 3], mem_printf(*state, "value %d", changes));
        }
    }
    char *before = all_rows(state, store);
    for (int i = 0; i < changes; i++)
        undo(state, store);
    assert_int_equal(live_rows(state, store), 0);
    refused(state, store, &undo_edit, STATUS_USAGE);
    store = restart(state, store);
    for (int i = 0; i < changes; i++)
        redo(state, store);
    assert_string_equal(all_rows(state, store), before);
    refused(state, store, &redo_edit, STATUS_USAGE);
}

/* ---- looking back -------------------------------------------------------------------------------------- */

static void on(struct store *store, int day)
{
    store_set_day(store, (struct date){2031, 3, day});
}

/* The row as it stood; NULL where it did not. */
static struct action *stood(void **state, struct store *store, const char *id, int day)
{
    struct actions rows;
    struct err err;
    struct action *found = NULL;
    store_look_back(store, (struct date){2031, 3, day});
    assert_ok(store_actions(*state, store, &rows, &err), err);
    for (size_t i = 0; i < rows.n; i++)
        if (strcmp(rows.at[i]->id, id) == 0)
            found = rows.at[i];
    store_look_back(store, (struct date){0});
    return found;
}

static void a_row_stands_as_the_last_change_up_to_that_day_left_it(void **state)
{
    struct store *store = new_store(state);
    const struct action_entry told = {.kind = ENTRY_CHASE, .date = {2031, 3, 12}, .text = (char *)"telephoned"};
    on(store, 3);
    const char *id = add_subject(state, store, "damp")->id;
    on(store, 5);
    set(state, store, "41/1", "owner", "the Leader");
    on(store, 12);
    (void)edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = id, .entry = &told});
    set(state, store, "41/1", "status", "complete");
    on(store, 14);
    undo(state, store); /* of the closing */
    on(store, 20);
    set(state, store, "41/1", "owner", "the Clerk");
    assert_null(stood(state, store, id, 2));
    assert_null(stood(state, store, id, 4)->owner);
    assert_string_equal(stood(state, store, id, 5)->owner, "the Leader");
    assert_int_equal(stood(state, store, id, 11)->entries.chases, 0);
    assert_int_equal(stood(state, store, id, 12)->entries.chases, 1);
    assert_int_equal(stood(state, store, id, 12)->entries.last_chased.day, 12);
    assert_string_equal(stood(state, store, id, 13)->status, "complete");
    assert_string_equal(stood(state, store, id, 14)->status, "not started");
    assert_string_equal(stood(state, store, id, 19)->owner, "the Leader");
    assert_string_equal(stood(state, store, id, 20)->owner, "the Clerk");
    assert_string_equal(get(state, store, id)->owner, "the Clerk");
}

static void a_row_that_was_undone_stood_until_then(void **state)
{
    struct store *store = new_store(state);
    on(store, 3);
    const char *id = add_subject(state, store, "damp")->id;
    on(store, 6);
    undo(state, store);
    assert_non_null(stood(state, store, id, 5));
    assert_null(stood(state, store, id, 6));
    on(store, 8);
    redo(state, store);
    assert_non_null(stood(state, store, id, 8));
    assert_int_equal(live_rows(state, store), 1);
}

static void what_happened_to_one_row_is_told_up_to_that_day(void **state)
{
    struct store *store = new_store(state);
    const struct action_entry early = {.kind = ENTRY_CHASE, .date = {2031, 3, 4}, .text = (char *)"telephoned"},
                              late = {.kind = ENTRY_UPDATE, .date = {2031, 3, 9}, .text = (char *)"hush"};
    struct action_entries entries;
    struct err err;
    on(store, 3);
    const char *id = add_subject(state, store, "damp")->id, *other = add_subject(state, store, "mould")->id;
    on(store, 4);
    (void)edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = id, .entry = &early});
    (void)edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = other, .entry = &early});
    on(store, 9);
    (void)edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = id, .entry = &late});
    store_look_back(store, (struct date){2031, 3, 8});
    assert_ok(store_entries(*state, store, id, &entries, &err), err);
    assert_int_equal(entries.n, 1);
    assert_string_equal(entries.at[0]->action_id, id);
    assert_int_equal(history(state, store, id).n, 2);
    store_look_back(store, (struct date){0});
    assert_int_equal(history(state, store, id).n, 3);
}

/* What one row costs is its own, whatever else is on the tracker. */
struct looked {
    struct store *store;
    struct actions rows;
};

static void read_each(const void *context, void *to, size_t times)
{
    struct looked *looked = to;
    struct action_entries entries;
    struct err err;
    for (size_t i = 0; i < times; i++)
        assert_ok(store_entries(context, looked->store, looked->rows.at[i % looked->rows.n]->id, &entries, &err), err);
}

static void one_row_of_a_past_day_costs_no_other_rows(void **state)
{
    struct looked few = {.store = new_store(state)};
    const struct action_entry told = {.kind = ENTRY_CHASE, .date = {2031, 3, 4}, .text = (char *)"telephoned"};
    struct err err;
    double cost[2];
    on(few.store, 3);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < (round ? 300 : 20); i++) {
            const char *id = add_subject(state, few.store, "damp")->id;
            (void)edit(state, few.store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = id, .entry = &told});
        }
        store_look_back(few.store, (struct date){2031, 3, 8});
        assert_ok(store_actions(*state, few.store, &few.rows, &err), err);
        cost[round] = test_cost(read_each, &few, 20);
        store_look_back(few.store, (struct date){0});
    }
    if (cost[1] > 0.01 && cost[1] > 5 * cost[0])
        fail_msg("among 20: %.4f s, among 320: %.4f s", cost[0], cost[1]);
}

/* The newest change of the row ID becomes what no program wrote. */
static void damage(void **state, const char *id, const char *json)
{
    char sql[400];
    (void)snprintf(sql, sizeof sql, "UPDATE event SET row_after = '%s' WHERE seq = (SELECT max(seq) FROM event WHERE row_id = '%s')", json, id);
    plant(state, sql);
}

static void a_damaged_change_hides_its_row_and_no_other(void **state)
{
    static const char *const damaged[] = {"{\"id\":", "", "{}", "[1]", "{\"id\":\"another\"}"};
    struct store *store = new_store(state);
    struct actions rows;
    struct err err;
    on(store, 3);
    const char *first = add_subject(state, store, "damp")->id, *second = add_subject(state, store, "mould")->id;
    for (size_t i = 0; i < MB_LENGTH(damaged); i++) {
        damage(state, second, damaged[i]);
        store_look_back(store, (struct date){2031, 3, 4});
        assert_int_equal(store_unread(store)->n, 0); /* nothing was read yet */
        assert_ok(store_actions(*state, store, &rows, &err), err);
        assert_int_equal(rows.n, 1);
        assert_string_equal(rows.at[0]->id, first);
        assert_ok(store_actions(*state, store, &rows, &err), err);
        assert_int_equal(store_unread(store)->n, 1); /* once, however often it was read */
        assert_string_equal(store_unread(store)->at[0], "41/2");
    }
    store_look_back(store, (struct date){0});
    assert_int_equal(store_unread(store)->n, 0);
}

static void a_damaged_entry_names_its_follow_up(void **state)
{
    struct store *store = new_store(state);
    const struct action_entry told = {.kind = ENTRY_CHASE, .date = {2031, 3, 3}, .text = (char *)"telephoned"};
    struct actions rows;
    struct err err;
    on(store, 3);
    const char *id = add_subject(state, store, "damp")->id;
    (void)edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = id, .entry = &told});
    plant(state, "UPDATE event SET row_after = '{' WHERE row_table = 'action_entry'");
    store_look_back(store, (struct date){2031, 3, 4});
    assert_ok(store_actions(*state, store, &rows, &err), err);
    assert_int_equal(rows.n, 1);
    assert_int_equal(rows.at[0]->entries.chases, 0);
    assert_int_equal(store_unread(store)->n, 1);
    assert_string_equal(store_unread(store)->at[0], "41/1");
}

static void a_store_that_looks_back_takes_no_edit(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    store_look_back(store, (struct date){2031, 3, 4});
    assert_string_equal(refused(state, store, &undo_edit, STATUS_USAGE), "rows are shown as they stood on 4 March 2031; nothing is changed in them");
}

/* By the clock of this computer the time is kept, another day has none. */
static void a_change_bears_the_day_that_the_program_believes(void **state)
{
    struct store *store = new_store(state);
    on(store, 3);
    const char *id = add_subject(state, store, "damp")->id;
    assert_string_equal(history(state, store, id).at[0].stamp, "2031-03-03T12:00:00Z");
    store_set_day(store, (struct date){0});
    set(state, store, id, "owner", "the Leader");
    assert_true(strncmp(history(state, store, id).at[1].stamp, "2031-03", 7) != 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(undo_takes_the_newest_change_and_names_it),
        STORE_CASE(undo_and_redo_go_on_after_a_restart),
        STORE_CASE(a_row_stands_as_the_last_change_up_to_that_day_left_it),
        STORE_CASE(a_row_that_was_undone_stood_until_then),
        STORE_CASE(what_happened_to_one_row_is_told_up_to_that_day),
        STORE_CASE(one_row_of_a_past_day_costs_no_other_rows),
        STORE_CASE(a_damaged_change_hides_its_row_and_no_other),
        STORE_CASE(a_damaged_entry_names_its_follow_up),
        STORE_CASE(a_store_that_looks_back_takes_no_edit),
        STORE_CASE(a_change_bears_the_day_that_the_program_believes),
        STORE_CASE(a_new_change_ends_redoing),
        STORE_CASE(nothing_is_taken_out_of_the_history),
        STORE_CASE(an_undone_follow_up_is_hidden_and_not_written_to),
        STORE_CASE(undo_gives_back_every_field_of_a_due_time),
        STORE_CASE(texts_come_back_byte_for_byte),
        STORE_CASE(settings_are_not_undone),
        STORE_CASE(a_row_changed_from_elsewhere_is_left_alone),
        STORE_CASE(two_programs_undo_one_order_of_changes),
        STORE_CASE(any_run_of_changes_is_undone_and_redone_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
