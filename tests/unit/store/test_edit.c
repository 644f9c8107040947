/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The user's own rows: kept with their event, found by any of their names, never written over what
 * somebody else changed, checked as they are read. The council is one that does not exist. */
#include "unit/store/rows.h"

/* ---- keeping -------------------------------------------------------------------------------------- */

static void an_added_follow_up_is_there_after_a_restart(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "report on damp");
    action->due.from = action->due.to = (struct date){2023, 10, 1};
    char due[] = "1 October 2023", empty[] = "";
    action->due_text = due;
    action->owner = empty;
    struct edit_result *result = add(state, store, action);
    assert_string_equal(result->reference, "41/1");
    assert_string_equal(result->sentence, "41/1 added");
    talloc_free(store);
    store = new_store(state);
    struct action *kept = get(state, store, "41/1");
    assert_string_equal(kept->id, result->id);
    assert_string_equal(kept->subject, "report on damp");
    assert_string_equal(kept->quote, "Officers would report back.");
    assert_string_equal(kept->quote_place, "minutes:120");
    assert_string_equal(kept->status, "not started");
    assert_string_equal(kept->due_text, "1 October 2023");
    assert_int_equal(date_compare(kept->due.to, action->due.to), 0);
    assert_null(kept->owner);
    assert_false(kept->damaged);
    assert_int_equal(kept->version, 1);
    struct actions all;
    struct err err;
    assert_ok(store_actions(*state, store, &all, &err), err);
    assert_int_equal(all.n, 1);
}

static void keys_are_random_uuids(void **state)
{
    char *one = uuid_new(*state), *other = uuid_new(*state);
    assert_int_equal(strlen(one), UUID_LENGTH);
    assert_int_equal(one[14], '4');
    assert_non_null(strchr("89ab", one[19]));
    assert_string_not_equal(one, other);
}

static void a_follow_up_that_says_nothing_is_refused(void **state)
{
    struct store *store = new_store(state);
    struct edit_result *result;
    struct err err;
    struct action nothing = {0};
    assert_int_equal(store_edit(*state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .action = &nothing}, &result, &err), STATUS_USAGE);
}

static void bad_bytes_never_enter(void **state)
{
    struct store *store = new_store(state);
    struct edit_result *result;
    struct err err;
    struct action *action = follow_up(state, "bad \xC3 byte");
    assert_int_equal(store_edit(*state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .action = action}, &result, &err), STATUS_INPUT);
    struct actions all;
    assert_ok(store_actions(*state, store, &all, &err), err);
    assert_int_equal(all.n, 0);
}

static void a_store_open_for_reading_takes_no_edit(void **state)
{
    talloc_free(new_store(state));
    struct store *store = open_store(*state, scratch_path(*state, "store.db"), STORE_READ);
    struct edit_result *result;
    struct err err;
    struct action *action = follow_up(state, "x");
    assert_int_equal(store_edit(*state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .action = action}, &result, &err), STATUS_STORE);
}

/* ---- references ----------------------------------------------------------------------------------- */

static void references_take_the_next_free_place(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x");
    assert_string_equal(add(state, store, action)->reference, "41/1");
    assert_string_equal(add(state, store, action)->reference, "41/2");
    char other[] = "77/21";
    action->minute_number = other;
    assert_string_equal(add(state, store, action)->reference, "77/21/1");
    for (int i = 3; i <= 11; i++) {
        action = follow_up(state, "x");
        assert_string_equal(add(state, store, action)->reference, mem_printf(*state, "41/%d", i));
    }
}

static void before_minutes_the_agenda_number_is_used_and_goes_on_answering(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "before");
    action->minute_number = NULL;
    assert_string_equal(add(state, store, action)->reference, "a6/1");
    action = follow_up(state, "after the minutes came");
    assert_string_equal(add(state, store, action)->reference, "41/1");
    assert_string_equal(get(state, store, "a6/1")->subject, "before");
}

static void without_an_item_the_meetings_day_is_the_number(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x");
    action->minute_number = action->agenda_number = NULL;
    assert_string_equal(add(state, store, action)->reference, "2023-09-12/1");
    action->meeting_date = (struct date){0};
    action->meeting_id = NULL;
    assert_string_equal(add(state, store, action)->reference, "own/1");
    assert_string_equal(add(state, store, action)->reference, "own/2");
}

static void a_number_once_given_is_never_given_again(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "first");
    add(state, store, action);
    edit(state, store, &(struct edit){.kind = EDIT_UNDO});
    talloc_free(store);
    store = new_store(state);
    assert_string_equal(add(state, store, action)->reference, "41/2");
}

static void another_meetings_equal_number_gets_its_committee_or_its_day(void **state)
{
    struct store *store = new_store(state);
    struct action *here = follow_up(state, "here"), *there = follow_up(state, "there"), *later = follow_up(state, "later");
    char id[] = "children-and-families-2023-09-14", committee[] = "Children and Families Overview and Scrutiny Panel";
    there->meeting_id = id;
    there->committee = committee;
    char next_year[] = "housing-2024-09-10";
    later->meeting_id = next_year;
    later->meeting_date = (struct date){2024, 9, 10};
    assert_string_equal(add(state, store, here)->reference, "41/1");
    assert_string_equal(add(state, store, there)->reference, "cf 41/1");
    assert_string_equal(add(state, store, later)->reference, "2024-09-10 41/1");
    assert_string_equal(add(state, store, there)->reference, "cf 41/2");
    assert_string_equal(add(state, store, here)->reference, "41/2");
    assert_string_equal(add(state, store, later)->reference, "2024-09-10 41/2");
    assert_string_equal(get(state, store, "CF  41/2")->subject, "there");
}

static void an_unusable_printed_number_makes_no_reference(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x");
    char odd[] = "4 1\n", long_one[] = "1234567890123456789012345";
    action->minute_number = odd;
    action->agenda_number = long_one;
    assert_string_equal(add(state, store, action)->reference, "2023-09-12/1");
}

/* ---- names ---------------------------------------------------------------------------------------- */

static void a_row_answers_to_reference_key_and_beginning_of_the_key(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x"), *found;
    struct err err;
    struct edit_result *result = add(state, store, action);
    char *beginning = mem_strndup(*state, result->id, 8);
    assert_string_equal(get(state, store, result->id)->id, result->id);
    assert_string_equal(get(state, store, beginning)->id, result->id);
    assert_string_equal(get(state, store, " 41/1 ")->id, result->id);
    beginning[7] = '\0';
    assert_int_equal(store_action(*state, store, beginning, &found, &err), STATUS_USAGE);
    assert_int_equal(store_action(*state, store, "41/9", &found, &err), STATUS_USAGE);
    assert_int_equal(store_action(*state, store, "", &found, &err), STATUS_USAGE);
}

/* A beginning that two keys share can only be planted. */
static void an_ambiguous_name_is_refused_with_the_list(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x"), *found;
    struct err err;
    add(state, store, action);
    add(state, store, action);
    assert_ok(db_script(store->db, "UPDATE action SET id = 'abcdefab-0000-4000-8000-00000000000' || substr(reference, 4)", &err), err);
    assert_int_equal(store_action(*state, store, "abcdefab", &found, &err), STATUS_USAGE);
    assert_non_null(strstr(err.text, "41/1"));
    assert_non_null(strstr(err.text, "41/2"));
}

static void the_list_is_newest_meeting_first_then_by_number(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x"), *undated = follow_up(state, "y"), *newer = follow_up(state, "z");
    for (int i = 0; i < 10; i++)
        add(state, store, action);
    undated->meeting_id = NULL;
    undated->meeting_date = (struct date){0};
    char id[] = "housing-2023-11-07", minute[] = "55";
    newer->meeting_id = id;
    newer->minute_number = minute;
    newer->meeting_date = (struct date){2023, 11, 7};
    add(state, store, undated);
    add(state, store, newer);
    struct actions all;
    struct err err;
    assert_ok(store_actions(*state, store, &all, &err), err);
    assert_int_equal(all.n, 12);
    assert_string_equal(all.at[0]->reference, "55/1");
    assert_string_equal(all.at[1]->reference, "41/1");
    assert_string_equal(all.at[2]->reference, "41/2");
    assert_string_equal(all.at[10]->reference, "41/10");
    assert_string_equal(all.at[11]->subject, "y");
}

/* ---- setting -------------------------------------------------------------------------------------- */

static void a_field_is_set_and_the_history_says_from_what_to_what(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x");
    struct edit_result *result = add(state, store, action);
    assert_string_equal(set(state, store, "41/1", "owner", "the Director of Housing")->sentence, "41/1 by whom: the Director of Housing");
    set(state, store, result->id, "owner", "the Leader");
    assert_string_equal(set(state, store, "41/1", "owner", "")->sentence, "41/1 by whom: empty");
    assert_null(get(state, store, "41/1")->owner);
    assert_int_equal(get(state, store, "41/1")->version, 4);
    struct events events;
    struct err err;
    assert_ok(store_history(*state, store, result->id, &events, &err), err);
    assert_int_equal(events.n, 4);
    assert_string_equal(events.at[0].what, "added");
    assert_string_equal(events.at[2].field, "owner");
    assert_string_equal(events.at[2].from, "the Director of Housing");
    assert_string_equal(events.at[2].to, "the Leader");
    assert_null(events.at[3].to);
    assert_true(events.at[3].seq > events.at[2].seq);
}

static void due_words_bring_the_time_the_caller_worked_out(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x"), due = {0};
    char basis[] = "10 working days counted from the meeting of 12 September 2023";
    due.due.from = due.due.to = (struct date){2023, 9, 26};
    due.due_basis = basis;
    add(state, store, action);
    edit(state, store, &(struct edit){.kind = EDIT_ACTION_SET, .target = "41/1", .field = "due_text",
                                      .value = "within ten working days", .action = &due});
    struct action *kept = get(state, store, "41/1");
    assert_int_equal(date_compare(kept->due.to, due.due.to), 0);
    assert_string_equal(kept->due_basis, basis);
    set(state, store, "41/1", "due_text", "in due course");
    kept = get(state, store, "41/1");
    assert_string_equal(kept->due_text, "in due course");
    assert_false(date_is_set(kept->due.to));
    assert_null(kept->due_basis);
    set(state, store, "41/1", "due_text", "March 2024");
    assert_int_equal(date_compare(get(state, store, "41/1")->due.to, (struct date){2024, 3, 31}), 0);
}

static void a_chase_date_is_a_day(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x");
    struct edit_result *result;
    struct err err;
    add(state, store, action);
    assert_string_equal(set(state, store, "41/1", "chase_date", "2023-10-02")->sentence, "41/1 chase: 2 October 2023");
    struct edit bad = {.kind = EDIT_ACTION_SET, .target = "41/1", .field = "chase_date", .value = "soon"};
    assert_int_equal(store_edit(*state, store, &bad, &result, &err), STATUS_USAGE);
    assert_int_equal(get(state, store, "41/1")->chase_date.day, 2);
}

static void what_cannot_be_set_is_refused(void **state)
{
    static const struct edit edits[] = {
        {.kind = EDIT_ACTION_SET, .target = "41/1", .field = "reference", .value = "9/9"},
        {.kind = EDIT_ACTION_SET, .target = "41/1", .field = "quote_place", .value = "other words"},
        {.kind = EDIT_ACTION_SET, .target = "41/1", .field = NULL, .value = "x"},
        {.kind = EDIT_ACTION_SET, .target = "41/1", .field = "status", .value = NULL},
        {.kind = EDIT_ACTION_SET, .target = "41/2", .field = "note", .value = "x"},
        {.kind = EDIT_ACTION_SET, .target = NULL, .field = "note", .value = "x"},
        {.kind = EDIT_ACTION_ADD},
        {.kind = EDIT_SETTING, .value = "x"},
    };
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x");
    struct edit_result *result;
    struct err err;
    add(state, store, action);
    for (size_t i = 0; i < MB_LENGTH(edits); i++)
        assert_int_equal(store_edit(*state, store, &edits[i], &result, &err), STATUS_USAGE);
    assert_int_equal(get(state, store, "41/1")->version, 1);
}

static void the_same_value_again_changes_nothing(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x");
    add(state, store, action);
    set(state, store, "41/1", "note", "rang");
    assert_string_equal(set(state, store, "41/1", "note", "rang")->sentence, "41/1 note: rang, as before");
    assert_int_equal(get(state, store, "41/1")->version, 2);
}

static void a_row_that_changed_meanwhile_is_not_written_over(void **state)
{
    struct store *store = new_store(state), *other = new_store(state);
    struct action *action = follow_up(state, "x");
    struct edit_result *result;
    struct err err;
    add(state, store, action);
    int64_t read = get(state, store, "41/1")->version;
    set(state, other, "41/1", "note", "theirs");
    struct edit mine = {.kind = EDIT_ACTION_SET, .target = "41/1", .field = "note", .value = "ours", .version = read};
    assert_int_equal(store_edit(*state, store, &mine, &result, &err), STATUS_CONFLICT);
    assert_non_null(strstr(err.text, "theirs"));
    assert_string_equal(get(state, store, "41/1")->note, "theirs");
    mine.version = get(state, store, "41/1")->version;
    assert_ok(store_edit(*state, store, &mine, &result, &err), err);
}

static void long_and_hostile_values_make_a_short_clean_sentence(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x");
    add(state, store, action);
    struct edit_result *result = set(state, store, "41/1", "note", "a\x1B[2J\nb \xE2\x80\xAE" "c and very many more words that would not find a place in a status line");
    assert_null(strchr(result->sentence, '\x1B'));
    assert_null(strchr(result->sentence, '\n'));
    assert_null(strstr(result->sentence, "\xE2\x80\xAE"));
    assert_true(text_width(result->sentence, strlen(result->sentence)) < 80);
}

/* ---- settings ------------------------------------------------------------------------------------- */

static void a_setting_is_kept_and_can_be_taken_back(void **state)
{
    struct store *store = new_store(state);
    assert_null(store_setting(*state, store, "theme"));
    edit(state, store, &(struct edit){.kind = EDIT_SETTING, .field = "theme", .value = "plain"});
    edit(state, store, &(struct edit){.kind = EDIT_SETTING, .field = "theme", .value = "dark"});
    talloc_free(store);
    store = new_store(state);
    assert_string_equal(store_setting(*state, store, "theme"), "dark");
    edit(state, store, &(struct edit){.kind = EDIT_SETTING, .field = "theme"});
    assert_null(store_setting(*state, store, "theme"));
}

/* ---- search --------------------------------------------------------------------------------------- */

static void the_members_words_are_found_as_they_stand(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "mould survey");
    add(state, store, action);
    assert_int_equal(mine_hits(store, "mould"), 1);
    set(state, store, "41/1", "subject", "window survey");
    assert_int_equal(mine_hits(store, "mould"), 0);
    assert_int_equal(mine_hits(store, "window"), 1);
    edit(state, store, &(struct edit){.kind = EDIT_UNDO});
    assert_int_equal(mine_hits(store, "mould"), 1);
    edit(state, store, &(struct edit){.kind = EDIT_UNDO});
    assert_int_equal(mine_hits(store, "mould"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(an_added_follow_up_is_there_after_a_restart),
        STORE_CASE(keys_are_random_uuids),
        STORE_CASE(a_follow_up_that_says_nothing_is_refused),
        STORE_CASE(bad_bytes_never_enter),
        STORE_CASE(a_store_open_for_reading_takes_no_edit),
        STORE_CASE(references_take_the_next_free_place),
        STORE_CASE(before_minutes_the_agenda_number_is_used_and_goes_on_answering),
        STORE_CASE(without_an_item_the_meetings_day_is_the_number),
        STORE_CASE(a_number_once_given_is_never_given_again),
        STORE_CASE(another_meetings_equal_number_gets_its_committee_or_its_day),
        STORE_CASE(an_unusable_printed_number_makes_no_reference),
        STORE_CASE(a_row_answers_to_reference_key_and_beginning_of_the_key),
        STORE_CASE(an_ambiguous_name_is_refused_with_the_list),
        STORE_CASE(the_list_is_newest_meeting_first_then_by_number),
        STORE_CASE(a_field_is_set_and_the_history_says_from_what_to_what),
        STORE_CASE(due_words_bring_the_time_the_caller_worked_out),
        STORE_CASE(a_chase_date_is_a_day),
        STORE_CASE(what_cannot_be_set_is_refused),
        STORE_CASE(the_same_value_again_changes_nothing),
        STORE_CASE(a_row_that_changed_meanwhile_is_not_written_over),
        STORE_CASE(long_and_hostile_values_make_a_short_clean_sentence),
        STORE_CASE(a_setting_is_kept_and_can_be_taken_back),
        STORE_CASE(the_members_words_are_found_as_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
