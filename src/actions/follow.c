/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What happened to a follow-up, from the member's words to one change of the store: a chase, an answer, an update, a step of a
 * letter. What follows from it by itself (field.md 6, "closing rules") is made in the same change; nothing is ever closed. */
#include "config.h"

#include "private.h"

#include <string.h>

#define CHANGES_MOST 3 /* an entry, a step, a status */

static void set_field(struct edit *edit, const char *target, const char *field, const char *value)
{
    *edit = (struct edit){.kind = EDIT_ACTION_SET, .target = target, .field = field, .value = value};
}

static const char *name_of(const struct action *action)
{
    return action->reference ? action->reference : "this follow-up";
}

static bool is_step(const struct action *action, const char *step)
{
    const char *const *steps = action_steps_of(action);
    for (size_t i = 0; steps[i]; i++)
        if (strcmp(steps[i], step) == 0)
            return true;
    return false;
}

/* Is STEP behind the one ACTION has come to? */
static bool is_later(const struct action *action, const char *step)
{
    size_t now = 0, then = 0;
    while (action_steps[now] && !(action->step && strcmp(action_steps[now], action->step) == 0))
        now++;
    while (action_steps[then] && strcmp(action_steps[then], step) != 0)
        then++;
    return !action_steps[now] || then > now;
}

static bool not_begun(const struct action *action)
{
    return !action->status || strcmp(action->status, "not started") == 0;
}

enum status action_prepare_happened(const void *parent, const struct action *action, const struct action_entry *entry,
                                    const void *file, size_t file_n, struct edit *out, struct err *err)
{
    struct edit *edits = mem_zero_named(parent, CHANGES_MOST * sizeof *edits, "struct edit");
    const char *target = mem_strdup(parent, action->id), *step = entry->told ? "told to members" : "answered";
    size_t n = 0;
    if (action->state != ACTION_KEPT)
        return err_set(err, STATUS_USAGE, "%s is not on the tracker", name_of(action));
    edits[n++] = (struct edit){.kind = EDIT_ENTRY_ADD, .target = target, .entry = entry, .file = file, .file_n = file_n};
    if (entry->kind == ENTRY_ANSWER && is_step(action, step) && is_later(action, step))
        set_field(&edits[n++], target, "step", step);
    if (entry->kind == ENTRY_CHASE && not_begun(action))
        set_field(&edits[n++], target, "status", "awaiting response");
    *out = edits[0];
    if (n > 1)
        *out = (struct edit){.kind = EDIT_SEVERAL, .edits = edits, .n_edits = n, .value = mem_printf(parent, "%s %s", name_of(action), entry_words(parent, entry))};
    return STATUS_OK;
}

/* The day before the first colon, or the day alone; bytes used with the colon and blanks. */
static size_t day_before(const char *words, struct date as_at, struct date *day)
{
    bool has_year;
    size_t used = date_scan(words, day, &has_year);
    size_t end = used + strspn(words + used, " \t");
    if (used == 0 || (words[end] && words[end] != ':'))
        return 0;
    if (!has_year) {
        day->year = as_at.year;
        if (date_compare(*day, as_at) > 0)
            day->year--;
    }
    end += words[end] == ':';
    return end + strspn(words + end, " \t");
}

enum status action_entry_parse(const void *parent, enum entry_kind kind, const char *words, struct date as_at, struct action_entry **out,
                               struct err *err)
{
    struct action_entry *entry = mem_new(parent, struct action_entry);
    char *text = text_trim(mem_strdup(entry, words ? words : ""));
    entry->kind = kind;
    text += day_before(text, as_at, &entry->date);
    if (!date_is_real(entry->date))
        entry->date = as_at;
    entry->text = *text ? mem_strdup(entry, text) : NULL;
    *out = entry;
    if (entry->text || kind == ENTRY_CHASE)
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, "say what the %s is: \"12 Nov: ...\", or without a day", entry_kind_name(kind));
}

enum status action_prepare_entry(const void *parent, const struct action *action, enum entry_kind kind, const char *words,
                                 struct date as_at, struct edit *out, struct err *err)
{
    struct action_entry *entry;
    enum status status = action_entry_parse(parent, kind, words, as_at, &entry, err);
    return status == STATUS_OK ? action_prepare_happened(parent, action, entry, NULL, 0, out, err) : status;
}

void edits_add(const void *parent, struct edit **edits, size_t *n, const struct edit *edit)
{
    for (size_t i = 0; edit->kind == EDIT_SEVERAL && i < edit->n_edits; i++) {
        struct edit *part = mem_append(parent, *edits, *n);
        *part = edit->edits[i];
        part->day = date_is_set(part->day) ? part->day : edit->day;
    }
    if (edit->kind != EDIT_SEVERAL)
        *mem_append(parent, *edits, *n) = *edit;
}

enum status action_prepare_chases(const void *parent, struct store *store, const struct strings *ids, struct date day, struct edit *out,
                                  struct err *err)
{
    struct edit *edits = NULL, edit;
    size_t n = 0;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < ids->n && status == STATUS_OK; i++) {
        struct action *action;
        status = store_action(parent, store, ids->at[i], &action, err);
        if (status == STATUS_OK)
            status = action_prepare_entry(parent, action, ENTRY_CHASE, "", day, &edit, err);
        if (status == STATUS_OK)
            edits_add(parent, &edits, &n, &edit);
    }
    *out = (struct edit){.kind = EDIT_SEVERAL, .edits = edits, .n_edits = n,
                         .value = mem_printf(parent, "%zu follow-up%s chased", ids->n, ids->n == 1 ? "" : "s")};
    return status;
}

static char *steps_words(const void *parent, const char *const *steps)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; steps[i]; i++)
        buf_printf(&out, "%s%s", i ? ", " : "", steps[i]);
    return buf_take(&out);
}

enum status action_prepare_step(const void *parent, const struct action *action, const char *step, struct date as_at,
                                struct edit *out, struct err *err)
{
    struct action_entry *entry = mem_new(parent, struct action_entry);
    struct edit *edits = mem_zero_named(parent, CHANGES_MOST * sizeof *edits, "struct edit");
    if (!is_step(action, step))
        return err_set(err, STATUS_USAGE, "\"%s\" is no step of this follow-up: %s", step, steps_words(entry, action_steps_of(action)));
    entry->kind = ENTRY_UPDATE;
    entry->date = as_at;
    entry->text = mem_strdup(entry, step);
    edits[0] = (struct edit){.kind = EDIT_ENTRY_ADD, .target = mem_strdup(parent, action->id), .entry = entry};
    set_field(&edits[1], edits[0].target, "step", mem_strdup(parent, step));
    size_t n = 2;
    if (not_begun(action))
        set_field(&edits[n++], edits[0].target, "status", strcmp(step, "sent") == 0 ? "awaiting response" : "in progress");
    *out = (struct edit){.kind = EDIT_SEVERAL, .edits = edits, .n_edits = n,
                         .value = mem_printf(parent, "%s %s", name_of(action), step)};
    return STATUS_OK;
}
