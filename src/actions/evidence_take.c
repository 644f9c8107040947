/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Taking a place of the papers as evidence, whether it was proposed or is named by the member: one way to name it, so that the same
 * place is one place. */
#include "config.h"

#include "evidence.h"

#include <string.h>

char *evidence_item(const void *parent, const char *minute_number, const char *agenda_number, int position)
{
    if (minute_number)
        return mem_printf(parent, "m%s", minute_number);
    return agenda_number ? mem_printf(parent, "a%s", agenda_number) : mem_printf(parent, "@%d", position);
}

static bool same_number(const char *name, const char *number)
{
    return number && text_same_words(name, number);
}

/* An item has no minute before its meeting, and older rows keep the number as it was typed. */
static bool names_item(const char *name, const struct evidence *place)
{
    char mark = *name, *by_place = mem_printf(NULL, "@%d", place->position);
    bool same = strcmp(name, by_place) == 0 || (mark != 'a' && same_number(name + (mark == 'm'), place->minute_number)) ||
                (mark != 'm' && same_number(name + (mark == 'a'), place->agenda_number));
    talloc_free(by_place);
    return same;
}

bool evidence_is_entry(const struct evidence *place, const struct action_entry *entry)
{
    if (entry->kind != ENTRY_EVIDENCE || !entry->meeting_id || strcmp(entry->meeting_id, place->meeting_id) != 0)
        return false;
    return entry->item && place->position ? names_item(entry->item, place) : !entry->item && !place->position;
}

/* STATUS_CONFLICT where the row has that place, and WORDS, if there are any, are no news. */
static enum status refuse_twice(const void *parent, struct store *store, const struct action *action, const struct evidence *place,
                                const char *words, struct err *err)
{
    struct action_entries entries = {0};
    enum status status = store_entries(parent, store, action->id, &entries, err);
    for (size_t i = 0; i < entries.n && status == STATUS_OK; i++) {
        const struct action_entry *entry = entries.at[i];
        if (evidence_is_entry(place, entry) && (!words || (entry->text && text_same_words(entry->text, words))))
            status = err_set(err, STATUS_CONFLICT, "%s of %s is evidence of %s already", place->item ? place->item : "the meeting",
                             date_words(parent, place->date), action->reference ? action->reference : "this follow-up");
    }
    return status;
}

enum status evidence_prepare_take(const void *parent, struct store *store, const struct action *action, const struct evidence *evidence,
                                  struct edit *out, struct err *err)
{
    struct action_entry *entry = mem_new(parent, struct action_entry);
    char *words = evidence_words(entry, evidence);
    enum status status = refuse_twice(parent, store, action, evidence, NULL, err);
    if (status != STATUS_OK)
        return status;
    entry->kind = ENTRY_EVIDENCE;
    entry->date = evidence->date;
    entry->meeting_id = mem_strdup(entry, evidence->meeting_id);
    entry->item = mem_strdup(entry, evidence->item);
    entry->text = evidence->quote ? mem_strdup(entry, evidence->quote) : words;
    entry->exempt = evidence->exempt;
    return action_prepare_happened(parent, action, entry, NULL, 0, out, err);
}

/* WHERE, "MEETING[/ITEM]", as a place without anything that speaks for it. */
static enum status find_place(const void *parent, struct store *store, const char *where, struct date as_at, struct evidence *place, struct err *err)
{
    const char *stroke = strchr(where, '/');
    struct meeting *meeting;
    char *id;
    enum status status = store_find_meeting(parent, store, mem_strndup(parent, where, strcspn(where, "/")), as_at, &id, err);
    if (status == STATUS_OK)
        status = store_meeting(parent, store, id, &meeting, err);
    if (status == STATUS_OK && stroke)
        status = meeting_find_item(meeting, stroke + 1, &place->position, err);
    if (status != STATUS_OK)
        return status;
    const struct item *item = stroke ? meeting_item(meeting, place->position) : NULL;
    place->meeting_id = meeting->id;
    place->date = date_is_set(meeting->date) ? meeting->date : as_at;
    if (item) {
        place->minute_number = item->minute_number;
        place->agenda_number = item->agenda_number;
        place->item = evidence_item(parent, item->minute_number, item->agenda_number, item->position);
    }
    return STATUS_OK;
}

enum status evidence_prepare_place(const void *parent, struct store *store, const struct action *action, const char *where, const char *words,
                                   struct date as_at, struct edit *out, struct err *err)
{
    struct evidence place = {0};
    enum status status = find_place(parent, store, where, as_at, &place, err);
    words = words && *words ? words : NULL;
    if (status == STATUS_OK)
        status = refuse_twice(parent, store, action, &place, words, err);
    if (status != STATUS_OK)
        return status;
    struct action_entry *entry = mem_new(parent, struct action_entry);
    *entry = (struct action_entry){.kind = ENTRY_EVIDENCE, .date = place.date, .meeting_id = place.meeting_id, .item = place.item};
    entry->text = mem_strdup(entry, words);
    return action_prepare_happened(parent, action, entry, NULL, 0, out, err);
}
