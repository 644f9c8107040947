/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Notes and questions on the screens. */
#ifndef MINUTEBOOK_SCREENS_NOTES_H
#define MINUTEBOOK_SCREENS_NOTES_H

#include "private.h"

#define NOTE_KEY "note:" /* of a row that leads to a note, before its id */

/* The meeting at the item that the note NOTE_ID is on; NULL where that meeting is not held. */
struct screen *notes_place(struct browser *browser, const char *note_id);
/* "note: bring the plan", "question for the Director: how many?"; with what was answered. On PARENT. */
char *notes_words(const void *parent, const struct note *note);
/* The list, at the note NOTE_ID, else at those of the meeting MEETING_ID; either may be NULL. */
unsigned notes_open(struct browser *browser, const char *note_id, const char *meeting_id);
/* Those on the item POSITION of MEETING; 0: on the meeting as a whole. */
int notes_count(const struct notes *notes, const struct meeting *meeting, int position);

#endif
