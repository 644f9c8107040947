/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The words of a meeting's page, looked up by what they mean. The words themselves are data
 * (assets/words/page-words); the names of their groups stand in both places. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>

extern const char *const *const asset_page_words_groups[];

static const char *const groups[WORD_COUNT] = {
    [WORD_MINUTES] = "minutes",
    [WORD_DECISION] = "decision",
    [WORD_DOCUMENTS] = "documents",
    [WORD_VENUE] = "venue",
    [WORD_CONTACT] = "contact",
    [WORD_EMAIL] = "email",
    [WORD_TELEPHONE] = "telephone",
    [WORD_HEAD] = "head",
    [WORD_ITEMS] = "items",
    [WORD_FORM_DRAFT] = "form draft",
    [WORD_FORM_MINUTES] = "form minutes",
    [WORD_FORM_AGENDA] = "form agenda",
    [WORD_NOISE] = "noise",
    [WORD_FOOT] = "foot",
    [WORD_DIRECTIONS] = "directions",
    [WORD_CUT] = "cut",
    [WORD_CUT_SHORT] = "cut short",
    [WORD_TIMING] = "timing",
    [WORD_AUTHOR] = "author",
    [WORD_EXEMPT] = "exempt",
    [WORD_EXEMPT_ITEM] = "exempt item",
    [WORD_EXEMPT_SECTION] = "exempt section",
    [WORD_RESTRICTED] = "restricted",
    [WORD_RESTRICTED_REASON] = "restricted reason",
    [WORD_CANCELLED] = "cancelled",
    [WORD_POSTPONED] = "postponed",
    [WORD_MANNER] = "manner",
    [WORD_BODY] = "body",
    [WORD_FOLLOW] = "follow",
    [WORD_OUTCOME] = "outcome",
    [WORD_ANNEX] = "annex",
    [WORD_ABBREVIATION] = "abbreviation",
    [WORD_FILE_OF_MEETING] = "file of the meeting",
    [WORD_ITEM_PAGE] = "item page",
    [WORD_MEETING_OF] = "meeting of",
    [WORD_ITEM_OF] = "item of",
    [WORD_PAGE_END] = "page end",
    [WORD_ITEMS_ABOVE] = "items above",
    [WORD_MOVED] = "moved",
    [WORD_REFERENCES] = "references",
    [WORD_BELOW_ITEMS] = "below items",
    [WORD_GROUP] = "group",
    [WORD_GROUP_ALONE] = "group alone",
};

/* The lines of a group: the first after its name; they end where one stands at the margin. */
static const char *const *group_words(enum page_word kind)
{
    static const char *const none[] = {NULL};
    const char *const *const *head = asset_page_words_groups;
    while (*head && (***head != *groups[kind] || strcmp(**head, groups[kind]) != 0))
        head++;
    return *head ? *head + 1 : none;
}

/* Bytes of TEXT that WORDS takes there. */
static size_t match(const char *text, const char *words)
{
    size_t n = 0;
    for (; *words; words++) {
        size_t used =
            *words == ' ' ? blanks_at(text + n) : tolower((unsigned char)text[n]) == tolower((unsigned char)*words);
        if (used == 0)
            return 0;
        n += used;
    }
    bool ends = !text_is_word_byte(text[n - 1]) || !text_is_word_byte(text[n]) || blank_at(text + n) > 0;
    return ends ? n : 0;
}

static bool is_group_end(const char *line)
{
    return !line || !isspace((unsigned char)*line);
}

static const char *word_of(const char *line)
{
    return line + strspn(line, " \t");
}

static size_t match_group(const char *text, const char *const *words)
{
    for (; !is_group_end(*words); words++) {
        size_t n = match(text, word_of(*words));
        if (n)
            return n;
    }
    return 0;
}

#define LABEL_LONGEST 40

/* A label of the group in two languages, "Lleoliad / Venue:"; the first has left its colon to the second. */
static size_t match_bilingual(const char *text, const char *const *words)
{
    size_t n = strcspn(text, "/:"), end = n;
    if (text[n] != '/' || n < 2 || n > LABEL_LONGEST || text[n - 1] != ' ' || text[n + 1] != ' ')
        return 0;
    while (end > 0 && text[end - 1] == ' ')
        end--;
    char first[LABEL_LONGEST + 2];
    memcpy(first, text, end);
    memcpy(first + end, ":", 2);
    size_t second = match_group(first, words) == end + 1 ? match_group(text + n + 2, words) : 0;
    return second ? n + 2 + second : 0;
}

size_t page_word(enum page_word kind, const char *text)
{
    const char *const *words = group_words(kind);
    size_t n = match_group(text, words);
    return n ? n : match_bilingual(text, words);
}

bool page_word_is(enum page_word kind, const char *line)
{
    size_t n = page_word(kind, line);
    return n > 0 && line[n] == '\0';
}

/* May a word begin at AT? Not inside one; after a letter with an accent it would be inside. */
static bool may_begin(const char *text, const char *at)
{
    if (at == text || (unsigned char)at[-1] < 0x80)
        return at == text || !isalnum((unsigned char)at[-1]);
    const char *before = at - 1;
    while (before > text && ((unsigned char)*before & 0xC0) == 0x80)
        before--;
    return blank_at(before) > 0 || (unsigned char)*before == 0xE2; /* dashes, quotes, bullets */
}

static const char *find_word(enum page_word kind, const char *text, size_t *n, bool last)
{
    const char *const *words = group_words(kind);
    bool begins[256] = {false}; /* spares most places of a long text */
    for (const char *const *line = words; !is_group_end(*line); line++) {
        begins[tolower((unsigned char)*word_of(*line))] = true;
        begins[toupper((unsigned char)*word_of(*line))] = true;
    }
    const char *found = NULL;
    for (const char *at = text; *at && !(found && !last); at++) {
        size_t used = begins[(unsigned char)*at] && may_begin(text, at) ? match_group(at, words) : 0;
        if (used == 0)
            continue;
        found = at;
        if (n)
            *n = used;
        at += used - 1; /* "directions" inside "View directions" is no word of its own */
    }
    return found;
}

const char *page_word_first(enum page_word kind, const char *text, size_t *n)
{
    return find_word(kind, text, n, false);
}

const char *page_word_last(enum page_word kind, const char *text, size_t *n)
{
    return find_word(kind, text, n, true);
}
