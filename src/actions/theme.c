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
#define SETS_FEW 5          /* and in which it makes most of the words of two titles be one topic */
#define HEAD_WORDS 3        /* of a head that is a phrase of its own, whatever they tell: "Getting to school" */
#define COMPANY_MOST 2      /* words that tell something of a title that one word is to name */

/* Words that say what kind of paper comes, and stand before any matter. */
static const char *const labels[] = {"motion", "notic", "exempt", "confidential", "restrict", "petition", "application"};

/* A word of all titles, by its stem. */
struct word {
    char *stem;
    bool plain;  /* of every title */
    size_t sets; /* different titles in which it tells something */
};
struct theme_word {
    uint32_t word, at; /* at: byte where it stands first */
    bool tells;      /* something: not plain, nor of the committee's name */
    bool acronym;
};
struct theme {
    struct theme_word *words; /* each once, in the order of the title */
    size_t n, n_telling, n_rare; /* rare: not plain, be it of the committee's name */
    char *folded, *head;    /* head: what stands before a colon or dash; NULL */
    size_t home;            /* its committee */
    bool head_tells;
};
struct themes {
    struct lexicon *lexicon;
    struct lookup *stems;
    struct word *words;
    size_t n_words;
    struct lookup *sets;  /* all telling words of a title together */
    size_t n_sets;
    struct lookup *homes; /* committees by their folded names */
    struct theme **home_words;
    size_t n_homes;
    struct lookup *titles; /* of committees: what is printed again is read once */
    struct theme **at;
    size_t n;
};

static struct theme *theme_of(struct themes *themes, const void *parent, const char *title, size_t label, size_t home);

static size_t home_of(struct themes *themes, const char *committee)
{
    char *folded = text_fold(NULL, committee);
    size_t home = lookup_place(themes->homes, folded, themes->n_homes);
    talloc_free(folded);
    if (home == themes->n_homes) {
        *mem_append(themes, themes->home_words, themes->n_homes) = NULL; /* while it is read itself */
        themes->home_words[home] = theme_of(themes, themes, committee ? committee : "", 0, home);
    }
    return home;
}

struct themes *themes_new(const void *parent)
{
    struct themes *themes = mem_new(parent, struct themes);
    themes->lexicon = lexicon_new(themes);
    themes->stems = lookup_new(themes);
    themes->sets = lookup_new(themes);
    themes->homes = lookup_new(themes);
    themes->titles = lookup_new(themes);
    return themes;
}

/* ---- a title taken apart ------------------------------------------------------------------------------- */

static bool is_label(const char *stem)
{
    for (size_t i = 0; i < MB_LENGTH(labels); i++)
        if (strcmp(labels[i], stem) == 0)
            return true;
    return false;
}

static size_t word_place(struct themes *themes, const char *stem)
{
    size_t place = lookup_place(themes->stems, stem, themes->n_words);
    if (place == themes->n_words) {
        struct word *word = mem_append(themes, themes->words, themes->n_words);
        *word = (struct word){.stem = mem_strdup(themes, stem), .plain = is_label(stem) || lexicon_is_plain(themes->lexicon, stem)};
    }
    return place;
}

static const struct theme_word *word_of(const struct theme *theme, size_t word)
{
    for (size_t i = 0; i < theme->n; i++)
        if (theme->words[i].word == word)
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

static void add_word(struct themes *themes, struct theme *theme, size_t place, bool acronym, size_t at, const struct theme *home)
{
    bool rare = acronym || !themes->words[place].plain;
    struct theme_word *word = mem_append(theme, theme->words, theme->n);
    *word = (struct theme_word){.word = (uint32_t)place, .at = (uint32_t)at, .acronym = acronym, .tells = acronym || (rare && !(home && word_of(home, place)))};
    theme->n_rare += rare;
    theme->n_telling += word->tells;
}

static void read_words(struct themes *themes, struct theme *theme, const char *text, const struct theme *home)
{
    char stem[STEM_SIZE];
    size_t at = 0, start, n = strlen(text);
    bool capitals_tell = has_small_letters(text);
    while (theme->n < WORDS_MOST && stem_next(text, n, &at, stem, &start)) {
        size_t place = strspn(stem, "0123456789") > 0 ? LOOKUP_NONE : word_place(themes, stem);
        if (place == LOOKUP_NONE || word_of(theme, place))
            continue;
        bool numbered = start >= 2 && text[start - 1] == '/' && text[start - 2] >= '0' && text[start - 2] <= '9'; /* "24/00871/FUL" */
        if (!numbered)
            add_word(themes, theme, place, capitals_tell && is_acronym(text + start, at - start), start, home);
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

static size_t words_in(const char *text)
{
    char stem[STEM_SIZE];
    size_t at = 0, start, n = 0;
    while (stem_next(text, strlen(text), &at, stem, &start))
        n++;
    return n;
}

/* Of a title that only says before its colon what kind of paper comes, "Application for a licence: the Anchor": that; else 0. */
static size_t label_length(const char *title)
{
    char stem[STEM_SIZE];
    size_t at = 0, start;
    return stem_next(title, strlen(title), &at, stem, &start) && is_label(stem) ? head_length(title) : 0;
}

static void read_head(struct themes *themes, struct theme *theme, const char *title, const struct theme *home)
{
    size_t n = head_length(title);
    if (n == 0 || label_length(title) > 0)
        return;
    char *head = mem_strndup(NULL, title, n);
    struct theme *of = mem_new(head, struct theme);
    read_words(themes, of, head, home);
    theme->head = text_fold(theme, head);
    theme->head_tells = of->n_telling >= 2 || (of->n_telling == 1 && words_in(head) >= HEAD_WORDS);
    talloc_free(head);
}

/* A title of the committee's own words alone has no others. Its first LABEL bytes tell nothing. */
static struct theme *theme_of(struct themes *themes, const void *parent, const char *title, size_t label, size_t home)
{
    struct theme *theme = mem_new(parent, struct theme);
    const struct theme *home_words = themes->home_words[home];
    read_words(themes, theme, title + label, home_words);
    if (theme->n_telling == 0) {
        theme->words = NULL;
        theme->n = theme->n_rare = 0;
        read_words(themes, theme, title, NULL);
    }
    theme->folded = text_fold(theme, title);
    theme->home = home;
    read_head(themes, theme, title, home_words);
    return theme;
}

static void count_words(struct themes *themes, const struct theme *theme)
{
    struct buf set;
    buf_init(&set, NULL, SIZE_MAX / 2);
    for (size_t i = 0; i < theme->n; i++)
        if (theme->words[i].tells)
            buf_printf(&set, "%u ", theme->words[i].word);
    if (set.len && lookup_place(themes->sets, set.data, themes->n_sets) == themes->n_sets) {
        themes->n_sets++;
        for (size_t i = 0; i < theme->n; i++)
            themes->words[theme->words[i].word].sets += theme->words[i].tells;
    }
    buf_release(&set);
}

const struct theme *themes_add(struct themes *themes, const char *title, const char *committee, bool counted)
{
    size_t home = home_of(themes, committee);
    char *key = mem_printf(NULL, "%zu %s", home, title ? title : "");
    size_t at = lookup_place(themes->titles, key, themes->n);
    talloc_free(key);
    if (at == themes->n) {
        struct theme *theme = theme_of(themes, themes, title ? title : "", title ? label_length(title) : 0, home);
        *mem_append(themes, themes->at, themes->n) = theme;
    }
    if (counted)
        count_words(themes, themes->at[at]);
    return themes->at[at];
}

/* ---- two of them ------------------------------------------------------------------------------------------ */

static bool same_home(const struct theme *a, const struct theme *b)
{
    return a->home == b->home;
}

/* Titles that say no more than "Performance: Quarter 2": all their words, whatever the number. */
static bool same_plain(const struct theme *a, const struct theme *b)
{
    if (a->n != b->n || a->n == 0)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (!word_of(b, a->words[i].word))
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
    size_t word; /* the last */
    size_t sets; /* least of them */
};
static struct shared shared_of(const struct themes *themes, const struct theme *a, const struct theme *b)
{
    struct shared shared = {.sets = SIZE_MAX};
    for (size_t i = 0; i < a->n; i++) {
        const struct theme_word *word = a->words[i].tells ? word_of(b, a->words[i].word) : NULL;
        if (!word || !word->tells)
            continue;
        shared.words++;
        shared.acronyms += word->acronym && a->words[i].acronym;
        shared.word = word->word;
        if (themes->words[word->word].sets < shared.sets)
            shared.sets = themes->words[word->word].sets;
    }
    return shared;
}

/* "Young Carers" of a panel for young people is no other panel's "Kinship Carers": words of the committee's name count here. */
static bool rare_are_shared(const struct themes *themes, const struct theme *a, const struct theme *b)
{
    const struct theme *less = a->n_rare <= b->n_rare ? a : b, *more = less == a ? b : a;
    for (size_t i = 0; i < less->n; i++)
        if ((less->words[i].acronym || !themes->words[less->words[i].word].plain) && !word_of(more, less->words[i].word))
            return false;
    return true;
}

static bool names_alone(const struct themes *themes, const struct theme *a, const struct theme *b, size_t word)
{
    size_t more = a->n_telling > b->n_telling ? a->n_telling : b->n_telling;
    if (!same_home(a, b) || more > COMPANY_MOST || themes->words[word].sets > SETS_MOST || !rare_are_shared(themes, a, b))
        return false;
    const char *one = item_kind_of_title(a->folded), *other = item_kind_of_title(b->folded);
    return !one || !other || strcmp(one, other) == 0; /* "Budget Scrutiny", "Performance and Budget Monitoring" */
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
    struct shared shared = shared_of(themes, a, b);
    if (shared.acronyms > 0 && (shared.words > shared.acronyms || least == shared.acronyms))
        return true;
    if (least == 1)
        return shared.words == 1 && names_alone(themes, a, b, shared.word);
    bool most = shared.words >= 2 && shared.words * 3 >= least * 2 && shared.sets <= SETS_FEW && same_home(a, b);
    return shared.words == least || most;
}

size_t theme_shared(const struct themes *themes, const struct theme *a, const struct theme *b)
{
    return shared_of(themes, a, b).words;
}

bool theme_holds(const struct theme *asked, const struct theme *other)
{
    for (size_t i = 0; i < asked->n; i++)
        if (!word_of(other, asked->words[i].word))
            return false;
    return asked->n > 0;
}

bool theme_is_said(struct themes *themes, const struct theme *theme, const char *text, size_t n, size_t *at)
{
    char *sentence = mem_strndup(NULL, text, n);
    const struct theme *said = theme_of(themes, sentence, sentence, 0, home_of(themes, NULL));
    size_t found = 0, first = n, capitals = n;
    for (size_t i = 0; i < theme->n; i++) {
        const struct theme_word *word = theme->words[i].tells ? word_of(said, theme->words[i].word) : NULL;
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

struct strings theme_words(const void *parent, const struct themes *themes, const struct theme *theme, bool acronyms)
{
    struct strings words = {0};
    char stem[STEM_SIZE];
    size_t at = 0, start, n = strlen(theme->folded);
    while (stem_next(theme->folded, n, &at, stem, &start)) {
        size_t place = lookup_first(themes->stems, stem);
        const struct theme_word *word = place == LOOKUP_NONE ? NULL : word_of(theme, place);
        if (!word || !word->tells || (acronyms && !word->acronym))
            continue;
        char *printed = mem_strndup(NULL, theme->folded + start, at - start);
        strings_add(parent, &words, printed);
        talloc_free(printed);
    }
    return words;
}
