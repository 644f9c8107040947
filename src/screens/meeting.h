/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Meeting screen: meeting.c moves about in it, meeting_load.c reads and chooses, meeting_panes.c says
 * what stands in its panes. */
#ifndef MINUTEBOOK_SCREENS_MEETING_H
#define MINUTEBOOK_SCREENS_MEETING_H

#include "private.h"

enum meeting_pane { PANE_AGENDA, PANE_TEXTS, PANE_ABOUT = PANE_TEXTS + TEXT_COUNT };

/* The item in view; a talloc block freed with the next choice. */
struct chosen {
    const struct item *item; /* borrowed from the meeting */
    char *raw[TEXT_COUNT];   /* as stored; NULL where there is none */
    struct safe clean[TEXT_COUNT];
};

struct meeting_screen {
    struct screen screen;
    char *id; /* as it was opened; the meeting's own may be newer */
    int position;
    struct meeting *meeting;       /* child of the screen, freed with the next load */
    struct committee_offer *offer; /* child of the meeting */
    struct actions actions;        /* follow-ups of this meeting, on the meeting */
    struct programmes programmes;  /* those printed with it, on the meeting */
    struct chosen *chosen;
    bool show_hits;               /* opened at a hit of the last search */
    enum passage_kind first_kind; /* where it is opened; PASSAGE_KINDS: at the agenda */
    size_t first_offset;
};

static inline struct meeting_screen *meeting_of(struct screen *screen)
{
    return (struct meeting_screen *)screen;
}

/* The text that a pane shows. */
static inline enum item_text text_of_pane(size_t pane)
{
    return (enum item_text)(pane - PANE_TEXTS);
}
static inline bool is_text_pane(size_t pane)
{
    return pane >= PANE_TEXTS && pane < PANE_ABOUT;
}

enum status meeting_load(struct screen *screen, struct err *err) MB_MUST_CHECK;
/* Choose the item at POSITION; the agenda's cursor goes there. */
void meeting_go(struct meeting_screen *ms, int position);
void meeting_follow_agenda(struct meeting_screen *ms); /* its cursor has moved: that item is chosen */
void meeting_agenda_fill(struct screen *screen, struct page *page);
void meeting_text_fill(struct screen *screen, struct page *page);
void meeting_banner_fill(struct screen *screen, struct page *page);
void meeting_about_fill(struct screen *screen, struct page *page);

/* Keep those of a meeting by its id or the one it was asked for by; what is undone goes. */
void meeting_own_actions(struct actions *actions, const char *id, const char *other_id);
void agenda_page(struct page *page, const struct meeting *meeting, const struct actions *actions);
/* The text TEXT of an item with what must be said before and after it. */
void text_page(struct page *page, const struct item *item, enum item_text text, const struct flow *flow);
/* What is said above a text: exempt, cut off, and the HIDDEN characters the gate counted in it. */
void text_banner(struct page *page, const struct item *item, enum item_text text, unsigned hidden);
/* With KEYS it says which key tells more. */
void about_page(struct page *page, const struct meeting_screen *screen, struct date as_at, bool keys);

#endif
