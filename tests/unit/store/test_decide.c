/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the member makes of what a rule found: on the tracker, not a follow-up, several at once, and back. */
#include "unit/store/papers.h"
#include "unit/store/rows.h"

/* Found by a rule in minute 41, the NTH of it. */
static struct action *found(void **state, int nth)
{
    struct action *action = follow_up(state, "the survey");
    action->candidate_id = mem_printf(action, "c-00000000%02d", nth);
    action->quote = mem_printf(action, "Officers would report back on point %d.", nth);
    action->rule = mem_strdup(action, "report-back");
    action->confidence = 90;
    action->reference = mem_printf(action, "41/%d", nth);
    return action;
}

static struct edit_result *refuse(void **state, struct store *store, const char *target, const char *reason)
{
    return edit(state, store, &(struct edit){.kind = EDIT_ACTION_STATE, .target = target, .value = "dismissed", .reason = reason});
}

static struct edit_result *keep(void **state, struct store *store, const char *target)
{
    return edit(state, store, &(struct edit){.kind = EDIT_ACTION_STATE, .target = target, .value = "confirmed"});
}

static void assert_sound(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

/* ---- keeping ------------------------------------------------------------------------------------------ */

static void what_was_found_is_kept_with_all_it_says(void **state)
{
    struct store *store = new_store(state);
    struct action *action = found(state, 7);
    action->untracked = true;
    struct edit_result *result = add(state, store, action);
    assert_string_equal(result->sentence, "41/7 on the tracker");
    assert_string_equal(result->reference, "41/7");
    talloc_free(store);
    store = new_store(state);
    struct action *row = get(state, store, "c-0000000007");
    assert_string_equal(row->id, result->id);
    assert_string_equal(row->reference, "41/7");
    assert_int_equal(row->state, ACTION_KEPT);
    assert_string_equal(row->rule, "report-back");
    assert_int_equal(row->confidence, 90);
    assert_true(row->untracked);
    assert_null(row->reason);
    assert_false(row->damaged);
    assert_string_equal(get(state, store, "41/7")->candidate_id, "c-0000000007");
    assert_sound(state, store);
}

static void the_place_it_had_is_its_reference_if_that_is_free(void **state)
{
    struct store *store = new_store(state);
    assert_string_equal(add_subject(state, store, "noted by hand")->reference, "41/1");
    assert_string_equal(add(state, store, found(state, 1))->reference, "41/2");
    assert_string_equal(add(state, store, found(state, 5))->reference, "41/5");
    assert_string_equal(add_subject(state, store, "noted later")->reference, "41/6");
    assert_string_equal(add(state, store, found(state, 3))->reference, "41/3");
}

static void a_reference_of_another_place_is_not_taken(void **state)
{
    static const char *const others[] = {"42/1", "41", "41/", "41/0", "41/x", "41/01", "41/1234567", "", "x 41/1"};
    struct store *store = new_store(state);
    struct action *other = found(state, 1);
    other->meeting_id = mem_strdup(other, "planning-2024-01-01");
    other->committee = mem_strdup(other, "Planning Committee");
    assert_string_equal(add(state, store, other)->reference, "41/1");
    for (size_t i = 0; i < MB_LENGTH(others); i++) {
        struct action *action = found(state, (int)i + 20);
        action->reference = mem_strdup(action, others[i]);
        char *expected = mem_printf(*state, "h 41/%zu", i + 1);
        assert_string_equal(add(state, store, action)->reference, expected);
    }
    struct action *ours = found(state, 40);
    ours->reference = mem_strdup(ours, "41/2"); /* of the other meeting's numbers */
    assert_string_equal(add(state, store, ours)->reference, "h 41/10");
}

static void what_was_decided_on_is_not_added_again(void **state)
{
    struct store *store = new_store(state);
    add(state, store, found(state, 1));
    struct edit again = {.kind = EDIT_ACTION_ADD, .action = found(state, 1)};
    assert_string_equal(refused(state, store, &again, STATUS_CONFLICT), "41/1 was decided on before: it is on the tracker");
    refuse(state, store, "41/1", NULL);
    assert_string_equal(refused(state, store, &again, STATUS_CONFLICT), "41/1 was decided on before: it is not a follow-up");
    assert_int_equal(live_rows(state, store), 1);
}

static void kept_undone_and_kept_again_it_has_its_reference(void **state)
{
    struct store *store = new_store(state);
    struct edit_result *first = add(state, store, found(state, 4));
    undo(state, store);
    assert_int_equal(live_rows(state, store), 0);
    assert_string_equal(add(state, store, found(state, 9))->reference, "41/9");
    struct action *again = found(state, 4);
    again->owner = mem_strdup(again, "the Leader");
    struct edit_result *result = add(state, store, again);
    assert_string_equal(result->reference, "41/4");
    assert_string_equal(result->id, first->id);
    assert_string_equal(get(state, store, "41/4")->owner, "the Leader");
    assert_sound(state, store);
    undo(state, store);
    assert_int_equal(live_rows(state, store), 1);
    redo(state, store);
    assert_string_equal(get(state, store, "c-0000000004")->owner, "the Leader");
    assert_sound(state, store);
}

static void nothing_is_both(void **state)
{
    struct store *store = new_store(state);
    struct action *action = found(state, 1);
    action->state = ACTION_TO_CHECK;
    refused(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .action = action}, STATUS_USAGE);
    add(state, store, found(state, 2));
    refused(state, store, &(struct edit){.kind = EDIT_ACTION_STATE, .target = "41/2", .value = "candidate"}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_ACTION_STATE, .target = "41/2", .value = NULL}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_ACTION_STATE, .target = "41/9", .value = "dismissed"}, STATUS_USAGE);
}

/* ---- refusing ------------------------------------------------------------------------------------------ */

static void what_is_refused_stays_refused_with_its_reason(void **state)
{
    struct store *store = new_store(state);
    struct action *action = found(state, 1);
    struct store_counts counts;
    struct err err;
    action->state = ACTION_REFUSED;
    action->reason = mem_strdup(action, "a duplicate");
    assert_string_equal(add(state, store, action)->sentence, "41/1 is not a follow-up");
    assert_string_equal(add(state, store, found(state, 2))->sentence, "41/2 on the tracker");
    assert_string_equal(refuse(state, store, "41/2", "done already")->sentence, "41/2 is not a follow-up");
    talloc_free(store);
    store = new_store(state);
    assert_int_equal(get(state, store, "41/1")->state, ACTION_REFUSED);
    assert_string_equal(get(state, store, "41/1")->reason, "a duplicate");
    assert_string_equal(get(state, store, "41/2")->reason, "done already");
    assert_int_equal(live_rows(state, store), 2); /* kept and refused */
    assert_ok(store_count(store, &counts, &err), err);
    assert_int_equal(counts.actions_open, 0);
    assert_sound(state, store);
}

static void refused_rows_are_not_found_by_searching(void **state)
{
    struct store *store = new_store(state);
    add(state, store, found(state, 1));
    assert_int_equal(mine_hits(store, "survey"), 1);
    refuse(state, store, "41/1", NULL);
    assert_int_equal(mine_hits(store, "survey"), 0);
    keep(state, store, "41/1");
    assert_int_equal(mine_hits(store, "survey"), 1);
    undo(state, store);
    assert_int_equal(mine_hits(store, "survey"), 0);
    assert_sound(state, store);
}

static void a_decision_is_undone_and_redone(void **state)
{
    struct store *store = new_store(state);
    add(state, store, found(state, 1));
    refuse(state, store, "41/1", "no");
    assert_string_equal(undo(state, store)->sentence, "undone: 41/1 is not a follow-up");
    assert_int_equal(get(state, store, "41/1")->state, ACTION_KEPT);
    assert_null(get(state, store, "41/1")->reason);
    assert_string_equal(redo(state, store)->sentence, "redone: 41/1 is not a follow-up");
    assert_string_equal(get(state, store, "41/1")->reason, "no");
    assert_string_equal(keep(state, store, "c-0000000001")->sentence, "41/1 on the tracker");
    assert_null(get(state, store, "41/1")->reason);
    assert_string_equal(keep(state, store, "41/1")->sentence, "41/1 on the tracker, as before");
    assert_int_equal(get(state, store, "41/1")->version, 5); /* added, refused, undone, redone, kept */
}

static void the_history_says_how_it_stood(void **state)
{
    struct store *store = new_store(state);
    struct events events;
    struct err err;
    char *id = add(state, store, found(state, 1))->id;
    refuse(state, store, id, "a");
    refuse(state, store, id, "b");
    assert_ok(store_history(*state, store, id, &events, &err), err);
    assert_int_equal(events.n, 3);
    assert_string_equal(events.at[0].what, "on the tracker");
    assert_string_equal(events.at[1].field, "state");
    assert_string_equal(events.at[1].from, "on the tracker");
    assert_string_equal(events.at[1].to, "not a follow-up");
    assert_string_equal(events.at[2].field, "reason");
    assert_string_equal(events.at[2].from, "a");
}

static void a_row_that_changed_meanwhile_is_not_decided_on(void **state)
{
    struct store *store = new_store(state);
    add(state, store, found(state, 1));
    set(state, store, "41/1", "note", "rang");
    struct edit change = {.kind = EDIT_ACTION_STATE, .target = "41/1", .value = "dismissed", .version = 1};
    assert_non_null(strstr(refused(state, store, &change, STATUS_CONFLICT), "it now says \"on the tracker\""));
    change.version = 2;
    edit(state, store, &change);
}

/* ---- several at once ----------------------------------------------------------------------------------- */

static void several_are_one_change_and_one_undo(void **state)
{
    struct store *store = new_store(state);
    struct edit edits[3];
    for (int i = 0; i < 3; i++)
        edits[i] = (struct edit){.kind = EDIT_ACTION_ADD, .action = found(state, i + 1)};
    struct edit_result *result = edit(state, store, &(struct edit){.kind = EDIT_SEVERAL, .edits = edits, .n_edits = 3});
    assert_string_equal(result->sentence, "3 follow-ups on the tracker");
    assert_string_equal(result->reference, "41/1");
    assert_int_equal(live_rows(state, store), 3);
    assert_string_equal(undo(state, store)->sentence, "undone: 3 follow-ups on the tracker");
    assert_int_equal(live_rows(state, store), 0);
    assert_string_equal(redo(state, store)->sentence, "redone: 3 follow-ups on the tracker");
    assert_int_equal(live_rows(state, store), 3);
    assert_sound(state, store);
}

static void several_have_the_sentence_they_are_given(void **state)
{
    struct store *store = new_store(state);
    for (int i = 1; i < 4; i++)
        add(state, store, found(state, i));
    struct edit edits[] = {{.kind = EDIT_ACTION_STATE, .target = "41/1", .value = "dismissed"},
                           {.kind = EDIT_ACTION_STATE, .target = "41/2", .value = "dismissed"}};
    struct edit both = {.kind = EDIT_SEVERAL, .edits = edits, .n_edits = 2, .value = "two thrown out"};
    assert_string_equal(edit(state, store, &both)->sentence, "two thrown out");
    assert_string_equal(undo(state, store)->sentence, "undone: two thrown out");
    both.value = NULL;
    assert_string_equal(edit(state, store, &both)->sentence, "2 are not follow-ups");
    edits[0] = (struct edit){.kind = EDIT_ACTION_SET, .target = "41/3", .field = "note", .value = "x"};
    edits[1] = (struct edit){.kind = EDIT_ACTION_STATE, .target = "41/2", .value = "confirmed"};
    assert_string_equal(edit(state, store, &both)->sentence, "2 changes");
    both.n_edits = 1;
    assert_string_equal(edit(state, store, &both)->sentence, "41/3 note: x, as before");
}

static void one_that_cannot_be_made_leaves_all_undone(void **state)
{
    struct store *store = new_store(state);
    add(state, store, found(state, 1));
    struct edit edits[] = {{.kind = EDIT_ACTION_ADD, .action = found(state, 2)},
                           {.kind = EDIT_ACTION_STATE, .target = "41/1", .value = "dismissed", .version = 9}};
    struct edit several = {.kind = EDIT_SEVERAL, .edits = edits, .n_edits = 2};
    refused(state, store, &several, STATUS_CONFLICT);
    assert_int_equal(live_rows(state, store), 1);
    edits[1] = (struct edit){.kind = EDIT_UNDO};
    refused(state, store, &several, STATUS_USAGE);
    edits[1] = (struct edit){.kind = EDIT_SETTING, .field = "theme", .value = "plain"};
    refused(state, store, &several, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_SEVERAL}, STATUS_USAGE);
    assert_int_equal(live_rows(state, store), 1);
    assert_sound(state, store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(what_was_found_is_kept_with_all_it_says),
        STORE_CASE(the_place_it_had_is_its_reference_if_that_is_free),
        STORE_CASE(a_reference_of_another_place_is_not_taken),
        STORE_CASE(what_was_decided_on_is_not_added_again),
        STORE_CASE(kept_undone_and_kept_again_it_has_its_reference),
        STORE_CASE(nothing_is_both),
        STORE_CASE(what_is_refused_stays_refused_with_its_reason),
        STORE_CASE(refused_rows_are_not_found_by_searching),
        STORE_CASE(a_decision_is_undone_and_redone),
        STORE_CASE(the_history_says_how_it_stood),
        STORE_CASE(a_row_that_changed_meanwhile_is_not_decided_on),
        STORE_CASE(several_are_one_change_and_one_undo),
        STORE_CASE(several_have_the_sentence_they_are_given),
        STORE_CASE(one_that_cannot_be_made_leaves_all_undone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
