/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Why sentences of minutes are follow-ups, or none, as JSON: one object a sentence, in the order of the paper. */
#include "config.h"

#include <minutebook/export_explain.h>

#include "documents.h"

static void write_refusals(struct json *json, const struct explained *row, bool hidden)
{
    json_array(json, "refused");
    for (size_t i = 0; i < row->n_refusals; i++) {
        const struct explained_refusal *refusal = &row->refusals[i];
        json_object(json, NULL);
        json_text(json, "rule", refusal->rule);
        json_text(json, "rule_file", refusal->file);
        json_int(json, "rule_line", refusal->line);
        json_text(json, "why", hidden ? NULL : refusal->why);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_sentence(struct json *json, const struct explained *row, const struct export_options *options)
{
    bool hidden = row->exempt && !options->exempt;
    json_object(json, NULL);
    json_text(json, "agenda_number", row->item->agenda_number);
    json_text(json, "minute_number", row->item->minute_number);
    json_int(json, "position", row->item->position);
    json_text(json, "item_title", row->item->title);
    json_text(json, "passage", row->passage);
    json_int(json, "offset", (int64_t)row->offset);
    json_text(json, "quote", hidden ? NULL : row->words);
    json_text(json, "place", row->place);
    json_text(json, "what", explained_name(row->what));
    json_text(json, "why", hidden ? NULL : row->why);
    json_text(json, "class", row->class);
    json_text(json, "kind", row->kind);
    json_text(json, "candidate_id", row->candidate_id);
    json_text(json, "rule", row->rule);
    json_text(json, "rule_file", row->file);
    if (row->rule) {
        json_int(json, "rule_line", row->line);
        json_bool(json, "own_rule", row->own);
        json_hundredths(json, "confidence", row->confidence);
    } else {
        json_null(json, "rule_line");
        json_null(json, "own_rule");
        json_null(json, "confidence");
    }
    write_refusals(json, row, hidden);
    json_bool(json, "exempt", row->exempt);
    json_object_end(json);
}

enum status export_explanation(struct sink *sink, const struct meeting *meeting, const struct explanation *explanation,
                               const struct export_options *options, struct err *err)
{
    struct json json;
    json_start(&json, sink);
    json_object(&json, NULL);
    json_text(&json, "format", "minutebook-explanation");
    json_int(&json, "version", 1);
    json_date(&json, "as_at", options->as_at);
    json_text(&json, "meeting_id", meeting->id);
    json_text(&json, "committee", meeting->committee);
    json_date(&json, "date", meeting->date);
    json_array(&json, "sentences");
    for (size_t i = 0; i < explanation->n; i++)
        write_sentence(&json, &explanation->at[i], options);
    json_array_end(&json);
    json_object_end(&json);
    return json_end(&json, err);
}
