/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Did it happen? The promise beside the later paper, taken as evidence by a key, and closed by its minute. */
#include "support/test.h"

#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>
#include <string.h>

static char *store_with_later_papers(void **state)
{
    struct err err = {0};
    struct store *store;
    char *path = town_store(*state);
    if (store_open(NULL, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    town_import_later(store);
    talloc_free(store);
    return path;
}

static struct walk *evidence_walk(void **state, int width, int height)
{
    struct walk *walk = walk_new(*state, store_with_later_papers(state), width, height);
    do_line(walk, "evidence");
    assert_int_equal(browser_context(walk->browser), CONTEXT_EVIDENCE);
    return walk;
}

static void the_promise_stands_beside_the_later_paper(void **state)
{
    struct walk *walk = evidence_walk(state, 120, 36);
    static const char *const told[] = {"The promise", "A later paper", "“It was agreed that the Chairman", "“Minute 33: the Chairman reported",
                                       "by the Chairman", "Later meetings looked at", "12 June 2024: minutes held"};
    for (size_t i = 0; i < MB_LENGTH(told); i++)
        assert_shows(walk, told[i]);
    resize(walk, 40, 12); /* one after another */
    assert_shows(walk, "33/1  the crossing at Mill Lane");
    do_command(walk, CMD_NEXT_PANE);
    assert_shows(walk, "“It was agreed that the Chairman");
}

static void one_key_takes_it_and_another_closes_by_its_minute(void **state)
{
    struct walk *walk = evidence_walk(state, 120, 36);
    assert_shows(walk, "minute 38");
    type_keys(walk, "c");
    assert_shows(walk, "taken: ");
    assert_shows(walk, "Taken as evidence.");
    type_keys(walk, "c");
    assert_shows(walk, "it is taken already");
    type_keys(walk, "td");
    assert_string_equal(browser_prompt(walk->browser).initial, "minute 38, 12 June 2024");
    serve(walk, browser_answer(walk->browser, "minute 38, 12 June 2024"));
    assert_shows(walk, "33/1  done: ");
    type_keys(walk, "u");
    assert_hides(walk, "33/1  done: ");
    type_keys(walk, "u");
    assert_hides(walk, "taken: ");
}

static void enter_leads_to_the_paper_and_back(void **state)
{
    struct walk *walk = evidence_walk(state, 120, 36);
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "12 June 2024");
    assert_here(walk, "Minute 33: the Chairman reported");
    type_keys(walk, "q\t");
    do_command(walk, CMD_OPEN);
    assert_shows(walk, "16 May 2024");
}

/* Where panes stand one after another, too: nobody asked for the agenda. Who went there is led back over it. */
static void esc_leads_from_the_paper_straight_back(void **state)
{
    struct walk *walk = evidence_walk(state, 80, 24);
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_EVIDENCE);
    do_command(walk, CMD_OPEN);
    do_command(walk, CMD_PREVIOUS_PANE);
    do_command(walk, CMD_NEXT_PANE);
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_EVIDENCE);
}

static void what_has_no_trace_says_how_little_that_means(void **state)
{
    struct walk *walk = evidence_walk(state, 120, 36);
    do_command(walk, CMD_LAST);
    assert_shows(walk, "no trace in 1 later meeting");
    assert_shows(walk, "12 June 2024: minutes held");
    type_keys(walk, "c");
    assert_shows(walk, "no later paper is proposed here");
}

static void it_is_asked_of_the_row_under_the_cursor(void **state)
{
    struct walk *walk = walk_new(*state, store_with_later_papers(state), 120, 36);
    type_keys(walk, "A");
    do_line(walk, "order by");
    do_line(walk, "search-text contractor");
    do_line(walk, "evidence");
    assert_shows(walk, "Evidence > 34/1");
}

static void a_store_that_is_only_read_is_looked_through_too(void **state)
{
    struct walk *walk = walk_new(*state, store_with_later_papers(state), 80, 24);
    walk->program->read_only = true;
    do_line(walk, "evidence");
    assert_shows(walk, "Did it happen?");
    type_keys(walk, "c");
    assert_shows(walk, "read-only");
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_promise_stands_beside_the_later_paper),
        TEST_CASE(one_key_takes_it_and_another_closes_by_its_minute),
        TEST_CASE(enter_leads_to_the_paper_and_back),
        TEST_CASE(esc_leads_from_the_paper_straight_back),
        TEST_CASE(what_has_no_trace_says_how_little_that_means),
        TEST_CASE(it_is_asked_of_the_row_under_the_cursor),
        TEST_CASE(a_store_that_is_only_read_is_looked_through_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
