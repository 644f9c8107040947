/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Desk as a screen: the page of desk_page.c, and where its rows lead. While there are no papers it is
 * begin.c's page. */
#include "config.h"

#include "desk.h"

#include <string.h>

struct desk {
    struct screen screen;
    struct desk_facts *facts; /* child of the screen */
};

static struct desk *desk_of(struct screen *screen)
{
    return (struct desk *)screen;
}

static enum status desk_load(struct screen *screen, struct err *err)
{
    struct desk *desk = desk_of(screen);
    struct desk_facts *facts = mem_new(screen, struct desk_facts);
    enum status status = desk_read(facts, screen->browser->store, screen->browser->program->as_at, facts, err);
    if (status != STATUS_OK) {
        talloc_free(facts);
        return status;
    }
    facts->unswept = screen->browser->sweep == SWEEP_DUE;
    bool was_empty = !desk->facts || desk->facts->meetings.n == 0;
    talloc_free(desk->facts);
    desk->facts = facts;
    screen->context = desk_is_empty(facts) ? CONTEXT_BEGIN : CONTEXT_DESK;
    screen_stale(screen);
    const struct meeting_row *first = was_empty ? desk_first(facts) : NULL;
    if (first)
        pane_go(screen, 0, first->id, 0);
    return STATUS_OK;
}

static void desk_fill(struct screen *screen, struct page *page)
{
    const struct program *program = screen->browser->program;
    if (desk_is_empty(desk_of(screen)->facts))
        begin_page(page, program, true);
    else
        desk_page(page, desk_of(screen)->facts, program, key_of(page, screen->browser, CMD_MEETINGS));
}

#define LOW 16 /* lines of a terminal on which what is to be done has no room above the meetings */

static const struct layout_wish low_wish = {.note = true, .n_columns = 1};

/* There the second line of the head counts it. */
static void desk_settle(struct screen *screen)
{
    bool low = screen->browser->height < LOW && !desk_is_empty(desk_of(screen)->facts);
    screen->wish = low ? &low_wish : NULL;
}

static char *to_do_words(const void *context, const struct desk_facts *facts, struct date as_at)
{
    struct strings parts = {0};
    int overdue = 0, to_check = survey_count(&facts->survey).to_check;
    for (size_t i = 0; i < facts->survey.rows.n; i++)
        overdue += follow_up_is_kept(facts->survey.rows.at[i]) && action_is_overdue(facts->survey.rows.at[i], as_at);
    if (to_check)
        strings_add(context, &parts, mem_printf(context, "%d to check", to_check));
    if (overdue)
        strings_add(context, &parts, mem_printf(context, "%d overdue", overdue));
    return parts.n ? words_join(context, &parts, " · ") : mem_strdup(context, "nothing to check, nothing overdue");
}

static void desk_frame(struct screen *screen, struct frame *frame)
{
    const struct desk_facts *facts = desk_of(screen)->facts;
    if (screen->wish)
        frame->note = to_do_words(frame->context, facts, screen->browser->program->as_at);
    frame->title = "minutebook";
    frame->where = "Desk";
    frame->position = "no papers";
    if (desk_is_empty(facts))
        return;
    frame->title_right = words_as_at(frame->context, screen->browser->program, screen->browser->width >= WEEKDAY_FROM);
    frame->position =
        mem_printf(frame->context, "%s, %s", words_count(frame->context, (int)facts->meetings.n, "meeting", "meetings"),
                   words_count(frame->context, facts->counts.sources, "paper", "papers"));
}

static const struct meeting_row *row_of_id(const struct desk_facts *facts, const char *id)
{
    for (size_t i = 0; id && i < facts->meetings.n; i++)
        if (strcmp(facts->meetings.at[i].id, id) == 0)
            return &facts->meetings.at[i];
    return NULL;
}

/* The meeting that a row is about: the row of a meeting, or a question. */
static const char *desk_meeting_id(struct screen *screen)
{
    const char *key = screen_key(screen);
    if (key && text_starts(key, "tell:"))
        key += strlen("tell:");
    const struct meeting_row *row = row_of_id(desk_of(screen)->facts, key);
    return row ? row->id : NULL;
}

/* The next meeting, or the line that enters it. */
static unsigned open_next(struct screen *screen)
{
    struct browser *browser = screen->browser;
    const struct desk_facts *facts = desk_of(screen)->facts;
    if (facts->next)
        return browser_push(browser, meeting_new(browser, facts->next->id, 0, PASSAGE_KINDS, 0));
    return enter_ask(browser, facts->printed.committee, facts->printed.day);
}

static unsigned desk_act(struct screen *screen, const struct request *request)
{
    const char *key = screen_key(screen);
    if (request->command == CMD_CHOOSE)
        return begin_choose(screen, request->count);
    if (request->command != CMD_OPEN)
        return NOT_MINE;
    if (!key)
        return REACT_REDRAW;
    if (begin_is_way(key))
        return begin_open(screen, key);
    if (strcmp(key, "all") == 0)
        return browser_push(screen->browser, meetings_new(screen->browser));
    if (strcmp(key, "next") == 0)
        return open_next(screen);
    if (strcmp(key, "get") == 0)
        return browser_push(screen->browser, to_get_new(screen->browser));
    if (strcmp(key, "check") == 0)
        return browser_push(screen->browser, actions_to_check(screen->browser));
    if (strcmp(key, "chase") == 0)
        return browser_push(screen->browser, actions_new(screen->browser, NULL));
    if (text_starts(key, "tell:"))
        return edit_details(screen->browser, &(struct request){.command = CMD_DETAILS});
    if (strcmp(key, "pairs") == 0)
        return do_pairs(screen->browser, request);
    return browser_push(screen->browser, meeting_new(screen->browser, key, 0, PASSAGE_KINDS, 0));
}

static void desk_adding(struct screen *screen, struct add_place *place)
{
    place->meeting_id = mem_strdup(place, desk_meeting_id(screen));
}

static const struct screen_ops desk_ops = {
    .name = "Desk",
    .context = CONTEXT_DESK,
    .wish = {.n_columns = 1},
    .load = desk_load,
    .frame = desk_frame,
    .settle = desk_settle,
    .act = desk_act,
    .meeting_id = desk_meeting_id,
    .adding = desk_adding,
};

struct screen *desk_new(struct browser *browser)
{
    struct desk *desk = screen_new(browser, struct desk, &desk_ops);
    screen_add_pane(&desk->screen, 0, NULL, desk_fill);
    return &desk->screen;
}
