/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One committee under its several names (field.md 4): where papers say themselves that two names are one, where only an
 * article tells them apart, and where the member says so. Rulings are worked in in their order; two councils' committees of one name never become one, for only
 * names are changed, and each within its council. */
#include "config.h"

#include "src/store/committees.h"

#include <string.h>
#include <strings.h>

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

/* "Executive" of "The Executive"; NAME itself where it has no article, or nothing else. */
static const char *without_article(const char *name)
{
    static const char article[] = "the ";
    size_t n = sizeof article - 1;
    const char *rest = strncasecmp(name, article, n) == 0 ? name + n + strspn(name + n, " ") : name;
    return *rest ? rest : name;
}

/* Did the member split NAME, which has an article, from the same without it? */
static bool is_split_by_article(const struct committee_names *names, const char *council, const char *name)
{
    const struct committee_name *whole = names->n ? find(names, council, name) : NULL;
    const struct committee_name *rest = whole ? find(names, council, without_article(name)) : NULL;
    return whole && (whole->split || (rest && rest->split));
}

/* What is ruled of NAME; where nothing is, what is ruled of it without its article, as lists show it. */
static const struct committee_name *ruled(const struct committee_names *names, const char *council, const char *name)
{
    const struct committee_name *found = names->n && name ? find(names, council, name) : NULL;
    bool itself = !found || (!found->split && found->root == (size_t)(found - names->at));
    const char *rest = itself && names->n && name ? without_article(name) : name;
    const struct committee_name *other = rest != name && !is_split_by_article(names, council, name) ? find(names, council, rest) : NULL;
    return other ? other : found;
}

const char *committee_name_now(const struct committee_names *names, const char *council, const char *name)
{
    const struct committee_name *found = ruled(names, council, name);
    if (found && found->root != (size_t)(found - names->at))
        name = names->at[found->root].name;
    return !name || is_split_by_article(names, council, name) ? name : without_article(name);
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
    const struct committee_name *found = ruled(names, head->own.council, head->own.committee);
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

bool same_name(const char *a, const char *b)
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
            if (same_name(head->own.committee, names->ever[i].at[k]) || same_name(head->placing.committee, names->ever[i].at[k]))
                strings_add(parent, &head->stated, names->ever[i].at[1 - k]);
}

void committee_name_heads(const void *parent, const struct committee_names *names, struct head *heads, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct head *head = &heads[i];
        if (head->own.committee && head->committee_service_id && !head->committee_given && !is_split(names, head)) {
            const char *newest = newest_name(names, heads, n, head);
            if (!same_name(newest, head->own.committee))
                head->placing.committee = newest;
        }
        if (!head->placing.committee)
            continue;
        const char *called = head->placing.committee;
        head->placing.committee = committee_name_now(names, head->placing.council, called);
        if (head->placing.committee != called)
            strings_add(parent, &head->stated, called);
        add_former(parent, names, head);
    }
}

/* ---- in lists ------------------------------------------------------------------------------------------------- */

/* How a name stands in the list so far: as it came, or set otherwise. */
struct spelling {
    char *name;  /* as it came */
    size_t as;   /* index of the spelling that is shown */
};

static size_t spelling_of(const void *scratch, struct spelling **list, size_t *n, char *name)
{
    size_t i = 0;
    while (i < *n && strcmp((*list)[i].name, name) != 0)
        i++;
    if (i < *n)
        return (*list)[i].as;
    for (i = 0; i < *n; i++)
        if (same_name((*list)[i].name, name))
            break;
    size_t as = i < *n ? (*list)[i].as : *n;
    *mem_append(scratch, *list, *n) = (struct spelling){name, as};
    return as;
}

void committee_spell_alike(struct meeting_rows *rows)
{
    void *scratch = talloc_named_const(NULL, 0, "spellings");
    struct spelling *list = NULL;
    size_t n = 0;
    for (size_t i = 0; i < rows->n; i++) {
        char *name = rows->at[i].committee;
        size_t as = name ? spelling_of(scratch, &list, &n, name) : 0;
        if (name && strcmp(list[as].name, name) != 0)
            rows->at[i].committee = mem_strdup(rows->at, list[as].name);
    }
    talloc_free(scratch);
}
