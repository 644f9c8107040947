/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The list of follow_ups_read() without what was found: the user's rows and, meeting by meeting, how much
 * there is to check. Most rows say by an id which find they answer; only where one has a sentence and no such
 * find are the sentences of its meeting read and compared. Whoever shows a part of the list reads the finds
 * of that part's meetings. */
#include "config.h"

#include "follow_ups.h"

#include <minutebook/base_lookup.h>

#include <stdlib.h>
#include <string.h>

/* Where what is of one meeting, or of one row, stands in a survey. */
struct survey_places {
    struct lookup *meetings;      /* in `at`, by meeting_id */
    struct lookup *rows;          /* in `rows`, by meeting_id */
    struct lookup *answered_rows; /* in `answered`, by row_id */
    struct lookup *answered;      /* the same, by meeting_id */
};

static struct surveyed *surveyed_of(const struct survey *survey, const char *meeting_id)
{
    size_t at = lookup_first(survey->places->meetings, meeting_id);
    return at == LOOKUP_NONE ? NULL : &survey->at[at];
}

static void place_all(const void *parent, struct survey *survey)
{
    struct survey_places *places = mem_new(parent, struct survey_places);
    *places = (struct survey_places){lookup_new(places), lookup_new(places), lookup_new(places), lookup_new(places)};
    for (size_t i = 0; i < survey->n; i++)
        lookup_add(places->meetings, survey->at[i].meeting_id, i);
    for (size_t i = 0; i < survey->rows.n; i++)
        lookup_add(places->rows, survey->rows.at[i]->meeting_id, i);
    for (size_t i = 0; i < survey->answered.n; i++) {
        lookup_add(places->answered_rows, survey->answered.at[i].row_id, i);
        lookup_add(places->answered, survey->answered.at[i].meeting_id, i);
    }
    survey->places = places;
}

/* ---- answered by id -------------------------------------------------------------------------------------- */

/* A row by its id, and whether it answers a find yet. */
struct known {
    struct action *row;
    bool answers;
};
struct all_known {
    struct known *at; /* sorted */
    size_t n;
};

static int compare_known(const void *left, const void *right)
{
    return strcmp(((const struct known *)left)->row->id, ((const struct known *)right)->row->id);
}

static struct all_known know_rows(const void *parent, const struct actions *rows)
{
    struct all_known all = {.at = mem_zero_named(parent, (rows->n + 1) * sizeof *all.at, "known rows"), .n = rows->n};
    for (size_t i = 0; i < rows->n; i++)
        all.at[i].row = rows->at[i];
    if (all.n)
        qsort(all.at, all.n, sizeof *all.at, compare_known);
    return all;
}

static struct known *known_row(const struct all_known *all, const char *id)
{
    const struct action key = {.id = (char *)id};
    const struct known wanted = {.row = (struct action *)&key};
    return all->n ? bsearch(&wanted, all->at, all->n, sizeof *all->at, compare_known) : NULL;
}

/* A row answers one find and a find is answered by one row: what else bears the id is left out of `answered`. */
static void answer_by_id(struct survey *survey, const struct all_known *known)
{
    struct answered_finds *finds = &survey->answered;
    size_t n = 0;
    for (size_t i = 0; i < finds->n; i++) {
        const struct answered_find *find = &finds->at[i], *before = n ? &finds->at[n - 1] : NULL;
        struct known *row = known_row(known, find->row_id);
        bool taken = before && before->n == find->n && text_same(before->meeting_id, find->meeting_id);
        if (!row || row->answers || taken)
            continue;
        row->answers = true;
        row->row->item_position = find->item_position;
        finds->at[n++] = *find;
    }
    finds->n = n;
}

static bool answers_by_id(const struct survey *survey, const struct action *row)
{
    return lookup_first(survey->places->answered_rows, row->id) != LOOKUP_NONE;
}

/* ---- of one meeting ---------------------------------------------------------------------------------------- */

static enum status read_meeting(const void *parent, struct store *store, const struct survey *survey, const char *meeting_id,
                                struct actions *out, struct err *err)
{
    struct actions found = {0}, rest = {0}, rows = {0}, all = {0};
    void *scratch = talloc_new(NULL);
    *out = (struct actions){0};
    enum status status = store_candidates(parent, store, meeting_id, &found, err);
    bool *answered = mem_zero_named(scratch, found.n + 1, "answered");
    const struct lookup_rows finds = lookup_find(survey->places->answered, meeting_id), of = lookup_find(survey->places->rows, meeting_id);
    for (size_t i = 0; i < finds.n; i++)
        if (survey->answered.at[finds.at[i]].n < found.n)
            answered[survey->answered.at[finds.at[i]].n] = true;
    for (size_t i = 0; i < found.n && status == STATUS_OK; i++)
        if (!answered[i])
            *mem_append(scratch, rest.at, rest.n) = found.at[i];
    for (size_t i = 0; i < of.n && status == STATUS_OK; i++)
        if (!answers_by_id(survey, survey->rows.at[of.at[i]]))
            *mem_append(scratch, rows.at, rows.n) = survey->rows.at[of.at[i]];
    if (status == STATUS_OK)
        follow_ups_unite(scratch, &rows, &rest, &survey->rows, &all);
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i]->state == ACTION_TO_CHECK)
            *mem_append(parent, out->at, out->n) = all.at[i];
    talloc_free(scratch);
    return status;
}

enum status survey_found(const void *parent, struct store *store, struct survey *survey, const char *meeting_id,
                         struct actions *out, struct err *err)
{
    return read_meeting(parent, store, survey, meeting_id, out, err);
}

char *survey_stamp(const void *parent, const struct survey *survey, const struct surveyed *meeting)
{
    const struct lookup_rows finds = lookup_find(survey->places->answered, meeting->meeting_id);
    const struct lookup_rows of = lookup_find(survey->places->rows, meeting->meeting_id);
    struct buf stamp;
    buf_init(&stamp, parent, BUF_MAX_DOCUMENT);
    buf_printf(&stamp, "%s %d %d", meeting->fingerprint ? meeting->fingerprint : "", meeting->to_check, meeting->untracked);
    for (size_t i = 0; i < finds.n; i++)
        buf_printf(&stamp, " %zu", survey->answered.at[finds.at[i]].n);
    for (size_t i = 0; i < of.n; i++)
        buf_printf(&stamp, " %s.%lld", survey->rows.at[of.at[i]]->id, (long long)survey->rows.at[of.at[i]]->version);
    return buf_take(&stamp);
}

/* A row whose sentence may be one of those found there. */
static enum status compare_sentences(struct store *store, struct survey *survey, struct surveyed *meeting, struct err *err)
{
    void *scratch = talloc_new(NULL);
    struct actions found;
    enum status status = read_meeting(scratch, store, survey, meeting->meeting_id, &found, err);
    if (status == STATUS_OK) {
        struct follow_up_counts counts = follow_ups_count(&found);
        meeting->to_check = counts.to_check;
        meeting->untracked = counts.untracked;
    }
    talloc_free(scratch);
    return status;
}

/* ---- all -------------------------------------------------------------------------------------------------- */

static void count_found(const void *parent, struct survey *survey, const struct found_counts *counts)
{
    for (size_t i = 0; i < counts->n; i++) {
        const struct found_count *count = &counts->at[i];
        *mem_append(parent, survey->at, survey->n) =
            (struct surveyed){count->meeting_id, count->committee, count->fingerprint, count->date, count->tracked, count->untracked};
    }
    place_all(parent, survey);
    for (size_t i = 0; i < survey->answered.n; i++) {
        const struct answered_find *find = &survey->answered.at[i];
        struct surveyed *meeting = surveyed_of(survey, find->meeting_id);
        if (meeting)
            *(find->untracked ? &meeting->untracked : &meeting->to_check) -= 1;
    }
}

/* Rows that answer no find by its id: their place, and what they answer by their sentence. */
static enum status place_others(struct store *store, struct survey *survey, const struct all_known *known, struct err *err)
{
    void *scratch = talloc_new(NULL);
    struct actions others = {0};
    struct lookup *done = lookup_new(scratch);
    for (size_t i = 0; i < survey->rows.n; i++)
        if (!known_row(known, survey->rows.at[i]->id)->answers)
            *mem_append(scratch, others.at, others.n) = survey->rows.at[i];
    enum status status = follow_ups_place(&others, store, err);
    for (size_t i = 0; i < others.n && status == STATUS_OK; i++) {
        const struct action *row = others.at[i];
        struct surveyed *meeting = row->quote ? surveyed_of(survey, row->meeting_id) : NULL;
        if (!meeting || lookup_place(done, meeting->meeting_id, i) != i)
            continue;
        status = compare_sentences(store, survey, meeting, err);
    }
    talloc_free(scratch);
    return status;
}

enum status survey_read(const void *parent, struct store *store, struct survey *out, struct err *err)
{
    void *scratch = talloc_new(NULL);
    struct found_counts counts = {0};
    *out = (struct survey){0};
    enum status status = store_actions(parent, store, &out->rows, err);
    if (status == STATUS_OK)
        status = store_answered(parent, store, &out->answered, err);
    if (status == STATUS_OK)
        status = store_count_candidates(parent, store, &counts, err);
    if (status == STATUS_OK) {
        struct all_known known = know_rows(scratch, &out->rows);
        answer_by_id(out, &known);
        count_found(parent, out, &counts);
        status = place_others(store, out, &known, err);
    }
    follow_ups_sort(&out->rows);
    if (status == STATUS_OK) {
        TALLOC_FREE(out->places);
        place_all(parent, out); /* rows stand elsewhere now */
    }
    talloc_free(scratch);
    return status;
}

struct follow_up_counts survey_count(const struct survey *survey)
{
    struct follow_up_counts counts = follow_ups_count(&survey->rows);
    for (size_t i = 0; i < survey->n; i++) {
        counts.to_check += survey->at[i].to_check;
        counts.untracked += survey->at[i].untracked;
    }
    return counts;
}
