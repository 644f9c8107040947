/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One follow-up by itself: follow_up.c is the screen, follow_up_page.c says what stands on it. */
#ifndef MINUTEBOOK_SCREENS_FOLLOW_UP_H
#define MINUTEBOOK_SCREENS_FOLLOW_UP_H

#include "actions.h"

/* All that is known of it; what follows hangs on these. */
struct follow_up_facts {
    struct action *action;
    struct action_entries entries;
    struct events events;
    struct actions under;         /* that hang under it */
    const struct action **likes;  /* what the minutes bring that may be it */
    size_t n_likes;
    struct clock_offer *clocks;
    size_t n_clocks;
    struct fuller_quotes fuller;
};

/* Keys of its rows, before a number; what else stands there leads to the minute. */
#define ENTRY_KEY "entry:"
#define CLOCK_KEY "clock:"
#define UNDER_KEY "under:"
#define LIKE_KEY "like:"
void follow_up_page(struct page *page, const struct follow_up_facts *facts, const struct browser *browser);

#endif
