/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A published tracker read by its headings: the words of the profiles and their synonyms, which are data. What a heading is not
 * known for is left out and said. */
#include "config.h"

#include "take_read.h"

#include <string.h>

#define LEAST_KNOWN 4 /* two headings, by any of their names */

/* "as at 3 December 2025" above the headings, or in a column of its own. */
static struct date as_at_of(const struct reading_as *as)
{
    for (size_t i = 0; i < as->head->n; i++)
        if (text_same_words(as->head->at[i], "as at") && as->first < as->grid.n && i < as->grid.rows[as->first].n)
            return take_day_in(as->grid.rows[as->first].at[i]);
    for (size_t i = 0; i + 1 < as->first; i++)
        for (size_t k = 0; k < as->grid.rows[i].n; k++) {
            const char *cell = as->grid.rows[i].at[k], *words = strstr(cell, "as at ");
            words = words ? words : strstr(cell, "As at ");
            if (words && date_is_set(take_day_in(words)))
                return take_day_in(words);
        }
    return (struct date){0};
}

static void say_columns(struct taking *taking, const struct reading_as *as)
{
    for (size_t i = 0; i < as->head->n; i++) {
        const struct profile_column *column = as->columns[i];
        bool as_at = text_same_words(as->head->at[i], "as at"), taken = column && take_field_is_known(take_field_name(column));
        if (*as->head->at[i])
            *mem_append(taking->parent, taking->out->columns, taking->out->n_columns) =
                (struct take_column){as->head->at[i], as_at ? "as_at" : taken ? take_field_name(column) : NULL};
    }
}

#define HEADINGS_TOLD 6

/* The first headings, those that are known or all, as a list in quotes. */
static char *headings(const void *parent, const struct reading_as *as, bool known)
{
    char *list = mem_strdup(parent, "");
    int told = 0;
    for (size_t i = 0; i < as->head->n && told < HEADINGS_TOLD; i++)
        if (*as->head->at[i] && (!known || as->columns[i]))
            list = mem_printf(parent, "%s%s“%s”", list, told++ ? ", " : "", text_cut(parent, as->head->at[i], 24, false));
    return list;
}

/* Which line came nearest, so that it can be mended or a profile be written for it. */
static enum status no_headings(const struct reading_as *best, const struct take_options *options, struct err *err)
{
    if (best->known == 0)
        return err_set(err, STATUS_INPUT, "“%.60s” is no table whose headings are known; a profile of its own can name them", options->name);
    void *scratch = talloc_named_const(NULL, 0, "headings");
    err_set(err, STATUS_INPUT,
            "“%.60s” is no table whose headings are known: line %d (%s) comes nearest, of which %s alone is known; a profile of its own can name the others",
            options->name, best->head->line, headings(scratch, best, false), headings(scratch, best, true));
    talloc_free(scratch);
    return STATUS_INPUT;
}

enum status take_table(const void *parent, struct store *store, const struct profiles *profiles, const struct profile *profile, const char *text,
                       const struct take_options *options, struct take *out, struct err *err)
{
    struct taking taking;
    struct reading_as best = {0};
    const struct profile *fallback = NULL;
    *out = (struct take){0};
    take_find_heads(parent, profiles, profile, text, &best, &fallback);
    if (best.known < LEAST_KNOWN)
        return no_headings(&best, options, err);
    if (best.grid.unclosed)
        return err_set(err, STATUS_INPUT, "“%.60s”, line %d: a cell begins with a quote that nothing closes, and would hold all that follows; close it there",
                       options->name, best.grid.unclosed);
    if (!take_has_text(&best))
        return err_set(err, STATUS_INPUT, "“%.60s”, line %d: no column is known to say what was asked; a profile of its own can name it", options->name, best.head->line);
    enum status status = taking_start(&taking, parent, store, options, out, err);
    if (status != STATUS_OK)
        return status;
    out->read_as = best.profile->name;
    out->as_at = as_at_of(&best);
    taking.source = date_is_set(out->as_at) ? mem_printf(parent, "%s, as at %s", options->name, date_words(parent, out->as_at)) : mem_strdup(parent, options->name);
    say_columns(&taking, &best);
    for (size_t i = best.first; i < best.grid.n; i++)
        taking_row(&taking, take_row_read(&taking, &best, fallback == best.profile ? NULL : fallback, &best.grid.rows[i]));
    taking_end(&taking);
    return STATUS_OK;
}
