/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of a text and which of a query's terms each belongs to (private to this room). */
#ifndef SEARCH_MATCH_H
#define SEARCH_MATCH_H

#include <minutebook/search.h>

struct matches {
    struct tokens *tokens;
    uint64_t *terms; /* of each token: bit i for term i; QUERY_TERMS_MAX terms */
};

struct matches matches_of(const void *parent, const struct query *query, const char *text, size_t n);

#endif
