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

static struct finding *finding_of(struct swept_text *text, size_t unit)
{
    struct findings *found = &text->sweeping->found;
    for (size_t i = found->n; i-- > 0 && found->at[i].text == text->sweeping->texts;) {
        if (found->at[i].unit == unit)
            return &found->at[i];
    }
    return NULL;
}

static void give_owner(struct finding *finding, const char *owner)
{
    if (finding->action->untracked || !owner)
        return;
    talloc_free(finding->action->owner);
    finding->action->owner = mem_strdup(finding->action, owner);
}

/* What only the tag shows to be a follow-up. */
static struct finding *find_tagged(struct swept_text *text, size_t which)
{
    struct unit *unit = &text->units.at[which];
    enum place place = unit->place;
    if (place == PLACE_SKIPPED || unit->lead_only)
        return NULL;
    unit->place = PLACE_TAGGED;
    struct judgement judgement = unit_judge(text->sweeping->rules, text->sweeping->matcher, &text->units, which);
    unit->place = place;
    return judgement.rule ? finding_add(text, judgement.rule, which, unit->words, &judgement.hit) : NULL;
}

/* The limbs of a resolution are done by OWNER; true if there are any. */
static bool tag_limbs(struct swept_text *text, int block, const char *owner)
{
    bool any = false;
    for (size_t i = 0; i < text->units.n; i++) {
        struct finding *limb = text->units.at[i].block == block && !text->units.at[i].tag ? finding_of(text, i) : NULL;
        if (limb)
            give_owner(limb, owner);
        any = any || limb;
    }
    return any;
}

/* What was found nearest before unit WHICH on its line: "No objection was raised. ACTION: Clerk". */
static struct finding *found_before(struct swept_text *text, size_t which)
{
    const struct unit *units = text->units.at;
    for (size_t i = which; i-- > 0 && units[i].line == units[which].line;) {
        struct finding *finding = finding_of(text, i);
        if (finding)
            return finding;
    }
    return NULL;
}

/* Inside a sentence it belongs to that sentence alone. */
static void apply(struct swept_text *text, size_t which, const char *owner, bool inside)
{
    int block = inside ? 0 : text->units.at[which].block;
    if (block && tag_limbs(text, block, owner))
        return;
    struct finding *finding = finding_of(text, which);
    finding = finding ? finding : find_tagged(text, which);
    finding = finding || inside ? finding : found_before(text, which);
    if (finding)
        give_owner(finding, owner);
}

void tags_apply(struct swept_text *text)
{
    struct hit hit;
    size_t above = text->units.n; /* the last sentence that is no tag */
    for (size_t i = 0; i < text->units.n; i++) {
        struct unit *unit = &text->units.at[i];
        const struct rule *tag = tag_find(text, unit, &hit);
        size_t which = unit->tag ? above : i;
        if (tag && which < text->units.n) {
            struct hit_span span = hit.groups[HIT_OWNER];
            char *owner = span.set && !names_nobody(text->sweeping, unit->view, span, true) ? view_words(text->sweeping->scratch, unit->view, text->text + unit->words.start, span.start, span.end) : NULL;
            apply(text, which, owner, !unit->tag);
        }
        if (!unit->tag)
            above = i;
    }
}
