/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Replies of the council's web service (field.md 3.3): what GetMeeting means, quirk by quirk. */
#include "reading.h"

#define HEAD                                                                                                       \
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<meeting>\r\n  <meetingid>4001</meetingid>\r\n"                     \
    "  <meetingdate>09/03/2023</meetingdate>\r\n  <isdisplayallowed>True</isdisplayallowed>\r\n"                     \
    "  <meetingtime>6.30 pm</meetingtime>\r\n  <meetinglocation>\r\n   Ferry Hall,\r\n Quayside \r\n  </meetinglocation>\r\n" \
    "  <meetingroom>\r\n  </meetingroom>\r\n  <agendaid>4011</agendaid>\r\n"
#define ITEMS "  <agendaitems>\r\n"
#define END "  </agendaitems>\r\n</meeting>\r\n"
#define ITEM(id, title, number, more)                                                                                \
    "<agendaitem><agendaitemid>" id "</agendaitemid><agendaitemtitle>" title "</agendaitemtitle>"                      \
    "<agendaitemnumber>7</agendaitemnumber><fulldisplaynumberformat>" number "</fulldisplaynumberformat>" more            \
    "</agendaitem>\r\n"
#define HEADING(title)                                                                                               \
    "<agendaitem><agendaitemid>1</agendaitemid><agendaitemtitle>" title "</agendaitemtitle><agendaitemnumber>0</agendaitemnumber>" \
    "<fulldisplaynumberformat>\r\n </fulldisplaynumberformat></agendaitem>\r\n"
#define AGENDA(html) "<agendatext>" html "</agendatext>"
#define MINUTES(html) "<minutesnonemptyhtmlbody>" html "</minutesnonemptyhtmlbody>"
#define DECISION(html) "<decisionnonemptyhtmlbody>" html "</decisionnonemptyhtmlbody>"
#define P(text) "&lt;p class=\"MsoNormal\"&gt;" text "&lt;/p&gt;\r\n"
#define FILES(files) "<linkeddocuments>" files "</linkeddocuments>"
#define FILE_OF(id, title, committee, more)                                                                          \
    "<linkeddoc><attachmentid>" id "</attachmentid><title>" title "</title><isurl>False</isurl>"                        \
    "<url>https://papers.ferrymouth.example/gov/mgConvert2PDF.aspx?ID=" id "</url><committeetitle>" committee            \
    "</committeetitle>" more "</linkeddoc>"

static struct meeting *meeting_of(void **state, const char *text)
{
    return draft_of(*state, text)->meeting;
}

static void refused(void **state, const char *text, const char *words)
{
    struct draft *draft = NULL;
    struct err err = {0};
    assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, text, strlen(text)), FORM_UNKNOWN, &draft, &err),
                     STATUS_INPUT);
    if (!strstr(err.text, words))
        fail_msg("refused otherwise: %s", err.text);
}

/* ---- the meeting ------------------------------------------------------------------------------------ */

static void day_time_place_and_ids_are_the_reply_s(void **state)
{
    struct draft *draft = draft_of(*state, HEAD "<meetingstatus>Confirmed</meetingstatus>" ITEMS END);
    assert_int_equal(draft->form, FORM_SERVICE_XML);
    assert_text(date_iso(*state, draft->meeting->date), "2023-03-09");
    assert_int_equal(draft->meeting->date_basis, DATE_STATED);
    assert_int_equal(draft->meeting->minutes_after_midnight, 18 * 60 + 30);
    assert_text(draft->meeting->venue, "Ferry Hall, Quayside");
    assert_text(draft->meeting->service_id, "4001");
    assert_text(draft->meeting->agenda_service_id, "4011");
    assert_text(draft->meeting->status_text, "Confirmed");
    assert_null(draft->meeting->status);
    assert_null(draft->meeting->committee);
    assert_null(draft->meeting->site);
}

static void an_envelope_round_the_reply_changes_nothing(void **state)
{
    struct meeting *meeting = meeting_of(
        state, "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body><GetMeetingResponse xmlns='x'>"
               "<GetMeetingResult><meeting xmlns=''><meetingid>3</meetingid><meetingdate>01/02/2024</meetingdate><agendaitems>" ITEM(
                   "31", "Ferries", "1.", MINUTES("<![CDATA[<div><p>Noted.</p></div>]]>"))
                   "</agendaitems></meeting></GetMeetingResult></GetMeetingResponse></soap:Body></soap:Envelope>");
    assert_text(meeting->service_id, "3");
    assert_text(meeting->items[0].minutes_text, "Noted.");
    assert_text(meeting->status, "held");
}

static void the_status_is_told_by_its_first_word_and_kept_whole(void **state)
{
    static const struct {
        const char *words, *status;
    } cases[] = {{"Cancelled", "cancelled"},
                 {"CANCELLED; inquorate", "cancelled"},
                 {"Postponed to May", "postponed"},
                 {"Confirmed; Cancelled Services Review", NULL},
                 {"Provisional", NULL}};
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct meeting *meeting = meeting_of(
            state, mem_printf(*state, HEAD "<meetingstatus> %s </meetingstatus>" ITEMS END, cases[i].words));
        assert_text(meeting->status_text, cases[i].words);
        if (cases[i].status)
            assert_text(meeting->status, cases[i].status);
        else
            assert_null(meeting->status);
    }
}

static void the_committee_is_what_all_documents_name(void **state)
{
    struct meeting *meeting = meeting_of(
        state, HEAD ITEMS ITEM("1", "A", "1.", FILES(FILE_OF("8", "Plan", "Harbour &amp;amp; Ferries Panel", "")))
                   ITEM("2", "B", "2.", FILES(FILE_OF("9", "Map", "Harbour  &amp;amp; Ferries panel", ""))) END);
    assert_text(meeting->committee, "Harbour & Ferries Panel");
    assert_text(meeting->site, "https://papers.ferrymouth.example/gov");
}

static void documents_that_disagree_name_no_committee(void **state)
{
    struct draft *draft = draft_of(*state, HEAD ITEMS ITEM("1", "A", "1.", FILES(FILE_OF("8", "Plan", "Harbour Panel", "")
                                                                                 FILE_OF("9", "Map", "Cabinet", ""))) END);
    assert_null(draft->meeting->committee);
    assert_true(warns(draft, "name 2 committees"));
    assert_int_equal(draft->committees_named.n, 2);
}

static void expected_is_not_present_and_no_more_than_name_and_role_is_kept(void **state)
{
    struct meeting *meeting = meeting_of(
        state, HEAD ITEMS "</agendaitems><attendees>"
                          "<attendee membertype='U' memberid='7' name='Councillor Zo&#xEB; O&apos;Dell' roledescription='Committee Member' "
                          "attendance='Expected' politicalparty='IND' ward='Strand'><url>https://papers.ferrymouth.example/mgUserInfo.aspx?UID=7"
                          "</url></attendee>"
                          "<attendee name='Councillor Ben Reed' roledescription='Chairman' attendance='Present, as expected'/>"
                          "<attendee name='Canon Ruth Lisle' roledescription='Church Representative' attendance='Apologies'/>"
                          "<attendee name='Dr Ian Moss' roledescription='Guest' attendance='In attendance'/>"
                          "<attendee name='Vacancy' roledescription='Parent Governor' attendance='Absent'/>"
                          "<attendee name=' ' attendance='Present'/></attendees></meeting>");
    assert_int_equal(meeting->n_people, 4);
    assert_text(meeting->people[0].name, "Councillor Zo\xC3\xAB O'Dell");
    assert_null(meeting->people[0].role);
    assert_text(meeting->people[0].capacity, "member");
    assert_text(meeting->people[0].attendance, "expected");
    assert_text(meeting->people[1].role, "Chairman");
    assert_text(meeting->people[1].attendance, "present");
    assert_text(meeting->people[2].capacity, "church");
    assert_text(meeting->people[2].attendance, "apologies");
    assert_text(meeting->people[3].capacity, "other");
    assert_int_equal(meeting->vacancies.n, 1);
    assert_text(meeting->site, "https://papers.ferrymouth.example");
}

static void minutes_that_only_a_pdf_holds_are_said_to_exist(void **state)
{
    struct draft *draft = draft_of(*state, HEAD "<minutepublished>True</minutepublished>" ITEMS ITEM(
                                               "1", "A", "1.", MINUTES("\r\n ") FILES(FILE_OF("8", "Plan", "Panel", ""))) END);
    assert_true(warns(draft, "minutes exist, not held"));
    assert_true(warns(draft, "https://papers.ferrymouth.example/gov/documents/g4011/"));
    assert_null(draft->meeting->status);
    assert_false(warns(draft_of(*state, HEAD "<minutepublished>True</minutepublished>" ITEMS ITEM("1", "A", "1.", MINUTES(P("Noted."))) END),
                       "not held"));
}

static void a_meeting_that_the_council_does_not_show_gives_no_items(void **state)
{
    struct draft *draft = draft_of(*state, "<meeting><meetingid>5</meetingid><isdisplayallowed>False</isdisplayallowed><agendaitems>" ITEM(
                                               "1", "A", "1.", MINUTES(P("Secret."))) "</agendaitems></meeting>");
    assert_int_equal(draft->meeting->n_items, 0);
    assert_true(warns(draft, "does not show this meeting"));
}

/* ---- items ------------------------------------------------------------------------------------------ */

static void the_number_shown_is_the_agenda_s_and_minutes_count_apart(void **state)
{
    struct meeting *meeting = meeting_of(
        state, HEAD ITEMS ITEM("51", "A", "9.", "<minutesitemnumber>549</minutesitemnumber><minutesitemsubnumber>0</minutesitemsubnumber>")
                   ITEM("52", "B", "9a.", "<minutesitemnumber>549</minutesitemnumber><minutesitemsubnumber>1</minutesitemsubnumber>")
                       ITEM("53", "C", "9.2", "<minutesitemnumber>549</minutesitemnumber><minutesitemsubnumber>2</minutesitemsubnumber>")
                           ITEM("54", "D", "10.", "<minutesitemnumber>0</minutesitemnumber><minutesitemsubnumber>\r\n</minutesitemsubnumber>") END);
    static const char *const numbers[][2] = {{"9", "549"}, {"9a", "549a"}, {"9.2", "549.2"}, {"10", NULL}};
    assert_int_equal(meeting->n_items, 4);
    for (size_t i = 0; i < MB_LENGTH(numbers); i++) {
        assert_text(meeting->items[i].agenda_number, numbers[i][0]);
        if (numbers[i][1])
            assert_text(meeting->items[i].minute_number, numbers[i][1]);
        else
            assert_null(meeting->items[i].minute_number);
    }
    assert_text(meeting->items[0].service_id, "51");
}

static void only_titles_are_unescaped_twice(void **state)
{
    struct meeting *meeting = meeting_of(
        state, HEAD ITEMS ITEM("1", "Children&amp;#39;s Homes &amp;amp; Hostels: the &amp;quot;North&amp;quot;, R&amp;D, &amp;lt;5", "1.",
                               MINUTES(P("Wrote &amp;amp;amp; in full: &amp;lt;5.")) FILES(FILE_OF("8", "Q&amp;amp;A &amp;#150; 1", "Panel", ""))) END);
    assert_text(meeting->items[0].title, "Children's Homes & Hostels: the \"North\", R&D, <5");
    assert_text(meeting->items[0].minutes_text, "Wrote &amp; in full: <5.");
    assert_text(meeting->items[0].attachments[0].title, "Q&A \xE2\x80\x93 1");
}

static void bodies_are_the_text_of_the_page(void **state)
{
    struct meeting *meeting = meeting_of(
        state,
        HEAD ITEMS ITEM(
            "1", "Ferries (Indicative timing: 10.05 to 10.40am)", "1.",
            AGENDA("&lt;div class=\"WordSection1\"&gt;" P("Report of the Harbour Master.") P("&amp;nbsp;") "&lt;/div&gt;")
                DECISION(P("That the fares\r\nbe frozen."))
                    MINUTES("&lt;div&gt;" P("&lt;span class=\"SpellE\"&gt;Councillor&lt;/span&gt; Reed\r\nasked.") P("&amp;nbsp;")
                                P("See &lt;a href=\"https://fares.example/list\"&gt;the list&lt;/a&gt;.") "&lt;/div&gt;")) END);
    const struct item *item = &meeting->items[0];
    assert_text(item->title, "Ferries");
    assert_text(item->timing, "10.05 to 10.40am");
    assert_text(item->author, "Report of the Harbour Master.");
    assert_text(item->agenda_text, "Report of the Harbour Master.");
    assert_text(item->decision_text, "That the fares be frozen.");
    assert_text(item->minutes_text, "Councillor Reed asked.\n\nSee the list.");
    assert_int_equal(item->n_links, 1);
    assert_text(item->links[0].url, "https://fares.example/list");
}

static void a_body_that_ends_in_the_page_s_cut_is_cut(void **state)
{
    struct meeting *meeting = meeting_of(
        state, HEAD ITEMS ITEM("1", "Ferries", "1.", MINUTES(P("Members heard that&amp;nbsp; ... &amp;nbsp;"
                                                             "&lt;a href=\"mgAi.aspx?ID=1\"&gt;view the full minutes text for item 1.&lt;/a&gt;"))) END);
    assert_true(meeting->items[0].truncated);
    assert_text(meeting->items[0].minutes_text, "Members heard that");
    assert_int_equal(meeting->items[0].n_links, 0);
}

static void a_restricted_item_keeps_title_and_number_and_is_exempt(void **state)
{
    struct draft *draft = draft_of(
        *state, HEAD ITEMS ITEM("1", "Sale of the Slipway", "8.",
                                "<isrestricted>True</isrestricted>" FILES(FILE_OF(
                                    "8", "Valuation", "Panel", "<isrestricted>True</isrestricted><restrictionsRef>exempt, paragraph 3</restrictionsRef>")))
                       ITEM("2", "Date", "9.", "<isrestricted>False</isrestricted>") END);
    const struct item *items = draft->meeting->items;
    assert_text(items[0].agenda_number, "8");
    assert_text(items[0].title, "Sale of the Slipway");
    assert_true(items[0].exempt);
    assert_text(items[0].exempt_reason, "exempt, paragraph 3");
    assert_true(items[0].attachments[0].exempt);
    assert_false(items[1].exempt);
    assert_true(warns(draft, "no paper is to be expected"));
}

static void what_the_council_does_not_show_is_left_out_and_told(void **state)
{
    struct draft *draft = draft_of(*state, HEAD ITEMS ITEM("1", "Private briefing", "1.", "<isdisplayallowed>False</isdisplayallowed>")
                                               ITEM("2", "Ferries", "2.", "<isdisplayallowed>True</isdisplayallowed>") END);
    assert_int_equal(draft->meeting->n_items, 1);
    assert_text(draft->meeting->items[0].title, "Ferries");
    assert_true(warns(draft, "1 item that the council does not show was left out"));
}

static void headings_are_no_items_and_tell_the_part(void **state)
{
    struct meeting *meeting =
        meeting_of(state, HEAD ITEMS HEADING("PART 1 (open to the public)") ITEM("1", "Ferries", "1.", "")
                              HEADING("Items for decision") ITEM("2", "Fares", "2.", "") HEADING("PART 2 (exempt)") ITEM("3", "Sale", "3.", "") END);
    assert_int_equal(meeting->n_items, 3);
    assert_int_equal(meeting->items[0].part, 1);
    assert_int_equal(meeting->items[1].part, 1);
    assert_int_equal(meeting->items[2].part, 2);
    assert_true(meeting->items[2].exempt);
    assert_null(meeting->items[0].agenda_text);
}

static void items_without_any_numbers_are_items_still(void **state)
{
    struct meeting *meeting = meeting_of(
        state, HEAD ITEMS ITEM("1", "Ferries", " ", MINUTES(P("Noted."))) ITEM("2", "Fares", "\r\n", FILES(FILE_OF("8", "Fares", "Panel", ""))) END);
    assert_int_equal(meeting->n_items, 2);
    assert_null(meeting->items[0].agenda_number);
    assert_null(meeting->items[0].minute_number);
    assert_int_equal(meeting_of(state, HEAD ITEMS HEADING("Ferries") HEADING("Fares") END)->n_items, 2);
}

static void labels_of_the_council_s_own_stand_with_their_text(void **state)
{
    struct meeting *meeting = meeting_of(
        state, HEAD ITEMS ITEM("1", "Ferries", "1.",
                               "<commentlabel1>Presented By</commentlabel1><commenttext1>Harbour Master</commenttext1>"
                               "<commentlabel2>Actions</commentlabel2><commenttext2>&lt;p&gt;Clerk to write to the ferry company.&lt;/p&gt;</commenttext2>"
                               MINUTES(P("Noted.")))
                   ITEM("2", "Fares", "2.", "<commentlabel2>Actions</commentlabel2><commenttext2>\r\n</commenttext2>") END);
    assert_text(meeting->items[0].agenda_text, "Presented By: Harbour Master");
    assert_text(meeting->items[0].minutes_text, "Noted.\n\nActions:\n\nClerk to write to the ferry company.");
    assert_null(meeting->items[1].agenda_text);
    assert_null(meeting->items[1].minutes_text);
}

static void documents_keep_their_ids_and_addresses_elsewhere_are_links(void **state)
{
    struct meeting *meeting = meeting_of(
        state, HEAD ITEMS ITEM("1", "Ferries", "1.",
                               FILES(FILE_OF("801", "Plan", "Panel", "")
                                     "<linkeddoc><attachmentid>802</attachmentid><title>Webcast</title><isurl>True</isurl>"
                                     "<url>https://video.example/7</url></linkeddoc>"
                                     "<linkeddoc><attachmentid> </attachmentid><title>\r\n</title><url></url></linkeddoc>")) END);
    const struct item *item = &meeting->items[0];
    assert_int_equal(item->n_attachments, 1);
    assert_text(item->attachments[0].service_id, "801");
    assert_text(item->attachments[0].url, "https://papers.ferrymouth.example/gov/mgConvert2PDF.aspx?ID=801");
    assert_null(item->attachments[0].size);
    assert_int_equal(item->n_links, 1);
    assert_text(item->links[0].text, "Webcast");
}

/* ---- what is no meeting ------------------------------------------------------------------------------ */

static void what_is_no_meeting_is_refused_with_its_reason(void **state)
{
    refused(state, "<?xml version='1.0'?><attachment><attachmentdetails><attachmentid>7</attachmentid></attachmentdetails></attachment>",
            "not the document itself");
    refused(state, "<?xml version='1.0'?><councillorsbyward><wards/></councillorsbyward>", "personal details");
    refused(state, "<memberlist><member/></memberlist>", "personal details");
    refused(state, "<rss version='2.0'><channel><title>What's new</title></channel></rss>", "feed");
    refused(state, "<soap:Envelope xmlns:soap='x'><soap:Body><soap:Fault><faultstring>No</faultstring></soap:Fault></soap:Body></soap:Envelope>",
            "error of the council's web service");
    refused(state, "<html><head><title>Runtime Error</title></head><body>Server error</body></html>", "error");
    refused(state, "<?xml version='1.0'?><meeting>\n</meeting>", "holds no meeting");
}

static void a_reply_that_breaks_off_keeps_what_came_before(void **state)
{
    struct draft *draft = draft_of(*state, HEAD ITEMS ITEM("1", "Ferries", "1.", MINUTES(P("Noted."))) "<agendaitem><agendaitemid>2</agenda");
    assert_true(draft->incomplete);
    assert_true(warns(draft, "INCOMPLETE"));
    assert_text(draft->meeting->items[0].minutes_text, "Noted.");
}

static void bombs_end_with_a_sentence_or_a_draft(void **state)
{
    refused(state, "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><meeting><meetingid>1</meetingid>&b;</meeting>", "entit");
    struct buf deep;
    buf_init(&deep, *state, BUF_MAX_DOCUMENT);
    buf_puts(&deep, "<meeting><meetingid>1</meetingid><agendaitems>");
    for (int i = 0; i < 20000; i++)
        buf_puts(&deep, "<agendaitem>");
    assert_true(draft_of(*state, deep.data)->incomplete);
    buf_clear(&deep);
    buf_puts(&deep, "<meeting><meetingid>1</meetingid><agendaitems><agendaitem><agendaitemtitle>A</agendaitemtitle><minutesnonemptyhtmlbody>");
    for (int i = 0; i < 20000; i++)
        buf_puts(&deep, "&lt;div&gt;&lt;ol&gt;&lt;li&gt;");
    buf_puts(&deep, "Noted.</minutesnonemptyhtmlbody></agendaitem></agendaitems></meeting>");
    assert_true(strstr(meeting_of(state, deep.data)->items[0].minutes_text, "Noted.") != NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(day_time_place_and_ids_are_the_reply_s),
        TEST_CASE(an_envelope_round_the_reply_changes_nothing),
        TEST_CASE(the_status_is_told_by_its_first_word_and_kept_whole),
        TEST_CASE(the_committee_is_what_all_documents_name),
        TEST_CASE(documents_that_disagree_name_no_committee),
        TEST_CASE(expected_is_not_present_and_no_more_than_name_and_role_is_kept),
        TEST_CASE(minutes_that_only_a_pdf_holds_are_said_to_exist),
        TEST_CASE(a_meeting_that_the_council_does_not_show_gives_no_items),
        TEST_CASE(the_number_shown_is_the_agenda_s_and_minutes_count_apart),
        TEST_CASE(only_titles_are_unescaped_twice),
        TEST_CASE(bodies_are_the_text_of_the_page),
        TEST_CASE(a_body_that_ends_in_the_page_s_cut_is_cut),
        TEST_CASE(a_restricted_item_keeps_title_and_number_and_is_exempt),
        TEST_CASE(what_the_council_does_not_show_is_left_out_and_told),
        TEST_CASE(headings_are_no_items_and_tell_the_part),
        TEST_CASE(items_without_any_numbers_are_items_still),
        TEST_CASE(labels_of_the_council_s_own_stand_with_their_text),
        TEST_CASE(documents_keep_their_ids_and_addresses_elsewhere_are_links),
        TEST_CASE(what_is_no_meeting_is_refused_with_its_reason),
        TEST_CASE(a_reply_that_breaks_off_keeps_what_came_before),
        TEST_CASE(bombs_end_with_a_sentence_or_a_draft),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
