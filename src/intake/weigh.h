/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/intake: how well a reading of a text looks like one meeting's paper (weigh.c), and which of several is kept
 * (choose.c). Nothing here knows a form's rules; it looks at what came of them. */
#ifndef MINUTEBOOK_INTAKE_WEIGH_H
#define MINUTEBOOK_INTAKE_WEIGH_H

#include "src/intake/chain.h"

/* What the lines of a text show, whichever reader they are meant for. */
struct signs {
    struct chain chain; /* of numbers */
    size_t labels;      /* headings and files that only a council's page has: "Minutes:", "PDF 83 KB" */
    size_t outcomes;    /* lines that begin "RESOLVED" */
    size_t openings;    /* lines that begin "To receive" */
    size_t told;        /* lines that tell what happened: "was", "resolved" */
    size_t paged;       /* entries of the chain whose line ends with pages */
    bool says_agenda;   /* a line of its head is "AGENDA" */
    bool says_minutes;  /* its first lines say that it is minutes */
};
#define SIGNS_OF_PAGE 2 /* labels from which on a text is surely a page */
/* The chain is a child of PARENT. */
struct signs signs_of(const void *parent, const char *text, size_t n);

/* A reading's weight. Tenths of an item: what is found of items and what is found in them, less what is none. */
struct weight {
    int value;
    int share; /* of a hundred: of the items found and of those that the chain shows, what is good */
    int merit; /* compares readings of one text: the value by the share */
    bool misfit; /* its form is surely another than what the lines show */
    size_t items, good, numbered, rising, routine, held; /* held: of the chain's entries, those that an item stands for */
};
struct weight weigh_draft(const struct draft *draft, const struct signs *signs, const char *text);

#define WEIGHT_STRONG 80 /* a share from which on no other reading is tried */

/* The weight as one line, for tests and whoever looks for a fault; a child of PARENT. */
char *weight_words(const void *parent, const struct weight *weight);

#endif
