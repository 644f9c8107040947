/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Marks of entries and of limbs within a sentence. */
#ifndef MINUTEBOOK_ACTIONS_MARKS_H
#define MINUTEBOOK_ACTIONS_MARKS_H

#include <minutebook/text.h>

#include "view.h"

/* "(b)", "2.", "iv)", a bullet: marks of one sort have one number, 0 stands for none. */
int mark_sort(const char *text, struct line_span mark);

/* Where limbs begin in a view: their marks, and their words behind. */
#define LIMBS_MAX 26
struct limbs {
    size_t marks[LIMBS_MAX], words[LIMBS_MAX], n;
};
/* The limbs of a sentence behind byte FROM: two or more marks in their order; else none. */
void limbs_find(const struct view *view, size_t from, struct limbs *limbs);

#endif
