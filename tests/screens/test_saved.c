/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Saved searches with what is new in them, and what's new: a paper that comes makes its texts new until they are looked at. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>

static char *store_file; /* the town's store, made once: no test writes to it */
static void *town;

static struct walk *walk_of(void **state, const char *path)
{
    return walk_new(*state, path, 120, 36);
}

static void type_at(struct walk *walk, enum command_id command, const char *line)
{
    assert_true(browser_do(walk->browser, command, 0, NULL) & REACT_PROMPT);
    serve(walk, browser_answer(walk->browser, line));
}

static void import_later(const char *path)
{
    struct err err = {0};
    struct store *store;
    if (store_open(NULL, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_import_later(store);
    talloc_free(store);
}

static void a_search_is_saved_and_found_again(void **state)
{
    struct walk *walk = walk_of(state, town_copy(*state, store_file));
    do_line(walk, "saved");
    assert_shows(walk, "None yet: find something");
    type_keys(walk, "h");
    type_at(walk, CMD_FIND, "buses");
    type_keys(walk, "S");
    assert_int_equal(browser_context(walk->browser), CONTEXT_SAVED);
    assert_shows(walk, "Save the last search");
    type_keys(walk, "h");
    do_line(walk, "find buses");
    do_line(walk, "search-order oldest");
    type_keys(walk, "S");
    type_at(walk, CMD_SAVE_SEARCH, "late buses");
    assert_shows(walk, "search saved: late buses");
    assert_shows(walk, "late buses \xC2\xB7 nothing new");
    do_line(walk, "find crossing");
    do_line(walk, "search-order newest");
    do_line(walk, "saved");
    type_keys(walk, "gj\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_SEARCH);
    assert_shows(walk, "oldest first"); /* it was saved with its order */
    do_line(walk, "saved");
    type_keys(walk, "gjd");
    assert_shows(walk, "None yet");
    type_keys(walk, "u");
    assert_shows(walk, "late buses \xC2\xB7 nothing new");
}

static void a_paper_that_comes_is_new_until_it_is_looked_at(void **state)
{
    char *path = town_copy(*state, store_file);
    struct walk *walk = walk_of(state, path);
    type_at(walk, CMD_FIND, "chairman");
    do_line(walk, "save-search the chair");
    do_line(walk, "news");
    type_keys(walk, "m");
    assert_shows(walk, "Nothing new");
    import_later(path);
    do_command(walk, CMD_RELOAD);
    assert_shows(walk, "12 June 2024");
    assert_shows(walk, "nothing of it was held before");
    do_line(walk, "saved");
    assert_shows(walk, "What's new \xC2\xB7 papers of 1 meeting");
    assert_hides(walk, "nothing new");
    assert_shows(walk, " new");
    type_keys(walk, "gj\r");
    do_line(walk, "saved");
    assert_shows(walk, "the chair \xC2\xB7 nothing new");
    type_keys(walk, "g\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_NEWS);
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    type_keys(walk, "hm");
    assert_shows(walk, "Nothing new");
}

/* What is counted is what is found when it is opened: what means the same, too. */
static void what_is_new_is_counted_as_it_is_found(void **state)
{
    char *path = town_copy(*state, store_file);
    struct walk *walk = walk_of(state, path);
    type_at(walk, CMD_FIND, "\"portfolio holder\"");
    do_line(walk, "save-search holders");
    import_later(path);
    do_line(walk, "saved");
    assert_shows(walk, "holders \xC2\xB7 1 new");
}

static void without_a_search_there_is_none_to_save(void **state)
{
    struct walk *walk = walk_of(state, town_copy(*state, store_file));
    do_line(walk, "save-search x");
    assert_shows(walk, "nothing has been searched for yet");
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
        TEST_CASE(a_search_is_saved_and_found_again),
        TEST_CASE(a_paper_that_comes_is_new_until_it_is_looked_at),
        TEST_CASE(what_is_new_is_counted_as_it_is_found),
        TEST_CASE(without_a_search_there_is_none_to_save),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("screens: saved searches and what is new", tests, make_town, forget_town);
}
