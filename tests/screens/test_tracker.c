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
    struct actions actions = {.at = rows, .n = 1};
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
    assert_says_each_word(state, listed(state, &promise, 140), "(date in the minutes)", 140);
}

/* Of many days the column has no room on two lines: whose date it is is said on a third. */
static void whose_date_has_passed_is_said_however_long_ago(void **state)
{
    struct action promise = a_promise();
    promise.due.from = promise.due.to = (struct date){2024, 1, 3};
    assert_says_each_word(state, listed(state, &promise, 120), "(date in the minutes)", 120);
    assert_says_each_word(state, listed(state, &promise, 80), "(date in the minutes)", 80);
    promise.chase_date = (struct date){2024, 2, 1};
    assert_says_each_word(state, listed(state, &promise, 120), "(date in the minutes)", 120);
    assert_says_each_word(state, listed(state, &promise, 80), "(date in the minutes)", 80);
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
    struct actions actions = {.at = rows, .n = MB_LENGTH(days)};
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
    assert_says(shown(walk), "1 done", 120);
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

/* ---- its orders, and only some of it ----------------------------------------------------------------------------- */

static void what_is_open_stands_by_whom_or_by_age(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "As");
    serve(walk, browser_answer(walk->browser, "by"));
    assert_says(shown(walk), "The Chairman · 1", 120);
    assert_says(shown(walk), "By whom not stated · 1", 120);
    assert_says(shown(walk), "Actions > by whom", 120);
    type_keys(walk, "qA"); /* it is kept while the program runs */
    assert_says(shown(walk), "The Chairman · 1", 120);
    do_line(walk, "order age");
    assert_says(shown(walk), "Oldest first · 2", 120);
    do_line(walk, "order minute");
    assert_says(shown(walk), "Roads and Transport, 16 May 2024 · 2", 120);
    do_line(walk, "order nonsense");
    assert_says(shown(walk), "is no order", 120);
}

static void a_filter_says_what_it_hides_and_esc_takes_it_away(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "A&");
    serve(walk, browser_answer(walk->browser, "overdue"));
    char *text = shown(walk);
    assert_says(text, "only overdue", 120);
    assert_says(text, "1 of 2 on the tracker, what is to check is hidden", 120);
    assert_says(text, "Esc shows all", 120);
    assert_null(strstr(text, "34/1"));
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_ACTIONS);
    assert_says(shown(walk), "34/1", 120);
}

static void each_part_of_a_filter_must_be_so(void **state)
{
    static const struct {
        const char *line;
        bool first, second;
    } cases[] = {{"overdue", true, false},       {"undated", false, true},       {"by none", false, true},   {"to cabinet", true, false},
                 {"older 10", true, true},       {"older 10; overdue", true, false}, {"older 100", false, false}, {"committee roads", true, true},
                 {"contractor", false, true},    {"status not started", true, true}, {"chased", false, false},    {"kind letter", false, false}};
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "A");
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        do_line(walk, mem_printf(*state, "filter %s", cases[i].line));
        char *text = shown(walk);
        if ((strstr(text, "33/1 ") != NULL) != cases[i].first || (strstr(text, "34/1 ") != NULL) != cases[i].second)
            fail_msg("\"%s\": %s", cases[i].line, text);
    }
    do_line(walk, "filter committee health");
    assert_says(shown(walk), "No row is so", 120);
    do_line(walk, "filter none");
    assert_says(shown(walk), "to check", 120);
}

static void to_check_is_told_by_its_committee(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "A");
    do_line(walk, "filter committee roads");
    assert_says(shown(walk), "33/2", 120);
    assert_null(strstr(shown(walk), "is hidden"));
}

/* One key folds what hangs under an undertaking, from the undertaking or from below it, and opens it again. */
static void what_hangs_under_an_undertaking_is_folded_and_still_counted(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "AVV");
    do_line(walk, "set-row chase 20 June 2024");
    assert_says(shown(walk), "2 follow-ups chase 20 June 2024", 120);
    type_keys(walk, "Vgj");
    do_line(walk, "set-row under 33/1");
    assert_says(shown(walk), "0 of 1 answered", 120);
    assert_says(shown(walk), "row 2 of", 120);
    type_keys(walk, "o");
    assert_says(shown(walk), "0 of 1 answered", 120);
    assert_says(shown(walk), "row 1 of", 120);
    assert_null(strstr(shown(walk), "what the contractor was paid"));
    type_keys(walk, "o");
    assert_says(shown(walk), "what the contractor was paid", 120);
    type_keys(walk, "o");
    do_line(walk, "order by"); /* each by itself: nothing is unseen */
    assert_says(shown(walk), "what the contractor was paid", 120);
    do_line(walk, "order standing");
    assert_null(strstr(shown(walk), "what the contractor was paid"));
    type_keys(walk, "G");
    type_keys(walk, "o");
    assert_says(shown(walk), "nothing hangs under this", 120);
}

/* What was done since is not done then, and what stood is not changed; another day to come only counts days. */
static void a_past_day_shows_what_stood_that_day(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "A");
    do_line(walk, "set-row status complete, minute 40");
    do_line(walk, "as-at 1 June 2024");
    assert_says(shown(walk), "follow-ups are shown as they stood on 1 June 2024", 120);
    assert_null(strstr(shown(walk), "1 done"));
    assert_says(shown(walk), "2 on the tracker", 120);
    do_line(walk, "chase");
    assert_says(shown(walk), "nothing is changed in that", 120);
    do_line(walk, "undo");
    assert_says(shown(walk), "nothing is changed in that", 120);
    do_line(walk, "as-at 19 May 2024");
    assert_says(shown(walk), "nothing on the tracker yet; it begins on 20 May 2024", 120);
    do_line(walk, "as-at 1 May 2024"); /* before the meeting */
    assert_says(shown(walk), "Nothing was on the tracker on 1 May 2024; the first row was kept on 20 May 2024.", 120);
    assert_says(shown(walk), ":as-at leads back to today", 120);
    assert_null(strstr(shown(walk), "To check"));
    do_line(walk, "as-at 1 July 2024");
    assert_says(shown(walk), "1 done", 120);
    do_line(walk, "as-at");
    assert_says(shown(walk), "1 done", 120);
}

/* More rows may stand above the cursor's on another day than there is room for. */
static void the_top_of_the_list_is_seen_on_another_day(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 80, 12);
    type_keys(walk, "AG");
    assert_null(strstr(shown(walk), "No date given"));
    do_line(walk, "as-at 1 June 2024");
    assert_shows(walk, "No date given");
    type_keys(walk, "gj");
    char *here = row_here(walk);
    do_line(walk, "as-at 2 June 2024"); /* seen with the top: the cursor stays */
    assert_here(walk, here);
}

/* Another day changes what is overdue, not when things are done. */
static void the_list_stands_as_at_another_day(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "A");
    do_line(walk, "as-at 1 June 2024");
    assert_says(shown(walk), "as at Saturday 1 June 2024", 120);
    assert_says(shown(walk), "to chase 7 June", 120);
    do_line(walk, "as-at 24 Dec");
    assert_says(shown(walk), "200 days overdue", 120);
    do_line(walk, "chase");
    serve(walk, browser_answer(walk->browser, ""));
    assert_says(shown(walk), "chased 1x, last 14 Jun", 120);
    do_line(walk, "as-at");
    assert_says(shown(walk), "as at Friday 14 June 2024", 120);
    do_line(walk, "as-at soon");
    assert_says(shown(walk), "is no day", 120);
}

static void one_key_marks_what_is_open_on_the_tracker(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "AV");
    assert_says(shown(walk), "1 marked, under this heading", 120);
    assert_says(shown(walk), "V again marks all 2", 120);
    type_keys(walk, "V");
    assert_says(shown(walk), "2 marked", 120);
    type_keys(walk, "V");
    assert_null(strstr(shown(walk), "2 marked"));
    do_line(walk, "order committee"); /* under one heading there */
    type_keys(walk, "V");
    assert_says(shown(walk), "2 marked", 120);
    do_line(walk, "chase 12 June: telephoned");
    assert_says(shown(walk), "2 follow-ups chased: 12 June: telephoned. u undoes.", 120);
}

/* What waits for an answer says when it was chased, and no more. */
static void whoever_was_chased_is_waited_for(void **state)
{
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "A");
    do_line(walk, "chase telephoned");
    assert_says(shown(walk), "chased 1x, last", 120);
    char *text = shown(walk);
    char *below = strstr(text, "33/2"); /* the list, not what stands below it */
    assert_non_null(below);
    *below = '\0';
    assert_null(strstr(text, "awaiting"));
    do_line(walk, "set-row status in progress");
    assert_says(shown(walk), "in progress; chased", 120);
}

static void a_filter_looks_through_what_is_to_check(void **state)
{
    static const struct {
        const char *line;
        bool found, other;
    } cases[] = {{"pupils", true, false}, {"older 10", true, true}, {"older 100", false, false}, {"by none; pupils", true, false}, {"overdue", false, false}};
    struct walk *walk = walk_new(*state, town_store(*state), 120, 36);
    type_keys(walk, "A");
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        do_line(walk, mem_printf(*state, "filter %s", cases[i].line));
        char *text = shown(walk);
        if ((strstr(text, "been done for pupils") != NULL) != cases[i].found || (strstr(text, "school transport would") != NULL) != cases[i].other)
            fail_msg("\"%s\": %s", cases[i].line, text);
    }
    do_line(walk, "filter pupils");
    assert_says(shown(walk), "0 of 2 on the tracker, 1 of 4 to check", 120);
    type_keys(walk, "c");
    assert_says(shown(walk), "1 of 3 on the tracker, 0 of 3 to check", 120);
}

/* ---- what hangs under an undertaking ------------------------------------------------------------------------------- */

static void what_hangs_under_an_undertaking_stands_below_it_and_is_counted(void **state)
{
    struct action promises[3];
    struct action *rows[3];
    for (size_t i = 0; i < 3; i++) {
        promises[i] = a_promise();
        promises[i].id = mem_printf(*state, "%zu", i);
        promises[i].reference = mem_printf(*state, "226/%zu", i + 1);
        promises[i].due = (struct date_span){0};
        promises[i].due_text = NULL;
        rows[i] = &promises[i];
    }
    promises[0].under = promises[1].under = (char *)"226/3";
    promises[1].entries.answers = 1;
    promises[1].entries.last_answered = (struct date){2025, 11, 21};
    struct actions actions = {.at = rows, .n = 3};
    struct actions_shown shown = {.actions = &actions, .as_at = today};
    struct action_rows ordered = actions_in_order(*state, &shown);
    assert_int_equal(ordered.n, 3);
    assert_string_equal(ordered.at[0].action->reference, "226/3");
    assert_string_equal(ordered.at[0].answered, "1 of 2 answered");
    assert_true(ordered.at[1].hangs && ordered.at[2].hangs);
    struct page *page = page_new(*state, 120);
    actions_page(page, &shown);
    struct buf out;
    buf_init(&out, *state, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < page->n_lines; i++)
        for (size_t s = 0; s < page->lines[i].n_spans; s++)
            buf_printf(&out, "%s ", page->lines[i].spans[s].text);
    assert_says(out.data, "no answer yet", 120);
    assert_says(out.data, "answered 21 Nov", 120);
    assert_says(out.data, "/1 ", 120);
    promises[0].response = (char *)"accepted in principle"; /* is an answer, as the impact counts it */
    assert_string_equal(actions_in_order(*state, &shown).at[0].answered, "2 of 2 answered");
    promises[2].response = promises[0].response;
    assert_says_each_word(state, listed(state, &promises[2], 120), "accepted in principle", 120);
    assert_says_each_word(state, listed(state, &promises[2], 80), "accepted in", 80);
}

static void what_is_done_is_greyed(void **state)
{
    struct action promise = a_promise();
    struct action *rows[] = {&promise};
    struct actions actions = {.at = rows, .n = 1};
    struct actions_shown shown = {.actions = &actions, .as_at = today};
    promise.status = (char *)"complete";
    struct page *page = page_new(*state, 120);
    actions_page(page, &shown);
    const struct line *line = &page->lines[page->rows[0].first];
    assert_int_equal(line->spans[1].style, STYLE_QUIET);
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

/* Each file as the subcommand writes it; messages as drafts in a folder, and that they were chased. */
static void the_prompt_writes_what_the_subcommand_writes(void **state)
{
    static const struct {
        const char *line, *file, *begins;
    } cases[] = {{"export actions", "t.ics", "BEGIN:VCALENDAR"},
                 {"export --format taskwarrior actions", "t.tasks", "["},
                 {"export actions taskwarrior", "t2.tasks", "["},
                 {"export --profile york --format csv actions", "t.csv", "\xEF\xBB\xBF\"Scrutiny"}};
    char *store = town_store(*state);
    struct walk *walk = walk_new(*state, store, 120, 36);
    type_keys(walk, "A");
    for (size_t i = 0; i < MB_LENGTH(cases); i++) {
        struct err err;
        size_t n;
        char *path = mem_printf(walk, "%s.%s", store, cases[i].file);
        do_line(walk, mem_printf(walk, "%s %s", cases[i].line, path));
        assert_says(shown(walk), "written: 2 rows to", 120);
        char *text = file_small(walk, path, (size_t)1 << 16, &n, &err);
        if (!text || !text_starts(text, cases[i].begins))
            fail_msg("%s: %.80s", path, text ? text : err.text);
        assert_int_equal(remove(path), 0);
    }
    do_line(walk, "export actions --profile york --with-changes x.csv");
    assert_says(shown(walk), "--with-changes is for", 120);
    do_line(walk, "export --nonsense actions x.csv");
    assert_says(shown(walk), "is none of --profile", 120);
    do_line(walk, "as-at 1 August 2024");
    do_line(walk, mem_printf(walk, "export --profile york actions %s.txt", store));
    assert_says(shown(walk), "as at 1 August 2024", 120);
}

static void messages_are_written_from_the_prompt_and_are_chases(void **state)
{
    char *store = town_store(*state);
    struct walk *walk = walk_new(*state, store, 120, 36);
    type_keys(walk, "A");
    do_line(walk, "mail");
    assert_says(shown(walk), "the folder for the messages", 120);
    do_line(walk, mem_printf(walk, "mail --overdue %s.mail", store));
    assert_says(shown(walk), "written: 1 message of 1 row in", 120);
    assert_null(strstr(shown(walk), "chased"));
    do_line(walk, mem_printf(walk, "mail --overdue %s.mail", store));
    assert_says(shown(walk), "is there already", 120);
    type_keys(walk, "V");
    do_line(walk, mem_printf(walk, "mail --record --over --text %s.mail", store));
    assert_says(shown(walk), "chased today. u undoes.", 120);
    assert_says(shown(walk), "chased 1x, last", 120);
    type_keys(walk, "u");
    assert_null(strstr(shown(walk), "chased 1x"));
    do_line(walk, "mail --nonsense x");
    assert_says(shown(walk), "is none of --overdue", 120);
    do_line(walk, "as-at 1 June 2024");
    do_line(walk, mem_printf(walk, "mail --record --over %s.mail", store));
    assert_says(shown(walk), "nothing is changed in that", 120);
}

/* The sample writes to its own people, and never to the member's. */
static void messages_of_the_sample_go_to_its_own_people(void **state)
{
    static const char people[] = "role the Cabinet Member for Transport\n  address transport@saltmere.example\n";
    char *store = town_store(*state), *list = mem_printf(*state, "%s.people", store);
    struct walk *walk = walk_new(*state, store, 120, 36);
    FILE *file = fopen(list, "w");
    assert_non_null(file);
    assert_true(fputs(people, file) >= 0 && fclose(file) == 0);
    walk->program->sample = true;
    type_keys(walk, "A");
    do_line(walk, mem_printf(walk, "mail --overdue %s.before", store));
    assert_says(shown(walk), "(1 without an", 120);
    walk->program->sample_people = list;
    do_line(walk, mem_printf(walk, "mail --overdue %s.mail", store));
    assert_says(shown(walk), "written: 1 message of 1 row in", 120);
    assert_null(strstr(shown(walk), "(1 without an"));
    assert_int_equal(remove(list), 0);
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
        TEST_CASE(whose_date_has_passed_is_said_however_long_ago),
        TEST_CASE(by_whom_follows_where_there_is_room),
        TEST_CASE(what_has_been_done_is_said_where_there_is_no_column_for_it),
        TEST_CASE(a_request_to_check_is_read_before_its_time),
        TEST_CASE(the_longest_overdue_stands_first),
        TEST_CASE(a_key_leads_to_what_is_closed),
        TEST_CASE(what_is_open_stands_by_whom_or_by_age),
        TEST_CASE(a_filter_says_what_it_hides_and_esc_takes_it_away),
        TEST_CASE(each_part_of_a_filter_must_be_so),
        TEST_CASE(to_check_is_told_by_its_committee),
        TEST_CASE(the_list_stands_as_at_another_day),
        TEST_CASE(the_top_of_the_list_is_seen_on_another_day),
        TEST_CASE(what_hangs_under_an_undertaking_is_folded_and_still_counted),
        TEST_CASE(a_past_day_shows_what_stood_that_day),
        TEST_CASE(one_key_marks_what_is_open_on_the_tracker),
        TEST_CASE(whoever_was_chased_is_waited_for),
        TEST_CASE(a_filter_looks_through_what_is_to_check),
        TEST_CASE(what_hangs_under_an_undertaking_stands_below_it_and_is_counted),
        TEST_CASE(what_is_done_is_greyed),
        TEST_CASE(the_tracker_is_exported_to_a_file_that_is_not_there),
        TEST_CASE(the_prompt_writes_what_the_subcommand_writes),
        TEST_CASE(messages_are_written_from_the_prompt_and_are_chases),
        TEST_CASE(messages_of_the_sample_go_to_its_own_people),
        TEST_CASE(what_can_be_exported_is_completed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
