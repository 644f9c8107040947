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

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_rule_finds_its_examples_and_leaves_its_counter_examples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
