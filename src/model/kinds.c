/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What kind of item a title alone tells, by the words of assets/words/item-kinds. The words are data;
 * this file only knows how a line of that file is matched. */
#include "config.h"

#include <minutebook/model.h>

#include <ctype.h>
#include <string.h>

extern const char *const asset_item_kinds[];

/* Does a word end or begin between the bytes A and B? */
static bool is_boundary(char a, char b)
{
    return !text_is_word_byte(a) || !text_is_word_byte(b);
}

/* The words of one line of the file: without the marks that tie them. */
struct words {
    const char *at;
    size_t n;
    bool at_start, at_end;
};

static bool holds_words(const char *title, const struct words *words)
{
    for (const char *at = title; words->n && (at = strchr(at, *words->at)); at++) {
        bool begins = at == title || (!words->at_start && is_boundary(at[-1], *at));
        if (begins && strncmp(at, words->at, words->n) == 0) {
            const char *end = at + words->n + (at[words->n] == 's'); /* a plural is the same word */
            bool year = isdigit((unsigned char)words->at[words->n - 1]); /* "work programme 20" of 2024 */
            if (*end == '\0' || year || (!words->at_end && is_boundary(end[-1], *end)))
                return true;
        }
        if (words->at_start)
            break;
    }
    return false;
}

/* One indented line of the file against a folded title. The words of the file stand folded (a test holds it to that). */
static bool rule_fits(const char *rule, const char *title)
{
    rule += strspn(rule, " \t");
    bool at_start = *rule == '^';
    size_t n = strlen(rule);
    bool at_end = n > 0 && rule[n - 1] == '$';
    struct words words = {rule + at_start, n - at_start - at_end, at_start, at_end};
    return holds_words(title, &words);
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
        else if (rule_fits(*line, folded))
            found = kind;
    }
    talloc_free(folded);
    return found;
}
