/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a member types to change one field, as an edit. */
#include "support/test.h"

#include <minutebook/actions.h>

static struct action *row(void **state)
{
    struct action *action = mem_new(*state, struct action);
    action->id = mem_strdup(action, "0b0c0d0e-0000-4000-8000-000000000001");
    action->meeting_date = (struct date){2024, 11, 21};
    action->version = 3;
    return action;
}

static struct edit prepare(void **state, const char *field, const char *words)
{
    struct edit edit = {0};
    struct err err = {0};
    if (action_prepare_set(*state, row(state), field, words, &edit, &err) != STATUS_OK)
        fail_msg("%s: %s", field, err.text);
    return edit;
}

static char *refused(void **state, const struct action *action, const char *field, const char *words)
{
    struct edit edit;
    struct err err = {0};
    assert_int_equal(action_prepare_set(*state, action, field, words, &edit, &err), STATUS_USAGE);
    return mem_strdup(*state, err.text);
}

static void fields_answer_to_the_words_of_the_screens(void **state)
{
    static const char *const words[][2] = {
        {"by", "owner"}, {"who", "owner"}, {"By whom", "owner"}, {"owner", "owner"}, {"to", "recipient"}, {"what", "subject"},
        {"note", "note"}, {"kind", "kind"},
    };
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        struct edit edit = prepare(state, words[i][0], "  the Leader ");
        assert_int_equal(edit.kind, EDIT_ACTION_SET);
        assert_string_equal(edit.field, words[i][1]);
        assert_string_equal(edit.value, "the Leader");
        assert_string_equal(edit.target, "0b0c0d0e-0000-4000-8000-000000000001");
        assert_int_equal(edit.version, 3);
    }
    assert_non_null(strstr(refused(state, row(state), "colour", "green"), "chase"));
}

static void due_words_bring_the_time_they_allow(void **state)
{
    struct edit edit = prepare(state, "due", "16 Dec");
    assert_string_equal(edit.field, "due_text");
    assert_string_equal(edit.value, "16 Dec");
    assert_int_equal(date_compare(edit.action->due.to, (struct date){2024, 12, 16}), 0);
    edit = prepare(state, "due_text", "in two weeks");
    assert_int_equal(date_compare(edit.action->due.to, (struct date){2024, 12, 5}), 0);
    assert_non_null(strstr(edit.action->due_basis, "counted from the meeting"));
}

static void a_chase_day_is_handed_on_as_a_day(void **state)
{
    assert_string_equal(prepare(state, "chase", "2 Jan").value, "2025-01-02");
    assert_string_equal(prepare(state, "chase_date", "2025-02-03").value, "2025-02-03");
    refused(state, row(state), "chase", "soon");
    struct action *undated = row(state);
    undated->meeting_date = (struct date){0};
    assert_non_null(strstr(refused(state, undated, "chase", "2 Jan"), "year"));
}

static void a_status_is_told_by_its_beginning(void **state)
{
    assert_string_equal(prepare(state, "status", "comp, minute 562").value, "complete");
    assert_string_equal(prepare(state, "status", "await").value, "awaiting response");
    assert_string_equal(prepare(state, "status", "In Progress").value, "in progress");
    assert_string_equal(prepare(state, "class", "rec").value, "recommendation");
    assert_non_null(strstr(refused(state, row(state), "status", "n"), "not started, in progress"));
    refused(state, row(state), "class", "re");
}

/* The README follows them "until they are answered". */
static void a_status_is_told_by_what_people_call_it(void **state)
{
    assert_string_equal(prepare(state, "status", "answered").value, "complete");
    assert_string_equal(prepare(state, "status", "Done: told to all").value, "complete");
    assert_string_equal(prepare(state, "status", "waiting").value, "awaiting response");
    assert_non_null(strstr(refused(state, row(state), "status", "nonsense"), "complete"));
}

static void what_closes_says_by_which_minute_or_why(void **state)
{
    assert_string_equal(prepare(state, "status", "complete minute 562").reason, "minute 562");
    assert_string_equal(prepare(state, "status", "no longer feasible: the school has closed").reason, "the school has closed");
    assert_string_equal(prepare(state, "status", "superseded by 41/2").reason, "by 41/2");
    assert_string_equal(prepare(state, "status", "answered").reason, "answered");
    assert_non_null(strstr(refused(state, row(state), "status", "done"), "\"complete, minute 562\""));
    assert_null(prepare(state, "status", "in progress").reason);
}

static void tags_stand_once_and_in_order(void **state)
{
    assert_string_equal(prepare(state, "tags", " SEND, budget,,send , Budget").value, "budget, SEND");
}

static void a_day_that_is_none_says_how_one_is_written(void **state)
{
    assert_string_equal(refused(state, row(state), "chase", "next friday"),
                        "“next friday” is no day to chase on: write 16 Nov, 10 May 2019 or 2019-05-10");
}

static void two_quotes_or_none_empty_the_field(void **state)
{
    assert_null(prepare(state, "note", "\"\"").value);
    assert_null(prepare(state, "by", " None ").value);
    assert_string_equal(prepare(state, "note", "none of the figures came").value, "none of the figures came");
}

static void the_present_value_is_told_as_it_is_typed(void **state)
{
    struct action *action = row(state);
    action->owner = (char *)"the Chairman";
    action->chase_date = (struct date){2025, 1, 2};
    assert_string_equal(action_field_words(*state, action, "by whom"), "the Chairman");
    assert_string_equal(action_field_words(*state, action, "chase"), "2 January 2025");
    assert_null(action_field_words(*state, action, "to"));
    assert_null(action_field_words(*state, action, "colour"));
}

static void no_words_empty_the_field(void **state)
{
    assert_null(prepare(state, "note", "").value);
    assert_null(prepare(state, "due", NULL).value);
    assert_null(prepare(state, "chase", " ").value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(fields_answer_to_the_words_of_the_screens), TEST_CASE(due_words_bring_the_time_they_allow),
        TEST_CASE(a_chase_day_is_handed_on_as_a_day),         TEST_CASE(a_status_is_told_by_its_beginning),
        TEST_CASE(a_status_is_told_by_what_people_call_it),   TEST_CASE(a_day_that_is_none_says_how_one_is_written),
        TEST_CASE(two_quotes_or_none_empty_the_field),        TEST_CASE(the_present_value_is_told_as_it_is_typed),
        TEST_CASE(no_words_empty_the_field),                  TEST_CASE(what_closes_says_by_which_minute_or_why),
        TEST_CASE(tags_stand_once_and_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
