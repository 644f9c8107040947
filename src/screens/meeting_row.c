/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One meeting as a row of a list, on the Desk and on the Meetings screen: its day, what is held of it and
 * how much of it is to check. */
#include "config.h"

#include "private.h"

#include <minutebook/base_lookup.h>

#include <stdlib.h>
#include <string.h>

#define MEETING_NAME 18 /* cell where a meeting's name begins, after its day */
#define TWINS_MOST 20   /* of one committee and day whose papers are looked up; of more their ids tell */

/* ---- what is to check ------------------------------------------------------------------------------------ */

/* A row by its id. */
struct place {
    const char *id;
    size_t at;
};

static int compare_places(const void *left, const void *right)
{
    return strcmp(((const struct place *)left)->id, ((const struct place *)right)->id);
}

static int *count_at(int *counts, const struct place *places, size_t n, const char *id)
{
    const struct place wanted = {.id = id};
    const struct place *found = id && n ? bsearch(&wanted, places, n, sizeof *places, compare_places) : NULL;
    return found ? &counts[found->at] : NULL;
}

int *count_to_check(const void *parent, const struct meeting_rows *rows, const struct survey *survey)
{
    int *counts = mem_zero_named(parent, (rows->n + 1) * sizeof *counts, "counts"), *count;
    struct place *places = mem_zero_named(counts, (rows->n + 1) * sizeof *places, "places");
    for (size_t i = 0; i < rows->n; i++) {
        counts[i] = -1;
        places[i] = (struct place){rows->at[i].id, i};
    }
    if (rows->n)
        qsort(places, rows->n, sizeof *places, compare_places);
    for (size_t i = 0; i < survey->rows.n; i++)
        if ((count = count_at(counts, places, rows->n, survey->rows.at[i]->meeting_id)))
            *count = 0;
    for (size_t i = 0; i < survey->n; i++)
        if (survey->at[i].to_check && (count = count_at(counts, places, rows->n, survey->at[i].meeting_id)))
            *count = survey->at[i].to_check;
    talloc_free(places);
    return counts;
}

/* ---- the row ------------------------------------------------------------------------------------------- */

static bool is_twin(const struct meeting_row *a, const struct meeting_row *b)
{
    bool stated = a->committee && b->committee;
    return stated ? strcmp(a->committee, b->committee) == 0 : a->committee == b->committee;
}

/* "from may-page.txt", the first of its papers; its id where it has none. */
static char *source_words(const void *parent, struct store *store, const struct meeting_row *row)
{
    struct meeting *meeting = NULL;
    void *local = talloc_named_const(NULL, 0, "source");
    const char *path = store_meeting(local, store, row->id, &meeting, NULL) == STATUS_OK && meeting->n_sources ? meeting->sources[0].path : NULL;
    const char *stroke = path ? strrchr(path, '/') : NULL;
    char *words = path ? mem_printf(parent, "from %s", stroke && stroke[1] ? stroke + 1 : path) : mem_strdup(parent, row->id);
    talloc_free(local);
    return words;
}

/* The rows among the N of one day that are of ROW's committee, ROW among them; TWINS_MOST + 1 stands for any number beyond. */
struct twins {
    const struct meeting_row *at[TWINS_MOST + 1];
    size_t n;
};

static struct twins twins_of(const struct meeting_row *rows, size_t n, const struct meeting_row *row)
{
    struct twins twins = {.n = 0};
    for (size_t i = 0; i < n && twins.n <= TWINS_MOST; i++)
        if (is_twin(&rows[i], row))
            twins.at[twins.n++] = &rows[i];
    return twins;
}

static bool times_differ(const struct twins *twins)
{
    for (size_t i = 0; i < twins->n; i++)
        for (size_t k = 0; k < i; k++)
            if (twins->at[i]->minutes_after_midnight == twins->at[k]->minutes_after_midnight)
                return false;
    return true;
}

static void tell_apart(const void *parent, struct meeting_row *row, const struct twins *twins, struct store *store)
{
    const struct meeting of_time = {.minutes_after_midnight = row->minutes_after_midnight};
    bool few = twins->n <= TWINS_MOST;
    row->apart = few && times_differ(twins) ? meeting_time_words(parent, &of_time) : NULL;
    if (!row->apart)
        row->apart = few ? source_words(parent, store, row) : mem_strdup(parent, row->id);
}

/* A list is by day; the meetings of one committee need not stand together in it. The store names a committee in one way. */
void meetings_tell_apart(const void *parent, struct meeting_rows *rows, struct store *store)
{
    for (size_t i = 0, end; i < rows->n; i = end) {
        for (end = i + 1; end < rows->n && date_compare(rows->at[i].date, rows->at[end].date) == 0;)
            end++;
        for (size_t k = i; k < end; k++) {
            struct twins twins = twins_of(&rows->at[i], end - i, &rows->at[k]);
            if (twins.n > 1)
                tell_apart(parent, &rows->at[k], &twins, store);
        }
    }
}

void meetings_mark_read(struct meeting_rows *rows, struct store *store)
{
    void *local = talloc_named_const(NULL, 0, "read");
    struct read_counts counts = {0};
    struct lookup *ids = lookup_new(local);
    if (!store || store_read_counts(local, store, &counts, NULL) != STATUS_OK)
        counts.n = 0; /* nothing is said of it then */
    for (size_t i = 0; i < counts.n; i++)
        lookup_add(ids, counts.at[i].meeting_id, i);
    for (size_t i = 0; i < rows->n && counts.n; i++) {
        size_t at = lookup_first(ids, rows->at[i].id);
        rows->at[i].read = at == LOOKUP_NONE ? 0 : counts.at[at].items;
    }
    talloc_free(local);
}

void page_meeting(struct page *page, const struct meeting_rows *rows, size_t i, bool with_name, const int *to_check)
{
    const struct meeting_row *row = &rows->at[i];
    void *local = talloc_named_const(NULL, 0, "meeting row");
    page_row(page, row->id, 0);
    page_say(page, 1, STYLE_TEXT, date_is_set(row->date) ? date_short(local, row->date) : "day not known");
    struct strings facts = fact_meeting_found(local, row, to_check[i]);
    if (row->apart)
        facts.at[0] = mem_printf(local, "%s: %s", row->apart, facts.at[0]);
    if (with_name) {
        page_put(page, MEETING_NAME, 0, STYLE_TEXT, name_in_list(local, row->committee, page->width - MEETING_NAME));
        page_facts(page, MEETING_NAME, 0, STYLE_QUIET, &facts);
    } else {
        char *all = words_join(local, &facts, " · ");
        bool fits = MEETING_NAME + text_width(all, strlen(all)) <= page->width;
        page_wrap_on(page, MEETING_NAME, MEETING_NAME, 0, STYLE_TEXT, fits ? all : facts.at[0]);
        for (size_t f = 1; f < facts.n && !fits; f++)
            page_say(page, MEETING_NAME, STYLE_TEXT, facts.at[f]);
    }
    page_no_row(page);
    talloc_free(local);
}
