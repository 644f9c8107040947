/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "unit/export/memory_sink.h"

#include "src/export/documents.h"
#include "src/export/table.h"

#include <locale.h>

#define T(text) ((char *)(text))

static const struct export_options as_at_march = {.as_at = {2031, 3, 10}};
static const struct export_options all = {.as_at = {2031, 3, 10}, .exempt = true};

/* ---- follow-ups ----------------------------------------------------------------------------- */

static struct action letter(void)
{
    return (struct action){.id = T("5f0c"),
                           .reference = T("77/21/1"),
                           .candidate_id = T("c-0123456789"),
                           .rule = T("it-was-agreed"),
                           .confidence = 90,
                           .committee = T("Harbour Scrutiny Panel"),
                           .meeting_id = T("harbour-2031-02-03"),
                           .meeting_date = {2031, 2, 3},
                           .agenda_number = T("2"),
                           .minute_number = T("77/21"),
                           .item_title = T("Ferry Tolls"),
                           .quote = T("The Chairman would write"),
                           .quote_truncated = true,
                           .quote_place = T("minutes:12"),
                           .owner = T("the Chairman"),
                           .due_text = T("by 5 March"),
                           .due = {{2031, 3, 5}, {2031, 3, 5}},
                           .due_basis = T("a day in the text"),
                           .status = T("not started"),
                           .note = T("asked twice")};
}

static char *action_document(void *context, const struct action *action, const struct events *events,
                             const struct export_options *options)
{
    struct memory_sink memory;
    struct json json;
    json_start(&json, memory_open(&memory, context));
    struct action_entry telephoned = {.id = T("e1"), .kind = ENTRY_CHASE, .date = {2031, 3, 2}, .text = T("telephoned")};
    struct action_entry *chased[] = {&telephoned};
    struct action_entries entries = {chased, action->entries.chases > 0};
    document_action(&json, action, &entries, events, options);
    assert_int_equal(json_end(&json, NULL), STATUS_OK);
    return memory.got.data;
}

static void a_follow_up_is_written_in_the_fixed_order(void **state)
{
    struct action action = letter();
    struct event event = {
        .stamp = T("2031-03-01T10:00:00Z"), .what = T("set"), .field = T("owner"), .to = T("the Chairman")};
    struct events events = {&event, 1};
    assert_string_equal(
        action_document(*state, &action, &events, &as_at_march),
        "{\"id\":\"5f0c\",\"state\":\"confirmed\",\"class\":\"action\",\"kind\":null,\"trackable\":true,"
        "\"committee\":\"Harbour Scrutiny Panel\",\"meeting_id\":\"harbour-2031-02-03\",\"meeting_date\":\"2031-02-03\","
        "\"agenda_number\":\"2\",\"minute_number\":\"77/21\",\"item_title\":\"Ferry Tolls\",\"source_sha256\":null,"
        "\"quote\":\"The Chairman would write\",\"quote_truncated\":true,\"owner\":\"the Chairman\",\"owner_suggested\":null,"
        "\"recipient\":null,\"subject\":null,\"due_text\":\"by 5 March\",\"due_from\":\"2031-03-05\",\"due_to\":\"2031-03-05\","
        "\"due_basis\":\"a day in the text\",\"chase_date\":null,\"chased\":[],\"status\":\"not started\",\"status_word\":null,"
        "\"step\":null,\"response\":null,\"response_date\":null,\"reference\":\"77/21/1\",\"limb\":null,\"under\":null,"
        "\"own_words\":null,\"closed_by\":null,\"overdue\":true,\"rule\":\"it-was-agreed\",\"confidence\":0.90,\"exempt\":false,"
        "\"events\":[{\"stamp\":\"2031-03-01T10:00:00Z\",\"what\":\"set\",\"field\":\"owner\",\"from\":null,\"to\":\"the Chairman\"}],"
        "\"note\":null,\"quote_place\":\"minutes:12\",\"damaged\":false,"
        "\"candidate_id\":\"c-0123456789\",\"reason\":null,\"also_place\":null,\"rag\":null,\"raised_by\":null,"
        "\"portfolio\":null,\"executive_date\":null,\"outcome\":null,\"closed_on\":null,\"superseded_by\":null,"
        "\"carried_to\":null,\"tags\":null,\"entries\":[]}\n");
}

static void a_private_note_goes_only_where_it_is_asked_for(void **state)
{
    struct action action = letter();
    struct event event = {.what = T("set"), .field = T("note"), .to = T("asked twice")};
    struct events events = {&event, 1};
    struct export_options notes = as_at_march;
    notes.notes = true;
    assert_null(strstr(action_document(*state, &action, &events, &as_at_march), "asked twice"));
    char *with = action_document(*state, &action, &events, &notes);
    assert_string_equal(json_at(*state, with, "$.note"), "asked twice");
    assert_string_equal(json_at(*state, with, "$.events[0].to"), "asked twice");
}

static void what_became_of_it_is_written_with_it(void **state)
{
    struct action action = letter();
    struct events none = {0};
    action.entries.chases = 1;
    action.step = T("sent");
    char *document = action_document(*state, &action, &none, &as_at_march);
    assert_string_equal(json_at(*state, document, "$.chased[0]"), "2031-03-02");
    assert_string_equal(json_at(*state, document, "$.step"), "sent");
    assert_string_equal(json_at(*state, document, "$.entries[0].kind"), "chase");
    assert_string_equal(json_at(*state, document, "$.entries[0].text"), "telephoned");
}

static void overdue_is_as_at_the_day_asked_for(void **state)
{
    struct action action = letter();
    struct events none = {0};
    struct export_options earlier = {.as_at = {2031, 3, 5}};
    assert_string_equal(json_at(*state, action_document(*state, &action, &none, &earlier), "$.overdue"), "0");
    assert_string_equal(json_at(*state, action_document(*state, &action, &none, &as_at_march), "$.overdue"), "1");
}

static void a_quote_of_an_exempt_text_is_withheld(void **state)
{
    struct action action = letter();
    action.quote_exempt = true;
    action.own_words = T("ask him");
    struct event event = {
        .what = T("set"), .field = T("quote"), .from = T("The Chairman"), .to = T("The Chairman would write")};
    struct events events = {&event, 1};
    char *text = action_document(*state, &action, &events, &as_at_march);
    assert_null(strstr(text, "would write"));
    assert_string_equal(json_at(*state, text, "$.own_words"), "ask him");
    assert_string_equal(json_at(*state, text, "$.exempt"), "1");
    assert_string_equal(json_at(*state, action_document(*state, &action, &events, &all), "$.quote"),
                        "The Chairman would write");
}

static void a_piece_of_an_exempt_sentence_is_withheld_with_it(void **state)
{
    struct action action = letter();
    struct events none = {0};
    action.quote_exempt = true;
    action.subject = T("the price of the quay");
    struct event event = {.stamp = T("2031-03-01T10:00:00Z"), .what = T("set"), .field = T("subject"), .from = T("the price of"), .to = T("a price")};
    struct events events = {&event, 1};
    assert_null(strstr(action_document(*state, &action, &events, &as_at_march), "price"));
    assert_string_equal(json_at(*state, action_document(*state, &action, &none, &all), "$.subject"), "the price of the quay");
    action.own_words = T("ask the price of the quay");
    assert_string_equal(json_at(*state, action_document(*state, &action, &none, &as_at_march), "$.subject"), "the price of the quay");
}

static void what_is_to_check_has_no_status_and_says_whether_it_can_be_tracked(void **state)
{
    struct action action = letter();
    struct events none = {0};
    action.state = ACTION_TO_CHECK;
    action.untracked = true;
    char *document = action_document(*state, &action, &none, &as_at_march);
    assert_string_equal(json_at(*state, document, "$.state"), "candidate");
    assert_null(json_at(*state, document, "$.status"));
    assert_string_equal(json_at(*state, document, "$.trackable"), "0");
    action.state = ACTION_REFUSED;
    action.reason = T("answered in the room");
    document = action_document(*state, &action, &none, &as_at_march);
    assert_string_equal(json_at(*state, document, "$.state"), "dismissed");
    assert_string_equal(json_at(*state, document, "$.reason"), "answered in the room");
}

/* ---- what an import and a search say ---------------------------------------------------------- */

static void an_import_says_one_line_a_paper(void **state)
{
    struct memory_sink memory;
    struct import_result result = {
        .outcome = IMPORT_NEEDS_DETAILS, .meeting_id = T("unplaced-1234abcd"), .items = 6, .truncated = 2,
        .candidates = 4};
    strings_add(*state, &result.needs, "committee");
    assert_int_equal(export_import_result(memory_open(&memory, *state), "in/page.txt", FORM_PAGE_TEXT, &result, NULL, NULL),
                     STATUS_OK);
    assert_string_equal(
        memory.got.data,
        "{\"path\":\"in/page.txt\",\"form\":\"page-text\",\"outcome\":\"needs-details\",\"meeting_id\":\"unplaced-1234abcd\","
        "\"joined_because\":null,\"needs\":[\"committee\"],\"items\":6,\"truncated\":2,\"candidates\":4,"
        "\"candidates_complete\":false,\"warnings\":[],\"refusal\":null}\n");
    assert_int_equal(export_import_result(memory_open(&memory, *state), "x", FORM_UNKNOWN, NULL, "\"x\" is empty", NULL), STATUS_OK);
    assert_string_equal(json_at(*state, memory.got.data, "$.outcome"), "refused");
    assert_string_equal(json_at(*state, memory.got.data, "$.refusal"), "\"x\" is empty");
    assert_null(json_at(*state, memory.got.data, "$.form"));
}

static void a_search_says_what_was_found(void **state)
{
    struct query *query;
    struct err err;
    assert_int_equal(query_parse(*state, "ferr* -quay", &(struct query_options){0}, &query, NULL, &err), STATUS_OK);
    struct search_row row[] = {
        {.kind = PASSAGE_MINUTES,
         .meeting_id = T("m"),
         .date = {2031, 2, 3},
         .position = 2,
         .minute_number = T("40"),
         .title = T("Tolls"),
         .body = T("All met. The ferry, the ferries."),
         .truncated = true},
        {.kind = PASSAGE_REPORT,
         .meeting_id = T("m"),
         .committee = T("Harbour Panel"),
         .agenda_number = T("6"),
         .page = T("12"),
         .title = T("Secret"),
         .body = T("A hidden ferry."),
         .exempt = true},
    };
    struct search_rows rows = {.at = row, .n = 2, .total = 2};
    struct memory_sink memory;
    assert_int_equal(export_search(memory_open(&memory, *state), query, &rows, &as_at_march, NULL), STATUS_OK);
    assert_string_equal(
        memory.got.data,
        "{\"format\":\"minutebook-search\",\"version\":1,\"as_at\":\"2031-03-10\",\"terms\":["
        "{\"kind\":\"prefix\",\"text\":\"ferr\",\"negated\":false},{\"kind\":\"word\",\"text\":\"quay\",\"negated\":true}],"
        "\"total\":2,\"more\":false,\"hits\":["
        "{\"kind\":\"minute\",\"meeting_id\":\"m\",\"committee\":null,\"date\":\"2031-02-03\",\"agenda_number\":null,\"minute_number\":\"40\","
        "\"position\":2,\"title\":\"Tolls\",\"action_id\":null,\"snippet\":\"The ferry, the ferries.\",\"matched\":[\"ferry\",\"ferries\"],"
        "\"truncated\":true,\"exempt\":false,\"note_id\":null,"
        "\"page\":null,\"routine\":false,\"citation\":\"3 February 2031, minute 40 (Tolls)\"},"
        "{\"kind\":\"report\",\"meeting_id\":\"m\",\"committee\":\"Harbour Panel\",\"date\":null,\"agenda_number\":\"6\",\"minute_number\":null,"
        "\"position\":null,\"title\":\"Secret\",\"action_id\":null,\"snippet\":null,\"matched\":[],\"truncated\":false,\"exempt\":true,\"note_id\":null,"
        "\"page\":\"12\",\"routine\":false,\"citation\":\"Harbour Panel, day not known, report to item 6, page 12 (Secret)\"}],"
        "\"added\":[],\"order\":\"newest\"}\n");
    assert_int_equal(export_search(memory_open(&memory, *state), query, &rows, &all, NULL), STATUS_OK);
    assert_string_equal(json_at(*state, memory.got.data, "$.hits[1].snippet"), "A hidden ferry.");
}

/* ---- rows for a spreadsheet -------------------------------------------------------------------- */

static char *row_of(void *context, enum table_format format, const char *const *cells, size_t n)
{
    struct memory_sink memory;
    struct table table;
    table_start(&table, memory_open(&memory, context), format);
    for (size_t i = 0; i < n; i++)
        table_text(&table, cells[i]);
    table_row_end(&table);
    assert_int_equal(table_end(&table, STATUS_OK, NULL), STATUS_OK);
    return memory.got.data;
}

static void cells_are_quoted_as_rfc_4180_says(void **state)
{
    static const char *const cells[] = {"plain", "a,b", "say \"no\"", "two\nlines", NULL, "", " blank "};
    assert_string_equal(row_of(*state, TABLE_CSV, cells, MB_LENGTH(cells)),
                        "plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,, blank \r\n");
    assert_string_equal(row_of(*state, TABLE_TSV, cells, MB_LENGTH(cells)),
                        "plain\ta,b\tsay \"no\"\ttwo lines\t\t\t blank \n");
}

/* What a spreadsheet would run, also behind a character that nobody sees. */
static void a_formula_is_not_run(void **state)
{
    static const char *const formulas[] = {"=1+1", "+44 1905",       "-2",        "@SUM(A1)",
                                           "\t=1", "\xE2\x80\x8B=1", "\xC2\xAD@x"};
    for (size_t i = 0; i < MB_LENGTH(formulas); i++) {
        char *csv = row_of(*state, TABLE_CSV, &formulas[i], 1), *tsv = row_of(*state, TABLE_TSV, &formulas[i], 1);
        assert_int_equal(csv[0], '\'');
        assert_int_equal(tsv[0], '\'');
    }
}

/* By its own words: those that calc and gnumeric show otherwise. */
static void a_number_that_a_spreadsheet_would_change_is_kept_as_it_is(void **state)
{
    static const char *const changed[] = {"007", "12/3", "3-12", "79/1", "1/2/2031", "2031-12", "10.10", "07.5", "4:30", "1e5", "1234567890123456"};
    static const char *const kept[] = {"0", "214", "226/2", "2030/31", "25/26", "10.5", "2.1.3", "12/", "/3", "12/3 and 4", "-", "1e", "12-3/4",
                                       "1/2/3/4", "the 007", "100/1/1"};
    struct memory_sink memory;
    struct table table;
    for (size_t i = 0; i < MB_LENGTH(changed); i++)
        if (!number_would_change(changed[i]))
            fail_msg("“%s” is not guarded", changed[i]);
    for (size_t i = 0; i < MB_LENGTH(kept); i++)
        if (number_would_change(kept[i]))
            fail_msg("“%s” is guarded", kept[i]);
    table_start(&table, memory_open(&memory, *state), TABLE_CSV);
    table_words(&table, "12/3");
    table_words(&table, "214");
    table_text(&table, "12/3"); /* for programs, and where a day is meant */
    table_row_end(&table);
    assert_int_equal(table_end(&table, STATUS_OK, NULL), STATUS_OK);
    assert_string_equal(memory.got.data, "'12/3,214,12/3\r\n");
}

/* An odd quote at the head of a cell would swallow what follows it, up to the next. */
static void a_cell_with_tabs_around_that_begins_with_a_quote_is_quoted(void **state)
{
    static const char *const cells[] = {"\"No\" to it", "\"open", "say \"no\"", "\""};
    assert_string_equal(row_of(*state, TABLE_TSV, cells, MB_LENGTH(cells)), "\"\"\"No\"\" to it\"\t\"\"\"open\"\tsay \"no\"\t\"\"\"\"\n");
}

static void no_control_byte_reaches_a_cell(void **state)
{
    static const char *const cells[] = {"\x1b]52;c;x\x07",
                                        "a\xC2\x9B"
                                        "b",
                                        "\xE2\x80\xAE"
                                        "x",
                                        "tab\there"};
    assert_string_equal(row_of(*state, TABLE_CSV, cells, MB_LENGTH(cells)), "^[]52;c;x^G,a<9B>b,x,tab     here\r\n");
}

static void numbers_days_and_truths_have_their_forms(void **state)
{
    struct memory_sink memory;
    struct table table;
    table_start(&table, memory_open(&memory, *state), TABLE_CSV);
    static const char *const names[] = {"a", "b", NULL};
    table_head(&table, names, &as_at_march.as_at);
    table_int(&table, -3);
    table_date(&table, (struct date){2031, 2, 3});
    table_date(&table, (struct date){0});
    table_bool(&table, true);
    table_bool(&table, false);
    table_row_end(&table);
    assert_int_equal(table_end(&table, STATUS_OK, NULL), STATUS_OK);
    assert_string_equal(memory.got.data, "a,b,as_at\r\n-3,2031-02-03,,yes,,2031-03-10\r\n");
}

/* Reasons say words of the sentence: what withholds the one withholds the other. */
static void reasons_of_an_exempt_sentence_leave_with_it_or_not_at_all(void **state)
{
    struct evidence evidence[] = {{.meeting_id = T("harbour-2031-03-03"), .quote = T("The berth was let to Moss."), .exempt = true},
                                  {.meeting_id = T("harbour-2031-03-03"), .quote = T("The berth was let.")}};
    strings_add(*state, &evidence[0].reasons, "rare words in both: moss");
    strings_add(*state, &evidence[1].reasons, "rare words in both: berth");
    struct action action = letter(), *actions[] = {&action};
    struct traced traced = {.at = evidence, .n = MB_LENGTH(evidence)}, *traces[] = {&traced};
    struct memory_sink memory;
    struct err err;
    assert_int_equal(export_evidence(memory_open(&memory, *state), actions, traces, 1, &as_at_march, &err), STATUS_OK);
    assert_null(strstr(memory.got.data, "oss"));
    assert_string_equal(json_at(*state, memory.got.data, "$.actions[0].proposals[0].reasons"), "[]");
    assert_string_equal(json_at(*state, memory.got.data, "$.actions[0].proposals[1].reasons[0]"), "rare words in both: berth");
    assert_int_equal(export_evidence(memory_open(&memory, *state), actions, traces, 1, &all, &err), STATUS_OK);
    assert_string_equal(json_at(*state, memory.got.data, "$.actions[0].proposals[0].reasons[0]"), "rare words in both: moss");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_private_note_goes_only_where_it_is_asked_for), TEST_CASE(what_became_of_it_is_written_with_it),
        TEST_CASE(a_follow_up_is_written_in_the_fixed_order),
        TEST_CASE(reasons_of_an_exempt_sentence_leave_with_it_or_not_at_all),
        TEST_CASE(overdue_is_as_at_the_day_asked_for),
        TEST_CASE(a_quote_of_an_exempt_text_is_withheld),
        TEST_CASE(a_piece_of_an_exempt_sentence_is_withheld_with_it),
        TEST_CASE(what_is_to_check_has_no_status_and_says_whether_it_can_be_tracked),
        TEST_CASE(an_import_says_one_line_a_paper),
        TEST_CASE(a_search_says_what_was_found),
        TEST_CASE(cells_are_quoted_as_rfc_4180_says),
        TEST_CASE(a_formula_is_not_run),
        TEST_CASE(a_number_that_a_spreadsheet_would_change_is_kept_as_it_is),
        TEST_CASE(a_cell_with_tabs_around_that_begins_with_a_quote_is_quoted),
        TEST_CASE(no_control_byte_reaches_a_cell),
        TEST_CASE(numbers_days_and_truths_have_their_forms),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("export: follow-ups, results, tables", tests, NULL, NULL);
}
