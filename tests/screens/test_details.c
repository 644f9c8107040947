/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The form for what the papers of a meeting do not say: offers first and with their reasons, nothing filled in,
 * saved as one change. */
#include "support/test.h"

#include "screens/golden.h"
#include "screens/walk.h"

#include <locale.h>

static char *store_file; /* the town: no test here writes to it */
static void *town;

static void assert_shows(struct walk *walk, const char *words)
{
    char *screen = shown(walk);
    if (!strstr(screen, words))
        fail_msg("\"%s\" is not shown:\n%s", words, screen);
}

static void assert_hides(struct walk *walk, const char *words)
{
    char *screen = shown(walk);
    if (strstr(screen, words))
        fail_msg("\"%s\" is shown:\n%s", words, screen);
}

static void assert_here(struct walk *walk, const char *words)
{
    if (!strstr(row_here(walk), words))
        fail_msg("the cursor is at \"%s\", not at \"%s\":\n%s", row_here(walk), words, shown(walk));
}

/* On the form of the page that names no committee. */
static struct walk *form_open(const void *parent, const char *path, int width, int height)
{
    struct walk *walk = walk_new(parent, path, width, height);
    type_keys(walk, "G=");
    assert_int_equal(browser_context(walk->browser), CONTEXT_DETAILS);
    return walk;
}

static void the_form_stands_beside_the_papers(void **state)
{
    golden_sizes(*state, store_file, "details", "G=", NULL);
}

static void nothing_is_filled_in_and_nothing_stored(void **state)
{
    struct walk *walk = form_open(*state, store_file, 120, 36);
    assert_shows(walk, "Committee: not stated");
    assert_shows(walk, "worked out: the notice in minute 8");
    assert_shows(walk, "0 chosen");
    type_keys(walk, "G\r");
    assert_shows(walk, "nothing is chosen yet");
    type_keys(walk, "q");
    assert_int_equal(browser_context(walk->browser), CONTEXT_DESK);
}

static void what_is_chosen_is_saved_as_one_change(void **state)
{
    struct walk *walk = form_open(*state, town_copy(*state, store_file), 120, 36);
    assert_here(walk, "Roads and Transport Overview and Scrutiny Panel");
    type_keys(walk, "\r");
    assert_shows(walk, "* Roads and Transport");
    assert_here(walk, "Thursday 9 November 2023");
    type_keys(walk, "\r");
    assert_here(walk, "Save what is chosen");
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_DESK);
    assert_hides(walk, "committee not stated");
    assert_hides(walk, "worked out");
    type_keys(walk, "u");
    assert_shows(walk, "committee not stated");
    assert_shows(walk, "worked out");
}

static void a_choice_is_taken_back_by_the_same_key(void **state)
{
    struct walk *walk = form_open(*state, store_file, 120, 36);
    type_keys(walk, "\rg\r");
    assert_hides(walk, "* Roads and Transport");
    assert_shows(walk, "0 chosen");
}

static void what_is_not_in_the_list_is_typed(void **state)
{
    struct walk *walk = form_open(*state, town_copy(*state, store_file), 120, 36);
    type_keys(walk, "j");
    assert_here(walk, "another: type its name");
    assert_true(browser_do(walk->browser, CMD_OPEN, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "committee ");
    serve(walk, browser_answer(walk->browser, "committee Ferries Panel"));
    assert_shows(walk, "* Ferries Panel");
    assert_int_equal(browser_context(walk->browser), CONTEXT_DETAILS);
    type_keys(walk, "G\r");
    assert_shows(walk, "Ferries Panel");
    assert_hides(walk, "committee not stated");
}

static void a_meeting_that_says_all_is_asked_for_in_one_line(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "M");
    assert_true(browser_do(walk->browser, CMD_DETAILS, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).prefix, "details: ");
}

static int setup(void **state)
{
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    talloc_free(town);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_form_stands_beside_the_papers),
        TEST_CASE(nothing_is_filled_in_and_nothing_stored),
        TEST_CASE(what_is_chosen_is_saved_as_one_change),
        TEST_CASE(a_choice_is_taken_back_by_the_same_key),
        TEST_CASE(what_is_not_in_the_list_is_typed),
        TEST_CASE(a_meeting_that_says_all_is_asked_for_in_one_line),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
