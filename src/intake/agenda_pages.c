/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Words that say pages in an agenda (agenda.h), "5 - 10", "(Tudalen 7)", "To follow": alone, or in brackets in a title. */
#include "config.h"

#include "src/intake/agenda.h"

#include <stdlib.h>
#include <string.h>

#define WORDS_LONGEST 40 /* bytes of words in the place of pages */

static size_t dash_at(const char *text)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x90", "\xE2\x80\x91", "to ", "i "};
    for (size_t i = 0; i < MB_LENGTH(dashes); i++)
        if (text_starts(text, dashes[i]))
            return strlen(dashes[i]);
    return 0;
}

size_t agenda_range_at(const char *text, int *first, bool *range)
{
    size_t n = strspn(text, "0123456789");
    if (n == 0 || n > 5)
        return 0;
    *first = (int)strtol(text, NULL, 10);
    size_t blanks = strspn(text + n, " "), dash = dash_at(text + n + blanks);
    const char *second = text + n + blanks + dash;
    second += strspn(second, " ");
    size_t digits = strspn(second, "0123456789");
    *range = dash > 0 && digits > 0 && digits <= 5 && strtol(second, NULL, 10) >= *first;
    return *range ? (size_t)(second - text) + digits : n;
}

bool agenda_is_pages(const char *text, int *first)
{
    bool range, bracket = *text == '(' || *text == '[';
    *first = 0;
    text += bracket;
    text += strspn(text, " ");
    size_t word = pack_words_at(PACK_PAGE_AS_PRINTED, text);
    const char *rest = text + word + strspn(text + word, " ");
    size_t n = agenda_range_at(rest, first, &range);
    if (n == 0 && word == 0) { /* "To follow" */
        n = pack_words_at(PACK_INSTEAD_OF_PAGES, text);
        rest = text;
    }
    const char *end = rest + n + (n ? strspn(rest + n, " .") : 0);
    return n > 0 && strlen(text) <= WORDS_LONGEST && (end[0] == '\0' || (bracket && strchr(")]", end[0]) && end[1] == '\0'));
}

bool agenda_names_pages(const char *text)
{
    for (const char *at = text; (at = strpbrk(at, "([")); at++) {
        size_t n = 0;
        int first;
        while (n <= WORDS_LONGEST && at[n] && !strchr(")]", at[n]))
            n++;
        if (n > WORDS_LONGEST || at[n] == '\0')
            continue; /* of a thousand brackets each is looked at no further */
        char *inside = mem_strndup(NULL, at, n + 1);
        bool pages = agenda_is_pages(inside, &first) && (!first || pack_words_at(PACK_PAGE_AS_PRINTED, inside + 1 + strspn(inside + 1, " ")));
        talloc_free(inside);
        if (pages)
            return true;
    }
    return false;
}
