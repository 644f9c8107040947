/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Sets of ids: each that was ever put in has a place, which says whether it is in now. */
#include "config.h"

#include "id_set.h"

#include <minutebook/base_lookup.h>

#include <string.h>

struct id_slots {
    struct lookup *places;
    bool *in;
    size_t n, asked;
};

/* Its place, LOOKUP_NONE where it was never in. */
static size_t place_of(const struct id_set *set, const char *id)
{
    if (!set->slots)
        return LOOKUP_NONE;
    set->slots->asked++;
    return lookup_first(set->slots->places, id);
}

bool id_set_has(const struct id_set *set, const char *id)
{
    size_t place = place_of(set, id);
    return place != LOOKUP_NONE && set->slots->in[place];
}

void id_set_put(const void *parent, struct id_set *set, const char *id)
{
    if (!set->slots) {
        set->slots = mem_new(parent, struct id_slots);
        set->slots->places = lookup_new(set->slots);
    }
    struct id_slots *slots = set->slots;
    slots->asked++;
    size_t place = lookup_place(slots->places, id, slots->n);
    if (place == slots->n)
        *mem_append(slots, slots->in, slots->n) = false;
    set->n += !slots->in[place];
    slots->in[place] = true;
}

void id_set_take(struct id_set *set, const char *id)
{
    size_t place = place_of(set, id);
    if (place == LOOKUP_NONE || !set->slots->in[place])
        return;
    set->slots->in[place] = false;
    set->n--;
}

void id_set_clear(struct id_set *set)
{
    TALLOC_FREE(set->slots);
    set->n = 0;
}

struct id_set id_set_of(const void *parent, const struct strings *ids)
{
    struct id_set set = {0};
    for (size_t i = 0; i < ids->n; i++)
        id_set_put(parent, &set, ids->at[i]);
    return set;
}

void id_set_turn(const void *parent, struct strings *ids, const char *id)
{
    for (size_t i = 0; i < ids->n; i++)
        if (strcmp(ids->at[i], id) == 0) {
            memmove(&ids->at[i], &ids->at[i + 1], (ids->n - i - 1) * sizeof ids->at[0]);
            ids->n--;
            return;
        }
    strings_add(parent, ids, id);
}

size_t id_set_asked(const struct id_set *set)
{
    return set->slots ? set->slots->asked : 0;
}
