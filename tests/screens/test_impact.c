/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a year asked for, with the rows behind each number; and the tracker and letters written from the prompt. */
#include "support/test.h"

#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static void each_number_opens_its_rows_and_none_is_more(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    do_line(walk, "impact");
    assert_int_equal(browser_context(walk->browser), CONTEXT_IMPACT);
    assert_shows(walk, "Roads and Transport Overview and Scrutiny Panel, 2024/25");
    assert_shows(walk, "counts may be low");
    assert_shows(walk, "4 found in the minutes are still to check and not counted");
    assert_here(walk, "2 asked");
    do_line(walk, "search-text 1 overdue");
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_ACTIONS);
    assert_shows(walk, "only overdue, 2024/25");
    assert_shows(walk, "1 of 2 on the tracker");
    assert_shows(walk, "33/1");
    assert_hides(walk, "34/1");
    assert_shows(walk, "Esc leads back");
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_IMPACT);
    assert_here(walk, "1 overdue");
}

static void a_topic_opens_its_item(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    do_line(walk, "impact Roads and Transport Overview and Scrutiny Panel; 2024/25");
    do_line(walk, "search-text Late School Buses");
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "minute 33");
    do_line(walk, "impact The Committee of Nothing");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "Nothing");
}

static char *text_of_file(void **state, const char *path)
{
    char *text;
    struct err err;
    if (small_file_read(*state, path, &text, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    assert_int_equal(remove(path), 0);
    return text;
}

static void the_tracker_is_written_in_the_columns_of_a_council(void **state)
{
    char *store = town_store(*state), *sheet = mem_printf(*state, "%s.html", store), *calendar = mem_printf(*state, "%s.ics", store);
    struct walk *walk = walk_new(*state, store, 120, 36);
    do_line(walk, "as-at 24 June 2024"); /* the despatch day */
    do_line(walk, mem_printf(*state, "export --profile plain actions %s", sheet));
    assert_shows(walk, "written: 2 rows to");
    char *text = text_of_file(state, sheet);
    assert_non_null(strstr(text, "24 June 2024"));
    assert_non_null(strstr(text, "Mill Lane"));
    do_line(walk, mem_printf(*state, "export actions %s", calendar));
    assert_non_null(strstr(text_of_file(state, calendar), "BEGIN:VTODO"));
    do_line(walk, mem_printf(*state, "export --profile nobody actions %s", sheet));
    assert_shows(walk, "nobody");
    do_line(walk, "export --profile plain meetings /nowhere/x.html");
    assert_shows(walk, "json, csv and tsv");
}

static void a_letter_is_written_of_the_row_or_of_the_marked_ones(void **state)
{
    char *store = town_store(*state), *letter = mem_printf(*state, "%s.txt", store);
    struct walk *walk = walk_new(*state, store, 120, 36);
    type_keys(walk, "A");
    do_line(walk, mem_printf(*state, "letter by 1 July %s", letter));
    assert_shows(walk, "written: ");
    char *text = text_of_file(state, letter);
    assert_non_null(strstr(text, "the crossing at Mill Lane"));
    assert_non_null(strstr(text, "1 July 2024"));
    do_line(walk, "letter by next week x.txt");
    assert_shows(walk, "by which day?");
    type_keys(walk, "tw");
    assert_string_equal(browser_prompt(walk->browser).initial, "letter ");
    (void)browser_answer(walk->browser, NULL);
    type_keys(walk, ">");
    do_line(walk, "letter x.txt");
    assert_shows(walk, "no follow-up on the tracker");
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(each_number_opens_its_rows_and_none_is_more),
        TEST_CASE(a_topic_opens_its_item),
        TEST_CASE(the_tracker_is_written_in_the_columns_of_a_council),
        TEST_CASE(a_letter_is_written_of_the_row_or_of_the_marked_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
