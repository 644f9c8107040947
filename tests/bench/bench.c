/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* bench MINUTEBOOK SMALLEST INSERT SAMPLE DAY LARGE DAY PAPERS SCRATCH: the figures of tests/bench/bench.sh, which makes
 * the stores. Each pair is measured in turns, so that what else the machine does falls on both. A figure
 * is only printed where the screen showed what it was meant to show. */
#include "config.h"

#include "bench/figures.h"
#include "bench/watch.h"

#include <glob.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STARTS 40
#define KEYS 200
#define IMPORTS 5
#define FRAME_MS 16.0
#define SMALLEST "smallest curses program"

struct subject {
    const char *name;
    const char *argv[8];
    double resident; /* KiB at most, after all its keys */
};
struct bench {
    const char *minutebook, *insert, *papers, *scratch;
    const char *smallest_argv[2];
    struct subject subjects[2];
};

static void give_up(const char *what, const struct watch *watch)
{
    fprintf(stderr, "bench: %s\n", what);
    if (watch && watch->n)
        fwrite(watch->seen, 1, watch->n < 4000 ? watch->n : 4000, stderr);
    exit(1);
}

/* ---- exec to full screen ------------------------------------------------------------------------------ */

static double start_once(const char *const *argv, const char *needle)
{
    struct watch watch;
    double ms = watch_start(&watch, argv);
    if (ms < 0 || !strstr(watch.seen, needle))
        give_up("the first screen is not the one expected", &watch);
    watch_end(&watch);
    return ms;
}

static void bench_start(const struct bench *bench, const struct subject *subject)
{
    struct samples ours = {0}, least = {0};
    char name[64];
    for (int i = 0; i < STARTS + 2; i++) {
        double mine = start_once(subject->argv, "Desk"), other = start_once(bench->smallest_argv, "smallest curses");
        if (i < 2)
            continue; /* warm-up */
        samples_add(&ours, mine);
        samples_add(&least, other);
    }
    double median = samples_median(&ours), median_least = samples_median(&least);
    snprintf(name, sizeof name, "%s: exec to full screen", subject->name);
    figure(name, median / median_least, SMALLEST, "<= 2.5", "%.2f (p99 %.2f) / %.2f (p99 %.2f) ms", median, samples_p99(&ours),
           median_least, samples_p99(&least));
}

/* ---- key to painted screen ------------------------------------------------------------------------------ */

/* A session: BEFORE leads to where NEEDLE stands; then each character of KEYS is timed, AFTER_EACH typed
 * untimed; with the last one AFTER is typed untimed and it begins again with AGAIN. */
static const struct session {
    const char *name, *reach, *before, *needle, *keys, *after_each, *after, *again;
} sessions[] = {
    {"j and k on the Desk", "<= 3.3 (1)", "", "Desk", "jjjjjjjjkkkkkkkk", "", "", ""},
    {"] and [ in a meeting", "<= 3.3 (1)", "\r", "Minute", "]]]]]][[[[[[", "", "", ""},
    {"Tab in a meeting", "<= 3.3 (1)", "\r", "Minute", "\t\t\t\t", "", "", ""},
    {"A, the list of follow-ups", "-", "", "Desk", "A", "q", "", ""},
    {"a letter typed into find", "<= 3.3 (1)", "f", "find:", "school transport grants", "", "\003", "f"},
    {"Enter after a word typed into find", "<= 8.2 (1)", "fschool", "school", "\r", "", "q", "fschool"},
};

static void time_keys(struct watch *ours, struct watch *least, const struct session *session, struct samples *mine, struct samples *other)
{
    for (int i = 0; i < KEYS;) {
        for (const char *key = session->keys; *key && i < KEYS; key++, i++) {
            samples_add(mine, watch_type(ours, (char[]){*key, '\0'}));
            samples_add(other, watch_type(least, "x"));
            if (*session->after_each)
                watch_type(ours, session->after_each);
            watch_forget(ours);
            watch_forget(least);
        }
        if (*session->after)
            watch_type(ours, session->after);
        if (*session->again)
            watch_type(ours, session->again);
    }
}

static void bench_keys(const struct bench *bench, struct subject *subject, const struct session *session)
{
    struct watch ours, least;
    struct samples mine = {0}, other = {0};
    char name[96], missing[48] = "";
    watch_start(&ours, subject->argv);
    watch_start(&least, bench->smallest_argv);
    if (*session->before)
        watch_type(&ours, session->before);
    if (!ours.seen || !strstr(ours.seen, session->needle))
        give_up(session->name, &ours);
    time_keys(&ours, &least, session, &mine, &other);
    double resident = (double)watch_resident(&ours, true);
    if (resident > subject->resident)
        subject->resident = resident;
    watch_end(&ours);
    watch_end(&least);
    double median = samples_median(&mine), median_least = samples_median(&other), p99 = samples_p99(&mine);
    if (mine.missing)
        snprintf(missing, sizeof missing, "; %d of %d changed nothing", mine.missing, KEYS);
    snprintf(name, sizeof name, "%s: %s", subject->name, session->name);
    figure(name, median / median_least, SMALLEST, session->reach, "%.2f (p99 %.2f) / %.2f (p99 %.2f) ms%s", median, p99, median_least,
           samples_p99(&other), missing);
    figure("   its p99", p99 / FRAME_MS, "a frame of 16 ms", "<= 0.25", "%.2f / %.0f ms", p99, FRAME_MS);
}

/* ---- resident memory --------------------------------------------------------------------------------------- */

static void bench_memory(const struct bench *bench)
{
    const struct subject *small = &bench->subjects[0], *large = &bench->subjects[1];
    struct watch watch;
    watch_start(&watch, bench->smallest_argv);
    double least = (double)watch_resident(&watch, true);
    watch_end(&watch);
    if (least <= 0)
        return; /* no /proc here */
    for (int i = 0; i < 2; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s: resident memory at most", bench->subjects[i].name);
        figure(name, bench->subjects[i].resident / least, SMALLEST, "<= 24 MiB", "%.1f / %.1f MiB", bench->subjects[i].resident / 1024,
               least / 1024);
    }
    figure("resident memory, large store", large->resident / small->resident, "the same, sample store", "flat", "%.1f / %.1f MiB",
           large->resident / 1024, small->resident / 1024);
}

/* ---- import ---------------------------------------------------------------------------------------------------- */

static void remove_store(const char *path)
{
    static const char *const suffixes[] = {"", "-wal", "-shm", "-journal", ".lock", ".import"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        char name[4096];
        snprintf(name, sizeof name, "%s%s", path, suffixes[i]);
        unlink(name);
    }
}

static double bytes_of(const char *path)
{
    struct stat what;
    return stat(path, &what) == 0 ? (double)what.st_size : 0;
}

/* insert DATABASE FILE...; on the heap, ended by NULL. */
static const char **insert_words(const struct bench *bench, const char *database, double *bytes)
{
    char pattern[4096];
    glob_t found = {0}; /* lives as long as the program */
    snprintf(pattern, sizeof pattern, "%s/*.txt", bench->papers);
    if (glob(pattern, 0, NULL, &found) != 0)
        give_up("no papers", NULL);
    const char **words = calloc(found.gl_pathc + 3, sizeof *words);
    if (!words)
        abort();
    words[0] = bench->insert;
    words[1] = database;
    *bytes = 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        words[i + 2] = found.gl_pathv[i];
        *bytes += bytes_of(found.gl_pathv[i]);
    }
    return words;
}

static void bench_import(const struct bench *bench)
{
    char store[4096], bare[4096];
    snprintf(store, sizeof store, "%s/import.db", bench->scratch);
    snprintf(bare, sizeof bare, "%s/bare.db", bench->scratch);
    double text;
    const char **insert = insert_words(bench, bare, &text);
    const char *import[] = {bench->minutebook, "--store", store, "import", bench->papers, NULL};
    struct samples wall = {0}, cpu = {0}, bare_wall = {0}, bare_cpu = {0};
    long resident = 0;
    for (int i = 0; i < IMPORTS; i++) {
        remove_store(store);
        remove_store(bare);
        struct cost ours = run_to_end(import), least = run_to_end(insert);
        if (!ours.ok || !least.ok)
            give_up(ours.ok ? "the bare insert failed" : "the import failed", NULL);
        samples_add(&wall, ours.wall);
        samples_add(&cpu, ours.cpu);
        samples_add(&bare_wall, least.wall);
        samples_add(&bare_cpu, least.cpu);
        resident = ours.resident > resident ? ours.resident : resident;
    }
    double mine = samples_median(&cpu), other = samples_median(&bare_cpu);
    figure("import of the papers: CPU", mine / other, "bare FTS5 insert", "-", "%.0f / %.0f ms for %.2f MB of text", mine, other, text / 1e6);
    mine = samples_median(&wall), other = samples_median(&bare_wall);
    figure("import of the papers: wall", mine / other, "bare FTS5 insert", "-", "%.0f / %.0f ms", mine, other);
    figure("import of the papers: resident memory", (double)resident * 1024 / text, "the text", "-", "%.1f / %.1f MB", (double)resident * 1024 / 1e6, text / 1e6);
    figure("the store on the disk", bytes_of(store) / text, "the text", "-", "%.1f / %.1f MB; bare %.1f", bytes_of(store) / 1e6, text / 1e6,
           bytes_of(bare) / 1e6);
}

int main(int argc, char **argv)
{
    if (argc != 10) {
        fputs("usage: bench MINUTEBOOK SMALLEST INSERT SAMPLE DAY LARGE DAY PAPERS SCRATCH; run it by `make bench`\n", stderr);
        return 2;
    }
    struct bench bench = {.minutebook = argv[1], .insert = argv[3], .papers = argv[8], .scratch = argv[9], .smallest_argv = {argv[2]}};
    bench.subjects[0] = (struct subject){.name = "sample", .argv = {argv[1], "--store", argv[4], "--as-at", argv[5]}};
    bench.subjects[1] = (struct subject){.name = "large", .argv = {argv[1], "--store", argv[6], "--as-at", argv[7]}};
    figure_head();
    for (int i = 0; i < 2; i++)
        bench_start(&bench, &bench.subjects[i]);
    for (int i = 0; i < 2; i++)
        for (size_t j = 0; j < sizeof sessions / sizeof *sessions; j++)
            bench_keys(&bench, &bench.subjects[i], &sessions[j]);
    bench_memory(&bench);
    bench_import(&bench);
    return 0;
}
