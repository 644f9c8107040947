/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the value of a field names (private to this room): those that are known without a store. */
#ifndef SEARCH_VALUES_H
#define SEARCH_VALUES_H

#include <minutebook/search.h>

/* Bit K for each passage kind K that VALUE calls; BEGINNING: or begins to. 0 for none. */
unsigned value_kinds(const char *value, bool beginning);
/* Bit I for each of action_statuses that VALUE calls: one, or all that are open or closed. 0 for none. */
unsigned value_statuses(const char *value);
/* Row of SEARCH_IS_TABLE; SEARCH_IS if it is none. */
enum search_is value_is(const char *value);
bool value_is_table(const char *value); /* the one value of has: */

/* Whether VALUE is one that FIELD may have, as far as it is known without a store. */
bool value_fits(enum search_field field, const char *value, bool typing);
/* The values that FIELD may have, those with a table; for completion and for messages. */
struct strings values_of(const void *parent, enum search_field field);

#endif
