/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Imports: some pages, a folder of two thousand, memory as a folder grows. Stores are made anew each time; what is
 * measured together runs in turns. */
#include "config.h"

#include "bench/imports.h"

#include "bench/figures.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define IMPORTS 5
#define FOLDER_IMPORTS 3
#define BARE "bare FTS5 insert"

void give_up(const char *what, const struct watch *watch)
{
    fprintf(stderr, "bench: %s\n", what);
    if (watch && watch->n)
        fwrite(watch->seen, 1, watch->n < 4000 ? watch->n : 4000, stderr);
    exit(1);
}

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
static const char **insert_words(const struct import_bench *bench, const char *database, double *bytes)
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

/* What a program took, over its runs. */
struct costs {
    struct samples wall, cpu;
    long resident;
};

static void costs_add(struct costs *costs, struct cost cost, const char *failed)
{
    if (!cost.ok)
        give_up(failed, NULL);
    samples_add(&costs->wall, cost.wall);
    samples_add(&costs->cpu, cost.cpu);
    costs->resident = cost.resident > costs->resident ? cost.resident : costs->resident;
}

static void figure_costs(const char *what, struct costs *ours, struct costs *theirs, const char *of, const char *more)
{
    char name[64];
    double mine = samples_median(&ours->cpu), other = samples_median(&theirs->cpu);
    snprintf(name, sizeof name, "%s: CPU", what);
    figure(name, mine / other, of, "-", "%.0f / %.0f ms%s", mine, other, more);
    mine = samples_median(&ours->wall), other = samples_median(&theirs->wall);
    snprintf(name, sizeof name, "%s: wall", what);
    figure(name, mine / other, of, "-", "%.0f / %.0f ms", mine, other);
}

static void bench_pages(const struct import_bench *bench)
{
    char store[4096], bare[4096], more[64];
    snprintf(store, sizeof store, "%s/import.db", bench->scratch);
    snprintf(bare, sizeof bare, "%s/bare.db", bench->scratch);
    double text;
    const char **insert = insert_words(bench, bare, &text);
    const char *import[] = {bench->minutebook, "--store", store, "import", bench->papers, NULL};
    struct costs ours = {0}, least = {0};
    for (int i = 0; i < IMPORTS; i++) {
        remove_store(store);
        remove_store(bare);
        costs_add(&ours, run_to_end(import), "the import failed");
        costs_add(&least, run_to_end(insert), "the bare insert failed");
    }
    snprintf(more, sizeof more, " for %.2f MB of text", text / 1e6);
    figure_costs("import of the papers", &ours, &least, BARE, more);
    figure("import of the papers: resident memory", (double)ours.resident * 1024 / text, "the text", "-", "%.1f / %.1f MB", (double)ours.resident * 1024 / 1e6, text / 1e6);
    figure("the store on the disk", bytes_of(store) / text, "the text", "-", "%.1f / %.1f MB; bare %.1f", bytes_of(store) / 1e6, text / 1e6,
           bytes_of(bare) / 1e6);
    free(insert);
}

/* ---- a folder ------------------------------------------------------------------------------------------------- */

/* A configuration for FOLDER in CONF, and an index that is not yet there. */
static void make_recoll(const char *conf, const char *folder)
{
    char path[8192];
    snprintf(path, sizeof path, "%s/recoll.conf", conf);
    mkdir(conf, 0700);
    FILE *file = fopen(path, "we");
    if (!file || fprintf(file, "topdirs = %s\ndbdir = xapiandb\nloglevel = 1\nlogfilename = %s/log\n", folder, conf) < 0 || fclose(file) != 0)
        give_up("recoll's configuration cannot be written", NULL);
}

/* An import of the 2,000 beside the same text in one FTS5 table, and beside recollindex where it is installed. */
static void bench_folder(const struct import_bench *bench)
{
    char store[4096], bare[4096], conf[4096], papers[4096], more[64];
    snprintf(store, sizeof store, "%s/folder.db", bench->scratch);
    snprintf(bare, sizeof bare, "%s/folder-bare.db", bench->scratch);
    snprintf(papers, sizeof papers, "%s/2000", bench->folders);
    struct import_bench folder = *bench;
    folder.papers = papers;
    double text;
    const char **insert = insert_words(&folder, bare, &text);
    const char *import[] = {bench->minutebook, "--store", store, "import", papers, NULL};
    const char *recoll[] = {"/usr/bin/recollindex", "-c", conf, "-z", NULL};
    bool has_recoll = access(recoll[0], X_OK) == 0;
    struct costs ours = {0}, least = {0}, theirs = {0};
    for (int i = 0; i < FOLDER_IMPORTS; i++) {
        remove_store(store);
        remove_store(bare);
        costs_add(&ours, run_to_end(import), "the import failed");
        costs_add(&least, run_to_end(insert), "the bare insert failed");
        snprintf(conf, sizeof conf, "%s/recoll-%d", bench->scratch, i);
        if (has_recoll) {
            make_recoll(conf, papers);
            costs_add(&theirs, run_to_end(recoll), "recollindex failed");
        }
    }
    snprintf(more, sizeof more, " for %.1f MB of text", text / 1e6);
    figure_costs("a folder of 2,000 pages", &ours, &least, BARE, more);
    if (has_recoll)
        figure_costs("a folder of 2,000 pages", &ours, &theirs, "recollindex", "");
    else
        printf("recollindex is not installed (package recollcmd): nothing is measured beside it\n");
    free(insert);
}

/* The most that an import needs as its folder grows, beside that of the smallest one. */
static void bench_growth(const struct import_bench *bench)
{
    static const int sizes[] = {250, 500, 1000, 2000};
    char store[4096], papers[4096], name[64];
    double least = 0;
    snprintf(store, sizeof store, "%s/growth.db", bench->scratch);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        snprintf(papers, sizeof papers, "%s/%d", bench->folders, sizes[i]);
        remove_store(store);
        const char *import[] = {bench->minutebook, "--store", store, "import", papers, NULL};
        struct cost cost = run_to_end(import);
        if (!cost.ok)
            give_up("the import failed", NULL);
        double most = (double)cost.resident / 1024;
        least = i == 0 ? most : least;
        snprintf(name, sizeof name, "a folder of %d pages: resident memory", sizes[i]);
        figure(name, most / least, "the same, 250 pages", "flat", "%.1f / %.1f MiB", most, least);
    }
}

void bench_import(const struct import_bench *bench)
{
    bench_pages(bench);
    bench_folder(bench);
    bench_growth(bench);
}
