/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What minutes write in lists: "RESOLVED: That the Committee:- (a) notes ...; (b) requests ...". A lead-in
 * opens a place, and what follows stands in it for as long as it goes on as a list. Which words are a
 * lead-in is data (rules of the sort "lead"); how lists go on is here, for it is layout and no wording. */
#include "config.h"

#include "judge.h"
#include "marks.h"

#include "private.h"

#include <string.h>

#define LEADS_IN_A_ROW 3 /* "RESOLVED: That it be RECOMMENDED to Cabinet that ..." */
#define TABS_OF_A_ROW 2

/* What the reader knows of the lead-in above. */
struct lead_block {
    enum place place;
    int number; /* 0: none is open */
    char *recipient, *owner;
    bool empty, was_marked, goes_on, by_that;
    bool numbered; /* "RESOLVED: 1." stood on one line: entries with marks follow */
    int opener;    /* the sort of mark before the entry that opened it (mark_sort()); 0: it had none */
};
#define LISTS_MOST 4 /* lists within lists */

struct unit_reader {
    const void *parent;
    const struct rules *rules;
    struct matcher *matcher;
    const char *text;
    enum place place;
    struct lead_block block;
    struct lead_block outer[LISTS_MOST]; /* the lists around the one that is open, the innermost last */
    int depth;
    int blocks, lines;
    struct units *out;
};

/* ---- lead-ins ------------------------------------------------------------------------------------------- */

static bool has_letters(const char *text)
{
    for (; *text; text++) {
        if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') || (*text >= '0' && *text <= '9') || (*text & 0x80))
            return true;
    }
    return false;
}

/* The lead-in that a text holds, if there is one; AT_START: nothing may stand before it. */
static const struct rule *lead_find(struct unit_reader *reader, const struct view *view, size_t from, enum place place, bool at_start,
                                    struct hit *hit)
{
    const struct rules *rules = reader->rules;
    struct hit other;
    for (size_t i = 0; i < rules->n_of[RULE_LEAD]; i++) {
        const struct rule *rule = rules->of[RULE_LEAD][i];
        if (!(rule->places & 1u << place) || !rule_may_match(rules, rule, view))
            continue;
        for (size_t k = 0; k < rule->patterns.n; k++) {
            if (line_find(rules, reader->matcher, &rule->patterns.at[k], view, from, 0, hit) && (!at_start || hit->start == 0) &&
                !lines_find(rules, reader->matcher, &rule->nots, view, from, 0, &other))
                return rule;
        }
    }
    return NULL;
}

/* A group of a lead-in, as the paper has it. */
static void take_name(const struct unit_reader *reader, const struct unit *unit, struct hit_span span, char **name)
{
    if (span.set)
        *name = view_words(reader->parent, unit->view, reader->text + unit->words.start, unit->from + span.start, unit->from + span.end);
}

/* Take the lead-ins at the head of UNIT; what they open is the reader's block from here on. */
static void take_leads(struct unit_reader *reader, struct unit *unit)
{
    struct hit hit;
    bool nested = unit->block != 0;
    for (int i = 0; i < LEADS_IN_A_ROW; i++) {
        const struct rule *rule = lead_find(reader, unit->view, unit->from, unit->place, i > 0 || nested, &hit);
        if (!rule)
            break;
        if (hit.end == hit.start) { /* it only looks: the sentence stands where it stood */
            unit->opens = rule->opens;
            break;
        }
        take_name(reader, unit, hit.groups[HIT_RECIPIENT], &unit->recipient);
        take_name(reader, unit, hit.groups[HIT_OWNER], &unit->owner);
        unit->from += hit.end;
        unit->place = rule->opens;
        if (i == 0)
            unit->block = rule->opens == PLACE_SAID ? 0 : ++reader->blocks;
    }
    unit->lead_only = unit->block && !has_letters(unit->view->text + unit->from);
}

/* ---- how a list goes on ----------------------------------------------------------------------------------- */

static bool begins_with(const struct view *view, const char *word)
{
    size_t n = strlen(word);
    return view->n > n && words_equal(view->text, n, word) && view->text[n] == ' ';
}

/* An entry that is marked as the one was that opened the list is an entry of the list around it. */
static void close_lists(struct unit_reader *reader, const struct sentence *sentence)
{
    int sort = mark_sort(reader->text, sentence->mark);
    while (sort && reader->block.number && reader->block.opener == sort)
        reader->block = reader->depth ? reader->outer[--reader->depth] : (struct lead_block){0};
}

/* UNIT opens a list: the one that it stands in itself is taken up again behind it. */
static void open_list(struct unit_reader *reader, const struct unit *unit, bool held)
{
    if (held && unit->marked && reader->depth < LISTS_MOST)
        reader->outer[reader->depth++] = reader->block;
    else
        reader->depth = 0;
}

/* Does a sentence still stand under the lead-in that is open? */
static bool block_holds(const struct unit_reader *reader, const struct sentence *sentence, const struct view *view, bool marked)
{
    const struct lead_block *block = &reader->block;
    struct hit hit;
    if (!block->number)
        return false;
    if (marked)
        return block->empty || block->was_marked || block->goes_on || block->numbered;
    if (!sentence->opens_line)
        return block->empty;
    if (block->empty || block->goes_on || (block->by_that && begins_with(view, "that")))
        return true;
    return block->by_that && rule_find(reader->rules, reader->matcher, RULE_LIMB, view, 0, &hit) != NULL;
}

/* "1." or "(a)": the mark of a first entry behind a lead-in. */
static bool begins_with_mark(const char *rest)
{
    size_t at = strspn(rest, " (");
    bool first = rest[at] == '1' || rest[at] == 'a' || rest[at] == 'i' || rest[at] == 'A';
    return first && (rest[at + 1] == '.' || rest[at + 1] == ')');
}

static bool ends_open(const struct view *view)
{
    size_t n = view->n;
    if (n == 0)
        return true;
    if (strchr(":;,-", view->text[n - 1]))
        return true;
    return (n > 4 && words_equal(view->text + n - 4, 4, " and")) || (n > 5 && words_equal(view->text + n - 5, 5, " that"));
}

static void block_follow(struct lead_block *block, const struct unit *unit)
{
    if (unit->block != block->number) {
        block->by_that = false;
        block->numbered = false;
        block->number = unit->block;
        block->place = unit->place;
    }
    if (unit->recipient)
        block->recipient = unit->recipient;
    block->owner = unit->owner;
    block->place = unit->place;
    block->empty = unit->lead_only;
    block->was_marked = unit->marked;
    block->goes_on = ends_open(unit->view);
    const char *rest = unit->view->text + unit->from;
    block->numbered = block->numbered || begins_with_mark(rest);
    block->by_that = block->by_that || unit->lead_only || words_equal(rest, strlen(rest) < 5 ? 0 : 5, "that ") ||
                     (unit->from >= 5 && words_equal(unit->view->text + unit->from - 5, 5, "that "));
}

/* What UNIT opens for the entries behind it. */
static void block_open(struct unit_reader *reader, struct unit *unit)
{
    unit->opened = ++reader->blocks;
    reader->block = (struct lead_block){.place = unit->opens, .number = unit->opened, .goes_on = true};
}

/* ---- units -------------------------------------------------------------------------------------------------- */

static struct unit *add_unit(struct unit_reader *reader, struct unit unit)
{
    struct unit *added = mem_append(reader->parent, reader->out->at, reader->out->n);
    *added = unit;
    return added;
}

/* Bytes START to END of WHOLE's view as a unit of its own. */
static struct unit part_of(struct unit_reader *reader, const struct unit *whole, size_t start, size_t end)
{
    while (end > start && whole->view->text[end - 1] == ' ')
        end--;
    struct unit part = *whole;
    size_t raw = whole->view->raw[start];
    part.words = (struct line_span){whole->words.start + raw, whole->view->raw[end] - raw};
    part.view = view_new(reader->parent, reader->text + part.words.start, part.words.len);
    part.from = start < whole->from && whole->from < end ? whole->from - start : 0;
    part.block = 1; /* only a lead-in at its head is one */
    take_leads(reader, &part);
    part.block = whole->block;
    return part;
}

/* One limb behind its mark, as a unit of its own. */
static void add_limb(struct unit_reader *reader, const struct unit *whole, size_t mark, size_t start, size_t end)
{
    struct unit limb = part_of(reader, whole, start, end);
    limb.marked = true;
    limb.mark = (struct line_span){whole->words.start + whole->view->raw[mark], whole->view->raw[start] - whole->view->raw[mark]};
    if (limb.view->n)
        add_unit(reader, limb);
}

struct unit unit_part(const void *parent, const struct rules *rules, struct matcher *matcher, const char *text, const struct unit *whole,
                      size_t start, size_t end, enum place place)
{
    struct unit_reader reader = {.parent = parent, .rules = rules, .matcher = matcher, .text = text};
    struct unit from = *whole;
    from.place = place;
    struct unit part = part_of(&reader, &from, start, end);
    part.lead_only = false;
    return part;
}

static void add_limbs(struct unit_reader *reader, struct unit *whole, const struct limbs *limbs)
{
    size_t lead = limbs->marks[0];
    struct unit head = *whole;
    head.view = view_new(reader->parent, reader->text + whole->words.start, whole->view->raw[lead]);
    if (head.from < head.view->n) { /* words between the lead-in and the first limb may be one themselves */
        take_leads(reader, &head);
        whole->place = head.place;
        whole->recipient = head.recipient;
        whole->owner = head.owner;
    }
    for (size_t i = 0; i < limbs->n; i++)
        add_limb(reader, whole, limbs->marks[i], limbs->words[i], i + 1 < limbs->n ? limbs->marks[i + 1] : whole->view->n);
}

static bool is_row(const char *text, const struct sentence *sentence)
{
    size_t tabs = 0;
    for (size_t i = 0; i < sentence->words.len; i++)
        tabs += text[sentence->words.start + i] == '\t';
    return tabs >= TABS_OF_A_ROW;
}

/* A tag on a line of its own belongs to what is above and ends no list. */
static bool take_tag(struct unit_reader *reader, struct unit *unit)
{
    struct hit hit;
    const struct rule *tag = rule_find(reader->rules, reader->matcher, RULE_TAG, unit->view, 0, &hit);
    if (!tag || hit.start > 0 || hit.end + 1 < unit->view->n)
        return false;
    unit->tag = true;
    unit->place = PLACE_SKIPPED;
    add_unit(reader, *unit);
    return true;
}

static void read_sentence(struct unit_reader *reader, const struct sentence *sentence)
{
    struct unit unit = {.words = sentence->words, .place = reader->place, .marked = sentence->mark.len > 0, .mark = sentence->mark};
    unit.view = view_new(reader->parent, reader->text + unit.words.start, unit.words.len);
    if (unit.words.len > VIEW_LONGEST) /* no more is quoted than is looked at */
        unit.words.len = unit.view->raw[unit.view->n];
    reader->lines += sentence->opens_line;
    unit.line = reader->lines;
    if (unit.view->n == 0 || take_tag(reader, &unit))
        return;
    close_lists(reader, sentence);
    bool held = block_holds(reader, sentence, unit.view, unit.marked);
    if (held) {
        unit.place = reader->block.place;
        unit.block = reader->block.number;
        unit.recipient = reader->block.recipient;
        unit.owner = reader->block.owner;
    } else if (sentence->opens_line) {
        reader->block = (struct lead_block){0};
        reader->depth = 0;
    }
    if (is_row(reader->text, sentence))
        unit.place = PLACE_SKIPPED;
    int before = reader->block.number;
    take_leads(reader, &unit);
    if ((unit.block && unit.block != before) || unit.opens != PLACE_SAID)
        open_list(reader, &unit, held);
    struct limbs limbs = {.n = 0};
    if (unit.opens != PLACE_SAID)
        block_open(reader, &unit);
    else if (unit.block && !unit.lead_only)
        limbs_find(unit.view, unit.from, &limbs);
    if (limbs.n)
        add_limbs(reader, &unit, &limbs);
    else
        add_unit(reader, unit);
    unit.marked = unit.marked || limbs.n > 0;
    if (unit.block && !unit.opened)
        block_follow(&reader->block, &unit);
    if (reader->block.number != before)
        reader->block.opener = mark_sort(reader->text, sentence->mark);
}

void units_read(const void *parent, const struct rules *rules, struct matcher *matcher, const char *text, enum place place,
                struct units *out)
{
    struct unit_reader reader = {.parent = parent, .rules = rules, .matcher = matcher, .text = text, .place = place, .out = out};
    struct sentence sentence;
    size_t n = strlen(text), at = 0;
    *out = (struct units){0};
    while (sentence_next(text, n, &at, &sentence))
        read_sentence(&reader, &sentence);
}
