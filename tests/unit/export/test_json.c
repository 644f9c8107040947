/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "unit/export/memory_sink.h"

#include "src/export/json.h"

#include <locale.h>

static void values_are_compact_in_the_order_written(void **state)
{
    struct memory_sink memory;
    struct json json;
    struct strings list = {0};
    strings_add(*state, &list, "one");
    strings_add(*state, &list, "two");
    json_start(&json, memory_open(&memory, *state));
    json_object(&json, NULL);
    json_text(&json, "title", "Tolls");
    json_int(&json, "n", -7);
    json_bool(&json, "exempt", true);
    json_array(&json, "empty");
    json_array_end(&json);
    json_strings(&json, "list", &list);
    json_object(&json, "inner");
    json_date(&json, "day", (struct date){2031, 2, 3});
    json_object_end(&json);
    json_object_end(&json);
    assert_int_equal(json_end(&json, NULL), STATUS_OK);
    assert_string_equal(memory.got.data, "{\"title\":\"Tolls\",\"n\":-7,\"exempt\":true,\"empty\":[],"
                                         "\"list\":[\"one\",\"two\"],\"inner\":{\"day\":\"2031-02-03\"}}\n");
}

static void absent_is_null_and_never_an_empty_string(void **state)
{
    struct memory_sink memory;
    struct json json;
    json_start(&json, memory_open(&memory, *state));
    json_array(&json, NULL);
    json_text(&json, NULL, NULL);
    json_text(&json, NULL, "");
    json_date(&json, NULL, (struct date){0});
    json_array_end(&json);
    assert_int_equal(json_end(&json, NULL), STATUS_OK);
    assert_string_equal(memory.got.data, "[null,null,null]\n");
}

/* What the gate would take away is written as escapes, and nothing is lost (reliability.md 3). */
static void hostile_text_comes_back_as_it_was(void **state)
{
    static const char *const hostile[] = {
        "\x1b[2J\x1b]52;c;eA==\x07",
        "a\"b\\c\nd\te",
        "\xC2\x9B"
        "31m",
        "\xE2\x80\xAE"
        "gnp.exe",
        "soft\xC2\xADhyphen \xE2\x80\x8Bzero",
        "\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7\xF3\xA0\x81\xBF",
        "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
        "\x7F\x01",
    };
    for (size_t i = 0; i < MB_LENGTH(hostile); i++) {
        struct memory_sink memory;
        struct json json;
        json_start(&json, memory_open(&memory, *state));
        json_array(&json, NULL);
        json_text(&json, NULL, hostile[i]);
        json_array_end(&json);
        assert_int_equal(json_end(&json, NULL), STATUS_OK);
        assert_string_equal(json_at(*state, memory.got.data, "$[0]"), hostile[i]);
        for (const char *c = memory.got.data; c[0] && c[1]; c++)
            assert_true((unsigned char)*c >= 0x20 && *c != 0x7F);
        assert_null(strstr(memory.got.data, "\xC2\x9B"));
        assert_null(strstr(memory.got.data, "\xE2\x80\xAE"));
    }
}

/* A string longer than a piece is handed on in pieces, each cut between characters. */
static void long_strings_are_whole(void **state)
{
    struct buf text;
    buf_init(&text, *state, SIZE_MAX / 2);
    buf_putc(&text, 'x'); /* so that no piece of 32 KiB ends on a character by luck */
    while (text.len < 400000)
        buf_puts(&text, "\xE2\x82\xAC");
    struct memory_sink memory;
    struct json json;
    json_start(&json, memory_open(&memory, *state));
    json_array(&json, NULL);
    json_text(&json, NULL, text.data);
    json_array_end(&json);
    assert_true(json.buf.capacity < (1 << 20));
    assert_int_equal(json_end(&json, NULL), STATUS_OK);
    assert_int_equal(memory.got.len, text.len + 5);
    assert_memory_equal(memory.got.data + 2, text.data, text.len);
}

static void a_sink_that_refuses_ends_the_document(void **state)
{
    struct memory_sink memory;
    struct json json;
    struct err err;
    json_start(&json, memory_open(&memory, *state));
    memory.allowed = 1;
    json_array(&json, NULL);
    for (int i = 0; i < 200000; i++)
        json_int(&json, NULL, i);
    json_array_end(&json);
    assert_int_equal(json_end(&json, &err), STATUS_CANCELLED);
    assert_true(memory.got.len < (200 << 10)); /* nothing came after the refusal */
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(values_are_compact_in_the_order_written), TEST_CASE(absent_is_null_and_never_an_empty_string),
        TEST_CASE(hostile_text_comes_back_as_it_was),       TEST_CASE(long_strings_are_whole),
        TEST_CASE(a_sink_that_refuses_ends_the_document),
    };
    return cmocka_run_group_tests_name("export: the JSON writer", tests, NULL, NULL);
}
