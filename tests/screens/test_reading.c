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

/* ---- a second text ---------------------------------------------------------------------------------- */

static void the_report_stands_beside_the_minute(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\rP");
    assert_shows(walk, "Minute 33");
    assert_shows(walk, "Late buses by school");
    type_keys(walk, "P");
    assert_hides(walk, "Late buses by school");
    assert_shows(walk, "Head of Passenger Transport");
}

/* "Turn to page 6" */
static void a_page_of_the_pack_is_turned_to(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 12);
    type_keys(walk, "\r");
    do_line(walk, "page 6");
    assert_shows(walk, "page 6");
    assert_shows(walk, "Late buses by school");
    assert_non_null(strstr(row_here(walk), "page 6"));
    do_line(walk, "page 5");
    assert_shows(walk, "Summary");
}

static void a_page_that_the_text_does_not_mark_is_told_with_its_item(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\r");
    do_line(walk, "page 14");
    assert_shows(walk, "page 14 is in this report, pages 13–14; the text held does not mark where its pages begin");
    assert_shows(walk, "to note its work programme");
    do_line(walk, "page 99");
    assert_shows(walk, "no paper held of this meeting has a page 99");
    do_line(walk, "page");
    assert_shows(walk, ":page 27");
    do_line(walk, "page six");
    assert_shows(walk, "has a page six");
}

static void links_stand_under_the_text_that_has_their_words(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 40);
    type_keys(walk, "\r\t");
    assert_hides(walk, "Links");
    do_line(walk, "page 5");
    assert_shows(walk, "[1]  the Fenwick road:");
    assert_shows(walk, "https://roads.fenwick.example/closures?road=fenwick&from=2024-03-04");
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
    assert_shows(walk, "It was agreed");
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
    assert_shows(walk, "[Report, pages 5–12]");
    resize(walk, 120, 36);
    assert_shows(walk, "1,058 buses");
    assert_shows(walk, "Late buses by school");
    resize(walk, 80, 24);
    type_keys(walk, "\t\t\tP");
    assert_shows(walk, "[Report, pages 5–12]");
}

static void a_cut_minute_says_how_to_get_the_full_text(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r]F");
    golden(walk, "how-to-get");
    type_keys(walk, "[F");
    assert_shows(walk, "Nothing is missing of this item");
}

/* ---- searching the text of a screen ------------------------------------------------------------------------ */

/* Type WORDS after "/". */
static void search_text(struct walk *walk, const char *words)
{
    assert_true(browser_do(walk->browser, CMD_SEARCH_TEXT, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).prefix, "/");
    serve(walk, browser_answer(walk->browser, words));
}

static int marked_runs(struct walk *walk)
{
    int n = 0;
    browser_draw(walk->browser, walk->grid);
    for (char *at = grid_print(walk, walk->grid, true); (at = strstr(at, "hit\n")); at++)
        n++;
    return n;
}

static void the_cursor_goes_to_what_is_searched_in_a_text(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r\r");
    search_text(walk, "had");
    assert_shows(walk, "“had” 1 of 3");
    assert_here(walk, "1,058 buses");
    type_keys(walk, "n");
    assert_here(walk, "the depot");
    golden(walk, "search-text");
    type_keys(walk, "N");
    assert_here(walk, "1,058 buses");
    type_keys(walk, "N");
    assert_shows(walk, "from the end again");
    assert_here(walk, "A Member asked");
    type_keys(walk, "n");
    assert_shows(walk, "from the top again");
    assert_here(walk, "1,058 buses");
}

static void words_are_found_across_the_end_of_a_line(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\r\r");
    assert_shows(walk, "seven");
    search_text(walk, "would  write to the cabinet member for");
    assert_shows(walk, "1 of 1");
    assert_int_equal(marked_runs(walk), 2); /* one on each of the two lines */
    search_text(walk, "less than ten minutes; · the depot");
    assert_shows(walk, "1 of 1");
}

static void only_a_capital_asks_for_a_capital(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r\r");
    search_text(walk, "fenwick high");
    assert_shows(walk, "1 of 1");
    search_text(walk, "FENWICK");
    assert_shows(walk, "is not found");
    search_text(walk, "1,058"); /* a digit is no capital */
    assert_here(walk, "1,058");
}

static void typed_quotes_and_hyphens_find_those_of_papers(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "j\rI");
    (void)browser_push(walk->browser, report_new(walk->browser, "Quotes", "the council’s “own” words – and a co‑opted member"));
    search_text(walk, "council's \"own\" words - and a co-opted");
    assert_shows(walk, "1 of 1");
}

static void what_is_not_found_leaves_everything_in_its_place(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r\rjjj");
    char *before = row_here(walk);
    search_text(walk, "zeppelin");
    assert_shows(walk, "“zeppelin” is not found");
    assert_string_equal(row_here(walk), before);
    assert_int_equal(marked_runs(walk), 0);
    do_command(walk, CMD_BACK); /* there are no marks that this would have to put out first */
    assert_shows(walk, "[Agenda]");
}

static void the_marks_go_with_esc_and_only_then_the_screen(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "M");
    search_text(walk, "minutes");
    assert_true(marked_runs(walk) > 1);
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETINGS);
    assert_int_equal(marked_runs(walk), 0);
    type_keys(walk, "n"); /* they come back with the next search for the same */
    assert_true(marked_runs(walk) > 1);
    do_command(walk, CMD_BACK);
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_DESK);
}

static void n_repeats_the_search_that_was_made_last(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    do_line(walk, "find crossing");
    type_keys(walk, "\r");
    search_text(walk, "depot");
    assert_here(walk, "the depot");
    type_keys(walk, "n");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "from the top again");
    do_line(walk, "find crossing");
    type_keys(walk, "n");
    assert_int_equal(browser_context(walk->browser), CONTEXT_SEARCH);
    assert_shows(walk, "hit 2 of 2");
    search_text(walk, "lane");
    type_keys(walk, "n");
    assert_int_equal(browser_context(walk->browser), CONTEXT_SEARCH);
    assert_shows(walk, "“lane”");
}

static void the_same_words_are_searched_again_by_enter_alone(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r\r");
    search_text(walk, "the d");
    search_text(walk, "");
    assert_here(walk, "the depot");
    assert_shows(walk, "from the top again");
}

static void what_stands_in_no_row_is_found_and_seen(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 12);
    type_keys(walk, "G");
    search_text(walk, "next meeting");
    assert_shows(walk, "Next meeting");
    assert_shows(walk, "1 of 1");
}

static void another_pane_that_has_it_is_named(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\r");
    search_text(walk, "depot");
    assert_shows(walk, "not in this pane, but in another: Tab, then n");
    type_keys(walk, "\tn");
    assert_here(walk, "the depot");
}

static void help_reports_and_lists_are_searched(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "?");
    search_text(walk, "undo");
    assert_shows(walk, "“undo” 1 of");
    type_keys(walk, "qj\rI");
    search_text(walk, "worked out");
    assert_shows(walk, "“worked out” 1 of");
    type_keys(walk, "qqA");
    search_text(walk, "crossing");
    assert_shows(walk, "“crossing” 1 of");
}

/* ---- help and messages ---------------------------------------------------------------------------------------- */

static void help_goes_to_a_command_or_a_word(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    do_line(walk, "help part");
    assert_here(walk, ":part");
    type_keys(walk, "q");
    do_line(walk, "help cut");
    assert_here(walk, "cut off");
    assert_shows(walk, "how to get the rest");
    do_line(walk, "help to get");
    assert_shows(walk, "no command");
    do_line(walk, "help undo");
    assert_here(walk, "undo the last change");
}

/* The short help has few keys: what is searched is all of it. */
static void a_search_in_help_searches_all_of_it(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "?");
    assert_hides(walk, "Everywhere");
    search_text(walk, "suspend");
    assert_here(walk, "suspend");
}

static void fixed_time(char out[TIME_OF_DAY])
{
    memcpy(out, "14:05", TIME_OF_DAY);
}

static void what_was_said_can_be_read_again(void **state)
{
    static const int sizes[][2] = {{120, 36}, {80, 24}, {40, 12}};
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct walk *walk = walk_new(*state, store_file, sizes[i][0], sizes[i][1]);
        do_line(walk, "messages");
        assert_shows(walk, "nothing was said yet");
        type_keys(walk, "q");
        walk->program->time_of_day = fixed_time;
        do_command(walk, CMD_RELOAD);
        do_line(walk, "details date someday");
        do_line(walk, "join zzz");
        search_text(walk, "buses"); /* counts of a search are not kept */
        do_line(walk, "messages");
        golden(walk, "messages");
        assert_shows(walk, "error: no meeting is named");
        assert_hides(walk, "1 of");
        type_keys(walk, "q");
        browser_say(walk->browser, false, "the newest sentence of all");
        do_line(walk, "messages");
        assert_here(walk, "the newest sentence");
        talloc_free(walk);
    }
}

static void a_text_search_without_result_is_no_error(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    search_text(walk, "zeppelin");
    assert_shows(walk, "“zeppelin” is not found");
    do_line(walk, "messages");
    assert_shows(walk, "“zeppelin” is not found");
    assert_hides(walk, "error:");
}

static void a_long_day_of_messages_keeps_the_newest(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    for (int i = 0; i < 1200; i++)
        (void)browser_sayf(walk->browser, "sentence number %d", i);
    do_line(walk, "messages");
    assert_here(walk, "sentence number 1199");
    type_keys(walk, "g");
    assert_here(walk, "sentence number 700");
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
        TEST_CASE(a_page_of_the_pack_is_turned_to),
        TEST_CASE(a_page_that_the_text_does_not_mark_is_told_with_its_item),
        TEST_CASE(links_stand_under_the_text_that_has_their_words),
        TEST_CASE(both_texts_scroll_on_their_own),
        TEST_CASE(the_same_text_never_stands_twice),
        TEST_CASE(an_item_of_one_text_shows_its_details_and_the_next_both_again),
        TEST_CASE(a_narrow_terminal_reads_the_second_text_in_its_turn),
        TEST_CASE(a_cut_minute_says_how_to_get_the_full_text),
        TEST_CASE(the_cursor_goes_to_what_is_searched_in_a_text),
        TEST_CASE(words_are_found_across_the_end_of_a_line),
        TEST_CASE(only_a_capital_asks_for_a_capital),
        TEST_CASE(typed_quotes_and_hyphens_find_those_of_papers),
        TEST_CASE(what_is_not_found_leaves_everything_in_its_place),
        TEST_CASE(the_marks_go_with_esc_and_only_then_the_screen),
        TEST_CASE(n_repeats_the_search_that_was_made_last),
        TEST_CASE(the_same_words_are_searched_again_by_enter_alone),
        TEST_CASE(what_stands_in_no_row_is_found_and_seen),
        TEST_CASE(another_pane_that_has_it_is_named),
        TEST_CASE(help_reports_and_lists_are_searched),
        TEST_CASE(help_goes_to_a_command_or_a_word),
        TEST_CASE(a_search_in_help_searches_all_of_it),
        TEST_CASE(what_was_said_can_be_read_again),
        TEST_CASE(a_text_search_without_result_is_no_error),
        TEST_CASE(a_long_day_of_messages_keeps_the_newest),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
