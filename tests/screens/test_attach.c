/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers attached by hand in the browser: the file that is named is the paper of the item under the cursor. */
#include "support/test.h"

#include "screens/golden.h"
#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define ROADS "Road Repairs Contract: was to follow"

static char *store_file; /* the town with a second committee: no test here writes to it */
static void *town;
static char folder[] = "/tmp/minutebook-attach-XXXXXX", *paper; /* what came, in a folder of its own */

static const char report[] = "Report of the Head of Highways\n\nPaying for Potholes\n\nExecutive summary\n\n"
                             "Nine of forty repairs were paid for twice.\n\nRecommendations\n\n1. That the Panel notes the forty repairs.\n\n"
                             "1 Introduction\n\n1.1 The contract began in April.\n";

static struct walk *own_walk(const void *parent)
{
    return walk_new(parent, town_copy(parent, store_file), 120, 36);
}

static void write_paper(void)
{
    assert_non_null(mkdtemp(folder));
    paper = mem_printf(town, "%s/a report.txt", folder);
    FILE *file = fopen(paper, "w");
    assert_non_null(file);
    assert_true(fputs(report, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void attach_it(struct walk *walk)
{
    do_line(walk, mem_printf(walk, "attach '%s'", paper));
}

static void go_to(struct walk *walk, const char *words)
{
    type_keys(walk, "g");
    for (int i = 0; i < 60 && !strstr(row_here(walk), words); i++)
        do_command(walk, CMD_DOWN);
    if (!strstr(row_here(walk), words))
        fail_msg("no row has \"%s\":\n%s", words, shown(walk));
}

static void papers_to_get_say_how_a_paper_that_came_is_attached(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "T");
    assert_hides(walk, ":attach"); /* of a minute that is cut off */
    go_to(walk, ROADS);
    assert_shows(walk, "Got it? :attach FILE");
    golden(walk, "to-get-attach");
}

static void what_was_to_follow_is_held_once_it_is_attached(void **state)
{
    struct walk *walk = own_walk(*state);
    type_keys(walk, "T");
    go_to(walk, ROADS);
    attach_it(walk);
    assert_shows(walk, "1 paper read, 1 meeting.");
    assert_shows(walk, "the paper is attached. u undoes.");
    type_keys(walk, "q");
    assert_hides(walk, ROADS);
    type_keys(walk, "u");
    assert_shows(walk, " is of minute 34, ");
    assert_shows(walk, ROADS);
}

static void on_a_meeting_it_is_the_report_of_the_item_under_the_cursor(void **state)
{
    struct walk *walk = own_walk(*state);
    go_to(walk, "Thu 16 May 2024  Roads");
    type_keys(walk, "\r");
    while (!strstr(row_here(walk), "Parking Permits"))
        do_command(walk, CMD_NEXT_ITEM);
    assert_hides(walk, "paid for twice");
    attach_it(walk);
    assert_shows(walk, "the paper is attached. u undoes.");
    type_keys(walk, "qp");
    assert_shows(walk, "paid for twice");
    attach_it(walk);
    assert_hides(walk, "the paper is attached"); /* it was so already: there is nothing to undo */
}

static void what_will_come_of_a_file_is_said_before_it_is_named(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    go_to(walk, "Thu 16 May 2024  Roads");
    type_keys(walk, "\r");
    while (!strstr(row_here(walk), "Parking Permits"))
        do_command(walk, CMD_NEXT_ITEM);
    assert_true(browser_do(walk->browser, CMD_ATTACH, 0, NULL) & REACT_PROMPT);
    assert_shows(walk, "no paper is listed with item");
    assert_shows(walk, "what you name becomes its report");
    (void)browser_answer(walk->browser, NULL);
    while (!strstr(row_here(walk), "Road Repairs"))
        do_command(walk, CMD_PREVIOUS_ITEM);
    assert_true(browser_do(walk->browser, CMD_ATTACH, 0, NULL) & REACT_PROMPT);
    assert_shows(walk, "it becomes the report of item");
}

static void the_file_is_asked_for_where_it_is_not_said(void **state)
{
    struct walk *walk = own_walk(*state);
    type_keys(walk, "T");
    go_to(walk, ROADS);
    assert_true(browser_do(walk->browser, CMD_ATTACH, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).prefix, "attach: ");
    assert_true(browser_answer(walk->browser, "one two") & REACT_PROMPT);
    assert_shows(walk, "attach takes one file");
    assert_string_equal(browser_prompt(walk->browser).initial, "one two");
    assert_true(browser_answer(walk->browser, folder) & REACT_PROMPT);
    assert_shows(walk, "is a folder");
    assert_false(browser_answer(walk->browser, NULL) & REACT_PROMPT);
}

static void what_cannot_be_attached_says_why(void **state)
{
    struct walk *walk = own_walk(*state);
    type_keys(walk, "T");
    go_to(walk, "2 papers");
    attach_it(walk);
    assert_shows(walk, "these papers are of several items");
    go_to(walk, "named once");
    attach_it(walk);
    assert_shows(walk, "no paper of this meeting is held yet");
    go_to(walk, ROADS);
    do_line(walk, "attach /nowhere/at/all.txt");
    assert_shows(walk, "/nowhere/at/all.txt");
    assert_hides(walk, "the paper is attached");
    type_keys(walk, "q");
    walk->program->sample = true;
    attach_it(walk);
    assert_shows(walk, "this is the sample");
    walk->program->sample = false;
    walk->program->read_only = true;
    attach_it(walk);
    assert_shows(walk, "read-only: nothing was changed");
    assert_shows(walk, ROADS);
}

static int town_up(void **state)
{
    struct err err = {0};
    struct store *store;
    (void)state;
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    if (store_open(town, store_file, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    town_import_health(store);
    talloc_free(store);
    write_paper();
    return 0;
}

static int town_down(void **state)
{
    (void)state;
    (void)unlink(paper);
    (void)rmdir(folder);
    return talloc_free(town);
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(papers_to_get_say_how_a_paper_that_came_is_attached),
        TEST_CASE(what_was_to_follow_is_held_once_it_is_attached),
        TEST_CASE(on_a_meeting_it_is_the_report_of_the_item_under_the_cursor),
        TEST_CASE(what_will_come_of_a_file_is_said_before_it_is_named),
        TEST_CASE(the_file_is_asked_for_where_it_is_not_said),
        TEST_CASE(what_cannot_be_attached_says_why),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
