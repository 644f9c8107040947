/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Every screen as text, at the sizes people have, with the papers of a town that does not exist; and
 * what must hold whatever is typed: the place is kept, nothing crashes. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <locale.h>

static char *store_file; /* the town's store, made once: no screen writes to it */
static void *town;

/* ---- screens as text ------------------------------------------------------------------------------------ */

static void the_desk_says_what_is_next(void **state)
{
    golden_sizes(*state, store_file, "desk", "", NULL);
}

static void the_desk_without_papers_says_how_to_begin(void **state)
{
    golden_sizes(*state, "/nowhere/minutebook.db", "empty", "", NULL);
}

static void meetings_stand_under_their_committees(void **state)
{
    golden_sizes(*state, store_file, "meetings", "M", NULL);
}

static void a_meeting_shows_agenda_text_and_details(void **state)
{
    golden_sizes(*state, store_file, "meeting", "\r", NULL);
}

static void a_minute_is_read_and_says_where_it_is_cut_off(void **state)
{
    golden_sizes(*state, store_file, "minute-cut", "\r]\r", NULL);
}

static void a_report_has_tables(void **state)
{
    golden_sizes(*state, store_file, "report", "\r\rp", NULL);
}

static void a_second_text_stands_beside_the_first_or_takes_its_place(void **state)
{
    golden_usual(*state, store_file, "beside", "\rP", NULL);
}

static void what_is_known_of_an_item_stands_beside_it(void **state)
{
    golden_usual(*state, store_file, "about", "\r\t\t\t", NULL);
}

static void an_exempt_report_and_a_public_minute(void **state)
{
    golden_usual(*state, store_file, "exempt", "j\r]]\r", NULL);
}

static void where_a_meeting_comes_from_is_told(void **state)
{
    golden_usual(*state, store_file, "why", "j\rI", NULL);
    golden_usual(*state, store_file, "why-joined", "\rI", NULL);
}

static void the_work_programme_stands_by_date(void **state)
{
    golden_sizes(*state, store_file, "programme", "W", NULL);
}

static void topics_without_a_date_say_how_long_they_wait(void **state)
{
    golden_usual(*state, store_file, "programme-tbc", "W\t", NULL);
    golden_usual(*state, store_file, "programme-standing", "W\t\t", NULL);
}

static void follow_ups_stand_by_how_urgent_they_are(void **state)
{
    golden_sizes(*state, store_file, "actions", "A", NULL);
}

static void a_search_shows_hits_and_what_it_could_not_see(void **state)
{
    golden_sizes(*state, store_file, "search", "", "find school buses");
}

static void a_search_without_hits_says_how_far_to_trust_it(void **state)
{
    golden_usual(*state, store_file, "search-none", "", "find zeppelin");
}

static void help_lists_this_screens_keys_first(void **state)
{
    golden_sizes(*state, store_file, "help", "\r?", NULL);
    golden_usual(*state, store_file, "help-actions", "A?", NULL);
    golden_usual(*state, store_file, "help-all", "\r??", NULL);
}

static void a_line_being_typed_stands_in_the_last_row(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    assert_true(browser_do(walk->browser, CMD_FIND, 0, NULL) & REACT_PROMPT);
    browser_typing(walk->browser, browser_prompt(walk->browser).prefix, "school bus", 6);
    browser_draw(walk->browser, walk->grid);
    assert_int_equal(walk->grid->cursor_y, 23);
    assert_int_equal(walk->grid->cursor_x, 1 + 6 + 6);
    assert_non_null(strstr(shown(walk), " find: school bus\n"));
    resize(walk, 100, 30);
    assert_non_null(strstr(shown(walk), " find: school bus\n"));
    serve(walk, browser_answer(walk->browser, NULL));
    assert_null(strstr(shown(walk), "find: school bus"));
}

static void plain_ascii_has_no_other_signs(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    walk->program->ascii = true;
    type_keys(walk, "\r]");
    for (const char *c = shown(walk); *c; c++)
        if ((unsigned char)*c >= 0x80)
            fail_msg("not ASCII: %.40s", c);
}

static void the_sample_says_what_it_is_on_every_screen(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    walk->program->sample = true;
    static const char *const keys[] = {"", "\r", "A", "W", "M", "?"};
    for (size_t i = 0; i < MB_LENGTH(keys); i++) {
        type_keys(walk, keys[i]);
        if (strncmp(shown(walk), " sample meetings, not your papers", 30) != 0)
            fail_msg("after \"%s\":\n%s", keys[i], shown(walk));
    }
}

/* ---- places ----------------------------------------------------------------------------------------------- */

static void the_place_in_a_text_is_kept_through_every_size(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "\r\r");
    while (!strstr(row_here(walk), "A Member asked"))
        do_command(walk, CMD_DOWN);
    static const int widths[] = {80, 40, 200, 43, 100, 99, 20, 3, 120};
    for (size_t i = 0; i < MB_LENGTH(widths); i++) {
        resize(walk, widths[i], widths[i] < 40 ? 4 : 12 + (int)i * 3);
        browser_draw(walk->browser, walk->grid);
    }
    resize(walk, 120, 36);
    if (!strstr(row_here(walk), "A Member asked"))
        fail_msg("the cursor is at \"%s\"", row_here(walk));
}

static void the_cursor_stays_on_its_meeting_through_a_reload(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    type_keys(walk, "j");
    assert_non_null(strstr(row_here(walk), "Nov 2023"));
    do_command(walk, CMD_RELOAD);
    assert_non_null(strstr(row_here(walk), "Nov 2023"));
    type_keys(walk, "\rq");
    assert_non_null(strstr(row_here(walk), "Nov 2023"));
}

static void a_hit_opens_at_its_sentence_with_the_words_marked(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    do_line(walk, "find crossing");
    type_keys(walk, "\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    browser_draw(walk->browser, walk->grid);
    char *screen = grid_print(walk, walk->grid, true);
    assert_non_null(strstr(screen, "33"));
    assert_non_null(strstr(row_here(walk), "crossing at Mill Lane."));
    assert_non_null(strstr(screen, " selected-hit\n"));
    type_keys(walk, "n");
    assert_int_equal(browser_context(walk->browser), CONTEXT_ACTIONS); /* the follow-up says it too */
    type_keys(walk, "q");
    assert_int_equal(browser_context(walk->browser), CONTEXT_SEARCH);
}

/* Whoever read on through the hits and closes the text is at the hit that was read last. */
static void closing_a_hit_leads_back_to_the_one_read_last(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 24);
    do_line(walk, "find school");
    assert_non_null(strstr(shown(walk), "hit 1 of "));
    type_keys(walk, "\rnnq");
    assert_non_null(strstr(shown(walk), "hit 3 of "));
    type_keys(walk, "\rNq");
    assert_non_null(strstr(shown(walk), "hit 2 of "));
    talloc_free(walk);
}

static void a_search_is_made_again_when_the_store_has_changed(void **state)
{
    struct walk *walk = walk_new(*state, town_copy(*state, store_file), 80, 24);
    do_line(walk, "find buses");
    assert_null(strstr(shown(walk), "1 follow-up"));
    type_keys(walk, "j");
    char *before = row_here(walk);
    do_line(walk, "add buses for the ferry");
    assert_non_null(strstr(shown(walk), "1 follow-up"));
    assert_string_equal(row_here(walk), before);
}

static void an_entry_of_the_programme_opens_the_item_it_was_taken_at(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    type_keys(walk, "W\r");
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    char *screen = shown(walk);
    assert_non_null(strstr(screen, "item 3, minute 33"));
    assert_non_null(strstr(screen, "paired by words, both say: "));
}

static void every_item_is_reached_while_reading(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 80, 12);
    type_keys(walk, "\rg\r");
    static const char *const numbers[] = {"minute 31", "minute 32", "minute 33", "minute 34",
                                          "minute 35", "minute 36", "minute 36"};
    for (size_t i = 0; i < MB_LENGTH(numbers); i++) {
        if (!strstr(shown(walk), numbers[i]))
            fail_msg("%s is not shown:\n%s", numbers[i], shown(walk));
        type_keys(walk, "]");
    }
    type_keys(walk, "9[");
    assert_non_null(strstr(shown(walk), "minute 31"));
}

/* ---- changes -------------------------------------------------------------------------------------------------- */

/* A store of its own for a test that writes. */
static struct walk *own_walk(void **state)
{
    return walk_new(*state, town_copy(*state, store_file), 120, 36);
}

static void a_follow_up_is_added_from_the_sentence_under_the_cursor_and_undone(void **state)
{
    struct walk *walk = own_walk(state);
    type_keys(walk, "\r\r");
    while (!strstr(row_here(walk), "the depot had since"))
        do_command(walk, CMD_DOWN);
    assert_true(browser_do(walk->browser, CMD_ADD, 0, NULL) & REACT_PROMPT);
    browser_typing(walk->browser, "add: ", "", 0);
    assert_non_null(
        strstr(shown(walk), "from: “the depot had since taken on seven drivers.”"));
    serve(walk, browser_answer(walk->browser, "the Director > Members: who the drivers are"));
    assert_non_null(strstr(shown(walk), "33/2 added"));
    assert_non_null(strstr(shown(walk), "33/2 · the depot had since")); /* its number stands in the margin */
    do_command(walk, CMD_UNDO);
    assert_null(strstr(shown(walk), "33/2 · the depot had since"));
    do_command(walk, CMD_REDO);
    assert_non_null(strstr(shown(walk), "33/2 · the depot had since"));
}

static void what_is_added_says_when_it_was_understood_to_be_due(void **state)
{
    struct walk *walk = own_walk(state);
    static const char *const lines[][2] = {
        {"add Chairman > Head of Roads: the map; by 16 Nov", "added, due 16 November 2024. u undoes."},
        {"add Chairman > Head of Roads: the map; by 1 June", "added, due 1 June 2025. u undoes."},
        {"add Chairman > Head of Roads: the map; by 46 Nov", "added; “46 Nov” gives no day to count. u undoes."},
        {"add Chairman > Head of Roads: the map; by June 2025", "added, due June 2025. u undoes."},
        {"add Chairman > Head of Roads: the map", "added. u undoes."}};
    do_line(walk, "actions");
    for (size_t i = 0; i < MB_LENGTH(lines); i++) {
        do_line(walk, lines[i][0]);
        if (!strstr(shown(walk), lines[i][1]))
            fail_msg("\"%s\" is not shown:\n%s", lines[i][1], shown(walk));
    }
}

static void a_field_is_set_and_the_history_tells_it(void **state)
{
    struct walk *walk = own_walk(state);
    type_keys(walk, "A");
    assert_true(browser_do(walk->browser, CMD_SET, 0, NULL) & REACT_PROMPT);
    serve(walk, browser_answer(walk->browser, "to whom the Head of Passenger Transport"));
    do_command(walk, CMD_HISTORY);
    assert_non_null(strstr(shown(walk), "  to whom: “the Head of Passenger Transport” (was "));
    type_keys(walk, "q");
    do_line(walk, "set-row chase 2024-07-01");
    assert_non_null(strstr(shown(walk), "to chase 1 July 2024 (your own"));
    do_command(walk, CMD_HISTORY);
    assert_non_null(strstr(shown(walk), "  to chase: 1 July 2024 (was "));
    type_keys(walk, "qu");
    do_command(walk, CMD_HISTORY);
    assert_non_null(strstr(shown(walk), "  undone: to chase: "));
    type_keys(walk, "q");
    do_line(walk, "set-row status comp, minute 40");
    assert_non_null(strstr(shown(walk), "Done"));
    do_line(walk, "set-row colour red");
    assert_non_null(strstr(shown(walk), "colour"));
}

static void a_committee_is_stated_and_taken_back(void **state)
{
    struct walk *walk = own_walk(state);
    type_keys(walk, "j");
    do_line(walk, "details committee Roads and Transport Overview and Scrutiny Panel");
    assert_null(strstr(shown(walk), "committee not stated"));
    do_command(walk, CMD_UNDO);
    assert_non_null(strstr(shown(walk), "committee not stated"));
    do_line(walk, "details date someday");
    assert_non_null(strstr(shown(walk), "is no day"));
}

static void joined_papers_are_parted_and_joined_again(void **state)
{
    struct walk *walk = own_walk(state);
    assert_non_null(strstr(shown(walk), "2 meetings, 3 papers"));
    do_line(walk, "part");
    assert_non_null(strstr(shown(walk), "3 meetings, 3 papers"));
    do_command(walk, CMD_UNDO);
    assert_non_null(strstr(shown(walk), "2 meetings, 3 papers"));
}

/* The other meeting of the day stands in the line; its day means it, and not the meeting itself. */
static void the_line_of_join_begins_with_the_other_meeting_of_the_day(void **state)
{
    struct walk *walk = own_walk(state);
    do_line(walk, "part");
    assert_non_null(strstr(shown(walk), "3 meetings, 3 papers"));
    assert_true(browser_do(walk->browser, CMD_JOIN, 0, NULL) & REACT_PROMPT);
    char *line = mem_strdup(walk, browser_prompt(walk->browser).initial);
    assert_true(*line);
    serve(walk, browser_answer(walk->browser, line));
    do_command(walk, CMD_REDRAW); /* what was said takes the row of the count */
    assert_non_null(strstr(shown(walk), "2 meetings, 3 papers"));
    do_command(walk, CMD_UNDO);
    do_command(walk, CMD_REDRAW);
    assert_non_null(strstr(shown(walk), "3 meetings, 3 papers"));
    do_line(walk, "join 2024-05-16");
    do_command(walk, CMD_REDRAW);
    assert_non_null(strstr(shown(walk), "2 meetings, 3 papers"));
}

static void what_lies_below_is_read_again_when_it_is_seen_again(void **state)
{
    struct walk *walk = own_walk(state);
    assert_non_null(strstr(shown(walk), "1 overdue, 1 with no date given"));
    type_keys(walk, "\r\r");
    do_line(walk, "add a letter that nobody has answered");
    type_keys(walk, "qq");
    assert_int_equal(browser_context(walk->browser), CONTEXT_DESK);
    assert_non_null(strstr(shown(walk), "1 overdue, 2 with no date given"));
}

static void a_meeting_in_view_can_be_parted(void **state)
{
    struct walk *walk = own_walk(state);
    type_keys(walk, "\r");
    do_line(walk, "part");
    assert_null(strstr(shown(walk), "joined (I: why)"));
    assert_non_null(strstr(shown(walk), "Roads and Transport"));
    do_command(walk, CMD_UNDO);
    assert_non_null(strstr(shown(walk), "joined (I: why)"));
}

/* Papers typed where the sample is shown go to the member's own store. */
static void an_import_from_the_sample_opens_the_own_store(void **state)
{
    struct walk *walk = own_walk(state);
    serve(walk, browser_refresh(walk->browser)); /* as when idle after the start */
    char *own =
        mem_printf(walk, "%.*s/own.db", (int)(strrchr(walk->program->store_path, '/') - walk->program->store_path),
                   walk->program->store_path);
    walk->program->sample = true;
    walk->program->own_store_path = own;
    assert_true(browser_do(walk->browser, CMD_IMPORT, 0, "/nowhere/at/all.txt") & REACT_JOB);
    struct job *job = browser_job(walk->browser);
    job_run(job, NULL, NULL);
    assert_false(browser_job_done(walk->browser, job) & REACT_REOPEN); /* nothing could be read: no reason to leave */
    assert_non_null(strstr(shown(walk), "/nowhere/at/all.txt"));
    char *paper =
        mem_printf(walk, "%s/assets/sample/papers/2025-10-09-minutes-page.txt", test_env("MINUTEBOOK_SRCDIR"));
    assert_true(browser_do(walk->browser, CMD_IMPORT, 0, paper) & REACT_JOB);
    job = browser_job(walk->browser);
    job_run(job, NULL, NULL);
    assert_true(browser_job_done(walk->browser, job) & REACT_REOPEN);
    struct import_report *report = browser_take_report(walk, walk->browser);
    assert_non_null(strstr(report->text, "1 paper read, 1 meeting."));
    struct walk *after = walk_new(*state, own, 80, 24);
    browser_report(after->browser, report);
    assert_non_null(strstr(shown(after), "1 paper read, 1 meeting."));
}

static void plain_has_no_lines_and_one_pane(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    walk->program->plain = true;
    type_keys(walk, "\r");
    assert_null(strstr(shown(walk), "─"));
    assert_null(strstr(shown(walk), "│"));
    assert_non_null(strstr(shown(walk), "[Agenda]"));
}

static void a_read_only_program_changes_nothing(void **state)
{
    struct walk *walk = own_walk(state);
    walk->program->read_only = true;
    do_line(walk, "add letters that nobody answers");
    assert_non_null(strstr(shown(walk), "read-only"));
    walk->program->read_only = false;
    type_keys(walk, "A");
    assert_null(strstr(shown(walk), "letters that nobody answers"));
}

/* ---- whatever is typed --------------------------------------------------------------------------------------------
 */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static const char *const lines[] = {
    "",        "find school", "find \"late bus", "find -",       "add a > b: c; by 1 May",
    "set-row", "set-row due", "details date",    "join nothing", "details committee",
    "zzz",     "next",        "import",          "part",         "find buses* -late"};

/* No command that leaves: a run must go on. Writing ones are left to their own tests. */
static bool monkey_may(enum command_id command)
{
    return command != CMD_QUIT && command != CMD_IMPORT && command != CMD_PART && command != CMD_UNDO &&
           command != CMD_REDO && command != CMD_BACKUP && command != CMD_EXPORT && command != CMD_MAIL &&
           command != CMD_AS_AT;
}

static void no_command_in_any_place_and_size_does_harm(void **state)
{
    uint32_t seed = 20240614;
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    walk->program->read_only = true;
    for (int step = 0; step < 900 / TEST_STRIDE(4); step++) {
        uint32_t dice = next_random(&seed) % 100;
        enum command_id command = (enum command_id)(next_random(&seed) % CMD_COUNT);
        int count = dice % 7 == 0 ? (int)(next_random(&seed) % 300) : 0;
        if (dice < 4)
            resize(walk, 1 + (int)(next_random(&seed) % 160), 1 + (int)(next_random(&seed) % 50));
        if (!monkey_may(command) || (command == CMD_CLOSE && walk->browser->depth == 1))
            continue;
        unsigned reactions = browser_do(walk->browser, command, count, NULL);
        if (reactions & REACT_PROMPT) {
            const char *line = lines[next_random(&seed) % MB_LENGTH(lines)];
            browser_typing(walk->browser, browser_prompt(walk->browser).prefix, line, strlen(line) / 2);
            browser_draw(walk->browser, walk->grid);
            reactions = browser_answer(walk->browser, line);
        }
        serve(walk, reactions & ~(unsigned)REACT_PROMPT);
        browser_draw(walk->browser, walk->grid);
        assert_true(walk->grid->cursor_y < walk->grid->height && walk->grid->cursor_x < walk->grid->width);
    }
}

static void every_size_down_to_one_cell_can_be_drawn(void **state)
{
    struct walk *walk = walk_new(*state, store_file, 120, 36);
    static const char *const ways[] = {"", "\r", "\r\r", "\r\t\t", "\rP", "W", "A", "M", "T", "?", "??", "G=", "G=\t", "\rC", "AH", "A>t>", "\r.", "W."};
    for (size_t i = 0; i < MB_LENGTH(ways); i++) {
        do_command(walk, CMD_DESK);
        type_keys(walk, ways[i]);
        for (int width = 160; width > 0; width -= width > 45 ? 13 : 1)
            for (int height = 40; height > 0; height -= height > 12 ? 9 : 1) {
                resize(walk, width, height);
                browser_draw(walk->browser, walk->grid);
            }
    }
}

/* What the terminal would be sent: no control, no direction, nothing of no width on its own. */
static void assert_harmless(const char *text, bool breaks)
{
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        bool control =
            (*c < 0x20 && !(breaks && *c == '\n')) || *c == 0x7F || (c[0] == 0xC2 && c[1] >= 0x80 && c[1] < 0xA0);
        bool hidden =
            c[0] == 0xE2 && ((c[1] == 0x80 && (c[2] == 0x8B || c[2] == 0xAE)) || (c[1] == 0x81 && c[2] == 0xA6));
        if (control || hidden)
            fail_msg("byte %02x %02x %02x before: %.30s", c[0], c[1], c[1] ? c[2] : 0, (const char *)c + 1);
    }
}

static void assert_grid_is_harmless(struct walk *walk)
{
    browser_draw(walk->browser, walk->grid);
    for (int i = 0; i < walk->grid->width * walk->grid->height; i++)
        assert_harmless(walk->grid->cells[i].text, false);
}

static bool check_bytes(void *to, const char *bytes, size_t n)
{
    char *text = mem_strndup(NULL, bytes, n);
    (void)to;
    assert_harmless(text, true);
    talloc_free(text);
    return true;
}

static char *hostile_store(const void *parent)
{
    struct err err = {0};
    struct store *store;
    char *path = town_copy(parent, store_file);
    if (store_open(NULL, path, STORE_WRITE, &store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    town_use_sweep(store);
    town_import_hostile(store);
    talloc_free(store);
    return path;
}

static void a_hostile_paper_reaches_no_cell_and_no_line(void **state)
{
    char *path = hostile_store(*state);
    static const char *const ways[] = {"",    "\r", "\r\r", "\r\rp", "\r\rpp", "\r\rppp",
                                       "\rI", "W",  "W\t",  "M",     "A",      "?",       "\rP", "\rF", "T", "T\r",
                                       "AE",  "A>", "A>\r", "C", "\rC",  "\r>",   "\r\t\t", "G=", "G=\t", "AEH", "AE>H", "A>t>", "\r\r.", "W.", "A."};
    static const int widths[] = {120, 80, 41};
    for (size_t w = 0; w < MB_LENGTH(widths); w++) {
        struct walk *walk = walk_new(*state, path, widths[w], 30);
        for (size_t i = 0; i < MB_LENGTH(ways); i++) {
            do_command(walk, CMD_DESK);
            type_keys(walk, ways[i]);
            assert_grid_is_harmless(walk);
            if (widths[w] == 120 && strcmp(ways[i], "\r\r") == 0)
                assert_non_null(strstr(shown(walk), "hidden characters here"));
            if (strcmp(ways[i], "A") == 0)
                assert_non_null(strstr(shown(walk), "5 to check")); /* one of them is the hostile one */
        }
        do_line(walk, "search-text z");
        assert_grid_is_harmless(walk);
        do_line(walk, "messages");
        assert_grid_is_harmless(walk);
        do_line(walk, "find z");
        assert_grid_is_harmless(walk);
        type_keys(walk, "\r");
        assert_grid_is_harmless(walk);
    }
    struct err err = {0};
    struct store *store;
    char *id;
    struct sink sink = {check_bytes, NULL};
    struct program *program = town_program(*state, path);
    assert_int_equal(store_open(*state, path, STORE_READ, &store, &err), STATUS_OK);
    assert_int_equal(store_find_meeting(*state, store, "2024-06-01", program->as_at, &id, &err), STATUS_OK);
    assert_int_equal(overview_print(&sink, program, 80, &err), STATUS_OK);
    assert_int_equal(meetings_print(&sink, store, program, 80, &err), STATUS_OK);
    assert_int_equal(meeting_print(&sink, store, program, id, 0, 80, &err), STATUS_OK);
    assert_int_equal(meeting_print(&sink, store, program, id, 1, 80, &err), STATUS_OK);
    assert_int_equal(programmes_print(&sink, store, program, 80, &err), STATUS_OK);
    assert_int_equal(actions_print(&sink, store, program, NULL, 80, &err), STATUS_OK);
    assert_int_equal(wanted_print(&sink, store, program, 80, &err), STATUS_OK);
    talloc_free(store);
}

static int town_up(void **state)
{
    (void)state;
    town = talloc_named_const(NULL, 0, "town");
    store_file = town_store(town);
    return 0;
}

static int town_down(void **state)
{
    (void)state;
    return talloc_free(town);
}

int main(void)
{
    setlocale(LC_ALL, "");
    const struct CMUnitTest tests[] = {
        TEST_CASE(the_desk_says_what_is_next),
        TEST_CASE(the_desk_without_papers_says_how_to_begin),
        TEST_CASE(meetings_stand_under_their_committees),
        TEST_CASE(a_meeting_shows_agenda_text_and_details),
        TEST_CASE(a_minute_is_read_and_says_where_it_is_cut_off),
        TEST_CASE(a_report_has_tables),
        TEST_CASE(a_second_text_stands_beside_the_first_or_takes_its_place),
        TEST_CASE(what_is_known_of_an_item_stands_beside_it),
        TEST_CASE(an_exempt_report_and_a_public_minute),
        TEST_CASE(where_a_meeting_comes_from_is_told),
        TEST_CASE(the_work_programme_stands_by_date),
        TEST_CASE(topics_without_a_date_say_how_long_they_wait),
        TEST_CASE(follow_ups_stand_by_how_urgent_they_are),
        TEST_CASE(a_search_shows_hits_and_what_it_could_not_see),
        TEST_CASE(a_search_without_hits_says_how_far_to_trust_it),
        TEST_CASE(help_lists_this_screens_keys_first),
        TEST_CASE(a_line_being_typed_stands_in_the_last_row),
        TEST_CASE(plain_ascii_has_no_other_signs),
        TEST_CASE(the_sample_says_what_it_is_on_every_screen),
        TEST_CASE(the_place_in_a_text_is_kept_through_every_size),
        TEST_CASE(the_cursor_stays_on_its_meeting_through_a_reload),
        TEST_CASE(a_hit_opens_at_its_sentence_with_the_words_marked),
        TEST_CASE(closing_a_hit_leads_back_to_the_one_read_last),
        TEST_CASE(a_search_is_made_again_when_the_store_has_changed),
        TEST_CASE(an_entry_of_the_programme_opens_the_item_it_was_taken_at),
        TEST_CASE(every_item_is_reached_while_reading),
        TEST_CASE(a_follow_up_is_added_from_the_sentence_under_the_cursor_and_undone),
        TEST_CASE(what_is_added_says_when_it_was_understood_to_be_due),
        TEST_CASE(a_field_is_set_and_the_history_tells_it),
        TEST_CASE(a_committee_is_stated_and_taken_back),
        TEST_CASE(the_line_of_join_begins_with_the_other_meeting_of_the_day),
        TEST_CASE(joined_papers_are_parted_and_joined_again),
        TEST_CASE(what_lies_below_is_read_again_when_it_is_seen_again),
        TEST_CASE(a_meeting_in_view_can_be_parted),
        TEST_CASE(an_import_from_the_sample_opens_the_own_store),
        TEST_CASE(plain_has_no_lines_and_one_pane),
        TEST_CASE(a_read_only_program_changes_nothing),
        TEST_CASE(no_command_in_any_place_and_size_does_harm),
        TEST_CASE(every_size_down_to_one_cell_can_be_drawn),
        TEST_CASE(a_hostile_paper_reaches_no_cell_and_no_line),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
