/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which rows of the tracker are wanted: "by Chairman; older 28". Each part names a field and what is to be in it; a part
 * without a field is looked for in all that a row says. Pure. */
#include "config.h"

#include "actions.h"

#include <stdlib.h>
#include <string.h>

/* ---- what a row has ------------------------------------------------------------------------------------------ */

static const char *of_owner(const struct action *action) { return action->owner; }
static const char *of_recipient(const struct action *action) { return action->recipient; }
static const char *of_committee(const struct action *action) { return action_follower(action); }
static const char *of_kind(const struct action *action) { return fact_follow_up_kind(action); }
static const char *of_status(const struct action *action) { return action->status ? action->status : action_statuses[0]; }
static const char *of_step(const struct action *action) { return action->step; }
static const char *of_tags(const struct action *action) { return action->tags; }
static const char *of_portfolio(const struct action *action) { return action->portfolio; }

/* The parts that say what is in a field; what is to check has some of them. */
static const struct {
    const char *name;
    const char *(*of)(const struct action *);
    bool to_check;
} fields[] = {
    {"by", of_owner, true},       {"to", of_recipient, true}, {"committee", of_committee, true}, {"kind", of_kind, true},
    {"status", of_status, false}, {"step", of_step, false},   {"tag", of_tags, false},           {"portfolio", of_portfolio, false},
};

/* And those that say how it stands. */
static const struct {
    const char *name;
    enum action_group group;
} standings[] = {
    {"overdue", GROUP_OVERDUE}, {"undated", GROUP_UNDATED}, {"changes", GROUP_PROGRAMME}, {"waiting", GROUP_WAITING}, {"done", GROUP_DONE},
};

static bool holds(const char *text, const char *folded)
{
    char *own = text ? text_fold(NULL, text) : NULL;
    bool found = own && strstr(own, folded);
    talloc_free(own);
    return found;
}

/* ---- reading ---------------------------------------------------------------------------------------------------- */

static bool is_word(const char *text, size_t n, const char *word)
{
    return strlen(word) == n && memcmp(text, word, n) == 0;
}

static enum status read_part(struct actions_filter *filter, const char *text, struct err *err)
{
    size_t n = strcspn(text, " \t");
    const char *value = text + n + strspn(text + n, " \t");
    struct filter_part part = {.kind = FILTER_ANY, .value = text_fold(filter, text)};
    for (size_t i = 0; i < MB_LENGTH(fields) && *value; i++)
        if (is_word(text, n, fields[i].name))
            part = (struct filter_part){FILTER_FIELD, (int)i, text_fold(filter, value)};
    for (size_t i = 0; i < MB_LENGTH(standings) && !*value; i++)
        if (is_word(text, n, standings[i].name))
            part = (struct filter_part){.kind = FILTER_STANDING, .which = (int)standings[i].group};
    if (is_word(text, n, "chased") && !*value)
        part = (struct filter_part){.kind = FILTER_CHASED};
    if (is_word(text, n, "older") && *value) {
        char *end;
        long days = strtol(value, &end, 10);
        if (*end || days < 0 || days > 36500)
            return err_set(err, STATUS_USAGE, "older takes days: older 28");
        part = (struct filter_part){.kind = FILTER_OLDER, .which = (int)days};
    }
    if (filter->n == FILTER_MOST)
        return err_set(err, STATUS_USAGE, "a filter has at most %d parts", FILTER_MOST);
    filter->at[filter->n++] = part;
    return STATUS_OK;
}

enum status filter_parse(const void *parent, const char *line, struct actions_filter **out, struct err *err)
{
    struct actions_filter *filter = mem_new(parent, struct actions_filter);
    enum status status = STATUS_OK;
    filter->line = text_squeeze(filter, line, strlen(line));
    for (const char *at = filter->line; *at && status == STATUS_OK;) {
        size_t n = strcspn(at, ";");
        char *part = text_squeeze(filter, at, n);
        if (*part)
            status = read_part(filter, part, err);
        at += n + (at[n] == ';');
    }
    if (status == STATUS_OK && filter->n == 0)
        status = err_set(err, STATUS_USAGE, "which rows? by chairman; to, committee, kind, status, tag, older 28, overdue, or words");
    if (status != STATUS_OK)
        talloc_free(filter);
    *out = status == STATUS_OK ? filter : NULL;
    return status;
}

void filter_names(const void *parent, const char *begin, struct strings *out)
{
    static const char *const others[] = {"chased", "older"};
    for (size_t i = 0; i < MB_LENGTH(fields); i++)
        if (text_starts(fields[i].name, begin))
            strings_add(parent, out, fields[i].name);
    for (size_t i = 0; i < MB_LENGTH(standings); i++)
        if (text_starts(standings[i].name, begin))
            strings_add(parent, out, standings[i].name);
    for (size_t i = 0; i < MB_LENGTH(others); i++)
        if (text_starts(others[i], begin))
            strings_add(parent, out, others[i]);
}

/* ---- taking ------------------------------------------------------------------------------------------------------ */

static bool takes_any(const struct action *action, const char *words)
{
    const char *const texts[] = {action->reference, action->subject,   action->quote, action->own_words, action->owner, action->recipient,
                                 action->due_text,  action->committee, action->note,  action->tags,      action->portfolio, action->item_title,
                                 action->carried_to};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        if (holds(texts[i], words))
            return true;
    return action_is_cited(action, words);
}

static bool is_older(const struct action *action, struct date as_at, int days)
{
    return date_is_set(action->meeting_date) && date_days(as_at) - date_days(action->meeting_date) >= days;
}

static bool takes_part(const struct filter_part *part, const struct action *action, struct date as_at)
{
    switch (part->kind) {
    case FILTER_FIELD: {
        const char *value = fields[part->which].of(action);
        return strcmp(part->value, "none") == 0 ? !value || !*value : holds(value, part->value);
    }
    case FILTER_STANDING:
        return action_group_of(action, as_at) == (enum action_group)part->which;
    case FILTER_CHASED:
        return action->entries.chases > 0;
    case FILTER_OLDER:
        return is_older(action, as_at, part->which);
    case FILTER_ANY:
        break;
    }
    return takes_any(action, part->value);
}

bool filter_takes(const struct actions_filter *filter, const struct action *action, struct date as_at)
{
    if (filter && filter->by_ids)
        return id_set_has(&filter->ids, action->id);
    for (size_t i = 0; filter && i < filter->n; i++)
        if (!takes_part(&filter->at[i], action, as_at))
            return false;
    return true;
}

static bool is_of_committee(const struct filter_part *part)
{
    return part->kind == FILTER_FIELD && fields[part->which].of == of_committee;
}

static bool is_of_finds(const struct filter_part *part)
{
    return part->kind == FILTER_FIELD ? fields[part->which].to_check : part->kind == FILTER_ANY || part->kind == FILTER_OLDER;
}

bool filter_takes_meeting(const struct actions_filter *filter, const struct surveyed *meeting)
{
    const struct action of_meeting = {.committee = meeting->committee};
    for (size_t i = 0; filter && i < filter->n; i++)
        if (is_of_committee(&filter->at[i]) && !takes_part(&filter->at[i], &of_meeting, (struct date){0}))
            return false;
    return !filter_hides_to_check(filter);
}

bool filter_hides_to_check(const struct actions_filter *filter)
{
    if (filter && filter->by_ids)
        return true;
    for (size_t i = 0; filter && i < filter->n; i++)
        if (!is_of_finds(&filter->at[i]))
            return true;
    return false;
}

bool filter_reads_to_check(const struct actions_filter *filter)
{
    for (size_t i = 0; filter && i < filter->n; i++)
        if (!is_of_committee(&filter->at[i]))
            return !filter_hides_to_check(filter);
    return false;
}

/* ---- on the command line --------------------------------------------------------------------------------------------- */

struct actions_choice {
    struct actions_filter *filter;
    struct date as_at;
};

enum status actions_choice_new(const void *parent, const char *line, struct date as_at, struct actions_choice **out, struct err *err)
{
    struct actions_choice *choice = mem_new(parent, struct actions_choice);
    choice->as_at = as_at;
    enum status status = filter_parse(choice, line, &choice->filter, err);
    *out = status == STATUS_OK ? choice : NULL;
    return status;
}

const char *actions_choice_line(const struct actions_choice *choice)
{
    return choice->filter->line;
}

bool actions_choice_wants(const struct action *action, const void *choice)
{
    const struct actions_choice *by = choice;
    if (action->state == ACTION_TO_CHECK && filter_hides_to_check(by->filter))
        return false;
    return filter_takes(by->filter, action, by->as_at);
}
