/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A committee that is typed: is it one of those known, from papers or entered before, and if not, which of them
 * may be meant? Compared word by word, for a name is mostly typed in part and sometimes with a slip. */
#include "config.h"

#include "src/store/committees.h"
#include "src/store/entered.h"

#include <string.h>

#define SLIP_LETTERS 4 /* one slip for so many letters of a word */
#define WORD_MOST 40   /* bytes of a word that is compared with slips */

/* ---- words ------------------------------------------------------------------------------------------- */

/* What committees of all kinds are called tells none from another. */
static bool tells_nothing(const char *word)
{
    static const char *const words[] = {"and",  "the",   "of",        "for",    "overview", "scrutiny", "select",
                                        "sub",  "panel", "committee", "board",  "commission", "group",  "council"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

/* The telling words of a name, folded. */
static void telling_words(const void *local, const char *name, struct strings *out)
{
    char *at = text_fold(local, name);
    while (*at) {
        size_t n = strcspn(at, " ");
        char *word = mem_strndup(local, at, n);
        if (n && !tells_nothing(word))
            strings_add(local, out, word);
        at += n + strspn(at + n, " ");
    }
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Letters to add, leave out or change in A to make B of it. */
static size_t slips(const char *a, const char *b)
{
    size_t row[WORD_MOST + 1], n = strlen(b);
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t corner = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < n; j++) {
            size_t above = row[j + 1];
            row[j + 1] = least(least(above, row[j]) + 1, corner + (a[i] != b[j]));
            corner = above;
        }
    }
    return row[n];
}

static bool is_near(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    if (strcmp(a, b) == 0)
        return true;
    return n <= WORD_MOST && m <= WORD_MOST && slips(a, b) <= n / SLIP_LETTERS;
}

/* How many of TYPED are near a word of NAME. */
static size_t near_words(const struct strings *typed, const struct strings *name)
{
    size_t n = 0;
    for (size_t i = 0; i < typed->n; i++)
        for (size_t j = 0; j < name->n; j++)
            if (is_near(typed->at[i], name->at[j])) {
                n++;
                break;
            }
    return n;
}

/* ---- committees -------------------------------------------------------------------------------------- */

static enum status committees_read(const void *local, struct db *db, struct strings *out, struct err *err)
{
    static const char SQL_COMMITTEES[] = "SELECT DISTINCT committee FROM meeting WHERE edition = 1 AND committee IS NOT NULL ORDER BY 1";
    struct entered_list list;
    struct rows rows = db_select(db, SQL_COMMITTEES, err);
    while (rows_next(&rows))
        strings_add(local, out, rows_text(local, &rows, 0));
    enum status status = rows_end(&rows);
    if (status == STATUS_OK)
        status = entered_read(local, db, &list, err);
    for (size_t i = 0; status == STATUS_OK && i < list.n; i++)
        strings_add(local, out, list.at[i].row->committee);
    return status;
}

/* The one of NAMES that shares most of the telling words of TYPED, at least half of them; of two the shorter. */
static const char *nearest_name(const void *local, const struct strings *names, const char *typed)
{
    struct strings words = {0};
    const char *nearest = NULL;
    size_t most = 0, shortest = 0;
    telling_words(local, typed, &words);
    for (size_t i = 0; i < names->n; i++) {
        struct strings of = {0};
        telling_words(local, names->at[i], &of);
        size_t n = near_words(&words, &of);
        if (2 * n < words.n || n < most || n == 0 || (n == most && of.n >= shortest))
            continue;
        nearest = names->at[i];
        most = n;
        shortest = of.n;
    }
    return nearest;
}

enum status committee_is_known(const void *parent, struct db *db, const char *typed, bool *known, char **nearest, struct err *err)
{
    struct strings names = {0};
    void *local = talloc_named_const(NULL, 0, "committees");
    struct committee_names called = {0};
    enum status status = committees_read(local, db, &names, err);
    if (status == STATUS_OK)
        status = committee_names_read(local, db, &called, err);
    const char *now = committee_name_now(&called, NULL, typed);
    *known = false;
    for (size_t i = 0; i < names.n; i++)
        *known |= text_same_words(names.at[i], now);
    *nearest = status == STATUS_OK && !*known ? mem_strdup(parent, nearest_name(local, &names, typed)) : NULL;
    talloc_free(local);
    return status;
}
