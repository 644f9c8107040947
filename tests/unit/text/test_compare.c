/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Comparing: blanks, keys, slugs, ends; and the inside of JSON strings. */
#include "support/test.h"

#include <locale.h>

#include <minutebook/text.h>

#define NB "\xC2\xA0"
#define FFFD "\xEF\xBF\xBD"

static void squeeze_makes_one_blank_of_all_blanks(void **state)
{
    const char text[] = NB " \tThe" NB NB "\r\n Panel \xE2\x80\xA8 met\xE3\x80\x80\n";
    assert_string_equal(text_squeeze(*state, text, sizeof text - 1), "The Panel met");
    assert_string_equal(text_squeeze(*state, " \n", 2), "");
    assert_string_equal(text_squeeze(*state, "abc def", 3), "abc");
    assert_string_equal(text_squeeze(*state, "a\xFF b", 4), "a\xFF b");
}

static void keys_of_the_same_words_are_equal(void **state)
{
    static const char *const same[][2] = {
        {"SCHOOL PLAN - UPDATE", "School Plan Update"},
        {"Children\xE2\x80\x99s  Services", "Childrens services"},
        {"Children\xC2\xB4s", "Children's"},
        {"Adults & Health", "adults and health"},
        {"O&S Board", "Overview and Scrutiny Board"},
        {"O & S Board", "Overview & Scrutiny Board"},
        {"Caf\xC3\xA9 Stra\xC3\x9F" "e", "cafe STRASSE"},
        {"Cafe\xCC\x81", "Caf\xC3\xA9"},
        {"In-year\xC2\xAD Budget, 2022/23.", "in year budget 2022 23"},
        {"\xE2\x80\x9CTransport\xE2\x80\x9D", "'Transport'"},
        {"Pay Policy(Public)", "Pay policy ( public )"},
        {"\xE2\x80\x8BRoads\n and\tPaths", "roads and paths"},
        {"", " - "},
    };
    for (size_t i = 0; i < MB_LENGTH(same); i++)
        assert_string_equal(text_fold(*state, same[i][0]), text_fold(*state, same[i][1]));
    assert_string_equal(text_fold(*state, NULL), "");
    assert_true(text_same_words("Town Hall", "TOWN  HALL") && text_same_words(NULL, " "));
    assert_false(text_same_words("Town Hall", NULL) || text_same_words("Town Hall", "Town Halls"));
}

static void keys_of_other_words_differ(void **state)
{
    static const char *const other[][2] = {
        {"Lease (Public)", "Lease (exemption paragraph 2)"},
        {"Lease (Public)", "Lease Public"},
        {"5% cut", "5 cut"},
        {"Item 1", "Item 11"},
        {"Demo and Sale", "Dem overview and scrutiny ale"},
        {"", "a"},
    };
    for (size_t i = 0; i < MB_LENGTH(other); i++)
        assert_string_not_equal(text_fold(*state, other[i][0]), text_fold(*state, other[i][1]));
    assert_string_equal(text_fold(*state, "Zoo and Sea"), "zoo and sea");
    assert_string_equal(text_fold(*state, "(O&S)"), "(overview and scrutiny)");
}

static void folding_twice_changes_nothing_for_any_character(void **state)
{
    for (uint32_t c = 1; c < 0x30000; c += TEST_STRIDE(7)) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char text[8] = {0};
        if (c < 0x80)
            text[0] = (char)c;
        else if (c < 0x800)
            text[0] = (char)(0xC0 | c >> 6), text[1] = (char)(0x80 | (c & 63));
        else if (c < 0x10000)
            text[0] = (char)(0xE0 | c >> 12), text[1] = (char)(0x80 | (c >> 6 & 63)), text[2] = (char)(0x80 | (c & 63));
        else
            text[0] = (char)(0xF0 | c >> 18), text[1] = (char)(0x80 | (c >> 12 & 63)),
            text[2] = (char)(0x80 | (c >> 6 & 63)), text[3] = (char)(0x80 | (c & 63));
        void *context = talloc_new(*state);
        char *once = text_fold(context, text);
        assert_true(text_is_utf8(once, strlen(once)));
        if (strcmp(once, text_fold(context, once)) != 0)
            fail_msg("U+%04X", (unsigned)c);
        talloc_free(context);
    }
}

static void slugs_are_ascii_words(void **state)
{
    assert_string_equal(text_slug(*state, "Adults & Health: O&S Panel (Part 2)"),
                        "adults-and-health-overview-and-scrutiny-panel-part-2");
    assert_string_equal(text_slug(*state, "../../Caf\xC3\xA9\x1B"), "cafe");
    assert_string_equal(text_slug(*state, "\xE2\x80\x93"), "");
    assert_string_equal(text_slug(*state, NULL), "");
}

static void trim_takes_blanks_from_both_ends_in_place(void **state)
{
    char text[] = NB "\t\xE2\x80\x83 a b" NB "\r\n" NB;
    char empty[] = NB "\n";
    char bytes[] = "\x80\x80";
    (void)state;
    assert_string_equal(text_trim(text), "a b");
    assert_string_equal(text_trim(empty), "");
    assert_string_equal(text_trim(bytes), "\x80\x80");
}

static void starts_is_byte_for_byte(void **state)
{
    (void)state;
    assert_true(text_starts("Minutes:", "Minutes"));
    assert_true(text_starts("x", ""));
    assert_false(text_starts("Min", "Minutes"));
    assert_false(text_starts("minutes", "Minutes"));
}

static void assert_json(void *context, const char *text, size_t n, const char *expected)
{
    struct buf buf;
    buf_init(&buf, context, 10000);
    text_json(&buf, text, n);
    assert_string_equal(buf_take(&buf), expected);
}
#define JSON(text, expected) assert_json(*state, text, sizeof text - 1, expected)

static void json_escapes_what_json_demands(void **state)
{
    JSON("a \"b\" \\ /", "a \\\"b\\\" \\\\ /");
    JSON("a\n\r\t\b\f", "a\\n\\r\\t\\b\\f");
    JSON("x\0\x1By", "x\\u0000\\u001by");
    JSON("", "");
}

static void json_escapes_what_the_gate_would_not_let_through(void **state)
{
    JSON("\x7F\xC2\x9B", "\\u007f\\u009b");
    JSON("a\xE2\x80\xAE" "b\xE2\x80\x8B" "c\xC2\xAD", "a\\u202eb\\u200bc\\u00ad");
    JSON("\xE2\x80\xA8\xEF\x82\xB7", "\\u2028\\uf0b7");
    JSON("\xF3\xA0\x81\x81", "\\udb40\\udc41");
    JSON("e\xCC\x81 \xCC\x81", "e\xCC\x81 \\u0301");
    JSON("e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81", "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\\u0301");
}

static void json_keeps_what_is_seen_and_mends_bad_bytes(void **state)
{
    JSON("caf\xC3\xA9" NB "\xE2\x80\x93 \xF0\x9F\x99\x82", "caf\xC3\xA9" NB "\xE2\x80\x93 \xF0\x9F\x99\x82");
    JSON("a\xFF\xC3", "a" FFFD FFFD);
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(squeeze_makes_one_blank_of_all_blanks),
        TEST_CASE(keys_of_the_same_words_are_equal),
        TEST_CASE(keys_of_other_words_differ),
        TEST_CASE(folding_twice_changes_nothing_for_any_character),
        TEST_CASE(slugs_are_ascii_words),
        TEST_CASE(trim_takes_blanks_from_both_ends_in_place),
        TEST_CASE(starts_is_byte_for_byte),
        TEST_CASE(json_escapes_what_json_demands),
        TEST_CASE(json_escapes_what_the_gate_would_not_let_through),
        TEST_CASE(json_keeps_what_is_seen_and_mends_bad_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
