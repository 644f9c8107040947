/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Where the deed of a pattern begins. Most patterns say who, or that anything may stand there, and then what is done:
 * where what is done stands nowhere in a sentence, the pattern matches nowhere, and that is soon known. A pattern is
 * read as PCRE2 reads it, as far as is needed; what is not surely understood has no deed to look for. */
#include "config.h"

#include "rules.h"

#include <string.h>

/* Behind "[": the end of the class, NULL where there is none. */
static const char *class_end(const char *at)
{
    at += *at == '^';
    for (bool first = true; *at && (first || *at != ']'); first = false) {
        if (*at == '[' && strchr(":.=", at[1]))
            return NULL;
        at += *at == '\\' && at[1] ? 2 : 1;
    }
    return *at ? at + 1 : NULL;
}

/* Does the group that AT opens stand for itself, wherever it is read? A look at another group does not, nor does what
 * changes how the rest is read. */
static bool group_is_plain(const char *at)
{
    static const char *const heads[] = {"(?:", "(?>", "(?=", "(?!", "(?<=", "(?<!", "(?i:", "(?-i:", "(?s:"};
    if (at[1] != '?')
        return at[1] != '*';
    for (size_t i = 0; i < MB_LENGTH(heads); i++) {
        if (strncmp(at, heads[i], strlen(heads[i])) == 0)
            return true;
    }
    return at[2] == '<' && at[3] >= 'a' && at[3] <= 'z';
}

/* Does what stands at AT say how often the thing before it stands? */
static bool is_count(const char *at)
{
    return strchr("?*+", *at) ? *at != '\0' : *at == '{' && rule_words_at(at) == 0;
}

/* What stands at top level in PATTERN: its deed, and what follows the words that say who; false where it is not understood. */
static bool read_tops(const char *pattern, const char **deed, const char **behind_who)
{
    bool in_who = false;
    int depth = 0;
    for (const char *at = pattern; *at;) {
        if (*at == '\\' || *at == '[') {
            bool lost = *at == '\\' && (!at[1] || strchr("123456789gkQEGK", at[1]));
            at = *at == '[' ? class_end(at + 1) : at + 2;
            if (lost || !at)
                return false;
            continue;
        }
        if ((*at == '|' && depth == 0) || (*at == '(' && !group_is_plain(at)))
            return false;
        if (*at == '(' && depth == 0) {
            *deed = !*deed && strncmp(at, "(?<deed>", 8) == 0 ? at : *deed;
            in_who = strncmp(at, "(?<owner>", 9) == 0;
        }
        depth += (*at == '(') - (*at == ')');
        at++;
        if (at[-1] == ')' && depth == 0 && in_who && !*behind_who && !is_count(at))
            *behind_who = at;
    }
    return true;
}

const char *rule_deed_at(const char *pattern)
{
    const char *deed = NULL, *behind_who = NULL;
    if (!read_tops(pattern, &deed, &behind_who) || deed == pattern)
        return NULL;
    return deed ? deed : behind_who;
}
