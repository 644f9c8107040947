/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Whether titles name the same topic, by the words that tell something (assets/words/evidence-words has those that do not). */
#include "config.h"

#include "evidence.h"

#include <minutebook/actions_theme.h>
#include <minutebook/base_lookup.h>

#include <string.h>

#define WORDS_MOST 64       /* of a title or sentence; a cell of a programme may hold a page */
#define ACRONYM_LEAST 3
#define ACRONYM_MOST 6
#define SETS_MOST 3         /* different titles in which one word may stand and still name a topic by itself */
#define COMPANY_MOST 2      /* words that tell something of a title that one word is to name */

struct theme_word {
    char stem[STEM_SIZE];
    bool tells;   /* something: not of every title, nor of the committee's name */
    bool plain;   /* of every title */
    bool acronym;
    size_t at;    /* byte where it stands first */
};
struct theme {
    struct theme_word *words; /* each once, in the order of the title */
    size_t n, n_telling, n_rare; /* rare: not plain, be it of the committee's name */
    struct strings printed; /* the telling words */
    char *folded, *head;    /* head: what stands before a colon or dash; NULL */
    char *home;             /* its committee, folded; "" not known */
    const char *kind;       /* that its title alone tells; NULL */
    bool head_tells;
};
struct themes {
    struct lexicon *lexicon;
    struct lookup *sets;  /* all telling words of a title together */
    size_t n_sets;
    struct lookup *words; /* a telling word: the sets it stands in */
};

struct themes *themes_new(const void *parent)
{
    struct themes *themes = mem_new(parent, struct themes);
    themes->lexicon = lexicon_new(themes);
    themes->sets = lookup_new(themes);
    themes->words = lookup_new(themes);
    return themes;
}

/* ---- a title taken apart ------------------------------------------------------------------------------- */

static const struct theme_word *word_of(const struct theme *theme, const char *stem)
{
    for (size_t i = 0; i < theme->n; i++)
        if (strcmp(theme->words[i].stem, stem) == 0)
            return &theme->words[i];
    return NULL;
}

/* Is the word of N bytes at TEXT in capitals, with or without the s of its plural? */
static bool is_acronym(const char *text, size_t n)
{
    size_t capitals = 0;
    while (capitals < n && text[capitals] >= 'A' && text[capitals] <= 'Z')
        capitals++;
    return capitals >= ACRONYM_LEAST && capitals <= ACRONYM_MOST && (capitals == n || (capitals + 1 == n && text[capitals] == 's'));
}

static bool has_small_letters(const char *text)
{
    while (*text && !(*text >= 'a' && *text <= 'z'))
        text++;
    return *text;
}

static void read_words(const struct lexicon *lexicon, struct theme *theme, const char *text, const struct theme *home)
{
    char stem[STEM_SIZE];
    size_t at = 0, start, n = strlen(text);
    bool capitals_tell = has_small_letters(text);
    while (theme->n < WORDS_MOST && stem_next(text, n, &at, stem, &start)) {
        if (word_of(theme, stem) || strspn(stem, "0123456789") > 0)
            continue;
        struct theme_word *word = mem_append(theme, theme->words, theme->n);
        memcpy(word->stem, stem, sizeof stem);
        word->at = start;
        word->acronym = capitals_tell && is_acronym(text + start, at - start);
        word->plain = !word->acronym && lexicon_is_plain(lexicon, stem);
        word->tells = word->acronym || (!word->plain && !(home && word_of(home, stem)));
        theme->n_rare += !word->plain;
        if (!word->tells)
            continue;
        char *printed = mem_strndup(NULL, text + start, at - start);
        strings_add(theme, &theme->printed, printed);
        talloc_free(printed);
        theme->n_telling++;
    }
}

/* Where the head of TITLE ends: "Bus passes: what to recommend", "Social care - visits". 0: it has none. */
static size_t head_length(const char *title)
{
    static const char *const ends[] = {": ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "};
    size_t least = 0;
    for (size_t i = 0; i < MB_LENGTH(ends); i++) {
        const char *at = strstr(title, ends[i]);
        if (at && (least == 0 || (size_t)(at - title) < least))
            least = (size_t)(at - title);
    }
    return least;
}

static void read_head(const struct lexicon *lexicon, struct theme *theme, const char *title, const struct theme *home)
{
    size_t n = head_length(title);
    if (n == 0)
        return;
    char *head = mem_strndup(NULL, title, n);
    struct theme *of = mem_new(head, struct theme);
    read_words(lexicon, of, head, home);
    theme->head = text_fold(theme, head);
    theme->head_tells = of->n_telling > 0;
    talloc_free(head);
}

/* A title of the committee's own words alone has no others. */
static struct theme *theme_of(const struct lexicon *lexicon, const void *parent, const char *title, const char *committee)
{
    struct theme *theme = mem_new(parent, struct theme), *home = mem_new(theme, struct theme);
    read_words(lexicon, home, committee ? committee : "", NULL);
    read_words(lexicon, theme, title, home);
    if (theme->n_telling == 0) {
        theme->words = NULL;
        theme->n = theme->n_rare = 0;
        read_words(lexicon, theme, title, NULL);
    }
    theme->folded = text_fold(theme, title);
    theme->home = text_fold(theme, committee);
    theme->kind = item_kind_of_title(title);
    read_head(lexicon, theme, title, home);
    talloc_free(home);
    return theme;
}

static void count_words(struct themes *themes, const struct theme *theme)
{
    struct buf set;
    buf_init(&set, NULL, SIZE_MAX / 2);
    for (size_t i = 0; i < theme->n; i++)
        if (theme->words[i].tells)
            buf_printf(&set, "%s ", theme->words[i].stem);
    size_t at = set.len ? lookup_place(themes->sets, set.data, themes->n_sets) : themes->n_sets + 1;
    if (at == themes->n_sets) {
        for (size_t i = 0; i < theme->n; i++)
            if (theme->words[i].tells)
                lookup_add(themes->words, theme->words[i].stem, at);
        themes->n_sets++;
    }
    buf_release(&set);
}

const struct theme *themes_add(struct themes *themes, const char *title, const char *committee, bool counted)
{
    struct theme *theme = theme_of(themes->lexicon, themes, title ? title : "", committee);
    if (counted)
        count_words(themes, theme);
    return theme;
}

/* ---- two of them ------------------------------------------------------------------------------------------ */

static bool same_home(const struct theme *a, const struct theme *b)
{
    return strcmp(a->home, b->home) == 0;
}

/* Titles that say no more than "Performance: Quarter 2": all their words, whatever the number. */
static bool same_plain(const struct theme *a, const struct theme *b)
{
    if (a->n != b->n || a->n == 0)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (!word_of(b, a->words[i].stem))
            return false;
    return true;
}

static bool same_head(const struct theme *a, const struct theme *b)
{
    const char *one = a->head_tells ? a->head : NULL, *two = b->head_tells ? b->head : NULL;
    if (one && two)
        return strcmp(one, two) == 0;
    return (one && strcmp(one, b->folded) == 0) || (two && strcmp(two, a->folded) == 0);
}

/* What two themes share. */
struct shared {
    size_t words, acronyms;
    const char *stem; /* the last */
};
static struct shared shared_of(const struct theme *a, const struct theme *b)
{
    struct shared shared = {0};
    for (size_t i = 0; i < a->n; i++) {
        const struct theme_word *word = a->words[i].tells ? word_of(b, a->words[i].stem) : NULL;
        if (!word || !word->tells)
            continue;
        shared.words++;
        shared.acronyms += word->acronym && a->words[i].acronym;
        shared.stem = word->stem;
    }
    return shared;
}

/* "Young Carers" of a panel for young people is no other panel's "Kinship Carers": words of the committee's name count here. */
static bool rare_are_shared(const struct theme *a, const struct theme *b)
{
    const struct theme *less = a->n_rare <= b->n_rare ? a : b, *more = less == a ? b : a;
    for (size_t i = 0; i < less->n; i++)
        if (!less->words[i].plain && !word_of(more, less->words[i].stem))
            return false;
    return true;
}

static bool names_alone(const struct themes *themes, const struct theme *a, const struct theme *b, const char *stem)
{
    size_t more = a->n_telling > b->n_telling ? a->n_telling : b->n_telling;
    bool other_kind = a->kind && b->kind && strcmp(a->kind, b->kind) != 0; /* "Budget Scrutiny", "Performance and Budget Monitoring" */
    return same_home(a, b) && !other_kind && rare_are_shared(a, b) && more <= COMPANY_MOST && lookup_find(themes->words, stem).n <= SETS_MOST;
}

bool theme_is_same(const struct themes *themes, const struct theme *a, const struct theme *b)
{
    size_t least = a->n_telling < b->n_telling ? a->n_telling : b->n_telling;
    if (same_home(a, b) && *a->folded && strcmp(a->folded, b->folded) == 0)
        return true;
    if (least == 0)
        return a->n_telling == b->n_telling && same_home(a, b) && same_plain(a, b);
    if (same_head(a, b))
        return true;
    struct shared shared = shared_of(a, b);
    if (shared.acronyms > 0 && (shared.words > shared.acronyms || least == shared.acronyms))
        return true;
    if (least == 1)
        return shared.words == 1 && names_alone(themes, a, b, shared.stem);
    return shared.words == least || (shared.words >= 2 && shared.words * 3 >= least * 2);
}

size_t theme_shared(const struct theme *a, const struct theme *b)
{
    return shared_of(a, b).words;
}

bool theme_holds(const struct theme *asked, const struct theme *other)
{
    for (size_t i = 0; i < asked->n; i++)
        if (!word_of(other, asked->words[i].stem))
            return false;
    return asked->n > 0;
}

bool theme_is_said(const struct themes *themes, const struct theme *theme, const char *text, size_t n, size_t *at)
{
    char *sentence = mem_strndup(NULL, text, n);
    const struct theme *said = theme_of(themes->lexicon, sentence, sentence, NULL);
    size_t found = 0, first = n, capitals = n;
    for (size_t i = 0; i < theme->n; i++) {
        const struct theme_word *word = theme->words[i].tells ? word_of(said, theme->words[i].stem) : NULL;
        found += word != NULL;
        if (word && word->at < first)
            first = word->at;
        if (word && word->acronym && theme->words[i].acronym && word->at < capitals)
            capitals = word->at;
    }
    talloc_free(sentence);
    bool all = theme->n_telling > 0 && found == theme->n_telling;
    *at = all ? first : capitals;
    return all || capitals < n;
}

bool theme_tells(const struct theme *theme)
{
    return theme->n_telling > 0;
}

bool theme_is_sharp(const struct theme *theme)
{
    bool acronym = false;
    for (size_t i = 0; i < theme->n; i++)
        acronym = acronym || (theme->words[i].tells && theme->words[i].acronym);
    return acronym || theme->n_telling >= 2;
}

char *theme_acronym(const void *parent, const struct theme *theme)
{
    for (size_t i = 0, nth = 0; i < theme->n; nth += theme->words[i].tells, i++)
        if (theme->words[i].tells && theme->words[i].acronym)
            return mem_strdup(parent, theme->printed.at[nth]);
    return NULL;
}

const struct strings *theme_words(const struct theme *theme)
{
    return &theme->printed;
}
