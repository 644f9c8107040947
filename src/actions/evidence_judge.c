/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a passage of a later paper says of a follow-up. It is read sentence by sentence (a table row by row): how much of what the
 * follow-up tells is in it, and whether its words tell of something done, asked again or put off. The same topic is no answer; nor
 * is the promise itself, printed again with the minutes it stands in. */
#include "config.h"

#include "evidence.h"

#include <string.h>

#define VAGUE 4          /* a follow-up of less weight tells too little: only a cited minute speaks for it */
#define STRONG_WEIGHT 6  /* least weight of the words that a sentence shares */
#define STRONG_SHARE 55  /* and least per cent of the follow-up's */
#define SHORT_WEIGHT 4   /* of a short follow-up, or among few papers, so little will do, with */
#define SHORT_SHARE 85
#define LONG_WEIGHT 14   /* of a long follow-up so much will do, with */
#define LONG_SHARE 40
#define FULL_SHARE 75    /* nearly all of it */
#define TITLE_SHARE 60
#define LISTED_SHARE 40  /* of an item that lists earlier promises, and of a letter where who is to answer is named */
#define CITED_SHARE 40   /* where its minute is cited: a minute has several follow-ups */
#define OPENING_SHARE 40 /* of a sentence that goes on from the one before it */
#define RARE 2           /* least weight of a word that is rare */

/* ---- how much of it ------------------------------------------------------------------------------------- */

static int share_of(const struct told_words *words, uint32_t found)
{
    return words->weight ? told_weight(words, found) * 100 / words->weight : 0;
}

static size_t rare_in(const struct told_words *words, uint32_t found)
{
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++)
        n += (found >> i & 1) && words->at[i].weight >= RARE;
    return n;
}

/* ---- what a unit says ------------------------------------------------------------------------------------ */

static bool sort_of_letter(const struct said *said, enum evidence_sort *sort)
{
    bool replied = said->cue[PHRASES_REPLIED] && !said->cue[PHRASES_OPEN];
    *sort = replied ? EVIDENCE_REPORTED : said->cue[PHRASES_WRITTEN] ? EVIDENCE_IN_PART : EVIDENCE_STILL_OPEN;
    return replied || said->cue[PHRASES_WRITTEN] || said->cue[PHRASES_OPEN];
}

/* False where its words tell neither that it was done nor that it was not. */
static bool sort_of(const struct asked *asked, const struct said *said, bool report, int share, enum evidence_sort *sort)
{
    const bool *cue = said->cue;
    bool done = cue[PHRASES_DONE] || ((cue[PHRASES_TOLD] || report) && share >= FULL_SHARE);
    if (asked->letter)
        return sort_of_letter(said, sort);
    *sort = EVIDENCE_REPORTED;
    if (cue[PHRASES_PUT_OFF] && !cue[PHRASES_DONE])
        *sort = EVIDENCE_PUT_OFF;
    else if (cue[PHRASES_DONE] && (cue[PHRASES_REST] || cue[PHRASES_OPEN]))
        *sort = EVIDENCE_IN_PART;
    else if (cue[PHRASES_OPEN])
        *sort = EVIDENCE_STILL_OPEN;
    else if (cue[PHRASES_PROMISED] && !cue[PHRASES_BACK] && !cue[PHRASES_DONE]) /* what was done may lead to what will be */
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
    int share;
    const char *cited; /* the action's minute number or its reference; NULL: neither */
    bool owner, recipient, full, listed; /* `listed`: a row or line of what lists earlier actions */
};

static enum evidence_grade grade_of(const struct asked *asked, const struct search_row *row, const struct weighing *weighing,
                                    const struct said *said)
{
    const bool *cue = said->cue;
    bool clear = cue[PHRASES_DONE] || cue[PHRASES_OPEN] || cue[PHRASES_PUT_OFF] || (asked->letter && cue[PHRASES_REPLIED]);
    int signs = 2 * clear + 2 * cue[PHRASES_BACK] + 2 * weighing->listed + weighing->owner + weighing->recipient + weighing->full;
    signs += row->kind == PASSAGE_REPORT || share_of(&asked->words, weighing->title) >= TITLE_SHARE / 2;
    if (weighing->cited && !weighing->owner && (weighing->found & (weighing->found - 1)) == 0)
        return EVIDENCE_POSSIBLE; /* a minute has several follow-ups, and one word may be any one's */
    return weighing->cited ? EVIDENCE_CERTAIN : signs >= 3 ? EVIDENCE_PROBABLE : EVIDENCE_POSSIBLE;
}

static void give_reasons(const struct asked *asked, const struct weighing *weighing, const struct said *said, struct evidence *out,
                         const void *parent)
{
    if (weighing->cited)
        strings_add(parent, &out->reasons, mem_printf(parent, "it cites %s %s", weighing->cited == asked->action->reference ? "reference" : "minute", weighing->cited));
    if (told_weight(&asked->words, weighing->found))
        strings_add(parent, &out->reasons, mem_printf(parent, "rare words in both: %s", shared_words(parent, &asked->words, weighing->found)));
    if (share_of(&asked->words, weighing->title) >= TITLE_SHARE || !out->quote)
        strings_add(parent, &out->reasons, "the item has that title");
    if (weighing->owner)
        strings_add(parent, &out->reasons, mem_printf(parent, "it names who promised it: %s", asked->action->owner));
    if (weighing->recipient)
        strings_add(parent, &out->reasons, mem_printf(parent, "it names to whom: %s", asked->action->recipient));
    if (said->cue[PHRASES_BACK] && !weighing->cited)
        strings_add(parent, &out->reasons, "it speaks of an earlier request");
}

/* ---- items that list ------------------------------------------------------------------------------------- */

bool title_is_of_everything(const char *title)
{
    const char *kind = title ? item_kind_of_title(title) : NULL;
    return kind && (strcmp(kind, "routine") == 0 || strcmp(kind, "programme") == 0 || strcmp(kind, "forward plan") == 0);
}

/* Trackers, and what arises from earlier minutes: their rows and lines begin with the number of a minute. */
static bool lists_minutes(const struct lexicon *lexicon, const char *title)
{
    const char *kind = title ? item_kind_of_title(title) : NULL;
    bool found[PHRASE_GROUPS];
    if (!title || (kind && strcmp(kind, "tracker") == 0))
        return title != NULL;
    lexicon_look(lexicon, NULL, title, strlen(title), found);
    return found[PHRASES_LISTING];
}

static bool opens_with_number(const char *text, size_t n, const char *number)
{
    size_t len = number ? strlen(number) : 0;
    return len && n > len && memcmp(text, number, len) == 0 && strchr(" \t:.,;(/-", text[len]) != NULL;
}

/* ---- a unit, a title, a passage -------------------------------------------------------------------------------- */

static bool is_strong(const struct told_words *words, uint32_t found, int least)
{
    int weight = told_weight(words, found), share = share_of(words, found);
    if (words->weight < VAGUE || rare_in(words, found) < 2 || weight < SHORT_WEIGHT)
        return false;
    if (share >= SHORT_SHARE)
        return true;
    return (weight >= STRONG_WEIGHT && share >= least) || (weight >= LONG_WEIGHT && share >= LONG_SHARE);
}

/* The words of UNIT with those of the title, and with those of the sentence before it where it goes on from there. */
static uint32_t words_around(const struct asked *asked, const struct units *units, size_t i, uint32_t title)
{
    const struct unit *unit = &units->at[i];
    uint32_t found = unit->words | title;
    bool goes_on = i > 0 && !unit->row && !units->at[i - 1].row && share_of(&asked->words, unit->words) >= OPENING_SHARE;
    return goes_on ? found | units->at[i - 1].words : found;
}

#define SCRAP_MOST 24 /* bytes of what a stop in "(Min. No. 11)" cuts off its sentence */

/* What the sentence of unit I cites, or begins with where that is the manner: the minute or the reference; NULL neither. */
static const char *cited_by(const struct asked *asked, bool listed, const struct units *units, size_t i)
{
    const struct action *action = asked->action;
    const char *from = units->at[i].sentence, *end = from + units->at[i].sentence_n;
    if (listed && opens_with_number(from, (size_t)(end - from), action->minute_number))
        return action->minute_number;
    while (i > 0 && !units->at[i].row && units->at[i - 1].sentence_n < SCRAP_MOST)
        from = units->at[--i].sentence;
    return cites_minute(from, (size_t)(end - from), action->minute_number, action->reference, action->meeting_date);
}

static const char *cited_enough(const struct asked *asked, bool listed, const struct units *units, size_t i, bool owner)
{
    uint32_t found = units->at[i].words;
    bool enough = share_of(&asked->words, found) >= CITED_SHARE || (owner && rare_in(&asked->words, found) > 0);
    return enough ? cited_by(asked, listed, units, i) : NULL;
}

/* A report asks for nothing: what was requested in it, was requested before. */
static bool speaks_of_request(const struct search_row *row, const char *text)
{
    return row->kind == PASSAGE_REPORT && (has_words(text, "requested") || has_words(text, "asked for"));
}

static bool judge_unit(const void *parent, const struct asked *asked, const struct search_row *row, uint32_t title, bool listed,
                       const struct units *units, size_t i, struct evidence *out)
{
    const struct unit *unit = &units->at[i];
    struct weighing weighing = {.found = words_around(asked, units, i, title), .title = title, .listed = listed};
    char *text = mem_strndup(NULL, unit->at, unit->n);
    weighing.owner = has_words(text, asked->owner);
    weighing.recipient = has_words(text, asked->recipient);
    weighing.share = share_of(&asked->words, weighing.found);
    weighing.full = weighing.share >= FULL_SHARE;
    weighing.cited = cited_enough(asked, listed, units, i, weighing.owner);
    bool reprint = !unit->row && has_words(text, asked->quote), told_back = speaks_of_request(row, text);
    talloc_free(text);
    int least = weighing.listed || (asked->letter && weighing.recipient) ? LISTED_SHARE : STRONG_SHARE;
    bool here = rare_in(&asked->words, unit->words & ~title) > 0 || is_strong(&asked->words, unit->words, least);
    if (reprint || (!weighing.cited && (!here || !is_strong(&asked->words, weighing.found, least))))
        return false;
    struct said said = unit_look(asked, unit, weighing.listed);
    said.cue[PHRASES_BACK] |= told_back;
    unit_look_on(asked, units, i, &said);
    bool told = sort_of(asked, &said, row->kind == PASSAGE_REPORT && !unit->row, share_of(&asked->words, unit->words), &out->sort);
    if (!told && !weighing.cited)
        return false;
    if (!told && unit->row) /* a tracker still has it, and does not say that it is done */
        out->sort = EVIDENCE_STILL_OPEN;
    out->grade = grade_of(asked, row, &weighing, &said);
    out->strength = told_weight(&asked->words, weighing.found) + weighing.share / 10;
    out->quote = mem_strndup(parent, unit->sentence, unit->sentence_n);
    out->offset = row->offset + (unit->sentence - row->body);
    give_reasons(asked, &weighing, &said, out, parent);
    return true;
}

/* All words of the topic are in the title. */
static bool has_topic(const struct asked *asked, const char *title)
{
    char stem[STEM_SIZE];
    struct strings words = {0};
    size_t at = 0, start, there = 0;
    void *scratch = talloc_named_const(NULL, 0, "title");
    while (title && !title_is_of_everything(title) && stem_next(title, strlen(title), &at, stem, &start))
        strings_add(scratch, &words, stem);
    for (size_t i = 0; i < asked->topic.n; i++)
        there += strings_have(&words, asked->topic.at[i]);
    talloc_free(scratch);
    return asked->topic.n > 0 && there == asked->topic.n;
}

/* An item that has the topic in its title, of something that was to be brought. */
static bool judge_title(const void *parent, const struct asked *asked, const struct search_row *row, uint32_t title, struct evidence *out)
{
    struct weighing weighing = {.found = title, .title = title};
    bool topic = asked->brought && has_topic(asked, row->title);
    if (!topic && (share_of(&asked->words, title) < TITLE_SHARE || told_weight(&asked->words, title) < VAGUE || rare_in(&asked->words, title) < 2))
        return false;
    struct said said = {0};
    if (row->kind == PASSAGE_MINUTES || row->kind == PASSAGE_DECISION)
        lexicon_look(asked->lexicon, asked->quote, row->body, strlen(row->body), said.cue);
    bool put_off = said.cue[PHRASES_PUT_OFF] && !said.cue[PHRASES_DONE];
    if (asked->letter || (!asked->brought && !put_off && row->kind != PASSAGE_AGENDA))
        return false;
    out->sort = put_off ? EVIDENCE_PUT_OFF : row->kind == PASSAGE_AGENDA ? EVIDENCE_ON_AGENDA : EVIDENCE_REPORTED;
    bool full = out->sort == EVIDENCE_ON_AGENDA && share_of(&asked->words, title) >= FULL_SHARE;
    out->grade = asked->brought || full ? EVIDENCE_PROBABLE : EVIDENCE_POSSIBLE;
    out->strength = told_weight(&asked->words, title);
    give_reasons(asked, &weighing, &said, out, parent);
    return true;
}

static bool is_better(const struct evidence *a, const struct evidence *b)
{
    return a->grade != b->grade ? a->grade < b->grade : a->strength > b->strength;
}

static bool tells_of_some(const struct evidence *evidence)
{
    return evidence->sort == EVIDENCE_REPORTED || evidence->sort == EVIDENCE_IN_PART;
}

/* Do two places of a passage tell of a part each? Two that both say it was not done do not: the surer of them speaks. */
static bool are_parts(const struct evidence *a, const struct evidence *b)
{
    return a->sort != b->sort && (tells_of_some(a) || tells_of_some(b)) && a->grade <= EVIDENCE_PROBABLE && b->grade <= EVIDENCE_PROBABLE;
}

/* A title of everything is that of no topic. */
static uint32_t title_words(const struct asked *asked, const char *title)
{
    return title && !title_is_of_everything(title) ? told_words_in(&asked->words, title, strlen(title)) : 0;
}

bool evidence_judge(const void *parent, const struct asked *asked, const struct search_row *row, struct evidence *out)
{
    void *scratch = talloc_named_const(NULL, 0, "judge");
    struct units units = {0};
    uint32_t title = title_words(asked, row->title);
    bool any = false, listed = lists_minutes(asked->lexicon, row->title);
    *out = (struct evidence){0};
    units_split(scratch, &asked->words, row->body, &units);
    for (size_t i = 0; i < units.n; i++) {
        struct evidence now = {0};
        if (!judge_unit(parent, asked, row, title, listed, &units, i, &now))
            continue;
        if (any && are_parts(&now, out))
            now.sort = out->sort = EVIDENCE_IN_PART;
        if (!any || is_better(&now, out))
            *out = now;
        any = true;
    }
    talloc_free(scratch);
    return any || judge_title(parent, asked, row, title, out);
}
