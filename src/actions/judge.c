/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Judging one sentence or limb: the surest rule whose pattern fits and that nothing refuses. What refuses
 * is data as well: the rule's own "not", and vetoes, which take from every rule what they cover. */
#include "config.h"

#include "judge.h"

#include "look.h"
#include "private.h"

#include <string.h>

#define VETOES_MAX 32 /* in one sentence */
#define TRIES_MAX 16  /* of one pattern in one sentence */

struct spans {
    struct hit_span at[VETOES_MAX];
    const struct rule *of[VETOES_MAX];
    size_t n;
};

struct judging {
    const struct rules *rules;
    struct matcher *matcher;
    const struct units *units;
    size_t which;
    const struct unit *unit;
    struct spans vetoed;
    bool vetoes_known;
    struct refusals *refusals; /* NULL: nobody asks */
};

/* ---- parts ------------------------------------------------------------------------------------------------ */

/* What the first look saw in VIEW; NULL: there is none, everything may match. */
static const uint64_t *answers_of(const struct rules *rules, const struct view *view)
{
    const struct first_look *look = rules->source->look;
    if (look && !view->look->answers)
        view->look->answers = first_look_at(view->look, look, view->text, view->n);
    return look ? view->look->answers : NULL;
}

bool rule_may_match(const struct rules *rules, const struct rule *rule, const struct view *view)
{
    const uint64_t *answers = answers_of(rules, view);
    return !answers || first_look_has(answers, rule->look);
}

bool line_find(const struct rules *rules, struct matcher *matcher, struct rule_line *line, const struct view *view, size_t from, size_t at,
               struct hit *hit)
{
    const uint64_t *answers = answers_of(rules, view);
    for (size_t i = 0; answers && i < line->n_looks; i++) {
        if (!first_look_has(answers, line->looks[i]))
            return false;
    }
    const struct pattern *deed = rule_deed(rules, line);
    if (deed && pattern_lacks(matcher, deed, view->text + from, view->n - from, at))
        return false;
    const struct pattern *pattern = rule_pattern(rules, line);
    return pattern && pattern_find(matcher, pattern, view->text + from, view->n - from, at, hit);
}

bool lines_find(const struct rules *rules, struct matcher *matcher, const struct rule_lines *lines, const struct view *view, size_t from,
                size_t at, struct hit *hit)
{
    for (size_t i = 0; i < lines->n; i++) {
        if (line_find(rules, matcher, &lines->at[i], view, from, at, hit))
            return true;
    }
    return false;
}

/* Behind a lead-in "^" is the first byte behind it, so that a limb reads like a sentence. */
static bool find_in(const struct judging *judging, struct rule_line *line, const struct view *view, size_t from, size_t at, struct hit *hit)
{
    if (!line_find(judging->rules, judging->matcher, line, view, from, at - from, hit))
        return false;
    hit->start += from;
    hit->end += from;
    for (int i = 0; i < HIT_GROUP_COUNT; i++) {
        hit->groups[i].start += hit->groups[i].set ? from : 0;
        hit->groups[i].end += hit->groups[i].set ? from : 0;
    }
    return true;
}

static bool any_fits(const struct judging *judging, const struct rule_lines *lines, const struct unit *unit)
{
    struct hit hit;
    for (size_t i = 0; i < lines->n; i++) {
        if (find_in(judging, &lines->at[i], unit->view, unit->from, unit->from, &hit))
            return true;
    }
    return false;
}

const struct rule *rule_find(const struct rules *rules, struct matcher *matcher, enum rule_sort sort, const struct view *view,
                             size_t from, struct hit *hit)
{
    for (size_t i = 0; i < rules->n_of[sort]; i++) {
        const struct rule *rule = rules->of[sort][i];
        if (!rule_may_match(rules, rule, view))
            continue;
        if (lines_find(rules, matcher, &rule->patterns, view, 0, from, hit))
            return rule;
    }
    return NULL;
}

/* Does LINES say nothing of the item's title, or does the title fit? */
static bool title_fits(const struct judging *judging, const struct rule_lines *lines)
{
    struct hit hit;
    const struct view *title = judging->units->title;
    return !title || lines->n == 0 || lines_find(judging->rules, judging->matcher, lines, title, 0, 0, &hit);
}

/* The sentence before, on the same line. */
static const struct unit *unit_above(const struct judging *judging)
{
    if (judging->which == 0)
        return NULL;
    const struct unit *above = &judging->units->at[judging->which - 1];
    bool near = above->line == judging->unit->line && above->words.start < judging->unit->words.start && !above->lead_only;
    return near && above->place != PLACE_SKIPPED ? above : NULL;
}

/* Does any of the next sentences, on the same line, fit? */
static bool below_fits(const struct judging *judging, const struct rule_lines *lines)
{
    const struct units *units = judging->units;
    size_t end = units->n - judging->which > BELOW_MOST ? judging->which + 1 + BELOW_MOST : units->n;
    for (size_t i = judging->which + 1; lines->n && i < end && units->at[i].line == judging->unit->line; i++) {
        if (any_fits(judging, lines, &units->at[i]))
            return true;
    }
    return false;
}

/* Do the title and the sentences around allow RULE? */
static bool around_fits(const struct judging *judging, const struct rule *rule)
{
    const struct unit *above = rule->above.n || rule->not_above.n ? unit_above(judging) : NULL;
    if (rule->above.n && !(above && any_fits(judging, &rule->above, above)))
        return false;
    if (rule->not_above.n && above && any_fits(judging, &rule->not_above, above))
        return false;
    if (rule->below.n && !below_fits(judging, &rule->below))
        return false;
    return !below_fits(judging, &rule->not_below);
}

/* ---- vetoes ----------------------------------------------------------------------------------------------- */

static void add_vetoes(struct judging *judging, const struct rule *veto)
{
    const struct unit *unit = judging->unit;
    struct spans *spans = &judging->vetoed;
    for (size_t k = 0; k < veto->patterns.n; k++) {
        struct hit hit;
        for (size_t at = unit->from; spans->n < VETOES_MAX && at <= unit->view->n; at = hit.end > at ? hit.end : at + 1) {
            if (!find_in(judging, &veto->patterns.at[k], unit->view, unit->from, at, &hit))
                break;
            spans->of[spans->n] = veto;
            spans->at[spans->n++] = (struct hit_span){hit.start, hit.end, true};
        }
    }
}

/* What VETO covers, where all else that it asks for is so; its own words come first, which most sentences are without. */
static void try_veto(struct judging *judging, const struct rule *veto)
{
    const struct unit *unit = judging->unit;
    size_t before = judging->vetoed.n;
    if (!(veto->places & 1u << unit->place) || !rule_may_match(judging->rules, veto, unit->view) ||
        (veto->titles.n && (!judging->units->title || !title_fits(judging, &veto->titles))))
        return;
    add_vetoes(judging, veto);
    if (judging->vetoed.n > before && (any_fits(judging, &veto->nots, unit) || !around_fits(judging, veto)))
        judging->vetoed.n = before;
}

/* The first veto that touches the bytes from START to END, as an index of the spans; their number where none does. */
static size_t veto_find(struct judging *judging, size_t start, size_t end)
{
    if (!judging->vetoes_known) {
        const struct rules *rules = judging->rules;
        judging->vetoes_known = true;
        for (size_t i = 0; i < rules->n_of[RULE_VETO]; i++)
            try_veto(judging, rules->of[RULE_VETO][i]);
    }
    size_t i = 0;
    while (i < judging->vetoed.n && (judging->vetoed.at[i].start >= end || start >= judging->vetoed.at[i].end))
        i++;
    return i;
}

/* ---- rules -------------------------------------------------------------------------------------------------- */

static bool is_answered(const struct judging *judging)
{
    struct hit hit;
    if (judging->which + 1 >= judging->units->n)
        return false;
    const struct unit *below = &judging->units->at[judging->which + 1];
    return below->line == judging->unit->line && rule_find(judging->rules, judging->matcher, RULE_ANSWER, below->view, 0, &hit) != NULL;
}

/* What a veto must cover of a match: its cue, where the rule marks one. */
static struct hit_span cue_of(const struct hit *hit)
{
    const struct hit_span *deed = &hit->groups[HIT_DEED];
    return deed->set && deed->end > deed->start ? *deed : (struct hit_span){hit->start, hit->end > hit->start ? hit->end : hit->start + 1, true};
}

/* Who asks or is told must be this committee, where a name says who. */
static bool names_ours(const struct judging *judging, const struct hit *hit)
{
    struct hit_span body = hit->groups[HIT_BODY];
    if (!body.set)
        return true;
    char *named = mem_strndup(NULL, judging->unit->view->text + body.start, body.end - body.start);
    bool ours = body_is_ours(judging->units->committee, named);
    talloc_free(named);
    return ours;
}

/* Say why RULE is not meant, once for each; false, for the caller to hand on. */
static bool refuse(struct judging *judging, const struct rule *rule, const struct rule *veto, enum refused why, struct hit_span span)
{
    struct refusals *refusals = judging->refusals;
    bool told = !refusals || refusals->n == REFUSALS_MOST;
    for (size_t i = 0; !told && i < refusals->n; i++)
        told = refusals->at[i].rule == rule;
    if (!told)
        refusals->at[refusals->n++] = (struct refusal){rule, veto, why, span};
    return false;
}

static bool rule_accepts(struct judging *judging, const struct rule *rule, const struct hit *hit)
{
    struct hit_span cue = cue_of(hit), nowhere = {0};
    if (!names_ours(judging, hit))
        return refuse(judging, rule, NULL, REFUSED_OTHER_BODY, hit->groups[HIT_BODY]);
    if (strcmp(rule->class, "resolution") != 0) { /* no veto takes what only says what was decided */
        size_t veto = veto_find(judging, cue.start, cue.end);
        if (veto < judging->vetoed.n)
            return refuse(judging, rule, judging->vetoed.of[veto], REFUSED_BY_VETO, judging->vetoed.at[veto]);
    }
    if (any_fits(judging, &rule->nots, judging->unit))
        return refuse(judging, rule, NULL, REFUSED_BY_NOT, nowhere);
    if (rule->drop_if_answered && is_answered(judging))
        return refuse(judging, rule, NULL, REFUSED_ANSWERED, nowhere);
    return around_fits(judging, rule) || refuse(judging, rule, NULL, REFUSED_AROUND, nowhere);
}

static bool fits(struct judging *judging, const struct rule *rule, struct judgement *out)
{
    const struct unit *unit = judging->unit;
    if (!(rule->places & 1u << unit->place) || !rule_may_match(judging->rules, rule, unit->view) || !title_fits(judging, &rule->titles))
        return false;
    for (size_t k = 0; k < rule->patterns.n; k++) {
        struct hit hit;
        size_t at = unit->from;
        for (int i = 0; i < TRIES_MAX && at <= unit->view->n; i++) {
            if (!find_in(judging, &rule->patterns.at[k], unit->view, unit->from, at, &hit))
                break;
            if (rule_accepts(judging, rule, &hit)) {
                *out = (struct judgement){rule, hit, rule->above.n > 0};
                return true;
            }
            at = hit.start + 1;
            while (at < unit->view->n && ((unsigned char)unit->view->text[at] & 0xC0) == 0x80)
                at++;
        }
    }
    return false;
}

static struct judging judging_of(const struct rules *rules, struct matcher *matcher, const struct units *units, size_t which)
{
    return (struct judging){.rules = rules, .matcher = matcher, .units = units, .which = which, .unit = &units->at[which]};
}

struct judgement unit_judge(const struct rules *rules, struct matcher *matcher, const struct units *units, size_t which)
{
    return unit_judge_telling(rules, matcher, units, which, NULL);
}

struct judgement unit_judge_telling(const struct rules *rules, struct matcher *matcher, const struct units *units, size_t which,
                                    struct refusals *refusals)
{
    struct judging judging = judging_of(rules, matcher, units, which);
    struct judgement judgement = {0};
    judging.refusals = refusals;
    if (judging.unit->lead_only || judging.unit->place == PLACE_SKIPPED)
        return judgement;
    for (size_t i = 0; i < rules->n_of[RULE_FIND]; i++) {
        if (fits(&judging, rules->of[RULE_FIND][i], &judgement))
            break;
    }
    return judgement;
}

bool rule_fits(const struct rules *rules, struct matcher *matcher, const struct rule *rule, const struct units *units, size_t which,
               struct judgement *out)
{
    struct judging judging = judging_of(rules, matcher, units, which);
    return fits(&judging, rule, out);
}

bool unit_vetoed(const struct rules *rules, struct matcher *matcher, const struct units *units, size_t which, struct refusal *out)
{
    struct judging judging = judging_of(rules, matcher, units, which);
    size_t veto = veto_find(&judging, 0, judging.unit->view->n);
    if (veto == judging.vetoed.n)
        return false;
    *out = (struct refusal){NULL, judging.vetoed.of[veto], REFUSED_BY_VETO, judging.vetoed.at[veto]};
    return true;
}
