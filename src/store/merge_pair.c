/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which item of one paper is which item of another (field.md 4, "Key of an item"): the same id of the
 * council's system; else the same words in the title, brackets included; else the same place, but only where every other item agrees. */
#include "config.h"

#include "src/store/merge.h"

#include <stdint.h>
#include <string.h>

#define NO_ROW SIZE_MAX

struct pairing {
    struct item_rows *rows;
    char **keys; /* of each row: its title folded */
    size_t n_keys;
    size_t n_papers;
    bool *ids; /* of each paper: do its items' ids count? Those of another site do not */
};

static char *key_of(const void *parent, const struct item *item)
{
    return text_fold(parent, item->title ? item->title : "");
}

/* A new row before row AT that holds ITEM of PAPER. */
static void insert_row(struct pairing *pairing, size_t at, size_t paper, const struct item *item)
{
    struct item_rows *rows = pairing->rows;
    (void)mem_append(rows, rows->at, rows->n);
    (void)mem_append(rows, pairing->keys, pairing->n_keys);
    memmove(&rows->at[at + 1], &rows->at[at], (rows->n - 1 - at) * sizeof *rows->at);
    memmove(&pairing->keys[at + 1], &pairing->keys[at], (pairing->n_keys - 1 - at) * sizeof *pairing->keys);
    struct item_row *row = &rows->at[at];
    *row = (struct item_row){.n_papers = pairing->n_papers};
    row->of = mem_zero_named(rows, pairing->n_papers * sizeof *row->of, "papers of an item");
    row->of[paper] = item;
    pairing->keys[at] = key_of(rows, item);
}

/* The id that the items of ROW bear; NULL where none does. */
static const char *id_of_row(const struct pairing *pairing, const struct item_row *row)
{
    for (size_t i = 0; i < row->n_papers; i++)
        if (row->of[i] && row->of[i]->service_id && pairing->ids[i])
            return row->of[i]->service_id;
    return NULL;
}

/* What the ids say of ITEM of PAPER and ROW: 1 the same, -1 two items, 0 nothing. */
static int ids_agree(const struct pairing *pairing, const struct item_row *row, size_t paper, const struct item *item)
{
    const char *id = pairing->ids[paper] && item->service_id ? id_of_row(pairing, row) : NULL;
    return !id ? 0 : strcmp(id, item->service_id) == 0 ? 1 : -1;
}

/* The row of KEY that PAPER has not yet, the first from START on, else the first of all; rows->n none. */
static size_t find_row(const struct pairing *pairing, const char *key, size_t paper, const struct item *item, size_t start)
{
    size_t n = pairing->rows->n;
    for (size_t i = 0; i < n; i++) {
        size_t at = (start + i) % n;
        const struct item_row *row = &pairing->rows->at[at];
        if (!row->of[paper] && strcmp(pairing->keys[at], key) == 0 && ids_agree(pairing, row, paper, item) >= 0)
            return at;
    }
    return n;
}

/* A row of KEY without an id whose papers are all others than those of row AT; rows->n none. */
static size_t row_like(const struct pairing *pairing, size_t at, const char *key)
{
    const struct item_rows *rows = pairing->rows;
    for (size_t i = 0; i < rows->n; i++) {
        bool free = i != at && strcmp(pairing->keys[i], key) == 0 && !id_of_row(pairing, &rows->at[i]);
        for (size_t p = 0; p < pairing->n_papers && free; p++)
            free = !rows->at[i].of[p] || !rows->at[at].of[p];
        if (free)
            return i;
    }
    return rows->n;
}

/* Row FROM is the same item as row INTO: what stood there by its words alone. */
static void unite_rows(struct pairing *pairing, size_t into, size_t from, size_t *row_of, size_t n_items)
{
    struct item_rows *rows = pairing->rows;
    for (size_t p = 0; p < pairing->n_papers; p++)
        if (rows->at[from].of[p])
            rows->at[into].of[p] = rows->at[from].of[p];
    memmove(&rows->at[from], &rows->at[from + 1], (rows->n - from - 1) * sizeof *rows->at);
    memmove(&pairing->keys[from], &pairing->keys[from + 1], (rows->n - from - 1) * sizeof *pairing->keys);
    for (size_t i = 0; i < n_items; i++)
        row_of[i] = row_of[i] == from ? into - (into > from) : row_of[i] == NO_ROW ? NO_ROW : row_of[i] - (row_of[i] > from);
    rows->n--;
    pairing->n_keys--;
}

/* The row that has the id of ITEM, and not PAPER; rows->n none. */
static size_t row_of_id(const struct pairing *pairing, size_t paper, const struct item *item)
{
    const struct item_rows *rows = pairing->rows;
    for (size_t at = 0; at < rows->n; at++)
        if (!rows->at[at].of[paper] && ids_agree(pairing, &rows->at[at], paper, item) == 1)
            return at;
    return rows->n;
}

/* First of all by their ids; what another paper calls by the same words is then the same item, too. */
static void rows_by_ids(struct pairing *pairing, const struct meeting *meeting, size_t paper, size_t *row_of)
{
    struct item_rows *rows = pairing->rows;
    for (size_t i = 0; i < meeting->n_items; i++)
        row_of[i] = NO_ROW;
    for (size_t i = 0; i < meeting->n_items; i++) {
        size_t at = row_of_id(pairing, paper, &meeting->items[i]);
        if (at == rows->n)
            continue;
        rows->at[at].of[paper] = &meeting->items[i];
        row_of[i] = at;
        char *key = key_of(NULL, &meeting->items[i]);
        size_t like = row_like(pairing, at, key);
        if (like < rows->n)
            unite_rows(pairing, like < at ? like : at, like < at ? at : like, row_of, meeting->n_items);
        talloc_free(key);
    }
}

/* The rows of PAPER's items by their words; rows->n where there is none. */
static size_t *rows_by_words(struct pairing *pairing, const struct meeting *meeting, size_t paper)
{
    size_t *row_of = mem_zero_named(pairing->rows, (meeting->n_items + 1) * sizeof *row_of, "rows");
    size_t next = 0;
    rows_by_ids(pairing, meeting, paper, row_of);
    for (size_t i = 0; i < meeting->n_items; i++) {
        if (row_of[i] != NO_ROW) {
            next = row_of[i] + 1;
            continue;
        }
        char *key = key_of(NULL, &meeting->items[i]);
        row_of[i] = find_row(pairing, key, paper, &meeting->items[i], next);
        if (row_of[i] < pairing->rows->n) {
            pairing->rows->at[row_of[i]].of[paper] = &meeting->items[i];
            next = row_of[i] + 1;
        }
        talloc_free(key);
    }
    return row_of;
}

/* Where one item and one row are left over, and at the same place, they are the same item. */
static void pair_the_last_by_order(struct pairing *pairing, const struct meeting *meeting, size_t paper, size_t *row_of)
{
    struct item_rows *rows = pairing->rows;
    size_t items_left = 0, rows_left = 0, item = 0, row = 0;
    for (size_t i = 0; i < meeting->n_items; i++)
        if (row_of[i] == rows->n)
            items_left++, item = i;
    for (size_t i = 0; i < rows->n; i++)
        if (!rows->at[i].of[paper])
            rows_left++, row = i;
    if (items_left != 1 || rows_left != 1 || item != row || meeting->n_items < 2 ||
        ids_agree(pairing, &rows->at[row], paper, &meeting->items[item]) < 0)
        return;
    rows->at[row].of[paper] = &meeting->items[item];
    row_of[item] = row;
}

/* Rows have moved since they were paired; the next item is most often in the next row. */
static size_t row_of_item(const struct pairing *pairing, size_t paper, const struct item *item, size_t start)
{
    size_t n = pairing->rows->n;
    for (size_t i = 0; i < n; i++)
        if (pairing->rows->at[(start + i) % n].of[paper] == item)
            return (start + i) % n;
    return n;
}

/* What the rows lack comes in after the item that stands before it in the paper. */
static void insert_the_rest(struct pairing *pairing, const struct meeting *meeting, size_t paper, const size_t *row_of, size_t none)
{
    size_t next = 0;
    for (size_t i = 0; i < meeting->n_items; i++) {
        if (row_of[i] == none) {
            insert_row(pairing, next, paper, &meeting->items[i]);
            next++;
            continue;
        }
        next = row_of_item(pairing, paper, &meeting->items[i], next) + 1;
    }
}

/* Has an item of ROW, of any paper, the number of ITEM? *other: one of them has another number of the same sort. */
static bool shares_number(const struct item_row *row, const struct item *item, bool *other)
{
    bool same = false;
    for (size_t i = 0; i < row->n_papers; i++) {
        const struct item *have = row->of[i];
        const char *const pairs[2][2] = {{have ? have->minute_number : NULL, item->minute_number},
                                         {have ? have->agenda_number : NULL, item->agenda_number}};
        for (size_t p = 0; p < 2; p++) {
            bool known = pairs[p][0] && pairs[p][1], equal = known && strcmp(pairs[p][0], pairs[p][1]) == 0;
            same |= equal;
            *other |= known && !equal;
        }
    }
    return same;
}

/* Is a paper of the title KEY, folded, listed with the item of ROW? */
static bool row_lists(const struct item_row *row, const char *key)
{
    bool lists = false;
    for (size_t p = 0; p < row->n_papers; p++)
        for (size_t a = 0; row->of[p] && a < row->of[p]->n_attachments && !lists; a++) {
            char *title = text_fold(NULL, row->of[p]->attachments[a].title);
            lists = *key && strcmp(title, key) == 0;
            talloc_free(title);
        }
    return lists;
}

/* The row of an item that came on a page of its own: by its words, the one with its number first, else by its number
 * alone; a report also by what is listed there; rows->n where there is none. */
static size_t row_of_part(const struct pairing *pairing, const struct item *item, size_t paper, bool report)
{
    const struct item_rows *rows = pairing->rows;
    char *key = key_of(NULL, item);
    size_t best = rows->n;
    int best_worth = 0;
    for (size_t i = 0; i < rows->n; i++) {
        bool other = false, number = shares_number(&rows->at[i], item, &other), words = strcmp(pairing->keys[i], key) == 0 || (report && row_lists(&rows->at[i], key));
        int ids = ids_agree(pairing, &rows->at[i], paper, item);
        int worth = rows->at[i].of[paper] || ids < 0 ? 0 : ids > 0 ? 4 : words && number ? 3 : words && !other ? 2 : number && !other ? 1 : 0;
        if (worth > best_worth) {
            best = i;
            best_worth = worth;
        }
    }
    talloc_free(key);
    return best;
}

/* A report beside other papers: what it is called is its own name among what is listed, not the item's. */
static const struct item *as_report(const struct pairing *pairing, const struct item *item)
{
    struct item *report = mem_new(pairing->rows, struct item);
    *report = *item;
    report->title = NULL;
    if (item->n_attachments == 0) {
        report->attachments = NULL;
        *mem_append(report, report->attachments, report->n_attachments) = (struct attachment){.title = item->title, .held = true};
    }
    return report;
}

/* A page of one item, or a supplement, says nothing of the order of the others: what they lack comes last. */
static void pair_part(struct pairing *pairing, const struct meeting *meeting, size_t paper, bool report)
{
    for (size_t i = 0; i < meeting->n_items; i++) {
        size_t row = row_of_part(pairing, &meeting->items[i], paper, report);
        if (row < pairing->rows->n)
            pairing->rows->at[row].of[paper] = report ? as_report(pairing, &meeting->items[i]) : &meeting->items[i];
        else
            insert_row(pairing, pairing->rows->n, paper, &meeting->items[i]);
    }
}

/* Those of the first site that is told, and of papers that tell none. */
static bool *ids_that_count(const void *parent, struct draft *const *drafts, size_t n)
{
    bool *ids = mem_zero_named(parent, (n + 1) * sizeof *ids, "ids");
    char *first = NULL;
    for (size_t i = 0; i < n; i++) {
        char *site = site_key(ids, drafts[i]->meeting->site);
        first = first ? first : site;
        ids[i] = !site || strcmp(site, first) == 0;
    }
    return ids;
}

struct item_rows *pair_items(const void *parent, struct draft *const *drafts, size_t n)
{
    struct pairing pairing = {.rows = mem_new(parent, struct item_rows), .n_papers = n};
    pairing.ids = ids_that_count(pairing.rows, drafts, n);
    for (size_t paper = 0; paper < n; paper++) {
        const struct meeting *meeting = drafts[paper]->meeting;
        if (form_is_part(drafts[paper]->form) || (form_is_supplement(drafts[paper]->form) && paper > 0)) {
            pair_part(&pairing, meeting, paper, form_is_report(drafts[paper]->form));
            continue;
        }
        size_t *row_of = rows_by_words(&pairing, meeting, paper);
        pair_the_last_by_order(&pairing, meeting, paper, row_of);
        insert_the_rest(&pairing, meeting, paper, row_of, pairing.rows->n);
        talloc_free(row_of);
    }
    return pairing.rows;
}
