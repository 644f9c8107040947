/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What changed between two texts, word by word. A word is what stands between blanks; the blanks behind it go with
 * it, and where a line ends does not count, so that a paragraph set anew has not changed. */
#include "config.h"

#include <minutebook/text.h>

#include <string.h>

#define BLANKS " \t\n\r\f\v"

struct word {
    const char *at;
    size_t n, with_blanks;
};
struct words {
    struct word *at;
    size_t n;
};
struct pair {
    struct words old, new;
};

/* Blanks before the first word go with it. */
static struct words split_words(const void *parent, const char *text)
{
    struct words words = {0};
    const char *from = text;
    while (text && *from) {
        const char *start = words.n == 0 ? from + strspn(from, BLANKS) : from;
        size_t n = strcspn(start, BLANKS);
        struct word *word = mem_append(parent, words.at, words.n);
        *word = (struct word){from, (size_t)(start - from) + n, 0};
        word->with_blanks = word->n + strspn(start + n, BLANKS);
        from += word->with_blanks;
    }
    return words;
}

static bool same_word(const void *context, size_t old, size_t new)
{
    const struct pair *pair = context;
    const struct word *a = &pair->old.at[old], *b = &pair->new.at[new];
    size_t a_skip = old == 0 ? strspn(a->at, BLANKS) : 0, b_skip = new == 0 ? strspn(b->at, BLANKS) : 0;
    return a->n - a_skip == b->n - b_skip && memcmp(a->at + a_skip, b->at + b_skip, a->n - a_skip) == 0;
}

struct text_changes text_changes(const void *parent, const char *old_text, const char *new_text)
{
    struct text_changes changes = {0};
    void *scratch = talloc_named_const(parent, 0, "words");
    struct pair pair = {split_words(scratch, old_text), split_words(scratch, new_text)};
    struct change_runs runs = changes_of(scratch, pair.old.n, pair.new.n, same_word, &pair);
    for (size_t i = 0; i < runs.n; i++) {
        const struct change_run *run = &runs.at[i];
        const struct word *first = run->kind == CHANGE_GONE ? &pair.old.at[run->old] : &pair.new.at[run->new];
        const struct word *last = first + run->n - 1;
        *mem_append(parent, changes.at, changes.n) =
            (struct text_change){run->kind, first->at, (size_t)(last->at - first->at) + last->with_blanks};
    }
    talloc_free(scratch);
    return changes;
}
