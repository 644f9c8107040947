/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How fast minutes are swept for follow-ups: sentences a second, of the texts named, each swept ROUNDS times as the minutes
 * of an item; beside it the same sentences looked through by the same patterns, one after the other, in our own matcher; and by
 * `pcre2grep -f`, where that is installed, with as many of the patterns as it takes (none of more than 8 KiB), all of rules
 * that are tried on prose: the others match any line.
 *
 *     sweep ROUNDS FILE... */
#include "config.h"

#include <minutebook/actions.h>

#include "src/actions/pattern.h"
#include "src/actions/rules.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static char *read_file(const void *parent, const char *path)
{
    FILE *file = fopen(path, "re");
    struct buf text;
    char piece[4096];
    size_t n;
    if (!file)
        return NULL;
    buf_init(&text, parent, BUF_MAX_DOCUMENT);
    while ((n = fread(piece, 1, sizeof piece, file)) > 0)
        buf_add(&text, piece, n);
    fclose(file);
    return buf_take(&text);
}

static size_t count_sentences(const char *text)
{
    struct sentence sentence;
    size_t at = 0, n = 0;
    while (sentence_next(text, strlen(text), &at, &sentence))
        n++;
    return n;
}

/* ---- beside it ---------------------------------------------------------------------------------------------- */

struct patterns {
    struct pattern **at;
    size_t n;
};

static struct patterns all_patterns(const void *parent, const struct rules *rules)
{
    struct patterns all = {0};
    struct err err;
    for (size_t i = 0; i < rules->n_of[RULE_FIND]; i++) {
        const struct rule *rule = rules->of[RULE_FIND][i];
        for (size_t k = 0; k < rule->patterns.n; k++) {
            char *text = NULL;
            struct pattern *pattern = NULL;
            if (rule_expand(parent, rules->source, rule->patterns.at[k].words, &text, &err) == STATUS_OK && pattern_new(parent, text, &pattern, &err) == STATUS_OK)
                *mem_append(parent, all.at, all.n) = pattern;
        }
    }
    return all;
}

/* Seconds for one look at every sentence by every pattern, as far as the first that matches. */
static double grep_all(const void *parent, const struct rules *rules, const struct meeting *meeting)
{
    struct patterns all = all_patterns(parent, rules);
    struct matcher *matcher = matcher_new(parent);
    struct sentence sentence;
    struct hit hit;
    double start = now();
    for (size_t i = 0; i < meeting->n_items; i++) {
        const char *text = meeting->items[i].minutes_text;
        for (size_t at = 0; text && sentence_next(text, strlen(text), &at, &sentence);) {
            size_t k = 0;
            while (k < all.n && !pattern_find(matcher, all.at[k], text + sentence.words.start, sentence.words.len, 0, &hit))
                k++;
        }
    }
    return now() - start;
}

/* ---- pcre2grep ---------------------------------------------------------------------------------------------- */

#define PCRE2GREP_PATTERN_MAX 8192 /* MAXPATLEN of its source */

/* The patterns it takes, a line each, names of groups allowed twice: how many of how many. */
static size_t write_patterns(const void *parent, const struct rules *rules, FILE *file, size_t *all)
{
    size_t written = 0;
    struct err err;
    for (size_t i = 0; i < rules->n_of[RULE_FIND]; i++) {
        const struct rule *rule = rules->of[RULE_FIND][i];
        bool prose = !rule->untracked && rule->places & (1u << PLACE_SAID);
        for (size_t k = 0; prose && k < rule->patterns.n; k++) {
            char *text = NULL;
            (*all)++;
            if (rule_expand(parent, rules->source, rule->patterns.at[k].words, &text, &err) != STATUS_OK || strlen(text) + 4 >= PCRE2GREP_PATTERN_MAX)
                continue;
            fprintf(file, "(?J)%s\n", text);
            written++;
        }
    }
    return written;
}

static size_t write_sentences(FILE *file, const struct meeting *meeting)
{
    size_t written = 0;
    struct sentence sentence;
    for (size_t i = 0; i < meeting->n_items; i++) {
        const char *text = meeting->items[i].minutes_text;
        for (size_t at = 0; text && sentence_next(text, strlen(text), &at, &sentence); written++) {
            const char *words = text + sentence.words.start;
            for (size_t k = 0; k < sentence.words.len; k++)
                fputc(words[k] == '\n' || words[k] == '\r' ? ' ' : words[k], file);
            fputc('\n', file);
        }
    }
    return written;
}

/* Seconds of processor time for all of SENTENCES; below 0: it is not installed, or failed. */
static double run_pcre2grep(const char *patterns, const char *sentences)
{
    struct rusage before, after;
    int status;
    fflush(NULL); /* the child writes none of it again */
    getrusage(RUSAGE_CHILDREN, &before);
    pid_t child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr))
            _exit(127);
        execlp("pcre2grep", "pcre2grep", "-c", "-i", "-u", "-f", patterns, sentences, (char *)NULL);
        _exit(127);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
        return -1;
    getrusage(RUSAGE_CHILDREN, &after);
    return (double)(after.ru_utime.tv_sec - before.ru_utime.tv_sec + after.ru_stime.tv_sec - before.ru_stime.tv_sec)
         + (double)(after.ru_utime.tv_usec - before.ru_utime.tv_usec + after.ru_stime.tv_usec - before.ru_stime.tv_usec) / 1e6;
}

/* What it takes to make the patterns is not counted, as for the sweep: SECONDS for SENTENCES of ours beside it. */
static void beside_pcre2grep(const void *parent, const struct rules *rules, const struct meeting *meeting, double seconds)
{
    char patterns[] = "/tmp/sweep-patterns-XXXXXX", sentences[] = "/tmp/sweep-sentences-XXXXXX";
    int of_patterns = mkstemp(patterns), of_sentences = mkstemp(sentences);
    FILE *to = of_patterns < 0 ? NULL : fdopen(of_patterns, "w"), *also = of_sentences < 0 ? NULL : fdopen(of_sentences, "w");
    size_t all = 0, taken = to ? write_patterns(parent, rules, to, &all) : 0, n = also ? write_sentences(also, meeting) : 0;
    if (to && also && fclose(to) == 0 && fclose(also) == 0 && n > 0) {
        double making = run_pcre2grep(patterns, "/dev/null"), took = run_pcre2grep(patterns, sentences) - making;
        if (making >= 0 && took > 0)
            printf("pcre2grep  the sweep takes %.2f of its time over the same sentences (%.0f a second, by the %zu of %zu patterns that it takes)\n",
                   seconds / took, (double)n / took, taken, all);
        else
            printf("pcre2grep  not at hand (Debian: pcre2-utils)\n");
    }
    unlink(patterns);
    unlink(sentences);
}

int main(int argc, char **argv)
{
    struct rules *rules;
    struct err err = {0};
    void *parent = talloc_new(NULL);
    setlocale(LC_ALL, "");
    if (rules_load(parent, NULL, &rules, &err) != STATUS_OK) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    long rounds = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    struct meeting meeting = {0};
    size_t sentences = 0, found = 0;
    for (int i = 2; i < argc; i++) {
        struct item *item = mem_append(parent, meeting.items, meeting.n_items);
        *item = (struct item){.position = i - 1, .minutes_text = read_file(parent, argv[i])};
        sentences += item->minutes_text ? count_sentences(item->minutes_text) : 0;
    }
    double start = 0;
    for (long i = 0; i <= rounds; i++) { /* the first is not counted: it makes the patterns */
        void *round = talloc_new(parent);
        struct swept swept;
        start = i == 1 ? now() : start;
        if (sweep_meeting(round, rules, &meeting, &swept, &err) != STATUS_OK)
            return 1;
        found = swept.n_candidates;
        talloc_free(round);
    }
    double took = now() - start;
    double grep = rounds > 0 ? grep_all(parent, rules, &meeting) : 0;
    if (rounds > 0 && took > 0)
        printf("sweep  %.0f sentences a second (%zu sentences, %zu found, %ld rounds in %.2f s)\n",
               (double)sentences * (double)rounds / took, sentences, found, rounds, took);
    if (grep > 0 && took > 0)
        printf("ratio  %.2f of the time of the same patterns over the same sentences one after the other (%.0f a second)\n", took / (double)rounds / grep,
               (double)sentences / grep);
    if (rounds > 0 && took > 0)
        beside_pcre2grep(parent, rules, &meeting, took / (double)rounds);
    talloc_free(parent);
    return 0;
}
