/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of packs, looked up by what they mean (assets/words/pack-words is the data), and small
 * questions about letters. No rule of a paper's form is here. */
#include "config.h"

#include "src/intake/pack.h"

#include <string.h>
#include <strings.h>

#define QUOTED_LONGEST 100 /* bytes of a title in a warning */

extern const char *const *const asset_pack_words_groups[];

static const char *const groups[PACK_WORDS_COUNT] = {
#define X(id, name) [id] = name,
    PACK_WORDS(X)
#undef X
};

/* The lines of a group: the first after its name; they end where one stands at the margin. */
static const char *const *group_lines(enum pack_words group)
{
    static const char *const none[] = {NULL};
    const char *const *const *head = asset_pack_words_groups;
    while (*head && (***head != *groups[group] || strcmp(**head, groups[group]) != 0))
        head++;
    return *head ? *head + 1 : none;
}

static const char *words_of(const char *line)
{
    return line && *line == ' ' ? line + strspn(line, " ") : NULL;
}

/* WORDS, perhaps tied by ^ and $, in FOLDED, which ends at END, as whole words. */
static bool holds(const char *folded, const char *end, const char *words)
{
    bool first = *words == '^';
    words += first;
    size_t n = strlen(words);
    bool last = n && words[n - 1] == '$';
    n -= last;
    if (first)
        return strncmp(folded, words, n) == 0 && !text_is_word_byte(folded[n]) && (!last || folded[n] == '\0');
    for (const char *at = folded; (at = memmem(at, (size_t)(end - at), words, n)); at++)
        if ((at == folded || !text_is_word_byte(at[-1])) && !text_is_word_byte(at[n]) && (!last || at[n] == '\0'))
            return true;
    return false;
}

/* The bytes with which words begin in FOLDED: most of a group begin with none of them. Its end. */
static const char *beginnings(const char *folded, bool begins[256])
{
    const char *at = folded;
    for (bool within = false; *at; at++) {
        begins[(unsigned char)*at] |= !within;
        within = text_is_word_byte(*at);
    }
    return at;
}

bool pack_says(enum pack_words group, const char *folded)
{
    bool begins[256] = {false};
    const char *end = beginnings(folded, begins), *words;
    for (const char *const *line = group_lines(group); (words = words_of(*line)); line++)
        if (begins[(unsigned char)words[*words == '^']] && holds(folded, end, words))
            return true;
    return false;
}

bool pack_line_says(enum pack_words group, const char *text)
{
    char *folded = text_fold(NULL, text);
    bool says = pack_says(group, folded);
    talloc_free(folded);
    return says;
}

/* The longest words of the group LINES at the start of TEXT: bytes, 0 if none. */
static size_t longest_at(const char *const *lines, const char *text)
{
    size_t longest = 0;
    for (const char *words; (words = words_of(*lines)); lines++) {
        if ((*words | 0x20) != (*text | 0x20))
            continue;
        size_t n = strlen(words);
        bool fits = n > longest && strncasecmp(text, words, n) == 0;
        if (fits && !(text_is_word_byte(words[n - 1]) && text_is_word_byte(text[n])))
            longest = n;
    }
    return longest;
}

size_t pack_words_at(enum pack_words group, const char *text)
{
    return longest_at(group_lines(group), text);
}

const char *pack_words_find(enum pack_words group, const char *text, size_t *n)
{
    const char *const *lines = group_lines(group);
    bool begins[256] = {false}; /* spares most places of a long text */
    const char *words;
    for (const char *const *line = lines; (words = words_of(*line)); line++)
        begins[(unsigned char)*words | 0x20] = true;
    for (const char *at = text; *at; at++) {
        bool may = begins[(unsigned char)*at | 0x20] && (at == text || !text_is_word_byte(at[-1]));
        *n = may ? longest_at(lines, at) : 0;
        if (*n)
            return at;
    }
    return NULL;
}

size_t pack_void(const char *text)
{
    bool zero_width = text_starts(text, "\xE2\x80\x8B") || text_starts(text, "\xEF\xBB\xBF");
    return zero_width ? 3 : pack_blank(text);
}

bool text_in_capitals(const char *text)
{
    bool letter = false;
    for (; *text; text++) {
        if (*text >= 'a' && *text <= 'z')
            return false;
        letter |= *text >= 'A' && *text <= 'Z';
    }
    return letter;
}

bool text_starts_small(const char *text)
{
    return text[0] >= 'a' && text[0] <= 'z';
}

char *text_short(const void *parent, const char *text)
{
    size_t n = strcspn(text, "\n");
    if (n <= QUOTED_LONGEST)
        return mem_strndup(parent, text, n);
    n = QUOTED_LONGEST;
    while (n && ((unsigned char)text[n] & 0xC0) == 0x80)
        n--;
    return mem_printf(parent, "%.*s…", (int)n, text);
}

bool text_stops(const char *text)
{
    size_t n = strlen(text);
    while (n && strchr(")]\"'", text[n - 1]))
        n--;
    while (n >= 3 && (memcmp(text + n - 3, "\xE2\x80\x99", 3) == 0 || memcmp(text + n - 3, "\xE2\x80\x9D", 3) == 0))
        n -= 3;
    return n == 0 || strchr(".!?:;", text[n - 1]) || (n >= 3 && memcmp(text + n - 3, "\xE2\x80\xA6", 3) == 0);
}

size_t text_find_date(const char *text, size_t from, struct date *date, size_t *used)
{
    bool has_year = false;
    for (size_t at = from; text[at]; at += *used) {
        at += date_find(text + at, used, date, &has_year);
        if (*used == 0)
            return SIZE_MAX;
        if (has_year)
            return at;
    }
    return SIZE_MAX;
}
