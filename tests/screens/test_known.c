/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Meetings that are called off, that only a list of the council names, and votes that were recorded: each says what is
 * true of it wherever it is shown. The council does not exist. */
#include "support/test.h"

#include "screens/golden.h"
#include "screens/walk.h"
#include "unit/store/papers.h"

#include <locale.h>

#define SITE "https://democracy.ferris.example"
#define VOTE "mgListRecordedVotesShort.aspx?AIID=51&MID=900"

static char *store_file; /* no test here writes to it */
static void *papers;

static void go_to(struct walk *walk, const char *words)
{
    type_keys(walk, "Mg");
    for (int i = 0; i < 40 && !strstr(row_here(walk), words); i++)
        type_keys(walk, "j");
    if (!strstr(row_here(walk), words))
        fail_msg("no row has \"%s\":\n%s", words, shown(walk));
}

/* ---- a store ---------------------------------------------------------------------------------------------- */

static struct import_result *import(struct store *store, struct draft *draft)
{
    struct err err = {0};
    struct import_result *result;
    if (store_import(draft, store, draft, draft->path, strlen(draft->path), NULL, &result, &err) != STATUS_OK)
        fail_msg("%s: %s", draft->path, err.text);
    return result;
}

/* The page of a meeting that was called off: no items, as councils publish it. */
static struct draft *cancelled_page(const void *parent)
{
    struct draft *page = paper((void *)(uintptr_t)parent, "off", FORM_PAGE_HTML);
    paper_committee(page, "Ferry Committee");
    paper_on(page, 2024, 5, 2, DATE_STATED);
    page->meeting->status = mem_strdup(page->meeting, "cancelled");
    page->meeting->status_text = mem_strdup(page->meeting, "CANCELLED for want of business");
    return page;
}

static void vote(struct draft *draft, struct item *item, const char *title, const char *result, const char *text)
{
    struct vote *one = mem_append(draft->meeting, item->votes, item->n_votes);
    *one = (struct vote){.title = mem_strdup(draft->meeting, title), .type = mem_strdup(draft->meeting, "Resolution"),
                         .text = mem_strdup(draft->meeting, text), .result = mem_strdup(draft->meeting, result)};
}

static struct draft *page_with_votes(const void *parent)
{
    struct draft *page = paper((void *)(uintptr_t)parent, "votes", FORM_PAGE_HTML);
    paper_committee(page, "Ferry Committee");
    paper_on(page, 2024, 4, 11, DATE_STATED);
    (void)paper_item(page, "The slipway");
    (void)paper_item(page, "The bell");
    struct item *item = &page->meeting->items[0], *bare = &page->meeting->items[1];
    item->minutes_text = mem_strdup(page->meeting, "The Committee considered the slipway.");
    vote(page, item, "Repair it: Resolution 1", "Carried", "For 7, Against 2");
    vote(page, item, "Close it: Resolution 2", "Lost", NULL);
    vote(page, bare, "Ring it", "Carried", NULL);
    *(struct link *)mem_append(page->meeting, item->links, item->n_links) =
        (struct link){mem_strdup(page->meeting, "View Recorded Vote for this item"), mem_strdup(page->meeting, VOTE)};
    return page;
}

/* A list of the council's meetings: one in July, and one in June that does not take place. */
static struct draft *list_of_meetings(const void *parent)
{
    static const struct {
        const char *id, *status;
        struct date date;
    } all[] = {{"901", NULL, {2024, 7, 4}}, {"902", "postponed", {2024, 6, 20}}};
    struct draft *list = paper((void *)(uintptr_t)parent, "list", FORM_LIST_HTML);
    for (size_t i = 0; i < MB_LENGTH(all); i++) {
        struct listed_meeting *one = mem_append(list, list->listed_meetings, list->n_listed_meetings);
        *one = (struct listed_meeting){.committee = mem_strdup(list, "Ferry Committee"),
                                       .committee_service_id = mem_strdup(list, "71"),
                                       .service_id = mem_strdup(list, all[i].id),
                                       .date = all[i].date,
                                       .minutes_after_midnight = -1,
                                       .status = mem_strdup(list, all[i].status),
                                       .status_text = mem_strdup(list, all[i].status)};
    }
    return list;
}

static int store_up(void **state)
{
    struct err err = {0};
    struct store *store;
    (void)state;
    papers = talloc_named_const(NULL, 0, "papers");
    store_file = town_path(papers);
    if (store_open(NULL, store_file, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    (void)import(store, cancelled_page(store));
    (void)import(store, page_with_votes(store));
    (void)import(store, list_of_meetings(store));
    talloc_free(store);
    return 0;
}

static int store_down(void **state)
{
    (void)state;
    return talloc_free(papers);
}

static char *own(const void *parent)
{
    return town_copy(parent, store_file);
}

/* ---- printed ------------------------------------------------------------------------------------------------ */

static bool to_buf(void *to, const char *bytes, size_t n)
{
    buf_add(to, bytes, n);
    return true;
}

static char *printed(const void *parent, const char *path, const char *id, int position)
{
    struct err err;
    struct buf out;
    struct sink sink = {to_buf, &out};
    struct store *store;
    struct program *program = town_program(parent, path);
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    if (store_open(program, path, STORE_READ, &store, &err) != STATUS_OK ||
        meeting_print(&sink, store, program, id, position, 80, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return buf_take(&out);
}

static void assert_has(const char *text, const char *words)
{
    if (!strstr(text, words))
        fail_msg("\"%s\" is not in:\n%s", words, text);
}

/* ---- called off ---------------------------------------------------------------------------------------------- */

static void a_cancelled_meeting_says_so_on_its_own_screen(void **state)
{
    static const int sizes[][2] = {{160, 40}, {120, 36}, {80, 24}, {60, 18}};
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct walk *walk = walk_new(*state, store_file, sizes[i][0], sizes[i][1]);
        go_to(walk, "2 May 2024");
        type_keys(walk, "\r");
        assert_shows(walk, "2 May 2024, cancelled");
        assert_shows(walk, "cancelled; no items in these papers");
        type_keys(walk, "\t\t");
        assert_shows(walk, "· cancelled");
        type_keys(walk, "I");
        assert_shows(walk, "cancelled (printed: “CANCELLED for want of");
    }
}

static void a_cancelled_meeting_says_so_in_print(void **state)
{
    assert_has(printed(*state, store_file, "ferry-committee-2024-05-02", 0),
               "\ncancelled (printed: “CANCELLED for want of business”)\n");
}

static void the_import_report_says_that_a_meeting_is_cancelled(void **state)
{
    struct err err;
    struct store *store;
    struct program *program = town_program(*state, store_file);
    if (store_open(program, own(*state), STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    struct import_line line = {.path = (char *)(uintptr_t) "off.html", .form = FORM_PAGE_HTML, .result = import(store, cancelled_page(store))};
    struct import_run run = {.lines = &line, .n_lines = 1};
    struct buf out;
    struct sink sink = {to_buf, &out};
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    if (import_report_print(&sink, store, program, &run, 100, false, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    char *said = buf_take(&out);
    assert_has(said, "cancelled (printed: “CANCELLED for want of business”)");
    assert_null(strstr(said, "no minutes"));
}

static char *reported(const void *parent, struct store *store, const struct import_run *run)
{
    struct err err;
    struct buf out;
    struct sink sink = {to_buf, &out};
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    if (import_report_print(&sink, store, town_program(parent, store_path(store)), run, 100, false, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return buf_take(&out);
}

static void the_import_of_a_list_tells_what_it_names(void **state)
{
    struct err err;
    struct store *store;
    if (store_open(*state, town_path(*state), STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    struct import_line line = {.path = (char *)(uintptr_t) "in/list.html", .form = FORM_LIST_HTML, .result = import(store, list_of_meetings(store))};
    struct import_run run = {.lines = &line, .n_lines = 1};
    const char *said = reported(*state, store, &run);
    assert_has(said, "1 paper read, a list of the council. 1 new.");
    assert_has(said, "New (1)\n  list.html: list of meetings, names 2 meetings");
    line.result = import(store, list_of_meetings(store));
    assert_has(reported(*state, store, &run), "Unchanged (1)\n  list.html: list of meetings");
    line.result = import(store, page_with_votes(store));
    line.form = FORM_PAGE_HTML;
    assert_has(reported(*state, store, &run), "1 paper read, 1 meeting. 1 new.");
}

/* ---- only listed ---------------------------------------------------------------------------------------------- */

static void a_meeting_that_a_list_names_was_not_entered_by_hand(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 160, 40);
    go_to(walk, "4 Jul 2024");
    type_keys(walk, "\r");
    assert_shows(walk, "a list of the council names");
    assert_shows(walk, ":site says where the council publishes");
    type_keys(walk, "I");
    assert_shows(walk, "No paper of this meeting is held yet: a list of the council names it.");
    assert_hides(walk, "by hand");
}

static void a_listed_meeting_gives_its_address_where_the_site_is_known(void **state)
{
    struct walk *walk = walk_new(*state, own(*state), 240, 40);
    go_to(walk, "4 Jul 2024");
    type_keys(walk, "\rF");
    assert_shows(walk, "No paper of this meeting is held: find it");
    assert_shows(walk, ":site says where the council publishes");
    do_line(walk, "site " SITE);
    type_keys(walk, "F");
    assert_shows(walk, "Open " SITE "/ieListDocuments.aspx?CId=71&MId=901&Ver=4");
    assert_shows(walk, "Its page: " SITE "/ieListDocuments.aspx?CId=71&MId=901&Ver=4");
    type_keys(walk, "I");
    assert_shows(walk, "Its page: " SITE "/ieListDocuments.aspx?CId=71&MId=901&Ver=4");
}

static void a_listed_meeting_that_is_postponed_says_so(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    go_to(walk, "20 Jun 2024");
    type_keys(walk, "\r");
    assert_shows(walk, "20 June 2024, postponed");
    assert_shows(walk, "The list says that it is postponed.");
    type_keys(walk, "F");
    assert_shows(walk, "the council's list says that it is postponed");
}

/* ---- votes -------------------------------------------------------------------------------------------------------- */

static void recorded_votes_stand_under_the_minute(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 160, 40);
    go_to(walk, "11 Apr 2024");
    type_keys(walk, "\r");
    assert_shows(walk, "Recorded votes");
    assert_shows(walk, "· Repair it: Resolution 1 – Resolution, Carried");
    assert_shows(walk, "For 7, Against 2");
    assert_shows(walk, "· Close it: Resolution 2 – Resolution, Lost");
    type_keys(walk, "]");
    assert_shows(walk, "· Ring it – Resolution, Carried"); /* of an item without any text */
    const char *said = printed(*state, store_file, "ferry-committee-2024-04-11", 1);
    assert_has(said, "Recorded votes");
    assert_has(said, "For 7, Against 2");
    assert_has(printed(*state, store_file, "ferry-committee-2024-04-11", 2), "· Ring it – Resolution, Carried");
}

static void a_link_is_whole_where_the_site_is_known(void **state)
{
    struct walk *walk = walk_new(*state, own(*state), 160, 40);
    go_to(walk, "11 Apr 2024");
    type_keys(walk, "\r");
    resize(walk, 240, 40);
    assert_shows(walk, ": " VOTE);
    do_line(walk, "site " SITE);
    assert_shows(walk, SITE "/" VOTE);
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_cancelled_meeting_says_so_on_its_own_screen),
        TEST_CASE(a_cancelled_meeting_says_so_in_print),
        TEST_CASE(the_import_report_says_that_a_meeting_is_cancelled),
        TEST_CASE(the_import_of_a_list_tells_what_it_names),
        TEST_CASE(a_meeting_that_a_list_names_was_not_entered_by_hand),
        TEST_CASE(a_listed_meeting_gives_its_address_where_the_site_is_known),
        TEST_CASE(a_listed_meeting_that_is_postponed_says_so),
        TEST_CASE(recorded_votes_stand_under_the_minute),
        TEST_CASE(a_link_is_whole_where_the_site_is_known),
    };
    return cmocka_run_group_tests(tests, store_up, store_down);
}
