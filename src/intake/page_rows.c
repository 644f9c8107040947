/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: 2026 the minutebook developers */

/* Pastes whose converter kept the page's table as rows with bars ("No. | Item |") and ran the lines of an
 * item together; the numbers are often gone (field.md 3.6, end). The rows are taken apart into lines
 * again, as far as the page's own words allow: title up to its file, headings inside the item. */
#include "config.h"

#include "src/intake/pack.h"
#include "src/intake/page.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define TITLE_LONGEST 300 /* bytes */

static void add_line(struct page *page, char *text)
{
    if (*text)
        *mem_append(page->scratch, page->lines, page->n) = (struct page_line){.text = text, .gap = true, .source = page->source};
}

static void add_span(struct page *page, const char *text, size_t n)
{
    add_line(page, text_squeeze(page->scratch, text, n));
}

/* Bytes of LINE up to the end of the first file suffix in it, 0 where it has none. */
static size_t file_end(const char *line)
{
    static const char *const units[] = {"KB", "MB", "GB"};
    for (size_t i = 1; *line && line[i]; i++) {
        if (line[i - 1] != ' ' && !isdigit((unsigned char)line[i - 1]))
            continue;
        for (size_t u = 0; u < MB_LENGTH(units); u++) {
            if (strncasecmp(line + i, units[u], 2) != 0 || isalnum((unsigned char)line[i + 2]))
                continue;
            size_t from = i > TITLE_LONGEST ? i - TITLE_LONGEST : 0; /* a suffix is short: of many sizes each is asked for no more */
            if (file_at_end(line + from, i + 2 - from))
                return i + 2;
        }
    }
    return 0;
}

/* Several files on one line: "Annex 1 PDF 212 KB Annex 2 PDF 98 KB". */
static void add_files(struct page *page, const char *text)
{
    for (size_t n; (n = file_end(text)) > 0; text += strspn(text, " ;,")) {
        add_span(page, text, n);
        text += n;
    }
    add_span(page, text, strlen(text));
}

/* Words with which a sentence begins and hardly ever, in the middle of a title, one with a capital and small letters behind it. */
static const char *const openers[] = {
    "A", "All", "An", "Any", "At", "Attached", "Councillors", "Following", "For", "If", "In", "It", "Members", "Officers", "Please", "Pursuant",
    "The", "There", "These", "This", "To", "Under", "We", "When", "Where", "You",
    "Adolygu", "Cadarnhau", "Cymeradwyo", "Cytuno", "Derbyn", "Nodi", "Trafod", "Ystyried",
};

/* The same whatever stands behind them. */
static const char *const labels_of_text[] = {"Recommendation:", "Recommendations:", "Recommended ", "Purpose:", "Report of ", "Report by ",
                                             "Report from ", "Joint report of ", "The Director ", "The Head ", "The Cabinet Member "};

#define SENTENCE_SHORTEST 40 /* bytes of what is explained in a sentence */

static bool begins_sentence(const char *text)
{
    bool begins = false;
    size_t word = strcspn(text, " ");
    for (size_t i = 0; i < MB_LENGTH(openers) && !begins && islower((unsigned char)text[word + (text[word] != '\0')]); i++)
        begins = strlen(openers[i]) == word && strncmp(text, openers[i], word) == 0;
    for (size_t i = 0; i < MB_LENGTH(labels_of_text) && !begins; i++)
        begins = text_starts(text, labels_of_text[i]);
    return begins;
}

/* Does TEXT, behind the N bytes of a title, begin the sentence that explains it: "To receive any declarations ..."? */
static bool explains(const void *context, const char *title, size_t n, const char *text)
{
    if (!(strlen(text) >= SENTENCE_SHORTEST && begins_sentence(text)) && !pack_words_at(PACK_OPENING, text))
        return false;
    char *before = mem_strndup(context, title, n);
    bool whole = !title_is_open(before) && !strchr("(:\"", before[n - 1]);
    talloc_free(before);
    return whole;
}

/* Bytes of the title at the start of ROW: up to the end of its file, or before the sentence that explains it; 0 where ROW shows no
 * end of it. */
static size_t title_end(const struct page *page, const char *row)
{
    size_t file = file_end(row);
    for (size_t i = 1; file == 0 && row[i] && i < TITLE_LONGEST; i++)
        if (row[i - 1] == ' ' && isupper((unsigned char)row[i]) && explains(page->scratch, row, i - 1, row + i))
            return i - 1;
    return file;
}

static const enum page_word label_words[] = {WORD_DOCUMENTS, WORD_DECISION, WORD_MINUTES};

/* The next place of each heading inside an item, so that no stretch of a line is searched twice. */
struct labels {
    const char *at[MB_LENGTH(label_words)]; /* NULL: none is left */
    size_t n[MB_LENGTH(label_words)];
    bool searched;
};

/* The first heading inside an item that stands in LINE, which goes on where the last search ended; its
 * bytes in *n. */
static const char *next_label(struct labels *labels, const char *line, size_t *n)
{
    const char *first = NULL;
    for (size_t i = 0; i < MB_LENGTH(label_words); i++) {
        if (!labels->searched || (labels->at[i] && labels->at[i] < line))
            labels->at[i] = page_word_first(label_words[i], line, &labels->n[i]);
        if (!labels->at[i] || (first && labels->at[i] >= first))
            continue;
        first = labels->at[i];
        *n = labels->n[i];
    }
    labels->searched = true;
    return first;
}

static const char *first_label(const char *line, size_t *n)
{
    struct labels labels = {0};
    return next_label(&labels, line, n);
}

/* One line of a row: its headings and, where it opens the row, its title become lines of their own. */
static void add_row_line(struct page *page, const char *line, bool opens)
{
    struct labels labels = {0};
    size_t n;
    bool files = false;
    for (const char *label; (label = next_label(&labels, line, &n)); line = label + n, opens = false) {
        char *before = text_squeeze(page->scratch, line, (size_t)(label - line));
        size_t title = opens ? title_end(page, before) : 0;
        add_span(page, before, title);
        if (files)
            add_files(page, before);
        else
            add_line(page, before + title + blanks_at(before + title));
        files = page_word(WORD_DOCUMENTS, label) > 0;
        add_span(page, label, n);
        page->has_labels |= page_word(WORD_MINUTES, label) > 0;
    }
    size_t title = opens ? title_end(page, line) : 0;
    add_span(page, line, title);
    if (files)
        add_files(page, line);
    else
        add_span(page, line + title, strlen(line + title));
}

/* "---|---|" */
static bool is_rule(const char *line)
{
    return line[strspn(line, "-|: ")] == '\0' && strchr(line, '-');
}

/* LINE without the bars at its ends; *closes says that its row ends with it. */
static char *without_bars(const struct page *page, const char *line, bool *closes)
{
    size_t n = strlen(line);
    *closes = n > 0 && line[n - 1] == '|';
    while (n > 0 && strchr("| ", line[n - 1]))
        n--;
    size_t start = strspn(line, "| ");
    return mem_strndup(page->scratch, line + (start < n ? start : n), start < n ? n - start : 0);
}

/* A number in a cell of its own before LINE's text: "54. | Apologies"; the rest of the line. */
static const char *take_number(const struct page *page, const char *line, struct item_number *number)
{
    size_t n = strcspn(line, "|");
    if (line[n] == '\0')
        return line;
    char *cell = line_plain(page->scratch, mem_strndup(page->scratch, line, n));
    bool found = item_number_parse(cell, number);
    talloc_free(cell);
    return found ? line + n + 1 + blanks_at(line + n + 1) : line;
}

/* Does LINE, within a row that has shown one of an item's headings, begin the next row, whose bar before it is lost? A title and such a
 * heading stand in it: "Moorings Minutes: Noted." */
static bool begins_row(const struct page *page, const char *line)
{
    size_t n;
    const char *label = isupper((unsigned char)*line) || (unsigned char)*line >= 0x80 ? first_label(line, &n) : NULL;
    if (!label || label == line)
        return false;
    char *before = text_squeeze(page->scratch, line, (size_t)(label - line));
    size_t title = title_end(page, before);
    before[title ? title : strlen(before)] = '\0';
    bool begins = strlen(before) < TITLE_LONGEST && !strstr(before, ". ") && !strchr(before, ';') && !title_is_open(before) && file_end(before) == 0;
    talloc_free(before);
    return begins;
}

static void open_row(struct page *page, const char *line)
{
    struct item_number number = {0};
    const char *text = take_number(page, line, &number);
    *mem_append(page->scratch, page->items, page->n_items) = (struct page_item){.number = number, .first = page->n};
    add_row_line(page, text, true);
}

void page_split_rows(struct page *page, size_t first)
{
    struct page_line *old = page->lines;
    size_t n_old = page->n, used;
    page->lines = NULL;
    page->n = 0;
    for (size_t i = 0; i < first; i++)
        *mem_append(page->scratch, page->lines, page->n) = old[i];
    bool open = false, labelled = false;
    for (size_t i = first; i < n_old; i++) {
        bool closes;
        page->source = old[i].source;
        char *line = without_bars(page, old[i].text, &closes);
        if (*line && !is_rule(old[i].text)) {
            open &= !labelled || !begins_row(page, line);
            labelled &= open;
            if (open)
                add_row_line(page, line, false);
            else
                open_row(page, line);
            page->items[page->n_items - 1].end = page->n;
            labelled |= first_label(line, &used) != NULL;
            open = true;
        }
        open &= !closes;
    }
    page->compact = false;
}

#define ROWS_LEAST 3 /* lines that end with a bar, in a table that lost its heading */

size_t page_rows_begin(const struct page *page)
{
    size_t first = page->n, rows = 0, labelled = 0, used;
    for (size_t i = 0; i < page->n; i++) {
        const char *line = page->lines[i].text;
        bool row = line[strlen(line) - 1] == '|', label = first_label(line, &used) > line;
        rows += row;
        labelled += label;
        if ((row || label) && first == page->n)
            first = i;
    }
    return rows >= ROWS_LEAST && labelled >= ROWS_LEAST ? first : page->n;
}

/* Bytes of the number that LINE begins with, where it is a row of a flattened table: a TAB stands behind
 * the number, or one of an item's headings further on. */
static size_t flat_number(const struct page *page, const char *line)
{
    size_t n = 0, used;
    while (n < sizeof((struct item_number *)0)->text && line[n] && blank_at(line + n) == 0)
        n++;
    struct item_number number;
    char *printed = mem_strndup(page->scratch, line, n);
    bool found = (line[n] == '\t' ? item_number_parse_bare : item_number_parse)(printed, &number) && line[n];
    talloc_free(printed);
    return found && (line[n] == '\t' || first_label(line + n, &used)) ? n : 0;
}

/* Bytes of LINE before two blanks in a row, or a TAB, that stand before its first heading; 0: none. */
static size_t double_blank(const char *line)
{
    size_t used;
    const char *label = first_label(line, &used);
    for (size_t i = 1; line[i] && (!label || line + i < label); i++) {
        size_t blank = blank_at(line + i);
        if (blank && (line[i] == '\t' || blank_at(line + i + blank)))
            return i;
    }
    return 0;
}

static void add_flat_row(struct page *page, const char *line, size_t number)
{
    bool bare = strspn(line, "0123456789") == number; /* a number alone on its line has a stop */
    char *printed = mem_printf(page->scratch, "%.*s%s", (int)number, line, bare ? "." : "");
    add_span(page, printed, strlen(printed));
    const char *text = line + number + blanks_at(line + number);
    size_t title = double_blank(text);
    if (title == 0) {
        add_row_line(page, text, true);
        return;
    }
    add_span(page, text, title);
    add_row_line(page, text + title, false);
}

bool page_split_flat(struct page *page, size_t heading)
{
    struct page_line *old = page->lines;
    size_t n_old = page->n, rows = 0;
    for (size_t i = heading + 1; i < n_old && rows < 2; i++)
        rows += flat_number(page, old[i].text) > 0;
    if (rows < 2)
        return false;
    page->lines = NULL;
    page->n = 0;
    struct item_number last = {0}, next;
    for (size_t i = 0; i < n_old; i++) {
        size_t number = i > heading ? flat_number(page, old[i].text) : 0;
        size_t begins = i > heading ? item_number_begins(old[i].text, &next) : 0;
        if (!number && begins && *last.text && item_number_follows(&last, &next)) /* "16/24 Work Programme", without any heading */
            number = begins;
        if (number && number == begins)
            last = next;
        page->source = old[i].source;
        if (number)
            add_flat_row(page, old[i].text, number);
        else
            *mem_append(page->scratch, page->lines, page->n) = old[i];
    }
    page->compact = false;
    return true;
}
