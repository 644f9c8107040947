/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Recorded votes in the text of an item (field.md 3.4, 3.9): the table that a page has below its minutes, cells parted by TABs
 * or each on its line, and lists of names, "For (6): Councillors ...", "Against (3): ...". A count without names is no
 * recorded vote. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define HEADING_LONGEST 60
#define SIDES_WITHIN 8 /* lines between those for and those against */
#define ROWS_MAX 200
#define COUNT_LONGEST 400 /* bytes of a bracket behind a side: how many they were, or who */

enum { COLUMN_TITLE, COLUMN_TYPE, COLUMN_TEXT, COLUMN_RESULT, COLUMNS };

static bool is_heading(const char *line)
{
    static const char *const words[] = {"recorded vote", "recorded votes", "record of vote", "named vote", "pleidlais wedi'i chofnodi"};
    size_t n = strlen(line);
    while (n > 0 && strchr(": *#", line[n - 1]))
        n--;
    line += strspn(line, "*# ");
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strncasecmp(line, words[i], strlen(words[i])) == 0 && strlen(words[i]) + 3 >= n)
            return true;
    return false;
}

static bool is_result(const char *text)
{
    static const char *const words[] = {"carried", "rejected", "lost", "agreed", "not carried", "defeated", "withdrawn", "approved", "passed", "fell", "not agreed"};
    for (size_t i = 0; i < MB_LENGTH(words); i++)
        if (strncasecmp(text, words[i], strlen(words[i])) == 0 && strlen(text) <= strlen(words[i]) + 12)
            return true;
    return false;
}

static char *kept(const void *parent, const char *text)
{
    return text && *text ? text_squeeze(parent, text, strlen(text)) : NULL;
}

static void add_vote(struct page *page, struct item *item, const struct vote *vote)
{
    *mem_append(page->meeting, item->votes, item->n_votes) = *vote;
}

/* ---- the table ------------------------------------------------------------------------------------------------------- */

/* Which column the name of one is; COLUMNS: none. */
static size_t column_named(const char *name)
{
    static const char *const names[COLUMNS] = {"title", "type", "recorded vote text", "result"};
    size_t n = strlen(name);
    for (size_t i = 0; i < COLUMNS; i++)
        if (n == strlen(names[i]) && strncasecmp(name, names[i], n) == 0)
            return i;
    return COLUMNS;
}

static bool is_header(const char *line)
{
    if (!strchr(line, '\t') || strlen(line) > 2 * HEADING_LONGEST)
        return false;
    struct strings cells = pack_cells(NULL, line);
    size_t found = 0;
    for (size_t i = 0; i < cells.n; i++)
        found += column_named(cells.at[i]) < COLUMNS;
    talloc_free(cells.at);
    return found >= COLUMNS - 1;
}

/* Rows of cells from line I on; the line behind them. */
static size_t read_rows(struct page *page, struct item *item, size_t i, size_t end)
{
    struct strings head = pack_cells(page->scratch, page->lines[i].text);
    for (i++; i < end && strchr(page->lines[i].text, '\t') && item->n_votes < ROWS_MAX; i++) {
        struct strings cells = pack_cells(page->scratch, page->lines[i].text);
        struct vote vote = {0};
        char **into[COLUMNS] = {&vote.title, &vote.type, &vote.text, &vote.result};
        for (size_t k = 0; k < cells.n && k < head.n; k++) {
            size_t column = column_named(head.at[k]);
            if (column < COLUMNS)
                *into[column] = kept(page->meeting, cells.at[k]);
        }
        if (!vote.result && cells.n > 0 && is_result(cells.at[cells.n - 1])) { /* an empty cell was lost */
            vote.result = kept(page->meeting, cells.at[cells.n - 1]);
            vote.text = NULL;
        }
        if (vote.title || vote.result)
            add_vote(page, item, &vote);
    }
    return i;
}

/* Each cell on its line: "Title", "Type", "Recorded Vote text", "Result", then rows that end with how it went. */
static size_t read_cells(struct page *page, struct item *item, size_t i, size_t end)
{
    size_t first = i, from;
    while (i < end && column_named(page->lines[i].text) < COLUMNS)
        i++;
    if (i < first + COLUMNS - 1)
        return first;
    for (from = i; i < end && i < from + COLUMNS && item->n_votes < ROWS_MAX; i++) {
        if (!is_result(page->lines[i].text))
            continue;
        struct vote vote = {.result = kept(page->meeting, page->lines[i].text)};
        vote.title = i > from ? kept(page->meeting, page->lines[from].text) : NULL;
        vote.type = i > from + 1 ? kept(page->meeting, page->lines[from + 1].text) : NULL;
        vote.text = i > from + 2 ? kept(page->meeting, page->lines[from + 2].text) : NULL;
        add_vote(page, item, &vote);
        from = i + 1;
    }
    return from;
}

/* ---- lists of names ------------------------------------------------------------------------------------------------------ */

/* Bytes of "For (6):", "Those voting against:", "Abstentions -" at TEXT; its side: 1 for, 2 against, 3 neither. */
static size_t side_at(const char *text, int *side)
{
    static const struct {
        const char *word;
        int side;
    } words[] = {{"those voting for the motion", 1}, {"those voting for", 1},     {"those voting in favour", 1}, {"voting for", 1},      {"voted for", 1},
                 {"votes for", 1},                   {"in favour", 1},            {"for the motion", 1},         {"for the amendment", 1}, {"for", 1},
                 {"those voting against", 2},        {"voting against", 2},       {"voted against", 2},          {"votes against", 2},   {"against the motion", 2},
                 {"against the amendment", 2},       {"against", 2},              {"those abstaining", 3},       {"abstentions", 3},     {"abstained", 3},
                 {"abstaining", 3},                  {"abstention", 3},           {"abstain", 3},                {"not voting", 3},      {"o blaid", 1},
                 {"yn erbyn", 2},                    {"ymatal", 3}};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = strlen(words[i].word);
        if (strncasecmp(text, words[i].word, n) != 0 || isalpha((unsigned char)text[n]))
            continue;
        n += strspn(text + n, " \t");
        size_t inside = text[n] == '(' || text[n] == '[' ? strnlen(text + n, COUNT_LONGEST) : 0, close = 0;
        while (close < inside && !strchr(")]", text[n + close]))
            close++;
        n += close + (close < inside);
        n += strspn(text + n, " ");
        size_t joint = text[n] == '\0' || strchr(":-\t", text[n]) ? text[n] != '\0' : text_starts(text + n, "\xE2\x80\x93") ? 3 : SIZE_MAX;
        *side = words[i].side;
        return joint == SIZE_MAX ? 0 : n + joint;
    }
    return 0;
}

/* "Motion (4):", "Amendment - 2 votes:" at TEXT: the sides of a division are named after what they vote for; with their number, for
 * what is moved stands behind "Motion:", too. Bytes; 0. */
static size_t division_at(const char *text, int *side)
{
    static const struct {
        const char *word;
        int side;
    } words[] = {{"for the motion", 1}, {"the motion", 1},    {"motion", 1},           {"for the amendment", 2}, {"the amendment", 2},
                 {"amendment", 2},      {"first amendment", 2}, {"second amendment", 2}, {"further amendment", 2}};
    for (size_t i = 0; i < MB_LENGTH(words); i++) {
        size_t n = strlen(words[i].word);
        if (strncasecmp(text, words[i].word, n) != 0 || isalnum((unsigned char)text[n]))
            continue;
        size_t joint = strspn(text + n, " -([\t\xE2\x80\x93"), digits = strspn(text + n + joint, "0123456789");
        if (joint == 0 || digits == 0 || digits > 3)
            continue;
        n += joint + digits;
        n += strspn(text + n, " ");
        n += strncasecmp(text + n, "vote", 4) == 0 ? 4 + (tolower((unsigned char)text[n + 4]) == 's') : 0;
        n += strspn(text + n, " )]");
        *side = words[i].side;
        return text[n] == ':' || text[n] == '-' || strncmp(text + n, "\xE2\x80\x93", 3) == 0 ? n + 1 : 0;
    }
    return 0;
}

/* "For (6): Councillors Able, Bain ...; Against (3): ..." on one line, or side by side below each other; the text of all. */
static char *names_from(struct page *page, size_t i, size_t end, bool headed)
{
    int side, other;
    const char *line = page->lines[i].text;
    size_t (*const begins_at)(const char *, int *) = division_at(line, &side) ? division_at : side_at;
    if (begins_at(line, &side) == 0 || side != 1)
        return NULL;
    struct buf text;
    buf_init(&text, page->scratch, BUF_MAX_DOCUMENT);
    size_t sides = 1, commas = 0;
    for (size_t k = i; k < end && k < i + SIDES_WITHIN; k++) {
        const char *at = page->lines[k].text;
        bool begins = k > i && (begins_at(at, &other) > 0 || side_at(at, &other) > 0);
        if (k > i && !begins && (page->lines[k].gap || sides == 3))
            break;
        sides += begins;
        for (const char *c = at; *c; c++) {
            commas += *c == ',';
            sides += strchr(" ;.", *c) && c[1] && k == i && (begins_at(c + 1, &other) > 0 || side_at(c + 1, &other) > 0) && other > 1;
        }
        buf_printf(&text, "%s%s", k > i ? "\n" : "", at);
    }
    char *names = buf_take(&text);
    bool named = commas > 1 || strcasestr(names, "councillor") || strcasestr(names, "cllr");
    return sides > 1 && (headed || named) ? names : NULL;
}

size_t page_take_votes(struct page *page, struct item *item, size_t i, size_t end)
{
    const char *line = page->lines[i].text;
    bool heading = strlen(line) <= HEADING_LONGEST && is_heading(line);
    size_t first = i + heading;
    if (first < end && is_header(page->lines[first].text))
        return read_rows(page, item, first, end);
    size_t behind = heading && first < end ? read_cells(page, item, first, end) : first;
    if (behind > first)
        return behind;
    bool headed = i > 0 && strlen(page->lines[i - 1].text) <= 4 * HEADING_LONGEST && strcasestr(page->lines[i - 1].text, "recorded vote");
    char *names = heading ? NULL : names_from(page, i, end, headed);
    if (names)
        add_vote(page, item, &(struct vote){.text = mem_strdup(page->meeting, names)});
    return i;
}
