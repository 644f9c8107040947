/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Nothing is left at the end: each subcommand runs through main() in a process of its own that watches
 * talloc's top contexts, SQLite's memory and the open files, in every build and not only a sanitised one.
 * (The browser has a thread, which talloc's watching does not allow: LeakSanitizer watches it in
 * tests/terminal, and tests/screens/test_memory.c what a long session takes.) */
#include "support/test.h"

#include <dirent.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

int minutebook_main(int argc, char **argv);
#define main minutebook_main
#include "src/main.c"
#undef main

#define WORDS_MAX 12
#define LEFT 99 /* the exit status of a process with something left */

static int open_files(void)
{
    DIR *folder = opendir("/proc/self/fd");
    int n = 0;
    while (folder && readdir(folder))
        n++;
    if (folder)
        closedir(folder);
    return n;
}

/* What the process says goes to LOG, what is left of it too. */
static _Noreturn void child_run(const char *log, int argc, char **argv, void (*planted)(void))
{
    int output = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    talloc_enable_null_tracking();
    int files = open_files();
    int status = minutebook_main(argc, argv);
    if (planted)
        planted();
    size_t blocks = talloc_total_blocks(NULL) - 1; /* the null context counts itself */
    int more_files = open_files() - files;
    if (blocks > 0)
        talloc_report_full(NULL, stderr);
    if (blocks > 0 || sqlite3_memory_used() > 0 || more_files != 0) {
        fprintf(stderr, "left: %zu blocks of talloc, %lld bytes of SQLite, %d open files\n", blocks,
                (long long)sqlite3_memory_used(), more_files);
        status = LEFT;
    }
    _exit(status);
}

static void print_log(const char *log)
{
    char line[512];
    FILE *file = fopen(log, "re");
    while (file && fgets(line, sizeof line, file))
        print_error("%s", line);
    if (file)
        fclose(file);
}

/* The exit status of `minutebook --store FOLDER/store WORDS...`; where it is not STATUS, what it said. */
static int run_watched(const char *folder, int status, const char *const *words, void (*planted)(void))
{
    void *local = talloc_new(NULL);
    char *arguments[WORDS_MAX + 4] = {mem_strdup(local, "minutebook"), mem_strdup(local, "--store"),
                                      mem_printf(local, "%s/store", folder)};
    char *log = mem_printf(local, "%s/log", folder);
    int n = 3, ended;
    for (; words[n - 3]; n++)
        arguments[n] = mem_strdup(local, words[n - 3]);
    unlink(log);
    pid_t pid = fork();
    if (pid == 0)
        child_run(log, n, arguments, planted);
    assert_int_equal(waitpid(pid, &ended, 0), pid);
    assert_true(WIFEXITED(ended));
    if (WEXITSTATUS(ended) != status)
        print_log(log);
    talloc_free(local);
    return WEXITSTATUS(ended);
}

/* A folder of the test's own. */
static char *home_new(void *parent)
{
    char *home = mem_printf(parent, "%s/tests/fault/leaks-XXXXXX", test_env("MINUTEBOOK_BUILDDIR"));
    assert_non_null(mkdtemp(home));
    setenv("HOME", home, 1);
    setenv("XDG_DATA_HOME", home, 1);
    setenv("MINUTEBOOK_AS_AT", "2025-11-12", 1);
    setenv("MINUTEBOOK_DATADIR", mem_printf(parent, "%s/assets", test_env("MINUTEBOOK_SRCDIR")), 1);
    return home;
}

static void home_remove(const char *home)
{
    pid_t pid = fork();
    if (pid == 0) {
        execl("/bin/rm", "rm", "-rf", home, (char *)NULL);
        _exit(127);
    }
    waitpid(pid, NULL, 0);
}

#define CALL(status, ...) {status, {__VA_ARGS__}}
static const struct {
    int status;
    const char *words[WORDS_MAX];
} calls[] = {
    CALL(0, "--version"), CALL(0, "--help"), CALL(2, "nonsense"), CALL(2, "--nonsense"), CALL(0, "search", "--help"),
    CALL(0, "meetings"), /* before there is a store */
    CALL(3, "import", "/nonexistent/paper"), CALL(0, "import", "--dry-run", "PAPERS"),
    CALL(0, "import", "--dry-run", "--format", "json", "PAPERS"), CALL(0, "import", "PAPERS"), CALL(0, "import", "PAPERS"),
    CALL(0, "import", "--again", "PAPERS"), CALL(0, "meetings"), CALL(0, "meetings", "--format", "csv"),
    CALL(0, "meetings", "--format", "json"), CALL(0, "show", "last"), CALL(0, "show", "last/@1"),
    CALL(0, "show", "last", "--format", "json"), CALL(2, "show", "nothing-like-it"), CALL(0, "programme"),
    CALL(0, "programme", "--format", "json"), CALL(0, "search", "school"), CALL(0, "search", "school", "--format", "json"),
    CALL(1, "search", "zeppelin"), CALL(2, "search", "\"school", "-bus"), CALL(0, "search", "school", "-bus"),
    CALL(0, "action", "add", "last/@1", "Chairman > Members: figures; by 16 Nov"), CALL(2, "action", "add"),
    CALL(0, "actions"), CALL(0, "actions", "--format", "json"), CALL(0, "actions", "--format", "csv"),
    CALL(2, "action", "complete", "9/9"), CALL(0, "undo"), CALL(0, "redo"),
    CALL(0, "export", "meetings"), CALL(0, "export", "programme"), CALL(0, "export", "actions", "--format", "tsv"),
    CALL(0, "backup"), CALL(0, "check"), CALL(0, "keys"), CALL(0, "--demo", "meetings"), CALL(0, "--read-only", "meetings"),
    CALL(0), /* the overview, for there is no terminal on stdout */
};

static void every_subcommand_ends_with_everything_freed(void **state)
{
    char *home = home_new(*state), *papers = mem_printf(*state, "%s/assets/sample/papers", test_env("MINUTEBOOK_SRCDIR"));
    bool clean = true;
    for (size_t i = 0; i < MB_LENGTH(calls); i++) {
        const char *words[WORDS_MAX + 1] = {0};
        for (int j = 0; calls[i].words[j]; j++)
            words[j] = strcmp(calls[i].words[j], "PAPERS") == 0 ? papers : calls[i].words[j];
        int ended = run_watched(home, calls[i].status, words, NULL);
        if (ended == calls[i].status)
            continue;
        print_error("%s %s...: exit %d instead of %d\n", words[0] ? words[0] : "", words[0] && words[1] ? words[1] : "", ended, calls[i].status);
        clean = false;
    }
    home_remove(home);
    assert_true(clean);
}

static void leak_a_block(void)
{
    (void)mem_strdup(NULL, "planted");
}

static void leak_a_file(void)
{
    (void)!open("/dev/null", O_RDONLY);
}

static void leak_a_connection(void)
{
    static sqlite3 *db;
    (void)sqlite3_open(":memory:", &db);
}

static void what_is_left_on_purpose_is_seen(void **state)
{
    static void (*const planted[])(void) = {leak_a_block, leak_a_file, leak_a_connection};
    char *home = home_new(*state);
    assert_int_equal(run_watched(home, 0, (const char *const[]){"--version", NULL}, NULL), 0);
    for (size_t i = 0; i < MB_LENGTH(planted); i++)
        assert_int_equal(run_watched(home, LEFT, (const char *const[]){"--version", NULL}, planted[i]), LEFT);
    home_remove(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(every_subcommand_ends_with_everything_freed),
        TEST_CASE(what_is_left_on_purpose_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
