/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What later papers tell of the follow-ups that are open: job_evidence.c looks, evidence.c is the screen, evidence_page.c
 * says what stands on it. */
#ifndef MINUTEBOOK_SCREENS_EVIDENCE_H
#define MINUTEBOOK_SCREENS_EVIDENCE_H

#include "private.h"

#include <minutebook/actions_evidence.h>

/* What the worker found: a tree of its own. */
struct evidence_looked {
    struct date as_at;
    struct actions asked;   /* open rows, as they were then */
    const struct action **now; /* how they stand now; of the last load */
    struct traced **traced; /* of each */
};

/* Proposal NTH of row AT of what was looked at; the row has none: only what is said of it. */
struct proposal {
    const struct action *action;
    const struct traced *traced;
    const struct evidence *evidence; /* NULL: no trace */
};
#define PROPOSAL_KEY "%zu:%zu" /* row and proposal */
struct proposal proposal_at(const struct evidence_looked *looked, const char *key);
bool evidence_is_taken(const struct action_entries *entries, const struct action *action, const struct evidence *evidence);

void evidence_list_page(struct page *page, const struct evidence_looked *looked, const struct action_entries *entries);
void evidence_promise_page(struct page *page, const struct proposal *proposal, struct date as_at);
void evidence_paper_page(struct page *page, const struct proposal *proposal, bool taken);

/* LOOKED becomes the screen's. */
struct screen *evidence_new(struct browser *browser, struct evidence_looked *looked, const char *action_id);

#endif
