/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is on the tracker for calendars and lists of tasks: VTODO of iCalendar (RFC 5545) and the JSON that `task import` takes
 * (taskwarrior.org, "Taskwarrior JSON Format"). Small enough to be written here; both are read back by other programs in
 * tests/cli/test_tasks.sh. A month stays a month: only what has a day gets one, and what the words are stands beside it. */
#include "config.h"

#include "chase.h"
#include "documents.h"
#include "tracker.h"

#include <inttypes.h>
#include <string.h>

#define FOLD 73 /* octets of a line of iCalendar before it is folded: at most 75, with the blank */

/* ---- what both say ------------------------------------------------------------------------------------- */

/* The day to be reminded of: of the paper's day and the member's own the first; unset where there is neither. OWN: it is theirs. */
static struct date reminder(const struct action *action, bool *own)
{
    bool planned = action->class && strcmp(action->class, "work_programme_change") == 0; /* its month is no deadline */
    bool day = !planned && date_is_set(action->due.to) && date_compare(action->due.from, action->due.to) == 0;
    bool chase = date_is_set(action->chase_date);
    *own = chase && (!day || date_compare(action->chase_date, action->due.to) < 0);
    return *own ? action->chase_date : day ? action->due.to : (struct date){0};
}

static char *summary(const void *parent, const struct action *action, const struct export_options *options)
{
    char *quote = chase_quote(parent, action, options), *own = action_own_words(parent, action, false);
    char *subject = exempt_guarded(parent, action->subject, exempt_subject(action), options);
    const char *texts[] = {subject, quote, own, action->item_title, "follow-up"};
    size_t i = 0;
    while (!texts[i])
        i++;
    const char *who = action_asked_of(action);
    char *words = text_squeeze(parent, texts[i], strlen(texts[i]));
    return mem_printf(parent, "%s %s%s%s", action->reference, who ? who : "", who ? ": " : "", words);
}

/* Who, where it comes from, the sentence, when, what happened. */
static char *description(const void *parent, const struct tracker_row *row, bool own, const struct export_options *options)
{
    const struct action *action = row->action;
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    char *quote = chase_quote(parent, action, options), *before = chase_before(parent, &row->entries);
    if (action->committee)
        buf_printf(&out, "%s, %s\n", action->committee, chase_place(parent, action));
    if (quote)
        buf_printf(&out, "\xE2\x80\x9C%s\xE2\x80\x9D\n", quote);
    if (action->due_text)
        buf_printf(&out, "By when: \xE2\x80\x9C%s\xE2\x80\x9D\n", action->due_text);
    if (own)
        buf_puts(&out, "The day is your own.\n");
    if (before)
        buf_printf(&out, "%s\n", before);
    if (options->notes && action->note)
        buf_printf(&out, "Note: %s\n", action->note);
    char *day = date_words(parent, options->as_at);
    buf_printf(&out, "as at %s", day);
    return buf_take(&out);
}

static bool is_complete(const struct action *action)
{
    return action->status && strcmp(action->status, "complete") == 0;
}

/* ---- iCalendar -------------------------------------------------------------------------------------------- */

struct calendar {
    struct sink *sink;
    struct buf line;
    bool cancelled;
};

/* A content line, folded between characters (RFC 5545, 3.1). */
static void put_line(struct calendar *calendar, const char *text)
{
    struct buf *out = &calendar->line;
    size_t n = strlen(text);
    for (size_t at = 0; at < n || at == 0;) {
        size_t part = n - at < FOLD ? n - at : FOLD;
        while (at + part < n && ((unsigned char)text[at + part] & 0xC0) == 0x80)
            part--;
        buf_puts(out, at ? "\r\n " : "");
        buf_add(out, text + at, part);
        at += part ? part : 1;
    }
    buf_puts(out, "\r\n");
    if (!calendar->cancelled)
        calendar->cancelled = !calendar->sink->write(calendar->sink->to, out->data, out->len);
    buf_clear(out);
}

/* TEXT escaped (3.3.11), through the gate. */
static void add_escaped(struct buf *value, const char *text)
{
    struct safe safe = safe_text(NULL, text, strlen(text), SAFE_TEXT);
    for (const char *at = safe.text; *at; at++) {
        if (*at == '\n')
            buf_puts(value, "\\n");
        else if (strchr("\\;,", *at))
            buf_printf(value, "\\%c", *at);
        else
            buf_putc(value, *at);
    }
    talloc_free((void *)safe.text);
}

/* NAME:TEXT */
static void put_text(struct calendar *calendar, const char *name, const char *text)
{
    struct buf value;
    buf_init(&value, NULL, BUF_MAX_DOCUMENT);
    buf_printf(&value, "%s:", name);
    add_escaped(&value, text);
    put_line(calendar, value.data);
    buf_release(&value);
}

static void put_day(struct calendar *calendar, const char *name, struct date day)
{
    char *line = mem_printf(NULL, "%s%04d%02d%02d", name, day.year, day.month, day.day);
    put_line(calendar, line);
    talloc_free(line);
}

/* A moment, for which the start of the day stands: no paper says more. */
static void put_moment(struct calendar *calendar, const char *name, struct date day)
{
    char *line = mem_printf(NULL, "%s:%04d%02d%02dT000000Z", name, day.year, day.month, day.day);
    put_line(calendar, line);
    talloc_free(line);
}

/* All in one line: a second one may stand there, but todoman reads no task that has it. */
static void put_categories(struct calendar *calendar, const struct action *action)
{
    const char *const words[] = {action->committee, action_sort_words(action)};
    struct buf value;
    buf_init(&value, NULL, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        if (!words[i])
            continue;
        buf_puts(&value, value.len ? "," : "CATEGORIES:");
        add_escaped(&value, words[i]);
    }
    if (value.len)
        put_line(calendar, value.data);
    buf_release(&value);
}

static void put_todo(struct calendar *calendar, const struct tracker_row *row, const struct export_options *options)
{
    const struct action *action = row->action;
    void *scratch = talloc_named_const(NULL, 0, "todo");
    bool own, open = action_status_is_open(action->status);
    struct date due = reminder(action, &own);
    put_line(calendar, "BEGIN:VTODO");
    put_line(calendar, mem_printf(scratch, "UID:%s@minutebook", action->id));
    put_moment(calendar, "DTSTAMP", options->as_at);
    put_line(calendar, mem_printf(scratch, "SEQUENCE:%" PRId64, action->version));
    put_text(calendar, "SUMMARY", summary(scratch, action, options));
    put_text(calendar, "DESCRIPTION", description(scratch, row, own, options));
    if (date_is_set(due))
        put_day(calendar, "DUE;VALUE=DATE:", due);
    put_categories(calendar, action);
    put_line(calendar, open ? strcmp(action->status, "not started") == 0 ? "STATUS:NEEDS-ACTION" : "STATUS:IN-PROCESS"
                       : is_complete(action) ? "STATUS:COMPLETED" : "STATUS:CANCELLED");
    if (is_complete(action)) {
        put_line(calendar, "PERCENT-COMPLETE:100");
        if (date_is_set(action->closed_on))
            put_moment(calendar, "COMPLETED", action->closed_on);
    }
    put_line(calendar, "END:VTODO");
    talloc_free(scratch);
}

enum status export_calendar(struct sink *sink, struct store *store, const struct export_options *options, int *rows, struct err *err)
{
    void *scratch = talloc_named_const(NULL, 0, "calendar");
    struct tracker_rows all;
    struct calendar calendar = {.sink = sink};
    buf_init(&calendar.line, scratch, BUF_MAX_DOCUMENT);
    enum status status = tracker_rows_read(scratch, store, options, &all, err);
    if (status == STATUS_OK) {
        put_line(&calendar, "BEGIN:VCALENDAR");
        put_line(&calendar, "VERSION:2.0");
        put_line(&calendar, "PRODID:-//minutebook//" PACKAGE_VERSION "//EN");
        for (size_t i = 0; i < all.n && !calendar.cancelled; i++)
            put_todo(&calendar, &all.at[i], options);
        put_line(&calendar, "END:VCALENDAR");
        if (rows)
            *rows = (int)all.n;
    }
    if (calendar.cancelled)
        status = err_set(err, STATUS_CANCELLED, "the export was stopped before its end");
    talloc_free(scratch);
    return status;
}

/* ---- Taskwarrior ---------------------------------------------------------------------------------------------- */

static void write_moment(struct json *json, const char *key, struct date day)
{
    if (date_is_set(day))
        json_text(json, key, mem_printf(json->scratch, "%04d%02d%02dT000000Z", day.year, day.month, day.day));
}

/* A tag of Taskwarrior is one word. */
static void write_tags(struct json *json, const struct action *action)
{
    json_array(json, "tags");
    json_text(json, NULL, text_slug(json->scratch, action_sort_words(action)));
    char *tags = mem_strdup(json->scratch, action->tags ? action->tags : "");
    for (char *next, *at = tags; at; at = next) {
        next = strchr(at, ',');
        if (next)
            *next++ = '\0';
        char *slug = text_slug(json->scratch, at);
        if (*slug)
            json_text(json, NULL, slug);
    }
    json_array_end(json);
}

static void write_annotations(struct json *json, const struct tracker_row *row, const struct export_options *options)
{
    json_array(json, "annotations");
    for (size_t i = 0; i < row->entries.n; i++) {
        const struct action_entry *entry = row->entries.at[i];
        char *text = exempt_guarded(json->scratch, entry->text ? entry->text : "", entry->exempt, options);
        json_object(json, NULL);
        write_moment(json, "entry", date_is_set(entry->date) ? entry->date : options->as_at);
        json_text(json, "description", mem_printf(json->scratch, "%s: %s", entry_kind_name(entry->kind), text));
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_task(struct json *json, const struct tracker_row *row, const struct export_options *options)
{
    const struct action *action = row->action;
    bool own, open = action_status_is_open(action->status);
    struct date due = reminder(action, &own), entered = date_is_set(action->meeting_date) ? action->meeting_date : options->as_at;
    json_object(json, NULL);
    json_text(json, "uuid", action->id);
    json_text(json, "status", open ? "pending" : is_complete(action) ? "completed" : "deleted");
    json_text(json, "description", summary(json->scratch, action, options));
    write_moment(json, "entry", entered);
    write_moment(json, "modified", options->as_at);
    write_moment(json, "due", due);
    if (!open)
        write_moment(json, "end", date_is_set(action->closed_on) ? action->closed_on : options->as_at);
    if (action->committee)
        json_text(json, "project", action->committee);
    write_tags(json, action);
    write_annotations(json, row, options);
    json_object_end(json);
}

enum status export_tasks(struct sink *sink, struct store *store, const struct export_options *options, int *rows, struct err *err)
{
    struct json json;
    struct tracker_rows all;
    json_start(&json, sink);
    enum status status = tracker_rows_read(json.scratch, store, options, &all, err);
    if (status != STATUS_OK)
        return json_give_up(&json, status);
    json_array(&json, NULL);
    for (size_t i = 0; i < all.n && !json.cancelled; i++)
        write_task(&json, &all.at[i], options);
    json_array_end(&json);
    if (rows)
        *rows = (int)all.n;
    return json_end(&json, err);
}
