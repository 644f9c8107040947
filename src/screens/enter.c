/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Meetings entered by hand, because no paper of them is held yet: the line that says which, and taking one
 * back. The change itself is a job. */
#include "config.h"

#include "private.h"

#include <string.h>

enum { PART_COMMITTEE, PART_DAY, PART_TIME, PART_VENUE, PARTS };

/* The parts of a line between its semicolons, trimmed; "" where one is left out. The last takes the rest. */
static void split_line(const void *local, const char *line, char *parts[PARTS])
{
    char *at = mem_strdup(local, line);
    for (int i = 0; i < PARTS; i++) {
        char *end = i + 1 < PARTS ? strchr(at, ';') : NULL;
        if (end)
            *end = '\0';
        parts[i] = text_trim(at);
        at = end ? end + 1 : at + strlen(at);
    }
}

static bool is_rest_blank(const char *rest)
{
    return rest[strspn(rest, " \t.,")] == '\0';
}

/* "16 Nov", "10 May 2019", "2019-05-10"; without a year the next such day that comes. */
static enum status parse_day(const char *words, struct date as_at, struct date *day, struct err *err)
{
    bool has_year = true;
    size_t n = 0;
    if (date_parse_iso(words, day))
        return STATUS_OK;
    n = date_scan(words, day, &has_year);
    if (n == 0 || !is_rest_blank(words + n))
        return err_set(err, STATUS_USAGE, "“%.100s” is no day: write 16 Nov, 10 May 2019 or 2019-05-10", words);
    for (int year = as_at.year; !has_year && year <= as_at.year + 8; year++) { /* 29 February comes every fourth or eighth */
        day->year = year;
        if (date_is_real(*day) && date_compare(*day, as_at) >= 0)
            break;
    }
    if (!date_is_real(*day))
        return err_set(err, STATUS_USAGE, "“%.100s” is no day of the calendar", words);
    return STATUS_OK;
}

static enum status parse_line(const void *local, const char *line, struct date as_at, struct entered_meeting *out,
                              struct err *err)
{
    char *parts[PARTS];
    split_line(local, line, parts);
    *out = (struct entered_meeting){.minutes_after_midnight = -1};
    if (!*parts[PART_COMMITTEE] || !*parts[PART_DAY])
        return err_set(err, STATUS_USAGE, "which committee meets, and when? Health Panel; 16 Nov; 10.00 am; County Hall");
    out->committee = parts[PART_COMMITTEE];
    enum status status = parse_day(parts[PART_DAY], as_at, &out->date, err);
    if (status != STATUS_OK)
        return status;
    if (*parts[PART_TIME] && !clock_parse(parts[PART_TIME], &out->minutes_after_midnight))
        return err_set(err, STATUS_USAGE, "“%.100s” is no time: write 10.00 am, 14:30 or 7pm", parts[PART_TIME]);
    out->venue = *parts[PART_VENUE] ? parts[PART_VENUE] : NULL;
    return STATUS_OK;
}

/* A committee that is known keeps the name it has in papers, however it was typed. */
static enum status known_name(const void *local, struct browser *browser, char **committee, struct err *err)
{
    struct meeting_rows rows = {0};
    enum status status = browser->store ? store_meetings(local, browser->store, &rows, err) : STATUS_OK;
    const char *typed = text_fold(local, *committee);
    for (size_t i = 0; status == STATUS_OK && i < rows.n; i++)
        if (rows.at[i].committee && strcmp(text_fold(local, rows.at[i].committee), typed) == 0) {
            *committee = rows.at[i].committee;
            break;
        }
    return status;
}

unsigned enter_answer(struct browser *browser, const char *line)
{
    struct err err;
    void *local = talloc_named_const(NULL, 0, "enter");
    struct entered_meeting meeting;
    enum status status = parse_line(local, line, browser->program->as_at, &meeting, &err);
    if (status == STATUS_OK)
        status = known_name(local, browser, &meeting.committee, &err);
    unsigned reactions;
    if (status == STATUS_OK) {
        struct edit edit = {.kind = EDIT_MEETING_ENTER, .entered = &meeting};
        reactions = job_queue_edit(browser, &edit);
    } else {
        reactions = browser_fail(browser, &err) | browser_ask_with(browser, PROMPT_ENTER, line);
    }
    talloc_free(local);
    return reactions;
}

const char *browser_committee_here(const void *local, struct browser *browser)
{
    struct screen *screen = browser_top(browser);
    const char *id = screen->ops->meeting_id ? screen->ops->meeting_id(screen) : NULL, *only = NULL;
    struct meeting_rows rows;
    if (!browser->store || store_meetings(local, browser->store, &rows, NULL) != STATUS_OK)
        return "";
    bool several = false;
    for (size_t i = 0; i < rows.n; i++) {
        const char *committee = rows.at[i].committee;
        if (committee && id && strcmp(rows.at[i].id, id) == 0)
            return committee;
        several = several || (committee && only && strcmp(committee, only) != 0);
        only = committee ? committee : only;
    }
    return only && !several ? only : "";
}

unsigned enter_ask(struct browser *browser, const char *committee, struct date day)
{
    if (job_refused(browser))
        return REACT_REDRAW;
    void *local = talloc_named_const(NULL, 0, "enter");
    const char *name = committee ? committee : browser_committee_here(local, browser);
    const char *line = date_is_set(day) ? mem_printf(local, "%s; %s; ", name, date_words(local, day))
                       : *name          ? mem_printf(local, "%s; ", name)
                                        : "";
    unsigned reactions = browser_ask_with(browser, PROMPT_ENTER, line);
    talloc_free(local);
    return reactions;
}

unsigned edit_enter(struct browser *browser, const struct request *request)
{
    if (request->arguments)
        return job_refused(browser) ? REACT_REDRAW : enter_answer(browser, request->arguments);
    return enter_ask(browser, NULL, (struct date){0});
}

unsigned edit_withdraw(struct browser *browser, const struct request *request)
{
    (void)request;
    struct screen *screen = browser_top(browser);
    const char *id = screen->ops->meeting_id ? screen->ops->meeting_id(screen) : NULL;
    if (!id)
        return browser_refuse(browser, "no meeting under the cursor: go to one on the Desk or with M");
    struct edit edit = {.kind = EDIT_MEETING_WITHDRAW, .target = id};
    return job_queue_edit(browser, &edit);
}
