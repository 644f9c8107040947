/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Values of fields. People write them as they come to mind: case, hyphens, blanks and a plural's s are nothing. */
#include "config.h"

#include "values.h"

#include <ctype.h>
#include <string.h>

#define PLAIN_MOST 40

/* Letters and digits of VALUE in lower case, without a plural's s; what is longer than any of ours fits none. */
static void plain(const char *value, char out[PLAIN_MOST])
{
    size_t n = 0;
    for (; *value && n + 1 < PLAIN_MOST; value++)
        if (isalnum((unsigned char)*value))
            out[n++] = (char)tolower((unsigned char)*value);
    out[n] = '\0';
}

static bool is_called(const char *value, const char *name, bool beginning)
{
    char typed[PLAIN_MOST], known[PLAIN_MOST];
    plain(value, typed);
    plain(name, known);
    size_t n = strlen(typed), m = strlen(known);
    if (n == 0)
        return false;
    if (beginning && n < m && strncmp(typed, known, n) == 0)
        return true;
    bool plural = n != m && strncmp(typed, known, n < m ? n : m) == 0 &&
                  (n == m + 1 ? typed[m] == 's' : n + 1 == m && known[n] == 's');
    return strcmp(typed, known) == 0 || plural;
}

unsigned value_kinds(const char *value, bool beginning)
{
    unsigned kinds = 0;
    for (enum passage_kind kind = 0; kind < PASSAGE_KINDS; kind++)
        if (is_called(value, passage_kind_words(kind), beginning) ||
            is_called(value, passage_kind_name(kind), beginning))
            kinds |= 1U << kind;
    return kinds;
}

unsigned value_statuses(const char *value)
{
    unsigned statuses = 0;
    for (size_t i = 0; action_statuses[i]; i++)
        if (is_called(value, action_statuses[i], false) ||
            is_called(value, action_status_is_open(action_statuses[i]) ? "open" : "closed", false))
            statuses |= 1U << i;
    return statuses;
}

enum search_is value_is(const char *value)
{
    enum search_is is = 0;
    while (is < SEARCH_IS && !is_called(value, search_states[is].value, false))
        is++;
    return is;
}

bool value_is_table(const char *value)
{
    return is_called(value, "table", false);
}

bool value_fits(enum search_field field, const char *value, bool typing)
{
    struct date_span days;
    switch (search_fields[field].values) {
    case VALUES_DAYS:
        return query_days(value, &days);
    case VALUES_KIND:
        return value_kinds(value, typing) != 0;
    case VALUES_STATUS:
        return value_statuses(value) != 0;
    case VALUES_IS:
        return value_is(value) != SEARCH_IS;
    case VALUES_HAS:
        return value_is_table(value);
    default:
        return true;
    }
}

struct strings values_of(const void *parent, enum search_field field)
{
    struct strings out = {0};
    enum field_values values = search_fields[field].values;
    for (enum passage_kind kind = 0; values == VALUES_KIND && kind < PASSAGE_KINDS; kind++)
        strings_add(parent, &out, passage_kind_words(kind));
    for (size_t i = 0; values == VALUES_STATUS && action_statuses[i]; i++)
        strings_add(parent, &out, action_statuses[i]);
    for (int i = 0; values == VALUES_STATUS && i < 2; i++)
        strings_add(parent, &out, i ? "closed" : "open");
    for (size_t i = 0; values == VALUES_IS && i < SEARCH_IS; i++)
        strings_add(parent, &out, search_states[i].value);
    if (values == VALUES_HAS)
        strings_add(parent, &out, "table");
    return out;
}
