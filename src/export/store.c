/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The store's documents: meetings one by one, so that a store of any size is exported in little
 * memory, and the work programmes. What is exported does not depend on the order of imports. */
#include "config.h"

#include "documents.h"

static enum status write_stored(struct json *json, struct store *store, const char *id, int position,
                                const struct export_options *options, struct err *err)
{
    struct meeting *meeting = NULL;
    enum status status = store_meeting(json->scratch, store, id, &meeting, err);
    if (status != STATUS_OK)
        return status;
    document_meeting(json, meeting, position, options);
    talloc_free(meeting);
    return STATUS_OK;
}

static enum status finish(struct json *json, enum status status, bool meetings, struct err *err)
{
    if (status != STATUS_OK)
        return json_give_up(json, status);
    if (meetings)
        document_close_meetings(json, NULL);
    else
        document_close_list(json);
    return json_end(json, err);
}

enum status export_meetings(struct sink *sink, struct store *store, const struct export_options *options,
                            struct err *err)
{
    struct json json;
    struct meeting_rows rows = {0};
    json_start(&json, sink);
    enum status status = store_meetings(json.scratch, store, &rows, err);
    if (status == STATUS_OK)
        document_open_list(&json, "minutebook-meetings", options, "meetings");
    for (size_t i = 0; i < rows.n && status == STATUS_OK && !json.cancelled; i++)
        status = write_stored(&json, store, rows.at[i].id, 0, options, err);
    return finish(&json, status, true, err);
}

enum status export_meeting(struct sink *sink, struct store *store, const char *id, int item_position,
                           const struct export_options *options, struct err *err)
{
    struct json json;
    struct meeting *meeting = NULL;
    json_start(&json, sink);
    enum status status = store_meeting(json.scratch, store, id, &meeting, err);
    if (status == STATUS_OK) {
        document_open_list(&json, "minutebook-meetings", options, "meetings");
        document_meeting(&json, meeting, item_position, options);
    }
    return finish(&json, status, true, err);
}

enum status export_programmes(struct sink *sink, struct store *store, const struct export_options *options,
                              struct err *err)
{
    struct json json;
    struct programmes programmes = {0};
    json_start(&json, sink);
    enum status status = store_programmes(json.scratch, store, NULL, &programmes, err);
    if (status == STATUS_OK)
        document_open_list(&json, "minutebook-programme", options, "editions");
    for (size_t i = 0; i < programmes.n && status == STATUS_OK; i++)
        document_programme(&json, programmes.at[i]);
    return finish(&json, status, false, err);
}
