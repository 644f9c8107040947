/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* "(B) EXEMPT BUSINESS", "II. Private items", "Items which may be considered in the absence of the press and public": headings above
 * the private part of a meeting (field.md 2, 3.6). Councils word them freely but out of few words, so a heading is known by having
 * no other: what is private, of which business, how it is taken, the public and its exclusion, and the law. Prose has others. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define HEADING_LONGEST 200 /* bytes */

/* What a word of such a heading says. */
enum says {
    SAYS_OTHER,
    SAYS_NOTHING,  /* "the", "which": of any heading */
    SAYS_PRIVATE,  /* "exempt" */
    SAYS_PLACE,    /* "in" committee, "in" camera */
    SAYS_BUSINESS, /* "items", "session" */
    SAYS_ONE,      /* "item": the heading's, or a mark of the item above */
    SAYS_TAKEN,    /* "considered" */
    SAYS_PUBLIC,   /* "press" */
    SAYS_EXCLUDED, /* "excluded", "absence" */
    SAYS_NOT,
    SAYS_OPEN, /* "open", "publication" */
    SAYS_INFORMATION,
    SAYS_LAW,
    SAYS_N,
};

static const struct {
    enum says says;
    const char *words; /* parted by blanks */
} lexicon[] = {
    {SAYS_PRIVATE,
     "exempt private confidential restricted closed pink eithriedig preifat cyfrinachol"},
    {SAYS_PLACE,
     "committee confidence camera"},
    {SAYS_BUSINESS,
     "items business matters reports session agenda part section papers proceedings eitemau busnes "
     "materion"},
    {SAYS_ONE,
     "item report matter"},
    {SAYS_TAKEN,
     "considered consideration consider taken discussed discussion dealt determined decided decision "
     "transacted heard held"},
    {SAYS_PUBLIC,
     "press public media"},
    {SAYS_EXCLUDED,
     "excluded exclusion absence without exclude"},
    {SAYS_NOT,
     "not"},
    {SAYS_OPEN,
     "open publication available publicly"},
    {SAYS_INFORMATION,
     "information"},
    {SAYS_LAW,
     "paragraph paragraphs schedule virtue act local government access defined amended"},
    {SAYS_NOTHING,
     "the a and or of in for to be by under with as on at which that when where during from may will is "
     "are has have been likely following after whilst while members meeting containing contain involving "
     "involve disclosing disclosure grounds ground disclosed it they can must likelihood"},
};

/* "(B) ", "[2] ", "II. ", "Part 2 - ", "SECTION B: ", "Agenda Part B - " at LINE: its bytes; 0. */
static size_t enumerator(const char *line)
{
    static const char *const kinds[] = {"agenda part", "part", "section", "rhan", "adran"};
    size_t at = 0, bracket;
    for (size_t i = 0; i < MB_LENGTH(kinds) && at == 0; i++) {
        size_t n = strlen(kinds[i]);
        if (strncasecmp(line, kinds[i], n) == 0 && line[n] == ' ')
            at = n + strspn(line + n, " ");
    }
    bool named = at > 0;
    at += bracket = line[at] == '(' || line[at] == '[';
    static const char *const numbers[] = {"one", "two", "three", "dau"};
    size_t n = strspn(line + at, "IVXivx");
    n = n || !(named || bracket) ? n : strspn(line + at, "0123456789");
    n = n ? n : isalpha((unsigned char)line[at]) != 0;
    for (size_t i = 0; i < MB_LENGTH(numbers) && named; i++)
        n = strncasecmp(line + at, numbers[i], strlen(numbers[i])) == 0 ? strlen(numbers[i]) : n;
    const char *behind = line + at + n;
    if (n == 0 || n > 5 || isalnum((unsigned char)*behind))
        return 0;
    size_t joint = strspn(behind, ")].:- \xE2\x80\x93\x94");
    bool parted = joint > strspn(behind, " ") || bracket || (named && joint > 0) || (named && *behind == '\0');
    return parted ? at + n + joint : 0;
}

static bool is_among(const char *words, const char *word, size_t n)
{
    for (const char *at = words; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        if (length == n && strncmp(at, word, n) == 0)
            return true;
        at += length;
    }
    return false;
}

static enum says word_says(const char *word, size_t n)
{
    if (isdigit((unsigned char)*word))
        return SAYS_LAW; /* "12a", "100a(4)" */
    for (size_t i = 0; i < MB_LENGTH(lexicon); i++)
        if (is_among(lexicon[i].words, word, n))
            return lexicon[i].says;
    return SAYS_OTHER;
}

/* "Part 1 of Schedule 12A": of the law, and of no meeting. */
static bool is_of_law(const char *word, size_t n)
{
    bool part = (n == 4 && strncmp(word, "part", 4) == 0) || (n == 7 && strncmp(word, "section", 7) == 0);
    const char *behind = word + n + (word[n] == ' ');
    return part && (isdigit((unsigned char)*behind) || strncmp(behind, "i ", 2) == 0 || strcmp(behind, "i") == 0);
}

/* Into SAID what the words of FOLDED say; false where one says anything else. "Committee" is a place behind "in" alone. */
static bool hear(const char *folded, bool said[SAYS_N])
{
    bool in = false;
    if (isdigit((unsigned char)*folded))
        return false; /* "13. Exempt items" may be an item */
    for (const char *at = folded; *at; at += strspn(at, " ()[]")) {
        size_t n = strcspn(at, " ()[]");
        enum says says = is_of_law(at, n) ? SAYS_LAW : word_says(at, n);
        if (says == SAYS_OTHER || (says == SAYS_PLACE && !in))
            return false;
        in = n == 2 && strncmp(at, "in", 2) == 0;
        said[says] = true;
        at += n;
    }
    return true;
}

enum private_part private_part_of(const char *line)
{
    line += strspn(line, "#*_ ");
    size_t numbered = enumerator(line);
    if (strlen(line) > HEADING_LONGEST)
        return PRIVATE_NOT;
    bool said[SAYS_N] = {false};
    char *folded = text_fold(NULL, line + numbered);
    bool heading = hear(folded + strspn(folded, " ()[]"), said) && (said[SAYS_OPEN] ? said[SAYS_NOT] || said[SAYS_PRIVATE] : !said[SAYS_NOT]);
    talloc_free(folded);
    if (!heading)
        return PRIVATE_NOT;
    bool excluded = said[SAYS_PUBLIC] && said[SAYS_EXCLUDED], closed = said[SAYS_NOT] && said[SAYS_OPEN];
    bool private = said[SAYS_PRIVATE] || said[SAYS_PLACE];
    if (!excluded && !closed && !private)
        return PRIVATE_NOT;
    if (numbered || said[SAYS_BUSINESS])
        return PRIVATE_PART;
    if (said[SAYS_PLACE] && !said[SAYS_TAKEN])
        return PRIVATE_PART; /* "In committee" */
    return said[SAYS_LAW] || said[SAYS_INFORMATION] ? PRIVATE_NOT : PRIVATE_PERHAPS;
}

bool heads_private_part(const char *line, bool apart)
{
    enum private_part part = private_part_of(line);
    return part == PRIVATE_PART || (part == PRIVATE_PERHAPS && apart && text_in_capitals(line));
}

/* "PART TWO", "Exempt items": what follows is of that part (field.md 2, Documents). */
int pack_part_of(const char *text)
{
    char *folded = text_fold(NULL, text);
    int part = strlen(text) > HEADING_LONGEST ? 0 : pack_says(PACK_SECOND_PART, folded) ? 2 : pack_says(PACK_FIRST_PART, folded) ? 1 : 0;
    if (private_part_of(text) == PRIVATE_PART)
        part = 2 | PACK_PRIVATE;
    else if (part == 2 && pack_says(PACK_PRIVATE_PART, folded))
        part |= PACK_PRIVATE;
    talloc_free(folded);
    return part;
}
