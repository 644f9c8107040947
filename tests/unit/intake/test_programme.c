/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Work programmes in packs (field.md 5): told by their columns, in other councils' words and orders. The
 * councils do not exist. */
#include "reading.h"

static const char front[] = "Housing Scrutiny Committee\n\nWednesday, 4 September 2024, 7.00 pm\nCivic Hall\n\n"
                            "Item No\tSubject\tPage No\n"
                            "1\tApologies\t\n"
                            "2\tRents\t1 - 4\n"
                            "3\tWork Programme 2024/25\t5 - 9\n\n"
                            "HOUSING SCRUTINY COMMITTEE 4 SEPTEMBER 2024\n\nRENTS\n\n1. Rents rise.\n\n";

#define HEAD "HOUSING SCRUTINY COMMITTEE 4 SEPTEMBER 2024\n\nWORK PROGRAMME 2024/25\n\n"
#define COLUMNS "Date of Meeting\tIssue for Scrutiny\tDate of Last Report\tNotes\n"

static const struct programme *programme_of(const void *parent, const char *body)
{
    const struct draft *draft = draft_of(parent, mem_printf(parent, "%s%s", front, body));
    assert_non_null(draft->programme);
    return draft->programme;
}

static const struct programme *rows_of(const void *parent, const char *rows)
{
    return programme_of(parent, mem_printf(parent, HEAD COLUMNS "%s", rows));
}

static const struct programme_entry *entry_of(const struct programme *programme, size_t nth)
{
    assert_true(nth < programme->n_entries);
    return &programme->entries[nth];
}

static void assert_day(const void *parent, struct date date, const char *iso)
{
    assert_string_equal(date_iso(parent, date), iso);
}

/* ---- dates ---------------------------------------------------------------------------------------------- */

static void an_empty_date_inherits_the_one_above(void **state)
{
    const struct programme *programme =
        rows_of(*state, "6 November 2024\tRepairs\t\t\n\tVoids\t\t\nJanuary 2025\tBudget\t\t\n");
    assert_int_equal(programme->n_entries, 3);
    assert_false(entry_of(programme, 0)->inherited);
    assert_true(entry_of(programme, 1)->inherited);
    assert_text(entry_of(programme, 1)->planned[0].text, "6 November 2024");
    assert_day(*state, entry_of(programme, 1)->planned[0].span.to, "2024-11-06");
    assert_day(*state, entry_of(programme, 2)->planned[0].span.from, "2025-01-01");
    assert_day(*state, entry_of(programme, 2)->planned[0].span.to, "2025-01-31");
    assert_int_equal(entry_of(programme, 2)->state, ENTRY_SCHEDULED);
}

static void no_date_is_inherited_into_another_section(void **state)
{
    const struct programme *programme =
        rows_of(*state, "6 November 2024\tRepairs\t\t\nPossible Future Items\t\t\t\n\tLettings\t\t\n");
    assert_int_equal(entry_of(programme, 1)->n_planned, 0);
    assert_int_equal(entry_of(programme, 1)->section, SECTION_POSSIBLE);
    assert_int_equal(entry_of(programme, 1)->state, ENTRY_TBC);
}

static void a_date_alone_in_its_row_is_that_of_the_rows_below(void **state)
{
    const struct programme *programme = rows_of(*state, "6 November 2024\t\t\t\n\tRepairs\t\t\n\tVoids\t\t\n");
    assert_int_equal(programme->n_entries, 2);
    assert_text(entry_of(programme, 1)->planned[0].text, "6 November 2024");
    assert_true(entry_of(programme, 1)->inherited);
}

static void vague_words_are_kept_and_compute_nothing(void **state)
{
    const struct programme *programme =
        rows_of(*state, "Early Spring\tRepairs\t\t\nMarch/July\tRents\t\t\nJune/July 2025\tVoids\t\t\n");
    assert_text(entry_of(programme, 0)->planned[0].text, "Early Spring");
    assert_false(date_is_set(entry_of(programme, 0)->planned[0].span.from));
    assert_int_equal(entry_of(programme, 1)->n_planned, 1);
    assert_day(*state, entry_of(programme, 2)->planned[0].span.from, "2025-06-01");
    assert_day(*state, entry_of(programme, 2)->planned[0].span.to, "2025-07-31");
}

static void a_remark_beside_a_date_leaves_it_a_date(void **state)
{
    const struct programme *programme =
        rows_of(*state, "Wednesday 6 November 2024, 7.00 pm\tRepairs\t\t\nJanuary 2025 (TBC)\tVoids\t\t\n"
                        "After 6 March 2025\tRents\t\t\nSpring - tbc\tFires\t\t\n");
    assert_day(*state, entry_of(programme, 0)->planned[0].span.from, "2024-11-06");
    assert_day(*state, entry_of(programme, 1)->planned[0].span.to, "2025-01-31");
    assert_int_equal(entry_of(programme, 1)->state, ENTRY_SCHEDULED);
    assert_text(entry_of(programme, 1)->planned[0].text, "January 2025 (TBC)");
    assert_false(date_is_set(entry_of(programme, 2)->planned[0].span.from));
    assert_int_equal(entry_of(programme, 3)->state, ENTRY_TBC);
}

static void several_dates_in_a_cell_are_a_list(void **state)
{
    const struct programme *programme =
        rows_of(*state, "6 November 2024 and 5 February 2025\tRepairs\t3 May 2023 July 2023, 8 and 9 January 2024\t\n");
    assert_int_equal(entry_of(programme, 0)->n_planned, 2);
    const struct programme_entry *entry = entry_of(programme, 0);
    assert_int_equal(entry->n_last_reports, 4);
    assert_text(entry->last_reports[0].text, "3 May 2023");
    assert_text(entry->last_reports[1].text, "July 2023");
    assert_day(*state, entry->last_reports[2].span.from, "2024-01-08");
    assert_day(*state, entry->last_reports[3].span.from, "2024-01-09");
    assert_null(entry->last_reports_text);
}

static void last_reports_that_are_no_dates_stay_words(void **state)
{
    const struct programme *programme =
        rows_of(*state, "TBC\tRepairs\tN/A Circulated in March 2024\t\nTBC\tVoids\tSeen by Cabinet on 4 July 2024\t\n");
    assert_int_equal(entry_of(programme, 0)->n_last_reports, 0);
    assert_text(entry_of(programme, 0)->last_reports_text, "N/A Circulated in March 2024");
    assert_int_equal(entry_of(programme, 1)->n_last_reports, 1);
    assert_text(entry_of(programme, 1)->last_reports_text, "Seen by Cabinet on 4 July 2024");
}

/* ---- rows ------------------------------------------------------------------------------------------------- */

static void a_row_without_a_topic_continues_the_one_above(void **state)
{
    const struct programme *programme =
        rows_of(*state, "TBC\tRepairs\t3 May 2023\tRequested\n\n\t\t7 June 2023\tby tenants\nTBC\tVoids\t\t\n");
    assert_int_equal(programme->n_entries, 2);
    assert_int_equal(entry_of(programme, 0)->n_last_reports, 2);
    assert_text(entry_of(programme, 0)->notes, "Requested by tenants");
}

static void tbc_is_a_state(void **state)
{
    const struct programme *programme = rows_of(*state, "TBC\tRepairs\t\t\nTo be confirmed\tVoids\t\t\n\tRents\t\t\n");
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(entry_of(programme, i)->state, ENTRY_TBC);
    assert_text(entry_of(programme, 0)->planned[0].text, "TBC");
}

static void standing_items_have_months_and_frequencies(void **state)
{
    const struct programme *programme = rows_of(*state, "TBC\tRepairs\t\t\n<b>Standing Items</b>\t\t\t\nMarch\tSafety "
                                                        "Report\t\tAnnually\nMarch/June\tQuarterly Figures\t\t\n");
    assert_int_equal(programme->n_entries, 3);
    assert_int_equal(entry_of(programme, 1)->section, SECTION_STANDING);
    assert_int_equal(entry_of(programme, 1)->state, ENTRY_STANDING);
    assert_text(entry_of(programme, 1)->frequency, "annually");
    assert_text(entry_of(programme, 2)->frequency, "quarterly");
}

static void standing_items_in_one_cell_are_entries(void **state)
{
    const struct programme *programme =
        rows_of(*state, "Standing Items\t<p>Repairs</p> <p>Voids</p>\tTBC\t\n6 November 2024\tRents\t\t\n");
    assert_int_equal(programme->n_entries, 3);
    assert_text(entry_of(programme, 0)->issue, "Repairs");
    assert_text(entry_of(programme, 1)->issue, "Voids");
    assert_text(entry_of(programme, 1)->last_reports_text, "TBC");
    assert_int_equal(entry_of(programme, 1)->section, SECTION_STANDING);
    assert_int_equal(entry_of(programme, 2)->section, SECTION_DATED);
}

static void champions_are_topics_and_names(void **state)
{
    const struct programme *programme = rows_of(*state, "TBC\tRepairs\t\t\nScrutiny Champions\t<p>Rough Sleeping – "
                                                        "Cllr Bea Moss</p> <p>Fire - doors - Cllr Al Fry</p>\t\t\n");
    assert_int_equal(programme->n_champions, 2);
    assert_text(programme->champions[0].topic, "Rough Sleeping");
    assert_text(programme->champions[0].name, "Cllr Bea Moss");
    assert_text(programme->champions[1].topic, "Fire - doors");
    assert_int_equal(programme->n_entries, 1);
}

static void champions_may_have_rows_of_their_own(void **state)
{
    const struct programme *programme =
        rows_of(*state, "TBC\tRepairs\t\t\nChampions\t\t\t\nRough Sleeping\tCllr Bea Moss\t\t\n");
    assert_int_equal(programme->n_champions, 1);
    assert_text(programme->champions[0].name, "Cllr Bea Moss");
}

static void notes_say_who_asked_when(void **state)
{
    const struct programme *programme =
        rows_of(*state, "TBC\tRepairs\t\tRequested by the Committee 7 March 2024. To cover 9 May 2024.\n"
                        "TBC\tVoids\t\t(Requested 12 Nov 2023). Data requested\n"
                        "TBC\tRents\t\tMore data requested. The plan is of 3 May 2024\n");
    assert_day(*state, entry_of(programme, 0)->requested_on, "2024-03-07");
    assert_day(*state, entry_of(programme, 1)->requested_on, "2023-11-12");
    assert_false(date_is_set(entry_of(programme, 2)->requested_on));
}

static void a_deferred_topic_is_one(void **state)
{
    const struct programme *programme = rows_of(*state, "6 November 2024\tRepairs\t\tDeferred from September\n");
    assert_int_equal(entry_of(programme, 0)->state, ENTRY_DEFERRED);
}

static void a_table_torn_by_pages_is_one_programme(void **state)
{
    const struct programme *programme =
        rows_of(*state, "6 November 2024\tRepairs\t\t\n\n\tVoids\t\t\n\n" COLUMNS "TBC\tRents\t\t\n");
    assert_int_equal(programme->n_entries, 3);
    assert_true(entry_of(programme, 1)->inherited);
    assert_text(entry_of(programme, 2)->issue, "Rents");
}

static void rows_that_lost_their_empty_ends_are_rows(void **state)
{
    const struct programme *programme = rows_of(*state, "6 November 2024\tRepairs\t\tAnnually\nPossible Future "
                                                        "Items\nTBC\tLettings\t3 May 2023\nTBC\tVoids\n\nContacts\n\n"
                                                        "Ada Lee\tTel 960555\nBo Roe\tTel 960556\n");
    assert_int_equal(programme->n_entries, 3);
    assert_text(entry_of(programme, 1)->last_reports[0].text, "3 May 2023");
    assert_int_equal(entry_of(programme, 2)->section, SECTION_POSSIBLE);
}

static void a_list_in_a_topic_is_lines(void **state)
{
    const struct programme *programme =
        rows_of(*state, "TBC\tPlaces: <ul style=\"list-style-type: none\"> – hostels – flats </ul>\t\t\n");
    assert_text(entry_of(programme, 0)->issue, "Places:\nhostels\nflats");
}

/* ---- other councils ------------------------------------------------------------------------------------------ */

static void columns_are_known_by_their_words(void **state)
{
    const struct programme *programme = programme_of(
        *state, HEAD "Forward Plan\n\nAgenda Items\tMeeting Date\tDetails and desired outcome\tReport Author\n"
                     "Repairs\t6 November 2024\tTo see the backlog\tAda Lee\nVoids\t\t\tBo Roe\n");
    assert_text(programme->title, "Forward Plan");
    assert_text(entry_of(programme, 0)->issue, "Repairs");
    assert_text(entry_of(programme, 0)->notes, "To see the backlog\nReport Author: Ada Lee");
    assert_text(entry_of(programme, 1)->planned[0].text, "6 November 2024");
    assert_text(entry_of(programme, 1)->notes, "Report Author: Bo Roe");
}

static void a_tracker_of_actions_is_no_programme(void **state)
{
    const struct draft *draft =
        draft_of(*state, mem_printf(*state, "%s%s", front,
                                    HEAD "Date\tItem\tAction\tProgress\n4 May 2024\tRepairs\tWrite\tDone\n"));
    assert_null(draft->programme);
}

static void a_table_of_figures_is_no_programme(void **state)
{
    const struct draft *draft =
        draft_of(*state, mem_printf(*state, "%s%s", front, HEAD "Date\tVisits\tCalls\n4 May 2024\t3\t5\n"));
    assert_null(draft->programme);
}

static void headings_between_tables_name_sections(void **state)
{
    const struct programme *programme =
        programme_of(*state, HEAD "Meeting Date\tTopic\tNotes\n6 November 2024\tRepairs\t\n\nStanding "
                                  "items\n\nWhen\tTopic\tComments\nMarch\tSafety\tannually\n");
    assert_int_equal(programme->n_entries, 2);
    assert_int_equal(entry_of(programme, 1)->section, SECTION_STANDING);
    assert_text(entry_of(programme, 1)->frequency, "annually");
}

/* ---- what stands around ---------------------------------------------------------------------------------------- */

static void a_programme_knows_its_title_committee_day_and_item(void **state)
{
    const struct programme *programme = programme_of(
        *state, HEAD
        "1. The programme is below.\n\nDates of Future Meetings\n\n- 6 November 2024\n- Wednesday 5 February 2025\n\n"
        "Purpose of the Meeting\n\n2. On 3 March 2025 it ends.\n\n"
        "2024/25 Scrutiny Work Programme: Housing\n\nThe main work of the year is the repair of homes that were built "
        "before the war.\n\n" COLUMNS "TBC\tRepairs\t\t\n");
    assert_text(programme->title, "2024/25 Scrutiny Work Programme: Housing");
    assert_text(programme->preamble,
                "The main work of the year is the repair of homes that were built before the war.");
    assert_text(programme->committee, "Housing Scrutiny Committee");
    assert_day(*state, programme->published_for, "2024-09-04");
    assert_int_equal(programme->item_position, 3);
    assert_int_equal(programme->n_future_meetings, 2);
    assert_day(*state, programme->future_meetings[1], "2025-02-05");
}

static void a_pack_without_a_programme_has_none(void **state)
{
    assert_null(draft_of(*state, front)->programme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(an_empty_date_inherits_the_one_above),
        TEST_CASE(no_date_is_inherited_into_another_section),
        TEST_CASE(a_date_alone_in_its_row_is_that_of_the_rows_below),
        TEST_CASE(vague_words_are_kept_and_compute_nothing),
        TEST_CASE(a_remark_beside_a_date_leaves_it_a_date),
        TEST_CASE(several_dates_in_a_cell_are_a_list),
        TEST_CASE(last_reports_that_are_no_dates_stay_words),
        TEST_CASE(a_row_without_a_topic_continues_the_one_above),
        TEST_CASE(tbc_is_a_state),
        TEST_CASE(standing_items_have_months_and_frequencies),
        TEST_CASE(standing_items_in_one_cell_are_entries),
        TEST_CASE(champions_are_topics_and_names),
        TEST_CASE(champions_may_have_rows_of_their_own),
        TEST_CASE(notes_say_who_asked_when),
        TEST_CASE(a_deferred_topic_is_one),
        TEST_CASE(a_table_torn_by_pages_is_one_programme),
        TEST_CASE(rows_that_lost_their_empty_ends_are_rows),
        TEST_CASE(a_list_in_a_topic_is_lines),
        TEST_CASE(columns_are_known_by_their_words),
        TEST_CASE(a_tracker_of_actions_is_no_programme),
        TEST_CASE(a_table_of_figures_is_no_programme),
        TEST_CASE(headings_between_tables_name_sections),
        TEST_CASE(a_programme_knows_its_title_committee_day_and_item),
        TEST_CASE(a_pack_without_a_programme_has_none),
    };
    return cmocka_run_group_tests_name("intake: work programmes", tests, NULL, NULL);
}
