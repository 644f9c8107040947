/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The items of printed minutes and decisions: numbers that rise from title to title ("12. Apologies", "OSC.21",
 * "Item 5: Flood Grants"), or bold titles where no numbers are. Paragraphs ("13.1"), limbs of resolutions and lists in
 * the text are numbered, too; a title is a short line that is no sentence, and the longest row of such numbers is
 * the paper's. */
#include "config.h"

#include "src/intake/printed.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MAIN_MAX 100000 /* numbers have five digits at most */
#define GAP_MAX 10      /* items without a decision, between two that are printed */
#define WEAK_MIN 3      /* items in a row whose numbers have no mark */
#define TITLE_SECOND 120 /* bytes of a title's second line */
#define NONE SIZE_MAX

/* How the number of an item stands to its title. */
enum manner {
    NUMBER_MARKED, /* "12. Apologies", "OSC.21 Apologies", "Item 5: Apologies" */
    NUMBER_DEEP,   /* "1.1 Apologies", "2.1 Declarations": every title so */
    NUMBER_BARE,   /* "12 Apologies" */
    NUMBER_BEHIND, /* "APOLOGIES   RS.12" */
    NUMBER_MANNERS
};

struct numbered {
    struct item_number number;
    size_t line, length; /* bytes of the number in it, with words before it */
    size_t tail;         /* the same of one behind the title */
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
bool printed_is_title(const char *text, bool bold)
{
    size_t n = strlen(text);
    if (n == 0 || n > PRINTED_TITLE_LONGEST || islower((unsigned char)*text) || strchr(",;", text[n - 1]) || *text == '(')
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
    static const char *const words[] = {"Agenda Item Number", "Agenda Item No", "Agenda Item", "Agenda No", "Item Number", "Item No", "Item",
                                        "Minute Number",      "Minute No",      "Minute",      "Eitem",     "Decision Number", "Decision No"};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = strlen(words[i]);
        if (strncasecmp(line, words[i], n) != 0)
            continue;
        size_t joint = strspn(line + n, ".: \t");
        bool figure = isdigit((unsigned char)line[n + joint]) || (isupper((unsigned char)line[n + joint]) && isdigit((unsigned char)line[n + joint + 1]));
        return joint > 0 && (figure || (strchr(" \t", line[n]) && isupper((unsigned char)line[n + joint]))) ? n + joint : 0;
    }
    return 0;
}

/* "12.1" of a paragraph: a point and digits. */
static bool is_paragraph(const struct item_number *number)
{
    const char *stop = strpbrk(number->text + strlen(number->prefix), ".");
    return stop && isdigit((unsigned char)stop[1]);
}

/* "12 Apologies": no number of a day, and nothing that counts people. */
static bool read_bare(const struct page *page, size_t i, struct numbered *found)
{
    const struct page_line *line = &page->lines[i];
    struct date date;
    size_t used, digits = strspn(line->text, "0123456789"), blanks = blanks_at(line->text + digits);
    *found = (struct numbered){.line = i, .before = NONE, .row = 1, .bold = line->bold, .length = digits + blanks};
    if (digits == 0 || digits > 4 || blanks == 0 || text_find_date(line->text, 0, &date, &used) == 0)
        return false;
    found->number.main = (int)strtol(line->text, NULL, 10);
    memcpy(found->number.text, line->text, digits);
    return (line->gap || line->bold || i == 0 || page->compact || blanks > 1 || line->text[digits] == '\t') &&
           printed_is_title(line->text + digits + blanks, found->bold);
}

/* "APOLOGIES RS.12", "Apologies 12/24", "APOLOGIES 12": the last word, or the last two. */
static bool read_behind(const struct page *page, size_t i, struct numbered *found)
{
    const struct page_line *line = &page->lines[i];
    size_t n = strlen(line->text), at = n, words = 0;
    *found = (struct numbered){.line = i, .before = NONE, .row = 1, .bold = line->bold};
    if (n > PRINTED_TITLE_LONGEST || !isalnum((unsigned char)line->text[n - 1]) || !(line->gap || line->bold))
        return false;
    while (words < 2 && at > 0) {
        for (words++; at > 0 && !strchr(" \t", line->text[at - 1]);)
            at--;
        size_t before = at;
        while (before > 0 && strchr(" \t", line->text[before - 1]))
            before--;
        char *title = mem_strndup(page->scratch, line->text, before);
        if (before > 0 && item_number_parse_bare(line->text + at, &found->number) && printed_is_title(title, line->bold)) {
            found->tail = n - before;
            return found->number.main < MAIN_MAX && (words == 1 || *found->number.prefix);
        }
        at = before;
    }
    return false;
}

/* Does line I begin an item? DEEP: one whose number has two parts, "8.2". */
static bool read_marked(const struct page *page, size_t i, struct numbered *found, bool deep)
{
    const struct page_line *line = &page->lines[i];
    *found = (struct numbered){.line = i, .before = NONE, .row = 1, .bold = line->bold};
    size_t lead = lead_at(line->text);
    const char *text = line->text + lead;
    size_t n = item_number_begins(text, &found->number);
    const char *title = text + n + blanks_at(text + n);
    if (n == 0 && lead > 0) { /* "Item 5 - Flood Grants", "Item 5 Flood Grants" */
        size_t digits = isupper((unsigned char)*text) ? 1 : 0;
        digits += strspn(text + digits, "0123456789");
        char *printed = digits ? mem_printf(page->scratch, "%.*s.", (int)digits, text) : NULL;
        n = printed && item_number_parse(printed, &found->number) ? digits : 0;
        n = text[n] == '\0' && i + 1 < page->n ? 0 : n; /* the title is below */
        title = text + n + blanks_at(text + n);
        title += strspn(title, "-:. ");
    }
    found->own_line = n == 0 && (lead ? item_number_parse_bare : item_number_parse)(text, &found->number) && i + 1 < page->n;
    if (found->own_line)
        title = page->lines[i + 1].text;
    if ((n == 0 && !found->own_line) || is_paragraph(&found->number) != deep || found->number.main >= MAIN_MAX)
        return false;
    found->bold |= found->own_line && page->lines[i + 1].bold;
    found->length = (size_t)((found->own_line ? text + strlen(text) : title) - line->text);
    return (line->gap || line->bold || i == 0 || page->compact) && printed_is_title(title, found->bold);
}

static bool read_numbered(const struct page *page, size_t i, struct numbered *found)
{
    return read_marked(page, i, found, false);
}

static bool read_deep(const struct page *page, size_t i, struct numbered *found)
{
    return read_marked(page, i, found, true);
}

/* ---- the row of numbers --------------------------------------------------------------------------------------------- */

static int key_of(const struct found *found, const struct numbered *numbered)
{
    return found->by_sub ? numbered->number.sub : numbered->number.main;
}

/* The last numbers of each value that the rows so far end with; a prefix other than the row's ends none. */
static void link_rows(struct found *found, size_t *last)
{
    size_t best = NONE; /* the end of the longest row so far */
    for (size_t i = 0; i <= MAIN_MAX; i++)
        last[i] = NONE;
    for (size_t i = 0; i < found->n; i++) {
        struct numbered *this = &found->at[i];
        int key = key_of(found, this);
        if (best != NONE && strcmp(found->at[best].number.prefix, this->number.prefix) != 0 &&
            item_number_follows(&found->at[best].number, &this->number)) { /* "9", then "P1"; "A6", then "B7" */
            this->row = found->at[best].row + 1;
            this->before = best;
        }
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
        if (best == NONE || found->at[best].row <= this->row)
            best = i;
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
static void split_titles(struct page *page, const struct printed_cut *cuts, size_t n_cuts)
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
            char *whole = mem_strndup(page->scratch, title, strlen(title) - cuts[next].tail);
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

/* Titles with numbers in a MANNER; how many of them every meeting has in *USUAL. */
static struct printed_cuts cut_numbered(struct page *page, enum manner manner, size_t *usual)
{
    static bool (*const readers[])(const struct page *, size_t, struct numbered *) = {read_numbered, read_deep, read_bare, read_behind};
    struct found found = {0};
    struct numbered numbered;
    for (size_t i = 0; i < page->n; i++)
        if (readers[manner](page, i, &numbered))
            *mem_append(page->scratch, found.at, found.n) = numbered;
    keep_bold(&found);
    size_t best = found.n ? longest_row(page, &found) : NONE;
    struct printed_cuts cuts = {.n = best == NONE ? 0 : found.at[best].row};
    cuts.at = mem_zero_named(page->scratch, (cuts.n + 1) * sizeof *cuts.at, "cuts");
    *usual = 0;
    for (size_t at = cuts.n; best != NONE && at > 0; best = found.at[best].before) {
        const struct numbered *from = &found.at[best];
        const char *line = page->lines[from->line + from->own_line].text;
        char *title = mem_strndup(page->scratch, line + (from->own_line ? 0 : from->length), strlen(line) - from->tail - (from->own_line ? 0 : from->length));
        *usual += printed_is_usual(title);
        cuts.at[--at] = (struct printed_cut){from->line, from->length, from->tail, from->number, from->own_line};
    }
    return cuts;
}

/* Numbers with their marks; else bare ones or those behind the titles, if they are a row with items that every meeting
 * has; else other titles, also where the numbers are those of a list in a paper whose titles have none. */
static struct printed_cuts find_cuts(struct page *page)
{
    size_t usual, weak;
    struct printed_cuts marked = cut_numbered(page, NUMBER_MARKED, &usual);
    if (marked.n > 0 && usual > 0)
        return marked;
    for (enum manner manner = NUMBER_DEEP; manner < NUMBER_MANNERS; manner++) {
        struct printed_cuts cuts = cut_numbered(page, manner, &weak);
        if (cuts.n >= WEAK_MIN && weak > 0 && cuts.n >= marked.n)
            return cuts;
    }
    struct printed_cuts titles = printed_titles(page);
    bool told = false;
    for (size_t i = 0; i < titles.n; i++)
        told |= printed_is_usual(page->lines[titles.at[i].line].text);
    return marked.n > 0 && !told ? marked : titles;
}

void printed_find_items(struct page *page)
{
    page->n_items = 0;
    page->items = NULL;
    struct printed_cuts cuts = find_cuts(page);
    split_titles(page, cuts.at, cuts.n);
}
