/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "unit/export/memory_sink.h"

#include <locale.h>

/* A pack of a council that does not exist, with one item of each thing that can be said of one. */
static struct draft *fictional_draft(const void *parent)
{
    static struct person people[] = {
        {.name = (char *)"Cllr Ada Moss", .role = (char *)"Chairman", .capacity = (char *)"member"},
        {.name = (char *)"Revd I Fenn", .capacity = (char *)"church"}};
    static char *seats[] = {(char *)"Parent Governor Representatives"};
    static struct attachment attachments[] = {
        {.title = (char *)"Ferry Tolls", .format = (char *)"PDF", .size = (char *)"12 KB"}};
    static struct attachment papers[] = {
        {.title = (char *)"Printed minutes", .format = (char *)"PDF", .url = (char *)"https://sail.example/p"}};
    static char *asked[] = {(char *)"consider the tolls; and", (char *)"say what it thinks of them"};
    static char *invited[] = {(char *)"Jo Reed, Harbour Master"};
    static char *head[] = {(char *)"", (char *)"2031"}, *row[] = {(char *)"Toll \"A\"", (char *)"4\n5"};
    static struct table_row rows[] = {{head, 2}, {row, 2}};
    static struct block blocks[] = {
        {.kind = BLOCK_HEADING, .text = (char *)"Summary", .level = 2, .page = (char *)"3"},
        {.kind = BLOCK_TABLE, .caption = (char *)"Tolls", .rows = rows, .n_rows = 2},
    };
    static struct item items[] = {
        {.position = 1,
         .agenda_number = (char *)"1",
         .title = (char *)"Apologies",
         .kind = (char *)"routine",
         .in_latest = true},
        {.position = 2,
         .agenda_number = (char *)"2",
         .minute_number = (char *)"77/21",
         .title = (char *)"Ferry Tolls",
         .part = 2,
         .exempt = true,
         .exempt_reason = (char *)"paragraph 3",
         .timing = (char *)"10.05 to 10.40am",
         .pages = (char *)"1 - 10",
         .pages_note = (char *)"To follow",
         .follow = FOLLOW_TO_FOLLOW,
         .truncated = true,
         .author = (char *)"Report of the Harbour Master",
         .attachments = attachments,
         .n_attachments = 1,
         .asked = {asked, 2},
         .invited = {invited, 1},
         .agenda_text = (char *)"To look at tolls.",
         .minutes_text = (char *)"The tolls were dear.\n\nThey would be looked at.",
         .blocks = blocks,
         .n_blocks = 2,
         .in_latest = true},
    };
    struct draft *draft = mem_new(parent, struct draft);
    draft->path = mem_strdup(draft, "papers/of today/pack.txt");
    sha256_hex("pack", 4, draft->sha256);
    draft->form = FORM_PACK_TEXT;
    draft->papers = papers;
    draft->n_papers = 1;
    draft->meeting = mem_new(draft, struct meeting);
    *draft->meeting = (struct meeting){.committee = (char *)"Harbour Scrutiny Panel",
                                       .date = {2031, 2, 3},
                                       .date_basis = DATE_STATED,
                                       .minutes_after_midnight = 600,
                                       .venue = (char *)"Sail Loft",
                                       .people = people,
                                       .n_people = 2,
                                       .vacancies = {seats, 1},
                                       .items = items,
                                       .n_items = 2};
    return draft;
}

static struct programme *fictional_programme(const void *parent)
{
    static struct when planned[] = {{(char *)"March 2031", {{2031, 3, 1}, {2031, 3, 31}}}};
    static struct when last[] = {{(char *)"2 May 2030", {{2030, 5, 2}, {2030, 5, 2}}}};
    static struct champion champions[] = {{(char *)"Buoys", (char *)"Cllr Ada Moss"}};
    static struct date future[] = {{2031, 5, 9}};
    static struct programme_entry entries[] = {
        {.planned = planned,
         .n_planned = 1,
         .inherited = true,
         .section = SECTION_DATED,
         .state = ENTRY_SCHEDULED,
         .issue = (char *)"Dredging:\ncosts",
         .last_reports = last,
         .n_last_reports = 1,
         .notes = (char *)"Asked for",
         .requested_on = {2030, 7, 7}},
        {.section = SECTION_STANDING,
         .state = ENTRY_STANDING,
         .issue = (char *)"Lights",
         .last_reports_text = (char *)"N/A",
         .frequency = (char *)"annually"},
    };
    struct programme *programme = mem_new(parent, struct programme);
    *programme = (struct programme){.committee = (char *)"Harbour Scrutiny Panel",
                                    .published_for = {2031, 2, 3},
                                    .title = (char *)"Work Programme 2030/31",
                                    .future_meetings = future,
                                    .n_future_meetings = 1,
                                    .champions = champions,
                                    .n_champions = 1,
                                    .entries = entries,
                                    .n_entries = 2};
    return programme;
}

static const struct export_options as_at_march = {.as_at = {2031, 3, 1}};

#define HEAD "{\"format\":\"minutebook-meetings\",\"version\":1,\"as_at\":\"2031-03-01\",\"meetings\":["

/* The order of the keys is a promise to scripts: design.md 5.3. */
static void a_draft_is_written_in_the_fixed_order(void **state)
{
    struct memory_sink memory;
    struct draft *draft = fictional_draft(*state);
    assert_int_equal(export_draft_meeting(memory_open(&memory, *state), draft, &as_at_march, NULL), STATUS_OK);
    char *expected = mem_printf(
        *state,
        HEAD
        "{\"id\":null,\"council\":null,\"committee\":\"Harbour Scrutiny Panel\",\"date\":\"2031-02-03\",\"date_basis\":\"stated\","
        "\"date_reason\":null,\"time\":\"10:00\",\"venue\":\"Sail Loft\",\"contact\":null,\"status\":\"unknown\",\"status_text\":null,"
        "\"minutes_status\":null,\"joined_because\":null,\"candidates_complete\":false,"
        "\"sources\":[{\"path\":\"pack.txt\",\"form\":\"pack-text\",\"sha256\":\"%s\",\"exempt\":false}],\"alternatives\":[],"
        "\"people\":[{\"name\":\"Cllr Ada Moss\",\"role\":\"Chairman\",\"capacity\":\"member\",\"attendance\":null},"
        "{\"name\":\"Revd I Fenn\",\"role\":null,\"capacity\":\"church\",\"attendance\":null}],"
        "\"vacancies\":[{\"seat\":\"Parent Governor Representatives\"}],\"items\":["
        "{\"position\":1,\"agenda_number\":\"1\",\"minute_number\":null,\"title\":\"Apologies\",\"kind\":\"routine\",\"part\":null,"
        "\"exempt\":false,\"timing\":null,\"pages\":null,\"pages_note\":null,\"attachments\":[],\"truncated\":false,\"asked\":[],"
        "\"invited\":[],\"agenda_text\":null,\"minutes_text\":null,\"decision_text\":null,\"report_text\":null,\"report_blocks\":[],"
        "\"follow\":null,\"author\":null,\"exempt_reason\":null,\"agenda_exempt\":false,\"minutes_exempt\":false,"
        "\"report_exempt\":false,\"in_latest\":true,\"service_id\":null,\"votes\":[],\"links\":[]},"
        "{\"position\":2,\"agenda_number\":\"2\",\"minute_number\":\"77/21\",\"title\":\"Ferry Tolls\",\"kind\":null,\"part\":2,"
        "\"exempt\":true,\"timing\":\"10.05 to 10.40am\",\"pages\":\"1 - 10\",\"pages_note\":\"To follow\","
        "\"attachments\":[{\"title\":\"Ferry Tolls\",\"format\":\"PDF\",\"size\":\"12 KB\",\"url\":null,\"exempt\":false,\"held\":false,\"service_id\":null}],"
        "\"truncated\":true,\"asked\":[\"consider the tolls; and\",\"say what it thinks of them\"],"
        "\"invited\":[\"Jo Reed, Harbour Master\"],\"agenda_text\":\"To look at tolls.\","
        "\"minutes_text\":\"The tolls were dear.\\n\\nThey would be looked at.\",\"decision_text\":null,"
        "\"report_text\":\"Summary\\n\\nTolls\\n\\n\\t2031\\nToll \\\"A\\\"\\t4 5\",\"report_blocks\":["
        "{\"kind\":\"heading\",\"text\":\"Summary\",\"level\":2,\"caption\":null,\"rows\":null,\"page\":\"3\"},"
        "{\"kind\":\"table\",\"text\":null,\"level\":null,\"caption\":\"Tolls\",\"rows\":[[null,\"2031\"],[\"Toll \\\"A\\\"\",\"4\\n5\"]],"
        "\"page\":null}],\"follow\":\"to follow\",\"author\":\"Report of the Harbour Master\",\"exempt_reason\":\"paragraph 3\","
        "\"agenda_exempt\":false,\"minutes_exempt\":false,\"report_exempt\":false,\"in_latest\":true,\"service_id\":null,"
        "\"votes\":[],\"links\":[]}],\"entered\":false,\"site\":null,\"service_id\":null,\"agenda_service_id\":null,"
        "\"committee_service_id\":null,\"papers\":[{\"title\":\"Printed minutes\",\"format\":\"PDF\",\"size\":null,\"url\":\"https://sail.example/p\","
        "\"exempt\":false,\"held\":false,\"service_id\":null}]}],\"committees\":[],\"people\":[]}\n",
        draft->sha256);
    assert_string_equal(memory.got.data, expected);
}

static void a_programme_is_written_in_the_fixed_order(void **state)
{
    struct memory_sink memory;
    struct draft *draft = fictional_draft(*state);
    draft->programme = fictional_programme(draft);
    assert_int_equal(export_draft_programme(memory_open(&memory, *state), draft, &as_at_march, NULL), STATUS_OK);
    assert_string_equal(
        memory.got.data,
        "{\"format\":\"minutebook-programme\",\"version\":1,\"as_at\":\"2031-03-01\",\"editions\":["
        "{\"committee\":\"Harbour Scrutiny Panel\",\"published_for\":\"2031-02-03\",\"title\":\"Work Programme 2030/31\",\"preamble\":null,"
        "\"future_meetings\":[\"2031-05-09\"],\"champions\":[{\"topic\":\"Buoys\",\"name\":\"Cllr Ada Moss\"}],\"entries\":["
        "{\"planned\":[{\"text\":\"March 2031\",\"from\":\"2031-03-01\",\"to\":\"2031-03-31\"}],\"inherited\":true,\"section\":\"dated\","
        "\"state\":\"scheduled\",\"issue\":\"Dredging:\\ncosts\","
        "\"last_reports\":[{\"text\":\"2 May 2030\",\"from\":\"2030-05-02\",\"to\":\"2030-05-02\"}],\"last_reports_text\":null,"
        "\"notes\":\"Asked for\",\"requested_on\":\"2030-07-07\",\"frequency\":null},"
        "{\"planned\":[],\"inherited\":false,\"section\":\"standing\",\"state\":\"standing\",\"issue\":\"Lights\",\"last_reports\":[],"
        "\"last_reports_text\":\"N/A\",\"notes\":null,\"requested_on\":null,\"frequency\":\"annually\"}],\"meeting_id\":null}]}\n");
}

static void a_draft_without_a_programme_has_no_edition(void **state)
{
    struct memory_sink memory;
    assert_int_equal(export_draft_programme(memory_open(&memory, *state), fictional_draft(*state), &as_at_march, NULL),
                     STATUS_OK);
    assert_string_equal(
        memory.got.data,
        "{\"format\":\"minutebook-programme\",\"version\":1,\"as_at\":\"2031-03-01\",\"editions\":[]}\n");
}

/* Exempt belongs to each text: its minute may stand on a public page while the report is withheld. */
static void texts_of_exempt_sources_are_null_unless_asked_for(void **state)
{
    struct draft *draft = fictional_draft(*state);
    struct item item = draft->meeting->items[1];
    item.report_exempt = true;
    draft->meeting->items = &item;
    draft->meeting->n_items = 1;
    struct memory_sink memory;
    assert_int_equal(export_draft_meeting(memory_open(&memory, *state), draft, &as_at_march, NULL), STATUS_OK);
    static const char *const withheld[] = {"report_text", "report_blocks", "asked", "invited"};
    for (size_t i = 0; i < MB_LENGTH(withheld); i++)
        assert_null(json_at(*state, memory.got.data, mem_printf(*state, "$.meetings[0].items[0].%s", withheld[i])));
    assert_non_null(json_at(*state, memory.got.data, "$.meetings[0].items[0].minutes_text"));
    assert_null(strstr(memory.got.data, "2031\"],"));

    struct export_options all = {.as_at = {2031, 3, 1}, .exempt = true};
    assert_int_equal(export_draft_meeting(memory_open(&memory, *state), draft, &all, NULL), STATUS_OK);
    assert_non_null(json_at(*state, memory.got.data, "$.meetings[0].items[0].report_text"));

    item.minutes_exempt = item.agenda_exempt = true;
    item.decision_text = (char *)"Resolved: to wait.";
    assert_int_equal(export_draft_meeting(memory_open(&memory, *state), draft, &as_at_march, NULL), STATUS_OK);
    assert_null(strstr(memory.got.data, "dear"));
    assert_null(strstr(memory.got.data, "to wait"));
    assert_null(strstr(memory.got.data, "To look at"));
}

static void so_is_what_an_exempt_source_says_otherwise(void **state)
{
    struct draft *draft = fictional_draft(*state);
    struct source sources[] = {{.sha256 = "aa", .form = FORM_PACK_TEXT, .exempt = true}, {.sha256 = "bb", .form = FORM_PAGE_TEXT}};
    struct alternative others[] = {{.field = (char *)"item 2 report_text", .value = (char *)"The price is low.", .sha256 = "aa"},
                                   {.field = (char *)"venue", .value = (char *)"The Pier", .sha256 = "bb"}};
    struct export_options all = {.as_at = {2031, 3, 1}, .exempt = true};
    struct memory_sink memory;
    draft->meeting->sources = sources;
    draft->meeting->alternatives = others;
    draft->meeting->n_sources = draft->meeting->n_alternatives = 2;
    assert_int_equal(export_draft_meeting(memory_open(&memory, *state), draft, &as_at_march, NULL), STATUS_OK);
    assert_null(json_at(*state, memory.got.data, "$.meetings[0].alternatives[0].value"));
    assert_string_equal(json_at(*state, memory.got.data, "$.meetings[0].alternatives[1].value"), "The Pier");
    assert_int_equal(export_draft_meeting(memory_open(&memory, *state), draft, &all, NULL), STATUS_OK);
    assert_string_equal(json_at(*state, memory.got.data, "$.meetings[0].alternatives[0].value"), "The price is low.");
}

/* Whatever the order and the folders of an import, an export is the same. */
static void sources_are_by_hash_and_without_folders(void **state)
{
    struct draft *draft = fictional_draft(*state);
    struct source sources[] = {{.path = (char *)"/b/late.txt", .sha256 = "bb", .form = FORM_PAGE_TEXT},
                               {.path = (char *)"early.txt", .sha256 = "aa"}};
    draft->meeting->sources = sources;
    draft->meeting->n_sources = 2;
    struct memory_sink memory;
    assert_int_equal(export_draft_meeting(memory_open(&memory, *state), draft, &as_at_march, NULL), STATUS_OK);
    assert_string_equal(json_at(*state, memory.got.data, "$.meetings[0].sources[0].path"), "early.txt");
    assert_string_equal(json_at(*state, memory.got.data, "$.meetings[0].sources[1].path"), "late.txt");
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_draft_is_written_in_the_fixed_order),
        TEST_CASE(a_programme_is_written_in_the_fixed_order),
        TEST_CASE(a_draft_without_a_programme_has_no_edition),
        TEST_CASE(texts_of_exempt_sources_are_null_unless_asked_for),
        TEST_CASE(so_is_what_an_exempt_source_says_otherwise),
        TEST_CASE(sources_are_by_hash_and_without_folders),
    };
    return cmocka_run_group_tests_name("export: drafts", tests, NULL, NULL);
}
