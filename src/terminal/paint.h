/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Cells to the terminal: the only way anything is written on the screen. */
#ifndef MINUTEBOOK_TERMINAL_PAINT_H
#define MINUTEBOOK_TERMINAL_PAINT_H

#include <minutebook/screens.h>

struct painter;

/* For the open display. CHOICE is the option `color`; COLOR_AUTO heeds NO_COLOR. */
struct painter *painter_new(const void *parent, enum color_choice choice);

/* The option may have changed: the next painting is by CHOICE. */
void painter_choose(struct painter *painter, enum color_choice choice);

/* Bring the screen to what GRID shows: only rows that differ from the last painting are copied. The
 * terminal's cursor goes where the grid has it, or is hidden. */
void painter_paint(struct painter *painter, const struct grid *grid);

/* The screen was disturbed or resized: the next painting sends all of it. */
void painter_forget(struct painter *painter);

#endif
