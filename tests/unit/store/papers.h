/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Small papers of the Borough of Elmsworth, which does not exist, as drafts: a pack and a minutes page
 * of one meeting of its Housing Scrutiny Panel, and whatever a test makes of them. */
#ifndef MINUTEBOOK_TESTS_STORE_PAPERS_H
#define MINUTEBOOK_TESTS_STORE_PAPERS_H

#include "support/test.h"

#include <minutebook/model.h>

/* A draft without items; SEED makes its sum. */
struct draft *paper(void *context, const char *seed, enum form form);
struct item *paper_item(struct draft *draft, const char *title);

/* Four titles, three of them telling. The pack names committee, day and time, the page only the day its
 * notice names; both the venue. Item 2 is to follow in the pack and listed on the page; minute 43 is cut. */
struct draft *elmsworth_pack(void *context, const char *seed);
struct draft *elmsworth_page(void *context, const char *seed);
/* The page of item 43 alone, with its minute whole, that names the Panel and the day. */
struct draft *elmsworth_item(void *context, const char *seed);
/* A pack of the same Panel of another day and with other titles, with a work programme. */
struct draft *elmsworth_other_pack(void *context, const char *seed);

void paper_on(struct draft *draft, int year, int month, int day, enum date_basis basis);
void paper_committee(struct draft *draft, const char *committee);

/* A record as one text, for comparing. */
char *record_text(void *context, const struct record_type *type, const void *record);

#endif
