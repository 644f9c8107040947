/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The committees that a page's texts name, and where: what the store offers a meeting whose committee
 * nobody states (design.md, issue 2). A name is words with capitals that end in what a body is called. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>

#define NAME_MAX_WORDS 14

static const char *const bodies[] = {"Committee",     "Panel",        "Board", "Commission",
                                     "Sub-Committee", "Subcommittee", "Forum"};
static const char *const joints[] = {"and", "&", "of", "for", "the", "in", "with"};
static const char *const articles[] = {"The", "A",  "An", "This", "That", "At", "In",
                                       "For", "By", "On", "To",   "Its",  "Our"};

struct word {
    const char *at;
    size_t n;
};

static bool is_one_of(const char *const *list, size_t n, struct word word)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(list[i]) == word.n && memcmp(list[i], word.at, word.n) == 0)
            return true;
    return false;
}

static bool is_word(struct word word, const char *text)
{
    return is_one_of(&text, 1, word);
}

static bool has_capital(struct word word)
{
    return (word.at[0] >= 'A' && word.at[0] <= 'Z') || (unsigned char)word.at[0] >= 0xC3;
}

/* The words of a name that ends with words[last]: index of its first, or LAST where it has no other. A
 * joint counts only between two words with capitals. */
static size_t name_start(const struct word *words, size_t first, size_t last)
{
    size_t start = last;
    for (size_t i = last; i-- > first && last - i < NAME_MAX_WORDS;) {
        if (has_capital(words[i]) || (isdigit((unsigned char)words[i].at[0]) && i + 1 == start))
            start = i;
        else if (!is_one_of(joints, MB_LENGTH(joints), words[i]))
            break;
    }
    for (size_t i = start; i + 1 < last; i++) /* "Member of the Rivers Panel" */
        if (is_word(words[i], "of") && is_word(words[i + 1], "the"))
            start = i + 2;
    while (start < last && (is_one_of(articles, MB_LENGTH(articles), words[start]) || !has_capital(words[start])))
        start++;
    return start;
}

static bool is_known(const struct strings *list, const char *entry)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->at[i], entry) == 0)
            return true;
    return false;
}

static void add_name(struct page *page, const struct word *words, size_t start, size_t last, const char *place)
{
    struct strings *named = &page->draft->committees_named;
    const char *end = words[last].at + words[last].n;
    char *name = text_squeeze(page->scratch, words[start].at, (size_t)(end - words[start].at));
    char *entry = mem_printf(page->scratch, "%s\t%s", name, place);
    if (named->n < 200 && !is_known(named, entry))
        strings_add(page->draft, named, entry);
    talloc_free(entry);
    talloc_free(name);
}

/* Does C end a run of words that may be one name? */
static bool ends_run(char c)
{
    return c == '\n' || strchr(".,;:()[]\"?!/", c);
}

/* Names among the words of one run; *n words are used up. */
static void name_bodies(struct page *page, const struct word *words, size_t n, const char *place)
{
    size_t first = 0;
    for (size_t i = 0; i < n; i++) {
        if (!is_one_of(bodies, MB_LENGTH(bodies), words[i]))
            continue;
        bool goes_on = i + 1 < n && is_one_of(bodies, MB_LENGTH(bodies), words[i + 1]);
        size_t start = name_start(words, first, i);
        if (goes_on || start == i)
            continue;
        add_name(page, words, start, i, place);
        first = i + 1;
    }
}

#define RUN_MAX 64

static void name_bodies_in(struct page *page, const char *text, const char *place)
{
    struct word run[RUN_MAX];
    size_t n = 0;
    for (const char *at = text; text && *at;) {
        size_t blanks = blanks_at(at);
        if (blanks || ends_run(*at)) {
            if (!blanks || memchr(at, '\n', blanks) || n == RUN_MAX) {
                name_bodies(page, run, n, place);
                n = 0;
            }
            at += blanks ? blanks : 1;
            continue;
        }
        const char *start = at;
        while (*at && blank_at(at) == 0 && !ends_run(*at))
            at++;
        if (n == RUN_MAX) { /* keep what may be the beginning of a name */
            name_bodies(page, run, n, place);
            n = 0;
        }
        run[n++] = (struct word){start, (size_t)(at - start)};
    }
    name_bodies(page, run, n, place);
}

void page_name_committees(struct page *page)
{
    for (size_t i = 0; i < page->meeting->n_items; i++) {
        const struct item *item = &page->meeting->items[i];
        const char *number = item->minute_number ? item->minute_number : item->agenda_number;
        char *minute =
            mem_printf(page->scratch, "%s %s", item->minute_number ? "minute" : "item", number ? number : "?");
        char *agenda = mem_printf(page->scratch, "item %s", number ? number : "?");
        name_bodies_in(page, item->title, agenda);
        name_bodies_in(page, item->agenda_text, agenda);
        name_bodies_in(page, item->decision_text, minute);
        name_bodies_in(page, item->minutes_text, minute);
    }
}
