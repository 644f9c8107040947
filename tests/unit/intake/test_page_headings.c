/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A number whose item is only the heading of the items 3a, 3b below it, as Scottish and London councils
 * print them; and lists in a text that look nearly like it. */
#include "reading.h"

#define SUB_ITEMS                                                                      \
    "3a\n\nFerry Panel held on 6 June PDF 9 KB\n\nMinutes:\n\nApproved.\n\n"           \
    "3b\n\nJoint meeting held on 7 June\n\nMinutes:\n\nNoted.\n\n"                     \
    "4.\n\nFerries\n\nMinutes:\n\nNone."

static const struct meeting *page_with(void *parent, const char *middle)
{
    return draft_of(parent, mem_printf(parent, "No. Item\n\n1.\n\nApologies\n\nMinutes:\n\nNone.\n\n%s", middle))->meeting;
}

static void a_heading_without_text_above_its_sub_items_is_an_item(void **state)
{
    const struct meeting *meeting =
        page_with(*state, "2.\n\nDECLARATIONS\n\nMinutes:\n\nThere were none.\n\n3.\n\nMINUTES\n\n" SUB_ITEMS);
    assert_int_equal(meeting->n_items, 6);
    assert_text(meeting->items[1].minutes_text, "There were none.");
    assert_text(meeting->items[2].minute_number, "3");
    assert_text(meeting->items[2].title, "MINUTES");
    assert_null(meeting->items[2].minutes_text);
    assert_text(meeting->items[3].minute_number, "3a");
    assert_text(meeting->items[5].minute_number, "4");
}

static void a_heading_may_have_agenda_text_of_its_own(void **state)
{
    const struct meeting *meeting = page_with(*state, "2.\n\nBuoys\n\nMinutes:\n\nNone.\n\n3.\n\nMinutes of Meetings\n\n"
                                                      "To approve as a correct record:\n\n" SUB_ITEMS);
    assert_int_equal(meeting->n_items, 6);
    assert_text(meeting->items[2].title, "Minutes of Meetings");
    assert_text(meeting->items[2].agenda_text, "To approve as a correct record:");
}

static void a_heading_behind_a_numbered_list_is_an_item(void **state)
{
    const struct meeting *meeting = page_with(*state, "2.\n\nBuoys\n\nMinutes:\n\nThe aims were:\n\n1.\n\nspeed.\n\n"
                                                      "3.\n\nMinutes\n\n" SUB_ITEMS);
    assert_int_equal(meeting->n_items, 6);
    assert_text(meeting->items[1].minutes_text, "The aims were:\n\n1.\n\nspeed.");
    assert_text(meeting->items[2].title, "Minutes");
}

static void the_first_and_the_last_item_may_be_headings(void **state)
{
    const struct meeting *meeting =
        draft_of(*state, "No. Item\n\n1.\n\nPreliminaries\n\n1.a\n\nApologies\n\nMinutes:\n\nNone.\n\n"
                         "2.\n\nReports\n\n2.a\n\nFerries\n\nMinutes:\n\nNoted.")->meeting;
    assert_int_equal(meeting->n_items, 4);
    assert_text(meeting->items[0].title, "Preliminaries");
    assert_text(meeting->items[2].title, "Reports");
    assert_text(meeting->items[3].minute_number, "2.a");
}

/* ---- what is no heading ------------------------------------------------------------------------ */

static void the_end_of_a_list_above_a_sub_item_is_no_heading(void **state)
{
    static const char list[] = "The aims were:\n\n1.\n\nspeed\n\n2.\n\nsafety\n\n3.\n\nComfort on board.";
    const struct meeting *meeting = page_with(*state, mem_printf(*state, "2.\n\nBuoys\n\nMinutes:\n\n%s\n\n" SUB_ITEMS, list));
    assert_int_equal(meeting->n_items, 5);
    assert_text(meeting->items[1].minutes_text, list);
}

static void a_list_in_the_text_of_a_sub_item_is_no_heading(void **state)
{
    const struct meeting *meeting =
        page_with(*state, "3.\n\nFerries\n\nMinutes:\n\nNone.\n\n3a\n\nFares\n\nMinutes:\n\nAgreed:\n\n3.\n\nto wait\n\n"
                          "3b\n\nBoats\n\nMinutes:\n\nNone.");
    assert_int_equal(meeting->n_items, 4);
    assert_text(meeting->items[2].minutes_text, "Agreed:\n\n3.\n\nto wait");
}

static void a_year_in_the_number_makes_no_sub_item(void **state)
{
    const struct meeting *meeting =
        draft_of(*state, "No. Item\n\n22/1\n\nFerries\n\nMinutes:\n\nBoats in all:\n\n23.\n\nSeven afloat\n\n"
                         "23/1\n\nBuoys\n\nMinutes:\n\nNone.")->meeting;
    assert_int_equal(meeting->n_items, 2);
    assert_text(meeting->items[0].minutes_text, "Boats in all:\n\n23.\n\nSeven afloat");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_heading_without_text_above_its_sub_items_is_an_item),
        TEST_CASE(a_heading_may_have_agenda_text_of_its_own),
        TEST_CASE(a_heading_behind_a_numbered_list_is_an_item),
        TEST_CASE(the_first_and_the_last_item_may_be_headings),
        TEST_CASE(the_end_of_a_list_above_a_sub_item_is_no_heading),
        TEST_CASE(a_list_in_the_text_of_a_sub_item_is_no_heading),
        TEST_CASE(a_year_in_the_number_makes_no_sub_item),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
