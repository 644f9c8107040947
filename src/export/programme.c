/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One edition of a work programme as JSON, in the fixed order of design.md 5.3. */
#include "config.h"

#include "documents.h"

static void write_whens(struct json *json, const char *key, const struct when *whens, size_t n)
{
    json_array(json, key);
    for (size_t i = 0; i < n; i++) {
        json_object(json, NULL);
        json_text(json, "text", whens[i].text);
        json_date(json, "from", whens[i].span.from);
        json_date(json, "to", whens[i].span.to);
        json_object_end(json);
    }
    json_array_end(json);
}

static void write_entry(struct json *json, const struct programme_entry *entry)
{
    json_object(json, NULL);
    write_whens(json, "planned", entry->planned, entry->n_planned);
    json_bool(json, "inherited", entry->inherited);
    json_text(json, "section", programme_section_name(entry->section));
    json_text(json, "state", programme_state_name(entry->state));
    json_text(json, "issue", entry->issue);
    write_whens(json, "last_reports", entry->last_reports, entry->n_last_reports);
    json_text(json, "last_reports_text", entry->last_reports_text);
    json_text(json, "notes", entry->notes);
    json_date(json, "requested_on", entry->requested_on);
    json_text(json, "frequency", entry->frequency);
    json_object_end(json);
}

static void write_champions(struct json *json, const struct programme *programme)
{
    json_array(json, "champions");
    for (size_t i = 0; i < programme->n_champions; i++) {
        json_object(json, NULL);
        json_text(json, "topic", programme->champions[i].topic);
        json_text(json, "name", programme->champions[i].name);
        json_object_end(json);
    }
    json_array_end(json);
}

void document_programme(struct json *json, const struct programme *programme)
{
    json_object(json, NULL);
    json_text(json, "committee", programme->committee);
    json_date(json, "published_for", programme->published_for);
    json_text(json, "title", programme->title);
    json_text(json, "preamble", programme->preamble);
    json_array(json, "future_meetings");
    for (size_t i = 0; i < programme->n_future_meetings; i++)
        json_date(json, NULL, programme->future_meetings[i]);
    json_array_end(json);
    write_champions(json, programme);
    json_array(json, "entries");
    for (size_t i = 0; i < programme->n_entries; i++)
        write_entry(json, &programme->entries[i]);
    json_array_end(json);
    json_text(json, "meeting_id", programme->meeting_id);
    json_object_end(json);
}
