/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tables taken apart, whatever they are, and rows that come with ids of their own. */
#include "unit/export/memory_sink.h"
#include "unit/store/rows.h"

#include "src/export/take.h"

#include <locale.h>

#define T(text) ((char *)(text))

static char *joined(void *context, const struct grid *grid)
{
    struct buf out;
    buf_init(&out, context, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < grid->n; i++) {
        for (size_t k = 0; k < grid->rows[i].n; k++)
            buf_printf(&out, "%s[%s]", k ? "" : "", grid->rows[i].at[k]);
        buf_printf(&out, "%d ", grid->rows[i].line);
    }
    return buf_take(&out);
}

static void a_table_is_taken_apart_as_its_form_has_it(void **state)
{
    static const struct {
        const char *text;
        char delimiter;
        const char *cells;
    } cases[] = {
        {"a,b\nc,d\n", ',', "[a][b]1 [c][d]2 "},
        {"a,\"b, \"\"c\"\"\nd\"\n\n,,\ne\n", ',', "[a][b, \"c\"\nd]1 [e]5 "},
        {"a\tb\n", '\t', "[a][b]1 "},
        {"a,'=1+1\n'tis,b\n", ',', "[a][=1+1]1 ['tis][b]2 "},
        {"\"never closed, a\nb", ',', "[never closed, a\nb]1 "},
        {"| a | b \\| c |\n|---|:-:|\n| d<br>e | |\n", '|', "[a][b | c]1 [d\ne][]3 "},
        {"", ',', ""},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct grid grid = grid_read(*state, cases[i].text, cases[i].delimiter);
        assert_string_equal(joined(*state, &grid), cases[i].cells);
    }
}

/* Damaged text is some table or none; it never reads past its end (sanitizers look on). */
static void any_text_is_some_table(void **state)
{
    unsigned seed = 7;
    struct store *store = new_store(state);
    struct profiles *profiles;
    profiles_load(*state, NULL, &profiles, NULL);
    for (int round = 0; round < 300; round++) {
        static const char bytes[] = ",\t;|\"\n'= abAction OfficerStatus|Ref\\<br>";
        void *scratch = talloc_named_const(NULL, 0, "round");
        struct buf text;
        struct take take;
        struct err err = {0};
        const struct take_options options = {.name = "x", .today = {2031, 3, 1}};
        buf_init(&text, scratch, 4000);
        buf_puts(&text, round % 2 ? "Action,Officer,Status\n" : "");
        for (int i = 0; i < 120; i++) {
            seed = seed * 1664525u + 1013904223u;
            buf_putc(&text, bytes[(seed >> 10) % (sizeof bytes - 1)]);
        }
        enum status status = take_table(scratch, store, profiles, NULL, text.data, &options, &take, &err);
        assert_true(status == STATUS_OK || status == STATUS_INPUT);
        status = take_actions(scratch, store, text.data, text.len, &options, &take, &err);
        assert_int_equal(status, STATUS_INPUT);
        talloc_free(scratch);
    }
}

static void a_row_keeps_the_id_and_the_reference_that_it_comes_with(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "from elsewhere");
    static const char id[] = "12345678-1234-4123-8123-123456789abc";
    action->reference = T("SR (25/26) 01");
    struct edit_result *added = edit(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .target = id, .action = action});
    assert_string_equal(added->id, id);
    assert_string_equal(added->reference, "SR (25/26) 01");
    assert_string_equal(get(state, store, id)->subject, "from elsewhere");
    (void)refused(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .target = id, .action = action}, STATUS_CONFLICT);
    (void)refused(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .target = "x", .action = action}, STATUS_USAGE);
    struct edit_result *second = edit(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .target = store_new_id(*state), .action = action});
    assert_string_not_equal(second->reference, "SR (25/26) 01"); /* taken */
    assert_true(store_is_id(second->id));
    assert_false(store_is_id("12345678-1234-4123-8123-123456789abg"));
}

static void an_entry_keeps_the_id_that_it_comes_with(void **state)
{
    struct store *store = new_store(state);
    const struct action_entry entry = {.kind = ENTRY_UPDATE, .text = T("told")};
    struct edit_result *added = add_subject(state, store, "tolls");
    char *id = store_new_id(*state);
    struct edit_result *told = edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = added->id, .value = id, .entry = &entry});
    assert_string_equal(told->id, id);
    (void)undo(state, store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_table_is_taken_apart_as_its_form_has_it),
        STORE_CASE(any_text_is_some_table),
        STORE_CASE(a_row_keeps_the_id_and_the_reference_that_it_comes_with),
        STORE_CASE(an_entry_keeps_the_id_that_it_comes_with),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("export: trackers taken in", tests, NULL, NULL);
}
