/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Decoding by reliability.md 4.1: the mark decides, valid UTF-8 is kept, the rest is windows-1252. */
#include "support/test.h"

#include <minutebook/text.h>

#define FFFD "\xEF\xBF\xBD"

static void assert_decoded(const void *context, const char *bytes, size_t n, const char *expected, size_t replaced)
{
    struct decode_report report;
    size_t length;
    char *text = text_decode(context, bytes, n, &length, &report);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(expected));
    assert_int_equal(report.replaced, replaced);
    assert_true(text_is_utf8(text, length));
}
#define DECODED(bytes, expected, replaced) assert_decoded(*state, bytes, sizeof bytes - 1, expected, replaced)

static void valid_utf8_is_kept(void **state)
{
    DECODED("caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x99\x82", "caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\x99\x82", 0);
    DECODED("", "", 0);
    DECODED("\xC2\x9B", "\xC2\x9B", 0); /* a C1 control as UTF-8 stays: the gate shows it */
}

static void a_utf8_mark_is_taken_off(void **state)
{
    DECODED("\xEF\xBB\xBF" "Agenda", "Agenda", 0);
    DECODED("\xEF\xBB\xBF", "", 0);
}

static void other_bytes_are_windows_1252(void **state)
{
    DECODED("\x93Minutes\x94 \x96 caf\xE9 \xA3" "5", "\xE2\x80\x9CMinutes\xE2\x80\x9D \xE2\x80\x93 caf\xC3\xA9 \xC2\xA3" "5", 5);
    DECODED("\x81\x8D\x8F\x90\x9D", FFFD FFFD FFFD FFFD FFFD, 5);
    DECODED("\xC3\xA9\xE9", "\xC3\xA9\xC3\xA9", 1); /* both in one file */
}

static void overlong_cut_and_surrogate_bytes_are_single_bytes(void **state)
{
    DECODED("\xC0\x80", "\xC3\x80\xE2\x82\xAC", 2);
    DECODED("\xED\xA0\x80", "\xC3\xAD\xC2\xA0\xE2\x82\xAC", 3);
    DECODED("\xE2\x82", "\xC3\xA2\xE2\x80\x9A", 2);
    DECODED("\xF4\x90\x80\x80", "\xC3\xB4" FFFD "\xE2\x82\xAC\xE2\x82\xAC", 4);
}

static void line_ends_become_lf(void **state)
{
    DECODED("a\r\nb\rc\nd\r\r\n\n\r", "a\nb\nc\nd\n\n\n\n", 0);
    DECODED("a\r" "b\n", "a\nb\n", 0);
}

static void nul_is_replaced_and_counted(void **state)
{
    struct decode_report report;
    char *text = text_decode(*state, "a\0b\0", 4, NULL, &report);
    assert_string_equal(text, "a" FFFD "b" FFFD);
    assert_int_equal(report.nuls, 2);
    assert_int_equal(report.replaced, 0);
    assert_string_equal(text_decode(*state, "x", 1, NULL, NULL), "x");
}

static void utf16_of_either_order_is_read_by_its_mark(void **state)
{
    DECODED("\xFF\xFE" "A\0\xE9\0\r\0\n\0\x3D\xD8\x42\xDE", "A\xC3\xA9\n\xF0\x9F\x99\x82", 0);
    DECODED("\xFE\xFF" "\0A\0\xE9\x20\x13", "A\xC3\xA9\xE2\x80\x93", 0);
    DECODED("\xFF\xFE" "\x3D\xD8" "A\0\x42\xDEz", FFFD "A" FFFD FFFD, 3);
    DECODED("\xFF\xFE", "", 0);
}

static void every_pair_of_bytes_decodes_to_utf8(void **state)
{
    for (unsigned pair = 0; pair < 0x10000; pair++) {
        char bytes[] = {'x', (char)(pair >> 8), (char)pair, 'y'};
        size_t length;
        char *text = text_decode(*state, bytes, sizeof bytes, &length, NULL);
        assert_true(text_is_utf8(text, length));
        assert_true(text[0] == 'x' && text[length - 1] == 'y');
        talloc_free(text);
    }
}

static void utf8_with_a_nul_is_not_text(void **state)
{
    (void)state;
    assert_true(text_is_utf8("", 0));
    assert_true(text_is_utf8("\xE2\x80\x93", 3));
    assert_false(text_is_utf8("a\0b", 3));
    assert_false(text_is_utf8("\xE2\x80", 2));
    assert_false(text_is_utf8("\xED\xA0\x80", 3));
    assert_false(text_is_utf8("\xC0\x80", 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(valid_utf8_is_kept),
        TEST_CASE(a_utf8_mark_is_taken_off),
        TEST_CASE(other_bytes_are_windows_1252),
        TEST_CASE(overlong_cut_and_surrogate_bytes_are_single_bytes),
        TEST_CASE(line_ends_become_lf),
        TEST_CASE(nul_is_replaced_and_counted),
        TEST_CASE(utf16_of_either_order_is_read_by_its_mark),
        TEST_CASE(every_pair_of_bytes_decodes_to_utf8),
        TEST_CASE(utf8_with_a_nul_is_not_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
