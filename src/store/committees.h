/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What committees are called. By the member's rulings one committee under several names is one, in every published row; and
 * "The Executive" is the Executive, unless the member split these two. How names are compared otherwise ("&" is "and"): text_fold(). */
#ifndef MINUTEBOOK_STORE_COMMITTEES_H
#define MINUTEBOOK_STORE_COMMITTEES_H

#include "src/store/reconcile.h"
#include "src/store/user_rows.h"

/* A name that rulings speak of, and the name of the committee that it is a name of. */
struct committee_name {
    char *council_key; /* NULL: of papers that name no council, and of any */
    char *key, *name;
    size_t root;       /* index of the name that stands for it */
    bool split;        /* the member said that it is a committee of its own */
};
struct committee_names {
    struct committee_name *at;
    size_t n;
    struct strings *ever; /* each two names that were ever one by a ruling, also one that was taken back */
    size_t n_ever;
};
enum status committee_names_read(const void *parent, struct db *db, struct committee_names *out, struct err *err) MB_MUST_CHECK;
/* What a committee that COUNCIL's papers call NAME is called: borrowed of NAMES or of NAME. Every name that papers, lists or the
 * member give to a meeting goes through here before a meeting is called by it. NULL is NULL. */
const char *committee_name_now(const struct committee_names *names, const char *council, const char *name);
/* Set the `placing` of all HEADS by what papers say themselves (one number of one site is one committee, called as the
 * newest paper calls it) and by the rulings. */
void committee_name_heads(const void *parent, const struct committee_names *names, struct head *heads, size_t n);
/* Are two names of committees, or of councils, the same words? Not known is only not known. */
bool same_name(const char *a, const char *b);

/* ROWS, newest first, that name one committee in the same words but set otherwise ("&" and "and") all name it as the first does. */
void committee_spell_alike(struct meeting_rows *rows);

#endif
