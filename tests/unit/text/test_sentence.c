/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Sentences of minutes. The texts are of a council that does not exist. */
#include "support/test.h"

#include <minutebook/text.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(sentences_end_at_their_stops),
        TEST_CASE(titles_numbers_and_times_end_nothing),
        TEST_CASE(bullets_and_limbs_are_sentences_without_their_marks),
        TEST_CASE(a_sentence_cut_in_two_by_a_line_is_one),
        TEST_CASE(a_sentence_cut_off_at_the_end_is_what_is_held),
        TEST_CASE(odd_texts_give_a_span_inside_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
