/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Forms that pages of single councils have (field.md 3.9; taxonomy, section 4): headings, timings, marks
 * behind titles, files. Whole papers are in tests/intake. */
#include "support/growth.h"

#include "reading.h"

#include "src/intake/agenda.h"
#include "src/intake/printed.h"

#define LAST_ITEM "8.\n\nDate of Next Meeting\n\nMinutes:\n\nNoted.\n"

/* The meeting of a page whose form line is followed by HEADING. */
static const struct meeting *meeting_under(const void *parent, const char *heading)
{
    return draft_of(parent, mem_printf(parent, "Agenda and minutes\n\n%s\n\nVenue: Town Hall\n\nNo. Item\n\n" LAST_ITEM,
                                       heading))
        ->meeting;
}

/* The first item of a page whose item 7 is TEXT, from the title on. */
static const struct item *item_of(const void *parent, const char *text)
{
    char *page = mem_printf(parent, "Agenda and minutes\n\nNo. Item\n\n7.\n\n%s\n\n" LAST_ITEM, text);
    const struct meeting *meeting = draft_of(parent, page)->meeting;
    assert_int_equal(meeting->n_items, 2);
    return &meeting->items[0];
}

static void a_comma_may_part_the_committee_from_its_day(void **state)
{
    const struct meeting *meeting =
        meeting_under(*state, "Roads, Rail and Ferries Panel, Wednesday, 21 June 2023 7.30 pm");
    assert_text(meeting->committee, "Roads, Rail and Ferries Panel");
    assert_text(date_iso(*state, meeting->date), "2023-06-21");
    assert_int_equal(meeting->minutes_after_midnight, 19 * 60 + 30);
}

static void the_manner_of_a_meeting_is_no_part_of_the_committee_s_name(void **state)
{
    static const char *const manners[] = {"Virtual Meeting, ", "Special Meeting, ", "Special, ",
                                          "EXTRAORDINARY MEETING: "};
    for (size_t i = 0; i < MB_LENGTH(manners); i++) {
        char *heading = mem_printf(*state, "%sFerry Committee - Monday 22nd April 2024 6.00 pm", manners[i]);
        assert_text(meeting_under(*state, heading)->committee, "Ferry Committee");
    }
    assert_text(meeting_under(*state, "Special Educational Needs Panel - Monday 22nd April 2024 6.00 pm")->committee,
                "Special Educational Needs Panel");
}

static void committee_and_day_may_stand_on_two_lines(void **state)
{
    const struct meeting *meeting = meeting_under(*state, "Ferry Committee\nMonday 22nd April 2024 6.00 pm");
    assert_text(meeting->committee, "Ferry Committee");
    assert_text(date_iso(*state, meeting->date), "2024-04-22");
}

static void a_line_above_the_day_that_is_no_body_is_no_committee(void **state)
{
    assert_null(meeting_under(*state, "Meeting details\n\nMonday 22nd April 2024 6.00 pm")->committee);
    assert_null(meeting_under(*state, "Home > Council > Committees\n\nMonday 22nd April 2024 6.00 pm")->committee);
}

static void a_word_in_capitals_behind_the_clock_is_kept(void **state)
{
    const struct meeting *meeting = meeting_under(*state, "Ferry Committee - Thursday, 25th July, 2024 5.00 pm, NEW");
    assert_text(meeting->status_text, "NEW");
    assert_text(meeting->status, "held");
    assert_null(meeting_under(*state, "Ferry Committee - Thursday, 25th July, 2024 5.00 pm (Hall)")->status_text);
}

static void a_span_of_the_clock_in_brackets_is_a_timing(void **state)
{
    const struct item *item = item_of(*state, "Ferry Fares\n\n(18:35 - 20:05)\n\nMinutes:\n\nNoted.");
    assert_text(item->timing, "18:35 - 20:05");
    assert_null(item->agenda_text);
    assert_text(item_of(*state, "Ferry Fares (19:05 -19:55)\n\nMinutes:\n\nNoted.")->title, "Ferry Fares");
    assert_text(item_of(*state, "Ferry Fares\n\n(6.10 pm / 15 mins)\n\nMinutes:\n\nNoted.")->timing,
                "6.10 pm / 15 mins");
    assert_text(item_of(*state, "Plan for Ferries (2022)\n\nMinutes:\n\nNoted.")->title, "Plan for Ferries (2022)");
    assert_text(item_of(*state, "Ferry Times (7.30)\n\nMinutes:\n\nNoted.")->title, "Ferry Times (7.30)");
}

static void a_paper_to_follow_is_said_beside_its_title(void **state)
{
    static const char *const titles[] = {"Ferry Fares - to follow", "Ferry Fares (to follow)",
                                         "Ferry Fares \xE2\x80\x93 To Follow", "Ferry Fares\n\nReport to follow",
                                         "Ferry Fares\n\n(TO FOLLOW)"};
    for (size_t i = 0; i < MB_LENGTH(titles); i++) {
        const struct item *item = item_of(*state, mem_printf(*state, "%s\n\nMinutes:\n\nNoted.", titles[i]));
        assert_text(item->title, "Ferry Fares");
        assert_non_null(item->pages_note);
        assert_int_equal(item->follow, FOLLOW_TO_FOLLOW);
        assert_null(item->agenda_text);
    }
}

static void words_that_only_sound_like_it_are_no_paper_to_follow(void **state)
{
    const struct item *item =
        item_of(*state, "A Route to Follow\n\nMembers chose which lead to follow\n\nMinutes:\n\nNoted.");
    assert_text(item->title, "A Route to Follow");
    assert_int_equal(item->follow, FOLLOW_NONE);
    assert_text(item->agenda_text, "Members chose which lead to follow");
    item = item_of(*state, "Ferry Fares - to follow PDF 12 KB\n\nMinutes:\n\nNoted.");
    assert_int_equal(item->follow, FOLLOW_NONE); /* it has come */
}

static void files_may_be_named_by_their_program(void **state)
{
    const struct item *item = item_of(*state, "Ferry Fares\n\nAdditional documents:\n\nFares, item 7.Word 64 KB\n"
                                              "Model, item 7. Excel 1 MB\n\nMinutes:\n\nNoted.");
    assert_int_equal(item->n_attachments, 2);
    assert_text(item->attachments[0].title, "Fares");
    assert_text(item->attachments[0].size, "64 KB");
    assert_text(item->attachments[1].title, "Model");
}

static void links_may_stand_above_the_heading_of_their_part(void **state)
{
    const char *page = "Agenda and minutes\n\nNo. Item\n\n7.\n\nExclusion of the Public\n\nMinutes:\n\nResolved.\n\n"
                       "8. Sale of a Ferry (exempt - paragraph 3)\n\nPart B - not open to the public\n\n"
                       "8.\n\nSale of a Ferry\n\nMinutes:\n\nNoted.\n";
    const struct meeting *meeting = draft_of(*state, page)->meeting;
    assert_int_equal(meeting->n_items, 2);
    assert_text(meeting->items[0].minutes_text, "Resolved.");
    assert_false(meeting->items[0].exempt);
    assert_true(meeting->items[1].exempt);
    assert_text(meeting->items[1].exempt_reason, "paragraph 3");
    assert_int_equal(meeting->items[1].part, 2);
}

static void a_title_may_begin_with_the_exempt_mark(void **state)
{
    assert_true(item_of(*state, "EXEMPT - Lease of a Quay (paragraph 3)\n\nMinutes:\n\nNoted.")->exempt);
    assert_true(item_of(*state, "Confidential: Lease of a Quay\n\nMinutes:\n\nNoted.")->exempt);
    assert_true(item_of(*state, "Exempt \xE2\x80\x93 Lease of a Quay\n\nMinutes:\n\nNoted.")->exempt);
    assert_false(item_of(*state, "Exemption from the Rules on Contracts\n\nMinutes:\n\nNoted.")->exempt);
    assert_false(item_of(*state, "Confidential Waste: a Review\n\nMinutes:\n\nNoted.")->exempt);
}

static void an_item_may_say_of_itself_that_it_is_exempt(void **state)
{
    assert_true(item_of(*state, "Lease of a Quay\n\nThis item was restricted.\n\nMinutes:\n\nNoted.")->exempt);
    const struct item *item =
        item_of(*state, "Lease of a Quay\n\nReasons for exemption: paragraph 3 of Schedule 12A\n\nMinutes:\n\nNoted.");
    assert_true(item->exempt);
    assert_text(item->exempt_reason, "paragraph 3");
    assert_false(item_of(*state, "Lease of a Quay\n\nThis report is exempt from call-in.\n\nMinutes:\n\nNoted.")->exempt);
    assert_false(item_of(*state, "Lease of a Quay\n\nThe report is restricted to two berths.\n\nMinutes:\n\nNoted.")->exempt);
}

static void the_reason_may_stand_behind_the_restricted_paper(void **state)
{
    const struct item *item = item_of(*state, "Lease of a Quay\n\nAdditional documents:\n\nRestricted enclosure "
                                              "View the reasons why document 7./3 is restricted\n\nMinutes:\n\nNoted.");
    assert_int_equal(item->n_attachments, 1);
    assert_text(item->attachments[0].title, "Restricted enclosure");
    assert_true(item->attachments[0].exempt);
}

static void a_table_flattened_to_lines_is_taken_apart(void **state)
{
    const char *page =
        "Agenda and minutes\nNo.\tItem\n"
        "1.\tUrgent Business  The Chair takes late items. Minutes: None.\n"
        "2.\tFerry Fares PDF 12 KB Additional documents: Appendix 1 PDF 1 MB Minutes: Noted.\nIt was late.\n"
        "3.\tNext Meeting Minutes: In May.\n";
    const struct meeting *meeting = draft_of(*state, page)->meeting;
    assert_int_equal(meeting->n_items, 3);
    assert_text(meeting->items[0].minute_number, "1");
    assert_text(meeting->items[0].title, "Urgent Business");
    assert_text(meeting->items[0].agenda_text, "The Chair takes late items.");
    assert_text(meeting->items[0].minutes_text, "None.");
    assert_text(meeting->items[1].title, "Ferry Fares");
    assert_int_equal(meeting->items[1].n_attachments, 2);
    assert_non_null(strstr(meeting->items[1].minutes_text, "It was late."));
    assert_text(meeting->items[2].minutes_text, "In May.");
}

static const char numbers_lost[] =
    "Agenda and minutes\n\nNo. Item\n\nApologies\n\nMinutes:\n\nNone were made\n\n"
    "Ferry Fares PDF 12 KB\n\nThe Chair speaks\n\nAdditional documents:\n\nMinutes:\n\nHigh.\n\n"
    "Ferry Times\n\nReport of the Director\n\n(for information)\n\nDecision:\n\nThat they stay.\n\n"
    "Minutes:\n\nThe Panel asked about:\n\n1. ships\n\nRESOLVED to wait\n\nNext Meeting\n\nMinutes:\n\nIn May.\n";

static void titles_show_the_items_where_the_numbers_are_lost(void **state)
{
    static const char *const titles[] = {"Apologies", "Ferry Fares", "Ferry Times", "Next Meeting"};
    const struct draft *draft = draft_of(*state, numbers_lost);
    assert_int_equal(draft->meeting->n_items, MB_LENGTH(titles));
    for (size_t i = 0; i < MB_LENGTH(titles); i++) {
        assert_text(draft->meeting->items[i].title, titles[i]);
        assert_null(draft->meeting->items[i].minute_number);
    }
    assert_text(draft->meeting->items[0].minutes_text, "None were made");
    assert_text(draft->meeting->items[1].agenda_text, "The Chair speaks");
    assert_text(draft->meeting->items[2].decision_text, "That they stay.");
    assert_non_null(strstr(draft->meeting->items[2].minutes_text, "RESOLVED to wait"));
    assert_true(warns(draft, "lost the numbers"));
}

static void an_item_whose_title_cannot_be_told_stays_with_the_one_before(void **state)
{
    const char *page = "Agenda and minutes\n\nNo. Item\n\nApologies\n\nMinutes:\n\nNone.\n\nall in small "
                       "letters\n\nMinutes:\n\nHigh.\n\n"
                       "Next Meeting\n\nMinutes:\n\nIn May.\n";
    const struct meeting *meeting = draft_of(*state, page)->meeting;
    assert_int_equal(meeting->n_items, 2);
    assert_non_null(strstr(meeting->items[0].minutes_text, "High."));
}

static void titles_are_sure_only_with_a_file_or_routine_business_where_labels_are_lost_too(void **state)
{
    const char *page =
        "Agenda and minutes\n\nNo. Item\n\nWelcome by the Mayor\n\nHe came.\n\nDeclarations of Interest\n\nNone.\n\n"
        "Ferry Fares PDF 12 KB\n\nAdditional documents:\n\nCosts PDF 3 KB\n\nShips at Night\n\nThey sail.\n";
    const struct draft *draft = draft_of(*state, page);
    assert_int_equal(draft->meeting->n_items, 3);
    assert_text(draft->meeting->items[0].title, "Welcome by the Mayor");
    assert_text(draft->meeting->items[1].title, "Declarations of Interest");
    assert_int_equal(draft->meeting->items[2].n_attachments, 2);
    assert_non_null(strstr(draft->meeting->items[2].minutes_text, "Ships at Night"));
    assert_true(warns(draft, "lost the numbers"));
    assert_true(warns(draft, "cannot be told apart"));
}

static void numbers_may_have_lost_their_stops_or_have_a_colon(void **state)
{
    static const char *const stops[] = {"", " :", ":"};
    for (size_t i = 0; i < MB_LENGTH(stops); i++) {
        char *page =
            mem_printf(*state,
                       "Agenda and minutes\n\nNo.\nItem\n\n55%s\n\nFares\n\nMinutes:\n\nOf 2020\n\n7\n\nrose.\n\n"
                       "56%s\n\nShips\n\nMinutes:\n\nNoted.\n",
                       stops[i], stops[i]);
        const struct meeting *meeting = draft_of(*state, page)->meeting;
        assert_int_equal(meeting->n_items, 2);
        assert_text(meeting->items[0].minute_number, "55");
        assert_text(meeting->items[0].minutes_text, "Of 2020\n\n7\n\nrose.");
        assert_text(meeting->items[1].title, "Ships");
    }
}

static void numbers_may_have_a_prefix_and_titles_an_agenda_number(void **state)
{
    const char *page =
        "Agenda and minutes\n\nNo. Item\n\nO&SC 61/23\n\nFares [Item 5] PDF 1 KB\n\nAdditional documents:\n\n"
        "Costs , item O&SC 61/23 PDF 3 KB\n\nMinutes:\n\nNoted.\n\nO&SC 62/23\n\nShips (Item "
        "6)\n\nMinutes:\n\nNoted.\n";
    const struct meeting *meeting = draft_of(*state, page)->meeting;
    assert_int_equal(meeting->n_items, 2);
    assert_text(meeting->items[0].minute_number, "O&SC 61/23");
    assert_text(meeting->items[0].agenda_number, "5");
    assert_text(meeting->items[0].attachments[1].title, "Costs");
    assert_text(meeting->items[1].title, "Ships");
    assert_text(meeting->items[1].agenda_number, "6");
}

static void the_site_s_list_of_letters_is_no_text(void **state)
{
    const struct item *item = item_of(*state, "Fares\n\nMinutes:\n\nA\n\nConsidered.\n\nB\n\nNoted.");
    assert_non_null(strstr(item->minutes_text, "B"));
    const char *page = "Agenda and minutes\n\nNo. Item\n\n7.\n\nFares\n\nMinutes:\n\nNoted.\n\nA\n\nB\n\nC\n\nD\n";
    assert_text(draft_of(*state, page)->meeting->items[0].minutes_text, "Noted.");
}

static void a_long_text_that_speaks_of_a_cancelled_meeting_is_no_page(void **state)
{
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    buf_puts(&text, "Ferry Committee - Monday 22nd April 2024 6.00 pm\n\nThe meeting was cancelled\n\n");
    for (int i = 0; i < 200; i++)
        buf_puts(&text, "Ferries sail at night.\n\n");
    struct draft *draft;
    struct err err = {0};
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, text.data, text.len), FORM_UNKNOWN, &draft, &err),
                     STATUS_INPUT);
}

static void marks_of_markdown_are_no_words_of_a_page(void **state)
{
    const char *page = "# Agenda and minutes\n\n## Ferry Committee - Monday 22nd April 2024 6.00 pm\n\n**Venue:** Town "
                       "*Hall*. [View map](#)\n\n"
                       "| No. | Item |\n| --- | --- |\n\n**7.**\n\n[**Ferry Fares**](x.pdf) ![pdf icon](#) PDF 12 "
                       "KB\n\n**Minutes:**\n\n"
                       "**RESOLVED** - That 2 \\* 3 ships sail ... [view the full minutes text for item 7.](#)\n";
    const struct draft *draft = draft_of(*state, page);
    assert_text(draft->meeting->committee, "Ferry Committee");
    assert_text(draft->meeting->venue, "Town Hall");
    assert_int_equal(draft->meeting->n_items, 1);
    assert_text(draft->meeting->items[0].title, "Ferry Fares");
    assert_text(draft->meeting->items[0].minutes_text, "RESOLVED - That 2 * 3 ships sail");
    assert_true(draft->meeting->items[0].truncated);
}

/* The list that holds the items of a saved page is no list of their text. */
static void a_list_in_an_item_that_is_an_entry_itself_begins_at_the_margin(void **state)
{
    const struct draft *draft = draft_of(*state,
        "<!DOCTYPE html><html><head><title>Agenda for Housing Panel on Wednesday, 5th March, 2025</title></head><body>"
        "<h1 class=\"mgMainTitleTxt\">Agenda and draft minutes</h1>"
        "<h2 class=\"mgSubTitleTxt\">Housing Panel<br>Wednesday, 5th March, 2025 7.00 pm</h2><ul class=\"mgItemList\">"
        "<li><div class=\"mgItemNo\">1</div><div><p class=\"mgAiTitleTxt\">Apologies</p><p>Minutes:</p><p>Cllr Ash.</p></div></li>"
        "<li><div class=\"mgItemNo\">2</div><div><p class=\"mgAiTitleTxt\">Damp</p><p>Minutes:</p>"
        "<ol><li>That a<ul><li>within a</li></ul></li><li>That b</li></ol></div></li></ul></body></html>");
    assert_int_equal(draft->meeting->n_items, 2);
    assert_text(draft->meeting->items[1].minutes_text, "1. That a\n\n  \xE2\x80\xA2 within a\n\n2. That b");
}

static void read_labels(const void *context, void *to, size_t times)
{
    (void)to;
    struct buf page;
    buf_init(&page, context, BUF_MAX_DOCUMENT);
    buf_puts(&page, "<!DOCTYPE html><html><head><title>Agenda item - Damp</title></head><body><div id=\"modgov\"><h1>Agenda item</h1>"
                    "<h2 class=\"mgSubTitleTxt\">Damp</h2><p>Meeting: 05/03/2025 - Housing Panel (Item 7)</p><p>Minutes:</p><p>RESOLVED.</p><div>");
    for (size_t i = 0; i < times; i++)
        buf_puts(&page, "<b>Venue</b><br>");
    buf_puts(&page, "<b>Venue</b> Room 2</div></div></body></html>");
    struct draft *draft = NULL;
    struct err err = {0};
    if (intake_read(context, intake_here(context), document_of(context, page.data, page.len), FORM_ITEM_HTML, &draft, &err) != STATUS_OK)
        fail_msg("not read: %s", err.text);
}

/* Each label looked through all of its block: minutes for a megabyte. */
static void a_block_of_labels_costs_little(void **state)
{
    (void)state;
    test_cost_grows_with(read_labels, NULL, 6000 / TEST_STRIDE(3));
}

/* ---- marks that are none ------------------------------------------------------------------------------------------------- */

static void what_a_link_says_of_itself_goes_with_its_file_only(void **state)
{
    struct attachment file = {0};
    char *link = mem_strdup(*state, "Ferry report (PDF 300 KB, opens in a new tab)"), *words = mem_strdup(*state, "The kiosk (opens in a new window)");
    assert_true(file_suffix(*state, link, &file));
    assert_text(link, "Ferry report");
    assert_text(file.size, "300 KB");
    assert_false(file_suffix(*state, words, &file));
    assert_text(words, "The kiosk (opens in a new window)");
}

static bool is_exempt_by(const void *parent, const char *words)
{
    struct meeting *meeting = mem_new(parent, struct meeting);
    *mem_append(meeting, meeting->items, meeting->n_items) = (struct item){.title = mem_strdup(meeting, "Harbour dues"), .agenda_text = mem_strdup(meeting, words)};
    pack_mark_excluded(meeting);
    return meeting->items[0].exempt;
}

static void a_mark_of_exempt_business_is_a_whole_word(void **state)
{
    static const char *const marks[] = {"Exempt - Para 3", "(Confidential)", "Private report", "Confidential item"};
    static const char *const none[] = {"Private parade, Quay Street", "Restricted underpass", "Confidential reporting line"};
    for (size_t i = 0; i < MB_LENGTH(marks); i++)
        assert_true(is_exempt_by(*state, marks[i]));
    for (size_t i = 0; i < MB_LENGTH(none); i++)
        assert_false(is_exempt_by(*state, none[i]));
}

/* ---- papers made to take long ---------------------------------------------------------------------------------------------- */

static char *repeated(const void *parent, const char *words, size_t times)
{
    struct buf text;
    buf_init(&text, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < times; i++)
        buf_puts(&text, words);
    return buf_take(&text);
}

static void read_title_of_days(const void *context, void *to, size_t times)
{
    (void)to;
    struct page page = {.scratch = talloc_named_const(context, 0, "scratch"), .meeting = mem_new(context, struct meeting)};
    assert_false(page_read_heading(&page, repeated(context, "kiosk on 1 May 2024, ", times), false));
}

static void a_title_of_many_days_takes_no_longer_for_each(void **state)
{
    (void)state;
    test_cost_grows_with(read_title_of_days, NULL, 2000);
}

static void read_brackets(const void *context, void *to, size_t times)
{
    (void)to;
    assert_false(agenda_names_pages(repeated(context, "(", times)));
}

static void a_line_of_brackets_takes_no_longer_for_each(void **state)
{
    (void)state;
    test_cost_grows_with(read_brackets, NULL, 40000);
}

static void part_tables(const void *context, void *to, size_t times)
{
    (void)to;
    struct page page = {.scratch = talloc_named_const(context, 0, "scratch")};
    for (size_t i = 0; i < times; i++)
        *mem_append(page.scratch, page.lines, page.n) = (struct page_line){.text = mem_strdup(page.scratch, i % 2 ? "77\tMend the pier\tAB" : "Item\tWhat\tBy whom")};
    printed_part_lines(&page);
    assert_true(page.n > 0);
}

static void tables_of_actions_take_no_longer_for_each(void **state)
{
    (void)state;
    test_cost_grows_with(part_tables, NULL, 4000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_comma_may_part_the_committee_from_its_day),
        TEST_CASE(the_manner_of_a_meeting_is_no_part_of_the_committee_s_name),
        TEST_CASE(committee_and_day_may_stand_on_two_lines),
        TEST_CASE(a_line_above_the_day_that_is_no_body_is_no_committee),
        TEST_CASE(a_word_in_capitals_behind_the_clock_is_kept),
        TEST_CASE(a_span_of_the_clock_in_brackets_is_a_timing),
        TEST_CASE(a_paper_to_follow_is_said_beside_its_title),
        TEST_CASE(words_that_only_sound_like_it_are_no_paper_to_follow),
        TEST_CASE(files_may_be_named_by_their_program),
        TEST_CASE(links_may_stand_above_the_heading_of_their_part),
        TEST_CASE(a_title_may_begin_with_the_exempt_mark),
        TEST_CASE(an_item_may_say_of_itself_that_it_is_exempt),
        TEST_CASE(the_reason_may_stand_behind_the_restricted_paper),
        TEST_CASE(a_table_flattened_to_lines_is_taken_apart),
        TEST_CASE(titles_show_the_items_where_the_numbers_are_lost),
        TEST_CASE(an_item_whose_title_cannot_be_told_stays_with_the_one_before),
        TEST_CASE(titles_are_sure_only_with_a_file_or_routine_business_where_labels_are_lost_too),
        TEST_CASE(numbers_may_have_lost_their_stops_or_have_a_colon),
        TEST_CASE(numbers_may_have_a_prefix_and_titles_an_agenda_number),
        TEST_CASE(the_site_s_list_of_letters_is_no_text),
        TEST_CASE(a_long_text_that_speaks_of_a_cancelled_meeting_is_no_page),
        TEST_CASE(marks_of_markdown_are_no_words_of_a_page),
        TEST_CASE(a_list_in_an_item_that_is_an_entry_itself_begins_at_the_margin),
        TEST_CASE(a_block_of_labels_costs_little),
        TEST_CASE(what_a_link_says_of_itself_goes_with_its_file_only),
        TEST_CASE(a_mark_of_exempt_business_is_a_whole_word),
        TEST_CASE(a_title_of_many_days_takes_no_longer_for_each),
        TEST_CASE(a_line_of_brackets_takes_no_longer_for_each),
        TEST_CASE(tables_of_actions_take_no_longer_for_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
