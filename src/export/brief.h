/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The brief while it waits to be written (private): one entry for each item that is no routine. */
#ifndef EXPORT_BRIEF_H
#define EXPORT_BRIEF_H

#include "topic.h"

struct brief_item {
    const struct item *item;  /* of the brief's meeting */
    const struct theme *theme;
    struct topic_card *card;  /* what was before it; times none for what is on every agenda */
    struct strings questions, noted; /* the member's own; the latter only where private notes are asked for */
    const struct item *same;  /* an item before it that is of the same topic, whose past is told there; NULL */
};
struct brief {
    struct meeting *meeting;
    struct notes notes; /* of it */
    bool *told;         /* those that stand at an item */
    struct strings questions, noted; /* of the meeting as a whole, or of an item that is left out */
    struct brief_item *items;
    size_t n_items;
    int routine; /* items left out */
};

#endif
