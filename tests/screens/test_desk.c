/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which meetings and questions stand on the Desk, and which are only counted there. */
#include "support/test.h"

#include "src/screens/desk.h"

#include <locale.h>
#include <string.h>

static struct meeting_row *desk_row(void **state, struct desk_facts *facts, const char *committee, struct date date)
{
    struct meeting_row *row = mem_append(*state, facts->meetings.at, facts->meetings.n);
    row->id = mem_printf(*state, "m-%zu", facts->meetings.n);
    row->committee = mem_strdup(*state, committee);
    row->date = date;
    return row;
}

static char *desk_text(void **state, const struct desk_facts *facts, const char *meetings_key)
{
    const struct program program = {.spelling = "minutebook", .as_at = {2024, 6, 14}};
    struct page *page = page_new(*state, 100);
    struct buf out;
    buf_init(&out, *state, 65536);
    desk_page(page, facts, &program, meetings_key);
    for (size_t i = 0; i < page->n_lines; i++) {
        for (size_t s = 0; s < page->lines[i].n_spans; s++)
            buf_printf(&out, "%s ", page->lines[i].spans[s].text);
        buf_putc(&out, '\n');
    }
    return buf_take(&out);
}

/* Five to come and two past that a list names, one to come that the member entered as well, and one that is held. */
static struct desk_facts a_council_calendar(void **state)
{
    struct desk_facts facts = {.counts = {.sources = 2}};
    desk_row(state, &facts, "Roads Panel", (struct date){2024, 12, 9})->entered = true;
    for (int month = 11; month >= 7; month--)
        (void)desk_row(state, &facts, "Roads Panel", (struct date){2024, month, 9});
    desk_row(state, &facts, "Roads Panel", (struct date){2024, 5, 9})->has_minutes = true;
    (void)desk_row(state, &facts, "Roads Panel", (struct date){2024, 4, 9});
    (void)desk_row(state, &facts, "Roads Panel", (struct date){2024, 3, 9});
    for (size_t i = 0; i < facts.meetings.n; i++)
        facts.meetings.at[i].listed = !facts.meetings.at[i].has_minutes;
    meetings_mark_ahead(&facts.meetings, (struct date){2024, 6, 14});
    return facts;
}

static void the_desk_shows_the_next_three_that_are_only_listed(void **state)
{
    struct desk_facts facts = a_council_calendar(state);
    const char *text = desk_text(state, &facts, "M");
    static const char *const here[] = {"9 Dec 2024", "9 Sep 2024", "9 Aug 2024", "9 Jul 2024", "9 May 2024"},
                             *const gone[] = {"9 Nov 2024", "9 Oct 2024", "9 Apr 2024", "9 Mar 2024"};
    for (size_t i = 0; i < MB_LENGTH(here); i++)
        assert_non_null(strstr(text, here[i]));
    for (size_t i = 0; i < MB_LENGTH(gone); i++)
        assert_null(strstr(text, gone[i]));
    const char *last = strstr(text, "and 4 more, only listed by the council: M shows them");
    assert_non_null(last);
    assert_string_equal(strchr(last, '\n'), "\n");
    assert_non_null(strstr(desk_text(state, &facts, NULL), "minutebook meetings shows them"));
    assert_string_equal(desk_first(&facts)->id, "m-1");
}

static void a_desk_of_past_listings_says_only_how_many(void **state)
{
    struct desk_facts facts = {.counts = {.sources = 1}};
    desk_row(state, &facts, "Roads Panel", (struct date){2024, 4, 9})->listed = true;
    desk_row(state, &facts, "Roads Panel", (struct date){2024, 3, 9})->listed = true;
    assert_non_null(strstr(desk_text(state, &facts, "M"), "\n2, only listed by the council: M shows them"));
    assert_null(desk_first(&facts));
}

static void to_tell_begins_with_what_is_known_least_of_and_counts_the_rest(void **state)
{
    struct desk_facts facts = {.counts = {.sources = 4}};
    for (int day = 9; day > 5; day--)
        (void)desk_row(state, &facts, NULL, (struct date){2024, 5, day});
    (void)desk_row(state, &facts, NULL, (struct date){0});
    const char *text = desk_text(state, &facts, "M");
    const char *bare = strstr(text, "To tell which committee met, and when? (m-5)"), *dated = strstr(text, "9 May 2024?");
    assert_true(bare && dated && bare < dated);
    assert_non_null(strstr(text, "8 May 2024?"));
    assert_null(strstr(text, "7 May 2024?"));
    assert_non_null(strstr(text, "and 2 more \n"));
    facts.meetings.n = 3;
    assert_null(strstr(desk_text(state, &facts, "M"), "more"));
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_desk_shows_the_next_three_that_are_only_listed),
        TEST_CASE(a_desk_of_past_listings_says_only_how_many),
        TEST_CASE(to_tell_begins_with_what_is_known_least_of_and_counts_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
