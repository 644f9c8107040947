/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The municipal years of committees: which meetings and rows are of which. What is counted of the rows of a year: impact_rows.c; topics
 * and plans: impact_topics.c. Nothing is stored. */
#include "config.h"

#include "impact.h"

#include <stdlib.h>
#include <string.h>

#define SORTS 9

static bool same_committee(const char *a, const char *b)
{
    return a && b && text_same_words(a, b);
}

struct date_span impact_year_span(int year)
{
    return (struct date_span){{year, 5, 1}, {year + 1, 4, 30}};
}

int impact_year_of(struct date day)
{
    return date_is_set(day) ? day.year - (day.month < 5) : 0;
}

/* ---- committees and years -------------------------------------------------------------------------------- */

/* "2025/26", "2025-26" or "2025". */
static bool year_parse(const char *words, int *year)
{
    char *end;
    long first = strtol(words, &end, 10);
    if (end != words + 4 || first < 1900 || first > 9998)
        return false;
    *year = (int)first;
    if (*end == '\0')
        return true;
    long second = *end == '/' || *end == '-' ? strtol(end + 1, &end, 10) : -1;
    return *end == '\0' && (second == (first + 1) % 100 || second == first + 1);
}

/* The name by which meetings of the committee NAMED go. */
static enum status committee_parse(struct impact_reading *reading, const char *named, const char **out, struct err *err)
{
    struct committees committees = {0};
    enum status status = store_committees(reading->scratch, reading->store, &committees, err);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < committees.n; i++) {
        const struct committee_row *row = &committees.at[i];
        bool found = strcmp(row->id, named) == 0 || same_committee(row->name, named);
        for (size_t k = 0; k < row->names.n && !found; k++)
            found = same_committee(row->names.at[k], named);
        if (found) {
            *out = row->name;
            return STATUS_OK;
        }
    }
    return err_set(err, STATUS_USAGE, "no paper held is of a committee called “%.80s”; 'committees' lists them", named);
}

static const struct meeting_row *meeting_of(const struct impact_reading *reading, const char *id)
{
    size_t at = lookup_first(reading->by_id, id);
    return at == LOOKUP_NONE ? NULL : &reading->rows.at[at];
}

static struct counting *counting_of(struct impact_reading *reading, struct counting **all, size_t *n, const char *committee, struct date day)
{
    int first = impact_year_of(day);
    char *folded = text_fold(NULL, committee), *key = mem_printf(NULL, "%d %s", first, folded);
    size_t at = lookup_place(reading->years, key, *n);
    talloc_free(folded);
    talloc_free(key);
    if (at < *n)
        return &(*all)[at];
    struct impact *impact = mem_new(reading->parent, struct impact);
    impact->committee = mem_strdup(impact, committee);
    impact->year = municipal_year(impact, day);
    impact->median_days = -1;
    struct counting *counting = mem_append(reading->scratch, *all, *n);
    *counting = (struct counting){.impact = impact, .first = first, .people = lookup_new(reading->scratch)};
    return counting;
}

static void count_meeting(struct impact *impact, const struct meeting_row *row)
{
    bool off = row->status && (strcmp(row->status, "cancelled") == 0 || strcmp(row->status, "postponed") == 0);
    impact->meetings_cancelled += off;
    impact->meetings_held += !off;
    impact->minutes += row->minutes;
    impact->minutes_cut += row->minutes_cut;
}

/* ---- in order ----------------------------------------------------------------------------------------------------- */

static int compare_people(const void *a, const void *b)
{
    const struct impact_person *one = a, *two = b;
    if (one->asked.n != two->asked.n)
        return one->asked.n < two->asked.n ? 1 : -1;
    if (!one->who || !two->who)
        return !one->who - !two->who;
    return strcmp(impact_without_article(one->who), impact_without_article(two->who));
}

static int compare_sorts(const void *a, const void *b)
{
    static const char *const order[SORTS] = {
        "recommendations", "requests for information", "letters",    "undertakings", "reports back",
        "referrals",       "other actions",            "changes of the work programme", "resolutions",
    };
    int at[2] = {SORTS, SORTS};
    const struct impact_sort *const sorts[] = {a, b};
    for (int k = 0; k < 2; k++)
        for (int i = 0; i < SORTS; i++)
            if (strcmp(order[i], sorts[k]->words) == 0)
                at[k] = i;
    return (at[0] > at[1]) - (at[0] < at[1]);
}

static int compare_countings(const void *a, const void *b)
{
    const struct counting *one = a, *two = b;
    if (one->first != two->first)
        return one->first < two->first ? 1 : -1;
    return strcmp(one->impact->committee, two->impact->committee);
}

static int compare_rows(const void *a, const void *b)
{
    const struct action *one = *(struct action *const *)a, *two = *(struct action *const *)b;
    int by = date_compare(one->meeting_date, two->meeting_date);
    if (by == 0)
        by = strcmp(one->meeting_id ? one->meeting_id : "", two->meeting_id ? two->meeting_id : "");
    return by ? by : (one->item_position > two->item_position) - (one->item_position < two->item_position);
}

/* ---- all of it ------------------------------------------------------------------------------------------------------ */

struct impact_wanted {
    const char *committee;
    int year; /* 0: all */
};

static bool is_wanted(const struct impact_reading *reading, const struct impact_wanted *wanted, const char *committee, struct date day)
{
    if (date_is_set(day) && date_is_set(reading->as_at) && date_compare(day, reading->as_at) > 0)
        return false;
    return committee && (!wanted->committee || same_committee(committee, wanted->committee)) &&
           (!wanted->year || impact_year_of(day) == wanted->year);
}

/* The years of meetings, and of every row of ACTIONS the place of its year in ALL; -1 where it is not wanted. Rows of a meeting
 * follow each other. */
static int *years_of(struct impact_reading *reading, const struct impact_wanted *wanted, const struct actions *actions, struct counting **all, size_t *n)
{
    int *year = mem_zero_named(reading->scratch, (actions->n + 1) * sizeof *year, "years");
    for (size_t i = 0; i < reading->rows.n; i++) {
        const struct meeting_row *row = &reading->rows.at[i];
        if (!is_wanted(reading, wanted, row->committee, row->date))
            continue;
        struct counting *counting = counting_of(reading, all, n, row->committee, row->date);
        count_meeting(counting->impact, row);
        *mem_append(reading->scratch, counting->meetings, counting->n_meetings) = i;
    }
    for (size_t i = 0; i < actions->n; i++) {
        const struct action *action = actions->at[i], *before = i ? actions->at[i - 1] : NULL;
        if (before && before->meeting_id && action->meeting_id && strcmp(before->meeting_id, action->meeting_id) == 0) {
            year[i] = year[i - 1];
            continue;
        }
        const struct meeting_row *meeting = meeting_of(reading, action->meeting_id);
        const char *committee = meeting && meeting->committee ? meeting->committee : action->committee;
        bool here = is_wanted(reading, wanted, committee, action->meeting_date);
        year[i] = here ? (int)(counting_of(reading, all, n, committee, action->meeting_date) - *all) : -1;
    }
    return year;
}

static enum status count_all(struct impact_reading *reading, const struct impact_wanted *wanted, struct counting **all, size_t *n, struct err *err)
{
    struct actions actions = {0};
    struct answer_days answers = {0};
    enum status status = follow_ups_read(reading->scratch, reading->store, NULL, &actions, err);
    if (status == STATUS_OK)
        status = impact_answer_days(reading, &answers, err);
    if (status != STATUS_OK)
        return status;
    if (actions.n)
        qsort(actions.at, actions.n, sizeof *actions.at, compare_rows);
    int *year = years_of(reading, wanted, &actions, all, n);
    struct actions *of = mem_zero_named(reading->scratch, (*n + 1) * sizeof *of, "rows of years");
    for (size_t i = 0; i < actions.n; i++) {
        struct action *action = actions.at[i];
        if (year[i] < 0 || action->state == ACTION_REFUSED || action->deleted)
            continue;
        struct actions *rows = &of[year[i]];
        impact_add_row(&(*all)[year[i]], action, reading->as_at);
        if (action->state == ACTION_KEPT)
            *mem_append(reading->scratch, rows->at, rows->n) = action;
    }
    for (size_t i = 0; i < *n; i++)
        impact_count_days(reading->scratch, &(*all)[i], &of[i], &answers);
    return STATUS_OK;
}

static enum status finish(struct impact_reading *reading, struct counting *all, size_t n, struct impacts *out, struct err *err)
{
    enum status status = STATUS_OK;
    if (n)
        qsort(all, n, sizeof *all, compare_countings);
    for (size_t i = 0; i < n && status == STATUS_OK; i++) {
        struct impact *impact = all[i].impact;
        if (impact->n_people)
            qsort(impact->people, impact->n_people, sizeof *impact->people, compare_people);
        if (impact->n_sorts)
            qsort(impact->sorts, impact->n_sorts, sizeof *impact->sorts, compare_sorts);
        if (all[i].first)
            status = impact_topics(reading, &all[i], err);
        *mem_append(reading->parent, out->at, out->n) = *impact;
    }
    return status;
}

enum status impact_read(const void *parent, struct store *store, const char *committee, const char *year, struct date as_at,
                        struct impacts *out, struct err *err)
{
    struct impact_wanted wanted = {0};
    struct counting *all = NULL;
    size_t n = 0;
    *out = (struct impacts){0};
    if (year && !year_parse(year, &wanted.year))
        return err_set(err, STATUS_USAGE, "“%.40s” is no municipal year: write 2025/26", year);
    void *scratch = talloc_named_const(NULL, 0, "impact");
    struct impact_reading reading = {.parent = parent, .scratch = scratch, .store = store, .as_at = as_at,
                                     .by_id = lookup_new(scratch), .years = lookup_new(scratch)};
    enum status status = committee ? committee_parse(&reading, committee, &wanted.committee, err) : STATUS_OK;
    if (status == STATUS_OK)
        status = store_meetings(reading.scratch, store, &reading.rows, err);
    if (status == STATUS_OK)
        status = impact_editions(&reading, err);
    for (size_t i = 0; i < reading.rows.n && status == STATUS_OK; i++)
        lookup_add(reading.by_id, reading.rows.at[i].id, i);
    if (status == STATUS_OK)
        status = count_all(&reading, &wanted, &all, &n, err);
    if (status == STATUS_OK)
        status = finish(&reading, all, n, out, err);
    talloc_free(reading.scratch);
    return status;
}
