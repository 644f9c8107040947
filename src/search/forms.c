/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Forms of an English word. What a rule proposes is believed only where it stands in the texts, and what a word is made of is
 * sought one step down and no further: a form too few is the lesser fault. Exceptions are data (assets/words/word-forms). */
#include "config.h"

#include <minutebook/search_words.h>
#include <minutebook/text.h>

#include <ctype.h>

#define WORD_LEAST 3
#define WORD_MOST 40

extern const char *const *const asset_word_forms_groups[];

struct forming {
    const void *parent;
    const char *word;
    word_known *known;
    void *to;
    struct strings *out;
};

/* ---- the data ------------------------------------------------------------------------------------------------ */

/* Whether WORD stands in LINE; its place there in *PLACE. */
static bool line_has(const char *line, const char *word, size_t *place)
{
    size_t n = strlen(word);
    *place = 0;
    for (const char *at = line + strspn(line, " "); *at; at += strspn(at, " "), ++*place) {
        size_t length = strcspn(at, " ");
        if (length == n && memcmp(at, word, n) == 0)
            return true;
        at += length;
    }
    return false;
}

/* The next line of the group NAME behind *LINE that has WORD; NULL behind the last. */
static const char *next_line(const char *name, const char *const **line, const char *word, size_t *place)
{
    const char *const *const *head = asset_word_forms_groups;
    while (!*line && *head && strcmp(**head, name) != 0)
        head++;
    if (!*line)
        *line = *head;
    while (*line && *++*line && ***line == ' ')
        if (line_has(**line, word, place))
            return **line;
    return NULL;
}

static const char *first_line(const char *name, const char *word, size_t *place)
{
    const char *const *line = NULL;
    return next_line(name, &line, word, place);
}

static bool is_alone(const char *word)
{
    size_t place;
    return first_line("alone", word, &place) != NULL;
}

/* ---- letters ------------------------------------------------------------------------------------------------- */

static bool ends(const char *word, const char *tail)
{
    size_t n = strlen(word), m = strlen(tail);
    return n >= m && memcmp(word + n - m, tail, m) == 0;
}

static bool is_vowel(char c)
{
    return c && strchr("aeiou", c);
}

/* Long enough, and to be spoken: "str" of "string" is no word. */
static bool is_base(const char *word)
{
    return strlen(word) >= WORD_LEAST && strcspn(word, "aeiouy") < strlen(word);
}

static bool hisses(const char *word)
{
    size_t n = strlen(word);
    return ends(word, "s") || ends(word, "x") || ends(word, "z") || (n > 1 && word[n - 1] == 'h' && strchr("cs", word[n - 2]));
}

/* One syllable with one vowel before its last consonant, which is written twice before -ed and -ing: "plan", not "paint", "fix", "show". */
static bool doubles(const char *word)
{
    size_t n = strlen(word), vowels = 0;
    if (n < 3 || is_vowel(word[n - 1]) || strchr("wxy", word[n - 1]) || !is_vowel(word[n - 2]) || is_vowel(word[n - 3]))
        return false;
    for (size_t i = 0; i < n; i++)
        vowels += is_vowel(word[i]) || (word[i] == 'y' && i > 0);
    return vowels == 1;
}

static bool doubled(const char *word)
{
    size_t n = strlen(word);
    return n > 3 && word[n - 1] == word[n - 2] && !is_vowel(word[n - 1]);
}

static char *with(const char *word, size_t cut, const char *tail)
{
    return mem_printf(NULL, "%.*s%s", (int)(strlen(word) - cut), word, tail);
}

/* ---- a word's bases -------------------------------------------------------------------------------------------- */

static bool stands(const struct forming *forming, const char *word)
{
    return forming->known(forming->to, word);
}

/* WORD with its last CUT bytes changed to TAIL, where that may be what it is made of; else NULL. */
static char *base_of(const struct forming *forming, size_t cut, const char *tail)
{
    char *base = strlen(forming->word) > cut ? with(forming->word, cut, tail) : NULL;
    if (base && is_base(base) && !is_alone(base) && stands(forming, base))
        return base;
    talloc_free(base);
    return NULL;
}

static bool may_be_plural(const char *word)
{
    return ends(word, "s") && !ends(word, "ss") && !ends(word, "us") && !ends(word, "is") && strlen(word) > WORD_LEAST;
}

/* "policies", "boxes", "roads". */
static char *singular_base(const struct forming *forming)
{
    const char *word = forming->word;
    if (!may_be_plural(word))
        return NULL;
    char *base = ends(word, "ies") ? base_of(forming, 3, "y") : NULL;
    if (!base && ends(word, "sses"))
        return base_of(forming, 2, "");
    if (!base)
        base = base_of(forming, 1, "");
    if (!base && ends(word, "es")) {
        base = base_of(forming, 2, "");
        if (base && !hisses(base) && !ends(base, "o")) {
            talloc_free(base);
            base = NULL;
        }
    }
    return base;
}

/* Whether what STEM gives with -ed and -ing is of the word with a silent e: of "range", not of "rang"; but "asked" is of "ask", where
 * "Aske" is but a name. */
static bool is_of_silent_e(const struct forming *forming, const char *stem)
{
    char *silent = with(stem, 0, "e"), *thus = with(stem, 0, "es");
    bool is = stands(forming, silent) && (stands(forming, thus) || !stands(forming, stem));
    talloc_free(silent);
    talloc_free(thus);
    return is;
}

/* What stands before -ed or -ing, TAIL: "hope" rather than "hop" of "hoping", "plan" of "planned", "carry" of "carried". */
static char *verb_base(const struct forming *forming, const char *tail)
{
    size_t n = strlen(tail);
    if (!ends(forming->word, tail) || ends(forming->word, "eed") || strlen(forming->word) < n + WORD_LEAST)
        return NULL;
    char *stem = with(forming->word, n, ""), *base = NULL;
    if (ends(stem, "i") && *tail == 'e')
        base = base_of(forming, n + 1, "y");
    if (!base && !doubled(stem) && (doubles(stem) || is_of_silent_e(forming, stem)))
        base = base_of(forming, n, "e");
    if (!base && !doubles(stem) && (!ends(stem, "s") || ends(stem, "ss")))
        base = base_of(forming, n, "");
    if (!base && doubled(stem))
        base = base_of(forming, n + 1, "");
    talloc_free(stem);
    return base;
}

/* "agreed", "freed". */
static char *double_e_base(const struct forming *forming)
{
    return ends(forming->word, "eed") ? base_of(forming, 1, "") : NULL;
}

/* ---- what is made of a base -------------------------------------------------------------------------------------- */

static void add(struct forming *forming, const char *form)
{
    if (forming->out->n == WORD_FORMS_MOST || strcmp(form, forming->word) == 0 || !stands(forming, form))
        return;
    for (size_t i = 0; i < forming->out->n; i++)
        if (strcmp(forming->out->at[i], form) == 0)
            return;
    strings_add(forming->parent, forming->out, form);
}

static void add_made(struct forming *forming, const char *base, size_t cut, const char *tail)
{
    char *form = with(base, cut, tail);
    if (!is_alone(form))
        add(forming, form);
    talloc_free(form);
}

static char *plural_of(const char *word)
{
    size_t n = strlen(word);
    if (ends(word, "y") && n > 1 && !is_vowel(word[n - 2]))
        return with(word, 1, "ies");
    return with(word, 0, hisses(word) ? "es" : "s");
}

static void add_plural(struct forming *forming, const char *base)
{
    char *plural = plural_of(base);
    if (!is_alone(plural) || is_alone(base))
        add(forming, plural);
    if (ends(base, "o"))
        add_made(forming, base, 0, "es");
    talloc_free(plural);
}

static void add_verb_forms(struct forming *forming, const char *base)
{
    size_t n = strlen(base);
    if (ends(base, "e")) {
        add_made(forming, base, 0, "d");
        add_made(forming, base, ends(base, "ee") ? 0 : 1, "ing");
    } else if (ends(base, "y") && n > 1 && !is_vowel(base[n - 2])) {
        add_made(forming, base, 1, "ied");
        add_made(forming, base, 0, "ing");
    } else if (doubles(base)) {
        const char last[] = {base[n - 1], '\0'};
        char *twice = with(base, 0, last);
        add_made(forming, twice, 0, "ed");
        add_made(forming, twice, 0, "ing");
        talloc_free(twice);
    } else if (!is_of_silent_e(forming, base)) {
        add_made(forming, base, 0, "ed");
        add_made(forming, base, 0, "ing");
    }
}

static void add_all(struct forming *forming, char *base)
{
    if (base) {
        add(forming, base);
        add_plural(forming, base);
        add_verb_forms(forming, base);
    }
    talloc_free(base);
}

/* The words of LINE that stand there beside the one sought. */
static void add_line(struct forming *forming, const char *line)
{
    for (const char *at = line + strspn(line, " "); *at; at += strspn(at, " ")) {
        char *word = mem_strndup(NULL, at, strcspn(at, " "));
        at += strlen(word);
        add(forming, word);
        talloc_free(word);
    }
}

static bool add_irregular(struct forming *forming)
{
    static const char *const groups[] = {"nouns", "verbs"};
    bool found = false;
    size_t place;
    for (size_t i = 0; i < MB_LENGTH(groups); i++) {
        const char *const *at = NULL;
        for (const char *line; (line = next_line(groups[i], &at, forming->word, &place)); found = true)
            add_line(forming, line);
    }
    return found;
}

/* Singular and plural, where the data says that both live for themselves. */
static void add_number_alone(struct forming *forming)
{
    char *other = may_be_plural(forming->word) ? with(forming->word, 1, "") : ends(forming->word, "s") ? NULL : plural_of(forming->word);
    if (other && (is_alone(other) || !may_be_plural(forming->word)))
        add(forming, other);
    talloc_free(other);
}

static bool is_english(const char *word)
{
    size_t n = strlen(word);
    return n >= WORD_LEAST && n <= WORD_MOST && strspn(word, "abcdefghijklmnopqrstuvwxyz") == n;
}

void word_forms(const void *parent, const char *word, word_known *known, void *to, struct strings *out)
{
    struct forming forming = {parent, word, known, to, out};
    if (!is_english(word))
        return;
    if (is_alone(word)) {
        add_number_alone(&forming);
    } else if (!add_irregular(&forming)) {
        add_plural(&forming, word);
        add_verb_forms(&forming, word);
        add_all(&forming, singular_base(&forming));
        add_all(&forming, verb_base(&forming, "ed"));
        add_all(&forming, verb_base(&forming, "ing"));
        add_all(&forming, double_e_base(&forming));
    }
}

/* ---- number alone -------------------------------------------------------------------------------------------------- */

static char *irregular_number(const void *parent, const char *line, size_t place)
{
    const char *at = line + strspn(line, " ");
    if (place == 0)
        at += strcspn(at, " ") + 1;
    return mem_strndup(parent, at, strcspn(at, " "));
}

/* "boxes", "losses", "churches"; "houses" is of "house". */
static bool hisses_before_es(const char *word)
{
    return ends(word, "sses") || ends(word, "xes") || ends(word, "ches") || ends(word, "shes");
}

char *word_other_number(const void *parent, const char *word)
{
    size_t place;
    const char *line = first_line("nouns", word, &place);
    if (line)
        return irregular_number(parent, line, place);
    if (!is_english(word) || first_line("verbs", word, &place) || is_alone(word))
        return NULL;
    char *made = !may_be_plural(word)                      ? plural_of(word)
                 : ends(word, "ies") && strlen(word) > 4    ? with(word, 3, "y")
                 : hisses_before_es(word)                   ? with(word, 2, "")
                                                            : with(word, 1, "");
    char *other = mem_strdup(parent, made);
    talloc_free(made);
    return other;
}
