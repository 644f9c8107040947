/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* The items of printed minutes and decisions: numbers that rise from title to title ("12. Apologies", "OSC.21",
 * "Item 5: Flood Grants"), or bold titles where no numbers are. Paragraphs ("13.1"), limbs of resolutions and lists in
 * the text are numbered, too; a title is a short line that is no sentence, and the longest row of such numbers is
 * the paper's. */
#include "config.h"

#include "src/intake/agenda.h"
#include "src/intake/printed.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define GAP_MAX 10      /* items without a decision, between two that are printed */
#define WEAK_MIN 3      /* items in a row whose numbers have no mark */
#define TITLE_SECOND 120 /* bytes of a title's second line */
#define STOP_FROM 5     /* bytes of a title before its stop */
#define LABEL_LONGEST 20 /* bytes of "Title of report" */
#define COLUMN "     "    /* blanks before another column */
#define REMARK_LONGEST 24 /* bytes of what stands there */
#define NONE SIZE_MAX

/* How the number of an item stands to its title. */
enum manner {
    NUMBER_MARKED, /* "12. Apologies", "OSC.21 Apologies", "Item 5: Apologies" */
    NUMBER_DEEP,   /* "1.1 Apologies", "2.1 Declarations": every title so */
    NUMBER_BARE,   /* "12 Apologies" */
    NUMBER_BEHIND, /* "APOLOGIES   RS.12" */
    NUMBER_LISTED, /* "12) Apologies", "C. Apologies" */
    NUMBER_MANNERS
};

struct found {
    struct printed_number *at;
    size_t n;
    bool by_sub; /* "23/5", "23/6": the second part counts */
};

/* ---- the row of numbers --------------------------------------------------------------------------------------------- */

static int key_of(const struct found *found, const struct printed_number *numbered)
{
    return found->by_sub ? numbered->number.sub : numbered->number.main;
}

/* The last numbers of each value that the rows so far end with; a prefix other than the row's ends none. */
static void link_rows(struct found *found, size_t *last)
{
    size_t best = NONE; /* the end of the longest row so far */
    for (size_t i = 0; i <= PRINTED_MAIN_MAX; i++)
        last[i] = NONE;
    for (size_t i = 0; i < found->n; i++) {
        struct printed_number *this = &found->at[i];
        int key = key_of(found, this);
        if (best != NONE && strcmp(found->at[best].number.prefix, this->number.prefix) != 0 &&
            item_number_follows(&found->at[best].number, &this->number)) { /* "9", then "P1"; "A6", then "B7" */
            this->row = found->at[best].row + 1;
            this->before = best;
        }
        for (int value = key; value >= 0 && value >= key - GAP_MAX; value--) {
            const struct printed_number *before = last[value] == NONE ? NULL : &found->at[last[value]];
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

static void settle_years(struct found *found)
{
    for (size_t i = 0; i < found->n; i++) {
        if (i > 0)
            item_number_settle(&found->at[i].number, &found->at[i - 1].number);
        if (i + 1 < found->n)
            item_number_settle(&found->at[i].number, &found->at[i + 1].number);
    }
}

static size_t longest_row(struct page *page, struct found *found)
{
    size_t best = NONE;
    size_t *last = mem_zero_named(page->scratch, (PRINTED_MAIN_MAX + 1) * sizeof *last, "last");
    found->by_sub = counts_by_sub(found);
    link_rows(found, last);
    talloc_free(last);
    for (size_t i = 0; i < found->n; i++)
        if (best == NONE || found->at[i].row > found->at[best].row)
            best = i;
    return best;
}

/* ---- titles as lines of their own ----------------------------------------------------------------------------------- */

/* Is TEXT in capitals, but for the item of the agenda in brackets behind it: "WASTE [Item 6]"? */
static bool is_loud(const char *text)
{
    const char *bracket = strpbrk(text, "[(");
    size_t words = bracket ? strspn(bracket + 1, " ") + 1 : 0;
    bool item = bracket > text && (strncasecmp(bracket + words, "item ", 5) == 0 || strncasecmp(bracket + words, "agenda ", 7) == 0);
    char *before = item ? mem_strndup(NULL, text, (size_t)(bracket - text)) : NULL;
    bool loud = text_in_capitals(before ? before : text);
    talloc_free(before);
    return loud;
}

/* Does the title on line I, LOUD, go on in the next: bold like it, or in capitals like it, with nothing between? */
static bool goes_on(const struct page *page, size_t i, bool loud)
{
    const struct page_line *line = &page->lines[i], *next = line + 1;
    if (i + 1 >= page->n || next->gap || strlen(next->text) > TITLE_SECOND || page_word_is(WORD_DECISION, next->text) || pack_words_at(PRINT_OUTCOME, next->text))
        return false;
    return (line->bold && next->bold) || (loud && is_loud(next->text) && strlen(next->text) > 3);
}

size_t printed_title_end(const struct page *page, size_t i, const char *title)
{
    bool loud = text_in_capitals(title);
    while (goes_on(page, i, loud))
        i++;
    return i;
}

/* A title without the dash or stop that some papers print behind it; where all are STOPPED, also behind a year. */
static char *tidy_title(const void *parent, const char *text, bool stopped)
{
    const char *column = strstr(text, COLUMN); /* "Market Hall: Options          Key decision" */
    size_t length = column && column > text && strlen(column) <= strlen(COLUMN) + REMARK_LONGEST + strspn(column, " ") ? (size_t)(column - text) : strlen(text);
    static const char *const dashes[] = {"***", "**", "*", "-", "\xE2\x80\x93", "\xE2\x80\x94", ":"};
    size_t joint = text_starts(text, "- ") ? 2 : text_starts(text, "\xE2\x80\x93 ") ? 4 : 0; /* "5 - Market Hall" */
    char *title = text_squeeze(parent, text + joint, length - joint);
    for (size_t i = 0; i < MB_LENGTH(dashes); i++) {
        size_t n = strlen(title), dash = strlen(dashes[i]);
        if (n > dash && strcmp(title + n - dash, dashes[i]) == 0)
            title[n - dash] = '\0';
    }
    size_t n = strlen(title);
    char *bracket = n > 0 && strchr(")]", title[n - 1]) ? strrchr(title, '(') : NULL;
    if (bracket && bracket > title && agenda_names_pages(bracket)) /* "(PAGES 4 - 8)" of the agenda */
        n = (size_t)(bracket - title);
    while (n > 0 && title[n - 1] == ' ')
        n--;
    bool stop = n > STOP_FROM && title[n - 1] == '.' && isalpha((unsigned char)title[n - 2]) && isalpha((unsigned char)title[n - 3]) &&
                strncasecmp(title + n - 4, "etc.", 4) != 0;
    stop |= stopped && n > STOP_FROM && title[n - 1] == '.' && isdigit((unsigned char)title[n - 2]);
    title[stop ? n - 1 : n] = '\0';
    return title;
}

/* "Subject: Flood Grants" below "Item 5": the title without its label. */
static const char *without_label(const char *title)
{
    size_t n = strcspn(title, ":");
    char *label = title[n] && n <= LABEL_LONGEST ? mem_strndup(NULL, title, n) : NULL;
    bool is = label && pack_line_says(PACK_TITLE_LABEL, label) && title[n + 1 + strspn(title + n + 1, " \t")];
    talloc_free(label);
    return is ? title + n + 1 + strspn(title + n + 1, " \t") : title;
}

/* TITLE with the lines on which it goes on behind line *I, which is the last of them then. */
static char *with_lines_below(const struct page *page, size_t *i, char *title)
{
    size_t end = printed_title_end(page, *i, title);
    if (end == *i)
        return title;
    struct buf whole; /* a hostile title goes on for the whole paper */
    buf_init(&whole, page->scratch, BUF_MAX_DOCUMENT);
    buf_puts(&whole, title);
    for (; *i < end; ++*i)
        buf_printf(&whole, " %s", page->lines[*i + 1].text);
    return buf_take(&whole);
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
            const char *title = cuts[next].own_line ? without_label(old[i].text) : old[i].text + cuts[next].length;
            char *whole = mem_strndup(page->scratch, title, strlen(title) - cuts[next].tail);
            whole = with_lines_below(&was, &i, whole);
            line.text = tidy_title(page->scratch, whole, page->stopped);
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
    static bool (*const readers[])(const struct page *, size_t, struct printed_number *) = {
        [NUMBER_MARKED] = printed_number_marked, [NUMBER_DEEP] = printed_number_deep,
        [NUMBER_BARE] = printed_number_bare,     [NUMBER_BEHIND] = printed_number_behind, [NUMBER_LISTED] = printed_number_listed};
    struct found found = {0};
    struct printed_number numbered;
    for (size_t i = 0; i < page->n; i++)
        if (readers[manner](page, i, &numbered))
            *mem_append(page->scratch, found.at, found.n) = numbered;
    keep_bold(&found);
    settle_years(&found);
    size_t best = found.n ? longest_row(page, &found) : NONE;
    struct printed_cuts cuts = {.n = best == NONE ? 0 : found.at[best].row};
    cuts.at = mem_zero_named(page->scratch, (cuts.n + 1) * sizeof *cuts.at, "cuts");
    *usual = 0;
    for (size_t at = cuts.n; best != NONE && at > 0; best = found.at[best].before) {
        const struct printed_number *from = &found.at[best];
        const char *line = page->lines[from->line + from->own_line].text;
        char *title = mem_strndup(page->scratch, line + (from->own_line ? 0 : from->length), strlen(line) - from->tail - (from->own_line ? 0 : from->length));
        *usual += printed_is_usual(title);
        cuts.at[--at] = (struct printed_cut){from->line, from->length, from->tail, from->number, from->own_line};
    }
    return cuts;
}

/* The titles that rows of a table say. */
static struct printed_cuts cut_titled(const struct page *page)
{
    struct printed_cuts cuts = {0};
    for (size_t i = 0; i < page->n; i++) {
        if (!page->lines[i].titled)
            continue;
        struct printed_cut *cut = mem_append(page->scratch, cuts.at, cuts.n);
        *cut = (struct printed_cut){.line = i};
        size_t n = item_number_begins(page->lines[i].text, &cut->number);
        cut->length = n + (n ? blanks_at(page->lines[i].text + n) : 0);
        if (n == 0)
            cut->number = (struct item_number){0};
    }
    return cuts;
}

/* "A4", "A5", "B1": letters before all numbers, which no list has. */
static bool all_lettered(const struct printed_cuts *cuts)
{
    for (size_t i = 0; i < cuts->n; i++)
        if (!isupper((unsigned char)*cuts->at[i].number.prefix))
            return false;
    return true;
}

/* Does what was decided stand below each title, as below none of a list's entries? */
static bool all_decided(const struct page *page, const struct printed_cuts *cuts)
{
    for (size_t i = 0; i < cuts->n; i++) {
        size_t end = i + 1 < cuts->n ? cuts->at[i + 1].line : page->n, from = cuts->at[i].line + 1 + cuts->at[i].own_line;
        bool decided = false;
        for (size_t k = from; k < end && !decided; k++)
            decided = pack_words_at(PRINT_OUTCOME, page->lines[k].text) || page_word(WORD_DECISION, page->lines[k].text);
        if (!decided)
            return false;
    }
    return cuts->n > 1;
}

/* The titles with numbers in a MANNER where the lines of the items stand close together below a head with gaps, else those that stand
 * APART: only where that brings in more items that every meeting has, for lists in the text stand close together, too. */
static struct printed_cuts cut_close(struct page *page, enum manner manner, struct printed_cuts apart, size_t *usual)
{
    size_t more;
    bool compact = page->compact;
    page->compact = true;
    struct printed_cuts close = compact ? apart : cut_numbered(page, manner, &more);
    page->compact = compact;
    if (compact || close.n < WEAK_MIN || more < 2 || more <= *usual)
        return apart;
    *usual = more;
    return close;
}

/* A table's rows; else numbers with their marks; else bare ones or those behind the titles, if they are a row with items that every meeting
 * has; else other titles, also where the numbers are those of a list in a paper whose titles have none. */
static struct printed_cuts find_cuts(struct page *page)
{
    size_t usual, weak;
    struct printed_cuts titled = cut_titled(page), marked = cut_numbered(page, NUMBER_MARKED, &usual), decided = {0};
    if (page->record)
        return titled;
    if (titled.n > 1 && titled.n + 1 >= marked.n)
        return titled;
    marked = cut_close(page, NUMBER_MARKED, marked, &usual);
    if (marked.n > 0 && usual > 0)
        return marked;
    for (enum manner manner = NUMBER_DEEP; manner < NUMBER_MANNERS; manner++) {
        struct printed_cuts cuts = cut_numbered(page, manner, &weak);
        cuts = cut_close(page, manner, cuts, &weak);
        if (cuts.n >= WEAK_MIN && (weak > 0 || all_lettered(&cuts)) && cuts.n >= marked.n)
            return cuts;
        if (manner != NUMBER_BEHIND && cuts.n >= marked.n && cuts.n > decided.n && all_decided(page, &cuts))
            decided = cuts;
    }
    struct printed_cuts titles = printed_titles(page);
    bool told = false;
    for (size_t i = 0; i < titles.n; i++)
        told |= printed_is_usual(page->lines[titles.at[i].line].text);
    if (!told && decided.n > 0)
        return decided;
    return marked.n > 0 && !told ? marked : titles;
}

/* "1. Apologies." and another item that every meeting has: all its titles may end so. */
static bool ends_titles_with_stops(const struct page *page)
{
    size_t usual = 0;
    for (size_t i = 0; i < page->n && usual < 2; i++) {
        struct item_number number;
        const char *text = page->lines[i].text;
        size_t length = strlen(text), n = length < TITLE_SECOND ? item_number_begins(text, &number) : 0;
        usual += n > 0 && text[length - 1] == '.' && !text_in_capitals(text) && printed_is_usual(text + n + blanks_at(text + n));
    }
    return usual > 1;
}

void printed_find_items(struct page *page)
{
    page->n_items = 0;
    page->items = NULL;
    page->stopped = ends_titles_with_stops(page);
    struct printed_cuts cuts = printed_below(page, find_cuts(page));
    printed_number_below(page, &cuts);
    split_titles(page, cuts.at, cuts.n);
}
