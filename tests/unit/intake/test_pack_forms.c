/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Forms that packs of single councils have (field.md 3.7, 5): membership, contact, heads of reports, what
 * is asked, programmes without a column of dates. Whole papers are in tests/intake. */
#include "reading.h"

#define COVER "Quarry Scrutiny Panel\n\nMonday, 3 June 2024, 6.00 pm\nTown Hall, Flint\n\n"
#define AGENDA                                                                                                         \
    "Item\tTitle\tPages\n1\tApologies\t\n2\tDust at the Gates\t1 - 4\n3\tLorries\t5 - 9\n4\tWork Plan\t10 - 12\n\n"
#define HEAD "QUARRY SCRUTINY PANEL 3 JUNE 2024\n\n"
#define DUST HEAD "DUST AT THE GATES\n\n"

/* The pack with MEMBERS above its agenda and BODY below it. */
static const struct draft *pack_of(const void *parent, const char *members, const char *body)
{
    return draft_of(parent, mem_printf(parent, COVER "%s\n\n" AGENDA "%s\n", members, body));
}

static const struct item *dust_of(const void *parent, const char *body)
{
    return &pack_of(parent, "", mem_printf(parent, DUST "%s", body))->meeting->items[1];
}

/* ---- front ------------------------------------------------------------------------------------------------ */

static void names_behind_the_heading_of_their_seat_are_people(void **state)
{
    const struct meeting *meeting =
        pack_of(*state, "Membership:\nCouncillors: Mr A. Flint (Chairman), Ms B. Stone and 1 vacancy", "")->meeting;
    assert_int_equal(meeting->n_people, 2);
    assert_text(meeting->people[0].name, "Mr A. Flint");
    assert_text(meeting->people[0].role, "Chairman");
    assert_int_equal(meeting->vacancies.n, 1);
}

static void members_of_a_board_or_commission_are_its_membership(void **state)
{
    static const char *const titles[] = {"Members of the Board",
                                         "Members of the Commission:", "Membership of the Board",
                                         "Members of the Select Committee"};
    for (size_t i = 0; i < MB_LENGTH(titles); i++) {
        char *members = mem_printf(*state, "%s\n\n- Councillor Ann Flint (Chair)\n- Councillor Bo Stone", titles[i]);
        assert_int_equal(pack_of(*state, members, "")->meeting->n_people, 2);
    }
    const char *welcome = "Members of the public are welcome\n\nJane Smith, Press Officer";
    assert_int_equal(pack_of(*state, welcome, "")->meeting->n_people, 0);
}

static void the_contact_s_address_is_kept_apart(void **state)
{
    static const char *const words[] = {
        "For enquiries contact Una Birch, tel. 01632 960111, una.birch@flint.example.",
        "For further information please contact Una Birch 01632 960111 email: una.birch@flint.example",
        "Contact: Una Birch 01632 960111\nE-mail: una.birch@flint.example\nWeb: flint.example"};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        const struct meeting *meeting = pack_of(*state, "", words[i])->meeting;
        assert_text(meeting->contact_email, "una.birch@flint.example");
        assert_true(text_starts(meeting->contact, "Una Birch"));
        assert_null(strchr(meeting->contact, '@'));
    }
}

/* ---- reports ------------------------------------------------------------------------------------------------ */

static void labels_at_its_front_tell_which_report_it_is(void **state)
{
    const char *body = "To: Quarry Scrutiny Panel\nTitle of Report: Dust at the Gates\nDate: 3 June 2024\n\nOne.\n\n"
                       "Report title: Lorries\n\nTwo.\n";
    const struct meeting *meeting = pack_of(*state, "", body)->meeting;
    assert_non_null(strstr(item_report_text(*state, &meeting->items[1]), "One."));
    assert_null(strstr(item_report_text(*state, &meeting->items[1]), "Two."));
    assert_non_null(strstr(item_report_text(*state, &meeting->items[2]), "Two."));
}

static void committee_and_day_in_two_cells_head_a_report(void **state)
{
    const char *body =
        "Quarry Scrutiny Panel\t3 June 2024\n\nReport of the Director of Place\n\nDUST AT THE GATES\n\nOne.\n";
    const struct item *item = &pack_of(*state, "", body)->meeting->items[1];
    assert_text(item->author, "Report of the Director of Place");
    assert_non_null(strstr(item_report_text(*state, item), "One."));
}

static void a_recommendation_may_be_led_in_by_a_sentence(void **state)
{
    const struct item *item = dust_of(
        *state,
        "Recommendations\n\n1.2 The Panel is RECOMMENDED:\n\n1. to note the dust;\n2. to sweep; and\n3. to wait.");
    assert_int_equal(item->asked.n, 3);
    assert_text(item->asked.at[0], "to note the dust");
    assert_text(item->asked.at[2], "to wait");
}

static void the_verb_before_a_list_is_kept_in_each_limb(void **state)
{
    const struct item *item = dust_of(*state, "2. The Panel is asked to determine:\n\n- any comments on the dust;\n- whether to sweep.");
    assert_int_equal(item->asked.n, 2);
    assert_text(item->asked.at[0], "determine any comments on the dust");
    assert_text(item->asked.at[1], "determine whether to sweep");
    item = dust_of(*state, "The Panel is asked to agree the following:\n\n- That the dust be swept.");
    assert_text(item->asked.at[0], "agree the following: That the dust be swept");
    item = dust_of(*state, "The Panel is asked to note the dust and:\n\n- sweep;\n- wait.");
    assert_int_equal(item->asked.n, 3);
    assert_text(item->asked.at[0], "note the dust");
    assert_text(item->asked.at[1], "sweep");
}

static void infinitives_of_one_sentence_are_limbs(void **state)
{
    const struct item *item = dust_of(
        *state, "The Panel is asked to consider the dust, to agree any comments, and to say whether it is clean.");
    assert_int_equal(item->asked.n, 3);
    assert_text(item->asked.at[1], "agree any comments");
    item = dust_of(
        *state, "The Panel is asked to consider the dust, sand and grit and agree what to sweep, to the last corner.");
    assert_int_equal(item->asked.n, 1);
}

static void somebody_invited_and_no_more_is_invited_to_the_meeting(void **state)
{
    const struct item *item =
        dust_of(*state, "1. The Cabinet Member for Land and Nature and the Quarry Manager have been invited.");
    assert_int_equal(item->invited.n, 2);
    assert_text(item->invited.at[0], "Cabinet Member for Land and Nature");
    item = dust_of(*state, "1. The Quarry Manager has been invited to speak in Flint College.");
    assert_int_equal(item->invited.n, 0);
}

static void limbs_end_where_paragraphs_are_numbered_again(void **state)
{
    const char *body = "2.1 The Panel is asked to:\n\na) note the dust;\nb) sweep.\n\n3. Background\n\n3.1 It is grey.";
    assert_int_equal(dust_of(*state, body)->asked.n, 2);
}

/* ---- agendas without a table ---------------------------------------------------------------------------------- */

#define LISTED                                                                                                         \
    "1.\tAPOLOGIES\n\n\tTo receive any.\n\n2.\tMINUTES (Pages 1 - 4)\n\n3.\tDUST\n\n\tReport of the "                  \
    "Director.\n\n(Pages "                                                                                             \
    "5 - 9)\n\nPART B\n\n4.\tSAND (to follow)\n\n"

static void numbered_lines_with_pages_are_an_agenda(void **state)
{
    const char *text = COVER LISTED "Contact: Una Birch\n\n" HEAD "DUST\n\n1. One.\n\n2. Two (page 3).\n";
    const struct draft *draft = draft_of(*state, text);
    const struct meeting *meeting = draft->meeting;
    assert_int_equal(draft->form, FORM_PACK_TEXT);
    assert_int_equal(meeting->n_items, 4);
    assert_text(meeting->items[0].agenda_text, "To receive any.");
    assert_text(meeting->items[1].title, "MINUTES");
    assert_text(meeting->items[1].pages, "1 - 4");
    assert_text(meeting->items[2].pages, "5 - 9");
    assert_text(meeting->items[2].author, "Report of the Director.");
    assert_non_null(strstr(item_report_text(*state, &meeting->items[2]), "Two (page 3)."));
    assert_int_equal(meeting->items[2].part, 0);
    assert_int_equal(meeting->items[3].part, 2);
    assert_int_equal(meeting->items[3].follow, FOLLOW_TO_FOLLOW);
    assert_null(meeting->items[3].agenda_text);
    assert_text(meeting->contact, "Una Birch");
}

static void numbered_paragraphs_without_pages_are_no_agenda(void **state)
{
    const char *text =
        COVER "1. The dust is grey.\n\n2. The sand is not (see page 4).\n\n3. The grit is.\n\n4. That is all.\n";
    struct draft *draft;
    struct err err = {0};
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, text, strlen(text)), FORM_UNKNOWN, &draft, &err),
                     STATUS_INPUT);
}

static void marks_of_the_agenda_system_are_no_words(void **state)
{
    const char *text = COVER "<AI1>\n1.    Apologies\n</AI1>\n<AI2>\n2.    Minutes     (Pages 1 - 4)\n</AI2>\n<AI3>\n"
                             "3.    Dust        (Pages 5 - 9)\n</AI3>\n<TRAILER_SECTION>\n\nThis agenda is "
                             "recycled.\n\n</TRAILER_SECTION>\n";
    const struct meeting *meeting = draft_of(*state, text)->meeting;
    assert_int_equal(meeting->n_items, 3);
    assert_text(meeting->items[0].title, "Apologies");
    assert_null(meeting->items[0].agenda_text);
    assert_text(meeting->items[2].title, "Dust");
}

/* ---- programmes ---------------------------------------------------------------------------------------------- */

#define PLAN HEAD "WORK PLAN\n\n"

static const struct programme *plan_of(const void *parent, const char *body)
{
    const struct draft *draft = pack_of(parent, "", mem_printf(parent, PLAN "%s", body));
    assert_non_null(draft->programme);
    return draft->programme;
}

static void dates_may_stand_in_rows_of_their_own(void **state)
{
    const struct programme *plan = plan_of(
        *state, "Theme\tItem\tLead Officer\tNotes\nMonday 3 June 2024\t\t\t\n"
                "Land\tDust\tA Flint\tPre-decision\nRoads\tLorries\t\t\nTo be scheduled\t\t\t\nLand\tSand\t\t\n");
    assert_int_equal(plan->n_entries, 3);
    assert_text(plan->entries[0].issue, "Dust");
    assert_text(date_iso(*state, plan->entries[1].planned[0].span.from), "2024-06-03");
    assert_true(plan->entries[1].inherited);
    assert_non_null(strstr(plan->entries[0].notes, "Theme: Land"));
    assert_int_equal(plan->entries[2].state, ENTRY_TBC);
}

static void dates_may_stand_above_their_tables(void **state)
{
    const char *body =
        "**Monday 3 June 2024**\n\nItem\tLead Officer\tScope\nDust\tA Flint\tCauses\nLorries\tB Stone\tNight\n\n"
        "**Tuesday 9 July 2024**\n\nItem\tLead Officer\tScope\nSand\tA Flint\tCauses\nNoise\tB Stone\tNight\n";
    const struct programme *plan = plan_of(*state, body);
    assert_int_equal(plan->n_entries, 4);
    assert_text(plan->entries[0].planned[0].text, "Monday 3 June 2024");
    assert_text(plan->entries[3].planned[0].text, "Tuesday 9 July 2024");
}

static void a_programme_may_be_lists_below_dates(void **state)
{
    const struct programme *plan =
        plan_of(*state, "Panel Work Programme 2024\n\n**Tuesday 9 July 2024**\n\n- Dust\n  - at the gates\n- Sand\n\n"
                        "**To be scheduled**\n\n1. Grit\n\n2. Stone\n");
    assert_true(plan->n_entries >= 2);
    assert_text(plan->title, "Panel Work Programme 2024");
    assert_text(plan->entries[0].issue, "Dust\nat the gates");
    assert_text(date_iso(*state, plan->entries[1].planned[0].span.from), "2024-07-09");
    const struct draft *draft = pack_of(*state, "", PLAN "The Panel may:\n\n- agree it\n- change it\n");
    assert_null(draft->programme);
}

static void a_table_of_items_without_any_date_is_no_programme(void **state)
{
    const struct draft *draft =
        pack_of(*state, "", PLAN "Item\tLead Officer\tNotes\nDust\tA Flint\tCauses\nLorries\tB Stone\tNight\n");
    assert_null(draft->programme);
}

static void a_plain_line_may_be_the_programme_s_title(void **state)
{
    const struct programme *plan =
        plan_of(*state, "Quarry Scrutiny Panel work programme 2024-25\n\nThe Panel may add to it.\n\n"
                        "Meeting date\tItem\tLead Officer\n3 June 2024\tDust\tA Flint\n9 July 2024\tSand\tA Flint\n");
    assert_text(plan->title, "Quarry Scrutiny Panel work programme 2024-25");
    assert_text(plan->preamble, "The Panel may add to it.");
}

/* What is blank to one reader of a line and not to another: a tab downward. */
static void a_line_of_a_control_is_no_label(void **state)
{
    const struct draft *draft = draft_of(*state, "\v\nThe following reports were marked 'to follow' on the agenda:\n"
                                                 "7       Ferry Fares: First Results              3 - 40\n");
    assert_int_equal(draft->meeting->n_items, 1);
    assert_text(draft->meeting->items[0].title, "Ferry Fares: First Results");
}

static void a_report_begins_below_its_page_where_its_title_stands_alone(void **state)
{
    const struct draft *draft =
        draft_of(*state, "LARKWATER DISTRICT COUNCIL\n\nPlanning Committee\n\nThursday, 6 March 2025 at 10.00 am\nGuildhall, Larkwater\n\nAGENDA\n\n"
                         "1.  Apologies\n\n2.  Minutes                                     3 - 4\n\n"
                         "3.  P/25/0140 - Byre at Weir Farm               5 - 8\n\n4.  P/25/0162 - Land off Fen Road               9 - 12\n\n"
                         "                                                Page 3\n\nPlanning Committee\n\nMinutes of the meeting held on 6 February 2025\n\n"
                         "                                                Page 5\nP/25/0140 - Byre at Weir Farm\n\nCase officer: A Quill\n\n"
                         "The change of use of a byre to one dwelling is sought.\n\n"
                         "P/25/0162 - Land off Fen Road\n\nCase officer: B Rowe\n\nNine dwellings are sought.\n");
    const struct meeting *meeting = draft->meeting;
    assert_int_equal(draft->form, FORM_PACK_TEXT);
    assert_int_equal(meeting->n_items, 4);
    assert_true(meeting->items[2].n_blocks > 0);
    assert_true(meeting->items[3].n_blocks > 0);
    assert_int_equal(meeting->items[0].n_blocks, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(names_behind_the_heading_of_their_seat_are_people),
        TEST_CASE(members_of_a_board_or_commission_are_its_membership),
        TEST_CASE(the_contact_s_address_is_kept_apart),
        TEST_CASE(labels_at_its_front_tell_which_report_it_is),
        TEST_CASE(committee_and_day_in_two_cells_head_a_report),
        TEST_CASE(a_recommendation_may_be_led_in_by_a_sentence),
        TEST_CASE(the_verb_before_a_list_is_kept_in_each_limb),
        TEST_CASE(infinitives_of_one_sentence_are_limbs),
        TEST_CASE(somebody_invited_and_no_more_is_invited_to_the_meeting),
        TEST_CASE(limbs_end_where_paragraphs_are_numbered_again),
        TEST_CASE(numbered_lines_with_pages_are_an_agenda),
        TEST_CASE(numbered_paragraphs_without_pages_are_no_agenda),
        TEST_CASE(marks_of_the_agenda_system_are_no_words),
        TEST_CASE(dates_may_stand_in_rows_of_their_own),
        TEST_CASE(dates_may_stand_above_their_tables),
        TEST_CASE(a_programme_may_be_lists_below_dates),
        TEST_CASE(a_table_of_items_without_any_date_is_no_programme),
        TEST_CASE(a_plain_line_may_be_the_programme_s_title),
        TEST_CASE(a_line_of_a_control_is_no_label),
        TEST_CASE(a_report_begins_below_its_page_where_its_title_stands_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
