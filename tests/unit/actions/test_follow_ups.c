/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the user kept and refused beside what the rules found. The council does not exist. */
#include "support/test.h"

#include "src/actions/follow_ups.h"

static struct action *row(void **state, enum action_state kept, const char *meeting, const char *number, const char *reference,
                          const char *quote)
{
    struct action *action = mem_new(*state, struct action);
    action->state = kept;
    action->id = mem_printf(action, "row of %s", quote);
    action->meeting_id = mem_strdup(action, meeting);
    action->meeting_date = (struct date){2024, 5, 14};
    action->minute_number = mem_strdup(action, number);
    action->reference = mem_strdup(action, reference);
    action->quote = mem_strdup(action, quote);
    return action;
}

static struct action *find(void **state, const char *meeting, int position, const char *number, int offset, const char *quote)
{
    struct action *action = row(state, ACTION_TO_CHECK, meeting, number, NULL, quote);
    action->candidate_id = mem_printf(action, "c-%s", quote);
    action->item_position = position;
    action->quote_place = mem_printf(action, "minutes:%d", offset);
    return action;
}

static struct actions list(void **state, struct action *const *actions, size_t n)
{
    struct actions out = {0};
    for (size_t i = 0; i < n; i++)
        *mem_append(*state, out.at, out.n) = actions[i];
    return out;
}
#define LIST(state, ...) list((state), (struct action *const[]){__VA_ARGS__}, MB_LENGTH(((struct action *const[]){__VA_ARGS__})))

static struct actions unite(void **state, struct actions rows, struct actions found)
{
    struct actions out;
    follow_ups_unite(*state, &rows, &found, &rows, &out);
    return out;
}

static void a_row_answers_its_own_find_whatever_its_number_is_now(void **state)
{
    struct action *kept = row(state, ACTION_KEPT, "roads-2024", "41", "41/1", "The Chair would write.");
    struct action *found = find(state, "roads-2024", 3, "42", 10, "The Chair would write.");
    struct actions out = unite(state, LIST(state, kept), LIST(state, found));
    assert_int_equal(out.n, 1);
    assert_ptr_equal(out.at[0], kept);
    assert_int_equal(kept->item_position, 3);
}

static void a_row_answers_by_the_id_of_what_was_found(void **state)
{
    struct action *refused = row(state, ACTION_REFUSED, "roads-2024", "41", "41/1", "Other words.");
    struct action *found = find(state, "roads-2024", 3, "41", 10, "The Chair would write.");
    refused->candidate_id = found->candidate_id;
    assert_int_equal(unite(state, LIST(state, refused), LIST(state, found)).n, 1);
}

static void a_cut_sentence_and_the_whole_one_answer_each_other(void **state)
{
    struct action *kept = row(state, ACTION_KEPT, "roads-2024", "41", "41/1", "It was agreed that the Chair would write to the Cab");
    kept->quote_truncated = true;
    struct action *whole = find(state, "roads-2024", 3, "41", 10, "It was agreed that the Chair would write to the Cabinet Member.");
    assert_int_equal(unite(state, LIST(state, kept), LIST(state, whole)).n, 1);
    kept->quote_truncated = false;
    assert_int_equal(unite(state, LIST(state, kept), LIST(state, whole)).n, 2);
    kept->quote = mem_strdup(kept, "It was");
    kept->quote_truncated = true;
    assert_int_equal(unite(state, LIST(state, kept), LIST(state, whole)).n, 2);
}

static void the_same_words_at_another_meeting_are_asked_again(void **state)
{
    struct action *kept = row(state, ACTION_KEPT, "roads-2023", "12", "12/1", "The Chair would write.");
    struct action *found = find(state, "roads-2024", 3, "41", 10, "The Chair would write.");
    assert_int_equal(unite(state, LIST(state, kept), LIST(state, found)).n, 2);
}

static void a_sentence_that_stands_twice_is_answered_once(void **state)
{
    struct action *kept = row(state, ACTION_KEPT, "roads-2024", "41", "41/1", "The Chair would write.");
    struct action *first = find(state, "roads-2024", 3, "41", 10, "The Chair would write.");
    struct action *second = find(state, "roads-2024", 4, "42", 10, "The Chair would write.");
    struct actions out = unite(state, LIST(state, kept), LIST(state, first, second));
    assert_int_equal(out.n, 2);
    assert_ptr_equal(out.at[0], kept);
    assert_ptr_equal(out.at[1], second);
}

static void finds_stand_in_reading_order_and_bear_the_first_free_place(void **state)
{
    struct action *kept = row(state, ACTION_KEPT, "roads-2024", "41", "41/2", "Noted by hand.");
    struct action *a = find(state, "roads-2024", 3, "41", 10, "First."), *b = find(state, "roads-2024", 3, "41", 200, "Second.");
    struct action *c = find(state, "roads-2024", 2, "40", 5, "Earlier."), *noted = find(state, "roads-2024", 3, "41", 90, "Noted.");
    noted->untracked = true;
    struct actions out = unite(state, LIST(state, kept), LIST(state, b, noted, a, c));
    assert_int_equal(out.n, 5);
    assert_ptr_equal(out.at[0], c);
    assert_ptr_equal(out.at[1], a);
    assert_ptr_equal(out.at[2], noted);
    assert_ptr_equal(out.at[3], b);
    assert_ptr_equal(out.at[4], kept);
    assert_string_equal(c->reference, "40/1");
    assert_string_equal(a->reference, "41/1");
    assert_string_equal(b->reference, "41/3");
    assert_null(noted->reference);
}

static void a_number_that_another_meeting_bears_is_told_apart(void **state)
{
    struct action *other = row(state, ACTION_KEPT, "parks-2024", "5", "5/1", "Other.");
    other->committee = mem_strdup(other, "Parks Scrutiny Panel");
    struct action *found = find(state, "roads-2024", 1, "5", 10, "First.");
    found->committee = mem_strdup(found, "Roads Scrutiny Panel");
    unite(state, LIST(state, other), LIST(state, found));
    assert_string_equal(found->reference, "r 5/1");
}

static void newest_meetings_stand_first_and_undated_last(void **state)
{
    struct action *old = find(state, "a", 1, "1", 1, "Old."), *new = find(state, "b", 1, "2", 1, "New."), *none = find(state, "c", 1, "3", 1, "None.");
    old->meeting_date = (struct date){2023, 1, 1};
    none->meeting_date = (struct date){0};
    struct actions out = unite(state, (struct actions){0}, LIST(state, none, old, new));
    assert_ptr_equal(out.at[0], new);
    assert_ptr_equal(out.at[1], old);
    assert_ptr_equal(out.at[2], none);
}

static void what_is_to_check_is_prepared_as_a_new_row(void **state)
{
    struct action *found = find(state, "roads-2024", 3, "41", 10, "The Chair would write.");
    struct edit edit;
    struct err err;
    assert_int_equal(follow_up_prepare(found, ACTION_REFUSED, "said in jest", &edit, &err), STATUS_OK);
    assert_int_equal(edit.kind, EDIT_ACTION_ADD);
    assert_int_equal(edit.action->state, ACTION_REFUSED);
    assert_string_equal(edit.action->reason, "said in jest");
    assert_string_equal(edit.action->candidate_id, found->candidate_id);
    assert_int_equal(found->state, ACTION_TO_CHECK);
    assert_int_equal(follow_up_prepare(found, ACTION_KEPT, "none", &edit, &err), STATUS_OK);
    assert_null(edit.action->reason);
    assert_int_equal(follow_up_prepare(found, ACTION_TO_CHECK, NULL, &edit, &err), STATUS_USAGE);
}

static void a_row_is_prepared_as_a_change_of_its_state(void **state)
{
    struct action *kept = row(state, ACTION_KEPT, "roads-2024", "41", "41/1", "The Chair would write.");
    struct edit edit;
    struct err err;
    kept->version = 4;
    assert_int_equal(follow_up_prepare(kept, ACTION_REFUSED, NULL, &edit, &err), STATUS_OK);
    assert_int_equal(edit.kind, EDIT_ACTION_STATE);
    assert_string_equal(edit.target, kept->id);
    assert_string_equal(edit.value, "dismissed");
    assert_int_equal(edit.version, 4);
}

static void counts_leave_what_cannot_be_tracked_out_of_to_check(void **state)
{
    struct action *noted = find(state, "m", 1, "1", 1, "Noted."), *kept_note = row(state, ACTION_KEPT, "m", "1", "1/1", "Kept.");
    noted->untracked = kept_note->untracked = true;
    struct actions all = LIST(state, noted, kept_note, find(state, "m", 1, "1", 1, "A."), row(state, ACTION_REFUSED, "m", "1", "1/2", "No."));
    struct follow_up_counts counts = follow_ups_count(&all);
    assert_int_equal(counts.to_check, 1);
    assert_int_equal(counts.kept, 1);
    assert_int_equal(counts.refused, 1);
    assert_int_equal(counts.untracked, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_row_answers_its_own_find_whatever_its_number_is_now),
        TEST_CASE(a_row_answers_by_the_id_of_what_was_found),
        TEST_CASE(a_cut_sentence_and_the_whole_one_answer_each_other),
        TEST_CASE(the_same_words_at_another_meeting_are_asked_again),
        TEST_CASE(a_sentence_that_stands_twice_is_answered_once),
        TEST_CASE(finds_stand_in_reading_order_and_bear_the_first_free_place),
        TEST_CASE(a_number_that_another_meeting_bears_is_told_apart),
        TEST_CASE(newest_meetings_stand_first_and_undated_last),
        TEST_CASE(what_is_to_check_is_prepared_as_a_new_row),
        TEST_CASE(a_row_is_prepared_as_a_change_of_its_state),
        TEST_CASE(counts_leave_what_cannot_be_tracked_out_of_to_check),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
