/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The letter in the stand-in's last corner, which is painted last: a size can be told from it, and
 * that it is painted whole, even where one cell is all. */
#ifndef MINUTEBOOK_TESTS_STANDIN_MARK_H
#define MINUTEBOOK_TESTS_STANDIN_MARK_H

#define STANDIN_MARK(width, height) ('A' + ((width)*5 + (height)*3) % 26)

#endif
