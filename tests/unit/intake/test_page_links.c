/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Links of pasted pages, of packs whose converter left HTML, and addresses that are hostile. The councils do not exist. */
#include "reading.h"

/* The one item of a page whose minute is TEXT. */
static const struct item *item_of(void *parent, const char *text)
{
    char *page = mem_printf(parent,
                            "Agenda and minutes\n\nVenue: Pier\n\nItems\nNo. Item\n\n1.\n\nApologies\n\nMinutes:\n\nNone.\n\n"
                            "2.\n\nMoorings\n\nMinutes:\n\n%s\n",
                            text);
    struct draft *draft = draft_of(parent, page);
    assert_int_equal(draft->meeting->n_items, 2);
    assert_int_equal(draft->meeting->items[0].n_links, 0);
    return &draft->meeting->items[1];
}

static void assert_link(const struct item *item, size_t i, const char *words, const char *url)
{
    assert_true(i < item->n_links);
    assert_text(item->links[i].text, words);
    assert_text(item->links[i].url, url);
}

/* ---- what is kept --------------------------------------------------------------------------------------- */

static void words_stay_in_the_text_and_addresses_are_kept(void **state)
{
    const struct item *item =
        item_of(*state, "The Panel saw [the *old* chart](https://tidewick.example/chart \"Chart\") "
                        "and [the plan](<https://tidewick.example/p>).");
    assert_text(item->minutes_text, "The Panel saw the *old* chart and the plan.");
    assert_int_equal(item->n_links, 2);
    assert_link(item, 0, "the old chart", "https://tidewick.example/chart");
    assert_link(item, 1, "the plan", "https://tidewick.example/p");
}

static void both_manners_in_one_line_are_in_its_order(void **state)
{
    const struct item *item = item_of(
        *state, "Chart <https://tidewick.example/1> and [two](https://tidewick.example/2); three <https://tidewick.example/3>.");
    assert_text(item->minutes_text, "Chart and two; three.");
    assert_int_equal(item->n_links, 3);
    assert_link(item, 0, "Chart", "https://tidewick.example/1");
    assert_link(item, 1, "two", "https://tidewick.example/2");
    assert_link(item, 2, "three", "https://tidewick.example/3");
}

static void an_address_that_is_text_stays_in_it(void **state)
{
    const struct item *item = item_of(*state, "The survey (https://tidewick.example/survey) is at https://tidewick.example/all.");
    assert_text(item->minutes_text, "The survey (https://tidewick.example/survey) is at https://tidewick.example/all.");
    assert_int_equal(item->n_links, 0);
}

static void the_link_to_the_whole_of_a_cut_minute_is_none(void **state)
{
    const struct item *item =
        item_of(*state, "The Panel ... [view the full minutes text for item 2.](https://tidewick.example/mgAi.aspx?ID=5)");
    assert_true(item->truncated);
    assert_int_equal(item->n_links, 0);
}

static void rows_of_a_table_are_no_paragraphs_where_blank_lines_are_lost(void **state)
{
    struct draft *draft = draft_of(*state, "Agenda and minutes\nVenue: Pier\nItems\nNo. Item\n1.\nMoorings\nMinutes:\n"
                                           "The berths:\n"
                                           "Berth\tPlan\tCost\nNorth\t[View](https://tidewick.example/n)\t12\n"
                                           "South\tnone\t9\n(a)\tthat it be noted.\n"
                                           "2.\nSlipways\nMinutes:\nNoted.\n");
    const struct item *item = &draft->meeting->items[0];
    assert_text(item->minutes_text, "The berths:\n\nBerth\tPlan\tCost\nNorth\tView\t12\nSouth\tnone\t9\n\n(a)\tthat it be noted.");
    assert_int_equal(item->n_links, 1);
}

/* ---- hostile ones ----------------------------------------------------------------------------------------- */

static void what_runs_or_leads_nowhere_is_no_link(void **state)
{
    static const char text[] = "See [a](javascript:alert(1)), [b](#top), [c](data:text/html,x), [d](), "
                               "[e](file:///etc/passwd) and \\[f](https://no.example).";
    const struct item *item = item_of(*state, text);
    assert_text(item->minutes_text, text);
    assert_int_equal(item->n_links, 0);
}

static void an_address_is_kept_without_blanks_and_controls(void **state)
{
    const struct item *item = item_of(*state, "See [a](https://tidewick.example/\x1B]52;x\x07) and [b](https://tidewick.example/\tc).");
    for (size_t i = 0; i < item->n_links; i++)
        for (const char *c = item->links[i].url; *c; c++)
            assert_true((unsigned char)*c > ' ' && *c != 0x7F);
}

static char *times(void *parent, const char *before, const char *piece, size_t n, const char *after)
{
    struct buf text;
    buf_init(&text, parent, BUF_MAX_DOCUMENT);
    buf_puts(&text, before);
    for (size_t i = 0; i < n; i++)
        buf_puts(&text, piece);
    buf_puts(&text, after);
    return buf_take(&text);
}

static void an_address_of_100_kb_is_no_link(void **state)
{
    assert_int_equal(item_of(*state, times(*state, "See [a](https://tidewick.example/", "x", 100000, ")."))->n_links, 0);
    assert_int_equal(item_of(*state, times(*state, "See a <https://tidewick.example/", "x", 100000, ">."))->n_links, 0);
    assert_int_equal(item_of(*state, times(*state, "See <a href=\"https://tidewick.example/", "x", 100000, "\">a</a>."))->n_links, 0);
}

/* What opens and never closes, on one line: the time is in proportion, and a test that hangs fails. */
static void brackets_without_end_take_little_time(void **state)
{
    static const char *const pieces[] = {"[", "](", "[a](", "[a](b ", "<http", "<http:a ", "<a ", "<a href=",
                                         "<a href=\"https://a\">b", "\\[", "[a](https://a)"};
    for (size_t i = 0; i < MB_LENGTH(pieces); i++)
        assert_true(item_of(*state, times(*state, "See ", pieces[i], 60000, "."))->n_links <= 4000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(words_stay_in_the_text_and_addresses_are_kept),
        TEST_CASE(both_manners_in_one_line_are_in_its_order),
        TEST_CASE(an_address_that_is_text_stays_in_it),
        TEST_CASE(the_link_to_the_whole_of_a_cut_minute_is_none),
        TEST_CASE(rows_of_a_table_are_no_paragraphs_where_blank_lines_are_lost),
        TEST_CASE(what_runs_or_leads_nowhere_is_no_link),
        TEST_CASE(an_address_is_kept_without_blanks_and_controls),
        TEST_CASE(an_address_of_100_kb_is_no_link),
        TEST_CASE(brackets_without_end_take_little_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
