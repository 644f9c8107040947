/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words a follow-up may bear: where it stands between paper and tracker, how the work goes, how far a letter has come,
 * what the executive answered. */
#include "config.h"

#include <minutebook/model_action.h>

#include <string.h>

/* ---- between the paper and the tracker ------------------------------------------------------ */

static const struct {
    const char *name, *words;
} states[] = {
    [ACTION_KEPT] = {"confirmed", "on the tracker"},
    [ACTION_TO_CHECK] = {"candidate", "to check"},
    [ACTION_REFUSED] = {"dismissed", "not a follow-up"},
};

const char *action_state_name(enum action_state state)
{
    return states[(unsigned)state < MB_LENGTH(states) ? state : ACTION_KEPT].name;
}

const char *action_state_words(enum action_state state)
{
    return states[(unsigned)state < MB_LENGTH(states) ? state : ACTION_KEPT].words;
}

bool action_state_parse(const char *name, enum action_state *state)
{
    for (size_t i = 0; i < MB_LENGTH(states); i++) {
        if (strcmp(states[i].name, name) == 0) {
            *state = (enum action_state)i;
            return true;
        }
    }
    return false;
}

/* ---- how the work goes ----------------------------------------------------------------------- */

const char *const action_classes[] = {"action", "information_request", "recommendation", "resolution", "work_programme_change", NULL};
const char *const action_statuses[] = {"not started", "in progress", "awaiting response", "complete", "superseded",
                                       "no longer feasible", NULL};

bool action_status_is_open(const char *status)
{
    static const char *const closed[] = {"complete", "superseded", "no longer feasible"};
    for (size_t i = 0; status && i < MB_LENGTH(closed); i++)
        if (strcmp(status, closed[i]) == 0)
            return false;
    return true;
}

const char *action_follower(const struct action *action)
{
    return action->carried_to && *action->carried_to ? action->carried_to : action->committee;
}

char *action_follower_words(const void *parent, const struct action *action)
{
    const char *follower = action_follower(action);
    if (!follower)
        return NULL;
    return follower == action->committee || !action->committee ? mem_strdup(parent, follower)
                                                               : mem_printf(parent, "%s" ACTION_CARRIED_FROM "%s)", follower, action->committee);
}

const char *const action_responses[] = {"accepted", "accepted in part", "accepted in principle", "refused", NULL};
const char *const action_rags[] = {"red", "amber", "green", NULL};
const char *const action_steps[] = {"drafted", "sent", "acknowledged", "answered", "told to members", "reported", "implemented", NULL};

/* What field.md 6 says closes each kind, step by step; the first that fits. */
static const char *const letter_steps[] = {"drafted", "sent", "acknowledged", "answered", "told to members", "reported", NULL};
static const char *const request_steps[] = {"sent", "answered", "told to members", NULL};
static const char *const recommendation_steps[] = {"sent", "acknowledged", "answered", "implemented", NULL};
static const char *const referral_steps[] = {"sent", "answered", "reported", NULL};
static const char *const other_steps[] = {"reported", NULL};

static const struct {
    const char *class, *kind; /* NULL: any */
    const char *const *steps;
} steps_of[] = {
    {NULL, "letter", letter_steps},
    {NULL, "referral", referral_steps},
    {NULL, "pass_on", referral_steps},
    {"information_request", NULL, request_steps},
    {"recommendation", NULL, recommendation_steps},
    {NULL, NULL, other_steps},
};

static bool fits(const char *wanted, const char *word)
{
    return !wanted || (word && strcmp(wanted, word) == 0);
}

const char *const *action_steps_of(const struct action *action)
{
    size_t i = 0;
    while (!fits(steps_of[i].class, action->class) || !fits(steps_of[i].kind, action->kind))
        i++;
    return steps_of[i].steps;
}

/* ---- what became of it ------------------------------------------------------------------------ */

#define SHOWN_CELLS 60 /* of what happened */

static const char *const entry_kinds[ENTRY_KINDS] = {"update", "chase", "answer", "evidence"};

const char *entry_kind_name(enum entry_kind kind)
{
    return entry_kinds[(unsigned)kind < ENTRY_KINDS ? kind : ENTRY_UPDATE];
}

bool entry_kind_parse(const char *name, enum entry_kind *kind)
{
    for (size_t i = 0; i < ENTRY_KINDS; i++) {
        if (strcmp(entry_kinds[i], name) == 0) {
            *kind = (enum entry_kind)i;
            return true;
        }
    }
    return false;
}

char *entry_words(const void *parent, const struct action_entry *entry)
{
    const char *text = entry->text ? entry->text : entry->file_name ? entry->file_name : entry->url;
    void *scratch = talloc_named_const(NULL, 0, "entry_words");
    struct safe safe = safe_line(scratch, text ? text : "");
    char *shown = text_cut(scratch, text_squeeze(scratch, safe.text, safe.len), SHOWN_CELLS, false);
    bool dated = date_is_set(entry->date);
    char *words = mem_printf(parent, "%s%s%s%s%s", entry_kind_name(entry->kind), dated ? ", " : "",
                             dated ? date_words(scratch, entry->date) : "", text ? ": " : "", shown);
    talloc_free(scratch);
    return words;
}
