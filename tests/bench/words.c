/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */
#include "config.h"

#include "bench/words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define WORD_MAX 24

static const char *const frequent[] = {
    "the", "of", "and", "to", "a", "in", "that", "for", "was", "on", "were", "be", "had", "by", "with", "would", "it",
    "members", "council", "county", "report", "year", "service", "from", "been", "not", "this", "school", "care", "road",
    "transport", "budget", "which", "children", "more", "than", "people", "water", "grant", "plan", "library", "health"};
static const char *const syllables[] = {"ba", "cor", "den", "el", "fir", "gan", "hol", "in", "ket", "lor", "mar", "nes",
                                        "or", "pel", "quin", "ris", "sal", "tor", "ul", "ver", "wick", "yan"};
#define LENGTH(table) (sizeof(table) / sizeof *(table))

static char (*vocabulary)[WORD_MAX];
static double *weight; /* cumulative, up to 1 */
static size_t size;
static uint64_t state;

/* Source: SplitMix64, Steele, Lea and Flood, OOPSLA 2014. */
static uint64_t chance_bits(void)
{
    uint64_t z = (state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

int chance_below(int n)
{
    return (int)(chance_bits() % (uint64_t)n);
}

double chance_part(void)
{
    return (double)(chance_bits() >> 11) / 9007199254740992.0; /* 2^53 */
}

/* Word I of those made: the commoner, the shorter; each is another, for the factor shares no divisor with the 22 syllables. */
static void spell(char word[WORD_MAX], size_t i)
{
    const size_t n = LENGTH(syllables), digits = i < 400 ? 2 : i < 8000 ? 3 : 4;
    size_t all = 1, used = 0;
    for (size_t k = 0; k < digits; k++)
        all *= n;
    size_t number = i * 7919 % all;
    word[0] = '\0';
    for (size_t k = 0; k < digits; k++, number /= n)
        used += (size_t)snprintf(word + used, WORD_MAX - used, "%s", syllables[number % n]);
}

void words_begin(size_t n, uint64_t seed)
{
    double sum = 0;
    size = n;
    state = seed;
    free(vocabulary);
    free(weight);
    vocabulary = calloc(n, sizeof *vocabulary);
    weight = calloc(n, sizeof *weight);
    if (!vocabulary || !weight)
        abort();
    for (size_t i = 0; i < n; i++) {
        if (i < LENGTH(frequent))
            snprintf(vocabulary[i], WORD_MAX, "%s", frequent[i]);
        else
            spell(vocabulary[i], i);
        sum += 1 / pow((double)i + 3, 1.05);
        weight[i] = sum;
    }
    for (size_t i = 0; i < n; i++)
        weight[i] /= sum;
}

const char *word_any(void)
{
    double at = chance_part();
    size_t low = 0, high = size - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (weight[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    return vocabulary[low];
}

const char *word_of_rank(size_t rank)
{
    return vocabulary[rank < size ? rank : size - 1];
}
