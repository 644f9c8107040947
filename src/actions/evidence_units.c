/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* A passage taken apart: sentences, their clauses, rows of tables; which of the follow-up's words each has, and what its own words and
 * the sentence behind it say of how things stand. */
#include "config.h"

#include "evidence.h"

#include <string.h>
#include <strings.h>

#define CLAUSE_LEAST 20 /* bytes of what a semicolon parts */

/* ---- sentences --------------------------------------------------------------------------------------- */

uint32_t told_words_in(const struct told_words *words, const char *text, size_t n)
{
    char stem[STEM_SIZE];
    size_t at = 0, start;
    uint32_t found = 0;
    while (stem_next(text, n, &at, stem, &start))
        for (size_t i = 0; i < words->n; i++)
            if (strcmp(words->at[i].stem, stem) == 0)
                found |= UINT32_C(1) << i;
    return found;
}

int told_weight(const struct told_words *words, uint32_t found)
{
    int weight = 0;
    for (size_t i = 0; i < words->n; i++)
        weight += found >> i & 1 ? words->at[i].weight : 0;
    return weight;
}

/* A line of a table has its cells parted by TAB (item_report_text()). */
static size_t row_at(const char *text, size_t n)
{
    const char *end = memchr(text, '\n', n);
    size_t line = end ? (size_t)(end - text) : n;
    return memchr(text, '\t', line) ? line : 0;
}

static void add_unit(const void *parent, const struct told_words *words, struct unit unit, struct units *out)
{
    unit.words = told_words_in(words, unit.at, unit.n);
    *mem_append(parent, out->at, out->n) = unit;
}

/* "... had been sent; the policy was still awaited": each clause is judged by itself. */
static void add_clauses(const void *parent, const struct told_words *words, const char *text, size_t n, struct units *out)
{
    struct unit unit = {.at = text, .n = n, .sentence = text, .sentence_n = n};
    for (size_t i = CLAUSE_LEAST; i + CLAUSE_LEAST < n; i++) {
        if (text[i] != ';')
            continue;
        unit.n = (size_t)(text + i - unit.at);
        add_unit(parent, words, unit, out);
        do
            i++;
        while (i < n && strchr(" \n", text[i]));
        unit.at = text + i;
        i += CLAUSE_LEAST;
    }
    unit.n = (size_t)(text + n - unit.at);
    add_unit(parent, words, unit, out);
}

void units_split(const void *parent, const struct told_words *words, const char *text, struct units *out)
{
    size_t n = strlen(text), at = 0;
    while (at < n) {
        at += strspn(text + at, " \n");
        size_t row = at < n && (at == 0 || text[at - 1] == '\n') ? row_at(text + at, n - at) : 0;
        struct sentence sentence = {.words = {at, row}};
        if (row) {
            add_unit(parent, words, (struct unit){text + at, row, 0, true, text + at, row}, out);
            at += row;
        } else if (sentence_next(text, n, &at, &sentence)) {
            add_clauses(parent, words, text + sentence.words.start, sentence.words.len, out);
        } else {
            return;
        }
    }
}

/* ---- what a unit says ------------------------------------------------------------------------------------ */

/* Of a tracker's row the cell that repeats the promise is not what became of it. */
static struct said look_row(const struct asked *asked, const struct unit *unit)
{
    struct buf rest;
    struct said said;
    size_t best_at = 0, best_n = 0;
    int best = -1;
    for (size_t at = 0; at <= unit->n;) {
        const char *tab = memchr(unit->at + at, '\t', unit->n - at);
        size_t n = tab ? (size_t)(tab - unit->at) - at : unit->n - at;
        int weight = told_weight(&asked->words, told_words_in(&asked->words, unit->at + at, n));
        if (weight > best)
            best = weight, best_at = at, best_n = n;
        at += n + 1;
    }
    buf_init(&rest, NULL, BUF_MAX_DOCUMENT);
    buf_add(&rest, unit->at, best_at);
    buf_puts(&rest, "; ");
    buf_add(&rest, unit->at + best_at + best_n, unit->n - best_at - best_n);
    lexicon_look(asked->lexicon, asked->quote, rest.data, rest.len, said.cue);
    buf_release(&rest);
    return said;
}

bool strings_have(const struct strings *list, const char *text)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->at[i], text) == 0)
            return true;
    return false;
}

/* "ed", and not of one who asks again. */
static bool is_participle(const struct unit *unit, size_t start, size_t end, const char *stem)
{
    return end - start > 4 && memcmp(unit->at + end - 2, "ed", 2) == 0 && strcmp(stem, "ask") != 0 && strcmp(stem, "request") != 0;
}

static bool is_any(const char *word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}

/* "had been investigated", of what was to be investigated, and "had not been investigated"; in what lists earlier promises, "had been
 * replaced", too. */
static void look_for_deed(const struct asked *asked, const struct unit *unit, bool listed, struct said *said)
{
    static const char *const have[] = {"had", "has", "have"}, *const between[] = {"now", "since", "yet", "also", "all"};
    enum { NOTHING, HAD, HAD_BEEN } step = NOTHING;
    char stem[STEM_SIZE];
    size_t at = 0, start;
    bool denied = false;
    while (stem_next(unit->at, unit->n, &at, stem, &start)) {
        bool deed = strings_have(&asked->deeds, stem) || (listed && is_participle(unit, start, at, stem));
        if (step == HAD_BEEN && deed)
            said->cue[denied ? PHRASES_OPEN : PHRASES_DONE] = true;
        if (is_any(stem, have, MB_LENGTH(have)))
            step = HAD, denied = false;
        else if (step == HAD && strcmp(stem, "not") == 0)
            denied = true;
        else if (step == HAD && strcmp(stem, "been") == 0)
            step = HAD_BEEN;
        else if (step != HAD || !is_any(stem, between, MB_LENGTH(between)))
            step = NOTHING;
    }
}

/* LISTED: of a tracker, where one word tells how it stands. */
struct said unit_look(const struct asked *asked, const struct unit *unit, bool listed)
{
    struct said said;
    if (unit->row)
        said = look_row(asked, unit);
    else
        lexicon_look(asked->lexicon, asked->quote, unit->at, unit->n, said.cue);
    said.cue[PHRASES_DONE] |= said.cue[PHRASES_STATUS] && (unit->row || listed) && !said.cue[PHRASES_OPEN];
    said.cue[PHRASES_WRITTEN] |= asked->letter && unit->row && said.cue[PHRASES_STATUS] && said.cue[PHRASES_OPEN]; /* "Sent 3 May; no reply" */
    look_for_deed(asked, unit, listed, &said);
    return said;
}

/* Does a paragraph end between the two? */
static bool is_parted(const char *from, const char *to)
{
    for (const char *at = from; at + 1 < to; at++)
        if (at[0] == '\n' && at[1] == '\n')
            return true;
    return false;
}

/* "those for the other two would follow" goes on from what stands before it; another matter does not. */
static bool goes_on(const struct unit *clause)
{
    static const char *const openings[] = {"those ", "these ", "this ", "it ", "they ", "the rest", "the other", "the remaining", "but ",
                                           "and ", "he ", "she ", "his ", "her ", "a reply", "the reply", "no reply", "the answer", "no answer"};
    for (size_t i = 0; i < MB_LENGTH(openings); i++)
        if (clause->n > strlen(openings[i]) && strncasecmp(clause->at, openings[i], strlen(openings[i])) == 0)
            return true;
    return false;
}

static void look_further(const struct asked *asked, const struct unit *unit, struct said *said)
{
    struct said more = unit_look(asked, unit, false);
    said->cue[PHRASES_OPEN] |= more.cue[PHRASES_OPEN];
    said->cue[PHRASES_REST] |= more.cue[PHRASES_REST];
    said->cue[PHRASES_PUT_OFF] |= more.cue[PHRASES_PUT_OFF];
    said->cue[PHRASES_DONE] |= (said->cue[PHRASES_BACK] || said->cue[PHRASES_PROMISED]) && more.cue[PHRASES_DONE];
    said->cue[PHRASES_REPLIED] |= more.cue[PHRASES_REPLIED];
}

/* Further clauses of the sentence that go on from this one, and the sentence behind it: "... These had been sent to all Members."
 * "... This was still awaited." */
void unit_look_on(const struct asked *asked, const struct units *units, size_t i, struct said *said)
{
    size_t next = i + 1;
    if (units->at[i].row)
        return;
    for (; next < units->n && units->at[next].sentence == units->at[i].sentence; next++)
        if (goes_on(&units->at[next]))
            look_further(asked, &units->at[next], said);
    if (next >= units->n || is_parted(units->at[i].sentence, units->at[next].at) || !goes_on(&units->at[next]))
        return;
    for (size_t k = next; k < units->n && units->at[k].sentence == units->at[next].sentence; k++)
        look_further(asked, &units->at[k], said);
}
