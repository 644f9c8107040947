/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* brief: the two pages for the meeting before the meeting. topic: last time we looked. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <minutebook/export_topic.h>

#include <string.h>

struct brief_call {
    const struct brief *brief;
    enum sheet_format format;
    bool json;
    struct export_options options;
};

static enum status write_brief(struct sink *sink, void *with, struct err *err)
{
    const struct brief_call *wanted = with;
    if (wanted->json)
        return export_brief_json(sink, wanted->brief, &wanted->options, err);
    return export_brief(sink, wanted->brief, wanted->format, &wanted->options, err);
}

/* text, md, html, json. */
enum status call_leaf_format(const struct call *call, enum sheet_format *format, bool *json, struct err *err)
{
    const char *name = call_option(call, "format");
    *format = SHEET_TEXT;
    *json = name && strcmp(name, "json") == 0;
    if (!name || *json || (sheet_format_parse(name, format) && *format != SHEET_CSV && *format != SHEET_TSV))
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, "%s has the formats text, md, html and json, not '%s'", call->subcommand->name, name);
}

enum status run_brief(struct call *call, struct err *err)
{
    struct brief_call wanted = {.options = call_export_options(call)};
    const char *path = call_option(call, "out");
    struct store *store;
    struct brief *brief = NULL;
    char *id;
    if (call->n != 1)
        return call_usage(call, err);
    enum status status = call_leaf_format(call, &wanted.format, &wanted.json, err);
    if (status == STATUS_OK)
        status = call_swept_store(call, &store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, store);
    status = store_find_meeting(call->parent, store, call->words[0], call->program->as_at, &id, err);
    if (status == STATUS_OK)
        status = brief_read(call->parent, store, id, &wanted.options, &brief, err);
    wanted.brief = brief;
    struct sink sink = wanted.format == SHEET_TEXT && !wanted.json ? out_text() : out_data();
    if (status == STATUS_OK)
        status = path ? export_new_file(path, false, write_brief, &wanted, err) : write_brief(&sink, &wanted, err);
    if (status == STATUS_OK && path)
        out_line("written: %s", path);
    call_tell_unread(call, store);
    talloc_free(store);
    return status;
}

/* ---- topic ------------------------------------------------------------------------------------------------ */

struct topic_call {
    const struct topic_card *card;
    enum sheet_format format;
    bool json;
    struct export_options options;
};

static enum status write_topic(struct sink *sink, void *with, struct err *err)
{
    const struct topic_call *wanted = with;
    if (wanted->json)
        return export_topic_json(sink, wanted->card, &wanted->options, err);
    return export_topic(sink, wanted->card, wanted->format, &wanted->options, err);
}

/* The item that the words name as MEETING/ITEM or MEETING ITEM; where they name no meeting they are words of the topic. */
static enum status topic_wish(struct call *call, struct store *store, struct topic_wish *wish, struct err *err)
{
    struct buf words;
    struct meeting *meeting;
    struct err unsaid;
    int position = 0;
    buf_init(&words, call->parent, BUF_MAX_DOCUMENT);
    for (int i = 0; i < call->n; i++)
        buf_printf(&words, "%s%s", i ? " " : "", call->words[i]);
    wish->words = buf_take(&words);
    char *place = call->n == 2 ? mem_printf(call->parent, "%s/%s", call->words[0], call->words[1]) : call->words[0];
    const char *stroke = call->n > 2 ? NULL : strchr(place, '/');
    char *id, *name = stroke ? mem_strndup(call->parent, place, (size_t)(stroke - place)) : NULL;
    if (!name || store_find_meeting(call->parent, store, name, call->program->as_at, &id, &unsaid) != STATUS_OK)
        return STATUS_OK;
    enum status status = call_address(call, store, place, &meeting, &position, err);
    if (status == STATUS_OK)
        *wish = (struct topic_wish){.meeting_id = meeting->id, .position = position};
    return status;
}

enum status run_topic(struct call *call, struct err *err)
{
    struct topic_call wanted = {.options = call_export_options(call)};
    const char *path = call_option(call, "out");
    struct topic_wish wish = {0};
    struct topic_card *card = NULL;
    struct store *store;
    if (call->n == 0)
        return call_usage(call, err);
    enum status status = call_leaf_format(call, &wanted.format, &wanted.json, err);
    if (status == STATUS_OK)
        status = call_swept_store(call, &store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, store);
    status = topic_wish(call, store, &wish, err);
    if (status == STATUS_OK)
        status = topic_card_read(call->parent, store, &wish, &wanted.options, &card, err);
    wanted.card = card;
    struct sink sink = wanted.format == SHEET_TEXT && !wanted.json ? out_text() : out_data();
    if (status == STATUS_OK)
        status = path ? export_new_file(path, false, write_topic, &wanted, err) : write_topic(&sink, &wanted, err);
    if (status == STATUS_OK && path)
        out_line("written: %s", path);
    call_tell_unread(call, store);
    talloc_free(store);
    return status;
}
