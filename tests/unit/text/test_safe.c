/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The gate, row by row of the table in reliability.md section 3, and over every code point. */
#include "support/test.h"

#include <locale.h>
#include <unictype.h>
#include <unistr.h>
#include <wchar.h>

#include <minutebook/text.h>

#define FFFD "\xEF\xBF\xBD"
#define RING "\xE2\x97\x8C" /* U+25CC, the base of a mark without one */
#define ACUTE "\xCC\x81"

static void assert_safe(void *context, enum safe_mode mode, const char *text, size_t n, const char *expected,
                        unsigned alerts, unsigned quiet)
{
    struct safe safe = safe_text(context, text, n, mode);
    assert_string_equal(safe.text, expected);
    assert_int_equal(safe.len, strlen(expected));
    assert_int_equal(safe.alerts, alerts);
    assert_int_equal(safe.quiet, quiet);
}
#define TEXT(text, expected, alerts, quiet) \
    assert_safe(*state, SAFE_TEXT, text, sizeof text - 1, expected, alerts, quiet)
#define LINE(text, expected, alerts, quiet) \
    assert_safe(*state, SAFE_LINE, text, sizeof text - 1, expected, alerts, quiet)

static void ordinary_text_passes_unchanged(void **state)
{
    TEXT("The Panel met: 5% (\xC2\xA3" "7m) \xE2\x80\x93 caf\xC3\xA9~", "The Panel met: 5% (\xC2\xA3" "7m) \xE2\x80\x93 caf\xC3\xA9~", 0, 0);
    LINE("", "", 0, 0);
    assert_string_equal(safe_line(*state, NULL).text, "");
    assert_string_equal(safe_line(*state, "a\nb").text, "a b");
}

static void line_breaks_are_lf_or_a_blank(void **state)
{
    TEXT("a\nb\r\nc\rd\xE2\x80\xA8" "e\xE2\x80\xA9" "f\r\n\ng", "a\nb\nc\nd\ne\nf\n\ng", 0, 0);
    LINE("a\nb\r\nc\rd\xE2\x80\xA8" "e\xE2\x80\xA9" "f\r\n\ng", "a b c d e f  g", 0, 0);
    TEXT("a\rb\nc", "a\nb\nc", 0, 0);
}

static void tab_goes_to_the_next_multiple_of_eight(void **state)
{
    TEXT("\tx", "        x", 0, 0);
    TEXT("abc\tx\n1234567\ty", "abc     x\n1234567 y", 0, 0);
    TEXT("12345678\ty", "12345678        y", 0, 0);
    TEXT("\xE6\xBC\xA2\tx", "\xE6\xBC\xA2      x", 0, 0); /* two cells wide */
    TEXT("e" ACUTE "\x01\tx", "e" ACUTE "^A     x", 1, 0);
    LINE("a\t\tb", "a  b", 0, 0);
}

static void c0_and_del_are_caret_marks_and_alerts(void **state)
{
    TEXT("\0\x01\x1B[31m\x7F", "^@^A^[[31m^?", 4, 0);
    LINE("a\x1B]52;c;eA==\x07\x08\x0B\x0C", "a^[]52;c;eA==^G^H^K^L", 5, 0);
    for (int c = 0; c < 0x20; c++) {
        char text = (char)c, expected[3] = {'^', (char)('@' + c), 0};
        if (c != '\n' && c != '\r' && c != '\t')
            assert_safe(*state, SAFE_TEXT, &text, 1, expected, 1, 0);
    }
}

static void c1_is_shown_as_its_number(void **state)
{
    TEXT("\xC2\x80\xC2\x9B" "2J\xC2\x85\xC2\x9F", "<80><9B>2J<85><9F>", 4, 0);
    LINE("\xC2\x9D" "0;x\xC2\x9C", "<9D>0;x<9C>", 2, 0);
}

static void bytes_that_are_not_utf8_are_replaced_one_by_one(void **state)
{
    TEXT("a\xFF" "b", "a" FFFD "b", 1, 0);
    TEXT("\x9B" "2J", FFFD "2J", 1, 0);
    TEXT("\xC0\x9B", FFFD FFFD, 2, 0);              /* overlong */
    TEXT("\xED\xA0\x80", FFFD FFFD FFFD, 3, 0);     /* surrogate */
    TEXT("\xE2\x80", FFFD FFFD, 2, 0);              /* cut */
    TEXT("\xF4\x90\x80\x80", FFFD FFFD FFFD FFFD, 4, 0);
    TEXT("\xE2\x80\x1B", FFFD FFFD "^[", 3, 0);     /* a sequence cut by ESC hides nothing */
    TEXT("\xFF" ACUTE, FFFD ACUTE, 1, 0);
}

struct row {
    uint32_t first, last;
};

static void encode(uint32_t c, char out[8])
{
    memset(out, 0, 8);
    if (c >= 0xD800 && c <= 0xDFFF) { /* as a naive writer would */
        out[0] = (char)(0xE0 | c >> 12), out[1] = (char)(0x80 | (c >> 6 & 63)), out[2] = (char)(0x80 | (c & 63));
        return;
    }
    u8_uctomb((uint8_t *)out, c, 8);
}

static void assert_rows(void *context, const struct row *rows, size_t n, const char *expected, unsigned alerts,
                        unsigned quiet)
{
    for (size_t i = 0; i < n; i++)
        for (uint32_t c = rows[i].first; c <= rows[i].last; c++) {
            char text[16] = "a", bytes[8];
            encode(c, bytes);
            size_t length = strlen(bytes);
            memcpy(text + 1, bytes, length);
            text[length + 1] = 'b';
            struct safe safe = safe_text(context, text, length + 2, SAFE_TEXT);
            if (strcmp(safe.text, expected) != 0 || safe.alerts != alerts || safe.quiet != quiet)
                fail_msg("U+%04X: '%s', %u alerts, %u quiet", (unsigned)c, safe.text, safe.alerts, safe.quiet);
        }
}

static void direction_tags_and_annotation_are_removed_with_an_alert(void **state)
{
    static const struct row rows[] = {{0x061C, 0x061C}, {0x200E, 0x200F}, {0x202A, 0x202E},  {0x2066, 0x206F},
                                      {0xE0001, 0xE0001}, {0xE0020, 0xE007F}, {0xFFF9, 0xFFFB}};
    assert_rows(*state, rows, MB_LENGTH(rows), "ab", 1, 0);
}

static void other_ignorable_characters_are_removed_quietly(void **state)
{
    static const struct row rows[] = {
        {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x115F, 0x1160}, {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200D},
        {0x2060, 0x2065}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFF8},
        {0x13430, 0x13438}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0000}, {0xE0002, 0xE001F},
        {0xE0080, 0xE0FFF},
    };
    assert_rows(*state, rows, MB_LENGTH(rows), "ab", 0, 1);
}

static void printing_format_characters_private_use_and_unassigned_are_replaced_quietly(void **state)
{
    static const struct row rows[] = {
        {0x0600, 0x0605}, {0x06DD, 0x06DD}, {0x070F, 0x070F}, {0x0890, 0x0891}, {0x08E2, 0x08E2}, {0x110BD, 0x110BD},
        {0x110CD, 0x110CD}, {0xE000, 0xE0FF}, {0xF0B7, 0xF0B7}, {0xFDD0, 0xFDEF}, {0xFFFE, 0xFFFF}, {0x0378, 0x0379},
        {0x10FF00, 0x10FFFF},
    };
    assert_rows(*state, rows, MB_LENGTH(rows), "a" FFFD "b", 0, 1);
}

static void surrogates_are_bad_bytes(void **state)
{
    static const struct row rows[] = {{0xD800, 0xDFFF}};
    assert_rows(*state, rows, 1, "a" FFFD FFFD FFFD "b", 3, 0);
}

static void every_blank_is_a_blank(void **state)
{
    static const struct row rows[] = {{0x00A0, 0x00A0}, {0x1680, 0x1680}, {0x2000, 0x200A}, {0x202F, 0x202F},
                                      {0x205F, 0x205F}};
    assert_rows(*state, rows, MB_LENGTH(rows), "a b", 0, 0);
    TEXT("a\xE3\x80\x80" "b", "a  b", 0, 0);
}

static void marks_stand_on_their_base(void **state)
{
    TEXT("e" ACUTE "x", "e" ACUTE "x", 0, 0);
    TEXT("e" ACUTE ACUTE ACUTE ACUTE, "e" ACUTE ACUTE ACUTE ACUTE, 0, 0);
    TEXT("e" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE "x", "e" ACUTE ACUTE ACUTE ACUTE "x", 2, 0);
    TEXT("\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", 0, 0);
    TEXT("e\xE2\x80\x8D" ACUTE, "e" ACUTE, 0, 1); /* a removed character does not part them */
}

static void marks_without_a_base_stand_on_the_dotted_circle(void **state)
{
    TEXT(ACUTE "x", RING ACUTE "x", 0, 0);
    TEXT("a " ACUTE, "a " RING ACUTE, 0, 0);
    TEXT("a\n" ACUTE ACUTE, "a\n" RING ACUTE ACUTE, 0, 0);
    TEXT("\x1B" ACUTE, "^[" RING ACUTE, 1, 0);
    TEXT(ACUTE ACUTE ACUTE ACUTE ACUTE, RING ACUTE ACUTE ACUTE ACUTE, 1, 0);
    TEXT("\xE1\x85\xA1", RING "\xE1\x85\xA1", 0, 0);
}

/* Nothing but printable characters, marks on bases and, in SAFE_TEXT, LF; and cleaning it again changes
 * nothing. */
static void assert_clean(void *context, struct safe safe, enum safe_mode mode, const char *what, unsigned number)
{
    int marks = 4;
    assert_int_equal(strlen(safe.text), safe.len);
    for (size_t i = 0; i < safe.len;) {
        ucs4_t c = 0;
        int used = u8_mbtoucr(&c, (const uint8_t *)safe.text + i, safe.len - i);
        bool lf = c == '\n' && mode == SAFE_TEXT;
        int width = used > 0 ? wcwidth((wchar_t)c) : -1;
        bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        bool unseen = uc_is_property_default_ignorable_code_point(c) || uc_is_property_bidi_control(c) ||
                      uc_is_general_category(c, UC_FORMAT);
        marks = width == 0 ? marks + 1 : lf || c == ' ' ? 4 : 0;
        if (used <= 0 || (!lf && (control || width < 0)) || unseen || marks > 4)
            fail_msg("%s %X lets U+%04X through: '%s'", what, number, (unsigned)c, safe.text);
        i += (size_t)used;
    }
    struct safe again = safe_text(context, safe.text, safe.len, mode);
    if (strcmp(again.text, safe.text) != 0 || again.alerts || again.quiet)
        fail_msg("%s %X is not clean at once: '%s'", what, number, safe.text);
}

/* At the start, after a base, after a blank, before the end. */
static void every_code_point_gives_printable_text_only(void **state)
{
    for (uint32_t c = 0; c <= 0x10FFFF; c += TEST_STRIDE(13)) {
        char bytes[8], text[40];
        encode(c, bytes);
        size_t length = c ? strlen(bytes) : 1, n = 0;
        static const char *const before[] = {"", "a", " "};
        for (size_t i = 0; i < MB_LENGTH(before); i++) {
            size_t lead = strlen(before[i]);
            memcpy(text + n, before[i], lead);
            memcpy(text + n + lead, bytes, length);
            n += lead + length;
        }
        void *context = talloc_new(*state);
        assert_clean(context, safe_text(context, text, n, SAFE_TEXT), SAFE_TEXT, "text U+", (unsigned)c);
        assert_clean(context, safe_text(context, text, n, SAFE_LINE), SAFE_LINE, "line U+", (unsigned)c);
        talloc_free(context);
    }
}

static void every_short_string_of_bytes_gives_printable_text_only(void **state)
{
    for (unsigned pair = 0; pair < 0x10000; pair += TEST_STRIDE(5)) {
        char text[] = {(char)(pair >> 8), (char)pair};
        void *context = talloc_new(*state);
        assert_clean(context, safe_text(context, text, 1 + (pair > 0xFF), SAFE_LINE), SAFE_LINE, "bytes", pair);
        talloc_free(context);
    }
    unsigned seed = 1;
    for (int round = 0; round < 200000 / TEST_STRIDE(10); round++) {
        char text[5];
        for (size_t i = 0; i < sizeof text; i++) {
            seed = seed * 1103515245u + 12345u;
            text[i] = (char)(seed >> 16);
        }
        void *context = talloc_new(*state);
        assert_clean(context, safe_text(context, text, sizeof text, SAFE_TEXT), SAFE_TEXT, "round", (unsigned)round);
        talloc_free(context);
    }
}

/* The gate's width is the sum of its characters' wcwidth(3), which is what curses counts. */
static void the_width_of_clean_text_is_that_of_its_characters(void **state)
{
    for (uint32_t c = 0; c <= 0x10FFFF; c += 7 * TEST_STRIDE(5)) {
        char bytes[8];
        wchar_t wide[16];
        encode(c, bytes);
        struct safe safe = safe_line(*state, bytes);
        size_t n = mbstowcs(wide, safe.text, MB_LENGTH(wide));
        assert_true(n < MB_LENGTH(wide));
        assert_int_equal(text_width(safe.text, safe.len), wcswidth(wide, n));
        talloc_free_children(*state);
    }
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(ordinary_text_passes_unchanged),
        TEST_CASE(line_breaks_are_lf_or_a_blank),
        TEST_CASE(tab_goes_to_the_next_multiple_of_eight),
        TEST_CASE(c0_and_del_are_caret_marks_and_alerts),
        TEST_CASE(c1_is_shown_as_its_number),
        TEST_CASE(bytes_that_are_not_utf8_are_replaced_one_by_one),
        TEST_CASE(direction_tags_and_annotation_are_removed_with_an_alert),
        TEST_CASE(other_ignorable_characters_are_removed_quietly),
        TEST_CASE(printing_format_characters_private_use_and_unassigned_are_replaced_quietly),
        TEST_CASE(surrogates_are_bad_bytes),
        TEST_CASE(every_blank_is_a_blank),
        TEST_CASE(marks_stand_on_their_base),
        TEST_CASE(marks_without_a_base_stand_on_the_dotted_circle),
        TEST_CASE(every_code_point_gives_printable_text_only),
        TEST_CASE(every_short_string_of_bytes_gives_printable_text_only),
        TEST_CASE(the_width_of_clean_text_is_that_of_its_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
