/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The list of follow-ups at every width: what was asked or promised is read before anything else. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/actions.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const struct date today = {2025, 12, 3};

static struct action a_promise(void)
{
    return (struct action){.id = (char *)"1",
                           .reference = (char *)"226/2",
                           .state = ACTION_KEPT,
                           .owner = (char *)"the Assistant Director for Early Help and Family Support",
                           .subject = (char *)"the number of children waiting for a place at a special school",
                           .status = (char *)"not started",
                           .due_text = (char *)"30 November 2025",
                           .due = {{2025, 11, 30}, {2025, 11, 30}},
                           .quote = (char *)"She would send by 30 November 2025 the number of children.",
                           .meeting_date = {2025, 10, 9}};
}

/* What the list of ACTION says at WIDTH, its lines joined; each line of a column stands for itself. */
static char *listed(void **state, struct action *action, int width)
{
    struct action *rows[] = {action};
    struct actions actions = {rows, 1};
    struct actions_shown shown = {.actions = &actions, .as_at = today};
    struct page *page = page_new(*state, width);
    struct buf out;
    actions_page(page, &shown);
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < page->n_lines; i++)
        for (size_t s = 0; s < page->lines[i].n_spans; s++)
            buf_printf(&out, "%s ", page->lines[i].spans[s].text);
    return buf_take(&out);
}

static void assert_says(const char *text, const char *words, int width)
{
    if (!strstr(text, words))
        fail_msg("\"%s\" is not said at %d: %s", words, width, text);
}

static void assert_says_each_word(void **state, const char *text, const char *words, int width)
{
    for (const char *at = words; *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, " ");
        assert_says(text, mem_strndup(*state, at, n), width);
        at += n;
    }
}

static void what_was_promised_is_read_at_every_width(void **state)
{
    struct action promise = a_promise();
    for (int width = SMALLEST_WIDTH; width <= 160; width++)
        assert_says_each_word(state, listed(state, &promise, width), promise.subject, width);
}

static void how_late_it_is_is_said_at_every_width(void **state)
{
    struct action promise = a_promise();
    for (int width = SMALLEST_WIDTH; width <= 160; width++)
        assert_says_each_word(state, listed(state, &promise, width), "3 days overdue", width);
}

static void a_reason_in_brackets_stands_only_where_there_is_room(void **state)
{
    struct action promise = a_promise();
    assert_null(strstr(listed(state, &promise, 40), "(date"));
    assert_null(strstr(listed(state, &promise, 80), "(date"));
    assert_says_each_word(state, listed(state, &promise, 140), "(date in the minutes)", 140);
}

static void by_whom_follows_where_there_is_room(void **state)
{
    struct action promise = a_promise();
    promise.owner = (char *)"the Chairman";
    promise.subject = (char *)"the crossing";
    assert_says(listed(state, &promise, 80), "the crossing · the Chairman", 80);
    assert_says(listed(state, &promise, 40), "3 days overdue · the Chairm", 40);
    promise.owner = NULL;
    assert_says(listed(state, &promise, 80), "the crossing · by whom not stated", 80);
}

static void what_has_been_done_is_said_where_there_is_no_column_for_it(void **state)
{
    struct action promise = a_promise();
    promise.owner = (char *)"the Chairman";
    promise.subject = (char *)"the crossing";
    promise.status = (char *)"in progress";
    assert_says(listed(state, &promise, 80), "the Chairman · in progress", 80);
}

static void a_request_to_check_is_read_before_its_time(void **state)
{
    struct action request = a_promise();
    request.state = ACTION_TO_CHECK;
    request.subject = NULL;
    request.quote = (char *)"Members asked for the figures of the last three years.";
    request.due_text = (char *)"by the next meeting of the Panel in January";
    for (int width = SMALLEST_WIDTH; width <= 160; width++)
        assert_says_each_word(state, listed(state, &request, width), "asked for the figures of the last", width);
}

/* ---- its order, and ways through it ---------------------------------------------------------------------------- */

static void the_longest_overdue_stands_first(void **state)
{
    static const struct date days[] = {{2025, 11, 30}, {2024, 3, 1}, {2025, 12, 1}};
    struct action promises[MB_LENGTH(days)];
    struct action *rows[MB_LENGTH(days)];
    for (size_t i = 0; i < MB_LENGTH(days); i++) {
        promises[i] = a_promise();
        promises[i].reference = mem_printf(*state, "226/%zu", i + 1);
        promises[i].due = (struct date_span){days[i], days[i]};
        rows[i] = &promises[i];
    }
    struct actions actions = {rows, MB_LENGTH(days)};
    struct actions_shown shown = {.actions = &actions, .as_at = today};
    struct page *page = page_new(*state, 120);
    actions_page(page, &shown);
    static const char *const order[] = {"226/2", "226/1", "226/3"};
    assert_int_equal(page->n_rows, MB_LENGTH(order));
    for (size_t i = 0; i < MB_LENGTH(order); i++)
        assert_string_equal(page->lines[page->rows[i].first].spans[0].text, order[i]);
    assert_ptr_equal(actions.at[0], &promises[0]); /* the list that was given is as it was */
}

/* Years of what is closed stand below what is to check, and one key leads there. */
static void a_key_leads_to_what_is_closed(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "A");
    do_line(walk, "set-row status complete, minute 40");
    assert_says(shown(walk), "1 closed", 120);
    type_keys(walk, "g}");
    char *to_check = row_here(walk);
    assert_says(to_check, "to check", 120);
    type_keys(walk, "}");
    assert_says(row_here(walk), "complete", 120);
    type_keys(walk, "}");
    assert_says(shown(walk), "no group below", 120);
    type_keys(walk, "{");
    assert_string_equal(row_here(walk), to_check);
}

/* ---- the list as a file ------------------------------------------------------------------------------------- */

static void the_tracker_is_exported_to_a_file_that_is_not_there(void **state)
{
    char *store = town_store(*state), *file = mem_printf(*state, "%s.csv", store);
    struct walk *walk = walk_new(*state, store, 120, 36);
    walk->program->read_only = true; /* it changes nothing of the store */
    char *line = mem_printf(walk, "export actions %s", file);
    do_line(walk, line);
    assert_says(shown(walk), "written: ", 120);
    assert_says(shown(walk), "rows to", 120);
    do_line(walk, line);
    assert_says(shown(walk), "is there already: nothing was written", 120);
    assert_int_equal(remove(file), 0);
    do_line(walk, "export actions");
    assert_says(shown(walk), "export actions tracker.csv", 120);
    do_line(walk, "export letters tracker.csv");
    assert_says(shown(walk), "meetings, actions, programme, to-get, committees or pairs", 120);
    do_line(walk, "export actions tracker.doc");
    assert_says(shown(walk), "json, csv and tsv", 120);
}

static void what_can_be_exported_is_completed(void **state)
{
    struct completing completing;
    struct strings choices;
    complete_line(*state, "export a", 8, &completing);
    complete_words(*state, &completing, &choices);
    assert_int_equal(choices.n, 1);
    assert_string_equal(choices.at[0], "actions");
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(what_was_promised_is_read_at_every_width),
        TEST_CASE(how_late_it_is_is_said_at_every_width),
        TEST_CASE(a_reason_in_brackets_stands_only_where_there_is_room),
        TEST_CASE(by_whom_follows_where_there_is_room),
        TEST_CASE(what_has_been_done_is_said_where_there_is_no_column_for_it),
        TEST_CASE(a_request_to_check_is_read_before_its_time),
        TEST_CASE(the_longest_overdue_stands_first),
        TEST_CASE(a_key_leads_to_what_is_closed),
        TEST_CASE(the_tracker_is_exported_to_a_file_that_is_not_there),
        TEST_CASE(what_can_be_exported_is_completed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
