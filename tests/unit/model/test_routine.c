/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include <minutebook/model.h>

extern const char *const *const asset_routine_texts_groups[];

struct routine_case {
    const char *title, *text; /* a kind follows from the title, as it does where papers are read */
};

static bool judged(const struct routine_case *c)
{
    return item_text_is_routine(c->title ? item_kind_of_title(c->title) : NULL, c->title, c->text, strlen(c->text));
}

static void must_be(const struct routine_case *cases, size_t n, bool routine)
{
    for (size_t i = 0; i < n; i++)
        if (judged(&cases[i]) != routine)
            fail_msg("%s is %sroutine: %s", cases[i].title ? cases[i].title : "a text", routine ? "not " : "", cases[i].text);
}

static void who_came_and_who_did_not_is_routine(void **state)
{
    (void)state;
    static const struct routine_case cases[] = {
        {"Apologies", ""},
        {"Apologies for Absence", "Apologies for absence were received from Councillors A. Fenwick and Jo Marlow."},
        {"Apologies", "Councillor P Dray sent his apologies; Cllr T Oake attended as his substitute."},
        {"Apologies and Welcome", "The Chairman welcomed everyone to the meeting and introductions were made.\n\nApologies were received from "
                                  "Mrs H Lyle (parent governor)."},
        {"Apologies for absence and substitutions", "Councillors Wren, Holt and O'Dowd"},
        {"Apologies", "None."},
        {"APOLOGIES FOR ABSENCE", "There were none."},
        {"Attendance by Substitute Members", "Councillor Mrs. Dale substituted for Councillor Pike."},
        {"To receive apologies for absence", "Noted."},
        {"Ymddiheuriadau", "Derbyniwyd ymddiheuriadau gan y Cynghorydd Rhys."},
        {"Apologies", "RESOLVED:\n\nThat the apologies be noted."},
        {"Apologies", "Apologies:\nCouncillor B Nunn\nCouncillor S Wye (Vice-Chair)"},
    };
    must_be(cases, MB_LENGTH(cases), true);
}

static void reminders_of_interests_are_routine(void **state)
{
    (void)state;
    static const struct routine_case cases[] = {
        {"Declarations of Interest", "There were no declarations of interest."},
        {"Declarations of Interest", "No interests were declared."},
        {"Declarations of Interest and of any Party Whip", "None."},
        {"Declarations of Interest",
         "To receive declarations by Members of interests in respect of items on this agenda."},
        {"Disclosures of Interest", "Members were reminded to declare any pecuniary interest not already in the register. No disclosures "
                                    "were made."},
        {"Declarations of interest", "Members are asked to declare the existence and nature of any interest they have in items on the "
                                     "agenda.\nNo Member declared an interest."},
        {"Declarations of Interest",
         "DECLARING INTERESTS\n\nWHAT IS A DISCLOSABLE PECUNIARY INTEREST?\n\nAny employment, office or land. You must register it within "
         "28 days.\n\nWhere you have declared a pecuniary interest you must not speak or vote and must withdraw.\n\nIt is an offence not to."},
        {NULL, "Guidance on declaring interests at meetings\n\n1. If you have an interest, say so at the outset.\n2. Then leave the room if "
               "you must withdraw."},
    };
    must_be(cases, MB_LENGTH(cases), true);
}

/* What a member would look for: who was interested in what, and what was asked. */
static void what_was_declared_or_asked_with_its_matter_is_found(void **state)
{
    (void)state;
    static const struct routine_case cases[] = {
        {"Declarations of Interest", "Councillor Fenwick declared a non-pecuniary interest in item 7, Ferry Fares, as his brother runs the "
                                     "ferry."},
        {"Declarations of Interest", "Cllr Holt – Item 6 (Special School Places) – governor of a special school"},
        {"Declarations of Interest", "Name of Member\tItem\tInterest\nCouncillor Wren\t5 Library Hours\tEmployed there"},
        {"Declarations of Interest", "Members were reminded to declare interests.\n\nMrs Lyle disclosed that her son attends the school named "
                                     "in the report on transport."},
        {"Declarations of Interest and of any Party Whip", "Councillor Nunn declared that his group had whipped the vote on the car parks."},
        {"Declarations of Interest", "DECLARING INTERESTS\n\nA guide is attached.\n\nCouncillor Wye declared an interest in the quarry, and "
                                     "left the room."},
        {"Public Participation", "Mr J Tanner asked why the number 12 bus no longer serves Fern Lane."},
        {"Public Participation", "Two residents spoke of the closing of the day centre."},
        {"Questions from Members of the Public", "The following question was received: when will the bridge open?"},
        {"Minutes of the previous meeting", "Agreed as a correct record, subject to the amendment of minute 44 (Street Lights) to read "
                                            "\"forty\"."},
        {"Matters arising", "The Director confirmed that the new crossing would be built in spring."},
        {"Matters arising", "A report on school meals would be brought to the next meeting."},
        {"Chairman's Announcements", "The Chair paid tribute to the carers of Elm House."},
        {"Chairman's Announcements", "The Leader gave his apologies for the delay in the report on flooding."},
        {"Apologies for Absence", "Apologies were received from Councillor Pike, who asked that his concern about the tip be recorded."},
        {"Urgent Business", "The Chair agreed to take the storm damage at Pier Road."},
        {"Chair's Announcements", "Members visited the recycling centre at Low Moor before the meeting."},
    };
    must_be(cases, MB_LENGTH(cases), false);
}

static void the_rest_of_routine_business_is_routine(void **state)
{
    (void)state;
    static const struct routine_case cases[] = {
        {"Minutes", "The Minutes of the meeting held on 4 May 2023 were agreed as a correct record and signed by the Chairman."},
        {"Minutes of the Last Meeting", "To approve the minutes of the meeting held on 12 June."},
        {"Confirmation of Minutes", "RESOLVED: That the Minutes of the Meeting held on 2 March 2021 (previously circulated) be confirmed as "
                                    "a correct record."},
        {"Public Participation", "None."},
        {"Public Question Time", "No questions had been received."},
        {"Public Participation", "Members of the public wishing to take part should notify Democratic Services by 9.00am the day before."},
        {"Urgent Business", "There was no urgent business."},
        {"Any Other Business", "There was no other business. The meeting closed at 12.05pm."},
        {"Any other items which the Chair decides are urgent", "To consider any items of urgent business."},
        {"Date of Next Meeting", "12 September 2024 at 10.00 am"},
        {"Date of next meeting", "The next meeting will be held on Tuesday 9 January at the Guildhall."},
        {"Matters arising", "There were no matters arising."},
        {"Webcasting", "The Chairman reminded those present that the meeting was being webcast."},
    };
    must_be(cases, MB_LENGTH(cases), true);
}

static void blocks_and_notices_are_routine_wherever_they_stand(void **state)
{
    (void)state;
    static const struct routine_case cases[] = {
        {"Street Lighting Review", "Contact Points\n\nCounty Council Contact Points\nSwitchboard: 01234 500500\n\nSpecific Contact Points for "
                                   "this report\nAda Brook, Head of Highways, tel 01234 500501, email abrook@council.example"},
        {"Street Lighting Review", "For further information please contact Ada Brook on extension 4411."},
        {"Library Hours", "This page is intentionally left blank"},
        {NULL, "(This page has been left blank)"},
        {NULL, "Page 14\nThis page left blank intentionally"},
        {NULL, "WEBCASTING NOTICE\n\nPlease note: this meeting may be filmed for live broadcast on the Council's website. By entering the "
               "chamber you consent to being filmed."},
        {NULL, "Evacuation procedure\nOn hearing the alarm leave by the nearest exit and gather at the car park."},
        {NULL, "In the event of a fire please leave by the front stairs."},
        {NULL, "If you need this document in another language or in large print please ask."},
        {NULL, "Mae'r dudalen hon yn wag yn fwriadol"},
    };
    must_be(cases, MB_LENGTH(cases), true);
}

static void matters_that_use_the_same_words_are_found(void **state)
{
    (void)state;
    static const struct routine_case cases[] = {
        {"Fire Safety in Tower Blocks", "Evacuation plans of four blocks had been tested. Two lifts failed, and residents raised their "
                                        "concern."},
        {"Contact Centre Performance", "Contact was answered within 40 seconds in 81% of calls."},
        {"Contact Between Children and Families", "Contact arrangements must follow the care plan."},
        {"Recording of Crime", "The recording of burglary fell by 4%."},
        {"Broadband", "Pages of the portal were left blank where suppliers gave no price."},
        {"Code of Conduct Complaints", "Four complaints were received; two members were found to have failed to declare an interest."},
        {"Register of Interests: audit", "No declarations were held for eleven officers."},
        {"Foster Care", "None."},
        {"Foster Care", ""},
        {NULL, ""},
        {"Foster Care", "D"},
        {"Foster Care", "11:15"},
        {"Risk Register", "Contact Officer:\n\nAda Brook\n\nPurpose / Summary:\n\nTo show the risks of flooding."},
        {"Waste", "The next meeting of the board was told of the fire."},
        {"Membership of the Combined Authority", "The county would join in May."},
    };
    must_be(cases, MB_LENGTH(cases), false);
}

static void a_block_has_an_end(void **state)
{
    struct buf long_text;
    buf_init(&long_text, *state, 1 << 20);
    buf_puts(&long_text, "Contact Points\n\nAda Brook\n\n");
    while (long_text.len < 4000)
        buf_puts(&long_text, "The ferry carried fewer passengers in winter than the timetable had foreseen.\n\n");
    assert_false(item_text_is_routine(NULL, NULL, long_text.data, long_text.len));
    while (long_text.len < 100000)
        buf_puts(&long_text, "Apologies were received.\n\n");
    assert_false(item_text_is_routine("routine", "Apologies", long_text.data, long_text.len));
}

/* Only N bytes are looked at, whatever stands behind them, and any bytes may. */
static void any_bytes_are_judged(void **state)
{
    (void)state;
    assert_true(item_text_is_routine("routine", "Apologies", "None. Councillor Wren declared an interest in the quay.", 5));
    static const char bytes[] = "\xE2\x80\xFF\xC3 \x01 (((\n\n\n--- \t\xF0\x9F";
    for (size_t n = 0; n < sizeof bytes; n++)
        (void)item_text_is_routine("routine", "Apologies", bytes, n);
}

static void the_words_stand_as_they_are_compared(void **state)
{
    static const char *const known[] = {"leaflet", "block", "anywhere", "sentence", "attendance", "stays", "unless"};
    size_t n = 0;
    for (const char *const *const *head = asset_routine_texts_groups; *head; head++, n++) {
        bool found = false;
        for (size_t i = 0; i < MB_LENGTH(known); i++)
            found = found || strcmp(known[i], **head) == 0;
        if (!found)
            fail_msg("the group \"%s\" is read by nobody", **head);
        for (const char *const *line = *head + 1; *line && **line == ' '; line++) {
            char *words = text_trim(mem_strdup(*state, *line));
            words += *words == '^';
            words[strcspn(words, "$")] = '\0';
            assert_string_equal(text_fold(*state, words), words);
        }
    }
    assert_int_equal(n, MB_LENGTH(known));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(who_came_and_who_did_not_is_routine),
        TEST_CASE(reminders_of_interests_are_routine),
        TEST_CASE(what_was_declared_or_asked_with_its_matter_is_found),
        TEST_CASE(the_rest_of_routine_business_is_routine),
        TEST_CASE(blocks_and_notices_are_routine_wherever_they_stand),
        TEST_CASE(matters_that_use_the_same_words_are_found),
        TEST_CASE(a_block_has_an_end),
        TEST_CASE(any_bytes_are_judged),
        TEST_CASE(the_words_stand_as_they_are_compared),
    };
    return cmocka_run_group_tests_name("model: routine texts", tests, NULL, NULL);
}
