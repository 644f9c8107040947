/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What later papers tell of follow-ups, as JSON: proposals with their places and reasons, how a topic stands in the work programme,
 * and which later meetings were looked at. */
#include "config.h"

#include "documents.h"

static void write_proposal(struct json *json, const struct evidence *evidence, const struct export_options *options)
{
    static const struct strings none = {0};
    bool withheld = evidence->exempt && !options->exempt;
    json_object(json, NULL);
    json_text(json, "sort", evidence_sort_name(evidence->sort));
    json_text(json, "grade", evidence_grade_name(evidence->grade));
    json_text(json, "words", evidence_words(json->scratch, evidence));
    json_text(json, "meeting_id", evidence->meeting_id);
    json_text(json, "committee", evidence->committee);
    json_date(json, "date", evidence->date);
    json_bool(json, "ahead", evidence->ahead);
    json_text(json, "item", evidence->item);
    json_int(json, "position", evidence->position);
    json_text(json, "agenda_number", evidence->agenda_number);
    json_text(json, "minute_number", evidence->minute_number);
    json_text(json, "item_title", evidence->item_title);
    json_text(json, "passage", passage_kind_words(evidence->passage));
    json_int(json, "offset", evidence->offset);
    json_text(json, "quote", withheld ? NULL : evidence->quote);
    json_bool(json, "exempt", evidence->exempt);
    json_bool(json, "truncated", evidence->truncated);
    json_strings(json, "reasons", withheld ? &none : &evidence->reasons); /* they say words of the quote */
    json_object_end(json);
}

static void write_topic(struct json *json, const struct topic *topic)
{
    if (topic->standing == TOPIC_NOT_ASKED) {
        json_null(json, "topic");
        return;
    }
    json_object(json, "topic");
    json_text(json, "standing", topic_standing_name(topic->standing));
    json_text(json, "words", topic_words(json->scratch, topic));
    json_text(json, "meeting_id", topic->meeting_id);
    json_date(json, "published_for", topic->published_for);
    json_text(json, "issue", topic->issue);
    json_text(json, "planned", topic->planned);
    json_date(json, "since", topic->since);
    json_object_end(json);
}

static void write_later(struct json *json, const struct later_meeting *later)
{
    json_object(json, NULL);
    json_text(json, "meeting_id", later->meeting_id);
    json_text(json, "committee", later->committee);
    json_date(json, "date", later->date);
    json_text(json, "state", later_state_name(later->state));
    json_int(json, "minutes_cut", later->minutes_cut);
    json_object_end(json);
}

static void write_traced(struct json *json, const struct action *action, const struct traced *traced, const struct export_options *options)
{
    json_object(json, NULL);
    json_text(json, "id", action->id);
    json_text(json, "reference", action->reference);
    json_text(json, "committee", action->committee);
    json_text(json, "meeting_id", action->meeting_id);
    json_date(json, "meeting_date", action->meeting_date);
    json_text(json, "words", traced_words(json->scratch, traced));
    json_text(json, "caution", traced_caution(json->scratch, traced));
    write_topic(json, &traced->topic);
    json_array(json, "proposals");
    for (size_t i = 0; i < traced->n; i++)
        write_proposal(json, &traced->at[i], options);
    json_array_end(json);
    json_array(json, "later");
    for (size_t i = 0; i < traced->n_later; i++)
        write_later(json, &traced->later[i]);
    json_array_end(json);
    json_object_end(json);
}

enum status export_evidence(struct sink *sink, struct action *const *actions, struct traced *const *traced, size_t n,
                            const struct export_options *options, struct err *err)
{
    struct json json;
    json_start(&json, sink);
    document_open_list(&json, "minutebook-evidence", options, "actions");
    for (size_t i = 0; i < n && !json.cancelled; i++)
        write_traced(&json, actions[i], traced[i], options);
    document_close_list(&json);
    return json_end(&json, err);
}
