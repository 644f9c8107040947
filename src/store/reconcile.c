/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The joining rule of design.md 4. Papers with one number of the council's system are one meeting; so are those that agree in everything and have no other paper to agree
 * with; then the member's rulings part and join. Naming is in names.c. */
#include "config.h"

#include "src/store/joining.h"

#include <stdlib.h>
#include <string.h>

#define TELLING_TITLES 3 /* at least so many must not be routine */

/* ---- titles ---------------------------------------------------------------------------------- */

char *titles_key_of(const void *parent, const struct meeting *meeting, int *titles, int *telling)
{
    struct buf all;
    buf_init(&all, NULL, BUF_MAX_DOCUMENT);
    *titles = *telling = 0;
    for (size_t i = 0; i < meeting->n_items; i++) {
        char *words = text_fold(NULL, meeting->items[i].title ? meeting->items[i].title : "");
        buf_puts(&all, words);
        buf_putc(&all, '\n');
        talloc_free(words);
        *titles += 1;
        *telling += !item_is_routine(&meeting->items[i]);
    }
    char hex[SHA256_HEX];
    sha256_hex(all.data ? all.data : "", all.len, hex);
    buf_release(&all);
    return mem_strdup(parent, hex);
}

/* ---- do two papers agree? ---------------------------------------------------------------------- */

static bool same_words(const char *a, const char *b)
{
    return !a || !b || text_same_words(a, b);
}

static bool has_word(const char *words, const char *word, size_t n)
{
    for (const char *at = words; (at = strstr(at, word)) != NULL; at++) {
        bool starts = at == words || at[-1] == ' ';
        if (starts && (at[n] == ' ' || at[n] == '\0'))
            return true;
    }
    return false;
}

/* Every word of SHORT stands in LONG_: "Town Hall" in "Committee Room 1, Town Hall". */
static bool words_within(const char *short_, const char *long_)
{
    char *copy = mem_strdup(NULL, short_), *rest = copy, *word;
    bool within = true;
    while (within && (word = strsep(&rest, " ")) != NULL)
        within = word[0] == '\0' || has_word(long_, word, strlen(word));
    talloc_free(copy);
    return within;
}

static bool venues_agree(const char *a, const char *b)
{
    if (!a || !b)
        return true;
    char *key_a = text_fold(NULL, a), *key_b = text_fold(NULL, b);
    bool agree = strlen(key_a) < strlen(key_b) ? words_within(key_a, key_b) : words_within(key_b, key_a);
    talloc_free(key_a);
    talloc_free(key_b);
    return agree;
}

bool placing_agrees(const struct placing *a, const struct placing *b)
{
    bool dates = !date_is_set(a->date) || !date_is_set(b->date) || date_compare(a->date, b->date) == 0;
    bool times = a->starts < 0 || b->starts < 0 || a->starts == b->starts;
    return dates && times && same_words(a->council, b->council) && same_words(a->committee, b->committee) &&
           venues_agree(a->venue, b->venue);
}

enum ids_say ids_compare(const struct head *a, const struct head *b)
{
    if (!a->service_id || !b->service_id)
        return IDS_SILENT;
    bool told = a->site_key && b->site_key;
    if (told && strcmp(a->site_key, b->site_key) != 0)
        return IDS_SILENT; /* each site counts for itself */
    if (strcmp(a->service_id, b->service_id) != 0)
        return IDS_OTHER;
    bool days = date_is_set(a->placing.date) && date_is_set(b->placing.date);
    return told || (days && placing_agrees(&a->placing, &b->placing)) ? IDS_SAME : IDS_SILENT;
}

/* May A and B be one meeting as far as these two go? Two papers of one kind, such as two saved pages,
 * must also both name the day: some committees print the same titles every month. */
static bool may_join(const struct head *a, const struct head *b)
{
    if (form_is_part(a->form) || form_is_part(b->form))
        return false; /* label_parts() */
    if (a->telling < TELLING_TITLES || strcmp(a->titles_key, b->titles_key) != 0)
        return false;
    if (form_rank(a->form) == form_rank(b->form) && !(date_is_set(a->placing.date) && date_is_set(b->placing.date)))
        return false;
    return placing_agrees(&a->placing, &b->placing);
}

/* ---- parting the papers into meetings ------------------------------------------------------------ */

void labels_unite(size_t *labels, size_t n, size_t a, size_t b)
{
    size_t to = a < b ? a : b, from = a < b ? b : a;
    for (size_t i = 0; i < n; i++)
        labels[i] = labels[i] == from ? to : labels[i];
}

/* Do papers of more than one site bear the number of HEAD? Then one that does not tell its site may be of either. */
static bool number_of_many_sites(const struct head *heads, size_t n, const struct head *head)
{
    const char *site = NULL;
    for (size_t i = 0; i < n; i++) {
        const struct head *other = &heads[i];
        if (!other->service_id || !other->site_key || strcmp(other->service_id, head->service_id) != 0)
            continue;
        if (site && strcmp(site, other->site_key) != 0)
            return true;
        site = other->site_key;
    }
    return false;
}

static void label_by_ids(const struct head *heads, size_t n, size_t *labels)
{
    for (size_t i = 0; i < n; i++)
        labels[i] = i;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i && heads[i].service_id; j++) {
            bool told = heads[i].site_key && heads[j].site_key;
            if (ids_compare(&heads[i], &heads[j]) == IDS_SAME && (told || !number_of_many_sites(heads, n, &heads[i])))
                labels_unite(labels, n, labels[i], labels[j]);
        }
}

#define MAY 1
#define NEVER 2

/* What papers with the same number are already, two of these meetings are one where a paper of each may join one of the
 * other, no two bear different numbers, and both may join the very same others: then neither has a second candidate
 * that the other one contradicts. */
static void label_by_agreement(const struct head *heads, size_t n, size_t *labels)
{
    unsigned char *may = mem_zero_named(NULL, n * n + 1, "may join");
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++) {
            size_t a = labels[i], b = labels[j];
            unsigned char says = a == b || may_join(&heads[i], &heads[j]) ? MAY : 0;
            says |= a != b && ids_compare(&heads[i], &heads[j]) == IDS_OTHER ? NEVER : 0;
            may[a * n + b] |= says;
            may[b * n + a] = may[a * n + b];
        }
    for (size_t i = 0; i < n * n; i++)
        may[i] = may[i] == MAY;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i && labels[i] == i; j++)
            if (labels[j] == j && may[i * n + j] && memcmp(may + i * n, may + j * n, n) == 0)
                labels_unite(labels, n, i, j);
    talloc_free(may);
}

/* ---- pages of one item ------------------------------------------------------------------------------ */

static bool same_number(const char *a, const char *b)
{
    return !a || !b || strcmp(a, b) == 0;
}

/* Numbers of one site, or of papers that do not tell theirs. */
static bool of_one_site(const struct head *a, const struct head *b)
{
    return !a->site_key || !b->site_key || strcmp(a->site_key, b->site_key) == 0;
}

/* How the item of a page of its own stands to the items of another paper. */
struct fit {
    bool has;       /* it is there, once */
    bool otherwise; /* with another number */
    bool by_id;     /* the council's number of it is the same, and both tell the site */
};

/* Is a paper of TITLE, folded, listed with ITEM? */
static bool lists(const struct head_item *item, const char *title)
{
    bool listed = false;
    for (size_t i = 0; i < item->papers.n && !listed; i++)
        listed = strcmp(item->papers.at[i], title) == 0;
    return listed;
}

static struct fit fit_item(const struct head *head, const struct head *part)
{
    const struct head_item *wanted = &part->items[0];
    size_t found = 0, differ = 0;
    struct fit fit = {0};
    for (size_t i = 0; i < head->n_items; i++) {
        const struct head_item *item = &head->items[i];
        bool titled = *wanted->title && (strcmp(item->title, wanted->title) == 0 || (form_is_report(part->form) && lists(item, wanted->title)));
        if (item->service_id && wanted->service_id && of_one_site(head, part)) {
            bool same_id = strcmp(item->service_id, wanted->service_id) == 0;
            fit.by_id |= same_id && head->site_key && part->site_key;
            found += same_id && (titled || fit.by_id);
            continue;
        }
        bool same = same_number(item->minute_number, wanted->minute_number) && same_number(item->agenda_number, wanted->agenda_number);
        found += titled && same;
        differ += titled && !same;
    }
    fit.has = found == 1;
    fit.otherwise = differ > 0 && found == 0;
    return fit;
}

/* Is the page of one item PART of the meeting LABEL? Either the council's number of the item says so, or its committee
 * and day are stated and its title is there. */
static bool is_of(const struct head *heads, size_t n, const size_t *labels, size_t label, const struct head *part)
{
    size_t *members = mem_zero_named(NULL, n * sizeof *members, "members"), n_members = 0;
    struct fit fit = {0};
    for (size_t i = 0; i < n; i++)
        if (labels[i] == label && !form_is_part(heads[i].form)) {
            struct fit one = fit_item(&heads[i], part);
            members[n_members++] = i;
            fit.has |= one.has;
            fit.otherwise |= one.otherwise;
            fit.by_id |= one.has && one.by_id;
        }
    struct placing placing = best_placing(heads, members, n_members);
    talloc_free(members);
    bool named = part->placing.committee && date_is_set(part->placing.date) && placing.committee && date_is_set(placing.date);
    return fit.by_id || (fit.has && !fit.otherwise && named && placing_agrees(&placing, &part->placing));
}

/* Two pages of items are of one meeting where both name its committee, day and time. */
static bool part_beside(const struct head *a, const struct head *b)
{
    const struct placing *one = &a->placing, *other = &b->placing;
    bool named = one->committee && other->committee && date_is_set(one->date) && date_is_set(other->date) && one->starts >= 0 &&
                 other->starts >= 0 && !one->council == !other->council;
    return named && placing_agrees(one, other);
}

/* The label of the only meeting that PART is of; N where there is none or more than one. */
static size_t only_meeting(const struct head *heads, size_t n, const size_t *labels, const struct head *part)
{
    size_t fitting = 0, found = n;
    if (part->n_items != 1)
        return n;
    for (size_t i = 0; i < n; i++)
        if (labels[i] == i && is_of(heads, n, labels, i, part)) {
            found = i;
            fitting++;
        }
    return fitting == 1 ? found : n;
}

static bool is_united(const size_t *labels, size_t n, size_t one)
{
    for (size_t i = 0; i < n; i++)
        if (i != one && labels[i] == labels[one])
            return true;
    return false;
}

/* Give each page of one item the label of its meeting; those without one, which name the same, one label. */
static void label_parts(const struct head *heads, size_t n, size_t *labels)
{
    for (size_t p = 0; p < n; p++) {
        if (!form_is_part(heads[p].form) || (heads[p].service_id && is_united(labels, n, p)))
            continue;
        size_t found = only_meeting(heads, n, labels, &heads[p]);
        for (size_t i = 0; i < p && found == n; i++)
            if (labels[i] == i && form_is_part(heads[i].form) && part_beside(&heads[i], &heads[p]))
                found = i;
        labels[p] = found < n ? found : p;
    }
}

/* ---- supplements --------------------------------------------------------------------------------------- */

/* Has HEAD an item of SUPPLEMENT: the same title, or the same number? */
static bool shares_item(const struct head *head, const struct head *supplement)
{
    for (size_t s = 0; s < supplement->n_items; s++)
        for (size_t i = 0; i < head->n_items; i++) {
            const struct head_item *a = &supplement->items[s], *b = &head->items[i];
            bool titled = *a->title && strcmp(a->title, b->title) == 0;
            if (titled || (a->agenda_number && b->agenda_number && strcmp(a->agenda_number, b->agenda_number) == 0))
                return true;
        }
    return false;
}

static bool is_supplement_of(const struct head *heads, size_t n, const size_t *labels, size_t label, const struct head *supplement)
{
    size_t *members = mem_zero_named(NULL, n * sizeof *members, "members"), n_members = 0;
    bool shares = false;
    for (size_t i = 0; i < n; i++)
        if (labels[i] == label && !form_is_part(heads[i].form) && !form_is_supplement(heads[i].form)) {
            members[n_members++] = i;
            shares |= shares_item(&heads[i], supplement);
        }
    struct placing placing = best_placing(heads, members, n_members), own = supplement->placing;
    talloc_free(members);
    bool named = own.committee && date_is_set(own.date) && placing.committee && date_is_set(placing.date);
    return shares && named && placing_agrees(&placing, &own);
}

/* Give each supplement that the council's numbers did not place the meeting that it supplements, where just one may be. */
static void label_supplements(const struct head *heads, size_t n, size_t *labels)
{
    for (size_t s = 0; s < n; s++) {
        size_t fitting = 0, found = n;
        if (!form_is_supplement(heads[s].form) || is_united(labels, n, s))
            continue;
        for (size_t i = 0; i < n; i++)
            if (labels[i] == i && is_supplement_of(heads, n, labels, i, &heads[s])) {
                found = i;
                fitting++;
            }
        if (fitting == 1)
            labels_unite(labels, n, labels[s], found);
    }
}

/* ---- all of it ---------------------------------------------------------------------------------------- */

static void add_group(struct groups *groups, const struct head *heads, size_t n, const size_t *labels, const bool *ruled, size_t label)
{
    struct group *group = mem_append(groups, groups->at, groups->n);
    for (size_t i = 0; i < n; i++)
        if (labels[i] == label) {
            *mem_append(groups, group->members, group->n) = i;
            group->by_ruling |= ruled[i];
        }
    group->by_ruling &= group->n > 1;
    group->placing = best_placing(heads, group->members, group->n);
}

int head_rank(const struct head *head)
{
    struct meeting meeting = {0};
    char *status = mem_strdup(NULL, head->minutes_status);
    meeting.minutes_status = status;
    int rank = draft_rank(&(struct draft){.form = head->form, .meeting = &meeting});
    talloc_free(status);
    return rank;
}

static int by_rank_and_sha(const void *left, const void *right)
{
    const struct head *a = left, *b = right;
    int order = form_is_part(a->form) - form_is_part(b->form);
    if (!order)
        order = head_rank(a) - head_rank(b);
    return order ? order : strcmp(a->sha256, b->sha256);
}

struct groups *reconcile_heads(const void *parent, struct head *heads, size_t n, const struct ruling *rulings, size_t n_rulings)
{
    struct groups *groups = mem_new(parent, struct groups);
    if (n == 0)
        return groups;
    qsort(heads, n, sizeof *heads, by_rank_and_sha);
    size_t *labels = mem_zero_named(groups, n * sizeof *labels, "labels");
    bool *ruled = mem_zero_named(groups, n * sizeof *ruled, "ruled");
    label_by_ids(heads, n, labels);
    label_by_editions(heads, n, labels);
    label_by_agreement(heads, n, labels);
    label_supplements(heads, n, labels);
    label_parts(heads, n, labels);
    for (size_t i = 0; i < n_rulings; i++)
        rule_papers(heads, n, &rulings[i], labels, ruled);
    for (size_t i = 0; i < n; i++)
        if (labels[i] == i)
            add_group(groups, heads, n, labels, ruled, i);
    name_groups(groups, heads, n, rulings, n_rulings);
    talloc_free(labels);
    talloc_free(ruled);
    return groups;
}
