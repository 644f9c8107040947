/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is taken in private: below a heading of a private part in whatever words (private_part.c), by a motion (excluded.c), by what
 * the item says of itself (exempt_own.c). */
#include "reading.h"

/* A paper with room for a heading above its last two items. */
struct paper {
    const char *above, *below;
};

static const struct paper front = {
    "SALTERBECK DISTRICT COUNCIL\n"
    "\n"
    "RESOURCES SCRUTINY COMMITTEE\n"
    "\n"
    "AGENDA for the meeting to be held on Tuesday, 14 January 2025 at 6.30 pm in the Council Chamber, Town Hall, Salterbeck\n"
    "\n"
    "1. Apologies for Absence\n"
    "\n"
    "2. Declarations of Interest\n"
    "\n"
    "3. Minutes of the Meeting held on 12 November 2024 (Pages 3 - 8)\n"
    "\n"
    "4. Quarter Two Budget Monitoring (Pages 9 - 20)\n"
    "Report of the Director of Finance\n"
    "\n"
    "5. Work Programme (Pages 21 - 24)\n"
    "\n",
    "\n"
    "6. Disposal of Land at Quarry Road (Pages 25 - 30)\n"
    "Report of the Director of Place\n"
    "\n"
    "7. Staffing Review of the Revenues Service (Pages 31 - 36)\n"
    "Report of the Head of Paid Service\n"};

static const struct paper pasted = {
    "Agenda and minutes\n"
    "\n"
    "Resources Scrutiny Committee - Tuesday, 14th January, 2025 6.30 pm\n"
    "\n"
    "Venue: Council Chamber, Town Hall, Salterbeck\n"
    "\n"
    "Contact: Jo Penn  Democratic Services\n"
    "\n"
    "Items\n"
    "No.\tItem\n"
    "\n"
    "1.\tApologies for Absence\n"
    "Minutes:\n"
    "There were none.\n"
    "\n"
    "2.\tDeclarations of Interest\n"
    "Minutes:\n"
    "There were none.\n"
    "\n"
    "3.\tMinutes of the Meeting held on 12 November 2024\n"
    "Minutes:\n"
    "The minutes were agreed.\n"
    "\n"
    "4.\tQuarter Two Budget Monitoring\n"
    "Minutes:\n"
    "The Director presented the report. Members noted it.\n"
    "\n"
    "5.\tWork Programme\n"
    "Minutes:\n"
    "The Committee noted its work programme.\n"
    "\n",
    "\n"
    "6.\tDisposal of Land at Quarry Road\n"
    "Minutes:\n"
    "The Committee considered the report.\n"
    "\n"
    "7.\tStaffing Review of the Revenues Service\n"
    "Minutes:\n"
    "The Committee considered the report and agreed it.\n"};

static const struct paper printed = {
    "SALTERBECK DISTRICT COUNCIL\n"
    "\n"
    "MINUTES OF THE RESOURCES SCRUTINY COMMITTEE\n"
    "held on Tuesday, 14 January 2025 at 6.30 pm in the Council Chamber, Town Hall, Salterbeck\n"
    "\n"
    "PRESENT: Councillors A Penn (Chair), B Quill, C Rowe\n"
    "\n"
    "1. APOLOGIES FOR ABSENCE\n"
    "\n"
    "There were none.\n"
    "\n"
    "2. DECLARATIONS OF INTEREST\n"
    "\n"
    "There were none.\n"
    "\n"
    "3. MINUTES\n"
    "\n"
    "The minutes of the meeting held on 12 November 2024 were agreed.\n"
    "\n"
    "4. QUARTER TWO BUDGET MONITORING\n"
    "\n"
    "The Director presented the report. Members asked about reserves.\n"
    "\n"
    "RESOLVED: That the report be noted.\n"
    "\n"
    "5. WORK PROGRAMME\n"
    "\n"
    "The Committee noted its work programme.\n"
    "\n",
    "\n"
    "6. DISPOSAL OF LAND AT QUARRY ROAD\n"
    "\n"
    "The Committee considered the report.\n"
    "\n"
    "RESOLVED: That the disposal be supported.\n"
    "\n"
    "7. STAFFING REVIEW OF THE REVENUES SERVICE\n"
    "\n"
    "The Committee considered the report and agreed it.\n"
    "\n"
    "The meeting closed at 8.05 pm.\n"};

static const char *const headings[] = {
    "II. PRIVATE ITEMS",
    "(B) EXEMPT BUSINESS",
    "B) ITEMS IN PRIVATE",
    "PART B - EXEMPT ITEMS",
    "Part II (Private)",
    "PART 2: ITEMS CONTAINING EXEMPT INFORMATION",
    "EXEMPT ITEM",
    "EXEMPT ITEMS (Paragraph 3 of Part 1 of Schedule 12A)",
    "Private Business",
    "B. Confidential Items",
    "SECTION 2 - PRIVATE",
    "Section B: Items not open to the public",
    "PART TWO - PRESS AND PUBLIC EXCLUDED",
    "Items for consideration following the exclusion of the press and public",
    "CONFIDENTIAL/EXEMPT ITEMS",
    "EXEMPT/CONFIDENTIAL BUSINESS",
    "Items which may be considered in the absence of the press and public",
    "Matters to be considered when the public and press may be excluded",
    "To exclude the public: the following items contain exempt information",
    "Part Two: Confidential Agenda",
    "TO BE CONSIDERED IN PRIVATE",
    "Reports to be considered in private",
    "Part 2 \xE2\x80\x93 Not for publication",
    "CLOSED SESSION",
    "EXCLUSION OF PUBLIC AND PRESS",
    "Business Not Open to the Public",
    "Confidential Part of the Meeting",
    "Items for which the press and public are likely to be excluded",
    "RESTRICTED ITEMS",
    "[B] Confidential Items",
    "(2) Private Business",
    "Agenda Part B - Exempt items",
};

static void private_items_are(const void *parent, const struct paper *paper, const char *heading, const char *exempt)
{
    const struct meeting *meeting = draft_of(parent, mem_printf(parent, "%s%s\n%s", paper->above, heading, paper->below))->meeting;
    if (meeting->n_items != strlen(exempt))
        fail_msg("%zu items below \"%s\"", meeting->n_items, heading);
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting->items[i].exempt != (exempt[i] == 'x'))
            fail_msg("\"%s\": item %zu is %sexempt", heading, i + 1, meeting->items[i].exempt ? "" : "not ");
}

static void a_heading_in_whatever_words_makes_private_what_stands_below(void **state)
{
    for (size_t i = 0; i < MB_LENGTH(headings); i++) {
        private_items_are(*state, &front, headings[i], ".....xx");
        private_items_are(*state, &pasted, headings[i], ".....xx");
        private_items_are(*state, &printed, headings[i], ".....xx");
    }
}

static void prose_and_public_parts_make_nothing_private(void **state)
{
    static const char *const others[] = {
        "There are no exempt items.",
        "Items open to the public and the press",
        "PART B - ITEMS FOR INFORMATION",
        "Any items of exempt business are notified to the Chair by noon.",
        "Section 2: Reports for decision",
    };
    for (size_t i = 0; i < MB_LENGTH(others); i++) {
        private_items_are(*state, &front, others[i], ".......");
        private_items_are(*state, &pasted, others[i], ".......");
        private_items_are(*state, &printed, others[i], ".......");
    }
}

static void a_motion_recommended_in_capitals_means_what_follows(void **state)
{
    private_items_are(*state, &front,
                      "IT IS RECOMMENDED THAT THE PRESS AND PUBLIC SHOULD BE EXCLUDED FOR THE FOLLOWING ITEMS SO THAT NO INFORMATION IS DISCLOSED WHICH "
                      "SCHEDULE 7A MAKES EXEMPT",
                      ".....xx");
}

static void a_mark_in_capitals_apart_is_of_the_item_below(void **state)
{
    private_items_are(*state, &front, "EXEMPT ITEM\n(Paragraph 3 of Part 1 of Schedule 12A)", ".....xx");
}

static void a_bracket_above_the_minutes_is_of_its_item(void **state)
{
    const struct meeting *meeting = draft_of(*state, "SALTERBECK COUNCIL\n\nMINUTES OF THE AUDIT COMMITTEE\nheld on 14 January 2025\n\n"
                                                     "PRESENT: Councillors A Penn (Chair), B Quill\n\n1. APOLOGIES\n\nThere were none.\n\n"
                                                     "2. FRAUD REFERRALS\n\n(Considered in private under paragraph 7 of Schedule 12A)\n\n"
                                                     "The Auditor told Members of four referrals.\n\n3. NEXT MEETING\n\n4 March 2025.\n")->meeting;
    assert_int_equal(meeting->n_items, 3);
    assert_true(meeting->items[1].exempt);
    assert_false(meeting->items[2].exempt);
}

static void a_remark_below_a_part_or_a_motion_is_of_what_follows(void **state)
{
    private_items_are(*state, &front, "PART II\n\nTo move that the public be excluded for the business set out in Part II of the Agenda.", ".....xx");
    private_items_are(*state, &pasted, "PART 2\n\nExclusion of the public: the following items are not for publication.", ".....xx");
    const struct meeting *meeting = draft_of(*state, "SALTERBECK COUNCIL\n\nAUDIT COMMITTEE\n\nTuesday, 14 January 2025 at 6.30 pm\n\nAGENDA\n\n"
                                                     "1. Apologies\n\n2. Risk Register (Pages 3 - 8)\n\n3. Exclusion of the Public\n\n"
                                                     "To consider whether the public should be excluded for the following item.\n\n"
                                                     "Exempt: paragraph 7, action taken against crime.\n\n4. Fraud Referrals (Pages 9 - 12)\n")->meeting;
    assert_int_equal(meeting->n_items, 4);
    assert_true(meeting->items[3].exempt);
}

static void the_motion_itself_is_taken_in_public(void **state)
{
    const struct meeting *meeting = draft_of(*state, "SALTERBECK COUNCIL\n\nAUDIT COMMITTEE\n\nTuesday, 14 January 2025 at 6.30 pm\n\nAGENDA\n\n"
                                                     "PART 1 - OPEN TO THE PUBLIC\n\n1. Apologies\n\n2. Risk Register (Pages 3 - 8)\n\n"
                                                     "PART 2 - CLOSED TO THE PUBLIC\n\n3. Exclusion of the Public\n\n4. Fraud Referrals (Pages 9 - 12)\n")->meeting;
    assert_int_equal(meeting->n_items, 4);
    assert_false(meeting->items[2].exempt);
    assert_true(meeting->items[3].exempt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_heading_in_whatever_words_makes_private_what_stands_below),
        TEST_CASE(prose_and_public_parts_make_nothing_private),
        TEST_CASE(a_motion_recommended_in_capitals_means_what_follows),
        TEST_CASE(a_mark_in_capitals_apart_is_of_the_item_below),
        TEST_CASE(a_bracket_above_the_minutes_is_of_its_item),
        TEST_CASE(a_remark_below_a_part_or_a_motion_is_of_what_follows),
        TEST_CASE(the_motion_itself_is_taken_in_public),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
