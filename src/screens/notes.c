/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Writing a note or a question on an item, and what is shown of those that are there. What is typed is a question where it ends with
 * one, and "> the Director: how many?" says for whom. */
#include "config.h"

#include "meeting.h"
#include "notes.h"

#include <string.h>

/* ---- what is shown ---------------------------------------------------------------------------------------------- */

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

char *notes_words(const void *parent, const struct note *note)
{
    bool question = strcmp(note->kind, NOTE_QUESTION) == 0;
    return mem_printf(parent, "%s%s%s: %s%s%s%s", question ? "question" : "note", note->for_whom ? " for " : "",
                      note->for_whom ? note->for_whom : "", note->text, note->answer ? " \xE2\x80\x93 answered: " : "",
                      note->answer ? note->answer : "", note->damaged ? " (damaged: run minutebook check)" : "");
}

int notes_count(const struct notes *notes, const struct meeting *meeting, int position)
{
    int n = 0;
    for (size_t i = 0; i < notes->n; i++)
        n += note_position(meeting, notes->at[i]) == position;
    return n;
}

/* ---- what was read -------------------------------------------------------------------------------------------------- */

unsigned meeting_turn_read(struct meeting_screen *ms)
{
    size_t at = (size_t)ms->position - 1;
    if (ms->position < 1 || at >= ms->meeting->n_items || job_refused(ms->screen.browser))
        return REACT_REDRAW;
    void *local = talloc_named_const(NULL, 0, "read");
    bool read = at < ms->reads.n && ms->reads.of[at] == ITEM_READ;
    struct edit edit = {.kind = EDIT_LOOKED, .field = "item", .target = ms->meeting->id,
                        .value = store_item_key(local, ms->meeting, ms->position),
                        .reason = read ? NULL : store_item_sum(local, &ms->meeting->items[at])};
    unsigned reactions = job_queue_looked(ms->screen.browser, &edit);
    talloc_free(local);
    return reactions;
}

/* ---- a new one ---------------------------------------------------------------------------------------------------- */

/* Words behind "> WHO:", which goes into NOTE. */
static const char *take_for_whom(struct note *note, const char *line)
{
    const char *colon = *line == '>' ? strchr(line, ':') : NULL;
    if (!colon)
        return line;
    note->for_whom = text_squeeze(note, line + 1, (size_t)(colon - line - 1));
    return colon + 1;
}

static struct note *read_line(const void *parent, const char *line)
{
    struct note *note = mem_new(parent, struct note);
    const char *words = take_for_whom(note, line + strspn(line, " \t"));
    note->text = text_squeeze(note, words, strlen(words));
    size_t n = strlen(note->text);
    bool question = note->for_whom || (n > 0 && note->text[n - 1] == '?');
    note->kind = mem_strdup(note, question ? NOTE_QUESTION : NOTE_NOTE);
    return note;
}

unsigned notes_answer_new(struct browser *browser, const char *line)
{
    const struct add_place *place = browser->adding;
    void *local = talloc_named_const(NULL, 0, "note");
    struct meeting *meeting = NULL;
    struct err err;
    struct note *note = read_line(local, line);
    unsigned reactions;
    if (!place || !place->meeting_id || store_meeting(local, browser->store, place->meeting_id, &meeting, &err) != STATUS_OK) {
        reactions = browser_refuse(browser, "a note stands on a meeting or an item: go to one first");
    } else {
        note_place(note, meeting, place->position, note);
        note->quote = mem_strdup(note, place->quote);
        note->quote_place = place->quote ? mem_printf(note, "%s:%zu", place->passage, place->offset) : NULL;
        reactions = job_queue_edit(browser, &(struct edit){.kind = EDIT_NOTE_ADD, .note = note});
    }
    talloc_free(local);
    return reactions;
}

unsigned notes_write(struct browser *browser, const struct request *request)
{
    if (job_refused(browser))
        return REACT_REDRAW;
    browser_add_here(browser);
    if (!browser->adding->meeting_id)
        return browser_refuse(browser, "a note stands on a meeting or an item: go to one first");
    if (request->arguments)
        return notes_answer_new(browser, request->arguments);
    if (browser->adding->quote)
        (void)browser_sayf(browser, "on: \xE2\x80\x9C%s\xE2\x80\x9D", browser->adding->quote);
    return browser_ask(browser, PROMPT_ITEM_NOTE);
}

/* ---- one that is there ---------------------------------------------------------------------------------------------- */

static unsigned set_field(struct browser *browser, const char *field, const char *line)
{
    struct edit edit = {.kind = EDIT_NOTE_SET, .target = browser->prompt_target, .field = field, .value = line};
    return browser->prompt_target ? job_queue_edit(browser, &edit) : REACT_REDRAW;
}

unsigned notes_answer_words(struct browser *browser, const char *line)
{
    return set_field(browser, "text", line);
}

unsigned notes_answer_answer(struct browser *browser, const char *line)
{
    return set_field(browser, "answer", line);
}
