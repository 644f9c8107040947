/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* What a report asks the committee to do (field.md 2, Documents: "Purpose of the Meeting", "is asked to",
 * "Recommendation(s)"): the limbs of a list below the words, or the sentence that the words begin. "The
 * Panel may like to consider" asks nothing. */
#include "config.h"

#include "src/intake/report.h"

#include <string.h>
#include <strings.h>

#define LIMB_LONGEST ((size_t)4000)
#define LIMBS_MAX 200
#define MARK_LONGEST 12               /* bytes of "(viii) " and a little more */
#define LEAD_LONGEST ((size_t)200)    /* bytes of "determine" before the colon of a list */
#define SUBJECT_LONGEST ((size_t)600) /* bytes before the words in which the body is named */

/* Is a body of the council named in the N bytes before the words that ask? */
static bool names_body(const char *text, size_t n)
{
    size_t skipped = n > SUBJECT_LONGEST ? n - SUBJECT_LONGEST : 0;
    char *before = mem_strndup(NULL, text + skipped, n - skipped);
    bool named = pack_line_says(PACK_ASKED_BODY, before);
    talloc_free(before);
    return named;
}

/* The start of the sentence in which byte AT stands. */
static size_t sentence_start(const char *text, size_t at)
{
    while (at > 0 && !(at >= 2 && text[at - 1] == ' ' && strchr(".?!:", text[at - 2])) && text[at - 1] != '\n')
        at--;
    return at;
}

size_t sentence_length(const char *text)
{
    for (size_t i = 0; text[i]; i++) {
        if (!strchr(".?!", text[i]))
            continue;
        bool initial = i < 2 || text[i - 2] == ' ' || text[i - 2] == '.';
        bool number = i >= 2 && strncmp(text + i - 2, "No", 2) == 0;
        bool next_is_new = text[i + 1] == ' ' && (text[i + 2] >= 'A' && text[i + 2] <= 'Z');
        if (!text[i + 1] || text[i + 1] == '\n' || (next_is_new && !initial && !number))
            return i + 1;
    }
    return strlen(text);
}

/* The last word of the N bytes of TEXT: its first byte, its length in *length. */
static const char *last_word(const char *text, size_t n, size_t *length)
{
    while (n > 0 && text[n - 1] == ' ')
        n--;
    size_t start = n;
    while (start > 0 && text[start - 1] != ' ' && text[start - 1] != '\n')
        start--;
    *length = n - start;
    return text + start;
}

/* Is what ASKS, with N bytes of its sentence before it, the story of an earlier meeting? "The Panel recommended that
 * ..., and Cabinet agreed" asks nobody; "It is recommended that ..." does. So does what stands behind "agreed that". */
static bool is_history(const char *sentence, size_t n, const char *asks)
{
    static const char *const passive[] = {"is", "are", "be", "being", "therefore", "hereby", "also", "now"};
    char *before = mem_strndup(NULL, sentence, n);
    bool history = pack_line_says(PACK_ASKED_BEFORE, before);
    talloc_free(before);
    size_t length;
    const char *word = last_word(sentence, n, &length);
    bool active = strncasecmp(asks, "recommended", strlen("recommended")) == 0;
    for (size_t i = 0; i < MB_LENGTH(passive) && active; i++)
        active = strlen(passive[i]) != length || strncasecmp(word, passive[i], length) != 0;
    return history || active;
}

/* Somebody who is "invited to the meeting" is asked nothing. */
static bool is_guest(const char *rest)
{
    return text_starts(rest, " the meeting") || text_starts(rest, " attend") || text_starts(rest, " this meeting");
}

/* What follows the words that ask the committee, in TEXT; NULL where nothing does. */
static const char *asked_part(const char *text)
{
    size_t n;
    for (const char *at = text; (at = pack_words_find(PACK_ASKS, at, &n)); at += n) {
        size_t place = (size_t)(at - text), start = sentence_start(text, place);
        if (!is_guest(at + n) && names_body(text + start, place - start) && !is_history(text + start, place - start, at))
            return at + n;
    }
    return NULL;
}

/* ---- limbs ------------------------------------------------------------------------------------------------ */

/* TEXT without what joins limbs: a final stop, ";", ", and". */
static void add_limb(const void *owner, struct item *item, const char *text, size_t n)
{
    if (n > LIMB_LONGEST)
        for (n = LIMB_LONGEST; n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80;)
            n--; /* not in the middle of a character */
    char *limb = mem_strndup(NULL, text, n);
    char *kept = text_trim(limb);
    static const char *const joints[] = {" and", " or", ";", ",", ".", ":"};
    for (size_t i = 0; i < MB_LENGTH(joints); i++) {
        size_t length = strlen(kept), joint = strlen(joints[i]);
        if (length > joint && strcmp(kept + length - joint, joints[i]) == 0) {
            kept[length - joint] = '\0';
            kept = text_trim(kept);
            i = SIZE_MAX; /* from the first again: "report; and" */
        }
    }
    if (kept[0] && item->asked.n < LIMBS_MAX)
        strings_add(owner, &item->asked, kept);
    talloc_free(limb);
}

/* "(a)" "(ii)" "(2)" at TEXT: its bytes. */
static size_t inline_mark(const char *text)
{
    if (text[0] != '(')
        return 0;
    struct list_mark mark = mark_scan(text, strnlen(text, MARK_LONGEST));
    return mark.kind == MARK_LETTER ? mark.len : 0;
}

/* "to consider ..., to agree ..., and to say ..." are limbs where the last is joined so; a sentence with
 * other joints is one. Bytes of the joint at TEXT before an infinitive. */
static size_t infinitive_joint(const char *text, bool last)
{
    static const char *const lasts[] = {", and to ", "; and to "}, *const others[] = {", to ", "; to "};
    for (size_t i = 0; i < 2; i++) {
        if (text_starts(text, lasts[i]))
            return strlen(lasts[i]);
        if (!last && text_starts(text, others[i]))
            return strlen(others[i]);
    }
    return 0;
}

static bool has_infinitives(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (infinitive_joint(text + i, true))
            return true;
    }
    return false;
}

/* A sentence that asks: whole, or its limbs where it letters them or joins them as infinitives. */
static void add_sentence(const void *owner, struct item *item, const char *text)
{
    text += strspn(text, " :\n");
    size_t n = sentence_length(text), from = 0;
    if (inline_mark(text)) { /* lettered limbs may have final stops of their own */
        n = strlen(text);
        from = inline_mark(text);
    }
    bool infinitives = from == 0 && has_infinitives(text, n);
    for (size_t i = from; i < n; i++) {
        size_t mark = infinitives                     ? infinitive_joint(text + i, false)
                      : i && pack_blank(text + i - 1) ? inline_mark(text + i)
                                                      : 0;
        if (mark == 0)
            continue;
        add_limb(owner, item, text + from, i - from);
        from = i + mark;
    }
    add_limb(owner, item, text + from, n - from);
}

/* The words of a limb without the mark it was printed with. */
static const char *without_mark(const char *text)
{
    return text + mark_scan(text, strlen(text)).len;
}

static bool is_limb(const struct block *block, bool numbered)
{
    if (block->kind == BLOCK_LIST)
        return true;
    return numbered && block->kind == BLOCK_PARA && mark_scan(block->text, strlen(block->text)).kind != MARK_NONE;
}

/* A deeper entry belongs to the limb above it. */
static void extend_limb(struct strings *asked, const char *text)
{
    char **last = &asked->at[asked->n - 1];
    if (strlen(*last) + strlen(text) > LIMB_LONGEST)
        return;
    char *limb = mem_printf(asked->at, "%s\n%s", *last, text);
    talloc_free(*last);
    *last = limb;
}

/* May BLOCK go on with the list that FIRST began? Lettered limbs end where paragraphs are numbered again. */
static bool goes_on(const struct block *first, const struct block *block)
{
    if (first->kind != BLOCK_PARA || block->kind != BLOCK_PARA)
        return first->kind == block->kind || block->kind == BLOCK_LIST;
    return mark_scan(first->text, strlen(first->text)).kind == mark_scan(block->text, strlen(block->text)).kind;
}

/* TEXT with the LEAD that it shares with the other limbs: "determine" makes "determine whether ...". */
static char *led_limb(const void *parent, const char *lead, const char *text)
{
    bool verb = !strchr(lead, ' ') && text[0] >= 'a' && text[0] <= 'z';
    return mem_printf(parent, verb ? "%s %s" : "%s: %s", lead, text);
}

/* The list from block FIRST on; NUMBERED paragraphs count as its entries. LEAD: what stands before all of them, or "". */
static void add_list(const void *owner, struct item *item, size_t first, bool numbered, const char *lead)
{
    int depth = 0;
    for (size_t i = first; i < item->n_blocks && is_limb(&item->blocks[i], numbered); i++) {
        const struct block *block = &item->blocks[i];
        if (!goes_on(&item->blocks[first], block))
            break;
        const char *text = without_mark(block->text);
        if (depth == 0)
            depth = block->level;
        char *led = *lead ? led_limb(NULL, lead, text) : NULL;
        if (block->level > depth && item->asked.n)
            extend_limb(&item->asked, text);
        else
            add_limb(owner, item, led ? led : text, strlen(led ? led : text));
        talloc_free(led);
    }
}

/* ---- where a report asks ------------------------------------------------------------------------------------ */

static bool is_recommendations(const struct block *block)
{
    if (block->kind != BLOCK_HEADING || strlen(block->text) > 60)
        return false;
    return pack_line_says(PACK_RECOMMENDATIONS, without_mark(block->text));
}

/* Below the heading "Recommendation(s)": its list, else its first paragraph. */
static void read_recommendations(const void *owner, struct item *item, size_t first)
{
    if (first >= item->n_blocks || item->blocks[first].kind == BLOCK_TABLE || item->blocks[first].kind == BLOCK_HEADING)
        return;
    const struct block *block = &item->blocks[first];
    const char *asked = asked_part(block->text);
    size_t length = strlen(block->text);
    bool lead = length > 0 && block->text[length - 1] == ':'; /* "The Board is RECOMMENDED:" */
    bool list_follows = first + 1 < item->n_blocks && item->blocks[first + 1].kind == BLOCK_LIST;
    if (asked)
        return; /* the words themselves say it better */
    if (block->kind == BLOCK_PARA && (list_follows || lead) && text_stops(block->text))
        add_list(owner, item, first + 1, lead, "");
    else if (is_limb(block, true))
        add_list(owner, item, first, true, "");
    else
        add_sentence(owner, item, block->text);
}

/* What stands between the words that ask and the colon of their list, a verb mostly. "note the report and:" is a limb of its own,
 * told in *own; what ends a sentence leads no list. */
static char *lead_of(const void *parent, const char *rest, bool *own)
{
    char *lead = text_trim(mem_strdup(parent, rest));
    size_t n = strlen(lead), and = strlen(" and");
    while (n > 0 && (lead[n - 1] == ':' || lead[n - 1] == ' '))
        lead[--n] = '\0';
    *own = n > and && strcmp(lead + n - and, " and") == 0;
    if (n > LEAD_LONGEST || lead[strcspn(lead, ".?!")])
        lead[0] = '\0';
    return lead;
}

/* The block at INDEX asks: read the list below it, or its own sentence. */
static void read_asking(const void *owner, struct item *item, size_t index, const char *rest)
{
    bool colon = rest[0] && rest[strlen(rest) - 1] == ':', own;
    if (colon || !rest[strspn(rest, " :\n")]) {
        void *local = talloc_named_const(NULL, 0, "lead");
        const char *lead = lead_of(local, rest, &own);
        if (own && *lead)
            add_limb(owner, item, lead, strlen(lead));
        add_list(owner, item, index + 1, colon, own ? "" : lead);
        talloc_free(local);
    } else {
        add_sentence(owner, item, rest);
    }
}

void report_asked(const void *owner, struct item *item)
{
    for (size_t i = 0; i < item->n_blocks && item->asked.n == 0; i++) {
        const struct block *block = &item->blocks[i];
        if (is_recommendations(block))
            read_recommendations(owner, item, i + 1);
        else if (block->kind == BLOCK_PARA || block->kind == BLOCK_HEADING) {
            const char *rest = asked_part(block->text);
            if (rest)
                read_asking(owner, item, i, rest);
        }
    }
}
