/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a store shows does not hang on the order of imports, nor on repeats (design.md 4). */
#include "unit/store/many.h"

static char *text_of_order(void *context, struct draft *const *papers, const int *order, size_t n)
{
    static int number;
    char *name = mem_printf(context, "order-%d.db", number++);
    struct store *store = open_store(context, scratch_path(context, name), STORE_WRITE);
    for (size_t i = 0; i < n; i++)
        import_paper(context, store, papers[order[i]]);
    char *text = store_text(context, store);
    talloc_free(store);
    return text;
}

/* Each order of the five, every fourth with some of them again. */
static void try_orders(void *context, struct draft *const *papers, int *order, size_t from, int *count, const char *expected)
{
    if (from == MANY && *count % TEST_STRIDE(6)) {
        ++*count;
        return;
    }
    if (from == MANY) {
        size_t n = MANY;
        if (*count % 4 == 0) {
            order[n++] = order[*count % MANY];
            order[n++] = order[0];
        }
        char *text = text_of_order(context, papers, order, n);
        if (strcmp(text, expected) != 0) {
            for (size_t i = 0; i < n; i++)
                print_message("%d ", order[i]);
            assert_string_equal(text, expected);
        }
        talloc_free(text);
        ++*count;
        return;
    }
    for (size_t i = from; i < MANY; i++) {
        int swap = order[from];
        order[from] = order[i];
        order[i] = swap;
        try_orders(context, papers, order, from + 1, count, expected);
        order[i] = order[from];
        order[from] = swap;
    }
}

static void every_order_shows_the_same(void **state)
{
    struct draft *papers[MANY];
    many_papers(*state, papers, false);
    int order[MANY + 2] = {0, 1, 2, 3, 4}, count = 0;
    char *expected = text_of_order(*state, papers, order, MANY);
    assert_non_null(strstr(expected, "titles agree"));
    assert_non_null(strstr(expected, "housing-scrutiny-panel-2031-03-06-1830"));
    assert_non_null(strstr(expected, "offered Housing Scrutiny Panel because"));
    try_orders(*state, papers, order, 0, &count, expected);
    assert_int_equal(count, 120);
}

/* A paper that came and went leaves no trace in what is shown. */
static void a_forgotten_paper_leaves_no_trace(void **state)
{
    struct draft *papers[MANY];
    many_papers(*state, papers, false);
    int without[] = {0, 2, 3, 4};
    char *expected = text_of_order(*state, papers, without, 4);
    struct store *store = open_store(*state, scratch_path(*state, "forgotten.db"), STORE_WRITE);
    for (size_t i = 0; i < MANY; i++)
        import_paper(*state, store, papers[i]);
    struct strings backups;
    struct err err;
    assert_ok(store_forget(*state, store, papers[1]->sha256, &backups, &err), err);
    assert_string_equal(store_text(*state, store), expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(every_order_shows_the_same),
        STORE_CASE(a_forgotten_paper_leaves_no_trace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
