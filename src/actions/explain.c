/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The sweep told aloud: every sentence it looked at, what became of it, by which rule, and where a rule was near,
 * what spoke against it. It sweeps as the sweep does, so that it cannot say anything else. */
#include "config.h"

#include <minutebook/actions_explain.h>

#include "sweep.h"

#include "private.h"

#include <stdlib.h>
#include <string.h>

/* A sentence explained, and where it stood, until the findings are known. */
struct told {
    struct explained row;
    int text;
    size_t unit;
};

struct telling_all {
    struct sweeping *sweeping;
    const void *parent;
    int item_position; /* 0: all */
    struct told *at;
    size_t n;
};

const char *explained_name(enum explained_what what)
{
    static const char *const names[] = {
#define X(id, word) [id] = word,
        EXPLAINED_WHAT(X)
#undef X
    };
    return names[what];
}

static const char *place_name(enum place place)
{
    static const char *const names[] = {
#define X(id, word) [id] = word,
        PLACES(X)
#undef X
    };
    return names[place];
}

/* ---- words ---------------------------------------------------------------------------------------------------- */

/* What kind of thing it is, as screens say it. */
static const struct {
    const char *class, *words;
} class_words[] = {
    {"action", "something to be done"},
    {"information_request", "something asked for"},
    {"recommendation", "a recommendation"},
    {"work_programme_change", "a change of the work programme"},
    {"resolution", "a decision that leaves nothing to follow"},
};

static const char *words_of_class(const char *class)
{
    for (size_t i = 0; i < MB_LENGTH(class_words); i++)
        if (class && strcmp(class_words[i].class, class) == 0)
            return class_words[i].words;
    return "something";
}

static const char nothing_words[] = "no rule knows such words as a promise, a request or a decision";

/* Where a sentence stands, where that matters for how it is read. */
static const char *const place_words[PLACE_COUNT] = {
    [PLACE_RESOLVED] = " in a resolution",       [PLACE_DECIDED] = " in the decision",  [PLACE_LISTED] = " in a list of actions",
    [PLACE_ASKED] = " in a list of what is asked for", [PLACE_RECOMMENDED] = " in a recommendation",
    [PLACE_PROGRAMME] = " in a list of changes of the work programme", [PLACE_TAGGED] = " above \"ACTION:\"",
};

/* "veto-of-history" as a member reads it. */
static char *spelled(const void *parent, const char *name)
{
    char *words = mem_strdup(parent, name);
    for (char *p = words; *p; p++)
        *p = *p == '-' ? ' ' : *p;
    return words;
}

static char *why_refused(const void *parent, const struct unit *unit, const struct refusal *refusal)
{
    const struct rule *veto = refusal->veto;
    struct hit_span span = refusal->span;
    size_t n = span.end - span.start < 80 ? span.end - span.start : 80;
    while (n && n < span.end - span.start && unit->view->text[span.start + n] != ' ')
        n--;
    char *words = mem_strndup(parent, unit->view->text + span.start, n);
    switch (refusal->why) {
    case REFUSED_BY_VETO:
        return mem_printf(parent, "%s: \"%s\"", veto->says ? veto->says : spelled(parent, veto->name), words);
    case REFUSED_OTHER_BODY:
        return mem_printf(parent, "it names another body: \"%s\"", words);
    case REFUSED_ANSWERED:
        return mem_strdup(parent, "the next sentence answers it on the spot");
    case REFUSED_AROUND:
        return mem_strdup(parent, "the sentence before or behind it does not fit, or the item's title");
    case REFUSED_BY_NOT:
        break;
    }
    return mem_strdup(parent, "the sentence holds words that the rule says it is not meant for");
}

static void tell_refusals(const void *parent, const struct unit *unit, const struct refusals *refusals, struct explained *row)
{
    for (size_t i = 0; i < refusals->n; i++) {
        const struct refusal *refusal = &refusals->at[i];
        *mem_append(parent, row->refusals, row->n_refusals) = (struct explained_refusal){
            .rule = refusal->rule->name, .file = refusal->rule->file, .line = refusal->rule->line, .why = why_refused(parent, unit, refusal)};
    }
}

/* ---- sentences ------------------------------------------------------------------------------------------------- */

/* What can be said of a unit before it is known what was found in it. */
static void tell_unit(struct telling_all *all, const struct swept_text *text, size_t which)
{
    const struct unit *unit = &text->units.at[which];
    const void *parent = all->parent;
    struct told *told = mem_append(all->sweeping->scratch, all->at, all->n);
    *told = (struct told){.text = all->sweeping->texts, .unit = which};
    struct explained *row = &told->row;
    row->item = text->item;
    row->passage = text->passage;
    row->offset = unit->words.start;
    row->length = unit->words.len;
    row->words = mem_strndup(parent, text->text + unit->words.start, unit->words.len);
    row->exempt = text->item->minutes_exempt;
    row->place = place_name(unit->place);
    row->what = unit->tag ? EXPLAINED_TAG : unit->lead_only ? EXPLAINED_LEAD : unit->place == PLACE_SKIPPED ? EXPLAINED_SKIPPED : EXPLAINED_NOTHING;
    if (row->what != EXPLAINED_NOTHING)
        return;
    struct refusals refusals = {.n = 0};
    (void)unit_judge_telling(all->sweeping->rules, all->sweeping->matcher, &text->units, which, &refusals);
    tell_refusals(parent, unit, &refusals, row);
    row->what = refusals.n ? EXPLAINED_REFUSED : EXPLAINED_NOTHING;
    struct refusal veto;
    if (!refusals.n && unit_vetoed(all->sweeping->rules, all->sweeping->matcher, &text->units, which, &veto))
        row->why = mem_printf(parent, "%s; besides: %s", nothing_words, why_refused(parent, unit, &veto));
}

static void tell_text(const struct swept_text *text, void *with)
{
    struct telling_all *all = with;
    if (all->item_position && text->item->position != all->item_position)
        return;
    for (size_t i = 0; i < text->units.n; i++)
        tell_unit(all, text, i);
}

static enum place place_of(const struct explained *row)
{
    enum place place = PLACE_SAID;
    while (place + 1 < PLACE_COUNT && strcmp(place_name(place), row->place) != 0)
        place++;
    return place;
}

static void tell_found(struct telling_all *all, struct told *told, const struct finding *finding)
{
    const struct finding *kept = finding_kept(&all->sweeping->found, finding);
    struct explained *row = &told->row;
    const struct rule *rule = finding->rule;
    const struct action *action = kept->action;
    row->what = finding->gone ? EXPLAINED_TWICE : rule->untracked ? EXPLAINED_RECORD : EXPLAINED_FOUND;
    row->rule = rule->name;
    row->file = rule->file;
    row->line = rule->line;
    row->own = rule->own;
    row->confidence = rule->confidence;
    row->class = mem_strdup(all->parent, rule->class);
    row->kind = mem_strdup(all->parent, rule->kind);
    row->candidate_id = mem_strdup(all->parent, action ? action->candidate_id : NULL);
    const char *where = place_words[place_of(row)] ? place_words[place_of(row)] : "";
    if (finding->gone && action)
        row->why = mem_printf(all->parent, "says the same as another sentence of this item, which says it more fully: \"%.120s\"", action->quote);
    else
        row->why = mem_printf(all->parent, "reads as %s%s", words_of_class(rule->class), where);
    if (!finding->gone && !rule->untracked && action && !action->owner)
        row->why = mem_printf(all->parent, "%s; nobody is named who has to do it", row->why);
}

static void tell_nothing(const void *parent, struct explained *row)
{
    static const char *const words[] = {
        [EXPLAINED_LEAD] = "says how what follows is read, and nothing else",
        [EXPLAINED_TAG] = "names who has to do what the sentence above says",
        [EXPLAINED_SKIPPED] = "stands where nothing is looked for: a motion, options, a table, questions or earlier actions",
    };
    if (row->what == EXPLAINED_REFUSED)
        row->why = mem_printf(parent, "reads like a follow-up, but %s", row->refusals[0].why);
    else if (!row->why)
        row->why = mem_strdup(parent, row->what == EXPLAINED_NOTHING ? nothing_words : words[row->what]);
}

/* Every finding to the sentence it was found in; two sentences that are one follow-up are told at the second. */
static void tell_findings(struct telling_all *all)
{
    const struct findings *found = &all->sweeping->found;
    for (size_t i = 0; i < all->n; i++) {
        for (size_t k = 0; k < found->n; k++)
            if (found->at[k].text == all->at[i].text && found->at[k].unit == all->at[i].unit)
                tell_found(all, &all->at[i], &found->at[k]);
        if (!all->at[i].row.rule)
            tell_nothing(all->parent, &all->at[i].row);
    }
}

/* In the order of the paper: rows of tables were looked at last. */
static int compare_told(const void *left, const void *right)
{
    const struct told *a = left, *b = right;
    if (a->text != b->text)
        return a->text < b->text ? -1 : 1;
    if (a->row.offset != b->row.offset)
        return a->row.offset < b->row.offset ? -1 : 1;
    return a->unit < b->unit ? -1 : a->unit > b->unit;
}

enum status sweep_explain(const void *parent, const struct rules *rules, const struct meeting *meeting, int item_position,
                          struct explanation *out, struct err *err)
{
    enum status status = rules_ready(rules, err);
    if (status != STATUS_OK)
        return status;
    void *scratch = talloc_named_const(NULL, 0, "explain");
    struct sweeping sweeping = {.parent = scratch, .rules = rules, .meeting = meeting, .scratch = scratch};
    struct telling_all all = {.sweeping = &sweeping, .parent = parent, .item_position = item_position};
    sweeping.seen = tell_text;
    sweeping.with = &all;
    *out = (struct explanation){0};
    sweep_findings(&sweeping);
    tell_findings(&all);
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, compare_told);
    for (size_t i = 0; i < all.n; i++)
        *mem_append(parent, out->at, out->n) = all.at[i].row;
    talloc_free(scratch);
    return STATUS_OK;
}
