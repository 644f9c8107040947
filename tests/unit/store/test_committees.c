/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* One committee under several names, by papers and by ruling; meetings that are kept apart. */
#include "unit/store/many.h"

#define SITE "https://democracy.elmsworth.example"

static struct store *store_with(void **state, const char *name, struct draft *const *papers, size_t n)
{
    struct store *store = open_store(*state, scratch_path(*state, name), STORE_WRITE);
    for (size_t i = 0; i < n; i++)
        import_paper(*state, store, papers[i]);
    return store;
}

static enum status edit(void **state, struct store *store, struct edit edit_)
{
    struct edit_result *result;
    struct err err = {0};
    enum status status = store_edit(*state, store, &edit_, &result, &err);
    if (status != STATUS_OK)
        print_message("%s\n", err.text);
    return status;
}

/* "council: name (other names) meetings first..last; ..." */
static char *committees_text(void **state, struct store *store)
{
    struct committees all;
    struct err err;
    struct buf text;
    buf_init(&text, *state, 4000);
    assert_ok(store_committees(*state, store, &all, &err), err);
    for (size_t i = 0; i < all.n; i++) {
        const struct committee_row *row = &all.at[i];
        buf_printf(&text, "%s%s|%s|", i ? "; " : "", row->id, row->name);
        for (size_t k = 0; k < row->names.n; k++)
            buf_printf(&text, "%s%s", k ? "," : "", row->names.at[k]);
        buf_printf(&text, "|%d%s", row->meetings, row->merged ? " merged" : "");
    }
    return buf_take(&text);
}

static void assert_sound(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

static struct draft *of(void *context, const char *seed, const char *council, const char *committee, int year)
{
    struct draft *draft = elmsworth_other_pack(context, seed);
    paper_committee(draft, committee);
    draft->meeting->council = mem_strdup(draft->meeting, council);
    paper_on(draft, year, 1, 16, DATE_STATED);
    return draft;
}

static void a_merge_takes_all_meetings_along_and_is_undone(void **state)
{
    struct draft *papers[] = {of(*state, "a", NULL, "Housing Panel", 2030), of(*state, "b", NULL, "Housing Scrutiny Panel", 2031)};
    struct store *store = store_with(state, "merge.db", papers, 2);
    char *before = store_text(*state, store), *id;
    struct meeting *meeting;
    struct err err;
    assert_string_equal(committees_text(state, store), "housing-panel|Housing Panel||1; housing-scrutiny-panel|Housing Scrutiny Panel||1");
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "housing-panel", .value = "Housing Scrutiny Panel"}), STATUS_OK);
    assert_string_equal(committees_text(state, store), "housing-scrutiny-panel|Housing Scrutiny Panel|Housing Panel|2 merged");
    assert_ok(store_meeting(*state, store, "housing-panel-2030-01-16", &meeting, &err), err); /* its former id */
    assert_string_equal(meeting->id, "housing-scrutiny-panel-2030-01-16");
    assert_string_equal(meeting->alternatives[0].value, "Housing Panel");
    import_paper(*state, store, of(*state, "c", NULL, "housing panel", 2029)); /* whoever comes later follows, too */
    assert_string_equal(committees_text(state, store), "housing-scrutiny-panel|Housing Scrutiny Panel|Housing Panel|3 merged");
    assert_sound(state, store);
    struct strings backups;
    assert_ok(store_forget(*state, store, of(*state, "c", NULL, "x", 2029)->sha256, &backups, &err), err);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_UNDO}), STATUS_OK);
    assert_string_equal(committees_text(state, store), "housing-panel|Housing Panel||1; housing-scrutiny-panel|Housing Scrutiny Panel||1");
    assert_ok(store_find_meeting(*state, store, "housing-scrutiny-panel-2030-01-16", (struct date){2031, 1, 1}, &id, &err), err);
    assert_string_equal(id, "housing-panel-2030-01-16"); /* what was noted under that name is still found */
    assert_non_null(before);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_REDO}), STATUS_OK);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_SPLIT, .target = "housing-scrutiny-panel"}), STATUS_OK);
    assert_string_equal(committees_text(state, store), "housing-panel|Housing Panel||1; housing-scrutiny-panel|Housing Scrutiny Panel||1");
    assert_sound(state, store);
}

static void two_councils_committees_of_one_name_stay_two(void **state)
{
    struct draft *papers[] = {of(*state, "a", "Elmsworth", "Housing Panel", 2030), of(*state, "b", "Fallowbridge", "Housing Panel", 2031),
                              of(*state, "c", "Fallowbridge", "Homes Panel", 2031)};
    struct store *store = store_with(state, "councils.db", papers, 3);
    assert_string_equal(committees_text(state, store),
                        "elmsworth/housing-panel|Housing Panel||1; homes-panel|Homes Panel||1; fallowbridge/housing-panel|Housing Panel||1");
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "homes-panel", .value = "Housing Panel"}), STATUS_USAGE);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "homes-panel", .value = "elmsworth/housing-panel"}), STATUS_USAGE);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "Homes Panel", .value = "fallowbridge/housing-panel"}), STATUS_OK);
    assert_string_equal(committees_text(state, store), "elmsworth/housing-panel|Housing Panel||1; fallowbridge/housing-panel|Housing Panel|Homes Panel|2 merged");
    assert_sound(state, store);
}

static struct draft *numbered(void *context, const char *seed, const char *committee, int year, const char *number)
{
    struct draft *draft = of(context, seed, NULL, committee, year);
    draft->meeting->site = mem_strdup(draft->meeting, SITE);
    draft->meeting->committee_service_id = mem_strdup(draft->meeting, number);
    return draft;
}

static void one_number_of_one_site_is_one_committee_called_as_the_newest_paper_does(void **state)
{
    struct draft *papers[] = {numbered(*state, "a", "Housing Panel", 2029, "711"), numbered(*state, "b", "Homes and Places Panel", 2031, "711"),
                              numbered(*state, "c", "Housing Panel", 2030, "711"), numbered(*state, "d", "Audit Committee", 2030, "712")};
    static const int orders[][4] = {{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 0, 3, 2}, {2, 0, 3, 1}};
    char *expected = NULL;
    for (size_t o = 0; o < MB_LENGTH(orders); o++) {
        struct draft *in_order[4];
        for (size_t i = 0; i < 4; i++)
            in_order[i] = papers[orders[o][i]];
        struct store *store = store_with(state, mem_printf(*state, "number-%zu.db", o), in_order, 4);
        char *text = store_text(*state, store);
        if (expected)
            assert_string_equal(text, expected);
        expected = text;
        assert_string_equal(committees_text(state, store), "audit-committee|Audit Committee||1; homes-and-places-panel|Homes and Places Panel|Housing Panel|3");
        if (o)
            continue;
        assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_SPLIT, .target = "homes-and-places-panel", .value = "Housing Panel"}), STATUS_OK);
        assert_string_equal(committees_text(state, store),
                            "audit-committee|Audit Committee||1; homes-and-places-panel|Homes and Places Panel||1; housing-panel|Housing Panel||2");
        struct strings backups;
        struct err err;
        assert_ok(store_forget(*state, store, papers[1]->sha256, &backups, &err), err);
        assert_sound(state, store);
    }
}

static void the_page_of_a_committee_tells_its_members(void **state)
{
    struct draft *papers[] = {of(*state, "a", NULL, "Housing Panel", 2030), paper(*state, "page", FORM_COMMITTEE_HTML), paper(*state, "all", FORM_LIST_XML)};
    struct committees all;
    struct err err;
    paper_committee(papers[1], "Housing Panel");
    struct person *person = mem_append(papers[1]->meeting, papers[1]->meeting->people, papers[1]->meeting->n_people);
    person->name = mem_strdup(papers[1], "Cllr Ann Poole");
    person->role = mem_strdup(papers[1], "Chairman");
    struct listed_committee *gone = mem_append(papers[2], papers[2]->listed_committees, papers[2]->n_listed_committees);
    *gone = (struct listed_committee){.name = mem_strdup(papers[2], "Allotments Panel"), .service_id = mem_strdup(papers[2], "9"), .expired = true};
    struct store *store = store_with(state, "members.db", papers, 3);
    assert_ok(store_committees(*state, store, &all, &err), err);
    assert_int_equal(all.n, 2);
    assert_true(all.at[0].expired && all.at[0].listed && all.at[0].meetings == 0);
    assert_string_equal(all.at[0].service_id, "9");
    assert_int_equal(all.at[1].n_members, 1);
    assert_string_equal(all.at[1].members[0].name, "Cllr Ann Poole");
    assert_int_equal(date_compare(all.at[1].first, (struct date){2030, 1, 16}), 0);
    assert_sound(state, store);
}

/* ---- kept apart ------------------------------------------------------------------------------------------- */

static void what_is_kept_apart_is_not_offered_again(void **state)
{
    struct draft *papers[] = {elmsworth_pack(*state, "pack"), elmsworth_page(*state, "page")};
    struct join_offers offers;
    struct err err;
    paper_committee(papers[1], "Housing Scrutiny Panel");
    papers[1]->meeting->items[3].title = mem_strdup(papers[1], "Parking Permits");
    struct store *store = store_with(state, "apart.db", papers, 2);
    assert_ok(store_join_offers(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 1);
    struct edit apart = {.kind = EDIT_MEETING_APART, .target = offers.at[0].meeting_id, .value = offers.at[0].other_id};
    assert_int_equal(edit(state, store, apart), STATUS_OK);
    assert_ok(store_join_offers(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 0);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_UNDO}), STATUS_OK);
    assert_ok(store_join_offers(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 1);
    assert_sound(state, store);
}

static void a_later_paper_does_not_join_what_is_kept_apart(void **state)
{
    struct draft *papers[] = {elmsworth_pack(*state, "pack"), elmsworth_other_pack(*state, "other"), elmsworth_pack(*state, "third")};
    struct meeting_rows rows;
    struct err err;
    struct store *store = store_with(state, "later.db", papers, 2);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_MEETING_APART, .target = "housing-scrutiny-panel-2031-03-06", .value = "housing-scrutiny-panel-2031-01-16"}), STATUS_OK);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_MEETING_JOIN, .target = "housing-scrutiny-panel-2031-03-06", .value = "housing-scrutiny-panel-2031-01-16"}), STATUS_OK);
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_int_equal(rows.n, 1); /* the later word decides */
    import_paper(*state, store, papers[2]);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_UNDO}), STATUS_OK);
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_int_equal(rows.n, 2);
    assert_sound(state, store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_merge_takes_all_meetings_along_and_is_undone),
        STORE_CASE(two_councils_committees_of_one_name_stay_two),
        STORE_CASE(one_number_of_one_site_is_one_committee_called_as_the_newest_paper_does),
        STORE_CASE(the_page_of_a_committee_tells_its_members),
        STORE_CASE(what_is_kept_apart_is_not_offered_again),
        STORE_CASE(a_later_paper_does_not_join_what_is_kept_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
