/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Sets of words of which one must stand in a text: joined, united, cut. Nothing here knows of patterns. */
#include "config.h"

#include "cues_read.h"

#include <stdlib.h>
#include <string.h>

#define SET_MOST 400 /* words of a set */

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void cue_set_tidy(struct cue_set *set)
{
    size_t kept = 0;
    if (set->n > 1)
        qsort(set->at, set->n, sizeof *set->at, compare_texts);
    for (size_t i = 0; i < set->n; i++) {
        if (kept == 0 || strcmp(set->at[kept - 1], set->at[i]) != 0)
            set->at[kept++] = set->at[i];
    }
    set->n = kept;
}

struct cue_set cue_set_new(const void *parent, size_t room)
{
    return (struct cue_set){.at = mem_resize_named(parent, NULL, sizeof(char *), room + 1, "cues")};
}

struct cue_set cue_set_of(const void *parent, const char *text)
{
    struct cue_set set = cue_set_new(parent, 1);
    set.at[set.n++] = mem_strdup(parent, text);
    return set;
}

struct cue_set cue_set_union(const void *parent, const struct cue_set *a, const struct cue_set *b)
{
    struct cue_set set = cue_set_new(parent, a->n + b->n);
    for (size_t i = 0; i < a->n; i++)
        set.at[set.n++] = a->at[i];
    for (size_t i = 0; i < b->n; i++)
        set.at[set.n++] = b->at[i];
    cue_set_tidy(&set);
    return set;
}

/* Each of A with each of B behind it; false where that would be too many or too long. */
bool cue_set_join(const void *parent, const struct cue_set *a, const struct cue_set *b, struct cue_set *out)
{
    if (a->n * b->n > EXACT_MOST)
        return false;
    *out = cue_set_new(parent, a->n * b->n);
    for (size_t i = 0; i < a->n; i++) {
        for (size_t k = 0; k < b->n; k++) {
            if (strlen(a->at[i]) + strlen(b->at[k]) > WORD_LONGEST)
                return false;
            out->at[out->n++] = mem_printf(parent, "%s%s", a->at[i], b->at[k]);
        }
    }
    cue_set_tidy(out);
    return true;
}

static size_t set_shortest(const struct cue_set *set)
{
    size_t shortest = set->n ? SIZE_MAX : 0;
    for (size_t i = 0; i < set->n; i++)
        shortest = strlen(set->at[i]) < shortest ? strlen(set->at[i]) : shortest;
    return shortest;
}

void cue_sets_add(const void *parent, struct cue_sets *sets, struct cue_set set)
{
    if (set.n <= SET_MOST && set_shortest(&set) >= CUE_SHORTEST)
        *mem_append(parent, sets->at, sets->n) = set;
}

/* Cut, and without the words that another of the set stands in: where they are, it is. */
struct cue_set cue_set_cut(const void *parent, const struct cue_set *whole)
{
    struct cue_set set = cue_set_new(parent, whole->n);
    size_t kept = 0;
    for (size_t i = 0; i < whole->n; i++)
        set.at[set.n++] = mem_strndup(parent, whole->at[i], strnlen(whole->at[i], CUE_LONGEST));
    cue_set_tidy(&set);
    for (size_t i = 0; i < set.n; i++) {
        bool spared = false;
        for (size_t k = 0; k < set.n && !spared; k++)
            spared = k != i && strlen(set.at[k]) < strlen(set.at[i]) && strstr(set.at[i], set.at[k]);
        if (!spared)
            set.at[kept++] = set.at[i];
    }
    set.n = kept;
    return set;
}

/* The set that says most: its shortest word is the longest. */
const struct cue_set *cue_sets_best(const struct cue_sets *sets)
{
    const struct cue_set *best = NULL;
    for (size_t i = 0; i < sets->n; i++) {
        size_t now = set_shortest(&sets->at[i]), before = best ? set_shortest(best) : 0;
        if (now > before || (now == before && sets->at[i].n < best->n))
            best = &sets->at[i];
    }
    return best;
}
