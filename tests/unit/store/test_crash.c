/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* kill -9 in the middle of imports and of what the member makes of what they brought, readers beside one, two importers at once (reliability.md 1 and 2). */
#include "unit/store/many.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* As tests/fault/test_kill.sh: a hundred moments, or as many as MINUTEBOOK_KILLS says. */
static int rounds(void)
{
    const char *said = getenv("MINUTEBOOK_KILLS");
    long n = said ? strtol(said, NULL, 10) : 0;
    return n > 0 && n <= 10000 ? (int)n : 100 / TEST_STRIDE(16);
}

static void sleep_us(long us)
{
    nanosleep(&(struct timespec){.tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000}, NULL);
}

/* ---- what a child does ---------------------------------------------------------------------------------- */

/* Add a follow-up; true once the store says it is saved. */
static bool add_follow_up(void *context, struct store *store, int number)
{
    struct action action = {0};
    action.class = mem_strdup(context, "action");
    action.status = mem_strdup(context, "not started");
    action.subject = mem_printf(context, "follow-up %d", number);
    action.minute_number = mem_strdup(context, "42");
    struct edit edit = {.kind = EDIT_ACTION_ADD, .action = &action};
    struct edit_result *result;
    return store_edit(context, store, &edit, &result, NULL) == STATUS_OK;
}

/* Keep what was found in MEETING first; where that was done before, it stands. */
static bool keep_found(void *context, struct store *store, const char *meeting)
{
    struct actions found;
    struct edit_result *result;
    if (store_candidates(context, store, meeting, &found, NULL) != STATUS_OK)
        return false;
    if (found.n == 0)
        return true;
    found.at[0]->state = ACTION_KEPT;
    found.at[0]->subject = found.at[0]->candidate_id; /* no word that the search of store_text() looks for */
    found.at[0]->quote = NULL;
    struct edit edit = {.kind = EDIT_ACTION_ADD, .action = found.at[0]};
    enum status status = store_edit(context, store, &edit, &result, NULL);
    return status == STATUS_OK || status == STATUS_CONFLICT;
}

/* Import the five papers; after each note a follow-up and keep what was found, telling TO when both are saved. */
static void import_and_tell(const char *path, int to)
{
    void *context = talloc_new(NULL);
    struct draft *papers[MANY];
    many_papers(context, papers, true);
    struct store *store;
    if (store_open(context, path, STORE_WRITE, &store, NULL) != STATUS_OK)
        _exit(2);
    store_use_sweep(store, &many_sweep);
    for (int i = 0; i < MANY; i++) {
        struct import_result *result;
        if (store_import(context, store, papers[i], papers[i]->path, strlen(papers[i]->path), NULL, &result, NULL) != STATUS_OK)
            _exit(3);
        if (!add_follow_up(context, store, i) || !keep_found(context, store, result->meeting_id))
            _exit(4);
        if (write(to, "x", 1) != 1)
            _exit(5);
    }
    talloc_free(context);
    _exit(0);
}

static pid_t start(const char *path, int *from)
{
    int said[2];
    assert_int_equal(pipe(said), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        import_and_tell(path, said[1]);
    close(said[1]);
    *from = said[0];
    return child;
}

/* ---- after a kill ------------------------------------------------------------------------------------------ */

static void assert_sound(void *context, struct store *store, int round)
{
    struct strings findings = {0};
    struct err err = {0};
    if (store_check(context, store, &findings, &err) != STATUS_OK)
        fail_msg("round %d: %s", round, findings.n ? findings.at[0] : err.text);
}

static void assert_follow_ups(void *context, struct store *store, int acknowledged, int round)
{
    struct actions actions;
    struct err err;
    assert_ok(store_actions(context, store, &actions, &err), err);
    size_t noted = 0;
    for (size_t i = 0; i < actions.n; i++)
        noted += actions.at[i]->candidate_id == NULL;
    if (noted < (size_t)acknowledged)
        fail_msg("round %d: %d follow-ups were acknowledged, %zu are there", round, acknowledged, noted);
}

/* Of every paper whose import was acknowledged: what was found in its meeting is there, and a row of it kept. */
static void assert_finds(void *context, struct store *store, struct draft *const *papers, int acknowledged, int round)
{
    struct err err;
    for (int i = 0; i < acknowledged; i++) {
        struct source_rows source;
        struct meeting *meeting;
        struct actions found, rows;
        size_t minutes = 0, kept = 0;
        bool brought = papers[i]->meeting->items[0].minutes_text != NULL; /* else a later paper brings them */
        assert_ok(store_sources(context, store, papers[i]->sha256, &source, &err), err);
        assert_int_equal(source.n, 1);
        assert_ok(store_meeting(context, store, source.at[0].meeting_id, &meeting, &err), err);
        assert_ok(store_candidates(context, store, meeting->id, &found, &err), err);
        assert_ok(store_actions(context, store, &rows, &err), err);
        for (size_t m = 0; m < meeting->n_items; m++)
            minutes += meeting->items[m].minutes_text != NULL;
        for (size_t r = 0; r < rows.n; r++)
            kept += rows.at[r]->candidate_id && strcmp(rows.at[r]->meeting_id, meeting->id) == 0;
        if (found.n != minutes || (brought && kept == 0))
            fail_msg("round %d: paper %d was acknowledged; %zu of %zu found, %zu kept", round, i, found.n, minutes, kept);
    }
}

static void kill_and_go_on(void *context, int round, long after_us, const char *expected)
{
    void *scratch = talloc_named(context, 0, "%s", talloc_get_name(context));
    char *name = mem_printf(scratch, "kill-%d.db", round), *path = scratch_path(scratch, name), byte;
    int from, acknowledged = 0;
    pid_t child = start(path, &from);
    sleep_us(after_us);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, NULL, 0), child);
    while (read(from, &byte, 1) == 1)
        acknowledged++;
    close(from);
    struct store *store = open_store(scratch, path, STORE_WRITE);
    assert_sound(scratch, store, round);
    assert_follow_ups(scratch, store, acknowledged, round);
    struct draft *papers[MANY];
    struct err err;
    many_papers(scratch, papers, true);
    assert_finds(scratch, store, papers, acknowledged, round);
    store_use_sweep(store, &many_sweep);
    for (int i = 0; i < MANY; i++)
        import_paper(scratch, store, papers[i]);
    assert_ok(store_republish(store, &err), err);
    char *text = store_text(scratch, store);
    if (strcmp(text, expected) != 0)
        fail_msg("round %d: not as an undisturbed import", round);
    assert_sound(scratch, store, round);
    talloc_free(scratch);
}

static unsigned seed(void)
{
    const char *given = getenv("MB_SEED");
    return given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);
}

static void kill_9_loses_nothing_acknowledged_and_a_second_run_completes_it(void **state)
{
    struct timespec began, ended;
    int from, status;
    char *path = scratch_path(*state, "whole.db");
    clock_gettime(CLOCK_MONOTONIC, &began);
    pid_t child = start(path, &from);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    close(from);
    clock_gettime(CLOCK_MONOTONIC, &ended);
    long whole_us = (ended.tv_sec - began.tv_sec) * 1000000 + (ended.tv_nsec - began.tv_nsec) / 1000;
    struct store *store = open_store(*state, path, STORE_WRITE);
    char *expected = store_text(*state, store);
    unsigned chosen = seed(), random = chosen;
    int count = rounds();
    print_message("MB_SEED=%u, %ld us undisturbed\n", chosen, whole_us);
    for (int round = 0; round < count; round++) {
        random = random * 1103515245u + 12345u;
        kill_and_go_on(*state, round, (long)((random >> 8) % (unsigned)(whole_us + whole_us / 10)), expected);
    }
}

/* ---- beside each other ------------------------------------------------------------------------------------- */

/* What a reader may see at any moment: every meeting it is told of is whole. */
static void assert_whole(void *context, struct store *reader)
{
    void *scratch = talloc_new(context);
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(scratch, reader, &rows, &err), err);
    for (size_t i = 0; i < rows.n; i++) {
        struct meeting *meeting;
        enum status status = store_meeting(scratch, reader, rows.at[i].id, &meeting, &err);
        if (status == STATUS_USAGE)
            continue; /* renamed since the list was read, and no alias: gone */
        assert_ok(status, err);
        assert_int_equal(meeting->n_items, strstr(meeting->items[1].title, "Empty") ? 4 : 3);
        for (size_t item = 0; item < meeting->n_items; item++)
            if (meeting->items[item].n_blocks)
                assert_int_equal(meeting->items[item].n_blocks, 303);
    }
    talloc_free(scratch);
}

static void a_reader_beside_an_import_sees_whole_meetings(void **state)
{
    char *path = scratch_path(*state, "read.db");
    talloc_free(open_store(*state, path, STORE_WRITE));
    struct store *reader = open_store(*state, path, STORE_READ);
    int from, looks = 0, status = 0;
    pid_t child = start(path, &from);
    while (waitpid(child, &status, WNOHANG) == 0) {
        assert_whole(*state, reader);
        looks++;
    }
    assert_int_equal(status, 0);
    assert_true(looks > 3);
    assert_whole(*state, reader);
    close(from);
}

static void two_importers_and_an_editor_get_through(void **state)
{
    char *path = scratch_path(*state, "crowd.db");
    struct store *store = open_store(*state, path, STORE_WRITE);
    int from[2], status;
    pid_t children[2] = {start(path, &from[0]), start(path, &from[1])};
    int64_t worst = 0;
    for (int i = 0; i < 20; i++) {
        int64_t began = clock_ms();
        assert_true(add_follow_up(*state, store, i));
        worst = clock_ms() - began > worst ? clock_ms() - began : worst;
        sleep_us(5000);
    }
    for (int i = 0; i < 2; i++) {
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
        close(from[i]);
    }
    print_message("an edit waited %d ms at most\n", (int)worst);
    assert_follow_ups(*state, store, 20 + 2 * MANY, 0);
    assert_sound(*state, store, 0);
    struct meeting_rows rows;
    struct err err;
    assert_ok(store_meetings(*state, store, &rows, &err), err);
    assert_int_equal(rows.n, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_CASE(kill_9_loses_nothing_acknowledged_and_a_second_run_completes_it),
        STORE_CASE(a_reader_beside_an_import_sees_whole_meetings),
        STORE_CASE(two_importers_and_an_editor_get_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
