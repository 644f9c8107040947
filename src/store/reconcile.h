/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which papers are of one meeting, and what the meeting is called (design.md 4, Joining; 5.2, ids).
 * Pure: no SQL, no clock, and no memory of the order in which papers came. The same set of heads and
 * rulings gives the same meetings with the same ids, whatever the order. */
#ifndef MINUTEBOOK_STORE_RECONCILE_H
#define MINUTEBOOK_STORE_RECONCILE_H

#include <minutebook/model.h>

/* What a paper says of when and where its meeting is. */
struct placing {
    const char *council, *committee, *venue; /* NULL not known */
    struct date date;
    enum date_basis basis;
    int starts; /* minutes after midnight, -1 not known */
};

/* An item as joining looks at it. */
struct head_item {
    const char *title;                        /* folded */
    const char *agenda_number, *minute_number; /* NULL not known */
    const char *service_id;                   /* of the council's system; NULL */
    struct strings papers;                    /* titles of what is listed with it, folded */
};

/* What a list of the council says of the meeting that a paper is of. */
struct listed_as {
    struct placing placing;
    const char *status, *status_text, *committee_service_id;
    const char *sha256; /* of the list */
};

/* What joining looks at in one draft. Strings are borrowed. */
struct head {
    int64_t source, draft; /* the store's rows; carried along, not looked at */
    const char *sha256;
    const char *sum;       /* of the draft; carried along */
    enum form form;
    const char *minutes_status; /* as in struct meeting: minutes that are a draft stand before the others */
    const char *committee_service_id;
    const char *site_key, *service_id; /* the site (site_key()) and the number of the meeting there; NULL not known */
    struct placing own;     /* as the paper says */
    struct placing placing; /* with the member's corrections worked in; basis DATE_GIVEN for a date of theirs */
    bool committee_given, council_given;
    struct listed_as *listed; /* by the number of the meeting; what the paper lacks is worked into `placing` */
    size_t n_listed;
    bool committee_listed, date_listed; /* `placing` has it from a list */
    const char *item, *url; /* what the member says of a paper they attached (placed.h); NULL */
    bool placed;            /* it is where they said: set by reconcile_heads() */
    struct strings stated;  /* committees and days (YYYY-MM-DD) that the member ever stated: former names */
    const char *titles_key; /* equal where all titles are the same words in the same order */
    int titles, telling;    /* how many; how many of them not routine */
    struct head_item *items; /* only where a page of one item, a supplement or heads_place_alike() is among the papers */
    size_t n_items;
};

/* A ruling of the member. JOIN: `left` and `right` are of one meeting. PLACE: the one paper of `left`, and no other with it, is of
 * the meeting of `right`. APART: no one of `left` is of one meeting with any
 * of `right`, which go. Else no two of `left` are. The
 * strings are SHA-256 of papers; such as are not among the heads are passed over. */
struct ruling {
    bool join, apart, place;
    struct strings left, right;
};

/* One meeting. A supplement is of the one that has an edition of its own, bears the committee and day that it names, and has
 * one of its items, by number or title. A page of one item (form_is_part()) is of the meeting whose committee and day it names and that has
 * its item, where just one has; else it stands alone, or with other such pages that name the same meeting. */
struct group {
    size_t *members; /* indices of heads: pages of one item last, then by rank (head_rank()), then SHA-256 */
    size_t n;
    struct placing placing; /* the best of its members' (field.md 4) */
    bool by_ruling;         /* the member joined some of them */
    char *base_id;          /* children-and-families-2022-11-03, or unplaced-b96a2810 */
    char *id;               /* base_id, and what tells two of one day apart */
    struct strings aliases; /* other ids it had or might have had, sorted, without `id` */
    char *joined_because;   /* NULL for one paper */
};
struct groups {
    struct group *at; /* by first member */
    size_t n;
};

/* draft_rank() of the paper. */
int head_rank(const struct head *head);

/* Service ids decide (design.md 4): two papers with one number of one site are of one meeting, whatever else they
 * say; with two numbers of one site they never are. Where a paper does not tell its site, the same number joins only
 * if both name the same day and nothing speaks against it, and another number keeps apart. */
enum ids_say { IDS_SILENT, IDS_SAME, IDS_OTHER };
enum ids_say ids_compare(const struct head *a, const struct head *b);

/* Are A and B papers of one form that both state the same committee, day and time? Then their titles decide. (editions.c) */
bool heads_place_alike(const struct head *a, const struct head *b);

/* HEADS are sorted as struct group says; RULINGS stand oldest first, a later one decides.
 * The ids are right where every head that could share a group's base_id is among HEADS. */
struct groups *reconcile_heads(const void *parent, struct head *heads, size_t n, const struct ruling *rulings, size_t n_rulings);

/* Do A and B not contradict each other where both are known? */
bool placing_agrees(const struct placing *a, const struct placing *b);

/* A committee's or council's NAME folded for comparing, and SITE without its scheme and last stroke, in lower
 * case: http and https are one site. NULL is NULL. (keys.c) */
char *committee_key(const void *parent, const char *name);
char *site_key(const void *parent, const char *site);
/* What a meeting of COMMITTEE on DAY is called before its time or a paper's sum tells it from another (design.md 5.2); NULL where
 * one of them is not known. (keys.c) */
char *base_id(const void *parent, const char *committee, struct date day);

/* Is a paper of FORM a report and nothing else? Its title is the report's, which need not be its item's. (keys.c) */
bool form_is_report(enum form form);
/* Is it what was printed after an agenda, with some of its items? (keys.c) */
bool form_is_supplement(enum form form);

/* The key of a draft's titles, and their counts: `titles_key`, `titles` and `telling` of HEAD. */
char *titles_key_of(const void *parent, const struct meeting *meeting, int *titles, int *telling);

/* "nine", "12": numbers up to twelve as words. */
char *number_words(const void *parent, int number);

#endif
