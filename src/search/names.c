/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Names of committees and councils that a member typed: a whole name stands for itself, some words for every name they
 * stand in, since nobody types "Children, Young People and Families Overview and Scrutiny Committee". */
#include "config.h"

#include "names.h"

#include <string.h>

static bool has_name(const struct strings *names, const char *name)
{
    for (size_t i = 0; i < names->n; i++)
        if (strcmp(names->at[i], name) == 0)
            return true;
    return false;
}

static void add_name(const void *parent, struct strings *out, const char *name)
{
    if (name && *name && !has_name(out, name))
        strings_add(parent, out, name);
}

static bool is_name(const void *scratch, const char *folded, const char *name)
{
    return name && strcmp(folded, text_fold(scratch, name)) == 0;
}

/* Every word of FOLDED begins a word of NAME. */
static bool has_words(const void *scratch, const char *folded, const char *name)
{
    char *within = mem_printf(scratch, "-%s", name ? text_slug(scratch, name) : "");
    const char *word = text_slug(scratch, folded);
    bool all = *word;
    for (size_t n; all && *word; word += n + (word[n] == '-')) {
        n = strcspn(word, "-");
        all = strstr(within, mem_printf(scratch, "-%.*s", (int)n, word));
    }
    return all;
}

struct asked {
    const void *scratch;
    const char *folded;
    bool whole; /* only names that are the same, else those with its words */
};

static bool name_fits(const struct asked *asked, const char *name)
{
    return asked->whole ? is_name(asked->scratch, asked->folded, name) : has_words(asked->scratch, asked->folded, name);
}

static bool committee_fits(const struct asked *asked, const struct committee_row *row)
{
    bool fits = name_fits(asked, row->name) || (asked->whole && row->id && strcmp(row->id, asked->folded) == 0);
    for (size_t i = 0; !fits && i < row->names.n; i++)
        fits = name_fits(asked, row->names.at[i]);
    return fits;
}

static void add_fitting(const void *parent, const struct asked *asked, const struct committees *rows, bool councils,
                        struct strings *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct committee_row *row = &rows->at[i];
        if (councils ? name_fits(asked, row->council) : committee_fits(asked, row))
            add_name(parent, out, councils ? row->council : row->name);
    }
}

static enum status names_of(const void *parent, struct store *store, const char *value, bool councils, bool going_on,
                            struct strings *out, struct err *err)
{
    const struct committees *rows;
    if (!store) {
        strings_add(parent, out, value);
        return STATUS_OK;
    }
    void *scratch = talloc_named_const(NULL, 0, "names");
    enum status status = store_committees_known(store, &rows, err);
    struct asked asked = {.scratch = scratch, .folded = text_fold(scratch, value), .whole = true};
    if (status == STATUS_OK)
        add_fitting(parent, &asked, rows, councils, out);
    asked.whole = false;
    if (status == STATUS_OK && out->n == 0)
        add_fitting(parent, &asked, rows, councils, out);
    talloc_free(scratch);
    if (status == STATUS_OK && out->n == 0 && !going_on)
        return err_set(err, STATUS_USAGE, "the store has no %s “%s”", councils ? "council" : "committee", value);
    return status;
}

enum status names_of_committee(const void *parent, struct store *store, const char *value, bool going_on,
                               struct strings *out, struct err *err)
{
    return names_of(parent, store, value, false, going_on, out, err);
}

enum status names_of_council(const void *parent, struct store *store, const char *value, bool going_on,
                             struct strings *out, struct err *err)
{
    return names_of(parent, store, value, true, going_on, out, err);
}

enum status names_all(const void *parent, struct store *store, bool councils, struct strings *out, struct err *err)
{
    const struct committees *rows;
    enum status status = store_committees_known(store, &rows, err);
    for (size_t i = 0; status == STATUS_OK && i < rows->n; i++)
        add_name(parent, out, councils ? rows->at[i].council : rows->at[i].name);
    return status;
}
