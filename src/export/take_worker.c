/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The worker that reads a colleague's minutebook-actions in the box (reliability.md 4.3): jansson takes the outside text apart there, and
 * what comes out is a flat list of names and texts. Nothing is believed of it here; who asked checks each. */
#include "config.h"

#include "take_frames.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static void *allocate(size_t n)
{
    return mem_library_alloc(n ? n : 1);
}

static void send_field(struct box_out *out, const char *key, const char *value, size_t n)
{
    struct buf frame;
    size_t name = strlen(key) + 1;
    if (name + n > BOX_FRAME_MAX)
        return; /* no text of a follow-up */
    buf_init(&frame, NULL, BOX_FRAME_MAX);
    buf_add(&frame, key, name);
    buf_add(&frame, value, n);
    box_frame(out, TAKE_FIELD, frame.data, frame.len);
    buf_release(&frame);
}

/* What OBJECT says in texts and truths; a text with a NUL is none, and nothing of ours has no name. */
static void send_fields(struct box_out *out, const json_t *object)
{
    for (void *at = json_object_iter((json_t *)(uintptr_t)object); at; at = json_object_iter_next((json_t *)(uintptr_t)object, at)) {
        const char *key = json_object_iter_key(at);
        const json_t *value = json_object_iter_value(at);
        const char *text = json_string_value(value);
        size_t n = json_string_length(value);
        if (*key && json_is_true(value) && strlen(key) < BOX_FRAME_MAX)
            box_puts(out, TAKE_TRUTH, key);
        else if (*key && text && n && strlen(text) == n)
            send_field(out, key, text, n);
    }
}

static void send_action(struct box_out *out, const json_t *action, size_t row)
{
    char *line = mem_printf(NULL, "%zu", row);
    box_puts(out, TAKE_ACTION, line);
    talloc_free(line);
    send_fields(out, action);
    const json_t *entries = json_object_get(action, "entries");
    for (size_t i = 0; i < json_array_size(entries); i++) {
        box_puts(out, TAKE_ENTRY, "");
        send_fields(out, json_array_get(entries, i));
    }
}

static bool is_text(const json_t *value, const char *text)
{
    return json_is_string(value) && strcmp(json_string_value(value), text) == 0;
}

static void send_document(struct box_out *out, const json_t *document)
{
    const json_t *actions = json_object_get(document, "actions"), *day = json_object_get(document, "as_at");
    if (!is_text(json_object_get(document, "format"), "minutebook-actions") || json_integer_value(json_object_get(document, "version")) != 1 ||
        !json_is_array(actions)) {
        box_puts(out, TAKE_REFUSED, "this is no minutebook-actions document of version 1");
        return;
    }
    box_puts(out, TAKE_AS_AT, json_string_length(day) == strlen("2031-03-01") ? json_string_value(day) : "");
    for (size_t i = 0; i < json_array_size(actions); i++) {
        const json_t *action = json_array_get(actions, i);
        /* what is to check is found here, too; refusals are each their own */
        if (is_text(json_object_get(action, "state"), action_state_name(ACTION_KEPT)))
            send_action(out, action, i + 1);
    }
}

static void work(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    json_error_t why;
    (void)argument;
    json_set_alloc_funcs(allocate, free);
    json_t *document = json_loadb((const char *)bytes, n, JSON_REJECT_DUPLICATES, &why);
    if (document) {
        send_document(out, document);
    } else {
        char *words = mem_printf(NULL, "line %d, column %d: %.200s", why.line, why.column, why.text);
        struct safe safe = safe_line(NULL, words); /* it quotes the document, and cuts where it will */
        box_puts(out, TAKE_REFUSED, safe.text);
        talloc_free((void *)(uintptr_t)safe.text);
        talloc_free(words);
    }
    json_decref(document);
}

/* Goes through the box before the first document. */
static const char known[] = "{\"format\":\"minutebook-actions\",\"version\":1,\"as_at\":\"2031-03-01\",\"actions\":[{\"id\":\"1\",\"state\":\"confirmed\","
                            "\"subject\":\"caf\\u00e9s\",\"exempt\":true,\"confidence\":0.5,\"entries\":[{\"kind\":\"update\",\"text\":\"told\"}]}]}";

const struct box_worker *take_worker(void)
{
    static const struct box_worker worker = {.name = "tracker", .run = work, .known = known, .n_known = sizeof known - 1};
    return &worker;
}
