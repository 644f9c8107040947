/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The items of a meeting, each with what was before it. */
#include "config.h"

#include "brief.h"
#include "exempt.h"

#include <string.h>

/* "Why 95%? (for the Director)" */
static char *note_words(const void *parent, const struct note *note, const struct export_options *options)
{
    char *text = text_squeeze(parent, note->text, strlen(note->text));
    char *words = note->for_whom ? mem_printf(parent, "%s (for %s)", text, note->for_whom) : text;
    return exempt_guarded(parent, words, note->exempt, options);
}

/* What the member has noted at the item of POSITION, or at none that is told (0); questions are what the pages are for, other notes stay
 * private unless they are asked for. */
static void read_notes(struct brief *brief, int position, struct strings *questions, struct strings *noted, const struct export_options *options)
{
    for (size_t i = 0; i < brief->notes.n; i++) {
        const struct note *note = brief->notes.at[i];
        bool question = text_same(note->kind, NOTE_QUESTION);
        if (!note->text || brief->told[i] || (position && note_position(brief->meeting, note) != position) || (!question && !options->notes))
            continue;
        brief->told[i] = true;
        void *local = talloc_named_const(NULL, 0, "note");
        strings_add(brief, question ? questions : noted, note_words(local, note, options));
        talloc_free(local);
    }
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
    read_notes(brief, item->position, &entry->questions, &entry->noted, past->options);
    return read_before(brief, past, entry, err);
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
        status = store_notes(brief, store, brief->meeting->id, &brief->notes, err);
    if (status == STATUS_OK)
        status = past_read(brief, store, options, &past, err);
    brief->told = mem_zero_named(brief, brief->notes.n + 1, "told");
    for (size_t i = 0; status == STATUS_OK && i < brief->meeting->n_items; i++) {
        const struct item *item = &brief->meeting->items[i];
        if (is_left_out(item))
            brief->routine++;
        else
            status = read_item(brief, past, item, err);
    }
    if (status == STATUS_OK)
        read_notes(brief, 0, &brief->questions, &brief->noted, options);
    if (status != STATUS_OK)
        talloc_free(brief);
    else
        *out = brief;
    return status;
}
