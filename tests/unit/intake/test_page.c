/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Pages of councils that do not exist, pasted as text. */
#include "reading.h"

#define NBSP "\xC2\xA0"
#define DOT "\xC2\xB7" NBSP NBSP NBSP NBSP NBSP " "

static const char head[] =
    "Agendas, Meetings and Minutes - Agenda and minutes\n\nAgenda and minutes\n\n"
    "Rivers, Coast - and Harbours Scrutiny Panel - Thursday, 5th May, 2022 6.30 pm\n\n"
    "Venue: Long Room, Customs House, Wexmoor. View directions\n\n"
    "Contact: Ada Quill (01632 960001)/Bo Stone 01632 960 002" NBSP " Scrutiny Officers  Email: ada.quill@wexmoor.example\n\n"
    "Media\n\nItems\nNo. Item\n\n";

static const char items[] =
    "41.\n\nApologies and Welcome\n\nMinutes:\n\nApologies were received from Councillor Pike.\n\n"
    "42.\n\nState of the Harbour Wall pdf icon PDF 1.2 MB\n\n(Indicative timing: 6.35 \xE2\x80\x93 7.10pm)\n\n"
    "Report of the Cabinet Member for Harbours\n\n" NBSP "\n\n"
    "Additional documents:\n\nAppendix A, item 42.PDF 462 KB\n\nPhotographs word icon DOCX 3 MB\n\n"
    "Decision:\n\nThat the wall be inspected.\n\n"
    "Minutes:\n\nThe Panel heard that:\n\n" DOT "the wall had moved; and\n\n" DOT "1." NBSP "the crane stood on it.\n\n"
    NBSP "\n\nIt was agreed that the Chairman would" NBSP " ... " NBSP "view the full minutes text for item 42.\n\n"
    "43.\n\nFerry Fares (Public) PDF 500 KB\n\nMinutes:\n\nResolved: That fares be noted.";

static struct draft *usual(void **state)
{
    return draft_of(*state, mem_printf(*state, "%s%s", head, items));
}

/* ---- the head -------------------------------------------------------------------------------- */

static void the_head_gives_committee_day_time_venue_and_contact(void **state)
{
    struct draft *draft = usual(state);
    const struct meeting *meeting = draft->meeting;
    assert_int_equal(draft->form, FORM_PAGE_TEXT);
    assert_text(meeting->committee, "Rivers, Coast - and Harbours Scrutiny Panel");
    assert_text(date_iso(*state, meeting->date), "2022-05-05");
    assert_int_equal(meeting->date_basis, DATE_STATED);
    assert_int_equal(meeting->minutes_after_midnight, 18 * 60 + 30);
    assert_text(meeting->venue, "Long Room, Customs House, Wexmoor");
    assert_text(meeting->contact, "Ada Quill (01632 960001)/Bo Stone 01632 960 002 Scrutiny Officers");
    assert_text(meeting->contact_email, "ada.quill@wexmoor.example");
    assert_int_equal(draft->telephones.n, 2);
    assert_string_equal(draft->telephones.at[1], "01632960002");
    assert_text(meeting->status, "held");
    assert_null(meeting->minutes_status);
    assert_int_equal(draft->warnings.n, 0);
}

static void a_head_without_committee_and_day_leaves_them_open(void **state)
{
    struct draft *draft = draft_of(*state, mem_printf(*state, "Agenda and minutes\n\nVenue: Town Hall\n\nItems\nNo. Item\n\n%s", items));
    assert_null(draft->meeting->committee);
    assert_false(date_is_set(draft->meeting->date));
    assert_int_equal(draft->meeting->date_basis, DATE_UNKNOWN);
    assert_int_equal(draft->meeting->minutes_after_midnight, -1);
    assert_null(draft->meeting->contact);
}

static void headings_of_other_councils_are_understood(void **state)
{
    static const struct {
        const char *heading, *committee, *date;
        int minutes;
        const char *status;
    } cases[] = {
        {"Ferry Committee - Monday 22nd April 2024 6.00 p.m.", "Ferry Committee", "2024-04-22", 18 * 60, "held"},
        {"Ferry Committee \xE2\x80\x93 Tuesday, 24th May, 2022 14:15", "Ferry Committee", "2022-05-24", 14 * 60 + 15, "held"},
        {"AGM, Council - Tuesday, 24 May 2022 10.00 am, POSTPONED", "AGM, Council", "2022-05-24", 600, "postponed"},
        {"CANCELLED, Ferry Committee - Tuesday 24 May 2022 10.00 am", "Ferry Committee", "2022-05-24", 600, "cancelled"},
        {"Agenda for Ferry Committee on Thursday 15 January 2026, 7:30 pm - Wexmoor", "Ferry Committee", "2026-01-15", 19 * 60 + 30, "held"},
        {"Thursday 15 January 2026 7:30 pm", NULL, "2026-01-15", 19 * 60 + 30, "held"},
        {"Ferry Committee - next Thursday", NULL, NULL, -1, "held"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        char *text = mem_printf(*state, "Agenda and minutes\n\n%s\n\nVenue: Town Hall\n\nNo. Item\n\n%s", cases[i].heading, items);
        const struct meeting *meeting = draft_of(*state, text)->meeting;
        char *date = date_is_set(meeting->date) ? date_iso(*state, meeting->date) : NULL;
        if (!cases[i].committee)
            assert_null(meeting->committee);
        else
            assert_text(meeting->committee, cases[i].committee);
        if (!cases[i].date)
            assert_null(date);
        else
            assert_text(date, cases[i].date);
        assert_int_equal(meeting->minutes_after_midnight, cases[i].minutes);
        assert_text(meeting->status, cases[i].status);
    }
}

static void a_weekday_that_does_not_fit_its_day_is_warned_of(void **state)
{
    char *text = mem_printf(*state, "Ferry Committee - Monday 5 May 2022\n\nNo. Item\n\n%s", items);
    assert_true(warns(draft_of(*state, text), "Monday 5 May 2022"));
}

static void the_heading_of_the_meeting_wins_over_other_days(void **state)
{
    char *text = mem_printf(*state, "Saturday 7 May 2022\n\nSaturday 7 May 2022 9.15 am\n\nAgenda and minutes\n\n"
                                    "Ferry Committee - Thursday 5 May 2022 6.30 pm\n\nNo. Item\n\n%s", items);
    const struct meeting *meeting = draft_of(*state, text)->meeting;
    assert_text(date_iso(*state, meeting->date), "2022-05-05");
    assert_int_equal(meeting->minutes_after_midnight, 18 * 60 + 30);
}

static void draft_minutes_say_so(void **state)
{
    char *text = mem_printf(*state, "Agenda and draft minutes\n\nNo. Item\n\n%s", items);
    assert_text(draft_of(*state, text)->meeting->minutes_status, "draft");
}

static void a_cancelled_meeting_needs_no_items(void **state)
{
    struct draft *draft = draft_of(*state, "Meeting\n\nFerry Committee - Thursday 4th December 2025 7:30 pm, CANCELLED\n\n"
                                           "Proposed venue: Town Hall\n\nNo documents are available.");
    assert_text(draft->meeting->status, "cancelled");
    assert_text(draft->meeting->venue, "Town Hall");
    assert_int_equal(draft->meeting->n_items, 0);
}

/* ---- items ----------------------------------------------------------------------------------- */

static void an_item_has_number_title_files_timing_and_texts_apart(void **state)
{
    const struct item *item = &usual(state)->meeting->items[1];
    assert_int_equal(item->position, 2);
    assert_text(item->minute_number, "42");
    assert_null(item->agenda_number);
    assert_text(item->title, "State of the Harbour Wall");
    assert_text(item->timing, "6.35 \xE2\x80\x93 7.10pm");
    assert_text(item->author, "Report of the Cabinet Member for Harbours");
    assert_text(item->agenda_text, "Report of the Cabinet Member for Harbours");
    assert_text(item->decision_text, "That the wall be inspected.");
    assert_int_equal(item->n_attachments, 3);
    assert_text(item->attachments[0].title, "State of the Harbour Wall");
    assert_text(item->attachments[0].size, "1.2 MB");
    assert_text(item->attachments[1].title, "Appendix A");
    assert_text(item->attachments[1].size, "462 KB");
    assert_text(item->attachments[2].title, "Photographs");
    assert_text(item->attachments[2].format, "DOCX");
    assert_true(item->in_latest);
}

static void minutes_keep_their_words_and_lose_only_the_page_s_blanks(void **state)
{
    assert_text(usual(state)->meeting->items[1].minutes_text,
                "The Panel heard that:\n\n\xC2\xB7 the wall had moved; and\n\n\xC2\xB7 1." NBSP "the crane stood on it.\n\n"
                "It was agreed that the Chairman would");
}

static void a_cut_minute_is_marked_and_the_others_are_not(void **state)
{
    const struct meeting *meeting = usual(state)->meeting;
    assert_false(meeting->items[0].truncated);
    assert_true(meeting->items[1].truncated);
    assert_false(meeting->items[2].truncated);
}

static void a_cut_that_names_another_item_is_warned_of(void **state)
{
    struct draft *draft = draft_of(*state, "No. Item\n\n7.\n\nFerries\n\nMinutes:\n\nText ...  view the full minutes text for item 8.");
    assert_true(draft->meeting->items[0].truncated);
    assert_text(draft->meeting->items[0].minutes_text, "Text");
    assert_true(warns(draft, "item 8"));
}

static void brackets_that_belong_to_a_title_stay(void **state)
{
    assert_text(usual(state)->meeting->items[2].title, "Ferry Fares (Public)");
}

static void a_title_may_break_before_its_file(void **state)
{
    const struct meeting *meeting = draft_of(*state, "No. Item\n\n7.\n\nFerries, Buoys and\nother Floating Things pdf icon PDF 85 KB\n\n"
                                                     "Minutes:\n\nNone.\n\n8.\n\nBuoys\n\npdf icon PDF 9 KB\n\nMinutes:\n\nNone.\n\n"
                                                     "9.\n\nQuays in the\nOuter Harbour\n\nMinutes:\n\nNone.\n\n"
                                                     "10.\n\nPiers\n(previously circulated)\n\nMinutes:\n\nNone.")->meeting;
    assert_text(meeting->items[0].title, "Ferries, Buoys and other Floating Things");
    assert_text(meeting->items[0].attachments[0].size, "85 KB");
    assert_text(meeting->items[1].title, "Buoys");
    assert_text(meeting->items[1].attachments[0].title, "Buoys");
    assert_text(meeting->items[2].title, "Quays in the Outer Harbour");
    assert_text(meeting->items[3].title, "Piers");
    assert_text(meeting->items[3].agenda_text, "(previously circulated)");
}

static void a_number_in_the_text_makes_no_item(void **state)
{
    struct draft *draft = draft_of(*state, "No. Item\n\n7.\n\nFerries\n\nMinutes:\n\nThe aims were:\n\n1.\n\nspeed\n\n2.\n\nsafety\n\n"
                                           "8.\n\nand comfort\n\n8.\n\nBuoys\n\nMinutes:\n\nIn 2021.\n\n2022\n\nwas better.");
    assert_int_equal(draft->meeting->n_items, 2);
    assert_text(draft->meeting->items[0].minutes_text, "The aims were:\n\n1.\n\nspeed\n\n2.\n\nsafety\n\n8.\n\nand comfort");
    assert_text(draft->meeting->items[1].minutes_text, "In 2021.\n\n2022\n\nwas better.");
}

static void numbers_are_text_in_every_council_s_form(void **state)
{
    static const char *const numbers[][2] = {{"77/21", "78/21"}, {"23/5.", "23/6."}, {"EXC 78/07.", "EXC 79/07."},
                                             {"74(b).", "75(a)."}, {"221 (28).", "222 (29)."}, {"3.a", "3.b"}, {"3.1", "3.2"},
                                             {"83a", "83b"}};
    for (size_t i = 0; i < MB_LENGTH(numbers); i++) {
        char *text = mem_printf(*state, "No. Item\n\n%s\n\nFerries\n\nMinutes:\n\nNone.\n\n%s\n\nBuoys\n\nMinutes:\n\nNone.",
                                numbers[i][0], numbers[i][1]);
        const struct meeting *meeting = draft_of(*state, text)->meeting;
        assert_int_equal(meeting->n_items, 2);
        size_t n = strlen(numbers[i][1]);
        assert_text(meeting->items[1].minute_number, mem_strndup(*state, numbers[i][1], n - (numbers[i][1][n - 1] == '.')));
    }
}

static void items_below_an_item_are_items(void **state)
{
    const struct meeting *meeting = draft_of(*state, "No. Item\n\n3.\n\nMinutes\n\nMinutes:\n\n3a\n\nOf 6 June\n\nMinutes:\n\nAgreed.\n\n"
                                                     "3b\n\nOf 7 June\n\nMinutes:\n\nAgreed.\n\n4.\n\nFerries\n\nMinutes:\n\nNone.")->meeting;
    assert_int_equal(meeting->n_items, 4);
    assert_text(meeting->items[1].minute_number, "3a");
    assert_text(meeting->items[3].minute_number, "4");
}

static void an_item_without_any_text_is_kept(void **state)
{
    const struct meeting *meeting = draft_of(*state, "No. Item\n\n77/21\n\nApologies\n\nMinutes:\n\nNone.\n\n78/21\n\nDeclarations of Interest\n\n"
                                                     "79/21\n\nFerries\n\nMinutes:\n\nNone.")->meeting;
    assert_int_equal(meeting->n_items, 3);
    assert_text(meeting->items[1].title, "Declarations of Interest");
    assert_null(meeting->items[1].minutes_text);
}

static void an_agenda_number_in_the_title_is_taken_from_it(void **state)
{
    const struct item *item = &draft_of(*state, "No. Item\n\n1772.\n\nFerries (Agenda item 6)) PDF 4 KB\n\nMinutes:\n\nNone.")->meeting->items[0];
    assert_text(item->title, "Ferries");
    assert_text(item->agenda_number, "6");
    assert_text(item->minute_number, "1772");
}

static void text_above_the_first_number_is_an_item_without_a_number(void **state)
{
    const struct meeting *meeting = draft_of(*state, "No. Item\n\nAvailable Papers\n\nA. The agenda\n\nAdditional documents:\n\n"
                                                     "12.\n\nFerries\n\nMinutes:\n\nNone.")->meeting;
    assert_int_equal(meeting->n_items, 2);
    assert_text(meeting->items[0].title, "Available Papers");
    assert_null(meeting->items[0].minute_number);
    assert_text(meeting->items[1].minute_number, "12");
}

static void an_agenda_without_minutes_has_agenda_numbers(void **state)
{
    struct draft *draft = draft_of(*state, "Agenda\n\nFerry Committee - Thursday, 5th May, 2022 6.30 pm\n\nVenue: Pier\n\nItems\nNo. Item\n\n"
                                           "1.\n\nApologies\n\nTo receive apologies.\n\n2.\n\nFerries pdf icon PDF 16 KB\n\nFor noting\n\n3.\n\nBuoys");
    assert_int_equal(draft->meeting->n_items, 3);
    assert_text(draft->meeting->items[1].agenda_number, "2");
    assert_null(draft->meeting->items[1].minute_number);
    assert_text(draft->meeting->items[1].agenda_text, "For noting");
    assert_null(draft->meeting->status);
    assert_int_equal(draft->warnings.n, 0);
}

/* ---- parts and exempt papers ------------------------------------------------------------------- */

static const char two_parts[] =
    "Agenda and minutes\n\nItems\nNo. Item\n\nPART 1 (open to the public)\n\n"
    "6.\n\nFerries (Public)\n\nMinutes:\n\nPart 2 of the report was welcomed.\n\n"
    "7.\n\nExclusion of the Public\n\nThe Chair to move that the public be excluded, as exempt information is likely to be disclosed.\n\n"
    "Part Two\n\n(All reports in this section are exempt)\n\nMinutes:\n\nRESOLVED \xE2\x80\x93 That the public be excluded.\n\n"
    "8. Ferries (exemption paragraphs 3 and 5)\n\n"
    "8.\n\nFerries\n\n(exemption paragraphs 3 and 5)\n\nMinutes:\n\nNoted.\n\n"
    "9.\n\nBuoys\n\nMinutes:\n\nNoted.";

static void the_part_of_an_item_is_stated_or_nothing(void **state)
{
    const struct meeting *meeting = draft_of(*state, two_parts)->meeting;
    assert_int_equal(meeting->n_items, 4);
    assert_int_equal(meeting->items[0].part, 1);
    assert_int_equal(meeting->items[1].part, 1);
    assert_int_equal(meeting->items[2].part, 2);
    assert_int_equal(meeting->items[3].part, 2);
    assert_int_equal(usual(state)->meeting->items[0].part, 0);
}

static void exempt_is_the_report_and_not_the_motion_before_it(void **state)
{
    const struct meeting *meeting = draft_of(*state, two_parts)->meeting;
    assert_false(meeting->items[0].exempt);
    assert_false(meeting->items[1].exempt);
    assert_true(meeting->items[2].exempt);
    assert_text(meeting->items[2].exempt_reason, "paragraphs 3 and 5");
    assert_true(meeting->items[3].exempt);
    assert_text(meeting->items[2].title, "Ferries");
    assert_text(meeting->items[2].minutes_text, "Noted.");
    assert_false(meeting->items[2].minutes_exempt);
}

static void a_link_to_the_next_item_is_no_minute(void **state)
{
    assert_text(draft_of(*state, two_parts)->meeting->items[1].minutes_text, "RESOLVED \xE2\x80\x93 That the public be excluded.");
}

static void restricted_files_are_exempt(void **state)
{
    const struct item *item = &draft_of(*state, "No. Item\n\n6.\n\nSale of the Pier (exempt)\n\nAdditional documents:\n\n"
                                                "\xE2\x80\xA2 Plan PDF 5 KB\n\nRestricted enclosure 4\n\n"
                                                "View the reasons why document 6/4 is restricted\n\nMinutes:\n\nNoted.")->meeting->items[0];
    assert_true(item->exempt);
    assert_int_equal(item->n_attachments, 2);
    assert_text(item->attachments[0].title, "Plan");
    assert_false(item->attachments[0].exempt);
    assert_text(item->attachments[1].title, "Restricted enclosure 4");
    assert_true(item->attachments[1].exempt);
}

static void an_exempt_appendix_leaves_the_report_public(void **state)
{
    const struct item *item = &draft_of(*state, "No. Item\n\n6.\n\nPier\n\n(Appendix 2 is exempt under paragraph 3)\n\nMinutes:\n\nNoted.")->meeting->items[0];
    assert_false(item->exempt);
}

/* ---- the day from a notice ----------------------------------------------------------------------- */

static struct draft *with_notice(void **state, const char *heading, const char *notice)
{
    return draft_of(*state, mem_printf(*state, "Agenda and minutes\n\n%s\n\nNo. Item\n\n3.\n\nPublic Participation\n\n%s\n\nMinutes:\n\nNone.\n\n"
                                               "4.\n\nMinutes of the Previous Meeting\n\nMinutes:\n\nThe minutes of the meeting held on 20 April 2022 were agreed.",
                                       heading, notice));
}

static void a_notice_gives_the_day_with_its_reason(void **state)
{
    static const char *const notices[] = {
        "Tell us no later than 9.00am on the working day before the meeting (in this case 29 April 2022). More is on our website.",
        "Questions by 10am on the last working day prior to the meeting (Friday 29 April 2022).",
        "Questions must come by noon on Friday 29 April 2022 (the last working day before the meeting).",
        "Write by the preceding working day, i.e. 29 April 2022, to the Clerk.",
    };
    for (size_t i = 0; i < MB_LENGTH(notices); i++) {
        const struct meeting *meeting = with_notice(state, "", notices[i])->meeting;
        assert_int_equal(meeting->date_basis, DATE_INFERRED);
        assert_text(date_iso(*state, meeting->date), "2022-05-03"); /* 2 May was a bank holiday */
        assert_text(meeting->date_reason, "the notice in item 3 names 29 April 2022 as the working day before");
    }
}

static void a_notice_that_names_no_working_day_gives_nothing(void **state)
{
    static const char *const notices[] = {
        "Tell us no later than 9.00am on the working day before the meeting.",
        "Tell us no later than the working day before the meeting on 3 May 2022.",
        "Tell us three working days before the meeting (27 April 2022).",
        "Tell us by the working day after the meeting (in this case 4 May 2022).",
        "Tell us on the working day before the meeting (in this case 29 April).",
    };
    for (size_t i = 0; i < MB_LENGTH(notices); i++) {
        const struct meeting *meeting = with_notice(state, "", notices[i])->meeting;
        assert_int_equal(meeting->date_basis, DATE_UNKNOWN);
        assert_false(date_is_set(meeting->date));
    }
}

static void a_notice_older_than_the_minutes_confirmed_is_not_believed(void **state)
{
    struct draft *draft = with_notice(state, "", "By the working day before the meeting (in this case 12 April 2022).");
    assert_int_equal(draft->meeting->date_basis, DATE_UNKNOWN);
    assert_true(warns(draft, "20 April 2022"));
}

static void a_stated_day_wins_over_the_notice(void **state)
{
    const char *heading = "Ferry Committee - Wednesday 4 May 2022";
    struct draft *draft = with_notice(state, heading, "By the working day before the meeting (in this case 29 April 2022).");
    assert_int_equal(draft->meeting->date_basis, DATE_STATED);
    assert_text(date_iso(*state, draft->meeting->date), "2022-05-04");
    assert_true(warns(draft, "29 April 2022"));
    draft = with_notice(state, heading, "By the working day before the meeting (in this case 3 May 2022).");
    assert_int_equal(draft->warnings.n, 0);
}

/* ---- pastes that lost something --------------------------------------------------------------------- */

static char *replaced(void **state, const char *text, const char *from, const char *to)
{
    struct buf out;
    buf_init(&out, *state, 1 << 20);
    for (const char *at; (at = strstr(text, from)); text = at + strlen(from)) {
        buf_add(&out, text, (size_t)(at - text));
        buf_puts(&out, to);
    }
    buf_puts(&out, text);
    return buf_take(&out);
}

static void check_same_items(const struct meeting *meeting, const struct meeting *wanted)
{
    assert_int_equal(meeting->n_items, wanted->n_items);
    for (size_t i = 0; i < wanted->n_items; i++) {
        assert_text(meeting->items[i].minute_number, wanted->items[i].minute_number);
        assert_text(meeting->items[i].title, wanted->items[i].title);
        assert_int_equal(meeting->items[i].n_attachments, wanted->items[i].n_attachments);
        assert_int_equal(meeting->items[i].truncated, wanted->items[i].truncated);
        assert_text(meeting->items[i].minutes_text, wanted->items[i].minutes_text);
    }
    assert_text(meeting->committee, wanted->committee);
    assert_text(meeting->venue, wanted->venue);
    assert_text(meeting->contact, wanted->contact);
}

static void windows_line_ends_and_a_mark_at_the_front_change_nothing(void **state)
{
    char *text = mem_printf(*state, "%s%s", head, items);
    char *windows = mem_printf(*state, "\xEF\xBB\xBF%s", replaced(state, text, "\n", "\r\n"));
    check_same_items(draft_of(*state, windows)->meeting, usual(state)->meeting);
}

static void a_paste_without_blank_lines_is_read_the_same(void **state)
{
    char *text = replaced(state, mem_printf(*state, "%s%s", head, items), "\n\n", "\n");
    check_same_items(draft_of(*state, text)->meeting, usual(state)->meeting);
}

static void a_paste_with_indented_lines_is_read_the_same(void **state)
{
    char *text = replaced(state, mem_printf(*state, "%s%s", head, items), "\n\n", "\n\n    ");
    check_same_items(draft_of(*state, text)->meeting, usual(state)->meeting);
}

static void without_the_word_minutes_each_item_is_one_text_and_we_say_so(void **state)
{
    struct draft *draft = draft_of(*state, "Agenda and minutes\n\nVenue: Pier\n\nItems\nNo. Item\n\n7.\n\nFerries\n\nTo consider ferries.\n\n"
                                           "Ferries were considered.\n\n8.\n\nBuoys\n\nNone.");
    assert_int_equal(draft->meeting->n_items, 2);
    assert_text(draft->meeting->items[0].minutes_text, "To consider ferries.\n\nFerries were considered.");
    assert_null(draft->meeting->items[0].agenda_text);
    assert_true(warns(draft, "cannot be told apart"));
}

static void rows_with_bars_are_taken_apart_by_the_page_s_words(void **state)
{
    struct draft *draft = draft_of(*state,
        "Agenda, decisions and minutes\nVenue: Pier Head. View directions\nContact: Ada Quill Tel: 01632 960001; Email: ada@wexmoor.example\n"
        "Note: All are welcome.\nMedia\nNo. | Item |\n---|---|\n"
        "Apologies Additional documents: Decision: None. Minutes: Councillor Pike sent apologies. |\n|\n"
        "State of the Wall PDF 246 KB To consider the wall. Additional documents: Minutes: The wall was considered. |\n|\n"
        "Ferries\nTo hear of ferries. Additional documents: Appendix A, item 3. PDF 4 KB Minutes: RESOLVED to float. |\n|\n");
    const struct meeting *meeting = draft->meeting;
    assert_int_equal(meeting->n_items, 3);
    assert_text(meeting->venue, "Pier Head");
    assert_text(meeting->contact, "Ada Quill Tel: 01632 960001");
    assert_text(meeting->items[0].title, "Apologies");
    assert_null(meeting->items[0].minute_number);
    assert_text(meeting->items[0].decision_text, "None.");
    assert_text(meeting->items[0].minutes_text, "Councillor Pike sent apologies.");
    assert_text(meeting->items[1].title, "State of the Wall");
    assert_text(meeting->items[1].attachments[0].size, "246 KB");
    assert_text(meeting->items[1].agenda_text, "To consider the wall.");
    assert_text(meeting->items[2].title, "Ferries");
    assert_text(meeting->items[2].minutes_text, "RESOLVED to float.");
    assert_text(meeting->items[2].attachments[0].title, "Appendix A");
    assert_true(warns(draft, "lost the numbers"));
}

static void rows_that_kept_their_numbers_show_them(void **state)
{
    struct draft *draft = draft_of(*state, "Agenda and minutes\n\nNo. | Item |\n---|---|\n54. | Apologies Minutes: None. |\n"
                                           "55. | Ferries PDF 4 KB Minutes: Noted. |\n");
    assert_int_equal(draft->meeting->n_items, 2);
    assert_text(draft->meeting->items[1].minute_number, "55");
    assert_text(draft->meeting->items[1].title, "Ferries");
    assert_int_equal(draft->warnings.n, 0);
}

static void a_whole_page_pasted_with_its_menus_is_read_the_same(void **state)
{
    char *text = mem_printf(*state, "Skip to content\n\nMenu\n\n%s%s\n\nView Recorded Vote for this item\n\nCalendar\n\nCommittees\n\n"
                                    "Meetings\n\nWhat's New\n\n\xC2\xA9 2024 Wexmoor", head, items);
    check_same_items(draft_of(*state, text)->meeting, usual(state)->meeting);
}

static void welsh_pages_are_taken_apart_too(void **state)
{
    struct draft *draft = draft_of(*state, "Rhaglen a chofnodion\n\nLleoliad: Neuadd y Dref. Cyfarwyddiadau\n\n"
                                           "Cyswllt: Mair Eos  E-bost: mair@wexmoor.example\n\nEitemau\nRhif. Eitem\n\n"
                                           "1.\n\nDatgan Cysylltiad pdf eicon PDF 281 KB\n\nDerbyn datganiad.\n\nDogfennau ychwanegol:\n\n"
                                           "Cofnodion:\n\nNi wnaed datganiadau.");
    const struct item *item = &draft->meeting->items[0];
    assert_text(draft->meeting->venue, "Neuadd y Dref");
    assert_text(draft->meeting->contact, "Mair Eos");
    assert_text(item->title, "Datgan Cysylltiad");
    assert_text(item->attachments[0].size, "281 KB");
    assert_text(item->agenda_text, "Derbyn datganiad.");
    assert_text(item->minutes_text, "Ni wnaed datganiadau.");
}

static void a_page_that_ends_at_a_number_is_cut_short(void **state)
{
    const char *text = "No. Item\n\n7.\n\nFerries\n\nMinutes:\n\nNone.\n\n8.\n\n";
    struct draft *draft = NULL;
    struct err err = {0};
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, text, strlen(text)), FORM_UNKNOWN, &draft, &err), STATUS_INPUT);
    assert_non_null(strstr(err.text, "paper.txt"));
    assert_non_null(strstr(err.text, "cut short"));
    assert_null(draft);
}

/* ---- committees that are named --------------------------------------------------------------------- */

static void committees_are_named_with_their_place(void **state)
{
    struct draft *draft = draft_of(*state, "No. Item\n\n7.\n\nFerries\n\nMinutes:\n\nA Member of the Rivers and Harbours Scrutiny Panel asked the "
                                           "Overview & Scrutiny Board (OSB) for advice. The Panel noted it. The committee agreed.");
    assert_int_equal(draft->committees_named.n, 2);
    assert_string_equal(draft->committees_named.at[0], "Rivers and Harbours Scrutiny Panel\tminute 7");
    assert_string_equal(draft->committees_named.at[1], "Overview & Scrutiny Board\tminute 7");
}

/* ---- hostile pages ------------------------------------------------------------------------------------ */

static void texts_made_to_confuse_are_read_or_refused_in_time(void **state)
{
    static const char *const pieces[] = {"1.\n", "Minutes:\n", "view the full minutes text for item ", "(((((", "Part Two\n",
                                         "\xC2\xA0\xC2", "No. Item\n", "working day before (", "7.\nX PDF 1 KB\n", " - Thursday 1 May 2022"};
    for (size_t i = 0; i < MB_LENGTH(pieces); i++) {
        struct buf text;
        buf_init(&text, *state, 1 << 20);
        buf_puts(&text, "Agenda and minutes\n\nNo. Item\n\n1.\n\nFerries\n\nMinutes:\n\n");
        while (text.len < 200000)
            buf_puts(&text, pieces[i]);
        struct document *document = document_of(*state, text.data, text.len);
        struct draft *draft = NULL;
        struct err err = {0};
        enum status status = intake_read(*state, intake_here(*state), document, FORM_PAGE_TEXT, &draft, &err);
        assert_true(status == STATUS_OK || status == STATUS_INPUT);
        talloc_free(draft);
        buf_release(&text);
    }
}

static void check_text(const char *text)
{
    if (text && (*text == '\0' || !text_is_utf8(text, strlen(text))))
        fail_msg("a text is empty or no UTF-8: \"%s\"", text);
}

static void check_texts(const struct meeting *meeting)
{
    check_text(meeting->committee);
    check_text(meeting->venue);
    check_text(meeting->contact);
    check_text(meeting->contact_email);
    check_text(meeting->status_text);
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        const char *const texts[] = {item->title, item->agenda_text, item->decision_text, item->minutes_text,
                                     item->timing, item->author, item->exempt_reason, item->minute_number, item->agenda_number};
        for (size_t k = 0; k < MB_LENGTH(texts); k++)
            check_text(texts[k]);
        for (size_t k = 0; k < item->n_attachments; k++) {
            check_text(item->attachments[k].title);
            check_text(item->attachments[k].size);
        }
    }
}

/* Marsaglia's xorshift: the same damage in every run. */
static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void damage(struct document *document, uint32_t *seed)
{
    static const char *const words[] = {"Minutes:", "\n1.\n", "(exempt)", "\nPart Two\n", " PDF 1 KB\n", "\n\n", " | ",
                                        "view the full minutes text for item ", "No. Item\n", "\xC2", "Venue:", "Contact: @"};
    for (uint32_t n = 1 + next_random(seed) % 8; n > 0; n--) {
        const char *word = words[next_random(seed) % MB_LENGTH(words)];
        size_t at = next_random(seed) % document->n, length = strlen(word);
        if (at + length < document->n)
            memcpy(document->bytes + at, word, length);
        if (next_random(seed) % 8 == 0)
            document->n -= document->n / 8;
    }
}

static void damaged_pages_give_whole_texts_or_none(void **state)
{
    uint32_t seed = 20220505;
    char *text = mem_printf(*state, "%s%s\n\n44.\n\n%s", head, items, strstr(two_parts, "Exclusion"));
    size_t read = 0;
    for (int round = 0; round < 400; round++) {
        void *context = talloc_new(*state);
        struct document *document = document_of(context, text, strlen(text));
        struct draft *draft;
        struct err err = {0};
        damage(document, &seed);
        if (intake_read(context, intake_here(context), document, FORM_PAGE_TEXT, &draft, &err) == STATUS_OK) {
            read++;
            check_texts(draft->meeting);
        }
        talloc_free(context);
    }
    assert_true(read > 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_head_gives_committee_day_time_venue_and_contact),
        TEST_CASE(a_head_without_committee_and_day_leaves_them_open),
        TEST_CASE(headings_of_other_councils_are_understood),
        TEST_CASE(a_weekday_that_does_not_fit_its_day_is_warned_of),
        TEST_CASE(the_heading_of_the_meeting_wins_over_other_days),
        TEST_CASE(draft_minutes_say_so),
        TEST_CASE(a_cancelled_meeting_needs_no_items),
        TEST_CASE(an_item_has_number_title_files_timing_and_texts_apart),
        TEST_CASE(minutes_keep_their_words_and_lose_only_the_page_s_blanks),
        TEST_CASE(a_cut_minute_is_marked_and_the_others_are_not),
        TEST_CASE(a_cut_that_names_another_item_is_warned_of),
        TEST_CASE(brackets_that_belong_to_a_title_stay),
        TEST_CASE(a_title_may_break_before_its_file),
        TEST_CASE(a_number_in_the_text_makes_no_item),
        TEST_CASE(numbers_are_text_in_every_council_s_form),
        TEST_CASE(items_below_an_item_are_items),
        TEST_CASE(an_item_without_any_text_is_kept),
        TEST_CASE(an_agenda_number_in_the_title_is_taken_from_it),
        TEST_CASE(text_above_the_first_number_is_an_item_without_a_number),
        TEST_CASE(an_agenda_without_minutes_has_agenda_numbers),
        TEST_CASE(the_part_of_an_item_is_stated_or_nothing),
        TEST_CASE(exempt_is_the_report_and_not_the_motion_before_it),
        TEST_CASE(a_link_to_the_next_item_is_no_minute),
        TEST_CASE(restricted_files_are_exempt),
        TEST_CASE(an_exempt_appendix_leaves_the_report_public),
        TEST_CASE(a_notice_gives_the_day_with_its_reason),
        TEST_CASE(a_notice_that_names_no_working_day_gives_nothing),
        TEST_CASE(a_notice_older_than_the_minutes_confirmed_is_not_believed),
        TEST_CASE(a_stated_day_wins_over_the_notice),
        TEST_CASE(windows_line_ends_and_a_mark_at_the_front_change_nothing),
        TEST_CASE(a_paste_without_blank_lines_is_read_the_same),
        TEST_CASE(a_paste_with_indented_lines_is_read_the_same),
        TEST_CASE(without_the_word_minutes_each_item_is_one_text_and_we_say_so),
        TEST_CASE(rows_with_bars_are_taken_apart_by_the_page_s_words),
        TEST_CASE(rows_that_kept_their_numbers_show_them),
        TEST_CASE(a_whole_page_pasted_with_its_menus_is_read_the_same),
        TEST_CASE(welsh_pages_are_taken_apart_too),
        TEST_CASE(a_page_that_ends_at_a_number_is_cut_short),
        TEST_CASE(committees_are_named_with_their_place),
        TEST_CASE(texts_made_to_confuse_are_read_or_refused_in_time),
        TEST_CASE(damaged_pages_give_whole_texts_or_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
