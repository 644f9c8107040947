/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Saved pages of the system whose classes are gone, as cleaners and mails leave them. The councils do not exist. */
#include "reading.h"

#define HEAD                                                                                                           \
    "<html><head><title>Agenda for Ferries Panel on Wednesday, 5th March, 2025</title></head><body><div id='modgov'>"  \
    "<h1>Agenda and draft minutes</h1><h2>Ferries Panel - Wednesday, 5th March, 2025 7.00 pm</h2><p>Venue: Pier Hall</p>"
#define FOOT "</div></body></html>"
#define TABLE "<table id='mgItemTable'><caption>Items</caption>"

static const struct meeting *page_of(void **state, const char *text)
{
    return draft_of(*state, text)->meeting;
}

static const char *number_of(const struct item *item)
{
    return item->minute_number ? item->minute_number : item->agenda_number;
}

static void places_tell_number_and_title(void **state)
{
    const struct meeting *meeting = page_of(state, HEAD TABLE
        "<tr><td>No</td><td>Item</td></tr>"
        "<tr><td><p><a name='AI40'></a>7.</p></td><td><p>Apologies</p><p>Minutes:</p><div><p>None.</p></div></td></tr>"
        "<tr><td><p><a name='AI41'></a>8.</p></td><td><p>Moorings</p></td></tr>"
        "<tr><td><p><a name='AI42'></a>8(a).</p></td><td><p><a href='documents/s9/Dues.pdf'>Dues <span>PDF 33 KB</span></a></p>"
        "<p>Decision:</p><p>That dues rise.</p></td></tr>"
        "<tr><td><p><a name='AI43'></a>PB 3/25</p></td><td><p>Jetty</p></td></tr></table>" FOOT);
    assert_int_equal(meeting->n_items, 4);
    assert_text(meeting->items[0].title, "Apologies");
    assert_text(meeting->items[0].minutes_text, "None.");
    assert_text(number_of(&meeting->items[2]), "8(a)");
    assert_text(meeting->items[2].title, "Dues");
    assert_text(meeting->items[2].decision_text, "That dues rise.");
    assert_int_equal(meeting->items[2].n_attachments, 1);
    assert_text(number_of(&meeting->items[3]), "PB 3/25");
    assert_text(meeting->items[3].title, "Jetty");
}

static void rows_without_numbers_are_items(void **state)
{
    const struct meeting *meeting = page_of(state, HEAD TABLE
        "<tr><td><p><a name='AI40'></a></p></td><td><p>Apologies</p><p>Minutes:</p><p>None.</p></td></tr>"
        "<tr><td><p><a name='AI41'></a></p></td><td><p>Moorings</p><p>Minutes:</p><p>Noted.</p></td></tr></table>" FOOT);
    assert_int_equal(meeting->n_items, 2);
    assert_text(meeting->items[1].title, "Moorings");
    assert_text(meeting->items[1].minutes_text, "Noted.");
}

static void words_for_screen_readers_are_no_words_of_a_file(void **state)
{
    const struct meeting *meeting = page_of(state, HEAD TABLE
        "<tr><td>7.</td><td><p>Moorings</p><ul>"
        "<li><a href='documents/s1/a.pdf'>Plan</a><span>, item 7.</span> <span>PDF 33 KB</span></li>"
        "<li><a href='documents/s2/b.pdf'>Costs<span>, item 7.</span></a> <span>PDF 2 MB</span></li>"
        "<li><a href='documents/s3/c.pdf'>Lots <span>, item 7.</span> <span>PDF 90 KB</span></a></li></ul></td></tr>"
        "<tr><td>8.</td><td><p>Jetty</p></td></tr></table>" FOOT);
    static const char *const files[][2] = {{"Plan", "33 KB"}, {"Costs", "2 MB"}, {"Lots", "90 KB"}};
    assert_int_equal(meeting->n_items, 2);
    assert_int_equal(meeting->items[0].n_attachments, MB_LENGTH(files));
    for (size_t i = 0; i < MB_LENGTH(files); i++) {
        assert_text(meeting->items[0].attachments[i].title, files[i][0]);
        assert_text(meeting->items[0].attachments[i].size, files[i][1]);
    }
    assert_null(meeting->items[0].agenda_text);
}

static void a_restricted_entry_closes_itself_and_not_the_file_above(void **state)
{
    const struct meeting *meeting = page_of(state, HEAD TABLE
        "<tr><td>7.</td><td><p>Moorings</p><p>Additional documents:</p><ul>"
        "<li><a href='documents/s1/a.pdf'>Plan <span>PDF 33 KB</span></a></li>"
        "<li>Restricted enclosure 2 <ul><li><a href='mgListReasons.aspx?AIID=5'>View the reasons why document 7/2 is restricted</a></li></ul></li>"
        "</ul></td></tr><tr><td>8.</td><td><p>Jetty</p></td></tr></table>" FOOT);
    assert_int_equal(meeting->items[0].n_attachments, 2);
    assert_false(meeting->items[0].attachments[0].exempt);
    assert_true(meeting->items[0].attachments[1].exempt);
    assert_text(meeting->items[0].attachments[1].title, "Restricted enclosure 2");
}

/* What a name may be parted from its day by is looked for in words that may be none. */
static void a_link_to_the_meeting_without_words_names_nothing(void **state)
{
    const struct meeting *meeting = page_of(state,
        "<html><head><title>Agenda item - Moorings</title><link rel='canonical' href='mgAi.aspx?ID=5'></head><body><div id='modgov'><h1>Agenda item</h1>"
        "<a href='ieListDocuments.aspx?CId=1&amp;MId=2'></a><h2>Moorings</h2><p>Minutes:</p><p>Noted.</p></div></body></html>");
    assert_int_equal(meeting->n_items, 1);
    assert_text(meeting->items[0].title, "Moorings");
    assert_null(meeting->committee);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(places_tell_number_and_title),
        TEST_CASE(rows_without_numbers_are_items),
        TEST_CASE(words_for_screen_readers_are_no_words_of_a_file),
        TEST_CASE(a_restricted_entry_closes_itself_and_not_the_file_above),
        TEST_CASE(a_link_to_the_meeting_without_words_names_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
