/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lists of a council's service and site (field.md 3.3, 3.4): meetings, committees, members. */
#include "support/growth.h"

#include "reading.h"

#define PAGE(title, body)                                                                                              \
    "<html><head><title>x</title></head><body><div id='modgov'><h1 class='mgMainTitleTxt'>" title "</h1>" body "</div></body></html>"
#define MEETING_LINK(id, words) "<li><a class='mgMeetingTableLnk' href='ieListDocuments.aspx?CId=7&amp;MId=" id "&amp;Ver=4'>" words "</a>"

static struct draft *list_of(void **state, const char *text)
{
    struct draft *draft = draft_of(*state, text);
    assert_true(form_is_list(draft->form));
    assert_int_equal(draft->meeting->n_items, 0);
    assert_null(draft->meeting->service_id);
    assert_int_equal(draft->meeting->date_basis, DATE_UNKNOWN);
    return draft;
}

/* ---- the service -------------------------------------------------------------------------------------- */

static void meetings_by_date_bear_their_own_committee(void **state)
{
    struct draft *draft = list_of(
        state, "<getmeetingsbydate><meetingscount> 2</meetingscount><meetings>"
               "<meeting><meetingid>5</meetingid><meetingdate>08/10/2024</meetingdate><meetingtime>2.00 pm</meetingtime><meetingstatus>Cancelled"
               "</meetingstatus><committeeid>7</committeeid><committeetitle>Ferries Panel</committeetitle></meeting>"
               "<meeting><meetingid>6</meetingid><meetingdate>2024-10-09T00:00:00</meetingdate><committeeid>0</committeeid></meeting>"
               "</meetings></getmeetingsbydate>");
    assert_int_equal(draft->n_listed_meetings, 2);
    assert_int_equal(draft->n_listed_committees, 0);
    assert_int_equal(draft->warnings.n, 0);
    const struct listed_meeting *first = &draft->listed_meetings[0], *second = &draft->listed_meetings[1];
    assert_text(first->committee, "Ferries Panel");
    assert_text(first->committee_service_id, "7");
    assert_text(first->status, "cancelled");
    assert_int_equal(first->minutes_after_midnight, 14 * 60);
    assert_null(second->committee);
    assert_null(second->committee_service_id);
    assert_text(date_iso(*state, second->date), "2024-10-09");
    assert_int_equal(second->minutes_after_midnight, -1);
}

static void an_empty_list_is_a_list_and_says_so(void **state)
{
    struct draft *draft = list_of(state, "<?xml version='1.0'?><getmeetings><meetingscount> 0</meetingscount></getmeetings>");
    assert_int_equal(draft->form, FORM_LIST_XML);
    assert_true(warns(draft, "is empty"));
}

static void a_list_that_breaks_off_keeps_what_came_before(void **state)
{
    struct draft *draft = list_of(state, "<getmeetings><meetingscount>9</meetingscount><committee><committeeid>7</committeeid><committeetitle>Ferries "
                                         "Panel</committeetitle><committeemeetings><meeting><meetingid>5</meetingid></meeting><meeting><meetingid>6</mee");
    assert_true(draft->incomplete);
    assert_int_equal(draft->n_listed_meetings, 2);
    assert_text(draft->listed_meetings[1].committee, "Ferries Panel");
    assert_true(warns(draft, "9 meetings, 2 were read"));
}

static void a_list_of_twenty_years_is_read_whole(void **state)
{
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    buf_puts(&text, "<getmeetings>");
    for (int i = 1; i <= 20000; i++)
        buf_printf(&text, "%s<meeting><meetingid>%d</meetingid><meetingdate>%02d/05/%d</meetingdate></meeting>%s",
                   i % 100 == 1 ? "<committee><committeetitle>A Panel</committeetitle><committeemeetings>" : "", i, i % 28 + 1, 2000 + i % 25,
                   i % 100 == 0 ? "</committeemeetings></committee>" : "");
    buf_puts(&text, "</getmeetings>");
    struct draft *draft = list_of(state, text.data);
    assert_int_equal(draft->n_listed_meetings, 20000);
    assert_int_equal(draft->n_listed_committees, 200);
    assert_text(draft->listed_meetings[19999].service_id, "20000");
    assert_text(draft->listed_meetings[19999].committee, "A Panel");
}

/* ---- the site ------------------------------------------------------------------------------------------ */

static void what_is_published_stands_behind_the_day(void **state)
{
    struct draft *draft = list_of(
        state, PAGE("Browse meetings", "<h2 class='mgSubTitleTxt'>Ferries Panel</h2><ul>" MEETING_LINK("5", "24 Feb 2026&nbsp;6.00 pm") " - Agenda, Decisions, Draft minutes</li>"
                                       MEETING_LINK("6", "24 Mar 2026&nbsp;6.00 pm, MOVED") " - Agenda</li>" MEETING_LINK("7", "1 Apr 2026") "</li></ul>"));
    assert_int_equal(draft->form, FORM_LIST_HTML);
    assert_int_equal(draft->n_listed_meetings, 3);
    const struct listed_meeting *at = draft->listed_meetings;
    assert_true(at[0].has_agenda && at[0].has_decisions && at[0].has_minutes);
    assert_null(at[0].status_text);
    assert_text(at[1].status, "postponed");
    assert_text(at[1].status_text, "MOVED");
    assert_true(at[1].has_agenda && !at[1].has_minutes);
    assert_int_equal(at[2].minutes_after_midnight, -1);
    assert_text(at[2].committee, "Ferries Panel");
    assert_text(draft->meeting->committee_service_id, "7");
}

static void a_meeting_of_another_committee_does_not_bear_the_page_s_name(void **state)
{
    struct draft *draft = list_of(
        state, PAGE("Browse meetings", "<h2 class='mgSubTitleTxt'><a href='mgCommitteeDetails.aspx?ID=7'>Ferries Panel</a></h2><ul>" MEETING_LINK("5", "24 Feb 2026 6.00 pm")
                                       "</li><li><a href='ieListDocuments.aspx?CId=9&amp;MeetingId=8'>3 Mar 2026 6.00 pm</a></li></ul>"));
    assert_text(draft->listed_meetings[0].committee, "Ferries Panel");
    assert_null(draft->listed_meetings[1].committee);
    assert_text(draft->listed_meetings[1].committee_service_id, "9");
    assert_text(draft->listed_meetings[1].service_id, "8");
}

static void members_without_a_heading_are_whom_the_page_links_to(void **state)
{
    struct draft *draft =
        list_of(state, PAGE("Committee details", "<h2 class='mgSubTitleTxt'>Ferries Panel</h2><table><tr><td><a href='mgUserInfo.aspx?UID=1'>Cllr Ada Moss</a>"
                                                 "</td><td>(Chairman)</td></tr><tr><td><a href='mgUserInfo.aspx?UID=2'>Cllr Bo Reed</a></td></tr></table>"));
    assert_int_equal(draft->form, FORM_COMMITTEE_HTML);
    assert_int_equal(draft->meeting->n_people, 2);
    assert_text(draft->meeting->people[0].name, "Cllr Ada Moss");
    assert_text(draft->meeting->people[0].role, "Chairman");
    assert_null(draft->meeting->people[1].role);
    assert_text(draft->meeting->people[1].capacity, "member");
    assert_null(draft->meeting->people[1].attendance);
    assert_text(draft->listed_committees[0].name, "Ferries Panel");
    assert_null(draft->listed_committees[0].service_id);
}

/* A page of FORM: HEAD and so many times AGAIN. */
struct long_page {
    enum form form;
    const char *head, *again;
    size_t meetings, people; /* that it names */
};

static void read_long_page(const void *context, void *to, size_t times)
{
    const struct long_page *page = to;
    struct buf text;
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    buf_puts(&text, page->head);
    for (size_t i = 0; i < times; i++)
        buf_puts(&text, page->again);
    struct draft *draft = NULL;
    struct err err = {0};
    if (intake_read(context, intake_here(context), document_of(context, text.data, text.len), page->form, &draft, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    assert_int_equal(draft->n_listed_meetings, page->meetings);
    assert_int_equal(draft->meeting->n_people, page->people);
}

#define LIST                                                                                                           \
    "<html><body><div id='modgov'><h1 class='mgMainTitleTxt'>Browse meetings - Ferries Panel</h1><ul>"                 \
    MEETING_LINK("71", "12 Mar 2025 10.00 am") "</ul>"

/* A browser, a mail or a cleaner may save the page without its classes: the second heading is still the committee's name. */
static void without_classes_the_heading_below_the_page_s_own_is_the_committee(void **state)
{
    const struct draft *list = list_of(state, "<html><body><div id='modgov'><h1>Browse meetings</h1><div><h2><a href='mgCommitteeDetails.aspx?ID=7'>Ferries "
                                              "Panel</a></h2></div><h3>Meetings of the Panel</h3><ul>"
                                              "<li><a href='ieListDocuments.aspx?CId=7&amp;MId=71'>12 Mar 2025 10.00 am</a> - Agenda</li>"
                                              "<li><a href='ieListDocuments.aspx?CId=7&amp;MId=72'>9 Apr 2025 10.00 am</a></li></ul></div></body></html>");
    assert_int_equal(list->n_listed_meetings, 2);
    assert_text(list->listed_meetings[1].committee, "Ferries Panel");
    const struct draft *other = list_of(state, "<html><body><div id='modgov'><h1>Browse meetings</h1><h2>Coming meetings</h2><h2>Ferries Panel</h2><ul>"
                                               "<li><a href='ieListDocuments.aspx?CId=7&amp;MId=71'>12 Mar 2025 10.00 am</a></li></ul></div></body></html>");
    assert_null(other->listed_meetings[0].committee); /* not any heading that names a body */
    const struct draft *details = list_of(state, "<html><body><div id='modgov'><h1>Committee details</h1><h2>Ferries Panel</h2><h2>Membership</h2>"
                                                 "<ul><li><a href='mgUserInfo.aspx?UID=4'>Councillor Ada Quill</a></li></ul></div></body></html>");
    assert_text(details->meeting->committee, "Ferries Panel");
    assert_int_equal(details->meeting->n_people, 1);
}

/* Each row looked through all that is below it, each link through all of its row: minutes for a megabyte. */
static void rows_in_rows_and_a_row_of_links_cost_little(void **state)
{
    struct long_page rows = {FORM_LIST_HTML, LIST, "<table><tr><td>", 1, 0};
    struct long_page links = {FORM_LIST_HTML, LIST "<p>",
                              "<a href='ieListDocuments.aspx?CId=7&amp;MId=72'>13 Mar 2025 10.00 am</a>", 2, 0};
    (void)state;
    test_cost_grows_with(read_long_page, &rows, 60000 / TEST_STRIDE(3));
    test_cost_grows_with(read_long_page, &links, 12000 / TEST_STRIDE(3));
}

/* Each was asked for all of its words, and they for all below them. */
static void headings_that_are_never_closed_cost_little(void **state)
{
    struct long_page page = {FORM_COMMITTEE_HTML,
                             "<html><body><div id='modgov'><h1 class='mgMainTitleTxt'>Committee details</h1><h2 class='mgSubTitleTxt'>Ferries Panel</h2>"
                             "<h2>Members</h2><ul><li><a href='mgUserInfo.aspx?UID=4'>Councillor Ada Quill</a></li></ul>",
                             "<div class='mgSectionTitle'>Notes ", 0, 1};
    (void)state;
    test_cost_grows_with(read_long_page, &page, 12000 / TEST_STRIDE(3));
}

static void a_list_that_is_none_is_refused(void **state)
{
    static const struct {
        enum form form;
        const char *text, *words;
    } cases[] = {{FORM_LIST_HTML, PAGE("Browse meetings", "<p>Nothing</p>"), "no meetings were found"},
                 {FORM_COMMITTEE_HTML, PAGE("Committee details", "<p>Nothing</p>"), "neither a committee nor its members"},
                 {FORM_LIST_HTML, "<html><body><p>Hello</p></body></html>", "none of a council's system"},
                 {FORM_LIST_XML, "<meeting><meetingid>5</meetingid></meeting>", "no <getmeetings>"},
                 {FORM_SERVICE_XML, "<committees><committee/></committees>", "no <meeting>"}};
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct draft *draft = NULL;
        struct err err = {0};
        assert_int_equal(intake_read(*state, intake_here(*state), document_of(*state, cases[i].text, strlen(cases[i].text)), cases[i].form,
                                     &draft, &err), STATUS_INPUT);
        if (!strstr(err.text, cases[i].words))
            fail_msg("case %zu is refused otherwise: %s", i, err.text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(meetings_by_date_bear_their_own_committee),
        TEST_CASE(an_empty_list_is_a_list_and_says_so),
        TEST_CASE(a_list_that_breaks_off_keeps_what_came_before),
        TEST_CASE(a_list_of_twenty_years_is_read_whole),
        TEST_CASE(what_is_published_stands_behind_the_day),
        TEST_CASE(a_meeting_of_another_committee_does_not_bear_the_page_s_name),
        TEST_CASE(members_without_a_heading_are_whom_the_page_links_to),
        TEST_CASE(without_classes_the_heading_below_the_page_s_own_is_the_committee),
        TEST_CASE(rows_in_rows_and_a_row_of_links_cost_little),
        TEST_CASE(headings_that_are_never_closed_cost_little),
        TEST_CASE(a_list_that_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
