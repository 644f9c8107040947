/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Related words: groups that are compiled in (assets/words/related-words), then the member's own. A slip of the pen loses its
 * line and nothing else. */
#include "config.h"

#include <minutebook/base_lookup.h>
#include <minutebook/search_words.h>
#include <minutebook/text.h>

#include <ctype.h>

#define FILE_LONGEST ((size_t)256 << 10)
#define ENTRY_LONGEST 200 /* bytes */
#define GROUP_MOST 24     /* entries of a line */
#define FAULTS_MOST 50

extern const char *const asset_related_words[];

struct entry {
    char *text, *key; /* as it is written, and as it is compared */
    size_t group;
    bool leads;   /* where it is typed, to the others of its line */
    bool capital; /* also a word of its own: leads in capitals, is never led to */
};
struct related {
    struct entry *entries;
    size_t n_entries, n_groups, longest;
    size_t *first; /* entry of each group; those of a group stand together */
    struct lookup *keys;
};

/* ---- one word compared with another --------------------------------------------------------------------------- */

/* Words alone: the index parts "children's" and "O&S" at their marks, too. */
static char *key_of(const void *parent, const char *words)
{
    char *bare = mem_strdup(NULL, words);
    for (char *c = bare; *c; c++)
        if (strchr("'&()[]{}%#@*\"", *c))
            *c = ' ';
    for (char *c = bare; (c = strstr(c, "\xE2\x80\x99"));)
        memcpy(c, "   ", 3);
    char *key = text_fold(parent, bare);
    talloc_free(bare);
    return key;
}

static size_t count_words(const char *key)
{
    size_t n = *key != '\0';
    for (; *key; key++)
        n += *key == ' ';
    return n;
}

/* KEY with its last word in the other number; NULL where that is not told. */
static char *other_number(const void *parent, const char *key)
{
    const char *blank = strrchr(key, ' '), *last = blank ? blank + 1 : key;
    char *other = word_other_number(NULL, last);
    char *whole = other ? mem_printf(parent, "%.*s%s", (int)(last - key), key, other) : NULL;
    talloc_free(other);
    return whole;
}

/* ---- reading ---------------------------------------------------------------------------------------------------- */

/* What is wrong with the entry WORDS; NULL: nothing. */
static const char *entry_fault(const char *words, const char *key)
{
    if (!*words)
        return "a word is missing beside = or ->";
    if (!*key)
        return "an entry holds no letter or digit";
    return strlen(words) > ENTRY_LONGEST ? "an entry is too long" : NULL;
}

/* Where the next sign stands in TEXT and how long it is; the end, and 0. */
static char *next_sign(char *text, size_t *n, bool *arrow)
{
    for (; *text; text++) {
        *arrow = text_starts(text, "->");
        if (*arrow || *text == '=') {
            *n = *arrow ? 2 : 1;
            return text;
        }
    }
    *n = 0;
    *arrow = false;
    return text;
}

static const char *take_entry(struct related *related, struct entry *list, size_t *n, char *words)
{
    struct entry *entry = &list[*n];
    *entry = (struct entry){.capital = *words == '!'};
    words = text_trim(words + entry->capital);
    char *key = key_of(NULL, words);
    const char *fault = entry_fault(words, key);
    for (size_t i = 0; i < *n && !fault; i++)
        if (strcmp(list[i].text, words) == 0)
            fault = "an entry stands there twice";
    if (fault) {
        talloc_free(key);
        return fault;
    }
    entry->key = talloc_steal(related, key);
    entry->text = mem_strdup(related, words);
    entry->leads = true;
    ++*n;
    return NULL;
}

static void keep_group(struct related *related, const struct entry *list, size_t n)
{
    *mem_append(related, related->first, related->n_groups) = related->n_entries;
    for (size_t i = 0; i < n; i++) {
        size_t words = count_words(list[i].key);
        lookup_add(related->keys, list[i].key, related->n_entries);
        struct entry *entry = mem_append(related, related->entries, related->n_entries);
        *entry = list[i];
        entry->group = related->n_groups - 1;
        related->longest = words > related->longest ? words : related->longest;
    }
}

/* What is wrong with LINE, which is written into; NULL: its group was taken. */
static const char *read_group(struct related *related, char *line)
{
    struct entry list[GROUP_MOST];
    size_t n = 0, behind = 0, sign_bytes;
    const char *fault = NULL;
    bool more = true, arrow, seen = false;
    for (char *at = line; more && !fault;) {
        char *sign = next_sign(at, &sign_bytes, &arrow);
        more = sign_bytes > 0;
        *sign = '\0';
        fault = n == GROUP_MOST ? "too many entries on one line" : take_entry(related, list, &n, text_trim(at));
        if (!fault && arrow && seen)
            fault = "a second arrow";
        if (arrow)
            behind = n;
        seen = seen || arrow;
        at = sign + sign_bytes;
    }
    if (!fault && n < 2)
        fault = "a group needs = or -> between two entries";
    for (size_t i = 0; i < n && seen; i++)
        list[i].leads = i < behind;
    if (!fault)
        keep_group(related, list, n);
    return fault;
}

static bool is_comment(const char *line)
{
    line += strspn(line, " \t\r");
    return *line == '#' || *line == '\0';
}

/* ---- the member's own ----------------------------------------------------------------------------------------------- */

struct complaints {
    const void *parent;
    struct strings *list; /* may be NULL */
};

static void complain(const struct complaints *complaints, const char *path, int line, const char *what)
{
    if (!complaints->list || complaints->list->n == FAULTS_MOST)
        return;
    char *said = line ? mem_printf(NULL, "%s:%d: %s", path, line, what) : mem_printf(NULL, "%s: %s", path, what);
    strings_add(complaints->parent, complaints->list, said);
    talloc_free(said);
}

static void read_text(struct related *related, char *text, const char *path, const struct complaints *complaints)
{
    int number = 0;
    for (char *line = text, *next; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        number++;
        const char *fault = is_comment(line) ? NULL : read_group(related, line);
        if (fault)
            complain(complaints, path, number, fault);
    }
}

static void read_file(struct related *related, const char *path, const struct complaints *complaints)
{
    struct err err = {0};
    size_t n = 0;
    char *bytes = file_small(NULL, path, FILE_LONGEST, &n, &err);
    if (!bytes) {
        complain(complaints, path, 0, err.text);
        return;
    }
    char *text = text_decode(bytes, bytes, n, NULL, NULL);
    read_text(related, text, path, complaints);
    talloc_free(bytes);
}

static void read_folder(struct related *related, const char *folder, const struct complaints *complaints)
{
    struct err err = {0};
    void *local = talloc_named_const(NULL, 0, "own words");
    struct strings names = folder_names(local, folder, ".words", &err);
    if (err.text[0])
        complain(complaints, folder, 0, err.text);
    for (size_t i = 0; i < names.n; i++)
        read_file(related, mem_printf(local, "%s/%s", folder, names.at[i]), complaints);
    talloc_free(local);
}

struct related *related_new(const void *parent, const char *folder, struct strings *faults)
{
    struct related *related = mem_new(parent, struct related);
    const struct complaints complaints = {parent, faults};
    related->keys = lookup_new(related);
    for (const char *const *line = asset_related_words; *line; line++) {
        char *copy = mem_strdup(NULL, *line);
        const char *fault = read_group(related, copy);
        if (fault)
            complain(&complaints, *line, 0, fault);
        talloc_free(copy);
    }
    if (folder)
        read_folder(related, folder, &complaints);
    return related;
}

/* ---- asking ------------------------------------------------------------------------------------------------------- */

static bool in_capitals(const char *words)
{
    return strpbrk(words, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") && !strpbrk(words, "abcdefghijklmnopqrstuvwxyz");
}

static bool is_in(const struct strings *list, const char *text)
{
    for (size_t i = 0; i < list->n; i++)
        if (text_same_words(list->at[i], text))
            return true;
    return false;
}

static void add_group(const void *parent, const struct related *related, size_t row, struct strings *out)
{
    size_t group = related->entries[row].group;
    for (size_t i = related->first[group]; i < related->n_entries && related->entries[i].group == group; i++)
        if (i != row && !related->entries[i].capital && !is_in(out, related->entries[i].text))
            strings_add(parent, out, related->entries[i].text);
}

static void add_rows(const void *parent, const struct related *related, const char *key, const char *words, struct strings *out)
{
    struct lookup_rows rows = lookup_find(related->keys, key);
    for (size_t i = 0; i < rows.n; i++) {
        const struct entry *entry = &related->entries[rows.at[i]];
        if (entry->leads && (!entry->capital || in_capitals(words)))
            add_group(parent, related, rows.at[i], out);
    }
}

/* "EHCPs" as it was typed, and as it stands in a file. */
static char *without_s(const char *words)
{
    size_t n = strlen(words);
    return n > 2 && words[n - 1] == 's' ? mem_strndup(NULL, words, n - 1) : mem_strdup(NULL, words);
}

bool related_of(const void *parent, const struct related *related, const char *words, struct strings *out)
{
    size_t before = out->n;
    char *key = key_of(NULL, words), *other = other_number(key, key), *typed = without_s(words);
    add_rows(parent, related, key, words, out);
    if (other)
        add_rows(parent, related, other, typed, out);
    talloc_free(key);
    talloc_free(typed);
    return out->n > before;
}

bool related_is_word(const struct related *related, const char *words)
{
    char *key = key_of(NULL, words);
    struct lookup_rows rows = lookup_find(related->keys, key);
    bool is = false;
    for (size_t i = 0; i < rows.n && !is; i++)
        is = related->entries[rows.at[i]].capital;
    talloc_free(key);
    return is;
}

size_t related_longest(const struct related *related)
{
    return related->longest;
}
