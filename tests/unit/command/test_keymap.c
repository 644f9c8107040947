/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Keys as data: binding, unbinding, sequences that wait, and what is said meanwhile. */
#include "support/test.h"

#include <minutebook/command.h>

static struct key_sequence keys_of(const char *text)
{
    struct key_sequence keys;
    if (!key_sequence_parse(text, strlen(text), &keys))
        fail_msg("\"%s\" is no sequence", text);
    return keys;
}

static void bind(struct keymap *map, unsigned contexts, const char *text, enum command_id command, const char *arguments)
{
    struct key_sequence keys = keys_of(text);
    struct err err;
    if (keymap_bind(map, contexts, &keys, command, arguments, &err) != STATUS_OK)
        fail_msg("%s: %s", text, err.text);
}

/* What the keys of TEXT mean, one after another, on the Desk. */
static struct key_result press(const struct keymap *map, const char *text)
{
    struct key_state state = {0};
    struct key_sequence keys = keys_of(text);
    struct key_result result = {0};
    for (size_t i = 0; i < keys.n; i++)
        result = key_feed(&state, map, CONTEXT_DESK, keys.at[i]);
    return result;
}

static void sequences_are_written_together_or_apart(void **state)
{
    struct key_sequence a = keys_of("gg"), b = keys_of("g g"), c = keys_of("<C-x><Space>\xC3\xA9<");
    assert_int_equal(a.n, 2);
    assert_memory_equal(&a, &b, sizeof a);
    assert_int_equal(c.n, 4);
    assert_int_equal(c.at[0], 24);
    assert_int_equal(c.at[1], ' ');
    assert_int_equal(c.at[2], 0xE9);
    assert_int_equal(c.at[3], '<');
    assert_string_equal(key_sequence_spelling(*state, &c), "<C-x> <Space> \xC3\xA9 <");
    assert_string_equal(key_sequence_label(*state, &c), "Ctrl-X Space \xC3\xA9 <");
    assert_false(key_sequence_parse("", 0, &a));
    assert_false(key_sequence_parse("   ", 3, &a));
    assert_false(key_sequence_parse("abcde", 5, &a));
    assert_false(key_sequence_parse("a\xC3", 2, &a));
    assert_true(key_sequence_parse("<No", 3, &a)); /* no name of a key: three keys */
}

static void keys_are_written_as_people_say_them(void **state)
{
    static const struct {
        uint32_t key;
        const char *label;
    } labels[] = {{'j', "j"}, {14, "Ctrl-N"}, {MBKEY_DOWN, "Down"}, {'<', "<"}, {MBKEY_SHIFT_TAB, "Shift-Tab"},
                  {MBKEY_F1, "F1"}, {' ', "Space"}, {27, "Esc"}, {28, "Ctrl-\\"}};
    for (size_t i = 0; i < MB_LENGTH(labels); i++)
        assert_string_equal(key_label(*state, labels[i].key), labels[i].label);
}

static void a_bound_key_means_its_new_command_where_it_was_bound(void **state)
{
    struct keymap *map = keymap_new(*state);
    struct key_state typed = {0};
    bind(map, CONTEXT_DESK, "j", CMD_LAST, NULL);
    assert_int_equal(press(map, "j").command, CMD_LAST);
    assert_int_equal(key_feed(&typed, map, CONTEXT_MEETING, 'j').command, CMD_DOWN);
    bind(map, CONTEXT_ALL, "j", CMD_NONE, NULL);
    assert_int_equal(press(map, "j").command, CMD_NONE);
    assert_int_equal(key_feed(&typed, map, CONTEXT_MEETING, 'j').command, CMD_NONE);
    assert_int_equal(press(map, "<Down>").command, CMD_DOWN);
}

static void a_command_is_bound_only_where_it_works(void **state)
{
    struct keymap *map = keymap_new(*state);
    struct key_state typed = {0};
    struct key_sequence keys = keys_of("[");
    struct err err;
    bind(map, CONTEXT_ALL, "[", CMD_OLDER, NULL);
    assert_int_equal(key_feed(&typed, map, CONTEXT_PROGRAMME, '[').command, CMD_OLDER);
    assert_int_equal(key_feed(&typed, map, CONTEXT_MEETING, '[').command, CMD_PREVIOUS_ITEM);
    assert_int_equal(keymap_bind(map, CONTEXT_DESK, &keys, CMD_OLDER, NULL, &err), STATUS_USAGE);
    assert_non_null(strstr(err.text, "older"));
}

static void a_binding_can_hold_arguments(void **state)
{
    struct keymap *map = keymap_new(*state);
    bind(map, CONTEXT_ALL, ",b", CMD_FIND, "\"bus fares\"");
    struct key_result result = press(map, ",b");
    assert_int_equal(result.command, CMD_FIND);
    assert_string_equal(result.arguments, "\"bus fares\"");
    assert_null(strstr(keymap_keys(*state, map, CMD_FIND, CONTEXT_DESK), ",")); /* f alone is find */
}

static void a_sequence_waits_for_its_next_key_and_says_how_it_goes_on(void **state)
{
    struct keymap *map = keymap_new(*state);
    struct key_state typed = {0};
    bind(map, CONTEXT_ALL, "y c", CMD_WHERE, NULL);
    bind(map, CONTEXT_ALL, "y d x", CMD_DESK, NULL);
    bind(map, CONTEXT_ALL, "y d y", CMD_DESK, NULL);
    bind(map, CONTEXT_ALL, "y f", CMD_FIND, "bus");
    assert_true(key_feed(&typed, map, CONTEXT_DESK, '3').pending);
    assert_true(key_feed(&typed, map, CONTEXT_DESK, 'y').pending);
    assert_string_equal(key_state_words(*state, &typed, map, CONTEXT_DESK),
                        "3 y: c where, d ..., f find bus; Esc takes it back");
    struct key_result result = key_feed(&typed, map, CONTEXT_DESK, 'c');
    assert_int_equal(result.command, CMD_WHERE);
    assert_int_equal(result.count, 3);
    assert_int_equal(typed.typed.n, 0);
}

static void a_key_that_does_not_go_on_is_named_with_those_before_it(void **state)
{
    struct keymap *map = keymap_new(*state);
    struct key_state typed = {0};
    bind(map, CONTEXT_ALL, "yc", CMD_WHERE, NULL);
    (void)key_feed(&typed, map, CONTEXT_DESK, 'y');
    struct key_result result = key_feed(&typed, map, CONTEXT_DESK, 'j');
    assert_int_equal(result.command, CMD_NONE);
    assert_false(result.pending);
    assert_string_equal(key_sequence_label(*state, &result.keys), "y j");
    assert_int_equal(key_feed(&typed, map, CONTEXT_DESK, 'j').command, CMD_DOWN);
}

static void escape_takes_back_what_waits_and_then_goes_back(void **state)
{
    struct keymap *map = keymap_new(*state);
    struct key_state typed = {0};
    bind(map, CONTEXT_ALL, "yc", CMD_WHERE, NULL);
    (void)key_feed(&typed, map, CONTEXT_DESK, 'y');
    struct key_result result = key_feed(&typed, map, CONTEXT_DESK, 27);
    assert_int_equal(result.command, CMD_NONE);
    assert_int_equal(result.keys.n, 0);
    assert_int_equal(key_feed(&typed, map, CONTEXT_DESK, 27).command, CMD_BACK);
}

static void no_key_waits_for_another_once_it_is_bound(void **state)
{
    struct keymap *map = keymap_new(*state);
    bind(map, CONTEXT_ALL, "gg", CMD_FIRST, NULL);
    assert_true(press(map, "g").pending);
    assert_int_equal(press(map, "gg").command, CMD_FIRST);
    bind(map, CONTEXT_ALL, "g", CMD_FIRST, NULL);
    assert_int_equal(press(map, "g").command, CMD_FIRST);
}

static void the_keys_of_a_command_are_those_that_work_now(void **state)
{
    struct keymap *map = keymap_new(*state);
    assert_string_equal(keymap_keys(*state, map, CMD_DOWN, CONTEXT_DESK), "j, Down, Ctrl-N");
    bind(map, CONTEXT_DESK, "j", CMD_NONE, NULL);
    bind(map, CONTEXT_ALL, "<C-x>d", CMD_DOWN, NULL);
    assert_string_equal(keymap_keys(*state, map, CMD_DOWN, CONTEXT_DESK), "Down, Ctrl-N, Ctrl-X d");
    assert_string_equal(keymap_first_key(*state, map, CMD_DOWN, CONTEXT_DESK), "Down");
    assert_string_equal(keymap_first_key(*state, map, CMD_DOWN, CONTEXT_MEETING), "j");
    assert_string_equal(keymap_keys(*state, map, CMD_WHERE, CONTEXT_DESK), "");
    assert_null(keymap_first_key(*state, map, CMD_WHERE, CONTEXT_DESK));
}

static void a_digit_within_a_sequence_is_no_count(void **state)
{
    struct keymap *map = keymap_new(*state);
    bind(map, CONTEXT_ALL, "m1", CMD_DESK, NULL);
    struct key_result result = press(map, "m1");
    assert_int_equal(result.command, CMD_DESK);
    assert_int_equal(result.count, 0);
}

static void every_screen_can_be_bound_on(void **state)
{
    (void)state;
    unsigned named = 0;
    const char *name;
    for (size_t i = 0; (name = context_name_at(i)) != NULL; i++) {
        unsigned contexts = context_by_name(name, strlen(name));
        assert_int_not_equal(contexts, 0);
        if (contexts != CONTEXT_ALL)
            named |= contexts;
    }
    assert_int_equal(named, CONTEXT_ALL);
    for (unsigned context = 1; context <= CONTEXT_ALL; context <<= 1)
        assert_true(*context_title(context));
    assert_int_equal(context_by_name("desks", 5), 0);
    assert_int_equal(context_by_name("", 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(sequences_are_written_together_or_apart),
        TEST_CASE(keys_are_written_as_people_say_them),
        TEST_CASE(a_bound_key_means_its_new_command_where_it_was_bound),
        TEST_CASE(a_command_is_bound_only_where_it_works),
        TEST_CASE(a_binding_can_hold_arguments),
        TEST_CASE(a_sequence_waits_for_its_next_key_and_says_how_it_goes_on),
        TEST_CASE(a_key_that_does_not_go_on_is_named_with_those_before_it),
        TEST_CASE(escape_takes_back_what_waits_and_then_goes_back),
        TEST_CASE(no_key_waits_for_another_once_it_is_bound),
        TEST_CASE(the_keys_of_a_command_are_those_that_work_now),
        TEST_CASE(a_digit_within_a_sequence_is_no_count),
        TEST_CASE(every_screen_can_be_bound_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
