/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Reading: a second text beside the first, what is missing and how to get it, and searching the text of a
 * screen. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>

static char *store_file; /* the town's store, made once: no test here writes to it */
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

/* ---- a second text ---------------------------------------------------------------------------------- */

static void the_report_stands_beside_the_minute(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\rP");
    golden(walk, "beside");
    assert_shows(walk, "Minute 33");
    assert_shows(walk, "Late buses by school");
    type_keys(walk, "P");
    assert_hides(walk, "Late buses by school");
    assert_shows(walk, "Head of Passenger Transport");
}

static void both_texts_scroll_on_their_own(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 14);
    type_keys(walk, "\rP\t");
    assert_shows(walk, "1,058 buses");
    assert_shows(walk, "Summary");
    type_keys(walk, "G");
    assert_hides(walk, "1,058 buses");
    assert_shows(walk, "Summary");
    type_keys(walk, "\tG");
    assert_shows(walk, "scrutiny is needed.");
    assert_hides(walk, "Summary");
    assert_shows(walk, "Mill Lane");
}

/* Turning the middle to the text on the right turns the right to what stood in the middle. */
static void the_same_text_never_stands_twice(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\rPp");
    assert_shows(walk, "Late buses by school");
    assert_shows(walk, "1,058 buses");
}

static void an_item_of_one_text_shows_its_details_and_the_next_both_again(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\rP]");
    assert_shows(walk, "This meeting (I: why)");
    type_keys(walk, "P");
    assert_shows(walk, "this item has one text only");
    type_keys(walk, "[");
    assert_shows(walk, "Late buses by school");
    assert_shows(walk, "1,058 buses");
}

static void a_narrow_terminal_reads_the_second_text_in_its_turn(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\rP\t\t");
    resize(walk, 80, 24);
    assert_shows(walk, "[3 Report, pages 5–12]");
    resize(walk, 120, 36);
    assert_shows(walk, "1,058 buses");
    assert_shows(walk, "Late buses by school");
    resize(walk, 80, 24);
    type_keys(walk, "\t\t\tP");
    assert_shows(walk, "[3 Report, pages 5–12]");
}

static void a_cut_minute_says_how_to_get_the_full_text(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r]F");
    golden(walk, "how-to-get");
    type_keys(walk, "[F");
    assert_shows(walk, "Nothing is missing of this item");
}

static int town_up(void **state)
{
    (void)state;
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    return 0;
}

static int town_down(void **state)
{
    (void)state;
    return talloc_free(town);
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_report_stands_beside_the_minute),
        TEST_CASE(both_texts_scroll_on_their_own),
        TEST_CASE(the_same_text_never_stands_twice),
        TEST_CASE(an_item_of_one_text_shows_its_details_and_the_next_both_again),
        TEST_CASE(a_narrow_terminal_reads_the_second_text_in_its_turn),
        TEST_CASE(a_cut_minute_says_how_to_get_the_full_text),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
