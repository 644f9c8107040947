/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a committee took in a municipal year, and what its work programmes had planned for it: by the words that a topic and the
 * title of an item share. An offer to the eye, nothing is stored. */
#include "config.h"

#include "alike.h"
#include "impact.h"

#include <stdlib.h>
#include <string.h>

#define SPAN_LONGEST 100 /* days: a year names no time at which a topic could slip */

/* ---- topics ------------------------------------------------------------------------------------------------ */

/* Items that are on any agenda, and the work programme itself, are no topics. */
static bool is_topic(const struct item *item)
{
    static const char *const others[] = {"routine", "programme", "work programme", "exclusion"};
    for (size_t i = 0; i < MB_LENGTH(others); i++)
        if (item->kind && strcmp(item->kind, others[i]) == 0)
            return false;
    return item->title && *item->title;
}

/* The words of a title that tell what it is about: "report", "update" and the like tell nothing, unless it has no others. */
static struct telling topic_words(const void *parent, const char *title)
{
    static const char *const weak[] = {"annual", "quarterly", "progress", "report", "updat", "review", "servic", "council", "presentation",
                                       "yearly", "strategy", "plan", "2"};
    struct telling all = telling_words(parent, title), kept = {.n = 0};
    for (size_t i = 0; i < all.n; i++) {
        bool is_weak = false;
        for (size_t k = 0; k < MB_LENGTH(weak); k++)
            is_weak = is_weak || strcmp(all.words[i], weak[k]) == 0;
        if (!is_weak)
            kept.words[kept.n++] = all.words[i];
    }
    return kept.n ? kept : all;
}

/* All words of the shorter, or two and at least two thirds of them. */
static bool are_alike(const struct telling *a, const struct telling *b)
{
    size_t shorter = a->n < b->n ? a->n : b->n, shared = telling_shared(a, b);
    return shorter > 0 && (shared == shorter || (shared >= 2 && shared * 3 >= shorter * 2));
}

/* ---- meetings ------------------------------------------------------------------------------------------------- */

static bool in_span(struct date day, const struct date_span *span)
{
    return date_is_set(day) && date_compare(day, span->from) >= 0 && date_compare(day, span->to) <= 0;
}

static enum status add_meeting(struct impact_reading *reading, struct impact *impact, const struct meeting_row *row, struct err *err)
{
    struct meeting *meeting;
    enum status status = store_meeting(reading->scratch, reading->store, row->id, &meeting, err);
    if (status != STATUS_OK)
        return status;
    struct impact_meeting *out = mem_append(reading->parent, impact->meetings, impact->n_meetings);
    *out = (struct impact_meeting){.meeting_id = mem_strdup(reading->parent, row->id), .date = row->date, .minutes = row->minutes,
                                   .minutes_cut = row->minutes_cut};
    for (size_t i = 0; i < meeting->n_items; i++) {
        if (!is_topic(&meeting->items[i]))
            continue;
        struct impact_topic *topic = mem_append(reading->parent, out->topics, out->n_topics);
        *topic = (struct impact_topic){.title = mem_strdup(reading->parent, meeting->items[i].title), .position = meeting->items[i].position};
    }
    talloc_free(meeting);
    return STATUS_OK;
}

/* Rows come newest first. */
static enum status add_meetings(struct impact_reading *reading, struct impact *impact, const struct date_span *year, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = reading->rows.n; i-- > 0 && status == STATUS_OK;) {
        const struct meeting_row *row = &reading->rows.at[i];
        bool past = !date_is_set(reading->as_at) || date_compare(row->date, reading->as_at) <= 0;
        if (row->sources > 0 && past && in_span(row->date, year) && impact_same_committee(row->committee, impact->committee))
            status = add_meeting(reading, impact, row, err);
    }
    return status;
}

/* ---- plans -------------------------------------------------------------------------------------------------------- */

static bool same_span(const struct date_span *a, const struct date_span *b)
{
    return date_compare(a->from, b->from) == 0 && date_compare(a->to, b->to) == 0;
}

static const struct impact_plan *plan_known(const struct impact_reading *reading, const struct impact *impact, const struct telling *words,
                                            const struct date_span *span)
{
    for (size_t i = 0; i < impact->n_plans; i++) {
        struct telling known = topic_words(reading->scratch, impact->plans[i].issue);
        if (same_span(&impact->plans[i].span, span) && are_alike(&known, words))
            return &impact->plans[i];
    }
    return NULL;
}

static void find_taken(const struct impact_reading *reading, struct impact *impact, struct impact_plan *plan, const struct telling *words)
{
    for (size_t m = 0; m < impact->n_meetings; m++) {
        struct impact_meeting *meeting = &impact->meetings[m];
        if (!in_span(meeting->date, &plan->span))
            continue;
        for (size_t t = 0; t < meeting->n_topics; t++) {
            struct telling title = topic_words(reading->scratch, meeting->topics[t].title);
            if (!are_alike(&title, words))
                continue;
            meeting->topics[t].planned = true;
            plan->state = PLAN_TAKEN;
            plan->meeting_id = mem_strdup(reading->parent, meeting->meeting_id);
            plan->position = meeting->topics[t].position;
            return;
        }
    }
}

/* What the newest edition after EDITION says of the topic, where it names it for another time: "May 2026", "no date". */
static const char *later_words(const struct impact_reading *reading, const struct programme *edition, const struct impact_plan *plan,
                               const struct telling *words)
{
    for (size_t i = 0; i < reading->programmes.n; i++) { /* newest first */
        const struct programme *later = reading->programmes.at[i];
        if (!impact_same_committee(later->committee, edition->committee) || date_compare(later->published_for, edition->published_for) <= 0)
            continue;
        for (size_t e = 0; e < later->n_entries; e++) {
            const struct programme_entry *entry = &later->entries[e];
            struct telling named = topic_words(reading->scratch, entry->issue);
            if (entry->section == SECTION_STANDING || !are_alike(&named, words))
                continue;
            if (entry->n_planned == 0 || !date_is_set(entry->planned[0].span.from))
                return entry->n_planned && entry->planned[0].text ? entry->planned[0].text : "no date";
            if (date_compare(entry->planned[0].span.from, plan->span.to) > 0)
                return entry->planned[0].text;
        }
    }
    return NULL;
}

static bool minutes_held(const struct impact *impact, const struct date_span *span)
{
    for (size_t i = 0; i < impact->n_meetings; i++)
        if (impact->meetings[i].minutes > 0 && in_span(impact->meetings[i].date, span))
            return true;
    return false;
}

static void judge_plan(const struct impact_reading *reading, struct impact *impact, const struct programme *edition, struct impact_plan *plan,
                       const struct telling *words)
{
    plan->state = PLAN_UNKNOWN;
    find_taken(reading, impact, plan, words);
    if (plan->state == PLAN_TAKEN)
        return;
    const char *then = later_words(reading, edition, plan, words);
    plan->then = mem_strdup(reading->parent, then);
    if (then)
        plan->state = PLAN_SLIPPED;
    else if (date_is_set(reading->as_at) && date_compare(plan->span.to, reading->as_at) >= 0)
        plan->state = PLAN_AHEAD;
    else if (minutes_held(impact, &plan->span))
        plan->state = PLAN_MISSED;
}

static void add_plan(const struct impact_reading *reading, struct impact *impact, const struct programme *edition,
                     const struct programme_entry *entry, const struct when *when)
{
    struct telling words = topic_words(reading->scratch, entry->issue);
    if (words.n == 0 || plan_known(reading, impact, &words, &when->span))
        return;
    struct impact_plan *plan = mem_append(reading->parent, impact->plans, impact->n_plans);
    *plan = (struct impact_plan){.issue = mem_strdup(reading->parent, entry->issue), .planned = mem_strdup(reading->parent, when->text), .span = when->span};
    judge_plan(reading, impact, edition, plan, &words);
}

static int compare_plans(const void *a, const void *b)
{
    const struct impact_plan *one = a, *two = b;
    int by = date_compare(one->span.from, two->span.from);
    return by ? by : strcmp(one->issue, two->issue);
}

/* Editions come newest first, so that of a topic and time the newest edition's words are shown. */
static void add_plans(const struct impact_reading *reading, struct impact *impact, const struct date_span *year)
{
    for (size_t i = 0; i < reading->programmes.n; i++) {
        const struct programme *edition = reading->programmes.at[i];
        if (!impact_same_committee(edition->committee, impact->committee))
            continue;
        for (size_t e = 0; e < edition->n_entries; e++) {
            const struct programme_entry *entry = &edition->entries[e];
            if (!entry->issue || entry->section == SECTION_STANDING || entry->state == ENTRY_STANDING)
                continue;
            for (size_t w = 0; w < entry->n_planned; w++) {
                const struct date_span *span = &entry->planned[w].span;
                bool within = date_is_set(span->from) && date_compare(span->from, year->from) >= 0 && date_compare(span->to, year->to) <= 0;
                if (within && date_days(span->to) - date_days(span->from) <= SPAN_LONGEST)
                    add_plan(reading, impact, edition, entry, &entry->planned[w]);
            }
        }
    }
    if (impact->n_plans)
        qsort(impact->plans, impact->n_plans, sizeof *impact->plans, compare_plans);
}

const char *impact_plan_words(enum impact_plan_state state)
{
    static const char *const words[] = {[PLAN_TAKEN] = "taken", [PLAN_SLIPPED] = "slipped", [PLAN_MISSED] = "no item so called",
                                        [PLAN_UNKNOWN] = "not known", [PLAN_AHEAD] = "to come"};
    return words[state];
}

/* A programme is published with the papers of its meeting, which lie open before it. */
enum status impact_editions(struct impact_reading *reading, struct err *err)
{
    struct programmes *editions = &reading->programmes;
    struct date last = date_is_set(reading->as_at) ? date_add(reading->as_at, PAPERS_AHEAD) : reading->as_at;
    enum status status = store_programmes(reading->scratch, reading->store, NULL, editions, err);
    size_t kept = 0;
    for (size_t i = 0; status == STATUS_OK && i < editions->n; i++)
        if (!date_is_set(last) || !date_is_set(editions->at[i]->published_for) || date_compare(editions->at[i]->published_for, last) <= 0)
            editions->at[kept++] = editions->at[i];
    editions->n = status == STATUS_OK ? kept : 0;
    return status;
}

enum status impact_topics(struct impact_reading *reading, struct impact *impact, struct date_span year, struct err *err)
{
    enum status status = add_meetings(reading, impact, &year, err);
    if (status == STATUS_OK)
        add_plans(reading, impact, &year);
    return status;
}
