/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include <minutebook/base_lookup.h>

static void buf_grows_to_its_maximum_and_says_so(void **state)
{
    struct buf buf;
    buf_init(&buf, *state, 5);
    buf_puts(&buf, "abc");
    buf_puts(&buf, "def");
    assert_true(buf.full);
    buf_puts(&buf, "de");
    assert_string_equal(buf.data, "abcde");
    buf_printf(&buf, "%d", 1);
    assert_int_equal(buf.len, 5);
}

static void buf_take_leaves_an_empty_usable_buf(void **state)
{
    struct buf buf;
    buf_init(&buf, *state, 100);
    assert_string_equal(buf_take(&buf), "");
    buf_printf(&buf, "%s-%d", "x", 7);
    assert_string_equal(buf_take(&buf), "x-7");
    assert_int_equal(buf.len, 0);
}

static void append_keeps_earlier_elements(void **state)
{
    int *numbers = NULL;
    size_t n = 0;
    for (int i = 0; i < 1000; i++)
        *mem_append(*state, numbers, n) = i;
    assert_int_equal(n, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(numbers[i], i);
}

static void strings_are_copies(void **state)
{
    char word[] = "apologies";
    struct strings list = {0};
    strings_add(*state, &list, word);
    word[0] = 'X';
    assert_string_equal(list.at[0], "apologies");
}

static void err_is_cut_on_a_character_boundary(void **state)
{
    (void)state;
    struct err err;
    char filler[1100];
    memset(filler, 'a', 1022);
    memcpy(filler + 1022, "\xC3\xA9", 3);
    assert_int_equal(err_set(&err, STATUS_INPUT, "%s", filler), STATUS_INPUT);
    assert_int_equal(strlen(err.text), 1022);
}

/* FIPS 180-2, appendix B.1 */
static void sha256_of_abc(void **state)
{
    (void)state;
    char hex[SHA256_HEX];
    sha256_hex("abc", 3, hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void exit_codes_are_those_of_the_manual(void **state)
{
    (void)state;
    assert_int_equal(status_exit_code(STATUS_NONE), 1);
    assert_int_equal(status_exit_code(STATUS_USAGE), 2);
    assert_int_equal(status_exit_code(STATUS_INPUT), 3);
    assert_int_equal(status_exit_code(STATUS_STORE), 4);
    assert_int_equal(status_exit_code(STATUS_BUSY), 75);
}

static void rows_are_found_by_their_key_in_the_order_they_were_added(void **state)
{
    struct lookup *lookup = lookup_new(*state);
    for (size_t i = 0; i < 1000; i++) {
        char *key = mem_printf(*state, "%zu", i % 300);
        lookup_add(lookup, key, i);
        talloc_free(key);
    }
    lookup_add(lookup, NULL, 7);
    assert_int_equal(lookup_find(lookup, "299").n, 3);
    assert_int_equal(lookup_find(lookup, "0").n, 4);
    assert_int_equal(lookup_find(lookup, "0").at[3], 900);
    assert_int_equal(lookup_first(lookup, "299"), 299);
    assert_int_equal(lookup_first(lookup, "300"), LOOKUP_NONE);
    assert_int_equal(lookup_find(lookup, NULL).n, 0);
    assert_int_equal(lookup_place(lookup, "299", 5), 299);
    assert_int_equal(lookup_place(lookup, "300", 5), 5);
    assert_int_equal(lookup_place(lookup, "300", 6), 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(rows_are_found_by_their_key_in_the_order_they_were_added),
        TEST_CASE(buf_grows_to_its_maximum_and_says_so),
        TEST_CASE(buf_take_leaves_an_empty_usable_buf),
        TEST_CASE(append_keeps_earlier_elements),
        TEST_CASE(strings_are_copies),
        TEST_CASE(err_is_cut_on_a_character_boundary),
        TEST_CASE(sha256_of_abc),
        TEST_CASE(exit_codes_are_those_of_the_manual),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
