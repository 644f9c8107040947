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
    const char *word;
    enum says says;
} lexicon[] = {
    {"exempt", SAYS_PRIVATE},        {"private", SAYS_PRIVATE},       {"confidential", SAYS_PRIVATE},   {"restricted", SAYS_PRIVATE},  {"closed", SAYS_PRIVATE},
    {"eithriedig", SAYS_PRIVATE},    {"preifat", SAYS_PRIVATE},       {"cyfrinachol", SAYS_PRIVATE},    {"committee", SAYS_PLACE},     {"confidence", SAYS_PLACE},
    {"camera", SAYS_PLACE},          {"items", SAYS_BUSINESS},        {"business", SAYS_BUSINESS},      {"matters", SAYS_BUSINESS},    {"reports", SAYS_BUSINESS},
    {"session", SAYS_BUSINESS},      {"agenda", SAYS_BUSINESS},       {"part", SAYS_BUSINESS},          {"section", SAYS_BUSINESS},    {"papers", SAYS_BUSINESS},
    {"proceedings", SAYS_BUSINESS},  {"eitemau", SAYS_BUSINESS},      {"busnes", SAYS_BUSINESS},        {"materion", SAYS_BUSINESS},   {"item", SAYS_ONE},
    {"report", SAYS_ONE},            {"matter", SAYS_ONE},            {"considered", SAYS_TAKEN},       {"consideration", SAYS_TAKEN}, {"consider", SAYS_TAKEN},
    {"taken", SAYS_TAKEN},           {"discussed", SAYS_TAKEN},       {"discussion", SAYS_TAKEN},       {"dealt", SAYS_TAKEN},         {"determined", SAYS_TAKEN},
    {"decided", SAYS_TAKEN},         {"decision", SAYS_TAKEN},        {"transacted", SAYS_TAKEN},       {"heard", SAYS_TAKEN},         {"held", SAYS_TAKEN},
    {"press", SAYS_PUBLIC},          {"public", SAYS_PUBLIC},         {"media", SAYS_PUBLIC},           {"excluded", SAYS_EXCLUDED},   {"exclusion", SAYS_EXCLUDED},
    {"absence", SAYS_EXCLUDED},      {"without", SAYS_EXCLUDED},      {"exclude", SAYS_EXCLUDED},       {"not", SAYS_NOT},             {"open", SAYS_OPEN},
    {"publication", SAYS_OPEN},      {"available", SAYS_OPEN},        {"publicly", SAYS_OPEN},          {"information", SAYS_INFORMATION}, {"paragraph", SAYS_LAW},
    {"paragraphs", SAYS_LAW},        {"schedule", SAYS_LAW},          {"virtue", SAYS_LAW},             {"act", SAYS_LAW},             {"local", SAYS_LAW},
    {"government", SAYS_LAW},        {"access", SAYS_LAW},            {"defined", SAYS_LAW},            {"amended", SAYS_LAW},         {"the", SAYS_NOTHING},
    {"a", SAYS_NOTHING},             {"and", SAYS_NOTHING},           {"or", SAYS_NOTHING},             {"of", SAYS_NOTHING},          {"in", SAYS_NOTHING},
    {"for", SAYS_NOTHING},           {"to", SAYS_NOTHING},            {"be", SAYS_NOTHING},             {"by", SAYS_NOTHING},          {"under", SAYS_NOTHING},
    {"with", SAYS_NOTHING},          {"as", SAYS_NOTHING},            {"on", SAYS_NOTHING},             {"at", SAYS_NOTHING},          {"which", SAYS_NOTHING},
    {"that", SAYS_NOTHING},          {"when", SAYS_NOTHING},          {"where", SAYS_NOTHING},          {"during", SAYS_NOTHING},      {"from", SAYS_NOTHING},
    {"may", SAYS_NOTHING},           {"will", SAYS_NOTHING},          {"is", SAYS_NOTHING},             {"are", SAYS_NOTHING},         {"has", SAYS_NOTHING},
    {"have", SAYS_NOTHING},          {"been", SAYS_NOTHING},          {"likely", SAYS_NOTHING},         {"following", SAYS_NOTHING},   {"after", SAYS_NOTHING},
    {"whilst", SAYS_NOTHING},        {"while", SAYS_NOTHING},         {"members", SAYS_NOTHING},        {"meeting", SAYS_NOTHING},     {"containing", SAYS_NOTHING},
    {"contain", SAYS_NOTHING},       {"involving", SAYS_NOTHING},     {"involve", SAYS_NOTHING},        {"disclosing", SAYS_NOTHING},  {"disclosure", SAYS_NOTHING},
    {"grounds", SAYS_NOTHING},       {"ground", SAYS_NOTHING},        {"disclosed", SAYS_NOTHING},      {"it", SAYS_NOTHING},          {"they", SAYS_NOTHING},
    {"can", SAYS_NOTHING},           {"must", SAYS_NOTHING},          {"likelihood", SAYS_NOTHING},
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

static enum says word_says(const char *word, size_t n)
{
    if (isdigit((unsigned char)*word))
        return SAYS_LAW; /* "12a", "100a(4)" */
    for (size_t i = 0; i < MB_LENGTH(lexicon); i++)
        if (strlen(lexicon[i].word) == n && strncmp(lexicon[i].word, word, n) == 0)
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
    bool heading = hear(folded + strspn(folded, " ()[]"), said) && !(said[SAYS_OPEN] && !said[SAYS_NOT] && !said[SAYS_PRIVATE]) && (!said[SAYS_NOT] || said[SAYS_OPEN]);
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
