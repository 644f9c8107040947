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

/* Which label LINE begins with: its place in the table, MB_LENGTH(labels) if none; what stands behind it in *rest. */
static size_t label_of(const char *line, const char **rest)
{
    size_t n = strcspn(line, ":\t");
    const char *dash = strstr(line, " - ");
    if (dash && (size_t)(dash - line) < n)
        n = (size_t)(dash - line) + 1;
    *rest = "";
    if (n > LABEL_LONGEST)
        return MB_LENGTH(labels);
    char *label = mem_strndup(NULL, line, n);
    size_t found = 0;
    while (found < MB_LENGTH(labels) && !pack_line_says(labels[found].words, label))
        found++;
    talloc_free(label);
    *rest = line + n + strspn(line + n, " :-\t");
    return found;
}

bool printed_is_people(const char *line)
{
    const char *rest;
    return label_of(line, &rest) < MB_LENGTH(labels);
}

void printed_read_people(struct page *page)
{
    struct pack pack = {.scratch = page->scratch, .draft = page->draft, .meeting = page->meeting};
    size_t now = MB_LENGTH(labels);
    for (size_t i = 0; i < page->head_end; i++) {
        const char *line = page->lines[i].text, *rest = line;
        size_t label = label_of(line, &rest);
        if (label < MB_LENGTH(labels))
            now = label;
        else
            rest = line;
        if (now < MB_LENGTH(labels) && strlen(rest) <= NAMES_LONGEST && !printed_is_minutes(rest))
            pack_read_attendance(&pack, rest, labels[now].capacity, labels[now].attendance);
    }
}
