/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Notes and questions on the screens: written on an item or on a sentence of it, shown with it, found, changed and taken back. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>

static char *store_file; /* the town's store, made once: no test writes to it */
static void *town;

static struct walk *own_walk(void **state)
{
    return walk_new(*state, town_copy(*state, store_file), 120, 36);
}

/* Type LINE at the prompt that COMMAND opens; NULL: Esc. */
static void type_at(struct walk *walk, enum command_id command, const char *line)
{
    assert_true(browser_do(walk->browser, command, 0, NULL) & REACT_PROMPT);
    serve(walk, browser_answer(walk->browser, line));
}

static void a_note_is_written_on_an_item_and_shown_with_it(void **state)
{
    struct walk *walk = own_walk(state);
    type_keys(walk, "\r");
    type_at(walk, CMD_ITEM_NOTE, "bring the map");
    assert_shows(walk, "Your notes");
    assert_shows(walk, "note: bring the map");
    assert_shows(walk, "1 note");
    type_keys(walk, "u");
    assert_hides(walk, "Your notes");
}

static void a_question_says_for_whom_it_is(void **state)
{
    struct walk *walk = own_walk(state);
    type_keys(walk, "\r");
    type_at(walk, CMD_ITEM_NOTE, "> Clerk: who keeps the key?");
    assert_shows(walk, "question for Clerk:");
}

static void a_note_on_a_sentence_keeps_it(void **state)
{
    struct walk *walk = own_walk(state);
    type_keys(walk, "A>\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    type_at(walk, CMD_ITEM_NOTE, "was this done?");
    do_line(walk, "notes");
    assert_int_equal(browser_context(walk->browser), CONTEXT_NOTES);
    assert_shows(walk, "question: was this done?");
    assert_shows(walk, "on \xE2\x80\x9C");
}

static void notes_are_listed_changed_answered_and_taken_back(void **state)
{
    struct walk *walk = own_walk(state);
    do_line(walk, "notes");
    assert_shows(walk, "No notes yet: i writes one");
    type_keys(walk, "h\r");
    type_at(walk, CMD_ITEM_NOTE, "how many bridges are closed?");
    do_line(walk, "notes");
    assert_here(walk, "how many bridges are closed?");
    type_at(walk, CMD_EDIT_NOTE, "how many bridges stand?");
    assert_here(walk, "how many bridges stand?");
    type_at(walk, CMD_ANSWER_NOTE, "four");
    assert_shows(walk, "answered: four");
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    type_keys(walk, "h");
    do_line(walk, "notes");
    type_keys(walk, "d");
    assert_shows(walk, "No notes yet");
    type_keys(walk, "u");
    assert_shows(walk, "answered: four");
}

static void a_note_that_is_found_leads_to_its_item(void **state)
{
    struct walk *walk = own_walk(state);
    type_keys(walk, "\r");
    type_at(walk, CMD_ITEM_NOTE, "ask of the heronry");
    type_at(walk, CMD_FIND, "heronry");
    assert_shows(walk, "Notes");
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "note: ask of the");
}

static void an_item_is_marked_as_read_and_the_meeting_counts_it(void **state)
{
    struct walk *walk = own_walk(state);
    type_keys(walk, "\rm");
    assert_shows(walk, " read  ");
    type_keys(walk, "M");
    assert_shows(walk, "1 of 6 items read");
    type_keys(walk, "hm");
    do_line(walk, "meetings");
    assert_hides(walk, "items read");
}

static void where_no_meeting_is_no_note_is_written(void **state)
{
    struct walk *walk = own_walk(state);
    type_keys(walk, "A");
    do_line(walk, "item-note lost words");
    do_line(walk, "notes");
    assert_hides(walk, "lost words");
}

static int make_town(void **state)
{
    (void)state;
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    return 0;
}

static int forget_town(void **state)
{
    (void)state;
    talloc_free(town);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_note_is_written_on_an_item_and_shown_with_it),
        TEST_CASE(a_question_says_for_whom_it_is),
        TEST_CASE(a_note_on_a_sentence_keeps_it),
        TEST_CASE(notes_are_listed_changed_answered_and_taken_back),
        TEST_CASE(a_note_that_is_found_leads_to_its_item),
        TEST_CASE(an_item_is_marked_as_read_and_the_meeting_counts_it),
        TEST_CASE(where_no_meeting_is_no_note_is_written),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("screens: notes and questions", tests, make_town, forget_town);
}
