/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Committees as pages: under which names their papers come, how many meetings are held and who sits on them. */
#include "config.h"

#include "committees.h"

#include <string.h>

#define NAME 3   /* cell where a name begins, after the mark */
#define BELOW 5  /* and what is said of it */

static bool same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

enum status committees_count_known(struct committees *list, struct store *store, struct err *err)
{
    struct meeting_rows rows = {0};
    void *local = talloc_named_const(NULL, 0, "known");
    enum status status = store_meetings(local, store, &rows, err);
    for (size_t i = 0; i < rows.n && status == STATUS_OK; i++)
        for (size_t k = 0; (rows.at[i].entered || rows.at[i].listed) && k < list->n; k++)
            if (same(rows.at[i].committee, list->at[k].name) && (!rows.at[i].council || !list->at[k].council ||
                                                                 same(rows.at[i].council, list->at[k].council)))
                list->at[k].known++;
    talloc_free(local);
    return status;
}

/* "12 meetings, 3 November 2019 to 14 May 2024, 2 more without a paper" */
static char *meetings_words(const void *parent, const struct committee_row *row)
{
    void *local = talloc_named_const(NULL, 0, "meetings");
    char *count = words_count(local, row->meetings, "meeting", "meetings");
    const char *span = !date_is_set(row->first)                       ? "day not known"
                       : date_compare(row->first, row->last) == 0 ? date_words(local, row->first)
                                                                      : mem_printf(local, "%s to %s", date_words(local, row->first), date_words(local, row->last));
    char *words = row->meetings == 0 ? mem_strdup(local, "no papers held") : mem_printf(local, "%s, %s", count, span);
    if (row->known && row->meetings)
        words = mem_printf(parent, "%s, %d more without a paper", words, row->known);
    else if (row->known)
        words = mem_printf(parent, "%s without a paper", words_count(local, row->known, "meeting", "meetings"));
    else
        words = mem_strdup(parent, words);
    talloc_free(local);
    return words;
}

/* What the council's own lists say of it; NULL: they do not name it. */
static const char *listed_words(const struct committee_row *row)
{
    return row->deleted   ? "deleted, says the council's list"
           : row->expired ? "meets no more, says the council's list"
           : row->listed  ? "listed by the council"
                          : NULL;
}

static char *also_words(const void *parent, const struct committee_row *row)
{
    return row->names.n ? mem_printf(parent, "also: %s%s", words_join(parent, &row->names, "; "), row->merged ? " (merged by you)" : "") : NULL;
}

static void put_row(struct page *page, const struct committee_row *row, bool marked)
{
    void *local = talloc_named_const(NULL, 0, "committee");
    const char *also = also_words(local, row), *listed = listed_words(row);
    struct strings facts = {0};
    strings_add(local, &facts, meetings_words(local, row));
    if (listed)
        strings_add(local, &facts, listed);
    if (row->n_members)
        strings_add(local, &facts, words_count(local, (int)row->n_members, "member", "members"));
    page_row(page, row->id, 0);
    page_line(page);
    if (marked)
        page_put(page, 1, 1, STYLE_TEXT, "*");
    page_wrap_on(page, NAME, BELOW, page->width - NAME - 1, STYLE_TEXT, row->name);
    page_facts(page, BELOW, page->width - BELOW - 1, STYLE_QUIET, &facts);
    if (also)
        page_wrap(page, BELOW, BELOW + 2, page->width - BELOW - 1, STYLE_QUIET, also);
    page_no_row(page);
    talloc_free(local);
}

static bool same_council(const struct committee_row *a, const struct committee_row *b)
{
    return (!a->council && !b->council) || (a->council && b->council && strcmp(a->council, b->council) == 0);
}

void committees_page(struct page *page, const struct committees *list, const char *marked)
{
    bool several = false;
    for (size_t i = 1; i < list->n; i++)
        several = several || !same_council(&list->at[i], &list->at[0]);
    for (size_t i = 0; i < list->n; i++) {
        const struct committee_row *row = &list->at[i];
        if (several && (i == 0 || !same_council(row, row - 1)))
            page_heading(page, 1, row->council ? row->council : "council not stated");
        put_row(page, row, marked && strcmp(marked, row->id) == 0);
    }
    if (list->n == 0)
        page_wrap(page, 1, 1, page->width - 2, STYLE_TEXT, "No committee yet: the papers you hold name none.");
}

/* ---- one of them ---------------------------------------------------------------------------------------------- */

/* A fact of its own line; each is a row, so that a long page can be gone through. */
static void put_fact(struct page *page, int x, enum style style, const char *words)
{
    page_row(page, NULL, page->n_lines);
    page_wrap(page, x, x + 2, page->width - x - 1, style, words);
    page_no_row(page);
}

static void put_members(struct page *page, const void *local, const struct committee_row *row)
{
    page_heading(page, 1, mem_printf(local, "Members (%zu)", row->n_members));
    for (size_t i = 0; i < row->n_members; i++) {
        const struct person *person = &row->members[i];
        put_fact(page, 3, STYLE_TEXT,
                 mem_printf(local, "%s%s%s", person->name ? person->name : "name not stated", person->role ? ", " : "", person->role ? person->role : ""));
    }
}

void committee_page(struct page *page, const struct committee_row *row)
{
    void *local = talloc_named_const(NULL, 0, "about");
    const char *listed = listed_words(row);
    put_fact(page, 1, STYLE_HEADING, row->name);
    put_fact(page, 1, STYLE_TEXT, row->council ? row->council : "council not stated");
    put_fact(page, 1, STYLE_TEXT, meetings_words(local, row));
    if (listed)
        put_fact(page, 1, STYLE_TEXT, listed);
    if (row->category)
        put_fact(page, 1, STYLE_TEXT, mem_printf(local, "listed under: %s", row->category));
    if (row->site || row->service_id)
        put_fact(page, 1, STYLE_QUIET,
                 mem_printf(local, "%s%s%s%s", row->site ? row->site : "", row->site && row->service_id ? " · " : "",
                            row->service_id ? "number " : "", row->service_id ? row->service_id : ""));
    if (row->names.n) {
        page_heading(page, 1, row->merged ? "Other names (some merged by you)" : "Other names");
        for (size_t i = 0; i < row->names.n; i++)
            put_fact(page, 3, STYLE_TEXT, row->names.at[i]);
    }
    if (row->n_members)
        put_members(page, local, row);
    talloc_free(local);
}
