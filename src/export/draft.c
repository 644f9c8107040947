/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The documents of one paper's own draft, before any store has seen it: what `import --dry-run
 * --format json` prints and what is compared with hand-made annotations. */
#include "config.h"

#include "documents.h"

#include <string.h>

enum status export_draft_meeting(struct sink *sink, const struct draft *draft, const struct export_options *options,
                                 struct err *err)
{
    struct json json;
    json_start(&json, sink);
    document_open_list(&json, "minutebook-meetings", options, "meetings");
    if (draft->meeting) {
        /* The draft is its meeting's one source, whether or not its reader said so there. */
        struct source source = {.path = draft->path, .form = draft->form};
        memcpy(source.sha256, draft->sha256, sizeof source.sha256);
        struct meeting meeting = *draft->meeting;
        if (meeting.n_sources == 0) {
            meeting.sources = &source;
            meeting.n_sources = 1;
        }
        document_meeting(&json, &meeting, 0, options);
    }
    document_close_list(&json);
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
