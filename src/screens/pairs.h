/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Two meetings that may be one, in words: the screen and the printed list are made of these pages. */
#ifndef MINUTEBOOK_SCREENS_PAIRS_H
#define MINUTEBOOK_SCREENS_PAIRS_H

#include "private.h"

/* The papers of both, "agenda pack: october.txt". */
struct pair_papers {
    struct strings one, other;
};
enum status pair_papers_read(const void *parent, struct store *store, const struct join_offer *offer, struct pair_papers *out,
                             struct err *err) MB_MUST_CHECK;

/* "3 Nov 2022  Health Panel" and why, as a row of KEY. */
void pair_row(struct page *page, const struct join_offer *offer, const char *key);
/* Under a heading, meetings that were made of pairs; their ids are the keys. */
void pairs_made(struct page *page, const struct meeting_rows *made);
/* SENTENCE says that two were joined: on the screen of pairs, and how the one they are is opened there. */
unsigned pairs_say_joined(struct browser *browser, const char *sentence);
/* Both sides, what speaks for one meeting and against it, and the items by title: in columns BESIDE each other, or one
 * under the other. The lines that name a meeting are rows of its id. PAPERS NULL: only how many. */
void pair_page(struct page *page, const struct join_offer *offer, const struct pair_papers *papers, bool beside);

/* "2 pairs of meetings may be one" */
char *pairs_counted(const void *parent, size_t n);
/* What speaks of MEETING_ID among OFFERS, as lines that tell where a meeting comes from. */
void pairs_why(const void *parent, const struct join_offers *offers, const char *meeting_id, struct strings *out);

#endif
