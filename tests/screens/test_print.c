/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What is printed without a terminal: the pages of the screens, line by line, and the report of an
 * import in the words of screens.md 4.2. */
#include "support/test.h"

#include "screens/golden.h"
#include "screens/town.h"

#include <locale.h>

struct printing {
    struct program *program;
    struct store *store;
    struct buf out;
    struct sink sink;
};

static bool collect(void *to, const char *bytes, size_t n)
{
    buf_add(to, bytes, n);
    return true;
}

static bool refuse(void *to, const char *bytes, size_t n)
{
    (void)to, (void)bytes, (void)n;
    return false;
}

static char *store_file; /* made once: nothing here writes to it */
static void *town;

static struct printing *printing_new(const void *parent)
{
    struct err err = {0};
    struct printing *printing = mem_new(parent, struct printing);
    printing->program = town_program(printing, store_file);
    if (store_open(printing, printing->program->store_path, STORE_READ, &printing->store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    buf_init(&printing->out, printing, (size_t)1 << 22);
    printing->sink = (struct sink){collect, &printing->out};
    return printing;
}

static void print_golden(struct printing *printing, enum status status, const char *name)
{
    assert_int_equal(status, STATUS_OK);
    golden_check(name, printing->out.data);
    for (const char *line = printing->out.data; *line; line += strcspn(line, "\n") + 1)
        assert_true(text_width(line, strcspn(line, "\n")) <= 80);
}

static void the_overview_is_the_desk(void **state)
{
    struct err err = {0};
    struct printing *printing = printing_new(*state);
    print_golden(printing, overview_print(&printing->sink, printing->program, 80, &err), "print-overview");
}

static void the_overview_of_no_papers_says_how_to_begin(void **state)
{
    struct err err = {0};
    struct printing *printing = printing_new(*state);
    struct program *program = town_program(printing, "/nowhere/minutebook.db");
    program->spelling = "./bootstrap run";
    print_golden(printing, overview_print(&printing->sink, program, 80, &err), "print-empty");
    assert_non_null(strstr(printing->out.data, "Next: ./bootstrap run import"));
}

static void lists_are_printed(void **state)
{
    struct err err = {0};
    struct printing *printing = printing_new(*state);
    print_golden(printing, meetings_print(&printing->sink, printing->store, printing->program, 80, &err),
                 "print-meetings");
    buf_clear(&printing->out);
    print_golden(printing, programmes_print(&printing->sink, printing->store, printing->program, 80, &err),
                 "print-programmes");
    buf_clear(&printing->out);
    print_golden(printing, actions_print(&printing->sink, printing->store, printing->program, NULL, 80, &err),
                 "print-actions");
}

static char *may_meeting(struct printing *printing)
{
    char *id = NULL;
    assert_int_equal(store_find_meeting(printing, printing->store, "2024-05-16", printing->program->as_at, &id, NULL),
                     STATUS_OK);
    return id;
}

static void a_meeting_is_printed_with_its_agenda(void **state)
{
    struct err err = {0};
    struct printing *printing = printing_new(*state);
    print_golden(printing,
                 meeting_print(&printing->sink, printing->store, printing->program, may_meeting(printing), 0, 80, &err),
                 "print-meeting");
}

static void an_item_is_printed_with_all_its_texts(void **state)
{
    struct err err = {0};
    struct printing *printing = printing_new(*state);
    print_golden(printing,
                 meeting_print(&printing->sink, printing->store, printing->program, may_meeting(printing), 3, 80, &err),
                 "print-item");
    assert_int_equal(
        meeting_print(&printing->sink, printing->store, printing->program, may_meeting(printing), 99, 80, &err),
        STATUS_USAGE);
    assert_int_equal(meeting_print(&printing->sink, printing->store, printing->program, "no-such-id", 0, 80, &err),
                     STATUS_USAGE);
}

static void hits_are_printed_with_brackets_round_the_words(void **state)
{
    struct err err = {0};
    struct query *query;
    struct search_rows rows;
    struct printing *printing = printing_new(*state);
    assert_int_equal(search_run(printing, printing->store, "buses late", (struct search_wish){.limit = 50}, &query, &rows, &err), STATUS_OK);
    print_golden(printing, search_print(&printing->sink, query, &rows, 80, &err), "print-search");
    assert_non_null(strstr(printing->out.data, "[buses]"));
}

/* ---- imports ---------------------------------------------------------------------------------------------- */

/* A run as intake would report it: the town's papers, one of them known before, and one refused. */
static struct import_run *town_run(struct printing *printing)
{
    struct import_run *run = mem_new(printing, struct import_run);
    struct meeting_rows rows;
    struct err err = {0};
    assert_int_equal(store_meetings(printing, printing->store, &rows, &err), STATUS_OK);
    for (size_t i = 0; i < rows.n; i++) {
        struct import_line *line = mem_append(run, run->lines, run->n_lines);
        line->path = mem_strdup(run, "paper.txt");
        line->result = mem_new(run, struct import_result);
        line->result->outcome = i ? IMPORT_UNCHANGED : IMPORT_NEW;
        line->result->meeting_id = mem_strdup(run, rows.at[i].id);
        if (i == 0)
            strings_add(line->result, &line->result->warnings, "a table on page 7 could not be read");
    }
    struct import_line *line = mem_append(run, run->lines, run->n_lines);
    line->path = mem_strdup(run, "picture.png");
    line->refusal = mem_strdup(run, "\"picture.png\" is a picture");
    return run;
}

static void an_import_is_reported_meeting_by_meeting(void **state)
{
    struct err err = {0};
    struct printing *printing = printing_new(*state);
    print_golden(printing,
                 import_report_print(&printing->sink, printing->store, printing->program, town_run(printing), 80, false, &err),
                 "print-import");
}

static void a_closed_output_ends_the_printing(void **state)
{
    struct err err = {0};
    struct printing *printing = printing_new(*state);
    struct sink closed = {refuse, NULL};
    assert_int_equal(meetings_print(&closed, printing->store, printing->program, 80, &err), STATUS_CANCELLED);
    assert_int_equal(overview_print(&closed, printing->program, 80, &err), STATUS_CANCELLED);
}

static void ascii_is_kept_to_when_it_is_asked_for(void **state)
{
    struct err err = {0};
    struct printing *printing = printing_new(*state);
    printing->program->ascii = true;
    assert_int_equal(
        meeting_print(&printing->sink, printing->store, printing->program, may_meeting(printing), 3, 80, &err),
        STATUS_OK);
    for (const char *c = printing->out.data; *c; c++)
        if ((unsigned char)*c >= 0x80)
            fail_msg("not ASCII: %.40s", c);
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
        TEST_CASE(the_overview_is_the_desk),
        TEST_CASE(the_overview_of_no_papers_says_how_to_begin),
        TEST_CASE(lists_are_printed),
        TEST_CASE(a_meeting_is_printed_with_its_agenda),
        TEST_CASE(an_item_is_printed_with_all_its_texts),
        TEST_CASE(hits_are_printed_with_brackets_round_the_words),
        TEST_CASE(an_import_is_reported_meeting_by_meeting),
        TEST_CASE(a_closed_output_ends_the_printing),
        TEST_CASE(ascii_is_kept_to_when_it_is_asked_for),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
