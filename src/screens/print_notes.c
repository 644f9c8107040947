/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* `note list`: notes and questions by meeting, newest first, each with the beginning of its id by which it is named. */
#include "config.h"

#include "notes.h"

#include <string.h>

#define ID_SHOWN 8
#define PRINT_WIDTH_MIN 40

static void note_row(struct page *page, const void *local, const struct note *note)
{
    page_wrap(page, 1, 3, 0, STYLE_TEXT, mem_printf(local, "%.*s  %s", ID_SHOWN, note->id, notes_words(local, note)));
    if (note->quote)
        page_wrap(page, 3, 3, 0, STYLE_QUIET, mem_printf(local, "on \xE2\x80\x9C%s\xE2\x80\x9D", note->quote));
}

enum status notes_print(struct sink *sink, struct store *store, const struct program *program, const char *meeting_id, int width, struct err *err)
{
    void *local = talloc_named_const(NULL, 0, "notes");
    struct notes notes;
    enum status status = store_notes(local, store, meeting_id, &notes, err);
    struct page *page = page_new(local, width < PRINT_WIDTH_MIN ? PRINT_WIDTH_MIN : width);
    page_say(page, 0, STYLE_HEAD, notes.n ? mem_printf(local, "Notes and questions: %zu, private", notes.n) : "Notes and questions");
    const char *place = "";
    for (size_t i = 0; status == STATUS_OK && i < notes.n; i++) {
        const char *now = note_place_words(local, notes.at[i]);
        if (strcmp(place, now) != 0) {
            page_blank(page);
            page_wrap(page, 0, 2, 0, STYLE_HEADING, now);
        }
        place = now;
        note_row(page, local, notes.at[i]);
    }
    if (status == STATUS_OK && notes.n == 0)
        page_wrap(page, 0, 2, 0, STYLE_TEXT, "None yet.");
    if (status == STATUS_OK && !page_write(page, sink, program->ascii))
        status = err_set(err, STATUS_CANCELLED, "the output was closed");
    talloc_free(local);
    return status;
}
