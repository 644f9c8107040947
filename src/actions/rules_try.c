/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What rules say of themselves: the list of them, and whether each finds its examples and leaves its
 * counter-examples. For the tests of ours and for a member who writes one. */
#include "config.h"

#include "judge.h"

#include <string.h>

/* ---- the list ---------------------------------------------------------------------------------------------- */

static void add_row(const void *parent, const struct rule *rule, const struct rule_off *off, struct rule_row **rows, size_t *n)
{
    static const char *const sorts[] = {
#define X(id, word) [id] = word,
        RULE_SORTS(X)
#undef X
    };
    *mem_append(parent, *rows, *n) = (struct rule_row){
        .name = rule->name, .sort = sorts[rule->sort], .class = rule->class, .kind = rule->kind, .file = rule->file, .line = rule->line,
        .own = rule->own, .instead = rule->instead ? rule->instead->file : NULL, .off_file = off ? off->file : NULL, .off_line = off ? off->line : 0,
    };
}

void rules_list(const void *parent, const struct rules *rules, struct rule_row **rows, size_t *n)
{
    const struct rule_source *source = rules->source;
    *rows = NULL;
    *n = 0;
    for (size_t i = 0; i < source->n_rules; i++)
        add_row(parent, source->rules[i], NULL, rows, n);
    for (size_t i = 0; i < source->n_off; i++)
        add_row(parent, source->off[i].rule, &source->off[i], rows, n);
}

/* ---- examples ---------------------------------------------------------------------------------------------- */

struct trying {
    const void *parent; /* of the faults */
    void *scratch;
    const struct rules *rules;
    const struct rule *rule;
    struct matcher *matcher;
    struct strings *faults;
    /* The sentence at hand, and what was found in it. */
    char *text;
    struct units units;
    size_t which;
    struct hit hit;
};

static void say(struct trying *trying, int line, const char *what, const char *words)
{
    strings_add(trying->parent, trying->faults,
                mem_printf(trying->scratch, "%s:%d: %s %s \"%s\"", trying->rule->file, line, trying->rule->name, what, words));
}

/* Where a sentence stands by itself a rule may not be tried: it is tried in the first place it names. */
static void put_in_place(const struct rule *rule, struct unit *unit)
{
    if (unit->place == PLACE_SKIPPED || rule->places & 1u << unit->place)
        return;
    for (int place = 0; place < PLACE_COUNT; place++) {
        if (rule->places & 1u << place) {
            unit->place = (enum place)place;
            return;
        }
    }
}

/* WORDS as one sentence, or two parted by " | ". */
static bool finds(struct trying *trying, const char *words)
{
    struct judgement found = {0};
    char *text = trying->text = mem_strdup(trying->scratch, words), *bar = strstr(text, " | ");
    if (bar)
        memmove(bar + 1, bar + 3, strlen(bar + 3) + 1);
    units_read(trying->scratch, trying->rules, trying->matcher, text, PLACE_SAID, &trying->units);
    if (trying->units.n == 0)
        return false;
    trying->which = trying->rule->above.n || trying->rule->not_above.n ? trying->units.n - 1 : 0;
    for (size_t i = 0; i < trying->units.n; i++)
        put_in_place(trying->rule, &trying->units.at[i]);
    bool fits = rule_fits(trying->rules, trying->matcher, trying->rule, &trying->units, trying->which, &found);
    trying->hit = found.hit;
    return fits;
}

/* All other sorts: the pattern itself, without what the rules around it say. */
static bool matches(struct trying *trying, const char *words)
{
    const struct rule *rule = trying->rule;
    struct view *view = view_new(trying->scratch, words, strlen(words));
    for (size_t i = 0; i < rule->nots.n; i++) {
        if (line_find(trying->rules, trying->matcher, &rule->nots.at[i], view, 0, 0, &trying->hit))
            return false;
    }
    for (size_t i = 0; i < rule->patterns.n; i++) {
        if (line_find(trying->rules, trying->matcher, &rule->patterns.at[i], view, 0, 0, &trying->hit))
            return true;
    }
    return false;
}

/* The words that the example says behind " => ". */
static const char *words_found(struct trying *trying, const char *words)
{
    const struct rule *rule = trying->rule;
    struct hit_span span = trying->hit.groups[rule->sort == RULE_DUE ? HIT_DUE : rule->sort == RULE_TO ? HIT_RECIPIENT : HIT_OWNER];
    const char *found = NULL;
    if (span.set && rule->sort == RULE_FIND) {
        const struct unit *unit = &trying->units.at[trying->which];
        found = view_words(trying->scratch, unit->view, trying->text + unit->words.start, span.start, span.end);
    } else if (span.set) {
        found = mem_strndup(trying->scratch, words + span.start, span.end - span.start);
    }
    return found ? found : "nothing";
}

static void try_example(struct trying *trying, const struct rule_line *example)
{
    char *words = mem_strdup(trying->scratch, example->words), *arrow = strstr(words, " => ");
    if (arrow)
        *arrow = '\0';
    trying->hit = (struct hit){0};
    if (!(trying->rule->sort == RULE_FIND ? finds : matches)(trying, words)) {
        say(trying, example->line, "does not find its example", words);
        return;
    }
    const char *found = arrow ? words_found(trying, words) : NULL;
    if (found && strcmp(found, arrow + 4) != 0)
        say(trying, example->line, mem_printf(trying->scratch, "takes \"%s\", not \"%s\", of its example", found, arrow + 4), words);
}

static void try_rule(struct trying *trying)
{
    const struct rule *rule = trying->rule;
    for (size_t i = 0; i < rule->examples.n; i++)
        try_example(trying, &rule->examples.at[i]);
    for (size_t i = 0; i < rule->counters.n; i++) {
        const struct rule_line *counter = &rule->counters.at[i];
        if ((rule->sort == RULE_FIND ? finds : matches)(trying, counter->words))
            say(trying, counter->line, "finds its counter-example", counter->words);
    }
}

enum status rules_try_examples(const void *parent, const struct rules *rules, bool all, struct strings *faults, struct err *err)
{
    enum status status = rules_ready(rules, err);
    for (size_t i = 0; i < rules->source->n_rules && status == STATUS_OK; i++) {
        struct trying trying = {.parent = parent, .scratch = talloc_named_const(NULL, 0, "examples"), .rules = rules,
                                .rule = rules->source->rules[i], .faults = faults};
        trying.matcher = matcher_new(trying.scratch);
        if (all || trying.rule->own)
            try_rule(&trying);
        talloc_free(trying.scratch);
    }
    return status;
}
