/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The rules that are compiled in: each has an example that it finds and a counter-example that it leaves,
 * and the form of the files. */
#include "support/test.h"

#include <minutebook/actions.h>

#include "src/actions/judge.h"

#include <unistd.h>

/* All that is wrong is told at once, for a change of shared words touches many rules. */
static int faults;
#define FAULT(...) (faults++, print_error(__VA_ARGS__), print_error("\n"))

static struct rules *load(void **state)
{
    struct rules *rules = NULL;
    struct err err = {0};
    if (rules_load(*state, NULL, &rules, &err) != STATUS_OK || rules_ready(rules, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return rules;
}

/* WORDS as one sentence, or two parted by " | ", in the first place that the rule is tried in. */
static bool applies(void **state, const struct rules *rules, const struct rule *rule, const char *words, struct units *units, size_t *which,
                    struct judgement *found)
{
    char *text = mem_strdup(*state, words), *bar = strstr(text, " | ");
    if (bar)
        memmove(bar + 1, bar + 3, strlen(bar + 3) + 1);
    struct matcher *matcher = matcher_new(*state);
    units_read(*state, rules, matcher, text, PLACE_SAID, units);
    assert_true(units->n > 0);
    *which = rule->above.n ? units->n - 1 : 0;
    for (size_t i = 0; i < units->n; i++) {
        if (units->at[i].place != PLACE_SKIPPED && !(rule->places & 1u << units->at[i].place)) {
            for (int place = 0; place < PLACE_COUNT; place++) {
                if (rule->places & 1u << place) {
                    units->at[i].place = (enum place)place;
                    break;
                }
            }
        }
    }
    return rule_fits(rules, matcher, rule, units, *which, found);
}

static void check_owner(void **state, const struct rule *rule, const struct units *units, size_t which, const struct hit *hit,
                        enum hit_group group, const char *text, const char *expected)
{
    struct hit_span span = hit->groups[group];
    const struct unit *unit = &units->at[which];
    char *found = span.set ? view_words(*state, unit->view, text + unit->words.start, span.start, span.end) : NULL;
    if (!found || strcmp(found, expected) != 0)
        FAULT("%s line %d: %s finds \"%s\" in \"%s\", not \"%s\"", rule->file, rule->line, rule->name, found ? found : "nothing", text, expected);
}

static void check_finder(void **state, const struct rules *rules, const struct rule *rule)
{
    struct units units;
    size_t which;
    struct judgement found;
    for (size_t i = 0; i < rule->examples.n; i++) {
        char *words = mem_strdup(*state, rule->examples.at[i].words), *arrow = strstr(words, " => ");
        if (arrow)
            *arrow = '\0';
        if (!applies(state, rules, rule, words, &units, &which, &found))
            FAULT("%s line %d: %s does not find \"%s\"", rule->file, rule->examples.at[i].line, rule->name, words);
        if (arrow)
            check_owner(state, rule, &units, which, &found.hit, HIT_OWNER, words, arrow + 4);
    }
    for (size_t i = 0; i < rule->counters.n; i++) {
        if (applies(state, rules, rule, rule->counters.at[i].words, &units, &which, &found))
            FAULT("%s line %d: %s finds \"%s\"", rule->file, rule->counters.at[i].line, rule->name, rule->counters.at[i].words);
    }
}

/* All other sorts: the pattern itself, without what the rules around it say. */
static bool matches(void **state, const struct rule *rule, const char *words, struct hit *hit)
{
    struct matcher *matcher = matcher_new(*state);
    struct view *view = view_new(*state, words, strlen(words));
    for (size_t i = 0; i < rule->nots.n; i++) {
        if (pattern_find(matcher, rule->nots.at[i].pattern, view->text, view->n, 0, hit))
            return false;
    }
    for (size_t i = 0; i < rule->patterns.n; i++) {
        if (pattern_find(matcher, rule->patterns.at[i].pattern, view->text, view->n, 0, hit))
            return true;
    }
    return false;
}

static void check_plain(void **state, const struct rule *rule)
{
    struct hit hit;
    for (size_t i = 0; i < rule->examples.n; i++) {
        char *words = mem_strdup(*state, rule->examples.at[i].words), *arrow = strstr(words, " => ");
        if (arrow)
            *arrow = '\0';
        if (!matches(state, rule, words, &hit))
            FAULT("%s line %d: %s does not match \"%s\"", rule->file, rule->examples.at[i].line, rule->name, words);
        enum hit_group group = rule->sort == RULE_DUE ? HIT_DUE : rule->sort == RULE_TO ? HIT_RECIPIENT : HIT_OWNER;
        struct hit_span span = hit.groups[group];
        if (arrow && (!span.set || strlen(arrow + 4) != span.end - span.start || strncmp(words + span.start, arrow + 4, span.end - span.start) != 0))
            FAULT("%s line %d: %s finds \"%.*s\" in \"%s\"", rule->file, rule->examples.at[i].line, rule->name,
                     (int)(span.end - span.start), words + span.start, words);
    }
    for (size_t i = 0; i < rule->counters.n; i++) {
        if (matches(state, rule, rule->counters.at[i].words, &hit))
            FAULT("%s line %d: %s matches \"%s\"", rule->file, rule->counters.at[i].line, rule->name, rule->counters.at[i].words);
    }
}

static void every_rule_finds_its_examples_and_leaves_its_counter_examples(void **state)
{
    struct rules *rules = load(state);
    assert_true(rules->source->n_rules > 100);
    for (size_t i = 0; i < rules->source->n_rules; i++) {
        const struct rule *rule = rules->source->rules[i];
        if (rule->examples.n == 0 || rule->counters.n == 0)
            FAULT("%s line %d: %s has no example or no counter-example", rule->file, rule->line, rule->name);
        if (rule->sort == RULE_FIND)
            check_finder(state, rules, rule);
        else
            check_plain(state, rule);
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
    static const char almoner[] = "It was agreed that the Almoner would dance.";
    assert_int_equal(found_in(state, NULL, almoner), 0);
    assert_int_equal(found_in(state, "words POST\n  almoner\n", almoner), 1);
}

static void what_cannot_be_read_is_named_with_file_and_line(void **state)
{
    static const struct {
        const char *text, *says;
    } cases[] = {
        {"rule x\n  class action\n  pattern (\n", "ours.rules, line 3: rule \"x\": missing"},
        {"rule x\n  class action\n  pattern {NOTHING}\n", "ours.rules, line 3: rule \"x\": there are no words {NOTHING}"},
        {"words A\n  {B}\nwords B\n  {A}\nrule x\n  class action\n  pattern {A}\n", "ours.rules, line 7: rule \"x\": words go round in a circle"},
        {"rule x\n  class promise\n", "ours.rules, line 2: no class is called \"promise\""},
        {"\n\nrule x\n  flavour mint\n", "ours.rules, line 4: a rule has no field \"flavour\""},
        {"  class action\n", "ours.rules, line 1: belongs to nothing"},
        {"law x\n", "ours.rules, line 1: nothing begins with \"law\""},
        {"off nothing-so-called\n", "ours.rules, line 1: no rule to switch off"},
        {"rule x\n  class action\n", "ours.rules, line 1: rule \"x\" has no pattern"},
        {"rule x\n  pattern a\n", "ours.rules, line 1: rule \"x\" has no class"},
        {"rule x\n  confidence much\n", "ours.rules, line 2: a confidence is 1 to 100"},
        {"rule x\n  in heaven\n", "ours.rules, line 2: no place is called \"heaven\""},
        {"rule x\n  class action\n  pattern (?<colour>a)\n", "no rule has a group \"colour\""},
        {"rule \xFF\n", "ours.rules, line 1: a line is too long or not UTF-8"},
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
        TEST_CASE(no_two_rules_that_are_compiled_in_have_one_name),
        TEST_CASE(a_member_teaches_a_wording_without_c),
        TEST_CASE(a_member_switches_a_rule_off_and_adds_a_post),
        TEST_CASE(what_cannot_be_read_is_named_with_file_and_line),
        TEST_CASE(the_version_changes_with_the_rules),
        TEST_CASE(a_pattern_that_runs_away_matches_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
