/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a passage of a later paper says of a follow-up. It is read sentence by sentence (a table row by row): how much of what the
 * follow-up tells is in it, and whether its words tell of something done, asked again or put off. The same topic is no answer; nor
 * is the promise itself, printed again with the minutes it stands in. */
#include "config.h"

#include "evidence.h"

#include <string.h>

#define VAGUE 5          /* a follow-up of less weight tells too little: only a cited minute speaks for it */
#define STRONG_WEIGHT 6  /* least weight of the words that a sentence shares */
#define STRONG_SHARE 55  /* and least per cent of the follow-up's */
#define LONG_WEIGHT 14   /* of a long follow-up so much will do, with */
#define LONG_SHARE 40
#define FULL_SHARE 75    /* nearly all of it */
#define TITLE_SHARE 60
#define CITED_SHARE 25
#define RARE 2           /* least weight of a word that is rare */

/* ---- sentences --------------------------------------------------------------------------------------- */

/* A sentence, or a row of a table, and which of the told words are in it, a bit each. */
struct unit {
    const char *at;
    size_t n;
    uint32_t words;
    bool row;
};
struct units {
    struct unit *at;
    size_t n;
};

static uint32_t words_in(const struct told_words *words, const char *text, size_t n)
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

static int weight_of(const struct told_words *words, uint32_t found)
{
    int weight = 0;
    for (size_t i = 0; i < words->n; i++)
        weight += found >> i & 1 ? words->at[i].weight : 0;
    return weight;
}

static int share_of(const struct told_words *words, uint32_t found)
{
    return words->weight ? weight_of(words, found) * 100 / words->weight : 0;
}

static size_t rare_in(const struct told_words *words, uint32_t found)
{
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++)
        n += (found >> i & 1) && words->at[i].weight >= RARE;
    return n;
}

/* A line of a table has its cells parted by TAB (item_report_text()). */
static size_t row_at(const char *text, size_t n)
{
    const char *end = memchr(text, '\n', n);
    size_t line = end ? (size_t)(end - text) : n;
    return memchr(text, '\t', line) ? line : 0;
}

static void split_units(const void *parent, const struct told_words *words, const char *text, struct units *out)
{
    size_t n = strlen(text), at = 0;
    while (at < n) {
        at += strspn(text + at, " \n");
        size_t row = at < n && (at == 0 || text[at - 1] == '\n') ? row_at(text + at, n - at) : 0;
        struct sentence sentence = {.words = {at, row}};
        if (row)
            at += row;
        else if (!sentence_next(text, n, &at, &sentence))
            return;
        const char *from = text + sentence.words.start;
        *mem_append(parent, out->at, out->n) = (struct unit){from, sentence.words.len, words_in(words, from, sentence.words.len), row > 0};
    }
}

/* ---- what a unit says ------------------------------------------------------------------------------------ */

struct said {
    bool cue[PHRASE_GROUPS];
};

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
        int weight = weight_of(&asked->words, words_in(&asked->words, unit->at + at, n));
        if (weight > best)
            best = weight, best_at = at, best_n = n;
        at += n + 1;
    }
    buf_init(&rest, NULL, BUF_MAX_DOCUMENT);
    buf_add(&rest, unit->at, best_at);
    buf_puts(&rest, "; ");
    buf_add(&rest, unit->at + best_at + best_n, unit->n - best_at - best_n);
    lexicon_look(asked->lexicon, rest.data, rest.len, said.cue);
    buf_release(&rest);
    return said;
}

static struct said look(const struct asked *asked, const struct unit *unit)
{
    struct said said;
    if (unit->row)
        return look_row(asked, unit);
    lexicon_look(asked->lexicon, unit->at, unit->n, said.cue);
    return said;
}

/* What the sentence behind it adds: "... These had been sent to all Members." "... This was still awaited." */
static void add_next(const struct asked *asked, const struct units *units, size_t i, struct said *said)
{
    if (units->at[i].row || i + 1 >= units->n)
        return;
    struct said next = look(asked, &units->at[i + 1]);
    said->cue[PHRASES_OPEN] |= next.cue[PHRASES_OPEN];
    said->cue[PHRASES_REST] |= next.cue[PHRASES_REST];
    said->cue[PHRASES_PUT_OFF] |= next.cue[PHRASES_PUT_OFF];
    said->cue[PHRASES_DONE] |= said->cue[PHRASES_BACK] && next.cue[PHRASES_DONE];
    said->cue[PHRASES_REPLIED] |= next.cue[PHRASES_REPLIED];
}

static bool sort_of_letter(const struct said *said, enum evidence_sort *sort)
{
    bool replied = said->cue[PHRASES_REPLIED] && !said->cue[PHRASES_OPEN];
    *sort = replied ? EVIDENCE_REPORTED : said->cue[PHRASES_WRITTEN] ? EVIDENCE_IN_PART : EVIDENCE_STILL_OPEN;
    return replied || said->cue[PHRASES_WRITTEN] || said->cue[PHRASES_OPEN];
}

/* False where its words tell neither that it was done nor that it was not. */
static bool sort_of(const struct asked *asked, const struct said *said, int share, enum evidence_sort *sort)
{
    const bool *cue = said->cue;
    bool done = cue[PHRASES_DONE] || (cue[PHRASES_TOLD] && share >= FULL_SHARE);
    if (asked->letter)
        return sort_of_letter(said, sort);
    *sort = EVIDENCE_REPORTED;
    if (cue[PHRASES_PUT_OFF] && !cue[PHRASES_DONE])
        *sort = EVIDENCE_PUT_OFF;
    else if (cue[PHRASES_DONE] && (cue[PHRASES_REST] || cue[PHRASES_OPEN]))
        *sort = EVIDENCE_IN_PART;
    else if (cue[PHRASES_OPEN])
        *sort = EVIDENCE_STILL_OPEN;
    else if (cue[PHRASES_PROMISED] && !cue[PHRASES_BACK])
        *sort = EVIDENCE_STILL_OPEN;
    else
        return done || cue[PHRASES_BACK];
    return true;
}

/* ---- how sure -------------------------------------------------------------------------------------------- */

static char *shared_words(const void *parent, const struct told_words *words, uint32_t found)
{
    struct buf out;
    buf_init(&out, parent, BUF_MAX_DOCUMENT);
    for (size_t i = 0; i < words->n; i++)
        if ((found >> i & 1) && words->at[i].weight > 0)
            buf_printf(&out, "%s%s", out.len ? ", " : "", words->at[i].printed);
    return buf_take(&out);
}

static bool has_words(const char *text, const char *folded)
{
    bool has = false;
    if (folded && *folded) {
        char *key = text_fold(NULL, text), *padded = mem_printf(key, " %s ", key), *wanted = mem_printf(key, " %s ", folded);
        has = strstr(padded, wanted) != NULL;
        talloc_free(key);
    }
    return has;
}

/* One sentence as a proposal; the signs beside the words that are alike. */
struct weighing {
    uint32_t found, title;
    int share, signs;
    bool cited, owner, full;
};

static enum evidence_grade grade_of(const struct asked *asked, const struct search_row *row, const struct weighing *weighing,
                                    const struct said *said)
{
    const bool *cue = said->cue;
    int signs = 2 * cue[PHRASES_DONE] + 2 * cue[PHRASES_BACK] + weighing->owner + weighing->full;
    signs += row->kind == PASSAGE_REPORT || share_of(&asked->words, weighing->title) >= TITLE_SHARE / 2;
    signs += 2 * (asked->letter && cue[PHRASES_REPLIED]);
    return weighing->cited ? EVIDENCE_CERTAIN : signs >= 3 ? EVIDENCE_PROBABLE : EVIDENCE_POSSIBLE;
}

static void give_reasons(const struct asked *asked, const struct weighing *weighing, const struct said *said, struct evidence *out,
                         const void *parent)
{
    if (weighing->cited)
        strings_add(parent, &out->reasons, mem_printf(parent, "it cites minute %s", asked->action->minute_number));
    if (weight_of(&asked->words, weighing->found))
        strings_add(parent, &out->reasons, mem_printf(parent, "rare words in both: %s", shared_words(parent, &asked->words, weighing->found)));
    if (share_of(&asked->words, weighing->title) >= TITLE_SHARE)
        strings_add(parent, &out->reasons, "the item has that title");
    if (weighing->owner)
        strings_add(parent, &out->reasons, mem_printf(parent, "it names who promised it: %s", asked->action->owner));
    if (said->cue[PHRASES_BACK] && !weighing->cited)
        strings_add(parent, &out->reasons, "it speaks of an earlier request");
}

/* ---- a unit, a title, a passage -------------------------------------------------------------------------------- */

static bool is_strong(const struct told_words *words, uint32_t found)
{
    int weight = weight_of(words, found), share = share_of(words, found);
    if (words->weight < VAGUE || rare_in(words, found) < 2 || weight < STRONG_WEIGHT)
        return false;
    return share >= STRONG_SHARE || (weight >= LONG_WEIGHT && share >= LONG_SHARE);
}

/* The minutes of the meeting it was made in are printed again in packs; the sentence with them. */
static bool is_reprint(const struct asked *asked, const struct unit *unit)
{
    char *text = mem_strndup(NULL, unit->at, unit->n);
    bool same = !unit->row && has_words(text, asked->quote);
    talloc_free(text);
    return same;
}

static bool judge_unit(const void *parent, const struct asked *asked, const struct search_row *row, const struct units *units, size_t i,
                       struct evidence *out)
{
    const struct unit *unit = &units->at[i];
    const struct action *action = asked->action;
    uint32_t title = words_in(&asked->words, row->title ? row->title : "", row->title ? strlen(row->title) : 0);
    struct weighing weighing = {.found = unit->words, .title = title};
    weighing.share = share_of(&asked->words, weighing.found | title);
    weighing.full = weighing.share >= FULL_SHARE;
    weighing.cited = cites_minute(unit->at, unit->n, action->minute_number, action->reference, action->meeting_date) &&
                     (share_of(&asked->words, unit->words) >= CITED_SHARE || rare_in(&asked->words, unit->words) > 0);
    bool here = rare_in(&asked->words, unit->words & ~title) > 0 || is_strong(&asked->words, unit->words);
    if (!weighing.cited && (!here || !is_strong(&asked->words, unit->words | title)))
        return false;
    if (is_reprint(asked, unit))
        return false;
    struct said said = look(asked, unit);
    add_next(asked, units, i, &said);
    bool tells = sort_of(asked, &said, share_of(&asked->words, unit->words), &out->sort);
    if (!tells && !weighing.cited)
        return false;
    char *text = mem_strndup(NULL, unit->at, unit->n);
    weighing.owner = has_words(text, asked->owner);
    talloc_free(text);
    out->grade = grade_of(asked, row, &weighing, &said);
    out->strength = weight_of(&asked->words, weighing.found | title) + weighing.share / 10;
    out->quote = mem_strndup(parent, unit->at, unit->n);
    out->offset = row->offset + (unit->at - row->body);
    give_reasons(asked, &weighing, &said, out, parent);
    return true;
}

/* An item that has the topic in its title, of something that was to be brought. */
static bool judge_title(const void *parent, const struct asked *asked, const struct search_row *row, struct evidence *out)
{
    uint32_t title = words_in(&asked->words, row->title ? row->title : "", row->title ? strlen(row->title) : 0);
    struct weighing weighing = {.found = title, .title = title};
    if (share_of(&asked->words, title) < TITLE_SHARE || weight_of(&asked->words, title) < VAGUE)
        return false;
    struct said said = {0};
    if (row->kind == PASSAGE_MINUTES || row->kind == PASSAGE_DECISION)
        lexicon_look(asked->lexicon, row->body, strlen(row->body), said.cue);
    bool put_off = said.cue[PHRASES_PUT_OFF] && !said.cue[PHRASES_DONE];
    if (asked->letter || (!asked->brought && !put_off && row->kind != PASSAGE_AGENDA))
        return false;
    out->sort = put_off ? EVIDENCE_PUT_OFF : row->kind == PASSAGE_AGENDA ? EVIDENCE_ON_AGENDA : EVIDENCE_REPORTED;
    out->grade = asked->brought ? EVIDENCE_PROBABLE : EVIDENCE_POSSIBLE;
    out->strength = weight_of(&asked->words, title);
    give_reasons(asked, &weighing, &said, out, parent);
    return true;
}

static bool is_better(const struct evidence *a, const struct evidence *b)
{
    return a->grade != b->grade ? a->grade < b->grade : a->strength > b->strength;
}

bool evidence_judge(const void *parent, const struct asked *asked, const struct search_row *row, struct evidence *out)
{
    void *scratch = talloc_named_const(NULL, 0, "judge");
    struct units units = {0};
    struct evidence best = {0};
    bool any = false;
    split_units(scratch, &asked->words, row->body, &units);
    for (size_t i = 0; i < units.n; i++) {
        struct evidence now = {0};
        if (!judge_unit(parent, asked, row, &units, i, &now))
            continue;
        if (any && now.sort != best.sort && now.grade <= EVIDENCE_PROBABLE && best.grade <= EVIDENCE_PROBABLE)
            now.sort = best.sort = EVIDENCE_IN_PART;
        if (!any || is_better(&now, &best))
            best = now;
        any = true;
    }
    if (!any)
        any = judge_title(parent, asked, row, &best);
    talloc_free(scratch);
    *out = best;
    return any;
}
