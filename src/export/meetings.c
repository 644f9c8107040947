/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One meeting as JSON, key by key in the fixed order of design.md 5.3. Fields that the design does
 * not name stand at the end of their object: within version 1 fields may be added, never renamed.
 * Texts of exempt sources are null unless asked for; the lists that come from a report likewise. */
#include "config.h"

#include "documents.h"

#include <stdlib.h>
#include <string.h>

void document_open_list(struct json *json, const char *format, const struct export_options *options, const char *list)
{
    json_object(json, NULL);
    json_text(json, "format", format);
    json_int(json, "version", 1);
    json_date(json, "as_at", options->as_at);
    json_array(json, list);
}

void document_close_list(struct json *json)
{
    json_array_end(json);
    json_object_end(json);
}

void document_close_meetings(struct json *json, const struct draft *list)
{
    static const struct meeting nobody;
    json_array_end(json);
    json_array(json, "committees");
    for (size_t i = 0; list && i < list->n_listed_committees; i++) {
        const struct listed_committee *committee = &list->listed_committees[i];
        json_object(json, NULL);
        json_text(json, "name", committee->name);
        json_text(json, "service_id", committee->service_id);
        json_text(json, "category", committee->category);
        json_bool(json, "expired", committee->expired);
        json_bool(json, "deleted", committee->deleted);
        json_object_end(json);
    }
    json_array_end(json);
    document_people(json, list ? list->meeting : &nobody);
    json_object_end(json);
}

const char *document_base_name(const char *path)
{
    if (!path)
        return NULL;
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

/* ---- the parts of an item ------------------------------------------------------------------ */

static void write_attachments(struct json *json, const char *key, const struct attachment *attachments, size_t n)
{
    json_array(json, key);
    for (size_t i = 0; i < n; i++) {
        const struct attachment *attachment = &attachments[i];
        json_object(json, NULL);
        json_text(json, "title", attachment->title);
        json_text(json, "format", attachment->format);
        json_text(json, "size", attachment->size);
        json_text(json, "url", attachment->url);
        json_bool(json, "exempt", attachment->exempt);
        json_bool(json, "held", attachment->held);
        json_text(json, "service_id", attachment->service_id);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_votes(struct json *json, const struct item *item, bool shown)
{
    if (!shown) {
        json_null(json, "votes");
        return;
    }
    json_array(json, "votes");
    for (size_t i = 0; i < item->n_votes; i++) {
        json_object(json, NULL);
        json_text(json, "title", item->votes[i].title);
        json_text(json, "type", item->votes[i].type);
        json_text(json, "text", item->votes[i].text);
        json_text(json, "result", item->votes[i].result);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_links(struct json *json, const struct item *item, bool shown)
{
    if (!shown) {
        json_null(json, "links");
        return;
    }
    json_array(json, "links");
    for (size_t i = 0; i < item->n_links; i++) {
        json_object(json, NULL);
        json_text(json, "text", item->links[i].text);
        json_text(json, "url", item->links[i].url);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_rows(struct json *json, const struct block *block)
{
    if (block->kind != BLOCK_TABLE) {
        json_null(json, "rows");
        return;
    }
    json_array(json, "rows");
    for (size_t i = 0; i < block->n_rows; i++) {
        json_array(json, NULL);
        for (size_t c = 0; c < block->rows[i].n_cells; c++)
            json_text(json, NULL, block->rows[i].cells[c]);
        json_array_end(json);
    }
    json_array_end(json);
}

static void write_blocks(struct json *json, const struct item *item)
{
    json_array(json, "report_blocks");
    for (size_t i = 0; i < item->n_blocks; i++) {
        const struct block *block = &item->blocks[i];
        json_object(json, NULL);
        json_text(json, "kind", block_kind_name(block->kind));
        json_text(json, "text", block->text);
        if (block->level > 0)
            json_int(json, "level", block->level);
        else
            json_null(json, "level");
        json_text(json, "caption", block->caption);
        write_rows(json, block);
        json_text(json, "page", block->page);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_report(struct json *json, const struct item *item, bool shown)
{
    if (!shown) {
        json_null(json, "report_text");
        json_null(json, "report_blocks");
        return;
    }
    char *text = item_report_text(json->scratch, item);
    json_text(json, "report_text", text);
    talloc_free(text);
    write_blocks(json, item);
}

/* Words of the report in lists; null is "withheld", [] is "none". */
static void write_report_list(struct json *json, const char *key, const struct strings *list, bool shown)
{
    if (shown)
        json_strings(json, key, list);
    else
        json_null(json, key);
}

static void write_texts(struct json *json, const struct item *item, bool exempt)
{
    bool report = exempt || !item->report_exempt;
    bool minutes = exempt || !item->minutes_exempt;
    write_report_list(json, "asked", &item->asked, report);
    write_report_list(json, "invited", &item->invited, report);
    json_text(json, "agenda_text", exempt || !item->agenda_exempt ? item->agenda_text : NULL);
    json_text(json, "minutes_text", minutes ? item->minutes_text : NULL);
    json_text(json, "decision_text", minutes ? item->decision_text : NULL);
    write_report(json, item, report);
}

/* What the model knows beyond design.md 5.3. */
static void write_item_additions(struct json *json, const struct item *item, bool exempt)
{
    static const char *const follow_names[] = {
        [FOLLOW_NONE] = NULL,
        [FOLLOW_TO_FOLLOW] = "to follow",
        [FOLLOW_PUBLISHED_NOT_HELD] = "published not held",
        [FOLLOW_HELD] = "held",
    };
    json_text(json, "follow", follow_names[item->follow]);
    json_text(json, "author", item->author);
    json_text(json, "exempt_reason", item->exempt_reason);
    json_bool(json, "agenda_exempt", item->agenda_exempt);
    json_bool(json, "minutes_exempt", item->minutes_exempt);
    json_bool(json, "report_exempt", item->report_exempt);
    json_bool(json, "in_latest", item->in_latest);
    json_text(json, "service_id", item->service_id);
    write_votes(json, item, exempt || !item->minutes_exempt);
    /* Nobody can tell which of the texts a link stands in. */
    write_links(json, item, exempt || !(item->agenda_exempt || item->minutes_exempt || item->report_exempt));
}

static void write_item(struct json *json, const struct item *item, const struct export_options *options)
{
    json_object(json, NULL);
    json_int(json, "position", item->position);
    json_text(json, "agenda_number", item->agenda_number);
    json_text(json, "minute_number", item->minute_number);
    json_text(json, "title", item->title);
    json_text(json, "kind", item->kind);
    if (item->part > 0)
        json_int(json, "part", item->part);
    else
        json_null(json, "part");
    json_bool(json, "exempt", item->exempt);
    json_text(json, "timing", item->timing);
    json_text(json, "pages", item->pages);
    json_text(json, "pages_note", item->pages_note);
    write_attachments(json, "attachments", item->attachments, item->n_attachments);
    json_bool(json, "truncated", item->truncated);
    write_texts(json, item, options->exempt);
    write_item_additions(json, item, options->exempt);
    json_object_end(json);
}

/* ---- the parts of a meeting ---------------------------------------------------------------- */

static int compare_sources(const void *a, const void *b)
{
    const struct source *const *left = a, *const *right = b;
    return strcmp((*left)->sha256, (*right)->sha256);
}

/* By SHA-256, the one order that no import order and no folder can change. */
static void write_sources(struct json *json, const struct meeting *meeting)
{
    const struct source **sorted = NULL;
    size_t n = 0;
    for (size_t i = 0; i < meeting->n_sources; i++)
        *mem_append(json->scratch, sorted, n) = &meeting->sources[i];
    if (n)
        qsort(sorted, n, sizeof *sorted, compare_sources);
    json_array(json, "sources");
    for (size_t i = 0; i < n; i++) {
        json_object(json, NULL);
        json_text(json, "path", document_base_name(sorted[i]->path));
        json_text(json, "form", form_name(sorted[i]->form));
        json_text(json, "sha256", sorted[i]->sha256);
        json_bool(json, "exempt", sorted[i]->exempt);
        json_object_end(json);
    }
    json_array_end(json);
    talloc_free(sorted);
}

static bool is_of_exempt_source(const struct meeting *meeting, const char *sha256)
{
    for (size_t i = 0; i < meeting->n_sources; i++)
        if (strcmp(meeting->sources[i].sha256, sha256) == 0)
            return meeting->sources[i].exempt;
    return false;
}

static void write_alternatives(struct json *json, const struct meeting *meeting, bool exempt)
{
    json_array(json, "alternatives");
    for (size_t i = 0; i < meeting->n_alternatives; i++) {
        const struct alternative *alternative = &meeting->alternatives[i];
        json_object(json, NULL);
        json_text(json, "field", alternative->field);
        json_text(json, "value", exempt || !is_of_exempt_source(meeting, alternative->sha256) ? alternative->value : NULL);
        json_text(json, "source", alternative->sha256);
        json_object_end(json);
    }
    json_array_end(json);
}

void document_people(struct json *json, const struct meeting *meeting)
{
    json_array(json, "people");
    for (size_t i = 0; i < meeting->n_people; i++) {
        const struct person *person = &meeting->people[i];
        json_object(json, NULL);
        json_text(json, "name", person->name);
        json_text(json, "role", person->role);
        json_text(json, "capacity", person->capacity);
        json_text(json, "attendance", person->attendance);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_people(struct json *json, const struct meeting *meeting)
{
    document_people(json, meeting);
    json_array(json, "vacancies");
    for (size_t i = 0; i < meeting->vacancies.n; i++) {
        json_object(json, NULL);
        json_text(json, "seat", meeting->vacancies.at[i]);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_when_and_where(struct json *json, const struct meeting *meeting)
{
    char *start = meeting_time(json->scratch, meeting);
    json_date(json, "date", meeting->date);
    json_text(json, "date_basis", date_basis_name(meeting->date_basis));
    json_text(json, "date_reason", meeting->date_reason);
    json_text(json, "time", start);
    json_text(json, "venue", meeting->venue);
    json_text(json, "contact", meeting->contact);
    talloc_free(start);
}

/* Minutes are held and none is cut off: what was found is all there is to find. */
static bool candidates_complete(const struct meeting *meeting)
{
    bool minutes = false;
    for (size_t i = 0; i < meeting->n_items; i++) {
        minutes |= meeting->items[i].minutes_text || meeting->items[i].decision_text;
        if (meeting->items[i].truncated)
            return false;
    }
    return minutes;
}

void document_meeting(struct json *json, const struct meeting *meeting, int position,
                      const struct export_options *options)
{
    json_object(json, NULL);
    json_text(json, "id", meeting->id);
    json_text(json, "council", meeting->council);
    json_text(json, "committee", meeting->committee);
    write_when_and_where(json, meeting);
    json_text(json, "status", meeting->status ? meeting->status : "unknown");
    json_text(json, "status_text", meeting->status_text);
    json_text(json, "minutes_status", meeting->minutes_status);
    json_text(json, "joined_because", meeting->joined_because);
    json_bool(json, "candidates_complete", candidates_complete(meeting));
    write_sources(json, meeting);
    write_alternatives(json, meeting, options->exempt);
    write_people(json, meeting);
    json_array(json, "items");
    for (size_t i = 0; i < meeting->n_items; i++) {
        if (position == 0 || meeting->items[i].position == position)
            write_item(json, &meeting->items[i], options);
    }
    json_array_end(json);
    json_bool(json, "entered", meeting->id && meeting->n_sources == 0);
    json_text(json, "site", meeting->site);
    json_text(json, "service_id", meeting->service_id);
    json_text(json, "agenda_service_id", meeting->agenda_service_id);
    json_text(json, "committee_service_id", meeting->committee_service_id);
    write_attachments(json, "papers", meeting->papers, meeting->n_papers);
    json_object_end(json);
}
