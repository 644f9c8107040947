/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What an import said of one paper, one line each, and what a search found. */
#include "config.h"

#include "documents.h"

#define SNIPPET_WIDTH 160 /* about two lines of a terminal */

enum status export_import_result(struct sink *sink, const char *path, enum form form,
                                 const struct import_result *result, const char *refusal, struct err *err)
{
    static const struct import_result refused = {.outcome = IMPORT_REFUSED};
    const struct import_result *said = result ? result : &refused;
    struct json json;
    json_start(&json, sink);
    json_object(&json, NULL);
    json_text(&json, "path", path);
    json_text(&json, "form", form == FORM_UNKNOWN ? NULL : form_name(form));
    json_text(&json, "outcome", import_outcome_name(said->outcome));
    json_text(&json, "meeting_id", said->meeting_id);
    json_text(&json, "joined_because", said->joined_because);
    json_strings(&json, "needs", &said->needs);
    json_int(&json, "items", said->items);
    json_int(&json, "truncated", said->truncated);
    if (said->meeting_id)
        json_int(&json, "candidates", said->candidates);
    else
        json_null(&json, "candidates");
    json_bool(&json, "candidates_complete", said->candidates_complete);
    json_strings(&json, "warnings", &said->warnings);
    json_text(&json, "refusal", refusal);
    json_object_end(&json);
    return json_end(&json, err);
}

/* ---- a search ---------------------------------------------------------------------------------- */

static void write_terms(struct json *json, const struct query *query)
{
    static const char *const kinds[] = {[TERM_WORD] = "word", [TERM_PREFIX] = "prefix", [TERM_PHRASE] = "phrase"};
    json_array(json, "terms");
    for (size_t i = 0; i < query->n_terms; i++) {
        if (query->terms[i].implied)
            continue;
        json_object(json, NULL);
        json_text(json, "kind", kinds[query->terms[i].kind]);
        json_text(json, "text", query->terms[i].text);
        json_bool(json, "negated", query->terms[i].negated);
        json_object_end(json);
    }
    json_array_end(json);
}

/* Which words matched, as text: offsets would count bytes that an escape hides. */
static void write_marked(struct json *json, const struct snippet *snippet)
{
    json_array(json, "matched");
    for (size_t i = 0; i < snippet->n_marks; i++) {
        char *word = mem_strndup(json->scratch, snippet->text + snippet->marks[i].start, snippet->marks[i].len);
        json_text(json, NULL, word);
        talloc_free(word);
    }
    json_array_end(json);
}

static void write_hit(struct json *json, const struct query *query, const struct search_row *row,
                      const struct export_options *options)
{
    void *scratch = talloc_named_const(json->scratch, 0, "hit");
    struct snippet snippet = {0};
    if (!row->exempt || options->exempt)
        snippet = snippet_make(scratch, row, query, SNIPPET_WIDTH);
    json_object(json, NULL);
    json_text(json, "kind", passage_kind_words(row->kind));
    json_text(json, "meeting_id", row->meeting_id);
    json_text(json, "committee", row->committee);
    json_date(json, "date", row->date);
    json_text(json, "agenda_number", row->agenda_number);
    json_text(json, "minute_number", row->minute_number);
    if (row->position > 0)
        json_int(json, "position", row->position);
    else
        json_null(json, "position");
    json_text(json, "title", row->title);
    json_text(json, "action_id", row->action_id);
    json_text(json, "snippet", snippet.text);
    write_marked(json, &snippet);
    json_bool(json, "truncated", row->truncated);
    json_bool(json, "exempt", row->exempt);
    json_text(json, "note_id", row->note_id);
    json_text(json, "page", row->page);
    json_bool(json, "routine", row->routine);
    json_text(json, "citation", search_citation(scratch, row));
    json_object_end(json);
    talloc_free(scratch);
}

enum status export_search(struct sink *sink, const struct query *query, const struct search_rows *rows,
                          const struct export_options *options, struct err *err)
{
    struct json json;
    json_start(&json, sink);
    json_object(&json, NULL);
    json_text(&json, "format", "minutebook-search");
    json_int(&json, "version", 1);
    json_date(&json, "as_at", options->as_at);
    write_terms(&json, query);
    json_int(&json, "total", rows->total);
    json_bool(&json, "more", rows->more);
    json_array(&json, "hits");
    for (size_t i = 0; i < rows->n && !json.cancelled; i++)
        write_hit(&json, query, &rows->at[i], options);
    json_array_end(&json);
    json_strings(&json, "added", &query->added);
    json_text(&json, "order", search_order_names[rows->order]);
    json_object_end(&json);
    return json_end(&json, err);
}
