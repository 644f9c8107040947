/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The headings of a published tracker: which row of which table has them, and by which profile they are known best. */
#include "config.h"

#include "take_read.h"

#include <string.h>

#define HEAD_ROWS 20 /* in which the headings are looked for */

/* ---- headings --------------------------------------------------------------------------------------------- */

/* The column of a heading, which comes FOLDED; *sure: 3 by its own name, 2 by another of its names. */
static const struct profile_column *column_of(const struct profile *profile, const char *folded, size_t *sure)
{
    for (size_t i = 0; i < profile->n_columns; i++)
        if (strcmp(profile->columns[i].key, folded) == 0) {
            *sure = 3;
            return &profile->columns[i];
        }
    for (size_t i = 0; i < profile->n_columns; i++)
        for (size_t k = 0; k < profile->columns[i].also.n; k++)
            if (strcmp(profile->columns[i].also.at[k], folded) == 0) {
                *sure = 2;
                return &profile->columns[i];
            }
    return NULL;
}

static size_t know_headings(const void *parent, const struct profile *profile, const struct profile *fallback, const struct cells *head,
                            const struct profile_column ***columns)
{
    size_t known = 0;
    *columns = mem_zero_named(parent, (head->n + 1) * sizeof **columns, "columns");
    for (size_t i = 0; i < head->n; i++) {
        if (!*head->at[i])
            continue;
        size_t sure = 0, weak = 0;
        char *folded = text_fold(NULL, head->at[i]);
        (*columns)[i] = column_of(profile, folded, &sure);
        if (!(*columns)[i] && fallback)
            (*columns)[i] = column_of(fallback, folded, &weak);
        talloc_free(folded);
        known += sure + (weak > 0); /* a synonym of ours is the weaker sign */
    }
    return known;
}

static void try_grid(const void *parent, const struct profile *profile, const struct profile *fallback, char delimiter, const struct grid *grid,
                     struct reading_as *best)
{
    for (size_t i = 0; i < grid->n && i < HEAD_ROWS; i++) {
        const struct profile_column **columns;
        size_t known = know_headings(parent, profile, fallback, &grid->rows[i], &columns);
        if (known > best->known)
            *best = (struct reading_as){profile, &grid->rows[i], i + 1, columns, known, delimiter, *grid};
    }
}

const char *take_field_name(const struct profile_column *column)
{
    return tracker_field_name(column->expression.fields[0]);
}

bool take_shows(const struct profile_column *column, const char *field)
{
    for (size_t i = 0; i < column->expression.n; i++)
        if (strcmp(tracker_field_name(column->expression.fields[i]), field) == 0)
            return true;
    return false;
}

static bool is_text(const struct profile_column *column)
{
    static const char *const texts[] = {"text", "short", "quote", "subject", "own_words"};
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        if (take_shows(column, texts[i]))
            return true;
    return false;
}

bool take_has_text(const struct reading_as *as)
{
    for (size_t i = 0; i < as->head->n; i++)
        if (as->columns[i] && is_text(as->columns[i]))
            return true;
    return false;
}

void take_find_heads(const void *parent, const struct profiles *profiles, const struct profile *only, const char *text, struct reading_as *best,
                     const struct profile **fallback)
{
    static const char delimiters[] = ",\t;|";
    for (size_t i = 0; i < profiles->n && !*fallback; i++)
        *fallback = strcmp(profiles->at[i]->name, "plain") == 0 && !profiles->at[i]->fault ? profiles->at[i] : NULL;
    for (const char *delimiter = delimiters; *delimiter; delimiter++) {
        struct grid grid = grid_read(parent, text, *delimiter);
        for (size_t i = 0; i < profiles->n; i++) {
            const struct profile *profile = profiles->at[i];
            if (!profile->fault && (!only || profile == only))
                try_grid(parent, profile, profile == *fallback ? NULL : *fallback, *delimiter, &grid, best);
        }
    }
}
