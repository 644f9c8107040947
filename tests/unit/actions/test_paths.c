/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Every way a follow-up can go, as tables: from each status to each other and back by undo, and what becomes of each kind of row when
 * its paper comes again otherwise. Where each way is tested besides, at its own floor:
 *
 *   way               here                                        besides
 *   status to status  statuses, undone and redone                 test_set, unit/store/test_tracker, screens/test_follow, cli/test_actions
 *   superseded by     what_supersedes_a_row_closes_it_in_one_change
 *   fields, steps     fields, undone and redone                   test_follow, unit/store/test_edit, test_undo
 *   chase, update, answer  every_entry_is_undone_and_redone    unit/store/test_tracker, screens/test_follow
 *   noted, joined     all_made: "noted and joined"             unit/store/test_tracker, screens/test_follow
 *   to check, kept, refused, kept after all                       test_follow_ups, screens/test_follow_ups, cli/test_decide
 *   renumbered        ways: "renumbered", "retitled"              unit/store/test_moved, test_swept
 *   re-cut            ways: "cut off again"                       test_follow_ups (a cut sentence and the whole one)
 *   healed            ways: "healed", and the full sentence taken  unit/store/test_fuller, screens/test_follow_ups, cli/test_decide
 *   vanished          ways: "forgotten", "forgotten and back", "left out"   unit/store/test_swept, test_orders
 *   duplicated        ways: "the same again", "said twice", "printed too"   test_follow_ups, unit/store/test_import
 *   any order of all  fault/test_sequences (30 runs; MINUTEBOOK_SEQUENCES=1000 for the long one), unit/store/test_orders */
#include "unit/store/papers.h"
#include "unit/store/rows.h"

#include <minutebook/actions.h>

#define SENTENCE "The Harbour Master agreed to send the Panel the soundings of the slipway at Oarford by 1 May 2024."
#define CUT "The Harbour Master agreed to send the Panel the soundings of the"
#define MEETING "harbour-scrutiny-panel-2024-02-06"

/* ---- papers -------------------------------------------------------------------------------------------- */

static struct draft *paper_of(void **state, const char *seed, const char *number, const char *title, const char *minute, bool cut)
{
    static const char *const others[] = {"Dredging of the Inner Basin", "Lights on the North Quay", "Fees for Moorings"};
    struct draft *draft = paper(*state, seed, FORM_PAGE_TEXT);
    paper_committee(draft, "Harbour Scrutiny Panel");
    paper_on(draft, 2024, 2, 6, DATE_STATED);
    draft->meeting->minutes_after_midnight = 14 * 60;
    for (size_t i = 0; i < MB_LENGTH(others); i++)
        paper_item(draft, others[i])->minutes_text = mem_strdup(draft->meeting, "The report was noted.");
    if (!title)
        return draft;
    struct item *item = paper_item(draft, title);
    item->agenda_number = mem_strdup(draft->meeting, "4");
    item->minute_number = mem_strdup(draft->meeting, number);
    item->minutes_text = mem_strdup(draft->meeting, minute);
    item->truncated = cut;
    return draft;
}

static struct draft *whole(void **state, const char *seed)
{
    return paper_of(state, seed, "14", "Ferries and the Slipway", "Members discussed the slipway. " SENTENCE, false);
}

static struct draft *cut_off(void **state, const char *seed)
{
    return paper_of(state, seed, "14", "Ferries and the Slipway", "Members discussed the slipway. " CUT, true);
}

static void import(void **state, struct store *store, const struct draft *draft)
{
    struct import_result *result;
    struct err err;
    assert_ok(store_import(*state, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), err);
}

static void forget(void **state, struct store *store, const struct draft *draft)
{
    struct strings backups = {0};
    struct err err;
    assert_ok(store_forget(*state, store, draft->sha256, &backups, &err), err);
}

/* ---- what becomes of the paper --------------------------------------------------------------------------- */

static void the_same_again(void **state, struct store *store, struct draft *first)
{
    (void)state;
    import(state, store, first);
}
static void renumbered(void **state, struct store *store, struct draft *first)
{
    (void)first;
    import(state, store, paper_of(state, "renumbered", "94", "Ferries and the Slipway", "Members discussed the slipway. " SENTENCE, false));
}
static void retitled(void **state, struct store *store, struct draft *first)
{
    (void)first;
    import(state, store, paper_of(state, "retitled", "14", "Ferries", "Members discussed the slipway. " SENTENCE, false));
}
static void cut_off_again(void **state, struct store *store, struct draft *first)
{
    forget(state, store, first);
    import(state, store, cut_off(state, "cut"));
}
static void healed(void **state, struct store *store, struct draft *first)
{
    (void)first;
    import(state, store, whole(state, "healed"));
}
static void forgotten(void **state, struct store *store, struct draft *first)
{
    forget(state, store, first);
}
static void forgotten_and_back(void **state, struct store *store, struct draft *first)
{
    forget(state, store, first);
    import(state, store, first);
}
static void left_out(void **state, struct store *store, struct draft *first)
{
    (void)first;
    import(state, store, paper_of(state, "left out", NULL, NULL, NULL, false));
}
static void said_twice(void **state, struct store *store, struct draft *first)
{
    (void)first;
    import(state, store, paper_of(state, "twice", "14", "Ferries and the Slipway", "Members discussed the slipway. " SENTENCE " Tea was taken. " SENTENCE, false));
}
static void printed_too(void **state, struct store *store, struct draft *first)
{
    (void)first;
    struct draft *printed = whole(state, "printed");
    printed->form = FORM_MINUTES_TEXT;
    import(state, store, printed);
}

/* `asked`: how many finds with that sentence are to check afterwards; a second telling of it is a second find. */
static const struct way {
    const char *name;
    bool starts_cut;
    void (*go)(void **state, struct store *store, struct draft *first);
    size_t asked, most;
} ways[] = {
    {"the same again", false, the_same_again, 0, 0}, {"renumbered", false, renumbered, 0, 0},
    {"retitled", false, retitled, 0, 1},             {"cut off again", false, cut_off_again, 0, 0},
    {"healed", true, healed, 0, 0},                  {"forgotten", false, forgotten, 0, 0},
    {"forgotten and back", false, forgotten_and_back, 0, 0}, {"left out", false, left_out, 0, 0},
    {"said twice", false, said_twice, 0, 1},         {"printed too", false, printed_too, 0, 0},
    {"healed, then renumbered", true, renumbered, 0, 0},
};

/* ---- what the member made of it --------------------------------------------------------------------------- */

static void make_kept(void **state, struct store *store, const char *reference)
{
    set(state, store, reference, "owner", "the Clerk");
    set(state, store, reference, "chase_date", "2024-05-09");
}
static void make_closed(void **state, struct store *store, const char *reference)
{
    set(state, store, reference, "status", "complete");
}
static void make_carried(void **state, struct store *store, const char *reference)
{
    set(state, store, reference, "carried_to", "Coast and Waters Committee");
    edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = reference, .entry = &(struct action_entry){.kind = ENTRY_CHASE, .date = {2024, 3, 1}}});
}
static void make_superseded(void **state, struct store *store, const char *reference)
{
    set(state, store, reference, "superseded_by", "19/2");
    set(state, store, reference, "status", "superseded");
}
static void make_reopened(void **state, struct store *store, const char *reference)
{
    set(state, store, reference, "status", "complete");
    set(state, store, reference, "status", "in progress");
}
static void make_answered(void **state, struct store *store, const char *reference)
{
    struct action_entry answer = {.kind = ENTRY_ANSWER, .date = {2024, 4, 2}, .text = (char *)"Eleven feet at low water.", .told = true};
    set(state, store, reference, "response", "accepted in principle");
    edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = reference, .entry = &answer});
}
static void make_sent(void **state, struct store *store, const char *reference)
{
    set(state, store, reference, "kind", "letter");
    set(state, store, reference, "step", "sent");
}
static void make_nothing(void **state, struct store *store, const char *reference)
{
    (void)state, (void)store, (void)reference;
}
static const struct made {
    const char *name;
    enum action_state state;
    void (*make)(void **state, struct store *store, const char *reference);
    bool noted; /* in the room, and joined to the sentence that the minutes brought */
} all_made[] = {
    {"kept and set", ACTION_KEPT, make_kept, false},     {"closed", ACTION_KEPT, make_closed, false},
    {"carried and chased", ACTION_KEPT, make_carried, false}, {"superseded", ACTION_KEPT, make_superseded, false},
    {"reopened", ACTION_KEPT, make_reopened, false},     {"answered and told", ACTION_KEPT, make_answered, false},
    {"a letter that is sent", ACTION_KEPT, make_sent, false}, {"noted and joined", ACTION_KEPT, make_nothing, true},
    {"not a follow-up", ACTION_REFUSED, make_nothing, false},
};

/* ---- the member's rows, byte for byte ---------------------------------------------------------------------- */

static char *rows_text_of(void **state, struct store *store)
{
    static const char *const tables[] = {"SELECT * FROM action ORDER BY id", "SELECT * FROM action_entry ORDER BY id", "SELECT * FROM event ORDER BY seq"};
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < MB_LENGTH(tables); i++) {
        sqlite3_stmt *rows;
        assert_int_equal(sqlite3_prepare_v2(store->db->handle, tables[i], -1, &rows, NULL), SQLITE_OK);
        while (sqlite3_step(rows) == SQLITE_ROW)
            for (int k = 0; k < sqlite3_column_count(rows); k++)
                buf_printf(&text, "%s|", sqlite3_column_text(rows, k) ? (const char *)sqlite3_column_text(rows, k) : "NULL");
        assert_int_equal(sqlite3_finalize(rows), SQLITE_OK);
    }
    return buf_take(&text);
}

static struct store *swept_store(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    assert_ok(sweep_attach(store, NULL, NULL, &err), err);
    return store;
}

/* The find of the sentence, or of its beginning. */
static struct action *the_find(void **state, struct store *store, size_t *n)
{
    struct actions all;
    struct action *found = NULL;
    struct err err;
    *n = 0;
    assert_ok(follow_ups_read(*state, store, NULL, &all, &err), err);
    for (size_t i = 0; i < all.n; i++)
        if (all.at[i]->state == ACTION_TO_CHECK && strncmp(all.at[i]->quote, CUT, strlen(CUT)) == 0) {
            found = all.at[i];
            ++*n;
        }
    return found;
}

static char *keep(void **state, struct store *store, enum action_state decided)
{
    size_t n;
    struct edit decide;
    struct err err;
    struct action *found = the_find(state, store, &n);
    assert_int_equal(n, 1);
    assert_ok(follow_up_prepare(found, decided, "answered in the room", &decide, &err), err);
    return edit(state, store, &decide)->reference;
}

static char *note_and_join(void **state, struct store *store)
{
    size_t n;
    struct action own = {.class = mem_strdup(*state, "action"), .committee = mem_strdup(*state, "Harbour Scrutiny Panel"),
                         .meeting_id = mem_strdup(*state, MEETING), .meeting_date = {2024, 2, 6}, .minute_number = mem_strdup(*state, "14"),
                         .own_words = mem_strdup(*state, "depth at the slipway?")};
    char *reference = edit(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .action = &own})->reference;
    const struct action *find = the_find(state, store, &n);
    assert_int_equal(n, 1);
    edit(state, store, &(struct edit){.kind = EDIT_ACTION_JOIN, .target = reference, .action = find});
    return reference;
}

static void check_way(void **state, const struct way *way, const struct made *made)
{
    struct store *store = swept_store(state);
    struct draft *first = way->starts_cut ? cut_off(state, "first") : whole(state, "first");
    struct strings findings = {0};
    struct err err;
    size_t asked;
    import(state, store, first);
    char *reference = made->noted ? note_and_join(state, store) : keep(state, store, made->state);
    assert_string_equal(reference, "14/1");
    made->make(state, store, reference);
    char *before = rows_text_of(state, store), *id = get(state, store, reference)->id;
    way->go(state, store, first);
    if (strcmp(before, rows_text_of(state, store)) != 0)
        fail_msg("%s, %s: an import changed the member's row", way->name, made->name);
    the_find(state, store, &asked);
    if (asked > way->most)
        fail_msg("%s, %s: asked again, %zu times", way->name, made->name, asked);
    assert_string_equal(get(state, store, reference)->id, id);
    assert_true(text_starts(get(state, store, reference)->meeting_id, MEETING)); /* a second meeting of the day tells both apart */
    assert_int_equal(get(state, store, reference)->state, made->state);
    assert_ok(store_check(*state, store, &findings, &err), err);
    undo(state, store);
    redo(state, store);
    assert_int_equal(get(state, store, reference)->state, made->state);
    talloc_free(store);
}

static void whatever_becomes_of_the_paper_the_row_stays_as_the_member_left_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < MB_LENGTH(ways); i++)
        for (size_t k = 0; k < MB_LENGTH(all_made); k++) {
            void *inner = NULL;
            assert_int_equal(store_case_new(&inner), 0);
            check_way(&inner, &ways[i], &all_made[k]);
            store_case_free(&inner);
        }
}

/* Fuller text arrives: the kept row offers the full sentence, one edit takes it, undo gives the old one back. */
static void the_full_sentence_is_taken_and_given_back(void **state)
{
    struct store *store = swept_store(state);
    struct fuller_quotes offers;
    struct err err;
    import(state, store, cut_off(state, "first"));
    char *reference = keep(state, store, ACTION_KEPT);
    assert_ok(store_fuller_quotes(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 0);
    import(state, store, whole(state, "healed"));
    assert_true(get(state, store, reference)->quote_truncated);
    assert_ok(store_fuller_quotes(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 1);
    assert_string_equal(offers.at[0].quote, SENTENCE);
    set(state, store, reference, "quote", offers.at[0].quote);
    assert_string_equal(get(state, store, reference)->quote, SENTENCE);
    assert_false(get(state, store, reference)->quote_truncated);
    assert_ok(store_fuller_quotes(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 0);
    undo(state, store);
    assert_string_equal(get(state, store, reference)->quote, CUT);
    assert_true(get(state, store, reference)->quote_truncated);
    assert_ok(store_fuller_quotes(*state, store, &offers, &err), err);
    assert_int_equal(offers.n, 1);
}

/* ---- statuses and fields, each there and back -------------------------------------------------------------------- */

/* All that the member sees of a row. */
static char *shown(void **state, struct store *store, const char *which)
{
    const struct action *row = get(state, store, which);
    const char *const texts[] = {row->status, row->closed_by, row->step, row->response, row->superseded_by, row->carried_to, row->owner, row->outcome,
                                 row->status_word, row->rag, row->limb, row->under, row->tags, row->quote, row->own_words};
    struct buf out;
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < MB_LENGTH(texts); i++)
        buf_printf(&out, "%s|", texts[i] ? texts[i] : "-");
    buf_printf(&out, "%s|%s", date_iso(*state, row->closed_on), action_state_name(row->state));
    return buf_take(&out);
}

static void there_and_back(void **state, struct store *store, const char *which, const char *field, const char *words)
{
    struct edit_result *result;
    struct err err;
    char *before = shown(state, store, which);
    assert_ok(action_set(*state, store, which, field, words, (struct date){2024, 6, 1}, &result, &err), err);
    char *after = shown(state, store, which);
    if (strcmp(before, after) == 0)
        return; /* it was so: no change, nothing to undo */
    undo(state, store);
    assert_string_equal(shown(state, store, which), before);
    redo(state, store);
    assert_string_equal(shown(state, store, which), after);
    undo(state, store);
}

static void every_status_leads_to_every_other_and_back(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    struct edit_result *result;
    size_t n = 0;
    for (size_t i = 0; action_statuses[i]; i++)
        for (size_t k = 0; action_statuses[k]; k++, n++) {
            bool from_open = action_status_is_open(action_statuses[i]), to_open = action_status_is_open(action_statuses[k]);
            char *which = add_subject(state, store, "Soundings")->reference;
            const char *from = from_open ? action_statuses[i] : mem_printf(*state, "%s, minute 44", action_statuses[i]);
            const char *to = to_open ? action_statuses[k] : mem_printf(*state, "%s, minute 45", action_statuses[k]);
            assert_ok(action_set(*state, store, which, "status", from, (struct date){2024, 5, 1}, &result, &err), err);
            there_and_back(state, store, which, "status", to);
            assert_ok(action_set(*state, store, which, "status", to, (struct date){2024, 6, 1}, &result, &err), err);
            const struct action *row = get(state, store, which);
            assert_string_equal(row->status ? row->status : "not started", action_statuses[k]);
            assert_true(to_open == (row->closed_by == NULL));
            if (!to_open && action_set(*state, store, which, "status", action_statuses[i], (struct date){2024, 6, 1}, &result, &err) == STATUS_OK)
                assert_true(from_open || i == k); /* what closes names its minute, what opens need not */
        }
    assert_true(n >= 36);
}

static void every_field_is_set_emptied_and_given_back(void **state)
{
    static const char *const fields[][2] = {{"owner", "the Clerk"}, {"step", "sent"}, {"response", "accepted in principle"}, {"superseded_by", "45/2"},
                                            {"carried_to", "Coast and Waters Committee"}, {"outcome", "A new buoy"}, {"status_word", "Ongoing"},
                                            {"rag", "amber"}, {"under", "41/1"}, {"tags", "budget, send"}, {"own_words", "The buoy"}};
    struct store *store = new_store(state);
    struct action *letter = follow_up(state, "Letter");
    letter->kind = mem_strdup(letter, "letter");
    char *which = add(state, store, letter)->reference;
    for (size_t i = 0; i < MB_LENGTH(fields); i++) {
        struct edit_result *result;
        struct err err;
        there_and_back(state, store, which, fields[i][0], fields[i][1]);
        assert_ok(action_set(*state, store, which, fields[i][0], fields[i][1], (struct date){2024, 6, 1}, &result, &err), err);
        there_and_back(state, store, which, fields[i][0], "");
    }
}

/* "superseded by 45/2" names what closes it; with one undo it is open as before, and what is closed already stays so. */
static void what_supersedes_a_row_closes_it_in_one_change(void **state)
{
    struct store *store = new_store(state);
    struct edit_result *result;
    struct err err;
    char *which = add_subject(state, store, "Soundings")->reference, *before = shown(state, store, which);
    assert_ok(action_set(*state, store, which, "superseded", "45/2", (struct date){2024, 6, 1}, &result, &err), err);
    assert_string_equal(result->sentence, mem_printf(*state, "%s superseded by 45/2", which));
    const struct action *row = get(state, store, which);
    assert_string_equal(row->status, "superseded");
    assert_string_equal(row->closed_by, "45/2");
    assert_string_equal(row->superseded_by, "45/2");
    assert_int_equal(row->closed_on.month, 6);
    undo(state, store);
    assert_string_equal(shown(state, store, which), before);
    set(state, store, which, "status", "complete");
    assert_ok(action_set(*state, store, which, "superseded", "45/2", (struct date){2024, 6, 1}, &result, &err), err);
    assert_string_equal(get(state, store, which)->status, "complete");
}

/* What happens to a row, and what follows from it in the same change, goes back and comes again with one undo and one redo. */
static void every_entry_is_undone_and_redone(void **state)
{
    static const struct {
        enum entry_kind kind;
        const char *words, *status, *step;
    } happens[] = {{ENTRY_CHASE, "4 June: telephoned", "awaiting response", "-"},
                   {ENTRY_UPDATE, "5 June: it is with the Clerk", "awaiting response", "-"},
                   {ENTRY_UPDATE, "6 June: with the printer", "awaiting response", "-"},
                   {ENTRY_ANSWER, "7 June: eleven feet", "awaiting response", "answered"}};
    struct store *store = new_store(state);
    struct action *letter = follow_up(state, "Letter");
    letter->kind = mem_strdup(letter, "letter");
    char *which = add(state, store, letter)->reference;
    for (size_t i = 0; i < MB_LENGTH(happens); i++) {
        struct action_entries entries;
        struct edit one;
        struct err err;
        char *before = shown(state, store, which);
        assert_ok(action_prepare_entry(*state, get(state, store, which), happens[i].kind, happens[i].words, (struct date){2024, 6, 10}, &one, &err), err);
        edit(state, store, &one);
        const struct action *row = get(state, store, which);
        assert_string_equal(row->status, happens[i].status);
        assert_string_equal(row->step ? row->step : "-", happens[i].step);
        char *after = shown(state, store, which);
        undo(state, store);
        assert_string_equal(shown(state, store, which), before);
        assert_ok(store_entries(*state, store, row->id, &entries, &err), err);
        assert_int_equal(entries.n, i);
        redo(state, store);
        assert_string_equal(shown(state, store, which), after);
        assert_ok(store_entries(*state, store, row->id, &entries, &err), err);
        assert_int_equal(entries.n, i + 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(whatever_becomes_of_the_paper_the_row_stays_as_the_member_left_it),
        STORE_CASE(the_full_sentence_is_taken_and_given_back),
        STORE_CASE(every_status_leads_to_every_other_and_back),
        STORE_CASE(every_field_is_set_emptied_and_given_back),
        STORE_CASE(every_entry_is_undone_and_redone),
        STORE_CASE(what_supersedes_a_row_closes_it_in_one_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
