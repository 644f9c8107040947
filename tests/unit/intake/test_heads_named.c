/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One meeting, Tuesday 4 March 2025, in further heads of minutes, pages and agendas, each with the names of many bodies: long ones with
 * commas, "and" and brackets, short ones of one word. {C} stands for the name, {c} for the name in capitals. The council does not
 * exist. */
#include "heads.h"

#include <ctype.h>

static const char *const names[] = {
    "Overview and Scrutiny Committee",
    "Children, Education, Libraries and Safeguarding Committee",
    "Place Select Committee",
    "Health & Wellbeing Board",
    "Corporate Parenting Panel",
    "Cabinet",
    "Licensing Sub-Committee B",
    "Planning Committee (North)",
    "Audit and Governance Committee",
    "People Scrutiny Commission",
    "North East Area Committee",
    "Schools Forum",
    "Pension Fund Committee",
    "Community Wellbeing Overview & Scrutiny Panel",
    "Growth, Infrastructure and Housing Select Committee",
    "Police and Crime Panel",
    "Policy Development and Scrutiny Panel (Environment)",
    "Joint Health Overview and Scrutiny Committee",
    "Scrutiny Board (Adults, Health and Active Lifestyles)",
    "Executive",
    "Finance and Performance Sub-Committee",
    "Local Access Forum",
    "Bus Services Task and Finish Group",
    "Lorne and Barton Joint Committee",
    "Police, Fire and Crime Panel",
    "Licensing (2003 Act) Sub-Committee",
    "Sub (Planning) Committee",
    "Safer Lorne Partnership Board",
    "Overview & Scrutiny Committee (Place)",
    "Scrutiny Committee for Children's Services",
    "Health and Adult Social Care Scrutiny Board 3",
    "Economy, Skills, Transport and Environment Scrutiny Board",
    "Budget Scrutiny Task Group",
};

static const struct head of_minutes[] = {
    {"Lorne Borough Council\n\n"
     "MINUTES of the meeting of the {C} held on Tuesday 4 March 2025 at 6.30pm in the Council Chamber, Town Hall.",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"{C}\n\n"
     "Minutes of a meeting held on 4 March 2025 commencing at 6.30 pm and finishing at 8.15 pm",
     .minutes = 1110, .place = NULL},
    {"{C} - 4 March 2025\n\n"
     "Council Chamber, Town Hall\n"
     "6.30 pm - 8.12 pm",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"DRAFT MINUTES\n\n"
     "{C}\n\n"
     "Held in Council Chamber, Town Hall\n"
     "on Tuesday, 4 March 2025 at 18:30",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Lorne Borough Council\n"
     "{C}\n"
     "4 March 2025\n"
     "Start: 6.30 pm    Finish: 8.15 pm\n"
     "Venue: Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"MEETING:\t{C}\n"
     "DATE:\tTuesday 4 March 2025\n"
     "TIME:\t6.30 pm\n"
     "VENUE:\tCouncil Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Unconfirmed minutes of the {C} meeting\n"
     "Tuesday 4 March 2025, 6.30pm, Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"{C}\n"
     "Minutes\n"
     "Date: 4th March 2025\n"
     "Start time: 6.30 p.m.\n"
     "End time: 8.00 p.m.",
     .minutes = 1110, .place = NULL},
    {"At a meeting of the {C} held at the Council Chamber, Town Hall on Tuesday, 4th March, 2025 at 6.30 p.m.",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"At a Meeting of the {C} held at Council Chamber, Town Hall on Tuesday 4th March 2025 at 6.30pm\n\n"
     "Present:\n\n"
     "Councillor A Smith (Chair)",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Lorne Borough Council\n\n"
     "RECORD OF PROCEEDINGS\n\n"
     "Meeting: {C}\n"
     "Date: 4 March 2025\n"
     "Time: 6.30 pm\n"
     "Place: Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"{C}\n\n"
     "Tuesday 4 March 2025\n\n"
     "The meeting commenced at 6.30 pm and concluded at 8.10 pm.",
     .minutes = 1110, .place = NULL},
    {"Minutes of the proceedings at a meeting of the {C} held in the Council Chamber, Town Hall on Tuesday, 4 March 2025 at 6.30 pm",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Minutes of {C} Meeting Held on Tuesday, 4th March, 2025",
     .minutes = -1, .place = NULL},
    {"{C} | Tuesday 4 March 2025 | 6.30 pm | Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Lorne Borough Council\n"
     "Minutes\n"
     "of a meeting of the\n"
     "{C}\n"
     "held on Tuesday, 4 March 2025 at 6.30 pm\n"
     "in Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Minutes of a Hybrid Meeting of the {C}\n"
     "held at 6.30pm on Tuesday 4 March 2025 in the Council Chamber, Town Hall and via Microsoft Teams",
     .minutes = 1110, .place = "Council Chamber, Town Hall and via Microsoft Teams"},
    {"{C}\n"
     "Tuesday, 4 March 2025\n"
     "MINUTES OF A REMOTE MEETING HELD VIA ZOOM AT 6.30PM",
     .minutes = 1110, .place = "Zoom"},
    {"Lorne Borough Council\n\n"
     "{C}\n\n"
     "4 MARCH 2025\n\n"
     "PRESENT: Councillors Smith (Chair), Jones and Brown",
     .minutes = -1, .place = NULL},
    {"Present:\n"
     "Councillor A Smith (Chairman)\n"
     "Councillor B Jones\n\n"
     "Minutes of the meeting of the {C} held on 4 March 2025",
     .minutes = -1, .place = NULL},
    {"Committee: {C}\n\n"
     "Date: Tuesday, 4 March 2025\n\n"
     "Time: 6.30 pm\n\n"
     "Venue: Council Chamber, Town Hall\n\n"
     "Present: Councillors A Smith (Chair)",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Notes of the {C} meeting held on Tuesday 4 March 2025 at 6.30 pm, Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Lorne Borough Council {C}\n\n"
     "Minutes of the meeting held at Council Chamber, Town Hall, on Tuesday 4 March 2025 at 6:30pm.",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"PUBLISHED: 12 March 2025\n\n"
     "{C}\n"
     "MINUTES of the Meeting held on 4 March 2025 at 6.30 pm",
     .minutes = 1110, .place = NULL},
    {"Draft Minutes - {C} - Tuesday 4 March 2025 (6.30 pm)",
     .minutes = 1110, .place = NULL},
    {"THE {c}\n\n"
     "Tuesday, 4th March, 2025 at 6.30 p.m.\n\n"
     "COUNCIL CHAMBER, TOWN HALL",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"MINUTES OF {c}\n\n"
     "MEETING DATE  Tuesday, 4 March 2025\n\n"
     "COMMENCED 6.30 pm",
     .minutes = 1110, .place = NULL},
    {"{C} MINUTES OF THE MEETING HELD ON 4 MARCH 2025 FROM 6.30 PM TO 8.15 PM",
     .minutes = 1110, .place = NULL},
};

static const struct head of_pages[] = {
    {"Agenda for {C} on Tuesday, 4th March, 2025, 6.30 pm",
     .minutes = 1110, .place = NULL},
    {"Agenda and minutes\n"
     "{C}\n"
     "Tuesday, 4th March, 2025 6.30 pm",
     .minutes = 1110, .place = NULL},
    {"Agenda, decisions and minutes\n\n"
     "{C} - Tuesday, 4th March, 2025 6.30 pm\n\n"
     "Venue: Council Chamber, Town Hall. View directions\n\n"
     "Contact: Ann Lee  Democratic Services Officer",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Meeting details\n\n"
     "{C}\n\n"
     "Tuesday, 4th March, 2025 6.30 pm\n\n"
     "Places: Council Chamber, Town Hall",
     .minutes = 1110, .place = NULL},
    {"Home\n"
     "Council and democracy\n"
     "Meetings\n"
     "{C}\n\n"
     "Agenda for {C} on Tuesday 4th March 2025, 6.30 pm",
     .minutes = 1110, .place = NULL},
    {"Lorne Borough Council\n\n"
     "Skip to main content\n\n"
     "Meeting documents\n\n"
     "Tuesday, 4th March, 2025 6.30 pm, {C}\n\n"
     "Venue: Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Committee details > {C} > Agenda for Tuesday 4 March 2025\n\n"
     "Date: Tuesday 4 March 2025\n"
     "Time: 6.30 pm\n"
     "Location: Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"View meeting: {C}, 04/03/2025 18:30:00",
     .minutes = 1110, .place = NULL},
    {"{C} (Tuesday, 4 March 2025)",
     .minutes = -1, .place = NULL},
    {"Meeting: 04/03/2025 - {C}",
     .minutes = -1, .place = NULL},
    {"{C} meeting - 4 March 2025\n\n"
     "When: Tuesday 4 March 2025, 6.30pm\n"
     "Where: Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"{C}\n\n"
     "Tue 4 Mar 2025\n"
     "18:30 - 20:30\n"
     "Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Event: {C}\n"
     "Start: 04 Mar 2025 18:30\n"
     "Location: Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Lorne Borough Council: {C}\n\n"
     "Agenda\n\n"
     "Tuesday 4 March 2025 at 6.30pm in the Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Title: {C}\n"
     "Date: 4 March 2025\n"
     "Time: 6.30 pm\n"
     "Venue: Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Agenda item\n\n"
     "Meeting of {C}, Tuesday, 4th March, 2025 6.30 pm",
     .minutes = 1110, .place = NULL},
    {"{C}\n"
     "Tuesday 04 March 2025 18:30\n\n"
     "Agenda pack\n"
     "Minutes pack\n\n"
     "Venue\n"
     "Council Chamber, Town Hall\n\n"
     "Contact\n"
     "Ann Lee",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Details of meeting\n"
     "Meeting name\n"
     "{C}\n"
     "Meeting date\n"
     "4 March 2025\n"
     "Meeting time\n"
     "6.30 pm\n"
     "Meeting location\n"
     "Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"4 March 2025: {C}\n\n"
     "6.30pm, Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Papers for the {C} meeting on 4 March 2025\n\n"
     "The meeting starts at 6.30 pm in the Council Chamber, Town Hall.",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"{C} Agenda - 4th March 2025\n\n"
     "The meeting will be held in the Council Chamber, Town Hall at 6.30pm",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Meetings calendar\n\n"
     "< Previous | Next >\n\n"
     "{C}\n\n"
     "Date and time: Tuesday, 4 March 2025 - 18:30\n\n"
     "Venue: Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"NOTICE IS HEREBY GIVEN that a meeting of the {C} will take place at 6.30 pm on Tuesday 4 March 2025 in the Council Chamber, Town Hall.",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Lorne Borough Council\n\n"
     "Public Agenda Pack\n\n"
     "{C}\n\n"
     "6.30 pm, Tuesday, 4 March 2025\n\n"
     "Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"MEETING OF THE {c}\n\n"
     "DATE: TUESDAY, 4 MARCH 2025\n"
     "TIME: 6:30 pm\n"
     "PLACE: COUNCIL CHAMBER, TOWN HALL",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"{C}\n\n"
     "Date:    Tuesday, 4 March 2025\n"
     "Time:    6.30 pm (pre-meeting for Members at 6 pm)\n"
     "Venue:   Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"{C}\n\n"
     "Tuesday, 4 March 2025 - 6.30 pm\n\n"
     "Council Chamber, Town Hall\n\n"
     "This meeting will be filmed and broadcast live on the Council's website. By entering the room you agree to being filmed.",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Lorne Borough Council\n"
     "House style\n\n"
     "{C}\n"
     "Tuesday 4th March 2025 at 6.30 p.m.\n"
     "to be held in Council Chamber, Town Hall",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
    {"Proposed venue: Council Chamber, Town Hall\n"
     "Time: 6.30 pm\n"
     "Date: Tuesday, 4 March 2025\n"
     "Committee: {C}",
     .minutes = 1110, .place = "Council Chamber, Town Hall"},
};

static const char told[] = "\n\n1. Apologies for absence\n\nApologies were received from Councillor Hill.\n\n2. Minutes\n\nThe minutes of the last meeting "
                           "were agreed.\n\n3. Parks review\n\nThe Head of Parks presented the report.\n\nRESOLVED: That the report be noted.\n\n"
                           "4. Work programme\n\nNoted.\n";
static const char counted_on[] = "\n\nPresent: Councillors A Smith (Chair), B Jones, C Brown\n\nOfficers: D Green (Head of Parks), E White (Clerk)\n\n"
                                 "14/25 Apologies for absence\n\nApologies were received from Councillor Hill.\n\n15/25 Minutes\n\nThe minutes were "
                                 "agreed.\n\n16/25 Parks review\n\nMembers asked about cost.\n\n17/25 Work programme\n\nNoted.\n";
static const char in_table[] = "\n\nItems\nNo.\tItem\n\n1.\tApologies for absence\n\n2.\tMinutes PDF 120 KB\nTo approve the minutes of the last "
                               "meeting.\n\n3.\tParks review PDF 2 MB\nReport of the Head of Parks.\n\n4.\tWork programme\n";
static const char with_pages[] = "\n\n1. Apologies for absence\n\n2. Minutes of the last meeting (Pages 3 - 8)\n\n3. Parks review (Pages 9 - 14)\n\n"
                                 "4. Work programme (Pages 15 - 18)\n";
static const char with_minutes[] = "\n\nItem 1 Apologies for absence\nMinutes: There were none.\n\nItem 2 Minutes\nMinutes: Agreed.\n\nItem 3 Parks "
                                   "review\nMinutes: The report was noted.\n\nItem 4 Work programme\nMinutes: Noted.\n";

/* TEXT with NAME for each {C}, and in capitals for each {c}. */
static char *named(const void *parent, const char *text, const char *name)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (; *text; text++) {
        bool name_here = strncasecmp(text, "{c}", 3) == 0;
        for (const char *c = name; name_here && *c; c++)
            buf_printf(&out, "%c", text[1] == 'C' ? *c : toupper((unsigned char)*c));
        if (name_here)
            text += 2;
        else
            buf_printf(&out, "%c", *text);
    }
    return buf_take(&out);
}

#define ITEMS 4 /* of each body */

/* HEAD with NAME in it, above BODY. */
static void read_one(const void *parent, const struct head *head, const char *name, const char *body)
{
    struct head full = {.text = named(parent, head->text, name), .committee = name, .minutes = head->minutes, .place = head->place};
    check_head(parent, &full, body, ITEMS);
}

/* Each of N heads above one of the bodies with every name. */
static void read_all(const void *parent, const struct head *heads, size_t n, const char *const *bodies, size_t n_bodies)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < MB_LENGTH(names); k++)
            read_one(parent, &heads[i], names[k], bodies[i % n_bodies]);
}

/* "... meeting of Lorne Borough Council": the committee's meeting, not the council's. */
static void a_committee_of_its_council_is_named(void **state)
{
    static const struct head head = {"Minutes of the {C} meeting of Lorne Borough Council held on Tuesday 4 March 2025 at 6.30 pm in the Town Hall", .minutes = 1110, .place = "Town Hall"};
    read_one(*state, &head, "Rivers Panel", told);
    read_one(*state, &head, "Overview and Scrutiny Committee", told);
}

static void heads_of_minutes_with_any_name(void **state)
{
    static const char *const bodies[] = {told, counted_on};
    read_all(*state, of_minutes, MB_LENGTH(of_minutes), bodies, MB_LENGTH(bodies));
}

static void heads_of_pages_with_any_name(void **state)
{
    static const char *const bodies[] = {in_table, with_pages, with_minutes};
    read_all(*state, of_pages, MB_LENGTH(of_pages), bodies, MB_LENGTH(bodies));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_committee_of_its_council_is_named),
        TEST_CASE(heads_of_minutes_with_any_name),
        TEST_CASE(heads_of_pages_with_any_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
