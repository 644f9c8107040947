/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* brief: the two pages for the meeting before the meeting. topic: last time we looked. */
#include "config.h"

#include "src/cli/out.h"
#include "src/cli/subcommand.h"

#include <minutebook/export_topic.h>

#include <string.h>

/* A document on one leaf as it is asked for. */
struct leaf {
    const void *document; /* struct brief or topic_card */
    enum sheet_format format;
    bool json;
    struct export_options options;
};

static enum status write_brief(struct sink *sink, void *with, struct err *err)
{
    const struct leaf *leaf = with;
    if (leaf->json)
        return export_brief_json(sink, leaf->document, &leaf->options, err);
    return export_brief(sink, leaf->document, leaf->format, &leaf->options, err);
}

static enum status write_topic(struct sink *sink, void *with, struct err *err)
{
    const struct leaf *leaf = with;
    if (leaf->json)
        return export_topic_json(sink, leaf->document, &leaf->options, err);
    return export_topic(sink, leaf->document, leaf->format, &leaf->options, err);
}

/* To the file of --out, a new one, or to the output. */
static enum status write_leaf(const struct call *call, struct leaf *leaf, enum status (*write)(struct sink *, void *, struct err *), struct err *err)
{
    const char *path = call_option(call, "out");
    struct sink sink = leaf->format == SHEET_TEXT && !leaf->json ? out_text() : out_data();
    enum status status = path ? export_new_file(path, false, write, leaf, err) : write(&sink, leaf, err);
    if (status == STATUS_OK && path)
        out_line("written: %s", path);
    return status;
}

/* text, md, html, json. */
static enum status leaf_format(const struct call *call, struct leaf *leaf, struct err *err)
{
    const char *name = call_option(call, "format");
    leaf->format = SHEET_TEXT;
    leaf->json = name && strcmp(name, "json") == 0;
    if (!name || leaf->json || (sheet_format_parse(name, &leaf->format) && leaf->format != SHEET_CSV && leaf->format != SHEET_TSV))
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, "%s has the formats text, md, html and json, not '%s'", call->subcommand->name, name);
}

enum status run_brief(struct call *call, struct err *err)
{
    struct leaf leaf = {.options = call_export_options(call)};
    struct store *store;
    struct brief *brief = NULL;
    char *id;
    if (call->n != 1)
        return call_usage(call, err);
    enum status status = leaf_format(call, &leaf, err);
    if (status == STATUS_OK)
        status = call_swept_store(call, &store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, store);
    status = store_find_meeting(call->parent, store, call->words[0], call->program->as_at, &id, err);
    if (status == STATUS_OK)
        status = brief_read(call->parent, store, id, &leaf.options, &brief, err);
    leaf.document = brief;
    if (status == STATUS_OK)
        status = write_leaf(call, &leaf, write_brief, err);
    call_tell_unread(call, store);
    talloc_free(store);
    return status;
}

/* ---- topic ------------------------------------------------------------------------------------------------ */

/* The item that the words name as MEETING/ITEM or MEETING ITEM; where they name no meeting they are words of the topic. */
static enum status topic_wish(struct call *call, struct store *store, struct topic_wish *wish, struct err *err)
{
    struct meeting *meeting;
    struct err unsaid;
    int position = 0;
    wish->words = call_rest(call, 0);
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
    struct leaf leaf = {.options = call_export_options(call)};
    struct topic_wish wish = {0};
    struct topic_card *card = NULL;
    struct store *store;
    if (call->n == 0)
        return call_usage(call, err);
    enum status status = leaf_format(call, &leaf, err);
    if (status == STATUS_OK)
        status = call_swept_store(call, &store, err);
    if (status != STATUS_OK)
        return status;
    call_look_back(call, store);
    status = topic_wish(call, store, &wish, err);
    if (status == STATUS_OK)
        status = topic_card_read(call->parent, store, &wish, &leaf.options, &card, err);
    leaf.document = card;
    if (status == STATUS_OK)
        status = write_leaf(call, &leaf, write_topic, err);
    call_tell_unread(call, store);
    talloc_free(store);
    return status;
}
