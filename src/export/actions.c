/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Follow-ups as JSON: what is on the tracker or refused, with what became of it and its history, and what is to check. */
#include "config.h"

#include "documents.h"
#include "exempt.h"

#include <string.h>

/* The quoted sentence of an exempt text is that text, and what is asked for is a piece of it; the member's own words are theirs. */
static const char *shown(const char *text, bool exempt, const struct export_options *options)
{
    return exempt && !options->exempt ? NULL : text;
}

/* The line as it was typed may end with a private note. */
static const char *said(struct json *json, const struct event *event, const char *value, const struct export_options *options)
{
    const struct action words = {.own_words = (char *)value};
    bool typed = event->field && strcmp(event->field, "own_words") == 0;
    return typed ? action_own_words(json->scratch, &words, options->notes) : value;
}

static void write_event(struct json *json, const struct event *event, const struct action *action,
                        const struct export_options *options)
{
    const char *field = event->field ? event->field : "";
    bool exempt = strcmp(field, "subject") == 0 ? exempt_subject(action) : action->quote_exempt && strcmp(field, "quote") == 0;
    json_object(json, NULL);
    json_text(json, "stamp", event->stamp);
    json_text(json, "what", event->what);
    json_text(json, "field", event->field);
    json_text(json, "from", shown(said(json, event, event->from, options), exempt, options));
    json_text(json, "to", shown(said(json, event, event->to, options), exempt, options));
    json_object_end(json);
}

static bool is_private(const struct event *event)
{
    return event->field && strcmp(event->field, "note") == 0;
}

static void write_events(struct json *json, const struct events *events, const struct action *action,
                         const struct export_options *options)
{
    json_array(json, "events");
    for (size_t i = 0; i < events->n; i++)
        if (options->notes || !is_private(&events->at[i]))
            write_event(json, &events->at[i], action, options);
    json_array_end(json);
}

static void write_origin(struct json *json, const struct action *action, const struct export_options *options)
{
    const char *class = action->class ? action->class : "action";
    json_text(json, "id", action->id);
    json_text(json, "state", action_state_name(action->state));
    json_text(json, "class", class);
    json_text(json, "kind", action->kind);
    json_bool(json, "trackable", !action->untracked && strcmp(class, "resolution") != 0);
    json_text(json, "committee", action->committee);
    json_text(json, "meeting_id", action->meeting_id);
    json_date(json, "meeting_date", action->meeting_date);
    json_text(json, "agenda_number", action->agenda_number);
    json_text(json, "minute_number", action->minute_number);
    json_text(json, "item_title", action->item_title);
    json_text(json, "source_sha256", action->source_sha256);
    json_text(json, "quote", shown(action->quote, action->quote_exempt, options));
    json_bool(json, "quote_truncated", action->quote_truncated);
}

/* Per cent as a number from 0 to 1; none where no rule found it. */
static void write_confidence(struct json *json, int percent)
{
    if (percent > 0)
        json_hundredths(json, "confidence", percent);
    else
        json_null(json, "confidence");
}

/* Work has a status once the row is the member's. */
static const char *shown_status(const struct action *action)
{
    return action->state == ACTION_TO_CHECK ? NULL : action->status;
}

/* The days on which it was chased. */
static void write_chases(struct json *json, const struct action_entries *entries)
{
    json_array(json, "chased");
    for (size_t i = 0; i < entries->n; i++)
        if (entries->at[i]->kind == ENTRY_CHASE)
            json_date(json, NULL, entries->at[i]->date);
    json_array_end(json);
}

static void write_entry(struct json *json, const struct action_entry *entry, const struct export_options *options)
{
    json_object(json, NULL);
    json_text(json, "id", entry->id);
    json_text(json, "kind", entry_kind_name(entry->kind));
    json_date(json, "date", entry->date);
    json_text(json, "text", shown(entry->text, entry->exempt, options));
    json_text(json, "source", entry->source);
    json_text(json, "meeting_id", entry->meeting_id);
    json_text(json, "item", entry->item);
    json_text(json, "url", entry->url);
    json_text(json, "file_name", entry->file_name);
    json_text(json, "file_sha256", entry->file_sha256);
    json_bool(json, "told", entry->told);
    json_bool(json, "exempt", entry->exempt);
    json_object_end(json);
}

static void write_became(struct json *json, const struct action *action, const struct action_entries *entries,
                         const struct export_options *options)
{
    json_text(json, "also_place", action->also_place);
    json_text(json, "rag", action->rag);
    json_text(json, "raised_by", action->raised_by);
    json_text(json, "portfolio", action->portfolio);
    json_date(json, "executive_date", action->executive_date);
    json_text(json, "outcome", action->outcome);
    json_date(json, "closed_on", action->closed_on);
    json_text(json, "superseded_by", action->superseded_by);
    json_text(json, "carried_to", action->carried_to);
    json_text(json, "tags", action->tags);
    json_array(json, "entries");
    for (size_t i = 0; i < entries->n; i++)
        write_entry(json, entries->at[i], options);
    json_array_end(json);
}

static void write_following(struct json *json, const struct action *action, const struct action_entries *entries,
                            const struct export_options *options)
{
    json_text(json, "owner", action->owner);
    json_null(json, "owner_suggested");
    json_text(json, "recipient", action->recipient);
    json_text(json, "subject", shown(action->subject, exempt_subject(action), options));
    json_text(json, "due_text", action->due_text);
    json_date(json, "due_from", action->due.from);
    json_date(json, "due_to", action->due.to);
    json_text(json, "due_basis", action->due_basis);
    json_date(json, "chase_date", action->chase_date);
    write_chases(json, entries);
    json_text(json, "status", shown_status(action));
    json_text(json, "status_word", action->status_word);
    json_text(json, "step", action->step);
    json_text(json, "response", action->response);
    json_date(json, "response_date", action->response_date);
    json_text(json, "reference", action->reference);
    json_text(json, "limb", action->limb);
    json_text(json, "under", action->under);
    json_text(json, "own_words", action_own_words(json->scratch, action, options->notes));
    json_text(json, "closed_by", action->closed_by);
    json_bool(json, "overdue", action_is_overdue(action, options->as_at));
    json_text(json, "rule", action->rule);
    write_confidence(json, action->confidence);
    json_bool(json, "exempt", action->quote_exempt);
}

void document_action(struct json *json, const struct action *action, const struct action_entries *entries,
                     const struct events *events, const struct export_options *options)
{
    json_object(json, NULL);
    write_origin(json, action, options);
    write_following(json, action, entries, options);
    write_events(json, events, action, options);
    json_text(json, "note", options->notes ? action->note : NULL);
    json_text(json, "quote_place", action->quote_place);
    json_bool(json, "damaged", action->damaged);
    json_text(json, "candidate_id", action->candidate_id);
    json_text(json, "reason", action->reason);
    write_became(json, action, entries, options);
    json_object_end(json);
}

static enum status write_action(struct json *json, struct store *store, const struct action *action,
                                const struct export_options *options, struct err *err)
{
    struct events events = {0};
    struct action_entries entries = {0};
    void *scratch = talloc_named_const(json->scratch, 0, "history");
    bool row = action->state != ACTION_TO_CHECK; /* what is only found has no history */
    enum status status = row ? store_history(scratch, store, action->id, &events, err) : STATUS_OK;
    if (status == STATUS_OK && row)
        status = store_entries(scratch, store, action->id, &entries, err);
    if (status == STATUS_OK)
        document_action(json, action, &entries, &events, options);
    talloc_free(scratch);
    return status;
}

bool export_leaves_out(const struct export_options *options, const struct action *action)
{
    return action->deleted || (options->wanted && !options->wanted(action, options->wanted_by));
}

enum status export_actions(struct sink *sink, struct store *store, const struct export_options *options,
                           struct err *err)
{
    struct json json;
    struct actions actions = {0};
    json_start(&json, sink);
    enum status status = follow_ups_read(json.scratch, store, NULL, &actions, err);
    if (status == STATUS_OK)
        document_open_list(&json, "minutebook-actions", options, "actions");
    for (size_t i = 0; i < actions.n && status == STATUS_OK && !json.cancelled; i++)
        if (!export_leaves_out(options, actions.at[i]))
            status = write_action(&json, store, actions.at[i], options, err);
    if (status != STATUS_OK)
        return json_give_up(&json, status);
    document_close_list(&json);
    return json_end(&json, err);
}
