/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What changed between the papers of a meeting, as a screen. It is worked out when it is opened and when the store has
 * changed, never while moving about in it. */
#include "config.h"

#include "changes.h"
#include "private.h"

#include <string.h>

#define DETAIL_LINES 3

struct changes_screen {
    struct screen screen;
    char *id;
    struct known {
        struct meeting *meeting;
        struct meeting_changes changes;
        struct strings keys; /* of the rows of each */
    } * known; /* child of the screen */
    int first; /* the item at which it is opened; 0: at the beginning */
};

static struct changes_screen *changes_of_screen(struct screen *screen)
{
    return (struct changes_screen *)screen;
}

/* ---- loading ------------------------------------------------------------------------------------------- */

static void go_to_item(struct changes_screen *cs, int position)
{
    const struct meeting_changes *changes = &cs->known->changes;
    size_t i = 0;
    while (i < changes->n && changes->at[i].position != position)
        i++;
    if (i < changes->n)
        pane_go(&cs->screen, 0, cs->known->keys.at[i], 0);
}

static enum status changes_load(struct screen *screen, struct err *err)
{
    struct changes_screen *cs = changes_of_screen(screen);
    struct store *store = screen->browser->store;
    struct known *known = mem_new(screen, struct known), *before = cs->known;
    enum status status = store_meeting(known, store, cs->id, &known->meeting, err);
    if (status == STATUS_OK)
        status = store_changes(known, store, known->meeting->id, &known->changes, err);
    if (status != STATUS_OK) {
        talloc_free(known);
        return status;
    }
    for (size_t i = 0; i < known->changes.n; i++)
        strings_add(known, &known->keys, change_key(known, &known->changes.at[i]));
    cs->known = known;
    if (!before && cs->first)
        go_to_item(cs, cs->first);
    talloc_free(before);
    screen_stale(screen);
    return STATUS_OK;
}

/* ---- what is shown ----------------------------------------------------------------------------------------- */

/* The change of the row under the cursor, and its place among them; NULL if there is none. */
static const struct meeting_change *change_here(struct screen *screen, size_t *at)
{
    const struct known *known = changes_of_screen(screen)->known;
    const char *key = screen_key(screen);
    for (*at = 0; key && *at < known->keys.n; (*at)++)
        if (strcmp(known->keys.at[*at], key) == 0)
            return &known->changes.at[*at];
    *at = 0;
    return NULL;
}

static void changes_fill(struct screen *screen, struct page *page)
{
    const struct known *known = changes_of_screen(screen)->known;
    changes_page(page, &known->changes, known->meeting->n_sources);
}

#define HEAD_GAP 4 /* cells between and around the ends of the head */

static void changes_frame(struct screen *screen, struct frame *frame)
{
    const struct known *known = changes_of_screen(screen)->known;
    const struct meeting *meeting = known->meeting;
    size_t at;
    const struct meeting_change *here = change_here(screen, &at);
    char *day = date_is_set(meeting->date) ? date_words(frame->context, meeting->date) : mem_strdup(frame->context, "day not known");
    int room = screen->browser->width - HEAD_GAP - frame_prefix_width(screen->browser->program) - text_width(day, strlen(day));
    frame->title = name_committee(frame->context, meeting->committee, room > 10 ? room : 10);
    frame->title_right = day;
    frame->note = mem_printf(frame->context, "%s%s", changes_counted(frame->context, &known->changes),
                             screen->browser->width < WEEKDAY_FROM ? "" : " between its papers");
    frame->note_right = "[-gone-] {+new+}";
    frame->where = here ? mem_printf(frame->context, "Changes > %s", change_where(frame->context, here)) : "Changes";
    frame->position = here ? mem_printf(frame->context, "change %zu of %zu", at + 1, known->changes.n) : "none";
}

static void changes_detail(struct screen *screen, struct page *page)
{
    size_t at;
    const struct meeting_change *here = change_here(screen, &at);
    if (!here)
        return;
    void *local = talloc_named_const(NULL, 0, "detail");
    const char *title = here->item_title ? mem_printf(local, ", %s", here->item_title) : "";
    page_say(page, 1, STYLE_HEADING, mem_printf(local, "%s%s", change_where(local, here), title));
    page_say(page, 1, STYLE_TEXT, mem_printf(local, "before: %s", changed_paper_words(local, &here->old_paper)));
    page_say(page, 1, STYLE_TEXT, mem_printf(local, "then:   %s", changed_paper_words(local, &here->new_paper)));
    talloc_free(local);
}

/* ---- commands ------------------------------------------------------------------------------------------------ */

static const char *text_now(const void *local, const struct item *item, enum item_text text)
{
    const char *const texts[TEXT_COUNT] = {item->minutes_text, item_report_text(local, item), item->agenda_text, item->decision_text};
    return texts[text];
}

#define FOUND_BY 40 /* bytes by which a place is found in a text that a later paper made */

/* The place AT of the new text in the text that is read now; 0 where it is not in it. */
static size_t place_now(const char *now, const char *text, size_t at)
{
    if (!now || strcmp(now, text) == 0)
        return at;
    char *words = mem_strndup(NULL, text + at, strnlen(text + at, FOUND_BY));
    const char *found = *words ? strstr(now, words) : NULL;
    talloc_free(words);
    return found ? (size_t)(found - now) : 0;
}

/* The item of the change, in the text that changed, where the cursor is in it. */
static unsigned open_change(struct screen *screen, const struct meeting_change *change)
{
    static const char *const text_fields[TEXT_COUNT] = {
        [TEXT_MINUTE] = "minutes_text", [TEXT_REPORT] = "report_text", [TEXT_AGENDA] = "agenda_text", [TEXT_DECISION] = "decision_text"};
    const struct meeting *meeting = changes_of_screen(screen)->known->meeting;
    const struct item *item = meeting_item(meeting, change->position);
    const struct row *row = view_row(&screen_pane(screen)->view);
    enum passage_kind kind = PASSAGE_KINDS;
    size_t offset = 0;
    void *local = talloc_named_const(NULL, 0, "open");
    for (int text = 0; item && change->field && text < TEXT_COUNT; text++)
        if (strcmp(change->field, text_fields[text]) == 0) {
            size_t at = row && row->offset < strlen(change->new_text) ? row->offset : 0;
            kind = item_text_passage[text];
            offset = place_now(text_now(local, item, (enum item_text)text), change->new_text, at);
        }
    talloc_free(local);
    return browser_push(screen->browser, meeting_at(screen->browser, meeting->id, change->position, kind, offset));
}

/* To the first change of the next item that has any, or of the one before. */
static unsigned step_item(struct screen *screen, const struct request *request)
{
    struct changes_screen *cs = changes_of_screen(screen);
    const struct meeting_changes *changes = &cs->known->changes;
    size_t at, steps = request->count > 0 ? (size_t)request->count : 1;
    if (!change_here(screen, &at))
        return REACT_REDRAW;
    for (steps = steps < changes->n ? steps : changes->n; steps > 0; steps--) {
        size_t to = at;
        if (request->command == CMD_NEXT_ITEM)
            while (to < changes->n && changes->at[to].position == changes->at[at].position)
                to++;
        else
            while (to > 0 && changes->at[to].position == changes->at[at].position)
                to--;
        at = to < changes->n ? to : at;
    }
    go_to_item(cs, changes->at[at].position);
    return REACT_REDRAW;
}

static unsigned changes_act(struct screen *screen, const struct request *request)
{
    size_t at;
    const struct meeting_change *here = change_here(screen, &at);
    switch (request->command) {
    case CMD_OPEN:
        return here ? open_change(screen, here) : browser_do(screen->browser, CMD_BACK, 0, NULL);
    case CMD_NEXT_ITEM:
    case CMD_PREVIOUS_ITEM:
        return step_item(screen, request);
    default:
        return NOT_MINE;
    }
}

static enum offer changes_offers(struct screen *screen, enum command_id command)
{
    const struct meeting_changes *changes = &changes_of_screen(screen)->known->changes;
    if (command != CMD_NEXT_ITEM)
        return OFFER_UNKNOWN;
    return changes->n && changes->at[0].position != changes->at[changes->n - 1].position ? OFFER_YES : OFFER_NO;
}

static const char *changes_meeting_id(struct screen *screen)
{
    return changes_of_screen(screen)->known->meeting->id;
}

static void changes_adding(struct screen *screen, struct add_place *place)
{
    size_t at;
    const struct meeting_change *here = change_here(screen, &at);
    place->meeting_id = mem_strdup(place, changes_meeting_id(screen));
    place->position = here ? here->position : 0;
}

static const struct screen_ops changes_ops = {
    .name = "Changes",
    .context = CONTEXT_CHANGES,
    .wish = {.note = true, .n_columns = 1, .detail = DETAIL_LINES},
    .load = changes_load,
    .frame = changes_frame,
    .detail = changes_detail,
    .act = changes_act,
    .offers = changes_offers,
    .meeting_id = changes_meeting_id,
    .adding = changes_adding,
};

struct screen *changes_new(struct browser *browser, const char *meeting_id, int position)
{
    struct changes_screen *cs = screen_new(browser, struct changes_screen, &changes_ops);
    cs->id = mem_strdup(cs, meeting_id);
    cs->first = position;
    screen_add_pane(&cs->screen, 0, NULL, changes_fill);
    return &cs->screen;
}

/* Of the meeting under the cursor. */
unsigned changes_open(struct browser *browser, const struct request *request)
{
    struct screen *top = browser_top(browser);
    const char *id = top->ops->meeting_id ? top->ops->meeting_id(top) : NULL;
    (void)request;
    return id ? browser_push(browser, changes_new(browser, id, 0)) : browser_sayf(browser, "no meeting under the cursor: go to one on the Desk or with M");
}
