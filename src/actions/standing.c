/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How a follow-up stands as at a day, in the words of screens.md 2: overdue says which date passed, a
 * date that the paper gives or the member's own; what has no date says how long ago it was asked. */
#include "config.h"

#include "private.h"

#include <string.h>

/* A change to the work programme is kept when a published programme shows it, not when its month is
 * over (design.md 4): its month never makes it overdue. */
static bool has_deadline(const struct action *action)
{
    return date_is_set(action->due.to) && !(action->class && strcmp(action->class, "work_programme_change") == 0);
}

static bool has_passed(struct date date, struct date as_at)
{
    return date_is_set(date) && date_is_set(as_at) && date_compare(date, as_at) < 0;
}

bool action_is_overdue(const struct action *action, struct date as_at)
{
    return action_standing(action, as_at) == STANDING_OVERDUE;
}

enum status actions_overdue(const void *parent, struct store *store, struct date as_at, struct strings *ids, struct err *err)
{
    struct actions actions;
    void *scratch = talloc_named_const(NULL, 0, "overdue");
    enum status status = store_actions(scratch, store, &actions, err);
    for (size_t i = 0; status == STATUS_OK && i < actions.n; i++) {
        const struct action *action = actions.at[i];
        if (action->state == ACTION_KEPT && !action->deleted && action_is_overdue(action, as_at))
            strings_add(parent, ids, action->id);
    }
    talloc_free(scratch);
    return status;
}

enum action_standing action_standing(const struct action *action, struct date as_at)
{
    if (!action_status_is_open(action->status))
        return STANDING_CLOSED;
    if ((has_deadline(action) && has_passed(action->due.to, as_at)) || has_passed(action->chase_date, as_at))
        return STANDING_OVERDUE;
    return date_is_set(action->due.to) || date_is_set(action->chase_date) ? STANDING_DUE : STANDING_UNDATED;
}

bool action_is_answered(const struct action *action)
{
    static const char *const steps[] = {"answered", "told to members", "reported", "implemented"};
    bool step = false;
    for (size_t i = 0; i < MB_LENGTH(steps); i++)
        step = step || text_same(action->step, steps[i]);
    return step || action->entries.answers > 0 || action->response || date_is_set(action->response_date) ||
           (action->status && strcmp(action->status, "complete") == 0);
}

struct date action_overdue_since(const struct action *action, struct date as_at)
{
    if (!action_is_overdue(action, as_at))
        return (struct date){0};
    return has_deadline(action) && has_passed(action->due.to, as_at) ? action->due.to : action->chase_date;
}

/* ---- words -------------------------------------------------------------------------------- */

static char *days_words(const void *parent, int days)
{
    return mem_printf(parent, "%d day%s", days, days == 1 ? "" : "s");
}

/* The date by which it is due is the minutes' where the sentence, or else the table that it was found in, says it;
 * else the member typed it. */
static bool due_is_own(const void *parent, const struct action *action)
{
    const char *basis = action->due_basis ? action->due_basis : "";
    size_t n = strlen(basis), hand = strlen(DUE_BY_HAND);
    if (action->quote && action->due_text && strstr(text_fold(parent, action->quote), text_fold(parent, action->due_text)))
        return false;
    return !action->rule || (n >= hand && strcmp(basis + n - hand, DUE_BY_HAND) == 0);
}

static char *overdue_words(const void *parent, const struct action *action, struct date as_at)
{
    bool due = has_deadline(action) && has_passed(action->due.to, as_at);
    bool own = has_passed(action->chase_date, as_at);
    struct date passed = action_overdue_since(action, as_at);
    char *own_days = own ? days_words(parent, date_days(as_at) - date_days(action->chase_date)) : NULL;
    if (!due)
        return mem_printf(parent, "%s overdue (your own date)", own_days);
    bool typed = due_is_own(parent, action);
    return mem_printf(parent, "%s overdue (%s%s%s%s)", days_words(parent, date_days(as_at) - date_days(passed)),
                      typed ? "your own date" : "date in the minutes",
                      !own ? "" : typed ? "; to chase " : "; your own date ", own ? own_days : "", own ? " ago" : "");
}

/* "16 November 2022", or the words where they allow no single day. */
static char *due_words(const void *parent, const struct action *action)
{
    bool day = date_is_set(action->due.to) && date_compare(action->due.from, action->due.to) == 0;
    return day ? date_words(parent, action->due.to) : mem_strdup(parent, action->due_text);
}

static char *open_words(const void *parent, const struct action *action, struct date as_at)
{
    if (date_is_set(action->chase_date)) /* not passed yet: what the member works by */
        return date_compare(action->chase_date, as_at) == 0
                   ? mem_strdup(parent, "to chase today (your own date)")
                   : mem_printf(parent, "to chase %s (your own date)", date_words(parent, action->chase_date));
    if (!has_deadline(action))
        return mem_printf(parent, "planned for %s", due_words(parent, action));
    if (date_compare(action->due.to, as_at) == 0)
        return mem_strdup(parent, "due today");
    return mem_printf(parent, "due %s", due_words(parent, action));
}

static char *undated_words(const void *parent, const struct action *action, struct date as_at)
{
    const char *given = action->due_text ? action->due_text : "no date given";
    if (!date_is_set(action->meeting_date) || !date_is_set(as_at) || date_compare(action->meeting_date, as_at) > 0)
        return mem_strdup(parent, given);
    int days = date_days(as_at) - date_days(action->meeting_date);
    return days == 0 ? mem_printf(parent, "%s, asked today", given)
                     : mem_printf(parent, "%s, asked %s ago", given, days_words(parent, days));
}

char *action_when_words(const void *parent, const struct action *action, struct date as_at)
{
    void *scratch = talloc_new(parent);
    const char *words = NULL;
    switch (action_standing(action, as_at)) {
    case STANDING_OVERDUE:
        words = overdue_words(scratch, action, as_at);
        break;
    case STANDING_DUE:
        words = open_words(scratch, action, as_at);
        break;
    case STANDING_UNDATED:
        words = undated_words(scratch, action, as_at);
        break;
    case STANDING_CLOSED:
        words = due_words(scratch, action);
        words = words ? mem_printf(scratch, "was due %s", words) : "no date given";
        break;
    }
    char *copy = mem_strdup(parent, words);
    talloc_free(scratch);
    return copy;
}

const char *action_summary(const struct action *action)
{
    const char *const texts[] = {action->subject, action->quote, action->own_words, action->item_title, ""};
    size_t i = 0;
    while (!texts[i])
        i++;
    return texts[i];
}
