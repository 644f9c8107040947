/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The parts of follow_ups_read() that the survey shares. */
#ifndef MINUTEBOOK_ACTIONS_FOLLOW_UPS_H
#define MINUTEBOOK_ACTIONS_FOLLOW_UPS_H

#include <minutebook/actions.h>

/* ROWS of the user and what was FOUND, of one meeting or of several, as one list in its order: what a row answers is left
 * out, and its row gets its item_position. Others get references, all ROWS_EVERYWHERE being the references taken.
 * The actions stay where they are; the array is PARENT's. */
void follow_ups_unite(const void *parent, const struct actions *rows, const struct actions *found, const struct actions *rows_everywhere,
                      struct actions *out);

/* Rows that answer nothing found (noted by hand, or their sentence is gone) get their item's place, too. */
enum status follow_ups_place(const struct actions *rows, struct store *store, struct err *err) MB_MUST_CHECK;

/* As they stand in the list: newest meeting first, then item, then place in the text. */
void follow_ups_sort(struct actions *actions);

#endif
