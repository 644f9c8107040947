/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The town's papers issued again: what changed, and what healed. */
#ifndef MINUTEBOOK_TESTS_EDITIONS_H
#define MINUTEBOOK_TESTS_EDITIONS_H

#include "screens/town.h"

/* The pack with another table, paragraph, and timing and one item more, which the
 * minutes do not have, and the page with minute 34 whole. */
void town_import_again(struct store *store);
/* As if the town's papers had come on days of May 2024, so that screens can be held as text; the store is not open. */
void town_came_in_may(const char *path);

#endif
