/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Shared by reconcile.c, which parts papers into meetings, and names.c, which names these; rulings.c and
 * reasons.c belong to them. */
#ifndef MINUTEBOOK_STORE_JOINING_H
#define MINUTEBOOK_STORE_JOINING_H

#include "src/store/reconcile.h"

/* The best of what the papers say (field.md 4): what the member gave, then what the papers state, the
 * later form before the earlier; a date worked out from a notice comes last. */
struct placing best_placing(const struct head *heads, const size_t *members, size_t n);

/* LABELS[i] is the lowest index of the papers that paper i is one meeting with: make those of A and of B one. */
void labels_unite(size_t *labels, size_t n, size_t a, size_t b);
/* Make one what are editions of one paper: of one form, committee, day and time, as both state, and all titles of one are
 * titles of the other in their order, where each fits exactly the same others. (editions.c) */
void label_by_editions(const struct head *heads, size_t n, size_t *labels);

/* Work RULING into LABELS: labels[i] is the lowest index of the papers that paper i is one meeting with. RULED[i]: it is where it
 * is because the member joined papers. (rulings.c) */
void rule_papers(struct head *heads, size_t n, const struct ruling *ruling, size_t *labels, bool *ruled);

/* The sentence that says why the papers of GROUP were joined. (reasons.c) */
char *join_reason(const void *parent, const struct group *group, const struct head *heads);
/* How many of the group's papers are editions of the whole meeting; they stand first. */
size_t whole_papers(const struct group *group, const struct head *heads);

/* Fill base_id, id, aliases and joined_because of all GROUPS. */
void name_groups(struct groups *groups, const struct head *heads, size_t n, const struct ruling *rulings, size_t n_rulings);

#endif
