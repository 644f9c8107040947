/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a store exports after papers of a council that does not exist were imported into it. */
#include "unit/export/memory_sink.h"
#include "unit/store/support.h"

#include <locale.h>

#define T(text) ((char *)(text))

static const struct export_options as_at_march = {.as_at = {2031, 3, 10}};

/* A paper of the Harbour Scrutiny Panel of DAY February 2031. */
static struct draft *paper(const void *parent, const char *name, int day, const char *minutes)
{
    struct draft *draft = mem_new(parent, struct draft);
    draft->path = mem_strdup(draft, name);
    sha256_hex(name, strlen(name), draft->sha256);
    draft->form = FORM_PAGE_TEXT;
    draft->reader_version = 1;
    struct item *item = mem_new(draft, struct item);
    *item = (struct item){.position = 1,
                          .minute_number = T("40"),
                          .title = T("Ferry Tolls"),
                          .minutes_text = T(minutes),
                          .in_latest = true};
    draft->meeting = mem_new(draft, struct meeting);
    *draft->meeting = (struct meeting){.committee = T("Harbour Scrutiny Panel"),
                                       .date = {2031, 2, day},
                                       .date_basis = DATE_STATED,
                                       .minutes_after_midnight = 600,
                                       .status = T("held"),
                                       .items = item,
                                       .n_items = 1};
    struct programme_entry *entry = mem_new(draft, struct programme_entry);
    *entry = (struct programme_entry){.issue = T("=Dredging"), .section = SECTION_DATED, .state = ENTRY_TBC};
    draft->programme = mem_new(draft, struct programme);
    *draft->programme = (struct programme){.committee = T("Harbour Scrutiny Panel"),
                                           .published_for = {2031, 2, day},
                                           .title = T("Programme"),
                                           .entries = entry,
                                           .n_entries = 1};
    return draft;
}

static char *import_paper(struct store *store, const struct draft *draft)
{
    struct import_result *result = NULL;
    struct import_options options = {0};
    struct err err;
    assert_ok(store_import(store, store, draft, draft->path, strlen(draft->path), &options, &result, &err), err);
    return result->meeting_id;
}

/* The store of the case with two papers in it; *tolls is the id of the first one's meeting. */
static struct store *filled_store(void *context, const char *name, bool reversed, char **tolls)
{
    struct store *store = open_store(context, scratch_path(context, name), STORE_WRITE);
    struct draft *papers[] = {paper(context, reversed ? "b/one.txt" : "one.txt", 3, "The Chairman would write."),
                              paper(context, "two.txt", 17, "Noted.")};
    memcpy(papers[0]->sha256, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", SHA256_HEX);
    char *ids[2];
    for (int i = 0; i < 2; i++) {
        int n = reversed ? 1 - i : i;
        ids[n] = import_paper(store, papers[n]);
    }
    *tolls = ids[0];
    return store;
}

typedef enum status export_call(struct sink *, struct store *, const struct export_options *, struct err *);

static char *exported(void *context, struct store *store, export_call *call)
{
    struct memory_sink memory;
    struct err err;
    assert_ok(call(memory_open(&memory, context), store, &as_at_march, &err), err);
    return memory.got.data;
}

static void meetings_are_exported_newest_first(void **state)
{
    char *id;
    struct store *store = filled_store(*state, "a.db", false, &id);
    char *text = exported(*state, store, export_meetings);
    assert_string_equal(json_at(*state, text, "$.meetings[0].date"), "2031-02-17");
    assert_string_equal(json_at(*state, text, "$.meetings[1].id"), id);
    assert_string_equal(json_at(*state, text, "$.meetings[1].items[0].minutes_text"), "The Chairman would write.");
    assert_string_equal(json_at(*state, text, "$.meetings[1].sources[0].path"), "one.txt");
    assert_null(json_at(*state, text, "$.meetings[2]"));
}

static void exports_do_not_depend_on_the_order_of_imports(void **state)
{
    char *id;
    struct store *store = filled_store(*state, "a.db", false, &id), *other = filled_store(*state, "b.db", true, &id);
    export_call *const calls[] = {export_meetings, export_programmes};
    for (size_t i = 0; i < MB_LENGTH(calls); i++)
        assert_string_equal(exported(*state, store, calls[i]), exported(*state, other, calls[i]));
}

static void one_item_of_one_meeting_can_be_exported(void **state)
{
    char *id;
    struct store *store = filled_store(*state, "a.db", false, &id);
    struct memory_sink memory;
    struct err err;
    assert_ok(export_meeting(memory_open(&memory, *state), store, id, 1, &as_at_march, &err), err);
    assert_string_equal(json_at(*state, memory.got.data, "$.meetings[0].items[0].title"), "Ferry Tolls");
    assert_int_equal(export_meeting(memory_open(&memory, *state), store, "nothing-2031-01-01", 0, &as_at_march, &err),
                     STATUS_USAGE);
    assert_int_equal(memory.got.len, 0);
}

static void an_empty_store_exports_empty_lists(void **state)
{
    struct store *store = open_store(*state, scratch_path(*state, "empty.db"), STORE_WRITE);
    assert_string_equal(
        exported(*state, store, export_meetings),
        "{\"format\":\"minutebook-meetings\",\"version\":1,\"as_at\":\"2031-03-10\",\"meetings\":[],"
        "\"committees\":[],\"people\":[]}\n");
    assert_string_equal(exported(*state, store, export_actions),
                        "{\"format\":\"minutebook-actions\",\"version\":1,\"as_at\":\"2031-03-10\",\"actions\":[]}\n");
    assert_string_equal(
        exported(*state, store, export_programmes),
        "{\"format\":\"minutebook-programme\",\"version\":1,\"as_at\":\"2031-03-10\",\"editions\":[]}\n");
}

static void the_tracker_is_exported_with_its_history(void **state)
{
    char *id;
    struct store *store = filled_store(*state, "a.db", false, &id);
    struct action action = {.committee = T("Harbour Scrutiny Panel"),
                            .meeting_id = id,
                            .meeting_date = {2031, 2, 3},
                            .minute_number = T("40"),
                            .item_title = T("Ferry Tolls"),
                            .owner = T("the Chairman"),
                            .subject = T("letter"),
                            .status = T("not started")};
    struct edit edit = {.kind = EDIT_ACTION_ADD, .action = &action};
    struct edit_result *result = NULL;
    struct err err;
    assert_ok(store_edit(*state, store, &edit, &result, &err), err);
    struct edit set = {.kind = EDIT_ACTION_SET, .target = result->id, .field = "chase_date", .value = "2031-03-01"};
    assert_ok(store_edit(*state, store, &set, &result, &err), err);
    char *text = exported(*state, store, export_actions);
    assert_string_equal(json_at(*state, text, "$.actions[0].reference"), "40/1");
    assert_string_equal(json_at(*state, text, "$.actions[0].chase_date"), "2031-03-01");
    assert_string_equal(json_at(*state, text, "$.actions[0].overdue"), "1");
    assert_string_equal(json_at(*state, text, "$.actions[0].events[1].field"), "chase_date");
    assert_string_equal(json_at(*state, text, "$.actions[0].events[1].to"), "2031-03-01");
    assert_null(json_at(*state, text, "$.actions[1]"));
}

typedef enum status table_call(struct sink *, struct store *, enum table_format, const struct export_options *,
                               struct err *);

static void lists_are_exported_as_rows(void **state)
{
    char *id;
    struct store *store = filled_store(*state, "a.db", false, &id);
    static const struct {
        table_call *call;
        const char *starts, *holds;
    } lists[] = {
        {export_meetings_table, "id,date,", ",2031-02-03,stated,10:00,,Harbour Scrutiny Panel,"},
        {export_actions_table, "reference,state,status,", "\r\n"},
        {export_programmes_table, "committee,published_for,", ",dated,tbc,,,,'=Dredging,"},
    };
    for (size_t i = 0; i < MB_LENGTH(lists); i++) {
        struct memory_sink memory;
        struct err err;
        assert_ok(lists[i].call(memory_open(&memory, *state), store, TABLE_CSV, &as_at_march, &err), err);
        assert_true(text_starts(memory.got.data, lists[i].starts));
        if (!strstr(memory.got.data, lists[i].holds))
            fail_msg("“%s” is not in %s", lists[i].holds, memory.got.data);
    }
}

/* A page saved again, of which the second is not for the public. */
static void changes_are_exported_and_those_of_exempt_papers_only_when_asked(void **state)
{
    struct export_options all = {.as_at = {2031, 3, 10}, .exempt = true};
    struct memory_sink memory;
    struct err err = {0};
    struct store *store = open_store(*state, scratch_path(*state, "changes.db"), STORE_WRITE);
    struct draft *first = paper(*state, "first.txt", 3, "The Chairman would write."),
                 *again = paper(*state, "again.txt", 3, "The Chairman would not write.");
    first->meeting->site = again->meeting->site = T("https://democracy.harbour.example");
    first->meeting->service_id = again->meeting->service_id = T("77");
    char *tolls = import_paper(store, first);
    assert_int_equal(export_changes(memory_open(&memory, *state), store, NULL, &as_at_march, &err), STATUS_OK);
    assert_string_equal(memory.got.data, "{\"format\":\"minutebook-changes\",\"version\":1,\"as_at\":\"2031-03-10\",\"meetings\":[]}\n");
    struct source source = {.path = T("again.txt"), .form = FORM_PAGE_TEXT, .exempt = true};
    memcpy(source.sha256, again->sha256, SHA256_HEX);
    again->meeting->sources = &source;
    again->meeting->n_sources = 1;
    tolls = import_paper(store, again);
    assert_int_equal(export_changes(memory_open(&memory, *state), store, tolls, &as_at_march, &err), STATUS_OK);
    static const char at[] = "$.meetings[0].changes[0].";
    assert_string_equal(json_at(*state, memory.got.data, mem_printf(*state, "%sfield", at)), "minutes_text");
    assert_string_equal(json_at(*state, memory.got.data, mem_printf(*state, "%sexempt", at)), "1");
    assert_null(json_at(*state, memory.got.data, mem_printf(*state, "%sold_text", at)));
    assert_null(strstr(memory.got.data, "would not"));
    assert_int_equal(export_changes(memory_open(&memory, *state), store, NULL, &all, &err), STATUS_OK);
    assert_string_equal(json_at(*state, memory.got.data, mem_printf(*state, "%snew_text", at)), "The Chairman would not write.");
    assert_int_equal(export_changes_table(memory_open(&memory, *state), store, tolls, TABLE_CSV, &as_at_march, &err), STATUS_OK);
    assert_null(strstr(memory.got.data, "would"));
    assert_int_equal(export_changes_table(memory_open(&memory, *state), store, tolls, TABLE_CSV, &all, &err), STATUS_OK);
    assert_non_null(strstr(memory.got.data, "minutes_text,The Chairman would write.,The Chairman would not write.,yes"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(meetings_are_exported_newest_first),       STORE_CASE(exports_do_not_depend_on_the_order_of_imports),
        STORE_CASE(one_item_of_one_meeting_can_be_exported),  STORE_CASE(an_empty_store_exports_empty_lists),
        STORE_CASE(the_tracker_is_exported_with_its_history), STORE_CASE(lists_are_exported_as_rows),
        STORE_CASE(changes_are_exported_and_those_of_exempt_papers_only_when_asked),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("export: a store", tests, NULL, NULL);
}
