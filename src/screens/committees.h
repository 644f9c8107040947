/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Committees in words: the screen and the printed list are made of these pages. */
#ifndef MINUTEBOOK_SCREENS_COMMITTEES_H
#define MINUTEBOOK_SCREENS_COMMITTEES_H

#include "private.h"

/* By council, where there are several; each a row of its id, with a star where it is MARKED (NULL: none). */
void committees_page(struct page *page, const struct committees *list, const char *marked);
/* Of each committee: the meetings known by a list or by hand, of which no paper is held. */
enum status committees_count_known(struct committees *list, struct store *store, struct err *err) MB_MUST_CHECK;
/* What is known of one: its council, its other names, its meetings, its site, its members. */
void committee_page(struct page *page, const struct committee_row *row);

#endif
