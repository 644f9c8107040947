/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One meeting from the drafts of its papers, field by field as field.md 4 says: the better source is
 * shown, what another says otherwise is kept beside it. Pure, and the same whatever order the papers
 * came in. */
#ifndef MINUTEBOOK_STORE_MERGE_H
#define MINUTEBOOK_STORE_MERGE_H

#include "src/store/reconcile.h"

struct merged {
    struct meeting *meeting;
    struct programme **programmes; /* as printed with its papers, each different one once */
    size_t n_programmes;
};

/* DRAFTS[i] is the draft of heads[group->members[i]]; what the member said of it is put on it. The result is owned by PARENT, but its strings
 * and blocks are the drafts': it must not outlive them. */
struct merged *merge_meeting(const void *parent, const struct group *group, const struct head *heads, struct draft *const *drafts);

/* For merge.c: one item of the meeting and where it stands in each paper. */
struct item_row {
    const struct item **of; /* by paper; NULL where the paper lacks it */
    size_t n_papers;
};
struct item_rows {
    struct item_row *at;
    size_t n;
};
/* merge_pair.c: pair the items of the papers, by their words, else by order where all others agree. */
struct item_rows *pair_items(const void *parent, struct draft *const *drafts, size_t n);

/* Is a paper of FORM an edition of the whole meeting, so that an item which it lacks is not in it? A supplement and the
 * decisions have only some of the items. */
bool form_is_whole(enum form form);

/* merge_item.c: the item of ROW at POSITION; what is said otherwise is added to MEETING's alternatives. */
struct item merge_item(struct meeting *meeting, const struct item_row *row, struct draft *const *drafts, int position);

/* listed_papers.c: what the papers list for the whole MEETING, merged otherwise, and that would say more: its `papers`. */
void merge_listed_papers(struct meeting *meeting, const struct group *group, const struct head *heads, struct draft *const *drafts);

/* Add an alternative of SHA256's, unless VALUE is NULL or says the same words as CHOSEN. */
void add_alternative(struct meeting *meeting, const char *field, const char *value, const char *chosen, const char *sha256);

#endif
