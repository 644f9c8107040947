/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The first look spares patterns and changes nothing: what is found with it is found without it, in everything that is
 * at hand; and what it reads off a pattern is never more than the pattern asks for. */
#include "support/test.h"

#include <minutebook/actions.h>

#include "src/actions/cues.h"
#include "src/actions/judge.h"
#include "src/actions/look.h"

#include <dirent.h>
#include <locale.h>

/* ---- what is read off a pattern ----------------------------------------------------------------------------- */

static struct rule_source *some_words(void **state)
{
    struct rule_source *source = mem_new(*state, struct rule_source);
    struct rule_reader reader = {.source = source, .parent = source, .file = "test"};
    static const char *const lines[] = {"words LAMP", "  lamps?", "  lantern", "words ROUND", "  a{ROUND}", "words OPEN", "  (lamp", "words MAYBE", "  lamp|"};
    struct err err;
    buf_init(&source->read, source, 10000);
    for (size_t i = 0; i < MB_LENGTH(lines); i++)
        assert_int_equal(rule_read_line(&reader, lines[i], &err), STATUS_OK);
    return source;
}

static void the_words_that_a_pattern_needs_are_read_off_it(void **state)
{
    static const struct {
        const char *pattern, *sets; /* words, sorted, by '|', sets by ';' */
    } cases[] = {
        {"lamp", "lamp"},
        {"LAMP oil", "lamp oil"},
        {"lamps?", "lamp"},
        {"lamps? oil", "lamp oil|lamps oil"},
        {"(?:lamp|lantern)s", "lamps|lanterns"},
        {"(?<owner>lamp)\\b.{0,9}?\\bwick", "lamp;wick"},
        {"lamp(?!s) oil(?= can)", " can;lamp oil"},
        {"(?<=brass )lamp", "brass ;lamp"},
        {"(?<!brass )lamp", "lamp"},
        {"(?:lamp )*wick", "wick"},
        {"(?:lamp )+wick", "lamp ;wick"},
        {"(?:lamp ){2,4}wick", "lamp ;wick"},
        {"(?:lamp ){0,4}wick", "wick"},
        {"(?:lamp){1}wick", "lampwick"},
        {"(?:lamp)?+wick", "wick"},
        {"(?:lamp|)wick", "wick"},
        {"lamp|wick|", ""},
        {"lamp|\\w+", ""},
        {"lamp oil|wick\\d+trim", "lamp oil|wick"},
        {"l[ae]mp", "lamp|lemp"},
        {"l[a-e]mps", "mps"},
        {"l[^a]mps", "mps"},
        {"[]x]lamp", "]lamp|xlamp"},
        {"\\(lamp\\)", "(lamp)"},
        {"\\p{Lu}lamp\\PLwick", "lamp;wick"},
        {"l\xC3\xA4mpchen", "mpchen"},
        {"{LAMP} oil", "lamp oil|lamps oil|lantern o"},
        {"{MAYBE} oil", " oil"},
        {"(?i:lamp)(?-i:WICK)", "lampwick"},
        {"^lamp$", "lamp"},
        {"a.b.c", ""},
        /* not surely understood: always tried */
        {"lamp\\Qoil", ""},
        {"lamp(?|oil)", ""},
        {"lamp(?#oil)", ""},
        {"(?x) lamp oil", ""},
        {"(lamp)(?1)", ""},
        {"(lamp)\\1", ""},
        {"lamp(*ACCEPT)oil", ""},
        {"lamp\\x41", ""},
        {"lamp{,3}", ""},
        {"[[:alpha:]]lamp", ""},
        {"[\\Qa]lamp", ""},
        {"lamp{ROUND}", ""},
        {"{OPEN})", ""},
        {"{NOTHING}lamp", ""},
        {"(lamp", ""},
        {"lamp)", ""},
        {"lamp[", ""},
        {"lamp\\", ""},
    };
    struct cue_reader *reader = cue_reader_new(*state, some_words(state));
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct cue_sets sets = cues_of(reader, cases[i].pattern);
        struct buf said;
        buf_init(&said, *state, 10000);
        for (size_t k = 0; k < sets.n; k++) {
            for (size_t w = 0; w < sets.at[k].n; w++)
                buf_printf(&said, "%s%s", w ? "|" : k ? ";" : "", sets.at[k].at[w]);
        }
        char *found = buf_take(&said);
        if (strcmp(found, cases[i].sets) != 0)
            fail_msg("\"%s\" needs \"%s\", not \"%s\"", cases[i].pattern, found, cases[i].sets);
    }
}

static void what_is_done_is_found_in_a_pattern_where_it_can_stand_alone(void **state)
{
    static const struct {
        const char *pattern, *deed;
    } cases[] = {
        {"(?<topic>)[^.;]{2,160}? (?<deed>would) (?:light|fill)", "(?<deed>would) (?:light|fill)"},
        {"\\b(?<owner>{WHO}) (?<deed>(?:was|were) to) light\\b", "(?<deed>(?:was|were) to) light\\b"},
        {"^(?<owner>{WHO}) to light", " to light"},
        {"(?:[()]|[^]]) (?<deed>lit)?(?: lamps)", "(?<deed>lit)?(?: lamps)"},
        {"\\((?<deed>lit)\\)", "(?<deed>lit)\\)"},
        {"(?<deed>lit) the lamp", NULL}, /* it is the whole */
        {"lamps", NULL},
        {"(?<owner>{WHO})? to light", NULL}, /* the count would stand alone */
        {"(?<owner>{WHO}){1,2} to light", NULL},
        {"(?:(?<deed>lit)|was lit) lamps", NULL}, /* not in all that matches */
        {"lamps (?<deed>lit)|oil", NULL},
        {"(lamp) (?<deed>lit) \\1", NULL}, /* looks back at what is left out */
        {"(lamp) (?<deed>lit) (?1)", NULL},
        {"lamp\\K (?<deed>lit)", NULL},
        {"lamp (?i)(?<deed>lit)", NULL},
        {"(*COMMIT)lamp (?<deed>lit)", NULL},
        {"[[:alpha:]] (?<deed>lit)", NULL},
        {"lamp [(?<deed>lit)", NULL},
        {"lamp (?<deed>lit)\\", NULL},
    };
    (void)state;
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        const char *deed = rule_deed_at(cases[i].pattern);
        if ((deed != NULL) != (cases[i].deed != NULL) || (deed && strcmp(deed, cases[i].deed) != 0))
            fail_msg("\"%s\": \"%s\"", cases[i].pattern, deed ? deed : "none");
    }
}

static void a_look_answers_each_question_by_itself(void **state)
{
    struct first_look *look = first_look_new(*state);
    char *one[] = {(char *)"lamp", (char *)"wick"}, *two[] = {(char *)"amp oil"}, *three[] = {(char *)"ask"}, *bad[] = {(char *)"L\xC3\xA4mp"};
    unsigned lamp = first_look_add(look, one, 2), oil = first_look_add(look, two, 1), ask = first_look_add(look, three, 1);
    assert_int_equal(first_look_add(look, one, 2), lamp);
    assert_int_equal(first_look_add(look, bad, 1), 0);
    first_look_done(look);
    static const struct {
        const char *text;
        bool lamp, oil, ask;
    } cases[] = {
        {"", false, false, false},        {"The LAMP oil", true, true, false}, {"lam amp oil", false, true, false},
        {"clampwick", true, false, false}, {"a\xC5\xBF\xE2\x84\xAA", false, false, true}, {"amp\xC3\xA4 oil", false, false, false},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        const uint64_t *answers = first_look_at(*state, look, cases[i].text, strlen(cases[i].text));
        assert_true(first_look_has(answers, lamp) == cases[i].lamp);
        assert_true(first_look_has(answers, oil) == cases[i].oil);
        assert_true(first_look_has(answers, ask) == cases[i].ask);
        assert_true(first_look_has(answers, 0));
    }
}

/* ---- with and without it ------------------------------------------------------------------------------------- */

struct two {
    struct rules *with, *without;
    int texts, found;
};

static struct rules *rules_new(void **state)
{
    struct rules *rules;
    struct err err;
    assert_int_equal(rules_load(*state, NULL, &rules, &err), STATUS_OK);
    assert_int_equal(rules_ready(rules, &err), STATUS_OK);
    return rules;
}

/* Ready, and everything is tried. */
static struct rules *rules_without_look(void **state)
{
    struct rules *rules = rules_new(state);
    for (size_t i = 0; i < rules->source->n_rules; i++) {
        struct rule *rule = rules->source->rules[i];
        const struct rule_lines *lists[] = {&rule->patterns, &rule->nots, &rule->above};
        for (size_t k = 0; k < MB_LENGTH(lists); k++) {
            for (size_t n = 0; n < lists[k]->n; n++) {
                lists[k]->at[n].n_looks = 0;
                lists[k]->at[n].deed_sought = true;
            }
        }
    }
    return rules;
}

static char *told(const void *parent, const struct rules *rules, const char *text, size_t *n)
{
    struct item item = {.position = 1, .title = (char *)"Lamps", .minutes_text = (char *)text, .decision_text = (char *)text};
    struct meeting meeting = {.id = (char *)"m", .committee = (char *)"Harbour Scrutiny Panel", .date = {2024, 5, 14}, .items = &item, .n_items = 1};
    struct swept swept;
    struct err err;
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    assert_int_equal(sweep_meeting(parent, rules, &meeting, &swept, &err), STATUS_OK);
    for (size_t i = 0; i < swept.n_candidates; i++) {
        const struct action *a = swept.candidates[i];
        buf_printf(&out, "%s|%s|%d|%s|%s|%s|%s|%s|%s\n", a->candidate_id, a->rule, a->confidence, a->class, a->kind ? a->kind : "", a->owner ? a->owner : "",
                   a->recipient ? a->recipient : "", a->due_text ? a->due_text : "", a->subject ? a->subject : "");
    }
    for (size_t i = 0; i < swept.n_cited; i++)
        buf_printf(&out, "%d-%d-%d %d\n", swept.cited[i].date.year, swept.cited[i].date.month, swept.cited[i].date.day, swept.cited[i].times);
    *n = swept.n_candidates;
    return buf_take(&out);
}

static void compare(struct two *two, const char *text)
{
    void *local = talloc_new(NULL);
    size_t n, m;
    char *with = told(local, two->with, text, &n), *without = told(local, two->without, text, &m);
    if (strcmp(with, without) != 0)
        fail_msg("with:\n%s\nwithout:\n%s\nin: %.500s", with, without, text);
    two->texts++;
    two->found += (int)n;
    talloc_free(local);
}

static char *file_text(const void *parent, const char *path)
{
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    char *text = mem_zero_named(parent, (size_t)1 << 20, "text");
    assert_true(fread(text, 1, ((size_t)1 << 20) - 1, file) > 0);
    assert_int_equal(fclose(file), 0);
    return text;
}

static void compare_lines(struct two *two, const char *path)
{
    char *text = file_text(NULL, path);
    int number = 0;
    for (char *line = text, *next; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        if (number++ % TEST_STRIDE(10) == 0)
            compare(two, line);
    }
    talloc_free(text);
}

static void compare_folder(struct two *two, const char *path)
{
    DIR *dir = opendir(path);
    assert_non_null(dir);
    for (const struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        char *name = mem_printf(NULL, "%s/%s", path, entry->d_name);
        if (strlen(entry->d_name) > 4 && strcmp(entry->d_name + strlen(entry->d_name) - 4, ".txt") == 0) {
            char *text = file_text(name, name);
            compare(two, text);
        }
        talloc_free(name);
    }
    closedir(dir);
}

static void what_is_found_is_the_same_where_everything_is_tried(void **state)
{
    static const char *const folders[] = {"tests/houses/papers", "tests/houses/second/papers", "tests/houses/third/papers", "assets/sample/papers"};
    struct two two = {.with = rules_new(state), .without = rules_without_look(state)};
    const char *source = test_env("MINUTEBOOK_SRCDIR");
    for (size_t i = 0; i < MB_LENGTH(folders); i += TEST_STRIDE(2))
        compare_folder(&two, mem_printf(*state, "%s/%s", source, folders[i]));
    compare_lines(&two, mem_printf(*state, "%s/tests/unit/actions/wordings.txt", source));
    assert_true(two.texts > 50);
    assert_true(two.found > 100);
}

/* Past the room of the automaton a rule would be tried on every sentence, and nothing but the clock would tell. */
static void the_look_has_room_for_all_that_rules_need(void **state)
{
    const struct rules *rules = rules_new(state);
    for (size_t i = 0; i < rules->source->n_rules; i++) {
        const struct rule *rule = rules->source->rules[i];
        if (rule->cues.n && !rule->look)
            fail_msg("no room for the cues of %s", rule->name);
    }
}

static void assert_hits_equal(const struct hit *a, const struct hit *b)
{
    assert_true(a->start == b->start && a->end == b->end);
    for (int i = 0; i < HIT_GROUP_COUNT; i++)
        assert_true(a->groups[i].start == b->groups[i].start && a->groups[i].end == b->groups[i].end && a->groups[i].set == b->groups[i].set);
}

/* Every pattern on examples of all rules: where it matches, the look had said that it may. */
static void no_pattern_matches_where_the_look_says_it_cannot(void **state)
{
    struct rules *with = rules_new(state), *without = rules_without_look(state);
    struct matcher *matcher = matcher_new(*state);
    size_t tried = 0, spared = 0, turn = 0;
    for (size_t r = 0; r < with->source->n_rules; r++) {
        const struct rule *said = with->source->rules[r];
        for (size_t e = 0; e < said->examples.n; e++) {
            const char *text = said->examples.at[e].words;
            struct view *one = view_new(*state, text, strlen(text)), *other = view_new(*state, text, strlen(text));
            for (size_t i = 0; i < with->source->n_rules; i++) {
                struct rule_lines *a = &with->source->rules[i]->patterns, *b = &without->source->rules[i]->patterns;
                for (size_t k = 0; k < a->n && (i == r || turn++ % (16 * TEST_STRIDE(10)) == 0); k++) {
                    struct hit hit = {0}, again = {0};
                    bool found = line_find(without, matcher, &b->at[k], other, 0, 0, &hit);
                    assert_true(line_find(with, matcher, &a->at[k], one, 0, 0, &again) == found);
                    assert_hits_equal(&hit, &again);
                    tried++;
                    spared += a->at[k].pattern == NULL;
                }
            }
        }
    }
    assert_true(tried > with->source->n_rules);
    assert_true(spared > 0); /* it does spare */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_words_that_a_pattern_needs_are_read_off_it),
        TEST_CASE(what_is_done_is_found_in_a_pattern_where_it_can_stand_alone),
        TEST_CASE(a_look_answers_each_question_by_itself),
        TEST_CASE(what_is_found_is_the_same_where_everything_is_tried),
        TEST_CASE(the_look_has_room_for_all_that_rules_need),
        TEST_CASE(no_pattern_matches_where_the_look_says_it_cannot),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
