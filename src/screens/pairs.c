/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Pairs: meetings that may be one and were not joined without the member. The list, and both sides of the pair under
 * the cursor beside it, below it or in its place, as there is room; one key says that they are one, another that they
 * are two. The ruling itself is the store's. */
#include "config.h"

#include "pairs.h"

#include <string.h>

#define LIST_LINES 4    /* of the list that stay where both sides stand below it */
#define HEAD_AND_FOOT 6 /* lines of a screen that are neither, its rules included */
#define DETAIL_LEAST 6  /* fewer lines would tell nothing of the two */

struct pairs {
    struct screen screen;
    struct join_offers *offers; /* child of the screen */
    struct pair_papers *papers; /* of the pair called `told`; a child of `offers` */
    const char *told;
    struct layout_wish wish;
    struct strings joined; /* an id of each meeting that was made of a pair while one was here; on the screen */
    struct meeting_rows made; /* those of them that still are one; on `offers` */
};

static struct pairs *pairs_of(struct screen *screen)
{
    return (struct pairs *)screen;
}

static char *key_of_pair(const void *parent, const struct join_offer *offer)
{
    return mem_printf(parent, "%s %s", offer->meeting_id, offer->other_id);
}

/* The pair whose row the list is at; NULL without any. */
static const struct join_offer *pair_here(struct screen *screen)
{
    const struct row *row = view_row(&screen->panes[0].view);
    const struct join_offers *offers = pairs_of(screen)->offers;
    const struct join_offer *here = NULL;
    void *local = talloc_named_const(NULL, 0, "here");
    for (size_t i = 0; row && row->key && i < offers->n && !here; i++)
        if (strcmp(key_of_pair(local, &offers->at[i]), row->key) == 0)
            here = &offers->at[i];
    talloc_free(local);
    return here;
}

/* The meeting that now has the papers of both IDS, "ONE OTHER": a former id of either finds it. A ruling that was undone made none. */
static enum status read_made(const void *parent, struct browser *browser, const char *ids, struct meeting_rows *out, struct err *err)
{
    size_t n = strcspn(ids, " ");
    struct meeting *meeting;
    struct date as_at = browser->program->as_at;
    char *one, *other, *first = mem_strndup(parent, ids, n);
    if (store_find_meeting(parent, browser->store, first, as_at, &one, NULL) != STATUS_OK ||
        store_find_meeting(parent, browser->store, ids + n + 1, as_at, &other, NULL) != STATUS_OK || strcmp(one, other) != 0)
        return STATUS_OK;
    for (size_t i = 0; i < out->n; i++)
        if (strcmp(out->at[i].id, one) == 0)
            return STATUS_OK;
    enum status status = store_meeting(parent, browser->store, one, &meeting, err);
    if (status == STATUS_OK)
        *mem_append(parent, out->at, out->n) =
            (struct meeting_row){.id = meeting->id, .committee = meeting->committee, .date = meeting->date};
    return status;
}

static enum status pairs_read(struct pairs *pairs, struct join_offers *offers, struct meeting_rows *made, struct err *err)
{
    struct browser *browser = pairs->screen.browser;
    enum status status = store_join_offers(offers, browser->store, offers, err);
    for (size_t i = 0; i < pairs->joined.n && status == STATUS_OK; i++)
        status = read_made(offers, browser, pairs->joined.at[i], made, err);
    return status;
}

static enum status pairs_load(struct screen *screen, struct err *err)
{
    struct pairs *pairs = pairs_of(screen);
    struct meeting_rows made = {0};
    struct join_offers *offers = mem_new(screen, struct join_offers);
    enum status status = screen->browser->store ? pairs_read(pairs, offers, &made, err) : STATUS_OK;
    if (status != STATUS_OK) {
        talloc_free(offers);
        return status;
    }
    talloc_free(pairs->offers);
    pairs->offers = offers;
    pairs->made = made;
    pairs->papers = NULL;
    pairs->told = NULL;
    screen_stale(screen);
    return STATUS_OK;
}

/* ---- what is shown -------------------------------------------------------------------------------------------- */

static void list_fill(struct screen *screen, struct page *page)
{
    const struct join_offers *offers = pairs_of(screen)->offers;
    for (size_t i = 0; i < offers->n; i++) {
        char *key = key_of_pair(NULL, &offers->at[i]);
        pair_row(page, &offers->at[i], key);
        talloc_free(key);
    }
    if (offers->n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT,
                  "Nothing to decide: no two meetings of your papers that may be one are still open.");
    pairs_made(page, &pairs_of(screen)->made);
}

/* The meeting made of a pair whose row the list is at; NULL: it is at none. */
static const char *made_here(struct screen *screen)
{
    const struct row *row = view_row(&screen->panes[0].view);
    return row && row->key && !strchr(row->key, ' ') ? row->key : NULL;
}

static void sides_fill(struct screen *screen, struct page *page)
{
    const struct join_offer *offer = pair_here(screen);
    if (offer)
        pair_page(page, offer, pairs_of(screen)->papers, screen_side_by_side(screen) || page->width > 80);
}

/* Below the list as much of both sides as has room: Tab shows the rest. */
static void pairs_detail(struct screen *screen, struct page *page)
{
    const struct join_offer *offer = pair_here(screen);
    size_t room = (size_t)pairs_of(screen)->wish.detail;
    if (!offer)
        return;
    pair_page(page, offer, pairs_of(screen)->papers, false);
    if (page->n_lines <= room)
        return;
    page->n_lines = room - 1;
    page_say(page, 1, STYLE_QUIET, "Tab shows the rest");
}

/* Papers of the pair under the cursor; where they cannot be read their number stands for them. */
static void read_told(struct pairs *pairs, const struct join_offer *offer)
{
    const char *told = view_row(&pairs->screen.panes[0].view)->key;
    if (pairs->told && strcmp(pairs->told, told) == 0)
        return;
    talloc_free(pairs->papers);
    pairs->papers = mem_new(pairs->offers, struct pair_papers);
    if (pair_papers_read(pairs->papers, pairs->screen.browser->store, offer, pairs->papers, NULL) != STATUS_OK)
        TALLOC_FREE(pairs->papers);
    pairs->told = mem_strdup(pairs->offers, told);
    struct pane *sides = &pairs->screen.panes[1];
    talloc_free(sides->view.page);
    sides->view = (struct view){.height = sides->view.height};
    sides->stale = true;
}

static void pairs_settle(struct screen *screen)
{
    struct pairs *pairs = pairs_of(screen);
    const struct join_offer *offer = pair_here(screen);
    bool stacked = !screen_side_by_side(screen) && screen->focus == 0 && !screen->browser->program->plain;
    int room = screen->browser->height - HEAD_AND_FOOT - LIST_LINES;
    screen->panes[1].present = pairs->offers->n > 0;
    pairs->wish = screen->ops->wish;
    pairs->wish.detail = stacked && offer && room >= DETAIL_LEAST ? room : 0;
    screen->wish = &pairs->wish;
    if (offer)
        read_told(pairs, offer);
}

static void pairs_frame(struct screen *screen, struct frame *frame)
{
    const struct view *view = &screen->panes[0].view;
    size_t n = pairs_of(screen)->offers->n;
    frame->title = screen->browser->width >= WEEKDAY_FROM ? "Pairs: meetings that may be one" : "Pairs";
    frame->title_right = n ? mem_printf(frame->context, "%zu to decide", n) : NULL;
    frame->where = "Pairs";
    frame->position = n == 0              ? "nothing to decide"
                      : made_here(screen) ? "joined"
                                          : mem_printf(frame->context, "%zu of %zu", view->row + 1, n);
    screen->open_words = screen->focus == 0 && !made_here(screen) ? "both sides" : "open it";
}

/* ---- deciding --------------------------------------------------------------------------------------------------- */

/* The newest of what was joined is the last row. */
unsigned pairs_say_joined(struct browser *browser, const char *sentence)
{
    void *local = talloc_named_const(NULL, 0, "joined");
    unsigned reactions = browser_sayf(browser, "%s. %s %s opens it, u undoes.", sentence, key_of(local, browser, CMD_LAST),
                                      key_of(local, browser, CMD_OPEN));
    talloc_free(local);
    return reactions;
}

/* The row goes with the ruling, and what stood behind it is under the cursor then. */
static unsigned rule(struct screen *screen, enum edit_kind kind)
{
    const struct join_offer *offer = pair_here(screen);
    if (!offer)
        return browser_sayf(screen->browser, "nothing to decide");
    struct edit edit = {.kind = kind, .target = offer->meeting_id, .value = offer->other_id};
    if (kind == EDIT_MEETING_JOIN)
        strings_add(screen, &pairs_of(screen)->joined, view_row(&screen->panes[0].view)->key);
    if (screen->focus != 0)
        screen_focus(screen, 0);
    return job_queue_edit(screen->browser, &edit);
}

static unsigned open_row(struct screen *screen)
{
    const char *key = screen_key(screen);
    if (screen->focus == 0 && made_here(screen))
        return browser_push(screen->browser, meeting_new(screen->browser, key, 0, PASSAGE_KINDS, 0));
    if (!pair_here(screen))
        return browser_sayf(screen->browser, "nothing to decide");
    if (screen->focus == 0) {
        screen_focus(screen, 1);
        return REACT_REDRAW;
    }
    if (key)
        return browser_push(screen->browser, meeting_new(screen->browser, key, 0, PASSAGE_KINDS, 0));
    return browser_sayf(screen->browser, "the last two lines open the meetings: G goes there");
}

static enum offer pairs_offers(struct screen *screen, enum command_id command)
{
    bool asks = command == CMD_ONE_MEETING || command == CMD_TWO_MEETINGS;
    if (command == CMD_OPEN && (screen->focus != 0 || made_here(screen)))
        return screen_key(screen) ? OFFER_YES : OFFER_NO;
    return !asks && command != CMD_OPEN ? OFFER_UNKNOWN : pairs_of(screen)->offers->n ? OFFER_YES : OFFER_NO;
}

static unsigned pairs_act(struct screen *screen, const struct request *request)
{
    switch (request->command) {
    case CMD_OPEN:
        return open_row(screen);
    case CMD_ONE_MEETING:
        return rule(screen, EDIT_MEETING_JOIN);
    case CMD_TWO_MEETINGS:
        return rule(screen, EDIT_MEETING_APART);
    case CMD_BACK:
        if (screen->focus == 0 || screen_side_by_side(screen))
            return NOT_MINE;
        screen_focus(screen, 0);
        return REACT_REDRAW;
    default:
        return NOT_MINE;
    }
}

static const struct screen_ops pairs_ops = {
    .name = "Pairs",
    .context = CONTEXT_PAIRS,
    .wish = {.n_columns = 2, .share = {40, 80}, .most = {0, READING_WIDTH}},
    .offers = pairs_offers,
    .load = pairs_load,
    .settle = pairs_settle,
    .frame = pairs_frame,
    .detail = pairs_detail,
    .act = pairs_act,
};

static struct screen *pairs_new(struct browser *browser)
{
    struct pairs *pairs = screen_new(browser, struct pairs, &pairs_ops);
    screen_add_pane(&pairs->screen, 0, "Pairs", list_fill);
    screen_add_pane(&pairs->screen, 1, "Both sides", sides_fill);
    pairs->screen.shown[1] = 1;
    return &pairs->screen;
}

/* Opened where a meeting is at hand, the list begins at its pair. */
static void begin_at(struct screen *screen, const char *meeting_id)
{
    const struct join_offers *offers = pairs_of(screen)->offers;
    for (size_t i = 0; meeting_id && i < offers->n; i++) {
        bool of_it = strcmp(offers->at[i].meeting_id, meeting_id) == 0 || strcmp(offers->at[i].other_id, meeting_id) == 0;
        if (!of_it)
            continue;
        char *key = key_of_pair(NULL, &offers->at[i]);
        pane_go(screen, 0, key, 0);
        talloc_free(key);
        return;
    }
}

unsigned do_pairs(struct browser *browser, const struct request *request)
{
    struct screen *before = browser_top(browser);
    (void)request;
    if (before->context == CONTEXT_PAIRS)
        return REACT_REDRAW;
    char *here = mem_strdup(NULL, before->ops->meeting_id ? before->ops->meeting_id(before) : NULL);
    struct screen *pairs = pairs_new(browser);
    unsigned reactions = browser_push(browser, pairs);
    if (browser_top(browser) == pairs) {
        begin_at(pairs, here);
        screen_lay_out(pairs);
    }
    talloc_free(here);
    return reactions;
}
