/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Whose minutes these are. "The Panel" is the one that met; a longer name is another body's, unless it is the
 * committee's own, whole, shortened or as its letters ("the FFSP"). Where the committee is not known, any name may
 * be its own. */
#include "config.h"

#include "private.h"

#include <string.h>

#define LETTERS_MOST 16

static bool is_joint(const char *word)
{
    static const char *const joints[] = {"and", "of", "the", "for", "on", "this", "our", "its", "their", "a"};
    for (size_t i = 0; i < MB_LENGTH(joints); i++) {
        if (strcmp(word, joints[i]) == 0)
            return true;
    }
    return false;
}

/* Words of a body's name that name no body alone: "the Scrutiny Committee", "the Select Committee". */
static bool is_general(const char *word)
{
    static const char *const general[] = {"committee", "subcommittee", "sub", "panel", "board",    "commission", "forum",  "group",  "overview",
                                          "scrutiny",  "select",       "os",  "working", "task",   "finish",     "review", "members", "member"};
    for (size_t i = 0; i < MB_LENGTH(general); i++) {
        if (strcmp(word, general[i]) == 0)
            return true;
    }
    return false;
}

/* "The Board" in a panel's minutes is another; "the Committee" any body says of itself. */
static bool is_particular(const char *word)
{
    return strcmp(word, "board") == 0 || strcmp(word, "forum") == 0;
}

static bool has_word(const struct words *words, const char *word)
{
    for (size_t i = 0; i < words->n; i++) {
        if (strcmp(words->at[i], word) == 0)
            return true;
    }
    return false;
}

static bool are_letters_of(const char *word, const struct words *committee)
{
    char letters[LETTERS_MOST];
    size_t n = 0;
    for (size_t i = 0; i < committee->n && n + 1 < LETTERS_MOST; i++) {
        if (!is_joint(committee->at[i]))
            letters[n++] = committee->at[i][0];
    }
    letters[n] = '\0';
    return strcmp(word, letters) == 0;
}

bool body_is_ours(const char *committee, const char *named)
{
    if (!committee || !*committee || !named)
        return true;
    void *scratch = talloc_new(NULL);
    struct words ours, theirs;
    char *folded = text_fold(scratch, named);
    words_split(scratch, committee, &ours);
    words_split(scratch, folded, &theirs);
    bool same = true;
    for (size_t i = 0; i < theirs.n && same; i++)
        same = is_joint(theirs.at[i]) || (is_general(theirs.at[i]) && !is_particular(theirs.at[i])) || has_word(&ours, theirs.at[i]) || are_letters_of(theirs.at[i], &ours);
    talloc_free(scratch);
    return same;
}
