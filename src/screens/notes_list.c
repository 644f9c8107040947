/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Notes screen: all notes and questions by meeting, newest first. Enter opens the item, other keys change a note, answer a
 * question or take one back. */
#include "config.h"

#include "notes.h"

#include <string.h>

struct notes_screen {
    struct screen screen;
    struct notes *notes; /* child of the screen */
};

static struct notes_screen *notes_of(struct screen *screen)
{
    return (struct notes_screen *)screen;
}

static enum status notes_load(struct screen *screen, struct err *err)
{
    struct notes *notes = mem_new(screen, struct notes);
    enum status status = screen->browser->store ? store_notes(notes, screen->browser->store, NULL, notes, err) : STATUS_OK;
    if (status != STATUS_OK) {
        talloc_free(notes);
        return status;
    }
    talloc_free(notes_of(screen)->notes);
    notes_of(screen)->notes = notes;
    screen_stale(screen);
    return STATUS_OK;
}

static void notes_fill(struct screen *screen, struct page *page)
{
    const struct notes *notes = notes_of(screen)->notes;
    void *local = talloc_named_const(NULL, 0, "notes");
    const char *place = "";
    for (size_t i = 0; i < notes->n; i++) {
        const struct note *note = notes->at[i];
        const char *now = note_place_words(local, note);
        if (strcmp(now, place) != 0) {
            if (i)
                page_blank(page);
            page_wrap(page, 1, 3, page->width - 2, STYLE_HEADING, now);
            if (note->item_title)
                page_wrap(page, 1, 3, page->width - 2, STYLE_QUIET, note->item_title);
        }
        place = now;
        page_row(page, mem_printf(local, NOTE_KEY "%s", note->id), 0);
        page_wrap(page, 2, 4, page->width - 3, STYLE_TEXT, notes_words(local, note));
        if (note->quote)
            page_wrap_most(page, 4, 4, page->width - 5, STYLE_QUIET, mem_printf(local, "on \xE2\x80\x9C%s\xE2\x80\x9D", note->quote), 3);
        page_no_row(page);
    }
    if (notes->n == 0) {
        char *key = key_of(local, screen->browser, CMD_ITEM_NOTE);
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, mem_printf(local, "No notes yet: %s writes one on an item or a sentence.", key));
    }
    talloc_free(local);
}

static const struct note *note_here(struct screen *screen)
{
    const struct notes *notes = notes_of(screen)->notes;
    const char *key = screen_key(screen);
    for (size_t i = 0; key && text_starts(key, NOTE_KEY) && i < notes->n; i++)
        if (strcmp(notes->at[i]->id, key + strlen(NOTE_KEY)) == 0)
            return notes->at[i];
    return NULL;
}

static void notes_frame(struct screen *screen, struct frame *frame)
{
    size_t n = notes_of(screen)->notes->n;
    frame->title = "Notes and questions";
    frame->title_right = n ? mem_printf(frame->context, "%zu, private", n) : NULL;
    frame->where = "Notes";
    frame->position = n ? NULL : "none yet";
}

/* Ask for WORDS anew, or take those typed with the command. */
static unsigned ask(struct browser *browser, const struct note *note, enum prompt_kind prompt, const char *now, const char *typed,
                    unsigned (*answer)(struct browser *, const char *))
{
    if (job_refused(browser))
        return REACT_REDRAW;
    talloc_free(browser->prompt_target);
    browser->prompt_target = mem_strdup(browser, note->id);
    return typed ? answer(browser, typed) : browser_ask_with(browser, prompt, now);
}

static unsigned open_place(struct browser *browser, const struct note *note)
{
    struct screen *screen = notes_place(browser, note->id);
    return screen ? browser_push(browser, screen) : browser_refuse(browser, "the meeting of this note is not held any more");
}

static unsigned notes_act(struct screen *screen, const struct request *request)
{
    struct browser *browser = screen->browser;
    const struct note *note = note_here(screen);
    bool of_note = request->command == CMD_OPEN || request->command == CMD_EDIT_NOTE || request->command == CMD_ANSWER_NOTE ||
                   request->command == CMD_DELETE_NOTE;
    if (!of_note)
        return NOT_MINE;
    if (!note)
        return browser_sayf(browser, "no note here");
    switch (request->command) {
    case CMD_EDIT_NOTE:
        return ask(browser, note, PROMPT_NOTE_WORDS, note->text, request->arguments, notes_answer_words);
    case CMD_ANSWER_NOTE:
        return ask(browser, note, PROMPT_NOTE_ANSWER, note->answer, request->arguments, notes_answer_answer);
    case CMD_DELETE_NOTE:
        return job_refused(browser) ? REACT_REDRAW : job_queue_edit(browser, &(struct edit){.kind = EDIT_NOTE_WITHDRAW, .target = note->id});
    default:
        return open_place(browser, note);
    }
}

static enum offer notes_offers(struct screen *screen, enum command_id command)
{
    bool of_note = command == CMD_OPEN || command == CMD_EDIT_NOTE || command == CMD_ANSWER_NOTE || command == CMD_DELETE_NOTE;
    return !of_note ? OFFER_UNKNOWN : note_here(screen) ? OFFER_YES : OFFER_NO;
}

static const char *notes_meeting_id(struct screen *screen)
{
    const struct note *note = note_here(screen);
    return note ? note->meeting_id : NULL;
}

static const struct screen_ops notes_ops = {
    .name = "Notes",
    .context = CONTEXT_NOTES,
    .open_words = "the item",
    .wish = {.note = true, .n_columns = 1, .share = {100}},
    .offers = notes_offers,
    .load = notes_load,
    .frame = notes_frame,
    .act = notes_act,
    .meeting_id = notes_meeting_id,
};

unsigned notes_open(struct browser *browser, const char *note_id, const char *meeting_id)
{
    struct notes_screen *ns = screen_new(browser, struct notes_screen, &notes_ops);
    screen_add_pane(&ns->screen, 0, NULL, notes_fill);
    unsigned reactions = browser_push(browser, &ns->screen);
    if (browser_top(browser) != &ns->screen)
        return reactions;
    for (size_t i = 0; i < ns->notes->n; i++) {
        const struct note *note = ns->notes->at[i];
        bool here = note_id ? strcmp(note->id, note_id) == 0 : meeting_id && note->meeting_id && strcmp(note->meeting_id, meeting_id) == 0;
        if (!here)
            continue;
        char *key = mem_printf(NULL, NOTE_KEY "%s", note->id);
        pane_go(&ns->screen, 0, key, 0);
        talloc_free(key);
        break;
    }
    screen_lay_out(&ns->screen);
    return reactions;
}

unsigned do_notes(struct browser *browser, const struct request *request)
{
    struct screen *before = browser_top(browser);
    (void)request;
    if (before->context == CONTEXT_NOTES)
        return REACT_REDRAW;
    char *meeting = mem_strdup(NULL, before->ops->meeting_id ? before->ops->meeting_id(before) : NULL);
    unsigned reactions = notes_open(browser, NULL, meeting);
    talloc_free(meeting);
    return reactions;
}
