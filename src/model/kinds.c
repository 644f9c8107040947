/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What kind of item a title alone tells, by the words of assets/words/item-kinds. The words are data;
 * this file only knows how a line of that file is matched. */
#include "config.h"

#include <minutebook/model.h>

#include <ctype.h>
#include <string.h>

extern const char *const asset_item_kinds[];

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Does a word end or begin between the bytes A and B? */
static bool is_boundary(char a, char b)
{
    return !is_word_byte(a) || !is_word_byte(b);
}

static bool holds_words(const char *title, const char *words, bool at_start, bool at_end)
{
    size_t n = strlen(words);
    for (const char *at = title; n && (at = strstr(at, words)); at++) {
        bool begins = at == title || (!at_start && is_boundary(at[-1], *at));
        const char *end = at + n + (at[n] == 's'); /* a plural is the same word */
        bool year = isdigit((unsigned char)words[n - 1]); /* "work programme 20" of 2024 */
        bool ends = *end == '\0' || year || (!at_end && is_boundary(end[-1], *end));
        if (begins && ends)
            return true;
        if (at_start)
            break;
    }
    return false;
}

/* One indented line of the file against a folded title. */
static bool rule_fits(const void *context, const char *rule, const char *title)
{
    rule += strspn(rule, " \t");
    bool at_start = *rule == '^';
    size_t n = strlen(rule);
    bool at_end = n > 0 && rule[n - 1] == '$';
    char *words = mem_strndup(context, rule + at_start, n - at_start - at_end);
    char *folded = text_fold(context, words);
    bool fits = holds_words(title, folded, at_start, at_end);
    talloc_free(folded);
    talloc_free(words);
    return fits;
}

const char *item_kind_of_title(const char *title)
{
    if (!title)
        return NULL;
    const char *kind = NULL, *found = NULL;
    char *folded = text_fold(NULL, title);
    for (const char *const *line = asset_item_kinds; *line && !found; line++) {
        if (!isspace((unsigned char)**line))
            kind = *line;
        else if (rule_fits(folded, *line, folded))
            found = kind;
    }
    talloc_free(folded);
    return found;
}
