/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Care for the user's rows: a changed byte is noticed, a copy is whole or is not there, a migration is
 * made after a copy and may be broken off anywhere, and a kill loses nothing that was acknowledged. */
#include "unit/store/papers.h"
#include "unit/store/rows.h"

#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct strings check(void **state, struct store *store)
{
    struct strings findings = {0};
    struct err err = {0};
    enum status status = store_check(*state, store, &findings, &err);
    if (status != (findings.n ? STATUS_STORE : STATUS_OK))
        fail_msg("ended with %d and %zu findings: %s", status, findings.n, err.text);
    return findings;
}

static void assert_clean(void **state, struct store *store)
{
    struct strings findings = check(state, store);
    if (findings.n)
        fail_msg("%s", findings.at[0]);
}

static void assert_finding(void **state, struct store *store, const char *words)
{
    struct strings findings = check(state, store);
    for (size_t i = 0; i < findings.n; i++)
        if (strstr(findings.at[i], words))
            return;
    fail_msg("\"%s\" is not among %zu findings%s%s", words, findings.n, findings.n ? ": " : "", findings.n ? findings.at[0] : "");
}

/* ---- check ------------------------------------------------------------------------------------------ */

static void a_sound_store_has_no_finding(void **state)
{
    struct store *store = new_store(state);
    assert_clean(state, store);
    add_subject(state, store, "damp");
    set(state, store, "41/1", "note", "rang");
    undo(state, store);
    edit(state, store, &(struct edit){.kind = EDIT_SETTING, .field = "theme", .value = "plain"});
    assert_clean(state, store);
}

static void one_changed_byte_of_a_row_is_noticed_when_it_is_read(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp in homes");
    add_subject(state, store, "lifts");
    plant(state, "UPDATE action SET subject = 'damp in domes' WHERE reference = '41/1'");
    assert_true(get(state, store, "41/1")->damaged);
    assert_false(get(state, store, "41/2")->damaged);
    assert_finding(state, store, "follow-up 41/1 is damaged");
    assert_int_equal(check(state, store).n, 1);
}

static void every_column_of_a_row_is_under_its_check_value(void **state)
{
    static const char *const changes[] = {
        "own_words = 'x'",    "owner = 'x'",         "quote_truncated = 1", "quote_exempt = 1",  "due_from = '2023-01-01'",
        "due_to = '2023-01-01'", "chase_date = '2023-01-01'", "status = 'complete'", "note = ''", "deleted = 1",
        "version = 9",        "seq = 9",             "class = 'resolution'", "meeting_id = NULL", "quote = quote || ' '",
        "quote_place = 'minutes:121'", "quote_sha256 = NULL", "reference = '41/99'", "committee = 'Housing'",
    };
    struct store *store = new_store(state);
    for (size_t i = 0; i < MB_LENGTH(changes); i++) {
        struct edit_result *added = add_subject(state, store, "damp");
        plant(state, mem_printf(*state, "UPDATE action SET %s WHERE id = '%s'", changes[i], added->id));
        if (!get(state, store, added->id)->damaged)
            fail_msg("not noticed: %s", changes[i]);
    }
}

static void texts_do_not_run_into_each_other_in_the_check_value(void **state)
{
    struct store *store = new_store(state);
    struct action *action = follow_up(state, "x");
    action->owner = mem_strdup(action, "the Leader");
    action->recipient = mem_strdup(action, "of Cabinet");
    add(state, store, action);
    plant(state, "UPDATE action SET owner = 'the Leaderof', recipient = ' Cabinet'");
    assert_true(get(state, store, "41/1")->damaged);
}

static void a_damaged_row_is_not_written_over(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    plant(state, "UPDATE action SET subject = 'lamp'");
    struct edit change = {.kind = EDIT_ACTION_SET, .target = "41/1", .field = "note", .value = "x"};
    assert_non_null(strstr(refused(state, store, &change, STATUS_STORE), "damaged"));
    refused(state, store, &(struct edit){.kind = EDIT_UNDO}, STATUS_STORE);
    assert_string_equal(get(state, store, "41/1")->subject, "lamp");
}

static void a_damaged_history_and_missing_events_are_found(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    set(state, store, "41/1", "note", "a");
    set(state, store, "41/1", "note", "b");
    plant(state, "UPDATE event SET to_value = 'c' WHERE seq = 3");
    assert_finding(state, store, "event 3 of the history is damaged");
    plant(state, "DELETE FROM event WHERE seq = 2");
    assert_finding(state, store, "of the history 1 event is missing");
}

/* A whole older row with its fitting check value, put back by hand. */
static void a_row_that_its_history_does_not_know_is_found(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    plant(state, "CREATE TABLE kept AS SELECT * FROM action");
    set(state, store, "41/1", "note", "a");
    plant(state, "DELETE FROM action; INSERT INTO action SELECT * FROM kept; DROP TABLE kept");
    assert_false(get(state, store, "41/1")->damaged);
    assert_finding(state, store, "follow-up 41/1 is not as its history says");
}

static void a_damaged_ruling_rules_nothing(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    struct correction_rows rows;
    bool changed;
    assert_ok(user_correct(store, "aa11", "committee", "Housing Panel", &changed, &err), err);
    assert_true(changed);
    assert_ok(user_corrections(*state, store->db, &rows, &err), err);
    assert_int_equal(rows.n, 1);
    assert_string_equal(rows.at[0].value, "Housing Panel");
    plant(state, "UPDATE correction SET value = 'Planning Panel'");
    assert_ok(user_corrections(*state, store->db, &rows, &err), err);
    assert_int_equal(rows.n, 0);
    assert_finding(state, store, "correction");
}

static void follow_ups_that_search_does_not_see_are_found(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    plant(state, "DELETE FROM mine");
    assert_finding(state, store, "not in the search index");
}

static void import(void **state, struct store *store, const struct draft *draft)
{
    struct import_result *result = NULL;
    struct err err;
    assert_ok(store_import(*state, store, draft, draft->path, strlen(draft->path), NULL, &result, &err), err);
}

static struct store *store_with_papers(void **state)
{
    struct store *store = new_store(state);
    import(state, store, elmsworth_pack(*state, "pack"));
    import(state, store, elmsworth_page(*state, "page"));
    import(state, store, elmsworth_other_pack(*state, "other"));
    return store;
}

static void copy_file(const char *from, const char *to)
{
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_non_null(in);
    assert_non_null(out);
    for (int c = getc(in); c != EOF; c = getc(in))
        putc(c, out);
    fclose(in);
    assert_int_equal(fclose(out), 0);
}

/* One place of every published table, and the words of the finding. */
static void one_changed_place_of_what_was_imported_is_found(void **state)
{
    static const char *const changes[][2] = {
        {"UPDATE source_chunk SET bytes = CAST('x' AS BLOB) WHERE rowid = 1", "its bytes"},
        {"UPDATE draft_value SET value = value || '.' WHERE rowid = (SELECT max(rowid) FROM draft_value WHERE value LIKE '%e%')", "what was read from it"},
        {"UPDATE meeting SET venue = 'Elsewhere'", "is not what was imported"},
        {"UPDATE meeting_alias SET alias = alias || 'x'", "is not what was imported"},
        {"UPDATE item SET title = title || ' ' WHERE position = 2", "is not what was imported"},
        {"UPDATE item SET truncated = 1 - truncated WHERE position = 1", "is not what was imported"},
        {"UPDATE passage SET text = replace(text, 'e', 'c')", "is not what was imported"},
        {"UPDATE block SET text = text || '!' WHERE text IS NOT NULL", "is not what was imported"},
        {"UPDATE block_cell SET text = '7' WHERE text = '12'", "is not what was imported"},
        {"UPDATE programme_entry SET issue = 'Other'", "is not what was imported"},
        {"UPDATE programme_when SET last = '2031-12-31' WHERE last IS NOT NULL", "is not what was imported"},
        {"UPDATE attachment SET held = 1 - held", "is not what was imported"},
        {"DELETE FROM person WHERE name = 'Cllr Ben Ruiz'", "is not what was imported"},
    };
    assert_clean(state, store_with_papers(state));
    for (size_t i = 0; i < MB_LENGTH(changes); i++) {
        talloc_free_children(*state); /* closes the store */
        const char *path = scratch_path(*state, "store.db"), *whole = scratch_path(*state, "whole.db");
        copy_file(i ? whole : path, i ? path : whole);
        plant(state, changes[i][0]);
        struct strings findings = check(state, new_store(state));
        if (!findings.n || !strstr(findings.at[0], changes[i][1]))
            fail_msg("%s: %s", changes[i][0], findings.n ? findings.at[0] : "not found");
    }
}

static void what_an_import_left_half_done_is_found_or_swept(void **state)
{
    static const char SQL_LEFT[] = "INSERT INTO edition(id, state) VALUES (9, 'loading'); UPDATE meeting SET edition = 9 WHERE date = '2031-01-16'";
    static const char SQL_SOURCE[] = "UPDATE source SET state = 'loading' WHERE path = 'other.txt'";
    struct store *store = store_with_papers(state);
    plant(state, SQL_LEFT);
    assert_finding(state, store, "an import was broken off");
    assert_finding(state, store, "papers that are in no meeting: 1");
    plant(state, SQL_SOURCE);
    talloc_free(store);
    assert_clean(state, new_store(state));
}

/* ---- corrections ------------------------------------------------------------------------------------ */

static void what_is_stated_twice_changes_nothing_and_can_be_taken_back(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    struct correction_rows rows;
    int64_t seq = 0, later = 0;
    bool changed;
    assert_ok(user_correct(store, "aa11", "date", "12 September 2023", &changed, &err), err);
    assert_true(changed);
    assert_ok(user_rules_seq(store->db, &seq, &err), err);
    assert_ok(user_correct(store, "aa11", "date", "2023-09-12", &changed, &err), err);
    assert_false(changed);
    assert_ok(user_rules_seq(store->db, &later, &err), err);
    assert_int_equal(seq, later);
    assert_ok(user_corrections(*state, store->db, &rows, &err), err);
    assert_string_equal(rows.at[0].value, "2023-09-12");
    assert_ok(user_correct(store, "aa11", "date", NULL, &changed, &err), err);
    assert_true(changed);
    assert_ok(user_corrections(*state, store->db, &rows, &err), err);
    assert_int_equal(rows.n, 0);
    assert_int_equal(user_correct(store, "aa11", "date", "in spring", &changed, &err), STATUS_USAGE);
    assert_int_equal(user_correct(store, "aa11", "venue", "Town Hall", &changed, &err), STATUS_USAGE);
    assert_clean(state, store);
}

/* ---- copies ------------------------------------------------------------------------------------------ */

static char *backup(void **state, struct store *store, const char *path)
{
    char **written = mem_new(*state, char *);
    struct err err;
    assert_ok(store_backup(*state, store, path, written, &err), err);
    return *written;
}

static size_t files_in(const char *folder)
{
    size_t n = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir))
        n += entry->d_name[0] != '.';
    closedir(dir);
    return n;
}

static void a_copy_is_a_store_with_the_same_rows(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    add_subject(state, store, "lifts");
    char *path = backup(state, store, scratch_path(*state, "copy.db"));
    add_subject(state, store, "later");
    struct stat found;
    assert_int_equal(stat(path, &found), 0);
    assert_int_equal(found.st_mode & 0777, 0600);
    struct store *copy = open_store(*state, path, STORE_WRITE);
    assert_int_equal(live_rows(state, copy), 2);
    assert_string_equal(get(state, copy, "41/2")->subject, "lifts");
    assert_clean(state, copy);
}

static void a_copy_is_one_file_and_leaves_nothing_beside_it(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    char *folder = scratch_path(*state, "copies");
    assert_int_equal(mkdir(folder, 0700), 0);
    backup(state, store, mem_printf(*state, "%s/copy.db", folder));
    assert_int_equal(files_in(folder), 1);
}

static void a_copy_never_overwrites(void **state)
{
    struct store *store = new_store(state);
    char *path = scratch_path(*state, "letter.txt"), *written;
    FILE *file = fopen(path, "w");
    fputs("dear all", file);
    fclose(file);
    struct err err;
    assert_int_equal(store_backup(*state, store, path, &written, &err), STATUS_STORE);
    assert_non_null(strstr(err.text, "exists already"));
    struct stat found;
    assert_int_equal(stat(path, &found), 0);
    assert_int_equal(found.st_size, 8);
    assert_int_equal(store_backup(*state, store, scratch_path(*state, "store.db"), &written, &err), STATUS_STORE);
    assert_int_equal(store_backup(*state, store, scratch_path(*state, "no/such/copy.db"), &written, &err), STATUS_STORE);
}

static void an_unsound_store_gives_no_copy(void **state)
{
    struct store *store = new_store(state);
    add_subject(state, store, "damp");
    plant(state, "UPDATE action SET subject = 'lamp'");
    char *path = scratch_path(*state, "copy.db"), *written;
    struct err err;
    assert_int_equal(store_backup(*state, store, path, &written, &err), STATUS_STORE);
    assert_non_null(strstr(err.text, "41/1"));
    assert_int_equal(access(path, F_OK), -1);
}

static void copies_by_time_are_kept_two_at_a_time(void **state)
{
    struct store *store = new_store(state);
    char *first = backup(state, store, NULL), *second = backup(state, store, NULL);
    assert_int_equal(access(first, F_OK), 0);
    assert_string_not_equal(first, second);
    char *third = backup(state, store, NULL);
    assert_int_equal(access(third, F_OK), 0);
    char *folder = mem_strndup(*state, third, (size_t)(strrchr(third, '/') - third));
    assert_int_equal(files_in(folder), 2);
    struct stat found;
    assert_int_equal(stat(folder, &found), 0);
    assert_int_equal(found.st_mode & 0777, 0700);
}

static void copies_that_hold_a_paper_are_named(void **state)
{
    struct store *store = new_store(state);
    struct strings held = {0};
    struct err err;
    char *path = backup(state, store, NULL);
    assert_ok(backups_holding(*state, store, "bb22", &held, &err), err);
    assert_int_equal(held.n, 0);
    FILE *file = fopen(path, "w"); /* one that cannot be read may hold it */
    fputs("not a store", file);
    fclose(file);
    assert_ok(backups_holding(*state, store, "bb22", &held, &err), err);
    assert_int_equal(held.n, 1);
    assert_string_equal(held.at[0], path);
}

/* ---- migrations --------------------------------------------------------------------------------------- */

static enum status fill_colours(struct db *db, struct err *err)
{
    static const char SQL_FILL[] = "INSERT INTO colour(name) VALUES ('green')";
    return db_run(db, SQL_FILL, err);
}

static enum status break_off(struct db *db, struct err *err)
{
    enum status status = fill_colours(db, err);
    return status == STATUS_OK ? err_set(err, STATUS_STORE, "broken off") : status;
}

static const struct migration steps[] = {
    {.to = STORE_SCHEMA + 1, .sql = "CREATE TABLE colour(name TEXT) STRICT", .run = fill_colours},
    {.to = STORE_SCHEMA + 2, .sql = "ALTER TABLE colour ADD COLUMN shade INTEGER"},
};

static int64_t number(struct store *store, const char *sql)
{
    int64_t n = -1;
    struct err err;
    assert_ok(db_number(store->db, sql, -1, &n, &err), err);
    return n;
}

static void an_older_store_is_brought_on_step_by_step_after_a_copy(void **state)
{
    static const char SQL_SHADE[] = "SELECT count(shade IS NULL) FROM colour WHERE name = 'green'";
    struct store *store = new_store(state);
    struct strings names = {0};
    struct err err;
    add_subject(state, store, "damp");
    assert_ok(migrate_run(store, steps, MB_LENGTH(steps), STORE_SCHEMA + 2, &err), err);
    assert_int_equal(store->schema, STORE_SCHEMA + 2);
    assert_int_equal(number(store, SQL_SHADE), 1);
    assert_string_equal(get(state, store, "41/1")->subject, "damp");
    assert_ok(backups_holding(*state, store, "none", &names, &err), err);
    assert_int_equal(names.n, 0); /* the copy is readable, and holds no such paper */
    const char *folder;
    assert_ok(store_state_folder(store, &folder, &err), err);
    assert_int_equal(files_in(mem_printf(*state, "%s/backups", folder)), 1);
    assert_ok(migrate_run(store, steps, MB_LENGTH(steps), STORE_SCHEMA + 2, &err), err);
    assert_int_equal(files_in(mem_printf(*state, "%s/backups", folder)), 1);
}

static void a_newer_store_is_only_read_by_this_program(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    add_subject(state, store, "damp");
    assert_ok(migrate_run(store, steps, MB_LENGTH(steps), STORE_SCHEMA + 2, &err), err);
    talloc_free(store);
    store = new_store(state);
    assert_true(store_newer(store));
    assert_true(store_is_read_only(store));
    assert_string_equal(get(state, store, "41/1")->subject, "damp");
    refused(state, store, &(struct edit){.kind = EDIT_ACTION_SET, .target = "41/1", .field = "note", .value = "x"}, STATUS_STORE);
}

static void another_program_that_is_older_does_not_write_on(void **state)
{
    struct store *store = new_store(state), *older = new_store(state);
    struct err err;
    add_subject(state, older, "damp");
    assert_ok(migrate_run(store, steps, MB_LENGTH(steps), STORE_SCHEMA + 1, &err), err);
    assert_non_null(strstr(refused(state, older, &(struct edit){.kind = EDIT_UNDO}, STATUS_STORE), "start again"));
    assert_int_equal(live_rows(state, store), 1);
}

static void a_failing_step_leaves_the_store_as_it_was(void **state)
{
    static const char SQL_TABLES[] = "SELECT count(*) FROM sqlite_master WHERE name = 'colour'";
    static const struct migration failing[] = {
        {.to = STORE_SCHEMA + 1, .sql = "CREATE TABLE colour(name TEXT) STRICT", .run = break_off},
    };
    struct store *store = new_store(state);
    struct err err;
    add_subject(state, store, "damp");
    assert_int_equal(migrate_run(store, failing, 1, STORE_SCHEMA + 1, &err), STATUS_STORE);
    assert_string_equal(err.text, "broken off");
    assert_int_equal(store->schema, STORE_SCHEMA);
    assert_int_equal(number(store, SQL_TABLES), 0);
    add_subject(state, store, "lifts");
    talloc_free(store);
    assert_int_equal(live_rows(state, new_store(state)), 2);
}

static void without_a_sound_copy_nothing_is_migrated(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    add_subject(state, store, "damp");
    plant(state, "UPDATE action SET subject = 'lamp'");
    assert_int_equal(migrate_run(store, steps, MB_LENGTH(steps), STORE_SCHEMA + 2, &err), STATUS_STORE);
    assert_non_null(strstr(err.text, "no verified copy"));
    assert_int_equal(store->schema, STORE_SCHEMA);
}

static void a_gap_in_the_steps_is_refused_before_anything_is_done(void **state)
{
    struct store *store = new_store(state);
    struct err err;
    assert_int_equal(migrate_run(store, steps + 1, 1, STORE_SCHEMA + 2, &err), STATUS_STORE);
    assert_int_equal(store->schema, STORE_SCHEMA);
}

/* ---- kill ------------------------------------------------------------------------------------------------ */

/* A program that adds follow-ups and says each one's reference when it is saved, until it is killed. */
static _Noreturn void add_until_killed(const char *path, int pipe_end)
{
    struct store *store = NULL;
    char subject[] = "damp", minute[] = "41";
    struct action action = {.subject = subject, .minute_number = minute};
    if (store_open(NULL, path, STORE_WRITE, &store, NULL) != STATUS_OK)
        _exit(1);
    for (;;) {
        struct edit_result *result;
        struct edit edit = {.kind = EDIT_ACTION_ADD, .action = &action};
        if (store_edit(NULL, store, &edit, &result, NULL) != STATUS_OK)
            _exit(1);
        char line[64] = "";
        snprintf(line, sizeof line, "%s", result->reference);
        if (write(pipe_end, line, sizeof line) != (ssize_t)sizeof line)
            _exit(1);
    }
}

static void what_was_said_to_be_saved_survives_a_kill(void **state)
{
    talloc_free(new_store(state));
    const char *path = scratch_path(*state, "store.db");
    int saved = 0;
    for (int round = 0; round < 8; round++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0)
            add_until_killed(path, ends[1]);
        close(ends[1]);
        char line[64];
        assert_int_equal(read(ends[0], line, sizeof line), sizeof line); /* it is at work */
        usleep(500u + (unsigned)round * 3700u);
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, NULL, 0), child);
        struct store *store = new_store(state);
        do {
            assert_false(get(state, store, line)->deleted);
            saved++;
        } while (read(ends[0], line, sizeof line) == (ssize_t)sizeof line);
        close(ends[0]);
        assert_clean(state, store);
        talloc_free(store);
    }
    assert_true(saved >= 8);
}

/* ---- several programs ------------------------------------------------------------------------------------ */

#define PROGRAMS 3
#define ROWS_EACH 15

static _Noreturn void add_some(const char *path)
{
    struct store *store = NULL;
    char subject[] = "damp", minute[] = "41";
    struct action action = {.subject = subject, .minute_number = minute};
    struct edit edit = {.kind = EDIT_ACTION_ADD, .action = &action};
    struct edit_result *result;
    bool done = store_open(NULL, path, STORE_WRITE, &store, NULL) == STATUS_OK;
    for (int i = 0; i < ROWS_EACH && done; i++)
        done = store_edit(NULL, store, &edit, &result, NULL) == STATUS_OK;
    talloc_free(store);
    _exit(done ? 0 : 1);
}

static void programs_at_once_lose_nothing_and_give_no_number_twice(void **state)
{
    talloc_free(new_store(state));
    const char *path = scratch_path(*state, "store.db");
    pid_t children[PROGRAMS];
    for (int i = 0; i < PROGRAMS; i++) {
        children[i] = fork();
        if (children[i] == 0)
            add_some(path);
    }
    for (int i = 0; i < PROGRAMS; i++) {
        int ended = -1;
        assert_int_equal(waitpid(children[i], &ended, 0), children[i]);
        assert_int_equal(ended, 0);
    }
    struct store *store = new_store(state);
    assert_int_equal(live_rows(state, store), PROGRAMS * ROWS_EACH);
    for (int i = 1; i <= PROGRAMS * ROWS_EACH; i++)
        get(state, store, mem_printf(*state, "41/%d", i));
    assert_clean(state, store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(a_sound_store_has_no_finding),
        STORE_CASE(one_changed_byte_of_a_row_is_noticed_when_it_is_read),
        STORE_CASE(every_column_of_a_row_is_under_its_check_value),
        STORE_CASE(texts_do_not_run_into_each_other_in_the_check_value),
        STORE_CASE(a_damaged_row_is_not_written_over),
        STORE_CASE(a_damaged_history_and_missing_events_are_found),
        STORE_CASE(a_row_that_its_history_does_not_know_is_found),
        STORE_CASE(a_damaged_ruling_rules_nothing),
        STORE_CASE(follow_ups_that_search_does_not_see_are_found),
        STORE_CASE(one_changed_place_of_what_was_imported_is_found),
        STORE_CASE(what_an_import_left_half_done_is_found_or_swept),
        STORE_CASE(what_is_stated_twice_changes_nothing_and_can_be_taken_back),
        STORE_CASE(a_copy_is_a_store_with_the_same_rows),
        STORE_CASE(a_copy_is_one_file_and_leaves_nothing_beside_it),
        STORE_CASE(a_copy_never_overwrites),
        STORE_CASE(an_unsound_store_gives_no_copy),
        STORE_CASE(copies_by_time_are_kept_two_at_a_time),
        STORE_CASE(copies_that_hold_a_paper_are_named),
        STORE_CASE(an_older_store_is_brought_on_step_by_step_after_a_copy),
        STORE_CASE(a_newer_store_is_only_read_by_this_program),
        STORE_CASE(another_program_that_is_older_does_not_write_on),
        STORE_CASE(a_failing_step_leaves_the_store_as_it_was),
        STORE_CASE(without_a_sound_copy_nothing_is_migrated),
        STORE_CASE(a_gap_in_the_steps_is_refused_before_anything_is_done),
        STORE_CASE(what_was_said_to_be_saved_survives_a_kill),
        STORE_CASE(programs_at_once_lose_nothing_and_give_no_number_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
