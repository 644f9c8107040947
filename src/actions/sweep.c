/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Sweeping a meeting's minutes and decisions for follow-ups. Every sentence or limb is judged once, and a
 * follow-up keeps its words as they stand in the paper. Who, to whom and when are taken only from words
 * that a rule marks in that very sentence, its lead-in or its tag: a name that is not there is not guessed. */
#include "config.h"

#include "sweep.h"

#include "private.h"

#include <stdlib.h>
#include <string.h>

#define FOUND_MOST 2000   /* of one meeting: no council asks more of its officers in a day */
#define SUBJECT_CELLS 110 /* bytes, about: a headline */

/* ---- words of a follow-up ------------------------------------------------------------------------------------ */

bool names_nobody(const struct sweeping *sweeping, const struct view *view, struct hit_span span, bool owner)
{
    struct view *words = view_new(sweeping->scratch, view->text + span.start, span.end - span.start);
    struct hit hit;
    bool nobody = rule_find(sweeping->rules, sweeping->matcher, RULE_NOBODY, words, 0, &hit) != NULL;
    nobody = nobody || (owner && rule_find(sweeping->rules, sweeping->matcher, RULE_NO_OWNER, words, 0, &hit) != NULL);
    talloc_free(words);
    return nobody;
}

/* "The Head of Parks" at the beginning of a sentence is "the Head of Parks" by itself. */
static void lower_article(char *words)
{
    static const char *const articles[] = {"The ", "A ", "An ", "Both "};
    for (size_t i = 0; i < MB_LENGTH(articles); i++) {
        if (strncmp(words, articles[i], strlen(articles[i])) == 0)
            words[0] = (char)(words[0] + ('a' - 'A'));
    }
}

/* The words of a group, or NULL where there are none or they name nobody. */
static char *who(const struct swept_text *text, const struct action *action, const struct unit *unit, struct hit_span span, bool owner)
{
    if (!span.set || names_nobody(text->sweeping, unit->view, span, owner))
        return NULL;
    char *words = view_words(action, unit->view, text->text + unit->words.start, span.start, span.end);
    for (size_t n = words ? strlen(words) : 0; n && strchr(" ,;:-", words[n - 1]); n--)
        words[n - 1] = '\0';
    if (words && *words) {
        lower_article(words);
        return words;
    }
    talloc_free(words);
    return NULL;
}

/* The subject of the deed, where the rule that found it names nobody. */
static char *subject_owner(const struct swept_text *text, const struct action *action, const struct unit *unit, const struct hit *hit)
{
    const struct rules *rules = text->sweeping->rules;
    const struct hit_span *deed = &hit->groups[HIT_DEED];
    struct hit by;
    for (size_t i = 0; i < rules->n_of[RULE_BY]; i++) {
        const struct rule *rule = rules->of[RULE_BY][i];
        for (size_t at = unit->from; lines_find(rules, text->sweeping->matcher, &rule->patterns, unit->view, 0, at, &by);) {
            const struct hit_span *of = &by.groups[HIT_DEED];
            if (!of->set || (deed->set && of->start < deed->end && deed->start < of->end))
                return who(text, action, unit, by.groups[HIT_OWNER], true);
            at = by.start + 1;
            while (at < unit->view->n && ((unsigned char)unit->view->text[at] & 0xC0) == 0x80)
                at++;
        }
    }
    return NULL;
}

/* A lead-in's owner ("The Head of Parks undertook to:") owes each of its limbs that names nobody else. */
static char *owner_of(const struct swept_text *text, const struct action *action, const struct unit *unit, const struct hit *hit)
{
    char *words = who(text, action, unit, hit->groups[HIT_OWNER], true);
    if (!words && !unit->owner)
        return strcmp(action->class, "recommendation") == 0 ? NULL : subject_owner(text, action, unit, hit);
    if (words || hit->groups[HIT_OWNER].set)
        return words;
    struct view *view = view_new(text->sweeping->scratch, unit->owner, strlen(unit->owner));
    if (!names_nobody(text->sweeping, view, (struct hit_span){0, view->n, true}, true)) {
        words = mem_strdup(action, unit->owner);
        lower_article(words);
    }
    talloc_free(view);
    return words;
}

static char *recipient_of(const struct swept_text *text, const struct action *action, const struct unit *unit, const struct hit *hit)
{
    struct hit to;
    char *words = who(text, action, unit, hit->groups[HIT_RECIPIENT], false);
    if (!words && !hit->groups[HIT_RECIPIENT].set &&
        rule_find(text->sweeping->rules, text->sweeping->matcher, RULE_TO, unit->view, hit->start, &to))
        words = who(text, action, unit, to.groups[HIT_RECIPIENT], false);
    return words ? words : mem_strdup(action, unit->recipient);
}

/* The first due rule that fits behind the deed; where none does, of the rules that look anywhere, in the whole unit. */
static bool when_find(const struct swept_text *text, const struct unit *unit, const struct hit *hit, struct hit *when)
{
    const struct rules *rules = text->sweeping->rules;
    const struct hit_span *deed = &hit->groups[HIT_DEED];
    size_t starts[] = {deed->set ? deed->start : hit->start, unit->from};
    for (size_t s = 0; s < MB_LENGTH(starts); s++) {
        for (size_t i = 0; i < rules->n_of[RULE_DUE]; i++) {
            const struct rule *rule = rules->of[RULE_DUE][i];
            if (!rule->next && (s == 0 || !rule->behind) && lines_find(rules, text->sweeping->matcher, &rule->patterns, unit->view, 0, starts[s], when) &&
                !lines_find(rules, text->sweeping->matcher, &rule->nots, unit->view, 0, starts[s], &(struct hit){0}))
                return true;
        }
    }
    return false;
}

/* "She undertook to reply. This would be done by Friday.": the sentence behind UNIT, on the same line, says when; NULL: it does not. */
static const struct unit *when_find_next(const struct swept_text *text, const struct unit *unit, struct hit *when)
{
    const struct rules *rules = text->sweeping->rules;
    const struct unit *next = unit + 1;
    if (next >= text->units.at + text->units.n || next->line != unit->line || next->lead_only || next->tag || next->place != unit->place)
        return NULL;
    for (size_t i = 0; i < rules->n_of[RULE_DUE]; i++) {
        const struct rule *rule = rules->of[RULE_DUE][i];
        if (rule->next && lines_find(rules, text->sweeping->matcher, &rule->patterns, next->view, 0, next->from, when) &&
            !lines_find(rules, text->sweeping->matcher, &rule->nots, next->view, 0, next->from, &(struct hit){0}))
            return next;
    }
    return NULL;
}

static void set_due(const struct swept_text *text, struct action *action, const struct unit *unit, const struct hit *hit)
{
    struct hit when = *hit;
    if (!when.groups[HIT_DUE].set && !when_find(text, unit, hit, &when))
        unit = when_find_next(text, unit, &when);
    if (!unit)
        return;
    struct hit_span span = when.groups[HIT_DUE];
    char *words = span.set ? view_words(text->sweeping->scratch, unit->view, text->text + unit->words.start, span.start, span.end) : NULL;
    action_due_of_words(action, words, text->sweeping->meeting->date);
}

/* What a headline is cut from: from where the rule says the matter begins, or, where that says too little
 * ("find out"), the sentence behind its lead-in. */
static struct hit_span headline_of(const struct swept_text *text, const struct unit *unit, const struct hit *hit)
{
    const struct sweeping *sweeping = text->sweeping;
    struct hit_span topic = hit->groups[HIT_TOPIC], whole = {unit->from, unit->view->n, true};
    struct hit head;
    if (topic.set) {
        topic.end = topic.end > topic.start ? topic.end : unit->view->n;
        struct view *words = view_new(sweeping->scratch, unit->view->text + topic.start, topic.end - topic.start);
        bool bare = rule_find(sweeping->rules, sweeping->matcher, RULE_BARE, words, 0, &head) != NULL;
        talloc_free(words);
        if (!bare)
            return topic;
    }
    if (rule_find(sweeping->rules, sweeping->matcher, RULE_HEAD, unit->view, whole.start, &head) && head.start == whole.start)
        whole.start = head.end;
    return whole;
}

/* A plain cut, at the end of a word. */
static char *subject_of(const struct swept_text *text, const struct action *action, const struct unit *unit, const struct hit *hit)
{
    struct hit_span span = headline_of(text, unit, hit);
    while (span.start < span.end && strchr(" ,;:-", unit->view->text[span.start]))
        span.start++;
    char *words = view_words(action, unit->view, text->text + unit->words.start, span.start, span.end);
    if (!words)
        return NULL;
    size_t n = strlen(words);
    if (n > SUBJECT_CELLS) {
        for (n = SUBJECT_CELLS; n > SUBJECT_CELLS / 2 && words[n] != ' '; n--)
            continue;
        while (n && ((unsigned char)words[n] & 0xC0) == 0x80)
            n--;
    }
    while (n && strchr(" ,.;:-", words[n - 1]))
        n--;
    words[n] = '\0';
    return words;
}

/* ---- findings ------------------------------------------------------------------------------------------------- */

struct finding *finding_add(struct swept_text *text, const struct rule *rule, size_t which, struct line_span span, const struct hit *hit)
{
    struct sweeping *sweeping = text->sweeping;
    const struct unit *unit = &text->units.at[which];
    struct action *action = mem_new(sweeping->parent, struct action);
    action->state = ACTION_TO_CHECK;
    action->class = mem_strdup(action, rule->class);
    action->kind = mem_strdup(action, rule->kind);
    action->rule = mem_strdup(action, rule->name);
    action->confidence = rule->confidence;
    action->untracked = rule->untracked;
    char *quote = mem_strndup(sweeping->scratch, text->text + span.start, span.len);
    action_place(action, sweeping->meeting, text->item, quote, text->passage, span.start);
    action->item_position = text->item->position;
    if (hit) {
        action->owner = strcmp(rule->class, "resolution") == 0 ? NULL : owner_of(text, action, unit, hit);
        action->recipient = recipient_of(text, action, unit, hit);
        if (strcmp(rule->class, "resolution") != 0)
            set_due(text, action, unit, hit);
        action->subject = subject_of(text, action, unit, hit);
    }
    struct finding *finding = mem_append(sweeping->scratch, sweeping->found.at, sweeping->found.n);
    *finding = (struct finding){.action = action, .rule = rule, .unit = which, .text = sweeping->texts, .item = text->item_index, .offset = span.start};
    return finding;
}

/* Most sentences are one thing: those with nothing owed only where they are told in clauses by themselves. */
static bool unit_may_have_parts(const struct unit *unit, const struct judgement *judgement)
{
    if (unit->lead_only || unit->tag || unit->place == PLACE_SKIPPED || judgement->with_above)
        return false;
    return (judgement->rule && !judgement->rule->untracked) || memchr(unit->view->text, ';', unit->view->n) || unit->place == PLACE_RESOLVED;
}

static void judge_units(struct swept_text *text)
{
    const struct sweeping *sweeping = text->sweeping;
    for (size_t i = 0; i < text->units.n && sweeping->found.n < FOUND_MOST; i++) {
        struct judgement judgement = unit_judge(sweeping->rules, sweeping->matcher, &text->units, i);
        size_t parts = unit_may_have_parts(&text->units.at[i], &judgement) ? parts_judge(text, i, &judgement) : 0;
        if (parts || !judgement.rule) {
            i += parts ? parts - 1 : 0;
            continue;
        }
        struct line_span span = text->units.at[i].words;
        if (judgement.with_above) {
            size_t end = span.start + span.len;
            span.start = text->units.at[i - 1].words.start;
            span.len = end - span.start;
        }
        finding_add(text, judgement.rule, i, span, &judgement.hit);
    }
}

static void sweep_text(struct sweeping *sweeping, size_t item, const char *passage, const char *words, enum place place)
{
    if (!words || !text_is_utf8(words, strlen(words)))
        return;
    struct swept_text text = {.sweeping = sweeping, .item = &sweeping->meeting->items[item], .item_index = item, .passage = passage, .text = words};
    sweeping->texts++;
    units_read(sweeping->scratch, sweeping->rules, sweeping->matcher, words, place, &text.units);
    text.units.committee = sweeping->committee;
    const char *title = text.item->title ? text.item->title : "";
    text.units.title = view_new(sweeping->scratch, title, strlen(title));
    judge_units(&text);
    tags_apply(&text);
    limbs_name(&text);
    rows_sweep(&text);
    if (sweeping->seen)
        sweeping->seen(&text, sweeping->with);
}

/* ---- the meeting ------------------------------------------------------------------------------------------------ */

static int compare_findings(const void *left, const void *right)
{
    const struct finding *a = left, *b = right;
    if (a->item != b->item)
        return a->item < b->item ? -1 : 1;
    if (a->text != b->text)
        return a->text < b->text ? -1 : 1;
    return a->offset < b->offset ? -1 : a->offset > b->offset;
}

static void name_candidate(const struct sweeping *sweeping, struct action *action, int nth)
{
    void *scratch = talloc_new(NULL);
    const char *id = sweeping->meeting->id;
    char *key = mem_printf(scratch, "%s\n%s\n%d", id ? id : "", text_fold(scratch, action->quote), nth);
    char sum[SHA256_HEX];
    sha256_hex(key, strlen(key), sum);
    action->candidate_id = mem_printf(action, "c-%.10s", sum);
    action->id = mem_strdup(action, action->candidate_id);
    talloc_free(scratch);
}

/* The how many-th of its words a finding is; those that are gone count not. */
static void name_findings(struct sweeping *sweeping)
{
    struct findings *found = &sweeping->found;
    char **keys = mem_resize_named(sweeping->scratch, NULL, sizeof *keys, found->n + 1, "keys");
    size_t kept = 0;
    for (size_t i = 0; i < found->n; i++) {
        if (found->at[i].gone)
            continue;
        struct action *action = found->at[i].action;
        int nth = 1;
        keys[kept] = text_fold(sweeping->scratch, action->quote);
        for (size_t k = 0; k < kept; k++)
            nth += strcmp(keys[k], keys[kept]) == 0;
        kept++;
        name_candidate(sweeping, action, nth);
    }
}

void sweep_findings(struct sweeping *sweeping)
{
    const struct meeting *meeting = sweeping->meeting;
    sweeping->matcher = matcher_new(sweeping->scratch);
    sweeping->committee = text_fold(sweeping->scratch, meeting->committee);
    for (size_t i = 0; i < meeting->n_items; i++) {
        sweep_text(sweeping, i, "minutes", meeting->items[i].minutes_text, PLACE_SAID);
        sweep_text(sweeping, i, "decision", meeting->items[i].decision_text, PLACE_DECIDED);
    }
    if (sweeping->found.n)
        qsort(sweeping->found.at, sweeping->found.n, sizeof *sweeping->found.at, compare_findings);
    findings_unite(&sweeping->found);
    name_findings(sweeping);
    limbs_hang(&sweeping->found);
    for (size_t i = 0; i < sweeping->found.n; i++)
        if (sweeping->found.at[i].gone)
            TALLOC_FREE(sweeping->found.at[i].action);
}

enum status sweep_meeting(const void *parent, const struct rules *rules, const struct meeting *meeting, struct swept *out, struct err *err)
{
    enum status status = rules_ready(rules, err);
    if (status != STATUS_OK)
        return status;
    struct sweeping sweeping = {.parent = parent, .rules = rules, .meeting = meeting, .scratch = talloc_named_const(NULL, 0, "sweep")};
    *out = (struct swept){0};
    sweep_findings(&sweeping);
    for (size_t i = 0; i < sweeping.found.n; i++)
        if (sweeping.found.at[i].action)
            *mem_append(parent, out->candidates, out->n_candidates) = sweeping.found.at[i].action;
    cited_sweep(&sweeping, out);
    talloc_free(sweeping.scratch);
    return STATUS_OK;
}

/* ---- at a store --------------------------------------------------------------------------------------------------- */

static enum status run(const void *parent, const struct meeting *meeting, const void *rules, struct swept *out, struct err *err)
{
    return sweep_meeting(parent, rules, meeting, out, err);
}

enum status sweep_attach(struct store *store, const char *folder, struct strings *faults, struct err *err)
{
    struct rules *rules;
    enum status status = rules_load_sound(store, folder, faults, &rules, err);
    if (status != STATUS_OK)
        return status;
    struct sweep *sweep = mem_new(rules, struct sweep);
    *sweep = (struct sweep){.version = rules_version(rules), .run = run, .rules = rules};
    store_use_sweep(store, sweep);
    return STATUS_OK;
}
