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
    json_strings(json, "notes", &time->noted);
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

static void write_plans(struct json *json, const struct topic_card *card)
{
    json_array(json, "programme");
    for (size_t i = 0; i < card->n_plans; i++) {
        const struct topic_plan *plan = &card->plans[i];
        json_object(json, NULL);
        json_text(json, "committee", plan->committee);
        json_text(json, "issue", plan->issue);
        json_text(json, "planned", plan->when);
        json_date(json, "first", plan->first);
        json_date(json, "last", plan->last);
        json_text(json, "meeting_id", plan->meeting_id);
        json_text(json, "before", plan->was);
        json_text(json, "notes", plan->notes);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_tables(struct json *json, const struct topic_card *card)
{
    json_array(json, "tables");
    for (size_t i = 0; i < card->n_tables; i++) {
        const struct topic_table *table = &card->tables[i];
        json_object(json, NULL);
        json_text(json, "meeting_id", table->meeting_id);
        json_int(json, "position", table->position);
        json_text(json, "caption", table->caption);
        json_text(json, "page", table->page);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_titles(struct json *json, const struct topic_card *card)
{
    json_array(json, "titles");
    for (size_t i = 0; i < card->n_titles; i++) {
        const struct topic_title *title = &card->titles[i];
        json_object(json, NULL);
        json_text(json, "title", title->title);
        json_date(json, "first", title->first);
        json_date(json, "last", title->last);
        json_int(json, "times", title->times);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_mentions(struct json *json, const struct topic_card *card)
{
    json_array(json, "mentions");
    for (size_t i = 0; i < card->n_mentions; i++) {
        const struct topic_mention *mention = &card->mentions[i];
        json_object(json, NULL);
        json_text(json, "meeting_id", mention->meeting_id);
        json_text(json, "committee", mention->committee);
        json_date(json, "date", mention->date);
        json_text(json, "kind", passage_kind_words(mention->kind));
        json_int(json, "position", mention->position);
        json_text(json, "agenda_number", mention->agenda_number);
        json_text(json, "minute_number", mention->minute_number);
        json_text(json, "title", mention->title);
        json_text(json, "sentence", mention->sentence);
        json_object_end(json);
    }
    json_array_end(json);
}

enum status export_topic_json(struct sink *sink, const struct topic_card *card, const struct export_options *options, struct err *err)
{
    struct json json;
    json_start(&json, sink);
    json_object(&json, NULL);
    json_text(&json, "format", "minutebook-topic");
    json_int(&json, "version", 1);
    json_date(&json, "as_at", options->as_at);
    json_text(&json, "name", card->name);
    json_text(&json, "committee", card->committee);
    json_array(&json, "times");
    for (size_t i = 0; i < card->n_times; i++)
        topic_time_json(&json, &card->times[i]);
    json_array_end(&json);
    topic_rows_json(&json, "owed", &card->open, options);
    topic_rows_json(&json, "closed", &card->closed, options);
    topic_rows_json(&json, "to_check", &card->to_check, options);
    write_plans(&json, card);
    topic_named_json(&json, card);
    write_tables(&json, card);
    write_titles(&json, card);
    write_mentions(&json, card);
    json_object_end(&json);
    return json_end(&json, err);
}
