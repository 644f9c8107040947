/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* "RESOLVED: That the public be excluded during consideration of Agenda Item No. 9", "The following item is exempt by virtue
 * of paragraph 14": the items that a motion to exclude the public or a notice means are exempt, not the item that holds
 * the words (field.md 3.6, 3.9). A motion that depends on what is said, or is about an appendix alone, means none. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define PARAGRAPH_LONGEST 2000
#define MOTION_NEAR 80 /* bytes */
#define NAMED_MAX 20 /* items of one motion */

/* Which items a paragraph means, of those behind its own. */
struct meant {
    bool own, next, rest;
    size_t named; /* numbers in it */
};

static bool says_any(const char *text, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcasestr(text, words[i]))
            return true;
    return false;
}
#define SAYS_ANY(text, words) says_any(text, words, MB_LENGTH(words))

/* ---- numbers ------------------------------------------------------------------------------------------------------- */

/* Bytes of "Agenda Items Nos. ", "Minute No. " at TEXT; 0: it names no numbers. A minute without "No." may be a day's. */
static size_t items_at(const char *text)
{
    static const char *const words[] = {"agenda ", "items", "item", "numbers", "number", "nos", "no", ". ", ".", ": ", " "};
    size_t minute = strncasecmp(text, "minute", 6) == 0 ? 6 + (text[6] == 's') : 0, at = minute + (minute && text[minute] == ' ');
    bool item = minute && strncasecmp(text + at, "n", 1) == 0;
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strncasecmp(text + at, words[i], strlen(words[i])) == 0) {
            item |= strncmp(words[i], "item", 4) == 0;
            at += strlen(words[i]);
            at += strspn(text + at, " ");
        }
    return item ? at : 0;
}

/* The next number of a list "9, 10 and 11(b)" at *AT: its bytes, 0 at the end. */
static size_t next_number(const char **at)
{
    *at += strspn(*at, " ,&");
    if (strncasecmp(*at, "and ", 4) == 0)
        *at += 4;
    size_t letter = isupper((unsigned char)**at) && isdigit((unsigned char)(*at)[1]), n = letter;
    while (isdigit((unsigned char)(*at)[n]) || (n > letter && (*at)[n] && strchr("./", (*at)[n]) && isdigit((unsigned char)(*at)[n + 1])))
        n++;
    if (n == letter)
        return 0;
    if ((*at)[n] == '(' && islower((unsigned char)(*at)[n + 1]) && (*at)[n + 2] == ')')
        n += 3;
    return isalpha((unsigned char)(*at)[n]) ? 0 : n;
}

static bool is_number(const char *own, const char *number, size_t n)
{
    return own && strlen(own) == n && strncasecmp(own, number, n) == 0;
}

static bool mark_numbered(struct meeting *meeting, const char *number, size_t n)
{
    bool found = false;
    for (size_t i = 0; i < meeting->n_items; i++) {
        struct item *item = &meeting->items[i];
        bool same = is_number(item->agenda_number, number, n) || is_number(item->minute_number, number, n);
        item->exempt |= same;
        found |= same;
    }
    return found;
}

static size_t place_of(const struct meeting *meeting, const char *number, size_t n)
{
    size_t i = 0;
    for (; i < meeting->n_items; i++) {
        if (is_number(meeting->items[i].agenda_number, number, n) || is_number(meeting->items[i].minute_number, number, n))
            break;
    }
    return i;
}

/* "9 to 11": those between the number of N bytes at FIRST and the one behind it. */
static void mark_between(struct meeting *meeting, const char *first, size_t n)
{
    const char *last = first + n;
    size_t joint = strncmp(last, " to ", 4) == 0 ? 4 : strncmp(last, " - ", 3) == 0 ? 3 : *last == '-' ? 1 : text_starts(last, "\xE2\x80\x93") ? 3 : 0;
    if (joint == 0)
        return;
    last += joint;
    size_t length = next_number(&last);
    size_t from = place_of(meeting, first, n), to = length ? place_of(meeting, last, length) : 0;
    for (size_t i = from + 1; to < meeting->n_items && i <= to; i++)
        meeting->items[i].exempt |= pack_may_be_private(&meeting->items[i]) || i == to;
}

/* The items of the list of numbers at AT, "Items 9 and 10", in TEXT; how many it names that this paper does not have. */
static size_t mark_list(struct meeting *meeting, const char *text, const char *at, struct meant *meant)
{
    size_t strange = 0;
    const char *from = at - text >= 7 && strncasecmp(at - 7, "agenda ", 7) == 0 ? at - 7 : at;
    const char *list = at + items_at(at);
    bool word = from == text || !isalnum((unsigned char)from[-1]);
    for (size_t n; word && list > at && meant->named < NAMED_MAX && (n = next_number(&list)) > 0; list += n) {
        meant->named++;
        strange += !mark_numbered(meeting, list, n);
        mark_between(meeting, list, n);
    }
    return strange;
}

/* The same of all lists of TEXT. */
static size_t mark_named(struct meeting *meeting, const char *text, struct meant *meant)
{
    static const char *const words[] = {"item", "minute"};
    size_t strange = 0;
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        for (const char *at = text; (at = strcasestr(at, words[i])); at++)
            strange += mark_list(meeting, text, at, meant);
    return strange;
}

/* ---- what a paragraph says ------------------------------------------------------------------------------------------- */

static struct meant what_is_meant(const char *text)
{
    static const char *const next[] = {"following item", "next item", "following agenda item", "following report", "following matter", "following business", "item below"};
    static const char *const rest[] = {"following items", "next items", "following agenda items", "following reports", "following matters",
                                       "remaining",       "remainder",  "rest of the meeting",    "items below",       "items listed below", "next two items",
                                       "into closed session", "into committee", "into private session", "business detailed", "in part ii of the agenda", "in part 2 of the agenda",
                                       "in part two of the agenda", "in part b of the agenda", "in part ii of this agenda", "in part 2 of this agenda", "business set out",
                                       "items set out", "items specified", "items listed"};
    static const char *const own[] = {"this item", "this report", "this matter", "the above item", "this agenda item"};
    struct meant meant = {.next = SAYS_ANY(text, next), .rest = SAYS_ANY(text, rest), .own = SAYS_ANY(text, own)};
    return meant;
}

/* Does TEXT name items by their numbers: "item 9", "Minutes Nos. 7 and 8"? */
static bool names_number(const char *text)
{
    for (const char *at = text; (at = strcasestr(at, "item")); at++) {
        const char *list = at + items_at(at);
        if (list > at && next_number(&list) > 0)
            return true;
    }
    return false;
}

/* "if members of the public were present" is part of every motion; any other condition makes it depend. */
static bool is_conditional(const char *text)
{
    static const char *const always[] = {" if members of the", " if the public", " if the press", " if they were", " if public", " if necessary"};
    for (const char *at = text; (at = strcasestr(at, " if ")); at++) {
        bool usual = false;
        for (size_t i = 0; i < MB_LENGTH(always); i++)
            usual |= strncasecmp(at, always[i], strlen(always[i])) == 0;
        if (!usual)
            return true;
    }
    return false;
}

/* Does TEXT say of which items it asks whether the public should be excluded, and why? Then they are private, whatever is resolved:
 * "whether the public should be excluded for item 9, which contains exempt information". */
static bool asks_with_reason(const char *text)
{
    static const char *const reasons[] = {"exempt information", "confidential information", "likely disclosure", "the disclosure of", "be disclosed", "paragraph ", "schedule 12a", "schedule 7a"};
    static const char *const vague[] = {"any item", "any of the", "which item", "no item"};
    struct meant meant = what_is_meant(text);
    bool definite = meant.own || meant.next || meant.rest || names_number(text);
    return definite && SAYS_ANY(text, reasons) && !SAYS_ANY(text, vague);
}

static bool is_certain(const char *text)
{
    static const char *const decided[] = {"resolved", "agreed", "resolve that", "be excluded", "to exclude"};
    static const char *const doubts[] = {"appendi",        "annex",     "not be excluded", "any item",     "no item", "any of the following", "which item",
                                         "there are no ", "not excluded", "enclosure",  "deliberat", "retire to consider"};
    static const char *const asks[] = {"whether", "possible exclusion", "may wish", "may be excluded", "will be asked to consider", "would be appropriate", "if necessary"};
    if (SAYS_ANY(text, doubts) || is_conditional(text))
        return false;
    bool asked = SAYS_ANY(text, asks), reasoned = asked && asks_with_reason(text);
    bool moved = strcasestr(text, "recommended that") || strcasestr(text, "moved that"); /* "that the public should be excluded" */
    return asked ? reasoned : !strcasestr(text, "should ") || says_any(text, decided, 2) || moved;
}

/* "excluded", "exclusion" right beside the press or the public: not pupils. */
static bool is_motion(const char *text)
{
    static const char *const closed[] = {"considered in private", "held in private", "meet in private", "discussed in private", "in private session", "closed session", "go into committee", "went into committee", "move into committee",
                                         "resolve into committee", "in camera", "moved into private", "be asked to withdraw", "asked to leave the meeting", "public withdraw", "public leave", "public left", "public having left", "public withdrew"};
    for (const char *at = text; (at = strcasestr(at, "exclu")); at++) {
        const char *from = at - text > MOTION_NEAR ? at - MOTION_NEAR : text;
        if (strncasecmp(at, "exclusions", 10) == 0 || strncasecmp(at, "exclusive", 9) == 0)
            continue;
        char *near = mem_strndup(NULL, from, strnlen(from, 2 * MOTION_NEAR));
        bool motion = strcasestr(near, "public") || strcasestr(near, "press ");
        talloc_free(near);
        if (motion)
            return true;
    }
    return SAYS_ANY(text, closed);
}

static bool is_notice(const char *text)
{
    static const char *const words[] = {"exempt", "confidential", "in private", "not for publication", "not open to the public", "excluded"};
    return SAYS_ANY(text, words);
}

static bool is_exclusion(const struct item *item)
{
    return item->kind && strcmp(item->kind, "exclusion") == 0;
}

static bool title_holds(const struct item *item, const char *words)
{
    return item->title && strcasestr(item->title, words);
}

bool pack_may_be_private(const struct item *item)
{
    return !item_is_routine(item) && !is_exclusion(item) && !title_holds(item, "urgen");
}

/* "Exempt minutes", "Any other private business"; minutes and urgent business that an item of MEETING before it has for the public part
 * already. */
bool pack_is_private_below(const struct meeting *meeting, const struct item *item)
{
    static const char *const words[] = {"exempt", "confidential", "private", "restricted", "closed", "part ii", "part 2", "part b"};
    bool says = item->title && SAYS_ANY(item->title, words);
    bool supposed = item->title && (strncasecmp(item->title, "any ", 4) == 0 || strncasecmp(item->title, "such ", 5) == 0 || strncasecmp(item->title, "other ", 6) == 0);
    if (supposed && (item == meeting->items || !item[-1].exempt))
        return pack_may_be_private(item); /* nothing private is known that it could be one more of */
    bool urgent = title_holds(item, "urgen"), minutes = title_holds(item, "minutes");
    for (size_t i = urgent || minutes ? (size_t)(item - meeting->items) : 0; i-- > 0 && !says;) /* the last of them at most, not all for each */
        says = (urgent && title_holds(&meeting->items[i], "urgen")) || (minutes && title_holds(&meeting->items[i], "minutes"));
    return pack_may_be_private(item) || (says && !is_exclusion(item));
}

/* The items behind MOTION: one, or all up to one that every meeting has. */
static void mark_behind(struct meeting *meeting, size_t motion, size_t count)
{
    for (size_t i = motion + 1; i < meeting->n_items && count > 0; i++, count--) {
        struct item *item = &meeting->items[i];
        if (!pack_may_be_private(item))
            return;
        item->exempt = true;
    }
}

/* ---- one paragraph, one item ------------------------------------------------------------------------------------------- */

/* "The public was excluded under paragraph 3": said in the item that was private. */
static bool was_excluded(const char *text)
{
    static const char *const was[] = {"was excluded", "were excluded", "having been excluded", "been excluded for this"};
    static const char *const why[] = {"under paragraph", "exempt", "schedule 12a", "schedule 7a"};
    return SAYS_ANY(text, was) && SAYS_ANY(text, why);
}

/* May SENTENCE, of a paragraph about exclusion, mean that the items it names are private: "(Item 9 is recommended.)"? */
static bool means_named(const char *sentence)
{
    static const char *const proposes[] = {"recommend", "suggest", "proposed", "identified", "applies"};
    bool says = is_notice(sentence) || is_motion(sentence) || SAYS_ANY(sentence, proposes);
    return says && names_number(sentence) && is_certain(sentence) && !says_none_private(sentence);
}

/* The items that single sentences of TEXT name, where all of it is in doubt; whether one did. */
static bool mark_by_sentences(struct meeting *meeting, const char *text)
{
    struct sentence one;
    struct meant meant = {0};
    for (size_t at = 0, n = strlen(text); sentence_next(text, n, &at, &one);) {
        char *sentence = mem_strndup(NULL, text + one.words.start, one.words.len);
        if (means_named(sentence))
            (void)mark_named(meeting, sentence, &meant);
        talloc_free(sentence);
    }
    return meant.named > 0;
}

/* Does a sentence of TEXT say that nobody is excluded? */
static bool denies_exclusion(const char *text)
{
    struct sentence one;
    bool denies = false;
    for (size_t at = 0, n = text ? strnlen(text, PARAGRAPH_LONGEST) : 0; !denies && sentence_next(text, n, &at, &one);) {
        char *sentence = mem_strndup(NULL, text + one.words.start, one.words.len);
        denies = says_none_private(sentence);
        talloc_free(sentence);
    }
    return denies;
}

/* Returns whether it said which. */
static bool read_paragraph(struct meeting *meeting, size_t i, const char *text)
{
    struct item *item = &meeting->items[i];
    struct meant meant = what_is_meant(text);
    bool motion = is_motion(text), points = meant.next || meant.rest;
    bool notice = is_notice(text) || is_exclusion(item), denied = (motion || notice) && denies_exclusion(text);
    if ((motion || notice) && (denied || !is_certain(text) || (!motion && is_exclusion(item))) && mark_by_sentences(meeting, text))
        return true;
    if (!(motion || (points && notice)) || denied || !is_certain(text))
        return false;
    size_t strange = motion ? mark_named(meeting, text, &meant) : 0;
    if (meant.named > 0 && strange == meant.named)
        mark_behind(meeting, i, strange); /* numbers of another paper */
    else if (meant.named == 0 && meant.rest)
        mark_behind(meeting, i, SIZE_MAX);
    else if (meant.named == 0 && meant.next)
        mark_behind(meeting, i, 1);
    else if (!points && meant.named == 0 && !is_exclusion(item) && was_excluded(text))
        item->exempt = true;
    else if (meant.named == 0 && meant.own && !is_exclusion(item) && strcasestr(text, "exclu"))
        item->exempt = true;
    return points || meant.named > 0 || meant.own;
}

bool excludes_what_follows(const char *text)
{
    struct meant meant = what_is_meant(text);
    return strlen(text) <= PARAGRAPH_LONGEST && (meant.next || meant.rest) && (is_motion(text) || is_notice(text)) && is_certain(text);
}

/* A notice about the items below is not about the item above it. */
static bool is_own_mark(const struct item *item)
{
    char *reason;
    bool own = item->title && mark_exempt_title(NULL, item->title, &reason) != EXEMPT_NOT;
    if (own)
        talloc_free(reason);
    return own;
}

static bool read_text(struct meeting *meeting, size_t i, const char *text, bool agenda)
{
    bool said = false;
    for (const char *at = text; at && *at;) {
        size_t n = strcspn(at, "\n");
        const char *behind = at + n;
        while (*behind == '\n' && agenda && behind[1] != '\n' && behind - at < PARAGRAPH_LONGEST) { /* a broken line */
            n = (size_t)(behind - at) + 1 + strcspn(behind + 1, "\n");
            behind = at + n;
        }
        char *paragraph = n <= PARAGRAPH_LONGEST ? text_squeeze(NULL, at, n) : NULL;
        struct item *item = &meeting->items[i];
        struct meant meant = paragraph ? what_is_meant(paragraph) : (struct meant){0};
        if (paragraph && item->exempt && agenda && (meant.next || meant.rest) && is_notice(paragraph) && !item->part && !is_own_mark(item))
            item->exempt = false;
        if (paragraph && !agenda && at == text && *behind && meant.next && is_notice(paragraph) && !is_motion(paragraph))
            item->exempt |= is_certain(paragraph); /* "The report on the following item is restricted", above its minutes */
        else
            said |= paragraph && read_paragraph(meeting, i, paragraph);
        talloc_free(paragraph);
        at = behind + strspn(behind, "\n");
    }
    return said;
}

void pack_mark_excluded(struct meeting *meeting)
{
    bool excluded = false, legend = exempt_by_legend(meeting);
    for (size_t i = 0; i < meeting->n_items; i++) {
        struct item *item = &meeting->items[i];
        bool doubted = (item->title && !is_certain(item->title)) || (item->agenda_text && !is_certain(item->agenda_text));
        bool decided = (item->minutes_text && is_certain(item->minutes_text)) || (item->decision_text && is_certain(item->decision_text));
        bool denied = is_exclusion(item) && (denies_exclusion(item->agenda_text) || denies_exclusion(item->minutes_text) || denies_exclusion(item->decision_text));
        bool said = read_text(meeting, i, item->title, false) || legend;
        said |= read_text(meeting, i, item->agenda_text, true);
        said |= read_text(meeting, i, item->minutes_text, false);
        said |= read_text(meeting, i, item->decision_text, false);
        excluded |= is_exclusion(item);
        bool marked = is_exclusion(item) && exempt_by_itself(item); /* "Exempt: paragraph 3", below the motion, is of what follows */
        if (marked && doubted && i + 1 < meeting->n_items && pack_may_be_private(item + 1))
            item[1].exempt = true;
        if (is_exclusion(item) && !said && !denied && (!doubted || decided) && i > 0 && i * 2 >= meeting->n_items)
            mark_behind(meeting, i, SIZE_MAX);
        item->exempt |= exempt_by_itself(item) && !is_exclusion(item);
        item->exempt |= (excluded && item->part > 1 && pack_is_private_below(meeting, item)) || exempt_second_part(meeting, item);
        item->exempt &= !is_exclusion(item); /* it is moved in public, wherever it stands */
    }
}
