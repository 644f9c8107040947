/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which text of an item stands where: the next one in the middle, and a second one in the right pane
 * beside it (screens.md 3.1). Where panes stand one after another the second text has no pane of its own. */
#include "config.h"

#include "meeting.h"
#include "wanted.h"

/* Two texts are read side by side: the agenda gives them room. */
static const struct layout_wish beside_wish = {
    .note = true, .n_columns = 3, .share = {26, 47, 47}, .most = {36, 0, READING_WIDTH}};

static enum item_text middle_text(const struct meeting_screen *ms)
{
    return (enum item_text)(ms->screen.shown[1] - PANE_TEXTS);
}

/* The first text after AFTER that is not the one in the middle; TEXT_COUNT if there is none. */
static enum item_text other_text(const struct meeting_screen *ms, int after)
{
    for (int i = after + 1; i < TEXT_COUNT; i++)
        if (item_has_text(ms->chosen->item, (enum item_text)i) && (enum item_text)i != middle_text(ms))
            return (enum item_text)i;
    return TEXT_COUNT;
}

/* What was asked for stays asked for where this item does not have it. */
static enum item_text second_text(const struct meeting_screen *ms)
{
    if (ms->beside == TEXT_COUNT)
        return TEXT_COUNT;
    if (ms->beside == middle_text(ms))
        return other_text(ms, -1);
    return item_has_text(ms->chosen->item, ms->beside) ? ms->beside : TEXT_COUNT;
}

enum item_text text_of_pane(const struct meeting_screen *ms, size_t pane)
{
    if (pane == PANE_BESIDE)
        return second_text(ms) == TEXT_COUNT ? TEXT_MINUTE : second_text(ms);
    return (enum item_text)(pane - PANE_TEXTS);
}

void meeting_set_beside(struct meeting_screen *ms)
{
    struct pane *pane = &ms->screen.panes[PANE_BESIDE];
    enum item_text text = ms->second = second_text(ms);
    pane->present = text != TEXT_COUNT;
    pane->stale = true;
    ms->screen.wish = pane->present ? &beside_wish : NULL;
    if (!pane->present)
        return;
    pane->instead = PANE_TEXTS + (size_t)text;
    bool more = other_text(ms, (int)text) != TEXT_COUNT;
    pane->title = mem_printf(ms->chosen, "%s (%s: P)", fact_text_name(ms->chosen, ms->chosen->item, text),
                             more ? "another" : "details");
}

/* The place in the text of pane FROM is that in pane TO, which shows the same. */
static void take_place(struct meeting_screen *ms, size_t from, size_t to)
{
    const struct row *row = view_row(&ms->screen.panes[from].view);
    if (row && !row->key)
        pane_go(&ms->screen, to, NULL, row->offset);
    ms->screen.panes[to].view.aside = ms->screen.panes[from].view.aside;
}

/* A text goes on where it was read, in the middle or on the right. */
static void change_beside(struct meeting_screen *ms, enum item_text text)
{
    struct pane *pane = &ms->screen.panes[PANE_BESIDE];
    if (ms->second != TEXT_COUNT)
        take_place(ms, PANE_BESIDE, PANE_TEXTS + (size_t)ms->second);
    ms->beside = text;
    talloc_free(pane->view.page);
    pane->view = (struct view){.height = pane->view.height};
    pane->go = false;
    meeting_set_beside(ms);
    if (ms->second != TEXT_COUNT)
        take_place(ms, PANE_TEXTS + (size_t)ms->second, PANE_BESIDE);
}

/* One after another another text may have become the one in the middle. */
void meeting_settle(struct screen *screen)
{
    struct meeting_screen *ms = meeting_of(screen);
    if (screen_side_by_side(screen) && second_text(ms) != ms->second)
        change_beside(ms, ms->beside);
}

static unsigned one_text_only(struct meeting_screen *ms)
{
    return browser_sayf(ms->screen.browser, "this item has one text only");
}

unsigned meeting_next_text(struct meeting_screen *ms)
{
    struct screen *screen = &ms->screen;
    size_t at = screen->shown[1];
    enum item_text before = middle_text(ms), second = second_text(ms);
    do
        at = at + 1 < PANE_ABOUT ? at + 1 : PANE_TEXTS;
    while (!screen->panes[at].present && at != screen->shown[1]);
    if (at == screen->shown[1])
        return one_text_only(ms);
    if ((is_text_pane(screen->focus) && screen->focus != PANE_BESIDE) || !screen_side_by_side(screen))
        screen_focus(screen, at);
    screen->shown[1] = at;
    if (second != TEXT_COUNT)
        change_beside(ms, second == middle_text(ms) ? before : second);
    return REACT_REDRAW;
}

unsigned meeting_beside(struct meeting_screen *ms)
{
    struct screen *screen = &ms->screen;
    if (!screen_side_by_side(screen))
        return meeting_next_text(ms);
    if (other_text(ms, -1) == TEXT_COUNT)
        return one_text_only(ms);
    enum item_text now = second_text(ms);
    change_beside(ms, other_text(ms, now == TEXT_COUNT ? -1 : (int)now));
    if (screen->focus == PANE_BESIDE && !screen->panes[PANE_BESIDE].present)
        screen_focus(screen, PANE_ABOUT);
    return REACT_REDRAW;
}

unsigned meeting_how_to_get(struct meeting_screen *ms)
{
    void *local = talloc_named_const(NULL, 0, "how to get");
    unsigned reactions = browser_sayf(ms->screen.browser, "%s", how_to_get_item(local, ms->meeting, ms->chosen->item));
    talloc_free(local);
    return reactions;
}
