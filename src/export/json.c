/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The one JSON writer. Bytes go to the sink in pieces, long strings too, so that a store of any size
 * is exported in a fixed amount of memory. It knows no document: those stand in the files beside. */
#include "config.h"

#include "json.h"

#include <inttypes.h>
#include <string.h>

#define PIECE_MAX ((size_t)32 << 10) /* bytes of a string escaped at once: at most 6 times that */
#define BUF_FLUSH ((size_t)64 << 10) /* handed to the sink from here on */
#define BUF_LIMIT ((size_t)1 << 20)  /* never reached: BUF_FLUSH and one escaped piece */

void json_start(struct json *json, struct sink *sink)
{
    *json = (struct json){.sink = sink, .scratch = talloc_named_const(NULL, 0, "json")};
    buf_init(&json->buf, json->scratch, BUF_LIMIT);
}

static void json_flush(struct json *json)
{
    if (json->buf.len && !json->cancelled)
        json->cancelled = !json->sink->write(json->sink->to, json->buf.data, json->buf.len);
    buf_clear(&json->buf);
}

enum status json_end(struct json *json, struct err *err)
{
    buf_putc(&json->buf, '\n');
    json_flush(json);
    if (json->cancelled)
        return json_give_up(json, err_set(err, STATUS_CANCELLED, "the export was stopped before its end"));
    return json_give_up(json, STATUS_OK);
}

enum status json_give_up(struct json *json, enum status status)
{
    talloc_free(json->scratch);
    json->scratch = NULL;
    return status;
}

/* Comma and key of the value that follows. */
static void json_lead(struct json *json, const char *key)
{
    if (json->buf.len >= BUF_FLUSH)
        json_flush(json);
    if (json->filled[json->depth])
        buf_putc(&json->buf, ',');
    json->filled[json->depth] = true;
    if (key) {
        buf_putc(&json->buf, '"');
        buf_puts(&json->buf, key);
        buf_puts(&json->buf, "\":");
    }
}

static void json_open(struct json *json, const char *key, char bracket)
{
    json_lead(json, key);
    buf_putc(&json->buf, bracket);
    if (json->depth < JSON_DEPTH_MAX - 1)
        json->depth++;
    json->filled[json->depth] = false;
}

static void json_close(struct json *json, char bracket)
{
    buf_putc(&json->buf, bracket);
    if (json->depth > 0)
        json->depth--;
}

void json_object(struct json *json, const char *key)
{
    json_open(json, key, '{');
}

void json_object_end(struct json *json)
{
    json_close(json, '}');
}

void json_array(struct json *json, const char *key)
{
    json_open(json, key, '[');
}

void json_array_end(struct json *json)
{
    json_close(json, ']');
}

void json_null(struct json *json, const char *key)
{
    json_lead(json, key);
    buf_puts(&json->buf, "null");
}

/* A piece of at most PIECE_MAX bytes that does not end inside a character. */
static size_t piece_of(const char *text, size_t n)
{
    if (n <= PIECE_MAX)
        return n;
    size_t cut = PIECE_MAX;
    while (cut > PIECE_MAX - 3 && ((unsigned char)text[cut] & 0xC0) == 0x80)
        cut--;
    return cut;
}

void json_text(struct json *json, const char *key, const char *value)
{
    if (!value || !*value) {
        json_null(json, key);
        return;
    }
    json_lead(json, key);
    buf_putc(&json->buf, '"');
    for (size_t left = strlen(value); left > 0;) {
        size_t n = piece_of(value, left);
        text_json(&json->buf, value, n);
        value += n;
        left -= n;
        if (json->buf.len >= BUF_FLUSH)
            json_flush(json);
    }
    buf_putc(&json->buf, '"');
}

void json_int(struct json *json, const char *key, int64_t value)
{
    json_lead(json, key);
    buf_printf(&json->buf, "%" PRId64, value);
}

void json_hundredths(struct json *json, const char *key, int hundredths)
{
    json_lead(json, key);
    buf_printf(&json->buf, "%d.%02d", hundredths / 100, hundredths % 100);
}

void json_bool(struct json *json, const char *key, bool value)
{
    json_lead(json, key);
    buf_puts(&json->buf, value ? "true" : "false");
}

void json_date(struct json *json, const char *key, struct date value)
{
    if (!date_is_set(value)) {
        json_null(json, key);
        return;
    }
    json_lead(json, key);
    buf_printf(&json->buf, "\"%04d-%02d-%02d\"", value.year, value.month, value.day);
}

void json_strings(struct json *json, const char *key, const struct strings *list)
{
    json_array(json, key);
    for (size_t i = 0; i < list->n; i++)
        json_text(json, NULL, list->at[i]);
    json_array_end(json);
}
