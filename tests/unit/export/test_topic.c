/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A topic card and a brief of papers of a council that does not exist: what is exempt stays at home, and what is hostile is harmless. */
#include "unit/export/memory_sink.h"
#include "unit/store/support.h"

#include <minutebook/export_topic.h>

#include <locale.h>

#define T(text) ((char *)(text))
#define SECRET "the sum of the tender for the lighthouse lamps was told"

static const struct export_options plain = {.as_at = {2031, 3, 10}}, with_exempt = {.as_at = {2031, 3, 10}, .exempt = true};

static void import_item(struct store *store, const char *name, int month, struct item item)
{
    struct draft *draft = mem_new(store, struct draft);
    struct import_result *result;
    struct import_options options = {0};
    struct err err;
    draft->path = mem_strdup(draft, name);
    sha256_hex(name, strlen(name), draft->sha256);
    draft->form = FORM_PAGE_TEXT;
    draft->reader_version = 1;
    item.position = 1;
    item.in_latest = true;
    draft->meeting = mem_new(draft, struct meeting);
    *draft->meeting = (struct meeting){.committee = T("Harbour Scrutiny Panel"), .date = {2031, month, 3}, .date_basis = DATE_STATED,
                                       .minutes_after_midnight = 600, .status = T("held"), .items = &item, .n_items = 1};
    assert_ok(store_import(store, store, draft, draft->path, strlen(draft->path), &options, &result, &err), err);
}

/* The same topic in January, with an exempt report and minute, and in February. */
static struct store *filled(void *context, const char *february)
{
    struct store *store = open_store(context, scratch_path(context, "topic.db"), STORE_WRITE);
    struct table_row row = {.cells = (char *[]){T("a"), T("b")}, .n_cells = 2};
    struct block table = {.kind = BLOCK_TABLE, .caption = T("Bids for the lamps"), .rows = &row, .n_rows = 1};
    struct strings asked = {(char *[]){T("take the lowest bid")}, 1};
    struct strings rates = {(char *[]){T("note the lamp oil")}, 1};
    import_item(store, "january.txt", 1, (struct item){.minute_number = T("7"), .title = T("Lighthouse Lamps"), .minutes_text = T("All heard that " SECRET "."),
                                                       .minutes_exempt = true, .report_exempt = true, .blocks = &table, .n_blocks = 1, .asked = asked});
    import_item(store, "february.txt", 2, (struct item){.minute_number = T("9"), .title = T(february), .minutes_text = T("It was noted."), .asked = rates});
    return store;
}

static char *card_text(void *context, struct store *store, enum sheet_format format, const struct export_options *options, const char *words)
{
    struct memory_sink memory;
    struct topic_card *card;
    struct topic_wish wish = {.words = words};
    struct err err;
    assert_ok(topic_card_read(context, store, &wish, options, &card, &err), err);
    assert_ok(export_topic(memory_open(&memory, context), card, format, options, &err), err);
    return memory.got.data;
}

static void what_is_exempt_is_on_a_card_only_where_it_is_asked_for(void **state)
{
    struct store *store = filled(*state, "Lamps of the Lighthouse: Oil");
    char *text = card_text(*state, store, SHEET_TEXT, &plain, "lighthouse lamps");
    assert_non_null(strstr(text, "When it came up (2)"));
    assert_non_null(strstr(text, "note the lamp oil"));
    assert_null(strstr(text, "lowest bid"));
    assert_null(strstr(text, "Bids"));
    assert_null(strstr(text, "tender"));
    text = card_text(*state, store, SHEET_TEXT, &with_exempt, "lighthouse lamps");
    assert_non_null(strstr(text, "[EXEMPT] take the lowest bid"));
    assert_non_null(strstr(text, "[EXEMPT] Bids for the lamps"));
    text = card_text(*state, store, SHEET_TEXT, &plain, "tender"); /* said nowhere but in the exempt minute */
    assert_null(strstr(text, "sum of"));
    assert_non_null(strstr(text, "[exempt: left out]"));
}

static void nothing_of_a_title_is_mark_up_or_a_control(void **state)
{
    struct store *store = filled(*state, "Lighthouse <b>Lamps</b> *now* \x1b[31m [x](http://y)");
    char *text = card_text(*state, store, SHEET_HTML, &plain, "lighthouse lamps");
    assert_null(strstr(text, "<b>"));
    assert_null(strchr(text, '\x1b'));
    text = card_text(*state, store, SHEET_MARKDOWN, &plain, "lighthouse lamps");
    assert_non_null(strstr(text, "\\<b\\>"));
    assert_non_null(strstr(text, "\\*now\\*"));
    assert_null(strchr(text, '\x1b'));
    text = card_text(*state, store, SHEET_TEXT, &plain, "lighthouse lamps");
    assert_null(strchr(text, '\x1b'));
}

static void a_brief_keeps_what_is_exempt_too(void **state)
{
    struct store *store = filled(*state, "Lighthouse Lamps");
    struct memory_sink memory;
    struct brief *brief;
    struct err err;
    char *id;
    assert_ok(store_find_meeting(*state, store, "2031-01-03", plain.as_at, &id, &err), err);
    assert_ok(brief_read(*state, store, id, &plain, &brief, &err), err);
    assert_ok(export_brief(memory_open(&memory, *state), brief, SHEET_TEXT, &plain, &err), err);
    assert_null(strstr(memory.got.data, "lowest bid"));
    assert_ok(export_brief_json(memory_open(&memory, *state), brief, &plain, &err), err);
    assert_null(json_at(*state, memory.got.data, "$.items[0].asked[0]"));
    assert_ok(brief_read(*state, store, id, &with_exempt, &brief, &err), err);
    assert_ok(export_brief(memory_open(&memory, *state), brief, SHEET_TEXT, &with_exempt, &err), err);
    assert_non_null(strstr(memory.got.data, "lowest bid"));
}

static void words_that_come_up_nowhere_are_none(void **state)
{
    struct store *store = filled(*state, "Lighthouse Lamps");
    struct topic_card *card;
    struct err err;
    struct topic_wish wish = {.words = "walrus"};
    assert_int_equal(topic_card_read(*state, store, &wish, &plain, &card, &err), STATUS_NONE);
    wish.words = "( walrus";
    assert_int_equal(topic_card_read(*state, store, &wish, &plain, &card, &err), STATUS_USAGE);
    wish = (struct topic_wish){.meeting_id = "no-such-meeting", .position = 1};
    assert_int_equal(topic_card_read(*state, store, &wish, &plain, &card, &err), STATUS_USAGE);
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        STORE_CASE(what_is_exempt_is_on_a_card_only_where_it_is_asked_for),
        STORE_CASE(nothing_of_a_title_is_mark_up_or_a_control),
        STORE_CASE(a_brief_keeps_what_is_exempt_too),
        STORE_CASE(words_that_come_up_nowhere_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
