/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which texts tell nothing that is looked for, by the words of assets/words/routine-texts. The words are data; this file knows
 * what follows from their groups. Whatever is not known by its words is not routine: to show too much is the lesser fault. */
#include "config.h"

#include "phrase.h"

#include <minutebook/model.h>

#include <ctype.h>

enum routine_group {
    ROUTINE_LEAFLET,    /* a long text that begins so is routine as a whole */
    ROUTINE_BLOCK,      /* a short one */
    ROUTINE_ANYWHERE,   /* a sentence of any text */
    ROUTINE_SENTENCE,   /* a sentence of an item of routine business */
    ROUTINE_ATTENDANCE, /* titles under which names alone are routine */
    ROUTINE_STAYS,      /* never routine ... */
    ROUTINE_UNLESS,     /* ... unless these words stand in the same sentence */
    ROUTINE_GROUPS
};

static const char *const group_names[ROUTINE_GROUPS] = {
    [ROUTINE_LEAFLET] = "leaflet", [ROUTINE_BLOCK] = "block", [ROUTINE_ANYWHERE] = "anywhere", [ROUTINE_SENTENCE] = "sentence",
    [ROUTINE_ATTENDANCE] = "attendance", [ROUTINE_STAYS] = "stays", [ROUTINE_UNLESS] = "unless",
};

#define LEAFLET_MOST 20000 /* bytes; a longer text is more than a leaflet */
#define BLOCK_MOST 1500
#define BEGINNING 240      /* bytes of a text that tell how it begins */
#define DAY_REST 30        /* bytes behind a day that stands alone: its clock time */

extern const char *const *const asset_routine_texts_groups[];

static bool group_fits(enum routine_group group, const char *folded)
{
    const char *const *const *head = asset_routine_texts_groups;
    while (*head && strcmp(**head, group_names[group]) != 0)
        head++;
    if (!*head)
        return false;
    for (const char *const *line = *head + 1; *line && **line == ' '; line++)
        if (phrase_fits(*line, folded))
            return true;
    return false;
}

static bool stays(const char *folded)
{
    return group_fits(ROUTINE_STAYS, folded) && !group_fits(ROUTINE_UNLESS, folded);
}

/* ---- a sentence -------------------------------------------------------------------------------------------- */

static bool is_joining(const char *word, size_t n)
{
    static const char *const words[] = {"and", "of", "for", "the", "de", "van", "von", "ap", "y", "a", "as", "with"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strlen(words[i]) == n && strncmp(words[i], word, n) == 0)
            return true;
    return false;
}

/* "Councillors A. Green and B. Miller (Vice-Chairman)": capitals throughout, no digit. */
static bool is_names(const char *text, size_t n)
{
    bool any = false;
    for (size_t at = 0; at < n;) {
        if (isdigit((unsigned char)text[at]))
            return false;
        if (!text_is_word_byte(text[at])) {
            at++;
            continue;
        }
        size_t start = at;
        while (at < n && (text_is_word_byte(text[at]) || text[at] == '\'' || text[at] == '-'))
            at++;
        unsigned char first = (unsigned char)text[start];
        if (!isupper(first) && first < 0x80 && !is_joining(text + start, at - start))
            return false;
        any = true;
    }
    return any;
}

static bool is_day(const char *text, size_t n)
{
    char *copy = mem_strndup(NULL, text, n < BEGINNING ? n : BEGINNING);
    struct date date;
    bool has_year;
    size_t used = date_scan(copy, &date, &has_year);
    talloc_free(copy);
    return used > 0 && n - used <= DAY_REST;
}

/* "3", "(a)", "Page 14": nothing is said by it. */
static bool is_bare(const char *folded)
{
    size_t letters = 0;
    folded += text_starts(folded, "page ") ? strlen("page ") : 0;
    for (const char *c = folded; *c; c++)
        letters += text_is_word_byte(*c) && !isdigit((unsigned char)*c);
    return letters < 2;
}

/* BARE is set where it says nothing at all, which is routine only beside what is. */
static bool sentence_is_routine(const char *text, size_t n, bool business, bool attendance, bool *bare)
{
    char *copy = mem_strndup(NULL, text, n), *folded = text_fold(copy, copy);
    folded += strspn(folded, "0123456789([ ");
    bool routine = group_fits(ROUTINE_ANYWHERE, folded) ||
                   (business && (group_fits(ROUTINE_SENTENCE, folded) || is_day(text, n))) || (attendance && is_names(text, n));
    routine = routine && !stays(folded);
    *bare = !routine && is_bare(folded);
    talloc_free(copy);
    return routine;
}

/* ---- a text ------------------------------------------------------------------------------------------------- */

/* How TEXT begins, folded and without the number that may stand before it. */
static char *beginning(const char *text, size_t n)
{
    size_t cut = n;
    if (n > BEGINNING)
        for (cut = BEGINNING; cut > 0 && !isspace((unsigned char)text[cut]); cut--)
            continue;
    char *copy = mem_strndup(NULL, text, cut), *folded = text_fold(copy, copy);
    char *start = mem_strdup(NULL, folded + strspn(folded, "0123456789([ "));
    talloc_free(copy);
    return start;
}

static bool any_sentence_stays(const char *text, size_t n)
{
    struct sentence sentence;
    bool found = false;
    for (size_t at = 0; !found && sentence_next(text, n, &at, &sentence);) {
        char *copy = mem_strndup(NULL, text + sentence.words.start, sentence.words.len);
        found = stays(text_fold(copy, copy));
        talloc_free(copy);
    }
    return found;
}

static bool begins_routine(const char *text, size_t n)
{
    char *start = beginning(text, n);
    bool fits = (n <= BLOCK_MOST && group_fits(ROUTINE_BLOCK, start)) || group_fits(ROUTINE_LEAFLET, start);
    talloc_free(start);
    return fits && !any_sentence_stays(text, n);
}

static bool title_is_attendance(const char *title)
{
    char *folded = text_fold(NULL, title);
    bool fits = group_fits(ROUTINE_ATTENDANCE, folded);
    talloc_free(folded);
    return fits;
}

bool item_text_is_routine(const char *kind, const char *title, const char *text, size_t n)
{
    bool business = text_same(kind, "routine"), attendance = business && title && title_is_attendance(title);
    struct sentence sentence;
    if (n > LEAFLET_MOST)
        return false;
    if (n > 0 && begins_routine(text, n))
        return true;
    bool any = business, bare = false;
    for (size_t at = 0; sentence_next(text, n, &at, &sentence); any = any || !bare)
        if (!sentence_is_routine(text + sentence.words.start, sentence.words.len, business, attendance, &bare) && !bare)
            return false;
    return any;
}
