/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which item of a meeting an entry of a work programme was taken at: by the words that both share.
 * An offer with its reason, made anew each time and stored nowhere. Pure. */
#include "config.h"

#include "words.h"

#include <string.h>

#define LEAST_SHARED 2 /* words of weight; one will do where it is all a title has */

/* Words that say what kind of paper it is, when, or nothing: on any agenda several titles share them. */
static const char *const weak_words[] = {
    "a", "an", "and", "annual", "april", "as", "at", "august", "be", "by", "children", "childrens", "council",
    "councils", "county", "december", "february", "following", "for", "from", "in", "including", "into", "is", "item",
    "its", "january", "july", "june", "march", "may", "november", "october", "of", "on", "or", "overview", "people",
    "plan", "presentation", "progress", "report", "review", "scrutiny", "september", "service", "services",
    "strategy", "the", "their", "to", "update", "updates", "with", "work", "year", "young",
};

static bool is_weak(const char *word)
{
    if (strlen(word) < 2 || strspn(word, "0123456789/") == strlen(word))
        return true;
    for (size_t i = 0; i < MB_LENGTH(weak_words); i++)
        if (strcmp(weak_words[i], word) == 0)
            return true;
    return false;
}

/* The folded words of TEXT, brackets and points no part of them. */
static struct strings split(const void *parent, const char *text)
{
    static const char parting[] = " ()[]{}/.,:;";
    struct strings words = {0};
    char *folded = text_fold(parent, text ? text : "");
    for (char *at = folded + strspn(folded, parting); *at; at += strspn(at, parting)) {
        size_t n = strcspn(at, parting);
        strings_add(parent, &words, mem_strndup(parent, at, n));
        at += n;
    }
    return words;
}

/* "2" "two" "second" "2nd": 2; 0 where WORD numbers no quarter. */
static int number_of(const char *word)
{
    static const char *const names[][4] = {
        {"1", "one", "first", "1st"}, {"2", "two", "second", "2nd"}, {"3", "three", "third", "3rd"}, {"4", "four", "fourth", "4th"}};
    for (size_t q = 0; q < MB_LENGTH(names); q++)
        for (size_t i = 0; i < MB_LENGTH(names[q]); i++)
            if (strcmp(names[q][i], word) == 0)
                return (int)q + 1;
    return 0;
}

/* The quarter that the words from I on name, "q2" "quarter 2" "second quarter"; how many words in *used. */
static int quarter_at(const struct strings *words, size_t i, size_t *used)
{
    const char *word = words->at[i], *next = i + 1 < words->n ? words->at[i + 1] : "";
    *used = 1;
    if (word[0] == 'q' && strlen(word) == 2)
        return number_of(word + 1);
    *used = 2;
    if (strcmp(word, "quarter") == 0 || strcmp(word, "q") == 0 || strcmp(word, "qtr") == 0)
        return number_of(next);
    return strcmp(next, "quarter") == 0 ? number_of(word) : 0;
}

/* What an entry or a title says: its words that carry weight, each once, and the quarters it names. */
struct said {
    struct strings words;
    unsigned quarters; /* bit 1 to bit 4 */
};

static void say_word(const void *parent, struct said *said, const char *word)
{
    for (size_t i = 0; i < said->words.n; i++)
        if (strcmp(said->words.at[i], word) == 0)
            return;
    strings_add(parent, &said->words, word);
}

static struct said said_of(const void *parent, const char *text)
{
    struct said said = {0};
    struct strings words = split(parent, text);
    for (size_t i = 0, used; i < words.n; i += used) {
        int quarter = quarter_at(&words, i, &used);
        if (quarter) {
            said.quarters |= 1U << quarter;
            say_word(parent, &said, mem_printf(parent, "quarter %d", quarter));
            continue;
        }
        used = 1;
        if (!is_weak(words.at[i]))
            say_word(parent, &said, words.at[i]);
    }
    return said;
}

static struct strings shared(const void *parent, const struct strings *a, const struct strings *b)
{
    struct strings both = {0};
    for (size_t i = 0; i < a->n; i++)
        for (size_t j = 0; j < b->n; j++)
            if (strcmp(a->at[i], b->at[j]) == 0)
                strings_add(parent, &both, a->at[i]);
    return both;
}

/* Shared words in a thousandth of the shorter side's, for choosing between two that share as many. */
static size_t closeness(size_t n, size_t a, size_t b)
{
    size_t shorter = a < b ? a : b;
    return n * 1000 + (shorter ? n * 999 / shorter : 0);
}

/* How many quarters are set in BITS. */
static size_t count_quarters(unsigned bits)
{
    size_t n = 0;
    for (; bits; bits &= bits - 1)
        n++;
    return n;
}

struct pairing pair_entry(const void *parent, const char *issue, const struct meeting *meeting)
{
    void *local = talloc_named_const(NULL, 0, "pair");
    struct said wanted = said_of(local, issue);
    struct strings why = {0};
    size_t best = 0;
    bool tie = false;
    struct pairing pairing = {0};
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        if (item_is_routine(item))
            continue;
        struct said title = said_of(local, item->title);
        struct strings both = shared(local, &wanted.words, &title.words);
        bool other_quarter = wanted.quarters && title.quarters && !(wanted.quarters & title.quarters);
        bool subject = both.n > count_quarters(wanted.quarters & title.quarters); /* a quarter alone is no topic */
        bool enough = both.n >= LEAST_SHARED || (both.n && (both.n == title.words.n || both.n == wanted.words.n));
        size_t close = closeness(both.n, title.words.n, wanted.words.n);
        if (!enough || other_quarter || !subject || close < best)
            continue;
        tie = close == best;
        best = close;
        why = both;
        pairing.position = item->position;
    }
    if (tie)
        pairing.position = 0; /* two items fit as well: nothing is offered */
    if (pairing.position)
        pairing.reason = mem_printf(parent, "both say: %s", words_join(local, &why, ", "));
    talloc_free(local);
    return pairing;
}
