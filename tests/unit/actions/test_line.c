/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The one line in which a member notes a follow-up, and the way back. */
#include "support/test.h"

#include <minutebook/actions.h>

static const struct date meeting = {2024, 5, 14}; /* a Tuesday */

static struct action *parse(void **state, const char *line)
{
    struct action *action = NULL;
    struct err err = {0};
    if (action_parse_line(*state, line, meeting, &action, &err) != STATUS_OK)
        fail_msg("%s: %s", line, err.text);
    return action;
}

static void check(void **state, const char *line, const char *by, const char *to, const char *what, const char *due)
{
    struct action *action = parse(state, line);
    const char *const expected[] = {by, to, what, due};
    const char *const found[] = {action->owner, action->recipient, action->subject, action->due_text};
    for (size_t i = 0; i < 4; i++) {
        if (!expected[i] != !found[i] || (expected[i] && strcmp(expected[i], found[i]) != 0))
            fail_msg("%s: part %zu is \"%s\"", line, i, found[i] ? found[i] : "(empty)");
    }
}

static void all_parts_of_a_line_are_told_apart(void **state)
{
    struct action *action = parse(state, "Chairman > Cabinet Member for Education: NEET figures; by 16 Nov");
    assert_string_equal(action->owner, "Chairman");
    assert_string_equal(action->recipient, "Cabinet Member for Education");
    assert_string_equal(action->subject, "NEET figures");
    assert_string_equal(action->due_text, "16 Nov");
    assert_int_equal(date_compare(action->due.to, (struct date){2024, 11, 16}), 0);
    assert_string_equal(action->class, "action");
    assert_string_equal(action->own_words, "Chairman > Cabinet Member for Education: NEET figures; by 16 Nov");
}

static void parts_may_be_left_out_and_stay_empty(void **state)
{
    check(state, "NEET figures", NULL, NULL, "NEET figures", NULL);
    check(state, "Director of Place: bin rounds", "Director of Place", NULL, "bin rounds", NULL);
    check(state, "> Cabinet: reply to the review", NULL, "Cabinet", "reply to the review", NULL);
    check(state, "Chairman > Cabinet", "Chairman", "Cabinet", NULL, NULL);
    check(state, "Chairman >: thanks", "Chairman", NULL, "thanks", NULL);
    check(state, "Chairman:", "Chairman", NULL, NULL, NULL);
    check(state, "; by next meeting", NULL, NULL, NULL, "next meeting");
    check(state, "by 16 Nov", NULL, NULL, NULL, "16 Nov");
    check(state, "Chairman > Leader: ; by March 2025", "Chairman", "Leader", NULL, "March 2025");
    check(state, "Chairman -> Leader: bus routes", "Chairman", "Leader", "bus routes", NULL);
}

static void an_empty_line_is_refused(void **state)
{
    struct action *action;
    struct err err;
    assert_int_equal(action_parse_line(*state, " \t ", meeting, &action, &err), STATUS_USAGE);
    assert_int_equal(action_parse_line(*state, "bad \xC3 byte", meeting, &action, &err), STATUS_USAGE);
}

static void colons_inside_words_and_times_part_nothing(void **state)
{
    check(state, "ask why the 10:30 bus was cut", NULL, NULL, "ask why the 10:30 bus was cut", NULL);
    check(state, "Chairman > Bus company:why the 10:30 was cut", "Chairman", "Bus company", "why the 10:30 was cut", NULL);
    check(state, "Clerk: see https://example.org/a:b for the list", "Clerk", NULL, "see https://example.org/a:b for the list", NULL);
    check(state, "Officers: Re:Start scheme: costs", "Officers", NULL, "Re:Start scheme: costs", NULL);
    check(state, "find out why attendance is > 95% in one school", NULL, NULL, "find out why attendance is > 95% in one school", NULL);
    check(state, "Director: schools where absence > 10 days", "Director", NULL, "schools where absence > 10 days", NULL);
    check(state, "Clerk: move the notice from board A > board B", "Clerk", NULL, "move the notice from board A > board B", NULL);
}

static void semicolons_inside_the_words_part_nothing(void **state)
{
    check(state, "Clerk: costs; staff; and rooms; by 1 June 2024", "Clerk", NULL, "costs; staff; and rooms", "1 June 2024");
    check(state, "Clerk: costs; chase the contractor", "Clerk", NULL, "costs; chase the contractor", NULL);
    check(state, "Clerk: send it; by hand; by 1 June 2024", "Clerk", NULL, "send it; by hand", "1 June 2024");
}

static void chase_and_note_are_the_members_own(void **state)
{
    struct action *action = parse(state, "Chairman > Leader: bus routes; by June 2024; chase 3 June; note rang twice; no answer");
    assert_string_equal(action->due_text, "June 2024");
    assert_int_equal(date_compare(action->chase_date, (struct date){2024, 6, 3}), 0);
    assert_string_equal(action->note, "rang twice; no answer");
    action = parse(state, "bus routes; chase 2024-06-03");
    assert_int_equal(date_compare(action->chase_date, (struct date){2024, 6, 3}), 0);
    assert_string_equal(action->subject, "bus routes");
    action = parse(state, "bus routes; chase 3 June 2025; by 2 June 2025");
    assert_int_equal(date_compare(action->chase_date, (struct date){2025, 6, 3}), 0);
    assert_string_equal(action->due_text, "2 June 2025");
}

static void a_chase_day_without_a_year_needs_the_meetings(void **state)
{
    struct action *action;
    struct err err;
    assert_int_equal(action_parse_line(*state, "bus routes; chase 3 June", (struct date){0}, &action, &err), STATUS_USAGE);
    assert_non_null(strstr(err.text, "3 June"));
}

static void a_time_of_its_own_needs_no_by(void **state)
{
    check(state, "Clerk: costs; within ten working days", "Clerk", NULL, "costs", "within ten working days");
    check(state, "Clerk: costs; in two weeks", "Clerk", NULL, "costs", "in two weeks");
    check(state, "Clerk: costs; at the next meeting", "Clerk", NULL, "costs", "at the next meeting");
    check(state, "Clerk: costs; 1 June", "Clerk", NULL, "costs", "1 June");
    check(state, "Clerk: costs; in two parts", "Clerk", NULL, "costs; in two parts", NULL);
}

static void curly_quotes_and_blanks_stay_words(void **state)
{
    check(state, "Clerk >\xC2\xA0Leader:  the \xE2\x80\x9Cpink\xE2\x80\x9D papers\xE2\x80\x99 list", "Clerk", "Leader",
          "the \xE2\x80\x9Cpink\xE2\x80\x9D papers\xE2\x80\x99 list", NULL);
}

static void a_backslash_keeps_a_separator(void **state)
{
    check(state, "Board\\: North > Leader: a\\; by b", "Board: North", "Leader", "a; by b", NULL);
}

/* ---- the way back ------------------------------------------------------------------------- */

static void check_round_trip(void **state, const struct action *row)
{
    char *line = action_line(*state, row);
    struct action *read = parse(state, line);
    const char *const before[] = {row->owner, row->recipient, row->subject, row->due_text, row->note};
    const char *const after[] = {read->owner, read->recipient, read->subject, read->due_text, read->note};
    for (size_t i = 0; i < MB_LENGTH(before); i++) {
        if (!before[i] != !after[i] || (before[i] && strcmp(before[i], after[i]) != 0))
            fail_msg("\"%s\": part %zu came back as \"%s\"", line, i, after[i] ? after[i] : "(empty)");
    }
    assert_int_equal(date_compare(row->chase_date, read->chase_date), 0);
}

static void a_line_is_written_as_it_would_be_typed(void **state)
{
    static const char *const lines[] = {
        "Chairman > Leader: bus routes; by 1 June 2024; chase 3 June 2024; note rang twice",
        "bus routes",
        "Chairman: bus routes",
        "> Leader: bus routes",
        "Chairman > Leader:; by March 2025",
        "Clerk: costs; within ten working days",
    };
    for (size_t i = 0; i < MB_LENGTH(lines); i++) {
        struct action *row = parse(state, lines[i]);
        row->meeting_date = meeting;
        assert_string_equal(action_line(*state, row), lines[i]);
    }
}

static void every_row_comes_back_from_its_line(void **state)
{
    /* the first stands for an empty part */
    static char words[][20] = {"", "Leader", "by 1 June", "a: b", "a > b", "a; by b", "note x", "\\", "x\\;y", "9:30",
                               "; chase 1 May 2024", "by March", ":", ">", "\xE2\x80\x9C x\xE2\x80\x9D"};
    size_t n = MB_LENGTH(words);
#define WORDS(i) ((i) % n ? words[(i) % n] : NULL)
    for (size_t i = 1; i < n * n * n; i++) {
        struct action row = {.meeting_date = meeting, .owner = WORDS(i), .recipient = WORDS(i / n), .subject = WORDS(i / n / n)};
        row.due_text = WORDS(i * 7 + 3);
        row.note = WORDS(i * 5 + 1);
        check_round_trip(state, &row);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(all_parts_of_a_line_are_told_apart),
        TEST_CASE(parts_may_be_left_out_and_stay_empty),
        TEST_CASE(an_empty_line_is_refused),
        TEST_CASE(colons_inside_words_and_times_part_nothing),
        TEST_CASE(semicolons_inside_the_words_part_nothing),
        TEST_CASE(chase_and_note_are_the_members_own),
        TEST_CASE(a_chase_day_without_a_year_needs_the_meetings),
        TEST_CASE(a_time_of_its_own_needs_no_by),
        TEST_CASE(curly_quotes_and_blanks_stay_words),
        TEST_CASE(a_backslash_keeps_a_separator),
        TEST_CASE(a_line_is_written_as_it_would_be_typed),
        TEST_CASE(every_row_comes_back_from_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
