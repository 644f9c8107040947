/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include <minutebook/command.h>

static struct keymap *map;

static int make_map(void **state)
{
    (void)state;
    map = keymap_new(NULL);
    return 0;
}

static int leave_map(void **state)
{
    (void)state;
    talloc_free(map);
    return 0;
}

static enum command_id feed(struct key_state *state, unsigned context, uint32_t key, int *count)
{
    struct key_result result = key_feed(state, map, context, key);
    *count = result.count;
    return result.command;
}

static void every_key_of_the_table_has_a_name_that_reads_back(void **state)
{
    for (size_t i = 0; i < CMD_COUNT; i++) {
        const struct command *command = command_get((enum command_id)i);
        const char *at = command->keys;
        while (*at) {
            size_t n = strcspn(at, " ");
            struct key_sequence keys, again;
            unsigned contexts;
            if (!command_key_parse(command, at, n, &keys, &contexts))
                fail_msg("%s: key \"%.*s\" is not known", command->name, (int)n, at);
            char *name = key_sequence_spelling(*state, &keys);
            if (!key_sequence_parse(name, strlen(name), &again) || again.n != keys.n ||
                memcmp(again.at, keys.at, keys.n * sizeof keys.at[0]) != 0)
                fail_msg("\"%.*s\" comes back as \"%s\"", (int)n, at, name);
            at += n + strspn(at + n, " ");
        }
    }
}

/* Two commands on one key in one context would make the second unreachable. */
static void no_key_means_two_things_in_one_context(void **state)
{
    (void)state;
    for (unsigned context = 1; context <= CONTEXT_ALL; context <<= 1)
        for (size_t i = 0; i < CMD_COUNT; i++) {
            const struct command *command = command_get((enum command_id)i);
            const char *at = command->keys;
            while (*at && (command->contexts & context)) {
                size_t n = strcspn(at, " ");
                struct key_state typed = {0};
                struct key_sequence keys;
                enum command_id found = command->id;
                unsigned bound;
                int count;
                assert_true(command_key_parse(command, at, n, &keys, &bound));
                for (size_t k = 0; k < keys.n && (bound & context); k++)
                    found = feed(&typed, context, keys.at[k], &count);
                if (found != command->id)
                    fail_msg("\"%.*s\" of %s is taken in context %u", (int)n, at, command->name, context);
                at += n + strspn(at + n, " ");
            }
        }
}

static void names_and_help_are_there_and_names_differ(void **state)
{
    (void)state;
    for (size_t i = 0; i < CMD_COUNT; i++) {
        const struct command *command = command_get((enum command_id)i);
        assert_int_equal(command->id, i);
        assert_true(*command->name && *command->help && command->contexts);
        enum command_id id;
        struct err err;
        assert_int_equal(command_by_name(command->name, strlen(command->name), &id, &err), STATUS_OK);
        assert_int_equal(id, i);
    }
    assert_null(command_get(CMD_NONE));
}

static void a_key_belongs_to_its_context(void **state)
{
    (void)state;
    struct key_state keys = {0};
    int count;
    assert_int_equal(feed(&keys, CONTEXT_MEETING, ']', &count), CMD_NEXT_ITEM);
    assert_int_equal(feed(&keys, CONTEXT_DESK, ']', &count), CMD_NONE);
    assert_int_equal(feed(&keys, CONTEXT_PROGRAMME, '<', &count), CMD_OLDER);
    assert_int_equal(feed(&keys, CONTEXT_DESK, MBKEY_DOWN, &count), CMD_DOWN);
    assert_int_equal(feed(&keys, CONTEXT_DESK, '\r', &count), CMD_OPEN);
    assert_int_equal(feed(&keys, CONTEXT_DESK, 14, &count), CMD_DOWN);
    assert_int_equal(feed(&keys, CONTEXT_DESK, 0x1F600, &count), CMD_NONE);
}

static void a_count_stands_before_a_key_and_is_used_once(void **state)
{
    (void)state;
    struct key_state keys = {0};
    int count;
    assert_true(key_feed(&keys, map, CONTEXT_DESK, '1').pending);
    assert_true(key_feed(&keys, map, CONTEXT_DESK, '0').pending);
    struct key_result result = key_feed(&keys, map, CONTEXT_DESK, 'G');
    assert_int_equal(result.command, CMD_LAST);
    assert_int_equal(result.count, 10);
    assert_false(result.pending);
    assert_int_equal(feed(&keys, CONTEXT_DESK, 'j', &count), CMD_DOWN);
    assert_int_equal(count, 0);
}

static void a_count_is_bounded_and_escape_takes_it_back(void **state)
{
    (void)state;
    struct key_state keys = {0};
    int count;
    for (int i = 0; i < 40; i++)
        feed(&keys, CONTEXT_DESK, '9', &count);
    assert_int_equal(feed(&keys, CONTEXT_DESK, 'j', &count), CMD_DOWN);
    assert_int_equal(count, 99999999);
    feed(&keys, CONTEXT_DESK, '5', &count);
    assert_int_equal(feed(&keys, CONTEXT_DESK, 27, &count), CMD_NONE);
    assert_int_equal(feed(&keys, CONTEXT_DESK, 27, &count), CMD_BACK);
}

static void unknown_names_of_keys_are_none(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "<", "<F0>", "<F13>", "<Nope>", "ab", "\xC3", "<C-1>", " "};
    for (size_t i = 1; i < MB_LENGTH(bad); i++)
        if (strcmp(bad[i], "<") != 0)
            assert_int_equal(key_parse(bad[i], strlen(bad[i])), 0);
    assert_int_equal(key_parse("<", 1), '<');
    assert_int_equal(key_parse("", 0), 0);
    assert_int_equal(key_parse("\xC3\xA9", 2), 0xE9);
    assert_int_equal(key_parse("<F12>", 5), MBKEY_F12);
}

static void a_line_is_a_command_and_its_rest(void **state)
{
    enum command_id id;
    char *rest;
    struct err err;
    assert_int_equal(command_parse_line(*state, "  find  school \"bus  pass\" ", &id, &rest, &err), STATUS_OK);
    assert_int_equal(id, CMD_FIND);
    assert_string_equal(rest, "school \"bus  pass\"");
    assert_int_equal(command_parse_line(*state, ":und", &id, &rest, &err), STATUS_OK);
    assert_int_equal(id, CMD_UNDO);
    assert_null(rest);
}

static void an_unclear_name_lists_what_it_may_be(void **state)
{
    enum command_id id;
    char *rest;
    struct err err;
    assert_int_equal(command_parse_line(*state, "meet", &id, &rest, &err), STATUS_OK);
    assert_int_equal(command_parse_line(*state, "next", &id, &rest, &err), STATUS_USAGE);
    assert_non_null(strstr(err.text, "next-item"));
    assert_non_null(strstr(err.text, "next-meeting"));
    assert_int_equal(command_parse_line(*state, "frobnicate it", &id, &rest, &err), STATUS_USAGE);
    assert_non_null(strstr(err.text, "\"frobnicate\""));
    assert_int_equal(command_parse_line(*state, "   ", &id, &rest, &err), STATUS_USAGE);
}

static void words_are_split_as_a_shell_splits_them(void **state)
{
    struct strings words;
    struct err err;
    assert_int_equal(command_split(*state, "a 'b c'  \"d \\\" e\" f\\ g '' $HOME", &words, &err), STATUS_OK);
    assert_int_equal(words.n, 6);
    assert_string_equal(words.at[1], "b c");
    assert_string_equal(words.at[2], "d \" e");
    assert_string_equal(words.at[3], "f g");
    assert_string_equal(words.at[4], "");
    assert_string_equal(words.at[5], "$HOME");
    assert_int_equal(command_split(*state, "a 'b", &words, &err), STATUS_USAGE);
    assert_int_equal(command_split(*state, "  ", &words, &err), STATUS_OK);
    assert_int_equal(words.n, 0);
}

static void a_leading_tilde_is_the_home_folder(void **state)
{
    struct strings words;
    struct err err;
    setenv("HOME", "/home/clerk", 1);
    assert_int_equal(command_split(*state, "~/papers '~/x' a~/b", &words, &err), STATUS_OK);
    assert_string_equal(words.at[0], "/home/clerk/papers");
    assert_string_equal(words.at[1], "~/x");
    assert_string_equal(words.at[2], "a~/b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_key_of_the_table_has_a_name_that_reads_back),
        TEST_CASE(no_key_means_two_things_in_one_context),
        TEST_CASE(names_and_help_are_there_and_names_differ),
        TEST_CASE(a_key_belongs_to_its_context),
        TEST_CASE(a_count_stands_before_a_key_and_is_used_once),
        TEST_CASE(a_count_is_bounded_and_escape_takes_it_back),
        TEST_CASE(unknown_names_of_keys_are_none),
        TEST_CASE(a_line_is_a_command_and_its_rest),
        TEST_CASE(an_unclear_name_lists_what_it_may_be),
        TEST_CASE(words_are_split_as_a_shell_splits_them),
        TEST_CASE(a_leading_tilde_is_the_home_folder),
    };
    return cmocka_run_group_tests(tests, make_map, leave_map);
}
