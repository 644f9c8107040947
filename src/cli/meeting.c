/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* meeting details, part, join, add, withdraw: what the member states about a meeting. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <stdio.h>
#include <string.h>

static enum status find(struct call *call, const char *words, char **id, struct err *err)
{
    struct store *store;
    enum status status = call_store(call, STORE_READ, &store, err);
    if (status != STATUS_OK)
        return status;
    status = store_find_meeting(call->parent, store, words, call->program->as_at, id, err);
    talloc_free(store);
    return status;
}

static enum status meeting_details(struct call *call, const char *id, struct err *err)
{
    static const char *const fields[] = {"committee", "date", "council", "time"};
    struct date date;
    const char *day = call_option(call, "date");
    bool any = false;
    if (day && !date_parse_iso(day, &date))
        return err_set(err, STATUS_USAGE, "--date takes a day as YYYY-MM-DD, not '%s'", day);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < MB_LENGTH(fields) && status == STATUS_OK; i++) {
        const char *value = call_option(call, fields[i]);
        if (!value)
            continue;
        any = true;
        struct edit edit = {.kind = EDIT_MEETING_DETAIL, .target = id, .field = fields[i], .value = value};
        status = call_edit(call, &edit, err);
    }
    if (!any)
        return err_set(err, STATUS_USAGE, "say what is known: --committee NAME, --date YYYY-MM-DD, --time 10:30 or --council NAME");
    return status;
}

static enum status meeting_part(struct call *call, const char *id, struct err *err)
{
    struct edit edit = {.kind = EDIT_MEETING_PART, .target = id};
    return call_edit(call, &edit, err);
}

static enum status meeting_join(struct call *call, const char *id, struct err *err)
{
    char *other;
    if (call->n < 3)
        return err_set(err, STATUS_USAGE, "say with which: meeting join MEETING OTHER");
    enum status status = find(call, call->words[2], &other, err);
    if (status != STATUS_OK)
        return status;
    struct edit edit = {.kind = EDIT_MEETING_JOIN, .target = id, .value = other};
    return call_edit(call, &edit, err);
}

static enum status meeting_withdraw(struct call *call, const char *id, struct err *err)
{
    struct edit edit = {.kind = EDIT_MEETING_WITHDRAW, .target = id};
    return call_edit(call, &edit, err);
}

static enum status meeting_add(struct call *call, struct err *err)
{
    const char *day = call_option(call, "date"), *committee = call_option(call, "committee");
    struct entered_meeting entered = {.committee = (char *)committee, .venue = (char *)call_option(call, "venue")};
    if (call->n != 1 || !day || !committee)
        return err_set(err, STATUS_USAGE, "say: meeting add --committee NAME --date YYYY-MM-DD [--time 10:00] [--venue PLACE]");
    if (!date_parse_iso(day, &entered.date))
        return err_set(err, STATUS_USAGE, "--date takes a day as YYYY-MM-DD, not '%s'", day);
    const char *time = call_option(call, "time");
    entered.minutes_after_midnight = -1;
    if (time && !clock_parse(time, &entered.minutes_after_midnight))
        return err_set(err, STATUS_USAGE, "--time takes a time as 10.00 am, 14:30 or 7pm, not '%s'", time);
    struct edit edit = {.kind = EDIT_MEETING_ENTER, .entered = &entered};
    return call_edit(call, &edit, err);
}

static const struct verb {
    const char *name;
    enum status (*run)(struct call *call, const char *id, struct err *err);
} verbs[] = {{"details", meeting_details}, {"part", meeting_part}, {"join", meeting_join}, {"withdraw", meeting_withdraw}};

enum status run_meeting(struct call *call, struct err *err)
{
    char *id;
    if (call->n > 0 && strcmp(call->words[0], "add") == 0)
        return meeting_add(call, err);
    if (call->n < 2)
        return call_usage(call, err);
    for (size_t i = 0; i < MB_LENGTH(verbs); i++) {
        if (strcmp(verbs[i].name, call->words[0]) != 0)
            continue;
        enum status status = find(call, call->words[1], &id, err);
        return status == STATUS_OK ? verbs[i].run(call, id, err) : status;
    }
    return call_usage(call, err);
}
