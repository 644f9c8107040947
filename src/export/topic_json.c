/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The pieces of a topic card as JSON, which the brief has, too. */
#include "config.h"

#include "chase.h"
#include "documents.h"
#include "topic.h"

void topic_time_json(struct json *json, const struct topic_time *time)
{
    json_object(json, NULL);
    json_text(json, "meeting_id", time->meeting_id);
    json_text(json, "committee", time->committee);
    json_date(json, "date", time->date);
    json_int(json, "position", time->position);
    json_text(json, "agenda_number", time->agenda_number);
    json_text(json, "minute_number", time->minute_number);
    json_text(json, "title", time->title);
    json_bool(json, "minute_truncated", time->cut);
    json_bool(json, "other_committee", time->elsewhere);
    json_strings(json, "asked", &time->asked);
    json_int(json, "to_check", time->to_check);
    json_object_end(json);
}

void topic_named_json(struct json *json, const struct topic_card *card)
{
    json_array(json, "named");
    for (size_t i = 0; i < card->n_named; i++) {
        const struct topic_named *named = &card->named[i];
        json_object(json, NULL);
        json_date(json, "date", named->date);
        json_text(json, "meeting_id", named->meeting_id);
        json_bool(json, "in_times", named->listed);
        json_bool(json, "background", named->background);
        json_bool(json, "programme", named->programme);
        json_object_end(json);
    }
    json_array_end(json);
}

void topic_rows_json(struct json *json, const char *key, const struct actions *rows, const struct export_options *options)
{
    json_array(json, key);
    for (size_t i = 0; i < rows->n; i++) {
        const struct action *action = rows->at[i];
        json_object(json, NULL);
        json_text(json, "id", action->id);
        json_text(json, "reference", action->reference);
        json_text(json, "meeting_id", action->meeting_id);
        json_text(json, "words", topic_summary(json->scratch, action, options));
        json_text(json, "asked_of", action_asked_of(action));
        json_text(json, "status", action->status);
        json_text(json, "when", chase_when(json->scratch, action, options->as_at));
        json_object_end(json);
    }
    json_array_end(json);
}
