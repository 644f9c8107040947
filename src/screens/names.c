/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Names and small words as the screens write them: committees shortened for narrow places, counts,
 * ranges of pages, "as at". Says nothing about what a meeting holds; that is facts.c. */
#include "config.h"

#include "words.h"

#include <string.h>
#include <strings.h>

#define SCRUTINY "Overview and Scrutiny"

/* Sorts of bodies at the end of a committee's name, longer ones first (field.md, "Bodies"). */
static const char *const body_words[] = {
    "Sub-Committee", "Select Committee", "Committee", "Commission", "Panel", "Board", "Forum", "Group"};

static size_t ends_with(const char *text, size_t n, const char *end)
{
    size_t length = strlen(end);
    return n > length && strncasecmp(text + n - length, end, length) == 0 && text[n - length - 1] == ' ' ? length : 0;
}

/* The name without what all such committees say: "O&S". */
static char *short_name(const void *parent, const char *clean)
{
    const char *long_words = strcasestr(clean, SCRUTINY);
    if (!long_words)
        return mem_strdup(parent, clean);
    return mem_printf(parent, "%.*sO&S%s", (int)(long_words - clean), clean, long_words + strlen(SCRUTINY));
}

static char *cut_name(const void *parent, char *name, int width)
{
    if (width <= 0 || text_width(name, strlen(name)) <= width)
        return name;
    char *cut = text_cut(parent, name, width, false);
    talloc_free(name);
    return cut;
}

char *name_in_list(const void *parent, const char *committee, int width)
{
    if (!committee)
        return mem_strdup(parent, "committee not stated");
    struct safe clean = safe_line(NULL, committee);
    char *name = short_name(parent, clean.text);
    talloc_free((void *)clean.text);
    return cut_name(parent, name, width);
}

char *name_committee(const void *parent, const char *committee, int width)
{
    if (!committee)
        return mem_strdup(parent, "committee not stated");
    struct safe clean = safe_line(NULL, committee);
    bool fits = width <= 0 || text_width(clean.text, clean.len) <= width;
    char *name = fits ? mem_strdup(parent, clean.text) : short_name(parent, clean.text);
    talloc_free((void *)clean.text);
    return cut_name(parent, name, width);
}

const char *name_body(const char *committee)
{
    size_t n = committee ? strlen(committee) : 0;
    for (size_t i = 0; i < MB_LENGTH(body_words); i++)
        if (ends_with(committee ? committee : "", n, body_words[i]))
            return i < 2 ? "Committee" : body_words[i];
    return "meeting";
}

char *name_stem(const void *parent, const char *committee)
{
    if (!committee)
        return mem_strdup(parent, "committee not stated");
    size_t n = strlen(committee), body = 0;
    for (size_t i = 0; i < MB_LENGTH(body_words) && !body; i++)
        body = ends_with(committee, n, body_words[i]);
    n -= body ? body + 1 : 0;
    size_t scrutiny = body ? ends_with(committee, n, SCRUTINY) : 0;
    if (body && !scrutiny)
        scrutiny = ends_with(committee, n, "Scrutiny");
    n -= scrutiny ? scrutiny + 1 : 0;
    bool left = n > 0 && !ends_with(committee, n, "and") && !ends_with(committee, n, "&");
    return left ? mem_strndup(parent, committee, n) : mem_strdup(parent, committee); /* "Overview and Scrutiny Panel" */
}

char *words_count(const void *parent, int n, const char *one, const char *many)
{
    void *local = talloc_named_const(NULL, 0, "count");
    char *words = mem_printf(parent, "%s %s", n > 0 ? words_thousands(local, (size_t)n) : mem_printf(local, "%d", n), n == 1 ? one : many);
    talloc_free(local);
    return words;
}

char *words_range(const void *parent, const char *pages)
{
    char *squeezed = text_squeeze(parent, pages, strlen(pages));
    char *dash = strstr(squeezed, " - ");
    if (!dash)
        return squeezed;
    char *range = mem_printf(parent, "%.*s–%s", (int)(dash - squeezed), squeezed, dash + 3);
    talloc_free(squeezed);
    return range;
}

char *words_join(const void *parent, const struct strings *parts, const char *between)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < parts->n; i++)
        buf_printf(&out, "%s%s", i ? between : "", parts->at[i]);
    return buf_take(&out);
}

char *words_as_at(const void *parent, const struct program *program, bool weekday)
{
    char *day = weekday ? date_long(NULL, program->as_at) : date_words(NULL, program->as_at);
    char *words = mem_printf(parent, "as at %s", day);
    talloc_free(day);
    return words;
}
