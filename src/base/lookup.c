/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which of many rows bear a key: a table of hashes. Keys come from outside; where they fall is another place in each run. */
#include "config.h"

#include <minutebook/base_lookup.h>

#include <string.h>

struct lookup_key {
    char *key; /* NULL: free */
    struct lookup_rows rows;
};
struct lookup {
    struct lookup_key *at;
    size_t size, n; /* size a power of two */
};

struct lookup *lookup_new(const void *parent)
{
    struct lookup *lookup = mem_new(parent, struct lookup);
    lookup->size = 64;
    lookup->at = mem_zero_named(lookup, lookup->size * sizeof *lookup->at, "keys");
    return lookup;
}

/* FNV-1a, begun at the table's own address. */
static struct lookup_key *place_of(const struct lookup *lookup, const char *key)
{
    uint64_t hash = 14695981039346656037u ^ (uint64_t)(uintptr_t)lookup;
    for (const char *at = key; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 1099511628211u;
    size_t i = (size_t)(hash ^ hash >> 32) & (lookup->size - 1);
    while (lookup->at[i].key && strcmp(lookup->at[i].key, key) != 0)
        i = (i + 1) & (lookup->size - 1);
    return &lookup->at[i];
}

static void grow(struct lookup *lookup)
{
    struct lookup_key *before = lookup->at;
    size_t size = lookup->size;
    lookup->size *= 2;
    lookup->at = mem_zero_named(lookup, lookup->size * sizeof *lookup->at, "keys");
    for (size_t i = 0; i < size; i++)
        if (before[i].key)
            *place_of(lookup, before[i].key) = before[i];
    talloc_free(before);
}

void lookup_add(struct lookup *lookup, const char *key, size_t row)
{
    if (!key)
        return;
    if (lookup->n * 2 >= lookup->size)
        grow(lookup);
    struct lookup_key *place = place_of(lookup, key);
    if (!place->key) {
        place->key = mem_strdup(lookup, key);
        lookup->n++;
    }
    *mem_append(lookup, place->rows.at, place->rows.n) = row;
}

struct lookup_rows lookup_find(const struct lookup *lookup, const char *key)
{
    return key ? place_of(lookup, key)->rows : (struct lookup_rows){0};
}

size_t lookup_first(const struct lookup *lookup, const char *key)
{
    struct lookup_rows rows = lookup_find(lookup, key);
    return rows.n ? rows.at[0] : LOOKUP_NONE;
}

size_t lookup_place(struct lookup *lookup, const char *key, size_t row)
{
    size_t known = lookup_first(lookup, key);
    if (known == LOOKUP_NONE)
        lookup_add(lookup, key, row);
    return known == LOOKUP_NONE ? row : known;
}
