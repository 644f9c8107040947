/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The impact of a committee's year: every number is the rows it counts. */
#include "support/growth.h"
#include "unit/store/rows.h"

#include <minutebook/actions_impact.h>

#include <locale.h>

#define T(text) ((char *)(text))

static const struct date today = {2024, 2, 1};

/* ---- who is asked, what sort ------------------------------------------------------------------------- */

static void who_is_asked_is_told_by_the_row_and_is_never_the_committee(void **state)
{
    static const struct {
        const char *class, *kind, *owner, *recipient, *asked;
    } cases[] = {
        {"action", "letter", "the Chairman", "the Cabinet Member for Highways", "the Cabinet Member for Highways"},
        {"action", NULL, "the Chair of the Panel", "the Leader", "the Leader"},
        {"action", NULL, "the Vice-Chairman", NULL, "the Vice-Chairman"},
        {"action", "undertaking", "the Head of Housing", "the Panel", "the Head of Housing"},
        {"information_request", NULL, "the Head of Housing", "the Cabinet", "the Head of Housing"},
        {"information_request", NULL, NULL, "Members", NULL},
        {"recommendation", NULL, "the Panel", "Cabinet", "Cabinet"},
        {"recommendation", NULL, "the Head of Housing", "Cabinet", "Cabinet"},
        {"action", NULL, NULL, NULL, NULL},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        const struct action action = {.class = T(cases[i].class), .kind = T(cases[i].kind), .owner = T(cases[i].owner),
                                      .recipient = T(cases[i].recipient), .committee = T("Housing Scrutiny Panel")};
        const char *asked = action_asked_of(&action);
        if (!cases[i].asked && asked)
            assert_string_equal(asked, "Members"); /* nobody else is named */
        else if (cases[i].asked)
            assert_string_equal(asked, cases[i].asked);
    }
    (void)state;
}

static void every_class_and_kind_has_its_word(void **state)
{
    const struct action letter = {.class = T("action"), .kind = T("letter")}, other = {.kind = T("event")}, recommended = {.class = T("recommendation")};
    assert_string_equal(action_sort_words(&letter), "letters");
    assert_string_equal(action_sort_words(&other), "other actions");
    assert_string_equal(action_sort_words(&recommended), "recommendations");
    (void)state;
}

/* ---- a store ------------------------------------------------------------------------------------------- */

struct paper {
    struct date date;
    const char *titles[3];
    bool cut;
};

static void import_paper(struct store *store, const struct paper *paper, struct programme *programme)
{
    struct draft *draft = mem_new(store, struct draft);
    struct import_result *result = NULL;
    struct import_options options = {0};
    struct err err = {0};
    draft->path = mem_printf(draft, "%04d-%02d.txt", paper->date.year, paper->date.month);
    sha256_hex(draft->path, strlen(draft->path), draft->sha256);
    draft->form = FORM_PAGE_TEXT;
    draft->reader_version = 1;
    draft->programme = programme;
    struct item *items = mem_zero_named(draft, 3 * sizeof *items, "items");
    size_t n = 0;
    for (; n < 3 && paper->titles[n]; n++)
        items[n] = (struct item){.position = (int)n + 1, .minute_number = mem_printf(draft, "%zu", 40 + n), .title = T(paper->titles[n]),
                                 .kind = n == 0 ? T("routine") : NULL, .minutes_text = T("It was said."), .truncated = n == 1 && paper->cut,
                                 .in_latest = true};
    draft->meeting = mem_new(draft, struct meeting);
    *draft->meeting = (struct meeting){.committee = T("Housing Scrutiny Panel"), .date = paper->date, .date_basis = DATE_STATED,
                                       .minutes_after_midnight = 600, .status = T("held"), .items = items, .n_items = n};
    assert_ok(store_import(store, store, draft, draft->path, strlen(draft->path), &options, &result, &err), err);
}

static struct programme_entry planned(const void *parent, const char *issue, const char *words)
{
    struct when *when = mem_new(parent, struct when);
    *when = (struct when){T(words), date_span_of_words(words)};
    return (struct programme_entry){.planned = when, .n_planned = words ? 1 : 0, .section = SECTION_DATED,
                                    .state = words ? ENTRY_SCHEDULED : ENTRY_TBC, .issue = T(issue)};
}

/* Three meetings of the year 2023/24 and one of the year before, two editions of a work programme. */
static struct store *year_store(void **state)
{
    struct store *store = new_store(state);
    struct programme_entry first[] = {planned(store, "Lifts in Tower Blocks", "September 2023"), planned(store, "Empty Homes", "November 2023"),
                                      planned(store, "Damp and Mould", "November 2023"), planned(store, "Rents", "March 2024"), planned(store, "Allotments", "July 2023")};
    struct programme_entry second[] = {planned(store, "Empty Homes: Update", "March 2024"), planned(store, "Rents", "March 2024")};
    struct programme editions[] = {
        {.committee = T("Housing Scrutiny Panel"), .published_for = {2023, 6, 8}, .title = T("Work Programme 2023/24"), .entries = first, .n_entries = 5},
        {.committee = T("Housing Scrutiny Panel"), .published_for = {2023, 11, 9}, .title = T("Work Programme 2023/24"), .entries = second, .n_entries = 2},
    };
    const struct paper papers[] = {
        {{2023, 3, 9}, {"Apologies", "Garages", NULL}, false},
        {{2023, 6, 8}, {"Apologies", "Repairs", NULL}, false},
        {{2023, 9, 12}, {"Apologies", "The Lifts of the Tower Blocks", "Repairs: Progress"}, true},
        {{2023, 11, 9}, {"Apologies", "Rough Sleeping", NULL}, false},
    };
    import_paper(store, &papers[0], NULL);
    import_paper(store, &papers[1], &editions[0]);
    import_paper(store, &papers[2], NULL);
    import_paper(store, &papers[3], &editions[1]);
    return store;
}

/* A row of the meeting of September, of CLASS, for WHO. */
static struct edit_result *ask(void **state, struct store *store, const char *class, const char *who, const char *subject)
{
    struct action *action = follow_up(state, subject);
    action->class = T(class);
    action->owner = T(who);
    action->recipient = NULL;
    return add(state, store, action);
}

static void answer(void **state, struct store *store, const char *id, struct date day)
{
    const struct action_entry entry = {.kind = ENTRY_ANSWER, .date = day, .text = T("here it is")};
    (void)edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = id, .entry = &entry});
}

static struct impact *only_year(void **state, struct store *store, const char *year, struct impacts *all)
{
    struct err err = {0};
    assert_ok(impact_read(*state, store, "housing scrutiny panel", year, today, all, &err), err);
    assert_int_equal(all->n, 1);
    return &all->at[0];
}

static void a_year_counts_what_is_on_the_tracker_and_names_its_rows(void **state)
{
    struct impacts all;
    struct store *store = year_store(state);
    char *one = ask(state, store, "information_request", "the Head of Repairs", "times of repairs")->id,
         *two = ask(state, store, "information_request", "Head of Repairs", "costs of repairs")->id,
         *three = ask(state, store, "action", "the Lift Engineer", "a list of lifts")->id;
    answer(state, store, one, (struct date){2023, 9, 22});
    answer(state, store, one, (struct date){2023, 12, 1}); /* the first counts */
    answer(state, store, two, (struct date){2023, 10, 2});
    (void)set(state, store, three, "chase_date", "2024-01-05");
    (void)set(state, store, one, "status", "complete");
    struct impact *year = only_year(state, store, "2023/24", &all);
    assert_string_equal(year->year, "2023/24");
    assert_int_equal(year->meetings_held, 3);
    assert_int_equal(year->minutes_cut, 1);
    assert_int_equal(year->asked.n, 3);
    assert_int_equal(year->answered.n, 2);
    assert_int_equal(year->done.n, 1);
    assert_string_equal(year->done.at[0], one);
    assert_int_equal(year->open.n, 2);
    assert_int_equal(year->overdue.n, 1);
    assert_string_equal(year->overdue.at[0], three);
    assert_int_equal(year->n_people, 2); /* with and without the article */
    assert_int_equal(year->people[0].asked.n, 2);
    assert_int_equal(year->people[0].counted, 2);
    assert_int_equal(year->people[0].median_days, 15); /* of 10 and 20 */
    assert_int_equal(year->people[1].median_days, -1);
    assert_int_equal(year->median_days, 15);
    assert_int_equal(year->n_sorts, 2);
    assert_string_equal(year->sorts[0].words, "requests for information");
    (void)undo(state, store);
    assert_int_equal(only_year(state, store, "2023", &all)->done.n, 0);
}

static void recommendations_are_counted_by_their_response(void **state)
{
    static const char *const responses[] = {"accepted", "accepted in part", "accepted in principle", "refused", NULL};
    struct impacts all;
    struct store *store = year_store(state);
    char *ids[MB_LENGTH(responses)];
    for (size_t i = 0; i < MB_LENGTH(responses); i++) {
        ids[i] = ask(state, store, "recommendation", "Cabinet", mem_printf(*state, "that %zu", i))->id;
        if (responses[i])
            (void)set(state, store, ids[i], "response", responses[i]);
    }
    (void)set(state, store, ids[0], "step", "implemented");
    (void)set(state, store, ids[3], "status", "complete"); /* refused and closed: not implemented */
    struct impact_recommendations *made = &only_year(state, store, "2023/24", &all)->recommendations;
    struct strings *const lists[] = {&made->accepted, &made->in_part, &made->in_principle, &made->refused, &made->unanswered};
    assert_int_equal(made->made.n, 5);
    for (size_t i = 0; i < MB_LENGTH(lists); i++) {
        assert_int_equal(lists[i]->n, 1);
        assert_string_equal(lists[i]->at[0], ids[i]);
    }
    assert_int_equal(made->implemented.n, 1);
    assert_string_equal(made->implemented.at[0], ids[0]);
}

static const struct impact_plan *plan_of(const struct impact *year, const char *issue)
{
    for (size_t i = 0; i < year->n_plans; i++)
        if (strcmp(year->plans[i].issue, issue) == 0)
            return &year->plans[i];
    fail_msg("%s is not among the plans", issue);
    return NULL;
}

static void what_was_planned_is_taken_slipped_missed_or_to_come(void **state)
{
    struct impacts all;
    struct store *store = year_store(state);
    struct impact *year = only_year(state, store, "2023/24", &all);
    assert_int_equal(year->n_meetings, 3);
    assert_int_equal(year->meetings[1].n_topics, 2); /* apologies are no topic */
    assert_true(year->meetings[1].topics[0].planned);
    assert_false(year->meetings[1].topics[1].planned);
    assert_int_equal(plan_of(year, "Lifts in Tower Blocks")->state, PLAN_TAKEN);
    assert_int_equal(plan_of(year, "Lifts in Tower Blocks")->position, 2);
    assert_int_equal(plan_of(year, "Empty Homes")->state, PLAN_SLIPPED);
    assert_string_equal(plan_of(year, "Empty Homes")->then, "March 2024");
    assert_int_equal(plan_of(year, "Damp and Mould")->state, PLAN_MISSED);
    assert_int_equal(plan_of(year, "Allotments")->state, PLAN_UNKNOWN);
    assert_int_equal(plan_of(year, "Rents")->state, PLAN_AHEAD);
    assert_int_equal(year->n_plans, 6); /* rents in two editions are one plan */
}

static void a_year_or_a_committee_that_is_none_is_refused(void **state)
{
    struct impacts all;
    struct err err = {0};
    struct store *store = year_store(state);
    assert_int_equal(impact_read(*state, store, NULL, "last", today, &all, &err), STATUS_USAGE);
    assert_int_equal(impact_read(*state, store, NULL, "2023/25", today, &all, &err), STATUS_USAGE);
    assert_int_equal(impact_read(*state, store, "Harbours", NULL, today, &all, &err), STATUS_USAGE);
    assert_ok(impact_read(*state, store, NULL, "1999", today, &all, &err), err);
    assert_int_equal(all.n, 0);
    assert_ok(impact_read(*state, store, NULL, NULL, today, &all, &err), err);
    assert_int_equal(all.n, 2);
    assert_string_equal(all.at[1].year, "2022/23");
}

/* The second edition comes with the papers of 9 November, which lie open some days before. */
static void a_day_does_not_know_of_later_editions(void **state)
{
    static const struct {
        struct date day;
        enum impact_plan_state lifts, homes;
    } cases[] = {{{2023, 10, 1}, PLAN_TAKEN, PLAN_AHEAD}, {{2023, 11, 2}, PLAN_TAKEN, PLAN_SLIPPED}};
    struct store *store = year_store(state);
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct impacts all;
        struct err err = {0};
        assert_ok(impact_read(*state, store, "housing scrutiny panel", "2023/24", cases[i].day, &all, &err), err);
        assert_int_equal(plan_of(&all.at[0], "Lifts in Tower Blocks")->state, cases[i].lifts);
        assert_int_equal(plan_of(&all.at[0], "Empty Homes")->state, cases[i].homes);
    }
}

/* ---- what it costs ------------------------------------------------------------------------------------ */

/* A year of so many rows, each of somebody else and answered, and a programme of so many topics. */
struct busy {
    struct store *few, *many;
};

static struct store *busy_store(void **state, const char *name, int rows)
{
    struct store *store;
    struct err err;
    assert_ok(store_open(*state, scratch_path(*state, name), STORE_WRITE, &store, &err), err);
    struct programme programme = {.committee = (char *)"Housing Scrutiny Panel", .published_for = {2024, 1, 10}};
    programme.entries = mem_zero_named(*state, (size_t)rows * sizeof *programme.entries, "entries");
    for (int i = 0; i < rows; i++)
        programme.entries[programme.n_entries++] = planned(*state, mem_printf(*state, "Berth%d quay%d", i, i), "March 2024");
    import_paper(store, &(struct paper){{2024, 1, 10}, {"Apologies", "Repairs", NULL}, false}, &programme);
    struct edit *edits = mem_zero_named(*state, (size_t)rows * sizeof *edits, "edits");
    for (int i = 0; i < rows; i++) {
        struct action *action = mem_new(*state, struct action);
        action->state = ACTION_KEPT;
        action->committee = mem_strdup(action, "Housing Scrutiny Panel");
        action->meeting_date = (struct date){2024, 1, 10};
        action->owner = mem_printf(action, "the Keeper of berth %d", i);
        action->subject = mem_printf(action, "mend berth %d", i);
        action->response_date = (struct date){2024, 1, 20};
        edits[i] = (struct edit){.kind = EDIT_ACTION_ADD, .action = action};
    }
    struct edit_result *result;
    assert_ok(store_edit(*state, store, &(struct edit){.kind = EDIT_SEVERAL, .edits = edits, .n_edits = (size_t)rows, .value = "many"}, &result, &err), err);
    return store;
}

static void read_impact(const void *context, void *to, size_t times)
{
    struct busy *busy = to;
    struct impacts impacts;
    struct err err;
    assert_ok(impact_read(context, times > 400 ? busy->many : busy->few, NULL, NULL, today, &impacts, &err), err);
    assert_true(impacts.n > 0);
}

static void a_busy_year_costs_as_it_grows(void **state)
{
    struct busy busy = {busy_store(state, "few.db", 400), busy_store(state, "many.db", 1600)};
    test_cost_grows_with(read_impact, &busy, 1600);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(who_is_asked_is_told_by_the_row_and_is_never_the_committee),
        STORE_CASE(every_class_and_kind_has_its_word),
        STORE_CASE(a_year_counts_what_is_on_the_tracker_and_names_its_rows),
        STORE_CASE(recommendations_are_counted_by_their_response),
        STORE_CASE(what_was_planned_is_taken_slipped_missed_or_to_come),
        STORE_CASE(a_day_does_not_know_of_later_editions),
        STORE_CASE(a_busy_year_costs_as_it_grows),
        STORE_CASE(a_year_or_a_committee_that_is_none_is_refused),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("actions: the impact of a year", tests, NULL, NULL);
}
