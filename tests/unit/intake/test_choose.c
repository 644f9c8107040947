/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which reading of a text is kept (choose.c), what one weighs (weigh.c), and the chain of numbers in any pattern (chain.c): each
 * with what looks like it and is not. */
#include "reading.h"

#include "src/intake/weigh.h"

static struct chain chain_of(const void *parent, const char *text)
{
    return chain_find(parent, text, strlen(text));
}

/* ---- the chain of numbers --------------------------------------------------------------------------------------------- */

static void numbers_in_any_pattern_make_a_chain(void **state)
{
    static const struct {
        const char *before[4], *first, *third;
    } rows[] = {
        {{"1.", "2.", "3.", "4."}, "1", "3"},
        {{"(1)", "(2)", "(3)", "(4)"}, "1", "3"},
        {{"7", "8", "9", "10"}, "7", "9"},
        {{"Item 1", "Item 2", "Item 3", "Item 4"}, "1", "3"},
        {{"Agenda Item No. 1:", "Agenda Item No. 2:", "Agenda Item No. 3:", "Agenda Item No. 4:"}, "1", "3"},
        {{"A1", "A2", "A3", "A4"}, "A1", "A3"},
        {{"FRS/24-25/07", "FRS/24-25/08", "FRS/24-25/09", "FRS/24-25/10"}, "FRS/24-25/07", "FRS/24-25/09"},
        {{"31/24-25.", "32/24-25.", "33/24-25.", "34/24-25."}, "31/24-25", "33/24-25"},
        {{"2025/014", "2025/015", "2025/016", "2025/017"}, "2025/014", "2025/016"},
        {{"PC 25/031", "PC 25/032", "PC 25/033", "PC 25/034"}, "PC 25/031", "PC 25/033"},
        {{"i.", "ii.", "iii.", "iv."}, "i", "iii"},
        {{"IX.", "X.", "XI.", "XII."}, "IX", "XI"},
        {{"a)", "b)", "c)", "d)"}, "a", "c"},
        {{"| 1 |", "| 2 |", "| 3 |", "| 4 |"}, "1", "3"},
    };
    for (size_t i = 0; i < MB_LENGTH(rows); i++) {
        const char *const *n = rows[i].before;
        char *text = mem_printf(*state,
                                "Ferries Panel\n\n%s  Apologies for absence\n%s  Declarations of interest\nMembers are asked to declare "
                                "any interest.\n%s\n  Winter timetable\n%s  Urgent business\n",
                                n[0], n[1], n[2], n[3]);
        struct chain chain = chain_of(*state, text);
        if (chain.n != 4)
            fail_msg("%s: %zu entries", n[0], chain.n);
        assert_text(chain.at[0].printed, rows[i].first);
        assert_text(chain.at[2].printed, rows[i].third);
        assert_true(chain.at[2].own_line);
        assert_true(text_starts(text + chain.at[2].title, "Winter timetable"));
        assert_true(chain.plain == (i == 0));
    }
}

static void paragraphs_of_a_report_make_no_chain(void **state)
{
    assert_int_equal(chain_of(*state, "1. Background\n2. The ferries were late in March.\n3. Financial implications\n4. None.\n").n, 0);
    assert_int_equal(chain_of(*state, "24/0101/FUL  Harbour Road\n24/0102/FUL  Quay Street\n24/0103/FUL  Mill Lane\n").n, 0);
    assert_int_equal(chain_of(*state, "1. Apologies\n2. Ferries\n").n, 0);
}

static void the_day_above_a_report_is_no_number_of_the_chain(void **state)
{
    struct chain chain = chain_of(*state, "1  Apologies for absence\n2  Declarations of interest\n3  Ferry fares\n\nTIDEWAY PANEL\n4 JUNE 2026\n\nFERRY FARES\n\n"
                                          "5 July 2026\tPiers\n");
    assert_int_equal(chain.n, 3);
}

static void the_first_number_of_a_page_is_in_the_chain(void **state)
{
    const char *text = "SD/07  Apologies\n\fSD/08  Declarations of interest\nSD/09  Ferries\n";
    struct chain chain = chain_of(*state, text);
    assert_int_equal(chain.n, 3);
    assert_true(text_starts(text + chain.at[1].line, "SD/08"));
}

static void an_item_on_top_of_a_page_is_read_with_the_others(void **state)
{
    struct draft *draft = draft_of(*state, "Kelmouth Harbour Board\n\nYou are summoned to a meeting of the Kelmouth Harbour Board on Monday 3 March 2025 at 6.30 pm in "
                                           "Pier House.\n\ni.   Apologies for absence\nii.  Declarations of interest\n\fiii. Winter timetable of the ferries\n"
                                           "iv.  Dredging\nv.   Date of next meeting\n");
    assert_int_equal(draft->meeting->n_items, 5);
    assert_text(draft->meeting->items[2].agenda_number, "iii");
}

static void a_list_within_an_item_does_not_break_the_chain(void **state)
{
    struct chain chain = chain_of(*state, "1. Apologies\n2. Declarations of interest\n3. Ferries\nThe Panel is asked to\n1. note the report;\n"
                                          "2. ask for another one.\n4. Harbour dues\n5. Urgent business\n");
    assert_int_equal(chain.n, 5);
    assert_int_equal(chain.at[3].value, 4);
}

static void the_minutes_of_another_meeting_do_not_go_on_with_the_agenda(void **state)
{
    struct chain chain = chain_of(*state, "1. Apologies\n2. Minutes\n3. Ferries\n4. Piers\n\nMINUTES of 3 May\n\n5. Apologies\nNone.\n6. Minutes\n"
                                          "Agreed.\n7. Buses\n");
    assert_int_equal(chain.n, 4);
    assert_int_equal(chain.at[0].value, 1);
}

static void numbers_come_back_as_they_were_printed(void **state)
{
    const char *text = "SD/07  Apologies\nSD/08\n  Declarations of interest\nSD/09  Ferries\nWork began.";
    struct chain chain = chain_of(*state, text), moved;
    const char *plain = chain_renumber(*state, text, strlen(text), &chain, false, &moved);
    assert_string_equal(plain, "\n7.  Apologies\n\n8.\n  Declarations of interest\n\n9.  Ferries\nWork began.");
    assert_int_equal(moved.n, 3);
    assert_true(text_starts(plain + moved.at[1].line, "8.\n"));
    assert_true(text_starts(chain_renumber(*state, text, strlen(text), &chain, true, &moved), "\nNo. Item\n\n7.\n\nApologies\n"));
    struct meeting *meeting = mem_new(*state, struct meeting);
    mem_append(meeting, meeting->items, meeting->n_items)->minute_number = mem_strdup(meeting, "8");
    mem_append(meeting, meeting->items, meeting->n_items)->agenda_number = mem_strdup(meeting, "12");
    chain_restore(meeting, &chain);
    assert_text(meeting->items[0].minute_number, "SD/08");
    assert_text(meeting->items[1].agenda_number, "12");
}

/* ---- the weight ----------------------------------------------------------------------------------------------------------- */

/* A draft of an agenda with items "1", "2"... of TITLES. */
static struct draft *agenda_with(const void *parent, const char *const *titles, size_t n)
{
    struct draft *draft = draft_begin(parent, FORM_FRONTSHEET_TEXT);
    for (size_t i = 0; i < n; i++) {
        struct item *item = mem_append(draft->meeting, draft->meeting->items, draft->meeting->n_items);
        *item = (struct item){.title = mem_strdup(draft->meeting, titles[i]), .agenda_number = mem_printf(draft->meeting, "%zu", i + 1)};
    }
    return draft;
}

static struct weight weight_of(const void *parent, const struct draft *draft, const char *text)
{
    struct signs signs = signs_of(parent, text, strlen(text));
    return weigh_draft(draft, &signs, text);
}

static void titles_weigh_more_than_sentences_and_headings(void **state)
{
    static const char *const good[] = {"Apologies", "Ferries", "Piers"}, *const poor[] = {"Apologies", "Background", "to note the report"};
    struct weight a = weight_of(*state, agenda_with(*state, good, 3), ""), b = weight_of(*state, agenda_with(*state, poor, 3), "");
    assert_int_equal(a.share, 100);
    assert_int_equal(a.good, 3);
    assert_true(b.share < WEIGHT_STRONG);
    assert_true(b.merit < a.merit);
    assert_int_equal(title_worth("Action Plan of the Harbour Master"), TITLE_GOOD);
    assert_true(title_worth("ACTION: Harbour Master") < 0);
}

static void numbers_that_stand_twice_or_fall_weigh_less(void **state)
{
    static const char *const titles[] = {"Apologies", "Ferries", "Piers", "Buses"};
    struct draft *draft = agenda_with(*state, titles, 4);
    draft->meeting->items[2].agenda_number = mem_strdup(draft, "1");
    struct weight weight = weight_of(*state, draft, "");
    assert_int_equal(weight.rising, 3);
    assert_true(weight.share < WEIGHT_STRONG);
}

static void what_was_left_in_the_text_makes_a_reading_weak(void **state)
{
    static const char *const titles[] = {"Apologies", "Declarations of interest"};
    const char *text = "1. Apologies\n2. Declarations of interest\n3. Ferries\n4. Piers\n5. Buses\n";
    assert_true(weight_of(*state, agenda_with(*state, titles, 2), text).share < WEIGHT_STRONG);
    assert_int_equal(weight_of(*state, agenda_with(*state, titles, 2), "1. Apologies\n2. Declarations of interest\n").share, 100);
}

static void an_agenda_whose_lines_say_what_was_resolved_is_a_misfit(void **state)
{
    static const char *const titles[] = {"Apologies", "Ferries"};
    assert_true(weight_of(*state, agenda_with(*state, titles, 2), "Apologies\nRESOLVED: noted\nFerries\nRESOLVED: more of them\n").misfit);
    assert_false(weight_of(*state, agenda_with(*state, titles, 2), "AGENDA\nApologies\nFerries\nTo receive a report\n").misfit);
}

/* ---- the choice ----------------------------------------------------------------------------------------------------------- */

#define PAGE_HEAD "Agenda and minutes\nFerries Policy Group - Monday 3 March 2025 2.00 pm\nVenue: Pier House, Kelmouth\n\nItems\nNo. Item\n\n"

static void a_page_keeps_numbers_that_no_reader_knows(void **state)
{
    struct draft *draft = draft_of(*state, PAGE_HEAD "24-25/FP/11\n\nApologies\n\nMinutes:\nThere were none.\n\n24-25/FP/12\n\nDeclarations of Interest\n\n"
                                                     "Minutes:\nNone was made.\n\n24-25/FP/13\n\nWinter Timetable PDF 85 KB\n\nMinutes:\nThe Group "
                                                     "noted the report.\n\n24-25/FP/14\n\nUrgent Business\n\nMinutes:\nThere was none.\n");
    assert_int_equal(draft->form, FORM_PAGE_TEXT);
    assert_int_equal(draft->meeting->n_items, 4);
    assert_text(draft->meeting->items[2].minute_number, "24-25/FP/13");
    assert_text(draft->meeting->items[2].title, "Winter Timetable");
    assert_int_equal(draft->meeting->items[2].n_attachments, 1);
    assert_text(draft->meeting->items[3].minutes_text, "There was none.");
}

static void a_page_without_labels_stays_one_though_it_resolves(void **state)
{
    struct draft *draft = draft_of(*state, PAGE_HEAD "FP 11/24\n\nApologies\n\nRESOLVED that they be noted.\n\nFP 12/24\n\nDeclarations of Interest\n\n"
                                                     "None.\n\nFP 13/23\n\nWinter Timetable\n\nRESOLVED that it be approved.\n");
    assert_int_equal(draft->form, FORM_PAGE_TEXT);
    assert_int_equal(draft->meeting->n_items, 3);
}

#define SUMMONS "Kelmouth Harbour Board\n\nYou are summoned to a meeting of the Kelmouth Harbour Board on Monday 3 March 2025 at 6.30 pm in Pier House.\n\n"

static void an_agenda_without_pages_and_heading_is_found_by_its_chain(void **state)
{
    struct draft *draft = draft_of(*state, SUMMONS "i.   Apologies for absence\nii.  Declarations of interest\niii. Winter timetable of the ferries\n"
                                                   "     To consider the report of the Harbour Master.\niv.  Dredging\nv.   Date of next meeting\n");
    assert_int_equal(draft->form, FORM_FRONTSHEET_TEXT);
    assert_int_equal(draft->meeting->n_items, 5);
    assert_text(draft->meeting->items[3].agenda_number, "iv");
    assert_text(draft->meeting->items[3].title, "Dredging");
    assert_text(draft->meeting->items[2].agenda_text, "To consider the report of the Harbour Master.");
}

static void a_letter_with_a_numbered_list_is_no_agenda(void **state)
{
    const char *text = "Dear Harbour Master\n\nWe ask on Monday 3 March 2025 that\n\ni.   the ferries run\nii.  the pier is mended\niii. dues are kept\n\nYours\n";
    struct draft *draft = NULL;
    struct err err = {0};
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, text, strlen(text)), FORM_UNKNOWN, &draft, &err), STATUS_INPUT);
    assert_non_null(strstr(err.text, "say so with import --form"));
}

static void a_report_with_numbered_paragraphs_stays_one(void **state)
{
    struct draft *draft = draft_of(*state, "Kelmouth Harbour Board\n3 March 2025\n\nWINTER TIMETABLE OF THE FERRIES\n\nReport of the Harbour Master\n\n"
                                           "Purpose of report\n\n1. To tell the Board of the timetable.\n\nBackground\n\n2. Ferries were late.\n\n"
                                           "3. Apologies were sent.\n\nRecommendation\n\n4. That the report is noted.\n");
    assert_int_equal(draft->form, FORM_REPORT_TEXT);
    assert_int_equal(draft->meeting->n_items, 1);
}

static void what_is_told_of_a_text_is_what_is_read(void **state)
{
    static const char *const texts[] = {
        PAGE_HEAD "1.\n\nApologies\n\nMinutes:\nNone.\n\n2.\n\nFerries\n\nMinutes:\nNoted.\n",
        SUMMONS "a)  Apologies for absence\nb)  Declarations of interest\nc)  Ferries\nd)  Urgent business\n",
    };
    for (size_t i = 0; i < MB_LENGTH(texts); i++) {
        struct document *document = document_of(*state, texts[i], strlen(texts[i]));
        assert_int_equal(intake_sniff(intake_here(*state), document).form, draft_of(*state, texts[i])->form);
    }
}

static void the_member_overrules_the_choice(void **state)
{
    const char *text = SUMMONS "1. Apologies for absence\n\n2. Declarations of interest\n\n3. Ferries\n\n4. Piers\n";
    struct draft *draft = NULL;
    struct err err = {0};
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, text, strlen(text)), FORM_MINUTES_TEXT, &draft, &err), STATUS_OK);
    assert_int_equal(draft->form, FORM_MINUTES_TEXT);
    assert_int_not_equal(draft_of(*state, text)->form, FORM_MINUTES_TEXT);
}

/* It was a report with the name of the hall for its title, and nobody saw that the agenda was lost. */
static void an_agenda_of_which_nothing_is_understood_is_no_report(void **state)
{
    static const char text[] = "Lorne Borough Council\n\nFerries Panel\n\nTuesday, 4 March 2025 at 6.30 pm\nCouncil Chamber, Town Hall\n\n"
                               "Members: Councillors A Smith (Chair), B Jones and C Brown\n\nAGENDA\n\nI Apologies for Absence\n\nII Fares\n\n"
                               "III Boats\n";
    struct draft *draft = NULL;
    struct err err = {0};
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, text, strlen(text)), FORM_UNKNOWN, &draft, &err), STATUS_INPUT);
}

static void the_page_of_a_topic_over_several_meetings_says_what_to_do(void **state)
{
    static const char text[] = "Issue - meetings\n\nWork Programme\n\nMeeting: 14/03/2023 - Ferries Panel (Item 61)\n\n61 Work Programme\n\n"
                               "Additional documents:\n\nMinutes:\n\nThe Panel agreed.\n\nMeeting: 15/11/2022 - Ferries Panel (Item 30)\n\n"
                               "30 Work Programme\n\nMinutes:\n\nNoted.\n";
    struct draft *draft = NULL;
    struct err err = {0};
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, text, strlen(text)), FORM_UNKNOWN, &draft, &err), STATUS_INPUT);
    assert_non_null(strstr(err.text, "save the page of each meeting"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST_CASE(numbers_in_any_pattern_make_a_chain),
        TEST_CASE(paragraphs_of_a_report_make_no_chain),
        TEST_CASE(the_day_above_a_report_is_no_number_of_the_chain),
        TEST_CASE(the_first_number_of_a_page_is_in_the_chain),
        TEST_CASE(an_item_on_top_of_a_page_is_read_with_the_others),
        TEST_CASE(a_list_within_an_item_does_not_break_the_chain),
        TEST_CASE(the_minutes_of_another_meeting_do_not_go_on_with_the_agenda),
        TEST_CASE(numbers_come_back_as_they_were_printed),
        TEST_CASE(titles_weigh_more_than_sentences_and_headings),
        TEST_CASE(numbers_that_stand_twice_or_fall_weigh_less),
        TEST_CASE(what_was_left_in_the_text_makes_a_reading_weak),
        TEST_CASE(an_agenda_whose_lines_say_what_was_resolved_is_a_misfit),
        TEST_CASE(a_page_keeps_numbers_that_no_reader_knows),
        TEST_CASE(a_page_without_labels_stays_one_though_it_resolves),
        TEST_CASE(an_agenda_without_pages_and_heading_is_found_by_its_chain),
        TEST_CASE(a_letter_with_a_numbered_list_is_no_agenda),
        TEST_CASE(a_report_with_numbered_paragraphs_stays_one),
        TEST_CASE(what_is_told_of_a_text_is_what_is_read),
        TEST_CASE(the_member_overrules_the_choice),
        TEST_CASE(the_page_of_a_topic_over_several_meetings_says_what_to_do),
        TEST_CASE(an_agenda_of_which_nothing_is_understood_is_no_report),
    };
    return cmocka_run_group_tests_name("intake: the choice between readings", tests, NULL, NULL);
}
