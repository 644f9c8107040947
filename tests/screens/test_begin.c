/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The first minute: a folder is looked at before anything of it is stored, the sample is made while one
 * watches, and one is told where things are. */
#include "support/test.h"

#include "screens/town.h"
#include "screens/walk.h"
#include "src/screens/private.h"

#include <fcntl.h>
#include <ftw.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

static char *store_file; /* the town's store: no test here writes to it */
static void *town;

static int remove_one(const char *path, const struct stat *at, int what, struct FTW *walk)
{
    (void)at, (void)what, (void)walk;
    return remove(path);
}

static int remove_folder(char *folder)
{
    (void)nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    return 0;
}

/* A folder of this test's own, gone with the string. */
static char *folder_new(const void *parent)
{
    char *folder = mem_strdup(parent, "/tmp/minutebook-begin-XXXXXX");
    assert_non_null(mkdtemp(folder));
    talloc_set_destructor(folder, remove_folder);
    return folder;
}

/* For papers, within one. */
static char *papers_folder(const void *parent)
{
    char *papers = mem_printf(parent, "%s/papers", folder_new(parent));
    assert_int_equal(mkdir(papers, 0700), 0);
    return papers;
}

static void write_file(const char *folder, const char *name, const char *text)
{
    char *path = mem_printf(NULL, "%s/%s", folder, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    assert_int_equal(close(fd), 0);
    talloc_free(path);
}

static void copy_sample_paper(const char *folder, const char *name)
{
    struct err err = {0};
    struct document *document;
    void *local = talloc_named_const(NULL, 0, "paper");
    char *from = mem_printf(local, "%s/assets/sample/papers/%s", test_env("MINUTEBOOK_SRCDIR"), name);
    if (document_open(local, from, &document, &err) != STATUS_OK)
        fail_msg("%s", err.text);
    write_file(folder, name, mem_strndup(local, (const char *)document->bytes, document->n));
    talloc_free(local);
}

static struct walk *walk_without_papers(const void *parent, const char *folder, int width, int height)
{
    return walk_new(parent, mem_printf(parent, "%s.db", folder), width, height);
}

/* ---- a folder ----------------------------------------------------------------------------------------------- */

static void a_folder_is_shown_before_anything_of_it_is_stored(void **state)
{
    static const int sizes[][2] = {{120, 36}, {80, 24}, {40, 12}};
    char *folder = papers_folder(*state);
    copy_sample_paper(folder, "2025-10-09-minutes-page.txt");
    write_file(folder, "letter.docx", "PK\003\004 a letter");
    write_file(folder, "poem.txt", "No paper of a council.\n");
    for (size_t i = 0; i < MB_LENGTH(sizes); i++) {
        struct walk *walk = walk_without_papers(*state, folder, sizes[i][0], sizes[i][1]);
        type_keys(walk, "1");
        serve(walk, browser_answer(walk->browser, folder));
        golden(walk, "look");
        assert_false(store_exists(walk->program->store_path));
        do_command(walk, CMD_BACK);
        assert_int_equal(browser_context(walk->browser), CONTEXT_BEGIN);
        assert_false(store_exists(walk->program->store_path));
        talloc_free(walk);
    }
    struct walk *walk = walk_without_papers(*state, folder, 80, 24);
    type_keys(walk, "1");
    serve(walk, browser_answer(walk->browser, folder));
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_REPORT);
    assert_shows(walk, "1 paper read, 1 meeting. 1 needing details, 2 refused");
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_DESK);
}

/* What is refused is said before and after in the same words, and a paper is named once. */
static void a_look_and_its_import_say_the_same_of_what_is_refused(void **state)
{
    char *folder = papers_folder(*state);
    copy_sample_paper(folder, "2025-10-09-minutes-page.txt");
    write_file(folder, "letter.docx", "PK\003\004 a letter");
    write_file(folder, "none.txt", "");
    struct walk *walk = walk_without_papers(*state, folder, 120, 36);
    do_line(walk, mem_printf(*state, "import %s", folder));
    for (int i = 0; i < 2; i++) {
        assert_shows(walk, i ? "Import" : "What is there");
        assert_shows(walk, "Refused (2)");
        assert_shows(walk, "  \"none.txt\" is empty: save or download it again");
        assert_shows(walk, "  \"letter.docx\": a ZIP or Word document");
        do_command(walk, CMD_OPEN);
    }
}

/* Commands of a shell are of no use there. */
static void a_report_in_the_browser_names_what_is_done_in_the_browser(void **state)
{
    char *folder = papers_folder(*state);
    copy_sample_paper(folder, "2025-10-09-minutes-page.txt");
    copy_sample_paper(folder, "2025-10-09-agenda-pack.txt");
    struct walk *walk = walk_without_papers(*state, folder, 120, 36);
    do_line(walk, mem_printf(*state, "import %s", folder));
    do_command(walk, CMD_OPEN);
    assert_shows(walk, "(to part them: open this meeting and type :part)");
    assert_null(strstr(shown(walk), "minutebook meeting"));
}

/* A report that names a committee and no day is of no meeting yet: its file is named as it must be typed. */
static void a_report_that_nobody_places_says_how_it_is_placed(void **state)
{
    char *folder = papers_folder(*state);
    write_file(folder, "winter ferries.txt", "Ferry Panel\n\nReport of the Director of Ferries\n\nWinter timetable\n\n"
                                             "1. Purpose of the report\n\n1.1 To inform members about the timetable.\n\n"
                                             "2. Recommendation\n\n2.1 The Panel is asked to note the report.\n");
    struct walk *walk = walk_without_papers(*state, folder, 120, 36);
    do_line(walk, mem_printf(*state, "import --form report-text '%s/winter ferries.txt'", folder));
    assert_shows(walk, "report. Of which item of which meeting?");
    assert_shows(walk, "(to place it: open its meeting, go to the item and type :attach '/tmp/");
    assert_shows(walk, "(if its meeting is not held: Enter here)");
    assert_null(strstr(shown(walk), "minutebook import"));
}

static void a_folder_without_papers_says_so_and_imports_nothing(void **state)
{
    char *folder = papers_folder(*state);
    struct walk *walk = walk_without_papers(*state, folder, 80, 24);
    do_line(walk, mem_printf(*state, "import %s", folder));
    assert_shows(walk, "no papers there to read");
    write_file(folder, "poem.txt", "No paper of a council.\n");
    do_line(walk, mem_printf(*state, "import %s", folder));
    assert_shows(walk, "0 papers I can read, 1 I cannot");
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_BEGIN);
    assert_false(store_exists(walk->program->store_path));
}

/* Whoever names a file knows what it is. */
static void a_file_that_is_named_is_imported_at_once(void **state)
{
    char *folder = papers_folder(*state);
    copy_sample_paper(folder, "2025-10-09-minutes-page.txt");
    struct walk *walk = walk_without_papers(*state, folder, 80, 24);
    do_line(walk, mem_printf(*state, "import %s/2025-10-09-minutes-page.txt", folder));
    assert_shows(walk, "1 paper read, 1 meeting.");
}

static void a_row_of_a_meeting_in_the_report_of_an_import_opens_it_or_the_form_that_it_needs(void **state)
{
    char *folder = papers_folder(*state);
    write_file(folder, "bare.txt", "1. Apologies\n\nNone were received.\n\n2. Ferry times\n\nThe Panel noted the times.\n");
    struct walk *walk = walk_without_papers(*state, folder, 120, 36);
    do_line(walk, mem_printf(*state, "import --form minutes-text --date=2024-06-20 %s/bare.txt", folder));
    assert_shows(walk, "Which committee?");
    type_keys(walk, "jjjj"); /* any line of what is said of it */
    assert_shows(walk, "Enter open it");
    do_command(walk, CMD_OPEN);
    assert_int_equal(browser_context(walk->browser), CONTEXT_DETAILS);
    do_command(walk, CMD_BACK);
    assert_int_equal(browser_context(walk->browser), CONTEXT_REPORT);
    do_line(walk, "details committee Ferry Panel");
    do_command(walk, CMD_OPEN); /* the row has the former id */
    assert_int_equal(browser_context(walk->browser), CONTEXT_MEETING);
    assert_shows(walk, "Ferry Panel");
}

static void what_is_said_of_papers_in_the_line_holds_for_them(void **state)
{
    char *folder = papers_folder(*state);
    write_file(folder, "bare.txt", "1. Apologies\n\nNone were received.\n\n2. Ferry times\n\nThe Panel noted the times.\n");
    struct walk *walk = walk_without_papers(*state, folder, 120, 36);
    do_line(walk, mem_printf(*state, "import %s/bare.txt", folder));
    assert_shows(walk, "1 refused");
    do_command(walk, CMD_OPEN);
    do_line(walk, mem_printf(*state, "import --form minutes-text --committee 'Ferry Panel' --date=2024-06-20 %s", folder));
    assert_shows(walk, "1 paper I can read");
    assert_shows(walk, "1 printed minutes");
    do_command(walk, CMD_OPEN);
    assert_shows(walk, "1 paper read, 1 meeting.");
    assert_null(strstr(shown(walk), "needing details"));
    do_command(walk, CMD_OPEN);
    assert_shows(walk, "Ferry Panel");
    assert_shows(walk, "20 Jun 2024");
}

static void options_of_an_import_that_are_wrong_say_so(void **state)
{
    static const struct {
        const char *line, *said;
    } rows[] = {
        {"--form poem x", "'poem' is no form of a paper"},
        {"--date yesterday x", "--date takes a day as YYYY-MM-DD, not 'yesterday'"},
        {"x --council", "--council needs a value"},
        {"--colour=red x", "not '--colour'"},
        {"--form page-text", "name the files or folders to import"},
    };
    struct import_request out;
    struct err err;
    for (size_t i = 0; i < MB_LENGTH(rows); i++) {
        assert_int_equal(import_request_parse(*state, rows[i].line, &out, &err), STATUS_USAGE);
        assert_non_null(strstr(err.text, rows[i].said));
    }
    assert_int_equal(import_request_parse(*state, "a --council 'Low Town' -- --form", &out, &err), STATUS_OK);
    assert_int_equal(out.paths.n, 2);
    assert_string_equal(out.paths.at[1], "--form");
    assert_string_equal(out.council, "Low Town");
}

/* Otherwise "none found" would be said of papers that nobody looked through. */
static void a_file_that_is_named_is_looked_through_at_once(void **state)
{
    char *folder = papers_folder(*state);
    struct actions found;
    struct err err;
    copy_sample_paper(folder, "2025-10-09-minutes-page.txt");
    struct walk *walk = walk_without_papers(*state, folder, 80, 24);
    do_line(walk, mem_printf(*state, "import %s/2025-10-09-minutes-page.txt", folder));
    assert_int_equal(follow_ups_read(*state, walk->browser->store, NULL, &found, &err), STATUS_OK);
    assert_true(follow_ups_count(&found).to_check > 0);
}

static void a_rule_of_ones_own_that_is_wrong_is_said_and_loses_no_import(void **state)
{
    char *folder = papers_folder(*state), *rules = papers_folder(*state);
    copy_sample_paper(folder, "2025-10-09-minutes-page.txt");
    write_file(rules, "mine.rules", "rule x\n  class action\n  pattern a\n  flavour mint\nlaw y\n");
    struct walk *walk = walk_without_papers(*state, folder, 200, 24);
    walk->program->rules_folder = rules;
    do_line(walk, mem_printf(*state, "import %s", folder));
    do_command(walk, CMD_OPEN);
    assert_shows(walk, "1 paper read, 1 meeting.");
    assert_shows(walk, mem_printf(*state, "%s/mine.rules:4: a rule has no field \"flavour\"", rules));
    do_line(walk, "messages");
    assert_shows(walk, mem_printf(*state, "%s/mine.rules:5: nothing begins with \"law\"", rules));
}

static bool always(void *to)
{
    (void)to;
    return true;
}

static void a_look_can_be_stopped(void **state)
{
    char *folder = papers_folder(*state);
    copy_sample_paper(folder, "2025-10-09-minutes-page.txt");
    struct walk *walk = walk_without_papers(*state, folder, 80, 24);
    assert_true(browser_do(walk->browser, CMD_IMPORT, 0, folder) & REACT_JOB);
    struct job *job = browser_job(walk->browser);
    job_run(job, always, NULL);
    (void)browser_job_done(walk->browser, job);
    assert_shows(walk, "stopped; nothing was imported");
}

/* ---- the sample ---------------------------------------------------------------------------------------------- */

static enum status make_sample(const void *parent, struct program *program, sample_progress *progress, void *to,
                               struct err *err)
{
    assert_int_equal(program->as_at.year, 0); /* it has a day of its own */
    for (size_t i = 0; i < 3; i++)
        if (!progress(to, i, 3, "papers/page.txt"))
            return err_set(err, STATUS_CANCELLED, "stopped; there is no sample yet");
    program->sample = true;
    program->store_path = mem_strdup(parent, "/nowhere/sample.db");
    return STATUS_OK;
}

static void the_sample_is_made_by_a_job_that_tells_how_far_it_is(void **state)
{
    struct walk *walk = walk_new(*state, "/nowhere/minutebook.db", 80, 24);
    struct pace pace;
    walk->program->open_sample = make_sample;
    unsigned reactions = browser_do(walk->browser, CMD_CHOOSE, 2, NULL);
    assert_true(reactions & REACT_JOB);
    assert_false(reactions & REACT_SAMPLE);
    struct job *job = browser_job(walk->browser);
    job_run(job, NULL, NULL);
    job_progress(job, &pace);
    assert_int_equal(pace.done, 2);
    assert_int_equal(pace.total, 3);
    assert_string_equal(pace.path, "papers/page.txt");
    assert_false(walk->program->sample); /* the browser's own program is changed by who holds it */
    assert_true(browser_job_done(walk->browser, job) & REACT_SAMPLE);

    assert_true(browser_do(walk->browser, CMD_CHOOSE, 2, NULL) & REACT_JOB);
    job = browser_job(walk->browser);
    job_run(job, always, NULL);
    assert_false(browser_job_done(walk->browser, job) & REACT_SAMPLE);
    assert_shows(walk, "stopped; there is no sample yet");
}

/* ---- where, and a copy ------------------------------------------------------------------------------------------ */

static void one_is_told_where_papers_and_notes_are(void **state)
{
    struct walk *walk = walk_new(*state, "/nowhere/minutebook.db", 80, 24);
    do_line(walk, "where");
    assert_shows(walk, "/nowhere/minutebook.db (made with the first paper)");
    walk = walk_new(*state, store_file, 200, 24);
    do_line(walk, "where");
    assert_shows(walk, mem_printf(*state, "your papers and notes: %s (0.", store_file));
    walk->program->sample = true;
    walk->program->own_store_path = (char *)"/nowhere/own.db";
    do_line(walk, "where");
    assert_shows(walk, "your papers and notes: /nowhere/own.db");
    assert_shows(walk, mem_printf(*state, "the sample that you see: %s", store_file));
}

static void a_copy_is_made_and_never_over_another_file(void **state)
{
    struct walk *walk = walk_new(*state, town_copy(*state, store_file), 200, 24);
    char *copy = mem_printf(*state, "%s/copy.db", folder_new(*state));
    do_line(walk, mem_printf(*state, "backup %s", copy));
    assert_shows(walk, mem_printf(*state, "read back and found sound: %s", copy));
    assert_true(store_exists(copy));
    do_line(walk, mem_printf(*state, "backup %s", copy));
    assert_shows(walk, copy);
    assert_null(strstr(shown(walk), "found sound"));
    do_line(walk, "backup one two");
    assert_shows(walk, "backup takes one file");
    walk->program->read_only = true; /* a copy changes nothing */
    copy = mem_printf(*state, "%s/again.db", folder_new(*state));
    do_line(walk, mem_printf(*state, "backup %s", copy));
    assert_true(store_exists(copy));
    walk = walk_new(*state, "/nowhere/minutebook.db", 80, 24);
    do_line(walk, "backup");
    assert_shows(walk, "there is nothing to copy");
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
        TEST_CASE(a_folder_is_shown_before_anything_of_it_is_stored),
        TEST_CASE(a_look_and_its_import_say_the_same_of_what_is_refused),
        TEST_CASE(a_report_in_the_browser_names_what_is_done_in_the_browser),
        TEST_CASE(a_report_that_nobody_places_says_how_it_is_placed),
        TEST_CASE(a_folder_without_papers_says_so_and_imports_nothing),
        TEST_CASE(a_file_that_is_named_is_imported_at_once),
        TEST_CASE(a_row_of_a_meeting_in_the_report_of_an_import_opens_it_or_the_form_that_it_needs),
        TEST_CASE(what_is_said_of_papers_in_the_line_holds_for_them),
        TEST_CASE(options_of_an_import_that_are_wrong_say_so),
        TEST_CASE(a_file_that_is_named_is_looked_through_at_once),
        TEST_CASE(a_rule_of_ones_own_that_is_wrong_is_said_and_loses_no_import),
        TEST_CASE(a_look_can_be_stopped),
        TEST_CASE(the_sample_is_made_by_a_job_that_tells_how_far_it_is),
        TEST_CASE(one_is_told_where_papers_and_notes_are),
        TEST_CASE(a_copy_is_made_and_never_over_another_file),
    };
    return cmocka_run_group_tests(tests, town_up, town_down);
}
