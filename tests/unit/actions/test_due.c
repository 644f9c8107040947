/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Due words to days, and how a follow-up stands as at a day. */
#include "support/test.h"

#include <minutebook/actions.h>

static const struct date meeting = {2024, 11, 21}; /* a Thursday */

/* Words, the first and last day ("" for none), and a part of the basis. */
struct expected {
    const char *words, *from, *to, *basis;
};

static void check(void **state, const struct expected *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct action *action = mem_new(*state, struct action);
        action_due_of_words(action, cases[i].words, meeting);
        assert_string_equal(action->due_text, cases[i].words);
        const char *from = date_iso(*state, action->due.from), *to = date_iso(*state, action->due.to);
        if (strcmp(from, cases[i].from) != 0 || strcmp(to, cases[i].to) != 0)
            fail_msg("\"%s\" gives %s to %s", cases[i].words, from, to);
        if (!cases[i].basis)
            assert_null(action->due_basis);
        else if (!action->due_basis || !strstr(action->due_basis, cases[i].basis))
            fail_msg("\"%s\" has the basis \"%s\"", cases[i].words, action->due_basis ? action->due_basis : "(none)");
    }
}
#define CHECK(state, cases) check((state), (cases), MB_LENGTH(cases))

static void a_stated_day_is_that_day(void **state)
{
    static const struct expected cases[] = {
        {"16 December 2024", "2024-12-16", "2024-12-16", "a day in the text"},
        {"Monday 16th December, 2024", "2024-12-16", "2024-12-16", "a day in the text"},
        {"for the board's meeting on 16 January 2025", "2025-01-16", "2025-01-16", "a day in the text"},
        {"16/12/2024", "2024-12-16", "2024-12-16", "a day in the text"},
    };
    CHECK(state, cases);
}

static void a_day_without_a_year_is_the_first_from_the_meeting_on(void **state)
{
    static const struct expected cases[] = {
        {"21 November", "2024-11-21", "2024-11-21", "the first after the meeting of 21 November 2024"},
        {"20 November", "2025-11-20", "2025-11-20", "the first after"},
        {"6 Dec", "2024-12-06", "2024-12-06", "the first after"},
        {"9 January agenda", "2025-01-09", "2025-01-09", "the first after"},
        {"29 February", "2028-02-29", "2028-02-29", "the first after"},
    };
    CHECK(state, cases);
}

static void without_the_meetings_date_nothing_is_counted(void **state)
{
    struct action *action = mem_new(*state, struct action);
    action_due_of_words(action, "16 December", (struct date){0});
    assert_string_equal(action->due_text, "16 December");
    assert_false(date_is_set(action->due.to));
    action_due_of_words(action, "in two weeks", (struct date){0});
    assert_false(date_is_set(action->due.to));
    assert_null(action->due_basis);
}

static void a_month_stays_a_month(void **state)
{
    static const struct expected cases[] = {
        {"March 2025", "2025-03-01", "2025-03-31", "the month named"},
        {"by the end of February 2025", "2025-02-01", "2025-02-28", "the month named"},
        {"its March 2025 meeting", "2025-03-01", "2025-03-31", "the month named"},
        {"before March 2025", "", "", NULL},
    };
    CHECK(state, cases);
}

static void a_month_without_a_year_is_the_first_that_is_not_over(void **state)
{
    static const struct expected cases[] = {
        {"September", "2025-09-01", "2025-09-30", "the month named, the first after the meeting of 21 November 2024"},
        {"before the end of November", "2024-11-01", "2024-11-30", "the month named, the first after"},
        {"its March meeting", "2025-03-01", "2025-03-31", "the month named, the first after"},
        {"June/July", "2025-06-01", "2025-07-31", "the time named, the first after"},
        {"December or January", "2024-12-01", "2025-01-31", "the time named, the first after"},
        {"before March", "", "", NULL},
        {"the autumn", "", "", NULL},
        {"may", "", "", NULL},
    };
    CHECK(state, cases);
    struct action *action = mem_new(*state, struct action);
    action_due_of_words(action, "September", (struct date){0});
    assert_false(date_is_set(action->due.to));
}

static void counted_times_run_from_the_meeting_and_say_so(void **state)
{
    static const struct expected cases[] = {
        {"within ten working days", "2024-12-05", "2024-12-05", "10 working days counted from the meeting of 21 November 2024"},
        {"within 25 working days", "2024-12-30", "2024-12-30", "25 working days"}, /* over Christmas and Boxing Day */
        {"in 12 months", "2025-11-21", "2025-11-21", "12 months counted"},
        {"two weeks", "2024-12-05", "2024-12-05", "2 weeks counted"},
        {"a fortnight", "2024-12-05", "2024-12-05", "1 fortnight counted"},
        {"in three months\xE2\x80\x99 time", "2025-02-21", "2025-02-21", "3 months counted"},
        {"within the next 10 days", "2024-12-01", "2024-12-01", "10 days counted"},
        {"no later than a month after the meeting", "2024-12-21", "2024-12-21", "1 month counted"},
        {"within twenty-eight days", "2024-12-19", "2024-12-19", "28 days counted"},
        {"a progress report in two years", "2026-11-21", "2026-11-21", "2 years counted"},
    };
    CHECK(state, cases);
}

static void a_month_is_counted_to_its_own_last_day(void **state)
{
    struct action *action = mem_new(*state, struct action);
    action_due_of_words(action, "in one month", (struct date){2025, 1, 31});
    assert_string_equal(date_iso(*state, action->due.to), "2025-02-28");
}

static void vague_words_compute_nothing(void **state)
{
    static const struct expected cases[] = {
        {"next meeting", "", "", NULL},
        {"following the meeting", "", "", NULL},
        {"following the meeting of 21 November 2024", "", "", NULL},
        {"quarterly", "", "", NULL},
        {"every 12 months", "", "", NULL},
        {"in due course", "", "", NULL},
        {"after 6 months from the implementation", "", "", NULL},
        {"two weeks before the meeting", "", "", NULL},
        {"in the last 12 months", "", "", NULL},
        {"as soon as possible", "", "", NULL},
    };
    CHECK(state, cases);
}

static void new_words_replace_the_old_ones_whole(void **state)
{
    struct action *action = mem_new(*state, struct action);
    action_due_of_words(action, "16 December 2024", meeting);
    action_due_of_words(action, "in due course", meeting);
    assert_string_equal(action->due_text, "in due course");
    assert_false(date_is_set(action->due.from));
    assert_null(action->due_basis);
    action_due_of_words(action, "  ", meeting);
    assert_null(action->due_text);
}

/* ---- standing ----------------------------------------------------------------------------- */

static const struct date as_at = {2024, 12, 18};

static void check_when(void **state, const struct action *action, enum action_standing standing, const char *words)
{
    assert_int_equal(action_standing(action, as_at), standing);
    assert_string_equal(action_when_words(*state, action, as_at), words);
    assert_int_equal(action_is_overdue(action, as_at), standing == STANDING_OVERDUE);
}

static void overdue_says_which_date_passed(void **state)
{
    struct action *action = mem_new(*state, struct action);
    action->meeting_date = meeting;
    action->chase_date = (struct date){2024, 12, 11};
    check_when(state, action, STANDING_OVERDUE, "7 days overdue (your own date)");
    action->chase_date = (struct date){2024, 12, 17};
    check_when(state, action, STANDING_OVERDUE, "1 day overdue (your own date)");
    action_due_of_words(action, "11 December 2024", meeting);
    check_when(state, action, STANDING_OVERDUE, "7 days overdue (your own date; to chase 1 day ago)");
    action->quote = mem_strdup(action, "It was agreed to report back by 11 December 2024.");
    check_when(state, action, STANDING_OVERDUE, "7 days overdue (date in the minutes; your own date 1 day ago)");
    action->chase_date = (struct date){0};
    check_when(state, action, STANDING_OVERDUE, "7 days overdue (date in the minutes)");
}

/* What is overdue says by whose date, and there are two who can set one: the minutes and the member. */
static void a_date_set_by_hand_is_the_members_own(void **state)
{
    struct err err = {0};
    struct edit edit;
    struct action *found = mem_new(*state, struct action);
    found->id = mem_strdup(found, "c-1");
    found->rule = mem_strdup(found, "undertook-to");
    found->quote = mem_strdup(found, "The Head of Roads undertook to count the lamps.");
    found->meeting_date = meeting;
    action_due_of_words(found, "11 December 2024", meeting); /* of the next column of its table */
    check_when(state, found, STANDING_OVERDUE, "7 days overdue (date in the minutes)");
    assert_int_equal(action_prepare_set(*state, found, "due", "10 December 2024", &edit, &err), STATUS_OK);
    found->due_text = (char *)edit.value;
    found->due = edit.action->due;
    found->due_basis = edit.action->due_basis;
    check_when(state, found, STANDING_OVERDUE, "8 days overdue (your own date)");
}

static void a_month_is_overdue_when_it_is_over(void **state)
{
    struct action *action = mem_new(*state, struct action);
    action_due_of_words(action, "December 2024", meeting);
    check_when(state, action, STANDING_DUE, "due December 2024");
    action_due_of_words(action, "November 2024", meeting);
    check_when(state, action, STANDING_OVERDUE, "18 days overdue (your own date)");
}

static void a_day_to_come_is_due(void **state)
{
    struct action *action = mem_new(*state, struct action);
    action_due_of_words(action, "18 December 2024", meeting);
    check_when(state, action, STANDING_DUE, "due today");
    action_due_of_words(action, "19 December 2024", meeting);
    check_when(state, action, STANDING_DUE, "due 19 December 2024");
    action->chase_date = (struct date){2024, 12, 20};
    check_when(state, action, STANDING_DUE, "to chase 20 December 2024 (your own date)");
}

static void an_undated_row_says_how_long_ago_it_was_asked(void **state)
{
    struct action *action = mem_new(*state, struct action);
    check_when(state, action, STANDING_UNDATED, "no date given");
    action->meeting_date = meeting;
    check_when(state, action, STANDING_UNDATED, "no date given, asked 27 days ago");
    action_due_of_words(action, "following the meeting", meeting);
    check_when(state, action, STANDING_UNDATED, "following the meeting, asked 27 days ago");
    action->meeting_date = as_at;
    check_when(state, action, STANDING_UNDATED, "following the meeting, asked today");
}

static void a_programme_change_is_never_overdue_by_its_month(void **state)
{
    struct action *action = mem_new(*state, struct action);
    action->class = mem_strdup(action, "work_programme_change");
    action_due_of_words(action, "October 2024", meeting);
    check_when(state, action, STANDING_DUE, "planned for October 2024");
}

static void closed_rows_are_neither_due_nor_overdue(void **state)
{
    struct action *action = mem_new(*state, struct action);
    action_due_of_words(action, "1 December 2024", meeting);
    action->status = mem_strdup(action, "complete");
    check_when(state, action, STANDING_CLOSED, "was due 1 December 2024");
    assert_true(action_status_is_open("awaiting response"));
    assert_true(action_status_is_open(NULL));
    assert_false(action_status_is_open("no longer feasible"));
}

static void the_summary_is_subject_then_sentence_then_own_words(void **state)
{
    struct action *action = mem_new(*state, struct action);
    assert_string_equal(action_summary(action), "");
    action->own_words = mem_strdup(action, "Chairman > Leader");
    assert_string_equal(action_summary(action), "Chairman > Leader");
    action->quote = mem_strdup(action, "The Chairman would write to the Leader.");
    assert_string_equal(action_summary(action), "The Chairman would write to the Leader.");
    action->subject = mem_strdup(action, "letter");
    assert_string_equal(action_summary(action), "letter");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_stated_day_is_that_day),
        TEST_CASE(a_day_without_a_year_is_the_first_from_the_meeting_on),
        TEST_CASE(without_the_meetings_date_nothing_is_counted),
        TEST_CASE(a_month_stays_a_month),
        TEST_CASE(a_month_without_a_year_is_the_first_that_is_not_over),
        TEST_CASE(counted_times_run_from_the_meeting_and_say_so),
        TEST_CASE(a_month_is_counted_to_its_own_last_day),
        TEST_CASE(vague_words_compute_nothing),
        TEST_CASE(new_words_replace_the_old_ones_whole),
        TEST_CASE(overdue_says_which_date_passed),
        TEST_CASE(a_date_set_by_hand_is_the_members_own),
        TEST_CASE(a_month_is_overdue_when_it_is_over),
        TEST_CASE(a_day_to_come_is_due),
        TEST_CASE(an_undated_row_says_how_long_ago_it_was_asked),
        TEST_CASE(a_programme_change_is_never_overdue_by_its_month),
        TEST_CASE(closed_rows_are_neither_due_nor_overdue),
        TEST_CASE(the_summary_is_subject_then_sentence_then_own_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
