/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The rules that are compiled in: each has an example that it finds and a counter-example that it leaves,
 * and the form of the files. */
#include "support/test.h"

#include <minutebook/actions.h>

#include "src/actions/judge.h"

#include <unistd.h>

static struct rules *load(void **state)
{
    struct rules *rules = NULL;
    struct err err = {0};
    if (rules_load(*state, NULL, &rules, &err) != STATUS_OK || rules_ready(rules, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return rules;
}

/* All that is wrong is told at once, for a change of shared words touches many rules. */
static void every_rule_finds_its_examples_and_leaves_its_counter_examples(void **state)
{
    struct rules *rules = load(state);
    struct strings faults = {0};
    struct err err;
    assert_true(rules->source->n_rules > 100);
    for (size_t i = 0; i < rules->source->n_rules; i++) {
        const struct rule *rule = rules->source->rules[i];
        if (rule->examples.n == 0 || rule->counters.n == 0)
            strings_add(*state, &faults, mem_printf(*state, "%s:%d: %s has no example or no counter-example", rule->file, rule->line, rule->name));
    }
    assert_int_equal(rules_try_examples(*state, rules, true, &faults, &err), STATUS_OK);
    for (size_t i = 0; i < faults.n; i++)
        print_error("%s\n", faults.at[i]);
    assert_int_equal(faults.n, 0);
}

/* One that cannot be made, or is longer than PCRE2 takes, would match nothing and say nothing. */
static void every_pattern_that_is_compiled_in_can_be_made(void **state)
{
    struct rules *rules = load(state);
    size_t faults = 0;
    for (size_t i = 0; i < rules->source->n_rules; i++) {
        struct rule *rule = rules->source->rules[i];
        const struct rule_line *line;
        struct err err;
        if (rule_compile(rules->source, rule, &line, &err) == STATUS_OK)
            continue;
        print_error("%s:%d: %s\n", rule->file, line ? line->line : rule->line, err.text);
        faults++;
    }
    assert_int_equal(faults, 0);
}

/* A rule of a name that is there takes its place: one of ours would vanish without a word. */
static void no_two_rules_that_are_compiled_in_have_one_name(void **state)
{
    struct rules *rules = load(state);
    size_t opened = 0;
    for (size_t f = 0; rule_files[f].name; f++) {
        for (size_t i = 0; rule_files[f].lines[i]; i++) {
            const char *line = rule_files[f].lines[i];
            opened += *line && *line != ' ' && *line != '#' && strncmp(line, "words ", 6) != 0;
        }
    }
    assert_int_equal(opened, rules->source->n_rules);
}

/* ---- files of the member's own ---------------------------------------------------------------------- */

static char *folder_with(void **state, const char *name, const char *text)
{
    char *folder = mem_strdup(*state, "/tmp/minutebook-rules-XXXXXX");
    assert_non_null(mkdtemp(folder));
    FILE *file = fopen(mem_printf(*state, "%s/%s", folder, name), "we");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    return folder;
}

static void folder_remove(void **state, const char *folder, const char *name)
{
    assert_int_equal(unlink(mem_printf(*state, "%s/%s", folder, name)), 0);
    assert_int_equal(rmdir(folder), 0);
}

static size_t found_in(void **state, const char *own, const char *text)
{
    char *folder = own ? folder_with(state, "ours.rules", own) : NULL;
    struct rules *rules;
    struct err err = {0};
    struct swept swept;
    struct item item = {.position = 1, .minutes_text = mem_strdup(*state, text)};
    struct meeting meeting = {.items = &item, .n_items = 1};
    if (rules_load(*state, folder, &rules, &err) != STATUS_OK || sweep_meeting(*state, rules, &meeting, &swept, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    if (folder)
        folder_remove(state, folder, "ours.rules");
    return swept.n_candidates;
}

static void a_member_teaches_a_wording_without_c(void **state)
{
    static const char own[] = "# ours\nrule is-charged-to\n  class action\n  confidence 85\n"
                              "  pattern (?<owner>the Almoner|{ROLE}) (?<deed>is charged) to (?<topic>)\\w\n"
                              "  not is charged to note\n  example The Almoner is charged to write.\n  counter It is charged.\n";
    static const char text[] = "The Almoner is charged to write to the tenants.";
    assert_int_equal(found_in(state, NULL, text), 0);
    assert_int_equal(found_in(state, own, text), 1);
    assert_int_equal(found_in(state, own, "The Almoner is charged to note the report."), 0);
}

static void a_member_switches_a_rule_off_and_adds_a_post(void **state)
{
    static const char text[] = "RECORDED: The lamp was lit. A request was made for a map.";
    assert_int_equal(found_in(state, NULL, text), 1);
    assert_int_equal(found_in(state, "off request-made\n", text), 0);
    static const char beadle[] = "It was agreed that the Beadle would dance.";
    assert_int_equal(found_in(state, NULL, beadle), 0);
    assert_int_equal(found_in(state, "words POST\n  beadle\n", beadle), 1);
}

static void what_cannot_be_read_is_named_with_file_and_line(void **state)
{
    static const struct {
        const char *text, *says;
    } cases[] = {
        {"rule x\n  class action\n  pattern (\n", "ours.rules:3: rule \"x\": missing"},
        {"rule x\n  class action\n  pattern {NOTHING}\n", "ours.rules:3: rule \"x\": there are no words {NOTHING}"},
        {"words A\n  {B}\nwords B\n  {A}\nrule x\n  class action\n  pattern {A}\n", "ours.rules:7: rule \"x\": words go round in a circle"},
        {"rule x\n  class promise\n", "ours.rules:2: no class is called \"promise\""},
        {"\n\nrule x\n  flavour mint\n", "ours.rules:4: a rule has no field \"flavour\""},
        {"  class action\n", "ours.rules:1: belongs to nothing"},
        {"law x\n", "ours.rules:1: nothing begins with \"law\""},
        {"off nothing-so-called\n", "ours.rules:1: no rule to switch off"},
        {"rule x\n  class action\n", "ours.rules:1: rule \"x\" has no pattern"},
        {"rule x\n  pattern a\n", "ours.rules:1: rule \"x\" has no class"},
        {"rule x\n  confidence much\n", "ours.rules:2: a confidence is 1 to 100"},
        {"rule x\n  in heaven\n", "ours.rules:2: no place is called \"heaven\""},
        {"rule x\n  class action\n  pattern (?<colour>a)\n", "no rule has a group \"colour\""},
        {"rule \xFF\n", "ours.rules:1: a line is too long or not UTF-8"},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        char *folder = folder_with(state, "ours.rules", cases[i].text);
        struct rules *rules;
        struct err err = {0};
        assert_int_equal(rules_load(*state, folder, &rules, &err), STATUS_INPUT);
        if (!strstr(err.text, cases[i].says))
            fail_msg("\"%s\" instead of \"%s\"", err.text, cases[i].says);
        folder_remove(state, folder, "ours.rules");
    }
}

/* Left out are the blocks that are wrong and those that lean on them; whatever the file, it ends. */
/* {BIG} is N times the words that fill a line: PCRE2 makes no pattern of more than 64 KiB, and ours ends at 200,000 bytes. */
static char *rule_of_size(void **state, int n)
{
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    buf_puts(&text, "words LINE\n  ");
    for (int i = 0; i < 600; i++)
        buf_printf(&text, "%sbeadle%d", i ? "|" : "", i);
    buf_puts(&text, "\nrule is-lit\n  class action\n  confidence 85\n  pattern the lamp is lit by ");
    for (int i = 0; i < n; i++)
        buf_puts(&text, "{LINE} ");
    buf_puts(&text, "\n");
    return buf_take(&text);
}

static void a_pattern_that_is_too_long_to_be_made_is_named_with_file_and_line(void **state)
{
    static const struct {
        int n;
        const char *says;
    } cases[] = {{1, NULL}, {12, "too large"}, {40, "too long"}};
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        char *folder = folder_with(state, "long.rules", rule_of_size(state, cases[i].n));
        struct rules *rules;
        struct strings faults = {0};
        struct err err = {0};
        assert_int_equal(rules_load_sound(*state, folder, &faults, &rules, &err), STATUS_OK);
        assert_int_equal(faults.n, cases[i].says ? 1 : 0);
        if (cases[i].says && !(strstr(faults.at[0], "long.rules:6:") && strstr(faults.at[0], cases[i].says)))
            fail_msg("%s", faults.at[0]);
        folder_remove(state, folder, "long.rules");
    }
}

static void what_is_wrong_is_left_out_and_the_rest_holds(void **state)
{
    static const struct {
        const char *text;
        size_t faults;
        bool found; /* a map asked for by our own rule */
        const char *says;
    } cases[] = {
        {"", 0, true, NULL},
        {"  class action\noff request-made\n", 1, false, "ours.rules:1: belongs to nothing"},
        {"words LAMP\n  (\nrule x\n  class action\n  pattern {LAMP}\noff request-made\n", 1, false, "ours.rules:5: rule \"x\": missing"},
        {"words 1\n  lamp\nrule x\n  class action\n  pattern a\n  not {LAMP}\noff request-made\n", 2, false, "ours.rules:6: rule \"x\": there are no words {LAMP}"},
        {"rule request-made\n  class action\n  pattern (\n", 1, true, "ours.rules:3: "},
        {"off request-made\n\xFF\noff request-made\n", 2, false, "ours.rules:2: a line is too long or not UTF-8"},
        {"words ROLE\n  (\nrule x\n  class action\n  pattern the {ROLE} dances\n", 2, true, "ours.rules:1: with these words in it, rule "},
        {"\xEF\xBB\xBFoff request-made\r\n", 0, false, NULL},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        char *folder = folder_with(state, "ours.rules", cases[i].text);
        struct strings faults = {0};
        struct rules *rules;
        struct err err;
        bool found = false, said = cases[i].says == NULL;
        assert_int_equal(rules_load_sound(*state, folder, &faults, &rules, &err), STATUS_OK);
        assert_int_equal(rules_ready(rules, &err), STATUS_OK);
        for (size_t k = 0; k < rules->source->n_rules; k++)
            found = found || (strcmp(rules->source->rules[k]->name, "request-made") == 0 && !rules->source->rules[k]->own);
        for (size_t k = 0; k < faults.n; k++)
            said = said || strstr(faults.at[k], cases[i].says);
        if (faults.n != cases[i].faults || found != cases[i].found || !said)
            fail_msg("case %zu: %zu faults, \"%s\"", i, faults.n, faults.n ? faults.at[0] : "");
        folder_remove(state, folder, "ours.rules");
    }
}

static void a_file_of_something_else_costs_its_own_rules_and_nothing_more(void **state)
{
    struct buf text;
    struct strings faults = {0};
    struct rules *rules;
    struct err err;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    for (int i = 0; i < 20000; i++)
        buf_printf(&text, "line %d\n", i);
    char *folder = folder_with(state, "ours.rules", text.data);
    assert_int_equal(rules_load_sound(*state, folder, &faults, &rules, &err), STATUS_OK);
    assert_in_range(faults.n, 1, FAULTS_MOST);
    assert_string_equal(rules_version(rules), rules_version(load(state)));
    folder_remove(state, folder, "ours.rules");
}

static void the_version_changes_with_the_rules(void **state)
{
    char *folder = folder_with(state, "ours.rules", "off request-made\n"), *empty = folder_with(state, "readme", "no rules here\n");
    struct rules *plain = load(state), *own, *none, *missing;
    struct err err;
    assert_int_equal(rules_load(*state, folder, &own, &err), STATUS_OK);
    assert_int_equal(rules_load(*state, empty, &none, &err), STATUS_OK);
    assert_int_equal(rules_load(*state, "/nonexistent/rules", &missing, &err), STATUS_OK);
    assert_true(strlen(rules_version(plain)) <= 64);
    assert_string_not_equal(rules_version(plain), rules_version(own));
    assert_string_equal(rules_version(plain), rules_version(none));
    assert_string_equal(rules_version(plain), rules_version(missing));
    folder_remove(state, folder, "ours.rules");
    folder_remove(state, empty, "readme");
}

static void a_pattern_that_runs_away_matches_nothing(void **state)
{
    static const char own[] = "rule runaway\n  class action\n  confidence 100\n  pattern ^(?:(?:a+)+)+$\n";
    char *text = mem_printf(*state, "%0*d", 2000, 0);
    memset(text, 'a', 2000);
    text[1999] = '!';
    assert_int_equal(found_in(state, own, text), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_rule_finds_its_examples_and_leaves_its_counter_examples),
        TEST_CASE(every_pattern_that_is_compiled_in_can_be_made),
        TEST_CASE(no_two_rules_that_are_compiled_in_have_one_name),
        TEST_CASE(a_member_teaches_a_wording_without_c),
        TEST_CASE(a_member_switches_a_rule_off_and_adds_a_post),
        TEST_CASE(what_cannot_be_read_is_named_with_file_and_line),
        TEST_CASE(a_pattern_that_is_too_long_to_be_made_is_named_with_file_and_line),
        TEST_CASE(what_is_wrong_is_left_out_and_the_rest_holds),
        TEST_CASE(a_file_of_something_else_costs_its_own_rules_and_nothing_more),
        TEST_CASE(the_version_changes_with_the_rules),
        TEST_CASE(a_pattern_that_runs_away_matches_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
