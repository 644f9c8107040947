/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What the member keeps for themselves: notes and questions stand at their item whatever becomes of its numbers, are found, undone and
 * looked back on as follow-ups are; searches have names; marks of what was looked at are no work that could be undone. */
#include "unit/store/papers.h"
#include "unit/store/rows.h"

#define T(text) ((char *)(text))

static void sound(void **state, struct store *store)
{
    struct strings findings;
    struct err err;
    if (store_check(*state, store, &findings, &err) != STATUS_OK)
        fail_msg("%s", findings.n ? findings.at[0] : err.text);
}

static struct note on_ferries(void)
{
    return (struct note){.kind = T("question"), .meeting_id = T("tolls-panel-2031-05-01"), .committee = T("Tolls Panel"),
                         .meeting_date = {2031, 5, 1}, .agenda_number = T("4"), .minute_number = T("40"), .item_title = T("Ferry times"),
                         .quote = T("Two boats were out of use."), .quote_place = T("minutes:0"), .text = T("Which boats, and why?"),
                         .for_whom = T("the Harbour Master")};
}

static char *add_note(void **state, struct store *store, const char *text)
{
    struct note note = on_ferries();
    note.text = T(text);
    return edit(state, store, &(struct edit){.kind = EDIT_NOTE_ADD, .note = &note})->id;
}

static struct note *note(void **state, struct store *store, const char *which)
{
    struct note *found;
    struct err err;
    assert_ok(store_note(*state, store, which, &found, &err), err);
    return found;
}

static size_t count(void **state, struct store *store, const char *meeting)
{
    struct notes all;
    struct err err;
    assert_ok(store_notes(*state, store, meeting, &all, &err), err);
    return all.n;
}

static void a_note_is_kept_with_its_place_and_words(void **state)
{
    struct store *store = new_store(state);
    char *id = add_note(state, store, "Which boats, and why?");
    struct note *found = note(state, store, mem_printf(*state, "%.8s", id));
    assert_string_equal(found->kind, "question");
    assert_string_equal(found->text, "Which boats, and why?");
    assert_string_equal(found->quote, "Two boats were out of use.");
    assert_string_equal(found->for_whom, "the Harbour Master");
    assert_string_equal(note_place_words(*state, found), "Tolls Panel, 1 May 2031, minute 40");
    assert_int_equal(count(state, store, NULL), 1);
    assert_int_equal(count(state, store, "tolls-panel-2031-05-01"), 1);
    assert_int_equal(count(state, store, "tolls-panel-2031-05-02"), 0);
    sound(state, store);
}

static void a_note_is_found_and_says_what_it_is(void **state)
{
    struct store *store = new_store(state);
    struct search_rows rows;
    struct err err;
    char *id = add_note(state, store, "Which boats, and why?");
    struct search_request request = {.mine_match = "\"boats\"", .limit = 10};
    assert_ok(store_search(*state, store, &request, &rows, &err), err);
    assert_int_equal(rows.n, 1);
    assert_int_equal(rows.at[0].kind, PASSAGE_QUESTION);
    assert_string_equal(rows.at[0].note_id, id);
    assert_null(rows.at[0].action_id);
    assert_string_equal(rows.at[0].title, "Ferry times");
    assert_string_equal(rows.at[0].minute_number, "40");
    assert_int_equal(mine_hits(store, mem_printf(*state, "\"%s\"", store_search_word(*state, META_KIND, "question"))), 1);
    assert_int_equal(mine_hits(store, mem_printf(*state, "\"%s\"", store_search_word(*state, META_ITEM, "40"))), 1);
    assert_int_equal(mine_hits(store, "recipient : \"harbour\""), 1);
    edit(state, store, &(struct edit){.kind = EDIT_NOTE_SET, .target = id, .field = "kind", .value = "note"});
    assert_ok(store_search(*state, store, &request, &rows, &err), err);
    assert_int_equal(rows.at[0].kind, PASSAGE_NOTE);
}

static void a_note_is_changed_taken_back_and_undone(void **state)
{
    struct store *store = new_store(state);
    char *id = add_note(state, store, "Which boats?");
    edit(state, store, &(struct edit){.kind = EDIT_NOTE_SET, .target = id, .field = "text", .value = "Which ferries?"});
    assert_string_equal(note(state, store, id)->text, "Which ferries?");
    assert_int_equal(mine_hits(store, "body : \"ferries\""), 1);
    assert_string_equal(edit(state, store, &(struct edit){.kind = EDIT_NOTE_WITHDRAW, .target = id})->sentence,
                        "taken back: question on minute 40: Which ferries?");
    assert_int_equal(count(state, store, NULL), 0);
    assert_int_equal(mine_hits(store, "\"ferries\""), 0);
    sound(state, store);
    undo(state, store);
    assert_int_equal(mine_hits(store, "body : \"ferries\""), 1);
    undo(state, store);
    assert_string_equal(note(state, store, id)->text, "Which boats?");
    assert_string_equal(undo(state, store)->sentence, "undone: question on minute 40: Which boats?");
    assert_int_equal(count(state, store, NULL), 0);
    redo(state, store);
    assert_int_equal(mine_hits(store, "\"boats\""), 1);
    sound(state, store);
}

static void what_is_no_note_is_refused(void **state)
{
    struct store *store = new_store(state);
    struct note wrong = on_ferries();
    char *id = add_note(state, store, "Which boats?");
    wrong.text = NULL;
    refused(state, store, &(struct edit){.kind = EDIT_NOTE_ADD, .note = &wrong}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_NOTE_ADD}, STATUS_USAGE);
    wrong = on_ferries();
    wrong.kind = T("poem");
    refused(state, store, &(struct edit){.kind = EDIT_NOTE_ADD, .note = &wrong}, STATUS_USAGE);
    wrong = on_ferries();
    wrong.text = T("\xFF");
    refused(state, store, &(struct edit){.kind = EDIT_NOTE_ADD, .note = &wrong}, STATUS_INPUT);
    refused(state, store, &(struct edit){.kind = EDIT_NOTE_SET, .target = id, .field = "text"}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_NOTE_SET, .target = id, .field = "meeting_id", .value = "x"}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_NOTE_SET, .target = id, .field = "text", .value = "x", .version = 7}, STATUS_CONFLICT);
    refused(state, store, &(struct edit){.kind = EDIT_NOTE_WITHDRAW, .target = "ab"}, STATUS_USAGE);
    assert_string_equal(note(state, store, id)->text, "Which boats?");
}

static void a_damaged_note_is_named_and_not_written_over(void **state)
{
    struct store *store = new_store(state);
    struct strings findings;
    struct err err;
    char *id = add_note(state, store, "Which boats?");
    plant(state, "UPDATE note SET text = 'Which goats?'");
    refused(state, store, &(struct edit){.kind = EDIT_NOTE_SET, .target = id, .field = "text", .value = "x"}, STATUS_STORE);
    assert_int_equal(store_check(*state, store, &findings, &err), STATUS_STORE);
    assert_non_null(strstr(findings.at[0], "is damaged; its history holds it as it was"));
}

static void a_note_missing_in_the_index_is_found_by_check(void **state)
{
    struct store *store = new_store(state);
    struct strings findings;
    struct err err;
    add_note(state, store, "Which boats?");
    plant(state, "DELETE FROM mine");
    assert_int_equal(store_check(*state, store, &findings, &err), STATUS_STORE);
    assert_string_equal(findings.at[0], "follow-ups or notes that are not in the search index as they should be: 1");
}

static struct item item(const char *agenda, const char *minute, const char *title)
{
    return (struct item){.agenda_number = T(agenda), .minute_number = T(minute), .title = T(title)};
}

static void a_note_stays_with_its_item_when_numbers_come_and_go(void **state)
{
    struct item items[] = {item("3", NULL, "Minutes"), item("4", NULL, "Ferry times"), item("5", NULL, "Piers")};
    struct meeting meeting = {.id = T("m"), .committee = T("Tolls Panel"), .date = {2031, 5, 1}, .items = items, .n_items = 3};
    struct note at = {.kind = T("note")};
    (void)state;
    for (int i = 0; i < 3; i++)
        items[i].position = i + 1;
    note_place(*state, &meeting, 2, &at);
    assert_int_equal(note_position(&meeting, &at), 2);
    items[1].minute_number = T("40"); /* the minutes come */
    items[2].minute_number = T("41");
    assert_int_equal(note_position(&meeting, &at), 2);
    items[0] = item("3", NULL, "Urgent business"); /* one more item before it; its number moves on */
    items[1] = item("4", "39", "Minutes");
    items[2] = item("5", "40", "Ferry times");
    items[0].position = 1, items[1].position = 2, items[2].position = 3;
    at.minute_number = T("40");
    assert_int_equal(note_position(&meeting, &at), 3);
    at = (struct note){.kind = T("note")};
    note_place(*state, &meeting, 0, &at);
    assert_int_equal(note_position(&meeting, &at), 0);
}

static enum item_read read_of(void **state, struct store *store, const struct meeting *meeting, size_t item)
{
    struct item_reads reads;
    struct err err;
    assert_ok(store_item_reads(*state, store, meeting, &reads, &err), err);
    assert_int_equal(reads.n, meeting->n_items);
    return reads.of[item];
}

static void turn(void **state, struct store *store, const struct meeting *meeting, int position, bool read)
{
    edit(state, store, &(struct edit){.kind = EDIT_LOOKED, .field = "item", .target = meeting->id,
                                      .value = store_item_key(*state, meeting, position),
                                      .reason = read ? store_item_sum(*state, &meeting->items[position - 1]) : NULL});
}

static void an_item_that_was_read_shows_when_it_says_more(void **state)
{
    struct store *store = new_store(state);
    struct item items[] = {item("3", NULL, "Minutes"), item("4", NULL, "Ferry times"), item("4", NULL, "Ferry times, supplement")};
    struct meeting meeting = {.id = T("m"), .items = items, .n_items = 3};
    struct read_counts counts;
    struct err err;
    turn(state, store, &meeting, 2, true);
    assert_int_equal(read_of(state, store, &meeting, 0), ITEM_UNREAD);
    assert_int_equal(read_of(state, store, &meeting, 1), ITEM_READ);
    assert_int_equal(read_of(state, store, &meeting, 2), ITEM_UNREAD);
    items[1].minute_number = T("40");
    assert_int_equal(read_of(state, store, &meeting, 1), ITEM_READ); /* a number alone says nothing */
    items[1].minutes_text = T("The ferry was late.");
    assert_int_equal(read_of(state, store, &meeting, 1), ITEM_SAYS_MORE);
    turn(state, store, &meeting, 2, true);
    assert_int_equal(read_of(state, store, &meeting, 1), ITEM_READ);
    turn(state, store, &meeting, 3, true);
    assert_int_equal(read_of(state, store, &meeting, 2), ITEM_READ);
    assert_ok(store_read_counts(*state, store, &counts, &err), err);
    assert_int_equal(counts.n, 1);
    assert_int_equal(counts.at[0].items, 2);
    turn(state, store, &meeting, 2, false);
    assert_int_equal(read_of(state, store, &meeting, 1), ITEM_UNREAD);
    sound(state, store);
}

static void searches_have_names(void **state)
{
    struct store *store = new_store(state);
    struct saved_searches all;
    struct saved_search *one;
    struct err err;
    edit(state, store, &(struct edit){.kind = EDIT_SEARCH_SAVE, .field = "Ferries", .value = "ferry OR boat"});
    edit(state, store, &(struct edit){.kind = EDIT_SEARCH_SAVE, .field = "damp", .value = "damp", .reason = "oldest"});
    edit(state, store, &(struct edit){.kind = EDIT_SEARCH_SAVE, .field = "ferries", .value = "ferry"});
    assert_ok(store_saved_searches(*state, store, &all, &err), err);
    assert_int_equal(all.n, 2);
    assert_string_equal(all.at[0]->name, "damp");
    assert_string_equal(all.at[0]->sort, "oldest");
    assert_string_equal(all.at[1]->words, "ferry");
    undo(state, store);
    assert_ok(store_saved_search(*state, store, "FERRIES", &one, &err), err);
    assert_string_equal(one->words, "ferry OR boat");
    edit(state, store, &(struct edit){.kind = EDIT_SEARCH_DROP, .target = "ferries"});
    assert_int_equal(store_saved_search(*state, store, "ferries", &one, &err), STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_SEARCH_SAVE, .field = "x"}, STATUS_USAGE);
    sound(state, store);
}

static void marks_of_what_was_read_are_no_changes(void **state)
{
    struct store *store = new_store(state);
    struct strings findings;
    struct err err;
    edit(state, store, &(struct edit){.kind = EDIT_LOOKED, .field = "item", .target = "m", .value = "40", .reason = "abc"});
    edit(state, store, &(struct edit){.kind = EDIT_LOOKED, .field = "news"});
    refused(state, store, &(struct edit){.kind = EDIT_UNDO}, STATUS_USAGE);
    refused(state, store, &(struct edit){.kind = EDIT_LOOKED, .field = "moon"}, STATUS_USAGE);
    sound(state, store);
    plant(state, "UPDATE read_mark SET sum = 'abd' WHERE kind = 'item'");
    assert_int_equal(store_check(*state, store, &findings, &err), STATUS_STORE);
    assert_string_equal(findings.at[0], "marks of what was read that are damaged: 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_note_is_kept_with_its_place_and_words),
        STORE_CASE(a_note_is_found_and_says_what_it_is),
        STORE_CASE(a_note_is_changed_taken_back_and_undone),
        STORE_CASE(what_is_no_note_is_refused),
        STORE_CASE(a_damaged_note_is_named_and_not_written_over),
        STORE_CASE(a_note_missing_in_the_index_is_found_by_check),
        STORE_CASE(a_note_stays_with_its_item_when_numbers_come_and_go),
        STORE_CASE(an_item_that_was_read_shows_when_it_says_more),
        STORE_CASE(searches_have_names),
        STORE_CASE(marks_of_what_was_read_are_no_changes),
    };
    return cmocka_run_group_tests_name("store: notes, saved searches, marks", tests, NULL, NULL);
}
