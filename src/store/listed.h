/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What lists of the council say: kept beside the draft of the list, looked at when papers are published that bear a
 * number that is listed, and when meetings are read of which no paper is held. */
#ifndef MINUTEBOOK_STORE_LISTED_H
#define MINUTEBOOK_STORE_LISTED_H

#include "src/store/private.h"
#include "src/store/reconcile.h"

/* The rows of what DRAFT lists; KEPT is its row. */
enum status listed_write(struct db *db, int64_t kept, const struct draft *draft, struct err *err) MB_MUST_CHECK;

/* What lists say of the meeting of HEAD: its `listed`, and what the paper does not say itself. WITHOUT is a source whose
 * kept list does not count, 0 none; DRAFT one that does, though it is not live yet, 0 none. */
enum status listed_look_up(const void *parent, struct db *db, struct head *head, int64_t without, int64_t draft, struct err *err) MB_MUST_CHECK;

/* A meeting that is listed and of which no paper is held, from all lists that name it. */
struct listing {
    char *council, *committee, *venue, *status, *status_text;
    char *site, *site_key, *service_id, *committee_service_id;
    char *base;   /* base_id() */
    char *former; /* the same by the committee's name in the list, where it is called otherwise; NULL */
    struct date date;
    int starts; /* -1 not said */
    bool has_agenda, has_decisions, has_minutes;
    bool beside_held; /* another meeting that bears its name is held */
};
struct listings {
    struct listing *at; /* by base, time, number */
    size_t n;
};
enum status listings_read(const void *parent, struct db *db, struct listings *out, struct err *err) MB_MUST_CHECK;

/* The strictest word wins: a meeting that one paper calls off is called off. -1 for NULL and other words. */
int status_strictness(const char *status);

#endif
