/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers to get: each for its reason and no longer than that holds, in agreement with the counts. */
#include "unit/store/many.h"
#include "unit/store/rows.h"

#define HOUSING "housing-scrutiny-panel-2031-03-06"
#define OTHER "housing-scrutiny-panel-2031-01-16"
#define SOON (struct date){2031, 2, 1}
#define LATER (struct date){2031, 6, 1}

static struct wanted_papers wanted(void **state, struct store *store, struct date as_at)
{
    struct wanted_papers found;
    struct store_counts counts;
    struct err err;
    int cut = 0, papers = 0, counted[WANTED_KINDS], needed[WANTED_KINDS] = {0};
    assert_ok(store_count_wanted(store, as_at, counted, &err), err);
    assert_ok(store_wanted(*state, store, as_at, &found, &err), err);
    assert_ok(store_count(store, &counts, &err), err);
    for (size_t i = 0; i < found.n; i++) {
        cut += found.at[i].kind == WANTED_MINUTE;
        papers += found.at[i].kind == WANTED_PAPER && !found.at[i].not_needed;
        needed[found.at[i].kind] += !found.at[i].not_needed;
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(found.at[i].key, found.at[j].key);
    }
    assert_memory_equal(counted, needed, sizeof needed);
    assert_int_equal(counts.minutes_cut, cut);
    assert_int_equal(counts.papers_to_get, papers);
    return found;
}

static char *keys(void **state, struct store *store, struct date as_at)
{
    struct wanted_papers found = wanted(state, store, as_at);
    struct buf text;
    buf_init(&text, *state, 100000);
    for (size_t i = 0; i < found.n; i++)
        buf_printf(&text, "%s%s\n", found.at[i].key, found.at[i].not_needed ? " (not needed)" : "");
    return buf_take(&text);
}

static struct edit_result *mark(void **state, struct store *store, const char *key, const char *value)
{
    return edit(state, store, &(struct edit){.kind = EDIT_WANTED, .target = key, .value = value});
}

static void import_one(void **state, struct store *store, const struct draft *draft)
{
    import_paper(*state, store, draft);
}

static void assert_sound(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

/* ---- minutes and papers ------------------------------------------------------------------------------------ */

static void a_minute_that_the_page_cuts_is_wanted_until_a_fuller_one_is_held(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = elmsworth_page(*state, "page"), *full = elmsworth_page(*state, "full");
    import_one(state, store, elmsworth_pack(*state, "pack"));
    import_one(state, store, page);
    struct wanted_papers found = wanted(state, store, SOON);
    assert_int_equal(found.at[0].kind, WANTED_MINUTE);
    assert_string_equal(found.at[0].key, "minute " HOUSING " repairs-backlog");
    assert_string_equal(found.at[0].meeting_id, HOUSING);
    assert_string_equal(found.at[0].committee, "Housing Scrutiny Panel");
    assert_int_equal(found.at[0].date.day, 6);
    assert_int_equal(found.at[0].position, 3);
    assert_string_equal(found.at[0].agenda_number, "3");
    assert_string_equal(found.at[0].minute_number, "43");
    assert_string_equal(found.at[0].item_title, "Repairs Backlog");
    full->meeting->items[2].truncated = false;
    full->meeting->items[2].minutes_text = mem_printf(full, "%s And more.", page->meeting->items[2].minutes_text);
    import_one(state, store, full);
    assert_true(wanted(state, store, SOON).at[0].kind != WANTED_MINUTE);
}

static void a_paper_is_wanted_from_to_follow_until_it_is_held(void **state)
{
    struct store *store = new_store(state);
    import_one(state, store, elmsworth_pack(*state, "pack"));
    struct wanted_papers found = wanted(state, store, SOON);
    assert_int_equal(found.n, 1);
    assert_int_equal(found.at[0].kind, WANTED_PAPER);
    assert_string_equal(found.at[0].key, "paper " HOUSING " empty-homes-progress to-follow");
    assert_true(found.at[0].to_follow);
    assert_false(found.at[0].published);
    assert_null(found.at[0].title);
    import_one(state, store, elmsworth_page(*state, "page"));
    found = wanted(state, store, SOON);
    assert_int_equal(found.n, 2);
    assert_string_equal(found.at[1].key, "paper " HOUSING " empty-homes-progress empty-homes-progress");
    assert_true(found.at[1].to_follow);
    assert_true(found.at[1].published);
    assert_string_equal(found.at[1].format, "PDF");
    assert_string_equal(found.at[1].size, "134 KB");
    assert_string_equal(found.at[1].item_title, "Empty Homes \xE2\x80\x93 Progress");
}

static void two_papers_of_one_title_have_two_keys(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = elmsworth_page(*state, "page");
    struct meeting *meeting = page->meeting;
    for (int i = 0; i < 2; i++)
        mem_append(meeting, meeting->items[3].attachments, meeting->items[3].n_attachments)->title = mem_strdup(meeting, "Appendix");
    meeting->items[0].title = NULL;
    meeting->items[0].truncated = true;
    import_one(state, store, page);
    char *id = wanted(state, store, SOON).at[0].meeting_id;
    assert_non_null(strstr(keys(state, store, SOON), mem_printf(*state, "paper %s homelessness-strategy appendix\n", id)));
    assert_non_null(strstr(keys(state, store, SOON), mem_printf(*state, "paper %s homelessness-strategy appendix 2\n", id)));
    assert_non_null(strstr(keys(state, store, SOON), mem_printf(*state, "minute %s 1\n", id)));
}

static void minutes_are_wanted_once_the_day_has_passed(void **state)
{
    struct store *store = new_store(state);
    import_one(state, store, elmsworth_other_pack(*state, "other"));
    assert_string_equal(keys(state, store, (struct date){2031, 1, 16}), "");
    assert_string_equal(keys(state, store, (struct date){2031, 1, 17}), "minutes " OTHER "\n");
    struct draft *cancelled = elmsworth_other_pack(*state, "cancelled");
    paper_on(cancelled, 2031, 2, 3, DATE_STATED);
    cancelled->meeting->status = mem_strdup(cancelled->meeting, "cancelled");
    import_one(state, store, cancelled);
    import_one(state, store, elmsworth_pack(*state, "pack"));
    import_one(state, store, elmsworth_page(*state, "page"));
    assert_null(strstr(keys(state, store, LATER), "minutes " HOUSING)); /* they are held */
    assert_null(strstr(keys(state, store, LATER), "2031-02-03"));
    struct wanted_papers found = wanted(state, store, LATER);
    assert_int_equal(found.at[found.n - 1].kind, WANTED_MINUTES);
    assert_int_equal(found.at[found.n - 1].position, 0);
}

static void what_the_council_restricts_is_not_to_be_got(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = elmsworth_page(*state, "page");
    for (int i = 0; i < 2; i++) {
        struct attachment *paper = mem_append(page->meeting, page->meeting->items[3].attachments, page->meeting->items[3].n_attachments);
        paper->title = mem_strdup(page, i ? "Appendix" : "Restricted enclosure");
        paper->exempt = i == 0;
    }
    import_one(state, store, elmsworth_pack(*state, "pack"));
    import_one(state, store, page);
    char *found = keys(state, store, SOON);
    assert_null(strstr(found, "restricted"));
    assert_non_null(strstr(found, "paper " HOUSING " homelessness-strategy appendix\n"));
}

/* ---- of the whole meeting ----------------------------------------------------------------------------------- */

#define SYSTEM "https://democracy.elmsworth.example/"

static struct draft *listing_page(void **state, const char *seed)
{
    static const char *const listed[][3] = {
        {"Agenda frontsheet", SYSTEM "documents/g88/Agenda%20frontsheet.pdf?T=0", NULL},
        {"Public reports pack", SYSTEM "documents/g88/Public%20reports%20pack.pdf?T=10", NULL},
        {"Printed minutes", SYSTEM "documents/g88/Printed%20minutes.pdf?T=1", NULL},
        {"Decisions", SYSTEM "documents/g88/Decisions.pdf?T=2", NULL},
        {"Late report", SYSTEM "mgChooseDocPack.aspx?ID=88&SID=7", "7"},
    };
    struct draft *page = elmsworth_page(*state, seed);
    page->form = FORM_PAGE_HTML;
    for (size_t i = 0; i < MB_LENGTH(listed); i++) {
        struct attachment *paper = mem_append(page, page->papers, page->n_papers);
        *paper = (struct attachment){.title = mem_strdup(page, listed[i][0]), .url = mem_strdup(page, listed[i][1]), .service_id = mem_strdup(page, listed[i][2])};
    }
    return page;
}

static void papers_of_the_whole_meeting_are_wanted_where_they_say_more(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = listing_page(state, "page"), *pack = elmsworth_pack(*state, "pack");
    paper_committee(page, "Housing Scrutiny Panel");
    import_one(state, store, page);
    struct wanted_papers found = wanted(state, store, SOON);
    size_t of_meeting = 0;
    for (size_t i = 0; i < found.n; i++)
        if (found.at[i].kind == WANTED_PAPER && found.at[i].position == 0) {
            of_meeting++;
            assert_non_null(found.at[i].url);
            assert_string_equal(found.at[i].address, found.at[i].url);
            assert_null(found.at[i].item_title);
        }
    assert_int_equal(of_meeting, 3);
    char *text = keys(state, store, SOON);
    assert_non_null(strstr(text, "paper " HOUSING " 0 public-reports-pack\n")); /* reports are missing */
    assert_non_null(strstr(text, "paper " HOUSING " 0 printed-minutes\n"));     /* one is cut off */
    assert_non_null(strstr(text, "paper " HOUSING " 0 late-report\n"));
    assert_string_equal(mark(state, store, "paper " HOUSING " 0 late-report", "not needed")->sentence, "not needed: Late report");
    pack->form = FORM_PACK_PDF;
    import_one(state, store, pack);
    text = keys(state, store, SOON);
    assert_null(strstr(text, "pack"));
    assert_non_null(strstr(text, "paper " HOUSING " 0 late-report (not needed)\n"));
    import_one(state, store, elmsworth_item(*state, "item")); /* which tells the minute whole */
    assert_null(strstr(keys(state, store, SOON), "printed-minutes"));
    assert_sound(state, store);
}

static void printed_minutes_that_are_held_are_not_asked_for(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = listing_page(state, "page"), *minutes = elmsworth_page(*state, "minutes");
    paper_committee(page, "Housing Scrutiny Panel");
    paper_committee(minutes, "Housing Scrutiny Panel");
    minutes->form = FORM_MINUTES_PDF;
    import_one(state, store, page);
    import_one(state, store, minutes);
    assert_null(strstr(keys(state, store, SOON), "printed-minutes"));
}

static void a_page_without_minutes_lists_decisions_and_wants_minutes_once(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = listing_page(state, "page");
    paper_committee(page, "Housing Scrutiny Panel");
    for (size_t i = 0; i < page->meeting->n_items; i++) {
        page->meeting->items[i].minutes_text = NULL;
        page->meeting->items[i].truncated = false;
    }
    import_one(state, store, page);
    char *text = keys(state, store, LATER);
    assert_non_null(strstr(text, "minutes " HOUSING "\n"));
    assert_non_null(strstr(text, "paper " HOUSING " 0 decisions\n"));
    assert_null(strstr(text, "printed-minutes"));
    assert_null(strstr(text, "frontsheet"));
}

static void minutes_that_a_list_names_are_published(void **state)
{
    for (int numbered = 0; numbered < 2; numbered++) {
        struct store *store = open_store(*state, scratch_path(*state, numbered ? "numbered.db" : "named.db"), STORE_WRITE);
        struct draft *pack = elmsworth_other_pack(*state, "other"), *list = paper(*state, "list", FORM_LIST_HTML);
        struct listed_meeting *one = mem_append(list, list->listed_meetings, list->n_listed_meetings);
        *one = (struct listed_meeting){.committee = mem_strdup(list, "Housing Scrutiny Panel"), .date = {2031, 1, 16}, .minutes_after_midnight = -1};
        if (numbered) {
            one->service_id = mem_strdup(list, "12");
            one->committee = mem_strdup(list, "Housing Overview Panel");
            list->meeting->site = pack->meeting->site = mem_strdup(*state, "https://democracy.elmsworth.example");
            pack->meeting->service_id = mem_strdup(pack, "12");
        }
        import_one(state, store, pack);
        import_one(state, store, list);
        assert_false(wanted(state, store, LATER).at[0].published);
        struct draft *newer = paper(*state, "newer", FORM_LIST_HTML);
        *newer->meeting = *list->meeting;
        newer->listed_meetings = list->listed_meetings;
        newer->n_listed_meetings = 1;
        one->has_minutes = true;
        import_one(state, store, newer);
        struct wanted_papers found = wanted(state, store, LATER);
        assert_int_equal(found.n, 1);
        assert_int_equal(found.at[0].kind, WANTED_MINUTES);
        assert_string_equal(found.at[0].meeting_id, OTHER);
        assert_true(found.at[0].published);
    }
}

/* ---- meetings named by their day ------------------------------------------------------------------------------ */

/* Every minute names the days of the rule, the second one twice. */
static enum status name_days(const void *parent, const struct meeting *meeting, const void *rules, struct swept *out, struct err *err)
{
    const struct date *days = rules;
    (void)err;
    for (size_t i = 0; meeting->items[0].minutes_text && date_is_set(days[i]); i++)
        *mem_append(parent, out->cited, out->n_cited) = (struct cited_meeting){
            .date = days[i], .item_position = 1, .times = (int)i + 1, .quote = mem_printf(parent, "as on %d", days[i].day)};
    return STATUS_OK;
}

static void a_meeting_named_by_its_day_is_wanted_until_it_is_held(void **state)
{
    static const struct date days[] = {{2031, 1, 16}, {2030, 6, 16}, {2031, 3, 20}, {0, 0, 0}};
    struct sweep sweep = {"days", name_days, days};
    struct store *store = new_store(state);
    struct draft *second = elmsworth_page(*state, "second");
    store_use_sweep(store, &sweep);
    import_one(state, store, elmsworth_page(*state, "page")); /* of no committee: nobody knows whose day it is */
    assert_null(strstr(keys(state, store, SOON), "meeting "));
    import_one(state, store, elmsworth_pack(*state, "pack"));
    paper_on(second, 2031, 5, 1, DATE_STATED);
    paper_committee(second, "Housing Scrutiny PANEL");
    second->meeting->items[3].title = mem_strdup(second, "Lifts");
    import_one(state, store, second);
    struct wanted_papers found = wanted(state, store, SOON);
    const struct wanted *newer = &found.at[found.n - 2], *older = &found.at[found.n - 1];
    assert_int_equal(newer->kind, WANTED_MEETING);
    assert_string_equal(newer->key, "meeting housing-scrutiny-panel 2031-01-16");
    assert_string_equal(older->key, "meeting housing-scrutiny-panel 2030-06-16");
    assert_int_equal(older->times, 4);
    assert_string_equal(older->quote, "as on 16");
    assert_string_equal(older->meeting_id, "housing-scrutiny-panel-2031-05-01"); /* the newest that names it */
    assert_int_equal(older->position, 1);
    assert_int_equal(older->date.year, 2030);
    assert_null(strstr(keys(state, store, SOON), "2031-03-20")); /* it is still to come */
    assert_non_null(strstr(keys(state, store, LATER), "meeting housing-scrutiny-panel 2031-03-20"));
    import_one(state, store, elmsworth_other_pack(*state, "other"));
    assert_null(strstr(keys(state, store, SOON), "meeting housing-scrutiny-panel 2031-01-16"));
    assert_non_null(strstr(keys(state, store, SOON), "meeting housing-scrutiny-panel 2030-06-16"));
    struct draft *planning = elmsworth_other_pack(*state, "planning"); /* another committee on that day */
    paper_committee(planning, "Planning Committee");
    paper_on(planning, 2030, 6, 16, DATE_STATED);
    import_one(state, store, planning);
    assert_non_null(strstr(keys(state, store, SOON), "meeting housing-scrutiny-panel 2030-06-16"));
    assert_sound(state, store);
}

static void a_meeting_that_is_named_and_listed_is_wanted_once(void **state)
{
    static const struct date days[] = {{2031, 1, 16}, {2030, 6, 16}, {0, 0, 0}};
    struct sweep sweep = {"days", name_days, days};
    struct store *store = new_store(state);
    store_use_sweep(store, &sweep);
    struct draft *page = elmsworth_page(*state, "page"), *list = paper(*state, "list", FORM_LIST_HTML);
    paper_committee(page, "Housing Scrutiny Panel");
    import_one(state, store, page);
    assert_non_null(strstr(keys(state, store, SOON), "meeting housing-scrutiny-panel 2031-01-16"));
    struct listed_meeting *one = mem_append(list, list->listed_meetings, list->n_listed_meetings);
    *one = (struct listed_meeting){.committee = mem_strdup(list, "Housing Scrutiny Panel"), .date = {2031, 1, 16}, .minutes_after_midnight = -1};
    one->has_minutes = true;
    import_one(state, store, list);
    char *text = keys(state, store, SOON);
    assert_non_null(strstr(text, "minutes " OTHER "\n"));
    assert_null(strstr(text, "meeting housing-scrutiny-panel 2031-01-16"));
    assert_non_null(strstr(text, "meeting housing-scrutiny-panel 2030-06-16")); /* not listed */
}

/* ---- marks ------------------------------------------------------------------------------------------------------ */

static void what_is_not_needed_is_marked_and_not_counted(void **state)
{
    static const char PAPER[] = "paper " HOUSING " empty-homes-progress empty-homes-progress", MINUTE[] = "minute " HOUSING " repairs-backlog";
    struct store *store = new_store(state);
    import_one(state, store, elmsworth_pack(*state, "pack"));
    import_one(state, store, elmsworth_page(*state, "page"));
    import_one(state, store, elmsworth_other_pack(*state, "other"));
    assert_string_equal(mark(state, store, PAPER, "not needed")->sentence, "not needed: Empty homes - progress");
    assert_string_equal(mark(state, store, PAPER, "not needed")->sentence, "not needed, as before: Empty homes - progress");
    assert_string_equal(mark(state, store, MINUTE, "not needed")->sentence, "not needed: minute 43");
    assert_string_equal(mark(state, store, "minutes " OTHER, "not needed")->sentence, "not needed: the minutes of 16 January 2031");
    talloc_free(store);
    store = new_store(state);
    assert_string_equal(keys(state, store, LATER), mem_printf(*state, "%s (not needed)\n%s (not needed)\nminutes " OTHER " (not needed)\n", MINUTE, PAPER));
    assert_string_equal(undo(state, store)->sentence, "undone: not needed: the minutes of 16 January 2031");
    assert_string_equal(mark(state, store, PAPER, NULL)->sentence, "to get again: Empty homes - progress");
    assert_string_equal(keys(state, store, LATER), mem_printf(*state, "%s (not needed)\n%s\nminutes " OTHER "\n", MINUTE, PAPER));
    undo(state, store);
    assert_non_null(strstr(keys(state, store, LATER), mem_printf(*state, "%s (not needed)\n", PAPER)));
    redo(state, store);
    assert_null(strstr(keys(state, store, LATER), mem_printf(*state, "%s (not needed)\n", PAPER)));
    assert_sound(state, store);
}

static void a_mark_outlives_another_name_of_its_meeting(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = elmsworth_page(*state, "page");
    struct strings backups;
    struct err err;
    import_one(state, store, page);
    char *unplaced = wanted(state, store, SOON).at[0].meeting_id;
    mark(state, store, mem_printf(*state, "minute %s repairs-backlog", unplaced), "not needed");
    import_one(state, store, elmsworth_pack(*state, "pack"));
    assert_true(wanted(state, store, SOON).at[0].not_needed);
    assert_string_equal(wanted(state, store, SOON).at[0].key, "minute " HOUSING " repairs-backlog");
    mark(state, store, "minute " HOUSING " repairs-backlog", NULL);
    assert_false(wanted(state, store, SOON).at[0].not_needed);
    mark(state, store, "minute " HOUSING " repairs-backlog", "not needed");
    assert_ok(store_forget(*state, store, page->sha256, &backups, &err), err);
    import_one(state, store, page);
    assert_true(wanted(state, store, SOON).at[0].not_needed);
    assert_sound(state, store);
}

static void what_is_not_wanted_cannot_be_marked(void **state)
{
    struct store *store = new_store(state);
    import_one(state, store, elmsworth_pack(*state, "pack"));
    refused(state, store, &(struct edit){.kind = EDIT_WANTED, .target = "minute " HOUSING " repairs-backlog", .value = "not needed"}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_WANTED, .value = "not needed"}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_WANTED, .target = "paper " HOUSING " empty-homes-progress to-follow", .value = "lost"}, STATUS_USAGE);
}

static void a_changed_mark_is_found_and_hides_nothing(void **state)
{
    struct store *store = new_store(state);
    struct strings findings = {0};
    struct err err;
    import_one(state, store, elmsworth_pack(*state, "pack"));
    mark(state, store, "paper " HOUSING " empty-homes-progress to-follow", "not needed");
    plant(state, "UPDATE wanted_mark SET version = 2");
    assert_false(wanted(state, store, SOON).at[0].not_needed);
    assert_int_equal(store_check(*state, store, &findings, &err), STATUS_STORE);
    assert_non_null(strstr(findings.at[0], "wanted_mark"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_minute_that_the_page_cuts_is_wanted_until_a_fuller_one_is_held),
        STORE_CASE(a_paper_is_wanted_from_to_follow_until_it_is_held),
        STORE_CASE(two_papers_of_one_title_have_two_keys),
        STORE_CASE(minutes_are_wanted_once_the_day_has_passed),
        STORE_CASE(what_the_council_restricts_is_not_to_be_got),
        STORE_CASE(papers_of_the_whole_meeting_are_wanted_where_they_say_more),
        STORE_CASE(printed_minutes_that_are_held_are_not_asked_for),
        STORE_CASE(a_page_without_minutes_lists_decisions_and_wants_minutes_once),
        STORE_CASE(minutes_that_a_list_names_are_published),
        STORE_CASE(a_meeting_named_by_its_day_is_wanted_until_it_is_held),
        STORE_CASE(a_meeting_that_is_named_and_listed_is_wanted_once),
        STORE_CASE(what_is_not_needed_is_marked_and_not_counted),
        STORE_CASE(a_mark_outlives_another_name_of_its_meeting),
        STORE_CASE(what_is_not_wanted_cannot_be_marked),
        STORE_CASE(a_changed_mark_is_found_and_hides_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
