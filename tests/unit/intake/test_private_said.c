/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which items sentences make private, by their grammar: what an item says of itself (exempt_says.c), what a motion says of others
 * (excluded.c), and signs beside titles that a text explains (exempt_legend.c). */
#include "reading.h"

/* A cover with the text of item 4, which asks who may stay, and below item 5 a note. */
static char *cover(const void *parent, const char *asks, const char *note)
{
    return mem_printf(parent,
                      "PENNYTHORNE BOROUGH COUNCIL\n\nHARBOUR COMMITTEE\n\nDate: Tuesday, 3 March 2026\nTime: 7.15 pm\nVenue: Beech Room, Civic Hall\n\n"
                      "AGENDA\n\n"
                      "                                                              Page\n"
                      "1.   Apologies for absence\n\n"
                      "2.   Dredging programme                                       3 - 8\n\n"
                      "3.   Moorings strategy                                        9 - 14\n\n"
                      "%s%s"
                      "5.   Lease of the old quay                                    15 - 20\n\n"
                      "%s%s%s"
                      "6.   Tender for pontoons                                      21 - 26\n\n",
                      *asks ? "4.   Exclusion of the press and public\n\n" : "4.   Budget of the quarter\n\n",
                      *asks ? mem_printf(parent, "     %s\n\n", asks) : "", *note ? "     " : "", note, *note ? "\n\n" : "");
}

static void private_items_are(const void *parent, const char *paper, const char *said, const char *exempt)
{
    const struct meeting *meeting = draft_of(parent, paper)->meeting;
    if (meeting->n_items != strlen(exempt))
        fail_msg("%zu items with \"%s\"", meeting->n_items, said);
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting->items[i].exempt != (exempt[i] == 'x'))
            fail_msg("\"%s\": item %zu is %sexempt", said, i + 1, meeting->items[i].exempt ? "" : "not ");
}

static void an_item_says_of_itself_that_it_is_private(void **state)
{
    static const char *const notes[] = {
        "The report is exempt under paragraph 3.",
        "Exempt information in accordance with Schedule 12A of the Act, namely the affairs of a firm.",
        "By reason of paragraph 3 the report is not available to the public.",
        "Report of the Harbour Master (exempt).",
        "Report (not for publication) of the Harbour Master.",
        "Confidential report of the Harbour Master.",
        "This report is not open to the public.",
        "Paper circulated in confidence to members only.",
        "Contains exempt information: paragraph 3",
        "The report for this item is confidential and has been sent to members alone.",
        "This item contains confidential information and will be heard in private.",
        "[Paragraph 3 - information relating to the affairs of a person]",
        "The public may be excluded from the meeting during this item, which has exempt information.",
    };
    for (size_t i = 0; i < MB_LENGTH(notes); i++)
        private_items_are(*state, cover(*state, "", notes[i]), notes[i], "....x.");
}

static void what_is_exempt_from_something_else_is_not_private(void **state)
{
    static const char *const notes[] = {
        "Report of the Harbour Master. Appendix 2 is exempt under paragraph 3.",
        "Mooring charges: vessels of rescue services are exempt.",
        "The scheme was discussed in confidence with traders.",
        "This report is exempt from call-in.",
        "There is no exempt information in the report.",
        "The report is not exempt.",
        "A private session with the auditors was added.",
        "Members have been told about exempt accommodation.",
    };
    for (size_t i = 0; i < MB_LENGTH(notes); i++)
        private_items_are(*state, cover(*state, "", notes[i]), notes[i], "......");
}

static void a_motion_means_the_items_that_it_names_with_a_reason(void **state)
{
    static const struct {
        const char *said, *exempt;
    } motions[] = {
        {"To consider whether the press and public should be excluded during item 6 because it is likely that exempt information would be disclosed.", ".....x"},
        {"To determine whether the public should be excluded for item 5, which contains exempt information.", "....x."},
        {"To decide whether the public should be excluded while the following item is taken, as it holds exempt information.", "....x."},
        {"To consider whether the press and public should be excluded. (Item 5 is recommended.)", "....x."},
        {"You will hear at this point which items are recommended for exclusion. (Items 5 and 6 are recommended.)", "....xx"},
        {"To agree which items, if any, are taken with the public excluded. It is suggested that item 6 be taken in private.", ".....x"},
        {"Whether the public should be excluded from any item.", "......"},
        {"To name any items from which the public should be excluded. There are none.", "......"},
        {"It is not expected that any item will need to be considered in private.", "......"},
        {"There is no need to exclude the public.", "......"},
    };
    for (size_t i = 0; i < MB_LENGTH(motions); i++)
        private_items_are(*state, cover(*state, motions[i].said, ""), motions[i].said, motions[i].exempt);
}

static void a_sign_that_is_explained_marks_the_titles_that_bear_it(void **state)
{
    static const char *const signs[] = {"5.   (X) Lease of the old quay                                15 - 20", "5.   Lease of the old quay [X]                                15 - 20"};
    for (size_t i = 0; i < MB_LENGTH(signs); i++) {
        char *paper = cover(*state, "To exclude the public: items marked (X) contain exempt information.", ""), *at = strstr(paper, "5.   Lease");
        char *end = strchr(at, '\n');
        char *marked = mem_printf(*state, "%.*s%s%s", (int)(at - paper), paper, signs[i], end);
        private_items_are(*state, marked, signs[i], "....x.");
    }
}

static char *minutes_of_motion(const void *parent, const char *motion, const char *quay)
{
    return mem_printf(parent,
                      "PENNYTHORNE COUNCIL\n\nMinutes of a meeting of the Harbour Committee held in the Civic Hall on Tuesday 3 March 2026 at 7.15 pm\n\n"
                      "PRESENT: Councillors A Birch (Chair), B Cole and C Dray\n\n1. APOLOGIES\n\nThere were none.\n\n2. MOORINGS\n\nRESOLVED: That the report be noted.\n\n"
                      "3. EXCLUSION OF THE PUBLIC\n\n%s\n\n4. LEASE OF THE OLD QUAY\n\n%s\n\nRESOLVED: That it be granted.\n",
                      motion, quay);
}

static void nobody_is_excluded_where_the_minutes_say_so(void **state)
{
    static const char *const denials[] = {"The Committee did not need to exclude the public.", "There were no items that required the exclusion of the public.",
                                          "It was agreed not to exclude the public.", "The Chair proposed that the public be excluded. The motion was lost."};
    for (size_t i = 0; i < MB_LENGTH(denials); i++)
        private_items_are(*state, minutes_of_motion(*state, denials[i], "The Committee considered the report."), denials[i], "....");
    private_items_are(*state, minutes_of_motion(*state, "There was no need to exclude the public.", "The Committee received a confidential report of the Harbour Master."),
                      "received a confidential report", "...x");
}

static void other_business_of_a_private_part_is_private_where_there_is_any(void **state)
{
    static const char part[] = "PENNYTHORNE COUNCIL\n\nHARBOUR COMMITTEE\n\nTuesday, 3 March 2026 at 7.15 pm\n\nAGENDA\n\n1. Apologies\n\n2. Moorings (Pages 3 - 8)\n\n"
                               "3. Urgent business\n\nPrivate Business\n\n";
    const char *with = mem_printf(*state, "%s4. Lease of the old quay (Pages 9 - 12)\n\n5. Any other items of private business\n", part);
    private_items_are(*state, with, "with private business", "...xx");
    const char *twice = mem_printf(*state, "%s4. Lease of the old quay (Pages 9 - 12)\n\n5. Urgent business\n", part);
    private_items_are(*state, twice, "urgent business of either part", "...xx");
    const char *without = mem_printf(*state, "%s4. Any other items of private business\n", part);
    private_items_are(*state, without, "without private business", "....");
}

static void a_withheld_file_keeps_its_name_beside_the_link_to_the_reasons(void **state)
{
    static const char page[] =
        "<!DOCTYPE html><html><head><title>Agenda item - Lease of the old quay</title></head><body><div id=\"modgov\">"
        "<h1 class=\"mgMainTitleTxt\">Agenda item</h1><div class=\"mgSubTitle\"><h2 class=\"mgSubTitleTxt\">Lease of the old quay</h2></div>"
        "<div class=\"mgLinks\"><ul class=\"mgActionList\"><li><a href=\"ieListDocuments.aspx?CId=3&amp;MId=4\">Meeting of Harbour Committee, Tuesday 3rd March "
        "2026 7.15 pm (Item 5.)</a></li></ul></div><div class=\"mgContent\"><div class=\"mgWordPara\"><p>The press and public were excluded from this item, which "
        "contains exempt information as defined in paragraph 3.</p></div><p class=\"mgSubItemTitleTxt\">Minutes:</p><div class=\"mgWordPara\"><p>Agreed.</p></div>"
        "<p class=\"mgSubItemTitleTxt\">Supporting documents:</p><ul class=\"mgBulletList\"><li><a href=\"documents/s1/Quay.pdf\">Quay report<span "
        "class=\"mgHide\">, item 5.</span></a> <span class=\"mgFileSize\">PDF 211 KB</span></li><li>Appendix B - Rents<span class=\"mgHide\">, item 5.</span> <a "
        "href=\"mgReasonsRestricted.aspx?ID=2\">View the reasons why document 5./2 is restricted</a></li></ul></div></div></body></html>";
    const struct item *item = draft_of(*state, page)->meeting->items;
    assert_true(item->exempt);
    assert_int_equal(item->n_attachments, 2);
    assert_false(item->attachments[0].exempt);
    assert_string_equal(item->attachments[1].title, "Appendix B - Rents");
    assert_true(item->attachments[1].exempt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(an_item_says_of_itself_that_it_is_private),
        TEST_CASE(what_is_exempt_from_something_else_is_not_private),
        TEST_CASE(a_motion_means_the_items_that_it_names_with_a_reason),
        TEST_CASE(a_sign_that_is_explained_marks_the_titles_that_bear_it),
        TEST_CASE(nobody_is_excluded_where_the_minutes_say_so),
        TEST_CASE(other_business_of_a_private_part_is_private_where_there_is_any),
        TEST_CASE(a_withheld_file_keeps_its_name_beside_the_link_to_the_reasons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
