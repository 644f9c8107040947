/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One committee under its several names (field.md 4): where papers say themselves that two names are one, and where the
 * member does. Rulings are worked in in their order; two councils' committees of one name never become one, for only
 * names are changed, and each within its council. */
#include "config.h"

#include "src/store/committees.h"

#include <string.h>

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static size_t entry_of(const void *parent, struct committee_names *names, const char *council, const char *name)
{
    char *council_key = committee_key(parent, council), *key = committee_key(parent, name);
    for (size_t i = 0; i < names->n; i++)
        if (same(names->at[i].council_key, council_key) && strcmp(names->at[i].key, key) == 0)
            return i;
    *mem_append(parent, names->at, names->n) =
        (struct committee_name){.council_key = council_key, .key = key, .name = mem_strdup(parent, name), .root = names->n - 1};
    names->at[names->n - 1].root = names->n - 1;
    return names->n - 1;
}

static void work_in(const void *parent, struct committee_names *names, const struct committee_record *row)
{
    size_t first = entry_of(parent, names, row->council, row->first);
    if (strcmp(row->kind, "split") == 0 || !row->second) {
        size_t heir = names->n;
        for (size_t i = 0; i < names->n; i++)
            if (i != first && names->at[i].root == first) {
                heir = heir == names->n ? i : heir;
                names->at[i].root = heir;
            }
        names->at[first].root = first;
        names->at[first].split = true;
        return;
    }
    size_t second = entry_of(parent, names, row->council, row->second), from = names->at[first].root, to = names->at[second].root;
    for (size_t i = 0; i < names->n; i++)
        if (names->at[i].root == from)
            names->at[i].root = to;
    names->at[first].split = false;
}

static void remember(const void *parent, struct committee_names *names, const struct committee_record *row)
{
    struct strings *two = mem_append(parent, names->ever, names->n_ever);
    strings_add(parent, two, row->first);
    strings_add(parent, two, row->second);
}

enum status committee_names_read(const void *parent, struct db *db, struct committee_names *out, struct err *err)
{
    *out = (struct committee_names){0};
    struct rows rows = rows_of(db, &committee_table, err);
    while (rows_next(&rows)) {
        struct committee_record *row = row_read(NULL, &rows, &committee_table);
        if (!row->damaged && row->second)
            remember(parent, out, row);
        if (!row->deleted && !row->damaged)
            work_in(parent, out, row);
        talloc_free(row);
    }
    return rows_end(&rows);
}

static const struct committee_name *find(const struct committee_names *names, const char *council, const char *name)
{
    const struct committee_name *found = NULL;
    char *council_key = committee_key(NULL, council), *key = committee_key(NULL, name);
    for (size_t i = 0; i < names->n && key; i++) {
        const struct committee_name *one = &names->at[i];
        bool council_fits = !one->council_key || !council_key || strcmp(one->council_key, council_key) == 0;
        bool better = !found || (!found->council_key && one->council_key);
        if (council_fits && better && strcmp(one->key, key) == 0)
            found = one;
    }
    talloc_free(council_key);
    talloc_free(key);
    return found;
}

const char *committee_name_now(const struct committee_names *names, const char *council, const char *name)
{
    const struct committee_name *found = names->n && name ? find(names, council, name) : NULL;
    return !found || names->at[found->root].root == (size_t)(found - names->at) ? name : names->at[found->root].name;
}

/* ---- what papers say themselves ---------------------------------------------------------------------------- */

static bool one_number(const struct head *a, const struct head *b)
{
    return a->own.committee && b->own.committee && a->site_key && b->site_key && a->committee_service_id && b->committee_service_id &&
           strcmp(a->site_key, b->site_key) == 0 && strcmp(a->committee_service_id, b->committee_service_id) == 0;
}

static bool is_newer(const struct head *a, const struct head *b)
{
    int order = date_is_set(a->own.date) - date_is_set(b->own.date);
    if (!order)
        order = date_compare(a->own.date, b->own.date);
    if (!order)
        order = head_rank(a) - head_rank(b);
    return order ? order > 0 : strcmp(a->sha256, b->sha256) < 0;
}

static bool is_split(const struct committee_names *names, const struct head *head)
{
    const struct committee_name *found = names->n ? find(names, head->own.council, head->own.committee) : NULL;
    return found && found->split;
}

static const char *newest_name(const struct committee_names *names, const struct head *heads, size_t n, const struct head *head)
{
    const struct head *best = head;
    for (size_t i = 0; i < n; i++)
        if (one_number(head, &heads[i]) && !is_split(names, &heads[i]) && is_newer(&heads[i], best))
            best = &heads[i];
    return best->own.committee;
}

static bool same_key(const char *a, const char *b)
{
    char *key_a = committee_key(NULL, a), *key_b = committee_key(NULL, b);
    bool equal = same(key_a, key_b);
    talloc_free(key_a);
    talloc_free(key_b);
    return equal;
}

/* Ids made of a name that was one with this go on answering. */
static void add_former(const void *parent, const struct committee_names *names, struct head *head)
{
    for (size_t i = 0; i < names->n_ever; i++)
        for (size_t k = 0; k < 2; k++)
            if (same_key(head->own.committee, names->ever[i].at[k]) || same_key(head->placing.committee, names->ever[i].at[k]))
                strings_add(parent, &head->stated, names->ever[i].at[1 - k]);
}

void committee_name_heads(const void *parent, const struct committee_names *names, struct head *heads, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct head *head = &heads[i];
        if (head->own.committee && head->committee_service_id && !head->committee_given && !is_split(names, head)) {
            const char *newest = newest_name(names, heads, n, head);
            if (!same_key(newest, head->own.committee))
                head->placing.committee = newest;
        }
        if (!head->placing.committee || names->n_ever + names->n == 0)
            continue;
        const char *council = head->placing.council;
        head->placing.committee = committee_name_now(names, council, head->placing.committee);
        add_former(parent, names, head);
    }
}
