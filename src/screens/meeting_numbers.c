/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* From a number in a text, "[3]" or a raised one, to the footnote or the address it stands for, and back. The page
 * stays as it is laid out. */
#include "config.h"

#include "meeting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- where the cursor is ------------------------------------------------------------------------------ */

/* What can be gone to from a line of a text. */
struct lead {
    int number; /* 0: nothing */
    bool back;  /* it is a note or an address itself */
};

/* What stands for the numbers of the text in focus; NULL where there is no text. */
static const struct text_links *links_here(struct meeting_screen *ms)
{
    bool in_text = is_text_pane(ms->screen.focus) && ms->meeting->n_items > 0;
    return in_text ? &ms->chosen->links[text_of_pane(ms, ms->screen.focus)] : NULL;
}

/* The first place of NUMBER as a note's or within a line; SIZE_MAX for none. */
static size_t find_number(const struct text_links *links, int number, bool note)
{
    for (size_t i = 0; i < links->n_own; i++)
        if (links->own[i].number == number && links->own[i].note == note)
            return links->own[i].at;
    return SIZE_MAX;
}

static bool leads_to_link(const struct text_links *links, int number)
{
    for (size_t i = 0; i < links->n; i++)
        if (links->at[i].number == number)
            return true;
    return false;
}

/* The first number in the line under the cursor that leads anywhere. */
static struct lead lead_here(struct meeting_screen *ms, const struct text_links *links)
{
    struct lead lead = {0};
    const struct view *view = &screen_pane(&ms->screen)->view;
    const struct row *row = view_row(view);
    size_t from, to, nearest = SIZE_MAX;
    if (row && row->key && sscanf(row->key, LINK_KEY "%d", &lead.number) == 1)
        return (struct lead){lead.number, true};
    if (!row || row->key)
        return lead;
    view_row_bytes(view, &from, &to);
    for (size_t i = 0; i < links->n_own && lead.number == 0; i++) {
        const struct own_number *own = &links->own[i];
        if (own->at < from || own->at >= to || find_number(links, own->number, !own->note) == SIZE_MAX)
            continue;
        lead = (struct lead){own->number, own->note};
        nearest = own->at;
    }
    for (size_t i = 0; i < links->n_places; i++)
        if (links->places[i].end > from && links->places[i].end <= to && links->places[i].end < nearest)
            return (struct lead){links->places[i].number, false};
    return lead;
}

bool meeting_has_number(struct meeting_screen *ms)
{
    const struct text_links *links = links_here(ms);
    return links && lead_here(ms, links).number;
}

/* ---- there and back ----------------------------------------------------------------------------------- */

static bool go_to_note(struct meeting_screen *ms, const struct text_links *links, int number)
{
    struct view *view = &screen_pane(&ms->screen)->view;
    char key[32];
    const struct row *row = view_row(view);
    size_t note = find_number(links, number, true);
    ms->from_number = (struct from_number){ms->screen.focus, number, row ? row->offset : 0};
    if (note != SIZE_MAX)
        return view_go(view, NULL, note);
    (void)snprintf(key, sizeof key, LINK_KEY "%d", number);
    return leads_to_link(links, number) && view_go(view, key, SIZE_MAX);
}

/* Back to where one came from, else to where the number stands first. */
static bool go_back(struct meeting_screen *ms, const struct text_links *links, int number)
{
    struct view *view = &screen_pane(&ms->screen)->view;
    const struct from_number *from = &ms->from_number;
    if (from->number == number && from->pane == ms->screen.focus)
        return view_go(view, NULL, from->offset);
    size_t at = find_number(links, number, false);
    for (size_t i = 0; at == SIZE_MAX && i < links->n_places; i++)
        if (links->places[i].number == number)
            at = links->places[i].end - 1;
    return at != SIZE_MAX && view_go(view, NULL, at);
}

static unsigned follow(struct meeting_screen *ms, const struct text_links *links, struct lead lead)
{
    struct browser *browser = ms->screen.browser;
    if (lead.back)
        return go_back(ms, links, lead.number)
                   ? REACT_REDRAW
                   : browser_sayf(browser, "where in this text [%d] stands is not told", lead.number);
    if (!go_to_note(ms, links, lead.number))
        return browser_refuse(browser, "this text has no footnote and no link [%d]", lead.number);
    char *key = key_of(NULL, browser, CMD_OPEN);
    unsigned reactions = browser_sayf(browser, "%s goes back to the text", key);
    talloc_free(key);
    return reactions;
}

unsigned meeting_footnote(struct meeting_screen *ms, const char *number)
{
    struct browser *browser = ms->screen.browser;
    const struct text_links *links = links_here(ms);
    if (!links)
        return browser_sayf(browser, "footnotes and links stand in the texts: Tab goes there");
    struct lead lead = {0};
    if (number)
        lead.number = (int)strtol(number + (*number == '['), NULL, 10);
    else
        lead = lead_here(ms, links);
    if (lead.number > 0)
        return follow(ms, links, lead);
    return number ? browser_refuse(browser, "footnote takes a number: :footnote 3")
                  : browser_sayf(browser, "no footnote and no link in this line");
}
