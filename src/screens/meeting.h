/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The Meeting screen: meeting.c moves about in it, meeting_load.c reads and chooses, meeting_panes.c says
 * what stands in its panes, meeting_beside.c sets a second text beside the first. */
#ifndef MINUTEBOOK_SCREENS_MEETING_H
#define MINUTEBOOK_SCREENS_MEETING_H

#include "private.h"

enum meeting_pane { PANE_AGENDA, PANE_TEXTS, PANE_ABOUT = PANE_TEXTS + TEXT_COUNT, PANE_BESIDE };

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
    enum item_text beside;        /* asked for in the right pane; TEXT_COUNT: the details */
    enum item_text second;        /* what stands there now */
    bool show_hits;               /* opened at a hit of the last search */
    enum passage_kind first_kind; /* where it is opened; PASSAGE_KINDS: at the agenda */
    size_t first_offset;
};

static inline struct meeting_screen *meeting_of(struct screen *screen)
{
    return (struct meeting_screen *)screen;
}

static inline bool is_text_pane(size_t pane)
{
    return (pane >= PANE_TEXTS && pane < PANE_ABOUT) || pane == PANE_BESIDE;
}
/* The text that a pane of text shows. */
enum item_text text_of_pane(const struct meeting_screen *ms, size_t pane);
/* Set the right pane for the item and the text in the middle. */
void meeting_set_beside(struct meeting_screen *ms);
void meeting_settle(struct screen *screen);
unsigned meeting_beside(struct meeting_screen *ms);         /* P */
unsigned meeting_next_text(struct meeting_screen *ms);      /* p */
unsigned meeting_how_to_get(struct meeting_screen *ms);     /* F */

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
/* Instead of a text, where a meeting was entered by hand and no paper of it is held. */
void entered_page(struct page *page);
/* What is said above a text: exempt, cut off, and the HIDDEN characters the gate counted in it. With KEYS it says
 * which key tells more. */
void text_banner(struct page *page, const struct item *item, enum item_text text, unsigned hidden, bool keys);
/* With KEYS it says which key tells more. */
void about_page(struct page *page, const struct meeting_screen *screen, struct date as_at, bool keys);

#endif
