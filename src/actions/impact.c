/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The counts of a committee's municipal year, each as the rows that it counts. Nothing is stored; topics and plans are told in
 * impact_topics.c. */
#include "config.h"

#include "impact.h"

#include <stdlib.h>
#include <string.h>

#define SORTS 9

/* A year's counts while they are made. */
struct counting {
    struct impact *impact;
    int first; /* the year of its May; 0 undated */
    int *days; /* of all answers */
    size_t n_days;
};
struct person_days {
    int *at;
    size_t n;
};

bool impact_same_committee(const char *a, const char *b)
{
    return a && b && text_same_words(a, b);
}

struct date_span impact_year_span(int year)
{
    return (struct date_span){{year, 5, 1}, {year + 1, 4, 30}};
}

static int year_of(struct date day)
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
        bool found = strcmp(row->id, named) == 0 || impact_same_committee(row->name, named);
        for (size_t k = 0; k < row->names.n && !found; k++)
            found = impact_same_committee(row->names.at[k], named);
        if (found) {
            *out = row->name;
            return STATUS_OK;
        }
    }
    return err_set(err, STATUS_USAGE, "no paper held is of a committee called “%.80s”; 'committees' lists them", named);
}

static const struct meeting_row *meeting_of(const struct impact_reading *reading, const char *id)
{
    for (size_t i = 0; id && i < reading->rows.n; i++)
        if (strcmp(reading->rows.at[i].id, id) == 0)
            return &reading->rows.at[i];
    return NULL;
}

static struct counting *counting_of(struct impact_reading *reading, struct counting **all, size_t *n, const char *committee, struct date day)
{
    int first = year_of(day);
    for (size_t i = 0; i < *n; i++)
        if ((*all)[i].first == first && text_same_words((*all)[i].impact->committee, committee))
            return &(*all)[i];
    struct impact *impact = mem_new(reading->parent, struct impact);
    impact->committee = mem_strdup(impact, committee);
    impact->year = municipal_year(impact, day);
    impact->median_days = -1;
    struct counting *counting = mem_append(reading->scratch, *all, *n);
    *counting = (struct counting){.impact = impact, .first = first};
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

/* ---- rows ------------------------------------------------------------------------------------------------- */

static bool step_is(const struct action *action, const char *step)
{
    return action->step && strcmp(action->step, step) == 0;
}

static bool is_answered(const struct action *action)
{
    return action->entries.answers > 0 || action->response || date_is_set(action->response_date) || step_is(action, "answered") ||
           step_is(action, "told to members") || step_is(action, "reported") || step_is(action, "implemented") ||
           (action->status && strcmp(action->status, "complete") == 0);
}

static bool is_implemented(const struct action *action)
{
    bool refused = action->response && strcmp(action->response, "refused") == 0;
    return step_is(action, "implemented") || (!refused && action->status && strcmp(action->status, "complete") == 0);
}

static void add_sort(struct impact *impact, const struct action *action, bool answered, bool overdue)
{
    const char *words = action_sort_words(action);
    size_t i = 0;
    while (i < impact->n_sorts && strcmp(impact->sorts[i].words, words) != 0)
        i++;
    if (i == impact->n_sorts)
        mem_append(impact, impact->sorts, impact->n_sorts)->words = words;
    struct impact_sort *sort = &impact->sorts[i];
    strings_add(impact, &sort->asked, action->id);
    if (answered)
        strings_add(impact, &sort->answered, action->id);
    if (overdue)
        strings_add(impact, &sort->overdue, action->id);
    strings_add(impact, action_status_is_open(action->status) ? &sort->open : &sort->done, action->id);
}

/* "the Head of Transport" and "Head of Transport" are one. */
static const char *without_article(const char *who)
{
    return words_equal(who, strlen(who) < 4 ? strlen(who) : 4, "the ") ? who + 4 : who;
}

static struct impact_person *person_of(struct impact *impact, const char *who)
{
    for (size_t i = 0; i < impact->n_people; i++) {
        const char *known = impact->people[i].who;
        if (who && known ? text_same_words(without_article(who), without_article(known)) : who == known)
            return &impact->people[i];
    }
    struct impact_person *person = mem_append(impact, impact->people, impact->n_people);
    *person = (struct impact_person){.who = mem_strdup(impact, who), .median_days = -1};
    return person;
}

static void add_recommendation(struct impact *impact, const struct action *action)
{
    struct impact_recommendations *all = &impact->recommendations;
    struct strings *const lists[] = {&all->accepted, &all->in_part, &all->in_principle, &all->refused};
    struct strings *of = &all->unanswered;
    for (size_t i = 0; i < MB_LENGTH(lists) && action_responses[i]; i++)
        if (action->response && strcmp(action->response, action_responses[i]) == 0)
            of = lists[i];
    strings_add(impact, &all->made, action->id);
    strings_add(impact, of, action->id);
    if (is_implemented(action))
        strings_add(impact, &all->implemented, action->id);
}

static void add_row(struct impact *impact, const struct action *action, struct date as_at)
{
    if (action->state == ACTION_TO_CHECK) {
        if (!action->untracked)
            strings_add(impact, &impact->to_check, action->id);
        return;
    }
    bool answered = is_answered(action), overdue = action_is_overdue(action, as_at);
    struct impact_person *person = person_of(impact, action_asked_of(action));
    strings_add(impact, &person->asked, action->id);
    strings_add(impact, &impact->asked, action->id);
    if (answered) {
        strings_add(impact, &person->answered, action->id);
        strings_add(impact, &impact->answered, action->id);
    }
    if (overdue)
        strings_add(impact, &impact->overdue, action->id);
    strings_add(impact, action_status_is_open(action->status) ? &impact->open : &impact->done, action->id);
    add_sort(impact, action, answered, overdue);
    if (action->class && strcmp(action->class, "recommendation") == 0)
        add_recommendation(impact, action);
}

/* ---- days to the answer ---------------------------------------------------------------------------------------- */

/* The day of the first answer to ACTION: of an entry, or of the response. */
static struct date answered_on(const struct action *action, const struct action_entries *entries)
{
    struct date first = action->response_date;
    for (size_t i = 0; i < entries->n; i++) {
        const struct action_entry *entry = entries->at[i];
        if (entry->kind == ENTRY_ANSWER && strcmp(entry->action_id, action->id) == 0 && date_is_set(entry->date) &&
            (!date_is_set(first) || date_compare(entry->date, first) < 0))
            first = entry->date;
    }
    return first;
}

static int compare_ints(const void *a, const void *b)
{
    return (*(const int *)a > *(const int *)b) - (*(const int *)a < *(const int *)b);
}

/* Of an even number the mean of the middle two, rounded up. */
static int median(int *days, size_t n)
{
    if (n == 0)
        return -1;
    qsort(days, n, sizeof *days, compare_ints);
    return n % 2 ? days[n / 2] : (days[n / 2 - 1] + days[n / 2] + 1) / 2;
}

/* The rows of IMPACT among ACTIONS, with their days; people in the order in which person_of() made them. */
static void count_days(const void *scratch, struct counting *counting, const struct actions *actions, const struct action_entries *entries)
{
    struct impact *impact = counting->impact;
    struct person_days *of = mem_zero_named(scratch, (impact->n_people + 1) * sizeof *of, "days");
    for (size_t i = 0; i < actions->n; i++) {
        const struct action *action = actions->at[i];
        struct date answered = answered_on(action, entries);
        if (!date_is_set(answered) || !date_is_set(action->meeting_date) || date_compare(answered, action->meeting_date) < 0)
            continue;
        int days = date_days(answered) - date_days(action->meeting_date);
        struct person_days *person = &of[person_of(impact, action_asked_of(action)) - impact->people];
        *mem_append(scratch, person->at, person->n) = days;
        *mem_append(scratch, counting->days, counting->n_days) = days;
    }
    for (size_t i = 0; i < impact->n_people; i++) {
        impact->people[i].counted = (int)of[i].n;
        impact->people[i].median_days = median(of[i].at, of[i].n);
    }
    impact->counted = (int)counting->n_days;
    impact->median_days = median(counting->days, counting->n_days);
}

/* ---- in order ----------------------------------------------------------------------------------------------------- */

static int compare_people(const void *a, const void *b)
{
    const struct impact_person *one = a, *two = b;
    if (one->asked.n != two->asked.n)
        return one->asked.n < two->asked.n ? 1 : -1;
    if (!one->who || !two->who)
        return !one->who - !two->who;
    return strcmp(without_article(one->who), without_article(two->who));
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
    return committee && (!wanted->committee || impact_same_committee(committee, wanted->committee)) &&
           (!wanted->year || year_of(day) == wanted->year);
}

/* The years of meetings, and of every row of ACTIONS the place of its year in ALL; -1 where it is not wanted. Rows of a meeting
 * follow each other. */
static int *years_of(struct impact_reading *reading, const struct impact_wanted *wanted, const struct actions *actions, struct counting **all, size_t *n)
{
    int *year = mem_zero_named(reading->scratch, (actions->n + 1) * sizeof *year, "years");
    for (size_t i = 0; i < reading->rows.n; i++) {
        const struct meeting_row *row = &reading->rows.at[i];
        if (is_wanted(reading, wanted, row->committee, row->date))
            count_meeting(counting_of(reading, all, n, row->committee, row->date)->impact, row);
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
    struct action_entries entries = {0};
    enum status status = follow_ups_read(reading->scratch, reading->store, NULL, &actions, err);
    if (status == STATUS_OK)
        status = store_entries(reading->scratch, reading->store, NULL, &entries, err);
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
        add_row((*all)[year[i]].impact, action, reading->as_at);
        if (action->state == ACTION_KEPT)
            *mem_append(reading->scratch, rows->at, rows->n) = action;
    }
    for (size_t i = 0; i < *n; i++)
        count_days(reading->scratch, &(*all)[i], &of[i], &entries);
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
            status = impact_topics(reading, impact, impact_year_span(all[i].first), err);
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
    struct impact_reading reading = {.parent = parent, .scratch = talloc_named_const(NULL, 0, "impact"), .store = store, .as_at = as_at};
    enum status status = committee ? committee_parse(&reading, committee, &wanted.committee, err) : STATUS_OK;
    if (status == STATUS_OK)
        status = store_meetings(reading.scratch, store, &reading.rows, err);
    if (status == STATUS_OK)
        status = impact_editions(&reading, err);
    if (status == STATUS_OK)
        status = count_all(&reading, &wanted, &all, &n, err);
    if (status == STATUS_OK)
        status = finish(&reading, all, n, out, err);
    talloc_free(reading.scratch);
    return status;
}
