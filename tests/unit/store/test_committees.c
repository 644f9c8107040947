/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the member is asked and shown of several papers: one committee under several names, by papers and by ruling;
 * meetings that are offered as one and kept apart; what changed from paper to paper. */
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

/* What text_fold() takes for the same words, and an article before them. */
static void a_name_set_otherwise_is_the_same_committee(void **state)
{
    static const char *const names[] = {"Children & Young People Overview and Scrutiny Panel", "Children and Young People Overview & Scrutiny Panel",
                                        "THE CHILDREN AND YOUNG PEOPLE O&S PANEL", "Children and  Young People\xE2\x80\x99 Overview and Scrutiny Panel.",
                                        "The Children & Young People' Overview and Scrutiny Panel"};
    struct store *store = open_store(*state, scratch_path(*state, "set-otherwise.db"), STORE_WRITE);
    struct committees all;
    struct err err;
    for (size_t i = 0; i < MB_LENGTH(names); i++)
        import_paper(*state, store, of(*state, names[i], NULL, names[i], 2030 + (int)i));
    assert_ok(store_committees(*state, store, &all, &err), err);
    assert_int_equal(all.n, 1);
    assert_int_equal(all.at[0].meetings, MB_LENGTH(names));
    for (size_t i = 0; i < MB_LENGTH(names); i++) {
        char *id = NULL, *words = mem_printf(*state, "children-and-young-people-overview-and-scrutiny-panel-%zu-01-16", 2030 + i);
        assert_ok(store_find_meeting(*state, store, words, (struct date){2031, 1, 1}, &id, &err), err);
        assert_string_equal(id, words);
    }
    assert_sound(state, store);
}

static void papers_that_differ_by_the_article_are_of_one_meeting_unless_the_member_splits_them(void **state)
{
    struct draft *papers[] = {elmsworth_pack(*state, "a"), elmsworth_pack(*state, "b")};
    paper_committee(papers[0], "The Housing Scrutiny Panel");
    paper_committee(papers[1], "Housing Scrutiny Panel");
    struct store *store = store_with(state, "article.db", papers, 2);
    char *id = NULL, *joined = store_text(*state, store);
    struct err err;
    assert_string_equal(committees_text(state, store), "housing-scrutiny-panel|Housing Scrutiny Panel|The Housing Scrutiny Panel|1");
    assert_ok(store_find_meeting(*state, store, "the-housing-scrutiny-panel-2031-03-06", (struct date){2031, 1, 1}, &id, &err), err);
    assert_string_equal(id, "housing-scrutiny-panel-2031-03-06"); /* as an older release printed it */
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_SPLIT, .target = "housing-scrutiny-panel"}), STATUS_OK);
    assert_string_equal(committees_text(state, store), "housing-scrutiny-panel|Housing Scrutiny Panel||1; the-housing-scrutiny-panel|The Housing Scrutiny Panel||1");
    assert_sound(state, store);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_UNDO}), STATUS_OK);
    assert_string_equal(store_text(*state, store), joined);
    assert_sound(state, store);
}

static void a_meeting_entered_with_the_article_gives_way_to_its_papers(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "entered-article.db"), STORE_WRITE);
    const struct entered_meeting entered = {.committee = (char[]){"The Housing Panel"}, .date = {2030, 1, 16}, .minutes_after_midnight = -1};
    struct meeting_rows rows;
    struct err err;
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_MEETING_ENTER, .entered = &entered}), STATUS_OK);
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_string_equal(rows.at[0].id, "housing-panel-2030-01-16");
    import_paper(*state, store, of(*state, "a", NULL, "Housing Panel", 2030));
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_int_equal(rows.n, 1);
    assert_false(rows.at[0].entered);
}

static void two_councils_committees_of_one_name_stay_two(void **state)
{
    struct draft *papers[] = {of(*state, "a", "Elmsworth", "Housing Panel", 2030), of(*state, "b", "Fallowbridge", "Housing Panel", 2031),
                              of(*state, "c", "Fallowbridge", "Homes Panel", 2032)};
    struct store *store = store_with(state, "councils.db", papers, 3);
    assert_string_equal(committees_text(state, store),
                        "elmsworth/housing-panel|Housing Panel||1; homes-panel|Homes Panel||1; fallowbridge/housing-panel|Housing Panel||1");
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "homes-panel", .value = "Housing Panel"}), STATUS_USAGE);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "homes-panel", .value = "elmsworth/housing-panel"}), STATUS_USAGE);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "Homes Panel", .value = "fallowbridge/housing-panel"}), STATUS_OK);
    assert_string_equal(committees_text(state, store), "elmsworth/housing-panel|Housing Panel||1; fallowbridge/housing-panel|Housing Panel|Homes Panel|2 merged");
    assert_sound(state, store);
}

/* "The Panel" is listed as the Panel: what is ruled of that holds for papers that say the article, too. */
static void a_merge_takes_papers_with_an_article_along(void **state)
{
    struct draft *papers[] = {of(*state, "a", NULL, "the Panel", 2030), of(*state, "b", NULL, "Harbour Panel", 2031)};
    struct store *store = store_with(state, "article-merge.db", papers, 2);
    assert_string_equal(committees_text(state, store), "harbour-panel|Harbour Panel||1; panel|Panel|the Panel|1");
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "the Panel", .value = "Harbour Panel"}), STATUS_OK);
    assert_string_equal(committees_text(state, store), "harbour-panel|Harbour Panel|the Panel,Panel|2 merged");
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_SPLIT, .target = "Harbour Panel", .value = "Panel"}), STATUS_OK);
    assert_string_equal(committees_text(state, store), "harbour-panel|Harbour Panel||1; panel|Panel|the Panel|1");
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_UNDO}), STATUS_OK);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_UNDO}), STATUS_OK);
    assert_string_equal(committees_text(state, store), "harbour-panel|Harbour Panel||1; panel|Panel|the Panel|1");
    assert_sound(state, store);
}

/* What is merged with a council's committee is of that council: another council's of the same name is left alone. */
static void a_merge_of_papers_without_a_council_is_of_the_council_they_go_to(void **state)
{
    struct draft *papers[] = {of(*state, "a", "Elmsworth", "Housing Panel", 2030), of(*state, "b", "Fallowbridge", "Housing Panel", 2031),
                              of(*state, "c", "Fallowbridge", "Homes Panel", 2032), of(*state, "d", NULL, "Housing Panel", 2033)};
    struct store *store = store_with(state, "none.db", papers, 4);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "/housing-panel", .value = "elmsworth/housing-panel"}), STATUS_USAGE);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "/housing-panel", .value = "Homes Panel"}), STATUS_OK);
    char *all = committees_text(state, store);
    assert_non_null(strstr(all, "|Housing Panel||1"));
    assert_null(strstr(all, "fallowbridge/housing-panel"));
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_UNDO}), STATUS_OK);
    assert_non_null(strstr(committees_text(state, store), "fallowbridge/housing-panel|Housing Panel||1"));
    assert_sound(state, store);
}

/* Which ids are short depends on what else is held; the whole one always answers, and is told where a name is not enough. */
static void a_committee_answers_to_its_whole_id(void **state)
{
    struct draft *papers[] = {of(*state, "a", "Elmsworth", "Housing Panel", 2030), of(*state, "b", "Fallowbridge", "Housing Panel", 2031),
                              of(*state, "c", "Fallowbridge", "Homes Panel", 2032), of(*state, "d", "Fallowbridge", "Roofs Panel", 2033)};
    struct store *store = store_with(state, "whole.db", papers, 4);
    struct edit_result *result;
    struct err err = {0};
    struct edit unclear = {.kind = EDIT_COMMITTEE_MERGE, .target = "Roofs Panel", .value = "Housing Panel"};
    assert_int_equal(store_edit(*state, store, &unclear, &result, &err), STATUS_USAGE);
    assert_non_null(strstr(err.text, "elmsworth/housing-panel"));
    assert_non_null(strstr(err.text, "fallowbridge/housing-panel"));
    struct edit clear = {.kind = EDIT_COMMITTEE_MERGE, .target = "fallowbridge/housing-panel", .value = "fallowbridge/homes-panel"};
    assert_ok(store_edit(*state, store, &clear, &result, &err), err);
    assert_string_equal(result->sentence, "one committee: Housing Panel is Homes Panel (Fallowbridge)");
    clear = (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "fallowbridge/roofs-panel", .value = "fallowbridge/homes-panel"};
    assert_ok(store_edit(*state, store, &clear, &result, &err), err);
    assert_string_equal(result->sentence, "one committee: Roofs Panel is Homes Panel");
}

static const char *council_of(void **state, struct store *store, const char *id)
{
    struct meeting_rows rows;
    struct meeting *meeting;
    struct err err;
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_ok(store_meeting(*state, store, id, &meeting, &err), err);
    for (size_t i = 0; i < rows.n; i++)
        if (strcmp(rows.at[i].id, id) == 0 && (rows.at[i].council || meeting->council))
            assert_string_equal(rows.at[i].council, meeting->council);
    return meeting->council;
}

static void a_council_stated_once_is_that_of_all_meetings_of_its_committee(void **state)
{
    struct draft *papers[] = {of(*state, "a", NULL, "Housing Panel", 2030), of(*state, "b", NULL, "Housing Panel", 2031),
                              of(*state, "c", NULL, "Planning Panel", 2031)};
    struct store *store = store_with(state, "stated-council.db", papers, 3);
    struct edit stated = {.kind = EDIT_MEETING_DETAIL, .target = "housing-panel-2030-01-16", .field = "council", .value = "Elmsworth"};
    assert_int_equal(edit(state, store, stated), STATUS_OK);
    assert_string_equal(council_of(state, store, "housing-panel-2030-01-16"), "Elmsworth");
    assert_string_equal(council_of(state, store, "housing-panel-2031-01-16"), "Elmsworth");
    assert_null(council_of(state, store, "planning-panel-2031-01-16"));
    assert_string_equal(committees_text(state, store), "planning-panel|Planning Panel||1; housing-panel|Housing Panel||2");
    assert_sound(state, store);
    import_paper(*state, store, of(*state, "d", "Fallowbridge", "Housing Panel", 2032)); /* now it may be of either */
    assert_null(council_of(state, store, "housing-panel-2031-01-16"));
    assert_string_equal(council_of(state, store, "housing-panel-2030-01-16"), "Elmsworth");
    struct strings backups;
    struct err err;
    assert_ok(store_forget(*state, store, of(*state, "d", NULL, "x", 2032)->sha256, &backups, &err), err);
    assert_string_equal(council_of(state, store, "housing-panel-2031-01-16"), "Elmsworth");
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_UNDO}), STATUS_OK);
    assert_null(council_of(state, store, "housing-panel-2031-01-16"));
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

static void listed_meetings_follow_a_merge(void **state)
{
    struct draft *papers[] = {of(*state, "a", NULL, "Housing Scrutiny Panel", 2030), of(*state, "b", NULL, "Housing Panel", 2029), paper(*state, "list", FORM_LIST_XML)};
    struct listed_meeting *listed = mem_append(papers[2], papers[2]->listed_meetings, papers[2]->n_listed_meetings);
    *listed = (struct listed_meeting){.committee = mem_strdup(papers[2], "Housing Panel"), .date = {2030, 1, 16}, .minutes_after_midnight = -1};
    struct meeting_rows rows;
    struct err err;
    struct store *store = store_with(state, "listed.db", papers, 3);
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_int_equal(rows.n, 3);
    assert_int_equal(edit(state, store, (struct edit){.kind = EDIT_COMMITTEE_MERGE, .target = "Housing Panel", .value = "Housing Scrutiny Panel"}), STATUS_OK);
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_int_equal(rows.n, 2); /* it is held, under the one name */
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
    const struct join_offer *offer = &offers.at[0];
    assert_string_equal(offer->one.committee, "Housing Scrutiny Panel");
    assert_int_equal(date_compare(offer->one.date, offer->other.date), 0);
    assert_int_equal(offer->n_titles, 5); /* three pairs, and one that each has alone */
    assert_string_equal(offer->speaks_for.at[0], "the committee is the same");
    assert_string_equal(offer->speaks_for.at[offer->speaks_for.n - 1], "three of four titles agree");
    assert_string_equal(offer->speaks_against.at[0], "only one names the time");
    assert_string_equal(offer->speaks_against.at[offer->speaks_against.n - 1], "two titles stand on one side only");
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

static void two_numbers_of_one_site_are_not_offered(void **state)
{
    struct draft *papers[] = {elmsworth_pack(*state, "pack"), elmsworth_page(*state, "page")};
    struct join_offers offers;
    struct err err;
    paper_committee(papers[1], "Housing Scrutiny Panel");
    for (size_t i = 0; i < 2; i++) {
        papers[i]->meeting->site = mem_strdup(papers[i]->meeting, SITE);
        papers[i]->meeting->service_id = mem_printf(papers[i]->meeting, "%zu", i + 100);
    }
    struct store *store = store_with(state, "numbers.db", papers, 2);
    assert_ok(store_join_offers(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 0);
}

/* ---- what changed -------------------------------------------------------------------------------------------- */

static const struct meeting_change *change_of(const struct meeting_changes *changes, enum meeting_change_kind kind, const char *field, int position)
{
    for (size_t i = 0; i < changes->n; i++) {
        const struct meeting_change *one = &changes->at[i];
        bool same_field = field && one->field ? strcmp(field, one->field) == 0 : !field && !one->field;
        if (one->kind == kind && same_field && one->position == position)
            return one;
    }
    fail_msg("no change %d of %s at %d", (int)kind, field ? field : "-", position);
    return NULL;
}

static struct meeting_changes changes_in(void **state, struct store *store, const char *id)
{
    struct meeting_changes changes;
    struct err err;
    assert_ok(store_changes(*state, store, id, &changes, &err), err);
    return changes;
}

static void what_a_pack_issued_again_changed_is_told(void **state)
{
    struct draft *papers[] = {elmsworth_pack(*state, "pack"), elmsworth_pack(*state, "issued again")};
    struct meeting *again = papers[1]->meeting;
    struct err err;
    for (size_t i = 0; i < 2; i++) {
        papers[i]->meeting->site = mem_strdup(papers[i]->meeting, SITE);
        papers[i]->meeting->service_id = mem_strdup(papers[i]->meeting, "4967");
    }
    again->venue = mem_strdup(again, "Library, Elmsworth");
    again->items[2].blocks[2].rows[1].cells[1] = mem_strdup(again, "14");
    again->items[3].title = mem_strdup(again, "Parking Permits");
    again->items[1].agenda_text = mem_strdup(again, "To note.");
    paper_item(papers[1], "Urgent Business");
    struct store *store = store_with(state, "again.db", papers, 2);
    unguard(store);
    assert_ok(db_script(store->db, "UPDATE source SET imported = '2031-02-20T10:00:00Z' WHERE path = 'pack.txt';"
                                   "UPDATE source SET imported = '2031-03-02T10:00:00Z' WHERE path = 'issued again.txt'", &err), err);
    struct meeting_changes changes = changes_in(state, store, "housing-scrutiny-panel-2031-03-06");
    const struct meeting_change *venue = change_of(&changes, CHANGE_TEXT, "venue", 0), *report = change_of(&changes, CHANGE_TEXT, "report_text", 3);
    assert_string_equal(venue->old_text, "Town Hall, Elmsworth");
    assert_string_equal(venue->new_text, "Library, Elmsworth");
    assert_int_equal(date_compare(venue->new_paper.day, (struct date){2031, 3, 2}), 0);
    assert_string_equal(venue->old_paper.sha256, papers[0]->sha256);
    assert_string_equal(report->old_blocks[2].rows[1].cells[1], "12");
    assert_string_equal(report->new_blocks[2].rows[1].cells[1], "14");
    size_t came = 0, gone = 0;
    for (size_t i = 0; i < changes.n; i++) {
        came += changes.at[i].kind == CHANGE_ITEM_CAME;
        gone += changes.at[i].kind == CHANGE_ITEM_GONE;
    }
    assert_int_equal(came, 2); /* parking and urgent business */
    assert_int_equal(gone, 1); /* the strategy */
    assert_int_equal(changes_in(state, store, "no-such-meeting").n, 0);
}

static void a_fuller_minute_is_told_as_such(void **state)
{
    struct draft *papers[] = {elmsworth_page(*state, "page"), elmsworth_item(*state, "item")};
    paper_committee(papers[0], "Housing Scrutiny Panel");
    struct store *store = store_with(state, "fuller.db", papers, 2);
    struct meeting_changes changes = changes_in(state, store, "housing-scrutiny-panel-2031-03-06");
    assert_int_equal(changes.n, 1);
    const struct meeting_change *minute = change_of(&changes, CHANGE_TEXT, "minutes_text", 3);
    assert_true(minute->fuller && minute->old_cut);
    assert_string_equal(minute->minute_number, "43");
    talloc_free(store);
    papers[1] = elmsworth_page(*state, "cut again"); /* of the same form: which is the newer only the days could tell */
    paper_committee(papers[1], "Housing Scrutiny Panel");
    papers[0] = elmsworth_page(*state, "whole");
    paper_committee(papers[0], "Housing Scrutiny Panel");
    paper_on(papers[0], 2031, 3, 6, DATE_STATED);
    paper_on(papers[1], 2031, 3, 6, DATE_STATED);
    papers[0]->meeting->items[2].truncated = false;
    papers[0]->meeting->items[2].minutes_text = mem_printf(papers[0]->meeting, "%s That was agreed.", papers[1]->meeting->items[2].minutes_text);
    store = store_with(state, "same-day.db", papers, 2);
    changes = changes_in(state, store, "housing-scrutiny-panel-2031-03-06");
    minute = change_of(&changes, CHANGE_TEXT, "minutes_text", 3);
    assert_int_equal(changes.n, 1);
    assert_true(minute->fuller && minute->old_cut);
    talloc_free(store);
    store = store_with(state, "one.db", papers, 1);
    assert_int_equal(changes_in(state, store, "housing-scrutiny-panel-2031-03-06").n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_merge_takes_all_meetings_along_and_is_undone),
        STORE_CASE(a_name_set_otherwise_is_the_same_committee),
        STORE_CASE(papers_that_differ_by_the_article_are_of_one_meeting_unless_the_member_splits_them),
        STORE_CASE(a_meeting_entered_with_the_article_gives_way_to_its_papers),
        STORE_CASE(two_councils_committees_of_one_name_stay_two),
        STORE_CASE(a_merge_takes_papers_with_an_article_along),
        STORE_CASE(a_merge_of_papers_without_a_council_is_of_the_council_they_go_to),
        STORE_CASE(a_committee_answers_to_its_whole_id),
        STORE_CASE(a_council_stated_once_is_that_of_all_meetings_of_its_committee),
        STORE_CASE(one_number_of_one_site_is_one_committee_called_as_the_newest_paper_does),
        STORE_CASE(the_page_of_a_committee_tells_its_members),
        STORE_CASE(listed_meetings_follow_a_merge),
        STORE_CASE(what_is_kept_apart_is_not_offered_again),
        STORE_CASE(a_later_paper_does_not_join_what_is_kept_apart),
        STORE_CASE(two_numbers_of_one_site_are_not_offered),
        STORE_CASE(what_a_pack_issued_again_changed_is_told),
        STORE_CASE(a_fuller_minute_is_told_as_such),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
