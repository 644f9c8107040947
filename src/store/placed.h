/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A paper attached by hand: which meeting and item the member says it is of, and the address it came from. Kept as
 * corrections of the source, "meeting", "item" and "url": the meeting as the sums of its papers, the item by its number,
 * title and number of the council's, so that both are found again whatever the meeting and its items are called later. */
#ifndef MINUTEBOOK_STORE_PLACED_H
#define MINUTEBOOK_STORE_PLACED_H

#include "src/store/user.h"

#include "src/store/reconcile.h"

/* What the member states of a paper, as it is to be kept; all NULL where nothing was stated. */
struct placed {
    char *meeting; /* sha-256 of papers, separated by blanks */
    char *item, *url;
    char *sentence;
};
/* Work out what OPTIONS say of DRAFT. STATUS_USAGE, and what to do, where no such meeting, item or listed paper is held. */
enum status placed_find(const void *parent, struct store *store, const struct draft *draft, const struct import_options *options,
                        struct placed *out, struct err *err) MB_MUST_CHECK;

/* Save it of the source SHA256 as one change; see user_correct(). */
enum status user_place(struct store *store, const char *sha256, const struct placed *placed, bool *changed, struct err *err) MB_MUST_CHECK;

/* What a published meeting still needs said of the report in it that nobody placed, into NEEDS. */
enum status placed_needs(const void *parent, struct db *db, int64_t source, struct strings *needs, struct err *err) MB_MUST_CHECK;

/* An item in words that are kept, and those put on the first item of DRAFT: then it is found where that item is.
 * What a report itself is called becomes its attachment, held; URL is where it came from. ITEM and URL may be NULL. */
char *placed_item_words(const void *parent, const struct item *item);
void placed_apply(struct draft *draft, const char *item, const char *url);

/* Is ATTACHMENT, listed by a paper of SITE (NULL not known), what URL leads to? (keys.c) */
bool attachment_is_at(const struct attachment *attachment, const char *site, const char *url);

#endif
