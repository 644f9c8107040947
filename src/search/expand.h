/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is added to a query (private to this room). */
#ifndef SEARCH_EXPAND_H
#define SEARCH_EXPAND_H

#include <minutebook/search.h>

/* Add related words and forms to the terms of QUERY, as OPTIONS say, once. STORE NULL: no forms. */
enum status query_expand(struct query *query, struct store *store, const struct query_options *options, struct err *err) MB_MUST_CHECK;

#endif
