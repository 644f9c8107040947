/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of assets/words/evidence-words, made ready once for a run: stems of those that tell nothing, and phrases by their
 * group. The words are data; what follows from a group stands in evidence_judge.c. */
#include "config.h"

#include "evidence.h"

#include <stdlib.h>
#include <string.h>

#define STEM_LEAST 3

extern const char *const asset_evidence_words[];

static const char *const group_names[PHRASE_GROUPS] = {
    [PHRASES_DONE] = "done", [PHRASES_TOLD] = "told", [PHRASES_BACK] = "back", [PHRASES_PROMISED] = "promised",
    [PHRASES_OPEN] = "open", [PHRASES_REST] = "rest", [PHRASES_PUT_OFF] = "put-off", [PHRASES_REPLIED] = "replied",
    [PHRASES_WRITTEN] = "written", [PHRASES_STATUS] = "status", [PHRASES_LISTING] = "listing",
};

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_stems(struct lexicon *lexicon, const char *line)
{
    char stem[STEM_SIZE];
    size_t at = 0, start;
    while (stem_next(line, strlen(line), &at, stem, &start))
        strings_add(lexicon, &lexicon->plain, stem);
}

/* " words " in the folded form that lexicon_look() compares. */
static void add_phrase(struct lexicon *lexicon, struct strings *group, const char *line)
{
    char *folded = text_fold(NULL, line), *phrase = mem_printf(folded, " %s ", folded);
    strings_add(lexicon, group, phrase);
    talloc_free(folded);
}

/* The group that LINE names, PHRASE_GROUPS for the plain words. */
static int group_of(const char *line)
{
    int group = 0;
    while (group < PHRASE_GROUPS && strcmp(group_names[group], line) != 0)
        group++;
    return group;
}

struct lexicon *lexicon_new(const void *parent)
{
    struct lexicon *lexicon = mem_new(parent, struct lexicon);
    int group = PHRASE_GROUPS;
    for (const char *const *line = asset_evidence_words; *line; line++) {
        if (**line != ' ')
            group = group_of(*line);
        else if (group == PHRASE_GROUPS)
            add_stems(lexicon, *line);
        else
            add_phrase(lexicon, &lexicon->phrases[group], *line);
    }
    if (lexicon->plain.n)
        qsort(lexicon->plain.at, lexicon->plain.n, sizeof *lexicon->plain.at, compare_texts);
    return lexicon;
}

bool lexicon_is_plain(const struct lexicon *lexicon, const char *stem)
{
    if (strlen(stem) < STEM_LEAST || strspn(stem, "0123456789") > 0)
        return true;
    return bsearch(&stem, lexicon->plain.at, lexicon->plain.n, sizeof *lexicon->plain.at, compare_texts) != NULL;
}

/* "not been sent" and "not yet been sent" are not "been sent". */
static bool is_denied(const char *words, const char *at)
{
    static const char *const before[] = {" not", " never", " yet", " nor"};
    for (size_t i = 0; i < MB_LENGTH(before); i++) {
        size_t n = strlen(before[i]);
        if ((size_t)(at - words) >= n && memcmp(at - n, before[i], n) == 0)
            return true;
    }
    return false;
}

static bool has_phrase(const char *words, const char *phrase, bool deniable)
{
    for (const char *at = words; (at = strstr(at, phrase)); at++)
        if (!deniable || !is_denied(words, at))
            return true;
    return false;
}

/* Words by which one speaks of a promise, which stand in it, too. */
static bool is_sign(int group)
{
    return group == PHRASES_PROMISED || group == PHRASES_BACK || group == PHRASES_TOLD || group == PHRASES_STATUS;
}

void lexicon_look(const struct lexicon *lexicon, const char *promise, const char *text, size_t n, bool found[PHRASE_GROUPS])
{
    char *copy = mem_strndup(NULL, text, n), *folded = text_fold(copy, copy), *words = mem_printf(copy, " %s ", folded);
    char *own = mem_printf(copy, " %s ", promise ? promise : "");
    for (int group = 0; group < PHRASE_GROUPS; group++) {
        const struct strings *phrases = &lexicon->phrases[group];
        bool deniable = group == PHRASES_DONE || group == PHRASES_STATUS || group == PHRASES_REPLIED || group == PHRASES_WRITTEN;
        found[group] = false;
        for (size_t i = 0; i < phrases->n && !found[group]; i++)
            found[group] = has_phrase(words, phrases->at[i], deniable) && (is_sign(group) || !strstr(own, phrases->at[i]));
    }
    talloc_free(copy);
}
