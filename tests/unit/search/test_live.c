/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The searcher in the background: what is asked last is answered, whatever was asked before. */
#include "unit/search/harbour.h"

#include <minutebook/search_live.h>

#include <locale.h>
#include <poll.h>

#define PATIENCE_MS 20000 /* a test that waits longer has failed */

static struct searcher *searcher_of(void *context, const char *path)
{
    struct searcher *searcher;
    struct err err;
    assert_ok(searcher_new(context, path, &searcher, &err), err);
    return searcher;
}

static uint64_t ask(struct searcher *searcher, const char *words)
{
    return searcher_ask(searcher, &(struct search_ask){.words = words, .wish = {.limit = 50, .options = {.typing = true}}});
}

/* The next part, waited for as the terminal's loop does. */
static struct search_answer *part_of(void *context, struct searcher *searcher)
{
    struct search_answer *part = NULL;
    while (!part) {
        struct pollfd news = {.fd = searcher_fd(searcher), .events = POLLIN};
        if (poll(&news, 1, PATIENCE_MS) != 1)
            fail_msg("no answer came");
        part = searcher_take(context, searcher);
    }
    return part;
}

static void rows_come_first_and_counts_behind_them(void **state)
{
    struct store *store = harbour(state);
    struct searcher *searcher = searcher_of(*state, store_path(store));
    assert_false(searcher_busy(searcher));
    uint64_t number = ask(searcher, "trans");
    struct search_answer *rows = part_of(*state, searcher);
    assert_int_equal(rows->number, number);
    assert_true(rows->rows_known && !rows->counted);
    assert_int_equal(rows->rows.n, 3);
    assert_int_equal(rows->rows.at[0].date.year, 2032);
    assert_int_equal(rows->query->n_terms, 1);
    struct search_answer *counts = part_of(*state, searcher);
    assert_int_equal(counts->number, number);
    assert_true(counts->counted && !counts->rows_known);
    assert_int_equal(counts->counts.places, 3);
    assert_int_equal(counts->counts.meetings, 3);
    while (searcher_busy(searcher))
        ;
    assert_null(searcher_take(*state, searcher));
}

/* As fast as keys can come: each question makes way for the next, and the last one has its answer. */
static void only_the_newest_question_is_answered(void **state)
{
    static const char *const words[] = {"t", "tr", "transport", "q", "qu", "quay", "nothing at all", "school OR", "(", "kind:"};
    struct store *store = harbour(state);
    struct searcher *searcher = searcher_of(*state, store_path(store));
    uint64_t number = 0;
    for (size_t i = 0; i < 2000; i++) {
        number = ask(searcher, words[i % MB_LENGTH(words)]);
        if (i % 7 == 0)
            talloc_free(searcher_take(*state, searcher));
    }
    number = ask(searcher, "tolls");
    struct search_answer *rows = part_of(*state, searcher);
    assert_int_equal(rows->number, number);
    assert_int_equal(rows->rows.n, 1);
    assert_true(part_of(*state, searcher)->counted);
}

static void nothing_found_and_nothing_right_are_answers(void **state)
{
    struct store *store = harbour(state);
    struct searcher *searcher = searcher_of(*state, store_path(store));
    (void)ask(searcher, "lighthouse");
    struct search_answer *none = part_of(*state, searcher);
    assert_true(none->rows_known);
    assert_int_equal(none->status, STATUS_OK);
    assert_int_equal(none->rows.n, 0);
    assert_int_equal(part_of(*state, searcher)->counts.places, 0);
    (void)ask(searcher, "quay kin:report ");
    struct search_answer *wrong = part_of(*state, searcher);
    assert_int_equal(wrong->status, STATUS_USAGE);
    assert_int_equal(wrong->fault.from, 5);
    assert_non_null(strstr(wrong->err.text, "kind: is one"));
}

static void it_sees_what_was_imported_since(void **state)
{
    struct store *store = harbour(state);
    struct searcher *searcher = searcher_of(*state, store_path(store));
    (void)ask(searcher, "lighthouse");
    assert_int_equal(part_of(*state, searcher)->rows.n, 0);
    (void)part_of(*state, searcher);
    import_page(store, "four", (struct date){2033, 2, 3}, "Lighthouse", "The lighthouse is dark.", false);
    (void)ask(searcher, "lighthouse");
    assert_int_equal(part_of(*state, searcher)->rows.n, 1);
}

static void a_count_alone_can_be_asked(void **state)
{
    struct store *store = harbour(state);
    struct searcher *searcher = searcher_of(*state, store_path(store));
    (void)searcher_ask(searcher, &(struct search_ask){.words = "quay", .only_count = true});
    struct search_answer *counts = part_of(*state, searcher);
    assert_true(counts->counted && !counts->rows_known);
    assert_int_equal(counts->counts.places, 2);
}

/* Of whole words each kind is counted behind, and all kinds together are all places. */
static void kinds_are_counted_behind(void **state)
{
    struct store *store = harbour(state);
    struct searcher *searcher = searcher_of(*state, store_path(store));
    int64_t all = 0;
    (void)searcher_ask(searcher, &(struct search_ask){.words = "quay OR transport", .wish = {.limit = 50}});
    struct search_answer *rows = part_of(*state, searcher);
    int64_t places = part_of(*state, searcher)->counts.places;
    struct search_answer *kinds = part_of(*state, searcher);
    assert_true(kinds->kinds_counted);
    for (enum passage_kind kind = 0; kind < PASSAGE_KINDS; kind++) {
        int64_t found = 0;
        for (size_t i = 0; i < rows->rows.n; i++)
            found += rows->rows.at[i].kind == kind;
        assert_int_equal(kinds->of_kind[kind], found);
        all += kinds->of_kind[kind];
    }
    assert_true(all > 1);
    assert_int_equal(all, places);
}

/* A store that is not there is said, and looked for again. */
static void a_store_that_is_missing_is_said(void **state)
{
    struct searcher *searcher = searcher_of(*state, scratch_path(*state, "search.db"));
    (void)ask(searcher, "quay");
    assert_int_equal(part_of(*state, searcher)->status, STATUS_STORE);
    (void)harbour(state);
    (void)ask(searcher, "quay");
    assert_int_equal(part_of(*state, searcher)->rows.n, 3);
}

/* Leaving in the middle of it neither hangs nor leaks. */
static void it_can_be_left_at_any_time(void **state)
{
    struct store *store = harbour(state);
    for (int i = 0; i < 50; i++) {
        struct searcher *searcher = searcher_of(*state, store_path(store));
        for (int asked = 0; asked < i % 4; asked++)
            (void)ask(searcher, "t");
        talloc_free(searcher);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(rows_come_first_and_counts_behind_them), STORE_CASE(only_the_newest_question_is_answered),
        STORE_CASE(nothing_found_and_nothing_right_are_answers), STORE_CASE(it_sees_what_was_imported_since),
        STORE_CASE(a_count_alone_can_be_asked), STORE_CASE(kinds_are_counted_behind), STORE_CASE(a_store_that_is_missing_is_said), STORE_CASE(it_can_be_left_at_any_time),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("search: in the background", tests, NULL, NULL);
}
