/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

#include "support/test.h"

#include <minutebook/actions_theme.h>

#include <string.h>

#define PANEL "Harbour and Coast Scrutiny Panel"

static bool same_of(const char *one, const char *committee, const char *two, const char *other)
{
    void *top = talloc_new(NULL);
    struct themes *themes = themes_new(top);
    const struct theme *a = themes_add(themes, one, committee, true), *b = themes_add(themes, two, other, true);
    bool same = theme_is_same(themes, a, b);
    assert_int_equal(theme_is_same(themes, b, a), same); /* whichever comes first */
    talloc_free(top);
    return same;
}

static bool same(const char *one, const char *two)
{
    return same_of(one, PANEL, two, PANEL);
}

static void renamed_topics_are_one(void **state)
{
    (void)state;
    assert_true(same("Dredging of the Inner Basin", "Inner Basin: Progress Report on Dredging"));
    assert_true(same("Ferry Timetable Review", "Review of the Ferry Timetable 2031/32"));
    assert_true(same("Oyster Beds: First Survey", "Oyster Beds: What the Divers Found"));
    assert_true(same("Oyster Beds", "Oyster Beds - Cabinet's Response"));
    assert_true(same("Emergency Mooring Equipment (EMEQ) Annual Update", "Progress on the EMEQ Action Plan"));
    assert_true(same("Lifeboat Station Relocation and Slipway", "Relocation of the Lifeboat Station"));
    assert_true(same("Performance: Quarter 2", "Performance: Quarter 3"));
}

static void words_that_all_titles_have_make_no_topic(void **state)
{
    (void)state;
    assert_false(same("Annual Report of the Ferry Service", "Annual Report of the Pilot Service"));
    assert_false(same("Harbour Dues", "Harbour Lights")); /* of the committee's own name */
    assert_false(same("Update on Oyster Beds", "Update on Mooring Buoys"));
    assert_false(same("School Meals Survey", "School Crossing Patrols"));
    assert_false(same("Send for Pilots: Ferry Rules", "SEND Transport")); /* a word is no acronym */
    assert_false(same("Notice of Motion: Swans", "Notice of Motion: Lighthouses"));
    assert_false(same("Application for a Mooring Licence: The Anchor", "Application for a Mooring Licence: Bar Neptune"));
    assert_false(same("31/00871/FUL - Land East of Fish Lane", "31/00417/FUL - Land North of Rope Walk"));
    assert_false(same("Wreck Disposal (Exempt)", "Sale of a Pontoon (Exempt)"));
    assert_false(same("NHS Dentistry on the Islands", "NHS Trust Merger"));
    assert_false(same("Performance: Quarter 2", "Work Programme"));
}

static void one_word_alone_is_a_topic_only_where_it_is_rare(void **state)
{
    (void)state;
    assert_true(same("Gulls: Quarter 1", "Feeding of Gulls"));
    assert_false(same("Gulls: Quarter 1", "Kittiwakes, Gulls, Terns and Skuas"));
    assert_false(same_of("Gulls: Quarter 1", PANEL, "Feeding of Gulls", "Moorland Committee"));
    assert_false(same("Harbour Seals: A Count", "Monk Seals")); /* what else the one has is of the committee's name */
    assert_true(same("Harbour Seals: A Count", "Harbour Seals"));
    void *top = talloc_new(NULL);
    struct themes *themes = themes_new(top);
    const struct theme *gulls = themes_add(themes, "Gulls: Quarter 1", PANEL, true);
    const struct theme *fed = themes_add(themes, "Feeding of Gulls", PANEL, true);
    assert_true(theme_is_same(themes, gulls, fed));
    themes_add(themes, "Gulls and Bins", PANEL, true);
    themes_add(themes, "Gulls and Roofs", PANEL, true);
    themes_add(themes, "Gulls and Chimneys", PANEL, true);
    assert_false(theme_is_same(themes, gulls, fed));
    assert_true(theme_is_same(themes, fed, themes_add(themes, "FEEDING of gulls", PANEL, true))); /* the same words are */
    talloc_free(top);
}

static void most_words_are_one_topic_only_where_they_are_rare_and_at_home(void **state)
{
    (void)state;
    static const char one[] = "Rowing Boat Fares", two[] = "Rowing Boat Skipper Badges";
    assert_true(same(one, two));
    assert_false(same_of(one, PANEL, two, "Moorland Committee"));
    static const char *const others[] = {"Rowing Boat Sheds", "Rowing Boat Paint", "Rowing Boat Hulls", "Rowing Boat Crews", "Rowing Boat Races"};
    void *top = talloc_new(NULL);
    struct themes *themes = themes_new(top);
    const struct theme *a = themes_add(themes, one, PANEL, true), *b = themes_add(themes, two, PANEL, true);
    for (size_t i = 0; i < MB_LENGTH(others); i++)
        themes_add(themes, others[i], PANEL, true);
    assert_false(theme_is_same(themes, a, b));
    talloc_free(top);
}

static void another_kind_of_item_is_another_topic(void **state)
{
    (void)state;
    assert_false(same("Budget Scrutiny", "Performance and Budget Monitoring"));
}

static void what_a_member_types_is_held_word_for_word(void **state)
{
    (void)state;
    void *top = talloc_new(NULL);
    struct themes *themes = themes_new(top);
    const struct theme *asked = themes_add(themes, "ferry timetables", NULL, false);
    assert_true(theme_holds(asked, themes_add(themes, "The Timetable of the Night Ferry", PANEL, false)));
    assert_false(theme_holds(asked, themes_add(themes, "The Night Ferry", PANEL, false)));
    assert_false(theme_holds(themes_add(themes, "", NULL, false), asked));
    talloc_free(top);
}

static void a_sentence_says_it_by_all_its_words_or_an_acronym(void **state)
{
    (void)state;
    static const char whole[] = "The timetable of the night ferry was short.", part[] = "The ferry was late.", acronym[] = "So says the EMEQ plan.";
    void *top = talloc_new(NULL);
    struct themes *themes = themes_new(top);
    const struct theme *ferry = themes_add(themes, "Ferry Timetables", PANEL, false);
    const struct theme *mooring = themes_add(themes, "Emergency Mooring Equipment (EMEQ)", PANEL, false);
    size_t at = 0;
    assert_true(theme_is_said(themes, ferry, whole, strlen(whole), &at));
    assert_int_equal(at, 4);
    assert_false(theme_is_said(themes, ferry, part, strlen(part), &at));
    assert_true(theme_is_said(themes, mooring, acronym, strlen(acronym), &at));
    assert_string_equal(theme_words(top, themes, mooring, true).at[0], "emeq");
    assert_int_equal(theme_words(top, themes, ferry, true).n, 0);
    assert_int_equal(theme_words(top, themes, ferry, false).n, 2);
    assert_true(theme_is_sharp(ferry));
    assert_false(theme_is_sharp(themes_add(themes, "Gulls", PANEL, false)));
    talloc_free(top);
}

static void no_title_is_the_topic_of_nothing(void **state)
{
    (void)state;
    assert_false(same("", ""));
    assert_false(same("2031/32", "2032/33"));
    assert_false(same("", "Oyster Beds"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(renamed_topics_are_one),
        TEST_CASE(words_that_all_titles_have_make_no_topic),
        TEST_CASE(one_word_alone_is_a_topic_only_where_it_is_rare),
        TEST_CASE(most_words_are_one_topic_only_where_they_are_rare_and_at_home),
        TEST_CASE(another_kind_of_item_is_another_topic),
        TEST_CASE(what_a_member_types_is_held_word_for_word),
        TEST_CASE(a_sentence_says_it_by_all_its_words_or_an_acronym),
        TEST_CASE(no_title_is_the_topic_of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
