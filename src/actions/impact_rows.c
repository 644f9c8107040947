/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is counted of the rows of a committee's municipal year, each number as the rows that it counts: by sort, by who was asked, by
 * response, and how many days an answer took. */
#include "config.h"

#include "impact.h"

#include <stdlib.h>
#include <string.h>

/* ---- rows ------------------------------------------------------------------------------------------------- */

static bool step_is(const struct action *action, const char *step)
{
    return action->step && strcmp(action->step, step) == 0;
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
const char *impact_without_article(const char *who)
{
    return words_equal(who, strlen(who) < 4 ? strlen(who) : 4, "the ") ? who + 4 : who;
}

static struct impact_person *person_of(struct counting *counting, const char *who)
{
    struct impact *impact = counting->impact;
    char *key = who ? text_fold(NULL, impact_without_article(who)) : mem_strdup(NULL, "\n"); /* in no folded text */
    size_t at = lookup_place(counting->people, key, impact->n_people);
    talloc_free(key);
    if (at < impact->n_people)
        return &impact->people[at];
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

void impact_add_row(struct counting *counting, const struct action *action, struct date as_at)
{
    struct impact *impact = counting->impact;
    if (action->state == ACTION_TO_CHECK) {
        if (!action->untracked)
            strings_add(impact, &impact->to_check, action->id);
        return;
    }
    bool answered = action_is_answered(action), overdue = action_is_overdue(action, as_at);
    struct impact_person *person = person_of(counting, action_asked_of(action));
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

enum status impact_answer_days(struct impact_reading *reading, struct answer_days *out, struct err *err)
{
    struct action_entries entries = {0};
    *out = (struct answer_days){.rows = lookup_new(reading->scratch)};
    enum status status = store_entries(reading->scratch, reading->store, NULL, &entries, err);
    for (size_t i = 0; i < entries.n && status == STATUS_OK; i++) {
        const struct action_entry *entry = entries.at[i];
        if (entry->kind != ENTRY_ANSWER || !date_is_set(entry->date))
            continue;
        size_t at = lookup_place(out->rows, entry->action_id, out->n);
        if (at == out->n)
            *mem_append(reading->scratch, out->first, out->n) = entry->date;
        else if (date_compare(entry->date, out->first[at]) < 0)
            out->first[at] = entry->date;
    }
    return status;
}

/* The day of the first answer to ACTION: of an entry, or of the response. */
static struct date answered_on(const struct action *action, const struct answer_days *answers)
{
    size_t at = lookup_first(answers->rows, action->id);
    struct date first = action->response_date, entry = at == LOOKUP_NONE ? (struct date){0} : answers->first[at];
    return !date_is_set(first) || (date_is_set(entry) && date_compare(entry, first) < 0) ? entry : first;
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

struct person_days {
    int *at;
    size_t n;
};

/* The rows of IMPACT among ACTIONS, with their days; people in the order in which person_of() made them. */
void impact_count_days(const void *scratch, struct counting *counting, const struct actions *actions, const struct answer_days *answers)
{
    struct impact *impact = counting->impact;
    struct person_days *of = mem_zero_named(scratch, (impact->n_people + 1) * sizeof *of, "days");
    for (size_t i = 0; i < actions->n; i++) {
        const struct action *action = actions->at[i];
        struct date answered = answered_on(action, answers);
        if (!date_is_set(answered) || !date_is_set(action->meeting_date) || date_compare(answered, action->meeting_date) < 0)
            continue;
        int days = date_days(answered) - date_days(action->meeting_date);
        struct person_days *person = &of[person_of(counting, action_asked_of(action)) - impact->people];
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
