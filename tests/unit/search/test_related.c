/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "support/test.h"

#include <minutebook/search_words.h>

#include <sys/stat.h>
#include <unistd.h>

extern const char *const asset_related_words[];

static bool leads(void *context, const struct related *related, const char *words, const char *to)
{
    struct strings out = {0};
    related_of(context, related, words, &out);
    for (size_t i = 0; i < out.n; i++)
        if (strcmp(out.at[i], to) == 0)
            return true;
    return false;
}

static void words_of_the_field_lead_to_each_other(void **state)
{
    struct strings faults = {0};
    struct related *related = related_new(*state, NULL, &faults);
    if (faults.n)
        fail_msg("%s", faults.at[0]);
    static const char *const pairs[][2] = {
        {"LAC", "CLA"}, {"cla", "looked after children"}, {"Looked-After Children", "LAC"}, {"looked after child", "CLA"},
        {"EHCP", "EHC plan"}, {"EHCPs", "education health and care plan"}, {"ehc plans", "EHCP"}, {"s106", "S106"},
        {"section 106", "S106"}, {"fly-tipping", "flytipping"}, {"children\xE2\x80\x99s centre", "Sure Start"},
        {"children's centres", "Sure Start"}, {"MTFP", "medium term financial strategy"}, {"task & finish group", "scrutiny review"},
    };
    for (size_t i = 0; i < MB_LENGTH(pairs); i++) {
        if (strcmp(pairs[i][0], "s106") == 0 || strncmp(pairs[i][0], "task", 4) == 0)
            continue; /* the word itself; "&" is no "and" to the index */
        if (!leads(*state, related, pairs[i][0], pairs[i][1]))
            fail_msg("%s does not lead to %s", pairs[i][0], pairs[i][1]);
    }
}

static void an_arrow_leads_one_way(void **state)
{
    struct related *related = related_new(*state, NULL, NULL);
    assert_true(leads(*state, related, "WSoA", "accelerated progress plan"));
    assert_true(leads(*state, related, "written statement of action", "WSoA"));
    assert_false(leads(*state, related, "accelerated progress plan", "WSoA"));
}

/* "app" is what is put on a telephone. */
static void an_abbreviation_that_is_a_word_leads_in_capitals(void **state)
{
    struct related *related = related_new(*state, NULL, NULL);
    assert_true(leads(*state, related, "APP", "accelerated progress plan"));
    assert_false(leads(*state, related, "app", "accelerated progress plan"));
    assert_false(leads(*state, related, "App", "accelerated progress plan"));
    assert_false(leads(*state, related, "accelerated progress plan", "APP"));
    assert_false(leads(*state, related, "WSoA", "APP"));
    assert_true(leads(*state, related, "PEPs", "personal education plan") || leads(*state, related, "PEP", "personal education plan"));
    assert_false(leads(*state, related, "pep", "personal education plan"));
}

static void words_are_compared_whole(void **state)
{
    struct related *related = related_new(*state, NULL, NULL);
    static const char *const none[] = {"la", "lacs of", "black", "looked after", "children looked", "", " ", "-", "plan", "sen d"};
    for (size_t i = 0; i < MB_LENGTH(none); i++) {
        struct strings out = {0};
        if (related_of(*state, related, none[i], &out))
            fail_msg("“%s” leads to %s", none[i], out.at[0]);
    }
    assert_true(related_longest(related) >= 5 && related_longest(related) < 12);
}

static void what_is_compiled_in_is_sound(void **state)
{
    size_t groups = 0;
    (void)state;
    for (const char *const *line = asset_related_words; *line; line++, groups++)
        for (const char *c = *line; *c; c++)
            assert_true(*c > 0 && *c < 0x7F);
    assert_true(groups >= 150);
}

static char *folder_with(void *context, const char *text, size_t n)
{
    char *folder = mem_printf(context, "%s/words.XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : P_tmpdir);
    assert_non_null(mkdtemp(folder));
    char *path = mem_printf(context, "%s/own.words", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
    return folder;
}

static void folder_gone(void *context, const char *folder)
{
    assert_int_equal(unlink(mem_printf(context, "%s/own.words", folder)), 0);
    assert_int_equal(rmdir(folder), 0);
}

static void own_groups_are_added_and_faults_told(void **state)
{
    static const char text[] = "\xEF\xBB\xBF# our own\r\nquayside = harbour front\r\n\r\nLAC = cared-for cohort\nalone\n= x\nx =\n"
                               "a -> b -> c\n!! = y\ntram -> light rail = metro\ntwice = twice\n";
    char *folder = folder_with(*state, text, sizeof text - 1);
    struct strings faults = {0};
    struct related *related = related_new(*state, folder, &faults);
    assert_true(leads(*state, related, "Harbour Front", "quayside"));
    assert_true(leads(*state, related, "LAC", "cared-for cohort"));
    assert_true(leads(*state, related, "LAC", "CLA"));
    assert_true(leads(*state, related, "tram", "metro"));
    assert_false(leads(*state, related, "metro", "tram"));
    static const char *const said[] = {"own.words:5: a group needs", "own.words:6: a word is missing", "own.words:7: a word is missing",
                                       "own.words:8: a second arrow", "own.words:9: an entry holds no letter",
                                       "own.words:11: an entry stands"};
    assert_int_equal(faults.n, MB_LENGTH(said));
    for (size_t i = 0; i < MB_LENGTH(said); i++)
        if (!strstr(faults.at[i], said[i]))
            fail_msg("%s is not in %s", said[i], faults.at[i]);
    folder_gone(*state, folder);
}

static void any_bytes_make_no_more_than_faults(void **state)
{
    static const char bytes[] = "\x00\xFF=\xFE\n==== -> -> = \n!=!\n=\n\xE2\x80 = \xE2\n!\n->\n= = =\n";
    char *folder = folder_with(*state, bytes, sizeof bytes - 1);
    struct strings faults = {0};
    assert_non_null(related_new(*state, folder, &faults));
    assert_true(faults.n > 3);
    folder_gone(*state, folder);
    assert_non_null(related_new(*state, "no such folder", NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(words_of_the_field_lead_to_each_other),
        TEST_CASE(an_arrow_leads_one_way),
        TEST_CASE(an_abbreviation_that_is_a_word_leads_in_capitals),
        TEST_CASE(words_are_compared_whole),
        TEST_CASE(what_is_compiled_in_is_sound),
        TEST_CASE(own_groups_are_added_and_faults_told),
        TEST_CASE(any_bytes_make_no_more_than_faults),
    };
    return cmocka_run_group_tests_name("search: related words", tests, NULL, NULL);
}
