/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Sentences that say several things: "... would send the map; the Clerk was asked for a bench." Where they are
 * parted is data (rules of the sort "cut"). A sentence stays whole unless two of its parts are owed, or it is
 * one of its parts alone that a rule finds: what is quoted then is the sentence, and what is judged the part. */
#include "config.h"

#include "sweep.h"

#include <string.h>

#define PARTS_MOST 12
#define PART_SHORTEST 12 /* bytes */

struct cut {
    size_t end, next; /* where the part before it ends, and the next begins */
    const struct rule *rule;
};

/* The first cut of UNIT behind FROM; false where there is none. */
static bool cut_find(const struct swept_text *text, const struct unit *unit, size_t from, struct cut *cut)
{
    const struct sweeping *sweeping = text->sweeping;
    const struct rules *rules = sweeping->rules;
    struct hit hit;
    cut->rule = NULL;
    for (size_t i = 0; i < rules->n_of[RULE_CUT]; i++) {
        const struct rule *rule = rules->of[RULE_CUT][i];
        if (!(rule->places & 1u << unit->place) || lines_find(rules, sweeping->matcher, &rule->nots, unit->view, unit->from, 0, &hit) ||
            (rule->titles.n && !lines_find(rules, sweeping->matcher, &rule->titles, text->units.title, 0, 0, &hit)) ||
            !lines_find(rules, sweeping->matcher, &rule->patterns, unit->view, 0, from, &hit))
            continue;
        if (!cut->rule || hit.start < cut->end)
            *cut = (struct cut){hit.start, hit.end, rule};
    }
    return cut->rule != NULL;
}

/* The parts of WHOLE, at most PARTS_MOST; 0 or 1: there is nothing to part. */
static size_t parts_of(const struct swept_text *text, const struct unit *whole, struct unit *parts)
{
    const struct sweeping *sweeping = text->sweeping;
    struct cut cut;
    enum place place = whole->place;
    size_t n = 0, start = whole->from, from = whole->from;
    while (n + 1 < PARTS_MOST && cut_find(text, whole, from, &cut)) {
        from = cut.next > from ? cut.next : from + 1;
        if (cut.end < start + PART_SHORTEST || whole->view->n < cut.next + PART_SHORTEST)
            continue;
        parts[n] = unit_part(sweeping->scratch, sweeping->rules, sweeping->matcher, text->text, whole, n ? start : 0, cut.end, place);
        n++;
        start = cut.next;
        place = cut.rule->opens != PLACE_SAID ? cut.rule->opens : whole->place;
    }
    if (n)
        parts[n++] = unit_part(sweeping->scratch, sweeping->rules, sweeping->matcher, text->text, whole, start, whole->view->n, place);
    return n;
}

/* Put N parts in the place of unit WHICH. All units behind it move, so it is done only for parts that are kept. */
static void units_part(const struct swept_text *text, struct units *units, size_t which, const struct unit *parts, size_t n)
{
    size_t behind = which + 1, rest = units->n - behind;
    for (size_t i = 1; i < n; i++)
        (void)mem_append(text->sweeping->scratch, units->at, units->n);
    memmove(&units->at[which + n], &units->at[behind], rest * sizeof *units->at);
    memcpy(&units->at[which], parts, n * sizeof *parts);
}

/* Judge each of the N parts of unit WHICH as if they stood in its place, among as many units around as judging looks at. */
static void judge_each(const struct swept_text *text, size_t which, const struct unit *parts, size_t n, struct judgement *judged)
{
    struct unit around[1 + PARTS_MOST + BELOW_MOST];
    struct units near = text->units;
    size_t above = which > 0, behind = text->units.n - which - 1;
    behind = behind > BELOW_MOST ? BELOW_MOST : behind;
    memcpy(around, &text->units.at[which - above], above * sizeof *around);
    memcpy(around + above, parts, n * sizeof *parts);
    memcpy(around + above + n, &text->units.at[which + 1], behind * sizeof *around);
    near.at = around;
    near.n = above + n + behind;
    for (size_t i = 0; i < n; i++)
        judged[i] = unit_judge(text->sweeping->rules, text->sweeping->matcher, &near, above + i);
}

static bool is_tracked(const struct judgement *judgement)
{
    return judgement->rule && !judgement->rule->untracked;
}

size_t parts_judge(struct swept_text *text, size_t which, const struct judgement *of_whole)
{
    struct unit whole = text->units.at[which], parts[PARTS_MOST];
    struct judgement judged[PARTS_MOST];
    size_t n = parts_of(text, &whole, parts), owed = 0;
    if (n < 2)
        return 0;
    judge_each(text, which, parts, n, judged);
    for (size_t i = 0; i < n; i++)
        owed += is_tracked(&judged[i]);
    if (owed == 0 || (owed == 1 && is_tracked(of_whole)))
        return 0;
    units_part(text, &text->units, which, parts, n);
    for (size_t i = 0; i < n; i++) {
        if (owed == 1 && is_tracked(&judged[i]))
            finding_add(text, judged[i].rule, which + i, whole.words, &judged[i].hit);
        else if (owed > 1 && judged[i].rule)
            finding_add(text, judged[i].rule, which + i, parts[i].words, &judged[i].hit);
    }
    return n;
}
