/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Sentences of minutes, and the place of a follow-up. The texts are of a council that does not exist. */
#include "support/test.h"

#include <minutebook/actions.h>

/* Every sentence of TEXT, in order, must be one of EXPECTED, whichever of its bytes is asked for. */
static void check(void **state, const char *text, const char *const *expected, size_t n)
{
    size_t length = strlen(text), which = 0;
    for (size_t offset = 0; offset < length; offset++) {
        struct line_span span = sentence_at(text, offset);
        const char *found = mem_strndup(*state, text + span.start, span.len);
        if (which + 1 < n && strcmp(found, expected[which]) != 0)
            which++;
        if (strcmp(found, expected[which]) != 0)
            fail_msg("at byte %zu: \"%s\" instead of \"%s\"", offset, found, expected[which]);
        if (offset >= span.start + span.len && span.start + span.len < length)
            assert_true(strspn(text + span.start + span.len, " \n\xC2\xA0") > 0);
    }
    if (which + 1 != n)
        fail_msg("only %zu of %zu sentences found in \"%s\"", which + 1, n, text);
}
#define CHECK(state, text, ...)                                                                                        \
    check((state), (text), (const char *const[]){__VA_ARGS__}, MB_LENGTH(((const char *const[]){__VA_ARGS__})))

static void sentences_end_at_their_stops(void **state)
{
    CHECK(state, "The Panel met. It was agreed! Was it? Yes.", "The Panel met.", "It was agreed!", "Was it?", "Yes.");
    CHECK(state, "He said \xE2\x80\x9Cno more.\xE2\x80\x9D The Chair agreed (reluctantly.) Members left.",
          "He said \xE2\x80\x9Cno more.\xE2\x80\x9D", "The Chair agreed (reluctantly.)", "Members left.");
}

static void titles_numbers_and_times_end_nothing(void **state)
{
    CHECK(state, "Cllr. Ann Moss and Dr. J. P. Reed spoke at 10.00 a.m. on the plan. They left.",
          "Cllr. Ann Moss and Dr. J. P. Reed spoke at 10.00 a.m. on the plan.", "They left.");
    CHECK(state, "See Minute No. 7 and para. 12 of the report, e.g. the table. It rose by 3.5% to 10.4.",
          "See Minute No. 7 and para. 12 of the report, e.g. the table.", "It rose by 3.5% to 10.4.");
    CHECK(state, "The answer was no. Members asked why. It began at 2 p.m. Tuesday was too late.",
          "The answer was no.", "Members asked why.", "It began at 2 p.m. Tuesday was too late.");
    CHECK(state, "It closed at 4 p.m. The Chair thanked all. See Appendix B. Costs rose.", "It closed at 4 p.m.",
          "The Chair thanked all.", "See Appendix B.", "Costs rose.");
    CHECK(state, "By 3 Nov. 2024 it was done. St. Mary's school reported it.", "By 3 Nov. 2024 it was done.",
          "St. Mary's school reported it.");
}

static void bullets_and_limbs_are_sentences_without_their_marks(void **state)
{
    CHECK(state, "Members noted that:\n\n\xC2\xB7\xC2\xA0\xC2\xA0 the lift was broken; and\n\xC2\xB7 a report would follow\n\nResolved: That:\na)   the report be noted; and\n(b) Officers write to the Leader\n1. Noted.",
          "Members noted that:", "the lift was broken; and", "a report would follow", "Resolved: That:",
          "the report be noted; and", "Officers write to the Leader", "Noted.");
}

static void a_sentence_cut_in_two_by_a_line_is_one(void **state)
{
    CHECK(state, "reflecting on the feedback and making\n\nthe required changes;\n\nMembers agreed",
          "reflecting on the feedback and making\n\nthe required changes;", "Members agreed");
    CHECK(state, "A Heading\nthe town\tn/a\n\nText", "A Heading", "the town\tn/a", "Text");
}

static void a_sentence_cut_off_at_the_end_is_what_is_held(void **state)
{
    CHECK(state, "They spoke.\n\nIt was agreed that the Chair would write to the  ", "They spoke.",
          "It was agreed that the Chair would write to the");
}

static void odd_texts_give_a_span_inside_them(void **state)
{
    static const char *const texts[] = {"", " \n ", ".", "...", "\xC2\xB7", "a)", "\n\n\xC2\xB7 \n", "\xFF\xFE. \xC3", "1. 2. 3. "};
    (void)state;
    for (size_t i = 0; i < MB_LENGTH(texts); i++) {
        for (size_t offset = 0; offset <= strlen(texts[i]) + 2; offset++) {
            struct line_span span = sentence_at(texts[i], offset);
            assert_true(span.start + span.len <= strlen(texts[i]));
        }
    }
}

/* ---- places ------------------------------------------------------------------------------- */

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
        TEST_CASE(sentences_end_at_their_stops),
        TEST_CASE(titles_numbers_and_times_end_nothing),
        TEST_CASE(bullets_and_limbs_are_sentences_without_their_marks),
        TEST_CASE(a_sentence_cut_in_two_by_a_line_is_one),
        TEST_CASE(a_sentence_cut_off_at_the_end_is_what_is_held),
        TEST_CASE(odd_texts_give_a_span_inside_them),
        TEST_CASE(a_sentence_is_placed_with_all_its_numbers),
        TEST_CASE(the_cut_end_of_a_cut_minute_is_marked),
        TEST_CASE(a_reports_sentence_is_from_the_pack_and_exempt_with_it),
        TEST_CASE(a_row_may_have_a_meeting_and_no_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
