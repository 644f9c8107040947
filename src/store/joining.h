/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Shared by reconcile.c, which parts papers into meetings, and names.c, which names these. */
#ifndef MINUTEBOOK_STORE_JOINING_H
#define MINUTEBOOK_STORE_JOINING_H

#include "src/store/reconcile.h"

/* The best of what the papers say (field.md 4): what the member gave, then what the papers state, the
 * later form before the earlier; a date worked out from a notice comes last. */
struct placing best_placing(const struct head *heads, const size_t *members, size_t n);

/* Fill base_id, id, aliases and joined_because of all GROUPS. */
void name_groups(struct groups *groups, const struct head *heads, size_t n, const struct ruling *rulings, size_t n_rulings);

#endif
