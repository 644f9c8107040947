/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* From hit to hit: each is opened at its place, on the list or out of a text. */
#include "config.h"

#include "notes.h"
#include "search.h"

#include <string.h>

/* ---- opening a hit --------------------------------------------------------------------------------------- */

unsigned search_open(struct browser *browser, size_t hit)
{
    struct searching *searching = browser->searching;
    if (!searching || hit >= searching->rows.n)
        return REACT_REDRAW;
    const struct search_row *row = &searching->rows.at[hit];
    searching->current = hit;
    struct screen *screen;
    if (row->kind == PASSAGE_ACTION)
        screen = actions_new(browser, row->action_id);
    else if (row->note_id)
        screen = notes_place(browser, row->note_id);
    else if (row->kind == PASSAGE_PROGRAMME)
        screen = programme_new(browser, row->meeting_id, row->position);
    else
        screen = meeting_new(browser, row->meeting_id, row->position, row->kind,
                             row->kind == PASSAGE_ITEM ? 0 : search_snippet(searching, hit)->at);
    if (!screen)
        return browser_refuse(browser, "the meeting of this note is not held any more");
    screen->of_hit = true;
    return browser_push(browser, screen);
}

/* The list below a text goes along, so that closing the text leads to the hit that was read last. */
static void follow_in_lists(struct browser *browser, size_t hit)
{
    for (size_t i = 0; i < browser->depth; i++)
        if (browser->stack[i]->context == CONTEXT_SEARCH)
            (void)search_go(browser->stack[i], hit);
}

/* Parts of one text, all of whose places have been gone through by then. */
static bool same_text(const struct search_row *a, const struct search_row *b)
{
    bool is_text = !a->note_id && !b->note_id && a->kind != PASSAGE_ACTION && a->kind != PASSAGE_PROGRAMME;
    return is_text && a->kind == b->kind && a->position == b->position && strcmp(a->meeting_id, b->meeting_id) == 0;
}

/* The hit after or before AT, past the end the first or last; from a text (WHOLE) the first of another text. */
static size_t hit_beyond(const struct search_rows *rows, size_t at, int step, bool whole, bool *wrapped)
{
    size_t to = at, last = rows->n - 1;
    *wrapped = false;
    for (size_t tried = 0; tried < rows->n; tried++) {
        *wrapped = *wrapped || (step > 0 ? to >= last : to == 0);
        to = step > 0 ? (to >= last ? 0 : to + 1) : (to == 0 ? last : to - 1);
        if (!whole || !same_text(&rows->at[at], &rows->at[to]))
            break;
    }
    return to;
}

static unsigned open_instead(struct browser *browser, size_t hit, int step)
{
    bool from_text = browser_top(browser)->of_hit;
    if (from_text)
        (void)browser_pop(browser);
    follow_in_lists(browser, hit);
    unsigned reactions = search_open(browser, hit);
    if (from_text)
        text_place_end(browser, step);
    return reactions;
}

/* Going from hit AT to TO passes by what of its list, or of its kind, is not there yet. */
static bool passes_by(const struct searching *searching, size_t at, size_t to, bool wrapped)
{
    return wrapped ? search_can_grow(searching) : to > at && search_kind_end(searching, at) <= to && search_kind_grows(searching, at);
}

/* In a text n goes through its places, then opens the next text in its place; on the list it moves the cursor. */
unsigned search_step(struct browser *browser, int step)
{
    struct searching *searching = browser->searching;
    if (!searching || searching->rows.n == 0)
        return browser_sayf(browser, searching ? "nothing was found: f finds other words"
                                               : "nothing has been searched for yet: f finds");
    struct screen *screen = browser_top(browser);
    bool on_list = screen->context == CONTEXT_SEARCH, wrapped;
    if (text_place_step(browser, step))
        return REACT_REDRAW;
    size_t at = on_list ? search_hit_here(screen) : searching->current;
    at = at < searching->rows.n ? at : searching->rows.n - 1;
    size_t to = hit_beyond(&searching->rows, at, step, screen->of_hit, &wrapped);
    if (step > 0 && !search_is_live(browser) && passes_by(searching, at, to, wrapped)) {
        unsigned reactions = search_go_on(browser, at);
        bool has_grown = browser->searching != searching;
        return has_grown ? search_step(browser, step) : reactions | browser_sayf(browser, "more hits are being read: n goes on");
    }
    searching->current = to;
    unsigned reactions = on_list ? search_go(screen, to) : open_instead(browser, to, step);
    if (wrapped)
        return reactions | browser_sayf(browser, step > 0 ? "from the first hit again" : "from the last hit again");
    return reactions | search_go_on(browser, to);
}
