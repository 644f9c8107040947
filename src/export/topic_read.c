/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A topic card: what meetings, tracker and work programmes say of one topic. */
#include "config.h"

#include "topic.h"

#include <string.h>

/* ---- the work programme ---------------------------------------------------------------------------------- */

static struct topic_plan *plan_of(struct topic_card *card, const char *committee, const char *issue, const char *when)
{
    for (size_t i = 0; i < card->n_plans; i++) {
        struct topic_plan *plan = &card->plans[i];
        bool same_when = when ? plan->when && text_same_words(plan->when, when) : !plan->when;
        if (same_when && text_same_words(plan->issue, issue) && text_same_words(plan->committee, committee))
            return plan;
    }
    return NULL;
}

static bool in_span(struct date day, const struct date_span *span)
{
    return date_is_set(day) && date_is_set(span->from) && date_compare(day, span->from) >= 0 && date_compare(day, span->to) <= 0;
}

static bool came_up_in(const struct topic_card *card, const struct date_span *span)
{
    for (size_t i = 0; i < card->n_times; i++)
        if (!card->times[i].elsewhere && in_span(card->times[i].date, span))
            return true;
    return false;
}

static bool is_held_in(const struct topic_search *search, const char *committee, const struct date_span *span)
{
    const struct meeting_rows *rows = &search->past->rows;
    for (size_t i = 0; i < rows->n; i++)
        if (rows->at[i].sources > 0 && in_span(rows->at[i].date, span) && rows->at[i].committee && text_same_words(rows->at[i].committee, committee))
            return true;
    return false;
}

/* What the same row was planned for in an edition before, for an earlier time in which the topic did not come up. */
static void tell_slip(const struct topic_search *search, struct topic_card *card, struct topic_plan *plan)
{
    for (size_t i = card->n_plans - 1; i-- > 0;) {
        const struct topic_plan *old = &card->plans[i];
        if (!text_same_words(old->issue, plan->issue) || !text_same_words(old->committee, plan->committee))
            continue;
        bool later = date_is_set(old->span.from) && (!date_is_set(plan->span.from) || date_compare(plan->span.from, old->span.to) > 0);
        if (later && !came_up_in(card, &old->span)) {
            plan->was = mem_strdup(card, old->when);
            plan->was_held = is_held_in(search, plan->committee, &old->span);
        }
        return;
    }
}

static void add_plan(const struct topic_search *search, struct topic_card *card, const struct programme *programme,
                     const struct programme_entry *entry, const struct when *when)
{
    const char *text = when && date_is_set(when->span.from) ? when->text : entry->section == SECTION_STANDING ? "standing" : when ? when->text : NULL;
    struct topic_plan *plan = plan_of(card, programme->committee, entry->issue, text);
    if (plan) {
        plan->last = programme->published_for;
        talloc_free(plan->meeting_id);
        plan->meeting_id = mem_strdup(card, programme->meeting_id);
        return;
    }
    plan = mem_append(card, card->plans, card->n_plans);
    *plan = (struct topic_plan){.committee = mem_strdup(card, programme->committee), .issue = text_squeeze(card, entry->issue, strlen(entry->issue)),
                                .when = mem_strdup(card, text), .first = programme->published_for, .last = programme->published_for,
                                .meeting_id = mem_strdup(card, programme->meeting_id)};
    if (entry->notes)
        plan->notes = text_squeeze(card, entry->notes, strlen(entry->notes));
    if (when)
        plan->span = when->span;
    if (entry->section != SECTION_STANDING)
        tell_slip(search, card, plan);
}

/* Programmes come newest first, and are told as they were published. */
static void read_plans(const struct topic_search *search, struct topic_card *card)
{
    struct past *past = search->past;
    for (size_t i = past->programmes.n; i-- > 0;) {
        const struct programme *programme = past->programmes.at[i];
        for (size_t e = 0; topic_knows_programme(search, programme) && e < programme->n_entries; e++) {
            const struct programme_entry *entry = &programme->entries[e];
            if (!entry->issue || !programme->committee || !topic_is(search, past->entry_themes[i][e]))
                continue;
            if (entry->n_planned == 0 || entry->section == SECTION_STANDING)
                add_plan(search, card, programme, entry, NULL);
            for (size_t w = 0; w < entry->n_planned && entry->section != SECTION_STANDING; w++)
                add_plan(search, card, programme, entry, &entry->planned[w]);
        }
    }
}

/* ---- the card ------------------------------------------------------------------------------------------------ */

static enum status read_card(const struct topic_search *search, struct topic_card *card, const struct meeting *meeting, const struct item *item,
                             const char *words, struct err *err)
{
    enum status status = topic_times(search, card, err);
    if (status == STATUS_OK)
        status = topic_named(search, card, meeting, item, err);
    if (status == STATUS_OK)
        status = topic_promises(search, card, true, err);
    if (status == STATUS_OK)
        status = topic_mentions(search, card, words, err);
    if (status == STATUS_OK) {
        topic_titles(card);
        read_plans(search, card);
    }
    return status;
}

static enum status card_of_item(struct topic_card *card, struct past *past, const struct topic_wish *wish, struct err *err)
{
    struct meeting *meeting;
    enum status status = store_meeting(card, past->store, wish->meeting_id, &meeting, err);
    const struct item *item = status == STATUS_OK ? meeting_item(meeting, wish->position) : NULL;
    if (status != STATUS_OK)
        return status;
    if (!item || !item->title)
        return err_set(err, STATUS_USAGE, "the meeting has no such item");
    card->name = mem_strdup(card, item->title);
    card->committee = mem_strdup(card, meeting->committee);
    struct topic_search search = {.past = past, .theme = themes_add(past->themes, item->title, meeting->committee, false),
                                  .committee = meeting->committee, .council = meeting->council};
    return read_card(&search, card, meeting, item, NULL, err);
}

static enum status card_of_title(struct topic_card *card, struct past *past, const struct topic_wish *wish, struct err *err)
{
    card->name = text_squeeze(card, wish->title, strlen(wish->title));
    card->committee = mem_strdup(card, wish->committee);
    struct topic_search search = {.past = past, .theme = themes_add(past->themes, wish->title, wish->committee, false), .committee = card->committee};
    return read_card(&search, card, NULL, NULL, NULL, err);
}

/* The words of a query that are to be there, without its fields, quotes and operators. */
static enum status topic_of_words(struct topic_card *card, struct past *past, const char *words, struct err *err)
{
    struct query *query;
    struct query_options options = {.as_at = past->options->as_at};
    struct buf name;
    enum status status = query_parse(card, words, &options, &query, NULL, err);
    if (status != STATUS_OK)
        return status;
    buf_init(&name, card, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < query->n_terms; i++)
        if (!query->terms[i].negated)
            buf_printf(&name, "%s%s", name.len ? " " : "", query->terms[i].text);
    card->name = buf_take(&name);
    return *card->name ? STATUS_OK : err_set(err, STATUS_USAGE, "“%s” has no word to look for", words);
}

static enum status card_of_words(struct topic_card *card, struct past *past, const char *words, struct err *err)
{
    enum status status = topic_of_words(card, past, words, err);
    if (status != STATUS_OK)
        return status;
    card->asked = true;
    struct topic_search search = {.past = past, .theme = themes_add(past->themes, card->name, NULL, false), .asked = true};
    status = read_card(&search, card, NULL, NULL, words, err);
    bool any = card->n_times || card->n_plans || card->n_mentions || card->open.n || card->closed.n;
    return status == STATUS_OK && !any ? STATUS_NONE : status;
}

/* Only the follow-ups are the card's from now on. */
static void let_go(struct past *past)
{
    for (size_t i = 0; i < past->programmes.n; i++)
        talloc_free(past->programmes.at[i]);
    past->programmes.n = 0;
    talloc_free(past->themes);
    talloc_free(past->rules);
    past->themes = NULL; /* and the items with them */
    past->items = NULL;
    past->n_items = 0;
    past->rules = NULL;
    past->store = NULL;
    past->options = NULL;
}

enum status topic_card_read(const void *parent, struct store *store, const struct topic_wish *wish, const struct export_options *options,
                            struct topic_card **out, struct err *err)
{
    struct topic_card *card = mem_new(parent, struct topic_card);
    struct past *past;
    enum status status = past_read(card, store, options, &past, err);
    if (status == STATUS_OK)
        status = wish->words   ? card_of_words(card, past, wish->words, err)
                 : wish->title ? card_of_title(card, past, wish, err)
                               : card_of_item(card, past, wish, err);
    let_go(past);
    *out = card;
    return status;
}
