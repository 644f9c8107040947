/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Follow-ups and addresses stay with their paper while meetings are named and numbered anew. The Borough of Elmsworth does not exist. */
#include "unit/store/papers.h"
#include "unit/store/rows.h"

static void import_one(void **state, struct store *store, const struct draft *draft)
{
    struct import_result *result;
    struct err err;
    assert_ok(store_import(*state, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), err);
}

/* A pack of the Panel of 6 March 2031 with a title of its own. */
static struct draft *sitting(void **state, const char *seed, int starts)
{
    struct draft *draft = elmsworth_pack(*state, seed);
    draft->meeting->minutes_after_midnight = starts;
    paper_item(draft, seed);
    return draft;
}

static void keep_at(void **state, struct store *store, const char *meeting_id, const struct draft *draft)
{
    struct action *action = follow_up(state, "x");
    action->meeting_id = mem_strdup(action, meeting_id);
    action->source_sha256 = mem_strdup(action, draft->sha256);
    add(state, store, action);
}

static void a_second_meeting_of_the_day_takes_no_follow_up_of_the_first(void **state)
{
    struct store *store = new_store(state);
    struct draft *afternoon = sitting(state, "afternoon", 14 * 60), *morning = sitting(state, "morning", 9 * 60);
    import_one(state, store, afternoon);
    keep_at(state, store, "housing-scrutiny-panel-2031-03-06", afternoon);
    import_one(state, store, morning);
    assert_string_equal(get(state, store, "41/1")->meeting_id, "housing-scrutiny-panel-2031-03-06-1400");
    keep_at(state, store, "housing-scrutiny-panel-2031-03-06-0900", morning);
    assert_string_equal(get(state, store, "2023-09-12 41/1")->meeting_id, "housing-scrutiny-panel-2031-03-06-0900");
}

static void a_committee_stated_twice_loses_no_follow_up(void **state)
{
    struct store *store = new_store(state);
    struct draft *pack = sitting(state, "pack", 600);
    import_one(state, store, pack);
    edit(state, store, &(struct edit){.kind = EDIT_MEETING_DETAIL, .target = "housing-scrutiny-panel-2031-03-06",
                                      .field = "committee", .value = "Homes Panel"});
    keep_at(state, store, "homes-panel-2031-03-06", pack);
    edit(state, store, &(struct edit){.kind = EDIT_MEETING_DETAIL, .target = "homes-panel-2031-03-06",
                                      .field = "committee", .value = "Tenants Panel"});
    assert_string_equal(get(state, store, "41/1")->meeting_id, "tenants-panel-2031-03-06");
    keep_at(state, store, "tenants-panel-2031-03-06", pack);
    assert_string_equal(get(state, store, "41/2")->meeting_id, "tenants-panel-2031-03-06");
}

/* Does NAME still lead to the meeting ID? */
static void assert_leads_to(void **state, struct store *store, const char *name, const char *id)
{
    struct meeting *meeting;
    struct err err;
    assert_ok(store_meeting(*state, store, name, &meeting, &err), err);
    assert_string_equal(meeting->id, id);
}

static void every_id_that_a_statement_made_goes_on_answering(void **state)
{
    struct store *store = new_store(state);
    import_one(state, store, sitting(state, "pack", 600));
    static const struct {
        const char *field, *value, *id;
    } steps[] = {
        {"committee", "Homes Panel", "homes-panel-2031-03-06"},
        {"date", "2031-03-07", "homes-panel-2031-03-07"},
        {"committee", "Tenants Panel", "tenants-panel-2031-03-07"},
        {"date", NULL, "tenants-panel-2031-03-06"},
    };
    const char *id = "housing-scrutiny-panel-2031-03-06";
    for (size_t i = 0; i < MB_LENGTH(steps); i++) {
        edit(state, store, &(struct edit){.kind = EDIT_MEETING_DETAIL, .target = id, .field = steps[i].field, .value = steps[i].value});
        id = steps[i].id;
        for (size_t before = 0; before <= i; before++)
            assert_leads_to(state, store, steps[before].id, id);
        assert_leads_to(state, store, "housing-scrutiny-panel-2031-03-06", id);
    }
    undo(state, store);
    undo(state, store);
    assert_leads_to(state, store, "tenants-panel-2031-03-06", "homes-panel-2031-03-07");
}

static void an_item_numbered_anew_answers_to_its_old_number(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = elmsworth_page(*state, "page"), *again = elmsworth_page(*state, "page again");
    paper_on(page, 2031, 3, 6, DATE_STATED);
    paper_on(again, 2031, 3, 6, DATE_STATED);
    for (size_t i = 0; i < again->meeting->n_items; i++)
        again->meeting->items[i].minute_number = mem_printf(again, "%zu", 71 + i);
    import_one(state, store, page);
    import_one(state, store, again);
    struct meeting_rows rows;
    struct meeting *meeting;
    struct err err;
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_int_equal(rows.n, 1);
    assert_ok(store_meeting(*state, store, rows.at[0].id, &meeting, &err), err);
    int one = 0, other = 0;
    assert_ok(meeting_find_item(meeting, "72", &one, &err), err);
    assert_ok(meeting_find_item(meeting, page->meeting->items[1].minute_number, &other, &err), err);
    assert_int_equal(one, 2);
    assert_int_equal(other, 2);
    assert_ok(meeting_find_item(meeting, "m72", &one, &err), err);
    assert_int_equal(meeting_find_item(meeting, "a72", &one, &err), STATUS_USAGE);
    assert_int_equal(meeting_find_item(meeting, "99", &one, &err), STATUS_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_second_meeting_of_the_day_takes_no_follow_up_of_the_first),
        STORE_CASE(a_committee_stated_twice_loses_no_follow_up),
        STORE_CASE(an_item_numbered_anew_answers_to_its_old_number),
        STORE_CASE(every_id_that_a_statement_made_goes_on_answering),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
