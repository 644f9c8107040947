/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Going through what is to check of a meeting with one hand. */
#include "support/test.h"

#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>
#include <string.h>

static struct walk *going_walk(void **state, int width, int height)
{
    struct walk *walk = walk_new(*state, town_store(*state), width, height);
    type_keys(walk, "A>t>");
    assert_int_equal(browser_context(walk->browser), CONTEXT_CHECK);
    return walk;
}

static void a_sentence_is_shown_in_its_place(void **state)
{
    golden_usual(*state, town_store(*state), "check", "A>t>", NULL);
}

static void each_key_leads_to_the_next(void **state)
{
    struct walk *walk = going_walk(state, 120, 36);
    assert_here(walk, "what had been done for pupils");
    type_keys(walk, "c");
    assert_here(walk, "undertook to send the Panel the figures");
    assert_shows(walk, "33/2 on the tracker");
    type_keys(walk, "2");
    assert_here(walk, "the same for the");
    assert_shows(walk, "1 on the tracker, 1 not a follow-up, 2 to check");
    type_keys(walk, " "); /* later */
    assert_here(walk, "school transport would come back");
    type_keys(walk, "c");
    assert_shows(walk, "All gone through: 2 on the tracker, 1 not a follow-up, 1 to check.");
    type_keys(walk, "k");
    assert_here(walk, "school transport would come back");
}

static void what_was_left_for_later_is_gone_through_again(void **state)
{
    struct walk *walk = going_walk(state, 120, 36);
    type_keys(walk, "c c "); /* the second and the fourth are left */
    assert_shows(walk, "All gone through: 2 on the tracker, 0 not follow-ups, 2 to check.");
    assert_shows(walk, "Space goes through what is left");
    type_keys(walk, " ");
    assert_here(walk, "undertook to send the Panel the figures");
    type_keys(walk, "c"); /* what is done is passed */
    assert_here(walk, "school transport would come back");
    type_keys(walk, " ");
    assert_shows(walk, "3 on the tracker, 0 not follow-ups, 1 to check.");
    type_keys(walk, " c");
    assert_shows(walk, "4 on the tracker, 0 not follow-ups, 0 to check.");
    assert_shows(walk, "Enter goes on with the next meeting");
    type_keys(walk, " ");
    assert_shows(walk, "All gone through");
}

static void the_reason_of_a_digit_is_kept(void **state)
{
    struct walk *walk = going_walk(state, 120, 36);
    type_keys(walk, "2qE/");
    serve(walk, browser_answer(walk->browser, "it had been done before"));
    assert_here(walk, "33/2");
}

static void a_reason_in_words_is_asked_for(void **state)
{
    struct walk *walk = going_walk(state, 120, 36);
    type_keys(walk, "D");
    assert_string_equal(browser_prompt(walk->browser).prefix, "not a follow-up because: ");
    serve(walk, browser_answer(walk->browser, "a question of the press"));
    assert_here(walk, "undertook to send the Panel the figures");
}

static void what_is_undone_is_shown_again(void **state)
{
    struct walk *walk = going_walk(state, 120, 36);
    type_keys(walk, "cu");
    assert_here(walk, "what had been done for pupils");
    assert_shows(walk, "0 on the tracker, 0 not follow-ups, 4 to check");
}

static void at_the_end_enter_goes_on_with_the_next_meeting(void **state)
{
    struct walk *walk = going_walk(state, 80, 24);
    type_keys(walk, ">>>>");
    assert_shows(walk, "All gone through");
    do_command(walk, CMD_OPEN);
    assert_shows(walk, "nothing to check in other meetings");
}

static void it_begins_in_a_meeting_too(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 80, 24);
    type_keys(walk, "A\rt>");
    assert_int_equal(browser_context(walk->browser), CONTEXT_CHECK);
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
}

/* By the rules of the release, which the town's own finder is not. */
static void a_key_says_why_a_sentence_is_one_or_none(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 80, 24);
    type_keys(walk, "A\rt?");
    assert_int_equal(browser_context(walk->browser), CONTEXT_REPORT);
    assert_shows(walk, "Why, sentence by sentence");
    assert_here(walk, "It was agreed that the Chairman would write");
    do_command(walk, CMD_FIRST);
    assert_shows(walk, "33  Late School Buses");
    type_keys(walk, "qqM");
    do_line(walk, "explain");
    assert_shows(walk, "does nothing on this screen");
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_sentence_is_shown_in_its_place),
        TEST_CASE(each_key_leads_to_the_next),
        TEST_CASE(what_was_left_for_later_is_gone_through_again),
        TEST_CASE(the_reason_of_a_digit_is_kept),
        TEST_CASE(a_reason_in_words_is_asked_for),
        TEST_CASE(what_is_undone_is_shown_again),
        TEST_CASE(at_the_end_enter_goes_on_with_the_next_meeting),
        TEST_CASE(it_begins_in_a_meeting_too),
        TEST_CASE(a_key_says_why_a_sentence_is_one_or_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
