/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Names of committees and councils that a member typed (private to this room). */
#ifndef SEARCH_NAMES_H
#define SEARCH_NAMES_H

#include <minutebook/search.h>

/* The names, as meetings are published with them, of those that VALUE calls: by a whole name (also a former one) or its
 * id, else all with VALUE's words in it. STATUS_USAGE with what is wrong of VALUE where the store has none; not while
 * it is typed (GOING_ON). Without a store VALUE itself. */
enum status names_of_committee(const void *parent, struct store *store, const char *value, bool going_on,
                               struct strings *out, struct err *err) MB_MUST_CHECK;
enum status names_of_council(const void *parent, struct store *store, const char *value, bool going_on,
                             struct strings *out, struct err *err) MB_MUST_CHECK;

/* All of them, each once, for completion. */
enum status names_all(const void *parent, struct store *store, bool councils, struct strings *out,
                      struct err *err) MB_MUST_CHECK;

#endif
