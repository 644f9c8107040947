/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which commands of the Meeting screen do anything where the cursor stands: what its hints are made of. */
#include "config.h"

#include "meeting.h"

/* Does Enter lead anywhere from a line of "About this item"? As open_about() has it. */
static bool about_opens(const char *key)
{
    static const char *const opened[] = {"text:", ACTION_KEY, FOUND_KEY, "programme", "why"};
    for (size_t i = 0; key && i < MB_LENGTH(opened); i++)
        if (text_starts(key, opened[i]))
            return true;
    return false;
}

static bool opens(struct meeting_screen *ms)
{
    struct screen *screen = &ms->screen;
    return screen->focus == PANE_AGENDA || (screen->focus == PANE_ABOUT && about_opens(screen_key(screen))) ||
           (is_text_pane(screen->focus) && meeting_has_number(ms));
}

static bool has_texts(const struct meeting_screen *ms)
{
    int texts = 0;
    for (int text = 0; text < TEXT_COUNT; text++)
        texts += ms->screen.panes[PANE_TEXTS + text].present;
    return texts > 1;
}

static bool has_headings(const struct meeting_screen *ms)
{
    bool report = is_text_pane(ms->screen.focus) && text_of_pane(ms, ms->screen.focus) == TEXT_REPORT;
    return report && ms->chosen->item->n_blocks > 0;
}

enum offer meeting_offers(struct screen *screen, enum command_id command)
{
    struct meeting_screen *ms = meeting_of(screen);
    bool can;
    switch (command) {
    case CMD_OPEN:
        can = opens(ms);
        break;
    case CMD_NEXT_ITEM:
        can = ms->meeting->n_items > 1;
        break;
    case CMD_NEXT_TEXT:
        can = has_texts(ms);
        break;
    case CMD_SECOND_TEXT:
        can = has_texts(ms) && screen_side_by_side(screen);
        break;
    case CMD_CHANGES:
        can = ms->changed.n > 0;
        break;
    case CMD_NEXT_HEADING:
        can = has_headings(ms);
        break;
    case CMD_HOW_TO_GET:
        can = ms->chosen->item->truncated;
        break;
    default:
        return OFFER_UNKNOWN;
    }
    return can ? OFFER_YES : OFFER_NO;
}
