/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers to get and what the member says of them; meetings entered by hand, and days that papers print. */
#include "support/test.h"

#include "screens/golden.h"
#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"
#include "src/screens/programme.h"
#include "src/screens/wanted.h"

#include <locale.h>

static char *store_file; /* the town with a second committee: no test here writes to it */
static void *town;

static struct walk *own_walk(const void *parent)
{
    return walk_new(parent, town_copy(parent, store_file), 120, 36);
}

/* ---- papers to get ------------------------------------------------------------------------------------------ */

static void papers_to_get_stand_by_kind_and_say_how(void **state)
{
    golden_sizes(*state, store_file, "to-get", "T", NULL);
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "TG");
    golden(walk, "to-get-last");
}

static void the_desk_counts_them_and_opens_them(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    while (!strstr(row_here(walk), "To get"))
        do_command(walk, CMD_UP);
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_TO_GET);
}

static void a_cut_minute_opens_where_it_stops(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "T\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "minute 34");
    assert_here(walk, "work was checked, and that");
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_TO_GET);
}

#define FULL_MINUTE "https://democracy.fenwick.example/mgAi.aspx?ID=51902"

/* The member says once where the council publishes; any address of its system will do. */
static void the_exact_address_stands_where_the_council_s_site_is_known(void **state)
{
    struct walk *walk = own_walk(*state);
    type_keys(walk, "T");
    assert_shows(walk, "once :site says");
    do_line(walk, "site https://democracy.fenwick.example/ieListMeetings.aspx?CId=9&Year=0");
    assert_shows(walk, "Minute 34: open " FULL_MINUTE ", save that page and import it.");
    type_keys(walk, "\rF");
    assert_shows(walk, FULL_MINUTE);
    type_keys(walk, "u");
    type_keys(walk, "F");
    assert_hides(walk, FULL_MINUTE);
    assert_shows(walk, "once :site says");
}

static void the_site_that_is_known_is_asked_about_and_can_be_taken_back(void **state)
{
    struct walk *walk = own_walk(*state);
    type_keys(walk, "T");
    assert_true(browser_do(walk->browser, CMD_SITE, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "");
    serve(walk, browser_answer(walk->browser, "the council's website"));
    assert_shows(walk, "is not the address of a council's site");
    do_line(walk, "site https://democracy.fenwick.example");
    assert_true(browser_do(walk->browser, CMD_SITE, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "https://democracy.fenwick.example");
    serve(walk, browser_answer(walk->browser, "none"));
    assert_hides(walk, FULL_MINUTE);
}

static void a_site_can_be_typed_without_its_scheme(void **state)
{
    struct walk *walk = own_walk(*state);
    type_keys(walk, "T");
    do_line(walk, "site democracy.fenwick.example/");
    assert_shows(walk, FULL_MINUTE);
    do_line(walk, "site democracy.fenwick.example/ieListMeetings.aspx?CId=9&Year=0");
    assert_shows(walk, FULL_MINUTE);
    do_line(walk, "site fenwick");
    assert_shows(walk, "is not the address of a council's site");
}

/* Where the papers give no number of the meeting, :site has been said and there is still no exact address. */
static void where_only_the_site_is_known_one_begins_there(void **state)
{
    struct walk *walk = own_walk(*state);
    type_keys(walk, "T");
    while (!strstr(row_here(walk), "Ambulance times"))
        do_command(walk, CMD_DOWN);
    assert_shows(walk, "once :site says");
    do_line(walk, "site democracy.fenwick.example");
    assert_shows(walk, "Begin at https://democracy.fenwick.example");
    assert_hides(walk, "once :site says");
    type_keys(walk, "\rF");
    assert_shows(walk, "Begin at https://democracy.fenwick.example");
}

/* The cursor goes on to the next paper, so that a whole list can be gone through. */
static void what_is_not_needed_goes_to_the_end_and_comes_back(void **state)
{
    struct walk *walk = own_walk(*state);
    type_keys(walk, "T");
    assert_here(walk, "Road Repairs Contract");
    char *second = mem_strdup(walk, "Budget for Roads");
    type_keys(walk, "d");
    assert_shows(walk, "u undoes");
    assert_shows(walk, "Not needed (1)");
    assert_shows(walk, "Minutes cut off on the council's page (1)");
    assert_here(walk, second);
    type_keys(walk, "G");
    assert_here(walk, "Road Repairs Contract");
    type_keys(walk, "d");
    assert_hides(walk, "Not needed");
    type_keys(walk, "u");
    assert_shows(walk, "Not needed (1)");
    do_command(walk, CMD_DESK);
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "1 cut-off minute,");
}

/* The papers that one meeting's page lists are got in one go, and are needed or not together. */
static void papers_of_one_meeting_are_one_row(void **state)
{
    struct walk *walk = own_walk(*state);
    type_keys(walk, "T");
    while (!strstr(row_here(walk), "items 2–3"))
        do_command(walk, CMD_DOWN);
    assert_here(walk, "2 papers: Ambulance times; Dentists: a map");
    assert_shows(walk, "(PDF);");
    assert_shows(walk, "Papers named, not held (3)");
    type_keys(walk, "d");
    assert_shows(walk, "2 papers not needed. u undoes.");
    assert_shows(walk, "Not needed (2)");
    type_keys(walk, "u");
    assert_shows(walk, "Papers named, not held (3)");
}

static void several_papers_are_shown_each_with_its_address(void **state)
{
    struct walk *walk = own_walk(*state);
    type_keys(walk, "T");
    while (!strstr(row_here(walk), "items 2–3"))
        do_command(walk, CMD_DOWN);
    assert_shows(walk, "o shows each by itself, with its address.");
    type_keys(walk, "o");
    assert_here(walk, "item 2  Ambulance times");
    assert_shows(walk, "item 3  Dentists: a map");
    assert_shows(walk, "Papers named, not held (3)");
    assert_shows(walk, "once :site says");
    type_keys(walk, "jo");
    assert_here(walk, "2 papers: Ambulance times; Dentists: a map");
    type_keys(walk, "ko");
    assert_shows(walk, "this paper stands by itself");
}

/* Where a line is short the state gives way before the title does. */
static void a_title_keeps_the_room_of_its_line(void **state)
{
    char title[] = "Long and Winding Roads";
    struct wanted paper = {.kind = WANTED_PAPER, .item_title = title, .to_follow = true, .published = true};
    const struct wanted *at[] = {&paper};
    const struct wanted_entry entry = {.at = at, .n = 1};
    assert_string_equal(wanted_words(*state, &entry, 61), "Long and Winding Roads: was to follow, since published");
    assert_string_equal(wanted_words(*state, &entry, 53), "Long and Winding Roads: published since");
    assert_string_equal(wanted_words(*state, &entry, 30), "Long and Win…: published since");
    assert_string_equal(wanted_words(*state, &entry, 0), "Long and Winding Roads: was to follow, since published");
}

/* The words of the one place of the first entry, as at DAY March 2024. */
static char *place_as_at(void **state, struct walk *walk, const struct programme *programme, int day)
{
    struct err err;
    struct meeting_rows rows;
    struct entry_places *places = NULL;
    if (store_meetings(*state, walk->browser->store, &rows, &err) != STATUS_OK ||
        programme_places(*state, walk->browser->store, programme, &rows, (struct date){2024, 3, day}, &places, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    assert_int_equal(places[0].n, 1);
    return places[0].at[0].words;
}

static void an_item_that_is_still_to_come_is_on_the_agenda(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    struct when planned = {.span = {{2024, 3, 6}, {2024, 3, 6}}};
    char issue[] = "Ambulances", committee[] = "Health Scrutiny Committee";
    struct programme_entry entry = {.planned = &planned, .n_planned = 1, .issue = issue};
    struct programme programme = {.committee = committee, .entries = &entry, .n_entries = 1};
    assert_string_equal(place_as_at(state, walk, &programme, 5), "on the agenda, item 2");
    assert_string_equal(place_as_at(state, walk, &programme, 6), "on the agenda, item 2");
    assert_string_equal(place_as_at(state, walk, &programme, 7), "taken at item 2");
}

static void a_meeting_that_is_named_opens_at_the_sentence(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "TG");
    assert_here(walk, "17 Jan 2024  Health Scrutiny Committee, named once");
    assert_shows(walk, "Named once: “");
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_here(walk, "Waiting times were last looked at");
}

static bool collect(void *to, const char *bytes, size_t n)
{
    buf_add(to, bytes, n);
    return true;
}

static void they_are_printed_with_how_to_get_each_kind(void **state)
{
    struct err err = {0};
    struct store *store;
    struct buf out;
    struct sink sink = {collect, &out};
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    assert_int_equal(store_open(*state, store_file, STORE_READ, &store, &err), STATUS_OK);
    assert_int_equal(wanted_print(&sink, store, town_program(*state, store_file), 80, &err), STATUS_OK);
    golden_check("print-to-get", out.data);
    talloc_free(store);
}

/* ---- meetings entered by hand ---------------------------------------------------------------------------------- */

/* Nothing is held of it: every screen says so and none is upset. */
static void a_meeting_without_papers_is_shown_calmly(void **state)
{
    static const int sizes[][2] = {{120, 36}, {80, 24}, {40, 12}};
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct walk *walk = walk_new(*state, town_copy(*state, store_file), sizes[i][0], sizes[i][1]);
        do_line(walk, "enter-meeting health scrutiny committee; 3 July 2024; 10.30 am; Town Hall, Osyth Quay");
        do_command(walk, CMD_REDRAW);
        golden(walk, "entered-desk");
        type_keys(walk, "M");
        golden(walk, "entered-meetings");
        while (!strstr(row_here(walk), "3 Jul 2024"))
            do_command(walk, CMD_UP);
        do_command(walk, CMD_OPEN);
        golden(walk, "entered-meeting");
        type_keys(walk, "p]}FP");
        type_keys(walk, "I");
        assert_shows(walk, "you entered it by hand");
        talloc_free(walk);
    }
}

static void it_is_taken_back_and_the_screens_of_it_go(void **state)
{
    struct walk *walk = own_walk(*state);
    do_line(walk, "enter-meeting Health Scrutiny Committee; 3 July 2024");
    type_keys(walk, "M");
    while (!strstr(row_here(walk), "3 Jul 2024"))
        do_command(walk, CMD_DOWN);
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    do_line(walk, "withdraw-meeting");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETINGS);
    assert_hides(walk, "3 Jul 2024");
    type_keys(walk, "u");
    assert_shows(walk, "3 Jul 2024");
    type_keys(walk, "G");
    do_line(walk, "withdraw-meeting");
    assert_shows(walk, "entered by hand"); /* that one was not, and it says so */
    assert_shows(walk, "9 Nov 2023");
}

static void days_are_understood_as_people_type_them(void **state)
{
    static const struct {
        const char *line, *day;
    } lines[] = {{"Health Scrutiny Committee; 16 Nov", "16 Nov 2024"},
                 {"Health Scrutiny Committee; 2019-05-10", "10 May 2019"},
                 {"Health Scrutiny Committee; Friday 14th June", "14 Jun 2024"},
                 {"Health Scrutiny Committee; 13 June", "13 Jun 2025"},
                 {"Ferry Working Group; 29 Feb", "29 Feb 2028"}};
    for (size_t i = 0; i < MB_LENGTH(lines); i++) {
        struct walk *walk = own_walk(*state);
        do_line(walk, mem_printf(walk, "enter-meeting %s", lines[i].line));
        type_keys(walk, "M");
        assert_shows(walk, lines[i].day);
        talloc_free(walk);
    }
}

static void what_is_not_understood_can_be_corrected(void **state)
{
    static const char *const lines[][2] = {{"Health Scrutiny Committee", "which committee meets, and when?"},
                                           {"; 3 July", "which committee meets, and when?"},
                                           {"Health; some day", "“some day” is no day"},
                                           {"Health; 31 June", "is no day"},
                                           {"Health; 3 July; late", "“late” is no time"}};
    struct walk *walk = own_walk(*state);
    for (size_t i = 0; i < MB_LENGTH(lines); i++) {
        unsigned reactions = browser_do(walk->browser, CMD_ENTER_MEETING, 0, lines[i][0]);
        assert_true(reactions & REACT_PROMPT);
        assert_string_equal(browser_prompt(walk->browser).initial, lines[i][0]);
        assert_shows(walk, lines[i][1]);
        serve(walk, browser_answer(walk->browser, NULL));
    }
}

static void a_meeting_is_entered_once(void **state)
{
    struct walk *walk = own_walk(*state);
    do_line(walk, "enter-meeting Health Scrutiny Committee; 3 July 2024");
    do_line(walk, "enter-meeting Health Scrutiny Committee; 3 July 2024");
    assert_hides(walk, "u undoes");
    type_keys(walk, "M");
    assert_shows(walk, "3 Jul 2024");
}

/* 12 June is past on 14 June: the next printed day is 3 July. */
static void the_next_day_that_a_paper_prints_can_be_entered_from_the_desk(void **state)
{
    struct walk *walk = own_walk(*state);
    assert_shows(walk, "Wednesday 3 July 2024, says the work programme of 6 March 2024 (not entered: Enter)");
    while (!strstr(row_here(walk), "Next meeting"))
        do_command(walk, CMD_UP);
    assert_true(browser_do(walk->browser, CMD_OPEN, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "Health Scrutiny Committee; 3 July 2024; ");
    serve(walk, browser_answer(walk->browser, browser_prompt(walk->browser).initial));
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "Next meeting   Wednesday 3 July 2024, Health Scrutiny Committee; no paper held yet");
    while (!strstr(row_here(walk), "Next meeting"))
        do_command(walk, CMD_UP);
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "No paper of this meeting is held yet");
}

static void the_work_programme_says_which_of_its_days_are_entered(void **state)
{
    struct walk *walk = own_walk(*state);
    do_line(walk, "enter-meeting Health Scrutiny Committee; 3 July 2024");
    type_keys(walk, "W>>");
    if (!strstr(shown(walk), "Meetings that it prints"))
        type_keys(walk, "<");
    type_keys(walk, "\tG");
    assert_shows(walk, "Wednesday 12 June 2024 (not entered)");
    assert_shows(walk, "Wednesday 3 July 2024 (entered)");
    assert_here(walk, "18 September 2024 (not entered)");
    assert_true(browser_do(walk->browser, CMD_OPEN, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "Health Scrutiny Committee; 18 September 2024; ");
    serve(walk, browser_answer(walk->browser, NULL));
    do_command(walk, CMD_UP);
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
}

static void the_line_begins_with_the_committee_at_hand(void **state)
{
    struct walk *walk = own_walk(*state);
    while (!strstr(row_here(walk), "16 May 2024"))
        do_command(walk, CMD_UP);
    assert_true(browser_do(walk->browser, CMD_ENTER_MEETING, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "Roads and Transport Overview and Scrutiny Panel; ");
    serve(walk, browser_answer(walk->browser, NULL));
    type_keys(walk, "A"); /* no meeting there, and there are two committees */
    assert_true(browser_do(walk->browser, CMD_ENTER_MEETING, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "");
}

static int town_up(void **state)
{
    struct err err = {0};
    struct store *store;
    (void)state;
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    if (store_open(town, store_file, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    town_import_health(store);
    talloc_free(store);
    return 0;
}

static int town_down(void **state)
{
    (void)state;
    return talloc_free(town);
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(papers_to_get_stand_by_kind_and_say_how),
        TEST_CASE(the_desk_counts_them_and_opens_them),
        TEST_CASE(a_cut_minute_opens_where_it_stops),
        TEST_CASE(the_exact_address_stands_where_the_council_s_site_is_known),
        TEST_CASE(the_site_that_is_known_is_asked_about_and_can_be_taken_back),
        TEST_CASE(a_site_can_be_typed_without_its_scheme),
        TEST_CASE(where_only_the_site_is_known_one_begins_there),
        TEST_CASE(what_is_not_needed_goes_to_the_end_and_comes_back),
        TEST_CASE(papers_of_one_meeting_are_one_row),
        TEST_CASE(several_papers_are_shown_each_with_its_address),
        TEST_CASE(a_title_keeps_the_room_of_its_line),
        TEST_CASE(an_item_that_is_still_to_come_is_on_the_agenda),
        TEST_CASE(a_meeting_that_is_named_opens_at_the_sentence),
        TEST_CASE(they_are_printed_with_how_to_get_each_kind),
        TEST_CASE(a_meeting_without_papers_is_shown_calmly),
        TEST_CASE(it_is_taken_back_and_the_screens_of_it_go),
        TEST_CASE(days_are_understood_as_people_type_them),
        TEST_CASE(what_is_not_understood_can_be_corrected),
        TEST_CASE(a_meeting_is_entered_once),
        TEST_CASE(the_next_day_that_a_paper_prints_can_be_entered_from_the_desk),
        TEST_CASE(the_work_programme_says_which_of_its_days_are_entered),
        TEST_CASE(the_line_begins_with_the_committee_at_hand),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
