/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The part of follow_ups_read() that needs no store. */
#ifndef MINUTEBOOK_ACTIONS_FOLLOW_UPS_H
#define MINUTEBOOK_ACTIONS_FOLLOW_UPS_H

#include <minutebook/actions.h>

/* ROWS of the user and what was FOUND, of one meeting or of several, as one list in its order: what a row answers is left
 * out, and its row gets its item_position. Others get references, all ROWS_EVERYWHERE being the references taken.
 * The actions stay where they are; the array is PARENT's. */
void follow_ups_unite(const void *parent, const struct actions *rows, const struct actions *found, const struct actions *rows_everywhere,
                      struct actions *out);

#endif
