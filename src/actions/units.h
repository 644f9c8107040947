/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A text taken apart into what is judged, each piece with the place it stands in. */
#ifndef MINUTEBOOK_ACTIONS_UNITS_H
#define MINUTEBOOK_ACTIONS_UNITS_H

#include "rules.h"
#include "view.h"

/* A sentence, an entry of a list, or one limb of a resolution that has several in a sentence. */
struct unit {
    struct line_span words; /* bytes of the text: the quote */
    struct view *view;      /* of those bytes */
    size_t from;            /* byte of the view from which it is judged: behind a lead-in */
    enum place place;
    int block;              /* lead-in that it stands under, counted from 1; 0 none */
    int line;               /* counted: units of one line have one number */
    enum place opens;       /* the place that it opens for what follows while its own is another; PLACE_SAID: none */
    int opened;             /* the block that it opens so; 0 none */
    struct line_span mark;  /* "(b)" before it, bytes of the text; no length: it bears none */
    bool marked;            /* an entry of a list */
    bool lead_only;         /* "RESOLVED:" and nothing else */
    bool tag;               /* "ACTION: name" and nothing else: skipped, what is above goes on */
    char *recipient, *owner; /* that the lead-in names */
};
struct units {
    struct unit *at;
    size_t n;
    const char *committee; /* folded, whose minutes these are; NULL: not known */
    struct view *title;    /* of the item; NULL: not known, and no rule is spared for it */
};

/* Bytes START to END of the view of WHOLE, of TEXT, as a unit of its own that stands in PLACE; a lead-in at its head is
 * taken. */
struct unit unit_part(const void *parent, const struct rules *rules, struct matcher *matcher, const char *text, const struct unit *whole,
                      size_t start, size_t end, enum place place);

/* TEXT as units; PLACE is where a sentence of it stands under no lead-in. All is owned by PARENT. */
void units_read(const void *parent, const struct rules *rules, struct matcher *matcher, const char *text, enum place place,
                struct units *out);

#endif
