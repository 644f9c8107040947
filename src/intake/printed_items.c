/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The items of printed minutes and decisions: numbers that rise from title to title ("12. Apologies", "OSC.21",
 * "Item 5: Flood Grants"), or bold titles where no numbers are. Paragraphs ("13.1"), limbs of resolutions and lists in
 * the text are numbered, too; a title is a short line that is no sentence, and the longest row of such numbers is
 * the paper's. */
#include "config.h"

#include "src/intake/printed.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define MAIN_MAX 100000 /* numbers have five digits at most */
#define GAP_MAX 10      /* items without a decision, between two that are printed */
#define TITLE_LONGEST 250
#define TITLE_SECOND 120 /* bytes of a title's second line */
#define NONE SIZE_MAX

struct numbered {
    struct item_number number;
    size_t line, length; /* bytes of the number in it, with words before it */
    size_t before;       /* the one that this follows, NONE if none */
    size_t row;          /* how many there are up to this one */
    bool own_line;       /* nothing but the number: the title is the next line */
    bool bold;
};

struct found {
    struct numbered *at;
    size_t n;
    bool by_sub; /* "23/5", "23/6": the second part counts */
};

/* ---- what may be a title -------------------------------------------------------------------------------------------- */

static bool in_capitals(const char *text)
{
    return text_in_capitals(text);
}

/* A title begins with a capital, is short and no sentence; in capitals or bold it may have a stop. */
static bool is_title(const char *text, bool bold)
{
    size_t n = strlen(text);
    if (n == 0 || n > TITLE_LONGEST || islower((unsigned char)*text) || strchr(",;", text[n - 1]) || *text == '(')
        return false;
    bool loud = bold || in_capitals(text);
    if (!loud && (text[n - 1] == '.' || text[n - 1] == ':'))
        return false;
    if (text_starts(text, "That ") || text_starts(text, "THAT ") || text_starts(text, "T H A T"))
        return false;
    return pack_words_at(PRINT_OUTCOME, text) == 0;
}

/* "Item 5: " before a title: bytes of the word. */
static size_t lead_at(const char *line)
{
    static const char *const words[] = {"Agenda Item ", "Item No. ", "Item No ", "Item ", "Minute No. ", "Minute No ", "Minute ", "Eitem "};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strncasecmp(line, words[i], strlen(words[i])) == 0)
            return strlen(words[i]);
    return 0;
}

/* "12.1" of a paragraph: a point and digits. */
static bool is_paragraph(const struct item_number *number)
{
    const char *stop = strpbrk(number->text + strlen(number->prefix), ".");
    return stop && isdigit((unsigned char)stop[1]);
}

/* Does line I begin an item? */
static bool read_numbered(const struct page *page, size_t i, struct numbered *found)
{
    const struct page_line *line = &page->lines[i];
    *found = (struct numbered){.line = i, .before = NONE, .row = 1, .bold = line->bold};
    size_t lead = lead_at(line->text);
    const char *text = line->text + lead;
    size_t n = item_number_begins(text, &found->number);
    const char *title = text + n + blanks_at(text + n);
    if (n == 0 && lead > 0) { /* "Item 5 - Flood Grants", "Item 5 Flood Grants" */
        size_t digits = strspn(text, "0123456789");
        char *printed = digits ? mem_printf(page->scratch, "%.*s.", (int)digits, text) : NULL;
        n = printed && item_number_parse(printed, &found->number) ? digits : 0;
        title = text + n + blanks_at(text + n);
        title += strspn(title, "-:. ");
    }
    found->own_line = n == 0 && item_number_parse(text, &found->number) && i + 1 < page->n;
    if (found->own_line)
        title = page->lines[i + 1].text;
    if ((n == 0 && !found->own_line) || is_paragraph(&found->number) || found->number.main >= MAIN_MAX)
        return false;
    found->bold |= found->own_line && page->lines[i + 1].bold;
    found->length = (size_t)((found->own_line ? text + strlen(text) : title) - line->text);
    return (line->gap || line->bold || i == 0 || page->compact) && is_title(title, found->bold);
}

/* ---- the row of numbers --------------------------------------------------------------------------------------------- */

static int key_of(const struct found *found, const struct numbered *numbered)
{
    return found->by_sub ? numbered->number.sub : numbered->number.main;
}

/* The last numbers of each value that the rows so far end with; a prefix other than the row's ends none. */
static void link_rows(struct found *found, size_t *last)
{
    for (size_t i = 0; i <= MAIN_MAX; i++)
        last[i] = NONE;
    for (size_t i = 0; i < found->n; i++) {
        struct numbered *this = &found->at[i];
        int key = key_of(found, this);
        for (int value = key; value >= 0 && value >= key - GAP_MAX; value--) {
            const struct numbered *before = last[value] == NONE ? NULL : &found->at[last[value]];
            bool lettered = value == key && before && !found->by_sub && this->number.sub == before->number.sub + 1;
            if (!before || (value == key && !lettered) || strcmp(before->number.prefix, this->number.prefix) != 0)
                continue;
            if (before->row + 1 > this->row) {
                this->row = before->row + 1;
                this->before = last[value];
            }
        }
        if (last[key] == NONE || found->at[last[key]].row <= this->row)
            last[key] = i;
    }
}

/* Bold ones alone, where the paper sets its titles in bold. */
static void keep_bold(struct found *found)
{
    size_t bold = 0, kept = 0;
    for (size_t i = 0; i < found->n; i++)
        bold += found->at[i].bold;
    for (size_t i = 0; i < found->n && bold > 1; i++)
        if (found->at[i].bold)
            found->at[kept++] = found->at[i];
    found->n = bold > 1 ? kept : found->n;
}

/* "23/5", "23/6": two in a row with one first part and a rising second one. */
static bool counts_by_sub(const struct found *found)
{
    size_t same = 0;
    for (size_t i = 1; i < found->n; i++) {
        const struct item_number *a = &found->at[i - 1].number, *b = &found->at[i].number;
        same += a->main == b->main && b->sub == a->sub + 1 && strchr(b->text, '/');
    }
    return found->n > 1 && same * 2 >= found->n - 1;
}

static size_t longest_row(struct page *page, struct found *found)
{
    size_t best = NONE;
    size_t *last = mem_zero_named(page->scratch, (MAIN_MAX + 1) * sizeof *last, "last");
    found->by_sub = counts_by_sub(found);
    link_rows(found, last);
    talloc_free(last);
    for (size_t i = 0; i < found->n; i++)
        if (best == NONE || found->at[i].row > found->at[best].row)
            best = i;
    return best;
}

/* ---- titles as lines of their own ----------------------------------------------------------------------------------- */

struct cut {
    size_t line, length; /* a title's line; bytes of the number before it */
    struct item_number number;
    bool own_line;
};

/* Does the title of line I go on in the next: bold like it, or in capitals like it, with nothing between? */
static bool goes_on(const struct page *page, size_t i, const char *title)
{
    const struct page_line *line = &page->lines[i], *next = line + 1;
    if (i + 1 >= page->n || next->gap || strlen(next->text) > TITLE_SECOND || page_word_is(WORD_DECISION, next->text))
        return false;
    bool loud = in_capitals(title) && in_capitals(next->text) && strlen(next->text) > 3;
    return (line->bold && next->bold) || loud;
}

/* A title without the dash or stop that some papers print behind it. */
static char *tidy_title(const void *parent, const char *text)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", ":"};
    char *title = text_squeeze(parent, text, strlen(text));
    for (size_t i = 0; i < MB_LENGTH(dashes); i++) {
        size_t n = strlen(title), dash = strlen(dashes[i]);
        if (n > dash && strcmp(title + n - dash, dashes[i]) == 0)
            title[n - dash] = '\0';
    }
    size_t n = strlen(title);
    while (n > 0 && title[n - 1] == ' ')
        title[--n] = '\0';
    return title;
}

/* Lines anew: each title is one line, with a gap behind it, and an item. */
static void split_titles(struct page *page, const struct cut *cuts, size_t n_cuts)
{
    struct page_line *old = page->lines;
    size_t n_old = page->n, next = 0;
    struct page was = *page;
    page->lines = NULL;
    page->n = 0;
    bool gap = false;
    for (size_t i = 0; i < n_old; i++) {
        bool is_cut = next < n_cuts && cuts[next].line == i;
        struct page_line line = old[i];
        line.gap |= gap;
        gap = is_cut;
        if (is_cut) {
            i += cuts[next].own_line;
            const char *title = cuts[next].own_line ? old[i].text : old[i].text + cuts[next].length;
            char *whole = mem_strdup(page->scratch, title);
            for (; goes_on(&was, i, whole); i++)
                whole = mem_printf(page->scratch, "%s %s", whole, old[i + 1].text);
            line.text = tidy_title(page->scratch, whole);
            *mem_append(page->scratch, page->items, page->n_items) =
                (struct page_item){.number = cuts[next].number, .first = page->n};
            if (page->n_items > 1)
                page->items[page->n_items - 2].end = page->n;
            next++;
        }
        *mem_append(page->scratch, page->lines, page->n) = line;
    }
    if (page->n_items > 0)
        page->items[page->n_items - 1].end = page->n;
    page->head_end = page->n_items > 0 ? page->items[0].first : page->n;
}

/* ---- all of it --------------------------------------------------------------------------------------------------------- */

static bool cut_numbered(struct page *page, struct cut **cuts, size_t *n)
{
    struct found found = {0};
    struct numbered numbered;
    for (size_t i = 0; i < page->n; i++)
        if (read_numbered(page, i, &numbered))
            *mem_append(page->scratch, found.at, found.n) = numbered;
    keep_bold(&found);
    size_t best = found.n ? longest_row(page, &found) : NONE;
    *n = best == NONE ? 0 : found.at[best].row;
    *cuts = mem_zero_named(page->scratch, (*n + 1) * sizeof **cuts, "cuts");
    for (size_t at = *n; best != NONE && at > 0; best = found.at[best].before) {
        const struct numbered *from = &found.at[best];
        (*cuts)[--at] = (struct cut){from->line, from->length, from->number, from->own_line};
    }
    return *n > 0;
}

/* Without numbers: bold lines behind the head, which ends with the names of those who came. */
static void cut_bold(struct page *page, struct cut **cuts, size_t *n)
{
    bool people = false;
    for (size_t i = 0; i < page->n; i++) {
        const struct page_line *line = &page->lines[i];
        bool label = printed_is_people(line->text);
        people |= label;
        bool text_below = i + 1 < page->n && !page->lines[i + 1].bold;
        if (people && !label && line->bold && text_below && is_title(line->text, true))
            *mem_append(page->scratch, *cuts, *n) = (struct cut){.line = i};
    }
}

void printed_find_items(struct page *page)
{
    struct cut *cuts = NULL;
    size_t n = 0;
    page->n_items = 0;
    page->items = NULL;
    if (!cut_numbered(page, &cuts, &n))
        cut_bold(page, &cuts, &n);
    split_titles(page, cuts, n);
}
