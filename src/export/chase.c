/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One message for everybody who is asked for something, with all that is open of theirs; as files of a folder. */
#include "config.h"

#include "chase.h"
#include "message.h"
#include "prose.h"
#include "tracker.h"

#include <minutebook/base_lookup.h>

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum status chase_rows_of(const void *parent, struct store *store, const struct actions *actions, struct chase_row **rows, size_t *n, struct err *err)
{
    enum status status = STATUS_OK;
    *rows = NULL;
    *n = 0;
    for (size_t i = 0; i < actions->n && status == STATUS_OK; i++) {
        struct action_entries *entries = mem_new(parent, struct action_entries);
        status = store_entries(parent, store, actions->at[i]->id, entries, err);
        *mem_append(parent, *rows, *n) = (struct chase_row){actions->at[i], entries};
    }
    return status;
}

#define NAME_LONGEST ((size_t)60) /* bytes of a file's name before number and ending: any file system takes that */

/* ---- who is asked -------------------------------------------------------------------------------------- */

/* All that is open of one who is asked. */
struct asked {
    const char *who;
    const struct role *role;
    struct chase_row *rows;
    size_t n;
    char *path;
};
struct all_asked {
    struct asked *at;
    size_t n;
};

static struct asked *asked_of(const void *parent, struct all_asked *all, const struct people *people, const char *who)
{
    const struct role *role = people_find(people, who);
    for (size_t i = 0; i < all->n; i++) {
        struct asked *asked = &all->at[i];
        if (role ? asked->role == role : text_same_words(role_without_article(asked->who), role_without_article(who)))
            return asked;
    }
    struct asked *asked = mem_append(parent, all->at, all->n);
    *asked = (struct asked){.who = who, .role = role};
    return asked;
}

static bool is_taken(const struct all_asked *all, const char *path)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].path && strcmp(all->at[i].path, path) == 0)
            return true;
    return false;
}

/* The name of a message's file: of the role, which may be a whole sentence; a second of a name gets a number. */
static char *path_of(const void *parent, const struct all_asked *all, const char *folder, const char *who, bool eml)
{
    char *slug = text_slug(parent, role_without_article(who)); /* ASCII: each byte is a character */
    size_t n = strnlen(slug, NAME_LONGEST);
    while (n && slug[n - 1] == '-')
        n--;
    slug[n] = '\0';
    const char *name = n ? slug : "message", *ending = eml ? ".eml" : ".txt";
    char *path = mem_printf(parent, "%s/%s%s", folder, name, ending);
    for (size_t number = all->n; is_taken(all, path); number++)
        path = mem_printf(parent, "%s/%s-%zu%s", folder, name, number, ending);
    return path;
}

/* ---- what is written -------------------------------------------------------------------------------------- */

/* "Rivers Panel, Fares, minute 12 of 4 March 2025"; a row of the member's own may be of no meeting. */
static const char *source_words(const void *scratch, const struct action *action)
{
    const char *place = chase_place(scratch, action);
    if (!action->committee && !*place)
        return "Noted by us";
    return mem_printf(scratch, "%s%s%s", action->committee ? action->committee : "committee not stated", *place ? ", " : "", place);
}

static char *body_of(const void *scratch, const struct asked *asked, const struct people *people, const struct export_options *options)
{
    struct prose prose;
    const struct role *role = asked->role;
    const char *who = safe_line(scratch, role_without_article(asked->who)).text;
    const char *named = role && role->dear ? role->dear : role && role->holder ? role->holder : who;
    prose_start(&prose, scratch, false);
    prose_paragraph(&prose, mem_printf(scratch, "Dear %s,", named), 0);
    prose_paragraph(&prose, mem_printf(scratch, "As at %s %s open on our tracker for the %s. Please let us know how %s, or when we may expect an answer.",
                                       date_words(scratch, options->as_at), asked->n == 1 ? "this is" : "these are",
                                       who, asked->n == 1 ? "it stands" : "they stand"), 0);
    for (size_t i = 0; i < asked->n; i++) {
        const struct chase_row *row = &asked->rows[i];
        const struct action *action = row->action;
        char *quote = chase_quote(scratch, action, options);
        prose_numbered(&prose, (int)i + 1, mem_printf(scratch, "%s (our reference %s)", source_words(scratch, action), action->reference));
        if (quote)
            prose_quote(&prose, quote, 4);
        prose_paragraph(&prose, chase_asked(scratch, action, options), 4);
        prose_paragraph(&prose, chase_when(scratch, action, options->as_at), 4);
        prose_paragraph(&prose, chase_before(scratch, row->entries), 4);
    }
    prose_paragraph(&prose, "Yours sincerely,", 0);
    prose_paragraph(&prose, people->from_name ? people->from_name : "[name]", 0);
    return buf_take(&prose.out);
}

/* A message on its way into its file. */
struct sending {
    const struct asked *asked;
    const struct people *people;
    const struct chase_options *chase;
    const struct export_options *options;
};

/* The head of a message as plain text: a line stays one line whatever stands in it. */
static void text_head(struct buf *out, const struct asked *asked, const char *subject)
{
    const struct role *role = asked->role;
    const char *const parts[] = {role ? role->holder : NULL, role_without_article(asked->who), role ? role->address : NULL};
    const char *between = "To: ";
    for (size_t i = 0; i < MB_LENGTH(parts); i++) {
        if (!parts[i])
            continue;
        buf_printf(out, "%s%s", between, safe_line(out->parent, parts[i]).text);
        between = ", ";
    }
    buf_printf(out, "\nSubject: %s\n\n", safe_line(out->parent, subject).text);
}

static enum status write_message(struct sink *sink, void *with, struct err *err)
{
    struct sending *sending = with;
    const struct asked *asked = sending->asked;
    const struct role *role = asked->role;
    void *scratch = talloc_named_const(NULL, 0, "message");
    struct buf out;
    buf_init(&out, scratch, BUF_MAX_DOCUMENT);
    char *day = date_words(scratch, sending->options->as_at), *body = body_of(scratch, asked, sending->people, sending->options);
    char *subject = mem_printf(scratch, "%zu outstanding, as at %s: %s", asked->n, day, role_without_article(asked->who));
    if (sending->chase->eml) {
        buf_puts(&out, "X-Unsent: 1\r\n"); /* mail programs open it as a draft */
        message_date(&out, sending->options->as_at);
        if (sending->people->from_address)
            message_address(&out, "From", sending->people->from_name, sending->people->from_address);
        if (role && role->address)
            message_address(&out, "To", role->holder ? role->holder : role_without_article(asked->who), role->address);
        message_header(&out, "Subject", subject);
        message_body(&out, body);
    } else {
        text_head(&out, asked, subject);
        buf_puts(&out, body);
    }
    bool whole = sink->write(sink->to, out.data, out.len);
    talloc_free(scratch);
    return whole ? STATUS_OK : err_set(err, STATUS_CANCELLED, "the message was not written whole");
}

/* ---- all of them -------------------------------------------------------------------------------------------- */

static bool is_meant(const struct action *action, const struct chase_options *chase, const struct lookup *only)
{
    return action_status_is_open(action->status) && (!chase->overdue_only || action_is_overdue(action, chase->as_at)) &&
           (chase->only.n == 0 || lookup_first(only, action->id) != LOOKUP_NONE);
}

static void gather(const void *parent, const struct tracker_rows *rows, const struct people *people, const struct chase_options *chase,
                   struct all_asked *all, struct chase_result *out)
{
    struct lookup *only = lookup_new(parent);
    for (size_t i = 0; i < chase->only.n; i++)
        lookup_add(only, chase->only.at[i], i);
    for (size_t i = 0; i < rows->n; i++) {
        const struct action *action = rows->at[i].action;
        const char *who = action_asked_of(action);
        if (!is_meant(action, chase, only))
            continue;
        if (!who) {
            strings_add(parent, &out->nobody, action->reference);
            continue;
        }
        if (action->quote_truncated)
            strings_add(parent, &out->cut, action->reference);
        struct asked *asked = asked_of(parent, all, people, who);
        if (!asked->path)
            asked->path = path_of(parent, all, chase->folder, who, chase->eml);
        *mem_append(parent, asked->rows, asked->n) = (struct chase_row){action, &rows->at[i].entries};
    }
}

/* Before anything is written: a folder, and no file in the way. */
static enum status may_write(const struct all_asked *all, const struct chase_options *chase, struct err *err)
{
    if (mkdir(chase->folder, 0777) != 0 && errno != EEXIST)
        return err_set(err, STATUS_USAGE, "\"%s\" cannot be made: %s", chase->folder, strerror(errno));
    for (size_t i = 0; i < all->n && !chase->over; i++)
        if (access(all->at[i].path, F_OK) == 0)
            return err_set(err, STATUS_USAGE, "\"%s\" is there already: nothing was written", all->at[i].path);
    return STATUS_OK;
}

enum status export_chase(const void *parent, struct store *store, const struct people *people, const struct chase_options *chase,
                         const struct export_options *options, struct chase_result *out, struct err *err)
{
    struct tracker_rows rows;
    struct all_asked all = {0};
    *out = (struct chase_result){0};
    enum status status = tracker_rows_read(parent, store, options, &rows, err);
    if (status == STATUS_OK) {
        gather(parent, &rows, people, chase, &all, out);
        status = all.n ? may_write(&all, chase, err) : STATUS_OK;
    }
    for (size_t i = 0; i < all.n && status == STATUS_OK; i++) {
        struct asked *asked = &all.at[i];
        struct sending sending = {asked, people, chase, options};
        status = export_new_file(asked->path, chase->over, write_message, &sending, err);
        if (status != STATUS_OK)
            break;
        struct chase_message *message = mem_append(parent, out->at, out->n);
        *message = (struct chase_message){.path = asked->path, .who = mem_strdup(parent, asked->who),
                                          .address = mem_strdup(parent, asked->role ? asked->role->address : NULL)};
        for (size_t k = 0; k < asked->n; k++)
            strings_add(parent, &message->ids, asked->rows[k].action->id);
    }
    return status;
}
