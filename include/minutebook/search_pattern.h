/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* search, patterns: regular expressions, of Perl's kind (pcre2pattern(3)), that a member types to find places of one text. Every match is
 * limited, and all those of one pattern together, so that no expression holds up a screen. */
#ifndef MINUTEBOOK_SEARCH_PATTERN_H
#define MINUTEBOOK_SEARCH_PATTERN_H

#include <minutebook/search.h>

struct search_pattern;

/* Letters, digits and words are those of Unicode; capitals matter only WITH_CASE. STATUS_USAGE with what is wrong and at which character of
 * EXPRESSION. */
enum status search_pattern_new(const void *parent, const char *expression, bool with_case, struct search_pattern **out,
                               struct err *err) MB_MUST_CHECK;

/* The first place in TEXT, N bytes of valid UTF-8, from byte FROM on where it holds and is not empty. STATUS_NONE where there is none,
 * STATUS_USAGE where finding out takes too long. */
enum status search_pattern_next(const struct search_pattern *pattern, const char *text, size_t n, size_t from, struct mark *out,
                                struct err *err) MB_MUST_CHECK;

#endif
