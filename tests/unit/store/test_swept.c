/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a sweep finds is published with its meeting, and only then: by a sweep of the test's own, which takes
 * every sentence with "would" for a follow-up and every "of D M YYYY" for a meeting. */
#include "unit/store/many.h"
#include "unit/store/rows.h"

/* ---- a sweep -------------------------------------------------------------------------------------------- */

struct rule {
    struct store *store; /* must not be locked while it runs; NULL: not looked at */
    int *runs;
    bool fails;
    int most; /* fails after so many; 0: does not */
};

static void find_in(const void *parent, const struct meeting *meeting, const struct item *item, const char *passage, const char *text,
                    struct swept *out)
{
    for (const char *at = text; at && *at;) {
        size_t n = strcspn(at, ".");
        char *sentence = mem_printf(parent, "%.*s.", (int)n, at);
        if (strstr(sentence, " would ")) {
            struct action *action = mem_new(parent, struct action);
            char hex[SHA256_HEX];
            char *key = mem_printf(parent, "%s %s", meeting->id, sentence);
            sha256_hex(key, strlen(key), hex);
            action->candidate_id = mem_printf(action, "c-%.10s", hex);
            action->item_position = item->position;
            action->quote = sentence;
            action->quote_place = mem_printf(action, "%s:%zu", passage, (size_t)(at - text));
            action->rule = mem_strdup(action, "would");
            action->confidence = 80;
            action->kind = mem_strdup(action, "undertaking");
            action->owner = mem_strdup(action, "Officers");
            action->recipient = mem_strdup(action, "");
            action->due_text = mem_strdup(action, "June 2031");
            action->due = (struct date_span){{2031, 6, 1}, {2031, 6, 30}};
            action->due_basis = mem_strdup(action, "the month named");
            action->untracked = strstr(sentence, "resolved") != NULL;
            *mem_append(parent, out->candidates, out->n_candidates) = action;
        }
        if (strstr(sentence, "of 16 January 2031"))
            *mem_append(parent, out->cited, out->n_cited) = (struct cited_meeting){{2031, 1, 16}, item->position, 1, sentence};
        at += n;
        at += strspn(at, ". ");
    }
}

static enum status run(const void *parent, const struct meeting *meeting, const void *rules, struct swept *out, struct err *err)
{
    const struct rule *rule = rules;
    if (rule->store)
        assert_false(rule->store->locked);
    if (rule->runs)
        ++*rule->runs;
    if (rule->fails || (rule->most && *rule->runs > rule->most))
        return err_set(err, STATUS_INPUT, "the rules broke");
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        find_in(parent, meeting, item, "minutes", item->minutes_text, out);
        find_in(parent, meeting, item, "decision", item->decision_text, out);
        find_in(parent, meeting, item, "agenda", item->agenda_text, out);
    }
    return STATUS_OK;
}

static const struct rule plain_rule;
static const struct sweep first_sweep = {"would 1", run, &plain_rule}, second_sweep = {"would 2", run, &plain_rule};

static struct draft *page_saying(void *context, const char *seed, const char *words)
{
    struct draft *draft = elmsworth_page(context, seed);
    draft->meeting->items[2].minutes_text = mem_strdup(draft->meeting, words);
    draft->meeting->items[2].truncated = false;
    return draft;
}

#define TWO "The Panel noted it. Officers would report back. The Chairman would write, after the report of 16 January 2031."

static struct store *sweeping_store(void **state, const struct sweep *sweep)
{
    struct store *store = new_store(state);
    store_use_sweep(store, sweep);
    return store;
}

static struct import_result *import(void **state, struct store *store, const struct draft *draft)
{
    struct import_result *result;
    struct err err;
    assert_ok(store_import(*state, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), err);
    return result;
}

static struct actions found_in(void **state, struct store *store, const char *meeting)
{
    struct actions found;
    struct err err;
    assert_ok(store_candidates(*state, store, meeting, &found, &err), err);
    return found;
}

static void republish(struct store *store)
{
    struct err err;
    assert_ok(store_republish(store, &err), err);
}

static struct strings check(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    enum status status = store_check(*state, store, &findings, &err);
    assert_int_equal(status, findings.n ? STATUS_STORE : STATUS_OK);
    return findings;
}

static int64_t number_of(struct store *store, const char *sql)
{
    int64_t n = -1;
    struct err err;
    assert_ok(db_number(store->db, sql, -1, &n, &err), err);
    return n;
}

#define HOUSING "housing-scrutiny-panel-2031-03-06"

/* ---- published ------------------------------------------------------------------------------------------- */

static void what_is_found_has_its_place(void **state)
{
    struct rule rule = {0};
    struct sweep sweep = {"would 1", run, &rule};
    struct store *store = sweeping_store(state, &sweep);
    rule.store = store;
    import(state, store, elmsworth_pack(*state, "pack"));
    struct import_result *result = import(state, store, page_saying(*state, "page", TWO));
    assert_string_equal(result->meeting_id, HOUSING);
    assert_int_equal(result->candidates, 2);
    assert_true(result->candidates_complete);
    struct actions found = found_in(state, store, HOUSING);
    assert_int_equal(found.n, 2);
    const struct action *one = found.at[0];
    assert_int_equal(one->state, ACTION_TO_CHECK);
    assert_string_equal(one->id, one->candidate_id);
    assert_null(one->reference);
    assert_string_equal(one->quote, "Officers would report back.");
    assert_string_equal(one->quote_place, "minutes:20");
    assert_int_equal(one->item_position, 3);
    assert_string_equal(one->agenda_number, "3");
    assert_string_equal(one->minute_number, "43");
    assert_string_equal(one->item_title, "Repairs Backlog");
    assert_string_equal(one->meeting_id, HOUSING);
    assert_string_equal(one->committee, "Housing Scrutiny Panel");
    assert_int_equal(date_compare(one->meeting_date, (struct date){2031, 3, 6}), 0);
    assert_string_equal(one->class, "action");
    assert_string_equal(one->kind, "undertaking");
    assert_string_equal(one->owner, "Officers");
    assert_null(one->recipient);
    assert_string_equal(one->due_text, "June 2031");
    assert_int_equal(one->due.to.day, 30);
    assert_string_equal(one->due_basis, "the month named");
    assert_string_equal(one->rule, "would");
    assert_int_equal(one->confidence, 80);
    assert_false(one->quote_exempt);
    assert_string_equal(one->status, "not started");
    assert_string_equal(found.at[1]->quote, "The Chairman would write, after the report of 16 January 2031.");
    assert_int_equal(check(state, store).n, 0);
}

static void what_cannot_be_tracked_is_kept_and_not_counted(void **state)
{
    struct store *store = sweeping_store(state, &first_sweep);
    struct draft *page = page_saying(*state, "page", "It was resolved that they would go. Officers would write.");
    page->meeting->items[1].truncated = true;
    struct import_result *result = import(state, store, page);
    assert_int_equal(result->candidates, 1);
    assert_false(result->candidates_complete); /* a minute is cut */
    struct actions found = found_in(state, store, NULL);
    assert_int_equal(found.n, 2);
    assert_true(found.at[0]->untracked);
    assert_false(found.at[1]->untracked);
}

static void what_stands_in_an_exempt_text_is_exempt(void **state)
{
    struct store *store = sweeping_store(state, &first_sweep);
    struct draft *pack = elmsworth_pack(*state, "pack"), *page = page_saying(*state, "page", TWO);
    pack->meeting->items[3].agenda_text = mem_strdup(pack, "Officers would explain.");
    pack->meeting->items[3].agenda_exempt = true;
    import(state, store, pack);
    import(state, store, page);
    struct actions found = found_in(state, store, HOUSING);
    assert_int_equal(found.n, 3);
    assert_false(found.at[0]->quote_exempt);
    assert_true(found.at[2]->quote_exempt);
    assert_string_equal(found.at[2]->quote_place, "agenda:0");
    assert_int_equal(check(state, store).n, 0);
}

static void newest_meeting_first_and_any_name_of_it_will_do(void **state)
{
    struct store *store = sweeping_store(state, &first_sweep);
    struct draft *old = elmsworth_other_pack(*state, "other");
    old->meeting->items[1].agenda_text = mem_strdup(old, "Members would visit.");
    import(state, store, old);
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, page_saying(*state, "page", TWO));
    struct actions found = found_in(state, store, NULL);
    assert_int_equal(found.n, 3);
    assert_string_equal(found.at[0]->meeting_id, HOUSING);
    assert_string_equal(found.at[2]->quote, "Members would visit.");
    assert_int_equal(found_in(state, store, HOUSING "-1000").n, 2); /* a name it might have had */
    assert_int_equal(found_in(state, store, "no-such-meeting").n, 0);
}

static char *finds_text(void **state, struct store *store)
{
    struct actions found = found_in(state, store, NULL);
    struct buf text;
    buf_init(&text, *state, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < found.n; i++)
        buf_printf(&text, "%s %s %d %s %s\n", found.at[i]->candidate_id, found.at[i]->meeting_id, found.at[i]->item_position,
                   found.at[i]->quote_place, found.at[i]->quote);
    return buf_take(&text);
}

static void the_order_of_imports_does_not_show(void **state)
{
    char *expected = NULL;
    for (int turn = 0; turn < 3; turn++) {
        struct store *store = open_store(*state, scratch_path(*state, mem_printf(*state, "%d.db", turn)), STORE_WRITE);
        store_use_sweep(store, turn < 2 ? &first_sweep : NULL);
        const struct draft *papers[] = {elmsworth_pack(*state, "pack"), page_saying(*state, "page", TWO), elmsworth_other_pack(*state, "other")};
        for (int i = 0; i < 3; i++)
            import(state, store, papers[(i + turn) % 3]);
        if (turn == 2) { /* swept afterwards */
            assert_int_equal(found_in(state, store, NULL).n, 0);
            store_use_sweep(store, &first_sweep);
            republish(store);
        }
        char *text = finds_text(state, store);
        assert_non_null(strstr(text, "would write"));
        if (expected)
            assert_string_equal(text, expected);
        expected = text;
    }
}

/* ---- when it is due ------------------------------------------------------------------------------------- */

static void a_sweep_is_due_until_it_was_made(void **state)
{
    int runs = 0;
    struct rule rule = {.runs = &runs};
    struct sweep sweep = {"would 1", run, &rule};
    struct store *store = new_store(state);
    store_use_sweep(store, &sweep);
    assert_false(store_sweep_is_due(store)); /* nothing is published */
    store_use_sweep(store, NULL);
    import(state, store, page_saying(*state, "page", TWO));
    import(state, store, elmsworth_other_pack(*state, "other"));
    assert_false(store_sweep_is_due(store));
    store_use_sweep(store, &sweep);
    assert_true(store_sweep_is_due(store));
    republish(store);
    assert_int_equal(runs, 2);
    assert_false(store_sweep_is_due(store));
    assert_int_equal(found_in(state, store, NULL).n, 2);
    republish(store);
    import(state, store, page_saying(*state, "page", TWO));
    assert_int_equal(runs, 2); /* nothing changed */
    assert_int_equal(number_of(store, "SELECT count(*) FROM meeting WHERE edition <> 1"), 0);
    assert_int_equal(check(state, store).n, 0);
}

static void other_rules_publish_anew(void **state)
{
    struct store *store = sweeping_store(state, &first_sweep);
    import(state, store, page_saying(*state, "page", TWO));
    int64_t before = number_of(store, "SELECT id FROM meeting");
    store_use_sweep(store, &second_sweep);
    assert_true(store_sweep_is_due(store));
    republish(store);
    assert_false(store_sweep_is_due(store));
    assert_true(number_of(store, "SELECT id FROM meeting") != before);
    assert_int_equal(number_of(store, "SELECT count(*) FROM meeting WHERE swept = 'would 2'"), 1);
    assert_int_equal(found_in(state, store, NULL).n, 2);
    assert_int_equal(check(state, store).n, 0);
}

static void without_a_sweep_what_was_found_stays_until_the_text_changes(void **state)
{
    struct store *store = sweeping_store(state, &first_sweep);
    struct draft *page = page_saying(*state, "page", TWO);
    import(state, store, page);
    store_use_sweep(store, NULL);
    republish(store);
    assert_int_equal(found_in(state, store, NULL).n, 2);
    import(state, store, elmsworth_other_pack(*state, "other")); /* another meeting */
    assert_int_equal(found_in(state, store, NULL).n, 2);
    import(state, store, elmsworth_pack(*state, "pack")); /* the same: it comes out otherwise */
    assert_int_equal(found_in(state, store, NULL).n, 0);
    assert_int_equal(check(state, store).n, 0);
    store_use_sweep(store, &first_sweep);
    assert_true(store_sweep_is_due(store));
    republish(store);
    assert_int_equal(found_in(state, store, NULL).n, 2);
}

static void rules_that_fail_leave_the_store_as_it_was(void **state)
{
    struct rule rule = {.fails = true};
    struct sweep failing = {"broken", run, &rule};
    struct store *store = sweeping_store(state, &first_sweep);
    struct import_result *result;
    struct err err;
    import(state, store, page_saying(*state, "page", TWO));
    char *before = finds_text(state, store);
    store_use_sweep(store, &failing);
    assert_int_equal(store_republish(store, &err), STATUS_INPUT);
    struct draft *pack = elmsworth_pack(*state, "pack");
    assert_int_equal(store_import(*state, store, pack, "x", 1, NULL, &result, &err), STATUS_INPUT);
    assert_string_equal(finds_text(state, store), before);
    talloc_free(store);
    store = sweeping_store(state, &first_sweep);
    assert_string_equal(finds_text(state, store), before);
    assert_int_equal(check(state, store).n, 0);
}

static void broken_off_it_goes_on_where_it_was(void **state)
{
    int runs = 0;
    struct rule rule = {.runs = &runs, .most = 2};
    struct sweep sweep = {"would 1", run, &rule};
    struct store *store = new_store(state);
    struct err err;
    for (int i = 1; i <= 4; i++) {
        struct draft *page = page_saying(*state, mem_printf(*state, "page %d", i), TWO);
        paper_on(page, 2031, i, 1, DATE_STATED);
        page->meeting->items[3].service_id = mem_printf(page, "%d", i); /* no neighbours: each is published by itself */
        import(state, store, page);
    }
    store_use_sweep(store, &sweep);
    assert_int_equal(store_republish(store, &err), STATUS_INPUT);
    assert_int_equal(found_in(state, store, NULL).n, 4); /* of the two newest */
    talloc_free(store);
    rule.most = 0;
    runs = 0;
    store = sweeping_store(state, &sweep);
    assert_true(store_sweep_is_due(store));
    republish(store);
    assert_int_equal(runs, 2);
    assert_int_equal(found_in(state, store, NULL).n, 8);
    assert_int_equal(check(state, store).n, 0);
}

/* How a sweep was watched; it is broken off before meeting `most`. */
struct watched {
    size_t calls, most, total;
    char *first;
};

static bool watch(void *to, size_t done, size_t total, const char *meeting)
{
    struct watched *watched = to;
    assert_int_equal(done, watched->calls);
    if (watched->calls++ == 0)
        watched->first = mem_strdup(NULL, meeting);
    watched->total = total;
    return done < watched->most;
}

static void who_watches_is_told_each_meeting_and_may_break_off(void **state)
{
    int runs = 0;
    struct rule rule = {.runs = &runs};
    struct sweep sweep = {"would 1", run, &rule};
    struct store *store = new_store(state);
    struct err err;
    for (int i = 1; i <= 4; i++) {
        struct draft *page = page_saying(*state, mem_printf(*state, "page %d", i), TWO);
        paper_on(page, 2031, i, 1, DATE_STATED);
        page->meeting->items[3].service_id = mem_printf(page, "%d", i);
        import(state, store, page);
    }
    store_use_sweep(store, &sweep);
    struct watched watched = {.most = 1};
    assert_ok(store_republish_watched(store, watch, &watched, &err), err);
    assert_string_equal(watched.first, "2031-04-01"); /* of no committee */
    talloc_free(watched.first);
    assert_int_equal(watched.calls, 2);
    assert_int_equal(watched.total, 4);
    assert_int_equal(runs, 1);
    assert_true(store_sweep_is_due(store));
    watched = (struct watched){.most = 9};
    assert_ok(store_republish_watched(store, watch, &watched, &err), err);
    talloc_free(watched.first);
    assert_int_equal(watched.total, 3);
    assert_int_equal(runs, 4);
    assert_false(store_sweep_is_due(store));
    assert_int_equal(found_in(state, store, NULL).n, 8);
}

/* ---- what changes it -------------------------------------------------------------------------------------- */

static void what_only_a_forgotten_paper_said_goes(void **state)
{
    struct store *store = sweeping_store(state, &first_sweep);
    struct draft *page = page_saying(*state, "page", TWO);
    struct strings backups;
    struct err err;
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, page);
    assert_int_equal(found_in(state, store, NULL).n, 2);
    assert_ok(store_forget(*state, store, page->sha256, &backups, &err), err);
    assert_int_equal(found_in(state, store, NULL).n, 0);
    assert_int_equal(number_of(store, "SELECT (SELECT count(*) FROM candidate) + (SELECT count(*) FROM cited_meeting)"), 0);
    assert_int_equal(check(state, store).n, 0);
}

static void it_goes_with_its_paper_where_meetings_are_parted(void **state)
{
    struct store *store = sweeping_store(state, &first_sweep);
    struct draft *page = page_saying(*state, "page", TWO);
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, page);
    edit(state, store, &(struct edit){.kind = EDIT_MEETING_PART, .target = HOUSING});
    struct actions found = found_in(state, store, NULL);
    assert_int_equal(found.n, 2);
    assert_true(strcmp(found.at[0]->meeting_id, HOUSING) != 0);
    assert_null(found.at[0]->committee);
    assert_null(found.at[0]->agenda_number);
    undo(state, store);
    found = found_in(state, store, HOUSING);
    assert_int_equal(found.n, 2);
    assert_string_equal(found.at[0]->agenda_number, "3");
    assert_int_equal(check(state, store).n, 0);
}

static void what_was_decided_survives_whatever_becomes_of_the_paper(void **state)
{
    struct store *store = sweeping_store(state, &first_sweep);
    struct draft *page = page_saying(*state, "page", TWO);
    struct strings backups;
    struct err err;
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, page);
    struct actions found = found_in(state, store, HOUSING);
    found.at[0]->source_sha256 = page->sha256;
    found.at[0]->state = ACTION_KEPT;
    found.at[1]->source_sha256 = page->sha256;
    found.at[1]->state = ACTION_REFUSED;
    char *kept = add(state, store, found.at[0])->reference, *gone = add(state, store, found.at[1])->reference;
    assert_string_equal(kept, "43/1");
    assert_string_equal(gone, "43/2");
    store_use_sweep(store, &second_sweep);
    republish(store);
    assert_ok(store_forget(*state, store, page->sha256, &backups, &err), err);
    assert_int_equal(get(state, store, kept)->state, ACTION_KEPT);
    assert_string_equal(get(state, store, kept)->quote, "Officers would report back.");
    assert_int_equal(get(state, store, gone)->state, ACTION_REFUSED);
    struct draft *renumbered = page_saying(*state, "page 2", TWO);
    for (int i = 0; i < 4; i++)
        renumbered->meeting->items[i].minute_number = mem_printf(renumbered, "%d", 91 + i);
    import(state, store, renumbered);
    assert_string_equal(get(state, store, kept)->meeting_id, HOUSING);
    assert_string_equal(get(state, store, kept)->minute_number, "43"); /* as it was kept */
    assert_string_equal(found_in(state, store, HOUSING).at[0]->minute_number, "93");
    assert_string_equal(get(state, store, found.at[0]->candidate_id)->reference, "43/1");
    assert_int_equal(check(state, store).n, 0);
}

/* ---- check -------------------------------------------------------------------------------------------------- */

static void a_changed_find_is_found_by_check(void **state)
{
    static const char *const changes[] = {
        "UPDATE candidate SET quote = 'Officers would not report back.' WHERE n = 0",
        "UPDATE candidate SET owner = NULL WHERE n = 1",
        "UPDATE candidate SET untracked = 1 WHERE n = 1",
        "UPDATE candidate SET item_position = 2 WHERE n = 1",
        "UPDATE candidate SET due_to = '2031-07-01' WHERE n = 1",
        "DELETE FROM candidate WHERE n = 1",
        "UPDATE cited_meeting SET date = '2031-01-17'",
        "UPDATE cited_meeting SET quote = 'x'",
        "DELETE FROM cited_meeting",
        "UPDATE meeting SET swept = 'would 3'",
        "UPDATE meeting SET swept = NULL",
    };
    struct store *store = sweeping_store(state, &first_sweep);
    import(state, store, page_saying(*state, "page", TWO));
    assert_int_equal(check(state, store).n, 0);
    for (size_t i = 0; i < MB_LENGTH(changes); i++) {
        plant(state, changes[i]);
        struct strings findings = check(state, store);
        if (findings.n != 1 || !strstr(findings.at[0], "is not what was imported"))
            fail_msg("not noticed: %s", changes[i]);
        unguard(store);
        struct err err;
        assert_ok(db_script(store->db, "UPDATE meeting SET made_from = 'stale', swept = NULL", &err), err);
        republish(store);
        assert_int_equal(check(state, store).n, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(what_is_found_has_its_place),
        STORE_CASE(what_cannot_be_tracked_is_kept_and_not_counted),
        STORE_CASE(what_stands_in_an_exempt_text_is_exempt),
        STORE_CASE(newest_meeting_first_and_any_name_of_it_will_do),
        STORE_CASE(the_order_of_imports_does_not_show),
        STORE_CASE(a_sweep_is_due_until_it_was_made),
        STORE_CASE(other_rules_publish_anew),
        STORE_CASE(without_a_sweep_what_was_found_stays_until_the_text_changes),
        STORE_CASE(rules_that_fail_leave_the_store_as_it_was),
        STORE_CASE(broken_off_it_goes_on_where_it_was),
        STORE_CASE(who_watches_is_told_each_meeting_and_may_break_off),
        STORE_CASE(what_only_a_forgotten_paper_said_goes),
        STORE_CASE(it_goes_with_its_paper_where_meetings_are_parted),
        STORE_CASE(what_was_decided_survives_whatever_becomes_of_the_paper),
        STORE_CASE(a_changed_find_is_found_by_check),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
