/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* base: which rows of a list bear a key, so that what compares each row with all others takes time that grows with the list. Nothing
 * is taken out of it. */
#ifndef MINUTEBOOK_BASE_LOOKUP_H
#define MINUTEBOOK_BASE_LOOKUP_H

#include <minutebook/base.h>

#define LOOKUP_NONE SIZE_MAX

struct lookup;
struct lookup_rows {
    size_t *at; /* in the order in which they were added */
    size_t n;
};
struct lookup *lookup_new(const void *parent);
/* The place ROW bears KEY, which is copied; NULL is the key of none. */
void lookup_add(struct lookup *lookup, const char *key, size_t row);
struct lookup_rows lookup_find(const struct lookup *lookup, const char *key); /* valid until the next is added */
size_t lookup_first(const struct lookup *lookup, const char *key);            /* LOOKUP_NONE where no row bears it */
/* The first row that bears KEY, which is ROW from now on where there was none. */
size_t lookup_place(struct lookup *lookup, const char *key, size_t row);

#endif
