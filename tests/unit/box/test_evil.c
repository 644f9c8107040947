/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A worker or program that was taken over (reliability.md 7, row 22) does nothing of what it tries, and the
 * parent is told how it ended: in both boxes, with and without Landlock, with forbidden calls that kill and
 * that only fail, as root and as an ordinary user. */
#include "tests/support/test.h"

#include "tests/unit/box/evil.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define NOBODY 65534
#define SCRATCH "minutebook-evil-XXXXXX"

static void run_evil(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    char answer[64];
    (void)bytes, (void)n;
    evil_do(argument, answer, sizeof answer);
    box_puts(out, 1, answer);
}

static void run_repeat(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    (void)argument;
    for (size_t at = 0; at < n; at += 1000)
        box_frame(out, 1, (const char *)bytes + at, n - at < 1000 ? n - at : 1000);
}

/* Says its own number and works until it is killed. */
static void run_endless(const unsigned char *bytes, size_t n, const char *argument, struct box_out *out)
{
    char number[32];
    (void)bytes, (void)n, (void)argument;
    snprintf(number, sizeof number, "%lld", (long long)getpid());
    box_puts(out, 1, number);
    box_flush(out);
    for (volatile unsigned i = 0;; i++)
        ;
}

static const struct box_worker workers[] = {
    {"evil", run_evil, NULL, 0, NULL}, {"repeat", run_repeat, NULL, 0, NULL}, {"endless", run_endless, NULL, 0, NULL}};
enum { EVIL, REPEAT, ENDLESS };

/* ---- one attempt ---- */

struct attempt {
    struct box *box;
    bool looser;
    const char *program; /* path of evil_program */
    char folder[4096];
    char answer[128]; /* the first frame, or what it begins with */
    struct box_result result;
    struct err err;
};

static bool keep_answer(void *to, uint32_t type, const char *text, size_t n)
{
    struct attempt *attempt = to;
    (void)type, (void)n;
    if (attempt->answer[0] == '\0')
        snprintf(attempt->answer, sizeof attempt->answer, "%.100s", text);
    return true;
}

static void try_it(struct attempt *attempt, const char *name)
{
    static const char *const no_words[] = {NULL};
    const struct box_program program = {.name = "evil_program", .path = attempt->program, .arguments = no_words};
    char words[4400];
    snprintf(words, sizeof words, "%s %lld 0 %s", name, (long long)getpid(), attempt->folder);
    struct box_task task = {.worker = &workers[attempt->looser ? REPEAT : EVIL],
                            .bytes = words,
                            .n = strlen(words),
                            .argument = attempt->looser ? NULL : words,
                            .limits = {.wall_ms = 5000, .output = 1 << 20, .program_output = 1 << 18},
                            .frame = keep_answer,
                            .to = attempt};
    if (attempt->looser)
        task.program = &program;
    for (size_t i = 0; i < n_misbehaviours; i++)
        if (strcmp(misbehaviours[i].name, name) == 0 && misbehaviours[i].strict == BOX_NO_TIME)
            task.limits.wall_ms = 200;
    attempt->answer[0] = '\0';
    (void)!box_run(attempt->box, &task, &attempt->result, &attempt->err);
}

/* The scratch folder as it was made: one file with one word. */
static bool is_untouched(const char *folder)
{
    char path[4200], word[16] = "";
    size_t n = 0;
    DIR *open = opendir(folder);
    while (open && readdir(open))
        n++;
    if (open)
        closedir(open);
    snprintf(path, sizeof path, "%s/kept", folder);
    FILE *file = fopen(path, "r");
    struct stat is;
    bool same = file && fgets(word, sizeof word, file) && strcmp(word, "word") == 0 && stat(path, &is) == 0 &&
                (is.st_mode & 07777) == 0600;
    if (file)
        fclose(file);
    return same && n == 3;
}

/* Without which nothing here can be tried; also called in children, where cmocka's asserts may not be. */
static void need(bool there, const char *what)
{
    if (there)
        return;
    printf("Bail out! no %s\n", what);
    fflush(stdout);
    _exit(99);
}

static void make_scratch(char folder[4096])
{
    char path[4200];
    const char *where = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/var/tmp";
    snprintf(folder, 4096, "%s/%s", where, SCRATCH);
    need(mkdtemp(folder) != NULL, "scratch folder");
    snprintf(path, sizeof path, "%s/kept", folder);
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    need(write(file, "word", 4) == 4, "scratch file");
    close(file);
}

static void remove_scratch(const char *folder)
{
    static const char *const names[] = {"kept", "made", "gone", "link"};
    char path[4200];
    for (size_t i = 0; i < MB_LENGTH(names); i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/folder", folder);
    rmdir(path);
    rmdir(folder);
}

/* ---- all of them ---- */

struct tally {
    size_t tried, refused, killed, allowed, faults;
};

static const char *expected_of(const struct evil *evil, const struct attempt *attempt, bool kills)
{
    const unsigned killing = EVIL_KILLS | (attempt->looser ? 0U : EVIL_KILLS_STRICT);
    if ((evil->flags & killing) && kills)
        return "killed";
    if (attempt->looser && (evil->flags & EVIL_RUNS))
        return "did";
    if (attempt->looser && (evil->flags & EVIL_READS) && !attempt->result.landlock)
        return "did";
    return "refused";
}

/* By the list of calls, which comes before all else the kernel looks at; in the looser box by Landlock; memory by its
 * limit. Any other error would say that the call was made and failed for a reason of its own. */
static bool is_refusal(const struct evil *evil, const struct attempt *attempt)
{
    int error = 0;
    if (sscanf(attempt->answer, "refused %d", &error) != 1)
        return false;
    if (strcmp(evil->name, "memory") == 0)
        return error == ENOMEM;
    return error == EPERM || (attempt->looser && attempt->result.landlock && error == EACCES);
}

static const char *outcome_of(const struct evil *evil, const struct attempt *attempt)
{
    const struct box_result *result = &attempt->result;
    if (result->ending == BOX_CRASHED && result->signal == SIGSYS && result->by_program == attempt->looser)
        return "killed";
    if (result->ending != BOX_DONE)
        return box_ending_name(result->ending);
    if (is_refusal(evil, attempt))
        return "refused";
    bool became_true = strcmp(evil->name, "execve") == 0 && attempt->answer[0] == '\0'; /* which says nothing */
    return became_true || strcmp(attempt->answer, "did") == 0 ? "did" : attempt->answer;
}

static void try_evils(struct attempt *attempt, bool kills, struct tally *tally)
{
    for (size_t i = 0; i < n_evils; i++) {
        try_it(attempt, evils[i].name);
        const char *expected = expected_of(&evils[i], attempt, kills), *outcome = outcome_of(&evils[i], attempt);
        tally->tried++;
        tally->killed += strcmp(outcome, "killed") == 0;
        tally->refused += strcmp(outcome, "refused") == 0;
        tally->allowed += strcmp(outcome, "did") == 0;
        bool untouched = is_untouched(attempt->folder);
        if (strcmp(outcome, expected) == 0 && untouched)
            continue;
        tally->faults++;
        printf("# %s in the %s box: %s, expected %s%s (%s; %s)\n", evils[i].name, attempt->looser ? "looser" : "strict",
               outcome, expected, untouched ? "" : "; the folder was changed", attempt->err.text, attempt->result.said);
    }
}

static void try_misbehaviours(struct attempt *attempt, struct tally *tally)
{
    for (size_t i = 0; i < n_misbehaviours; i++) {
        const struct misbehaviour *bad = &misbehaviours[i];
        const enum box_ending expected = attempt->looser ? bad->looser : bad->strict;
        if (expected == BOX_DONE)
            continue;
        try_it(attempt, bad->name);
        const struct box_result *result = &attempt->result;
        /* the runtime of a sanitised worker reports first, then aborts */
        bool told = attempt->looser || !TEST_LEAKS_ARE_REPORTED || bad->signal != SIGSEGV;
        bool signal_fits = !told || expected != BOX_CRASHED || result->signal == bad->signal;
        bool whose = result->by_program == (attempt->looser && strncmp(bad->name, "flood-of", 8) != 0);
        tally->tried++;
        if (result->ending == expected && signal_fits && whose)
            continue;
        tally->faults++;
        printf("# %s in the %s box: %s (signal %d)%s, expected %s (signal %d); %s; %s\n", bad->name,
               attempt->looser ? "looser" : "strict", box_ending_name(result->ending), result->signal,
               whose ? "" : " of the wrong one", box_ending_name(expected), bad->signal, attempt->err.text,
               result->said);
    }
}

static const char *evil_program(const void *parent)
{
    const char *folder = getenv("MINUTEBOOK_BUILDDIR");
    need(folder != NULL, "MINUTEBOOK_BUILDDIR: run by `make check`");
    return mem_printf(parent, "%s/tests/unit/box/evil_program", folder);
}

/* Every evil in one box under OPTIONS; the number of faults. */
static size_t all_evils(void *parent, bool looser, const struct box_options *options, bool misbehave)
{
    struct attempt attempt = {.looser = looser, .box = box_new(parent, options)};
    struct tally tally = {0};
    attempt.program = evil_program(parent);
    make_scratch(attempt.folder);
    try_evils(&attempt, !options->no_kill && (looser || !TEST_LEAKS_ARE_REPORTED), &tally);
    if (misbehave)
        try_misbehaviours(&attempt, &tally);
    printf("# %s box%s%s%s: %zu tried, %zu refused, %zu killed, %zu allowed\n", looser ? "looser" : "strict",
           attempt.result.landlock ? "" : ", no Landlock", options->no_kill ? ", calls fail" : "",
           geteuid() == 0 ? ", root" : "", tally.tried, tally.refused, tally.killed, tally.allowed);
    if (!options->no_landlock && !attempt.result.landlock)
        printf("# this kernel offers no Landlock: tried without\n");
    remove_scratch(attempt.folder);
    fflush(stdout);
    return tally.faults;
}

static const struct box_options whole = {.unboxed = false};
static const struct box_options one_wall = {.no_landlock = true};
static const struct box_options failing = {.no_kill = true};
static const struct box_options weakest = {.no_landlock = true, .no_kill = true};

/* ---- tests ---- */

/* Without a box these actions succeed, so that their refusal is the box's doing. */
static void without_a_box_the_evils_work(void **state)
{
    size_t controls = 0;
    (void)state;
    fflush(stdout);
    for (size_t i = 0; i < n_evils; i++) {
        if (!(evils[i].flags & EVIL_CONTROL))
            continue;
        char folder[4096];
        make_scratch(folder);
        const struct evil_place place = {folder, getpid(), true};
        pid_t child = fork();
        int status = -1;
        if (child == 0)
            _exit(evils[i].act(&place) ? 0 : 1);
        assert_int_equal(waitpid(child, &status, 0), child);
        remove_scratch(folder);
        if (status != 0)
            fail_msg("%s fails without a box, too", evils[i].name);
        controls++;
    }
    assert_true(controls >= 25);
}

static void no_evil_succeeds_in_the_strict_box(void **state)
{
    assert_int_equal(all_evils(*state, false, &whole, true), 0);
    assert_int_equal(all_evils(*state, false, &weakest, false), 0);
    if (TEST_LEAKS_ARE_REPORTED)
        return; /* a sanitised worker is never killed: the same again */
    assert_int_equal(all_evils(*state, false, &failing, false), 0);
    assert_int_equal(all_evils(*state, false, &one_wall, false), 0);
}

static void only_reading_succeeds_in_the_looser_box(void **state)
{
    assert_int_equal(all_evils(*state, true, &whole, true), 0);
    assert_int_equal(all_evils(*state, true, &weakest, false), 0);
    assert_int_equal(all_evils(*state, true, &failing, false), 0);
    assert_int_equal(all_evils(*state, true, &one_wall, false), 0);
}

/* Whether this process, now an ordinary user, can start itself and the evil program. */
static bool can_run_here(void *parent)
{
    struct attempt attempt = {.looser = true, .box = box_new(parent, &whole)};
    attempt.program = evil_program(parent);
    make_scratch(attempt.folder);
    try_it(&attempt, "create");
    remove_scratch(attempt.folder);
    return attempt.result.ending == BOX_DONE;
}

static int as_nobody(void)
{
    void *parent = talloc_named_const(NULL, 0, "nobody");
    if (setgroups(0, NULL) != 0 || setgid(NOBODY) != 0 || setuid(NOBODY) != 0 || prctl(PR_SET_DUMPABLE, 1L) != 0) {
        printf("# cannot become an ordinary user here\n");
    } else if (!can_run_here(parent)) {
        printf("# the build folder is closed to an ordinary user: tried as root alone\n");
    } else {
        size_t faults = all_evils(parent, false, &whole, false) + all_evils(parent, false, &weakest, false) +
                        all_evils(parent, true, &whole, false) + all_evils(parent, true, &weakest, false);
        talloc_free(parent);
        return faults > 0;
    }
    fflush(stdout);
    talloc_free(parent);
    return 0;
}

static void an_ordinary_user_is_no_worse_off(void **state)
{
    (void)state;
    if (geteuid() != 0)
        skip(); /* all of this ran as one */
    fflush(stdout);
    int status = -1;
    pid_t child = fork();
    if (child == 0)
        _exit(as_nobody());
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static bool tell_number(void *to, uint32_t type, const char *text, size_t n)
{
    (void)type;
    return write(*(int *)to, text, n) == (ssize_t)n;
}

/* Gone, or dead and only not yet waited for by whoever inherited it. */
static bool is_dead(const char *number)
{
    char path[64], line[256] = "";
    snprintf(path, sizeof path, "/proc/%s/stat", number);
    FILE *file = fopen(path, "r");
    if (!file)
        return true;
    bool dead = fgets(line, sizeof line, file) && strstr(line, ") Z ") != NULL;
    fclose(file);
    return dead;
}

static void a_worker_does_not_outlive_its_parent(void **state)
{
    int tell[2];
    char number[32] = "";
    assert_int_equal(pipe(tell), 0);
    pid_t child = fork();
    if (child == 0) {
        struct box_task task = {
            .worker = &workers[ENDLESS], .bytes = "x", .n = 1, .frame = tell_number, .to = &tell[1]};
        (void)!box_run(box_new(*state, NULL), &task, NULL, NULL);
        _exit(0);
    }
    close(tell[1]);
    assert_true(read(tell[0], number, sizeof number - 1) > 0);
    close(tell[0]);
    assert_false(is_dead(number));
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    bool dead = false;
    for (int i = 0; i < 200 && !dead; i++) {
        const struct timespec moment = {0, 5000000};
        dead = is_dead(number);
        nanosleep(&moment, NULL);
    }
    assert_true(dead);
}

int main(int argc, char **argv)
{
    box_serve(argc, argv, workers, MB_LENGTH(workers));
    const struct CMUnitTest tests[] = {
        TEST_CASE(without_a_box_the_evils_work),
        TEST_CASE(no_evil_succeeds_in_the_strict_box),
        TEST_CASE(only_reading_succeeds_in_the_looser_box),
        TEST_CASE(an_ordinary_user_is_no_worse_off),
        TEST_CASE(a_worker_does_not_outlive_its_parent),
    };
    return cmocka_run_group_tests_name("evil", tests, NULL, NULL);
}
