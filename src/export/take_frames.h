/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the worker that reads a colleague's tracker answers (private): take_worker.c sends, take_actions.c hears. */
#ifndef EXPORT_TAKE_FRAMES_H
#define EXPORT_TAKE_FRAMES_H

#include <minutebook/export_take.h>

#include <minutebook/box.h>

enum {
    TAKE_REFUSED = 1, /* a sentence; nothing else comes */
    TAKE_AS_AT,       /* the day as the document has it, or "" */
    TAKE_ACTION,      /* the row, 1 up: one that is on their tracker opens */
    TAKE_ENTRY,       /* what happened to it opens */
    TAKE_FIELD,       /* of what was opened last: its name, NUL, its text */
    TAKE_TRUTH,       /* the name of one that is true, and no text */
};

#endif
