/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Heads of printed minutes, decisions, frontsheets and reports that say the meeting of Tuesday 4 March 2025 in two languages, two columns,
 * rows of a table or a sentence apart from the day. The councils do not exist. */
#include "heads.h"

static const struct head of_minutes[] = {
    {"Minutes\n\nWest Lornshire Combined Authority\nTransport Scrutiny Committee\n\nTuesday, 4 March 2025 at 1:00pm\n"
     "Meeting Room 1, Wellington House, 40 High Street, Lorne",
     "Transport Scrutiny Committee", 780, "Meeting Room 1, Wellington House, 40 High Street, Lorne"},
    {"PWYLLGOR CRAFFU CYMUNEDAU / COMMUNITIES SCRUTINY COMMITTEE\n\nCofnodion cyfarfod a gynhaliwyd ar ddydd Mawrth 4 Mawrth 2025\n"
     "Minutes of the meeting held on Tuesday 4 March 2025 at 10.00 am by video conference",
     "COMMUNITIES SCRUTINY COMMITTEE", 600, "video conference"},
    {"Parks Scrutiny Panel                         Tuesday 4 March 2025\nMinutes                                      6.30pm, Moot Hall, Lorne",
     "Parks Scrutiny Panel", 1110, "Moot Hall, Lorne"},
    {"PARKS SCRUTINY PANEL - 4.3.2025\n\nMINUTES of the meeting of the Parks Scrutiny Panel held at 6.30pm in the Moot Hall, Lorne",
     "PARKS SCRUTINY PANEL", 1110, "Moot Hall, Lorne"},
    {"MINUTES OF A MEETING OF THE\nPARKS AND OPEN SPACES SUB-COMMITTEE\nMoot Hall, Lorne\n4 March 2025 (7.30 - 8.35 pm)",
     "PARKS AND OPEN SPACES SUB-COMMITTEE", 1170, "Moot Hall, Lorne"},
    {"MINUTES of the PARKS SUB-COMMITTEE of the ENVIRONMENT COMMITTEE held on 4 March 2025 at 7.30pm in the Moot Hall", "PARKS SUB-COMMITTEE", 1170,
     "Moot Hall"},
    {"Parks and Highways Committee\n\nMinutes of Meeting 4 March 2025\n\nThe meeting took place in the Moot Hall and began at 6.30pm",
     "Parks and Highways Committee", 1110, "Moot Hall"},
    {"Cabinet\nTuesday, 4 March 2025\n\nMinutes\n\nThe meeting opened at 4.00 pm in the Civic Suite", "Cabinet", 960, "Civic Suite"},
    {"Parks Scrutiny Panel\n\nMINUTES of the OPEN section of the Parks Scrutiny Panel held on Tuesday 4 March 2025 at 6.30 pm at the Moot Hall",
     "Parks Scrutiny Panel", 1110, "Moot Hall"},
    {"Parks Scrutiny Panel - Summary of minutes\nHeld at Moot Hall, Lorne on Tuesday 4 March 2025 (6:30 p.m.)", "Parks Scrutiny Panel", 1110,
     "Moot Hall, Lorne"},
    {"ADJOURNED MEETING OF THE AUDIT COMMITTEE\n\nHeld on Tuesday 4 March 2025 at 6.00 pm in the Moot Hall", "AUDIT COMMITTEE", 1080, "Moot Hall"},
    {"EXTRAORDINARY AUDIT COMMITTEE\n\nTuesday 4 March 2025\n\n6.00pm\n\nCommittee Room A, Civic Centre\n\nMINUTES", "AUDIT COMMITTEE", 1080,
     "Committee Room A, Civic Centre"},
    {"MINUTES OF THE ROADS BOARD MEETING HELD ON 4TH MARCH 2025 IN MOOT HALL AT 10AM (HYBRID)", "ROADS BOARD", 600, "MOOT HALL"},
    {"LORNE BOROUGH COUNCIL\n\nMINUTES OF COUNCIL MEETING\n\nTuesday, 4 March 2025\n7.30 pm\nGreat Hall, Civic Centre", "COUNCIL", 1170,
     "Great Hall, Civic Centre"},
    {"NOTICE OF DECISIONS\n\nHighways Cabinet Committee held on 4 March 2025 at 6.30pm in the Moot Hall, Lorne\n\nPublished on 5 March 2025.",
     "Highways Cabinet Committee", 1110, "Moot Hall, Lorne"},
};

static const struct head of_agendas[] = {
    {"| Date | Tuesday 4 March 2025 |\n| Time | 6.30 pm |\n| Venue | Moot Hall, Lorne |\n| Committee | Parks Scrutiny Panel |", "Parks Scrutiny Panel", 1110,
     "Moot Hall, Lorne"},
    {"Parks Scrutiny Panel\n\nTo be held at: Moot Hall, Lorne\nOn: Tuesday, 4 March 2025\nAt: 6.30 pm", "Parks Scrutiny Panel", 1110, "Moot Hall, Lorne"},
    {"PARKS SCRUTINY PANEL\n\nto be held on\n\nTuesday, 4 March 2025\n\nat\n\n6.30 pm\n\nin\n\nThe Moot Hall, Lorne", "PARKS SCRUTINY PANEL", 1110,
     "The Moot Hall, Lorne"},
    {"Agenda\nParks Scrutiny Panel\nTuesday, 4 March 2025 at 6.30 pm\nThis meeting will be held at: Moot Hall, Lorne", "Parks Scrutiny Panel", 1110,
     "Moot Hall, Lorne"},
    {"Extraordinary Council Meeting\n\nTuesday 4 March 2025\n6.30pm\nMoot Hall, Lorne", "Council", 1110, "Moot Hall, Lorne"},
    {"ROADS BOARD\n\nTuesday 4 March 2025 at 10.00am or at the rising of the Cabinet, whichever is the later\n\nMoot Hall, Lorne", "ROADS BOARD", 600,
     "Moot Hall, Lorne"},
    {"Roads Board\n\n4th March 2025\n\nThe Panel will meet at 10.00am in the Moot Hall, Lorne", "Roads Board", 600, "Moot Hall, Lorne"},
    {"Parks Scrutiny Panel\nTuesday 4 March 2025\n\n6:30pm   |   Moot Hall, Lorne\n\nLead officer: Ann Lee, 01632 960000", "Parks Scrutiny Panel", 1110,
     "Moot Hall, Lorne"},
};

static const struct head of_reports[] = {
    {"| Name and date of Committee | Parks Scrutiny Panel, 4 March 2025 |\n| Subject | Playground Renewal |\n| Wards affected | All |", "Parks Scrutiny Panel", -1,
     NULL},
    {"REPORT OF THE HEAD OF PARKS TO THE PARKS SCRUTINY PANEL\n\nTUESDAY 4 MARCH 2025\n\nPLAYGROUND RENEWAL", "PARKS SCRUTINY PANEL", -1, NULL},
    {"Committee: Parks Scrutiny Panel    Date: 4 March 2025\nTitle: Playground Renewal\nReport of: Head of Parks", "Parks Scrutiny Panel", -1, NULL},
};

static const char minutes[] = "\n\nPresent: Councillors A Smith (Chair), B Jones and C Brown\n\n1. Apologies for Absence\nThere were none.\n\n"
                              "2. Minutes of the last meeting\nRESOLVED: That the minutes be signed.\n\n3. Parks Review\nRESOLVED: That the report be noted.\n";
static const char minutes_unnumbered[] = "\n\nPresent: Councillors A Smith (Chair), B Jones and C Brown\n\nAPOLOGIES FOR ABSENCE\n\nThere were none.\n\n"
                                         "MINUTES OF THE LAST MEETING\n\nThe minutes were agreed.\n\nPARKS REVIEW\n\nRESOLVED: That the report be noted.\n";
static const char agenda[] = "\n\nAGENDA\n\n1. Apologies for Absence\n\n2. Minutes of the last meeting (Pages 3 - 8)\n\n3. Parks Review (Pages 9 - 14)\n";
static const char agenda_in_columns[] = "\n\nAGENDA\n\n1   Apologies for Absence\n\n2   Minutes of the last meeting            3 - 8\n\n"
                                        "3   Parks Review                           9 - 14\n";
static const char report[] = "\n\n1. Purpose of the report\n\n1.1 To set out options agreed since 4 February 2025.\n\n2. Recommendations\n\n2.1 That the Panel note it.\n";
static const char report_unnumbered[] = "\n\nPurpose\n\nTo set out options.\n\nRecommendation\n\nThe Panel is recommended to note the report.\n";

#define ITEMS 3 /* of each body with items */

static void heads_of_minutes(void **state)
{
    CHECK_HEADS(*state, of_minutes, minutes, ITEMS);
    CHECK_HEADS(*state, of_minutes, minutes_unnumbered, ITEMS);
}

static void heads_of_agendas(void **state)
{
    CHECK_HEADS(*state, of_agendas, agenda, ITEMS);
    CHECK_HEADS(*state, of_agendas, agenda_in_columns, ITEMS);
}

static void heads_of_reports(void **state)
{
    CHECK_HEADS(*state, of_reports, report, 1);
    CHECK_HEADS(*state, of_reports, report_unnumbered, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(heads_of_minutes),
        TEST_CASE(heads_of_agendas),
        TEST_CASE(heads_of_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
