/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What happens to a follow-up on the tracker, by keys: in the list, on its own page, and where its sentence stands. */
#include "support/test.h"

#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static struct walk *own_walk(void **state, int width, int height)
{
    return walk_new(*state, town_store(*state), width, height);
}

static void a_chase_of_today_is_two_keys(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "AC");
    assert_string_equal(browser_prompt(walk->browser).prefix, "chased: ");
    assert_shows(walk, "33/1");
    serve(walk, browser_answer(walk->browser, ""));
    assert_shows(walk, "awaiting");
    assert_shows(walk, "chased 1x");
    do_line(walk, "chase 4 June: telephoned");
    assert_shows(walk, "chased 2x, last 14 Jun");
    type_keys(walk, "u");
    assert_shows(walk, "chased 1x");
    type_keys(walk, "u");
    assert_hides(walk, "chased 1x");
    assert_hides(walk, "awaiting");
    do_line(walk, "set-row carried Ferries Board");
    resize(walk, 120, 60);
    type_keys(walk, "H");
    assert_shows(walk, "undone: chase, 4 June"); /* by its name, and fields by those of the screens */
    assert_shows(walk, "carried to: “Ferries Board”");
}

static void what_is_carried_to_another_committee_stands_under_it(void **state)
{
    struct walk *walk = own_walk(state, 120, 60);
    type_keys(walk, "A");
    assert_shows(walk, "33/1");
    do_line(walk, "set-row carried Ferries Board");
    do_line(walk, "filter committee ferries");
    assert_shows(walk, "33/1");
    do_line(walk, "filter committee none");
    assert_hides(walk, "33/1");
    do_line(walk, "filter none");
    do_line(walk, "order committee");
    assert_shows(walk, "Ferries");
    type_keys(walk, "u");
    do_line(walk, "filter committee ferries");
    assert_hides(walk, "33/1");
}

static void a_line_that_is_not_understood_is_asked_again(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "Ar");
    unsigned reactions = browser_answer(walk->browser, "--flie letter.pdf");
    assert_true(reactions & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "--flie letter.pdf");
    assert_shows(walk, "is none of --file, --from and --told");
    reactions = browser_answer(walk->browser, NULL);
    assert_false(reactions & REACT_JOB);
}

static void an_answer_is_kept_with_who_gave_it_and_its_file(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    char *path = mem_printf(*state, "%s.txt", walk->program->store_path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs("Dear Chairman, the crossing opens in May.\n", file) > 0);
    assert_int_equal(fclose(file), 0);
    type_keys(walk, "A");
    do_line(walk, mem_printf(*state, "answer --told --from 'the Cabinet Member' --file '%s' 12 June: it opens in May", path));
    assert_shows(walk, "answered 12 Jun");
    type_keys(walk, "H");
    assert_shows(walk, "12 June 2024");
    assert_shows(walk, "answer, told to members: it opens in May; from the Cabinet Member; file town.db.txt");
    type_keys(walk, "q");
    do_line(walk, "answer --file /nowhere/letter.pdf");
    assert_shows(walk, "/nowhere/letter.pdf");
    assert_int_equal(remove(path), 0);
}

static void a_field_is_called_by_its_name_and_one_that_is_none_by_all_there_are(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "A");
    do_line(walk, "set-row rag amber");
    assert_shows(walk, "33/1 RAG: amber");
    do_line(walk, "set-row colour amber");
    assert_shows(walk, "is not a field of a follow-up");
    assert_shows(walk, "portfolio");
    assert_shows(walk, "superseded");
}

static void a_step_is_named_by_how_it_begins(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "A");
    do_line(walk, "set-row kind letter");
    type_keys(walk, "ts");
    assert_shows(walk, "drafted, sent, acknowledged, answered, told to members, reported");
    unsigned reactions = browser_answer(walk->browser, "a");
    assert_true(reactions & REACT_PROMPT); /* acknowledged or answered */
    serve(walk, browser_answer(walk->browser, "ack"));
    assert_shows(walk, "acknowledged");
    type_keys(walk, "H");
    assert_shows(walk, "drafted > sent > [acknowledged] > answered");
}

static void what_is_reported_asks_for_the_minute_that_closes_it(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "A");
    do_line(walk, "set-row kind letter");
    type_keys(walk, "ts");
    serve(walk, browser_answer(walk->browser, "rep"));
    assert_string_equal(browser_prompt(walk->browser).prefix, "done: ");
    serve(walk, browser_answer(walk->browser, "minute 40"));
    assert_shows(walk, "complete, minute 40");
}

static void what_is_done_names_its_minute_and_is_opened_again(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "Atd");
    assert_string_equal(browser_prompt(walk->browser).prefix, "done: ");
    serve(walk, browser_answer(walk->browser, "  "));
    assert_hides(walk, "1 done");
    do_line(walk, "complete minute 40");
    assert_shows(walk, "1 done");
    assert_here(walk, "complete, minute");
    type_keys(walk, "to");
    assert_here(walk, "in progress");
}

static void marked_rows_are_chased_in_one_change(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "Avv");
    do_line(walk, "chase by e-mail");
    assert_shows(walk, "2 follow-ups chased: by e-mail");
    assert_hides(walk, "marked");
    type_keys(walk, "u");
    assert_hides(walk, "chased 1x");
}

static void marked_rows_get_one_owner_in_one_change(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "Avv=");
    assert_shows(walk, "all 2 that are marked");
    serve(walk, browser_answer(walk->browser, "by the Head of Roads"));
    char *all = shown(walk), *first = strstr(all, "the Head of Roads");
    assert_non_null(first);
    assert_non_null(strstr(first + 1, "the Head of Roads"));
    type_keys(walk, "u");
    assert_shows(walk, "not stated"); /* the second had none */
}

static void evidence_names_the_meeting_and_item(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "A");
    do_line(walk, "add-evidence 2024-05-16/m34 the contractor told the Panel");
    type_keys(walk, "H");
    assert_shows(walk, "evidence: the contractor told the Panel; at minute 34");
    do_line(walk, "add-evidence 1999-01-01/3");
    assert_shows(walk, "1999-01-01");
    type_keys(walk, "/");
    serve(walk, browser_answer(walk->browser, "evidence"));
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "minute 34");
}

static void what_was_noted_in_the_room_is_joined_to_what_the_minutes_bring(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    do_line(walk, "desk");
    type_keys(walk, "M");
    while (!strstr(row_here(walk), "16 May 2024"))
        do_command(walk, CMD_DOWN);
    type_keys(walk, "\r");
    do_line(walk, "add Head of Passenger Transport: the figures for the autumn");
    do_line(walk, "actions");
    do_line(walk, "search-text figures for the autumn");
    type_keys(walk, "tj");
    assert_string_equal(browser_prompt(walk->browser).prefix, "join with: ");
    assert_shows(walk, "undertook to send the Panel the figures");
    char *likest = mem_strdup(*state, browser_prompt(walk->browser).initial);
    assert_true(text_starts(likest, "33/"));
    serve(walk, browser_answer(walk->browser, likest));
    assert_shows(walk, "u undoes");
    type_keys(walk, "H");
    assert_shows(walk, "“The Head of Passenger Transport undertook to send the Panel");
    assert_shows(walk, "Head of Passenger Transport: the figures for the autumn");
}

static void the_same_keys_work_where_the_sentence_stands(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "A\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    type_keys(walk, "tc");
    serve(walk, browser_answer(walk->browser, "4 June"));
    assert_shows(walk, "33/1");
    type_keys(walk, "H");
    assert_int_equal(browser_context(walk->browser), CONTEXT_FOLLOW_UP);
    assert_shows(walk, "4 June 2024");
    type_keys(walk, "C");
    serve(walk, browser_answer(walk->browser, ""));
    assert_shows(walk, "2x, last 14 Jun");
}

static void tags_and_notes_are_typed_behind_what_is_there(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "A");
    do_line(walk, "tags send, budget");
    type_keys(walk, "tt");
    assert_string_equal(browser_prompt(walk->browser).initial, "tags budget, send");
    serve(walk, browser_answer(walk->browser, NULL));
    do_line(walk, "note ask the clerk first");
    do_line(walk, "portfolio Transport");
    type_keys(walk, "H");
    assert_shows(walk, "budget, send");
    assert_shows(walk, "ask the clerk first");
    assert_shows(walk, "Transport");
}

static void a_sentence_to_check_has_its_page_too(void **state)
{
    char *store = town_store(*state);
    golden_usual(*state, store, "follow-up", "A>H", NULL);
}

static void a_date_that_custom_offers_is_taken_by_the_member(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "A");
    do_line(walk, "set-row kind letter");
    type_keys(walk, "H");
    assert_shows(walk, "offered, not set");
    assert_shows(walk, "16 June 2024");
    assert_shows(walk, "custom of some councils");
    type_keys(walk, "/");
    serve(walk, browser_answer(walk->browser, "custom of"));
    do_command(walk, CMD_OPEN);
    assert_string_equal(browser_prompt(walk->browser).initial, "chase 16 June 2024");
    serve(walk, browser_answer(walk->browser, "chase 16 June 2024"));
    assert_shows(walk, "to chase 16 June 2024 (your own date)");
}

static void tab_offers_steps_and_files(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    struct completion choices;
    type_keys(walk, "A");
    do_line(walk, "set-row kind letter");
    type_keys(walk, "ts");
    browser_complete(*state, walk->browser, "a", 1, &choices);
    assert_int_equal(choices.choices.n, 2);
    assert_string_equal(choices.choices.at[1], "answered");
    (void)browser_answer(walk->browser, NULL);
    type_keys(walk, "r");
    browser_complete(*state, walk->browser, "--f", 3, &choices);
    assert_int_equal(choices.choices.n, 2);
}

/* Thursday 20 June 2024: the papers are out on the Wednesday of the week before. */
static void the_day_of_despatch_is_found_from_the_meeting(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "A");
    do_line(walk, "as-at despatch 20 June");
    assert_shows(walk, "as at Wednesday 12 June 2024");
    assert_shows(walk, "five clear working days before the meeting of 20 June 2024 (Local Government Act 1972");
    do_line(walk, "as-at despatch soon");
    assert_shows(walk, "\"soon\" is no day");
    do_line(walk, "as-at despatch");
    assert_shows(walk, "is known that is to come");
    do_line(walk, "as-at");
    do_line(walk, "enter-meeting Roads and Transport Overview and Scrutiny Panel; 1 August 2024");
    do_line(walk, "enter-meeting Harbour Panel; 2 July 2024");
    do_line(walk, "as-at despatch");
    assert_shows(walk, "as at Wednesday 24 July 2024"); /* the nearest of the committee under the cursor */
    do_line(walk, "as-at despatch 16 January"); /* without a year it is still to come */
    assert_shows(walk, "as at Wednesday 8 January 2025");
    do_line(walk, "as-at despatch 2 September");
    assert_shows(walk, "as at Thursday 22 August 2024"); /* the bank holiday of 26 August is no working day */
    do_line(walk, "as-at");
    assert_shows(walk, "as at Friday 14 June 2024");
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_chase_of_today_is_two_keys),
        TEST_CASE(what_is_carried_to_another_committee_stands_under_it),
        TEST_CASE(a_line_that_is_not_understood_is_asked_again),
        TEST_CASE(an_answer_is_kept_with_who_gave_it_and_its_file),
        TEST_CASE(a_field_is_called_by_its_name_and_one_that_is_none_by_all_there_are),
        TEST_CASE(a_step_is_named_by_how_it_begins),
        TEST_CASE(what_is_reported_asks_for_the_minute_that_closes_it),
        TEST_CASE(what_is_done_names_its_minute_and_is_opened_again),
        TEST_CASE(marked_rows_are_chased_in_one_change),
        TEST_CASE(marked_rows_get_one_owner_in_one_change),
        TEST_CASE(evidence_names_the_meeting_and_item),
        TEST_CASE(what_was_noted_in_the_room_is_joined_to_what_the_minutes_bring),
        TEST_CASE(the_same_keys_work_where_the_sentence_stands),
        TEST_CASE(tags_and_notes_are_typed_behind_what_is_there),
        TEST_CASE(a_sentence_to_check_has_its_page_too),
        TEST_CASE(a_date_that_custom_offers_is_taken_by_the_member),
        TEST_CASE(tab_offers_steps_and_files),
        TEST_CASE(the_day_of_despatch_is_found_from_the_meeting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
