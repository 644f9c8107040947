/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Results while words are typed: they come under the open line, and what was there before comes back. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>
#include <poll.h>

#define PATIENCE_MS 20000 /* a test that waits longer has failed */

static char *store_file;
static void *town;

static struct walk *live_walk(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 100, 30);
    browser_search_live(walk->browser);
    return walk;
}

/* LINE is typed, and everything the searcher has to say of it has come. */
static void type_line(struct walk *walk, const char *line)
{
    if (walk->browser->prompt == PROMPT_NONE)
        assert_true(browser_do(walk->browser, CMD_FIND, 0, NULL) & REACT_PROMPT);
    browser_typing(walk->browser, browser_prompt(walk->browser).prefix, line, strlen(line));
    while (browser_is_searching(walk->browser)) {
        struct pollfd news = {.fd = browser_search_fd(walk->browser), .events = POLLIN};
        if (poll(&news, 1, 50) > 0)
            (void)browser_searched(walk->browser);
    }
}

static void results_come_under_the_open_line(void **state)
{
    struct walk *walk = live_walk(state);
    type_line(walk, "bu");
    assert_shows(walk, "find: bu");
    assert_shows(walk, "Late School Buses");
    type_line(walk, "budg");
    assert_shows(walk, "draft budget");
    assert_hides(walk, "Late School Buses");
    type_line(walk, "budgets");
    assert_shows(walk, "Nothing found");
}

static void esc_brings_back_what_was_there(void **state)
{
    struct walk *walk = live_walk(state);
    do_line(walk, "find crossing");
    char *before = shown(walk);
    type_line(walk, "bu");
    assert_shows(walk, "Late School Buses");
    serve(walk, browser_answer(walk->browser, NULL));
    assert_string_equal(shown(walk), before);
    type_line(walk, "bu");
    assert_hides(walk, "find: crossing");
    type_line(walk, "");
    assert_shows(walk, "find: crossing"); /* nothing typed, nothing found: at once */
    serve(walk, browser_answer(walk->browser, ""));
    assert_string_equal(shown(walk), before);
    assert_string_equal(walk->browser->searching->words, "crossing");
}

/* Enter ends the word: what begins so is left out, unless nothing else is there. */
static void enter_searches_for_the_whole_words(void **state)
{
    struct walk *walk = live_walk(state);
    type_line(walk, "late bus");
    serve(walk, browser_answer(walk->browser, "late bus"));
    assert_string_equal(walk->browser->searching->words, "late bus*");
    assert_shows(walk, "Late School Buses");
    size_t depth = walk->browser->depth;
    type_line(walk, "late buses");
    serve(walk, browser_answer(walk->browser, "late buses"));
    assert_string_equal(walk->browser->searching->words, "late buses");
    assert_int_equal(walk->browser->depth, depth); /* a new search takes the place of the old list */
}

static void a_wrong_line_leaves_what_was_found_and_says_why(void **state)
{
    struct walk *walk = live_walk(state);
    type_line(walk, "buses ");
    type_line(walk, "buses kin:minute");
    assert_shows(walk, "Late School Buses");
    assert_shows(walk, "there is no field “kin:” (kind: is one");
    assert_shows(walk, "at character 7");
    type_line(walk, "buses kind:minute");
    assert_hides(walk, "there is no field");
    assert_shows(walk, "Late School Buses");
    type_line(walk, "kin:minute");
    serve(walk, browser_answer(walk->browser, "kin:minute"));
    assert_int_equal(walk->browser->prompt, PROMPT_FIND); /* asked again */
    assert_shows(walk, "there is no field");
}

/* A job that ends meanwhile puts its screen over the one that follows the line. */
static void a_screen_that_comes_meanwhile_stays(void **state)
{
    struct walk *walk = live_walk(state);
    type_line(walk, "bu");
    (void)browser_push(walk->browser, meetings_new(walk->browser));
    type_line(walk, "budg");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETINGS);
    serve(walk, browser_answer(walk->browser, NULL));
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETINGS);
    assert_null(walk->browser->searching);
    for (size_t i = 0; i < walk->browser->depth; i++)
        assert_int_not_equal(walk->browser->stack[i]->context, CONTEXT_SEARCH);
    serve(walk, browser_pop(walk->browser));
    assert_int_equal(browser_context(walk->browser), CONTEXT_DESK);
}

/* Leaving while something is searched for: the words that mean the same are read by the searcher to the end. */
/* One order after the other, and back; the ranked list has no headings of kinds, so each hit says its own. */
static void the_order_is_turned_by_a_key(void **state)
{
    struct walk *walk = live_walk(state);
    do_line(walk, "find crossing");
    assert_shows(walk, "newest first");
    assert_shows(walk, "Minutes");
    type_keys(walk, "G");
    type_keys(walk, "s");
    assert_shows(walk, "oldest first");
    assert_shows(walk, "hit 1 of");
    type_keys(walk, "s");
    assert_shows(walk, "best first");
    assert_hides(walk, "Minutes\n");
    type_keys(walk, "s");
    assert_shows(walk, "newest first");
    do_line(walk, "search-order best");
    assert_shows(walk, "best first");
    do_line(walk, "search-order longest");
    assert_shows(walk, "the order is newest, oldest or best");
    type_line(walk, "cr");
    assert_shows(walk, "newest first"); /* so short a beginning cannot be ranked */
    type_line(walk, "crossi");
    assert_shows(walk, "best first");
}

static void it_can_be_left_while_it_searches(void **state)
{
    for (int i = 0; i < 20; i++) {
        struct walk *walk = live_walk(state);
        assert_true(browser_do(walk->browser, CMD_FIND, 0, NULL) & REACT_PROMPT);
        const char *line = "(buses OR schools) (children OR carers) transport late ";
        browser_typing(walk->browser, "find: ", line, strlen(line));
        talloc_free(walk->browser);
        walk->browser = NULL;
    }
}

/* An edit that ends meanwhile reads the top screen again. */
static void a_store_that_changes_meanwhile_disturbs_nothing(void **state)
{
    struct walk *walk = live_walk(state);
    type_line(walk, "budg");
    walk->browser->generation++;
    (void)browser_reload(walk->browser, browser_top(walk->browser));
    assert_shows(walk, "draft budget");
    serve(walk, browser_answer(walk->browser, "draft"));
    assert_shows(walk, "draft budget");
}

static int make_town(void **state)
{
    (void)state;
    setlocale(LC_ALL, "C.UTF-8");
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    return 0;
}

static int leave_town(void **state)
{
    (void)state;
    talloc_free(town);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(results_come_under_the_open_line),
        TEST_CASE(esc_brings_back_what_was_there),
        TEST_CASE(enter_searches_for_the_whole_words),
        TEST_CASE(a_wrong_line_leaves_what_was_found_and_says_why),
        TEST_CASE(a_screen_that_comes_meanwhile_stays),
        TEST_CASE(the_order_is_turned_by_a_key),
        TEST_CASE(it_can_be_left_while_it_searches),
        TEST_CASE(a_store_that_changes_meanwhile_disturbs_nothing),
    };
    return cmocka_run_group_tests_name("screens: found while it is typed", tests, make_town, leave_town);
}
