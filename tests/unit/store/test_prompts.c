/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The lines typed at the prompts come back, the newest last, and are no work that could be undone. */
#include "unit/store/rows.h"

static void type(void **state, struct store *store, const char *name, const char *line)
{
    edit(state, store, &(struct edit){.kind = EDIT_HISTORY, .field = name, .value = line});
}

static char *lines(void **state, struct store *store, const char *name, size_t most)
{
    struct strings found;
    struct err err;
    struct buf text;
    buf_init(&text, *state, 100000);
    assert_ok(store_prompt_history(*state, store, name, most, &found, &err), err);
    for (size_t i = 0; i < found.n; i++)
        buf_printf(&text, "%s%s", i ? "|" : "", found.at[i]);
    return buf_take(&text);
}

static void lines_come_back_oldest_first_by_prompt(void **state)
{
    struct store *store = new_store(state);
    type(state, store, "command", "actions");
    type(state, store, "search", "damp");
    type(state, store, "command", "meetings \xE2\x80\x93 all");
    type(state, store, "command", "set theme plain");
    talloc_free(store);
    store = new_store(state);
    assert_string_equal(lines(state, store, "command", 100), "actions|meetings \xE2\x80\x93 all|set theme plain");
    assert_string_equal(lines(state, store, "command", 2), "meetings \xE2\x80\x93 all|set theme plain");
    assert_string_equal(lines(state, store, "search", 100), "damp");
    assert_string_equal(lines(state, store, "other", 100), "");
    assert_string_equal(lines(state, store, "command", 0), "");
}

static void the_same_line_again_becomes_the_newest(void **state)
{
    struct store *store = new_store(state);
    type(state, store, "search", "a");
    type(state, store, "search", "b");
    type(state, store, "search", "a");
    type(state, store, "search", "a");
    type(state, store, "search", "A");
    assert_string_equal(lines(state, store, "search", 100), "b|a|A");
}

static void the_newest_thousand_are_kept(void **state)
{
    struct store *store = new_store(state);
    struct strings found;
    struct err err;
    type(state, store, "command", "stays");
    for (int i = 0; i < 1005; i += 1)
        type(state, store, "search", mem_printf(*state, "line %d", i));
    assert_ok(store_prompt_history(*state, store, "search", 5000, &found, &err), err);
    assert_int_equal(found.n, 1000);
    assert_string_equal(found.at[0], "line 5");
    assert_string_equal(found.at[999], "line 1004");
    assert_string_equal(lines(state, store, "command", 100), "stays");
}

static void they_are_not_undone(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    type(state, store, "command", "actions");
    assert_string_equal(undo(state, store)->sentence, "undone: 41/1 added");
    type(state, store, "command", "redo");
    assert_string_equal(redo(state, store)->sentence, "redone: 41/1 added");
    assert_string_equal(lines(state, store, "command", 100), "actions|redo");
    refused(state, store, &(struct edit){.kind = EDIT_HISTORY, .field = "command", .value = ""}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_HISTORY, .value = "x"}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_HISTORY, .field = "command", .value = "\xFF"}, STATUS_INPUT);
}

static void a_changed_byte_is_found_and_not_shown(void **state)
{
    struct store *store = new_store(state);
    struct strings findings = {0};
    struct err err;
    type(state, store, "command", "one");
    type(state, store, "command", "two");
    assert_ok(store_check(*state, store, &findings, &err), err);
    plant(state, "UPDATE prompt_history SET line = 'three' WHERE line = 'two'");
    assert_string_equal(lines(state, store, "command", 100), "one");
    assert_int_equal(store_check(*state, store, &findings, &err), STATUS_STORE);
    assert_non_null(strstr(findings.at[0], "prompts' history that are damaged: 1"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(lines_come_back_oldest_first_by_prompt),
        STORE_CASE(the_same_line_again_becomes_the_newest),
        STORE_CASE(the_newest_thousand_are_kept),
        STORE_CASE(they_are_not_undone),
        STORE_CASE(a_changed_byte_is_found_and_not_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
