/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a follow-up is about, told by its words: those that every minute has are left out, the others weighed by how rare they are
 * among the papers of the committee. What is rare in a county is daily bread in the committee for it, so each is counted there. */
#include "config.h"

#include "evidence.h"

#include <stdlib.h>
#include <string.h>

#define STEM_LEAST 3
#define FEW_PAPERS 64 /* passages added to those there are: among few papers what is said twice is not yet common */
#define OWN_PLACES 3  /* passages a word stands in for the follow-up's own sake: its minute, its report, its answer */

/* ---- stems ------------------------------------------------------------------------------------------- */

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c >= 0xC3 && c <= 0xCF);
}

/* Bytes of the letter at TEXT: letters of Latin and Greek have two; punctuation, three or more bytes long, parts words. */
static size_t letter_at(const char *text, size_t n)
{
    unsigned char c = (unsigned char)text[0];
    if (!is_letter(c))
        return 0;
    return c < 0x80 ? 1 : n > 1 ? 2 : 0;
}

static bool ends_in(const char *word, size_t n, const char *ending, size_t least)
{
    size_t k = strlen(ending);
    return n >= least + k && memcmp(word + n - k, ending, k) == 0;
}

/* "bring" and "string" have no ending. */
static bool has_vowel(const char *word, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strchr("aeiouy", word[i]))
            return true;
    return false;
}

/* Endings off, the longest first, so that "crossings", "crossing" and "crosses" meet. */
static void cut_endings(char *word)
{
    size_t n = strlen(word);
    if (ends_in(word, n, "ies", 3))
        n -= 2;
    else if (ends_in(word, n, "es", 4))
        n -= 2;
    else if (ends_in(word, n, "s", 3) && word[n - 2] != 's' && word[n - 2] != 'u')
        n -= 1;
    word[n] = '\0';
    if (ends_in(word, n, "ing", 3) && has_vowel(word, n - 3))
        n -= 3;
    else if (ends_in(word, n, "ed", 3) && !ends_in(word, n, "eed", 1) && has_vowel(word, n - 2))
        n -= 2;
    else if (ends_in(word, n, "e", 4))
        n -= 1;
    word[n] = '\0';
    if (ends_in(word, n, "y", 3))
        word[n - 1] = 'i';
}

/* Fold STEM in its place. A folded letter may be longer than the letter was: whole letters go at the end until all fits. */
static void fold_stem(char stem[STEM_SIZE])
{
    char *folded = text_fold(NULL, stem);
    size_t used = strcspn(folded, " ");
    if (used >= STEM_SIZE)
        used = STEM_SIZE - 1;
    while (used > 0 && ((unsigned char)folded[used] & 0xC0) == 0x80)
        used--;
    memcpy(stem, folded, used);
    stem[used] = '\0';
    talloc_free(folded);
}

bool stem_next(const char *text, size_t n, size_t *at, char stem[STEM_SIZE], size_t *start)
{
    while (*at < n && letter_at(text + *at, n - *at) == 0)
        ++*at;
    *start = *at;
    size_t used = 0;
    bool plain = true;
    for (size_t k; *at < n && (k = letter_at(text + *at, n - *at)) > 0; *at += k) {
        plain = plain && k == 1;
        for (size_t i = 0; used + k < STEM_SIZE && i < k; i++) {
            char c = text[*at + i];
            stem[used + i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
        }
        used += used + k < STEM_SIZE ? k : 0;
    }
    stem[used] = '\0';
    if (!plain)
        fold_stem(stem);
    cut_endings(stem);
    return *at > *start;
}

/* ---- what a follow-up tells ------------------------------------------------------------------------------ */

/* A word already looked up among the papers of a committee. */
struct weighed {
    char *stem, *match;
    int weight;
};

/* The forms of STEM, as an expression for the index; a form that no paper has does no harm. */
static char *match_of(const void *parent, const char *stem)
{
    static const char *const endings[] = {"", "s", "es", "e", "ed", "ing", "ings", "y", "ys", "ies", "ied", "ying"};
    struct buf match;
    char found[STEM_SIZE];
    size_t n = strlen(stem), cut = n > STEM_LEAST && stem[n - 1] == 'i'; /* "policy", "policies" */
    buf_init(&match, parent, BUF_MAX_DOCUMENT);
    for (size_t k = 0; k <= cut; k++)
        for (size_t i = 0; i < MB_LENGTH(endings); i++) {
            size_t at = 0, start;
            char *form = mem_printf(NULL, "%.*s%s", (int)(n - k), stem, endings[i]);
            if (stem_next(form, strlen(form), &at, found, &start) && strcmp(found, stem) == 0)
                buf_printf(&match, "%s\"%s\"", match.len ? " OR " : "", form);
            talloc_free(form);
        }
    char *out = match.len ? buf_take(&match) : NULL;
    buf_release(&match);
    return out;
}

/* Rare is what stands in few passages beside the follow-up's own. */
static int weight_of(int count, int passages)
{
    int others = count > OWN_PLACES ? count - OWN_PLACES : 0, weight = WEIGHT_MOST;
    for (int share = 1 << (WEIGHT_MOST + 2); weight > 0 && others * share > passages + FEW_PAPERS; share /= 2)
        weight--;
    return weight;
}

static enum status weigh(struct evidence_run *run, struct watched *watched, const char *stem, struct weighed **out, struct err *err)
{
    for (size_t i = 0; i < watched->n_weighed; i++)
        if (strcmp(watched->weighed[i].stem, stem) == 0) {
            *out = &watched->weighed[i];
            return STATUS_OK;
        }
    char *match = match_of(run, stem);
    int count = 0;
    enum status status = match ? store_count_passages(run->store, &watched->names, match, &count, err) : STATUS_OK;
    if (status != STATUS_OK)
        return status;
    *out = mem_append(run, watched->weighed, watched->n_weighed);
    **out = (struct weighed){mem_strdup(run, stem), match, weight_of(count, watched->passages)};
    return STATUS_OK;
}

static int rarest_first(const void *left, const void *right)
{
    const struct told_word *a = left, *b = right;
    int order = b->weight - a->weight;
    return order ? order : strcmp(a->stem, b->stem);
}

static bool has_stem(const struct told_words *words, const char *stem)
{
    for (size_t i = 0; i < words->n; i++)
        if (strcmp(words->at[i].stem, stem) == 0)
            return true;
    return false;
}

/* Is STEM a word of TEXT? Who it is, and to whom, tells nothing of the matter. */
static bool names(const char *text, const char *stem)
{
    char found[STEM_SIZE];
    size_t at = 0, start;
    while (text && stem_next(text, strlen(text), &at, found, &start))
        if (strcmp(found, stem) == 0)
            return true;
    return false;
}

static bool says_when(const struct action *action, const char *stem)
{
    return names(action->due_text, stem);
}

enum status evidence_weigh(const void *parent, struct evidence_run *run, struct watched *watched, const struct action *action,
                           const char *text, struct told_words *out, struct err *err)
{
    char stem[STEM_SIZE];
    size_t at = 0, start;
    *out = (struct told_words){0};
    while (text && out->n < TOLD_WORDS_MOST && stem_next(text, strlen(text), &at, stem, &start)) {
        struct weighed *weighed;
        if (lexicon_is_plain(run->lexicon, stem) || has_stem(out, stem) || says_when(action, stem) || names(action->owner, stem) ||
            (names(action->recipient, stem) && !names(action->subject, stem)))
            continue;
        enum status status = weigh(run, watched, stem, &weighed, err);
        if (status != STATUS_OK)
            return status;
        *mem_append(parent, out->at, out->n) =
            (struct told_word){weighed->stem, mem_strndup(parent, text + start, at - start), weighed->match, weighed->weight};
        out->weight += weighed->weight;
    }
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, rarest_first);
    return STATUS_OK;
}
