/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The items of a meeting, each with what was before it. */
#include "config.h"

#include "brief.h"

#include <string.h>

/* What the member has noted to ask at ITEM of MEETING, in the order in which it was noted. */
static enum status read_questions(struct brief *brief, struct store *store, const struct item *item, struct strings *out, struct err *err)
{
    (void)brief, (void)store, (void)item, (void)err;
    *out = (struct strings){0};
    return STATUS_OK;
}

/* The work programme is on every agenda: of it only what is owed says something. */
static enum status read_before(struct brief *brief, struct past *past, struct brief_item *entry, struct err *err)
{
    const struct meeting *meeting = brief->meeting;
    const struct item *item = entry->item;
    entry->theme = themes_add(past->themes, item->title, meeting->committee, false);
    struct topic_search search = {.past = past, .theme = entry->theme,
                                  .committee = meeting->committee, .council = meeting->council, .before = meeting->date};
    enum status status = STATUS_OK;
    entry->card = mem_new(brief, struct topic_card);
    entry->card->name = mem_strdup(entry->card, item->title);
    for (size_t i = 0; i + 1 < brief->n_items && !entry->same; i++)
        if (!brief->items[i].same && theme_is_same(past->themes, brief->items[i].theme, entry->theme))
            entry->same = brief->items[i].item;
    if (entry->same)
        return STATUS_OK;
    if (!topic_is_routine(item->kind)) {
        status = topic_times(&search, entry->card, err);
        if (status == STATUS_OK)
            status = topic_named(&search, entry->card, meeting, item, err);
    }
    return status == STATUS_OK ? topic_promises(&search, entry->card, false, err) : status;
}

static enum status read_item(struct brief *brief, struct past *past, const struct item *item, struct err *err)
{
    struct brief_item *entry = mem_append(brief, brief->items, brief->n_items);
    *entry = (struct brief_item){.item = item};
    enum status status = read_before(brief, past, entry, err);
    return status == STATUS_OK ? read_questions(brief, past->store, item, &entry->questions, err) : status;
}

/* On every agenda, and nothing is asked at it. */
static bool is_left_out(const struct item *item)
{
    return item_is_routine(item) || (item->kind && strcmp(item->kind, "exclusion") == 0) || !item->title;
}

enum status brief_read(const void *parent, struct store *store, const char *meeting_id, const struct export_options *options,
                       struct brief **out, struct err *err)
{
    struct brief *brief = mem_new(parent, struct brief);
    struct past *past = NULL;
    enum status status = store_meeting(brief, store, meeting_id, &brief->meeting, err);
    if (status == STATUS_OK)
        status = past_read(brief, store, options, &past, err);
    for (size_t i = 0; status == STATUS_OK && i < brief->meeting->n_items; i++) {
        const struct item *item = &brief->meeting->items[i];
        if (is_left_out(item))
            brief->routine++;
        else
            status = read_item(brief, past, item, err);
    }
    if (status != STATUS_OK)
        talloc_free(brief);
    else
        *out = brief;
    return status;
}
