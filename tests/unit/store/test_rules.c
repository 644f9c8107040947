/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the member states of meetings, and follow-ups whose meeting is called otherwise since. */
#include "unit/store/papers.h"
#include "unit/store/rows.h"

static char *import(void **state, struct store *store, const struct draft *draft)
{
    struct import_result *result = NULL;
    struct err err;
    assert_ok(store_import(*state, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), err);
    return result->meeting_id;
}

static struct meeting *meeting_of(void **state, struct store *store, const char *id)
{
    struct meeting *meeting = NULL;
    struct err err;
    assert_ok(store_meeting(*state, store, id, &meeting, &err), err);
    return meeting;
}

static struct edit_result *detail(void **state, struct store *store, const char *id, const char *field, const char *value)
{
    return edit(state, store, &(struct edit){.kind = EDIT_MEETING_DETAIL, .target = id, .field = field, .value = value});
}

static void a_detail_is_stated_said_and_taken_back(void **state)
{
    struct store *store = new_store(state);
    char *id = import(state, store, elmsworth_page(*state, "page"));
    struct edit_result *result = detail(state, store, id, "committee", " Panel  for\nHomes ");
    assert_string_equal(result->sentence, "committee of the meeting of 6 March 2031: Panel for Homes");
    assert_string_equal(meeting_of(state, store, id)->committee, "Panel for Homes");
    result = detail(state, store, id, "committee", "Panel for Homes");
    assert_non_null(strstr(result->sentence, "as before"));
    result = detail(state, store, id, "date", "7 March 2031");
    assert_int_equal(meeting_of(state, store, id)->date.day, 7);
    assert_string_equal(undo(state, store)->sentence, mem_printf(*state, "undone: %s", result->sentence));
    detail(state, store, id, "committee", NULL);
    assert_null(meeting_of(state, store, id)->committee);
    struct strings findings;
    struct err err;
    assert_ok(store_check(*state, store, &findings, &err), err);
}

/* What the paper says otherwise stays beside it. */
static void the_time_is_stated_and_taken_back(void **state)
{
    struct store *store = new_store(state);
    struct strings findings;
    struct err err;
    char *page = import(state, store, elmsworth_page(*state, "page"));
    assert_string_equal(detail(state, store, page, "time", "2.30 pm")->sentence, "time of the meeting of 6 March 2031: 14:30");
    assert_int_equal(meeting_of(state, store, page)->minutes_after_midnight, 14 * 60 + 30);
    undo(state, store);
    assert_int_equal(meeting_of(state, store, page)->minutes_after_midnight, -1);
    char *pack = import(state, store, elmsworth_other_pack(*state, "pack"));
    assert_int_equal(meeting_of(state, store, pack)->minutes_after_midnight, 18 * 60 + 30);
    detail(state, store, pack, "time", "9:05");
    const struct meeting *meeting = meeting_of(state, store, pack);
    assert_int_equal(meeting->minutes_after_midnight, 9 * 60 + 5);
    assert_string_equal(meeting->alternatives[0].field, "time");
    assert_string_equal(meeting->alternatives[0].value, "18:30");
    detail(state, store, meeting->id, "time", NULL);
    assert_int_equal(meeting_of(state, store, pack)->minutes_after_midnight, 18 * 60 + 30);
    assert_ok(store_check(*state, store, &findings, &err), err);
    assert_int_equal(findings.n, 0);
}

static void what_makes_no_sense_of_meetings_is_refused(void **state)
{
    struct store *store = new_store(state);
    char *id = import(state, store, elmsworth_pack(*state, "pack"));
    const struct edit edits[] = {
        {.kind = EDIT_MEETING_DETAIL, .target = id, .field = "venue", .value = "Town Hall"},
        {.kind = EDIT_MEETING_DETAIL, .target = id, .field = NULL, .value = "x"},
        {.kind = EDIT_MEETING_DETAIL, .target = id, .field = "date", .value = "in spring"},
        {.kind = EDIT_MEETING_DETAIL, .target = id, .field = "date", .value = "7 March"},
        {.kind = EDIT_MEETING_DETAIL, .target = id, .field = "time", .value = "25:10"},
        {.kind = EDIT_MEETING_DETAIL, .target = id, .field = "time", .value = "after lunch"},
        {.kind = EDIT_MEETING_DETAIL, .target = "no-such-meeting", .field = "committee", .value = "x"},
        {.kind = EDIT_MEETING_PART, .target = id},
        {.kind = EDIT_MEETING_PART, .target = "no-such-meeting"},
        {.kind = EDIT_MEETING_JOIN, .target = id, .value = id},
        {.kind = EDIT_MEETING_JOIN, .target = id, .value = "no-such-meeting"},
    };
    for (size_t i = 0; i < MB_LENGTH(edits); i++)
        refused(state, store, &edits[i], STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_UNDO}, STATUS_USAGE);
}

static void one_undo_takes_a_detail_back_from_all_papers(void **state)
{
    struct store *store = new_store(state);
    struct correction_rows rows;
    struct err err;
    import(state, store, elmsworth_pack(*state, "pack"));
    char *id = import(state, store, elmsworth_page(*state, "page"));
    assert_int_equal(meeting_of(state, store, id)->n_sources, 2);
    detail(state, store, id, "council", "Borough of Elmsworth");
    assert_string_equal(meeting_of(state, store, id)->council, "Borough of Elmsworth");
    assert_ok(user_corrections(*state, store->db, &rows, &err), err);
    assert_int_equal(rows.n, 2);
    undo(state, store);
    assert_ok(user_corrections(*state, store->db, &rows, &err), err);
    assert_int_equal(rows.n, 0);
    redo(state, store);
    assert_ok(user_corrections(*state, store->db, &rows, &err), err);
    assert_int_equal(rows.n, 2);
}

/* The meeting had no committee when the follow-up was noted. */
static void a_follow_up_goes_with_its_meeting_and_its_numbers_go_on(void **state)
{
    struct store *store = new_store(state);
    char *id = import(state, store, elmsworth_page(*state, "page"));
    struct action *action = follow_up(state, "damp");
    action->meeting_id = id;
    action->committee = NULL;
    assert_string_equal(add(state, store, action)->reference, "41/1");
    detail(state, store, id, "committee", "Panel for Homes");
    const char *now = meeting_of(state, store, id)->id;
    assert_string_not_equal(now, id);
    struct action *row = get(state, store, "41/1");
    assert_string_equal(row->meeting_id, now);
    assert_string_equal(row->committee, "Panel for Homes");
    assert_int_equal(row->version, 1);
    struct actions all;
    struct err err;
    assert_ok(store_actions(*state, store, &all, &err), err);
    assert_string_equal(all.at[0]->meeting_id, now);
    action->meeting_id = mem_strdup(action, now);
    assert_string_equal(add(state, store, action)->reference, "41/2");
}

/* No import, repeat or forgetting changes a row of the user's. */
static void imports_leave_the_users_rows_alone(void **state)
{
    struct store *store = new_store(state);
    char *id = import(state, store, elmsworth_pack(*state, "pack"));
    struct draft *page = elmsworth_page(*state, "page");
    struct action *action = follow_up(state, "damp");
    action->meeting_id = id;
    action->source_sha256 = mem_strdup(action, page->sha256);
    add(state, store, action);
    struct action_row *before, *after;
    struct strings backups;
    struct err err;
    int notes = 0;
    assert_ok(action_find(*state, store->db, "41/1", &before, &err), err);
    import(state, store, page);
    assert_ok(user_notes_of_source(store->db, page->sha256, &notes, &err), err);
    assert_int_equal(notes, 1);
    assert_ok(store_forget(*state, store, page->sha256, &backups, &err), err);
    import(state, store, elmsworth_other_pack(*state, "other"));
    assert_ok(action_find(*state, store->db, "41/1", &after, &err), err);
    assert_string_equal(row_json(*state, &action_table, before), row_json(*state, &action_table, after));
    assert_false(after->action.damaged);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_detail_is_stated_said_and_taken_back),
        STORE_CASE(the_time_is_stated_and_taken_back),
        STORE_CASE(what_makes_no_sense_of_meetings_is_refused),
        STORE_CASE(one_undo_takes_a_detail_back_from_all_papers),
        STORE_CASE(a_follow_up_goes_with_its_meeting_and_its_numbers_go_on),
        STORE_CASE(imports_leave_the_users_rows_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
