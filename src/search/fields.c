/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The tables of search_fields.h as rows. */
#include "config.h"

#include <minutebook/search_fields.h>

const struct search_field_row search_fields[SEARCH_FIELDS] = {
#define FIELD_ROW(id, name, values, place, example, help) [id] = {name, values, place, example, help},
    SEARCH_FIELD_TABLE(FIELD_ROW)
#undef FIELD_ROW
};

const struct search_is_row search_states[SEARCH_IS] = {
#define IS_ROW(id, value, place, help) [id] = {value, place, help},
    SEARCH_IS_TABLE(IS_ROW)
#undef IS_ROW
};
