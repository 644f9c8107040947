/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What becomes of a follow-up: how it is closed and opened again, what happened to it day by day, files that are kept with it,
 * and the sentence of the minutes for what was noted in the room. */
#include "unit/store/rows.h"

static struct action_entries entries(void **state, struct store *store, const char *row_id)
{
    struct action_entries found;
    struct err err;
    assert_ok(store_entries(*state, store, row_id, &found, &err), err);
    return found;
}

static struct edit_result *happened(void **state, struct store *store, enum entry_kind kind, struct date date, const char *text)
{
    struct action_entry entry = {.kind = kind, .date = date, .text = mem_strdup(*state, text)};
    return edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = "41/1", .entry = &entry});
}

/* ---- closed, and opened again -------------------------------------------------------------------------- */

static void a_row_is_closed_by_a_minute_or_for_a_reason(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    struct edit close = {.kind = EDIT_ACTION_SET, .target = "41/1", .field = "status", .value = "complete"};
    assert_string_equal(refused(state, store, &close, STATUS_USAGE), "41/1 is closed by a minute or a paper, or for a reason: say which");
    close.reason = "minute 52";
    close.day = (struct date){2023, 11, 14};
    assert_string_equal(edit(state, store, &close)->sentence, "41/1 status: complete, minute 52");
    assert_string_equal(get(state, store, "41/1")->closed_by, "minute 52");
    assert_int_equal(date_compare(get(state, store, "41/1")->closed_on, close.day), 0);
}

static void opening_it_again_forgets_why_and_undo_remembers(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    set(state, store, "41/1", "status", "no longer feasible");
    set(state, store, "41/1", "status", "in progress");
    assert_null(get(state, store, "41/1")->closed_by);
    undo(state, store);
    assert_string_equal(get(state, store, "41/1")->closed_by, "minute 44");
}

static void only_words_of_the_list_are_a_step_a_response_or_a_colour(void **state)
{
    static const char *const fields[][2] = {{"step", "posted"}, {"response", "perhaps"}, {"rag", "blue"}, {"status", "sleeping"}};
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    for (size_t i = 0; i < MB_LENGTH(fields); i++) {
        struct edit wrong = {.kind = EDIT_ACTION_SET, .target = "41/1", .field = fields[i][0], .value = fields[i][1]};
        assert_non_null(strstr(refused(state, store, &wrong, STATUS_USAGE), fields[i][1]));
    }
    set(state, store, "41/1", "response", "accepted in principle");
    set(state, store, "41/1", "rag", "amber");
    set(state, store, "41/1", "executive_date", "2023-10-05");
    assert_string_equal(get(state, store, "41/1")->response, "accepted in principle");
    assert_int_equal(get(state, store, "41/1")->executive_date.day, 5);
}

/* ---- what happened -------------------------------------------------------------------------------------- */

static void what_happened_is_read_by_day_and_counted(void **state)
{
    struct store *store = new_store(state);
    const char *id = add_subject(state, store, "damp")->id;
    assert_string_equal(happened(state, store, ENTRY_CHASE, (struct date){2023, 11, 14}, "telephoned")->sentence,
                        "41/1 chase, 14 November 2023: telephoned");
    happened(state, store, ENTRY_CHASE, (struct date){2023, 10, 2}, NULL);
    happened(state, store, ENTRY_ANSWER, (struct date){2023, 12, 1}, "twelve homes");
    struct action_entries found = entries(state, store, id);
    assert_int_equal(found.n, 3);
    assert_int_equal(found.at[0]->date.month, 10);
    assert_string_equal(found.at[2]->text, "twelve homes");
    struct action *row = get(state, store, "41/1");
    assert_int_equal(row->entries.chases, 2);
    assert_int_equal(row->entries.last_chased.month, 11);
    assert_int_equal(row->entries.answers, 1);
    assert_false(row->entries.told);
}

static void what_happened_is_found_by_its_words_and_undone_as_all_else(void **state)
{
    struct store *store = new_store(state);
    const char *id = add_subject(state, store, "damp")->id;
    happened(state, store, ENTRY_ANSWER, (struct date){2023, 12, 1}, "twelve caravans");
    assert_int_equal(mine_hits(store, "caravans"), 1);
    assert_string_equal(undo(state, store)->reference, "41/1");
    assert_int_equal(entries(state, store, id).n, 0);
    assert_int_equal(mine_hits(store, "caravans"), 0);
    redo(state, store);
    assert_int_equal(mine_hits(store, "caravans"), 1);
}

static void an_entry_is_withdrawn_and_stays_in_the_history(void **state)
{
    struct store *store = new_store(state);
    struct events events;
    struct err err;
    const char *id = add_subject(state, store, "damp")->id;
    const char *entry = happened(state, store, ENTRY_UPDATE, (struct date){2023, 12, 1}, "wrong row")->id;
    edit(state, store, &(struct edit){.kind = EDIT_ENTRY_WITHDRAW, .target = entry});
    assert_int_equal(entries(state, store, id).n, 0);
    assert_ok(store_history(*state, store, id, &events, &err), err);
    assert_int_equal(events.n, 3);
    assert_string_equal(events.at[1].what, "update, 1 December 2023: wrong row");
    assert_string_equal(events.at[2].what, "withdrawn");
    assert_non_null(strstr(refused(state, store, &(struct edit){.kind = EDIT_ENTRY_WITHDRAW, .target = entry}, STATUS_USAGE), "no entry"));
}

static void an_entry_that_says_nothing_is_refused_but_for_a_chase(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    struct action_entry nothing = {.kind = ENTRY_ANSWER};
    struct edit add_nothing = {.kind = EDIT_ENTRY_ADD, .target = "41/1", .entry = &nothing};
    assert_string_equal(refused(state, store, &add_nothing, STATUS_USAGE), "the answer says nothing yet");
    assert_string_equal(happened(state, store, ENTRY_CHASE, (struct date){0}, NULL)->sentence, "41/1 chase");
}

/* ---- files ------------------------------------------------------------------------------------------------ */

static void the_file_of_an_answer_is_kept_and_given_back(void **state)
{
    static const char letter[] = "Dear Councillor\0Poole";
    struct store *store = new_store(state);
    struct err err;
    unsigned char *bytes;
    size_t n;
    const char *id = add_subject(state, store, "damp")->id;
    struct action_entry entry = {.kind = ENTRY_ANSWER, .file_name = mem_strdup(*state, "reply.pdf"), .file_text = mem_strdup(*state, "rising mould")};
    edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = "41/1", .entry = &entry, .file = letter, .file_n = sizeof letter});
    struct action_entry *kept = entries(state, store, id).at[0];
    assert_ok(store_kept_file(*state, store, kept->file_sha256, &bytes, &n, &err), err);
    assert_int_equal(n, sizeof letter);
    assert_memory_equal(bytes, letter, n);
    assert_int_equal(mine_hits(store, "mould"), 1);
    assert_int_equal(store_kept_file(*state, store, "0000", &bytes, &n, &err), STATUS_USAGE);
}

static void a_byte_changed_in_a_kept_file_is_told(void **state)
{
    struct store *store = new_store(state);
    struct strings findings = {0};
    struct err err;
    unsigned char *bytes;
    size_t n;
    const char *id = add_subject(state, store, "damp")->id;
    struct action_entry entry = {.kind = ENTRY_ANSWER, .file_name = mem_strdup(*state, "reply.pdf")};
    edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = "41/1", .entry = &entry, .file = "abc", .file_n = 3});
    assert_ok(store_check(*state, store, &findings, &err), err);
    assert_int_equal(findings.n, 0);
    plant(state, "UPDATE kept_file SET bytes = x'61626364'");
    assert_int_equal(store_check(*state, store, &findings, &err), STATUS_STORE);
    assert_true(findings.n > 0);
    assert_non_null(strstr(findings.at[0], "file kept with a follow-up"));
    assert_int_equal(store_kept_file(*state, store, entries(state, store, id).at[0]->file_sha256, &bytes, &n, &err), STATUS_STORE);
}

/* ---- noted in the room --------------------------------------------------------------------------------------- */

static struct action found_in_the_minutes(void **state)
{
    return (struct action){.state = ACTION_TO_CHECK,
                           .candidate_id = mem_strdup(*state, "c-0123456789"),
                           .class = mem_strdup(*state, "information_request"),
                           .meeting_id = mem_strdup(*state, "housing-2023-09-12"),
                           .quote = mem_strdup(*state, "The Head of Housing would send the figures on damp."),
                           .quote_place = mem_strdup(*state, "minutes:12"),
                           .owner = mem_strdup(*state, "the Head of Housing"),
                           .recipient = mem_strdup(*state, "Members")};
}

static void what_was_noted_takes_the_sentence_and_keeps_its_own_words(void **state)
{
    struct store *store = new_store(state);
    struct action *noted = follow_up(state, "figures on damp");
    noted->quote = NULL;
    noted->own_words = mem_strdup(noted, "Head of Housing: figures on damp");
    noted->owner = mem_strdup(noted, "Head of Housing");
    add(state, store, noted);
    struct action find = found_in_the_minutes(state);
    struct edit join = {.kind = EDIT_ACTION_JOIN, .target = "41/1", .action = &find};
    assert_non_null(strstr(edit(state, store, &join)->sentence, "41/1 joined: The Head of Housing"));
    struct action *row = get(state, store, "c-0123456789");
    assert_string_equal(row->reference, "41/1");
    assert_string_equal(row->own_words, "Head of Housing: figures on damp");
    assert_string_equal(row->owner, "Head of Housing");
    assert_string_equal(row->recipient, "Members");
    assert_string_equal(row->class, "information_request");
    undo(state, store);
    assert_null(get(state, store, "41/1")->quote);
}

static void a_sentence_of_another_meeting_is_not_what_was_noted(void **state)
{
    struct store *store = new_store(state);
    struct action *noted = follow_up(state, "figures on damp"), find = found_in_the_minutes(state);
    noted->quote = NULL;
    add(state, store, noted);
    find.meeting_id = mem_strdup(*state, "housing-2023-11-14");
    struct edit join = {.kind = EDIT_ACTION_JOIN, .target = "41/1", .action = &find};
    assert_string_equal(refused(state, store, &join, STATUS_CONFLICT), "41/1 was noted at another meeting than that sentence");
}

static void what_was_noted_without_a_meeting_gets_that_of_the_sentence(void **state)
{
    struct store *store = new_store(state);
    struct action noted = {.own_words = mem_strdup(*state, "figures on damp")}, find = found_in_the_minutes(state);
    find.meeting_date = (struct date){2023, 9, 12};
    const char *reference = add(state, store, &noted)->reference;
    edit(state, store, &(struct edit){.kind = EDIT_ACTION_JOIN, .target = reference, .action = &find});
    assert_string_equal(get(state, store, reference)->meeting_id, "housing-2023-09-12");
    assert_int_equal(get(state, store, reference)->meeting_date.day, 12);
}

static void a_row_that_comes_closed_says_by_what(void **state)
{
    struct store *store = new_store(state);
    struct action *closed = follow_up(state, "damp");
    closed->status = mem_strdup(closed, "complete");
    closed->closed_by = NULL;
    assert_non_null(strstr(refused(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .action = closed}, STATUS_USAGE), "say which"));
    closed->closed_by = mem_strdup(closed, "minute 44");
    add(state, store, closed);
    assert_string_equal(get(state, store, "41/1")->closed_by, "minute 44");
}

static void a_sentence_that_was_decided_on_is_not_joined_again(void **state)
{
    struct store *store = new_store(state);
    struct action find = found_in_the_minutes(state), kept = find;
    kept.state = ACTION_KEPT;
    struct action *noted = follow_up(state, "figures on damp");
    noted->quote = NULL;
    add(state, store, noted);
    struct edit join = {.kind = EDIT_ACTION_JOIN, .target = "41/1", .action = &find};
    add(state, store, &kept);
    assert_string_equal(refused(state, store, &join, STATUS_CONFLICT), "that sentence has been decided on before");
    join.target = "c-0123456789";
    assert_non_null(strstr(refused(state, store, &join, STATUS_CONFLICT), "has its sentence"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_row_is_closed_by_a_minute_or_for_a_reason),
        STORE_CASE(opening_it_again_forgets_why_and_undo_remembers),
        STORE_CASE(only_words_of_the_list_are_a_step_a_response_or_a_colour),
        STORE_CASE(what_happened_is_read_by_day_and_counted),
        STORE_CASE(what_happened_is_found_by_its_words_and_undone_as_all_else),
        STORE_CASE(an_entry_is_withdrawn_and_stays_in_the_history),
        STORE_CASE(an_entry_that_says_nothing_is_refused_but_for_a_chase),
        STORE_CASE(the_file_of_an_answer_is_kept_and_given_back),
        STORE_CASE(a_byte_changed_in_a_kept_file_is_told),
        STORE_CASE(what_was_noted_takes_the_sentence_and_keeps_its_own_words),
        STORE_CASE(a_sentence_of_another_meeting_is_not_what_was_noted),
        STORE_CASE(what_was_noted_without_a_meeting_gets_that_of_the_sentence),
        STORE_CASE(a_row_that_comes_closed_says_by_what),
        STORE_CASE(a_sentence_that_was_decided_on_is_not_joined_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
