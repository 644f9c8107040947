/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How fast minutes are swept for follow-ups: sentences a second, of the texts named, each swept ROUNDS times as the minutes
 * of an item; beside it the same sentences looked through by the same patterns, one after the other, as `pcre2grep -f` would: it
 * cannot do so itself, for it takes no pattern of more than 8 KiB. With "-p" it prints the patterns instead.
 *
 *     sweep ROUNDS FILE...
 *     sweep -p */
#include "config.h"

#include <minutebook/actions.h>

#include "src/actions/pattern.h"
#include "src/actions/rules.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

/* Rules of one sort: what finds follow-ups, as pcre2grep would be asked for them. */
static int print_patterns(const struct rules *rules)
{
    for (size_t i = 0; i < rules->n_of[RULE_FIND]; i++) {
        const struct rule *rule = rules->of[RULE_FIND][i];
        for (size_t k = 0; k < rule->patterns.n; k++) {
            char *text = NULL;
            struct err err;
            if (rule_expand(NULL, rules->source, rule->patterns.at[k].words, &text, &err) == STATUS_OK)
                printf("%s\n", text);
            talloc_free(text);
        }
    }
    return 0;
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
    if (argc == 2 && strcmp(argv[1], "-p") == 0)
        return print_patterns(rules);
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
    talloc_free(parent);
    return 0;
}
