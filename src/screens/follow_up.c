/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One follow-up by itself: its sentence, how it stands, what became of it, and every change; the same keys work as in the
 * list. What stands there is follow_up_page.c's. */
#include "config.h"

#include "follow_up.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct follow_up_screen {
    struct screen screen;
    char *id;
    struct follow_up_facts *facts; /* freed with the next load */
};

static struct follow_up_screen *follow_up_of(struct screen *screen)
{
    return (struct follow_up_screen *)screen;
}

/* ---- loading ------------------------------------------------------------------------------------------------ */

/* Others of its meeting: those that hang under it, and what the minutes bring that may be it. */
static enum status read_others(struct follow_up_facts *facts, struct store *store, struct err *err)
{
    const struct action *action = facts->action;
    struct actions all = {0};
    if (!action->meeting_id)
        return STATUS_OK;
    enum status status = follow_ups_read(facts, store, action->meeting_id, &all, err);
    for (size_t i = 0; status == STATUS_OK && i < all.n; i++)
        if (follow_up_hangs_under(all.at[i], action))
            *mem_append(facts, facts->under.at, facts->under.n) = all.at[i];
    if (status == STATUS_OK && follow_up_is_kept(action))
        facts->n_likes = action_likes(facts, action, &all, &facts->likes);
    return status;
}

static enum status follow_up_load(struct screen *screen, struct err *err)
{
    struct follow_up_screen *fs = follow_up_of(screen);
    struct follow_up_facts *facts = mem_new(fs, struct follow_up_facts);
    struct store *store = screen->browser->store;
    struct actions own = {0};
    enum status status = store ? follow_up_find(facts, store, fs->id, &facts->action, err)
                               : err_set(err, STATUS_USAGE, "no papers yet");
    if (status == STATUS_OK && facts->action->state != ACTION_TO_CHECK)
        status = store_entries(facts, store, facts->action->id, &facts->entries, err);
    if (status == STATUS_OK && facts->action->state != ACTION_TO_CHECK)
        status = store_history(facts, store, facts->action->id, &facts->events, err);
    if (status == STATUS_OK)
        status = read_others(facts, store, err);
    *mem_append(facts, own.at, own.n) = facts->action;
    if (status == STATUS_OK)
        status = fuller_read(facts, store, &own, &facts->fuller, err);
    if (status != STATUS_OK) {
        talloc_free(facts);
        return status;
    }
    facts->n_clocks = action_clocks(facts, facts->action, &facts->clocks);
    talloc_free(fs->facts);
    fs->facts = facts;
    screen_stale(screen);
    return STATUS_OK;
}

/* ---- showing ------------------------------------------------------------------------------------------------- */

static void follow_up_fill(struct screen *screen, struct page *page)
{
    follow_up_page(page, follow_up_of(screen)->facts, screen->browser);
}

static void follow_up_frame(struct screen *screen, struct frame *frame)
{
    const struct action *action = follow_up_of(screen)->facts->action;
    const struct view *view = &screen_pane(screen)->view;
    const char *name = action->reference ? action->reference : "follow-up";
    frame->title = mem_printf(frame->context, "%s · %s", name, fact_follow_up_kind(action));
    frame->title_right = words_as_at(frame->context, screen->browser->program, screen->browser->width >= WEEKDAY_FROM);
    frame->note = fact_follow_up_place(frame->context, action, screen->browser->width >= SIDE_BY_SIDE_FROM ? PLACE_WHOLE : PLACE_ITEM);
    frame->where = mem_printf(frame->context, "Actions > %s", name);
    frame->position = mem_printf(frame->context, "row %zu of %zu", view->row + 1, view->page ? view->page->n_rows : 0);
}

/* ---- commands ------------------------------------------------------------------------------------------------- */

/* To the paper that an entry names. */
static unsigned open_entry(struct browser *browser, const struct action_entry *entry)
{
    struct err err;
    struct meeting *meeting;
    int position = 0;
    if (!entry->meeting_id)
        return browser_sayf(browser, entry->file_name ? "a file is kept with it: minutebook action show writes it out"
                                                      : "this entry names no paper");
    void *local = talloc_named_const(NULL, 0, "entry");
    unsigned reactions;
    if (store_meeting(local, browser->store, entry->meeting_id, &meeting, &err) == STATUS_OK &&
        (!entry->item || meeting_find_item(meeting, entry->item, &position, &err) == STATUS_OK))
        reactions = browser_push(browser, meeting_at(browser, meeting->id, position, PASSAGE_KINDS, 0));
    else
        reactions = browser_fail(browser, &err);
    talloc_free(local);
    return reactions;
}

/* A clock is taken as the member's own date, once the line is accepted. */
static unsigned open_clock(struct browser *browser, const struct clock_offer *clock)
{
    char *day = date_words(NULL, clock->by), *line = mem_printf(day, "chase %s", day);
    unsigned reactions = follow_act(browser, &(struct request){.command = CMD_SET});
    if (browser->prompt == PROMPT_SET) {
        (void)browser_sayf(browser, "Enter makes it your own date; Esc leaves it");
        reactions |= browser_ask_with(browser, PROMPT_SET, line);
    }
    talloc_free(day);
    return reactions;
}

static unsigned follow_up_do_open(struct follow_up_screen *fs)
{
    struct browser *browser = fs->screen.browser;
    const struct follow_up_facts *facts = fs->facts;
    const char *key = screen_key(&fs->screen);
    size_t at = 0;
    if (!key)
        return REACT_REDRAW;
    if (sscanf(key, ENTRY_KEY "%zu", &at) == 1 && at < facts->entries.n)
        return open_entry(browser, facts->entries.at[at]);
    if (sscanf(key, CLOCK_KEY "%zu", &at) == 1 && at < facts->n_clocks)
        return open_clock(browser, &facts->clocks[at]);
    if (sscanf(key, UNDER_KEY "%zu", &at) == 1 && at < facts->under.n)
        return follow_up_open(browser, facts->under.at[at]);
    if (sscanf(key, LIKE_KEY "%zu", &at) == 1 && at < facts->n_likes)
        return browser_do(browser, CMD_JOIN_SENTENCE, 0, facts->likes[at]->reference ? facts->likes[at]->reference : facts->likes[at]->id);
    return follow_up_open_minute(browser, facts->action);
}

static unsigned follow_up_act(struct screen *screen, const struct request *request)
{
    return request->command == CMD_OPEN ? follow_up_do_open(follow_up_of(screen)) : NOT_MINE;
}

static void follow_up_own(struct screen *screen, enum reach reach, const void *local, struct actions *out)
{
    (void)reach;
    *mem_append(local, out->at, out->n) = follow_up_of(screen)->facts->action;
}

static const struct screen_ops follow_up_ops = {
    .name = "Follow-up",
    .context = CONTEXT_FOLLOW_UP,
    .wish = {.note = true, .n_columns = 1},
    .load = follow_up_load,
    .frame = follow_up_frame,
    .act = follow_up_act,
    .follow_ups = follow_up_own,
};

unsigned follow_up_open(struct browser *browser, const struct action *action)
{
    struct follow_up_screen *fs = screen_new(browser, struct follow_up_screen, &follow_up_ops);
    fs->id = mem_strdup(fs, action->id);
    screen_add_pane(&fs->screen, 0, NULL, follow_up_fill);
    return browser_push(browser, &fs->screen);
}

/* To the sentence in its text, or to the item where there is none. */
unsigned follow_up_open_minute(struct browser *browser, const struct action *action)
{
    struct err err;
    struct meeting *meeting;
    if (!action->meeting_id)
        return browser_sayf(browser, "this follow-up hangs on no meeting");
    void *local = talloc_named_const(NULL, 0, "open");
    unsigned reactions;
    if (store_meeting(local, browser->store, action->meeting_id, &meeting, &err) == STATUS_OK) {
        int position = 0;
        enum passage_kind kind = PASSAGE_KINDS;
        size_t offset = 0;
        for (size_t i = 0; i < meeting->n_items; i++)
            if (action_is_of_item(action, meeting, &meeting->items[i]))
                position = meeting->items[i].position;
        for (size_t i = 0; action->quote_place && i < TEXT_COUNT; i++) {
            size_t n = strlen(item_text_place[i]);
            if (strncmp(action->quote_place, item_text_place[i], n) == 0 &&
                sscanf(action->quote_place + n, ":%zu", &offset) == 1)
                kind = item_text_passage[i];
        }
        reactions = browser_push(browser, meeting_at(browser, meeting->id, position, kind, offset));
    } else {
        reactions = browser_fail(browser, &err);
    }
    talloc_free(local);
    return reactions;
}

