/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include <minutebook/search_words.h>

extern const char *const *const asset_word_forms_groups[];

/* The words of the texts, with blanks between. */
static bool stands_in(void *to, const char *word)
{
    char *wanted = mem_printf(NULL, " %s ", word);
    bool found = strstr(to, wanted) != NULL;
    talloc_free(wanted);
    return found;
}

static char *forms_in(void *context, const char *word, const char *texts)
{
    struct strings forms = {0};
    struct buf out;
    buf_init(&out, context, 100000);
    word_forms(context, word, stands_in, mem_printf(context, " %s ", texts), &forms);
    for (size_t i = 0; i < forms.n; i++)
        buf_printf(&out, "%s%s", i ? " " : "", forms.at[i]);
    return buf_take(&out);
}

static void a_word_is_found_in_its_forms(void **state)
{
    static const struct {
        const char *word, *texts, *forms;
    } cases[] = {
        {"report", "report reports reported reporting reporter", "reports reported reporting"},
        {"reported", "report reports reported reporting", "report reports reporting"},
        {"policies", "policy policies", "policy"},
        {"policy", "policy policies", "policies"},
        {"carried", "carry carries carried carrying carrier", "carry carries carrying"},
        {"closing", "close closes closed closing closet", "close closes closed"},
        {"closure", "close closed closures", "closures"},
        {"stopped", "stop stops stopped stopping", "stop stops stopping"},
        {"stop", "stop stops stopped stopping", "stops stopped stopping"},
        {"church", "church churches churchyard", "churches"},
        {"losses", "loss losses losse", "loss"},
        {"buses", "bus buses", "bus"},
        {"houses", "house houses housed", "house housed"},
        {"child", "child children childlike", "children"},
        {"children", "child children childs", "child"},
        {"spent", "spend spends spent spending", "spend spends spending"},
        {"leaves", "leaf leaves leave left", "leaf leave left"},
        {"agreed", "agree agrees agreed agreeing", "agree agrees agreeing"},
        {"criteria", "criterion criteria", "criterion"},
        {"focused", "focus focused focusses focusing", "focus focusing"},
        {"potatoes", "potato potatoes", "potato"},
        {"meetings", "meeting meetings meet", "meeting"},
        {"parking", "parking park parks parked", ""},
        {"licence", "licence licences license", "licences"},
        {"controlling", "control controls controlling controlled", "control controls controlled"},
        {"surveys", "survey surveys surveyed surveying", "survey surveyed surveying"},
        {"asked", "ask asks asked aske", "ask asks"},
        {"ranging", "rang range ranges ranged", "range ranges ranged"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++)
        if (strcmp(forms_in(*state, cases[i].word, cases[i].texts), cases[i].forms) != 0)
            fail_msg("%s: %s, not %s", cases[i].word, forms_in(*state, cases[i].word, cases[i].texts), cases[i].forms);
}

/* Pairs that begin alike and mean two things: neither brings the other, though both stand in the texts. */
static void different_words_stay_apart(void **state)
{
    static const char *const pairs[][2] = {
        {"policy", "police"},     {"general", "generation"}, {"university", "universe"}, {"park", "parking"},   {"train", "training"},
        {"plan", "planning"},     {"plan", "plane"},         {"house", "housing"},       {"new", "news"},       {"aid", "aids"},
        {"unit", "united"},       {"even", "evening"},       {"wed", "wedding"},         {"rate", "rating"},    {"past", "pasted"},
        {"organ", "organise"},    {"organ", "organisation"}, {"car", "care"},            {"car", "caring"},     {"star", "stare"},
        {"hop", "hoped"},         {"not", "noted"},          {"sit", "sited"},           {"fin", "fined"},      {"rang", "ring"},
        {"ward", "warden"},       {"see", "seed"},           {"minute", "minus"},        {"bus", "business"},   {"access", "acces"},
        {"ill", "illness"},       {"com", "community"},      {"count", "county"},        {"count", "council"},  {"custom", "customs"},
        {"arm", "arms"},          {"good", "goods"},         {"state", "statistics"},    {"station", "state"},  {"relate", "relative"},
        {"serve", "service"},     {"special", "species"},    {"will", "willing"},        {"th", "thing"},       {"str", "string"},
        {"spr", "spring"},        {"k", "king"},             {"hundr", "hundred"},       {"bas", "basis"},      {"analys", "analysis"},
        {"cris", "crisis"},       {"gla", "glass"},          {"proce", "process"},       {"ca", "cas"},         {"plus", "plu"},
        {"lead", "leader"},       {"minor", "minority"},     {"author", "authority"},    {"public", "publish"}, {"employ", "employment"},
        {"invest", "investigate"}, {"cloth", "clothing"},    {"build", "builder"},       {"cross", "crossing"}, {"set", "setting"},
    };
    for (size_t i = 0; i < MB_LENGTH(pairs); i++) {
        char *texts = mem_printf(*state, "%s %s", pairs[i][0], pairs[i][1]);
        for (size_t k = 0; k < 2; k++)
            if (*forms_in(*state, pairs[i][k], texts))
                fail_msg("%s brings %s", pairs[i][k], forms_in(*state, pairs[i][k], texts));
    }
}

static void only_what_stands_in_the_texts_is_a_form(void **state)
{
    assert_string_equal(forms_in(*state, "pothole", "pothole"), "");
    assert_string_equal(forms_in(*state, "potholes", "potholed"), "");
    assert_string_equal(forms_in(*state, "", "a"), "");
    assert_string_equal(forms_in(*state, "as", "a ass"), "");
    assert_string_equal(forms_in(*state, "2022", "2022s"), "");
    assert_string_equal(forms_in(*state, "h2o", "h2os"), "");
    assert_string_equal(forms_in(*state, "caf\xC3\xA9", "cafes"), "");
}

static bool everything(void *to, const char *word)
{
    (void)word;
    ++*(int *)to;
    return true;
}

/* Where every proposal stood in the texts there would still be few, however long the word. */
static void forms_are_few(void **state)
{
    static const char *const words[] = {"process", "carried", "planned", "agreed", "lay", "bases", "potatoes", "travelling"};
    int asked = 0;
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        struct strings forms = {0};
        word_forms(*state, words[i], everything, &asked, &forms);
        assert_true(forms.n > 0 && forms.n < 30);
    }
    assert_true(asked < 30 * (int)MB_LENGTH(words));
    char *endless = mem_printf(*state, "%0100000d", 0);
    memset(endless, 's', 100000);
    struct strings forms = {0};
    word_forms(*state, endless, everything, &asked, &forms);
    assert_int_equal(forms.n, 0);
}

static void the_other_number_is_told_without_texts(void **state)
{
    static const char *const cases[][2] = {
        {"plan", "plans"}, {"plans", "plan"}, {"child", "children"}, {"children", "child"}, {"policy", "policies"}, {"policies", "policy"},
        {"church", "churches"}, {"churches", "church"}, {"loss", "losses"}, {"losses", "loss"}, {"houses", "house"}, {"bus", "buses"},
        {"analyses", "analysis"}, {"campus", "campuses"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        const char *other = word_other_number(*state, cases[i][0]);
        if (!other || strcmp(other, cases[i][1]) != 0)
            assert_string_equal(cases[i][0], other ? other : "nothing");
    }
    assert_null(word_other_number(*state, "news"));
    assert_null(word_other_number(*state, "spent"));
    assert_null(word_other_number(*state, "20mph"));
}

static void the_file_is_what_its_reader_expects(void **state)
{
    static const char *const known[] = {"nouns", "verbs", "alone"};
    size_t n = 0;
    (void)state;
    for (const char *const *const *head = asset_word_forms_groups; *head; head++, n++) {
        assert_true(n < MB_LENGTH(known));
        assert_string_equal(**head, known[n]);
        for (const char *const *line = *head + 1; *line && **line == ' '; line++)
            if (strspn(*line, " abcdefghijklmnopqrstuvwxyz") != strlen(*line))
                fail_msg("small letters alone: %s", *line);
    }
    assert_int_equal(n, MB_LENGTH(known));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_word_is_found_in_its_forms),
        TEST_CASE(different_words_stay_apart),
        TEST_CASE(only_what_stands_in_the_texts_is_a_form),
        TEST_CASE(forms_are_few),
        TEST_CASE(the_other_number_is_told_without_texts),
        TEST_CASE(the_file_is_what_its_reader_expects),
    };
    return cmocka_run_group_tests_name("search: forms of words", tests, NULL, NULL);
}
