/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers that are not held, or not whole: what they are and how to get them, in the words of screens.md 3.9. */
#ifndef MINUTEBOOK_SCREENS_WANTED_H
#define MINUTEBOOK_SCREENS_WANTED_H

#include "private.h"

/* How to get what is missing of ITEM; says so where nothing is. */
char *how_to_get_item(const void *parent, const struct item *item);
/* How to get one paper, and what all of a kind have in common. */
char *how_to_get(const void *parent, const struct wanted *wanted);
const char *how_to_get_kind(enum wanted_kind kind);

/* "7 cut-off minutes, 12 papers named but not held": those that are needed; NULL if there are none. */
char *wanted_counted(const void *parent, const struct wanted_papers *papers);
/* "555" of a minute that is cut off; of a paper "item 6" or "minute 19"; "" */
char *wanted_number(const void *parent, const struct wanted *wanted);
bool wanted_is_of_item(const struct wanted *wanted);
/* What it is, without its day: "Performance Monitoring", "Contract: to follow"; cut to WIDTH cells, 0: whole. */
char *wanted_words(const void *parent, const struct wanted *wanted, int width);

/* The list, by kind, what is not needed last; a row a paper, its key that of the paper. With HOW each kind says how
 * it is got: for print, where nothing stands below. */
void wanted_page(struct page *page, const struct wanted_papers *papers, bool how);
/* The group a paper stands in, "cut off", and its place there; false if there is no paper of that KEY. */
bool wanted_place(const struct wanted_papers *papers, const char *key, const char **group, size_t *at, size_t *n);

#endif
