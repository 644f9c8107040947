/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The list of follow-ups: actions_page.c says what stands in it, actions.c is the screen. */
#ifndef MINUTEBOOK_SCREENS_ACTIONS_H
#define MINUTEBOOK_SCREENS_ACTIONS_H

#include "private.h"

/* What is listed: as follow_ups_read() gives it. */
struct actions_shown {
    const struct actions *actions;
    struct date as_at;
    bool all;                    /* also resolutions with nothing to follow and what is not a follow-up */
    const struct strings *marks; /* ids of rows that are marked; NULL: none can be */
    bool whole;                  /* every sentence to its end: nothing stands below the list */
};
void actions_page(struct page *page, const struct actions_shown *shown);
/* What its row does not say, its sentence whole where it fits LINES. */
void action_page(struct page *page, const struct action *action, int lines);
/* "13 on the tracker: 1 overdue, 11 with no date given"; where WIDTH cells (0: as many as it takes) are too few, in
 * shorter words: "1 overdue, 12 more" */
char *actions_counted(const void *parent, const struct actions *actions, struct date as_at, int width);

#endif
