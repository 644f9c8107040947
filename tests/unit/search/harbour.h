/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers of a council that does not exist, to search in. */
#ifndef MINUTEBOOK_TESTS_SEARCH_HARBOUR_H
#define MINUTEBOOK_TESTS_SEARCH_HARBOUR_H

#include "unit/store/support.h"

/* The minute 40 of a meeting of the Harbour Scrutiny Panel, cut off. */
void import_page(struct store *store, const char *name, struct date date, const char *title, const char *minutes, bool exempt);
/* A store of the case with three of them: 2030, 2031 and 2032, the last one exempt. */
struct store *harbour(void **state);

#endif
