/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Meetings entered by hand: shown like any other until papers of them come, and again without these. */
#include "unit/store/many.h"
#include "unit/store/rows.h"

#define PANEL "Housing Scrutiny Panel"
#define HOUSING "housing-scrutiny-panel-2031-03-06"

static struct entered_meeting meeting_on(int year, int month, int day, int starts)
{
    static char committee[] = PANEL, venue[] = "Town Hall";
    return (struct entered_meeting){.committee = committee, .date = {year, month, day}, .minutes_after_midnight = starts, .venue = venue};
}

static char *enter(void **state, struct store *store, int year, int month, int day, int starts)
{
    struct entered_meeting entered = meeting_on(year, month, day, starts);
    return edit(state, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &entered})->id;
}

static struct meeting_rows meetings(void **state, struct store *store)
{
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    return rows;
}

/* "id+ id" newest first, with + behind what was entered. */
static char *listed(void **state, struct store *store)
{
    struct meeting_rows rows = meetings(state, store);
    struct store_counts counts;
    struct err err;
    struct buf text;
    buf_init(&text, *state, 10000);
    for (size_t i = 0; i < rows.n; i++)
        buf_printf(&text, "%s%s%s", i ? " " : "", rows.at[i].id, rows.at[i].entered ? "+" : "");
    assert_ok(store_count(store, &counts, &err), err);
    assert_int_equal(counts.meetings, rows.n);
    return buf_take(&text);
}

static char *named(void **state, struct store *store, const char *words, struct date as_at)
{
    char *id = NULL;
    struct err err;
    enum status status = store_find_meeting(*state, store, words, as_at, &id, &err);
    return status == STATUS_OK ? id : mem_printf(*state, "status %d", (int)status);
}

static void assert_sound(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

static void import_one(void **state, struct store *store, const struct draft *draft)
{
    import_paper(*state, store, draft);
}

static char *said_of(void **state, struct store *store, const char *committee, int day)
{
    struct entered_meeting entered = meeting_on(2032, 5, day, -1);
    entered.committee = mem_strdup(*state, committee);
    return edit(state, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &entered})->sentence;
}

/* A name with a slip is taken, but not silently. */
static void a_committee_that_is_not_known_is_called_new_and_the_nearest_named(void **state)
{
    static const struct {
        const char *typed, *said;
    } cases[] = {
        {"Children and Young People Scrutiny Panel", ": a new committee"},
        {"CHILDREN & Young People scrutiny panel", ""},
        {"Childrn Panel", ": a new committee; did you mean Children and Young People Scrutiny Panel?"},
        {"Young People Committee", ": a new committee; did you mean Children and Young People Scrutiny Panel?"},
        {"Harbour Panel", ": a new committee"},
        {"Harbor Panel", ": a new committee; did you mean Harbour Panel?"},
        {"Scrutiny Committee", ": a new committee"},
        {"Roads, Harbour and Ferries Board", ": a new committee"},
    };
    struct store *store = new_store(state);
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        char *wanted = mem_printf(*state, "entered: %s, %zu May 2032%s", cases[i].typed, i + 1, cases[i].said);
        assert_string_equal(said_of(state, store, cases[i].typed, (int)i + 1), wanted);
    }
}

/* ---- shown ---------------------------------------------------------------------------------------------- */

static void what_is_entered_shows_as_a_meeting_without_items(void **state)
{
    struct store *store = new_store(state);
    struct meeting *meeting;
    struct committee_offer *offer;
    struct err err;
    assert_string_equal(enter(state, store, 2031, 3, 6, 600), HOUSING);
    talloc_free(store);
    store = new_store(state);
    struct meeting_rows rows = meetings(state, store);
    assert_int_equal(rows.n, 1);
    assert_true(rows.at[0].entered);
    assert_string_equal(rows.at[0].committee, PANEL);
    assert_string_equal(rows.at[0].venue, "Town Hall");
    assert_int_equal(rows.at[0].minutes_after_midnight, 600);
    assert_int_equal(rows.at[0].date_basis, DATE_GIVEN);
    assert_int_equal(rows.at[0].sources, 0);
    assert_ok(store_meeting(*state, store, HOUSING, &meeting, &err), err);
    assert_string_equal(meeting->id, HOUSING);
    assert_int_equal(meeting->n_items, 0);
    assert_int_equal(meeting->n_sources, 0);
    assert_string_equal(meeting->committee, PANEL);
    assert_ok(store_offer_committee(*state, store, HOUSING, &offer, &err), err);
    assert_null(offer);
    assert_int_equal(store_meeting(*state, store, "housing-scrutiny-panel-2031-03-07", &meeting, &err), STATUS_USAGE);
    assert_sound(state, store);
}

static void it_stands_in_its_place_among_the_others(void **state)
{
    struct store *store = new_store(state);
    import_one(state, store, elmsworth_pack(*state, "pack"));
    import_one(state, store, elmsworth_other_pack(*state, "other"));
    struct draft *undated = elmsworth_page(*state, "undated");
    paper_on(undated, 0, 0, 0, DATE_UNKNOWN);
    undated->meeting->items[3].title = mem_strdup(undated, "Parking Permits");
    import_one(state, store, undated);
    enter(state, store, 2031, 5, 1, -1);
    enter(state, store, 2031, 2, 1, -1);
    enter(state, store, 2030, 2, 1, -1);
    char *unplaced = meetings(state, store).at[5].id;
    assert_string_equal(listed(state, store), mem_printf(*state,
                        "housing-scrutiny-panel-2031-05-01+ " HOUSING " housing-scrutiny-panel-2031-02-01+"
                        " housing-scrutiny-panel-2031-01-16 housing-scrutiny-panel-2030-02-01+ %s", unplaced));
}

static void it_is_found_by_every_way_of_naming(void **state)
{
    struct store *store = new_store(state);
    import_one(state, store, elmsworth_pack(*state, "pack"));
    enter(state, store, 2031, 5, 1, -1);
    enter(state, store, 2031, 2, 1, -1);
    struct date march = {2031, 3, 6}, april = {2031, 4, 1}, june = {2031, 6, 1}, january = {2031, 1, 1};
    assert_string_equal(named(state, store, "next", april), "housing-scrutiny-panel-2031-05-01");
    assert_string_equal(named(state, store, "last", april), HOUSING);
    assert_string_equal(named(state, store, "next", march), HOUSING);
    assert_string_equal(named(state, store, "last", march), "housing-scrutiny-panel-2031-02-01");
    assert_string_equal(named(state, store, "last", june), "housing-scrutiny-panel-2031-05-01");
    assert_string_equal(named(state, store, "next", june), "status 2");
    assert_string_equal(named(state, store, "last", january), "status 2");
    assert_string_equal(named(state, store, "2031-05-01", march), "housing-scrutiny-panel-2031-05-01");
    assert_string_equal(named(state, store, "1 February 2031", march), "housing-scrutiny-panel-2031-02-01");
    assert_string_equal(named(state, store, "housing-scrutiny-panel-2031-05", march), "housing-scrutiny-panel-2031-05-01");
    assert_string_equal(named(state, store, "housing-scrutiny-panel-2031-05-01", march), "housing-scrutiny-panel-2031-05-01");
    assert_string_equal(named(state, store, "housing", march), "status 2"); /* several */
}

/* ---- entered, withdrawn ------------------------------------------------------------------------------------ */

static void a_meeting_is_entered_once(void **state)
{
    struct store *store = new_store(state);
    enter(state, store, 2031, 3, 6, 600);
    struct entered_meeting same = meeting_on(2031, 3, 6, 600), vague = meeting_on(2031, 3, 6, -1), evening = meeting_on(2031, 3, 6, 1110);
    refused(state, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &same}, STATUS_CONFLICT);
    refused(state, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &vague}, STATUS_CONFLICT);
    assert_string_equal(edit(state, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &evening})->id, HOUSING "-1830");
    assert_string_equal(listed(state, store), HOUSING "-1000+ " HOUSING "-1830+");
    undo(state, store);
    assert_string_equal(listed(state, store), HOUSING "+");
    import_one(state, store, elmsworth_other_pack(*state, "other"));
    struct entered_meeting held = meeting_on(2031, 1, 16, -1);
    assert_non_null(strstr(refused(state, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &held}, STATUS_CONFLICT),
                           "papers of this meeting are held: " PANEL ", 16 January 2031"));
}

static void what_cannot_be_a_meeting_is_not_entered(void **state)
{
    struct store *store = new_store(state);
    char blank[] = " \t", sign[] = "!!!", name[] = "Panel";
    struct entered_meeting wrong[] = {{.date = {2031, 1, 1}},
                                      {.committee = blank, .date = {2031, 1, 1}},
                                      {.committee = sign, .date = {2031, 1, 1}},
                                      {.committee = name},
                                      {.committee = name, .date = {2031, 2, 30}},
                                      {.committee = name, .date = {2031, 2, 3}, .minutes_after_midnight = 1440}};
    for (size_t i = 0; i < MB_LENGTH(wrong); i++)
        refused(state, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &wrong[i]}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_MEETING_ENTER}, STATUS_USAGE);
    assert_int_equal(meetings(state, store).n, 0);
}

static void it_is_withdrawn_and_comes_back_by_undo(void **state)
{
    struct store *store = new_store(state);
    enter(state, store, 2031, 3, 6, 600);
    refused(state, store, &(struct edit){.kind = EDIT_MEETING_WITHDRAW, .target = "no-such"}, STATUS_USAGE);
    assert_string_equal(edit(state, store, &(struct edit){.kind = EDIT_MEETING_WITHDRAW, .target = HOUSING})->sentence,
                        "withdrawn: " PANEL ", 6 March 2031");
    assert_int_equal(meetings(state, store).n, 0);
    assert_string_equal(undo(state, store)->sentence, "undone: withdrawn: " PANEL ", 6 March 2031");
    assert_string_equal(listed(state, store), HOUSING "+");
    assert_string_equal(undo(state, store)->sentence, "undone: entered: " PANEL ", 6 March 2031");
    assert_int_equal(meetings(state, store).n, 0);
    redo(state, store);
    assert_string_equal(listed(state, store), HOUSING "+");
    import_one(state, store, elmsworth_pack(*state, "pack"));
    refused(state, store, &(struct edit){.kind = EDIT_MEETING_WITHDRAW, .target = "housing-scrutiny-panel-2031-01-16"}, STATUS_USAGE);
    assert_sound(state, store);
}

static void four_dates_are_entered_as_one_change(void **state)
{
    struct store *store = new_store(state);
    struct entered_meeting entered[4];
    struct edit edits[4];
    for (int i = 0; i < 4; i++) {
        entered[i] = meeting_on(2031, 4 + i, 3, -1);
        edits[i] = (struct edit){.kind = EDIT_MEETING_ENTER, .entered = &entered[i]};
    }
    edit(state, store, &(struct edit){.kind = EDIT_SEVERAL, .edits = edits, .n_edits = 4, .value = "4 meetings entered"});
    assert_int_equal(meetings(state, store).n, 4);
    assert_string_equal(undo(state, store)->sentence, "undone: 4 meetings entered");
    assert_int_equal(meetings(state, store).n, 0);
}

static void nothing_is_ruled_on_a_meeting_without_papers(void **state)
{
    struct store *store = new_store(state);
    import_one(state, store, elmsworth_other_pack(*state, "other"));
    enter(state, store, 2031, 3, 6, 600);
    refused(state, store, &(struct edit){.kind = EDIT_MEETING_PART, .target = HOUSING}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_MEETING_JOIN, .target = HOUSING, .value = "housing-scrutiny-panel-2031-01-16"}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_MEETING_JOIN, .target = "housing-scrutiny-panel-2031-01-16", .value = HOUSING}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_MEETING_DETAIL, .target = HOUSING, .field = "date", .value = "2031-03-07"}, STATUS_USAGE);
}

/* ---- papers come, papers go ---------------------------------------------------------------------------------- */

static void it_gives_way_to_papers_and_comes_back_without_them(void **state)
{
    struct store *store = new_store(state);
    struct strings backups;
    struct err err;
    struct draft *pack = elmsworth_pack(*state, "pack");
    enter(state, store, 2031, 3, 6, -1);
    import_one(state, store, pack);
    assert_string_equal(listed(state, store), HOUSING);
    assert_string_equal(named(state, store, "2031-03-06", (struct date){2031, 1, 1}), HOUSING);
    assert_ok(store_forget(*state, store, pack->sha256, &backups, &err), err);
    assert_string_equal(listed(state, store), HOUSING "+");
    assert_sound(state, store);
}

static void another_time_of_the_day_is_another_meeting(void **state)
{
    struct store *store = new_store(state);
    enter(state, store, 2031, 3, 6, 1110);
    import_one(state, store, elmsworth_pack(*state, "pack")); /* at ten in the morning */
    assert_string_equal(listed(state, store), HOUSING " " HOUSING "-1830+");
    struct draft *evening = elmsworth_other_pack(*state, "evening");
    paper_on(evening, 2031, 3, 6, DATE_STATED);
    import_one(state, store, evening);
    assert_string_equal(listed(state, store), HOUSING "-1000 " HOUSING "-1830");
}

static void follow_ups_noted_at_it_hang_on_the_real_one(void **state)
{
    struct store *store = new_store(state);
    struct strings backups;
    struct err err;
    struct draft *pack = elmsworth_pack(*state, "pack");
    struct action *action = mem_new(*state, struct action);
    action->subject = mem_strdup(action, "the survey");
    action->meeting_id = enter(state, store, 2031, 3, 6, 600);
    action->meeting_date = (struct date){2031, 3, 6};
    char *reference = add(state, store, action)->reference;
    assert_string_equal(reference, "2031-03-06/1");
    assert_string_equal(get(state, store, reference)->meeting_id, HOUSING);
    assert_string_equal(get(state, store, reference)->committee, PANEL);
    import_one(state, store, pack);
    assert_string_equal(get(state, store, reference)->meeting_id, HOUSING);
    struct draft *evening = elmsworth_other_pack(*state, "evening");
    paper_on(evening, 2031, 3, 6, DATE_STATED);
    import_one(state, store, evening); /* now both are named with their time */
    assert_string_equal(get(state, store, reference)->meeting_id, HOUSING "-1000");
    assert_ok(store_forget(*state, store, evening->sha256, &backups, &err), err);
    assert_ok(store_forget(*state, store, pack->sha256, &backups, &err), err);
    assert_string_equal(get(state, store, reference)->meeting_id, HOUSING);
    assert_string_equal(listed(state, store), HOUSING "+");
    assert_string_equal(add(state, store, action)->reference, "2031-03-06/2");
    assert_sound(state, store);
}

static void a_changed_byte_of_it_is_found_and_names_no_meeting(void **state)
{
    struct store *store = new_store(state);
    struct strings findings = {0};
    struct err err;
    enter(state, store, 2031, 3, 6, 600);
    plant(state, "UPDATE entered_meeting SET date = '2031-03-07'");
    assert_int_equal(meetings(state, store).n, 0);
    assert_int_equal(store_check(*state, store, &findings, &err), STATUS_STORE);
    assert_non_null(strstr(findings.at[0], "entered_meeting"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_committee_that_is_not_known_is_called_new_and_the_nearest_named),
        STORE_CASE(what_is_entered_shows_as_a_meeting_without_items),
        STORE_CASE(it_stands_in_its_place_among_the_others),
        STORE_CASE(it_is_found_by_every_way_of_naming),
        STORE_CASE(a_meeting_is_entered_once),
        STORE_CASE(what_cannot_be_a_meeting_is_not_entered),
        STORE_CASE(it_is_withdrawn_and_comes_back_by_undo),
        STORE_CASE(four_dates_are_entered_as_one_change),
        STORE_CASE(nothing_is_ruled_on_a_meeting_without_papers),
        STORE_CASE(it_gives_way_to_papers_and_comes_back_without_them),
        STORE_CASE(another_time_of_the_day_is_another_meeting),
        STORE_CASE(follow_ups_noted_at_it_hang_on_the_real_one),
        STORE_CASE(a_changed_byte_of_it_is_found_and_names_no_meeting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
