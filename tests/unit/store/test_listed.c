/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Lists of the council: meetings that they make known, what they say of meetings that are held, addresses. */
#include "unit/store/many.h"

#define SITE "https://democracy.elmsworth.example"
#define PANEL "Housing Scrutiny Panel"

static struct draft *list_of(void *context, const char *seed)
{
    struct draft *draft = paper(context, seed, FORM_LIST_HTML);
    draft->meeting->site = mem_strdup(draft->meeting, SITE);
    draft->meeting->committee = mem_strdup(draft->meeting, PANEL);
    draft->meeting->committee_service_id = mem_strdup(draft->meeting, "711");
    return draft;
}

static struct listed_meeting *add(struct draft *list, const char *number, struct date date, int starts)
{
    struct listed_meeting *one = mem_append(list, list->listed_meetings, list->n_listed_meetings);
    one->service_id = mem_strdup(list, number);
    one->date = date;
    one->minutes_after_midnight = starts;
    return one;
}

static struct draft *the_list(void *context, const char *seed)
{
    struct draft *list = list_of(context, seed);
    add(list, "4967", (struct date){2031, 3, 6}, 600)->has_minutes = true;
    add(list, "4968", (struct date){2031, 4, 10}, 600)->has_minutes = true;
    add(list, "4969", (struct date){2031, 5, 8}, 600)->status = mem_strdup(list, "cancelled");
    list->listed_meetings[2].has_minutes = true; /* of the one before, as some councils have it */
    add(list, "4970", (struct date){2031, 6, 12}, -1);
    return list;
}

static const struct meeting_row *row_of(const struct meeting_rows *rows, const char *id)
{
    for (size_t i = 0; i < rows->n; i++)
        if (strcmp(rows->at[i].id, id) == 0)
            return &rows->at[i];
    return NULL;
}

static struct meeting_rows rows_in(void **state, struct store *store)
{
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    return rows;
}

static struct store *store_with(void **state, const char *name, struct draft *const *papers, size_t n)
{
    struct store *store = open_store(*state, scratch_path(*state, name), STORE_WRITE);
    for (size_t i = 0; i < n; i++)
        import_paper(*state, store, papers[i]);
    return store;
}

static struct meeting *meeting_of(void **state, struct store *store, const char *id)
{
    struct meeting *meeting;
    struct err err;
    assert_ok(store_meeting(*state, store, id, &meeting, &err), err);
    return meeting;
}

static void assert_sound(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

static void a_list_makes_meetings_known(void **state)
{
    struct draft *papers[] = {the_list(*state, "list"), the_list(*state, "the same, saved again")};
    struct store *store = store_with(state, "known.db", papers, 2);
    struct store_counts counts;
    struct err err;
    struct meeting_rows rows = rows_in(state, store);
    assert_int_equal(rows.n, 4);
    assert_string_equal(rows.at[0].id, "housing-scrutiny-panel-2031-06-12"); /* newest first */
    const struct meeting_row *off = row_of(&rows, "housing-scrutiny-panel-2031-05-08");
    assert_true(off->listed);
    assert_false(off->entered);
    assert_string_equal(off->status, "cancelled");
    struct meeting *meeting = meeting_of(state, store, "housing-scrutiny-panel-2031-04-10");
    assert_string_equal(address_of_meeting(*state, meeting), SITE "/ieListDocuments.aspx?CId=711&MId=4968&Ver=4");
    assert_int_equal(meeting->n_sources, 0);
    assert_int_equal(meeting->date_basis, DATE_STATED);
    assert_ok(store_count(store, &counts, &err), err);
    assert_int_equal(counts.meetings, 4);
    assert_int_equal(counts.sources, 2);
    assert_sound(state, store);
}

static void a_listed_meeting_gives_way_to_its_papers(void **state)
{
    struct draft *papers[] = {the_list(*state, "list"), elmsworth_pack(*state, "pack")};
    struct store *store = store_with(state, "way.db", papers, 2);
    struct meeting_rows rows = rows_in(state, store);
    struct strings backups;
    struct err err;
    assert_int_equal(rows.n, 4);
    assert_false(row_of(&rows, "housing-scrutiny-panel-2031-03-06")->listed);
    assert_ok(store_forget(*state, store, papers[1]->sha256, &backups, &err), err);
    rows = rows_in(state, store);
    assert_int_equal(rows.n, 4);
    assert_true(row_of(&rows, "housing-scrutiny-panel-2031-03-06")->listed);
    assert_ok(store_forget(*state, store, papers[0]->sha256, &backups, &err), err);
    assert_int_equal(rows_in(state, store).n, 0);
    assert_sound(state, store);
}

/* A cancelled meeting as the council's service gives it: a number, a day, no committee. */
static struct draft *nameless(void *context, const char *seed, const char *number)
{
    struct draft *draft = paper(context, seed, FORM_SERVICE_XML);
    struct meeting *meeting = draft->meeting;
    meeting->site = mem_strdup(meeting, SITE);
    meeting->service_id = mem_strdup(meeting, number);
    paper_on(draft, 2031, 5, 8, DATE_STATED);
    return draft;
}

static void a_meeting_gets_its_committee_from_the_list(void **state)
{
    struct draft *papers[] = {nameless(*state, "service", "4969"), the_list(*state, "list")};
    for (int turn = 0; turn < 2; turn++) {
        struct draft *order[] = {papers[turn], papers[1 - turn]};
        struct store *store = store_with(state, turn ? "list-first.db" : "list-last.db", order, 2);
        struct meeting *meeting = meeting_of(state, store, "housing-scrutiny-panel-2031-05-08");
        assert_int_equal(meeting->n_sources, 1);
        assert_string_equal(meeting->committee, PANEL);
        assert_string_equal(meeting->committee_service_id, "711");
        assert_string_equal(meeting->status, "cancelled");
        assert_int_equal(rows_in(state, store).n, 4);
        assert_sound(state, store);
        struct strings backups;
        struct err err;
        assert_ok(store_forget(*state, store, papers[1]->sha256, &backups, &err), err);
        assert_null(rows_in(state, store).at[0].committee);
        assert_int_equal(rows_in(state, store).n, 1);
    }
}

static void what_a_list_says_otherwise_is_an_alternative(void **state)
{
    struct draft *pack = elmsworth_pack(*state, "pack"), *list = the_list(*state, "list");
    struct draft *papers[] = {pack, list};
    pack->meeting->site = mem_strdup(pack->meeting, SITE "/");
    pack->meeting->service_id = mem_strdup(pack->meeting, "4968");
    struct store *store = store_with(state, "otherwise.db", papers, 2);
    struct meeting *meeting = meeting_of(state, store, "housing-scrutiny-panel-2031-03-06");
    bool kept = false;
    for (size_t i = 0; i < meeting->n_alternatives; i++)
        kept |= strcmp(meeting->alternatives[i].field, "date") == 0 && strcmp(meeting->alternatives[i].value, "2031-04-10") == 0 &&
                strcmp(meeting->alternatives[i].sha256, list->sha256) == 0;
    assert_true(kept);
    struct meeting_rows rows = rows_in(state, store);
    assert_null(row_of(&rows, "housing-scrutiny-panel-2031-04-10")); /* it is held, under the day that its paper states */
}

static void every_order_of_lists_and_papers_shows_the_same(void **state)
{
    struct draft *papers[] = {nameless(*state, "service", "4969"), the_list(*state, "list"), list_of(*state, "other list"),
                              elmsworth_pack(*state, "pack"), elmsworth_page(*state, "page")};
    add(papers[2], "4969", (struct date){2031, 5, 15}, 600)->status = mem_strdup(papers[2], "postponed");
    add(papers[2], "4970", (struct date){2031, 6, 19}, 660)->venue = mem_strdup(papers[2], "Library");
    papers[4]->meeting->site = mem_strdup(papers[4]->meeting, SITE);
    papers[4]->meeting->service_id = mem_strdup(papers[4]->meeting, "4967");
    char *expected = NULL;
    int order[5], number = 0;
    for (int code = 0; code < 5 * 5 * 5 * 5 * 5; code++) {
        unsigned seen = 0;
        for (int i = 0, rest = code; i < 5; i++, rest /= 5)
            seen |= 1U << (unsigned)(order[i] = rest % 5);
        if (seen != 31 || number++ % TEST_STRIDE(6))
            continue;
        struct draft *in_order[6];
        for (int i = 0; i < 5; i++)
            in_order[i] = papers[order[i]];
        in_order[5] = papers[order[2]]; /* again */
        struct store *store = store_with(state, mem_printf(*state, "order-%d.db", code), in_order, 6);
        char *text = store_text(*state, store);
        if (expected)
            assert_string_equal(text, expected);
        expected = text;
        talloc_free(store);
    }
    assert_int_equal(number, 120);
    assert_non_null(strstr(expected, "== housing-scrutiny-panel-2031-06-19: 0 items")); /* the later of two days */
    assert_non_null(strstr(expected, "status: cancelled"));
}

static void one_entered_and_listed_is_one(void **state)
{
    static char committee[] = PANEL, venue[] = "Room 2";
    struct entered_meeting entered = {.committee = committee, .date = {2031, 6, 12}, .minutes_after_midnight = -1, .venue = venue};
    struct store *store = open_store(*state, scratch_path(*state, "both.db"), STORE_WRITE);
    struct edit_result *result;
    struct err err;
    assert_ok(store_edit(*state, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &entered}, &result, &err), err);
    struct draft *list = the_list(*state, "list");
    import_paper(*state, store, list);
    struct meeting_rows rows = rows_in(state, store);
    assert_int_equal(rows.n, 4);
    const struct meeting_row *row = row_of(&rows, "housing-scrutiny-panel-2031-06-12");
    assert_true(row->entered && row->listed);
    assert_string_equal(row->venue, "Room 2");
    assert_ok(store_edit(*state, store, &(struct edit){.kind = EDIT_MEETING_WITHDRAW, .target = row->id}, &result, &err), err);
    rows = rows_in(state, store);
    assert_int_equal(rows.n, 4);
    assert_false(row_of(&rows, "housing-scrutiny-panel-2031-06-12")->entered);
    assert_int_equal(store_edit(*state, store, &(struct edit){.kind = EDIT_MEETING_WITHDRAW, .target = "housing-scrutiny-panel-2031-06-12"}, &result, &err),
                     STATUS_USAGE);
    assert_int_equal(store_edit(*state, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &entered}, &result, &err), STATUS_CONFLICT);
    assert_sound(state, store);
}

static struct wanted_papers wanted_in(void **state, struct store *store, struct date as_at)
{
    struct wanted_papers wanted;
    struct err err;
    int counts[WANTED_KINDS], found[WANTED_KINDS] = {0};
    assert_ok(store_wanted(*state, store, as_at, &wanted, &err), err);
    assert_ok(store_count_wanted(store, as_at, counts, &err), err);
    for (size_t i = 0; i < wanted.n; i++)
        found[wanted.at[i].kind] += !wanted.at[i].not_needed;
    for (size_t i = 0; i < WANTED_KINDS; i++)
        assert_int_equal(counts[i], found[i]);
    return wanted;
}

static void minutes_that_a_list_calls_published_are_to_get(void **state)
{
    struct draft *list = the_list(*state, "list");
    struct store *store = store_with(state, "published.db", &list, 1);
    struct edit_result *result;
    struct err err;
    struct wanted_papers wanted = wanted_in(state, store, (struct date){2031, 7, 1});
    assert_int_equal(wanted.n, 2); /* not of the cancelled one */
    assert_string_equal(wanted.at[0].meeting_id, "housing-scrutiny-panel-2031-04-10");
    assert_int_equal(wanted.at[0].kind, WANTED_MINUTES);
    assert_true(wanted.at[0].published);
    assert_string_equal(wanted.at[0].address, SITE "/ieListDocuments.aspx?CId=711&MId=4968&Ver=4");
    assert_int_equal(wanted_in(state, store, (struct date){2031, 4, 10}).n, 1);
    assert_ok(store_edit(*state, store, &(struct edit){.kind = EDIT_WANTED, .target = wanted.at[0].key, .value = "not needed"}, &result, &err), err);
    assert_true(wanted_in(state, store, (struct date){2031, 7, 1}).at[0].not_needed);
}

/* ---- addresses ----------------------------------------------------------------------------------------- */

static const struct wanted *wanted_of(const struct wanted_papers *wanted, enum wanted_kind kind)
{
    for (size_t i = 0; i < wanted->n; i++)
        if (wanted->at[i].kind == kind)
            return &wanted->at[i];
    fail_msg("nothing of kind %d", (int)kind);
    return NULL;
}

static void a_paper_to_get_has_the_address_to_open(void **state)
{
    struct draft *page = elmsworth_page(*state, "page");
    struct meeting *meeting = page->meeting;
    meeting->site = mem_strdup(meeting, SITE);
    meeting->service_id = mem_strdup(meeting, "4967");
    meeting->items[1].attachments[0].url = mem_strdup(meeting, "documents/s8812/Empty%20homes.pdf");
    struct store *store = store_with(state, "addresses.db", &page, 1);
    struct wanted_papers wanted = wanted_in(state, store, (struct date){2031, 7, 1});
    assert_string_equal(wanted_of(&wanted, WANTED_PAPER)->address, SITE "/documents/s8812/Empty%20homes.pdf");
    assert_string_equal(wanted_of(&wanted, WANTED_MINUTE)->address, SITE "/ieListDocuments.aspx?MId=4967&Ver=4");
    meeting->items[2].service_id = mem_strdup(meeting, "51902");
    page->reader_version++;
    struct import_result *result;
    struct err err;
    assert_ok(store_import(*state, store, page, page->path, strlen(page->path), &(struct import_options){.again = true}, &result, &err), err);
    wanted = wanted_in(state, store, (struct date){2031, 7, 1});
    assert_string_equal(wanted_of(&wanted, WANTED_MINUTE)->address, SITE "/mgAi.aspx?ID=51902");
}

static enum status enter_site(void **state, struct store *store, const char *council, const char *value)
{
    struct edit_result *result;
    struct err err;
    return store_edit(*state, store, &(struct edit){.kind = EDIT_COUNCIL_SITE, .target = council, .value = value}, &result, &err);
}

static void the_site_that_the_member_entered_is_used_where_papers_tell_none(void **state)
{
    struct draft *page = elmsworth_page(*state, "page");
    struct meeting *meeting = page->meeting;
    struct edit_result *result;
    struct err err;
    char *site;
    meeting->items[2].service_id = mem_strdup(meeting, "51902");
    struct store *store = store_with(state, "entered-site.db", &page, 1);
    struct wanted_papers wanted = wanted_in(state, store, (struct date){2031, 7, 1});
    assert_null(wanted_of(&wanted, WANTED_MINUTE)->address);
    assert_int_equal(enter_site(state, store, NULL, "javascript:alert(1)"), STATUS_USAGE);
    assert_int_equal(enter_site(state, store, NULL, "https:///x"), STATUS_USAGE);
    assert_int_equal(enter_site(state, store, NULL, SITE "/ieListMeetings.aspx?CommitteeId=711"), STATUS_OK);
    wanted = wanted_in(state, store, (struct date){2031, 7, 1});
    assert_string_equal(wanted_of(&wanted, WANTED_MINUTE)->address, SITE "/mgAi.aspx?ID=51902");
    assert_int_equal(enter_site(state, store, "Borough of Elmsworth", "https://other.example/moderngov/"), STATUS_OK);
    assert_ok(store_site(*state, store, "borough of elmsworth", &site, &err), err);
    assert_string_equal(site, "https://other.example/moderngov");
    assert_ok(store_edit(*state, store, &(struct edit){.kind = EDIT_UNDO}, &result, &err), err);
    assert_ok(store_site(*state, store, "Borough of Elmsworth", &site, &err), err);
    assert_null(site);
    assert_int_equal(enter_site(state, store, NULL, NULL), STATUS_OK);
    wanted = wanted_in(state, store, (struct date){2031, 7, 1});
    assert_null(wanted_of(&wanted, WANTED_MINUTE)->address);
    assert_sound(state, store);
}

/* A page that names COMMITTEE and no council, with a cut minute of the council's number 51902. */
static struct draft *page_of(void *context, const char *seed, const char *committee, int month)
{
    struct draft *page = elmsworth_page(context, seed);
    paper_committee(page, committee);
    paper_on(page, 2031, month, 6, DATE_STATED);
    page->meeting->items[2].service_id = mem_strdup(page->meeting, "51902");
    return page;
}

static const char *address_in(void **state, struct store *store, const char *meeting)
{
    struct wanted_papers wanted = wanted_in(state, store, (struct date){2031, 7, 1});
    for (size_t i = 0; i < wanted.n; i++)
        if (wanted.at[i].kind == WANTED_MINUTE && strcmp(wanted.at[i].meeting_id, meeting) == 0)
            return wanted.at[i].address;
    fail_msg("no minute of %s is to get", meeting);
    return NULL;
}

static void a_site_entered_from_one_committee_is_not_that_of_another(void **state)
{
    struct draft *papers[] = {page_of(*state, "a", "Housing Panel", 1), page_of(*state, "b", "Homes Panel", 2), page_of(*state, "c", "Housing Panel", 3)};
    struct store *store = store_with(state, "whose-site.db", papers, 3);
    struct edit edit = {.kind = EDIT_COUNCIL_SITE, .field = "housing-panel-2031-01-06", .value = SITE};
    struct edit_result *result;
    struct err err;
    char *site;
    assert_ok(store_edit(*state, store, &edit, &result, &err), err);
    assert_string_equal(result->sentence, "site of Housing Panel: " SITE);
    assert_string_equal(address_in(state, store, "housing-panel-2031-01-06"), SITE "/mgAi.aspx?ID=51902");
    assert_string_equal(address_in(state, store, "housing-panel-2031-03-06"), SITE "/mgAi.aspx?ID=51902");
    assert_null(address_in(state, store, "homes-panel-2031-02-06"));
    assert_ok(store_meeting_site(*state, store, meeting_of(state, store, "homes-panel-2031-02-06"), &site, &err), err);
    assert_null(site);
    assert_ok(store_meeting_site(*state, store, meeting_of(state, store, "housing-panel-2031-03-06"), &site, &err), err);
    assert_string_equal(site, SITE);
    edit.value = NULL;
    assert_ok(store_edit(*state, store, &edit, &result, &err), err);
    assert_null(address_in(state, store, "housing-panel-2031-01-06"));
    assert_sound(state, store);
}

static void a_site_entered_never_stands_beside_one_that_papers_tell(void **state)
{
    struct draft *papers[] = {page_of(*state, "a", "Housing Panel", 1), page_of(*state, "b", "Homes Panel", 2), page_of(*state, "c", "Homes Panel", 3)};
    papers[2]->meeting->site = mem_strdup(papers[2]->meeting, "https://democracy.fallowbridge.example");
    struct store *store = store_with(state, "told-site.db", papers, 3);
    assert_int_equal(enter_site(state, store, NULL, SITE), STATUS_OK);
    assert_string_equal(address_in(state, store, "housing-panel-2031-01-06"), SITE "/mgAi.aspx?ID=51902");
    assert_null(address_in(state, store, "homes-panel-2031-02-06"));
    assert_string_equal(address_in(state, store, "homes-panel-2031-03-06"), "https://democracy.fallowbridge.example/mgAi.aspx?ID=51902");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_list_makes_meetings_known),
        STORE_CASE(a_listed_meeting_gives_way_to_its_papers),
        STORE_CASE(a_meeting_gets_its_committee_from_the_list),
        STORE_CASE(what_a_list_says_otherwise_is_an_alternative),
        STORE_CASE(every_order_of_lists_and_papers_shows_the_same),
        STORE_CASE(one_entered_and_listed_is_one),
        STORE_CASE(minutes_that_a_list_calls_published_are_to_get),
        STORE_CASE(a_paper_to_get_has_the_address_to_open),
        STORE_CASE(the_site_that_the_member_entered_is_used_where_papers_tell_none),
        STORE_CASE(a_site_entered_from_one_committee_is_not_that_of_another),
        STORE_CASE(a_site_entered_never_stands_beside_one_that_papers_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
