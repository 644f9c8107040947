/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Tables taken apart, whatever they are, and rows that come with ids of their own. */
#include "unit/export/memory_sink.h"
#include "unit/store/rows.h"
#include "support/growth.h"

#include <minutebook/box.h>

#include "src/export/sheet.h"
#include "src/export/take.h"

#include <locale.h>

#define T(text) ((char *)(text))

static char *joined(void *context, const struct grid *grid)
{
    struct buf out;
    buf_init(&out, context, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < grid->n; i++) {
        for (size_t k = 0; k < grid->rows[i].n; k++)
            buf_printf(&out, "%s[%s]", k ? "" : "", grid->rows[i].at[k]);
        buf_printf(&out, "%d ", grid->rows[i].line);
    }
    return buf_take(&out);
}

static void a_table_is_taken_apart_as_its_form_has_it(void **state)
{
    static const struct {
        const char *text;
        char delimiter;
        const char *cells;
    } cases[] = {
        {"a,b\nc,d\n", ',', "[a][b]1 [c][d]2 "},
        {"a,\"b, \"\"c\"\"\nd\"\n\n,,\ne\n", ',', "[a][b, \"c\"\nd]1 [e]5 "},
        {"a\tb\n", '\t', "[a][b]1 "},
        {"a,'=1+1\n'tis,b\n", ',', "[a][=1+1]1 ['tis][b]2 "},
        {"'12/3,'007\n'12 men,'214\n", ',', "[12/3][007]1 ['12 men]['214]2 "},
        {"\"never closed, a\nb", ',', "[never closed, a\nb]1 "},
        {"| a | b \\| c |\n|---|:-:|\n| d<br>e | |\n", '|', "[a][b | c]1 [d\ne][]3 "},
        {"", ',', ""},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct grid grid = grid_read(*state, cases[i].text, cases[i].delimiter);
        assert_string_equal(joined(*state, &grid), cases[i].cells);
    }
}

static void a_quote_in_a_table_with_tabs_counts_where_a_program_wrote_it_for_a_reason(void **state)
{
    static const struct {
        const char *text, *cells;
    } cases[] = {
        /* never quoted: ours */
        {"Ref\tWhat\n1\t\"Taxi ranks\" were told\n2\ttwo\n3\tthe word \"toll\"\n", "[Ref][What]1 [1][\"Taxi ranks\" were told]2 [2][two]3 [3][the word \"toll\"]4 "},
        {"Ref\tWhat\n1\t\"Housing\n2\ttwo\n3\thomes\"\n", "[Ref][What]1 [1][\"Housing]2 [2][two]3 [3][homes\"]4 "},
        {"Ref\tWhat\n1\t\"All of it\"\n2\t\"Yes, and no\"\n", "[Ref][What]1 [1][\"All of it\"]2 [2][\"Yes, and no\"]3 "},
        /* ours, where a cell begins with one */
        {"Ref\tWhat\n1\t\"\"\"Housing\"\n2\t\"\"\"No\"\" to it\"\n3\thomes\"\n", "[Ref][What]1 [1][\"Housing]2 [2][\"No\" to it]3 [3][homes\"]4 "},
        /* quoted where a cell holds what parts cells, or a quote: spreadsheets */
        {"Ref\tWhat\tWho\n1\t\"one\nline, and \"\"two\"\"\"\tA\n2\tb\tB\n", "[Ref][What][Who]1 [1][one\nline, and \"two\"][A]2 [2][b][B]4 "},
        {"What\tRef\n\"one\ntwo\"\t1\nthree\t\"2\n2\"\n", "[What][Ref]1 [one\ntwo][1]2 [three][2\n2]4 "},
        {"Ref\tWhat\n1\t\"a\tb\"\n2\tc\n", "[Ref][What]1 [1][a\tb]2 [2][c]3 "},
        {"Ref\tWhat\n1\t\"a \"\"toll\"\"\"\n2\tc\n", "[Ref][What]1 [1][a \"toll\"]2 [2][c]3 "},
        /* quoted for a comma: Excel; not where another comma stands bare */
        {"Ref\tWhat\n1\t\"a, b\"\n2\t\"c, d\"\n", "[Ref][What]1 [1][a, b]2 [2][c, d]3 "},
        {"Ref\tWhat\n1\t\"a, b\"\n2\t\"c, d\"\n3\te, f\n", "[Ref][What]1 [1][\"a, b\"]2 [2][\"c, d\"]3 [3][e, f]4 "},
        /* all quoted */
        {"\"Ref\"\t\"What\"\n\"1\"\t\"tolls\"\n", "[Ref][What]1 [1][tolls]2 "},
        /* a quote that closes nothing takes no row with it */
        {"Ref\tWhat\n1\t\"open\n2\ttwo\n", "[Ref][What]1 [1][\"open]2 [2][two]3 "},
    };
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct grid grid = grid_read(*state, cases[i].text, '\t');
        assert_string_equal(joined(*state, &grid), cases[i].cells);
    }
}

/* Cells of all kinds of quotes, each in each column, written by us and read again. */
static void our_own_tables_come_back_cell_for_cell(void **state)
{
    static const char *const texts[] = {"\"Taxi ranks\" were told", "\"Housing", "homes\"", "5\" pipe", "\"", "\"\" and", "a \"toll\"", "\"All, of it\"",
                                        "plain", "=1+1", "'tis", "a, b", "\"one\" and \"two\""};
    static const char *const heads[] = {"Ref", "What", "Who"};
    for (int format = SHEET_CSV; format <= SHEET_TSV; format++)
        for (size_t column = 0; column < 3; column++) {
            struct memory_sink memory;
            struct sheet sheet;
            sheet_start(&sheet, memory_open(&memory, *state), (enum sheet_format)format, &(struct sheet_about){.title = "Ours", .as_at = "1 March 2031", .heads = heads, .n = 3});
            for (size_t i = 0; i < MB_LENGTH(texts); i++) {
                char *cells[3] = {T("x"), T("y"), T("z")};
                cells[column] = T(texts[i]);
                sheet_row(&sheet, cells, false);
            }
            assert_int_equal(sheet_end(&sheet, STATUS_OK, NULL), STATUS_OK);
            struct grid grid = grid_read(*state, text_decode(*state, memory.got.data, memory.got.len, NULL, NULL), format == SHEET_CSV ? ',' : '\t');
            assert_int_equal(grid.n, MB_LENGTH(texts) + 2);
            for (size_t i = 0; i < MB_LENGTH(texts); i++)
                assert_string_equal(grid.rows[i + 2].at[column], texts[i]);
        }
}

/* Damaged text is some table or none; it never reads past its end (sanitizers look on). */
static void any_text_is_some_table(void **state)
{
    unsigned seed = 7;
    struct store *store = new_store(state);
    struct profiles *profiles;
    profiles_load(*state, NULL, &profiles, NULL);
    for (int round = 0; round < 300; round++) {
        static const char bytes[] = ",\t;|\"\n'= abAction OfficerStatus|Ref\\<br>";
        void *scratch = talloc_named_const(NULL, 0, "round");
        struct buf text;
        struct take take;
        struct err err = {0};
        const struct take_options options = {.name = "x", .today = {2031, 3, 1}, .here = true};
        buf_init(&text, scratch, 4000);
        buf_puts(&text, round % 2 ? "Action,Officer,Status\n" : "");
        for (int i = 0; i < 120; i++) {
            seed = seed * 1664525u + 1013904223u;
            buf_putc(&text, bytes[(seed >> 10) % (sizeof bytes - 1)]);
        }
        enum status status = take_table(scratch, store, profiles, NULL, text.data, &options, &take, &err);
        assert_true(status == STATUS_OK || status == STATUS_INPUT);
        status = take_actions(scratch, store, text.data, text.len, &options, &take, &err);
        assert_int_equal(status, STATUS_INPUT);
        talloc_free(scratch);
    }
}

static void a_row_keeps_the_id_and_the_reference_that_it_comes_with(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "from elsewhere");
    static const char id[] = "12345678-1234-4123-8123-123456789abc";
    action->reference = T("SR (25/26) 01");
    struct edit_result *added = edit(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .target = id, .action = action});
    assert_string_equal(added->id, id);
    assert_string_equal(added->reference, "SR (25/26) 01");
    assert_string_equal(get(state, store, id)->subject, "from elsewhere");
    (void)refused(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .target = id, .action = action}, STATUS_CONFLICT);
    (void)refused(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .target = "x", .action = action}, STATUS_USAGE);
    struct edit_result *second = edit(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .target = store_new_id(*state), .action = action});
    assert_string_not_equal(second->reference, "SR (25/26) 01"); /* taken */
    assert_true(store_is_id(second->id));
    assert_false(store_is_id("12345678-1234-4123-8123-123456789abg"));
}

static void an_entry_keeps_the_id_that_it_comes_with(void **state)
{
    struct store *store = new_store(state);
    const struct action_entry entry = {.kind = ENTRY_UPDATE, .text = T("told")};
    struct edit_result *added = add_subject(state, store, "tolls");
    char *id = store_new_id(*state);
    struct edit_result *told = edit(state, store, &(struct edit){.kind = EDIT_ENTRY_ADD, .target = added->id, .value = id, .entry = &entry});
    assert_string_equal(told->id, id);
    (void)undo(state, store);
}

/* ---- what comes is merged ------------------------------------------------------------------------ */

#define HELD "12345678-1234-4123-8123-123456789abc"

/* The document with ROWS, which are all on its tracker, is taken into STORE. */
static struct take *take_rows(void **state, struct store *store, const char *rows)
{
    struct err err = {0};
    struct edit_result *result;
    struct take *take = mem_new(*state, struct take);
    const struct take_options options = {.name = "theirs.json", .today = {2031, 3, 1}};
    char *text = mem_printf(*state, "{\"format\":\"minutebook-actions\",\"version\":1,\"actions\":[%s]}", rows);
    assert_ok(take_actions(*state, store, text, strlen(text), &options, take, &err), err);
    if (take->edit.n_edits)
        assert_ok(store_edit(*state, store, &take->edit, &result, &err), err);
    return take;
}

/* A row of ours of that id, typed as a line. */
static void hold(void **state, struct store *store, const char *line)
{
    struct action *action;
    struct err err;
    assert_ok(action_parse_line(*state, line, (struct date){2031, 1, 7}, &action, &err), err);
    (void)edit(state, store, &(struct edit){.kind = EDIT_ACTION_ADD, .target = HELD, .action = action});
}

static char *told(void **state, struct store *store)
{
    struct action_entries entries;
    struct err err;
    struct buf out;
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    assert_ok(store_entries(*state, store, HELD, &entries, &err), err);
    for (size_t i = 0; i < entries.n; i++)
        buf_printf(&out, "[%s]", entries.at[i]->text ? entries.at[i]->text : entries.at[i]->url);
    return buf_take(&out);
}

static void a_note_that_their_words_were_typed_with_stays_private(void **state)
{
    static const char row[] = "{\"id\":\"" HELD "\",\"state\":\"confirmed\",\"own_words\":\"the Clerk: a list of piers; note hush\"}";
    struct store *store = new_store(state);
    hold(state, store, "the Clerk: lists of all piers; note mine");
    (void)take_rows(state, store, row);
    assert_string_equal(told(state, store), "[words: the Clerk: a list of piers]");
    assert_string_equal(get(state, store, HELD)->note, "mine\n[theirs.json] hush");
    assert_int_equal(take_rows(state, store, row)->kinds[TAKE_SAME], 1);
}

static void the_same_words_with_another_note_are_no_second_text(void **state)
{
    struct store *store = new_store(state);
    hold(state, store, "the Clerk: a list of piers; note mine");
    (void)take_rows(state, store, "{\"id\":\"" HELD "\",\"state\":\"confirmed\",\"own_words\":\"the Clerk: a list of piers; note hush\"}");
    assert_string_equal(told(state, store), "");
    assert_string_equal(get(state, store, HELD)->note, "mine\n[theirs.json] hush");
}

static void two_rows_of_a_file_that_meet_one_of_ours_lose_nothing(void **state)
{
    static const char rows[] =
        "{\"id\":\"" HELD "\",\"state\":\"confirmed\",\"subject\":\"a list of piers\",\"recipient\":\"Members\",\"note\":\"one\","
        "\"chase_date\":\"2031-02-01\",\"status\":\"in progress\"},"
        "{\"id\":\"" HELD "\",\"state\":\"confirmed\",\"subject\":\"a list of piers\",\"recipient\":\"the Leader\",\"note\":\"two\","
        "\"chase_date\":\"2031-02-09\",\"status\":\"in progress\"}";
    struct store *store = new_store(state);
    hold(state, store, "the Clerk: a list of piers");
    (void)take_rows(state, store, rows);
    const struct action *ours = get(state, store, HELD);
    assert_string_equal(ours->recipient, "Members");
    assert_string_equal(ours->note, "one\n[theirs.json] two\nto chase 9 February 2031"); /* a reminder is as private as a note */
    assert_int_equal(ours->chase_date.day, 1);
    assert_string_equal(told(state, store), "[to whom: the Leader]");
    assert_int_equal(take_rows(state, store, rows)->kinds[TAKE_SAME], 2);
}

static void a_reminder_that_differs_repeats_no_note(void **state)
{
    static const char row[] = "{\"id\":\"" HELD "\",\"state\":\"confirmed\",\"subject\":\"a list of piers\",\"note\":\"mine\",\"chase_date\":\"2031-02-09\"}";
    struct store *store = new_store(state);
    hold(state, store, "the Clerk: a list of piers; chase 1 Feb; note mine");
    (void)take_rows(state, store, row);
    assert_string_equal(get(state, store, HELD)->note, "mine\n[theirs.json] to chase 9 February 2031");
    assert_int_equal(take_rows(state, store, row)->kinds[TAKE_SAME], 1);
}

static void entries_of_other_days_and_places_are_each_taken(void **state)
{
#define ENTRY(id, more) "{\"id\":\"" id "-1234-4123-8123-123456789abc\"," more "}"
    static const char row[] = "{\"id\":\"" HELD "\",\"state\":\"confirmed\",\"subject\":\"a list of piers\",\"entries\":["
        ENTRY("00000001", "\"kind\":\"chase\",\"date\":\"2031-01-05\",\"text\":\"telephoned\"") ","
        ENTRY("00000002", "\"kind\":\"chase\",\"date\":\"2031-01-19\",\"text\":\"telephoned\"") ","
        ENTRY("00000003", "\"kind\":\"answer\",\"date\":\"2031-01-20\",\"url\":\"https://council.example/1\"") ","
        ENTRY("00000004", "\"kind\":\"answer\",\"date\":\"2031-01-20\",\"url\":\"https://council.example/2\"") "]}";
    struct store *store = new_store(state);
    (void)take_rows(state, store, row);
    assert_string_equal(told(state, store), "[telephoned][telephoned][https://council.example/1][https://council.example/2]");
    assert_int_equal(take_rows(state, store, row)->kinds[TAKE_SAME], 1);
}

/* ---- a colleague's document in the box ------------------------------------------------------------- */

#define DOCUMENT(rows) "{\"format\":\"minutebook-actions\",\"version\":1,\"as_at\":\"2031-02-01\",\"actions\":[" rows "]}"
static const char theirs[] = DOCUMENT(
    "{\"id\":\"" HELD "\",\"state\":\"confirmed\",\"class\":\"action\",\"subject\":\"a list of caf\\u00e9s\",\"owner\":\"the Clerk\",\"status\":\"complete\","
    "\"exempt\":true,\"due_from\":\"2031-01-01\",\"due_to\":\"2031-01-02\",\"entries\":[{\"kind\":\"answer\",\"date\":\"2031-01-09\",\"text\":\"sent\",\"told\":true},"
    "{\"kind\":\"chase\",\"date\":\"2031-01-05\"}]},{\"state\":\"proposed\",\"subject\":\"to check there\"},{\"state\":\"confirmed\",\"subject\":\"buoys\"}");

/* All that a plan says, as one text. */
static char *plan_of(void **state, const char *text, size_t n, bool here)
{
    struct store *store = new_store(state);
    struct take take;
    struct err err = {0};
    struct buf out;
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    const struct take_options options = {.name = "theirs.json", .today = {2031, 3, 1}, .here = here};
    enum status status = take_actions(*state, store, text, n, &options, &take, &err);
    buf_printf(&out, "%d %s %s", (int)status, status == STATUS_OK ? "" : err.text, date_iso(*state, take.as_at));
    for (size_t i = 0; i < take.n && status == STATUS_OK; i++) {
        buf_printf(&out, "\n%d line %d %s", (int)take.rows[i].kind, take.rows[i].line, take.rows[i].words);
        for (size_t k = 0; k < take.rows[i].details.n; k++)
            buf_printf(&out, "; %s", take.rows[i].details.at[k]);
    }
    for (size_t i = 0; i < take.edit.n_edits && status == STATUS_OK; i++) {
        const struct action *action = take.edit.edits[i].action;
        if (action)
            buf_printf(&out, "\n%s %s %s %d %s %s", action->subject, action->status ? action->status : "-", action->closed_by ? action->closed_by : "-",
                       action->quote_exempt, date_iso(*state, action->due.from), action->id ? action->id : "-");
    }
    talloc_free(store);
    return buf_take(&out);
}

static void a_colleagues_tracker_comes_out_of_the_box_as_it_went_in(void **state)
{
    char *boxed = plan_of(state, theirs, sizeof theirs - 1, false);
    assert_string_equal(boxed, plan_of(state, theirs, sizeof theirs - 1, true));
    assert_string_equal(boxed, "0  2031-02-01\n0 line 1 a list of caf\xC3\xA9s; answer, 9 January 2031: sent; chase, 5 January 2031\n0 line 3 buoys\n"
                               "a list of caf\xC3\xA9s complete theirs.json, as at 1 February 2031 1 2031-01-01 " HELD "\nbuoys - - 0  -");
}

static void what_is_no_text_is_no_field_and_a_name_of_nothing_spoils_none(void **state)
{
    static const char odd[] = DOCUMENT("{\"\":\"x\",\"state\":\"confirmed\",\"subject\":\"buoys\",\"owner\":true,\"exempt\":\"true\",\"closed_by\":true}");
    assert_string_equal(plan_of(state, odd, sizeof odd - 1, false), "0  2031-02-01\n0 line 1 buoys\nbuoys - - 0  -");
}

static void a_bomb_of_a_tracker_ends_in_the_box_with_a_sentence(void **state)
{
    struct buf deep;
    buf_init(&deep, *state, BUF_MAX_DOCUMENT);
    for (int i = 0; i < 500000; i++)
        buf_puts(&deep, "[{\"a\":");
    assert_non_null(strstr(plan_of(state, deep.data, deep.len, false), "maximum parsing depth"));
    buf_clear(&deep);
    buf_puts(&deep, "{\"format\":\"minutebook-actions\",\"version\":1,\"actions\":[");
    for (int i = 0; i < 4000000; i++) /* small texts, large trees */
        buf_puts(&deep, "[],");
    buf_puts(&deep, "[]]}");
    char *large = plan_of(state, deep.data, deep.len, false);
    assert_true(strcmp(large, "0  ") == 0 || strstr(large, "theirs.json needs too much memory to read")); /* as a build needs */
}

/* Cut and flipped in each place: some plan, or a sentence. */
static void a_damaged_tracker_is_taken_or_refused(void **state)
{
    char *text = mem_strndup(*state, theirs, sizeof theirs - 1);
    static const char bytes[] = "\"{}[]:,\\0\xff t";
    for (size_t at = 0; at < sizeof theirs - 1; at += TEST_STRIDE(7)) {
        void *local = talloc_named_const(*state, 0, "round");
        char kept = text[at], first = plan_of(&local, text, at, true)[0];
        assert_true(first == '0' + STATUS_OK || first == '0' + STATUS_INPUT);
        text[at] = bytes[at % (sizeof bytes - 1)];
        size_t n;
        char *decoded = text_decode(local, text, sizeof theirs - 1, &n, NULL);
        first = plan_of(&local, decoded, n, true)[0];
        assert_true(first == '0' + STATUS_OK || first == '0' + STATUS_INPUT);
        text[at] = kept;
        talloc_free(local);
    }
}

static void an_id_twice_in_a_file_is_left_out_with_its_reason(void **state)
{
    struct store *store = new_store(state);
    const struct take *take = take_rows(state, store, "{\"id\":\"" HELD "\",\"state\":\"confirmed\",\"subject\":\"a list of piers\"},"
                                                      "{\"id\":\"" HELD "\",\"state\":\"confirmed\",\"subject\":\"a list of buoys\"}");
    assert_int_equal(take->kinds[TAKE_ADD], 1);
    assert_int_equal(take->rows[1].kind, TAKE_LEFT_OUT);
    assert_string_equal(take->rows[1].details.at[0], "has the id of row 1 of this file");
    assert_string_equal(get(state, store, HELD)->subject, "a list of piers");
}

static void a_row_twice_in_a_table_is_added_once_and_one_that_differs_is_another(void **state)
{
    static const char table[] = "Action,Officer,Status\nMend the pier,the Clerk,Ongoing\nMend the pier,the Clerk,Ongoing\nMend the pier,the Mayor,Ongoing\n";
    struct store *store = new_store(state);
    struct profiles *profiles;
    struct err err = {0};
    struct take take;
    const struct take_options options = {.name = "x", .today = {2031, 3, 1}};
    profiles_load(*state, NULL, &profiles, NULL);
    assert_ok(take_table(*state, store, profiles, NULL, table, &options, &take, &err), err);
    assert_int_equal(take.kinds[TAKE_ADD], 2);
    assert_int_equal(take.rows[1].kind, TAKE_LEFT_OUT);
    assert_string_equal(take.rows[1].details.at[0], "is in this file already, row 2");
    assert_int_equal(take.rows[2].kind, TAKE_ADD);
}

/* They were kept, each taken for any other: which one decided what came of it when the table was taken again. */
static void rows_of_dashes_and_dots_say_nothing(void **state)
{
    static const char table[] = "Ref,Action,Officer\n1,---,the Clerk\n2,...,\n,\xe2\x80\xa6,the Mayor\n3,Mend the pier,\n";
    struct store *store = new_store(state);
    struct profiles *profiles;
    struct err err = {0};
    struct take take;
    const struct take_options options = {.name = "x", .today = {2031, 3, 1}};
    profiles_load(*state, NULL, &profiles, NULL);
    assert_ok(take_table(*state, store, profiles, NULL, table, &options, &take, &err), err);
    assert_int_equal(take.kinds[TAKE_ADD], 1);
    assert_int_equal(take.kinds[TAKE_LEFT_OUT], 3);
    assert_string_equal(take.rows[0].details.at[0], "says nothing that can be followed up");
}

/* The plan for TABLE with the store as it stands; made. */
static struct take *taken(void **state, struct store *store, const char *table)
{
    struct take *take = mem_new(*state, struct take);
    struct profiles *profiles;
    struct edit_result *made;
    struct err err = {0};
    const struct take_options options = {.name = "x.csv", .today = {2031, 3, 1}};
    profiles_load(*state, NULL, &profiles, NULL);
    assert_ok(take_table(*state, store, profiles, NULL, table, &options, take, &err), err);
    if (take->edit.n_edits > 0)
        assert_ok(store_edit(*state, store, &take->edit, &made, &err), err);
    return take;
}

static void a_tracker_that_asks_several_for_the_same_changes_nothing_when_it_comes_again(void **state)
{
    static const char *const tables[] = {
        "Action,Officer,Status\nMend the pier,the Clerk,Ongoing\nMend the pier,the Mayor,Complete\n",
        "Ref,Action,Officer,Status\n1,Paint the bell,the Clerk,\n2,Paint the bell,the Clerk,\n",
        "Ref,Action,Officer,Update\n-,Count the buoys,the Clerk,Begun\n-,Count the buoys,the Mayor,Done\n", /* a reference is given once */
    };
    struct store *store = new_store(state);
    for (size_t i = 0; i < MB_LENGTH(tables); i++) {
        assert_int_equal(taken(state, store, tables[i])->kinds[TAKE_ADD], 2);
        const struct take *again = taken(state, store, tables[i]);
        assert_int_equal(again->kinds[TAKE_SAME], 2);
        assert_int_equal(again->edit.n_edits, 0);
    }
}

static void a_row_that_differs_in_its_update_alone_is_the_same_follow_up(void **state)
{
    static const char table[] = "Action,Officer,Update\nMend the pier,the Clerk,Timber was bought\nMend the pier,the Clerk,The pier is mended\n";
    struct store *store = new_store(state);
    const struct take *take = taken(state, store, table);
    assert_int_equal(take->kinds[TAKE_ADD], 1);
    assert_int_equal(take->rows[1].kind, TAKE_CHANGE);
    assert_int_equal(take->rows[1].details.n, 1);
    assert_non_null(strstr(take->rows[1].details.at[0], "The pier is mended"));
    assert_int_equal(taken(state, store, table)->kinds[TAKE_SAME], 2);
}

/* ---- what it costs ---------------------------------------------------------------------------------- */

static void read_cells(const void *context, void *to, size_t times)
{
    const char *const *form = to; /* a cell, and what parts them */
    struct buf text;
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    buf_printf(&text, "a%sb\n1%s2\n", form[1], form[1]);
    for (size_t i = 0; i < times; i++)
        buf_printf(&text, "%s%s", form[0], form[1]);
    (void)grid_read(context, text.data, *form[1]);
}

/* All that followed was one cell, and its rows were lost without a word. */
static void a_quote_that_nothing_closes_is_told_with_its_line(void **state)
{
    struct store *store = new_store(state);
    struct profiles *profiles;
    profiles_load(*state, NULL, &profiles, NULL);
    struct take_options options = {.name = "tracker.csv"};
    struct take take;
    struct err err = {0};
    static const char text[] = "Ref,Action,Owner,Status\n1,Write to the board,Chairman,open\n2,\"Count the ferries,Clerk,open\n3,Mend the pier,Clerk,open\n";
    assert_int_equal(take_table(*state, store, profiles, NULL, text, &options, &take, &err), STATUS_INPUT);
    assert_non_null(strstr(err.text, "tracker.csv"));
    assert_non_null(strstr(err.text, "line 3"));
}

static void a_long_line_of_quoted_cells_costs_as_it_grows(void **state)
{
    static const char *const commas[] = {"\"a\"", ","}, *const tabs[] = {"\"a\tb\"", "\t"};
    (void)state;
    test_cost_grows_with(read_cells, (void *)(uintptr_t)commas, 80000 / TEST_STRIDE(3));
    test_cost_grows_with(read_cells, (void *)(uintptr_t)tabs, 40000 / TEST_STRIDE(3));
}

static char *tracker_of(const void *context, size_t n)
{
    struct buf text;
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    buf_puts(&text, "Committee,Action,Officer,Status,Progress\n");
    for (size_t i = 0; i < n; i++)
        buf_printf(&text, "Harbour Panel,Mend the pier of berth %zu,the Clerk,Ongoing,Berth %zu was seen\n", i, i);
    return buf_take(&text);
}

static void take_in(void **state, struct store *store, const char *text)
{
    struct profiles *profiles;
    struct take take;
    struct edit_result *result;
    struct err err = {0};
    const struct take_options options = {.name = "x.csv", .today = {2031, 3, 1}};
    profiles_load(*state, NULL, &profiles, NULL);
    assert_ok(take_table(*state, store, profiles, NULL, text, &options, &take, &err), err);
    assert_ok(store_edit(*state, store, &take.edit, &result, &err), err);
}

/* What becomes of each row of a tracker that is taken in. */
struct tracker_taking {
    struct store *store;
    enum take_kind kind;
};

static void take_tracker(const void *context, void *to, size_t times)
{
    const struct tracker_taking *taking = to;
    struct profiles *profiles;
    struct take take;
    struct err err = {0};
    const struct take_options options = {.name = "x.csv", .today = {2031, 3, 1}};
    profiles_load(context, NULL, &profiles, NULL);
    assert_ok(take_table(context, taking->store, profiles, NULL, tracker_of(context, times), &options, &take, &err), err);
    assert_int_equal(take.kinds[taking->kind], times);
}

static void taking_a_tracker_costs_as_it_grows(void **state)
{
    const size_t n = 800;
    struct tracker_taking taking = {new_store(state), TAKE_ADD};
    test_cost_grows_with(take_tracker, &taking, n);
    take_in(state, taking.store, tracker_of(*state, n));
    taking.kind = TAKE_SAME;
    test_cost_grows_with(take_tracker, &taking, n);
}

/* The same number in each row, the same words in all, or no day in any: rows of a table that agree in most. */
static char *alike_rows(const void *context, const char *form, size_t n)
{
    struct buf text;
    buf_init(&text, context, BUF_MAX_DOCUMENT);
    buf_puts(&text, "Reference,Committee,Meeting date,Action,Officer\n");
    for (size_t i = 0; i < n; i++) {
        struct date day = date_add((struct date){2020, 1, 1}, (int)i);
        const char *iso = date_iso(context, day);
        buf_printf(&text, "%s,Harbour Panel,%s,%s,the Clerk\n", strchr(form, 'r') ? "7" : mem_printf(context, "%zu", i), strchr(form, 'd') ? "" : iso,
                   strchr(form, 'w') ? "Mend the pier" : mem_printf(context, "Mend the pier of berth %zu", i));
    }
    return buf_take(&text);
}

static void take_alike(const void *context, void *to, size_t times)
{
    void *state = talloc_named_const(context, 0, "state");
    const void *const *with = to;
    struct profiles *profiles;
    struct take take;
    struct err err = {0};
    const struct take_options options = {.name = "x.csv", .today = {2031, 3, 1}};
    profiles_load(state, NULL, &profiles, NULL);
    assert_ok(take_table(state, (struct store *)(uintptr_t)with[0], profiles, NULL, alike_rows(state, with[1], times), &options, &take, &err), err);
}

static void rows_that_agree_in_most_cost_as_they_grow(void **state)
{
    static const char *const forms[] = {"r", "w", "rd", "rw"};
    struct store *store = new_store(state);
    take_in(state, store, alike_rows(*state, "r", 800));
    for (size_t i = 0; i < MB_LENGTH(forms); i++) {
        const void *with[] = {store, forms[i]};
        test_cost_grows_with(take_alike, with, 800);
    }
}

int main(int argc, char **argv)
{
    box_serve(argc, argv, take_worker(), 1);
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_table_is_taken_apart_as_its_form_has_it),
        STORE_CASE(a_quote_in_a_table_with_tabs_counts_where_a_program_wrote_it_for_a_reason),
        STORE_CASE(our_own_tables_come_back_cell_for_cell),
        STORE_CASE(any_text_is_some_table),
        STORE_CASE(a_row_keeps_the_id_and_the_reference_that_it_comes_with),
        STORE_CASE(an_entry_keeps_the_id_that_it_comes_with),
        STORE_CASE(a_note_that_their_words_were_typed_with_stays_private),
        STORE_CASE(the_same_words_with_another_note_are_no_second_text),
        STORE_CASE(two_rows_of_a_file_that_meet_one_of_ours_lose_nothing),
        STORE_CASE(a_reminder_that_differs_repeats_no_note),
        STORE_CASE(entries_of_other_days_and_places_are_each_taken),
        STORE_CASE(what_is_no_text_is_no_field_and_a_name_of_nothing_spoils_none),
        STORE_CASE(a_quote_that_nothing_closes_is_told_with_its_line),
        STORE_CASE(a_long_line_of_quoted_cells_costs_as_it_grows),
        STORE_CASE(a_colleagues_tracker_comes_out_of_the_box_as_it_went_in),
        STORE_CASE(a_bomb_of_a_tracker_ends_in_the_box_with_a_sentence),
        STORE_CASE(a_damaged_tracker_is_taken_or_refused),
        STORE_CASE(a_tracker_that_asks_several_for_the_same_changes_nothing_when_it_comes_again),
        STORE_CASE(a_row_that_differs_in_its_update_alone_is_the_same_follow_up),
        STORE_CASE(an_id_twice_in_a_file_is_left_out_with_its_reason),
        STORE_CASE(taking_a_tracker_costs_as_it_grows),
        STORE_CASE(rows_that_agree_in_most_cost_as_they_grow),
        STORE_CASE(a_row_twice_in_a_table_is_added_once_and_one_that_differs_is_another),
        STORE_CASE(rows_of_dashes_and_dots_say_nothing),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("export: trackers taken in", tests, NULL, NULL);
}
