/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* search STORE ...: stores that passages made, the smallest first. How long a search takes in the process itself: for each kind of query to
 * a screenful with its snippets, and to the count of all places; then each key of typed words. Beside it, on the same tables and for the
 * same words, FTS5's own way: ORDER BY rank with its snippet(). What is drawn is drawn by the same chance for each store. */
#include "config.h"

#include "bench/figures.h"
#include "bench/watch.h"
#include "bench/words.h"

#include <minutebook/search.h>
#include <minutebook/search_words.h>

#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VOCABULARY 76000 /* as passages has it */
#define SCREENFUL 20
#define SNIPPET_CELLS 150
#define OF_A_KIND 12 /* different queries */
#define TIMES 8      /* each */
#define LINES_TYPED 60
#define KEYS_TO_RANK 20 /* of so many keys one is answered FTS5's own way, too */
#define FRAME_MS 16.0

struct bench {
    const char *path;
    struct store *store;
    sqlite3 *plain;
    const struct related *related;
};

static void fail(const char *what, const char *why)
{
    fprintf(stderr, "search: %s: %s\n", what, why);
    exit(1);
}

/* ---- what is asked --------------------------------------------------------------------------------- */

static const char *between(int low, int high)
{
    return word_of_rank((size_t)low + (size_t)chance_below(high - low));
}

static char *rare(void *parent) { return mem_strdup(parent, between(20000, 70000)); }
static char *medium(void *parent) { return mem_strdup(parent, between(800, 1600)); }
static char *common(void *parent) { return mem_strdup(parent, between(0, 8)); }
static char *two_words(void *parent) { return mem_printf(parent, "%s %s", between(18, 42), between(300, 900)); }
static char *phrase(void *parent) { return mem_printf(parent, "\"%s %s\"", between(0, 8), between(0, 30)); }
static char *beginning(void *parent, int letters)
{
    return mem_printf(parent, "%.*s*", letters, between(43, 8000));
}
static char *one_letter(void *parent) { return beginning(parent, 1); }
static char *two_letters(void *parent) { return beginning(parent, 2); }
static char *three_letters(void *parent) { return beginning(parent, 3); }
static char *four_letters(void *parent) { return beginning(parent, 4); }
static char *six_letters(void *parent) { return beginning(parent, 6); }
static char *of_committee(void *parent) { return mem_printf(parent, "%s committee:\"Roads and Rivers Scrutiny Panel 2\"", between(18, 42)); }
static char *of_year(void *parent) { return mem_printf(parent, "%s date:%d", between(0, 42), 2006 + chance_below(15)); }
static char *of_kind(void *parent) { return mem_printf(parent, "%s kind:decision", between(18, 42)); }

static const struct {
    const char *name;
    char *(*make)(void *parent);
    enum search_order order;
} kinds[] = {
    {"rare word", rare, SEARCH_NEWEST},          {"medium word", medium, SEARCH_NEWEST},   {"very common word", common, SEARCH_NEWEST},
    {"two words", two_words, SEARCH_NEWEST},     {"phrase", phrase, SEARCH_NEWEST},        {"1 letter*", one_letter, SEARCH_NEWEST},
    {"2 letters*", two_letters, SEARCH_NEWEST},  {"3 letters*", three_letters, SEARCH_NEWEST}, {"4 letters*", four_letters, SEARCH_NEWEST},
    {"6 letters*", six_letters, SEARCH_NEWEST},  {"word, committee:", of_committee, SEARCH_NEWEST}, {"word, date:", of_year, SEARCH_NEWEST},
    {"word, kind:", of_kind, SEARCH_NEWEST},     {"medium word, best", medium, SEARCH_BEST}, {"very common word, best", common, SEARCH_BEST},
};

/* ---- ours ------------------------------------------------------------------------------------------ */

static struct search_wish wish_of(const struct bench *bench, enum search_order order, bool typing)
{
    return (struct search_wish){.limit = SCREENFUL, .order = order, .options = {.typing = typing, .related = bench->related, .forms = true}};
}

/* ms to the snippets of the first screenful; what FTS5 was asked in MATCH (may be NULL), a child of PARENT. */
static double to_screen(const struct bench *bench, const void *parent, const char *words, enum search_order order, bool typing,
                        const char **match)
{
    void *local = talloc_named_const(parent, 0, "screen");
    struct query *query;
    struct search_rows rows;
    struct err err;
    double begun = now_ms();
    enum status status = search_run(local, bench->store, words, wish_of(bench, order, typing), &query, &rows, &err);
    if (status != STATUS_OK && status != STATUS_NONE)
        fail(words, err.text);
    for (size_t i = 0; i < rows.n; i++)
        (void)snippet_make(local, &rows.at[i], query, SNIPPET_CELLS);
    double took = now_ms() - begun;
    if (match)
        *match = query->request.match ? mem_strdup(parent, query->request.match) : NULL;
    talloc_free(local);
    return took;
}

static double to_count(const struct bench *bench, const void *parent, const char *words)
{
    struct search_counts counts;
    struct err err;
    double begun = now_ms();
    enum status status = search_count(parent, bench->store, words, wish_of(bench, SEARCH_NEWEST, false), &counts, &err);
    if (status != STATUS_OK && status != STATUS_NONE)
        fail(words, err.text);
    return now_ms() - begun;
}

/* ---- FTS5's own way -------------------------------------------------------------------------------- */

static double ranked(const struct bench *bench, const char *match)
{
    static const char SQL[] =
        "SELECT rowid, title, snippet(f, 1, '[', ']', '...', 24) FROM f WHERE f MATCH ?1 ORDER BY rank LIMIT 20";
    sqlite3_stmt *statement;
    double begun = now_ms();
    if (sqlite3_prepare_v2(bench->plain, SQL, -1, &statement, NULL) != SQLITE_OK)
        fail(bench->path, sqlite3_errmsg(bench->plain));
    sqlite3_bind_text(statement, 1, match, -1, SQLITE_STATIC);
    while (sqlite3_step(statement) == SQLITE_ROW)
        ;
    sqlite3_finalize(statement);
    return now_ms() - begun;
}

/* ---- figures --------------------------------------------------------------------------------------- */

struct taken {
    struct samples screen, count, ranked;
};

static void time_kind(const struct bench *bench, size_t kind, struct taken *taken)
{
    *taken = (struct taken){0};
    words_begin(VOCABULARY, 100 + kind);
    for (int i = 0; i < OF_A_KIND; i++) {
        void *local = talloc_named_const(NULL, 0, "query");
        const char *match = NULL, *words = kinds[kind].make(local);
        (void)to_screen(bench, local, words, kinds[kind].order, false, &match);
        for (int k = 0; k < TIMES; k++) {
            samples_add(&taken->screen, to_screen(bench, local, words, kinds[kind].order, false, NULL));
            samples_add(&taken->count, to_count(bench, local, words));
        }
        samples_add(&taken->ranked, match ? ranked(bench, match) : -1);
        talloc_free(local);
    }
}

static void kind_figures(const struct bench *bench, size_t kind, double *before)
{
    static struct taken taken;
    time_kind(bench, kind, &taken);
    double screen = samples_median(&taken.screen), rank = samples_median(&taken.ranked);
    char growth[40] = "";
    if (before[kind] > 0)
        snprintf(growth, sizeof growth, ", %.2f times the smaller store's", screen / before[kind]);
    figure(kinds[kind].name, rank > 0 ? screen / rank : 0, "rank + snippet", "-", "%.2f ms, p99 %.2f%s; all counted %.2f, p99 %.2f", screen,
           samples_p99(&taken.screen), growth, samples_median(&taken.count), samples_p99(&taken.count));
    before[kind] = screen;
}

/* Every key of LINES_TYPED lines of two words each. */
static void typing_figures(const struct bench *bench, double *before)
{
    static struct samples ours, theirs;
    ours = theirs = (struct samples){0};
    words_begin(VOCABULARY, 7);
    for (int i = 0, key = 0; i < LINES_TYPED; i++) {
        void *local = talloc_named_const(NULL, 0, "line");
        const char *line = mem_printf(local, "%s %s", between(43, 3000), between(43, 20000));
        for (size_t n = 1; n <= strlen(line); n++, key++) {
            const char *match = NULL, *typed = mem_strndup(local, line, n);
            samples_add(&ours, to_screen(bench, local, typed, SEARCH_NEWEST, true, &match));
            if (match && key % KEYS_TO_RANK == 0)
                samples_add(&theirs, ranked(bench, match));
        }
        talloc_free(local);
    }
    double median = samples_median(&ours), p99 = samples_p99(&ours), rank = samples_median(&theirs);
    figure("keystroke, median", rank > 0 ? median / rank : 0, "rank + snippet", "<= 0.03", "%.3f ms of %d keys; %.2f", median, ours.n, rank);
    figure("keystroke, p99", p99 / FRAME_MS, "a frame of 16 ms", "<= 0.25", "%.2f ms; the longest %.2f", p99, ours.at[ours.n - 1]);
    if (*before > 0)
        figure("keystroke, median", median / *before, "the smaller store's", "<= 2", "%.3f ms, %.3f", median, *before);
    *before = median;
}

static void store_figures(const char *path, const struct related *related, double *before)
{
    struct bench bench = {.path = path, .related = related};
    struct err err;
    if (store_open(NULL, path, STORE_READ, &bench.store, &err) != STATUS_OK)
        fail(path, err.text);
    if (sqlite3_open_v2(path, &bench.plain, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        fail(path, sqlite3_errmsg(bench.plain));
    printf("\n%s\n", strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
    figure_head();
    for (size_t i = 0; i < MB_LENGTH(kinds); i++)
        kind_figures(&bench, i, before);
    typing_figures(&bench, &before[MB_LENGTH(kinds)]);
    sqlite3_close(bench.plain);
    talloc_free(bench.store);
}

int main(int argc, char **argv)
{
    double before[MB_LENGTH(kinds) + 1] = {0};
    struct strings faults = {0};
    setlocale(LC_ALL, "C.UTF-8");
    struct related *related = related_new(NULL, NULL, &faults);
    if (argc < 2) {
        fputs("usage: search STORE ...\n", stderr);
        return 2;
    }
    for (int i = 1; i < argc; i++)
        store_figures(argv[i], related, before);
    talloc_free(related);
    return 0;
}
