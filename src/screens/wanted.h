/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers that are not held, or not whole: what they are and how to get them, in the words of screens.md 3.9. */
#ifndef MINUTEBOOK_SCREENS_WANTED_H
#define MINUTEBOOK_SCREENS_WANTED_H

#include "private.h"

/* How to get what is missing of ITEM; says so where nothing is. */
char *how_to_get_item(const void *parent, const struct item *item);
/* How to get a minute that the council's page cuts off. NUMBER may be NULL. */
char *how_to_get_minute(const void *parent, const char *number);

#endif
