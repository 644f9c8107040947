/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Notes and questions in the program: where a note leads to. */
#include "config.h"

#include "notes.h"

struct screen *notes_place(struct browser *browser, const char *note_id)
{
    void *local = talloc_named_const(NULL, 0, "note");
    struct note *note = NULL;
    struct meeting *meeting = NULL;
    struct screen *screen = NULL;
    struct err err;
    enum status status = store_note(local, browser->store, note_id, &note, &err);
    if (status == STATUS_OK && note->meeting_id)
        status = store_meeting(local, browser->store, note->meeting_id, &meeting, &err);
    if (status == STATUS_OK && meeting)
        screen = meeting_new(browser, meeting->id, note_position(meeting, note), PASSAGE_KINDS, 0);
    talloc_free(local);
    return screen;
}
