/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The front of agenda packs: cover, membership, contact, agenda table. The councils do not exist. */
#include "reading.h"

static const char north[] =
    "Agenda\n\nHighways and Transport Scrutiny Panel\n\nTuesday, 14 May 2024, 2.30 pm\nMoot Room, Shire House, "
    "Norwick\n\n"
    "All are welcome. This document is available in large print. Please contact the Print Unit on telephone number "
    "01632 960999.\n\n"
    "DISCLOSING INTERESTS\n\n- Any **employment**, office or trade\n- Breaches may lead to fines up to £5,000\n\n"
    "Highways and Transport Scrutiny Panel\n\nTuesday, 14 May 2024, 2.30 pm, Moot Room, Shire House, Norwick\n\n"
    "Membership\n\nCouncillors:\n\nMrs E R Tansley (Chairman), Mr Ivo Penhale (Vice Chairman), Ms Oona Brack, Cllr "
    "Anne-Marie "
    "de Souza and Mr J O'Hare\n\n"
    "Co-opted Church Representatives (for education matters)\n\nCanon Ruth Aldous (Diocese of Norwick)\n\nVacancy\n\n"
    "Parent Governor Representatives (for education matters)\n\n2 vacancies\n\n"
    "Agenda\n\nItem No\tSubject\tPage No\n"
    "1\tApologies and Welcome\t\n"
    "2\tPublic Participation Members of the public who wish to speak should write to the Clerk no later than 9.00am on "
    "the "
    "working day before the meeting (in this case 13 May 2024).\t\n"
    "3\t<b>Minutes of the Previous Meeting</b> (previously circulated)\t\n"
    "4\tWinter Gritting &amp; Salt: Review (Indicative timing: 2.40 to 3.15pm)\t1 - 8\n\n"
    "Agenda produced and published by the Clerk, Shire House, Norwick NW1 1AA. To obtain further information or hard "
    "copies "
    "of this agenda, please contact Una Birch 01632 960111/Piers Coy 01632 960112 email: scrutiny@norwick.example\n\n"
    "Item No\tSubject\tPage No\n"
    "5.\tBus Lanes (Second Report)\tTo follow\n"
    "6\tPotholes (exemption paragraph 3)\t9 – 12\n";

static const struct item *item_of(const struct draft *draft, size_t nth)
{
    assert_true(nth < draft->meeting->n_items);
    return &draft->meeting->items[nth];
}

static void a_cover_gives_committee_day_time_and_venue(void **state)
{
    const struct meeting *meeting = draft_of(*state, north)->meeting;
    assert_text(meeting->committee, "Highways and Transport Scrutiny Panel");
    assert_text(date_iso(*state, meeting->date), "2024-05-14");
    assert_int_equal(meeting->date_basis, DATE_STATED);
    assert_int_equal(meeting->minutes_after_midnight, 14 * 60 + 30);
    assert_text(meeting->venue, "Moot Room, Shire House, Norwick");
    assert_text(meeting->status, "scheduled");
}

static void the_contact_is_the_clerk_of_this_agenda_without_the_address(void **state)
{
    const struct draft *draft = draft_of(*state, north);
    assert_text(draft->meeting->contact, "Una Birch 01632 960111/Piers Coy 01632 960112");
    assert_int_equal(draft->telephones.n, 2);
    assert_text(draft->telephones.at[0], "01632960111");
}

static void members_have_roles_and_capacities(void **state)
{
    const struct meeting *meeting = draft_of(*state, north)->meeting;
    static const char *const expected[][3] = {
        {"Mrs E R Tansley", "Chairman", "member"}, {"Mr Ivo Penhale", "Vice Chairman", "member"},
        {"Ms Oona Brack", NULL, "member"},         {"Cllr Anne-Marie de Souza", NULL, "member"},
        {"Mr J O'Hare", NULL, "member"},           {"Canon Ruth Aldous", "Diocese of Norwick", "church"},
    };
    assert_int_equal(meeting->n_people, MB_LENGTH(expected));
    for (size_t i = 0; i < MB_LENGTH(expected); i++) {
        assert_text(meeting->people[i].name, expected[i][0]);
        assert_text(meeting->people[i].capacity, expected[i][2]);
        if (expected[i][1])
            assert_text(meeting->people[i].role, expected[i][1]);
        else
            assert_null(meeting->people[i].role);
    }
}

static void a_vacancy_is_a_seat_and_no_person(void **state)
{
    const struct strings *seats = &draft_of(*state, north)->meeting->vacancies;
    assert_int_equal(seats->n, 3);
    assert_text(seats->at[0], "Co-opted Church Representatives");
    assert_text(seats->at[1], "Parent Governor Representatives");
    assert_text(seats->at[2], "Parent Governor Representatives");
}

static void an_agenda_in_two_parts_is_one(void **state)
{
    const struct draft *draft = draft_of(*state, north);
    assert_int_equal(draft->meeting->n_items, 6);
    assert_text(item_of(draft, 4)->agenda_number, "5");
    assert_int_equal(item_of(draft, 5)->position, 6);
}

static void a_title_ends_where_its_explanation_begins(void **state)
{
    const struct draft *draft = draft_of(*state, north);
    assert_text(item_of(draft, 1)->title, "Public Participation");
    assert_true(text_starts(item_of(draft, 1)->agenda_text, "Members of the public who wish"));
    assert_text(item_of(draft, 2)->title, "Minutes of the Previous Meeting");
    assert_text(item_of(draft, 2)->agenda_text, "(previously circulated)");
    assert_text(item_of(draft, 4)->title, "Bus Lanes (Second Report)");
    assert_null(item_of(draft, 4)->agenda_text);
}

static void timing_and_pages_are_no_part_of_the_title(void **state)
{
    const struct item *item = item_of(draft_of(*state, north), 3);
    assert_text(item->title, "Winter Gritting & Salt: Review");
    assert_text(item->timing, "2.40 to 3.15pm");
    assert_text(item->pages, "1 - 8");
    assert_null(item->pages_note);
    assert_int_equal(item->follow, FOLLOW_NONE);
}

static void a_paper_to_follow_says_so(void **state)
{
    const struct item *item = item_of(draft_of(*state, north), 4);
    assert_null(item->pages);
    assert_text(item->pages_note, "To follow");
    assert_int_equal(item->follow, FOLLOW_TO_FOLLOW);
    assert_int_equal(item->n_blocks, 0);
}

static void an_exempt_report_is_marked_with_its_paragraph(void **state)
{
    const struct item *item = item_of(draft_of(*state, north), 5);
    assert_true(item->exempt);
    assert_text(item->exempt_reason, "paragraph 3");
    assert_text(item->title, "Potholes (exemption paragraph 3)");
    assert_text(item->pages, "9 – 12");
    assert_false(item_of(draft_of(*state, north), 3)->exempt);
}

static void a_notice_that_agrees_with_the_cover_is_silent(void **state)
{
    assert_int_equal(draft_of(*state, north)->warnings.n, 0);
}

static void a_notice_that_contradicts_the_cover_is_told(void **state)
{
    char *text = mem_strdup(*state, north);
    memcpy(strstr(text, "case 13 May"), "case 10 May", 11); /* a Friday: the meeting would be on Monday 13 */
    const struct draft *draft = draft_of(*state, text);
    assert_true(warns(draft, "10 May 2024"));
    assert_text(date_iso(*state, draft->meeting->date), "2024-05-14");
}

/* ---- another council: labels, other columns, bold in Markdown ---------------------------------------- */

static const char west[] =
    "# Notice of a public meeting of\n\n# HEALTH AND CARE SCRUTINY COMMITTEE\n\n"
    "**To:** Councillors Quill (Chair), Tarn (Vice-Chair), Ebor, Fenn & Lisle\n\n"
    "**Date:** Monday, 2 September 2024\n\n**Time:** 5.30 pm\n\n**Venue:** The Guild Room, West Bank (F045)\n\n"
    "## **AGENDA**\n\n"
    "| Page No | No. | Item of Business |\n|---|:-:|---|\n"
    "|  | 1. | **Declarations of Interest** |\n"
    "| Pages 3 - 6 | 2. | **Urgent Care** To consider a report on waiting times. |\n"
    "|  |  | PART TWO |\n"
    "| 7 | 3. | **Lease of a Clinic** Not for publication by virtue of paragraph 3 of Schedule 12A. |\n\n"
    "Contact Officer: Wren Alder, Democracy Officer. Tel: (01632) 960 222. Email: wren@west.example\n\n"
    "## Health and Care Scrutiny Committee\n";

static void labels_say_what_lines_do_not(void **state)
{
    const struct meeting *meeting = draft_of(*state, west)->meeting;
    assert_text(meeting->committee, "HEALTH AND CARE SCRUTINY COMMITTEE");
    assert_text(date_iso(*state, meeting->date), "2024-09-02");
    assert_int_equal(meeting->minutes_after_midnight, 17 * 60 + 30);
    assert_text(meeting->venue, "The Guild Room, West Bank (F045)");
    assert_text(meeting->contact, "Wren Alder, Democracy Officer. Tel: (01632) 960 222");
}

static void surnames_after_councillors_are_members(void **state)
{
    const struct meeting *meeting = draft_of(*state, west)->meeting;
    assert_int_equal(meeting->n_people, 5);
    assert_text(meeting->people[1].name, "Tarn");
    assert_text(meeting->people[1].role, "Vice-Chair");
    assert_text(meeting->people[4].name, "Lisle");
}

static void columns_may_stand_in_any_order(void **state)
{
    const struct draft *draft = draft_of(*state, west);
    assert_int_equal(draft->form, FORM_FRONTSHEET_TEXT);
    assert_int_equal(draft->meeting->n_items, 3);
    assert_text(item_of(draft, 0)->agenda_number, "1");
    assert_text(item_of(draft, 1)->title, "Urgent Care");
    assert_text(item_of(draft, 1)->agenda_text, "To consider a report on waiting times.");
    assert_text(item_of(draft, 1)->pages, "3 - 6");
}

static void what_stands_below_part_two_is_of_part_two(void **state)
{
    const struct draft *draft = draft_of(*state, west);
    assert_int_equal(item_of(draft, 1)->part, 0);
    assert_int_equal(item_of(draft, 2)->part, 2);
    assert_true(item_of(draft, 2)->exempt);
    assert_text(item_of(draft, 2)->exempt_reason, "paragraph 3");
    assert_text(item_of(draft, 2)->title, "Lease of a Clinic");
}

/* ---- other covers ------------------------------------------------------------------------------------- */

static const struct meeting *cover(const void *parent, const char *lines)
{
    char *text = mem_printf(parent, "%s\n\nItem No\tSubject\tPage No\n1\tApologies\t\n", lines);
    return draft_of(parent, text)->meeting;
}

static void a_heading_may_hold_committee_and_day(void **state)
{
    const struct meeting *meeting =
        cover(*state, "Audit - Risk and Standards Committee - Wednesday, 3rd July, 2024 6.00 p.m., CANCELLED");
    assert_text(meeting->committee, "Audit - Risk and Standards Committee");
    assert_text(date_iso(*state, meeting->date), "2024-07-03");
    assert_int_equal(meeting->minutes_after_midnight, 18 * 60);
    assert_text(meeting->status, "cancelled");
    assert_text(meeting->status_text, "CANCELLED");
    assert_null(meeting->venue);
}

static void a_sentence_may_call_the_meeting(void **state)
{
    const struct meeting *meeting = cover(
        *state, "A meeting of the Corporate Scrutiny Board will be held in Committee Room 2, Town Hall, Eastholm on "
                "Thursday 9 January 2025 at 7.00 pm.");
    assert_text(meeting->committee, "Corporate Scrutiny Board");
    assert_text(date_iso(*state, meeting->date), "2025-01-09");
    assert_int_equal(meeting->minutes_after_midnight, 19 * 60);
    assert_text(meeting->venue, "Committee Room 2, Town Hall, Eastholm");
}

static void a_room_named_after_committees_is_a_venue(void **state)
{
    const struct meeting *meeting =
        cover(*state, "EASTHOLM CITY COUNCIL\n\nPlace Panel\n\nFriday, 7 March 2025, 10.00 am\nCommittee Room 1");
    assert_text(meeting->committee, "Place Panel");
    assert_text(meeting->venue, "Committee Room 1");
}

static void a_cover_without_a_day_leaves_it_open(void **state)
{
    const struct meeting *meeting =
        cover(*state, "Place Panel\n\nMinutes of the meeting held on 3 March 2025 are attached.");
    assert_text(meeting->committee, "Place Panel");
    assert_false(date_is_set(meeting->date));
    assert_int_equal(meeting->minutes_after_midnight, -1);
}

static void the_notice_gives_the_day_a_cover_leaves_out(void **state)
{
    const struct draft *draft = draft_of(
        *state,
        "Place Panel\n\nItem No\tSubject\tPage No\n1\tPublic Participation Members of the public should write no later "
        "than noon on the working day before the meeting (in this case 4 May 2023).\t\n");
    assert_text(date_iso(*state, draft->meeting->date), "2023-05-05");
    assert_int_equal(draft->meeting->date_basis, DATE_INFERRED);
    assert_non_null(strstr(draft->meeting->date_reason, "4 May 2023"));
}

static void an_organisation_after_a_name_is_no_person(void **state)
{
    const struct meeting *meeting =
        cover(*state, "Membership\n\nDistrict Councillors:\n\nMr T Rowe, Mere Hills District Council\n"
                      "Ms Una Lee, Eastholm City Council (Vice Chairman)");
    assert_int_equal(meeting->n_people, 2);
    assert_text(meeting->people[0].role, "Mere Hills District Council");
    assert_text(meeting->people[1].name, "Ms Una Lee");
    assert_text(meeting->people[1].role, "Vice Chairman");
}

static void prose_on_a_cover_names_no_members(void **state)
{
    const struct meeting *meeting =
        cover(*state, "Membership\n\nCllr Dot Hay, Cllr Bo Lund\n\nThe quorum of this Panel is three "
                      "members.\n\nThis Agenda is printed on paper, both sides");
    assert_int_equal(meeting->n_people, 2);
    assert_text(meeting->people[1].name, "Cllr Bo Lund");
}

/* ---- hostile papers ------------------------------------------------------------------------------------- */

static void repeated(void **state, const char *piece, size_t bytes)
{
    struct buf text;
    buf_init(&text, *state, INTAKE_TEXT_MAX);
    buf_puts(&text, north);
    buf_puts(&text, "\n\nHIGHWAYS AND TRANSPORT SCRUTINY PANEL 14 MAY 2024\n\nWINTER GRITTING AND SALT: REVIEW\n\n");
    while (text.len < bytes)
        buf_puts(&text, piece);
    draft_of(*state, text.data);
    buf_release(&text);
}

/* What a careless scan reads again from every place: its time would grow with the square of the size, and
 * this test would take hours. */
static void unclosed_markup_takes_no_time(void **state)
{
    static const char *const pieces[] = {"<ul ",
                                         "<!--",
                                         "[a](",
                                         "[[](x",
                                         "*a",
                                         "_a",
                                         "&a",
                                         "\t",
                                         "x\t",
                                         "(To ",
                                         "(a) ",
                                         "abc\n\n",
                                         "a\tb\n\n",
                                         "Agenda Item 4\n\n",
                                         "The Panel is asked to (a) x ",
                                         "The Panel is asked to:\n- a\n  - b\n",
                                         "The Mayor, the Clerk ",
                                         "4 May ",
                                         "|"};
    for (size_t i = 0; i < MB_LENGTH(pieces); i++)
        repeated(state, pieces[i], (size_t)64 << 10);
}

static void a_paper_of_too_many_cells_is_told(void **state)
{
    struct buf text;
    buf_init(&text, *state, INTAKE_TEXT_MAX);
    buf_puts(&text, north);
    buf_puts(&text, "\nSmall\ttable\nof two\trows\n\n");
    for (size_t i = 0; i < 100001; i++)
        buf_puts(&text, "x\t");
    const struct draft *draft = draft_of(*state, text.data);
    assert_true(draft->incomplete);
    assert_true(warns(draft, "table cells"));
    assert_int_equal(draft->meeting->n_items, 6);
}

static void a_text_without_an_agenda_is_refused(void **state)
{
    struct draft *draft = NULL;
    struct err err = {0};
    const char text[] = "Agenda\n\nPlace Panel\n\n1. Apologies\n";
    struct document *document = document_of(*state, text, strlen(text));
    assert_int_equal(intake_read(*state, intake_here(*state), document, FORM_PACK_TEXT, &draft, &err), STATUS_INPUT);
    assert_non_null(strstr(err.text, "no agenda with"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_cover_gives_committee_day_time_and_venue),
        TEST_CASE(the_contact_is_the_clerk_of_this_agenda_without_the_address),
        TEST_CASE(members_have_roles_and_capacities),
        TEST_CASE(a_vacancy_is_a_seat_and_no_person),
        TEST_CASE(an_agenda_in_two_parts_is_one),
        TEST_CASE(a_title_ends_where_its_explanation_begins),
        TEST_CASE(timing_and_pages_are_no_part_of_the_title),
        TEST_CASE(a_paper_to_follow_says_so),
        TEST_CASE(an_exempt_report_is_marked_with_its_paragraph),
        TEST_CASE(a_notice_that_agrees_with_the_cover_is_silent),
        TEST_CASE(a_notice_that_contradicts_the_cover_is_told),
        TEST_CASE(labels_say_what_lines_do_not),
        TEST_CASE(surnames_after_councillors_are_members),
        TEST_CASE(columns_may_stand_in_any_order),
        TEST_CASE(what_stands_below_part_two_is_of_part_two),
        TEST_CASE(a_heading_may_hold_committee_and_day),
        TEST_CASE(a_sentence_may_call_the_meeting),
        TEST_CASE(a_room_named_after_committees_is_a_venue),
        TEST_CASE(a_cover_without_a_day_leaves_it_open),
        TEST_CASE(the_notice_gives_the_day_a_cover_leaves_out),
        TEST_CASE(an_organisation_after_a_name_is_no_person),
        TEST_CASE(prose_on_a_cover_names_no_members),
        TEST_CASE(unclosed_markup_takes_no_time),
        TEST_CASE(a_paper_of_too_many_cells_is_told),
        TEST_CASE(a_text_without_an_agenda_is_refused),
    };
    return cmocka_run_group_tests_name("intake: the front of packs", tests, NULL, NULL);
}
