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
static enum status add_meetings(struct impact_reading *reading, const struct counting *counting, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = counting->n_meetings; i-- > 0 && status == STATUS_OK;) {
        const struct meeting_row *row = &reading->rows.at[counting->meetings[i]];
        if (row->sources > 0)
            status = add_meeting(reading, counting->impact, row, err);
    }
    return status;
}

/* ---- plans -------------------------------------------------------------------------------------------------------- */

/* Texts by their words: texts that are alike share one, so that none is compared with all. */
struct by_words {
    struct lookup *of;
    struct telling *at;
    size_t n;
};

/* Words are looked for within KEY: a committee, a time. */
static char *word_key(const char *key, const char *word)
{
    return mem_printf(NULL, "%s\n%s", key, word);
}

static void add_words(const void *scratch, struct by_words *all, const char *key, const struct telling *words)
{
    for (size_t i = 0; i < words->n; i++) {
        char *place = word_key(key, words->words[i]);
        lookup_add(all->of, place, all->n);
        talloc_free(place);
    }
    *mem_append(scratch, all->at, all->n) = *words;
}

/* The first text within KEY that is alike and that FITS (WITH); LOOKUP_NONE. */
static size_t first_alike(const struct by_words *all, const char *key, const struct telling *words, bool (*fits)(const void *with, size_t at), const void *with)
{
    size_t first = LOOKUP_NONE;
    for (size_t i = 0; i < words->n; i++) {
        char *place = word_key(key, words->words[i]);
        struct lookup_rows rows = lookup_find(all->of, place);
        talloc_free(place);
        for (size_t k = 0; k < rows.n && rows.at[k] < first; k++)
            if (fits(with, rows.at[k]) && are_alike(&all->at[rows.at[k]], words))
                first = rows.at[k];
    }
    return first;
}

static char *span_key(const void *parent, const struct date_span *span)
{
    return mem_printf(parent, "%d-%d-%d %d-%d-%d", span->from.year, span->from.month, span->from.day, span->to.year, span->to.month, span->to.day);
}

static char *year_key(const void *parent, const char *committee, int first)
{
    return mem_printf(parent, "%d %s", first, text_fold(parent, committee));
}

/* An entry of an edition, newest editions first; and a time that it is planned for. */
struct named {
    const struct programme *edition;
    const struct programme_entry *entry;
};
struct planned {
    size_t named;
    const struct when *when;
};
struct impact_named {
    struct named *at;
    struct by_words words; /* within the committee's folded name */
    struct planned *planned;
    size_t n_planned;
    struct lookup *years; /* of `planned`, by year_key() */
};

static bool within_a_year(const struct date_span *span, int *first)
{
    *first = impact_year_of(span->from);
    struct date_span year = impact_year_span(*first);
    return date_is_set(span->from) && date_compare(span->to, year.to) <= 0 && date_days(span->to) - date_days(span->from) <= SPAN_LONGEST;
}

static void name_entry(const void *scratch, struct impact_named *all, const struct programme *edition, const struct programme_entry *entry)
{
    int first;
    size_t nth = all->words.n, n = nth;
    struct telling words = topic_words(scratch, entry->issue ? entry->issue : "");
    add_words(scratch, &all->words, text_fold(scratch, edition->committee), &words);
    *mem_append(scratch, all->at, n) = (struct named){edition, entry};
    for (size_t w = 0; entry->issue && entry->section != SECTION_STANDING && entry->state != ENTRY_STANDING && w < entry->n_planned; w++) {
        if (!within_a_year(&entry->planned[w].span, &first))
            continue;
        lookup_add(all->years, year_key(scratch, edition->committee, first), all->n_planned);
        *mem_append(scratch, all->planned, all->n_planned) = (struct planned){nth, &entry->planned[w]};
    }
}

static struct impact_named *name_entries(const void *scratch, const struct programmes *programmes)
{
    struct impact_named *all = mem_new(scratch, struct impact_named);
    all->years = lookup_new(scratch);
    all->words.of = lookup_new(scratch);
    for (size_t i = 0; i < programmes->n; i++)
        for (size_t e = 0; e < programmes->at[i]->n_entries; e++)
            name_entry(scratch, all, programmes->at[i], &programmes->at[i]->entries[e]);
    return all;
}

/* The plans and topics of a year while it is told. */
struct planning {
    const struct impact_reading *reading;
    struct impact *impact;
    struct by_words plans;  /* within their time, in the order of the impact's */
    struct by_words topics; /* meeting by meeting */
    struct topic_at {
        struct impact_meeting *meeting;
        struct impact_topic *topic;
    } *taken;
    const struct programme *edition; /* that the plan is of */
    const struct impact_plan *plan;
};

static bool any_plan(const void *with, size_t at)
{
    (void)with, (void)at;
    return true;
}

static bool in_time(const void *with, size_t at)
{
    const struct planning *planning = with;
    return in_span(planning->taken[at].meeting->date, &planning->plan->span);
}

static void find_taken(struct planning *planning, struct impact_plan *plan, const struct telling *words)
{
    size_t at = first_alike(&planning->topics, "", words, in_time, planning);
    if (at == LOOKUP_NONE)
        return;
    planning->taken[at].topic->planned = true;
    plan->state = PLAN_TAKEN;
    plan->meeting_id = mem_strdup(planning->reading->parent, planning->taken[at].meeting->meeting_id);
    plan->position = planning->taken[at].topic->position;
}

/* A later edition has it, without a day or for a later one. */
static bool is_later(const void *with, size_t at)
{
    const struct planning *planning = with;
    const struct named *named = &planning->reading->named->at[at];
    const struct programme_entry *entry = named->entry;
    if (date_compare(named->edition->published_for, planning->edition->published_for) <= 0 || entry->section == SECTION_STANDING)
        return false;
    return entry->n_planned == 0 || !date_is_set(entry->planned[0].span.from) || date_compare(entry->planned[0].span.from, planning->plan->span.to) > 0;
}

/* What the newest edition after that of the plan says of the topic, where it names it for another time: "May 2026", "no date". */
static const char *later_words(const struct planning *planning, const struct telling *words)
{
    const struct impact_named *named = planning->reading->named;
    char *key = text_fold(NULL, planning->edition->committee);
    size_t at = first_alike(&named->words, key, words, is_later, planning);
    talloc_free(key);
    if (at == LOOKUP_NONE)
        return NULL;
    const struct programme_entry *entry = named->at[at].entry;
    const char *text = entry->n_planned ? entry->planned[0].text : NULL;
    return text || (entry->n_planned && date_is_set(entry->planned[0].span.from)) ? text : "no date";
}

static bool minutes_held(const struct impact *impact, const struct date_span *span)
{
    for (size_t i = 0; i < impact->n_meetings; i++)
        if (impact->meetings[i].minutes > 0 && in_span(impact->meetings[i].date, span))
            return true;
    return false;
}

static void judge_plan(struct planning *planning, struct impact_plan *plan, const struct telling *words)
{
    const struct impact_reading *reading = planning->reading;
    plan->state = PLAN_UNKNOWN;
    planning->plan = plan;
    find_taken(planning, plan, words);
    if (plan->state == PLAN_TAKEN)
        return;
    const char *then = later_words(planning, words);
    plan->then = mem_strdup(reading->parent, then);
    if (then)
        plan->state = PLAN_SLIPPED;
    else if (date_is_set(reading->as_at) && date_compare(plan->span.to, reading->as_at) >= 0)
        plan->state = PLAN_AHEAD;
    else if (minutes_held(planning->impact, &plan->span))
        plan->state = PLAN_MISSED;
}

static void add_plan(struct planning *planning, const struct planned *planned)
{
    const struct impact_reading *reading = planning->reading;
    struct impact *impact = planning->impact;
    const struct telling *words = &reading->named->words.at[planned->named];
    const struct when *when = planned->when;
    char *key = span_key(reading->scratch, &when->span);
    if (words->n == 0 || first_alike(&planning->plans, key, words, any_plan, NULL) != LOOKUP_NONE)
        return;
    add_words(reading->scratch, &planning->plans, key, words);
    struct impact_plan *plan = mem_append(reading->parent, impact->plans, impact->n_plans);
    *plan = (struct impact_plan){.issue = mem_strdup(reading->parent, reading->named->at[planned->named].entry->issue),
                                 .planned = mem_strdup(reading->parent, when->text), .span = when->span};
    planning->edition = reading->named->at[planned->named].edition;
    judge_plan(planning, plan, words);
}

static int compare_plans(const void *a, const void *b)
{
    const struct impact_plan *one = a, *two = b;
    int by = date_compare(one->span.from, two->span.from);
    return by ? by : strcmp(one->issue, two->issue);
}

static struct planning planning_of(struct impact_reading *reading, struct impact *impact)
{
    struct planning planning = {.reading = reading, .impact = impact, .plans = {.of = lookup_new(reading->scratch)},
                                .topics = {.of = lookup_new(reading->scratch)}};
    for (size_t m = 0; m < impact->n_meetings; m++)
        for (size_t t = 0; t < impact->meetings[m].n_topics; t++) {
            struct impact_topic *topic = &impact->meetings[m].topics[t];
            struct telling words = topic_words(reading->scratch, topic->title);
            size_t n = planning.topics.n;
            *mem_append(reading->scratch, planning.taken, n) = (struct topic_at){&impact->meetings[m], topic};
            add_words(reading->scratch, &planning.topics, "", &words);
        }
    return planning;
}

/* Editions come newest first, so that of a topic and time the newest edition's words are shown. */
static void add_plans(struct impact_reading *reading, const struct counting *counting)
{
    struct impact *impact = counting->impact;
    struct planning planning = planning_of(reading, impact);
    struct lookup_rows of = lookup_find(reading->named->years, year_key(reading->scratch, impact->committee, counting->first));
    for (size_t i = 0; i < of.n; i++)
        add_plan(&planning, &reading->named->planned[of.at[i]]);
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
    reading->named = name_entries(reading->scratch, editions);
    return status;
}

enum status impact_topics(struct impact_reading *reading, const struct counting *counting, struct err *err)
{
    enum status status = add_meetings(reading, counting, err);
    if (status == STATUS_OK)
        add_plans(reading, counting);
    return status;
}
