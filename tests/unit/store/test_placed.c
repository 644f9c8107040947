/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Reports attached by hand: to an item, by the address they came from, and those that find their item by themselves. The
 * Borough of Elmsworth does not exist. */
#include "unit/store/papers.h"
#include "unit/store/rows.h"

#define HOUSING "housing-scrutiny-panel-2031-03-06"
#define ADDRESS "https://democracy.elmsworth.example/documents/s8812/Repairs%20Backlog.pdf"

static struct import_result *import_as(void **state, struct store *store, const struct draft *draft, const struct import_options *options)
{
    struct import_result *result;
    struct err err;
    assert_ok(store_import(*state, store, draft, draft->path, strlen(draft->path), options, &result, &err), err);
    return result;
}

static struct import_result *import(void **state, struct store *store, const struct draft *draft)
{
    return import_as(state, store, draft, NULL);
}

static void assert_refused_import(void **state, struct store *store, const struct draft *draft, const struct import_options *options, const char *words)
{
    static const char SQL_KEPT[] = "SELECT (SELECT count(*) FROM source) + (SELECT count(*) FROM correction) + (SELECT count(*) FROM event)";
    struct import_result *result;
    struct err err = {0};
    int64_t before = 0, after = 0;
    assert_ok(db_number(store->db, SQL_KEPT, 0, &before, &err), err);
    assert_int_equal(store_import(*state, store, draft, draft->path, strlen(draft->path), options, &result, &err), STATUS_USAGE);
    if (!strstr(err.text, words))
        fail_msg("\"%s\" is not in: %s", words, err.text);
    assert_ok(db_number(store->db, SQL_KEPT, 0, &after, &err), err);
    assert_int_equal(before, after);
}

/* A report that says nothing but its title and one paragraph. */
static struct draft *report(void **state, const char *seed, const char *title, const char *text)
{
    struct draft *draft = paper(*state, seed, FORM_REPORT_PDF);
    struct item *item = paper_item(draft, title);
    item->in_latest = true;
    struct block *block = mem_append(draft->meeting, item->blocks, item->n_blocks);
    block->kind = BLOCK_PARA;
    block->text = mem_strdup(draft->meeting, text);
    return draft;
}

static struct attachment *list_paper(struct draft *page, size_t item, const char *title, const char *url)
{
    struct item *of = &page->meeting->items[item];
    struct attachment *attachment = mem_append(page->meeting, of->attachments, of->n_attachments);
    attachment->title = mem_strdup(page->meeting, title);
    attachment->url = mem_strdup(page->meeting, url);
    return attachment;
}

static struct draft *page_listing(void **state, const char *seed)
{
    struct draft *page = elmsworth_page(*state, seed);
    page->meeting->items[2].attachments[0].url = mem_strdup(page->meeting, ADDRESS);
    list_paper(page, 3, "Annex on Night Shelters", "https://democracy.elmsworth.example/documents/s8814/Annex.pdf");
    return page;
}

static struct store *store_of_the_meeting(void **state)
{
    struct store *store = new_store(state);
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, page_listing(state, "page"));
    return store;
}

static struct meeting *housing(void **state, struct store *store)
{
    struct meeting *meeting;
    struct err err;
    assert_ok(store_meeting(*state, store, HOUSING, &meeting, &err), err);
    return meeting;
}

static const struct attachment *listed(const struct item *item, const char *title)
{
    for (size_t i = 0; i < item->n_attachments; i++)
        if (strcmp(item->attachments[i].title, title) == 0)
            return &item->attachments[i];
    fail_msg("\"%s\" is not listed", title);
    return NULL;
}

static size_t meetings(void **state, struct store *store)
{
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    return rows.n;
}

static void assert_sound(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

static void a_report_alone_is_no_agenda(void **state)
{
    struct store *store = new_store(state);
    import(state, store, report(state, "report", "Annex on Night Shelters", "Two are open."));
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_int_equal(rows.n, 1);
    assert_false(rows.at[0].has_agenda);
    assert_int_equal(rows.at[0].reports_held, 1);
}

/* ---- to an item ------------------------------------------------------------------------------------------- */

static void a_report_attached_to_an_item_is_its_report(void **state)
{
    struct store *store = store_of_the_meeting(state);
    assert_int_equal(housing(state, store)->items[1].follow, FOLLOW_PUBLISHED_NOT_HELD);
    struct draft *draft = report(state, "late", "Empty homes: what we did", "Twelve were let.");
    struct import_result *result = import_as(state, store, draft, &(struct import_options){.meeting = HOUSING, .item_position = 2});
    assert_int_equal(result->outcome, IMPORT_NEW);
    assert_string_equal(result->meeting_id, HOUSING);
    assert_int_equal(result->needs.n, 0);
    assert_non_null(strstr(result->joined_because, "you said that one paper belongs here"));
    struct meeting *meeting = housing(state, store);
    assert_int_equal(meeting->n_items, 4);
    assert_int_equal(meeting->items[1].n_blocks, 1);
    assert_string_equal(meeting->items[1].blocks[0].text, "Twelve were let.");
    assert_int_equal(meeting->items[1].follow, FOLLOW_HELD);
    assert_true(meeting->items[3].in_latest);
    for (size_t i = 0; i < meeting->n_alternatives; i++)
        assert_null(strstr(meeting->alternatives[i].field, "item 2 title"));
    assert_int_equal(meetings(state, store), 1);
    assert_sound(state, store);
}

static void what_is_listed_under_its_title_is_held(void **state)
{
    struct store *store = store_of_the_meeting(state);
    struct draft *draft = report(state, "annex", "ANNEX ON NIGHT SHELTERS", "There are two.");
    assert_false(listed(&housing(state, store)->items[3], "Annex on Night Shelters")->held);
    import_as(state, store, draft, &(struct import_options){.meeting = HOUSING, .item_position = 4});
    assert_true(listed(&housing(state, store)->items[3], "Annex on Night Shelters")->held);
    assert_string_equal(housing(state, store)->items[3].title, "Homelessness Strategy");
    assert_int_equal(housing(state, store)->items[3].n_attachments, 1);
}

static void of_a_meeting_that_is_named_the_title_tells_the_item(void **state)
{
    struct store *store = store_of_the_meeting(state);
    struct import_options named = {.meeting = HOUSING};
    import_as(state, store, report(state, "annex", "Annex on Night Shelters", "There are two."), &named);
    assert_int_equal(housing(state, store)->items[3].n_blocks, 1);
    assert_refused_import(state, store, report(state, "other", "Something Else", "x"), &named, "name the item");
}

static void where_it_belongs_outlives_new_names_and_numbers(void **state)
{
    struct store *store = store_of_the_meeting(state);
    import_as(state, store, report(state, "late", "What we did", "Twelve were let."), &(struct import_options){.meeting = HOUSING, .item_position = 4});
    edit(state, store, &(struct edit){.kind = EDIT_MEETING_DETAIL, .target = HOUSING, .field = "committee", .value = "Homes Panel"});
    struct draft *again = page_listing(state, "again");
    paper_committee(again, "Homes Panel");
    paper_item(again, "Urgent Business");
    again->meeting->items[4] = again->meeting->items[3];
    again->meeting->items[3] = (struct item){.position = 4, .title = mem_strdup(again, "Urgent Business"), .minute_number = mem_strdup(again, "44")};
    again->meeting->items[4].position = 5;
    again->meeting->items[4].title = mem_strdup(again, "The Strategy on Homelessness");
    again->meeting->items[4].minute_number = mem_strdup(again, "45");
    import(state, store, again);
    edit(state, store, &(struct edit){.kind = EDIT_MEETING_JOIN, .target = "homes-panel-2031-03-06", .value = mem_printf(*state, "homes-panel-2031-03-06-%.8s", again->sha256)});
    struct meeting *meeting = housing(state, store);
    size_t with_report = 0;
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting->items[i].n_blocks && strcmp(meeting->items[i].blocks[0].text, "Twelve were let.") == 0) {
            assert_string_equal(meeting->items[i].service_id, "5190");
            with_report++;
        }
    assert_int_equal(with_report, 1);
    assert_sound(state, store);
}

static void attached_twice_changes_nothing_and_otherwise_it_moves(void **state)
{
    struct store *store = store_of_the_meeting(state);
    struct draft *draft = report(state, "late", "What we did", "Twelve were let.");
    struct import_options second = {.meeting = HOUSING, .item_position = 2}, fourth = {.meeting = HOUSING, .item_position = 4};
    import_as(state, store, draft, &second);
    import(state, store, elmsworth_item(*state, "item"));
    assert_int_equal(import_as(state, store, draft, &second)->outcome, IMPORT_UNCHANGED);
    assert_int_equal(import(state, store, draft)->outcome, IMPORT_UNCHANGED);
    assert_int_equal(import_as(state, store, draft, &fourth)->outcome, IMPORT_UPDATED);
    assert_int_equal(housing(state, store)->items[1].n_blocks, 0);
    assert_int_equal(housing(state, store)->items[3].n_blocks, 1);
}

static void it_is_undone_as_one_change(void **state)
{
    struct store *store = store_of_the_meeting(state);
    struct draft *draft = report(state, "late", "What we did", "Twelve were let.");
    import_as(state, store, draft, &(struct import_options){.meeting = HOUSING, .item_position = 2, .url = "https://elsewhere.example/late.pdf"});
    assert_string_equal(undo(state, store)->sentence, "undone: late.txt is of minute 42, Housing Scrutiny Panel, 6 March 2031: Empty Homes \xE2\x80\x93 Progress");
    assert_int_equal(housing(state, store)->items[1].n_blocks, 0);
    assert_int_equal(meetings(state, store), 2);
    redo(state, store);
    assert_int_equal(housing(state, store)->items[1].n_blocks, 1);
    assert_int_equal(meetings(state, store), 1);
    assert_sound(state, store);
}

static void without_the_papers_it_was_attached_to_it_stands_alone_until_they_come_back(void **state)
{
    struct store *store = new_store(state);
    struct draft *pack = elmsworth_pack(*state, "pack");
    struct strings backups = {0};
    struct err err;
    import(state, store, pack);
    import_as(state, store, report(state, "late", "What we did", "Twelve were let."), &(struct import_options){.meeting = HOUSING, .item_position = 2});
    assert_ok(store_forget(*state, store, pack->sha256, &backups, &err), err);
    assert_int_equal(meetings(state, store), 1);
    import(state, store, pack);
    assert_int_equal(meetings(state, store), 1);
    assert_int_equal(housing(state, store)->items[1].n_blocks, 1);
}

static void a_pack_attached_by_hand_joins_the_meeting(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = elmsworth_page(*state, "page"), *pack = elmsworth_pack(*state, "pack");
    paper_on(pack, 0, 0, 0, DATE_UNKNOWN);
    paper_committee(pack, NULL);
    pack->meeting->items[3].title = mem_strdup(pack, "Homelessness");
    struct import_result *first = import(state, store, page);
    import_as(state, store, pack, &(struct import_options){.meeting = first->meeting_id});
    assert_int_equal(meetings(state, store), 1);
    undo(state, store);
    assert_int_equal(meetings(state, store), 2);
}

/* ---- by its address --------------------------------------------------------------------------------------- */

static void the_address_a_paper_came_from_tells_its_item(void **state)
{
    static const char *const spellings[] = {
        ADDRESS,
        "HTTP://Democracy.Elmsworth.example:80/documents/s8812/Repairs Backlog.pdf#page=2",
        " https://democracy.elmsworth.example/documents/s8812/Another%20Name.pdf?x=1&amp;y=2",
    };
    struct store *store = store_of_the_meeting(state);
    for (size_t i = 0; i < MB_LENGTH(spellings); i++) {
        struct draft *draft = report(state, mem_printf(*state, "by address %zu", i), "Repairs: a longer report", mem_printf(*state, "Version %zu is longer than all the pack says of the matter, for it speaks of each ward, of each street, of each tenant, and of what is to be done about it by whom and by when.", i));
        struct import_result *result = import_as(state, store, draft, &(struct import_options){.url = spellings[i]});
        assert_string_equal(result->meeting_id, HOUSING);
        assert_true(listed(&housing(state, store)->items[2], "Repairs Backlog")->held);
        assert_int_equal(housing(state, store)->n_items, 4);
        undo(state, store);
    }
}

static void an_address_of_another_site_or_of_nothing_is_refused(void **state)
{
    struct store *store = store_of_the_meeting(state);
    struct draft *draft = report(state, "x", "X", "x");
    static const char *const others[] = {"https://democracy.oakbury.example/documents/s8812/Repairs.pdf", "https://democracy.elmsworth.example/documents/s88120/R.pdf",
                                         "https://democracy.elmsworth.example/", "nonsense"};
    for (size_t i = 0; i < MB_LENGTH(others); i++)
        assert_refused_import(state, store, draft, &(struct import_options){.url = others[i]}, "no paper that is held lists the address");
}

static void an_address_under_two_items_needs_more_words(void **state)
{
    struct store *store = new_store(state);
    struct draft *page = page_listing(state, "page");
    list_paper(page, 3, "Repairs Backlog", ADDRESS);
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, page);
    struct draft *draft = report(state, "x", "X", "Words.");
    assert_refused_import(state, store, draft, &(struct import_options){.url = ADDRESS}, "listed under 2 items");
    import_as(state, store, draft, &(struct import_options){.url = ADDRESS, .meeting = HOUSING, .item_position = 4});
    assert_int_equal(housing(state, store)->items[3].n_blocks, 1);
    assert_true(listed(&housing(state, store)->items[3], "Repairs Backlog")->held);
}

/* ---- by itself -------------------------------------------------------------------------------------------- */

static struct draft *report_that_names_all(void **state)
{
    struct draft *draft = report(state, "own", "Annex on Night Shelters", "There are two.");
    paper_committee(draft, "Housing Scrutiny Panel");
    paper_on(draft, 2031, 3, 6, DATE_STATED);
    return draft;
}

static void committee_day_and_the_title_of_what_is_listed_are_enough(void **state)
{
    for (int first = 0; first < 2; first++) {
        struct store *store = open_store(*state, scratch_path(*state, first ? "first.db" : "last.db"), STORE_WRITE);
        struct draft *draft = report_that_names_all(state);
        if (first)
            assert_int_equal(import(state, store, draft)->needs.n, 0); /* no meeting is held that it could be of */
        import(state, store, page_listing(state, "page"));
        import(state, store, elmsworth_pack(*state, "pack"));
        if (!first)
            import(state, store, draft);
        struct meeting *meeting = housing(state, store);
        assert_int_equal(meetings(state, store), 1);
        assert_int_equal(meeting->n_items, 4);
        assert_int_equal(meeting->items[3].n_blocks, 1);
        assert_string_equal(meeting->items[3].title, "Homelessness Strategy");
        assert_true(listed(&meeting->items[3], "Annex on Night Shelters")->held);
        assert_non_null(strstr(meeting->joined_because, "one report names this meeting"));
        assert_sound(state, store);
    }
}

static void a_report_that_nobody_places_needs_meeting_and_item(void **state)
{
    struct store *store = store_of_the_meeting(state);
    struct draft *silent = report(state, "silent", "Repairs Backlog", "x"), *other = report_that_names_all(state);
    other->meeting->items[0].title = mem_strdup(other, "Nothing Listed");
    struct draft *both[] = {silent, other};
    for (size_t i = 0; i < MB_LENGTH(both); i++) {
        struct import_result *result = import(state, store, both[i]);
        assert_int_equal(result->outcome, IMPORT_NEEDS_DETAILS);
        assert_int_equal(result->needs.n, 2);
        assert_string_equal(result->needs.at[0], "meeting");
        assert_string_equal(result->needs.at[1], "item");
    }
    assert_int_equal(import_as(state, store, silent, &(struct import_options){.meeting = HOUSING, .item_position = 3})->outcome, IMPORT_UPDATED);
}

/* ---- refused ---------------------------------------------------------------------------------------------- */

static void what_leads_nowhere_is_refused_and_keeps_nothing(void **state)
{
    struct store *store = store_of_the_meeting(state);
    struct draft *draft = report(state, "x", "X", "x"), *list = paper(*state, "list", FORM_LIST_HTML);
    const struct entered_meeting entered = {.committee = (char[]){"Roads Panel"}, .date = {2031, 4, 1}, .minutes_after_midnight = -1};
    edit(state, store, &(struct edit){.kind = EDIT_MEETING_ENTER, .entered = &entered});
    assert_refused_import(state, store, draft, &(struct import_options){.meeting = "no-such-meeting", .item_position = 1}, "no meeting is called \"no-such-meeting\"");
    assert_refused_import(state, store, draft, &(struct import_options){.meeting = "roads-panel-2031-04-01", .item_position = 1}, "no other paper of");
    assert_refused_import(state, store, draft, &(struct import_options){.meeting = HOUSING, .item_position = 5}, "it has 4");
    assert_refused_import(state, store, draft, &(struct import_options){.item_position = 5}, "of which meeting");
    assert_refused_import(state, store, list, &(struct import_options){.meeting = HOUSING}, "is of no meeting");
    assert_refused_import(state, store, elmsworth_other_pack(*state, "p"), &(struct import_options){.meeting = HOUSING, .item_position = 1}, "is of a whole meeting");
}

static void what_changed_between_papers_knows_where_a_report_belongs(void **state)
{
    struct store *store = store_of_the_meeting(state);
    struct meeting_changes changes;
    struct err err;
    import_as(state, store, report(state, "late", "What we did", "Of 50 empty homes, 20 were let."), &(struct import_options){.meeting = HOUSING, .item_position = 3});
    assert_ok(store_changes(*state, store, HOUSING, &changes, &err), err);
    size_t reports = 0;
    for (size_t i = 0; i < changes.n; i++) {
        assert_int_not_equal(changes.at[i].position, 5);
        reports += changes.at[i].field && strcmp(changes.at[i].field, "report_text") == 0 && changes.at[i].position == 3;
    }
    assert_int_equal(reports, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_report_alone_is_no_agenda),
        STORE_CASE(a_report_attached_to_an_item_is_its_report),
        STORE_CASE(what_is_listed_under_its_title_is_held),
        STORE_CASE(of_a_meeting_that_is_named_the_title_tells_the_item),
        STORE_CASE(where_it_belongs_outlives_new_names_and_numbers),
        STORE_CASE(attached_twice_changes_nothing_and_otherwise_it_moves),
        STORE_CASE(it_is_undone_as_one_change),
        STORE_CASE(without_the_papers_it_was_attached_to_it_stands_alone_until_they_come_back),
        STORE_CASE(a_pack_attached_by_hand_joins_the_meeting),
        STORE_CASE(the_address_a_paper_came_from_tells_its_item),
        STORE_CASE(an_address_of_another_site_or_of_nothing_is_refused),
        STORE_CASE(an_address_under_two_items_needs_more_words),
        STORE_CASE(committee_day_and_the_title_of_what_is_listed_are_enough),
        STORE_CASE(a_report_that_nobody_places_needs_meeting_and_item),
        STORE_CASE(what_leads_nowhere_is_refused_and_keeps_nothing),
        STORE_CASE(what_changed_between_papers_knows_where_a_report_belongs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
