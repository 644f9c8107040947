/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One meeting, Tuesday 4 March 2025, of bodies that are no committees: an authority, the whole council, "Parks Scrutiny". {C} stands
 * for the name. Then heads that a note stands below, or that do not say that the paper is minutes. The council does not exist. */
#include "heads.h"

#define ITEMS 3 /* of each paper */

static const char told[] = "\n\n1. Apologies for absence\n\nApologies were received from Councillor Hill.\n\n2. Fares\n\nThe Head of Fares presented "
                           "the report.\n\nRESOLVED: That the report be noted.\n\n3. Work programme\n\nNoted.\n";
static const char only_told[] = "\n\nPresent: Councillors A Smith (Chair), B Jones, C Brown\n\n14/25 Apologies for absence\n\nApologies were "
                                "received from Councillor Hill.\n\n15/25 Fares\n\nMembers were told what the night boat costs.\n\n16/25 Work "
                                "programme\n\nNoted.\n";
static const char with_pages[] = "\n\n1. Apologies for absence\n\n2. Fares (Pages 9 - 14)\n\n3. Work programme (Pages 15 - 18)\n";

/* TEXT with NAME for each {C}. */
static char *named(const void *parent, const char *text, const char *name)
{
    char *out = mem_strdup(parent, "");
    for (const char *mark; (mark = strstr(text, "{C}")); text = mark + 3)
        out = mem_printf(parent, "%s%.*s%s", out, (int)(mark - text), text, name);
    return mem_printf(parent, "%s%s", out, text);
}

static void check_all(const void *parent, const struct head *heads, size_t n, const char *body)
{
    static const char *const names[] = {"Lorne Fire Authority", "Full Council", "Highways & Transport Overview & Scrutiny", "Lorne Valley Combined Authority"};
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < MB_LENGTH(names); k++) {
            struct head head = {.text = named(parent, heads[i].text, names[k]), .committee = names[k], .minutes = heads[i].minutes, .place = heads[i].place};
            check_head(parent, &head, body, ITEMS);
        }
}

static void minutes_of_a_whole_body(void **state)
{
    static const struct head heads[] = {
        {"{C} - 4 March 2025\n\nCouncil Chamber, Town Hall\n6.30 pm - 8.12 pm", .minutes = 1110, .place = "Council Chamber, Town Hall"},
        {"Minutes of the meeting of the {C} held on Tuesday 4 March 2025 at 6.30 pm in the Council Chamber, Town Hall", .minutes = 1110, .place = "Council Chamber, Town Hall"},
        {"Committee: {C}\nDate: Tuesday 4 March 2025\nTime: 6.30 pm\nVenue: Council Chamber, Town Hall", .minutes = 1110, .place = "Council Chamber, Town Hall"},
        {"Lorne Borough Council {C}\n\nMinutes of the meeting held at Council Chamber, Town Hall, on Tuesday 4 March 2025 at 6:30pm.", .minutes = 1110,
         .place = "Council Chamber, Town Hall"},
    };
    check_all(*state, heads, MB_LENGTH(heads), told);
}

static void agendas_of_a_whole_body(void **state)
{
    static const struct head heads[] = {
        {"Agenda for {C} on Tuesday 4th March 2025, 6.30 pm", .minutes = 1110, .place = NULL},
        {"View meeting: {C}, 04/03/2025 18:30:00", .minutes = 1110, .place = NULL},
        {"{C} meeting - 4 March 2025\n\nWhen: Tuesday 4 March 2025, 6.30pm\nWhere: Council Chamber, Town Hall", .minutes = 1110, .place = "Council Chamber, Town Hall"},
        {"Tuesday 4 March 2025 6.30 pm, {C}\n\nVenue: Council Chamber, Town Hall", .minutes = 1110, .place = "Council Chamber, Town Hall"},
        {"Meeting of the {C}\n\nDate: Tuesday, 4 March 2025\nTime: 6:30 pm\nPlace: Town Hall", .minutes = 1110, .place = "Town Hall"},
        {"{C}\n\nTue 4 Mar 2025\n18:30 - 20:30\nCouncil Chamber, Town Hall", .minutes = 1110, .place = "Council Chamber, Town Hall"},
        {"Papers for the {C} meeting on 4 March 2025\n\nThe meeting starts at 6.30 pm in the Council Chamber, Town Hall.", .minutes = 1110, .place = "Council Chamber, Town Hall"},
    };
    check_all(*state, heads, MB_LENGTH(heads), with_pages);
}

/* "to be" of "to be held on Monday" stayed behind the name where the day is an element of its own. */
static void a_call_parted_by_mark_up_leaves_nothing_of_itself(void **state)
{
    static const char page[] = "<html><head><title>Lorne Parish Council - Ferries Committee</title></head><body><h1>Ferries Committee</h1><p>Notice is given of a meeting of "
                               "the Ferries Committee to be held on <strong>Tuesday 4 March 2025</strong> at <strong>6.30 pm</strong> in the Jubilee Room, Lorne Hall.</p>"
                               "<h2>Agenda</h2><ol><li>Apologies for absence</li><li>Minutes of the last meeting</li><li>Fares</li><li>Payments</li></ol></body></html>";
    struct draft *draft = draft_of(*state, page);
    assert_string_equal(draft->meeting->committee, "Ferries Committee");
    assert_int_equal(date_compare(draft->meeting->date, (struct date){2025, 3, 4}), 0);
}

/* "on" in a name is not the "on" before the day. */
static void a_body_on_something_keeps_its_name(void **state)
{
    static const struct head head = {"Papers for the Advisory Council on Religious Education meeting on 4 March 2025\n\nThe meeting starts at 6.30 pm in the Town Hall.",
                                     "Advisory Council on Religious Education", 1110, "Town Hall"};
    check_head(*state, &head, with_pages, ITEMS);
}

/* Minutes that are called otherwise: the words were taken for a part of the committee's name. */
static void what_minutes_are_called_is_no_part_of_a_name(void **state)
{
    static const char *const calls[] = {"Notes of the", "Unapproved minutes of the", "Action notes of the", "The proceedings at a meeting of the", "At a Meeting of the"};
    for (size_t i = 0; i < MB_LENGTH(calls); i++) {
        struct head head = {.text = mem_printf(*state, "%s Ferries Panel held on Tuesday 4 March 2025 at 6.30 pm, Town Hall\n\nAgenda frontsheet PDF 120 KB\nPrinted minutes PDF 150 KB", calls[i]),
                            .committee = "Ferries Panel", .minutes = 1110, .place = "Town Hall"};
        check_head(*state, &head, told, ITEMS);
    }
}

/* The day by which to ask was taken for that of the meeting, the note for the end of the sentence above it. */
static void a_note_apart_from_the_head_is_none_of_it(void **state)
{
    static const struct head head = {"Ferries Panel\nTuesday, 4 March 2025\nMINUTES OF A REMOTE MEETING HELD VIA ZOOM AT 6.30PM\n\n"
                                     "Note: whoever wishes to speak must register by noon on Friday 28 February 2025.",
                                     "Ferries Panel", 1110, "Zoom"};
    check_head(*state, &head, told, ITEMS);
}

/* The address of the council above the heading was taken for the place of the meeting. */
static void an_address_above_the_heading_is_no_place(void **state)
{
    static const struct head heads[] = {
        {"Lorne Borough Council\nDemocratic Services\nTown Hall, High Street, Lorne LO1 1AA\n\nMeeting: 04/03/2025 - Ferries Panel", "Ferries Panel", -1, NULL},
        {"Lorne Borough Council\nTown Hall, High Street, Lorne LO1 1AA\n\nFerries Panel - Tuesday 4 March 2025, 6:30pm", "Ferries Panel", 1110, NULL},
    };
    CHECK_HEADS(*state, heads, with_pages, ITEMS);
}

static void hours_in_brackets_and_spans_are_read(void **state)
{
    static const struct head heads[] = {
        {"Draft Minutes - Ferries Panel - Tuesday 4 March 2025 (6.30 pm)\n\nPrinted minutes PDF 150 KB", "Ferries Panel", 1110, NULL},
        {"Ferries Panel - 4 March 2025 from 6.30 pm to 8.15 pm\n\nAgenda frontsheet PDF 120 KB", "Ferries Panel", 1110, NULL},
    };
    CHECK_HEADS(*state, heads, with_pages, ITEMS);
}

/* What stands below the heading that says the path to the page again was not looked at. */
static void a_place_below_a_heading_below_a_path_is_read(void **state)
{
    static const struct head head = {"Home > Council and democracy > Committees > Ferries Panel\n\n4 March 2025: Ferries Panel\n\n6.30pm, Council Chamber, Town Hall\n\n"
                                     "Agenda frontsheet PDF 120 KB", "Ferries Panel", 1110, "Council Chamber, Town Hall"};
    check_head(*state, &head, "\n\nItems\nNo.\tItem\n\n1.\tApologies for absence\n\n2.\tFares PDF 2 MB\n\n3.\tWork programme\n", ITEMS);
}

/* Who was present, above what was said, makes minutes of a paper that never says "minutes" nor "resolved": it was an agenda. */
static void a_paper_that_tells_what_was_said_is_minutes(void **state)
{
    static const char *const heads[] = {"Ferries Panel - 4 March 2025\n\nTown Hall\n6.30 pm - 8.12 pm", "FERRIES PANEL\n\nTuesday, 4 March 2025 at 6.30 pm\nTown Hall"};
    for (size_t i = 0; i < MB_LENGTH(heads); i++) {
        struct draft *draft = draft_of(*state, mem_printf(*state, "%s%s", heads[i], only_told));
        assert_int_equal(draft->form, FORM_MINUTES_TEXT);
        assert_int_equal(draft->meeting->n_items, ITEMS);
        assert_string_equal(draft->meeting->items[1].minute_number, "15/25");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(minutes_of_a_whole_body),
        TEST_CASE(agendas_of_a_whole_body),
        TEST_CASE(a_call_parted_by_mark_up_leaves_nothing_of_itself),
        TEST_CASE(a_body_on_something_keeps_its_name),
        TEST_CASE(what_minutes_are_called_is_no_part_of_a_name),
        TEST_CASE(a_note_apart_from_the_head_is_none_of_it),
        TEST_CASE(an_address_above_the_heading_is_no_place),
        TEST_CASE(hours_in_brackets_and_spans_are_read),
        TEST_CASE(a_place_below_a_heading_below_a_path_is_read),
        TEST_CASE(a_paper_that_tells_what_was_said_is_minutes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
