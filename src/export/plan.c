/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which export is meant by the words of a command line or of a prompt. What is written is told elsewhere in this room. */
#include "config.h"

#include <minutebook/export_chase.h>

#include <string.h>

#define PROFILE_DEFAULT "plain"

static enum status write_tracker(struct sink *sink, struct export_plan *plan, struct err *err)
{
    return export_tracker(sink, plan->store, plan->profile, plan->sheet, &plan->options, &plan->rows, err);
}

static enum status write_calendar(struct sink *sink, struct export_plan *plan, struct err *err)
{
    return export_calendar(sink, plan->store, &plan->options, &plan->rows, err);
}

static enum status write_tasks(struct sink *sink, struct export_plan *plan, struct err *err)
{
    return export_tasks(sink, plan->store, &plan->options, &plan->rows, err);
}

static enum status write_programme(struct sink *sink, struct export_plan *plan, struct err *err)
{
    return export_programme_draft(sink, plan->store, plan->profile, plan->sheet, plan->committee, &plan->options, &plan->rows, err);
}

/* Forms for other programs, which have no columns. */
static const struct {
    const char *format;
    enum status (*write)(struct sink *sink, struct export_plan *plan, struct err *err);
} others[] = {{"ics", write_calendar}, {"taskwarrior", write_tasks}};

typedef enum status write_plan(struct sink *sink, struct export_plan *plan, struct err *err);

static write_plan *other_of(const char *format)
{
    for (size_t i = 0; format && i < MB_LENGTH(others); i++)
        if (strcmp(others[i].format, format) == 0)
            return others[i].write;
    return NULL;
}

bool export_is_planned(const struct export_wish *wish)
{
    enum sheet_format sheet;
    bool for_people = wish->format && sheet_format_parse(wish->format, &sheet) && sheet != SHEET_CSV && sheet != SHEET_TSV;
    return wish->with_changes || (strcmp(wish->list, "actions") == 0 && (wish->profile || for_people || other_of(wish->format)));
}

enum status export_plan_read(const struct profiles *profiles, const struct export_wish *wish, const struct export_options *options,
                             struct export_plan *out, struct err *err)
{
    write_plan *other = wish->with_changes ? NULL : other_of(wish->format);
    *out = (struct export_plan){.options = *options, .sheet = SHEET_TEXT, .committee = wish->committee};
    if (wish->with_changes && strcmp(wish->list, "programme") != 0)
        return err_set(err, STATUS_USAGE, "--with-changes is for 'export programme'");
    if (wish->committee && !wish->with_changes)
        return err_set(err, STATUS_USAGE, "--committee is for 'export programme --with-changes'");
    if (other && wish->profile)
        return err_set(err, STATUS_USAGE, "a profile is of columns, and %s has none", wish->format);
    out->write = other ? other : wish->with_changes ? write_programme : write_tracker;
    if (other)
        return STATUS_OK;
    if (wish->format && !sheet_format_parse(wish->format, &out->sheet))
        return err_set(err, STATUS_USAGE, "in the columns of a profile there are the formats text, csv, tsv, md and html, not '%s'", wish->format);
    out->for_people = out->sheet == SHEET_TEXT;
    return profile_find(profiles, wish->profile ? wish->profile : PROFILE_DEFAULT, &out->profile, err);
}

enum status export_plan_write(struct sink *sink, void *with, struct err *err)
{
    struct export_plan *plan = with;
    return plan->write(sink, plan, err);
}
