/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A whole import, from paths to a store of the test's own. */
#include "folder.h"
#include "reading.h"

#include <sqlite3.h>

static const char page[] =
    "Agenda and minutes\n\nFerry Committee - Thursday 5th May 2022 10:00am\n\nVenue: Pier Head\n\nNo. Item\n\n"
    "7.\n\nApologies\n\nMinutes:\n\nNone.\n\n8.\n\nFerries pdf icon PDF 4 KB\n\nMinutes:\n\n"
    "It was agreed that the Chairman would write  ...  view the full minutes text for item 8.";

struct desk {
    const char *folder;
    struct store *store;
};

static struct desk desk_new(void **state)
{
    struct desk desk = {.folder = folder_new(*state)};
    struct err err = {0};
    char *path = mem_printf(*state, "%s/store.db", desk.folder);
    if (store_open(desk.folder, path, STORE_WRITE, &desk.store, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return desk;
}

static struct import_run *import(void **state, const struct desk *desk, const char *folder, import_progress *progress, void *to)
{
    char *paths[] = {mem_strdup(*state, folder)};
    struct import_options options = {0};
    struct import_run *run = NULL;
    struct err err = {0};
    if (intake_import(*state, intake_new(*state, false), desk->store, paths, 1, FORM_UNKNOWN, &options, progress, to, &run, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    return run;
}

static const char *papers_new(void **state, const struct desk *desk)
{
    char *papers = mem_printf(*state, "%s/papers", desk->folder);
    assert_int_equal(mkdir(papers, 0700), 0);
    file_new(*state, papers, "a-empty.txt", "", 0);
    file_new(*state, papers, "b-page.txt", page, sizeof page - 1);
    file_new(*state, papers, "c-pack.docx", "PK\x03\x04 and so on", 13);
    return papers;
}

static void a_bad_paper_does_not_stop_the_others(void **state)
{
    struct desk desk = desk_new(state);
    struct import_run *run = import(state, &desk, papers_new(state, &desk), NULL, NULL);
    assert_int_equal(run->n_lines, 3);
    assert_true(run->refused);
    assert_int_equal(run->lines[0].result->outcome, IMPORT_REFUSED);
    assert_non_null(strstr(run->lines[0].refusal, "a-empty.txt"));
    assert_int_equal(run->lines[1].result->outcome, IMPORT_NEW);
    assert_int_equal(run->lines[1].form, FORM_PAGE_TEXT);
    assert_int_equal(run->lines[1].result->items, 2);
    assert_int_equal(run->lines[1].result->truncated, 1);
    assert_null(run->lines[1].refusal);
    assert_int_equal(run->lines[2].result->outcome, IMPORT_REFUSED);
    assert_non_null(strstr(run->lines[2].refusal, "a ZIP"));
}

static void a_second_import_changes_nothing(void **state)
{
    struct desk desk = desk_new(state);
    const char *papers = papers_new(state, &desk);
    import(state, &desk, papers, NULL, NULL);
    struct import_run *again = import(state, &desk, papers, NULL, NULL);
    assert_int_equal(again->lines[1].result->outcome, IMPORT_UNCHANGED);
    struct meeting_rows rows = {0};
    assert_int_equal(store_meetings(*state, desk.store, &rows, NULL), STATUS_OK);
    assert_int_equal(rows.n, 1);
    assert_text(rows.at[0].committee, "Ferry Committee");
}

static void run_sql(void **state, const struct desk *desk, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(mem_printf(*state, "%s/store.db", desk->folder), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static const struct import_line *line_of_again(void **state, const struct desk *desk)
{
    const struct import_line *line = &import(state, desk, mem_printf(*state, "%s/papers", desk->folder), NULL, NULL)->lines[1];
    assert_int_equal(line->result->outcome, IMPORT_UNCHANGED);
    assert_int_equal(line->form, FORM_PAGE_TEXT);
    return line;
}

/* That the kept draft was told shows where it says less than the paper. */
static void a_held_paper_is_read_again_only_by_another_reader(void **state)
{
    struct desk desk = desk_new(state);
    import(state, &desk, papers_new(state, &desk), NULL, NULL);
    assert_int_equal(line_of_again(state, &desk)->result->items, 2);
    run_sql(state, &desk, "DELETE FROM draft_value WHERE n >= (SELECT max(n) FROM draft_value WHERE depth = 1 AND name = 'items')");
    assert_int_equal(line_of_again(state, &desk)->result->items, 1);
    run_sql(state, &desk, "UPDATE draft_value SET value = '1' WHERE name = 'reader_version'");
    assert_int_equal(line_of_again(state, &desk)->result->items, 2);
}

static void a_page_without_committee_and_day_needs_details(void **state)
{
    struct desk desk = desk_new(state);
    char *papers = mem_printf(*state, "%s/papers", desk.folder);
    assert_int_equal(mkdir(papers, 0700), 0);
    const char *text = strstr(page, "No. Item");
    file_new(*state, papers, "page.txt", text, strlen(text));
    struct import_run *run = import(state, &desk, papers, NULL, NULL);
    assert_int_equal(run->lines[0].result->outcome, IMPORT_NEEDS_DETAILS);
    assert_int_equal(run->lines[0].result->needs.n, 2);
    assert_false(run->refused);
}

static bool stop_at_second(void *to, size_t done, size_t total, const char *path)
{
    assert_int_equal(total, 3);
    assert_non_null(path);
    ++*(size_t *)to;
    return done < 1;
}

static void the_user_may_stop_between_papers(void **state)
{
    struct desk desk = desk_new(state);
    size_t asked = 0;
    struct import_run *run = import(state, &desk, papers_new(state, &desk), stop_at_second, &asked);
    assert_true(run->cancelled);
    assert_int_equal(asked, 2);
    assert_int_equal(run->n_lines, 1);
}

int main(int argc, char **argv)
{
    intake_serve(argc, argv);
    const struct CMUnitTest tests[] = {
        TEST_CASE(a_bad_paper_does_not_stop_the_others),
        TEST_CASE(a_second_import_changes_nothing),
        TEST_CASE(a_held_paper_is_read_again_only_by_another_reader),
        TEST_CASE(a_page_without_committee_and_day_needs_details),
        TEST_CASE(the_user_may_stop_between_papers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
