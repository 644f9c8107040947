/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The streaming JSON writer (private to this room): compact, one comma where one is due, absent is
 * null and never "". Memory stays small whatever the size of the document. */
#ifndef EXPORT_JSON_H
#define EXPORT_JSON_H

#include <minutebook/export.h>

#define JSON_DEPTH_MAX 32

/* A document on its way to a sink. `cancelled` is set once the sink refuses; what comes after is dropped. */
struct json {
    struct sink *sink;
    void *scratch;               /* talloc context of the writer; callers may use it for short-lived strings */
    struct buf buf;              /* not yet handed to the sink */
    bool filled[JSON_DEPTH_MAX]; /* does the open array or object at this depth hold anything? */
    int depth;
    bool cancelled;
};

void json_start(struct json *json, struct sink *sink);
/* One newline, the rest to the sink, memory given back. STATUS_CANCELLED where the sink refused. */
enum status json_end(struct json *json, struct err *err);
/* As json_end() for a document that failed on the way: nothing more is written; returns STATUS. */
enum status json_give_up(struct json *json, enum status status);

/* KEY is a literal of ours (ASCII, no escapes needed); NULL inside an array. */
void json_object(struct json *json, const char *key);
void json_object_end(struct json *json);
void json_array(struct json *json, const char *key);
void json_array_end(struct json *json);

void json_null(struct json *json, const char *key);
void json_text(struct json *json, const char *key, const char *value); /* NULL and "" are null */
void json_int(struct json *json, const char *key, int64_t value);
void json_hundredths(struct json *json, const char *key, int hundredths); /* 90 as 0.90 */
void json_bool(struct json *json, const char *key, bool value);
void json_date(struct json *json, const char *key, struct date value); /* "YYYY-MM-DD"; unset: null */
void json_strings(struct json *json, const char *key, const struct strings *list);

#endif
