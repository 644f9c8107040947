/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tags: "ACTION: Councillor Moss" on a line of its own says who has to do what the sentence above says, or
 * each limb of the resolution above; "(Action: Head of Highways)" the same inside a sentence. The record is
 * the sentence, never the tag. */
#include "config.h"

#include "sweep.h"

#include "private.h"

#include <string.h>

static const struct rule *tag_find(const struct swept_text *text, const struct unit *unit, struct hit *hit)
{
    return rule_find(text->sweeping->rules, text->sweeping->matcher, RULE_TAG, unit->view, 0, hit);
}

/* Where the units of a text lead. */
struct tagging {
    struct swept_text *text;
    size_t *found;  /* of each unit: the place of its last finding and one; 0 none */
    size_t *before; /* of each unit: where the search for what was found before it goes on */
    size_t *next;   /* of each unit: the next of its block; units.n: none */
    size_t *blocks; /* of each block: its first unit; units.n: none */
};

static void place_finding(struct tagging *tagging, size_t at)
{
    tagging->found[tagging->text->sweeping->found.at[at].unit] = at + 1;
}

static void place_blocks(struct tagging *tagging, const void *scratch)
{
    const struct units *units = &tagging->text->units;
    int most = 0;
    for (size_t i = 0; i < units->n; i++)
        most = units->at[i].block > most ? units->at[i].block : most;
    tagging->blocks = mem_zero_named(scratch, ((size_t)most + 1) * sizeof *tagging->blocks, "blocks");
    for (size_t i = 0; i <= (size_t)most; i++)
        tagging->blocks[i] = units->n;
    for (size_t i = units->n; i-- > 0;) {
        size_t *first = units->at[i].block > 0 ? &tagging->blocks[units->at[i].block] : NULL;
        tagging->next[i] = first ? *first : units->n;
        if (first)
            *first = i;
    }
}

static struct tagging tagging_of(struct swept_text *text)
{
    const void *scratch = text->sweeping->scratch;
    const struct findings *found = &text->sweeping->found;
    size_t n = text->units.n + 1, first = found->n;
    struct tagging tagging = {.text = text, .found = mem_zero_named(scratch, n * sizeof(size_t), "found"),
                              .before = mem_zero_named(scratch, n * sizeof(size_t), "before"), .next = mem_zero_named(scratch, n * sizeof(size_t), "next")};
    while (first > 0 && found->at[first - 1].text == text->sweeping->texts)
        first--;
    for (size_t i = first; i < found->n; i++)
        place_finding(&tagging, i);
    for (size_t i = 0; i < text->units.n; i++)
        tagging.before[i] = i;
    place_blocks(&tagging, scratch);
    return tagging;
}

static struct finding *finding_of(const struct tagging *tagging, size_t unit)
{
    size_t at = tagging->found[unit];
    return at ? &tagging->text->sweeping->found.at[at - 1] : NULL;
}

static void give_owner(struct finding *finding, const char *owner)
{
    if (finding->action->untracked || !owner)
        return;
    talloc_free(finding->action->owner);
    finding->action->owner = mem_strdup(finding->action, owner);
}

/* What only the tag shows to be a follow-up. */
static struct finding *find_tagged(struct tagging *tagging, size_t which)
{
    struct swept_text *text = tagging->text;
    struct unit *unit = &text->units.at[which];
    enum place place = unit->place;
    if (place == PLACE_SKIPPED || unit->lead_only)
        return NULL;
    unit->place = PLACE_TAGGED;
    struct judgement judgement = unit_judge(text->sweeping->rules, text->sweeping->matcher, &text->units, which);
    unit->place = place;
    if (!judgement.rule)
        return NULL;
    struct finding *finding = finding_add(text, judgement.rule, which, unit->words, &judgement.hit);
    place_finding(tagging, text->sweeping->found.n - 1);
    return finding;
}

/* The limbs of a resolution are done by OWNER; true if there are any. */
static bool tag_limbs(const struct tagging *tagging, int block, const char *owner)
{
    const struct units *units = &tagging->text->units;
    bool any = false;
    for (size_t i = tagging->blocks[block]; i < units->n; i = tagging->next[i]) {
        struct finding *limb = units->at[i].tag ? NULL : finding_of(tagging, i);
        if (limb)
            give_owner(limb, owner);
        any = any || limb;
    }
    return any;
}

/* What was found nearest before unit WHICH on its line: "No objection was raised. ACTION: Clerk". Tags come in the order of their
 * units, so that what was looked through for one is not looked through for the next. */
static struct finding *found_before(struct tagging *tagging, size_t which)
{
    const struct unit *units = tagging->text->units.at;
    size_t i = tagging->before[which];
    while (i > 0 && units[i - 1].line == units[which].line && !tagging->found[i - 1])
        i = tagging->before[i - 1];
    tagging->before[which] = i;
    return i > 0 && units[i - 1].line == units[which].line ? finding_of(tagging, i - 1) : NULL;
}

/* Inside a sentence it belongs to that sentence alone. */
static void apply(struct tagging *tagging, size_t which, const char *owner, bool inside)
{
    int block = inside ? 0 : tagging->text->units.at[which].block;
    if (block > 0 && tag_limbs(tagging, block, owner))
        return;
    struct finding *finding = finding_of(tagging, which);
    finding = finding ? finding : find_tagged(tagging, which);
    finding = finding || inside ? finding : found_before(tagging, which);
    if (finding)
        give_owner(finding, owner);
}

void tags_apply(struct swept_text *text)
{
    struct hit hit;
    struct tagging tagging = tagging_of(text);
    size_t above = text->units.n; /* the last sentence that is no tag */
    for (size_t i = 0; i < text->units.n; i++) {
        struct unit *unit = &text->units.at[i];
        const struct rule *tag = tag_find(text, unit, &hit);
        size_t which = unit->tag ? above : i;
        if (tag && which < text->units.n) {
            struct hit_span span = hit.groups[HIT_OWNER];
            char *owner = span.set && !names_nobody(text->sweeping, unit->view, span, true) ? view_words(text->sweeping->scratch, unit->view, text->text + unit->words.start, span.start, span.end) : NULL;
            apply(&tagging, which, owner, !unit->tag);
        }
        if (!unit->tag)
            above = i;
    }
}
