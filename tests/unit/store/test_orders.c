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

/* Each order of the papers, ALL of them, every fourth with some of them again. */
static void try_orders(void *context, struct draft *const *papers, int *order, size_t from, size_t all, int *count, const char *expected)
{
    if (from == all && *count % TEST_STRIDE(6)) {
        ++*count;
        return;
    }
    if (from == all) {
        size_t n = all;
        if (*count % 4 == 0) {
            order[n++] = order[(size_t)*count % all];
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
    for (size_t i = from; i < all; i++) {
        int swap = order[from];
        order[from] = order[i];
        order[i] = swap;
        try_orders(context, papers, order, from + 1, all, count, expected);
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
    try_orders(*state, papers, order, 0, MANY, &count, expected);
    assert_int_equal(count, 120);
}

/* The page of an item heals its cut minute whenever it comes; one that names no meeting is offered. */
static void every_order_heals_the_same(void **state)
{
    struct draft *papers[4] = {elmsworth_pack(*state, "pack"), elmsworth_page(*state, "page"), elmsworth_item(*state, "item"),
                               elmsworth_item(*state, "nameless")};
    papers[3]->meeting->committee = NULL;
    int order[4 + 2] = {0, 1, 2, 3}, count = 0;
    char *cut = text_of_order(*state, papers, order, 2), *expected = text_of_order(*state, papers, order, 4);
    assert_non_null(strstr(cut, "(1 cut)"));
    assert_non_null(strstr(expected, "== housing-scrutiny-panel-2031-03-06: 4 items, 4 minutes (0 cut)"));
    assert_non_null(strstr(expected, "RESOLVED: that the Director write by May."));
    assert_non_null(strstr(expected, "the page of item 43 names this meeting"));
    assert_non_null(strstr(expected, "number and title of the page's item agree"));
    assert_null(strstr(expected, "not in the latest"));
    try_orders(*state, papers, order, 0, 4, &count, expected);
    assert_int_equal(count, 24);
}

/* Papers with the council's numbers: two of one meeting with other titles, one of a second, one page of an item that names
 * nothing but the item's number. */
static void every_order_joins_by_numbers_alike(void **state)
{
    struct draft *papers[5] = {elmsworth_page(*state, "page"), elmsworth_page(*state, "renamed"), elmsworth_page(*state, "second"),
                               elmsworth_item(*state, "item"), elmsworth_pack(*state, "pack")};
    static const char *const numbers[] = {"4967", "4967", "4968"};
    int order[5 + 2] = {0, 1, 2, 3, 4}, count = 0;
    for (size_t i = 0; i < MB_LENGTH(numbers); i++) {
        struct meeting *meeting = papers[i]->meeting;
        meeting->site = mem_strdup(meeting, "https://democracy.elmsworth.example");
        meeting->service_id = mem_strdup(meeting, numbers[i]);
        for (size_t k = 0; k < meeting->n_items; k++)
            meeting->items[k].service_id = mem_printf(meeting, "%zu", (i < 2 ? 100 : 200) + k);
    }
    papers[1]->meeting->items[1].title = mem_strdup(papers[1], "Vacant Homes");
    papers[1]->meeting->items[2].title = mem_strdup(papers[1], "Overdue Repairs");
    paper_on(papers[2], 2031, 4, 10, DATE_STATED);
    paper_committee(papers[3], NULL);
    paper_on(papers[3], 0, 0, 0, DATE_UNKNOWN);
    papers[3]->meeting->site = mem_strdup(papers[3], "http://democracy.elmsworth.example/");
    papers[3]->meeting->items[0].service_id = mem_strdup(papers[3], "102");
    char *expected = text_of_order(*state, papers, order, 5);
    assert_non_null(strstr(expected, "the council's number of the meeting, 4967, is in two of them"));
    assert_non_null(strstr(expected, "the page of item 43 bears the council's number of it"));
    assert_non_null(strstr(expected, "== housing-scrutiny-panel-2031-03-06: 4 items, 4 minutes (0 cut)"));
    try_orders(*state, papers, order, 0, 5, &count, expected);
    assert_int_equal(count, 120);
}

/* ---- what changed ------------------------------------------------------------------------------------------------ */

static char *changes_of_order(void *context, struct draft *const *papers, const int *order, size_t n, bool one_run)
{
    static int number;
    struct store *store = open_store(context, scratch_path(context, mem_printf(context, "changes-%d.db", number++)), STORE_WRITE);
    struct meeting_changes changes;
    struct buf text;
    struct err err;
    for (size_t i = 0; i < n; i++) {
        const struct draft *draft = papers[order[i]];
        struct import_options options = {.came = mem_printf(context, "2031-02-20T10:00:00.00%zuZ", one_run ? 0 : i)};
        struct import_result *result;
        assert_ok(store_import(context, store, draft, draft->path, strlen(draft->path), &options, &result, &err), err);
    }
    assert_ok(store_changes(context, store, "housing-scrutiny-panel-2031-03-06", &changes, &err), err);
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < changes.n; i++) {
        const struct meeting_change *change = &changes.at[i];
        buf_printf(&text, "%d %d %s: %s (%s) -> %s (%s)\n", (int)change->kind, change->position, change->field ? change->field : "-",
                   change->old_text ? change->old_text : "-", change->old_paper.path, change->new_text ? change->new_text : "-", change->new_paper.path);
    }
    talloc_free(store);
    return buf_take(&text);
}

/* Three editions of one pack, each with an item more and another venue; the last two say as much. */
static void editions(void *context, struct draft *papers[3])
{
    static const char *const venues[] = {"Town Hall", "Library, Elmsworth", "Chapel, Elmsworth"}, *const titles[] = {"", "Urgent Business", "Urgent Matters"};
    for (size_t i = 0; i < 3; i++) {
        papers[i] = elmsworth_pack(context, mem_printf(context, "edition %zu", i));
        papers[i]->meeting->site = mem_strdup(papers[i]->meeting, "https://democracy.elmsworth.example");
        papers[i]->meeting->service_id = mem_strdup(papers[i]->meeting, "4967");
        papers[i]->meeting->venue = mem_strdup(papers[i]->meeting, venues[i]);
        if (i > 0)
            paper_item(papers[i], titles[i]);
    }
}

static void what_changed_within_one_run_is_told_the_same_in_every_order(void **state)
{
    static const int orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    struct draft *papers[3];
    editions(*state, papers);
    char *expected = changes_of_order(*state, papers, orders[0], 3, true);
    assert_non_null(strstr(expected, "venue: Town Hall (edition 0.txt) -> "));
    for (size_t i = 1; i < MB_LENGTH(orders); i++)
        assert_string_equal(changes_of_order(*state, papers, orders[i], 3, true), expected);
}

static void papers_of_two_runs_stand_as_they_came(void **state)
{
    struct draft *papers[3];
    editions(*state, papers);
    char *told = changes_of_order(*state, papers, (const int[]){2, 1, 0}, 3, false);
    assert_non_null(strstr(told, "venue: Chapel, Elmsworth (edition 2.txt) -> Library, Elmsworth (edition 1.txt)"));
    assert_non_null(strstr(told, "venue: Library, Elmsworth (edition 1.txt) -> Town Hall (edition 0.txt)"));
}

/* ---- healed ------------------------------------------------------------------------------------------------------- */

static struct healed_minutes healed_of(void *context, struct store *store)
{
    struct healed_minutes healed;
    struct err err;
    assert_ok(store_healed(context, store, "housing-scrutiny-panel-2031-03-06", &healed, &err), err);
    return healed;
}

static void a_healed_minute_is_known_with_its_day(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "healed.db"), STORE_WRITE);
    struct draft *page = elmsworth_page(*state, "page"), *item = elmsworth_item(*state, "item");
    paper_committee(page, "Housing Scrutiny Panel");
    import_paper(*state, store, page);
    assert_int_equal(healed_of(*state, store).n, 0); /* it is cut, and no more */
    import_paper(*state, store, item);
    struct healed_minutes healed = healed_of(*state, store);
    assert_int_equal(healed.n, 1);
    assert_int_equal(healed.at[0].position, 3);
    unguard(store);
    struct err err;
    assert_ok(db_script(store->db, "UPDATE source SET imported = '2031-03-20T10:00:00Z'", &err), err);
    assert_false(date_is_set(healed_of(*state, store).at[0].since)); /* both came in one folder */
    assert_ok(db_script(store->db, "UPDATE source SET imported = '2031-03-20T10:00:05Z' WHERE form = 'item-text'", &err), err);
    assert_int_equal(date_compare(healed_of(*state, store).at[0].since, (struct date){2031, 3, 20}), 0);
    assert_ok(db_script(store->db, "UPDATE source SET imported = '2031-03-20T10:00:00Z' WHERE form = 'page-text';"
                                   "UPDATE source SET imported = '2031-04-02T10:00:00Z' WHERE form = 'item-text'", &err), err);
    healed = healed_of(*state, store);
    assert_int_equal(date_compare(healed.at[0].since, (struct date){2031, 4, 2}), 0);
    assert_ok(db_script(store->db, "UPDATE source SET imported = '2031-03-02T10:00:00Z' WHERE form = 'item-text'", &err), err);
    assert_false(date_is_set(healed_of(*state, store).at[0].since)); /* the member never saw it cut */
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
        STORE_CASE(every_order_heals_the_same),
        STORE_CASE(every_order_joins_by_numbers_alike),
        STORE_CASE(what_changed_within_one_run_is_told_the_same_in_every_order),
        STORE_CASE(papers_of_two_runs_stand_as_they_came),
        STORE_CASE(a_healed_minute_is_known_with_its_day),
        STORE_CASE(a_forgotten_paper_leaves_no_trace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
