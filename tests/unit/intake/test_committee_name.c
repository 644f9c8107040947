/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The name of who meets, alone: what headings put before it and behind it, and names that hold the same words. */
#include "support/test.h"

#include "src/intake/readers.h"

struct heading {
    const char *text, *name;
};

/* Every heading that is wrong is printed before the test fails. */
static void check(const struct heading *headings, size_t n)
{
    void *context = talloc_named_const(NULL, 0, "names");
    size_t wrong = 0;
    for (size_t i = 0; i < n; i++) {
        const char *name = committee_alone(context, headings[i].text);
        if (strcmp(name, headings[i].name) == 0)
            continue;
        print_error("\"%s\" is of \"%s\", not \"%s\"\n", headings[i].text, name, headings[i].name);
        wrong++;
    }
    talloc_free(context);
    assert_int_equal(wrong, 0);
}

#define CHECK(headings) check(headings, MB_LENGTH(headings))

static void the_form_of_the_paper_is_no_part_of_the_name(void **state)
{
    (void)state;
    static const struct heading headings[] = {
        {"Agenda for Harbours Scrutiny Panel", "Harbours Scrutiny Panel"},
        {"Minutes of the Harbours Scrutiny Panel", "Harbours Scrutiny Panel"},
        {"Minutes of a meeting of the Harbours Scrutiny Panel", "Harbours Scrutiny Panel"},
        {"Minutes - Harbours Scrutiny Panel", "Harbours Scrutiny Panel"},
        {"Harbours Scrutiny Panel Minutes", "Harbours Scrutiny Panel"},
        {"Harbours Scrutiny Panel - Agenda", "Harbours Scrutiny Panel"},
    };
    CHECK(headings);
}

static void the_sentence_and_the_day_behind_it_are_none(void **state)
{
    (void)state;
    static const struct heading headings[] = {
        {"Rivers Panel which will be held in the Guildhall", "Rivers Panel"},
        {"Rivers Panel held on Tuesday 4 March 2025", "Rivers Panel"},
        {"Rivers Panel 4 March 2025", "Rivers Panel"},
        {"Rivers Panel, 4 March 2025", "Rivers Panel"},
        {"Rivers Panel (", "Rivers Panel"},
    };
    CHECK(headings);
}

static void a_call_and_the_stamp_of_a_browser_are_none(void **state)
{
    (void)state;
    static const struct heading headings[] = {
        {"You are hereby summoned to the Rivers Panel", "Rivers Panel"},
        {"15/05/2024, 09:14 Agenda for Rivers Panel", "Rivers Panel"},
    };
    CHECK(headings);
}

static void names_that_hold_such_words_stay_whole(void **state)
{
    (void)state;
    static const struct heading headings[] = {
        {"Rivers Panel", "Rivers Panel"},
        {"Adults, Health and Care Committee", "Adults, Health and Care Committee"},
        {"Meeting House Joint Board", "Meeting House Joint Board"},
        {"Decisions Review Committee", "Decisions Review Committee"},
        {"Full Council", "Full Council"},
    };
    CHECK(headings);
}

static void nothing_but_a_form_is_kept_as_it_is(void **state)
{
    (void)state;
    static const struct heading headings[] = {{"", ""}, {"-", "-"}, {"Minutes", "Minutes"}};
    CHECK(headings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_form_of_the_paper_is_no_part_of_the_name),
        cmocka_unit_test(the_sentence_and_the_day_behind_it_are_none),
        cmocka_unit_test(a_call_and_the_stamp_of_a_browser_are_none),
        cmocka_unit_test(names_that_hold_such_words_stay_whole),
        cmocka_unit_test(nothing_but_a_form_is_kept_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
