/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Patterns in a text: what they find, what is wrong with them, and that none of them holds up the one who typed it. */
#include "support/test.h"

#include <minutebook/search_pattern.h>

#include <locale.h>
#include <string.h>

/* All places, each between [ and ]; what was refused otherwise. */
static char *found(void *context, const char *expression, bool with_case, const char *text)
{
    struct search_pattern *pattern;
    struct mark at = {0};
    struct err err;
    struct buf out;
    if (search_pattern_new(context, expression, with_case, &pattern, &err) != STATUS_OK)
        return mem_strdup(context, err.text);
    buf_init(&out, context, 100000);
    enum status status;
    while ((status = search_pattern_next(pattern, text, strlen(text), at.start + at.len, &at, &err)) == STATUS_OK)
        buf_printf(&out, "[%.*s]", (int)at.len, text + at.start);
    return status == STATUS_NONE ? mem_strdup(context, out.len ? out.data : "") : mem_strdup(context, err.text);
}

static void a_pattern_finds_its_places(void **state)
{
    static const struct {
        const char *expression;
        bool with_case;
        const char *text, *places;
    } cases[] = {
        {"ferr(y|ies)", false, "The Ferry and two ferries.", "[Ferry][ferries]"},
        {"Ferry", true, "ferry Ferry", "[Ferry]"},
        {"\\bcaf\\w", false, "un caf\xC3\xA9, le CAF\xC3\x89", "[caf\xC3\xA9][CAF\xC3\x89]"},
        {"\xC2\xA3\\d+", false, "\xC2\xA3" "5 and \xC2\xA3" "1,058", "[\xC2\xA3" "5][\xC2\xA3" "1]"},
        {"^the", false, "the toll, the tolls", "[the]"},
        {"x*", false, "no letter of that name but xx", "[xx]"}, /* what is empty is no place */
        {"quay", false, "", ""},
        {"(?=quay)\\w", false, "quay", "[q]"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++)
        assert_string_equal(found(*state, cases[i].expression, cases[i].with_case, cases[i].text), cases[i].places);
}

static void what_is_wrong_is_said_with_its_character(void **state)
{
    static const struct {
        const char *expression, *sentence;
    } cases[] = {
        {"(SEN", "at character 5"}, {"\xC3\xA9(", "at character 3"}, {"[a", "at character 3"}, {"*a", "at character "}, {"\\C", "pattern: "}, {"a{2,1}", "at character "},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        char *sentence = found(*state, cases[i].expression, false, "text");
        assert_int_equal(strncmp(sentence, "pattern: ", 9), 0);
        if (!strstr(sentence, cases[i].sentence))
            fail_msg("%s: %s", cases[i].expression, sentence);
    }
}

/* Each of them would take longer than the world is old, or all of its memory. */
static void a_pattern_that_would_never_end_is_given_up(void **state)
{
    static const char *const expressions[] = {"(a+)+$", "(a|aa)+$", "(a*)*b", "((a{1,100}){1,100})b", "(.*)*\\d", "^(([a-z])+.)+[A-Z]([a-z])+$"};
    char *text = mem_zero_named(*state, 60001, "text");
    memset(text, 'a', 60000);
    text[59999] = '!';
    for (size_t i = 0; i < MB_LENGTH(expressions); i++) {
        char *sentence = found(*state, expressions[i], false, text);
        bool ended = strstr(sentence, "takes too long") || strstr(sentence, "pattern: ") || *sentence == '[' || !*sentence;
        if (!ended)
            fail_msg("%s: %.200s", expressions[i], sentence);
    }
    assert_non_null(strstr(found(*state, "(a+)+$", false, text), "takes too long"));
    /* Not much from any one place, but from every place. */
    assert_non_null(strstr(found(*state, ".{0,140}.{0,100}[~^]", false, text), "takes too long"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_pattern_finds_its_places),
        TEST_CASE(what_is_wrong_is_said_with_its_character),
        TEST_CASE(a_pattern_that_would_never_end_is_given_up),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests_name("search: patterns", tests, NULL, NULL);
}
