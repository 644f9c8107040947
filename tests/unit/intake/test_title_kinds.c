/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The titles that scrutiny committees print month after month, in the wordings of many councils, and titles
 * that hold the same words and are about something else. */
#include "support/test.h"

#include <minutebook/model.h>

#define NO_KIND ""

/* Every title that is wrong is printed before the test fails. */
static void check(const char *kind, const char *const *titles, size_t n)
{
    size_t wrong = 0;
    for (size_t i = 0; i < n; i++) {
        const char *found = item_kind_of_title(titles[i]);
        if (strcmp(found ? found : NO_KIND, kind) == 0)
            continue;
        print_error("\"%s\" is %s, not %s\n", titles[i], found ? found : "(none)", *kind ? kind : "(none)");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

#define CHECK(kind, titles) check(kind, titles, MB_LENGTH(titles))

static void apologies_and_welcomes_are_routine(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "APOLOGIES", "Receipt of Apologies", "Apologies for Absence and Substitutions", "Absence of Members",
        "Attendances", "Attendance", "Chair's Welcome and Introductions", "Chairman’s Welcome", "Opening Remarks",
        "Welcome and Introductions", "Introduction and Welcome", "Welcome by the Chair", "Introductions and Apologies",
        "Appointment of Substitute Members", "Reserve Members", "Notification of Substitute Members", "Membership", "Changes in Membership",
        "Membership of the Committee", "Sederunt", "Order of Business", "Variation of Order of Business",
        "Quorum", "Ymddiheuriadau am absenoldeb"};
    CHECK("routine", titles);
}

static void declarations_are_routine_in_every_wording(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "Declarations of Interest", "DECLARATION OF INTERESTS AND OF ANY PARTY WHIP", "Declarations",
        "Declarations of Disclosable Pecuniary Interests", "Disclosable Pecuniary Interests", "Disclosures of Interests",
        "Disclosure of Pecuniary Interests", "Disclosures by Members of Interests", "Disclosure of Members’ Interests",
        "Code of Conduct", "Members' Code of Conduct", "Code of Conduct – Declarations of Interest",
        "Code of Conduct and Declarations of Interest", "Members’ Interests", "Declaration by Councillors of Interests",
        "Councillors' Declarations of Interest", "Conflicts of Interest", "Notification of Interests", "Pecuniary Interests",
        "Personal and Prejudicial Interests", "Dispensations", "Party Whip", "Party Whipping", "Whipping Declarations",
        "Whipping Arrangements", "Prohibition of Party Whips", "Declaration of Party Whip", "Declarations of Party Whip",
        "Members' Declarations of Interests and Whipping", "To receive declarations of interest", "To declare any interests",
        "Datganiadau o Fuddiant"};
    CHECK("routine", titles);
}

static void what_the_public_may_ask_is_routine(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "Public Question Time", "Public Questions and Statements", "Public Speaking", "Public Speakers", "Public Forum",
        "Public Representations", "Public Participation Session", "Open Forum", "Questions from the Public",
        "Written Questions from Members of the Public", "Questions from Members of the Public", "Questions by the Public",
        "Public and Member Questions", "Questions and Petitions", "Deputations", "Deputations / Petitions / Questions",
        "Deputations and Petitions", "Requests for Deputations", "Members' Questions", "Members' Question Time",
        "Questions on Notice", "Written Questions", "Representations from Members of the Public", "Requests to Speak",
        "To receive any questions from members of the public"};
    CHECK("routine", titles);
}

static void minutes_and_matters_arising_are_routine(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "Minutes", "MINUTES - 9 MARCH 2021", "Minutes: 10 July 2024", "Minutes of the Last Meeting", "Public Minutes",
        "Non-Public Minutes", "Exempt Minutes", "Last Minutes", "Previous Minutes", "Record of the Previous Meeting",
        "Notes of the Last Meeting", "Confirmation and Signing of Minutes", "Signing of the Minutes", "Approval of Previous Minutes",
        "To approve the minutes of the previous meeting", "To confirm and sign the minutes", "To receive the minutes",
        "Matters Arising", "Matters Arising from the Minutes", "Any Matters Arising", "Cofnodion"};
    CHECK("routine", titles);
}

static void announcements_urgent_business_and_the_end_are_routine(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "Chair's Announcements", "Announcements from the Chair", "Chairperson's Announcements", "Convener's Announcements",
        "Chair's Communications", "Chair's Remarks", "Urgent Business", "Matters of Urgent Business", "Urgent Matters",
        "Any other items which the Chair considers urgent", "Any Other Urgent Items", "Other Urgent Business",
        "Late Items", "Late Items of Business", "New Items of Urgent Business", "Admission of Late Items",
        "Notification of Any Other Business", "Such other business as the Chair may consider urgent", "AOB",
        "Urgent and General Exception Items", "Any Other Items of Business", "Other Items of Business",
        "Date of Next Meeting", "Date, Time and Venue of Next Meeting", "Time and Date of Next Meeting",
        "Future Meetings", "Dates of Future Meetings", "Dates of Next Meetings", "Future Meeting Dates", "Next Meeting Date",
        "Schedule of Meetings 2023/24", "To note the date of the next meeting", "Close of Meeting", "Closing Remarks"};
    CHECK("routine", titles);
}

static void how_the_meeting_is_held_is_routine(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "Webcasting Notice", "Webcasting", "Notice of Webcasting", "Filming at Meetings", "Filming and Recording of Meetings",
        "Filming and Broadcast of Meetings", "Recording of Meetings", "Audio Recording of Meetings", "Live Streaming",
        "Emergency Evacuation Procedure", "Evacuation Procedure", "Fire Evacuation", "Housekeeping", "Emergency Procedures",
        "Election of Chairperson", "Election of a Chair", "Election of Convener", "Appointment of a Vice-Chair",
        "Nomination of Chair", "Election of Deputy Chair", "To elect a Chair for the municipal year",
        "INSPECTION OF REPORTS AND BACKGROUND PAPERS", "Appeals against Refusal of Inspection of Documents",
        "Inspection of Documents"};
    CHECK("routine", titles);
}

static void the_motion_to_exclude_the_public_is_known(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "Exclusion of Press and Public", "Exclusion of the Public", "Exempt Information - Possible Exclusion of the Press and Public",
        "To exclude the press and public", "Resolution to Exclude the Public", "Exclusion of the Media and Public",
        "Exclusion of Members of the Public", "LOCAL GOVERNMENT ACT 1972: EXCLUSION OF THE PUBLIC"};
    CHECK("exclusion", titles);
}

static void the_work_programme_is_known_by_all_its_names(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "Scrutiny Committee Work Plan 2023/24", "COMMITTEE WORKPLAN", "Forward Plan of Work", "Workplan", "Work Plan",
        "Draft Workplan 2024", "Panel Work Programme 2021/22 Update", "Committee Work Programme - Report", "Scrutiny Workplan Review",
        "Scrutiny Board Work Programme and Priorities", "Annual Work Programme 2024", "Forward Work Programme",
        "Future Work Programme 2022/23", "Overview and Scrutiny Forward Plan", "The Committee's Work Programme for 2023",
        "Items for Future Meetings", "Future Agenda Items", "Rhaglen Waith", "Blaenraglen Waith", "Forward Work Plan 2022"};
    CHECK("programme", titles);
}

static void trackers_and_answers_of_the_executive_are_known(void **state)
{
    (void)state;
    static const char *const trackers[] = {"Action List", "Actions from Previous Meetings", "Actions Arising from the Last Meeting",
                                           "Matters Outstanding",
                                           "Monitoring of Previously Agreed Recommendations", "Action Points from the Previous Meeting", "Action Register",
                                           "Recommendations Tracker and Forward Work Programme"};
    static const char *const responses[] = {"Review of Waste Sites – Response of the Executive", "Responses of the Cabinet to Reports of Scrutiny",
                                            "Ferry Review: Response from Cabinet", "Executive's Response to the Ferry Review"};
    CHECK("tracker", trackers);
    CHECK("response", responses);
}

/* ---- the same words, another business ------------------------------------------------------------ */

static void reports_that_share_words_with_routine_are_not_routine(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "Review of the Members' Code of Conduct", "Code of Conduct Complaints", "Code of Conduct for Contractors",
        "To declare a climate emergency", "Declaration of a Climate Emergency", "Membership of Leisure Centres",
        "Attendance at Primary Schools", "School Attendance", "Public Forum Theatre in Schools", "Filming Strategy", "Filming Income",
        "Evacuation of Tower Blocks", "Webcasting Options Appraisal", "Housekeeping Services in Care Homes", "Emergency Planning",
        "Election of Police and Crime Commissioner", "Appointment of Chief Executive", "Late Payments", "Urgent Care Centres",
        "Urgent Treatment Centres", "Access to Information Technology", "Recording of Hate Crime", "Public Speaking in Schools",
        "Chair's Report on the Ferry Review", "Order of Malta Ambulances", "Background Papers on Flooding Held by Archives",
        "Deputation: Save our Library", "Future Meetings of the Harbour Trust with Staff", "Schedule of Works", "Dispensations for Taxi Ages",
        "Recording of Meetings Policy", "Register of Members' Interests", "Members' Interests: Annual Review of the Register",
        "Membership of the Board of the Harbour Trust", "Any Business Rates Relief", "Background Papers",
        "Actions from the Flood Review", "Housekeeping and Caretaking", "Absence Management", "Whip Lane Footbridge",
        "Interests of Tenants", "Public Representation on Boards", "Declarations of Trust", "Questions of Safety at Quays"};
    CHECK(NO_KIND, titles);
}

static void inspections_and_exclusions_of_other_kinds_are_not_taken_for_them(void **state)
{
    (void)state;
    static const char *const none[] = {"Exclusion of Pupils from Schools", "Permanent Exclusions", "Inspection of Bridges",
                                       "Inspection of Trees and Hedges", "Inspection of Fire Doors"};
    static const char *const inspections[] = {"Inspection of Local Authority Children's Services", "Ofsted Inspection Report",
                                              "Inspection of Adult Social Care", "Local Area SEND Inspection", "CQC Assessment of Adult Care"};
    CHECK(NO_KIND, none);
    CHECK("inspection", inspections);
}

static void other_plans_and_programmes_are_no_work_programme(void **state)
{
    (void)state;
    static const char *const titles[] = {"Programme of Works at the Depot", "Highway Works Programme 2024", "Workplans of the Harbour Trust's Divers",
                                         "Workplace Parking", "Response from the Cabinet Office on Floods", "Future Items of Plant",
                                         "Local Plan"};
    static const char *const forward[] = {"Cabinet Forward Plan", "Forward Plan of Key Decisions", "Forward Plan"};
    CHECK(NO_KIND, titles);
    CHECK("forward plan", forward);
}

static void a_year_goes_on_behind_its_first_digits(void **state)
{
    (void)state;
    static const char *const titles[] = {"Draft Council Budget 2026/27", "The Budget 2024 and After"};
    CHECK("budget", titles);
    assert_null(item_kind_of_title("Outline Budgetary Plan 2024"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(apologies_and_welcomes_are_routine),
        cmocka_unit_test(declarations_are_routine_in_every_wording),
        cmocka_unit_test(what_the_public_may_ask_is_routine),
        cmocka_unit_test(minutes_and_matters_arising_are_routine),
        cmocka_unit_test(announcements_urgent_business_and_the_end_are_routine),
        cmocka_unit_test(how_the_meeting_is_held_is_routine),
        cmocka_unit_test(the_motion_to_exclude_the_public_is_known),
        cmocka_unit_test(the_work_programme_is_known_by_all_its_names),
        cmocka_unit_test(trackers_and_answers_of_the_executive_are_known),
        cmocka_unit_test(reports_that_share_words_with_routine_are_not_routine),
        cmocka_unit_test(inspections_and_exclusions_of_other_kinds_are_not_taken_for_them),
        cmocka_unit_test(other_plans_and_programmes_are_no_work_programme),
        cmocka_unit_test(a_year_goes_on_behind_its_first_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
