/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Pieces to a tree (private to this room). */
#ifndef SEARCH_PARSE_H
#define SEARCH_PARSE_H

#include "lex.h"

struct parsing {
    struct lexer lexer;
    struct piece piece; /* the next one */
    struct query *query;
    const struct query_options *options;
    bool negated;              /* below a sign that leaves out, or below two of them again not */
    struct query_fault *fault; /* may be NULL */
    struct err *err;
};

/* The lexer's words to the query's tree and terms. */
enum status parse_words(struct parsing *parsing) MB_MUST_CHECK;
/* STATUS_USAGE: WHAT, and at which character. */
enum status parse_fault(const struct parsing *parsing, size_t from, size_t to, const char *what);

#endif
