/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Private to src/text: the small words of the scanners of days and clock times. Each returns the bytes
 * it read at the start of TEXT, 0 if what it looks for is not there. */
#ifndef MINUTEBOOK_TEXT_SCAN_H
#define MINUTEBOOK_TEXT_SCAN_H

#include <stdbool.h>
#include <stddef.h>

bool scan_is_digit(char c);

/* No letter or digit at the start of TEXT; none just before text[i]. */
bool scan_at_word_end(const char *text);
bool scan_at_word_start(const char *text, size_t i);

/* Blanks within a line: space, the no-break and thin spaces. Line ends and TAB, which ends a cell, part
 * what stands on both sides. */
size_t scan_blanks(const char *text);

/* A whole number of at most MAX digits, with no digit after it. */
size_t scan_number(const char *text, size_t max, int *number);

/* WORD in any case, with no letter or digit after it. */
size_t scan_word(const char *text, const char *word);

/* A dash of any kind: hyphen, figure, en or em dash, minus. */
size_t scan_dash(const char *text);

/* The name of a month, whole or shortened ("Sept", "Nov."), 1 to 12 in *month. */
size_t scan_month(const char *text, int *month);

/* A year of four digits, 1700 to 2199. */
size_t scan_year(const char *text, int *year);

#endif
