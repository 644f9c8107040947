/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Notes and questions on the screens. */
#ifndef MINUTEBOOK_SCREENS_NOTES_H
#define MINUTEBOOK_SCREENS_NOTES_H

#include "private.h"

/* The meeting at the item that the note NOTE_ID is on; NULL where that meeting is not held. */
struct screen *notes_place(struct browser *browser, const char *note_id);

#endif
