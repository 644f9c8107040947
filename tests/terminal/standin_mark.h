/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The letter in the stand-in's first cell: a size can be told from it even where one cell is all. */
#ifndef MINUTEBOOK_TESTS_STANDIN_MARK_H
#define MINUTEBOOK_TESTS_STANDIN_MARK_H

#define STANDIN_MARK(width, height) ('A' + ((width)*5 + (height)*3) % 26)

#endif
