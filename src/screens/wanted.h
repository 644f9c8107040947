/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers that are not held, or not whole: what they are and how to get them, in the words of screens.md 3.9. */
#ifndef MINUTEBOOK_SCREENS_WANTED_H
#define MINUTEBOOK_SCREENS_WANTED_H

#include "private.h"

/* How to get what is missing of ITEM of MEETING, whose `site` is the one to go by; says so where nothing is. */
char *how_to_get_item(const void *parent, const struct meeting *meeting, const struct item *item);

/* A row of the list: one paper, or those that one meeting's page lists. */
struct wanted_entry {
    size_t group; /* its kind, WANTED_KINDS for what is not needed */
    const struct wanted **at;
    size_t n;
};
#define WANTED_GROUPS (WANTED_KINDS + 1)
struct wanted_list {
    struct wanted_entry *at; /* by group, then as the papers came */
    size_t n;
    size_t papers[WANTED_GROUPS];
};
/* Papers of the meetings in APART, ids, stand each in a row of its own; NULL: of none. */
void wanted_fold(const void *parent, const struct wanted_papers *papers, const struct strings *apart, struct wanted_list *out);

/* How to get it, and what all of a kind have in common. */
char *how_to_get(const void *parent, const struct wanted_entry *entry);
const char *how_to_get_kind(enum wanted_kind kind);

/* "7 cut-off minutes, 12 papers named but not held": those that are needed; NULL if there are none. */
char *wanted_counted(const void *parent, const int counts[WANTED_KINDS]);
/* "555" of a minute that is cut off; of papers "item 6", "minutes 19–25"; "" */
char *wanted_number(const void *parent, const struct wanted_entry *entry);
bool wanted_is_of_item(const struct wanted *wanted);
/* What it is, without its day: "Performance Monitoring", "Contract: to follow", "7 papers: Contract; ..."; cut to WIDTH
 * cells, 0: whole. */
char *wanted_words(const void *parent, const struct wanted_entry *entry, int width);

/* The list by groups; a row an entry, its key that of its first paper. With HOW each kind says how it is got: for
 * print, where nothing stands below. */
void wanted_page(struct page *page, const struct wanted_list *list, bool how);

#endif
