/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The topic card: asked for from an item, the work programme and a search; each line opens its place, and it is written to a file. */
#include "support/test.h"

#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>
#include <stdio.h>

static void an_item_that_is_read_has_its_card(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 40);
    do_line(walk, "topic 2024-05-16/m33");
    assert_int_equal(browser_context(walk->browser), CONTEXT_TOPIC);
    assert_shows(walk, "Last time we looked: Late School Buses");
    assert_shows(walk, "When it came up");
    assert_here(walk, "minute 33");
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "Late School Buses");
    type_keys(walk, "."); /* of the item that is open now */
    assert_int_equal(browser_context(walk->browser), CONTEXT_TOPIC);
    assert_shows(walk, "Last time we looked: Late School Buses");
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
}

static void it_is_drawn_at_all_widths(void **state)
{
    golden_usual(*state, town_store(*state), "topic", "", "topic 2024-05-16/m33");
}

static void the_words_of_a_search_have_one(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 40);
    do_line(walk, "find buses");
    assert_int_equal(browser_context(walk->browser), CONTEXT_SEARCH);
    type_keys(walk, ".");
    assert_int_equal(browser_context(walk->browser), CONTEXT_TOPIC);
    assert_shows(walk, "Last time we looked: buses");
    assert_shows(walk, "Late School Buses");
}

static void where_nothing_is_meant_it_says_so(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 40);
    do_line(walk, "committees");
    type_keys(walk, ".");
    assert_shows(walk, "no item under the cursor");
    do_line(walk, "topic walruses");
    assert_shows(walk, "nothing held is about");
    assert_shows(walk, "walruses");
}

static void a_row_of_the_tracker_opens(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 40);
    do_line(walk, "topic 2024-05-16/m33");
    assert_shows(walk, "Still owed");
    do_line(walk, "search-text 33/1");
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_ACTIONS);
    assert_shows(walk, "33/1");
}

static void the_card_is_written_as_its_file_is_called(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 40);
    char *path = mem_printf(*state, "%s.md", town_path(*state)), line[2000], begins[100] = "";
    do_line(walk, "topic 2024-05-16/m33");
    (void)snprintf(line, sizeof line, "export topic %s", path);
    do_line(walk, line);
    assert_shows(walk, "written");
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    assert_non_null(fgets(begins, sizeof begins, file));
    assert_string_equal(begins, "# Late School Buses\n");
    assert_int_equal(fclose(file), 0);
    assert_int_equal(remove(path), 0);
}

int main(void)
{
    (void)setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(an_item_that_is_read_has_its_card),
        TEST_CASE(it_is_drawn_at_all_widths),
        TEST_CASE(the_words_of_a_search_have_one),
        TEST_CASE(where_nothing_is_meant_it_says_so),
        TEST_CASE(a_row_of_the_tracker_opens),
        TEST_CASE(the_card_is_written_as_its_file_is_called),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
