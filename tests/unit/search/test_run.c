/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Searching a store: papers of a council that does not exist are imported, words go in, rows come out. */
#include "unit/search/harbour.h"

#include <minutebook/search.h>

#include <locale.h>

/* The years of the meetings found, newest first. */
static char *years(void *context, struct store *store, const char *words)
{
    struct query *query;
    struct search_rows rows;
    struct err err = {0};
    enum status status = search_run(context, store, words, (struct search_wish){.limit = 50}, &query, &rows, &err);
    if (status != STATUS_OK && status != STATUS_NONE)
        fail_msg("%s: %s", words, err.text);
    assert_int_equal(status == STATUS_NONE, rows.total == 0);
    assert_int_equal(rows.total, (int)rows.n);
    struct buf out;
    buf_init(&out, context, 1000);
    for (size_t i = 0; i < rows.n; i++)
        buf_printf(&out, "%s%d", i ? " " : "", rows.at[i].date.year);
    return buf_take(&out);
}

static void a_query_finds_what_it_says(void **state)
{
    static const struct {
        const char *words, *years;
    } cases[] = {
        {"transport", "2032 2031 2030"},
        {"TRANSPORT school", "2031 2030"},
        {"\"school transport\"", "2031"},
        {"quay*", "2032 2031 2030"},
        {"quay", "2031 2030"},
        {"transport -school", "2032"},
        {"transport -\"school transport\"", "2032 2030"},
        {"cafe", "2031"},
        {"tolls", "2031"},
        {"tolls quay", "2031"},
        {"ferry OR lights", "2032 2031"},
        {"ferry or bus", "2031"},
        {"ferry or lights", ""},
        {"school NEAR/2 ferry", "2031"},
        {"closed NEAR/1 bus", ""},
        {"(tolls OR nothing) quay", "2031"},
        {"transport date:2031..2032", "2032 2031"},
        {"transport before:2032 after:2030", "2031"},
        {"date:2030", "2030"},
        {"date:2030 -transport", ""},
        {"kind:minutes transport", "2032 2031 2030"},
        {"kind:report transport", ""},
        {"transport -kind:minutes", ""},
        {"member:moss", "2031"},
        {"member:moss member:reed", "2031"},
        {"member:reed transport", "2032 2031 2030"},
        {"member:moss -transport", ""},
        {"item:40 transport", "2032 2031 2030"},
        {"item:41", ""},
        {"is:cut transport", "2032 2031 2030"},
        {"is:exempt", "2032"},
        {"has:table", ""},
        {"owner:nobody", ""},
        {"transport OR owner:nobody", "2032 2031 2030"},
        {"status:open", ""},
        {"is:routine", ""},
        {"committee:harbour transport", "2032 2031 2030"},
        {"committee:\"harbour panel\" tolls", "2031"},
        {"minutes", ""},
        {"harbour*", ""}, /* the committee is a filter to come, not a word of the text */
        {"k*", ""},
        {"nothing", ""},
    };
    struct store *store = harbour(state);
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        char *got = years(*state, store, cases[i].words);
        if (strcmp(got, cases[i].years) != 0)
            fail_msg("%s: expected “%s”, found “%s”", cases[i].words, cases[i].years, got);
    }
}

/* Routine texts are left out and counted; alone they are found at once. */
static void routine_texts_are_left_out_until_they_are_asked_for(void **state)
{
    struct store *store = harbour(state);
    import_page(store, "routine", (struct date){2034, 2, 3}, "Apologies", "Apologies were received from Councillor David Ferry.", false);
    import_page(store, "leaflet", (struct date){2035, 2, 3}, "Apologies", "Apologies were received from Councillor David Pylon.", false);
    assert_string_equal(years(*state, store, "ferry"), "2031");
    assert_string_equal(years(*state, store, "ferry is:routine"), "2034");
    assert_string_equal(years(*state, store, "pylon"), "2035");
    struct query *query;
    struct search_rows rows;
    struct search_counts counts;
    struct err err;
    assert_ok(search_run(*state, store, "pylon", (struct search_wish){.limit = 5}, &query, &rows, &err), err);
    assert_true(query->only_routine);
    assert_true(rows.at[0].routine);
    assert_ok(search_run(*state, store, "ferry", (struct search_wish){.limit = 5}, &query, &rows, &err), err);
    assert_false(query->only_routine);
    assert_ok(search_run(*state, store, "ferry", (struct search_wish){.limit = 5, .options = {.routine = true}}, &query, &rows, &err), err);
    assert_int_equal(rows.n, 2);
    assert_ok(search_count(*state, store, "ferry", (struct search_wish){0}, &counts, &err), err);
    assert_int_equal(counts.places, 1);
    assert_int_equal(counts.routine, 1);
    assert_ok(search_count(*state, store, "pylon", (struct search_wish){0}, &counts, &err), err);
    assert_int_equal(counts.places, 1);
}

/* Half an index would find half of what is so: that is said, and what every release indexed can be asked. */
static void a_field_waits_for_meetings_that_are_indexed_anew(void **state)
{
    struct store *store = harbour(state);
    struct query *query;
    struct search_rows rows;
    struct err err;
    unguard(store);
    assert_ok(db_begin(store->db, &err), err);
    assert_ok(db_script(store->db, "UPDATE meeting SET made_from = '' WHERE date < '2032'", &err), err);
    assert_ok(db_commit(store->db, &err), err);
    assert_int_equal(search_run(*state, store, "is:cut", (struct search_wish){.limit = 5}, &query, &rows, &err), STATUS_USAGE);
    assert_non_null(strstr(err.text, "2 meetings are still to be indexed anew"));
    assert_string_equal(years(*state, store, "kind:minute transport"), "2032 2031 2030");
    assert_ok(store_republish(store, &err), err);
    assert_string_equal(years(*state, store, "is:cut transport"), "2032 2031 2030");
}

static int news_of(void *context, struct store *store, const char *words)
{
    struct saved_search *saved;
    struct err err;
    int n = -1;
    assert_ok(store_saved_search(context, store, words, &saved, &err), err);
    assert_ok(search_news(store, saved, &(struct query_options){0}, &n, &err), err);
    return n;
}

/* What is new of a saved search is counted by all that it asks for. */
static void what_is_new_of_a_search_is_narrowed_as_it_is(void **state)
{
    static const char *const saved[] = {"ferry", "ferry member:reed", "ferry member:moss", "ferry before:2032", "ferry after:2032"};
    static const int news[] = {1, 1, 0, 0, 1};
    struct store *store = harbour(state);
    for (size_t i = 0; i < MB_LENGTH(saved); i++) {
        struct edit edit = {.kind = EDIT_SEARCH_SAVE, .field = saved[i], .value = saved[i]};
        struct edit_result *result;
        struct err err;
        assert_ok(store_edit(*state, store, &edit, &result, &err), err);
        assert_int_equal(news_of(*state, store, saved[i]), 0);
    }
    import_page(store, "later", (struct date){2033, 2, 3}, "Boats", "The ferry is late.", false); /* Reed alone was there */
    for (size_t i = 0; i < MB_LENGTH(saved); i++)
        if (news_of(*state, store, saved[i]) != news[i])
            fail_msg("%s: %d, not %d", saved[i], news_of(*state, store, saved[i]), news[i]);
}

static void a_hit_opens_at_its_words(void **state)
{
    struct store *store = harbour(state);
    struct query *query;
    struct search_rows rows;
    struct err err;
    assert_ok(search_run(*state, store, "\"school transport\"", (struct search_wish){.limit = 10}, &query, &rows, &err), err);
    struct meeting *meeting = NULL;
    assert_ok(store_meeting(*state, store, rows.at[0].meeting_id, &meeting, &err), err);
    const struct item *item = meeting_item(meeting, rows.at[0].position);
    struct snippet snippet = snippet_make(*state, &rows.at[0], query, 60);
    assert_true(text_starts(item->minutes_text + snippet.at, "School transport by"));
    assert_string_equal(snippet.text, "School transport by ferry OR bus.");
    assert_true(rows.at[0].truncated);
}

static void exempt_text_is_found_and_marked(void **state)
{
    struct store *store = harbour(state);
    struct query *query;
    struct search_rows rows;
    struct err err;
    assert_ok(search_run(*state, store, "quayside", (struct search_wish){.limit = 10}, &query, &rows, &err), err);
    assert_true(rows.at[0].exempt);
}

/* Pages of a list are the list. */
static void offsets_go_on_where_the_last_page_ended(void **state)
{
    struct store *store = harbour(state);
    for (int i = 0; i < 3; i++) {
        struct query *query;
        struct search_rows rows;
        struct err err;
        assert_ok(search_run(*state, store, "transport", (struct search_wish){.limit = 1, .offset = i}, &query, &rows, &err), err);
        assert_int_equal(rows.n, 1);
        assert_int_equal(rows.total, 3);
        assert_int_equal(rows.at[0].date.year, 2032 - i);
    }
}

/* A long beginning is looked for as the words that begin so once these are gathered: it finds the same, also of the member's own rows. */
static void a_long_beginning_finds_the_same_once_words_are_gathered(void **state)
{
    static const struct {
        const char *words, *years;
    } cases[] = {
        {"transp*", "2032 2031 2030"}, {"quaysi*", "2032"}, {"schoo* -closed*", "2030"}, {"transp* tolls", "2031"},
        {"nothing*", ""},              {"transp* quayside*", "2032"}, {"school NEAR/3 transp*", "2031 2030"},
    };
    struct store *store = harbour(state);
    struct err err;
    for (int gathered = 0; gathered < 2; gathered++) {
        for (size_t i = 0; i < MB_LENGTH(cases); i++)
            assert_string_equal(years(*state, store, cases[i].words), cases[i].years);
        assert_ok(store_settle(store, &err), err);
    }
    struct query *query;
    struct search_rows rows;
    assert_ok(search_run(*state, store, "transp*", (struct search_wish){.limit = 9}, &query, &rows, &err), err);
    assert_non_null(strstr(query->request.match, "\"transport\""));
    assert_null(strstr(query->request.match, "*"));
    assert_non_null(strstr(query->request.mine_match, "*"));
}

/* SQLite refuses to compare with so long a pattern; nobody is called so. */
static void a_member_with_too_long_a_name_is_not_found(void **state)
{
    struct store *store = harbour(state);
    char *name = mem_zero_named(*state, 3000, "name");
    memset(name, 'x', 2999);
    assert_string_equal(years(*state, store, mem_printf(*state, "member:%s", name)), "");
    assert_string_equal(years(*state, store, "member:MOSS"), "2031");
    assert_string_equal(years(*state, store, "member:M_ss"), "");
    assert_string_equal(years(*state, store, "member:%"), "");
}

/* The best is the one with the word in its title; a beginning of two letters is answered by the day. */
static void the_best_come_first_unless_a_beginning_is_short(void **state)
{
    static const struct {
        const char *words;
        enum search_order order;
        int year; /* of the first */
    } cases[] = {
        {"tolls OR transport", SEARCH_BEST, 2031}, {"toll* OR transport", SEARCH_BEST, 2031},
        {"to* OR transport", SEARCH_NEWEST, 2032}, {"caf\xC3\xA9* OR transport", SEARCH_BEST, 2031},
        {"\xC3\xA9t* OR transport", SEARCH_NEWEST, 2032},
    };
    struct store *store = harbour(state);
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct query *query;
        struct search_rows rows;
        struct err err;
        const struct search_wish wish = {.limit = 9, .order = SEARCH_BEST};
        assert_ok(search_run(*state, store, cases[i].words, wish, &query, &rows, &err), err);
        assert_int_equal(rows.n, 3);
        assert_int_equal(rows.order, cases[i].order);
        assert_int_equal(rows.at[0].date.year, cases[i].year);
    }
}

static void what_is_forgotten_is_not_found(void **state)
{
    struct store *store = harbour(state);
    char sha256[SHA256_HEX];
    sha256_hex("one", 3, sha256);
    struct strings backups = {0};
    struct err err;
    assert_ok(store_forget(*state, store, sha256, &backups, &err), err);
    assert_string_equal(years(*state, store, "transport"), "2032 2030");
    assert_string_equal(years(*state, store, "tolls"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_query_finds_what_it_says),      STORE_CASE(routine_texts_are_left_out_until_they_are_asked_for),
            STORE_CASE(a_field_waits_for_meetings_that_are_indexed_anew),
        STORE_CASE(what_is_new_of_a_search_is_narrowed_as_it_is),
        STORE_CASE(a_hit_opens_at_its_words),
        STORE_CASE(exempt_text_is_found_and_marked), STORE_CASE(offsets_go_on_where_the_last_page_ended),
        STORE_CASE(the_best_come_first_unless_a_beginning_is_short),
        STORE_CASE(a_member_with_too_long_a_name_is_not_found),
        STORE_CASE(a_long_beginning_finds_the_same_once_words_are_gathered),
        STORE_CASE(what_is_forgotten_is_not_found),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("search: a store", tests, NULL, NULL);
}
