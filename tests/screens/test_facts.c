/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words in which a meeting, an item and a work programme are spoken of (screens.md 2). */
#include "support/test.h"

#include "src/screens/actions.h"
#include "src/screens/private.h"
#include "src/screens/programme.h"
#include "src/screens/wanted.h"

#include <locale.h>

#define T(literal) ((char *)(literal))

/* ---- names -------------------------------------------------------------------------------------------- */

static void a_committee_is_shortened_before_it_is_cut(void **state)
{
    const char *name = "Highways and Transport Overview and Scrutiny Panel";
    assert_string_equal(name_committee(*state, name, 60), name);
    assert_string_equal(name_committee(*state, name, 40), "Highways and Transport O&S Panel");
    assert_string_equal(name_committee(*state, name, 12), "Highways an…");
    assert_string_equal(name_committee(*state, name, 0), "Highways and Transport Overview and Scrutiny Panel");
    assert_string_equal(name_committee(*state, NULL, 60), "committee not stated");
}

static void a_stem_leaves_out_what_all_committees_are(void **state)
{
    assert_string_equal(name_stem(*state, "Highways and Transport Overview and Scrutiny Panel"),
                        "Highways and Transport");
    assert_string_equal(name_stem(*state, "Health Scrutiny Sub-Committee"), "Health");
    assert_string_equal(name_stem(*state, "Scrutiny Board"), "Scrutiny");
    assert_string_equal(name_stem(*state, "Panel"), "Panel");
    assert_string_equal(name_stem(*state, "Overview and Scrutiny Panel"), "Overview and Scrutiny Panel");
    assert_string_equal(name_stem(*state, "Overview & Scrutiny Board"), "Overview & Scrutiny Board");
    assert_string_equal(name_body("Health Scrutiny Select Committee"), "Committee");
    assert_string_equal(name_body("Transport Panel"), "Panel");
    assert_string_equal(name_body(NULL), "meeting");
}

static void page_ranges_and_counts_read_well(void **state)
{
    assert_string_equal(words_range(*state, "1 - 10"), "1–10");
    assert_string_equal(words_range(*state, "7"), "7");
    assert_string_equal(words_count(*state, 1, "report", "reports"), "1 report");
    assert_string_equal(words_count(*state, 0, "report", "reports"), "0 reports");
    assert_string_equal(words_count(*state, 12006, "report", "reports"), "12,006 reports");
}

/* ---- meetings ------------------------------------------------------------------------------------------- */

static void a_day_says_how_it_is_known(void **state)
{
    struct date day = {2024, 2, 29};
    assert_string_equal(fact_day(*state, day, DATE_STATED), "Thursday 29 February 2024");
    assert_string_equal(fact_day(*state, day, DATE_INFERRED), "Thursday 29 February 2024, worked out");
    assert_string_equal(fact_day(*state, day, DATE_GIVEN), "Thursday 29 February 2024, given by you");
    assert_string_equal(fact_day(*state, (struct date){0}, DATE_UNKNOWN), "day not known");
}

static void a_meeting_of_today_or_later_is_still_to_come(void **state)
{
    (void)state;
    struct meeting_row at[] = {{.date = {2024, 3, 2}}, {.date = {2024, 3, 1}}, {.date = {2024, 2, 29}}, {.date = {0}}};
    struct meeting_rows rows = {at, MB_LENGTH(at)};
    meetings_mark_ahead(&rows, (struct date){2024, 3, 1});
    assert_true(at[0].ahead && at[1].ahead);
    assert_false(at[2].ahead || at[3].ahead);
}

static void a_healed_minute_says_since_when(void **state)
{
    assert_string_equal(fact_healed(*state, (struct date){2022, 12, 2}), "Full minute held since 2 December 2022; before that cut off.");
    assert_string_equal(fact_healed(*state, (struct date){0}), "Full minute held; another paper of this meeting cuts it off.");
}

static void a_row_of_a_list_says_what_is_held(void **state)
{
    struct meeting_row row = {.has_agenda = true, .has_minutes = true, .reports_held = 4, .minutes_cut = 3};
    assert_string_equal(fact_meeting_line(*state, &row), "agenda, 4 reports, minutes (3 cut off)");
    row = (struct meeting_row){.has_agenda = true, .reports_held = 2, .reports_to_follow = 2};
    assert_string_equal(fact_meeting_line(*state, &row), "agenda, 2 reports (2 more to follow); minutes not held");
    row.ahead = true; /* nobody has minuted it yet */
    assert_string_equal(fact_meeting_line(*state, &row), "agenda, 2 reports (2 more to follow)");
    row = (struct meeting_row){.has_minutes = true, .minutes_cut = 2, .exempt_items = 1};
    assert_string_equal(fact_meeting_line(*state, &row), "minutes (2 cut off), 1 report exempt");
}

static void only_numbers_that_follow_each_other_are_joined(void **state)
{
    static const struct {
        const char *numbers[4], *words;
    } cases[] = {{{"1", "9"}, "items 1 and 9"},         {{"4", "5", "6"}, "items 4–6"}, {{"7", "7"}, "item 7"},
                 {{"2", "4", "5", "9"}, "items 2, 4–5, 9"}, {{"6(a)", "6(b)"}, "items 6(a) and 6(b)"}};
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct wanted papers[4];
        const struct wanted *at[4];
        struct wanted_entry entry = {.at = at};
        for (; entry.n < 4 && cases[i].numbers[entry.n]; entry.n++) {
            papers[entry.n] = (struct wanted){.kind = WANTED_PAPER, .agenda_number = T(cases[i].numbers[entry.n])};
            at[entry.n] = &papers[entry.n];
        }
        assert_string_equal(wanted_number(*state, &entry), cases[i].words);
    }
}

static struct meeting two_papers(void)
{
    static struct source sources[] = {{.path = T("a.txt"), .form = FORM_PACK_TEXT},
                                      {.path = T("b.txt"), .form = FORM_PAGE_TEXT}};
    static struct item items[] = {
        {.position = 1,
         .agenda_number = T("1"),
         .minute_number = T("40"),
         .title = T("Apologies"),
         .minutes_text = T("None.")},
        {.position = 2,
         .agenda_number = T("2"),
         .minute_number = T("41"),
         .title = T("Buses"),
         .truncated = true,
         .minutes_text = T("It was")},
        {.position = 3, .agenda_number = T("3"), .title = T("Roads"), .follow = FOLLOW_PUBLISHED_NOT_HELD},
    };
    return (struct meeting){
        .joined_because = T("the titles agree"), .sources = sources, .n_sources = 2, .items = items, .n_items = 3};
}

static void a_row_without_papers_says_how_the_meeting_is_known(void **state)
{
    struct meeting_row row = {.entered = true};
    assert_string_equal(fact_meeting_line(*state, &row), "no paper held yet; entered by you");
    row.listed = true;
    assert_string_equal(fact_meeting_line(*state, &row), "no paper held yet; listed by the council");
    row.status = T("cancelled");
    assert_string_equal(fact_meeting_line(*state, &row), "cancelled; listed by the council");
    row = (struct meeting_row){.has_agenda = true, .status = T("postponed")};
    assert_string_equal(fact_meeting_line(*state, &row), "postponed, agenda");
    row.status = T("held");
    assert_string_equal(fact_meeting_line(*state, &row), "agenda; minutes not held");
}

static void only_a_list_gives_numbers_to_a_meeting_without_papers(void **state)
{
    (void)state;
    struct source source = {0};
    const struct meeting entered = {0}, listed = {.service_id = T("4711")},
                         held = {.service_id = T("4711"), .sources = &source, .n_sources = 1};
    assert_true(meeting_has_no_paper(&entered) && !meeting_is_listed(&entered));
    assert_true(meeting_has_no_paper(&listed) && meeting_is_listed(&listed));
    assert_false(meeting_has_no_paper(&held) || meeting_is_listed(&held));
}

static void meetings_of_one_committee_and_day_are_told_apart_though_another_stands_between(void **state)
{
    const struct date day = {2025, 3, 5};
    struct meeting_row at[] = {{.committee = T("Executive"), .date = day, .minutes_after_midnight = 840},
                               {.committee = T("Housing Panel"), .date = day, .minutes_after_midnight = 660},
                               {.committee = T("Executive"), .date = day, .minutes_after_midnight = 600},
                               {.committee = T("Executive"), .date = {2025, 3, 4}, .minutes_after_midnight = 600}};
    struct meeting_rows rows = {.at = at, .n = MB_LENGTH(at)};
    meetings_tell_apart(*state, &rows, NULL);
    assert_string_equal(at[0].apart, "2.00 pm");
    assert_null(at[1].apart);
    assert_string_equal(at[2].apart, "10.00 am");
    assert_null(at[3].apart);
}

static void a_meeting_says_where_it_comes_from_and_what_is_missing(void **state)
{
    struct meeting meeting = two_papers();
    assert_string_equal(fact_sources(*state, &meeting, true),
                        "from the agenda pack and the meeting page, joined (I: why)");
    assert_string_equal(fact_gaps(*state, &meeting), "1 of 2 minutes cut off · 1 report not held (item 3)");
    meeting.n_items = 1;
    assert_null(fact_gaps(*state, &meeting));
}

static void why_shows_papers_reasons_and_what_the_member_can_do(void **state)
{
    struct meeting meeting = two_papers();
    meeting.date = (struct date){2024, 2, 29};
    meeting.date_basis = DATE_INFERRED;
    meeting.date_reason = T("the notice names 28 February 2024");
    struct committee_offer offer = {.committee = T("Transport Panel")};
    strings_add(*state, &offer.reasons, "its name is in minute 41");
    struct strings lines = fact_why(*state, &meeting, &offer);
    char *all = words_join(*state, &lines, "\n");
    static const char *const wanted[] = {"agenda pack: a.txt",
                                         "the titles agree",
                                         ":part",
                                         "worked out",
                                         "the notice names 28 February 2024",
                                         "probably Transport Panel, because its name is in minute 41",
                                         "= states it"};
    for (size_t i = 0; i < MB_LENGTH(wanted); i++)
        if (!strstr(all, wanted[i]))
            fail_msg("\"%s\" is not said in:\n%s", wanted[i], all);
}

/* Whatever is held, the page has all that the council gives. */
static void the_address_of_a_meeting_s_page_is_told(void **state)
{
    struct meeting meeting = two_papers();
    struct strings lines = fact_why(*state, &meeting, NULL);
    meeting.committee = T("Transport Panel");
    assert_non_null(strstr(words_join(*state, &lines, "\n"), "not known: :site says where the council publishes"));
    meeting.site = T("https://papers.transport.example");
    assert_string_equal(fact_page(*state, &meeting), "begin at https://papers.transport.example");
    meeting.committee_service_id = T("12");
    assert_string_equal(fact_page(*state, &meeting), "begin at https://papers.transport.example/ieListMeetings.aspx?CommitteeId=12");
    meeting.service_id = T("345");
    lines = fact_why(*state, &meeting, NULL);
    assert_non_null(strstr(words_join(*state, &lines, "\n"), "  https://papers.transport.example/ieListDocuments.aspx?CId=12&MId=345&Ver=4"));
    struct item item = {.in_latest = true};
    meeting.items = &item;
    meeting.n_items = 1;
    assert_non_null(strstr(how_to_get_item(*state, &meeting, &item), "The meeting's page: https://papers.transport.example/ieListDocuments.aspx?CId=12"));
}

static void two_papers_that_disagree_are_both_named_with_what_they_say(void **state)
{
    struct source sources[] = {{.form = FORM_PACK_TEXT, .sha256 = "aa11"}, {.form = FORM_PAGE_TEXT, .sha256 = "bb22"}};
    struct meeting meeting = {.sources = sources, .n_sources = 2, .contact = mem_strdup(*state, "Ivy Reed")};
    struct alternative other = {
        .field = mem_strdup(*state, "contact"), .value = mem_strdup(*state, "Noah Pike"), .sha256 = "aa11"};
    assert_string_equal(fact_alternative(*state, &meeting, &other),
                        "contact: the agenda pack says Noah Pike; the meeting page says Ivy Reed");
    memcpy(other.sha256, "cc33445566778899", 17);
    assert_string_equal(fact_alternative(*state, &meeting, &other),
                        "contact: paper cc3344556677 says Noah Pike; read here: Ivy Reed");
    meeting.contact = NULL;
    assert_string_equal(fact_alternative(*state, &meeting, &other), "contact: paper cc3344556677 says Noah Pike");
}

static void what_they_disagree_about_is_said_as_the_head_says_it(void **state)
{
    struct source sources[] = {{.form = FORM_PACK_TEXT, .sha256 = "aa11"}, {.form = FORM_PAGE_TEXT, .sha256 = "bb22"}};
    struct item item = {.position = 3, .agenda_number = T("7"), .title = T("Late Buses"), .timing = T("2.10 to 2.50pm")};
    struct meeting meeting = {.sources = sources, .n_sources = 2, .items = &item, .n_items = 1, .minutes_after_midnight = 10 * 60,
                              .date = {2024, 5, 16}};
    struct alternative time = {.field = T("time"), .value = T("10:30"), .sha256 = "bb22"},
                       day = {.field = T("date"), .value = T("2024-05-23"), .sha256 = "bb22"},
                       title = {.field = T("item 3 title"), .value = T("Buses"), .sha256 = "bb22"},
                       report = {.field = T("item 3 report_text"), .value = T("A long report"), .sha256 = "aa11"};
    assert_string_equal(fact_alternative(*state, &meeting, &time), "time: the meeting page says 10.30 am; the agenda pack says 10.00 am");
    assert_string_equal(fact_alternative(*state, &meeting, &day),
                        "day: the meeting page says Thursday 23 May 2024; the agenda pack says Thursday 16 May 2024");
    assert_string_equal(fact_alternative(*state, &meeting, &title),
                        "item 7, title: the meeting page says Buses; the agenda pack says Late Buses");
    assert_string_equal(fact_alternative(*state, &meeting, &report), "item 7, report: the agenda pack words it otherwise");
    sources[1] = (struct source){.form = FORM_PACK_TEXT, .sha256 = "bb22", .path = T("papers/again.txt")};
    sources[0].path = T("pack.txt");
    assert_string_equal(fact_alternative(*state, &meeting, &time), "time: again.txt says 10.30 am; pack.txt says 10.00 am");
    meeting.alternatives = &time;
    meeting.n_alternatives = 1;
    assert_string_equal(fact_gaps(*state, &meeting), "time: again.txt says 10.30 am; pack.txt says 10.00 am");
    meeting.alternatives = &title; /* no reason to come at another hour */
    assert_null(fact_gaps(*state, &meeting));
}

/* ---- items ------------------------------------------------------------------------------------------------ */

static void an_exempt_report_does_not_hide_a_public_minute(void **state)
{
    struct item item = {
        .part = 2, .exempt = true, .exempt_reason = T("paragraph 2"), .minutes_text = T("Resolved"), .in_latest = true};
    assert_string_equal(fact_exempt(*state, &item),
                        "Part Two: the report is exempt (paragraph 2). The minute is published.");
    item.minutes_text = NULL;
    item.part = 0;
    item.exempt_reason = NULL;
    assert_string_equal(fact_exempt(*state, &item), "The report is exempt.");
    item.exempt = false;
    assert_null(fact_exempt(*state, &item));
}

static void a_paper_to_follow_keeps_its_history(void **state)
{
    struct item item = {.follow = FOLLOW_TO_FOLLOW, .in_latest = true};
    assert_string_equal(fact_report(*state, &item), "Report: to follow");
    item.follow = FOLLOW_PUBLISHED_NOT_HELD;
    assert_string_equal(fact_follow(*state, &item), "to follow, since published, not held");
    item.follow = FOLLOW_NONE;
    assert_null(fact_follow(*state, &item));
    assert_null(fact_report(*state, &item));
    item.pages = T("3 - 9");
    assert_string_equal(fact_report(*state, &item), "Report: pages 3–9, not held");
}

static void a_report_held_is_counted(void **state)
{
    struct block blocks[] = {
        {.kind = BLOCK_HEADING}, {.kind = BLOCK_PARA}, {.kind = BLOCK_PARA}, {.kind = BLOCK_TABLE}};
    struct item item = {.blocks = blocks, .n_blocks = 4, .pages = T("11 - 16"), .in_latest = true};
    assert_string_equal(fact_report(*state, &item), "Report held: pages 11–16, 2 paragraphs, 1 table");
    assert_string_equal(fact_text_name(*state, &item, TEXT_REPORT), "Report, pages 11–16");
}

static void an_item_is_called_by_the_numbers_it_has(void **state)
{
    struct item item = {.position = 4, .agenda_number = T("7"), .minute_number = T("555"), .in_latest = true};
    assert_string_equal(fact_item_number(*state, &item), "item 7, minute 555");
    item.agenda_number = NULL;
    assert_string_equal(fact_item_number(*state, &item), "minute 555");
    item.minute_number = NULL;
    assert_string_equal(fact_item_number(*state, &item), "item without a number, place 4");
}

/* ---- the work programme ---------------------------------------------------------------------------------------- */

static void a_topic_put_off_without_a_date_has_no_date_yet(void **state)
{
    (void)state;
    struct when tbc = {.text = T("TBC")}, month = {T("May 2025"), {{2025, 5, 1}, {2025, 5, 31}}}, words = {.text = T("After the summer")};
    struct programme_entry entry = {.planned = &tbc, .n_planned = 1, .state = ENTRY_DEFERRED};
    assert_false(entry_is_dated(&entry));
    entry.planned = &month;
    assert_true(entry_is_dated(&entry));
    entry.state = ENTRY_SCHEDULED;
    entry.planned = &words;
    assert_true(entry_is_dated(&entry));
}

static void the_months_of_a_standing_item_are_not_cut(void **state)
{
    struct when months = {.text = T("January/April/July/October")};
    struct programme_entry entry = {.planned = &months, .n_planned = 1, .state = ENTRY_STANDING, .section = SECTION_STANDING, .issue = T("Budget")};
    struct programme programme = {.entries = &entry, .n_entries = 1};
    struct programme_pages pages = {.programme = &programme};
    struct page *page = page_new(*state, 50);
    programme_standing(page, &pages);
    bool whole = false;
    for (size_t i = 0; i < page->n_lines; i++)
        for (size_t s = 0; s < page->lines[i].n_spans; s++)
            whole |= strcmp(page->lines[i].spans[s].text, "January/April/July/October") == 0;
    assert_true(whole);
}

/* ---- pairing ------------------------------------------------------------------------------------------------ */

static struct meeting agenda_of(const char *const *titles, size_t n)
{
    static struct item items[8];
    for (size_t i = 0; i < n; i++)
        items[i] = (struct item){.position = (int)i + 1, .title = T(titles[i]), .kind = i == 0 ? T("routine") : NULL};
    return (struct meeting){.items = items, .n_items = n};
}

static void an_entry_is_paired_by_the_words_it_shares_with_a_title(void **state)
{
    static const char *const titles[] = {"Apologies", "Home to School Transport", "Quarterly Performance Monitoring",
                                         "Road Safety near Schools Update"};
    struct meeting meeting = agenda_of(titles, 4);
    static const struct {
        const char *issue;
        int position;
    } rows[] = {{"School Transport: the new contract", 2},
                {"Performance (Q2 July to September) and in-year budget monitoring", 3},
                {"Update on road safety", 4},
                {"Annual report of the children's service", 0},
                {"Apologies", 0},
                {"", 0},
                {"Libraries", 0}};
    for (size_t i = 0; i < MB_LENGTH(rows); i++) {
        struct pairing pairing = pair_entry(*state, rows[i].issue, &meeting);
        if (pairing.position != rows[i].position)
            fail_msg("\"%s\" paired with %d, %s", rows[i].issue, pairing.position,
                     pairing.reason ? pairing.reason : "-");
        assert_int_equal(pairing.reason != NULL, pairing.position != 0);
    }
    assert_string_equal(pair_entry(*state, "ROAD SAFETY, again", &meeting).reason, "both say: road, safety");
}

static void quarters_are_one_word_however_they_are_written(void **state)
{
    static const char *const titles[] = {"Apologies", "Performance Monitoring: Quarter 2", "Roads: Third Quarter Report", "Budget"};
    struct meeting meeting = agenda_of(titles, 4);
    static const struct {
        const char *issue;
        int position;
    } rows[] = {{"Performance (Q2 July to September)", 2},     {"Performance, second quarter", 2},
                {"Performance (Q1 April to June)", 0},         {"Performance Monitoring (Q3 October to December)", 0},
                {"Roads (Q3)", 3},                             {"Parks (Q2 July to September)", 0},
                {"Budget of July to September, quarter 2", 4}, {"July to September", 0}};
    for (size_t i = 0; i < MB_LENGTH(rows); i++)
        if (pair_entry(*state, rows[i].issue, &meeting).position != rows[i].position)
            fail_msg("\"%s\" paired with %d", rows[i].issue, pair_entry(*state, rows[i].issue, &meeting).position);
    assert_string_equal(pair_entry(*state, "Performance (Q2 July to September)", &meeting).reason, "both say: performance, quarter 2");
}

static void nothing_is_offered_where_two_items_fit_as_well(void **state)
{
    static const char *const titles[] = {"Minutes", "School Transport in the North", "School Transport in the South"};
    struct meeting meeting = agenda_of(titles, 3);
    assert_int_equal(pair_entry(*state, "School transport", &meeting).position, 0);
    assert_int_equal(pair_entry(*state, "School transport, south", &meeting).position, 3);
}

/* A later page may number the same items otherwise: the row stays with what it was made of. */
static void a_follow_up_stays_with_its_item_when_numbers_change(void **state)
{
    (void)state;
    struct item items[] = {{.minute_number = T("41"), .agenda_number = T("3"), .title = T("Buses")},
                           {.minute_number = T("42"), .agenda_number = T("4"), .title = T("Footpaths")}};
    struct meeting meeting = {.items = items, .n_items = 2};
    struct action by_number = {.minute_number = T("41"), .item_title = T("Footpaths")};
    assert_true(action_is_of_item(&by_number, &meeting, &items[0]));
    assert_false(action_is_of_item(&by_number, &meeting, &items[1]));
    struct action by_agenda = {.minute_number = T("31"), .agenda_number = T("4"), .item_title = T("Buses")};
    assert_true(action_is_of_item(&by_agenda, &meeting, &items[1]));
    struct action by_title = {.minute_number = T("31"), .item_title = T("BUSES.")};
    assert_true(action_is_of_item(&by_title, &meeting, &items[0]));
    assert_false(action_is_of_item(&by_title, &meeting, &items[1]));
}

/* ---- follow-ups ------------------------------------------------------------------------------------------- */

static void a_follow_up_is_called_by_its_kind_else_by_its_class(void **state)
{
    (void)state;
    const struct action letter = {.class = (char *)"action", .kind = (char *)"letter"};
    const struct action request = {.class = (char *)"information_request"};
    const struct action unknown = {.class = (char *)"of a later version"};
    assert_string_equal(fact_follow_up_kind(&letter), "letter");
    assert_string_equal(fact_follow_up_kind(&request), "request for information");
    assert_string_equal(fact_follow_up_kind(&unknown), "action");
}

static void the_papers_words_stand_in_quotes_and_the_members_do_not(void **state)
{
    struct action action = {.state = ACTION_TO_CHECK,
                            .quote = (char *)"It was agreed that the Clerk would\nwrite to",
                            .quote_truncated = true};
    static const char sentence[] = "“It was agreed that the Clerk would write to” [cut off]";
    assert_string_equal(fact_summary(*state, &action, 0), sentence);
    action.subject = (char *)"that the Clerk would\nwrite to";
    assert_string_equal(fact_summary(*state, &action, 0), sentence);
    assert_string_equal(fact_summary(*state, &action, 40), "“that the Clerk would write to” [cut off]");
    action.subject = (char *)"write to"; /* says too little */
    assert_string_equal(fact_summary(*state, &action, 40), sentence);
    action.subject = (char *)"a letter";
    assert_string_equal(fact_summary(*state, &action, 40), "a letter");
    action.subject = (char *)"that the Clerk would\nwrite to";
    action.state = ACTION_KEPT; /* read before */
    assert_string_equal(fact_summary(*state, &action, 0), "“that the Clerk would write to” [cut off]");
    action.own_words = action.subject;
    assert_string_equal(fact_summary(*state, &action, 0), "that the Clerk would\nwrite to");
    assert_string_equal(fact_owner(*state, "The Clerk"), "the Clerk");
    assert_string_equal(fact_owner(*state, "Theodora Finch"), "Theodora Finch");
}

static void what_was_found_is_said_with_how_much_is_left(void **state)
{
    struct follow_up_counts none = {0}, fresh = {.to_check = 7}, begun = {.to_check = 2, .kept = 4, .refused = 1},
                            done = {.kept = 6, .refused = 1};
    assert_null(words_found(*state, &none, 0, false, true, ">"));
    assert_null(words_found(*state, &none, 0, true, false, ">")); /* not looked for yet */
    assert_string_equal(words_found(*state, &none, 0, true, true, ">"), "Follow-ups: none found in what is held.");
    assert_string_equal(words_found(*state, &fresh, 7, true, true, ">"),
                        "7 possible follow-ups in what is held, none checked yet. > goes to the next.");
    assert_string_equal(words_found(*state, &begun, 7, false, true, NULL), "6 follow-ups here, 2 to check.");
    assert_null(words_found(*state, &done, 7, false, true, ">"));
    assert_string_equal(words_judged(*state, &begun), "2 to check, 4 on the tracker, 1 not a follow-up");
    assert_string_equal(words_to_check(*state, &begun), "2 to check · 1 not a follow-up");
}

static void counts_of_the_tracker_are_shortened_in_words_and_never_cut(void **state)
{
    static const struct {
        int width;
        const char *words;
    } cases[] = {{0, "3 on the tracker: 1 overdue, 1 with no date given, 1 done"},
                 {57, "3 on the tracker: 1 overdue, 1 with no date given, 1 done"},
                 {56, "3 on the tracker: 1 overdue, 1 with no date, 1 done"},
                 {50, "1 overdue, 1 with no date, 1 done"},
                 {32, "1 overdue, 2 more"},
                 {1, "1 overdue, 2 more"}};
    struct action rows[] = {{.state = ACTION_KEPT, .due = {{2024, 1, 1}, {2024, 1, 1}}},
                            {.state = ACTION_KEPT},
                            {.state = ACTION_KEPT, .status = (char *)"complete"},
                            {.state = ACTION_TO_CHECK}};
    struct action *at[] = {&rows[0], &rows[1], &rows[2], &rows[3]};
    struct actions actions = {.at = at, .n = MB_LENGTH(at)};
    for (size_t i = 0; i < MB_LENGTH(cases); i++)
        assert_string_equal(actions_counted(*state, &actions, (struct date){2024, 6, 1}, cases[i].width), cases[i].words);
}

static void a_meeting_says_what_there_is_to_check_or_that_nothing_was_found(void **state)
{
    const struct meeting_row row = {.has_minutes = true, .minutes = 9, .minutes_cut = 2};
    struct strings some = fact_meeting_found(*state, &row, 6), none = fact_meeting_found(*state, &row, -1),
                   done = fact_meeting_found(*state, &row, 0);
    assert_int_equal(some.n, 2);
    assert_string_equal(some.at[1], "6 to check");
    assert_string_equal(none.at[0], "minutes (2 cut off); no follow-up in what is held");
    assert_string_equal(done.at[0], "minutes (2 cut off)");
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_committee_is_shortened_before_it_is_cut),
        TEST_CASE(a_stem_leaves_out_what_all_committees_are),
        TEST_CASE(page_ranges_and_counts_read_well),
        TEST_CASE(a_follow_up_stays_with_its_item_when_numbers_change),
        TEST_CASE(a_day_says_how_it_is_known),
        TEST_CASE(a_meeting_of_today_or_later_is_still_to_come),
        TEST_CASE(a_healed_minute_says_since_when),
        TEST_CASE(a_row_of_a_list_says_what_is_held),
        TEST_CASE(only_numbers_that_follow_each_other_are_joined),
        TEST_CASE(a_row_without_papers_says_how_the_meeting_is_known),
        TEST_CASE(only_a_list_gives_numbers_to_a_meeting_without_papers),
        TEST_CASE(meetings_of_one_committee_and_day_are_told_apart_though_another_stands_between),
        TEST_CASE(a_meeting_says_where_it_comes_from_and_what_is_missing),
        TEST_CASE(why_shows_papers_reasons_and_what_the_member_can_do),
        TEST_CASE(an_exempt_report_does_not_hide_a_public_minute),
        TEST_CASE(a_paper_to_follow_keeps_its_history),
        TEST_CASE(a_report_held_is_counted),
        TEST_CASE(an_item_is_called_by_the_numbers_it_has),
        TEST_CASE(an_entry_is_paired_by_the_words_it_shares_with_a_title),
        TEST_CASE(a_topic_put_off_without_a_date_has_no_date_yet),
        TEST_CASE(the_months_of_a_standing_item_are_not_cut),
        TEST_CASE(quarters_are_one_word_however_they_are_written),
        TEST_CASE(nothing_is_offered_where_two_items_fit_as_well),
        TEST_CASE(the_address_of_a_meeting_s_page_is_told),
        TEST_CASE(two_papers_that_disagree_are_both_named_with_what_they_say),
        TEST_CASE(what_they_disagree_about_is_said_as_the_head_says_it),
        TEST_CASE(a_follow_up_is_called_by_its_kind_else_by_its_class),
        TEST_CASE(the_papers_words_stand_in_quotes_and_the_members_do_not),
        TEST_CASE(what_was_found_is_said_with_how_much_is_left),
        TEST_CASE(counts_of_the_tracker_are_shortened_in_words_and_never_cut),
        TEST_CASE(a_meeting_says_what_there_is_to_check_or_that_nothing_was_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
