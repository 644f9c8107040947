/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Start: what the program was called with, which store, which day; then a face. */
#include "config.h"

#include <minutebook/box.h>
#include <minutebook/cli.h>
#include <minutebook/export_take.h>
#include <minutebook/terminal.h>

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* The papers are UTF-8, so is the screen, whatever the locale (reliability.md 3). */
static void set_locale(void)
{
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

/* A full disk and a closed pipe are errors that a call returns, not deaths (reliability.md 2.8). */
static void ignore_signals(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

/* The civil day on this computer's clock: the only place that asks it. */
static struct date today(void)
{
    time_t now = time(NULL);
    struct tm day;
    localtime_r(&now, &day);
    return (struct date){day.tm_year + 1900, day.tm_mon + 1, day.tm_mday};
}

static void time_of_day(char out[TIME_OF_DAY])
{
    time_t now = time(NULL);
    struct tm day;
    localtime_r(&now, &day);
    (void)strftime(out, TIME_OF_DAY, "%H:%M", &day);
}

static bool store_is_empty(const void *parent, const char *path)
{
    struct store *store;
    struct store_counts counts = {0};
    if (!store_exists(path))
        return true;
    if (store_open(parent, path, STORE_READ, &store, NULL) != STATUS_OK)
        return false; /* whoever opens it for work says what is wrong */
    enum status status = store_count(store, &counts, NULL);
    talloc_free(store);
    return status == STATUS_OK && counts.sources == 0;
}

/* The day of despatch is known once it is known which store is read. */
static int choose_despatch(struct program *program)
{
    struct err err;
    enum status status = cli_despatch(program, &err);
    if (status != STATUS_OK) {
        cli_complain(err.text);
        return status_exit_code(status);
    }
    if (!program->sample)
        program->own_as_at = program->as_at;
    return 0;
}

/* Which store and which day; 0 or the exit code after a complaint. */
static int choose(const void *parent, struct program *program, bool launched, bool store_named)
{
    const char *day = getenv("MINUTEBOOK_AS_AT");
    if (day && *day && !date_parse_iso(day, &program->today)) {
        cli_complain("MINUTEBOOK_AS_AT is not a day as YYYY-MM-DD");
        return status_exit_code(STATUS_USAGE);
    }
    if (!date_is_set(program->as_at))
        program->as_at = program->today;
    program->given_as_at = program->as_at;
    program->given_today = program->today;
    program->own_store_path = program->store_path;
    program->own_today = date_is_set(program->today) ? program->today : today();
    program->own_as_at = date_is_set(program->as_at) ? program->as_at : program->own_today;
    if (program->sample || (launched && !store_named && store_is_empty(parent, program->store_path))) {
        struct err err;
        enum status status = cli_sample(parent, program, cli_tell_sample, NULL, &err);
        if (status != STATUS_OK) {
            cli_complain(err.text);
            return status_exit_code(status);
        }
    }
    if (!date_is_set(program->as_at))
        program->as_at = program->own_as_at;
    if (!date_is_set(program->today))
        program->today = program->own_today;
    return program->as_at_despatch ? choose_despatch(program) : 0;
}

static int run(const void *parent, int argc, char **argv)
{
    const char *launcher = getenv("MINUTEBOOK_LAUNCHER");
    struct program program = {.spelling = launcher && *launcher ? launcher : "minutebook",
                              .open_sample = cli_sample,
                              .time_of_day = time_of_day};
    bool done = false;
    int used = cli_options(parent, argc, argv, &program, &done);
    if (used < 0)
        return status_exit_code(STATUS_USAGE);
    if (done)
        return 0;
    program.rules_folder = settings_beside(parent, &program, "rules");
    program.words_folder = settings_beside(parent, &program, "words");
    bool store_named = program.store_path != NULL;
    if (!store_named)
        program.store_path = store_default_path(parent);
    int exit_code = choose(parent, &program, launcher && used == argc, store_named);
    if (exit_code != 0)
        return exit_code;
    if (program.script_path && (used < argc || !terminal_available())) {
        cli_complain("--script plays in the browser, which needs a terminal and no subcommand");
        return status_exit_code(STATUS_USAGE);
    }
    if (used < argc)
        return cli_run(&program, argc - used, argv + used);
    return terminal_available() ? terminal_run(&program) : cli_overview(&program);
}

int main(int argc, char **argv)
{
    const struct box_worker workers[] = {*intake_worker(), *take_worker()};
    box_serve(argc, argv, workers, MB_LENGTH(workers));
    umask(077); /* before any file is made: a member's notes are nobody else's (reliability.md 2.1) */
    set_locale();
    ignore_signals();
    void *top = talloc_named_const(NULL, 0, "minutebook");
    int exit_code = run(top, argc, argv);
    talloc_free(top);
    return exit_code;
}
