/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a meeting is called (design.md 5.2): its day, its id, the ids it would have without one paper
 * or another. Pure, as reconcile.c. */
#include "config.h"

#include "src/store/joining.h"

#include <stdlib.h>
#include <string.h>

#define SHA_DIGITS 8 /* of a paper's SHA-256 in an id */
#define ALIASES_MOST 1000

/* ---- the best of what papers say ----------------------------------------------------------------- */

static int basis_worth(enum date_basis basis)
{
    static const int worth[] = {[DATE_UNKNOWN] = 0, [DATE_INFERRED] = 1, [DATE_STATED] = 2, [DATE_GIVEN] = 3};
    return worth[basis];
}

/* What a list says comes after what papers state, before what was worked out. */
static int date_worth(const struct head *head)
{
    int worth = 2 * basis_worth(head->placing.basis);
    return head->date_listed && head->placing.basis == DATE_STATED ? worth - 1 : worth;
}

static int committee_worth(const struct head *head)
{
    return head->committee_given ? 2 : !head->committee_listed;
}

/* The page of one item says of the meeting only what no edition of the whole says. */
static int voice_rank(const struct head *head)
{
    return form_is_part(head->form) ? 0 : head_rank(head);
}

/* Members stand in ascending rank: a later one is at least as late a form. Of one rank the first wins,
 * so that the choice does not hang on anything but the set. */
static bool better(int worth, const struct head *head, int best_worth, const struct head *best)
{
    if (!best || worth != best_worth)
        return !best || worth > best_worth;
    return voice_rank(head) > voice_rank(best);
}

struct placing best_placing(const struct head *heads, const size_t *members, size_t n)
{
    struct placing placing = {.starts = -1};
    const struct head *council = NULL, *committee = NULL, *venue = NULL, *date = NULL, *starts = NULL;
    for (size_t i = 0; i < n; i++) {
        const struct head *head = &heads[members[i]];
        const struct placing *says = &head->placing;
        if (says->council && better(head->council_given, head, council && council->council_given, council))
            council = head;
        if (says->committee && better(committee_worth(head), head, committee ? committee_worth(committee) : 0, committee))
            committee = head;
        if (says->venue && better(0, head, 0, venue))
            venue = head;
        if (says->starts >= 0 && better(0, head, 0, starts))
            starts = head;
        if (date_is_set(says->date) && better(date_worth(head), head, date ? date_worth(date) : 0, date))
            date = head;
    }
    placing.council = council ? council->placing.council : NULL;
    placing.committee = committee ? committee->placing.committee : NULL;
    placing.venue = venue ? venue->placing.venue : NULL;
    placing.starts = starts ? starts->placing.starts : -1;
    if (date) {
        placing.date = date->placing.date;
        placing.basis = date->placing.basis;
    }
    return placing;
}

/* ---- ids ----------------------------------------------------------------------------------------- */

static char *unplaced_id(const void *parent, const char *sha256)
{
    return mem_printf(parent, "unplaced-%.*s", SHA_DIGITS, sha256);
}

static char *timed_id(const void *parent, const char *base, int starts)
{
    return mem_printf(parent, "%s-%02d%02d", base, starts / 60, starts % 60);
}

static bool same_base(const struct group *a, const struct group *b)
{
    return a != b && strcmp(a->base_id, b->base_id) == 0;
}

size_t whole_papers(const struct group *group, const struct head *heads)
{
    size_t n = 0;
    while (n < group->n && !form_is_part(heads[group->members[n]].form))
        n++;
    return n;
}

/* So many digits of its first paper's sum as no other meeting of the same base has: sums can be made to
 * begin alike. */
static char *summed_id(const struct groups *groups, const struct group *group, const struct head *heads)
{
    const char *sha256 = heads[group->members[0]].sha256;
    int digits = SHA_DIGITS;
    for (size_t i = 0; i < groups->n; i++)
        while (same_base(&groups->at[i], group) && strncmp(heads[groups->at[i].members[0]].sha256, sha256, (size_t)digits) == 0 &&
               digits < SHA256_HEX - 1)
            digits++;
    return mem_printf(groups, "%s-%.*s", group->base_id, digits, sha256);
}

/* Two meetings of a committee on one day are told apart by their times, else by a paper's sum. A page of one item that
 * fits none of them takes no other meeting's id away. */
static void choose_id(struct groups *groups, struct group *group, const struct head *heads)
{
    bool alone = true, time_tells = group->placing.starts >= 0 && date_is_set(group->placing.date) && group->placing.committee;
    for (size_t i = 0; i < groups->n; i++)
        if (same_base(&groups->at[i], group) && (whole_papers(&groups->at[i], heads) > 0 || whole_papers(group, heads) == 0)) {
            alone = false;
            time_tells &= groups->at[i].placing.starts != group->placing.starts;
        }
    if (alone)
        group->id = mem_strdup(groups, group->base_id);
    else if (time_tells)
        group->id = timed_id(groups, group->base_id, group->placing.starts);
    else
        group->id = summed_id(groups, group, heads);
}

/* ---- aliases -------------------------------------------------------------------------------------- */

static void add_alias(struct groups *groups, struct group *group, char *alias)
{
    bool known = strcmp(alias, group->id) == 0;
    for (size_t i = 0; i < group->aliases.n && !known; i++)
        known = strcmp(alias, group->aliases.at[i]) == 0;
    if (!known)
        strings_add(groups, &group->aliases, alias);
    talloc_free(alias);
}

/* Every id that a meeting placed so, of the paper SHA256, can have had. */
static void add_aliases_of(struct groups *groups, struct group *group, const struct placing *placing, const char *sha256)
{
    char *base = base_id(NULL, placing->committee, placing->date);
    if (!base)
        return;
    if (placing->starts >= 0)
        add_alias(groups, group, timed_id(NULL, base, placing->starts));
    add_alias(groups, group, mem_printf(NULL, "%s-%.*s", base, SHA_DIGITS, sha256));
    add_alias(groups, group, base);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The committees and days that papers and member name, each once. */
struct said {
    const char **committees;
    size_t n_committees;
    struct date *days;
    size_t n_days;
};

static void say_committee(const void *parent, struct said *said, const char *committee)
{
    for (size_t i = 0; committee && i < said->n_committees; i++)
        if (strcmp(said->committees[i], committee) == 0)
            return;
    if (committee)
        *mem_append(parent, said->committees, said->n_committees) = committee;
}

static void say_day(const void *parent, struct said *said, struct date day)
{
    for (size_t i = 0; i < said->n_days; i++)
        if (date_compare(said->days[i], day) == 0)
            return;
    if (date_is_set(day))
        *mem_append(parent, said->days, said->n_days) = day;
}

static struct said said_of(const void *parent, const struct group *group, const struct head *head)
{
    struct said said = {0};
    const struct placing *const placings[] = {&head->own, &head->placing, &group->placing};
    for (size_t i = 0; i < MB_LENGTH(placings); i++) {
        say_committee(parent, &said, placings[i]->committee);
        say_day(parent, &said, placings[i]->date);
    }
    for (size_t i = 0; i < head->stated.n; i++) {
        struct date day;
        if (date_parse_iso(head->stated.at[i], &day))
            say_day(parent, &said, day);
        else
            say_committee(parent, &said, head->stated.at[i]);
    }
    return said;
}

/* A committee stated first and a day later made an id of the one without the other: all pairs are taken. */
static void collect_aliases_of(struct groups *groups, struct group *group, const struct head *head)
{
    void *scratch = talloc_named_const(NULL, 0, "former names");
    struct said said = said_of(scratch, group, head);
    add_alias(groups, group, unplaced_id(NULL, head->sha256));
    for (size_t c = 0; c < said.n_committees; c++)
        for (size_t d = 0; d < said.n_days && group->aliases.n < ALIASES_MOST; d++) {
            struct placing placing = {.committee = said.committees[c], .date = said.days[d], .starts = head->own.starts};
            add_aliases_of(groups, group, &placing, head->sha256);
            placing.starts = group->placing.starts;
            if (placing.starts != head->own.starts)
                add_aliases_of(groups, group, &placing, head->sha256);
        }
    talloc_free(scratch);
}

static void collect_aliases(struct groups *groups, struct group *group, const struct head *heads)
{
    for (size_t i = 0; i < group->n; i++)
        collect_aliases_of(groups, group, &heads[group->members[i]]);
}

/* A meeting that was parted goes on answering, as each of its parts, to the id it had. */
static void alias_parted(struct groups *groups, const struct head *heads, size_t n, const struct ruling *ruling)
{
    size_t *members = NULL, n_members = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t l = 0; l < ruling->left.n; l++)
            if (strcmp(heads[i].sha256, ruling->left.at[l]) == 0) {
                *mem_append(groups, members, n_members) = i;
                break;
            }
    struct placing joined = best_placing(heads, members, n_members);
    for (size_t g = 0; g < groups->n; g++)
        for (size_t m = 0; m < groups->at[g].n; m++)
            for (size_t i = 0; i < n_members; i++)
                if (groups->at[g].members[m] == members[i])
                    add_aliases_of(groups, &groups->at[g], &joined, heads[members[0]].sha256);
    talloc_free(members);
}

/* ---- all ----------------------------------------------------------------------------------------------- */

void name_groups(struct groups *groups, const struct head *heads, size_t n, const struct ruling *rulings, size_t n_rulings)
{
    for (size_t i = 0; i < groups->n; i++) {
        struct group *group = &groups->at[i];
        group->base_id = base_id(groups, group->placing.committee, group->placing.date);
        if (!group->base_id)
            group->base_id = unplaced_id(groups, heads[group->members[0]].sha256);
        if (group->n > 1)
            group->joined_because = group->by_ruling ? mem_strdup(groups, "you joined them") : join_reason(groups, group, heads);
    }
    for (size_t i = 0; i < groups->n; i++)
        choose_id(groups, &groups->at[i], heads);
    for (size_t i = 0; i < groups->n; i++)
        collect_aliases(groups, &groups->at[i], heads);
    for (size_t i = 0; i < n_rulings; i++)
        if (!rulings[i].join && !rulings[i].apart && !rulings[i].place)
            alias_parted(groups, heads, n, &rulings[i]);
    for (size_t i = 0; i < groups->n; i++)
        if (groups->at[i].aliases.n > 1)
            qsort(groups->at[i].aliases.at, groups->at[i].aliases.n, sizeof(char *), by_bytes);
}
