/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Committees: what is known of each, two that are one merged and a name split off again, always by the member and always
 * undone by u. The council does not exist. */
#include "support/test.h"

#include "screens/golden.h"
#include "screens/walk.h"
#include "unit/store/papers.h"

#include <locale.h>

#define LONG_NAME "Overview and Scrutiny Panel for the Harbour, the Foreshore and the Bathing Waters"

static char *store_file; /* no test here writes to it */
static void *papers;

/* ---- a store ---------------------------------------------------------------------------------------------- */

static void import(struct store *store, struct draft *draft)
{
    struct err err = {0};
    struct import_result *result;
    if (store_import(draft, store, draft, draft->path, strlen(draft->path), NULL, &result, &err) != STATUS_OK)
        fail_msg("%s: %s", draft->path, err.text);
}

static void give(struct store *store, const char *seed, const char *council, const char *committee, int year)
{
    struct draft *draft = paper(store, seed, FORM_PACK_TEXT);
    paper_committee(draft, committee);
    draft->meeting->council = mem_strdup(draft->meeting, council);
    paper_on(draft, year, 3, 12, DATE_STATED);
    (void)paper_item(draft, "Apologies");
    import(store, draft);
    talloc_free(draft);
}

/* The page of a committee that tells its members, and a list of the council. */
static void give_members(struct store *store)
{
    static const char *const names[][2] = {{"Cllr Ida Marsh", "Chairman"}, {"Cllr Obed Finch", "Vice Chairman"}, {"Cllr Una Pell", NULL}};
    struct draft *page = paper(store, "panel", FORM_COMMITTEE_HTML), *list = paper(store, "list", FORM_LIST_XML);
    struct meeting *meeting = page->meeting;
    paper_committee(page, "Harbour Panel");
    meeting->council = mem_strdup(meeting, "Port Ferris Borough Council");
    for (size_t i = 0; i < MB_LENGTH(names); i++) {
        struct person *person = mem_append(meeting, meeting->people, meeting->n_people);
        person->name = mem_strdup(meeting, names[i][0]);
        person->role = mem_strdup(meeting, names[i][1]);
    }
    struct listed_committee *gone = mem_append(list, list->listed_committees, list->n_listed_committees);
    *gone = (struct listed_committee){.name = mem_strdup(list, "Allotments Panel"), .service_id = mem_strdup(list, "9"), .expired = true};
    import(store, page);
    import(store, list);
}

static char *store_of_committees(const void *parent)
{
    struct err err = {0};
    struct store *store;
    char *path = town_path(parent);
    if (store_open(NULL, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    give(store, "a", "Port Ferris Borough Council", "Harbour Panel", 2022);
    give(store, "b", "Port Ferris Borough Council", LONG_NAME, 2024);
    give(store, "c", "Port Ferris Borough Council", LONG_NAME, 2023);
    give(store, "d", "Lower Ferris Town Council", "Harbour Panel", 2024);
    give(store, "e", NULL, "Markets Sub-Committee", 2021);
    give_members(store);
    talloc_free(store);
    return path;
}

static struct walk *open_committees(const void *parent, const char *path, int width, int height)
{
    struct walk *walk = walk_new(parent, path, width, height);
    do_line(walk, "committees");
    assert_int_equal(browser_context(walk->browser), CONTEXT_COMMITTEES);
    return walk;
}

static void go_to(struct walk *walk, const char *words)
{
    type_keys(walk, "g");
    for (int i = 0; i < 20 && !strstr(row_here(walk), words); i++)
        type_keys(walk, "j");
    assert_here(walk, words);
}

/* Of Port Ferris, which stands below Lower Ferris. */
static void go_to_harbour(struct walk *walk)
{
    go_to(walk, "Overview and Scrutiny Panel");
    type_keys(walk, "k");
    assert_here(walk, "Harbour Panel");
}

/* ---- looking ------------------------------------------------------------------------------------------------ */

static void committees_stand_by_council_with_what_is_known(void **state)
{
    static const int narrow[][2] = {{80, 24}, {40, 10}};
    golden_sizes(*state, store_file, "committees", "", "committees");
    for (size_t i = 0; i < MB_LENGTH(narrow); i++) {
        struct walk *walk = open_committees(*state, store_file, narrow[i][0], narrow[i][1]);
        go_to_harbour(walk);
        type_keys(walk, "\t");
        golden(walk, "committees-about");
        talloc_free(walk);
    }
}

static void members_and_other_facts_stand_beside(void **state)
{
    struct walk *walk = open_committees(*state, store_file, 120, 36);
    go_to_harbour(walk);
    assert_shows(walk, "Members (3)");
    assert_shows(walk, "Cllr Obed Finch, Vice Chairman");
    go_to(walk, "Allotments Panel");
    assert_shows(walk, "meets no more, says the council's list");
    assert_hides(walk, "Cllr Obed Finch");
}

static void enter_opens_the_meetings_of_that_committee_alone(void **state)
{
    struct walk *walk = open_committees(*state, store_file, 120, 36);
    go_to(walk, "Overview and Scrutiny Panel");
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETINGS);
    assert_shows(walk, "Tue 12 Mar 2024");
    assert_shows(walk, "Sun 12 Mar 2023");
    assert_shows(walk, "row 1 of 2");
    assert_shows(walk, "M meetings");
    type_keys(walk, "M"); /* and from there all */
    assert_shows(walk, "row 1 of 5");
    type_keys(walk, "hh");
    go_to(walk, "Allotments Panel");
    type_keys(walk, "\r");
    assert_shows(walk, "No meeting of this committee is held or listed.");
}

/* ---- merging and splitting ------------------------------------------------------------------------------------- */

static void one_is_marked_and_merged_with_another_and_split_again(void **state)
{
    struct walk *walk = open_committees(*state, town_copy(*state, store_file), 120, 36);
    go_to_harbour(walk);
    type_keys(walk, "v");
    assert_shows(walk, "marked: now m on the committee that it is another name of");
    type_keys(walk, "m");
    assert_shows(walk, "this one is marked");
    type_keys(walk, "j");
    assert_true(browser_do(walk->browser, CMD_MERGE, 0, NULL) & REACT_PROMPT);
    assert_shows(walk, "Harbour Panel becomes another name of the committee on this line");
    assert_string_equal(browser_prompt(walk->browser).initial, LONG_NAME);
    serve(walk, browser_answer(walk->browser, NULL)); /* Esc: they stay two */
    assert_hides(walk, "also: ");
    assert_true(browser_do(walk->browser, CMD_MERGE, 0, NULL) & REACT_PROMPT);
    serve(walk, browser_answer(walk->browser, browser_prompt(walk->browser).initial));
    assert_shows(walk, "one committee: Harbour Panel is");
    assert_shows(walk, "also: Harbour Panel (merged by you)");
    assert_shows(walk, "3 meetings, 12 March 2022 to 12 March 2024");
    golden(walk, "committees-merged");
    type_keys(walk, "u");
    assert_hides(walk, "also: ");
    do_command(walk, CMD_REDO);
    assert_shows(walk, "also: ");
    go_to(walk, "Overview and Scrutiny Panel");
    assert_true(browser_do(walk->browser, CMD_SPLIT, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "Harbour Panel");
    serve(walk, browser_answer(walk->browser, "Harbour Panel"));
    assert_shows(walk, "two committees: ");
    assert_hides(walk, "also: ");
}

static void committees_of_two_councils_are_never_one(void **state)
{
    struct walk *walk = open_committees(*state, town_copy(*state, store_file), 120, 36);
    go_to_harbour(walk);
    type_keys(walk, "v");
    go_to(walk, "Harbour Panel"); /* of the other council: its name alone would not tell which */
    assert_true(browser_do(walk->browser, CMD_MERGE, 0, NULL) & REACT_PROMPT);
    assert_string_not_equal(browser_prompt(walk->browser).initial, "Harbour Panel");
    serve(walk, browser_answer(walk->browser, browser_prompt(walk->browser).initial));
    assert_shows(walk, "they are committees of two councils");
    assert_hides(walk, "merged by you");
}

static void a_name_can_be_typed_and_is_completed(void **state)
{
    struct walk *walk = open_committees(*state, town_copy(*state, store_file), 120, 36);
    struct completion out;
    go_to(walk, "Markets Sub-Committee");
    assert_true(browser_do(walk->browser, CMD_MERGE, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "");
    browser_complete(walk, walk->browser, "allot", 5, &out);
    assert_int_equal(out.choices.n, 1);
    assert_string_equal(out.choices.at[0], "Allotments Panel");
    serve(walk, browser_answer(walk->browser, NULL));
    do_line(walk, "merge Parks Panel");
    assert_shows(walk, "no committee is called \"Parks Panel\"");
    do_line(walk, "merge Allotments Panel");
    assert_shows(walk, "one committee: Markets Sub-Committee is Allotments Panel");
    go_to(walk, "Allotments Panel");
    do_line(walk, "split Markets Sub-Committee");
    assert_shows(walk, "two committees: ");
    do_line(walk, "split");
    assert_shows(walk, "has no other name");
}

static void the_site_is_that_of_the_council_under_the_cursor(void **state)
{
    struct walk *walk = open_committees(*state, town_copy(*state, store_file), 120, 36);
    go_to_harbour(walk);
    assert_true(browser_do(walk->browser, CMD_SITE, 0, NULL) & REACT_PROMPT);
    assert_shows(walk, "the website of Port Ferris Borough Council");
    serve(walk, browser_answer(walk->browser, NULL));
}

static void nothing_is_there_without_papers(void **state)
{
    struct walk *walk = open_committees(*state, town_path(*state), 80, 24);
    assert_shows(walk, "No committee yet");
    type_keys(walk, "vms\r\t");
    assert_int_equal(browser_context(walk->browser), CONTEXT_COMMITTEES);
}

static int setup(void **state)
{
    (void)state;
    setlocale(LC_ALL, "");
    papers = talloc_named_const(NULL, 0, "papers");
    store_file = store_of_committees(papers);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    return talloc_free(papers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(committees_stand_by_council_with_what_is_known),
        TEST_CASE(members_and_other_facts_stand_beside),
        TEST_CASE(enter_opens_the_meetings_of_that_committee_alone),
        TEST_CASE(one_is_marked_and_merged_with_another_and_split_again),
        TEST_CASE(committees_of_two_councils_are_never_one),
        TEST_CASE(a_name_can_be_typed_and_is_completed),
        TEST_CASE(the_site_is_that_of_the_council_under_the_cursor),
        TEST_CASE(nothing_is_there_without_papers),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
