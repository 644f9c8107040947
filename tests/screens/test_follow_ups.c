/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What was found in the papers, on the screens: to check, kept on the tracker, not a follow-up; one by
 * one while reading, and many at once in the list. The town's finds are made by hand (town.c). */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>

static char *store_file; /* the town's store, made once: no test writes to it */
static void *town;

/* A store of its own, that a test may write to. */
static struct walk *own_walk(void **state, int width, int height)
{
    return walk_new(*state, town_copy(*state, store_file), width, height);
}

static void assert_row_holds(struct walk *walk, const char *words)
{
    if (!strstr(row_here(walk), words))
        fail_msg("\"%s\" is not in the cursor's row: %s\n%s", words, row_here(walk), shown(walk));
}

/* Type LINE at the prompt that KEY opens; NULL: Esc. */
static void type_at(struct walk *walk, enum command_id command, const char *line)
{
    assert_true(browser_do(walk->browser, command, 0, NULL) & REACT_PROMPT);
    serve(walk, browser_answer(walk->browser, line));
}

/* ---- the list ------------------------------------------------------------------------------------------- */

static void the_list_with_every_row_is_drawn(void **state)
{
    golden_sizes(*state, store_file, "actions-all", "AE", NULL);
}

static void marked_rows_are_drawn(void **state)
{
    golden_sizes(*state, store_file, "actions-marked", "A>vV", NULL);
}

static void the_detail_tells_what_is_stated_and_what_is_not(void **state)
{
    golden_sizes(*state, store_file, "actions-to-check", "A>>", NULL);
}

static void the_reason_is_asked_for(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "A>");
    assert_true(browser_do(walk->browser, CMD_REFUSE, 0, NULL) & REACT_PROMPT);
    browser_typing(walk->browser, browser_prompt(walk->browser).prefix, "answered there", 14);
    golden(walk, "actions-refuse");
}

static void keeping_goes_on_to_the_next_one_to_check(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A>");
    assert_row_holds(walk, "33/2");
    type_keys(walk, "c");
    assert_shows(walk, "33/2 on the tracker. u undoes.");
    assert_row_holds(walk, "33/3");
    type_keys(walk, "c");
    assert_row_holds(walk, "33/4");
    type_keys(walk, "cc"); /* the last one is of another item */
    assert_shows(walk, "6 on the tracker");
    assert_hides(walk, "To check");
}

static void a_follow_up_is_set_where_its_sentence_stands(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A>\r=");
    assert_shows(walk, "33/2 is still to check: c keeps it on the tracker");
    type_keys(walk, "c");
    assert_true(browser_do(walk->browser, CMD_DETAILS, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).prefix, "set: ");
    serve(walk, browser_answer(walk->browser, "chase 1 March 2026"));
    assert_shows(walk, "33/2 chase: 1 March 2026. u undoes.");
}

/* Tab takes "by ", and Enter behind it emptied the field. */
static void a_field_named_without_a_value_keeps_it_and_asks(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A");
    assert_row_holds(walk, "33/1");
    assert_true(browser_do(walk->browser, CMD_SET, 0, NULL) & REACT_PROMPT);
    assert_true(browser_answer(walk->browser, "by ") & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).prefix, "set: ");
    assert_string_equal(browser_prompt(walk->browser).initial, "by the Chairman");
    assert_shows(walk, "“by none” empties it");
    assert_true(browser_answer(walk->browser, "note") & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).initial, "note ");
    assert_shows(walk, "note has no value yet");
    assert_true(browser_answer(walk->browser, "colour") & REACT_PROMPT);
    assert_shows(walk, "is not a field");
    serve(walk, browser_answer(walk->browser, "by none"));
    assert_shows(walk, "33/1 by whom: empty. u undoes.");
}

static void an_answered_one_is_set_with_that_word(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A");
    type_at(walk, CMD_SET, "status answered");
    assert_shows(walk, "33/1 status: complete, answered. u undoes.");
    assert_shows(walk, " complete, answered; by "); /* by what it is closed stands with the row */
}

static void a_day_that_is_refused_says_how_one_is_written(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A");
    assert_true(browser_do(walk->browser, CMD_SET, 0, NULL) & REACT_PROMPT);
    assert_true(browser_answer(walk->browser, "chase next friday") & REACT_PROMPT);
    assert_shows(walk, "write 16 Nov");
}

/* In the details of its meeting it says how it stands, as in the list of follow-ups. */
static void what_was_answered_does_not_look_open_in_its_meeting(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "Aj");
    assert_row_holds(walk, "34/1");
    type_keys(walk, "\r");
    assert_shows(walk, "when; not");
    type_keys(walk, "q");
    type_at(walk, CMD_SET, "status complete, minute 40");
    do_command(walk, CMD_FIRST);
    while (!strstr(row_here(walk), "34/1"))
        do_command(walk, CMD_DOWN);
    type_keys(walk, "\r");
    assert_shows(walk, "34/1  what the contractor");
    assert_shows(walk, "complete");
    assert_hides(walk, "when; not");
    assert_hides(walk, "given");
}

static void away_from_a_follow_up_the_same_key_is_for_the_meeting(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "\r");
    assert_true(browser_do(walk->browser, CMD_DETAILS, 0, NULL) & REACT_PROMPT);
    assert_string_equal(browser_prompt(walk->browser).prefix, "details: ");
}

static void an_undo_leaves_the_cursor_in_its_place(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A>c");
    assert_row_holds(walk, "33/3");
    type_keys(walk, "u");
    assert_shows(walk, "undone");
    assert_row_holds(walk, "33/3");
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "4 to check");
}

static void a_refusal_has_a_reason_or_none(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A>");
    type_at(walk, CMD_REFUSE, "  it was answered   there ");
    assert_shows(walk, "3 to check · 1 not a follow-up");
    assert_row_holds(walk, "33/3");
    type_at(walk, CMD_REFUSE, "");
    assert_shows(walk, "2 to check · 2 not follow-ups");
    assert_hides(walk, "A Member asked");
    type_keys(walk, "EG");
    while (!strstr(row_here(walk), "A Member asked"))
        do_command(walk, CMD_UP);
    assert_shows(walk, "not a follow-up: it was answered there");
}

static void esc_at_the_reason_does_nothing(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A>");
    type_at(walk, CMD_REFUSE, NULL);
    assert_shows(walk, "4 to check");
    assert_row_holds(walk, "33/2");
}

static void all_that_is_marked_is_kept_in_one_change(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A>Vc");
    assert_shows(walk, "4 follow-ups on the tracker. u undoes.");
    assert_hides(walk, "to check");
    type_keys(walk, "u");
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "2 on the tracker");
    assert_shows(walk, "4 to check");
}

static void marks_go_row_by_row_and_can_be_taken_away(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A>vv");
    assert_row_holds(walk, "33/4");
    assert_shows(walk, "2 marked");
    assert_true(browser_do(walk->browser, CMD_REFUSE, 0, NULL) & REACT_PROMPT);
    assert_shows(walk, "all 2 that are marked");
    serve(walk, browser_answer(walk->browser, "not ours"));
    assert_shows(walk, "2 to check · 2 not follow-ups");
    assert_row_holds(walk, "33/4"); /* it was not judged: the cursor stays */
    type_keys(walk, "VV");
    assert_shows(walk, "none marked");
    type_keys(walk, "u");
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "4 to check");
}

static void what_was_refused_is_kept_after_all(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A>");
    type_at(walk, CMD_REFUSE, "too small");
    type_keys(walk, "EG");
    while (!strstr(row_here(walk), "A Member asked"))
        do_command(walk, CMD_UP);
    type_keys(walk, "c");
    assert_shows(walk, "on the tracker. u undoes.");
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "3 on the tracker");
    type_keys(walk, "E");
    assert_shows(walk, "A Member asked");
}

static void a_resolution_with_nothing_to_follow_is_kept_after_all(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "A");
    assert_hides(walk, "Osyth Quay");
    type_keys(walk, "E");
    while (!strstr(row_here(walk), "Osyth Quay"))
        do_command(walk, CMD_DOWN);
    type_keys(walk, "c");
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "3 on the tracker");
    type_keys(walk, "E");
    assert_shows(walk, "35/1");
}

static void a_key_that_changes_nothing_says_why(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "Ac");
    assert_shows(walk, "33/1 is on the tracker; :refuse REASON takes it off");
    type_keys(walk, ">=");
    assert_shows(walk, "33/2 is still to check");
    type_keys(walk, "G>");
    assert_shows(walk, "nothing to check below");
    walk->program->read_only = true;
    type_keys(walk, "c");
    assert_shows(walk, "read-only");
}

static void what_is_on_the_tracker_is_taken_off_by_no_key_but_by_its_command(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "AD");
    assert_int_equal(browser_prompt(walk->browser).prefix[0], '\0');
    assert_shows(walk, "33/1 is on the tracker; :refuse REASON takes it off");
    do_line(walk, "refuse it was done");
    assert_shows(walk, "1 on the tracker");
    type_keys(walk, "u");
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "2 on the tracker");
}

static void enter_opens_the_minute_at_the_sentence(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "A>>\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_row_holds(walk, "The Head of Passenger Transport undertook");
    type_keys(walk, "q");
    assert_int_equal(browser_context(walk->browser), CONTEXT_ACTIONS);
    assert_row_holds(walk, "33/3");
}

static void the_desk_leads_to_the_first_one_to_check(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    assert_shows(walk, "4 possible follow-ups, in 1 meeting");
    assert_shows(walk, "4 to check");
    while (!strstr(row_here(walk), "To check"))
        do_command(walk, CMD_UP);
    type_keys(walk, "\r");
    assert_row_holds(walk, "33/2");
}

/* ---- while reading ---------------------------------------------------------------------------------------- */

static void the_sentence_under_the_cursor_is_drawn_as_one(void **state)
{
    golden_sizes(*state, store_file, "meeting-sentence", "\r>>", NULL);
}

static void what_was_found_in_a_minute_is_listed_beside_it(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r\t\t\tG");
    golden(walk, "about-found");
}

static void one_to_check_leads_to_the_next_and_on_to_the_next_item(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    static const char *const places[] = {"A Member asked", "The Head of Passenger Transport undertook", "Members asked",
                                         "It was agreed that school transport"};
    type_keys(walk, "\r");
    for (size_t i = 0; i < MB_LENGTH(places); i++) {
        type_keys(walk, ">");
        assert_row_holds(walk, places[i]);
    }
    assert_shows(walk, "item 6, minute 36 > 36/1, to check");
    type_keys(walk, ">");
    assert_shows(walk, "nothing more to check below; 4 in this meeting");
    assert_row_holds(walk, places[3]);
    for (size_t i = MB_LENGTH(places) - 1; i > 0; i--) {
        type_keys(walk, "<");
        assert_row_holds(walk, places[i - 1]);
    }
}

static void a_sentence_is_kept_where_it_is_read(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "\r>>");
    assert_shows(walk, "> 33/3, to check");
    type_keys(walk, "c");
    assert_shows(walk, "33/3 on the tracker. u undoes.");
    assert_row_holds(walk, "The Head of Passenger Transport undertook");
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "> 33/3, on the tracker");
    assert_shows(walk, "2 to check, 2 on the tracker");
    type_keys(walk, "u");
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "> 33/3, to check");
}

/* The margin said 2, the foot 1 of 3 and the line above the minute 2 possible: three numberings of the same sentences. */
static void a_follow_up_bears_its_reference_wherever_it_is_named(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "\r>>");
    assert_shows(walk, "4 follow-ups here, 3 to check.");
    assert_shows(walk, ">33/3 The Head of Passenger Transport undertook");
    assert_shows(walk, "> 33/3, to check");
    resize(walk, 120, 36);
    assert_shows(walk, "Follow-ups here: 4");
    assert_shows(walk, "3 to check, 1 on the tracker");
    assert_shows(walk, "33/3  undertaking");
    resize(walk, 40, 12);
    type_keys(walk, "gg>");
    assert_shows(walk, ">/2 A Member asked");
}

static void marked_rows_that_are_all_kept_are_counted(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "Avvc");
    assert_shows(walk, "all 2 that are marked are on the tracker; :refuse REASON takes them off");
    type_keys(walk, "D");
    assert_shows(walk, "all 2 that are marked are on the tracker");
}

static void a_refused_sentence_loses_its_number_and_can_be_kept(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "\r>");
    assert_shows(walk, "33/2 A Member asked");
    type_at(walk, CMD_REFUSE, "");
    assert_hides(walk, "33/2 A Member asked");
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "not a follow-up (c keeps it)");
    type_keys(walk, "c");
    assert_shows(walk, "33/2 A Member asked");
}

static void the_list_beside_the_minute_is_worked_off(void **state)
{
    struct walk *walk = own_walk(state, 120, 36);
    type_keys(walk, "\r\t\t");
    for (int rows = 0; rows < 20 && !strstr(row_here(walk), "request for"); rows++)
        do_command(walk, CMD_DOWN);
    type_keys(walk, "c");
    assert_row_holds(walk, "undertaking");
    type_keys(walk, "\r");
    assert_row_holds(walk, "The Head of Passenger Transport undertook");
}

static void all_of_a_minute_is_marked_in_its_margin(void **state)
{
    struct walk *walk = own_walk(state, 80, 24);
    type_keys(walk, "\r\rV");
    assert_shows(walk, "*33/2 A Member asked");
    type_keys(walk, "c");
    assert_shows(walk, "3 follow-ups on the tracker");
    do_command(walk, CMD_REDRAW);
    assert_shows(walk, "33/2 A Member asked");
}

static void a_cut_minute_where_nothing_was_found_says_so(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    serve(walk, browser_refresh(walk->browser)); /* when idle it is known that all was looked through */
    type_keys(walk, "\r]");
    assert_shows(walk, "none found in what is held");
}

/* ---- papers of an older release ---------------------------------------------------------------------------- */

/* The town as a release published it that looked for nothing. */
static char *unswept_store(const void *parent)
{
    struct err err = {0};
    struct store *store;
    char *path = town_copy(parent, store_file);
    if (store_open(NULL, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_import_unswept(store);
    talloc_free(store);
    return path;
}

static void papers_of_an_older_release_are_looked_through_once(void **state)
{
    struct walk *walk = walk_new(*state, unswept_store(*state), 80, 24);
    unsigned reactions = browser_refresh(walk->browser);
    assert_true(reactions & REACT_JOB);
    serve(walk, reactions);
    assert_shows(walk, "looked through your minutes: ");
    assert_false(browser_refresh(walk->browser) & REACT_JOB);
    do_command(walk, CMD_ACTIONS);
    assert_shows(walk, "would write to the Leader");
}

/* A store of years is looked through for minutes: what the member writes down meanwhile does not wait for that. */
static void looking_through_makes_way_for_an_edit(void **state)
{
    struct walk *walk = walk_new(*state, unswept_store(*state), 80, 24);
    assert_true(browser_refresh(walk->browser) & REACT_JOB);
    struct job *looking = browser_job(walk->browser);
    type_keys(walk, "A>");
    type_keys(walk, "c");
    job_run(looking, NULL, NULL);
    unsigned reactions = browser_job_done(walk->browser, looking);
    assert_hides(walk, "looked through your minutes: ");
    struct job *edit = browser_job(walk->browser);
    job_run(edit, NULL, NULL);
    reactions |= browser_job_done(walk->browser, edit);
    assert_shows(walk, "u undoes");
    serve(walk, reactions | REACT_JOB);
    assert_shows(walk, "looked through your minutes: ");
}

/* Who quits does not wait for it; it goes on the next time. */
static void who_quits_does_not_wait_for_looking_through(void **state)
{
    struct walk *walk = walk_new(*state, unswept_store(*state), 80, 24);
    assert_true(browser_refresh(walk->browser) & REACT_JOB);
    struct job *looking = browser_job(walk->browser);
    browser_leave(walk->browser);
    job_run(looking, NULL, NULL);
    assert_false(browser_job_done(walk->browser, looking) & REACT_JOB);
    assert_null(browser_job(walk->browser));
}

static void without_leave_to_write_the_desk_says_what_was_not_done(void **state)
{
    struct walk *walk = walk_new(*state, unswept_store(*state), 80, 24);
    walk->program->read_only = true;
    serve(walk, browser_refresh(walk->browser));
    assert_shows(walk, "not all minutes are");
}

/* ---- words -------------------------------------------------------------------------------------------------- */

static void no_screen_speaks_of_candidates(void **state)
{
    static const char *const never[] = {"andidate", "onfirmed", "ismissed"};
    static const char *const ways[] = {"", "A", "AE", "A>>", "\r", "\r>", "\r\t\t", "M", "?", "A?", "A??"};
    for (size_t i = 0; i < MB_LENGTH(ways); i++) {
        struct walk *walk = walk_new(*state, store_file, 120, 60);
        type_keys(walk, ways[i]);
        for (size_t w = 0; w < MB_LENGTH(never); w++)
            assert_hides(walk, never[w]);
        talloc_free(walk);
    }
}

static int town_up(void **state)
{
    (void)state;
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
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
        TEST_CASE(the_list_with_every_row_is_drawn),
        TEST_CASE(marked_rows_are_drawn),
        TEST_CASE(the_detail_tells_what_is_stated_and_what_is_not),
        TEST_CASE(the_reason_is_asked_for),
        TEST_CASE(keeping_goes_on_to_the_next_one_to_check),
        TEST_CASE(a_follow_up_is_set_where_its_sentence_stands),
        TEST_CASE(a_field_named_without_a_value_keeps_it_and_asks),
        TEST_CASE(an_answered_one_is_set_with_that_word),
        TEST_CASE(a_day_that_is_refused_says_how_one_is_written),
        TEST_CASE(what_was_answered_does_not_look_open_in_its_meeting),
        TEST_CASE(away_from_a_follow_up_the_same_key_is_for_the_meeting),
        TEST_CASE(an_undo_leaves_the_cursor_in_its_place),
        TEST_CASE(a_refusal_has_a_reason_or_none),
        TEST_CASE(esc_at_the_reason_does_nothing),
        TEST_CASE(all_that_is_marked_is_kept_in_one_change),
        TEST_CASE(marks_go_row_by_row_and_can_be_taken_away),
        TEST_CASE(what_was_refused_is_kept_after_all),
        TEST_CASE(a_resolution_with_nothing_to_follow_is_kept_after_all),
        TEST_CASE(a_key_that_changes_nothing_says_why),
        TEST_CASE(what_is_on_the_tracker_is_taken_off_by_no_key_but_by_its_command),
        TEST_CASE(enter_opens_the_minute_at_the_sentence),
        TEST_CASE(the_desk_leads_to_the_first_one_to_check),
        TEST_CASE(the_sentence_under_the_cursor_is_drawn_as_one),
        TEST_CASE(what_was_found_in_a_minute_is_listed_beside_it),
        TEST_CASE(one_to_check_leads_to_the_next_and_on_to_the_next_item),
        TEST_CASE(a_sentence_is_kept_where_it_is_read),
        TEST_CASE(a_follow_up_bears_its_reference_wherever_it_is_named),
        TEST_CASE(marked_rows_that_are_all_kept_are_counted),
        TEST_CASE(a_refused_sentence_loses_its_number_and_can_be_kept),
        TEST_CASE(the_list_beside_the_minute_is_worked_off),
        TEST_CASE(all_of_a_minute_is_marked_in_its_margin),
        TEST_CASE(a_cut_minute_where_nothing_was_found_says_so),
        TEST_CASE(papers_of_an_older_release_are_looked_through_once),
        TEST_CASE(looking_through_makes_way_for_an_edit),
        TEST_CASE(who_quits_does_not_wait_for_looking_through),
        TEST_CASE(without_leave_to_write_the_desk_says_what_was_not_done),
        TEST_CASE(no_screen_speaks_of_candidates),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
