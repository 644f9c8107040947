/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* typing MINUTEBOOK SMALLEST STORE [PAPERS]: the browser on a store that passages made, in a terminal. From exec to the full screen; then
 * each letter of words typed at the prompt that finds, to the last byte that it painted: echo, places and their count; then the same while
 * another process imports the folder PAPERS into the same store; and the memory that the browser had at most. STORE is changed where PAPERS is given. */
#include "config.h"

#include "bench/figures.h"
#include "bench/watch.h"
#include "bench/words.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define STARTS 20
#define LINES_TYPED 60
#define VOCABULARY 76000 /* as passages has it */
#define FRAME_MS 16.0
#define SMALLEST "smallest curses program"
#define DAY "2024-01-10" /* behind all meetings: what stands in the past is not looked through anew */

struct bench {
    const char *const *browser, *const *smallest;
    const char *minutebook, *store, *papers; /* PAPERS NULL: no import */
};

static void give_up(const char *what, const struct watch *watch)
{
    fprintf(stderr, "typing: %s\n", what);
    if (watch && watch->n)
        fwrite(watch->seen, 1, watch->n < 4000 ? watch->n : 4000, stderr);
    exit(1);
}

static void time_start(const struct bench *bench)
{
    static struct samples ours, least;
    for (int i = 0; i <= STARTS; i++) {
        struct watch watch;
        double mine = watch_start(&watch, bench->browser);
        watch_end(&watch);
        double other = watch_start(&watch, bench->smallest);
        watch_end(&watch);
        if (i == 0)
            continue;
        samples_add(&ours, mine);
        samples_add(&least, other);
    }
    double a = samples_median(&ours), b = samples_median(&least);
    figure("exec to full screen", a / b, SMALLEST, "<= 2.5", "%.2f (p99 %.2f) / %.2f ms", a, samples_p99(&ours), b);
}

/* Is the process that IMPORT started over? */
static bool is_over(pid_t import)
{
    return import > 0 && waitpid(import, NULL, WNOHANG) == import;
}

static pid_t start_import(const struct bench *bench)
{
    pid_t pid = fork();
    if (pid == 0) {
        int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execl(bench->minutebook, bench->minutebook, "--store", bench->store, "import", bench->papers, (char *)NULL);
        _exit(127);
    }
    return pid;
}

/* Each key of LINES_TYPED lines; while an import runs: only until it is over. */
static void type_lines(struct watch *watch, pid_t import, struct samples *keys)
{
    words_begin(VOCABULARY, 11);
    for (int i = 0; i < LINES_TYPED; i++) {
        char line[64];
        snprintf(line, sizeof line, "%s %s", word_of_rank(43 + (size_t)chance_below(2000)), word_of_rank(43 + (size_t)chance_below(15000)));
        watch_type(watch, "f");
        for (const char *key = line; *key; key++) {
            if (is_over(import))
                return;
            watch_forget(watch);
            samples_add(keys, watch_type(watch, (char[]){*key, '\0'}));
        }
        watch_type(watch, "\003");
    }
    if (import > 0) {
        kill(import, SIGTERM);
        waitpid(import, NULL, 0);
    }
}

static void time_typing(const struct bench *bench)
{
    static struct samples alone, beside, least;
    struct watch watch;
    watch_start(&watch, bench->smallest);
    for (int i = 0; i < 200; i++)
        samples_add(&least, watch_type(&watch, "x"));
    watch_end(&watch);
    watch_start(&watch, bench->browser);
    type_lines(&watch, 0, &alone);
    if (alone.n == 0)
        give_up("no key changed anything", &watch);
    double median = samples_median(&alone), p99 = samples_p99(&alone), smallest = samples_median(&least);
    figure("typed key to painted answer", median / smallest, SMALLEST, "<= 8.2", "%.2f / %.2f ms, %d keys, %d changed nothing", median, smallest,
           alone.n, alone.missing);
    figure("   its p99", p99 / FRAME_MS, "a frame of 16 ms", "<= 0.25", "%.2f ms, the longest %.2f", p99, alone.at[alone.n - 1]);
    if (bench->papers)
        type_lines(&watch, start_import(bench), &beside);
    if (beside.n) {
        double busy = samples_p99(&beside);
        figure("   the same while an import runs, median", samples_median(&beside) / median, "alone", "-", "%.2f ms, %d keys", samples_median(&beside), beside.n);
        figure("   the same while an import runs, p99", busy / p99, "alone", "<= 3", "%.2f ms, the longest %.2f", busy, beside.at[beside.n - 1]);
    }
    figure("resident memory at most", (double)watch_resident(&watch, true) / 1024 / 24, "24 MiB", "<= 1", "%.1f MiB", (double)watch_resident(&watch, true) / 1024);
    watch_end(&watch);
}

int main(int argc, char **argv)
{
    if (argc < 4 || argc > 5) {
        fputs("usage: typing MINUTEBOOK SMALLEST STORE [PAPERS]\n", stderr);
        return 2;
    }
    const char *const browser[] = {argv[1], "--store", argv[3], "--as-at", DAY, NULL}, *const smallest[] = {argv[2], NULL};
    struct bench bench = {.browser = browser, .smallest = smallest, .minutebook = argv[1], .store = argv[3], .papers = argc == 5 ? argv[4] : NULL};
    time_start(&bench);
    time_typing(&bench);
    return 0;
}
