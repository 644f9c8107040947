/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The joining rule of design.md 4 on small papers: what is one meeting, what it is called and why. */
#include "unit/store/papers.h"

#include "src/store/reconcile.h"

#define MOST 6

/* Some papers, and what becomes of them. */
struct set {
    struct draft *drafts[MOST];
    size_t n;
    struct ruling rulings[4];
    size_t n_rulings;
};

static struct head head_of(void *context, const struct draft *draft)
{
    const struct meeting *meeting = draft->meeting;
    struct head head = {.sha256 = draft->sha256, .form = draft->form, .minutes_status = meeting->minutes_status,
                        .site_key = site_key(context, meeting->site), .service_id = meeting->service_id};
    head.own = (struct placing){meeting->council, meeting->committee, meeting->venue, meeting->date, meeting->date_basis,
                                meeting->minutes_after_midnight};
    head.placing = head.own;
    head.titles_key = titles_key_of(context, meeting, &head.titles, &head.telling);
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        *mem_append(context, head.items, head.n_items) =
            (struct head_item){.title = text_fold(context, item->title), .agenda_number = item->agenda_number,
                               .minute_number = item->minute_number, .service_id = item->service_id};
    }
    return head;
}

static struct groups *joined(void *context, struct set *set, struct head *heads)
{
    for (size_t i = 0; i < set->n; i++)
        heads[i] = head_of(context, set->drafts[i]);
    return reconcile_heads(context, heads, set->n, set->rulings, set->n_rulings);
}

static void assert_groups(void *context, struct set *set, size_t expected)
{
    struct head heads[MOST];
    struct groups *groups = joined(context, set, heads);
    assert_int_equal(groups->n, expected);
}

static char *outcome_of(void *context, struct set *set);
static void try_orders(void *context, struct set *set, size_t from, const char *expected);

static struct set pack_and_page(void *context)
{
    return (struct set){.drafts = {elmsworth_pack(context, "pack"), elmsworth_page(context, "page")}, .n = 2};
}

static void a_pack_and_its_page_are_one_meeting(void **state)
{
    struct set set = pack_and_page(*state);
    struct head heads[MOST];
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 1);
    const struct group *group = &groups->at[0];
    assert_string_equal(group->joined_because, "the notice's date, the venue and four of four titles agree");
    assert_string_equal(group->id, "housing-scrutiny-panel-2031-03-06");
    assert_int_equal(heads[group->members[0]].form, FORM_PACK_TEXT);
    assert_int_equal(group->placing.basis, DATE_STATED);
    assert_int_equal(group->placing.starts, 600);
    bool page_alone = false, timed = false;
    for (size_t i = 0; i < group->aliases.n; i++) {
        char *unplaced = mem_printf(*state, "unplaced-%.8s", set.drafts[1]->sha256);
        page_alone |= strcmp(group->aliases.at[i], unplaced) == 0;
        timed |= strcmp(group->aliases.at[i], "housing-scrutiny-panel-2031-03-06-1000") == 0;
    }
    assert_true(page_alone);
    assert_true(timed);
}

static void whatever_conflicts_keeps_them_apart(void **state)
{
    struct set set = pack_and_page(*state);
    paper_on(set.drafts[1], 2031, 3, 7, DATE_INFERRED);
    assert_groups(*state, &set, 2);

    set = pack_and_page(*state);
    set.drafts[1]->meeting->venue = mem_strdup(set.drafts[1]->meeting, "Guildhall, Elmsworth");
    assert_groups(*state, &set, 2);

    set = pack_and_page(*state);
    set.drafts[1]->meeting->minutes_after_midnight = 1110;
    assert_groups(*state, &set, 2);

    set = pack_and_page(*state);
    paper_committee(set.drafts[1], "Planning Committee");
    assert_groups(*state, &set, 2);

    set = pack_and_page(*state);
    set.drafts[0]->meeting->council = mem_strdup(set.drafts[0]->meeting, "Borough of Elmsworth");
    set.drafts[1]->meeting->council = mem_strdup(set.drafts[1]->meeting, "Dunmere District Council");
    assert_groups(*state, &set, 2);
}

static void the_same_words_written_otherwise_agree(void **state)
{
    struct set set = pack_and_page(*state);
    paper_committee(set.drafts[1], "HOUSING  SCRUTINY PANEL");
    set.drafts[1]->meeting->venue = mem_strdup(set.drafts[1]->meeting, "Council Chamber, Town Hall, Elmsworth");
    assert_groups(*state, &set, 1);
}

static void titles_must_pair_one_to_one_in_order(void **state)
{
    struct set set = pack_and_page(*state);
    paper_item(set.drafts[1], "Any Other Business");
    assert_groups(*state, &set, 2);

    set = pack_and_page(*state);
    struct item *items = set.drafts[1]->meeting->items, swap = items[2];
    items[2] = items[3];
    items[3] = swap;
    assert_groups(*state, &set, 2);

    set = pack_and_page(*state);
    set.drafts[1]->meeting->items[3].title = mem_strdup(set.drafts[1], "Homelessness Strategy (Exempt)");
    assert_groups(*state, &set, 2);
}

static void three_titles_must_not_be_routine(void **state)
{
    struct set set = pack_and_page(*state);
    for (size_t i = 0; i < 2; i++) {
        set.drafts[i]->meeting->items[3].title = mem_strdup(set.drafts[i], "Declarations of Interest");
        set.drafts[i]->meeting->items[3].kind = mem_strdup(set.drafts[i], "routine");
    }
    assert_groups(*state, &set, 2);
}

/* A page as a council saves it that prints committee, day and time; of its N titles at most one is not routine. */
static struct draft *saved_page(void *context, const char *seed, size_t n)
{
    static const char *const titles[] = {"Apologies", "Fees of the Auditor", "Declarations of Interest", "Urgent Business", "Minutes of the last meeting"};
    struct draft *page = paper(context, seed, FORM_PAGE_TEXT);
    paper_committee(page, "Audit Panel");
    paper_on(page, 2031, 3, 6, DATE_STATED);
    page->meeting->minutes_after_midnight = 600;
    for (size_t i = 0; i < n; i++)
        paper_item(page, titles[i]);
    return page;
}

static void a_page_saved_twice_is_one_meeting_where_both_state_committee_day_and_time(void **state)
{
    struct set set = {.drafts = {saved_page(*state, "monday", 2), saved_page(*state, "a week later", 2)}, .n = 2};
    struct head heads[MOST];
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 1);
    assert_string_equal(groups->at[0].joined_because, "the committee, the date, the time and two of two titles agree");

    set.drafts[0]->meeting->minutes_after_midnight = -1;
    assert_groups(*state, &set, 2);
    set.drafts[0]->meeting->minutes_after_midnight = 600;
    set.drafts[0]->meeting->date_basis = DATE_INFERRED;
    assert_groups(*state, &set, 2);
    set.drafts[0]->meeting->date_basis = DATE_STATED;
    set.drafts[0]->form = FORM_PACK_TEXT;
    assert_groups(*state, &set, 2);
    set.drafts[0]->form = FORM_PAGE_TEXT;
    set.drafts[0]->meeting->service_id = mem_strdup(*state, "61");
    set.drafts[1]->meeting->service_id = mem_strdup(*state, "62");
    assert_groups(*state, &set, 2);
}

static void a_page_saved_again_with_more_items_is_of_the_same_meeting(void **state)
{
    struct set set = {.drafts = {saved_page(*state, "monday", 4), saved_page(*state, "a week later", 5)}, .n = 2};
    struct head heads[MOST];
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 1);
    assert_string_equal(groups->at[0].joined_because, "the committee, the date, the time and four of five titles agree");

    set.drafts[2] = saved_page(*state, "of other items", 4); /* it contradicts the second: none is sure */
    paper_item(set.drafts[2], "Staffing");
    set.n = 3;
    assert_groups(*state, &set, 3);

    set.n = 2;
    set.drafts[0] = saved_page(*state, "two titles are too few", 2);
    assert_groups(*state, &set, 2);
}

static void an_edition_with_more_items_does_not_part_a_page_from_its_pack(void **state)
{
    struct set set = pack_and_page(*state);
    for (size_t i = 1; i < 3; i++) {
        set.drafts[i] = elmsworth_page(*state, i == 1 ? "page" : "again");
        paper_committee(set.drafts[i], "Housing Scrutiny Panel");
        set.drafts[i]->meeting->date_basis = DATE_STATED;
        set.drafts[i]->meeting->minutes_after_midnight = 600;
    }
    paper_item(set.drafts[2], "Any Other Business");
    set.n = 3;
    assert_groups(*state, &set, 1);
    try_orders(*state, &set, 0, outcome_of(*state, &set));
}

static void routine_items_alone_do_not_join_pages_of_two_councils(void **state)
{
    struct set set = {.drafts = {saved_page(*state, "one", 1), saved_page(*state, "other", 1)}, .n = 2};
    assert_groups(*state, &set, 2);
    for (size_t i = 0; i < 2; i++)
        set.drafts[i]->meeting->venue = mem_strdup(set.drafts[i], "Town Hall, Elmsworth");
    assert_groups(*state, &set, 1);
}

static void what_is_not_known_does_not_conflict(void **state)
{
    struct set set = pack_and_page(*state);
    paper_on(set.drafts[1], 0, 0, 0, DATE_UNKNOWN);
    set.drafts[1]->meeting->venue = NULL;
    assert_groups(*state, &set, 1);
}

static void a_second_candidate_keeps_all_apart(void **state)
{
    struct set set = pack_and_page(*state);
    paper_on(set.drafts[1], 0, 0, 0, DATE_UNKNOWN);
    set.drafts[2] = elmsworth_pack(*state, "the same titles, a month later");
    paper_on(set.drafts[2], 2031, 4, 3, DATE_STATED);
    set.n = 3;
    assert_groups(*state, &set, 3);
    paper_on(set.drafts[1], 2031, 4, 3, DATE_INFERRED); /* its day decides */
    assert_groups(*state, &set, 2);
}

static void two_undated_pages_with_the_same_titles_stay_apart(void **state)
{
    struct set set = {.drafts = {elmsworth_page(*state, "one"), elmsworth_page(*state, "two")}, .n = 2};
    assert_groups(*state, &set, 1); /* the same page saved twice: one day */
    paper_on(set.drafts[0], 0, 0, 0, DATE_UNKNOWN);
    paper_on(set.drafts[1], 0, 0, 0, DATE_UNKNOWN);
    assert_groups(*state, &set, 2);
}

static void the_member_parts_and_joins(void **state)
{
    struct set set = pack_and_page(*state);
    char *both[] = {set.drafts[1]->sha256, set.drafts[0]->sha256};
    set.rulings[0] = (struct ruling){.left = {both, 2}};
    set.n_rulings = 1;
    struct head heads[MOST];
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 2);
    assert_string_equal(groups->at[0].id, "housing-scrutiny-panel-2031-03-06");
    assert_non_null(strstr(groups->at[1].id, "unplaced-"));
    assert_null(groups->at[0].joined_because);
    bool former = false; /* the page goes on answering to the name of the whole */
    for (size_t i = 0; i < groups->at[1].aliases.n; i++)
        former |= strcmp(groups->at[1].aliases.at[i], "housing-scrutiny-panel-2031-03-06") == 0;
    assert_true(former);

    set.rulings[1] = (struct ruling){.join = true, .left = {both, 1}, .right = {both + 1, 1}};
    set.n_rulings = 2;
    groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 1);
    assert_string_equal(groups->at[0].joined_because, "you joined them");
}

static void two_meetings_of_a_day_are_told_apart_by_their_times(void **state)
{
    struct set set = {.drafts = {elmsworth_pack(*state, "morning"), elmsworth_other_pack(*state, "evening")}, .n = 2};
    paper_on(set.drafts[1], 2031, 3, 6, DATE_STATED);
    struct head heads[MOST];
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 2);
    bool morning = false, evening = false;
    for (size_t i = 0; i < 2; i++) {
        morning |= strcmp(groups->at[i].id, "housing-scrutiny-panel-2031-03-06-1000") == 0;
        evening |= strcmp(groups->at[i].id, "housing-scrutiny-panel-2031-03-06-1830") == 0;
    }
    assert_true(morning && evening);
    set.drafts[1]->meeting->minutes_after_midnight = 600;
    groups = joined(*state, &set, heads);
    assert_string_not_equal(groups->at[0].id, groups->at[1].id);
    assert_non_null(strstr(groups->at[0].id, "housing-scrutiny-panel-2031-03-06-"));
}

/* ---- order ------------------------------------------------------------------------------------ */

static char *outcome_of(void *context, struct set *set)
{
    struct head heads[MOST];
    struct groups *groups = joined(context, set, heads);
    struct buf all;
    buf_init(&all, context, 100000);
    for (size_t g = 0; g < groups->n; g++) {
        buf_printf(&all, "%s (%s)", groups->at[g].id, groups->at[g].joined_because ? groups->at[g].joined_because : "alone");
        for (size_t i = 0; i < groups->at[g].n; i++)
            buf_printf(&all, " %.6s", heads[groups->at[g].members[i]].sha256);
        for (size_t i = 0; i < groups->at[g].aliases.n; i++)
            buf_printf(&all, " also %s", groups->at[g].aliases.at[i]);
        buf_putc(&all, '\n');
    }
    return buf_take(&all);
}

static void try_orders(void *context, struct set *set, size_t from, const char *expected)
{
    if (from == set->n) {
        char *outcome = outcome_of(context, set);
        assert_string_equal(outcome, expected);
        talloc_free(outcome);
        return;
    }
    for (size_t i = from; i < set->n; i++) {
        struct draft *swap = set->drafts[from];
        set->drafts[from] = set->drafts[i];
        set->drafts[i] = swap;
        try_orders(context, set, from + 1, expected);
        set->drafts[i] = set->drafts[from];
        set->drafts[from] = swap;
    }
}

static void the_order_of_papers_does_not_matter(void **state)
{
    struct set set = pack_and_page(*state);
    set.drafts[2] = elmsworth_pack(*state, "again as another file");
    set.drafts[3] = elmsworth_other_pack(*state, "other");
    set.drafts[4] = elmsworth_page(*state, "undated");
    paper_on(set.drafts[4], 0, 0, 0, DATE_UNKNOWN);
    set.drafts[5] = elmsworth_pack(*state, "other day");
    paper_on(set.drafts[5], 2031, 3, 20, DATE_STATED);
    set.n = 6;
    try_orders(*state, &set, 0, outcome_of(*state, &set));
}

/* ---- pages of one item ---- */

static struct set page_and_item(void *context)
{
    struct set set = {.drafts = {elmsworth_page(context, "page"), elmsworth_item(context, "item")}, .n = 2};
    paper_committee(set.drafts[0], "Housing Scrutiny Panel");
    return set;
}

static void a_page_of_one_item_is_of_the_meeting_that_it_names(void **state)
{
    struct set set = page_and_item(*state);
    struct head heads[MOST];
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 1);
    assert_string_equal(groups->at[0].joined_because, "the page of item 43 names this meeting");
    assert_string_equal(groups->at[0].id, "housing-scrutiny-panel-2031-03-06");
    assert_int_equal(heads[groups->at[0].members[0]].form, FORM_PAGE_TEXT);

    set = pack_and_page(*state); /* only both together say committee and minute number */
    set.drafts[2] = elmsworth_item(*state, "item");
    set.n = 3;
    groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 1);
    assert_string_equal(groups->at[0].joined_because,
                        "the notice's date, the venue and four of four titles agree; the page of item 43 names this meeting");
}

static void a_page_of_one_item_that_anything_speaks_against_stays_apart(void **state)
{
    struct set set = page_and_item(*state);
    set.drafts[1]->meeting->items[0].minute_number = mem_strdup(set.drafts[1], "44");
    struct head heads[MOST];
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 2);
    assert_string_equal(groups->at[0].id, "housing-scrutiny-panel-2031-03-06"); /* it takes no id away */
    assert_string_not_equal(groups->at[1].id, groups->at[0].id);

    set = page_and_item(*state);
    set.drafts[1]->meeting->items[0].title = mem_strdup(set.drafts[1], "Repairs");
    assert_groups(*state, &set, 2);

    set = page_and_item(*state);
    paper_on(set.drafts[1], 2031, 3, 7, DATE_STATED);
    assert_groups(*state, &set, 2);

    set = page_and_item(*state);
    paper_committee(set.drafts[1], "Planning Committee");
    assert_groups(*state, &set, 2);

    set = page_and_item(*state);
    set.drafts[0]->meeting->minutes_after_midnight = 600;
    set.drafts[1]->meeting->minutes_after_midnight = 1110;
    assert_groups(*state, &set, 2);

    set = page_and_item(*state); /* it does not name the meeting */
    set.drafts[1]->meeting->committee = NULL;
    assert_groups(*state, &set, 2);

    set = page_and_item(*state); /* nor does the other paper */
    set.drafts[0]->meeting->committee = NULL;
    assert_groups(*state, &set, 2);

    set = page_and_item(*state); /* the title stands there twice */
    set.drafts[0]->meeting->items[3].title = mem_strdup(set.drafts[0], "Repairs Backlog");
    set.drafts[0]->meeting->items[3].minute_number = NULL;
    assert_groups(*state, &set, 2);
}

static void a_page_of_one_item_that_fits_two_meetings_stays_apart(void **state)
{
    struct set set = page_and_item(*state);
    set.drafts[2] = elmsworth_page(*state, "evening");
    paper_committee(set.drafts[2], "Housing Scrutiny Panel");
    set.drafts[0]->meeting->minutes_after_midnight = 600;
    set.drafts[2]->meeting->minutes_after_midnight = 1110;
    set.n = 3;
    assert_groups(*state, &set, 3);
    set.drafts[1]->meeting->minutes_after_midnight = 1110; /* its time decides */
    assert_groups(*state, &set, 2);
}

static void pages_of_items_that_name_one_meeting_stand_together(void **state)
{
    struct set set = {.drafts = {elmsworth_item(*state, "item"), elmsworth_item(*state, "another")}, .n = 2};
    set.drafts[1]->meeting->items[0].title = mem_strdup(set.drafts[1], "Empty Homes");
    assert_groups(*state, &set, 2); /* which meeting of the day? */
    for (size_t i = 0; i < 2; i++)
        set.drafts[i]->meeting->minutes_after_midnight = 600;
    struct head heads[MOST];
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 1);
    assert_string_equal(groups->at[0].joined_because, "the pages of item 43 and 43 name this meeting");
    set.drafts[1]->meeting->items[0].minute_number = NULL; /* it has none in the agenda, either */
    groups = joined(*state, &set, heads);
    assert_string_equal(groups->at[0].joined_because, "the pages of an item without a number and item 43 name this meeting");
}

static void the_member_decides_where_a_page_of_one_item_belongs(void **state)
{
    struct set set = page_and_item(*state);
    set.drafts[1]->meeting->committee = NULL;
    struct ruling *join = &set.rulings[set.n_rulings++];
    *join = (struct ruling){.join = true};
    strings_add(*state, &join->left, set.drafts[0]->sha256);
    strings_add(*state, &join->right, set.drafts[1]->sha256);
    assert_groups(*state, &set, 1);

    set = page_and_item(*state);
    struct ruling *part = &set.rulings[set.n_rulings++];
    *part = (struct ruling){0};
    strings_add(*state, &part->left, set.drafts[1]->sha256);
    assert_groups(*state, &set, 2);
}

/* ---- the council's numbers ------------------------------------------------------------------------------ */

static void numbered(struct draft *draft, const char *site, const char *number)
{
    draft->meeting->site = mem_strdup(draft->meeting, site);
    draft->meeting->service_id = mem_strdup(draft->meeting, number);
}

#define SITE "https://democracy.elmsworth.example/moderngov"

static void one_number_of_one_site_is_one_meeting_whatever_the_titles(void **state)
{
    struct set set = {.drafts = {elmsworth_pack(*state, "pack"), elmsworth_other_pack(*state, "other")}, .n = 2};
    struct head heads[MOST];
    numbered(set.drafts[0], SITE, "4967");
    numbered(set.drafts[1], "http://Democracy.Elmsworth.example/moderngov/", "4967");
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 1);
    assert_string_equal(groups->at[0].joined_because, "the council's number of the meeting, 4967, is in both");
    numbered(set.drafts[1], "https://democracy.fallowbridge.example", "4967");
    assert_groups(*state, &set, 2); /* another council's */
}

static void two_numbers_of_one_site_are_never_one_meeting(void **state)
{
    struct set set = pack_and_page(*state);
    numbered(set.drafts[0], SITE, "4967");
    numbered(set.drafts[1], SITE, "4968");
    assert_groups(*state, &set, 2);
    set.drafts[1]->meeting->site = NULL; /* most likely of the same site */
    assert_groups(*state, &set, 2);
    set.drafts[1]->meeting->service_id = NULL;
    assert_groups(*state, &set, 1); /* a known number against none: the other rules */
}

static void a_number_without_its_site_needs_the_day_too(void **state)
{
    struct set set = pack_and_page(*state);
    set.drafts[1]->meeting->items[3].title = mem_strdup(*state, "Parking Permits");
    numbered(set.drafts[0], SITE, "4967");
    numbered(set.drafts[1], NULL, "4967");
    assert_groups(*state, &set, 1);
    paper_on(set.drafts[1], 2031, 3, 7, DATE_STATED);
    assert_groups(*state, &set, 2);
    paper_on(set.drafts[1], 2031, 3, 6, DATE_STATED);
    set.drafts[2] = elmsworth_other_pack(*state, "elsewhere");
    numbered(set.drafts[2], "https://democracy.fallowbridge.example", "4967");
    set.n = 3;
    assert_groups(*state, &set, 3); /* it may be of either site */
}

static void papers_with_a_number_take_in_one_that_fits(void **state)
{
    struct set set = {.drafts = {elmsworth_pack(*state, "pack"), elmsworth_page(*state, "page"), elmsworth_page(*state, "later")}, .n = 3};
    struct head heads[MOST];
    numbered(set.drafts[1], SITE, "4967");
    numbered(set.drafts[2], SITE, "4967");
    set.drafts[2]->meeting->items[3].title = mem_strdup(*state, "Parking Permits");
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 1);
    assert_string_equal(groups->at[0].joined_because,
                        "the council's number of the meeting, 4967, is in two of them; the notice's date, the venue and four of four titles agree");
    numbered(set.drafts[2], SITE, "4968");
    assert_groups(*state, &set, 2); /* the second page is another meeting, and no longer fits */
    set.drafts[2]->meeting->items[3].title = mem_strdup(*state, "Homelessness Strategy");
    assert_groups(*state, &set, 3); /* the pack fits both */
}

static void a_page_of_one_item_joins_by_the_number_of_the_item(void **state)
{
    struct set set = {.drafts = {elmsworth_page(*state, "page"), elmsworth_item(*state, "item")}, .n = 2};
    struct head heads[MOST];
    struct item *item = &set.drafts[1]->meeting->items[0];
    paper_committee(set.drafts[1], NULL);
    paper_on(set.drafts[1], 0, 0, 0, DATE_UNKNOWN);
    item->title = mem_strdup(*state, "Backlog of Repairs");
    set.drafts[0]->meeting->items[2].service_id = item->service_id = mem_strdup(*state, "51902");
    set.drafts[0]->meeting->site = set.drafts[1]->meeting->site = mem_strdup(*state, SITE);
    struct groups *groups = joined(*state, &set, heads);
    assert_int_equal(groups->n, 1);
    assert_string_equal(groups->at[0].joined_because, "the page of item 43 bears the council's number of it");
    item->service_id = mem_strdup(*state, "51903");
    assert_groups(*state, &set, 2);
}

static void draft_minutes_stand_before_minutes(void **state)
{
    struct set set = {.drafts = {paper(*state, "a", FORM_MINUTES_TEXT), paper(*state, "b", FORM_MINUTES_TEXT)}, .n = 2};
    struct head heads[MOST];
    for (int turn = 0; turn < 2; turn++) {
        set.drafts[turn]->meeting->minutes_status = mem_strdup(*state, "draft");
        set.drafts[1 - turn]->meeting->minutes_status = mem_strdup(*state, "confirmed");
        (void)joined(*state, &set, heads);
        assert_string_equal(heads[0].sha256, set.drafts[turn]->sha256);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_pack_and_its_page_are_one_meeting),
        TEST_CASE(whatever_conflicts_keeps_them_apart),
        TEST_CASE(the_same_words_written_otherwise_agree),
        TEST_CASE(titles_must_pair_one_to_one_in_order),
        TEST_CASE(three_titles_must_not_be_routine),
        TEST_CASE(a_page_saved_twice_is_one_meeting_where_both_state_committee_day_and_time),
        TEST_CASE(a_page_saved_again_with_more_items_is_of_the_same_meeting),
        TEST_CASE(an_edition_with_more_items_does_not_part_a_page_from_its_pack),
        TEST_CASE(routine_items_alone_do_not_join_pages_of_two_councils),
        TEST_CASE(what_is_not_known_does_not_conflict),
        TEST_CASE(a_second_candidate_keeps_all_apart),
        TEST_CASE(two_undated_pages_with_the_same_titles_stay_apart),
        TEST_CASE(the_member_parts_and_joins),
        TEST_CASE(two_meetings_of_a_day_are_told_apart_by_their_times),
        TEST_CASE(the_order_of_papers_does_not_matter),
        TEST_CASE(a_page_of_one_item_is_of_the_meeting_that_it_names),
        TEST_CASE(a_page_of_one_item_that_anything_speaks_against_stays_apart),
        TEST_CASE(a_page_of_one_item_that_fits_two_meetings_stays_apart),
        TEST_CASE(pages_of_items_that_name_one_meeting_stand_together),
        TEST_CASE(the_member_decides_where_a_page_of_one_item_belongs),
        TEST_CASE(one_number_of_one_site_is_one_meeting_whatever_the_titles),
        TEST_CASE(two_numbers_of_one_site_are_never_one_meeting),
        TEST_CASE(a_number_without_its_site_needs_the_day_too),
        TEST_CASE(papers_with_a_number_take_in_one_that_fits),
        TEST_CASE(a_page_of_one_item_joins_by_the_number_of_the_item),
        TEST_CASE(draft_minutes_stand_before_minutes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
