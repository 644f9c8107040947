/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the sweep says of each sentence, and what it links: limbs of resolutions, requests under an undertaking, the same
 * said twice. The council, its posts and its business do not exist. */
#include "support/test.h"

#include <minutebook/actions_explain.h>

#include <locale.h>
#include <stdio.h>

static struct meeting *meeting_of(void **state, const char *title, const char *minutes, const char *decision)
{
    struct meeting *meeting = mem_new(*state, struct meeting);
    meeting->id = mem_strdup(meeting, "fords-2024-05-14");
    meeting->committee = mem_strdup(meeting, "Fords and Ferries Scrutiny Panel");
    meeting->date = (struct date){2024, 5, 14};
    struct item *item = mem_append(meeting, meeting->items, meeting->n_items);
    item->position = 1;
    item->title = mem_strdup(meeting, title);
    item->minutes_text = mem_strdup(meeting, minutes);
    item->decision_text = mem_strdup(meeting, decision);
    return meeting;
}

static const struct rules *rules_of(void)
{
    static struct rules *rules; /* one for all cases: made once, never changed */
    struct err err = {0};
    if (!rules && rules_load(NULL, NULL, &rules, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return rules;
}

static struct swept sweep(void **state, const char *minutes, const char *decision)
{
    struct err err = {0};
    struct swept swept;
    if (sweep_meeting(*state, rules_of(), meeting_of(state, "Fords", minutes, decision), &swept, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return swept;
}

static struct explanation explain(void **state, const char *title, const char *minutes)
{
    struct err err = {0};
    struct explanation explanation;
    if (sweep_explain(*state, rules_of(), meeting_of(state, title, minutes, NULL), 0, &explanation, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return explanation;
}

static const struct action *with_words(const struct swept *swept, const char *words)
{
    for (size_t i = 0; i < swept->n_candidates; i++)
        if (strstr(swept->candidates[i]->quote, words))
            return swept->candidates[i];
    fail_msg("nothing found has \"%s\"", words);
    return NULL;
}

/* ---- links ------------------------------------------------------------------------------------------------------ */

static void a_limb_is_known_by_its_mark(void **state)
{
    struct swept swept = sweep(state, "RESOLVED: That\n\n(a) the report be noted;\n\n(b) the Clerk be requested to send a map to all crews; and\n\n"
                                      "(c) a visit be arranged in June.", NULL);
    assert_string_equal(with_words(&swept, "send a map")->limb, "b");
    assert_string_equal(with_words(&swept, "visit")->limb, "c");
    swept = sweep(state, "RESOLVED: That (1) the report be noted; and (2) the Clerk be requested to send a map to all crews.", NULL);
    assert_string_equal(with_words(&swept, "send a map")->limb, "2");
    swept = sweep(state, "\xC2\xB7 The Head of Fords agreed to circulate the map.", NULL);
    assert_null(with_words(&swept, "circulate")->limb);
}

static void requests_hang_under_the_undertaking_that_answers_them(void **state)
{
    struct swept swept = sweep(state, "- The Head of Fords would write to Members on these matters, namely:\n\n(i) the number of bells;\n\n"
                                      "(ii) the cost of a rope.\n\n- Members requested a map of the quay.", NULL);
    const struct action *undertaking = with_words(&swept, "would write");
    assert_string_equal(undertaking->owner, "the Head of Fords");
    assert_null(undertaking->under);
    assert_string_equal(with_words(&swept, "bells")->under, undertaking->candidate_id);
    assert_string_equal(with_words(&swept, "rope")->under, undertaking->candidate_id);
    assert_null(with_words(&swept, "quay")->under);
}

/* The undertaking that they stand under goes for the one before it, and that for the one at the end. */
static void requests_hang_under_the_undertaking_that_is_kept(void **state)
{
    struct swept swept = sweep(state, "The Head of Fords would write to Members on bells, ropes and tolls in full.\n\n"
                                      "- The Head of Fords would write to Members on bells, ropes and tolls:\n\n(i) the number of bells;\n\n"
                                      "(ii) the cost of a rope.\n\n"
                                      "The Head of Fords would write to Members on bells, ropes and tolls in full before the meeting in July.", NULL);
    const struct action *kept = with_words(&swept, "July");
    for (size_t i = 0; i < swept.n_candidates; i++)
        assert_true(swept.candidates[i] == kept || !strstr(swept.candidates[i]->quote, "would write"));
    assert_non_null(with_words(&swept, "the number of bells")->under);
    assert_string_equal(with_words(&swept, "the number of bells")->under, kept->candidate_id);
}

static void an_entry_behind_a_list_within_a_list_is_the_outer_ones(void **state)
{
    struct swept swept = sweep(state, "RESOLVED: That:\n\n1. the Head of Fords be requested to:\n\n(a) send the map to all crews;\n\n(b) mend the bell;\n\n"
                                      "2. a list of ropes be sent to Members.", NULL);
    assert_string_equal(with_words(&swept, "mend the bell")->owner, "the Head of Fords");
    assert_null(with_words(&swept, "list of ropes")->owner);
    assert_string_equal(with_words(&swept, "list of ropes")->limb, "2");
}

static void what_is_said_twice_is_one_with_two_places(void **state)
{
    struct swept swept = sweep(state, "The Head of Fords agreed to circulate the table of tolls to all Members of the Panel.\n\n"
                                      "RESOLVED: That the Head of Fords circulate the table of tolls to Members.", NULL);
    assert_int_equal(swept.n_candidates, 1);
    assert_non_null(swept.candidates[0]->also_place);
    assert_string_not_equal(swept.candidates[0]->also_place, swept.candidates[0]->quote_place);
    swept = sweep(state, "The Head of Fords agreed to circulate the table of tolls.", "That the Head of Fords circulate the table of tolls by Friday.");
    assert_int_equal(swept.n_candidates, 1);
    assert_non_null(strstr(swept.candidates[0]->also_place, "minutes:"));
}

static void two_promises_of_one_sentence_are_two(void **state)
{
    struct swept swept = sweep(state, "It was agreed that the Clerk send the map to the crews and that the Head of Fords mend the bell.", NULL);
    assert_int_equal(swept.n_candidates, 2);
    assert_string_equal(with_words(&swept, "mend the bell")->owner, "the Head of Fords");
    swept = sweep(state, "The pier was old and the bell was cracked; the Clerk was to ask for a price.", NULL);
    assert_int_equal(swept.n_candidates, 1);
    assert_non_null(strstr(swept.candidates[0]->quote, "The pier was old")); /* the sentence is not torn apart */
}

/* ---- told ------------------------------------------------------------------------------------------------------- */

static const struct explained *sentence(const struct explanation *explanation, const char *words)
{
    for (size_t i = 0; i < explanation->n; i++)
        if (strstr(explanation->at[i].words, words))
            return &explanation->at[i];
    fail_msg("no sentence has \"%s\"", words);
    return NULL;
}

static void each_sentence_is_told_with_its_rule_and_its_place(void **state)
{
    struct explanation told = explain(state, "Fords", "The ford is old. The Head of Fords agreed to circulate the map.\n\nRESOLVED: That the report be noted.");
    assert_int_equal(told.n, 3);
    assert_int_equal(sentence(&told, "is old")->what, EXPLAINED_NOTHING);
    const struct explained *found = sentence(&told, "circulate");
    assert_int_equal(found->what, EXPLAINED_FOUND);
    assert_string_equal(found->rule, "who-agreed-to");
    assert_string_equal(found->file, "agreed.rules");
    assert_true(found->line > 0 && found->confidence > 0 && found->candidate_id);
    assert_int_equal(found->offset, 17);
    assert_int_equal(sentence(&told, "noted")->what, EXPLAINED_RECORD);
    for (size_t i = 0; i < told.n; i++)
        assert_true(told.at[i].why && *told.at[i].why);
}

static void what_speaks_against_a_sentence_is_said_in_words(void **state)
{
    struct explanation told = explain(state, "Fords", "The Panel had agreed that the Clerk would send a map.");
    const struct explained *row = &told.at[0];
    assert_int_equal(row->what, EXPLAINED_REFUSED);
    assert_true(row->n_refusals > 0);
    assert_non_null(strstr(row->why, "had agreed"));
    assert_null(row->rule);
    told = explain(state, "Fords", "The Panel had requested a map of the fords in May.");
    assert_int_equal(told.at[0].what, EXPLAINED_NOTHING); /* no rule was near, and it says what the sentence is all the same */
    assert_non_null(strstr(told.at[0].why, "tells of what was done before"));
    told = explain(state, "Fords", "Members asked for more details of the rent. The Head of Fords explained that it was set each May.");
    assert_non_null(strstr(sentence(&told, "more details")->why, "answers it"));
}

static void what_says_the_same_names_the_one_that_is_offered(void **state)
{
    struct explanation told = explain(state, "Fords", "The Head of Fords agreed to circulate the table of tolls to all Members of the Panel.\n\n"
                                                      "RESOLVED: That the Head of Fords circulate the table of tolls to Members.");
    const struct explained *kept = sentence(&told, "agreed to circulate"), *twice = sentence(&told, "RESOLVED");
    if (kept->what == EXPLAINED_TWICE) {
        const struct explained *other = kept;
        kept = twice;
        twice = other;
    }
    assert_int_equal(kept->what, EXPLAINED_FOUND);
    assert_int_equal(twice->what, EXPLAINED_TWICE);
    assert_string_equal(twice->candidate_id, kept->candidate_id);
}

/* The second goes for the first, which itself goes for the third. */
static void what_is_said_three_times_names_the_one_that_is_offered(void **state)
{
    struct explanation told = explain(state, "Fords", "The Head of Fords agreed to circulate the table of tolls to Members.\n\n"
                                                      "The Head of Fords would circulate the table of tolls.\n\n"
                                                      "The Head of Fords agreed to circulate the table of tolls to Members of the Panel before Friday.");
    const struct explained *kept = sentence(&told, "Friday");
    assert_int_equal(told.n, 3);
    assert_int_equal(kept->what, EXPLAINED_FOUND);
    assert_non_null(kept->candidate_id);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(told.at[i].what, EXPLAINED_TWICE);
        assert_non_null(told.at[i].candidate_id);
        assert_string_equal(told.at[i].candidate_id, kept->candidate_id);
        assert_non_null(strstr(told.at[i].why, "before Friday"));
    }
}

static void leads_tags_and_what_is_passed_over_say_so(void **state)
{
    struct explanation told = explain(state, "Fords", "RESOLVED:\n\nThat the lamp be mended.\n\nACTION: Head of Fords\n\nMotion\n\nThat the pier be sold.");
    assert_int_equal(sentence(&told, "RESOLVED")->what, EXPLAINED_LEAD);
    assert_int_equal(sentence(&told, "ACTION")->what, EXPLAINED_TAG);
    assert_int_equal(sentence(&told, "pier")->what, EXPLAINED_SKIPPED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_limb_is_known_by_its_mark),
        TEST_CASE(requests_hang_under_the_undertaking_that_answers_them),
        TEST_CASE(requests_hang_under_the_undertaking_that_is_kept),
        TEST_CASE(an_entry_behind_a_list_within_a_list_is_the_outer_ones),
        TEST_CASE(what_is_said_twice_is_one_with_two_places),
        TEST_CASE(two_promises_of_one_sentence_are_two),
        TEST_CASE(each_sentence_is_told_with_its_rule_and_its_place),
        TEST_CASE(what_speaks_against_a_sentence_is_said_in_words),
        TEST_CASE(what_says_the_same_names_the_one_that_is_offered),
        TEST_CASE(what_is_said_three_times_names_the_one_that_is_offered),
        TEST_CASE(leads_tags_and_what_is_passed_over_say_so),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
