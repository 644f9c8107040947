/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One meeting as a row of a list, on the Desk and on the Meetings screen: its day, what is held of it and
 * how much of it is to check. */
#include "config.h"

#include "private.h"

#include <stdlib.h>
#include <string.h>

#define MEETING_NAME 18 /* cell where a meeting's name begins, after its day */

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
    return date_compare(a->date, b->date) == 0 && a->committee && b->committee && strcmp(a->committee, b->committee) == 0;
}

/* What tells a meeting from another of its committee on its day: its time, else its id. NULL if it is alone. */
static char *twin_words(const void *local, const struct meeting_rows *rows, size_t i)
{
    const struct meeting_row *row = &rows->at[i];
    bool twin = (i > 0 && is_twin(row, row - 1)) || (i + 1 < rows->n && is_twin(row, row + 1));
    if (!twin)
        return NULL;
    struct meeting timed = {.minutes_after_midnight = row->minutes_after_midnight};
    char *time = meeting_time_words(local, &timed);
    return time ? time : mem_strdup(local, row->id);
}

void page_meeting(struct page *page, const struct meeting_rows *rows, size_t i, bool with_name, const int *to_check)
{
    const struct meeting_row *row = &rows->at[i];
    void *local = talloc_named_const(NULL, 0, "meeting row");
    page_row(page, row->id, 0);
    page_say(page, 1, STYLE_TEXT, date_is_set(row->date) ? date_short(local, row->date) : "day not known");
    char *twin = twin_words(local, rows, i);
    struct strings facts = fact_meeting_found(local, row, to_check[i]);
    if (twin)
        facts.at[0] = mem_printf(local, "%s: %s", twin, facts.at[0]);
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
