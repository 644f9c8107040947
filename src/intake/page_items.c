/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Which lines of a page are the numbers of its items. A line with nothing but a number may also be a
 * list's inside a text, so a number is believed where its lines look like an item's ("Minutes:", a file
 * behind the title) or where it goes on the row, and no later number has the better claim. */
#include "config.h"

#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>

#define MAIN_MAX 100000 /* numbers have five digits at most */
#define SLASH_SPREAD 1009 /* parts the numbers of one year in their row */
#define ROW_MIN 3       /* numbers in a row below the table's heading that are believed as they stand */
#define TITLED_MIN 2    /* the same with their stops and titles */
#define LETTERED_MIN 2  /* "EX/14": numbers that show that all have letters */
#define GAP_MAX 5       /* items that a page without labels may leave out between two */

/* A line that may be the number of an item. */
struct candidate {
    struct item_number number;
    size_t line;
    bool strong; /* its lines look like an item's */
};

struct candidates {
    struct candidate *at;
    size_t n, n_strong;
    unsigned *strong_ahead, *same_ahead; /* strong ones not yet passed, by main number; by key_of() */
};

/* What tells "2025/21" from "2025/22", both of one main number. */
static size_t key_of(const struct item_number *number)
{
    return ((size_t)number->main + (size_t)number->sub * SLASH_SPREAD) % MAIN_MAX;
}

static bool has_slash(const struct item_number *number)
{
    return strchr(number->text, '/') != NULL;
}

/* A point below a heading, "3.2", is no better claim to the heading's number than the heading has. */
static void count_strong(struct candidates *found, const struct item_number *number, int by)
{
    const char *stop = number->sub > 0 ? strchr(number->text, '.') : NULL;
    if (stop && isdigit((unsigned char)stop[1]))
        return;
    found->strong_ahead[number->main] += (unsigned)by;
    found->same_ahead[key_of(number)] += (unsigned)by;
}

/* Is a sure item of the NUMBER of one that is not sure still ahead? */
static bool is_ahead(const struct candidates *found, const struct item_number *number)
{
    return has_slash(number) ? found->same_ahead[key_of(number)] > 0 : found->strong_ahead[number->main] > 0;
}

/* Is one ahead that goes on from NUMBER? */
static bool next_is_ahead(const struct candidates *found, const struct item_number *number)
{
    struct item_number beside = *number;
    beside.sub++;
    return found->strong_ahead[number->main + 1] > 0 || (has_slash(number) && found->same_ahead[key_of(&beside)] > 0);
}

static bool is_label(const char *plain)
{
    return page_word(WORD_MINUTES, plain) > 0 || page_word_is(WORD_DECISION, plain) ||
           page_word_is(WORD_DOCUMENTS, plain);
}

typedef bool parse_number(const char *line, struct item_number *number);
static parse_number parse_titled;

/* Does line I, PLAIN, show that the candidate above it is an item: a heading that only items have, or the file of its title? */
static bool proves(const struct candidate *last, size_t i, const char *plain)
{
    return is_label(plain) || (i == last->line + 1 && file_at_end(plain, strlen(plain)));
}

static void make_strong(struct candidates *found, struct candidate *last)
{
    last->strong = true;
    found->n_strong++;
    count_strong(found, &last->number, 1);
}

static void add_line(struct page *page, struct candidates *found, size_t i, parse_number *parse)
{
    char *plain = line_plain(page->scratch, page->lines[i].text);
    struct item_number number;
    struct candidate *last = found->n ? &found->at[found->n - 1] : NULL;
    if (parse(plain, &number)) {
        last = mem_append(page->scratch, found->at, found->n);
        *last = (struct candidate){number, i, false};
        if (parse == parse_titled && file_at_end(plain, strlen(plain)))
            make_strong(found, last);
    } else {
        page->has_labels |= page_word(WORD_MINUTES, plain) > 0;
        if (last && !last->strong && proves(last, i, plain))
            make_strong(found, last);
    }
    talloc_free(plain);
}

#define HEADING_LINES 6 /* of a heading and the remark below it, above the first item under it */

/* Is B "3a", "3.a", "3(a)" or "3.1", the first below A, "3"? "23/1" below "23" is the first of a year. */
static bool is_first_below(const struct item_number *a, const struct item_number *b)
{
    size_t n = strlen(a->text);
    return a->sub == 0 && b->sub == 1 && a->main == b->main && strncmp(a->text, b->text, n) == 0 && b->text[n] != '/';
}

/* A title begins with a capital and is no sentence; an entry of a list mostly is neither. */
static bool may_be_title(const char *line)
{
    char *plain = line_plain(NULL, line);
    size_t n = strlen(plain);
    bool title = n > 0 && !islower((unsigned char)*plain) && !strchr(".;:,", plain[n - 1]);
    talloc_free(plain);
    return title;
}

/* Is candidate I the heading, without minutes of its own, of the items below it? Scottish and London pages
 * print "3.", "MINUTES", then "3a", "3b"; "Minutes:" stands below these only (field.md 3.9). */
static bool heads_items(const struct page *page, const struct candidates *found, size_t i)
{
    const struct candidate *candidate = &found->at[i], *next = candidate + 1;
    if (i + 1 == found->n || !next->strong || !is_first_below(&candidate->number, &next->number))
        return false;
    size_t lines = next->line - candidate->line - 1;
    return lines > 0 && lines <= HEADING_LINES && may_be_title(page->lines[candidate->line + 1].text);
}

/* After the item PREVIOUS (NULL: none yet), is CANDIDATE one, too? Its own strength is no longer ahead. */
static bool is_item(const struct candidates *found, const struct candidate *previous, const struct candidate *candidate)
{
    int main = candidate->number.main;
    if (!previous)
        return candidate->strong || found->n_strong == 0 || !is_ahead(found, &candidate->number);
    if (item_number_same(&previous->number, &candidate->number))
        return false;
    bool follows = item_number_follows(&previous->number, &candidate->number);
    if (follows && candidate->number.sub > 0 && main == previous->number.main)
        return true; /* 3.a after 3. */
    bool next_ahead = next_is_ahead(found, &previous->number);
    if (candidate->strong)
        return follows || main > previous->number.main || !next_ahead;
    if (follows)
        return !is_ahead(found, &candidate->number);
    return found->n_strong == 0 && main > previous->number.main && main - previous->number.main <= GAP_MAX;
}

/* Where most of the items that are sure have letters or a year before their numbers, a number without them is none. */
static void drop_others(struct candidates *found)
{
    size_t lettered = 0, kept = 0;
    for (size_t i = 0; i < found->n; i++)
        lettered += found->at[i].strong && *found->at[i].number.prefix;
    if (lettered < LETTERED_MIN || lettered * 2 <= found->n_strong)
        return;
    for (size_t i = 0; i < found->n; i++) {
        if (*found->at[i].number.prefix) {
            found->at[kept++] = found->at[i];
        } else if (found->at[i].strong) {
            found->n_strong--;
            count_strong(found, &found->at[i].number, -1);
        }
    }
    found->n = kept;
}

static void choose_items(struct page *page, struct candidates *found)
{
    const struct candidate *previous = NULL;
    for (size_t i = 0; i < found->n; i++) {
        const struct candidate *candidate = &found->at[i];
        if (candidate->strong)
            count_strong(found, &candidate->number, -1);
        bool later = !previous || candidate->number.main > previous->number.main;
        if (!is_item(found, previous, candidate) && !(later && heads_items(page, found, i)))
            continue;
        if (page->n_items > 0)
            page->items[page->n_items - 1].end = candidate->line;
        *mem_append(page->scratch, page->items, page->n_items) =
            (struct page_item){.number = candidate->number, .first = candidate->line + 1, .end = page->n};
        previous = candidate;
    }
}

/* "10.30 am" alone: when the first item is taken. */
static bool is_hour(const char *line)
{
    int minutes;
    size_t n = clock_scan(line, &minutes);
    return n > 0 && line[n + strspn(line + n, " .\t")] == '\0';
}

/* Lines between the heading and the first number are an item without a number ("Available Papers", as some
 * councils print it), unless they are only the heading of a part. */
static void add_unnumbered(struct page *page, size_t from)
{
    size_t to = page->n_items > 0 ? page->items[0].first - 1 : page->n;
    while (from < to && (mark_part(page->lines[from].text) || is_hour(page->lines[from].text) || page_word_is(WORD_ITEMS, page->lines[from].text)))
        from++;
    if (from >= to)
        return;
    struct page_item first = {.first = from, .end = to};
    (void)mem_append(page->scratch, page->items, page->n_items);
    memmove(page->items + 1, page->items, (page->n_items - 1) * sizeof *page->items);
    page->items[0] = first;
}

static void search_numbers(struct page *page, size_t first, parse_number *parse)
{
    struct candidates found = {0};
    found.strong_ahead = mem_zero_named(page->scratch, (MAIN_MAX + 1) * sizeof *found.strong_ahead, "strong");
    found.same_ahead = mem_zero_named(page->scratch, (MAIN_MAX + 1) * sizeof *found.same_ahead, "same");
    for (size_t i = first; i < page->n; i++)
        add_line(page, &found, i, parse);
    drop_others(&found);
    choose_items(page, &found);
    page->n_strong = found.n_strong;
    talloc_free(found.strong_ahead);
    talloc_free(found.same_ahead);
}

#define FIRST_WITHIN 4 /* lines below the table's heading: a heading of a part, an item without a number */

/* Below the table's heading: do the numbers go on, each by one, from right below it? */
static bool is_row(const struct page *page, size_t first, size_t least)
{
    bool row = page->has_heading && page->n_items >= least && page->items[0].first <= first + FIRST_WITHIN;
    for (size_t i = 1; i < page->n_items && row; i++)
        row = item_number_follows(&page->items[i - 1].number, &page->items[i].number);
    return row;
}

/* "55" without its stop may be anything: believed where two such lines look like items, or all are one row. */
static bool search_bare_numbers(struct page *page, size_t first)
{
    search_numbers(page, first, item_number_parse_bare);
    if (page->n_strong >= 2 || is_row(page, first, ROW_MIN))
        return true;
    page->n_items = page->n_strong = 0;
    return false;
}

/* "48. Apologies": a number and what may be a title. */
static bool parse_titled(const char *line, struct item_number *number)
{
    size_t n = item_number_begins(line, number);
    return n > 0 && !islower((unsigned char)line[n + blanks_at(line + n)]);
}

/* Each line that the items were found at becomes two: its number, and the title. */
static void split_titled(struct page *page)
{
    struct page_line *old = page->lines;
    size_t n_old = page->n, item = 0;
    struct item_number number;
    page->lines = NULL;
    page->n = 0;
    for (size_t i = 0; i < n_old; i++) {
        bool titled = item < page->n_items && page->items[item].first - 1 == i;
        *mem_append(page->scratch, page->lines, page->n) = old[i];
        if (!titled)
            continue;
        size_t n = item_number_begins(old[i].text, &number);
        page->lines[page->n - 1].text = mem_strndup(page->scratch, old[i].text, n);
        old[i].text += n + blanks_at(old[i].text + n);
        *mem_append(page->scratch, page->lines, page->n) = old[i];
        if (item > 0)
            page->items[item - 1].end = page->n - 2;
        page->items[item++].first = page->n - 1;
    }
    if (item > 0)
        page->items[item - 1].end = page->n;
}

bool page_split_titled(struct page *page, size_t first)
{
    page->n_items = 0;
    search_numbers(page, first, parse_titled);
    bool found = (page->n_strong >= 2 && page->n_items >= 2) || is_row(page, first, TITLED_MIN);
    if (found)
        split_titled(page);
    else
        page->n_items = page->n_strong = 0;
    return found;
}

/* Below the table's heading stands no line with nothing but a number and its stop: the table was flattened,
 * or stops or numbers are gone. */
static void search_without_numbers(struct page *page, size_t heading)
{
    page->has_rows = strchr(page->lines[heading].text, '|') != NULL;
    if (page->has_rows)
        page_split_rows(page, heading + 1);
    else if (search_bare_numbers(page, heading + 1))
        return;
    else if (page_split_flat(page, heading))
        search_numbers(page, heading + 1, item_number_parse);
    else if (!page_split_titled(page, heading + 1) && page_find_titles(page, heading + 1))
        page->numbers_lost = true;
}

/* A page without the table's heading, and without lines that are numbers. */
static void search_without_heading(struct page *page)
{
    size_t above = page_heading_above(page), rows = page_rows_begin(page);
    if (rows < page->n) {
        page->has_rows = true;
        page->n_items = 0;
        page_split_rows(page, rows);
        return;
    }
    struct page_item *weak = page->items;
    size_t n_weak = page->n_items;
    page->items = NULL;
    page->has_heading = above < page->n;
    if (page_split_titled(page, above < page->n ? above + 1 : 0)) {
        page->head_end = above;
        return;
    }
    page->has_heading = false;
    if (above < page->n && n_weak == 0 && page_find_titles(page, above + 1)) {
        page->numbers_lost = true;
        page->has_heading = true;
        page->head_end = above;
        return;
    }
    page->items = weak;
    page->n_items = n_weak;
}

void page_find_items(struct page *page)
{
    size_t heading = page_items_heading(page);
    page->has_heading = heading < page->n;
    page->head_end = heading;
    search_numbers(page, page->has_heading ? heading + 1 : 0, item_number_parse);
    if (page->has_heading && page->n_items == 0)
        search_without_numbers(page, heading);
    else if (!page->has_heading && page->n_strong == 0)
        search_without_heading(page);
    if (page->has_heading && !page->has_rows && !page->numbers_lost)
        add_unnumbered(page, heading + 1);
    else if (!page->has_heading && page->n_items > 0)
        page->head_end = page->items[0].first - !page->has_rows; /* the number's line stands before it */
    page_drop_foot(page);
    page_part_below(page);
}
