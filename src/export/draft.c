/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The documents of one paper's own draft, before any store has seen it: what `import --dry-run
 * --format json` prints and what is compared with hand-made annotations. */
#include "config.h"

#include "documents.h"

#include <string.h>

/* Meetings that a list names, as meetings of which no paper is held. */
static void write_listed(struct json *json, const struct draft *draft, const struct export_options *options)
{
    for (size_t i = 0; i < draft->n_listed_meetings; i++) {
        const struct listed_meeting *listed = &draft->listed_meetings[i];
        struct meeting meeting = {
            .council = draft->meeting->council,
            .committee = listed->committee,
            .date = listed->date,
            .date_basis = date_is_set(listed->date) ? DATE_STATED : DATE_UNKNOWN,
            .minutes_after_midnight = listed->minutes_after_midnight,
            .venue = listed->venue,
            .status = listed->status,
            .status_text = listed->status_text,
            .site = draft->meeting->site,
            .service_id = listed->service_id,
            .committee_service_id = listed->committee_service_id,
        };
        document_meeting(json, &meeting, 0, options);
    }
}

enum status export_draft_meeting(struct sink *sink, const struct draft *draft, const struct export_options *options,
                                 struct err *err)
{
    struct json json;
    json_start(&json, sink);
    document_open_list(&json, "minutebook-meetings", options, "meetings");
    if (form_is_list(draft->form)) {
        write_listed(&json, draft, options);
    } else if (draft->meeting) {
        /* The draft is its meeting's one source, whether or not its reader said so there. */
        struct source source = {.path = draft->path, .form = draft->form};
        memcpy(source.sha256, draft->sha256, sizeof source.sha256);
        struct meeting meeting = *draft->meeting;
        if (meeting.n_sources == 0) {
            meeting.sources = &source;
            meeting.n_sources = 1;
        }
        meeting.papers = draft->papers;
        meeting.n_papers = draft->n_papers;
        document_meeting(&json, &meeting, 0, options);
    }
    document_close_meetings(&json, form_is_list(draft->form) ? draft : NULL);
    return json_end(&json, err);
}

enum status export_draft_programme(struct sink *sink, const struct draft *draft, const struct export_options *options,
                                   struct err *err)
{
    struct json json;
    json_start(&json, sink);
    document_open_list(&json, "minutebook-programme", options, "editions");
    if (draft->programme)
        document_programme(&json, draft->programme);
    document_close_list(&json);
    return json_end(&json, err);
}
