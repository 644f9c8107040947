/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How fast minutes are swept for follow-ups: sentences a second, of the texts named, each swept ROUNDS times as the minutes
 * of an item; beside it the same sentences looked through by the same patterns, one after the other, in our own matcher; and by
 * `pcre2grep -f`, where that is installed, with as many of the patterns as it takes (none of more than 8 KiB), all of rules
 * that are tried on prose: the others match any line. Then once more with those also that it takes when their words are called
 * instead of written out: the same lines match. It is asked less than the sweep: which lines match at all, but it tries each
 * pattern on each, where the sweep first looks for what a pattern cannot do without.
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

#define CALLED_MOST 200

/* Words that a pattern of ours has, each once: what is written out many times is called instead. */
struct called {
    const struct macro *at[CALLED_MOST];
    size_t n;
};

/* PATTERN with (?&WORDS) for each {WORDS}. */
static void put_calls(struct buf *out, const struct rule_source *source, const char *pattern, struct called *called)
{
    for (const char *at = pattern; *at; at++) {
        size_t n = rule_words_at(at), i = 0;
        const struct macro *macro = n ? rule_words_get(source, at + 1, n) : NULL;
        if (!macro) {
            buf_putc(out, *at);
            continue;
        }
        while (i < called->n && called->at[i] != macro)
            i++;
        if (i == called->n && i < CALLED_MOST)
            called->at[called->n++] = macro;
        buf_printf(out, "(?&w%zu)", i);
        at += n + 1;
    }
}

/* The same pattern, shorter: its words are defined in front of it, once. */
static char *with_calls(const void *parent, const struct rule_source *source, const char *pattern)
{
    struct called called = {0};
    struct buf body, out;
    buf_init(&body, parent, BUF_MAX_DOCUMENT);
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    put_calls(&body, source, pattern, &called);
    buf_puts(&out, "(?(DEFINE)");
    for (size_t i = 0; i < called.n; i++) { /* more come while they are written */
        buf_printf(&out, "(?<w%zu>", i);
        put_calls(&out, source, called.at[i]->body, &called);
        buf_putc(&out, ')');
    }
    buf_printf(&out, ")%s", buf_take(&body));
    return buf_take(&out);
}

struct written {
    size_t all, as_is, called; /* patterns; the others it does not take */
};

/* The patterns it takes, a line each, names of groups allowed twice: as they are; with CALLS also those that are too long, with
 * their words called. */
static struct written write_patterns(const void *parent, const struct rules *rules, FILE *file, bool calls)
{
    struct written written = {0};
    struct err err;
    for (size_t i = 0; i < rules->n_of[RULE_FIND]; i++) {
        const struct rule *rule = rules->of[RULE_FIND][i];
        bool prose = !rule->untracked && rule->places & (1u << PLACE_SAID);
        for (size_t k = 0; prose && k < rule->patterns.n; k++) {
            char *text = NULL;
            const char *words = rule->patterns.at[k].words;
            written.all++;
            if (rule_expand(parent, rules->source, words, &text, &err) != STATUS_OK)
                continue;
            bool as_is = strlen(text) + 4 < PCRE2GREP_PATTERN_MAX;
            if (!as_is && calls)
                text = with_calls(parent, rules->source, words);
            if (strlen(text) + 4 >= PCRE2GREP_PATTERN_MAX)
                continue;
            fprintf(file, "(?J)%s\n", text);
            *(as_is ? &written.as_is : &written.called) += 1;
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

/* What it takes to make the patterns is not counted, as for the sweep: SECONDS for N sentences of ours beside it. */
static void beside_patterns(const void *parent, const struct rules *rules, const char *sentences, size_t n, double seconds, bool calls)
{
    char patterns[] = "/tmp/sweep-patterns-XXXXXX";
    int of_patterns = mkstemp(patterns);
    FILE *to = of_patterns < 0 ? NULL : fdopen(of_patterns, "w");
    struct written written = to ? write_patterns(parent, rules, to, calls) : (struct written){0};
    if (to && fclose(to) == 0) {
        double making = run_pcre2grep(patterns, "/dev/null"), took = run_pcre2grep(patterns, sentences) - making;
        if (making >= 0 && took > 0)
            printf("pcre2grep  the sweep takes %.3f of its time over the same sentences (%.0f a second; of %zu patterns %zu as they are, "
                   "%zu with their words called)\n",
                   seconds / took, (double)n / took, written.all, written.as_is, written.called);
        else
            printf("pcre2grep  not at hand (Debian: pcre2-utils)\n");
    }
    unlink(patterns);
}

static void beside_pcre2grep(const void *parent, const struct rules *rules, const struct meeting *meeting, double seconds)
{
    char sentences[] = "/tmp/sweep-sentences-XXXXXX";
    int of_sentences = mkstemp(sentences);
    FILE *to = of_sentences < 0 ? NULL : fdopen(of_sentences, "w");
    size_t n = to ? write_sentences(to, meeting) : 0;
    if (to && fclose(to) == 0 && n > 0) {
        beside_patterns(parent, rules, sentences, n, seconds, false);
        beside_patterns(parent, rules, sentences, n, seconds, true);
    }
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
