/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the head of a paper says of one meeting, Tuesday 4 March 2025, and whether its reader finds that and nothing else. */
#ifndef MINUTEBOOK_TESTS_HEADS_H
#define MINUTEBOOK_TESTS_HEADS_H

#include "reading.h"

#include <strings.h>

struct head {
    const char *text, *committee;
    int minutes;       /* after midnight; -1: the head does not say */
    const char *place; /* NULL: likewise */
};

/* Fails where HEAD above BODY, which has N_ITEMS, is read otherwise than HEAD says; capitals do not matter. */
static inline void check_head(const void *parent, const struct head *head, const char *body, size_t n_items)
{
    struct draft *draft = draft_of(parent, mem_printf(parent, "%s%s", head->text, body));
    const struct meeting *meeting = draft->meeting;
    bool place = head->place ? meeting->venue && strcasecmp(meeting->venue, head->place) == 0 : !meeting->venue;
    if (date_compare(meeting->date, (struct date){2025, 3, 4}) != 0 || meeting->minutes_after_midnight != head->minutes || !place ||
        !meeting->committee || strcasecmp(meeting->committee, head->committee) != 0 || meeting->n_items != n_items)
        fail_msg("%zu items, \"%s\", %d minutes after midnight, \"%s\" below:\n%s", meeting->n_items, meeting->committee, meeting->minutes_after_midnight,
                 meeting->venue, head->text);
    talloc_free(draft);
}

#define CHECK_HEADS(parent, heads, body, n_items)         \
    do {                                                  \
        for (size_t h = 0; h < MB_LENGTH(heads); h++)     \
            check_head(parent, &(heads)[h], body, n_items); \
    } while (0)

#endif
