/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Supplements: they join the agenda they belong to, their reports land at their items, and what they lack is not gone. The
 * Borough of Elmsworth does not exist. */
#include "unit/store/papers.h"
#include "unit/store/rows.h"

#define HOUSING "housing-scrutiny-panel-2031-03-06"

static struct import_result *import(void **state, struct store *store, const struct draft *draft)
{
    struct import_result *result;
    struct err err;
    assert_ok(store_import(*state, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), err);
    return result;
}

/* Item 2 that was to follow, and one that came up since. */
static struct draft *supplement(void **state, const char *seed)
{
    struct draft *draft = paper(*state, seed, FORM_SUPPLEMENT_PDF);
    paper_committee(draft, "Housing Scrutiny Panel");
    paper_on(draft, 2031, 3, 6, DATE_STATED);
    struct item *item = paper_item(draft, "Empty Homes: Progress");
    item->agenda_number = mem_strdup(draft->meeting, "2");
    struct block *block = mem_append(draft->meeting, item->blocks, item->n_blocks);
    block->kind = BLOCK_PARA;
    block->text = mem_strdup(draft->meeting, "Twelve of forty were let.");
    return draft;
}

static struct meeting *housing(void **state, struct store *store)
{
    struct meeting *meeting;
    struct err err;
    assert_ok(store_meeting(*state, store, HOUSING, &meeting, &err), err);
    return meeting;
}

static size_t meetings(void **state, struct store *store)
{
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    return rows.n;
}

static void assert_sound(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

static void its_report_lands_at_its_item_in_any_order(void **state)
{
    for (int order = 0; order < 3; order++) {
        struct store *store = open_store(*state, scratch_path(*state, mem_printf(*state, "%d.db", order)), STORE_WRITE);
        struct draft *papers[] = {elmsworth_pack(*state, "pack"), elmsworth_page(*state, "page"), supplement(state, "supplement")};
        for (int i = 0; i < 3; i++)
            import(state, store, papers[(i + order) % 3]);
        struct meeting *meeting = housing(state, store);
        assert_int_equal(meetings(state, store), 1);
        assert_int_equal(meeting->n_items, 4);
        assert_int_equal(meeting->items[1].n_blocks, 1);
        assert_int_equal(meeting->items[1].follow, FOLLOW_HELD);
        assert_true(meeting->items[1].attachments[0].held);
        for (size_t i = 0; i < meeting->n_items; i++)
            assert_true(meeting->items[i].in_latest);
        assert_string_equal(meeting->items[1].title, "Empty Homes \xE2\x80\x93 Progress");
        assert_int_equal(meeting->n_sources, 3);
        assert_non_null(strstr(meeting->joined_because, "one supplement names this meeting"));
        assert_sound(state, store);
    }
}

static void an_item_that_came_up_since_stands_last(void **state)
{
    struct store *store = new_store(state);
    struct draft *late = supplement(state, "supplement");
    paper_item(late, "Flood at Quayside")->agenda_number = mem_strdup(late->meeting, "4A");
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, late);
    struct meeting *meeting = housing(state, store);
    assert_int_equal(meeting->n_items, 5);
    assert_string_equal(meeting->items[4].title, "Flood at Quayside");
}

static void of_another_day_committee_or_agenda_it_stands_alone(void **state)
{
    struct store *store = new_store(state);
    struct draft *day = supplement(state, "day"), *committee = supplement(state, "committee"), *agenda = supplement(state, "agenda");
    paper_on(day, 2031, 3, 7, DATE_STATED);
    paper_committee(committee, "Planning Committee");
    agenda->meeting->items[0].agenda_number = mem_strdup(agenda, "9");
    agenda->meeting->items[0].title = mem_strdup(agenda, "Bus Lanes");
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, day);
    import(state, store, committee);
    import(state, store, agenda);
    assert_int_equal(meetings(state, store), 4);
    assert_int_equal(housing(state, store)->items[1].follow, FOLLOW_TO_FOLLOW);
}

static void of_two_meetings_on_its_day_the_time_tells(void **state)
{
    struct store *store = new_store(state);
    struct draft *evening = elmsworth_pack(*state, "evening"), *late = supplement(state, "late"), *silent = supplement(state, "silent");
    evening->meeting->minutes_after_midnight = 1110;
    late->meeting->minutes_after_midnight = 1110;
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, evening);
    assert_string_equal(import(state, store, late)->meeting_id, HOUSING "-1830");
    import(state, store, silent); /* of either */
    assert_int_equal(meetings(state, store), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(its_report_lands_at_its_item_in_any_order),
        STORE_CASE(an_item_that_came_up_since_stands_last),
        STORE_CASE(of_another_day_committee_or_agenda_it_stands_alone),
        STORE_CASE(of_two_meetings_on_its_day_the_time_tells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
