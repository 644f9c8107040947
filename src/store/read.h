/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Shared by the files that read what is published. */
#ifndef MINUTEBOOK_STORE_READ_H
#define MINUTEBOOK_STORE_READ_H

#include "src/store/private.h"

/* The row of the meeting that bears ID or, where none does, that had or might have had it; 0 none. */
enum status read_meeting_row(struct db *db, const char *id, int64_t *row, struct err *err) MB_MUST_CHECK;

/* As store_meeting(), inside a read, but the council only as it is published. */
enum status read_published_meeting(const void *parent, struct db *db, const char *id, struct meeting **out, struct err *err) MB_MUST_CHECK;

/* `DATE_UNKNOWN` for NULL and unknown words. */
enum date_basis read_basis(struct rows *rows, int column);

#endif
