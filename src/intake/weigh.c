/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* How well a reading looks like a meeting's paper (weigh.h): titles that may be titles, numbers that rise, none twice, the items
 * that every meeting has, and nothing left in the text that looks as these do. No reader is asked, and none is known here. */
#include "config.h"

#include "src/intake/page.h"
#include "src/intake/pack.h"
#include "src/intake/readers.h"
#include "src/intake/weigh.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LINE_LONGEST 300 /* bytes of a line that may be a label */
#define HEAD_LINES 60    /* in which "AGENDA" stands */
#define HEADING_LONGEST 90
#define OUTCOMES_MIN 2
#define OPENINGS_MIN 2
#define PAGED_MIN 3
#define TOLD_MIN 3
#define FACT 2           /* tenths: a text, a file, pages of an item that is good */
#define HEAD 4           /* committee, day, hour, place */
#define TWICE 10         /* a number that an item before has */
#define FALLING 5        /* one that does not rise */
#define MISFIT 3         /* of each item, where the form is not what the lines show */
#define BARE 6           /* an item without a number, though its line has one */
#define AHEAD_MAX 50     /* items between two that stand for neighbours of the chain */
#define SAME_NUMBERED 8
#define SAME_BYTES 24    /* of a title, that make it the title of a line */

/* ---- the lines ------------------------------------------------------------------------------------------------------ */

static bool is_label(const char *line)
{
    if (page_word(WORD_MINUTES, line) > 0 || page_word_is(WORD_DOCUMENTS, line) || page_word_is(WORD_ITEMS, line))
        return true;
    if (!strcasestr(line, "KB") && !strcasestr(line, "MB"))
        return false;
    return file_at_end(line, strlen(line));
}

/* Does the line end with figures, "5 - 10" or "(Pages 5 - 10)", behind more than one blank or a bracket? */
static bool ends_with_pages(const char *text, const struct chain_entry *entry)
{
    size_t from = entry->title, n = strcspn(text + from, "\n");
    while (n > 0 && strchr(" \r\t|)*", text[from + n - 1]))
        n--;
    size_t end = n;
    while (n > 0 && strchr("0123456789 -\xE2\x80\x93", text[from + n - 1]))
        n--;
    bool figures = n < end && text[from + end - 1] >= '0' && text[from + end - 1] <= '9';
    bool apart = text_starts(text + from + n, "  ") || (n > 0 && strchr("\t|.", text[from + n - 1])) || (n > 4 && strncasecmp(text + from + n - 4, "ages", 4) == 0);
    return figures && apart;
}

struct signs signs_of(const void *parent, const char *text, size_t n)
{
    struct signs signs = {.chain = chain_find(parent, text, n), .says_minutes = printed_heads_minutes(text)};
    size_t lines = 0;
    for (size_t i = 0; i < signs.chain.n; i++)
        signs.paged += ends_with_pages(text, &signs.chain.at[i]);
    for (size_t at = 0, length; at < n; at += length + 1) {
        const char *stop = memchr(text + at, '\n', n - at);
        length = stop ? (size_t)(stop - text) - at : n - at;
        size_t blanks = strspn(text + at, " \t*|");
        if (blanks >= length || length > LINE_LONGEST)
            continue;
        char *line = mem_strndup(NULL, text + at + blanks, length - blanks);
        char *trimmed = text_trim(line);
        signs.labels += is_label(trimmed);
        signs.outcomes += pack_words_at(PRINT_OUTCOME, trimmed) > 0;
        signs.told += printed_tells(trimmed);
        signs.says_agenda |= lines++ < HEAD_LINES && length - blanks <= HEADING_LONGEST && pack_line_says(PACK_HEAD_OF_AGENDA, trimmed);
        signs.openings += pack_words_at(PACK_OPENING, trimmed) > 0;
        talloc_free(line);
    }
    return signs;
}

/* ---- the items ------------------------------------------------------------------------------------------------------ */

static const char *number_of(const struct item *item)
{
    return item->minute_number ? item->minute_number : item->agenda_number;
}

static int compare_numbers(const void *a, const void *b)
{
    const struct item *one = *(const struct item *const *)a, *other = *(const struct item *const *)b;
    int text = strcmp(number_of(one), number_of(other));
    return text != 0 ? text : (one->part > other->part) - (one->part < other->part);
}

/* How many numbers stand twice in one part of the agenda. */
static size_t count_twice(const struct meeting *meeting)
{
    const struct item **items = mem_zero_named(NULL, (meeting->n_items + 1) * sizeof *items, "numbered");
    size_t n = 0, twice = 0;
    for (size_t i = 0; i < meeting->n_items; i++)
        if (number_of(&meeting->items[i]))
            items[n++] = &meeting->items[i];
    qsort(items, n, sizeof *items, compare_numbers);
    for (size_t i = 1; i < n; i++)
        twice += compare_numbers(&items[i - 1], &items[i]) == 0;
    talloc_free(items);
    return twice;
}

/* Does ITEM begin the numbers of a later part at 1 again? */
static bool begins_again(const struct item *before, const struct item *item, const struct item_number *number)
{
    return item->part > before->part && item->part > 1 && number->main == 1 && number->sub == 0;
}

/* Does the number of ITEM rise on that of the one before? Of two without numbers nothing is known. */
static bool rises(const struct item *before, const struct item *item)
{
    struct item_number a, b;
    bool known = number_of(before) && number_of(item) && item_number_parse_bare(number_of(before), &a) && item_number_parse_bare(number_of(item), &b);
    return !known || item_number_follows(&a, &b) || b.main > a.main || (b.main == a.main && b.sub > a.sub) || strcmp(a.prefix, b.prefix) != 0 || begins_again(before, item, &b);
}

static int facts_of(const struct item *item, const struct signs *signs)
{
    bool minuted = signs->labels >= SIGNS_OF_PAGE || signs->outcomes >= OUTCOMES_MIN;
    bool minutes = item->minutes_text || item->decision_text;
    return FACT * ((minuted && minutes) + (item->n_attachments > 0) + (item->pages || item->pages_note) + (item->n_blocks > 0));
}

static bool has_files(const struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->n_items; i++)
        if (meeting->items[i].n_attachments > 0)
            return true;
    return false;
}

/* Is the form surely another than what the lines show: a page without its labels, an agenda whose lines say what was resolved? */
static bool is_misfit(const struct draft *draft, const struct signs *signs)
{
    enum form form = draft->form;
    bool page = form == FORM_PAGE_TEXT || form == FORM_ITEM_TEXT, minutes = form == FORM_MINUTES_TEXT || form == FORM_DECISIONS_TEXT;
    bool resolves = signs->outcomes >= OUTCOMES_MIN, agenda = signs->says_agenda || signs->openings >= OPENINGS_MIN || signs->paged >= PAGED_MIN;
    bool lists_pages = signs->says_agenda && signs->paged >= PAGED_MIN && !signs->says_minutes; /* what was resolved stands in its papers */
    if (signs->labels >= SIGNS_OF_PAGE)
        return !page && (minutes || !has_files(draft->meeting));
    if (minutes && lists_pages)
        return true;
    if (minutes)
        return form == FORM_MINUTES_TEXT && agenda && !resolves && !signs->says_minutes &&
               signs->told < (signs->paged >= PAGED_MIN ? draft->meeting->n_items : TOLD_MIN);
    if (page && signs->labels == 0)
        return resolves || signs->says_minutes || signs->paged >= PAGED_MIN;
    return signs->says_minutes || (form == FORM_FRONTSHEET_TEXT && resolves && !agenda);
}

/* Does ITEM stand below the entry: "4.1", "4(a)" below the heading "4" or "4.0"? */
static bool is_below(const struct item *item, const struct chain_entry *entry)
{
    const char *number = number_of(item);
    size_t n = strlen(entry->printed);
    n -= n > 2 && strcmp(entry->printed + n - 2, ".0") == 0 ? 2 : 0;
    return number && strncmp(number, entry->printed, n) == 0 && number[n] && !(number[n] >= '0' && number[n] <= '9');
}

/* Do the N bytes of TITLE stand behind blanks on the line at TEXT, in the last of its columns? */
static bool stands_in_column(const char *title, size_t n, const char *text)
{
    for (size_t end = strcspn(text, "\n"), i = 2; i + n <= end; i++)
        if (strncmp(text + i - 2, "  ", 2) == 0 && strncasecmp(text + i, title, n) == 0)
            return true;
    return false;
}

/* The title of ITEM begins as that of ENTRY; less of it will do where the number is the same, for a column may break the line, or stand before
 * the title. */
static bool is_of(const struct item *item, const struct chain_entry *entry, const char *text)
{
    bool numbered = number_of(item) && strcmp(number_of(item), entry->printed) == 0;
    size_t n = item->title ? strnlen(item->title, numbered ? SAME_NUMBERED : SAME_BYTES) : 0;
    return n > 0 && (strncasecmp(item->title, text + entry->title, n) == 0 || (numbered && stands_in_column(item->title, n, text + entry->title)));
}

/* How many entries of the chain have an item of their title, or items below them, and of these how many items have no number; both stand in the order
 * of the paper. */
static size_t count_held(const struct meeting *meeting, const struct chain *chain, const char *text, size_t *bare)
{
    size_t held = 0, next = 0;
    for (size_t k = 0; k < chain->n; k++) {
        for (size_t i = next; i < meeting->n_items && i < next + AHEAD_MAX; i++) {
            const struct item *item = &meeting->items[i];
            if (!is_of(item, &chain->at[k], text) && !is_below(item, &chain->at[k]))
                continue;
            held++;
            *bare += number_of(item) == NULL;
            next = i + 1;
            break;
        }
    }
    return held;
}

/* ---- the whole ------------------------------------------------------------------------------------------------------ */

/* The page of a meeting that is off has no items; a list, none by its nature. */
static bool needs_no_items(const struct draft *draft)
{
    const char *status = draft->meeting->status;
    bool off = status && (strcmp(status, "cancelled") == 0 || strcmp(status, "postponed") == 0);
    return off && draft->meeting->committee && draft->meeting->n_items == 0;
}

static bool is_of_one(enum form form)
{
    return form_extent(form) == OF_ITEM;
}

struct weight weigh_draft(const struct draft *draft, const struct signs *signs, const char *text)
{
    const struct meeting *meeting = draft->meeting;
    struct weight weight = {.items = meeting->n_items, .held = 0};
    size_t bare = 0;
    weight.held = count_held(meeting, &signs->chain, text, &bare);
    int good = -BARE * (int)bare;
    for (size_t i = 0; i < meeting->n_items; i++) {
        const struct item *item = &meeting->items[i];
        int worth = title_worth(item->title);
        weight.routine += worth > TITLE_GOOD;
        weight.good += worth >= TITLE_GOOD;
        weight.numbered += number_of(item) != NULL;
        bool up = i == 0 || rises(item - 1, item);
        weight.rising += up;
        good += (worth > TITLE_GOOD ? TITLE_GOOD : worth) - (up ? 0 : FALLING);
        weight.value += worth >= TITLE_GOOD ? facts_of(item, signs) : 0;
    }
    good -= TWICE * (int)count_twice(meeting);
    weight.misfit = is_misfit(draft, signs);
    good -= weight.misfit ? MISFIT * (int)weight.items : 0;
    weight.value += good + HEAD * ((meeting->committee != NULL) + date_is_set(meeting->date) + (meeting->venue != NULL) + (meeting->minutes_after_midnight >= 0));
    bool some = draft->form == FORM_SUPPLEMENT_TEXT && weight.items > 0 && signs->labels < SIGNS_OF_PAGE; /* of the items: what else looks so stands in its papers */
    size_t missed = some ? 0 : signs->chain.n - weight.held, whole = weight.items + (missed > 1 ? missed : 0);
    weight.share = whole == 0 ? 0 : good <= 0 ? 0 : good * 100 / TITLE_GOOD / (int)whole;
    weight.merit = weight.value > 0 ? weight.value * weight.share / 100 : weight.value;
    if (some || needs_no_items(draft) || (is_of_one(draft->form) && signs->chain.n == 0))
        weight.share = 100;
    return weight;
}

char *weight_words(const void *parent, const struct weight *weight)
{
    return mem_printf(parent, "%d tenths, %d of 100, %d: %zu items, %zu with titles, %zu numbered, %zu rising, %zu that every meeting has, %zu of the chain", weight->value,
                      weight->share, weight->merit, weight->items, weight->good, weight->numbered, weight->rising, weight->routine, weight->held);
}
