/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* An abbreviation in brackets is read backwards beside the words before it, letter by letter and word by word, as Schwartz and Hearst do
 * (A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text, 2003); stricter, for each letter must begin a word. */
#include "config.h"

#include <minutebook/text_acronyms.h>

#include <ctype.h>
#include <string.h>

#define LETTERS_MAX 8
#define WORDS_MAX 16  /* that are looked at */
#define BRACKET_MAX 120

struct word {
    size_t at, n;
};

/* Bytes of the quote, dash or blank at the start of TEXT that is longer than one; the apostrophe is of its word. */
static size_t mark_bytes(const char *text, size_t n)
{
    if (n >= 3 && memcmp(text, "\xE2\x80", 2) == 0 && memcmp(text, "\xE2\x80\x99", 3) != 0)
        return 3;
    return n >= 2 && memcmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* Whether a letter stands at AT, before TO. */
static bool is_letter(const char *text, size_t at, size_t to)
{
    return isalpha((unsigned char)text[at]) || ((unsigned char)text[at] >= 0x80 && mark_bytes(text + at, to - at) == 0);
}

/* ---- an abbreviation -------------------------------------------------------------------------------- */

/* Bytes of WORD without the s of its plural; 0: it is no abbreviation. */
static size_t brief_length(const char *word, size_t n)
{
    size_t capitals = 0, letters = 0;
    if (n > 2 && word[n - 1] == 's' && isupper((unsigned char)word[n - 2]))
        n--;
    for (size_t i = 0; i < n; i++) {
        bool joins = i > 0 && i + 1 < n && (word[i] == '&' || word[i] == '-');
        if (!joins && !isalpha((unsigned char)word[i]))
            return 0;
        capitals += isupper((unsigned char)word[i]) != 0;
        letters += !joins;
    }
    return capitals >= 2 && letters >= 2 && letters <= LETTERS_MAX ? n : 0;
}

bool text_is_acronym(const char *word, size_t n)
{
    return brief_length(word, n) > 0;
}

static size_t letters_of(const char *brief, size_t n, char letters[LETTERS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < n && count < LETTERS_MAX; i++)
        if (isalpha((unsigned char)brief[i]))
            letters[count++] = (char)tolower((unsigned char)brief[i]);
    return count;
}

/* ---- words beside it -------------------------------------------------------------------------------- */

static bool is_one_of(const char *text, struct word word, const char *const *list)
{
    for (; *list; list++)
        if (strlen(*list) == word.n && strncasecmp(text + word.at, *list, word.n) == 0)
            return true;
    return false;
}

/* The initials of a person explain nothing. */
static bool is_title(const char *text, struct word word)
{
    static const char *const titles[] = {"Councillor", "Cllr", "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", NULL};
    return is_one_of(text, word, titles);
}

/* What parts sentences, cells and paragraphs; a line alone may be broken anywhere. A title's full stop does not. */
static bool is_stop(const char *text, size_t at, size_t to)
{
    if (text[at] == '\n')
        return at + 1 < to && text[at + 1] == '\n';
    return text[at] && strchr(".;:!?()[]\t", text[at]);
}

/* Those of the bytes FROM to TO, at most WORDS_MAX and the last ones; what parts sentences ends them. */
static size_t words_of(const char *text, size_t from, size_t to, struct word words[WORDS_MAX])
{
    size_t n = 0;
    for (size_t at = from; at < to;) {
        size_t start = at, mark = mark_bytes(text + at, to - at);
        if (is_stop(text, at, to) && !(text[at] == '.' && n > 0 && is_title(text, words[n - 1])))
            n = 0;
        if (!is_letter(text, at, to)) {
            at += mark ? mark : 1;
            continue;
        }
        while (at < to && (is_letter(text, at, to) || (text[at] == '\'' && at + 1 < to && is_letter(text, at + 1, to))))
            at++;
        size_t closed = at - start > 3 && memcmp(text + at - 3, "\xE2\x80\x99", 3) == 0 ? 3 : 0; /* it is a quote, too */
        if (n == WORDS_MAX) {
            memmove(words, words + 1, (WORDS_MAX - 1) * sizeof *words);
            n--;
        }
        words[n++] = (struct word){start, at - start - closed};
    }
    return n;
}

static bool is_small(const char *text, struct word word)
{
    static const char *const small[] = {"of", "and", "or", "the", "for", "to", "in", "on", "with", "by", "at", "from", "a", "an", "s", NULL};
    return is_one_of(text, word, small);
}

static bool begins(const char *text, struct word word, char letter)
{
    return tolower((unsigned char)text[word.at]) == letter;
}

/* The word with which the LETTERS, N of them, begin if the last of WORDS has the last letter; SIZE_MAX: they do not fit. */
static size_t fit(const char *text, const struct word *words, size_t n_words, const char *letters, size_t n)
{
    size_t word = n_words;
    while (n > 0) {
        if (word == 0)
            return SIZE_MAX;
        word--;
        if (begins(text, words[word], letters[n - 1])) {
            /* "Council of Wales (CW)": a small word that happens to begin so gives way where the one before does, too */
            bool skip = is_small(text, words[word]) && word > 0 && begins(text, words[word - 1], letters[n - 1]);
            n -= !skip;
        } else if (!is_small(text, words[word]) || word + 1 == n_words) {
            return SIZE_MAX;
        }
    }
    return word;
}

static bool spell(const char *text, size_t from, size_t to, bool whole, struct acronym *out)
{
    char letters[LETTERS_MAX];
    struct word words[WORDS_MAX];
    size_t n = words_of(text, from, to, words), count = letters_of(text + out->brief, out->brief_n, letters);
    size_t first = n > 1 ? fit(text, words, n, letters, count) : SIZE_MAX;
    if (first == SIZE_MAX || n - first < 2 || (first > 0 && is_title(text, words[first - 1])) || (whole && (first != 0 || words[0].at != from)))
        return false;
    out->words = words[first].at;
    out->words_n = words[n - 1].at + words[n - 1].n - out->words;
    return true;
}

/* ---- in a text -------------------------------------------------------------------------------------- */

static size_t skip_back(const char *text, size_t at)
{
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
        at--;
    return at;
}

/* Where the line or what is far enough before AT begins. */
static size_t begin_of(const char *text, size_t from, size_t at)
{
    size_t start = at > from + 2 * BRACKET_MAX ? at - 2 * BRACKET_MAX : from;
    while (start > from && start < at && ((unsigned char)text[start] & 0xC0) == 0x80)
        start++;
    return start;
}

/* The brackets that open at OPEN; their end, 0 where they do not close soon. */
static size_t close_of(const char *text, size_t n, size_t open)
{
    for (size_t at = open + 1; at < n && at <= open + BRACKET_MAX; at++) {
        if (text[at] == ')')
            return at;
        if (text[at] == '(')
            return 0;
    }
    return 0;
}

/* Bytes of the blank or quote at AT, of the one that ends before END; 0: there is none. */
static size_t quote_at(const char *text, size_t at, size_t end)
{
    static const char *const quotes[] = {" ", "\n", "\"", "'", "\xC2\xA0", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D"};
    for (size_t i = 0; i < MB_LENGTH(quotes); i++)
        if (end - at >= strlen(quotes[i]) && memcmp(text + at, quotes[i], strlen(quotes[i])) == 0)
            return strlen(quotes[i]);
    return 0;
}

static size_t quote_before(const char *text, size_t start, size_t end)
{
    for (size_t n = 1; n <= 3 && n <= end - start; n++)
        if (quote_at(text, end - n, end) == n)
            return n;
    return 0;
}

/* "Elective Home Education (EHE)" */
static bool explained_before(const char *text, size_t from, size_t open, size_t close, struct acronym *out)
{
    size_t start = open + 1, end = close;
    while (start < end && quote_at(text, start, end))
        start += quote_at(text, start, end);
    while (end > start && quote_before(text, start, end))
        end -= quote_before(text, start, end);
    *out = (struct acronym){.brief = start, .brief_n = brief_length(text + start, end - start)};
    return out->brief_n && spell(text, begin_of(text, from, open), skip_back(text, open), false, out);
}

/* "EHE (Elective Home Education)" */
static bool explained_behind(const char *text, size_t from, size_t open, size_t close, struct acronym *out)
{
    size_t end = skip_back(text, open), start = end;
    while (start > from && (isalpha((unsigned char)text[start - 1]) || text[start - 1] == '&' || text[start - 1] == '-'))
        start--;
    *out = (struct acronym){.brief = start, .brief_n = brief_length(text + start, end - start)};
    return out->brief_n && spell(text, open + 1, close, true, out);
}

bool text_acronym(const char *text, size_t n, size_t from, struct acronym *out)
{
    for (size_t at = from; at < n; at++) {
        size_t close = text[at] == '(' ? close_of(text, n, at) : 0;
        if (close && (explained_before(text, from, at, close, out) || explained_behind(text, from, at, close, out)))
            return true;
    }
    return false;
}
