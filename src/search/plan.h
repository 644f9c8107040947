/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a search is while it is planned (private to this room): plan.c works out the tree, plan_fields.c its fields. */
#ifndef SEARCH_PLAN_H
#define SEARCH_PLAN_H

#include <minutebook/search.h>

/* What is true of one side: of no text of it, of all, or of those that `match` finds, or of all but these. */
enum truth { TRUTH_NONE, TRUTH_ALL, TRUTH_MATCH, TRUTH_ALL_BUT };
struct condition {
    enum truth truth;
    char *match; /* in brackets or one string; NULL for the first two */
};

struct planning {
    struct query *query;
    struct store *store;
    const char *words;
    const struct query_options *options;
    struct query_fault *fault;
    struct err *err;
    const void *scratch;
    bool mine;  /* the side that is worked out */
    bool exact; /* a phrase stands in what is published */
};

/* A match is begun, written and ended; STATUS_USAGE where it is longer than can be asked. */
void plan_begin(const struct planning *planning, struct buf *match);
enum status plan_ended(const struct planning *planning, struct buf *match, struct condition *out) MB_MUST_CHECK;

/* NODE, a field, on the side that is worked out. */
enum status plan_field(struct planning *planning, const struct query_node *node, struct condition *out) MB_MUST_CHECK;
/* What of NODE holds for the whole search (BY_ALONE) is written into the request; nothing of others. */
enum status plan_alone(struct planning *planning, const struct query_node *node) MB_MUST_CHECK;
/* All texts of the side: every one bears the word of its kind. */
enum status plan_everything(struct planning *planning, struct condition *out) MB_MUST_CHECK;

#endif
