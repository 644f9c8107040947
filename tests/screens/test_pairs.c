/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Meetings that may be one: both sides are seen before anything is done, one key rules, the next pair is at hand, and
 * what was ruled can be undone. The council does not exist. */
#include "support/test.h"

#include "screens/golden.h"
#include "screens/walk.h"
#include "unit/store/papers.h"

#include <locale.h>

#define HARBOUR "Harbour and Foreshore Scrutiny Committee"
#define MARKETS "Markets Sub-Committee"

static char *store_file; /* three pairs: no test here writes to it */
static void *papers;

/* ---- a store ---------------------------------------------------------------------------------------------- */

static void import(struct store *store, struct draft *draft)
{
    struct err err = {0};
    struct import_result *result;
    if (store_import(draft, store, draft, draft->path, strlen(draft->path), NULL, &result, &err) != STATUS_OK)
        fail_msg("%s: %s", draft->path, err.text);
}

/* A paper of COMMITTEE on a day of 2024, its TITLES parted by '|'. */
static void give(struct store *store, const char *seed, enum form form, const char *committee, int month, int day, int starts,
                 const char *venue, const char *titles)
{
    struct draft *draft = paper(store, seed, form);
    paper_committee(draft, committee);
    paper_on(draft, 2024, month, day, DATE_STATED);
    draft->meeting->minutes_after_midnight = starts;
    draft->meeting->venue = mem_strdup(draft->meeting, venue);
    for (const char *at = titles; *at;) {
        size_t n = strcspn(at, "|");
        char *title = mem_strndup(draft, at, n);
        (void)paper_item(draft, title);
        at += n + (at[n] == '|');
    }
    import(store, draft);
    talloc_free(draft);
}

static char *store_of_pairs(const void *parent)
{
    struct err err = {0};
    struct store *store;
    char *path = town_path(parent);
    if (store_open(NULL, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    give(store, "harbour-pack", FORM_PACK_TEXT, HARBOUR, 3, 12, 840, "Guildhall, Port Ferris",
         "Apologies|Minutes of the Last Meeting|Dredging of the Inner Basin and what it will cost until 2027|Mooring Fees|Work Programme");
    give(store, "harbour-page", FORM_PAGE_TEXT, HARBOUR, 3, 12, -1, "Guildhall, Port Ferris",
         "Apologies|Minutes of the Last Meeting|Dredging of the Inner Basin and what it will cost until 2027|The Lifeboat Slip");
    give(store, "markets-pack", FORM_PACK_TEXT, MARKETS, 4, 9, 600, "Corn Exchange", "Apologies|Stall Rents|Market Charter");
    give(store, "markets-page", FORM_PAGE_TEXT, MARKETS, 4, 9, -1, NULL, "Apologies|Night Market|Licences for Buskers");
    give(store, "summer-pack", FORM_PACK_TEXT, HARBOUR, 5, 14, 840, "Guildhall, Port Ferris", "Apologies|Harbour Lights|Ferry Stage|Pilots");
    give(store, "summer-page", FORM_PAGE_TEXT, HARBOUR, 5, 14, 840, "Guildhall, Port Ferris", "Apologies|Harbour Lights|Ferry Stage|Buoys");
    talloc_free(store);
    return path;
}

static struct walk *pairs_open(const void *parent, const char *path, int width, int height)
{
    struct walk *walk = walk_new(parent, path, width, height);
    do_line(walk, "pairs");
    assert_int_equal(browser_context(walk->browser), CONTEXT_PAIRS);
    return walk;
}

/* ---- both sides -------------------------------------------------------------------------------------------- */

static void both_sides_are_seen_at_every_size(void **state)
{
    static const int narrow[][2] = {{80, 24}, {40, 10}};
    golden_sizes(*state, store_file, "pairs", "", "pairs");
    for (size_t i = 0; i < MB_LENGTH(narrow); i++) {
        struct walk *walk = pairs_open(*state, store_file, narrow[i][0], narrow[i][1]);
        type_keys(walk, "jj\r");
        golden(walk, "pairs-sides");
        talloc_free(walk);
    }
}

static void what_is_beside_is_of_the_pair_under_the_cursor(void **state)
{
    struct walk *walk = pairs_open(*state, store_file, 140, 45);
    assert_here(walk, "14 May 2024");
    assert_shows(walk, "agenda pack: summer-pack.txt");
    assert_shows(walk, "meeting page: summer-page.txt");
    assert_shows(walk, "the time is the same");
    type_keys(walk, "j");
    assert_here(walk, "9 April 2024");
    assert_shows(walk, "Licences for Buskers");
    assert_shows(walk, "only one names the time");
    assert_hides(walk, "summer-pack.txt");
}

static void the_names_below_open_the_meetings(void **state)
{
    struct walk *walk = pairs_open(*state, store_file, 80, 24);
    type_keys(walk, "\rG\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_PAIRS);
    type_keys(walk, "hh"); /* from both sides to the list, and from there */
    assert_int_equal(browser_context(walk->browser), CONTEXT_DESK);
}

/* ---- ruling -------------------------------------------------------------------------------------------------- */

static void a_ruling_takes_the_row_and_the_next_is_under_the_cursor(void **state)
{
    struct walk *walk = pairs_open(*state, town_copy(*state, store_file), 80, 24);
    assert_shows(walk, "3 to decide");
    type_keys(walk, "o");
    assert_shows(walk, "joined as one meeting: Harbour and Foreshore");
    assert_here(walk, "9 April 2024");
    type_keys(walk, "t");
    assert_shows(walk, "kept apart: Markets Sub-Committee, 9 April 2024");
    assert_here(walk, "12 March 2024");
    assert_shows(walk, "1 to decide");
    type_keys(walk, "t");
    assert_shows(walk, "Nothing to decide");
    type_keys(walk, "ot"); /* nothing is there to rule on */
    assert_shows(walk, "nothing to decide");
    type_keys(walk, "uu");
    assert_shows(walk, "2 to decide");
    type_keys(walk, "u");
    assert_shows(walk, "3 to decide");
    type_keys(walk, "g");
    assert_here(walk, "14 May 2024");
    do_command(walk, CMD_DESK);
    assert_shows(walk, "3 pairs of meetings may be one");
}

static void what_was_joined_is_one_key_away(void **state)
{
    struct walk *walk = pairs_open(*state, town_copy(*state, store_file), 80, 24);
    type_keys(walk, "o");
    assert_here(walk, "9 April 2024"); /* the next one comes first */
    assert_shows(walk, "G Enter opens it, u undoes.");
    type_keys(walk, "G");
    assert_shows(walk, "Joined just now");
    assert_here(walk, "14 May 2024");
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "from the agenda pack and the meeting page, joined");
    do_command(walk, CMD_BACK);
    type_keys(walk, "u");
    assert_hides(walk, "Joined just now");
    type_keys(walk, "gttt");
    assert_shows(walk, "Nothing to decide");
    assert_hides(walk, "Joined just now");
}

static void both_sides_can_be_ruled_on_where_they_fill_the_screen(void **state)
{
    struct walk *walk = pairs_open(*state, town_copy(*state, store_file), 40, 10);
    type_keys(walk, "\r");
    assert_shows(walk, "Guildhall");
    type_keys(walk, "o");
    assert_here(walk, "9 April 2024");
}

static void what_is_not_decided_stays_as_it_is(void **state)
{
    struct walk *walk = pairs_open(*state, store_file, 120, 36);
    type_keys(walk, "jkG\tGg\tq");
    assert_int_equal(browser_context(walk->browser), CONTEXT_DESK);
    assert_shows(walk, "3 pairs of meetings may be one (:pairs)");
}

/* ---- the ways there ------------------------------------------------------------------------------------------- */

static void the_desk_leads_there_and_does_nothing_by_itself(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    for (int i = 0; i < 20 && !strstr(row_here(walk), "3 pairs of meetings may be one (:pairs)"); i++)
        do_command(walk, CMD_UP);
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_PAIRS);
    assert_shows(walk, "3 to decide");
}

static void meetings_of_one_day_are_told_apart_in_the_lists(void **state)
{
    static const char *const screens[] = {"meetings", "desk"};
    for (size_t i = 0; i < MB_LENGTH(screens); i++) {
        struct walk *walk = walk_new(*state, store_file, 120, 45);
        do_line(walk, screens[i]);
        assert_shows(walk, "from summer-pack.txt: "); /* both at two o'clock */
        assert_shows(walk, "from summer-page.txt: ");
        assert_shows(walk, "2.00 pm: "); /* one of March has a time, and the other none */
        assert_shows(walk, "from harbour-page.txt: ");
    }
}

static void where_a_meeting_comes_from_names_what_may_be_the_same(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "G"); /* the oldest */
    type_keys(walk, "I");
    assert_shows(walk, "May be one meeting with");
    assert_shows(walk, "to see both sides and decide:  :pairs");
    do_line(walk, "pairs");
    assert_here(walk, "12 March 2024"); /* the list begins at its pair */
}

static void without_papers_there_is_nothing_to_decide(void **state)
{
    struct walk *walk = walk_new(*state, town_path(*state), 80, 24);
    do_line(walk, "pairs");
    assert_shows(walk, "Nothing to decide");
    type_keys(walk, "ot\r\t");
    assert_int_equal(browser_context(walk->browser), CONTEXT_PAIRS);
}

#define EVIL "A\x1b]0;owned\x07 \xe2\x80\xae" "cba \xc2\x9b" "31m\rB\x08\x7f"

static void a_hostile_paper_reaches_no_cell(void **state)
{
    static const int sizes[][2] = {{140, 45}, {80, 24}, {40, 10}};
    struct err err = {0};
    struct store *store;
    char *path = town_path(*state);
    if (store_open(NULL, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    give(store, "pack " EVIL, FORM_PACK_TEXT, EVIL " Panel", 6, 1, 600, EVIL, EVIL "|Apologies|Buoys");
    give(store, "page", FORM_PAGE_TEXT, EVIL " Panel", 6, 1, 600, EVIL, EVIL "|Apologies|Pilots");
    talloc_free(store);
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct walk *walk = pairs_open(*state, path, sizes[i][0], sizes[i][1]);
        assert_shows(walk, "1 to decide");
        for (const char *key = "\rjjjj"; *key; key++) {
            type_keys(walk, (char[]){*key, '\0'});
            browser_draw(walk->browser, walk->grid);
            for (const char *at = grid_print(walk, walk->grid, false); *at; at++)
                if (((unsigned char)*at < ' ' && *at != '\n') || *at == '\x7f' || strncmp(at, "\xc2\x9b", 2) == 0 || strncmp(at, "\xe2\x80\xae", 3) == 0)
                    fail_msg("a control character is shown: %02x", (unsigned char)*at);
        }
        talloc_free(walk);
    }
}

static int setup(void **state)
{
    (void)state;
    setlocale(LC_ALL, "");
    papers = talloc_named_const(NULL, 0, "papers");
    store_file = store_of_pairs(papers);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    return talloc_free(papers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(both_sides_are_seen_at_every_size),
        TEST_CASE(what_is_beside_is_of_the_pair_under_the_cursor),
        TEST_CASE(the_names_below_open_the_meetings),
        TEST_CASE(a_ruling_takes_the_row_and_the_next_is_under_the_cursor),
        TEST_CASE(what_was_joined_is_one_key_away),
        TEST_CASE(both_sides_can_be_ruled_on_where_they_fill_the_screen),
        TEST_CASE(what_is_not_decided_stays_as_it_is),
        TEST_CASE(the_desk_leads_there_and_does_nothing_by_itself),
        TEST_CASE(meetings_of_one_day_are_told_apart_in_the_lists),
        TEST_CASE(where_a_meeting_comes_from_names_what_may_be_the_same),
        TEST_CASE(without_papers_there_is_nothing_to_decide),
        TEST_CASE(a_hostile_paper_reaches_no_cell),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
