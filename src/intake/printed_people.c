/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Who came, in the head of printed minutes: names below or behind "Present:", "Also in attendance:", "Apologies:"
 * (field.md 3.8). Only here is attendance said; other papers name who is expected. */
#include "config.h"

#include "src/intake/printed.h"

#include <string.h>

#define LABEL_LONGEST 60
#define NAMES_LONGEST 2000 /* bytes of a line of names; a longer one is text */

static const struct {
    enum pack_words words;
    const char *capacity, *attendance;
} labels[] = {
    {PRINT_APOLOGIES, "member", "apologies"},
    {PRINT_OFFICERS, "officer", "in-attendance"},
    {PRINT_ATTENDED, "other", "in-attendance"},
    {PRINT_PRESENT, "member", "present"},
};

/* Which label the N bytes at LINE are: its place in the table, MB_LENGTH(labels) if none. */
static size_t label_among(const char *line, size_t n)
{
    size_t found = 0;
    char *label = mem_strndup(NULL, line, n), *folded = text_fold(label, label);
    while (found < MB_LENGTH(labels) && !pack_says(labels[found].words, folded))
        found++;
    talloc_free(label);
    return found;
}

/* Which label LINE begins with, up to its colon or right before the first name ("Apologies were received from Councillors
 * Gorse and Hythe"); what stands behind it in *rest. */
static size_t label_of(const char *line, const char **rest)
{
    size_t n = strcspn(line, ":\t"), used;
    const char *dash = strstr(line, " - ");
    if (dash && (size_t)(dash - line) < n)
        n = (size_t)(dash - line) + 1;
    *rest = "";
    size_t found = n > LABEL_LONGEST ? MB_LENGTH(labels) : label_among(line, n);
    if (found < MB_LENGTH(labels)) {
        *rest = line + n + strspn(line + n, " :-\t");
        return found;
    }
    char *start = mem_strndup(NULL, line, LABEL_LONGEST + 20);
    const char *name = pack_words_find(PACK_HONORIFIC, start, &used);
    size_t before = name && name > start ? (size_t)(name - start) : 0;
    talloc_free(start);
    if (before == 0 || before > LABEL_LONGEST)
        return found;
    found = label_among(line, before);
    *rest = line + before;
    return found;
}

/* Does the list of names in LINE go on below it? */
static bool goes_on(const char *line)
{
    size_t n = strlen(line);
    return n > 0 && (line[n - 1] == ',' || (n > 4 && strcmp(line + n - 4, " and") == 0));
}

bool printed_is_people(const char *line)
{
    const char *rest;
    return label_of(line, &rest) < MB_LENGTH(labels);
}

bool printed_says_present(const char *line)
{
    const char *rest;
    size_t label = label_of(line, &rest);
    return label < MB_LENGTH(labels) && labels[label].words == PRINT_PRESENT;
}

void printed_read_people(struct page *page)
{
    struct pack pack = {.scratch = page->scratch, .draft = page->draft, .meeting = page->meeting};
    size_t now = MB_LENGTH(labels);
    for (size_t i = 0; i < page->head_end; i++) {
        const char *line = page->lines[i].text, *rest = line;
        while (i + 1 < page->head_end && goes_on(line) && !page->lines[i + 1].gap && strlen(line) < NAMES_LONGEST)
            line = mem_printf(page->scratch, "%s %s", line, page->lines[++i].text);
        size_t label = label_of(line, &rest);
        if (label < MB_LENGTH(labels))
            now = label;
        else
            rest = line;
        if (now < MB_LENGTH(labels) && strlen(rest) <= NAMES_LONGEST && !printed_is_minutes(rest) && !pack_line_says(PRINT_NO_TITLE, rest))
            pack_read_attendance(&pack, rest, labels[now].capacity, labels[now].attendance);
    }
}
