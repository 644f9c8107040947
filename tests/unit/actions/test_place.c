/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The place of a follow-up. The meeting is of a council that does not exist. */
#include "support/test.h"

#include <minutebook/actions.h>

static struct meeting *meeting_with(void **state, struct item **item)
{
    struct meeting *meeting = mem_new(*state, struct meeting);
    meeting->id = mem_strdup(meeting, "roads-2024-05-14");
    meeting->committee = mem_strdup(meeting, "Roads Scrutiny Panel");
    meeting->date = (struct date){2024, 5, 14};
    struct source *pack = mem_append(meeting, meeting->sources, meeting->n_sources);
    pack->form = FORM_PACK_TEXT;
    memset(pack->sha256, 'a', SHA256_HEX - 1);
    struct source *page = mem_append(meeting, meeting->sources, meeting->n_sources);
    page->form = FORM_PAGE_TEXT;
    memset(page->sha256, 'b', SHA256_HEX - 1);
    *item = mem_append(meeting, meeting->items, meeting->n_items);
    (*item)->position = 1;
    (*item)->agenda_number = mem_strdup(meeting, "7");
    (*item)->minute_number = mem_strdup(meeting, "77/21");
    (*item)->title = mem_strdup(meeting, "Bus Routes");
    (*item)->minutes_text = mem_strdup(meeting, "The plan was noted.\n\nThe Chair would write to the");
    (*item)->truncated = true;
    return meeting;
}

static void a_sentence_is_placed_with_all_its_numbers(void **state)
{
    struct item *item;
    struct meeting *meeting = meeting_with(state, &item);
    struct action *action = mem_new(*state, struct action);
    action_place(action, meeting, item, "The plan was noted.", "minutes", 0);
    assert_string_equal(action->class, "action");
    assert_string_equal(action->meeting_id, "roads-2024-05-14");
    assert_string_equal(action->committee, "Roads Scrutiny Panel");
    assert_string_equal(action->agenda_number, "7");
    assert_string_equal(action->minute_number, "77/21");
    assert_string_equal(action->item_title, "Bus Routes");
    assert_string_equal(action->quote, "The plan was noted.");
    assert_string_equal(action->quote_place, "minutes:0");
    assert_int_equal(action->source_sha256[0], 'b');
    assert_false(action->quote_truncated);
    assert_false(action->quote_exempt);
}

static void the_cut_end_of_a_cut_minute_is_marked(void **state)
{
    struct item *item;
    struct meeting *meeting = meeting_with(state, &item);
    struct action *action = mem_new(*state, struct action);
    struct line_span span = sentence_at(item->minutes_text, strlen(item->minutes_text));
    char *quote = mem_strndup(*state, item->minutes_text + span.start, span.len);
    action_place(action, meeting, item, quote, "minutes", span.start);
    assert_string_equal(action->quote, "The Chair would write to the");
    assert_true(action->quote_truncated);
    item->truncated = false;
    action_place(action, meeting, item, quote, "minutes", span.start);
    assert_false(action->quote_truncated);
}

static void a_reports_sentence_is_from_the_pack_and_exempt_with_it(void **state)
{
    struct item *item;
    struct meeting *meeting = meeting_with(state, &item);
    struct action *action = mem_new(*state, struct action);
    item->report_exempt = true;
    action_place(action, meeting, item, "Costs rise.", "report", 12);
    assert_int_equal(action->source_sha256[0], 'a');
    assert_true(action->quote_exempt);
    assert_string_equal(action->quote_place, "report:12");
}

static void a_row_may_have_a_meeting_and_no_sentence(void **state)
{
    struct item *item;
    struct meeting *meeting = meeting_with(state, &item);
    struct action *action = mem_new(*state, struct action);
    action_place(action, meeting, NULL, NULL, NULL, 0);
    assert_null(action->quote);
    assert_null(action->quote_place);
    assert_null(action->minute_number);
    assert_string_equal(action->meeting_id, "roads-2024-05-14");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_sentence_is_placed_with_all_its_numbers),
        TEST_CASE(the_cut_end_of_a_cut_minute_is_marked),
        TEST_CASE(a_reports_sentence_is_from_the_pack_and_exempt_with_it),
        TEST_CASE(a_row_may_have_a_meeting_and_no_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
