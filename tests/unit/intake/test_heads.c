/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One meeting, Tuesday 4 March 2025, in the heads that councils put above minutes, pages and agendas: each says committee, hour and
 * place somewhere else. Every head is read above every kind of body that may stand below it. The council does not exist. */
#include "heads.h"

static const struct head of_minutes[] = {
    {"Minutes of the Overview and Scrutiny Committee held in the Council Chamber, Town Hall, Lorne on Tuesday 4 "
     "March 2025 at 6.30pm",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall, Lorne"},
    {"LORNE BOROUGH COUNCIL\n\n"
     "Overview and Scrutiny Committee\n\n"
     "Date: 4 March 2025\n"
     "Time: 18:30\n"
     "Venue: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Lorne Borough Council\n"
     "OVERVIEW AND SCRUTINY COMMITTEE\n"
     "Minutes\n\n"
     "Meeting held on Tuesday, 4 March 2025 in the Council Chamber, Town Hall, commencing at 6.30 pm",
     "OVERVIEW AND SCRUTINY COMMITTEE", 1110, "Council Chamber, Town Hall"},
    {"Overview and Scrutiny Committee\n\n"
     "Tuesday 4 March 2025\n"
     "6.30 pm\n"
     "Council Chamber, Town Hall, High Street, Lorne, LN1 1AA",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall, High Street, Lorne, LN1 1AA"},
    {"MINUTES OF A MEETING OF THE OVERVIEW AND SCRUTINY COMMITTEE\n"
     "HELD AT THE TOWN HALL, LORNE\n"
     "ON TUESDAY 4 MARCH 2025 AT 6.30 PM",
     "OVERVIEW AND SCRUTINY COMMITTEE", 1110, "TOWN HALL, LORNE"},
    {"Lorne Borough Council\n\n"
     "Minutes of Overview and Scrutiny Committee\n\n"
     "Meeting Date: Tuesday, 4 March 2025, commencing at 6.30 pm in the Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Overview and Scrutiny Committee - 4th March 2025\n"
     "Town Hall, Lorne - 6.30pm",
     "Overview and Scrutiny Committee", 1110, "Town Hall, Lorne"},
    {"At a Meeting of the OVERVIEW AND SCRUTINY COMMITTEE held in the Council Chamber, Town Hall, Lorne, on Tuesday "
     "4 March 2025 at 6.30 p.m.",
     "OVERVIEW AND SCRUTINY COMMITTEE", 1110, "Council Chamber, Town Hall, Lorne"},
    {"Minutes of the proceedings at a meeting of the Overview and Scrutiny Committee held on Tuesday, 4th March, "
     "2025 at the Town Hall, Lorne at 6.30 p.m.",
     "Overview and Scrutiny Committee", 1110, "Town Hall, Lorne"},
    {"OVERVIEW AND SCRUTINY COMMITTEE\n\n"
     "Tuesday, 4 March 2025 at 6.30 pm in the Council Chamber at the Town Hall, Lorne",
     "OVERVIEW AND SCRUTINY COMMITTEE", 1110, "Council Chamber at the Town Hall, Lorne"},
    {"Minutes\n"
     "Overview and Scrutiny Committee\n"
     "Tuesday 4th March 2025, 6:30pm - 8:15pm\n"
     "Committee Room 1, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Committee Room 1, Town Hall"},
    {"OVERVIEW & SCRUTINY COMMITTEE                     4 MARCH 2025\n\n"
     "        PRESENT: COUNCILLOR A B SMITH (CHAIRMAN)",
     "OVERVIEW & SCRUTINY COMMITTEE", -1, NULL},
    {"Lorne Borough Council\n"
     "Overview and Scrutiny Committee\n"
     "Minutes of the meeting held on 4 March 2025\n"
     "(Town Hall, Lorne, 18:30 - 20:15)",
     "Overview and Scrutiny Committee", 1110, "Town Hall, Lorne"},
    {"Committee: Overview and Scrutiny\n"
     "Date of Meeting: 04/03/2025\n"
     "Start time: 6.30 p.m.\n"
     "Venue of meeting: Council Chamber",
     "Overview and Scrutiny", 1110, "Council Chamber"},
    {"Overview and Scrutiny Committee 4 March 2025 6.30pm Council Chamber",
     "Overview and Scrutiny Committee", 1110, "Council Chamber"},
    {"Minutes of the Lorne Borough Council Overview and Scrutiny Committee\n"
     "Tuesday 4 March 2025 at 6.30pm\n"
     "Hybrid meeting: Council Chamber and Microsoft Teams",
     "Overview and Scrutiny Committee", 1110, "Council Chamber and Microsoft Teams"},
    {"Notes of the Overview and Scrutiny Committee meeting held on Tuesday 4 March 2025, at 18.30 hours, in the "
     "Council Chamber, Town Hall, Lorne.",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall, Lorne"},
    {"OVERVIEW AND SCRUTINY COMMITTEE MINUTES\n"
     "4 March 2025\n"
     "6.30 – 8.05 pm\n"
     "Council Chamber",
     "OVERVIEW AND SCRUTINY COMMITTEE", 1110, "Council Chamber"},
    {"Lorne Borough Council\n\n"
     "Minutes of the Meeting of Overview and Scrutiny Committee\n\n"
     "Date: Tuesday, 4 March 2025\n\n"
     "Time: 6.30 p.m.\n\n"
     "Place: Council Chamber",
     "Overview and Scrutiny Committee", 1110, "Council Chamber"},
    {"HEALTH OVERVIEW AND SCRUTINY PANEL\n\n"
     "MINUTES of the meeting held at 2.00 pm on Tuesday, 4 March 2025 in the Civic Centre, Lorne",
     "HEALTH OVERVIEW AND SCRUTINY PANEL", 840, "Civic Centre, Lorne"},
};

static const struct head of_pages[] = {
    {"Agenda and minutes\n\n"
     "Overview and Scrutiny Committee\n"
     "Tuesday, 4th March, 2025 6.30 pm\n\n"
     "Venue: Council Chamber, Town Hall. View directions\n\n"
     "Contact: Ann Lee",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Meeting: Overview and Scrutiny Committee\n"
     "Date & time: Tuesday 4 March 2025 6.30pm\n"
     "Location: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Home / Council / Meetings\n\n"
     "Overview and Scrutiny Committee - 4 March 2025\n\n"
     "Meeting details\n"
     "Date\n"
     "Tuesday 4 March 2025\n"
     "Time\n"
     "6:30pm\n"
     "Location\n"
     "Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Skip to main content\n"
     "Lorne Council\n"
     "Menu\n\n"
     "Overview and Scrutiny Committee - Tuesday 4 March 2025 6.30 pm\n"
     "Agenda, decisions and minutes\n\n"
     "Venue: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Overview and Scrutiny Committee\n"
     "04 Mar 2025 - 18:30\n"
     "Occurred\n"
     "Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Agenda for Overview and Scrutiny Committee on Tuesday, 4th March, 2025, 6.30 pm\n\n"
     "Venue: Council Chamber, Town Hall\n"
     "Contact: Ann Lee, 01632 960000",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Agenda for Overview and Scrutiny Committee on Tuesday 4th March 2025 at 6.30 pm\n\n"
     "Venue: Virtual Meeting",
     "Overview and Scrutiny Committee", 1110, "Virtual Meeting"},
    {"Overview and Scrutiny Committee Tuesday 4 March 2025, 6.30 pm\n\n"
     "Where: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Council meetings\n\n"
     "Overview and Scrutiny Committee\n\n"
     "When: Tuesday 4 March 2025 at 6.30pm\n"
     "Where: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Meeting of Overview and Scrutiny Committee on Tuesday 4 March 2025\n"
     "Starts at 6.30pm\n"
     "Venue: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Tuesday 4 March 2025, 6:30pm\n"
     "Overview and Scrutiny Committee\n"
     "Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Overview and Scrutiny Committee\n\n"
     "Meeting date: Tuesday 4 March 2025\n"
     "Start time: 18:30\n"
     "Meeting location: Council Chamber, Town Hall\n"
     "Meeting status: Confirmed",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Lorne Borough Council\n\n"
     "Overview and Scrutiny Committee\n"
     "Published: Monday 24 February 2025\n\n"
     "Meeting: Tuesday 4 March 2025, 6.30pm\n"
     "Venue: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Events\n"
     "Overview and Scrutiny Committee\n"
     "Starts: 4 March 2025 18:30\n"
     "Ends: 4 March 2025 20:30\n"
     "Venue: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Agenda\n"
     "Overview and Scrutiny Committee\n"
     "Tuesday, 4th March, 2025 6.30 pm (or on the rising of Cabinet)\n\n"
     "Venue: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Agenda and draft minutes\n\n"
     "Overview and Scrutiny Committee - Tuesday 4 March 2025 6.30 p.m.\n\n"
     "Venue: Hybrid - Council Chamber, Town Hall and Zoom. View directions\n\n"
     "Contact: Ann Lee",
     "Overview and Scrutiny Committee", 1110, "Hybrid - Council Chamber, Town Hall and Zoom"},
    {"Decisions\n\n"
     "Venue: Council Chamber, Town Hall\n\n"
     "Overview and Scrutiny Committee - Tuesday, 4 March 2025 6.30 pm",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Overview and Scrutiny Committee | Tuesday 4 March 2025 | 6.30pm | Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Overview and Scrutiny Committee, Tuesday 4 March 2025 6.30pm\n"
     "New venue: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Lorne Council - Meeting of Overview and Scrutiny Committee - 4 March 2025 at 18.30\n"
     "At Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Meeting Summary\n"
     "Overview and Scrutiny Committee\n"
     "Tue 4 Mar 2025 6.30 pm\n"
     "Venue\n"
     "Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Overview and Scrutiny Committee meeting - Tuesday, 4th March 2025 at 6.30 pm in the Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
};

static const struct head of_agendas[] = {
    {"Lorne Borough Council\n\n"
     "Dear Councillor\n\n"
     "Overview and Scrutiny Committee\n\n"
     "You are invited to attend a meeting of the Overview and Scrutiny Committee to be held in the Council Chamber, "
     "Town Hall on Tuesday, 4 March 2025 at 6.30 pm.\n\n"
     "Yours sincerely\n\n"
     "J Brown\n"
     "Chief Executive\n"
     "24 February 2025",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"NOTICE OF MEETING\n\n"
     "Overview and Scrutiny Committee\n\n"
     "TUESDAY, 4 MARCH 2025 AT 6.30 PM\n\n"
     "COUNCIL CHAMBER, TOWN HALL\n\n"
     "Telephone enquiries to Ann Lee 01632 960000",
     "Overview and Scrutiny Committee", 1110, "COUNCIL CHAMBER, TOWN HALL"},
    {"Meeting of the\n\n"
     "OVERVIEW AND SCRUTINY COMMITTEE\n\n"
     "Tuesday, 4 March 2025 at 6.30 pm\n\n"
     "Council Chamber, Town Hall, High Street, Lorne\n\n"
     "Membership: Councillors A Smith (Chair), B Jones",
     "OVERVIEW AND SCRUTINY COMMITTEE", 1110, "Council Chamber, Town Hall, High Street, Lorne"},
    {"AGENDA\n\n"
     "MEETING:  Overview and Scrutiny Committee\n"
     "PLACE:    Council Chamber, Town Hall\n"
     "DATE:     Tuesday 4 March 2025\n"
     "TIME:     6.30 pm",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Public Document Pack\n\n"
     "A meeting of the Overview and Scrutiny Committee will be held in the Council Chamber, Town Hall on Tuesday 4 "
     "March 2025 at 6.30 pm\n\n"
     "MEMBERSHIP\n"
     "Councillor Smith",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Overview and Scrutiny Committee\n"
     "Agenda\n\n"
     "Tuesday 4 March 2025 at 6.30pm\n"
     "Council Chamber, Town Hall\n\n"
     "If you require any further information please contact Ann Lee on 01632 960000",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"To: Members of the Overview and Scrutiny Committee\n\n"
     "A meeting will be held on Tuesday 4 March 2025 at 6.30 pm in the Council Chamber, Town Hall when your "
     "attendance is requested",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Lorne Borough Council\n\n"
     "Summons and Agenda\n\n"
     "Overview and Scrutiny Committee\n\n"
     "4 March 2025, 18.30\n"
     "Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"24 February 2025\n\n"
     "To All Members of the Overview and Scrutiny Committee\n\n"
     "Dear Member,\n\n"
     "The next meeting of the Committee will take place at 6.30 pm on Tuesday 4 March 2025 in the Council Chamber, "
     "Town Hall. The agenda is below.",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"OVERVIEW AND SCRUTINY COMMITTEE\n\n"
     "Tuesday 4 March 2025\n\n"
     "6.30 pm\n\n"
     "Council Chamber, Town Hall\n\n"
     "Chair: Councillor A Smith",
     "OVERVIEW AND SCRUTINY COMMITTEE", 1110, "Council Chamber, Town Hall"},
    {"Agenda\n"
     "Overview and Scrutiny Committee\n"
     "Time and Date\n"
     "6.30 pm on Tuesday, 4th March, 2025\n\n"
     "Place\n"
     "Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Please ask for: Ann Lee\n"
     "Direct line: 01632 960000\n\n"
     "Date: 24 February 2025\n\n"
     "Dear Sir/Madam\n\n"
     "OVERVIEW AND SCRUTINY COMMITTEE\n\n"
     "A meeting of the Overview and Scrutiny Committee will be held at Council Chamber, Town Hall on Tuesday, 4th "
     "March, 2025 commencing at 6.30 p.m.",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Committee: Overview and Scrutiny Committee\n"
     "Date: Tuesday 4 March 2025\n"
     "Time: 6.30pm\n"
     "Venue: Council Chamber, Town Hall\n\n"
     "The Members of the Committee are:-\n"
     "Councillor Smith",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Overview and Scrutiny Committee\n\n"
     "Tuesday, 4th March 2025\n"
     "6.30pm\n"
     "Council Chamber, Town Hall, Lorne LN1 1AA\n"
     "and via Zoom",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall, Lorne LN1 1AA"},
    {"Lorne Borough Council\n"
     "Overview and Scrutiny Committee\n"
     "Date of meeting: Tuesday, 4 March 2025\n"
     "Time of meeting: 6:30 pm\n"
     "Place of meeting: Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"The meeting of the OVERVIEW AND SCRUTINY COMMITTEE will be held on TUESDAY, 4TH MARCH 2025, at 6.30 P.M., in "
     "the COUNCIL CHAMBER, TOWN HALL",
     "OVERVIEW AND SCRUTINY COMMITTEE", 1110, "COUNCIL CHAMBER, TOWN HALL"},
    {"Overview and Scrutiny Committee\n\n"
     "4 March 2025\n\n"
     "Meeting to be held at 6.30 pm in Council Chamber, Town Hall.",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"Agenda for the Overview and Scrutiny Committee Meeting\n"
     "Tuesday 4 March 2025\n"
     "6.30 p.m. - Council Chamber, Town Hall",
     "Overview and Scrutiny Committee", 1110, "Council Chamber, Town Hall"},
    {"LORNE TOWN COUNCIL\n\n"
     "You are hereby summoned to the Planning Committee meeting on Tuesday 4th March 2025 at 6.30pm in the Council "
     "Chamber, Town Hall.\n\n"
     "J Brown, Town Clerk, 26th February 2025",
     "Planning Committee", 1110, "Council Chamber, Town Hall"},
};

static const char minutes[] = "\n\nPresent: Councillors A Smith (Chair), B Jones and C Brown\n\n1. Apologies for Absence\nThere were none.\n\n"
                              "2. Minutes of the last meeting\nRESOLVED: That the minutes be signed.\n\n3. Parks Review\nThe Committee considered the "
                              "report.\nRESOLVED: That the report be noted.\n\n4. Date of next meeting\n1 April 2025.\n";
static const char page_of_parts[] = "\n\nItems\nNo. Item\n\n1.\n\nApologies\n\nMinutes:\n\nNone.\n\n2.\n\nMinutes PDF 30 KB\n\nMinutes:\n\nAgreed.\n\n3.\n\n"
                                    "Parks Review PDF 130 KB\n\nMinutes:\n\nResolved: that it be noted.\n\n4.\n\nNext meeting\n";
static const char page_of_lines[] = "\n\nAgenda items\n\n1. Apologies for absence\n\n2. Minutes of the last meeting (PDF, 43KB)\n\n3. Parks Review (PDF, "
                                    "143KB)\n\n4. Work programme (PDF, 99KB)\n";
static const char agenda_in_brackets[] = "\n\n1. Apologies for Absence\n\n2. Minutes of the last meeting (Pages 3 - 8)\n\n3. Parks Review (Pages 9 - 14)\n\n"
                                         "4. Work programme (Pages 15 - 18)\n";
static const char agenda_in_columns[] = "\n\nAGENDA\n\n1   Apologies for Absence\n\n2   Minutes of the last meeting            3 - 8\n\n"
                                        "3   Parks Review                           9 - 14\n\n4   Work programme                         15 - 18\n";
static const char agenda_without_pages[] = "\n\nAGENDA\n\n1. Apologies for Absence\n2. Declarations of Interest\n3. Minutes of the last meeting\n4. Parks Review\n";

#define ITEMS 4 /* of each body with items */

static void heads_of_minutes(void **state)
{
    CHECK_HEADS(*state, of_minutes, minutes, ITEMS);
}

static void heads_of_pages(void **state)
{
    CHECK_HEADS(*state, of_pages, page_of_parts, ITEMS);
    CHECK_HEADS(*state, of_pages, page_of_lines, ITEMS);
}

static void heads_of_agendas(void **state)
{
    CHECK_HEADS(*state, of_agendas, agenda_in_brackets, ITEMS);
    CHECK_HEADS(*state, of_agendas, agenda_in_columns, ITEMS);
    CHECK_HEADS(*state, of_agendas, agenda_without_pages, ITEMS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(heads_of_minutes),
        TEST_CASE(heads_of_pages),
        TEST_CASE(heads_of_agendas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
