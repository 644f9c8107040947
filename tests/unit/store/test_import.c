/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Papers in, meetings out: keeping, publishing, repeating, correcting, parting and forgetting, in any
 * order with the same result. */
#include "unit/store/papers.h"
#include "unit/store/support.h"

#include "src/store/keep.h"

#include <unistd.h>

static struct import_result *import_with(void *context, struct store *store, const struct draft *draft, const struct import_options *options)
{
    struct import_result *result = NULL;
    struct err err;
    assert_ok(store_import(context, store, draft, draft->path, strlen(draft->path), options, &result, &err), err);
    return result;
}

static struct import_result *import(void *context, struct store *store, const struct draft *draft)
{
    return import_with(context, store, draft, NULL);
}

static struct meeting *meeting_of(void *context, struct store *store, const char *id)
{
    struct meeting *meeting = NULL;
    struct err err;
    assert_ok(store_meeting(context, store, id, &meeting, &err), err);
    return meeting;
}

static struct meeting_rows meetings_of(void *context, struct store *store)
{
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(context, store, &rows, &err), err);
    return rows;
}

static void edit(void *context, struct store *store, struct edit change)
{
    struct edit_result *result;
    struct err err;
    assert_ok(store_edit(context, store, &change, &result, &err), err);
}

static int64_t number_of(struct store *store, const char *sql)
{
    int64_t n = -1;
    struct err err;
    assert_ok(db_number(store->db, sql, -1, &n, &err), err);
    return n;
}

static struct store *new_store(void *context)
{
    return open_store(context, scratch_path(context, "minutebook.db"), STORE_WRITE);
}

/* ---- one paper ------------------------------------------------------------------------------------- */

static void a_paper_is_kept_and_read_back_whole(void **state)
{
    struct store *store = new_store(*state);
    struct draft *pack = elmsworth_pack(*state, "pack");
    struct import_result *result = import(*state, store, pack);
    assert_int_equal(result->outcome, IMPORT_NEW);
    assert_string_equal(result->meeting_id, "housing-scrutiny-panel-2031-03-06");
    assert_int_equal(result->items, 4);
    assert_null(result->joined_because);

    struct meeting *meeting = meeting_of(*state, store, result->meeting_id);
    meeting->id = NULL; /* all else is as the paper says */
    assert_int_equal(meeting->n_sources, 1);
    assert_string_equal(meeting->sources[0].path, "pack.txt");
    meeting->n_sources = 0;
    for (size_t i = 0; i < meeting->n_items; i++)
        meeting->items[i].in_latest = pack->meeting->items[i].in_latest;
    assert_string_equal(record_text(*state, &meeting_type, meeting), record_text(*state, &meeting_type, pack->meeting));

    struct err err;
    int64_t source, kept;
    struct draft *draft;
    assert_ok(keep_find(store->db, pack->sha256, &source, &kept, &err), err);
    assert_ok(keep_load(*state, store->db, kept, &draft, &err), err);
    assert_string_equal(record_text(*state, &draft_type, draft), record_text(*state, &draft_type, pack));
}

static void the_bytes_are_kept_unless_told_otherwise(void **state)
{
    struct store *store = new_store(*state);
    struct draft *pack = elmsworth_pack(*state, "pack"), *page = elmsworth_page(*state, "page");
    struct import_result *result;
    struct err err;
    char *bytes = mem_zero_named(*state, 700000, "bytes");
    memset(bytes, 'x', 700000);
    assert_ok(store_import(*state, store, pack, bytes, 700000, NULL, &result, &err), err);
    assert_int_equal(number_of(store, "SELECT total(length(bytes)) FROM source_chunk"), 700000);
    assert_int_equal(number_of(store, "SELECT count(*) FROM source_chunk"), 3);
    assert_ok(store_import(*state, store, page, bytes, 700000, &(struct import_options){.no_keep = true}, &result, &err), err);
    assert_int_equal(number_of(store, "SELECT count(*) FROM source_chunk"), 3);
}

static void a_programme_is_read_back_whole(void **state)
{
    struct store *store = new_store(*state);
    struct draft *pack = elmsworth_other_pack(*state, "other");
    import(*state, store, pack);
    struct programmes programmes;
    struct err err;
    assert_ok(store_programmes(*state, store, "housing scrutiny panel", &programmes, &err), err);
    assert_int_equal(programmes.n, 1);
    assert_string_equal(programmes.at[0]->meeting_id, "housing-scrutiny-panel-2031-01-16");
    struct programme expected = *pack->programme;
    expected.meeting_id = programmes.at[0]->meeting_id;
    expected.committee = pack->meeting->committee;
    expected.published_for = pack->meeting->date;
    assert_string_equal(record_text(*state, &programme_type, programmes.at[0]), record_text(*state, &programme_type, &expected));
    assert_ok(store_programmes(*state, store, "Planning Committee", &programmes, &err), err);
    assert_int_equal(programmes.n, 0);
}

static void the_same_paper_again_changes_nothing(void **state)
{
    struct store *store = new_store(*state);
    import(*state, store, elmsworth_pack(*state, "pack"));
    int64_t before = store_generation(store);
    assert_int_equal(import(*state, store, elmsworth_pack(*state, "pack"))->outcome, IMPORT_UNCHANGED);
    assert_int_equal(store_generation(store), before);
    /* read anew, it says the same */
    assert_int_equal(import_with(*state, store, elmsworth_pack(*state, "pack"), &(struct import_options){.again = true})->outcome, IMPORT_UNCHANGED);
}

static void a_better_reader_replaces_the_draft(void **state)
{
    struct store *store = new_store(*state);
    import(*state, store, elmsworth_pack(*state, "pack"));
    struct draft *better = elmsworth_pack(*state, "pack");
    better->reader_version = 2;
    better->meeting->items[3].timing = mem_strdup(better, "11.00 to 11.30am");
    assert_int_equal(import(*state, store, better)->outcome, IMPORT_UNCHANGED); /* not asked for */
    assert_int_equal(import_with(*state, store, better, &(struct import_options){.again = true})->outcome, IMPORT_UPDATED);
    assert_string_equal(meeting_of(*state, store, "housing-scrutiny-panel-2031-03-06")->items[3].timing, "11.00 to 11.30am");
    assert_int_equal(number_of(store, "SELECT count(*) FROM draft"), 1);
    assert_int_equal(number_of(store, "SELECT reader_version FROM source"), 2);
}

static void a_paper_that_is_read_anew_as_another_form_is_of_that_form(void **state)
{
    static const char SQL_FORM[] = "SELECT count(*) FROM source WHERE form = 'pack-markdown' AND incomplete = 1";
    struct store *store = new_store(*state);
    import(*state, store, elmsworth_pack(*state, "pack"));
    struct draft *other = elmsworth_pack(*state, "pack");
    other->form = other->form == FORM_PACK_MARKDOWN ? FORM_PACK_TEXT : FORM_PACK_MARKDOWN;
    other->incomplete = true;
    assert_int_equal(other->form, FORM_PACK_MARKDOWN);
    assert_int_equal(import_with(*state, store, other, &(struct import_options){.again = true})->outcome, IMPORT_UPDATED);
    assert_int_equal(number_of(store, SQL_FORM), 1);
    assert_int_equal(import_with(*state, store, other, &(struct import_options){.again = true})->outcome, IMPORT_UNCHANGED);
}

/* ---- several papers ---------------------------------------------------------------------------------- */

static void a_pack_and_its_page_become_one_meeting(void **state)
{
    struct store *store = new_store(*state);
    struct import_result *page = import(*state, store, elmsworth_page(*state, "page"));
    assert_int_equal(page->outcome, IMPORT_NEEDS_DETAILS);
    assert_string_equal(page->needs.at[0], "committee");
    assert_int_equal(page->truncated, 1);
    struct import_result *pack = import(*state, store, elmsworth_pack(*state, "pack"));
    assert_int_equal(pack->outcome, IMPORT_NEW);
    assert_string_equal(pack->joined_because, "the notice's date, the venue and four of four titles agree");
    assert_int_equal(meetings_of(*state, store).n, 1);
    struct meeting *meeting = meeting_of(*state, store, page->meeting_id); /* the former id goes on answering */
    assert_string_equal(meeting->id, "housing-scrutiny-panel-2031-03-06");
    assert_string_equal(meeting->items[1].minute_number, "42");
    assert_string_equal(meeting->items[1].agenda_number, "2");
    assert_int_equal(meeting->items[1].follow, FOLLOW_PUBLISHED_NOT_HELD);
    struct meeting_row row = meetings_of(*state, store).at[0];
    assert_int_equal(row.sources, 2);
    assert_int_equal(row.minutes, 4);
    assert_int_equal(row.minutes_cut, 1);
    assert_int_equal(row.reports_held, 1);
    assert_int_equal(row.reports_to_follow, 0);
    assert_int_equal(row.reports_not_held, 1);
    assert_true(row.has_agenda && row.has_minutes && !row.has_programme);
}

static void what_is_replaced_is_taken_away(void **state)
{
    struct store *store = new_store(*state);
    import(*state, store, elmsworth_page(*state, "page"));
    import(*state, store, elmsworth_pack(*state, "pack"));
    import(*state, store, elmsworth_other_pack(*state, "other"));
    assert_int_equal(number_of(store, "SELECT count(*) FROM meeting"), 2);
    assert_int_equal(number_of(store, "SELECT count(*) FROM item"), 7);
    assert_int_equal(number_of(store, "SELECT count(*) FROM edition"), 2);
    assert_int_equal(number_of(store, "SELECT count(DISTINCT edition) FROM search_place"), 2);
    struct strings findings = {0};
    struct err err = {0};
    enum status status = store_check(*state, store, &findings, &err);
    if (status != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

static void an_import_leaves_other_meetings_alone(void **state)
{
    struct store *store = new_store(*state);
    import(*state, store, elmsworth_other_pack(*state, "other"));
    int64_t row = number_of(store, "SELECT id FROM meeting");
    import(*state, store, elmsworth_pack(*state, "pack"));
    import(*state, store, elmsworth_page(*state, "page"));
    assert_int_equal(number_of(store, "SELECT id FROM meeting WHERE date = '2031-01-16'"), row);
}

static void a_second_meeting_on_the_day_renames_the_first(void **state)
{
    struct store *store = new_store(*state);
    import(*state, store, elmsworth_pack(*state, "pack"));
    struct draft *evening = elmsworth_other_pack(*state, "evening");
    paper_on(evening, 2031, 3, 6, DATE_STATED);
    struct import_result *result = import(*state, store, evening);
    assert_string_equal(result->meeting_id, "housing-scrutiny-panel-2031-03-06-1830");
    struct meeting_rows rows = meetings_of(*state, store);
    assert_int_equal(rows.n, 2);
    assert_string_equal(rows.at[0].id, "housing-scrutiny-panel-2031-03-06-1000");
    struct strings backups;
    struct err err;
    assert_ok(store_forget(*state, store, evening->sha256, &backups, &err), err);
    assert_string_equal(meetings_of(*state, store).at[0].id, "housing-scrutiny-panel-2031-03-06");
}

/* ---- what the member says --------------------------------------------------------------------------------- */

static void a_stated_committee_places_the_paper(void **state)
{
    struct store *store = new_store(*state);
    struct draft *page = elmsworth_page(*state, "page");
    struct import_result *first = import(*state, store, page);
    struct import_options stated = {.committee = "Housing Scrutiny Panel"};
    struct import_result *result = import_with(*state, store, page, &stated);
    assert_int_equal(result->outcome, IMPORT_UPDATED);
    assert_string_equal(result->meeting_id, "housing-scrutiny-panel-2031-03-06");
    assert_int_equal(result->needs.n, 0);
    assert_string_equal(meeting_of(*state, store, first->meeting_id)->id, result->meeting_id);
    assert_int_equal(import_with(*state, store, page, &stated)->outcome, IMPORT_UNCHANGED);
}

static void a_stated_day_is_given_and_the_papers_day_kept_beside(void **state)
{
    struct store *store = new_store(*state);
    struct import_options stated = {.committee = "Housing Scrutiny Panel", .date = {2031, 3, 7}};
    struct import_result *result = import_with(*state, store, elmsworth_page(*state, "page"), &stated);
    struct meeting *meeting = meeting_of(*state, store, result->meeting_id);
    assert_int_equal(meeting->date_basis, DATE_GIVEN);
    assert_int_equal(meeting->date.day, 7);
    assert_string_equal(meeting->date_reason, "you stated it");
    assert_string_equal(meeting->alternatives[0].field, "date");
    assert_string_equal(meeting->alternatives[0].value, "2031-03-06");
}

static void a_detail_stated_later_and_taken_back(void **state)
{
    struct store *store = new_store(*state);
    struct import_result *result = import(*state, store, elmsworth_page(*state, "page"));
    edit(*state, store, (struct edit){.kind = EDIT_MEETING_DETAIL, .target = result->meeting_id, .field = "committee", .value = "Panel for Homes"});
    assert_string_equal(meetings_of(*state, store).at[0].id, "panel-for-homes-2031-03-06");
    edit(*state, store, (struct edit){.kind = EDIT_UNDO});
    assert_string_equal(meetings_of(*state, store).at[0].id, result->meeting_id);
    edit(*state, store, (struct edit){.kind = EDIT_REDO});
    assert_string_equal(meetings_of(*state, store).at[0].committee, "Panel for Homes");
}

/* "2 need details" of a folder's first import is said by the second, too. */
static void what_a_paper_needs_is_said_each_time_it_is_seen(void **state)
{
    struct store *store = new_store(*state);
    struct draft *page = elmsworth_page(*state, "page");
    page->meeting->date = (struct date){0};
    page->meeting->date_basis = DATE_UNKNOWN;
    assert_int_equal(import(*state, store, page)->outcome, IMPORT_NEEDS_DETAILS);
    assert_int_equal(import(*state, store, page)->outcome, IMPORT_NEEDS_DETAILS);
}

static void the_member_parts_and_joins_again(void **state)
{
    struct store *store = new_store(*state);
    import(*state, store, elmsworth_pack(*state, "pack"));
    import(*state, store, elmsworth_page(*state, "page"));
    edit(*state, store, (struct edit){.kind = EDIT_MEETING_PART, .target = "housing-scrutiny-panel-2031-03-06"});
    struct meeting_rows rows = meetings_of(*state, store);
    assert_int_equal(rows.n, 2);
    assert_null(rows.at[0].joined_because);
    struct join_offers offers;
    struct err err;
    assert_ok(store_join_offers(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 0); /* parted is not offered again */
    assert_int_equal(import(*state, store, elmsworth_page(*state, "page"))->outcome, IMPORT_NEEDS_DETAILS);
    edit(*state, store, (struct edit){.kind = EDIT_MEETING_JOIN, .target = rows.at[0].id, .value = rows.at[1].id});
    rows = meetings_of(*state, store);
    assert_int_equal(rows.n, 1);
    assert_string_equal(rows.at[0].joined_because, "you joined them");
    edit(*state, store, (struct edit){.kind = EDIT_UNDO});
    assert_int_equal(meetings_of(*state, store).n, 2);
    edit(*state, store, (struct edit){.kind = EDIT_UNDO});
    rows = meetings_of(*state, store);
    assert_int_equal(rows.n, 1);
    assert_non_null(strstr(rows.at[0].joined_because, "titles agree"));
}

static void a_ruling_that_was_not_published_is_at_the_next_start(void **state)
{
    struct store *store = new_store(*state);
    import(*state, store, elmsworth_pack(*state, "pack"));
    import(*state, store, elmsworth_page(*state, "page"));
    edit(*state, store, (struct edit){.kind = EDIT_MEETING_PART, .target = "housing-scrutiny-panel-2031-03-06"});
    /* as if the program had been killed between the ruling and what follows from it */
    struct err err;
    unguard(store);
    assert_ok(db_script(store->db, "UPDATE published SET user_seq = 0; UPDATE ruling SET kind = kind", &err), err);
    char *path = mem_strdup(*state, store_path(store));
    assert_ok(db_script(store->db, "UPDATE meeting SET made_from = 'stale'", &err), err);
    talloc_free(store);
    store = open_store(*state, path, STORE_WRITE);
    assert_int_equal(number_of(store, "SELECT count(*) FROM meeting WHERE made_from = 'stale'"), 0);
    assert_int_equal(meetings_of(*state, store).n, 2);
}

static void forgetting_takes_what_only_it_brought(void **state)
{
    struct store *store = new_store(*state);
    struct draft *pack = elmsworth_pack(*state, "pack"), *page = elmsworth_page(*state, "page");
    import(*state, store, pack);
    struct import_result *result = import(*state, store, page);
    struct action action = {.meeting_id = result->meeting_id, .source_sha256 = page->sha256};
    action.class = mem_strdup(*state, "action");
    action.status = mem_strdup(*state, "not started");
    action.committee = mem_strdup(*state, "Housing Scrutiny Panel");
    action.minute_number = mem_strdup(*state, "42");
    action.subject = mem_strdup(*state, "empty homes");
    action.quote = mem_strdup(*state, "The Panel noted point 2 of the item.");
    edit(*state, store, (struct edit){.kind = EDIT_ACTION_ADD, .action = &action});
    struct source_rows sources;
    struct err err;
    assert_ok(store_sources(*state, store, "page.txt", &sources, &err), err);
    assert_int_equal(sources.n, 1);
    assert_int_equal(sources.at[0].notes_kept, 1);
    assert_string_equal(sources.at[0].meeting_id, result->meeting_id);
    struct strings backups;
    assert_ok(store_forget(*state, store, page->sha256, &backups, &err), err);
    struct meeting *meeting = meeting_of(*state, store, result->meeting_id);
    assert_null(meeting->items[1].minute_number);
    assert_int_equal(number_of(store, "SELECT count(*) FROM source"), 1);
    assert_int_equal(number_of(store, "SELECT count(*) FROM draft"), 1);
    struct actions actions;
    assert_ok(store_actions(*state, store, &actions, &err), err);
    assert_int_equal(actions.n, 1);
    assert_string_equal(actions.at[0]->quote, action.quote);
    assert_ok(store_forget(*state, store, pack->sha256, &backups, &err), err);
    assert_int_equal(number_of(store, "SELECT (SELECT count(*) FROM meeting) + (SELECT count(*) FROM draft_value) + (SELECT count(*) FROM search_text)"), 0);
    assert_int_equal(store_forget(*state, store, pack->sha256, &backups, &err), STATUS_USAGE);
    assert_int_equal(import(*state, store, pack)->outcome, IMPORT_NEW);
}

/* ---- offers ------------------------------------------------------------------------------------------------- */

static void a_committee_is_offered_with_its_reasons(void **state)
{
    struct store *store = new_store(*state);
    struct draft *page = elmsworth_page(*state, "page");
    paper_on(page, 2031, 2, 6, DATE_INFERRED); /* joins nothing */
    strings_add(page, &page->telephones, "05550100");
    struct import_result *result = import(*state, store, page);
    struct committee_offer *offer;
    struct err err;
    assert_ok(store_offer_committee(*state, store, result->meeting_id, &offer, &err), err);
    assert_int_equal(offer->reasons.n, 1); /* nothing else is held yet */
    import(*state, store, elmsworth_other_pack(*state, "other"));
    assert_ok(store_offer_committee(*state, store, result->meeting_id, &offer, &err), err);
    assert_string_equal(offer->committee, "Housing Scrutiny Panel");
    assert_string_equal(offer->reasons.at[0], "its name is in minute 42");
    assert_string_equal(offer->reasons.at[1], "the contact's telephone number is that of 16 January 2031");
    assert_null(meeting_of(*state, store, result->meeting_id)->committee);
    assert_ok(store_offer_committee(*state, store, "housing-scrutiny-panel-2031-01-16", &offer, &err), err);
    assert_null(offer);
}

static void meetings_that_nearly_agree_are_offered(void **state)
{
    struct store *store = new_store(*state);
    struct draft *page = elmsworth_page(*state, "page");
    paper_committee(page, "Housing Scrutiny Panel");
    page->meeting->minutes_after_midnight = 600;
    paper_item(page, "Any Other Business");
    import(*state, store, page);
    import(*state, store, elmsworth_pack(*state, "pack"));
    import(*state, store, elmsworth_other_pack(*state, "other"));
    struct join_offers offers;
    struct err err;
    assert_ok(store_join_offers(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 1);
    assert_string_equal(offers.at[0].reason, "the committee, the date and the time agree, and four of five titles");
}

static void papers_that_fit_more_than_one_meeting_are_offered(void **state)
{
    struct store *store = new_store(*state);
    struct draft *page = elmsworth_page(*state, "page"), *april = elmsworth_pack(*state, "april");
    paper_on(page, 0, 0, 0, DATE_UNKNOWN);
    paper_on(april, 2031, 4, 3, DATE_STATED);
    import(*state, store, page);
    import(*state, store, elmsworth_pack(*state, "march"));
    assert_int_equal(meetings_of(*state, store).n, 1);
    import(*state, store, april); /* now the page fits two */
    assert_int_equal(meetings_of(*state, store).n, 3);
    struct join_offers offers;
    struct err err;
    assert_ok(store_join_offers(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 2);
    assert_string_equal(offers.at[0].reason, "four of four titles agree, but it is not the only meeting that fits");
    /* the member says which day: then it fits one */
    edit(*state, store, (struct edit){.kind = EDIT_MEETING_DETAIL, .target = offers.at[0].other_id, .field = "date", .value = "2031-04-03"});
    assert_int_equal(meetings_of(*state, store).n, 2);
    edit(*state, store, (struct edit){.kind = EDIT_UNDO});
    assert_int_equal(meetings_of(*state, store).n, 3);
}

/* ---- finding --------------------------------------------------------------------------------------------------- */

static char *found(void *context, struct store *store, const char *words)
{
    char *id = NULL;
    struct err err;
    assert_ok(store_find_meeting(context, store, words, (struct date){2031, 2, 1}, &id, &err), err);
    return id;
}

static void a_meeting_is_found_as_people_name_it(void **state)
{
    struct store *store = new_store(*state);
    import(*state, store, elmsworth_pack(*state, "pack"));
    import(*state, store, elmsworth_other_pack(*state, "other"));
    const char *march = "housing-scrutiny-panel-2031-03-06", *january = "housing-scrutiny-panel-2031-01-16";
    assert_string_equal(found(*state, store, march), march);
    assert_string_equal(found(*state, store, "housing-scrutiny-panel-2031-03"), march);
    assert_string_equal(found(*state, store, "2031-01-16"), january);
    assert_string_equal(found(*state, store, "16 January 2031"), january);
    assert_string_equal(found(*state, store, "next"), march);
    assert_string_equal(found(*state, store, "last"), january);
    assert_string_equal(found(*state, store, "housing-scrutiny-panel-2031-03-06-1000"), march);
    char *id;
    struct err err;
    assert_int_equal(store_find_meeting(*state, store, "housing", (struct date){2031, 2, 1}, &id, &err), STATUS_USAGE);
    assert_non_null(strstr(err.text, january));
    assert_int_equal(store_find_meeting(*state, store, "2031-03-07", (struct date){2031, 2, 1}, &id, &err), STATUS_USAGE);
    assert_int_equal(store_find_meeting(*state, store, "", (struct date){2031, 2, 1}, &id, &err), STATUS_USAGE);
    struct meeting *meeting;
    assert_int_equal(store_meeting(*state, store, "housing", &meeting, &err), STATUS_USAGE);
}

static void an_item_is_found_by_either_number(void **state)
{
    struct draft *page = elmsworth_page(*state, "page");
    struct meeting *meeting = page->meeting;
    meeting->items[0].agenda_number = mem_strdup(meeting, "43"); /* also the third one's minute */
    meeting->items[1].minute_number = mem_strdup(meeting, "77/21");
    int position;
    struct err err;
    assert_ok(meeting_find_item(meeting, "m43", &position, &err), err);
    assert_int_equal(position, 3);
    assert_ok(meeting_find_item(meeting, "43", &position, &err), err);
    assert_int_equal(position, 3);
    assert_ok(meeting_find_item(meeting, "a43", &position, &err), err);
    assert_int_equal(position, 1);
    assert_ok(meeting_find_item(meeting, "77/21", &position, &err), err);
    assert_int_equal(position, 2);
    assert_ok(meeting_find_item(meeting, "@4", &position, &err), err);
    assert_int_equal(position, 4);
    const char *const wrong[] = {"@5", "@", "m", "m1", "", "@4x"};
    for (size_t i = 0; i < MB_LENGTH(wrong); i++)
        assert_int_equal(meeting_find_item(meeting, wrong[i], &position, &err), STATUS_USAGE);
    meeting->items[3].minute_number = mem_strdup(meeting, "43");
    assert_int_equal(meeting_find_item(meeting, "43", &position, &err), STATUS_USAGE);
    assert_non_null(strstr(err.text, "@4"));
}

static void counts_are_those_of_the_desk(void **state)
{
    struct store *store = new_store(*state);
    struct draft *page = elmsworth_page(*state, "page");
    paper_on(page, 2031, 2, 6, DATE_INFERRED);
    import(*state, store, page);
    import(*state, store, elmsworth_pack(*state, "pack"));
    struct store_counts counts;
    struct err err;
    assert_ok(store_count(store, &counts, &err), err);
    assert_int_equal(counts.sources, 2);
    assert_int_equal(counts.meetings, 2);
    assert_int_equal(counts.minutes, 4);
    assert_int_equal(counts.minutes_cut, 1);
    assert_int_equal(counts.papers_to_get, 3); /* two on the page, one to follow in the pack */
    assert_int_equal(counts.meetings_unplaced, 1);
}

static void a_draft_with_bad_text_is_refused_and_leaves_nothing(void **state)
{
    struct store *store = new_store(*state);
    struct draft *pack = elmsworth_pack(*state, "pack");
    pack->meeting->items[2].blocks[1].text = mem_strdup(pack, "caf\xE9");
    struct import_result *result;
    struct err err;
    assert_int_equal(store_import(*state, store, pack, "x", 1, NULL, &result, &err), STATUS_INPUT);
    assert_int_equal(meetings_of(*state, store).n, 0);
    assert_int_equal(import(*state, store, elmsworth_pack(*state, "pack"))->outcome, IMPORT_NEW);
    assert_int_equal(number_of(store, "SELECT count(*) FROM draft"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_paper_is_kept_and_read_back_whole),
        STORE_CASE(the_bytes_are_kept_unless_told_otherwise),
        STORE_CASE(a_programme_is_read_back_whole),
        STORE_CASE(the_same_paper_again_changes_nothing),
        STORE_CASE(a_better_reader_replaces_the_draft),
        STORE_CASE(a_paper_that_is_read_anew_as_another_form_is_of_that_form),
        STORE_CASE(a_pack_and_its_page_become_one_meeting),
        STORE_CASE(what_is_replaced_is_taken_away),
        STORE_CASE(an_import_leaves_other_meetings_alone),
        STORE_CASE(a_second_meeting_on_the_day_renames_the_first),
        STORE_CASE(a_stated_committee_places_the_paper),
        STORE_CASE(a_stated_day_is_given_and_the_papers_day_kept_beside),
        STORE_CASE(a_detail_stated_later_and_taken_back),
        STORE_CASE(what_a_paper_needs_is_said_each_time_it_is_seen),
        STORE_CASE(the_member_parts_and_joins_again),
        STORE_CASE(a_ruling_that_was_not_published_is_at_the_next_start),
        STORE_CASE(forgetting_takes_what_only_it_brought),
        STORE_CASE(a_committee_is_offered_with_its_reasons),
        STORE_CASE(meetings_that_nearly_agree_are_offered),
        STORE_CASE(papers_that_fit_more_than_one_meeting_are_offered),
        STORE_CASE(a_meeting_is_found_as_people_name_it),
        STORE_CASE(an_item_is_found_by_either_number),
        STORE_CASE(counts_are_those_of_the_desk),
        STORE_CASE(a_draft_with_bad_text_is_refused_and_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
