/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* bench MINUTEBOOK SMALLEST INSERT SAMPLE DAY LARGE DAY PAPERS SCRATCH FOLDERS: the figures of tests/bench/bench.sh, which makes
 * the stores. Each pair is measured in turns, so that what else the machine does falls on both. A figure
 * is only printed where the screen showed what it was meant to show. */
#include "config.h"

#include "bench/figures.h"
#include "bench/imports.h"
#include "bench/watch.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define STARTS 40
#define KEYS 200
#define SWEEP_KEYS 100 /* while the meetings of the large store are looked through */
#define WAITS_MAX 10   /* until that has begun */
#define FRAME_MS 16.0
#define SMALLEST "smallest curses program"

struct subject {
    const char *name;
    const char *argv[8];
    double resident; /* KiB at most, after all its keys */
};
struct bench {
    const char *smallest_argv[2];
    struct subject subjects[2];
};

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
 * untimed; with the last one AFTER is typed untimed and it begins again with AGAIN. NEEDLE is of words that stand where others
 * stood altogether: of a prompt only the letters that differ from what was there are sent. */
static const struct session {
    const char *name, *reach, *before, *needle, *keys, *after_each, *after, *again;
} sessions[] = {
    {"j and k on the Desk", "<= 3.3 (1)", "", "Desk", "jjjjjjjjkkkkkkkk", "", "", ""},
    {"] and [ in a meeting", "<= 3.3 (1)", "\r", "Minute", "]]]]]][[[[[[", "", "", ""},
    {"Tab in a meeting", "<= 3.3 (1)", "\r", "Minute", "\t\t\t\t", "", "", ""},
    {"A, the list of follow-ups", "-", "", "Desk", "A", "q", "", ""},
    {"a letter typed into find", "<= 3.3 (1)", "f", "a phrase", "school transport grants", "", "\003", "f"},
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

/* ---- while minutes are looked through anew ----------------------------------------------------------------- */

/* A rule of the member's own, which no paper meets: all meetings are looked through anew. False where it cannot be written. */
static bool write_own_rule(const char *scratch)
{
    static const char *const steps[] = {"/minutebook", "/minutebook/rules"};
    char path[4096];
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        snprintf(path, sizeof path, "%s%s", scratch, steps[i]);
        if (mkdir(path, 0700) != 0 && errno != EEXIST)
            return false;
    }
    snprintf(path, sizeof path, "%s/minutebook/rules/own.rules", scratch);
    FILE *out = fopen(path, "we");
    bool written = out && fputs("rule own-kites\n  class action\n  confidence 60\n  pattern (?<deed>would fly a kite)\n  example The Chairman would fly a kite.\n", out) >= 0;
    return out && fclose(out) == 0 && written;
}

/* The keys j and k on the Desk of the large store: idle, then while its meetings are looked through in the background. */
static void bench_sweeping(const struct bench *bench, const char *scratch)
{
    struct samples of[2] = {{.n = 0}, {.n = 0}};
    for (int sweeping = 0; sweeping < 2; sweeping++) {
        struct watch watch;
        if (sweeping && !write_own_rule(scratch))
            return;
        const char *const *large = bench->subjects[1].argv, *const argv[] = {large[0], large[1], large[2], NULL}; /* today: nothing is changed in the past */
        watch_start(&watch, argv);
        for (int i = 0; sweeping && !(watch.seen && strstr(watch.seen, "Looking for follow-ups")); i++) {
            if (i == WAITS_MAX)
                give_up("nothing is looked through", &watch);
            watch_type(&watch, ""); /* it begins when no key has come for a while */
        }
        for (int i = 0; i < SWEEP_KEYS; i++) {
            watch_forget(&watch);
            samples_add(&of[sweeping], watch_type(&watch, i / 8 % 2 ? "k" : "j"));
        }
        watch_end(&watch);
    }
    double idle = samples_median(&of[0]), busy = samples_median(&of[1]);
    figure("large: j and k while minutes are looked through", busy / idle, "the same, idle", "-", "%.2f (p99 %.2f) / %.2f (p99 %.2f) ms", busy, samples_p99(&of[1]), idle,
           samples_p99(&of[0]));
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

int main(int argc, char **argv)
{
    if (argc != 11) {
        fputs("usage: bench MINUTEBOOK SMALLEST INSERT SAMPLE DAY LARGE DAY PAPERS SCRATCH FOLDERS; run it by `make bench`\n", stderr);
        return 2;
    }
    struct bench bench = {.smallest_argv = {argv[2]}};
    bench.subjects[0] = (struct subject){.name = "sample", .argv = {argv[1], "--store", argv[4], "--as-at", argv[5]}};
    bench.subjects[1] = (struct subject){.name = "large", .argv = {argv[1], "--store", argv[6], "--as-at", argv[7]}};
    figure_head();
    for (int i = 0; i < 2; i++)
        bench_start(&bench, &bench.subjects[i]);
    for (int i = 0; i < 2; i++)
        for (size_t j = 0; j < sizeof sessions / sizeof *sessions; j++)
            bench_keys(&bench, &bench.subjects[i], &sessions[j]);
    bench_memory(&bench);
    bench_sweeping(&bench, argv[9]);
    bench_import(&(struct import_bench){argv[1], argv[3], argv[8], argv[9], argv[10]});
    return 0;
}
