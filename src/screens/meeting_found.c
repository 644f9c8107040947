/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The follow-ups of a meeting in its texts: where their sentences stand, which one is under the cursor, the
 * numbers in the margin, and going from one to check to the next (screens.md 3.1). */
#include "config.h"

#include "meeting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- places ------------------------------------------------------------------------------------------- */

/* Those that are shown in a margin and counted: not what was refused, nor what has nothing to follow. */
static bool is_followed(const struct action *action)
{
    return follow_up_is_to_check(action) || follow_up_is_kept(action);
}

static int compare_found(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    return x->start != y->start ? (x->start > y->start) - (x->start < y->start) : (x->end > y->end) - (x->end < y->end);
}

/* The sentence of ACTION in RAW, the text called PLACE: where it was found, or, in a text that has changed
 * since, where it stands now. */
static bool find_sentence(const struct action *action, const char *raw, const char *place, size_t *start, size_t *len)
{
    size_t offset = 0, name = strlen(place), quote = action->quote ? strlen(action->quote) : 0, all = strlen(raw);
    if (!action->quote_place || strncmp(action->quote_place, place, name) != 0 ||
        sscanf(action->quote_place + name, ":%zu", &offset) != 1)
        return false;
    bool there = offset <= all && quote && strncmp(raw + offset, action->quote, quote) == 0;
    const char *now = there || !quote ? NULL : strstr(raw, action->quote);
    *start = now ? (size_t)(now - raw) : offset < all ? offset : all;
    *len = there || now ? quote : 0;
    return true;
}

void meeting_find(struct meeting_screen *ms, struct chosen *chosen)
{
    for (size_t i = 0; i < ms->actions.n; i++) {
        const struct action *action = ms->actions.at[i];
        if (action->deleted || !action_is_of_item(action, ms->meeting, chosen->item))
            continue;
        for (size_t text = 0; text < TEXT_COUNT; text++) {
            size_t start, len;
            const char *raw = chosen->raw[text];
            if (!raw || !find_sentence(action, raw, item_text_place[text], &start, &len))
                continue;
            struct founds *founds = &chosen->found[text];
            struct found *found = mem_append(chosen, founds->at, founds->n);
            *found = (struct found){action, flow_clean_offset(raw, start), flow_clean_offset(raw, start + len)};
        }
    }
    for (size_t text = 0; text < TEXT_COUNT; text++)
        if (chosen->found[text].n)
            qsort(chosen->found[text].at, chosen->found[text].n, sizeof(struct found), compare_found);
}

/* What is to check comes before what is judged, and what begins in the row before what runs through it. */
static int nearness(const struct found *found, size_t from, size_t to)
{
    bool begins = found->start >= from && found->start < to, through = found->start < from && found->end > from;
    int near = begins ? 2 : through ? 1 : 0;
    return near == 0 ? 0 : near + (follow_up_is_to_check(found->action) ? 8 : is_followed(found->action) ? 4 : 0);
}

const struct found *meeting_found_here(struct meeting_screen *ms)
{
    struct screen *screen = &ms->screen;
    const struct found *best = NULL;
    int nearest = 0;
    size_t from, to;
    if (!is_text_pane(screen->focus) || !view_row(&screen_pane(screen)->view))
        return NULL;
    const struct founds *founds = &ms->chosen->found[text_of_pane(ms, screen->focus)];
    view_row_bytes(&screen_pane(screen)->view, &from, &to);
    for (size_t i = 0; i < founds->n; i++) {
        int near = nearness(&founds->at[i], from, to);
        if (near > nearest) {
            nearest = near;
            best = &founds->at[i];
        }
    }
    return best;
}

/* The sentence under the cursor is laid out as such; the page is made anew when it is another. */
void meeting_mark_sentence(struct meeting_screen *ms)
{
    const struct found *here = meeting_found_here(ms);
    if (here == ms->found_here)
        return;
    ms->found_here = here;
    for (size_t i = 0; i < ms->screen.n_panes; i++)
        if (is_text_pane(i))
            ms->screen.panes[i].stale = true;
    (void)screen_lay_out(&ms->screen);
}

/* ---- words ---------------------------------------------------------------------------------------------- */

struct follow_up_counts meeting_counts(const struct actions *actions, const struct meeting *meeting, const struct item *item)
{
    struct follow_up_counts counts = {0};
    for (size_t i = 0; i < actions->n; i++) {
        const struct action *action = actions->at[i];
        if (action->deleted || (item && !action_is_of_item(action, meeting, item)))
            continue;
        counts.to_check += follow_up_is_to_check(action);
        counts.kept += action->state == ACTION_KEPT;
        counts.refused += action->state == ACTION_REFUSED;
        counts.untracked += action->state == ACTION_TO_CHECK && action->untracked;
    }
    return counts;
}

int meeting_found_count(const struct actions *actions, const struct meeting *meeting, const struct item *item)
{
    int n = 0;
    for (size_t i = 0; i < actions->n; i++) {
        const struct action *action = actions->at[i];
        n += action->candidate_id && !action->untracked && !action->deleted && action_is_of_item(action, meeting, item);
    }
    return n;
}

/* "555/7, to check"; NULL where the cursor is on none. */
char *meeting_found_words(const void *parent, struct meeting_screen *ms)
{
    const struct found *here = meeting_found_here(ms);
    if (!here)
        return NULL;
    if (!is_followed(here->action))
        return mem_printf(parent, "%s (c keeps it)",
                          here->action->state == ACTION_REFUSED ? "not a follow-up" : "resolution, nothing to follow");
    const char *reference = here->action->reference;
    return mem_printf(parent, "%s, %s", reference ? reference : "follow-up", action_state_words(here->action->state));
}

/* ---- the margin ------------------------------------------------------------------------------------------- */

#define MARGIN_REFERENCE 7 /* cells of a reference there at most: "2025/12" */
#define MARGIN_WIDE 50     /* cells of a pane that has room for one */

/* "555/7", where there is no room "/7"; "+" before it has a reference. */
static const char *margin_reference(const struct action *action, int width)
{
    const char *reference = action->reference ? action->reference : "+", *stroke = strrchr(reference, '/');
    bool fits = width >= MARGIN_WIDE && text_width(reference, strlen(reference)) <= MARGIN_REFERENCE;
    return fits || !stroke ? reference : stroke;
}

/* May note I begin in one line of WIDTH with the note before it? */
static bool stands_near(const struct flow *flow, size_t i, int width)
{
    size_t from = i > 0 ? flow->notes[i - 1].offset : 0, n = flow->notes[i].offset - from;
    return i > 0 && n < (size_t)width && !memchr(flow->text.text + from, '\n', n);
}

static int note_cells(const struct flow *flow, size_t i, int width)
{
    const struct margin_note *note = &flow->notes[i];
    const char *stroke = strrchr(note->reference, '/'), *number = stroke ? stroke + 1 : note->reference;
    int beside = stands_near(flow, i, width) ? 1 + flow->notes[i - 1].marked + (int)strlen(number) : 0;
    return note->marked + text_width(note->reference, strlen(note->reference)) + beside;
}

void meeting_notes(const void *local, const struct meeting_screen *ms, enum item_text text, int width, struct flow *flow)
{
    struct margin_note *notes = NULL;
    const struct founds *founds = &ms->chosen->found[text];
    flow->margin = width < MARGIN_WIDE ? 3 : FLOW_MARGIN;
    for (size_t i = 0; i < founds->n; i++) {
        const struct action *action = founds->at[i].action;
        bool marked = id_set_has(&ms->screen.marks, action->id);
        if (is_followed(action) || marked)
            *mem_append(local, notes, flow->n_notes) =
                (struct margin_note){founds->at[i].start, margin_reference(action, width), marked};
    }
    flow->notes = notes;
    for (size_t i = 0; i < flow->n_notes; i++) {
        int cells = note_cells(flow, i, width);
        flow->margin = cells + 2 > flow->margin ? cells + 2 : flow->margin;
    }
}

/* ---- going from one to the next --------------------------------------------------------------------------- */

static void go_to_found(struct meeting_screen *ms, size_t text, const struct found *found)
{
    screen_focus(&ms->screen, PANE_TEXTS + text);
    pane_go(&ms->screen, PANE_TEXTS + text, NULL, found->start);
}

/* Bytes of a text that are under its cursor: what to check is looked for behind or before them. */
struct place {
    size_t from, to;
};
static const struct place before_all = {0, 0}, behind_all = {SIZE_MAX, SIZE_MAX};

/* Where TEXT was read when another one is: a text that nobody has moved in is looked through from its end. */
static struct place place_in_text(const struct meeting_screen *ms, enum item_text text, int step)
{
    const struct pane *pane = &ms->screen.panes[ms->second == text ? PANE_BESIDE : PANE_TEXTS + text];
    struct place place = {pane->go_offset, pane->go_offset + 1};
    if (!pane->go && pane->view.page && pane->view.row > 0)
        view_row_bytes(&pane->view, &place.from, &place.to);
    else if (!pane->go)
        return step > 0 ? before_all : behind_all;
    if (step < 0)
        place.from = place.to; /* back from another text it leads to where one was */
    return place;
}

/* The next one to check of TEXT behind PLACE, or the last before it. */
static const struct found *next_in_text(const struct meeting_screen *ms, enum item_text text, struct place place, int step)
{
    const struct founds *founds = &ms->chosen->found[text];
    const struct found *next = NULL;
    for (size_t i = 0; i < founds->n && !(next && step > 0); i++) {
        const struct found *found = &founds->at[i];
        bool beyond = step > 0 ? found->start >= place.to : found->start < place.from;
        if (beyond && follow_up_is_to_check(found->action))
            next = found;
    }
    return next;
}

static bool go_in_text(struct meeting_screen *ms, enum item_text text, struct place place, int step)
{
    const struct found *next = next_in_text(ms, text, place, step);
    if (next)
        go_to_found(ms, text, next);
    return next != NULL;
}

/* To the next one to check of the chosen item in the direction STEP; false if there is none. From a text it is the
 * next of that text, then of the others from where they were read; from elsewhere (WHOLE) the first of all. */
static bool step_in_item(struct meeting_screen *ms, int step, bool whole)
{
    struct screen *screen = &ms->screen;
    enum item_text here = TEXT_COUNT;
    if (!whole && is_text_pane(screen->focus)) {
        struct place place;
        here = text_of_pane(ms, screen->focus);
        view_row_bytes(&screen_pane(screen)->view, &place.from, &place.to);
        if (go_in_text(ms, here, place, step))
            return true;
    }
    for (int i = 0; i < TEXT_COUNT; i++) {
        enum item_text text = (enum item_text)(step > 0 ? i : TEXT_COUNT - 1 - i);
        struct place end = step > 0 ? before_all : behind_all;
        if (text != here && go_in_text(ms, text, here == TEXT_COUNT ? end : place_in_text(ms, text, step), step))
            return true;
    }
    return false;
}

/* The same in the items behind or before the chosen one. */
static bool step_to_item(struct meeting_screen *ms, int step)
{
    const struct meeting *meeting = ms->meeting;
    int n = (int)meeting->n_items, at = 0;
    while (at < n && meeting->items[at].position != ms->position)
        at++;
    for (at += step; at >= 0 && at < n; at += step) {
        if (meeting_counts(&ms->actions, meeting, &meeting->items[at]).to_check == 0)
            continue;
        ms->show_hits = false;
        meeting_go(ms, meeting->items[at].position);
        if (step_in_item(ms, step, true))
            return true;
    }
    return false;
}

unsigned meeting_next_to_check(struct meeting_screen *ms, enum command_id command)
{
    int step = command == CMD_NEXT_TO_CHECK ? 1 : -1, before = ms->position;
    if (step_in_item(ms, step, false) || step_to_item(ms, step))
        return REACT_REDRAW;
    if (ms->position != before)
        meeting_go(ms, before);
    int left = meeting_counts(&ms->actions, ms->meeting, NULL).to_check;
    if (left == 0)
        return browser_sayf(ms->screen.browser, "nothing to check in this meeting: A lists what other meetings have");
    return browser_sayf(ms->screen.browser, "nothing more to check %s; %d in this meeting", step > 0 ? "below" : "above", left);
}

bool meeting_go_to_action(struct meeting_screen *ms, const char *id)
{
    for (size_t text = 0; text < TEXT_COUNT; text++)
        for (size_t i = 0; i < ms->chosen->found[text].n; i++)
            if (strcmp(ms->chosen->found[text].at[i].action->id, id) == 0) {
                go_to_found(ms, text, &ms->chosen->found[text].at[i]);
                return true;
            }
    return false;
}

/* ---- for check.c ------------------------------------------------------------------------------------------- */

static struct action *action_by_id(const struct meeting_screen *ms, const char *id)
{
    for (size_t i = 0; i < ms->actions.n; i++)
        if (strcmp(ms->actions.at[i]->id, id) == 0)
            return ms->actions.at[i];
    return NULL;
}

static struct action *action_here(struct meeting_screen *ms)
{
    const struct found *found = meeting_found_here(ms);
    const char *key = screen_key(&ms->screen);
    if (found)
        return action_by_id(ms, found->action->id);
    if (ms->screen.focus != PANE_ABOUT || !key)
        return NULL;
    return text_starts(key, FOUND_KEY)    ? action_by_id(ms, key + strlen(FOUND_KEY))
           : text_starts(key, ACTION_KEY) ? action_by_id(ms, key + strlen(ACTION_KEY))
                                          : NULL;
}

void meeting_follow_ups(struct screen *screen, enum reach reach, const void *local, struct actions *out)
{
    struct meeting_screen *ms = meeting_of(screen);
    struct action *here = action_here(ms);
    if (reach == REACH_HERE && here)
        *mem_append(local, out->at, out->n) = here;
    for (size_t i = 0; reach != REACH_HERE && i < ms->actions.n; i++) {
        struct action *action = ms->actions.at[i];
        bool to_check = follow_up_is_to_check(action) && action_is_of_item(action, ms->meeting, ms->chosen->item);
        if (reach == REACH_ALL || to_check)
            *mem_append(local, out->at, out->n) = action;
    }
}

/* One key states what is under the cursor: a follow-up's owner or time here, the meeting's details elsewhere. */
unsigned meeting_set(struct meeting_screen *ms, const struct request *request)
{
    struct browser *browser = ms->screen.browser;
    const struct action *here = action_here(ms);
    if (!here || request->arguments)
        return NOT_MINE;
    return follow_act(browser, &(struct request){.command = CMD_SET});
}

unsigned meeting_all_about(struct meeting_screen *ms)
{
    const struct action *here = action_here(ms);
    if (!here)
        return browser_sayf(ms->screen.browser, "no follow-up under the cursor: > goes to the next one to check");
    return follow_up_open(ms->screen.browser, here);
}

/* In the list of what was found the cursor goes on to the next to check; a text that is read stays. */
void meeting_go_on(struct screen *screen, enum command_id after, const struct id_set *judged)
{
    struct view *view = &screen_pane(screen)->view;
    (void)after;
    if (screen->focus != PANE_ABOUT || !view->page)
        return;
    for (size_t row = view->row + 1; row < view->page->n_rows; row++) {
        const char *key = view->page->rows[row].key;
        if (key && text_starts(key, FOUND_KEY) && !(judged && id_set_has(judged, key + strlen(FOUND_KEY)))) {
            (void)view_go(view, key, 0);
            return;
        }
    }
}
