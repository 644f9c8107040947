/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The form for what the papers of a meeting do not say: offers first and with their reasons, nothing filled in,
 * saved as one change. */
#include "support/test.h"

#include "screens/golden.h"
#include "screens/walk.h"
#include "unit/store/papers.h"

#include <locale.h>

static char *store_file; /* the town: no test here writes to it */
static void *town;

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

static void the_time_is_typed_and_one_key_saves(void **state)
{
    struct walk *walk = form_open(*state, town_copy(*state, store_file), 120, 36);
    assert_shows(walk, "Time: not stated");
    while (!strstr(row_here(walk), "type it, as 10.30 am"))
        do_command(walk, CMD_DOWN);
    assert_true(browser_do(walk->browser, CMD_OPEN, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "time ");
    assert_true(browser_answer(walk->browser, "time half past two") & REACT_PROMPT); /* it stays, with the reason */
    assert_shows(walk, "“half past two” is no time");
    serve(walk, browser_answer(walk->browser, "time 2.30pm"));
    assert_shows(walk, "* 2.30 pm");
    type_keys(walk, "s");
    assert_int_equal(browser_context(walk->browser), CONTEXT_DESK);
    assert_shows(walk, "time of the meeting of 9 November 2023: 14:30");
    type_keys(walk, "G=");
    assert_shows(walk, "Time: 2.30 pm");
    assert_shows(walk, "0 chosen");
    type_keys(walk, "qu");
    type_keys(walk, "G=");
    assert_shows(walk, "Time: not stated");
}

static void leaving_saves_nothing_and_loses_nothing(void **state)
{
    struct walk *walk = form_open(*state, town_copy(*state, store_file), 120, 36);
    type_keys(walk, "\r");
    assert_shows(walk, "* Roads and Transport");
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_DESK);
    assert_shows(walk, "not saved; what was chosen is there again");
    assert_shows(walk, "committee not stated");
    type_keys(walk, "G=");
    assert_shows(walk, "* Roads and Transport");
    assert_shows(walk, "1 chosen");
    type_keys(walk, "s");
    assert_hides(walk, "committee not stated");
    type_keys(walk, "u");
    type_keys(walk, "G=");
    assert_shows(walk, "0 chosen"); /* what is saved is no longer kept */
}

/* Committees that only a list names can be chosen, and the council that alone has the one chosen is offered. */
static void committees_of_lists_are_there_and_bring_their_council(void **state)
{
    struct err err = {0};
    struct store *store;
    struct import_result *result;
    char *path = town_copy(*state, store_file);
    struct draft *list = paper(*state, "list", FORM_LIST_XML), *page = paper(*state, "panel", FORM_COMMITTEE_HTML);
    struct listed_committee *ferry = mem_append(list, list->listed_committees, list->n_listed_committees);
    *ferry = (struct listed_committee){.name = mem_strdup(list, "Ferry Working Group"), .service_id = mem_strdup(list, "9")};
    paper_committee(page, "Fenwick Bridges Panel");
    page->meeting->council = mem_strdup(page->meeting, "Fenwick Borough Council");
    assert_int_equal(store_open(*state, path, STORE_WRITE, &store, &err), STATUS_OK);
    assert_int_equal(store_import(*state, store, list, list->path, strlen(list->path), NULL, &result, &err), STATUS_OK);
    assert_int_equal(store_import(*state, store, page, page->path, strlen(page->path), NULL, &result, &err), STATUS_OK);
    talloc_free(store);
    struct walk *walk = form_open(*state, path, 120, 36);
    assert_shows(walk, "· Ferry Working Group");
    assert_hides(walk, "the committee is of this council");
    while (!strstr(row_here(walk), "Fenwick Bridges Panel"))
        do_command(walk, CMD_DOWN);
    do_command(walk, CMD_OPEN);
    assert_shows(walk, "* Fenwick Bridges Panel");
    assert_shows(walk, "· Fenwick Borough Council");
    assert_shows(walk, "offered: the committee is of this council");
    golden(walk, "details-chosen");
    resize(walk, 40, 12);
    golden(walk, "details-chosen");
    resize(walk, 80, 24);
    golden(walk, "details-chosen");
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
        TEST_CASE(the_time_is_typed_and_one_key_saves),
        TEST_CASE(leaving_saves_nothing_and_loses_nothing),
        TEST_CASE(committees_of_lists_are_there_and_bring_their_council),
        TEST_CASE(a_meeting_that_says_all_is_asked_for_in_one_line),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
