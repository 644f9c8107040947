/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a member types of what happened to a follow-up, the clocks it may be held to, and which sentence of the minutes may be
 * what was noted in the room. */
#include "support/test.h"

#include <minutebook/actions.h>

static const struct date today = {2024, 12, 2};

static struct action *row(void **state, const char *class, const char *kind)
{
    struct action *action = mem_new(*state, struct action);
    action->id = mem_strdup(action, "0b0c0d0e-0000-4000-8000-000000000001");
    action->reference = mem_strdup(action, "41/1");
    action->class = mem_strdup(action, class);
    action->kind = mem_strdup(action, kind);
    action->status = mem_strdup(action, "not started");
    action->meeting_id = mem_strdup(action, "housing-2024-05-09");
    action->committee = mem_strdup(action, "Children and Families Overview and Scrutiny Panel");
    action->meeting_date = (struct date){2024, 5, 9};
    return action;
}

static struct edit entry_of(void **state, const struct action *action, enum entry_kind kind, const char *words)
{
    struct edit edit;
    struct err err = {0};
    if (action_prepare_entry(*state, action, kind, words, today, &edit, &err) != STATUS_OK)
        fail_msg("%s: %s", words, err.text);
    return edit;
}

/* ---- entries -------------------------------------------------------------------------------- */

static void a_day_may_stand_before_what_happened(void **state)
{
    static const struct {
        const char *words, *text;
        struct date date;
    } cases[] = {
        {"12 Nov: telephoned her office", "telephoned her office", {2024, 11, 12}},
        {"24 Dec: wrote", "wrote", {2023, 12, 24}}, /* the last one that was */
        {"2024-10-01: wrote again", "wrote again", {2024, 10, 1}},
        {"telephoned", "telephoned", {2024, 12, 2}},
        {"3 homes were found: two in Ash Lane", "3 homes were found: two in Ash Lane", {2024, 12, 2}},
        {"12 Nov", NULL, {2024, 11, 12}},
        {"", NULL, {2024, 12, 2}},
    };
    struct action *action = row(state, "action", NULL);
    action->status = mem_strdup(action, "in progress");
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct edit edit = entry_of(state, action, ENTRY_CHASE, cases[i].words);
        assert_int_equal(edit.kind, EDIT_ENTRY_ADD);
        if (date_compare(edit.entry->date, cases[i].date) != 0)
            fail_msg("%s: %s", cases[i].words, date_iso(*state, edit.entry->date));
        if (cases[i].text)
            assert_string_equal(edit.entry->text, cases[i].text);
        else
            assert_null(edit.entry->text);
    }
}

static void a_first_chase_makes_it_await_a_response(void **state)
{
    struct edit edit = entry_of(state, row(state, "action", NULL), ENTRY_CHASE, "");
    assert_int_equal(edit.kind, EDIT_SEVERAL);
    assert_int_equal(edit.n_edits, 2);
    assert_string_equal(edit.edits[1].field, "status");
    assert_string_equal(edit.edits[1].value, "awaiting response");
}

static void an_answer_brings_its_step_and_closes_nothing(void **state)
{
    struct action *request = row(state, "information_request", NULL);
    struct edit edit = entry_of(state, request, ENTRY_ANSWER, "twelve homes");
    assert_int_equal(edit.n_edits, 2);
    assert_string_equal(edit.edits[1].field, "step");
    assert_string_equal(edit.edits[1].value, "answered");
    request->step = mem_strdup(request, "told to members");
    assert_int_equal(entry_of(state, request, ENTRY_ANSWER, "one more").kind, EDIT_ENTRY_ADD);
}

static void only_a_chase_needs_no_words(void **state)
{
    struct edit edit;
    struct err err;
    assert_int_equal(action_prepare_entry(*state, row(state, "action", NULL), ENTRY_UPDATE, " ", today, &edit, &err), STATUS_USAGE);
}

static void steps_are_those_of_its_kind(void **state)
{
    struct edit edit;
    struct err err;
    struct action *letter = row(state, "action", "letter"), *note = row(state, "action", "undertaking");
    assert_int_equal(action_prepare_step(*state, letter, "sent", today, &edit, &err), STATUS_OK);
    assert_int_equal(edit.n_edits, 3);
    assert_string_equal(edit.edits[1].value, "sent");
    assert_string_equal(edit.edits[2].value, "awaiting response");
    assert_int_equal(action_prepare_step(*state, note, "drafted", today, &edit, &err), STATUS_USAGE);
    assert_string_equal(err.text, "\"drafted\" is no step of this follow-up: reported");
}

/* ---- clocks ----------------------------------------------------------------------------------- */

static void a_recommendation_is_answered_within_two_months_says_the_act(void **state)
{
    struct clock_offer *offers;
    size_t n = action_clocks(*state, row(state, "recommendation", NULL), &offers);
    assert_true(n >= 1);
    assert_int_equal(date_compare(offers[0].by, (struct date){2024, 7, 9}), 0);
    assert_non_null(strstr(offers[0].source, "section 9FE"));
    struct action *last_day = row(state, "recommendation", NULL);
    last_day->meeting_date = (struct date){2023, 12, 31};
    action_clocks(*state, last_day, &offers);
    assert_int_equal(date_compare(offers[0].by, (struct date){2024, 2, 29}), 0);
    assert_int_equal(action_clocks(*state, row(state, "resolution", NULL), &offers), 0);
}

static void the_municipal_year_begins_in_may(void **state)
{
    assert_string_equal(municipal_year(*state, (struct date){2023, 4, 30}), "2022/23");
    assert_string_equal(municipal_year(*state, (struct date){2023, 5, 1}), "2023/24");
    assert_string_equal(municipal_year(*state, (struct date){1999, 5, 1}), "1999/00");
    assert_null(municipal_year(*state, (struct date){0}));
    assert_string_equal(action_reference_of_year(*state, row(state, "action", NULL), 7), "CF (24/25) 07");
}

/* ---- noted in the room -------------------------------------------------------------------------- */

static struct action *find(void **state, const char *quote)
{
    struct action *action = row(state, "action", NULL);
    action->state = ACTION_TO_CHECK;
    action->quote = mem_strdup(action, quote);
    return action;
}

static void the_likest_sentence_is_offered_first_and_an_unlike_one_not_at_all(void **state)
{
    struct action *noted = row(state, "action", NULL);
    noted->own_words = mem_strdup(noted, "Chairman > Cabinet Member for Education: letter on transport of pupils");
    struct action *all[] = {
        find(state, "The Director would provide figures on foster carers."),
        find(state, "Members asked for the cost of transport for pupils in each district."),
        find(state, "It was agreed that the Chairman would write to the Cabinet Member for Education about the transport of pupils."),
    };
    struct actions finds = {.at = all, .n = MB_LENGTH(all)};
    const struct action **offered;
    size_t n = action_likes(*state, noted, &finds, &offered);
    assert_true(n >= 1);
    assert_ptr_equal(offered[0], all[2]);
    for (size_t i = 0; i < n; i++)
        assert_ptr_not_equal(offered[i], all[0]);
    noted->quote = mem_strdup(noted, "The Chairman would write.");
    assert_int_equal(action_likes(*state, noted, &finds, &offered), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_day_may_stand_before_what_happened),
        TEST_CASE(a_first_chase_makes_it_await_a_response),
        TEST_CASE(an_answer_brings_its_step_and_closes_nothing),
        TEST_CASE(only_a_chase_needs_no_words),
        TEST_CASE(steps_are_those_of_its_kind),
        TEST_CASE(a_recommendation_is_answered_within_two_months_says_the_act),
        TEST_CASE(the_municipal_year_begins_in_may),
        TEST_CASE(the_likest_sentence_is_offered_first_and_an_unlike_one_not_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
