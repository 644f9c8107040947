/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the form for details offers: the committee that seems to fit, the committees that papers and lists of the council
 * name, and their councils. Nothing is chosen here. */
#include "config.h"

#include "details.h"

#include <stdlib.h>
#include <string.h>

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_name(const void *parent, struct strings *names, const char *name)
{
    for (size_t i = 0; name && i < names->n; i++)
        if (strcmp(names->at[i], name) == 0)
            return;
    if (name)
        strings_add(parent, names, name);
}

static void sort_from(struct strings *names, size_t from)
{
    if (names->n > from)
        qsort(names->at + from, names->n - from, sizeof *names->at, compare_names);
}

static bool meets_no_more(const struct committee_row *row)
{
    return row->expired || row->deleted;
}

enum status detail_choices_read(const void *parent, struct store *store, const struct meeting *meeting, struct detail_choices *out,
                                struct err *err)
{
    *out = (struct detail_choices){0};
    struct strings *committees = &out->names[DETAIL_COMMITTEE], *councils = &out->names[DETAIL_COUNCIL];
    enum status status = meeting->committee ? STATUS_OK : store_offer_committee(parent, store, meeting->id, &out->offer, err);
    if (status == STATUS_OK)
        status = store_committees(parent, store, &out->committees, err);
    if (status != STATUS_OK)
        return status;
    for (int gone = 0; gone < 2; gone++) {
        size_t from = committees->n;
        for (size_t i = 0; i < out->committees.n; i++)
            if (meets_no_more(&out->committees.at[i]) == (gone == 1))
                add_name(parent, committees, out->committees.at[i].name);
        sort_from(committees, from);
    }
    for (size_t i = 0; i < out->committees.n; i++)
        add_name(parent, councils, out->committees.at[i].council);
    sort_from(councils, 0);
    return STATUS_OK;
}

const char *committees_only_council(const struct committees *list, const char *name)
{
    const char *council = NULL;
    for (size_t i = 0; i < list->n; i++) {
        const struct committee_row *row = &list->at[i];
        if (strcmp(row->name, name) != 0)
            continue;
        if (!row->council || (council && strcmp(council, row->council) != 0))
            return NULL;
        council = row->council;
    }
    return council;
}
