/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is said at the foot, and the screen of all that was said since the start: a sentence that went by
 * too fast can be read again. */
#include "config.h"

#include "private.h"

#include <string.h>

#define KEPT_MOST 500
#define SENTENCE 8 /* cell where sentences begin, after their time of day */

struct message {
    char time[TIME_OF_DAY]; /* "14:05" */
    bool error;
    char *sentence;
};

struct messages {
    struct message *at;
    size_t n;
};

void browser_show(struct browser *browser, bool error, const char *sentence)
{
    char *kept = mem_strdup(browser, sentence); /* it may be the old one */
    talloc_free(browser->message);
    browser->message = kept;
    browser->message_is_error = error;
}

static void keep(struct browser *browser, bool error, const char *sentence)
{
    struct messages *messages = browser->messages;
    if (!messages)
        messages = browser->messages = mem_new(browser, struct messages);
    if (messages->n == 0)
        messages->at = mem_zero_named(messages, KEPT_MOST * sizeof *messages->at, "messages");
    if (messages->n == KEPT_MOST) {
        talloc_free(messages->at[0].sentence);
        memmove(&messages->at[0], &messages->at[1], (KEPT_MOST - 1) * sizeof *messages->at);
        messages->n--;
    }
    struct message *message = &messages->at[messages->n++];
    *message = (struct message){.error = error, .sentence = mem_strdup(messages, sentence)};
    if (browser->program->time_of_day)
        browser->program->time_of_day(message->time);
}

void browser_say(struct browser *browser, bool error, const char *sentence)
{
    if (sentence)
        keep(browser, error, sentence);
    browser_show(browser, error, sentence);
}

/* ---- the screen ------------------------------------------------------------------------------------------ */

static void messages_fill(struct screen *screen, struct page *page)
{
    const struct messages *messages = screen->browser->messages;
    for (size_t i = 0; messages && i < messages->n; i++) {
        const struct message *message = &messages->at[i];
        int x = message->time[0] ? SENTENCE : 1;
        page_row(page, NULL, i);
        page_say(page, 1, STYLE_QUIET, message->time);
        if (message->error)
            x = page_put(page, x, 0, STYLE_ERROR, "error: ");
        page_wrap_on(page, x, SENTENCE, page->width - x - 1, STYLE_TEXT, message->sentence);
        page_no_row(page);
    }
    if (!messages || messages->n == 0)
        page_say(page, 1, STYLE_TEXT, "nothing was said yet");
}

static enum status messages_load(struct screen *screen, struct err *err)
{
    (void)err;
    screen_stale(screen);
    return STATUS_OK;
}

static void messages_frame(struct screen *screen, struct frame *frame)
{
    const struct view *view = &screen_pane(screen)->view;
    size_t n = view->page ? view->page->n_rows : 0;
    frame->title = "Messages";
    frame->title_right = "the newest last";
    frame->where = "Messages";
    frame->position = n ? mem_printf(frame->context, "row %zu of %zu", view->row + 1, n) : "none";
}

static const struct screen_ops messages_ops = {
    .name = "Messages",
    .context = CONTEXT_MESSAGES,
    .wish = {.n_columns = 1},
    .load = messages_load,
    .frame = messages_frame,
};

struct screen *messages_new(struct browser *browser)
{
    struct screen *screen = screen_make(browser, &messages_ops, sizeof *screen);
    screen_add_pane(screen, 0, NULL, messages_fill);
    if (browser->messages)
        pane_go(screen, 0, NULL, browser->messages->n);
    return screen;
}
