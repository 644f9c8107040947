/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Commands by which the member states a meeting's details, parts its papers, joins it with another or asks where it comes
 * from. The change itself is a job: nothing here writes. */
#include "config.h"

#include "private.h"

#include <string.h>
#include <strings.h>

static const char *meeting_here(struct browser *browser)
{
    struct screen *screen = browser_top(browser);
    return screen->ops->meeting_id ? screen->ops->meeting_id(screen) : NULL;
}

/* "16 November 2022" or 2022-11-16 as an ISO day; NULL if it is no day with its year. */
static char *day_value(const void *parent, const char *words)
{
    struct date date = {0};
    bool has_year = true;
    if (date_parse_iso(words, &date))
        return date_iso(parent, date);
    size_t n = date_scan(words, &date, &has_year);
    return n && has_year && words[n + strspn(words + n, " .")] == '\0' ? date_iso(parent, date) : NULL;
}

static unsigned need_meeting(struct browser *browser)
{
    return browser_refuse(browser, "no meeting under the cursor: go to one on the Desk or with M");
}

/* Keep the meeting under the cursor as what the next edit is about; false if there is none. */
static bool take_meeting(struct browser *browser)
{
    const char *id = meeting_here(browser);
    if (!id)
        return false;
    char *copy = mem_strdup(browser, id);
    talloc_free(browser->prompt_target);
    browser->prompt_target = copy;
    return true;
}

/* "2.30 pm" as 14:30; NULL if it is no time. */
static char *time_value(const void *parent, const char *words)
{
    int minutes;
    return clock_parse(words, &minutes) ? mem_printf(parent, "%02d:%02d", minutes / 60, minutes % 60) : NULL;
}

/* What can be stated; how a value is understood, and what is said where it is not. */
static const struct {
    const char *name;
    char *(*value)(const void *parent, const char *words); /* NULL: as it is */
    const char *refusal;
} detail_fields[] = {
    {"committee", NULL, NULL},
    {"council", NULL, NULL},
    {"date", day_value, "no day with its year: write 3 November 2022 or 2022-11-03"},
    {"time", time_value, "no time: write 10.30 am or 14:30"},
};

/* WORDS of detail field I, "" takes it back; they go to the form that is open, else to the store. */
static unsigned state_detail(struct browser *browser, size_t i, const char *words, const char *line)
{
    struct err err;
    void *local = talloc_named_const(NULL, 0, "detail");
    const char *value = *words == '\0' ? NULL : detail_fields[i].value ? detail_fields[i].value(local, words) : words;
    unsigned reactions;
    if (*words && !value) {
        (void)err_set(&err, STATUS_USAGE, "“%.200s” is %s", words, detail_fields[i].refusal);
        reactions = browser_ask_again(browser, PROMPT_DETAILS, line, &err);
    } else {
        struct edit edit = {.kind = EDIT_MEETING_DETAIL, .target = browser->prompt_target, .field = detail_fields[i].name, .value = value};
        bool taken = details_take(browser, edit.field, edit.value);
        reactions = taken ? REACT_REDRAW : job_queue_edit(browser, &edit);
    }
    talloc_free(local);
    return reactions;
}

unsigned details_answer(struct browser *browser, const char *line)
{
    struct err err;
    size_t n = strcspn(line, " \t");
    for (size_t i = 0; i < MB_LENGTH(detail_fields); i++)
        if (n && strlen(detail_fields[i].name) == n && strncasecmp(line, detail_fields[i].name, n) == 0)
            return state_detail(browser, i, line + n + strspn(line + n, " \t"), line);
    (void)err_set(&err, STATUS_USAGE, "a detail begins with committee, council, date or time: date 3 November 2022");
    return browser_ask_again(browser, PROMPT_DETAILS, line, &err);
}

/* Do the papers leave anything open that a form asks? */
static enum status is_open(const void *local, struct browser *browser, bool *open, struct err *err)
{
    struct meeting *meeting;
    enum status status = store_meeting(local, browser->store, browser->prompt_target, &meeting, err);
    if (status == STATUS_OK)
        *open = !meeting->committee || !date_is_set(meeting->date) || meeting->date_basis == DATE_INFERRED ||
                meeting->minutes_after_midnight < 0;
    return status;
}

unsigned edit_details(struct browser *browser, const struct request *request)
{
    struct err err;
    bool open = false;
    if (job_refused(browser))
        return REACT_REDRAW;
    if (!take_meeting(browser))
        return need_meeting(browser);
    if (request->arguments)
        return details_answer(browser, request->arguments);
    void *local = talloc_named_const(NULL, 0, "details");
    unsigned reactions;
    if (is_open(local, browser, &open, &err) != STATUS_OK)
        reactions = browser_fail(browser, &err);
    else
        reactions = open ? browser_push(browser, details_new(browser, browser->prompt_target)) : browser_ask(browser, PROMPT_DETAILS);
    talloc_free(local);
    return reactions;
}

unsigned edit_part(struct browser *browser, const struct request *request)
{
    (void)request;
    if (!take_meeting(browser))
        return need_meeting(browser);
    struct edit edit = {.kind = EDIT_MEETING_PART, .target = browser->prompt_target};
    return job_queue_edit(browser, &edit);
}

/* The one other meeting of the day DATE; NULL if there is none or several. On LOCAL. */
static enum status other_of_day(const void *local, struct browser *browser, struct date date, char **out, struct err *err)
{
    struct meeting_rows rows;
    size_t n = 0;
    *out = NULL;
    enum status status = store_meetings(local, browser->store, &rows, err);
    for (size_t i = 0; status == STATUS_OK && i < rows.n; i++)
        if (date_compare(rows.at[i].date, date) == 0 && strcmp(rows.at[i].id, browser->prompt_target) != 0 && n++ == 0)
            *out = rows.at[i].id;
    if (n != 1)
        *out = NULL;
    return status;
}

/* A day means the other meeting of that day: this one cannot be joined with itself. */
unsigned join_answer(struct browser *browser, const char *words)
{
    struct err err;
    struct date day = {0};
    char *other = NULL;
    void *local = talloc_named_const(NULL, 0, "join");
    unsigned reactions;
    enum status status = STATUS_OK;
    if (date_parse_iso(words, &day))
        status = other_of_day(local, browser, day, &other, &err);
    if (status == STATUS_OK && !other)
        status = store_find_meeting(local, browser->store, words, browser->program->as_at, &other, &err);
    if (status == STATUS_OK) {
        struct edit edit = {.kind = EDIT_MEETING_JOIN, .target = browser->prompt_target, .value = other};
        reactions = job_queue_edit(browser, &edit);
    } else {
        reactions = browser_ask_again(browser, PROMPT_JOIN, words, &err);
    }
    talloc_free(local);
    return reactions;
}

/* The line begins with the other meeting of this day, where there is just one. */
static unsigned ask_join(struct browser *browser)
{
    struct err err;
    struct meeting *meeting;
    char *other = NULL;
    void *local = talloc_named_const(NULL, 0, "join");
    enum status status = store_meeting(local, browser->store, browser->prompt_target, &meeting, &err);
    if (status == STATUS_OK && date_is_set(meeting->date))
        status = other_of_day(local, browser, meeting->date, &other, &err);
    unsigned reactions =
        status == STATUS_OK ? browser_ask_with(browser, PROMPT_JOIN, other) : browser_fail(browser, &err);
    talloc_free(local);
    return reactions;
}

unsigned edit_join(struct browser *browser, const struct request *request)
{
    if (job_refused(browser))
        return REACT_REDRAW;
    if (!take_meeting(browser))
        return need_meeting(browser);
    return request->arguments ? join_answer(browser, request->arguments) : ask_join(browser);
}

unsigned edit_why(struct browser *browser, const struct request *request)
{
    (void)request;
    const char *id = meeting_here(browser);
    return id ? browser_push(browser, why_new(browser, id)) : need_meeting(browser);
}
